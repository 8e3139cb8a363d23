//! Which pages exist: the content of each, its format, its address.
//!
//! In: the site, the library, the dates of the plan. Out: [`Page`]s. Always: every content has a format, and the properties of HTML
//! pages (place in the sitemap, fonts) are part of that format; the matches here have no default arm, so that a new page or a new
//! format must state its properties.

use std::collections::BTreeSet;

use crate::record::envelope::Status;
use crate::record::{KINDS, Kind};
use crate::relate::{Index, Library};
use crate::route;
use crate::site::Site;
use crate::value::LangId;

use super::{Calendar, IndexPart, Month, Plan, of_kind};

/// One page or file.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// `zh/meetings/x/`, without leading slash; the root is empty.
    pub address: String,
    /// The language of its frame.
    pub lang: LangId,
    pub content: Content,
}

/// The content of a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Front,
    Home,
    /// The newest of a kind.
    List(&'static Kind),
    /// A whole year, of one kind or of all.
    Year(Option<&'static Kind>, i16),
    Tags,
    Tag(String),
    Search,
    /// Part of the search index, of a year.
    Segment(IndexPart, i16, usize),
    Record(Index),
    Tombstone(Index),
    Sheet(Index),
    /// An old address of a record.
    Alias(Index),
    NotFound,
    /// The events of a kind in a month.
    Month(&'static Kind, Month),
    /// The newest records, of one kind or of all.
    Feed(Option<&'static Kind>),
    Calendar(Calendar),
    /// One of the files of the sitemap; `None` is the one that lists the others, or all addresses.
    Sitemap(Option<usize>),
    Robots,
}

/// The format that a page is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Html(Html),
    /// Atom and sitemaps.
    Xml,
    /// iCalendar.
    Ics,
    /// A script that only assigns data.
    Script,
    Text,
}

/// The properties of an HTML page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Html {
    pub sitemap: InSitemap,
    pub fonts: FontsOf,
}

/// Whether the sitemap lists a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InSitemap {
    No,
    /// It exists in every language.
    Yes,
    /// It exists in the languages of the record.
    Record(Index),
}

/// The languages whose fonts a page loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FontsOf {
    None,
    OwnLanguage,
    AllLanguages,
}

impl Format {
    /// Its properties as an HTML page; `None` for other formats.
    pub fn html(self) -> Option<Html> {
        match self {
            Self::Html(html) => Some(html),
            Self::Xml | Self::Ics | Self::Script | Self::Text => None,
        }
    }

    /// The extension of its files.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Html(_) => "html",
            Self::Xml => "xml",
            Self::Ics => "ics",
            Self::Script => "js",
            Self::Text => "txt",
        }
    }
}

impl Content {
    pub fn format(&self) -> Format {
        let html = |sitemap, fonts| Format::Html(Html { sitemap, fonts });
        match self {
            Self::Front => html(InSitemap::Yes, FontsOf::AllLanguages),
            Self::Home | Self::List(_) | Self::Year(..) | Self::Month(..) => html(InSitemap::Yes, FontsOf::OwnLanguage),
            Self::Tags | Self::Tag(_) | Self::Search => html(InSitemap::Yes, FontsOf::OwnLanguage),
            Self::Record(index) => html(InSitemap::Record(*index), FontsOf::OwnLanguage),
            Self::Tombstone(_) => html(InSitemap::No, FontsOf::OwnLanguage),
            Self::Sheet(_) | Self::NotFound => html(InSitemap::No, FontsOf::AllLanguages),
            Self::Alias(_) => html(InSitemap::No, FontsOf::None),
            Self::Feed(_) | Self::Sitemap(_) => Format::Xml,
            Self::Calendar(_) => Format::Ics,
            Self::Segment(..) => Format::Script,
            Self::Robots => Format::Text,
        }
    }
}

impl PartialEq for Kind {
    fn eq(&self, other: &Self) -> bool {
        self.folder == other.folder
    }
}

impl Page {
    /// The file it is written to.
    pub fn output(&self) -> String {
        route::output(&self.address)
    }

    pub fn is_html(&self) -> bool {
        self.content.format().html().is_some()
    }
}

/// All pages, except old addresses of records and further files of the sitemap.
pub(super) fn pages(site: &Site, library: &Library, plan: &Plan) -> Vec<Page> {
    let mut pages = vec![
        Page { address: String::new(), lang: LangId::PRIMARY, content: Content::Front },
        Page { address: "404.html".to_owned(), lang: LangId::PRIMARY, content: Content::NotFound },
        Page { address: "sitemap.xml".to_owned(), lang: LangId::PRIMARY, content: Content::Sitemap(None) },
        Page { address: "robots.txt".to_owned(), lang: LangId::PRIMARY, content: Content::Robots },
    ];
    for lang in site.lang_ids() {
        language_pages(site, library, plan, lang, &mut pages);
    }
    for (number, &index) in &library.numbers {
        if library.is_shown(index) {
            // A printed address stays valid: for a withdrawn record it leads to the tombstone.
            let withdrawn = library.records[index].envelope.status() == Status::Withdrawn;
            let content = if withdrawn { Content::Alias(index) } else { Content::Sheet(index) };
            pages.push(Page { address: format!("{number}/"), lang: LangId::PRIMARY, content });
        }
    }
    pages
}

/// The pages of one language.
fn language_pages(site: &Site, library: &Library, plan: &Plan, lang: LangId, pages: &mut Vec<Page>) {
    let path = &site.lang(lang).path;
    let mut add = |address: String, content: Content| pages.push(Page { address: format!("{path}/{address}"), lang, content });
    add(String::new(), Content::Home);
    add("atom.xml".to_owned(), Content::Feed(None));
    for (address, content) in plan.search_index.pages() {
        add(address, content);
    }
    for &year in &plan.years {
        add(format!("all/{year}/"), Content::Year(None, year));
    }
    if !plan.tags.is_empty() {
        add("tags/".to_owned(), Content::Tags);
    }
    for tag in plan.tags.keys() {
        add(format!("tags/{tag}/"), Content::Tag(tag.clone()));
    }
    for kind in KINDS.iter().filter(|k| k.listed) {
        let years: BTreeSet<i16> = of_kind(library, kind).map(|i| library.records[i].envelope.published.year()).collect();
        if years.is_empty() {
            continue;
        }
        add(format!("{}/", kind.folder), Content::List(kind));
        add(format!("{}/atom.xml", kind.folder), Content::Feed(Some(kind)));
        for year in years {
            add(format!("{}/all/{year}/", kind.folder), Content::Year(Some(kind), year));
        }
        for &month in plan.agenda.months.get(kind.folder).into_iter().flatten() {
            add(format!("{}/all/{month}/", kind.folder), Content::Month(kind, month));
        }
    }
    for calendar in plan.calendars(library) {
        pages.push(Page { address: calendar.address(library, path), lang, content: Content::Calendar(calendar) });
    }
    for &index in &library.newest {
        let record = &library.records[index];
        let address = route::record(&record.id, path);
        let content = if record.envelope.status() == Status::Withdrawn { Content::Tombstone(index) } else { Content::Record(index) };
        pages.push(Page { address, lang, content });
    }
}
