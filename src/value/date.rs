//! Dates, times and periods of the site's civil calendar. The only file that knows the date library.
//!
//! In: text such as `2026-03-12`, `2026-03-12 19:30`, `14:00-16:00`, also `2026年3月12日`.
//! Out: [`Date`], [`DateTime`], [`Time`], periods. Always: a date exists in the calendar; times are
//! local to the site; nothing here asks for the clock.

use std::fmt;
use std::str::FromStr;

use jiff::civil;
use jiff::tz::TimeZone;

use super::{ValueError, half_width};

/// A calendar day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

/// Minutes after midnight; `24:00` is allowed as an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time(u16);

/// A local date and time, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime {
    pub date: Date,
    pub time: Time,
}

/// A day, or a minute of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    Day(Date),
    Minute(DateTime),
}

/// `{ from, to }`, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DatePeriod {
    pub from: Date,
    pub to: Date,
}

/// `{ from, to }` in whole days; the end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenPeriod {
    pub from: Date,
    pub to: Option<Date>,
}

/// `{ from, to }` in days or minutes; the end may be open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MomentPeriod {
    pub from: Moment,
    pub to: Option<Moment>,
}

/// `14:00-16:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct TimeRange {
    pub from: Time,
    pub to: Time,
}

/// `22:00-05:00`: hours of each day; an end that is not after the start lies on the next day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DailyHours {
    pub from: Time,
    pub to: Time,
}

/// Monday is 1, as in ISO 8601.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weekday(u8);

impl Date {
    /// The first day that the calendar of records knows.
    pub const FIRST: Self = Self(civil::date(1900, 1, 1));

    /// The last day that the calendar of records knows.
    pub const LAST: Self = Self(civil::date(2200, 12, 31));

    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        civil::Date::new(year, month, day).ok().filter(|d| (1900..=2200).contains(&d.year())).map(Self)
    }

    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let tidy = half_width(text).replace(['年', '月', '/', '.'], "-").replace('日', "");
        let unreadable = || ValueError::new("date-unreadable").arg("text", text.trim());
        let parts: Vec<&str> = tidy.trim().split('-').map(str::trim).collect();
        let [y, m, d] = parts[..] else { return Err(unreadable()) };
        let digits = |s: &str, lengths: std::ops::RangeInclusive<usize>| {
            (lengths.contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse::<i16>().ok()).flatten()
        };
        let (Some(y), Some(m), Some(d)) = (digits(y, 4..=4), digits(m, 1..=2), digits(d, 1..=2)) else { return Err(unreadable()) };
        if !(1..=12).contains(&m) {
            return Err(ValueError::new("date-month").arg("text", text.trim()).arg("month", i64::from(m)));
        }
        if !(1900..=2200).contains(&y) {
            return Err(ValueError::new("date-year").arg("text", text.trim()));
        }
        Self::new(y, m as i8, d.min(99) as i8).ok_or_else(|| {
            let days = civil::Date::new(y, m as i8, 1).map_or(31, |d| d.days_in_month());
            ValueError::new("date-day")
                .arg("text", text.trim())
                .arg("year", y.to_string())
                .arg("month", i64::from(m))
                .arg("days", i64::from(days))
        })
    }

    pub fn year(self) -> i16 {
        self.0.year()
    }

    pub fn month(self) -> i8 {
        self.0.month()
    }

    pub fn day(self) -> i8 {
        self.0.day()
    }

    pub fn weekday(self) -> Weekday {
        Weekday(self.0.weekday().to_monday_one_offset() as u8)
    }

    pub fn days_in_month(self) -> i8 {
        self.0.days_in_month()
    }

    /// The day `days` later (earlier if negative), at most the last or first day of the calendar.
    pub fn plus_days(self, days: i64) -> Self {
        let days = i32::try_from(days).unwrap_or(if days < 0 { i32::MIN } else { i32::MAX });
        Self(self.0.saturating_add(jiff::Span::new().try_days(days).unwrap_or_default()))
    }

    /// Days from this date to another; negative if the other is earlier.
    pub fn days_to(self, other: Self) -> i64 {
        self.0.until(other.0).map_or(0, |span| i64::from(span.get_days()))
    }

    /// `20260312`, as calendars write it.
    pub fn basic(self) -> String {
        format!("{:04}{:02}{:02}", self.year(), self.month(), self.day())
    }

    /// The Monday of the date's week.
    pub fn monday(self) -> Self {
        self.plus_days(1 - i64::from(self.weekday().number()))
    }

    pub fn first_of_month(self) -> Self {
        Self(self.0.first_of_month())
    }

    /// The first day of the month that is `months` later.
    pub fn plus_months(self, months: i64) -> Self {
        let index = i64::from(self.year()) * 12 + i64::from(self.month()) - 1 + months;
        let (year, month) = (index.div_euclid(12), index.rem_euclid(12) + 1);
        // A month past the end of the calendar gives the end, so that a loop over months always advances.
        let end = if months < 0 { civil::Date::MIN } else { civil::Date::MAX };
        i16::try_from(year).ok().and_then(|y| civil::Date::new(y, month as i8, 1).ok()).map_or(Self(end), Self)
    }

    /// The corresponding day `months` later (earlier if negative), or the last day of a month that has no such day (Civil Code,
    /// article 202).
    pub fn months_later(self, months: i64) -> Self {
        let first = self.plus_months(months);
        Self::new(first.year(), first.month(), self.day().min(first.days_in_month())).unwrap_or(first)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Date {
    type Err = ValueError;
    fn from_str(text: &str) -> Result<Self, ValueError> {
        Self::parse(text)
    }
}

impl Time {
    pub fn new(hour: u16, minute: u16) -> Option<Self> {
        ((hour < 24 && minute < 60) || (hour == 24 && minute == 0)).then_some(Self(hour * 60 + minute))
    }

    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let tidy = half_width(text).replace(['点', '时'], ":").replace('分', "");
        let error = || ValueError::new("time-unreadable").arg("text", text.trim());
        let (h, m) = tidy.split_once(':').ok_or_else(error)?;
        let number = |s: &str, empty: Option<u16>| {
            if s.is_empty() {
                return empty;
            }
            (s.len() <= 2 && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse().ok()).flatten()
        };
        let minutes_may_lack = text.contains('点') || text.contains('时');
        let (h, m) = (number(h.trim(), None), number(m.trim(), minutes_may_lack.then_some(0)));
        h.zip(m).and_then(|(h, m)| Self::new(h, m)).ok_or_else(error)
    }

    pub fn hour(self) -> u16 {
        self.0 / 60
    }

    pub fn minute(self) -> u16 {
        self.0 % 60
    }

    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour(), self.minute())
    }
}

impl DateTime {
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let tidy = half_width(text);
        let error = || ValueError::new("datetime-unreadable").arg("text", text.trim());
        let Some(cut) = tidy.rfind([' ', 'T', '日']) else {
            let no_time = ValueError::new("datetime-no-time").arg("text", text.trim());
            return Err(if Date::parse(&tidy).is_ok() { no_time } else { error() });
        };
        let rest = tidy[cut..].trim_start_matches([' ', 'T', '日']);
        let date = tidy[..cut].trim();
        if rest.is_empty() {
            // For a day alone the finding is that the time is missing, not that the date is wrong.
            return Err(Date::parse(&tidy).err().unwrap_or_else(|| ValueError::new("datetime-no-time").arg("text", text.trim())));
        }
        Ok(Self { date: Date::parse(date)?, time: Time::parse(rest)? })
    }

    /// `2026-03-12T19:30`, for `datetime` attributes.
    pub fn iso(self) -> String {
        format!("{}T{}", self.date, self.time)
    }

    /// `2026-03-12T19:30:00+08:00` in the zone, for feeds.
    pub fn rfc3339(self, zone: &Zone) -> String {
        let (date, hour) = if self.time.hour() == 24 { (self.date.plus_days(1), 0) } else { (self.date, self.time.hour()) };
        let civil = date.0.at(hour as i8, self.time.minute() as i8, 0, 0);
        let offset = zone.0.to_ambiguous_timestamp(civil).compatible().map_or(0, |t| zone.0.to_offset(t).seconds());
        let (sign, seconds) = if offset < 0 { ('-', -offset) } else { ('+', offset) };
        format!("{date}T{:02}:{:02}:00{sign}{:02}:{:02}", hour, self.time.minute(), seconds / 3600, seconds / 60 % 60)
    }
}

impl DateTime {
    /// `20260312T193000`, local, as calendars write it.
    pub fn basic(self) -> String {
        let (date, hour) = if self.time.hour() == 24 { (self.date.plus_days(1), 0) } else { (self.date, self.time.hour()) };
        format!("{}T{hour:02}{:02}00", date.basic(), self.time.minute())
    }

    /// `20260312T113000Z`: the same moment in universal time.
    pub fn basic_utc(self, zone: &Zone) -> String {
        let (date, hour) = if self.time.hour() == 24 { (self.date.plus_days(1), 0) } else { (self.date, self.time.hour()) };
        let civil = date.0.at(hour as i8, self.time.minute() as i8, 0, 0);
        let at = zone.0.to_ambiguous_timestamp(civil).compatible().unwrap_or(jiff::Timestamp::UNIX_EPOCH);
        let utc = TimeZone::UTC.to_datetime(at);
        format!("{}T{:02}{:02}{:02}Z", Date(utc.date()).basic(), utc.hour(), utc.minute(), utc.second())
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.date, self.time)
    }
}

/// A change of a zone's offset from universal time, or the offset at the beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clocks {
    /// When the change happens, in the local time before it.
    pub local: DateTime,
    /// Seconds ahead of universal time, before and after.
    pub before: i32,
    pub after: i32,
    /// `CST`, `CEST`.
    pub name: String,
    pub summer: bool,
}

/// A time zone of the bundled IANA table.
#[derive(Debug, Clone)]
pub struct Zone(TimeZone);

impl Zone {
    pub fn named(name: &str) -> Option<Self> {
        TimeZone::get(name).ok().map(Self)
    }

    /// The IANA name (`Asia/Shanghai`).
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    /// The offset at the beginning of 1970 and every change up to `last_year`, in order.
    pub fn clocks(&self, last_year: i16) -> Vec<Clocks> {
        let local = |at: jiff::Timestamp, offset: jiff::tz::Offset| {
            let civil = offset.to_datetime(at);
            let time = Time::new(civil.hour() as u16, civil.minute() as u16)?;
            Some(DateTime { date: Date(civil.date()), time })
        };
        let start = jiff::Timestamp::UNIX_EPOCH;
        let first = self.0.to_offset_info(start);
        let mut before = first.offset();
        let mut clocks = vec![Clocks {
            local: DateTime { date: Date(civil::date(1970, 1, 1)), time: Time(0) },
            before: before.seconds(),
            after: before.seconds(),
            name: first.abbreviation().to_owned(),
            summer: first.dst().is_dst(),
        }];
        for change in self.0.following(start) {
            let Some(at) = local(change.timestamp(), before).filter(|at| at.date.year() <= last_year) else { break };
            let after = change.offset();
            let name = change.abbreviation().to_owned();
            clocks.push(Clocks { local: at, before: before.seconds(), after: after.seconds(), name, summer: change.dst().is_dst() });
            before = after;
        }
        clocks
    }

    /// The local date and time of a moment given in seconds since 1970.
    pub fn local(&self, unix_seconds: i64) -> Option<DateTime> {
        let civil = self.0.to_datetime(jiff::Timestamp::from_second(unix_seconds).ok()?);
        Some(DateTime { date: Date(civil.date()), time: Time::new(civil.hour() as u16, civil.minute() as u16)? })
    }
}

impl Moment {
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        Date::parse(text).map(Self::Day).or_else(|day| match DateTime::parse(text) {
            Ok(minute) => Ok(Self::Minute(minute)),
            Err(minute) => Err(if text.contains(':') || text.contains('：') { minute } else { day }),
        })
    }

    pub fn date(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Minute(at) => at.date,
        }
    }

    /// The first minute meant.
    pub fn start(self) -> DateTime {
        match self {
            Self::Day(date) => DateTime { date, time: Time(0) },
            Self::Minute(at) => at,
        }
    }

    /// The last minute meant: midnight at the end of a whole day.
    pub fn end(self) -> DateTime {
        match self {
            Self::Day(date) => DateTime { date, time: Time(24 * 60) },
            Self::Minute(at) => at,
        }
    }

    pub fn iso(self) -> String {
        match self {
            Self::Day(date) => date.to_string(),
            Self::Minute(at) => at.iso(),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => date.fmt(f),
            Self::Minute(at) => at.fmt(f),
        }
    }
}

impl DatePeriod {
    pub fn contains(self, date: Date) -> bool {
        self.from <= date && date <= self.to
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

impl OpenPeriod {
    /// Its last day lies before this one; without a last day it is never over.
    pub fn is_over(self, today: Date) -> bool {
        self.to.is_some_and(|to| to < today)
    }

    /// The span of days, where it has a last one.
    pub fn closed(self) -> Option<DatePeriod> {
        self.to.map(|to| DatePeriod { from: self.from, to })
    }

    /// Whether it lasts longer than another; what has no last day outlasts all that have one.
    pub fn outlasts(self, other: Self) -> bool {
        match (self.to, other.to) {
            (Some(to), Some(other)) => to > other,
            (None, Some(_)) => true,
            (_, None) => false,
        }
    }
}

impl From<DatePeriod> for OpenPeriod {
    fn from(period: DatePeriod) -> Self {
        Self { from: period.from, to: Some(period.to) }
    }
}

/// The two times of `14:00-16:00`.
fn two_times(text: &str) -> Result<(Time, Time), ValueError> {
    let tidy = half_width(text).replace("次日", "").replace(['–', '—', '~', '至', '到'], "-");
    let (from, to) = tidy.split_once('-').ok_or_else(|| ValueError::new("time-range-unreadable").arg("text", text.trim()))?;
    Ok((Time::parse(from)?, Time::parse(to)?))
}

impl TimeRange {
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let (from, to) = two_times(text)?;
        let range = Self { from, to };
        if from < to && !text.contains("次日") { Ok(range) } else { Err(ValueError::new("time-range-order").arg("text", text.trim())) }
    }
}

impl DailyHours {
    /// `00:00-05:00`, also over midnight: `22:00-05:00`, `22:00-次日5:00`.
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let (from, to) = two_times(text.trim().trim_start_matches("每天").trim_start_matches("每日"))?;
        let tells_next_day = text.contains("次日");
        if from == to || from.hour() == 24 || (tells_next_day && from < to) {
            return Err(ValueError::new("daily-hours-order").arg("text", text.trim()));
        }
        Ok(Self { from, to })
    }

    /// It ends on the day after it began.
    pub fn is_overnight(self) -> bool {
        self.to < self.from
    }
}

impl fmt::Display for DailyHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

impl fmt::Display for TimeRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.from, self.to)
    }
}

impl Weekday {
    pub const ALL: [Self; 7] = [Self(1), Self(2), Self(3), Self(4), Self(5), Self(6), Self(7)];
    const CODES: [&'static str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    const HAN: [&'static str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let han = text.strip_prefix("星期").or_else(|| text.strip_prefix('周')).or_else(|| text.strip_prefix("礼拜"));
        let position = match han {
            Some("天") => Some(6),
            Some(rest) => Self::HAN.iter().position(|h| *h == rest),
            None => Self::CODES.iter().position(|c| text.eq_ignore_ascii_case(c)),
        };
        position.map(|i| Self(i as u8 + 1))
    }

    /// 1 for Monday to 7 for Sunday.
    pub fn number(self) -> u8 {
        self.0
    }

    pub fn code(self) -> &'static str {
        Self::CODES[usize::from(self.0 - 1)]
    }

    pub fn is_weekend(self) -> bool {
        self.0 >= 6
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_type_them() {
        for text in ["2026-03-12", "2026-3-12", "2026/3/12", "2026.03.12", "2026年3月12日", "２０２６－０３－１２"] {
            assert_eq!(Date::parse(text).map(|d| d.to_string()), Ok("2026-03-12".into()), "{text}");
        }
        for (text, message) in [
            ("2026-06-31", "date-day"),
            ("2026-13-01", "date-month"),
            ("2025-02-29", "date-day"),
            ("12.3.2026", "date-unreadable"),
            ("3月12日", "date-unreadable"),
            ("0026-01-01", "date-year"),
            ("tomorrow", "date-unreadable"),
        ] {
            assert_eq!(Date::parse(text).unwrap_err().message, message, "{text}");
        }
    }

    #[test]
    fn times_and_ranges() {
        assert_eq!(DateTime::parse("2026-03-12 19:30").unwrap().iso(), "2026-03-12T19:30");
        assert_eq!(DateTime::parse("2026年3月12日19：30").unwrap().iso(), "2026-03-12T19:30");
        assert_eq!(DateTime::parse("2026年3月12日 19点").unwrap().iso(), "2026-03-12T19:00");
        assert_eq!(DateTime::parse("2026-03-12").unwrap_err().message, "datetime-no-time");
        assert_eq!(DateTime::parse("soon").unwrap_err().message, "datetime-unreadable");
        assert_eq!(DateTime::parse("2026年3月12日").unwrap_err().message, "datetime-no-time");
        assert_eq!(TimeRange::parse("14:00-16:00").unwrap().to_string(), "14:00-16:00");
        assert_eq!(TimeRange::parse("16:00-14:00").unwrap_err().message, "time-range-order");
        for (text, hours) in [("00:00-05:00", "00:00-05:00"), ("每天22点至次日5点", "22:00-05:00"), ("22:00-24:00", "22:00-24:00")] {
            assert_eq!(DailyHours::parse(text).map(|h| h.to_string()), Ok(hours.to_owned()));
        }
        assert_eq!(DailyHours::parse("05:00-05:00").unwrap_err().message, "daily-hours-order");
        assert_eq!(TimeRange::parse("22:00-次日5:00").unwrap_err().message, "time-range-order");
        assert_eq!(Time::parse("25:00").unwrap_err().message, "time-unreadable");
        assert_eq!(Weekday::parse("周日"), Weekday::parse("sun"));
    }

    #[test]
    fn feeds_get_the_offset_of_the_zone() {
        let zone = Zone::named("Asia/Shanghai").unwrap();
        assert_eq!(DateTime::parse("2026-03-12 19:30").unwrap().rfc3339(&zone), "2026-03-12T19:30:00+08:00");
        assert_eq!(zone.local(0).unwrap().iso(), "1970-01-01T08:00");
        let at = |text: &str| DateTime::parse(text).unwrap();
        assert_eq!(at("2026-03-12 07:30").basic_utc(&zone), "20260311T233000Z");
        assert_eq!(at("2026-12-31 24:00").basic(), "20270101T000000");
        assert_eq!(at("2026-12-31 24:00").basic_utc(&zone), "20261231T160000Z");
    }

    #[test]
    fn a_zone_tells_when_its_clocks_change() {
        let changes = |name: &str, last: i16| {
            let clocks = Zone::named(name).unwrap().clocks(last);
            clocks
                .iter()
                .map(|c| format!("{} {} {}{}", c.local, c.name, c.after / 3600, if c.summer { "*" } else { "" }))
                .collect::<Vec<_>>()
        };
        // China had summer time from 1986 to 1991.
        let china = changes("Asia/Shanghai", 2040);
        assert_eq!((china.len(), &*china[0], &*china[1]), (13, "1970-01-01 00:00 CST 8", "1986-05-04 02:00 CDT 9*"));
        let berlin = changes("Europe/Berlin", 2040);
        assert_eq!(berlin.last().map(String::as_str), Some("2040-10-28 03:00 CET 1"));
        assert_eq!(changes("UTC", 2040), ["1970-01-01 00:00 UTC 0"]);
    }
}
