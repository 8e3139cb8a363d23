//! `linli list`: lists the records, with the translation state of each.
//!
//! In: the library, a selection. Out: a table for people, JSON for programs, CSV for spreadsheets. Always: one row per record in
//! order of id; codes in JSON and CSV do not change with the language of messages. The only file that names the csv crate.

use std::borrow::Cow;

use linli::diagnostic::{Arg, cells, nearest, one_line};
use linli::locale::Words;
use linli::record::envelope::Status;
use linli::record::{KINDS, Kind, Record, Translation};
use linli::value::LangId;
use serde::{Serialize, Serializer};

use super::args::{List, Listing};
use super::session::Session;
use super::{Exit, Stop, findings};

/// Maximum width of titles in the table, in cells.
const TITLE_CELLS: usize = 44;

#[derive(Serialize)]
struct Document<'a> {
    schema_version: u32,
    records: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    kind: &'static str,
    number: Option<&'a str>,
    title: &'a str,
    published: String,
    status: &'static str,
    /// State by the language's path, in the site's order.
    #[serde(serialize_with = "as_map")]
    languages: Vec<(&'a str, &'static str)>,
}

fn as_map<S: Serializer>(states: &[(&str, &'static str)], out: S) -> Result<S::Ok, S::Error> {
    out.collect_map(states.iter().copied())
}

pub(super) fn run(session: &Session, args: &List) -> Result<Exit, Stop> {
    let place = session.place(args.today.as_deref())?;
    let kind = args.kind.as_deref().map(|name| kind_named(session.words, name)).transpose()?;
    place.knows(args.content_lang.as_deref())?;
    let checked = linli::check(&place.request(session), &()).map_err(|f| Stop::failure(f, &place.root))?;
    let Some(site) = &checked.site else {
        let text = findings::print(session, &place.root, &checked.findings, super::args::Format::Human, false);
        session.screen.say_always(text.trim_end());
        return Ok(findings::exit(&checked.findings, false));
    };
    let langs: Vec<(LangId, &str)> = site.lang_ids().map(|id| (id, site.lang(id).path.as_str())).collect();
    let langs: Vec<_> = langs.into_iter().filter(|(_, path)| args.content_lang.as_deref().is_none_or(|l| l == *path)).collect();
    let wanted = |record: &Record| {
        let any = |test: fn(&Translation) -> bool| langs.iter().any(|(id, _)| test(record.translation(*id)));
        let is_draft = record.envelope.status() == Status::Draft;
        let all = !(args.missing || args.stale || args.drafts);
        kind.is_none_or(|kind| kind.folder == record.kind.folder)
            && (all
                || (args.missing && any(|t| *t == Translation::Missing))
                || (args.stale && any(|t| matches!(t, Translation::Stale { .. })))
                || (args.drafts && is_draft))
    };
    let rows: Vec<Row<'_>> = checked.library.records.iter().filter(|r| wanted(r)).map(|r| row(r, &langs)).collect();
    let shown = rows.len();
    let text = match args.format {
        Listing::Table => table(session.words, &rows, &langs),
        Listing::Csv => csv(&rows, &langs),
        Listing::Json => {
            let document = Document { schema_version: 1, records: rows };
            serde_json::to_string_pretty(&document).expect("strings and numbers always serialize") + "\n"
        }
    };
    session.screen.out(&text)?;
    if args.format == Listing::Table {
        session.screen.say(&session.words.say("cli-list-count", &[("count", shown.into())]));
    }
    // An incomplete list must not look complete.
    let all = linli::discover::content(&session.fs, &place.root, &site.languages.iter().map(|l| l.path.as_str()).collect::<Vec<_>>());
    let unread = all.map_or(0, |found| found.bundles.len().saturating_sub(checked.library.records.len()));
    if unread > 0 {
        session.screen.say_always(&session.words.say("cli-list-unread", &[("count", unread.into())]));
    }
    // An unfinished draft is not a mistake.
    let wrong = checked.findings.iter().any(linli::diagnostic::Diagnostic::is_error);
    Ok(if unread > 0 && wrong { Exit::Content } else { Exit::Fine })
}

/// A kind by any of its names, Chinese or English.
pub(super) fn kind_named(words: &Words, name: &str) -> Result<&'static Kind, Stop> {
    let names = || KINDS.iter().flat_map(|k| [k.folder, k.name].into_iter().chain(k.aliases.iter().copied()));
    Kind::named(name).ok_or_else(|| {
        let known: Vec<String> = KINDS.iter().map(|k| kind_name(words, k).to_owned()).collect();
        let near = nearest(name, names()).unwrap_or("");
        let message = if near.is_empty() { "cli-unknown-kind" } else { "cli-unknown-kind-near" };
        Stop::usage(message).arg("kind", name).arg("near", near).arg("known", Arg::OneOf(known))
    })
}

/// The name of a kind as people type it.
fn kind_name(words: &Words, kind: &'static Kind) -> &'static str {
    let chinese = words.say("cli-names-of-kinds", &[]) == "zh";
    kind.aliases.first().copied().filter(|_| chinese).unwrap_or(kind.name)
}

fn row<'a>(record: &'a Record, langs: &[(LangId, &'a str)]) -> Row<'a> {
    Row {
        id: record.id.as_str(),
        kind: record.kind.name,
        number: record.envelope.number.as_ref().map(|n| n.0.as_str()),
        title: record.envelope.title.primary(),
        published: record.envelope.published.to_string(),
        status: record.envelope.status().code(),
        languages: langs.iter().map(|(id, path)| (*path, state(record.translation(*id)))).collect(),
    }
}

fn state(translation: &Translation) -> &'static str {
    match translation {
        Translation::Original => "original",
        Translation::Translated => "translated",
        Translation::Stale { .. } => "stale",
        Translation::Missing => "missing",
        Translation::NotNeeded => "not_needed",
    }
}

/// Aligns columns by the width of their characters: a Han character takes two cells.
fn table(words: &Words, rows: &[Row<'_>], langs: &[(LangId, &str)]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let heads = ["cli-list-id", "cli-list-number", "cli-list-title", "cli-list-published"];
    let mut lines: Vec<Vec<String>> =
        vec![heads.iter().map(|id| words.say(id, &[])).chain(langs.iter().map(|(_, p)| (*p).to_owned())).collect()];
    for row in rows {
        let draft = if row.status == "published" { String::new() } else { words.say(&format!("cli-status-{}", row.status), &[]) };
        let mut line = vec![row.id.to_owned(), row.number.unwrap_or("").to_owned(), cut(&one_line(row.title)), row.published.clone()];
        line.extend(row.languages.iter().map(|(_, state)| words.say(&format!("cli-state-{}", state.replace('_', "-")), &[])));
        line.push(draft);
        lines.push(line);
    }
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| lines.iter().filter_map(|l| l.get(column)).map(|t| cells(t)).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for line in &lines {
        let padded = line.iter().zip(&widths).map(|(text, width)| format!("{text}{}", " ".repeat(width - cells(text))));
        out += padded.collect::<Vec<_>>().join("  ").trim_end();
        out.push('\n');
    }
    out
}

fn cut(title: &str) -> String {
    if cells(title) <= TITLE_CELLS {
        return title.to_owned();
    }
    let mut out = String::new();
    for c in title.chars() {
        if cells(&out) + cells(c.encode_utf8(&mut [0; 4])) > TITLE_CELLS - 3 {
            break;
        }
        out.push(c);
    }
    out + "..."
}

/// A text that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}").into() } else { cell.into() }
}

/// With a byte order mark, so that Excel reads Chinese.
fn csv(rows: &[Row<'_>], langs: &[(LangId, &str)]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let heads = ["id", "kind", "number", "title", "published", "status"].into_iter().chain(langs.iter().map(|(_, path)| *path));
    // Writing to memory fails only for rows of unequal length, and all have the columns of the head.
    let _ = writer.write_record(heads);
    for row in rows {
        let cells = [row.id, row.kind, row.number.unwrap_or(""), row.title, &row.published, row.status];
        let cells = cells.into_iter().chain(row.languages.iter().map(|(_, state)| *state));
        let _ = writer.write_record(cells.map(|cell| harmless(cell).into_owned()));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    format!("\u{FEFF}{}", String::from_utf8_lossy(&bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_is_a_formula() {
        for (title, cell) in [("=1+1", "'=1+1"), ("+86", "'+86"), ("-x", "'-x"), ("@sum", "'@sum"), ("停水", "停水"), ("", "")] {
            assert_eq!(harmless(title), cell);
        }
    }
}
