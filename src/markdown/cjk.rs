//! What Chinese and Japanese text needs and CommonMark does not know.
//!
//! In: body text. Out: the same text with guards beside emphasis marks ([`guard`]), and the answer
//! whether a line break between two characters vanishes ([`joins`]).
//! Always: a guard is one noncharacter of three bytes that the text itself does not hold, so that it
//! can be taken out again without touching a word, and every offset can be mapped back.

use std::borrow::Cow;

/// Length of a guard in bytes: all of U+FDD0–U+FDEF take three.
pub const GUARD_LEN: usize = 3;

/// A body with guards, and where they stand.
pub struct Guarded<'a> {
    pub text: Cow<'a, str>,
    /// Offsets in `text`, ascending.
    guards: Vec<usize>,
}

impl Guarded<'_> {
    /// The offset in the text as the author wrote it.
    pub fn original(&self, offset: usize) -> usize {
        offset - GUARD_LEN * self.guards.partition_point(|&at| at < offset)
    }
}

/// Puts a guard between a run of `*` (or `~~`) and the punctuation beside it where the punctuation or
/// the character on the other side of the run is CJK.
///
/// CommonMark decides by spaces whether a mark opens or closes, and Chinese has none: `**注意。**请看`
/// would stay asterisks. Mending the parser's events is not enough, because in `**“甲”**乙**“丙”**丁`
/// the wrong marks are already paired; a character that is neither space nor punctuation makes both
/// sides of the mark look like words before pairing begins.
pub fn guard<'a>(text: &'a str, lang_tag: &str) -> Guarded<'a> {
    let unguarded = Guarded { text: Cow::Borrowed(text), guards: Vec::new() };
    let Some(mark) = ('\u{FDD0}'..='\u{FDEF}').find(|&c| !text.contains(c)) else { return unguarded };
    let wide = |c: Option<char>| c.is_some_and(|c| is_cjk(c) || (is_shared(c) && is_cjk_language(lang_tag)));
    let bytes = text.as_bytes();
    let (mut out, mut guards, mut copied, mut at) = (String::new(), Vec::new(), 0, 0);
    while let Some(found) = bytes[at..].iter().position(|b| matches!(b, b'*' | b'~')) {
        let first = at + found;
        let letter = bytes[first];
        let end = first + bytes[first..].iter().take_while(|&&b| b == letter).count();
        at = end;
        let escaped = text[..first].bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1;
        let start = if escaped { first + 1 } else { first };
        if start == end || (letter == b'~' && end - start != 2) {
            continue;
        }
        let before = if escaped { None } else { text[..start].chars().next_back() };
        let after = text[end..].chars().next();
        let anyone_wide = wide(before) || wide(after);
        for (place, neighbor) in [(start, before), (end, after)] {
            if anyone_wide && neighbor.is_some_and(is_mark) {
                out.push_str(&text[copied..place]);
                guards.push(out.len());
                out.push(mark);
                copied = place;
            }
        }
    }
    if guards.is_empty() {
        return unguarded;
    }
    out.push_str(&text[copied..]);
    Guarded { text: Cow::Owned(out), guards }
}

/// Whether a line break between these two characters is only a matter of how the file was typed.
pub fn joins(before: char, after: char, lang_tag: &str) -> bool {
    let shared = |c| is_shared(c) && is_cjk_language(lang_tag);
    (is_cjk(before) && (is_cjk(after) || shared(after))) || (shared(before) && is_cjk(after))
}

/// Han, kana, bopomofo, their punctuation and full-width forms. Not Hangul, which writes spaces.
pub fn is_cjk(c: char) -> bool {
    matches!(c as u32,
        0x2E80..=0x2FFF | 0x3001..=0x312F | 0x3190..=0x31FF | 0x3220..=0x325F | 0x3280..=0x4DBF | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF | 0xFE10..=0xFE1F | 0xFE30..=0xFE6F | 0xFF01..=0xFF9F | 0xFFE0..=0xFFE6
        | 0x1B000..=0x1B16F | 0x1F200..=0x1F2FF | 0x20000..=0x3FFFD)
}

/// Punctuation that Chinese shares with Western text: quotes, dash, ellipsis, middle dot.
fn is_shared(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

fn is_cjk_language(tag: &str) -> bool {
    let language = tag.split(['-', '_']).next().unwrap_or("");
    ["zh", "ja", "yue", "lzh", "nan", "hak", "wuu"].iter().any(|l| language.eq_ignore_ascii_case(l))
}

/// Punctuation or symbol. Saying yes too often (combining marks) changes nothing.
fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guards_can_be_taken_out_again_and_offsets_map_back() {
        let text = "前**“甲”**乙\\**“丙”**丁~~（无）~~止 a*b*c";
        let guarded = guard(text, "zh-Hans");
        assert_eq!(guarded.text.replace('\u{FDD0}', ""), text);
        assert!(!guarded.guards.is_empty());
        for (offset, c) in guarded.text.char_indices().filter(|&(_, c)| c != '\u{FDD0}') {
            assert!(text[guarded.original(offset)..].starts_with(c));
        }
        assert_eq!(guarded.original(guarded.text.len()), text.len());
    }

    #[test]
    fn text_without_cjk_or_with_the_guard_itself_is_safe() {
        assert!(matches!(guard("**a.**b", "en").text, Cow::Borrowed(_)));
        let own = "\u{FDD0}**甲。**乙";
        assert_eq!(guard(own, "zh").text.replace('\u{FDD1}', ""), own);
        let all: String = ('\u{FDD0}'..='\u{FDEF}').chain("**甲。**乙".chars()).collect();
        assert_eq!(guard(&all, "zh").text, all);
    }

    #[test]
    fn breaks_vanish_between_han_but_not_beside_hangul_or_latin() {
        let cases = [
            ('停', '水', true),
            ('，', '请', true),
            ('停', 'w', false),
            ('한', '국', false),
            ('か', 'な', true),
            ('”', '说', true),
            ('2', '月', false),
        ];
        for (before, after, joined) in cases {
            assert_eq!(joins(before, after, "zh-Hans"), joined, "{before}{after}");
        }
        assert!(!joins('”', '说', "en"));
    }
}
