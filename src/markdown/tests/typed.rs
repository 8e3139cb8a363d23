//! What people type, and what becomes of it: tables of cases.

use super::{Shown, findings, html, inline, rendered, rendered_with};

#[test]
fn a_line_break_is_one() {
    inline(&[
        ("金桂社区居民委员会\n2026年6月16日", "金桂社区居民委员会<br>\n2026年6月16日"),
        ("今天，\n**停水**", "今天，<br>\n<strong>停水</strong>"),
        ("water\r\noff", "water<br>\noff"),
        ("甲  \n乙\\\n丙", "甲<br>\n乙<br>\n丙"),
        ("甲<br>\n乙\n<br>丙", "甲<br>乙<br>丙"),
        ("1.关好阀门\n2.放水", "1.关好阀门<br>\n2.放水"),
    ]);
    assert_eq!(html("- 甲\n  乙\n- 丙"), "<ul>\n<li>甲<br>\n乙</li>\n<li>丙</li>\n</ul>");
    assert_eq!(rendered("请注意：\n一、关阀。\n6月18日\n二、储水").0.plain, "请注意：一、关阀。6月18日 二、储水");
}

#[test]
fn line_breaks_between_han_vanish_where_lines_are_joined() {
    let joined = |text: &str| rendered_with(text, true).0.html(&mut Shown).trim_end().to_owned();
    let cases = [
        ("今天\n停水", "今天停水"),
        ("今天，\n停水", "今天，停水"),
        ("他说“甲”\n乙", "他说“甲”乙"),
        ("今天 \n停水", "今天停水"),
        ("今天\n**停水**", "今天<strong>停水</strong>"),
        ("共\n100 元", "共\n100 元"),
        ("water\noff", "water\noff"),
        ("한국\n사람", "한국\n사람"),
        ("甲  \n乙", "甲<br>\n乙"),
        ("甲\\\n乙", "甲<br>\n乙"),
    ];
    for (text, expected) in cases {
        assert_eq!(joined(text), format!("<p>{expected}</p>"), "{text}");
    }
    assert_eq!(joined("甲\n　　乙"), "<p>甲乙</p>");
}

/// Blocks without their line ends; `{…}` is an indented paragraph.
fn blocks(text: &str) -> String {
    let html = html(text)
        .replace("<p class=\"indent\">", "{")
        .replace("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"body-table1\">", "");
    let mut out = String::new();
    let mut rest = html.as_str();
    while let Some(start) = rest.find('{') {
        let (before, inner) = rest.split_at(start);
        let (inner, after) = inner.split_once("</p>").unwrap_or((inner, ""));
        out.push_str(before);
        out.push_str(&format!("{inner}}}"));
        rest = after;
    }
    (out + rest).replace('\n', "").replace("</div>", "")
}

#[test]
fn an_indent_is_an_indent() {
    for (text, expected) in [
        ("各位居民：\n\n    因检修，停水。\n\n    特此通知。", "<p>各位居民：</p>{因检修，停水。}{特此通知。}"),
        ("　　各位居民：\n　　明天**停水**。", "{各位居民：}{明天<strong>停水</strong>。}"),
        ("\t甲\n\t乙\n\t丙", "{甲}{乙}{丙}"),
        ("甲：\n    乙\n丙", "<p>甲：</p>{乙<br>丙}"),
        (" 甲\n 乙", "<p>甲<br>乙</p>"),
        ("        金桂社区\n        2026. 6. 18", "{金桂社区}{2026. 6. 18}"),
        ("    ## 时间", "<h2 id=\"时间\">时间</h2>"),
        ("> 　　甲\n> 　　乙", "<blockquote>{甲<br>乙}</blockquote>"),
        ("- 甲\n    - 乙\n        - 丙\n- 丁", "<ul><li>甲<ul><li>乙<ul><li>丙</li></ul></li></ul></li><li>丁</li></ul>"),
        ("1. 甲\n  - 乙\n2. 丙", "<ol><li>甲<ul><li>乙</li></ul></li><li>丙</li></ol>"),
        ("1. 甲\n　　- 乙\n\t- 丙", "<ol><li>甲<ul><li>乙</li><li>丙</li></ul></li></ol>"),
        ("1. 甲\n  2. 乙", "<ol><li>甲</li><li>乙</li></ol>"),
        ("- 甲\n\n            乙\n\n丙", "<ul><li><p>甲</p><p>乙</p></li></ul><p>丙</p>"),
        ("-      甲", "<ul><li>甲</li></ul>"),
        ("10. 甲\n\n    乙", "<ol start=\"10\"><li><p>甲</p><p>乙</p></li></ol>"),
        ("1.\t甲\n2.\t乙\n3.\t丙", "<ol><li>甲</li><li>乙</li><li>丙</li></ol>"),
        ("甲\n　　\n乙", "<p>甲</p><p>乙</p>"),
        ("- 甲\n  ```\n  a\n    b\n  ```\n- 乙", "<ul><li>甲<pre tabindex=\"0\"><code>a  b</code></pre></li><li>乙</li></ul>"),
        ("    ```\n    a*b*c\n      d\n    ```", "<pre tabindex=\"0\"><code>a*b*c  d</code></pre>"),
        ("```\n    甲\n- 乙\n```", "<pre tabindex=\"0\"><code>    甲- 乙</code></pre>"),
        ("<div>\n\n    甲\n\n</div>", "<div>{甲}"),
    ] {
        assert_eq!(blocks(text), expected, "{text}");
    }
    let (_, found, source) = rendered("　　甲[空]()\n\n- 乙\n　　[空]()");
    let places: Vec<_> = found.iter().map(|d| (d.position().line, d.position().column)).collect();
    assert_eq!(places, [(1, 4), (4, 3)], "{}", source.text);
}

#[test]
fn a_date_begins_no_list_and_hyphens_make_no_heading() {
    for (text, expected) in [
        ("2026. 6. 18", "<p>2026. 6. 18</p>"),
        ("金桂社区\n2026. 6. 18\n1. 甲", "<p>金桂社区<br>2026. 6. 18</p><ol><li>甲</li></ol>"),
        ("- 2026. 6. 18", "<ul><li>2026. 6. 18</li></ul>"),
        ("联系人：_____\n---\n甲", "<p>联系人：_____</p><hr><p>甲</p>"),
        ("甲\n- - -", "<p>甲</p><hr>"),
        ("甲\n-", "<p>甲<br>-</p>"),
        ("> 甲\n> ---", "<blockquote><p>甲</p><hr></blockquote>"),
        ("- 甲\n  ---", "<ul><li>甲<hr></li></ul>"),
        ("---\n\n甲", "<hr><p>甲</p>"),
        ("＃＃ 停水时间\n６月１８日", "<h2 id=\"停水时间\">停水时间</h2><p>６月１８日</p>"),
        ("#　甲", "<h2 id=\"甲\">甲</h2>"),
        ("#停水时间\n#3 楼", "<p>#停水时间<br>#3 楼</p>"),
    ] {
        assert_eq!(blocks(text), expected, "{text}");
    }
    assert_eq!(findings("＃＃ 停水时间"), ["COM-03 com-03-wide-heading «＃＃ »"]);
    assert_eq!(findings("#停水时间\n#3 楼\n#话题#"), ["COM-03 com-03-heading-space «#»"]);
}

#[test]
fn lines_with_tabs_are_a_table() {
    let table = |head: &str, rows: &str| format!("<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>");
    let th = |text: &str| format!("<th scope=\"col\">{text}</th>");
    for (text, expected) in [
        (
            "楼栋\t时间\n1栋\t8:00\n2栋\t**9:00**",
            table(&(th("楼栋") + &th("时间")), "<tr><td>1栋</td><td>8:00</td></tr><tr><td>2栋</td><td><strong>9:00</strong></td></tr>"),
        ),
        (
            "甲\t乙\t丙\n1\t2\t丁|戊",
            table(
                "<th scope=\"col\" class=\"ta-r\">甲</th><th scope=\"col\" class=\"ta-r\">乙</th><th scope=\"col\">丙</th>",
                "<tr><td class=\"ta-r\">1</td><td class=\"ta-r\">2</td><td>丁|戊</td></tr>",
            ),
        ),
        (
            "下表：\n\t甲\t乙\n丙\t\t丁\n完",
            format!(
                "<p>下表：</p>{}<p>完</p>",
                table(&format!("<td></td>{}{}", th("甲"), th("乙")), "<tr><td>丙</td><td></td><td>丁</td></tr>")
            ),
        ),
        ("甲\t乙\n丙\t丁", "<p>甲\t乙<br>丙\t丁</p>".to_owned()),
        ("一、\t甲\n二、\t乙\n三、\t丙", "<p>一、\t甲<br>二、\t乙<br>三、\t丙</p>".to_owned()),
    ] {
        assert_eq!(blocks(text), expected, "{text}");
    }
    assert_eq!(findings("甲\t乙\n丙\t丁\n戊\t[空]()"), ["COM-02 com-02-link-empty «[空]()»"]);
}

#[test]
fn nothing_written_is_dropped_without_a_word() {
    assert_eq!(
        findings("| 楼栋 | 时间 |\n|---|---|\n| 1栋 | 8:00|11:00 | 先储水 |\n| 2栋 | 9:00 |\n3栋 | 9:00 | 储水"),
        ["E111 e111-table-cells «11:00 | 先储水»", "E111 e111-table-cells «储水»"]
    );
    assert_eq!(findings("| a |\n|-|\n| b\\|c | |\n"), [] as [&str; 0]);
    assert_eq!(findings("收费[^fee]见下。\n\n[^free]: 免费。"), ["E111 e111-footnote-other «[^fee]»"]);
    assert_eq!(findings("收费\\[^fee]，`[^x]`，[^一]\n\n[^一]: 甲"), [] as [&str; 0]);
    assert_eq!(findings("收费[^fee]"), ["E111 e111-footnote «[^fee]»"]);
    assert_eq!(findings("<font color=red>请储水</font>"), ["E111 e111-html «<font color=red>»"]);
}

#[test]
fn full_width_forms_are_read_as_meant() {
    inline(&[
        ("余额 ｛｛ fig 期末 ｝｝", "余额 [期末]"),
        ("见［停水通知］（notices/water）", "见<a href=\"page:notices/water\">停水通知</a>"),
        ("［2026］（3）号", "［2026］（3）号"),
    ]);
    assert_eq!(findings("｛｛ fig 期末 ｝｝｛｛ fig 期初 ｝｝"), ["COM-03 com-03-wide-braces «｛｛ fig 期末 ｝｝»"]);
    assert_eq!(findings("甲［停水］（notices/water）"), ["COM-03 com-03-wide-brackets «［停水］（notices/water）»"]);
    assert_eq!(findings("＊＊甲＊＊"), ["COM-03 com-03-wide-stars «＊＊甲＊＊»"]);
    let (body, _, source) = rendered("甲［见］（notices/x），余额｛｛ fig a ｝｝元");
    let figure = body.figures().next().unwrap().place.clone();
    assert_eq!(&source.text[figure.start as usize..figure.end as usize], "｛｛ fig a ｝｝");
}
