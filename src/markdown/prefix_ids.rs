//! A body on a page with others: its ids are kept prefix_ids from theirs.
//!
//! In: the finished HTML of a body, a prefix. Out: the same with the prefix before each id and in each link to one. Always:
//! a link to another id of the page that the body was rendered for leads nowhere here, so it loses its address; text and
//! the values of other attributes stay as they are.

use std::collections::BTreeSet;
use std::ops::Range;

/// The HTML with its ids behind a prefix. Attributes stand in double quotes, which no value holds, and no text holds a `<`:
/// both writers of bodies, ours and the sanitizer's, escape them.
pub(super) fn prefix_ids(html: &str, prefix: &str) -> String {
    let ids: BTreeSet<&str> = attributes(html).filter(|a| a.name == "id").map(|a| &html[a.value]).collect();
    let mut out = String::with_capacity(html.len() + ids.len() * 2 * prefix.len());
    let mut copied = 0;
    for Attribute { name, start, value } in attributes(html) {
        let end = value.end + 1;
        match (name, html[value.clone()].strip_prefix('#')) {
            ("id", _) => {
                out.push_str(&html[copied..value.start]);
                out.push_str(prefix);
                copied = value.start;
            }
            ("href", Some(id)) if ids.contains(id) => {
                out.push_str(&html[copied..=value.start]);
                out.push_str(prefix);
                copied = value.start + 1;
            }
            ("href", Some(_)) => {
                out.push_str(&html[copied..start]);
                copied = end;
            }
            _ => {}
        }
    }
    out.push_str(&html[copied..]);
    out
}

/// An attribute with a value.
struct Attribute<'h> {
    name: &'h str,
    /// Where it begins, with the space before it.
    start: usize,
    /// Within the quotes.
    value: Range<usize>,
}

fn attributes(html: &str) -> impl Iterator<Item = Attribute<'_>> {
    let (mut at, mut in_tag) = (0, false);
    std::iter::from_fn(move || {
        loop {
            let rest = &html[at..];
            if !in_tag {
                at += rest.find('<')? + 1;
                in_tag = true;
                continue;
            }
            let sign = at + rest.find(['"', '>'])?;
            if html.as_bytes()[sign] == b'>' {
                (at, in_tag) = (sign + 1, false);
                continue;
            }
            let value = sign + 1..sign + 1 + html[sign + 1..].find('"')?;
            let head = html[at..sign].strip_suffix('=').unwrap_or("");
            let start = at + head.rfind(' ').unwrap_or(head.len());
            at = value.end + 1;
            return Some(Attribute { name: head.rsplit(' ').next().unwrap_or(""), start, value });
        }
    })
}

#[cfg(test)]
mod tests {
    use super::prefix_ids;

    #[test]
    fn ids_and_links_to_them_get_the_prefix_and_nothing_else_does() {
        for (html, expected) in [
            ("<h2 id=\"甲\">甲</h2><a href=\"#甲\">见</a>", "<h2 id=\"zh-甲\">甲</h2><a href=\"#zh-甲\">见</a>"),
            ("<a href=\"#p1\" class=\"x\">项</a>", "<a class=\"x\">项</a>"),
            ("<a class=\"x\" href=\"../b/#p1\">b</a>", "<a class=\"x\" href=\"../b/#p1\">b</a>"),
            ("<p title=\"> id=\">x id=\"y\" href=\"#z\"</p>", "<p title=\"> id=\">x id=\"y\" href=\"#z\"</p>"),
            ("<input disabled checked id=\"a\"> <b id=\"a", "<input disabled checked id=\"zh-a\"> <b id=\"a"),
            ("甲", "甲"),
        ] {
            assert_eq!(prefix_ids(html, "zh-"), expected, "{html}");
        }
    }
}
