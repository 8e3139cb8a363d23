//! Activities as written and as shown: the sample has no findings, and each slip is found where it stands.

use super::KIND;
use crate::record::codelists::OccurrenceState;
use crate::record::facet::Occurrence;
use crate::record::test_support::{EN, Stub, date, sample};
use crate::value::{DateTime, Holidays, LangId, Text};

const ZH: LangId = LangId::PRIMARY;

const CLASS: &str = "\
title: 四点半课堂
published: 2026-02-20
cat: class
organizer: organizations/committee
room: places/children-room
start: 2026-03-02 16:30
end: 2026-03-02 18:00
repeat: { every: week, on: [mon, tue, wed, thu, fri], until: 2026-07-03, skip_holidays: true }
sessions: [{ date: 2026-04-30, state: cancelled, note: 学校春游 }]
capacity: 30
enrolled: 24
audience: [children]
age_min: 6
age_max: 12
signup: { until: 2026-02-28, how: 到社区窗口登记, contact: organizations/committee }
roster: [{ id: w1, slot: mon, time: \"16:30-18:00\", team: organizations/volunteers, people: 2, task: 辅导作业 }]
state: confirmed
";

const ROSTER: &str = "{ id: w1, slot: mon, time: \"16:30-18:00\", team: organizations/volunteers, people: 2, task: 辅导作业 }";

fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(CLASS.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "the sample does not say {from}");
        text.replacen(from, to, 1)
    })
}

#[test]
fn the_sample_of_the_contracts_is_read_without_findings() {
    // A hint for the report: nothing says whether the class follows days worked in exchange.
    assert_eq!(sample(&KIND, CLASS).findings, ["info ACT-05 repeat.every act-05-makeup"]);
}

#[test]
fn each_slip_is_named_at_its_figure() {
    let cases: Vec<(String, &[&str])> = vec![
        // ACT-01
        (with(&[("end: 2026-03-02 18:00", "end: 2026-03-02 16:30")]), &["error ACT-01 end act-01-end"]),
        (with(&[("end: 2026-03-02 18:00", "end: 2026-03-01 18:00")]), &["error ACT-01 end act-01-end"]),
        (with(&[("end: 2026-03-02 18:00", "end: 2026-03-03 02:00")]), &[]),
        (with(&[("until: 2026-07-03", "until: 2026-03-01")]), &["error ACT-01 repeat.until act-01-until"]),
        (with(&[("until: 2026-07-03", "until: 2026-03-02")]), &[]),
        (with(&[("until: 2026-07-03", "until: 2026-07-03, count: 10")]), &["error ACT-01 repeat.count act-01-both"]),
        (with(&[("until: 2026-07-03", "count: 10")]), &[]),
        // ACT-02
        (with(&[("start: 2026-03-02", "start: 2026-03-01"), ("end: 2026-03-02", "end: 2026-03-01")]), &["error ACT-02 start act-02-start"]),
        (with(&[("every: week, on: [mon, tue, wed, thu, fri]", "every: month, on: [2sat]")]), &["error ACT-02 start act-02-start"]),
        (with(&[("every: week, on: [mon, tue, wed, thu, fri]", "every: month, on: [1mon]")]), &[]),
        (with(&[("every: week, on: [mon, tue, wed, thu, fri]", "every: month")]), &[]),
        (with(&[("repeat: {", "repeat: { interval: 4000000000,")]), &["error COM-03 repeat.interval com-03-interval"]),
        (
            with(&[("every: week, on: [mon, tue, wed, thu, fri]", "every: month, interval: 0, on: [31]")]),
            &["error COM-03 repeat.interval com-03-interval"],
        ),
        (with(&[("until: 2026-07-03", "count: 0")]), &["error COM-03 repeat.count com-03-count"]),
        // ACT-06
        (with(&[("enrolled: 24", "enrolled: 31")]), &["error ACT-06 enrolled act-06-enrolled"]),
        (with(&[("enrolled: 24", "enrolled: 30")]), &[]),
        (with(&[("age_min: 6", "age_min: 13")]), &["error ACT-06 age_min act-06-ages"]),
        // Shapes and what must be there
        (with(&[("state: confirmed", "state: planned")]), &["error COM-03 state com-03-unknown-code"]),
        (with(&[("room: places/children-room\n", "")]), &["error COM-03 room com-03-missing-field"]),
        (with(&[("start: 2026-03-02 16:30", "start: 2026-03-02")]), &["error COM-03 start datetime-no-time"]),
        (with(&[("[mon, tue,", "[mon, funday,")]), &["error COM-03 repeat.on.1 on-unreadable"]),
        (with(&[("slot: mon", "slot: 某天")]), &["error COM-03 roster.w1.slot slot-unreadable"]),
        (with(&[("slot: mon", "slot: 2026-03-09")]), &[]),
        (with(&[("slot: mon", "slot: 周一")]), &[]),
        (with(&[("id: w1, ", "")]), &["error COM-03 roster.0.id com-03-missing-field"]),
        (with(&[("capacity: 30", "capacity: 三十")]), &["error COM-03 capacity int-unreadable"]),
        (with(&[("capacity: 30", "occurrences: 30")]), &["error COM-03 occurrences com-03-unknown-key"]),
    ];
    for (front, expected) in cases {
        let mut found = sample(&KIND, &front).findings;
        // The date said to be cancelled falls out of many a changed rule.
        found.retain(|f| !f.starts_with("info") && !f.contains("act-03-session"));
        assert_eq!(found, expected, "{front}");
    }
}

#[test]
fn what_looks_odd_is_warned_of() {
    let holidays = "skip_holidays: true";
    let roster =
        |items: &str| with(&[("cat: class", "cat: duty"), (holidays, "skip_holidays: true, follow_makeup_days: true"), (ROSTER, items)]);
    let item = |id: &str, slot: &str, rest: &str| format!("{{ id: {id}, slot: {slot}{rest} }}");
    let week = |rest: &str| ["mon", "tue", "wed", "thu", "fri"].map(|day| item(day, day, rest)).join(", ");
    let (team, made_up) = (", team: organizations/volunteers", "skip_holidays: true, follow_makeup_days: true");
    let cases: Vec<(String, &[&str])> = vec![
        (with(&[(holidays, made_up)]), &[]),
        (with(&[(holidays, "skip_holidays: true, follow_makeup_days: false")]), &[]),
        (with(&[(holidays, "follow_makeup_days: true")]), &["warning ACT-05 repeat.every act-05-holiday"]),
        (with(&[(holidays, "skip_holidays: false, follow_makeup_days: true")]), &[]),
        (with(&[(holidays, made_up), ("until: 2026-07-03", "until: 2027-01-08")]), &["info ACT-05 repeat.until act-05-no-table"]),
        (with(&[(holidays, &format!("{made_up}, except: [2026-05-01, 2026-05-10]"))]), &["warning ACT-03 repeat.except[1] act-03-except"]),
        (with(&[(holidays, made_up), ("date: 2026-04-30", "date: 2026-05-01")]), &["warning ACT-03 sessions[0].date act-03-session"]),
        (roster(&week(team)), &[]),
        (roster(&item("a", "mon", team)), &["warning ACT-08 roster act-08-gap"]),
        (roster(&week("")), &["warning ACT-08 roster act-08-gap"]),
        (roster(&format!("{}, {}", week(team), item("b", "mon", team))), &["warning ACT-08 roster[5].team act-08-twice"]),
        (
            roster(&format!(
                "{}, {}",
                week(&format!("{team}, time: \"08:00-10:00\"")),
                item("b", "mon", &format!("{team}, time: \"10:00-12:00\""))
            )),
            &[],
        ),
        (with(&[(holidays, made_up), ("task: 辅导作业", "names: [岩温]")]), &["warning ACT-09 roster[0].names act-09-consent"]),
        (with(&[(holidays, made_up), ("task: 辅导作业", "names: [岩温], consent: true")]), &[]),
        (
            with(&[(holidays, made_up), ("cat: class", "cat: volunteer"), ("task: 辅导作业", "names: [岩温], consent: true")]),
            &["error ACT-09 roster[0].names act-09-minors"],
        ),
    ];
    for (front, expected) in cases {
        assert_eq!(sample(&KIND, &front).findings, expected, "{front}");
    }
}

#[test]
fn the_schedule_knows_its_cancelled_and_moved_dates() {
    let front = with(&[(
        "note: 学校春游 }",
        "note: 学校春游 }, { date: 2026-03-05, moved_to: 2026-03-07 09:00 }, { date: 2026-03-06, attended: 21 }",
    )]);
    let facets = sample(&KIND, &front).facets();
    let schedule = facets.schedule.expect("activities have a schedule");
    let first: Vec<String> = schedule
        .expand(date("2026-03-08"), Holidays::china())
        .iter()
        .map(|o| format!("{} {} {}", o.start, o.state.code(), o.attended.unwrap_or(0)))
        .collect();
    assert_eq!(
        first,
        [
            "2026-03-02 16:30 confirmed 0",
            "2026-03-03 16:30 confirmed 0",
            "2026-03-04 16:30 confirmed 0",
            "2026-03-06 16:30 confirmed 21",
            "2026-03-07 09:00 moved 0"
        ]
    );
    let deadlines: Vec<_> = facets.deadlines.iter().map(|d| (d.what.code(), d.at.as_str(), d.until)).collect();
    assert_eq!(deadlines, [("signup", "signup.until", date("2026-02-28"))]);
}

#[test]
fn the_page_says_when_where_and_how_to_sign_up_first() {
    let at = |text: &str| DateTime::parse(text).expect("a time");
    let occurrence = |from: &str, to: &str, state, note: Option<&str>| Occurrence {
        original: at(from).date,
        start: at(from),
        end: Some(at(to)),
        state,
        note: note.map(Text::new),
        attended: None,
    };
    let mut records = Stub::default().title("places/children-room", "儿童之家", "Children's room");
    records.upcoming = vec![
        occurrence("2026-07-01 16:30", "2026-07-01 18:00", OccurrenceState::Cancelled, Some("学校放假")),
        occurrence("2026-07-02 16:30", "2026-07-02 18:00", OccurrenceState::Confirmed, None),
    ];
    let class = sample(&KIND, CLASS);
    let zh = class.text(ZH, &records);
    for line in [
        "tags: 课程",
        "headline: 2026年7月2日星期四 16:30–18:00",
        "时间: 每周：星期一至星期五 16:30–18:00 / 2026年3月2日至7月3日 / 法定节假日停办",
        "地点: 儿童之家<../../places/children-room/>",
        "怎么报名: 到社区窗口登记 / 报名截止 2026年2月28日星期六 报名已截止",
        "年龄: 6 至 12 岁",
        "名额: 30 个，已报名 24 人，还剩 6 个",
        "费用: 免费",
        "- 2026年7月1日星期三 16:30–18:00 取消 学校放假",
        "#2026-04-30 2026年4月30日星期四 | 取消 | 学校春游 | ",
        "星期一: #w1 16:30–18:00 organizations/volunteers<../../organizations/volunteers/> · 2 人 · 辅导作业",
    ] {
        assert!(zh.lines().any(|l| l == line), "no line {line} in\n{zh}");
    }
    let en = class.text(EN, &records);
    for part in [
        "When: Every week: Monday to Friday 4:30–6:00\u{202f}PM / March 2 – July 3, 2026 / Not on public holidays",
        "cancelled [zh-Hans]学校放假",
    ] {
        assert!(en.contains(part), "no {part} in\n{en}");
    }
}

#[test]
fn rules_are_put_into_words() {
    for (rule, zh, en) in [
        ("every: day", "每天", "Every day"),
        ("every: day, interval: 3", "每 3 天", "Every 3 days"),
        ("every: week", "每周：星期一", "Every week: Monday"),
        ("every: week, interval: 2, on: [mon, wed]", "隔周：星期一和星期三", "Every other week: Monday and Wednesday"),
        ("every: month", "每月2 日", "Every month: day 2"),
        ("every: month, on: [1mon, -1fri]", "每月第 1 个星期一和最后一个星期五", "Every month: first Monday and last Friday"),
        ("every: year", "每年3月2日", "Every year: March 2"),
    ] {
        let front = with(&[("every: week, on: [mon, tue, wed, thu, fri]", rule)]);
        let activity = sample(&KIND, &front);
        for (lang, words) in [(ZH, zh), (EN, en)] {
            let text = activity.text(lang, &Stub::default());
            assert!(text.contains(&format!(": {words} ")), "no {words} in\n{text}");
        }
    }
}

#[test]
fn names_on_duty_need_consent() {
    let named = with(&[("task: 辅导作业", "task: 辅导作业, names: [玉香, 岩温]")]);
    assert!(!sample(&KIND, &named).text(ZH, &Stub::default()).contains("玉香"));
    let agreed = named.replace("names:", "consent: true, names:");
    assert!(sample(&KIND, &agreed).text(ZH, &Stub::default()).contains("玉香和岩温"));
}

#[test]
fn an_empty_day_of_a_duty_list_is_shown() {
    let duty = with(&[("cat: class", "cat: duty"), ("every: week, on: [mon, tue, wed, thu, fri]", "every: day")]);
    assert!(sample(&KIND, &duty).text(ZH, &Stub::default()).contains("星期日: —"));
}
