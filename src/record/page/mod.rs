//! `page`: plain pages at the language root, such as "about".
//!
//! In: the envelope and a body. Out: a page without facts. Always: it is in no list and in no feed.

mod facets;
mod fields;
mod rules;
#[cfg(test)]
mod tests;
mod view;

use fields::Page;

use crate::record::Kind;

pub const KIND: Kind = Kind {
    folder: "pages",
    name: "page",
    aliases: &["页面", "网页"],
    spec: &Page::SPEC,
    read: |node, at| Some(Box::new(Page::read_fields(node, at)?)),
    money_code: "COM-03",
    sample: &[],
    listed: false,
};

impl_fields!(Page);
