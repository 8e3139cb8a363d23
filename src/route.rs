//! Addresses: the address of each page (ARCHITECTURE.md), and the relative link from one page to another.
//!
//! In: ids, languages' path segments. Out: addresses without leading slash, `zh/meetings/x/`, the root
//! being the empty string; whether a name may stand in the output ([`Names`]). Always: a page is a folder with `index.html`; links
//! are relative.

use std::collections::HashSet;

use crate::hash::QuickMap;
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

/// The record whose page had an address, as an author writes an old one: the reverse of [`record`].
pub fn id_of(address: &str) -> Option<RecordId> {
    let bare = address.trim().trim_end_matches("index.html").trim_matches('/');
    let parts: Vec<&str> = bare.split('/').collect();
    match parts.as_slice() {
        [_, folder, stem] => RecordId::parse(&format!("{folder}/{stem}")),
        [_, stem] => RecordId::parse(&format!("pages/{stem}")),
        _ => None,
    }
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

/// Names that Windows keeps for devices, with any ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Whether every file system can hold a file at this path below the output: relative, leading nowhere else.
pub fn is_sound(path: &str) -> bool {
    path.len() <= 1024 && path.split('/').all(is_sound_name)
}

fn is_sound_name(name: &str) -> bool {
    let forbidden = |c: char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    // `.` and `..` end in a dot; Windows drops dots and spaces at the end.
    if name.is_empty() || name.len() > 255 || name.ends_with(['.', ' ']) || name.contains(forbidden) {
        return false;
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let numbered = |prefix| {
        stem.strip_prefix(prefix)
            .is_some_and(|n: &str| n.chars().count() == 1 && n.contains(|c: char| c.is_ascii_digit() || "¹²³".contains(c)))
    };
    !DEVICES.contains(&stem.as_str()) && !numbered("com") && !numbered("lpt")
}

/// The names of the output's files given away so far: each is one of its own on every common file system, also on those that do not
/// tell upper from lower case, and no file stands where a folder does.
#[derive(Debug, Default)]
pub struct Names {
    /// Folders above the files.
    folders: HashSet<String>,
    /// Lower-case form of every file and folder, to its own form.
    folded: QuickMap<String, String>,
}

/// Why a name is not given away.
#[derive(Debug, PartialEq, Eq)]
pub enum Refused {
    /// It cannot stand on every system.
    Unsound,
    /// This one has it.
    Taken(String),
}

impl Names {
    /// Gives the name away, once.
    pub fn take(&mut self, path: &str) -> Result<(), Refused> {
        if !is_sound(path) {
            return Err(Refused::Unsound);
        }
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.take_folder(folder)?;
        }
        self.fold(path)
    }

    fn take_folder(&mut self, folder: &str) -> Result<(), Refused> {
        if self.folders.contains(folder) {
            return Ok(());
        }
        if let Some((above, _)) = folder.rsplit_once('/') {
            self.take_folder(above)?;
        }
        self.fold(folder)?;
        self.folders.insert(folder.to_owned());
        Ok(())
    }

    fn fold(&mut self, path: &str) -> Result<(), Refused> {
        let folded = path.to_lowercase();
        match self.folded.get(&folded) {
            Some(other) => Err(Refused::Taken(other.clone())),
            None => {
                self.folded.insert(folded, path.to_owned());
                Ok(())
            }
        }
    }
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
