//! Errors while a site is published, and their catalogue messages.
//!
//! In: a failed operation or a refusal. Out: a message id with arguments. Always: paths are shown as the user knows them: relative
//! to the working folder where they lie below it.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::manifest::MANIFEST;
use crate::diagnostic::{Arg, Args, Diagnostic};
use crate::fs::{FsError, Op};
use crate::sink::SinkError;

/// Why a site was not published. The site published before is unchanged.
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
    /// A file that linli did not write is at the path of a page.
    #[error("{} is not ours and in the way", path.display())]
    InTheWay { path: PathBuf },
    #[error("{} is a link", path.display())]
    Link { path: PathBuf },
    #[error("{} is not a folder", path.display())]
    NotAFolder { path: PathBuf },
    /// The output folder and the inputs overlap.
    #[error("{} and {} lie inside each other", path.display(), with.display())]
    Overlap { path: PathBuf, with: PathBuf },
    /// A file could not be staged, so the site would be incomplete.
    #[error("a file of the new site could not be staged")]
    Unfinished,
}

/// Id and arguments of a catalogue message.
pub type Message = (&'static str, Args);

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
            Self::Unfinished => ("write-unfinished", Args::new()),
        }
    }
}

/// The message for a failed file operation: what was tried, where, and why it failed.
pub fn fs_message(error: &FsError, base: &Path) -> Message {
    let op = match error.op {
        Op::Read | Op::Metadata | Op::Resolve => "fs-op-read",
        Op::Walk => "fs-op-list",
        Op::CreateDir => "fs-op-create-folder",
        Op::Write => "fs-op-write",
        Op::Link => "fs-op-link",
        Op::Copy => "fs-op-copy",
        Op::Rename => "fs-op-rename",
        Op::Exchange => "fs-op-exchange",
        Op::Remove => "fs-op-remove",
        Op::Sync => "fs-op-sync",
        Op::Lock => "fs-op-lock",
    };
    let why = match error.kind() {
        ErrorKind::PermissionDenied if error.is_held() => Arg::Term("fs-why-held-or-permission".to_owned()),
        _ if error.is_held() => Arg::Term("fs-why-held".to_owned()),
        ErrorKind::NotFound => Arg::Term("fs-why-not-found".to_owned()),
        ErrorKind::PermissionDenied => Arg::Term("fs-why-permission".to_owned()),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Arg::Term("fs-why-full".to_owned()),
        ErrorKind::ReadOnlyFilesystem => Arg::Term("fs-why-read-only".to_owned()),
        ErrorKind::FileTooLarge => Arg::Term("fs-why-too-large".to_owned()),
        _ => Arg::Text(error.source.to_string()),
    };
    ("fs-failed", [("op", Arg::Term(op.to_owned())), ("path", shown(&error.path, base)), ("why", why)].into())
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

/// The finding for a published record that the new site lacks; `address` is that of its page.
pub fn vanished_finding(id: &str, address: &str) -> Diagnostic {
    Diagnostic::error("COM-01", "com-01-vanished", MANIFEST).arg("id", id).arg("address", address)
}

/// All that was published would be gone.
pub fn emptied_finding(records: usize) -> Diagnostic {
    Diagnostic::error("COM-01", "com-01-emptied", MANIFEST).arg("count", records)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io;

    #[test]
    fn every_message_stands_in_both_catalogues_and_names_operation_and_path() {
        let path = || PathBuf::from("/site/public/a.html");
        let ops = [
            Op::Read,
            Op::Walk,
            Op::Metadata,
            Op::Resolve,
            Op::CreateDir,
            Op::Write,
            Op::Link,
            Op::Copy,
            Op::Rename,
            Op::Exchange,
            Op::Remove,
            Op::Sync,
            Op::Lock,
        ];
        let kinds = [
            ErrorKind::NotFound,
            ErrorKind::PermissionDenied,
            ErrorKind::StorageFull,
            ErrorKind::ReadOnlyFilesystem,
            ErrorKind::FileTooLarge,
            ErrorKind::ResourceBusy,
            ErrorKind::Other,
        ];
        let fs = ops.iter().flat_map(|op| kinds.map(|kind| WriteError::Fs(FsError::new(*op, &path(), io::Error::from(kind)))));
        let text = || "a.html".to_owned();
        let errors: Vec<_> = fs
            .chain([
                WriteError::Sink(SinkError::Path { path: text() }),
                WriteError::Sink(SinkError::Clash { path: text(), other: text() }),
                WriteError::Sink(SinkError::Changed { path: path() }),
                WriteError::Busy { path: path() },
                WriteError::Foreign { path: path() },
                WriteError::InTheWay { path: path() },
                WriteError::Link { path: path() },
                WriteError::NotAFolder { path: path() },
                WriteError::Overlap { path: path(), with: path() },
                WriteError::Unfinished,
            ])
            .collect();
        for catalogue in [
            [include_str!("../messages/parts/write.zh.ftl"), include_str!("../messages/parts/com.zh.ftl")].concat(),
            [include_str!("../messages/parts/write.en.ftl"), include_str!("../messages/parts/com.en.ftl")].concat(),
        ] {
            let has = |id: &str| catalogue.lines().any(|line| line.split_once(" = ").is_some_and(|(key, _)| key == id));
            for error in &errors {
                let (id, args) = error.message(Path::new("/site"));
                assert!(has(id), "{id}");
                for (name, arg) in &args {
                    assert!(catalogue.contains(&format!("{{ ${name} }}")), "{id}: {name}");
                    match arg {
                        Arg::Term(term) => assert!(has(term), "{term}"),
                        Arg::Text(shown) if *name == "path" => assert!(shown.ends_with("a.html") && !shown.starts_with("/site"), "{shown}"),
                        _ => {}
                    }
                }
            }
            assert!(has(emptied_finding(1).message) && has(vanished_finding("a", "/a/").message) && has("write-old-stands"));
        }
    }
}
