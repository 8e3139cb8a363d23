//! What a meeting's page shows: decided what, the votes, who came; then the rest.
//!
//! In: a [`Meeting`], what a view is handed. Out: [`KindView`]. Always: figures stand beside every share,
//! and each sentence on a vote speaks by the figures given.

mod votes;

use super::fields::{ActionItem, AgendaItem, Attendance, Meeting, MeetingType, MinutesState, Mode, State};
use crate::record::ballot::{self, Ballot, BallotOutcome};
use crate::record::codelists::{ActionState, Outcome};
use crate::record::decision::Matter;
use crate::record::structured_data::{self, StructuredData};
use crate::record::view::pieces::{dotted, file_link, link_into, section};
use crate::record::view::{Block, Cell, Decision, Fact, Inline, KindView, Row, Summary, Table, cell, words};
use crate::record::view_cx::ViewCx;
use crate::value::Ref;

pub(super) fn view(meeting: &Meeting, cx: &ViewCx<'_>) -> KindView {
    let decisions: Vec<Decision> = meeting.agenda.iter().map(|item| decision(meeting, item, cx)).collect();
    let sections = [
        section(cx, "decisions", vec![Block::Decisions { decisions }]),
        section(cx, "attendance", facts_block(attendance(meeting, cx))),
        section(cx, "actions", actions(meeting, cx).into_iter().collect()),
        section(cx, "minutes", facts_block(minutes(meeting, cx))),
    ];
    let Summary { tags, headline } = summary(meeting, cx);
    KindView { tags, facts: facts(meeting, cx), headline, sections: sections.into_iter().flatten().collect() }
}

pub(super) fn summary(meeting: &Meeting, cx: &ViewCx<'_>) -> Summary {
    Summary { tags: vec![state_tag(meeting, cx)], headline: headline(meeting, cx) }
}

pub(super) fn structured_data(meeting: &Meeting, cx: &ViewCx<'_>) -> StructuredData {
    let Some(schedule) = super::facets::facets(meeting, cx.envelope).schedule else { return StructuredData::default() };
    let mode = match meeting.mode {
        Mode::InPerson | Mode::Written => "https://schema.org/OfflineEventAttendanceMode",
        Mode::Online => "https://schema.org/OnlineEventAttendanceMode",
        Mode::Mixed => "https://schema.org/MixedEventAttendanceMode",
    };
    let event = structured_data::event(cx, &schedule, &meeting.organ)
        .with("eventAttendanceMode", mode)
        .maybe("previousStartDate", meeting.moved_from.map(|at| at.rfc3339(cx.zone)));
    StructuredData { main: Some(event), mentions: Vec::new() }
}

fn facts_block(facts: Vec<Fact>) -> Vec<Block> {
    if facts.is_empty() { Vec::new() } else { vec![Block::Facts { facts }] }
}

fn state_tag(meeting: &Meeting, cx: &ViewCx<'_>) -> Inline {
    let tone = match meeting.state {
        State::Planned | State::Moved => "waiting",
        State::Held => "done",
        State::Cancelled => "closed",
    };
    cx.tag(tone, &State::LIST, meeting.state.code())
}

fn outcome_tag(outcome: Outcome, cx: &ViewCx<'_>) -> Inline {
    cx.tag(outcome.tone(), &Outcome::LIST, outcome.code())
}

fn preliminary_tag(item: &AgendaItem, cx: &ViewCx<'_>) -> Option<Inline> {
    item.preliminary().map(|_| Inline::Tag { tone: "waiting", text: cx.word("meeting_preliminary") })
}

/// What was decided, in one line; before the meeting, when it is.
fn headline(meeting: &Meeting, cx: &ViewCx<'_>) -> Vec<Inline> {
    let decided: Vec<(&AgendaItem, Outcome)> = meeting.agenda.iter().filter_map(|i| Some((i, i.outcome?))).collect();
    let balloted: Vec<(BallotOutcome, usize)> =
        meeting.agenda.iter().filter_map(|i| i.ballot.as_ref()).flat_map(Ballot::outcomes).collect();
    match (meeting.state, &decided[..]) {
        (State::Held, [(item, outcome)]) if balloted.is_empty() => {
            dotted([vec![cx.text(&item.title)], vec![cx.code(&Outcome::LIST, outcome.code())]])
        }
        (State::Held, decided) if !decided.is_empty() || !balloted.is_empty() => {
            // Each outcome by its name, the most telling first: what was only noted was not adopted.
            let all = [Outcome::Adopted, Outcome::Agreed, Outcome::Rejected, Outcome::Deferred, Outcome::Noted];
            let count = |outcome: &Outcome| decided.iter().filter(|(_, o)| o == outcome).count();
            let counted = all
                .iter()
                .filter(|outcome| count(outcome) > 0)
                .map(|outcome| cx.say("meeting_outcome_count", &[("outcome", outcome.code().into()), ("n", count(outcome).into())]));
            let elected = balloted
                .iter()
                .map(|(outcome, n)| cx.say("meeting_outcome_count", &[("outcome", outcome.code().into()), ("n", (*n).into())]));
            let counted = counted.chain(elected).collect::<Vec<_>>().join(&cx.word("meeting_comma"));
            vec![cx.plain(cx.say("meeting_headline", &[("items", meeting.agenda.len().into()), ("outcomes", counted.into())]))]
        }
        (State::Held | State::Planned, _) => vec![cx.datetime(meeting.start)],
        (state, _) => dotted([vec![cx.code(&State::LIST, state.code())], vec![cx.datetime(meeting.start)]]),
    }
}

fn facts(meeting: &Meeting, cx: &ViewCx<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    let when = cx.fact("start", cx.datetime_range(meeting.start, meeting.end.filter(|end| *end > meeting.start)));
    let place = meeting.place.as_ref().map(|place| cx.fact("place", cx.link(place)));
    let numbered = |item: &AgendaItem| vec![cx.plain(format!("{}. ", item.no)), cx.text(&item.title)];
    if meeting.state == State::Held {
        let decided = meeting.agenda.iter().filter(|item| item.outcome.is_some() || item.is_counted()).flat_map(|item| {
            let tag = item.outcome.map(|outcome| vec![cx.plain(" "), outcome_tag(outcome, cx)]);
            let counted = item.vote.as_ref().map(|vote| vec![cx.plain(cx.votes(vote.written()))]);
            let short = votes::short(meeting, item, cx).map(|short| vec![cx.plain(short)]);
            let open = preliminary_tag(item, cx).map_or_else(Vec::new, |tag| vec![cx.plain(" "), tag]);
            let head = [numbered(item), tag.unwrap_or_default(), open].concat();
            let elected = item.ballot.iter().flat_map(|ballot| ballot::lines(ballot, cx));
            [Some(head), counted, short].into_iter().flatten().chain(elected).collect::<Vec<_>>()
        });
        let decided: Vec<_> = decided.collect();
        if !decided.is_empty() {
            facts.push(Fact { label: cx.word("meeting_decided"), lines: decided });
        }
        if let Some(attendance) = &meeting.attendance {
            let mut line = heads(attendance, cx);
            if votes::is_quorum_missed(meeting, cx) {
                line.extend([cx.plain(" "), Inline::Tag { tone: "waiting", text: cx.word("meeting_quorum_missed") }]);
            }
            facts.push(cx.fact("attendance", line));
        }
        facts.push(when);
        facts.extend(place);
    } else {
        if let Some(reason) = &meeting.reason {
            facts.push(cx.fact("reason", cx.text(reason)));
        }
        facts.push(when);
        if let Some(moved_from) = meeting.moved_from {
            facts.push(cx.fact("moved_from", cx.datetime(moved_from)));
        }
        facts.extend(place);
        facts.push(cx.fact_lines("agenda", meeting.agenda.iter().map(numbered).collect()));
    }
    let kind = cx.code(&MeetingType::LIST, meeting.meeting_type.code());
    facts.push(cx.fact("type", dotted([vec![kind], vec![cx.code(&Mode::LIST, meeting.mode.code())]])));
    facts.push(cx.fact("organ", cx.link(&meeting.organ)));
    facts.push(cx.fact("scope", cx.link(&meeting.scope)));
    if let Some(next) = meeting.next {
        facts.push(cx.fact("next", cx.datetime(next)));
    }
    facts
}

/// How many came of how many, and of what share of the area.
fn heads(attendance: &Attendance, cx: &ViewCx<'_>) -> Vec<Inline> {
    let (present, eligible) = (i64::from(attendance.present), i64::from(attendance.eligible));
    let heads = [("present", present.into()), ("eligible", eligible.into()), ("share", votes::share(present, eligible, cx).into())];
    let mut line = vec![cx.plain(cx.say("meeting_attendance", &heads))];
    if let (Some(present), Some(eligible)) = (attendance.present_area, attendance.eligible_area) {
        let share = votes::share(present.hundredths(), eligible.hundredths(), cx);
        line.extend([cx.plain(cx.word("meeting_comma")), cx.plain(cx.say("meeting_attendance_share", &[("share", share.into())]))]);
    }
    line
}

fn attendance(meeting: &Meeting, cx: &ViewCx<'_>) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(a) = &meeting.attendance {
        let (present, eligible) = (i64::from(a.present), i64::from(a.eligible));
        let said = [("present", present.into()), ("eligible", eligible.into()), ("share", votes::share(present, eligible, cx).into())];
        let mut line = vec![cx.plain(cx.say("meeting_attendance", &said))];
        if let Some(by_proxy) = a.by_proxy.filter(|n| *n > 0) {
            let proxies = cx.say("meeting_attendance_proxy", &[("n", i64::from(by_proxy).into())]);
            line.extend([cx.plain(cx.word("meeting_comma")), cx.plain(proxies)]);
        }
        facts.push(cx.fact("attendance_heads", line));
        if let (Some(present), Some(eligible)) = (a.present_area, a.eligible_area) {
            let share = votes::share(present.hundredths(), eligible.hundredths(), cx);
            let said =
                [("present", votes::area(present, cx).into()), ("eligible", votes::area(eligible, cx).into()), ("share", share.into())];
            facts.push(cx.fact("attendance_area", cx.plain(cx.say("meeting_attendance_area", &said))));
        }
    }
    if let Some(r) = &meeting.representatives {
        facts.push(cx.fact("representatives_total", cx.int(r.total)));
        facts.extend(r.residents.map(|n| cx.fact("representatives_residents", cx.int(n))));
        facts.extend(r.women.map(|n| cx.fact("representatives_women", cx.int(n))));
    }
    if !meeting.parties.is_empty() {
        facts.push(cx.fact_lines("parties", meeting.parties.iter().map(|p| vec![cx.link(p)]).collect()));
    }
    facts.extend(meeting.notified.map(|day| cx.fact("notified", cx.date(day))));
    if meeting.special {
        facts.push(cx.fact("special", cx.plain(cx.word("meeting_special_yes"))));
    }
    facts
}

fn decision(meeting: &Meeting, item: &AgendaItem, cx: &ViewCx<'_>) -> Decision {
    let mut facts = Vec::new();
    if let Some(matter) = item.matter {
        facts.push(cx.fact("agenda_matter", cx.code(&Matter::LIST, matter.code())));
    }
    if !item.docs.is_empty() {
        facts.push(cx.fact_lines("agenda_docs", item.docs.iter().map(|doc| vec![cx.link(doc)]).collect()));
    }
    let mut notes = Vec::new();
    if item.added_late {
        notes.push(cx.word("meeting_added_late"));
    }
    if let Some(period) = item.preliminary() {
        notes.push(match period {
            Some(period) => cx.say("meeting_preliminary_until", &[("until", words(&[cx.date(period.to)]).into())]),
            None => cx.word("meeting_preliminary_note"),
        });
    }
    if let Some(ballot) = &item.ballot {
        notes.extend(ballot::notes(ballot, meeting.heads(None).eligible, cx));
    }
    let mut tests = Vec::new();
    if let (Some(matter), Some(vote)) = (item.matter, &item.vote) {
        tests = votes::tests(matter, &meeting.weigh(matter, Some(vote), cx.profile), cx);
        if tests.is_empty() {
            notes.push(cx.word("decision_not_asked"));
        }
    }
    Decision {
        id: item.id.0.to_string(),
        no: item.no.to_string(),
        title: [vec![cx.text(&item.title)], preliminary_tag(item, cx).map_or_else(Vec::new, |tag| vec![cx.plain(" "), tag])].concat(),
        outcome: item.outcome.map(|outcome| outcome_tag(outcome, cx)),
        text: item.resolution.iter().map(|text| cx.text(text)).collect(),
        facts,
        short: votes::short(meeting, item, cx).unwrap_or_default(),
        votes: item.vote.as_ref().map_or_else(Vec::new, |vote| votes::bars(meeting, item.matter, vote, cx)),
        ballot: item.ballot.as_ref().map(|ballot| ballot::figure(ballot, &item.title, meeting.heads(None).eligible, cx)),
        tests,
        notes,
    }
}

/// The table of what was promised: what, who, by when, how far; carried on from where and to where.
fn actions(meeting: &Meeting, cx: &ViewCx<'_>) -> Option<Block> {
    if meeting.actions.is_empty() {
        return None;
    }
    let carried: Vec<Vec<Inline>> = meeting.actions.iter().map(|action| carried(action, cx)).collect();
    let any_carried = carried.iter().any(|c| !c.is_empty());
    let mut columns = vec!["actions_text", "actions_owner", "actions_due", "actions_state"];
    if any_carried {
        columns.push("actions_from");
    }
    let row = |(action, carried): (&ActionItem, Vec<Inline>)| {
        let mut cells = vec![
            cell(cx.text(&action.text)),
            cell(action.owner.iter().map(|owner| cx.link(owner)).collect::<Vec<_>>()),
            cell(action.due.iter().map(|due| cx.date(*due)).collect::<Vec<_>>()),
            cell(action_state(action, cx)),
        ];
        if any_carried {
            cells.push(cell(carried));
        }
        Row { id: action.id.0.to_string(), cells }
    };
    let head: Vec<Cell> = columns.iter().map(|name| cell(cx.plain(cx.label(name)))).collect();
    let rows = meeting.actions.iter().zip(carried).map(row).collect();
    let table = Table { caption: cx.word("meeting_actions_caption"), head, rows, ..Table::default() };
    Some(Block::Table { table })
}

fn action_state(action: &ActionItem, cx: &ViewCx<'_>) -> Vec<Inline> {
    let state = action.state();
    let overdue = state == ActionState::Open && action.due.is_some_and(|due| due < cx.today());
    let tag = match state {
        ActionState::Open if overdue => Inline::Tag { tone: "urgent", text: cx.word("meeting_overdue") },
        ActionState::Open => cx.tag("waiting", &ActionState::LIST, state.code()),
        ActionState::Done => cx.tag("done", &ActionState::LIST, state.code()),
        ActionState::Dropped => cx.tag("closed", &ActionState::LIST, state.code()),
    };
    let mut out = vec![tag];
    if let Some(done_on) = action.done_on {
        out.extend([cx.plain(" "), cx.date(done_on)]);
    }
    out
}

fn carried(action: &ActionItem, cx: &ViewCx<'_>) -> Vec<Inline> {
    let from = action.from.as_ref().map(|from| vec![cx.plain(cx.word("meeting_carried_from")), cx.plain(" "), link_into(cx, from)]);
    let this = Ref { id: cx.id.clone(), fragment: Some(action.id.0.clone()) };
    let later = cx.records.carried(&this);
    let on = later.last().map(|(id, next)| {
        let said = cx.say("meeting_carried_on", &[("n", later.len().into())]);
        vec![cx.plain(said), cx.plain(" "), link_into(cx, &Ref { id: id.clone(), fragment: Some(next.fragment.clone()) })]
    });
    dotted(from.into_iter().chain(on))
}

fn minutes(meeting: &Meeting, cx: &ViewCx<'_>) -> Vec<Fact> {
    let Some(minutes) = &meeting.minutes else { return Vec::new() };
    let tone = if minutes.state == MinutesState::Confirmed { "done" } else { "waiting" };
    let mut facts = vec![cx.fact("minutes_state", cx.tag(tone, &MinutesState::LIST, minutes.state.code()))];
    facts.extend(minutes.published.map(|day| cx.fact("minutes_published", cx.date(day))));
    facts.extend(minutes.file.as_ref().map(|file| cx.fact("minutes_file", file_link(cx, file))));
    facts
}
