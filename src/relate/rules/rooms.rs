//! Rooms and their opening hours: two events in one room at the same time (MTG-12, ACT-04), events while the room is closed
//! (ACT-07), fees for what the place offers free (ACT-11).
//!
//! In: the library, the build date. Out: findings. Always: dates are compared within some months around the build date; the
//! comparison is a sweep over sorted times; two records that overlap several times give one finding.

use std::collections::{BTreeMap, BTreeSet};

use super::{Index, RelateCx};
use crate::diagnostic::{Arg, Severity};
use crate::record::codelists::OccurrenceState;
use crate::record::facet::{Facets, Occurrence, OpeningHours, Schedule};
use crate::record::finding::Finding;
use crate::relate::Library;
use crate::value::{Date, DateTime, RecordId};

/// Dates are compared this many days before and after the build date.
const BEFORE: i64 = 31;
const AFTER: i64 = 92;
/// An event is compared with at most this many simultaneous events in the room: enough to report a clash, and the sweep stays
/// linear.
const AT_ONCE: usize = 8;

const DAY: i64 = 24 * 60;

/// One time that a record occupies a room, in minutes from the first day of the window.
#[derive(Clone, Copy)]
struct Taken {
    from: i64,
    to: i64,
    index: Index,
    start: DateTime,
}

pub(super) fn check(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    let (first, last) = (cx.today.plus_days(-BEFORE), cx.today.plus_days(AFTER));
    let mut users: BTreeMap<&RecordId, Vec<Index>> = BTreeMap::new();
    for index in cx.published() {
        if let Some(room) = library.records[index].facets.schedule.as_ref().and_then(|s| s.place.as_ref()) {
            users.entry(&room.id).or_default().push(index);
        }
    }
    for (room, users) in users {
        let place = library.get(room).map(|record| &record.facets);
        let open = place.map_or(&[][..], |p| &p.opening_hours[..]);
        let mut taken: Vec<Taken> = Vec::new();
        for &index in &users {
            let facets = &library.records[index].facets;
            cx.found.extend(place.and_then(|place| free(library, index, facets, place)).map(|f| (index, f)));
            let Some(schedule) = facets.schedule.as_ref() else { continue };
            let asks = schedule.closed.filter(|_| !open.is_empty());
            if users.len() < 2 && asks.is_none() {
                continue;
            }
            let real = |o: &Occurrence| o.state != OccurrenceState::Cancelled && first <= o.start.date && o.start.date <= last;
            let dates: Vec<Occurrence> = schedule.expand(last, cx.rules.holidays).into_iter().filter(real).collect();
            cx.found.extend(asks.and_then(|code| closed(code, room, open, &dates)).map(|f| (index, f)));
            taken.extend(dates.iter().map(|o| minutes(o, index, first)));
        }
        overlaps(cx, room, taken);
    }
}

fn minutes(o: &Occurrence, index: Index, first: Date) -> Taken {
    let at = |t: DateTime| first.days_to(t.date) * DAY + i64::from(t.time.minutes());
    let from = at(o.start);
    // An event without an end is known to occupy its first minute only.
    Taken { from, to: o.end.map_or(from + 1, at).max(from + 1), index, start: o.start }
}

/// MTG-12 if one of the two is a meeting, else ACT-04; reported at the later record.
fn overlaps(cx: &mut RelateCx<'_>, room: &RecordId, mut taken: Vec<Taken>) {
    let library = cx.library;
    taken.sort_unstable_by_key(|t| (t.from, t.to, t.index));
    let mut active: Vec<Taken> = Vec::new();
    // The pair, with its first common date and the number of them.
    let mut pairs: BTreeMap<(Index, Index), (DateTime, BTreeSet<Date>)> = BTreeMap::new();
    for next in taken {
        active.retain(|t| t.to > next.from);
        for other in active.iter().filter(|t| t.index != next.index) {
            let pair = later(library, other.index, next.index);
            pairs.entry(pair).or_insert_with(|| (next.start, BTreeSet::new())).1.insert(next.start.date);
        }
        if active.len() < AT_ONCE {
            active.push(next);
        }
    }
    for ((other, index), (first, dates)) in pairs {
        let schedules = [other, index].map(|i| library.records[i].facets.schedule.as_ref());
        let codes = schedules.into_iter().flatten().map(|s: &Schedule| s.overlap);
        let code = codes.max().unwrap_or("ACT-04");
        let message = if code == "MTG-12" { "mtg-12-overlap" } else { "act-04-overlap" };
        let finding = cx.warning(index, code, message, "start");
        finding.arg("room", room.as_str()).arg("other", library.records[other].id.as_str());
        finding.arg("first", first).arg("count", dates.len());
    }
}

/// The two in order of publication: the later one has to be corrected.
fn later(library: &Library, a: Index, b: Index) -> (Index, Index) {
    let key = |i: Index| (library.records[i].envelope.published, i);
    if key(a) < key(b) { (a, b) } else { (b, a) }
}

/// ACT-07: dates on which the place is closed according to its opening hours.
fn closed(code: &'static str, room: &RecordId, open: &[OpeningHours], dates: &[Occurrence]) -> Option<Finding> {
    let mut open = open.to_vec();
    open.sort_unstable();
    let is_closed = |o: &&Occurrence| {
        let from = o.start.time;
        let Some(end) = o.end else {
            return !open.iter().any(|h| h.day == o.start.date.weekday() && h.time.from <= from && from < h.time.to);
        };
        // No opening hours cover an event that runs past midnight.
        if end.date != o.start.date {
            return true;
        }
        // Adjacent opening hours are merged: 08:00–12:00 and 12:00–18:00.
        let mut reached = from;
        for h in open.iter().filter(|h| h.day == o.start.date.weekday()) {
            if h.time.from <= reached && h.time.to > reached {
                reached = h.time.to;
            }
        }
        reached < end.time || reached == from
    };
    let mut shut = dates.iter().filter(is_closed);
    let first = shut.next()?;
    let mut finding = Finding::new(Severity::Warning, code, "act-07-closed", "start");
    finding.arg("room", room.as_str()).arg("first", first.start).arg("count", 1 + shut.count());
    finding.arg("weekday", Arg::Term(format!("kinds-b-weekday-{}", first.start.date.weekday().code())));
    Some(finding)
}

/// ACT-11: a fee for a service that the place offers free of charge under the same title and by the same organization.
fn free(library: &Library, index: Index, facets: &Facets, place: &Facets) -> Option<Finding> {
    let charge = facets.charge.as_ref()?;
    let title = library.records[index].envelope.title.primary();
    let same = place.offers.iter().find(|o| {
        let name = o.name.primary().trim();
        o.fee.is_some_and(crate::value::Money::is_zero)
            && name.chars().count() > 1
            && title.contains(name)
            && o.provider.as_ref().is_none_or(|p| p.id == charge.provider.id)
    })?;
    let schedule = facets.schedule.as_ref()?;
    let room = schedule.place.as_ref()?.id.as_str();
    let mut finding = Finding::new(Severity::Warning, "ACT-11", "act-11-fee", charge.at);
    finding.arg("fee", charge.fee).arg("service", same.name.primary()).arg("room", room);
    Some(finding)
}
