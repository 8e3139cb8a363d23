//! The files that a publish changes, and those that it leaves.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};
use std::path::Path;
use std::time::SystemTime;

use linli::fs::{Disk, FileSystem};
use linli::hash::ContentHash;
use linli::sink::{Sink, SinkError};
use linli::write::{MANIFEST, Options, PublishInfo, Staging, Summary, WriteError, clean, read_manifest, vanished};

use super::tree::*;
use crate::support::faulty::{Ability, Faulty};

fn force() -> Options {
    Options { force: true, ..Options::default() }
}

/// Inode and time of every file and folder.
fn identities(dir: &Path) -> BTreeMap<String, (u64, SystemTime)> {
    let look = |path: &Path| {
        let meta = fs::symlink_metadata(path).unwrap();
        (meta.ino(), meta.modified().unwrap())
    };
    let mut found: BTreeMap<_, _> =
        Disk.walk(dir).unwrap().iter().map(|entry| (entry.name().unwrap(), look(&dir.join(&entry.path)))).collect();
    found.insert(String::new(), look(dir));
    found
}

#[test]
fn publishing_again_and_again_gives_exactly_each_site() {
    for ability in [Ability::All, Ability::NoExchange, Ability::Plain] {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("deep/public");
        let fs = Faulty::counting(ability);
        for (step, site) in [before(), after(), before(), before(), Site::new(), after()].iter().enumerate() {
            publish(&fs, &output, site).unwrap();
            assert_eq!(&read_site(&output), site, "{ability:?}, step {step}");
        }
    }
}

#[test]
fn the_summary_counts_what_happened() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    assert_eq!(publish(&Disk, &output, &before()).unwrap(), Summary { new: 7, total: 7, ..Summary::default() });
    assert_eq!(publish(&Disk, &output, &after()).unwrap(), Summary { new: 4, changed: 1, removed: 4, unchanged: 2, total: 7 });
    assert_eq!(publish(&Disk, &output, &after()).unwrap(), Summary { unchanged: 7, total: 7, ..Summary::default() });
}

#[test]
fn files_that_stay_keep_inode_and_time() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    publish(&Disk, &output, &before()).unwrap();
    let first = identities(&output);
    for site in [after(), before(), after()] {
        publish(&Disk, &output, &site).unwrap();
        let now = identities(&output);
        for kept in ["index.html", "zh/notices/one/index.html"] {
            assert_eq!(now[kept], first[kept], "{kept}");
        }
        assert_ne!(now["zh/index.html"].0, first["zh/index.html"].0, "replaced, not written in place");
        publish(&Disk, &output, &site).unwrap();
        assert_eq!(identities(&output), now, "nothing changed, so nothing is touched, folders and manifest neither");
    }
}

#[test]
fn a_site_that_stays_is_only_looked_at() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    publish(&Disk, &output, &before()).unwrap();
    publish(&Disk, &output, &before()).unwrap();
    let fs = Faulty::counting(Ability::All);
    publish(&fs, &output, &before()).unwrap();
    let few = fs.count();
    let many: Site = (0..200).map(|n| (format!("{n}/index.html"), n.to_string())).collect();
    publish(&Disk, &output, &many).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(20));
    publish(&Disk, &output, &many).unwrap();
    let fs = Faulty::counting(Ability::All);
    publish(&fs, &output, &many).unwrap();
    assert_eq!(fs.count(), few, "no operation for a page that stays");
}

#[test]
fn a_small_change_costs_few_operations_in_a_large_site() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    let mut many: Site = (0..200).map(|n| (format!("{n}/index.html"), n.to_string())).collect();
    for round in 0..3 {
        many.insert("7/index.html".to_owned(), format!("round {round}"));
        publish(&Disk, &output, &many).unwrap();
        std::thread::sleep(std::time::Duration::from_millis(20));
        publish(&Disk, &output, &many).unwrap();
    }
    let fs = Faulty::counting(Ability::All);
    many.insert("8/index.html".to_owned(), "changed".to_owned());
    publish(&fs, &output, &many).unwrap();
    assert!(fs.count() < 60, "{}", fs.count());
    assert_eq!(read_site(&output), many);
}

#[test]
fn equal_sites_give_equal_manifests() {
    let dir = tempfile::tempdir().unwrap();
    let (a, b) = (dir.path().join("a"), dir.path().join("elsewhere/b"));
    publish(&Disk, &a, &after()).unwrap();
    publish(&Disk, &b, &before()).unwrap();
    publish(&Disk, &b, &after()).unwrap();
    assert_eq!(fs::read(a.join(MANIFEST)).unwrap(), fs::read(b.join(MANIFEST)).unwrap());
}

#[test]
fn a_staging_that_is_dropped_leaves_the_old_site() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    publish(&Disk, &output, &before()).unwrap();
    let was = identities(&output);
    let staging = Staging::open(&Disk, &output, Options::default()).unwrap();
    put_all(&staging, &after()).unwrap();
    drop(staging);
    assert_eq!(identities(&output), was);
    assert!(!dir.path().join(".public.linli/new").exists());
}

#[test]
fn files_come_from_many_threads_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    let many: Site = (0..500).map(|n| (format!("{}/{n}/index.html", n % 3), n.to_string())).collect();
    let staging = Staging::open(&Disk, &output, Options::default()).unwrap();
    let files: Vec<_> = many.iter().collect();
    std::thread::scope(|scope| {
        for part in files.chunks(70) {
            let staging = &staging;
            scope.spawn(move || part.iter().for_each(|(path, text)| staging.put(path, text.as_bytes()).unwrap()));
        }
    });
    staging.publish(PublishInfo::default()).unwrap();
    assert_eq!(read_site(&output), many);
}

#[test]
fn a_site_that_was_taken_away_by_hand_is_made_again() {
    for gone in [&["public"][..], &[".public.linli"], &["public", ".public.linli"]] {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        for site in [before(), after(), before()] {
            publish(&Disk, &output, &site).unwrap();
        }
        gone.iter().for_each(|name| fs::remove_dir_all(dir.path().join(name)).unwrap());
        publish(&Disk, &output, &after()).unwrap();
        assert_eq!(read_site(&output), after(), "{gone:?}");
    }
}

#[test]
fn two_builds_are_kept_apart() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    let first = Staging::open(&Disk, &output, Options::default()).unwrap();
    assert!(matches!(publish(&Disk, &output, &after()), Err(WriteError::Busy { .. })));
    assert!(matches!(clean(&Disk, &output), Err(WriteError::Busy { .. })));
    put_all(&first, &before()).unwrap();
    first.publish(PublishInfo::default()).unwrap();
    publish(&Disk, &output, &after()).unwrap();
}

#[test]
fn files_of_others_stay_where_they_are() {
    for ability in [Ability::All, Ability::NoExchange, Ability::Plain] {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        let fs = Faulty::counting(ability);
        publish(&fs, &output, &before()).unwrap();
        put_file(&output, "CNAME", "example.org");
        put_file(&output, "en/gone/deep/mine.txt", "mine");
        put_file(&output, ".well-known/acme/token", "token");
        fs::create_dir_all(output.join("en/gone/empty")).unwrap();
        symlink("CNAME", output.join("link")).unwrap();
        let theirs = site(&[
            ("CNAME", "example.org"),
            ("en/gone/deep/mine.txt", "mine"),
            (".well-known/acme/token", "token"),
            ("en/gone/empty/", ""),
            ("link", "-> CNAME"),
        ]);
        // Without hard links a symlink becomes a copy of its bytes.
        let texts = |tree: Site| {
            tree.into_iter()
                .map(|(k, v)| (k.clone(), if k == "link" && ability == Ability::Plain { "-> CNAME".to_owned() } else { v }))
                .collect::<Site>()
        };
        for ours in [after(), before(), after()] {
            publish(&fs, &output, &ours).unwrap();
            assert_eq!(texts(read_site(&output)), ours.into_iter().chain(theirs.clone()).collect(), "{ability:?}");
        }
        // A file that its owner removes again stays removed.
        fs::remove_file(output.join("CNAME")).unwrap();
        publish(&fs, &output, &before()).unwrap();
        assert!(!output.join("CNAME").exists());
    }
}

#[test]
fn names_that_are_not_unicode_are_kept() {
    use std::os::unix::ffi::OsStrExt;
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    publish(&Disk, &output, &before()).unwrap();
    let odd = output.join(std::ffi::OsStr::from_bytes(b"zh/\xFF\xFE"));
    fs::write(&odd, "odd").unwrap();
    publish(&Disk, &output, &after()).unwrap();
    assert_eq!(fs::read_to_string(&odd).unwrap(), "odd");
}

#[test]
fn a_folder_that_is_not_ours_needs_force() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    put_file(&output, "thesis.odt", "ten years");
    put_file(&output, "zh/index.html", "theirs");
    assert!(matches!(publish(&Disk, &output, &before()), Err(WriteError::Foreign { .. })));
    assert!(!dir.path().join(".public.linli").exists(), "nothing is made beside it");
    publish_with(&Disk, &output, &before(), force()).unwrap();
    let mut whole = before();
    whole.insert("thesis.odt".to_owned(), "ten years".to_owned());
    assert_eq!(read_site(&output), whole);
    publish(&Disk, &output, &after()).unwrap();
    assert_eq!(fs::read_to_string(output.join("thesis.odt")).unwrap(), "ten years");
}

#[test]
fn an_empty_folder_is_as_good_as_none() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    fs::create_dir(&output).unwrap();
    publish(&Disk, &output, &before()).unwrap();
    assert_eq!(read_site(&output), before());
}

#[test]
fn a_broken_manifest_makes_the_folder_foreign() {
    for broken in ["", "{", r#"{"version":1,"records":{},"files":{"../thesis.odt":{"blake3":"00","len":1}}}"#] {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        put_file(dir.path(), "thesis.odt", "x");
        publish(&Disk, &output, &before()).unwrap();
        fs::write(output.join(MANIFEST), broken).unwrap();
        assert!(matches!(publish(&Disk, &output, &after()), Err(WriteError::Foreign { .. })), "{broken}");
        assert!(matches!(clean(&Disk, &output), Err(WriteError::Foreign { .. })), "{broken}");
        publish_with(&Disk, &output, &after(), force()).unwrap();
        assert_eq!(read_site(&output)["zh/index.html"], "home 2");
        assert!(dir.path().join("thesis.odt").exists());
    }
}

#[test]
fn a_file_of_others_in_the_way_needs_force() {
    for theirs in ["assets", "assets/site.css", "assets/site.css/deep/file", "zh/notices/three"] {
        let dir = tempfile::tempdir().unwrap();
        let output = dir.path().join("public");
        publish(&Disk, &output, &before()).unwrap();
        put_file(&output, theirs, "theirs");
        assert!(matches!(publish(&Disk, &output, &after()), Err(WriteError::InTheWay { .. })), "{theirs}");
        assert_eq!(fs::read_to_string(output.join(theirs)).unwrap(), "theirs");
        assert_eq!(fs::read_to_string(output.join("zh/index.html")).unwrap(), "home 1");
        publish_with(&Disk, &output, &after(), force()).unwrap();
        assert_eq!(read_site(&output), after(), "{theirs}");
    }
}

#[test]
fn damage_to_the_published_site_is_mended() {
    type Damage = fn(&Path);
    let damages: [(&str, Damage); 6] = [
        ("removed", |output| fs::remove_file(output.join("index.html")).unwrap()),
        ("shortened", |output| fs::write(output.join("index.html"), "").unwrap()),
        ("overwritten", |output| fs::write(output.join("index.html"), "FRONT").unwrap()),
        ("a link", |output| {
            fs::remove_file(output.join("index.html")).unwrap();
            symlink("/etc/hostname", output.join("index.html")).unwrap();
        }),
        ("folder removed", |output| fs::remove_dir_all(output.join("zh")).unwrap()),
        ("all but the manifest", |output| {
            for name in ["index.html", "zh", "en"] {
                let _ = fs::remove_dir_all(output.join(name)).or_else(|_| fs::remove_file(output.join(name)));
            }
        }),
    ];
    for (what, damage) in damages {
        for site in [before(), after()] {
            let dir = tempfile::tempdir().unwrap();
            let output = dir.path().join("public");
            publish(&Disk, &output, &after()).unwrap();
            publish(&Disk, &output, &before()).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(20));
            publish(&Disk, &output, &before()).unwrap();
            damage(&output);
            publish(&Disk, &output, &site).unwrap();
            assert_eq!(read_site(&output), site, "{what}");
        }
    }
}

#[test]
fn damage_to_the_twin_does_no_harm() {
    let dir = tempfile::tempdir().unwrap();
    let (output, twin) = (dir.path().join("public"), dir.path().join(".public.linli/tree"));
    for (round, site) in [before(), after(), before(), after(), before()].iter().enumerate() {
        publish(&Disk, &output, site).unwrap();
        assert_eq!(&read_site(&output), site);
        if round > 0 {
            fs::remove_file(twin.join("index.html")).unwrap();
            put_file(&twin, "index.html", "not the front");
            put_file(&twin, "zh/junk/junk.html", "junk");
            fs::remove_dir_all(twin.join("en")).unwrap();
            symlink(dir.path(), twin.join("en")).unwrap();
        }
    }
}

#[test]
fn folders_linked_elsewhere_are_never_written_through() {
    let dir = tempfile::tempdir().unwrap();
    let (output, elsewhere) = (dir.path().join("public"), dir.path().join("elsewhere"));
    put_file(&elsewhere, "notices/one/index.html", "theirs");
    publish(&Disk, &output, &before()).unwrap();
    fs::remove_dir_all(output.join("zh")).unwrap();
    symlink(&elsewhere, output.join("zh")).unwrap();
    assert!(matches!(publish(&Disk, &output, &after()), Err(WriteError::InTheWay { .. })));
    clean(&Disk, &output).unwrap();
    assert_eq!(read_tree(&elsewhere), site(&[("notices/one/index.html", "theirs")]));
}

#[test]
fn an_output_that_is_no_place_for_one_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path();
    put_file(root, "content/notices/one.md", "one");
    put_file(root, "site.toml", "");
    symlink(root.join("content"), root.join("sly")).unwrap();
    symlink(root, root.join("up")).unwrap();
    fs::create_dir(root.join("real")).unwrap();
    symlink(root.join("real"), root.join("linked")).unwrap();
    symlink("/tmp", root.join(".trap.linli")).unwrap();
    let options = || Options { force: true, inputs: vec![root.join("content"), root.join("themes"), root.join("site.toml")], lock: None };
    for output in [
        ".",
        "content",
        "content/public",
        "content/notices",
        "themes",
        "themes/board",
        "sly",
        "sly/",
        "sly/public",
        "up",
        "up/content",
        "up/themes/x",
        "site.toml",
        "linked",
        "linked/",
        "none/../content",
        "trap",
        "..",
    ] {
        let before = read_tree(root);
        let error = publish_with(&Disk, &root.join(output), &before, options()).unwrap_err();
        assert!(matches!(error, WriteError::Overlap { .. } | WriteError::Link { .. } | WriteError::NotAFolder { .. }), "{output}: {error}");
        assert_eq!(read_tree(root), before, "{output}");
    }
    for output in ["public", "up/other", "real/", "contents"] {
        publish_with(&Disk, &root.join(output), &before(), options()).unwrap();
    }
}

#[test]
fn a_clash_of_addresses_publishes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    publish(&Disk, &output, &before()).unwrap();
    for bad in ["../evil", "/evil", "zh/CON", "INDEX.html", "index.html", "zh/index.html/x", "Zh/x.html", MANIFEST] {
        let staging = Staging::open(&Disk, &output, Options::default()).unwrap();
        put_all(&staging, &after()).unwrap();
        assert!(matches!(staging.put(bad, b"x"), Err(SinkError::Path { .. } | SinkError::Clash { .. })), "{bad}");
        assert!(matches!(staging.publish(PublishInfo::default()), Err(WriteError::Unfinished)));
        assert_eq!(read_site(&output), before());
    }
}

#[test]
fn attachments_are_copied_as_they_were_read() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    let source = put_file(dir.path(), "content/plan.pdf", "a plan");
    fs::set_permissions(&source, fs::Permissions::from_mode(0o600)).unwrap();
    for (hash, sound) in [(ContentHash::of(b"a plan"), true), (ContentHash::of(b"A plan"), false)] {
        let staging = Staging::open(&Disk, &output, Options::default()).unwrap();
        let put = staging.put_file("zh/plan.pdf", &source, hash, 6);
        assert_eq!(put.is_ok(), sound);
        assert_eq!(staging.publish(PublishInfo::default()).is_ok(), sound);
        assert_eq!(read_site(&output), site(&[("zh/plan.pdf", "a plan")]));
    }
    let copied = fs::metadata(output.join("zh/plan.pdf")).unwrap();
    assert_ne!(copied.ino(), fs::metadata(&source).unwrap().ino());
    assert_ne!(copied.permissions().mode() & 0o044, 0, "readers may read it");
}

#[test]
fn clean_removes_what_the_manifest_names_and_no_more() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    publish(&Disk, &output, &before()).unwrap();
    publish(&Disk, &output, &after()).unwrap();
    put_file(&output, "zh/notices/mine.txt", "mine");
    let cleaned = clean(&Disk, &output).unwrap();
    assert_eq!((cleaned.removed, cleaned.kept), (7, 1));
    assert_eq!(read_tree(dir.path()), site(&[("public/zh/notices/mine.txt", "mine")]));
    assert!(matches!(clean(&Disk, &output), Err(WriteError::Foreign { .. })));
    fs::remove_dir_all(&output).unwrap();
    publish(&Disk, &output, &after()).unwrap();
    clean(&Disk, &output).unwrap();
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    clean(&Disk, &output).unwrap();
}

#[test]
fn a_record_that_the_next_site_lacks_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let output = dir.path().join("public");
    assert_eq!(read_manifest(&Disk, &output).unwrap(), None);
    publish(&Disk, &output, &before()).unwrap();
    let previous = read_manifest(&Disk, &output).unwrap().unwrap();
    let gone = vanished(&previous, &BTreeMap::new());
    assert_eq!(gone.into_iter().collect::<Vec<_>>(), ["notices/one"]);
}
