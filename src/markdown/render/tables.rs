//! Tables of bodies.
//!
//! In: the parser's events of a table. Out: a region that scrolls, with the table in it. Always: a table that no page could show
//! is an error at its first line (E103).

use std::ops::Range;

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::{Open, Piece, Word, Writer};
use crate::diagnostic::Diagnostic;

/// Columns of a table, and cells of all tables of a text.
const MOST_COLUMNS: usize = 100;
const MOST_CELLS: usize = 100_000;

impl<'a> Writer<'a> {
    /// What begins at the tag of a table, of its head, of a row or of a cell.
    pub(super) fn table_part(&mut self, tag: &'a Tag<'a>, range: &Range<usize>, next: usize) -> Open {
        match tag {
            Tag::Table(alignments) => {
                self.table_at = range.clone();
                if alignments.len() > MOST_COLUMNS {
                    self.report_table("e103-columns", MOST_COLUMNS, range);
                }
                self.table(alignments)
            }
            Tag::TableHead => {
                (self.in_head, self.column) = (true, 0);
                self.tag("<thead><tr>", "</tr></thead>\n<tbody>\n")
            }
            Tag::TableRow => {
                (self.in_head, self.column) = (false, 0);
                self.report_surplus_cells(range);
                self.tag("<tr>", "</tr>\n")
            }
            _ => {
                self.cells += 1;
                if self.cells == MOST_CELLS + 1 {
                    let table = self.table_at.clone();
                    self.report_table("e103-cells", MOST_CELLS, &table);
                }
                self.cell(next)
            }
        }
    }

    /// The first line of a table.
    fn head_of(&self, range: &Range<usize>) -> Range<usize> {
        let line = self.typed.edited.text.get(range.clone()).and_then(|table| table.lines().next()).map_or(0, str::len);
        range.start..range.start + line
    }

    /// A table that no page could show.
    fn report_table(&mut self, message: &'static str, limit: usize, range: &Range<usize>) {
        let at = self.place(&self.head_of(range));
        let span = self.reports.span(at);
        self.reports.push(Diagnostic::error_at("E103", message, span).arg("limit", limit));
    }

    fn table(&mut self, alignments: &'a [Alignment]) -> Open {
        self.tables += 1;
        self.alignments = alignments;
        self.out.push("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
        self.out.piece(Piece::Label(Word::Table(self.tables)));
        self.tag("\"><table>\n", "</tbody></table></div>\n")
    }

    fn cell(&mut self, next: usize) -> Open {
        let class = match self.alignments.get(self.column) {
            Some(Alignment::Right) => " class=\"ta-r\"",
            Some(Alignment::Center) => " class=\"ta-c\"",
            _ => "",
        };
        self.column += 1;
        let empty = matches!(self.events.get(next), Some((Event::End(TagEnd::TableCell), _)));
        // An empty head cell names nothing, so it is no `th`.
        let head = self.in_head && !empty;
        self.out.push(if head { "<th scope=\"col\"" } else { "<td" });
        self.out.push(class);
        self.tag(">", if head { "</th>" } else { "</td>" })
    }
}
