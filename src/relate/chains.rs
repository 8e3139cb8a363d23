//! Chains of accounts: one per scope and fund, in order of period (REV-02, REV-03).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Severity;
use crate::record::envelope::Status;
use crate::record::facet::Balance;
use crate::record::finding::Finding;

use super::{Index, Library, Unpublished};

/// Orders the chains and checks each pair of neighbouring periods.
pub(super) fn check(library: &mut Library, found: &mut Vec<(Index, Finding)>) {
    let mut chains: BTreeMap<(String, &str), Vec<Index>> = BTreeMap::new();
    for (index, record) in library.records.iter().enumerate() {
        let counts = record.envelope.status() == Status::Published && library.unpublished.get(&index) != Some(&Unpublished::Draft);
        if let Some(balance) = record.facets.balance.as_ref().filter(|_| counts) {
            chains.entry((balance.scope.to_string(), balance.fund.code())).or_default().push(index);
        }
    }
    for chain in chains.values_mut() {
        crate::order::sort_by(chain, |&a, &b| {
            let key = |i: Index| library.records[i].facets.balance.as_ref().map(|b| b.period);
            key(a).cmp(&key(b)).then_with(|| library.records[a].id.cmp(&library.records[b].id))
        });
        for pair in chain.windows(2) {
            link(library, pair[0], pair[1], found);
        }
    }
    for chain in chains.into_values() {
        let published: Arc<[Index]> = chain.into_iter().filter(|i| library.is_shown(*i)).collect();
        for index in published.iter() {
            library.chain_of.insert(*index, Arc::clone(&published));
        }
        library.chains.push(published);
    }
}

fn link(library: &Library, before: Index, after: Index, found: &mut Vec<(Index, Finding)>) {
    let of = |index: Index| library.records[index].facets.balance.as_ref();
    let (Some(first), Some(second)) = (of(before), of(after)) else { return };
    let other = library.records[before].id.as_str();
    if first.period.overlaps(second.period) {
        let message = if first.period == second.period { "rev-03-same-period" } else { "rev-03-overlap" };
        let mut finding = Finding::new(Severity::Error, "REV-03", message, "period");
        finding.arg("other", other).arg("from", first.period.from).arg("to", first.period.to);
        found.push((after, finding));
        return;
    }
    let next_day = first.period.to.plus_days(1);
    if next_day < second.period.from {
        let mut finding = Finding::new(Severity::Warning, "REV-03", "rev-03-gap", "period.from");
        finding.arg("other", other).arg("from", next_day).arg("to", second.period.from.plus_days(-1));
        found.push((after, finding));
        return;
    }
    if first.closing != second.opening && !restated(first, second) {
        let mut finding = Finding::new(Severity::Error, "REV-02", "rev-02-chain", "opening");
        finding.arg("other", other).arg("closing", first.closing).arg("opening", second.opening);
        finding.arg("difference", second.opening - first.closing);
        found.push((after, finding));
    }
}

/// A restated opening balance names one of the two figures it replaces.
fn restated(first: &Balance, second: &Balance) -> bool {
    second.restated.is_some_and(|figure| figure == first.closing || figure == second.opening)
}
