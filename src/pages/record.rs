//! The page of a record: facts first, then its text, then related records and files.
//!
//! In: the page context and the record. Out: template `record`, the kind's own template if it has one, or `page` for plain pages.
//! Always: a page in a language without a translation says so before the text.

use std::collections::BTreeMap;

use crate::locale::Given;
use crate::record::KINDS;
use crate::record::envelope::{AttachmentKind, Correction, Relation};
use crate::record::structured_data::StructuredData;
use crate::record::view::{Fact, Inline};
use crate::relate::Index;
use crate::value::{Ref, Slug};

use super::cx::RecordFacts;
use super::record_head::OriginalLink;
use super::share::SquareCode;
use super::{PageCx, PageWriter, Written, body, explain, record_head, share, structured_data, view};

/// Other records that name this one, per kind; with more of them the year pages serve better.
const BACKLINKS: usize = 10;

pub(super) fn write(page_cx: &PageCx<'_>, index: Index, out: &mut PageWriter<'_>) -> Written {
    let record = page_cx.record(index);
    let template = if record.kind.listed { out.record_template(record.kind.folder) } else { "page.html".to_owned() };
    out.template(&template, &view(page_cx, index)).map_err(|finding| Box::new(finding.arg("record", record.id.as_str())))
}

fn view(page_cx: &PageCx<'_>, index: Index) -> view::RecordPage {
    let record = page_cx.record(index);
    let cx = page_cx.view_cx(index);
    let mut kind_view = record.fields.view(&cx);
    if !record.envelope.explain.is_empty() {
        kind_view.sections.push(explain::section(page_cx, index));
    }
    let body = body::html(page_cx, index, "");
    let is_page = !record.kind.listed;
    let share = (!is_page).then(|| share::share(page_cx, index, &kind_view.headline));
    let mut page = record_head::head(page_cx, index);
    page.code_css = page_cx.body_shown(index).is_some_and(|(b, _)| b.has_code);
    let neighbors = page_cx.neighbors(index);
    // The square code of a record with a number is on its posting sheet.
    let square_code = if record.envelope.number.is_none() { SquareCode::Shown } else { SquareCode::Hidden };
    let data = if page.noindex { StructuredData::default() } else { record.fields.structured_data(&cx) };
    page.data = structured_data::of_record(page_cx, index, &page, data);
    let view = view::RecordView {
        id: record.id.to_string(),
        kind: record.kind.folder.to_owned(),
        kind_label: if is_page { String::new() } else { page_cx.kind_word(record.kind) },
        title: page_cx.title(index),
        number: record.envelope.number.as_ref().map(|n| n.0.clone()),
        published: page_cx.date(record.envelope.published),
        summary: record.envelope.summary.as_ref().map(|s| page_cx.text(s)),
        notices: record_head::notices(page_cx, index, OriginalLink::Shown),
        view: kind_view,
        body,
        attachments: attachments(page_cx, index),
        corrections: corrections(page_cx, index),
        topics: topics(page_cx, record),
        related: related(page_cx, index),
        backlinks: if is_page { Vec::new() } else { backlinks(page_cx, index) },
        meta: if is_page { Vec::new() } else { meta(page_cx, index) },
        older: neighbors.0.filter(|_| !is_page).map(|i| page_cx.record_link(i)),
        newer: neighbors.1.filter(|_| !is_page).map(|i| page_cx.record_link(i)),
        calendar: page_cx.calendar_of(index).map(|calendar| page_cx.calendar_link(&calendar)),
        sheet: record.envelope.number.as_ref().map(|number| sheet_link(page_cx, index, &number.0)),
        code: (!is_page).then(|| share::code_box(page_cx, index, square_code)),
        share,
        built: (is_page && record.id.stem() == "about").then(|| page_cx.date(page_cx.today())),
    };
    view::RecordPage { page, record: view }
}

/// The link to the posting sheet says in how many languages the sheet is.
fn sheet_link(page_cx: &PageCx<'_>, index: Index, number: &str) -> view::Link {
    let languages = super::sheet::languages(page_cx, index).count();
    let words = page_cx.say("posting_sheet", &[("languages", Given::Int(languages as i64))]);
    view::Link { url: page_cx.url(&format!("{number}/")), title: view::Text::plain(words) }
}

fn attachments(page_cx: &PageCx<'_>, index: Index) -> Vec<view::Attachment> {
    let record = page_cx.record(index);
    let cx = page_cx.view_cx(index);
    let attachments = record.envelope.attachments.iter().filter_map(|attachment| {
        let file = record.files.iter().find(|f| *f.name == *attachment.file.0)?;
        let mut title = page_cx.text(&attachment.title);
        if let Some(kind) = attachment.kind.filter(|k| *k != AttachmentKind::Other) {
            title.text = format!("{} ({})", title.text, cx.code_word(&AttachmentKind::LIST, kind.code()));
            if page_cx.language().is_han() {
                title.text = title.text.replace(" (", "（").replace(')', "）");
            }
        }
        Some(view::Attachment {
            url: cx.file_url(&attachment.file),
            download: file.media == crate::media::Media::Download,
            title,
            format: format_name(&file.name),
            size: page_cx.language().format().bytes(file.len),
            hash_short: file.hash.to_string().chars().take(8).collect(),
            hash: file.hash.to_string(),
        })
    });
    attachments.collect()
}

fn corrections(page_cx: &PageCx<'_>, index: Index) -> Vec<view::Correction> {
    let record = page_cx.record(index);
    let cx = page_cx.view_cx(index);
    let correction = |c: &Correction| {
        let mut text = vec![Inline::Code { text: c.field.clone() }, cx.plain(" ")];
        if let (Some(old), Some(new)) = (&c.old, &c.new) {
            text.extend([
                Inline::Num { value: old.clone(), text: old.clone() },
                cx.plain(" → "),
                Inline::Num { value: new.clone(), text: new.clone() },
                cx.plain(" "),
            ]);
        }
        text.push(cx.text(&c.reason));
        if let Some(by) = &c.approved_by {
            text.extend([cx.plain(" · "), cx.ref_or_text(by)]);
        }
        view::Correction { date: page_cx.date(c.date), text }
    };
    record.envelope.corrections.iter().map(correction).collect()
}

fn topics(page_cx: &PageCx<'_>, record: RecordFacts<'_>) -> Vec<view::Link> {
    let link = |tag: &Slug| view::Link { url: page_cx.local(&format!("tags/{tag}/")), title: page_cx.tag_name(&tag.0) };
    record.envelope.tags.iter().map(link).collect()
}

fn related(page_cx: &PageCx<'_>, index: Index) -> Vec<view::LinkGroup> {
    let record = page_cx.record(index);
    let mut groups: BTreeMap<Option<Relation>, Vec<view::RecordLink>> = BTreeMap::new();
    for link in &record.envelope.related {
        if let Some(to) = page_cx.find(&link.to.id).filter(|i| page_cx.is_shown(*i)) {
            groups.entry(link.rel).or_default().push(page_cx.dated_link(to));
        }
    }
    let title = |rel: Option<Relation>| rel.map_or(String::new(), |r| page_cx.word(&format!("code_{}_{}", Relation::LIST.name, r.code())));
    groups.into_iter().map(|(rel, links)| view::LinkGroup { title: title(rel), links }).collect()
}

fn backlinks(page_cx: &PageCx<'_>, index: Index) -> Vec<view::LinkGroup> {
    let mut groups: BTreeMap<usize, Vec<Index>> = BTreeMap::new();
    for link in page_cx.backlinks(index) {
        let folder = page_cx.record(link.from).kind.folder;
        let group = groups.entry(KINDS.iter().position(|k| k.folder == folder).unwrap_or(0)).or_default();
        if group.len() < BACKLINKS && link.from != index && !group.contains(&link.from) {
            group.push(link.from);
        }
    }
    let groups = groups.into_iter().filter(|(_, links)| !links.is_empty());
    groups
        .map(|(kind, links)| view::LinkGroup {
            title: page_cx.kind_word(KINDS[kind]),
            links: links.into_iter().map(|i| page_cx.dated_link(i)).collect(),
        })
        .collect()
}

fn meta(page_cx: &PageCx<'_>, index: Index) -> Vec<Fact> {
    let record = page_cx.record(index);
    let cx = page_cx.view_cx(index);
    let envelope = record.envelope;
    let mut facts = Vec::new();
    let mut add = |word: &str, line: Vec<Inline>| facts.push(Fact { label: page_cx.word(word), lines: vec![line] });
    if let Some(publisher) = record_head::publisher(page_cx, record) {
        add("publisher", vec![cx.link(&publisher)]);
    }
    add("published", vec![page_cx.time_inline(envelope.published)]);
    if let Some(revised) = envelope.revised {
        add("revised", vec![page_cx.time_inline(revised)]);
    }
    if let Some(posting) = envelope.posting {
        add("posting_period", vec![cx.open_period(posting)]);
    }
    for (word, person) in [("prepared_by", &envelope.prepared_by), ("reviewed_by", &envelope.reviewed_by)] {
        if let Some(person) = person {
            let at = Ref { id: person.id.clone(), fragment: None };
            let role = person.fragment.as_deref().map(|_| cx.link(person));
            let line = match role {
                Some(role) if role != cx.link(&at) => vec![cx.link(&at), cx.plain(" · "), role],
                _ => vec![cx.link(&at)],
            };
            add(word, line);
        }
    }
    if !envelope.basis.is_empty() {
        facts.push(Fact { label: page_cx.word("basis"), lines: envelope.basis.iter().map(|b| vec![cx.text(b)]).collect() });
    }
    facts
}

/// The common name of a file type: `PDF`, `JPEG`.
fn format_name(file: &str) -> String {
    let extension = file.rsplit_once('.').map_or("", |(_, e)| e).to_ascii_uppercase();
    match extension.as_str() {
        "JPG" => "JPEG".to_owned(),
        _ => extension,
    }
}
