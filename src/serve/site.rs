//! A compiled site in memory.
//!
//! In: files as rendering makes them ([`Sink`]), those that changed. Out: the file at a path. Always: nothing but what
//! was handed in can be got out; what is being made is not seen before it is whole; attachments stay where they are on
//! the disk and are read when asked for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock, RwLockReadGuard};

use linli::hash::ContentHash;
use linli::memo::short_hash;
use linli::render::OutputTree;
use linli::sink::{Sink, SinkError};
use linli::write::is_sound_path;

/// A file of the site.
#[derive(Debug, Clone)]
pub enum File {
    Bytes(Arc<[u8]>),
    /// Stands on the disk.
    At(PathBuf),
}

/// A site that is shown, and what waits to be shown with the next one.
#[derive(Debug, Default)]
pub struct Site {
    shown: RwLock<Shown>,
    /// What came since; `None` for files that are gone.
    waiting: Mutex<BTreeMap<String, Option<(File, u64)>>>,
}

#[derive(Debug, Default)]
struct Shown {
    files: BTreeMap<String, (File, u64)>,
    base: String,
    /// Over all files: changes with any of them, in whatever order they came.
    id: u64,
}

impl Site {
    /// Shows what waited. `base_url` is absolute and tells where the site lies; `tree` is all that it holds.
    pub fn show(&self, base_url: &str, tree: &OutputTree) {
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        let waiting = std::mem::take(&mut *self.waiting.lock().unwrap_or_else(PoisonError::into_inner));
        for (path, file) in waiting {
            let before = match file {
                Some(file) => {
                    shown.id ^= file.1;
                    shown.files.insert(path, file)
                }
                None => shown.files.remove(&path),
            };
            shown.id ^= before.map_or(0, |(_, mark)| mark);
        }
        // After a mistake of ours the hall may have forgotten what it made before.
        if shown.files.len() != tree.len() {
            let idle: Vec<String> = shown.files.keys().filter(|path| !tree.contains_key(*path)).cloned().collect();
            for path in idle {
                let mark = shown.files.remove(&path).map_or(0, |(_, mark)| mark);
                shown.id ^= mark;
            }
        }
        shown.base = base(base_url);
    }

    /// Forgets what is gone, without showing anything yet.
    pub fn forget(&self, gone: &[String]) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        gone.iter().for_each(|path| drop(waiting.insert(path.clone(), None)));
    }

    fn shown(&self) -> RwLockReadGuard<'_, Shown> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// `/` or `/a/b/`, encoded as in the address.
    pub fn base(&self) -> String {
        let shown = self.shown();
        if shown.base.is_empty() { "/".to_owned() } else { shown.base.clone() }
    }

    /// Empty before there is a site.
    pub fn id(&self) -> String {
        let shown = self.shown();
        if shown.files.is_empty() { String::new() } else { format!("{:016x}", shown.id ^ short_hash(&shown.base)) }
    }

    pub fn get(&self, path: &str) -> Option<File> {
        self.shown().files.get(path).map(|(file, _)| file.clone())
    }

    fn take(&self, path: &str, file: File, hash: ContentHash) -> Result<(), SinkError> {
        if !is_sound_path(path) {
            return Err(SinkError::Path { path: path.to_owned() });
        }
        let mark = short_hash(&(path, hash.as_bytes()));
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), Some((file, mark)));
        Ok(())
    }
}

/// The path of the site's address, as browsers ask for it; what is encoded stays.
fn base(base_url: &str) -> String {
    let path = base_url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let mut base = "/".to_owned();
    for c in path.chars() {
        if c.is_ascii() { base.push(c) } else { base += &linli::route::encode(c.encode_utf8(&mut [0; 4])) }
    }
    if !base.ends_with('/') {
        base.push('/');
    }
    base
}

impl Sink for Site {
    fn put_hashed(&self, path: &str, bytes: &[u8], hash: ContentHash) -> Result<(), SinkError> {
        self.take(path, File::Bytes(bytes.into()), hash)
    }

    fn remembers(&self) -> bool {
        true
    }

    fn put_file(&self, path: &str, from: &Path, hash: ContentHash, _: u64) -> Result<(), SinkError> {
        self.take(path, File::At(from.to_owned()), hash)
    }
}
