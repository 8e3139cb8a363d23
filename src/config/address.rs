//! The shapes of settings that are not free text: addresses, folders, names of languages.
//!
//! In: a value. Out: the value in its one form, or the id of the message that says what is wrong.

/// Names that mean something else at the root of the site, so no language may use them.
const RESERVED: &[&str] = &["assets", "all", "tags", "data", "search"];

/// Names that Windows reserves for devices; no folder can have them.
const DEVICES: &[&str] = &["con", "prn", "aux", "nul"];

/// What is wrong with a value: a message, and the byte range of the wrong characters in the value.
#[derive(Debug, PartialEq, Eq)]
pub struct Wrong {
    pub message: &'static str,
    pub at: Option<std::ops::Range<usize>>,
}

fn wrong(message: &'static str) -> Wrong {
    Wrong { message, at: None }
}

/// An absolute http or https address of a folder, with one `/` at the end.
pub fn base_url(value: &str) -> Result<String, Wrong> {
    let refused = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '<' | '>' | '\\' | '`' | '{' | '}' | '|' | '^');
    let lower = value.to_ascii_lowercase();
    let Some(scheme) = ["https://", "http://"].into_iter().find(|s| lower.starts_with(s)) else {
        return Err(wrong("e108-url-not-absolute"));
    };
    if let Some(i) = value.find(['?', '#']) {
        return Err(Wrong { message: "e108-url-query", at: Some(i..value.len()) });
    }
    if let Some((i, c)) = value.char_indices().find(|&(_, c)| refused(c)) {
        return Err(Wrong { message: "e108-url-character", at: Some(i..i + c.len_utf8()) });
    }
    let rest = &value[scheme.len()..];
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    if !is_host(host) {
        let at = scheme.len()..scheme.len() + host.len();
        return Err(Wrong { message: "e108-url-host", at: (!at.is_empty()).then_some(at) });
    }
    if path.split('/').any(|part| matches!(part, "." | "..")) {
        return Err(wrong("e108-url-path"));
    }
    let path = path.trim_end_matches('/');
    Ok(format!("{scheme}{}{path}/", host.to_lowercase()))
}

/// Whether nobody can have a site at the address: the names that are reserved for examples and trials, and this machine itself.
/// Names below `example.org` are left out: documents and the demonstration show with them what a real address looks like.
pub(super) fn is_placeholder(base_url: &str) -> bool {
    let host = base_url.split_once("://").and_then(|(_, rest)| rest.split('/').next()).unwrap_or("");
    let name = host.rsplit_once(':').filter(|(_, port)| is_port(port)).map_or(host, |(name, _)| name);
    let bare = name.strip_prefix("www.").unwrap_or(name);
    matches!(bare, "example.org" | "example.com" | "example.net" | "localhost" | "[::1]")
        || [".invalid", ".test", ".localhost"].iter().any(|end| bare.ends_with(end))
        || bare.starts_with("127.") && bare.parse::<core::net::Ipv4Addr>().is_ok()
}

fn is_host(host: &str) -> bool {
    let (name, port) = match host.strip_prefix('[').and_then(|h| h.split_once(']')) {
        Some((v6, rest)) => {
            let port = if rest.is_empty() { Some("0") } else { rest.strip_prefix(':') };
            return v6.parse::<core::net::Ipv6Addr>().is_ok() && port.is_some_and(is_port);
        }
        None => host.split_once(':').unwrap_or((host, "0")),
    };
    let label = |l: &str| !l.is_empty() && !l.starts_with('-') && !l.ends_with('-') && l.chars().all(|c| c.is_alphanumeric() || c == '-');
    !name.is_empty() && name.split('.').all(label) && is_port(port)
}

fn is_port(port: &str) -> bool {
    port.chars().all(|c| c.is_ascii_digit()) && port.parse::<u16>().is_ok()
}

/// A language's path segment.
pub(super) fn language_path(value: &str) -> Result<(), Wrong> {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let digits = |t: &str| t.chars().all(|c| c.is_ascii_digit());
    if value.is_empty() || value.len() > 16 || !value.chars().all(plain) || value.starts_with('-') || value.ends_with('-') {
        return Err(wrong("e108-path-shape"));
    }
    // `2026-011` is the posting sheet of that number.
    let numbered = value.split_once('-').is_some_and(|(year, no)| year.len() == 4 && digits(year) && no.len() >= 3 && digits(no));
    let device =
        DEVICES.contains(&value) || (value.len() == 4 && (value.starts_with("com") || value.starts_with("lpt")) && digits(&value[3..]));
    if RESERVED.contains(&value) || numbered || digits(value) || device {
        return Err(wrong("e108-path-reserved"));
    }
    Ok(())
}

/// Three capital letters; lower-case letters have their own message, because the cure is simple.
pub(super) fn currency(value: &str) -> Result<(), Wrong> {
    let three = |letter: fn(&char) -> bool| value.len() == 3 && value.chars().all(|c| letter(&c));
    match (three(char::is_ascii_uppercase), three(char::is_ascii_alphabetic)) {
        (true, _) => Ok(()),
        (_, true) => Err(wrong("e108-currency-case")),
        _ => Err(wrong("e108-currency")),
    }
}

/// The name of a theme: a folder in `themes/`.
pub(super) fn theme(value: &str) -> Result<(), Wrong> {
    if is_name(value) { Ok(()) } else { Err(wrong("e108-theme-name")) }
}

/// Whether the originals of photos are published.
pub(super) fn photos(value: &str) -> Result<bool, Wrong> {
    match value {
        "whole" => Ok(true),
        "small" => Ok(false),
        _ => Err(wrong("e108-photos")),
    }
}

/// Whether neighbouring lines of a text are joined.
pub(super) fn line_breaks(value: &str) -> Result<bool, Wrong> {
    match value {
        "keep" => Ok(false),
        "join" => Ok(true),
        _ => Err(wrong("e108-line-breaks")),
    }
}

/// The name of a built-in profile, or a `.toml` file inside of the site.
pub(super) fn profile(value: &str) -> Result<(), Wrong> {
    let file = value.ends_with(".toml") && is_inside(value);
    if is_name(value) || file { Ok(()) } else { Err(wrong("e108-profile-name")) }
}

/// A font file of the site, for a language that phones may have no font for.
pub(super) fn font(value: &str, tag: Option<&str>) -> Result<(), Wrong> {
    if tag.is_some_and(|tag| tag.split('-').next().is_some_and(|bare| bare.eq_ignore_ascii_case("zh"))) {
        return Err(wrong("e108-font-chinese"));
    }
    let name = value.strip_prefix("fonts/").filter(|name| is_inside(name) && !name.starts_with('.'));
    if name.is_some_and(|name| name.to_ascii_lowercase().ends_with(".ttf")) { Ok(()) } else { Err(wrong("e108-font-path")) }
}

/// A folder inside the site that contains none of the site's sources.
pub(super) fn output(value: &str) -> Result<String, Wrong> {
    let value = value.strip_prefix("./").unwrap_or(value).trim_end_matches('/');
    if !is_inside(value) {
        return Err(wrong("e108-output-outside"));
    }
    let first = value.split('/').next().unwrap_or(value);
    if ["content", "themes", "profiles", "fonts", "site.toml", ".git"].contains(&first) {
        return Err(wrong("e108-output-taken"));
    }
    Ok(value.to_owned())
}

/// A record's id, optionally with the id of an item inside the record.
pub(super) fn record_id(value: &str) -> Result<(), Wrong> {
    let (id, fragment) = value.split_once('#').unwrap_or((value, "x"));
    let segments = id.split('/').count() >= 2 && id.split('/').all(is_name);
    if segments && is_name(fragment) { Ok(()) } else { Err(wrong("e108-publisher")) }
}

pub(super) fn email(value: &str) -> Result<(), Wrong> {
    let sound = value.split_once('@').is_some_and(|(who, host)| {
        !who.is_empty()
            && host.contains('.')
            && is_host(host)
            && !host.contains(':')
            && !value.chars().any(|c| c.is_whitespace() || "<>\"',;".contains(c))
    });
    if sound { Ok(()) } else { Err(wrong("e108-email")) }
}

fn is_name(text: &str) -> bool {
    !text.is_empty() && text.len() <= 64 && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-' || c == '_')
}

fn is_inside(path: &str) -> bool {
    let part = |p: &str| {
        !matches!(p, "" | "." | "..") && !p.chars().any(|c| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|'))
    };
    path.split('/').all(part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_examples_and_trials_is_nobodys() {
        for (address, expected) in [
            ("https://example.org/", true),
            ("http://www.example.com:8080/a/", true),
            ("http://localhost/", true),
            ("http://127.0.0.1:1111/", true),
            ("http://[::1]:1111/", true),
            ("https://rongyin.test/", true),
            ("https://rongyin.example.org/", false),
            ("http://192.168.1.5/", false),
            ("https://127.cn/", false),
            ("https://rongyin.gov.cn/test/", false),
        ] {
            assert_eq!(is_placeholder(address), expected, "{address}");
        }
    }

    #[test]
    fn addresses_come_into_one_form_or_are_refused() {
        let cases = [
            ("https://rongyin.example.org", Ok("https://rongyin.example.org/")),
            ("HTTPS://Rongyin.example.org/site//", Ok("https://rongyin.example.org/site/")),
            ("http://127.0.0.1:1111/", Ok("http://127.0.0.1:1111/")),
            ("http://[::1]:8080", Ok("http://[::1]:8080/")),
            ("https://榕荫.example", Ok("https://榕荫.example/")),
            ("rongyin.example.org", Err("e108-url-not-absolute")),
            ("ftp://rongyin.example.org", Err("e108-url-not-absolute")),
            ("https://", Err("e108-url-host")),
            ("https://user@host.example", Err("e108-url-host")),
            ("https://a.example:99999", Err("e108-url-host")),
            ("https://a.example/?x=1", Err("e108-url-query")),
            ("https://a.example/#top", Err("e108-url-query")),
            ("https://a.example/b c", Err("e108-url-character")),
            ("https://a.example/\"><script>", Err("e108-url-character")),
            ("https://a.example/../b", Err("e108-url-path")),
        ];
        for (value, expected) in cases {
            assert_eq!(base_url(value).as_deref().map_err(|w| w.message), expected, "{value}");
        }
    }

    #[test]
    fn language_paths_leave_the_other_addresses_free() {
        let cases = [
            ("zh", None),
            ("zh-hant", None),
            ("2026-01", None),
            ("", Some("e108-path-shape")),
            ("ZH", Some("e108-path-shape")),
            ("-zh", Some("e108-path-shape")),
            ("../x", Some("e108-path-shape")),
            ("abcdefghijklmnopq", Some("e108-path-shape")),
            ("assets", Some("e108-path-reserved")),
            ("data", Some("e108-path-reserved")),
            ("2026", Some("e108-path-reserved")),
            ("2026-011", Some("e108-path-reserved")),
            ("con", Some("e108-path-reserved")),
        ];
        for (value, expected) in cases {
            assert_eq!(language_path(value).err().map(|w| w.message), expected, "{value}");
        }
    }

    #[test]
    fn fonts_stand_in_their_folder_and_are_never_chinese() {
        let cases = [
            ("fonts/Yi.ttf", "ii", None),
            ("fonts/old/Yi.TTF", "ii", None),
            ("fonts/Han.ttf", "zh-Hans", Some("e108-font-chinese")),
            ("fonts/Han.ttf", "ZH", Some("e108-font-chinese")),
            ("fonts/Zhuang.ttf", "za", None),
            ("Yi.ttf", "ii", Some("e108-font-path")),
            ("fonts/../Yi.ttf", "ii", Some("e108-font-path")),
            ("fonts/.Yi.ttf", "ii", Some("e108-font-path")),
            ("/fonts/Yi.ttf", "ii", Some("e108-font-path")),
            ("https://example.org/Yi.ttf", "ii", Some("e108-font-path")),
            ("fonts/Yi.woff2", "ii", Some("e108-font-path")),
        ];
        for (value, tag, expected) in cases {
            assert_eq!(font(value, Some(tag)).err().map(|w| w.message), expected, "{value}");
        }
    }

    #[test]
    fn folders_stay_inside_and_do_not_cover_the_content() {
        let cases = [
            ("public", Ok("public")),
            ("./dist/site/", Ok("dist/site")),
            ("..", Err("e108-output-outside")),
            ("a/../../b", Err("e108-output-outside")),
            ("/srv/www", Err("e108-output-outside")),
            ("C:\\www", Err("e108-output-outside")),
            (".", Err("e108-output-outside")),
            ("content", Err("e108-output-taken")),
            ("content/x", Err("e108-output-taken")),
        ];
        for (value, expected) in cases {
            assert_eq!(output(value).as_deref().map_err(|w| w.message), expected, "{value}");
        }
    }
}
