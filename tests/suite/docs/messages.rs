//! `messages.md`: every code with what it may say and what to do, from the catalogues.
//!
//! In: `src/messages`. Out: one section a code. Always: a code that has messages is described in
//! `RULES`; variables stand as `…`, choices as `a / b`.

use std::collections::BTreeMap;

use fluent_syntax::ast;

use super::{Guide, cell, compare, guides};
use crate::tidy::texts;

/// Code, how much it weighs, what it is about, in Chinese and English.
const RULES: &[(&str, Weight, &str, &str)] = &[
    (
        "COM-01",
        Weight::Error,
        "编号、文号、旧地址不重复；公布过的记录不会不见",
        "Ids, document numbers and old addresses are unique; a published record does not vanish",
    ),
    (
        "COM-02",
        Weight::Both,
        "引用、链接和 fig 都指得到；标签起了名字（提醒）",
        "References, links and `fig` lead somewhere; tags have names (warning)",
    ),
    (
        "COM-03",
        Weight::Both,
        "字段认得、写得对、没有缺；该写的还没写（提醒）",
        "Fields are known, well formed and present; expected ones are missing (warning)",
    ),
    ("COM-04", Weight::Both, "译文只写文字，按原文的编号对应", "A translation holds words only and follows the ids of the original"),
    ("COM-05", Weight::Warning, "缺译文", "A translation is missing"),
    ("COM-06", Weight::Warning, "译文过时，或没有记下译的是哪一版", "A translation is stale, or does not say what it was made from"),
    ("COM-07", Weight::Warning, "译文的数字与原文一致", "A translation names the same figures"),
    (
        "COM-09",
        Weight::Both,
        "附件在记录旁边；太大或类型少见（提醒）",
        "Attachments lie beside the record; too large or of a rare type (warning)",
    ),
    ("COM-10", Weight::Always, "没遮住的身份证号", "An unmasked identity number"),
    ("COM-11", Weight::Warning, "像身份证号的数字", "Digits like an identity number"),
    ("COM-12", Weight::Always, "没遮住的银行卡号", "An unmasked bank-card number"),
    ("COM-13", Weight::Warning, "没遮住的手机号", "An unmasked mobile number"),
    ("COM-14", Weight::Warning, "门牌号和住户写在一起", "A door beside the person who lives there"),
    (
        "COM-15",
        Weight::Both,
        "姓名没有写明本人同意；儿童活动里的是错误",
        "A name without consent (warning); in an activity for children an error",
    ),
    ("COM-16", Weight::Warning, "公示期不够长", "Posted too short a time"),
    (
        "COM-17",
        Weight::Warning,
        "公布日期在将来、草稿（记在报告里）；一年以后的是提醒",
        "A draft or a day ahead (report only); more than a year ahead is a warning",
    ),
    ("COM-18", Weight::Warning, "繁体字；中文没有排在最前", "Traditional characters; Chinese does not come first"),
    ("COM-19", Weight::Warning, "百分比和旁边的数不符", "A percentage disagrees with its counts"),
    ("COM-20", Weight::Warning, "名称和已知的只差一个字", "A name one character off a known one"),
    ("COM-21", Weight::Info, "公布得晚（记在报告里）", "Published late (report only)"),
    ("MTG-01", Weight::Always, "会议的时间、人数、面积前后一致", "Times, heads and areas of a meeting agree"),
    ("MTG-02", Weight::Always, "票数、面积相加与到会的一致", "Votes and areas add up to those present"),
    ("MTG-03", Weight::Warning, "参加的人够不够", "Enough take part"),
    ("MTG-04", Weight::Both, "写“通过”的，票数够不够", "What is given as adopted has the votes"),
    ("MTG-05", Weight::Warning, "会议通知提前够不够", "The call is posted early enough"),
    ("MTG-06", Weight::Warning, "临时增加的议题不表决", "Items added late are not voted on"),
    ("MTG-07", Weight::Warning, "落实事项有下文", "What was promised is followed up"),
    ("MTG-08", Weight::Warning, "会后及时公布纪要", "Minutes follow in time"),
    ("MTG-09", Weight::Warning, "会议不间隔太久", "Meetings are not too far apart"),
    ("MTG-10", Weight::Warning, "代表会议的组成", "Who the representatives are"),
    ("MTG-11", Weight::Both, "取消和改期说明原因", "Cancelled and moved meetings say why"),
    ("MTG-12", Weight::Warning, "会议和别的安排不撞期", "No meeting where something else takes place"),
    ("REV-01", Weight::Always, "期初 + 收入 − 支出 = 期末", "Opening + income − expense = closing"),
    ("REV-02", Weight::Always, "期初等于上一期的期末", "The opening balance equals the last closing balance"),
    ("REV-03", Weight::Always, "账期不重叠、不重复；中间空缺会提醒", "Periods neither overlap nor repeat; a gap between them is a warning"),
    ("REV-04", Weight::Always, "金额的写法；表列合计与明细相符", "How amounts are written; stated totals equal the lines"),
    ("REV-05", Weight::Warning, "收支日期在本期之内", "Dates of lines lie in the period"),
    ("REV-06", Weight::Warning, "账期结束后及时公布，下一期按时公布", "Accounts are published in time, and the next ones too"),
    ("REV-07", Weight::Warning, "账期不超过规定的长度", "A period is no longer than the rules allow"),
    (
        "REV-08",
        Weight::Warning,
        "利用共有部分的收入写明合同或业主决定",
        "Income from common parts names its contract or the owners' decision",
    ),
    ("REV-09", Weight::Warning, "大额支出写明会议决定", "Large spending names the decision"),
    ("REV-10", Weight::Warning, "公共收益按比例补充维修资金", "A share of public revenue tops up the maintenance fund"),
    ("REV-11", Weight::Warning, "补充维修资金的钱到了维修资金账", "What tops up the maintenance fund arrives there"),
    ("REV-12", Weight::Warning, "账上的工程款与工程记录的付款一致", "What the accounts pay for works is what the works say was paid"),
    ("REV-13", Weight::Warning, "制表和审核分开，有监督组织的人", "Preparing and reviewing are apart, and the supervision takes part"),
    (
        "REV-14",
        Weight::Warning,
        "公共收益每年审计，审计结果公示够天数",
        "Public revenue is audited every year, and the audit is posted long enough",
    ),
    ("REV-15", Weight::Warning, "收入突然没有了、比上年变化大，要说明", "An income that vanishes or a large change is explained"),
    ("REV-16", Weight::Info, "没有收支的一期用文字说明", "A period without money says so in words"),
    ("REV-17", Weight::Error, "账号只写末四位", "Of an account only the last four digits are shown"),
    (
        "PRJ-01",
        Weight::Both,
        "各项资金合计等于预算；到账不超过承诺（提醒）",
        "Funding equals the budget; no more received than promised (warning)",
    ),
    ("PRJ-02", Weight::Error, "合同变更前后相接", "Changes of a contract follow on from each other"),
    (
        "PRJ-03",
        Weight::Both,
        "付款不超过合同价；合同不超过预算（提醒）",
        "Payments stay within the contract; contracts stay within the budget (warning)",
    ),
    ("PRJ-04", Weight::Warning, "方案超过原方案一成要重新批准", "A plan a tenth above the earlier one is approved again"),
    ("PRJ-05", Weight::Warning, "节点按先后排列", "Milestones stand in order"),
    ("PRJ-06", Weight::Error, "节点权重合计 100", "Weights of milestones add up to 100"),
    ("PRJ-07", Weight::Warning, "填报的进度与节点相符，不倒退", "Stated progress follows the milestones and does not fall"),
    ("PRJ-08", Weight::Warning, "推迟写原因，施工中报进度", "Delays are explained, works under way are told about"),
    ("PRJ-09", Weight::Both, "方案改动写原因，通过写明决定", "A changed plan says why, an approved one by which decision"),
    ("PRJ-10", Weight::Warning, "发现的问题按时整改，严重的先整改再完工", "Problems are settled in time, grave ones before completion"),
    ("PRJ-11", Weight::Warning, "阶段和内容一致", "The stage and the record agree"),
    ("PRJ-12", Weight::Error, "保修期不短于规定", "A warranty is not shorter than the rules allow"),
    ("PRJ-13", Weight::Warning, "计划的个数与所属项目相符", "A programme's counts are those of its projects"),
    ("PRJ-14", Weight::Warning, "施工的不监督自己", "Who builds does not watch over it"),
    ("PRJ-15", Weight::Warning, "改建、改变共有部分写明业主决定", "Rebuilding and changes of common parts name the owners' decision"),
    ("ACT-01", Weight::Error, "活动的起止时间和重复的截止", "Times of an activity and the end of its repetition"),
    ("ACT-02", Weight::Error, "第一次活动在自己的重复规律里", "The first date follows its own rule"),
    ("ACT-03", Weight::Warning, "变动的日期真有活动", "What is changed takes place at all"),
    ("ACT-04", Weight::Warning, "活动不撞场地", "No two activities in one room at once"),
    ("ACT-05", Weight::Warning, "节假日办不办写清楚", "Holidays are spoken of"),
    ("ACT-06", Weight::Error, "报名人数、年龄上下限", "Places and ages"),
    ("ACT-07", Weight::Warning, "活动在开放时间里", "The place is open then"),
    ("ACT-08", Weight::Warning, "值班表没有空缺", "The roster has no gaps"),
    ("ACT-09", Weight::Both, "值班表的姓名经本人同意", "Names on a roster stand with consent"),
    ("ACT-11", Weight::Warning, "写明免费的不收费", "What is declared free is free"),
    ("NOT-01", Weight::Warning, "公示写明公示什么、向谁提意见", "Publicity says what, until when and to whom"),
    ("NOT-02", Weight::Warning, "异议期够长", "Time enough to object"),
    ("NOT-03", Weight::Warning, "异议期满有结果", "What came of the objections"),
    ("NOT-05", Weight::Warning, "紧急通知有文字", "Urgent notices are readable"),
    ("ORG-01", Weight::Error, "上下级不绕圈；统一社会信用代码的校验码", "No circles in the tree; the check character of the credit code"),
    ("ORG-02", Weight::Warning, "任期有人接，业委会备案", "Terms have successors, committees are filed"),
    ("E101", Weight::Error, "字段部分（YAML）的写法", "How the fields (YAML) are written"),
    ("E102", Weight::Error, "文件的编码", "The encoding of a file"),
    ("E103", Weight::Error, "太大、太深，或用了不支持的写法", "Too large, too deep, or a form that is not supported"),
    ("E104", Weight::Error, "同一个字段写了两次", "A field written twice"),
    ("E105", Weight::Error, "文件名、快捷方式、content 文件夹", "File names, symbolic links, the content folder"),
    ("E106", Weight::Error, "译文的文件名", "File names of translations"),
    ("E107", Weight::Warning, "正文里不安全的内容，已去掉", "Something unsafe in the text, taken out"),
    ("E108", Weight::Error, "网站设置 site.toml", "The settings, site.toml"),
    ("E109", Weight::Error, "网站的样式", "The theme"),
    ("E112", Weight::Warning, "content 里没有人读的文件", "Files in content that nobody reads"),
    (
        "E113",
        Weight::Both,
        "附件里会运行的、相机写进去而去不掉的内容",
        "What runs in attachments, and what a camera wrote that cannot be taken out",
    ),
];

#[derive(Clone, Copy)]
enum Weight {
    Error,
    Warning,
    Both,
    /// Told in the report only.
    Info,
    /// An error that no site may lower.
    Always,
}

impl Weight {
    fn word(self, guide: Guide) -> &'static str {
        match self {
            Self::Error => guide.say("错误", "error"),
            Self::Warning => guide.say("提醒", "warning"),
            Self::Info => guide.say("信息，只在报告里", "information, in the report only"),
            Self::Both => guide.say("错误或提醒", "error or warning"),
            Self::Always => guide.say("错误，不能放宽", "error, cannot be lowered"),
        }
    }
}

#[test]
fn docs_messages_match_the_catalogues() {
    for guide in guides() {
        compare(guide, "messages", guide.say("提示一览", "Messages"), &body(guide));
    }
}

struct Said {
    text: String,
    help: Option<String>,
}

/// Messages by code; those of values, which take the code of their field, under "".
fn said(guide: Guide) -> BTreeMap<String, Vec<Said>> {
    let ending = format!("{}.ftl", guide.folder);
    let own = |path: &str| path.strip_suffix(&ending).is_some_and(|rest| rest.ends_with(['.', '/']));
    let mut by_code: BTreeMap<String, Vec<Said>> = BTreeMap::new();
    for (path, text) in texts("src/messages", &["ftl"]).into_iter().filter(|(path, _)| own(path)) {
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|_| panic!("{path} cannot be read"));
        let messages = || resource.body.iter().filter_map(|entry| if let ast::Entry::Message(m) = entry { Some(m) } else { None });
        let ids: Vec<&str> = messages().map(|m| m.id.name).collect();
        for message in messages() {
            let attribute = |name: &str| message.attributes.iter().find(|a| a.id.name == name).map(|a| plain(&a.value));
            let (Some(value), Some(code)) = (&message.value, code(message.id.name)) else { continue };
            if code.is_empty() && attribute("help").is_none() {
                continue;
            }
            // Words beside another place of the same finding are no message of their own.
            let beside = |other: &&str| message.id.name.strip_prefix(*other).is_some_and(|rest| rest.starts_with('-'));
            if attribute("help").is_none() && ids.iter().any(beside) {
                continue;
            }
            let said = Said { text: plain(value), help: attribute("help") };
            let list = by_code.entry(code).or_default();
            if !list.iter().any(|s| s.text == said.text && s.help == said.help) {
                list.push(said);
            }
        }
    }
    by_code
}

/// `com-03-unknown-key` → `COM-03`; "" for values; `None` for what is no finding (commands, publishing).
fn code(id: &str) -> Option<String> {
    let upper = id.to_uppercase();
    if let Some((code, ..)) = RULES.iter().find(|(code, ..)| upper.starts_with(&format!("{code}-"))) {
        return (!id.ends_with("-here")).then(|| (*code).to_owned());
    }
    let mut parts = upper.split('-');
    let (head, second) = (parts.next()?, parts.next().unwrap_or(""));
    let numbered = |s: &str| s.len() >= 2 && s.bytes().all(|b| b.is_ascii_digit());
    assert!(!(numbered(second) || head.strip_prefix('E').is_some_and(numbered)), "{id}: describe its code in RULES");
    (!["CLI", "FS", "WRITE", "SHAPE", "CONFIG", "SEVERITY"].contains(&head)).then(String::new)
}

fn body(guide: Guide) -> String {
    let mut out = guide
        .say(
            "每条提示有一个不变的代码。这里按代码列出说什么、怎么改；“…”是当时的内容，“ / ”隔开几种说法。\n\n\
             错误：什么也不发布，直到改好（`--keep-going` 除外，见[生成和发布](publish.md)）。提醒：照常发布；`--strict` 时退出码是 4。\
             轻重可以在 [`site.toml`](settings.md) 里改。\n\n",
            "Every message has a code that never changes. Here they stand by code, with what to do; “…” is what is filled in, “/” separates wordings.\n\n\
             Error: nothing is published until it is mended (but see `--keep-going` in [Publishing](publish.md)). Warning: published all the same; exit code 4 under `--strict`. \
             Their weight can be changed in [`site.toml`](settings.md).\n\n",
        )
        .to_owned();
    let mut by_code = said(guide);
    let values = by_code.remove("").unwrap_or_default();
    for (code, weight, zh, en) in RULES {
        let messages = by_code.remove(*code).unwrap_or_else(|| panic!("{code} is described in RULES but says nothing"));
        out += &format!(
            "## {code}\n\n{}{}{}\n\n",
            guide.say(zh, en),
            guide.say("。", ". "),
            guide.say(&format!("（{}）", weight.word(guide)), &format!("({})", weight.word(guide)))
        );
        out += &list(&messages);
    }
    out += &format!("## {}\n\n", guide.say("值的写法", "How values are written"));
    out += guide
        .say("这些提示的代码是 COM-03；收支的金额是 REV-04。\n\n", "These come under COM-03; amounts of revenue records under REV-04.\n\n");
    out + &list(&values)
}

fn list(messages: &[Said]) -> String {
    let mut out = String::new();
    for said in messages {
        out += &format!("- {}\n", escaped(&said.text));
        if let Some(help) = &said.help {
            out += &format!("  → {}\n", escaped(help));
        }
    }
    out.push('\n');
    out
}

/// Text that Markdown shows as it is.
fn escaped(text: &str) -> String {
    cell(text).chars().flat_map(|c| if "\\*_[]<>`#".contains(c) { vec!['\\', c] } else { vec![c] }).collect()
}

fn plain(pattern: &ast::Pattern<&str>) -> String {
    let mut out = String::new();
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => out += value,
            ast::PatternElement::Placeable { expression } => out += &expression_text(expression),
        }
    }
    out
}

fn expression_text(expression: &ast::Expression<&str>) -> String {
    match expression {
        ast::Expression::Inline(inline) => inline_text(inline),
        ast::Expression::Select { variants, .. } => {
            let all: Vec<String> = variants.iter().map(|v| plain(&v.value).trim().to_owned()).filter(|t| !t.is_empty()).collect();
            all.join(" / ")
        }
    }
}

fn inline_text(inline: &ast::InlineExpression<&str>) -> String {
    match inline {
        ast::InlineExpression::StringLiteral { value } => value.replace("\\\"", "\"").replace("\\\\", "\\"),
        ast::InlineExpression::NumberLiteral { value } => (*value).to_owned(),
        ast::InlineExpression::Placeable { expression } => expression_text(expression),
        _ => "…".to_owned(),
    }
}
