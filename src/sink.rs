//! The destination of finished files: the interface between rendering and publishing.
//!
//! In: an address inside the output and its bytes, from any thread, in any order. Always: every address is put once, and readers
//! see nothing before it is published.

use std::path::{Path, PathBuf};

use crate::fs::FsError;
use crate::hash::ContentHash;

/// Takes files of the output as they are rendered.
pub trait Sink: Sync {
    /// Takes a file. `path` is relative, with forward slashes (`zh/notices/index.html`); `hash` is that of the bytes.
    fn put_hashed(&self, path: &str, bytes: &[u8], hash: ContentHash) -> Result<(), SinkError>;

    /// Takes a file whose hash is not known yet.
    fn put(&self, path: &str, bytes: &[u8]) -> Result<(), SinkError> {
        self.put_hashed(path, bytes, ContentHash::of(bytes))
    }

    /// Keeps a file that the sink already has; `false` if it has no such file, which must then be put.
    fn keep(&self, _path: &str, _hash: ContentHash, _len: u64) -> Result<bool, SinkError> {
        Ok(false)
    }

    /// The file that the sink has at this path, for files whose name changes with their content.
    fn holds(&self, _path: &str) -> Option<(ContentHash, u64)> {
        None
    }

    /// Whether the sink has everything of the last compilation, so that unchanged files need not be handed to it.
    fn keeps_output(&self) -> bool {
        false
    }

    /// These pages of the site at `base_url` are about to be rendered. Returns whether a browser may wait for one of them; then
    /// [`Sink::wanted`] is asked before each.
    fn expects(&self, _base_url: &str, _paths: &[String]) -> bool {
        false
    }

    /// A page that a browser waits for, to be rendered before the others.
    fn wanted(&self) -> Option<String> {
        None
    }

    /// Takes a file from elsewhere, such as an attachment; `hash` and `len` were read from it before, and are compared with the
    /// copy.
    fn put_file(&self, path: &str, from: &Path, hash: ContentHash, len: u64) -> Result<(), SinkError>;
}

/// Why a file was not taken.
#[derive(Debug, thiserror::Error)]
pub enum SinkError {
    #[error(transparent)]
    Fs(#[from] FsError),
    /// A name that is not valid on every system, or leads out of the output.
    #[error("not an address for a file: {path}")]
    Path { path: String },
    /// Two files with one address, or two that differ only in case, or a file where a folder is.
    #[error("{path} and {other} want the same place")]
    Clash { path: String, other: String },
    /// The file has changed since it was read.
    #[error("{} changed while the site was built", path.display())]
    Changed { path: PathBuf },
}
