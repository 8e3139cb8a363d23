//! What the page of works shows: amount, who won, stage and next step first; then money, milestones, plans.
//!
//! In: the fields and the view's context. Out: a [`KindView`]. Always: a milestone is late by the dates given,
//! not by opinion; the newest plan stands first.

mod money;
mod times;

use super::fields::{
    Consent, Level, Milestone, NeedItem, PartyRole, PlanState, PlanVersion, Problem, ProgressPoint, Renovation, Severity, Warranty,
    WarrantyItem, WorksClass,
};
use crate::locale::Given;
use crate::record::codelists::ProjectStage;
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::pieces;
use crate::record::view::{Block, Cell, Fact, Inline, KindView, Photo, Row, Section, Step, Summary, Table, cell, row};
use crate::record::view_cx::ViewCx;
use crate::value::{FileName, Percent, Ref};

pub(super) fn summary(r: &Renovation, cx: &ViewCx<'_>) -> Summary {
    let tone = match r.stage {
        ProjectStage::Identification | ProjectStage::Preparation => "waiting",
        ProjectStage::Implementation => "plain",
        ProjectStage::Completion | ProjectStage::Maintenance => "done",
        ProjectStage::Cancelled => "closed",
    };
    let mut tags = vec![cx.tag(tone, &ProjectStage::LIST, r.stage.code())];
    if r.level == Level::Programme {
        tags.push(cx.tag("plain", &Level::LIST, r.level.code()));
    }
    let amount = r.budget.map(|b| cx.money(b));
    let done = r.done().filter(|_| r.stage == ProjectStage::Implementation).map(|d| cx.plain(cx.say("renovation_done", &[percent(cx, d)])));
    Summary { tags, headline: pieces::dotted(amount.into_iter().chain(done)) }
}

pub(super) fn view(r: &Renovation, cx: &ViewCx<'_>) -> KindView {
    let Summary { tags, headline } = summary(r, cx);
    let sections: [Option<Section>; 11] = [
        pieces::section(cx, "money", money::blocks(r, cx)),
        pieces::section(cx, "milestones", times::figure(r, cx).into_iter().collect()),
        pieces::section(cx, "plans", plans(r, cx)),
        pieces::section(cx, "progress", progress(r, cx)),
        pieces::section(cx, "findings", findings(r, cx)),
        pieces::section(cx, "needs", needs(r, cx)),
        pieces::section(cx, "parties", parties(r, cx)),
        pieces::section(cx, "completion", completion(r, cx)),
        pieces::section(cx, "warranty", warranty(r, cx)),
        pieces::section(cx, "photos", photos(r, cx)),
        pieces::section(cx, "projects", projects(cx)),
    ];
    KindView { tags, facts: facts(r, cx), headline, sections: sections.into_iter().flatten().collect() }
}

pub(super) fn structured_data(renovation: &Renovation, cx: &ViewCx<'_>) -> StructuredData {
    let parties = renovation.parties.iter().map(|p| structured_data::other(cx, "Organization", &p.org)).collect::<Vec<_>>();
    let report = Thing::new("Report")
        .with("headline", structured_data::words(cx, &cx.envelope.title))
        .with("datePublished", cx.envelope.published)
        .maybe("dateModified", cx.envelope.revised)
        .with("about", structured_data::place(cx, &renovation.place))
        .with("mentions", parties);
    StructuredData { main: Some(report), mentions: Vec::new() }
}

pub(super) fn percent<'a>(cx: &ViewCx<'_>, p: Percent) -> (&'static str, Given<'a>) {
    ("percent", Given::from(cx.language().format().percent(&p.to_string())))
}

fn facts(r: &Renovation, cx: &ViewCx<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(budget) = r.budget {
        let approved = r.budget_date.map(|d| [cx.plain(cx.word("renovation_approved")), cx.plain(" "), cx.date(d)]);
        let mut lines = vec![vec![cx.money(budget)]];
        if let Some(approved) = approved {
            lines[0].push(cx.plain(" · "));
            lines[0].extend(approved);
        }
        facts.push(cx.fact_lines("amount", lines));
    }
    facts.extend(pieces::links(cx, "won", winners(r)));
    let done = r.done().map(|d| cx.plain(cx.say("renovation_done", &[percent(cx, d)])));
    facts.push(cx.fact("stage", pieces::dotted(std::iter::once(cx.code(&ProjectStage::LIST, r.stage.code())).chain(done))));
    if let Some(next) = next_milestone(r) {
        let due = next.forecast.unwrap_or(next.planned);
        let mut line = pieces::dotted([cx.text(&next.title), cx.date(due)]);
        if next.planned < cx.today() {
            line.extend([cx.plain(" "), Inline::Tag { tone: "urgent", text: cx.word("renovation_late") }]);
        }
        facts.push(cx.fact("next", line));
    }
    facts.push(cx.fact("place", cx.link(&r.place)));
    facts.extend(r.parent.as_ref().map(|p| cx.fact("parent", cx.link(p))));
    facts.extend(r.counts.as_ref().map(|counts| {
        let share = Percent::of(counts.finished.into(), counts.started.into(), 1);
        let share = share.map(|p| cx.language().format().percent(&p.to_string())).unwrap_or_default();
        let args = [
            ("started", Given::Int(counts.started.into())),
            ("finished", Given::Int(counts.finished.into())),
            ("has_share", Given::from(if counts.started == 0 { "no" } else { "yes" })),
            ("share", Given::from(share)),
        ];
        cx.fact("counts", cx.plain(cx.say("renovation_counts", &args)))
    }));
    if !r.works.is_empty() {
        facts.push(cx.fact("works", pieces::codes(cx, &WorksClass::LIST, r.works.iter().map(|w| w.code()))));
    }
    facts.extend(r.households.map(|n| cx.fact("households", cx.int(n))));
    facts.extend(r.buildings.map(|n| cx.fact("buildings", cx.int(n))));
    facts.extend(r.floor_area.map(|a| cx.fact("floor_area", cx.area(a))));
    facts.extend(r.built.and_then(|y| i16::try_from(y).ok()).map(|y| cx.fact("built", cx.plain(cx.language().format().year(y)))));
    facts.extend(r.consent.as_ref().map(|consent| {
        let line = match consent {
            Consent::Meeting(meeting) => cx.link_with_outcome(meeting),
            Consent::Count(count) => vec![cx.plain(cx.say(
                "renovation_consent",
                &[("eligible", Given::Int(count.eligible.into())), ("for", Given::Int(count.in_favor.into()))],
            ))],
        };
        cx.fact("consent", line)
    }));
    facts
}

/// Who won: the suppliers of the contracts, else the contractors named.
fn winners(r: &Renovation) -> Vec<&Ref> {
    let mut winners: Vec<&Ref> = Vec::new();
    for supplier in r.contracts.iter().map(|c| &c.supplier) {
        if !winners.contains(&supplier) {
            winners.push(supplier);
        }
    }
    if winners.is_empty() {
        winners.extend(r.parties.iter().filter(|p| p.role == PartyRole::Contractor).map(|p| &p.org));
    }
    winners
}

fn next_milestone(r: &Renovation) -> Option<&Milestone> {
    let open = r.milestones.iter().filter(|m| m.done.is_none() && r.stage != ProjectStage::Cancelled);
    open.min_by_key(|m| m.forecast.unwrap_or(m.planned))
}

pub(super) fn optional(value: Option<Inline>) -> Cell {
    cell(value.into_iter().collect::<Vec<_>>())
}

/// The newest version first: it is the one that holds.
fn plans(r: &Renovation, cx: &ViewCx<'_>) -> Vec<Block> {
    let step = |v: &PlanVersion| {
        let state = match v.state {
            PlanState::Approved => "done",
            PlanState::Draft | PlanState::Consultation => "planned",
            PlanState::Replaced | PlanState::Rejected => "plain",
        };
        let mut facts = Vec::new();
        facts.extend(v.change.as_ref().map(|t| cx.fact("change", cx.text(t))));
        facts.extend(v.reason.as_ref().map(|t| cx.fact("reason", cx.text(t))));
        facts.extend(v.total.map(|total| {
            let before = r.plan_versions.iter().rev().filter(|o| o.no < v.no).find_map(|o| o.total);
            let mut line = vec![cx.money(total)];
            if let Some(change) = before.map(|before| total - before).filter(|change| !change.is_zero()) {
                let sign = if change.is_positive() { "+" } else { "" };
                let amount = format!("{sign}{}", cx.money_text(change));
                line.push(cx.plain(cx.say("renovation_against", &[("amount", amount.into())])));
            }
            cx.fact("total", line)
        }));
        match (v.comments_received, v.comments_adopted) {
            (Some(received), Some(adopted)) => {
                let text =
                    cx.say("renovation_comments", &[("received", Given::Int(received.into())), ("adopted", Given::Int(adopted.into()))]);
                facts.push(cx.fact("comments", cx.plain(text)));
            }
            (received, adopted) => {
                facts.extend(received.map(|n| cx.fact("comments_received", cx.int(n))));
                facts.extend(adopted.map(|n| cx.fact("comments_adopted", cx.int(n))));
            }
        }
        facts.extend(v.file.as_ref().map(|f| cx.fact("file", pieces::file_link(cx, f))));
        let name = cx.plain(cx.say("renovation_version", &[("no", Given::Int(v.no.into()))]));
        Step {
            id: v.no.to_string(),
            state,
            tag: cx.code_word(&PlanState::LIST, v.state.code()),
            title: pieces::dotted([name, cx.date(v.date)]),
            facts,
        }
    };
    vec![Block::Steps { steps: r.plan_versions.iter().rev().map(step).collect() }]
}

fn progress(r: &Renovation, cx: &ViewCx<'_>) -> Vec<Block> {
    let line = |p: &ProgressPoint| Row {
        id: p.date.to_string(),
        cells: vec![
            cell(cx.date(p.date)),
            Cell { content: p.physical.map(|x| cx.percent(x)).into_iter().collect(), num: true },
            optional(p.note.as_ref().map(|t| cx.text(t))),
        ],
    };
    let head = pieces::head(cx, &["date", "#physical", "note"]);
    let rows: Vec<Row> = r.progress.iter().rev().map(line).collect();
    let table = Table { caption: cx.label("progress"), unit: String::new(), head, rows, foot: vec![] };
    if r.progress.is_empty() { vec![] } else { vec![Block::Table { table }] }
}

/// The log of problems: open ones first, then the newest.
fn findings(r: &Renovation, cx: &ViewCx<'_>) -> Vec<Block> {
    if r.findings.is_empty() {
        return Vec::new();
    }
    let mut log: Vec<&Problem> = r.findings.iter().collect();
    crate::order::sort_by_key(&mut log, |p| (p.closed.is_some(), std::cmp::Reverse(p.date)));
    let open = log.iter().filter(|p| p.closed.is_none()).count();
    let line = |p: &&Problem| {
        let (tone, tag) = if p.closed.is_some() { ("done", "renovation_settled") } else { ("waiting", "renovation_open") };
        let found = std::iter::once(cx.date(p.date)).chain(p.by.as_ref().map(|by| cx.link(by)));
        Row {
            id: p.id.to_string(),
            cells: vec![
                cell(vec![cx.text(&p.text), cx.plain(" "), Inline::Tag { tone, text: cx.word(tag) }]),
                cell(pieces::dotted(found)),
                optional(p.severity.map(|s| cx.code(&Severity::LIST, s.code()))),
                optional(p.action.as_ref().map(|t| cx.text(t))),
                optional(p.closed.map(|d| cx.date(d))),
            ],
        }
    };
    let head = pieces::head(cx, &["problem", "found", "severity", "action", "closed"]);
    let caption = cx.say("renovation_log", &[("n", Given::Int(log.len() as i64)), ("open", Given::Int(open as i64))]);
    let table = Table { caption, unit: String::new(), head, rows: log.iter().map(line).collect(), foot: vec![] };
    vec![Block::Table { table }]
}

fn needs(r: &Renovation, cx: &ViewCx<'_>) -> Vec<Block> {
    let line = |n: &NeedItem| Row {
        id: n.id.to_string(),
        cells: vec![cell(cx.text(&n.text)), Cell { content: n.count.map(|c| cx.int(c)).into_iter().collect(), num: true }],
    };
    let head = pieces::head(cx, &["need", "#count"]);
    let table = Table { caption: cx.label("needs"), unit: String::new(), head, rows: r.needs.iter().map(line).collect(), foot: vec![] };
    if r.needs.is_empty() { vec![] } else { vec![Block::Table { table }] }
}

fn parties(r: &Renovation, cx: &ViewCx<'_>) -> Vec<Block> {
    let mut facts: Vec<Fact> = Vec::new();
    for party in &r.parties {
        let label = cx.code_word(&PartyRole::LIST, party.role.code());
        let line = vec![cx.link(&party.org)];
        match facts.iter_mut().find(|f| f.label == label) {
            Some(fact) => fact.lines.push(line),
            None => facts.push(Fact { label, lines: vec![line] }),
        }
    }
    if facts.is_empty() { vec![] } else { vec![Block::Facts { facts }] }
}

fn completion(r: &Renovation, cx: &ViewCx<'_>) -> Vec<Block> {
    let Some(completion) = &r.completion else { return Vec::new() };
    let mut facts = Vec::new();
    facts.extend(completion.accepted.map(|d| cx.fact("accepted", cx.date(d))));
    if let Some(cost) = completion.final_cost {
        facts.push(cx.fact("final_cost", cx.money(cost)));
        facts.extend(r.budget.map(|budget| cx.fact("variance", cx.money(cost - budget))));
    }
    facts.extend(completion.reason.as_ref().map(|t| cx.fact("reason", cx.text(t))));
    facts.extend(completion.file.as_ref().map(|f| cx.fact("file", pieces::file_link(cx, f))));
    if facts.is_empty() { vec![] } else { vec![Block::Facts { facts }] }
}

fn warranty(r: &Renovation, cx: &ViewCx<'_>) -> Vec<Block> {
    let line = |w: &Warranty| {
        let mut until = vec![cx.date(w.until)];
        if w.until < cx.today() {
            until.extend([cx.plain(" "), Inline::Tag { tone: "closed", text: cx.word("renovation_expired") }]);
        }
        row(vec![cell(cx.code(&WarrantyItem::LIST, w.item.code())), cell(until)])
    };
    let head = pieces::head(cx, &["item", "until"]);
    let table =
        Table { caption: cx.label("warranty"), unit: String::new(), head, rows: r.warranty.iter().map(line).collect(), foot: vec![] };
    if r.warranty.is_empty() { vec![] } else { vec![Block::Table { table }] }
}

/// Before and after side by side: those taken before anything was done, and the newest; then all others, newest first.
fn photos(r: &Renovation, cx: &ViewCx<'_>) -> Vec<Block> {
    let mut photos = Vec::new();
    for point in r.progress.iter().rev() {
        for file in &point.photos {
            photos.push((point, photo(point, file, cx)));
        }
    }
    let is_before = |p: &ProgressPoint| p.physical.is_some_and(|done| done == Percent::default());
    let before = photos.iter().rposition(|(point, _)| is_before(point)).filter(|_| photos.first().is_some_and(|(p, _)| !is_before(p)));
    let mut blocks = Vec::new();
    if let Some(at) = before {
        let (_, mut before) = photos.remove(at);
        let (_, mut after) = photos.remove(0);
        before.label = cx.word("renovation_before");
        let is_done = matches!(r.stage, ProjectStage::Completion | ProjectStage::Maintenance);
        after.label = cx.word(if is_done { "renovation_after" } else { "renovation_lately" });
        blocks.push(Block::Photos { photos: vec![before, after], pair: true });
    }
    if !photos.is_empty() {
        blocks.push(Block::Photos { photos: photos.into_iter().map(|(_, photo)| photo).collect(), pair: false });
    }
    blocks
}

fn photo(point: &ProgressPoint, file: &FileName, cx: &ViewCx<'_>) -> Photo {
    let date = cx.language().format().date((point.date.year(), point.date.month(), point.date.day()));
    let alt = match &point.note {
        Some(note) => cx.say("renovation_photo_of", &[("note", Given::from(cx.words_of(note).0)), ("date", Given::from(date.as_str()))]),
        None => cx.say("renovation_photo", &[("date", Given::from(date.as_str()))]),
    };
    let caption = pieces::dotted(std::iter::once(cx.date(point.date)).chain(point.note.as_ref().map(|t| cx.text(t))));
    Photo { label: String::new(), picture: cx.picture(file), alt, caption }
}

/// The projects of a programme.
fn projects(cx: &ViewCx<'_>) -> Vec<Block> {
    let rows: Vec<Vec<Inline>> = cx.records.children(cx.id).iter().map(|id| vec![cx.link_to(id)]).collect();
    if rows.is_empty() { vec![] } else { vec![Block::List { rows }] }
}
