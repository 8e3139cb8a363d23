//! Rich sample views for the tests, in Chinese, English and right to left.
//!
//! In: a language. Out: views with every block and every optional part. Always: people and places are fictional; text marked `[ug]`
//! stands for a language that none of the authors can write.

mod votes;

use std::collections::BTreeMap;

use super::*;
use crate::record::view::grid::{Day, Entry};
use crate::record::view::{Block, Cell, Figure, Photo, Picture, Row, Step, Table, chart};
use crate::theme::{Theme, Word, Words};

mod paper;

pub(super) use paper::{code, sheet};

/// A language of the samples; `ug` is marked test text, never a translation.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum L {
    Zh,
    En,
    Ug,
}
pub(super) use L::{En, Ug, Zh};

impl L {
    pub(super) fn lang(self) -> Lang {
        let (tag, path, dir, name) = match self {
            Zh => ("zh-Hans", "zh", "ltr", "中文"),
            En => ("en", "en", "ltr", "English"),
            Ug => ("ug", "ug", "rtl", "[ug]"),
        };
        Lang {
            tag: tag.into(),
            path: path.into(),
            dir,
            name: name.into(),
            primary: self == Zh,
            og: "zh_CN".into(),
            home: format!("{path}/"),
        }
    }

    pub(super) fn say(self, zh: &str, en: &str) -> String {
        match self {
            Zh => zh.into(),
            En => en.into(),
            Ug => format!("[ug] {en}"),
        }
    }

    pub(super) fn text(self, zh: &str, en: &str) -> Text {
        Text::plain(self.say(zh, en))
    }
}

pub(super) fn words() -> Words {
    let theme = Theme::load("board", &BTreeMap::new()).unwrap();
    let read = |language: &str, fallback: Option<(String, &'static str)>| -> Vec<Word> {
        let lines = theme.catalogues()[language].iter().flat_map(|c| c.text.lines());
        let pairs = lines.filter_map(|l| l.split_once(" = "));
        pairs.map(|(id, text)| Word { id: id.into(), text: text.into(), fallback: fallback.clone() }).collect()
    };
    let marked = Some(("zh-Hans".to_owned(), "ltr"));
    Words::new(&BTreeMap::from([("zh".into(), read("zh", None)), ("en".into(), read("en", None)), ("ug".into(), read("zh", marked))]))
}

pub(super) fn text(t: String) -> Inline {
    Inline::Text { text: t, lang: None, dir: None }
}
pub(super) fn num(t: &str) -> Inline {
    Inline::Num { value: t.replace(',', ""), text: t.into() }
}
pub(super) fn time(l: L, iso: &str, zh: &str, en: &str) -> Inline {
    Inline::Time {
        iso: iso.into(),
        text: if l == En {
            en.into()
        } else if l == Zh {
            zh.into()
        } else {
            iso.into()
        },
    }
}
pub(super) fn link(url: &str, t: String) -> Inline {
    Inline::Link { url: url.into(), text: t, lang: None, dir: None }
}
pub(super) fn tel() -> Inline {
    Inline::Tel { url: "tel:06910000000".into(), text: "0691-000-0000".into() }
}
pub(super) fn tag(tone: &'static str, t: String) -> Inline {
    Inline::Tag { tone, text: t }
}
pub(super) fn fact(label: String, line: Vec<Inline>) -> Fact {
    Fact { label, lines: vec![line] }
}
pub(super) fn cell(c: Inline) -> Cell {
    Cell { num: matches!(c, Inline::Num { .. }), content: vec![c] }
}
pub(super) fn date(l: L, iso: &str, zh: &str, en: &str) -> Date {
    Date {
        iso: iso.into(),
        text: if l == En {
            en.into()
        } else if l == Zh {
            zh.into()
        } else {
            iso.into()
        },
    }
}

pub(super) fn contact(l: L) -> Vec<Fact> {
    vec![
        fact(l.say("电话", "Phone"), vec![tel()]),
        fact(l.say("办公时间", "Office hours"), vec![text(l.say("工作日 8:30–17:30", "Workdays 8:30–17:30"))]),
        fact(l.say("地址", "Address"), vec![text(l.say("榕荫路 8 号", "8 Rongyin Road"))]),
    ]
}

pub(super) const KINDS: [(&str, &str, &str); 7] = [
    ("meetings", "会议", "Meetings"),
    ("revenue", "公共收益", "Public revenue"),
    ("renovation", "更新改造", "Renovation"),
    ("activities", "活动", "Activities"),
    ("notices", "通知公告", "Notices"),
    ("organizations", "组织", "Organizations"),
    ("places", "场所", "Places"),
];

pub(super) fn name(l: L) -> Text {
    l.text("榕荫社区", "Rongyin Community")
}

pub(super) fn shared(l: L) -> Shared {
    let path = |key: &str, title: Text| PathLink { key: key.into(), path: format!("{}/{key}/", l.lang().path), title };
    let other = if l == En { Text::foreign("榕荫社区", "zh-Hans", "ltr") } else { Text::foreign("Rongyin Community", "en", "ltr") };
    Shared {
        site: Site {
            name: name(l),
            names: vec![other],
            languages: vec![Zh.lang(), l.lang()],
            share: Some(SharePicture { url: "https://rongyin.example.org/assets/share.png".into(), width: 1200, height: 630 }),
            contact: contact(l),
            generator: "linli 0.1.0".into(),
        },
        lang: l.lang(),
        nav: KINDS.iter().map(|(key, zh, en)| path(key, l.text(zh, en))).collect(),
        footer: vec![path("about", l.text("关于本站", "About")), path("tags", l.text("全部主题", "All topics"))],
        search_path: format!("{}/search/", l.lang().path),
    }
}

pub(super) fn page(l: L, depth: usize, title: Text, section: &str) -> Page {
    let up = "../".repeat(depth);
    let root = if depth == 0 { "./".to_owned() } else { up };
    let second = if l == Zh { En } else { l };
    let switch = |to: L| Switch {
        name: to.lang().name,
        tag: to.lang().tag,
        dir: to.lang().dir,
        url: format!("{root}{}/", to.lang().path),
        current: to == l,
    };
    let crumbs = [(1, l.say("首页", "Home")), (2, l.say("会议", "Meetings"))];
    Page {
        title,
        description: l.say("表决地面停车位改造方案，并选定施工单位。", "Vote on rebuilding the parking spaces."),
        canonical: "https://rongyin.example.org/zh/".into(),
        alternates: vec![
            Alternate { tag: "zh-Hans".into(), url: "https://rongyin.example.org/zh/".into(), og: "zh_CN".into() },
            Alternate { tag: "en".into(), url: "https://rongyin.example.org/en/".into(), og: "en_US".into() },
        ],
        switch: vec![switch(Zh), switch(second)],
        noindex: l == Ug,
        breadcrumb: crumbs
            .iter()
            .filter(|(d, _)| *d < depth)
            .map(|(d, t)| Link { url: "../".repeat(depth - d), title: Text::plain(t.clone()) })
            .collect(),
        feeds: vec![Link { url: format!("{root}zh/atom.xml"), title: l.text("榕荫社区：最新公开", "Rongyin Community: latest") }],
        code_css: true,
        fonts: Vec::new(),
        data: String::new(),
        section: section.into(),
        root,
    }
}

pub(super) fn card(l: L, n: usize) -> Card {
    let all = [
        ("关于临时停水的通知", "Temporary water cut", "通知公告", "Notice", "18", "6月", "Jun"),
        ("业主大会：地面停车位改造", "Owners’ assembly: rebuilding the parking spaces", "会议", "Meeting", "14", "3月", "Mar"),
        ("2026年第一季度公共收益公示", "Public revenue, first quarter of 2026", "公共收益", "Public revenue", "12", "4月", "Apr"),
        ("车库照明改造", "New lights in the garage", "更新改造", "Renovation", "3", "11月", "Nov"),
        ("四点半课堂", "Half-past-four class", "活动", "Activity", "20", "2月", "Feb"),
        (
            "关于调整生活垃圾分类投放点开放时间并增设夜间值守的公告",
            "Opening hours of the waste collection points, and a night watch",
            "通知公告",
            "Notice",
            "9",
            "1月",
            "Jan",
        ),
    ];
    let (zh, en, kind_zh, kind_en, day, month_zh, month_en) = all[n % all.len()];
    let missing = l != Zh && n % 3 == 1;
    Card {
        url: format!("r{n}/"),
        title: if missing { Text::foreign(zh, "zh-Hans", "ltr") } else { l.text(zh, en) },
        date: date(l, "2026-06-16", "2026年6月16日", "16 June 2026"),
        day: day.into(),
        month: l.say(month_zh, month_en).replace("[ug] ", ""),
        kind: "notices".into(),
        kind_label: l.say(kind_zh, kind_en),
        tags: if n == 0 {
            vec![tag("urgent", l.say("紧急", "urgent"))]
        } else if n == 3 {
            vec![tag("waiting", l.say("施工中", "under way"))]
        } else {
            vec![]
        },
        fact: match n % 3 {
            0 => vec![time(l, "", "6月18日14:00–20:00", "18 June, 14:00–20:00"), text(l.say("，1–6 栋、农贸市场", ", blocks 1–6, market"))],
            1 => vec![text(l.say("赞成 ", "for ")), num("480"), text(l.say("，反对 ", ", against ")), num("90")],
            _ => vec![text(l.say("结余 ", "balance ")), num("¥135,360.00")],
        },
        untranslated: missing.then(|| Text::foreign("中文", "zh-Hans", "ltr")),
    }
}

pub(super) fn urgent(l: L) -> Vec<Urgent> {
    vec![Urgent {
        url: "r0/".into(),
        title: l.text("6月18日 14:00–20:00 停水：1–6 栋、农贸市场", "No water on 18 June, 14:00–20:00: blocks 1–6, market"),
        ends: "2026-06-18T20:00:00+08:00".into(),
        until: vec![],
    }]
}

pub(super) fn money_table(l: L) -> Table {
    let row = |id: &str, zh: &str, en: &str, cat_zh: &str, cat_en: &str, n: &str| Row {
        id: id.into(),
        cells: vec![cell(text(l.say(zh, en))), cell(text(l.say(cat_zh, cat_en))), cell(num(n))],
    };
    Table {
        caption: l.say("收支明细", "Income and spending"),
        unit: l.say("单位：元", "in yuan (CNY)"),
        head: vec![
            cell(text(l.say("项目", "Item"))),
            cell(text(l.say("类别", "Category"))),
            Cell { num: true, content: vec![text(l.say("金额", "Amount"))] },
        ],
        rows: vec![
            row("lines-i-park", "地面停车", "Surface parking", "停车费", "Parking fees", "25,500.00"),
            row("lines-x-light", "车库照明维修", "Repair of garage lights", "维修", "Repairs", "−18,640.00"),
        ],
        foot: vec![row("", "期末结余", "Closing balance", "", "", "135,360.00")],
    }
}

pub(super) fn sections(l: L) -> Vec<Section> {
    let part = |stroke, zh: &str, en: &str, n: &str, percent: &str| votes::part(l, stroke, [zh, en], n, percent);
    let step = |state, zh: &str, en: &str, tag_zh: &str, tag_en: &str| Step {
        id: String::new(),
        state,
        tag: l.say(tag_zh, tag_en),
        title: vec![text(l.say(zh, en))],
        facts: vec![fact(l.say("计划", "Planned"), vec![time(l, "2025-12-20", "2025年12月20日", "20 December 2025")])],
    };
    vec![
        Section {
            id: "agenda",
            title: l.say("议题和决定", "Agenda and decisions"),
            repeats: false,
            blocks: vec![Block::Decisions { decisions: vec![votes::decision(l)] }],
        },
        Section {
            id: "lines",
            title: l.say("明细", "Lines"),
            repeats: false,
            blocks: vec![
                Block::Table { table: money_table(l) },
                Block::Figure {
                    figure: Figure {
                        title: l.say("各期余额", "Balances"),
                        keys: vec![(chart::key("a"), l.say("本期", "This period"))],
                        svg: chart::bars(&[("a", 500), ("b", 300)]),
                        table: money_table(l),
                        fold: l.say("看数字", "The figures"),
                        ..Figure::default()
                    },
                },
                Block::Bar { label: l.say("完成情况", "Done"), parts: vec![part("a", "已完成", "done", "40%", "40")] },
            ],
        },
        Section {
            id: "milestones",
            title: l.say("进度", "Progress"),
            repeats: false,
            blocks: vec![
                Block::Steps {
                    steps: vec![
                        step("done", "灯具到货", "Lights delivered", "已完成", "done"),
                        step("late", "安装调试", "Installation", "晚了", "late"),
                        step("planned", "验收", "Acceptance", "计划中", "planned"),
                    ],
                },
                Block::Note {
                    tone: "waiting",
                    lines: vec![vec![text(l.say("安装调试比计划晚，原因见说明。", "Installation is late; see the explanation."))]],
                },
                Block::List {
                    rows: vec![
                        vec![
                            link("../x/", l.say("照明改造合同", "Contract for the lights")),
                            text("  ".into()),
                            Inline::Code { text: "HT-2025-18".into() },
                        ],
                        vec![tel()],
                    ],
                },
                Block::Facts { facts: contact(l) },
                Block::Photos {
                    pair: false,
                    photos: vec![Photo {
                        label: String::new(),
                        picture: Picture { url: "garage.jpg".into(), size: Some((640, 480)), original: String::new() },
                        alt: l.say("车库入口", "Entrance of the garage"),
                        caption: vec![text(l.say("改造前", "Before"))],
                    }],
                },
                Block::Tree { nodes: tree(l) },
            ],
        },
    ]
}

pub(super) fn tree(l: L) -> Vec<TreeNode> {
    let leaf = |zh: &str, en: &str| TreeNode { content: vec![link("../committee/", l.say(zh, en))], children: vec![] };
    let children = vec![leaf("监督小组", "Supervision group"), leaf("志愿者队伍", "Volunteers")];
    vec![TreeNode {
        content: vec![
            link("../committee/", l.say("榕荫社区居民委员会", "Rongyin residents’ committee")),
            text(l.say("：7 人", ": 7 members")),
        ],
        children,
    }]
}

pub(super) fn facts(l: L) -> Vec<Fact> {
    vec![
        fact(
            l.say("决定", "Decided"),
            vec![text(l.say("地面停车位改造方案：", "Plan for the parking spaces: ")), tag("done", l.say("通过", "adopted"))],
        ),
        fact(l.say("时间", "When"), vec![time(l, "2026-03-12T19:00", "2026年3月12日 19:00–21:00", "12 March 2026, 19:00–21:00")]),
        Fact {
            label: l.say("地点", "Where"),
            lines: vec![
                vec![link("../hall/", l.say("社区会堂", "Community hall"))],
                vec![text(l.say("榕荫路 8 号一楼", "8 Rongyin Road, ground floor"))],
            ],
        },
        fact(l.say("问谁", "Whom to ask"), vec![link("../committee/", l.say("业主委员会", "Owners’ committee")), text(" ".into()), tel()]),
    ]
}

pub(super) fn body(l: L) -> Html {
    let zh = "<p>各位居民：</p><p>表决地面停车位改造方案，并选定施工单位。<strong>请提前到场签到</strong>，签到需要带房产证明或者委托书。会议时间 2026-03-12，电话 <bdi dir=\"ltr\">0691-000-0000</bdi>。</p><h2 id=\"材料\">材料</h2><ul><li>第二版方案</li><li>报价比较</li></ul><table><thead><tr><th>单位</th><th>报价</th></tr></thead><tbody><tr><td>甲</td><td>18,640.00</td></tr></tbody></table>";
    let en = "<p>Dear residents,</p><p>The assembly votes on the plan for the parking spaces and chooses the contractor. <strong>Please come early to sign in</strong> and bring proof of ownership or a proxy.</p><h2 id=\"papers\">Papers</h2><ul><li>Second version of the plan</li><li>Comparison of offers</li></ul>";
    match l {
        Zh => Html { html: zh.into(), ..Html::default() },
        En => Html { html: en.into(), ..Html::default() },
        Ug => Html { html: zh.into(), lang: Some("zh-Hans".into()), dir: Some("ltr") },
    }
}

pub(super) fn record(l: L) -> RecordView {
    let to = |zh: &str, en: &str| Link { url: "../x/".into(), title: l.text(zh, en) };
    let group = |title: String| LinkGroup {
        title,
        links: vec![RecordLink {
            url: "../lights/".into(),
            title: l.text("车库照明改造", "New lights in the garage"),
            date: date(l, "2025-11-03", "2025年11月3日", "3 November 2025"),
        }],
    };
    RecordView {
        id: "meetings/2026-03-12-parking".into(),
        kind: "meetings".into(),
        kind_label: l.say("会议", "Meeting"),
        title: l.text("业主大会：地面停车位改造", "Owners’ assembly: rebuilding the parking spaces"),
        number: Some("2026-011".into()),
        code: Some(code()),
        share: Some(l.text(
            "【会议】业主大会：地面停车位改造\n详情 https://rongyin.example.org/2026-011/ 核对码 7K3F-9QPD-M2XA",
            "[Meetings] Owners’ assembly\nIn full: https://rongyin.example.org/2026-011/",
        )),
        published: date(l, "2026-03-14", "2026年3月14日", "14 March 2026"),
        summary: Some(
            l.text("表决地面停车位改造方案，并选定施工单位。", "Vote on the plan for the parking spaces, and choice of the contractor."),
        ),
        notices: match l {
            Zh => vec![],
            En => vec![Notice {
                tone: "waiting",
                text: "The original was revised on 18 June 2026; this translation has not caught up. The original prevails.".into(),
                link: Some(Link { url: "../../zh/".into(), title: Text::plain("Read the original") }),
            }],
            Ug => vec![Notice {
                tone: "waiting",
                text: l.say("", "This record is not yet available. The original text follows."),
                link: None,
            }],
        },
        view: KindView {
            tags: vec![tag("done", l.say("已召开", "held")), tag("waiting", l.say("公示中", "open for objections"))],
            facts: facts(l),
            headline: vec![],
            sections: sections(l),
        },
        body: Some(body(l)),
        attachments: vec![Attachment {
            download: false,
            url: "sign-in.pdf".into(),
            title: l.text("签到表（已遮住姓名）", "Sign-in sheet (names masked)"),
            format: "PDF".into(),
            size: "1.2 MB".into(),
            hash: "ab".repeat(32),
            hash_short: "abababab".into(),
        }],
        corrections: vec![Correction {
            date: date(l, "2026-03-20", "2026年3月20日", "20 March 2026"),
            text: vec![text(l.say("更正弃权人数：40 改为 ", "Abstentions corrected: 40 to ")), num("42")],
        }],
        topics: vec![to("停车", "Parking"), to("照明", "Lighting")],
        related: vec![group(l.say("更新改造", "Renovation"))],
        backlinks: vec![group(String::new())],
        meta: vec![
            fact(
                l.say("发布单位", "Published by"),
                vec![link("../committee/", l.say("榕荫社区居民委员会", "Rongyin residents’ committee"))],
            ),
            fact(l.say("公开日期", "Published"), vec![time(l, "2026-03-14", "2026年3月14日", "14 March 2026")]),
        ],
        older: Some(to("业主大会：选举", "Owners’ assembly: election")),
        newer: Some(to("2026年第一季度公共收益公示", "Public revenue, first quarter of 2026")),
        calendar: Some("calendar.ics".into()),
        sheet: Some(to("张贴用纸（双语，A4）", "Posting sheet (bilingual, A4)")),
        built: None,
    }
}

pub(super) fn home(l: L) -> Home {
    let row = |zh: &str, en: &str, n: &str, strong| MoneyRow { label: l.say(zh, en), amount: vec![num(n)], strong };
    Home {
        urgent: urgent(l),
        open: vec![Open {
            url: "r2/".into(),
            title: l.text("2026年第一季度公共收益公示", "Public revenue, first quarter of 2026"),
            kind_label: l.say("公共收益", "Public revenue"),
            facts: vec![
                fact(l.say("截止", "Until"), vec![time(l, "2026-04-30", "2026年4月30日", "30 April 2026")]),
                fact(
                    l.say("向谁提", "Send to"),
                    vec![link("../committee/", l.say("居民委员会", "Residents’ committee")), text(" ".into()), tel()],
                ),
            ],
        }],
        latest: (0..6).map(|n| card(l, n)).collect(),
        all: Some(Link { url: "all/2026/".into(), title: l.text("2026 年全部公开", "Everything published in 2026") }),
        money: vec![Money {
            title: l.text("公共收益 · 东门小区", "Public revenue · East Gate"),
            period: l.say("2026年第一季度", "First quarter of 2026"),
            url: "revenue/2026-q1/".into(),
            rows: vec![
                row("收入", "Income", "¥25,500.00", false),
                row("支出", "Spending", "¥18,640.00", false),
                row("结余", "Balance", "¥135,360.00", true),
            ],
        }],
        kinds: KINDS
            .iter()
            .map(|(key, zh, en)| CountLink { url: format!("{key}/"), title: l.text(zh, en), count: "12".into(), current: false })
            .collect(),
        tags: Some(Link { url: "tags/".into(), title: l.text("全部主题", "All topics") }),
        built: date(l, "2026-06-17", "2026年6月17日", "17 June 2026"),
    }
}

fn day(l: L, number: i8) -> Day {
    let link = Inline::Link { url: "tai-chi/".into(), text: l.say("清晨太极", "Tai chi"), lang: None, dir: None };
    let entry = Entry {
        time: "07:10".into(),
        what: vec![link, text(" ".into()), tag("closed", l.say("取消", "Cancelled"))],
        off: true,
        ..Entry::default()
    };
    let entries = if number % 2 == 0 { vec![entry.clone(), Entry { off: false, ..entry }] } else { vec![] };
    let text = l.say(&format!("6月{number}日"), &format!("{number} June"));
    Day { iso: format!("2026-06-{number:02}"), number, text, entries, outside: number > 12 }
}

pub(super) fn week(l: L) -> Week {
    let heads = [l.say("日期", "Day"), l.say("安排", "What is on")];
    Week { caption: l.say("6月1日至7日", "1–7 June"), heads, days: (1..=7).map(|n| day(l, n)).collect() }
}

pub(super) fn month(l: L) -> Month {
    let heads = (1..=7).map(|n| (n.to_string(), l.say(&format!("星期{n}"), &format!("day {n}")))).collect();
    Month { caption: l.say("2026年6月", "June 2026"), heads, days: (1..=14).map(|n| day(l, n)).collect() }
}

pub(super) fn listing(l: L) -> Listing {
    let group = |id: &str, zh: &str, en: &str| Group {
        id: id.into(),
        title: l.say(zh, en),
        count: l.say("6 条", "6 records"),
        cards: cards::html(&(0..6).map(|n| card(l, n)).collect::<Vec<_>>()),
    };
    let year = |y: &str, current| CountLink { url: format!("all/{y}/"), title: Text::plain(y), count: "24".into(), current };
    Listing {
        title: l.text("通知公告", "Notices"),
        lead: l.say("最新 12 条，共 48 条", "Latest 12 of 48"),
        calendar: Some(CalendarPart {
            file: "calendar.ics".into(),
            week: Some(week(l)),
            months: vec![MonthPart { id: "m-2026-06".into(), title: l.say("2026年6月", "June 2026"), open: true, grid: month(l) }],
            later: vec![vec![text(l.say("6月26日", "26 June"))]],
            others: vec![year("2026-06", false), year("2026-07", true)],
        }),
        groups: vec![group("m-06", "6月", "June"), group("m-05", "5月", "May")],
        years: vec![year("2026", true), year("2025", false)],
        kinds: vec![CountLink { url: "../".into(), title: l.text("全部类别", "All kinds"), count: "48".into(), current: false }],
        tree: tree(l),
    }
}
