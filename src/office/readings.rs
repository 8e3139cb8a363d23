//! Elements of sheets and papers become rows.
//!
//! In: the elements of one entry in their order. Out: rows of cells. Always: rows and cells are at their numbers; reading aids above
//! characters (ruby) are left out; the bytes of text are counted.

use quick_xml::events::BytesStart;

use super::{MAX_COLUMNS, MAX_ROWS, Reading};

/// The most repetitions; more are formatting, not content.
const MOST_REPEATS: usize = 1000;

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<usize> {
    attribute(element, name)?.parse().ok()
}

/// The texts that cells refer to by number, one per row.
#[derive(Default)]
pub(super) struct Shared {
    strings: Vec<String>,
    now: String,
    is_text: bool,
    is_aside: bool,
    words: usize,
}

impl Reading for Shared {
    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "t" => self.is_text = true,
            "rPh" => self.is_aside = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" => self.is_text = false,
            "rPh" => self.is_aside = false,
            "si" => self.strings.push(std::mem::take(&mut self.now)),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_text && !self.is_aside {
            self.now.push_str(text);
            self.words += text.len();
        }
    }

    fn words(&self) -> usize {
        self.words
    }

    fn rows(self) -> Vec<Vec<String>> {
        self.strings.into_iter().map(|s| vec![s]).collect()
    }
}

/// A sheet of `.xlsx`.
pub(super) struct Sheet<'a> {
    shared: &'a [String],
    rows: Vec<Vec<String>>,
    /// Headers and footers of printed pages.
    margins: Vec<Vec<String>>,
    row: Vec<String>,
    is_cell: bool,
    by_number: bool,
    is_text: bool,
    column: usize,
    now: String,
    words: usize,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(shared: &'a [String]) -> Self {
        Self {
            shared,
            rows: Vec::new(),
            margins: Vec::new(),
            row: Vec::new(),
            is_cell: false,
            by_number: false,
            is_text: false,
            column: 0,
            now: String::new(),
            words: 0,
        }
    }

    fn cell(&mut self) {
        let written = std::mem::take(&mut self.now);
        let text = match self.by_number {
            true => written.trim().parse().ok().and_then(|at: usize| self.shared.get(at)).cloned().unwrap_or_default(),
            false => plain_number(&written).unwrap_or(written),
        };
        self.words += text.len();
        if !text.is_empty() {
            let column = self.column.clamp(self.row.len(), MAX_COLUMNS);
            self.row.resize(column, String::new());
            self.row.push(text);
        }
        self.column += 1;
        self.is_cell = false;
    }
}

/// `1.3800138E10` as people see it.
fn plain_number(written: &str) -> Option<String> {
    let number = written.contains(['E', 'e']).then(|| written.parse::<f64>().ok())??;
    (number.abs() < 1e19 && number.fract() == 0.0).then(|| format!("{number:.0}"))
}

/// `AB7` is column 27, counted from 0.
fn column_of(reference: &str) -> Option<usize> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    letters.fold(0_usize, |n, b| n * 26 + usize::from(b.to_ascii_uppercase() - b'A') + 1).checked_sub(1)
}

impl Reading for Sheet<'_> {
    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "row" => {
                let at = number(element, "r").map_or(self.rows.len(), |r| r.saturating_sub(1));
                self.rows.resize(at.clamp(self.rows.len(), MAX_ROWS), Vec::new());
                self.column = 0;
            }
            "c" => {
                self.is_cell = true;
                self.by_number = attribute(element, "t").is_some_and(|t| t == "s");
                self.column = attribute(element, "r").and_then(|r| column_of(&r)).unwrap_or(self.column);
            }
            "v" | "t" => self.is_text = self.is_cell,
            "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter" => self.is_text = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "v" | "t" => self.is_text = false,
            "c" => self.cell(),
            "row" => self.rows.push(std::mem::take(&mut self.row)),
            "oddHeader" | "oddFooter" | "evenHeader" | "evenFooter" | "firstHeader" | "firstFooter" => {
                self.is_text = false;
                self.words += self.now.len();
                self.margins.push(vec![std::mem::take(&mut self.now)]);
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_text {
            self.now.push_str(text);
        }
    }

    fn words(&self) -> usize {
        self.words + self.now.len()
    }

    fn rows(mut self) -> Vec<Vec<String>> {
        self.rows.append(&mut self.margins);
        self.rows
    }
}

/// Paragraphs and tables of a document or a slide; of other entries every text.
#[derive(Default)]
pub(super) struct Words {
    /// Text may be in any element.
    all: bool,
    rows: Vec<Vec<String>>,
    /// Cells of the open table row, and the depth of nested tables.
    row: Vec<String>,
    nested: usize,
    now: String,
    is_text: bool,
    words: usize,
}

impl Words {
    pub(super) fn everywhere() -> Self {
        Self { all: true, ..Self::default() }
    }

    fn paragraph(&mut self) {
        let text = std::mem::take(&mut self.now);
        if text.is_empty() {
            return;
        }
        match self.row.last_mut().filter(|_| self.nested > 0) {
            Some(cell) if cell.is_empty() => *cell = text,
            Some(cell) => {
                cell.push('\n');
                cell.push_str(&text);
            }
            None => self.rows.push(vec![text]),
        }
    }
}

impl Reading for Words {
    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "t" | "delText" | "instrText" => self.is_text = true,
            "tab" if !self.all => self.now.push('\t'),
            "br" | "cr" => self.now.push('\n'),
            "noBreakHyphen" => self.now.push('-'),
            "p" => self.paragraph(),
            "tr" => self.nested += 1,
            "tc" if self.nested == 1 => self.row.push(String::new()),
            // Names of sheets and people.
            "sheet" | "person" | "comment" => {
                for name in ["name", "displayName", "author"] {
                    if let Some(text) = attribute(element, name) {
                        self.words += text.len();
                        self.rows.push(vec![text]);
                    }
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "t" | "delText" | "instrText" => self.is_text = false,
            "p" => self.paragraph(),
            "tr" => {
                self.paragraph();
                self.nested = self.nested.saturating_sub(1);
                if self.nested == 0 {
                    self.rows.push(std::mem::take(&mut self.row));
                }
            }
            "r" | "rPr" => {}
            _ if self.all => self.paragraph(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.is_text || (self.all && !text.trim().is_empty()) {
            self.now.push_str(text);
            self.words += text.len();
        }
    }

    fn words(&self) -> usize {
        self.words
    }

    fn rows(mut self) -> Vec<Vec<String>> {
        self.paragraph();
        self.rows
    }
}

/// Sheets and documents of OpenDocument.
#[derive(Default)]
pub(super) struct Open {
    rows: Vec<Vec<String>>,
    row: Vec<String>,
    /// The value of the open cell, and its number of repetitions.
    cell: Option<(Option<String>, usize)>,
    row_repeats: usize,
    nested: usize,
    now: String,
    in_paragraph: usize,
    words: usize,
}

impl Open {
    fn end_cell(&mut self) {
        let (value, repeats) = self.cell.take().unwrap_or((None, 1));
        let shown = std::mem::take(&mut self.now);
        let text = value.unwrap_or_else(|| shown.trim_end().to_owned());
        let repeats = if text.is_empty() { repeats.min(MAX_COLUMNS) } else { repeats.min(MOST_REPEATS) };
        self.words += text.len() * repeats;
        let room = MAX_COLUMNS.saturating_sub(self.row.len());
        self.row.extend(std::iter::repeat_n(text, repeats.min(room)));
    }

    fn end_row(&mut self) {
        let mut row = std::mem::take(&mut self.row);
        while row.last().is_some_and(String::is_empty) {
            row.pop();
        }
        let repeats = if row.is_empty() { self.row_repeats } else { self.row_repeats.min(MOST_REPEATS) };
        let room = MAX_ROWS.saturating_sub(self.rows.len());
        self.words += row.iter().map(String::len).sum::<usize>() * repeats.saturating_sub(1);
        self.rows.extend(std::iter::repeat_n(row, repeats.min(room)));
    }
}

impl Reading for Open {
    fn start(&mut self, element: &BytesStart<'_>) {
        match element.local_name().as_ref() {
            "p" | "h" => {
                self.in_paragraph += 1;
                if self.cell.is_some() && !self.now.is_empty() {
                    self.now.push('\n');
                }
            }
            "s" => {
                let spaces = number(element, "c").unwrap_or(1).min(MOST_REPEATS);
                self.now.extend(std::iter::repeat_n(' ', spaces));
            }
            "tab" => self.now.push('\t'),
            "line-break" => self.now.push('\n'),
            "table-row" => {
                self.nested += 1;
                self.row_repeats = number(element, "number-rows-repeated").unwrap_or(1);
            }
            "table-cell" | "covered-table-cell" if self.nested == 1 => {
                let is_number = attribute(element, "value-type").is_some_and(|t| t != "string" && t != "date" && t != "time");
                let value = attribute(element, "value").filter(|_| is_number);
                self.cell = Some((value, number(element, "number-columns-repeated").unwrap_or(1)));
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" | "h" => {
                self.in_paragraph = self.in_paragraph.saturating_sub(1);
                if self.cell.is_none() && self.in_paragraph == 0 {
                    let text = std::mem::take(&mut self.now);
                    self.rows.push(vec![text]);
                }
            }
            "table-cell" | "covered-table-cell" if self.nested == 1 => self.end_cell(),
            "table-row" => {
                self.nested = self.nested.saturating_sub(1);
                if self.nested == 0 {
                    self.end_row();
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_paragraph > 0 {
            self.now.push_str(text);
            self.words += text.len();
        }
    }

    fn words(&self) -> usize {
        self.words
    }

    fn rows(self) -> Vec<Vec<String>> {
        self.rows
    }
}
