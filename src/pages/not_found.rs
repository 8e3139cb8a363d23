//! The page for addresses that do not exist.
//!
//! In: the page context. Out: template `404`. Always: the page is served for any address, so its links start at the root of the
//! site.

use super::{PageCx, PageWriter, Written, frame, view};

pub(super) fn write(page_cx: &PageCx<'_>, out: &mut PageWriter<'_>) -> Written {
    out.template("404.html", &view(page_cx))
}

fn view(page_cx: &PageCx<'_>) -> view::NotFoundPage {
    let base = &page_cx.site().config.base_url;
    let root = base.split_once("://").and_then(|(_, rest)| rest.find('/').map(|i| rest[i..].to_owned())).unwrap_or_else(|| "/".to_owned());
    let mut page = frame::head(page_cx, view::Text::plain(page_cx.word("not_found")), "", "", Vec::new());
    page.root.clone_from(&root);
    page.canonical = String::new();
    page.alternates = Vec::new();
    page.noindex = true;
    page.fonts = frame::font_sheets(page_cx, page_cx.site().lang_ids());
    page.feeds = Vec::new();
    for switch in &mut page.switch {
        switch.url = format!("{root}{}", switch.url);
    }
    let half = |lang| {
        let page_cx = &page_cx.in_language(lang);
        view::NotFoundHalf { lang: frame::lang_view(page_cx, lang), name: page_cx.site_name(), url: format!("{root}{}", page_cx.local("")) }
    };
    view::NotFoundPage { page, halves: page_cx.site().lang_ids().map(half).collect() }
}
