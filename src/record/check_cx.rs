//! The context of rules that hold inside one record.
//!
//! In: the record's id and envelope, the profile, the holiday table. Out: [`Finding`]s that name a field. Always: the
//! day of the build is not in it; a rule says from which day it holds.

use std::collections::BTreeSet;

use super::envelope::Envelope;
use super::finding::Finding;
use crate::diagnostic::{Code, Severity};
use crate::profile::{self, Profile};
use crate::value::{Date, Holidays, RecordId};

/// Handed to [`super::Fields::check`].
#[derive(Debug)]
pub struct CheckCx<'a> {
    pub id: &'a RecordId,
    pub envelope: &'a Envelope,
    /// What the rules ask for.
    pub profile: &'a Profile,
    pub holidays: &'a Holidays,
    pub findings: Vec<Finding>,
    /// Years that a deadline fell into and the holiday table does not reach.
    pub beyond: BTreeSet<i16>,
}

impl CheckCx<'_> {
    /// An error at a field, by its locator (`closing`, `agenda[0].vote.for`).
    pub fn error(&mut self, code: Code, message: &'static str, at: impl Into<String>) -> &mut Finding {
        self.push(Finding::new(Severity::Error, code, message, at))
    }

    pub fn warning(&mut self, code: Code, message: &'static str, at: impl Into<String>) -> &mut Finding {
        self.push(Finding::new(Severity::Warning, code, message, at))
    }

    /// Told in the report only.
    pub fn info(&mut self, code: Code, message: &'static str, at: impl Into<String>) -> &mut Finding {
        self.push(Finding::new(Severity::Info, code, message, at))
    }

    /// The last day of a period that begins with what happened on `from`, as the Civil Code counts; without regard to
    /// holidays where the table does not reach (the hall says so once).
    pub fn last_day(&mut self, from: Date, days: u32) -> Date {
        let last = profile::last_day(from, days, self.holidays);
        self.or_plain(last)
    }

    /// The same in working days.
    pub fn last_working_day(&mut self, from: Date, days: u32) -> Date {
        let last = profile::plus_working_days(from, days, self.holidays);
        self.or_plain(last)
    }

    fn or_plain(&mut self, last: Result<Date, profile::NoTable>) -> Date {
        last.unwrap_or_else(|beyond| {
            if self.holidays.last_year().is_none_or(|last| beyond.year > last) {
                self.beyond.insert(beyond.year);
                return beyond.plain;
            }
            // Long ago: nothing is announced any more, but weekends were days off.
            let day = i64::from(beyond.plain.weekday().number());
            beyond.plain.plus_days(if day > 5 { 8 - day } else { 0 })
        })
    }

    fn push(&mut self, finding: Finding) -> &mut Finding {
        self.findings.push(finding);
        self.findings.last_mut().expect("just pushed")
    }
}
