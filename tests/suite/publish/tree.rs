//! Small sites to publish, and whole folders to compare.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use linli::fs::FileSystem;
use linli::hash::ContentHash;
use linli::sink::Sink;
use linli::write::{MANIFEST, Manifest, Options, PublishInfo, Shown, Staging, Summary, WriteError};

/// Text of each published file, by path.
pub(crate) type Site = BTreeMap<String, String>;

pub(crate) fn site(files: &[(&str, &str)]) -> Site {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// A first site, and one with files kept, changed, added, removed, and folders turned into files.
pub(crate) fn before() -> Site {
    site(&[
        ("index.html", "front"),
        ("zh/index.html", "home 1"),
        ("zh/notices/one/index.html", "one"),
        ("zh/notices/two/index.html", "two"),
        ("zh/turns", "a file"),
        ("en/turns/index.html", "a folder"),
        ("en/gone/deep/index.html", "gone"),
    ])
}

pub(crate) fn after() -> Site {
    site(&[
        ("index.html", "front"),
        ("zh/index.html", "home 2"),
        ("zh/notices/one/index.html", "one"),
        ("zh/notices/three/index.html", "three"),
        ("zh/turns/index.html", "a folder"),
        ("en/turns", "a file"),
        ("assets/site.css", "body {}"),
    ])
}

pub(crate) fn put_all(staging: &Staging, site: &Site) -> Result<(), WriteError> {
    Ok(site.iter().try_for_each(|(path, text)| staging.put(path, text.as_bytes()))?)
}

pub(crate) fn publish(fs: &dyn FileSystem, output: &Path, site: &Site) -> Result<Summary, WriteError> {
    publish_with(fs, output, site, Options::default())
}

pub(crate) fn publish_with(fs: &dyn FileSystem, output: &Path, site: &Site, options: Options) -> Result<Summary, WriteError> {
    let staging = Staging::open(fs, output, options)?;
    put_all(&staging, site)?;
    staging.publish(PublishInfo { records: BTreeMap::from([("notices/one".to_owned(), Shown::default())]), lock: None })
}

/// The files below a folder, without the manifest; an empty folder ends in a slash, a symlink shows its target.
pub(crate) fn read_tree(dir: &Path) -> Site {
    let mut tree = Site::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        let before = tree.len() + folders.len();
        for entry in entries {
            let entry = entry.unwrap();
            let name = entry.path().strip_prefix(dir).unwrap().to_string_lossy().into_owned();
            let kind = entry.file_type().unwrap();
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_symlink() {
                tree.insert(name, format!("-> {}", fs::read_link(entry.path()).unwrap().display()));
            } else if name != MANIFEST {
                tree.insert(name, fs::read_to_string(entry.path()).unwrap());
            }
        }
        if before == tree.len() + folders.len() && folder != dir && !folder.join(MANIFEST).exists() {
            tree.insert(format!("{}/", folder.strip_prefix(dir).unwrap().display()), String::new());
        }
    }
    tree
}

/// The tree, after a check that the manifest agrees with it.
pub(crate) fn read_site(dir: &Path) -> Site {
    let tree = read_tree(dir);
    let manifest = Manifest::parse(&fs::read(dir.join(MANIFEST)).unwrap()).unwrap();
    for (path, info) in &manifest.files {
        assert_eq!(tree.get(path).map(|text| ContentHash::of(text.as_bytes())), Some(info.hash), "{path}");
    }
    tree
}

pub(crate) fn put_file(dir: &Path, name: &str, text: &str) -> PathBuf {
    let path = dir.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}
