//! The rules of `meeting` that hold inside one record.
//!
//! In: the fields. Out: findings at the very figure. Always: a rule is a function named after its id and stands in
//! [`RULES`]; a vote is weighed by the figures given, and never called invalid.

use super::fields::{Meeting, MeetingType, State};
use crate::diagnostic::Arg;
use crate::profile::{Key, Share};
use crate::record::ballot;
use crate::record::check_cx::CheckCx;
use crate::record::codelists::Outcome;
use crate::record::decision::{Counts, Matter, Measure, Test, Verdict};
use crate::record::finding::Finding;
use crate::value::{Area, Percent};

/// Every rule that holds inside one meeting.
pub(super) const RULES: &[fn(&Meeting, &mut CheckCx<'_>)] =
    &[mtg_01, mtg_02, mtg_03, mtg_04, mtg_04_ballot, mtg_05, mtg_06, mtg_08, mtg_10, mtg_11, com_03_outcome, com_03_matter, com_03_ballot];

/// MTG-01: the end lies after the start, and no part is larger than its whole.
fn mtg_01(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    if let Some(end) = meeting.end.filter(|end| *end <= meeting.start) {
        let finding = cx.error("MTG-01", "mtg-01-end", "end");
        finding.arg("start", meeting.start).arg("end", end).related("start", "mtg-01-start-here");
    }
    let Some(attendance) = &meeting.attendance else { return };
    if attendance.present > attendance.eligible {
        let finding = cx.error("MTG-01", "mtg-01-present", "attendance.present");
        finding.arg("present", attendance.present).arg("eligible", attendance.eligible);
        finding.arg("difference", attendance.present - attendance.eligible).related("attendance.eligible", "mtg-01-eligible-here");
    }
    if let Some(by_proxy) = attendance.by_proxy.filter(|n| *n > attendance.present) {
        let finding = cx.error("MTG-01", "mtg-01-proxy", "attendance.by_proxy");
        finding.arg("by_proxy", by_proxy).arg("present", attendance.present).related("attendance.present", "mtg-01-present-here");
    }
    if let (Some(present), Some(eligible)) = (attendance.present_area, attendance.eligible_area)
        && present > eligible
    {
        let finding = cx.error("MTG-01", "mtg-01-area", "attendance.present_area");
        finding.arg("present", present).arg("eligible", eligible);
        finding.arg("difference", present - eligible).related("attendance.eligible_area", "mtg-01-eligible-here");
    }
}

/// MTG-02: the parts of a vote do not exceed those present; with ballots they are equal.
fn mtg_02(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    for (index, item) in meeting.agenda.iter().enumerate() {
        let Some(ballot) = &item.ballot else { continue };
        let at = format!("agenda[{index}].ballot");
        ballot::check(ballot, &at, "MTG-02", cx);
        let present = meeting.attendance.as_ref().map(|a| a.present);
        if let (Some(returned), Some(present)) = (ballot.returned, present)
            && returned != present
        {
            let finding = cx.error("MTG-02", "mtg-02-returned", format!("{at}.returned"));
            finding.arg("returned", returned).arg("present", present).related("attendance.present", "mtg-01-present-here");
        }
    }
    let Some(attendance) = &meeting.attendance else { return };
    for (index, item) in meeting.agenda.iter().enumerate() {
        let Some(vote) = &item.vote else { continue };
        let (parts, present) = (vote.heads(), i64::from(attendance.present));
        let sum: i64 = parts.iter().sum();
        // A count of those present that is itself beyond belief (MTG-01) is said once.
        if sum > present || (meeting.by_ballot() && sum < present && attendance.present <= attendance.eligible) {
            let message = if sum > present { "mtg-02-over" } else { "mtg-02-ballots" };
            let finding = cx.error("MTG-02", message, format!("agenda[{index}].vote.for"));
            named(finding, parts).arg("sum", sum).arg("present", present).arg("difference", (sum - present).abs());
            finding.related("attendance.present", "mtg-01-present-here");
        }
        let (Some(present), true) = (attendance.present_area, vote.areas().iter().any(Option::is_some)) else { continue };
        let parts = vote.areas().map(Option::unwrap_or_default);
        let sum: Area = parts.iter().copied().sum();
        let complete = vote.for_area.is_some() && vote.against_area.is_some();
        let believable = attendance.eligible_area.is_none_or(|eligible| present <= eligible);
        if sum > present || (meeting.by_ballot() && complete && believable && sum < present) {
            let message = if sum > present { "mtg-02-area-over" } else { "mtg-02-area-ballots" };
            let written = vote.areas().iter().position(Option::is_some).unwrap_or(0);
            let figure = ["for_area", "against_area", "abstain_area", "invalid_area"][written];
            let finding = cx.error("MTG-02", message, format!("agenda[{index}].vote.{figure}"));
            let difference = if sum > present { sum - present } else { present - sum };
            named(finding, parts).arg("sum", sum).arg("present", present).arg("difference", difference);
            finding.related("attendance.present_area", "mtg-01-present-here");
        }
    }
}

/// The four parts of a vote, as arguments.
fn named<T: Into<crate::diagnostic::Arg>>(finding: &mut Finding, parts: [T; 4]) -> &mut Finding {
    for (name, part) in ["for", "against", "abstain", "invalid"].into_iter().zip(parts) {
        finding.arg(name, part);
    }
    finding
}

/// Once held, each item says what became of it.
fn com_03_outcome(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    for (index, item) in meeting.agenda.iter().enumerate() {
        if meeting.state == State::Held && item.outcome.is_none() && item.ballot.is_none() {
            cx.warning("COM-03", "com-03-meeting-outcome", format!("agenda[{index}]")).arg("no", item.no);
        }
    }
}

/// Without its matter no vote can be weighed.
fn com_03_matter(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    for (index, item) in meeting.agenda.iter().enumerate() {
        if item.is_counted() && item.matter.is_none() {
            let field = if item.vote.is_some() { "vote" } else { "ballot" };
            cx.warning("COM-03", "com-03-meeting-matter", format!("agenda[{index}].{field}")).arg("no", item.no);
        }
    }
}

/// A ballot says itself what became of each option: neither votes for and against nor an outcome stand beside it.
fn com_03_ballot(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    for (index, item) in meeting.agenda.iter().enumerate().filter(|(_, item)| item.ballot.is_some()) {
        if item.vote.is_some() {
            cx.error("COM-03", "com-03-ballot-and-vote", format!("agenda[{index}].vote")).arg("no", item.no);
        }
        if item.outcome.is_some() {
            cx.error("COM-03", "com-03-ballot-outcome", format!("agenda[{index}].outcome")).arg("no", item.no);
        }
    }
}

/// MTG-03: as many take part as the matter asks for; said once for each share, whatever items it falls on.
fn mtg_03(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    let mut said: Vec<(Measure, Share)> = Vec::new();
    for item in meeting.agenda.iter().filter(|_| meeting.state == State::Held) {
        let Some(matter) = item.matter else { continue };
        let weighed = meeting.weigh(matter, item.vote.as_ref(), cx.profile);
        if weighed.took_part != Verdict::NotReached {
            continue;
        }
        let law = cx.profile.requirement(matter.code()).law;
        for measure in [Measure::Heads, Measure::Area] {
            // Where the statute knows several forms, none is reached: the least of them is told.
            let missed = weighed.quorum.iter().filter(|t| t.measure == measure && t.verdict() == Verdict::NotReached);
            let Some(test) = missed.min_by_key(|t| t.need.least(1_000_000)).filter(|t| !said.contains(&(measure, t.need))) else {
                continue;
            };
            said.push((measure, test.need));
            let (message, at, whole) = match measure {
                Measure::Heads => ("mtg-03-heads", "attendance.present", "attendance.eligible"),
                Measure::Area => ("mtg-03-area", "attendance.present_area", "attendance.eligible_area"),
            };
            let finding = cx.warning("MTG-03", message, at);
            weighed_args(finding, test).arg("no", item.no).law(law.clone()).related(whole, "mtg-03-whole-here");
        }
    }
}

/// MTG-04: what was adopted has the votes that its matter asks for; owners count by area as well.
fn mtg_04(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    for (index, item) in meeting.agenda.iter().enumerate().filter(|_| meeting.state == State::Held) {
        let (Some(matter), Some(vote)) = (item.matter, &item.vote) else { continue };
        let need = cx.profile.requirement(matter.code());
        let weighed = meeting.weigh(matter, Some(vote), cx.profile);
        let adopted = item.outcome == Some(Outcome::Adopted);
        let [heads, area] = [meeting.heads(Some(vote)), meeting.area(Some(vote))];
        for test in weighed.pass.iter().filter(|t| adopted && t.verdict() == Verdict::NotReached) {
            let (counts, message, field) = match test.measure {
                Measure::Heads => (&heads, "mtg-04-heads", "for"),
                Measure::Area => (&area, "mtg-04-area", "for_area"),
            };
            // More votes than people, more people than there are: other mistakes (MTG-01, MTG-02), to be mended first.
            if counts.cast > counts.present || counts.present > counts.eligible {
                continue;
            }
            let finding = cx.error("MTG-04", message, format!("agenda[{index}].vote.{field}"));
            weighed_args(finding, test).arg("no", item.no).arg("of", test.whole.code()).law(need.law.clone());
            finding.related(format!("agenda[{index}].outcome"), "mtg-04-outcome-here");
        }
        let attendance = meeting.attendance.as_ref();
        let given = [
            ("eligible_area", attendance.is_some_and(|a| a.eligible_area.is_some())),
            ("present_area", attendance.is_some_and(|a| a.present_area.is_some())),
            ("for_area", vote.for_area.is_some()),
        ];
        let missing: Vec<&str> = given.into_iter().filter(|(_, given)| !given).map(|(name, _)| name).collect();
        if need.by_area && attendance.is_some() && !missing.is_empty() {
            let finding = cx.warning("MTG-04", "mtg-04-no-area", format!("agenda[{index}].vote"));
            finding.arg("no", item.no).arg("fields", missing.join(", ")).law(need.law.clone());
        }
    }
}

/// MTG-04 for ballots: who was elected, and what was chosen, has the votes that the matter asks for.
fn mtg_04_ballot(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    for (index, item) in meeting.agenda.iter().enumerate().filter(|_| meeting.state == State::Held) {
        let (Some(matter), Some(ballot)) = (item.matter, &item.ballot) else { continue };
        ballot::check_order(ballot, &format!("agenda[{index}].ballot"), "MTG-04", cx);
        let need = cx.profile.requirement(matter.code());
        for (i, option) in ballot.options.iter().enumerate().filter(|(_, option)| option.won()) {
            let heads = Counts { in_favor: Some(option.votes.into()), cast: ballot.returned.map(i64::from), ..meeting.heads(None) };
            let area = Counts {
                in_favor: option.votes_area.map(Area::hundredths),
                cast: ballot.returned_area.map(Area::hundredths),
                ..meeting.area(None)
            };
            let missed = matter.weigh(cx.profile, &heads, &area).pass;
            for test in missed.iter().filter(|t| t.verdict() == Verdict::NotReached) {
                let (message, field) = match test.measure {
                    Measure::Heads => ("mtg-04-heads", "votes"),
                    Measure::Area => ("mtg-04-area", "votes_area"),
                };
                let finding = cx.error("MTG-04", message, format!("agenda[{index}].ballot.options[{i}].{field}"));
                weighed_args(finding, test).arg("no", item.no).arg("of", test.whole.code()).law(need.law.clone());
                finding.related(format!("agenda[{index}].ballot.options[{i}].outcome"), "mtg-04-outcome-here");
            }
        }
    }
}

/// MTG-05: the call is posted so many days before; the day of posting does not count.
fn mtg_05(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    let Some((key, notified)) = meeting.meeting_type.notice().zip(meeting.notified) else { return };
    let excused = meeting.special && matches!(meeting.meeting_type, MeetingType::ResidentsAssembly | MeetingType::VillagersAssembly);
    let Some(days) = cx.profile.whole(key).filter(|_| !excused && meeting.state != State::Cancelled) else { return };
    let given = notified.days_to(meeting.start.date);
    if given < i64::from(days) {
        let can_be_special = matches!(meeting.meeting_type, MeetingType::ResidentsAssembly | MeetingType::VillagersAssembly);
        let law = cx.profile.law(key);
        let finding = cx.warning("MTG-05", if given < 0 { "mtg-05-after" } else { "mtg-05-short" }, "notified");
        finding.arg("notified", notified).arg("start", meeting.start.date).arg("given", given).arg("days", days);
        finding.arg("earliest", notified.plus_days(i64::from(days))).arg("special", if can_be_special { "yes" } else { "no" });
        finding.law(law).related("start", "mtg-01-start-here");
    }
}

/// MTG-06: what is voted on stood in the agenda as published.
fn mtg_06(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    for (index, item) in meeting.agenda.iter().enumerate().filter(|(_, item)| item.added_late) {
        let decided = item.is_counted() || matches!(item.outcome, Some(Outcome::Adopted | Outcome::Rejected));
        if decided && item.matter != Some(Matter::Advisory) && meeting.state == State::Held {
            cx.warning("MTG-06", "mtg-06-late", format!("agenda[{index}].added_late")).arg("no", item.no);
        }
    }
}

/// MTG-08: the minutes follow within so many days.
fn mtg_08(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    let Some(days) = cx.profile.whole(Key::MinutesDays).filter(|_| meeting.state == State::Held) else { return };
    let met = meeting.end.map_or(meeting.start.date, |end| end.date.max(meeting.start.date));
    let last = cx.last_day(met, days);
    let law = cx.profile.law(Key::MinutesDays);
    let finding = match meeting.minutes.as_ref().map(|m| m.published) {
        Some(Some(published)) if published > last => cx.warning("MTG-08", "mtg-08-late", "minutes.published").arg("published", published),
        Some(Some(_)) => return,
        Some(None) => cx.warning("MTG-08", "mtg-08-unpublished", "minutes.state").after(last),
        None => cx.warning("MTG-08", "mtg-08-missing", "state").after(last),
    };
    finding.arg("met", met).arg("days", days).arg("last", last).law(law);
}

/// MTG-10: who the representatives are.
fn mtg_10(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    let Some(r) = &meeting.representatives else { return };
    let (key, part, message, at) = match meeting.meeting_type {
        MeetingType::ResidentsReps => (Key::RepsResidentsShare, r.residents, "mtg-10-residents", "representatives.residents"),
        MeetingType::VillagersReps => (Key::RepsWomenShare, r.women, "mtg-10-women", "representatives.women"),
        _ => return,
    };
    let (Some(share), Some(part)) = (cx.profile.share(key), part) else { return };
    if part > r.total {
        let finding = cx.error("MTG-01", "mtg-01-representatives", at);
        finding
            .arg("part", part)
            .arg("total", r.total)
            .arg("difference", part - r.total)
            .related("representatives.total", "mtg-10-total-here");
    } else if r.total > 0 && !share.reached(i64::from(part), i64::from(r.total)) {
        let law = cx.profile.law(key);
        let finding = cx.warning("MTG-10", message, at);
        finding.arg("part", part).arg("total", r.total).arg("share", percent(i64::from(part), i64::from(r.total)));
        needed(finding, share).arg("least", share.least(i64::from(r.total))).law(law).related("representatives.total", "mtg-10-total-here");
    }
}

/// MTG-11: a meeting that does not take place as called says why, and a moved one where it was moved to.
fn mtg_11(meeting: &Meeting, cx: &mut CheckCx<'_>) {
    if !matches!(meeting.state, State::Cancelled | State::Moved) {
        return;
    }
    if meeting.reason.is_none() {
        cx.warning("MTG-11", "mtg-11-reason", "state").arg("state", meeting.state.code());
    }
    if meeting.state == State::Moved {
        match meeting.moved_from {
            None => drop(cx.error("MTG-11", "mtg-11-no-old-time", "start").arg("start", meeting.start)),
            Some(old) if old == meeting.start => {
                let finding = cx.error("MTG-11", "mtg-11-same-time", "start");
                finding.arg("start", meeting.start).related("moved_from", "mtg-11-old-here");
            }
            Some(_) => {}
        }
    }
}

/// Figures, share and what is asked for, as arguments of a message.
fn weighed_args<'f>(finding: &'f mut Finding, test: &Test) -> &'f mut Finding {
    let Some((part, whole)) = test.figures else { return finding };
    let figure = |n: i64| match test.measure {
        Measure::Heads => Arg::Number(n),
        Measure::Area => Arg::Figure(format!("{}.{:02}", n / 100, n % 100)),
    };
    let least = test.need.least(whole);
    let share = test.percent().map_or_else(|| "0".to_owned(), |p| p.to_string());
    finding.arg("part", figure(part)).arg("whole", figure(whole)).arg("share", Arg::Figure(share));
    finding.arg("least", figure(least)).arg("short", figure(least - part));
    needed(finding, test.need)
}

fn needed(finding: &mut Finding, share: Share) -> &mut Finding {
    finding.arg("need", format!("{}/{}", share.num, share.den)).arg("over", if share.over { "yes" } else { "no" })
}

/// To one decimal, as people quote it; the verdict never rests on it.
fn percent(part: i64, whole: i64) -> Arg {
    Arg::Figure(Percent::of(part, whole, 1).map_or_else(|| "0".to_owned(), |p| p.to_string()))
}
