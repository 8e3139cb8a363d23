//! A parser of pages for the laws: tags with attributes, text with its language.
//!
//! In: a page as linli writes it (quoted attributes, closed elements). Out: elements and texts in order. Always: any other syntax
//! panics, since the page is then wrong.

use std::collections::BTreeMap;

#[derive(Debug)]
pub(crate) struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
}

#[derive(Debug)]
pub(crate) struct Words {
    pub text: String,
    /// `lang` of the nearest element that has one.
    pub lang: String,
    /// The element that contains the text.
    pub inside: String,
}

#[derive(Debug, Default)]
pub(crate) struct Html {
    pub elements: Vec<Element>,
    pub words: Vec<Words>,
}

const VOID: &[&str] = &["meta", "link", "br", "hr", "img", "input", "wbr", "col", "source", "rect", "path", "use", "circle", "line"];

impl Element {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }
}

impl Html {
    pub(crate) fn read(path: &str, page: &str) -> Self {
        let mut html = Self::default();
        // Name and language of the open elements.
        let mut open: Vec<(String, String)> = vec![(String::new(), String::new())];
        let mut rest = page.strip_prefix("<!doctype html>").unwrap_or_else(|| panic!("{path}: no doctype"));
        while let Some(at) = rest.find('<') {
            html.say(&rest[..at], &open);
            rest = &rest[at + 1..];
            if let Some(after) = rest.strip_prefix("!--") {
                rest = after.split_once("-->").unwrap_or_else(|| panic!("{path}: a comment does not end")).1;
                continue;
            }
            if let Some(after) = rest.strip_prefix('/') {
                let (name, after) = after.split_once('>').unwrap_or_else(|| panic!("{path}: an end tag does not end"));
                let (was, _) = open.pop().expect("the root stays");
                assert_eq!(was, name, "{path}: </{name}> closes <{was}> near {:?}", &html.words.last().map(|w| &w.text));
                rest = after;
                continue;
            }
            let (element, after, closed) = tag(path, rest);
            rest = after;
            let lang = open.last().expect("the root stays").1.clone();
            let lang = element.get("lang").map_or(lang, str::to_owned);
            let name = element.name.clone();
            if name == "script" || name == "style" {
                let (_, after) = rest.split_once(&format!("</{name}>")).unwrap_or_else(|| panic!("{path}: <{name}> does not end"));
                rest = after;
            } else if !closed && !VOID.contains(&name.as_str()) {
                open.push((name, lang));
            }
            html.elements.push(element);
        }
        assert_eq!(open.len(), 1, "{path}: <{}> is not closed", open.last().expect("the root stays").0);
        html
    }

    fn say(&mut self, text: &str, open: &[(String, String)]) {
        if !text.trim().is_empty() {
            let (inside, lang) = open.last().expect("the root stays").clone();
            self.words.push(Words { text: unescape(text), lang, inside });
        }
    }

    pub(crate) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements.iter().filter(move |e| e.name == name)
    }
}

/// One start tag, the rest, and whether the tag closes itself.
fn tag<'a>(path: &str, text: &'a str) -> (Element, &'a str, bool) {
    let end = text.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or_else(|| panic!("{path}: a tag does not end"));
    let mut element = Element { name: text[..end].to_owned(), attributes: BTreeMap::new() };
    let mut rest = text[end..].trim_start();
    loop {
        if let Some(after) = rest.strip_prefix("/>") {
            return (element, after, true);
        }
        if let Some(after) = rest.strip_prefix('>') {
            return (element, after, false);
        }
        let end = rest.find(|c: char| c.is_whitespace() || "=>/".contains(c)).unwrap_or_else(|| panic!("{path}: a tag does not end"));
        let name = &rest[..end];
        assert!(!name.is_empty(), "{path}: <{}> near {:?}", element.name, &rest.chars().take(60).collect::<String>());
        rest = rest[end..].trim_start();
        let mut value = "";
        if let Some(after) = rest.strip_prefix("=\"") {
            let (inside, after) = after.split_once('"').unwrap_or_else(|| panic!("{path}: a value does not end"));
            (value, rest) = (inside, after.trim_start());
        }
        let before = element.attributes.insert(name.to_owned(), unescape(value));
        assert!(before.is_none(), "{path}: <{}> has {name} twice", element.name);
    }
}

fn unescape(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&#x2F;", "/")
        .replace("&nbsp;", "\u{A0}")
        .replace("&amp;", "&")
}
