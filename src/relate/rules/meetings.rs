//! Actions and intervals of meetings: an action is done or carried over (MTG-07); a body meets as often as required (MTG-09).
//!
//! In: the library, the profile. Out: findings. Always: a finding that depends on the day carries the day from which it holds; one
//! finding per action, one per pair of meetings.

use std::collections::BTreeMap;

use super::{Index, RelateCx};
use crate::diagnostic::Severity;
use crate::record::codelists::ActionState;
use crate::record::facet::{Action, MeetingOccurrence};
use crate::record::finding::Finding;
use crate::relate::Library;
use crate::value::{Date, RecordId, Ref};

/// Past meetings of each body, oldest first.
type PastMeetings<'a> = BTreeMap<(&'a RecordId, &'static str), Vec<(Date, Index)>>;

fn past_meetings<'a>(cx: &RelateCx<'a>) -> PastMeetings<'a> {
    let mut past: PastMeetings<'_> = BTreeMap::new();
    for (index, meeting) in meetings(cx) {
        past.entry((&meeting.organ.id, meeting.body)).or_default().push((meeting.date, index));
    }
    past.values_mut().for_each(|meetings| meetings.sort_unstable());
    past
}

/// Meetings that took place.
fn meetings<'a>(cx: &RelateCx<'a>) -> impl Iterator<Item = (Index, &'a MeetingOccurrence)> + 'a {
    let library = cx.library;
    cx.published().filter_map(|i| Some((i, library.records[i].facets.meeting_occurrence.as_ref()?))).filter(|(_, meeting)| meeting.held)
}

/// MTG-07: the actions of a meeting are done or carried over.
pub(super) fn mtg_07(cx: &mut RelateCx<'_>) {
    let (library, past) = (cx.library, past_meetings(cx));
    for (index, meeting) in meetings(cx) {
        let meetings = &past[&(&meeting.organ.id, meeting.body)];
        // A meeting on the same day does not count as the next: two records of one day may be two parts of one meeting.
        let next = meetings.get(meetings.partition_point(|(date, _)| *date <= meeting.date));
        for action in &library.records[index].facets.actions {
            cx.found.extend(action_open(library, index, action, next.copied()).map(|f| (index, f)));
        }
    }
}

/// An action that is neither done nor carried over by a later meeting, once it is due or the body has met again.
fn action_open(library: &Library, index: Index, action: &Action, next: Option<(Date, Index)>) -> Option<Finding> {
    if action.state != ActionState::Open {
        return None;
    }
    let this = Ref { id: library.records[index].id.clone(), fragment: Some(action.fragment.clone()) };
    if library.carried.get(&this).is_some_and(|by| by.iter().any(|i| library.is_shown(*i))) {
        return None;
    }
    let mut finding = match (action.due, next) {
        (Some(due), Some((met, by))) if met > due => {
            let mut finding = Finding::new(Severity::Warning, "MTG-07", "mtg-07-due-and-met", format!("{}.due", action.at));
            finding.arg("due", due).arg("met", met).arg("other", library.records[by].id.as_str()).after(due);
            finding
        }
        (Some(due), _) => {
            let mut finding = Finding::new(Severity::Warning, "MTG-07", "mtg-07-due", format!("{}.due", action.at));
            finding.arg("due", due).after(due);
            finding
        }
        (None, Some((met, by))) => {
            let mut finding = Finding::new(Severity::Warning, "MTG-07", "mtg-07-met", action.at.as_str());
            finding.arg("met", met).arg("other", library.records[by].id.as_str());
            finding
        }
        (None, None) => return None,
    };
    finding.arg("action", &*action.fragment);
    finding.arg("from", format!("{}#{}", this.id, action.fragment));
    Some(finding)
}

/// MTG-09: the interval between meetings, and since the last meeting.
pub(super) fn mtg_09(cx: &mut RelateCx<'_>) {
    let (library, profile) = (cx.library, cx.rules.profile);
    for meetings in past_meetings(cx).values() {
        let Some(&(last, at)) = meetings.last() else { continue };
        let every = library.records[at].facets.meeting_occurrence.as_ref().and_then(|s| s.every);
        let Some((key, months)) = every.and_then(|key| Some((key, profile.whole(key)?))) else { continue };
        for pair in meetings.windows(2) {
            let [(before, other), (met, index)] = [pair[0], pair[1]];
            let limit = months_later(before, months);
            if met > limit {
                let finding = cx.warning(index, "MTG-09", "mtg-09-gap", "start");
                finding.arg("before", before).arg("met", met).arg("months", months).arg("limit", limit);
                finding.arg("other", library.records[other].id.as_str()).law(profile.law(key));
            }
        }
        let limit = months_later(last, months);
        let finding = cx.warning(at, "MTG-09", "mtg-09-next", "start");
        finding.arg("before", last).arg("months", months).arg("limit", limit).law(profile.law(key)).after(limit);
    }
}

/// The same day this many months later, or the last day of that month.
fn months_later(date: Date, months: u32) -> Date {
    let first = date.plus_months(i64::from(months));
    Date::new(first.year(), first.month(), date.day().min(first.days_in_month())).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_end_on_the_same_day_or_the_months_last() {
        for (from, months, to) in [("2026-01-31", 1, "2026-02-28"), ("2025-08-31", 6, "2026-02-28"), ("2026-03-12", 12, "2027-03-12")] {
            let date = |text: &str| Date::parse(text).unwrap();
            assert_eq!(months_later(date(from), months), date(to), "{from}");
        }
    }
}
