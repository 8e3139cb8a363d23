//! write: publishes the finished files, all of them or none.
//!
//! In: files as rendering makes them ([`crate::sink::Sink`]), and the records that they show. Out: the target folder and a
//! [`Summary`]. Always:
//!
//! - readers see the old site or the new one, complete, whatever fails and whenever the process ends;
//! - an unchanged file keeps its inode and its time; if all files are unchanged, the target is not touched;
//! - only files named in linli's own manifest are ever removed; other people's files beside them stay;
//! - `published.lock` is staged before the exchange and in place after it, whenever the process ends ([`lock_file`]).
//!
//! **How.** Files that differ from the target's are written to `new/`. [`Staging::publish`] builds the twin out of hard links to
//! the target's files and of the new files, and exchanges it with the target in one step. The twin was the target one publish ago,
//! so only differences are applied. It is never trusted: a file in the twin that is not the expected inode is replaced. Leftovers
//! of a killed run are therefore harmless.
//!
//! **What is promised.** When the process is killed, or an operation fails: the old site or the new one, complete. When the power
//! fails: the same, as far as the file system keeps its order, since all new files are flushed (in one call) before the exchange.
//! Without hard links files are copied. Without an exchange the step is two renames, and the next run repairs one that ended
//! between them.

mod assemble;
mod clean;
mod error;
mod lock_file;
mod manifest;
mod paths;
mod place;
mod standing;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use crate::fs::{self, Entry, FileSystem, FsError, Guard, Kind};
use crate::hash::ContentHash;
use crate::sink::{Sink, SinkError};
pub use clean::{Cleaned, clean};
pub use error::{Message, WriteError, emptied_finding, fs_message, vanished_finding};
pub use manifest::{FileInfo, MANIFEST, Manifest, Shown, vanished};
pub use paths::is_sound as is_sound_path;
use paths::{Claim, Claims};
use place::Place;
use standing::Resumed;
pub use standing::Standing;

/// How to publish.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Publish into a folder that linli did not create, and over files that it did not write. Even then only files at paths of the
    /// new site are removed.
    pub force: bool,
    /// The inputs (content, theme, settings): the output folder must not overlap with them.
    pub inputs: Vec<PathBuf>,
    /// Where the site keeps its `published.lock`, if it belongs to this output.
    pub lock: Option<PathBuf>,
}

/// The contents of the manifest besides the files.
#[derive(Debug, Clone, Default)]
pub struct PublishInfo {
    /// Every record that the site shows, tombstones too.
    pub records: BTreeMap<String, Shown>,
    /// The text of `published.lock` for this publish; `None` where it writes none.
    pub lock: Option<String>,
}

/// The result of a publish.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    pub new: usize,
    pub changed: usize,
    pub removed: usize,
    pub unchanged: usize,
    /// Files of the new site, without the manifest.
    pub total: usize,
}

/// The site after a publish.
struct Published {
    summary: Summary,
    manifest: Manifest,
    manifest_hash: ContentHash,
    /// Files that differ between the twin and the site; none where nothing was exchanged.
    behind: BTreeSet<String>,
}

/// A site that is being staged. If it is dropped without [`Staging::publish`], the old site stays unchanged.
pub struct Staging<'a> {
    fs: &'a dyn FileSystem,
    place: Place,
    force: bool,
    /// The site's `published.lock`.
    lock_file: Option<PathBuf>,
    old: Manifest,
    /// Hash of the target's manifest; `None` without one.
    old_hash: Option<ContentHash>,
    sound: Sound,
    claims: Mutex<Claims>,
    /// Folders made in `new/`, relative to it.
    folders: Mutex<HashSet<PathBuf>>,
    failed: AtomicBool,
    published: bool,
    /// The result of the last publish of this run; if there is one, only new files are handed in.
    resumed: Option<Resumed>,
    /// The last field, so that it is released last.
    _lock: Box<dyn Guard>,
}

/// The target folder before a publish.
struct Target {
    manifest: Manifest,
    /// Hash of the manifest's bytes; `None` without one.
    hash: Option<ContentHash>,
    sound: Sound,
}

/// Files of the target that match the old manifest.
enum Sound {
    All,
    These(HashSet<String>),
}

impl Sound {
    fn holds(&self, path: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(paths) => paths.contains(path),
        }
    }
}

impl<'a> Staging<'a> {
    /// Locks the output folder, repairs what an earlier run left, and reads the target.
    pub fn open(fs: &'a dyn FileSystem, output: &Path, options: Options) -> Result<Self, WriteError> {
        let place = Place::find(fs, output, &options.inputs)?;
        if !options.force {
            refuse_foreign(fs, &place)?;
        }
        fs.create_dir_all(&place.control)?;
        let lock = lock(fs, &place)?;
        place.recover(fs)?;
        fs.write_new(&place.mark(), b"")?;
        let old_bytes = read_manifest_bytes(fs, &place.target)?;
        let old = match old_bytes.as_deref().map(Manifest::parse) {
            Some(Some(manifest)) => manifest,
            _ if !options.force && !is_empty(fs, &place.target)? => return Err(WriteError::Foreign { path: place.target }),
            _ => Manifest::default(),
        };
        lock_file::recover(fs, options.lock.as_deref(), &old)?;
        let sound = Sound::These(sound_files(fs, &place, &old, old_bytes.as_deref())?);
        let old_hash = old_bytes.as_deref().map(ContentHash::of);
        Ok(Self::begin(fs, place, options, Target { manifest: old, hash: old_hash, sound }, lock))
    }

    fn begin(fs: &'a dyn FileSystem, place: Place, options: Options, target: Target, lock: Box<dyn Guard>) -> Self {
        Self {
            fs,
            place,
            force: options.force,
            lock_file: options.lock,
            old: target.manifest,
            old_hash: target.hash,
            sound: target.sound,
            claims: Mutex::default(),
            folders: Mutex::default(),
            failed: AtomicBool::new(false),
            published: false,
            resumed: None,
            _lock: lock,
        }
    }

    /// The manifest of the site that readers see now; empty if there is none.
    pub fn previous(&self) -> &Manifest {
        &self.old
    }

    /// Publishes the staged files.
    pub fn publish(self, info: PublishInfo) -> Result<Summary, WriteError> {
        Ok(self.publish_all(info)?.summary)
    }

    /// Publishes, and returns the new state of the site and the files that differ in the twin.
    fn publish_all(mut self, info: PublishInfo) -> Result<Published, WriteError> {
        if self.failed.load(Ordering::Relaxed) {
            return Err(WriteError::Unfinished);
        }
        let files = std::mem::take(&mut locked(&self.claims).files);
        let summary = self.compare(&files);
        let staged_lock = lock_file::Staged::new(self.fs, self.lock_file.as_deref().zip(info.lock))?;
        let files_of_site = files.iter().map(|(path, claim)| (path.clone(), claim.info)).collect();
        let manifest = Manifest { files: files_of_site, records: info.records, lock: staged_lock.hash() };
        let bytes = manifest.to_bytes();
        let hash = ContentHash::of(&bytes);
        let fresh_manifest = self.old_hash != Some(hash);
        let mut behind = BTreeSet::new();
        if fresh_manifest || summary.unchanged != summary.total || summary.removed > 0 {
            if fresh_manifest {
                self.stage(MANIFEST, |to| self.fs.write_new(to, &bytes))?;
            }
            assemble::assemble(&self, &files, fresh_manifest)?;
            self.fs.sync(&self.place.twin())?;
            if files.values().all(|claim| claim.fresh) {
                // This run wrote all of it while it held the lock, so the next publish need not read it again.
                place::remove(self.fs, &self.place.mark())?;
                self.fs.write_new(&self.place.mark(), b"")?;
            }
            self.place.swap(self.fs)?;
            behind.extend(files.iter().filter(|(_, claim)| claim.fresh).map(|(path, _)| path.clone()));
            behind.extend(self.old.files.keys().filter(|path| !files.contains_key(*path)).cloned());
            behind.insert(MANIFEST.to_owned());
        }
        self.published = true;
        self.remember(hash);
        staged_lock.put_in_place()?;
        Ok(Published { summary, manifest, manifest_hash: hash, behind })
    }

    fn compare(&self, files: &BTreeMap<String, Claim>) -> Summary {
        let mut summary = Summary { total: files.len(), ..Summary::default() };
        for (path, claim) in files {
            match (claim.fresh, self.old.files.contains_key(path)) {
                (false, _) => summary.unchanged += 1,
                (true, true) => summary.changed += 1,
                (true, false) => summary.new += 1,
            }
        }
        summary.removed = self.old.files.keys().filter(|path| !files.contains_key(*path)).count();
        summary
    }

    /// Notes when the target was compared with this manifest. The note only saves work: failing to write it does no harm.
    fn remember(&self, manifest: ContentHash) {
        let _ = self.fs.rename(&self.place.mark(), &self.place.control.join(format!("seen-{manifest}")));
        if let Some(before) = self.old_hash.filter(|before| *before != manifest) {
            let _ = self.fs.remove_file(&self.place.control.join(format!("seen-{before}")));
        }
    }

    fn take(&self, path: &str, info: FileInfo, write: impl FnOnce(&Path) -> Result<(), SinkError>) -> Result<(), SinkError> {
        let fresh = !self.is_there(path, info);
        locked(&self.claims).claim(path, Claim { info, fresh })?;
        if fresh { self.stage(path, write) } else { Ok(()) }
    }

    /// Whether the target holds this very file.
    fn is_there(&self, path: &str, info: FileInfo) -> bool {
        self.sound.holds(path) && self.old.files.get(path) == Some(&info)
    }

    fn stage<E: From<FsError>>(&self, path: &str, write: impl FnOnce(&Path) -> Result<(), E>) -> Result<(), E> {
        let to = self.place.fresh().join(path);
        let folder = Path::new(path).parent().unwrap_or(Path::new(""));
        let mut folders = locked(&self.folders);
        if !folders.contains(folder) {
            self.fs.create_dir_all(&self.place.fresh().join(folder))?;
            folders.extend(folder.ancestors().map(Path::to_owned));
        }
        drop(folders);
        write(&to)
    }

    /// Marks the staging as unfinished on failure, so that nothing incomplete is ever published.
    fn noted<T>(&self, result: Result<T, SinkError>) -> Result<T, SinkError> {
        if result.is_err() {
            self.failed.store(true, Ordering::Relaxed);
        }
        result
    }
}

impl Sink for Staging<'_> {
    fn put_hashed(&self, path: &str, bytes: &[u8], hash: ContentHash) -> Result<(), SinkError> {
        let info = FileInfo { hash, len: bytes.len() as u64 };
        self.noted(self.take(path, info, |to| Ok(self.fs.write_new(to, bytes)?)))
    }

    fn keep(&self, path: &str, hash: ContentHash, len: u64) -> Result<bool, SinkError> {
        let info = FileInfo { hash, len };
        if !self.is_there(path, info) {
            return Ok(false);
        }
        self.noted(locked(&self.claims).claim(path, Claim { info, fresh: false }).map(|()| true))
    }

    fn keeps_output(&self) -> bool {
        self.resumed.is_some()
    }

    fn holds(&self, path: &str) -> Option<(ContentHash, u64)> {
        let info = self.old.files.get(path).filter(|_| self.sound.holds(path))?;
        Some((info.hash, info.len))
    }

    fn put_file(&self, path: &str, from: &Path, hash: ContentHash, len: u64) -> Result<(), SinkError> {
        self.noted(self.take(path, FileInfo { hash, len }, |to| {
            self.fs.copy(from, to)?;
            if self.fs.hash(to)? == (hash, len) { Ok(()) } else { Err(SinkError::Changed { path: from.to_owned() }) }
        }))
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // The next run clears what cannot be cleared now.
        let _ = place::remove(self.fs, &self.place.fresh());
        if !self.published {
            let _ = place::remove(self.fs, &self.place.mark());
        }
    }
}

/// The manifest of the site in the folder; `None` if there is none.
pub fn read_manifest(fs: &dyn FileSystem, output: &Path) -> Result<Option<Manifest>, WriteError> {
    Ok(read_manifest_bytes(fs, output)?.as_deref().and_then(Manifest::parse))
}

fn read_manifest_bytes(fs: &dyn FileSystem, target: &Path) -> fs::Result<Option<Vec<u8>>> {
    let path = target.join(MANIFEST);
    match fs.metadata(&path)? {
        Some(meta) if meta.kind == Kind::File => fs.read(&path, manifest::MANIFEST_LIMIT).map(Some),
        _ => Ok(None),
    }
}

fn lock(fs: &dyn FileSystem, place: &Place) -> Result<Box<dyn Guard>, WriteError> {
    fs.lock(&place.lock()).map_err(|error| match error.kind() {
        std::io::ErrorKind::WouldBlock => WriteError::Busy { path: place.target.clone() },
        _ => error.into(),
    })
}

/// Refuses a folder that linli did not create, before anything is created beside it. A run that ended between two renames has left
/// no target, and is not refused.
fn refuse_foreign(fs: &dyn FileSystem, place: &Place) -> Result<(), WriteError> {
    if fs.metadata(&place.target.join(MANIFEST))?.is_some() || is_empty(fs, &place.target)? {
        return Ok(());
    }
    Err(WriteError::Foreign { path: place.target.clone() })
}

fn is_empty(fs: &dyn FileSystem, dir: &Path) -> fs::Result<bool> {
    Ok(fs.metadata(dir)?.is_none() || fs.walk(dir)?.is_empty())
}

/// The files of the target that match its manifest. For files that an earlier run has compared, length and time decide; others are
/// read.
fn sound_files(fs: &dyn FileSystem, place: &Place, old: &Manifest, old_bytes: Option<&[u8]>) -> fs::Result<HashSet<String>> {
    let Some(bytes) = old_bytes.filter(|_| !old.files.is_empty()) else { return Ok(HashSet::new()) };
    let seen = place.control.join(format!("seen-{}", ContentHash::of(bytes)));
    let seen = fs.metadata(&seen)?.and_then(|meta| meta.modified);
    // A file written in the same clock tick as the mark may be later than it.
    let is_seen = |entry: &Entry| entry.meta.modified.zip(seen).is_some_and(|(file, mark)| file < mark);
    let sound = fs.walk(&place.target)?.into_par_iter().filter_map(|entry| {
        let info = old.files.get(entry.path.to_str()?)?;
        let same = entry.meta.kind == Kind::File
            && entry.meta.len == info.len
            // A file that cannot be read is written again.
            && (is_seen(&entry) || fs.hash(&place.target.join(&entry.path)).is_ok_and(|is| is == (info.hash, info.len)));
        same.then(|| entry.path.into_os_string().into_string().ok()).flatten()
    });
    Ok(sound.collect())
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // The data is consistent even if a thread panicked: every change is a single insertion.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
