//! The smallest parts of a view as HTML: runs of text, facts, tables. They come by the thousand, and a template would
//! take longer over them than over the rest of the page.
//!
//! In: the typed parts. Out: HTML, escaped, for templates to place whole. Always: dates, figures, phones and codes are
//! isolated, so that a right-to-left sentence keeps their order; text in another language says so.

use std::fmt::Write as _;

use serde::Serializer;
use serde::ser::SerializeSeq as _;

use super::{Cell, Fact, Figure, Inline, Row, Table, words};

/// Escaped for text and for attributes in double quotes.
pub fn escape(out: &mut String, text: &str) {
    let mut copied = 0;
    for (at, byte) in text.bytes().enumerate() {
        let entity = match byte {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            b'\'' => "&#39;",
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(entity);
        copied = at + 1;
    }
    out.push_str(&text[copied..]);
}

/// ` name="value"`.
pub fn attribute(out: &mut String, name: &str, value: &str) {
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
pub fn element(out: &mut String, name: &str, text: &str, more: impl FnOnce(&mut String)) {
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
        Inline::Download { url, text, lang, dir } => element(out, "a", text, |o| {
            attribute(o, "href", url);
            o.push_str(" download");
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
        Inline::Drawing { svg } => out.push_str(svg),
    }
}

pub fn run(out: &mut String, inlines: &[Inline]) {
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

/// Tables with more columns than this are read row by row on a phone.
const NARROW: usize = 3;

/// How a table is laid out where there is little room.
struct Layout {
    class: &'static str,
    /// What the cells of each column are called where rows stand by themselves.
    labels: Vec<String>,
}

impl Layout {
    fn of(table: &Table) -> Self {
        let drawn = |c: &Cell| matches!(c.content[..], [Inline::Drawing { .. }]);
        let drawn = table.rows.first().and_then(|row| row.cells.iter().position(drawn).map(|at| at + 1 == row.cells.len()));
        let figures = table.head.iter().filter(|c| c.num).count();
        // One figure alone, in the last column, stands beside the row's name.
        let is_ledger = figures == 1 && table.head.last().is_some_and(|c| c.num);
        let class = match drawn {
            Some(true) => " class=\"meter\"",
            Some(false) => " class=\"rows timeline\"",
            None if table.head.len() <= NARROW => "",
            None if is_ledger => " class=\"rows wide ledger\"",
            None => " class=\"rows wide\"",
        };
        let is_wide = drawn.is_none() && !class.is_empty();
        Self { class, labels: if is_wide { table.head.iter().map(|c| words(&c.content)).collect() } else { Vec::new() } }
    }
}

fn cell(out: &mut String, cell: &Cell, tag: &str, more: impl FnOnce(&mut String)) {
    out.push('<');
    out.push_str(tag);
    more(out);
    match cell.content[..] {
        [Inline::Drawing { .. }] => out.push_str(" class=\"drawn\">"),
        _ => out.push_str(if cell.num { " class=\"n\">" } else { ">" }),
    }
    run(out, &cell.content);
    out.push_str("</");
    out.push_str(tag);
    out.push('>');
}

fn rows(out: &mut String, rows: &[Row], layout: &Layout) {
    for row in rows {
        out.push_str("\n<tr");
        if !row.id.is_empty() {
            attribute(out, "id", &row.id);
        }
        out.push('>');
        for (at, c) in row.cells.iter().enumerate() {
            if at == 0 {
                cell(out, c, "th", |o| o.push_str(" scope=\"row\""));
                continue;
            }
            let label = layout.labels.get(at).filter(|label| !label.is_empty() && !c.content.is_empty());
            cell(out, c, "td", |o| label.into_iter().for_each(|label| attribute(o, "data-l", label)));
        }
        out.push_str("</tr>");
    }
}

/// A table in a region that scrolls by itself and can be reached by keyboard. Inside a figure the caption is said already.
fn table_in(out: &mut String, table: &Table, in_figure: bool) {
    let layout = Layout::of(table);
    out.push_str("<div class=\"scroll\" role=\"region\"");
    attribute(out, "aria-label", &table.caption);
    out.push_str(" tabindex=\"0\"><table");
    out.push_str(layout.class);
    out.push_str(if in_figure { ">\n<caption class=\"hidden\">" } else { ">\n<caption>" });
    escape(out, &table.caption);
    if !table.unit.is_empty() {
        out.push(' ');
        element(out, "small", &table.unit, |_| {});
    }
    out.push_str("</caption>");
    if !table.head.is_empty() {
        out.push_str("\n<thead><tr>");
        for c in &table.head {
            if c.content.is_empty() { out.push_str("<td></td>") } else { cell(out, c, "th", |o| o.push_str(" scope=\"col\"")) }
        }
        out.push_str("</tr></thead>");
    }
    out.push_str("\n<tbody>");
    rows(out, &table.rows, &layout);
    out.push_str("\n</tbody>");
    if !table.foot.is_empty() {
        out.push_str("\n<tfoot>");
        rows(out, &table.foot, &layout);
        out.push_str("\n</tfoot>");
    }
    out.push_str("\n</table></div>");
}

/// A table by itself.
pub fn table<S: Serializer>(table: &Table, to: S) -> Result<S::Ok, S::Error> {
    let mut out = String::with_capacity(256 + table.rows.len() * 160);
    table_in(&mut out, table, false);
    to.serialize_str(&out)
}

/// A drawing, or nothing.
pub fn maybe_figure<S: Serializer>(figure_: &Option<Figure>, to: S) -> Result<S::Ok, S::Error> {
    match figure_ {
        Some(found) => figure(found, to),
        None => to.serialize_str(""),
    }
}

/// A drawing with its caption, its key and its table.
pub fn figure<S: Serializer>(figure: &Figure, to: S) -> Result<S::Ok, S::Error> {
    let mut out = String::with_capacity(1024 + figure.table.rows.len() * 320);
    if figure.title.is_empty() {
        table_in(&mut out, &figure.table, true);
        return to.serialize_str(&out);
    }
    out.push_str("<figure class=\"chart\"><figcaption>");
    escape(&mut out, &figure.title);
    if !figure.unit.is_empty() {
        out.push(' ');
        element(&mut out, "small", &figure.unit, |_| {});
    }
    out.push_str("</figcaption>");
    if !figure.keys.is_empty() {
        out.push_str("\n<p class=\"keys\">");
        for (svg, label) in &figure.keys {
            out.push_str("<span>");
            out.push_str(svg);
            out.push(' ');
            escape(&mut out, label);
            out.push_str("</span> ");
        }
        out.push_str("</p>");
    }
    out.push('\n');
    out.push_str(&figure.svg);
    if !figure.fold.is_empty() {
        out.push_str("\n<details>");
        element(&mut out, "summary", &figure.fold, |_| {});
    }
    table_in(&mut out, &figure.table, true);
    if !figure.fold.is_empty() {
        out.push_str("</details>");
    }
    out.push_str("</figure>");
    to.serialize_str(&out)
}
