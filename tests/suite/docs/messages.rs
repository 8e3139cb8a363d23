//! `messages.md`: every code with its messages and advice, generated from the catalogues.
//!
//! In: `src/messages`, the rule book. Out: one section per code. Always: every code with messages is in the table of rules; variables
//! are shown as `…`, choices as `a / b`.

use std::collections::BTreeMap;

use fluent_syntax::ast;
use linli::diagnostic::Severity;
use linli::rulebook::{Rule, Weight, book};

use super::{Guide, cell, compare, guides};
use crate::tidy::texts;

/// The severities of a rule, in words.
fn weight(rule: &Rule, guide: Guide) -> String {
    if rule.weight == Weight::AlwaysError {
        return guide.say("错误，不能放宽", "error, cannot be lowered").to_owned();
    }
    let severity_word = |severity: &Severity| match severity {
        Severity::Error => guide.say("错误", "error"),
        Severity::Warning => guide.say("提醒", "warning"),
        Severity::Info => guide.say("只在报告里", "in the report only"),
    };
    rule.severities.iter().map(severity_word).collect::<Vec<_>>().join(guide.say("或", " or "))
}

#[test]
fn docs_messages_match_the_catalogues() {
    for guide in guides() {
        compare(guide, "messages", guide.say("提示一览", "Messages"), &body(guide));
    }
}

struct Message {
    text: String,
    help: Option<String>,
}

/// Messages by code; under "" those of values, which get their code from the field.
fn messages(guide: Guide) -> BTreeMap<String, Vec<Message>> {
    let ending = format!("{}.ftl", guide.folder);
    let of_language = |path: &str| path.strip_suffix(&ending).is_some_and(|rest| rest.ends_with(['.', '/']));
    let mut by_code: BTreeMap<String, Vec<Message>> = BTreeMap::new();
    for (path, text) in texts("src/messages", &["ftl"]).into_iter().filter(|(path, _)| of_language(path)) {
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|_| panic!("{path} cannot be read"));
        let messages = || resource.body.iter().filter_map(|entry| if let ast::Entry::Message(m) = entry { Some(m) } else { None });
        let ids: Vec<&str> = messages().map(|m| m.id.name).collect();
        for message in messages() {
            let attribute = |name: &str| message.attributes.iter().find(|a| a.id.name == name).map(|a| plain(&a.value));
            let (Some(value), Some(code)) = (&message.value, code(message.id.name)) else { continue };
            if code.is_empty() && attribute("help").is_none() {
                continue;
            }
            // Labels at a second place of a finding are not messages.
            let beside = |other: &&str| message.id.name.strip_prefix(*other).is_some_and(|rest| rest.starts_with('-'));
            if attribute("help").is_none() && ids.iter().any(beside) {
                continue;
            }
            let found = Message { text: plain(value), help: attribute("help") };
            let list = by_code.entry(code).or_default();
            if !list.iter().any(|s| s.text == found.text && s.help == found.help) {
                list.push(found);
            }
        }
    }
    by_code
}

/// `COM-03` for `com-03-unknown-key`; "" for values; `None` for messages of commands and of publishing.
fn code(id: &str) -> Option<String> {
    let upper = id.to_uppercase();
    if let Some(rule) = book().rules().iter().find(|rule| upper.starts_with(&format!("{}-", rule.code))) {
        return (!id.ends_with("-here")).then(|| rule.code.to_owned());
    }
    let mut parts = upper.split('-');
    let (head, second) = (parts.next()?, parts.next().unwrap_or(""));
    let numbered = |s: &str| s.len() >= 2 && s.bytes().all(|b| b.is_ascii_digit());
    assert!(!(numbered(second) || head.strip_prefix('E').is_some_and(numbered)), "{id}: its code has no row in src/rulebook/table.rs");
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
    let mut by_code = messages(guide);
    let values = by_code.remove("").unwrap_or_default();
    for entry in book().entries() {
        let rule = book().rule(entry.code).expect("an entry is made from its row");
        let messages = by_code.remove(rule.code).unwrap_or_else(|| panic!("{} is in the table of rules but says nothing", rule.code));
        let weight = weight(rule, guide);
        out += &format!(
            "## {}\n\n{}{}{}\n\n",
            rule.code,
            guide.say(&entry.title.zh, &entry.title.en),
            guide.say("。", ". "),
            guide.say(&format!("（{weight}）"), &format!("({weight})"))
        );
        out += &list(&messages);
    }
    out += &format!("## {}\n\n", guide.say("值的写法", "How values are written"));
    out += guide
        .say("这些提示的代码是 COM-03；收支的金额是 REV-04。\n\n", "These come under COM-03; amounts of revenue records under REV-04.\n\n");
    out + &list(&values)
}

fn list(messages: &[Message]) -> String {
    let mut out = String::new();
    for message in messages {
        out += &format!("- {}\n", escaped(&message.text));
        if let Some(help) = &message.help {
            out += &format!("  → {}\n", escaped(help));
        }
    }
    out.push('\n');
    out
}

/// Escapes Markdown.
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
