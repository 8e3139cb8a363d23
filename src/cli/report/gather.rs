//! The parts of the report besides the findings: deadlines, translations, open actions.
//!
//! In: the checked site. Out: the lists of [`Report`], in a fixed order. Always: only records that readers see; texts are in the
//! language of messages if a record has them, else in its own.

use std::collections::{BTreeMap, HashMap};

use linli::Checked;
use linli::diagnostic::report::{Due, KindState, LanguageState, Named, OpenAction, OpenText, Owner};
use linli::diagnostic::{Diagnostic, Issue};
use linli::locale::{Tongue, Words};
use linli::profile::Key;
use linli::record::codelists::ActionState;
use linli::record::envelope::Status;
use linli::record::facet::Action;
use linli::record::{KINDS, Record, Translation};
use linli::relate::{Index, Library};
use linli::site::Site;
use linli::value::{Date, LangId, Ref, Text};

/// Gives records and texts their names.
pub(super) struct Namer<'a> {
    site: &'a Site,
    library: &'a Library,
    tongue: Option<LangId>,
    english: Option<LangId>,
}

impl<'a> Namer<'a> {
    pub(super) fn new(site: &'a Site, library: &'a Library, tongue: Tongue) -> Self {
        let of = |tongue: Tongue| {
            let name = tongue.tag().split('-').next();
            site.lang_ids().find(|id| site.lang(*id).tag.split('-').next() == name)
        };
        Self { site, library, tongue: of(tongue), english: of(Tongue::En) }
    }

    fn find<'t>(&'t self, text: &'t Text, lang: Option<LangId>) -> Option<&'t str> {
        let lang = lang?;
        let term = || self.site.glossary.terms.get(text.primary())?.get(&lang).map(String::as_str);
        text.in_language(lang).or_else(term)
    }

    /// The name of the community.
    pub(super) fn site(&self) -> String {
        let lang = self.tongue.unwrap_or(LangId::PRIMARY);
        self.site.config.name(&self.site.lang(lang).path).0.to_owned()
    }

    /// In the language of messages if there is such a text, else in its own.
    pub(super) fn text(&self, text: &Text) -> String {
        self.find(text, self.tongue).unwrap_or_else(|| text.primary()).to_owned()
    }

    pub(super) fn english(&self, text: &Text) -> Option<String> {
        self.find(text, self.english).map(str::to_owned)
    }

    pub(super) fn record(&self, record: &Record) -> Named {
        let title = &record.envelope.title;
        let (published, id) = (record.envelope.published.to_string(), record.id.to_string());
        Named { id, title: self.text(title), title_en: self.english(title), published }
    }

    fn owner(&self, owner: &Ref) -> Owner {
        let index = self.library.find(&owner.id);
        let item = owner.fragment.as_deref().and_then(|f| self.library.item_words(index?, f));
        let title = index.map(|i| &self.library.records[i].envelope.title);
        let name = item.or(title);
        let english = name.and_then(|t| self.english(t));
        Owner { id: owner.to_string(), name: name.map_or_else(|| owner.to_string(), |t| self.text(t)), name_en: english }
    }
}

/// Findings that hold because a date has passed, and those that a near date will cause.
pub(super) fn due(checked: &Checked, site: &Site, today: Date, words: &Words, namer: &Namer<'_>) -> (Vec<Due>, Vec<Due>) {
    let records: HashMap<&str, &Record> = checked.library.records.iter().map(|r| (&*r.source.path, &**r)).collect();
    let english = Words::of(Tongue::En);
    let one = |d: &Diagnostic| {
        let deadline = Date::parse(d.since.as_deref()?).ok()?.plus_days(-1);
        let record = records.get(&*d.path).map(|r| namer.record(r));
        Some(Due { deadline: deadline.to_string(), days: today.days_to(deadline), record, issue: Issue::of(d, words, english) })
    };
    let soon = site.profile.whole(Key::DueSoonDays).map_or(0, i64::from);
    let mut overdue: Vec<Due> = checked.findings.iter().filter_map(one).collect();
    let mut ahead: Vec<Due> = checked.coming.iter().filter_map(one).filter(|due| due.days <= soon).collect();
    for list in [&mut overdue, &mut ahead] {
        linli::order::sort_by(list, |a, b| a.deadline.cmp(&b.deadline));
    }
    (overdue, ahead)
}

/// The translation state of the shown records in each language.
pub(super) fn languages(site: &Site, library: &Library, namer: &Namer<'_>) -> Vec<LanguageState> {
    site.lang_ids().map(|lang| language(site, library, namer, lang)).collect()
}

fn language(site: &Site, library: &Library, namer: &Namer<'_>, lang: LangId) -> LanguageState {
    let language = site.lang(lang);
    let mut state = LanguageState { code: language.path.clone(), tag: language.tag.clone(), ..LanguageState::default() };
    let mut kinds: BTreeMap<&str, KindState> = BTreeMap::new();
    for &index in &library.newest {
        let record = &library.records[index];
        let kind = kinds.entry(record.kind.name).or_default();
        let open = |state: &'static str, list: &mut Vec<OpenText>| list.push(OpenText { state, record: namer.record(record) });
        let (whole, part) = match record.translation(lang) {
            Translation::Original | Translation::Translated => (&mut state.translated, &mut kind.translated),
            Translation::Stale { .. } => {
                open("stale", &mut state.open);
                (&mut state.stale, &mut kind.stale)
            }
            Translation::Missing => {
                open("missing", &mut state.open);
                (&mut state.missing, &mut kind.missing)
            }
            Translation::NotNeeded => (&mut state.not_needed, &mut kind.not_needed),
        };
        *whole += 1;
        *part += 1;
    }
    state.kinds = KINDS.iter().filter_map(|k| kinds.remove(k.name).map(|state| KindState { kind: k.name.to_owned(), ..state })).collect();
    state
}

/// Open actions that no later meeting took over, the most urgent first; those without a date at the end.
pub(super) fn actions(library: &Library, today: Date, namer: &Namer<'_>) -> Vec<OpenAction> {
    let is_seen = |index: &Index| library.is_shown(*index) && library.records[*index].envelope.status() == Status::Published;
    let mut all: HashMap<Ref, &Action> = HashMap::new();
    for record in &library.records {
        for action in &record.facets.actions {
            all.insert(Ref { id: record.id.clone(), fragment: Some(action.fragment.clone()) }, action);
        }
    }
    let mut open = Vec::new();
    for index in library.newest.iter().filter(|i| is_seen(i)) {
        let record = &library.records[*index];
        for action in record.facets.actions.iter().filter(|a| a.state == ActionState::Open) {
            let this = Ref { id: record.id.clone(), fragment: Some(action.fragment.clone()) };
            if library.carried.get(&this).is_some_and(|by| by.iter().any(|i| is_seen(i) && i != index)) {
                continue;
            }
            open.push(open_action(record, action, &this, &all, today, namer));
        }
    }
    let key = |a: &OpenAction| (a.due.is_none(), a.due.clone(), a.first_agreed.clone(), a.id.clone());
    linli::order::sort_by_key(&mut open, key);
    open
}

fn open_action(record: &Record, action: &Action, this: &Ref, all: &HashMap<Ref, &Action>, today: Date, namer: &Namer<'_>) -> OpenAction {
    let mut before: Vec<&Ref> = Vec::new();
    let (mut first, mut from) = (action, action.from.as_ref());
    // A cycle of actions ends where it closes.
    while let Some(earlier) = from.filter(|r| *r != this && !before.contains(r)) {
        before.push(earlier);
        let Some(action) = all.get(earlier) else { break };
        first = action;
        from = action.from.as_ref();
    }
    before.reverse();
    let days = action.due.map(|due| today.days_to(due));
    OpenAction {
        id: this.to_string(),
        file: record.source.path.to_string(),
        text: namer.text(&action.text),
        text_en: namer.english(&action.text),
        record: namer.record(record),
        owner: action.owner.as_ref().map(|owner| namer.owner(owner)),
        agreed: action.agreed.to_string(),
        due: action.due.map(|due| due.to_string()),
        days,
        overdue: days.is_some_and(|days| days < 0),
        carried: before.len(),
        carried_from: before.into_iter().map(ToString::to_string).collect(),
        first_agreed: first.agreed.to_string(),
    }
}
