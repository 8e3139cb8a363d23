//! The output folder, and the folder beside it in which the next site is built.
//!
//! In: the output folder as the user names it. Out: a [`Place`]. Always: the target is a real folder (or does not exist yet) that
//! does not overlap with the inputs; linli's own files are in `.NAME.linli` beside it, on the same file system.
//!
//! ```text
//! public/                 the target: the site that readers see, with its manifest
//! .public.linli/
//!   lock                  held while a build writes
//!   new/                  files staged by the build under way
//!   tree/                 the twin: becomes the target in one step, and is then the previous site
//!   old/                  the target between two renames, on systems without exchange
//!   tree-2/, old-2/ …     the same, while another program holds a file of the former open, so that it cannot be removed
//!   mark, seen-HASH       when the files of the target were last compared with the manifest HASH
//! ```

use std::path::{Path, PathBuf};

use super::error::WriteError;
use crate::fs::{self, FileSystem, FsError, Kind};

/// Names of the twin. The last that exists is the one in use; those before it could not be removed.
const TWINS: [&str; 3] = ["tree", "tree-2", "tree-3"];
/// Names of the target between two renames, used in the same way.
const ASIDES: [&str; 3] = ["old", "old-2", "old-3"];
/// Waits between attempts at a file that another program holds open: indexers and virus scanners look at a new file and go on.
const PAUSES: [u64; 6] = [10, 40, 100, 250, 500, 600];

#[derive(Debug, Clone)]
pub(super) struct Place {
    pub target: PathBuf,
    pub control: PathBuf,
    twin: PathBuf,
}

impl Place {
    /// Finds the place, creating nothing. The inputs must not overlap with it.
    pub(super) fn find(fs: &dyn FileSystem, output: &Path, inputs: &[PathBuf]) -> Result<Self, WriteError> {
        // With a slash at the end the system would follow a symlink.
        let output: PathBuf = output.components().collect();
        match fs.metadata(&output)?.map(|meta| meta.kind) {
            None | Some(Kind::Dir) => {}
            Some(Kind::Symlink) => return Err(WriteError::Link { path: output }),
            Some(_) => return Err(WriteError::NotAFolder { path: output }),
        }
        let target = resolve_ahead(fs, &output)?;
        for with in inputs {
            let real = resolve_ahead(fs, with)?;
            if real.starts_with(&target) || target.starts_with(&real) {
                return Err(WriteError::Overlap { path: output, with: with.clone() });
            }
        }
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else { return Err(WriteError::NotAFolder { path: output }) };
        let mut beside = std::ffi::OsString::from(".");
        beside.push(name);
        beside.push(".linli");
        let control = parent.join(beside);
        match fs.metadata(&control)?.map(|meta| meta.kind) {
            None | Some(Kind::Dir) => {
                let twin = existing(fs, &control, TWINS)?.pop().unwrap_or_else(|| control.join(TWINS[0]));
                Ok(Self { control, target, twin })
            }
            Some(Kind::Symlink) => Err(WriteError::Link { path: control }),
            Some(_) => Err(WriteError::NotAFolder { path: control }),
        }
    }

    pub(super) fn lock(&self) -> PathBuf {
        self.control.join("lock")
    }

    pub(super) fn fresh(&self) -> PathBuf {
        self.control.join("new")
    }

    pub(super) fn twin(&self) -> PathBuf {
        self.twin.clone()
    }

    /// Takes the next name for the twin, since the present one holds a file that cannot be removed. `false` if there is none left.
    pub(super) fn leave_twin(&mut self) -> bool {
        let at = TWINS.iter().position(|name| self.control.join(name) == self.twin);
        let next = at.and_then(|at| TWINS.get(at + 1)).map(|name| self.control.join(name));
        next.map(|next| self.twin = next).is_some()
    }

    pub(super) fn mark(&self) -> PathBuf {
        self.control.join("mark")
    }

    /// Restores the target if a run ended between two renames, and clears what that run left. The lock must be held. The twin
    /// stays: it is compared file by file before it is used. What another program holds open stays until a later run.
    pub(super) fn recover(&self, fs: &dyn FileSystem) -> fs::Result<()> {
        let mut left = existing(fs, &self.control, ASIDES)?;
        if fs.metadata(&self.target)?.is_none()
            && let Some(last) = left.pop()
        {
            fs.rename(&last, &self.target)?;
        }
        left.extend(existing(fs, &self.control, TWINS)?.into_iter().filter(|path| *path != self.twin));
        for path in left {
            remove(fs, &path).or_else(|error| if error.is_held() { Ok(()) } else { Err(error) })?;
        }
        remove(fs, &self.fresh())?;
        remove(fs, &self.mark())?;
        // Only a real folder is a twin; through a symlink the next tree would be written elsewhere.
        match fs.metadata(&self.twin)? {
            Some(meta) if meta.kind != Kind::Dir => fs.remove_file(&self.twin),
            _ => Ok(()),
        }
    }

    /// Makes the twin the target and the target the twin, in one step where the system can. Elsewhere in two renames: `old/` is the
    /// journal that [`Self::recover`] reads.
    pub(super) fn swap(&self, fs: &dyn FileSystem) -> fs::Result<()> {
        if fs.metadata(&self.target)?.is_none() {
            return patiently(|| fs.rename(&self.twin, &self.target));
        }
        match patiently(|| fs.exchange(&self.twin, &self.target)) {
            Err(error) if error.kind() == std::io::ErrorKind::Unsupported => {}
            done => return done,
        }
        let left = existing(fs, &self.control, ASIDES)?.pop();
        let at = left.and_then(|left| ASIDES.iter().position(|name| self.control.join(name) == left)).map_or(0, |at| at + 1);
        let aside = self.control.join(ASIDES[at.min(ASIDES.len() - 1)]);
        patiently(|| fs.rename(&self.target, &aside))?;
        if let Err(error) = patiently(|| fs.rename(&self.twin, &self.target)) {
            // If this fails as well, the next run restores it.
            let _ = fs.rename(&aside, &self.target);
            return Err(error);
        }
        // The new site is in place; the next run clears a leftover.
        let _ = fs.rename(&aside, &self.twin);
        Ok(())
    }
}

/// The names that exist in the folder, in their order.
fn existing(fs: &dyn FileSystem, folder: &Path, names: [&str; 3]) -> fs::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in names.map(|name| folder.join(name)) {
        if fs.metadata(&path)?.is_some() {
            found.push(path);
        }
    }
    Ok(found)
}

/// Tries again for a moment while another program holds a file open.
pub(super) fn patiently<T>(attempt: impl Fn() -> Result<T, FsError>) -> Result<T, FsError> {
    for pause in PAUSES {
        match attempt() {
            Err(error) if error.is_held() => std::thread::sleep(std::time::Duration::from_millis(pause)),
            done => return done,
        }
    }
    attempt()
}

/// Removes a file, or a folder with all below it; fine if there is nothing.
pub(super) fn remove(fs: &dyn FileSystem, path: &Path) -> fs::Result<()> {
    match fs.metadata(path)? {
        None => Ok(()),
        Some(meta) if meta.kind != Kind::Dir => fs.remove_file(path),
        Some(_) => {
            for entry in fs.walk(path)?.iter().rev() {
                let below = path.join(&entry.path);
                if entry.meta.kind == Kind::Dir { fs.remove_dir(&below)? } else { fs.remove_file(&below)? }
            }
            fs.remove_dir(path)
        }
    }
}

/// The real path of a file or folder that may not exist yet.
fn resolve_ahead(fs: &dyn FileSystem, path: &Path) -> Result<PathBuf, WriteError> {
    let mut there = path;
    let mut ahead = Vec::new();
    loop {
        if there.as_os_str().is_empty() {
            there = Path::new(".");
        }
        if fs.metadata(there)?.is_some() {
            break;
        }
        // `..` after a folder that does not exist cannot be resolved.
        let (Some(parent), Some(name)) = (there.parent(), there.file_name()) else {
            return Err(WriteError::NotAFolder { path: path.to_owned() });
        };
        ahead.push(name);
        there = parent;
    }
    let mut real = fs.resolve(there)?;
    real.extend(ahead.into_iter().rev());
    Ok(real)
}
