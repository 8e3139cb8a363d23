//! Laws of search: each record is in one segment, and an edit of a text changes one segment.

use std::collections::{BTreeMap, BTreeSet};

use linli::{Changes, Incremental};
use serde_json::Value;

use super::MADE;
use crate::support::memory::KeptOutput;
use crate::support::{Memory, Quiet, TODAY, data, request};

/// The data that a segment passes to the script.
fn handed(text: &str, function: &str) -> Value {
    let json = text.strip_prefix(&format!("linli.{function}(")).and_then(|rest| rest.strip_suffix(");\n"));
    serde_json::from_str(json.unwrap_or_else(|| panic!("not a segment of {function}: {text:.80}"))).expect("plain data")
}

fn segments<'m>(files: &'m BTreeMap<String, Vec<u8>>, path: &str, function: &str) -> BTreeMap<&'m str, Value> {
    let prefix = format!("{path}/search/{function}-");
    let ours = files.iter().filter(|(file, _)| file.starts_with(&prefix));
    ours.map(|(file, bytes)| (file.as_str(), handed(std::str::from_utf8(bytes).expect("text"), function))).collect()
}

#[test]
fn every_record_is_found_once_in_every_language_and_leads_to_its_page() {
    for made in MADE.iter() {
        let mut counts = BTreeSet::new();
        for (path, _) in &made.languages {
            let titles = segments(&made.files, path, "titles");
            let records: Vec<&Value> = titles.values().flat_map(|s| s["records"].as_array().expect("a list")).collect();
            let addresses: BTreeSet<&str> = records.iter().map(|r| r[0].as_str().expect("an address")).collect();
            assert_eq!(addresses.len(), records.len(), "{}: a record stands twice in {path}", made.name);
            for address in &addresses {
                assert!(made.files.contains_key(&format!("{path}/{address}/index.html")), "{}: {path}/{address}/ is not there", made.name);
            }
            counts.insert(addresses.len());
            for (file, segment) in segments(&made.files, path, "texts") {
                for (address, text) in segment["records"].as_object().expect("texts by address") {
                    assert!(addresses.contains(address.as_str()), "{}: {file} has {address}, of which there is no title", made.name);
                    assert!(
                        text.as_str().is_some_and(|t| !t.is_empty() && !t.contains(['\n', '\u{fffc}'])),
                        "{}: {address}: {text}",
                        made.name
                    );
                }
            }
            let page = String::from_utf8_lossy(&made.files[&format!("{path}/search/index.html")]).into_owned();
            for function in ["titles", "texts"] {
                let counted = page.split_once(&format!("data-{function}=\"")).and_then(|(_, rest)| rest.split_once('"')).expect("told").0;
                let counted: usize = counted.split_whitespace().filter_map(|y| y.split_once(':')?.1.parse::<usize>().ok()).sum();
                assert_eq!(counted, segments(&made.files, path, function).len(), "{}: {path} {function}", made.name);
            }
        }
        assert_eq!(counts.len(), 1, "{}: languages differ in what they list", made.name);
    }
}

#[test]
fn an_edit_of_a_text_rewrites_one_segment() {
    let mut fs = Memory::copy_of(&data("golden").join("contracts").join("site"));
    let path = "content/notices/2026-06-water.md";
    for (file, text) in [(path, "请提前储水。"), ("content/notices/2026-06-water.en.md", "Please store water.")] {
        let with_text = format!("{}\n{text}\n", fs.text(file));
        fs.put(file, with_text);
    }
    let (mut incremental, sink) = (Incremental::default(), KeptOutput::default());
    let made = |fs: &Memory, incremental: &mut Incremental, changes: &Changes| {
        linli::compile_again(&request(fs, Memory::root(), TODAY), incremental, changes, &sink, &Quiet)
            .expect("nothing of the machine fails")
            .made
    };
    made(&fs, &mut incremental, &Changes::Unknown);
    let edited = format!("{}\n请互相转告。\n", fs.text(path));
    fs.put(path, edited);
    let changes = Changes::Paths(BTreeSet::from([path.to_owned()]));
    let again = made(&fs, &mut incremental, &changes);
    let segments: Vec<&String> = again.iter().filter(|file| file.ends_with(".js")).collect();
    assert_eq!(segments, ["zh/search/texts-2026-1.js"], "{again:?}");
}
