//! Words: both languages have the same messages, and every message in use is in the catalogues.
//!
//! In: the Fluent catalogues of the program and of the theme, the ids in code and templates. Out: keys or variables that one language
//! lacks, ids without words, unused words. Always: a message is compared with all its attributes.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast;

use super::{Breach, hold, sources, texts};

/// The messages of a catalogue: `id` or `id.attribute`, with place and variables.
type Catalog = BTreeMap<String, Message>;

#[derive(Debug, Default)]
struct Message {
    path: String,
    line: usize,
    variables: BTreeSet<String>,
    /// Other messages and terms that it refers to.
    refers: BTreeSet<String>,
}

/// Catalogues of one language in a folder: `en.ftl`, `parts/record.en.ftl`.
fn catalog(folder: &str, language: &str) -> (Catalog, Vec<Breach>) {
    let (mut catalog, mut breaches) = (Catalog::new(), Vec::new());
    for (path, text) in texts(folder, &["ftl"]) {
        let is_ours = path.ends_with(&format!("/{language}.ftl")) || path.ends_with(&format!(".{language}.ftl"));
        if !is_ours {
            continue;
        }
        let resource = match fluent_syntax::parser::parse(text.as_str()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    let line = text[..error.pos.start.min(text.len())].lines().count().max(1);
                    breaches.push(Breach::new(&path, line, format!("cannot be read: {error}")));
                }
                resource
            }
        };
        for entry in resource.body {
            let (id, value, attributes) = match entry {
                ast::Entry::Message(m) => (m.id.name.to_owned(), m.value, m.attributes),
                ast::Entry::Term(t) => (format!("-{}", t.id.name), Some(t.value), t.attributes),
                _ => continue,
            };
            let line = text.lines().position(|l| l.split('=').next().is_some_and(|head| head.trim_end() == id)).unwrap_or(0) + 1;
            let mut add = |key: String, pattern: Option<&ast::Pattern<&str>>| {
                let mut message = Message { path: path.clone(), line, ..Message::default() };
                if let Some(pattern) = pattern {
                    read_pattern(pattern, &mut message);
                }
                if let Some(first) = catalog.insert(key.clone(), message) {
                    breaches.push(Breach::new(&path, line, format!("`{key}` is said before in {}:{}", first.path, first.line)));
                }
            };
            for attribute in &attributes {
                add(format!("{id}.{}", attribute.id.name), Some(&attribute.value));
            }
            add(id, value.as_ref());
        }
    }
    (catalog, breaches)
}

fn read_pattern(pattern: &ast::Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            read_expression(expression, message);
        }
    }
}

fn read_expression(expression: &ast::Expression<&str>, message: &mut Message) {
    match expression {
        ast::Expression::Inline(inline) => read_inline(inline, message),
        ast::Expression::Select { selector, variants } => {
            read_inline(selector, message);
            for variant in variants {
                read_pattern(&variant.value, message);
            }
        }
    }
}

fn read_inline(inline: &ast::InlineExpression<&str>, message: &mut Message) {
    match inline {
        ast::InlineExpression::VariableReference { id } => drop(message.variables.insert(id.name.to_owned())),
        ast::InlineExpression::MessageReference { id, .. } => drop(message.refers.insert(id.name.to_owned())),
        ast::InlineExpression::TermReference { id, .. } => drop(message.refers.insert(format!("-{}", id.name))),
        ast::InlineExpression::FunctionReference { arguments, .. } => arguments.positional.iter().for_each(|a| read_inline(a, message)),
        ast::InlineExpression::Placeable { expression } => read_expression(expression, message),
        _ => {}
    }
}

/// Reports messages that one language lacks, and messages with different variables.
fn compare(folder: &str) {
    let ((zh, mut breaches), (en, more)) = (catalog(folder, "zh"), catalog(folder, "en"));
    breaches.extend(more);
    for (one, other, language) in [(&zh, &en, "en"), (&en, &zh, "zh")] {
        for (key, message) in one.iter().filter(|(key, _)| !other.contains_key(*key)) {
            breaches.push(Breach::new(&message.path, message.line, format!("`{key}` has no counterpart in {language}")));
        }
    }
    for (key, message) in &zh {
        if let Some(other) = en.get(key).filter(|other| other.variables != message.variables) {
            let (a, b) = (join(&message.variables), join(&other.variables));
            breaches.push(Breach::new(&message.path, message.line, format!("`{key}` uses [{a}] in zh and [{b}] in en")));
        }
    }
    hold(breaches, "say it in both languages with the same variables.");
}

fn join(names: &BTreeSet<String>) -> String {
    names.iter().map(String::as_str).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_program_says_the_same_in_both_languages() {
    compare("src/messages");
}

#[test]
fn the_theme_says_the_same_in_both_languages() {
    compare("themes/board/i18n");
}

/// Whether a text is the id of a diagnostic's message: `com-03-unknown-key`, `e108-url-host`.
fn is_finding_id(text: &str) -> bool {
    let mut parts = text.split('-');
    let digits = |s: &str| s.len() >= 2 && s.bytes().all(|b| b.is_ascii_digit());
    let head = parts.next().unwrap_or("");
    let coded = match head.strip_prefix('e') {
        Some(number) if digits(number) => true,
        _ => head.len() == 3 && head.bytes().all(|b| b.is_ascii_lowercase()) && parts.next().is_some_and(digits),
    };
    let slug: Vec<&str> = parts.collect();
    coded && !slug.is_empty() && slug.iter().all(|s| !s.is_empty() && s.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// Whether a text of the program names an id, exactly or as a pattern such as `summary-{}`.
fn names(text: &str, id: &str) -> bool {
    if !text.contains('{') {
        return text == id;
    }
    let mut fixed = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, after)| after));
    let Some(mut rest) = fixed.next().and_then(|head| id.strip_prefix(head)) else { return false };
    let pieces: Vec<&str> = fixed.collect();
    let enough = text.split('{').next().is_some_and(|head| head.len() >= 3) || pieces.iter().any(|p| p.len() >= 3);
    enough
        && pieces.iter().enumerate().all(|(i, piece)| {
            if i + 1 == pieces.len() {
                return rest.ends_with(piece);
            }
            match rest.find(piece) {
                Some(at) => {
                    rest = &rest[at + piece.len()..];
                    true
                }
                None => false,
            }
        })
}

/// Texts of the program that could be ids, with their places.
fn literals() -> Vec<(Breach, String)> {
    let all = sources().iter().flat_map(|f| f.literals().map(move |(at, text)| (Breach::at(f, at, ""), text.to_owned())));
    all.filter(|(_, text)| !text.is_empty() && !text.contains(char::is_whitespace)).collect()
}

#[test]
fn every_finding_has_words() {
    let (zh, _) = catalog("src/messages", "zh");
    let speechless = literals().into_iter().filter(|(_, text)| is_finding_id(text) && !zh.contains_key(text));
    hold(
        speechless.map(|(place, text)| Breach { what: format!("`{text}` is in no catalogue"), ..place }).collect(),
        "write the message in src/messages/parts/*.zh.ftl and *.en.ftl, with .label and .help.",
    );
}

/// The part with the messages of a code: `com` for `com-03-…`, `e1` for `e101-…`.
fn part(id: &str) -> Option<&str> {
    let (head, rest) = id.split_once('-')?;
    let is_number = |s: &str| s.len() == 2 && s.bytes().all(|b| b.is_ascii_digit());
    match head.strip_prefix("e1") {
        Some(number) => is_number(number).then_some("e1"),
        None => (head.len() == 3 && is_number(rest.split(['-', '.']).next()?)).then_some(head),
    }
}

#[test]
fn a_message_stands_in_the_file_of_its_prefix() {
    let mut breaches = Vec::new();
    for language in ["zh", "en"] {
        let (messages, _) = catalog("src/messages", language);
        let parts: BTreeSet<&str> = messages.keys().filter_map(|id| part(id)).collect();
        for (id, message) in &messages {
            let file = message.path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or("");
            let own_part = part(id);
            if own_part.is_some_and(|own_part| own_part != file) || (own_part.is_none() && parts.contains(file)) {
                breaches.push(Breach::new(&message.path, message.line, format!("`{id}` stands in `{file}`")));
            }
        }
    }
    hold(breaches, "move it: `rev-05-…` stands in src/messages/parts/rev.*.ftl, `e105-…` in e1.*.ftl, what has no code elsewhere.");
}

#[test]
fn every_message_is_said_somewhere() {
    let (zh, _) = catalog("src/messages", "zh");
    let texts = literals();
    let unused = zh.iter().filter(|(id, _)| {
        let id = id.split('.').next().unwrap_or(id);
        let referred = zh.values().any(|m| m.refers.contains(id));
        !referred && !texts.iter().any(|(_, text)| names(text, id))
    });
    hold(
        unused.map(|(id, m)| Breach::new(&m.path, m.line, format!("nothing says `{id}`"))).collect(),
        "take it out in both languages, or use it.",
    );
}

#[test]
fn every_word_of_the_theme_is_shown_somewhere() {
    let (zh, _) = catalog("themes/board/i18n", "zh");
    let templates = texts("themes/board/templates", &["html", "xml", "txt"]);
    let spoken: BTreeSet<String> =
        templates.iter().flat_map(|(_, text)| text.split(|c: char| !super::rust::is_word(c) && c != '-')).map(str::to_owned).collect();
    let texts = literals();
    let unused = zh.iter().filter(|(id, _)| {
        let id = id.split('.').next().unwrap_or(id);
        let referred = zh.values().any(|m| m.refers.contains(id));
        !referred && !spoken.contains(id) && !texts.iter().any(|(_, text)| names(text, id))
    });
    hold(
        unused.map(|(id, m)| Breach::new(&m.path, m.line, format!("no template and no code names `{id}`"))).collect(),
        "take it out in both languages, or show it.",
    );
}

#[test]
fn ids_and_patterns_are_told_apart_from_other_text() {
    assert!(["com-03-unknown-key", "e108-url-host", "rev-01-sum-2"].iter().all(|t| is_finding_id(t)));
    assert!(!["com-03", "e108", "utf-8-text", "summary-pages", "E101-x", "com-03-"].iter().any(|t| is_finding_id(t)));
    assert!(names("kind_{}", "kind_notices") && names("{name}_title", "notice_title") && names("a-b", "a-b"));
    assert!(!names("{}", "kind_notices") && !names("kind_{}", "fund_x") && !names("a-b", "a-bc"));
}
