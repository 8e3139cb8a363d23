//! Changes that have been heard of and are not yet told: many files saved together are one change.
//!
//! In: what the system tells, as it comes. Out: [`Changes`], when nothing more has come for a moment.
//! Always: a burst without end is told at last; what came and went within a burst (editors write aside
//! under names that nobody can foresee) never was.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use linli::fs::slashes;

use super::names::matters;

/// Quiet for so long, and a save is over: editors write, rename and set times within a few
/// milliseconds; people do not notice a twentieth of a second.
const SETTLE: Duration = Duration::from_millis(50);
/// More files than this (a record, its translations) are no person's save but a program at work: a checkout,
/// a copy, a synchronizer.
const MANY: usize = 3;
/// Programs at work pause for the disk and the network. Nobody watches the screen meanwhile.
const SETTLE_MANY: Duration = Duration::from_millis(400);
/// Something that writes without end (a synchronizer, a log) must not put the rebuild off for ever.
const CEILING: Duration = Duration::from_secs(5);

/// What has changed since the site was made last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// Nothing is known of before.
    Everything,
    /// Relative to the root, with forward slashes. A folder stands for all that is below it.
    Files(BTreeSet<String>),
}

impl Changes {
    /// These and others.
    pub fn and(self, others: Self) -> Self {
        match (self, others) {
            (Self::Files(mut files), Self::Files(more)) => {
                files.extend(more);
                Self::Files(files)
            }
            _ => Self::Everything,
        }
    }

    /// No file differs: only the clock went on.
    pub fn none() -> Self {
        Self::Files(BTreeSet::new())
    }
}

/// What the system tells.
#[derive(Debug)]
pub enum Heard {
    Paths(Vec<PathBuf>),
    /// Something is there that was not.
    Born(Vec<PathBuf>),
    /// Something, but not what.
    Lost,
}

#[derive(Debug, Default)]
pub struct Pending {
    /// And whether the file was born in this burst.
    files: BTreeMap<String, bool>,
    everything: bool,
    /// When the first and the last change were heard of.
    when: Option<(Instant, Instant)>,
}

impl Pending {
    pub fn is_empty(&self) -> bool {
        self.when.is_none()
    }

    pub fn take(&mut self, heard: Heard, root: &Path) {
        let (paths, is_born) = match heard {
            Heard::Lost => {
                self.everything = true;
                return self.touch();
            }
            Heard::Paths(paths) => (paths, false),
            Heard::Born(paths) => (paths, true),
        };
        for path in paths {
            let Ok(inside) = path.strip_prefix(root) else { continue };
            // A name that is not Unicode is no record's, but reading tells of it.
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

    /// When the changes will have settled, if nothing more comes.
    pub fn due(&self) -> Option<Instant> {
        let settle = if self.files.len() > MANY || self.everything { SETTLE_MANY } else { SETTLE };
        self.when.map(|(first, last)| (last + settle).min(first + CEILING))
    }

    /// Whether what is heard of has waited as long as anything may.
    pub fn is_overdue(&self) -> bool {
        self.when.is_some_and(|(first, _)| first.elapsed() >= CEILING)
    }

    /// Hands over what has changed, and begins anew. `exists`: whether a file is there now.
    pub fn done(&mut self, exists: impl Fn(&str) -> bool) -> Option<Changes> {
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

    fn heard(names: &[&str]) -> Heard {
        Heard::Paths(names.iter().map(|name| Path::new("/site").join(name)).collect())
    }

    fn files(names: &[&str]) -> Option<Changes> {
        Some(Changes::Files(names.iter().map(|name| (*name).to_owned()).collect()))
    }

    #[test]
    fn changes_are_told_once_and_together() {
        let (root, gone) = (Path::new("/site"), |_: &str| false);
        let mut pending = Pending::default();
        pending.take(heard(&["content/a.md~", "public/index.html"]), root);
        assert!(pending.is_empty() && pending.due().is_none() && pending.done(gone).is_none());
        pending.take(heard(&["content/b.md", "content/a.md~"]), root);
        pending.take(heard(&["content/a.md", "content/b.md"]), root);
        assert!(pending.due().is_some());
        assert_eq!(pending.done(gone), files(&["content/a.md", "content/b.md"]));
        assert!(pending.is_empty());
        pending.take(heard(&["content/b.md"]), root);
        pending.take(Heard::Lost, root);
        assert_eq!(pending.done(gone), Some(Changes::Everything));
    }

    #[test]
    fn what_came_and_went_never_was() {
        let root = Path::new("/site");
        let born = |name: &str| Heard::Born(vec![root.join(name)]);
        let mut pending = Pending::default();
        pending.take(born("content/sedQ1w2E3"), root);
        pending.take(heard(&["content/sedQ1w2E3", "content/a.md"]), root);
        assert_eq!(pending.done(|name| name == "content/a.md"), files(&["content/a.md"]));
        // Deleted and written again: it was there before.
        pending.take(heard(&["content/a.md"]), root);
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
        pending.take(heard(&["content/a.md"]), Path::new("/site"));
        let (_, last) = pending.when.unwrap();
        assert_eq!(pending.due(), Some(last + SETTLE));
        for n in 0..=MANY {
            pending.take(heard(&[&format!("content/{n}.md")]), Path::new("/site"));
        }
        let (first, last) = pending.when.unwrap();
        assert_eq!(pending.due(), Some(last + SETTLE_MANY));
        pending.when = Some((first, first + CEILING));
        assert_eq!(pending.due(), Some(first + CEILING));
    }
}
