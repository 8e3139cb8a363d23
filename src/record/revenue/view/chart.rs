//! The drawings of a period's page: each category beside the same period of last year, and the balances of the chain.
//!
//! In: a [`Revenue`], what a view is handed. Out: figures with their tables. Always: every figure drawn stands in words
//! beside; a page shows the newest periods of its chain only, so it does not grow with it.

use super::super::fields::Revenue;
use super::unit;
use crate::record::codelists::{Direction, LedgerCategory};
use crate::record::facet::Balance;
use crate::record::field::CodeList;
use crate::record::view::chart::{self, Column};
use crate::record::view::{Block, Cell, Figure, Inline, Row, Table, cell, num_cell, row};
use crate::record::view_cx::ViewCx;
use crate::value::{DatePeriod, Money, RecordId};

type Periods = [(RecordId, Balance)];

/// Income and spending by category, with the same period of last year beside where the chain has it.
pub(super) fn categories(revenue: &Revenue, periods: &Periods, cx: &ViewCx<'_>) -> Vec<Block> {
    let totals: Vec<(Direction, &str, Money)> = revenue.by_category().into_iter().map(|(d, c, m)| (d, c.code(), m)).collect();
    let last = year_before(revenue.period, periods);
    let total_in = |list: &[(Direction, LedgerCategory, Money)], dir: Direction, cat: &str| {
        list.iter().find(|(d, c, _)| *d == dir && c.code() == cat).map(|(.., m)| *m)
    };
    let most = totals.iter().map(|(.., m)| *m).chain(last.iter().flat_map(|b| b.by_category.iter().map(|(.., m)| *m))).max();
    let most = most.unwrap_or_default().fen();
    let has_income = totals.iter().any(|(d, ..)| *d == Direction::Income) || last.is_some_and(|b| !b.income.is_zero());
    let figure = |(dir, title): (Direction, &str)| {
        let now = |cat: &str| totals.iter().find(|(d, c, _)| *d == dir && *c == cat).map(|(.., m)| *m);
        let before = |cat: &str| last.and_then(|b| total_in(&b.by_category, dir, cat));
        let categories: Vec<&str> = codes(&LedgerCategory::LIST).filter(|cat| now(cat).is_some() || before(cat).is_some()).collect();
        // One category that is all there is draws nothing new.
        if categories.len() < 2 && (last.is_none() || categories.is_empty()) {
            return None;
        }
        let bars = |now: Option<Money>, before: Option<Money>| {
            let length = |m: Option<Money>| chart::units(m.unwrap_or_default().fen(), most);
            let both = [("a", length(now)), ("b", length(before))];
            Inline::Drawing { svg: chart::bars(if last.is_some() { &both } else { &both[..1] }) }
        };
        let figures = |now: Option<Money>, before: Option<Money>| {
            let amount = |m: Option<Money>| num_cell(m.map_or_else(|| cx.plain("–"), |m| cx.figure(m)));
            std::iter::once(amount(now)).chain(last.is_some().then(|| amount(before))).collect::<Vec<_>>()
        };
        let line = |cat: &&str| {
            let mut cells = vec![cell(cx.code(&LedgerCategory::LIST, cat))];
            cells.extend(figures(now(cat), before(cat)));
            cells.push(cell(bars(now(cat), before(cat))));
            row(cells)
        };
        let total = revenue.total(dir);
        let total_before = last.map(|b| if dir == Direction::Income { b.income } else { b.expense });
        let mut foot = vec![cell(cx.plain(cx.word(revenue.total_label())))];
        foot.extend(figures(Some(total).filter(|_| !revenue.lines.is_empty()), total_before));
        foot.push(Cell::default());
        let column = |id: &str| Cell { content: vec![cx.plain(cx.word(id))], num: true };
        let mut head = vec![cell(cx.plain(cx.label("lines_cat"))), column(if revenue.budget { "revenue_budget" } else { "revenue_now" })];
        head.extend(last.map(|_| column("revenue_before")));
        head.push(Cell::default());
        let title = cx.word(title);
        // Said once for both.
        let keys = last.filter(|_| dir == Direction::Income || !has_income).map(|b| {
            let named = |id: &str, period| match cx.period_short(period) {
                Inline::Time { text, .. } => cx.say(id, &[("period", text.into())]),
                _ => cx.word(id),
            };
            vec![(chart::key("a"), named("revenue_key_now", revenue.period)), (chart::key("b"), named("revenue_key_before", b.period))]
        });
        let table =
            Table { caption: title.clone(), head, rows: categories.iter().map(line).collect(), foot: vec![row(foot)], ..Table::default() };
        let figure = Figure { title, unit: unit(cx), keys: keys.unwrap_or_default(), svg: String::new(), table, fold: String::new() };
        Some(Block::Figure { figure })
    };
    let titles = match revenue.budget {
        true => ["revenue_budget_income_by_category", "revenue_budget_expense_by_category"],
        false => ["revenue_income_by_category", "revenue_expense_by_category"],
    };
    [(Direction::Income, titles[0]), (Direction::Expense, titles[1])].into_iter().filter_map(figure).collect()
}

fn codes(list: &'static CodeList) -> impl Iterator<Item = &'static str> {
    list.codes.iter().map(|(code, _)| *code)
}

/// The period of the chain that began and ended a year earlier.
fn year_before(period: DatePeriod, periods: &Periods) -> Option<&Balance> {
    let after = |p: DatePeriod| p.to.plus_days(1);
    let is_it = |b: &&Balance| b.period.from == period.from.months_later(-12) && after(b.period) == after(period).months_later(-12);
    periods.iter().map(|(_, b)| b).find(is_it)
}

/// The balances of the chain up to this period, drawn, and the sums that lead from one to the next.
pub(super) fn chain(periods: &Periods, cx: &ViewCx<'_>) -> Option<Block> {
    let ([(_, first), ..], [.., (_, last)]) = (periods, periods) else { return None };
    if periods.len() < 2 {
        return None;
    }
    let figure = |amount: Money| cx.language().format().decimal(&amount.to_string());
    let short = |b: &Balance| match cx.period_short(b.period) {
        Inline::Time { text, .. } => text,
        _ => String::new(),
    };
    let args = [
        ("n", (periods.len() as i64).into()),
        ("first", figure(first.closing).into()),
        ("from", short(first).into()),
        ("last", figure(last.closing).into()),
        ("to", short(last).into()),
    ];
    let columns: Vec<Column> = periods.iter().map(|(_, b)| column(b, cx)).collect();
    let title = cx.word("revenue_chain_title");
    let svg = chart::columns(&columns, &title, &|n| cx.language().format().integer(n));
    let keys = vec![(String::new(), cx.say("revenue_chain_said", &args))];
    let column = |label: String| Cell { content: vec![cx.plain(label)], num: true };
    let head = vec![
        cell(cx.plain(cx.label("period"))),
        column(cx.label("opening")),
        column(cx.word("revenue_income")),
        column(cx.word("revenue_expense")),
        column(cx.label("closing")),
    ];
    let line = |(id, b): &(RecordId, Balance)| {
        let period = match cx.link_to(id) {
            Inline::Link { url, .. } if id != cx.id => Inline::Link { url, text: short(b), lang: None, dir: None },
            _ => cx.period_short(b.period),
        };
        // Of a period without a line nobody knows what came in and went out.
        let sum = |amount: Money| if b.by_category.is_empty() { cx.plain("–") } else { cx.figure(amount) };
        let figures = [cx.figure(b.opening), sum(b.income), sum(b.expense), cx.figure(b.closing)].map(num_cell);
        row(std::iter::once(cell(period)).chain(figures).collect())
    };
    let rows: Vec<Row> = periods.iter().map(line).collect();
    let table = Table { caption: cx.word("revenue_chain_caption"), head, rows, ..Table::default() };
    Some(Block::Figure { figure: Figure { title, unit: unit(cx), keys, svg, table, fold: cx.word("revenue_chain_fold") } })
}

/// What stands under a column: the months and, below, the year; of a period of another form the day it ended.
fn column(balance: &Balance, cx: &ViewCx<'_>) -> Column {
    let format = cx.language().format();
    let (from, to) = (balance.period.from, balance.period.to);
    let whole = from.day() == 1 && to.day() == to.days_in_month() && from.year() == to.year();
    let (label, year) = match (from.month(), to.month()) {
        _ if !whole => (format!("{:02}-{:02}", to.month(), to.day()), to.year().to_string()),
        (1, 12) => (to.year().to_string(), String::new()),
        (first, last) if first == last => (format.month_name(first), to.year().to_string()),
        (first, last) => (format.month_names(first, last), to.year().to_string()),
    };
    Column { label, year, value: balance.closing.fen() }
}
