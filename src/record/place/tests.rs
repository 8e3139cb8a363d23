//! Places as written and as shown: the sample has no findings, and each slip is found where it stands.

use super::KIND;
use crate::record::codelists::OccurrenceState;
use crate::record::facet::Occurrence;
use crate::record::test_support::{EN, Stub, sample, translated};
use crate::value::{DateTime, LangId, RecordId};

const ZH: LangId = LangId::PRIMARY;

const HALL: &str = "\
title: 社区会堂
published: 2025-05-01
type: room
parent: places/rongyin
address: 榕荫路 8 号一楼
hours: [{ days: [mon, tue, wed, thu, fri], time: \"08:30-20:00\" }]
";

const MEALS: &str = "\
geo: { lat: 22.0075, lon: 100.7970 }
profile: { date: 2025-12-31, households: 856, built: 2009, area: 78120.50 }
management_mode: self_managed
capacity: 120
access: [ramp, lift]
services:
  - id: lunch
    name: 老年午餐
    category: meal
    audience: elders
    age_min: 60
    fee: 9.00
    hours: [{ days: [mon, tue, wed, thu, fri, sat, sun], time: \"11:00-12:30\" }]
    provider: organizations/canteen-team
    languages: [zh, khb]
    how: 前一天下午五点前订餐
    phone: 0691-000-0000
";

fn with(from: &str, to: &str) -> String {
    let front = format!("{HALL}{MEALS}");
    assert!(front.contains(from), "the sample does not say {from}");
    front.replacen(from, to, 1)
}

#[test]
fn the_sample_of_the_contracts_is_read_without_findings() {
    assert_eq!(sample(&KIND, HALL).findings, Vec::<String>::new());
    assert_eq!(sample(&KIND, &format!("{HALL}{MEALS}")).findings, Vec::<String>::new());
}

#[test]
fn each_slip_is_named_at_its_figure() {
    for (from, to, expected) in [
        ("type: room\n", "", &["error COM-03 type com-03-missing-field"][..]),
        ("type: room", "type: 活动室", &[]),
        ("type: room", "type: rooom", &["error COM-03 type com-03-unknown-code"]),
        ("lat: 22.0075", "lat: 92.0", &["error COM-03 geo.lat degrees-unreadable"]),
        ("lat: 22.0075", "lat: 22°00′27″", &["error COM-03 geo.lat degrees-unreadable"]),
        ("lat: 22.0075", "lat: 2.2e1", &["error COM-03 geo.lat degrees-unreadable"]),
        ("lat: 22.0075", "lat: -90.0", &[]),
        ("lon: 100.7970", "lon: 180.1", &["error COM-03 geo.lon degrees-unreadable"]),
        (", lon: 100.7970", "", &["error COM-03 geo.lon com-03-missing-field"]),
        ("08:30-20:00", "20:00-08:30", &["error COM-03 hours.0.time time-range-order"]),
        ("days: [mon, tue, wed, thu, fri],", "days: [],", &["error COM-03 hours.0.days com-03-empty-list"]),
        ("[mon, tue,", "[mon, tues,", &["error COM-03 hours.0.days.1 weekday-unreadable"]),
        ("fee: 9.00", "fee: 九元", &["error COM-03 services.lunch.fee money-unreadable"]),
        ("category: meal", "category: meals", &["error COM-03 services.lunch.category com-03-unknown-code"]),
        ("area: 78120.50", "area: 七万", &["error COM-03 profile.area area-unreadable"]),
        ("date: 2025-12-31, ", "", &["error COM-03 profile.date com-03-missing-field"]),
        ("capacity: 120", "capasity: 120", &["error COM-03 capasity com-03-unknown-key"]),
    ] {
        assert_eq!(sample(&KIND, &with(from, to)).findings, expected, "{to}");
    }
}

#[test]
fn the_page_says_where_when_and_what_is_offered() {
    let english = "services: { lunch: { name: Lunch for older people, how: Order by five the day before } }\n";
    let hall = translated(&KIND, &format!("{HALL}{MEALS}"), english);
    let zh = hall.text(ZH, &Stub::default());
    for line in [
        "tags: 活动场地",
        "headline: 榕荫路 8 号一楼",
        "开放时间: 星期一至星期五 08:30–20:00",
        "可容纳: 120 人",
        "无障碍设施: 坡道和电梯",
        "坐标: 22.0075, 100.7970 WGS-84",
        "#lunch plain [助餐] 老年午餐",
        "对象: 老人 · 60 岁以上（含 60 岁）",
        "时间: 每天 11:00–12:30",
        "费用: ¥9.00",
        "可用语言: 汉语和西双版纳傣语",
        "户数: 856",
    ] {
        assert!(zh.lines().any(|l| l == line), "no line {line} in\n{zh}");
    }
    let en = hall.text(EN, &Stub::default());
    for line in ["headline: [zh-Hans]榕荫路 8 号一楼", "#lunch plain [Meals] Lunch for older people", "For: older people · from 60 years"]
    {
        assert!(en.lines().any(|l| l == line), "no line {line} in\n{en}");
    }
}

#[test]
fn what_happens_here_stands_with_its_next_date() {
    let at = |text: &str| DateTime::parse(text).expect("a time");
    let mut records = Stub { referring: vec![RecordId::new("activities", "class")], ..Stub::default() };
    let here = sample(&KIND, HALL);
    assert!(here.text(ZH, &records).contains("## happens 在这里举行\n- activities/class<../../activities/class/>"));
    records.upcoming = [OccurrenceState::Cancelled, OccurrenceState::Confirmed]
        .into_iter()
        .zip(["2026-07-01", "2026-07-02"])
        .map(|(state, day)| {
            let (start, end) = (at(&format!("{day} 16:30")), at(&format!("{day} 18:00")));
            Occurrence { original: start.date, start, end: Some(end), state, note: None, attended: None }
        })
        .collect();
    assert!(here.text(ZH, &records).contains("- 2026年7月2日星期四 16:30–18:00 activities/class<../../activities/class/>"));
}
