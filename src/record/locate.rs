//! Finds the place of a field in a record's front matter, when there is something to say about it.
//!
//! In: a record and locators such as `lines[3].amount`. Out: spans. Always: a field that is not written gives the place of
//! the nearest field above it that is; the file is read again only for records with findings. An `explain` entry turns a
//! warning into a note, and an error into a warning only for the rules that may be answered ([`rulebook::Rule`]).

use std::sync::Arc;

use super::Record;
use super::envelope::{Envelope, Explanation};
use super::field::StructSpec;
use super::finding::Finding;
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::rulebook;
use crate::source::{Source, Span};
use crate::yaml::{self, Node};

/// The places of one record's fields.
pub struct Locator {
    source: Arc<Source>,
    root: Option<Node>,
    specs: [&'static StructSpec; 2],
}

impl Locator {
    pub fn new(record: &Record) -> Self {
        let specs = [&Envelope::SPEC, record.kind.spec];
        let known = |key: &str| specs.iter().any(|s| s.field(key).is_some());
        let root = yaml::read(&record.source, record.front.clone(), &known, &mut Vec::new());
        Self { source: Arc::clone(&record.source), root, specs }
    }

    /// The value a locator names (a scalar whole; of a list or map its key), else what stands nearest above.
    pub fn place(&self, locator: &str) -> Option<Span> {
        let mut node = self.root.as_ref()?;
        let mut specs: Vec<&'static StructSpec> = self.specs.to_vec();
        let mut best: Option<std::ops::Range<usize>> = None;
        for part in locator.split('.').filter(|p| !p.is_empty()) {
            let (name, indices) = part.split_once('[').map_or((part, ""), |(n, rest)| (n, rest));
            let spec = specs.iter().find_map(|s| s.field(name));
            let Some(entry) = node.entries().iter().find(|e| e.key == name || spec.is_some_and(|s| e.key == s.zh || e.key == s.name))
            else {
                break;
            };
            best = Some(if entry.value.scalar().is_some() && !entry.value.is_empty() { entry.value.range() } else { entry.key_range() });
            node = &entry.value;
            specs = spec.and_then(|s| s.shape.inner_struct()).into_iter().collect();
            for index in indices.split('[').filter_map(|i| i.trim_end_matches(']').parse::<usize>().ok()) {
                let Some(item) = node.items().get(index) else { break };
                node = item;
                best = Some(item_place(item, specs.first().copied()));
            }
        }
        Some(Span::new(&self.source, best?))
    }
}

/// A list item is shown by its key, else by its first key, else whole.
fn item_place(item: &Node, spec: Option<&StructSpec>) -> std::ops::Range<usize> {
    let key = spec.filter(|s| !s.key.is_empty()).and_then(|s| {
        let field = s.field(s.key)?;
        item.entries().iter().find(|e| e.key == field.name || e.key == field.zh)
    });
    match (key, item.entries().first()) {
        (Some(entry), _) => entry.value.range(),
        (None, Some(entry)) => entry.key_range(),
        (None, None) => item.range(),
    }
}

/// Gives the findings of rules their places; the record's file is read again only if there are any.
pub fn place(record: &Record, found: &[Finding]) -> Vec<Diagnostic> {
    if found.is_empty() {
        return Vec::new();
    }
    let locator = Locator::new(record);
    found
        .iter()
        .map(|finding| {
            let severity = answered(record, finding);
            let mut diagnostic = Diagnostic::new(severity, finding.code, finding.message, Arc::clone(&record.source.path));
            diagnostic.args = finding.args.clone();
            diagnostic.span = locator.place(&finding.at);
            diagnostic.law = finding.law.clone();
            diagnostic.since = finding.since.map(|day| day.to_string());
            diagnostic.field = Some(finding.at.clone());
            diagnostic.related = finding.related.iter().filter_map(|(at, attribute)| Some((locator.place(at)?, *attribute))).collect();
            diagnostic
        })
        .collect()
}

/// The same for a finding in a text, which no field names: a warning is answered without a place; a number of a person only by
/// an answer that names this very number, masked.
pub fn answer(record: &Record, finding: &mut Diagnostic) {
    let named = match finding.args.get("at") {
        Some(Arg::Text(number)) => Some(number.as_str()),
        _ => None,
    };
    let is_meant = |at: &str| named.is_some_and(|number| is_masked_as(at, number));
    let answered = |e: &Explanation| {
        e.rule == finding.code
            && match &e.at {
                Some(at) => is_meant(at),
                None => finding.severity == Severity::Warning && !lifts_one_number(finding),
            }
    };
    if finding.field.is_none() && finding.severity != Severity::Info && record.envelope.explain.iter().any(answered) {
        finding.severity = Severity::Info;
    }
}

/// Whether an answer lifts one number at a time, which it has to name.
fn lifts_one_number(finding: &Diagnostic) -> bool {
    rulebook::rule(finding.code).is_some_and(|rule| rule.subject == rulebook::Subject::PersonalData)
}

/// `532801…1234` with any signs in the place of what is hidden.
fn is_masked_as(written: &str, number: &str) -> bool {
    let Some((head, tail)) = number.split_once('…') else { return false };
    let hidden = written.trim().strip_prefix(head).and_then(|rest| rest.to_ascii_uppercase().strip_suffix(tail).map(str::to_owned));
    hidden.is_some_and(|signs| !signs.is_empty() && signs.chars().all(|c| matches!(c, '…' | '.' | '*' | '＊' | '⋯')))
}

/// The severity of a finding after the record's own public answers.
fn answered(record: &Record, finding: &Finding) -> Severity {
    let mut public = String::new();
    let answer = record.envelope.explain.iter().find(|e| {
        e.rule == finding.code
            && e.at.as_ref().is_none_or(|at| {
                let at = record.path_of(at);
                if public.is_empty() {
                    public = public_path(record, &finding.at);
                }
                public == at || public.starts_with(&format!("{at}."))
            })
    });
    match (answer, finding.severity) {
        (Some(_), Severity::Error) if rulebook::rule(finding.code).is_some_and(|rule| rule.answerable) => Severity::Warning,
        (Some(_), Severity::Warning) => Severity::Info,
        (_, severity) => severity,
    }
}

/// `contracts[0].original` as people write it: `contracts.c1.original`.
fn public_path(record: &Record, locator: &str) -> String {
    let mut found = None;
    let mut prefix: Option<(usize, String)> = None;
    record.walk(&mut |path, _, _| {
        if found.is_some() {
            return;
        }
        let here = path.locator();
        if here == locator {
            found = Some(path.public());
        } else if here.starts_with(locator) && prefix.is_none() {
            let depth = locator.matches(['.', '[']).count();
            let public: Vec<String> = path.public().split('.').take(depth + 1).map(str::to_owned).collect();
            prefix = Some((depth, public.join(".")));
        }
    });
    found.or(prefix.map(|(_, p)| p)).unwrap_or_else(|| locator.to_owned())
}
