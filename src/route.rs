//! Addresses: the address of each page (ARCHITECTURE.md), and the relative link from one page to another.
//!
//! In: ids, languages' path segments. Out: addresses without leading slash, `zh/meetings/x/`, the root
//! being the empty string. Always: a page is a folder with `index.html`; links are relative.

use crate::value::RecordId;

/// A record's page. Plain pages stand at the language root.
pub fn record(id: &RecordId, lang: &str) -> String {
    let below = if id.folder() == "pages" { id.stem() } else { id.as_str() };
    let mut out = String::with_capacity(lang.len() + below.len() + 2);
    for part in [lang, "/", below, "/"] {
        out.push_str(part);
    }
    out
}

/// A file beside a record: one for all languages.
pub fn file(id: &RecordId, name: &str) -> String {
    format!("{}/{}/{name}", id.folder(), id.stem())
}

/// The smaller picture of a file beside a record; no file lies in a folder there.
pub fn shown(id: &RecordId, name: &str) -> String {
    format!("{}/{}/shown/{name}", id.folder(), id.stem())
}

/// The style sheet that names the font of a language: no record's name holds a dot. It changes with the letters of the
/// pages, so it does not stand among the assets, whose names do.
pub fn font_sheet(lang: &str) -> String {
    format!("{lang}/font.css")
}

/// The font of a language, cut down; `mark` changes with its bytes.
pub fn font(lang: &str, mark: &str) -> String {
    format!("assets/font-{lang}.{mark}.woff")
}

/// The file an address is written to.
pub fn output(address: &str) -> String {
    if address.is_empty() || address.ends_with('/') { format!("{address}index.html") } else { address.to_owned() }
}

/// The way from one page to an address (which may end in `#fragment`), relative, percent-encoded.
pub fn relative(from: &str, to: &str, portable: bool) -> String {
    let (path, fragment) = to.split_once('#').map_or((to, None), |(p, f)| (p, Some(f)));
    // Folders that both have in common; an address begins with none and repeats no slash.
    let mut shared = 0;
    for (at, (a, b)) in from.bytes().zip(path.bytes()).enumerate() {
        match (a == b, a) {
            (true, b'/') => shared = at + 1,
            (true, _) => {}
            (false, _) => break,
        }
    }
    let up = from.as_bytes()[shared..].iter().filter(|b| **b == b'/').count();
    let mut out = String::with_capacity(up * 3 + to.len() - shared + 16);
    for _ in 0..up {
        out.push_str("../");
    }
    encode_to(&mut out, &path[shared..], true);
    let page = path.is_empty() || path.ends_with('/');
    if page && portable {
        out.push_str("index.html");
    }
    if let Some(fragment) = fragment {
        if path == from && !portable {
            out.clear();
        }
        out.push('#');
        encode_to(&mut out, fragment, false);
    } else if out.is_empty() {
        out.push_str("./");
    }
    out
}

/// The prefix that leads from a page to the root of the site: `../../`.
pub fn root(from: &str) -> String {
    "../".repeat(from.matches('/').count())
}

/// The address that a relative link of a page leads to, as written; the reverse of [`relative`].
pub fn resolve(from: &str, link: &str) -> String {
    let mut at: Vec<&str> = from.rsplit_once('/').map_or("", |(dir, _)| dir).split('/').filter(|s| !s.is_empty()).collect();
    let link = link.strip_suffix("index.html").unwrap_or(link);
    let (path, name) = link.rsplit_once('/').unwrap_or(("", link));
    for segment in path.split('/').filter(|s| !matches!(*s, "" | ".")) {
        if segment == ".." {
            at.pop();
        } else {
            at.push(segment);
        }
    }
    let folder = at.iter().map(|s| format!("{s}/")).collect::<String>();
    folder + name
}

/// Percent-encodes an address, segment by segment.
pub fn encode_path(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    encode_to(&mut out, address, true);
    out
}

/// Percent-encodes one segment or fragment; Chinese letters are encoded too, since feeds and old
/// browsers want plain ASCII.
pub fn encode(segment: &str) -> String {
    let mut out = String::with_capacity(segment.len());
    encode_to(&mut out, segment, false);
    out
}

fn encode_to(out: &mut String, text: &str, slashes: bool) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let stays = |byte: u8| {
        byte.is_ascii_alphanumeric()
            || matches!(byte, b'-' | b'.' | b'_' | b'~' | b'!' | b'$' | b'\'' | b'(' | b')' | b'*' | b',' | b'=' | b':' | b'@')
            || (slashes && byte == b'/')
    };
    if text.bytes().all(stays) {
        return out.push_str(text);
    }
    for byte in text.bytes() {
        if stays(byte) {
            out.push(char::from(byte));
        } else {
            out.extend(['%', char::from(HEX[usize::from(byte >> 4)]), char::from(HEX[usize::from(byte & 15)])]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_from_every_depth() {
        for (from, to, expected) in [
            ("zh/meetings/a/", "zh/meetings/b/", "../b/"),
            ("zh/meetings/a/", "zh/", "../../"),
            ("zh/meetings/a/", "", "../../../"),
            ("zh/", "zh/meetings/a/#plan", "meetings/a/#plan"),
            ("zh/meetings/a/", "zh/meetings/a/#plan", "#plan"),
            ("zh/meetings/a/", "zh/meetings/a/", "./"),
            ("", "zh/", "zh/"),
            ("404.html", "assets/a.css", "assets/a.css"),
            ("2026-011/", "meetings/a/签到.jpg", "../meetings/a/%E7%AD%BE%E5%88%B0.jpg"),
        ] {
            assert_eq!(relative(from, to, false), expected, "{from} -> {to}");
        }
        assert_eq!(relative("zh/", "zh/meetings/a/#plan", true), "meetings/a/index.html#plan");
        for (from, to) in
            [("zh/meetings/a/", "zh/"), ("zh/meetings/a/", "zh/meetings/"), ("zh/tags/x/", "zh/tags/"), ("zh/", "zh/calendar.ics")]
        {
            for portable in [false, true] {
                assert_eq!(resolve(from, &relative(from, to, portable)), to, "{from} -> {to}");
            }
        }
        assert_eq!(root("zh/meetings/a/"), "../../../");
    }
}
