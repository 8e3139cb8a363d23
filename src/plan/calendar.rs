//! Views of what takes place when: the calendar of a kind, a month, the timetable of a place.
//!
//! In: the page context. Out: complete views. Always: weeks and months are named by their dates, never "this week", so that a
//! page printed or kept stays true; which of them is shown, the plan decides by the day.

use std::collections::BTreeMap;

use crate::deps::DepKey;
use crate::locale::Given;
use crate::record::Kind;
use crate::record::codelists::OccurrenceState;
use crate::record::facet::Occurrence;
use crate::record::view::Inline;
use crate::record::view::grid::{Day, Entry, Month as Grid, Week};
use crate::relate::Index;
use crate::value::{Date, DatePeriod, Weekday};

use super::agenda::{Calendar, Month, last_day};
use super::{PageCx, view};

/// Months shown on the first page of a kind.
const MONTHS: i64 = 2;
/// Dates after this week that the first page of a kind names.
const LATER: usize = 10;

impl PageCx<'_> {
    /// The calendar on the first page of a kind; `None` where it has no dates at all.
    pub fn calendar_part(&self, kind: &'static Kind) -> Option<view::CalendarPart> {
        self.note(DepKey::Agenda(kind.folder));
        if !self.plan.agenda.kinds.contains(kind.folder) {
            return None;
        }
        self.note(DepKey::Months(kind.folder));
        let file = self.calendar_file(&Calendar::Kind(kind));
        let Some(months) = self.plan.agenda.months.get(kind.folder) else {
            return Some(view::CalendarPart { file, ..view::CalendarPart::default() });
        };
        let (monday, this) = (self.plan.today.monday(), Month::of(self.plan.today));
        let sunday = monday.plus_days(6);
        let mut week: Vec<(Index, &Occurrence)> = Vec::new();
        for month in [Month::of(monday), Month::of(sunday)] {
            for (index, o) in self.in_month(kind, month) {
                if last_day(o) >= monday && o.start.date <= sunday && !week.iter().any(|(i, other)| *i == index && *other == o) {
                    week.push((index, o));
                }
            }
        }
        week.sort_by_key(|(i, o)| (o.start, o.end, *i));
        // On a phone a month is many screens; the week above it has what is near.
        let is_open = |month: Month| month == this && week.is_empty();
        let shown = (0..MONTHS).map(|n| this.plus(n)).filter(|m| months.contains(m));
        let months_shown = shown.map(|month| view::MonthPart {
            id: format!("m-{month}"),
            title: self.language().format().month(month.year, month.month),
            open: is_open(month),
            grid: self.grid(kind, month),
        });
        let months_shown = months_shown.collect();
        let week = (!week.is_empty()).then(|| self.week(&week, monday, sunday, None));
        let later = self.plan.after(self.library, kind.folder, sunday, LATER);
        let later = later.into_iter().map(|(index, o)| {
            let cx = self.cx(index);
            let mut line = crate::record::view::pieces::occurrence(&cx, o);
            line.extend([cx.plain(" "), cx.link_to(cx.id)]);
            line
        });
        Some(view::CalendarPart { file, week, months: months_shown, later: later.collect(), others: self.month_links(kind, None) })
    }

    /// Template `month`.
    pub fn month_page(&self, kind: &'static Kind, month: Month) -> view::MonthPage {
        self.note(DepKey::Months(kind.folder));
        let name = self.language().format().month(month.year, month.month);
        let said = [("month", Given::Text(name.clone().into())), ("kind", Given::Text(self.kind_word(kind).into()))];
        let title = view::Text::plain(self.say("calendar_month_of_kind", &said));
        let crumbs = vec![self.home_crumb(), self.kind_crumb(kind)];
        let mut page = self.page(title.clone(), &format!("{}/all/{month}/", kind.folder), kind.folder, crumbs);
        page.description = format!("{} · {}", title.text, self.site_name().text);
        let months = self.plan.agenda.months.get(kind.folder);
        let beside = |n: i64| {
            let other = month.plus(n);
            months.is_some_and(|m| m.contains(&other)).then(|| self.month_link(kind, other))
        };
        page.data = self.data_of_list(&page);
        view::MonthPage {
            page,
            month: view::MonthView {
                title,
                grid: self.grid(kind, month),
                file: self.calendar_file(&Calendar::Kind(kind)),
                before: beside(-1),
                after: beside(1),
                others: self.month_links(kind, Some(month)),
            },
        }
    }

    /// What takes place at a place, from this week's Monday on; `None` where nothing does.
    pub fn timetable(&self, place: Index) -> Vec<Week> {
        self.note(DepKey::Timetable(self.peek(place).id.as_str()));
        let found = self.plan.timetable(self.library, place);
        if found.is_empty() {
            return Vec::new();
        }
        let monday = self.plan.today.monday();
        let week = |n: i64| self.week(&found, monday.plus_days(7 * n), monday.plus_days(7 * n + 6), Some(place));
        // What takes place in the rooms of a house is much: one week of it, and more on the page of each room.
        let is_elsewhere = |(i, _): &(Index, &Occurrence)| {
            let room = self.peek(*i).facets.schedule.as_ref().and_then(|s| s.place.as_ref());
            room.is_some_and(|r| r.id != self.peek(place).id)
        };
        let weeks = if found.iter().any(is_elsewhere) { 1 } else { super::agenda::TIMETABLE_DAYS / 7 };
        (0..weeks).map(week).filter(|week| week.days.iter().any(|d| !d.entries.is_empty())).collect()
    }

    /// Link to a calendar file.
    pub fn calendar_file(&self, calendar: &Calendar) -> String {
        self.url(&calendar.address(self.library, &self.language().path))
    }

    /// The calendar of a record: of a place, what takes place there; of an event, itself.
    pub fn calendar_of(&self, index: Index) -> Option<String> {
        let id = self.peek(index).id.as_str();
        self.note(DepKey::Agenda(id));
        self.note(DepKey::Ties(id));
        if self.plan.agenda.places.contains_key(&index) {
            return Some(self.calendar_file(&Calendar::Place(index)));
        }
        self.plan.has_event(self.library, index).then(|| self.calendar_file(&Calendar::Event(index)))
    }

    fn in_month(&self, kind: &'static Kind, month: Month) -> Vec<(Index, &Occurrence)> {
        self.note(DepKey::Month(kind.folder, month.year, month.month));
        self.plan.of_month(self.library, kind.folder, month)
    }

    fn month_link(&self, kind: &Kind, month: Month) -> view::Link {
        let title = view::Text::plain(self.language().format().month(month.year, month.month));
        view::Link { url: self.local(&format!("{}/all/{month}/", kind.folder)), title }
    }

    fn month_links(&self, kind: &Kind, current: Option<Month>) -> Vec<view::CountLink> {
        let months = self.plan.agenda.months.get(kind.folder).into_iter().flatten();
        let link = |month: &Month| {
            let link = self.month_link(kind, *month);
            view::CountLink { url: link.url, title: link.title, count: String::new(), current: current == Some(*month) }
        };
        months.map(link).collect()
    }

    fn grid(&self, kind: &'static Kind, month: Month) -> Grid {
        let found = self.in_month(kind, month);
        let mut days = self.days(&found, month.first().monday(), month.last().monday().plus_days(6), None);
        for day in &mut days {
            day.outside = !day.iso.starts_with(&month.to_string());
        }
        let format = self.language().format();
        let heads = Weekday::ALL.iter().map(|d| (format.weekday_short(d.number() as i8), format.weekday(d.number() as i8)));
        Grid { caption: format.month(month.year, month.month), heads: heads.collect(), days }
    }

    fn week(&self, found: &[(Index, &Occurrence)], from: Date, to: Date, place: Option<Index>) -> Week {
        // Any record's context words a period.
        let format = self.language().format();
        let day = |d: Date| (d.year(), d.month(), d.day());
        let period = DatePeriod { from, to };
        Week {
            caption: format.date_range(day(period.from), day(period.to)),
            heads: [self.word("calendar_day"), self.word("calendar_what")],
            days: self.days(found, from, to, Some(place)),
        }
    }

    /// Days with their entries. `whole` asks for the end of each, too; with a place, for the room and for clashes.
    fn days(&self, found: &[(Index, &Occurrence)], from: Date, to: Date, whole: Option<Option<Index>>) -> Vec<Day> {
        let place = whole.flatten();
        let mut by_day: BTreeMap<Date, Vec<Entry>> = BTreeMap::new();
        for (at, (index, o)) in found.iter().enumerate() {
            let clash = place.is_some() && self.clashes(found, at);
            let mut date = o.start.date.max(from);
            let last = last_day(o).min(to);
            while date <= last {
                by_day.entry(date).or_default().push(self.entry(*index, o, date, whole.is_some(), place, clash));
                date = date.plus_days(1);
            }
        }
        let format = self.language().format();
        let span = from.days_to(to);
        let one = |n: i64| {
            let date = from.plus_days(n);
            Day {
                iso: date.to_string(),
                number: date.day(),
                text: format.month_day_weekday((date.year(), date.month(), date.day())),
                entries: by_day.remove(&date).unwrap_or_default(),
                outside: false,
            }
        };
        (0..=span).map(one).collect()
    }

    fn entry(&self, index: Index, o: &Occurrence, date: Date, whole: bool, place: Option<Index>, clash: bool) -> Entry {
        let cx = self.cx(index);
        let time = match o.end.filter(|_| whole) {
            _ if date != o.start.date => String::new(),
            Some(end) if end.date == o.start.date && end.time > o.start.time => {
                match cx.time_range(crate::value::TimeRange { from: o.start.time, to: end.time }) {
                    Inline::Time { text, .. } => text,
                    _ => String::new(),
                }
            }
            _ => self.language().format().time((o.start.time.hour() as i8, o.start.time.minute() as i8)),
        };
        let mut what = vec![cx.link_to(cx.id)];
        let mut tag = |tone: &'static str, word: &str| what.extend([cx.plain(" "), Inline::Tag { tone, text: self.word(word) }]);
        match o.state {
            OccurrenceState::Confirmed => {}
            OccurrenceState::Cancelled => tag("closed", "occurrence_cancelled"),
            OccurrenceState::Tentative => tag("waiting", "occurrence_tentative"),
            OccurrenceState::Moved => tag("waiting", "occurrence_moved"),
        }
        if clash {
            tag("waiting", "calendar_clash");
        }
        let room = self.record(index).facets.schedule.as_ref().and_then(|s| s.place.as_ref());
        if let (Some(place), Some(room)) = (place, room)
            && self.peek(place).id != room.id
        {
            what.extend([cx.plain(" · "), cx.link(room)]);
        }
        Entry { id: String::new(), time, what, off: o.state == OccurrenceState::Cancelled }
    }

    /// Whether something else is in the same room at the same time.
    fn clashes(&self, found: &[(Index, &Occurrence)], at: usize) -> bool {
        let room = |i: Index| self.peek(i).facets.schedule.as_ref().and_then(|s| s.place.as_ref()).map(|p| &p.id);
        let (index, own) = found[at];
        let ends = |o: &Occurrence| o.end.unwrap_or(o.start);
        let meets = |(i, o): &(Index, &Occurrence)| {
            *i != index && room(*i) == room(index) && o.state != OccurrenceState::Cancelled && o.start < ends(own) && own.start < ends(o)
        };
        own.state != OccurrenceState::Cancelled && found.iter().any(meets)
    }
}
