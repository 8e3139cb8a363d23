//! `published.lock`, written together with the site that it belongs to.
//!
//! In: where the lock lies, and its next text. Out: the lock staged beside it, then in its place. Always: the manifest names the hash
//! of the lock it belongs to. A run that finds a staged lock finishes it where the manifest names it, since then its site was
//! published, and drops it otherwise. A lock that is as it should be is not touched.

use std::path::{Path, PathBuf};

use crate::fs::{FileSystem, Kind, Result};
use crate::hash::ContentHash;
use crate::lock::LIMIT;

use super::Manifest;

/// The name of the staged lock, beside the lock.
const STAGED: &str = ".published.lock.new";

/// A lock on its way to its place.
pub(super) struct Staged<'a> {
    fs: &'a dyn FileSystem,
    hash: Option<ContentHash>,
    /// The staged file and its place; `None` where nothing has to be written.
    to: Option<(PathBuf, PathBuf)>,
}

impl<'a> Staged<'a> {
    /// Writes the next text beside the lock, unless the lock has it already.
    pub(super) fn new(fs: &'a dyn FileSystem, next: Option<(&Path, String)>) -> Result<Self> {
        let Some((place, text)) = next else { return Ok(Self { fs, hash: None, to: None }) };
        let hash = Some(ContentHash::of(text.as_bytes()));
        if is_so(fs, place, &text)? {
            return Ok(Self { fs, hash, to: None });
        }
        let staged = place.with_file_name(STAGED);
        remove(fs, &staged)?;
        fs.write_new(&staged, text.as_bytes())?;
        fs.sync(&staged)?;
        Ok(Self { fs, hash, to: Some((staged, place.to_owned())) })
    }

    pub(super) fn hash(&self) -> Option<ContentHash> {
        self.hash
    }

    /// Brings it to its place. If that fails, the next run does it.
    pub(super) fn put_in_place(self) -> Result<()> {
        self.to.iter().try_for_each(|(staged, place)| self.fs.rename(staged, place))
    }
}

/// Finishes or drops the lock that an earlier run staged.
pub(super) fn recover(fs: &dyn FileSystem, lock: Option<&Path>, manifest: &Manifest) -> Result<()> {
    let Some(lock) = lock else { return Ok(()) };
    let staged = lock.with_file_name(STAGED);
    match fs.metadata(&staged)? {
        None => Ok(()),
        Some(meta) if meta.kind == Kind::File && meta.len <= LIMIT && manifest.lock == Some(fs.hash(&staged)?.0) => {
            fs.rename(&staged, lock)
        }
        Some(_) => fs.remove_file(&staged),
    }
}

/// Whether the lock has this text; git may have changed the ends of its lines. An empty lock need not exist.
fn is_so(fs: &dyn FileSystem, place: &Path, text: &str) -> Result<bool> {
    match fs.metadata(place)? {
        None => Ok(text.is_empty()),
        Some(meta) if meta.kind == Kind::File && meta.len <= LIMIT => {
            let bytes = fs.read(place, LIMIT)?;
            Ok(std::str::from_utf8(&bytes).is_ok_and(|is| is.lines().eq(text.lines())))
        }
        Some(_) => Ok(false),
    }
}

fn remove(fs: &dyn FileSystem, path: &Path) -> Result<()> {
    match fs.metadata(path)? {
        None => Ok(()),
        Some(_) => fs.remove_file(path),
    }
}
