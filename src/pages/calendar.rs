//! Events as parts of pages: the calendar of a kind, the grid of a month, the timetable of a place.
//!
//! In: the page context. Out: pieces of views. Always: weeks and months are named by their dates, never "this week", so that a
//! printed or saved page stays true; the plan decides from the build date which of them are shown.

use std::collections::BTreeMap;

use crate::plan::agenda::{TIMETABLE_DAYS, last_day};
use crate::plan::{Calendar, Month};
use crate::record::Kind;
use crate::record::codelists::OccurrenceState;
use crate::record::facet::Occurrence;
use crate::record::view::Inline;
use crate::record::view::grid::{self, Day, Week};
use crate::record::view::pieces;
use crate::relate::Index;
use crate::value::{Date, DatePeriod, RecordId, TimeRange, Weekday};

use super::cx::KindMonths;
use super::{PageCx, view};

/// Months shown on the first page of a kind.
const MONTHS: i64 = 2;
/// Dates after this week that the first page of a kind lists.
const LATER: usize = 10;

/// A record and one of its dates.
type Dated<'a> = (Index, &'a Occurrence);

/// How much an entry of a day shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// When it begins: in the grid of a month.
    Beginning,
    /// When it begins and ends: in a week.
    Span,
    /// Also the room, if it is not the place itself, and clashes: in the timetable of a place.
    AtPlace(Index),
}

/// Whether another event is in the same room at the same time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RoomState {
    Free,
    Clash,
}

/// The calendar on the first page of a kind; `None` if the kind has no dates at all.
pub(super) fn part(page_cx: &PageCx<'_>, kind: &'static Kind) -> Option<view::CalendarPart> {
    if !page_cx.has_calendar(kind) {
        return None;
    }
    let file = page_cx.calendar_link(&Calendar::Kind(kind));
    let Some(months) = page_cx.months(kind) else {
        return Some(view::CalendarPart { file, ..view::CalendarPart::default() });
    };
    let days = DatePeriod { from: months.monday, to: months.monday.plus_days(6) };
    let in_week = of_week(page_cx, kind, days);
    let near = (0..MONTHS).map(|n| months.current.plus(n)).filter(|m| months.all.contains(m));
    let near_months = near.map(|month| view::MonthPart {
        id: format!("m-{month}"),
        title: page_cx.language().format().month(month.year, month.month),
        // On a phone a month takes many screens; the week above it has the next events.
        open: month == months.current && in_week.is_empty(),
        grid: grid(page_cx, kind, month),
    });
    let near_months = near_months.collect();
    let later = page_cx.after_week(kind, LATER).into_iter().map(|(index, o)| {
        let cx = page_cx.view_cx(index);
        let mut line = pieces::occurrence(&cx, o);
        line.extend([cx.plain(" "), cx.link_to(cx.id)]);
        line
    });
    Some(view::CalendarPart {
        file,
        week: (!in_week.is_empty()).then(|| week(page_cx, &in_week, days, Detail::Span)),
        months: near_months,
        later: later.collect(),
        others: month_links(page_cx, kind, &months, None),
    })
}

/// The events of a kind in a week, in order of time.
fn of_week<'a>(page_cx: &PageCx<'a>, kind: &'static Kind, days: DatePeriod) -> Vec<Dated<'a>> {
    let mut found: Vec<Dated<'_>> = Vec::new();
    for month in [Month::of(days.from), Month::of(days.to)] {
        for (index, o) in page_cx.month(kind, month) {
            let is_new = || !found.iter().any(|(i, other)| *i == index && *other == o);
            if last_day(o) >= days.from && o.start.date <= days.to && is_new() {
                found.push((index, o));
            }
        }
    }
    crate::order::sort_by_key(&mut found, |(i, o)| (o.start, o.end, *i));
    found
}

/// The events at a place, from this week's Monday on; empty if there are none.
pub(super) fn timetable(page_cx: &PageCx<'_>, place: Index) -> Vec<Week> {
    let table = page_cx.timetable(place);
    if table.entries.is_empty() {
        return Vec::new();
    }
    let in_week = |n: i64| {
        let days = DatePeriod { from: table.monday.plus_days(7 * n), to: table.monday.plus_days(7 * n + 6) };
        week(page_cx, &table.entries, days, Detail::AtPlace(place))
    };
    // A building with many rooms has many events: its page shows one week, the page of each room shows more.
    let house = page_cx.record(place).id;
    let is_in_room = |(index, _): &Dated<'_>| room(page_cx, *index).is_some_and(|room| room != house);
    let weeks = if table.entries.iter().any(is_in_room) { 1 } else { TIMETABLE_DAYS / 7 };
    (0..weeks).map(in_week).filter(|week| week.days.iter().any(|d| !d.entries.is_empty())).collect()
}

/// A link to the page of a month.
pub(super) fn month_link(page_cx: &PageCx<'_>, kind: &Kind, month: Month) -> view::Link {
    let title = view::Text::plain(page_cx.language().format().month(month.year, month.month));
    view::Link { url: page_cx.local(&format!("{}/all/{month}/", kind.folder)), title }
}

/// Links to the pages of all months.
pub(super) fn month_links(page_cx: &PageCx<'_>, kind: &Kind, months: &KindMonths<'_>, current: Option<Month>) -> Vec<view::CountLink> {
    let link = |month: &Month| {
        let link = month_link(page_cx, kind, *month);
        view::CountLink { url: link.url, title: link.title, count: String::new(), current: current == Some(*month) }
    };
    months.all.iter().map(link).collect()
}

/// A month of a kind as a grid of weeks.
pub(super) fn grid(page_cx: &PageCx<'_>, kind: &'static Kind, month: Month) -> grid::Month {
    let found = page_cx.month(kind, month);
    let period = DatePeriod { from: month.first().monday(), to: month.last().monday().plus_days(6) };
    let mut days = days(page_cx, &found, period, Detail::Beginning);
    for day in &mut days {
        day.outside = !day.iso.starts_with(&month.to_string());
    }
    let format = page_cx.language().format();
    let heads = Weekday::ALL.iter().map(|d| (format.weekday_short(d.number() as i8), format.weekday(d.number() as i8)));
    grid::Month { caption: format.month(month.year, month.month), heads: heads.collect(), days }
}

fn week(page_cx: &PageCx<'_>, found: &[Dated<'_>], period: DatePeriod, detail: Detail) -> Week {
    let day = |d: Date| (d.year(), d.month(), d.day());
    Week {
        caption: page_cx.language().format().date_range(day(period.from), day(period.to)),
        heads: [page_cx.word("calendar_day"), page_cx.word("calendar_what")],
        days: days(page_cx, found, period, detail),
    }
}

/// The days of a period with their entries.
fn days(page_cx: &PageCx<'_>, found: &[Dated<'_>], period: DatePeriod, detail: Detail) -> Vec<Day> {
    let rooms = match detail {
        Detail::AtPlace(_) => rooms(page_cx, found),
        Detail::Beginning | Detail::Span => vec![RoomState::Free; found.len()],
    };
    let mut by_day: BTreeMap<Date, Vec<grid::Entry>> = BTreeMap::new();
    for (&dated, room) in found.iter().zip(rooms) {
        let mut date = dated.1.start.date.max(period.from);
        let last = last_day(dated.1).min(period.to);
        while date <= last {
            by_day.entry(date).or_default().push(entry(page_cx, dated, date, detail, room));
            date = date.plus_days(1);
        }
    }
    let format = page_cx.language().format();
    let day = |n: i64| {
        let date = period.from.plus_days(n);
        Day {
            iso: date.to_string(),
            number: date.day(),
            text: format.month_day_weekday((date.year(), date.month(), date.day())),
            entries: by_day.remove(&date).unwrap_or_default(),
            outside: false,
        }
    };
    (0..=period.from.days_to(period.to)).map(day).collect()
}

/// The entry of a day for an occurrence, which may have begun on an earlier day.
fn entry(page_cx: &PageCx<'_>, (index, o): Dated<'_>, date: Date, detail: Detail, room_state: RoomState) -> grid::Entry {
    let cx = page_cx.view_cx(index);
    let time = match o.end.filter(|_| detail != Detail::Beginning) {
        _ if date != o.start.date => String::new(),
        Some(end) if end.date == o.start.date && end.time > o.start.time => {
            match cx.time_range(TimeRange { from: o.start.time, to: end.time }) {
                Inline::Time { text, .. } => text,
                _ => String::new(),
            }
        }
        _ => page_cx.language().format().time((o.start.time.hour() as i8, o.start.time.minute() as i8)),
    };
    let mut what = vec![cx.link_to(cx.id)];
    let mut tag = |tone: &'static str, word: &str| what.extend([cx.plain(" "), Inline::Tag { tone, text: page_cx.word(word) }]);
    match o.state {
        OccurrenceState::Cancelled => tag("closed", "occurrence_cancelled"),
        OccurrenceState::Tentative => tag("waiting", "occurrence_tentative"),
        OccurrenceState::Moved => tag("waiting", "occurrence_moved"),
        OccurrenceState::Confirmed => {}
    }
    if room_state == RoomState::Clash {
        tag("waiting", "calendar_clash");
    }
    let room = page_cx.record(index).facets.schedule.as_ref().and_then(|s| s.place.as_ref());
    if let (Detail::AtPlace(place), Some(room)) = (detail, room)
        && *page_cx.record(place).id != room.id
    {
        what.extend([cx.plain(" · "), cx.link(room)]);
    }
    grid::Entry { id: String::new(), time, what, off: o.state == OccurrenceState::Cancelled }
}

/// The place of a record's events.
fn room<'a>(page_cx: &PageCx<'a>, index: Index) -> Option<&'a RecordId> {
    page_cx.record(index).facets.schedule.as_ref().and_then(|s| s.place.as_ref()).map(|place| &place.id)
}

/// For each occurrence, whether another event is in its room at the same time.
fn rooms(page_cx: &PageCx<'_>, found: &[Dated<'_>]) -> Vec<RoomState> {
    let places: Vec<Option<&RecordId>> = found.iter().map(|(index, _)| room(page_cx, *index)).collect();
    let end = |o: &Occurrence| o.end.unwrap_or(o.start);
    let clashes = |at: usize| {
        let (index, own) = found[at];
        let meets = |(n, (i, o)): (usize, &Dated<'_>)| {
            *i != index && places[n] == places[at] && o.state != OccurrenceState::Cancelled && o.start < end(own) && own.start < end(o)
        };
        own.state != OccurrenceState::Cancelled && found.iter().enumerate().any(meets)
    };
    (0..found.len()).map(|at| if clashes(at) { RoomState::Clash } else { RoomState::Free }).collect()
}
