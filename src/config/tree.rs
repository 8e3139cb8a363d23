//! TOML text as a tree with places. The only file that names the `toml` crate.
//!
//! In: a source. Out: the part of the tree that could be read, and all syntax errors.
//! Always: entries are in file order; ranges are bytes of the source.

use std::ops::Range;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use crate::diagnostic::Diagnostic;
use crate::source::signs::{self, Unfit};
use crate::source::{Source, Span};

/// Longer files are refused without reading them.
const MAX_BYTES: usize = 256 * 1024;

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    Text(String),
    /// An integer or a decimal number, as written.
    Number(String),
    Bool(bool),
    Date(String),
    List(Vec<Node>),
    Table(Table),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Node {
    pub value: Value,
    pub at: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub key: String,
    pub key_at: Range<usize>,
    pub node: Node,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Table {
    pub entries: Vec<Entry>,
}

impl Table {
    pub(crate) fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.iter().find(|e| e.key == key)
    }
}

/// Reads a source; the tree lacks the parts that could not be read.
pub(crate) fn parse(source: &Arc<Source>) -> (Table, Vec<Diagnostic>) {
    if source.text.len() > MAX_BYTES {
        let found = Diagnostic::error("E103", "e103-settings-too-long", Arc::clone(&source.path)).arg("limit", (MAX_BYTES / 1024) as u64);
        return (Table::default(), vec![found]);
    }
    let (document, errors) = DeTable::parse_recoverable(&source.text);
    let mut found: Vec<Diagnostic> = Vec::new();
    for error in errors {
        let next = mistake(source, error.message(), error.span());
        let line = |d: &Diagnostic| d.position().line;
        // One slip often causes several errors on its line; the first is the cause.
        if !found.iter().any(|d| line(d) == line(&next)) {
            found.push(next);
        }
    }
    // After an open bracket the parser reports later sections as duplicates.
    if found.iter().any(|d| matches!(d.message, "e108-open-header" | "e108-open-list")) {
        found.retain(|d| d.message != "e108-duplicate-key");
    }
    let table = table(document.get_ref());
    escapes(source, &table, &mut found);
    (table, found)
}

/// Recognizes the usual slips. The parser's own messages are English only and are never shown.
fn mistake(source: &Arc<Source>, words: &str, at: Option<Range<usize>>) -> Diagnostic {
    let len = source.text.len();
    let at = at.map_or(0..0, |r| r.start.min(len)..r.end.min(len).max(r.start.min(len)));
    let span = Span::new(source, at.clone());
    let error = |id: &'static str| Diagnostic::error_at("E108", id, span.clone());
    let is = |start: &str| words.starts_with(start);

    if is("recursion limit") || words.contains("recursion") {
        return Diagnostic::error_at("E103", "e103-settings-too-deep", span);
    }
    if is("duplicate key") {
        return error("e108-duplicate-key").arg("key", span.text());
    }
    if is("string values must be quoted") && at.is_empty() {
        return error("e108-no-value");
    }
    if let Some(found) = full_width(source, &at) {
        return found;
    }
    match words {
        _ if is("string values must be quoted") => error("e108-no-quotes").arg("value", span.text()),
        _ if is("invalid basic string") || is("invalid literal string") || is("invalid multi-line") => error("e108-open-quote"),
        _ if is("missing escaped value") || is("invalid escape") || is("too few unicode value digits") => error("e108-escape"),
        _ if is("key with no value") => error("e108-no-equals"),
        _ if is("unclosed table") || is("missing table open") || is("unclosed array of tables") => error("e108-open-header"),
        _ if is("unclosed array") || is("missing comma") || is("unexpected `=` in array") => error("e108-open-list"),
        _ if is("invalid unquoted key") => error("e108-key-letters").arg("key", span.text()),
        _ => error("e108-syntax"),
    }
}

/// A Chinese punctuation mark in place of the ASCII one, on the line of an error: the quotes
/// around the value, else a mark outside all quotes.
fn full_width(source: &Arc<Source>, at: &Range<usize>) -> Option<Diagnostic> {
    const PLAIN: &[(char, &str)] = &[
        ('“', "\""),
        ('”', "\""),
        ('＂', "\""),
        ('「', "\""),
        ('‘', "\""),
        ('＝', "="),
        ('：', "="),
        (':', "="),
        ('［', "["),
        ('】', "]"),
        ('【', "["),
        ('］', "]"),
        ('，', ","),
        ('＃', "#"),
    ];
    let number = source.position(at.start).line;
    let (line, start) = (source.line(number), source.line_range(number).start);
    let mut quote = None;
    for (i, c) in line.char_indices() {
        match quote {
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => quote = Some(c),
            None if c == '#' => return None,
            None => {
                let Some(&(_, plain)) = PLAIN.iter().find(|&&(sign, _)| sign == c) else { continue };
                let place = Span::new(source, start + i..start + i + c.len_utf8());
                return Some(Diagnostic::error_at("E108", "e108-sign", place).arg("sign", c.to_string()).arg("plain", plain));
            }
        }
    }
    None
}

/// An escape can produce a character that no text may contain. Unescaped ones are syntax errors or are found with the rest of the file.
fn escapes(source: &Arc<Source>, table: &Table, found: &mut Vec<Diagnostic>) {
    fn node(source: &Arc<Source>, value: &Node, found: &mut Vec<Diagnostic>) {
        match &value.value {
            Value::Text(text) => {
                let written = source.text.get(value.at.clone()).unwrap_or("");
                let first = || signs::first(text).filter(|(c, _)| !written.contains(*c));
                if let Some((c, why)) = written.contains('\\').then(first).flatten() {
                    let message = if why == Unfit::Control { "e102-control" } else { "e102-direction" };
                    let finding = Diagnostic::error_at("E102", message, Span::new(source, value.at.clone()));
                    found.push(finding.arg("sign", signs::name(c)));
                }
            }
            Value::List(list) => list.iter().for_each(|value| node(source, value, found)),
            Value::Table(table) => escapes(source, table, found),
            Value::Number(_) | Value::Bool(_) | Value::Date(_) => {}
        }
    }
    table.entries.iter().for_each(|entry| node(source, &entry.node, found));
}

fn table(table: &DeTable<'_>) -> Table {
    let mut entries: Vec<Entry> = table
        .iter()
        .map(|(key, value)| Entry { key: key.get_ref().to_string(), key_at: key.span(), node: node(value.get_ref(), value.span()) })
        .collect();
    crate::order::sort_by_key(&mut entries, |e| e.key_at.start);
    Table { entries }
}

fn node(value: &DeValue<'_>, at: Range<usize>) -> Node {
    let value = match value {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Integer(n) => Value::Number(n.to_string()),
        DeValue::Float(n) => Value::Number(n.to_string()),
        DeValue::Boolean(b) => Value::Bool(*b),
        DeValue::Datetime(d) => Value::Date(d.to_string()),
        DeValue::Array(list) => Value::List(list.iter().map(|v| node(v.get_ref(), v.span())).collect()),
        DeValue::Table(t) => Value::Table(table(t)),
    };
    Node { value, at }
}
