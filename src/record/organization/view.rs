//! What the page of an organization shows: who stands for it, how to reach it, the tree, what it does.
//!
//! In: the fields and the view's context. Out: a [`KindView`]. Always: a name is shown only in a public office or with
//! consent.

use super::fields::{MemberCount, Organization, Role, RoleCode};
use crate::record::codelists::OrganizationType;
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::{Block, Fact, Inline, KindView, Row, Section, Summary, Table, TreeNode, cell, num_cell, pieces};
use crate::record::view_cx::ViewCx;
use crate::value::RecordId;

/// Deeper trees are cut: no community has ten layers, and a cycle must not hang a page.
const MAX_DEPTH: usize = 8;

pub(super) fn summary(organization: &Organization, cx: &ViewCx<'_>) -> Summary {
    let mut tags = vec![cx.tag("plain", &OrganizationType::LIST, organization.kind.code())];
    if organization.ended.is_some_and(|ended| ended < cx.today()) {
        tags.push(Inline::Tag { tone: "closed", text: cx.word("organization_ended") });
    }
    Summary { tags, headline: vec![cx.tel(&organization.contact.phone)] }
}

pub(super) fn view(organization: &Organization, cx: &ViewCx<'_>) -> KindView {
    let Summary { tags, headline } = summary(organization, cx);
    let belongs = cx.records.referring(cx.id, &["organ", "organizer", "issuer", "holder"]);
    let sections: [Option<Section>; 6] = [
        pieces::section(cx, "roles", organization.role_table(cx)),
        pieces::section(cx, "contact", vec![Block::Facts { facts: organization.contact_facts(cx) }]),
        pieces::section(cx, "tree", organization.tree(cx)),
        pieces::section(cx, "covers", organization.covered(cx)),
        pieces::section(cx, "members", organization.members(cx)),
        pieces::repeating(pieces::section(cx, "happens", pieces::happens(cx, belongs))),
    ];
    KindView { tags, facts: organization.facts_list(cx), headline, sections: sections.into_iter().flatten().collect() }
}

pub(super) fn structured_data(organization: &Organization, cx: &ViewCx<'_>) -> StructuredData {
    use OrganizationType::{Government, Mediation, ResidentsCommittee, SupervisionCommittee};
    let of_the_state = matches!(organization.kind, Government | ResidentsCommittee | SupervisionCommittee | Mediation);
    let main = Thing::new(if of_the_state { "GovernmentOrganization" } else { "Organization" })
        .with("name", structured_data::words(cx, &cx.envelope.title))
        .with("telephone", organization.contact.phone.clone())
        .maybe("address", organization.contact.address.as_ref().map(|a| structured_data::words(cx, a)))
        .maybe("foundingDate", organization.founded)
        .maybe("dissolutionDate", organization.ended)
        .maybe("parentOrganization", organization.parent.as_ref().map(|p| structured_data::other(cx, "Organization", p)))
        .with("areaServed", organization.covers.iter().map(|p| structured_data::other(cx, "Place", p)).collect::<Vec<_>>());
    StructuredData { main: Some(main), mentions: Vec::new() }
}

impl Organization {
    /// Who stands for it, how to reach it, then what it is.
    fn facts_list(&self, cx: &ViewCx<'_>) -> Vec<Fact> {
        let mut facts = Vec::new();
        let in_office = |r: &&Role| r.term.is_none_or(|t| !t.is_over(cx.today()));
        let named = self.roles.iter().filter(in_office).find_map(|r| Some((r, r.shown_name()?)));
        if let Some((role, name)) = named {
            let post = cx.code(&RoleCode::LIST, role.role.code());
            facts.push(cx.fact("head", pieces::dotted([cx.text(name), post].into_iter().chain(role.duty.as_ref().map(|d| cx.text(d))))));
        }
        facts.extend(self.contact_facts(cx).into_iter().take(2));
        facts.push(cx.fact("type", cx.code(&OrganizationType::LIST, self.kind.code())));
        facts.extend(self.parent.as_ref().map(|p| cx.fact("parent", cx.link(p))));
        if let Some(latest) = self.member_count.iter().max_by_key(|m| m.date) {
            let people = cx.plain(cx.say("organization_people", &[("n", i64::from(latest.n).into())]));
            facts.push(cx.fact("member_count", pieces::dotted([people, cx.date(latest.date)])));
        }
        facts.extend(self.founded.map(|d| cx.fact("founded", cx.date(d))));
        facts.extend(self.ended.map(|d| cx.fact("ended", cx.date(d))));
        facts.extend(self.filed.as_ref().map(|f| cx.fact("filed", pieces::dotted([cx.date(f.date), cx.text(&f.authority)]))));
        facts.extend(self.uscc.as_ref().map(|code| cx.fact("uscc", Inline::Code { text: code.clone() })));
        facts
    }

    fn contact_facts(&self, cx: &ViewCx<'_>) -> Vec<Fact> {
        let contact = &self.contact;
        let mut facts = vec![cx.fact("phone", cx.tel(&contact.phone))];
        facts.extend(contact.hours.as_ref().map(|t| cx.fact("hours", cx.text(t))));
        facts.extend(contact.address.as_ref().map(|t| cx.fact("address", cx.text(t))));
        let mail = |m: &String| Inline::Link { url: format!("mailto:{m}"), text: m.clone(), lang: None, dir: None };
        facts.extend(contact.email.as_ref().filter(|m| is_mail(m)).map(|m| cx.fact("email", mail(m))));
        facts
    }

    fn role_table(&self, cx: &ViewCx<'_>) -> Vec<Block> {
        let line = |r: &Role| {
            let mut term: Vec<Inline> = r.term.map(|t| cx.open_period(t)).into_iter().collect();
            if r.term.is_some_and(|t| t.is_over(cx.today())) {
                term.extend([cx.plain(" "), Inline::Tag { tone: "closed", text: cx.word("organization_term_over") }]);
            }
            let name = r.shown_name().map_or_else(|| cx.plain("—"), |n| cx.text(n));
            let duty: Vec<Inline> = r.duty.as_ref().map(|t| cx.text(t)).into_iter().collect();
            Row { id: r.id.to_string(), cells: vec![cell(cx.code(&RoleCode::LIST, r.role.code())), cell(name), cell(duty), cell(term)] }
        };
        let head = pieces::head(cx, &["role", "name", "duty", "term"]);
        let table =
            Table { caption: cx.label("roles"), unit: String::new(), head, rows: self.roles.iter().map(line).collect(), foot: vec![] };
        if self.roles.is_empty() { vec![] } else { vec![Block::Table { table }] }
    }

    /// The organization above, this one, and all below.
    fn tree(&self, cx: &ViewCx<'_>) -> Vec<Block> {
        let children = below(cx, cx.id, &mut vec![cx.id.clone()]);
        if children.is_empty() && self.parent.is_none() {
            return Vec::new();
        }
        let node = TreeNode { content: vec![cx.link_to(cx.id)], children };
        let nodes = match &self.parent {
            Some(parent) => vec![TreeNode { content: vec![cx.link(parent)], children: vec![node] }],
            None => vec![node],
        };
        vec![Block::Tree { nodes }]
    }

    fn covered(&self, cx: &ViewCx<'_>) -> Vec<Block> {
        let rows: Vec<Vec<Inline>> = self.covers.iter().map(|place| vec![cx.link(place)]).collect();
        if rows.is_empty() { vec![] } else { vec![Block::List { rows }] }
    }

    fn members(&self, cx: &ViewCx<'_>) -> Vec<Block> {
        let mut counts: Vec<&MemberCount> = self.member_count.iter().collect();
        crate::order::sort_by_key(&mut counts, |m| m.date);
        let rows: Vec<Row> =
            counts.iter().rev().map(|m| Row { id: String::new(), cells: vec![cell(cx.date(m.date)), num_cell(cx.int(m.n))] }).collect();
        let head = pieces::head(cx, &["counted", "#members"]);
        let table = Table { caption: cx.label("member_count"), unit: String::new(), head, rows, foot: vec![] };
        if self.member_count.is_empty() { vec![] } else { vec![Block::Table { table }] }
    }
}

fn below(cx: &ViewCx<'_>, id: &RecordId, above: &mut Vec<RecordId>) -> Vec<TreeNode> {
    if above.len() > MAX_DEPTH {
        return Vec::new();
    }
    let mut nodes = Vec::new();
    for child in cx.records.children(id) {
        if above.contains(&child) {
            continue;
        }
        above.push(child.clone());
        nodes.push(TreeNode { content: vec![cx.link_to(&child)], children: below(cx, &child, above) });
        above.pop();
    }
    nodes
}

/// Good enough for a link; nothing that could leave the `mailto:` scheme.
fn is_mail(text: &str) -> bool {
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '@' | '.' | '-' | '_' | '+'))
}
