//! The front page at `/`: all languages side by side.
//!
//! In: the page context. Out: template `front`.

use super::{PageCx, PageWriter, Written, frame, home, structured_data, view};

/// Number of records shown in each language.
const LATEST: usize = 5;

pub(super) fn write(page_cx: &PageCx<'_>, out: &mut PageWriter<'_>) -> Written {
    out.template("front.html", &view(page_cx))
}

fn view(page_cx: &PageCx<'_>) -> view::FrontPage {
    let names: Vec<String> = page_cx.site().lang_ids().map(|l| page_cx.in_language(l).site_name().text).collect();
    let mut distinct = names.clone();
    distinct.dedup();
    let mut page = frame::head(page_cx, view::Text::plain(distinct.join(" · ")), "", "home", Vec::new());
    page.description = home::site_description(page_cx);
    home::default_alternate(page_cx, &mut page);
    page.fonts = frame::font_sheets(page_cx, page_cx.site().lang_ids());
    page.data = structured_data::of_site(page_cx, &page);
    let half = |lang| {
        let page_cx = &page_cx.in_language(lang);
        view::FrontHalf {
            lang: frame::lang_view(page_cx, lang),
            name: page_cx.site_name(),
            url: page_cx.local(""),
            urgent: home::urgent(page_cx),
            latest: home::latest(page_cx, LATEST),
            contact: frame::contact(page_cx),
        }
    };
    view::FrontPage { page, halves: page_cx.site().lang_ids().map(half).collect(), built: page_cx.date(page_cx.today()) }
}
