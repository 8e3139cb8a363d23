//! The facets of `renovation`: what its records offer to rules and pages beyond the kind.
//!
//! In: the fields and the envelope. Out: [`Facets`]. Always: each facet names the field it comes from.

use super::fields::{Consent, Level, Payment, Renovation};
use crate::record::codelists::{DeadlineKind, EntryKind, ProjectStage};
use crate::record::decision::Matter;
use crate::record::envelope::Envelope;
use crate::record::facet::{Deadline, DecisionClaim, Facets, Happened, LedgerEntry, ProjectStatus};
use crate::value::Money;

pub(super) fn facets(renovation: &Renovation, envelope: &Envelope) -> Facets {
    let posting = |(i, p): (usize, &Payment)| LedgerEntry {
        fragment: p.id.0.clone(),
        at: format!("payments[{i}].amount"),
        what: EntryKind::Payment,
        date: Some(p.date),
        amount: p.amount,
        counterpart: None,
    };
    Facets {
        parent: renovation.parent.clone(),
        amounts: amounts(renovation),
        deadlines: due(renovation).chain(Deadline::posting(envelope)).collect(),
        happened: done_dates(renovation),
        ledger_entries: renovation.payments.iter().enumerate().map(posting).collect(),
        decision_claims: decision_claims(renovation, envelope).into_iter().collect(),
        project_status: Some(ProjectStatus {
            programme: renovation.level == Level::Programme,
            stage: renovation.stage,
            floor_area: renovation.floor_area,
            stated: renovation.counts.as_ref().map(|c| (c.started, c.finished)),
        }),
        ..Facets::default()
    }
}

/// Days after which the page says something else: milestones not reached, warranties.
fn due(renovation: &Renovation) -> impl Iterator<Item = Deadline> + '_ {
    let open = renovation.milestones.iter().enumerate().filter(|(_, m)| m.done.is_none());
    let milestones = open.map(|(i, m)| (DeadlineKind::Milestone, format!("milestones[{i}].planned"), m.planned));
    let warranties = renovation.warranty.iter().enumerate().map(|(i, w)| (DeadlineKind::Warranty, format!("warranty[{i}].until"), w.until));
    milestones.chain(warranties).map(|(what, at, until)| Deadline { what, at, from: None, until, contact: None })
}

/// Budget, contracts and final cost, as far as they are known.
fn amounts(renovation: &Renovation) -> Vec<(&'static str, Money)> {
    let contracts = (!renovation.contracts.is_empty()).then(|| renovation.contracts_total());
    let all = [("field_renovation_budget", renovation.budget), ("amount_contracts", contracts)];
    let last = ("field_renovation_final_cost", renovation.completion.as_ref().and_then(|a| a.final_cost));
    all.into_iter().chain([last]).filter_map(|(word, amount)| Some((word, amount?))).collect()
}

/// PRJ-05: what is done was done on some day up to now.
fn done_dates(renovation: &Renovation) -> Vec<Happened> {
    let done = renovation.milestones.iter().enumerate().filter_map(|(i, m)| Some((i, m.done?)));
    done.map(|(i, date)| Happened { at: format!("milestones[{i}].done"), date, code: "PRJ-05", message: "prj-05-done-ahead" }).collect()
}

/// Matters that carry such a change.
const OWNERS_MATTERS: &[Matter] = &[Matter::OwnRebuild, Matter::OwnCommonUse];

/// The decision that a change of common parts names is one of the owners, on that matter. Any other project that names a decision as
/// consent needs one that was adopted, unless the project is only an idea or was given up.
fn decision_claims(renovation: &Renovation, envelope: &Envelope) -> Option<DecisionClaim> {
    let Some(Consent::Meeting(decision)) = &renovation.consent else { return None };
    let (matters, message) = match renovation.common_change(envelope) {
        Some(_) => (OWNERS_MATTERS, "prj-15-other-matter"),
        None if matches!(renovation.stage, ProjectStage::Identification | ProjectStage::Cancelled) => return None,
        None => (&[][..], "prj-15-not-adopted"),
    };
    Some(DecisionClaim { at: "consent".to_owned(), decision: decision.clone(), matters, code: "PRJ-15", message })
}
