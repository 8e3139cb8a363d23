//! watch: waits until something that the site is made of has changed, and says what.
//!
//! In: the site's folder. Out: [`Changes`], once a burst of them has settled. Always: only `site.toml`,
//! `content/`, `themes/`, `profiles/` and `fonts/` are watched, so that the output (and its twin `.NAME.linli`)
//! never wakes who writes it; reading a file is no change; what editors leave behind is none either;
//! a folder may go and come back. Where the system does not tell (network folders, too many folders
//! for its tables) the files are looked at again and again instead.
//!
//! The only file that names notify. [`Rebuilder`] is what one does with the changes.

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
pub use pending::Changes;
use pending::{Heard, Pending};
pub use rebuild::Rebuilder;

/// [`Watcher::wait`] waits so long at most: in between its caller looks at the clock, since a timer set
/// for midnight would sleep with the laptop it runs on.
const GLANCE: Duration = Duration::from_secs(2);
/// Git holds this file, below `.git`, as long as it changes files; what it has done by then is half of a checkout.
const GIT_AT_WORK: &str = "index.lock";
/// How often it is looked whether git is done.
const GIT_PAUSE: Duration = Duration::from_millis(50);
/// Files are looked at this often where the system cannot watch them and nobody said how often.
const LOOK: Duration = Duration::from_secs(2);

/// Watches the files that a site is made of.
pub struct Watcher<'a> {
    fs: &'a dyn FileSystem,
    root: PathBuf,
    eyes: Eyes,
}

/// How changes are seen.
enum Eyes {
    Told(Told),
    Looking(Looker),
}

/// The system tells.
struct Told {
    watcher: RecommendedWatcher,
    events: Receiver<Heard>,
    pending: Pending,
    /// What stood at the root and at each folder when their watch began: a folder that went and came
    /// back is another one, and has to be watched anew.
    held: Vec<Option<FileId>>,
    /// The folder of git that the site lies in.
    git: Option<PathBuf>,
}

impl<'a> Watcher<'a> {
    /// Begins to watch. `every`: look at the files that often instead of being told.
    pub fn new(fs: &'a dyn FileSystem, root: &Path, every: Option<Duration>) -> Self {
        // The system names files by their real path.
        let root = fs.resolve(root).unwrap_or_else(|_| root.to_owned());
        let told = if every.is_none() { Told::begin(fs, &root).ok() } else { None };
        let eyes = told.map_or_else(|| Eyes::Looking(Looker::new(fs, &root, every.unwrap_or(LOOK))), Eyes::Told);
        Self { fs, root, eyes }
    }

    /// How often files are looked at, where the system does not tell.
    pub fn looks_every(&self) -> Option<Duration> {
        match &self.eyes {
            Eyes::Told(_) => None,
            Eyes::Looking(looker) => Some(looker.every),
        }
    }

    /// Waits for changes that have settled; `None` where there was nothing for a while.
    pub fn wait(&mut self) -> Option<Changes> {
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

    /// Whether more has changed already: what went wrong just now may be half of something.
    pub fn is_restless(&mut self) -> bool {
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
                // Reading is no change; without this every rebuild would cause the next one.
                Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
                Ok(event) if event.need_rescan() => Heard::Lost,
                // macOS says so of files that were there before, too.
                Ok(event) if matches!(event.kind, EventKind::Create(_)) && !cfg!(target_os = "macos") => Heard::Born(event.paths),
                Ok(event) => Heard::Paths(event.paths),
                Err(_) => Heard::Lost,
            };
            // Nobody listens any more: the program ends.
            let _ = sender.send(heard);
        })?;
        let git = root.ancestors().map(|folder| folder.join(".git")).find(|git| matches!(fs.metadata(git), Ok(Some(_))));
        let mut told = Self { watcher, events, pending: Pending::default(), held: Vec::new(), git };
        told.hold(fs, root)?;
        Ok(told)
    }

    /// Watches the root (what stands in it, not below) and the folders that are there.
    fn hold(&mut self, fs: &dyn FileSystem, root: &Path) -> notify::Result<()> {
        self.held = standing(fs, root);
        for folder in FOLDERS {
            // Nothing to take back is fine.
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

    /// The changes, if any, and whether the system cannot watch any more.
    fn wait(&mut self, fs: &dyn FileSystem, root: &Path) -> (Option<Changes>, bool) {
        let glance = Instant::now() + GLANCE;
        loop {
            let until = self.pending.due().unwrap_or(glance);
            let left = until.saturating_duration_since(Instant::now());
            match self.events.recv_timeout(left) {
                Ok(heard) => {
                    self.pending.take(heard, root);
                    // Noise without end must not keep the caller from its clock.
                    if !self.pending.is_empty() || Instant::now() < glance {
                        continue;
                    }
                }
                Err(RecvTimeoutError::Timeout) if !self.pending.is_empty() && !self.pending.is_overdue() && self.is_git_at_work(fs) => {
                    std::thread::sleep(GIT_PAUSE);
                    continue;
                }
                Err(RecvTimeoutError::Timeout) => {}
                // The watcher holds the sender and lives as long as we do; without it nothing is told.
                Err(RecvTimeoutError::Disconnected) => return (None, true),
            }
            break;
        }
        if standing(fs, root) != self.held {
            if self.hold(fs, root).is_err() {
                return (None, true);
            }
            // What happened between going and coming back was told to nobody.
            self.pending.take(Heard::Lost, root);
        }
        let exists = |name: &str| !matches!(fs.metadata(&root.join(name)), Ok(None));
        (self.pending.done(exists), false)
    }
}

/// A folder that is not there is watched when it comes.
fn fine_if_gone(result: notify::Result<()>) -> notify::Result<()> {
    match result {
        Err(error) if matches!(&error.kind, notify::ErrorKind::PathNotFound) => Ok(()),
        Err(error) if matches!(&error.kind, notify::ErrorKind::Io(e) if e.kind() == std::io::ErrorKind::NotFound) => Ok(()),
        other => other,
    }
}

/// Which root and folders stand there now.
fn standing(fs: &dyn FileSystem, root: &Path) -> Vec<Option<FileId>> {
    let all = std::iter::once(root.to_owned()).chain(FOLDERS.iter().map(|folder| root.join(folder)));
    all.map(|path| fs.metadata(&path).ok().flatten().map(|meta| meta.id)).collect()
}
