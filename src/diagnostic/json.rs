//! The findings as one JSON document for programs: complete, in the order of every report.
//!
//! Always: keys and codes do not depend on the language; `message` is in the user's language and
//! `message_en` in English; lines and columns count from 1, columns in characters, the end is the
//! place after the last character. A finding about a whole file has the place 1:1.

use serde::Serialize;

use super::{Diagnostic, Severity, Words};
use crate::source::Span;

/// Increased if a field changes its meaning or is removed; new fields do not increase it.
pub const SCHEMA_VERSION: u32 = 1;

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    pub errors: usize,
    pub warnings: usize,
    pub infos: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Issue {
    pub code: String,
    pub level: Severity,
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
    pub field: Option<String>,
    /// Path segment of the text's language.
    pub lang: Option<String>,
    pub message: String,
    pub message_en: String,
    /// The text under the caret.
    pub label: Option<String>,
    pub label_en: Option<String>,
    /// What to do.
    pub hint: Option<String>,
    pub hint_en: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law: Option<String>,
    /// The first day on which the finding holds, if it depends on a date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub related: Vec<Related>,
}

/// Another relevant place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Related {
    pub file: String,
    pub line: usize,
    pub column: usize,
    pub end_line: usize,
    pub end_column: usize,
    pub message: String,
    pub message_en: String,
}

#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    tool_version: &'a str,
    counts: Counts,
    issues: Vec<Issue>,
}

/// The document of `--format json`, ending in a line break.
pub fn print(diagnostics: &[Diagnostic], words: &dyn Words, english: &dyn Words, tool_version: &str) -> String {
    let document = Document {
        schema_version: SCHEMA_VERSION,
        tool_version,
        counts: Counts::of(diagnostics),
        issues: diagnostics.iter().map(|d| Issue::of(d, words, english)).collect(),
    };
    serde_json::to_string_pretty(&document).expect("strings and numbers always serialize") + "\n"
}

impl Counts {
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let mut counts = Self::default();
        for d in diagnostics {
            match d.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Info => counts.infos += 1,
            }
        }
        counts
    }
}

impl Issue {
    pub fn of(d: &Diagnostic, words: &dyn Words, english: &dyn Words) -> Self {
        let [line, column, end_line, end_column] = d.span.as_ref().map_or([1; 4], place);
        Self {
            code: d.code.to_owned(),
            level: d.severity,
            file: d.path.to_string(),
            line,
            column,
            end_line,
            end_column,
            field: d.field.clone(),
            lang: d.lang.as_deref().map(str::to_owned),
            message: words.message(d),
            message_en: english.message(d),
            label: words.label(d),
            label_en: english.label(d),
            hint: words.help(d),
            hint_en: english.help(d),
            law: words.law(d),
            since: d.since.clone(),
            related: d.related.iter().map(|(span, id)| Related::of(span, id, d, words, english)).collect(),
        }
    }
}

impl Related {
    fn of(span: &Span, id: &'static str, d: &Diagnostic, words: &dyn Words, english: &dyn Words) -> Self {
        let [line, column, end_line, end_column] = place(span);
        let (message, message_en) = (words.related(id, d), english.related(id, d));
        Self { file: span.source.path.to_string(), line, column, end_line, end_column, message, message_en }
    }
}

fn place(span: &Span) -> [usize; 4] {
    let (start, end) = (span.start_position(), span.end_position());
    [start.line, start.column, end.line, end.column]
}
