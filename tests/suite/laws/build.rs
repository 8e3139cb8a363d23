//! Laws of building: the same site gives the same bytes, and unchanged files are not touched.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::SystemTime;

use linli::fs::{Disk, FileSystem, Kind};
use linli::write::{Options, PublishInfo, Staging, Summary};

use super::{MADE, sites};
use crate::support::{Memory, Quiet, TODAY, compile, data, request};

#[test]
fn two_cold_builds_are_equal_at_any_number_of_threads() {
    for ((name, fs), made) in sites().into_iter().zip(MADE.iter()) {
        for threads in [1, 4] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
            let again = pool.install(|| compile(&request(&fs, Memory::root(), TODAY)).1.into_files());
            let differs: Vec<_> = again.iter().filter(|(path, bytes)| made.files.get(*path) != Some(bytes)).map(|(path, _)| path).collect();
            assert!(differs.is_empty(), "{name} with {threads} threads: {differs:?}");
            assert_eq!(again.len(), made.files.len(), "{name} with {threads} threads");
        }
    }
}

/// Builds a site on the disk into `public`.
fn publish(root: &Path) -> Summary {
    let staging = Staging::open(&Disk, &root.join("public"), Options::default()).expect("the output can be opened");
    let compiled = linli::compile(&request(&Disk, root, TODAY), &staging, &Quiet).expect("nothing of the machine fails");
    assert!(!compiled.checked.findings.iter().any(|d| d.is_error()));
    staging.publish(PublishInfo { records: compiled.shown(), ..PublishInfo::default() }).expect("the site can be published")
}

/// A golden site on the real disk.
fn laid_out(name: &str, root: &Path) {
    let from = data("golden").join(name).join("site");
    for entry in Disk.walk(&from).expect("a golden site") {
        let to = root.join(&entry.path);
        match entry.meta.kind {
            Kind::Dir => std::fs::create_dir_all(to).expect("a temporary folder"),
            _ => drop(std::fs::copy(from.join(&entry.path), to).expect("a temporary folder")),
        }
    }
}

fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = Disk.walk(folder).expect("a published site").into_iter().filter(|e| e.meta.kind == Kind::File);
    files.map(|e| (e.name().expect("plain names"), std::fs::read(folder.join(&e.path)).expect("a published file"))).collect()
}

type FileState = (Option<(u64, u64)>, Option<SystemTime>);

fn stamps(folder: &Path) -> BTreeMap<String, FileState> {
    let entries = Disk.walk(folder).expect("a published site").into_iter();
    entries.map(|e| (e.name().expect("plain names"), (e.meta.id, e.meta.modified))).collect()
}

#[test]
fn another_folder_gives_the_same_site() {
    let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];
    let roots = [folders[0].path().to_owned(), folders[1].path().join("深 层/of folders")];
    for root in &roots {
        std::fs::create_dir_all(root).expect("a folder");
        laid_out("contracts", root);
        publish(root);
    }
    let [first, other] = roots.map(|root| tree(&root.join("public")));
    assert_eq!(first.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    let differs: Vec<_> = first.iter().filter(|(path, bytes)| other[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(differs.is_empty(), "{differs:?}");
    // The disk has the same files as a compilation in memory, and the manifest.
    let made = MADE.iter().find(|m| m.name == "contracts").expect("it is among them");
    let extra: Vec<_> = first.keys().filter(|path| !made.files.contains_key(*path)).collect();
    assert_eq!(extra, [linli::write::MANIFEST]);
}

#[test]
fn a_second_publish_touches_nothing_and_a_small_edit_touches_little() {
    let folder = tempfile::tempdir().expect("a folder");
    laid_out("contracts", folder.path());
    let first = publish(folder.path());
    let public = folder.path().join("public");
    let before = stamps(&public);
    let second = publish(folder.path());
    assert_eq!((second.new, second.changed, second.removed, second.unchanged), (0, 0, 0, first.total));
    assert_eq!(stamps(&public), before, "a file was touched");

    let hall = folder.path().join("content/places/hall.md");
    let text = std::fs::read_to_string(&hall).expect("the record");
    std::fs::write(&hall, format!("{text}\n新刷了墙。\n")).expect("the record");
    let third = publish(folder.path());
    let after = stamps(&public);
    let touched: Vec<_> =
        after.iter().filter(|(path, stamp)| path.ends_with(".html") && before.get(*path) != Some(stamp)).map(|(p, _)| p).collect();
    assert_eq!((third.new, third.removed), (0, 0));
    assert!(touched.iter().any(|p| *p == "zh/places/hall/index.html"), "{touched:?}");
    assert!(touched.len() <= 4, "a body edit touches its own pages only: {touched:?}");
}
