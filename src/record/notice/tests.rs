//! Notices as written and as shown: the samples have no findings, and each slip is found where it stands.

use super::KIND;
use crate::record::facet::UrgentUntil;
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
        (SAMPLE, "to: 2026-06-18 20:00 }\n", "}\n", "warning COM-03 effective com-03-urgent-end"),
        (SAMPLE, "14:00, to: 2026-06-18 20:00 }\n", "14:00 }\nreview: 2026-06-15 20:00\n", "error COM-03 review com-03-review"),
        (SAMPLE, "area: 1", "daily: \"05:00-05:00\", area: 1", "error COM-03 effects.e1.daily daily-hours-order"),
        (SAMPLE, "area: 1", "daily: \"05:00-次日6:00\", area: 1", "error COM-03 effects.e1.daily daily-hours-order"),
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

const EFFECTIVE: &str = "effective: { from: 2026-06-18 14:00, to: 2026-06-18 20:00 }\n";

#[test]
fn a_banner_goes_with_the_matter_or_at_the_review_or_after_a_week() {
    let effects = "effects: [{ id: e1, type: water, from: 2026-06-18 14:00, to: 2026-06-18 20:00, area: 1–6 栋、农贸市场 }]\n";
    let two = "effects: [{ id: e1, type: water, from: 2026-06-18 14:00, to: 2026-06-19 }, { id: e2, type: gas, from: 2026-06-17, to: 2026-06-18 }]\n";
    let end_unknown = "warning COM-03 urgent com-03-urgent-end";
    for (effective, effects, until, why, findings) in [
        (EFFECTIVE, effects, "2026-06-18T20:00", UrgentUntil::Over, &[][..]),
        ("", effects, "2026-06-18T20:00", UrgentUntil::Over, &[]),
        ("", two, "2026-06-19", UrgentUntil::Over, &[]),
        ("effective: { from: 2026-06-18 14:00 }\nreview: 2026-06-20 08:00\n", effects, "2026-06-20T08:00", UrgentUntil::Review, &[]),
        ("review: 2026-06-20\n", "", "2026-06-20", UrgentUntil::Review, &[]),
        ("", "", "2026-06-23", UrgentUntil::Assumed, &[end_unknown]),
    ] {
        let notice = sample(&KIND, &SAMPLE.replace(EFFECTIVE, effective).replace(effects_of(SAMPLE), effects));
        let urgent = notice.facets().urgent.expect("it is urgent");
        assert_eq!((urgent.until.iso().as_str(), urgent.why), (until, why), "{effective}{effects}");
        assert_eq!(notice.findings, findings, "{effective}{effects}");
    }
}

fn effects_of(text: &str) -> &str {
    let line = text.lines().find(|line| line.starts_with("effects:")).expect("the sample has effects");
    &text[text.find(line).unwrap_or(0)..][..=line.len()]
}

#[test]
fn what_has_no_end_says_so_and_the_hours_of_each_day() {
    let nightly = SAMPLE.replace(EFFECTIVE, "effective: 2026-06-16 起\nreview: 2026-06-20 08:00\n").replace(
        "type: water, from: 2026-06-18 14:00, to: 2026-06-18 20:00",
        "type: low_pressure, from: 2026-06-16, daily: \"22:00-5:00\"",
    );
    let notice = sample(&KIND, &nightly);
    assert_eq!(notice.findings, Vec::<String>::new());
    let zh = notice.text(LangId::PRIMARY, &Stub::default());
    for expected in [
        "headline: 降压供水 · 2026年6月16日起，每天 22:00 至次日 05:00（结束时间另行通知）\n",
        "时间: 2026年6月16日起（结束时间另行通知）\n下次更新: 2026年6月20日星期六 08:00\n",
        "#e1 降压供水 | 2026年6月16日起，每天 22:00 至次日 05:00（结束时间另行通知） | 1–6 栋、农贸市场",
    ] {
        assert!(zh.contains(expected), "{expected}\n{zh}");
    }
    let en = translated(&KIND, &nightly, "title: Low pressure\n").text(EN, &Stub::default()).replace('\u{202f}', " ");
    assert!(en.contains("June 16, 2026 onwards, every night from 10:00 PM to 5:00 AM (end to be announced)"), "{en}");
    // A rule may hold for good: nobody promises to announce its end.
    let rule = sample(&KIND, "title: 垃圾分类投放时间\npublished: 2026-06-16\ntype: announcement\neffective: { from: 2026-07-01 }\n");
    assert!(rule.text(LangId::PRIMARY, &Stub::default()).ends_with("时间: 2026年7月1日起"));
}

#[test]
fn facets_tell_what_is_urgent_and_what_ends() {
    let facets = sample(&KIND, SAMPLE).facets();
    assert_eq!(facets.urgent.map(|u| u.until.iso()), Some("2026-06-18T20:00".to_owned()));
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
