//! The rules of `renovation` that hold inside one record.
//!
//! In: the fields. Out: findings at the very figure. Always: sums are exact to the fen; a rule is a function
//! named after its id and stands in [`RULES`].

mod course;

use super::fields::{ChangeType, Contract, Renovation};
use crate::diagnostic::{Arg, Severity};
use crate::record::check_cx::CheckCx;
use crate::record::finding::Finding;
use crate::value::{Money, Percent, Slug};
use course::{prj_04, prj_07, prj_08, prj_09, prj_10, prj_11, prj_12, prj_13, prj_14, prj_15};

pub(super) const RULES: &[fn(&Renovation, &mut CheckCx<'_>)] =
    &[com_02, prj_01, prj_02, prj_03, prj_05, prj_06, prj_04, prj_07, prj_08, prj_09, prj_10, prj_11, prj_12, prj_13, prj_14, prj_15];

/// A payment names a contract and a milestone of the record.
fn com_02(r: &Renovation, cx: &mut CheckCx<'_>) {
    let contracts: Vec<&Slug> = r.contracts.iter().map(|c| &c.id).collect();
    let milestones: Vec<&Slug> = r.milestones.iter().map(|m| &m.id).collect();
    for (i, payment) in r.payments.iter().enumerate() {
        for (field, id, known, message) in [
            ("contract", &payment.contract, &contracts, "com-02-no-contract"),
            ("milestone", &payment.milestone, &milestones, "com-02-no-milestone"),
        ] {
            if let Some(id) = id.as_ref().filter(|id| !known.contains(id)) {
                let names = known.iter().map(ToString::to_string).collect();
                let finding = cx.error("COM-02", message, format!("payments[{i}].{field}"));
                finding.arg("id", id).arg("count", known.len()).arg("known", Arg::OneOf(names));
            }
        }
    }
}

/// What the sources promised is the budget; none gave more than it promised.
fn prj_01(r: &Renovation, cx: &mut CheckCx<'_>) {
    let committed: Money = r.funding.iter().map(|f| f.committed).sum();
    if let Some(budget) = r.budget.filter(|b| !r.funding.is_empty() && *b != committed) {
        let finding = cx.error("PRJ-01", "prj-01-funding", "budget");
        finding
            .arg("sum", committed)
            .arg("budget", budget)
            .arg("difference", committed - budget)
            .related("funding", "prj-01-funding-sources");
    }
    for (i, f) in r.funding.iter().enumerate() {
        if let Some(received) = f.received.filter(|received| *received > f.committed) {
            let finding = cx.warning("PRJ-01", "prj-01-received", format!("funding[{i}].received"));
            finding.arg("id", &f.id).arg("received", received).arg("committed", f.committed).arg("difference", received - f.committed);
            finding.related(format!("funding[{i}].committed"), "prj-01-received-promised");
        }
    }
}

/// Each change of a contract's value starts from the value before it.
fn prj_02(r: &Renovation, cx: &mut CheckCx<'_>) {
    for (i, contract) in r.contracts.iter().enumerate() {
        let mut before = (contract.original, format!("contracts[{i}].original"));
        for (k, change) in contract.changes.iter().enumerate().filter(|(_, c)| c.kind == ChangeType::Value) {
            let at = |field: &str| format!("contracts[{i}].changes[{k}].{field}");
            if change.old.is_none() || change.new.is_none() {
                cx.error("PRJ-02", "prj-02-incomplete", at("type")).arg("id", &change.id).arg("contract", &contract.id);
                continue;
            }
            for (field, text) in [("old", &change.old), ("new", &change.new)] {
                if let Some(Err(error)) = text.as_deref().map(Money::parse) {
                    let mut finding = Finding::new(Severity::Error, "COM-03", error.message, at(field));
                    finding.args.extend(error.args);
                    cx.findings.push(finding);
                }
            }
            let Some((old, new)) = change.amounts() else { continue };
            if old != before.0 {
                let finding = cx.error("PRJ-02", "prj-02-chain", at("old"));
                finding.arg("id", &change.id).arg("contract", &contract.id).arg("old", old).arg("before", before.0);
                finding.related(before.1, "prj-02-chain-source");
            }
            before = (new, at("new"));
        }
    }
}

/// Nothing is paid beyond a contract's current value; contracts beyond the budget are explained.
fn prj_03(r: &Renovation, cx: &mut CheckCx<'_>) {
    for (i, contract) in r.contracts.iter().enumerate() {
        let current = contract.current();
        let paid = r.paid_of(&contract.id);
        if paid > current {
            let finding = cx.error("PRJ-03", "prj-03-overpaid", value_place(i, contract));
            finding.arg("id", &contract.id).arg("paid", paid).arg("current", current).arg("difference", paid - current);
            if let Some(last) = r.payments.iter().rposition(|p| p.contract.as_ref() == Some(&contract.id)) {
                finding.related(format!("payments[{last}].amount"), "prj-03-overpaid-last");
            }
        }
    }
    let total = r.contracts_total();
    let explained = r.completion.as_ref().is_some_and(|c| c.reason.is_some())
        || r.contracts.iter().flat_map(|c| &c.changes).any(|change| change.reason.is_some());
    if let Some(budget) = r.budget.filter(|b| total > *b && !explained) {
        let finding = cx.warning("PRJ-03", "prj-03-over-budget", "budget");
        finding
            .arg("total", total)
            .arg("budget", budget)
            .arg("difference", total - budget)
            .related("contracts", "prj-03-over-budget-contracts");
    }
}

/// Where a contract's current value stands.
fn value_place(index: usize, contract: &Contract) -> String {
    let last = contract.changes.iter().rposition(|c| c.amounts().is_some());
    last.map_or_else(|| format!("contracts[{index}].original"), |k| format!("contracts[{index}].changes[{k}].new"))
}

/// Milestones stand in planned order and are reached in that order.
fn prj_05(r: &Renovation, cx: &mut CheckCx<'_>) {
    for (i, pair) in r.milestones.windows(2).enumerate() {
        if pair[1].planned < pair[0].planned {
            let finding = cx.warning("PRJ-05", "prj-05-planned-order", format!("milestones[{}].planned", i + 1));
            finding.arg("id", &pair[1].id).arg("date", pair[1].planned).arg("before", &pair[0].id).arg("before_date", pair[0].planned);
            finding.related(format!("milestones[{i}].planned"), "prj-05-planned-order-earlier");
        }
    }
    let mut reached = None;
    for (i, milestone) in r.milestones.iter().enumerate() {
        let Some(done) = milestone.done else { continue };
        if let Some((at, before, before_date)) = reached.filter(|(_, _, date)| done < *date) {
            let finding = cx.warning("PRJ-05", "prj-05-done-order", format!("milestones[{i}].done"));
            finding.arg("id", &milestone.id).arg("date", done).arg("before", before).arg("before_date", before_date);
            finding.related(format!("milestones[{at}].done"), "prj-05-done-order-earlier");
        }
        reached = Some((i, &milestone.id, done));
    }
}

/// Weights are given for all milestones or for none, and make a whole.
fn prj_06(r: &Renovation, cx: &mut CheckCx<'_>) {
    let weighted = r.milestones.iter().filter(|m| m.weight.is_some()).count();
    if weighted == 0 {
        return;
    }
    if weighted < r.milestones.len() {
        for (i, milestone) in r.milestones.iter().enumerate().filter(|(_, m)| m.weight.is_none()) {
            let finding = cx.error("PRJ-06", "prj-06-some-weights", format!("milestones[{i}].id"));
            finding.arg("id", &milestone.id).arg("weighted", weighted).arg("all", r.milestones.len());
        }
        return;
    }
    let sum: Percent = r.milestones.iter().filter_map(|m| m.weight).sum();
    if sum != Percent::HUNDRED {
        let finding = cx.error("PRJ-06", "prj-06-sum", format!("milestones[{}].weight", r.milestones.len() - 1));
        finding.arg("sum", sum).arg("count", r.milestones.len());
    }
}
