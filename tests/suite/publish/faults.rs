//! Every operation of a publish fails once, in every way: the old site or the new one is complete, and the next publish gives exactly
//! the new one.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use linli::fs::{Disk, FsError};
use linli::sink::SinkError;
use linli::write::{Options, Staging, WriteError, clean};
use rayon::prelude::*;

use super::tree::*;
use crate::support::faulty::{Ability, Fault, Faulty};

const ABILITIES: [Ability; 4] = [Ability::All, Ability::NoExchange, Ability::Plain, Ability::Share];
pub(crate) const FAULTS: [Fault; 3] = [Fault::Io, Fault::Full, Fault::Kill];

/// The folder before the publish under test.
struct Start {
    name: &'static str,
    lay: fn(&Path),
    /// Files that linli did not write; they stay.
    foreign: Site,
    old: Option<Site>,
    new: Site,
}

fn starts() -> Vec<Start> {
    fn update(output: &Path) {
        publish(&Disk, output, &before()).unwrap();
    }
    fn with_twin(output: &Path) {
        publish(&Disk, output, &after()).unwrap();
        publish(&Disk, output, &before()).unwrap();
    }
    fn with_foreign(output: &Path) {
        publish(&Disk, output, &after()).unwrap();
        put_file(output, "zh/mine/own.txt", "mine");
        publish(&Disk, output, &before()).unwrap();
    }
    let foreign = site(&[("zh/mine/own.txt", "mine")]);
    vec![
        Start { name: "first", lay: |_| {}, foreign: Site::new(), old: None, new: after() },
        Start {
            name: "into an empty folder",
            lay: |output| fs::create_dir_all(output).unwrap(),
            foreign: Site::new(),
            old: None,
            new: after(),
        },
        Start { name: "second", lay: update, foreign: Site::new(), old: Some(before()), new: after() },
        Start { name: "third, with a twin", lay: with_twin, foreign: Site::new(), old: Some(before()), new: after() },
        Start { name: "with files of others", lay: with_foreign, foreign, old: Some(before()), new: after() },
        Start { name: "no change", lay: with_twin, foreign: Site::new(), old: Some(before()), new: before() },
    ]
}

fn fs_error(error: &WriteError) -> Option<&FsError> {
    match error {
        WriteError::Fs(error) | WriteError::Sink(SinkError::Fs(error)) => Some(error),
        _ => None,
    }
}

#[test]
fn any_failing_operation_leaves_a_whole_site() {
    let starts = starts();
    let ways = starts
        .iter()
        .flat_map(|start| ABILITIES.map(|ability| (start, ability)))
        .flat_map(|(start, ability)| FAULTS.map(|fault| (start, ability, fault)));
    ways.collect::<Vec<_>>().into_par_iter().for_each(|(start, ability, fault)| {
        let runs = (0..).take_while(|at| fails_whole(start, ability, fault, *at)).count();
        assert!(runs > 20, "{runs} operations are fewer than a publish takes");
    });
}

/// Whether the publish reached the operation that fails.
fn fails_whole(start: &Start, ability: Ability, fault: Fault, at: usize) -> bool {
    let dir = quick_dir();
    let output = dir.path().join("public");
    (start.lay)(&output);
    let context = format!("{}, {ability:?}, {fault:?} at {at}", start.name);
    let whole = |site: &Site| site.clone().into_iter().chain(start.foreign.clone()).collect::<Site>();
    let fs = Faulty::new(ability, fault, at);
    match publish(&fs, &output, &start.new) {
        Ok(_) => assert_eq!(read_site(&output), whole(&start.new), "{context}"),
        Err(error) => {
            let error = fs_error(&error).unwrap_or_else(|| panic!("{context}: {error}"));
            assert!(error.path.starts_with(dir.path()), "{context}: {error}");
            assert!(fs.count() > at, "{context}: {error}");
        }
    }
    // If the exchange is two renames, and both the second and the undoing of the first fail, the next run restores the old site.
    if fault != Fault::Io && ability != Ability::All && dir.path().join(".public.linli/old").exists() {
        drop(Staging::open(&Disk, &output, Options::default()).unwrap());
    }
    let after = read_tree(&output);
    let old = start.old.as_ref().map(whole).unwrap_or_default();
    assert!(after == old || after == whole(&start.new), "{context}: {after:#?}");
    if !after.is_empty() {
        read_site(&output);
    }
    let again = Faulty::counting(ability);
    for next in [&start.new, &before()] {
        publish(&again, &output, next).unwrap_or_else(|error| panic!("{context}: {error}"));
        assert_eq!(read_site(&output), whole(next), "{context}");
    }
    fs.count() > at
}

/// A folder in memory if the system has one, for thousands of small sites.
fn quick_dir() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}

#[test]
fn a_clean_that_fails_can_be_done_again() {
    for fault in FAULTS {
        for at in 0.. {
            let dir = quick_dir();
            let output = dir.path().join("public");
            publish(&Disk, &output, &after()).unwrap();
            publish(&Disk, &output, &before()).unwrap();
            put_file(&output, "zh/mine.txt", "mine");
            let fs = Faulty::new(Ability::All, fault, at);
            let first = clean(&fs, &output);
            if first.is_err() {
                clean(&Disk, &output)
                    .or_else(|error| if matches!(error, WriteError::Foreign { .. }) { Ok(Default::default()) } else { Err(error) })
                    .unwrap();
            }
            assert_eq!(read_tree(dir.path()), site(&[("public/zh/mine.txt", "mine")]), "{fault:?} at {at}");
            if fs.count() <= at {
                assert!(first.is_ok());
                break;
            }
        }
    }
}

/// Reports a test that this machine cannot run. `tests/run` counts it; with `CI` set it is a failure.
fn skip(what: &str) {
    assert!(std::env::var_os("CI").is_none(), "{what}");
    // The harness captures output of the printing macros and discards that of tests that pass.
    writeln!(std::io::stderr(), "\nskipped: {what}").expect("there is a stderr");
}

/// A real file system of 256 KB that is full. Needs root for the mount.
#[test]
fn a_disk_that_is_really_full_leaves_the_old_site() {
    let dir = tempfile::tempdir().unwrap();
    let mount =
        |args: &[&str]| std::process::Command::new(args[0]).args(&args[1..]).arg(dir.path()).output().is_ok_and(|out| out.status.success());
    if !mount(&["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs"]) {
        return skip("no file system can be mounted here, which takes root: a disk that is really full");
    }
    let output = dir.path().join("public");
    let result = std::panic::catch_unwind(|| {
        let large = |n: usize| (0..n).map(|i| (format!("{i}/index.html"), i.to_string().repeat(8000))).collect::<Site>();
        publish(&Disk, &output, &large(3)).unwrap();
        publish(&Disk, &output, &large(4)).unwrap();
        let error = publish(&Disk, &output, &large(90)).unwrap_err();
        assert_eq!(fs_error(&error).unwrap().kind(), std::io::ErrorKind::StorageFull);
        assert_eq!(read_site(&output), large(4));
        publish(&Disk, &output, &large(5)).unwrap();
        assert_eq!(read_site(&output), large(5));
    });
    assert!(mount(&["umount"]));
    result.unwrap();
}
