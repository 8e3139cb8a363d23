//! The second filter of raw HTML, and the only file that names ammonia.
//!
//! In: a whole body as HTML, with tokens where holes stand. Out: clean HTML, cut at the tokens.
//! Always: a token is written with noncharacters, which [`super::text`] and [`super::raw`] let nobody
//! else write; it counts once, and in an attribute only as the whole value of `href` or `aria-label`.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::Chunk;
use super::raw::{ATTRIBUTES, TAG_ATTRIBUTES, TAGS};

const IN_TEXT: char = '\u{FDD1}';
const IN_ATTRIBUTE: char = '\u{FDD3}';
const END: char = '\u{FDD2}';

/// A token for a hole between tags.
pub(super) fn text_token(hole: usize) -> String {
    format!("{IN_TEXT}{hole}{END}")
}

/// A token for a hole that is the value of an attribute.
pub(super) fn attribute_token(hole: usize) -> String {
    format!("{IN_ATTRIBUTE}{hole}{END}")
}

static CLEANER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut cleaner = ammonia::Builder::empty();
    let own: HashMap<_, HashSet<_>> = TAG_ATTRIBUTES.iter().map(|(tag, list)| (*tag, list.iter().copied().collect())).collect();
    cleaner
        .tags(TAGS.iter().copied().collect())
        .clean_content_tags(HashSet::from(["script", "style"]))
        .generic_attributes(ATTRIBUTES.iter().copied().collect())
        .tag_attributes(own)
        .url_schemes(HashSet::from(["http", "https", "mailto", "tel"]))
        .url_relative(ammonia::UrlRelative::PassThrough)
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(attribute);
    cleaner
});

/// Allows tokens only where this module writes them, and no unchecked address.
fn attribute<'v>(_: &str, name: &str, value: &'v str) -> Option<Cow<'v, str>> {
    let token = token_number(value).is_some();
    match name {
        "href" if token || value.starts_with('#') => Some(value.into()),
        "href" => matches!(super::links::classify(value), super::links::Destination::Outside(_)).then_some(value.into()),
        "aria-label" if token => Some(value.into()),
        _ if value.contains(is_noncharacter) => Some(value.replace(is_noncharacter, "").into()),
        _ => Some(value.into()),
    }
}

fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}')
}

fn token_number(value: &str) -> Option<usize> {
    value.strip_prefix(IN_ATTRIBUTE)?.strip_suffix(END)?.parse().ok()
}

/// Cleans a body and puts each hole back where its token stands. An address hole takes the whole
/// attribute with it.
pub(super) fn sanitize(html: &str, holes: Vec<Vec<Chunk>>) -> Vec<Chunk> {
    let cleaned = CLEANER.clean(html).to_string();
    let mut holes: Vec<Option<Vec<Chunk>>> = holes.into_iter().map(Some).collect();
    let mut out = Vec::new();
    let mut rest = cleaned.as_str();
    while let Some(start) = rest.find([IN_TEXT, IN_ATTRIBUTE]) {
        let token = &rest[start..];
        let mut before = &rest[..start];
        let width = IN_TEXT.len_utf8();
        let end = token.find(END).unwrap_or(token.len());
        rest = &token[(end + width).min(token.len())..];
        let hole = token.get(width..end).and_then(|n| n.parse::<usize>().ok()).and_then(|n| holes.get_mut(n)).and_then(Option::take);
        let Some(hole) = hole else {
            out.push(Chunk::Html(before.to_owned()));
            continue;
        };
        if matches!(hole.as_slice(), [Chunk::Link(_)])
            && let (Some(head), Some(tail)) = (before.strip_suffix(" href=\""), rest.strip_prefix('"'))
        {
            (before, rest) = (head, tail);
        }
        out.push(Chunk::Html(before.to_owned()));
        out.extend(hole);
    }
    out.push(Chunk::Html(rest.to_owned()));
    out
}
