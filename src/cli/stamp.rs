//! `linli stamp`: marks a translation as compared with the present original.
//!
//! In: records. Out: `based_on` and `translated` in the front matter of their sidecars. Always: every other byte stays (line ends,
//! byte order mark, comments); a second run changes nothing; a file in another encoding becomes UTF-8, and the output says so.

use std::path::Path;
use std::sync::Arc;

use linli::config;
use linli::diagnostic::nearest;
use linli::discover::{self, Bundle, File};
use linli::fs::FileSystem;
use linli::parse::MAX_FILE;
use linli::record::Record;
use linli::source::{self, Encoding, Source};
use linli::value::Date;
use linli::yaml;

use super::args::Stamp;
use super::session::{Session, SiteLocation};
use super::{Exit, Stop, findings};

/// The result for a sidecar.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Stamped {
    Fresh,
    Already,
    /// Fresh, and now written in UTF-8.
    Recoded,
}

pub(super) fn run(session: &Session, args: &Stamp) -> Result<Exit, Stop> {
    let place = session.place(args.today.as_deref())?;
    let lang = args.content_lang.as_deref();
    place.knows(lang)?;
    let checked = linli::check(&place.request(session), &()).map_err(|f| Stop::failure(f, &place.root))?;
    let Some(site) = &checked.site else {
        let text = findings::print(session, &place.root, &checked.findings, super::args::Format::Human, false);
        session.screen.say_always(text.trim_end());
        return Ok(findings::exit(&checked.findings, false));
    };
    let paths: Vec<&str> = site.languages.iter().map(|l| l.path.as_str()).collect();
    let found = discover::content(&session.fs, &place.root, &paths).map_err(|e| Stop::files(&e, &place.root))?;
    let chosen: Vec<(&Bundle, Option<&str>)> = if args.all {
        found.bundles.iter().map(|b| (b, None)).collect()
    } else {
        args.records.iter().map(|name| choose(session, &place, &found.bundles, name)).collect::<Result<_, _>>()?
    };
    let (mut fresh, mut exit) = (0usize, Exit::Fine);
    for (bundle, only) in chosen {
        let Some(record) = checked.library.get(&bundle.id) else {
            let args = [("path", (&*bundle.primary.path).into())];
            session.screen.say_always(&session.words.say("cli-stamp-broken", &args));
            exit = Exit::Content;
            continue;
        };
        let fits = |id: linli::value::LangId, file: &File| {
            lang.is_none_or(|l| paths.get(id.index()) == Some(&l)) && only.is_none_or(|path| *file.path == *path)
        };
        let sidecars: Vec<&File> = bundle.sidecars.iter().filter(|(id, file)| fits(*id, file)).map(|(_, file)| file).collect();
        if sidecars.is_empty() && !args.all {
            session.screen.say_always(&session.words.say("cli-stamp-no-sidecar", &[("id", bundle.id.as_str().into())]));
        }
        for file in sidecars {
            let id = match mark_translated(session, &place.root, record, file, place.today)? {
                Stamped::Already => continue,
                Stamped::Fresh => "cli-stamp-done",
                Stamped::Recoded => "cli-stamp-recoded",
            };
            fresh += 1;
            let args = [("path", (&*file.path).into()), ("hash", record.words_hash.as_str().into())];
            session.screen.say(&session.words.say(id, &args));
        }
    }
    if fresh == 0 && exit == Exit::Fine {
        session.screen.say(&session.text("cli-stamp-nothing"));
    }
    Ok(exit)
}

/// A record by its id, its file, its folder or one of its sidecars; for a sidecar its path as well.
fn choose<'a>(session: &Session, place: &SiteLocation, bundles: &'a [Bundle], name: &str) -> Result<(&'a Bundle, Option<&'a str>), Stop> {
    let id = name.trim().trim_start_matches('/').trim_end_matches('/');
    let path = place.inside(session, Path::new(name));
    let is_path = |file: &File| path.as_deref() == Some(&*file.path);
    let folder = |b: &Bundle| b.primary.path.strip_suffix("/index.md").is_some_and(|dir| path.as_deref() == Some(dir));
    for bundle in bundles {
        if bundle.id.as_str() == id || is_path(&bundle.primary) || folder(bundle) {
            return Ok((bundle, None));
        }
        if let Some((_, file)) = bundle.sidecars.iter().find(|(_, file)| is_path(file)) {
            return Ok((bundle, Some(&file.path)));
        }
    }
    let near = nearest(id, bundles.iter().map(|b| b.id.as_str())).unwrap_or("");
    let message = if near.is_empty() { "cli-unknown-record" } else { "cli-unknown-record-near" };
    Err(Stop::usage(message).arg("id", name).arg("near", near))
}

/// Marks one sidecar.
pub(super) fn mark_translated(session: &Session, root: &Path, record: &Record, file: &File, today: Date) -> Result<Stamped, Stop> {
    let bytes = session.fs.read(&file.disk, MAX_FILE).map_err(|e| Stop::files(&e, root))?;
    let without_hash = || Stop { exit: Exit::Content, ..Stop::usage("cli-stamp-by-hand") }.arg("path", &*file.path);
    let by_hand = || without_hash().arg("hash", record.words_hash.as_str());
    let (text, encoding) = source::decode(&bytes).map_err(|_| by_hand())?;
    let stamped = match stamped(&text, &record.words_hash, today) {
        Ok(Some(stamped)) => stamped,
        Ok(None) => return Ok(Stamped::Already),
        Err(()) => return Err(by_hand()),
    };
    let mark = if bytes.starts_with(b"\xEF\xBB\xBF") { "\u{FEFF}" } else { "" };
    session.replace(&file.disk, format!("{mark}{stamped}").as_bytes())?;
    Ok(if encoding == Encoding::Utf8 { Stamped::Fresh } else { Stamped::Recoded })
}

/// The text with the mark; `None` if it has it already, `Err` if its front matter cannot be edited.
fn stamped(text: &str, hash: &str, today: Date) -> Result<Option<String>, ()> {
    let end = if text.lines().next().is_some_and(|_| text.contains("\r\n")) { "\r\n" } else { "\n" };
    let Some(front) = front(text) else {
        if text.starts_with("---") {
            return Err(());
        }
        return Ok(Some(format!("---{end}based_on: {hash}{end}translated: {today}{end}---{end}{text}")));
    };
    let source = Source::new("", text);
    let mut findings = Vec::new();
    let root = yaml::read(&source, front.clone(), &|_| true, &mut findings);
    let entry = |key: &str| root.iter().flat_map(|r| r.entries()).find(|e| e.key == key);
    let value = |key: &str| entry(key).and_then(|e| e.value.scalar()).map(str::trim);
    if value("based_on").is_some_and(|v| v.eq_ignore_ascii_case(hash)) {
        return Ok(None);
    }
    // From the end, so that earlier offsets stay valid.
    let mut out = text.to_owned();
    let mut missing = String::new();
    let mut edits = Vec::new();
    for (key, new) in [("based_on", hash.to_owned()), ("translated", today.to_string())] {
        match entry(key) {
            Some(e) if e.value.scalar().is_some() && !e.value.is_empty() => edits.push((e.value.range(), new)),
            Some(e) => {
                // `based_on:` without a value.
                let colon = text[e.key_range().end..].find(':').ok_or(())? + e.key_range().end + 1;
                edits.push((colon..colon, format!(" {new}")));
            }
            None => missing += &format!("{key}: {new}{end}"),
        }
    }
    edits.push((front.end..front.end, missing));
    linli::order::sort_by_key(&mut edits, |(range, _)| std::cmp::Reverse(range.start));
    for (range, new) in edits {
        out.replace_range(range, &new);
    }
    if says(&out, hash) { Ok(Some(out)) } else { Err(()) }
}

/// Whether the new text reads as marked: front matter in braces, for example, takes no further lines.
fn says(text: &str, hash: &str) -> bool {
    let source: Arc<Source> = Source::new(config::FILE_NAME, text);
    let mut findings = Vec::new();
    let root = front(text).and_then(|front| yaml::read(&source, front, &|_| true, &mut findings));
    let value = root.iter().flat_map(|r| r.entries()).find(|e| e.key == "based_on").and_then(|e| e.value.scalar().map(str::to_owned));
    value.as_deref().map(str::trim) == Some(hash) && !findings.iter().any(linli::diagnostic::Diagnostic::is_error)
}

/// The lines between the fences.
fn front(text: &str) -> Option<std::ops::Range<usize>> {
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        match (start, line.trim_end() == "---") {
            (None, true) => start = Some(at + line.len()),
            (None, false) => return None,
            (Some(start), true) => return Some(start..at),
            (Some(_), false) => {}
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_changes_its_own_two_lines_only() {
        let day = Date::new(2026, 6, 20).expect("a day");
        let cases = [
            ("---\ntitle: Water\n---\nBody\n", "---\ntitle: Water\nbased_on: 12345678\ntranslated: 2026-06-20\n---\nBody\n"),
            ("---\r\ntitle: Water\r\n---\r\nBody", "---\r\ntitle: Water\r\nbased_on: 12345678\r\ntranslated: 2026-06-20\r\n---\r\nBody"),
            (
                "---\nbased_on: 00000000 # old\ntranslated: 2025-01-01\ntitle: Water\n---\n",
                "---\nbased_on: 12345678 # old\ntranslated: 2026-06-20\ntitle: Water\n---\n",
            ),
            ("---\nbased_on:\ntitle: Water\n---\n", "---\nbased_on: 12345678\ntitle: Water\ntranslated: 2026-06-20\n---\n"),
            ("---\nbased_on: '00000000'\n---\n", "---\nbased_on: 12345678\ntranslated: 2026-06-20\n---\n"),
            ("---\n---\nBody", "---\nbased_on: 12345678\ntranslated: 2026-06-20\n---\nBody"),
            ("Body only\n", "---\nbased_on: 12345678\ntranslated: 2026-06-20\n---\nBody only\n"),
            ("---\ntitle: |\n  two\n  lines\n---\n", "---\ntitle: |\n  two\n  lines\nbased_on: 12345678\ntranslated: 2026-06-20\n---\n"),
        ];
        for (before, after) in cases {
            let got = stamped(before, "12345678", day);
            assert_eq!(got, Ok(Some(after.to_owned())), "{before:?}");
            assert_eq!(stamped(after, "12345678", day), Ok(None), "{after:?}");
        }
    }

    #[test]
    fn front_matter_that_takes_no_lines_is_left_alone() {
        let day = Date::new(2026, 6, 20).expect("a day");
        for text in ["---\n{ title: Water }\n---\n", "---\ntitle: Water\n", "---\ntitle: [\n---\n"] {
            assert_eq!(stamped(text, "12345678", day), Err(()), "{text:?}");
        }
    }
}
