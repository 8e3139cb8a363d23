//! The memory of pages between two runs: `.linli/cache/pages`, beside the settings.
//!
//! In: the site's folder. Out: what the last build remembered. Always: it is safe to delete; what was written by another
//! version of the program, or is damaged, is as good as nothing and said so; not being able to write it is no failure.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use linli::Memory;
use linli::fs::{Disk, FileSystem, Kind};
use linli::memo::{Pages, short_hash};

use super::desk::Desk;

/// Longer is none of ours: 200,000 pages take 60 MB.
const LIMIT: u64 = 512 << 20;

fn file(root: &Path) -> PathBuf {
    root.join(".linli/cache/pages")
}

/// Tells this program from others: its version, and the file it was started from.
fn program() -> u64 {
    let path = std::env::current_exe().ok();
    let meta = path.as_ref().and_then(|path| Disk.metadata(path).ok().flatten());
    let time = meta.as_ref().and_then(|m| m.modified).and_then(|t| t.duration_since(UNIX_EPOCH).ok());
    short_hash(&(env!("CARGO_PKG_VERSION"), path, meta.map(|m| m.len), time))
}

/// What the last build remembered.
pub fn open(desk: &Desk, root: &Path) -> Memory {
    let path = file(root);
    match desk.fs.metadata(&path) {
        Ok(Some(meta)) if meta.kind == Kind::File => {}
        _ => return Memory::default(),
    }
    let pages = desk.fs.read(&path, LIMIT).ok().and_then(|bytes| Pages::from_bytes(&bytes, program()));
    match pages {
        Some(pages) => Memory::of_pages(pages),
        None => {
            desk.screen.say(&desk.text("cli-cache-ignored"));
            Memory::default()
        }
    }
}

/// Keeps it for the next build.
pub fn keep(desk: &Desk, root: &Path, memory: &Memory) {
    // A build that cannot write here (a read-only folder) is as good without.
    let _ = desk.replace(&file(root), &memory.pages().to_bytes(program()));
}
