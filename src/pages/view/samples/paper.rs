//! A posting sheet of the samples.
//!
//! In: two languages. Out: the sheet of a notice in both. Always: as in all samples, people and places are fictional.

use super::*;

pub(in crate::pages::view) fn code() -> CodeBox {
    let qr = crate::qr::Code::of("HTTPS://RONGYIN.EXAMPLE.ORG/2026-021/").expect("short enough");
    CodeBox {
        code: "7K3F-9QPD-M2XA".into(),
        address: "rongyin.example.org/2026-021/".into(),
        qr: Some(Qr { side: qr.side(), path: qr.path() }),
    }
}

pub(in crate::pages::view) fn sheet(first: L, second: L) -> Sheet {
    let half = |l: L| SheetHalf {
        lang: l.lang(),
        name: name(l),
        kind_label: l.say("通知公告", "Notice"),
        title: l.text("关于临时停水的通知", "Temporary water cut"),
        tags: vec![tag("urgent", l.say("紧急", "urgent"))],
        facts: vec![
            fact(l.say("时间", "When"), vec![time(l, "2026-06-18T14:00", "2026年6月18日 14:00–20:00", "18 June 2026, 14:00–20:00")]),
            fact(l.say("范围", "Where"), vec![text(l.say("1–6 栋、农贸市场", "Blocks 1–6, market"))]),
            fact(l.say("问谁", "Whom to ask"), vec![tel()]),
        ],
        capitals: vec![InCapitals {
            label: l.say("收入", "Income"),
            amount: vec![num("36,982.15")],
            words: "叁万陆仟玖佰捌拾贰元壹角伍分".into(),
        }],
        notices: vec![],
        body: Some(Html {
            html: if l == Zh {
                "<p>各位居民：</p><p>因主管道检修，6月18日14:00至20:00停水，请提前储水。给您带来不便，请谅解。</p>".into()
            } else {
                "<p>Dear residents,</p><p>The main pipe is being repaired. There will be no water on 18 June from 14:00 to 20:00. Please store water in time.</p>".into()
            },
            ..Html::default()
        }),
        sections: vec![],
        publisher: vec![text(l.say("榕荫社区居民委员会", "Rongyin residents’ committee"))],
        published: date(l, "2026-06-16", "2026年6月16日", "16 June 2026"),
        posting: vec![time(l, "", "2026年6月16日至20日", "16–20 June 2026")],
        phones: vec![vec![tel()]],
        url: format!("../{}/notices/2026-06-water/", l.lang().path),
    };
    Sheet { number: "2026-021".into(), kind: "notices".into(), code: code(), halves: vec![half(first), half(second)] }
}
