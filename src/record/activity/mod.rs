//! `activity`: a class, a clinic, a duty: once or by a rule.
//!
//! In: front matter. Out: findings, a schedule as a facet, a page with the next dates. Always: the record holds the rule of
//! recurrence and its exceptions, never a list of dates; names of people on duty are shown only with `consent: true`.

mod facets;
mod fields;
mod rules;
#[cfg(test)]
mod tests;
mod view;

use fields::Activity;

use crate::record::Kind;

pub const KIND: Kind = Kind {
    folder: "activities",
    name: "activity",
    aliases: &["活动", "课程", "值班"],
    spec: &Activity::SPEC,
    read: |node, at| Some(Box::new(Activity::read_fields(node, at)?)),
    money_code: "COM-03",
    sample: &[
        ("cat", "class"),
        ("organizer", "organizations/committee"),
        ("room", "places/hall"),
        ("start", "2026-03-02 16:30"),
        ("end", "2026-03-02 18:00"),
        ("repeat", "{ every: week, on: [mon, wed], until: 2026-07-03, skip_holidays: true }"),
        ("signup", "{ until: 2026-02-28, how: 到社区窗口登记, contact: organizations/committee }"),
        ("state", "confirmed"),
    ],
    listed: true,
};

impl_fields!(Activity);
