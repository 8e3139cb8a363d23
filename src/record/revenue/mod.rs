//! `revenue` 公共收益 / 资金公示: one period of one fund, every line of it.
//!
//! In: front matter. Out: `Revenue`, its findings (REV-…), facets and view. Always: a published period
//! adds up to the fen; amounts are positive and their sign comes from `dir`.

mod facets;
mod fields;
mod rules;
#[cfg(test)]
mod tests;
mod view;

use fields::Revenue;

use crate::record::Kind;

pub const KIND: Kind = Kind {
    folder: "revenue",
    name: "revenue",
    aliases: &["收支", "公共收益", "账目", "财务"],
    spec: &Revenue::SPEC,
    read: |node, at| Some(Box::new(Revenue::read_fields(node, at)?)),
    money_code: "REV-04",
    sample: &[
        ("scope", "places/community"),
        ("fund", "public_revenue"),
        ("period", "{ from: 2026-01-01, to: 2026-03-31 }"),
        ("holder", "organizations/property"),
        ("opening", "0.00"),
        ("lines", "\n  - { id: i-park, dir: income, cat: parking, item: 地面停车, amount: 100.00 }"),
        ("closing", "100.00"),
        ("prepared_by", "organizations/property#accountant"),
        ("reviewed_by", "organizations/supervision#head"),
    ],
    listed: true,
};

impl_fields!(Revenue);
