//! The smallest parts of a view as HTML: runs of text, facts, tables. They come by the thousand, and a template would
//! take longer over them than over the rest of the page.
//!
//! In: the typed parts. Out: HTML, escaped, for templates to place whole. Always: dates, figures, phones and codes are
//! isolated, so that a right-to-left sentence keeps their order; text in another language says so.

use std::fmt::Write as _;

use serde::Serializer;
use serde::ser::SerializeSeq as _;

use super::{Cell, Fact, Inline, Row, Table};

/// Escaped for text and for attributes in double quotes.
pub(super) fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            _ => "&#39;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}

/// ` name="value"`.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

fn language(out: &mut String, lang: Option<&str>, dir: Option<&str>) {
    if let Some(lang) = lang {
        attribute(out, "lang", lang);
        attribute(out, "dir", dir.unwrap_or_default());
    }
}

/// `<name …>text</name>`, with the attributes written by `more`.
pub(super) fn element(out: &mut String, name: &str, text: &str, more: impl FnOnce(&mut String)) {
    out.push('<');
    out.push_str(name);
    more(out);
    out.push('>');
    escape(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

fn inline(out: &mut String, inline: &Inline) {
    match inline {
        Inline::Text { text, lang: Some(lang), dir } => element(out, "span", text, |o| language(o, Some(lang), *dir)),
        Inline::Text { text, .. } => escape(out, text),
        Inline::Num { text, .. } => element(out, "bdi", text, |o| o.push_str(" class=\"n\"")),
        Inline::Time { iso, text } if iso.is_empty() => element(out, "bdi", text, |o| o.push_str(" class=\"when\"")),
        Inline::Time { iso, text } => element(out, "time", text, |o| {
            attribute(o, "datetime", iso);
            o.push_str(" dir=\"auto\"");
        }),
        Inline::Link { url, text, lang, dir } => element(out, "a", text, |o| {
            attribute(o, "href", url);
            language(o, lang.as_deref(), *dir);
        }),
        Inline::Tag { tone, text } => element(out, "span", text, |o| {
            let _ = write!(o, " class=\"tag {tone}\"");
        }),
        Inline::Tel { url, text } => element(out, "a", text, |o| {
            o.push_str(" class=\"tel\"");
            attribute(o, "href", url);
            o.push_str(" dir=\"ltr\"");
        }),
        Inline::Code { text } => element(out, "bdi", text, |o| o.push_str(" class=\"code\" dir=\"ltr\"")),
    }
}

pub(super) fn run(out: &mut String, inlines: &[Inline]) {
    inlines.iter().for_each(|i| inline(out, i));
}

/// A run of text.
pub fn inlines<S: Serializer>(inlines: &[Inline], to: S) -> Result<S::Ok, S::Error> {
    let mut out = String::new();
    run(&mut out, inlines);
    to.serialize_str(&out)
}

/// One piece, or nothing.
pub fn one<S: Serializer>(one: &Option<Inline>, to: S) -> Result<S::Ok, S::Error> {
    inlines(one.as_slice(), to)
}

/// Each piece by itself.
pub fn each<S: Serializer>(each: &[Inline], to: S) -> Result<S::Ok, S::Error> {
    let mut list = to.serialize_seq(Some(each.len()))?;
    for i in each {
        let mut out = String::new();
        inline(&mut out, i);
        list.serialize_element(&out)?;
    }
    list.end()
}

/// Each run by itself.
pub fn lines<S: Serializer>(lines: &[Vec<Inline>], to: S) -> Result<S::Ok, S::Error> {
    let mut list = to.serialize_seq(Some(lines.len()))?;
    for line in lines {
        let mut out = String::new();
        run(&mut out, line);
        list.serialize_element(&out)?;
    }
    list.end()
}

/// The facts list; nothing where there are none.
pub fn facts<S: Serializer>(facts: &[Fact], to: S) -> Result<S::Ok, S::Error> {
    let mut out = String::new();
    if !facts.is_empty() {
        out.push_str("<dl class=\"facts\">");
        for fact in facts {
            out.push_str("\n<div>");
            element(&mut out, "dt", &fact.label, |_| {});
            for line in &fact.lines {
                out.push_str("<dd>");
                run(&mut out, line);
                out.push_str("</dd>");
            }
            out.push_str("</div>");
        }
        out.push_str("\n</dl>");
    }
    to.serialize_str(&out)
}

fn cell(out: &mut String, cell: &Cell, tag: &str, scope: &str) {
    out.push('<');
    out.push_str(tag);
    out.push_str(scope);
    out.push_str(if cell.num { " class=\"n\">" } else { ">" });
    run(out, &cell.content);
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

fn rows(out: &mut String, rows: &[Row]) {
    for row in rows {
        out.push_str("\n<tr");
        if !row.id.is_empty() {
            attribute(out, "id", &row.id);
        }
        out.push('>');
        for (at, c) in row.cells.iter().enumerate() {
            if at == 0 { cell(out, c, "th", " scope=\"row\"") } else { cell(out, c, "td", "") }
        }
        out.push_str("</tr>");
    }
}

/// A table in a region that scrolls by itself and can be reached by keyboard.
pub fn table<S: Serializer>(table: &Table, to: S) -> Result<S::Ok, S::Error> {
    let mut out = String::with_capacity(256 + table.rows.len() * 160);
    out.push_str("<div class=\"scroll\" role=\"region\"");
    attribute(&mut out, "aria-label", &table.caption);
    out.push_str(" tabindex=\"0\"><table>\n<caption>");
    escape(&mut out, &table.caption);
    if !table.unit.is_empty() {
        out.push(' ');
        element(&mut out, "small", &table.unit, |_| {});
    }
    out.push_str("</caption>");
    if !table.head.is_empty() {
        out.push_str("\n<thead><tr>");
        for c in &table.head {
            if c.content.is_empty() { out.push_str("<td></td>") } else { cell(&mut out, c, "th", " scope=\"col\"") }
        }
        out.push_str("</tr></thead>");
    }
    out.push_str("\n<tbody>");
    rows(&mut out, &table.rows);
    out.push_str("\n</tbody>");
    if !table.foot.is_empty() {
        out.push_str("\n<tfoot>");
        rows(&mut out, &table.foot);
        out.push_str("\n</tfoot>");
    }
    out.push_str("\n</table></div>");
    to.serialize_str(&out)
}
