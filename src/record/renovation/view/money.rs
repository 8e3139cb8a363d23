//! The money of works: sources, contracts and their changes, payments, and all three against each other.
//!
//! In: the fields and the view's context. Out: blocks. Always: what was promised, agreed and paid stand side
//! by side on one scale; the currency is said once a table.

use super::super::fields::{ChangeType, Contract, ContractChange, FundSource, Funding, Renovation};
use super::{optional, percent};
use crate::locale::Given;
use crate::record::view::pieces;
use crate::record::view::{BarPart, Block, Cell, Row, Table, cell, num_cell, row};
use crate::record::view_cx::ViewCx;
use crate::value::{Date, Money};

fn unit(cx: &ViewCx<'_>) -> String {
    cx.say("renovation_unit", &[("currency", Given::from(cx.currency))])
}

fn optional_figure(cx: &ViewCx<'_>, value: Option<Money>) -> Cell {
    Cell { content: value.map(|v| cx.figure(v)).into_iter().collect(), num: true }
}

pub(super) fn blocks(r: &Renovation, cx: &ViewCx<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(bar(r, cx));
    blocks.extend(funding(r, cx));
    blocks.extend(contracts(r, cx));
    blocks.extend(changes(r, cx));
    blocks.extend(payments(r, cx));
    blocks.extend(adds_up(r, cx));
    blocks
}

/// What was checked, with its figures: only where it agrees; where it does not, a finding says so.
fn adds_up(r: &Renovation, cx: &ViewCx<'_>) -> Option<Block> {
    let figure = |amount: Money| cx.language().format().decimal(&amount.to_string());
    let committed: Money = r.funding.iter().map(|f| f.committed).sum();
    let sources = r.budget.filter(|budget| *budget == committed && !r.funding.is_empty());
    let within = |c: &Contract| r.paid_of(&c.id) <= c.current();
    let paid: Money = r.payments.iter().filter(|p| p.contract.is_some()).map(|p| p.amount).sum();
    let contracts = (!r.contracts.is_empty() && !r.payments.is_empty() && r.contracts.iter().all(within)).then(|| r.contracts_total());
    let id = match (sources, contracts) {
        (Some(_), Some(_)) => "renovation_adds_up",
        (Some(_), None) => "renovation_adds_up_budget",
        (None, Some(_)) => "renovation_adds_up_paid",
        (None, None) => return None,
    };
    let figure_or_empty = |amount: Option<Money>| Given::from(amount.map(figure).unwrap_or_default());
    let text = cx.say(
        id,
        &[
            ("funding", figure(committed).into()),
            ("budget", figure_or_empty(sources)),
            ("paid", figure(paid).into()),
            ("contracts", figure_or_empty(contracts)),
        ],
    );
    Some(Block::Note { tone: "plain", lines: vec![vec![cx.plain(text)]] })
}

/// Budget, contracts and payments on one scale: the largest is the whole.
fn bar(r: &Renovation, cx: &ViewCx<'_>) -> Option<Block> {
    let (agreed, paid) = (r.contracts_total(), r.paid());
    let contracts = (!r.contracts.is_empty()).then_some(agreed);
    let payments = (!r.payments.is_empty()).then_some(paid);
    let parts = [("budget", r.budget), ("contracts", contracts), ("payments", payments)];
    let whole = parts.iter().filter_map(|(_, m)| *m).max()?;
    let parts: Vec<BarPart> = parts
        .into_iter()
        .filter_map(|(field, amount)| {
            let amount = amount?;
            Some(BarPart {
                stroke: "",
                label: cx.label(field),
                text: cx.money_text(amount),
                percent: whole.share(amount.max(Money::ZERO))?.to_string(),
            })
        })
        .collect();
    let share = agreed.share(paid).map(|p| cx.say("renovation_paid", &[percent(cx, p)]));
    (parts.len() > 1).then(|| Block::Bar { label: share.unwrap_or_else(|| cx.word("renovation_bar")), parts })
}

fn funding(r: &Renovation, cx: &ViewCx<'_>) -> Option<Block> {
    let line = |f: &Funding| Row {
        id: f.id.to_string(),
        cells: vec![
            cell(cx.code(&FundSource::LIST, f.source.code())),
            optional(f.party.as_ref().map(|p| cx.link(p))),
            num_cell(cx.figure(f.committed)),
            optional_figure(cx, f.received),
        ],
    };
    let committed = r.funding.iter().map(|f| f.committed).sum();
    let received = r.funding.iter().filter_map(|f| f.received).sum();
    let total =
        row(vec![cell(cx.plain(cx.word("renovation_total"))), cell(vec![]), num_cell(cx.figure(committed)), num_cell(cx.figure(received))]);
    let table = Table {
        caption: cx.label("funding"),
        unit: unit(cx),
        head: pieces::head(cx, &["source", "party", "#committed", "#received"]),
        rows: r.funding.iter().map(line).collect(),
        foot: vec![total],
    };
    (!r.funding.is_empty()).then_some(Block::Table { table })
}

fn contracts(r: &Renovation, cx: &ViewCx<'_>) -> Option<Block> {
    let line = |c: &Contract| Row {
        id: c.id.to_string(),
        cells: vec![
            cell(cx.text(&c.title)),
            cell(cx.link(&c.supplier)),
            cell(cx.date(c.signed)),
            optional(c.period.map(|p| cx.period(p))),
            num_cell(cx.figure(c.original)),
            num_cell(cx.figure(c.current())),
            num_cell(cx.figure(r.paid_of(&c.id))),
        ],
    };
    let original = r.contracts.iter().map(|c| c.original).sum();
    let paid = r.payments.iter().filter(|p| p.contract.is_some()).map(|p| p.amount).sum();
    let mut total = vec![cell(cx.plain(cx.word("renovation_total"))), cell(vec![]), cell(vec![]), cell(vec![])];
    total.extend([original, r.contracts_total(), paid].map(|m| num_cell(cx.figure(m))));
    let table = Table {
        caption: cx.label("contracts"),
        unit: unit(cx),
        head: pieces::head(cx, &["title", "supplier", "signed", "period", "#original", "#current", "#paid"]),
        rows: r.contracts.iter().map(line).collect(),
        foot: if r.contracts.len() > 1 { vec![row(total)] } else { vec![] },
    };
    (!r.contracts.is_empty()).then_some(Block::Table { table })
}

fn changes(r: &Renovation, cx: &ViewCx<'_>) -> Option<Block> {
    let value = |c: &ContractChange, text: &Option<String>| {
        let text = text.as_deref()?;
        Some(match c.kind {
            ChangeType::Value => Money::parse(text).map_or_else(|_| cx.plain(text), |m| cx.money(m)),
            ChangeType::Duration => Date::parse(text).map_or_else(|_| cx.plain(text), |d| cx.date(d)),
            ChangeType::Scope => cx.plain(text),
        })
    };
    let all = r.contracts.iter().flat_map(|contract| contract.changes.iter().map(move |change| (contract, change)));
    let rows: Vec<Row> = all
        .map(|(contract, c)| Row {
            id: c.id.to_string(),
            cells: vec![
                cell(cx.date(c.date)),
                cell(cx.text(&contract.title)),
                cell(cx.code(&ChangeType::LIST, c.kind.code())),
                optional(value(c, &c.old)),
                optional(value(c, &c.new)),
                optional(c.reason.as_ref().map(|t| cx.text(t))),
            ],
        })
        .collect();
    let head = pieces::head(cx, &["date", "contract", "type", "old", "new", "reason"]);
    let table = Table { caption: cx.label("changes"), unit: String::new(), head, rows, foot: vec![] };
    (!table.rows.is_empty()).then_some(Block::Table { table })
}

fn payments(r: &Renovation, cx: &ViewCx<'_>) -> Option<Block> {
    let rows: Vec<Row> = r
        .payments
        .iter()
        .map(|p| {
            let contract = r.contracts.iter().find(|c| Some(&c.id) == p.contract.as_ref());
            let milestone = r.milestones.iter().find(|m| Some(&m.id) == p.milestone.as_ref());
            Row {
                id: p.id.to_string(),
                cells: vec![
                    cell(cx.date(p.date)),
                    optional(contract.map(|c| cx.text(&c.title))),
                    optional(milestone.map(|m| cx.text(&m.title))),
                    num_cell(cx.figure(p.amount)),
                ],
            }
        })
        .collect();
    let total = row(vec![cell(cx.plain(cx.word("renovation_total"))), cell(vec![]), cell(vec![]), num_cell(cx.figure(r.paid()))]);
    let table = Table {
        caption: cx.label("payments"),
        unit: unit(cx),
        head: pieces::head(cx, &["date", "contract", "milestone", "#amount"]),
        rows,
        foot: vec![total],
    };
    (!r.payments.is_empty()).then_some(Block::Table { table })
}
