//! Characters that no text may contain: they break feeds or change the reading order.
//!
//! In: a text as it will be published. Out: the unfit characters with their places. Always: paired isolates, joiners and the marks
//! that scripts need are fit; characters outside XML 1.0 and overrides of the direction are unfit.

use std::ops::Range;

/// Why a character is unfit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Control characters and noncharacters.
    Control,
    /// Embeddings and overrides (U+202A–202E), and isolates (U+2066–2069) without their partner.
    Direction,
}

/// Why a single character is unfit; [`unpaired`] checks isolates.
pub fn unfit(c: char) -> Option<Unfit> {
    match c {
        '\n' | '\r' | '\t' => None,
        '\0'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}' | '\u{FDD0}'..='\u{FDEF}' => Some(Unfit::Control),
        '\u{202A}'..='\u{202E}' => Some(Unfit::Direction),
        _ if u32::from(c) & 0xFFFE == 0xFFFE => Some(Unfit::Control),
        _ => None,
    }
}

pub fn is_isolate(c: char) -> bool {
    matches!(c, '\u{2066}'..='\u{2069}')
}

/// The isolates of one line that have no partner, in text order.
pub fn unpaired(isolates: &[(Range<usize>, char)]) -> Vec<(Range<usize>, char)> {
    let (mut open, mut alone) = (Vec::new(), Vec::new());
    for sign in isolates {
        match sign.1 {
            '\u{2069}' if open.pop().is_some() => {}
            '\u{2069}' => alone.push(sign.clone()),
            _ => open.push(sign.clone()),
        }
    }
    alone.extend(open);
    crate::order::sort_by_key(&mut alone, |(at, _)| at.start);
    alone
}

/// The first unfit character of a short text.
pub fn first(text: &str) -> Option<(char, Unfit)> {
    let single = text.chars().find_map(|c| unfit(c).map(|why| (c, why)));
    single.or_else(|| {
        text.lines().find_map(|line| {
            let isolates: Vec<_> = line.char_indices().filter(|(_, c)| is_isolate(*c)).map(|(at, c)| (at..at + 3, c)).collect();
            unpaired(&isolates).first().map(|(_, c)| (*c, Unfit::Direction))
        })
    })
}

/// The printed name of an invisible character.
pub fn name(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_breaks_feeds_or_turns_the_order_is_unfit_and_what_scripts_need_is_not() {
        for (text, expected) in [
            ("停水\t通知\n", None),
            ("a\u{1}b", Some(('\u{1}', Unfit::Control))),
            ("a\u{FFFE}", Some(('\u{FFFE}', Unfit::Control))),
            ("a\u{1FFFF}", Some(('\u{1FFFF}', Unfit::Control))),
            ("a\u{85}b", None),
            ("cod\u{202E}exe", Some(('\u{202E}', Unfit::Direction))),
            ("\u{2067}ئۇيغۇر\u{2069}", None),
            ("\u{2067}ئۇيغۇر", Some(('\u{2067}', Unfit::Direction))),
            ("\u{2067}a\nb\u{2069}", Some(('\u{2067}', Unfit::Direction))),
            ("a\u{2069}", Some(('\u{2069}', Unfit::Direction))),
            ("نمی\u{200C}خواهم \u{200D}\u{200E}\u{200F}\u{61C}", None),
        ] {
            assert_eq!(first(text), expected, "{text:?}");
        }
    }
}
