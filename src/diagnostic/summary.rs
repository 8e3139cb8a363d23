//! Limits of the terminal output: a maximum of warnings or notes per rule, and one closing line with
//! the counts and the first thing to do.
//!
//! In: the sorted findings. Out: those to show, the number of others per code, and the closing line.

use std::collections::BTreeMap;

use super::{Code, Counts, Diagnostic, Severity, Words, display};

/// The findings to show, and the number of omitted warnings per rule.
pub(super) fn select(diagnostics: &[Diagnostic], warnings_per_rule: usize) -> (Vec<&Diagnostic>, BTreeMap<Code, usize>) {
    let (mut selected, mut seen) = (Vec::new(), BTreeMap::<Code, usize>::new());
    for d in diagnostics {
        match d.severity {
            Severity::Error => selected.push(d),
            Severity::Info if !d.aloud => {}
            Severity::Warning | Severity::Info => {
                let n = seen.entry(d.code).or_default();
                *n += 1;
                if *n <= warnings_per_rule {
                    selected.push(d);
                }
            }
        }
    }
    let more = seen.into_iter().filter(|&(_, n)| n > warnings_per_rule).map(|(code, n)| (code, n - warnings_per_rule)).collect();
    (selected, more)
}

/// One line for each rule with omitted warnings.
pub(super) fn more(left_out: &BTreeMap<Code, usize>, words: &dyn Words) -> String {
    left_out
        .iter()
        .map(|(&code, &count)| {
            display::one_line(&words.word("cli-more-warnings", &[("code", code.into()), ("count", count.into())])) + "\n"
        })
        .collect()
}

/// The closing line: the counts, and the place to start.
pub fn closing(diagnostics: &[Diagnostic], words: &dyn Words) -> String {
    let counts = Counts::of(diagnostics);
    let args = [("errors", counts.errors.into()), ("warnings", counts.warnings.into())];
    let id = match (counts.errors, counts.warnings) {
        (0, 0) => return display::one_line(&words.word("cli-closing-none", &[])),
        (0, _) => "cli-closing-warnings",
        (_, 0) => "cli-closing-errors",
        _ => "cli-closing-both",
    };
    let worst = if counts.errors > 0 { Severity::Error } else { Severity::Warning };
    let counted = words.word(id, &args);
    let first = diagnostics.iter().find(|d| d.severity == worst).map(|d| {
        let path = ("path", (&*d.path).into());
        match &d.span {
            Some(span) => words.word("cli-begin-with-line", &[path, ("line", span.start_position().line.to_string().into())]),
            None => words.word("cli-begin-with-file", &[path]),
        }
    });
    // Each half is a sentence; the language decides whether a space separates them.
    let joined = words.word("cli-two-sentences", &[("first", counted.into()), ("second", first.unwrap_or_default().into())]);
    display::one_line(&joined)
}
