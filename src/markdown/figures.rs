//! `{{ fig lines.x-light.amount }}`: a figure of the record's own facts within running text.
//!
//! In: a run of text. Out: its parts in order; together they cover the text.
//! Always: `{{` is either a figure or a mistake, never silently shown, unless it was escaped.

use std::ops::Range;

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    Text(Range<usize>),
    Figure(String, Range<usize>),
    Malformed(Range<usize>),
}

/// `escaped` says whether the brace at an offset was written `\{`.
pub(super) fn scan(text: &str, escaped: impl Fn(usize) -> bool) -> Vec<Part> {
    let mut parts = Vec::new();
    let (mut shown, mut from) = (0, 0);
    while let Some(start) = text[from..].find("{{").map(|i| from + i) {
        if escaped(start) || escaped(start + 1) {
            from = start + 1;
            continue;
        }
        if shown < start {
            parts.push(Part::Text(shown..start));
        }
        let Some(end) = text[start..].find("}}").map(|i| start + i + 2) else {
            // Nothing closes it, so nothing closes a later one: one finding for all.
            parts.push(Part::Malformed(start..text.len()));
            return parts;
        };
        parts.push(match path(&text[start + 2..end - 2]) {
            Some(path) => Part::Figure(path, start..end),
            None => Part::Malformed(start..end),
        });
        (shown, from) = (end, end);
    }
    if shown < text.len() {
        parts.push(Part::Text(shown..text.len()));
    }
    parts
}

/// The path in ` fig a.b.c `: names of letters, digits, `-` and `_` with single dots between.
fn path(inner: &str) -> Option<String> {
    let rest = inner.trim().strip_prefix("fig")?;
    let path = rest.trim_start();
    let name = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
    (path.len() < rest.len() && path.split('.').all(name)).then(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_a_figure_or_a_mistake() {
        let cases = [
            ("{{ fig lines.x-light.amount }}", "[lines.x-light.amount]"),
            ("收入{{fig total}}元，{{ fig a.b }}", "收入[total]元，[a.b]"),
            ("{{ fig a }}}", "[a]}"),
            ("{{ figa }}", "!{{ figa }}"),
            ("{{ fig }}", "!{{ fig }}"),
            ("{{ fig a..b }}x", "!{{ fig a..b }}x"),
            ("{{ fig a b }}", "!{{ fig a b }}"),
            ("{{ 1 }}{{}}", "!{{ 1 }}!{{}}"),
            ("a {{ fig b", "a !{{ fig b"),
            ("{ fig a }", "{ fig a }"),
            ("", ""),
        ];
        for (text, expected) in cases {
            let shown: String = scan(text, |_| false)
                .into_iter()
                .map(|part| match part {
                    Part::Text(range) => text[range].to_owned(),
                    Part::Figure(path, _) => format!("[{path}]"),
                    Part::Malformed(range) => format!("!{}", &text[range]),
                })
                .collect();
            assert_eq!(shown, expected);
        }
        assert_eq!(scan("{{ fig a }}", |at| at == 0), [Part::Text(0..11)]);
    }
}
