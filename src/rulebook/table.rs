//! The table of rules: one row a rule says all that the program knows of it apart from its words.
//!
//! In: nothing. Out: [`ROWS`] and what a row says. Always: each list of codes (documents, settings, `--only`, exit codes, what an
//! explanation softens, what rests on a statute) is asked of the rows, so that a rule that has a row is missing nowhere.

use crate::diagnostic::{Code, Severity};

/// What one rule is.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    pub code: Code,
    /// `tests/rules/CODE.md`; `None` where no version checks the rule yet.
    pub document: Option<&'static str>,
    /// How much its findings weigh unless a profile or a site says otherwise, the usual weight first.
    pub severities: &'static [Severity],
    pub weight: Weight,
    pub subject: Subject,
    /// Its errors could hide true bad news: a record that explains them is published with a warning.
    pub answerable: bool,
    /// The line that it stands in is quoted nowhere.
    pub hidden: bool,
    /// It rests on a statute, which its document names.
    pub cited: bool,
}

/// Who may change how much a rule weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// A profile, a site, a language of it, the command line.
    Free,
    /// Nobody: a wrong sum or an identity number must not go public because a line in the settings says so.
    AlwaysError,
    /// Nobody, and no setting names it: what cannot be read has no content to weigh.
    OfReading,
}

/// What a rule is about, which decides how a run ends and what `--keep-going` goes past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Content,
    /// Settings or theme are broken.
    Settings,
    /// An identity or card number would go public.
    PersonalData,
}

impl Rule {
    /// A rule with its document; `ROWS` reads the document by the code.
    pub const fn new(code: Code, document: &'static str, severities: &'static [Severity]) -> Self {
        Self { document: Some(document), severities, ..Self::planned(code) }
    }

    /// A rule of the rule book that a later version will check: settings may name it already.
    pub const fn planned(code: Code) -> Self {
        Self {
            code,
            document: None,
            severities: &[],
            weight: Weight::Free,
            subject: Subject::Content,
            answerable: false,
            hidden: false,
            cited: false,
        }
    }

    pub const fn always_error(self) -> Self {
        Self { weight: Weight::AlwaysError, ..self }
    }

    pub const fn of_reading(self) -> Self {
        Self { weight: Weight::OfReading, ..self }
    }

    pub const fn settings(self) -> Self {
        Self { subject: Subject::Settings, ..self }
    }

    pub const fn personal_data(self) -> Self {
        Self { subject: Subject::PersonalData, hidden: true, ..self }
    }

    pub const fn hidden(self) -> Self {
        Self { hidden: true, ..self }
    }

    pub const fn answerable(self) -> Self {
        Self { answerable: true, ..self }
    }

    pub const fn cited(self) -> Self {
        Self { cited: true, ..self }
    }

    /// Whether `[severity]` may name it.
    pub fn is_setting(&self) -> bool {
        self.weight != Weight::OfReading
    }

    /// Not even `--keep-going` goes past its errors.
    pub fn is_fatal(&self) -> bool {
        self.subject != Subject::Content
    }
}

macro_rules! rule {
    ($code:literal, $($severity:ident)+) => {
        Rule::new($code, include_str!(concat!("../../tests/rules/", $code, ".md")), &[$(Severity::$severity),+])
    };
}

/// All rules, in the order of the rule book.
pub const ROWS: &[Rule] = &[
    rule!("COM-01", Error),
    rule!("COM-02", Error Warning),
    rule!("COM-03", Error Warning Info),
    rule!("COM-04", Error Warning),
    rule!("COM-05", Warning),
    rule!("COM-06", Warning),
    rule!("COM-07", Warning),
    rule!("COM-08", Error).always_error(),
    rule!("COM-09", Error Warning),
    rule!("COM-10", Error).always_error().personal_data().cited(),
    rule!("COM-11", Warning),
    rule!("COM-12", Error Warning).always_error().personal_data().cited(),
    rule!("COM-13", Warning).cited(),
    rule!("COM-14", Warning).cited(),
    rule!("COM-15", Warning).hidden().cited(),
    rule!("COM-16", Warning).cited(),
    rule!("COM-17", Info Warning),
    rule!("COM-18", Warning).cited(),
    rule!("COM-19", Warning),
    rule!("COM-20", Warning),
    rule!("COM-21", Info).cited(),
    rule!("MTG-01", Error).always_error(),
    rule!("MTG-02", Error).always_error(),
    rule!("MTG-03", Warning).cited(),
    rule!("MTG-04", Error Warning).answerable().cited(),
    rule!("MTG-05", Warning).cited(),
    rule!("MTG-06", Warning).cited(),
    rule!("MTG-07", Warning).cited(),
    rule!("MTG-08", Warning),
    rule!("MTG-09", Warning).cited(),
    rule!("MTG-10", Warning).cited(),
    rule!("MTG-11", Warning Error),
    rule!("MTG-12", Warning),
    rule!("REV-01", Error).always_error().cited(),
    rule!("REV-02", Error).always_error(),
    rule!("REV-03", Error Warning).always_error(),
    rule!("REV-04", Error).always_error(),
    rule!("REV-05", Warning),
    rule!("REV-06", Warning Info).cited(),
    rule!("REV-07", Warning).cited(),
    rule!("REV-08", Warning).cited(),
    rule!("REV-09", Warning),
    rule!("REV-10", Warning).cited(),
    rule!("REV-11", Warning Info),
    rule!("REV-12", Warning),
    rule!("REV-13", Warning).cited(),
    rule!("REV-14", Warning).cited(),
    rule!("REV-15", Warning),
    rule!("REV-16", Info),
    rule!("REV-17", Error).cited(),
    rule!("PRJ-01", Error Warning).answerable().cited(),
    rule!("PRJ-02", Error),
    rule!("PRJ-03", Error Warning).answerable().cited(),
    rule!("PRJ-04", Warning).cited(),
    rule!("PRJ-05", Warning),
    rule!("PRJ-06", Error),
    rule!("PRJ-07", Warning),
    rule!("PRJ-08", Warning),
    rule!("PRJ-09", Warning Error),
    rule!("PRJ-10", Warning),
    rule!("PRJ-11", Warning),
    rule!("PRJ-12", Error).answerable().cited(),
    rule!("PRJ-13", Warning),
    rule!("PRJ-14", Warning),
    rule!("PRJ-15", Warning).cited(),
    rule!("ACT-01", Error),
    rule!("ACT-02", Error),
    rule!("ACT-03", Warning),
    rule!("ACT-04", Warning),
    rule!("ACT-05", Warning Info).cited(),
    rule!("ACT-06", Error).answerable(),
    rule!("ACT-07", Warning),
    rule!("ACT-08", Warning),
    rule!("ACT-09", Warning Error).cited(),
    Rule::planned("ACT-10"),
    rule!("ACT-11", Warning),
    rule!("NOT-01", Warning),
    rule!("NOT-02", Warning).cited(),
    rule!("NOT-03", Warning).cited(),
    Rule::planned("NOT-04"),
    rule!("NOT-05", Warning).cited(),
    rule!("ORG-01", Error),
    rule!("ORG-02", Warning).cited(),
    rule!("E101", Error).of_reading(),
    rule!("E102", Error).of_reading(),
    rule!("E103", Error).of_reading(),
    rule!("E104", Error).of_reading(),
    rule!("E105", Error).of_reading(),
    rule!("E106", Error).of_reading(),
    rule!("E107", Warning).of_reading(),
    rule!("E108", Error Warning Info).of_reading().settings(),
    rule!("E109", Error).of_reading().settings(),
    rule!("E110", Error).of_reading(),
    rule!("E111", Warning).of_reading(),
    rule!("E112", Warning Info).of_reading(),
    rule!("E113", Error Warning).of_reading(),
];
