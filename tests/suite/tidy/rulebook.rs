//! The rule book: every code has a document that explains it in both languages, and names its article.
//!
//! In: `tests/rules/*.md` as the program reads them. Out: gaps. Always: `CITED` follows the rule book's tables
//! where an article of a statute stands beside the rule.

use linli::rulebook;

use super::{Breach, hold, texts};

/// Rules that rest on a statute.
const CITED: &[&str] = &[
    "COM-09", "COM-10", "COM-12", "COM-13", "COM-14", "COM-15", "COM-16", "COM-18", "COM-21", "MTG-03", "MTG-04", "MTG-05", "MTG-06",
    "MTG-07", "MTG-09", "MTG-10", "REV-01", "REV-06", "REV-07", "REV-08", "REV-10", "REV-13", "REV-14", "REV-17", "PRJ-01", "PRJ-03",
    "PRJ-04", "PRJ-12", "PRJ-15", "ACT-05", "ACT-09", "NOT-02", "NOT-05", "ORG-02",
];

/// Rules that wait for kinds which do not exist yet (elections, registers, documents).
const WAITING: &[&str] = &["COM-08", "NOT-04", "ACT-10"];

#[test]
fn every_rule_is_explained_in_both_languages_and_names_its_article() {
    let mut gaps = Vec::new();
    for entry in rulebook::entries() {
        let mut gap = |what: &str| gaps.push(Breach::new(format!("tests/rules/{}.md", entry.code), 1, what));
        for (text, what) in
            [(&entry.title, "title `中文 | English`"), (&entry.what, "first paragraph"), (&entry.why, "why, from the second paragraph on")]
        {
            if !text.is_whole() {
                gap(&format!("lacks its {what} in one of the languages"));
            }
        }
        for (examples, what) in [(&entry.wrong, "Wrong"), (&entry.right, "Right")] {
            if examples.is_empty() {
                gap(&format!("lacks an example under `## {what}`"));
            }
        }
        if entry.severities.is_empty() {
            gap("lacks `severity:`");
        }
        if CITED.contains(&entry.code) && entry.law.is_none() {
            gap("lacks `law: 中文 | English`");
        }
        for number in entry.numbers.iter().filter(|n| !linli::profile::KEYS.iter().any(|k| k.path == n.as_str())) {
            gap(&format!("`numbers:` names {number}, which no profile has"));
        }
    }
    hold(gaps, "write the document; tests/diagnostics/README.md says how.");
}

#[test]
fn every_code_of_the_program_has_its_document() {
    let known: Vec<&str> = rulebook::entries().iter().map(|e| e.code).collect();
    let codes = linli::CODES.iter().copied().filter(|c| !WAITING.contains(c));
    let missing = codes.filter(|c| !known.contains(c)).map(|c| Breach::new("src/rulebook.rs", 1, format!("{c} is not in the list")));
    let files = texts("tests/rules", &["md"]);
    let names = files.iter().filter_map(|(path, _)| path.rsplit('/').next()?.strip_suffix(".md"));
    let idle = names.filter(|n| !known.contains(n)).map(|n| Breach::new(format!("tests/rules/{n}.md"), 1, "is read by nobody"));
    hold(missing.chain(idle).collect(), "name the document in src/rulebook.rs, or take it away.");
}
