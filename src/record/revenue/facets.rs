//! The facets of `revenue`: what its records offer to rules and pages beyond the kind.
//!
//! In: the fields and the envelope. Out: [`Facets`]. Always: each facet names the field it comes from.

use super::fields::{Line, Revenue};
use crate::record::codelists::{DeadlineKind, Direction, EntryKind, Fund, LedgerCategory};
use crate::record::decision::Matter;
use crate::record::envelope::Envelope;
use crate::record::facet::{Balance, Deadline, DecisionClaim, Facets, LedgerEntry};
use crate::value::Money;

pub(super) fn facets(revenue: &Revenue, envelope: &Envelope) -> Facets {
    let objection = revenue.objection.as_ref().map(|o| Deadline {
        what: DeadlineKind::Objection,
        at: "objection.until".to_owned(),
        from: Some(envelope.published),
        until: o.until,
        contact: o.contact.clone(),
    });
    let lines = || revenue.lines.iter().enumerate();
    Facets {
        balance: balance(revenue),
        amounts: amounts(revenue),
        title_mark: revenue.budget.then_some("revenue_budget"),
        // Nothing of a plan has been paid.
        ledger_entries: lines().filter(|_| !revenue.budget).filter_map(|(i, line)| ledger_entry(revenue, i, line)).collect(),
        decision_claims: lines().filter_map(|(i, line)| decision_claim(line, i)).collect(),
        deadlines: objection.into_iter().chain(Deadline::posting(envelope)).collect(),
        ..Facets::default()
    }
}

/// The sums that paper repeats in capitals.
fn amounts(revenue: &Revenue) -> Vec<(&'static str, Money)> {
    let (income, expense, closing) = revenue.labels();
    let sums = [(income, revenue.total(Direction::Income)), (expense, revenue.total(Direction::Expense))];
    let sums = sums.into_iter().filter(|_| !revenue.lines.is_empty());
    sums.chain(revenue.closing.map(|amount| (closing, amount))).collect()
}

/// The period as a link of its chain; a budget is in none.
fn balance(revenue: &Revenue) -> Option<Balance> {
    let (opening, closing) = revenue.balances().filter(|_| !revenue.budget)?;
    Some(Balance {
        scope: revenue.scope.clone(),
        fund: revenue.fund,
        period: revenue.period,
        opening,
        income: revenue.total(Direction::Income),
        expense: revenue.total(Direction::Expense),
        closing,
        by_category: revenue.by_category(),
        restated: revenue.restated.as_ref().map(|r| r.opening),
        audited: revenue.audit.as_ref().map(|a| a.date),
        noted: revenue.note.is_some(),
    })
}

/// What another book may have to match: payments of works, and what the maintenance fund is given.
fn ledger_entry(revenue: &Revenue, index: usize, line: &Line) -> Option<LedgerEntry> {
    let what = match (line.dir, &line.pays, revenue.fund) {
        (_, Some(_), _) => EntryKind::Pays,
        (Direction::Expense, _, Fund::PublicRevenue) if line.cat == LedgerCategory::FundTopup => EntryKind::TopUp,
        (Direction::Income, _, Fund::MaintenanceFund) => EntryKind::Income,
        _ => return None,
    };
    Some(LedgerEntry {
        fragment: line.id.0.clone(),
        at: format!("lines[{index}].amount"),
        what,
        date: line.date,
        amount: line.amount,
        counterpart: line.pays.clone(),
    })
}

fn decision_claim(line: &Line, index: usize) -> Option<DecisionClaim> {
    let decision = line.decision.clone().filter(|_| line.is_common_use() && line.contract.is_none())?;
    let at = format!("lines[{index}].decision");
    Some(DecisionClaim { at, decision, matters: &[Matter::OwnCommonUse], code: "REV-08", message: "rev-08-other-matter" })
}
