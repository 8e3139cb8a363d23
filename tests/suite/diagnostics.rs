//! Every mistake that linli reports, as small documents with the expectation below the faulty line.
//!
//! In: `tests/diagnostics/*.md` (their format: the README there) and the base site beside them. Out: agreement, or the missing and
//! the unexpected findings. Always: a document lists all findings of its sites; `BLESS=1` writes the expectations, `DOC=name` runs
//! one document.

mod document;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use linli::Changes;
use linli::diagnostic::{Diagnostic, Severity};
use linli::locale::{Tongue, Words};
use linli::rulebook;
use rayon::prelude::*;

use crate::support::base::Base;
use crate::support::{Memory, Quiet, Tree, blessing, data, plain, request};
use document::{Document, Section};

/// The result of one section.
struct Outcome {
    findings: Vec<Diagnostic>,
    failures: Vec<String>,
}

struct Run {
    documents: Vec<Document>,
    outcomes: Vec<Vec<Outcome>>,
}

/// All documents, compiled once for all tests of this file.
static RUN: LazyLock<Run> = LazyLock::new(|| {
    let base = Base::load("diagnostics/base");
    let only = std::env::var("DOC").ok();
    let mut documents: Vec<Document> = Vec::new();
    for folder in ["diagnostics", RULES] {
        let mut names: Vec<_> = std::fs::read_dir(data(folder)).expect("the documents").map(|e| e.expect("an entry").path()).collect();
        names.sort();
        for path in names.iter().filter(|p| p.extension().is_some_and(|e| e == "md") && p.file_stem().is_some_and(|s| s != "README")) {
            if only.as_ref().is_none_or(|o| path.file_stem().is_some_and(|s| s.to_string_lossy().contains(o.as_str()))) {
                let text = std::fs::read_to_string(path).expect("a document is UTF-8");
                documents.push(Document::read(folder, path.file_name().expect("a file").to_string_lossy().as_ref(), &text));
            }
        }
    }
    let outcomes = documents.par_iter().map(|d| d.sections.par_iter().map(|s| run(d, s, &base)).collect()).collect();
    Run { documents, outcomes }
});

/// The rule book: a document for each code, which `linli explain` reads too.
const RULES: &str = "rules";

/// Compiles one section and compares the findings with its expectations.
fn run(document: &Document, section: &Section, base: &Base) -> Outcome {
    if section.files.is_empty() {
        return Outcome { findings: Vec::new(), failures: Vec::new() };
    }
    let mut fs = base.fs.clone();
    let mut incremental = base.incremental(section.files.iter().map(|f| f.path.as_str()));
    for file in &section.files {
        match &file.thing {
            Some(thing) => fs.place(&file.path, thing.clone()),
            None => fs.remove(&file.path),
        }
    }
    let mut request = request(&fs, Memory::root(), &section.today);
    request.drafts = section.drafts;
    request.locked = section.locked;
    let sink = Tree::default();
    let findings = match linli::compile_again(&request, &mut incremental, &Changes::Unknown, &sink, &Quiet) {
        Ok(compiled) => compiled.checked.findings,
        Err(error) => {
            return Outcome { findings: Vec::new(), failures: vec![format!("{}:{}: {error}", document.name, section.line)] };
        }
    };
    let mut failures = Vec::new();
    for file in &section.files {
        let mut open: Vec<&Diagnostic> = findings.iter().filter(|d| *d.path == *file.path).collect();
        for expected in &file.expected {
            match open.iter().position(|d| document::matches(expected, d)) {
                Some(found) => drop(open.remove(found)),
                None => failures.push(format!("{}:{}: expected but not found: {}", document.name, expected.document_line, expected.text)),
            }
        }
        let extra =
            |d: &&Diagnostic| format!("{}:{}: found but not expected: {}", document.name, file.document_line, document::notation(d, None));
        failures.extend(open.iter().map(extra));
    }
    let inside = |d: &&Diagnostic| section.files.iter().any(|f| *f.path == *d.path);
    let outside = findings.iter().filter(|d| !inside(d));
    failures.extend(outside.map(|d| format!("{}:{}: found in {}: {}", document.name, section.line, d.path, document::notation(d, None))));
    Outcome { findings, failures }
}

#[test]
fn every_mistake_is_found_where_it_stands_and_nothing_else_is() {
    if blessing() {
        for (document, outcomes) in RUN.documents.iter().zip(&RUN.outcomes) {
            let findings: Vec<&[Diagnostic]> = outcomes.iter().map(|o| o.findings.as_slice()).collect();
            let blessed = document.blessed(&findings);
            if blessed != document.text {
                std::fs::write(data(document.folder).join(&document.name), blessed).expect("the document can be written");
            }
        }
        // A finding that cannot be written below a line is a failure even when blessing.
        let open: Vec<&String> = failures().filter(|f| f.contains(": found in ")).collect();
        assert!(open.is_empty(), "no place in the document for these:\n{}", list(&open));
        return;
    }
    let failures: Vec<&String> = failures().collect();
    assert!(failures.is_empty(), "{} differences:\n{}\nIf they are meant: BLESS=1, and read the diff.", failures.len(), list(&failures));
}

fn failures() -> impl Iterator<Item = &'static String> {
    RUN.outcomes.iter().flatten().flat_map(|o| &o.failures)
}

fn list(lines: &[&String]) -> String {
    lines.iter().map(|l| format!("  {l}\n")).collect()
}

fn findings() -> impl Iterator<Item = &'static Diagnostic> {
    RUN.outcomes.iter().flatten().flat_map(|o| &o.findings)
}

#[test]
fn every_sentence_has_all_its_words_in_both_languages() {
    let mut holes = BTreeSet::new();
    for d in findings() {
        for tongue in [Tongue::Zh, Tongue::En] {
            let words = Words::of(tongue);
            let related = d.related.iter().map(|(_, m)| linli::diagnostic::Words::related(words, m, d));
            for text in [Some(words.message(d)), words.label(d), words.help(d)].into_iter().flatten().chain(related) {
                if text.contains("{$") || text.starts_with(d.message) || text.trim().is_empty() {
                    holes.insert(format!("{}: {}", d.message, plain(&text)));
                }
            }
        }
    }
    assert!(holes.is_empty(), "messages with holes:\n{holes:#?}");
}

#[test]
fn findings_come_sorted_and_each_once() {
    for (document, outcomes) in RUN.documents.iter().zip(&RUN.outcomes) {
        for outcome in outcomes {
            let places: Vec<_> = outcome.findings.iter().map(|d| (&d.path, d.span.as_ref().map_or(0, |s| s.start), d.code)).collect();
            assert!(places.is_sorted(), "{}: {places:?}", document.name);
            let mut seen: Vec<String> = outcome.findings.iter().map(|d| format!("{d:?}")).collect();
            let all = seen.len();
            seen.sort();
            seen.dedup();
            assert_eq!(all, seen.len(), "{}: the same finding twice", document.name);
        }
    }
}

/// Messages that no document can cause, with the test that does or the reason.
const ELSEWHERE: &[(&str, &str)] = &[
    ("com-01-emptied", "speaks of the site published before: tests/suite/cli/publish.rs"),
    ("e103-body-long", "a body is never longer than its file, which e103-file holds"),
    ("e105-name", "a name that is not Unicode cannot stand in a document: hostile.rs"),
    ("e108-language", "the settings were screened by the same judgement before"),
];

/// Messages with the form of findings that are not findings of `check` or `build`.
fn is_finding(id: &str, has_attributes: bool) -> bool {
    let code = id.get(..6).is_some_and(|c| {
        let (kind, number) = c.split_once('-').unwrap_or((c, ""));
        matches!(kind, "com" | "mtg" | "rev" | "prj" | "act" | "not" | "org") && number.len() == 2
    });
    let reading = id.len() > 4 && id.starts_with("e1") && id.as_bytes()[4] == b'-';
    has_attributes && (code || reading || (!id.starts_with("write-") && !id.starts_with("cli-")))
}

#[test]
fn every_message_of_a_finding_stands_in_a_document() {
    if std::env::var_os("DOC").is_some() {
        return;
    }
    let seen: BTreeSet<&str> = findings().map(|d| d.message).collect();
    let mut missing: Vec<String> = Vec::new();
    for (id, path) in messages() {
        if !seen.contains(id.as_str()) && !ELSEWHERE.iter().any(|(known, _)| *known == id) {
            missing.push(format!("{id} ({path})"));
        }
    }
    assert!(missing.is_empty(), "{} messages that no document shows:\n  {}", missing.len(), missing.join("\n  "));
    let idle: Vec<_> = ELSEWHERE.iter().filter(|(id, _)| seen.contains(id)).collect();
    assert!(idle.is_empty(), "take these out of ELSEWHERE: {idle:?}");
}

/// Ids of findings in the catalogue, with the file.
fn messages() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/messages/parts");
    for entry in std::fs::read_dir(folder).expect("the catalogues") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().expect("a file").to_string_lossy().into_owned();
        if !name.ends_with(".zh.ftl") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a catalogue is UTF-8");
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let Some((id, _)) = line.split_once(" =").filter(|(id, _)| !id.starts_with([' ', '#'])) else { continue };
            let mut attributes = false;
            while let Some(next) = lines.peek().filter(|l| l.starts_with(' ') || l.starts_with('}')) {
                attributes |= next.trim_start().starts_with(".label") || next.trim_start().starts_with(".help");
                lines.next();
            }
            if is_finding(id, attributes) {
                found.insert(id.to_owned(), name.clone());
            }
        }
    }
    found
}

#[test]
fn the_wrong_example_of_a_rule_raises_it_and_the_right_one_does_not() {
    let mut failures = Vec::new();
    for (document, outcomes) in RUN.documents.iter().zip(&RUN.outcomes).filter(|(d, _)| d.folder == RULES) {
        let code = document.name.trim_end_matches(".md");
        for (title, expected) in [("Wrong", true), ("Right", false)] {
            let Some(at) = document.sections.iter().position(|s| s.title == title && !s.files.is_empty()) else {
                failures.push(format!("{}: no example under `## {title}`", document.name));
                continue;
            };
            if outcomes[at].findings.iter().any(|d| d.code == code) != expected {
                failures.push(format!(
                    "{}:{}: `{title}` must {}raise {code}",
                    document.name,
                    document.sections[at].line,
                    if expected { "" } else { "not " }
                ));
            }
        }
    }
    assert!(failures.is_empty(), "{} examples:\n  {}", failures.len(), failures.join("\n  "));
}

/// Rules with a severity in their row that no document can show, with the reason.
const NOT_SHOWN: &[(&str, Severity)] = &[];

#[test]
fn a_finding_weighs_what_its_row_says() {
    let mut failures = Vec::new();
    let mut seen: BTreeSet<(&str, Severity)> = BTreeSet::new();
    for (document, outcomes) in RUN.documents.iter().zip(&RUN.outcomes) {
        for (section, outcome) in document.sections.iter().zip(outcomes) {
            let says = |word: &str| section.files.iter().any(|file| file.contains_text(word));
            for d in &outcome.findings {
                let Some(rule) = rulebook::rule(d.code) else {
                    failures.push(format!("{}: {} has no row", document.name, d.code));
                    continue;
                };
                seen.insert((rule.code, d.severity));
                // An explanation in a record lowers the severity; the settings of a document change it.
                let explained = says("explain:") && rule.severities.iter().any(|s| lowered(*s, rule) == d.severity);
                if !rule.severities.contains(&d.severity) && !explained && !says(&format!("{} =", d.code)) {
                    failures.push(format!("{} `{}`: {} is {:?}", document.name, section.title, d.code, d.severity));
                }
            }
        }
    }
    if std::env::var_os("DOC").is_none() {
        let all = rulebook::ROWS.iter().flat_map(|rule| rule.severities.iter().map(move |severity| (rule.code, *severity)));
        let idle = all.filter(|row| !seen.contains(row) && !NOT_SHOWN.contains(row));
        failures.extend(idle.map(|(code, severity)| format!("{code}: no document shows its {severity:?}")));
    }
    assert!(failures.is_empty(), "the rows of src/rulebook/table.rs disagree with the findings:\n  {}", failures.join("\n  "));
}

/// The severity of a finding that the record explains.
fn lowered(severity: Severity, rule: &rulebook::Rule) -> Severity {
    match severity {
        Severity::Error if rule.answerable => Severity::Warning,
        // An explanation that names a personal number permits that number.
        Severity::Error if rule.subject == rulebook::Subject::PersonalData => Severity::Info,
        Severity::Error => Severity::Error,
        _ => Severity::Info,
    }
}

#[test]
fn thirty_mistakes_in_one_site_come_out_in_one_run() {
    let Some(at) = RUN.documents.iter().position(|d| d.name == "thirty-mistakes.md") else {
        assert!(std::env::var_os("DOC").is_some(), "the document is gone");
        return;
    };
    let errors: usize = RUN.outcomes[at].iter().flat_map(|o| &o.findings).filter(|d| d.severity == Severity::Error).count();
    assert!(errors >= 30, "{errors}");
    assert_eq!(RUN.documents[at].sections.iter().filter(|s| !s.files.is_empty()).count(), 1, "one site");
}
