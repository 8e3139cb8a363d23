//! A file of the site that another program has open, and file systems without links.
//!
//! In: a file system that refuses to move or remove one file, for a while or for good. Out: what is published. Always: a short
//! refusal is waited for; a long one in the former site costs nothing but room; one in the present site is an error that says so,
//! and the next publish goes on from what is there.

use std::path::Path;

use linli::fs::{Disk, FsError};
use linli::write::WriteError;

use super::standing::publish_on;
use super::tree::*;
use crate::support::faulty::{Ability, Faulty};

const ALWAYS: usize = usize::MAX;

fn large(version: &str) -> Site {
    (0..60).map(|n| (format!("zh/{n}/index.html"), n.to_string())).chain([("zh/index.html".to_owned(), version.to_owned())]).collect()
}

fn held(error: &WriteError) -> &FsError {
    match error {
        WriteError::Fs(error) if error.is_held() => error,
        other => panic!("{other}"),
    }
}

/// A site published twice, so that there is a former one.
fn published(ability: Ability, output: &Path) {
    let fs = Faulty::counting(ability);
    publish(&fs, output, &large("1")).unwrap();
    publish(&fs, output, &large("2")).unwrap();
}

#[test]
fn a_file_that_is_open_for_a_moment_is_waited_for() {
    for ability in [Ability::All, Ability::NoExchange, Ability::Plain] {
        for file in ["public/zh/index.html", ".public.linli/tree/zh/index.html"] {
            let dir = tempfile::tempdir().unwrap();
            let output = dir.path().join("public");
            published(ability, &output);
            publish(&Faulty::holding(ability, &dir.path().join(file), 2), &output, &large("3")).unwrap();
            assert_eq!(read_site(&output), large("3"), "{ability:?} {file}");
        }
    }
}

#[test]
fn a_file_of_the_former_site_that_stays_open_stops_no_publish() {
    for ability in [Ability::All, Ability::NoExchange] {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        published(ability, &output);
        let file = dir.path().join(".public.linli/tree/zh/index.html");
        for version in ["3", "4", "5"] {
            publish(&Faulty::holding(ability, &file, ALWAYS), &output, &large(version)).unwrap();
            assert_eq!(read_site(&output), large(version), "{ability:?}");
        }
        // When the file is closed, what was left is cleared.
        publish(&Disk, &output, &large("6")).unwrap();
        let left = ["tree", "tree-2", "tree-3"].map(|name| usize::from(dir.path().join(".public.linli").join(name).exists()));
        assert_eq!((read_site(&output), left.iter().sum::<usize>()), (large("6"), 1), "{ability:?}");
        linli::write::clean(&Disk, &output).unwrap();
        assert_eq!(read_tree(dir.path()), Site::new());
    }
}

#[test]
fn a_run_that_publishes_again_and_again_leaves_the_former_site_that_is_open() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    let (_, standing) = publish_on(&Disk, &output, (&Site::new(), &large("1")), None).unwrap();
    let (_, standing) = publish_on(&Disk, &output, (&large("1"), &large("2")), standing).unwrap();
    assert!(standing.is_some());
    let fs = Faulty::holding(Ability::All, &dir.path().join(".public.linli/tree/zh/index.html"), ALWAYS);
    let (summary, standing) = publish_on(&fs, &output, (&large("2"), &large("3")), standing).unwrap();
    assert_eq!((summary.changed, read_site(&output)), (1, large("3")));
    let (_, standing) = publish_on(&fs, &output, (&large("3"), &large("4")), standing).unwrap();
    publish_on(&fs, &output, (&large("4"), &large("5")), standing).unwrap();
    assert_eq!(read_site(&output), large("5"));
}

#[test]
fn a_file_of_the_present_site_that_stays_open_is_named_and_the_next_publish_goes_on() {
    for ability in [Ability::NoExchange, Ability::Plain, Ability::Share] {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        published(ability, &output);
        let error = publish(&Faulty::holding(ability, &output.join("zh/0/index.html"), ALWAYS), &output, &large("3")).unwrap_err();
        held(&error);
        let (id, args) = error.message(dir.path());
        assert_eq!(id, "fs-failed");
        assert!(format!("{args:?}").contains("fs-why-held"), "{args:?}");
        assert_eq!(read_site(&output), large("2"), "{ability:?}");
        // What was prepared counts: the site is not linked or copied anew.
        let again = Faulty::counting(ability);
        publish(&again, &output, &large("3")).unwrap();
        assert_eq!(read_site(&output), large("3"), "{ability:?}");
        assert!(again.placed() <= 2, "{ability:?}: {} links and copies", again.placed());
    }
}

#[test]
fn a_file_system_without_links_copies_what_changed_and_no_more() {
    for ability in [Ability::Plain, Ability::Share] {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        published(ability, &output);
        for version in ["3", "4"] {
            let fs = Faulty::counting(ability);
            publish(&fs, &output, &large(version)).unwrap();
            assert_eq!(read_site(&output), large(version));
            // The second publish copies the site once; from then on there are two copies to go on with.
            assert!(fs.placed() <= 2, "{ability:?}: {} links and copies", fs.placed());
        }
    }
}
