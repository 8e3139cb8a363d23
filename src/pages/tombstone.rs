//! The page of a withdrawn record: at the record's address, with the reason for the withdrawal.
//!
//! In: the page context and the record. Out: template `tombstone`.

use crate::relate::Index;

use super::{PageCx, PageWriter, Written, record_head, view};

pub(super) fn write(page_cx: &PageCx<'_>, index: Index, out: &mut PageWriter<'_>) -> Written {
    out.template("tombstone.html", &view(page_cx, index))
}

fn view(page_cx: &PageCx<'_>, index: Index) -> view::TombstonePage {
    let record = page_cx.record(index);
    let withdrawal = record.envelope.withdrawn.as_ref();
    let mut page = record_head::head(page_cx, index);
    page.description = String::new();
    view::TombstonePage {
        page,
        record: view::Tombstone {
            title: page_cx.title(index),
            number: record.envelope.number.as_ref().map(|n| n.0.clone()),
            kind_label: page_cx.kind_word(record.kind),
            published: page_cx.date(record.envelope.published),
            withdrawn: page_cx.date(withdrawal.map_or(record.envelope.published, |w| w.date)),
            reason: withdrawal.map(|w| page_cx.text(&w.reason)).unwrap_or_default(),
        },
    }
}
