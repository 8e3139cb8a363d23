//! Builds the twin: the whole next site beside the present one.
//!
//! In: the staging with the new files in `new/`. Out: a twin that holds exactly the new site and other people's files beside the
//! old one. Always: the target is only read and linked from; a file in the twin counts only if it is the same inode as the target's
//! file, or, where the twin was copied because there are no links, if its bytes are read and are the expected ones.
//!
//! Paths are compared as text: each is relative, normalized, and has forward slashes.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::Path;

use rayon::prelude::*;

use super::error::WriteError;
use super::manifest::{FileInfo, MANIFEST};
use super::paths::Claim;
use super::place::patiently;
use super::{Staging, locked};
use crate::fs::{self, Entry, FileId, FileSystem, FsError, Kind};

/// The source of a file of the twin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    /// The target's file of the same name.
    Target(FileId),
    /// `new/`.
    New,
}

#[derive(Default)]
struct Plan<'a> {
    files: HashMap<&'a OsStr, From>,
    /// What the files of the site hold.
    infos: HashMap<&'a OsStr, FileInfo>,
    folders: HashSet<&'a OsStr>,
}

impl<'a> Plan<'a> {
    fn new(staging: &Staging, target: &'a [Entry], files: &'a BTreeMap<String, Claim>, fresh_manifest: bool) -> Result<Self, WriteError> {
        let ids: HashMap<&OsStr, FileId> = target.iter().map(|entry| (entry.path.as_os_str(), entry.meta.id)).collect();
        let mut plan = Self { infos: files.iter().map(|(path, claim)| (OsStr::new(path), claim.info)).collect(), ..Self::default() };
        for (path, fresh) in files.iter().map(|(path, claim)| (path.as_str(), claim.fresh)).chain([(MANIFEST, fresh_manifest)]) {
            let path = OsStr::new(path);
            plan.file(path, if fresh { From::New } else { From::Target(ids.get(path).copied().flatten()) });
        }
        carry_foreign(staging, target, &mut plan)?;
        Ok(plan)
    }

    fn file(&mut self, path: &'a OsStr, from: From) {
        self.files.insert(path, from);
        add_folders_above(&mut self.folders, path);
    }
}

/// Builds the twin. When this returns, the twin is complete and nothing else has changed.
pub(super) fn assemble(staging: &mut Staging, files: &BTreeMap<String, Claim>, fresh_manifest: bool) -> Result<(), WriteError> {
    let fs = staging.fs;
    let target = if fs.metadata(&staging.place.target)?.is_some() { fs.walk(&staging.place.target)? } else { Vec::new() };
    let mut plan = Plan::new(staging, &target, files, fresh_manifest)?;
    if fs.metadata(&staging.place.twin())?.is_some()
        && let Err(error) = clear(fs, &mut plan, &staging.place.twin())
    {
        if !(is_in_use(&error) && staging.place.leave_twin()) {
            return Err(error.into());
        }
        plan = Plan::new(staging, &target, files, fresh_manifest)?;
    }
    let place = &staging.place;
    let (new, twin) = (place.fresh(), place.twin());
    if fs.metadata(&twin)?.is_some() {
        // Its files are in place.
    } else if fs.metadata(&new)?.is_some() {
        // Staged files are in place already.
        fs.rename(&new, &twin)?;
        let made = locked(&staging.folders);
        plan.folders.retain(|folder| !made.contains(Path::new(folder)));
        plan.files.retain(|_, from| *from != From::New);
    } else {
        fs.create_dir_all(&twin)?;
    }
    let mut folders: Vec<_> = plan.folders.into_iter().collect();
    folders.sort_unstable();
    folders.par_iter().try_for_each(|folder| fs.create_dir_all(&twin.join(folder)))?;
    let mut files: Vec<_> = plan.files.into_iter().collect();
    files.sort_unstable_by_key(|(path, _)| *path);
    files.par_iter().try_for_each(|(path, from)| match from {
        From::New => fs.rename(&new.join(path), &twin.join(path)),
        From::Target(_) => link_or_copy(fs, &place.target.join(path), &twin.join(path)),
    })?;
    Ok(())
}

/// Plans to keep files that linli did not write; refuses, or with force drops, those at paths of the new site.
fn carry_foreign<'a>(staging: &Staging, target: &'a [Entry], plan: &mut Plan<'a>) -> Result<(), WriteError> {
    let mut our_folders = HashSet::new();
    staging.old.files.keys().for_each(|path| add_folders_above(&mut our_folders, OsStr::new(path)));
    let is_ours = |entry: &Entry| match entry.meta.kind {
        Kind::Dir => our_folders.contains(entry.path.as_os_str()),
        _ => entry.path.to_str().is_some_and(|path| path == MANIFEST || staging.old.files.contains_key(path)),
    };
    let mut foreign = Vec::new();
    for entry in target.iter().filter(|entry| !is_ours(entry)) {
        let is_in_place_of_folder = entry.meta.kind != Kind::Dir && plan.folders.contains(entry.path.as_os_str());
        let is_at_or_below_file = entry.path.ancestors().any(|path| plan.files.contains_key(path.as_os_str()));
        if !is_in_place_of_folder && !is_at_or_below_file {
            foreign.push(entry);
        } else if !staging.force {
            return Err(WriteError::InTheWay { path: staging.place.target.join(&entry.path) });
        }
    }
    for entry in foreign {
        let path = entry.path.as_os_str();
        if entry.meta.kind == Kind::Dir {
            plan.folders.insert(path);
            add_folders_above(&mut plan.folders, path);
        } else {
            plan.file(path, From::Target(entry.meta.id));
        }
    }
    Ok(())
}

/// Removes files that do not belong from the twin, and files already in place from the plan.
fn clear(fs: &dyn FileSystem, plan: &mut Plan, twin: &Path) -> fs::Result<()> {
    let entries = fs.walk(twin)?;
    let is_linked = |plan: &Plan, entry: &Entry| {
        let from = plan.files.get(entry.path.as_os_str());
        matches!(from, Some(From::Target(id)) if id.is_some() && *id == entry.meta.id)
    };
    // A twin without one file in common with the target was copied.
    let is_copied = !entries.iter().any(|entry| is_linked(plan, entry));
    let is_same = |entry: &&Entry| {
        let info = plan.infos.get(entry.path.as_os_str()).filter(|info| entry.meta.kind == Kind::File && info.len == entry.meta.len);
        info.is_some_and(|info| fs.hash(&twin.join(&entry.path)).is_ok_and(|is| is == (info.hash, info.len)))
    };
    let same: HashSet<&Path> =
        if is_copied { entries.par_iter().filter(is_same).map(|entry| entry.path.as_path()).collect() } else { HashSet::new() };
    for entry in entries.iter().rev() {
        let path = entry.path.as_os_str();
        let is_dir = entry.meta.kind == Kind::Dir;
        if is_dir && plan.folders.remove(path) {
            continue;
        }
        if is_linked(plan, entry) || (plan.files.contains_key(path) && same.contains(entry.path.as_path())) {
            plan.files.remove(path);
            continue;
        }
        // This includes files that a new one replaces: renaming over a file makes some file systems write out the new one at once.
        let gone = twin.join(path);
        patiently(|| if is_dir { fs.remove_dir(&gone) } else { fs.remove_file(&gone) })?;
    }
    Ok(())
}

/// Whether the twin cannot be cleared because another program uses a file of it: on network file systems a removed file that is
/// open stays under another name, and its folder with it.
pub(super) fn is_in_use(error: &FsError) -> bool {
    error.is_held() || error.kind() == ErrorKind::DirectoryNotEmpty
}

/// Adds the folders above a path. If one exists already, so do those above it.
fn add_folders_above<'a>(folders: &mut HashSet<&'a OsStr>, path: &'a OsStr) {
    for folder in Path::new(path).ancestors().skip(1) {
        if folder.as_os_str().is_empty() || !folders.insert(folder.as_os_str()) {
            break;
        }
    }
}

pub(super) fn link_or_copy(fs: &dyn FileSystem, from: &Path, to: &Path) -> fs::Result<()> {
    match fs.hard_link(from, to) {
        // Some file systems have no hard links, some systems forbid them for files of other users, and shares answer with errors of
        // their own: whatever it is, the bytes can be copied.
        Err(error)
            if !matches!(
                error.kind(),
                ErrorKind::AlreadyExists | ErrorKind::NotFound | ErrorKind::StorageFull | ErrorKind::QuotaExceeded
            ) =>
        {
            fs.copy(from, to)
        }
        done => done,
    }
}
