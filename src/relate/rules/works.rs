//! Projects and other records: counts of a programme (PRJ-13), and decisions that other records cite (PRJ-15, REV-08).
//!
//! In: facets. Out: findings. Always: a missing fact causes no finding.

use super::{Index, RelateCx};
use crate::record::codelists::Outcome;
use crate::record::decision::Matter;

/// PRJ-13: the counts of a programme equal those of its projects, where projects are recorded.
pub(super) fn prj_13(cx: &mut RelateCx<'_>) {
    for index in cx.current() {
        programme(cx, index);
    }
}

fn programme(cx: &mut RelateCx<'_>, index: Index) {
    let library = cx.library;
    let stated = library.records[index].facets.project_status.as_ref().filter(|w| w.programme).and_then(|w| w.stated);
    let (Some((started, finished)), Some(children)) = (stated, library.children.get(&index)) else { return };
    let stages = children
        .iter()
        .filter_map(|child| library.records[*child].facets.project_status.as_ref())
        .filter(|w| !w.programme)
        .map(|w| w.stage);
    let (mut all, mut begun, mut done) = (0u32, 0u32, 0u32);
    for stage in stages {
        all += 1;
        begun += u32::from(stage.is_begun());
        done += u32::from(stage.is_finished());
    }
    if all == 0 {
        return;
    }
    for (at, message, stated, counted) in
        [("counts.started", "prj-13-started", started, begun), ("counts.finished", "prj-13-finished", finished, done)]
    {
        if stated != counted {
            let finding = cx.warning(index, "PRJ-13", message, at);
            finding.arg("stated", stated).arg("counted", counted).arg("projects", all);
        }
    }
}

/// A record that cites a decision must cite an adopted decision on a matching matter.
pub(super) fn decision_claims(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    for index in cx.current() {
        for claim in &library.records[index].facets.decision_claims {
            let (Some(target), Some(fragment)) = (library.find(&claim.decision.id), claim.decision.fragment.as_deref()) else { continue };
            let decisions = &library.records[target].facets.decisions;
            let Some(decision) = decisions.iter().find(|d| *d.fragment == *fragment) else { continue };
            let fits = claim.matters.is_empty() || decision.matter.is_some_and(|m| claim.matters.contains(&m));
            if !fits || !decision.is_adopted() {
                let finding = cx.warning(index, claim.code, claim.message, claim.at.as_str());
                finding.arg("decision", claim.decision.to_string()).arg("title", decision.title.primary());
                finding
                    .arg("matter", decision.matter.map_or("none", Matter::code))
                    .arg("adopted", if decision.is_adopted() { "yes" } else { "no" })
                    .arg("outcome", decision.outcome.map_or("none", Outcome::code));
            }
        }
    }
}
