//! A record as one row of a list.
//!
//! In: the page context and a record. Out: a view, or the row as HTML. Always: a list is the same in every language; a record
//! without a translation is marked; the large date is the day of what the record tells, and the day of publication is small and
//! named.

use crate::record::envelope::Status;
use crate::record::view::Inline;
use crate::relate::Index;
use crate::value::LangId;

use super::{PageCx, view};

/// Whether a row names the kind of its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum KindLabel {
    /// In a list of one kind.
    Hidden,
    /// In a list of several kinds.
    Shown,
}

/// The view of a row.
pub(super) fn card(page_cx: &PageCx<'_>, index: Index, kind_label: KindLabel) -> view::Card {
    let record = page_cx.record(index);
    let is_withdrawn = record.envelope.status() == Status::Withdrawn;
    let summary = if is_withdrawn { Default::default() } else { record.fields.summary(&page_cx.view_cx(index)) };
    let published = record.envelope.published;
    let format = page_cx.language().format();
    let day = page_cx.day(index).filter(|_| !is_withdrawn).map(|day| view::DayBlock {
        date: page_cx.date(day),
        day: day.day().to_string(),
        month: format.month_short(day.year(), day.month()),
    });
    let mut tags = summary.tags;
    if is_withdrawn {
        tags.push(Inline::Tag { tone: "closed", text: page_cx.word("withdrawn") });
    }
    if record.envelope.status() == Status::Draft {
        tags.push(Inline::Tag { tone: "waiting", text: page_cx.word("draft") });
    }
    let is_missing = !record.has_language(page_cx.lang());
    let primary = page_cx.site().lang(LangId::PRIMARY);
    view::Card {
        url: page_cx.url(&page_cx.record_address(index)),
        title: page_cx.text(&record.envelope.title),
        day,
        published: page_cx.date(published),
        published_short: format.date_short((published.year(), published.month(), published.day())),
        published_label: page_cx.word("published_on"),
        kind: record.kind.folder.to_owned(),
        kind_label: match kind_label {
            KindLabel::Shown => page_cx.kind_word(record.kind),
            KindLabel::Hidden => String::new(),
        },
        tags,
        fact: summary.headline.into_iter().map(unlinked).collect(),
        untranslated: is_missing.then(|| page_cx.text_in(&primary.name, LangId::PRIMARY)),
    }
}

/// Rows of a list of several kinds, as HTML.
pub(super) fn rows(page_cx: &PageCx<'_>, records: impl Iterator<Item = Index>) -> String {
    let row = |index: Index| {
        let url = page_cx.url(&page_cx.record_address(index));
        page_cx.cached_row(url, |page_cx| {
            let mut html = String::with_capacity(512);
            view::cards::row(&mut html, &card(page_cx, index, KindLabel::Shown));
            html
        })
    };
    view::cards::list(records, |out, index| out.push_str(&row(index).html))
}

/// Rows of a list of one kind, as HTML.
pub(super) fn rows_of_kind(page_cx: &PageCx<'_>, records: &[Index]) -> String {
    view::cards::html(&records.iter().map(|&i| card(page_cx, i, KindLabel::Hidden)).collect::<Vec<_>>())
}

/// The fact of a row is beside the row's own link, so it contains no links.
fn unlinked(inline: Inline) -> Inline {
    match inline {
        Inline::Link { text, lang, dir, .. } | Inline::Download { text, lang, dir, .. } => Inline::Text { text, lang, dir },
        Inline::Tel { text, .. } => Inline::Code { text },
        other => other,
    }
}
