//! The facets of `revenue`: what its records offer to rules and pages beyond the kind.
//!
//! In: the fields and the envelope. Out: [`Facets`]. Always: each facet names the field it comes from.

use super::fields::{Line, Revenue};
use crate::record::codelists::{DeadlineKind, Direction, EntryKind, Fund, LedgerCategory};
use crate::record::decision::Matter;
use crate::record::envelope::Envelope;
use crate::record::facet::{Balance, Deadline, DecisionClaim, Facets, LedgerEntry};

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
        balance: Some(balance(revenue)),
        amounts: vec![
            ("revenue_income", revenue.total(Direction::Income)),
            ("revenue_expense", revenue.total(Direction::Expense)),
            ("field_revenue_closing", revenue.closing),
        ],
        ledger_entries: lines().filter_map(|(i, line)| ledger_entry(revenue, i, line)).collect(),
        decision_claims: lines().filter_map(|(i, line)| decision_claim(line, i)).collect(),
        deadlines: objection.into_iter().chain(Deadline::posting(envelope)).collect(),
        ..Facets::default()
    }
}

fn balance(revenue: &Revenue) -> Balance {
    Balance {
        scope: revenue.scope.clone(),
        fund: revenue.fund,
        period: revenue.period,
        opening: revenue.opening,
        income: revenue.total(Direction::Income),
        expense: revenue.total(Direction::Expense),
        closing: revenue.closing,
        by_category: revenue.by_category(),
        restated: revenue.restated.as_ref().map(|r| r.opening),
        audited: revenue.audit.as_ref().map(|a| a.date),
        noted: revenue.note.is_some(),
    }
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
