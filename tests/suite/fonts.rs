//! A site's own font depends on the letters of its pages, and nothing else depends on the font.
//!
//! In: a site with a font for its second language, and edits of the site. Out: the files that are made again. Always: an incremental
//! compilation gives the same as one from nothing.

use std::collections::{BTreeMap, BTreeSet};

use linli::{Changes, Request};

use crate::support::memory::KeptOutput;
use crate::support::{Memory, Quiet, TODAY, compile, data, request};

const NOTICE: &str = "content/notices/2026-06-water.ug.md";
const SHEET: &str = "ug/font.css";

/// The golden site `rtl` with a font for the second language; the letters of the font do not matter here.
pub(crate) fn site() -> Memory {
    let mut fs = Memory::copy_of(&data("golden").join("rtl/site"));
    let settings = fs.text("site.toml").replace("path = \"ug\"", "path = \"ug\"\nfont = \"fonts/mongolian.ttf\"");
    fs.put("site.toml", settings);
    fs.put("fonts/mongolian.ttf", std::fs::read(data("fonts").join("mongolian.ttf")).expect("a font of the tests"));
    write(&mut fs, "ᠠᠡ");
    fs
}

/// Appends letters to a text.
fn write(fs: &mut Memory, letters: &str) {
    let text = fs.text(NOTICE).lines().filter(|line| !line.starts_with("[letters]")).collect::<Vec<_>>().join("\n");
    fs.put(NOTICE, format!("{text}\n\n[letters] {letters}\n"));
}

fn text(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files.get(path).unwrap_or_else(|| panic!("there is no {path}")).clone()).expect("it is UTF-8")
}

fn fonts(files: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    files.keys().filter(|path| path.ends_with(".woff")).cloned().collect()
}

#[test]
fn only_pages_with_the_language_load_its_font() {
    let files = compile(&request(&site(), Memory::root(), TODAY)).1.into_files();
    let [font] = &fonts(&files)[..] else { panic!("{:?}", fonts(&files)) };
    let css = text(&files, SHEET);
    assert!(css.contains(&format!("../{font}")) && css.contains("unicode-range: U+1820-1821;"), "{css}");
    let mut loading = 0;
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(page);
        let loads = page.contains("font.css\">");
        let in_it = path.starts_with("ug/") || page.contains("class=\"half") || path == "404.html";
        assert_eq!(loads, in_it, "{path}");
        loading += usize::from(loads);
    }
    assert!(loading > 5, "only {loading} pages load it");
}

#[test]
fn a_site_without_a_font_names_none() {
    let files = compile(&request(&Memory::copy_of(&data("golden").join("rtl/site")), Memory::root(), TODAY)).1.into_files();
    assert!(fonts(&files).is_empty() && !files.contains_key(SHEET));
    assert!(files.values().all(|bytes| !String::from_utf8_lossy(bytes).contains("font.css")));
}

#[test]
fn a_font_follows_the_letters_of_the_pages_and_no_page_follows_the_font() {
    let mut fs = site();
    let mut incremental = linli::Incremental::default();
    let sink = KeptOutput::default();
    let mut build = |fs: &Memory, changes: Changes| -> (BTreeSet<String>, BTreeMap<String, Vec<u8>>) {
        let request: Request<'_> = request(fs, Memory::root(), TODAY);
        let again = linli::compile_again(&request, &mut incremental, &changes, &sink, &Quiet).expect("nothing of the machine fails");
        let errors: Vec<_> = again.checked.findings.iter().filter(|d| d.is_error()).collect();
        assert!(errors.is_empty(), "{errors:?}");
        sink.remove(&again.gone);
        let cold = compile(&request).1.into_files();
        assert!(sink.files() == cold, "what was made again is not what is made from nothing");
        let listed: BTreeSet<&String> = again.tree.keys().collect();
        assert_eq!(listed, cold.keys().collect(), "the tree names the files");
        (again.made.into_iter().collect(), cold)
    };
    let edited = || Changes::Paths([NOTICE.to_owned()].into());
    let (_, before) = build(&fs, Changes::Unknown);

    // The font has these letters already, so it stays.
    write(&mut fs, "ᠠᠡᠠ");
    let (made, _) = build(&fs, edited());
    assert!(!made.is_empty() && made.iter().all(|path| path.ends_with(".html") || path.ends_with(".js")), "{made:?}");

    // One more letter: font and style sheet change, and of the pages only that of the record.
    write(&mut fs, "ᠠᠡᠢ");
    let (more, after) = build(&fs, edited());
    assert_ne!(fonts(&before), fonts(&after));
    assert_eq!(fonts(&after).len(), 1, "the font of before goes");
    let files: BTreeSet<String> = fonts(&after).into_iter().chain([SHEET.to_owned()]).collect();
    assert_eq!(more, made.union(&files).cloned().collect());
    assert!(text(&after, SHEET).contains("unicode-range: U+1820-1822;"));

    // The letter is removed again, in a full build; then all letters.
    write(&mut fs, "ᠠᠡ");
    assert_eq!(fonts(&build(&fs, Changes::Unknown).1), fonts(&before));
    write(&mut fs, "abc");
    let (_, none) = build(&fs, edited());
    assert!(fonts(&none).is_empty() && !text(&none, SHEET).contains("font-face"));

    // Without the setting there is no font.
    fs.put("site.toml", fs.text("site.toml").replace("font = \"fonts/mongolian.ttf\"\n", ""));
    let (_, files) = build(&fs, Changes::Paths(["site.toml".to_owned()].into()));
    assert!(!files.contains_key(SHEET));
}
