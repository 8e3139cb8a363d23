//! The rules of `renovation` on the course of works: plans, progress, problems, stage, warranty, parties (PRJ-04 and from
//! PRJ-07 on).
//!
//! In: the fields. Out: findings at the very field. Always: no rule asks for the day; what a day brings about
//! says from when it stands.

use super::super::fields::{Level, PartyRole, PlanState, PlanVersion, Renovation, Severity, WarrantyItem};
use crate::profile::Key;
use crate::record::check_cx::CheckCx;
use crate::record::codelists::ProjectStage;
use crate::record::envelope::{Envelope, Relation};
use crate::value::{Date, Money, Percent};

impl Renovation {
    /// Works that are under way or done, not a programme of several.
    fn is_begun(&self) -> bool {
        self.level == Level::Project && self.stage.is_begun()
    }

    fn is_finished(&self) -> bool {
        self.level == Level::Project && self.stage.is_finished()
    }

    fn accepted(&self) -> Option<Date> {
        self.completion.as_ref()?.accepted
    }
}

/// Whether the record names a decision: its consent, or a record related as the decision.
fn is_decided(r: &Renovation, envelope: &Envelope) -> bool {
    r.consent.is_some() || envelope.related.iter().any(|link| link.rel == Some(Relation::Decision))
}

/// PRJ-04: a plan, or the budget, well above the plan approved before asks for a new approval.
pub(super) fn prj_04(r: &Renovation, cx: &mut CheckCx<'_>) {
    let Some(percent) = cx.profile.whole(Key::EstimatePercent) else { return };
    let priced = || {
        r.plan_versions.iter().enumerate().filter_map(|(i, v)| Some((i, v, v.total?))).filter(|(_, v, _)| v.state != PlanState::Rejected)
    };
    let agreed = |v: &PlanVersion| matches!(v.state, PlanState::Approved | PlanState::Replaced);
    let above = |new: Money, old: Money| i128::from(new.fen()) * 100 > i128::from(old.fen()) * i128::from(100 + percent);
    let mut report = |at: String, before: (usize, &PlanVersion, Money), total: Money, message: &'static str| {
        let law = cx.profile.law(Key::EstimatePercent);
        let finding = cx.warning("PRJ-04", message, at);
        finding.arg("no", before.1.no).arg("before", before.2).arg("total", total).arg("difference", total - before.2);
        finding.arg("percent", percent).law(law).related(format!("plan_versions[{}].total", before.0), "prj-04-before");
    };
    if let Some((i, newest, total)) = priced().next_back()
        && !agreed(newest)
        && let Some(before) = priced().rev().skip(1).find(|(_, v, _)| agreed(v)).filter(|(_, _, old)| above(total, *old))
    {
        report(format!("plan_versions[{i}].total"), before, total, "prj-04-plan");
    }
    if let Some(budget) = r.budget
        && let Some(before) = priced().rev().find(|(_, v, _)| v.state == PlanState::Approved).filter(|(_, _, old)| above(budget, *old))
    {
        report("budget".to_owned(), before, budget, "prj-04-budget");
    }
}

/// PRJ-07: stated progress follows the milestones reached by that day, and does not fall.
pub(super) fn prj_07(r: &Renovation, cx: &mut CheckCx<'_>) {
    let Some(points) = cx.profile.whole(Key::StatedPoints) else { return };
    let stated = || r.progress.iter().enumerate().filter_map(|(i, p)| Some((i, p.date, p.physical?)));
    let weights: Option<Vec<(Option<Date>, Percent)>> = r.milestones.iter().map(|m| Some((m.done, m.weight?))).collect();
    let whole = |w: &Vec<(Option<Date>, Percent)>| w.iter().map(|(_, weight)| *weight).sum::<Percent>() == Percent::HUNDRED;
    if let (Some(weights), Some(points_of)) = (weights.filter(whole), Percent::of(i64::from(points), 100, 0)) {
        for (i, date, physical) in stated() {
            let reached: Percent = weights.iter().filter(|(done, _)| done.is_some_and(|d| d <= date)).map(|(_, weight)| *weight).sum();
            if physical.is_over(reached + points_of) || reached.is_over(physical + points_of) {
                let finding = cx.warning("PRJ-07", "prj-07-apart", format!("progress[{i}].physical"));
                finding.arg("date", date).arg("stated", physical).arg("reached", reached).arg("points", points);
            }
        }
    }
    let mut before: Option<(usize, Date, Percent)> = None;
    for (i, date, physical) in stated() {
        if let Some((at, day, highest)) = before.filter(|(_, day, highest)| *day <= date && highest.is_over(physical)) {
            let finding = cx.warning("PRJ-07", "prj-07-falls", format!("progress[{i}].physical"));
            finding.arg("date", date).arg("stated", physical).arg("before", highest).arg("before_date", day);
            finding.related(format!("progress[{at}].physical"), "prj-07-falls-before");
        }
        before = Some((i, date, physical));
    }
}

/// PRJ-08: a delay is explained, and works under way are told about.
pub(super) fn prj_08(r: &Renovation, cx: &mut CheckCx<'_>) {
    if r.stage != ProjectStage::Cancelled {
        for (i, m) in r.milestones.iter().enumerate().filter(|(_, m)| m.done.is_none() && m.note.is_none()) {
            if let Some(forecast) = m.forecast.filter(|forecast| *forecast > m.planned) {
                let finding = cx.warning("PRJ-08", "prj-08-delay", format!("milestones[{i}].forecast"));
                finding.arg("id", &m.id).arg("planned", m.planned).arg("forecast", forecast).arg("days", m.planned.days_to(forecast));
                finding.related(format!("milestones[{i}].planned"), "prj-08-delay-planned");
            }
        }
    }
    let Some(days) = cx.profile.whole(Key::ProgressDays) else { return };
    if r.level != Level::Project || r.stage != ProjectStage::Implementation {
        return;
    }
    // A milestone reached is news as well; before the first news, the works begin with the first contract.
    let last_news = r.progress.iter().map(|p| p.date).chain(r.milestones.iter().filter_map(|m| m.done)).max();
    let begun = || r.contracts.iter().map(|c| c.period.map_or(c.signed, |p| p.from)).min();
    let from = last_news.or_else(begun).unwrap_or(cx.envelope.published);
    let last = cx.last_day(from, days);
    let at = if r.progress.is_empty() { "stage".to_owned() } else { format!("progress[{}].date", r.progress.len() - 1) };
    let message = if last_news.is_some() { "prj-08-silent" } else { "prj-08-never" };
    cx.warning("PRJ-08", message, at).arg("from", from).arg("days", days).arg("last", last).after(last);
}

/// PRJ-09: a new version says why, an approved one rests on a decision, and no more is adopted than was said.
pub(super) fn prj_09(r: &Renovation, cx: &mut CheckCx<'_>) {
    for (i, v) in r.plan_versions.iter().enumerate() {
        if let (Some(received), Some(adopted)) = (v.comments_received, v.comments_adopted)
            && adopted > received
        {
            let finding = cx.error("PRJ-09", "prj-09-adopted", format!("plan_versions[{i}].comments_adopted"));
            finding.arg("no", v.no).arg("received", received).arg("adopted", adopted).arg("difference", adopted - received);
            finding.related(format!("plan_versions[{i}].comments_received"), "prj-09-adopted-received");
        }
        // The first version changes nothing.
        if i > 0 && v.reason.is_none() {
            cx.warning("PRJ-09", "prj-09-reason", format!("plan_versions[{i}].no")).arg("no", v.no);
        }
    }
    let approved = r.plan_versions.iter().rposition(|v| v.state == PlanState::Approved);
    // A budget approved on that day or later, of the same amount, is the approval of the version.
    let approval = |v: &PlanVersion| {
        r.budget_date.is_some_and(|day| day >= v.date) && r.budget.is_some() && v.total.is_none_or(|t| r.budget >= Some(t))
    };
    if let Some(i) = approved.filter(|i| !is_decided(r, cx.envelope) && !approval(&r.plan_versions[*i])) {
        let no = r.plan_versions[i].no;
        cx.warning("PRJ-09", "prj-09-decision", format!("plan_versions[{i}].state")).arg("no", no);
    }
}

/// PRJ-10: what the monitors found is settled in time, and before completion where it is grave.
pub(super) fn prj_10(r: &Renovation, cx: &mut CheckCx<'_>) {
    let days = cx.profile.whole(Key::FindingDays);
    for (i, problem) in r.findings.iter().enumerate() {
        let open_at_the_end = problem.closed.is_none() && problem.severity == Some(Severity::High) && r.is_finished();
        if open_at_the_end {
            let finding = cx.warning("PRJ-10", "prj-10-grave", format!("findings[{i}].severity"));
            finding.arg("id", &problem.id).arg("date", problem.date).related("stage", "prj-10-grave-stage");
            continue;
        }
        let Some(days) = days else { continue };
        let last = cx.last_day(problem.date, days);
        match problem.closed {
            None => {
                let finding = cx.warning("PRJ-10", "prj-10-open", format!("findings[{i}].date"));
                finding.arg("id", &problem.id).arg("date", problem.date).arg("days", days).arg("last", last).after(last);
            }
            Some(closed) if closed > last => {
                let finding = cx.warning("PRJ-10", "prj-10-late", format!("findings[{i}].closed"));
                finding.arg("id", &problem.id).arg("date", problem.date).arg("closed", closed).arg("days", days).arg("last", last);
                finding.related(format!("findings[{i}].date"), "prj-10-late-found");
            }
            Some(_) => {}
        }
    }
}

/// PRJ-11: the stage and what the record holds agree.
pub(super) fn prj_11(r: &Renovation, cx: &mut CheckCx<'_>) {
    let mut report = |message: &'static str, at: &str| {
        cx.warning("PRJ-11", message, at).arg("stage", r.stage.code());
    };
    if r.is_begun() && r.contracts.is_empty() {
        report("prj-11-no-contract", "stage");
    }
    if r.is_finished() && r.accepted().is_none() {
        report("prj-11-not-accepted", "stage");
    }
    if r.level == Level::Project && r.stage == ProjectStage::Maintenance && r.warranty.is_empty() {
        report("prj-11-no-warranty", "stage");
    }
    let early = matches!(r.stage, ProjectStage::Identification | ProjectStage::Preparation | ProjectStage::Implementation);
    if let Some(accepted) = r.accepted().filter(|_| early && r.level == Level::Project) {
        let finding = cx.warning("PRJ-11", "prj-11-accepted", "completion.accepted");
        finding.arg("stage", r.stage.code()).arg("date", accepted).related("stage", "prj-11-accepted-stage");
    }
}

/// PRJ-12: no warranty is shorter than the statute's, counted from acceptance.
pub(super) fn prj_12(r: &Renovation, cx: &mut CheckCx<'_>) {
    let Some(accepted) = r.accepted() else { return };
    for (i, warranty) in r.warranty.iter().enumerate() {
        let key = match warranty.item {
            WarrantyItem::Roof => Key::RoofYears,
            WarrantyItem::Pipes | WarrantyItem::Electric | WarrantyItem::FitOut => Key::FittingsYears,
            WarrantyItem::Heating => Key::HeatingSeasons,
            WarrantyItem::Structure | WarrantyItem::Equipment | WarrantyItem::Other => continue,
        };
        let Some(least) = cx.profile.whole(key) else { continue };
        let seasons = key == Key::HeatingSeasons;
        let last = if seasons { end_of_season(accepted, least) } else { accepted.months_later(12 * i64::from(least)) };
        if warranty.until < last {
            let law = cx.profile.law(key);
            let message = if seasons { "prj-12-seasons" } else { "prj-12-short" };
            let finding = cx.error("PRJ-12", message, format!("warranty[{i}].until"));
            finding.arg("item", warranty.item.code()).arg("until", warranty.until).arg("accepted", accepted);
            finding.arg("least", least).arg("last", last).law(law).related("completion.accepted", "prj-12-accepted");
        }
    }
}

/// The day that the n-th heating season after acceptance ends. Seasons differ from place to place; March 15 ends the
/// one of the national standard.
fn end_of_season(accepted: Date, seasons: u32) -> Date {
    let this_year = Date::new(accepted.year(), 3, 15).unwrap_or(accepted);
    let first = if this_year > accepted { this_year } else { this_year.months_later(12) };
    first.months_later(12 * (i64::from(seasons) - 1))
}

/// PRJ-13: no more works are finished than begun. What the programme's projects say is compared where all are known.
pub(super) fn prj_13(r: &Renovation, cx: &mut CheckCx<'_>) {
    if let Some(counts) = r.counts.as_ref().filter(|c| c.finished > c.started) {
        let finding = cx.warning("PRJ-13", "prj-13-order", "counts.finished");
        finding.arg("started", counts.started).arg("finished", counts.finished).related("counts.started", "prj-13-order-started");
    }
}

/// PRJ-14: who builds does not watch over the building.
pub(super) fn prj_14(r: &Renovation, cx: &mut CheckCx<'_>) {
    let builders: Vec<_> = r.parties.iter().enumerate().filter(|(_, p)| p.role == PartyRole::Contractor).collect();
    for (i, party) in r.parties.iter().enumerate().filter(|(_, p)| matches!(p.role, PartyRole::Supervisor | PartyRole::Monitor)) {
        if let Some((k, _)) = builders.iter().find(|(_, builder)| builder.org == party.org) {
            let finding = cx.warning("PRJ-14", "prj-14-both", format!("parties[{i}].org"));
            finding
                .arg("org", party.org.to_string())
                .arg("role", party.role.code())
                .related(format!("parties[{k}].org"), "prj-14-both-builder");
        }
    }
}

/// PRJ-15: rebuilding, or another use of what belongs to all, names the owners' decision.
pub(super) fn prj_15(r: &Renovation, cx: &mut CheckCx<'_>) {
    if let Some(words) = r.common_change(cx.envelope).filter(|_| !is_decided(r, cx.envelope)) {
        cx.warning("PRJ-15", "prj-15-no-decision", "title").arg("words", words);
    }
}
