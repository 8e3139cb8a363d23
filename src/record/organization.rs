//! `organization`: a committee, a company, a team; who stands for it and how to reach it.
//!
//! In: the declared fields. Out: findings, terms of office as deadlines, a page with posts, the tree
//! and what the organization does. Always: a name is shown only in a public office or with `consent: true`;
//! contacts are office lines.

use std::collections::BTreeMap;

use crate::codes;
use crate::fields;
use crate::profile::Key;
use crate::record::cx::{CheckCx, ViewCx, cell, num_cell};
use crate::record::envelope::Envelope;
use crate::record::facet::{Deadline, Facets};
use crate::record::field::{Path, Visit};
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::{Block, Fact, Inline, KindView, Row, Section, Summary, Table, TreeNode};
use crate::record::{Fields, Kind};
use crate::record::{piece, show};
use crate::value::{Date, DatePeriod, RecordId, Ref, Slug, Text};

#[cfg(test)]
#[path = "organization_tests.rs"]
mod tests;

/// Deeper trees are cut: no community has ten layers, and a cycle must not hang a page.
const MAX_DEPTH: usize = 8;

codes! {
    /// What kind of organization.
    OrganizationType "organization_type" {
        ResidentsCommittee = "residents_committee" "居委会", SupervisionCommittee = "supervision_committee" "居务监督委员会",
        OwnersCommittee = "owners_committee" "业委会", PropertyCommittee = "property_committee" "物管会",
        PropertyCompany = "property_company" "物业公司", PartyOrg = "party_org" "党组织", BuildingGroup = "building_group" "楼栋小组",
        CoopUnit = "coop_unit" "共建单位", Team = "team" "队伍", Alliance = "alliance" "联盟", WorkingGroup = "working_group" "专班",
        SupervisionGroup = "supervision_group" "监督小组", Mediation = "mediation" "调解组织", Government = "government" "政府部门",
    }
}

codes! {
    /// A post.
    RoleCode "organization_role" {
        Director = "director" "主任", Deputy = "deputy" "副主任", Secretary = "secretary" "书记", Chair = "chair" "会长",
        Member = "member" "委员", Head = "head" "组长", Captain = "captain" "队长", Convener = "convener" "召集人",
        Accountant = "accountant" "会计", Cashier = "cashier" "出纳", Manager = "manager" "经理", Mediator = "mediator" "调解员",
        GridWorker = "grid_worker" "网格员", BuildingHead = "building_head" "楼栋长", Representative = "representative" "代表",
        Supervisor = "supervisor" "监督员", Other = "other" "其他",
    }
}

fields! {
    /// Filing with an authority.
    Filing {
        [N] date "日期": Date = "Day filed." / "备案日期";
        [T] authority "备案机关": Text = "With whom." / "向谁备案";
    }
}

fields! {
    /// A post and who holds it.
    Role keyed id {
        [N] id "编号": Slug = "Item id." / "条目编号";
        [C] role "职务": RoleCode = "The post." / "职务";
        [P] name "姓名": Option<Text> = "Name; shown only with `public: true` or `consent: true`." / "姓名，写明 public 或 consent 才公开";
        [T] duty "分工": Option<Text> = "What the post looks after." / "负责什么";
        [N] term "任期": Option<DatePeriod> = "Term of office." / "任期起止";
        [N] public "公开职务": bool = "A public office: the name is public by law." / "依法公开的职务";
        [N] consent "本人同意": bool = "The person agreed to have the name published." / "本人同意公开姓名";
    }
}

fields! {
    /// How many members on a day.
    MemberCount {
        [N] date "日期": Date = "Day counted." / "统计日期";
        [N] n "人数": u32 = "Members." / "人数";
    }
}

fields! {
    /// Office lines only, never a person's own.
    Contact {
        [N] phone "电话": String = "Office telephone." / "办公电话，不写个人手机";
        [T] hours "办公时间": Option<Text> = "Office hours." / "办公时间";
        [T] address "地址": Option<Text> = "Office address." / "办公地址";
        [N] email "邮箱": Option<String> = "Office e-mail." / "办公邮箱";
    }
}

fields! {
    /// An organization.
    Organization {
        [C] kind as "type" "类型": OrganizationType = "What kind of organization." / "居委会、业委会、物业公司等";
        [R "organizations"] parent "上级": Option<Ref> = "The organization above." / "上级组织";
        [R "places"] covers "覆盖范围": Vec<Ref> = "Places it looks after." / "负责的小区、楼栋等";
        [N] founded "成立日期": Option<Date> = "Day founded." / "成立日期";
        [N] ended "终止日期": Option<Date> = "Day it ended." / "终止日期";
        [N] filed "备案": Option<Filing> = "Filing with the authority." / "备案";
        [N] uscc "统一社会信用代码": Option<String> = "Unified social credit code, 18 characters." / "统一社会信用代码，18 位";
        [N] roles "职务": Vec<Role> = "Posts and who holds them." / "职务和任职的人";
        [N] member_count "成员人数": Vec<MemberCount> = "Members, by day counted." / "每次统计的人数";
        [N] contact "联系方式": Contact = "Office lines." / "办公电话、时间、地址";
    }
}

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

impl Role {
    /// The name, where it may be shown.
    fn shown_name(&self) -> Option<&Text> {
        self.name.as_ref().filter(|_| self.public || self.consent)
    }
}

/// The check character of a unified social credit code (GB 32100-2015: weights 3ⁱ, modulus 31).
fn uscc_check(code: &str) -> Option<char> {
    const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let mut sum = 0;
    let mut weight = 1;
    for byte in code.bytes().take(17) {
        sum += weight * ALPHABET.iter().position(|c| *c == byte)?;
        weight = weight * 3 % 31;
    }
    Some(ALPHABET[(31 - sum % 31) % 31] as char)
}

const RULES: &[fn(&Organization, &mut CheckCx<'_>)] = &[org_01, org_02];

/// The credit code has 18 characters of its alphabet and the right last one.
fn org_01(o: &Organization, cx: &mut CheckCx<'_>) {
    let Some(code) = &o.uscc else { return };
    let check = if code.len() == 18 { uscc_check(code) } else { None };
    match check {
        None => cx.error("ORG-01", "org-01-shape", "uscc").arg("text", code.as_str()).arg("count", code.chars().count()),
        Some(right) if !code.ends_with(right) => {
            let last = code.chars().last().unwrap_or(' ').to_string();
            cx.error("ORG-01", "org-01-check", "uscc").arg("text", code.as_str()).arg("last", last).arg("right", right.to_string())
        }
        Some(_) => return,
    };
}

/// A term that ends has a successor; an owners' committee is filed in time.
fn org_02(o: &Organization, cx: &mut CheckCx<'_>) {
    if o.ended.is_some() {
        return;
    }
    // By the last day: one election fills many seats, and its end is said once.
    let mut ends: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    for (i, role) in o.roles.iter().enumerate() {
        let Some(term) = role.term else { continue };
        if !o.roles.iter().any(|other| other.role == role.role && other.term.is_some_and(|t| t.to > term.to)) {
            ends.entry(term.to).or_default().push(i);
        }
    }
    for (end, roles) in ends {
        let finding = cx.warning("ORG-02", "org-02-term", format!("roles[{}].term", roles[0]));
        finding.arg("end", end).arg("count", roles.len()).after(end);
    }
    let elected = o.founded.or_else(|| o.roles.iter().filter_map(|r| r.term).map(|t| t.from).min());
    let (Some(days), Some(elected)) = (cx.profile.whole(Key::FilingDays), elected) else { return };
    if o.kind != OrganizationType::OwnersCommittee {
        return;
    }
    let last = cx.last_day(elected, days);
    let law = cx.profile.law(Key::FilingDays);
    let finding = match &o.filed {
        None => cx.warning("ORG-02", "org-02-unfiled", "type").after(last),
        Some(filed) if filed.date > last => cx.warning("ORG-02", "org-02-filed-late", "filed.date").arg("filed", filed.date),
        Some(_) => return,
    };
    finding.arg("elected", elected).arg("days", days).arg("last", last).law(law);
}

impl Fields for Organization {
    fn check(&self, cx: &mut CheckCx<'_>) {
        RULES.iter().for_each(|rule| rule(self, cx));
    }

    fn facets(&self, envelope: &Envelope) -> Facets {
        let term = |(i, role): (usize, &Role)| {
            let term = role.term?;
            let at = format!("roles[{i}].term.to");
            Some(Deadline { what: "term", at, from: Some(term.from), until: term.to, contact: None })
        };
        Facets {
            parent: self.parent.clone(),
            deadlines: self.roles.iter().enumerate().filter_map(term).chain(piece::posting(envelope)).collect(),
            organization_type: Some(self.kind.code()),
            named: true,
            overseers: self.roles.iter().filter(|r| r.role == RoleCode::Supervisor).map(|r| r.id.0.clone()).collect(),
            ..Facets::default()
        }
    }

    fn summary(&self, cx: &ViewCx<'_>) -> Summary {
        let mut tags = vec![cx.tag("plain", &OrganizationType::LIST, self.kind.code())];
        if self.ended.is_some_and(|ended| ended < cx.today()) {
            tags.push(Inline::Tag { tone: "closed", text: cx.word("organization_ended") });
        }
        Summary { tags, headline: vec![cx.tel(&self.contact.phone)] }
    }

    fn view(&self, cx: &ViewCx<'_>) -> KindView {
        let Summary { tags, headline } = self.summary(cx);
        let belongs = cx.records.referring(cx.id, &["organ", "organizer", "issuer", "holder"]);
        let sections: [Option<Section>; 6] = [
            piece::section(cx, "roles", self.role_table(cx)),
            piece::section(cx, "contact", vec![Block::Facts { facts: self.contact_facts(cx) }]),
            piece::section(cx, "tree", self.tree(cx)),
            piece::section(cx, "covers", self.covered(cx)),
            piece::section(cx, "members", self.members(cx)),
            piece::section(cx, "happens", show::happens(cx, belongs)),
        ];
        KindView { tags, facts: self.facts_list(cx), headline, sections: sections.into_iter().flatten().collect() }
    }

    fn linked(&self, cx: &ViewCx<'_>) -> StructuredData {
        use OrganizationType::{Government, Mediation, ResidentsCommittee, SupervisionCommittee};
        let of_the_state = matches!(self.kind, Government | ResidentsCommittee | SupervisionCommittee | Mediation);
        let organization = Thing::new(if of_the_state { "GovernmentOrganization" } else { "Organization" })
            .with("name", structured_data::words(cx, &cx.envelope.title))
            .with("telephone", self.contact.phone.clone())
            .maybe("address", self.contact.address.as_ref().map(|a| structured_data::words(cx, a)))
            .maybe("foundingDate", self.founded)
            .maybe("dissolutionDate", self.ended)
            .maybe("parentOrganization", self.parent.as_ref().map(|p| structured_data::other(cx, "Organization", p)))
            .with("areaServed", self.covers.iter().map(|p| structured_data::other(cx, "Place", p)).collect::<Vec<_>>());
        StructuredData { main: Some(organization), mentions: Vec::new() }
    }

    fn walk<'a>(&'a self, visit: &mut Visit<'_, 'a>) {
        self.walk_fields(&mut Path::default(), visit);
    }
}

impl Organization {
    /// Who stands for it, how to reach it, then what it is.
    fn facts_list(&self, cx: &ViewCx<'_>) -> Vec<Fact> {
        let mut facts = Vec::new();
        let in_office = |r: &&Role| r.term.is_none_or(|t| t.to >= cx.today());
        let named = self.roles.iter().filter(in_office).find_map(|r| Some((r, r.shown_name()?)));
        if let Some((role, name)) = named {
            let post = cx.code(&RoleCode::LIST, role.role.code());
            facts.push(cx.fact("head", show::dotted([cx.text(name), post].into_iter().chain(role.duty.as_ref().map(|d| cx.text(d))))));
        }
        facts.extend(self.contact_facts(cx).into_iter().take(2));
        facts.push(cx.fact("type", cx.code(&OrganizationType::LIST, self.kind.code())));
        facts.extend(self.parent.as_ref().map(|p| cx.fact("parent", cx.link(p))));
        if let Some(latest) = self.member_count.iter().max_by_key(|m| m.date) {
            let people = cx.plain(cx.say("organization_people", &[("n", i64::from(latest.n).into())]));
            facts.push(cx.fact("member_count", show::dotted([people, cx.date(latest.date)])));
        }
        facts.extend(self.founded.map(|d| cx.fact("founded", cx.date(d))));
        facts.extend(self.ended.map(|d| cx.fact("ended", cx.date(d))));
        facts.extend(self.filed.as_ref().map(|f| cx.fact("filed", show::dotted([cx.date(f.date), cx.text(&f.authority)]))));
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
            let mut term: Vec<Inline> = r.term.map(|t| cx.period(t)).into_iter().collect();
            if r.term.is_some_and(|t| t.to < cx.today()) {
                term.extend([cx.plain(" "), Inline::Tag { tone: "closed", text: cx.word("organization_term_over") }]);
            }
            let name = r.shown_name().map_or_else(|| cx.plain("—"), |n| cx.text(n));
            let duty: Vec<Inline> = r.duty.as_ref().map(|t| cx.text(t)).into_iter().collect();
            Row { id: r.id.to_string(), cells: vec![cell(cx.code(&RoleCode::LIST, r.role.code())), cell(name), cell(duty), cell(term)] }
        };
        let head = show::head(cx, &["role", "name", "duty", "term"]);
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
        let own = TreeNode { content: vec![cx.link_to(cx.id)], children };
        let nodes = match &self.parent {
            Some(parent) => vec![TreeNode { content: vec![cx.link(parent)], children: vec![own] }],
            None => vec![own],
        };
        vec![Block::Tree { nodes }]
    }

    fn covered(&self, cx: &ViewCx<'_>) -> Vec<Block> {
        let rows: Vec<Vec<Inline>> = self.covers.iter().map(|place| vec![cx.link(place)]).collect();
        if rows.is_empty() { vec![] } else { vec![Block::List { rows }] }
    }

    fn members(&self, cx: &ViewCx<'_>) -> Vec<Block> {
        let mut counts: Vec<&MemberCount> = self.member_count.iter().collect();
        counts.sort_by_key(|m| m.date);
        let rows: Vec<Row> =
            counts.iter().rev().map(|m| Row { id: String::new(), cells: vec![cell(cx.date(m.date)), num_cell(cx.int(m.n))] }).collect();
        let head = show::head(cx, &["counted", "#members"]);
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
