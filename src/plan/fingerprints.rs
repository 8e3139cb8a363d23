//! The present hash of everything that pages depend on.
//!
//! In: the library and the plan. Out: a [`Fingerprints`]. Always: each read of the page context has its key here, and the hash of
//! the key changes whenever the answer does.

use std::collections::BTreeMap;

use super::{NEWEST, Plan, agenda, sitemap};
use crate::deps::{DepKey, Fingerprints, Id};
use crate::hash::short_hash;
use crate::record::{KINDS, Record};
use crate::relate::{Index, Library};
use crate::value::Ref;

/// Facts and bodies of one record: the keys that a change of its text alone can change.
pub fn of_record(record: &Record, shown: bool) -> Vec<(Id, u64)> {
    let id = record.id.as_str();
    let facts = (DepKey::Facts(id).id(), short_hash(&(record.hashes.facts_hash, shown)));
    let bodies = record.hashes.bodies.iter().enumerate().map(|(lang, hash)| (DepKey::Body(id, lang as u8).id(), *hash));
    std::iter::once(facts).chain(bodies).collect()
}

/// All records as one hash, in which a single record can be replaced.
#[derive(Debug, Clone, Copy, Default)]
pub struct RecordsHash {
    records: u64,
    newest: u64,
}

impl RecordsHash {
    fn part(facts: (Id, u64), ties: u64) -> u64 {
        short_hash(&(facts, ties))
    }

    /// Replaces the facts of one record.
    pub fn replace(&mut self, fingerprints: &Fingerprints, id: &str, facts: (Id, u64)) -> Option<(Id, u64)> {
        let (before, ties) = (fingerprints.get(facts.0)?, fingerprints.get(DepKey::Ties(id).id())?);
        let without = self.records.wrapping_sub(Self::part((facts.0, before), ties));
        self.records = without.wrapping_add(Self::part(facts, ties));
        Some(self.key())
    }

    fn key(&self) -> (Id, u64) {
        (DepKey::All.id(), short_hash(&(self.records, self.newest)))
    }
}

/// The fingerprints of everything, and the hash of all records.
pub fn fingerprints(library: &Library, plan: &Plan) -> (Fingerprints, RecordsHash) {
    let mut hashes: Vec<(Id, u64)> = Vec::with_capacity(library.records.len() * 4);
    let mut all = RecordsHash { records: 0, newest: ids(library, library.newest.iter()) };
    for (index, record) in library.records.iter().enumerate() {
        let of_record = of_record(record, library.is_shown(index));
        let ties = ties(library, plan, index);
        all.records = all.records.wrapping_add(RecordsHash::part(of_record[0], ties));
        hashes.extend(of_record);
        hashes.push((DepKey::Ties(record.id.as_str()).id(), ties));
    }
    lists(library, plan, &mut hashes);
    hashes.extend(agenda::fingerprints(library, plan));
    hashes.extend(sitemap::fingerprints(library, plan));
    hashes.extend(plan.search_index.fingerprints(library));
    for (number, &index) in &library.numbers {
        hashes.push((DepKey::Number(number).id(), short_hash(library.records[index].id.as_str())));
    }
    for (tag, records) in &plan.tags {
        hashes.push((DepKey::Tag(tag).id(), ids(library, records.iter())));
    }
    let tags: Vec<(&str, usize)> = plan.tags.iter().map(|(tag, records)| (tag.as_str(), records.len())).collect();
    hashes.extend([(DepKey::Tags.id(), short_hash(&tags)), (DepKey::Today.id(), short_hash(&plan.today)), all.key()]);
    (Fingerprints::new(hashes), all)
}

/// The ids of records in their order, as one hash.
fn ids<'i>(library: &Library, records: impl Iterator<Item = &'i Index>) -> u64 {
    let ids: Vec<&str> = records.map(|&i| library.records[i].id.as_str()).collect();
    short_hash(&ids)
}

/// The connections of a record.
fn ties(library: &Library, plan: &Plan, index: Index) -> u64 {
    let record = &library.records[index];
    let name = |i: Index| library.records[i].id.as_str();
    let backlinks = library.backlinks.get(&index).map(|links| links.iter().map(|l| (name(l.from), l.field)).collect::<Vec<_>>());
    let children = library.children.get(&index).map(|children| ids(library, children.iter()));
    let chain = ids(library, library.chain(index).iter());
    let carriers: Vec<u64> = record
        .facets
        .actions
        .iter()
        .filter_map(|a| library.carried.get(&Ref { id: record.id.clone(), fragment: Some(a.fragment.clone()) }))
        .map(|carriers| ids(library, carriers.iter()))
        .collect();
    let neighbors = plan.neighbors.get(&index).map(|(older, newer)| (older.map(name), newer.map(name)));
    let next: Vec<_> = plan.upcoming(index).map(|o| (o.original, o.start, o.end, o.state)).collect();
    short_hash(&(backlinks, children, chain, carriers, neighbors, next))
}

/// The newest records, the years and the records of each year, for each kind and for all.
fn lists(library: &Library, plan: &Plan, hashes: &mut Vec<(Id, u64)>) {
    let mut by_year: BTreeMap<i16, Vec<(&str, usize)>> = BTreeMap::new();
    let kinds = KINDS.iter().filter(|k| k.listed).map(Some).chain([None]);
    for kind in kinds {
        let folder = kind.map_or("", |k| k.folder);
        let records: Vec<Index> = match kind {
            Some(kind) => super::of_kind(library, kind).collect(),
            None => super::listed(library).collect(),
        };
        hashes.push((DepKey::Newest(folder).id(), short_hash(&(records.len(), ids(library, records.iter().take(NEWEST))))));
        let mut years: BTreeMap<i16, Vec<Index>> = BTreeMap::new();
        for index in records {
            years.entry(library.records[index].envelope.published.year()).or_default().push(index);
        }
        let counts: Vec<(i16, usize)> = years.iter().map(|(year, records)| (*year, records.len())).collect();
        hashes.push((DepKey::Years(folder).id(), short_hash(&counts)));
        for (year, records) in &years {
            // A year page groups by month, so the dates count.
            let dates: Vec<_> = records.iter().map(|&i| library.records[i].envelope.published).collect();
            hashes.push((DepKey::Year(folder, *year).id(), short_hash(&(ids(library, records.iter()), dates))));
            by_year.entry(*year).or_default().push((folder, records.len()));
        }
    }
    for kind in KINDS {
        hashes.push((DepKey::Tree(kind.folder).id(), short_hash(&plan.trees.contains(kind.folder))));
    }
    for (year, kinds) in by_year {
        hashes.push((DepKey::Kinds(year).id(), short_hash(&kinds)));
    }
}
