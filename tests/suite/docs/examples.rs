//! The examples of the guide: together they are a site without errors.
//!
//! In: the pages of one language; a line with a bold path (**`content/…`**) and the block below it is a file, without a block an
//! attachment. Out: the findings of that site. Always: a path is shown once, so that readers who copy everything get the site that
//! was tested.

use std::collections::BTreeMap;
use std::path::PathBuf;

use linli::diagnostic::{Diagnostic, short};
use linli::fs::Disk;
use linli::value::Date;

use super::{Guide, guides};
use crate::tidy::texts;

#[test]
fn the_examples_of_the_guide_are_a_site_without_errors() {
    for guide in guides() {
        let files = files(guide);
        assert!(files.contains_key("site.toml") && files.len() > 10, "docs/{} has the files {:?}", guide.folder, files.keys());
        let folder = tempfile::tempdir().expect("a temporary folder can be made");
        for (path, text) in &files {
            let to = folder.path().join(path);
            std::fs::create_dir_all(to.parent().expect("it lies in the site")).expect("the folder is ours");
            std::fs::write(to, text).expect("the folder is ours");
        }
        let found = findings(folder.path().to_owned());
        let errors: Vec<Diagnostic> = found.into_iter().filter(Diagnostic::is_error).collect();
        assert!(errors.is_empty(), "docs/{}:\n{}", guide.folder, short::print(&errors, guide.words, &linli::diagnostic::Look::default()));
    }
}

fn findings(root: PathBuf) -> Vec<Diagnostic> {
    let request = linli::Request {
        fs: &Disk,
        root: &root,
        today: Date::new(2026, 6, 20).expect("a day"),
        drafts: true,
        keep_going: false,
        locked: false,
        portable: false,
        base_url: None,
    };
    linli::check(&request, &()).expect("the folder can be read").findings
}

/// Path and text of every file that the guide shows.
fn files(guide: Guide) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    for (page, text) in texts(&format!("docs/{}", guide.folder), &["md"]) {
        let mut lines = text.lines().peekable();
        while let Some(line) = lines.next() {
            let Some(path) = line.strip_prefix("**`").and_then(|l| l.split_once("`**")).map(|(path, _)| path) else { continue };
            while lines.peek().is_some_and(|l| l.is_empty()) {
                lines.next();
            }
            let mut block = String::from("…");
            if let Some(fence) = lines.next_if(|l| l.starts_with("```")) {
                let fence = fence.trim_end_matches(char::is_alphabetic);
                block = lines.by_ref().take_while(|l| *l != fence).map(|l| format!("{l}\n")).collect();
            }
            assert!(files.insert(path.to_owned(), block).is_none(), "{page} shows {path} a second time");
        }
    }
    files
}
