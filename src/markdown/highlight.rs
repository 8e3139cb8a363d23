//! Code with colors, and the only file that knows syntect.
//!
//! In: the text of a code block and the name of its language. Out: HTML spans with classes `hl-…`, or
//! nothing where the language is unknown or the block too large.
//! Always: the same classes whatever the theme; colors are in [`code_css`] alone.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use syntect::parsing::{ParseState, Scope, ScopeStack, ScopeStackOp, SyntaxSet};
use syntect::util::LinesWithEndings;

use super::text::escape;

/// One line of 100,000 characters of shell takes nine seconds, so long lines stay plain.
const LONGEST_LINE: usize = 2_000;

/// Bytes of code that are colored in one body: about half a second at worst.
pub(super) const BUDGET: usize = 100_000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Colors a block and takes its length off the budget.
///
/// Only what has a color gets a span. The generator of syntect itself writes every scope as a class,
/// which makes pages fifteen times the size of the code.
pub(super) fn highlight(code: &str, language: &str, budget: &mut usize) -> Option<String> {
    if language.is_empty() || code.len() > *budget || code.lines().any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    let syntax = SYNTAXES.find_syntax_by_token(alias(language)).filter(|s| s.name != "Plain Text")?;
    *budget -= code.len();
    let (mut state, mut stack, mut spans) = (ParseState::new(syntax), ScopeStack::new(), Spans::default());
    for line in LinesWithEndings::from(code) {
        let mut from = 0;
        for (at, op) in parse_line(&mut state, line)? {
            spans.push(line.get(from..at)?, &stack);
            from = at;
            if op != ScopeStackOp::Noop {
                stack.apply(&op).ok()?;
            }
        }
        spans.push(line.get(from..)?, &stack);
    }
    Some(spans.finish())
}

type Ops = Vec<(usize, ScopeStackOp)>;

/// A line that was read before: the state it was met in, the state it left, what it does.
type Known = (ParseState, ParseState, Ops);

/// Lines remembered in each thread; then all are forgotten.
const LINES: usize = 4_096;

/// States in which one line is remembered.
const STATES: usize = 16;

thread_local! {
    /// Texts of one site repeat their lines, and reading one costs more than all the rest of a body.
    static KNOWN: RefCell<HashMap<Box<str>, Vec<Known>>> = RefCell::default();
}

/// Reads a line, or remembers how it was read in the same state.
fn parse_line(state: &mut ParseState, line: &str) -> Option<Ops> {
    KNOWN.with_borrow_mut(|lines| {
        if let Some((_, after, ops)) = lines.get(line).and_then(|known| known.iter().find(|(before, ..)| before == state)) {
            *state = after.clone();
            return Some(ops.clone());
        }
        let before = state.clone();
        let ops = state.parse_line(line, &SYNTAXES).ok()?;
        if lines.len() >= LINES {
            lines.clear();
        }
        let known = lines.entry(line.into()).or_default();
        if known.len() >= STATES {
            known.clear();
        }
        known.push((before, state.clone(), ops.clone()));
        Some(ops)
    })
}

#[derive(Default)]
struct Spans {
    html: String,
    open: Option<&'static str>,
    known: BTreeMap<Scope, Option<&'static str>>,
}

impl Spans {
    fn push(&mut self, text: &str, stack: &ScopeStack) {
        if text.is_empty() {
            return;
        }
        let known = &mut self.known;
        let class = stack.as_slice().iter().rev().find_map(|&scope| *known.entry(scope).or_insert_with(|| class_of(scope)));
        // Space needs no color, so it does not interrupt a span.
        if class != self.open && !text.trim().is_empty() {
            self.close();
            if let Some(class) = class {
                self.html.push_str(&format!("<span class=\"{class}\">"));
            }
            self.open = class;
        }
        escape(&mut self.html, text);
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.html.push_str("</span>");
        }
    }

    fn finish(mut self) -> String {
        self.close();
        self.html
    }
}

/// The class of the first word in a scope that has a color: `punctuation.definition.string` is a string.
fn class_of(scope: Scope) -> Option<&'static str> {
    let name = scope.build_string();
    let words = name.split('.').take_while(|_| !name.starts_with("meta") && !name.starts_with("source"));
    words.into_iter().find_map(|word| {
        COLORS.iter().flat_map(|(classes, ..)| classes.iter()).find(|class| class.strip_prefix("hl-") == Some(word)).copied()
    })
}

/// Names that authors use and the set does not have.
fn alias(language: &str) -> &str {
    match language {
        "shell" | "console" | "zsh" => "sh",
        "ts" | "typescript" | "jsonc" | "json5" => "js",
        other => other,
    }
}

/// Classes, color on the light paper, color on the dark paper.
const COLORS: &[(&[&str], &str, &str)] = &[
    (&["hl-comment"], "#56655E", "#9DB0A7"),
    (&["hl-string", "hl-inserted"], "#0B6B3A", "#8FD6A4"),
    (&["hl-constant"], "#8A3B00", "#F0B27A"),
    (&["hl-keyword", "hl-storage"], "#5B3DA8", "#C4B2FF"),
    (&["hl-entity", "hl-support"], "#0A5A8A", "#86C7F0"),
    (&["hl-variable"], "#6B4E00", "#E2C76B"),
    (&["hl-deleted", "hl-invalid"], "#A3201A", "#FF9A8F"),
];

/// The style sheet for code, light and dark; pages without code do not load it.
pub fn code_css() -> String {
    let rule = |classes: &[&str], color: &str| {
        let selectors: Vec<_> = classes.iter().map(|class| format!(".{class}")).collect();
        format!("{} {{ color: {color}; }}\n", selectors.join(", "))
    };
    let light: String = COLORS.iter().map(|(classes, light, _)| rule(classes, light)).collect();
    let dark: String = COLORS.iter().map(|(classes, _, dark)| format!("  {}", rule(classes, dark))).collect();
    format!("{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(color: &str) -> f64 {
        let channel = |i: usize| {
            let c = u8::from_str_radix(&color[i..i + 2], 16).unwrap() as f64 / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_color_is_readable_on_both_papers() {
        for (selector, light, dark) in COLORS {
            for (paper, color) in [("#FFFFFF", light), ("#F1F5F3", light), ("#111715", dark), ("#1B2421", dark)] {
                assert!(contrast(paper, color) >= 4.5, "{selector:?} {color} on {paper}: {:.2}", contrast(paper, color));
            }
        }
        assert!(code_css().contains(".hl-comment { color: #56655E; }"));
    }

    #[test]
    fn code_is_colored_within_limits() {
        let mut budget = BUDGET;
        let html = highlight("let x = \"<a>\"; // 说明\n", "rust", &mut budget).unwrap();
        let expected = "<span class=\"hl-storage\">let</span> x <span class=\"hl-keyword\">= </span><span class=\"hl-string\">&quot;&lt;a&gt;&quot;</span>; <span class=\"hl-comment\">// 说明\n</span>";
        assert_eq!(html, expected);
        assert!(highlight("- a: 1 # 注\n", "yaml", &mut budget).unwrap().contains("hl-entity"));
        assert!(highlight("x", "no-such-language", &mut budget).is_none());
        assert!(highlight(&"x".repeat(3_000), "rust", &mut budget).is_none());
        assert!(highlight(&"x\n".repeat(150_000), "rust", &mut budget).is_none());
        assert!(highlight("x", "rust", &mut 0).is_none());
    }
}
