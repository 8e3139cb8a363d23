//! The page of a month: the events of one kind, to be printed.
//!
//! In: the page context, the kind and the month. Out: template `month`.

use crate::locale::Given;
use crate::plan::{Calendar, Month};
use crate::record::Kind;

use super::{PageCx, PageWriter, Written, calendar, frame, structured_data, view};

pub(super) fn write(page_cx: &PageCx<'_>, kind: &'static Kind, month: Month, out: &mut PageWriter<'_>) -> Written {
    out.template("month.html", &view(page_cx, kind, month))
}

fn view(page_cx: &PageCx<'_>, kind: &'static Kind, month: Month) -> view::MonthPage {
    let name = page_cx.language().format().month(month.year, month.month);
    let args = [("month", Given::Text(name.into())), ("kind", Given::Text(page_cx.kind_word(kind).into()))];
    let title = view::Text::plain(page_cx.say("calendar_month_of_kind", &args));
    let breadcrumb = vec![frame::home_crumb(page_cx), frame::kind_crumb(page_cx, kind)];
    let mut page = frame::head(page_cx, title.clone(), &format!("{}/all/{month}/", kind.folder), kind.folder, breadcrumb);
    page.description = format!("{} · {}", title.text, page_cx.site_name().text);
    page.data = structured_data::of_list(page_cx, &page);
    let months = page_cx.months(kind);
    let beside = |n: i64| {
        let other = month.plus(n);
        months.as_ref().is_some_and(|m| m.all.contains(&other)).then(|| calendar::month_link(page_cx, kind, other))
    };
    view::MonthPage {
        page,
        month: view::MonthView {
            title,
            grid: calendar::grid(page_cx, kind, month),
            file: page_cx.calendar_link(&Calendar::Kind(kind)),
            before: beside(-1),
            after: beside(1),
            others: months.as_ref().map(|months| calendar::month_links(page_cx, kind, months, Some(month))).unwrap_or_default(),
        },
    }
}
