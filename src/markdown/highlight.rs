//! Code with colors, and the only file that knows syntect.
//!
//! In: the text of a code block and the name of its language. Out: HTML spans with classes `hl-…`, or
//! nothing where the language is unknown or the block too large.
//! Always: the same classes whatever the theme; colors are in [`code_css`] alone.

use std::sync::LazyLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

/// One line of 100,000 characters of shell takes nine seconds, so long lines stay plain.
const LONGEST_LINE: usize = 2_000;

/// Characters of code that are colored in one body.
pub const BUDGET: usize = 200_000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// Colors a block and takes its length off the budget.
pub fn highlight(code: &str, language: &str, budget: &mut usize) -> Option<String> {
    if language.is_empty() || code.len() > *budget || code.lines().any(|line| line.len() > LONGEST_LINE) {
        return None;
    }
    let syntax = SYNTAXES.find_syntax_by_token(alias(language)).filter(|s| s.name != "Plain Text")?;
    *budget -= code.len();
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, ClassStyle::SpacedPrefixed { prefix: "hl-" });
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

/// Names that authors use and the set does not have.
fn alias(language: &str) -> &str {
    match language {
        "shell" | "console" | "zsh" => "sh",
        "ts" | "typescript" | "jsonc" | "json5" => "js",
        other => other,
    }
}

/// Selector, color on the light paper, color on the dark paper.
const COLORS: &[(&str, &str, &str)] = &[
    (".hl-comment", "#56655E", "#9DB0A7"),
    (".hl-string", "#0B6B3A", "#8FD6A4"),
    (".hl-constant", "#8A3B00", "#F0B27A"),
    (".hl-keyword,.hl-storage", "#5B3DA8", "#C4B2FF"),
    (".hl-entity,.hl-support", "#0A5A8A", "#86C7F0"),
    (".hl-variable,.hl-attribute-name", "#6B4E00", "#E2C76B"),
    (".hl-inserted", "#0B6B3A", "#8FD6A4"),
    (".hl-deleted,.hl-invalid", "#A3201A", "#FF9A8F"),
];

/// The style sheet for code, light and dark; pages without code do not load it.
pub fn code_css() -> String {
    let rules = |pick: fn(&(&str, &str, &str)) -> (String, String)| {
        COLORS.iter().map(pick).map(|(selector, color)| format!("{selector}{{color:{color}}}\n")).collect::<String>()
    };
    let light = rules(|(selector, light, _)| (selector.to_string(), light.to_string()));
    let dark = rules(|(selector, _, dark)| (selector.to_string(), dark.to_string()));
    format!("{light}@media screen and (prefers-color-scheme:dark){{\n{dark}}}\n")
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
                assert!(contrast(paper, color) >= 4.5, "{selector} {color} on {paper}: {:.2}", contrast(paper, color));
            }
        }
        assert!(code_css().contains(".hl-comment{color:#56655E}"));
    }

    #[test]
    fn code_is_colored_within_limits() {
        let mut budget = BUDGET;
        let html = highlight("let x = \"<a>\"; // 说明\n", "rust", &mut budget).unwrap();
        assert!(html.contains("hl-comment") && html.contains("&lt;a&gt;") && html.contains("说明") && !html.contains("style="));
        assert!(highlight("x", "no-such-language", &mut budget).is_none());
        assert!(highlight(&"x".repeat(3_000), "rust", &mut budget).is_none());
        assert!(highlight(&"x\n".repeat(150_000), "rust", &mut budget).is_none());
        assert!(highlight("x", "rust", &mut 0).is_none());
    }
}
