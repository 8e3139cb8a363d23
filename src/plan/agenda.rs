//! Contents of calendars: the records with recent or future dates, by kind and by place, and their months.
//!
//! In: the library, and the dates of each schedule. Out: an [`Agenda`]. Always: its span follows from the month of the build date,
//! so it changes at most on the first of a month; it has no withdrawn records; it is computed once for all pages.

use std::collections::{BTreeMap, BTreeSet};

use crate::deps::{DepKey, Id};
use crate::hash::short_hash;
use crate::record::codelists::{DeadlineKind, OccurrenceState};
use crate::record::envelope::Status;
use crate::record::facet::{Deadline, Occurrence};
use crate::record::{KINDS, Kind, Record};
use crate::relate::{Index, Library};
use crate::route;
use crate::value::{Date, DateTime};

use super::Plan;

/// Months before the present one that calendars still show.
const MONTHS_BEFORE: i64 = 3;
/// Days of the timetable of a place, from the Monday of this week on.
pub const TIMETABLE_DAYS: i64 = 14;

/// The scope of one calendar file.
#[derive(Debug, Clone, PartialEq)]
pub enum Calendar {
    All,
    Kind(&'static Kind),
    /// The events at a place.
    Place(Index),
    /// One record alone.
    Event(Index),
}

/// The records with dates that calendars show.
#[derive(Debug, Default)]
pub struct Agenda {
    /// The first day of calendars and of the first month page.
    pub from: Option<Date>,
    /// Records with dates from then on, in order of id.
    pub scheduled: Vec<Index>,
    /// Records with a deadline for everyone from then on, in order of id.
    pub due: Vec<Index>,
    /// Places with the events there, of `scheduled`.
    pub places: BTreeMap<Index, Vec<Index>>,
    /// Months with dates, by the folder of the kind.
    pub months: BTreeMap<&'static str, BTreeSet<Month>>,
    /// Kinds that have a calendar, by folder: those that have ever had a date.
    pub kinds: BTreeSet<&'static str>,
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    pub year: i16,
    pub month: i8,
}

impl Month {
    pub fn of(date: Date) -> Self {
        Self { year: date.year(), month: date.month() }
    }

    pub fn first(self) -> Date {
        Date::new(self.year, self.month, 1).unwrap_or(Date::FIRST)
    }

    pub fn last(self) -> Date {
        self.first().plus_days(i64::from(self.first().days_in_month()) - 1)
    }

    /// So many months later.
    pub fn plus(self, months: i64) -> Self {
        Self::of(self.first().plus_months(months))
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

/// Deadlines that belong in residents' calendars.
pub fn is_for_everyone(deadline: &Deadline) -> bool {
    matches!(deadline.what, DeadlineKind::Objection | DeadlineKind::Signup)
}

/// The last day of an occurrence; an occurrence that ends at midnight ends the day before.
pub fn last_day(o: &Occurrence) -> Date {
    let end = o.end.unwrap_or(o.start);
    if end.time.minutes() == 0 && end.date > o.start.date { end.date.plus_days(-1) } else { end.date }
}

impl Agenda {
    pub fn new(library: &Library, occurrences: &BTreeMap<Index, Vec<Occurrence>>, today: Date) -> Self {
        let from = today.first_of_month().plus_months(-MONTHS_BEFORE);
        let mut agenda = Self { from: Some(from), ..Self::default() };
        for &index in &library.newest {
            let record = &library.records[index];
            if record.envelope.status() == Status::Withdrawn {
                continue;
            }
            let due = || record.facets.deadlines.iter().filter(|d| is_for_everyone(d));
            if record.facets.schedule.is_some() || due().next().is_some() {
                agenda.kinds.insert(record.kind.folder);
            }
            if due().any(|d| d.until >= from) {
                agenda.due.push(index);
            }
            let dates = occurrences.get(&index).map_or(&[][..], |o| o);
            let mut coming = dates.iter().filter(|o| last_day(o) >= from).peekable();
            if coming.peek().is_none() {
                continue;
            }
            agenda.scheduled.push(index);
            let place = record.facets.schedule.as_ref().and_then(|s| s.place.as_ref());
            let is_there = |p: &Index| library.is_shown(*p) && library.records[*p].envelope.status() != Status::Withdrawn;
            if let Some(place) = place.and_then(|p| library.find(&p.id)).filter(is_there) {
                agenda.places.entry(place).or_default().push(index);
            }
            let months = agenda.months.entry(record.kind.folder).or_default();
            months.extend(coming.flat_map(|o| [o.start.date.max(from), last_day(o)]).map(Month::of));
        }
        let by_id = |indices: &mut Vec<Index>| crate::order::sort_by(indices, |&a, &b| library.records[a].id.cmp(&library.records[b].id));
        by_id(&mut agenda.scheduled);
        by_id(&mut agenda.due);
        agenda.places.values_mut().for_each(by_id);
        agenda
    }

    /// The records whose events and those whose deadlines a calendar holds.
    pub fn of(&self, library: &Library, calendar: &Calendar) -> (Vec<Index>, Vec<Index>) {
        let of_kind = |all: &[Index], kind: &Kind| -> Vec<Index> {
            all.iter().copied().filter(|&i| library.records[i].kind.folder == kind.folder).collect()
        };
        match calendar {
            Calendar::All => (self.scheduled.clone(), self.due.clone()),
            Calendar::Kind(kind) => (of_kind(&self.scheduled, kind), of_kind(&self.due, kind)),
            Calendar::Place(place) => (self.places.get(place).cloned().unwrap_or_default(), Vec::new()),
            Calendar::Event(index) => (vec![*index], Vec::new()),
        }
    }
}

impl Calendar {
    /// Its address in a language.
    pub fn address(&self, library: &Library, lang: &str) -> String {
        match self {
            Self::All => format!("{lang}/calendar.ics"),
            Self::Kind(kind) => format!("{lang}/{}/calendar.ics", kind.folder),
            Self::Place(index) => format!("{}calendar.ics", route::record(&library.records[*index].id, lang)),
            Self::Event(index) => format!("{}event.ics", route::record(&library.records[*index].id, lang)),
        }
    }

    /// The key whose hash changes when the calendar has other records, or other dates of them.
    pub fn key<'l>(&self, library: &'l Library) -> DepKey<'l> {
        match self {
            Self::All => DepKey::Agenda(""),
            Self::Kind(kind) => DepKey::Agenda(kind.folder),
            Self::Place(index) | Self::Event(index) => DepKey::Agenda(library.records[*index].id.as_str()),
        }
    }
}

impl Plan {
    /// All calendars.
    pub fn calendars(&self, library: &Library) -> Vec<Calendar> {
        let mut all = vec![Calendar::All];
        all.extend(KINDS.iter().filter(|k| self.agenda.kinds.contains(k.folder)).map(|k| Calendar::Kind(k)));
        all.extend(self.agenda.places.keys().copied().map(Calendar::Place));
        all.extend(self.agenda.scheduled.iter().copied().filter(|&i| self.has_event(library, i)).map(Calendar::Event));
        all
    }

    /// Whether a calendar of the record's own would have any entry.
    pub fn has_event(&self, library: &Library, index: Index) -> bool {
        library.records[index].envelope.status() != Status::Withdrawn && self.upcoming(index).next().is_some()
    }

    /// Occurrences that touch these days, both included, in order of time.
    pub fn between(&self, index: Index, from: Date, to: Date) -> impl Iterator<Item = &Occurrence> {
        self.occurrences.get(&index).into_iter().flatten().filter(move |o| last_day(o) >= from && o.start.date <= to)
    }

    /// The events of a kind in a month, in order of time.
    pub fn of_month(&self, library: &Library, folder: &str, month: Month) -> Vec<(Index, &Occurrence)> {
        let of_kind = self.agenda.scheduled.iter().copied().filter(|&i| library.records[i].kind.folder == folder);
        self.in_days(of_kind, month.first(), month.last())
    }

    /// The first date after a day, for records of a kind without a date in the week before it; soonest first.
    pub fn after(&self, library: &Library, folder: &str, sunday: Date, most: usize) -> Vec<(Index, &Occurrence)> {
        let of_kind = self.agenda.scheduled.iter().copied().filter(|&i| library.records[i].kind.folder == folder);
        let next = |i: Index| {
            let mut coming = self.between(i, sunday.plus_days(-6), Date::LAST).filter(|o| o.state != OccurrenceState::Cancelled);
            coming.next().filter(|o| o.start.date > sunday).map(|o| (i, o))
        };
        let mut next: Vec<(Index, &Occurrence)> = of_kind.filter_map(next).collect();
        crate::order::sort_by_key(&mut next, |(i, o)| (o.start, *i));
        next.truncate(most);
        next
    }

    /// The events at a place and at the places inside it, from this week's Monday on.
    pub fn timetable(&self, library: &Library, place: Index) -> Vec<(Index, &Occurrence)> {
        let inside = library.children.get(&place).map_or(&[][..], |c| c);
        let users = std::iter::once(&place).chain(inside).filter_map(|p| self.agenda.places.get(p)).flatten().copied();
        let monday = self.today.monday();
        self.in_days(users, monday, monday.plus_days(TIMETABLE_DAYS - 1))
    }

    fn in_days(&self, records: impl Iterator<Item = Index>, from: Date, to: Date) -> Vec<(Index, &Occurrence)> {
        let mut found: Vec<(Index, &Occurrence)> = records.flat_map(|i| self.between(i, from, to).map(move |o| (i, o))).collect();
        crate::order::sort_by_key(&mut found, |(i, o)| (o.start, o.end, *i));
        found
    }

    /// When timetables and month grids change by themselves.
    pub fn agenda_changes(&self) -> impl Iterator<Item = DateTime> + use<> {
        let midnight = |date: Date| crate::value::Moment::Day(date).start();
        let has_dates = !self.agenda.scheduled.is_empty() || !self.agenda.due.is_empty();
        let turns = [self.today.monday().plus_days(7), self.today.first_of_month().plus_months(1)];
        turns.into_iter().filter(move |_| has_dates).map(midnight)
    }
}

/// A hash of everything that calendars, months and timetables depend on, except the records' own facts.
pub fn fingerprints(library: &Library, plan: &Plan) -> Vec<(Id, u64)> {
    let name = |i: Index| library.records[i].id.as_str();
    let dates = |i: &Index| (name(*i), plan.occurrences.get(i).map_or(0, Vec::len));
    let mut hashes: Vec<(Id, u64)> = Vec::new();
    for calendar in plan.calendars(library) {
        let (scheduled, due) = plan.agenda.of(library, &calendar);
        let scheduled: Vec<_> = scheduled.iter().map(dates).collect();
        let due: Vec<_> = due.iter().map(|&i| name(i)).collect();
        hashes.push((calendar.key(library).id(), short_hash(&(scheduled, due, plan.agenda.from))));
    }
    let when = |(i, o): &(Index, &Occurrence)| (name(*i), o.original, o.start, o.end, o.state);
    for (folder, months) in &plan.agenda.months {
        let all: Vec<_> = months.iter().map(|m| (m.year, m.month)).collect();
        let monday = plan.today.monday();
        let later: Vec<_> = plan.after(library, folder, monday.plus_days(6), usize::MAX).iter().map(when).collect();
        hashes.push((DepKey::Months(folder).id(), short_hash(&(&all, monday, Month::of(plan.today), later))));
        for &month in months {
            let found: Vec<_> = plan.of_month(library, folder, month).iter().map(when).collect();
            hashes.push((DepKey::Month(folder, month.year, month.month).id(), short_hash(&found)));
        }
    }
    let with_places: BTreeSet<Index> = plan.agenda.places.keys().flat_map(|&p| [Some(p), parent(library, p)]).flatten().collect();
    for place in with_places {
        let found: Vec<_> = plan.timetable(library, place).iter().map(when).collect();
        hashes.push((DepKey::Timetable(name(place)).id(), short_hash(&(found, plan.today.monday()))));
    }
    hashes
}

fn parent(library: &Library, index: Index) -> Option<Index> {
    let record: &Record = &library.records[index];
    record.facets.parent.as_ref().and_then(|p| library.find(&p.id))
}
