//! Revenue: the sample of the contracts reads clean, each slip is found at its very figure.

use super::KIND;
use super::fields::Line;
use crate::locale::Tongue;
use crate::record::codelists::{Direction, Fund, LedgerCategory};
use crate::record::field::Shape;
use crate::record::test_support::{EN, Stub, date, money, sample, translated};
use crate::value::{DatePeriod, LangId, RecordId};

const SAMPLE: &str = "\
title: 2026年第一季度公共收益公示
published: 2026-04-12
scope: places/east-gate
fund: public_revenue
period: { from: 2026-01-01, to: 2026-03-31 }
holder: organizations/property
account: { bank: 某银行东门支行, last4: \"0000\" }
opening: 128500.00
lines:
  - { id: i-park,  dir: income,  cat: parking,  item: 地面停车, amount: 25500.00 }
  - { id: x-light, dir: expense, cat: repair,   item: 车库照明维修, amount: 18640.00, pays: renovation/lights#p1 }
closing: 135360.00
prepared_by: organizations/property#accountant
reviewed_by: organizations/supervision#head
objection: { until: 2026-04-30, contact: organizations/committee }
";

/// A longer example.
const QUARTER: &str = "\
title: 2026年第三季度公共收益公示
published: 2026-10-12
scope: places/dongmen
fund: public_revenue
period: 2026-07-01 至 2026-09-30
holder: organizations/property
opening: 128500.00
lines:
  - { id: i-park,  dir: income,  cat: parking,      item: 地面停车,   amount: 25500.00 }
  - { id: i-ads,   dir: income,  cat: advertising,  item: 电梯广告,   amount: 36000.00, contract: ads.pdf, decision: meetings/m1#ads }
  - { id: i-lock,  dir: income,  cat: site_rent,    item: 快递柜场地, amount: 9000.00, contract: 场地使用协议, date: 2026-07-03, party: 某快递公司, vouchers: 2 }
  - { id: i-int,   dir: income,  cat: interest,     item: 存款利息,   amount: 96.40 }
  - { id: x-light, dir: expense, cat: repair,       item: 车库照明维修, amount: 18640.00, pays: renovation/lights#p1 }
  - { id: x-fund,  dir: expense, cat: fund_topup,   item: 补充维修资金, amount: 35500.00 }
  - { id: x-meet,  dir: expense, cat: committee,    item: 业主大会费用, amount: 1260.50 }
closing: 143695.90
stated: { income: 70596.40, expense: 55400.50 }
restated: { opening: 128000.00, reason: 补记利息 }
note: 本期没有新增合同。
audit: { by: organizations/auditor, date: 2026-10-08, opinion: unqualified, file: audit.pdf }
attachments: [{ file: ads.pdf, title: 电梯广告合同 }, { file: audit.pdf, title: 审计报告 }]
objection: { until: 2026-10-31, contact: organizations/committee }
";

fn broken(from: &str, to: &str) -> Vec<String> {
    assert!(SAMPLE.contains(from), "{from} is not in the sample");
    sample(&KIND, &SAMPLE.replacen(from, to, 1)).findings
}

#[test]
fn the_samples_have_no_findings() {
    assert_eq!(sample(&KIND, SAMPLE).findings, Vec::<String>::new());
    assert_eq!(sample(&KIND, QUARTER).findings, Vec::<String>::new());
}

#[test]
fn an_empty_period_may_be_published() {
    let empty = SAMPLE.split("lines:").next().unwrap_or("").to_owned() + "lines: []\nclosing: 128500\n";
    let revenue = sample(&KIND, &empty);
    assert_eq!(revenue.findings, Vec::<String>::new());
    assert!(revenue.text(LangId::PRIMARY, &Stub::default()).contains("明细里没有列出收支"));
}

#[test]
fn every_slip_is_found_at_its_figure() {
    for (from, to, expected) in [
        ("closing: 135360.00", "closing: 136360.00", "error REV-01 closing rev-01-balance"),
        ("closing: 135360.00", "closing: 135360.01", "error REV-01 closing rev-01-balance"),
        ("opening: 128500.00", "opening: 128500.01", "error REV-01 closing rev-01-balance"),
        ("amount: 25500.00", "amount: 25,500.00", "error COM-03 lines.i-park.500.00 com-03-unknown-key"),
        ("amount: 25500.00", "amount: \"25,500.00\"", "error REV-04 lines.i-park.amount money-separator"),
        ("amount: 25500.00", "amount: 2.55万", "error REV-04 lines.i-park.amount money-unit"),
        ("amount: 25500.00", "amount: 25500.001", "error REV-04 lines.i-park.amount money-decimals"),
        ("amount: 25500.00", "amount: 约两万", "error REV-04 lines.i-park.amount money-unreadable"),
        ("closing: 135360.00", "closing: 1.35e5", "error REV-04 closing money-unreadable"),
        ("closing: 135360.00", "closing: 135360.00\nstated: { income: 25500.10 }", "error REV-04 stated.income rev-04-stated"),
        ("closing: 135360.00", "closing: 135360.00\nstated: { expense: 18641 }", "error REV-04 stated.expense rev-04-stated"),
        ("closing: 135360.00", "closing: 135360.00\ntotal: 3", "error COM-03 total com-03-unknown-key"),
        ("closing: 135360.00\n", "", "error COM-03 closing com-03-missing-field"),
        ("opening: 128500.00\n", "", "error COM-03 opening com-03-missing-field"),
        ("fund: public_revenue\n", "", "error COM-03 fund com-03-missing-field"),
        ("fund: public_revenue", "fund: public", "error COM-03 fund com-03-unknown-code"),
        ("holder: organizations/property\n", "", "error COM-03 holder com-03-missing-field"),
        ("to: 2026-03-31", "to: 2025-03-31", "error COM-03 period com-03-period-order"),
        ("to: 2026-03-31", "to: 2026-03-32", "error COM-03 period.to date-day"),
        ("id: x-light", "id: i-park", "error COM-01 lines com-01-item-twice"),
        ("cat: repair", "cat: parking", "warning COM-03 lines[1].cat com-03-category-side"),
        ("pays: renovation/lights#p1", "pays: lights", "error COM-03 lines.x-light.pays ref-shape"),
        ("item: 地面停车, ", "", "error COM-03 lines.i-park.item com-03-missing-field"),
    ] {
        let findings = broken(from, to);
        assert!(findings.iter().any(|f| f == expected), "{from} → {to}: {findings:#?}");
    }
    let zero = SAMPLE.replacen("amount: 25500.00", "amount: 0", 1).replacen("closing: 135360.00", "closing: 109860", 1);
    assert_eq!(sample(&KIND, &zero).findings, ["error REV-04 lines[0].amount rev-04-zero"]);
    let negative = SAMPLE.replacen("amount: 18640.00", "amount: -18640.00", 1).replacen("closing: 135360.00", "closing: 172640", 1);
    assert_eq!(sample(&KIND, &negative).findings, ["error REV-04 lines[1].amount rev-04-negative"]);
    let lines = SAMPLE.split("lines:").next().unwrap_or("").to_owned() + "closing: 128500\n";
    assert_eq!(sample(&KIND, &lines).findings, ["error COM-03 lines com-03-missing-field"]);
}

#[test]
fn the_message_shows_the_numbers_and_the_difference() {
    let revenue = sample(&KIND, &SAMPLE.replacen("closing: 135360.00", "closing: 134099.50", 1));
    let zh = &revenue.said(Tongue::Zh)[0];
    assert!(zh.contains("期初 128,500.00 + 收入 25,500.00 − 支出 18,640.00 = 135,360.00，期末写的是 134,099.50，少了 1,260.50"), "{zh}");
    let en = &revenue.said(Tongue::En)[0];
    assert!(
        en.contains("opening 128,500.00 + income 25,500.00 − expense 18,640.00 = 135,360.00, but closing says 134,099.50, 1,260.50 less"),
        "{en}"
    );
}

#[test]
fn facets_tell_the_balance_and_what_was_paid() {
    let facets = sample(&KIND, QUARTER).facets();
    let balance = facets.balance.expect("a balance");
    assert_eq!((balance.income, balance.expense, balance.closing), (money("70596.40"), money("55400.50"), money("143695.90")));
    assert_eq!((balance.fund, balance.restated), (Fund::PublicRevenue, Some(money("128000"))));
    let cats: Vec<_> = balance.by_category.iter().map(|(dir, cat, _)| format!("{}/{}", dir.code(), cat.code())).collect();
    assert_eq!(
        cats,
        [
            "income/parking",
            "income/advertising",
            "income/site_rent",
            "income/interest",
            "expense/repair",
            "expense/fund_topup",
            "expense/committee"
        ]
    );
    let posting = &facets.ledger_entries[0];
    assert_eq!((&*posting.fragment, posting.at.as_str(), posting.amount), ("x-light", "lines[4].amount", money("18640")));
    assert_eq!(posting.counterpart.as_ref().map(ToString::to_string).as_deref(), Some("renovation/lights#p1"));
    assert_eq!((facets.deadlines[0].what.code(), facets.deadlines[0].until), ("objection", date("2026-10-31")));
}

#[test]
fn categories_stand_on_the_side_where_they_belong() {
    let Shape::Code(list) = Line::SPEC.field("cat").expect("declared").shape else { panic!("a code") };
    let sides: Vec<&str> =
        [LedgerCategory::Parking, LedgerCategory::Fee, LedgerCategory::Repair, LedgerCategory::Food, LedgerCategory::Other]
            .map(|c| c.direction().map_or("both", Direction::code))
            .to_vec();
    assert_eq!(sides, ["income", "income", "expense", "expense", "both"]);
    assert_eq!(list.codes.len(), 21);
}

#[test]
fn the_page_shows_income_spending_balance_then_each_line() {
    let records = Stub::default().title("organizations/property", "某物业公司", "A property company").title(
        "renovation/lights",
        "车库照明改造",
        "Garage lights",
    );
    let english = "title: Public revenue, Q3 2026\nlines: { i-park: { item: Surface parking } }\n";
    let revenue = translated(&KIND, QUARTER, english);
    let zh = revenue.text(LangId::PRIMARY, &records);
    let lines: Vec<&str> = zh.lines().collect();
    assert_eq!(
        &lines[..6],
        [
            "tags: 可以提意见",
            "headline: 期末余额 ¥143,695.90",
            "收入: ¥70,596.40",
            "支出: ¥55,400.50",
            "期末余额: ¥143,695.90",
            "比期初: +¥15,195.90",
        ]
    );
    for expected in [
        "table: 收入 (单位：元)\n项目 | 类别 | 日期 | 对方 | 合同 | 会议决定 | 凭证张数 | 金额",
        "#i-ads 电梯广告 | 广告 |  |  | 电梯广告合同<../../../revenue/sample/ads.pdf> | meetings/m1#ads<../../meetings/m1/#ads> |  | 36,000.00",
        "#x-light 车库照明维修 | 维修 | 车库照明改造<../../renovation/lights/#p1> | 18,640.00",
        "= 合计 |  |  | 55,400.50",
        "note plain: 算式相符：期初 128,500.00 + 收入 70,596.40 − 支出 55,400.50 = 期末 143,695.90（软件核对加减，不是审计）",
        "note plain: 上期公布的期末余额是 ¥128,000.00，本期期初调整为 ¥128,500.00",
        "figure: 收入，按类别 (单位：元) []",
        "停车 | 25,500.00 | ~",
        "审计意见: 无保留意见",
        "审计报告: 审计报告<",
    ] {
        assert!(zh.contains(expected), "{expected}\n{zh}");
    }
    let en = revenue.text(EN, &records);
    for expected in [
        "headline: Closing balance ¥143,695.90",
        "#i-park Surface parking | Parking",
        "#i-ads [zh-Hans]电梯广告",
        "The sums agree: opening 128,500.00 + income 70,596.40 − spending 55,400.50 = closing 143,695.90 (arithmetic checked by software, not an audit)",
    ] {
        assert!(en.contains(expected), "{expected}\n{en}");
    }
}

#[test]
fn the_chain_shows_every_period() {
    let revenue = sample(&KIND, SAMPLE);
    let balance = revenue.facets().balance.expect("a balance");
    let chain = vec![(RecordId::new("revenue", "2025-q4"), balance.clone()), (revenue.id.clone(), balance)];
    let records = Stub { chain, ..Stub::default() };
    let zh = revenue.text(LangId::PRIMARY, &records);
    for expected in [
        "figure: 各期期末余额 (单位：元) [2 期里，期末余额从 135,360.00（2026年1–3月）到 135,360.00（2026年1–3月）]",
        "2026年1–3月<../2025-q4/> | 128,500.00 | 25,500.00 | 18,640.00 | 135,360.00",
        "\n2026年1–3月 | 128,500.00",
        "账号末四位: 0000",
    ] {
        assert!(zh.contains(expected), "{expected}\n{zh}");
    }
}

#[test]
fn subtotals_stand_only_where_a_category_has_several_lines() {
    let two = SAMPLE
        .replacen("closing: 135360.00", "closing: 136460.00", 1)
        .replacen("  - { id: x-light", "  - { id: i-more, dir: income, cat: parking, item: 临时停车, amount: 1000.00 }\n  - { id: i-int, dir: income, cat: interest, item: 利息, amount: 100.00 }\n  - { id: x-light", 1);
    let revenue = sample(&KIND, &two);
    assert_eq!(revenue.findings, Vec::<String>::new());
    let zh = revenue.text(LangId::PRIMARY, &Stub::default());
    assert!(zh.contains("= 停车小计 |  | 26,500.00\n= 存款利息小计 |  | 100.00\n= 合计 |  | 26,600.00"), "{zh}");
}

#[test]
fn each_category_stands_beside_the_same_period_of_last_year() {
    let revenue = sample(&KIND, SAMPLE);
    let own = revenue.facets().balance.expect("a balance");
    let mut before = own.clone();
    before.period = DatePeriod { from: date("2025-01-01"), to: date("2025-03-31") };
    before.by_category =
        vec![(Direction::Income, LedgerCategory::Parking, money("20000")), (Direction::Income, LedgerCategory::Interest, money("12.50"))];
    before.income = money("20012.50");
    let chain = vec![(RecordId::new("revenue", "2025-q1"), before), (revenue.id.clone(), own)];
    let zh = revenue.text(LangId::PRIMARY, &Stub { chain, ..Stub::default() });
    for expected in [
        "figure: 收入，按类别 (单位：元) [本期（2026年1–3月）, 去年同期（2025年1–3月）]",
        "类别 | 本期 | 去年同期 | ",
        "停车 | 25,500.00 | 20,000.00 | ~",
        "存款利息 | – | 12.50 | ~",
        "= 合计 | 25,500.00 | 20,012.50 | ",
    ] {
        assert!(zh.contains(expected), "{expected}\n{zh}");
    }
}

const BUDGET: &str = "\
title: 2026年第三季度公共收益
published: 2026-06-15
scope: places/east-gate
fund: public_revenue
budget: true
period: 2026-07-01 至 2026-09-30
holder: organizations/property
lines:
  - { id: i-park, dir: income, cat: advertising, item: 电梯广告, amount: 25500.00 }
  - { id: x-light, dir: expense, cat: repair, item: 照明改造, amount: 18640.00, pays: renovation/lights#p1 }
";

#[test]
fn a_plan_says_everywhere_that_it_is_one_and_is_in_no_chain() {
    let budget = sample(&KIND, BUDGET);
    // It may lie ahead, is no longer bound to the rhythm of accounts, and its spending has yet to be decided.
    assert_eq!(budget.findings, Vec::<String>::new());
    let facets = budget.facets();
    assert_eq!((facets.balance, facets.ledger_entries.len()), (None, 0));
    let zh = budget.text(LangId::PRIMARY, &Stub::default());
    let first: Vec<&str> = zh.lines().take(4).collect();
    let expected = ["tags: 预算", "headline: 预算收入 ¥25,500.00 · 预算支出 ¥18,640.00", "预算收入: ¥25,500.00", "预算支出: ¥18,640.00"];
    assert_eq!(first, expected);
    for no in ["期末", "期初", "算式", "\n收入", "\n支出", "= 合计"] {
        assert!(!zh.contains(no), "{no}\n{zh}");
    }
    let both = sample(&KIND, &BUDGET.replace("lines:", "opening: 1000.00\nclosing: 7860.00\nlines:"));
    assert_eq!(both.findings, Vec::<String>::new());
    assert!(both.text(LangId::PRIMARY, &Stub::default()).contains("\n预算期末余额: ¥7,860.00\n"));
    let wrong = sample(&KIND, &BUDGET.replace("lines:", "opening: 1000.00\nclosing: 8000.00\nlines:"));
    assert_eq!(wrong.findings, ["error REV-01 closing rev-01-balance"]);
}

#[test]
fn accounts_end_before_they_are_published() {
    let accounts = BUDGET.replace("budget: true\n", "opening: 0.00\nclosing: 6860.00\n").replace("2026-06-15", "2026-09-29");
    assert_eq!(sample(&KIND, &accounts).findings, ["warning REV-08 lines[0].cat rev-08-no-basis", "error REV-18 period.to rev-18-future"]);
    let no_balance = sample(&KIND, &BUDGET.replace("budget: true", "budget: 否"));
    assert_eq!(no_balance.findings, ["error COM-03 opening com-03-missing-field", "error COM-03 closing com-03-missing-field"]);
}

#[test]
fn without_a_line_no_sum_is_told_and_none_agrees() {
    let from = SAMPLE.find("  - {").unwrap_or(0);
    let to = SAMPLE.find("closing").unwrap_or(0);
    let empty = SAMPLE.replace(&SAMPLE[from..to], "").replace("lines:\n", "lines: []\n").replace("135360.00", "128500.00");
    let revenue = sample(&KIND, &empty);
    assert_eq!(revenue.findings, Vec::<String>::new());
    let balance = revenue.facets().balance.expect("a balance");
    let chain = vec![(RecordId::new("revenue", "2025-q4"), balance.clone()), (revenue.id.clone(), balance)];
    let zh = revenue.text(LangId::PRIMARY, &Stub { chain, ..Stub::default() });
    assert!(zh.contains("\n收入: 没有列出\n支出: 没有列出\n期末余额: ¥128,500.00\n"), "{zh}");
    assert!(zh.contains("2026年1–3月 | 128,500.00 | – | – | 128,500.00"), "{zh}");
    assert!(!zh.contains("算式相符") && !zh.contains("¥0.00\n支出"), "{zh}");
}
