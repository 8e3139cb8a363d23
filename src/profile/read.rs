//! One profile file as a [`Layer`], before the files that it extends are merged below it.
//!
//! In: the source. Out: the layer and every mistake, positioned (E108). Always: an unreadable value is left out, so that the
//! value of the layer below is used.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::keys::{self, Key, Unit};
use super::{EMBEDDED, Requirement, Share, Value, Whole};
use crate::config::tree::{self, Entry, Node, Table, Value as Toml};
use crate::config::{FILE_NAME, Level, Levels};
use crate::diagnostic::{Arg, Diagnostic, Law, Severity, nearest};
use crate::rulebook::{RuleBook, Weight};
use crate::source::{Source, Span};
use crate::value::Money;

/// A value with the names of its articles, or the note that replaces them.
type WithLaws<'n> = (&'n Node, Vec<(String, Span)>, Option<String>);

const CODE: &str = "E108";
/// Sections that are not numbers.
const OWN: &[&str] = &["extends", "name", "law", "severity", "matter"];
/// The most days, months or years; a greater number is a typing error.
const MAX: u32 = 3660;

/// The contents of one file.
#[derive(Debug, Default)]
pub struct Layer {
    pub extends: Option<(String, Span)>,
    pub laws: BTreeMap<String, Arc<Law>>,
    pub numbers: Vec<(Key, Given<Value>)>,
    pub matters: Vec<(String, Given<Requirement>)>,
    pub levels: Levels,
}

/// A value with the names of its articles.
#[derive(Debug)]
pub struct Given<T> {
    pub value: T,
    laws: Vec<(String, Span)>,
    pub note: Option<String>,
}

impl<T> Given<T> {
    /// All articles of the value, as one.
    pub fn law(&self, laws: &BTreeMap<String, Arc<Law>>, findings: &mut Vec<Diagnostic>) -> Option<Arc<Law>> {
        let mut found: Vec<Arc<Law>> = Vec::new();
        for (name, at) in &self.laws {
            match laws.get(name) {
                Some(law) => found.push(Arc::clone(law)),
                None => {
                    let near = nearest(name, laws.keys().map(String::as_str)).unwrap_or("");
                    findings.push(Diagnostic::error_at(CODE, "e108-profile-law", at.clone()).arg("law", name.as_str()).arg("near", near));
                }
            }
        }
        match &found[..] {
            [] => None,
            [law] => Some(Arc::clone(law)),
            many => Some(Arc::new(Law {
                zh: many.iter().map(|l| l.zh.as_str()).collect::<Vec<_>>().join("、"),
                en: many.iter().map(|l| l.en.as_str()).collect::<Vec<_>>().join("; "),
            })),
        }
    }
}

/// The source of a profile: embedded under its name, or a file of the site.
pub(super) fn source(name: &str, file: &dyn Fn(&str) -> Option<Arc<Source>>) -> Option<Arc<Source>> {
    let embedded = EMBEDDED.iter().find(|(known, _)| *known == name);
    embedded.map(|(name, text)| Source::new(format!("profiles/{name}.toml").as_str(), *text)).or_else(|| file(name))
}

/// The finding for a profile that does not exist or extends itself.
pub(super) fn unknown(name: &str, circle: bool, asked: Option<Span>) -> Diagnostic {
    let message = if circle { "e108-profile-circle" } else { "e108-profile-unknown" };
    let near = nearest(name, EMBEDDED.iter().map(|(name, _)| *name)).unwrap_or("");
    let finding = match asked {
        Some(at) => Diagnostic::error_at(CODE, message, at),
        None => Diagnostic::error(CODE, message, FILE_NAME),
    };
    let known = EMBEDDED.iter().map(|(name, _)| (*name).to_owned()).collect();
    finding.arg("name", name).arg("near", near).arg("known", Arg::OneOf(known))
}

/// Reads one file.
pub fn layer(source: &Arc<Source>, rules: &RuleBook) -> (Layer, Vec<Diagnostic>) {
    let (tree, findings) = tree::parse(source);
    let mut reader = Reader { source, rules, findings };
    let layer = reader.layer(&tree);
    (layer, reader.findings)
}

struct Reader<'a> {
    source: &'a Arc<Source>,
    rules: &'a RuleBook,
    findings: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn span(&self, at: &Range<usize>) -> Span {
        Span::new(self.source, at.clone())
    }

    fn error(&mut self, message: &'static str, at: &Range<usize>) -> &mut Diagnostic {
        let finding = Diagnostic::error_at(CODE, message, self.span(at));
        self.findings.push(finding);
        self.findings.last_mut().expect("just pushed")
    }

    fn wrong(&mut self, key: &str, at: &Range<usize>, example: &str) {
        let finding = self.error("e108-profile-value", at);
        finding.args.insert("key", key.into());
        finding.args.insert("example", example.into());
    }

    fn unknown_key<'k>(&mut self, entry: &Entry, known: impl Iterator<Item = &'k str> + Clone) {
        let near = nearest(&entry.key, known.clone());
        let finding = match near {
            Some(near) => {
                let finding = self.error("e108-unknown-key-near", &entry.key_at);
                finding.args.insert("near", near.into());
                finding
            }
            None => {
                let allowed = known.map(str::to_owned).collect();
                let finding = self.error("e108-unknown-key", &entry.key_at);
                finding.args.insert("allowed", Arg::OneOf(allowed));
                finding
            }
        };
        finding.args.insert("key", entry.key.as_str().into());
    }

    fn layer(&mut self, tree: &Table) -> Layer {
        let mut layer = Layer::default();
        let mut sections: Vec<&str> = keys::KEYS.iter().filter_map(|k| k.path.split('.').next()).collect();
        sections.dedup();
        for entry in &tree.entries {
            match (entry.key.as_str(), &entry.node.value) {
                ("extends", Toml::Text(name)) => layer.extends = Some((name.clone(), self.span(&entry.node.at))),
                ("name", Toml::Text(_) | Toml::Table(_)) => {}
                ("law", Toml::Table(laws)) => laws.entries.iter().for_each(|e| {
                    if let Some(law) = self.article(e) {
                        layer.laws.insert(e.key.clone(), Arc::new(law));
                    }
                }),
                ("severity", Toml::Table(table)) => layer.levels = self.levels(table),
                ("matter", Toml::Table(table)) => {
                    layer.matters = table.entries.iter().filter_map(|e| Some((e.key.clone(), self.matter(e)?))).collect();
                }
                (section, Toml::Table(table)) if sections.contains(&section) => {
                    let numbers = table.entries.iter().filter_map(|e| self.number(section, e));
                    layer.numbers.extend(numbers.collect::<Vec<_>>());
                }
                (key, _) if OWN.contains(&key) || sections.contains(&key) => self.wrong(key, &entry.node.at, example(key)),
                _ => self.unknown_key(entry, OWN.iter().chain(&sections).copied()),
            }
        }
        layer
    }

    /// `{ zh = "…", en = "…" }`; one of the two is enough.
    fn article(&mut self, entry: &Entry) -> Option<Law> {
        let texts = table(&entry.node);
        let word = |lang: &str| texts.and_then(|t| t.get(lang)).and_then(|e| text(&e.node)).map(str::to_owned);
        let (zh, en) = (word("zh"), word("en"));
        if zh.is_none() && en.is_none() {
            self.wrong(&entry.key, &entry.node.at, "{ zh = \"…\", en = \"…\" }");
            return None;
        }
        let either = zh.clone().or_else(|| en.clone()).unwrap_or_default();
        Some(Law { zh: zh.unwrap_or_else(|| either.clone()), en: en.unwrap_or(either) })
    }

    fn number(&mut self, section: &str, entry: &Entry) -> Option<(Key, Given<Value>)> {
        let path = format!("{section}.{}", entry.key);
        let Some(doc) = keys::find(&path) else {
            let names = keys::KEYS.iter().filter_map(|k| k.path.strip_prefix(section)?.strip_prefix('.'));
            self.unknown_key(entry, names);
            return None;
        };
        let (node, laws, note) = self.with_laws(&entry.node)?;
        let value = self.value(doc.unit, node);
        if value.is_none() {
            self.wrong(&entry.key, &node.at, unit_example(doc.unit));
        }
        Some((doc.key, Given { value: value?, laws, note }))
    }

    /// A bare value, or `{ value = …, law = …, note = … }`.
    fn with_laws<'n>(&mut self, node: &'n Node) -> Option<WithLaws<'n>> {
        let Some(parts) = table(node) else { return Some((node, Vec::new(), None)) };
        for entry in &parts.entries {
            if !["value", "law", "note"].contains(&entry.key.as_str()) {
                self.unknown_key(entry, ["value", "law", "note"].into_iter());
            }
        }
        let laws = parts.get("law").map(|e| self.names(&e.node)).unwrap_or_default();
        let note = parts.get("note").and_then(|e| text(&e.node)).map(str::to_owned);
        let Some(value) = parts.get("value") else {
            self.wrong("value", &node.at, "{ value = 15, law = \"…\" }");
            return None;
        };
        Some((&value.node, laws, note))
    }

    /// The names of articles: one, or a list.
    fn names(&mut self, node: &Node) -> Vec<(String, Span)> {
        let name = |node: &Node| Some((text(node)?.to_owned(), self.span(&node.at)));
        match &node.value {
            Toml::List(list) => list.iter().filter_map(name).collect(),
            _ => name(node).into_iter().collect(),
        }
    }

    fn value(&self, unit: Unit, node: &Node) -> Option<Value> {
        match (unit, &node.value) {
            (_, Toml::Bool(false)) => Some(Value::Off),
            (Unit::Switch, Toml::Bool(true)) => Some(Value::On),
            (Unit::Share, Toml::Text(text)) => Share::parse(text).map(Value::Share),
            (Unit::Money, Toml::Number(_)) => {
                // The text is read instead of the float, which could have lost digits.
                let text = self.source.text.get(node.at.clone())?.replace('_', "");
                Money::parse(&text).ok().map(Value::Money)
            }
            (Unit::Switch | Unit::Share | Unit::Money, _) => None,
            (_, Toml::Number(n)) => n.parse().ok().filter(|n| *n <= MAX).map(Value::Whole),
            _ => None,
        }
    }

    /// `{ quorum = "2/3", pass = ">1/2", of = "present", area = true, law = "…" }`.
    fn matter(&mut self, entry: &Entry) -> Option<Given<Requirement>> {
        const KEYS: [&str; 5] = ["quorum", "pass", "of", "area", "law"];
        let example = "{ quorum = \"2/3\", pass = \">1/2\", of = \"present\" }";
        let Some(parts) = table(&entry.node) else {
            self.wrong(&entry.key, &entry.node.at, example);
            return None;
        };
        let mut need = Requirement::default();
        let mut laws = Vec::new();
        let (mut pass, mut of) = (None, Some(Whole::Present));
        for part in &parts.entries {
            let read = match (part.key.as_str(), &part.node.value) {
                ("quorum", Toml::Text(text)) => Share::parse(text).map(|share| need.quorum.push((String::new(), share))),
                ("quorum", Toml::Table(forms)) => forms
                    .entries
                    .iter()
                    .map(|e| Some((e.key.clone(), Share::parse(text(&e.node)?)?)))
                    .collect::<Option<Vec<_>>>()
                    .map(|forms| need.quorum.extend(forms)),
                ("pass", Toml::Text(text)) => Share::parse(text).map(|share| pass = Some(share)),
                ("of", Toml::Text(text)) => {
                    of = Whole::of_code(text);
                    of.map(|_| ())
                }
                ("area", Toml::Bool(area)) => {
                    need.by_area = *area;
                    Some(())
                }
                ("law", _) => {
                    laws = self.names(&part.node);
                    Some(())
                }
                _ if KEYS.contains(&part.key.as_str()) => None,
                _ => {
                    self.unknown_key(part, KEYS.into_iter());
                    Some(())
                }
            };
            if read.is_none() {
                self.wrong(&part.key, &part.node.at, example);
            }
        }
        need.pass = pass.zip(of);
        Some(Given { value: need, laws, note: None })
    }

    fn levels(&mut self, table: &Table) -> Levels {
        let mut levels = Levels::default();
        for entry in &table.entries {
            match &entry.node.value {
                Toml::Table(by_code) => {
                    let found = by_code.entries.iter().filter_map(|e| self.level(e)).collect();
                    levels.by_language.insert(entry.key.as_str().into(), found);
                }
                _ => levels.all.extend(self.level(entry)),
            }
        }
        levels
    }

    fn level(&mut self, entry: &Entry) -> Option<(String, Level)> {
        let code = entry.key.as_str();
        let rules = self.rules;
        let Some(rule) = rules.rule(code).filter(|rule| rule.is_setting()) else {
            let near = nearest(code, rules.settings());
            let finding = self.error(if near.is_some() { "e108-unknown-code-near" } else { "e108-unknown-code" }, &entry.key_at);
            finding.args.insert("key", code.into());
            finding.args.insert("near", near.unwrap_or("").into());
            return None;
        };
        let Some(level) = text(&entry.node).and_then(Level::of_name) else {
            let finding = self.error("e108-level", &entry.node.at);
            finding.args.insert("key", code.into());
            finding.args.insert("allowed", Arg::OneOf(Level::NAMES.iter().map(|&n| n.to_owned()).collect()));
            return None;
        };
        if rule.weight == Weight::AlwaysError {
            if level != Level::Is(Severity::Error) {
                self.error("e108-level-fixed", &entry.node.at).args.insert("code", code.into());
            }
            return None;
        }
        Some((code.to_owned(), level))
    }
}

fn example(key: &str) -> &'static str {
    match key {
        "extends" => "\"cn-national\"",
        "name" => "{ zh = \"…\", en = \"…\" }",
        "law" => "[law.local_12]",
        "severity" => "[severity]",
        "matter" => "[matter]",
        _ => "{ value = 15, law = \"…\" }",
    }
}

fn unit_example(unit: Unit) -> &'static str {
    match unit {
        Unit::Share => "\"2/3\"",
        Unit::Money => "50000.00",
        Unit::Switch => "true",
        _ => "15",
    }
}

fn table(node: &Node) -> Option<&Table> {
    match &node.value {
        Toml::Table(table) => Some(table),
        _ => None,
    }
}

fn text(node: &Node) -> Option<&str> {
    match &node.value {
        Toml::Text(text) => Some(text.trim()),
        _ => None,
    }
}
