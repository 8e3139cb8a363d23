//! Findings: a stable code, arguments, and a place. Findings contain no text: the message catalogue supplies it when a finding is
//! printed, through [`Words`].
//!
//! The printers of a list of findings: `human` (a terminal), `short` (an editor or grep), `json` (a program), `github`
//! (annotations); `report` is the file that `--report` writes.
//!
//! Always: a diagnostic names one catalogue message by id; the message's `.label` attribute (text
//! under the caret) and `.help` attribute (what to do) are optional and take the same arguments.

use std::sync::Arc;

use crate::source::{Position, Span};

mod args;
mod display;
pub mod github;
pub mod human;
pub mod json;
mod near;
pub mod report;
pub mod short;
mod summary;

pub use args::Args;
pub use display::{cells, one_line};
pub use json::{Counts, Issue};
pub use near::nearest;
pub use summary::closing;

/// The severity of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Prevents publishing.
    Error,
    /// Does not prevent publishing; exit 4 under `--strict`.
    Warning,
    /// A note; most are for the dashboard only.
    Info,
}

/// A stable code: a rule-book id such as `REV-01`, or `E1xx` for reading.
pub type Code = &'static str;

/// One argument of a message, formatted in the reader's language when it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// Quoted literally: keys, ids, source text.
    Text(String),
    Number(i64),
    /// A decimal figure in plain digits (`-1260.50`), grouped per language when shown.
    Figure(String),
    /// Another message of the catalogue, by id.
    Term(String),
    /// Alternatives, joined as a list of the language ("a, b or c").
    OneOf(Vec<String>),
    /// A name that is declared in both languages, as the names of fields are.
    Both {
        zh: String,
        en: String,
    },
}

/// An article of law or of local rules, with the year of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    pub zh: String,
    pub en: String,
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    pub code: Code,
    pub severity: Severity,
    /// Id of the catalogue message.
    pub message: &'static str,
    pub args: Args,
    /// The file, relative to the site, forward slashes.
    pub path: Arc<str>,
    /// The wrong characters; `None` for the whole file.
    pub span: Option<Span>,
    /// Other relevant places, each with a message id that takes the same arguments.
    pub related: Vec<(Span, &'static str)>,
    /// Path segment of the text's language, for severities per language.
    pub lang: Option<Arc<str>>,
    /// The field, as written in `fig` and `explain` (`lines.x-light.amount`).
    pub field: Option<String>,
    /// The article that sets the applied number; if absent, the article of the rule book applies.
    pub law: Option<Arc<Law>>,
    /// The first day on which the finding holds; before, it is an upcoming deadline.
    pub since: Option<Since>,
    /// A note for the author of the text; other notes are for the dashboard only.
    pub aloud: bool,
}

/// The day from which a finding holds, `YYYY-MM-DD`: this layer has no calendar, and the text sorts as the days do.
pub type Since = String;

impl Diagnostic {
    pub fn error(code: Code, message: &'static str, path: impl Into<Arc<str>>) -> Self {
        Self::new(Severity::Error, code, message, path)
    }

    pub fn warning(code: Code, message: &'static str, path: impl Into<Arc<str>>) -> Self {
        Self::new(Severity::Warning, code, message, path)
    }

    pub fn new(severity: Severity, code: Code, message: &'static str, path: impl Into<Arc<str>>) -> Self {
        Self {
            code,
            severity,
            message,
            args: Args::new(),
            path: path.into(),
            span: None,
            related: Vec::new(),
            lang: None,
            field: None,
            law: None,
            since: None,
            aloud: false,
        }
    }

    /// An error at a span.
    pub fn error_at(code: Code, message: &'static str, span: Span) -> Self {
        Self::error(code, message, Arc::clone(&span.source.path)).at(span)
    }

    /// A warning at a span.
    pub fn warning_at(code: Code, message: &'static str, span: Span) -> Self {
        Self::warning(code, message, Arc::clone(&span.source.path)).at(span)
    }

    /// A note at a span, for the author of the text.
    pub fn note_at(code: Code, message: &'static str, span: Span) -> Self {
        let note = Self::new(Severity::Info, code, message, Arc::clone(&span.source.path));
        Self { aloud: true, ..note }.at(span)
    }

    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.insert(name, value.into());
        self
    }

    pub fn related(mut self, span: Span, message: &'static str) -> Self {
        self.related.push((span, message));
        self
    }

    pub fn lang(mut self, lang: &str) -> Self {
        self.lang = Some(lang.into());
        self
    }

    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Line and column of the start; 1:1 for a whole file.
    pub fn position(&self) -> Position {
        self.span.as_ref().map_or(Position { line: 1, column: 1 }, Span::start_position)
    }
}

/// The messages of one language for the printers. Every text is plain: no colour, no markup.
pub trait Words {
    /// The headline: what is wrong.
    fn message(&self, d: &Diagnostic) -> String;
    /// The short text under the caret.
    fn label(&self, d: &Diagnostic) -> Option<String>;
    /// What to do; may have several lines.
    fn help(&self, d: &Diagnostic) -> Option<String>;
    /// The text beside a related place, with the arguments of the diagnostic.
    fn related(&self, message: &'static str, d: &Diagnostic) -> String;
    /// A word of the program itself, such as `cli-error`.
    fn word(&self, id: &str, args: &[(&'static str, Arg)]) -> String;
    /// The article of law behind a rule, with the date of the text.
    fn law(&self, _d: &Diagnostic) -> Option<String> {
        None
    }
}

/// Options of the terminal output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    pub color: Color,
    /// Width of the terminal in cells.
    pub width: usize,
    /// Warnings shown per rule; the rest is counted. All errors are shown.
    pub warnings_per_rule: usize,
}

/// Whether to write escape sequences for colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    Plain,
    Ansi,
}

impl Default for Look {
    fn default() -> Self {
        Self { color: Color::Plain, width: 100, warnings_per_rule: 20 }
    }
}

/// Sorts by path, position and code, and removes exact duplicates: the order of every report.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    crate::order::sort_by(diagnostics, |a, b| {
        let key = |d: &Diagnostic| (Arc::clone(&d.path), d.span.as_ref().map_or(0, |s| s.start), d.code, d.message);
        key(a).cmp(&key(b)).then_with(|| format!("{:?}", a.args).cmp(&format!("{:?}", b.args)))
    });
    diagnostics.dedup();
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

macro_rules! number_args {
    ($($ty:ty),*) => {$(
        impl From<$ty> for Arg {
            fn from(n: $ty) -> Self {
                Self::Number(n as i64)
            }
        }
    )*};
}
number_args!(i64, u64, u32, usize, i32);

#[cfg(test)]
mod tests;
