//! Text on its way into HTML: escaping, and ids made of headings.
//!
//! In: plain text. Out: text that can stand in an element or a quoted attribute.
//! Always: no control character and no noncharacter gets through, so that guards vanish here and the
//! tokens of [`super::sanitize`] cannot be forged.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Bytes that [`escape`] must look at.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        special[byte] = matches!(byte as u8, b'&' | b'<' | b'>' | b'"' | 0..0x20 | 0x7F | 0xEF);
        byte += 1;
    }
    special
};

/// Appends text, escaped for elements and for double-quoted attributes alike.
pub(super) fn escape(out: &mut String, text: &str) {
    let bytes = text.as_bytes();
    let mut copied = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        if !SPECIAL[usize::from(byte)] {
            continue;
        }
        let (entity, length) = match byte {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\n' | b'\t' => continue,
            0..0x20 | 0x7F => ("", 1),
            0xEF if is_noncharacter(&bytes[at..]) => ("", 3),
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(entity);
        copied = at + length;
    }
    out.push_str(&text[copied..]);
}

pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape(&mut out, text);
    out
}

/// The text without guards, other noncharacters, control characters and figure marks.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let dirty = |at: usize| match bytes[at] {
        b'\n' | b'\t' => false,
        0..0x20 | 0x7F => true,
        0xC2 => matches!(bytes.get(at + 1), Some(0x80..=0x9F)),
        0xEF => is_noncharacter(&bytes[at..]) || bytes[at..].starts_with(&[0xEF, 0xBF, 0xBC]),
        _ => false,
    };
    let Some(first) = (0..bytes.len()).find(|&at| dirty(at)) else { return Cow::Borrowed(text) };
    let kept = |(at, c): (usize, char)| (!dirty(first + at)).then_some(c);
    Cow::Owned(text[..first].chars().chain(text[first..].char_indices().filter_map(kept)).collect())
}

/// U+FDD0–U+FDEF, U+FFFE and U+FFFF in UTF-8.
fn is_noncharacter(bytes: &[u8]) -> bool {
    matches!(bytes, [0xEF, 0xB7, 0x90..=0xAF, ..] | [0xEF, 0xBF, 0xBE | 0xBF, ..])
}

/// Longest id made of a heading, in characters.
const LONGEST_ID: usize = 60;

/// An id for a heading: its letters and digits in any script, spaces as `-`, no punctuation.
pub(super) fn slug(text: &str) -> String {
    let mut id = String::with_capacity(text.len());
    for c in text.trim().chars().take(LONGEST_ID) {
        if c.is_alphanumeric() || c == '_' {
            id.extend(c.to_lowercase());
        } else if (c.is_whitespace() || c == '-') && !id.ends_with('-') && !id.is_empty() {
            id.push('-');
        }
    }
    let id = id.trim_end_matches('-');
    if id.is_empty() { "section".into() } else { id.into() }
}

/// Gives out ids that are unique on the page.
#[derive(Default)]
pub(super) struct Ids {
    used: BTreeSet<String>,
    /// The next number to try for an id that is taken, so that a thousand equal headings stay cheap.
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// False where it is taken already.
    pub(super) fn claim(&mut self, id: &str) -> bool {
        self.used.insert(id.to_owned())
    }

    pub(super) fn unique(&mut self, wanted: &str) -> String {
        if self.claim(wanted) {
            return wanted.to_owned();
        }
        loop {
            let n = self.next.entry(wanted.to_owned()).or_insert(1);
            *n += 1;
            let id = format!("{wanted}-{n}");
            if self.claim(&id) {
                return id;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_html_reads_gets_through() {
        assert_eq!(escaped("a<b>&\"c\u{FDD0}\u{0}\u{FFFE}，｡\u{FEFF}\n"), "a&lt;b&gt;&amp;&quot;c，｡\u{FEFF}\n");
    }

    #[test]
    fn what_nobody_sees_is_cleaned_away() {
        assert!(matches!(clean("，甲｡\n\t§"), Cow::Borrowed(_)));
        assert_eq!(clean("甲\u{FDD0}\u{FFFC}乙\u{85}\r，\u{FFFF}"), "甲乙，");
    }

    #[test]
    fn headings_of_any_script_become_ids() {
        let cases = [
            ("停水 时间（更新）", "停水-时间更新"),
            ("What is  it?", "what-is-it"),
            ("！？", "section"),
            ("A - b", "a-b"),
            ("ئاب توختىتىش", "ئاب-توختىتىش"),
        ];
        for (text, id) in cases {
            assert_eq!(slug(text), id);
        }
        let mut ids = Ids::default();
        let given: Vec<_> = ["费用", "费用", "费用-2", "费用"].iter().map(|t| ids.unique(t)).collect();
        assert_eq!(given, ["费用", "费用-2", "费用-2-2", "费用-3"]);
    }
}
