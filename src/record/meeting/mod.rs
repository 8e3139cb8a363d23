//! `meeting` 会议: what was put on the agenda, who came, how the votes fell, what was promised.
//!
//! In: front matter. Out: `Meeting`, its findings (MTG-…), facets and view. Always: figures are checked
//! against each other, and a vote's weight is given "by the figures", never as a ruling on the vote.

mod facets;
mod fields;
mod rules;
#[cfg(test)]
mod tests;
mod view;

use fields::Meeting;

use crate::record::Kind;

pub const KIND: Kind = Kind {
    folder: "meetings",
    name: "meeting",
    aliases: &["会议", "开会", "议事"],
    spec: &Meeting::SPEC,
    read: |node, at| Some(Box::new(Meeting::read_fields(node, at)?)),
    money_code: "COM-03",
    sample: &[
        ("type", "deliberation"),
        ("organ", "organizations/committee"),
        ("scope", "places/community"),
        ("start", "2026-03-12 19:00"),
        ("mode", "in_person"),
        ("place", "places/hall"),
        ("state", "planned"),
        ("agenda", "\n  - id: first\n    no: 1\n    title: 议题"),
    ],
    listed: true,
};

impl_fields!(Meeting);
