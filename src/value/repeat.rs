//! Recurrence: a friendly form of RFC 5545's RRULE, EXDATE and RDATE.
//!
//! In: `every`, `interval`, `on`, `until` or `count`, exceptions, extra dates, holidays.
//! Out: the dates in a window. Always: expansion is bounded by the window; dates that do not exist
//! (31 April, a fifth Friday) are skipped; weeks start on Monday; the rule's own first date counts.

use std::collections::BTreeSet;

use super::{Date, Holidays, ValueError, Weekday};

/// The most dates of a rule in any window: every day for eleven years.
pub const MAX_OCCURRENCES: usize = 4_000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// One token of `on`: `mon`, `2sat`, `-1fri`, `15`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum On {
    Weekday(Weekday),
    /// The n-th weekday of a month; negative counts from the end.
    Nth(i8, Weekday),
    MonthDay(i8),
}

impl On {
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let error = || ValueError::new("on-unreadable").arg("text", text.trim());
        let text = text.trim();
        if let Some(day) = Weekday::parse(text) {
            return Ok(Self::Weekday(day));
        }
        let split = text.find(|c: char| !c.is_ascii_digit() && c != '-' && c != '+').unwrap_or(text.len());
        let number: i8 = text[..split].trim_start_matches('+').parse().map_err(|_| error())?;
        if split == text.len() {
            return if (1..=31).contains(&number) { Ok(Self::MonthDay(number)) } else { Err(error()) };
        }
        let day = Weekday::parse(&text[split..]).ok_or_else(error)?;
        if (1..=5).contains(&number.unsigned_abs()) { Ok(Self::Nth(number, day)) } else { Err(error()) }
    }
}

impl std::fmt::Display for On {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Weekday(day) => f.write_str(day.code()),
            Self::Nth(n, day) => write!(f, "{n}{}", day.code()),
            Self::MonthDay(day) => write!(f, "{day}"),
        }
    }
}

/// A recurrence rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Repeat {
    pub every: Every,
    pub interval: u32,
    pub on: Vec<On>,
    pub until: Option<Date>,
    pub count: Option<u32>,
    pub except: Vec<Date>,
    pub extra: Vec<Date>,
    pub skip_holidays: bool,
    pub follow_makeup_days: bool,
}

impl Repeat {
    /// A rule without end, exceptions or additions.
    #[cfg(test)]
    pub(crate) fn simple(every: Every, on: &[&str]) -> Self {
        Self {
            every,
            interval: 1,
            on: on.iter().map(|token| On::parse(token).expect("tests write tokens of rules")).collect(),
            until: None,
            count: None,
            except: vec![],
            extra: vec![],
            skip_holidays: false,
            follow_makeup_days: false,
        }
    }

    /// Whether `date` is an occurrence of the bare rule (before exceptions and holidays) starting there.
    pub fn matches_start(&self, start: Date) -> bool {
        self.bare(start, start).next() == Some(start)
    }

    /// Dates of the bare rule from `start` to `end`, before holidays, exceptions and additions.
    pub fn ruled(&self, start: Date, end: Date) -> BTreeSet<Date> {
        let limit = self.count.map_or(MAX_OCCURRENCES, |c| (c as usize).min(MAX_OCCURRENCES));
        self.bare(start, self.until.map_or(end, |u| u.min(end))).take(limit).collect()
    }

    /// Dates from `start` to `end`, both included, in order.
    pub fn expand(&self, start: Date, end: Date, holidays: &Holidays) -> Vec<Date> {
        let last = self.until.map_or(end, |u| u.min(end));
        let mut dates = self.ruled(start, end);
        if self.skip_holidays {
            dates.retain(|&d| !holidays.is_holiday(d));
        }
        if self.follow_makeup_days && self.covers_working_week() {
            dates.extend(holidays.makeup_days(start, last));
        }
        for date in &self.except {
            dates.remove(date);
        }
        dates.extend(self.extra.iter().copied().filter(|&d| d >= start && d <= end));
        dates.into_iter().take(MAX_OCCURRENCES).collect()
    }

    /// A makeup day replaces a weekday that the decree does not name, so only a rule for every working day can follow it without
    /// guessing.
    pub fn covers_working_week(&self) -> bool {
        let names_all = Weekday::ALL[..5].iter().all(|day| self.on.contains(&On::Weekday(*day)));
        match self.every {
            Every::Day => self.interval == 1,
            Every::Week => self.interval == 1 && names_all,
            Every::Month | Every::Year => false,
        }
    }

    fn bare(&self, start: Date, end: Date) -> Box<dyn Iterator<Item = Date> + '_> {
        let interval = i64::from(self.interval.clamp(1, 1_000));
        let in_window = move |d: &Date| *d >= start && *d <= end;
        match self.every {
            Every::Day => {
                let dates = (0..).map(move |i| start.plus_days(i * interval)).take_while(move |d| *d <= end);
                Box::new(dates.filter(|d| self.on.is_empty() || self.on.contains(&On::Weekday(d.weekday()))))
            }
            Every::Week => {
                let monday = start.plus_days(1 - i64::from(start.weekday().number()));
                let weeks = (0..).map(move |i| monday.plus_days(i * interval * 7)).take_while(move |d| *d <= end);
                Box::new(weeks.flat_map(move |week| self.days_of_week(week, start)).filter(in_window))
            }
            Every::Month => {
                let months = (0..).map(move |i| start.plus_months(i * interval)).take_while(move |d| *d <= end);
                Box::new(months.flat_map(move |month| self.days_of_month(month, start)).filter(in_window))
            }
            Every::Year => {
                let years = (0..).map(move |i| start.plus_months(i * interval * 12)).take_while(move |d| *d <= end);
                Box::new(years.flat_map(move |month| self.days_of_month(month, start)).filter(in_window))
            }
        }
    }

    fn days_of_week(&self, monday: Date, start: Date) -> Vec<Date> {
        let named: Vec<Weekday> = self.on.iter().filter_map(|on| if let On::Weekday(day) = on { Some(*day) } else { None }).collect();
        let days = if named.is_empty() { vec![start.weekday()] } else { named };
        let dates: BTreeSet<Date> = days.iter().map(|day| monday.plus_days(i64::from(day.number()) - 1)).collect();
        dates.into_iter().collect()
    }

    fn days_of_month(&self, first: Date, start: Date) -> Vec<Date> {
        let on = if self.on.is_empty() { vec![On::MonthDay(start.day())] } else { self.on.clone() };
        let length = first.days_in_month();
        let mut dates = BTreeSet::new();
        for token in on {
            match token {
                On::MonthDay(day) => dates.extend(Date::new(first.year(), first.month(), day)),
                On::Weekday(day) => {
                    dates.extend((1..=length).filter_map(|d| Date::new(first.year(), first.month(), d)).filter(|d| d.weekday() == day));
                }
                On::Nth(n, day) => {
                    let all: Vec<Date> =
                        (1..=length).filter_map(|d| Date::new(first.year(), first.month(), d)).filter(|d| d.weekday() == day).collect();
                    let index =
                        if n > 0 { usize::from(n.unsigned_abs()) - 1 } else { all.len().wrapping_sub(usize::from(n.unsigned_abs())) };
                    dates.extend(all.get(index).copied());
                }
            }
        }
        dates.into_iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(rule: &Repeat, from: &str, to: &str) -> String {
        let (from, to) = (Date::parse(from).unwrap(), Date::parse(to).unwrap());
        rule.expand(from, to, Holidays::china()).iter().map(|d| d.to_string()[5..].to_owned()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn rules_expand_as_people_mean_them() {
        let d = |t: &str| Date::parse(t).unwrap();
        let week = Repeat::simple(Every::Week, &["mon", "wed"]);
        assert_eq!(dates(&week, "2026-03-02", "2026-03-12"), "03-02 03-04 03-09 03-11");
        let fortnight = Repeat { interval: 2, ..Repeat::simple(Every::Week, &[]) };
        assert_eq!(dates(&fortnight, "2026-03-05", "2026-04-05"), "03-05 03-19 04-02");
        assert_eq!(dates(&Repeat::simple(Every::Month, &["2sat", "-1fri"]), "2026-03-01", "2026-04-30"), "03-14 03-27 04-11 04-24");
        assert_eq!(dates(&Repeat::simple(Every::Month, &["31"]), "2026-01-31", "2026-06-01"), "01-31 03-31 05-31");
        assert_eq!(dates(&Repeat::simple(Every::Year, &[]), "2024-02-29", "2029-01-01"), "02-29 02-29");
        let counted =
            Repeat { count: Some(3), except: vec![d("2026-03-03")], extra: vec![d("2026-03-08")], ..Repeat::simple(Every::Day, &[]) };
        assert_eq!(dates(&counted, "2026-03-02", "2026-12-31"), "03-02 03-04 03-08");
    }

    #[test]
    fn holidays_are_skipped_and_makeup_days_followed_only_when_asked() {
        let school = Repeat { skip_holidays: true, ..Repeat::simple(Every::Week, &["mon", "tue", "wed", "thu", "fri"]) };
        assert_eq!(dates(&school, "2026-04-30", "2026-05-11"), "04-30 05-06 05-07 05-08 05-11");
        let office = Repeat { follow_makeup_days: true, ..school };
        assert_eq!(dates(&office, "2026-04-30", "2026-05-11"), "04-30 05-06 05-07 05-08 05-09 05-11");
    }

    #[test]
    fn no_rule_runs_for_ever() {
        for every in [Every::Day, Every::Week, Every::Month, Every::Year] {
            let huge = Repeat { interval: u32::MAX, ..Repeat::simple(every, &[]) };
            assert_eq!(dates(&huge, "2026-03-02", "2200-12-31").split(' ').next(), Some("03-02"), "{every:?}");
            let dense = Repeat::simple(every, &[]);
            assert!(dates(&dense, "1900-01-01", "2200-12-31").split(' ').count() <= MAX_OCCURRENCES);
        }
    }

    #[test]
    fn tokens_are_checked() {
        for bad in ["", "6sat", "0fri", "32", "funday", "-7"] {
            assert_eq!(On::parse(bad).unwrap_err().message, "on-unreadable", "{bad}");
        }
        assert_eq!(On::parse("周三"), Ok(On::Weekday(Weekday::parse("wed").unwrap())));
    }
}
