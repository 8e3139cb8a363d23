//! The search page: the form, which the script operates, and links to the years.
//!
//! In: the page context. Out: template `search`. Always: the page contains the number of segments that the script may load.

use crate::locale::Given;
use crate::plan::IndexPart;

use super::{PageCx, PageWriter, Written, frame, listing, structured_data, view};

pub(super) fn write(page_cx: &PageCx<'_>, out: &mut PageWriter<'_>) -> Written {
    out.template("search.html", &view(page_cx))
}

fn view(page_cx: &PageCx<'_>) -> view::SearchPage {
    let title = view::Text::plain(page_cx.word("search"));
    let mut page = frame::head(page_cx, title, "search/", "search", vec![frame::home_crumb(page_cx)]);
    page.description = page_cx.say("search_described", &[("site", Given::Text(page_cx.site_name().text.into()))]);
    let languages = std::iter::once(page_cx.lang()).chain(page_cx.site().lang_ids().filter(|l| *l != page_cx.lang()));
    let search = view::Search {
        titles: page_cx.segments(IndexPart::Titles),
        texts: page_cx.segments(IndexPart::Texts),
        languages: languages.map(|l| page_cx.site().lang(l).path.clone()).collect::<Vec<_>>().join(" "),
        index: if page_cx.is_portable() { "index.html" } else { "" },
        years: listing::years(page_cx, None, None),
    };
    page.data = structured_data::of_page(page_cx, &page);
    view::SearchPage { page, search }
}
