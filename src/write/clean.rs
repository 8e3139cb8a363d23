//! Removes a published site.
//!
//! In: the output folder. Out: what was removed. Always: only files named in the manifest are removed, then the manifest, then the
//! folders that are empty now, then linli's own folder beside them; the manifest is the last file, so that an interrupted run can
//! be repeated.

use std::collections::HashSet;
use std::path::Path;

use super::error::WriteError;
use super::manifest::{MANIFEST, Manifest};
use super::place::Place;
use crate::fs::{FileSystem, Kind};

/// The result of [`clean`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cleaned {
    /// Published files removed.
    pub removed: usize,
    /// Number of files that linli did not write; they stay.
    pub kept: usize,
}

/// Removes the published site and the folder beside it.
pub fn clean(fs: &dyn FileSystem, output: &Path) -> Result<Cleaned, WriteError> {
    let place = Place::find(fs, output, &[])?;
    if fs.metadata(&place.target)?.is_none() && fs.metadata(&place.control)?.is_none() {
        return Ok(Cleaned::default());
    }
    // Without a manifest no file in the folder is linli's; linli's own folder beside it may still exist.
    if fs.metadata(&place.control)?.is_none() {
        super::refuse_foreign(fs, &place)?;
    }
    fs.create_dir_all(&place.control)?;
    let lock = super::lock(fs, &place)?;
    place.recover(fs)?;
    let cleaned = match super::read_manifest_bytes(fs, &place.target)?.as_deref().map(Manifest::parse) {
        None => Cleaned::default(),
        Some(None) => return Err(WriteError::Foreign { path: place.target }),
        Some(Some(manifest)) => clean_target(fs, &place.target, &manifest)?,
    };
    for entry in fs.walk(&place.control)?.iter().rev() {
        let path = place.control.join(&entry.path);
        match entry.meta.kind {
            Kind::Dir => fs.remove_dir(&path)?,
            _ if path == place.lock() => {}
            _ => fs.remove_file(&path)?,
        }
    }
    // A run that waits on the lock finds the file gone and makes a new one; files that it makes keep the folder.
    fs.remove_file(&place.lock())?;
    drop(lock);
    match fs.remove_dir(&place.control) {
        Err(error) if error.kind() != std::io::ErrorKind::DirectoryNotEmpty => Err(error.into()),
        _ => Ok(cleaned),
    }
}

fn clean_target(fs: &dyn FileSystem, target: &Path, manifest: &Manifest) -> Result<Cleaned, WriteError> {
    // Files that the walk did not see are behind a symlink, and not linli's.
    let entries = fs.walk(target)?;
    let ours: HashSet<&Path> = manifest.files.keys().map(Path::new).collect();
    let mut folders: HashSet<&Path> = ours.iter().flat_map(|path| path.ancestors().skip(1)).collect();
    folders.insert(Path::new(""));
    let mut cleaned = Cleaned::default();
    for entry in entries.iter().filter(|entry| entry.meta.kind != Kind::Dir) {
        if ours.contains(entry.path.as_path()) {
            fs.remove_file(&target.join(&entry.path))?;
            cleaned.removed += 1;
        } else if entry.path != Path::new(MANIFEST) {
            cleaned.kept += 1;
            keep_above(&entry.path, &mut folders);
        }
    }
    for entry in entries.iter().rev().filter(|entry| entry.meta.kind == Kind::Dir) {
        if folders.contains(entry.path.as_path()) {
            fs.remove_dir(&target.join(&entry.path))?;
        } else {
            keep_above(&entry.path, &mut folders);
        }
    }
    fs.remove_file(&target.join(MANIFEST))?;
    if folders.contains(Path::new("")) {
        fs.remove_dir(target)?;
    }
    Ok(cleaned)
}

fn keep_above(path: &Path, folders: &mut HashSet<&Path>) {
    for above in path.ancestors().skip(1) {
        folders.remove(above);
    }
}
