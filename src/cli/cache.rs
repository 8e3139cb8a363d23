//! The results of earlier runs on disk, beside the settings: `.linli/cache/pages` of rendered pages, `.linli/cache/read/` of parsed
//! bundles.
//!
//! In: the site's folder. Out: the results of the last run. Always: the folder may be deleted at any time; files of another version
//! of the program, or damaged ones, are ignored with a message; failing to write them is not an error; no link is
//! followed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use linli::deps::Pages;
use linli::fs::{Disk, FileSystem, Kind};
use linli::hash::short_hash;
use linli::{Cache, Incremental};

use super::session::Session;

/// A longer file is not linli's: 200,000 pages take 60 MB.
const LIMIT: u64 = 512 << 20;

/// Whether the folder is in the site: through a symlink the files could be written anywhere.
fn is_own(root: &Path) -> bool {
    let is_link = |below| Disk.metadata(&root.join(below)).is_ok_and(|meta| meta.is_some_and(|meta| meta.kind != Kind::Dir));
    ![".linli", ".linli/cache", ".linli/cache/read"].into_iter().any(is_link)
}

fn file(root: &Path) -> PathBuf {
    root.join(".linli/cache/pages")
}

/// Identifies this program: its version, and the file it was started from.
fn program() -> u64 {
    let path = std::env::current_exe().ok();
    let meta = path.as_ref().and_then(|path| Disk.metadata(path).ok().flatten());
    let time = meta.as_ref().and_then(|m| m.modified).and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    short_hash(&(env!("CARGO_PKG_VERSION"), path, meta.map(|m| m.len), time))
}

/// The results of the last build.
pub(super) fn open(session: &Session, root: &Path) -> Incremental {
    if !is_own(root) {
        return Incremental::default();
    }
    let path = file(root);
    match session.fs.metadata(&path) {
        Ok(Some(meta)) if meta.kind == Kind::File => {}
        _ => return with_readings(Incremental::default(), root),
    }
    let pages = session.fs.read(&path, LIMIT).ok().and_then(|bytes| Pages::from_bytes(&bytes, program()));
    let incremental = match pages {
        Some(pages) => Incremental::of_pages(pages),
        None => {
            session.screen.say(&session.text("cli-cache-ignored"));
            Incremental::default()
        }
    };
    with_readings(incremental, root)
}

/// Adds the bundles of earlier runs; the clock must be read before the first file, or a later change would be missed.
pub(super) fn with_readings(incremental: Incremental, root: &Path) -> Incremental {
    if !is_own(root) {
        return incremental;
    }
    let files = Shards { folder: root.join(".linli/cache/read"), begun: SystemTime::now() };
    incremental.with_cache(Arc::new(files), program())
}

/// One file per shard.
struct Shards {
    folder: PathBuf,
    begun: SystemTime,
}

impl Shards {
    fn file(&self, shard: u64) -> PathBuf {
        self.folder.join(format!("{shard:02}"))
    }
}

impl Cache for Shards {
    fn load(&self, shard: u64) -> Option<Vec<u8>> {
        Disk.read(&self.file(shard), LIMIT).ok()
    }

    fn store(&self, shard: u64, bytes: &[u8]) {
        // What cannot be stored is parsed again.
        let _ = super::session::replace(&Disk, &self.file(shard), bytes);
    }

    fn begun(&self) -> Option<SystemTime> {
        Some(self.begun)
    }
}

/// Stores the results for the next build.
pub(super) fn keep(session: &Session, root: &Path, incremental: &Incremental) {
    if !is_own(root) {
        return;
    }
    // Failing to write here (a read-only folder) costs only time.
    let _ = session.replace(&file(root), &incremental.pages().to_bytes(program()));
}
