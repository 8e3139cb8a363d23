//! Bodies in, HTML and findings out: tables of cases.

use std::sync::Arc;

use super::*;

mod typed;

/// Fills holes so that tests can see them.
struct Shown;

impl Fill for Shown {
    fn link(&mut self, link: &LinkHole) -> Option<String> {
        match &link.target {
            Target::Page { path, .. } if path == "gone" => None,
            Target::Page { path, fragment } => {
                Some(format!("page:{path}{}", fragment.as_ref().map(|f| format!("#{f}")).unwrap_or_default()))
            }
            Target::File(name) => Some(format!("file:{name}")),
        }
    }

    fn figure(&mut self, figure: &FigureHole) -> String {
        format!("[{}]", figure.path)
    }

    fn image(&mut self, image: &ImageHole) -> String {
        image.img(&image.file, None)
    }

    fn word(&mut self, word: Word) -> String {
        format!("{}{}", word.key(), word.number().map(|n| n.to_string()).unwrap_or_default())
    }
}

fn rendered(text: &str) -> (Body, Vec<Diagnostic>, Arc<Source>) {
    rendered_with(text, false)
}

fn rendered_with(text: &str, join_lines: bool) -> (Body, Vec<Diagnostic>, Arc<Source>) {
    let source = Source::new("a.md", text);
    let options = BodyOptions { source: &source, range: 0..text.len(), lang_tag: "zh-Hans", top_level: 2, taken: &["p1"], join_lines };
    let (body, found) = render(&options);
    (body, found, source)
}

fn html(text: &str) -> String {
    rendered(text).0.html(&mut Shown).trim_end().to_owned()
}

/// Findings as `CODE message «the very characters»`.
fn findings(text: &str) -> Vec<String> {
    rendered(text).1.iter().map(|d| format!("{} {} «{}»", d.code, d.message, d.span.as_ref().map_or("", |s| s.text()))).collect()
}

#[track_caller]
fn inline(cases: &[(&str, &str)]) {
    for (text, expected) in cases {
        assert_eq!(html(text), format!("<p>{expected}</p>"), "{text}");
    }
}

#[test]
fn emphasis_beside_han_punctuation_behaves() {
    // `[…]` is strong, `(…)` is emphasis, `{…}` is struck out.
    let cases = [
        ("**中文。**后续", "[中文。]后续"),
        ("中文**（重要）**通知", "中文[（重要）]通知"),
        ("这是**“中文”**的", "这是[“中文”]的"),
        ("**“甲”**乙**“丙”**丁", "[“甲”]乙[“丙”]丁"),
        ("**注意：**请看**《规定》**。", "[注意：]请看[《规定》]。"),
        ("**《规定》**第三条", "[《规定》]第三条"),
        ("请**务必**到场", "请[务必]到场"),
        ("请 *务必* 到场", "请 (务必) 到场"),
        ("请*务必*到场，张*明", "请*务必*到场，张*明"),
        ("请*“务必”*到场", "请(“务必”)到场"),
        ("**2026年（上半年）**收支", "[2026年（上半年）]收支"),
        ("收支**（1—6月）**如下", "收支[（1—6月）]如下"),
        ("**停水！**时间：**6月1日（周一）**上午", "[停水！]时间：[6月1日（周一）]上午"),
        ("**价格(元)**合计", "[价格(元)]合计"),
        ("合计**$100**元", "合计[$100]元"),
        ("合计**100%**完成", "合计[100%]完成"),
        ("**“甲”，“乙”**和**“丙”**", "[“甲”，“乙”]和[“丙”]"),
        ("***“重要”***通知", "([“重要”])通知"),
        ("**甲*“乙”*丙**", "[甲(“乙”)丙]"),
        ("**重要（*必读*）事项**", "[重要（(必读)）事项]"),
        ("~~（作废）~~见新版", "{（作废）}见新版"),
        ("第一期~~“旧”~~新", "第一期{“旧”}新"),
        ("**[停水](https://example.org)**通知", "[<a href=\"https://example.org\" rel=\"noopener\">停水</a>]通知"),
        ("**`代码`**后", "[<code>代码</code>]后"),
        ("**か。**き", "[か。]き"),
        ("**𠮷。**𠮷", "[𠮷。]𠮷"),
        ("**…………**然后", "[…………]然后"),
        ("\\*“不是”*强调", "*“不是”*强调"),
        ("`**“原样”**字`", "<code>**“原样”**字</code>"),
        ("3*4*5=60", "3*4*5=60"),
        ("每人*限2份*，电话0592*123。", "每人*限2份*，电话0592*123。"),
        ("138****0000、139****1111", "138****0000、139****1111"),
        ("上午8:00~~11:30，下午14:00~~17:00", "上午8:00~~11:30，下午14:00~~17:00"),
        ("姓名：________（章）________", "姓名：________（章）________"),
        ("甲_乙_丙", "甲_乙_丙"),
        ("＊＊重要。＊＊通知", "[重要。]通知"),
        ("`张*明*`", "<code>张*明*</code>"),
        ("a * b，c * d", "a * b，c * d"),
        ("**（注）** 后有空格", "[（注）] 后有空格"),
        ("、**甲**、**乙**、", "、[甲]、[乙]、"),
        ("上午8:00~11:30，下午14:00~17:00", "上午8:00~11:30，下午14:00~17:00"),
    ];
    for (text, expected) in cases {
        let seen = html(text)
            .replace("<strong>", "[")
            .replace("</strong>", "]")
            .replace("<em>", "(")
            .replace("</em>", ")")
            .replace("<del>", "{")
            .replace("</del>", "}");
        assert_eq!(seen, format!("<p>{expected}</p>"), "{text}");
    }
    assert_eq!(html("**foo.**bar"), "<p><strong>foo.</strong>bar</p>", "strong is strong in every language");
}

#[test]
fn links_become_holes_or_addresses() {
    inline(&[
        ("[停水](notices/2026-06-water)", "<a href=\"page:notices/2026-06-water\">停水</a>"),
        ("[停水](/zh/notices/2026-06-water/#when \"细节\")", "<a href=\"page:/zh/notices/2026-06-water/#when\" title=\"细节\">停水</a>"),
        ("[表](plan.pdf)", "<a href=\"file:plan.pdf\">表</a>"),
        ("[无](gone)", "<a>无</a>"),
        ("[a&b](https://example.org/?a=1&b=2)", "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener\">a&amp;b</a>"),
        (
            "[信](mailto:a@example.org) <b@example.org>",
            "<a href=\"mailto:a@example.org\">信</a> <a href=\"mailto:b@example.org\">b@example.org</a>",
        ),
        ("[电](tel:0691-000-0000)", "<a href=\"tel:0691-000-0000\">电</a>"),
        ("见https://example.org/a。", "见<a href=\"https://example.org/a\" rel=\"noopener\">https://example.org/a</a>。"),
        (
            "**网址：**https://example.org/a*",
            "<strong>网址：</strong><a href=\"https://example.org/a\" rel=\"noopener\">https://example.org/a</a>*",
        ),
        ("[见 https://example.org](plan.pdf)", "<a href=\"file:plan.pdf\">见 https://example.org</a>"),
        ("[项](#p1)", "<a href=\"#p1\">项</a>"),
    ]);
    assert_eq!(
        html("# 费用 说明\n[见](#费用-说明) [又](<#费用 说明>)"),
        "<h2 id=\"费用-说明\">费用 说明</h2>\n<p><a href=\"#费用-说明\">见</a> <a href=\"#费用-说明\">又</a></p>"
    );
}

#[test]
fn unsafe_addresses_are_dropped_and_named() {
    for address in [
        "javascript:alert(1)",
        "JAVASCRIPT:x",
        "java&#115;cript:x",
        "&#x6A;avascript:x",
        "javascript&colon;x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "<java script:x>",
        "<javascript\t:x>",
        "ftp://x",
    ] {
        let text = format!("文 [点]({address}) 字");
        assert_eq!(html(&text), "<p>文 点 字</p>", "{text}");
        assert_eq!(findings(&text), [format!("E107 e107-link-dropped «[点]({address})»")]);
    }
    assert_eq!(findings("[x][y]\n\n[y]: javascript:1"), ["E107 e107-link-dropped «[x][y]»"]);
    assert_eq!(html("<javascript:x>"), "<p>javascript:x</p>");
    assert_eq!(findings("[空]()"), ["COM-02 com-02-link-empty «[空]()»"]);
    assert_eq!(findings("**甲。**乙 [无](#没有)"), ["COM-02 com-02-heading-none «[无](#没有)»"]);
    assert_eq!(findings("# 有\n[无](#没有)"), ["COM-02 com-02-heading-missing «[无](#没有)»"]);
}

#[test]
fn figures_stand_anywhere_but_in_code() {
    inline(&[
        ("收入{{ fig lines.x-light.amount }}元", "收入[lines.x-light.amount]元"),
        ("**“收入”**为**{{ fig a.b }}**元", "<strong>“收入”</strong>为<strong>[a.b]</strong>元"),
        ("`{{ fig a }}` \\{{ fig a }}", "<code>{{ fig a }}</code> {{ fig a }}"),
        ("\\\\{{ fig a }}", "\\[a]"),
        ("[共 {{ fig a_b.c_d }}](plan.pdf)", "<a href=\"file:plan.pdf\">共 [a_b.c_d]</a>"),
    ]);
    assert_eq!(html("## 共 {{ fig a }} 元"), "<h2 id=\"共-元\">共 [a] 元</h2>");
    assert!(html("| a |\n|---|\n| {{ fig a }} |").contains("<td>[a]</td>"));
    let cases = [
        ("**“甲”**乙 {{ fig }} 丙", "COM-02 com-02-fig-form «{{ fig }}»"),
        ("甲 {{ lines.x }} 乙", "COM-02 com-02-fig-form «{{ lines.x }}»"),
        ("&amp; 甲 {{ fig a", "COM-02 com-02-fig-form «{{ fig a»"),
        ("![说明 {{ fig a }}](a.jpg)", "COM-02 com-02-fig-place «{{ fig a }}»"),
        ("<div>甲 {{ fig a }}</div>", "COM-02 com-02-fig-place «{{ fig a }}»"),
    ];
    for (text, finding) in cases {
        assert_eq!(findings(text), [finding]);
    }
    let (body, _, source) = rendered("**“甲”**乙\n> 共 {{ fig a.b }} 元");
    assert_eq!(body.figures().map(|f| &source.text[f.place.start as usize..f.place.end as usize]).collect::<Vec<_>>(), ["{{ fig a.b }}"]);
    assert_eq!(source.position(body.figures().next().unwrap().place.start as usize).column, 5);
    assert_eq!(body.plain_text(|f| format!("<{}>", f.path)), "“甲”乙\n共 <a.b> 元");
}

#[test]
fn pictures_are_files_with_words() {
    assert_eq!(html("![灯](lamp.jpg \"新\")"), "<img src=\"lamp.jpg\" alt=\"灯\" title=\"新\" loading=\"lazy\">");
    inline(&[
        ("甲![**新**的\n`灯`](lamp.jpg)", "甲<img src=\"lamp.jpg\" alt=\"新的灯\" loading=\"lazy\">"),
        ("甲![](data:image/png,x)", "甲data:image/png,x"),
    ]);
    assert_eq!(html("![外](https://example.org/a.jpg)"), "<a href=\"https://example.org/a.jpg\" rel=\"noopener\">外</a>");
    let cases: [(&str, &[&str]); 4] = [
        ("甲 ![](a.jpg)", &["COM-03 com-03-image-alt «![](a.jpg)»"]),
        ("![灯](https://example.org/a.jpg)", &["E107 e107-image-outside «![灯](https://example.org/a.jpg)»"]),
        ("![灯](../a.jpg)", &["COM-02 com-02-image-file «![灯](../a.jpg)»"]),
        ("![ ](data:x)", &["COM-03 com-03-image-alt «![ ](data:x)»", "E107 e107-image-outside «![ ](data:x)»"]),
    ];
    for (text, expected) in cases {
        assert_eq!(findings(text), expected);
    }
    for (text, alone) in [("![灯](a.jpg)", true), ("![灯](a.jpg) 甲", false)] {
        let (body, ..) = rendered(text);
        assert!(body.chunks.iter().any(|chunk| matches!(chunk, Chunk::Image(image) if image.alone == alone)), "{text}");
    }
}

#[test]
fn headings_keep_levels_and_ids() {
    let levels = |text: &str| rendered(text).0.headings.iter().map(|h| format!("{}{}", h.level, h.id)).collect::<Vec<_>>().join(" ");
    assert_eq!(levels("# a\n### b\n# c"), "2a 3b 2c");
    assert_eq!(levels("## a\n# b\n## c\n###### d"), "2a 2b 3c 4d");
    assert_eq!(levels("# 费用\n# 费用\n# 另 {#费用}"), "2费用-2 2费用-3 2费用");
    assert_eq!(levels("# **“甲”**乙 `丙`\n# p1\n# ！"), "2甲乙-丙 2p1-2 2section");
    assert_eq!(findings("# a {#x}\n# b {#x}"), ["COM-01 com-01-heading-id «{#x}»"]);
    assert_eq!(html("# 甲 {#a .b onclick=x}"), "<h2 id=\"a\">甲</h2>");
    let source = Source::new("a.md", "# 甲\n[见](#甲) 注[^1]\n\n[^1]: 一");
    let options = BodyOptions { source: &source, range: 0..source.text.len(), lang_tag: "zh", top_level: 3, taken: &[], join_lines: false };
    let html = render(&options).0.html_apart("zh-", &mut Shown);
    assert!(
        html.contains("<h3 id=\"zh-甲\">")
            && html.contains("href=\"#zh-甲\"")
            && html.contains("id=\"zh-fn:1\"")
            && html.contains("href=\"#zh-fnref:1\""),
        "{html}"
    );
}

#[test]
fn blocks_are_written_for_readers_of_all_kinds() {
    let cases = [
        (
            "| 甲 | 乙 | |\n|---|--:|:-:|\n| 1 | 2 | 3 |",
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"body-table1\"><table>\n<thead><tr><th scope=\"col\">甲</th><th scope=\"col\" class=\"ta-r\">乙</th><td class=\"ta-c\"></td></tr></thead>\n<tbody>\n<tr><td>1</td><td class=\"ta-r\">2</td><td class=\"ta-c\">3</td></tr>\n</tbody></table></div>",
        ),
        (
            "- [x] 甲\n- [ ] 乙",
            "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"body-task-done\"> 甲</li>\n<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"body-task-open\"> 乙</li>\n</ul>",
        ),
        ("3. 甲\n4. 乙", "<ol start=\"3\">\n<li>甲</li>\n<li>乙</li>\n</ol>"),
        (
            "> [!WARNING]\n> 甲",
            "<div class=\"alert alert-warning\" role=\"note\">\n<p class=\"alert-title\">body-alert-warning</p>\n<p>甲</p>\n</div>",
        ),
        ("词\n: 释义", "<dl>\n<dt>词</dt>\n<dd>释义</dd>\n</dl>"),
        (
            "甲[^一]乙[^一]\n\n[^一]: **“注”**文",
            "<p>甲<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1\" role=\"doc-noteref\">1</a></sup>乙<sup class=\"footnote-ref\"><a href=\"#fn:1\" id=\"fnref:1:2\" role=\"doc-noteref\">1</a></sup></p>\n<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"body-footnotes\"><ol>\n<li id=\"fn:1\"><p><strong>“注”</strong>文 <a class=\"footnote-back\" href=\"#fnref:1\" role=\"doc-backlink\" aria-label=\"body-footnote-back1\">↩</a></p>\n</li>\n</ol></section>",
        ),
        ("```\na < **“b”**字\n```", "<pre tabindex=\"0\"><code>a &lt; **“b”**字\n</code></pre>"),
        ("甲\n\n---", "<p>甲</p>\n<hr>"),
        ("", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(html(text), expected);
    }
    let (body, ..) = rendered("```sh\necho \"甲\" # 注\n```");
    assert!(body.has_code && body.html(&mut Shown).contains("hl-comment"));
    assert!(!rendered("`code`").0.has_code);
    assert_eq!(rendered("# 甲\n\n乙**丙**\n- 丁\n- 戊\n\n| a | b |\n|-|-|\n| c | d |").0.plain, "甲\n乙丙\n丁\n戊\na b \nc d");
}

#[test]
fn raw_html_is_sanitized_and_named() {
    let cases = [
        ("<b>甲</b>", "<p><b>甲</b></p>"),
        ("甲<br>乙 <kbd>Ctrl</kbd>", "<p>甲<br>乙 <kbd>Ctrl</kbd></p>"),
        ("H<sub>2</sub>O [停水](notices/x) {{ fig a }}", "<p>H<sub>2</sub>O <a href=\"page:notices/x\">停水</a> [a]</p>"),
        ("<b>甲\n\n乙", "<p><b>甲</b></p>\n<p>乙</p>"),
        ("**<b>甲**</b>乙", "<p><strong><b>甲</b></strong>乙</p>"),
        ("甲<script>alert(1)</script>乙", "<p>甲乙</p>"),
        ("<script>\nalert(1)\n</script>\n\n乙", "<p>乙</p>"),
        ("<a href=\"javascript:x\">甲</a>", "<p>甲</p>"),
        (
            "<a href=\"notices/x\">甲</a><a href=\"https://example.org\">乙</a>",
            "<p><a href=\"page:notices/x\">甲</a><a href=\"https://example.org\" rel=\"noopener\">乙</a></p>",
        ),
        ("<p style=\"color:red\" onclick=x>甲</p>", "<p>甲</p>"),
        (
            "<details>\n<summary>更多</summary>\n\n- 甲\n\n</details>",
            "<details>\n<summary>更多</summary>\n\n<ul>\n<li>甲</li>\n</ul>\n</details>",
        ),
        ("<div class=\"x\" id=\"y\">", "<div class=\"x\">\n</div>"),
        ("<!-- 记 -->\n甲", "<p>甲</p>"),
        ("<b>\u{FDD1}0\u{FDD2}&#xFDD1;0&#xFDD2;</b>{{ fig a }}", "<p><b>00</b>[a]</p>"),
        ("<div title=\"&#xFDD3;0&#xFDD2;\">&#xFDD1;0&#xFDD2;</div>", ""),
        (
            "- [x] <i>甲</i>",
            "<ul>\n<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"body-task-done\"> <i>甲</i></li>\n</ul>",
        ),
    ];
    for (text, expected) in cases {
        let seen = html(text);
        if expected.is_empty() {
            assert!(!seen.contains(['\u{FDD1}', '\u{FDD2}', '\u{FDD3}']), "{seen}");
        } else {
            assert_eq!(seen.trim(), expected, "{text}");
        }
    }
    let named = [
        ("文 <span onclick=\"x\">甲</span>", "E107 e107-html-removed «onclick=\"x\"»"),
        ("文\n\n> <p style='x'>\n> 甲", "E111 e111-html «style='x'»"),
        ("文 <iframe src=x></iframe>", "E107 e107-html-removed «<iframe src=x>»"),
        ("**“甲”**乙<script>**“甲”**乙</script>", "E107 e107-html-removed «<script>»"),
        ("<img src=a.jpg>", "E111 e111-html «<img src=a.jpg>»"),
        ("<a href='java&#115;cript:x'>", "E107 e107-link-dropped «<a href='java&#115;cript:x'>»"),
    ];
    for (text, finding) in named {
        assert_eq!(findings(text), [finding]);
    }
    assert_eq!(findings("<b>甲</b> <!-- 记 -->"), [] as [&str; 0]);
}

#[test]
fn hostile_text_ends_quickly() {
    let many = |s: &str, n: usize| s.repeat(n);
    let cases = [
        many("> ", 100_000),
        many("- ", 50_000),
        many("[", 200_000),
        many("![", 100_000),
        many("*a ", 100_000),
        many("**“", 100_000),
        many("{{", 200_000),
        many("{{}}", 100_000),
        many("http://(", 100_000),
        many("<b>", 50_000),
        many("<b><p>", 20_000),
        many("<div>\n\n", 20_000),
        many("<table><tr><td></b><b id=x>", 10_000),
        many("甲\n", 100_000),
        many("# 甲\n", 20_000),
        many("[^a]", 50_000) + "\n\n[^a]: x",
        many("![a](b.jpg)\n\n", 20_000),
        many("![", 5_000) + &many("](a.jpg)", 5_000),
        many("`", 100_000),
        many("<!--", 50_000),
        many("<a ", 50_000),
        format!("<p {}>", many("title=x ", 100_000)),
        format!("|{}\n|{}\n{}", many("a|", 2_000), many("-|", 2_000), many("|\n", 2_000)),
        many("[甲](javascript:x) ", 30_000),
        format!("```sh\n{}\n```", many("x", 500_000)),
        many("\ta\n", 100_000),
        many("a\tb\n", 50_000),
        many("a\t", 100_000),
        many("　　甲\n", 50_000),
        (0..2_000).map(|i| " ".repeat(i % 300) + "- 甲\n").collect(),
        many("｛｛ fig ", 50_000),
        many("＊＊甲", 50_000),
        many("［甲］（a/b）", 20_000),
        many("[^a] ", 50_000),
        many("甲*乙", 100_000),
        many("** ", 100_000),
        many("_", 200_000),
        many("` `` ", 50_000),
        many("2026. 6\n", 50_000),
        many("甲\n-\n", 50_000),
    ];
    for text in cases {
        let start = std::time::Instant::now();
        let (body, found, _) = rendered(&text);
        let size = body.html(&mut Shown).len();
        let seconds = start.elapsed().as_secs_f32();
        eprintln!(
            "{seconds:6.2} s {size:>9} bytes {:>3} findings {}",
            found.len(),
            text.chars().take(20).collect::<String>().replace('\n', "/")
        );
        assert!(found.len() <= MOST_FINDINGS);
        assert!(seconds < 20.0, "{seconds} s for {}", &text[..20.min(text.len())]);
    }
}

/// Words that make trouble when they meet.
const SHARDS: &[&str] = &[
    "**",
    "*",
    "“甲”",
    "，",
    "乙",
    "a",
    " ",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "# ",
    "[",
    "]",
    "(",
    ")",
    "![",
    "](",
    "{{ fig a.b }}",
    "{{",
    "}}",
    "\\",
    "`",
    "```\n",
    "|",
    "\n|-|-|\n",
    "~~",
    "[^1]",
    "\n[^1]: ",
    "<script>",
    "</script>",
    "<b onclick=x>",
    "</b>",
    "<p style=\"x\">",
    "<a href=javascript:x>",
    "javascript:alert(1)",
    "<img src=x onerror=y>",
    "&#xFDD1;0&#xFDD2;",
    "\u{FDD0}",
    "\u{FDD1}0\u{FDD2}",
    "&lt;",
    "&",
    "\"",
    "'",
    "=",
    "<!--",
    "-->",
    "<table>",
    "<td>",
    "<svg>",
    "<style>",
    "<div>\n",
    "</div>",
    "\t",
    "　　",
    "    ",
    "\n---",
    "\n2026. ",
    "｛｛ fig a ｝｝",
    "＊＊",
    "［甲］（a/b）",
    "\n甲\t乙\t丙",
    "~~~\n",
    "\r\n",
    "https://example.org/",
    "<javascript:x>",
    "\u{0}",
    "{#x}",
    "[ ] ",
    ": ",
];

proptest::proptest! {
    #[test]
    fn random_text_never_panics_and_never_carries_script(picks in proptest::collection::vec(0..SHARDS.len(), 0..60), tail in ".{0,20}") {
        let text: String = picks.iter().map(|&i| SHARDS[i]).chain([tail.as_str()]).collect();
        let (body, found, source) = rendered(&text);
        let html = body.html(&mut Shown);
        for tag in html.split('<').skip(1) {
            let tag = tag.split('>').next().unwrap_or("").to_lowercase();
            let outside_values: String = tag.split('"').step_by(2).collect();
            proptest::prop_assert!(!outside_values.contains(" style=") && !outside_values.contains(" on"), "{html}");
            proptest::prop_assert!(!tag.starts_with("script") && !tag.contains("href=\"javascript:"), "{html}");
        }
        proptest::prop_assert!(!html.contains(['\u{FDD0}', '\u{FDD1}', '\u{FDD2}', '\u{FDD3}', '\0']), "{html}");
        for finding in found {
            let span = finding.span.expect("every finding has a place");
            proptest::prop_assert!(source.text.get(span.range()).is_some(), "{:?} of {text:?}", span.range());
        }
        proptest::prop_assert_eq!(body.plain.matches(FIGURE_MARK).count(), body.figures().count());
    }
}

/// `cargo test --release -- --ignored --nocapture speed`
#[test]
#[ignore = "a measurement, not a check"]
fn speed_of_a_long_chinese_body() {
    let part = "## 第三季度停水通知\n\n因二次供水设施改造，**6月1日（周一）**上午8:00~11:30停水，\n请各户提前储水。详见[停水通知](notices/2026-06-water)与《公约》。\n\n- 一号楼：**“已通知”**\n- 二号楼：共 {{ fig lines.x.amount }} 元\n\n| 项目 | 金额 |\n|---|--:|\n| 灯具 | 1,260 |\n\n";
    let text = part.repeat(418_000 / part.len());
    for _ in 0..5 {
        let start = std::time::Instant::now();
        let (body, ..) = rendered(&text);
        eprintln!("{} KB: {:?} for {} KB", text.len() / 1000, start.elapsed(), body.html(&mut Shown).len() / 1000);
    }
    let raw = format!("<b>甲</b>{text}");
    let start = std::time::Instant::now();
    rendered(&raw);
    eprintln!("with raw HTML: {:?}", start.elapsed());
}
