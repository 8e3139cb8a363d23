//! The rules of ARCHITECTURE.md as tests of the code.
//!
//! In: the text of `src`, of the catalogues and of `Cargo.toml`. Out: findings as `path:line: what`.
//! Always: each file begins with its rules as tables, so that a change of a rule is a change of one line; an exception that is no
//! longer needed fails as well.

mod boundaries;
mod citations;
mod functions;
mod kinds;
mod layers;
mod manifest;
mod manners;
mod names;
mod rulebook;
mod rust;
mod words;

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rust::File;

/// One violation of a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Breach {
    pub path: String,
    pub line: usize,
    pub what: String,
}

impl Breach {
    pub(crate) fn new(path: impl Into<String>, line: usize, what: impl Into<String>) -> Self {
        Self { path: path.into(), line, what: what.into() }
    }

    pub(crate) fn at(file: &File, offset: usize, what: impl Into<String>) -> Self {
        Self::new(&file.path, file.line(offset), what)
    }
}

/// Fails with every violation, sorted and without repeats, and with what to do.
pub(crate) fn hold(mut breaches: Vec<Breach>, remedy: &str) {
    breaches.sort();
    breaches.dedup();
    if breaches.is_empty() {
        return;
    }
    let lines: Vec<String> = breaches.iter().map(|b| format!("  {}:{}: {}", b.path, b.line, b.what)).collect();
    panic!("{} against a rule of the code:\n{}\nWhat to do: {remedy}", lines.len(), lines.join("\n"));
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder of the project with one of these endings, as `(path, text)`, in order.
pub(crate) fn texts(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(folder)];
    while let Some(folder) = open.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.map(|e| e.expect("the project folder can be read").path()) {
            if entry.is_dir() {
                if entry.file_name().is_none_or(|n| n != "node_modules") {
                    open.push(entry);
                }
            } else if endings.iter().any(|e| entry.extension().is_some_and(|x| x == *e)) {
                found.push(entry);
            }
        }
    }
    found.sort();
    found.into_iter().map(|p: PathBuf| (name(&p), std::fs::read_to_string(&p).expect("project files are UTF-8"))).collect()
}

fn name(path: &Path) -> String {
    let inside = path.strip_prefix(root()).expect("it was found below the root");
    inside.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The sources of the program, read once.
pub(crate) fn sources() -> &'static [File] {
    static SOURCES: LazyLock<Vec<File>> = LazyLock::new(|| {
        let mut files: Vec<File> = texts("src", &["rs"]).into_iter().map(|(path, text)| File::read(&path, &text)).collect();
        rust::mark_test_files(&mut files);
        files
    });
    &SOURCES
}

/// All Rust code, tests included, read once.
pub(crate) fn all_code() -> &'static [File] {
    static CODE: LazyLock<Vec<File>> = LazyLock::new(|| {
        let files = ["src", "tests", "bench"].iter().flat_map(|folder| texts(folder, &["rs"]));
        files.map(|(path, text)| File::read(&path, &text)).collect()
    });
    &CODE
}
