//! Whether the corrections of a record explain that a published figure differs.
//!
//! In: the figure of the lock, the value as it is, the record's `corrections`. Out: yes or no, and the correction that almost does.
//! Always: a correction names the field, the value as published and the value as it is now; without `new` the figure was taken away,
//! without `old` it was added; several for one field form a chain, of which the last says what stands.

use crate::record::Record;
use crate::record::envelope::Correction;
use crate::record::field::{Locking, Shape};
use crate::record::locked::{Locked, canonical};

/// The corrections of one field, oldest first, with their values in the form of the check code.
pub(super) struct Chain<'r> {
    steps: Vec<(&'r Correction, Option<String>, Option<String>)>,
}

impl<'r> Chain<'r> {
    pub(super) fn of(record: &'r Record, path: &str) -> Self {
        let shape = record.declared(path).map_or(&Shape::Line, |declared| declared.shape);
        let value = |written: &Option<String>| written.as_deref().filter(|w| !w.trim().is_empty()).map(|w| canonical(shape, w));
        let named = record.envelope.corrections.iter().filter(|c| record.path_of(c.field.trim()) == path);
        let mut steps: Vec<_> = named.map(|c| (c, value(&c.old), value(&c.new))).collect();
        crate::order::sort_by_key(&mut steps, |(c, ..)| c.date);
        Self { steps }
    }

    /// Whether the chain leads from the published value to the value as it is (`None`: taken away).
    pub(super) fn leads(&self, published: &str, now: Option<&str>) -> bool {
        let starts = self.steps.iter().enumerate().filter(|(_, (_, old, _))| old.as_deref() == Some(published));
        let is_whole = |from: usize| self.steps[from..].windows(2).all(|pair| pair[0].2 == pair[1].1);
        let last = self.steps.last().map(|(.., new)| new.as_deref());
        last == Some(now) && starts.into_iter().any(|(from, _)| is_whole(from))
    }

    /// The newest correction of the field, which does not fit. One that led to the published value is an earlier one.
    pub(super) fn unfit(&self, published: &str) -> Option<&'r Correction> {
        self.steps.last().filter(|(.., new)| new.as_deref() != Some(published)).map(|(c, ..)| *c)
    }
}

/// Whether a sibling keeps the value of before, as that of a meeting that was moved.
pub(super) fn is_kept(record: &Record, path: &str, published: &str, values: &[Locked]) -> bool {
    let Some(Locking::KeptIn(sibling)) = record.declared(path).map(|declared| declared.spec.locking) else { return false };
    let kept = path.rsplit_once('.').map_or_else(|| sibling.to_owned(), |(above, _)| format!("{above}.{sibling}"));
    find(values, &kept).is_some_and(|value| value.value == published)
}

/// The value at a path.
pub(super) fn find<'v>(values: &'v [Locked], path: &str) -> Option<&'v Locked> {
    values.binary_search_by(|value| value.path.as_str().cmp(path)).ok().map(|at| &values[at])
}
