//! The manifest: every dependency is used.
//!
//! In: `Cargo.toml`. Out: dependencies that no source names. Always: names are in the spelling of code
//! (`fluent-bundle` is `fluent_bundle`).

use super::rust::File;
use super::{Breach, hold, root, sources, texts};

/// Dependencies that no module uses yet, with the future module. An entry that is used fails.
const AWAITED: &[(&str, &str)] = &[];

/// The dependencies of a table, each with its line.
pub(super) fn dependencies(table: &str) -> Vec<(usize, String)> {
    let text = std::fs::read_to_string(root().join("Cargo.toml")).expect("the project has a manifest");
    let manifest: toml::Table = text.parse().expect("cargo read the manifest before");
    let Some(names) = manifest.get(table).and_then(toml::Value::as_table) else { return Vec::new() };
    let line =
        |name: &str| text.lines().position(|l| l.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '=', '.']))).unwrap_or(0) + 1;
    names.keys().map(|name| (line(name), name.replace('-', "_"))).collect()
}

fn is_named(file: &File, krate: &str) -> bool {
    file.code.match_indices(krate).any(|(at, _)| {
        let (before, after) = (&file.code[..at], &file.code[at + krate.len()..]);
        !before.ends_with(super::rust::is_word) && (after.starts_with("::") || before.trim_end().ends_with("use"))
    })
}

#[test]
fn every_dependency_is_used() {
    let awaited = |krate: &str| AWAITED.iter().any(|(name, _)| *name == krate);
    let used = |krate: &str| sources().iter().any(|f| is_named(f, krate));
    let wrong = dependencies("dependencies").into_iter().filter(|(_, krate)| used(krate) == awaited(krate));
    hold(
        wrong
            .map(|(line, krate)| {
                Breach::new(
                    "Cargo.toml",
                    line,
                    format!("`{krate}` is {}", if used(&krate) { "not awaited any more" } else { "named by no file of src" }),
                )
            })
            .collect(),
        "take the dependency out, with its line in boundaries.rs; or take it out of AWAITED (tests/suite/tidy/manifest.rs).",
    );
}

#[test]
fn every_test_dependency_is_used() {
    let tests: Vec<File> =
        ["src", "tests", "bench"].iter().flat_map(|folder| texts(folder, &["rs"])).map(|(path, text)| File::read(&path, &text)).collect();
    let unused = dependencies("dev-dependencies").into_iter().filter(|(_, krate)| !tests.iter().any(|f| is_named(f, krate)));
    hold(
        unused.map(|(line, krate)| Breach::new("Cargo.toml", line, format!("no test names `{krate}`"))).collect(),
        "take the dependency out of [dev-dependencies].",
    );
}
