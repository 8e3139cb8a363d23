//! The calendar of deadlines: periods of days, counted by the Civil Code.
//!
//! In: the day something happened, a number of days, the table of public holidays. Out: the last day of the period. Always: the
//! first day does not count (article 201); a period that ends on a day off ends on the next working day (article 203). In a year
//! without a table only weekends are days off, for calendar days and for working days.

use std::collections::BTreeSet;

use crate::value::{Date, Holidays};

/// Counts every deadline, within records and between them.
#[derive(Debug, Clone)]
pub struct DeadlineCalendar<'a> {
    holidays: &'a Holidays,
    /// Years after the table's last year in which a deadline ends; the report says that their holidays are not announced yet.
    pub beyond: BTreeSet<i16>,
}

impl<'a> DeadlineCalendar<'a> {
    pub fn new(holidays: &'a Holidays) -> Self {
        Self { holidays, beyond: BTreeSet::new() }
    }

    /// The last day of a period of `days` days after an event on `from`.
    pub fn last_day(&mut self, from: Date, days: u32) -> Date {
        let mut last = from.plus_days(i64::from(days));
        while !self.holidays.is_working_day(last) {
            let Some(next) = day_after(last) else { break };
            last = next;
        }
        self.ends(last)
    }

    /// The last of `days` working days after `from`.
    pub fn last_working_day(&mut self, from: Date, days: u32) -> Date {
        let mut last = from;
        let mut left = days;
        while left > 0 {
            let Some(next) = day_after(last) else { break };
            last = next;
            left -= u32::from(self.holidays.is_working_day(last));
        }
        self.ends(last)
    }

    fn ends(&mut self, last: Date) -> Date {
        let year = last.year();
        if self.holidays.last_year().is_none_or(|known| year > known) {
            self.beyond.insert(year);
        }
        last
    }
}

/// `None` at the calendar's end.
fn day_after(day: Date) -> Option<Date> {
    Some(day.plus_days(1)).filter(|next| *next != day)
}
