//! The lock that the next publish writes.
//!
//! In: the lock of before, all records in order of id. Out: its text, and how it differs. Always: exactly the figures that are public
//! on the day, and those that the lock had before of records that cannot be seen today (a day before their own, an error in their
//! text); a figure keeps the day on which it was first published, also through a correction and a change of name.

use std::sync::Arc;

use rayon::prelude::*;

use super::compare::{index_of, is_public, published, renamed};
use super::{Entry, FILE_NAME, Lock, Scope, write_line};
use crate::diagnostic::Diagnostic;
use crate::record::Record;
use crate::record::envelope::Status;
use crate::record::field::Locking;
use crate::record::locked;
use crate::value::RecordId;

/// How the next lock differs from the one before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub new: usize,
    pub changed: usize,
    pub gone: usize,
    /// Ends that the calendar has passed: new lines that nobody's edit brought.
    pub ended: usize,
}

impl Tally {
    /// Whether somebody's edit changes the lock.
    pub fn is_change(&self) -> bool {
        self.new + self.changed + self.gone > 0
    }

    /// E110: the lock would change.
    pub fn finding(&self) -> Option<Diagnostic> {
        let finding = Diagnostic::error("E110", "e110-change", FILE_NAME);
        self.is_change().then(|| finding.arg("new", self.new).arg("changed", self.changed).arg("gone", self.gone))
    }

    fn add(mut self, other: Self) -> Self {
        self.new += other.new;
        self.changed += other.changed;
        self.gone += other.gone;
        self.ended += other.ended;
        self
    }
}

/// The next lock.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Next {
    pub text: String,
    pub figures: usize,
    pub tally: Tally,
}

impl Next {
    /// Whether the file has to be written. Line ends are no difference: git may change them.
    pub fn differs(&self, lock: &Lock) -> bool {
        match lock.text() {
            None => !self.text.is_empty(),
            Some(text) => !text.lines().eq(self.text.lines()),
        }
    }
}

/// The lines of one id.
struct Part {
    id: String,
    text: String,
    figures: usize,
    tally: Tally,
}

/// The next lock.
pub fn next(lock: &Lock, records: &[Arc<Record>], is_broken: &(dyn Fn(&str) -> bool + Sync), scope: Scope) -> Next {
    let renamed = renamed(records);
    let mut parts: Vec<Part> = records
        .par_iter()
        .filter(|record| is_public(record, scope))
        .map(|record| of_record(record, &published(lock, record, &renamed), scope))
        .collect();
    // Of an id without a public record the lines stay where they belong to a day or a text that cannot be seen now.
    for id in lock.ids() {
        let record = index_of(records, id).map(|at| &records[at]);
        let stays = match record {
            Some(record) if is_public(record, scope) => continue,
            Some(record) => record.envelope.status() == Status::Published,
            None => is_broken(id),
        };
        // Of a renamed record the lines are counted under its new id.
        let is_moved = || RecordId::parse(id).is_some_and(|id| renamed.contains_key(&id));
        let mut part = Part { id: id.to_owned(), text: String::new(), figures: 0, tally: Tally::default() };
        for entry in lock.of(id) {
            if stays {
                write_line(&mut part.text, entry);
                part.figures += 1;
            } else if !is_moved() {
                part.tally.gone += 1;
            }
        }
        parts.push(part);
    }
    crate::order::sort_by(&mut parts, |a, b| a.id.cmp(&b.id));
    let mut next = Next { text: String::with_capacity(parts.iter().map(|p| p.text.len()).sum()), ..Next::default() };
    for part in parts {
        next.text.push_str(&part.text);
        next.figures += part.figures;
        next.tally = next.tally.add(part.tally);
    }
    next
}

fn of_record(record: &Record, before: &[Entry<'_>], scope: Scope) -> Part {
    let id = record.id.as_str();
    let mut part = Part { id: id.to_owned(), text: String::new(), figures: 0, tally: Tally::default() };
    // Of a record that was never locked nobody knows a day but its own.
    let first = if before.is_empty() { record.envelope.published } else { scope.today }.to_string();
    let mut before = before.iter().peekable();
    for value in locked::values(record, scope.today) {
        while before.next_if(|entry| *entry.field < *value.path).is_some() {
            part.tally.gone += 1;
        }
        let old = before.next_if(|entry| *entry.field == *value.path);
        match old {
            Some(old) if old.value == value.value && old.id == id => {}
            Some(_) => part.tally.changed += 1,
            None if !value.settled => continue,
            None if record.declared(&value.path).is_some_and(|d| d.spec.locking == Locking::MovingEnd) => part.tally.ended += 1,
            None => part.tally.new += 1,
        }
        let first = old.map_or(first.as_str(), |old| old.first);
        write_line(&mut part.text, Entry { id, field: &value.path, value: &value.value, first });
        part.figures += 1;
    }
    part.tally.gone += before.count();
    part
}
