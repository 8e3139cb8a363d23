//! The rule book: every code is in the table of rules, and everything that a row requires exists.
//!
//! In: the table, `tests/rules/*.md` as the program reads them, the codes that the source raises. Out: gaps. Always: a code that is
//! missing somewhere fails; a copy of the table with an unknown code tests that.

use std::collections::BTreeSet;

use linli::config::{self, Known};
use linli::diagnostic::{Code, Severity};
use linli::profile;
use linli::rulebook::{ROWS, Rule, RuleBook, book};
use linli::source::Source;

use super::{Breach, hold, sources, texts};

/// The gaps of rule book and project.
fn gaps(book: &RuleBook) -> Vec<Breach> {
    let document = |code: &str| format!("tests/rules/{code}.md");
    let mut gaps: Vec<Breach> = book.gaps().into_iter().map(|(code, what)| Breach::new(document(code), 1, what)).collect();
    let numbers = |e: &linli::rulebook::Entry| e.numbers.iter().map(|n| (e.code, n.clone())).collect::<Vec<_>>();
    for (code, number) in book.entries().iter().flat_map(numbers) {
        if !profile::KEYS.iter().any(|k| k.path == number) {
            gaps.push(Breach::new(document(code), 1, format!("`numbers:` names {number}, which no profile has")));
        }
    }
    let raised = raised();
    for rule in book.rules() {
        let is_raised = raised.iter().any(|(_, code)| code == rule.code);
        match (rule.document, is_raised) {
            (Some(_), false) => gaps.push(Breach::new("src/rulebook/table.rs", 1, format!("{} is raised nowhere", rule.code))),
            (None, true) => {
                gaps.push(Breach::new("src/rulebook/table.rs", 1, format!("{} is checked: it is not planned any more", rule.code)))
            }
            _ => {}
        }
        if rule.document.is_some() && !has_message(rule.code) {
            gaps.push(Breach::new("src/messages/parts", 1, format!("{} has no message", rule.code)));
        }
    }
    gaps.extend(raised.into_iter().filter(|(_, code)| book.rule(code).is_none()).map(|(place, _)| place));
    gaps
}

/// Codes that the source names, with their places.
fn raised() -> Vec<(Breach, String)> {
    let is_code = |text: &str| {
        let numbered = |s: &str, n: usize| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
        text.strip_prefix("E1").is_some_and(|rest| numbered(rest, 2))
            || text
                .split_once('-')
                .is_some_and(|(kind, number)| kind.len() == 3 && kind.bytes().all(|b| b.is_ascii_uppercase()) && numbered(number, 2))
    };
    let outside = sources().iter().filter(|f| f.path != "src/rulebook/table.rs");
    let literals = outside.flat_map(|f| f.literals().map(move |(at, text)| (f, at, text)));
    literals
        .filter(|(_, _, text)| is_code(text))
        .map(|(f, at, text)| (Breach::at(f, at, format!("{text} has no row in the table of rules")), text.to_owned()))
        .collect()
}

fn has_message(code: Code) -> bool {
    let prefix = format!("{}-", code.to_lowercase());
    texts("src/messages", &["ftl"]).iter().any(|(_, text)| text.lines().any(|line| line.starts_with(&prefix)))
}

#[test]
fn every_rule_has_all_that_its_row_promises() {
    hold(
        gaps(book()),
        "a rule is one row in src/rulebook/table.rs, one function, one document (tests/diagnostics/README.md) and its words.",
    );
}

#[test]
fn every_document_is_read() {
    let known: Vec<&str> = book().entries().iter().map(|e| e.code).collect();
    let files = texts("tests/rules", &["md"]);
    let names = files.iter().filter_map(|(path, _)| path.rsplit('/').next()?.strip_suffix(".md"));
    let idle = names.filter(|n| !known.contains(n)).map(|n| Breach::new(format!("tests/rules/{n}.md"), 1, "is read by nobody"));
    hold(idle.collect(), "add its row in src/rulebook/table.rs, or take the document away.");
}

#[test]
fn a_document_says_only_what_its_row_does_not() {
    let mut breaches = Vec::new();
    for (path, text) in texts("tests/rules", &["md"]) {
        let head = text.split("\n## ").next().unwrap_or("");
        for (at, line) in head.lines().enumerate().skip(1).filter(|(_, l)| !l.is_empty()) {
            if !["law: ", "numbers: "].iter().any(|field| line.starts_with(field)) {
                breaches.push(Breach::new(&path, at + 1, format!("`{line}` is no line of the head")));
            }
        }
    }
    hold(breaches, "the head has `law:` and `numbers:`; severities stand in src/rulebook/table.rs.");
}

const DOCUMENT: &str = "# NEW-01 新 | New\n\nlaw: 《民法典》第一条 | Civil Code, article 1\n\n## zh\n\n查。\n\n因为。\n\n## en\n\nWhat.\n\nWhy.\n\n\
                        ## Wrong\n\n```content/a.md\nx\n```\n\n## Right\n\n```content/a.md\ny\n```\n";

fn with(row: Rule) -> RuleBook {
    RuleBook::of(&[ROWS, &[row]].concat())
}

/// The findings about `[severity]` of the settings and of a profile.
fn settings(book: &RuleBook, line: &str) -> BTreeSet<&'static str> {
    let known = Known { rules: book, is_timezone: &|_| true, is_tag: &|_| true };
    let (_, found) = config::read(&Source::new("site.toml", format!("[severity]\n{line}\n")), &known);
    let (_, in_profile) = profile::layer(&Source::new("profiles/a.toml", format!("[severity]\n{line}\n")), book);
    let about =
        |d: &&linli::diagnostic::Diagnostic| ["e108-unknown-code", "e108-unknown-code-near", "e108-level-fixed"].contains(&d.message);
    let (found, in_profile): (BTreeSet<_>, BTreeSet<_>) =
        (found.iter().filter(about).map(|d| d.message).collect(), in_profile.iter().filter(about).map(|d| d.message).collect());
    assert_eq!(found, in_profile, "settings and profiles say the same of {line}");
    found
}

#[test]
fn a_new_row_is_followed_everywhere() {
    const NEW: Rule = Rule::new("NEW-01", DOCUMENT, &[Severity::Warning]).cited();
    let line = "NEW-01 = \"info\"";
    let without = book();
    let here = with(NEW);
    // Documents and `explain`.
    assert!(without.find("new01").is_none());
    let entry = here.find("new01").expect("its document is read");
    assert_eq!((entry.title.en.as_str(), entry.severities), ("New", &[Severity::Warning][..]));
    assert!(entry.law.is_some());
    // `--only` and `--level`.
    assert_eq!((without.typed("new-01").map(|r| r.code), here.typed("new-01").map(|r| r.code)), (None, Some("NEW-01")));
    // `[severity]` of settings and profiles.
    assert_eq!(settings(without, line).len(), 1);
    assert!(settings(&here, line).is_empty());
    assert_eq!(settings(&with(NEW.always_error()), line), ["e108-level-fixed"].into());
    assert_eq!(settings(&with(NEW.of_reading()), line).len(), 1);
    // Exit codes and `--keep-going`.
    assert!(!NEW.is_fatal() && NEW.settings().is_fatal() && NEW.personal_data().is_fatal() && NEW.personal_data().hidden);
}

#[test]
fn a_new_row_that_is_not_carried_out_fails() {
    let gaps_with = |row: Rule| {
        let gaps_with = gaps(&with(row));
        gaps_with.into_iter().map(|breach| breach.what).filter(|what| !what.is_empty()).collect::<Vec<_>>().join("; ")
    };
    const NEW: Rule = Rule::new("NEW-01", DOCUMENT, &[Severity::Warning]);
    assert_eq!(gaps_with(NEW.cited()), "NEW-01 is raised nowhere; NEW-01 has no message");
    assert!(gaps_with(NEW).contains("its row is not `cited`"));
    assert!(gaps_with(Rule::new("NEW-01", "# NEW-01 新 | New\n", &[]).cited()).contains("lacks its first paragraph"));
    assert!(gaps_with(Rule::new("NEW-01", "# NEW-01 新 | New\n", &[]).cited()).contains("lacks `law:"));
    assert!(gaps_with(Rule::new("NEW-01", DOCUMENT, &[]).cited()).contains("no severity"));
    assert!(gaps_with(NEW.cited().always_error()).contains("has no error"));
    assert!(gaps_with(Rule::planned("COM-01")).contains("stands in two rows"));
    assert_eq!(gaps_with(Rule::planned("NEW-01")), "", "a planned rule has only its code");
}
