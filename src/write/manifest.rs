//! The manifest: the files of the output that linli wrote, and the records that they show.
//!
//! In: a finished set of files and records, or the bytes of an earlier manifest. Out: the same in the other form. Always: the same
//! set gives the same bytes; a manifest that is read names only addresses that [`super::paths`] accepts, so that no manifest can
//! point out of its folder.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::paths;
use crate::hash::ContentHash;

/// File name of the manifest, at the top of the output.
pub const MANIFEST: &str = ".linli-manifest.json";

/// A longer file is not a manifest: 200,000 files take 30 MB.
pub(super) const MANIFEST_LIMIT: u64 = 256 << 20;

const VERSION: u32 = 1;

/// Hash and length of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileInfo {
    pub hash: ContentHash,
    pub len: u64,
}

/// A record that the output shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Earlier addresses that lead to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// The record is withdrawn: its page says only that it existed, and why it was withdrawn.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tombstone: bool,
}

/// The record of one publish.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Manifest {
    pub files: BTreeMap<String, FileInfo>,
    /// Record id to how it is shown.
    pub records: BTreeMap<String, Shown>,
    /// Hash of the `published.lock` that belongs to it; `None` where the publish wrote none.
    pub lock: Option<ContentHash>,
}

#[derive(Deserialize)]
struct Wire {
    version: u32,
    lock: Option<String>,
    records: BTreeMap<String, Shown>,
    files: BTreeMap<String, WireFile>,
}

#[derive(Serialize, Deserialize)]
struct WireFile {
    blake3: String,
    len: u64,
}

impl Manifest {
    /// One line per record and file, so that two manifests can be compared by eye.
    pub fn to_bytes(&self) -> Vec<u8> {
        let lock = self.lock.map_or(String::new(), |hash| format!("\"lock\": \"{hash}\",\n"));
        let mut out = format!("{{\n\"version\": {VERSION},\n{lock}\"records\": {{").into_bytes();
        lines(&mut out, self.records.iter());
        out.extend_from_slice(b"},\n\"files\": {");
        lines(&mut out, self.files.iter().map(|(path, file)| (path, WireFile { blake3: file.hash.to_string(), len: file.len })));
        out.extend_from_slice(b"}\n}\n");
        out
    }

    /// Reads a manifest; `None` if it is damaged or of an unknown version.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let wire: Wire = serde_json::from_slice(bytes).ok()?;
        let file = |(path, file): (String, WireFile)| {
            let hash = ContentHash::parse(&file.blake3)?;
            paths::is_sound(&path).then_some((path, FileInfo { hash, len: file.len }))
        };
        let files = wire.files.into_iter().map(file).collect::<Option<_>>()?;
        let lock = wire.lock.as_deref().and_then(ContentHash::parse);
        (wire.version == VERSION).then_some(Self { files, records: wire.records, lock })
    }
}

fn lines<'m>(out: &mut Vec<u8>, items: impl Iterator<Item = (&'m String, impl Serialize)>) {
    for (i, (key, item)) in items.enumerate() {
        out.extend_from_slice(if i == 0 { b"\n" } else { b",\n" });
        serde_json::to_writer(&mut *out, key).expect("text is always JSON, and memory takes it");
        out.extend_from_slice(b": ");
        serde_json::to_writer(&mut *out, &item).expect("plain texts and numbers are always JSON");
    }
}

/// Ids that the present site shows and the new one would not. A tombstone counts as shown in both: a published id never disappears.
pub fn vanished(previous: &Manifest, now: &BTreeMap<String, Shown>) -> BTreeSet<String> {
    previous.records.keys().filter(|id| !now.contains_key(*id)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let info = |text: &str| FileInfo { hash: ContentHash::of(text.as_bytes()), len: text.len() as u64 };
        let files = [("zh/index.html", "a"), ("index.html", "bb"), ("附件.pdf", "")].map(|(path, text)| (path.to_owned(), info(text)));
        let tombstone = Shown { aliases: vec!["/old/".to_owned()], tombstone: true };
        let records = [("notices/water".to_owned(), Shown::default()), ("meetings/one".to_owned(), tombstone)];
        Manifest { files: files.into(), records: records.into(), lock: Some(ContentHash::of(b"lock")) }
    }

    #[test]
    fn a_manifest_is_read_back_as_it_was() {
        for m in [manifest(), Manifest::default()] {
            assert_eq!(Manifest::parse(&m.to_bytes()), Some(m.clone()));
            assert_eq!(m.to_bytes(), m.clone().to_bytes());
        }
    }

    #[test]
    fn a_manifest_that_is_not_sound_is_none() {
        let text = String::from_utf8(manifest().to_bytes()).unwrap();
        for (from, to) in [
            ("zh/index.html", "../index.html"),
            ("zh/index.html", "/etc/passwd"),
            ("\"version\": 1", "\"version\": 2"),
            ("\"blake3\":\"", "\"blake3\":\"x"),
            ("}\n}\n", ""),
        ] {
            let broken = text.replace(from, to);
            assert_ne!(broken, text);
            assert_eq!(Manifest::parse(broken.as_bytes()), None, "{to}");
        }
    }

    #[test]
    fn a_record_that_is_gone_has_vanished_a_tombstone_has_not() {
        let before = manifest();
        let tombstone = Shown { tombstone: true, ..Shown::default() };
        assert_eq!(vanished(&before, &before.records), BTreeSet::new());
        let now = BTreeMap::from([("notices/water".to_owned(), tombstone)]);
        assert_eq!(vanished(&before, &now), BTreeSet::from(["meetings/one".to_owned()]));
    }
}
