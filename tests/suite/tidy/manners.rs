//! Rules for every file of the project.
//!
//! In: the text of each file. Out: places that break a rule. Always: tests in `src` may unwrap; other code may not stop the program.

use super::rust::File;
use super::{Breach, all_code, hold, sources};

const LONGEST: usize = 600;

/// Files that are longer, with the reason. An entry that is no longer needed fails.
const LONG: &[(&str, &str)] = &[];

/// Code that stops the program, or is meant for debugging only.
const NEVER: &[(&str, &str)] = &[
    (".unwrap()", "say in .expect(\"…\") why it cannot fail, or return the failure"),
    (".unwrap_err()", "match on it"),
    ("todo!", "finish it"),
    ("unimplemented!", "finish it"),
    ("dbg!", "take it out"),
    ("panic!", "return a finding or an error"),
];

#[test]
fn every_file_opens_by_saying_what_it_is_for() {
    let silent = sources().iter().filter(|f| !f.text.trim_start().starts_with("//! "));
    hold(
        silent.map(|f| Breach::new(&f.path, 1, "opens without `//!`")).collect(),
        "write what comes in, what goes out and what always holds.",
    );
}

#[test]
fn every_file_is_compiled() {
    // A file that no `mod` names is neither compiled nor checked, but readers think that it is.
    let named = |file: &File| {
        let mut above = file.module();
        let Some(name) = above.pop() else { return true };
        let homes = ["lib", "main"].iter().filter(|_| above.is_empty()).map(|root| format!("src/{root}.rs"));
        let path = above.join("/");
        let homes: Vec<String> = homes.chain([format!("src/{path}.rs"), format!("src/{path}/mod.rs")]).collect();
        sources().iter().filter(|f| homes.contains(&f.path)).any(|f| f.finds_anywhere(&format!("mod {name};")))
    };
    let orphans = sources().iter().filter(|f| !named(f));
    hold(
        orphans.map(|f| Breach::new(&f.path, 1, "no `mod` names this file, so it is not compiled")).collect(),
        "write `mod …;` into the module above, or take the file away.",
    );
}

#[test]
fn no_file_grows_past_reading() {
    let allowed = |f: &File| LONG.iter().any(|(path, _)| f.path == *path);
    let mut breaches: Vec<Breach> = sources()
        .iter()
        .filter(|f| (f.lines() > LONGEST) != allowed(f))
        .map(|f| Breach::new(&f.path, f.lines(), format!("{} lines; the limit is {LONGEST}", f.lines())))
        .collect();
    let gone = LONG.iter().filter(|(path, _)| !sources().iter().any(|f| f.path == *path));
    breaches.extend(gone.map(|(path, _)| Breach::new(*path, 1, "is excused in LONG but does not exist")));
    hold(
        breaches,
        "make the module a folder and give each part a file; or write the reason into LONG (tests/suite/tidy/manners.rs), or take it out there.",
    );
}

#[test]
fn nothing_outside_tests_stops_the_program() {
    let mut breaches = Vec::new();
    for file in sources() {
        for (piece, remedy) in NEVER {
            breaches.extend(file.finds(piece).map(|at| Breach::at(file, at, format!("`{piece}`: {remedy}"))));
        }
    }
    hold(breaches, "as each line says; inside #[cfg(test)] all of it is fine.");
}

#[test]
fn an_expectation_says_why_it_holds() {
    let mut breaches = Vec::new();
    for file in sources() {
        for at in file.finds(".expect(") {
            let open = at + ".expect(".len();
            let Some((_, text)) = file.strings.iter().find(|(s, _)| *s == open) else { continue };
            if text.split_whitespace().count() < 2 || text.starts_with("failed") {
                breaches.push(Breach::at(file, at, format!("expect(\"{text}\") gives no reason")));
            }
        }
    }
    hold(breaches, "write the sentence that makes it true, such as .expect(\"the table has every kind\").");
}

#[test]
fn exceptions_from_lints_give_a_reason() {
    let mut breaches = Vec::new();
    for file in sources() {
        for piece in ["#[allow(", "#![allow(", "#[expect(", "#![expect("] {
            for (at, _) in file.code.match_indices(piece) {
                let end = file.code[at..].find(']').map_or(file.code.len(), |e| at + e);
                if !file.code[at..end].contains("reason") {
                    breaches.push(Breach::at(file, at, format!("`{piece}…)]` without a reason")));
                }
            }
        }
    }
    hold(breaches, "write #[expect(lint, reason = \"…\")].");
}

#[test]
fn a_test_is_a_sentence_and_always_runs() {
    let mut breaches = Vec::new();
    for file in all_code() {
        // An ignored test with a reason is a tool (a measurement, a process for another test), not a test.
        breaches.extend(file.code.match_indices("#[ignore]").map(|(at, _)| Breach::at(file, at, "ignored without a reason")));
        for (at, _) in file.code.match_indices("#[test]") {
            let Some((head, rest)) = file.code[at..].split_once("fn ") else { continue };
            let name = rest.split('(').next().unwrap_or(rest);
            if !head.contains("#[ignore") && (name.starts_with("test_") || !name.contains('_')) {
                breaches.push(Breach::at(file, at, format!("`{name}` is not a sentence")));
            }
        }
    }
    hold(breaches, "name it by what holds: missing_translation_points_at_the_key; a slow or broken test is repaired, not ignored.");
}
