//! What was written and is not shown (E111): surplus cells of a table, notes that nobody wrote or refers to.
//!
//! In: rows and running text as the walk meets them. Out: findings at the very characters.

use std::ops::Range;

use super::inline::Run;
use super::render::Writer;
use crate::diagnostic::{Arg, Diagnostic};

impl Writer<'_> {
    /// Cells beyond those of the head, which the parser passes over.
    pub(super) fn report_surplus_cells(&mut self, range: &Range<usize>) {
        let row = &self.typed.edited.text[range.clone()];
        let row = row.lines().next().unwrap_or("");
        let columns = self.alignments.len();
        // A pipe before the first cell and behind the last are none between cells.
        let wanted = columns + usize::from(row.trim_start().starts_with('|'));
        let mut escaped = false;
        let mut pipes = row.char_indices().filter(|(_, c)| {
            let is_pipe = *c == '|' && !escaped;
            escaped = *c == '\\' && !escaped;
            is_pipe
        });
        let Some((last, _)) = pipes.nth(wanted - 1) else { return };
        let surplus = &row[last + 1..];
        let words = surplus.trim().trim_end_matches('|').trim_end();
        if words.trim_matches([' ', '|']).is_empty() {
            return;
        }
        let start = range.start + last + 1 + surplus.len() - surplus.trim_start().len();
        let span = self.reports.span(self.place(&(start..start + words.len())));
        self.reports.push(Diagnostic::warning_at("E111", "e111-table-cells", span).arg("columns", columns));
    }

    /// `[^fee]` where no note of that name stands; the parser leaves it as text.
    pub(super) fn find_missing_notes(&mut self, run: &Run) {
        let mut from = 0;
        while let Some(start) = run.text[from..].find("[^").map(|i| from + i) {
            from = start + 2;
            let rest = &run.text[from..];
            let label = &rest[..rest.find(|c: char| c == ']' || c == '[' || c.is_whitespace()).unwrap_or(rest.len())];
            if label.is_empty() || !rest[label.len()..].starts_with(']') || run.is_escaped(start) || run.is_escaped(start + 1) {
                continue;
            }
            from += label.len() + 1;
            self.missing_notes.push((label.to_owned(), run.place(start..from)));
        }
    }

    pub(super) fn report_lost_notes(&mut self) {
        let unread = self.notes.iter().filter(|(_, note)| note.number == 0 && note.content.is_some());
        let unread: Vec<String> = unread.map(|(label, _)| label.clone()).take(6).collect();
        for (label, place) in std::mem::take(&mut self.missing_notes) {
            let message = if unread.is_empty() { "e111-footnote" } else { "e111-footnote-other" };
            let finding = Diagnostic::warning_at("E111", message, self.reports.span(place)).arg("label", label);
            self.reports.push(finding.arg("others", Arg::OneOf(unread.clone())));
        }
    }
}
