//! The page of a tag: all records with it, by year.
//!
//! In: the page context and the tag. Out: template `tag`.

use crate::locale::Given;

use super::{PageCx, PageWriter, Written, card, frame, listing, structured_data, view};

pub(super) fn write(page_cx: &PageCx<'_>, tag: &str, out: &mut PageWriter<'_>) -> Written {
    out.template("tag.html", &view(page_cx, tag))
}

fn view(page_cx: &PageCx<'_>, tag: &str) -> view::ListPage {
    let records = page_cx.tagged(tag);
    let name = page_cx.tag_name(tag);
    let title = page_cx.say("topic", &[("topic", Given::Text(name.text.clone().into()))]);
    let crumb = view::Link { url: page_cx.local("tags/"), title: view::Text::plain(page_cx.word("all_topics")) };
    let mut page =
        frame::head(page_cx, view::Text::plain(title.clone()), &format!("tags/{tag}/"), "tags", vec![frame::home_crumb(page_cx), crumb]);
    page.description = listing::described(page_cx, &title, records.len());
    let by_year = listing::grouped(records.iter().map(|&i| (page_cx.record(i).envelope.published.year(), i)));
    let groups = by_year.into_iter().map(|(year, records)| view::Group {
        id: format!("y-{year}"),
        title: page_cx.language().format().year(year),
        count: page_cx.count(records.len()),
        cards: card::rows(page_cx, records.into_iter()),
    });
    let listing = view::Listing {
        title: view::Text::plain(title),
        lead: listing::counted(page_cx, records.len()),
        groups: groups.collect(),
        ..view::Listing::default()
    };
    page.data = structured_data::of_list(page_cx, &page);
    view::ListPage { page, list: listing }
}
