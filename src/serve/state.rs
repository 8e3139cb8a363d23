//! The state sent to open pages: the present site, the findings, the pages that only a preview shows.
//!
//! In: findings, the library, messages in the secretary's language. Out: [`State`], sent as JSON. Always: the page's script
//! contains no texts of its own; source lines are cut around the place of a finding, so that the state stays small.

use linli::Compiled;
use linli::diagnostic::{Diagnostic, Severity, Words as _};
use linli::locale::{Tongue, Words};
use linli::record::envelope::Status;
use linli::route;
use linli::source::Span;
use linli::value::Date;
use serde::Serialize;

/// Findings listed one by one; further ones are counted. Nobody corrects more before looking again.
const SHOWN: usize = 40;
/// Characters of a source line shown before and after the place.
const BEFORE: usize = 60;
const AFTER: usize = 80;

/// The state of the preview.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct State {
    /// The hash of the present site; empty for none.
    pub site: String,
    /// Language of the texts, BCP 47.
    lang: &'static str,
    /// Whether the site is older than the content.
    is_old: bool,
    headline: String,
    /// A further remark, such as that the old pages stay.
    note: String,
    findings: Vec<Finding>,
    more: String,
    /// Decoded addresses of pages that only a preview shows.
    drafts: Vec<String>,
    words: Labels,
}

#[derive(Debug, Clone, Serialize)]
struct Finding {
    level: Severity,
    /// The word for the level.
    name: String,
    message: String,
    code: &'static str,
    /// `content/notices/water.md:4:8`
    place: String,
    line: Option<usize>,
    source: Option<Excerpt>,
    label: String,
    help: Vec<String>,
    law: String,
}

/// A source line around the place of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Excerpt {
    before: String,
    at: String,
    after: String,
}

/// The texts of buttons and marks.
#[derive(Debug, Clone, Serialize)]
struct Labels {
    fold: String,
    draft: String,
    draft_why: String,
    lost: String,
}

impl State {
    /// The state after a round. `is_shown`: whether readers see the new site; `was_shown`: whether there was one before.
    pub(crate) fn of(compiled: &Compiled, tongue: Tongue, is_shown: bool, was_shown: bool, drafts: Vec<String>) -> Self {
        let words = Words::of(tongue);
        let found = &compiled.checked.findings;
        let count = |severity| found.iter().filter(|d| d.severity == severity).count();
        let counts = [("errors", count(Severity::Error).into()), ("warnings", count(Severity::Warning).into())];
        let note = match (is_shown, was_shown) {
            (true, _) => "",
            (false, true) => "serve-old-stands",
            (false, false) => "serve-nothing-yet",
        };
        let mut listed: Vec<&Diagnostic> = found.iter().filter(|d| d.severity != Severity::Info).collect();
        linli::order::sort_by_key(&mut listed, |d| d.severity);
        let rest = listed.len().saturating_sub(SHOWN);
        Self {
            site: String::new(),
            lang: tongue.tag(),
            is_old: !is_shown,
            headline: words.say(if counts[0].1 == 0.into() { "serve-warnings" } else { "serve-errors" }, &counts),
            note: if note.is_empty() { String::new() } else { words.say(note, &[]) },
            findings: listed.into_iter().take(SHOWN).map(|d| Finding::of(d, words)).collect(),
            more: if rest > 0 { words.say("serve-more", &[("count", rest.into())]) } else { String::new() },
            drafts,
            words: Labels::of(words),
        }
    }

    /// The state after a failure of the machine, described by `message`.
    pub(crate) fn stopped(message: String, help: Option<String>, tongue: Tongue, drafts: Vec<String>) -> Self {
        let words = Words::of(tongue);
        let finding = Finding {
            level: Severity::Error,
            name: words.say("cli-error", &[]),
            message,
            code: "",
            place: String::new(),
            line: None,
            source: None,
            label: String::new(),
            help: lines(help),
            law: String::new(),
        };
        Self {
            site: String::new(),
            lang: tongue.tag(),
            is_old: true,
            headline: words.say("round-stopped", &[]),
            note: String::new(),
            findings: vec![finding],
            more: String::new(),
            drafts,
            words: Labels::of(words),
        }
    }

    pub(crate) fn to_json(&self) -> String {
        serde_json::to_string(self).expect("strings and numbers always serialize")
    }
}

impl Labels {
    fn of(words: &Words) -> Self {
        let say = |id| words.say(id, &[]);
        Self { fold: say("serve-fold"), draft: say("serve-draft"), draft_why: say("serve-draft-why"), lost: say("serve-lost") }
    }
}

impl Finding {
    fn of(d: &Diagnostic, words: &Words) -> Self {
        let at = d.position();
        let name = if d.is_error() { "cli-error" } else { "cli-warning" };
        Self {
            level: d.severity,
            name: words.say(name, &[]),
            message: words.message(d),
            code: d.code,
            place: if d.span.is_some() { format!("{}:{}:{}", d.path, at.line, at.column) } else { d.path.to_string() },
            line: d.span.as_ref().map(|_| at.line),
            source: d.span.as_ref().map(excerpt),
            label: words.label(d).unwrap_or_default(),
            help: lines(words.help(d)),
            law: words.law(d).unwrap_or_default(),
        }
    }
}

fn lines(text: Option<String>) -> Vec<String> {
    text.map(|text| text.lines().map(str::to_owned).collect()).unwrap_or_default()
}

/// The first line of a span. An ellipsis marks what is cut off.
fn excerpt(span: &Span) -> Excerpt {
    let at = span.start_position();
    let line = span.source.line_range(at.line);
    let (range, text) = (span.range(), span.source.line(at.line));
    let place = |offset: usize| (offset.clamp(line.start, line.start + text.len())) - line.start;
    let (from, to) = (place(range.start), place(range.end.max(range.start)));
    let (Some(before), Some(meant), Some(after)) = (text.get(..from), text.get(from..to), text.get(to..)) else {
        return Excerpt { before: String::new(), at: text.chars().take(AFTER).collect(), after: String::new() };
    };
    let last = |text: &str| match text.char_indices().rev().nth(BEFORE) {
        Some((cut, c)) => format!("…{}", &text[cut + c.len_utf8()..]),
        None => text.to_owned(),
    };
    let first = |text: &str| match text.char_indices().nth(AFTER) {
        Some((cut, _)) => format!("{}…", &text[..cut]),
        None => text.to_owned(),
    };
    Excerpt { before: last(before), at: first(meant), after: first(after.trim_end()) }
}

/// Addresses of the pages that only a preview shows: drafts, and records of a later day.
pub(crate) fn drafts(compiled: &Compiled, today: Date) -> Vec<String> {
    let Some(site) = &compiled.checked.site else { return Vec::new() };
    let library = &compiled.checked.library;
    let waits = |&&index: &&usize| {
        let envelope = &library.records[index].envelope;
        envelope.status() == Status::Draft || envelope.published > today
    };
    let path =
        |url: &str| url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or(String::new(), |(_, path)| path.to_owned());
    let base = path(&site.config.base_url);
    let mut all = Vec::new();
    for record in library.newest.iter().filter(waits).map(|&index| &library.records[index]) {
        all.extend(site.languages.iter().map(|language| format!("/{base}{}", route::record(&record.id, &language.path))));
        all.extend(record.envelope.number.as_ref().map(|number| format!("/{base}{}/", number.0)));
    }
    all
}
