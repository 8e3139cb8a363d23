//! The page of all tags, by name.
//!
//! In: the page context. Out: template `tags`.

use super::{PageCx, PageWriter, Written, frame, structured_data, view};

pub(super) fn write(page_cx: &PageCx<'_>, out: &mut PageWriter<'_>) -> Written {
    out.template("tags.html", &view(page_cx))
}

fn view(page_cx: &PageCx<'_>) -> view::TagsPage {
    let title = view::Text::plain(page_cx.word("all_topics"));
    let format = page_cx.language().format();
    let mut tags: Vec<view::CountLink> = page_cx
        .tags()
        .map(|(tag, n)| view::CountLink {
            url: page_cx.local(&format!("tags/{tag}/")),
            title: page_cx.tag_name(tag),
            count: page_cx.count(n),
            current: false,
        })
        .collect();
    tags.sort_by_cached_key(|t| (format.sort_key(&t.title.text), t.url.clone()));
    let mut page = frame::head(page_cx, title.clone(), "tags/", "tags", vec![frame::home_crumb(page_cx)]);
    page.data = structured_data::of_list(page_cx, &page);
    view::TagsPage { page, title, tags }
}
