//! The page at an old address of a record: it leads to the new one.
//!
//! In: the page context and the record. Out: template `alias`.

use crate::relate::Index;

use super::{PageCx, PageWriter, Written, frame, view};

pub(super) fn write(page_cx: &PageCx<'_>, index: Index, out: &mut PageWriter<'_>) -> Written {
    out.template("alias.html", &view(page_cx, index))
}

fn view(page_cx: &PageCx<'_>, index: Index) -> view::AliasPage {
    let target = page_cx.record_link(index);
    let mut page = frame::head(page_cx, view::Text::plain(page_cx.word("moved")), "", "", Vec::new());
    page.canonical = page_cx.absolute(&page_cx.record_address(index));
    page.alternates = Vec::new();
    page.noindex = true;
    page.switch = Vec::new();
    view::AliasPage { page, target }
}
