//! ProjectStatus and other records: counts of a programme (PRJ-13), decisions that others rest on (PRJ-15, REV-08).
//!
//! In: facets. Out: findings. Always: what is not known is not held against anybody.

use crate::diagnostic::Severity;
use crate::record::cx::Finding;
use crate::record::envelope::Status;

use crate::relate::{Index, Library};

pub fn check(library: &Library, found: &mut Vec<(Index, Finding)>) {
    for index in standing(library) {
        programme(library, index, found);
        rests(library, index, found);
    }
}

/// Records that are shown and not withdrawn.
pub(super) fn standing(library: &Library) -> impl Iterator<Item = Index> + '_ {
    library.newest.iter().copied().filter(|i| library.records[*i].envelope.status() != Status::Withdrawn)
}

/// PRJ-13: a programme's counts are those of its projects, where any are recorded.
fn programme(library: &Library, index: Index, found: &mut Vec<(Index, Finding)>) {
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
        begun += u32::from(matches!(stage, "implementation" | "completion" | "maintenance"));
        done += u32::from(matches!(stage, "completion" | "maintenance"));
    }
    if all == 0 {
        return;
    }
    for (at, message, stated, counted) in
        [("counts.started", "prj-13-started", started, begun), ("counts.finished", "prj-13-finished", finished, done)]
    {
        if stated != counted {
            let mut finding = Finding::new(Severity::Warning, "PRJ-13", message, at);
            finding.arg("stated", stated).arg("counted", counted).arg("projects", all);
            found.push((index, finding));
        }
    }
}

/// What rests on a decision rests on one of the right matter that was adopted.
fn rests(library: &Library, index: Index, found: &mut Vec<(Index, Finding)>) {
    for claim in &library.records[index].facets.decision_claims {
        let (Some(target), Some(fragment)) = (library.find(&claim.decision.id), claim.decision.fragment.as_deref()) else { continue };
        let decisions = &library.records[target].facets.decisions;
        let Some(decision) = decisions.iter().find(|d| *d.fragment == *fragment) else { continue };
        let fits = decision.matter.is_some_and(|m| claim.matters.contains(&m));
        if !fits || !decision.adopted {
            let mut finding = Finding::new(Severity::Warning, claim.code, claim.message, claim.at.as_str());
            finding.arg("decision", claim.decision.to_string()).arg("title", decision.title.primary());
            finding.arg("matter", decision.matter.unwrap_or("none")).arg("adopted", if decision.adopted { "yes" } else { "no" });
            found.push((index, finding));
        }
    }
}
