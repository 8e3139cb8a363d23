//! watch: waits until an input of the site changes, and reports the changes.
//!
//! In: the site's folder. Out: [`Changes`], once a burst of changes has ended. Always: only `site.toml`, `content/`, `themes/`,
//! `profiles/` and `fonts/` are watched, so that the output (and its twin `.NAME.linli`) never triggers a rebuild; reading a file
//! is not a change; temporary files of editors are ignored; a folder may disappear and come back. Where the system cannot notify
//! (network folders, too many folders for its tables) the files are polled.
//!
//! The only file that names notify. [`Rebuilder`] rebuilds the site from the changes.

mod look;
mod names;
mod pending;
mod rebuild;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use linli::fs::{FileId, FileSystem};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use look::Looker;
use names::FOLDERS;
pub(crate) use pending::Changes;
use pending::{Heard, Pending};
pub(crate) use rebuild::Rebuilder;

/// The longest time that [`Watcher::wait`] waits: in between its caller looks at the clock, since a timer set for midnight would
/// sleep with the laptop it runs on.
const GLANCE: Duration = Duration::from_secs(2);
/// Git keeps this file, below `.git`, while it changes files; until then a checkout is incomplete.
const GIT_AT_WORK: &str = "index.lock";
/// Interval at which the watcher checks whether git has finished.
const GIT_PAUSE: Duration = Duration::from_millis(50);
/// Default interval of polling, where the system cannot notify.
const LOOK: Duration = Duration::from_secs(2);

/// Watches the inputs of a site.
pub(crate) struct Watcher<'a> {
    fs: &'a dyn FileSystem,
    root: PathBuf,
    eyes: Eyes,
}

/// How changes are detected.
enum Eyes {
    Told(Told),
    Looking(Looker),
}

/// The system notifies.
struct Told {
    watcher: RecommendedWatcher,
    events: Receiver<Heard>,
    pending: Pending,
    /// The root and the folders as they were when their watch began: a folder that was deleted and created again is a different
    /// one, and needs a new watch.
    held: Vec<Option<FileId>>,
    /// The folder of the git repository that contains the site.
    git: Option<PathBuf>,
}

impl<'a> Watcher<'a> {
    /// Starts watching. `every`: poll the files at this interval instead of relying on notifications.
    pub(crate) fn new(fs: &'a dyn FileSystem, root: &Path, every: Option<Duration>) -> Self {
        // The system names files by their real path.
        let root = fs.resolve(root).unwrap_or_else(|_| root.to_owned());
        let told = if every.is_none() { Told::begin(fs, &root).ok() } else { None };
        let eyes = told.map_or_else(|| Eyes::Looking(Looker::new(fs, &root, every.unwrap_or(LOOK))), Eyes::Told);
        Self { fs, root, eyes }
    }

    /// The interval of polling, where the system cannot notify.
    pub(crate) fn looks_every(&self) -> Option<Duration> {
        match &self.eyes {
            Eyes::Told(_) => None,
            Eyes::Looking(looker) => Some(looker.every),
        }
    }

    /// Waits for a burst of changes to end; `None` if there was none for a while.
    pub(crate) fn wait(&mut self) -> Option<Changes> {
        match &mut self.eyes {
            Eyes::Looking(looker) => looker.wait(self.fs, &self.root),
            Eyes::Told(told) => {
                let (changes, blind) = told.wait(self.fs, &self.root);
                if blind {
                    self.eyes = Eyes::Looking(Looker::new(self.fs, &self.root, LOOK));
                    return Some(Changes::Everything);
                }
                changes
            }
        }
    }

    /// Whether more has changed already: if so, a failed rebuild may have seen half of a change.
    pub(crate) fn is_restless(&mut self) -> bool {
        match &mut self.eyes {
            Eyes::Looking(_) => false,
            Eyes::Told(told) => {
                while let Ok(heard) = told.events.try_recv() {
                    told.pending.take(heard, &self.root);
                }
                !told.pending.is_empty()
            }
        }
    }
}

impl Told {
    fn begin(fs: &dyn FileSystem, root: &Path) -> notify::Result<Self> {
        let (sender, events) = mpsc::channel();
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let heard = match event {
                // Reading is not a change; without this check every rebuild would cause the next one.
                Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
                Ok(event) if event.need_rescan() => Heard::Lost,
                // macOS reports this for files that existed before, too.
                Ok(event) if matches!(event.kind, EventKind::Create(_)) && !cfg!(target_os = "macos") => Heard::Born(event.paths),
                Ok(event) => Heard::Paths(event.paths),
                Err(_) => Heard::Lost,
            };
            // Nobody receives: the program is ending.
            let _ = sender.send(heard);
        })?;
        let git = root.ancestors().map(|folder| folder.join(".git")).find(|git| matches!(fs.metadata(git), Ok(Some(_))));
        let mut told = Self { watcher, events, pending: Pending::default(), held: Vec::new(), git };
        told.hold(fs, root)?;
        Ok(told)
    }

    /// Watches the root (its own entries, not below) and the folders that exist.
    fn hold(&mut self, fs: &dyn FileSystem, root: &Path) -> notify::Result<()> {
        self.held = standing(fs, root);
        for folder in FOLDERS {
            // It is fine if there was no watch to remove.
            let _ = self.watcher.unwatch(&root.join(folder));
        }
        let _ = self.watcher.unwatch(root);
        fine_if_gone(self.watcher.watch(root, RecursiveMode::NonRecursive))?;
        for folder in FOLDERS {
            fine_if_gone(self.watcher.watch(&root.join(folder), RecursiveMode::Recursive))?;
        }
        Ok(())
    }

    fn is_git_at_work(&self, fs: &dyn FileSystem) -> bool {
        self.git.as_ref().is_some_and(|git| matches!(fs.metadata(&git.join(GIT_AT_WORK)), Ok(Some(_))))
    }

    /// The changes, if any, and whether the system can no longer watch.
    fn wait(&mut self, fs: &dyn FileSystem, root: &Path) -> (Option<Changes>, bool) {
        let glance = Instant::now() + GLANCE;
        loop {
            let until = self.pending.due().unwrap_or(glance);
            let left = until.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(left) {
                Ok(heard) => {
                    self.pending.take(heard, root);
                    // An endless stream of events must not keep the caller from its clock.
                    if !self.pending.is_empty() || Instant::now() < glance {
                        continue;
                    }
                }
                Err(RecvTimeoutError::Timeout) if !self.pending.is_empty() && !self.pending.is_overdue() && self.is_git_at_work(fs) => {
                    std::thread::sleep(GIT_PAUSE);
                    continue;
                }
                Err(RecvTimeoutError::Timeout) => {}
                // The watcher holds the sender and lives as long as this value; without it no event would arrive.
                Err(RecvTimeoutError::Disconnected) => return (None, true),
            }
            break;
        }
        if standing(fs, root) != self.held {
            if self.hold(fs, root).is_err() {
                return (None, true);
            }
            // No event was sent for changes while the folder was missing.
            self.pending.take(Heard::Lost, root);
        }
        let exists = |name: &str| !matches!(fs.metadata(&root.join(name)), Ok(None));
        (self.pending.done(exists), false)
    }
}

/// A folder that does not exist is watched when it appears.
fn fine_if_gone(result: notify::Result<()>) -> notify::Result<()> {
    match result {
        Err(error) if matches!(&error.kind, notify::ErrorKind::PathNotFound) => Ok(()),
        Err(error) if matches!(&error.kind, notify::ErrorKind::Io(e) if e.kind() == std::io::ErrorKind::NotFound) => Ok(()),
        other => other,
    }
}

/// Which of root and folders exist now.
fn standing(fs: &dyn FileSystem, root: &Path) -> Vec<Option<FileId>> {
    let all = std::iter::once(root.to_owned()).chain(FOLDERS.iter().map(|folder| root.join(folder)));
    all.map(|path| fs.metadata(&path).ok().flatten().map(|meta| meta.id)).collect()
}
