//! The rules of `activity` that hold inside one record.
//!
//! In: the fields. Out: findings at the very figure. Always: a rule is a function named after its id and
//! stands in [`RULES`].

use super::fields::{Activity, Audience, Category, MAX_INTERVAL, RosterItem, Rule, SessionState, Slot, Step};
use crate::diagnostic::{Arg, Severity};
use crate::record::check_cx::CheckCx;
use crate::record::finding::Finding;
use crate::value::{Date, On, Repeat, TimeRange, Weekday};

pub(super) const RULES: &[fn(&Activity, &mut CheckCx<'_>)] = &[com_03, act_01, act_02, act_03, act_05, act_06, act_08, act_09];

/// Under this age a person is a minor.
const OF_AGE: u32 = 18;

/// Figures of a rule that no rule can have.
fn com_03(a: &Activity, cx: &mut CheckCx<'_>) {
    let Some(rule) = &a.repeat else { return };
    if let Some(interval) = rule.interval.filter(|n| !(1..=MAX_INTERVAL).contains(n)) {
        cx.error("COM-03", "com-03-interval", "repeat.interval").arg("interval", interval).arg("limit", MAX_INTERVAL);
    }
    if rule.count == Some(0) {
        cx.error("COM-03", "com-03-count", "repeat.count");
    }
}

/// The end follows the start; the rule ends once, and not before it began.
fn act_01(a: &Activity, cx: &mut CheckCx<'_>) {
    if a.end <= a.start {
        cx.error("ACT-01", "act-01-end", "end").arg("start", a.start).arg("end", a.end).related("start", "act-01-end-begin");
    }
    let Some(rule) = &a.repeat else { return };
    if let Some(until) = rule.until.filter(|until| *until < a.start.date) {
        let finding = cx.error("ACT-01", "act-01-until", "repeat.until");
        finding.arg("until", until).arg("start", a.start.date).related("start", "act-01-until-begin");
    }
    if rule.until.is_some() && rule.count.is_some() {
        cx.error("ACT-01", "act-01-both", "repeat.count").related("repeat.until", "act-01-both-other");
    }
}

/// The first date is one of the rule's own.
fn act_02(a: &Activity, cx: &mut CheckCx<'_>) {
    let sound = |interval: Option<u32>| interval.is_none_or(|n| (1..=MAX_INTERVAL).contains(&n));
    let Some(rule) = a.repeat.as_ref().filter(|r| sound(r.interval)) else { return };
    if !rule.repeat().matches_start(a.start.date) {
        let on: Vec<String> = rule.on.iter().map(ToString::to_string).collect();
        let on = if on.is_empty() { "nothing".to_owned() } else { on.join(", ") };
        let finding = cx.error("ACT-02", "act-02-start", "start");
        finding
            .arg("date", a.start.date)
            .arg("weekday", weekday_term(a.start.date.weekday()))
            .arg("on", on)
            .related("repeat.every", "act-02-start-rule");
    }
}

fn weekday_term(day: Weekday) -> Arg {
    Arg::Term(format!("kinds-b-weekday-{}", day.code()))
}

/// The rule has dates: it starts on one of its own and does not end before.
fn is_sound(rule: &Rule, start: Date) -> bool {
    let counts = rule.count != Some(0) && rule.interval.is_none_or(|n| (1..=MAX_INTERVAL).contains(&n));
    counts && rule.until.is_none_or(|until| until >= start) && rule.repeat().matches_start(start)
}

/// What is taken out of the rule, or said of one of its dates, is a date of it.
fn act_03(a: &Activity, cx: &mut CheckCx<'_>) {
    let except = a.repeat.iter().flat_map(|r| &r.except).enumerate();
    let except: Vec<(String, Date)> = except.map(|(i, date)| (format!("repeat.except[{i}]"), *date)).collect();
    let sessions: Vec<(String, Date)> = a.sessions.iter().enumerate().map(|(i, s)| (format!("sessions[{i}].date"), s.date)).collect();
    let Some(end) = except.iter().chain(&sessions).map(|(_, date)| *date).max() else { return };
    // A rule that is wrong itself (ACT-01, ACT-02) is to be mended first.
    if a.repeat.as_ref().is_some_and(|r| !is_sound(r, a.start.date)) {
        return;
    }
    let dates = |repeat: &Repeat| repeat.expand(a.start.date, end, cx.holidays);
    // What would take place but for the exceptions; a holiday taken out twice harms nobody.
    let bare = a.repeat.as_ref().map(|r| dates(&Repeat { except: Vec::new(), skip_holidays: false, ..r.repeat() }));
    let real = a.repeat.as_ref().map_or_else(|| vec![a.start.date], |r| dates(&r.repeat()));
    let bare = bare.as_ref().unwrap_or(&real);
    let mut found = Vec::new();
    for (message, named, dates) in [("act-03-except", except, bare), ("act-03-session", sessions, &real)] {
        for (at, date) in named.into_iter().filter(|(_, date)| dates.binary_search(date).is_err()) {
            let near = dates.iter().min_by_key(|d| d.days_to(date).abs());
            let mut finding = Finding::new(Severity::Warning, "ACT-03", message, at);
            finding.arg("date", date).arg("weekday", weekday_term(date.weekday()));
            finding.arg("near", near.map_or_else(|| "none".to_owned(), ToString::to_string));
            found.push(finding);
        }
    }
    cx.findings.extend(found);
}

/// A rule that says nothing of holidays falls on them; a class of school days says whether it follows days worked in exchange.
fn act_05(a: &Activity, cx: &mut CheckCx<'_>) {
    let rule = a.repeat.as_ref().filter(|r| is_sound(r, a.start.date));
    let (Some(rule), Some(last_year)) = (rule, cx.holidays.last_year()) else { return };
    let repeat = rule.repeat();
    let table_ends = Date::new(last_year, 12, 31).unwrap_or(a.start.date);
    let end = rule.until.map_or(table_ends, |until| until.min(table_ends));
    let dates = repeat.expand(a.start.date, end, cx.holidays);
    let cancelled = |date: &Date| {
        let session = a.sessions.iter().find(|s| s.date == *date);
        session.is_some_and(|s| matches!(s.state, Some(SessionState::Cancelled | SessionState::Moved)) || s.moved_to.is_some())
    };
    if rule.skip_holidays.is_none() {
        // A date added by hand is meant.
        let on: Vec<Date> =
            dates.iter().copied().filter(|d| cx.holidays.is_holiday(*d) && !cancelled(d) && !rule.extra.contains(d)).collect();
        if let Some(first) = on.first() {
            cx.warning("ACT-05", "act-05-holiday", "repeat.every").arg("count", on.len()).arg("first", *first);
        }
    }
    let young = a.audience.iter().any(|who| matches!(who, Audience::Children | Audience::Teenagers));
    let school = a.cat == Category::Class && young && repeat.covers_working_week() && !falls_on_weekends(&repeat);
    if rule.follow_makeup_days.is_none() && school {
        let worked: Vec<Date> = cx.holidays.makeup_days(a.start.date, end).filter(|d| !dates.contains(d)).collect();
        let past_count = rule.count.is_some() && worked.first().is_some_and(|first| dates.last().is_none_or(|last| first > last));
        if let Some(first) = worked.first().filter(|_| !past_count) {
            let finding = cx.info("ACT-05", "act-05-makeup", "repeat.every");
            finding.arg("count", worked.len()).arg("first", *first).arg("weekday", weekday_term(first.weekday()));
        }
    }
    let asks = rule.skip_holidays != Some(false) || rule.follow_makeup_days == Some(true);
    if let Some(until) = rule.until.filter(|until| asks && *until > table_ends && !cx.holidays.covers(until.year())) {
        let finding = cx.info("ACT-05", "act-05-no-table", "repeat.until");
        finding.arg("year", (i64::from(last_year) + 1).to_string()).arg("until", until);
    }
}

fn falls_on_weekends(repeat: &Repeat) -> bool {
    repeat.on.is_empty() || repeat.on.iter().any(|on| matches!(on, On::Weekday(day) if day.is_weekend()))
}

/// No more people than places; the youngest is not older than the oldest.
fn act_06(a: &Activity, cx: &mut CheckCx<'_>) {
    if let Some((enrolled, capacity)) = a.enrolled.zip(a.capacity).filter(|(enrolled, capacity)| enrolled > capacity) {
        let finding = cx.error("ACT-06", "act-06-enrolled", "enrolled");
        finding
            .arg("enrolled", enrolled)
            .arg("capacity", capacity)
            .arg("difference", enrolled - capacity)
            .related("capacity", "act-06-enrolled-places");
    }
    if let Some((min, max)) = a.age_min.zip(a.age_max).filter(|(min, max)| min > max) {
        cx.error("ACT-06", "act-06-ages", "age_min").arg("min", min).arg("max", max).related("age_max", "act-06-ages-oldest");
    }
}

/// Somebody is on duty on each day of the rule, and no team in two places at once.
fn act_08(a: &Activity, cx: &mut CheckCx<'_>) {
    let on_weekday = |r: &RosterItem| if let Slot::Weekday(day) = r.slot { Some(day) } else { None };
    let weekly = a.roster.iter().any(|r| on_weekday(r).is_some());
    if let Some(rule) = a.repeat.as_ref().filter(|_| a.cat == Category::Duty && weekly) {
        let named: Vec<Weekday> = rule.on.iter().filter_map(|on| if let On::Weekday(day) = on { Some(*day) } else { None }).collect();
        let days = match rule.every {
            Step::Day if named.is_empty() => Weekday::ALL.to_vec(),
            Step::Week if named.is_empty() => vec![a.start.date.weekday()],
            Step::Day | Step::Week => named,
            Step::Month | Step::Year => Vec::new(),
        };
        let filled = |r: &RosterItem| r.team.is_some() || r.people.is_some() || !r.names.is_empty();
        let empty = |day: &Weekday| !a.roster.iter().any(|r| on_weekday(r) == Some(*day) && filled(r));
        let gaps: Vec<Weekday> = Weekday::ALL.into_iter().filter(|day| days.contains(day) && empty(day)).collect();
        if let Some(first) = gaps.first() {
            cx.warning("ACT-08", "act-08-gap", "roster").arg("first", weekday_term(*first)).arg("count", gaps.len());
        }
    }
    let mut slots: Vec<(&RosterItem, usize)> = a.roster.iter().enumerate().map(|(i, r)| (r, i)).filter(|(r, _)| r.team.is_some()).collect();
    let slot = |r: &RosterItem| match r.slot {
        Slot::Weekday(day) => (Some(day), None),
        Slot::Date(date) => (None, Some(date)),
    };
    let from = |r: &RosterItem| r.time.map_or(0, |t| t.from.minutes());
    crate::order::sort_by_key(&mut slots, |(r, i)| (slot(r), r.team.as_ref().map(ToString::to_string), from(r), *i));
    for pair in slots.windows(2) {
        let [(first, i), (second, j)] = [pair[0], pair[1]];
        if slot(first) == slot(second) && first.team == second.team && at_once(first.time, second.time) {
            let (first, i, second, j) = if i < j { (first, i, second, j) } else { (second, j, first, i) };
            let finding = cx.warning("ACT-08", "act-08-twice", format!("roster[{j}].team"));
            finding.arg("first", &first.id).arg("second", &second.id).related(format!("roster[{i}].team"), "act-08-twice-first");
        }
    }
}

/// Without a time a slot is the whole of it.
fn at_once(first: Option<TimeRange>, second: Option<TimeRange>) -> bool {
    first.zip(second).is_none_or(|(a, b)| a.from < b.to && b.from < a.to)
}

/// Names on a roster stand there with consent; of minors never.
fn act_09(a: &Activity, cx: &mut CheckCx<'_>) {
    // Children take turns themselves here; elsewhere the roster names those who look after them.
    let themselves = matches!(a.cat, Category::Volunteer | Category::Duty | Category::Performance | Category::Competition);
    let young = a.audience.iter().any(|who| matches!(who, Audience::Children | Audience::Teenagers));
    let minors = themselves && (young || a.age_max.is_some_and(|age| age < OF_AGE));
    for (i, item) in a.roster.iter().enumerate().filter(|(_, r)| !r.names.is_empty()) {
        let at = format!("roster[{i}].names");
        if minors {
            cx.error("ACT-09", "act-09-minors", at).arg("count", item.names.len());
        } else if !item.consent {
            cx.warning("ACT-09", "act-09-consent", at).arg("count", item.names.len());
        }
    }
}
