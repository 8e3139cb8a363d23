//! watch: waits until an input of the site changes, and reports the changes.
//!
//! In: the site's folder. Out: [`Changes`], once a burst of changes has ended. Always: only `site.toml`, `content/`, `themes/`,
//! `profiles/` and `fonts/` are watched, so that the output (and its twin `.NAME.linli`) never triggers a rebuild; reading a file
//! is not a change; temporary files of editors are ignored; a folder may disappear and come back. Where the system cannot notify
//! (network folders, too many folders for its tables) the files are polled.
//!
//! The only file that names notify. [`Rebuilder`] rebuilds the site from the changes.

mod names;
mod pending;
mod poll;
mod rebuild;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use linli::fs::{FileId, FileSystem};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use names::FOLDERS;
pub(crate) use pending::Changes;
use pending::{FsEvent, Pending};
use poll::Poller;
pub(crate) use rebuild::Rebuilder;

/// The longest wait of [`Watcher::wait`]. Its caller then compares the clock, since a timer set for midnight would stop while a
/// laptop sleeps.
const LONGEST_WAIT: Duration = Duration::from_secs(2);
/// Git keeps this file, below `.git`, while it changes files; until then a checkout is incomplete.
const GIT_AT_WORK: &str = "index.lock";
/// Interval at which the watcher checks whether git has finished.
const GIT_PAUSE: Duration = Duration::from_millis(50);
/// Default interval of polling, where the system cannot notify.
const POLL_INTERVAL: Duration = Duration::from_secs(2);

/// Watches the inputs of a site.
pub(crate) struct Watcher<'a> {
    fs: &'a dyn FileSystem,
    root: PathBuf,
    source: Source,
}

/// How changes are detected.
enum Source {
    Notified(Notifications),
    Polled(Poller),
}

/// Notifications of the system.
struct Notifications {
    watcher: RecommendedWatcher,
    events: Receiver<FsEvent>,
    pending: Pending,
    /// The root and the folders as they were when their watch began: a folder that was deleted and created again is a different
    /// one, and needs a new watch.
    watched: Vec<Option<FileId>>,
    /// The folder of the git repository that contains the site.
    git: Option<PathBuf>,
}

impl<'a> Watcher<'a> {
    /// Starts watching. `every`: poll the files at this interval instead of relying on notifications.
    pub(crate) fn new(fs: &'a dyn FileSystem, root: &Path, every: Option<Duration>) -> Self {
        // The system names files by their real path.
        let root = fs.resolve(root).unwrap_or_else(|_| root.to_owned());
        let notifications = if every.is_none() { Notifications::begin(fs, &root).ok() } else { None };
        let source = notifications.map_or_else(|| Source::Polled(Poller::new(fs, &root, every.unwrap_or(POLL_INTERVAL))), Source::Notified);
        Self { fs, root, source }
    }

    /// The interval of polling, where the system cannot notify.
    pub(crate) fn poll_interval(&self) -> Option<Duration> {
        match &self.source {
            Source::Notified(_) => None,
            Source::Polled(poller) => Some(poller.every),
        }
    }

    /// Waits for a burst of changes to end; `None` if there was none for a while.
    pub(crate) fn wait(&mut self) -> Option<Changes> {
        match &mut self.source {
            Source::Polled(poller) => poller.wait(self.fs, &self.root),
            Source::Notified(notifications) => {
                let (changes, blind) = notifications.wait(self.fs, &self.root);
                if blind {
                    self.source = Source::Polled(Poller::new(self.fs, &self.root, POLL_INTERVAL));
                    return Some(Changes::Everything);
                }
                changes
            }
        }
    }

    /// Whether more changes have arrived; a failed rebuild may then have read half of a change.
    pub(crate) fn has_pending(&mut self) -> bool {
        match &mut self.source {
            Source::Polled(_) => false,
            Source::Notified(notifications) => {
                while let Ok(event) = notifications.events.try_recv() {
                    notifications.pending.take(event, &self.root);
                }
                !notifications.pending.is_empty()
            }
        }
    }
}

impl Notifications {
    fn begin(fs: &dyn FileSystem, root: &Path) -> notify::Result<Self> {
        let (sender, events) = mpsc::channel();
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let event = match event {
                // Reading is not a change; without this check every rebuild would cause the next one.
                Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
                Ok(event) if event.need_rescan() => FsEvent::Lost,
                // macOS reports this for files that existed before, too.
                Ok(event) if matches!(event.kind, EventKind::Create(_)) && !cfg!(target_os = "macos") => FsEvent::Created(event.paths),
                Ok(event) => FsEvent::Paths(event.paths),
                Err(_) => FsEvent::Lost,
            };
            // Nobody receives: the program is ending.
            let _ = sender.send(event);
        })?;
        let git = root.ancestors().map(|folder| folder.join(".git")).find(|git| matches!(fs.metadata(git), Ok(Some(_))));
        let mut notifications = Self { watcher, events, pending: Pending::default(), watched: Vec::new(), git };
        notifications.hold(fs, root)?;
        Ok(notifications)
    }

    /// Watches the root (only its direct entries) and the input folders that exist.
    fn hold(&mut self, fs: &dyn FileSystem, root: &Path) -> notify::Result<()> {
        self.watched = existing(fs, root);
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
        let deadline = Instant::now() + LONGEST_WAIT;
        loop {
            let until = self.pending.due().unwrap_or(deadline);
            let left = until.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(left) {
                Ok(event) => {
                    self.pending.take(event, root);
                    // An endless stream of events must not keep the caller from its clock.
                    if !self.pending.is_empty() || Instant::now() < deadline {
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
        if existing(fs, root) != self.watched {
            if self.hold(fs, root).is_err() {
                return (None, true);
            }
            // No event was sent for changes while the folder was missing.
            self.pending.take(FsEvent::Lost, root);
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

/// The identities of the root and the input folders; `None` for a folder that does not exist.
fn existing(fs: &dyn FileSystem, root: &Path) -> Vec<Option<FileId>> {
    let all = std::iter::once(root.to_owned()).chain(FOLDERS.iter().map(|folder| root.join(folder)));
    all.map(|path| fs.metadata(&path).ok().flatten().map(|meta| meta.id)).collect()
}
