//! A typing mistake anywhere in the samples is found at its place.
//!
//! In: the records of `tests/golden/contracts`, one of each kind, with one mistake at a time: a misspelt key, a day that does not
//! exist, a wrong sum, a reference to no record, an unknown code, a Chinese comma. Out: an error that covers the changed characters.
//! Always: all copies are in one site.

use std::collections::BTreeMap;
use std::ops::Range;

use linli::diagnostic::Diagnostic;
use linli::record::{KINDS, Kind};

use crate::support::{Memory, TODAY, data, request};

/// A copy of a record with a mistake, and its place.
struct Slip {
    path: String,
    what: String,
    /// The line with the mistake, from 1, and its columns, from 0, half open.
    line: usize,
    columns: Range<usize>,
    codes: &'static [&'static str],
}

/// The word of a line that begins at `at`.
fn words(line: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut open = false;
    for (at, c) in line.chars().enumerate() {
        let belongs = c.is_alphanumeric() || "_-./#:".contains(c);
        match (belongs, open) {
            (true, true) => found.last_mut().expect("one is open").1.push(c),
            (true, false) => found.push((at, c.to_string())),
            _ => {}
        }
        open = belongs;
    }
    found
}

type Change = (&'static str, fn(&str) -> Option<String>, &'static [&'static str]);

/// The kinds of mistakes: name, function that gives the changed word (`None`: does not apply), expected codes.
const SLIPS: &[Change] = &[
    (
        "a misspelt key",
        |w| Some(format!("{}zz:", w.strip_suffix(':').filter(|k| k.chars().all(|c| c.is_ascii_lowercase() || c == '_') && k.len() > 1)?)),
        &["COM-03"],
    ),
    ("a day that does not exist", |w| is_date(w).then(|| format!("{}-02-30", &w[..4])), &["COM-03"]),
    ("a date nobody can read", |w| is_date(w).then(|| "不久".to_owned()), &["COM-03"]),
    ("an amount that is none", |w| is_amount(w).then(|| "若干".to_owned()), &["COM-03", "REV-04"]),
    ("a thousands separator", |w| is_amount(w).then(|| "\"1,000.00\"".to_owned()), &["COM-03", "REV-04"]),
    ("a reference to nobody", |w| is_reference(w).then(|| format!("{}/nobody-at-all", w.split('/').next().unwrap_or(""))), &["COM-02"]),
    (
        "a reference to no item",
        |w| w.split_once('#').filter(|(id, _)| is_reference(id)).map(|(id, _)| format!("{id}#nothing")),
        &["COM-02"],
    ),
    ("a code nobody knows", |w| CODES.contains(&w).then(|| format!("{w}zz")), &["COM-03"]),
];

fn is_date(word: &str) -> bool {
    word.len() == 10 && word.chars().enumerate().all(|(i, c)| if i == 4 || i == 7 { c == '-' } else { c.is_ascii_digit() })
}

fn is_amount(word: &str) -> bool {
    word.split_once('.').is_some_and(|(whole, cents)| cents.len() == 2 && [whole, cents].concat().bytes().all(|b| b.is_ascii_digit()))
}

fn is_reference(word: &str) -> bool {
    let folders = ["organizations", "places", "renovation", "meetings"];
    word.split_once('/').is_some_and(|(folder, _)| folders.contains(&folder)) && !word.contains('#')
}

/// Codes of the samples.
const CODES: &[&str] = &[
    "owners_assembly",
    "mixed",
    "held",
    "adopted",
    "own_common_use",
    "done",
    "confirmed",
    "public_revenue",
    "income",
    "expense",
    "parking",
    "repair",
    "project",
    "implementation",
    "basic",
    "contractor",
    "monitor",
    "replaced",
    "approved",
    "low",
    "class",
    "week",
    "mon",
    "cancelled",
    "children",
    "disruption",
    "water",
    "residents_committee",
    "director",
    "room",
];

/// The longest record of each kind with fields.
fn one_of_each_kind(samples: &Memory) -> Vec<String> {
    let of = |kind: &Kind| {
        let records = samples.below(&format!("content/{}", kind.folder)).into_iter();
        let primary = records.filter(|path| path.matches('.').count() == 1 && path.ends_with(".md"));
        primary.max_by_key(|path| samples.bytes(path).len()).unwrap_or_else(|| panic!("no golden record of {}", kind.folder))
    };
    KINDS.iter().copied().filter(|kind| !kind.spec.fields.is_empty()).map(of).collect()
}

/// One mistake in every word of every sample.
fn slips() -> (Vec<(String, String)>, Vec<Slip>) {
    let samples = Memory::copy_of(&data("golden/contracts/site"));
    let (mut records, mut slips) = (Vec::new(), Vec::new());
    for path in one_of_each_kind(&samples) {
        let text = samples.text(&path);
        let folder = path.split('/').nth(1).expect("records stand in folders");
        // Values that must be unique in the site differ between copies.
        let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with("number:")).collect();
        for (number, line) in lines.iter().enumerate() {
            for (at, word) in words(line) {
                for (name, change, codes) in SLIPS {
                    let Some(changed) = change(&word) else { continue };
                    // Any id is valid, and a tag without a name is a warning.
                    let before: String = line.chars().take(at).collect();
                    if line.starts_with("tags") || (CODES.contains(&word.as_str()) && before.ends_with("id: ")) {
                        continue;
                    }
                    let what = format!("{name}: {changed} for {word} in {path}:{}", number + 1);
                    let n = slips.len();
                    let mut copy: Vec<String> = lines.iter().map(|l| (*l).to_owned()).collect();
                    let chars: Vec<char> = line.chars().collect();
                    let end = at + word.chars().count();
                    copy[number] = chars[..at].iter().collect::<String>() + &changed + &chars[end..].iter().collect::<String>();
                    let len = changed.trim_end_matches(':').chars().count();
                    let path = format!("content/{folder}/slip-{n}.md");
                    records.push((path.clone(), copy.join("\n") + "\n"));
                    slips.push(Slip { path, what, line: number + 1, columns: at..at + len, codes });
                }
            }
        }
    }
    (records, slips)
}

#[test]
fn a_slip_anywhere_in_the_samples_is_found_at_that_very_place() {
    let (records, slips) = slips();
    assert!(slips.len() > 250, "{}", slips.len());
    let mut fs = Memory::copy_of(&data("golden/contracts/site"));
    for (path, text) in &records {
        fs.put(path, text.as_str());
    }
    let findings = linli::check(&request(&fs, Memory::root(), TODAY), &()).expect("nothing of the machine fails").findings;
    let mut by_path: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for d in &findings {
        by_path.entry(&d.path).or_default().push(d);
    }
    let mut missed = Vec::new();
    for slip in &slips {
        let found = by_path.get(slip.path.as_str()).map_or(&[][..], Vec::as_slice);
        let covers = |d: &&&Diagnostic| {
            let Some(span) = d.span.as_ref().filter(|_| d.is_error() && slip.codes.contains(&d.code)) else { return false };
            let (start, end) = (span.start_position(), span.end_position());
            // The finding may cover a whole date with time, or a word with its list, but not a whole line.
            start.line == slip.line && end.line == slip.line && start.column - 1 <= slip.columns.start && end.column > slip.columns.end
        };
        if found.iter().find(covers).is_none() {
            let at = |d: &&Diagnostic| format!("{} {:?} {}", d.code, d.position(), d.message);
            missed.push(format!("{} (columns {:?}): {:?}", slip.what, slip.columns, found.iter().map(at).take(4).collect::<Vec<_>>()));
        }
    }
    assert!(missed.is_empty(), "{} of {} slips:\n  {}", missed.len(), slips.len(), missed.join("\n  "));
}

#[test]
fn a_full_width_sign_anywhere_in_the_samples_is_told_at_its_line() {
    let samples = Memory::copy_of(&data("golden/contracts/site"));
    let mut fs = samples.clone();
    let mut expected: Vec<(String, usize, String)> = Vec::new();
    for path in ["content/meetings/2026-03-12-parking/index.md", "content/renovation/lights/index.md", "content/notices/2026-06-water.md"] {
        let text = samples.text(path);
        let folder = path.split('/').nth(1).expect("records stand in folders");
        let lines: Vec<&str> = text.lines().filter(|l| !l.starts_with("number:")).collect();
        for (number, line) in lines.iter().enumerate().filter(|(_, l)| l.contains(['{', '['])) {
            for (plain, wide) in [(", ", "，"), (": ", "：")] {
                for (at, _) in line.match_indices(plain) {
                    let slip = format!("{}{wide}{}", &line[..at], &line[at + plain.len()..]);
                    let mut copy = lines.clone();
                    copy[number] = &slip;
                    let path = format!("content/{folder}/wide-{}.md", expected.len());
                    fs.put(&path, copy.join("\n") + "\n");
                    expected.push((path, number + 1, slip));
                }
            }
        }
    }
    assert!(expected.len() > 150, "{}", expected.len());
    let findings = linli::check(&request(&fs, Memory::root(), TODAY), &()).expect("nothing of the machine fails").findings;
    let found_at = |path: &str, line: usize| findings.iter().any(|d| *d.path == *path && d.position().line == line);
    let missed: Vec<_> = expected.iter().filter(|(path, line, _)| !found_at(path, *line)).collect();
    assert!(missed.is_empty(), "{} of {}: {missed:#?}", missed.len(), expected.len());
}

#[test]
fn a_figure_date_code_or_reference_in_a_sidecar_is_told_at_its_key_in_every_kind() {
    let mut fs = Memory::copy_of(&data("golden/contracts/site"));
    let samples = fs.clone();
    let mut expected: Vec<(String, usize, String)> = Vec::new();
    for path in one_of_each_kind(&samples) {
        let sidecar = path.replace(".md", ".en.md");
        // As if the whole file were copied and only the title translated.
        let text = samples.text(&path);
        fs.put(&sidecar, text.as_str());
        for (number, line) in text.lines().enumerate() {
            let Some((key, value)) = line.split_once(": ").filter(|(key, _)| key.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
            else {
                continue;
            };
            let plain = !value.starts_with(['{', '[']) && !["title", "summary", "address"].contains(&key);
            if plain {
                expected.push((sidecar.clone(), number + 1, key.to_owned()));
            }
        }
    }
    assert!(expected.len() > 35, "{}", expected.len());
    let findings = linli::check(&request(&fs, Memory::root(), TODAY), &()).expect("nothing of the machine fails").findings;
    let found_at = |(path, line, key): &&(String, usize, String)| {
        findings.iter().any(|d| {
            d.code == "COM-04" && *d.path == **path && d.position().line == *line && d.span.as_ref().is_some_and(|s| s.text() == key)
        })
    };
    let missed: Vec<_> = expected.iter().filter(|e| !found_at(e)).collect();
    assert!(missed.is_empty(), "{} of {}: {missed:#?}", missed.len(), expected.len());
}
