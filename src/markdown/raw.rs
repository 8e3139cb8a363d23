//! Raw HTML, taken apart.
//!
//! In: a fragment of HTML as the author typed it. Out: its [`Piece`]s, where each allowed tag is written
//! anew and each thing left out is named with its place.
//! Always: what comes out has no tag and no attribute beyond the lists below and no token of
//! [`super::sanitize`]. That file is the second filter; this one knows where the author wrote what.

use std::borrow::Cow;
use std::ops::Range;

/// Tags that running text may hold. No `h1` (the page has one), no `img` (pictures are written in
/// Markdown so that their file is checked), nothing that runs, embeds, submits or styles.
pub(super) const TAGS: &[&str] = &[
    "a",
    "abbr",
    "aside",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "time",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Attributes that every tag may have.
pub(super) const ATTRIBUTES: &[&str] = &["class", "dir", "id", "lang", "title"];

/// Attributes of single tags.
pub(super) const TAG_ATTRIBUTES: &[(&str, &[&str])] = &[
    ("a", &["href", "rel", "hreflang", "download"]),
    ("del", &["datetime"]),
    ("details", &["open"]),
    ("div", &["role", "tabindex", "aria-label"]),
    ("ins", &["datetime"]),
    ("li", &["value"]),
    ("ol", &["start"]),
    ("section", &["role", "aria-label"]),
    ("td", &["colspan", "rowspan"]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("time", &["datetime"]),
];

/// Tags whose content is not text for readers; it goes with them.
const WITH_CONTENT: &[&str] = &[
    "applet",
    "audio",
    "canvas",
    "frameset",
    "iframe",
    "math",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "plaintext",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
    "xmp",
];

const VOID: &[&str] = &["br", "hr", "wbr"];

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Characters between tags, entities as typed; starts at this offset of the fragment.
    Text(&'a str, usize),
    /// An allowed tag, complete. `href` is for the caller to judge.
    Open {
        name: String,
        attributes: String,
        href: Option<String>,
        void: bool,
        range: Range<usize>,
    },
    Close(String),
    /// Text from here to the matching end tag is not shown.
    Mute(String),
    /// A tag (`<script>`) or an attribute (`onclick`) that was left out, and where it stands.
    Removed(String, Range<usize>),
}

pub(super) fn pieces(html: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < html.len() {
        let rest = &html[at..];
        let Some(open) = rest.find('<') else { break };
        if open > 0 {
            out.push(Piece::Text(&rest[..open], at));
            at += open;
            continue;
        }
        at += match rest.as_bytes().get(1) {
            Some(b'!') if rest.starts_with("<!--") => rest[4..].find("-->").map_or(rest.len(), |i| i + 7),
            Some(b'!' | b'?') => {
                let length = rest.find('>').map_or(rest.len(), |i| i + 1);
                out.push(Piece::Removed(rest.chars().take(12).collect(), at..at + length));
                length
            }
            Some(b'/') => close(rest, &mut out),
            Some(b) if b.is_ascii_alphabetic() => tag(rest, at, &mut out),
            _ => {
                out.push(Piece::Text(&rest[..1], at));
                1
            }
        };
    }
    if at < html.len() {
        out.push(Piece::Text(&html[at..], at));
    }
    out
}

fn close(rest: &str, out: &mut Vec<Piece<'_>>) -> usize {
    let length = rest.find('>').map_or(rest.len(), |i| i + 1);
    let name = tag_name(&rest[2..]).to_ascii_lowercase();
    if !name.is_empty() {
        out.push(Piece::Close(name));
    }
    length
}

/// Reads one start tag at the beginning of `rest` and gives its length.
fn tag(rest: &str, offset: usize, out: &mut Vec<Piece<'_>>) -> usize {
    let name = tag_name(&rest[1..]).to_ascii_lowercase();
    let mut at = 1 + name.len();
    let (mut kept, mut names, mut href, mut removed) = (String::new(), Vec::new(), None, Vec::new());
    let allowed = TAGS.contains(&name.as_str());
    loop {
        at += rest[at..].len() - rest[at..].trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/').len();
        let Some(first) = rest[at..].chars().next() else { break };
        if first == '>' {
            at += 1;
            break;
        }
        let start = at;
        // A stray `=` counts as the first letter of a name, as in HTML.
        at += first.len_utf8();
        at += rest[at..].find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(rest[at..].len());
        let attribute = rest[start..at].to_ascii_lowercase();
        let value = value(rest, &mut at);
        if !allowed {
            continue;
        }
        if attribute == "href" && name == "a" {
            href = value.map(str::to_owned);
        } else if is_allowed(&name, &attribute) {
            // The first of two equal names counts, as in HTML.
            if !names.contains(&attribute) {
                kept.push_str(&format!(" {attribute}=\"{}\"", markup(value.unwrap_or("")).replace('"', "&quot;")));
                names.push(attribute);
            }
        } else {
            removed.push(Piece::Removed(attribute, offset + start..offset + at));
        }
    }
    if allowed {
        let void = VOID.contains(&name.as_str());
        out.push(Piece::Open { name, attributes: kept, href, void, range: offset..offset + at });
        out.append(&mut removed);
    } else {
        out.push(Piece::Removed(format!("<{name}>"), offset..offset + at));
        if WITH_CONTENT.contains(&name.as_str()) {
            out.push(Piece::Mute(name));
        }
    }
    at
}

/// Whether what was left out could run, load, embed or ask for something; the rest is only not shown.
pub(super) fn is_active(removed: &str) -> bool {
    const ACTIVE: &[&str] = &[
        "script", "iframe", "object", "embed", "applet", "frame", "frameset", "form", "input", "button", "textarea", "select", "link",
        "meta", "base", "style", "svg", "math", "audio", "video", "source", "noscript", "template", "portal",
    ];
    match removed.strip_prefix('<').and_then(|tag| tag.strip_suffix('>')) {
        Some(tag) => ACTIVE.contains(&tag),
        None => {
            removed.starts_with("on")
                || matches!(removed, "src" | "srcset" | "srcdoc" | "action" | "formaction" | "href" | "background" | "ping")
        }
    }
}

/// Authors give no `id`: ids come from headings, so that they are unique and links to them are checked.
fn is_allowed(tag: &str, attribute: &str) -> bool {
    (ATTRIBUTES.contains(&attribute) && attribute != "id")
        || TAG_ATTRIBUTES.iter().any(|(name, list)| *name == tag && list.contains(&attribute) && attribute != "rel")
}

/// The value after an attribute's name, if any; moves `at` behind it.
fn value<'a>(rest: &'a str, at: &mut usize) -> Option<&'a str> {
    let after = rest[*at..].trim_start_matches(|c: char| c.is_ascii_whitespace());
    let inner = after.strip_prefix('=')?.trim_start_matches(|c: char| c.is_ascii_whitespace());
    let start = rest.len() - inner.len();
    let quote = inner.chars().next().filter(|c| matches!(c, '"' | '\''));
    if let Some(quote) = quote {
        let end = inner[1..].find(quote).map_or(rest.len(), |i| start + 1 + i);
        *at = (end + 1).min(rest.len());
        Some(&rest[start + 1..end])
    } else {
        let end = inner.find(|c: char| c.is_ascii_whitespace() || c == '>').map_or(rest.len(), |i| start + i);
        *at = end;
        Some(&rest[start..end])
    }
}

fn tag_name(text: &str) -> &str {
    let end = text.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/' | '<')).unwrap_or(text.len());
    &text[..end]
}

/// Characters between tags as HTML: entities stay, angle brackets do not, and neither a noncharacter
/// nor a numeric reference to one gets through.
pub(super) fn markup(text: &str) -> Cow<'_, str> {
    if !text.contains(['<', '>', '&']) && text.bytes().all(|b| b >= 0x20 && b != 0x7F && b != 0xEF || b == b'\n' || b == b'\t') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (i, part) in super::text::clean(text).split("&#").enumerate() {
        if i > 0 {
            out.push_str(if names_noncharacter(part) { "&amp;#" } else { "&#" });
        }
        out.push_str(&part.replace('<', "&lt;").replace('>', "&gt;"));
    }
    Cow::Owned(out)
}

fn names_noncharacter(digits: &str) -> bool {
    let (digits, radix) = digits.strip_prefix(['x', 'X']).map_or((digits, 10), |hex| (hex, 16));
    let number = digits.chars().map_while(|c| c.to_digit(radix)).fold(0u32, |n, d| n.saturating_mul(radix).saturating_add(d));
    matches!(number, 0xFDD0..=0xFDEF)
}

/// The address in a raw `href`. Entities other than `&amp;` are not read but refused (`None`): nobody
/// needs them in an address, except to hide its scheme.
pub(super) fn address(value: &str) -> Option<String> {
    let address = value.replace("&amp;", "&");
    let hidden =
        address.contains("&#") || address.split('&').skip(1).any(|part| part.bytes().find(|b| !b.is_ascii_alphanumeric()) == Some(b';'));
    (!hidden).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        let mut out = String::new();
        for piece in pieces(html) {
            match piece {
                Piece::Text(text, at) => {
                    assert!(html[at..].starts_with(text));
                    out.push_str(&markup(text));
                }
                Piece::Open { name, attributes, href, .. } => {
                    out.push_str(&format!("<{name}{attributes}{}>", href.map(|h| format!(" [{h}]")).unwrap_or_default()))
                }
                Piece::Close(name) => out.push_str(&format!("</{name}>")),
                Piece::Mute(name) => out.push_str(&format!("(mute {name})")),
                Piece::Removed(what, range) => out.push_str(&format!("(no {what} at {})", &html[range])),
            }
        }
        out
    }

    #[test]
    fn tags_are_written_anew_or_named() {
        let cases = [
            ("<b>x</b>", "<b>x</b>"),
            ("<B CLASS=a  title='b\"c'>", "<b class=\"a\" title=\"b&quot;c\">"),
            ("<p onclick=\"a>b\" lang=zh>", "<p lang=\"zh\">(no onclick at onclick=\"a>b\")"),
            ("<p style='x'", "<p>(no style at style='x')"),
            ("<p style=\"x", "<p>(no style at style=\"x)"),
            ("<script>alert(1)</script>", "(no <script> at <script>)(mute script)alert(1)</script>"),
            ("<a href=notices/x>", "<a [notices/x]>"),
            ("<img src=x onerror=y>", "(no <img> at <img src=x onerror=y>)"),
            ("a<!-- n > o -->b", "ab"),
            ("a<!-- open", "a"),
            ("<!DOCTYPE html>x", "(no <!DOCTYPE ht at <!DOCTYPE html>)x"),
            ("1 < 2 & &lt;", "1 &lt; 2 & &lt;"),
            ("<p class=a class=b>", "<p class=\"a\">"),
            ("<p/class=x/>", "<p class=\"x/\">"),
            ("<br/>", "<br>"),
            ("\u{FDD1}&#64977;&#xfdd2;&#65;", "&amp;#64977;&amp;#xfdd2;&#65;"),
            ("<", "&lt;"),
            ("</", ""),
            ("<p 中=1 =2>", "<p>(no 中 at 中=1)(no =2 at =2)"),
        ];
        for (html, expected) in cases {
            assert_eq!(shown(html), expected, "{html}");
        }
    }

    #[test]
    fn hidden_addresses_are_refused() {
        assert_eq!(address("https://a.example/?a=1&amp;b=2&c=3"), Some("https://a.example/?a=1&b=2&c=3".into()));
        assert_eq!(address("java&#115;cript:x"), None);
        assert_eq!(address("javascript&colon;x"), None);
    }
}
