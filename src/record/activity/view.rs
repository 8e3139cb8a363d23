//! What the page of an activity shows: when, where, how to sign up; then the next dates.
//!
//! In: the fields and the view's context. Out: a [`KindView`]. Always: the rule stands in words beside the
//! dates it gives, and a cancelled date stays in the list, marked.

use std::collections::BTreeMap;

use super::fields::{Activity, Audience, Category, RosterItem, Rule, SessionItem, SessionState, Slot, State, Step};
use crate::locale::Given;
use crate::record::codelists::OccurrenceState;
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::grid::{Day, Entry, Week};
use crate::record::view::pieces;
use crate::record::view::{Block, Cell, Fact, Inline, KindView, Row, Section, Summary, Table, cell};
use crate::record::view_cx::ViewCx;
use crate::value::{Money, On, TimeRange, Weekday};

/// How many dates the page shows.
const NEXT_DATES: usize = 10;

pub(super) fn summary(a: &Activity, cx: &ViewCx<'_>) -> Summary {
    let upcoming = cx.records.upcoming(cx.id);
    let next = upcoming.iter().find(|o| o.state != OccurrenceState::Cancelled);
    let over = upcoming.is_empty() && a.end.date < cx.today();
    let mut tags = vec![cx.tag("plain", &Category::LIST, a.cat.code())];
    match a.state {
        State::Cancelled => tags.push(cx.tag("closed", &State::LIST, a.state.code())),
        _ if over => tags.push(Inline::Tag { tone: "closed", text: cx.word("activity_over") }),
        State::Tentative => tags.push(cx.tag("waiting", &State::LIST, a.state.code())),
        State::Confirmed => {}
    }
    let headline = match next {
        Some(next) => pieces::span(cx, next.start, next.end),
        None => pieces::span(cx, a.start, Some(a.end)),
    };
    Summary { tags, headline }
}

pub(super) fn view(a: &Activity, cx: &ViewCx<'_>) -> KindView {
    let Summary { tags, headline } = summary(a, cx);
    let upcoming = cx.records.upcoming(cx.id);
    let over = upcoming.is_empty() && a.end.date < cx.today();
    let dates: Vec<Vec<Inline>> = upcoming.iter().take(NEXT_DATES).map(|o| pieces::occurrence(cx, o)).collect();
    let next = match dates.is_empty() {
        false => vec![Block::List { rows: dates }],
        true if over => vec![Block::Note { tone: "plain", lines: vec![vec![cx.plain(cx.word("activity_no_more"))]] }],
        true => vec![],
    };
    let sections: [Option<Section>; 4] = [
        pieces::section(cx, "next", next),
        pieces::section(cx, "sessions", sessions(a, cx)),
        pieces::section(cx, "roster", roster(a, cx)),
        pieces::section(cx, "signup", signup(a, cx)),
    ];
    KindView { tags, facts: facts(a, cx), headline, sections: sections.into_iter().flatten().collect() }
}

pub(super) fn structured_data(activity: &Activity, cx: &ViewCx<'_>) -> StructuredData {
    let Some(schedule) = super::facets::facets(activity, cx.envelope).schedule else { return StructuredData::default() };
    let fee = activity.fee.filter(|fee| !fee.is_zero());
    let offer = |fee: Money| Thing::new("Offer").with("price", fee.to_string()).with("priceCurrency", cx.currency);
    let ages = match (activity.age_min, activity.age_max) {
        (None, None) => None,
        (min, max) => Some(format!("{}-{}", min.unwrap_or(0), max.map(|n| n.to_string()).unwrap_or_default())),
    };
    let event = structured_data::event(cx, &schedule, &activity.organizer)
        .with("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode")
        .with("isAccessibleForFree", fee.is_none())
        .maybe("offers", fee.map(offer))
        .maybe("maximumAttendeeCapacity", activity.capacity)
        .maybe("typicalAgeRange", ages)
        .with("inLanguage", activity.spoken.clone());
    StructuredData { main: Some(event), mentions: Vec::new() }
}

fn facts(a: &Activity, cx: &ViewCx<'_>) -> Vec<Fact> {
    let mut facts = vec![cx.fact_lines("when", when(a, cx)), cx.fact("room", cx.link(&a.room))];
    if let Some(signup) = &a.signup {
        let mut lines: Vec<Vec<Inline>> = Vec::new();
        lines.extend(signup.how.as_ref().map(|how| vec![cx.text(how)]));
        if let Some(until) = signup.until {
            let mut line = vec![cx.plain(cx.word("activity_signup_until")), cx.plain(" "), cx.date_weekday(until)];
            if until < cx.today() {
                line.extend([cx.plain(" "), Inline::Tag { tone: "closed", text: cx.word("activity_signup_over") }]);
            }
            lines.push(line);
        }
        if !lines.is_empty() {
            facts.push(cx.fact_lines("signup", lines));
        }
    }
    if !a.audience.is_empty() {
        facts.push(cx.fact("audience", pieces::codes(cx, &Audience::LIST, a.audience.iter().map(|c| c.code()))));
    }
    facts.extend(ages(a, cx).map(|ages| cx.fact("age", cx.plain(ages))));
    facts.extend(places(a, cx).map(|places| cx.fact("capacity", cx.plain(places))));
    let fee = a.fee.filter(|f| !f.is_zero()).map_or_else(|| cx.plain(cx.word("activity_free")), |f| cx.money(f));
    facts.push(cx.fact("fee", fee));
    facts.push(cx.fact("organizer", cx.link(&a.organizer)));
    if !a.spoken.is_empty() {
        facts.push(cx.fact("spoken", pieces::spoken(cx, &a.spoken)));
    }
    facts
}

fn ages(a: &Activity, cx: &ViewCx<'_>) -> Option<String> {
    let int = |n: u32| Given::Int(n.into());
    match (a.age_min, a.age_max) {
        (Some(min), Some(max)) => Some(cx.say("activity_ages", &[("min", int(min)), ("max", int(max))])),
        (Some(min), None) => Some(cx.say("activity_age_from", &[("min", int(min))])),
        (None, Some(max)) => Some(cx.say("activity_age_to", &[("max", int(max))])),
        (None, None) => None,
    }
}

fn places(a: &Activity, cx: &ViewCx<'_>) -> Option<String> {
    let int = |n: u32| Given::Int(n.into());
    let capacity = a.capacity?;
    Some(match a.enrolled {
        Some(enrolled) => {
            let left = capacity.saturating_sub(enrolled);
            cx.say("activity_places_left", &[("capacity", int(capacity)), ("enrolled", int(enrolled)), ("left", int(left))])
        }
        None => cx.say("activity_places", &[("capacity", int(capacity))]),
    })
}

/// The rule in words with the hours, then its first and last day.
fn when(a: &Activity, cx: &ViewCx<'_>) -> Vec<Vec<Inline>> {
    let Some(rule) = &a.repeat else { return vec![pieces::span(cx, a.start, Some(a.end))] };
    let mut first = vec![cx.plain(rule_words(a, rule, cx))];
    if a.start.date == a.end.date && a.start.time < a.end.time {
        first.extend([cx.plain(" "), cx.time_range(TimeRange { from: a.start.time, to: a.end.time })]);
    } else {
        first.push(cx.plain(" · "));
        first.extend(pieces::span(cx, a.start, Some(a.end)));
    }
    let mut lines = vec![first];
    match (rule.until, rule.count) {
        (Some(to), _) if to >= a.start.date => lines.push(vec![cx.period(crate::value::DatePeriod { from: a.start.date, to })]),
        (_, Some(count)) => {
            let times = cx.plain(cx.say("activity_times", &[("count", Given::Int(count.into()))]));
            lines.push(pieces::dotted([cx.date(a.start.date), times]));
        }
        _ => lines.push(vec![cx.plain(cx.word("activity_since")), cx.plain(" "), cx.date(a.start.date)]),
    }
    for (on, word) in
        [(rule.skip_holidays == Some(true), "activity_skips_holidays"), (rule.follow_makeup_days == Some(true), "activity_follows_makeup")]
    {
        if on {
            lines.push(vec![cx.plain(cx.word(word))]);
        }
    }
    lines
}

fn rule_words(a: &Activity, rule: &Rule, cx: &ViewCx<'_>) -> String {
    let interval = Given::Int(rule.interval.unwrap_or(1).into());
    let start = a.start.date;
    let (id, on) = match rule.every {
        Step::Day if rule.on.is_empty() => return cx.say("activity_every_day", &[("interval", interval)]),
        Step::Day | Step::Week if rule.on.is_empty() => ("activity_every_week", cx.weekday_word(start.weekday())),
        Step::Day | Step::Week => ("activity_every_week", tokens(rule, cx)),
        Step::Month if rule.on.is_empty() => ("activity_every_month", month_day(start.day(), cx)),
        Step::Month => ("activity_every_month", tokens(rule, cx)),
        Step::Year if rule.on.iter().all(|on| matches!(on, On::MonthDay(_))) => {
            let days: Vec<i8> = rule.on.iter().filter_map(|on| if let On::MonthDay(day) = on { Some(*day) } else { None }).collect();
            let days = if days.is_empty() { vec![start.day()] } else { days };
            let words: Vec<String> = days.iter().map(|day| cx.language().format().month_day((start.year(), start.month(), *day))).collect();
            ("activity_every_year", joined(cx, &words))
        }
        Step::Year => ("activity_every_year", tokens(rule, cx)),
    };
    cx.say(id, &[("interval", interval), ("on", Given::from(on))])
}

fn joined(cx: &ViewCx<'_>, words: &[String]) -> String {
    cx.language().format().list(words, crate::locale::Join::And)
}

fn month_day(day: i8, cx: &ViewCx<'_>) -> String {
    cx.say("activity_month_day", &[("day", Given::Int(day.into()))])
}

fn tokens(rule: &Rule, cx: &ViewCx<'_>) -> String {
    let weekdays: Vec<Weekday> = rule.on.iter().filter_map(|on| if let On::Weekday(day) = on { Some(*day) } else { None }).collect();
    if let [first, .., last] = weekdays[..] {
        // Neighboring days from Monday on read as a span.
        let run = weekdays.windows(2).all(|pair| pair[1].number() == pair[0].number() + 1);
        if run && weekdays.len() > 2 && weekdays.len() == rule.on.len() {
            let (from, to) = (cx.weekday_word(first), cx.weekday_word(last));
            return cx.say("activity_day_span", &[("from", Given::from(from)), ("to", Given::from(to))]);
        }
    }
    let words: Vec<String> = rule
        .on
        .iter()
        .map(|on| match on {
            On::Weekday(day) => cx.weekday_word(*day),
            On::MonthDay(day) => month_day(*day, cx),
            On::Nth(n, day) => {
                let id = if *n < 0 { "activity_nth_last" } else { "activity_nth" };
                let n = Given::Int(n.unsigned_abs().into());
                cx.say(id, &[("n", n), ("weekday", Given::from(cx.weekday_word(*day)))])
            }
        })
        .collect();
    joined(cx, &words)
}

fn sessions(a: &Activity, cx: &ViewCx<'_>) -> Vec<Block> {
    let line = |s: &SessionItem| {
        let state = s.state.or(s.moved_to.map(|_| SessionState::Moved));
        let mut what: Vec<Inline> = state.map(|s| cx.code(&SessionState::LIST, s.code())).into_iter().collect();
        if let Some(to) = s.moved_to {
            what.extend([cx.plain(" "), cx.datetime(to)]);
        }
        Row {
            id: s.date.to_string(),
            cells: vec![
                cell(cx.date_weekday(s.date)),
                cell(what),
                cell(s.note.as_ref().map(|t| cx.text(t)).into_iter().collect::<Vec<_>>()),
                Cell { content: s.attended.map(|n| cx.int(n)).into_iter().collect(), num: true },
            ],
        }
    };
    let head = pieces::head(cx, &["date", "session_state", "note", "#attended"]);
    let table =
        Table { caption: cx.label("sessions"), unit: String::new(), head, rows: a.sessions.iter().map(line).collect(), foot: vec![] };
    if a.sessions.is_empty() { vec![] } else { vec![Block::Table { table }] }
}

/// The week from Monday to Sunday, then single dates. On duty lists an empty day is a fact too, and stays.
fn roster(a: &Activity, cx: &ViewCx<'_>) -> Vec<Block> {
    if a.roster.is_empty() {
        return Vec::new();
    }
    let has_week = a.roster.iter().any(|r| matches!(r.slot, Slot::Weekday(_)));
    let mut days: Vec<Day> = Vec::new();
    for day in Weekday::ALL {
        let entries: Vec<Entry> = a.roster.iter().filter(|r| r.slot == Slot::Weekday(day)).map(|r| on_duty(r, cx)).collect();
        if !entries.is_empty() || (a.cat == Category::Duty && has_week) {
            days.push(Day { text: cx.weekday_word(day), entries, ..Day::default() });
        }
    }
    let mut dated: BTreeMap<crate::value::Date, Vec<Entry>> = BTreeMap::new();
    for r in &a.roster {
        if let Slot::Date(date) = r.slot {
            dated.entry(date).or_default().push(on_duty(r, cx));
        }
    }
    days.extend(dated.into_iter().map(|(date, entries)| {
        let text = cx.language().format().date_weekday((date.year(), date.month(), date.day()));
        Day { iso: date.to_string(), text, entries, ..Day::default() }
    }));
    let week = Week { caption: cx.label("roster"), heads: [cx.label("slot"), cx.word("calendar_what")], days };
    vec![Block::Week { week }]
}

/// From when to when, who, how many, what for.
fn on_duty(r: &RosterItem, cx: &ViewCx<'_>) -> Entry {
    let time = r.time.map(|t| cx.time_range(t));
    let time = if let Some(Inline::Time { text, .. }) = time { text } else { String::new() };
    let mut parts: Vec<Vec<Inline>> = r.team.as_ref().map(|t| vec![cx.link(t)]).into_iter().collect();
    if r.consent && !r.names.is_empty() {
        parts.push(vec![cx.list(&r.names)]);
    }
    parts.extend(r.people.map(|n| vec![cx.plain(cx.say("activity_people", &[("n", Given::Int(n.into()))]))]));
    parts.extend(r.task.as_ref().map(|t| vec![cx.text(t)]));
    Entry { id: r.id.to_string(), time, what: pieces::dotted(parts), off: false }
}

fn signup(a: &Activity, cx: &ViewCx<'_>) -> Vec<Block> {
    let Some(signup) = &a.signup else { return Vec::new() };
    let mut facts = Vec::new();
    facts.extend(signup.how.as_ref().map(|how| cx.fact("how", cx.text(how))));
    facts.extend(signup.until.map(|until| cx.fact("signup_until", cx.date_weekday(until))));
    facts.extend(signup.contact.as_ref().map(|c| cx.fact("contact", cx.link(c))));
    facts.extend(places(a, cx).map(|places| cx.fact("capacity", cx.plain(places))));
    if facts.is_empty() { vec![] } else { vec![Block::Facts { facts }] }
}
