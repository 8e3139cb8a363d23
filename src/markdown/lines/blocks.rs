//! What a line begins with.
//!
//! In: a line, without what stands before it. Out: its indent, its mark of quotation, of a list, of code, of raw HTML.

/// Columns that a space of some kind takes from this column on.
pub(super) fn width(c: char, column: usize) -> usize {
    match c {
        '\t' => 4 - column % 4,
        '　' => 2,
        _ => 1,
    }
}

/// Length and columns of the spaces that a line begins with.
pub(super) fn indent(text: &str) -> (usize, usize) {
    let (mut length, mut columns) = (0, 0);
    for c in text.chars().take_while(|c| matches!(c, ' ' | '\t' | '　' | '\u{A0}')) {
        columns += width(c, columns);
        length += c.len_utf8();
    }
    (length, columns)
}

/// Marks of quotation before a line, and their length.
pub(super) fn quotes(line: &str) -> (usize, usize) {
    let bytes = line.as_bytes();
    let (mut count, mut at) = (0, 0);
    loop {
        let spaces = bytes[at..].iter().take_while(|&&b| b == b' ').count();
        if spaces > 3 || bytes.get(at + spaces) != Some(&b'>') {
            return (count, at);
        }
        at += spaces + 1;
        at += usize::from(bytes.get(at) == Some(&b' '));
        count += 1;
    }
}

/// Three or more `-`, `*` or `_` and nothing else.
pub(super) fn rule(text: &str) -> bool {
    let first = text.as_bytes().first().copied().unwrap_or(0);
    matches!(first, b'-' | b'*' | b'_')
        && text.bytes().all(|b| b == first || matches!(b, b' ' | b'\t'))
        && text.bytes().filter(|&b| b == first).count() >= 3
}

/// What stands before a list item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    Item,
    /// `[^1]:`
    Note,
    /// `: ` below a term.
    Definition,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marker {
    pub sign: Sign,
    pub length: usize,
    pub number: Option<u64>,
}

/// The mark of a list item, a footnote, a definition. `below_text` says that a term may stand above.
pub(super) fn marker(text: &str, below_text: bool) -> Option<Marker> {
    let bytes = text.as_bytes();
    if bytes[0] == b'[' {
        let end = text.strip_prefix("[^")?.find(']').filter(|&i| (1..200).contains(&i))? + 2;
        let is_note = bytes.get(end + 1) == Some(&b':') && !text[2..end].contains([' ', '[']);
        return is_note.then_some(Marker { sign: Sign::Note, length: end + 2, number: None });
    }
    if bytes[0] == b':' {
        let is_definition = below_text && matches!(bytes.get(1), Some(b' ' | b'\t'));
        return is_definition.then_some(Marker { sign: Sign::Definition, length: 1, number: None });
    }
    inner_marker(text)
}

/// The same where a marker stands already.
pub(super) fn inner_marker(text: &str) -> Option<Marker> {
    let bytes = text.as_bytes();
    let digits = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
    let length = match (digits, bytes.get(digits)) {
        (0, Some(b'-' | b'*' | b'+')) => 1,
        // Four digits are a year.
        (1..=3 | 5..=9, Some(b'.' | b')')) => digits + 1,
        _ => return None,
    };
    let is_marker = matches!(bytes.get(length), None | Some(b' ' | b'\t')) && !rule(text);
    is_marker.then(|| Marker { sign: Sign::Item, length, number: text[..digits].parse().ok() })
}

/// The dot behind a year that a line begins with: `2026. 6. 18`.
pub(super) fn date_dot(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let is_year = bytes.len() > 4 && bytes[..4].iter().all(u8::is_ascii_digit) && matches!(bytes[4], b'.' | b')');
    (is_year && matches!(bytes.get(5), None | Some(b' ' | b'\t'))).then_some(4)
}

/// The sign of a fence and its length.
pub(super) fn fence_mark(text: &str) -> Option<(u8, usize)> {
    let sign = *text.as_bytes().first().filter(|b| matches!(b, b'`' | b'~'))?;
    let length = text.bytes().take_while(|&b| b == sign).count();
    (length >= 3 && (sign == b'~' || !text[length..].contains('`'))).then_some((sign, length))
}

/// Whether a line is anything but running text.
pub(super) fn is_block(text: &str) -> bool {
    let level = text.bytes().take_while(|&b| b == b'#').count();
    text.starts_with(['>', '|', '＃'])
        || (1..=6).contains(&level) && matches!(text.as_bytes().get(level), None | Some(b' ' | b'\t'))
        || rule(text)
        || fence_mark(text).is_some()
        || html_block(text, false).is_some()
}

/// A block of raw HTML, by what ends it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Html {
    Blank,
    At(&'static str),
}

impl Html {
    pub(super) fn ends_at_blank(self) -> bool {
        self == Self::Blank
    }

    pub(super) fn ends_in(self, text: &str) -> bool {
        matches!(self, Self::At(mark) if text.to_ascii_lowercase().contains(mark))
    }
}

/// Tags that stand in lines of text; a line that begins with any other begins a block.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby",
    "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr", "br", "input", "label", "button", "iframe", "svg",
    "math",
];

/// The block of raw HTML that begins with this line.
pub(super) fn html_block(text: &str, below_text: bool) -> Option<Html> {
    let rest = text.strip_prefix('<')?;
    if let Some(after) = rest.strip_prefix('!') {
        return Some(Html::At(if after.starts_with("--") { "-->" } else { ">" }));
    }
    if rest.starts_with('?') {
        return Some(Html::At("?>"));
    }
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let tag = name[..length].to_ascii_lowercase();
    if length == 0 || !matches!(name.as_bytes().get(length), None | Some(b' ' | b'\t' | b'>' | b'/')) {
        return None;
    }
    if !rest.starts_with('/')
        && let Some(end) =
            [("script", "</script>"), ("pre", "</pre>"), ("style", "</style>"), ("textarea", "</textarea>")].iter().find(|(t, _)| *t == tag)
    {
        return Some(Html::At(end.1));
    }
    // An inline tag begins a block only where nothing stands beside it.
    let is_alone = || !below_text && name.find('>').is_some_and(|i| name[i + 1..].trim().is_empty());
    (!INLINE.contains(&tag.as_str()) && tag.len() < 12 && is_known_block(&tag) || is_alone()).then_some(Html::Blank)
}

/// CommonMark's list, without what no page holds.
fn is_known_block(tag: &str) -> bool {
    const BLOCKS: &[&str] = &[
        "address",
        "article",
        "aside",
        "base",
        "blockquote",
        "body",
        "caption",
        "center",
        "col",
        "colgroup",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "frame",
        "frameset",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "head",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "link",
        "main",
        "menu",
        "menuitem",
        "nav",
        "noframes",
        "ol",
        "optgroup",
        "option",
        "p",
        "param",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "title",
        "tr",
        "track",
        "ul",
    ];
    BLOCKS.contains(&tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart_by_what_they_begin_with() {
        assert_eq!(indent("　　\t甲"), (7, 8));
        assert_eq!((quotes("> > 甲"), quotes("    > 甲"), quotes("甲")), ((2, 4), (0, 0), (0, 0)));
        assert!(rule("---") && rule("- - -") && rule("***  ") && !rule("--") && !rule("-*-") && !rule("--- 甲"));
        let number = |text: &str| marker(text, false).map(|m| (m.length, m.number));
        assert_eq!(number("1. 甲"), Some((2, Some(1))));
        assert_eq!(
            (number("12) 甲"), number("- 甲"), number("-"), number("+甲")),
            (Some((3, Some(12))), Some((1, None)), Some((1, None)), None)
        );
        assert_eq!((number("2026. 6. 18"), number("1.甲"), number("---")), (None, None, None));
        assert_eq!(marker("[^一]: 注", false).map(|m| (m.sign, m.length)), Some((Sign::Note, 7)));
        assert_eq!((date_dot("2026. 6. 18"), date_dot("2026.6.18"), date_dot("202. 6")), (Some(4), None, None));
        assert_eq!(
            (fence_mark("```sh"), fence_mark("~~~~"), fence_mark("```a`"), fence_mark("~~")),
            (Some((b'`', 3)), Some((b'~', 4)), None, None)
        );
        assert_eq!(html_block("<div>", true), Some(Html::Blank));
        assert_eq!(
            (html_block("<font color=red>甲</font>", false), html_block("<b>", false), html_block("<b>", true)),
            (None, Some(Html::Blank), None)
        );
        assert_eq!((html_block("<1.2米", false), html_block("<script>", false)), (None, Some(Html::At("</script>"))));
    }
}
