//! What a period's page shows: income, spending, balance; then every line and how the balances follow
//! each other.
//!
//! In: a [`Revenue`], what a view is handed. Out: [`KindView`]. Always: the currency stands once over a
//! table; figures are right-aligned and exact.

mod chart;

use super::fields::{Line, Opinion, Revenue};
use crate::record::codelists::{Direction, Fund, LedgerCategory};
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::pieces::{dotted, file_link, link_into, repeating, section};
use crate::record::view::{Block, Cell, Fact, Inline, KindView, Row, Summary, Table, cell, num_cell, row};
use crate::record::view_cx::ViewCx;
use crate::value::{FileName, Money};

pub(super) fn view(revenue: &Revenue, cx: &ViewCx<'_>) -> KindView {
    let periods = cx.records.chain(cx.id);
    let facts_of = |facts: Vec<Fact>| if facts.is_empty() { Vec::new() } else { vec![Block::Facts { facts }] };
    let sections = [
        section(cx, "lines", lines(revenue, cx)),
        repeating(section(cx, "categories", chart::categories(revenue, &periods, cx))),
        repeating(section(cx, "chain", chart::chain(&periods, cx).into_iter().collect())),
        section(cx, "account", facts_of(account(revenue, cx))),
        section(cx, "audit", facts_of(audit(revenue, cx))),
        repeating(section(cx, "objection", facts_of(objection(revenue, cx)))),
    ];
    let Summary { tags, headline } = summary(revenue, cx);
    KindView { tags, facts: facts(revenue, cx), headline, sections: sections.into_iter().flatten().collect() }
}

pub(super) fn summary(revenue: &Revenue, cx: &ViewCx<'_>) -> Summary {
    Summary { tags: tags(revenue, cx), headline: vec![cx.plain(cx.label("closing")), cx.plain(" "), cx.money(revenue.closing)] }
}

pub(super) fn structured_data(revenue: &Revenue, cx: &ViewCx<'_>) -> StructuredData {
    let figures = [
        (cx.label("opening"), revenue.opening),
        (cx.word("income"), revenue.total(Direction::Income)),
        (cx.word("expense"), revenue.total(Direction::Expense)),
        (cx.label("closing"), revenue.closing),
    ];
    let measured = figures.map(|(name, money)| structured_data::amount(cx, name, money));
    let data = Thing::new("Dataset")
        .with("name", structured_data::words(cx, &cx.envelope.title))
        .with("description", cx.envelope.summary.as_ref().map(|s| structured_data::words(cx, s)).unwrap_or_default())
        .with("temporalCoverage", format!("{}/{}", revenue.period.from, revenue.period.to))
        .with("spatialCoverage", structured_data::place(cx, &revenue.scope))
        .with("creator", structured_data::other(cx, "Organization", &revenue.holder))
        .with("isAccessibleForFree", true)
        .with("variableMeasured", measured.to_vec());
    StructuredData { main: Some(data), mentions: Vec::new() }
}

fn tags(revenue: &Revenue, cx: &ViewCx<'_>) -> Vec<Inline> {
    let Some(objection) = &revenue.objection else { return Vec::new() };
    let (tone, word) = if objection.until < cx.today() { ("closed", "revenue_closed") } else { ("waiting", "revenue_open") };
    vec![Inline::Tag { tone, text: cx.word(word) }]
}

fn facts(revenue: &Revenue, cx: &ViewCx<'_>) -> Vec<Fact> {
    let money = |label: &str, amount: Money| Fact { label: cx.word(label), lines: vec![vec![cx.money(amount)]] };
    let mut facts = vec![
        money("revenue_income", revenue.total(Direction::Income)),
        money("revenue_expense", revenue.total(Direction::Expense)),
        cx.fact("closing", cx.money(revenue.closing)),
        Fact { label: cx.word("revenue_change"), lines: vec![vec![signed(revenue.closing - revenue.opening, cx)]] },
        cx.fact("opening", cx.money(revenue.opening)),
        cx.fact("period", cx.period(revenue.period)),
        cx.fact("fund", cx.code(&Fund::LIST, revenue.fund.code())),
        cx.fact("scope", cx.link(&revenue.scope)),
    ];
    if let Some(o) = &revenue.objection {
        let contact = o.contact.as_ref().map(|c| vec![cx.link(c)]);
        facts.push(cx.fact(
            "objection",
            dotted(std::iter::once(vec![cx.plain(cx.word("revenue_until")), cx.plain(" "), cx.date(o.until)]).chain(contact)),
        ));
    }
    facts
}

/// A change with its sign written out.
fn signed(amount: Money, cx: &ViewCx<'_>) -> Inline {
    match cx.money(amount) {
        Inline::Num { value, text } if amount.is_positive() => Inline::Num { value, text: format!("+{text}") },
        inline => inline,
    }
}

pub(super) fn unit(cx: &ViewCx<'_>) -> String {
    cx.say("revenue_unit", &[("currency", cx.currency.into())])
}

fn lines(revenue: &Revenue, cx: &ViewCx<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (dir, caption) in [(Direction::Income, "revenue_income"), (Direction::Expense, "revenue_expense")] {
        match table(revenue, dir, cx.word(caption), cx) {
            Some(table) => blocks.push(Block::Table { table }),
            None => blocks.push(note(vec![vec![cx.plain(cx.word(&format!("revenue_no_{}", dir.code())))]])),
        }
    }
    if revenue.computed_closing() == revenue.closing {
        blocks.push(note(vec![vec![cx.plain(adds_up(revenue, cx))]]));
    }
    if let Some(restated) = &revenue.restated {
        let before = cx.say(
            "revenue_restated",
            &[("before", cx.money_text(restated.opening).into()), ("opening", cx.money_text(revenue.opening).into())],
        );
        blocks.push(note(vec![vec![cx.plain(before)], vec![cx.text(&restated.reason)]]));
    }
    if let Some(text) = &revenue.note {
        blocks.push(note(vec![vec![cx.text(text)]]));
    }
    blocks
}

/// The sum that was checked, with its figures.
fn adds_up(revenue: &Revenue, cx: &ViewCx<'_>) -> String {
    let figure = |amount: Money| cx.language().format().decimal(&amount.to_string());
    cx.say(
        "revenue_adds_up",
        &[
            ("opening", figure(revenue.opening).into()),
            ("income", figure(revenue.total(Direction::Income)).into()),
            ("expense", figure(revenue.total(Direction::Expense)).into()),
            ("closing", figure(revenue.closing).into()),
        ],
    )
}

fn note(lines: Vec<Vec<Inline>>) -> Block {
    Block::Note { tone: "plain", lines }
}

/// A column of the table of lines: its name, whether a line has something there, and what.
struct Column {
    name: &'static str,
    fill: fn(&Line, &ViewCx<'_>) -> Vec<Inline>,
}

const COLUMNS: &[Column] = &[
    Column { name: "lines_cat", fill: |line, cx| vec![cx.code(&LedgerCategory::LIST, line.cat.code())] },
    Column { name: "lines_date", fill: |line, cx| line.date.iter().map(|day| cx.date(*day)).collect() },
    Column { name: "lines_party", fill: |line, cx| line.party.iter().map(|party| cx.ref_or_text(party)).collect() },
    Column { name: "lines_contract", fill: contract },
    Column { name: "lines_decision", fill: |line, cx| line.decision.iter().flat_map(|decision| cx.link_with_outcome(decision)).collect() },
    Column { name: "lines_pays", fill: |line, cx| line.pays.iter().map(|payment| link_into(cx, payment)).collect() },
    Column { name: "lines_vouchers", fill: |line, cx| line.vouchers.iter().map(|n| cx.int(*n)).collect() },
];

/// The contract: a file where one of that name is attached, else the words.
fn contract(line: &Line, cx: &ViewCx<'_>) -> Vec<Inline> {
    let Some(contract) = &line.contract else { return Vec::new() };
    let file = FileName(contract.primary().into());
    let attached = cx.envelope.attachments.iter().any(|a| a.file == file);
    vec![if attached { file_link(cx, &file) } else { cx.text(contract) }]
}

fn table(revenue: &Revenue, dir: Direction, caption: String, cx: &ViewCx<'_>) -> Option<Table> {
    let chosen: Vec<&Line> = revenue.lines.iter().filter(|line| line.dir == dir).collect();
    if chosen.is_empty() {
        return None;
    }
    let columns: Vec<&Column> = COLUMNS.iter().filter(|c| chosen.iter().any(|line| !(c.fill)(line, cx).is_empty())).collect();
    let head_cell = |name: &str| cell(cx.plain(cx.label(name)));
    let mut head = vec![head_cell("lines_item")];
    head.extend(columns.iter().map(|c| head_cell(c.name)));
    head.push(Cell { num: true, ..head_cell("lines_amount") });
    let row_of = |line: &&Line| {
        let mut cells = vec![cell(cx.text(&line.item))];
        cells.extend(columns.iter().map(|c| cell((c.fill)(line, cx))));
        cells.push(num_cell(cx.figure(line.amount)));
        Row { id: line.id.0.to_string(), cells }
    };
    let sum = |label: Inline, amount: Money| {
        let mut cells = vec![cell(label)];
        cells.extend(columns.iter().map(|_| Cell::default()));
        cells.push(num_cell(cx.figure(amount)));
        row(cells)
    };
    let totals: Vec<(LedgerCategory, Money)> =
        revenue.by_category().into_iter().filter(|(d, ..)| *d == dir).map(|(_, cat, total)| (cat, total)).collect();
    let mut foot = Vec::new();
    // Subtotals only where they say something that neither the lines nor the total says.
    if totals.len() > 1 {
        let has_several = |(cat, _): &&(LedgerCategory, Money)| chosen.iter().filter(|line| line.cat == *cat).count() > 1;
        let subtotal =
            |cat: &LedgerCategory| cx.say("revenue_subtotal", &[("cat", cx.code_word(&LedgerCategory::LIST, cat.code()).into())]);
        foot.extend(totals.iter().filter(has_several).map(|(cat, total)| sum(cx.plain(subtotal(cat)), *total)));
    }
    foot.push(sum(cx.plain(cx.word("revenue_total")), revenue.total(dir)));
    Some(Table { caption, unit: unit(cx), head, rows: chosen.iter().map(row_of).collect(), foot })
}

fn account(revenue: &Revenue, cx: &ViewCx<'_>) -> Vec<Fact> {
    let mut facts = vec![cx.fact("holder", cx.link(&revenue.holder))];
    if let Some(account) = &revenue.account {
        facts.push(cx.fact("account_bank", cx.text(&account.bank)));
        facts.extend(account.last4.as_ref().map(|last4| cx.fact("account_last4", Inline::Code { text: last4.clone() })));
    }
    facts
}

fn audit(revenue: &Revenue, cx: &ViewCx<'_>) -> Vec<Fact> {
    let Some(audit) = &revenue.audit else { return Vec::new() };
    let mut facts = vec![cx.fact("audit_by", cx.ref_or_text(&audit.by)), cx.fact("audit_date", cx.date(audit.date))];
    facts.extend(audit.opinion.map(|opinion| cx.fact("audit_opinion", cx.code(&Opinion::LIST, opinion.code()))));
    facts.extend(audit.file.as_ref().map(|file| cx.fact("audit_file", file_link(cx, file))));
    facts
}

fn objection(revenue: &Revenue, cx: &ViewCx<'_>) -> Vec<Fact> {
    let Some(objection) = &revenue.objection else { return Vec::new() };
    let mut facts = vec![cx.fact("objection_until", cx.date(objection.until))];
    facts.extend(objection.contact.as_ref().map(|contact| cx.fact("objection_contact", cx.link(contact))));
    facts
}
