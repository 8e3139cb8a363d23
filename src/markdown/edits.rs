//! A text with small changes, and the way back to the text as it was.
//!
//! In: a text, changes in the order of their places. Out: the changed text ([`Edited`]), which answers for each of its
//! offsets where that stood. Always: a text without changes is not copied.

use std::borrow::Cow;
use std::ops::Range;

/// One change: these bytes of the new text stand for those of the old.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Change {
    pub new: Range<usize>,
    pub old: Range<usize>,
}

/// Takes changes, first to last.
pub(super) struct Edits<'a> {
    source: &'a str,
    out: String,
    copied: usize,
    changes: Vec<Change>,
}

/// The changed text.
pub(super) struct Edited<'a> {
    pub text: Cow<'a, str>,
    changes: Vec<Change>,
}

impl<'a> Edits<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, out: String::new(), copied: 0, changes: Vec::new() }
    }

    /// Puts `new` in the place of `old`. What lies before an earlier change is left alone.
    pub(super) fn replace(&mut self, old: Range<usize>, new: &str) {
        if old.start < self.copied || self.source[old.clone()] == *new {
            return;
        }
        self.out.push_str(&self.source[self.copied..old.start]);
        self.changes.push(Change { new: self.out.len()..self.out.len() + new.len(), old: old.clone() });
        self.out.push_str(new);
        self.copied = old.end;
    }

    pub(super) fn insert(&mut self, at: usize, new: &str) {
        self.replace(at..at, new);
    }

    /// Where a place behind the last change will stand.
    pub(super) fn position(&self, original: usize) -> usize {
        self.out.len() + original.saturating_sub(self.copied)
    }

    pub(super) fn finish(mut self) -> Edited<'a> {
        if self.changes.is_empty() {
            return Edited { text: Cow::Borrowed(self.source), changes: Vec::new() };
        }
        self.out.push_str(&self.source[self.copied..]);
        Edited { text: Cow::Owned(self.out), changes: self.changes }
    }
}

impl Edited<'_> {
    /// The place in the text as written at which something begins: behind what was taken away there.
    pub(super) fn start(&self, offset: usize) -> usize {
        Self::back(self.changes[..self.changes.partition_point(|c| c.new.start <= offset)].last(), offset)
    }

    /// The place in the text as written at which something ends.
    pub(super) fn end(&self, offset: usize) -> usize {
        Self::back(self.changes[..self.changes.partition_point(|c| c.new.start < offset)].last(), offset)
    }

    /// A range of the text as written.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.start(range.start);
        start..self.end(range.end).max(start)
    }

    fn back(last: Option<&Change>, offset: usize) -> usize {
        match last {
            None => offset,
            Some(change) if offset >= change.new.end => change.old.end + offset - change.new.end,
            Some(change) => change.old.start,
        }
    }

    /// The changes within a range.
    pub(super) fn within(&self, range: &Range<usize>) -> &[Change] {
        let first = self.changes.partition_point(|c| c.new.end <= range.start);
        let last = self.changes.partition_point(|c| c.new.start < range.end);
        &self.changes[first.min(last)..last]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_finds_its_way_back() {
        let text = "　　甲乙*丙";
        let mut edits = Edits::new(text);
        edits.replace(0..6, "");
        edits.insert(12, "\\");
        assert_eq!(edits.position(12), 7);
        let edited = edits.finish();
        assert_eq!(edited.text, "甲乙\\*丙");
        assert_eq!((edited.start(0), edited.end(0)), (6, 0), "what begins there begins behind the indent");
        assert_eq!(edited.original(&(0..6)), 6..12);
        assert_eq!(edited.original(&(7..11)), 12..16);
        assert_eq!(edited.original(&(0..0)), 6..6);
        assert_eq!(edited.within(&(0..11)).len(), 1);
        assert!(matches!(Edits::new(text).finish().text, Cow::Borrowed(_)));
    }
}
