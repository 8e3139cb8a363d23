//! Where finished files go while they are made: what rendering sees of publishing.
//!
//! In: an address inside the output and its bytes, from any thread, in any order. Always: every
//! address comes once, and nothing is shown to readers before publishing says so.

use std::path::{Path, PathBuf};

use crate::fs::FsError;
use crate::hash::ContentHash;

/// Takes files of the output as they are made.
pub trait Sink: Sync {
    /// Takes a file. `path` is relative, with forward slashes (`zh/notices/index.html`); `hash` is that of the bytes.
    fn put_hashed(&self, path: &str, bytes: &[u8], hash: ContentHash) -> Result<(), SinkError>;

    /// Takes a file whose hash is not known yet.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), SinkError> {
        self.put_hashed(path, bytes, ContentHash::of(bytes))
    }

    /// Keeps a file that it holds already from before; `false` if it holds no such file, which must then be put.
    fn keep(&self, _path: &str, _hash: ContentHash, _len: u64) -> Result<bool, SinkError> {
        Ok(false)
    }

    /// What it holds at this path from before, for files whose name changes with their content.
    fn holds(&self, _path: &str) -> Option<(ContentHash, u64)> {
        None
    }

    /// Whether it holds everything of the last compilation by itself, so that it need not hear of what stays.
    fn remembers(&self) -> bool {
        false
    }

    /// These pages of the site at `base_url` are made now. Whether somebody may wait for one of them; then [`Sink::wanted`]
    /// is asked before each.
    fn expects(&self, _base_url: &str, _paths: &[String]) -> bool {
        false
    }

    /// A page that somebody waits for, to be made before the others.
    fn wanted(&self) -> Option<String> {
        None
    }

    /// Takes a file that stands elsewhere, such as an attachment; `hash` and `len` are what was
    /// read of it before, and are held against what is copied.
    fn put_file(&self, path: &str, from: &Path, hash: ContentHash, len: u64) -> Result<(), SinkError>;
}

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SinkError {
    #[error(transparent)]
    Fs(#[from] FsError),
    /// A name that cannot stand on every system, or leads out of the output.
    #[error("not an address for a file: {path}")]
    Path { path: String },
    /// Two files for one address, or two that differ only in case, or a file where a folder is.
    #[error("{path} and {other} want the same place")]
    Clash { path: String, other: String },
    /// The file is not what it was when it was read.
    #[error("{} changed while the site was built", path.display())]
    Changed { path: PathBuf },
}
