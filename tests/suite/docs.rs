//! The guide: its tables are generated from the declarations in the code, and its examples are run.
//!
//! In: the declarations of fields and settings, the catalogues, the pages of `docs/`. Out: the expected tables, examples that fail,
//! broken links. Always: `BLESS=1` writes the tables; both languages have the same pages.

mod examples;
mod fields;
mod messages;
mod pages;
mod paper;
mod rules;
mod settings;

use linli::locale::{Tongue, Words};

use crate::tidy::root;

/// One language of the guide.
#[derive(Clone, Copy)]
pub(crate) struct Guide {
    /// Folder in `docs/`.
    pub folder: &'static str,
    pub words: &'static Words,
    chinese: bool,
}

/// Both languages, Chinese first.
pub(crate) fn guides() -> [Guide; 2] {
    [
        Guide { folder: "zh", words: Words::of(Tongue::Zh), chinese: true },
        Guide { folder: "en", words: Words::of(Tongue::En), chinese: false },
    ]
}

impl Guide {
    /// One of two wordings.
    pub(crate) fn say<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        if self.chinese { zh } else { en }
    }
}

/// Compares a page with the expected text, or writes it with `BLESS=1`.
pub(crate) fn compare(guide: Guide, page: &str, title: &str, body: &str) {
    let path = format!("docs/{}/{page}.md", guide.folder);
    let note = guide.say(
        "由程序里的声明生成，不要手改；更新：`BLESS=1 cargo test --test suite docs`",
        "Made from the declarations in the code, not by hand. To update: `BLESS=1 cargo test --test suite docs`",
    );
    let expected = format!("<!-- {note} -->\n\n# {title}\n\n{}\n", body.trim_end());
    let file = root().join(&path);
    if std::env::var_os("BLESS").is_some_and(|v| v == "1") {
        std::fs::write(&file, expected).expect("the project folder can be written");
        return;
    }
    let present = std::fs::read_to_string(&file).unwrap_or_default();
    let line = present.lines().zip(expected.lines()).take_while(|(a, b)| a == b).count() + 1;
    assert!(
        present == expected,
        "{path}:{line} is not what the code says:\n  there: {}\n  code:  {}\nWhat to do: BLESS=1 cargo test --test suite docs",
        present.lines().nth(line - 1).unwrap_or("(nothing)"),
        expected.lines().nth(line - 1).unwrap_or("(nothing)"),
    );
}

/// A cell of a table, without line breaks and bars.
pub(crate) fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

/// A table of Markdown.
pub(crate) fn table(heads: &[&str], rows: &[Vec<String>]) -> String {
    let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
    let head = line(heads.iter().map(|h| (*h).to_owned()).collect()) + &line(heads.iter().map(|_| "---".to_owned()).collect());
    rows.iter().fold(head, |out, row| out + &line(row.iter().map(|c| cell(c)).collect()))
}
