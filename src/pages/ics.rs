//! Calendar files (RFC 5545 and 7986), written without a crate: the crates for it stamp the clock's time, have no zone table, and
//! would need a mapping as long as this.
//!
//! In: the page context and the calendar. Out: iCalendar. Always: the dates are those of our own pages; a UID is the same in every
//! language; stamps are dates of the record; what a client may drop (the link) is in the text as well.

mod lines;
mod rule;
mod zone;

use crate::locale::{Given, foreign};
use crate::plan::Calendar;
use crate::plan::agenda::is_for_everyone;
use crate::record::codelists::OccurrenceState;
use crate::record::envelope::Envelope;
use crate::record::facet::{Deadline, Occurrence, Schedule};
use crate::relate::Index;
use crate::value::{Date, DateTime, Moment, Text};

use super::{PageCx, PageWriter, Written, record_head};
use lines::Lines;

/// How long an event without a stated end lasts in calendars: without any length it would end the second it begins. No page says so.
const UNSTATED_LENGTH: &str = "PT2H";
/// How often a client may ask again.
const REFRESH: &str = "PT12H";

pub(super) fn write(page_cx: &PageCx<'_>, calendar: &Calendar, out: &mut PageWriter<'_>) -> Written {
    let records = page_cx.calendar(calendar);
    let (name, page) = about(page_cx, calendar);
    let mut lines = Lines::default();
    lines.begin("VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//linli//linli//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.text_in("NAME", &page_cx.language().tag, &name);
    lines.text("X-WR-CALNAME", &name);
    lines.raw("X-WR-TIMEZONE", page_cx.site().zone.name());
    lines.raw("URL", &page);
    lines.raw("SOURCE;VALUE=URI", &page_cx.absolute(page_cx.from()));
    lines.raw("REFRESH-INTERVAL;VALUE=DURATION", REFRESH);
    lines.raw("X-PUBLISHED-TTL", REFRESH);
    zone::write(&mut lines, &page_cx.site().zone);
    for (index, dates) in records.scheduled {
        events(&mut lines, page_cx, index, dates);
    }
    for index in records.due {
        deadlines(&mut lines, page_cx, index);
    }
    lines.end("VCALENDAR");
    out.bytes(lines.into_bytes());
    Ok(())
}

/// The name of a calendar, and the page with the same content.
fn about(page_cx: &PageCx<'_>, calendar: &Calendar) -> (String, String) {
    let site = page_cx.site_name().text;
    let named = |what: String| {
        foreign::bare(&page_cx.say("calendar_of", &[("site", Given::from(site.clone())), ("what", Given::from(what))])).into_owned()
    };
    match calendar {
        Calendar::All => (site.clone(), page_cx.absolute(&format!("{}/", page_cx.language().path))),
        Calendar::Kind(kind) => {
            (named(page_cx.kind_word(kind)), page_cx.absolute(&format!("{}/{}/", page_cx.language().path, kind.folder)))
        }
        Calendar::Place(index) | Calendar::Event(index) => {
            (named(page_cx.text(&page_cx.record(*index).envelope.title).text), page_cx.absolute(&page_cx.record_address(*index)))
        }
    }
}

/// The day of the last public change, and a number that grows with each change.
fn revision(envelope: &Envelope, single: usize) -> (Date, i64) {
    let last = envelope.changed();
    let sequence = envelope.published.days_to(last) + envelope.corrections.len() as i64 + single as i64;
    (last, sequence)
}

/// Whether an event names its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Location {
    Shown,
    Hidden,
}

/// What all components of one record share.
struct Event<'d, 'a> {
    page_cx: &'d PageCx<'a>,
    index: Index,
    uid: String,
    stamp: String,
    sequence: i64,
}

impl<'d, 'a> Event<'d, 'a> {
    /// `part` identifies a further event of the same record.
    fn new(page_cx: &'d PageCx<'a>, index: Index, part: &str) -> Self {
        let record = page_cx.record(index);
        let single = record.facets.schedule.as_ref().map_or(0, |s| s.sessions.len() + usize::from(s.state == OccurrenceState::Cancelled));
        let (last, sequence) = revision(record.envelope, single);
        let base = &page_cx.site().config.base_url;
        let host = base.split_once("://").map_or(base.as_str(), |(_, rest)| rest);
        let host = host.split(['/', ':']).next().unwrap_or(host);
        let stamp = Moment::Day(last).start().basic_utc(&page_cx.site().zone);
        Self { page_cx, index, uid: format!("{}{part}@{host}", record.id), stamp, sequence }
    }

    fn head(&self, lines: &mut Lines) {
        lines.begin("VEVENT");
        lines.text("UID", &self.uid);
        lines.raw("DTSTAMP", &self.stamp);
        lines.raw("LAST-MODIFIED", &self.stamp);
        lines.raw("SEQUENCE", &self.sequence.to_string());
    }

    fn at(&self, lines: &mut Lines, name: &str, at: DateTime) {
        lines.raw(&format!("{name};TZID={}", self.page_cx.site().zone.name()), &at.basic());
    }

    fn dates(&self, lines: &mut Lines, name: &str, dates: &[Date], schedule: &Schedule) {
        if !dates.is_empty() {
            let at = |date: &Date| DateTime { date: *date, time: schedule.start.time }.basic();
            lines.raw(&format!("{name};TZID={}", self.page_cx.site().zone.name()), &dates.iter().map(at).collect::<Vec<_>>().join(","));
        }
    }

    fn span(&self, lines: &mut Lines, start: DateTime, end: Option<DateTime>) {
        self.at(lines, "DTSTART", start);
        match end.filter(|end| *end > start) {
            Some(end) => self.at(lines, "DTEND", end),
            None => lines.raw("DURATION", UNSTATED_LENGTH),
        }
    }

    /// Everything but the times.
    fn words(&self, lines: &mut Lines, title: &str, state: &str, note: Option<&Text>, location: Location) {
        let page_cx = self.page_cx;
        let record = page_cx.record(self.index);
        let name = page_cx.text(&record.envelope.title);
        match &name.lang {
            Some(lang) => lines.text_in("SUMMARY", lang, title),
            None => lines.text("SUMMARY", title),
        }
        let url = page_cx.absolute(&page_cx.record_address(self.index));
        let note = note.map(|note| page_cx.text(note).text).unwrap_or_default();
        let parts = [note, record_head::description(page_cx, self.index), url.clone()];
        let description: Vec<&str> = parts.iter().map(String::as_str).filter(|p| !p.is_empty()).collect();
        lines.text("DESCRIPTION", &description.join("\n\n"));
        if location == Location::Shown {
            self.place(lines);
        }
        lines.raw("URL", &url);
        lines.text("CATEGORIES", &foreign::bare(&page_cx.kind_word(record.kind)));
        lines.raw("STATUS", state);
    }

    fn place(&self, lines: &mut Lines) {
        let page_cx = self.page_cx;
        let schedule = page_cx.record(self.index).facets.schedule.as_ref();
        let Some(place) = schedule.and_then(|s| s.place.as_ref()).and_then(|p| page_cx.find(&p.id)) else { return };
        let place = page_cx.record(place);
        let whereabouts = place.facets.location.as_ref();
        let name = page_cx.text(&place.envelope.title).text;
        let location = match whereabouts.and_then(|s| s.address.as_ref()) {
            Some(address) => format!("{name} {}", page_cx.text(address).text),
            None => name,
        };
        lines.text("LOCATION", &location);
        if let Some((lat, lon)) = whereabouts.and_then(|s| s.position.as_ref()) {
            lines.raw("GEO", &format!("{lat};{lon}"));
        }
    }
}

/// The status in the terms of iCalendar.
fn status(state: OccurrenceState) -> &'static str {
    match state {
        OccurrenceState::Cancelled => "CANCELLED",
        OccurrenceState::Tentative => "TENTATIVE",
        OccurrenceState::Confirmed | OccurrenceState::Moved => "CONFIRMED",
    }
}

/// One event, or a series with the dates that differ from it.
fn events(lines: &mut Lines, page_cx: &PageCx<'_>, index: Index, known: &[Occurrence]) {
    let record = page_cx.record(index);
    let Some(schedule) = &record.facets.schedule else { return };
    let event = Event::new(page_cx, index, "");
    let title = page_cx.text(&record.envelope.title).text;
    let Some(repeat) = &schedule.repeat else {
        for o in known.iter().take(1) {
            event.head(lines);
            event.span(lines, o.start, o.end);
            event.words(lines, &title, status(o.state), o.note.as_ref(), Location::Shown);
            lines.end("VEVENT");
        }
        return;
    };
    let dates: Vec<Date> = known.iter().map(|o| o.original).collect();
    let series = rule::recurrence(repeat, schedule.start, &dates, page_cx.site().holidays, &page_cx.site().zone);
    let Some(first) = series.first else { return };
    let ends = schedule.end.map(|e| (schedule.start.date.days_to(e.date), e.time));
    let end = |start: DateTime| ends.map(|(days, time)| DateTime { date: start.date.plus_days(days), time });
    let start = DateTime { date: first, time: schedule.start.time };
    event.head(lines);
    event.span(lines, start, end(start));
    if let Some(rule) = &series.rule {
        lines.raw("RRULE", rule);
    }
    event.dates(lines, "EXDATE", &series.except, schedule);
    event.dates(lines, "RDATE", &series.extra, schedule);
    event.words(lines, &title, status(schedule.state), None, Location::Shown);
    lines.end("VEVENT");
    for o in known.iter().filter(|o| differs(o, schedule)) {
        event.head(lines);
        event.at(lines, "RECURRENCE-ID", DateTime { date: o.original, time: schedule.start.time });
        event.span(lines, o.start, o.end);
        event.words(lines, &title, status(o.state), o.note.as_ref(), Location::Shown);
        lines.end("VEVENT");
    }
}

/// Whether a date differs from its series.
fn differs(o: &Occurrence, schedule: &Schedule) -> bool {
    let as_ruled = DateTime { date: o.original, time: schedule.start.time };
    o.start != as_ruled || o.note.is_some() || status(o.state) != status(schedule.state)
}

/// Deadlines for objections and registrations, as whole days that do not block anybody's time.
fn deadlines(lines: &mut Lines, page_cx: &PageCx<'_>, index: Index) {
    let record = page_cx.record(index);
    let title = page_cx.text(&record.envelope.title).text;
    let mut written: Vec<&Deadline> = Vec::new();
    for deadline in record.facets.deadlines.iter().filter(|d| is_for_everyone(d)) {
        let before = written.iter().filter(|d| d.what == deadline.what).count();
        if written.iter().any(|d| (d.what, d.until) == (deadline.what, deadline.until)) {
            continue;
        }
        let nth = if before == 0 { String::new() } else { format!("-{}", before + 1) };
        let event = Event::new(page_cx, index, &format!(".{}{nth}", deadline.what.code()));
        let summary = foreign::bare(&page_cx.say(&format!("calendar_{}", deadline.what.code()), &[("title", Given::from(title.clone()))]))
            .into_owned();
        event.head(lines);
        lines.raw("DTSTART;VALUE=DATE", &deadline.until.basic());
        lines.raw("TRANSP", "TRANSPARENT");
        event.words(lines, &summary, "CONFIRMED", None, Location::Hidden);
        lines.end("VEVENT");
        written.push(deadline);
    }
}
