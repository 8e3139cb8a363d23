//! Citations: documents and sections that the project names are in the project.
//!
//! In: sources, tests, scripts, settings and documents. Out: names of documents (`DESIGN.md`, `docs/en/start.md`) that do not exist,
//! and sections (`UX §2`) that their document does not have. Always: a name is searched beside the file that cites it and at the root
//! of the project.

use std::path::Path;

use super::{Breach, hold, root, texts};

/// Names that stand for any document of their folder.
const PLACEHOLDERS: &[&str] = &["CODE.md", "LANGUAGE.md"];

/// Folders that are searched, with the endings of their files. Records of sites name each other; `linli check` reads those.
const SEARCHED: &[(&str, &[&str])] =
    &[("src", &["rs"]), ("tests/suite", &["rs"]), ("tests/browser", &["mjs", "md"]), ("bench", &["rs", "py", "md"]), ("docs", &["md"])];

/// Documents at the root of the project.
const ROOT: &[&str] = &["ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md", "DESIGN.md", "README.en.md", "README.md", "Cargo.toml"];

fn searched() -> Vec<(String, String)> {
    let below = SEARCHED.iter().flat_map(|(folder, endings)| texts(folder, endings));
    let at_root = ROOT.iter().map(|name| {
        let text = std::fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        ((*name).to_owned(), text)
    });
    below.chain(at_root).collect()
}

/// Documents and sections that a text cites and that `exists` does not know, with their lines.
fn missing(path: &str, text: &str, exists: &dyn Fn(&str) -> bool, has_section: &dyn Fn(&str, &str) -> bool) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for name in line.split(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '_' | '-'))) {
            let name = name.trim_matches('.');
            let file = name.rsplit('/').next().unwrap_or(name);
            // An absolute path is not a document of the project.
            let is_relative = !name.starts_with('/');
            if is_relative && is_document(file) && !PLACEHOLDERS.iter().any(|p| file.ends_with(p)) && !exists(name) {
                breaches.push(Breach::new(path, at + 1, format!("cites `{name}`, which is not in the project")));
            }
        }
        for (before, after) in line.match_indices('§').map(|(i, mark)| (&line[..i], &line[i + mark.len()..])) {
            let document = before.trim_end().rsplit(|c: char| !(c.is_ascii_uppercase() || c == '.' || c == 'm' || c == 'd')).next();
            let document = document.unwrap_or_default().trim_end_matches(".md");
            let number: String = after.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
            if document.len() >= 2
                && document.bytes().all(|b| b.is_ascii_uppercase())
                && !has_section(document, number.trim_end_matches('.'))
            {
                breaches.push(Breach::new(path, at + 1, format!("cites section {number} of {document}, which is not in the project")));
            }
        }
    }
    breaches
}

/// Whether a file name is that of a document: `DESIGN.md`, `README.en.md`.
fn is_document(file: &str) -> bool {
    let Some(stem) = file.strip_suffix(".md") else { return false };
    let name = stem.split('.').next().unwrap_or(stem);
    name.len() > 1 && name.bytes().all(|b| b.is_ascii_uppercase() || b == b'-' || b == b'_')
}

fn is_there(path: &str, name: &str) -> bool {
    let beside = Path::new(path).parent().unwrap_or(Path::new(""));
    // `{root}/README.md` in code: the folder before the slash is not known.
    let name = name.trim_start_matches("./").trim_start_matches('/');
    [root().join(name), root().join(beside).join(name)].iter().any(|file| file.is_file())
}

fn section_is_there(document: &str, number: &str) -> bool {
    let Ok(text) = std::fs::read_to_string(root().join(format!("{document}.md"))) else { return false };
    text.lines().any(|line| {
        let heading = line.trim_start_matches('#');
        heading.len() < line.len()
            && heading.trim_start().strip_prefix(number).is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    })
}

#[test]
fn every_cited_document_is_in_the_project() {
    let mut breaches = Vec::new();
    for (path, text) in searched().iter().filter(|(path, _)| path != file!()) {
        breaches.extend(missing(path, text, &|name| is_there(path, name), &section_is_there));
    }
    hold(breaches, "say the thing itself, or cite a document of this repository.");
}

#[test]
fn a_planted_citation_is_found() {
    let none = |_: &str| false;
    let no_section = |_: &str, _: &str| false;
    let found = |text: &str| missing("src/x.rs", text, &none, &no_section).len();
    assert_eq!(found("//! as PLAN.md says"), 1);
    assert_eq!(found("as [PLAN.md](docs/PLAN.md) and README.en.md say"), 3);
    assert_eq!(found("/** UX §2.7 */ and PLAN.md §3"), 3);
    assert_eq!(found("content/notices/water.md, index.md, tests/rules/CODE.md, name.LANGUAGE.md, a § of a law"), 0);
    assert!(section_is_there("DESIGN", "") && !section_is_there("DESIGN", "99") && !section_is_there("PLAN", "1"));
}
