//! The rule book in words: what each code means, why, on which article it rests, and how it looks wrong and right.
//!
//! In: one document per code, `tests/rules/CODE.md`, which the tests run as well. Out: [`Entry`]. Always: Chinese and
//! English say the same; the wrong example raises the code and the right one does not (a test holds both).

use std::sync::{Arc, LazyLock};

use crate::diagnostic::{Law, Severity};

macro_rules! documents {
    ($($code:literal)+) => {
        const DOCUMENTS: &[(&str, &str)] = &[$(($code, include_str!(concat!("../tests/rules/", $code, ".md")))),+];
    };
}

documents! {
    "COM-01" "COM-02" "COM-03" "COM-04" "COM-05" "COM-06" "COM-07" "COM-09" "COM-10" "COM-11" "COM-12" "COM-13" "COM-14"
    "COM-15" "COM-16" "COM-17" "COM-18" "COM-19" "COM-20" "COM-21"
    "MTG-01" "MTG-02" "MTG-03" "MTG-04" "MTG-05" "MTG-06" "MTG-07" "MTG-08" "MTG-09" "MTG-10" "MTG-11" "MTG-12"
    "REV-01" "REV-02" "REV-03" "REV-04" "REV-05" "REV-06" "REV-07" "REV-08" "REV-09" "REV-10" "REV-11" "REV-12" "REV-13"
    "REV-14" "REV-15" "REV-16" "REV-17"
    "PRJ-01" "PRJ-02" "PRJ-03" "PRJ-04" "PRJ-05" "PRJ-06" "PRJ-07" "PRJ-08" "PRJ-09" "PRJ-10" "PRJ-11" "PRJ-12" "PRJ-13"
    "PRJ-14" "PRJ-15"
    "ACT-01" "ACT-02" "ACT-03" "ACT-04" "ACT-05" "ACT-06" "ACT-07" "ACT-08" "ACT-09" "ACT-11"
    "NOT-01" "NOT-02" "NOT-03" "NOT-05" "ORG-01" "ORG-02"
    "E101" "E102" "E103" "E104" "E105" "E106" "E107" "E108" "E109" "E112" "E113"
}

/// Rules whose weight a site may change; the codes of reading (`E1xx`) are not among them. A site may name a rule before this
/// version checks it.
pub const CODES: &[&str] = &[
    "COM-01", "COM-02", "COM-03", "COM-04", "COM-05", "COM-06", "COM-07", "COM-08", "COM-09", "COM-10", "COM-11", "COM-12", "COM-13",
    "COM-14", "COM-15", "COM-16", "COM-17", "COM-18", "COM-19", "COM-20", "COM-21", "MTG-01", "MTG-02", "MTG-03", "MTG-04", "MTG-05",
    "MTG-06", "MTG-07", "MTG-08", "MTG-09", "MTG-10", "MTG-11", "MTG-12", "REV-01", "REV-02", "REV-03", "REV-04", "REV-05", "REV-06",
    "REV-07", "REV-08", "REV-09", "REV-10", "REV-11", "REV-12", "REV-13", "REV-14", "REV-15", "REV-16", "REV-17", "PRJ-01", "PRJ-02",
    "PRJ-03", "PRJ-04", "PRJ-05", "PRJ-06", "PRJ-07", "PRJ-08", "PRJ-09", "PRJ-10", "PRJ-11", "PRJ-12", "PRJ-13", "PRJ-14", "PRJ-15",
    "ACT-01", "ACT-02", "ACT-03", "ACT-04", "ACT-05", "ACT-06", "ACT-07", "ACT-08", "ACT-09", "ACT-10", "ACT-11", "NOT-01", "NOT-02",
    "NOT-03", "NOT-04", "NOT-05", "ORG-01", "ORG-02",
];

/// A text in Chinese and English.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Both {
    pub zh: String,
    pub en: String,
}

/// What the rule book says of one code.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub code: &'static str,
    pub title: Both,
    /// The weight it has unless a profile or a site says otherwise; several where the rule has an error and a warning.
    pub severities: Vec<Severity>,
    /// The article it rests on.
    pub law: Option<Arc<Law>>,
    /// Numbers of the profile that it goes by.
    pub numbers: Vec<String>,
    pub what: Both,
    pub why: Both,
    pub wrong: Vec<Example>,
    pub right: Vec<Example>,
}

/// A file as an example.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    pub path: String,
    pub text: String,
}

static ENTRIES: LazyLock<Vec<Entry>> = LazyLock::new(|| DOCUMENTS.iter().map(|(code, text)| entry(code, text)).collect());

/// All entries, in the order of the rule book.
pub fn entries() -> &'static [Entry] {
    &ENTRIES
}

/// What is said of a code; case and the hyphen do not matter.
pub fn find(code: &str) -> Option<&'static Entry> {
    let plain = |code: &str| code.replace('-', "").to_uppercase();
    let wanted = plain(code);
    ENTRIES.iter().find(|e| plain(e.code) == wanted)
}

/// The article that a code rests on.
pub fn law(code: &str) -> Option<&'static Arc<Law>> {
    ENTRIES.iter().find(|e| e.code == code)?.law.as_ref()
}

impl Both {
    /// `中文 | English`.
    fn split(text: &str) -> Self {
        let (zh, en) = text.split_once('|').unwrap_or((text, text));
        Self { zh: zh.trim().to_owned(), en: en.trim().to_owned() }
    }

    pub fn is_whole(&self) -> bool {
        !self.zh.is_empty() && !self.en.is_empty()
    }
}

fn entry(code: &'static str, text: &str) -> Entry {
    let mut sections = text.split("\n## ");
    let head = sections.next().unwrap_or("");
    let mut lines = head.lines().filter(|l| !l.trim().is_empty());
    let title = lines.next().and_then(|l| l.strip_prefix("# ")).and_then(|l| l.strip_prefix(code)).unwrap_or("");
    let field = |name: &str| head.lines().find_map(|l| l.strip_prefix(name)?.strip_prefix(": "));
    let law = field("law").map(Both::split).filter(Both::is_whole);
    let mut entry = Entry {
        code,
        title: Both::split(title),
        severities: field("severity").unwrap_or("").split(", ").filter_map(severity).collect(),
        law: law.map(|both| Arc::new(Law { zh: both.zh, en: both.en })),
        numbers: field("numbers").map_or_else(Vec::new, |l| l.split(", ").map(|n| n.trim().to_owned()).collect()),
        what: Both::default(),
        why: Both::default(),
        wrong: Vec::new(),
        right: Vec::new(),
    };
    for section in sections {
        let (name, body) = section.split_once('\n').unwrap_or((section, ""));
        match name.trim() {
            "zh" => (entry.what.zh, entry.why.zh) = paragraphs(body),
            "en" => (entry.what.en, entry.why.en) = paragraphs(body),
            "Wrong" => entry.wrong = examples(body),
            "Right" => entry.right = examples(body),
            _ => {}
        }
    }
    entry
}

fn severity(name: &str) -> Option<Severity> {
    Some(match name.trim() {
        "error" => Severity::Error,
        "warning" => Severity::Warning,
        "info" => Severity::Info,
        _ => return None,
    })
}

/// The first paragraph says what, the others why.
fn paragraphs(body: &str) -> (String, String) {
    let (what, why) = body.trim().split_once("\n\n").unwrap_or((body.trim(), ""));
    (what.trim().to_owned(), why.trim().to_owned())
}

/// Fenced blocks whose info string is a path, without the lines that say what the test expects.
fn examples(body: &str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut lines = body.lines();
    while let Some(line) = lines.next() {
        let ticks: String = line.chars().take_while(|c| *c == '`').collect();
        if ticks.len() < 3 {
            continue;
        }
        let path = line[ticks.len()..].split(' ').next().unwrap_or("");
        let block: Vec<&str> = lines.by_ref().take_while(|l| l.trim_end() != ticks).collect();
        if !path.is_empty() {
            let told = |l: &&&str| !["#! ", "#? ", "#. "].iter().any(|mark| l.starts_with(mark));
            found.push(Example { path: path.to_owned(), text: block.iter().filter(told).copied().collect::<Vec<_>>().join("\n") });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_read_whole() {
        let text = "# REV-01 期末 | Closing\n\nseverity: error\nlaw: 《民法典》第二百八十一条 | Civil Code, art. 281\nnumbers: a.b, c.d\n\n\
                    ## zh\n\n查什么。\n\n为什么。\n\n## en\n\nWhat.\n\nWhy.\n\n## Wrong\n\n```content/a.md\nx: 1\n#! REV-01 1 错 | wrong\ny: 2\n```\n\n\
                    ## Right\n\n````content/a.md\nx: 2\n````\n";
        let entry = entry("REV-01", text);
        assert_eq!((entry.title.zh.as_str(), entry.title.en.as_str()), ("期末", "Closing"));
        assert_eq!(entry.severities, [Severity::Error]);
        assert_eq!(entry.law.unwrap().en, "Civil Code, art. 281");
        assert_eq!(entry.numbers, ["a.b", "c.d"]);
        assert_eq!((entry.what.zh.as_str(), entry.why.en.as_str()), ("查什么。", "Why."));
        assert_eq!(entry.wrong, [Example { path: "content/a.md".into(), text: "x: 1\ny: 2".into() }]);
        assert_eq!(entry.right[0].text, "x: 2");
    }

    #[test]
    fn codes_are_found_however_they_are_typed() {
        for typed in ["REV-01", "rev-01", "rev01", "Rev01"] {
            assert_eq!(find(typed).map(|e| e.code), Some("REV-01"), "{typed}");
        }
        assert!(find("REV-99").is_none());
    }
}
