//! The page context: what one page may read, and a record of everything that it read.
//!
//! In: site, library and plan; the language and the address of the page. Out: answers, each noted with its [`DepKey`]. Always: the
//! library and the plan are private to this file, so that no page can depend on a read that was not noted; reads of the site are
//! not noted, since every page is rendered again when the site changes.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::deps::{DepKey, DepRecorder};
use crate::locale::Language;
use crate::markdown::Body;
use crate::plan::sitemap::{self, Entry};
use crate::plan::{self, Calendar, IndexPart, Month, NEWEST, Plan};
use crate::record::codelists::OccurrenceState;
use crate::record::envelope::Envelope;
use crate::record::facet::{Action, Balance, Decision, Facets, Occurrence, Whereabouts};
use crate::record::field::Visit;
use crate::record::view::grid::Week;
use crate::record::view_cx::{Records, ViewCx};
use crate::record::{Fields, FileInfo, KINDS, Kind, Record, Translation};
use crate::relate::{Backlink, Index, Library, LinkTarget, link_subject, resolve_link};
use crate::route;
use crate::site::Site;
use crate::value::{Date, LangId, RecordId, Ref, Text};

use super::row_cache::{CachedRow, RowCache};

/// Periods of a chain of accounts that a page shows, the page's own last: twelve months and the one before them, so that the same
/// month of last year is included.
const PERIODS: usize = 13;

/// The inputs of all pages.
#[derive(Clone, Copy)]
pub struct Inputs<'a> {
    pub site: &'a Site,
    pub library: &'a Library,
    pub plan: &'a Plan,
}

/// The context of one page.
#[derive(Clone, Copy)]
pub struct PageCx<'a> {
    inputs: Inputs<'a>,
    /// The language that words and dates are currently written in.
    lang: LangId,
    /// The address of the page.
    from: &'a str,
    recorder: &'a DepRecorder,
    /// Rows of lists that were rendered for other pages.
    row_cache: &'a RowCache,
}

/// A record without its texts: the part that [`DepKey::Facts`] covers.
#[derive(Clone, Copy)]
pub struct RecordFacts<'a> {
    pub id: &'a RecordId,
    pub kind: &'static Kind,
    pub envelope: &'a Envelope,
    pub fields: &'a dyn Fields,
    pub facets: &'a Facets,
    pub files: &'a [FileInfo],
    pub check_code: &'a str,
    whole: &'a Record,
}

impl<'a> RecordFacts<'a> {
    fn of(record: &'a Record) -> Self {
        Self {
            id: &record.id,
            kind: record.kind,
            envelope: &record.envelope,
            fields: &*record.fields,
            facets: &record.facets,
            files: &record.files,
            check_code: &record.check_code,
            whole: record,
        }
    }

    /// Whether the record has its own text in the language (no fallback).
    pub fn has_language(&self, lang: LangId) -> bool {
        self.whole.translation(lang).exists()
    }

    /// Whether the record is meant to be read in the language.
    pub fn needs_language(&self, lang: LangId) -> bool {
        *self.whole.translation(lang) != Translation::NotNeeded
    }

    /// Every leaf of envelope and fields, with its path.
    pub fn walk(&self, visit: &mut Visit<'_, 'a>) {
        self.whole.walk(visit);
    }

    /// The path of a field from what an author wrote.
    pub fn path_of<'p>(&self, written: &'p str) -> Cow<'p, str> {
        self.whole.path_of(written)
    }
}

/// The newest records of a list.
pub struct Newest {
    /// At most [`NEWEST`].
    pub records: Vec<Index>,
    /// How many records the whole list has.
    pub total: usize,
}

/// The months in which a kind has dates, with the week and the month of the build date.
pub struct KindMonths<'a> {
    pub all: &'a BTreeSet<Month>,
    pub monday: Date,
    pub current: Month,
}

/// The events at a place, from a Monday on.
pub struct Timetable<'a> {
    pub monday: Date,
    pub entries: Vec<(Index, &'a Occurrence)>,
}

/// The contents of a calendar file.
pub struct CalendarRecords<'a> {
    /// Records with dates.
    pub scheduled: Vec<(Index, &'a [Occurrence])>,
    /// Records with deadlines for everyone.
    pub due: Vec<Index>,
}

/// All records: a page that holds this depends on every one of them, so single reads are not noted.
#[derive(Clone, Copy)]
pub struct AllRecords<'a> {
    library: &'a Library,
    plan: &'a Plan,
}

impl<'a> AllRecords<'a> {
    pub fn facets(self, index: Index) -> &'a Facets {
        &self.library.records[index].facets
    }

    /// Shown records, newest first.
    pub fn newest(self) -> impl Iterator<Item = Index> + 'a {
        self.library.newest.iter().copied()
    }

    /// Shown records of kinds that have lists, newest first.
    pub fn listed(self) -> impl Iterator<Item = Index> + 'a {
        plan::listed(self.library)
    }

    /// Shown records of a kind, newest first.
    pub fn of_kind(self, kind: &'static Kind) -> impl Iterator<Item = Index> + 'a {
        plan::of_kind(self.library, kind)
    }

    /// Shown records of kinds that have no lists.
    pub fn unlisted(self) -> impl Iterator<Item = Index> + 'a {
        self.newest().filter(move |i| !self.library.records[*i].kind.listed)
    }

    /// The newest period of each chain of accounts.
    pub fn ends_of_chains(self) -> impl Iterator<Item = Index> + 'a {
        self.library.chains.iter().filter_map(|chain| chain.last().copied())
    }

    /// The newest year that has records.
    pub fn newest_year(self) -> Option<i16> {
        self.plan.years.first().copied()
    }

    pub fn has_tags(self) -> bool {
        !self.plan.tags.is_empty()
    }

    pub fn find(self, id: &RecordId) -> Option<Index> {
        self.library.find(id)
    }

    pub fn children(self, index: Index) -> &'a [Index] {
        self.library.children.get(&index).map_or(&[], |c| c)
    }
}

impl<'a> PageCx<'a> {
    pub fn new(inputs: Inputs<'a>, lang: LangId, from: &'a str, recorder: &'a DepRecorder, row_cache: &'a RowCache) -> Self {
        Self { inputs, lang, from, recorder, row_cache }
    }

    // ---- not noted: the page itself, and the site ----

    pub fn site(&self) -> &'a Site {
        self.inputs.site
    }

    pub fn lang(&self) -> LangId {
        self.lang
    }

    pub fn language(&self) -> &'a Arc<Language> {
        self.site().lang(self.lang)
    }

    /// The address of the page.
    pub fn from(&self) -> &'a str {
        self.from
    }

    /// Whether links name `index.html`.
    pub fn is_portable(&self) -> bool {
        self.inputs.plan.portable
    }

    /// The same page, with its words in another language.
    pub fn in_language(self, lang: LangId) -> Self {
        Self { lang, ..self }
    }

    fn note(&self, key: DepKey<'_>) {
        self.recorder.note(key);
    }

    /// The id of a record. Not noted: the index comes from a noted read.
    fn id(&self, index: Index) -> &'a RecordId {
        &self.inputs.library.records[index].id
    }

    // ---- one record ----

    /// The facts of a record.
    pub fn record(&self, index: Index) -> RecordFacts<'a> {
        let record = &self.inputs.library.records[index];
        self.note(DepKey::Facts(record.id.as_str()));
        RecordFacts::of(record)
    }

    /// Finds a record by id. Whether there is one is noted.
    pub fn find(&self, id: &RecordId) -> Option<Index> {
        self.note(DepKey::Facts(id.as_str()));
        self.inputs.library.find(id)
    }

    pub fn is_shown(&self, index: Index) -> bool {
        self.note(DepKey::Facts(self.id(index).as_str()));
        self.inputs.library.is_shown(index)
    }

    /// The state of a record in a language.
    pub fn translation(&self, index: Index, lang: LangId) -> &'a Translation {
        self.text_of(index, lang).translation(lang)
    }

    /// The text of a record in this language (no fallback).
    pub fn body(&self, index: Index, lang: LangId) -> Option<&'a Body> {
        self.text_of(index, lang).bodies.get(lang.index()).and_then(Option::as_ref)
    }

    /// The text of a record for a reader of this page, and the language it is in.
    pub fn body_shown(&self, index: Index) -> Option<(&'a Body, LangId)> {
        let (body, lang) = self.text_of(index, self.lang).body(self.lang)?;
        if lang != self.lang {
            self.text_of(index, lang);
        }
        Some((body, lang))
    }

    fn text_of(&self, index: Index, lang: LangId) -> &'a Record {
        let record = &self.inputs.library.records[index];
        self.note(DepKey::Body(record.id.as_str(), lang.0));
        record
    }

    /// The context in which a record's view is made.
    pub fn view_cx<'b>(&'b self, index: Index) -> ViewCx<'b> {
        let record = self.record(index);
        let site = self.site();
        ViewCx {
            id: record.id,
            kind: record.kind.name,
            envelope: record.envelope,
            files: record.files,
            originals: site.config.originals,
            lang: self.lang,
            languages: &site.languages,
            words: &site.catalogs[self.lang.index()],
            fallbacks: &site.fallbacks,
            glossary: &site.glossary,
            currency: &site.config.currency,
            zone: &site.zone,
            base: &site.config.base_url,
            build_date: self.inputs.plan.today,
            recorder: self.recorder,
            profile: &site.profile,
            holidays: site.holidays,
            records: self,
            from: self.from,
            portable: self.is_portable(),
        }
    }

    // ---- from one record to others ----

    /// The target of a link in a text.
    pub fn follow(&self, path: &str) -> Option<LinkTarget> {
        let languages: Vec<String> = self.site().languages.iter().map(|l| l.path.clone()).collect();
        let subject = link_subject(&languages, path);
        self.note(DepKey::Facts(subject));
        self.note(DepKey::Facts(&format!("pages/{subject}")));
        self.note(DepKey::Number(subject));
        resolve_link(self.inputs.library, &languages, path)
    }

    /// The records that refer to a record, newest first.
    pub fn backlinks(&self, index: Index) -> &'a [Backlink] {
        self.note(DepKey::Ties(self.id(index).as_str()));
        self.inputs.library.backlinks.get(&index).map_or(&[], |links| links)
    }

    /// The older and the newer record of the same kind.
    pub fn neighbors(&self, index: Index) -> (Option<Index>, Option<Index>) {
        self.note(DepKey::Ties(self.id(index).as_str()));
        self.inputs.plan.neighbors.get(&index).copied().unwrap_or_default()
    }

    /// Finds a record by id, and notes its connections.
    fn tied(&self, id: &RecordId) -> Option<Index> {
        self.note(DepKey::Ties(id.as_str()));
        self.inputs.library.find(id)
    }

    /// The next day on which it takes place.
    pub fn next_day(&self, index: Index) -> Option<Date> {
        self.note(DepKey::Ties(self.id(index).as_str()));
        self.inputs.plan.upcoming(index).find(|o| o.state != OccurrenceState::Cancelled).map(|o| o.start.date)
    }

    // ---- lists ----

    pub fn today(&self) -> Date {
        self.note(DepKey::Today);
        self.inputs.plan.today
    }

    pub fn all_records(&self) -> AllRecords<'a> {
        self.note(DepKey::All);
        AllRecords { library: self.inputs.library, plan: self.inputs.plan }
    }

    /// The newest records, of one kind or of all.
    pub fn newest(&self, kind: Option<&'static Kind>) -> Newest {
        self.note(DepKey::Newest(folder(kind)));
        let mut list = self.list(kind);
        let records: Vec<Index> = list.by_ref().take(NEWEST).collect();
        Newest { total: records.len() + list.count(), records }
    }

    /// The records of a year with their dates, newest first.
    pub fn year(&self, kind: Option<&'static Kind>, year: i16) -> Vec<(Index, Date)> {
        self.note(DepKey::Year(folder(kind), year));
        let dated = self.list(kind).map(|i| (i, self.published(i)));
        dated.filter(|(_, date)| date.year() == year).collect()
    }

    /// The kinds that have records in a year, with the number of records.
    pub fn kinds_of_year(&self, year: i16) -> Vec<(&'static Kind, usize)> {
        self.note(DepKey::Kinds(year));
        let in_year = |i: &Index| self.published(*i).year() == year;
        let kinds = KINDS.iter().copied().filter(|k| k.listed);
        let counted = kinds.map(|kind| (kind, plan::of_kind(self.inputs.library, kind).filter(in_year).count()));
        counted.filter(|(_, n)| *n > 0).collect()
    }

    /// The years that have records, newest first, with the number of records.
    pub fn years(&self, kind: Option<&'static Kind>) -> Vec<(i16, usize)> {
        self.note(DepKey::Years(folder(kind)));
        let mut years: Vec<(i16, usize)> = Vec::new();
        for year in self.list(kind).map(|i| self.published(i).year()) {
            match years.last_mut() {
                Some((last, n)) if *last == year => *n += 1,
                _ => years.push((year, 1)),
            }
        }
        years
    }

    fn list(&self, kind: Option<&'static Kind>) -> Box<dyn Iterator<Item = Index> + 'a> {
        match kind {
            Some(kind) => Box::new(plan::of_kind(self.inputs.library, kind)),
            None => Box::new(plan::listed(self.inputs.library)),
        }
    }

    fn published(&self, index: Index) -> Date {
        self.inputs.library.records[index].envelope.published
    }

    /// All records, if those of the kind form a tree.
    pub fn tree(&self, kind: &'static Kind) -> Option<AllRecords<'a>> {
        self.note(DepKey::Tree(kind.folder));
        self.inputs.plan.trees.contains(kind.folder).then(|| self.all_records())
    }

    /// All tags with the number of their records.
    pub fn tags(&self) -> impl Iterator<Item = (&'a str, usize)> + use<'a> {
        self.note(DepKey::Tags);
        self.inputs.plan.tags.iter().map(|(tag, records)| (tag.as_str(), records.len()))
    }

    /// The records with a tag, newest first.
    pub fn tagged(&self, tag: &str) -> &'a [Index] {
        self.note(DepKey::Tag(tag));
        self.inputs.plan.tags.get(tag).map_or(&[], |records| records)
    }

    /// A row of a list, from the cache or rendered now. The key of the cache is the row's link.
    pub fn cached_row(&self, url: String, write: impl FnOnce(&PageCx<'_>) -> String) -> Arc<CachedRow> {
        let row = self.row_cache.row(self.lang, url, || {
            let recorder = DepRecorder::default();
            let html = write(&PageCx { recorder: &recorder, ..*self });
            CachedRow { html: html.as_str().into(), deps: recorder.close() }
        });
        self.recorder.add(&row.deps);
        row
    }

    // ---- the search index ----

    /// How many segments each year has, newest first: `2026:2 2025:1`.
    pub fn segments(&self, part: IndexPart) -> String {
        self.note(DepKey::Segments);
        self.inputs.plan.search_index.counts(part)
    }

    /// The records of a segment.
    pub fn segment(&self, part: IndexPart, year: i16, number: usize) -> &'a [Index] {
        self.note(DepKey::Segment(part.name(), year, number));
        self.inputs.plan.search_index.part(part, year, number)
    }

    // ---- calendars ----

    /// Whether a kind has a calendar.
    pub fn has_calendar(&self, kind: &'static Kind) -> bool {
        self.note(DepKey::Agenda(kind.folder));
        self.inputs.plan.agenda.kinds.contains(kind.folder)
    }

    pub fn months(&self, kind: &'static Kind) -> Option<KindMonths<'a>> {
        self.note(DepKey::Months(kind.folder));
        let plan = self.inputs.plan;
        let all = plan.agenda.months.get(kind.folder)?;
        Some(KindMonths { all, monday: plan.today.monday(), current: Month::of(plan.today) })
    }

    /// The events of a kind in a month.
    pub fn month(&self, kind: &'static Kind, month: Month) -> Vec<(Index, &'a Occurrence)> {
        self.note(DepKey::Month(kind.folder, month.year, month.month));
        self.inputs.plan.of_month(self.inputs.library, kind.folder, month)
    }

    /// The first dates after the week that [`Self::months`] gives, of events that have none in that week.
    pub fn after_week(&self, kind: &'static Kind, most: usize) -> Vec<(Index, &'a Occurrence)> {
        self.note(DepKey::Months(kind.folder));
        let plan = self.inputs.plan;
        plan.after(self.inputs.library, kind.folder, plan.today.monday().plus_days(6), most)
    }

    pub fn timetable(&self, place: Index) -> Timetable<'a> {
        self.note(DepKey::Timetable(self.id(place).as_str()));
        let plan = self.inputs.plan;
        Timetable { monday: plan.today.monday(), entries: plan.timetable(self.inputs.library, place) }
    }

    /// The calendar of a record: for a place the events there, for an event its own dates.
    pub fn calendar_of(&self, index: Index) -> Option<Calendar> {
        let id = self.id(index).as_str();
        self.note(DepKey::Agenda(id));
        self.note(DepKey::Ties(id));
        let plan = self.inputs.plan;
        if plan.agenda.places.contains_key(&index) {
            return Some(Calendar::Place(index));
        }
        plan.has_event(self.inputs.library, index).then_some(Calendar::Event(index))
    }

    /// The address of a calendar in the page's language.
    pub fn calendar_address(&self, calendar: &Calendar) -> String {
        calendar.address(self.inputs.library, &self.language().path)
    }

    pub fn calendar(&self, calendar: &Calendar) -> CalendarRecords<'a> {
        let Inputs { library, plan, .. } = self.inputs;
        self.note(calendar.key(library));
        let (scheduled, due) = plan.agenda.of(library, calendar);
        let dated = |index: Index| (index, plan.occurrences.get(&index).map_or(&[][..], |o| o));
        CalendarRecords { scheduled: scheduled.into_iter().map(dated).collect(), due }
    }

    // ---- the sitemap ----

    /// The number of its files.
    pub fn sitemap_files(&self) -> usize {
        self.note(DepKey::Sitemap(usize::MAX));
        self.inputs.plan.sitemaps.len()
    }

    /// The addresses of one of its files.
    pub fn sitemap(&self, file: usize) -> impl Iterator<Item = Entry<'a>> + use<'a> {
        self.note(DepKey::Sitemap(file));
        let Inputs { library, plan, .. } = self.inputs;
        let range = plan.sitemaps.get(file).cloned().unwrap_or(0..0);
        sitemap::entries(library, plan).skip(range.start).take(range.len())
    }
}

fn folder(kind: Option<&'static Kind>) -> &'static str {
    kind.map_or("", |kind| kind.folder)
}

impl Records for PageCx<'_> {
    fn title(&self, target: &Ref) -> Option<Text> {
        let index = self.find(&target.id)?;
        let of_record = || Some(self.record(index).envelope.title.clone());
        match target.fragment.as_deref() {
            Some(fragment) => self.inputs.library.item_words(index, fragment).cloned().or_else(of_record),
            None => of_record(),
        }
    }

    fn decision(&self, target: &Ref) -> Option<Decision> {
        let fragment = target.fragment.as_deref()?;
        let index = self.find(&target.id).filter(|i| self.is_shown(*i))?;
        self.record(index).facets.decisions.iter().find(|d| *d.fragment == *fragment).cloned()
    }

    fn address(&self, target: &Ref, lang: LangId) -> Option<String> {
        let index = self.find(&target.id).filter(|i| self.is_shown(*i))?;
        let page = route::record(&target.id, &self.site().lang(lang).path);
        Some(match target.fragment.as_deref() {
            Some(fragment) if self.inputs.library.has_item(index, fragment) => format!("{page}#{fragment}"),
            _ => page,
        })
    }

    fn chain(&self, id: &RecordId) -> Vec<(RecordId, Balance)> {
        let Some(index) = self.tied(id) else { return Vec::new() };
        let chain = self.inputs.library.chain(index);
        let end = chain.iter().position(|i| *i == index).map_or(chain.len(), |place| place + 1);
        let periods = chain[end.saturating_sub(PERIODS)..end].iter().filter_map(|&i| {
            let record = self.record(i);
            Some((record.id.clone(), record.facets.balance.clone()?))
        });
        periods.collect()
    }

    fn children(&self, id: &RecordId) -> Vec<RecordId> {
        let children = self.tied(id).and_then(|i| self.inputs.library.children.get(&i)).cloned().unwrap_or_default();
        self.by_name(children).into_iter().map(|i| self.id(i).clone()).collect()
    }

    fn referring(&self, id: &RecordId, fields: &[&str]) -> Vec<RecordId> {
        let links = self.tied(id).and_then(|i| self.inputs.library.backlinks.get(&i));
        let mut ids: Vec<RecordId> = Vec::new();
        for link in links.into_iter().flatten().filter(|l| fields.contains(&l.field)) {
            let id = self.record(link.from).id;
            if ids.last() != Some(id) {
                ids.push(id.clone());
            }
        }
        ids
    }

    fn upcoming(&self, id: &RecordId) -> Vec<Occurrence> {
        self.tied(id).map(|i| self.inputs.plan.upcoming(i).cloned().collect()).unwrap_or_default()
    }

    fn whereabouts(&self, place: &Ref) -> Option<Whereabouts> {
        self.find(&place.id).and_then(|i| self.record(i).facets.location.clone())
    }

    fn timetable(&self, id: &RecordId) -> Vec<Week> {
        self.find(id).map(|i| super::calendar::timetable(self, i)).unwrap_or_default()
    }

    fn carried(&self, action: &Ref) -> Vec<(RecordId, Action)> {
        self.note(DepKey::Ties(action.id.as_str()));
        let carriers = self.inputs.library.carried.get(action).into_iter().flatten().filter(|i| self.is_shown(**i));
        let found = carriers.flat_map(|&i| {
            let record = self.record(i);
            let carrying = record.facets.actions.iter().filter(|a| a.from.as_ref() == Some(action));
            carrying.map(|a| (record.id.clone(), a.clone())).collect::<Vec<_>>()
        });
        let mut found: Vec<_> = found.collect();
        crate::order::sort_by(&mut found, |a, b| a.1.agreed.cmp(&b.1.agreed).then_with(|| a.0.cmp(&b.0)));
        found
    }
}
