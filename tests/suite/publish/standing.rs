//! Publishing again in the same run: with only the changed files, the result is the same as with all files.

use linli::fs::{Disk, FileSystem};
use linli::hash::ContentHash;
use linli::render::OutputTree;
use linli::sink::Sink;
use linli::write::{Options, PublishInfo, Staging, Standing, Summary, WriteError};

use super::faults::FAULTS;
use super::tree::*;
use crate::support::faulty::{Ability, Faulty};

fn tree_of(site: &Site) -> OutputTree {
    site.iter().map(|(path, text)| (path.clone(), (ContentHash::of(text.as_bytes()), text.len() as u64))).collect()
}

/// Publishes as `watch` does: without the files that the staging already has.
pub(crate) fn publish_on(
    fs: &dyn FileSystem,
    output: &std::path::Path,
    (was, site): (&Site, &Site),
    standing: Option<Standing>,
) -> Result<(Summary, Option<Standing>), WriteError> {
    let staging = Staging::resume(fs, output, Options::default(), standing)?;
    for (path, text) in site {
        if !(staging.keeps_output() && was.get(path) == Some(text)) {
            staging.put(path, text.as_bytes())?;
        }
    }
    staging.publish_on(PublishInfo::default(), &tree_of(site))
}

/// Sites that differ in every possible way.
fn steps() -> Vec<Site> {
    let mut only_one = after();
    only_one.insert("zh/index.html".to_owned(), "home 3".to_owned());
    let mut one_more = only_one.clone();
    one_more.insert("zh/notices/four/index.html".to_owned(), "four".to_owned());
    let mut one_less = one_more.clone();
    one_less.remove("zh/notices/one/index.html");
    vec![before(), after(), only_one.clone(), only_one, one_more.clone(), one_less, one_more, before(), after(), before()]
}

#[test]
fn each_site_is_published_whole_from_its_difference() {
    for ability in [Ability::All, Ability::NoExchange, Ability::Plain] {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        let fs = Faulty::counting(ability);
        let (mut standing, mut was) = (None, Site::new());
        for (step, site) in steps().iter().enumerate() {
            let (summary, left) = publish_on(&fs, &output, (&was, site), standing).unwrap();
            assert_eq!(&read_site(&output), site, "{ability:?}, step {step}");
            assert_eq!(summary.total, site.len(), "{ability:?}, step {step}");
            assert_eq!(summary.new + summary.changed + summary.unchanged, site.len(), "{ability:?}, step {step}");
            // A build in another process finds no difference.
            assert_eq!(linli::write::read_manifest(&Disk, &output).unwrap().unwrap().files.len(), site.len());
            (standing, was) = (left, site.clone());
        }
        let again = publish(&Disk, &output, &before()).unwrap();
        assert_eq!(again.unchanged, again.total, "{ability:?}: {again:?}");
    }
}

#[test]
fn an_edit_costs_two_looks_at_each_folder_and_nothing_else_of_a_large_site() {
    let operations = |pages: usize| {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        let mut site: Site = (0..pages).map(|n| (format!("{n}/index.html"), n.to_string())).collect();
        let (_, standing) = publish_on(&Disk, &output, (&Site::new(), &site), None).unwrap();
        let was = site.clone();
        site.insert("3/index.html".to_owned(), "edited".to_owned());
        // The first publish leaves no twin.
        let (_, standing) = publish_on(&Disk, &output, (&was, &site), standing).unwrap();
        let was = site.clone();
        site.insert("4/index.html".to_owned(), "edited".to_owned());
        let fs = Faulty::counting(Ability::All);
        let (summary, _) = publish_on(&fs, &output, (&was, &site), standing).unwrap();
        assert_eq!((summary.changed, summary.unchanged), (1, pages - 1));
        assert_eq!(read_site(&output), site);
        fs.count()
    };
    assert_eq!(operations(200) - operations(20), 2 * 180);
}

#[test]
fn what_others_do_in_between_is_seen() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    let (_, standing) = publish_on(&Disk, &output, (&Site::new(), &before()), None).unwrap();
    let (_, standing) = publish_on(&Disk, &output, (&before(), &after()), standing).unwrap();
    // A file that linli did not write stays.
    put_file(&output, "zh/notices/mine.txt", "mine");
    let (_, standing) = publish_on(&Disk, &output, (&after(), &before()), standing).unwrap();
    let mut with_mine = before();
    with_mine.insert("zh/notices/mine.txt".to_owned(), "mine".to_owned());
    assert_eq!(read_tree(&output), with_mine);
    // Another build publishes another site.
    publish(&Disk, &output, &after()).unwrap();
    let mut next = before();
    next.insert("zh/index.html".to_owned(), "home 4".to_owned());
    publish_on(&Disk, &output, (&before(), &next), standing).unwrap();
    next.insert("zh/notices/mine.txt".to_owned(), "mine".to_owned());
    assert_eq!(read_tree(&output), next);
}

#[test]
fn a_publish_that_fails_leaves_the_old_site_or_the_new_one() {
    for fault in FAULTS {
        for at in 0.. {
            let dir = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
            let output = dir.path().join("public");
            let (_, standing) = publish_on(&Disk, &output, (&Site::new(), &after()), None).unwrap();
            let (_, standing) = publish_on(&Disk, &output, (&after(), &before()), standing).unwrap();
            let fs = Faulty::new(Ability::All, fault, at);
            let done = publish_on(&fs, &output, (&before(), &after()), standing);
            let now = read_site(&output);
            assert!(now == before() || now == after(), "{fault:?} at {at}: {now:?}");
            if done.is_ok() {
                assert_eq!(now, after(), "{fault:?} at {at}");
            }
            // The next build works with any leftovers.
            publish(&Disk, &output, &after()).unwrap();
            assert_eq!(read_site(&output), after(), "{fault:?} at {at}");
            if fs.count() <= at {
                break;
            }
        }
    }
}
