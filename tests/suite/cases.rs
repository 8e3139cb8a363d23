//! Papers of the trade and reports of users as small sites, with what linli must say of them and show.
//!
//! In: `tests/cases/NAME/` (how to write one stands in the README there), laid over the base site beside them. Out: agreement, or what
//! misses and what is too much. Always: the findings of a case are all findings; a case with an error publishes nothing; `CASE=name` runs one.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use linli::Changes;
use linli::diagnostic::{Diagnostic, Words as _, short};
use linli::fs::{FileSystem, Kind};
use linli::locale::{Tongue, Words};
use rayon::prelude::*;
use serde::Deserialize;

use crate::support::base::Base;
use crate::support::html::Html;
use crate::support::{Memory, Quiet, Tree, data, plain, request};

/// The name of a case's expectations; its other files are those of the site.
const EXPECTATIONS: &str = "expect.toml";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    /// The kind of fault that the case stands for; read by people.
    about: String,
    #[serde(default = "day")]
    today: String,
    exit: u8,
    #[serde(default)]
    finding: Vec<Finding>,
    #[serde(default)]
    page: Vec<Page>,
}

fn day() -> String {
    "2026-06-20".to_owned()
}

/// A finding at its place; pieces are those of its Chinese message, mark, advice and law.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Finding {
    at: String,
    #[serde(default)]
    says: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
}

/// A published file. Of a page of HTML the words of its main part count, of any other file its bytes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    file: String,
    #[serde(default)]
    absent: bool,
    #[serde(default)]
    says: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
    /// Pieces of the file as it is, tags included.
    #[serde(default)]
    holds: Vec<String>,
    #[serde(default)]
    lacks: Vec<String>,
}

struct Case {
    name: String,
    expected: Expected,
    files: Vec<(String, Vec<u8>)>,
}

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let only = std::env::var("CASE").ok();
    let mut files: BTreeMap<String, Vec<(String, Vec<u8>)>> = BTreeMap::new();
    let folder = data("cases");
    for entry in linli::fs::Disk.walk(&folder).expect("the folder of the cases") {
        let name = entry.name().expect("project files have plain names");
        if let Some((case, file)) = name.split_once('/').filter(|(case, _)| entry.meta.kind == Kind::File && *case != "base") {
            files.entry(case.to_owned()).or_default().push((file.to_owned(), std::fs::read(folder.join(&entry.path)).expect("a file")));
        }
    }
    let chosen = files.into_iter().filter(|(name, _)| only.as_ref().is_none_or(|o| name.contains(o.as_str())));
    let cases = chosen.map(|(name, mut files)| {
        let at = files.iter().position(|(file, _)| file == EXPECTATIONS).unwrap_or_else(|| panic!("{name}: no {EXPECTATIONS}"));
        let text = String::from_utf8(files.remove(at).1).expect("expectations are UTF-8");
        let expected = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}/{EXPECTATIONS}: {error}"));
        Case { name, expected, files }
    });
    cases.collect()
});

/// `path:line:column: severity[CODE]`, the head of the short form, and all that a reader of Chinese is told.
fn told(d: &Diagnostic) -> (String, String) {
    let words = Words::of(Tongue::Zh);
    let line = short::line(d, words);
    let head = line.split_inclusive(']').next().expect("a line has a beginning").to_owned();
    let parts = [Some(words.message(d)), words.label(d), words.help(d), words.law(d)];
    (head, plain(&parts.into_iter().flatten().collect::<Vec<_>>().join("\n")))
}

/// Space is layout: pieces are compared without it.
fn pressed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{2066}'..='\u{2069}')).collect()
}

/// The words of the main part of a page.
fn words_of(path: &str, page: &str) -> String {
    let main = page.find("<main").and_then(|from| Some(&page[from..from + page[from..].find("</main>")? + "</main>".len()]));
    let main = main.unwrap_or_else(|| panic!("{path} has no main part"));
    Html::read(path, &format!("<!doctype html>{main}")).words.iter().map(|w| pressed(&w.text)).collect()
}

/// What a text should hold and does not, and what it should not hold and does.
fn compare(text: &str, says: &[String], never: &[String]) -> Vec<String> {
    let missing = says.iter().filter(|piece| !text.contains(pressed(piece).as_str())).map(|piece| format!("does not say `{piece}`"));
    let surplus = never.iter().filter(|piece| text.contains(pressed(piece).as_str())).map(|piece| format!("says `{piece}`"));
    missing.chain(surplus).collect()
}

fn findings(case: &Case, found: &[Diagnostic]) -> Vec<String> {
    let mut failures = Vec::new();
    let mut open: Vec<(String, String)> = found.iter().map(told).collect();
    for expected in &case.expected.finding {
        let Some(at) = open.iter().position(|(head, _)| *head == expected.at) else {
            failures.push(format!("expected but not found: {}", expected.at));
            continue;
        };
        let (head, text) = open.remove(at);
        let differences = compare(&pressed(&text), &expected.says, &expected.never);
        failures.extend(differences.into_iter().map(|what| format!("{head} {what}:\n      {}", text.replace('\n', "\n      "))));
    }
    failures.extend(open.iter().map(|(head, text)| format!("found but not expected: {head}\n      {}", text.replace('\n', "\n      "))));
    failures
}

fn page(expected: &Page, files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let Some(bytes) = files.get(&expected.file) else {
        return if expected.absent { Vec::new() } else { vec![format!("{} is not published", expected.file)] };
    };
    if expected.absent {
        return vec![format!("{} is published", expected.file)];
    }
    let raw = String::from_utf8_lossy(bytes);
    let text = if expected.file.ends_with(".html") { words_of(&expected.file, &raw) } else { pressed(&raw) };
    let mut failures = compare(&text, &expected.says, &expected.never);
    failures.extend(expected.holds.iter().filter(|piece| !raw.contains(piece.as_str())).map(|piece| format!("does not hold `{piece}`")));
    failures.extend(expected.lacks.iter().filter(|piece| raw.contains(piece.as_str())).map(|piece| format!("holds `{piece}`")));
    if !failures.is_empty() {
        failures.push(format!("it says: {text}"));
    }
    failures.iter().map(|what| format!("{}: {what}", expected.file)).collect()
}

fn run(case: &Case, base: &Base) -> Vec<String> {
    let mut fs = base.fs.clone();
    for (path, bytes) in &case.files {
        fs.put(path, bytes.clone());
    }
    let request = request(&fs, Memory::root(), &case.expected.today);
    let mut incremental = base.incremental(case.files.iter().map(|(path, _)| path.as_str()));
    let sink = Tree::default();
    let compiled = match linli::compile_again(&request, &mut incremental, &Changes::Unknown, &sink, &Quiet) {
        Ok(compiled) => compiled,
        Err(error) => return vec![error.to_string()],
    };
    let mut failures = findings(case, &compiled.checked.findings);
    let exit = u8::from(compiled.checked.findings.iter().any(Diagnostic::is_error));
    if exit != case.expected.exit {
        failures.push(format!("exit code {exit}, expected {}", case.expected.exit));
    }
    let files = sink.into_files();
    if exit != 0 && !files.is_empty() {
        failures.push(format!("{} files are published in spite of an error", files.len()));
    }
    failures.extend(case.expected.page.iter().flat_map(|expected| page(expected, &files)));
    failures
}

#[test]
fn papers_of_the_trade_are_told_and_shown_as_their_cases_say() {
    let base = Base::load("cases/base");
    let outcomes: Vec<Vec<String>> = CASES.par_iter().map(|case| run(case, &base)).collect();
    let mut failures = String::new();
    for (case, outcome) in CASES.iter().zip(&outcomes).filter(|(_, outcome)| !outcome.is_empty()) {
        failures += &format!("{} ({})\n", case.name, case.expected.about);
        outcome.iter().for_each(|what| failures += &format!("    {what}\n"));
    }
    assert!(failures.is_empty(), "cases that are not met:\n{failures}");
}

#[test]
fn every_case_says_what_it_stands_for_and_expects_something() {
    let silent = |case: &&Case| {
        let pages = case.expected.page.iter();
        let looked_at = pages.clone().any(|p| p.absent || ![&p.says, &p.never, &p.holds, &p.lacks].iter().all(|list| list.is_empty()));
        case.expected.about.is_empty() || case.files.is_empty() || !(looked_at || !case.expected.finding.is_empty())
    };
    let idle: Vec<&str> = CASES.iter().filter(silent).map(|case| case.name.as_str()).collect();
    assert!(idle.is_empty(), "{idle:?}");
}
