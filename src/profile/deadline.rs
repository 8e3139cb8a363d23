//! Periods of days as the Civil Code counts them.
//!
//! In: the day something happened, a number of days, the holiday table. Out: the last day of the period. Always: the
//! first day does not count (article 201); a period that ends on a day off ends on the next working day (article 203).

use crate::value::{Date, Holidays};

/// The holiday table does not reach this year: whether the last day is a day off is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoTable {
    pub year: i16,
    /// The last day without regard to holidays.
    pub plain: Date,
}

/// The last day of a period of so many days that begins with what happened on `from`.
pub fn last_day(from: Date, days: u32, holidays: &Holidays) -> Result<Date, NoTable> {
    let plain = from.plus_days(i64::from(days));
    let mut last = plain;
    loop {
        if !holidays.covers(last.year()) {
            return Err(NoTable { year: last.year(), plain });
        }
        if holidays.is_working_day(last) {
            return Ok(last);
        }
        let next = last.plus_days(1);
        // At the calendar's end there is no later day.
        if next == last {
            return Ok(last);
        }
        last = next;
    }
}

/// The last of so many working days after `from`.
pub fn plus_working_days(from: Date, days: u32, holidays: &Holidays) -> Result<Date, NoTable> {
    let mut last = from;
    let mut left = days;
    while left > 0 {
        let next = last.plus_days(1);
        if next == last {
            return Ok(last);
        }
        last = next;
        if !holidays.covers(last.year()) {
            return Err(NoTable { year: last.year(), plain: from.plus_days(i64::from(days)) });
        }
        left -= u32::from(holidays.is_working_day(last));
    }
    Ok(last)
}
