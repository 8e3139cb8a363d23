//! What can go wrong while a site is published, and the catalogue message that says so.
//!
//! In: a failed operation or a refusal. Out: a message id with arguments. Always: paths are shown
//! as the user knows them, relative to the folder they work in where they lie below it.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::diagnostic::Arg;
use crate::fs::{FsError, Op};
use crate::sink::SinkError;

/// Why a site was not published. The site published before stands untouched.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error(transparent)]
    Fs(#[from] FsError),
    #[error(transparent)]
    Sink(#[from] SinkError),
    #[error("another build is writing to {}", path.display())]
    Busy { path: PathBuf },
    #[error("{} is not empty and not ours", path.display())]
    Foreign { path: PathBuf },
    /// A file that is not ours stands where a page must go.
    #[error("{} is not ours and in the way", path.display())]
    InTheWay { path: PathBuf },
    #[error("{} is a link", path.display())]
    Link { path: PathBuf },
    #[error("{} is not a folder", path.display())]
    NotAFolder { path: PathBuf },
    /// The output would lie in what is read, or the other way round.
    #[error("{} and {} lie inside each other", path.display(), with.display())]
    Overlap { path: PathBuf, with: PathBuf },
    /// A file could not be taken, so there is nothing whole to publish.
    #[error("a file of the new site could not be staged")]
    Unfinished,
}

/// Id and arguments of a catalogue message.
pub type Message = (&'static str, BTreeMap<&'static str, Arg>);

impl WriteError {
    /// The message for the reader; `base` is the folder that paths are shown from.
    pub fn message(&self, base: &Path) -> Message {
        let at = |path: &Path| ("path", shown(path, base));
        match self {
            Self::Fs(error) => fs_message(error, base),
            Self::Sink(error) => sink_message(error, base),
            Self::Busy { path } => ("write-busy", [at(path)].into()),
            Self::Foreign { path } => ("write-foreign-folder", [at(path)].into()),
            Self::InTheWay { path } => ("write-foreign-file", [at(path)].into()),
            Self::Link { path } => ("write-link", [at(path)].into()),
            Self::NotAFolder { path } => ("write-not-a-folder", [at(path)].into()),
            Self::Overlap { path, with } => ("write-overlap", [at(path), ("with", shown(with, base))].into()),
            Self::Unfinished => ("write-unfinished", BTreeMap::new()),
        }
    }
}

/// The message for a failed file operation: what was tried, where, and why it failed.
pub fn fs_message(error: &FsError, base: &Path) -> Message {
    let op = match error.op {
        Op::Read | Op::Walk | Op::Metadata | Op::Resolve => "fs-cannot-read",
        Op::Remove => "fs-cannot-remove",
        Op::Lock => "fs-cannot-lock",
        Op::CreateDir | Op::Write | Op::Link | Op::Copy | Op::Rename | Op::Exchange | Op::Sync => "fs-cannot-write",
    };
    let why = match error.kind() {
        ErrorKind::NotFound => Arg::Term("fs-why-not-found".to_owned()),
        ErrorKind::PermissionDenied => Arg::Term("fs-why-permission".to_owned()),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Arg::Term("fs-why-full".to_owned()),
        ErrorKind::ReadOnlyFilesystem => Arg::Term("fs-why-read-only".to_owned()),
        ErrorKind::FileTooLarge => Arg::Term("fs-why-too-large".to_owned()),
        _ => Arg::Text(error.source.to_string()),
    };
    (op, [("op", Arg::Text(error.op.name().to_owned())), ("path", shown(&error.path, base)), ("why", why)].into())
}

fn sink_message(error: &SinkError, base: &Path) -> Message {
    match error {
        SinkError::Fs(error) => fs_message(error, base),
        SinkError::Path { path } => ("write-bad-path", [("path", path.as_str().into())].into()),
        SinkError::Clash { path, other } => ("write-clash", [("path", path.as_str().into()), ("other", other.as_str().into())].into()),
        SinkError::Changed { path } => ("write-changed", [("path", shown(path, base))].into()),
    }
}

fn shown(path: &Path, base: &Path) -> Arg {
    let below = path.strip_prefix(base).ok().filter(|below| !below.as_os_str().is_empty());
    Arg::Text(below.unwrap_or(path).display().to_string())
}
