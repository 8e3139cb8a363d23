//! Plan → the bytes of each page.
//!
//! In: a page of the plan, its context ([`PageCx`]), the frame of its language. Out: one buffer ([`PageWriter`]). Always: each page
//! has a file of its own, which reads through the context only, so that all dependencies are noted; the same page gives the same
//! bytes, whichever pages are rendered with it.

mod alias;
mod body;
mod calendar;
mod card;
mod cx;
mod explain;
mod frame;
mod front;
mod home;
mod ics;
mod list;
mod listing;
mod month;
mod not_found;
mod record;
mod record_head;
mod robots;
mod row_cache;
mod search;
mod segment;
mod share;
mod sheet;
mod structured_data;
mod tag;
mod tags;
mod tombstone;
pub mod view;
mod words;
mod writer;
mod xml;
mod year;

use crate::diagnostic::Diagnostic;
use crate::plan::{Content, Page};

pub use cx::{Inputs, PageCx};
pub use frame::shared;
pub use row_cache::RowCache;
pub use sheet::write_many as write_sheets;
pub use writer::PageWriter;

/// A template that fails gives a finding.
pub type Written = Result<(), Box<Diagnostic>>;

/// Writes a page.
pub fn write(page: &Page, page_cx: &PageCx<'_>, out: &mut PageWriter<'_>) -> Written {
    match &page.content {
        Content::Front => front::write(page_cx, out),
        Content::Home => home::write(page_cx, out),
        Content::List(kind) => list::write(page_cx, kind, out),
        Content::Year(kind, year) => year::write(page_cx, *kind, *year, out),
        Content::Month(kind, month) => month::write(page_cx, kind, *month, out),
        Content::Tags => tags::write(page_cx, out),
        Content::Tag(tag) => tag::write(page_cx, tag, out),
        Content::Search => search::write(page_cx, out),
        Content::Segment(index_part, year, part) => segment::write(page_cx, *index_part, *year, *part, out),
        Content::Record(index) => record::write(page_cx, *index, out),
        Content::Tombstone(index) => tombstone::write(page_cx, *index, out),
        Content::Sheet(index) => sheet::write(page_cx, *index, out),
        Content::Alias(index) => alias::write(page_cx, *index, out),
        Content::NotFound => not_found::write(page_cx, out),
        Content::Feed(kind) => xml::atom::write(page_cx, *kind, out),
        Content::Sitemap(file) => xml::sitemap::write(page_cx, *file, out),
        Content::Calendar(calendar) => ics::write(page_cx, calendar, out),
        Content::Robots => robots::write(page_cx, out),
    }
}
