//! The time line of works: what was planned, what is expected now, what was done, on one scale.
//!
//! In: the milestones. Out: a figure with its table, each milestone a line. Always: the dates stand in words beside the
//! drawing; a milestone is late by the dates given, not by opinion.

use super::super::fields::{Milestone, Renovation};
use crate::record::codelists::ProjectStage;
use crate::record::view::chart::{self, Dates};
use crate::record::view::pieces;
use crate::record::view::{Block, Figure, Inline, Row, Table, cell};
use crate::record::view_cx::ViewCx;
use crate::value::{Date, DatePeriod};

/// Fine rules on the scale, at most.
const TICKS: i64 = 12;

/// From the first date of all to the last.
fn span(r: &Renovation) -> Option<DatePeriod> {
    let dates = || r.milestones.iter().flat_map(|m| [Some(m.planned), m.forecast, m.done]).flatten();
    Some(DatePeriod { from: dates().min()?.first_of_month(), to: dates().max()?.plus_months(1) })
}

/// First days of months, as many as can be told apart.
fn ticks(span: DatePeriod) -> Vec<Date> {
    let months = (i64::from(span.to.year()) - i64::from(span.from.year())) * 12 + i64::from(span.to.month()) - i64::from(span.from.month());
    let every = [1, 3, 6, 12, 60].into_iter().find(|every| months / every <= TICKS).unwrap_or(months.max(1));
    let first = span.from;
    let after = |n: i64| first.plus_months(n);
    (1..months).map(after).filter(|d| (i64::from(d.year()) * 12 + i64::from(d.month()) - 1) % every == 0).collect()
}

pub(super) fn figure(r: &Renovation, cx: &ViewCx<'_>) -> Option<Block> {
    let span = span(r)?;
    let days = span.from.days_to(span.to);
    let at = |date: Date| chart::units(span.from.days_to(date), days);
    let ticks: Vec<i64> = ticks(span).into_iter().map(at).collect();
    let line = |m: &Milestone| {
        let dates = Dates { planned: at(m.planned), expected: m.forecast.map(at), done: m.done.map(at) };
        let (tone, word) = state(m, r.stage, cx);
        let title = vec![cx.text(&m.title), cx.plain(" "), Inline::Tag { tone, text: cx.word(word) }];
        Row {
            id: m.id.to_string(),
            cells: vec![cell(title), cell(Inline::Drawing { svg: chart::dates(dates, &ticks) }), cell(dates_in_words(m, cx))],
        }
    };
    let column = |word: &str| cell(cx.plain(cx.word(word)));
    let table = Table {
        caption: cx.word("renovation_section_milestones"),
        head: vec![cell(cx.plain(cx.label("milestone"))), column("renovation_timeline"), column("renovation_dates")],
        rows: r.milestones.iter().map(line).collect(),
        ..Table::default()
    };
    let keys = [
        (Some("p"), "planned", true),
        (Some("d"), "done", r.milestones.iter().any(|m| m.done.is_some())),
        (Some("f"), "forecast", r.milestones.iter().any(|m| m.done.is_none() && m.forecast.is_some())),
    ];
    let keys =
        keys.into_iter().filter(|(.., used)| *used).filter_map(|(class, field, _)| Some((chart::key(class?), cx.label(field)))).collect();
    let last = span.to.plus_days(-1);
    let format = cx.language().format();
    let scale =
        [("from", format.month(span.from.year(), span.from.month()).into()), ("to", format.month(last.year(), last.month()).into())];
    let title = match r.done() {
        Some(done) => cx.say("renovation_timeline_done", &[super::percent(cx, done)]),
        None => cx.word("renovation_timeline"),
    };
    Some(Block::Figure {
        figure: Figure { title, unit: cx.say("renovation_scale", &scale), keys, svg: String::new(), table, fold: String::new() },
    })
}

fn state(m: &Milestone, stage: ProjectStage, cx: &ViewCx<'_>) -> (&'static str, &'static str) {
    match m.done {
        Some(_) => ("done", "renovation_met"),
        None if stage == ProjectStage::Cancelled => ("plain", "renovation_scheduled"),
        None if m.planned < cx.today() => ("late", "renovation_late"),
        None if m.forecast.is_some_and(|f| f > m.planned) => ("late", "renovation_delayed"),
        None => ("plain", "renovation_scheduled"),
    }
}

/// The dates in words, the weight, why it moved, what shows it.
fn dates_in_words(m: &Milestone, cx: &ViewCx<'_>) -> Vec<Inline> {
    let dated = |field: &str, date: Option<Date>| date.map(|d| vec![cx.plain(format!("{} ", cx.label(field))), cx.date(d)]);
    let weight = m.weight.map(|w| vec![cx.plain(format!("{} ", cx.label("weight"))), cx.percent(w)]);
    let evidence = (!m.evidence.is_empty()).then(|| pieces::dotted(m.evidence.iter().map(|file| pieces::file_link(cx, file))));
    let parts = [
        dated("planned", Some(m.planned)),
        dated("forecast", m.forecast.filter(|_| m.done.is_none())),
        dated("done", m.done),
        weight,
        m.note.as_ref().map(|note| vec![cx.text(note)]),
        evidence,
    ];
    pieces::dotted(parts.into_iter().flatten())
}
