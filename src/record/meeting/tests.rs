//! Meetings: the sample of the contracts reads clean, and each slip is found where it stands.

use super::KIND;
use crate::locale::Tongue;
use crate::record::codelists::{ActionState, OccurrenceState, Outcome};
use crate::record::decision::Matter;
use crate::record::facet::Action;
use crate::record::test_support::{EN, Stub, date, sample, translated};
use crate::record::view::Block;
use crate::value::{LangId, RecordId, Text};

const SAMPLE: &str = "\
number: 2026-011
title: 业主大会：地面停车位改造
summary: 表决地面停车位改造方案，并选定施工单位。
published: 2026-03-14
posting: { from: 2026-03-14, to: 2026-03-31 }
tags: [parking]
type: owners_assembly
organ: organizations/owners-committee
scope: places/east-gate
start: 2026-03-12 19:00
end: 2026-03-12 21:00
mode: mixed
place: places/hall
state: held
notified: 2026-02-20
attendance: { eligible: 856, present: 612, by_proxy: 40, eligible_area: 78120.50, present_area: 55230.00 }
parties: [organizations/party-branch, organizations/property]
agenda:
  - id: plan
    no: 1
    title: 地面停车位改造方案
    outcome: adopted
    resolution: 同意按第二版方案实施。
    matter: own_common_use
    vote: { for: 480, against: 90, abstain: 42, invalid: 0, for_area: 43000.00, against_area: 8230.00, abstain_area: 4000.00, invalid_area: 0 }
actions:
  - { id: a1, text: 公示施工单位比选结果, owner: organizations/owners-committee, due: 2026-04-01, state: done, done_on: 2026-03-28 }
minutes: { state: confirmed, published: 2026-03-18 }
";

const ENGLISH: &str = "\
title: Owners' assembly on the parking spaces
agenda: { plan: { title: Rebuilding the parking spaces, resolution: The second version of the plan is approved. } }
";

/// Findings after replacing one piece of the sample.
fn broken(from: &str, to: &str) -> Vec<String> {
    assert!(SAMPLE.contains(from), "{from} is not in the sample");
    sample(&KIND, &SAMPLE.replacen(from, to, 1)).findings
}

#[test]
fn the_sample_of_the_contracts_has_no_findings() {
    assert_eq!(sample(&KIND, SAMPLE).findings, Vec::<String>::new());
}

#[test]
fn chinese_keys_and_codes_read_the_same() {
    let front = "\
标题: 议事会
公布日期: 2026-03-01
类型: 议事会
召集: organizations/committee
范围: places/community
开始: 2026年3月12日19：00
方式: 现场
地点: places/hall
会议状态: 已召开
出席: { 应到: 20, 实到: 18 }
议程: [{ 编号: road, 序号: 1, 标题: 修路, 结果: 商定, 事项: 议事, 表决: { 同意: 15, 反对: 1 }, 临时增加: 是 }]
落实: [{ 编号: a1, 内容: 清点路灯, 期限: 2026-04-01 }]
纪要: { 状态: 草稿, 公布日期: 2026-03-20 }
";
    let meeting = sample(&KIND, front);
    assert_eq!(meeting.findings, Vec::<String>::new());
    assert!(meeting.text(LangId::PRIMARY, &Stub::default()).contains("修路"));
}

#[test]
fn every_slip_is_found_where_it_stands() {
    for (from, to, expected) in [
        ("present: 612", "present: 900", "error MTG-01 attendance.present mtg-01-present"),
        ("present: 612", "present: 612, absent: 3", "error COM-03 attendance.absent com-03-unknown-key"),
        ("by_proxy: 40", "by_proxy: 613", "error MTG-01 attendance.by_proxy mtg-01-proxy"),
        ("present_area: 55230.00", "present_area: 78120.51", "error MTG-01 attendance.present_area mtg-01-area"),
        ("end: 2026-03-12 21:00", "end: 2026-03-12 18:00", "error MTG-01 end mtg-01-end"),
        ("end: 2026-03-12 21:00", "end: 2026-03-12 19:00", "error MTG-01 end mtg-01-end"),
        ("for: 480", "for: 481", "error MTG-02 agenda[0].vote.for mtg-02-over"),
        ("for: 480", "for: 479", "error MTG-02 agenda[0].vote.for mtg-02-ballots"),
        ("for_area: 43000.00", "for_area: 43000.01", "error MTG-02 agenda[0].vote.for_area mtg-02-area-over"),
        ("for_area: 43000.00", "for_area: 42999.99", "error MTG-02 agenda[0].vote.for_area mtg-02-area-ballots"),
        ("    outcome: adopted\n", "", "warning COM-03 agenda[0] com-03-meeting-outcome"),
        ("    resolution: 同意按第二版方案实施。\n", "", "warning COM-03 agenda.plan.resolution com-03-expected-field"),
        ("    matter: own_common_use\n", "", "warning COM-03 agenda[0].vote com-03-meeting-matter"),
        ("own_common_use", "own_comon_use", "error COM-03 agenda.plan.matter com-03-unknown-code"),
        ("type: owners_assembly", "type: assembly", "error COM-03 type com-03-unknown-code"),
        ("type: owners_assembly\n", "", "error COM-03 type com-03-missing-field"),
        ("organ: organizations/owners-committee\n", "", "error COM-03 organ com-03-missing-field"),
        ("scope: places/east-gate\n", "", "error COM-03 scope com-03-missing-field"),
        ("mode: mixed\n", "", "error COM-03 mode com-03-missing-field"),
        ("mode: mixed\nplace: places/hall\n", "mode: in_person\n", "warning COM-03 place com-03-expected-field"),
        ("state: held\n", "", "error COM-03 state com-03-missing-field"),
        ("state: held", "state: moved\nreason: 下雨", "error MTG-11 start mtg-11-no-old-time"),
        ("state: held", "state: moved\nreason: 下雨\nmoved_from: 2026-03-12 19:00", "error MTG-11 start mtg-11-same-time"),
        ("state: held", "state: cancelled", "warning MTG-11 state mtg-11-reason"),
        ("for: 480, against: 90", "for: 458, against: 112", "error MTG-04 agenda[0].vote.for mtg-04-heads"),
        ("43000.00, against_area: 8230.00", "41422.49, against_area: 9807.51", "error MTG-04 agenda[0].vote.for_area mtg-04-area"),
        ("    outcome: adopted", "    added_late: true\n    outcome: adopted", "warning MTG-06 agenda[0].added_late mtg-06-late"),
        ("notified: 2026-02-20", "notified: 2026-02-26", "warning MTG-05 notified mtg-05-short"),
        ("notified: 2026-02-20", "notified: 2026-03-13", "warning MTG-05 notified mtg-05-after"),
        ("minutes: { state: confirmed, published: 2026-03-18 }\n", "", "warning MTG-08 state mtg-08-missing"),
        ("confirmed, published: 2026-03-18", "draft", "warning MTG-08 minutes.state mtg-08-unpublished"),
        ("published: 2026-03-18", "published: 2026-03-28", "warning MTG-08 minutes.published mtg-08-late"),
        ("notified: 2026-02-20\n", "", "warning COM-03 notified com-03-expected-field"),
        ("state: done, done_on: 2026-03-28", "state: done", "warning COM-03 actions.a1.done_on com-03-expected-field"),
        ("    no: 1\n", "", "error COM-03 agenda.plan.no com-03-missing-field"),
        ("    no: 1\n", "    no: 1\n    result: passed\n", "error COM-03 agenda.plan.result com-03-unknown-key"),
        ("agenda:\n  - id: plan", "agendas: []\nagenda:\n  - id: plan", "error COM-03 agendas com-03-unknown-key"),
        ("against: 90", "against: 九十", "error COM-03 agenda.plan.vote.against int-unreadable"),
        ("start: 2026-03-12 19:00", "start: 2026-03-12", "error COM-03 start datetime-no-time"),
        ("eligible_area: 78120.50", "eligible_area: 7.8万", "error COM-03 attendance.eligible_area area-unreadable"),
        ("{ id: a1, text", "{ id: A1, text", "error COM-03 actions.A1.id slug-shape"),
    ] {
        assert_eq!(broken(from, to), [expected], "{from} → {to}");
    }
    let without = SAMPLE.lines().filter(|l| !l.starts_with("attendance")).map(|l| format!("{l}\n")).collect::<String>();
    assert_eq!(sample(&KIND, &without).findings, ["warning COM-03 attendance com-03-expected-field"]);
    let empty = [SAMPLE.split("agenda:").next().unwrap_or(""), "agenda: []\n"].concat();
    assert_eq!(sample(&KIND, &empty).findings, ["error COM-03 agenda com-03-empty-list"]);
}

#[test]
fn what_just_reaches_a_share_or_a_day_is_no_finding() {
    for (from, to) in [
        ("for: 480, against: 90", "for: 459, against: 111"),
        ("43000.00, against_area: 8230.00", "41422.50, against_area: 9807.50"),
        ("notified: 2026-02-20", "notified: 2026-02-25"),
        // The fifteenth day is Friday 27 March.
        ("published: 2026-03-18", "published: 2026-03-27"),
        ("state: held", "state: moved\nreason: 下雨\nmoved_from: 2026-03-05 19:00"),
    ] {
        assert_eq!(broken(from, to), Vec::<String>::new(), "{from} → {to}");
    }
}

#[test]
fn a_show_of_hands_may_leave_people_uncounted() {
    let hands = SAMPLE.replacen("mode: mixed", "mode: in_person", 1);
    let fewer = hands.replacen("for: 480", "for: 470", 1).replacen("for_area: 43000.00", "for_area: 42000.00", 1);
    assert_eq!(sample(&KIND, &fewer).findings, Vec::<String>::new());
    assert_eq!(sample(&KIND, &hands.replacen("for: 480", "for: 490", 1)).findings, ["error MTG-02 agenda[0].vote.for mtg-02-over"]);
}

#[test]
fn the_message_shows_the_parts_the_sum_and_the_difference() {
    let meeting = sample(&KIND, &SAMPLE.replacen("for: 480", "for: 490", 1));
    let zh = &meeting.said(Tongue::Zh)[0];
    assert!(zh.contains("同意 490 + 反对 90 + 弃权 42 + 无效 0 = 622，比实到 612 多 10"), "{zh}");
    let en = &meeting.said(Tongue::En)[0];
    assert!(en.contains("For 490 + against 90 + abstentions 42 + spoilt 0 = 622, 10 more than the 612 present"), "{en}");
}

#[test]
fn facets_tell_what_was_decided_and_promised() {
    let facets = sample(&KIND, SAMPLE).facets();
    let decision = &facets.decisions[0];
    assert_eq!(
        (&*decision.fragment, decision.at.as_str(), decision.matter.map(Matter::code), decision.outcome.map(Outcome::code)),
        ("plan", "agenda[0]", Some("own_common_use"), Some("adopted"))
    );
    let action = &facets.actions[0];
    assert_eq!((&*action.fragment, action.state, action.agreed), ("a1", ActionState::Done, date("2026-03-12")));
    assert_eq!(facets.deadlines[0].until, date("2026-03-31"));
    let schedule = facets.schedule.expect("a meeting takes place");
    assert_eq!(
        (schedule.state, schedule.start.iso(), schedule.end.map(|e| e.iso())),
        (OccurrenceState::Confirmed, "2026-03-12T19:00".into(), Some("2026-03-12T21:00".into()))
    );
    let cancelled = sample(&KIND, &SAMPLE.replacen("state: held", "state: cancelled", 1)).facets();
    assert_eq!(cancelled.schedule.map(|s| s.state), Some(OccurrenceState::Cancelled));
}

#[test]
fn the_page_says_what_was_decided_first() {
    let records = Stub::default().title("places/hall", "社区会堂", "Community hall");
    let meeting = translated(&KIND, SAMPLE, ENGLISH);
    let zh = meeting.text(LangId::PRIMARY, &records);
    let lines: Vec<&str> = zh.lines().collect();
    assert_eq!(
        &lines[..4],
        [
            "tags: 已召开",
            "headline: 地面停车位改造方案 · 通过",
            "决定: 1. 地面停车位改造方案 通过 / 同意 480，反对 90，弃权 42",
            "出席: 应到 856 人，实到 612 人（71.5%），面积 70.7%",
        ]
    );
    for expected in [
        "社区会堂<../../places/hall/>",
        "## decisions 议题和决定",
        "#plan 1 地面停车位改造方案 [通过]\n同意按第二版方案实施。",
        "vote: 按人数（整条是全体应到 856 人）\n到会至少 571 人（三分之二以上）\n同意至少 459 人（参加者的四分之三以上）\n同意: 480（56.1%） (56.1%)",
        "反对: 8,230.00平方米（10.5%） (10.5%)",
        "参加: 需要三分之二以上，实到人数 71.5%和面积 70.7% 达到",
        "同意: 需要参加者的四分之三以上，同意人数 78.4%和面积 77.9% 达到",
        "依据: 《民法典》（2020年文本）第二百七十八条；按公布的数字计算",
        "人数: 应到 856 人，实到 612 人（71.5%），其中委托参加 40 人",
        "#a1 公示施工单位比选结果 | organizations/owners-committee<../../organizations/owners-committee/> | 2026年4月1日 | 已完成 2026年3月28日",
        "纪要: 已确认",
    ] {
        assert!(zh.contains(expected), "{expected}\n{zh}");
    }
    let en = meeting.text(EN, &records);
    for expected in [
        "headline: Rebuilding the parking spaces · Adopted",
        "480 for, 90 against, 42 abstentions",
        "Taking part: Needs at least two thirds; there was 71.5% by head and 70.7% by area Reached",
        "#a1 [zh-Hans]公示施工单位比选结果",
        "Where: Community hall<../../places/hall/>",
    ] {
        assert!(en.contains(expected), "{expected}\n{en}");
    }
}

#[test]
fn a_quorum_missed_is_said_in_words_and_numbers() {
    let few = SAMPLE
        .replacen("present: 612", "present: 567", 1)
        .replacen("for: 480", "for: 435", 1)
        .replacen(", eligible_area: 78120.50, present_area: 55230.00", "", 1)
        .replacen(", for_area: 43000.00, against_area: 8230.00, abstain_area: 4000.00, invalid_area: 0", "", 1);
    let meeting = sample(&KIND, &few);
    assert_eq!(meeting.findings, ["warning MTG-03 attendance.present mtg-03-heads", "warning MTG-04 agenda[0].vote mtg-04-no-area"]);
    assert!(
        meeting.said(Tongue::Zh)[0].contains("占应到 856 人的 66.2%") && meeting.said(Tongue::Zh)[0].contains("至少要 571 人，还差 4 人")
    );
    let zh = meeting.text(LangId::PRIMARY, &Stub::default());
    for expected in
        ["参加: 需要三分之二以上，实到人数 66.2%（未达到）和面积没有填写 未达到", "出席: 应到 856 人，实到 567 人（66.2%） 参加比例未达到"]
    {
        assert!(zh.contains(expected), "{expected}\n{zh}");
    }
    assert!(!zh.contains("无效的") && !zh.contains("不合法"));
}

#[test]
fn a_failed_vote_is_not_drawn_as_passed() {
    // 541 of 856 came where 571 must; of those who came more than three quarters agreed.
    let few = SAMPLE
        .replacen("present: 612", "present: 541", 1)
        .replacen("present_area: 55230.00", "present_area: 49368.00", 1)
        .replacen("outcome: adopted", "outcome: rejected", 1)
        .replacen("for: 480, against: 90, abstain: 42", "for: 430, against: 80, abstain: 31", 1)
        .replacen(
            "for_area: 43000.00, against_area: 8230.00, abstain_area: 4000.00",
            "for_area: 39500.00, against_area: 7000.00, abstain_area: 2868.00",
            1,
        );
    let meeting = sample(&KIND, &few);
    let zh = meeting.text(LangId::PRIMARY, &Stub::default());
    for expected in [
        "没有通过：到会差 30 人（至少应到 571，实到 541）；到会面积差 2,712.34平方米（至少应到 52,080.34平方米，实到 49,368.00平方米）",
        "vote: 按人数（整条是全体应到 856 人）",
        "到会至少 571 人（三分之二以上）",
        "同意至少 406 人（参加者的四分之三以上）",
        "同意: 430（50.2%） (50.2%)",
    ] {
        assert!(zh.contains(expected), "{expected}\n{zh}");
    }
    let en = meeting.text(EN, &Stub::default());
    assert!(en.contains("Not adopted: 30 too few took part (at least 571 had to, 541 did)"), "{en}");
    // The bar ends before the mark of turnout: 541 of 856 is 631 thousandths, the mark stands at 667.
    let view = meeting.view(LangId::PRIMARY, &Stub::default());
    let decisions = view.sections.iter().flat_map(|s| &s.blocks).find_map(|b| match b {
        Block::Decisions { decisions } => Some(decisions),
        _ => None,
    });
    let svg = &decisions.expect("a meeting shows its decisions")[0].votes[0].svg;
    assert!(svg.contains("M0 10H502") && svg.contains("M595 10H631") && svg.contains("class=\"q\" d=\"M667 0V20\""), "{svg}");
}

#[test]
fn each_outcome_is_counted_by_its_name() {
    let second = "  - { id: report, no: 2, title: 通报收支, outcome: noted }\nactions:";
    let two = sample(&KIND, &SAMPLE.replacen("actions:", second, 1));
    let records = Stub::default();
    assert!(two.text(LangId::PRIMARY, &records).contains("headline: 2 项议题：通过 1，知悉 1"));
    assert!(two.text(EN, &records).contains("headline: 2 items: 1 adopted, 1 noted"));
}

/// A by-election: three candidates for two seats.
const BY_ELECTION: &str = "\
title: 增补业主委员会委员的表决结果
published: 2026-05-25
type: owners_assembly
organ: organizations/owners-committee
scope: places/riverside
start: 2026-05-08 09:00
end: 2026-05-22 18:00
mode: written
state: held
notified: 2026-04-20
attendance: { eligible: 1200, present: 860, eligible_area: 118000.00, present_area: 84100.00 }
agenda:
  - id: members
    no: 1
    title: 增补委员 2 名
    matter: own_committee
    ballot:
      choose: 2
      seats: 2
      returned: 860
      returned_area: 84100.00
      blank: 5
      invalid: 12
      options:
        - { id: c1, no: 1, name: 甲某, public: true, votes: 588, votes_area: 57900.00, outcome: elected }
        - { id: c2, no: 2, name: 乙某, public: true, votes: 610, votes_area: 60200.00, outcome: elected }
        - { id: c3, no: 3, name: 丙某, votes: 455, votes_area: 44000.00, outcome: not_elected }
minutes: { state: confirmed, published: 2026-05-25 }
";

#[test]
fn a_ballot_is_shown_as_it_was_counted() {
    let meeting = sample(&KIND, BY_ELECTION);
    assert_eq!(meeting.findings, Vec::<String>::new());
    let zh = meeting.text(LangId::PRIMARY, &Stub::default());
    for expected in [
        "headline: 1 项议题：当选 2，未当选 1",
        // In the order of votes; a name without consent stays away, the number on the paper stands for it.
        "决定: 1. 增补委员 2 名 / 乙某 610 票 当选 / 甲某 588 票 当选 / 3 号 455 票 未当选",
        "每张选票最多选 2 项，应选 2 名；长条和比例按全体应到 1,200 人",
        "#c2 乙某 | ~ | 610（50.8%） | 60,200.00平方米 | 当选",
        "收回选票 860 张，空白票 5 张，无效票 12 张",
    ] {
        assert!(zh.contains(expected), "{expected}\n{zh}");
    }
    for invented in ["反对", "弃权", "丙某"] {
        assert!(!zh.contains(invented), "{invented}\n{zh}");
    }
}

#[test]
fn the_figures_of_a_ballot_agree() {
    for (from, to, expected) in [
        ("votes: 588", "votes: 900", "error MTG-02 agenda[0].ballot.returned mtg-02-ballot-over"),
        ("votes: 455", "votes: 480", ""),
        ("votes: 610", "votes: 844", "error MTG-02 agenda[0].ballot.returned mtg-02-ballot-over"),
        ("returned: 860", "returned: 850", "error MTG-02 agenda[0].ballot.returned mtg-02-returned"),
        ("seats: 2", "seats: 1", "error MTG-02 agenda[0].ballot.seats mtg-02-ballot-seats"),
        ("invalid: 12", "invalid: 857", "error MTG-02 agenda[0].ballot.invalid mtg-02-ballot-spoilt"),
        ("votes: 588", "votes: 430", "error MTG-04 agenda[0].ballot.options[0].votes mtg-04-heads"),
        ("    matter: own_committee\n", "", "warning COM-03 agenda[0].ballot com-03-meeting-matter"),
        (
            "    ballot:\n",
            "    outcome: adopted\n    resolution: 增补。\n    ballot:\n",
            "error COM-03 agenda[0].outcome com-03-ballot-outcome",
        ),
        ("    ballot:\n", "    vote: { for: 860, against: 0 }\n    ballot:\n", "error COM-03 agenda[0].vote com-03-ballot-and-vote"),
    ] {
        assert!(BY_ELECTION.contains(from), "{from}");
        let found = sample(&KIND, &BY_ELECTION.replacen(from, to, 1)).findings;
        let fits = if expected.is_empty() { found.is_empty() } else { found.iter().any(|f| f == expected) };
        assert!(fits, "{from} → {to}: {found:?}");
    }
}

#[test]
fn a_preliminary_result_says_so() {
    let open =
        SAMPLE.replacen("invalid_area: 0 }", "invalid_area: 0, preliminary: true, objection: { from: 2026-03-14, to: 2026-03-21 } }", 1);
    let meeting = sample(&KIND, &open);
    assert_eq!(meeting.findings, Vec::<String>::new());
    let zh = meeting.text(LangId::PRIMARY, &Stub::default());
    for expected in ["地面停车位改造方案 通过 初步结果", "这是初步结果，2026年3月21日以前可以提出异议"] {
        assert!(zh.contains(expected), "{expected}\n{zh}");
    }
    assert!(meeting.facets().deadlines.iter().any(|d| d.at == "agenda[0].vote.objection" && d.until == date("2026-03-21")));
}

#[test]
fn a_meeting_to_come_shows_when_and_where_first() {
    let front = "\
title: 议事会
published: 2026-06-01
type: deliberation
organ: organizations/committee
scope: places/community
start: 2026-07-12 19:00
moved_from: 2026-07-05 19:00
reason: 主会场检修
mode: in_person
place: places/hall
state: moved
agenda: [{ id: road, no: 1, title: 修路 }]
actions:
  - { id: b1, text: 清点路灯, due: 2026-06-20, from: meetings/2026-05#a3 }
  - { id: b2, text: 联系施工单位 }
";
    let later = Action {
        fragment: "c1".into(),
        at: "actions[0]".into(),
        text: Text::new("清点路灯"),
        owner: None,
        due: None,
        state: ActionState::Open,
        done_on: None,
        from: None,
        agreed: date("2026-08-01"),
    };
    let mut records = Stub::default().title("meetings/2026-05", "五月议事会", "May meeting");
    records.carried.insert("meetings/sample#b2".into(), vec![(RecordId::new("meetings", "2026-08"), later)]);
    let meeting = sample(&KIND, front);
    assert_eq!(meeting.findings, Vec::<String>::new());
    let zh = meeting.text(LangId::PRIMARY, &records);
    for expected in [
        "headline: 已改期 · 2026年7月12日星期日 19:00\n原因: 主会场检修\n时间: 2026年7月12日星期日 19:00\n原定时间: 2026年7月5日星期日 19:00",
        "#b1 清点路灯 |  | 2026年6月20日 | 已过期限 | 接自 五月议事会<../2026-05/#a3>",
        "| 待办 | 已接续 1 次，最近一次： meetings/2026-08<../2026-08/#c1>",
    ] {
        assert!(zh.contains(expected), "{expected}\n{zh}");
    }
}
