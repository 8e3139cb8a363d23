//! `notice` 公告 / 公示: what happens, when, where, and whom to tell one's objection.
//!
//! In: front matter. Out: [`Notice`], its findings, facets and view. Always: an urgent notice names the
//! time it holds for, so that its banner ends by itself.

#[path = "notice_rules.rs"]
mod rules;

use crate::codes;
use crate::fields;
use crate::record::cx::{CheckCx, ViewCx, cell};
use crate::record::envelope::Envelope;
use crate::record::facet::{Deadline, Facets, Urgent};
use crate::record::field::{Path, Visit};
use crate::record::piece::{dotted, file_link, section};
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::{Block, Cell, Fact, Inline, KindView, Row, Summary, Table};
use crate::record::{Fields, Kind, piece};
use crate::value::{Date, FileName, Moment, MomentPeriod, Ref, Slug, Text};

codes! {
    /// What kind of notice.
    NoticeType "notice_type" {
        Announcement = "announcement" "公告", Publicity = "publicity" "公示", Call = "call" "通知", Result = "result" "结果",
        Candidates = "candidates" "候选人", Disruption = "disruption" "停水停电交通", Safety = "safety" "安全",
    }
}

codes! {
    /// What works interrupt.
    EffectType "effect_type" { Water = "water" "停水", Power = "power" "停电", Gas = "gas" "停气", Traffic = "traffic" "交通", Other = "other" "其他" }
}

fields! {
    /// How to object, and what came of it.
    Objection {
        [N] until "截止": Date = "Last day for objections." / "提出异议的最后一天";
        [R "organizations"] contact "受理": Option<Ref> = "Who takes them." / "受理异议的单位";
        [N] received "收到": Option<u32> = "Objections received." / "收到的异议件数";
        [N] upheld "采纳": Option<u32> = "Of these, upheld." / "其中采纳的件数";
        [T] reply "答复": Option<Text> = "Public reply." / "公开的答复";
        [N] replied "答复日期": Option<Date> = "Day of the reply." / "答复日期";
    }
}

fields! {
    /// What is interrupted, when and where.
    Effect keyed id {
        [N] id "编号": Slug = "Id of the row." / "编号";
        [C] effect_type as "type" "类型": EffectType = "Water, power, gas, traffic or other." / "停水、停电、停气、交通或其他";
        [N] from "起": Moment = "From." / "开始";
        [N] to "止": Option<Moment> = "To." / "结束";
        [T] area "区域": Option<Text> = "Where." / "影响的区域";
    }
}

fields! {
    /// A paper board it hangs on.
    PostedAt {
        [R "places"] place "地点": Ref = "The board." / "公示栏";
        [N] date "日期": Date = "Day it was put up." / "张贴日期";
        [N] photo "照片": Option<FileName> = "Photo of the board." / "张贴照片";
    }
}

fields! {
    /// A notice.
    Notice {
        [C] notice_type as "type" "类型": NoticeType = "What kind of notice." / "公告类型";
        [R "*"] about "事由": Vec<Ref> = "The records it is about; publicity names them." / "所公示的记录；公示要写";
        [N] effective "时间": Option<MomentPeriod> = "When it applies; an urgent notice says until when." / "起止时间；紧急通知要写到什么时候结束";
        [N] objection "异议": Option<Objection> = "How to object; publicity says so." / "异议期和受理单位；公示要写";
        [N] effects "影响": Vec<Effect> = "What is interrupted." / "停水、停电、交通等影响";
        [N] posted_at "张贴": Vec<PostedAt> = "Paper boards it hangs on." / "张贴的公示栏";
        [N] urgent "紧急": bool = "Shown above every page while it applies." / "紧急通知，有效期内显示在首页最上面";
    }
}

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

impl Fields for Notice {
    fn check(&self, cx: &mut CheckCx<'_>) {
        rules::RULES.iter().for_each(|rule| rule(self, cx));
    }

    fn facets(&self, envelope: &Envelope) -> Facets {
        let objection = self.objection.as_ref().map(|o| Deadline {
            what: "objection",
            at: "objection.until".to_owned(),
            from: Some(envelope.posting.map_or(envelope.published, |p| p.from)),
            until: o.until,
            contact: o.contact.clone(),
        });
        let urgent = self.effective.filter(|_| self.urgent).map(|p| Urgent { from: p.from, until: p.to });
        let told = !self.urgent || !self.effects.is_empty() || envelope.summary.is_some();
        Facets {
            deadlines: objection.into_iter().chain(piece::posting(envelope)).collect(),
            urgent,
            told_in_body: (!told).then_some("attachments"),
            ..Facets::default()
        }
    }

    fn summary(&self, cx: &ViewCx<'_>) -> Summary {
        Summary { tags: self.tags(cx), headline: self.headline(cx) }
    }

    fn view(&self, cx: &ViewCx<'_>) -> KindView {
        let sections = [
            section(cx, "effects", self.effects_table(cx).into_iter().collect()),
            section(cx, "objection", self.objection_facts(cx).map(|facts| Block::Facts { facts }).into_iter().collect()),
            section(cx, "posted", self.posted_table(cx).into_iter().collect()),
            section(cx, "about", self.about_list(cx).into_iter().collect()),
        ];
        KindView {
            tags: self.tags(cx),
            facts: self.facts(cx),
            headline: self.headline(cx),
            sections: sections.into_iter().flatten().collect(),
        }
    }

    fn linked(&self, cx: &ViewCx<'_>) -> StructuredData {
        let article = Thing::new("Article")
            .with("headline", structured_data::words(cx, &cx.envelope.title))
            .with("datePublished", cx.envelope.published)
            .maybe("dateModified", cx.envelope.revised)
            .maybe("expires", self.effective.and_then(|p| p.to).map(|to| to.date()));
        StructuredData { main: Some(article), mentions: Vec::new() }
    }

    fn walk<'a>(&'a self, visit: &mut Visit<'_, 'a>) {
        self.walk_fields(&mut Path::default(), visit);
    }
}

impl Notice {
    /// Over on this day; open without an end.
    fn is_over(&self, today: Date) -> bool {
        self.effective.and_then(|p| p.to).is_some_and(|to| to.date() < today)
    }

    fn tags(&self, cx: &ViewCx<'_>) -> Vec<Inline> {
        let mut tags = Vec::new();
        if self.urgent && !self.is_over(cx.today()) {
            tags.push(Inline::Tag { tone: "urgent", text: cx.word("notice_urgent") });
        }
        tags.push(cx.tag("plain", &NoticeType::LIST, self.notice_type.code()));
        if let Some(objection) = &self.objection {
            let (tone, word) = if objection.until < cx.today() { ("closed", "notice_closed") } else { ("waiting", "notice_open") };
            tags.push(Inline::Tag { tone, text: cx.word(word) });
        } else if self.is_over(cx.today()) {
            tags.push(Inline::Tag { tone: "closed", text: cx.word("notice_over") });
        }
        tags
    }

    /// What is interrupted and when; or until when one may object; or when it applies.
    fn headline(&self, cx: &ViewCx<'_>) -> Vec<Inline> {
        let when = self.effective.map(|p| vec![cx.moment_period(p)]);
        if !self.effects.is_empty() {
            let mut names: Vec<String> = Vec::new();
            for effect in &self.effects {
                let name = cx.code_word(&EffectType::LIST, effect.effect_type.code());
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            let when = when.unwrap_or_else(|| self.effects.first().map(|e| vec![cx.moment_period(e.span())]).unwrap_or_default());
            return dotted([vec![cx.list(&names)], when]);
        }
        match &self.objection {
            Some(objection) => vec![cx.plain(cx.word("notice_objection_until")), cx.plain(" "), cx.date(objection.until)],
            None => when.unwrap_or_default(),
        }
    }

    fn facts(&self, cx: &ViewCx<'_>) -> Vec<Fact> {
        let mut facts = Vec::new();
        if let Some(effective) = self.effective {
            facts.push(cx.fact("effective", cx.moment_period(effective)));
        }
        let affected = self.effects.iter().map(|e| {
            let what = vec![cx.code(&EffectType::LIST, e.effect_type.code())];
            let own_time = (self.effective != Some(e.span())).then(|| vec![cx.moment_period(e.span())]);
            dotted([Some(what), e.area.as_ref().map(|area| vec![cx.text(area)]), own_time].into_iter().flatten())
        });
        let affected: Vec<_> = affected.collect();
        if !affected.is_empty() {
            facts.push(Fact { label: cx.word("notice_affected"), lines: affected });
        }
        if let Some(objection) = &self.objection {
            let until = vec![cx.plain(cx.word("notice_objection_until")), cx.plain(" "), cx.date(objection.until)];
            let contact = objection.contact.as_ref().map(|c| vec![cx.link(c)]);
            facts.push(cx.fact_lines("objection", std::iter::once(until).chain(contact).collect()));
        }
        let asked = self.objection.as_ref().and_then(|o| o.contact.as_ref()).is_none();
        if let Some(issuer) = cx.envelope.issuer.as_ref().filter(|_| asked) {
            facts.push(Fact { label: cx.word("notice_ask"), lines: vec![vec![cx.link(issuer)]] });
        }
        facts
    }

    fn effects_table(&self, cx: &ViewCx<'_>) -> Option<Block> {
        let row = |e: &Effect| Row {
            id: e.id.0.to_string(),
            cells: vec![
                cell(cx.code(&EffectType::LIST, e.effect_type.code())),
                cell(cx.moment_period(e.span())),
                cell(e.area.iter().map(|area| cx.text(area)).collect::<Vec<_>>()),
            ],
        };
        let head = vec![head(cx, "effects_type"), cell(cx.plain(cx.word("notice_when"))), head(cx, "effects_area")];
        table(cx.word("notice_effects_caption"), head, self.effects.iter().map(row).collect())
    }

    fn objection_facts(&self, cx: &ViewCx<'_>) -> Option<Vec<Fact>> {
        let o = self.objection.as_ref()?;
        let mut facts = vec![cx.fact("objection_until", cx.date(o.until))];
        facts.extend(o.contact.as_ref().map(|contact| cx.fact("objection_contact", cx.link(contact))));
        facts.extend(o.received.map(|n| cx.fact("objection_received", cx.int(n))));
        facts.extend(o.upheld.map(|n| cx.fact("objection_upheld", cx.int(n))));
        facts.extend(o.reply.as_ref().map(|reply| cx.fact("objection_reply", cx.text(reply))));
        facts.extend(o.replied.map(|day| cx.fact("objection_replied", cx.date(day))));
        Some(facts)
    }

    fn posted_table(&self, cx: &ViewCx<'_>) -> Option<Block> {
        let any_photo = self.posted_at.iter().any(|p| p.photo.is_some());
        let row = |p: &PostedAt| {
            let mut cells = vec![cell(cx.link(&p.place)), cell(cx.date(p.date))];
            if any_photo {
                cells.push(cell(p.photo.iter().map(|photo| file_link(cx, photo)).collect::<Vec<_>>()));
            }
            Row { id: String::new(), cells }
        };
        let mut columns = vec![head(cx, "posted_at_place"), head(cx, "posted_at_date")];
        if any_photo {
            columns.push(head(cx, "posted_at_photo"));
        }
        table(cx.word("notice_posted_caption"), columns, self.posted_at.iter().map(row).collect())
    }

    fn about_list(&self, cx: &ViewCx<'_>) -> Option<Block> {
        let rows: Vec<_> = self.about.iter().map(|about| vec![cx.link(about)]).collect();
        (!rows.is_empty()).then_some(Block::List { rows })
    }
}

impl Effect {
    fn span(&self) -> MomentPeriod {
        MomentPeriod { from: self.from, to: self.to }
    }
}

fn head(cx: &ViewCx<'_>, field: &str) -> Cell {
    cell(cx.plain(cx.label(field)))
}

fn table(caption: String, head: Vec<Cell>, rows: Vec<Row>) -> Option<Block> {
    (!rows.is_empty()).then(|| Block::Table { table: Table { caption, head, rows, ..Table::default() } })
}

#[cfg(test)]
mod tests {
    use super::KIND;
    use crate::record::test_support::{EN, Stub, date, missing_words, sample, translated};
    use crate::value::LangId;

    const SAMPLE: &str = "\
number: 2026-021
title: 关于临时停水的通知
published: 2026-06-16
type: disruption
effective: { from: 2026-06-18 14:00, to: 2026-06-18 20:00 }
effects: [{ id: e1, type: water, from: 2026-06-18 14:00, to: 2026-06-18 20:00, area: 1–6 栋、农贸市场 }]
urgent: true
posted_at: [{ place: places/board-1, date: 2026-06-16 }]
";

    const PUBLICITY: &str = "\
title: 施工单位比选结果公示
published: 2026-06-26
posting: { from: 2026-06-26, to: 2026-07-10 }
type: publicity
about: [renovation/lights]
objection: { until: 2026-07-10, contact: organizations/committee, received: 2, upheld: 1, reply: 已核实, replied: 2026-06-30 }
";

    #[test]
    fn the_samples_have_no_findings() {
        assert_eq!(sample(&KIND, SAMPLE).findings, Vec::<String>::new());
        assert_eq!(sample(&KIND, PUBLICITY).findings, Vec::<String>::new());
        assert_eq!(missing_words(&KIND), Vec::<String>::new());
        let front: String = KIND.sample.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
        assert_eq!(sample(&KIND, &format!("title: 通知\npublished: 2026-06-16\n{front}")).findings, Vec::<String>::new());
    }

    #[test]
    fn every_slip_is_found_where_it_stands() {
        for (text, from, to, expected) in [
            (SAMPLE, "type: disruption\n", "", "error COM-03 type com-03-missing-field"),
            (SAMPLE, "type: disruption", "type: water", "error COM-03 type com-03-unknown-code"),
            (SAMPLE, "type: water", "type: watr", "error COM-03 effects.e1.type com-03-unknown-code"),
            (SAMPLE, "{ id: e1, ", "{ ", "error COM-03 effects.0.id com-03-missing-field"),
            (SAMPLE, "20:00, area", "13:00, area", "error COM-03 effects[0].to com-03-effect-order"),
            (SAMPLE, "to: 2026-06-18 20:00 }", "to: 2026-06-17 20:00 }", "error COM-03 effective com-03-period-order"),
            (SAMPLE, "effective: { from: 2026-06-18 14:00, to: 2026-06-18 20:00 }\n", "", "error COM-03 urgent com-03-urgent-end"),
            (SAMPLE, "to: 2026-06-18 20:00 }\n", "}\n", "error COM-03 effective com-03-urgent-end"),
            (SAMPLE, "urgent: true", "urgent: very", "error COM-03 urgent bool-unreadable"),
            (SAMPLE, "place: places/board-1", "place: 东门公示栏", "error COM-03 posted_at.0.place ref-shape"),
            (SAMPLE, "urgent: true", "urgant: true", "error COM-03 urgant com-03-unknown-key"),
            (PUBLICITY, "about: [renovation/lights]\n", "", "warning NOT-01 type not-01-about"),
            (PUBLICITY, "contact: organizations/committee, ", "", "warning NOT-01 objection.until not-01-contact"),
            (PUBLICITY, "until: 2026-07-10", "until: 2026-07-02", "warning NOT-02 objection.until not-02-short"),
            (PUBLICITY, "until: 2026-07-10, ", "", "error COM-03 objection.until com-03-missing-field"),
            (PUBLICITY, "received: 2", "received: 两件", "error COM-03 objection.received int-unreadable"),
        ] {
            assert!(text.contains(from), "{from}");
            assert_eq!(sample(&KIND, &text.replacen(from, to, 1)).findings, [expected], "{from} → {to}");
        }
    }

    #[test]
    fn facets_tell_what_is_urgent_and_what_ends() {
        let facets = sample(&KIND, SAMPLE).facets();
        assert_eq!(facets.urgent.and_then(|u| u.until).map(|m| m.iso()), Some("2026-06-18T20:00".to_owned()));
        let facets = sample(&KIND, PUBLICITY).facets();
        let ends: Vec<_> = facets.deadlines.iter().map(|d| (d.what, d.from, d.until)).collect();
        let (from, until) = (Some(date("2026-06-26")), date("2026-07-10"));
        assert_eq!(ends, [("objection", from, until), ("posting", from, until)]);
        assert_eq!(facets.urgent, None);
    }

    #[test]
    fn the_page_says_when_and_where_first() {
        let notice = translated(&KIND, SAMPLE, "title: Water cut\neffects: { e1: { area: Buildings 1 to 6 and the market } }\n");
        let zh = notice.text(LangId::PRIMARY, &Stub::default());
        let first: Vec<&str> = zh.lines().take(4).collect();
        assert_eq!(
            first,
            [
                "tags: 停水停电和交通已结束",
                "headline: 停水 · 2026年6月18日 14:00–20:00",
                "时间: 2026年6月18日 14:00–20:00",
                "影响: 停水 · 1–6 栋、农贸市场",
            ]
        );
        assert!(zh.contains("#e1 停水 | 2026年6月18日 14:00–20:00 | 1–6 栋、农贸市场"), "{zh}");
        let en = notice.text(EN, &Stub::default());
        assert!(en.contains("Affected: Water cut · Buildings 1 to 6 and the market"), "{en}");
        let soon = sample(&KIND, &SAMPLE.replace("2026-06-18", "2026-07-02"));
        assert!(soon.text(LangId::PRIMARY, &Stub::default()).starts_with("tags: 紧急停水停电和交通\n"));
    }

    #[test]
    fn a_notice_open_for_objection_says_until_when_and_where() {
        let zh = sample(&KIND, PUBLICITY).text(LangId::PRIMARY, &Stub::default());
        for expected in [
            "tags: 公示正在公示，可以提意见",
            "headline: 提意见截止 2026年7月10日",
            "提意见: 提意见截止 2026年7月10日 / organizations/committee<../../organizations/committee/>",
            "收到件数: 2\n采纳件数: 1\n答复: 已核实",
            "## about 公示事项\n- renovation/lights<../../renovation/lights/>",
        ] {
            assert!(zh.contains(expected), "{expected}\n{zh}");
        }
    }
}
