//! The page of a year: everything that was published in it, by month.
//!
//! In: the page context, the year, and the kind unless it is of all kinds. Out: template `year`.

use crate::locale::Given;
use crate::record::Kind;
use crate::relate::Index;

use super::{PageCx, PageWriter, Written, card, frame, listing, structured_data, view};

pub(super) fn write(page_cx: &PageCx<'_>, kind: Option<&'static Kind>, year: i16, out: &mut PageWriter<'_>) -> Written {
    out.template("year.html", &view(page_cx, kind, year))
}

fn view(page_cx: &PageCx<'_>, kind: Option<&'static Kind>, year: i16) -> view::ListPage {
    let records = page_cx.year(kind, year);
    let year_arg = || ("year", Given::Text(year.to_string().into()));
    let title = match kind {
        Some(kind) => page_cx.say("year_of_kind", &[year_arg(), ("kind", Given::Text(page_cx.kind_word(kind).into()))]),
        None => page_cx.say("year_all", &[year_arg()]),
    };
    let below = kind.map_or(format!("all/{year}/"), |k| format!("{}/all/{year}/", k.folder));
    let mut breadcrumb = vec![frame::home_crumb(page_cx)];
    breadcrumb.extend(kind.map(|k| frame::kind_crumb(page_cx, k)));
    let section = kind.map_or("home", |k| k.folder);
    let mut page = frame::head(page_cx, view::Text::plain(title.clone()), &below, section, breadcrumb);
    page.description = listing::described(page_cx, &title, records.len());
    let by_month = listing::grouped(records.iter().map(|(index, date)| (date.month(), *index)));
    let groups = by_month.into_iter().map(|(month, records): (i8, Vec<Index>)| view::Group {
        id: format!("m-{month:02}"),
        title: page_cx.language().format().month(year, month),
        count: page_cx.count(records.len()),
        cards: match kind {
            Some(_) => card::rows_of_kind(page_cx, &records),
            None => card::rows(page_cx, records.into_iter()),
        },
    });
    let kinds = page_cx.kinds_of_year(year).into_iter().map(|(other, n)| view::CountLink {
        url: page_cx.local(&format!("{}/all/{year}/", other.folder)),
        title: view::Text::plain(page_cx.kind_word(other)),
        count: page_cx.count(n),
        current: kind.is_some_and(|k| k.folder == other.folder),
    });
    let listing = view::Listing {
        title: view::Text::plain(title),
        lead: listing::counted(page_cx, records.len()),
        calendar: None,
        groups: groups.collect(),
        years: listing::years(page_cx, kind, Some(year)),
        kinds: kinds.collect(),
        tree: Vec::new(),
    };
    page.data = structured_data::of_list(page_cx, &page);
    view::ListPage { page, list: listing }
}
