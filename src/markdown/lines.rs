//! A body as people type it, made into what CommonMark means by it, line by line.
//!
//! In: the text of a body. Out: [`Typed`]: the text that the parser gets, with the way back to each place; the
//! paragraphs that are indented; what was read as meant or looks like a slip. Always: fenced code and blocks of raw HTML stay
//! as they are; each line is looked at a bounded number of times.
//!
//! - An indent (spaces, tab, full-width) is an indent and never makes code: in a list it nests, elsewhere it begins an indented
//!   paragraph.
//! - Lines with the same number of tabs, as a word processor pastes tables, are a table.
//! - `2026. 6. 18` begins no list; `---` is a rule and makes no heading of the line above.

use std::ops::Range;

use super::edits::{Edited, Edits};
use super::marks::{Marks, Meant};

mod blocks;
mod tabs;

use blocks::{Html, Marker, Sign, fence_mark, html_block, indent, is_block, marker, quotes, rule};

/// A body ready for the parser.
pub(super) struct Typed<'a> {
    pub edited: Edited<'a>,
    /// Where indented paragraphs begin in the new text.
    pub indented: Vec<usize>,
    /// Read as meant, at most one of each kind.
    pub meant: Vec<Meant>,
    /// Lines that look like headings and are none.
    pub slips: Vec<Meant>,
}

/// Reads a body. `join` says that a line break is only a matter of how the file was typed.
pub(super) fn typed<'a>(text: &'a str, lang_tag: &str, join: bool) -> Typed<'a> {
    let mut lines = Lines {
        text,
        join,
        edits: Edits::new(text),
        marks: Marks::new(text, lang_tag),
        quotes: 0,
        lists: Vec::new(),
        fence: None,
        html: None,
        before: Before::Blank,
        no_table: 0,
        indented: Vec::new(),
        slips: Vec::new(),
    };
    let mut at = 0;
    while at < text.len() {
        at = lines.line(at);
    }
    let mut meant = std::mem::take(&mut lines.marks.meant);
    let mut seen = Vec::new();
    meant.retain(|m| !seen.contains(&m.message) && (seen.push(m.message), true).1);
    Typed { edited: lines.edits.finish(), indented: lines.indented, meant, slips: lines.slips }
}

/// What the line above was.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Blank,
    /// A line that the next one may continue.
    Text,
    Other,
}

/// A list item that is open.
struct Level {
    /// Column of its marker as typed.
    typed: usize,
    /// Column of its content in the new text.
    content: usize,
    /// Column of its content as typed.
    typed_content: usize,
    number: Option<u64>,
}

struct Fence {
    sign: u8,
    length: usize,
    /// Column as typed, and in the new text.
    typed: usize,
    out: usize,
}

struct Lines<'a> {
    text: &'a str,
    join: bool,
    edits: Edits<'a>,
    marks: Marks,
    /// Marks of quotation before the last line.
    quotes: usize,
    lists: Vec<Level>,
    fence: Option<Fence>,
    html: Option<Html>,
    before: Before,
    /// Up to here no table of tabs begins.
    no_table: usize,
    indented: Vec<usize>,
    slips: Vec<Meant>,
}

const SPACES: &str = "                                                                ";

/// So many spaces; no list is nested as deep as they end.
fn spaces(count: usize) -> &'static str {
    &SPACES[..count.min(SPACES.len())]
}

impl Lines<'_> {
    /// Reads the line that begins here and says where the next one does.
    fn line(&mut self, start: usize) -> usize {
        let next = self.text[start..].find('\n').map_or(self.text.len(), |i| start + i + 1);
        let end = start + self.text[start..next].trim_end_matches(['\n', '\r']).len();
        // Within a list the mark belongs to the item.
        let is_inner = self.quotes == 0 && !self.lists.is_empty() && self.text[start..].starts_with([' ', '\t', '　']);
        let (quotes, first) = if is_inner { (0, 0) } else { quotes(&self.text[start..end]) };
        let inner = start + first;
        if quotes != self.quotes {
            self.leave_quote(quotes);
        }
        if self.fence.is_some() {
            self.in_fence(inner..end);
            return next;
        }
        let (length, columns) = indent(&self.text[inner..end]);
        let content = inner + length;
        if content == end {
            // A line of full-width spaces is as blank as any.
            if length > 0 && !self.text[inner..end].is_ascii() {
                self.edits.replace(inner..end, "");
            }
            self.html = self.html.filter(|html| !html.ends_at_blank());
            self.before = Before::Blank;
            return next;
        }
        if let Some(html) = self.html {
            self.html = Some(html).filter(|html| !html.ends_in(&self.text[content..end]));
            self.before = Before::Other;
            return next;
        }
        if quotes == 0
            && self.lists.is_empty()
            && let Some(after) = self.tab_table(start)
        {
            self.before = Before::Blank;
            return after;
        }
        self.block(start, inner, content..end, columns);
        next
    }

    fn leave_quote(&mut self, quotes: usize) {
        // A line without the mark goes on with the paragraph, and with nothing else.
        let goes_on = quotes < self.quotes && self.before == Before::Text && self.fence.is_none();
        self.lists.clear();
        (self.fence, self.html) = (None, None);
        if !goes_on {
            self.before = Before::Blank;
        }
        self.quotes = quotes;
    }

    /// A line of code, or the end of it.
    fn in_fence(&mut self, line: Range<usize>) {
        let Some(fence) = &self.fence else { return };
        let text = &self.text[line.clone()];
        let mut columns = 0;
        let mut cut = 0;
        for c in text.chars().take_while(|c| matches!(c, ' ' | '\t' | '　')) {
            if columns >= fence.typed {
                break;
            }
            columns += blocks::width(c, columns);
            cut += c.len_utf8();
        }
        let out = fence.out;
        let row = text.trim().bytes().take_while(|&b| b == fence.sign).count();
        if row >= fence.length && row == text.trim().len() {
            cut = text.len() - text.trim_start().len();
            (self.fence, self.before) = (None, Before::Other);
        }
        if cut < text.len() && (cut > 0 || out > 0) {
            self.edits.replace(line.start..line.start + cut, spaces(out));
        }
    }

    /// A line that is neither blank nor code: first where it belongs, then what it holds.
    fn block(&mut self, start: usize, inner: usize, line: Range<usize>, columns: usize) {
        let text = &self.text[line.clone()];
        let found = if rule(text) { None } else { marker(text, self.before == Before::Text) };
        // A list that does not begin with 1 does not interrupt a paragraph.
        let found = found.filter(|m| {
            !self.lists.is_empty() || self.before != Before::Text || m.number.is_none_or(|n| n == 1) && m.length < text.trim_end().len()
        });
        let is_block = found.is_some() || is_block(text);
        let depth = self.depth(columns, found.as_ref());
        let nests = !self.lists.is_empty() && (depth > 0 || found.is_some() || (self.before == Before::Text && !is_block));
        if !nests {
            self.lists.clear();
        }
        if nests {
            let goes_on = found.is_none() && depth == 0;
            if !goes_on {
                self.lists.truncate(depth);
            }
            let out = if goes_on { 0 } else { self.lists.last().map_or(0, |level| level.content) };
            if columns > 0 || out > 0 {
                self.edits.replace(inner..line.start, spaces(out));
            }
        } else if columns > 0 {
            self.indented_line(start, inner, line.start, (columns, is_block));
        }
        let mut at = line.start;
        let mut next = found;
        let mut typed = columns;
        let mut is_empty = false;
        while let Some(marker) = next {
            (at, typed) = self.item(at, line.end, typed, &marker);
            is_empty = at == line.end;
            next = if is_empty { None } else { blocks::inner_marker(&self.text[at..line.end]) };
        }
        if is_empty {
            self.before = Before::Other;
        } else {
            self.content(at..line.end, typed);
        }
    }

    /// How many of the open items this line stands in.
    fn depth(&self, columns: usize, found: Option<&Marker>) -> usize {
        let depth = self.lists.iter().take_while(|level| columns >= level.typed + 2).count();
        let Some(above) = depth.checked_sub(1).and_then(|i| self.lists.get(i)) else { return 0 };
        // `  2.` below `1.` goes on with the list, however it was indented.
        let number = found.and_then(|m| m.number);
        let goes_on = number.is_some() && above.number.map(|n| n + 1) == number && columns < above.typed_content;
        if goes_on { depth - 1 } else { depth }
    }

    /// Outside of lists.
    fn indented_line(&mut self, start: usize, inner: usize, content: usize, (columns, is_block): (usize, bool)) {
        let begins = self.before != Before::Text || (!self.join && self.quotes == 0);
        if is_block || columns < 2 || !begins {
            return self.edits.replace(inner..content, "");
        }
        if self.before == Before::Text {
            self.edits.replace(start..content, "\n");
        } else {
            self.edits.replace(inner..content, "");
        }
        self.indented.push(self.edits.position(content));
    }

    /// Opens a list item; gives where its content begins, and in which column as typed.
    fn item(&mut self, at: usize, end: usize, typed: usize, marker: &Marker) -> (usize, usize) {
        let (gap, width) = indent(&self.text[at + marker.length..end]);
        let content = at + marker.length + gap;
        let out = self.lists.last().map_or(0, |level| level.content);
        let is_plain =
            (1..5).contains(&width) && gap == width && self.text.as_bytes()[at + marker.length..content].iter().all(|&b| b == b' ');
        let kept = if is_plain { width } else { 1 };
        if content < end && !is_plain && gap > 0 {
            self.edits.replace(at + marker.length..content, " ");
        }
        let typed_content = typed + marker.length + width.max(1);
        let content_column = if marker.sign == Sign::Note { out + 4 } else { out + marker.length + kept };
        self.lists.push(Level { typed, content: content_column, typed_content, number: marker.number });
        (content, typed_content)
    }

    /// What a line holds behind indents and markers.
    fn content(&mut self, line: Range<usize>, typed: usize) {
        let text = &self.text[line.clone()];
        if let Some((sign, length)) = fence_mark(text) {
            let out = self.lists.last().map_or(0, |level| level.content);
            self.fence = Some(Fence { sign, length, typed, out });
            self.before = Before::Other;
            return;
        }
        if rule(text) {
            // Under a paragraph three hyphens would make it a heading; three stars are a rule anywhere.
            if text.starts_with('-') && self.before == Before::Text {
                text.match_indices('-').for_each(|(i, _)| self.edits.replace(line.start + i..line.start + i + 1, "*"));
            }
            self.before = Before::Other;
            return;
        }
        if self.before == Before::Text && matches!(text.trim_end(), "-" | "--") {
            self.edits.insert(line.start, "\\");
            return;
        }
        self.html = html_block(text, self.before == Before::Text);
        if self.html.is_some() {
            self.html = self.html.filter(|html| !html.ends_in(text));
            self.before = Before::Other;
            return;
        }
        let heading = self.heading(&line);
        if let Some(dot) = blocks::date_dot(text) {
            self.edits.insert(line.start + dot, "\\");
        }
        self.marks.line(&mut self.edits, self.text, line);
        self.before = if heading { Before::Other } else { Before::Text };
    }

    /// Whether the line is a heading; one with full-width signs becomes one.
    fn heading(&mut self, line: &Range<usize>) -> bool {
        let text = &self.text[line.clone()];
        let level = text.chars().take_while(|c| matches!(c, '#' | '＃')).count();
        let signs = text.len() - text.trim_start_matches(['#', '＃']).len();
        let rest = &text[signs..];
        if !(1..=6).contains(&level) {
            return false;
        }
        let gap = rest.chars().next();
        let is_wide = signs > level;
        if matches!(gap, None | Some(' ' | '\t')) && !is_wide {
            return true;
        }
        if matches!(gap, Some(' ' | '\t' | '　' | '\u{A0}')) {
            let gap = gap.map_or(0, char::len_utf8);
            self.slips.push(Meant { message: "com-03-wide-heading", place: line.start..line.start + signs + gap });
            self.edits.replace(line.start..line.start + signs + gap, &format!("{} ", &"######"[..level]));
            return true;
        }
        // `#3 楼` and `#话题#` are meant as they stand.
        let is_word = gap.is_some_and(|c| c.is_alphabetic());
        let is_short = rest.chars().count() <= 40 && !rest.contains(['#', '＃', '。', '，', '；']);
        if is_word && is_short {
            self.slips.push(Meant { message: "com-03-heading-space", place: line.start..line.start + signs });
        }
        false
    }
}
