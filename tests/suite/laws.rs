//! Laws for every site: the golden ones and the demonstration in the repository's root.
//!
//! In: the sites, compiled once. Out: all violations at once. Always: a law does not depend on the contents of a site.

mod build;
mod dates;
mod pages;
mod search;
mod showing;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use crate::support::html::Html;
use crate::support::{Memory, TODAY, compile, data, request};

/// A compiled site.
pub(crate) struct Made {
    pub name: &'static str,
    pub base_url: String,
    /// Tags of the languages, by path segment; the primary first.
    pub languages: Vec<(String, String)>,
    pub files: BTreeMap<String, Vec<u8>>,
    pub pages: BTreeMap<String, Html>,
}

/// The sites that the laws are tested on.
pub(crate) fn sites() -> [(&'static str, Memory); 4] {
    let golden = |name: &str| Memory::copy_of(&data("golden").join(name).join("site"));
    [("minimal", golden("minimal")), ("contracts", golden("contracts")), ("rtl", golden("rtl")), ("demo", demo())]
}

fn demo() -> Memory {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut memory = Memory::copy_below(&root.join("content"), "content");
    memory.put("site.toml", std::fs::read(root.join("site.toml")).expect("the demonstration's settings"));
    memory
}

pub(crate) static MADE: LazyLock<Vec<Made>> = LazyLock::new(|| sites().into_iter().map(|(name, fs)| made(name, &fs)).collect());

fn made(name: &'static str, fs: &Memory) -> Made {
    let (compiled, tree) = compile(&request(fs, Memory::root(), TODAY));
    let site = compiled.checked.site.as_ref().expect("the settings are sound");
    let files = tree.into_files();
    assert!(!files.is_empty(), "{name} was not made");
    let html = files.iter().filter(|(path, _)| path.ends_with(".html"));
    let pages = html.map(|(path, bytes)| (path.clone(), Html::read(path, std::str::from_utf8(bytes).expect("pages are UTF-8"))));
    Made {
        name,
        base_url: site.config.address(""),
        languages: site.languages.iter().map(|l| (l.path.clone(), l.tag.clone())).collect(),
        pages: pages.collect(),
        files,
    }
}

/// Fails with all violations of a law; `of` is the number of items that were checked.
pub(crate) fn hold(breaches: &[String], of: usize) {
    assert!(of > 0, "nothing was looked at");
    let shown: Vec<&String> = breaches.iter().take(40).collect();
    assert!(
        breaches.is_empty(),
        "{} of {of} break the law:\n  {}",
        breaches.len(),
        shown.iter().map(|b| b.as_str()).collect::<Vec<_>>().join("\n  ")
    );
}
