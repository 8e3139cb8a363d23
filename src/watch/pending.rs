//! Collects changes until a burst of them has ended: many files saved together are one change.
//!
//! In: events of the file system. Out: [`Changes`], when no further event has come for a moment. Always: an endless burst is
//! reported after `CEILING`; files created and deleted within one burst (temporary files of editors, whose names cannot be known)
//! are ignored.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use linli::fs::slashes;

use super::names::matters;

/// A save has ended after so long without an event: editors write, rename and set times within a few milliseconds; people do not
/// notice a twentieth of a second.
const SETTLE: Duration = Duration::from_millis(50);
/// More files than this (a record and its translations) were not saved by a person but by a program: a checkout, a copy, a
/// synchronizer.
const MANY: usize = 3;
/// Programs pause for the disk and the network. Nobody watches the screen meanwhile.
const SETTLE_MANY: Duration = Duration::from_millis(400);
/// An endless writer (a synchronizer, a log) must not delay the rebuild for ever.
const CEILING: Duration = Duration::from_secs(5);

/// The changes since the last build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Changes {
    /// The earlier state is unknown.
    Everything,
    /// Relative to the root, with forward slashes. A folder means everything below it.
    Files(BTreeSet<String>),
}

impl Changes {
    /// These files and others.
    pub(crate) fn and(self, others: Self) -> Self {
        match (self, others) {
            (Self::Files(mut files), Self::Files(more)) => {
                files.extend(more);
                Self::Files(files)
            }
            _ => Self::Everything,
        }
    }

    /// No file differs; only time has passed.
    pub(crate) fn none() -> Self {
        Self::Files(BTreeSet::new())
    }
}

/// An event of the file system.
#[derive(Debug)]
pub(super) enum FsEvent {
    Paths(Vec<PathBuf>),
    /// Something was created.
    Created(Vec<PathBuf>),
    /// Something changed, the system does not say what.
    Lost,
}

#[derive(Debug, Default)]
pub(super) struct Pending {
    /// The paths, and whether each was created in this burst.
    files: BTreeMap<String, bool>,
    everything: bool,
    /// Times of the first and the last event.
    when: Option<(Instant, Instant)>,
}

impl Pending {
    pub(super) fn is_empty(&self) -> bool {
        self.when.is_none()
    }

    pub(super) fn take(&mut self, event: FsEvent, root: &Path) {
        let (paths, is_born) = match event {
            FsEvent::Lost => {
                self.everything = true;
                return self.touch();
            }
            FsEvent::Paths(paths) => (paths, false),
            FsEvent::Created(paths) => (paths, true),
        };
        for path in paths {
            let Ok(inside) = path.strip_prefix(root) else { continue };
            // A name that is not Unicode belongs to no record, but reading reports it.
            let name = slashes(inside).unwrap_or_else(|| inside.to_string_lossy().into());
            if matters(&name) {
                self.files.entry(name).or_insert(is_born);
                self.touch();
            }
        }
    }

    fn touch(&mut self) {
        let now = Instant::now();
        self.when = Some((self.when.map_or(now, |(first, _)| first), now));
    }

    /// When the burst will have ended, if no further event comes.
    pub(super) fn due(&self) -> Option<Instant> {
        let quiet = if self.files.len() > MANY || self.everything { SETTLE_MANY } else { SETTLE };
        self.when.map(|(first, last)| (last + quiet).min(first + CEILING))
    }

    /// Whether the burst has reached the ceiling.
    pub(super) fn is_overdue(&self) -> bool {
        self.when.is_some_and(|(first, _)| first.elapsed() >= CEILING)
    }

    /// Returns the changes and starts anew. `exists`: whether a file exists now.
    pub(super) fn done(&mut self, exists: impl Fn(&str) -> bool) -> Option<Changes> {
        let Self { files, everything, when } = std::mem::take(self);
        when?;
        if everything {
            return Some(Changes::Everything);
        }
        let lasting: BTreeSet<String> =
            files.into_iter().filter(|(name, is_born)| !is_born || exists(name)).map(|(name, _)| name).collect();
        (!lasting.is_empty()).then_some(Changes::Files(lasting))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(names: &[&str]) -> FsEvent {
        FsEvent::Paths(names.iter().map(|name| Path::new("/site").join(name)).collect())
    }

    fn files(names: &[&str]) -> Option<Changes> {
        Some(Changes::Files(names.iter().map(|name| (*name).to_owned()).collect()))
    }

    #[test]
    fn changes_are_told_once_and_together() {
        let (root, gone) = (Path::new("/site"), |_: &str| false);
        let mut pending = Pending::default();
        pending.take(event(&["content/a.md~", "public/index.html"]), root);
        assert!(pending.is_empty() && pending.due().is_none() && pending.done(gone).is_none());
        pending.take(event(&["content/b.md", "content/a.md~"]), root);
        pending.take(event(&["content/a.md", "content/b.md"]), root);
        assert!(pending.due().is_some());
        assert_eq!(pending.done(gone), files(&["content/a.md", "content/b.md"]));
        assert!(pending.is_empty());
        pending.take(event(&["content/b.md"]), root);
        pending.take(FsEvent::Lost, root);
        assert_eq!(pending.done(gone), Some(Changes::Everything));
    }

    #[test]
    fn what_came_and_went_never_was() {
        let root = Path::new("/site");
        let born = |name: &str| FsEvent::Created(vec![root.join(name)]);
        let mut pending = Pending::default();
        pending.take(born("content/sedQ1w2E3"), root);
        pending.take(event(&["content/sedQ1w2E3", "content/a.md"]), root);
        assert_eq!(pending.done(|name| name == "content/a.md"), files(&["content/a.md"]));
        // Deleted and written again: the file existed before the burst.
        pending.take(event(&["content/a.md"]), root);
        pending.take(born("content/a.md"), root);
        assert_eq!(pending.done(|_| false), files(&["content/a.md"]));
        pending.take(born("content/b.md"), root);
        assert_eq!(pending.done(|_| true), files(&["content/b.md"]));
        pending.take(born("content/b.md"), root);
        assert_eq!(pending.done(|_| false), None);
    }

    #[test]
    fn a_program_at_work_is_waited_for_longer_than_a_person_but_not_for_ever() {
        let mut pending = Pending::default();
        pending.take(event(&["content/a.md"]), Path::new("/site"));
        let (_, last) = pending.when.unwrap();
        assert_eq!(pending.due(), Some(last + SETTLE));
        for n in 0..=MANY {
            pending.take(event(&[&format!("content/{n}.md")]), Path::new("/site"));
        }
        let (first, last) = pending.when.unwrap();
        assert_eq!(pending.due(), Some(last + SETTLE_MANY));
        pending.when = Some((first, first + CEILING));
        assert_eq!(pending.due(), Some(first + CEILING));
    }
}
