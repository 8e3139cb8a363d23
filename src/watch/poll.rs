//! Polls the files where the system sends no notifications: network folders, some shared folders of virtual machines, systems with
//! full tables.
//!
//! In: the site's folder, and the interval. Out: the files that differ from the last poll. Always: kind, length and time decide, no
//! file is opened; a folder that cannot be listed is tried again at the next poll.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, SystemTime};

use linli::config;
use linli::fs::{FileSystem, Kind, Metadata};
use linli::lock;

use super::names::{FOLDERS, matters};
use super::pending::Changes;

/// A copy has ended if two polls with this pause have the same result.
const SETTLE: Duration = Duration::from_millis(400);
/// After so many polls with different results the changes are reported anyway; a copy that takes longer is reported in parts.
const PATIENCE: usize = 10;

/// The state of a file. A folder's time changes with every temporary file in it, so only its existence counts.
type FileState = (Kind, u64, Option<SystemTime>);
type View = BTreeMap<String, FileState>;

pub(super) struct Poller {
    pub every: Duration,
    seen: View,
}

impl Poller {
    pub(super) fn new(fs: &dyn FileSystem, root: &Path, every: Duration) -> Self {
        Self { every, seen: look(fs, root).unwrap_or_default() }
    }

    pub(super) fn wait(&mut self, fs: &dyn FileSystem, root: &Path) -> Option<Changes> {
        sleep(self.every);
        let mut now = look(fs, root)?;
        let mut changed = differing(&self.seen, &now);
        if changed.is_empty() {
            return None;
        }
        for _ in 0..PATIENCE {
            sleep(SETTLE);
            let Some(next) = look(fs, root) else { continue };
            let more = differing(&now, &next);
            now = next;
            if more.is_empty() {
                break;
            }
            changed.extend(more);
        }
        self.seen = now;
        Some(Changes::Files(changed))
    }
}

/// The state of all inputs; `None` where they cannot be listed.
fn look(fs: &dyn FileSystem, root: &Path) -> Option<View> {
    let sight = |meta: &Metadata| match meta.kind {
        Kind::Dir => (Kind::Dir, 0, None),
        kind => (kind, meta.len, meta.modified),
    };
    let mut view = View::new();
    for name in FOLDERS.iter().copied().chain([config::FILE_NAME, lock::FILE_NAME]) {
        let Some(meta) = fs.metadata(&root.join(name)).ok()? else { continue };
        view.insert(name.to_owned(), sight(&meta));
        if meta.kind == Kind::Dir {
            let below = fs.walk(&root.join(name)).ok()?;
            let named = below.iter().filter_map(|entry| Some((format!("{name}/{}", entry.name()?), sight(&entry.meta))));
            view.extend(named.filter(|(path, _)| matters(path)));
        }
    }
    Some(view)
}

fn differing(before: &View, now: &View) -> BTreeSet<String> {
    let all: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    all.into_iter().filter(|path| before.get(*path) != now.get(*path)).cloned().collect()
}
