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
use notify::{EventKind, RecursiveMode};

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
    watcher: Box<dyn notify::Watcher>,
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
        Self::with(Box::new(watcher), events, fs, root)
    }

    fn with(watcher: Box<dyn notify::Watcher>, events: Receiver<FsEvent>, fs: &dyn FileSystem, root: &Path) -> notify::Result<Self> {
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
        self.begin_watch(fs, root, RecursiveMode::NonRecursive)?;
        for folder in FOLDERS {
            self.begin_watch(fs, &root.join(folder), RecursiveMode::Recursive)?;
        }
        Ok(())
    }

    /// A folder that does not exist is watched when it appears; each system has another error for it, so none is asked.
    fn begin_watch(&mut self, fs: &dyn FileSystem, folder: &Path, mode: RecursiveMode) -> notify::Result<()> {
        let is_gone = || matches!(fs.metadata(folder), Ok(None));
        if is_gone() {
            return Ok(());
        }
        self.watcher.watch(folder, mode).or_else(|error| if is_gone() { Ok(()) } else { Err(error) })
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

/// The identities of the root and the input folders; `None` for a folder that does not exist.
fn existing(fs: &dyn FileSystem, root: &Path) -> Vec<Option<FileId>> {
    let all = std::iter::once(root.to_owned()).chain(FOLDERS.iter().map(|folder| root.join(folder)));
    all.map(|path| fs.metadata(&path).ok().flatten().map(|meta| meta.id)).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use linli::fs::Disk;

    use super::*;

    /// Watches as Windows does: a folder that is not there is an error without a kind.
    #[derive(Default, Clone)]
    struct Strict {
        watched: Arc<Mutex<Vec<PathBuf>>>,
        refuses: bool,
    }

    impl notify::Watcher for Strict {
        fn new<F: notify::EventHandler>(_: F, _: notify::Config) -> notify::Result<Self> {
            Ok(Self::default())
        }
        fn watch(&mut self, path: &Path, _: RecursiveMode) -> notify::Result<()> {
            if self.refuses || !path.is_dir() {
                return Err(notify::Error::generic("Input watch path is neither a file nor a directory."));
            }
            self.watched.lock().unwrap().push(path.to_owned());
            Ok(())
        }
        fn unwatch(&mut self, path: &Path) -> notify::Result<()> {
            self.watched.lock().unwrap().retain(|watched| watched != path);
            Ok(())
        }
        fn kind() -> notify::WatcherKind {
            notify::WatcherKind::NullWatcher
        }
    }

    #[test]
    fn folders_that_are_not_there_yet_are_no_reason_to_poll() {
        let site = tempfile::tempdir().unwrap();
        let root = site.path().canonicalize().unwrap();
        std::fs::create_dir(root.join("content")).unwrap();
        let watcher = Strict::default();
        let watched = Arc::clone(&watcher.watched);
        let (sender, events) = mpsc::channel();
        let mut notifications = Notifications::with(Box::new(watcher.clone()), events, &Disk, &root).unwrap();
        assert_eq!(*watched.lock().unwrap(), [root.clone(), root.join("content")]);
        // The folder appears: it is watched from then on, and what it held already is looked at.
        std::fs::create_dir(root.join("themes")).unwrap();
        sender.send(FsEvent::Created(vec![root.join("themes")])).unwrap();
        let (changes, blind) = notifications.wait(&Disk, &root);
        assert!(!blind && changes.is_some() && watched.lock().unwrap().contains(&root.join("themes")));
        // A system that can watch nothing is another matter.
        let (_sender, events) = mpsc::channel();
        assert!(Notifications::with(Box::new(Strict { refuses: true, ..watcher }), events, &Disk, &root).is_err());
    }
}
