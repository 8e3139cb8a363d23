//! `notice` 公告 / 公示: what happens, when, where, and whom to tell one's objection.
//!
//! In: front matter. Out: `Notice`, its findings, facets and view. Always: the banner of an
//! urgent notice ends by itself: with the matter, when the notice is reviewed, or some days after publication.

mod facets;
mod fields;
mod rules;
#[cfg(test)]
mod tests;
mod view;

use fields::Notice;

use crate::record::Kind;

pub const KIND: Kind = Kind {
    folder: "notices",
    name: "notice",
    aliases: &["公告", "通知", "公示"],
    spec: &Notice::SPEC,
    read: |node, at| Some(Box::new(Notice::read_fields(node, at)?)),
    money_code: "COM-03",
    sample: &[("type", "call"), ("effective", "{ from: 2026-06-18 14:00, to: 2026-06-18 20:00 }")],
    listed: true,
};

impl_fields!(Notice);
