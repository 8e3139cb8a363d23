//! Shared by the tests of the suite: a site in memory, a request for it, its findings.
//!
//! In: files as text or bytes. Out: the library's findings. Always: the test gives the day, nothing depends on the machine, and
//! messages are available in both languages.

pub(crate) mod base;
pub(crate) mod faulty;
pub(crate) mod html;
pub(crate) mod memory;

use std::path::Path;

use linli::diagnostic::Diagnostic;
use linli::fs::FileSystem;
use linli::locale::{Tongue, Words};
use linli::render::Progress;
use linli::value::Date;
use linli::{Compiled, Request};

pub(crate) use memory::{Memory, Tree};

/// The day of the samples, unless a test gives another.
pub(crate) const TODAY: &str = "2026-06-16";

pub(crate) struct Quiet;

impl Progress for Quiet {
    fn pages(&self, _: usize, _: usize) {}
}

/// A request with default options: no drafts, all or nothing.
pub(crate) fn request<'a>(fs: &'a dyn FileSystem, root: &'a Path, today: &str) -> Request<'a> {
    let today = Date::parse(today).expect("tests write real dates");
    Request { fs, root, today, drafts: false, keep_going: false, locked: false, portable: false, base_url: None }
}

/// Compiles into memory; the machine must not fail.
pub(crate) fn compile(request: &Request<'_>) -> (Compiled, Tree) {
    let tree = Tree::default();
    let compiled = linli::compile(request, &tree, &Quiet).expect("nothing of the machine fails here");
    (compiled, tree)
}

/// `path:line:column: code message`, one line per finding, for assertions and readable failures.
pub(crate) fn lines(findings: &[Diagnostic], tongue: Tongue) -> Vec<String> {
    let line = |d: &Diagnostic| {
        let at = d.position();
        format!("{}:{}:{}: {} {}", d.path, at.line, at.column, d.code, plain(&Words::of(tongue).message(d)))
    };
    findings.iter().map(line).collect()
}

/// A message without the isolation marks around its arguments.
pub(crate) fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// The folder of a test's data.
pub(crate) fn data(folder: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder)
}

/// Whether expectations are written instead of compared.
pub(crate) fn blessing() -> bool {
    std::env::var_os("BLESS").is_some()
}
