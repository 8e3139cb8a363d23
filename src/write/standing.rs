//! State kept between two publishes of the same run, so that an edit need not look through the whole site.
//!
//! In: a successful publish, then the files of the next site that differ. Out: the next site, published as any other. Always: the
//! state is checked against the disk: if the manifest or any folder of the target or of the twin changed since (another build, a
//! file that somebody added or removed), everything is looked at as the first time. Only a change inside a published file, made by
//! hand without changing the manifest, goes unnoticed until the next full look.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::time::SystemTime;

use super::error::WriteError;
use super::manifest::{MANIFEST, Manifest};
use super::paths::{Claim, Claims};
use super::place::Place;
use super::{FileInfo, Options, PublishInfo, Published, Sound, Staging, Summary, Target, assemble, lock, lock_file, locked};
use crate::fs::{self, FileSystem, Kind};
use crate::hash::ContentHash;
use crate::render::OutputTree;

/// The published site, and how the twin differs from it.
pub struct Standing {
    manifest: Manifest,
    manifest_hash: ContentHash,
    /// Files that differ between the twin and the target.
    behind: BTreeSet<String>,
    /// The modification time of each folder.
    target: Folders,
    twin: Folders,
}

/// Folders below one, with their times; the state of the manifest is kept under its own name.
type Folders = BTreeMap<PathBuf, Option<SystemTime>>;

/// The state that a staging took over.
pub(super) struct Resumed {
    behind: BTreeSet<String>,
    target: Folders,
    twin: Folders,
}

impl Standing {
    /// Records the state after a publish. `None` where there is no twin to continue with.
    fn after(fs: &dyn FileSystem, place: &Place, published: Published) -> fs::Result<Option<Self>> {
        let Published { manifest, manifest_hash, behind, .. } = published;
        // Without an exchange the content of the twin is unknown.
        if behind.is_empty() || fs.metadata(&place.twin())?.is_none() {
            return Ok(None);
        }
        let (target, twin) = (folders(fs, &place.target)?, folders(fs, &place.twin())?);
        Ok(Some(Self { manifest, manifest_hash, behind, target, twin }))
    }

    /// Whether target and twin are unchanged since.
    fn is_still_so(&self, fs: &dyn FileSystem, place: &Place) -> bool {
        is_same(fs, &place.target, &self.target) && is_same(fs, &place.twin(), &self.twin)
    }
}

fn folders(fs: &dyn FileSystem, top: &Path) -> fs::Result<Folders> {
    let mut folders = Folders::new();
    for entry in fs.walk(top)? {
        if entry.meta.kind == Kind::Dir || entry.path == Path::new(MANIFEST) {
            folders.insert(entry.path, entry.meta.modified);
        }
    }
    folders.insert(PathBuf::new(), fs.metadata(top)?.and_then(|meta| meta.modified));
    Ok(folders)
}

fn is_same(fs: &dyn FileSystem, top: &Path, folders: &Folders) -> bool {
    let (paths, left): (Vec<&Path>, Vec<Option<SystemTime>>) = folders.iter().map(|(path, modified)| (path.as_path(), *modified)).unzip();
    fs.modified(top, &paths).iter().zip(left).all(|(now, left)| now.is_some() && *now == left)
}

impl<'a> Staging<'a> {
    /// Continues from the last publish, or looks at everything if target or twin changed since.
    pub fn resume(fs: &'a dyn FileSystem, output: &Path, options: Options, standing: Option<Standing>) -> Result<Self, WriteError> {
        let Some(standing) = standing else { return Self::open(fs, output, options) };
        let place = Place::find(fs, output, &options.inputs)?;
        let lock = lock(fs, &place)?;
        if !standing.is_still_so(fs, &place) {
            drop(lock);
            return Self::open(fs, output, options);
        }
        place.recover(fs)?;
        lock_file::recover(fs, options.lock.as_deref(), &standing.manifest)?;
        fs.write_new(&place.mark(), b"")?;
        let Standing { manifest, manifest_hash, behind, target, twin } = standing;
        let resumed = Resumed { behind, target, twin };
        let mut staging = Self::begin(fs, place, options, Target { manifest, hash: Some(manifest_hash), sound: Sound::All }, lock);
        staging.resumed = Some(resumed);
        Ok(staging)
    }

    /// Cancels the publish; the state of the last one stays valid.
    pub fn abandon(mut self) -> Option<Standing> {
        let Resumed { behind, target, twin } = self.resumed.take()?;
        Some(Standing { manifest_hash: self.old_hash?, manifest: std::mem::take(&mut self.old), behind, target, twin })
    }

    /// Publishes, and returns the new state. `tree` is the whole site; a staging that was resumed received only new files.
    pub fn publish_on(mut self, info: PublishInfo, tree: &OutputTree) -> Result<(Summary, Option<Standing>), WriteError> {
        let Some(resumed) = self.resumed.take() else {
            let (fs, place) = (self.fs, self.place.clone());
            let published = self.publish_all(info)?;
            let summary = published.summary;
            return Ok((summary, Standing::after(fs, &place, published)?));
        };
        self.publish_difference(info, tree, resumed)
    }

    fn publish_difference(
        mut self,
        info: PublishInfo,
        tree: &OutputTree,
        resumed: Resumed,
    ) -> Result<(Summary, Option<Standing>), WriteError> {
        if self.failed.load(Ordering::Relaxed) {
            return Err(WriteError::Unfinished);
        }
        let Resumed { behind, target, mut twin } = resumed;
        let claims = std::mem::take(&mut locked(&self.claims).files);
        let Difference { summary, mut changed, removed } = Difference::between(&self.old, tree, &claims)?;
        let files = tree.iter().map(|(path, &(hash, len))| (path.clone(), FileInfo { hash, len })).collect();
        let manifest = Manifest { files, records: info.records, lock: None };
        if summary.new > 0 {
            refuse_clashes(&manifest)?;
        }
        let bytes = manifest.to_bytes();
        let manifest_hash = ContentHash::of(&bytes);
        if Some(manifest_hash) == self.old_hash {
            self.published = true;
            self.remember(manifest_hash);
            return Ok((summary, Some(Standing { manifest, manifest_hash, behind, target, twin })));
        }
        self.stage(MANIFEST, |to| self.fs.write_new(to, &bytes))?;
        changed.insert(MANIFEST.to_owned());
        changed.extend(removed);
        let touched: BTreeSet<&String> = behind.iter().chain(&changed).collect();
        self.bring_up_to_date(&manifest, &touched, &changed)?;
        self.fs.sync(&self.place.twin())?;
        self.place.swap(self.fs)?;
        self.published = true;
        self.remember(manifest_hash);
        self.read_times(&touched, &mut twin)?;
        // After the exchange the twin is the target and the target the twin.
        Ok((summary, Some(Standing { manifest, manifest_hash, behind: changed, target: twin, twin: target })))
    }

    /// Makes the twin hold the files of the manifest. Only `touched` files differ; of these, the `changed` ones were staged and the
    /// others are taken from the target.
    fn bring_up_to_date(&self, manifest: &Manifest, touched: &BTreeSet<&String>, changed: &BTreeSet<String>) -> Result<(), WriteError> {
        let place = &self.place;
        let is_there = |path: &str| path == MANIFEST || manifest.files.contains_key(path);
        // Removals come first: a folder may have to make way for a file, or a file for a folder.
        for path in touched {
            let old = place.twin().join(path);
            if self.fs.metadata(&old)?.is_some_and(|meta| meta.kind != Kind::Dir) {
                self.fs.remove_file(&old)?;
            }
            if !is_there(path) {
                remove_empty(self.fs, &place.twin(), path);
            }
        }
        for path in touched.iter().filter(|path| is_there(path)) {
            let to = place.twin().join(path);
            if let Some(folder) = to.parent() {
                self.fs.create_dir_all(folder)?;
            }
            if changed.contains(*path) {
                self.fs.rename(&place.fresh().join(path), &to)?;
            } else {
                assemble::link_or_copy(self.fs, &place.target.join(path), &to)?;
            }
        }
        Ok(())
    }

    /// Reads the times of the touched folders and of the manifest again.
    fn read_times(&self, touched: &BTreeSet<&String>, folders: &mut Folders) -> Result<(), WriteError> {
        let above = touched.iter().flat_map(|path| Path::new(path.as_str()).ancestors().skip(1));
        let mut again: BTreeSet<&Path> = above.collect();
        again.insert(Path::new(MANIFEST));
        for path in again {
            match self.fs.metadata(&self.place.target.join(path))? {
                Some(meta) => drop(folders.insert(path.to_owned(), meta.modified)),
                None => drop(folders.remove(path)),
            }
        }
        Ok(())
    }
}

/// The difference between the next site and the present one.
#[derive(Default)]
struct Difference {
    summary: Summary,
    /// New files, and files with other bytes.
    changed: BTreeSet<String>,
    removed: Vec<String>,
}

impl Difference {
    /// Compares the old site with the tree of the next; every file that differs must have been staged by this run.
    fn between(old: &Manifest, tree: &OutputTree, claims: &BTreeMap<String, Claim>) -> Result<Self, WriteError> {
        let mut difference = Self { summary: Summary { total: tree.len(), ..Summary::default() }, ..Self::default() };
        let summary = &mut difference.summary;
        // Both are sorted: looking each file up in the other would take as long as all the rest.
        let mut old = old.files.iter().peekable();
        for (path, &(hash, len)) in tree {
            let info = FileInfo { hash, len };
            while let Some((gone, _)) = old.next_if(|(name, _)| *name < path) {
                difference.removed.push(gone.clone());
            }
            let before = old.next_if(|(name, _)| *name == path).map(|(_, info)| info);
            if before == Some(&info) {
                summary.unchanged += 1;
                continue;
            }
            if !claims.get(path).is_some_and(|claim| claim.info == info && claim.fresh) {
                // The run reported the file as unchanged, but it was never there.
                return Err(WriteError::Unfinished);
            }
            match before {
                Some(_) => summary.changed += 1,
                None => summary.new += 1,
            }
            difference.changed.insert(path.clone());
        }
        difference.removed.extend(old.map(|(gone, _)| gone.clone()));
        summary.removed = difference.removed.len();
        Ok(difference)
    }
}

/// A new name may clash with any other name.
fn refuse_clashes(manifest: &Manifest) -> Result<(), WriteError> {
    let mut all = Claims::default();
    for (path, info) in &manifest.files {
        all.claim(path, Claim { info: *info, fresh: false })?;
    }
    Ok(())
}

/// Removes the folders that a removed file leaves empty.
fn remove_empty(fs: &dyn FileSystem, top: &Path, path: &str) {
    for folder in Path::new(path).ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()) {
        if fs.remove_dir(&top.join(folder)).is_err() {
            return;
        }
    }
}
