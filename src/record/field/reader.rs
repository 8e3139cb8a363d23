//! Reads maps and lists of one file, following the sidecars side by side, and says what is wrong.
//!
//! Always: every mistake is reported once, at its place; reading goes on after it.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use super::{Field, FieldSpec, Need, Shape, StructSpec, nearest};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Source, Span};
use crate::value::{LangId, Ref, ValueError};
use crate::yaml::{Node, Value};

/// The texts of one sidecar while its record is read.
pub struct SidecarTexts<'n> {
    pub lang: LangId,
    pub root: &'n Node,
}

/// A reference as written.
#[derive(Debug)]
pub struct Reference {
    pub target: Ref,
    /// As [`FieldSpec::refs`] has it.
    pub allowed: &'static str,
    pub span: Span,
}

/// A map with keys that nobody knows.
struct Frame {
    start: u32,
    /// Fields that an unknown key probably means.
    meant: Vec<&'static str>,
}

/// Where a reader stood before it went into a field.
struct Outer<'n> {
    sidecars: Vec<Option<&'n Node>>,
    allowed: &'static str,
}

/// Reads one file: where we are, what went wrong.
pub struct Reader<'n> {
    pub source: &'n Arc<Source>,
    pub findings: &'n mut Vec<Diagnostic>,
    /// Code of a malformed amount: `REV-04` in revenue, else `COM-03`.
    pub money_code: Code,
    /// Every reference read so far; needed where the record itself comes to nothing.
    pub references: Vec<Reference>,
    /// What the field being read may refer to.
    allowed: &'static str,
    /// Maps with keys that nobody knows.
    frames: Vec<Frame>,
    path: Vec<Cow<'static, str>>,
    /// For each sidecar, the node that answers the place where we are.
    sidecars: Vec<(LangId, Option<&'n Node>)>,
}

impl<'n> Reader<'n> {
    pub fn new(source: &'n Arc<Source>, sidecars: &[SidecarTexts<'n>], money_code: Code, findings: &'n mut Vec<Diagnostic>) -> Self {
        let sidecars = sidecars.iter().map(|s| (s.lang, Some(s.root))).collect();
        Self { source, findings, money_code, references: Vec::new(), allowed: "", frames: Vec::new(), path: Vec::new(), sidecars }
    }

    /// Notes a reference that was read.
    pub(super) fn refers(&mut self, target: &Ref, node: &Node) {
        let span = self.span(node);
        self.references.push(Reference { target: target.clone(), allowed: self.allowed, span });
    }

    pub fn span(&self, node: &Node) -> Span {
        let mut end = node.range().end;
        if node.scalar().is_none() {
            end = end.min(self.source.line_range(self.source.position(node.start as usize).line).end);
        }
        Span::new(self.source, node.start as usize..end.max(node.start as usize))
    }

    pub fn error(&mut self, code: Code, message: &'static str, span: Span) -> &mut Diagnostic {
        let field = self.path.join(".");
        self.findings.push(Diagnostic::error_at(code, message, span).field(field));
        self.findings.last_mut().expect("just pushed")
    }

    pub fn value_error(&mut self, code: Code, error: ValueError, span: Span) {
        // A path that leaves the folder has a code of its own.
        let code = if error.message == "file-outside" { "E105" } else { code };
        let mut finding = Diagnostic::error_at(code, error.message, span).field(self.path.join("."));
        finding.args.extend(error.args);
        self.findings.push(finding);
    }

    /// E111: text that ` #` makes a comment, which readers will not see. Where nothing else stands, or a plain line is
    /// read, only a sign that hangs on the next word is surely meant as text: `#3 楼`.
    pub(super) fn lost_comment(&mut self, value: Range<usize>, is_text: bool) {
        if let Some(lost) = comment(self.source, value.end).filter(|lost| is_text || hangs(&self.source.text[lost.clone()])) {
            let at = self.path.join(".");
            self.findings.push(lost_text(self.source, lost).field(at));
        }
    }

    pub(super) fn wrong_shape(&mut self, node: &Node, wanted: &Shape) {
        let span = self.span(node);
        let found = match node.value {
            Value::Scalar { .. } => "shape-text",
            Value::List(_) => "shape-list",
            Value::Map(_) => "shape-map",
        };
        let finding = self.error("COM-03", "com-03-wrong-shape", span);
        finding.args.insert("wanted", crate::diagnostic::Arg::Term(wanted.word().to_owned()));
        finding.args.insert("found", crate::diagnostic::Arg::Term(found.to_owned()));
    }

    /// The map of a struct with its unknown keys reported; `None` where it is no map.
    pub fn map(&mut self, node: &Node, spec: &'static StructSpec) -> bool {
        if !matches!(node.value, Value::Map(_)) {
            self.wrong_shape(node, &Shape::Struct(spec));
            return false;
        }
        self.unknown_keys(node, &[spec]);
        true
    }

    /// Reports keys that none of the specs knows, and keys written both in Chinese and English.
    pub fn unknown_keys(&mut self, node: &Node, specs: &[&'static StructSpec]) {
        let mut seen: Vec<(&str, Range<usize>)> = Vec::new();
        let mut meant = Vec::new();
        for entry in node.entries() {
            let span = || Span::new(self.source, entry.key_range());
            match specs.iter().find_map(|s| s.field(&entry.key)) {
                Some(spec) => {
                    if let Some((_, first)) = seen.iter().find(|(name, _)| *name == spec.name) {
                        let first = Span::new(self.source, first.clone());
                        self.findings.push(
                            Diagnostic::error_at("E104", "e104-duplicate-key", span())
                                .arg("key", entry.key.as_str())
                                .related(first, "first"),
                        );
                    } else {
                        seen.push((spec.name, entry.key_range()));
                    }
                }
                None => {
                    let known = specs.iter().flat_map(|s| s.fields.iter());
                    let nearest = nearest(&entry.key, known.flat_map(|f| [f.name, f.zh]));
                    meant.extend(nearest.and_then(|near| specs.iter().find_map(|s| s.field(near))).map(|f| f.name));
                    let finding = Diagnostic::error_at("COM-03", "com-03-unknown-key", span()).arg("key", entry.key.as_str());
                    let finding = if let Some(near) = nearest { finding.arg("near", near) } else { finding.arg("near", "") };
                    let path = if self.path.is_empty() { entry.key.clone() } else { format!("{}.{}", self.path.join("."), entry.key) };
                    self.findings.push(finding.field(path));
                }
            }
        }
        if !meant.is_empty() {
            self.frames.push(Frame { start: node.start, meant });
        }
    }

    /// Whether an unknown key of this map was probably meant to be this field.
    fn is_meant(&self, map: &Node, spec: &FieldSpec) -> bool {
        self.frames.iter().any(|f| f.start == map.start && f.meant.contains(&spec.name))
    }

    /// One field of a map: read, or absent, or reported. Compiled for each type of field, so only a shell.
    pub fn field<T: Field>(&mut self, map: &Node, all: &'static StructSpec, spec: &'static FieldSpec) -> Option<T> {
        match self.enter(map, spec) {
            Ok((node, outer)) => {
                let value = T::read(node, self);
                self.leave(outer);
                value
            }
            Err(key) => {
                let value = T::absent();
                if self.absent(map, all, spec, key, value.is_some()) { value } else { None }
            }
        }
    }

    /// Goes to a field that is written; else gives the place of its key, if there is one.
    fn enter<'m>(&mut self, map: &'m Node, spec: &'static FieldSpec) -> Result<(&'m Node, Outer<'n>), Option<Range<usize>>> {
        let entry = map.entries().iter().find(|e| e.key == spec.name || e.key == spec.zh);
        let written = entry.filter(|e| !e.value.is_empty());
        let Some(entry) = written else {
            if let Some(entry) = entry.filter(|e| holds_words(&spec.shape) && e.value.is_plain()) {
                self.path.push(Cow::Borrowed(spec.name));
                self.lost_comment(entry.key_range().start..entry.key_range().end, false);
                self.path.pop();
            }
            return Err(entry.map(|e| e.key_range()));
        };
        let outer = Outer { sidecars: self.cursors(), allowed: self.allowed };
        for (_, cursor) in &mut self.sidecars {
            *cursor = cursor.and_then(|node| {
                node.entries().iter().find(|e| e.key == spec.name || e.key == spec.zh).map(|e| &e.value).filter(|n| !n.is_empty())
            });
        }
        self.path.push(Cow::Borrowed(spec.name));
        self.allowed = spec.refs;
        Ok((&entry.value, outer))
    }

    fn leave(&mut self, outer: Outer<'n>) {
        self.allowed = outer.allowed;
        self.path.pop();
        self.restore(outer.sidecars);
    }

    /// Whether a field that is not written may be what it is then, if it `can` be anything; what is to be said is said.
    fn absent(&mut self, map: &Node, all: &'static StructSpec, spec: &'static FieldSpec, key: Option<Range<usize>>, can: bool) -> bool {
        // Most fields are absent, and nothing is said of most of them.
        if can && matches!(spec.need, Need::Optional) {
            return true;
        }
        let at = key.or_else(|| map.entries().first().map(|e| e.key_range())).unwrap_or_else(|| map.range());
        let span = Span::new(self.source, at);
        let field = if self.path.is_empty() { spec.name.to_owned() } else { format!("{}.{}", self.path.join("."), spec.name) };
        match spec.need {
            Need::When(sibling, values, unless) if can => {
                let actual = |key: &str| code_of(map, all, key);
                let excused = unless.is_some_and(|(key, value)| actual(key) == Some(value));
                if let Some(state) = actual(sibling).filter(|a| values.contains(a) && !excused) {
                    let finding =
                        Diagnostic::warning_at("COM-03", "com-03-expected-field", span).arg("key", spec.name).arg("key_zh", spec.zh);
                    self.findings.push(finding.arg("state", state).field(field));
                }
                return true;
            }
            Need::Unless(sibling, values) if can && code_of(map, all, sibling).is_some_and(|a| values.contains(&a)) => return true,
            // It is there under a name with a slip, and that was said.
            _ if self.is_meant(map, spec) => {}
            _ => {
                let finding = Diagnostic::error_at("COM-03", "com-03-missing-field", span).arg("key", spec.name).arg("key_zh", spec.zh);
                self.findings.push(finding.field(field));
            }
        }
        false
    }

    /// Where the sidecars stand.
    fn cursors(&self) -> Vec<Option<&'n Node>> {
        self.sidecars.iter().map(|(_, node)| *node).collect()
    }

    fn restore(&mut self, saved: Vec<Option<&'n Node>>) {
        for ((_, cursor), old) in self.sidecars.iter_mut().zip(saved) {
            *cursor = old;
        }
    }

    /// The items of a list; a single value is read as a list of one, since that is surely meant. Compiled for each type of
    /// item, so only a shell.
    pub(super) fn items<T: Field>(&mut self, node: &Node) -> Option<Vec<T>> {
        let mut items = Vec::with_capacity(if let Value::List(nodes) = &node.value { nodes.len() } else { 0 });
        let is_sound = self.each_item(node, &T::SHAPE, &mut |item, at| {
            let value = T::read(item, at);
            let is_read = value.is_some();
            items.extend(value);
            is_read
        });
        is_sound.then_some(items)
    }

    /// Calls `read` for each item of a list, which says whether it could be read; whether all was well.
    fn each_item(&mut self, node: &Node, shape: &'static Shape, read: &mut dyn FnMut(&Node, &mut Self) -> bool) -> bool {
        let single;
        let nodes: &[Node] = match &node.value {
            Value::List(items) => items,
            Value::Scalar { .. } if !matches!(shape, Shape::Struct(_)) => {
                single = [node.clone()];
                &single
            }
            _ => {
                self.wrong_shape(node, &Shape::List(&Shape::Text));
                return false;
            }
        };
        let key_field = shape.inner_struct().filter(|_| !shape.is_list()).map(|s| s.key).filter(|k| !k.is_empty());
        let mut keys: Vec<(String, Span)> = Vec::new();
        let mut sound = true;
        for (index, item) in nodes.iter().enumerate() {
            let key = key_field.and_then(|name| {
                let spec = shape.inner_struct()?.field(name)?;
                item.entries().iter().find(|e| e.key == spec.name || e.key == spec.zh).map(|e| &e.value)
            });
            let key_text = key.and_then(Node::scalar).unwrap_or("").to_owned();
            if let Some(key) = key.filter(|_| !key_text.is_empty()) {
                let span = self.span(key);
                if let Some((_, first)) = keys.iter().find(|(k, _)| *k == key_text).filter(|_| !matches!(key_field, Some("rule" | "field")))
                {
                    let finding = Diagnostic::error_at("COM-01", "com-01-item-twice", span).arg("id", key_text.as_str());
                    self.findings.push(finding.related(first.clone(), "first").field(self.path.join(".")));
                    sound = false;
                } else {
                    keys.push((key_text.clone(), span));
                }
            }
            let saved = self.cursors();
            for (_, cursor) in &mut self.sidecars {
                *cursor = cursor.and_then(|node| match &node.value {
                    Value::List(list) => list.get(index),
                    _ => node.get(&key_text),
                });
            }
            self.path.push(Cow::Owned(if key_text.is_empty() { index.to_string() } else { key_text }));
            sound &= read(item, self);
            self.path.pop();
            self.restore(saved);
        }
        sound
    }

    /// The words of the sidecars that answer this very place.
    pub(super) fn translations(&self) -> impl Iterator<Item = (LangId, &str)> {
        self.sidecars.iter().filter_map(|(lang, node)| Some((*lang, node.as_ref()?.scalar()?)))
    }
}

/// What stands as a comment behind a place, up to the end of its line.
pub fn comment(source: &Source, from: usize) -> Option<Range<usize>> {
    let rest = &source.text[from..];
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    let gap = line.find('#')?;
    let is_gap = line[..gap].trim_start_matches([':', '：']).bytes().all(|b| matches!(b, b' ' | b'\t'));
    (is_gap && line[..gap].ends_with([' ', '\t'])).then(|| from + gap..from + line.trim_end().len())
}

/// The finding for text that was taken for a comment.
pub fn lost_text(source: &Arc<Source>, lost: Range<usize>) -> Diagnostic {
    let words: String = source.text[lost.clone()].chars().take(40).collect();
    Diagnostic::warning_at("E111", "e111-comment", Span::new(source, lost)).arg("text", words)
}

/// Whether the sign hangs on a word, as in `#3 楼`; a comment begins with a space.
pub fn hangs(comment: &str) -> bool {
    comment[1..].starts_with(|c: char| c.is_alphanumeric())
}

fn holds_words(shape: &Shape) -> bool {
    matches!(shape, Shape::Text | Shape::RefOrText | Shape::Line)
}

/// The code a sibling holds, whether field and code are written in English or in Chinese.
fn code_of<'n>(map: &'n Node, all: &'static StructSpec, name: &str) -> Option<&'n str> {
    let spec = all.field(name)?;
    let written = map.entries().iter().find(|e| e.key == spec.name || e.key == spec.zh)?.value.scalar()?.trim();
    let list = match spec.shape {
        Shape::Code(list) => list,
        Shape::Bool if matches!(written, "yes" | "是") => return Some("true"),
        _ => return Some(written),
    };
    list.codes.iter().find(|(code, zh)| *code == written || *zh == written).map(|(code, _)| *code)
}
