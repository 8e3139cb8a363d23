//! The rule book: the table of rules, and for each code an explanation, the article, and a wrong and a right example.
//!
//! In: one row per rule (`table`) and one document per code, `tests/rules/CODE.md`, which the tests run too. Out: [`RuleBook`].
//! Always: Chinese and English agree; the wrong example raises the code and the right one does not (a test checks both).

mod table;

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

use crate::diagnostic::{Code, Law, Severity};

pub use table::{ROWS, Rule, Subject, Weight};

/// A text in Chinese and English.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Both {
    pub zh: String,
    pub en: String,
}

/// The entry of one code.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    pub code: &'static str,
    pub title: Both,
    pub severities: &'static [Severity],
    /// The article of the rule.
    pub law: Option<Arc<Law>>,
    /// Numbers of the profile that the rule uses.
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

/// Rows of the table with their documents.
#[derive(Debug)]
pub struct RuleBook {
    rows: Vec<Rule>,
    by_code: BTreeMap<Code, usize>,
    /// Read at first use.
    entries: OnceLock<Vec<Entry>>,
}

static BOOK: LazyLock<RuleBook> = LazyLock::new(|| RuleBook::of(ROWS));

/// The rule book of the program.
pub fn book() -> &'static RuleBook {
    &BOOK
}

/// The row of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    BOOK.rule(code)
}

/// The article of a code.
pub fn law(code: &str) -> Option<&'static Arc<Law>> {
    BOOK.entries().iter().find(|e| e.code == code)?.law.as_ref()
}

impl RuleBook {
    pub fn of(rows: &[Rule]) -> Self {
        let by_code = rows.iter().enumerate().map(|(at, row)| (row.code, at)).collect();
        Self { rows: rows.to_vec(), by_code, entries: OnceLock::new() }
    }

    /// In the order of the rule book.
    pub fn rules(&self) -> &[Rule] {
        &self.rows
    }

    pub fn rule(&self, code: &str) -> Option<&Rule> {
        self.by_code.get(code).map(|at| &self.rows[*at])
    }

    /// The codes that `[severity]` may name, including those of planned rules.
    pub fn settings(&self) -> impl Iterator<Item = Code> + '_ {
        self.rows.iter().filter(|row| row.is_setting()).map(|row| row.code)
    }

    /// The entries of the documents, in the order of the rule book.
    pub fn entries(&self) -> &[Entry] {
        self.entries.get_or_init(|| self.rows.iter().filter_map(|row| Some(entry(row, row.document?))).collect())
    }

    /// A code as typed; case and the hyphen do not matter.
    pub fn typed(&self, text: &str) -> Option<&Rule> {
        let plain = |code: &str| code.trim().replace('-', "").to_uppercase();
        let wanted = plain(text);
        self.rows.iter().find(|row| plain(row.code) == wanted)
    }

    /// The entry of a code as typed.
    pub fn find(&self, typed: &str) -> Option<&Entry> {
        let code = self.typed(typed)?.code;
        self.entries().iter().find(|e| e.code == code)
    }

    /// The gaps of documents, by code; empty in a complete book.
    pub fn gaps(&self) -> Vec<(Code, String)> {
        self.rows.iter().flat_map(|row| self.gaps_of(row).into_iter().map(|gap| (row.code, gap))).collect()
    }

    fn gaps_of(&self, row: &Rule) -> Vec<String> {
        let mut gaps = Vec::new();
        if self.by_code.get(row.code).is_none_or(|at| !std::ptr::eq(&self.rows[*at], row)) {
            gaps.push("stands in two rows".to_owned());
        }
        // A planned rule has only its code.
        let Some(entry) = self.entries().iter().find(|e| e.code == row.code) else { return gaps };
        for (text, what) in
            [(&entry.title, "title `中文 | English`"), (&entry.what, "first paragraph"), (&entry.why, "why, from the second paragraph on")]
        {
            if !text.is_whole() {
                gaps.push(format!("lacks its {what} in one of the languages"));
            }
        }
        for (examples, what) in [(&entry.wrong, "Wrong"), (&entry.right, "Right")] {
            if examples.is_empty() {
                gaps.push(format!("lacks an example under `## {what}`"));
            }
        }
        if row.severities.is_empty() {
            gaps.push("has no severity in its row".to_owned());
        }
        if row.weight == Weight::AlwaysError && !row.severities.contains(&Severity::Error) {
            gaps.push("is always an error, but its row has no error".to_owned());
        }
        if row.cited != entry.law.is_some() {
            gaps.push(if row.cited { "lacks `law: 中文 | English`" } else { "names a law, but its row is not `cited`" }.to_owned());
        }
        gaps
    }
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

fn entry(row: &Rule, text: &str) -> Entry {
    let code = row.code;
    let mut sections = text.split("\n## ");
    let head = sections.next().unwrap_or("");
    let mut lines = head.lines().filter(|l| !l.trim().is_empty());
    let title = lines.next().and_then(|l| l.strip_prefix("# ")).and_then(|l| l.strip_prefix(code)).unwrap_or("");
    let field = |name: &str| head.lines().find_map(|l| l.strip_prefix(name)?.strip_prefix(": "));
    let law = field("law").map(Both::split).filter(Both::is_whole);
    let mut entry = Entry {
        code,
        title: Both::split(title),
        severities: row.severities,
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

/// The first paragraph is the explanation, the others are the reasons.
fn paragraphs(body: &str) -> (String, String) {
    let (what, why) = body.trim().split_once("\n\n").unwrap_or((body.trim(), ""));
    (what.trim().to_owned(), why.trim().to_owned())
}

/// Fenced blocks whose info string is a path, without expectations of the test.
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
            let is_directive = |l: &&&str| !["#! ", "#? ", "#. "].iter().any(|mark| l.starts_with(mark));
            found.push(Example { path: path.to_owned(), text: block.iter().filter(is_directive).copied().collect::<Vec<_>>().join("\n") });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_read_whole() {
        let text = "# REV-01 期末 | Closing\n\nlaw: 《民法典》第二百八十一条 | Civil Code, art. 281\nnumbers: a.b, c.d\n\n\
                    ## zh\n\n查什么。\n\n为什么。\n\n## en\n\nWhat.\n\nWhy.\n\n## Wrong\n\n```content/a.md\nx: 1\n#! REV-01 1 错 | wrong\ny: 2\n```\n\n\
                    ## Right\n\n````content/a.md\nx: 2\n````\n";
        let entry = entry(&Rule::new("REV-01", text, &[Severity::Error]), text);
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
            assert_eq!(book().find(typed).map(|e| e.code), Some("REV-01"), "{typed}");
        }
        assert!(book().find("REV-99").is_none());
    }
}
