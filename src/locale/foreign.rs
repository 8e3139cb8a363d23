//! Words that a language lacks and takes from a fallback language.
//!
//! In: a word and its language, wherever only plain text can be passed on; later the finished page. Out: the word between marks
//! (noncharacters, which no text contains), and the page with such words in `<span lang dir>`, or bare where no markup is allowed.
//! Always: a page without marks stays unchanged.

use std::borrow::Cow;

use super::Language;

const OPEN: &str = "\u{FDD4}";
const TEXT: &str = "\u{FDD5}";
const CLOSE: &str = "\u{FDD6}";

/// Marks a word as one of this language.
pub fn mark(text: &str, language: &Language) -> String {
    mark_as(text, &language.tag, language.dir.as_str())
}

/// The same, from tag and direction.
pub fn mark_as(text: &str, tag: &str, dir: &str) -> String {
    format!("{OPEN}{tag} {dir}{TEXT}{text}{CLOSE}")
}

/// Replaces the marks in a finished page by markup.
pub fn resolve_language_marks(page: Vec<u8>) -> Vec<u8> {
    // Hardly any page has marks, so the search must be cheap. A loop without an early exit is compiled to vector instructions.
    let [a, b, c]: [u8; 3] = OPEN.as_bytes().try_into().expect("three bytes in UTF-8");
    let threes = page.iter().zip(page.iter().skip(1)).zip(page.iter().skip(2));
    if !threes.fold(false, |found, ((x, y), z)| found | ((*x == a) & (*y == b) & (*z == c))) {
        return page;
    }
    match String::from_utf8(page) {
        Ok(page) => rewrite(&page, true).into_bytes(),
        Err(error) => error.into_bytes(),
    }
}

/// Text without the marks, for output that is not a page.
pub fn bare(text: &str) -> Cow<'_, str> {
    if text.contains(OPEN) { rewrite(text, false).into() } else { text.into() }
}

fn rewrite(page: &str, is_page: bool) -> String {
    let mut out = String::with_capacity(page.len() + page.len() / 8);
    let mut place = Place::Text;
    let mut rest = page;
    while let Some(at) = rest.find(['<', '>', '"', '\u{FDD4}', '\u{FDD6}']) {
        out.push_str(&rest[..at]);
        let mut sign = &rest[at..at + rest[at..].chars().next().map_or(1, char::len_utf8)];
        rest = &rest[at + sign.len()..];
        let in_text = is_page && place == Place::Text;
        match sign {
            OPEN => {
                let (which, after) = rest.split_once(TEXT).unwrap_or(("", rest));
                rest = after;
                sign = "";
                if let Some((tag, dir)) = which.split_once(' ').filter(|_| in_text) {
                    out.push_str(&format!("<span lang=\"{tag}\" dir=\"{dir}\">"));
                }
            }
            CLOSE => sign = if in_text { "</span>" } else { "" },
            _ if is_page => place = place.after(sign, rest),
            _ => {}
        }
        out.push_str(sign);
    }
    out + rest
}

/// The context of a position in a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    /// Inside `<…>`; whether of a `<title>`, `<script>` or other element without markup.
    Tag(bool),
    /// Inside a quoted attribute of such a tag.
    Quoted(bool),
    /// Inside an element without markup.
    Raw,
}

impl Place {
    /// The context after a delimiter.
    fn after(self, sign: &str, rest: &str) -> Self {
        let begins = |names: &[&str]| names.iter().any(|name| rest.starts_with(name));
        match (self, sign) {
            (Self::Text, "<") => Self::Tag(begins(&["title", "script", "style", "textarea", "option"])),
            (Self::Raw, "<") if begins(&["/title", "/script", "/style", "/textarea", "/option"]) => Self::Tag(false),
            (Self::Tag(true), ">") => Self::Raw,
            (Self::Tag(false), ">") => Self::Text,
            (Self::Tag(raw), "\"") => Self::Quoted(raw),
            (Self::Quoted(raw), "\"") => Self::Tag(raw),
            (place, _) => place,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lent_words_are_marked_in_text_and_bare_elsewhere() {
        let word = mark("收入", &Language::new("zh-Hans", "zh").expect("a tag"));
        let page = format!("<title>{word}</title><p title=\"a > {word}\">{word} &lt;</p><script>\"{word}\"</script>");
        let span = "<span lang=\"zh-Hans\" dir=\"ltr\">收入</span>";
        let settled = String::from_utf8(resolve_language_marks(page.into_bytes())).expect("text");
        assert_eq!(settled, format!("<title>收入</title><p title=\"a > 收入\">{span} &lt;</p><script>\"收入\"</script>"));
        assert_eq!(bare(&format!("甲{word}乙")), "甲收入乙");
        assert_eq!(resolve_language_marks(b"plain".to_vec()), b"plain");
    }
}
