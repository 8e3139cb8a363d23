//! Workflow commands that a code host shows as annotations beside the changed lines:
//! `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::message`.
//!
//! Always: all findings except those for the dashboard only. Data and properties are escaped, so
//! the content of a file cannot start a command.

use super::{Diagnostic, Severity, Words, display};

/// `folder` is the site's folder relative to the repository (`""` if they are the same).
pub fn print(diagnostics: &[Diagnostic], words: &dyn Words, folder: &str) -> String {
    let listed = || diagnostics.iter().filter(|d| d.severity != Severity::Info);
    let hint = listed().next().map(|d| format!("{}\n", display::one_line(&words.word("cli-explain-hint", &[("code", d.code.into())]))));
    listed().map(|d| line(d, words, folder)).chain(hint).collect()
}

fn line(d: &Diagnostic, words: &dyn Words, folder: &str) -> String {
    let folder = folder.trim_matches('/');
    let file = if folder.is_empty() || folder == "." { d.path.to_string() } else { format!("{folder}/{}", d.path) };
    let mut properties = format!("file={}", property(&display::one_line(&file)));
    if let Some(span) = &d.span {
        let (start, end) = (span.start_position(), span.end_position());
        properties += &format!(",line={},endLine={}", start.line, end.line);
        // Columns are not allowed in an annotation of several lines.
        if start.line == end.line {
            properties += &format!(",col={},endColumn={}", start.column, end.column);
        }
    }
    let message = display::one_line(&words.message(d));
    let parts = [Some(message), words.label(d), words.help(d), words.law(d)].into_iter().flatten().map(|t| display::lines(&t));
    let text = parts.collect::<Vec<_>>().join("\n");
    format!("::{} {properties},title={}::{}\n", d.severity.name(), property(d.code), data(&text))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
