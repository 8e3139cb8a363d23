//! The file that `--report` writes: what was built, the findings, deadlines, and when to build again.
//!
//! In: values that the caller has at the end of a build. Out: one JSON document. Always: lists are
//! in the given order, keys do not depend on the language, and the same build gives the same bytes
//! (`built_at` is the build's input clock).

use serde::Serialize;

use super::json::SCHEMA_VERSION;
use super::{Counts, Diagnostic, Issue, Words};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    pub schema_version: u32,
    pub tool_version: String,
    /// The moment of the build, RFC 3339, from the clock used (`--today`, `SOURCE_DATE_EPOCH`).
    pub built_at: String,
    /// The day from which phases and deadlines are computed.
    pub today: String,
    pub published: Published,
    pub counts: ReportCounts,
    pub languages: Vec<LanguageState>,
    pub issues: Vec<Issue>,
    /// Findings that hold because a date has passed, oldest first; they are also among the issues.
    pub overdue: Vec<Due>,
    /// Findings that will hold soon if nothing is done, next first.
    pub due_soon: Vec<Due>,
    pub coverage: Coverage,
    /// Actions still open, the most urgent first.
    pub actions: Vec<OpenAction>,
    pub pages: Vec<Page>,
    /// The earliest moment at which the same content gives different pages; for a scheduler.
    pub next_change_at: Option<String>,
    /// BLAKE3 of the manifest of the output folder, lower-case hex.
    pub manifest_blake3: Option<String>,
}

/// The result of the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Published {
    /// The site in the output folder is this build.
    Yes,
    /// The output contains only the valid records, under `--keep-going`.
    SoundRecordsOnly,
    /// Not written, because of errors or because only a check was asked for: the earlier site is in place.
    No,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct ReportCounts {
    #[serde(flatten)]
    pub findings: Counts,
    pub records: usize,
    pub pages: usize,
    /// All files of the output, pages included.
    pub files: usize,
}

/// Translation status of the records in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LanguageState {
    /// The language's path segment.
    pub code: String,
    pub tag: String,
    pub translated: usize,
    pub stale: usize,
    pub missing: usize,
    pub not_needed: usize,
    /// The same by kind; kinds without records are omitted.
    pub kinds: Vec<KindState>,
    /// Records without a translation, or with one that is stale.
    pub open: Vec<OpenText>,
}

/// Translation status of the records of a kind in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct KindState {
    pub kind: String,
    pub translated: usize,
    pub stale: usize,
    pub missing: usize,
    pub not_needed: usize,
}

/// A record in a list. `title` is in the language of messages if the record has that language, `title_en` in English.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Named {
    pub id: String,
    pub title: String,
    pub title_en: Option<String>,
    pub published: String,
}

/// A missing or stale translation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenText {
    /// `missing` or `stale`.
    pub state: &'static str,
    #[serde(flatten)]
    pub record: Named,
}

/// A finding with a deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// The last day of the deadline.
    pub deadline: String,
    /// Days until the deadline; negative if it has passed.
    pub days: i64,
    /// The record of the file.
    pub record: Option<Named>,
    #[serde(flatten)]
    pub issue: Issue,
}

/// Which statutory heads of disclosure have records. The report lists what was found; it does not judge whether that suffices.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The twelve months examined, both days included.
    pub from: String,
    pub to: String,
    pub groups: Vec<HeadGroup>,
}

/// Heads that one article names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeadGroup {
    pub id: String,
    pub title: String,
    pub title_en: String,
    pub heads: Vec<Head>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Head {
    pub id: String,
    pub title: String,
    pub title_en: String,
    pub law: String,
    pub law_en: String,
    /// Months between publications, if the article sets them, and how many of these spans have a record.
    pub every_months: Option<u32>,
    pub spans: Option<Spans>,
    /// Day of the newest record that answers the head, of any age.
    pub newest: Option<String>,
    /// Records of the last twelve months, newest first.
    pub records: Vec<Named>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Spans {
    pub with_records: u32,
    pub all: u32,
}

/// An open action. An action that was carried on appears once, as last agreed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OpenAction {
    /// Record and item: `meetings/2026-03-12-parking#a1`.
    pub id: String,
    pub file: String,
    pub text: String,
    pub text_en: Option<String>,
    /// Title of the record in which the action was agreed.
    pub record: Named,
    pub owner: Option<Owner>,
    pub agreed: String,
    pub due: Option<String>,
    /// Days until the action is due; negative if overdue.
    pub days: Option<i64>,
    pub overdue: bool,
    /// How often the action was carried on, and its earlier forms, oldest first.
    pub carried: usize,
    pub carried_from: Vec<String>,
    pub first_agreed: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Owner {
    /// Record, with the role if one is named.
    pub id: String,
    pub name: String,
    pub name_en: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Relative to the output folder, forward slashes.
    pub path: String,
    pub bytes: u64,
}

impl Report {
    /// A report with the findings; the other parts are empty.
    pub fn new(
        tool_version: &str,
        built_at: &str,
        today: &str,
        diagnostics: &[Diagnostic],
        words: &dyn Words,
        english: &dyn Words,
    ) -> Self {
        Self {
            schema_version: SCHEMA_VERSION,
            tool_version: tool_version.to_owned(),
            built_at: built_at.to_owned(),
            today: today.to_owned(),
            published: Published::No,
            counts: ReportCounts { findings: Counts::of(diagnostics), ..ReportCounts::default() },
            languages: Vec::new(),
            issues: diagnostics.iter().map(|d| Issue::of(d, words, english)).collect(),
            overdue: Vec::new(),
            due_soon: Vec::new(),
            coverage: Coverage::default(),
            actions: Vec::new(),
            pages: Vec::new(),
            next_change_at: None,
            manifest_blake3: None,
        }
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("strings and numbers always serialize") + "\n"
    }
}
