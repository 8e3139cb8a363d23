//! `renovation`: works from the first need to the end of the warranty (OC4IDS: a project).
//!
//! In: front matter. Out: findings; payments and stage as facets; a page with the money, the milestones and every version
//! of the plan. Always: amounts promised, agreed and paid are kept apart.

mod facets;
mod fields;
mod rules;
#[cfg(test)]
mod tests;
mod view;

use fields::Renovation;

use crate::record::Kind;

pub const KIND: Kind = Kind {
    folder: "renovation",
    name: "renovation",
    aliases: &["改造", "更新改造", "工程", "项目"],
    spec: &Renovation::SPEC,
    read: |node, at| Some(Box::new(Renovation::read_fields(node, at)?)),
    money_code: "COM-03",
    sample: &[
        ("level", "project"),
        ("place", "places/east-gate"),
        ("stage", "preparation"),
        ("plan_versions", "[{ no: 1, date: 2026-03-01, state: consultation, total: 18640.00, change: 初稿, reason: 征求意见 }]"),
        ("budget", "18640.00"),
        ("budget_date", "2026-03-20"),
        ("funding", "[{ id: f1, source: public_revenue, committed: 18640.00, received: 0.00 }]"),
    ],
    listed: true,
};

impl_fields!(Renovation);
