//! Pieces that the views of several kinds share.
//!
//! In: the view's context and values. Out: sections, facts, joined inlines, occurrences, lists of records. Always: an
//! empty part is left out; no kind is named.

use super::{Block, Cell, Fact, Figure, Inline, Section};
use crate::record::codelists::OccurrenceState;
use crate::record::facet::Occurrence;
use crate::record::field::CodeList;
use crate::record::view_cx::ViewCx;
use crate::value::{DateTime, FileName, RecordId, Ref, TimeRange};

/// How many records a list of "what happens here" shows at most.
const MOST_RECORDS: usize = 20;

/// A section with its title from the catalogue (`revenue_section_lines`); none without blocks.
pub fn section(cx: &ViewCx<'_>, id: &'static str, mut blocks: Vec<Block>) -> Option<Section> {
    let title = cx.word(&format!("{}_section_{id}", cx.kind));
    for block in &mut blocks {
        // A table named as its section is, is not named again.
        if let Block::Table { table } = block
            && table.caption == title
        {
            *block = Block::Figure { figure: Figure { table: std::mem::take(table), ..Figure::default() } };
        }
    }
    (!blocks.is_empty()).then_some(Section { id, title, blocks, repeats: false })
}

/// A section that says again what facts and tables say; paper goes without it.
pub fn repeating(section: Option<Section>) -> Option<Section> {
    section.map(|section| Section { repeats: true, ..section })
}

/// A file beside the record, by the title the record gives it, else by its name.
pub fn file_link(cx: &ViewCx<'_>, file: &FileName) -> Inline {
    match cx.envelope.attachments.iter().find(|a| a.file == *file) {
        None => cx.file(file, file.0.to_string()),
        Some(attachment) => {
            let (words, lang) = cx.words_of(&attachment.title);
            cx.file_in(file, words.to_owned(), cx.marks(lang))
        }
    }
}

/// A link to an item by the title of the record it stands in.
pub fn link_into(cx: &ViewCx<'_>, target: &Ref) -> Inline {
    let mut link = cx.link_to(&target.id);
    if let (Inline::Link { url, .. }, Some(address)) = (&mut link, cx.records.address(target, cx.lang)) {
        *url = cx.url(&address);
    }
    link
}

/// Parts on one line, separated by a middle dot; a part is one inline or a run of them.
pub fn dotted<P: Into<Vec<Inline>>>(parts: impl IntoIterator<Item = P>) -> Vec<Inline> {
    let mut line = Vec::new();
    for part in parts {
        if !line.is_empty() {
            line.push(Inline::Text { text: " · ".to_owned(), lang: None, dir: None });
        }
        line.extend(part.into());
    }
    line
}

/// Words of codes, joined as the language joins them.
pub fn codes(cx: &ViewCx<'_>, list: &CodeList, codes: impl Iterator<Item = &'static str>) -> Inline {
    cx.list(&codes.map(|code| cx.code_word(list, code)).collect::<Vec<_>>())
}

/// A fact with one link a line; `None` without links.
pub fn links<'r>(cx: &ViewCx<'_>, field: &str, refs: impl IntoIterator<Item = &'r Ref>) -> Option<Fact> {
    let lines: Vec<Vec<Inline>> = refs.into_iter().map(|r| vec![cx.link(r)]).collect();
    (!lines.is_empty()).then(|| cx.fact_lines(field, lines))
}

/// Names of spoken languages: a word of the catalogue (`spoken_zh`), else the tag itself.
pub fn spoken(cx: &ViewCx<'_>, tags: &[String]) -> Inline {
    let name = |tag: &String| {
        let id = format!("spoken_{}", tag.to_lowercase().replace('-', "_"));
        let word = cx.word(&id);
        if word == id { tag.clone() } else { word }
    };
    cx.list(&tags.iter().map(name).collect::<Vec<_>>())
}

/// Heads of columns, each the label of a field; figures are marked with `#`.
pub fn head(cx: &ViewCx<'_>, fields: &[&str]) -> Vec<Cell> {
    let column = |field: &&str| Cell { content: vec![cx.plain(cx.label(field.trim_start_matches('#')))], num: field.starts_with('#') };
    fields.iter().map(column).collect()
}

/// When something takes place, with the weekday: people plan by it.
pub fn span(cx: &ViewCx<'_>, from: DateTime, to: Option<DateTime>) -> Vec<Inline> {
    match to.filter(|to| *to > from) {
        Some(to) if to.date == from.date => {
            vec![cx.date_weekday(from.date), cx.plain(" "), cx.time_range(TimeRange { from: from.time, to: to.time })]
        }
        Some(to) => vec![cx.datetime_range(from, Some(to))],
        None => vec![cx.datetime(from)],
    }
}

/// When an occurrence takes place, with its state where it differs: cancelled, moved, tentative.
pub fn occurrence(cx: &ViewCx<'_>, o: &Occurrence) -> Vec<Inline> {
    let mut line = span(cx, o.start, o.end);
    let tone = match o.state {
        OccurrenceState::Confirmed => None,
        OccurrenceState::Cancelled => Some("closed"),
        OccurrenceState::Tentative | OccurrenceState::Moved => Some("waiting"),
    };
    if let Some(tone) = tone {
        line.extend([cx.plain(" "), Inline::Tag { tone, text: cx.word(&format!("occurrence_{}", o.state.code())) }]);
    }
    if o.start.date != o.original {
        let was = cx.date(o.original);
        line.extend([cx.plain(" "), cx.plain(cx.word("occurrence_instead_of")), cx.plain(" "), was]);
    }
    if let Some(note) = &o.note {
        line.extend([cx.plain(" "), cx.text(note)]);
    }
    line
}

/// Records that belong here: those with a next date first, soonest first, then the newest others.
pub fn happens(cx: &ViewCx<'_>, ids: Vec<RecordId>) -> Vec<Block> {
    let (mut coming, mut others) = (Vec::new(), Vec::new());
    for id in ids {
        match cx.records.upcoming(&id).into_iter().find(|o| o.state != OccurrenceState::Cancelled) {
            Some(next) => coming.push((next, id)),
            None => others.push(id),
        }
    }
    crate::order::sort_by_key(&mut coming, |(next, _)| next.start);
    let coming: Vec<Vec<Inline>> =
        coming.iter().map(|(next, id)| [span(cx, next.start, next.end), vec![cx.plain(" "), cx.link_to(id)]].concat()).collect();
    let others: Vec<Vec<Inline>> = others.iter().take(MOST_RECORDS).map(|id| vec![cx.link_to(id)]).collect();
    [coming, others].into_iter().filter(|rows| !rows.is_empty()).map(|rows| Block::List { rows }).collect()
}
