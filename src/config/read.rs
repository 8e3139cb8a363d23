//! Converts the tree of site.toml to a [`Config`]: first checks every key against the table of keys, then every
//! value against its type.
//!
//! Always: a mistake is reported once, at its own characters; a consequence of another mistake (a
//! missing key whose line could not be read) is not reported.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::address::{self, Wrong};
use super::keys::{self, KeyDoc, KeyType};
use super::tree::{self, Entry, Node, Table, Value};
use super::{Config, Contact, Known, Language, Level, Levels, Limits, Text};
use crate::diagnostic::{self, Arg, Diagnostic, nearest};
use crate::rulebook::Weight;
use crate::source::{Source, Span};

const CODE: &str = "E108";
const MEGABYTE: u64 = 1024 * 1024;

/// Languages of a site.
const MOST_LANGUAGES: usize = 32;

pub(super) fn read(source: &Arc<Source>, known: &Known<'_>) -> (Config, Vec<Diagnostic>) {
    let (tree, broken) = tree::parse(source);
    let mut reader =
        Reader { source, known, found: Vec::new(), missing: Vec::new(), spoken_of: BTreeSet::new(), paths: None, places: BTreeMap::new() };
    reader.screen(&tree, "");
    let config = reader.config(&tree);
    let Reader { mut found, missing, spoken_of, .. } = reader;

    let lines: BTreeSet<usize> = broken.iter().map(|d| d.position().line).collect();
    found.retain(|d| !lines.contains(&d.position().line));
    // After a syntax error the parser may skip lines, so a key counts as given if some line begins with it.
    let begins = |line: &str, key: &str| line.trim_start_matches(['[', ' ', '\t']).starts_with(key);
    let written = |key: &str| !broken.is_empty() && source.text.lines().any(|line| begins(line, key));
    found.extend(missing.into_iter().filter(|(key, _)| !spoken_of.contains(*key) && !written(key)).map(|(_, d)| d));
    found.extend(broken);
    diagnostic::sort(&mut found);
    (config, found)
}

struct Reader<'a> {
    source: &'a Arc<Source>,
    known: &'a Known<'a>,
    found: Vec<Diagnostic>,
    /// Required keys that are missing, by name.
    missing: Vec<(&'static str, Diagnostic)>,
    /// Keys that another finding already names: misspelt, or below a section.
    spoken_of: BTreeSet<String>,
    /// The language paths; `None` if one of them is wrong, because then the set is unknown.
    paths: Option<Vec<String>>,
    places: BTreeMap<String, Span>,
}

impl Reader<'_> {
    fn span(&self, at: &Range<usize>) -> Span {
        Span::new(self.source, at.clone())
    }

    fn error(&self, message: &'static str, at: &Range<usize>, field: &str) -> Diagnostic {
        Diagnostic::error_at(CODE, message, self.span(at)).field(field)
    }

    /// Reports what is wrong with a text, at the wrong characters if they can be found.
    fn wrong(&mut self, wrong: Wrong, text: &str, at: &Range<usize>, field: &str) {
        // Without escapes the value is in the file literally; with escapes the finding marks the whole value.
        let literal = self.source.text.get(at.clone()).unwrap_or("");
        let at = match (wrong.at, literal.find(text)) {
            (Some(part), Some(i)) => at.start + i + part.start..at.start + i + part.end,
            _ => at.clone(),
        };
        self.found.push(self.error(wrong.message, &at, field).arg("value", text));
    }

    // Keys.

    fn screen(&mut self, table: &Table, section: &str) {
        for entry in &table.entries {
            let path = join(section, &entry.key);
            match keys::find(&path) {
                Some(doc) => self.screen_value(doc, &entry.node),
                None => self.unknown_key(entry, section),
            }
        }
    }

    fn screen_value(&mut self, doc: &'static KeyDoc, node: &Node) {
        match (doc.kind, &node.value) {
            (KeyType::Text | KeyType::TextOrPerLanguage, Value::Text(text)) => {
                if text.trim().is_empty() {
                    self.found.push(self.error("e108-empty", &node.at, doc.path).arg("key", last(doc.path)));
                }
            }
            (KeyType::Whole, Value::Number(n)) if n.parse::<u64>().is_ok() => {}
            (KeyType::PerLanguage | KeyType::TextOrPerLanguage | KeyType::Levels, Value::Table(_)) => {}
            (KeyType::Section, Value::Table(table)) => self.screen(table, doc.path),
            (KeyType::Sections, Value::List(list)) => {
                for item in list {
                    match &item.value {
                        Value::Table(table) => self.screen(table, doc.path),
                        _ => self.wrong_type(doc, item),
                    }
                }
            }
            _ => self.wrong_type(doc, node),
        }
    }

    fn wrong_type(&mut self, doc: &KeyDoc, node: &Node) {
        let found = self.error("e108-wrong-type", &node.at, doc.path);
        self.found.push(found.arg("key", last(doc.path)).arg("expected", Arg::Term(doc.kind.term().into())).arg("example", doc.example));
    }

    fn unknown_key(&mut self, entry: &Entry, section: &str) {
        if self.is_misplaced(entry, section) {
            return;
        }
        let elsewhere = || keys::keys().iter().find(|k| k.path.rsplit_once('.').is_some_and(|(_, name)| name == entry.key)).map(|k| k.path);
        let near = nearest(&entry.key, keys::under(section)).or_else(elsewhere);
        self.spoken_of.extend(near.map(|near| last(near).to_owned()));
        let allowed = keys::under(section).map(str::to_owned).collect();
        self.unknown(entry, ["e108-unknown-key", "e108-unknown-key-near"], near, allowed, section);
    }

    /// Finds top-level keys below a `[section]`: TOML assigns them to that section, which authors do not expect.
    fn is_misplaced(&mut self, entry: &Entry, section: &str) -> bool {
        let top = !section.is_empty() && keys::under("").any(|k| k == entry.key) && !matches!(entry.node.value, Value::Table(_));
        if top {
            self.found.push(self.error("e108-below-section", &entry.key_at, &entry.key).arg("key", &*entry.key).arg("section", section));
            self.spoken_of.insert(entry.key.clone());
        }
        top
    }

    /// Reports a value that is not in a list: `messages` are the one without and the one with a suggestion.
    fn unknown(&mut self, entry: &Entry, messages: [&'static str; 2], near: Option<&str>, allowed: Vec<String>, section: &str) {
        let message = messages[usize::from(near.is_some())];
        let found = self.error(message, &entry.key_at, &join(section, &entry.key)).arg("key", &*entry.key);
        self.found.push(match near {
            Some(near) => found.arg("near", near),
            None => found.arg("allowed", Arg::OneOf(allowed)),
        });
    }

    fn missing(&mut self, path: &'static str, at: Option<&Range<usize>>) {
        let name = path.rsplit_once('.').map_or(path, |(_, name)| name);
        let found = match at {
            Some(at) => self.error("e108-missing-key", at, path),
            None => Diagnostic::error(CODE, "e108-missing-key", Arc::clone(&self.source.path)).field(path),
        };
        let example = keys::find(path).map_or("", |k| k.example);
        self.missing.push((name, found.arg("key", name).arg("example", example)));
    }

    // Values.

    fn config(&mut self, tree: &Table) -> Config {
        let languages = self.languages(tree);
        let primary = languages.first().map(|l| Arc::clone(&l.path));
        let fallback = || Language { tag: "zh-Hans".into(), path: "zh".into(), name: None, font: None };
        let is_timezone = self.known.is_timezone;
        let contact = tree.get("contact").and_then(|e| table_of(&e.node));
        let config = Config {
            base_url: self.checked(tree, "base_url", address::base_url).unwrap_or_else(|| "https://example.org/".into()),
            timezone: self
                .checked(tree, "timezone", |v| {
                    if is_timezone(v) { Ok(v.to_owned()) } else { Err(Wrong { message: "e108-timezone", at: None }) }
                })
                .unwrap_or_else(|| "Asia/Shanghai".into()),
            currency: self.same(tree, "currency", address::currency).unwrap_or_else(|| default("currency")),
            theme: self.same(tree, "theme", address::theme).unwrap_or_else(|| default("theme")),
            originals: self.checked(tree, "photos", address::photos).unwrap_or(true),
            join_lines: self.checked(tree, "line_breaks", address::line_breaks).unwrap_or(false),
            profile: self.same(tree, "profile", address::profile).unwrap_or_else(|| default("profile")),
            publisher: self.same(tree, "publisher", address::record_id),
            output: self.checked(tree, "output", address::output).unwrap_or_else(|| default("output")),
            name: self.name(tree, primary.as_ref()),
            description: self.text(tree, "description", |_| Ok(())),
            contact: contact.map(|t| self.contact(t)).unwrap_or_default(),
            limits: self.limits(tree),
            levels: self.levels(tree),
            languages: if languages.is_empty() { vec![fallback()] } else { languages },
            places: BTreeMap::new(),
        };
        for doc in keys::keys().iter().filter(|k| k.required && !k.path.contains('.')) {
            if tree.get(doc.path).is_none() {
                self.missing(doc.path, None);
            }
        }
        Config { places: std::mem::take(&mut self.places), ..config }
    }

    /// A non-empty text; the screening has reported anything else.
    fn plain<'t>(&mut self, table: &'t Table, path: &'static str) -> Option<(&'t str, &'t Range<usize>)> {
        let node = &table.get(last(path))?.node;
        let Value::Text(text) = &node.value else { return None };
        self.places.insert(path.to_owned(), Span::new(self.source, node.at.clone()));
        (!text.trim().is_empty()).then_some((text.trim(), &node.at))
    }

    fn checked<T>(&mut self, table: &Table, path: &'static str, check: impl Fn(&str) -> Result<T, Wrong>) -> Option<T> {
        let (text, at) = self.plain(table, path)?;
        check(text).map_err(|wrong| self.wrong(wrong, text, at, path)).ok()
    }

    fn same(&mut self, table: &Table, path: &'static str, check: impl Fn(&str) -> Result<(), Wrong>) -> Option<String> {
        self.checked(table, path, |text| check(text).map(|()| text.to_owned()))
    }

    fn languages(&mut self, tree: &Table) -> Vec<Language> {
        let Some(entry) = tree.get("languages") else { return Vec::new() };
        self.places.insert("languages".to_owned(), Span::new(self.source, entry.node.at.clone()));
        let Value::List(list) = &entry.node.value else { return Vec::new() };
        if list.is_empty() {
            self.found.push(self.error("e108-languages-none", &entry.node.at, "languages"));
            return Vec::new();
        }
        let (mut languages, mut paths) = (Vec::new(), Vec::new());
        let mut seen: BTreeMap<(&'static str, String), Range<usize>> = BTreeMap::new();
        // Each page exists in each language, so thousands of languages would exhaust the memory.
        if let Some(item) = list.get(MOST_LANGUAGES) {
            let span = self.span(&item.at);
            self.found.push(Diagnostic::error_at("E103", "e103-languages", span).field("languages").arg("limit", MOST_LANGUAGES));
        }
        for item in list.iter().take(MOST_LANGUAGES) {
            let Some(table) = table_of(item) else { continue };
            for path in ["languages.tag", "languages.path"] {
                if table.get(last(path)).is_none() {
                    self.missing(path, Some(&item.at));
                }
            }
            let is_tag = self.known.is_tag;
            let tag = self.same(table, "languages.tag", |v| if is_tag(v) { Ok(()) } else { Err(Wrong { message: "e108-tag", at: None }) });
            let path = self.same(table, "languages.path", address::language_path);
            let name = self.same(table, "languages.name", |_| Ok(()));
            let font = self.same(table, "languages.font", |file| address::font(file, tag.as_deref()));
            if let (Some(path), Some(place)) = (&path, self.places.remove("languages.font")) {
                self.places.insert(format!("languages.{path}.font"), place);
            }
            paths.extend(path.clone().filter(|p| !paths.contains(p)));
            let mut twice = false;
            for (key, value, message) in [("tag", &tag, "e108-tag-twice"), ("path", &path, "e108-path-twice")] {
                let (Some(value), Some(here)) = (value, table.get(key)) else { continue };
                let here = here.node.at.clone();
                match seen.get(&(key, value.to_lowercase())) {
                    Some(first) => {
                        let first = self.span(first);
                        let found = self.error(message, &here, &join("languages", key));
                        self.found.push(found.arg("value", &**value).related(first, "e108-first-here"));
                        twice = true;
                    }
                    None => _ = seen.insert((key, value.to_lowercase()), here),
                }
            }
            if let (Some(tag), Some(path), false) = (tag, path, twice) {
                languages.push(Language { tag, path: path.into(), name, font });
            }
        }
        self.paths = (paths.len() == list.len().min(MOST_LANGUAGES)).then_some(paths).filter(|_| list.len() <= MOST_LANGUAGES);
        languages
    }

    fn name(&mut self, tree: &Table, primary: Option<&Arc<str>>) -> Text {
        let text = self.text(tree, "name", |_| Ok(()));
        if let (Some(entry), Some(primary)) = (tree.get("name"), primary)
            && let Some(table) = table_of(&entry.node)
            && table.get(primary).is_none()
        {
            let found = self.error("e108-name-primary", &entry.key_at, "name");
            self.missing.push(("name", found.arg("lang", &**primary)));
        }
        text.unwrap_or_else(|| Text::Same(String::new()))
    }

    fn contact(&mut self, table: &Table) -> Contact {
        Contact {
            phone: self.text(table, "contact.phone", |_| Ok(())),
            email: self.text(table, "contact.email", address::email),
            hours: self.text(table, "contact.hours", |_| Ok(())),
            address: self.text(table, "contact.address", |_| Ok(())),
        }
    }

    fn text(&mut self, table: &Table, path: &'static str, check: fn(&str) -> Result<(), Wrong>) -> Option<Text> {
        let entry = table.get(last(path))?;
        match &entry.node.value {
            Value::Text(_) if keys::find(path)?.kind == KeyType::TextOrPerLanguage => self.same(table, path, check).map(Text::Same),
            Value::Table(per_language) => {
                self.places.insert(path.to_owned(), Span::new(self.source, entry.key_at.clone()));
                let texts = self.per_language(per_language, path, check);
                (!texts.is_empty()).then_some(Text::PerLanguage(texts))
            }
            _ => None,
        }
    }

    fn per_language(&mut self, table: &Table, path: &'static str, check: fn(&str) -> Result<(), Wrong>) -> BTreeMap<Arc<str>, String> {
        let mut texts = BTreeMap::new();
        for entry in &table.entries {
            if self.is_misplaced(entry, path) || self.is_unknown_language(entry, path) {
                continue;
            }
            let field = join(path, &entry.key);
            match &entry.node.value {
                Value::Text(text) if text.trim().is_empty() => {
                    self.found.push(self.error("e108-empty", &entry.node.at, &field).arg("key", &*entry.key));
                }
                Value::Text(text) => match check(text.trim()) {
                    Ok(()) => _ = texts.insert(entry.key.as_str().into(), text.trim().to_owned()),
                    Err(wrong) => self.wrong(wrong, text, &entry.node.at, &field),
                },
                _ => {
                    let found = self.error("e108-wrong-type", &entry.node.at, &field).arg("key", &*entry.key);
                    self.found.push(found.arg("expected", Arg::Term(KeyType::Text.term().into())).arg("example", "\"…\""));
                }
            }
        }
        texts
    }

    /// Reports a key that should be a language path of the site but is not.
    fn is_unknown_language(&mut self, entry: &Entry, section: &str) -> bool {
        let Some(paths) = self.paths.clone() else { return false };
        if paths.contains(&entry.key) {
            return false;
        }
        // Paths of two languages often differ by one letter, so only another spelling (`EN`, `zh-CN`) is suggested.
        let key = entry.key.to_lowercase();
        let near = paths.iter().find(|p| key.split(['-', '_']).next() == Some(p.as_str()));
        let near = near.cloned();
        self.unknown(entry, ["e108-unknown-language", "e108-unknown-language-near"], near.as_deref(), paths, section);
        true
    }

    fn limits(&mut self, tree: &Table) -> Limits {
        let node = tree.get("limits").and_then(|e| table_of(&e.node)).and_then(|t| t.get("attachment_mb")).map(|e| &e.node);
        let mut megabytes = 10;
        if let Some(Node { value: Value::Number(n), at }) = node
            && let Ok(given) = n.parse::<u64>()
        {
            if (1..=1000).contains(&given) {
                megabytes = given;
            } else {
                let found = self.error("e108-range", at, "limits.attachment_mb");
                self.found.push(found.arg("key", "attachment_mb").arg("min", 1_u64).arg("max", 1000_u64));
            }
        }
        Limits { attachment_bytes: megabytes * MEGABYTE }
    }

    fn levels(&mut self, tree: &Table) -> Levels {
        let mut levels = Levels::default();
        let Some(table) = tree.get("severity").and_then(|e| table_of(&e.node)) else { return levels };
        for entry in &table.entries {
            if self.is_misplaced(entry, "severity") {
                continue;
            }
            match &entry.node.value {
                Value::Table(by_code) => {
                    if self.is_unknown_language(entry, "severity") {
                        continue;
                    }
                    let section = join("severity", &entry.key);
                    let found = by_code.entries.iter().filter_map(|e| self.level(e, &section)).collect();
                    levels.by_language.insert(entry.key.as_str().into(), found);
                }
                _ => levels.all.extend(self.level(entry, "severity")),
            }
        }
        levels
    }

    /// One line `code = "level"`.
    fn level(&mut self, entry: &Entry, section: &str) -> Option<(String, Level)> {
        if self.is_misplaced(entry, section) {
            return None;
        }
        let code = entry.key.as_str();
        let field = join(section, code);
        let rule = self.known.rules.rule(code).filter(|rule| rule.is_setting());
        if rule.is_none() {
            let near = nearest(code, self.known.rules.settings());
            self.unknown(entry, ["e108-unknown-code", "e108-unknown-code-near"], near, Vec::new(), section);
        }
        let name = text_of(&entry.node).unwrap_or("");
        let Some(level) = Level::of_name(name) else {
            let names = Level::NAMES.iter().map(|&n| n.to_owned()).collect();
            let found = self.error("e108-level", &entry.node.at, &field).arg("key", code).arg("allowed", Arg::OneOf(names));
            self.found.push(found);
            return None;
        };
        if rule?.weight == Weight::AlwaysError {
            if level != Level::Is(crate::diagnostic::Severity::Error) {
                self.found.push(self.error("e108-level-fixed", &entry.node.at, &field).arg("code", code));
            }
            return None;
        }
        Some((code.to_owned(), level))
    }
}

fn join(section: &str, key: &str) -> String {
    if section.is_empty() { key.to_owned() } else { format!("{section}.{key}") }
}

fn last(path: &str) -> &str {
    path.rsplit_once('.').map_or(path, |(_, name)| name)
}

fn default(path: &str) -> String {
    keys::find(path).and_then(|k| k.default).unwrap_or_default().to_owned()
}

fn table_of(node: &Node) -> Option<&Table> {
    match &node.value {
        Value::Table(table) => Some(table),
        _ => None,
    }
}

fn text_of(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}
