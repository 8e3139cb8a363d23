//! `organization`: a committee, a company, a team; who stands for it and how to reach it.
//!
//! In: front matter. Out: findings, terms of office as deadlines, a page with posts, the tree and what the organization does.
//! Always: a name is shown only in a public office or with `consent: true`; contacts are office lines.

mod facets;
mod fields;
mod rules;
#[cfg(test)]
mod tests;
mod view;

use fields::Organization;

use crate::record::Kind;

pub const KIND: Kind = Kind {
    folder: "organizations",
    name: "organization",
    aliases: &["组织", "单位"],
    spec: &Organization::SPEC,
    read: |node, at| Some(Box::new(Organization::read_fields(node, at)?)),
    money_code: "COM-03",
    sample: &[
        ("type", "residents_committee"),
        ("covers", "[places/rongyin]"),
        ("roles", "[{ id: director, role: director, name: 岩温, term: { from: 2024-01-01, to: 2028-12-31 }, public: true }]"),
        ("member_count", "[{ date: 2025-05-01, n: 7 }]"),
        ("contact", "{ phone: 0691-000-0000, hours: 工作日 8:30–17:30, address: 榕荫路 8 号 }"),
    ],
    listed: true,
};

impl_fields!(Organization);
