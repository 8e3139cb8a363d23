//! Readers see a whole site, whatever operation of the disk fails.
//!
//! In: a whole build, repeated for every n with the n-th file operation failing. Out: an error that names operation and path, or a
//! successful build; in every case the old site or the new one. Always: every call of the file system fails once.

use std::collections::BTreeMap;
use std::path::Path;

use linli::Failure;
use linli::fs::{Disk, FileSystem, FsError, Kind};
use linli::sink::SinkError;
use linli::write::{MANIFEST, Manifest, Options, PublishInfo, Staging, WriteError};

use crate::support::faulty::{Ability, Fault, Faulty};
use crate::support::{Quiet, TODAY, data, request};

/// Why a build ended.
#[derive(Debug)]
enum Ended {
    Well,
    Machine { op: String, path: std::path::PathBuf },
    Otherwise(String),
}

fn of(error: &FsError) -> Ended {
    Ended::Machine { op: error.op.name().to_owned(), path: error.path.clone() }
}

fn build(fs: &dyn FileSystem, root: &Path) -> Ended {
    let staging = match Staging::open(fs, &root.join("public"), Options::default()) {
        Ok(staging) => staging,
        Err(WriteError::Fs(error)) => return of(&error),
        Err(other) => return Ended::Otherwise(format!("{other:?}")),
    };
    match linli::compile(&request(fs, root, TODAY), &staging, &Quiet) {
        Ok(compiled) if compiled.checked.findings.iter().any(|d| d.is_error()) => {
            Ended::Otherwise(format!("an author is blamed: {:?}", compiled.checked.findings))
        }
        Ok(compiled) => match staging.publish(PublishInfo { records: compiled.shown(), ..PublishInfo::default() }) {
            Ok(_) => Ended::Well,
            Err(WriteError::Fs(error)) => of(&error),
            Err(other) => Ended::Otherwise(format!("{other:?}")),
        },
        Err(Failure::Fs(error) | Failure::Sink(SinkError::Fs(error))) => of(&error),
        Err(other) => Ended::Otherwise(format!("{other:?}")),
    }
}

fn laid_out(root: &Path) {
    let from = data("golden/minimal/site");
    for entry in Disk.walk(&from).expect("a golden site") {
        let to = root.join(&entry.path);
        match entry.meta.kind {
            Kind::Dir => std::fs::create_dir_all(to).expect("a temporary folder"),
            _ => drop(std::fs::copy(from.join(&entry.path), to).expect("a temporary folder")),
        }
    }
    // An attachment and a picture are published differently from pages, and the theme is read from the disk.
    let bundle = root.join("content/notices/with-files");
    std::fs::create_dir_all(&bundle).expect("a temporary folder");
    let record =
        "---\ntitle: 附件\npublished: 2026-06-01\ntype: call\nattachments: [{ file: a.csv, title: 表 }, { file: b.jpg, title: 图 }]\n---\n";
    std::fs::write(bundle.join("index.md"), record).expect("a record");
    std::fs::write(bundle.join("a.csv"), "甲,乙\n").expect("an attachment");
    std::fs::write(bundle.join("b.jpg"), b"\xFF\xD8\xFF\xD9").expect("an attachment");
    std::fs::create_dir_all(root.join("themes/board/i18n")).expect("a temporary folder");
    std::fs::write(root.join("themes/board/i18n/zh.ftl"), "site_note = 自己的话\n").expect("a catalogue");
}

/// The site that readers see: every file that the manifest names.
fn seen(root: &Path) -> Result<BTreeMap<String, Vec<u8>>, String> {
    let public = root.join("public");
    let manifest = std::fs::read(public.join(MANIFEST)).map_err(|e| format!("no manifest: {e}"))?;
    let manifest = Manifest::parse(&manifest).ok_or("the manifest cannot be read")?;
    let files = manifest.files.keys().map(|path| match std::fs::read(public.join(path)) {
        Ok(bytes) => Ok((path.clone(), bytes)),
        Err(error) => Err(format!("{path}: {error}")),
    });
    files.collect()
}

/// Lets each operation fail in turn, in a build that changes a published site.
fn every_operation(fault: Fault, ability: Ability, step: usize) {
    let home = tempfile::tempdir().expect("a folder");
    let master = home.path().join("master");
    laid_out(&master);
    assert!(matches!(build(&Disk, &master), Ended::Well));
    let old = seen(&master).expect("the first site");
    let edited = master.join("content/notices/2026-06-water.md");
    let text = std::fs::read_to_string(&edited).expect("a record");
    std::fs::write(&edited, text.replace("停水通知", "停电通知")).expect("a record");

    let fresh = |n: usize| {
        let root = home.path().join(format!("try-{n}"));
        copy(&master, &root);
        root
    };
    let root = fresh(usize::MAX);
    let counting = Faulty::counting(ability);
    // With one thread the operations have a fixed order, so that a number always means the same one.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    assert!(matches!(pool.install(|| build(&counting, &root)), Ended::Well));
    let new = seen(&root).expect("the second site");
    assert_ne!(old, new);
    let operations = counting.count();
    assert!(operations > 50, "{operations}");
    let (mut stopped, mut went_on) = (0, 0);
    for n in (0..operations).step_by(step) {
        let root = fresh(n);
        let faulty = Faulty::new(ability, fault, n);
        let ended = pool.install(|| build(&faulty, &root));
        let now = seen(&root);
        if fault != Fault::Kill || now.is_ok() {
            let now = now.unwrap_or_else(|e| panic!("{fault:?} at {n}: the site is not whole: {e}"));
            assert!(now == old || now == new, "{fault:?} at {n}: neither the old site nor the new one");
            if matches!(ended, Ended::Well) {
                assert!(now == new, "{fault:?} at {n}: it says that all is well and shows the old site");
            }
        }
        match ended {
            Ended::Well => went_on += 1,
            Ended::Machine { op, path } => {
                assert!(!op.is_empty() && !path.as_os_str().is_empty(), "{fault:?} at {n}");
                assert!(path.starts_with(home.path()) || path.is_relative(), "{fault:?} at {n}: {}", path.display());
                stopped += 1;
            }
            Ended::Otherwise(what) => panic!("{fault:?} at {n}: {what}"),
        }
        // The next run repairs leftovers. This is the same for all operations, so only some numbers are tried.
        if (n / step).is_multiple_of(4) {
            mended(&root, n, &new);
        }
        std::fs::remove_dir_all(&root).expect("a temporary folder");
    }
    assert!(stopped > went_on, "{stopped} stopped, {went_on} went on");
}

fn mended(root: &Path, n: usize, new: &BTreeMap<String, Vec<u8>>) {
    assert!(matches!(build(&Disk, root), Ended::Well), "after {n}: the next build fails");
    assert_eq!(seen(root).as_ref(), Ok(new), "after {n}: the next build does not mend it");
}

/// A copy in which hard-linked files become separate files.
fn copy(from: &Path, to: &Path) {
    for entry in Disk.walk(from).expect("a folder") {
        let (source, target) = (from.join(&entry.path), to.join(&entry.path));
        match entry.meta.kind {
            Kind::Dir => std::fs::create_dir_all(target).expect("a temporary folder"),
            _ => {
                std::fs::create_dir_all(target.parent().expect("it has one")).expect("a temporary folder");
                std::fs::copy(source, target).expect("a temporary folder");
            }
        }
    }
}

#[test]
fn a_failure_of_any_operation_is_named_and_the_site_stays_whole() {
    every_operation(Fault::Io, Ability::All, 1);
}

#[test]
fn a_full_disk_at_any_moment_leaves_the_site_whole() {
    every_operation(Fault::Full, Ability::All, 3);
}

#[test]
fn a_death_at_any_operation_leaves_the_site_whole_or_mended_by_the_next_run() {
    every_operation(Fault::Kill, Ability::All, 3);
    every_operation(Fault::Kill, Ability::NoExchange, 5);
    every_operation(Fault::Kill, Ability::Plain, 7);
}
