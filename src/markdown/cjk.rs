//! What Chinese and Japanese text needs and CommonMark does not know.
//!
//! In: characters beside a line break. Out: whether the break vanishes where lines are joined ([`joins`]). Always: Hangul,
//! which writes spaces, is not among them.

/// Whether a line break between these two characters is only a matter of how the file was typed.
pub(super) fn joins(before: char, after: char, lang_tag: &str) -> bool {
    let shared = |c| is_shared(c) && is_cjk_language(lang_tag);
    (is_cjk(before) && (is_cjk(after) || shared(after))) || (shared(before) && is_cjk(after))
}

/// Han, kana, bopomofo, their punctuation and full-width forms. Not Hangul, which writes spaces.
pub(super) fn is_cjk(c: char) -> bool {
    matches!(c as u32,
        0x2E80..=0x2FFF | 0x3001..=0x312F | 0x3190..=0x31FF | 0x3220..=0x325F | 0x3280..=0x4DBF | 0x4E00..=0x9FFF
        | 0xF900..=0xFAFF | 0xFE10..=0xFE1F | 0xFE30..=0xFE6F | 0xFF01..=0xFF9F | 0xFFE0..=0xFFE6
        | 0x1B000..=0x1B16F | 0x1F200..=0x1F2FF | 0x20000..=0x3FFFD)
}

/// Punctuation that Chinese shares with Western text: quotes, dash, ellipsis, middle dot.
pub(super) fn is_shared(c: char) -> bool {
    matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '·')
}

pub(super) fn is_cjk_language(tag: &str) -> bool {
    let language = tag.split(['-', '_']).next().unwrap_or("");
    ["zh", "ja", "yue", "lzh", "nan", "hak", "wuu"].iter().any(|l| language.eq_ignore_ascii_case(l))
}

#[cfg(test)]
mod tests {
    use super::*;

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
