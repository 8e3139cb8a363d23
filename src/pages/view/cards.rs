//! Records as rows of a list, as HTML: the date block, the title, one line of small print.
//!
//! In: [`Card`]s. Out: one list for templates to place as a whole. Always: lists of a year or a tag have a row for each of their
//! records, so rows are most of the cost of a site's lists.

use serde::Serializer;

use super::{Card, Text};
use crate::record::view::html::{attribute, element, run};

/// A list of rows, each written by `row`; nothing if there are none.
pub fn list<T>(rows: impl Iterator<Item = T>, mut row: impl FnMut(&mut String, T)) -> String {
    let mut out = String::new();
    for one in rows {
        if out.is_empty() {
            out.push_str("<ol class=\"cards\">");
        }
        row(&mut out, one);
    }
    if !out.is_empty() {
        out.push_str("\n</ol>");
    }
    out
}

pub fn html(cards: &[Card]) -> String {
    list(cards.iter(), row)
}

pub(super) fn serialize<S: Serializer>(cards: &[Card], to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&html(cards))
}

fn language(out: &mut String, text: &Text) {
    if let Some(lang) = &text.lang {
        attribute(out, "lang", lang);
        attribute(out, "dir", text.dir.unwrap_or_default());
    }
}

fn published(out: &mut String, c: &Card, text: &str) {
    element(out, "span", &c.published_label, |_| {});
    out.push(' ');
    element(out, "time", text, |o| {
        attribute(o, "datetime", &c.published.iso);
        o.push_str(" dir=\"auto\"");
    });
}

pub fn row(out: &mut String, c: &Card) {
    out.push_str("\n<li>");
    match &c.day {
        Some(day) => {
            out.push_str("<time class=\"day\"");
            attribute(out, "datetime", &day.date.iso);
            out.push('>');
            element(out, "b", &day.day, |_| {});
            out.push(' ');
            element(out, "span", &day.month, |_| {});
            out.push_str("</time>");
        }
        None => {
            out.push_str("<span class=\"day published\">");
            published(out, c, &c.published_short);
            out.push_str("</span>");
        }
    }
    out.push_str("<div>");
    element(out, "a", &c.title.text, |o| {
        o.push_str(" class=\"card-title\"");
        attribute(o, "href", &c.url);
        language(o, &c.title);
    });
    out.push_str("\n<p class=\"small\">");
    if !c.kind_label.is_empty() {
        element(out, "span", &c.kind_label, |o| o.push_str(" class=\"kind\""));
        out.push(' ');
    }
    if !c.tags.is_empty() {
        run(out, &c.tags);
        out.push(' ');
    }
    if let Some(text) = &c.untranslated {
        element(out, "span", &text.text, |o| {
            o.push_str(" class=\"tag closed\"");
            language(o, text);
        });
        out.push(' ');
    }
    if !c.fact.is_empty() {
        out.push_str("<span class=\"card-fact\">");
        run(out, &c.fact);
        out.push_str("</span> ");
    }
    if c.day.is_some() {
        out.push_str("<span class=\"published\">");
        published(out, c, &c.published.text);
        out.push_str("</span>");
    }
    out.push_str("</p></div></li>");
}
