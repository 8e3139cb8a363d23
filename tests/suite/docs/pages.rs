//! Pages: both languages have the same ones, and no link is broken.
//!
//! In: every `.md` outside the demonstration's content. Out: pages without counterpart, links without target.

use std::collections::BTreeSet;

use crate::tidy::{Breach, hold, root, texts};

#[test]
fn both_languages_of_the_guide_have_the_same_pages() {
    let pages = |folder: &str| -> BTreeSet<String> {
        let names = texts(&format!("docs/{folder}"), &["md"]).into_iter();
        names.filter_map(|(path, _)| path.rsplit('/').next().map(str::to_owned)).collect()
    };
    assert_eq!(pages("zh"), pages("en"));
}

#[test]
fn links_between_pages_lead_somewhere() {
    let mut pages = texts("docs", &["md"]);
    for name in ["README.md", "README.en.md", "ARCHITECTURE.md", "DESIGN.md", "CHANGELOG.md"] {
        let text = std::fs::read_to_string(root().join(name)).unwrap_or_else(|_| panic!("{name} is missing"));
        pages.push((name.to_owned(), text));
    }
    let mut breaches = Vec::new();
    for (path, text) in &pages {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut fenced = false;
        for (index, line) in text.lines().enumerate() {
            fenced ^= line.starts_with("```");
            for target in links(line).into_iter().filter(|_| !fenced) {
                let file = target.split('#').next().unwrap_or(target);
                // Screenshots are made from the finished site.
                let made = file.is_empty() || file.ends_with(".png");
                if !target.contains(':') && !made && !root().join(folder).join(file).exists() {
                    breaches.push(Breach::new(path, index + 1, format!("`{target}` leads nowhere")));
                }
            }
        }
    }
    hold(breaches, "correct the link, or write the page.");
}

/// Targets of Markdown links in a line, without code and escaped brackets.
fn links(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for prose in line.split('`').step_by(2) {
        for (at, _) in prose.match_indices("](").filter(|(at, _)| !prose[..*at].ends_with('\\')) {
            found.extend(prose[at + 2..].split_once(')').map(|(target, _)| target));
        }
    }
    found
}
