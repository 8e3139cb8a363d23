//! Kinds: all have the same files, so that a new kind is one folder and one line in `KINDS`.
//!
//! In: the files below `src/record`. Out: kinds with other files. Always: a kind that needs more files puts them into a
//! folder named after one of its parts.

use std::collections::{BTreeMap, BTreeSet};

use super::layers::{kinds, stem};
use super::{Breach, all_code, hold, sources};

/// The files of a kind's folder.
const PARTS: &[&str] = &["facets", "fields", "mod", "rules", "tests", "view"];

#[test]
fn every_kind_has_the_same_files() {
    let kinds = kinds();
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut breaches = Vec::new();
    for file in sources() {
        let Some(kind) = stem(file).filter(|stem| kinds.contains(*stem)) else { continue };
        let part = file.path.strip_prefix("src/record/").and_then(|path| path.split('/').nth(1)).unwrap_or("");
        let part = part.trim_end_matches(".rs");
        if PARTS.contains(&part) {
            found.entry(kind).or_default().insert(part);
        } else {
            breaches.push(Breach::new(&file.path, 1, format!("`{kind}` has a file that other kinds have not")));
        }
    }
    for (kind, parts) in found {
        let missing = PARTS.iter().filter(|part| !parts.contains(**part));
        breaches.extend(missing.map(|part| Breach::new(format!("src/record/{kind}/{part}.rs"), 1, "is missing")));
    }
    hold(
        breaches,
        "a kind has facets, fields, mod, rules, tests and view; more files stand below the part they belong to (view/chart.rs).",
    );
}

#[test]
fn a_file_is_where_its_module_says() {
    let mut breaches = Vec::new();
    for file in all_code() {
        breaches.extend(file.code.match_indices("#[path").map(|(at, _)| Breach::at(file, at, "#[path] hides where a module is")));
    }
    hold(breaches, "name the file as the module, or make a folder of it: `mod tests;` of src/a.rs is src/a/tests.rs.");
}
