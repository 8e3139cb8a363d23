//! Works as written and as shown: the sample has no findings, and each slip is found where it stands.

use super::KIND;
use crate::record::test_support::{EN, Sample, Stub, sample, translated};
use crate::value::{LangId, Ref};

const ZH: LangId = LangId::PRIMARY;

const LIGHTS: &str = "\
title: 车库照明改造
published: 2025-11-03
level: project
place: places/east-gate
stage: implementation
works: [basic]
households: 856
needs: [{ id: n1, text: 车库昏暗, count: 213 }]
parties: [{ role: contractor, org: organizations/contractor }, { role: monitor, org: organizations/supervision }]
plan_versions: [{ no: 1, date: 2025-11-01, state: replaced, total: 20000.00, change: 初稿, reason: 征求意见 }, { no: 2, date: 2025-11-20, state: approved, total: 18640.00, change: 改用感应灯, reason: 居民建议, comments_received: 31, comments_adopted: 9 }]
budget: 18640.00
budget_date: 2025-11-25
funding: [{ id: f1, source: public_revenue, party: organizations/owners-committee, committed: 18640.00, received: 18640.00 }]
contracts: [{ id: c1, title: 照明改造合同, supplier: organizations/contractor, signed: 2025-12-01, original: 18640.00, period: { from: 2025-12-05, to: 2026-02-28 } }]
payments: [{ id: p1, contract: c1, date: 2026-02-10, amount: 18640.00 }]
milestones: [{ id: m1, title: 灯具到货, weight: 40, planned: 2025-12-20, done: 2025-12-22 }, { id: m2, title: 安装调试, weight: 60, planned: 2026-02-28 }]
progress: [{ date: 2025-12-31, physical: 40, note: 灯具到货 }]
findings: [{ id: q1, date: 2026-01-05, by: organizations/supervision, text: 三号口线槽外露, severity: low, action: 已整改, closed: 2026-01-08 }]
";

/// The sample with texts replaced, one after the other.
fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(LIGHTS.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "the sample does not say {from}");
        text.replacen(from, to, 1)
    })
}

/// What stands on any day; what a day brings about is in the rule book's documents.
fn standing(sample: &Sample) -> Vec<String> {
    sample.findings.iter().filter(|f| !f.ends_with("prj-08-silent") && !f.ends_with("prj-08-never")).cloned().collect()
}

#[test]
fn the_sample_of_the_contracts_is_read_without_findings() {
    assert_eq!(standing(&sample(&KIND, LIGHTS)), Vec::<String>::new());
}

#[test]
fn each_slip_is_named_at_its_figure() {
    const OK_CHANGE: &str = "{ id: v1, date: 2026-01-20, type: value, old: 18640.00, new: 19000.00, reason: 增加两盏灯 }";
    let change = |text: &str| with(&[("to: 2026-02-28 } }]", &format!("to: 2026-02-28 }}, changes: [{text}] }}]"))]);
    let no_reason = "{ id: v1, date: 2026-01-20, type: value, old: 18640.00, new: 19000.00 }";
    let cases: Vec<(String, &[&str])> = vec![
        // PRJ-01
        (with(&[("budget: 18640.00", "budget: 18640.01")]), &["error PRJ-01 budget prj-01-funding"]),
        (
            with(&[("committed: 18640.00", "committed: 18000.00"), ("received: 18640.00", "received: 18000.00")]),
            &["error PRJ-01 budget prj-01-funding"],
        ),
        (with(&[("received: 18640.00", "received: 18640.01")]), &["warning PRJ-01 funding[0].received prj-01-received"]),
        (with(&[(", received: 18640.00", "")]), &[]),
        // PRJ-02
        (change(OK_CHANGE), &[]),
        (change(&OK_CHANGE.replace("old: 18640.00", "old: 18600.00")), &["error PRJ-02 contracts[0].changes[0].old prj-02-chain"]),
        (
            change(&format!("{OK_CHANGE}, {}", OK_CHANGE.replace("v1", "v2").replace("new: 19000.00", "new: 19500.00"))),
            &["error PRJ-02 contracts[0].changes[1].old prj-02-chain"],
        ),
        (change(&format!("{OK_CHANGE}, {{ id: v2, date: 2026-02-01, type: value, old: 19000, new: 19500 }}")), &[]),
        (change(&OK_CHANGE.replace(", new: 19000.00", "")), &["error PRJ-02 contracts[0].changes[0].type prj-02-incomplete"]),
        (change(&OK_CHANGE.replace("19000.00", "1.9万")), &["error COM-03 contracts[0].changes[0].new money-unit"]),
        (change("{ id: d1, date: 2026-01-20, type: duration, old: 2026-02-28, new: 2026-03-31 }"), &[]),
        // PRJ-03
        (with(&[("amount: 18640.00", "amount: 18640.01")]), &["error PRJ-03 contracts[0].original prj-03-overpaid"]),
        (
            with(&[("amount: 18640.00 }", "amount: 18640.00 }, { id: p2, contract: c1, date: 2026-02-11, amount: 0.01 }")]),
            &["error PRJ-03 contracts[0].original prj-03-overpaid"],
        ),
        (
            change(OK_CHANGE).replace("amount: 18640.00 }", "amount: 19000.01 }"),
            &["error PRJ-03 contracts[0].changes[0].new prj-03-overpaid"],
        ),
        (change(OK_CHANGE).replace("amount: 18640.00 }", "amount: 19000.00 }"), &[]),
        (with(&[("original: 18640.00", "original: 18640.01")]), &["warning PRJ-03 budget prj-03-over-budget"]),
        (change(no_reason), &["warning PRJ-03 budget prj-03-over-budget"]),
        (with(&[("original: 18640.00", "original: 19000.00"), ("findings:", "completion: { reason: 材料涨价 }\nfindings:")]), &[]),
        // COM-02
        (with(&[("contract: c1", "contract: c2")]), &["error COM-02 payments[0].contract com-02-no-contract"]),
        (with(&[("amount: 18640.00 }", "amount: 18640.00, milestone: m9 }")]), &["error COM-02 payments[0].milestone com-02-no-milestone"]),
        (with(&[("amount: 18640.00 }", "amount: 18640.00, milestone: m1 }")]), &[]),
        // PRJ-05
        (with(&[("planned: 2026-02-28", "planned: 2025-12-19")]), &["warning PRJ-05 milestones[1].planned prj-05-planned-order"]),
        (
            with(&[("planned: 2026-02-28", "planned: 2026-02-28, done: 2025-12-21")]),
            &["warning PRJ-05 milestones[1].done prj-05-done-order", "warning PRJ-07 progress[0].physical prj-07-apart"],
        ),
        (with(&[("done: 2025-12-22", "done: 2025-13-22")]), &["error COM-03 milestones.m1.done date-month"]),
        // PRJ-06
        (with(&[("weight: 60, ", "")]), &["error PRJ-06 milestones[1].id prj-06-some-weights"]),
        (with(&[("weight: 60", "weight: 59.9")]), &["error PRJ-06 milestones[1].weight prj-06-sum"]),
        (with(&[("weight: 40", "weight: 40.5"), ("weight: 60", "weight: 59.5")]), &[]),
        (with(&[("weight: 40, ", ""), ("weight: 60, ", "")]), &[]),
        // Shapes and what must be there
        (with(&[("level: project\n", "")]), &["error COM-03 level com-03-missing-field"]),
        (with(&[("stage: implementation", "stage: building")]), &["error COM-03 stage com-03-unknown-code"]),
        (with(&[("budget: 18640.00", "budget: \"18,640.00\"")]), &["error COM-03 budget money-separator"]),
        (with(&[("households: 856", "percent_done: 40")]), &["error COM-03 percent_done com-03-unknown-key"]),
        (with(&[("id: m2", "id: m1")]), &["error COM-01 milestones com-01-item-twice"]),
        (with(&[("no: 2", "no: 1")]), &["error COM-01 plan_versions com-01-item-twice"]),
        (
            with(&[("{ date: 2025-12-31,", "{ date: 2025-12-31, photos: [\"../x.jpg\"],")]),
            &["error E105 progress.2025-12-31.photos.0 file-outside"],
        ),
        (with(&[("households: 856", "consent: { eligible: 856, for: 700 }")]), &[]),
        (with(&[("households: 856", "consent: meetings/2025-11-22-lights#plan")]), &[]),
        (with(&[("households: 856", "consent: { eligible: 856 }")]), &["error COM-03 consent.for com-03-missing-field"]),
        (with(&[("stage: implementation", "stage: completion")]), &["warning PRJ-11 stage prj-11-not-accepted"]),
    ];
    for (front, expected) in cases {
        assert_eq!(standing(&sample(&KIND, &front)), expected, "{front}");
    }
}

#[test]
fn chinese_keys_and_words_mean_the_same() {
    let front =
        LIGHTS.replace("level: project", "层级: 项目").replace("works: [basic]", "改造类别: 基础类").replace("households:", "户数:");
    assert_eq!(standing(&sample(&KIND, &front)), Vec::<String>::new());
}

#[test]
fn facets_offer_payments_and_stage() {
    let facets = sample(&KIND, &with(&[("households: 856", "parent: renovation/programme")])).facets();
    assert_eq!(facets.parent, Ref::parse("renovation/programme").ok());
    let [posting] = &facets.ledger_entries[..] else { panic!("one payment") };
    assert_eq!((&*posting.fragment, posting.at.as_str(), posting.amount.to_string().as_str()), ("p1", "payments[0].amount", "18640.00"));
    assert_eq!(
        facets.project_status.map(|w| (w.programme, w.stage)),
        Some((false, crate::record::codelists::ProjectStage::Implementation))
    );
}

#[test]
fn the_page_says_amount_winner_stage_and_next_step_first() {
    let records = Stub::default().title("organizations/contractor", "明亮照明公司", "Mingliang Lighting");
    let english =
        "milestones: { m1: { title: Lamps delivered }, m2: { title: Lamps installed } }\ncontracts: { c1: { title: Lighting contract } }\n";
    let lights = translated(&KIND, LIGHTS, english);
    assert_eq!(standing(&lights), Vec::<String>::new());
    let zh = lights.text(ZH, &records);
    for line in [
        "tags: 施工",
        "headline: ¥18,640.00 · 完成 40%",
        "金额: ¥18,640.00 · 批准于 2025年11月25日",
        "中标单位: 明亮照明公司<../../organizations/contractor/>",
        "阶段: 施工 · 完成 40%",
        "下一步: 安装调试 · 2026年2月28日 已过计划日期",
        "bar: 已付合同价的 100.0%",
        "#f1 公共收益 | organizations/owners-committee<../../organizations/owners-committee/> | 18,640.00 | 18,640.00",
        "#p1 2026年2月10日 | 照明改造合同 |  | 18,640.00",
        "figure: 时间线：完成 40%（按节点权重） (2025年12月至2026年2月) [计划, 完成]",
        "#m1 灯具到货 已完成 | ~ | 计划 2025年12月20日 · 完成 2025年12月22日 · 权重 40%",
        "#m2 安装调试 已过计划日期 | ~ | 计划 2026年2月28日 · 权重 60%",
        "总价: ¥18,640.00（比上一版 -¥1,360.00）",
        "#2 done [通过] 第 2 版 · 2025年11月20日",
        "居民意见: 收到 31 条，采纳 9 条",
        "table: 共 1 个问题，都已整改 ()",
        "#q1 三号口线槽外露 已整改 | 2026年1月5日 · organizations/supervision<../../organizations/supervision/> | 轻微 | 已整改 | 2026年1月8日",
        "#n1 车库昏暗 | 213",
    ] {
        assert!(zh.lines().any(|l| l == line), "no line {line} in\n{zh}");
    }
    let en = lights.text(EN, &records);
    for line in [
        "Awarded to: Mingliang Lighting<../../organizations/contractor/>",
        "#n1 [zh-Hans]车库昏暗 | 213",
        "#m2 Lamps installed past its date | ~ | Planned February 28, 2026 · Weight 60%",
    ] {
        assert!(en.lines().any(|l| l == line), "no line {line} in\n{en}");
    }
}

#[test]
fn a_changed_contract_shows_both_values() {
    let front = with(&[(
        "to: 2026-02-28 } }]",
        "to: 2026-02-28 }, changes: [{ id: v1, date: 2026-01-20, type: value, old: 18640.00, new: 19000.00, reason: 增加两盏灯 }] }]",
    )]);
    let zh = sample(&KIND, &front).text(ZH, &Stub::default());
    for part in [
        "| 18,640.00 | 19,000.00 | 18,640.00",
        "#v1 2026年1月20日 | 照明改造合同 | 价款 | ¥18,640.00 | ¥19,000.00 | 增加两盏灯",
        "已付合同价的 98.1%",
    ] {
        assert!(zh.contains(part), "no {part} in\n{zh}");
    }
}
