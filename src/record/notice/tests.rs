//! Notices as written and as shown: the samples have no findings, and each slip is found where it stands.

use super::KIND;
use crate::record::test_support::{EN, Stub, date, sample, translated};
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
    let ends: Vec<_> = facets.deadlines.iter().map(|d| (d.what.code(), d.from, d.until)).collect();
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
