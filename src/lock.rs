//! `published.lock`: the figures that were published, beside the content. A published figure changes only with a public correction.
//!
//! In: the lock of before and the records as they are. Out: findings where they differ without a correction ([`compare`], COM-08),
//! and the lock that the next publish writes ([`next`]). Always: one line a figure, `id<TAB>field<TAB>value<TAB>first-published`,
//! sorted by bytes; any order and equal doubles are read, as a merge leaves them; the same records and the same lock of before give
//! the same bytes.

mod compare;
mod corrections;
mod next;

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};
use crate::value::Date;

pub use compare::{Known, Memo, compare};
pub use next::{Next, Tally, next};

/// File name of the lock, beside `site.toml`.
pub const FILE_NAME: &str = "published.lock";

/// A longer file is no lock: 200,000 figures take 13 MB.
pub const LIMIT: u64 = 64 << 20;

/// What is shown, and when: as in the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    pub today: Date,
    /// Drafts and records of a later day are shown, so none of them is missed.
    pub drafts: bool,
}

/// One figure of the lock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry<'l> {
    pub id: &'l str,
    pub field: &'l str,
    pub value: &'l str,
    /// The day of the publish that first showed it.
    pub first: &'l str,
}

/// A lock that was read.
#[derive(Default)]
pub struct Lock {
    /// `None` where there is no file.
    source: Option<Arc<Source>>,
    /// Sorted by id and field, each field once.
    lines: Vec<Line>,
    /// Lines that cannot be read, and fields with two values.
    pub findings: Vec<Diagnostic>,
}

/// Offsets in the text: where the line begins, and where each of its four columns ends.
#[derive(Clone, Copy)]
struct Line {
    start: u32,
    ends: [u32; 4],
}

impl Line {
    /// `None` where the text is no line of a lock.
    fn read(text: &str, line: Range<usize>) -> Option<Self> {
        let bytes = &text.as_bytes()[line.clone()];
        let mut ends = [0; 4];
        let mut column = 0;
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\t' {
                *ends.get_mut(column).filter(|_| column < 3)? = (line.start + at) as u32;
                column += 1;
            }
        }
        ends[3] = line.end as u32;
        if column != 3 {
            return None;
        }
        let read = Self { start: line.start as u32, ends };
        let entry = read.entry(text);
        let is_whole = entry.id.contains('/') && !entry.field.is_empty() && is_day(entry.first);
        is_whole.then_some(read)
    }

    fn entry<'l>(&self, text: &'l str) -> Entry<'l> {
        let column = |n: usize| {
            let start = if n == 0 { self.start } else { self.ends[n - 1] + 1 };
            &text[start as usize..self.ends[n] as usize]
        };
        Entry { id: column(0), field: column(1), value: column(2), first: column(3) }
    }

    fn place(&self, source: &Arc<Source>) -> Span {
        Span::new(source, self.start as usize..self.ends[3] as usize)
    }
}

fn is_day(text: &str) -> bool {
    let shape = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(shape)
}

impl Lock {
    /// Reads a lock: any order, equal doubles, either kind of line end.
    pub fn read(source: &Arc<Source>) -> Self {
        let text = source.text.as_str();
        let mut lines = Vec::with_capacity(text.len() / 48);
        let mut strange: Vec<Range<usize>> = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let whole = start..start + line.trim_end_matches(['\n', '\r']).len();
            start += line.len();
            if whole.is_empty() {
                continue;
            }
            match Line::read(text, whole.clone()) {
                Some(line) => lines.push(line),
                None => strange.push(whole),
            }
        }
        let mut findings = Vec::new();
        if let Some(first) = strange.first() {
            let finding = Diagnostic::error_at("COM-08", "com-08-line", Span::new(source, first.clone()));
            findings.push(finding.arg("count", strange.len()));
        }
        if !lines.is_sorted_by_key(|line| line.entry(text)) {
            lines.sort_unstable_by_key(|line| line.entry(text));
        }
        lines.dedup_by(|later, first| {
            let (is, was) = (later.entry(text), first.entry(text));
            let is_double = (is.id, is.field) == (was.id, was.field);
            if is_double && is.value != was.value {
                let finding = Diagnostic::error_at("COM-08", "com-08-twice", later.place(source)).related(first.place(source), "other");
                let finding = finding.arg("id", is.id).arg("path", is.field).arg("value", is.value).arg("before", was.value);
                findings.push(finding.arg("line", source.position(first.start as usize).line));
            }
            is_double
        });
        Self { source: Some(Arc::clone(source)), lines, findings }
    }

    /// A lock that is not there, or cannot be read.
    pub fn unread(why: Option<Diagnostic>) -> Self {
        Self { findings: why.into_iter().collect(), ..Self::default() }
    }

    /// A lock of finished text.
    pub fn of_text(text: String) -> Self {
        Self::read(&Source::new(FILE_NAME, text))
    }

    /// The text as it is on disk; `None` where there is no file.
    pub fn text(&self) -> Option<&str> {
        self.source.as_deref().map(|source| source.text.as_str())
    }

    pub fn len(&self) -> usize {
        self.lines.len()
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// All figures, in order of id and field.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let text = self.text().unwrap_or("");
        self.lines.iter().map(|line| line.entry(text))
    }

    /// The figures of one record, in order of field.
    pub fn of(&self, id: &str) -> impl Iterator<Item = Entry<'_>> {
        let text = self.text().unwrap_or("");
        let from = self.lines.partition_point(|line| line.entry(text).id < id);
        let lines = &self.lines[from..];
        let until = lines.partition_point(|line| line.entry(text).id == id);
        lines[..until].iter().map(|line| line.entry(text))
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        let mut last = "";
        self.entries().filter_map(move |entry| {
            let is_next = entry.id != last;
            last = entry.id;
            is_next.then_some(entry.id)
        })
    }
}

/// Appends a line.
fn write_line(out: &mut String, entry: Entry<'_>) {
    for (part, end) in [(entry.id, '\t'), (entry.field, '\t'), (entry.value, '\t'), (entry.first, '\n')] {
        out.push_str(part);
        out.push(end);
    }
}

#[cfg(test)]
mod tests;
