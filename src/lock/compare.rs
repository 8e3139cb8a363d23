//! Compares the lock with the records: COM-08, and COM-01 for records that are gone.
//!
//! In: the lock, all records in order of id. Out: findings with their places. Always: a figure that was first written later is no
//! finding; a record that another names in `aliases` is that other now; a withdrawn record has no figures any more; what a draft
//! or a record of a later day says is compared once it is published.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::corrections::{Chain, find, is_kept};
use super::{Entry, Lock, Scope};
use crate::diagnostic::{Arg, Diagnostic, Severity};
use crate::record::envelope::Status;
use crate::record::field::{Locking, Shape};
use crate::record::finding::Finding;
use crate::record::locked::{self, Locked, as_written};
use crate::record::{Record, locate};
use crate::route;
use crate::value::RecordId;

/// Findings of records that were compared before.
#[derive(Default)]
pub struct Memo {
    lock: Option<Arc<Lock>>,
    scope: Option<Scope>,
    of_records: HashMap<RecordId, (Arc<Record>, Vec<Diagnostic>)>,
}

/// The records that stand in the lock under earlier ids, by these.
pub(super) type Renamed<'r> = BTreeMap<RecordId, &'r RecordId>;

/// The earlier ids that records name in `aliases`; an id that a record has is its own.
pub(super) fn renamed(records: &[Arc<Record>]) -> Renamed<'_> {
    let mut renamed = Renamed::new();
    for record in records {
        for old in record.envelope.aliases.iter().filter_map(|alias| route::id_of(alias)) {
            if index_of(records, old.as_str()).is_none() {
                renamed.entry(old).or_insert(&record.id);
            }
        }
    }
    renamed
}

pub(super) fn index_of(records: &[Arc<Record>], id: &str) -> Option<usize> {
    records.binary_search_by(|record| record.id.as_str().cmp(id)).ok()
}

/// Whether a record's figures are public now.
pub(super) fn is_public(record: &Record, scope: Scope) -> bool {
    record.envelope.status() == Status::Published && record.envelope.published <= scope.today
}

/// The figures that the lock has of a record, under its own id and those it had before; in order of field.
pub(super) fn published<'l>(lock: &'l Lock, record: &Record, renamed: &Renamed<'_>) -> Vec<Entry<'l>> {
    let mut entries: Vec<Entry<'_>> = lock.of(record.id.as_str()).collect();
    let earlier = record.envelope.aliases.iter().filter_map(|alias| route::id_of(alias));
    let earlier: Vec<RecordId> = earlier.filter(|old| renamed.get(old).is_some_and(|now| **now == record.id)).collect();
    if !earlier.is_empty() {
        entries.extend(earlier.iter().flat_map(|old| lock.of(old.as_str())));
        // Of two lines for a field the one under the present id is the later one.
        crate::order::sort_by(&mut entries, |a, b| {
            a.field.cmp(b.field).then_with(|| (a.id != record.id.as_str()).cmp(&(b.id != record.id.as_str())))
        });
        entries.dedup_by(|later, first| later.field == first.field);
    }
    entries
}

/// What is known of an id that no record has.
pub struct Known<'a> {
    /// Its record exists, although it could not be read.
    pub is_broken: &'a dyn Fn(&str) -> bool,
    /// The address of its page in the first language.
    pub address: &'a dyn Fn(&RecordId) -> String,
}

/// The findings.
pub fn compare(lock: &Arc<Lock>, records: &[Arc<Record>], known: &Known<'_>, scope: Scope, memo: &mut Memo) -> Vec<Diagnostic> {
    let mut findings = lock.findings.clone();
    if lock.is_empty() {
        *memo = Memo::default();
        return findings;
    }
    if !memo.lock.as_ref().is_some_and(|before| Arc::ptr_eq(before, lock)) || memo.scope != Some(scope) {
        *memo = Memo { lock: Some(Arc::clone(lock)), scope: Some(scope), of_records: HashMap::new() };
    }
    let renamed = renamed(records);
    findings.extend(gone(lock, records, &renamed, known, scope));
    let is_new = |record: &&Arc<Record>| {
        let is_same = |(before, _): &(Arc<Record>, Vec<Diagnostic>)| Arc::ptr_eq(before, record);
        is_public(record, scope) && !memo.of_records.get(&record.id).is_some_and(is_same)
    };
    let compared = records.par_iter().filter(is_new).filter_map(|record| {
        let published = published(lock, record, &renamed);
        let found = if published.is_empty() { return None } else { differences(record, &published, scope) };
        Some((record.id.clone(), (Arc::clone(record), locate::place(record, &found))))
    });
    let compared: Vec<_> = compared.collect();
    memo.of_records.extend(compared);
    let is_current = |record: &Arc<Record>| is_public(record, scope);
    findings.extend(records.iter().filter(|r| is_current(r)).filter_map(|r| memo.of_records.get(&r.id)).flat_map(|(_, f)| f).cloned());
    findings
}

/// COM-01: what was published is not shown any more.
fn gone(lock: &Lock, records: &[Arc<Record>], renamed: &Renamed<'_>, known: &Known<'_>, scope: Scope) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for id in lock.ids() {
        let path = match index_of(records, id).map(|at| &records[at]) {
            Some(record) if scope.drafts || record.envelope.status() == Status::Withdrawn || is_public(record, scope) => continue,
            Some(record) => {
                // On an earlier day than the lock's the figures are not public yet.
                let today = scope.today.to_string();
                if record.envelope.status() != Status::Draft && lock.of(id).all(|entry| *entry.first > *today) {
                    continue;
                }
                Arc::clone(&record.source.path)
            }
            None if (known.is_broken)(id) || RecordId::parse(id).is_some_and(|id| renamed.contains_key(&id)) => continue,
            None => format!("content/{id}.md").into(),
        };
        let address = RecordId::parse(id).map_or_else(String::new, |id| (known.address)(&id));
        findings.push(Diagnostic::error("COM-01", "com-01-vanished", path).arg("id", id).arg("address", format!("/{address}")));
    }
    findings
}

/// COM-08: the figures that differ, and that no correction explains.
fn differences(record: &Record, published: &[Entry<'_>], scope: Scope) -> Vec<Finding> {
    let values = locked::values(record, scope.today);
    let mut found = Vec::new();
    // Items of lists that are gone with all their figures.
    let mut gone: BTreeMap<String, Vec<Entry<'_>>> = BTreeMap::new();
    for entry in published {
        let now = find(&values, entry.field);
        if now.is_some_and(|now| now.value == entry.value) {
            continue;
        }
        match now {
            None if is_moving(record, entry.field) => {}
            Some(_) if is_kept(record, entry.field, entry.value, &values) => {}
            Some(now) => found.extend(unexplained(record, *entry, Some(now), scope)),
            None => match item_gone(record, entry.field, &values) {
                Some(item) => gone.entry(item).or_default().push(*entry),
                None => found.extend(unexplained(record, *entry, None, scope)),
            },
        }
    }
    for (item, entries) in gone {
        let is_told = |entry: &&Entry<'_>| Chain::of(record, entry.field).leads(entry.value, None);
        let of_item = || entries.iter().any(|entry| Chain::of(record, &item).leads(entry.value, None));
        if !entries.iter().any(|entry| is_told(&entry)) && !of_item() {
            // One line says that the item is gone: its amount, if it has one.
            let is_money = |entry: &&Entry<'_>| record.declared(entry.field).is_some_and(|d| *d.shape == Shape::Money);
            let told = entries.iter().find(is_money).or(entries.first());
            found.extend(told.and_then(|entry| unexplained(record, *entry, None, scope)));
        }
    }
    found
}

/// A field that moves now may have been locked by an earlier program.
fn is_moving(record: &Record, path: &str) -> bool {
    record.declared(path).is_some_and(|declared| declared.spec.locking == Locking::Moving)
}

/// The outermost item of a list above a path of which nothing is left.
fn item_gone(record: &Record, path: &str, values: &[Locked]) -> Option<String> {
    let is_left = |item: &str| values.iter().any(|value| value.path.strip_prefix(item).is_some_and(|rest| rest.starts_with('.')));
    let items = path.match_indices('.').map(|(at, _)| &path[..at]).filter(|above| is_item(record, above));
    items.into_iter().find(|item| !is_left(item)).map(str::to_owned)
}

/// Whether a path ends at an item of a list, and not at a field.
fn is_item(record: &Record, path: &str) -> bool {
    path.rsplit_once('.')
        .is_some_and(|(list, _)| record.declared(list).is_some_and(|declared| declared.spec.shape.is_list() && !is_item(record, list)))
}

/// The finding for a figure that differs, unless corrections explain it.
fn unexplained(record: &Record, entry: Entry<'_>, now: Option<&Locked>, scope: Scope) -> Option<Finding> {
    let chain = Chain::of(record, entry.field);
    if chain.leads(entry.value, now.map(|now| now.value.as_str())) {
        return None;
    }
    let message = match (now, chain.unfit(entry.value)) {
        (Some(_), None) => "com-08-changed",
        (Some(_), Some(_)) => "com-08-changed-otherwise",
        (None, None) => "com-08-gone",
        (None, Some(_)) => "com-08-gone-otherwise",
    };
    let mut finding = Finding::new(Severity::Error, "COM-08", message, record.locator(entry.field));
    finding.arg("path", Arg::Both { zh: record.chinese_path(entry.field), en: entry.field.to_owned() });
    finding.arg("old", as_written(entry.value)).arg("today", scope.today.to_string()).arg("first", entry.first);
    if let Some(now) = now {
        finding.arg("new", as_written(&now.value));
    }
    if let Some(correction) = chain.unfit(entry.value) {
        let said = |value: &Option<String>| value.as_deref().unwrap_or("").trim().to_owned();
        finding.arg("said_old", said(&correction.old)).arg("said_new", said(&correction.new));
        let at = record.envelope.corrections.iter().position(|c| std::ptr::eq(c, correction)).unwrap_or(0);
        finding.related(format!("corrections[{at}]"), "correction");
    }
    Some(finding)
}
