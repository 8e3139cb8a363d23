//! Records → [`Library`]: identity, references, chains, order, and the rules between records.
//!
//! In: parsed bundles. Out: a library in which every reference can be followed, and findings. Always: this module sees kinds
//! through their facets only; each step is linear or a sort; the date only decides whether something lies in the future.

mod chains;
mod links;
mod parents;
mod rules;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::{Diagnostic, Severity};
use crate::hash::QuickMap;
use crate::parse::{Parsed, PartialRecord};
use crate::profile::Profile;
use crate::record::Record;
use crate::record::envelope::Status;
use crate::record::field::{Leaf, nearest};
use crate::record::finding::Finding;
use crate::site::Site;
use crate::value::{Date, Holidays, LangId, RecordId, Ref, Text};

pub use links::{LinkTarget, link_subject, resolve_link};
pub use rules::names::misnames;

/// Position of a record in the library.
pub type Index = usize;

/// All records, in order of id, with the references between them.
#[derive(Debug, Default)]
pub struct Library {
    pub records: Vec<Arc<Record>>,
    by_id: QuickMap<RecordId, Index>,
    /// Records whose facts could not be read: only their ids are known.
    broken: HashSet<RecordId>,
    /// Records that are not shown, with the reason.
    pub unpublished: BTreeMap<Index, Unpublished>,
    /// Newest first: `published`, then id. Only records that are shown.
    pub newest: Vec<Index>,
    /// For each record, the records that name it and the field that does; newest first.
    pub backlinks: BTreeMap<Index, Vec<Backlink>>,
    /// Children by parent.
    pub children: QuickMap<Index, Vec<Index>>,
    /// Chains of accounts: for each record of a chain the whole chain, oldest first.
    chain_of: QuickMap<Index, Arc<[Index]>>,
    /// All chains, in order of scope and fund.
    pub chains: Vec<Arc<[Index]>>,
    /// Document numbers.
    pub numbers: BTreeMap<String, Index>,
    /// Actions carried over to a later meeting: the action, and the record that takes it over.
    pub carried: HashMap<Ref, Vec<Index>>,
    /// Items of each record: id and list, with the words that name the item on pages.
    items: Vec<Items>,
    /// Years that a deadline between records ends in and that the holiday table does not cover yet.
    pub beyond: BTreeSet<i16>,
}

/// In order of id.
type Items = Box<[(Box<str>, Item)]>;

/// An item that a fragment may name.
#[derive(Debug, Clone)]
struct Item {
    list: &'static str,
    words: Option<Text>,
}

/// A reference from one record to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlink {
    pub from: Index,
    /// The top-level field that holds the reference (`place`, `parties`); `body` for a link in the text.
    pub field: &'static str,
}

/// Why a record is not shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpublished {
    Draft,
    /// Not published before this day.
    Until(Date),
}

/// The options that decide which records are shown.
#[derive(Debug, Clone, Copy)]
pub struct Showing {
    pub today: Date,
    pub drafts: bool,
}

/// The inputs of the rules between records.
pub struct Rules<'a> {
    pub profile: &'a Profile,
    pub holidays: &'a Holidays,
    /// Path segments of the site's languages.
    pub languages: Vec<String>,
    /// Neighboring lines of a text are run together.
    pub join_lines: bool,
    /// Tags that have names.
    pub tags: HashSet<String>,
}

impl<'a> Rules<'a> {
    pub fn of(site: &'a Site) -> Self {
        let languages = site.languages.iter().map(|l| l.path.clone()).collect();
        let (join_lines, tags) = (site.config.join_lines, site.tags.keys().cloned().collect());
        Self { profile: &site.profile, holidays: site.holidays, languages, join_lines, tags }
    }
}

/// The related records, and the findings between them.
#[derive(Debug, Default)]
pub struct Related {
    pub library: Library,
    /// Findings about facts; [`crate::record::locate::place`] gives them their places.
    pub in_facts: BTreeMap<Index, Vec<Finding>>,
    pub in_texts: Vec<Diagnostic>,
}

/// Builds the library and applies the rules between records.
pub fn library(parsed: &[&Parsed], showing: Showing, rules: &Rules<'_>) -> Related {
    let (languages, tags) = (&*rules.languages, &rules.tags);
    let mut library = Library::default();
    for bundle in parsed {
        match &bundle.record {
            Some(record) => {
                library.by_id.insert(record.id.clone(), library.records.len());
                library.records.push(Arc::clone(record));
            }
            None => drop(library.broken.insert(bundle.id.clone())),
        }
    }
    library.items = library.records.par_iter().map(|r| items(r)).collect();
    for (index, record) in library.records.iter().enumerate() {
        if let Some(reason) = unpublished(record, showing) {
            library.unpublished.insert(index, reason);
        }
    }
    let mut newest: Vec<Index> = (0..library.records.len()).filter(|i| !library.unpublished.contains_key(i)).collect();
    newest.sort_by(|&a, &b| {
        let (a, b) = (&library.records[a], &library.records[b]);
        b.envelope.published.cmp(&a.envelope.published).then_with(|| a.id.cmp(&b.id))
    });
    library.newest = newest;

    let mut found: Vec<(Index, Finding)> = Vec::new();
    let mut in_texts: Vec<Diagnostic> = Vec::new();
    numbers(&mut library, &mut found);
    references(&mut library, tags, &mut found);
    links::check(&mut library, languages, &mut in_texts);
    if !rules.join_lines {
        links::wrapped(&library, &mut in_texts);
    }
    for bundle in parsed.iter().filter(|p| p.record.is_none()) {
        partial(&library, languages, &bundle.partial, &mut in_texts);
    }
    parents::check(&mut library, &mut found);
    chains::check(&mut library, &mut found);
    for (index, record) in library.records.iter().enumerate() {
        for action in &record.facets.actions {
            if let Some(from) = &action.from {
                library.carried.entry(from.clone()).or_default().push(index);
            }
        }
    }
    order_backlinks(&mut library);
    let between = rules::check(&library, rules, showing.today);
    found.extend(between.found);
    in_texts.extend(between.placed);
    library.beyond = between.calendar.beyond;
    let mut in_facts: BTreeMap<Index, Vec<Finding>> = BTreeMap::new();
    for (index, finding) in found {
        in_facts.entry(index).or_default().push(finding);
    }
    Related { library, in_facts, in_texts }
}

/// The reason why the record is not shown, if there is one.
fn unpublished(record: &Record, showing: Showing) -> Option<Unpublished> {
    if showing.drafts {
        return None;
    }
    match record.envelope.status() {
        Status::Draft => Some(Unpublished::Draft),
        _ if record.envelope.published > showing.today => Some(Unpublished::Until(record.envelope.published)),
        _ => None,
    }
}

/// Items by id, each named by its title.
fn items(record: &Record) -> Items {
    let mut items: Vec<(Box<str>, Item)> = Vec::new();
    // The items that the walk is currently inside: position in `items`, depth of their fields, field name of the title.
    let mut inside: Vec<(usize, usize, &str)> = Vec::new();
    record.walk(&mut |path, spec, leaf| match leaf {
        Leaf::Item(key) if !key.is_empty() => {
            let depth = path.depth() + 1;
            inside.retain(|(_, above, _)| *above < depth);
            inside.extend(spec.shape.inner_struct().map(|item| (items.len(), depth, item.title)));
            items.push((key.into(), Item { list: path.list(), words: None }));
        }
        Leaf::Text(text) => {
            let is_title = |(_, depth, title): &&(usize, usize, &str)| *depth == path.depth() && *title == spec.name;
            if let Some((at, ..)) = inside.iter().rev().find(is_title) {
                items[*at].1.words = Some(text.clone());
            }
        }
        _ => {}
    });
    items.sort_by(|a, b| a.0.cmp(&b.0));
    items.dedup_by(|later, first| {
        let same = later.0 == first.0;
        if same && first.1.words.is_none() {
            first.1.words = later.1.words.take();
        }
        same
    });
    // An exact copy: shrinking the list would keep the memory behind it.
    let mut exact = Vec::with_capacity(items.len());
    exact.append(&mut items);
    exact.into_boxed_slice()
}

/// COM-01: document numbers are unique.
fn numbers(library: &mut Library, found: &mut Vec<(Index, Finding)>) {
    let mut numbers: BTreeMap<String, Index> = BTreeMap::new();
    for (index, record) in library.records.iter().enumerate() {
        let Some(number) = &record.envelope.number else { continue };
        match numbers.get(&number.0) {
            Some(&first) => {
                let mut finding = Finding::new(Severity::Error, "COM-01", "com-01-number-twice", "number");
                finding.arg("number", number.0.as_str()).arg("other", &*library.records[first].source.path);
                found.push((index, finding));
            }
            None => drop(numbers.insert(number.0.clone(), index)),
        }
    }
    library.numbers = numbers;
}

/// COM-02: references resolve to a record of an allowed kind; fragments exist.
fn references(library: &mut Library, tags: &HashSet<String>, found: &mut Vec<(Index, Finding)>) {
    let mut backlinks: BTreeMap<Index, Vec<Backlink>> = BTreeMap::new();
    for (index, record) in library.records.iter().enumerate() {
        record.walk(&mut |path, spec, leaf| match leaf {
            Leaf::Ref(target) => match library.resolve(target, spec.refs) {
                Ok(Some(to)) => backlinks.entry(to).or_default().push(Backlink { from: index, field: path.top() }),
                Ok(None) => {}
                // An unpublished record may refer to another unpublished record.
                Err(problem) if problem.message == "com-02-held" && !library.is_shown(index) => {}
                Err(problem) => {
                    let mut finding = Finding::new(Severity::Error, "COM-02", problem.message, path.locator());
                    finding.arg("target", target.to_string());
                    for (name, value) in problem.args {
                        finding.arg(name, value);
                    }
                    found.push((index, finding));
                }
            },
            Leaf::Line(tag) if path.top() == "tags" && !tags.contains(tag) => {
                let mut finding = Finding::new(Severity::Warning, "COM-02", "com-02-tag", path.locator());
                let near = nearest(tag, tags.iter().map(String::as_str).collect::<BTreeSet<_>>()).unwrap_or("");
                finding.arg("tag", tag).arg("near", near);
                found.push((index, finding));
            }
            _ => {}
        });
    }
    library.backlinks = backlinks;
}

/// Checks references and links of a record whose facts could not be read, so that their mistakes are reported together with the
/// first one and not after it is corrected.
fn partial(library: &Library, languages: &[String], partial: &PartialRecord, findings: &mut Vec<Diagnostic>) {
    for reference in &partial.references {
        // It is not known whether the record itself is published.
        if let Err(problem) = library.resolve(&reference.target, reference.allowed)
            && problem.message != "com-02-held"
        {
            let mut finding = Diagnostic::error_at("COM-02", problem.message, reference.span.clone());
            finding.args.insert("target", reference.target.to_string().into());
            finding.args.extend(problem.args.into_iter().map(|(name, value)| (name, value.into())));
            findings.push(finding);
        }
    }
    links::check_partial(library, languages, partial, findings);
}

/// The mistake in a reference.
struct Problem {
    message: &'static str,
    args: Vec<(&'static str, String)>,
}

impl Library {
    pub fn find(&self, id: &RecordId) -> Option<Index> {
        self.by_id.get(id).copied()
    }

    pub fn get(&self, id: &RecordId) -> Option<&Arc<Record>> {
        self.find(id).map(|i| &self.records[i])
    }

    /// Whether a record of this id exists whose facts could not be read.
    pub fn is_broken(&self, id: &str) -> bool {
        RecordId::parse(id).is_some_and(|id| self.broken.contains(&id))
    }

    pub fn is_shown(&self, index: Index) -> bool {
        !self.unpublished.contains_key(&index)
    }

    /// The chain this record belongs to, oldest period first.
    pub fn chain(&self, index: Index) -> &[Index] {
        self.chain_of.get(&index).map_or(&[], |c| c)
    }

    fn item(&self, index: Index, fragment: &str) -> Option<&Item> {
        let items = self.items.get(index)?;
        items.binary_search_by(|(id, _)| (**id).cmp(fragment)).ok().map(|at| &items[at].1)
    }

    /// The words that name an item on pages.
    pub fn item_words(&self, index: Index, fragment: &str) -> Option<&Text> {
        self.item(index, fragment)?.words.as_ref()
    }

    pub fn has_item(&self, index: Index, fragment: &str) -> bool {
        self.item(index, fragment).is_some()
    }

    fn resolve(&self, target: &Ref, allowed: &str) -> Result<Option<Index>, Problem> {
        let fits = |folder: &str| allowed.is_empty() || allowed == "*" || allowed.split('|').any(|a| a.split('#').next() == Some(folder));
        if !fits(target.id.folder()) {
            let kinds = allowed.split('|').map(|a| a.split('#').next().unwrap_or("")).collect::<Vec<_>>().join(", ");
            return Err(Problem { message: "com-02-kind", args: vec![("allowed", kinds)] });
        }
        let Some(index) = self.find(&target.id) else {
            if self.broken.contains(&target.id) {
                return Ok(None);
            }
            let near = self.nearest_id(&target.id);
            return Err(Problem { message: "com-02-unknown", args: vec![("near", near)] });
        };
        if !self.is_shown(index) {
            return Err(Problem { message: "com-02-held", args: vec![] });
        }
        let Some(fragment) = target.fragment.as_deref() else { return Ok(Some(index)) };
        let list =
            allowed.split('|').find(|a| a.split('#').next() == Some(target.id.folder())).and_then(|a| a.split_once('#')).map(|(_, l)| l);
        match self.item(index, fragment) {
            Some(item) if list.is_none_or(|l| l == item.list) => Ok(Some(index)),
            _ => {
                let items = self.items[index].iter().filter(|(_, item)| list.is_none_or(|l| l == item.list)).map(|(id, _)| &**id);
                let near = nearest(fragment, items).unwrap_or("").to_owned();
                let args = vec![("fragment", fragment.to_owned()), ("near", near), ("id", target.id.to_string())];
                Err(Problem { message: "com-02-fragment", args })
            }
        }
    }

    fn nearest_id(&self, id: &RecordId) -> String {
        // A record that moved names its old address.
        let end = format!("/{id}");
        let was_here = |alias: &String| format!("/{}", alias.trim_end_matches("index.html").trim_end_matches('/')).ends_with(&end);
        if let Some(moved) = self.records.iter().find(|r| r.envelope.aliases.iter().any(was_here)) {
            return moved.id.to_string();
        }
        // Suggestions come from the same folder: slips in the stem are common, and searching the whole library would be slow.
        let same = self.records.iter().map(|r| r.id.as_str()).filter(|other| other.starts_with(id.folder()));
        nearest(id.as_str(), same).unwrap_or("").to_owned()
    }

    /// Whether the record has its own text in the language (no fallback).
    pub fn has_language(&self, index: Index, lang: LangId) -> bool {
        self.records[index].translation(lang).exists()
    }
}

fn order_backlinks(library: &mut Library) {
    let mut position = vec![usize::MAX; library.records.len()];
    for (place, &index) in library.newest.iter().enumerate() {
        position[index] = place;
    }
    for links in library.backlinks.values_mut() {
        links.retain(|l| position[l.from] != usize::MAX);
        links.sort_by_key(|l| (position[l.from], l.field));
        links.dedup();
    }
}
