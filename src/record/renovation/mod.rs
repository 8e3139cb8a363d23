//! `renovation`: works from the first need to the end of the warranty (OC4IDS: a project).
//!
//! In: the fields of `fields.rs`. Out: findings, payments and stage as facets, a page with the money, the
//! milestones and every version of the plan. Always: what was promised, agreed and paid stay apart.

mod course;
mod fields;
mod money;
mod rules;
#[cfg(test)]
mod tests;
mod times;
mod view;

pub use fields::Renovation;

use fields::Level;

use crate::record::cx::{CheckCx, ViewCx};
use crate::record::envelope::Envelope;
use crate::record::facet::{Deadline, Facets, Happened, LedgerEntry, ProjectStatus};
use crate::record::field::{Path, Visit};
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::{KindView, Summary};
use crate::record::{Fields, Kind, piece};
use crate::value::Money;

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

impl Renovation {
    /// Days after which the page says something else: milestones not reached, warranties.
    fn due(&self) -> impl Iterator<Item = Deadline> + '_ {
        let open = self.milestones.iter().enumerate().filter(|(_, m)| m.done.is_none());
        let milestones = open.map(|(i, m)| ("milestone", format!("milestones[{i}].planned"), m.planned));
        let warranties = self.warranty.iter().enumerate().map(|(i, w)| ("warranty", format!("warranty[{i}].until"), w.until));
        milestones.chain(warranties).map(|(what, at, until)| Deadline { what, at, from: None, until, contact: None })
    }
}

impl Fields for Renovation {
    fn check(&self, cx: &mut CheckCx<'_>) {
        rules::RULES.iter().chain(course::RULES).for_each(|rule| rule(self, cx));
    }

    fn facets(&self, envelope: &Envelope) -> Facets {
        let posting = |(i, p): (usize, &fields::Payment)| LedgerEntry {
            fragment: p.id.0.clone(),
            at: format!("payments[{i}].amount"),
            what: "payment",
            date: Some(p.date),
            amount: p.amount,
            counterpart: None,
        };
        Facets {
            parent: self.parent.clone(),
            amounts: self.amounts(),
            deadlines: self.due().chain(piece::posting(envelope)).collect(),
            happened: self.done_dates(),
            ledger_entries: self.payments.iter().enumerate().map(posting).collect(),
            decision_claims: course::decision_claims(self, envelope).into_iter().collect(),
            project_status: Some(ProjectStatus {
                programme: self.level == Level::Programme,
                stage: self.stage.code(),
                floor_area: self.floor_area,
                stated: self.counts.as_ref().map(|c| (c.started, c.finished)),
            }),
            ..Facets::default()
        }
    }

    fn summary(&self, cx: &ViewCx<'_>) -> Summary {
        view::summary(self, cx)
    }

    fn view(&self, cx: &ViewCx<'_>) -> KindView {
        view::view(self, cx)
    }

    fn linked(&self, cx: &ViewCx<'_>) -> StructuredData {
        let parties = self.parties.iter().map(|p| structured_data::other(cx, "Organization", &p.org)).collect::<Vec<_>>();
        let report = Thing::new("Report")
            .with("headline", structured_data::words(cx, &cx.envelope.title))
            .with("datePublished", cx.envelope.published)
            .maybe("dateModified", cx.envelope.revised)
            .with("about", structured_data::place(cx, &self.place))
            .with("mentions", parties);
        StructuredData { main: Some(report), mentions: Vec::new() }
    }

    fn walk<'a>(&'a self, visit: &mut Visit<'_, 'a>) {
        self.walk_fields(&mut Path::default(), visit);
    }
}

impl Renovation {
    /// Budget, contracts and final cost, as far as they are known.
    fn amounts(&self) -> Vec<(&'static str, Money)> {
        let contracts = (!self.contracts.is_empty()).then(|| self.contracts_total());
        let all = [("field_renovation_budget", self.budget), ("amount_contracts", contracts)];
        let last = ("field_renovation_final_cost", self.completion.as_ref().and_then(|a| a.final_cost));
        all.into_iter().chain([last]).filter_map(|(word, amount)| Some((word, amount?))).collect()
    }

    /// PRJ-05: what is done was done on some day up to now.
    fn done_dates(&self) -> Vec<Happened> {
        let done = self.milestones.iter().enumerate().filter_map(|(i, m)| Some((i, m.done?)));
        done.map(|(i, date)| Happened { at: format!("milestones[{i}].done"), date, code: "PRJ-05", message: "prj-05-done-ahead" }).collect()
    }
}
