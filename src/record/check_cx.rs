//! The context of rules that hold inside one record.
//!
//! In: the record's id and envelope, the profile, the holiday table. Out: [`Finding`]s that name a field. Always: the
//! day of the build is not in it; a rule says from which day it holds.

use super::envelope::Envelope;
use super::finding::Finding;
use crate::diagnostic::{Code, Severity};
use crate::profile::{DeadlineCalendar, Profile};
use crate::value::{Date, Holidays, RecordId};

/// Handed to [`super::Fields::check`].
#[derive(Debug)]
pub struct CheckCx<'a> {
    pub id: &'a RecordId,
    pub envelope: &'a Envelope,
    /// What the rules ask for.
    pub profile: &'a Profile,
    pub holidays: &'a Holidays,
    pub calendar: DeadlineCalendar<'a>,
    pub findings: Vec<Finding>,
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

    /// The last day of a period that begins with what happened on `from`.
    pub fn last_day(&mut self, from: Date, days: u32) -> Date {
        self.calendar.last_day(from, days)
    }

    fn push(&mut self, finding: Finding) -> &mut Finding {
        self.findings.push(finding);
        self.findings.last_mut().expect("just pushed")
    }
}
