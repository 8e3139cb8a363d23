//! Screened YAML: one pass over parser events builds a tree in which every key and value has its place.
//!
//! In: a source and the range of its front matter (or a whole file). Out: a [`Node`], or findings.
//! Always: no anchors, aliases, tags, merge keys, second documents or duplicate keys survive; depth,
//! size and node count are capped; scalars keep their source spelling (`1.10` stays `1.10`).
//! The only file that knows the YAML libraries.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use granit_parser::{ErrorKind, Event, Parser, ScalarStyle, ScanError};

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::source::signs::{self, Unfit};
use crate::source::{Source, Span};

/// Longer front matter is refused. The largest real disclosure seen has 12 KB.
pub const MAX_BYTES: usize = 256 * 1024;
/// Keys, values, lists and maps together.
pub const MAX_NODES: usize = 20_000;
/// Records nest at most five levels. The limit keeps deep brackets from overflowing the parser's stack.
pub const MAX_DEPTH: usize = 32;

/// A value with its place (bytes of the whole file).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Node {
    pub start: u32,
    pub end: u32,
    pub value: Value,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Value {
    /// Source text after unquoting. `plain` tells an unquoted scalar.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<Node>),
    Map(Vec<Entry>),
}

/// One `key: value`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub key: String,
    pub key_start: u32,
    pub key_end: u32,
    pub value: Node,
}

impl Node {
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The scalar's text; `None` for lists and maps.
    pub fn scalar(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// An empty value: `key:`, `key: ~` or `key: null`, as in an unfilled template.
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null"))
    }

    /// Written without quotation marks.
    pub fn is_plain(&self) -> bool {
        matches!(self.value, Value::Scalar { plain: true, .. })
    }

    pub fn entries(&self) -> &[Entry] {
        match &self.value {
            Value::Map(entries) => entries,
            _ => &[],
        }
    }

    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    pub fn get(&self, key: &str) -> Option<&Node> {
        self.entries().iter().find(|e| e.key == key).map(|e| &e.value)
    }
}

impl Entry {
    pub fn key_range(&self) -> Range<usize> {
        self.key_start as usize..self.key_end as usize
    }
}

/// Reads one document. `known_key` accepts the keys that may precede a full-width colon.
/// Returns `None` if the document cannot be read.
pub fn read(source: &Arc<Source>, range: Range<usize>, known_key: &dyn Fn(&str) -> bool, findings: &mut Vec<Diagnostic>) -> Option<Node> {
    let text = &source.text[range.clone()];
    if text.len() > MAX_BYTES {
        let at = Span::new(source, range.start..range.start);
        findings.push(Diagnostic::error_at("E103", "e103-too-long", at).arg("limit", MAX_BYTES / 1024));
        return None;
    }
    let text = half_width(source, text, range.start, known_key, findings);
    let mut reader = Reader { source, offset: range.start, nodes: 0, stopped: false, findings };
    let options = granit_parser::options! { flow_nesting_limit: MAX_DEPTH * 2, block_nesting_limit: MAX_DEPTH * 2 };
    let mut events = Parser::new_from_str_with_options(&text, options);
    let node = reader.document(&mut events);
    if reader.stopped { None } else { node }
}

/// Deserializes a plain data file that was screened before.
pub fn typed<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml::from_str(text).map_err(|e| e.to_string())
}

/// Reads `标题：停水` as `标题: 停水` if the key is known and not indented (text blocks are
/// always indented). Reads `标题:　停水` the same way for any key of one word. Replacements keep the length in bytes.
fn half_width<'a>(
    source: &Arc<Source>,
    text: &'a str,
    offset: usize,
    known_key: &dyn Fn(&str) -> bool,
    findings: &mut Vec<Diagnostic>,
) -> Cow<'a, str> {
    if !text.contains('：') && !WIDE_SPACES.iter().any(|space| text.contains(&format!(":{space}"))) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    // The indent of the key whose text block is being skipped.
    let mut block: Option<usize> = None;
    for line in text.split_inclusive('\n') {
        let indent = line.len() - line.trim_start_matches(' ').len();
        block = block.filter(|key| indent > *key || line.trim().is_empty());
        let is_text = block.is_some();
        if line.trim_end().ends_with(['|', '>', '-', '+']) && line.contains([':', '：']) && line.contains(['|', '>']) {
            block = block.or(Some(indent));
        }
        let key = line.split('：').next().unwrap_or("");
        if key.len() < line.len() && known_key(key.trim_end()) {
            let at = offset + out.len() + key.len();
            findings.push(Diagnostic::warning_at("COM-03", "com-03-fullwidth-colon", Span::new(source, at..at + '：'.len_utf8())));
            out.push_str(key);
            out.push_str(":  ");
            out.push_str(&line[key.len() + '：'.len_utf8()..]);
        } else if let Some(gap) = wide_space(line).filter(|_| !is_text) {
            let at = offset + out.len() + gap.start;
            let end = at + line[gap.start..].chars().next().map_or(1, char::len_utf8);
            findings.push(Diagnostic::warning_at("COM-03", "com-03-wide-space", Span::new(source, at..end)));
            out.push_str(&line[..gap.start]);
            out.extend(std::iter::repeat_n(' ', gap.len()));
            out.push_str(&line[gap.end..]);
        } else {
            out.push_str(line);
        }
    }
    Cow::Owned(out)
}

/// Spaces that YAML treats as letters.
const WIDE_SPACES: [char; 4] = ['\u{3000}', '\u{A0}', '\u{2003}', '\u{2002}'];

/// The spaces after the colon of a key that YAML does not recognize.
fn wide_space(line: &str) -> Option<Range<usize>> {
    let start = line.find(':')? + 1;
    let rest = &line[start..];
    let end = start + rest.len() - rest.trim_start_matches(|c| c == ' ' || WIDE_SPACES.contains(&c)).len();
    let key = line[..start - 1].trim_start_matches([' ', '-', '{', '[']).trim_end();
    let is_word = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    (is_word && rest.starts_with(WIDE_SPACES)).then_some(start..end)
}

/// Maps with at most this many keys are searched linearly.
const SMALL_MAP: usize = 24;

struct Reader<'a> {
    source: &'a Arc<Source>,
    offset: usize,
    nodes: usize,
    stopped: bool,
    findings: &'a mut Vec<Diagnostic>,
}

type Next<'t> = (Event<'t>, Range<usize>);

impl Reader<'_> {
    fn document<'t, I>(&mut self, events: &mut Parser<'t, I>) -> Option<Node>
    where
        I: granit_parser::BorrowedInput<'t>,
    {
        let mut root = None;
        loop {
            match self.next(events)? {
                (Event::StreamStart, _) | (Event::DocumentEnd, _) => {}
                (Event::DocumentStart(..), at) => {
                    if root.is_some() {
                        self.stop("E101", "e101-second-document", at);
                        return None;
                    }
                }
                (Event::StreamEnd, _) => break,
                event => root = Some(self.node(event, events, 0)?),
            }
        }
        root.or_else(|| {
            let at = self.offset as u32;
            Some(Node { start: at, end: at, value: Value::Map(Vec::new()) })
        })
    }

    fn next<'t, I>(&mut self, events: &mut Parser<'t, I>) -> Option<Next<'t>>
    where
        I: granit_parser::BorrowedInput<'t>,
    {
        match events.next_event()? {
            Ok((event, span)) => {
                let range = span.byte_range().unwrap_or(0..0);
                Some((event, range.start + self.offset..range.end + self.offset))
            }
            Err(error) => {
                self.syntax(&error);
                None
            }
        }
    }

    fn node<'t, I>(&mut self, (event, at): Next<'t>, events: &mut Parser<'t, I>, depth: usize) -> Option<Node>
    where
        I: granit_parser::BorrowedInput<'t>,
    {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            self.stop("E103", "e103-too-many", at);
            return None;
        }
        if depth > MAX_DEPTH {
            self.stop("E103", "e103-too-deep", at);
            return None;
        }
        if event.anchor_id().is_some() || event.is_alias() {
            self.stop("E103", "e103-alias", at);
            return None;
        }
        if let Some(tag) = event.tag() {
            // `!` alone only means "a string" and is harmless, but nobody types it on purpose.
            let _ = tag;
            self.stop("E103", "e103-tag", at);
            return None;
        }
        let (start, value, end) = match event {
            Event::Scalar(text, style, ..) => {
                let plain = style == ScalarStyle::Plain;
                if style == ScalarStyle::DoubleQuoted {
                    self.escapes(&text, &at);
                }
                (at.start, Value::Scalar { text: text.into_owned(), plain }, at.end)
            }
            Event::SequenceStart(..) => {
                let mut items = Vec::new();
                let end = loop {
                    match self.next(events)? {
                        (Event::SequenceEnd, end) => break end.end,
                        event => items.push(self.node(event, events, depth + 1)?),
                    }
                };
                (at.start, Value::List(items), end)
            }
            Event::MappingStart(..) => {
                let mut entries: Vec<Entry> = Vec::new();
                let mut seen: HashSet<String> = HashSet::new();
                let end = loop {
                    match self.next(events)? {
                        (Event::MappingEnd, end) => break end.end,
                        event => {
                            let key = self.node(event, events, depth + 1)?;
                            let event = self.next(events)?;
                            let value = self.node(event, events, depth + 1)?;
                            self.entry(key, value, &mut entries, &mut seen);
                        }
                    }
                };
                (at.start, Value::Map(entries), end)
            }
            _ => {
                self.stop("E101", "e101-syntax", at);
                return None;
            }
        };
        // The parser ends a block collection at the next token: move the end back to the last content.
        let end = end.max(start);
        let end = start + self.source.text.get(start..end).map_or(0, |t| t.trim_end().len());
        Some(Node { start: start as u32, end: end as u32, value })
    }

    fn entry(&mut self, key: Node, value: Node, entries: &mut Vec<Entry>, seen: &mut HashSet<String>) {
        let at = key.range();
        let Value::Scalar { text, plain } = key.value else {
            self.stop("E103", "e103-key", at);
            return;
        };
        if plain && text == "<<" {
            self.stop("E103", "e103-alias", at);
            return;
        }
        // Maps are usually small; a linear search for each key of a large map would be quadratic.
        let is_large = entries.len() >= SMALL_MAP;
        if entries.len() == SMALL_MAP {
            seen.extend(entries.iter().map(|e| e.key.clone()));
        }
        let is_there = if is_large { seen.contains(&text) } else { entries.iter().any(|e| e.key == text) };
        if is_there && let Some(first) = entries.iter().position(|e| e.key == text) {
            let first = Span::new(self.source, entries[first].key_range());
            self.findings.push(
                Diagnostic::error_at("E104", "e104-duplicate-key", Span::new(self.source, at)).arg("key", text).related(first, "first"),
            );
            self.stopped = true;
            return;
        }
        if is_large {
            seen.insert(text.clone());
        }
        entries.push(Entry { key: text, key_start: key.start, key_end: key.end, value });
    }

    /// An escape can produce a character that no text may contain. Unescaped ones are found with the rest of the file.
    fn escapes(&mut self, text: &str, at: &Range<usize>) {
        let written = self.source.text.get(at.clone()).unwrap_or("");
        let first = || signs::first(text).filter(|(c, _)| !written.contains(*c));
        if let Some((c, why)) = written.contains('\\').then(first).flatten() {
            let message = if why == Unfit::Control { "e102-control" } else { "e102-direction" };
            let finding = Diagnostic::error_at("E102", message, Span::new(self.source, at.clone()));
            self.findings.push(finding.arg("sign", signs::name(c)));
        }
    }

    fn stop(&mut self, code: &'static str, message: &'static str, at: Range<usize>) {
        let end = at.end.min(self.source.line_range(self.source.position(at.start).line).end).max(at.start);
        self.findings.push(Diagnostic::error_at(code, message, Span::new(self.source, at.start..end)));
        self.stopped = true;
    }

    /// The parser's English reason is never shown; common slips have their own messages.
    fn syntax(&mut self, error: &ScanError) {
        let (code, message) = match error.kind() {
            ErrorKind::RecursionLimitExceeded => ("E103", "e103-too-deep"),
            ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => {
                ("E101", "e101-quote")
            }
            ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar => ("E101", "e101-after-quote"),
            ErrorKind::UnclosedFlowCollection { .. }
            | ErrorKind::UnexpectedEofFlowMapping
            | ErrorKind::UnexpectedEofFlowSequence
            | ErrorKind::UnexpectedEofImplicitFlowMapping
            | ErrorKind::MismatchedFlowCollectionEnd { .. }
            | ErrorKind::MisplacedFlowCollectionEnd
            | ErrorKind::InvalidFlowScalarIndent => ("E101", "e101-bracket"),
            ErrorKind::ExpectedFlowMappingSeparator | ErrorKind::ExpectedFlowSequenceSeparator => ("E101", "e101-comma"),
            ErrorKind::UnexpectedCharacter { .. } => ("E101", "e101-character"),
            ErrorKind::TabNotAllowed | ErrorKind::TabInBlockIndentation | ErrorKind::TabInIndentation | ErrorKind::TabInPlainScalar => {
                ("E101", "e101-tab")
            }
            ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => ("E101", "e101-colon"),
            ErrorKind::InvalidIndentation | ErrorKind::BlockSequenceEntryNotAllowed | ErrorKind::ExpectedBlockMappingKey => {
                ("E101", "e101-indent")
            }
            ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => ("E101", "e101-key"),
            ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => ("E103", "e103-alias"),
            ErrorKind::UndeclaredTagHandle => ("E103", "e103-tag"),
            ErrorKind::MultipleDocumentsUnsupported | ErrorKind::ExpectedDocumentStart => ("E101", "e101-second-document"),
            _ => ("E101", "e101-syntax"),
        };
        let at = (self.offset + error.marker().byte_offset().unwrap_or(0)).min(self.source.text.len());
        // An invisible character is the likeliest cause of a syntax error; the message is that of the guard.
        let unseen = self.source.text[self.offset..].char_indices().find(|(_, c)| signs::unfit(*c) == Some(Unfit::Control));
        if let Some((start, c)) = unseen {
            let span = Span::new(self.source, self.offset + start..self.offset + start + c.len_utf8());
            self.findings.push(Diagnostic::error_at("E102", "e102-control", span).arg("sign", signs::name(c)));
            self.stopped = true;
            return;
        }
        let (message, at) = match self.odd_space(message, at) {
            Some(place) => ("e101-space", place),
            None => self.cause(message, at),
        };
        let end = self.source.text[at..].chars().next().filter(|c| *c != '\n').map_or(at, |c| at + c.len_utf8());
        self.stop(code, message, at..end);
    }
}

impl Reader<'_> {
    /// A space that YAML does not recognize, at the beginning of the line or after its first colon.
    fn odd_space(&self, message: &str, at: usize) -> Option<usize> {
        if !matches!(message, "e101-indent" | "e101-key" | "e101-colon" | "e101-syntax" | "e101-character") {
            return None;
        }
        let line = self.source.line_range(self.source.position(at).line);
        let text = &self.source.text[line.clone()];
        let is_odd = |c: char| WIDE_SPACES.contains(&c) || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2000}'..='\u{200A}' | '\u{FEFF}');
        let first = text.trim_start_matches(' ');
        let start = text.len() - first.len();
        let behind_colon = || text.find(':').map(|i| i + 1).filter(|&i| text[i..].starts_with(is_odd));
        let place = if first.starts_with(is_odd) { Some(start) } else { behind_colon() };
        place.map(|place| line.start + place)
    }

    /// The parser reports where it failed; people need the place where the slip began.
    fn cause(&self, message: &'static str, at: usize) -> (&'static str, usize) {
        let text = &self.source.text;
        let line_start = text[..at].rfind('\n').map_or(0, |i| i + 1).max(self.offset);
        let before = &text[self.offset..line_start];
        let previous = before.trim_end().rfind('\n').map_or(self.offset, |i| self.offset + i + 1);
        match message {
            "e101-quote" => {
                let quote = text[previous..line_start].find(": \"").or_else(|| text[previous..line_start].find(": '"));
                quote.map_or((message, at), |i| (message, previous + i + 2))
            }
            "e101-colon" | "e101-comma" | "e101-bracket" => {
                let line = &text[previous..line_start];
                let open = line.rfind(['[', '{']).filter(|&i| !line[i..].contains([']', '}']));
                match open {
                    Some(i) => ("e101-bracket", previous + i),
                    None if message == "e101-colon" && !text[line_start..at].contains(": ") => {
                        let indent = text[line_start..at].len() - text[line_start..at].trim_start().len();
                        ("e101-indent", line_start + indent)
                    }
                    None => (message, at),
                }
            }
            _ => (message, at),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str) -> (Option<Node>, Vec<String>) {
        let source = Source::new("a.md", text);
        let mut findings = Vec::new();
        let node = read(&source, 0..text.len(), &|k| k == "标题", &mut findings);
        let findings = findings
            .iter()
            .map(|d| {
                let p = d.position();
                format!("{}:{} {} {}", p.line, p.column, d.code, d.message)
            })
            .collect();
        (node, findings)
    }

    #[test]
    fn scalars_keep_their_spelling_and_their_place() {
        let (node, findings) = run("amount: 1.10\n名: \"甲乙\"\nlist: [ 1, 二 ]\n");
        assert!(findings.is_empty(), "{findings:?}");
        let node = node.unwrap();
        assert_eq!(node.get("amount").unwrap().scalar(), Some("1.10"));
        let name = node.get("名").unwrap();
        assert_eq!((name.scalar(), name.range()), (Some("甲乙"), 18..26));
        assert_eq!(node.get("list").unwrap().items()[1].scalar(), Some("二"));
    }

    #[test]
    fn slips_are_told_where_they_stand() {
        for (text, expected) in [
            ("a: 1\nb: 2\na: 3\n", "3:1 E104 e104-duplicate-key"),
            ("a: &x 1\n", "1:7 E103 e103-alias"),
            ("a: 1\nb: *x\n", "2:4 E103 e103-alias"),
            ("a: !!str 1\n", "1:10 E103 e103-tag"),
            ("<<: 1\n", "1:1 E103 e103-alias"),
            ("a: 1\n---\nb: 2\n", "2:1 E101 e101-second-document"),
            ("title: \"停水\n", "1:8 E101 e101-quote"),
            ("a: [1, 2\nb: 3\n", "1:4 E101 e101-bracket"),
            ("title: 关于: 电梯\n", "1:10 E101 e101-colon"),
            ("a: 1\n b: 2\n", "2:2 E101 e101-indent"),
            ("标题停水\nb: 2\n", "2:1 E101 e101-indent"),
            ("a:\n\t- b\n", "2:2 E101 e101-tab"),
            ("a: @x\n", "1:4 E101 e101-character"),
            ("[1]: 2\n", "1:1 E103 e103-key"),
        ] {
            let (_, findings) = run(text);
            assert_eq!(findings.first().map(String::as_str), Some(expected), "{text:?} gave {findings:?}");
        }
    }

    #[test]
    fn full_width_colon_after_a_known_key_is_read() {
        let (node, findings) = run("标题：停水：今天\n别的：x\n");
        assert_eq!(findings[0], "1:3 COM-03 com-03-fullwidth-colon");
        assert_eq!(node.and_then(|n| n.get("标题").and_then(Node::scalar).map(str::to_owned)).as_deref(), None);
        let (node, _) = run("标题：停水：今天\nb: x\n");
        assert_eq!(node.unwrap().get("标题").unwrap().scalar(), Some("停水：今天"));
    }

    #[test]
    fn hostile_nesting_ends_quickly() {
        for text in ["[".repeat(100_000), "{a: ".repeat(50_000), (0..3000).map(|i| format!("{}a:\n", " ".repeat(i))).collect::<String>()] {
            let cut = text.len().min(MAX_BYTES);
            let (node, findings) = run(&text[..cut]);
            assert!(node.is_none());
            assert!(findings[0].contains("E103") || findings[0].contains("E101"), "{findings:?}");
        }
    }
}
