//! Lines with tabs, as word processors and spreadsheets paste tables.
//!
//! In: lines from a place on. Out: changes that make a table of them, or nothing. Always: one tab or more in three lines
//! running, or two or more in two; a tab that only indents, or stands behind the mark of a list item, is none of a table.

use std::ops::Range;

use super::Lines;
use super::blocks::{indent, inner_marker, is_block};

/// A row longer than this is no row of a table that people read.
const MOST_CELLS: usize = 60;

impl Lines<'_> {
    /// Makes a table of the lines from here on, if they are one; gives the place behind it.
    pub(super) fn tab_table(&mut self, start: usize) -> Option<usize> {
        if start < self.no_table {
            return None;
        }
        let (first, mut next) = self.row(start)?;
        let tabs = count(&self.text[first.clone()]);
        let mut rows = vec![first];
        while let Some((row, after)) = self.row(next).filter(|(row, _)| count(&self.text[row.clone()]) == tabs) {
            rows.push(row);
            next = after;
        }
        let wanted = if tabs == 1 { 3 } else { 2 };
        let texts = || rows.iter().map(|row| &self.text[row.clone()]);
        if tabs > MOST_CELLS || rows.len() < wanted || !texts().any(|text| count(text.trim()) > 0) || texts().all(is_item) {
            self.no_table = next;
            return None;
        }
        let is_numeric = |column: usize| {
            let mut cells = texts().skip(1).filter_map(|text| text.split('\t').nth(column)).map(str::trim).filter(|cell| !cell.is_empty());
            let figure = |cell: &str| {
                cell.contains(|c: char| c.is_ascii_digit())
                    && cell.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '，' | '-' | '%' | '％' | '¥' | '￥' | '+'))
            };
            cells.next().is_some_and(figure) && cells.all(figure)
        };
        let columns: String = (0..=tabs).map(|column| if is_numeric(column) { "--:|" } else { "---|" }).collect();
        let is_below_text = self.before == super::Before::Text;
        for (at, row) in rows.iter().enumerate() {
            self.edits.insert(row.start, if at == 0 && is_below_text { "\n|" } else { "|" });
            self.cells(row.clone());
            let last = at + 1 == rows.len();
            self.edits.insert(row.end, &if at == 0 { format!("|\n|{columns}") } else { format!("|{}", if last { "\n" } else { "" }) });
        }
        Some(next)
    }

    fn cells(&mut self, row: Range<usize>) {
        let mut at = row.start;
        for (number, cell) in self.text[row].split('\t').enumerate() {
            if number > 0 {
                self.edits.replace(at - 1..at, "|");
            }
            let end = at + cell.len();
            let mut from = at;
            for (pipe, _) in cell.match_indices('|') {
                self.marks.line(&mut self.edits, self.text, from..at + pipe);
                self.edits.insert(at + pipe, "\\");
                from = at + pipe;
            }
            self.marks.line(&mut self.edits, self.text, from..end);
            at = end + 1;
        }
    }

    /// The line that begins here if it has tabs and may be a row, and where the next one begins.
    fn row(&self, start: usize) -> Option<(Range<usize>, usize)> {
        let rest = self.text.get(start..)?;
        let next = rest.find('\n').map_or(self.text.len(), |i| start + i + 1);
        let end = start + self.text[start..next].trim_end_matches(['\n', '\r']).len();
        let text = &self.text[start..end];
        let (length, _) = indent(text);
        (text.contains('\t') && length < text.len() && !is_block(&text[length..])).then_some((start..end, next))
    }
}

fn count(text: &str) -> usize {
    text.bytes().filter(|&b| b == b'\t').count()
}

/// Whether the only tab stands behind the mark of an item: `1.⇥甲`, `（一）⇥甲`.
fn is_item(text: &str) -> bool {
    let text = text.trim_start();
    let Some((mark, rest)) = text.split_once('\t') else { return true };
    let is_mark = inner_marker(&text[..mark.len() + 1]).is_some()
        || mark.ends_with(['、', '）', ')', '.', '．'])
            && mark.chars().count() <= 5
            && mark.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十（）()、.．".contains(c))
        || matches!(mark, "•" | "·" | "●" | "■" | "◆" | "○" | "－" | "—")
        || matches!(mark.chars().next(), Some('①'..='⑳')) && mark.chars().count() == 1;
    is_mark && !rest.contains('\t')
}
