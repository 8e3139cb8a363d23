//! What a link in running text points to. Pure text: nothing is looked up here.
//!
//! In: a destination as Markdown gives it (entities already read). Out: a [`Destination`].
//! Always: what comes out as `Outside` begins with `http://`, `https://`, `mailto:` or `tel:`, whatever
//! spaces, control or invisible characters the author put in; a `File` name never leaves its folder.

use std::ops::Range;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Destination {
    /// `http(s)`, `mailto` or `tel`.
    Outside(String),
    /// A place on this page, without `#`.
    Here(String),
    /// A record id or an address of this site, as written; it is resolved later.
    Page {
        path: String,
        fragment: Option<String>,
    },
    /// A file beside the record.
    File(String),
    Empty,
    /// A scheme that pages do not carry (`javascript:`, `data:`, `file:` …).
    Unsafe,
}

pub(super) fn classify(written: &str) -> Destination {
    let written = written.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    let seen: String = written.chars().filter(|&c| !c.is_whitespace() && !is_invisible(c)).collect();
    if seen.is_empty() {
        return Destination::Empty;
    }
    if let Some(scheme) = scheme(&seen) {
        let rest = &seen[scheme.len() + 1..];
        return match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" if has_host(rest) => Destination::Outside(address(written)),
            "mailto" | "tel" if !rest.is_empty() => Destination::Outside(address(written)),
            _ => Destination::Unsafe,
        };
    }
    if let Some(rest) = seen.strip_prefix("//") {
        return if has_host(&seen) { Destination::Outside(format!("https://{}", address(rest))) } else { Destination::Unsafe };
    }
    let (path, fragment) = written.split_once('#').map_or((written, None), |(path, fragment)| (path, Some(fragment)));
    let fragment = fragment.map(decode_percent).filter(|f| !f.is_empty());
    if path.is_empty() {
        return fragment.map_or(Destination::Empty, Destination::Here);
    }
    let path = decode_percent(path);
    let name = path.strip_prefix("./").unwrap_or(&path);
    if is_file_name(name) { Destination::File(name.to_owned()) } else { Destination::Page { path, fragment } }
}

/// A relative path with an extension that stays in its folder and is no other Markdown file.
fn is_file_name(name: &str) -> bool {
    let safe = name.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    let last = name.rsplit('/').next().unwrap_or("");
    safe && !name.contains(['\\', ':', '?'])
        && !name.contains(char::is_control)
        && last.contains('.')
        && !last.to_ascii_lowercase().ends_with(".md")
}

/// The scheme as a browser finds it: a letter, then letters, digits, `+ - .`, then `:`.
fn scheme(seen: &str) -> Option<&str> {
    let (scheme, _) = seen.split_once(':')?;
    let plain = scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    (plain && scheme.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)).then_some(scheme)
}

fn has_host(rest: &str) -> bool {
    rest.strip_prefix("//").and_then(|host| host.chars().next()).is_some_and(|c| c.is_alphanumeric() || c == '[')
}

/// The address without invisible characters, and with those that cannot stand in one written as `%XX`.
fn address(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    for c in written.chars().filter(|&c| !is_invisible(c)) {
        match c {
            '\t' | '\n' | '\r' => {}
            ' ' | '"' | '<' | '>' | '`' | '\\' => out.push_str(&format!("%{:02X}", c as u32)),
            c if c.is_whitespace() => {}
            c => out.push(c),
        }
    }
    out
}

/// Characters that a reader does not see and some parsers skip.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FFFC}')
}

/// `%E7%AD%BE` → `签`; text that is not UTF-8 after decoding stays as written.
fn decode_percent(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let bytes = text.as_bytes();
    let hex = |at: usize| bytes.get(at).and_then(|&b| (b as char).to_digit(16)).map(|d| d as u8);
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        match (bytes[at], hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(high << 4 | low);
                at += 3;
            }
            (byte, ..) => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

/// Bare `http(s)://` addresses in running text. They end before Han text and closing punctuation.
pub(super) fn bare_addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find("://").map(|i| i + from) {
        from = at + 3;
        let head = &text.as_bytes()[..at];
        let Some(length) = [5, 4].into_iter().find(|&n| n <= at && head[at - n..].eq_ignore_ascii_case(&b"https"[..n])) else { continue };
        let start = at - length;
        // The host is looked at before the rest: a row of `http://(` must not be walked to its end each time.
        if !has_host(&text[at + 1..]) || (start > 0 && head[start - 1].is_ascii_alphanumeric()) {
            continue;
        }
        let rest = &text.as_bytes()[from..];
        let end = from + rest.iter().take_while(|&&b| b.is_ascii_graphic() && !b"<>\"`{}|\\^".contains(&b)).count();
        let end = trim_address(text, from, end);
        if end > from {
            found.push(start..end);
            from = end;
        }
    }
    found
}

/// Closing punctuation belongs to the sentence, a closing bracket too unless the address opened it.
fn trim_address(text: &str, from: usize, mut end: usize) -> usize {
    let bytes = text.as_bytes();
    let count = |b: u8| bytes[from..end].iter().filter(|&&x| x == b).count();
    let (open, mut close) = (count(b'('), count(b')'));
    while end > from {
        match bytes[end - 1] {
            b'.' | b',' | b';' | b':' | b'!' | b'?' | b'\'' | b'*' | b'_' | b'~' | b']' => {}
            b')' if close > open => close -= 1,
            _ => break,
        }
        end -= 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(path: &str, fragment: Option<&str>) -> Destination {
        Destination::Page { path: path.into(), fragment: fragment.map(Into::into) }
    }

    #[test]
    fn destinations_are_told_apart() {
        let outside = |s: &str| Destination::Outside(s.into());
        let file = |s: &str| Destination::File(s.into());
        let cases = [
            ("notices/2026-06-water", page("notices/2026-06-water", None)),
            ("/notices/2026-06-water#when", page("/notices/2026-06-water", Some("when"))),
            ("/zh/notices/2026-06-water/", page("/zh/notices/2026-06-water/", None)),
            ("about", page("about", None)),
            ("notices/2026-06-water.md", page("notices/2026-06-water.md", None)),
            ("../meetings/plan.pdf", page("../meetings/plan.pdf", None)),
            ("..\\plan.pdf", page("..\\plan.pdf", None)),
            ("/etc/passwd.txt", page("/etc/passwd.txt", None)),
            ("%2e%2e/plan.pdf", page("../plan.pdf", None)),
            ("sign-in.jpg", file("sign-in.jpg")),
            ("./sign-in.jpg", file("sign-in.jpg")),
            ("%E7%AD%BE%E5%88%B0.pdf", file("签到.pdf")),
            ("通知：一.pdf", file("通知：一.pdf")),
            ("#费用", Destination::Here("费用".into())),
            ("#%E8%B4%B9", Destination::Here("费".into())),
            ("", Destination::Empty),
            ("#", Destination::Empty),
            ("https://example.org/a?b=1#c", outside("https://example.org/a?b=1#c")),
            (" HTTPS://例子.测试/ ", outside("HTTPS://例子.测试/")),
            ("//example.org/a", outside("https://example.org/a")),
            ("mailto:a@example.org", outside("mailto:a@example.org")),
            ("tel:0691-000-0000", outside("tel:0691-000-0000")),
            ("javascript:alert(1)", Destination::Unsafe),
            ("JaVa\tScript:alert(1)", Destination::Unsafe),
            (" \u{1}javascript:alert(1)", Destination::Unsafe),
            ("java\u{200B}script:alert(1)", Destination::Unsafe),
            ("vbscript:x", Destination::Unsafe),
            ("data:text/html,x", Destination::Unsafe),
            ("file:///etc/passwd", Destination::Unsafe),
            ("C:\\a.pdf", Destination::Unsafe),
            ("https:", Destination::Unsafe),
            ("http:evil", Destination::Unsafe),
        ];
        for (written, expected) in cases {
            assert_eq!(classify(written), expected, "{written}");
        }
    }

    #[test]
    fn bare_addresses_end_before_the_sentence_does() {
        let cases: [(&str, &[&str]); 8] = [
            ("详见https://example.org/a。", &["https://example.org/a"]),
            ("（https://example.org/a）和 http://example.org.", &["https://example.org/a", "http://example.org"]),
            ("(https://example.org/a_(b))", &["https://example.org/a_(b)"]),
            ("https://", &[]),
            ("xhttps://example.org", &[]),
            ("ftp://example.org", &[]),
            ("https://https://example.org", &["https://https://example.org"]),
            ("a://b://c://", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<_> = bare_addresses(text).into_iter().map(|r| &text[r]).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
