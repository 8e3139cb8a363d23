//! The printers, with exact expected text. The words stand here in a small table, so that a change
//! of wording in the catalogue does not touch these tests.

use std::sync::Arc;

use unicode_width::UnicodeWidthStr;

use super::*;
use crate::source::Source;

/// A table of message id and text; `{name}` is replaced by the argument.
struct Table(&'static [(&'static str, &'static str)]);

const ZH: Table = Table(&[
    ("cli-error", "错误"),
    ("cli-warning", "提醒"),
    ("cli-info", "提示"),
    ("cli-help", "怎么改"),
    ("cli-more-warnings", "还有 {count} 条 {code} 提醒没有列出"),
    ("cli-closing-none", "没有发现问题。"),
    ("cli-closing-errors", "{errors} 个错误。"),
    ("cli-closing-warnings", "{warnings} 个提醒。"),
    ("cli-closing-both", "{errors} 个错误，{warnings} 个提醒。"),
    ("cli-begin-with-line", "先改 {path} 第 {line} 行。"),
    ("cli-begin-with-file", "先改 {path}。"),
    ("cli-two-sentences", "{first}{second}"),
    ("date", "日期看不懂"),
    ("date.label", "6 月只有 30 天"),
    ("date.help", "可以写成 2026-06-30"),
    ("number", "编号 {no} 用了两次"),
    ("number.label", "又用了一次"),
    ("number-first", "先用在这里"),
    ("file", "读不了这个文件"),
]);

const EN: Table = Table(&[
    ("cli-error", "error"),
    ("cli-warning", "warning"),
    ("cli-info", "note"),
    ("cli-help", "help"),
    ("cli-more-warnings", "{count} more {code} warnings not shown"),
    ("cli-closing-both", "{errors} errors, {warnings} warnings."),
    ("cli-begin-with-line", "Start with {path} line {line}."),
    ("cli-two-sentences", "{first} {second}"),
    ("date", "This date does not exist"),
    ("date.label", "June has 30 days"),
    ("date.help", "Write for example 2026-06-30"),
    ("number", "The number {no} is used twice"),
    ("number.label", "used again"),
    ("number-first", "first used here"),
    ("file", "This file cannot be read"),
]);

impl Table {
    fn text<'a>(&self, id: &str, args: impl Iterator<Item = &'a (&'static str, Arg)>) -> Option<String> {
        let mut text = self.0.iter().find(|(name, _)| *name == id)?.1.to_owned();
        for (name, value) in args {
            let value = match value {
                Arg::Text(t) | Arg::Figure(t) | Arg::Term(t) => t.clone(),
                Arg::Number(n) => n.to_string(),
                Arg::OneOf(list) => list.join(", "),
                Arg::Both { en, .. } => en.clone(),
            };
            text = text.replace(&format!("{{{name}}}"), &value);
        }
        Some(text)
    }
}

impl Words for Table {
    fn message(&self, d: &Diagnostic) -> String {
        self.text(d.message, d.args.iter()).unwrap_or_else(|| d.message.to_owned())
    }
    fn label(&self, d: &Diagnostic) -> Option<String> {
        self.text(&format!("{}.label", d.message), d.args.iter())
    }
    fn help(&self, d: &Diagnostic) -> Option<String> {
        self.text(&format!("{}.help", d.message), d.args.iter())
    }
    fn related(&self, message: &'static str, d: &Diagnostic) -> String {
        self.text(message, d.args.iter()).unwrap_or_else(|| message.to_owned())
    }
    fn word(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        self.text(id, args.iter()).unwrap_or_else(|| id.to_owned())
    }
}

/// The span of `needle` in a source.
fn at(source: &Arc<Source>, needle: &str) -> Span {
    let start = source.text.find(needle).expect("the needle is in the text");
    Span::new(source, start..start + needle.len())
}

fn bad_date() -> Diagnostic {
    let source = Source::new("content/notices/2026-06-water.md", "---\ntitle: 停水\nposted: 2026\n时间: 6月31日 14:00\n---\n");
    Diagnostic::error_at("COM-03", "date", at(&source, "6月31日")).field("effective.from")
}

fn twice(first: (&str, &str), again: (&str, &str)) -> Diagnostic {
    let one = Source::new(first.0, first.1);
    let two = if first.0 == again.0 { Arc::clone(&one) } else { Source::new(again.0, again.1) };
    let mut span = at(&two, "2026-011");
    if first.0 == again.0 {
        let start = two.text.rfind("2026-011").expect("there");
        span = Span::new(&two, start..start + 8);
    }
    Diagnostic::error_at("COM-01", "number", span).arg("no", "2026-011").related(at(&one, "2026-011"), "number-first")
}

fn many_warnings(n: usize) -> Vec<Diagnostic> {
    let source = Source::new("content/a.md", "标题\n".repeat(n));
    (0..n).map(|i| Diagnostic::warning_at("COM-05", "date", Span::new(&source, i * 7..i * 7 + 6))).collect()
}

fn plain() -> Look {
    Look::default()
}

/// Cells from the gutter's bar to the first caret, and the number of carets.
fn carets(text: &str) -> (usize, usize) {
    let line = text.lines().find(|l| l.contains('^')).expect("a line with carets");
    let bar = line.find('|').expect("a gutter");
    let caret = line.find('^').expect("there");
    (line[bar..caret].width(), line.chars().filter(|&c| c == '^').count())
}

#[test]
fn a_finding_shows_place_line_caret_label_and_help() {
    let expected = "\
错误[COM-03]: 日期看不懂
 --> content/notices/2026-06-water.md:4:5
  |
4 | 时间: 6月31日 14:00
  |       ^^^^^^^ 6 月只有 30 天
  |
  = 怎么改: 可以写成 2026-06-30
";
    assert_eq!(human::one(&bad_date(), &ZH, &plain()), expected);
}

#[test]
fn the_english_form_has_the_same_shape() {
    let expected = "\
error[COM-03]: This date does not exist
 --> content/notices/2026-06-water.md:4:5
  |
4 | 时间: 6月31日 14:00
  |       ^^^^^^^ June has 30 days
  |
  = help: Write for example 2026-06-30
";
    assert_eq!(human::one(&bad_date(), &EN, &plain()), expected);
}

#[test]
fn carets_stand_under_the_characters_by_display_width() {
    // Text, needle; cells before the needle (the bar and a space come first) and cells of the needle.
    let cases = [
        ("标题: 停水", "停水", 6, 4),
        ("amount: 12元", "12元", 8, 4),
        ("（公示）：金额1,000.00元", "1,000.00", 14, 8),
        ("\t标题", "标题", 4, 4),
        ("かな ｶﾅ 각", "각", 8, 2),
        ("a\u{301}é x", "x", 3, 1),
        ("x\u{202e}错", "错", 9, 2),
    ];
    for (text, needle, before, cells) in cases {
        let source = Source::new("a.md", text);
        let printed = human::one(&Diagnostic::error_at("COM-03", "file", at(&source, needle)), &ZH, &plain());
        assert_eq!(carets(&printed), (before + 2, cells), "{text:?}\n{printed}");
    }
}

#[test]
fn a_finding_about_a_whole_file_has_no_line() {
    let printed = human::one(&Diagnostic::error("E102", "file", "content/旧.md"), &ZH, &plain());
    assert_eq!(printed, "错误[E102]: 读不了这个文件\n --> content/旧.md\n");
}

#[test]
fn an_empty_place_at_the_end_of_a_file_gets_one_caret() {
    let source = Source::new("a.md", "标题: 停水\n");
    let end = source.text.len();
    let printed = human::one(&Diagnostic::error_at("COM-03", "file", Span::new(&source, end..end)), &ZH, &plain());
    assert_eq!(carets(&printed), (2, 1), "{printed}");
    assert!(printed.contains("a.md:2:1"), "{printed}");
}

#[test]
fn a_place_over_several_lines_marks_the_first() {
    let source = Source::new("a.md", "a: [1,\n  2,\n  3]\n");
    let printed = human::one(&Diagnostic::error_at("COM-03", "file", Span::new(&source, 3..16)), &ZH, &plain());
    assert_eq!(carets(&printed), (5, 3), "{printed}");
}

#[test]
fn a_related_place_nearby_is_drawn_in_the_same_piece() {
    let text = "a: 2026-011\nb: 停水\nc: 1\nd: 2026-011\n";
    let expected = "\
错误[COM-01]: 编号 2026-011 用了两次
 --> content/a.md:4:4
  |
1 | a: 2026-011
  |    -------- 先用在这里
...
4 | d: 2026-011
  |    ^^^^^^^^ 又用了一次
";
    assert_eq!(human::one(&twice(("content/a.md", text), ("content/a.md", text)), &ZH, &plain()), expected);
}

#[test]
fn a_related_place_in_another_file_is_named_with_its_line() {
    let expected = "\
错误[COM-01]: 编号 2026-011 用了两次
 --> content/b.md:1:9
  |
1 | number: 2026-011
  |         ^^^^^^^^ 又用了一次
  |
 ::: content/a.md:2:5
  |
2 | 编号: 2026-011
  |       -------- 先用在这里
";
    let found = twice(("content/a.md", "---\n编号: 2026-011\n"), ("content/b.md", "number: 2026-011\n"));
    assert_eq!(human::one(&found, &ZH, &plain()), expected);
}

#[test]
fn a_long_line_is_cut_and_still_names_the_true_column() {
    let source = Source::new("a.md", format!("{}错{}", "前".repeat(400), "后".repeat(400)));
    let printed = human::one(&Diagnostic::error_at("COM-03", "file", at(&source, "错")), &ZH, &plain());
    assert!(printed.contains("a.md:1:401"), "{printed}");
    assert!(printed.lines().all(|l| l.width() <= 100), "{printed}");
    let line = printed.lines().find(|l| l.contains('错') && l.starts_with('1')).expect("the line");
    let (before, cells) = carets(&printed);
    assert_eq!((line[2..line.find('错').expect("there")].width(), 2), (before, cells), "{printed}");
}

#[test]
fn a_hostile_file_cannot_paint_the_terminal() {
    let source = Source::new("content/\u{1b}[31mx.md", "a: \u{1b}]0;owned\u{7}\u{202e}cod\n");
    let found = Diagnostic::error_at("COM-01", "number", at(&source, "cod")).arg("no", "\u{1b}[2J\u{9b}1A\r\n");
    let findings = [found];
    for printed in [human::print(&findings, &ZH, &plain()), short::print(&findings, &ZH, &plain()), github::print(&findings, &ZH, "")] {
        assert!(!printed.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{printed:?}");
    }
    assert_eq!(short::print(&findings, &ZH, &plain()).lines().count(), 1);
}

#[test]
fn color_is_written_only_when_asked_for() {
    assert!(!human::one(&bad_date(), &ZH, &plain()).contains('\u{1b}'));
    assert!(human::one(&bad_date(), &ZH, &Look { color: Color::Ansi, ..plain() }).contains('\u{1b}'));
}

#[test]
fn the_short_form_is_one_line_a_finding() {
    let found = [bad_date(), Diagnostic::error("E102", "file", "content/b.md")];
    let expected = "content/notices/2026-06-water.md:4:5: error[COM-03]: 日期看不懂\ncontent/b.md:1:1: error[E102]: 读不了这个文件\n";
    assert_eq!(short::print(&found, &ZH, &plain()), expected);
}

#[test]
fn a_terminal_shows_twenty_warnings_of_a_rule_and_all_errors() {
    let mut found = many_warnings(23);
    found.extend((0..30).map(|_| bad_date()));
    let printed = short::print(&found, &ZH, &plain());
    assert_eq!(printed.matches("warning[COM-05]").count(), 20);
    assert_eq!(printed.matches("error[COM-03]").count(), 30);
    assert!(printed.ends_with("还有 3 条 COM-05 提醒没有列出\n"), "{printed}");
    let human = human::print(&found, &ZH, &plain());
    assert_eq!(human.matches("提醒[COM-05]").count(), 20);
    assert!(human.ends_with("\n30 个错误，23 个提醒。先改 content/notices/2026-06-water.md 第 4 行。\n"), "{human}");
    assert_eq!(github::print(&found, &ZH, "").lines().filter(|l| l.starts_with("::")).count(), 53);
    assert_eq!(json::print(&found, &ZH, &EN, "0.1.0").matches("\"code\"").count(), 53);
}

#[test]
fn the_closing_line_counts_and_says_where_to_begin() {
    let cases = [
        (vec![], "没有发现问题。"),
        (vec![Diagnostic::error("E102", "file", "site.toml")], "1 个错误。先改 site.toml。"),
        (many_warnings(2), "2 个提醒。先改 content/a.md 第 1 行。"),
        (vec![many_warnings(1).remove(0), bad_date()], "1 个错误，1 个提醒。先改 content/notices/2026-06-water.md 第 4 行。"),
    ];
    for (found, expected) in cases {
        assert_eq!(closing(&found, &ZH), expected);
    }
    let both = [many_warnings(1).remove(0), bad_date()];
    assert_eq!(closing(&both, &EN), "1 errors, 1 warnings. Start with content/notices/2026-06-water.md line 4.");
}

#[test]
fn annotations_escape_what_would_end_them() {
    let source = Source::new("content/a,b: c.md", "no: 2026-011\n");
    let found = Diagnostic::error_at("COM-01", "number", at(&source, "2026-011")).arg("no", "100%\n::error::x");
    let expected = "::error file=site/content/a%2Cb%3A c.md,line=1,endLine=1,col=5,endColumn=13,title=COM-01::编号 100%25\\n::error::x 用了两次%0A又用了一次\n";
    let printed = github::print(&[found], &ZH, "site/");
    assert!(printed.starts_with(expected), "{printed}");
    assert_eq!(printed.lines().count(), 2, "the way to the reasons stands once: {printed}");
}

#[test]
fn json_holds_both_languages_and_all_places() {
    let found = twice(("content/a.md", "编号: 2026-011\n"), ("content/b.md", "number: 2026-011\n"));
    let expected = r#"{
  "schema_version": 1,
  "tool_version": "0.1.0",
  "counts": {
    "errors": 1,
    "warnings": 0,
    "infos": 0
  },
  "issues": [
    {
      "code": "COM-01",
      "level": "error",
      "file": "content/b.md",
      "line": 1,
      "column": 9,
      "end_line": 1,
      "end_column": 17,
      "field": null,
      "lang": null,
      "message": "编号 2026-011 用了两次",
      "message_en": "The number 2026-011 is used twice",
      "label": "又用了一次",
      "label_en": "used again",
      "hint": null,
      "hint_en": null,
      "related": [
        {
          "file": "content/a.md",
          "line": 1,
          "column": 5,
          "end_line": 1,
          "end_column": 13,
          "message": "先用在这里",
          "message_en": "first used here"
        }
      ]
    }
  ]
}
"#;
    assert_eq!(json::print(&[found], &ZH, &EN, "0.1.0"), expected);
}

#[test]
fn a_report_keeps_the_order_of_its_keys() {
    let mut report = report::Report::new("0.1.0", "2026-06-20T00:00:00+08:00", "2026-06-20", &[], &ZH, &EN);
    report.languages.push(report::LanguageState { code: "zh".into(), tag: "zh-Hans".into(), translated: 3, ..Default::default() });
    report.pages.push(report::Page { path: "zh/index.html".into(), bytes: 812 });
    let value: serde_json::Value = serde_json::from_str(&report.to_json()).expect("JSON");
    assert_eq!(value["pages"][0]["bytes"], 812);
    assert_eq!(value["counts"]["errors"], 0);
    let text = report.to_json();
    let keys = [
        "schema_version",
        "tool_version",
        "built_at",
        "today",
        "counts",
        "languages",
        "issues",
        "pages",
        "next_change_at",
        "manifest_blake3",
    ];
    let places: Vec<_> = keys.iter().map(|k| text.find(&format!("\n  \"{k}\":")).expect("a key")).collect();
    assert!(places.is_sorted(), "{text}");
}
