//! The commands as people run them: the real program in temporary folders.
//!
//! In: arguments, environment, files. Out: stdout and stderr, the exit code, the files. Always: the environment of the test process
//! is not passed on; the test sets the day of every run.

mod preview;
mod printing;
mod publish;
mod report;
mod running;
mod speaking;
mod watching;
mod writing;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

pub(crate) const TODAY: &str = "2026-06-20";
const TODAY_SECONDS: &str = "1781928000";

/// The result of a run.
#[derive(Debug)]
pub(crate) struct Run {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// Both streams together.
    pub(crate) fn all(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{}", self.all());
        self
    }

    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(self.all().contains(text), "no `{text}` in:\n{}", self.all());
        self
    }
}

/// A command in a folder, with Chinese messages, on the day of the tests.
pub(crate) fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_linli"));
    command.args(args).current_dir(folder).stdin(Stdio::null());
    for name in ["LINLI_LANG", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM", "COLUMNS"] {
        command.env_remove(name);
    }
    command.env("SOURCE_DATE_EPOCH", TODAY_SECONDS).env("LINLI_LANG", "zh");
    command
}

pub(crate) fn finish(mut command: Command) -> Run {
    let output = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
    let run = Run { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) };
    assert!(!run.err.contains("panicked"), "{}", run.err);
    run
}

pub(crate) fn linli(folder: &Path, args: &[&str]) -> Run {
    finish(command(folder, args))
}

/// A folder with a new site.
pub(crate) struct Site {
    folder: tempfile::TempDir,
}

impl Site {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        linli(folder.path(), &["init", "--yes", "--name", "榕荫社区", "--address", "rongyin.example.org"]).ends(0);
        Self { folder }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn run(&self, args: &[&str]) -> Run {
        linli(self.path(), args)
    }

    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.at(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    pub(crate) fn write(&self, name: &str, text: &str) {
        let path = self.at(name);
        std::fs::create_dir_all(path.parent().expect("a folder above")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    /// Replaces a text; panics if it is missing.
    pub(crate) fn edit(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "no `{from}` in {name}:\n{text}");
        self.write(name, &text.replace(from, to));
    }

    /// The secretary has made a sample her own: it is a record like any other.
    pub(crate) fn own(&self, name: &str) {
        self.edit(name, "status: sample\n", "");
    }

    /// Path, bytes and time of every file below a folder.
    pub(crate) fn files(&self, folder: &str) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
        let mut found = BTreeMap::new();
        let mut open = vec![self.at(folder)];
        while let Some(folder) = open.pop() {
            for entry in std::fs::read_dir(&folder).expect("a folder").map(|e| e.expect("an entry")) {
                let (path, meta) = (entry.path(), entry.metadata().expect("metadata"));
                if meta.is_dir() {
                    open.push(path);
                } else {
                    found.insert(path.clone(), (std::fs::read(&path).expect("a file"), meta.modified().expect("a time")));
                }
            }
        }
        found
    }
}
