//! Rules between records, by topic.
//!
//! In: the library with its references, chains and order; the profile. Out: findings at a field of a record, or at a place in a
//! text. Always: rules read facets only, and only of records that are shown; each rule is linear or a sort.

mod common;
mod meetings;
mod money;
pub(super) mod names;
mod notices;
mod rooms;
mod works;

use super::{Index, Library, Rules};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::profile::DeadlineCalendar;
use crate::record::envelope::Status;
use crate::record::finding::Finding;
use crate::value::Date;

/// All rules between records, in the order of their findings. Rules that are checked while the library is built (COM-01, COM-02,
/// ORG-01, REV-02, REV-03) are where it is built.
const RULES: &[fn(&mut RelateCx<'_>)] = &[
    common::ahead,
    common::com_17,
    common::com_21,
    names::com_20,
    money::rev_06,
    money::rev_15,
    money::rev_14,
    money::rev_11,
    money::rev_12,
    money::rev_13,
    money::rev_16,
    works::prj_13,
    works::decision_claims,
    meetings::mtg_07,
    meetings::mtg_09,
    notices::not_05,
    rooms::check,
];

/// The inputs of a rule between records, and the list for its findings.
pub(super) struct RelateCx<'a> {
    pub library: &'a Library,
    pub rules: &'a Rules<'a>,
    /// The build date. Rules about deadlines do not use it: their findings carry the day from which they hold.
    pub today: Date,
    pub calendar: DeadlineCalendar<'a>,
    pub found: Vec<(Index, Finding)>,
    /// Findings in texts.
    pub placed: Vec<Diagnostic>,
}

/// Applies all rules to a finished library.
pub(super) fn check<'a>(library: &'a Library, rules: &'a Rules<'a>, today: Date) -> RelateCx<'a> {
    let calendar = DeadlineCalendar::new(rules.holidays);
    let mut cx = RelateCx { library, rules, today, calendar, found: Vec::new(), placed: Vec::new() };
    RULES.iter().for_each(|rule| rule(&mut cx));
    cx
}

impl<'a> RelateCx<'a> {
    /// A warning at a field of a record, by its locator.
    fn warning(&mut self, index: Index, code: Code, message: &'static str, at: impl Into<String>) -> &mut Finding {
        self.add(index, Finding::new(Severity::Warning, code, message, at))
    }

    /// A note: shown in the report only.
    fn info(&mut self, index: Index, code: Code, message: &'static str, at: impl Into<String>) -> &mut Finding {
        self.add(index, Finding::new(Severity::Info, code, message, at))
    }

    fn add(&mut self, index: Index, finding: Finding) -> &mut Finding {
        self.found.push((index, finding));
        &mut self.found.last_mut().expect("just pushed").1
    }

    /// The last day of a period that has not begun yet. The holidays of its year will be announced before it begins, so no year is
    /// noted as missing.
    fn last_day_to_come(&self, from: Date, days: u32) -> Date {
        DeadlineCalendar::new(self.rules.holidays).last_day(from, days)
    }

    /// Records that are shown and not withdrawn, newest first.
    fn current(&self) -> impl Iterator<Item = Index> + 'a {
        let library = self.library;
        library.newest.iter().copied().filter(|i| library.records[*i].envelope.status() != Status::Withdrawn)
    }

    /// Records that are shown and neither drafts nor withdrawn, in order of id.
    fn published(&self) -> impl Iterator<Item = Index> + 'a {
        let library = self.library;
        (0..library.records.len()).filter(|i| library.is_shown(*i) && library.records[*i].envelope.status() == Status::Published)
    }
}
