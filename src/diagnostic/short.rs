//! One line a finding, `path:line:col: severity[CODE]: message`, for editors and pipes.
//!
//! The severity is always the English word, so that one pattern matches in every
//! language of messages.

use super::{Diagnostic, Look, Severity, Words, display, summary};

pub fn print(diagnostics: &[Diagnostic], words: &dyn Words, look: &Look) -> String {
    let (selected, left_out) = summary::select(diagnostics, look.warnings_per_rule);
    let lines: String = selected.into_iter().map(|d| line(d, words) + "\n").collect();
    lines + &summary::more(&left_out, words)
}

/// One finding, without a line break.
pub fn line(d: &Diagnostic, words: &dyn Words) -> String {
    let at = d.position();
    let (path, message) = (display::one_line(&d.path), display::one_line(&words.message(d)));
    format!("{path}:{}:{}: {}[{}]: {message}", at.line, at.column, d.severity.name(), d.code)
}

impl Severity {
    /// The stable English word of reports and of the short form.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        }
    }
}
