//! The data that templates of lists receive: of a kind, a year, a tag, a month, the search.
//!
//! In: nothing (types only). Always: as in [`super`].

use serde::Serialize;

use super::*;

/// A record as one row of a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Card {
    pub url: String,
    pub title: Text,
    /// The day of what it tells, in large figures; none for what is merely published.
    pub day: Option<DayBlock>,
    /// The day of publication, and its short form (`2026.06.18`, `18 Jun 2026`).
    pub published: Date,
    pub published_short: String,
    /// What names that day: `公开于`.
    pub published_label: String,
    /// The kind's folder and its name; the name is empty where the whole list is of one kind.
    pub kind: String,
    pub kind_label: String,
    /// State tags.
    pub tags: Vec<Inline>,
    /// The one fact that lists show.
    pub fact: Vec<Inline>,
    /// Own name of the language that the record is shown in (`中文`), if there is no translation.
    pub untranslated: Option<Text>,
}

/// The date block: a large figure (`18`) and the line under it (`2026.06`, `Jun 2026`).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DayBlock {
    pub date: Date,
    pub day: String,
    pub month: String,
}

/// Cards under a heading: a month of a year page, a year of a tag page.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Group {
    /// Anchor (`m-06`).
    pub id: String,
    /// Empty for a single unnamed group.
    pub title: String,
    /// Formatted count; empty for none.
    pub count: String,
    /// The rows, as [`cards::html`] writes them.
    pub cards: String,
}

/// Templates `list` (newest 20), `year` (by month, complete) and `tag` (by year, complete).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ListPage {
    pub page: Page,
    pub list: Listing,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Listing {
    pub title: Text,
    /// One line under the title: a description or a count; empty for none.
    pub lead: String,
    /// The calendar, for kinds with dates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarPart>,
    pub groups: Vec<Group>,
    /// Year pages of this list.
    pub years: Vec<CountLink>,
    /// Year page: the same year for other kinds (and for all).
    pub kinds: Vec<CountLink>,
    /// The tree of organizations, above the cards; empty on other lists.
    pub tree: Vec<TreeNode>,
}

/// The calendar of a kind on its first page: days of a week, months, later dates, the calendar file.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct CalendarPart {
    /// The `.ics` file.
    pub file: String,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "one_week")]
    pub week: Option<Week>,
    pub months: Vec<MonthPart>,
    /// Dates after that week of events that have none in it.
    #[serde(serialize_with = "html::lines")]
    pub later: Vec<Vec<Inline>>,
    /// Pages of all months with dates.
    pub others: Vec<CountLink>,
}

fn one_week<S: serde::Serializer>(week: &Option<Week>, to: S) -> Result<S::Ok, S::Error> {
    match week {
        Some(week) => grid::week(week, to),
        None => to.serialize_none(),
    }
}

/// A month of the calendar; `open` is unfolded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MonthPart {
    pub id: String,
    pub title: String,
    pub open: bool,
    #[serde(serialize_with = "grid::month")]
    pub grid: Month,
}

/// Template `month`: a month of a kind, to be printed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MonthPage {
    pub page: Page,
    pub month: MonthView,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MonthView {
    pub title: Text,
    #[serde(serialize_with = "grid::month")]
    pub grid: Month,
    /// The `.ics` file of the kind.
    pub file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Link>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Link>,
    pub others: Vec<CountLink>,
}

/// Template `tags`: all tags with counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TagsPage {
    pub page: Page,
    pub title: Text,
    pub tags: Vec<CountLink>,
}

/// Template `search`: the form, which the script operates, and links to the years.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SearchPage {
    pub page: Page,
    pub search: Search,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Search {
    /// Segments of each year, newest first: `2026:2 2025:1`.
    pub titles: String,
    pub texts: String,
    /// Path segments of all languages, the page's own first: `zh en`.
    pub languages: String,
    /// The end of a page's address: empty, or `index.html` in a portable site.
    pub index: &'static str,
    pub years: Vec<CountLink>,
}
