//! The file that `--report` writes: what was built, what was found, and when to build again.
//!
//! In: values that the caller has at the end of a build. Out: one JSON document. Always: lists are
//! in the order given, keys never change with the language, and the same build gives the same bytes
//! (`built_at` comes from the clock that the build was given).

use serde::Serialize;

use super::json::SCHEMA_VERSION;
use super::{Counts, Diagnostic, Issue, Words};

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    pub schema_version: u32,
    pub tool_version: String,
    /// The moment of the build, RFC 3339, from the clock used (`--today`, `SOURCE_DATE_EPOCH`).
    pub built_at: String,
    /// The day that phases and deadlines were reckoned from.
    pub today: String,
    pub published: Published,
    pub counts: ReportCounts,
    pub languages: Vec<LanguageState>,
    pub issues: Vec<Issue>,
    pub pages: Vec<Page>,
    /// The earliest moment at which the same content gives other pages; feed it to a scheduler.
    pub next_change_at: Option<String>,
    /// BLAKE3 of the manifest of the output folder, lower-case hex.
    pub manifest_blake3: Option<String>,
}

/// What became of the build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Published {
    /// The site in the output folder is this build.
    Yes,
    /// Only the sound records, under `--keep-going`.
    SoundRecordsOnly,
    /// Errors stand in the way, or nothing was to be written: the site from before is in place.
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

/// How far the records have come in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LanguageState {
    /// The language's path segment.
    pub code: String,
    pub tag: String,
    pub translated: usize,
    pub stale: usize,
    pub missing: usize,
    pub not_needed: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Page {
    /// Relative to the output folder, forward slashes.
    pub path: String,
    pub bytes: u64,
}

impl Report {
    /// A report with the findings filled in and the rest still empty.
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
            pages: Vec::new(),
            next_change_at: None,
            manifest_blake3: None,
        }
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("strings and numbers always serialize") + "\n"
    }
}
