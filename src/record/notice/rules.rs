//! The rules of `notice` that hold inside one record.
//!
//! In: the fields. Out: findings at the very field. Always: a rule is a function named after its id and stands in
//! [`RULES`]; days are counted as the Civil Code counts them.

use super::fields::{Notice, NoticeType};
use crate::profile::Key;
use crate::record::check_cx::CheckCx;
use crate::record::envelope::Status;
use crate::record::facet::UrgentUntil;
use crate::value::Moment;

/// Every rule that holds inside one notice.
pub(super) const RULES: &[fn(&Notice, &mut CheckCx<'_>)] = &[com_03_effect_order, com_03_urgent_end, com_03_review, not_01, not_02, not_03];

/// Words of a title that name what no field states: the list of voters, an audit.
const TITLE_WORDS: &[(&[&str], Key)] = &[(&["选民名单", "选民登记"], Key::ObjectionVotersDays), (&["审计"], Key::ObjectionAuditDays)];

/// An interruption does not end before it begins.
fn com_03_effect_order(notice: &Notice, cx: &mut CheckCx<'_>) {
    for (index, effect) in notice.effects.iter().enumerate() {
        if let Some(to) = effect.to.filter(|to| to.end() < effect.from.start()) {
            let finding = cx.error("COM-03", "com-03-effect-order", format!("effects[{index}].to"));
            finding.arg("from", effect.from).arg("to", to).related(format!("effects[{index}].from"), "com-03-effect-from-here");
        }
    }
}

/// What is urgent says when it ends or when the notice is reviewed; otherwise its banner goes some days after publication.
fn com_03_urgent_end(notice: &Notice, cx: &mut CheckCx<'_>) {
    let is_draft = cx.envelope.status() == Status::Draft;
    if let (Moment::Day(until), UrgentUntil::Assumed) = notice.urgent_until(cx.envelope.published)
        && notice.urgent
        && !is_draft
    {
        let at = if notice.effective.is_some() { "effective" } else { "urgent" };
        cx.warning("COM-03", "com-03-urgent-end", at).arg("until", until);
    }
}

/// A notice is not reviewed before it is published: its banner would never be seen.
fn com_03_review(notice: &Notice, cx: &mut CheckCx<'_>) {
    let published = cx.envelope.published;
    if let Some(review) = notice.review.filter(|review| review.date() < published) {
        let finding = cx.error("COM-03", "com-03-review", "review");
        finding.arg("review", review).arg("published", published).related("published", "com-03-published-here");
    }
}

/// NOT-01: publicity says what it is about, until when one may object, and to whom.
fn not_01(notice: &Notice, cx: &mut CheckCx<'_>) {
    if notice.notice_type != NoticeType::Publicity {
        return;
    }
    if notice.about.is_empty() {
        cx.warning("NOT-01", "not-01-about", "type");
    }
    match &notice.objection {
        None => drop(cx.warning("NOT-01", "not-01-objection", "type")),
        Some(objection) if objection.contact.is_none() => drop(cx.warning("NOT-01", "not-01-contact", "objection.until")),
        Some(_) => {}
    }
}

/// NOT-02: the time for objections is as long as the kind of notice asks for.
fn not_02(notice: &Notice, cx: &mut CheckCx<'_>) {
    let Some(objection) = &notice.objection else { return };
    let title = cx.envelope.title.primary();
    let by_title = TITLE_WORDS.iter().find(|(words, _)| words.iter().any(|word| title.contains(word)));
    let key = match (by_title, notice.notice_type) {
        (Some((_, key)), _) => *key,
        (None, NoticeType::Candidates) => Key::ObjectionCandidatesDays,
        (None, NoticeType::Result) => Key::ObjectionResultsDays,
        (None, _) => Key::ObjectionDefaultDays,
    };
    let Some(days) = cx.profile.whole(key) else { return };
    let published = cx.envelope.published;
    let last = cx.last_day(published, days);
    if objection.until < last {
        let plain = published.plus_days(i64::from(days));
        let law = cx.profile.law(key);
        let message = if objection.until < plain { "not-02-short" } else { "not-02-day-off" };
        let finding = cx.warning("NOT-02", message, "objection.until");
        finding.arg("published", published).arg("until", objection.until).arg("days", days);
        finding.arg("given", published.days_to(objection.until).max(0)).arg("last", last).law(law);
        finding.related("published", "not-02-published-here");
    }
}

/// NOT-03: once the time is over it says what came of it, and answers what was objected.
fn not_03(notice: &Notice, cx: &mut CheckCx<'_>) {
    let Some(objection) = &notice.objection else { return };
    let answered = objection.reply.is_some() || objection.replied.is_some();
    let finding = match objection.received {
        None if !answered => cx.warning("NOT-03", "not-03-outcome", "objection.until"),
        Some(received) if received > 0 && objection.reply.is_none() => {
            cx.warning("NOT-03", "not-03-reply", "objection.received").arg("received", received)
        }
        _ => return,
    };
    finding.arg("until", objection.until).after(objection.until);
}
