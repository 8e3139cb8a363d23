//! Sidecars hold words only (COM-04): every key is held against the primary's table and items.
//!
//! In: a sidecar's tree, the primary's tree, the tables. Out: the sidecar's own header, findings.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::record::field::{self, FieldSpec, Shape, StructSpec, nearest};
use crate::source::{Source, Span};
use crate::value::Date;
use crate::yaml::{Entry, Node, Value};

/// Keys of the sidecar itself.
pub(super) const OWN_KEYS: [&str; 2] = ["based_on", "translated"];

/// What a sidecar says about itself.
#[derive(Debug, Default)]
pub(super) struct Header {
    /// Hash of the words it was made from, and where that stands.
    pub based_on: Option<(String, Span)>,
    pub translated: Option<Date>,
}

/// Screens a sidecar against its primary.
pub(super) fn screen(
    source: &Arc<Source>,
    root: &Node,
    primary: Option<&Node>,
    specs: &[&'static StructSpec],
    findings: &mut Vec<Diagnostic>,
) -> Header {
    let mut header = Header::default();
    let mut screen = Screen { source, findings };
    for entry in root.entries() {
        if OWN_KEYS.contains(&entry.key.as_str()) {
            screen.own_key(entry, &mut header);
            continue;
        }
        let spec = specs.iter().find_map(|s| s.field(&entry.key));
        let known = || specs.iter().flat_map(|s| s.fields);
        let original = spec.and_then(|s| primary.and_then(|p| find(p, s)));
        screen.entry(entry, spec, original, primary.is_some(), &mut known().filter(|f| may_hold_words(f)).flat_map(|f| [f.name, f.zh]));
    }
    header
}

/// The primary's value of a field, under either of its names.
fn find<'n>(map: &'n Node, spec: &FieldSpec) -> Option<&'n Node> {
    map.entries().iter().find(|e| e.key == spec.name || e.key == spec.zh).map(|e| &e.value)
}

/// Whether a translation may say anything here.
fn may_hold_words(spec: &FieldSpec) -> bool {
    match spec.shape.inner_struct() {
        Some(inner) => inner.fields.iter().any(may_hold_words),
        None => holds_text(spec),
    }
}

fn holds_text(spec: &FieldSpec) -> bool {
    let text = |shape: &Shape| matches!(shape, Shape::Text | Shape::RefOrText);
    match spec.shape {
        Shape::List(inner) => text(inner),
        Shape::Either(a, b) => text(a) || text(b),
        ref shape => text(shape),
    }
}

struct Screen<'a> {
    source: &'a Arc<Source>,
    findings: &'a mut Vec<Diagnostic>,
}

impl Screen<'_> {
    fn key_span(&self, entry: &Entry) -> Span {
        Span::new(self.source, entry.key_range())
    }

    fn own_key(&mut self, entry: &Entry, header: &mut Header) {
        let Some(text) = entry.value.scalar().map(str::trim).filter(|t| !t.is_empty()) else { return };
        let span = Span::new(self.source, entry.value.range());
        if entry.key == "based_on" {
            if text.len() == 8 && text.bytes().all(|b| b.is_ascii_hexdigit()) {
                header.based_on = Some((text.to_ascii_lowercase(), span));
            } else {
                self.findings.push(Diagnostic::error_at("COM-03", "com-03-based-on", span).arg("text", text));
            }
        } else {
            match Date::parse(text) {
                Ok(date) => header.translated = Some(date),
                Err(error) => {
                    let mut finding = Diagnostic::error_at("COM-03", error.message, span);
                    finding.args.extend(error.args);
                    self.findings.push(finding);
                }
            }
        }
    }

    fn entry(
        &mut self,
        entry: &Entry,
        spec: Option<&'static FieldSpec>,
        original: Option<&Node>,
        primary_was_read: bool,
        known: &mut dyn Iterator<Item = &str>,
    ) {
        let Some(spec) = spec else {
            let near = nearest(&entry.key, known).unwrap_or("").to_owned();
            let finding = Diagnostic::error_at("COM-03", "com-03-unknown-key", self.key_span(entry));
            self.findings.push(finding.arg("key", entry.key.as_str()).arg("near", near));
            return;
        };
        if !may_hold_words(spec) {
            self.findings.push(Diagnostic::error_at("COM-04", "com-04-figure", self.key_span(entry)).arg("key", entry.key.as_str()));
            return;
        }
        self.lost_comment(entry, spec);
        if entry.value.is_empty() {
            return;
        }
        let Some(original) = original.filter(|o| !o.is_empty()) else {
            if primary_was_read {
                self.findings
                    .push(Diagnostic::warning_at("COM-04", "com-04-no-original", self.key_span(entry)).arg("key", entry.key.as_str()));
            }
            return;
        };
        match spec.shape.inner_struct() {
            None if spec.shape.is_list() => self.text_list(entry, original),
            None => {
                if entry.value.scalar().is_none() {
                    self.findings
                        .push(Diagnostic::error_at("COM-04", "com-04-not-text", self.key_span(entry)).arg("key", entry.key.as_str()));
                }
            }
            Some(inner) if spec.shape.is_list() => self.items(entry, inner, original),
            Some(inner) => self.fields(&entry.value, entry, inner, original),
        }
    }

    /// E111: words that ` #` makes a comment.
    fn lost_comment(&mut self, entry: &Entry, spec: &FieldSpec) {
        if spec.shape.inner_struct().is_some() {
            return;
        }
        let values = if entry.value.scalar().is_some() { std::slice::from_ref(&entry.value) } else { entry.value.items() };
        for value in values.iter().filter(|v| v.is_plain()) {
            // An empty value may have the comment of a template behind it.
            let from = if value.is_empty() { entry.key_range().end } else { value.range().end };
            let lost = field::comment(self.source, from);
            let lost = lost.filter(|lost| !value.is_empty() || field::hangs(&self.source.text[lost.clone()]));
            self.findings.extend(lost.map(|lost| field::lost_text(self.source, lost).field(spec.name)));
        }
    }

    /// Words of a list without keys answer by position.
    fn text_list(&mut self, entry: &Entry, original: &Node) {
        let written = entry.value.items().len();
        if entry.value.scalar().is_none() && written != original.items().len().max(1) {
            let finding = Diagnostic::error_at("COM-04", "com-04-list-length", self.key_span(entry)).arg("key", entry.key.as_str());
            self.findings.push(finding.arg("here", written).arg("there", original.items().len()));
        }
    }

    fn items(&mut self, entry: &Entry, inner: &'static StructSpec, original: &Node) {
        if let Value::List(items) = &entry.value.value {
            for (index, item) in items.iter().enumerate() {
                if let Some(original) = original.items().get(index) {
                    self.fields(item, entry, inner, original);
                }
            }
            return;
        }
        if !matches!(entry.value.value, Value::Map(_)) {
            self.findings.push(Diagnostic::error_at("COM-04", "com-04-not-a-map", self.key_span(entry)).arg("key", entry.key.as_str()));
            return;
        }
        let key_spec = inner.field(inner.key);
        let keys: Vec<(&str, &Node)> = original.items().iter().filter_map(|item| Some((find(item, key_spec?)?.scalar()?, item))).collect();
        for item in entry.value.entries() {
            match keys.iter().find(|(key, _)| *key == item.key) {
                Some((_, original)) => self.fields(&item.value, item, inner, original),
                None => {
                    let near = nearest(&item.key, keys.iter().map(|(k, _)| *k)).unwrap_or("").to_owned();
                    let finding = Diagnostic::error_at("COM-04", "com-04-unknown-item", self.key_span(item));
                    self.findings.push(finding.arg("id", item.key.as_str()).arg("list", entry.key.as_str()).arg("near", near));
                }
            }
        }
    }

    fn fields(&mut self, map: &Node, at: &Entry, inner: &'static StructSpec, original: &Node) {
        if map.is_empty() {
            return;
        }
        if !matches!(map.value, Value::Map(_)) {
            self.findings.push(Diagnostic::error_at("COM-04", "com-04-not-a-map", self.key_span(at)).arg("key", at.key.as_str()));
            return;
        }
        for entry in map.entries() {
            let spec = inner.field(&entry.key);
            let original = spec.and_then(|s| find(original, s));
            let mut known = inner.fields.iter().filter(|f| may_hold_words(f)).flat_map(|f| [f.name, f.zh]);
            self.entry(entry, spec, original, true, &mut known);
        }
    }
}
