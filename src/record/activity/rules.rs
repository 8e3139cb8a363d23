//! The rules of `activity` that hold inside one record (DOMAIN.md §3.5).
//!
//! In: the fields. Out: findings at the very figure. Always: a rule is a function named after its id and
//! stands in [`RULES`].

use super::{Activity, MAX_INTERVAL};
use crate::record::cx::CheckCx;

pub const RULES: &[fn(&Activity, &mut CheckCx<'_>)] = &[com_03, act_01, act_02, act_06];

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
        finding.arg("date", a.start.date).arg("weekday", weekday_term(a)).arg("on", on).related("repeat.every", "act-02-start-rule");
    }
}

fn weekday_term(a: &Activity) -> crate::diagnostic::Arg {
    crate::diagnostic::Arg::Term(format!("kinds-b-weekday-{}", a.start.date.weekday().code()))
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
