//! Trees of records: parents, children, cycles (ORG-01), and too many levels (E103).

use std::collections::HashMap;

use crate::diagnostic::Severity;
use crate::hash::QuickMap;
use crate::record::finding::Finding;

use super::{Index, Library};

/// Levels above a record.
const MOST_LEVELS: usize = 20;

/// Collects the children of each record and reports each cycle once, at the `parent` of its first record.
pub(super) fn check(library: &mut Library, found: &mut Vec<(Index, Finding)>) {
    let parent: Vec<Option<Index>> = library.records.iter().map(|r| r.facets.parent.as_ref().and_then(|p| library.find(&p.id))).collect();
    // 0: not visited; otherwise the number of the walk that visited the record.
    let mut seen = vec![0usize; parent.len()];
    let mut in_circle: HashMap<Index, bool> = HashMap::new();
    for start in 0..parent.len() {
        let walk = start + 1;
        let mut at = start;
        loop {
            if seen[at] != 0 {
                if seen[at] == walk {
                    report(library, &parent, at, &mut in_circle, found);
                }
                break;
            }
            seen[at] = walk;
            match parent[at] {
                Some(next) => at = next,
                None => break,
            }
        }
    }
    let levels_above = |mut at: Index| {
        let mut levels = 0;
        while let Some(next) = parent[at].filter(|_| levels <= MOST_LEVELS) {
            (at, levels) = (next, levels + 1);
        }
        levels
    };
    let mut children: QuickMap<Index, Vec<Index>> = QuickMap::default();
    for (child, above) in parent.iter().enumerate() {
        if above.is_some_and(|above| levels_above(child) > MOST_LEVELS && levels_above(above) == MOST_LEVELS) {
            let mut finding = Finding::new(Severity::Error, "E103", "e103-parents", "parent");
            finding.arg("limit", MOST_LEVELS.to_string());
            found.push((child, finding));
            continue;
        }
        if let Some(above) = above.filter(|_| !in_circle.contains_key(&child) && library.is_shown(child)) {
            children.entry(above).or_default().push(child);
        }
    }
    library.children = children;
}

fn report(library: &Library, parent: &[Option<Index>], at: Index, in_circle: &mut HashMap<Index, bool>, found: &mut Vec<(Index, Finding)>) {
    let mut members = vec![at];
    let mut next = parent[at];
    while let Some(index) = next.filter(|i| *i != at) {
        members.push(index);
        next = parent[index];
    }
    let first = members.iter().copied().min().unwrap_or(at);
    let turn = members.iter().position(|m| *m == first).unwrap_or(0);
    members.rotate_left(turn);
    let mut way: Vec<&str> = members.iter().map(|m| library.records[*m].id.as_str()).collect();
    way.push(library.records[first].id.as_str());
    let mut finding = Finding::new(Severity::Error, "ORG-01", "org-01-circle", "parent");
    finding.arg("way", way.join(" → "));
    found.push((first, finding));
    in_circle.extend(members.into_iter().map(|m| (m, true)));
}
