//! The posting sheet: a record on paper, in all its languages.
//!
//! In: the page context and a record. Out: template `sheet` for one, `sheets` for many in one file. Always: the primary language
//! comes first; ids are unique on a page.

use crate::record::view::{Block, Figure, Inline, Section};
use crate::relate::Index;
use crate::value::{LangId, Money, Ref};

use super::record_head::OriginalLink;
use super::share::SquareCode;
use super::{PageCx, PageWriter, Written, body, frame, record_head, share, view};

/// Only amounts in this currency are written in capitals.
const YUAN: &str = "CNY";

pub(super) fn write(page_cx: &PageCx<'_>, index: Index, out: &mut PageWriter<'_>) -> Written {
    out.template("sheet.html", &view(page_cx, index))
}

/// Many sheets in one file; `style` is the text of all style sheets.
pub fn write_many(page_cx: &PageCx<'_>, records: &[Index], title: &str, style: String, out: &mut PageWriter<'_>) -> Written {
    out.template("sheets.html", &sheets(page_cx, records, title.to_owned(), style))
}

/// The languages of a sheet: those that the record needs.
pub(super) fn languages<'a>(page_cx: &'a PageCx<'_>, index: Index) -> impl Iterator<Item = LangId> + 'a {
    let record = page_cx.record(index);
    page_cx.site().lang_ids().filter(move |lang| record.needs_language(*lang))
}

fn view(page_cx: &PageCx<'_>, index: Index) -> view::SheetPage {
    let record = page_cx.record(index);
    let mut page = frame::head(page_cx, page_cx.text(&record.envelope.title), "", record.kind.folder, Vec::new());
    page.alternates = Vec::new();
    page.switch = Vec::new();
    page.canonical = page_cx.absolute(&page_cx.record_address(index));
    page.noindex = true;
    page.description = record_head::description(page_cx, index);
    page.code_css = page_cx.site().lang_ids().any(|lang| page_cx.body(index, lang).is_some_and(|b| b.has_code));
    page.fonts = frame::font_sheets(page_cx, languages(page_cx, index));
    view::SheetPage { page, sheet: posting(page_cx, index, "") }
}

fn sheets(page_cx: &PageCx<'_>, records: &[Index], title: String, style: String) -> view::SheetsPage {
    let sheet = |&index: &Index| {
        let number = page_cx.record(index).envelope.number.as_ref();
        posting(page_cx, index, &number.map_or_else(String::new, |n| format!("n{}-", n.0)))
    };
    view::SheetsPage { title, style, sheets: records.iter().map(sheet).collect() }
}

/// One sheet; `prefix` keeps its ids distinct from those of other sheets on the page.
fn posting(page_cx: &PageCx<'_>, index: Index, prefix: &str) -> view::Sheet {
    let record = page_cx.record(index);
    view::Sheet {
        number: record.envelope.number.as_ref().map_or_else(String::new, |n| n.0.clone()),
        kind: record.kind.folder.to_owned(),
        code: share::code_box(page_cx, index, SquareCode::Shown),
        halves: languages(page_cx, index).map(|lang| half(&page_cx.in_language(lang), index, prefix)).collect(),
    }
}

/// One language of the sheet.
fn half(page_cx: &PageCx<'_>, index: Index, prefix: &str) -> view::SheetHalf {
    let record = page_cx.record(index);
    let cx = page_cx.view_cx(index);
    let kind_view = record.fields.view(&cx);
    let is_translated = record.has_language(page_cx.lang());
    let publisher = record_head::publisher(page_cx, record);
    view::SheetHalf {
        lang: frame::lang_view(page_cx, page_cx.lang()),
        name: page_cx.site_name(),
        kind_label: page_cx.kind_word(record.kind),
        title: page_cx.text(&record.envelope.title),
        tags: kind_view.tags,
        facts: kind_view.facts,
        capitals: capitals(page_cx, index),
        notices: record_head::notices(page_cx, index, OriginalLink::Hidden),
        body: if is_translated { body::html(page_cx, index, &format!("{prefix}{}-", page_cx.language().path)) } else { None },
        sections: if is_translated { kind_view.sections.into_iter().filter(|s| !s.repeats).map(without_ids).collect() } else { Vec::new() },
        publisher: publisher.map(|p| vec![cx.link(&p)]).unwrap_or_default(),
        published: page_cx.date(record.envelope.published),
        posting: record.envelope.posting.map(|p| vec![cx.open_period(p)]).unwrap_or_default(),
        phones: phones(page_cx, index),
        url: page_cx.url(&page_cx.record_address(index)),
    }
}

/// Whom to call: the publisher, and whoever else the record says to turn to, by name. If none of them has a telephone, the site's.
fn phones(page_cx: &PageCx<'_>, index: Index) -> Vec<Vec<Inline>> {
    let record = page_cx.record(index);
    let cx = page_cx.view_cx(index);
    let publisher = record_head::publisher(page_cx, record);
    let facets = record.facets;
    let named = facets.contact.iter().chain(facets.deadlines.iter().filter_map(|d| d.contact.as_ref()));
    let mut asked: Vec<&Ref> = Vec::new();
    for organization in publisher.iter().chain(named) {
        if !asked.iter().any(|known| known.id == organization.id) {
            asked.push(organization);
        }
    }
    let line = |organization: &&Ref| {
        let shown = page_cx.find(&organization.id).filter(|i| page_cx.is_shown(*i))?;
        let phone = page_cx.record(shown).facets.phone.as_deref()?;
        let is_publisher = publisher.as_ref().is_some_and(|p| p.id == organization.id);
        let name = (!is_publisher).then(|| [cx.link_to(&organization.id), cx.plain(" ")]);
        Some(name.into_iter().flatten().chain([cx.tel(phone)]).collect())
    };
    let lines: Vec<Vec<Inline>> = asked.iter().filter_map(line).collect();
    if !lines.is_empty() {
        return lines;
    }
    frame::phone(page_cx).map(|phone| vec![phone]).into_iter().collect()
}

/// The main amounts in capitals, for readers of Chinese.
fn capitals(page_cx: &PageCx<'_>, index: Index) -> Vec<view::InCapitals> {
    if page_cx.site().config.currency != YUAN || !page_cx.language().tag.starts_with("zh") {
        return Vec::new();
    }
    let record = page_cx.record(index);
    let cx = page_cx.view_cx(index);
    let in_capitals = |(word, amount): &(&str, Money)| {
        Some(view::InCapitals { label: page_cx.word(word), amount: vec![cx.money(*amount)], words: amount.in_capitals()? })
    };
    record.facets.amounts.iter().filter_map(in_capitals).collect()
}

/// Removes ids: each section is on the sheet once per language, so its id would not be unique.
fn without_ids(mut section: Section) -> Section {
    for block in &mut section.blocks {
        match block {
            Block::Table { table } | Block::Figure { figure: Figure { table, .. } } => {
                table.rows.iter_mut().chain(&mut table.foot).for_each(|row| row.id.clear());
            }
            Block::Week { week } => week.days.iter_mut().flat_map(|d| &mut d.entries).for_each(|entry| entry.id.clear()),
            Block::Steps { steps } => steps.iter_mut().for_each(|step| step.id.clear()),
            Block::Decisions { decisions } => decisions.iter_mut().for_each(|decision| decision.id.clear()),
            _ => {}
        }
    }
    section
}
