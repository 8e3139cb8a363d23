//! `linli print`: posting sheets of many records in one file, to be printed together.
//!
//! In: document numbers, or ranges of them. Out: one HTML file, with a new page for each sheet. Always: the file is self-contained,
//! it needs neither network nor the site (pictures and styles are inside, links are absolute addresses); no sheet is printed of a
//! site that cannot be published, since paper must say what the site says.

use std::path::PathBuf;

use linli::config::Config;
use linli::diagnostic::nearest;
use linli::fs::FileSystem;
use linli::record::Record;
use linli::record::envelope::{Number, Status};
use linli::relate::{Index, Library};
use linli::{media, picture, route};

use super::args::{Format, Print};
use super::session::{self, Session, SiteLocation};
use super::{Exit, Stop, findings};

/// The base address of the sheets' relative links: any address of their depth.
const FROM: &str = "print/";

pub(super) fn run(session: &Session, args: &Print) -> Result<Exit, Stop> {
    let base_url = session::base_url(args.base_url.as_deref())?;
    let place = session.place(args.today.as_deref())?;
    let mut request = place.request(session);
    (request.drafts, request.base_url) = (args.drafts, base_url.clone());
    let mut chosen: Result<Vec<Index>, Stop> = Ok(Vec::new());
    let mut choose = |library: &Library| {
        chosen = choose(library, &args.numbers);
        chosen.as_ref().ok().cloned()
    };
    let title = args.numbers.join(" ");
    let (checked, page) = linli::sheets(&request, &mut choose, &title).map_err(|f| Stop::failure(f, &place.root))?;
    let records = chosen?;
    let Some(page) = page else {
        let text = findings::print(session, &place.root, &checked.findings, Format::Human, false);
        session.screen.say_always(text.trim_end());
        return Ok(findings::exit(&checked.findings, false));
    };
    let base = base_url.or_else(|| place.settings.as_ref().map(|s: &Config| s.base_url.clone())).unwrap_or_default();
    let records: Vec<&Record> = records.iter().map(|&i| &*checked.library.records[i]).collect();
    let self_contained = SelfContained { session, place: &place, base: &base, records: &records };
    let page = self_contained.page(&String::from_utf8_lossy(&page))?;
    let file = args.output.clone().unwrap_or_else(|| default_name(&args.numbers));
    session.replace(&session.cwd.join(&file), page.as_bytes())?;
    session
        .screen
        .say(&session.words.say("cli-print-done", &[("count", records.len().into()), ("path", file.display().to_string().into())]));
    Ok(Exit::Fine)
}

/// The file name, from the first number asked for.
fn default_name(numbers: &[String]) -> PathBuf {
    let first = numbers.first().map_or_else(String::new, |n| linli::value::half_width(n));
    let plain: String = first.chars().filter(|c| c.is_ascii_digit() || matches!(c, '-' | '.')).collect();
    PathBuf::from(format!("{}.html", plain.replace("..", "_")))
}

/// The records of numbers and ranges of numbers, in the order asked for, each once.
fn choose(library: &Library, numbers: &[String]) -> Result<Vec<Index>, Stop> {
    let mut chosen: Vec<Index> = Vec::new();
    for asked in numbers {
        let tidy = linli::value::half_width(asked).replace("...", "..");
        let span = ["..", "~", "至", "到"].iter().find_map(|sign| tidy.split_once(sign));
        let found = match span {
            Some((from, to)) => between(library, asked, from.trim(), to.trim())?,
            None => vec![record_with_sheet(library, asked)?],
        };
        for index in found {
            if !chosen.contains(&index) {
                chosen.push(index);
            }
        }
    }
    Ok(chosen)
}

/// A record with a sheet.
fn record_with_sheet(library: &Library, asked: &str) -> Result<Index, Stop> {
    let number = Number::parse(asked).map_err(|_| Stop::usage("cli-print-shape").arg("number", asked))?;
    let Some(&index) = library.numbers.get(&number.0) else {
        let near = nearest(&number.0, library.numbers.keys().map(String::as_str)).unwrap_or("");
        let message = if near.is_empty() { "cli-print-unknown" } else { "cli-print-unknown-near" };
        return Err(Stop::usage(message).arg("number", number.0).arg("near", near));
    };
    let id = library.records[index].id.as_str();
    if !library.is_shown(index) {
        return Err(Stop::usage("cli-print-held").arg("number", number.0).arg("id", id));
    }
    if library.records[index].envelope.status() == Status::Withdrawn {
        return Err(Stop::usage("cli-print-withdrawn").arg("number", number.0).arg("id", id));
    }
    Ok(index)
}

/// All records with a sheet from one number to another, both included.
fn between(library: &Library, asked: &str, from: &str, to: &str) -> Result<Vec<Index>, Stop> {
    let key = |number: &Number| {
        let (year, n) = number.0.split_once('-').unwrap_or((&number.0, ""));
        (year.to_owned(), n.parse::<u32>().unwrap_or(0))
    };
    let end = |text: &str| Number::parse(text).map(|n| key(&n)).map_err(|_| Stop::usage("cli-print-shape").arg("number", text));
    let (from, to) = (end(from)?, end(to)?);
    let has_sheet = |index: &Index| library.is_shown(*index) && library.records[*index].envelope.status() != Status::Withdrawn;
    let inside = |number: &str| (from.clone()..=to.clone()).contains(&key(&Number(number.to_owned())));
    let mut found: Vec<_> = library.numbers.iter().filter(|(number, index)| inside(number) && has_sheet(index)).collect();
    if found.is_empty() {
        return Err(Stop::usage("cli-print-span-empty").arg("number", asked));
    }
    linli::order::sort_by_key(&mut found, |(number, _)| key(&Number((*number).clone())));
    Ok(found.into_iter().map(|(_, index)| *index).collect())
}

/// Turns a page into a self-contained file.
struct SelfContained<'a> {
    session: &'a Session,
    place: &'a SiteLocation,
    base: &'a str,
    records: &'a [&'a Record],
}

impl SelfContained<'_> {
    /// Makes links absolute and embeds pictures of the records. Quotes in text may look like attributes, so only what is between
    /// `<` and `>` is changed: in text both are escaped.
    fn page(&self, page: &str) -> Result<String, Stop> {
        let mut out = String::with_capacity(page.len() + page.len() / 4);
        let mut rest = page;
        while let Some(at) = rest.find('<') {
            out.push_str(&rest[..at]);
            let tag = &rest[at..];
            let end = end_of_tag(tag);
            let raw = tag.starts_with("<style").then(|| tag.find("</style>")).flatten();
            if let Some(end) = raw {
                out.push_str(&tag[..end]);
                rest = &tag[end..];
                continue;
            }
            self.tag(&tag[..end], &mut out)?;
            rest = &tag[end..];
        }
        Ok(out + rest)
    }

    fn tag(&self, tag: &str, out: &mut String) -> Result<(), Stop> {
        let attribute = |name: &str| Some(tag.find(name)? + name.len());
        let source = attribute(" src=\"");
        let Some((start, len)) = source.or_else(|| attribute(" href=\"")).and_then(|start| Some((start, tag[start..].find('"')?))) else {
            out.push_str(tag);
            return Ok(());
        };
        let target = &tag[start..start + len];
        out.push_str(&tag[..start]);
        match source.map_or(Ok(None), |_| self.picture(target))? {
            Some(data) => out.push_str(&data),
            None => out.push_str(&self.whole(target)),
        }
        out.push_str(&tag[start + len..]);
        Ok(())
    }

    /// A relative link as an address; other links stay.
    fn whole(&self, target: &str) -> String {
        let scheme = target.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
        if target.starts_with('#') || scheme {
            return target.to_owned();
        }
        // One level down, like the sheets.
        match target.strip_prefix("../") {
            Some(path) => format!("{}{path}", self.base),
            None => format!("{}{FROM}{}", self.base, target.trim_start_matches("./")),
        }
    }

    /// A picture beside one of the records as a data URL, in the size that pages show.
    fn picture(&self, target: &str) -> Result<Option<String>, Stop> {
        let leads = |address: String| route::relative(FROM, &address, false) == target;
        let mut files = self.records.iter().flat_map(|r| r.files.iter().map(move |f| (&r.id, f)));
        let named = files.find(|(id, f)| f.shown().map_or_else(|| leads(route::file(id, &f.name)), |name| leads(route::shown(id, &name))));
        let Some((_, file)) = named.filter(|(_, f)| f.media.is_cleaned()) else { return Ok(None) };
        let path = self.place.root.join(&*file.path);
        let bytes = self.session.fs.read(&path, media::MAX_CLEANED).map_err(|e| Stop::files(&e, &self.place.root))?;
        let Some(cleaned) = file.media.clean(bytes) else { return Ok(None) };
        let bytes = file.shown().and_then(|_| picture::shown(&cleaned.bytes)).unwrap_or(cleaned.bytes);
        let kind = picture::format(&bytes).unwrap_or("svg+xml");
        Ok(Some(format!("data:image/{kind};base64,{}", base64(&bytes))))
    }
}

/// The offset after the `>` that ends a tag; a `>` in quotes does not end it.
fn end_of_tag(tag: &str) -> usize {
    let mut quoted = false;
    for (at, byte) in tag.bytes().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b'>' if !quoted => return at + 1,
            _ => {}
        }
    }
    tag.len()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let n = three.iter().fold(0u32, |n, b| n << 8 | u32::from(*b)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let letter = LETTERS[(n >> (18 - 6 * place) & 63) as usize];
            out.push(if place > three.len() { '=' } else { char::from(letter) });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{base64, end_of_tag};

    #[test]
    fn base64_is_that_of_the_standard() {
        for (text, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(text.as_bytes()), expected);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
    }

    #[test]
    fn a_tag_ends_where_no_quote_is_open() {
        assert_eq!(end_of_tag("<a title=\"a > b\">x"), 17);
        assert_eq!(end_of_tag("<p>x"), 3);
        assert_eq!(end_of_tag("<p"), 2);
    }
}
