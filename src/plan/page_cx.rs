//! The page context at which views are made: one page's language and address, with everything at hand.
//!
//! In: site, library, plan. Out: links, dates, cards, page heads for one page. Always: addresses are
//! relative to the page; what is in another language says so.

use std::sync::Arc;

use crate::deps::{DepKey, DepRecorder};
use crate::locale::{Args, Given, Language};
use crate::record::Record;
use crate::record::envelope::Status;
use crate::record::facet::{Action, Balance, Occurrence, Whereabouts};
use crate::record::view::grid::Week;
use crate::record::view::{Fact, Inline};
use crate::record::view_cx::{Records, ViewCx};
use crate::record::{KINDS, Kind, Translation};
use crate::relate::{Index, Library};
use crate::route;
use crate::site::Site;
use crate::value::{Date, LangId, RecordId, Ref, Text};

use super::{Plan, RowCache, row_cache::CachedRow, view};

/// Periods of a chain of accounts that a page shows, the page's own last: a year of months and the one before them,
/// so that the same month of last year is among them.
const PERIODS: usize = 13;

/// Everything a view is made from, for one page.
#[derive(Clone, Copy)]
pub struct PageCx<'a> {
    pub site: &'a Site,
    pub library: &'a Library,
    pub plan: &'a Plan,
    /// Language of what is being worded.
    pub lang: LangId,
    /// Address of the page.
    pub from: &'a str,
    /// Notes what the page looks at.
    pub recorder: &'a DepRecorder,
    /// Rows of lists that were written for other pages.
    pub row_cache: &'a RowCache,
}

impl<'a> PageCx<'a> {
    pub fn language(&self) -> &'a Arc<Language> {
        self.site.lang(self.lang)
    }

    /// The same page, worded in another language.
    pub fn in_language(self, lang: LangId) -> Self {
        Self { lang, ..self }
    }

    /// A record; the page depends on its facts from now on.
    pub fn record(&self, index: Index) -> &'a Arc<Record> {
        let record = &self.library.records[index];
        self.recorder.note(DepKey::Facts(record.id.as_str()));
        record
    }

    /// A record for what the lists say of it, which are deps of their own.
    pub fn peek(&self, index: Index) -> &'a Record {
        &self.library.records[index]
    }

    /// A record's text in a language; the page depends on it from now on.
    pub fn text_of(&self, index: Index, lang: LangId) -> &'a Record {
        let record = &self.library.records[index];
        self.recorder.note(DepKey::Body(record.id.as_str(), lang.0));
        record
    }

    /// How far a record is in a language.
    pub fn translation(&self, index: Index, lang: LangId) -> &'a Translation {
        self.text_of(index, lang).translation(lang)
    }

    /// Follows an id; the page depends on whether there is such a record.
    pub fn find(&self, id: &RecordId) -> Option<Index> {
        self.recorder.note(DepKey::Facts(id.as_str()));
        self.library.find(id)
    }

    /// Follows an id to what leads to and from the record.
    fn tied(&self, id: &RecordId) -> Option<Index> {
        self.recorder.note(DepKey::Ties(id.as_str()));
        self.library.find(id)
    }

    pub fn today(&self) -> Date {
        self.recorder.note(DepKey::Today);
        self.plan.today
    }

    pub fn note(&self, key: DepKey<'_>) {
        self.recorder.note(key);
    }

    // ---- words ----

    pub fn word(&self, id: &str) -> String {
        self.site.word(self.lang, id)
    }

    pub fn say(&self, id: &str, args: &[(&str, Given<'_>)]) -> String {
        let args: Args<'_> = args.iter().cloned().collect();
        self.site.say(self.lang, id, &args)
    }

    pub fn kind_word(&self, kind: &Kind) -> String {
        self.word(&format!("kind_{}", kind.folder))
    }

    /// A text for this page, marked where it is in another language than the page's.
    pub fn text(&self, text: &Text) -> view::Text {
        let (words, lang) = text.get(self.lang);
        self.text_in(words, lang)
    }

    pub fn text_in(&self, words: &str, lang: LangId) -> view::Text {
        if lang == self.lang {
            return view::Text::plain(words);
        }
        let language = self.site.lang(lang);
        view::Text::foreign(words, language.tag.clone(), language.dir.as_str())
    }

    pub fn date(&self, date: Date) -> view::Date {
        view::Date { iso: date.to_string(), text: self.language().format().date((date.year(), date.month(), date.day())) }
    }

    pub fn time_inline(&self, date: Date) -> Inline {
        let date = self.date(date);
        Inline::Time { iso: date.iso, text: date.text }
    }

    pub fn tag_name(&self, tag: &str) -> view::Text {
        let names = self.site.tags.get(tag);
        let own = names.and_then(|n| n.get(&self.lang)).map(|name| (name, self.lang));
        let primary = || names.and_then(|n| n.get(&LangId::PRIMARY)).map(|name| (name, LangId::PRIMARY));
        own.or_else(primary).map_or_else(|| view::Text::plain(tag), |(name, lang)| self.text_in(name, lang))
    }

    // ---- addresses ----

    pub fn url(&self, address: &str) -> String {
        route::relative(self.from, address, self.plan.portable)
    }

    /// An address below the language's root.
    pub fn local(&self, address: &str) -> String {
        self.url(&format!("{}/{address}", self.language().path))
    }

    pub fn record_address(&self, index: Index) -> String {
        route::record(&self.record(index).id, &self.language().path)
    }

    pub fn record_link(&self, index: Index) -> view::Link {
        view::Link { url: self.url(&self.record_address(index)), title: self.text(&self.record(index).envelope.title) }
    }

    pub fn absolute(&self, address: &str) -> String {
        self.site.config.address(&route::encode_path(address))
    }

    // ---- views of records ----

    pub fn cx<'b>(&'b self, index: Index) -> ViewCx<'b> {
        let record = self.record(index);
        ViewCx {
            id: &record.id,
            kind: record.kind.name,
            envelope: &record.envelope,
            files: &record.files,
            originals: self.site.config.originals,
            lang: self.lang,
            languages: &self.site.languages,
            words: &self.site.catalogs[self.lang.index()],
            fallbacks: &self.site.fallbacks,
            glossary: &self.site.glossary,
            currency: &self.site.config.currency,
            zone: &self.site.zone,
            base: &self.site.config.base_url,
            build_date: self.plan.today,
            recorder: self.recorder,
            profile: &self.site.profile,
            holidays: self.site.holidays,
            records: self,
            from: self.from,
            portable: self.plan.portable,
        }
    }

    /// A record as one row of a list; `kind_label` where the list mixes kinds.
    pub fn card(&self, index: Index, kind_label: bool) -> view::Card {
        let record = self.record(index);
        let withdrawn = record.envelope.status() == Status::Withdrawn;
        let seen = if withdrawn { Default::default() } else { record.fields.summary(&self.cx(index)) };
        let published = record.envelope.published;
        let mut tags = seen.tags;
        if withdrawn {
            tags.push(Inline::Tag { tone: "closed", text: self.word("withdrawn") });
        }
        if record.envelope.status() == Status::Draft {
            tags.push(Inline::Tag { tone: "waiting", text: self.word("draft") });
        }
        // Whether there is a text at all is part of the face.
        let missing = matches!(record.translation(self.lang), Translation::Missing | Translation::NotNeeded);
        let primary = self.site.lang(LangId::PRIMARY);
        view::Card {
            url: self.url(&self.record_address(index)),
            title: self.text(&record.envelope.title),
            date: self.date(published),
            day: published.day().to_string(),
            month: self.language().format().month_short(published.year(), published.month()),
            kind: record.kind.folder.to_owned(),
            kind_label: if kind_label { self.kind_word(record.kind) } else { String::new() },
            tags,
            fact: seen.headline.into_iter().map(unlinked).collect(),
            untranslated: missing.then(|| self.text_in(&primary.name, LangId::PRIMARY)),
        }
    }

    /// Rows of a list of several kinds, as HTML.
    pub fn rows(&self, records: impl Iterator<Item = Index>) -> String {
        let row = |index: Index| {
            let url = self.url(&self.record_address(index));
            let row = self.row_cache.row(self.lang, url, || {
                let recorder = DepRecorder::default();
                let mut html = String::with_capacity(512);
                view::cards::row(&mut html, &PageCx { recorder: &recorder, ..*self }.card(index, true));
                CachedRow { html: html.as_str().into(), deps: recorder.close() }
            });
            self.recorder.add(&row.deps);
            row
        };
        view::cards::list(records, |out, index| out.push_str(&row(index).html))
    }

    /// A short link to another record with its date.
    pub fn dated_link(&self, index: Index) -> view::RecordLink {
        let link = self.record_link(index);
        view::RecordLink { url: link.url, title: link.title, date: self.date(self.record(index).envelope.published) }
    }

    // ---- the frame ----

    /// What all pages of the language share.
    pub fn shared(&self) -> view::Shared {
        let index = if self.plan.portable { "index.html" } else { "" };
        let path = &self.language().path;
        let link = |key: &str, address: &str, title: view::Text| view::PathLink {
            key: key.to_owned(),
            path: format!("{path}/{address}{}", if address.is_empty() || address.ends_with('/') { index } else { "" }),
            title,
        };
        let mut nav = vec![link("home", "", view::Text::plain(self.word("home")))];
        for kind in KINDS.iter().filter(|k| k.listed && super::of_kind(self.library, k).next().is_some()) {
            nav.push(link(kind.folder, &format!("{}/", kind.folder), view::Text::plain(self.kind_word(kind))));
        }
        let mut footer = Vec::new();
        let mut pages: Vec<Index> = self.library.newest.iter().copied().filter(|&i| !self.record(i).kind.listed).collect();
        pages.sort_by(|&a, &b| self.record(a).id.cmp(&self.record(b).id));
        for index in pages {
            let record = self.record(index);
            footer.push(link(record.id.stem(), &format!("{}/", record.id.stem()), self.text(&record.envelope.title)));
        }
        if !self.plan.tags.is_empty() {
            footer.push(link("tags", "tags/", view::Text::plain(self.word("all_topics"))));
        }
        footer.push(link("calendar", "calendar.ics", view::Text::plain(self.word("calendar_all"))));
        footer.push(link("feed", "atom.xml", view::Text::plain(self.word("feed"))));
        let search_path = format!("{path}/search/{index}");
        view::Shared { site: self.site_view(), lang: self.lang_view(self.lang), nav, footer, search_path }
    }

    pub fn lang_view(&self, lang: LangId) -> view::Lang {
        let language = self.site.lang(lang);
        view::Lang {
            tag: language.tag.clone(),
            path: language.path.clone(),
            dir: language.dir.as_str(),
            og: language.og_locale(),
            name: language.name.clone(),
            primary: lang == LangId::PRIMARY,
            home: format!("{}/{}", language.path, if self.plan.portable { "index.html" } else { "" }),
        }
    }

    /// The site's name as this page's language has it.
    pub fn site_name(&self) -> view::Text {
        let (name, path) = self.site.config.name(&self.language().path);
        let lang = self.site.languages.iter().position(|l| l.path == path).map_or(LangId::PRIMARY, |i| LangId(i as u8));
        self.text_in(name, lang)
    }

    fn site_view(&self) -> view::Site {
        let own = self.site_name();
        let names = self.site.lang_ids().filter(|l| *l != self.lang).map(|lang| {
            let (name, path) = self.site.config.name(&self.site.lang(lang).path);
            (path == self.site.lang(lang).path).then(|| self.text_in(name, lang))
        });
        view::Site {
            names: names.flatten().filter(|n| n.text != own.text).collect(),
            name: own,
            languages: self.site.lang_ids().map(|l| self.lang_view(l)).collect(),
            contact: self.contact(),
            share: self.site.theme.picture("share.png").map(|p| view::SharePicture {
                url: self.absolute(p.path),
                width: p.width,
                height: p.height,
            }),
            generator: self.say("generated_by", &[("version", Given::Text(concat!("linli ", env!("CARGO_PKG_VERSION")).into()))]),
        }
    }

    /// Whom to ask.
    pub fn contact(&self) -> Vec<Fact> {
        let contact = &self.site.config.contact;
        let primary = &self.site.config.primary().path;
        let fields = [("phone", &contact.phone), ("email", &contact.email), ("hours", &contact.hours), ("address", &contact.address)];
        let fact = |(label, text): (&str, &Option<crate::config::Text>)| {
            let (words, lang) = text.as_ref()?.get(&self.language().path, primary);
            let inline = match label {
                "phone" => {
                    let digits: String = words.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
                    Inline::Tel { url: format!("tel:{digits}"), text: words.to_owned() }
                }
                "email" => Inline::Link { url: format!("mailto:{words}"), text: words.to_owned(), lang: None, dir: None },
                _ => {
                    let lang = lang.and_then(|l| self.site.languages.iter().position(|x| x.path == l)).map(|i| LangId(i as u8));
                    let marked = self.text_in(words, lang.unwrap_or(self.lang));
                    Inline::Text { text: marked.text, lang: marked.lang, dir: marked.dir }
                }
            };
            Some(Fact { label: self.word(label), lines: vec![vec![inline]] })
        };
        fields.into_iter().filter_map(fact).collect()
    }

    /// The head of a page that exists alike in every language; `below` is its address under `zh/`.
    pub fn page(&self, title: view::Text, below: &str, section: &str, breadcrumb: Vec<view::Link>) -> view::Page {
        let alternates = self.site.lang_ids().map(|lang| view::Alternate {
            tag: self.site.lang(lang).tag.clone(),
            url: self.absolute(&format!("{}/{below}", self.site.lang(lang).path)),
            og: self.site.lang(lang).og_locale(),
        });
        let alternates: Vec<_> = alternates.collect();
        view::Page {
            title,
            description: String::new(),
            root: self.root(),
            canonical: self.absolute(self.from),
            alternates: if alternates.len() > 1 { alternates } else { Vec::new() },
            switch: self.switch(below),
            noindex: false,
            breadcrumb,
            feeds: vec![self.feed_link(None)],
            code_css: false,
            fonts: self.font_sheets([self.lang]),
            data: String::new(),
            section: section.to_owned(),
        }
    }

    /// Where the fonts of these languages are named, for those that have one.
    pub fn font_sheets(&self, languages: impl IntoIterator<Item = LangId>) -> Vec<String> {
        let has_font = |lang: &LangId| self.site.fonts.get(lang.index()).is_some_and(Option::is_some);
        languages.into_iter().filter(has_font).map(|lang| route::font_sheet(&self.site.lang(lang).path)).collect()
    }

    /// Way to the root of the site.
    pub fn root(&self) -> String {
        let root = route::root(self.from);
        if root.is_empty() { "./".to_owned() } else { root }
    }

    /// Links to the same page in each language.
    pub fn switch(&self, below: &str) -> Vec<view::Switch> {
        let link = |lang: LangId| {
            let language = self.site.lang(lang);
            view::Switch {
                name: language.name.clone(),
                tag: language.tag.clone(),
                dir: language.dir.as_str(),
                url: self.url(&format!("{}/{below}", language.path)),
                current: lang == self.lang,
            }
        };
        self.site.lang_ids().map(link).collect()
    }

    pub fn feed_link(&self, kind: Option<&Kind>) -> view::Link {
        let title = self.feed_title(kind);
        let address = kind.map_or("atom.xml".to_owned(), |k| format!("{}/atom.xml", k.folder));
        view::Link { url: self.local(&address), title: view::Text::plain(title) }
    }

    pub fn feed_title(&self, kind: Option<&Kind>) -> String {
        let site = Given::Text(self.site_name().text.into());
        match kind {
            None => self.say("atom_all", &[("site", site)]),
            Some(kind) => self.say("atom_of_kind", &[("site", site), ("kind", Given::Text(self.kind_word(kind).into()))]),
        }
    }

    pub fn home_crumb(&self) -> view::Link {
        view::Link { url: self.local(""), title: view::Text::plain(self.word("home")) }
    }

    pub fn kind_crumb(&self, kind: &Kind) -> view::Link {
        view::Link { url: self.local(&format!("{}/", kind.folder)), title: view::Text::plain(self.kind_word(kind)) }
    }

    /// Records in the order of their names: pinyin for Chinese, `sort_key` first.
    pub fn by_name(&self, mut records: Vec<Index>) -> Vec<Index> {
        let format = self.language().format();
        let name = |i: Index| {
            let envelope = &self.record(i).envelope;
            envelope.sort_key.clone().unwrap_or_else(|| envelope.title.get(self.lang).0.to_owned())
        };
        records.sort_by_cached_key(|&i| (format.sort_key(&name(i)), self.record(i).id.clone()));
        records
    }
}

/// A card's fact stands beside the card's own link, so it holds no links itself.
fn unlinked(inline: Inline) -> Inline {
    match inline {
        Inline::Link { text, lang, dir, .. } => Inline::Text { text, lang, dir },
        Inline::Tel { text, .. } => Inline::Code { text },
        other => other,
    }
}

impl Records for PageCx<'_> {
    fn title(&self, target: &Ref) -> Option<Text> {
        let index = self.find(&target.id)?;
        let own = || Some(self.record(index).envelope.title.clone());
        match target.fragment.as_deref() {
            Some(fragment) => self.library.item_words(index, fragment).cloned().or_else(own),
            None => own(),
        }
    }

    fn address(&self, target: &Ref, lang: LangId) -> Option<String> {
        let index = self.find(&target.id).filter(|i| self.library.is_shown(*i))?;
        let page = route::record(&self.record(index).id, &self.site.lang(lang).path);
        Some(match target.fragment.as_deref() {
            Some(fragment) if self.library.has_item(index, fragment) => format!("{page}#{fragment}"),
            _ => page,
        })
    }

    fn chain(&self, id: &RecordId) -> Vec<(RecordId, Balance)> {
        let Some(index) = self.tied(id) else { return Vec::new() };
        let chain = self.library.chain(index);
        let end = chain.iter().position(|i| *i == index).map_or(chain.len(), |place| place + 1);
        let periods = chain[end.saturating_sub(PERIODS)..end].iter().filter_map(|&i| {
            let record = self.record(i);
            Some((record.id.clone(), record.facets.balance.clone()?))
        });
        periods.collect()
    }

    fn children(&self, id: &RecordId) -> Vec<RecordId> {
        let children = self.tied(id).and_then(|i| self.library.children.get(&i)).cloned().unwrap_or_default();
        self.by_name(children).into_iter().map(|i| self.record(i).id.clone()).collect()
    }

    fn referring(&self, id: &RecordId, fields: &[&str]) -> Vec<RecordId> {
        let links = self.tied(id).and_then(|i| self.library.backlinks.get(&i));
        let mut ids: Vec<RecordId> = Vec::new();
        for link in links.into_iter().flatten().filter(|l| fields.contains(&l.field)) {
            let id = &self.record(link.from).id;
            if ids.last() != Some(id) {
                ids.push(id.clone());
            }
        }
        ids
    }

    fn upcoming(&self, id: &RecordId) -> Vec<Occurrence> {
        self.tied(id).map(|i| self.plan.upcoming(i).cloned().collect()).unwrap_or_default()
    }

    fn whereabouts(&self, place: &Ref) -> Option<Whereabouts> {
        self.find(&place.id).and_then(|i| self.record(i).facets.location.clone())
    }

    fn timetable(&self, id: &RecordId) -> Vec<Week> {
        self.find(id).map(|i| PageCx::timetable(self, i)).unwrap_or_default()
    }

    fn carried(&self, action: &Ref) -> Vec<(RecordId, Action)> {
        self.note(DepKey::Ties(action.id.as_str()));
        let carriers = self.library.carried.get(action).into_iter().flatten().filter(|i| self.library.is_shown(**i));
        let found = carriers.flat_map(|&i| {
            let record = self.record(i);
            let own = record.facets.actions.iter().filter(|a| a.from.as_ref() == Some(action));
            own.map(|a| (record.id.clone(), a.clone())).collect::<Vec<_>>()
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by(|a, b| a.1.agreed.cmp(&b.1.agreed).then_with(|| a.0.cmp(&b.0)));
        found
    }
}
