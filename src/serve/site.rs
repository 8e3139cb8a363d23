//! A compiled site in memory.
//!
//! In: files as rendering makes them ([`Sink`]). Out: the file at a path. Always: nothing but what was
//! handed in can be got out; attachments stay where they are on the disk and are read when asked for.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use linli::hash::ContentHash;
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

/// A site, being filled or finished.
#[derive(Debug, Default)]
pub struct Site {
    files: Mutex<BTreeMap<String, File>>,
    base: String,
    id: String,
}

impl Site {
    /// Tells where the site lies, and what tells it from others. `base_url` is absolute.
    pub fn finished(mut self, base_url: &str, tree: &OutputTree) -> Self {
        let path = base_url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
        self.base = "/".to_owned();
        for c in path.chars() {
            // As browsers ask for it; what is encoded stays.
            if c.is_ascii() { self.base.push(c) } else { self.base += &linli::route::encode(c.encode_utf8(&mut [0; 4])) }
        }
        if !self.base.ends_with('/') {
            self.base.push('/');
        }
        let all: String = tree.iter().map(|(path, (hash, _))| format!("{path} {hash}\n")).collect();
        self.id = ContentHash::of((all + &self.base).as_bytes()).to_string()[..16].to_owned();
        self
    }

    /// `/` or `/a/b/`, encoded as in the address.
    pub fn base(&self) -> &str {
        if self.base.is_empty() { "/" } else { &self.base }
    }

    /// Empty before there is a site.
    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn get(&self, path: &str) -> Option<File> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner).get(path).cloned()
    }

    fn take(&self, path: &str, file: File) -> Result<(), SinkError> {
        if !is_sound_path(path) {
            return Err(SinkError::Path { path: path.to_owned() });
        }
        self.files.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), file);
        Ok(())
    }
}

impl Sink for Site {
    fn put_hashed(&self, path: &str, bytes: &[u8], _: ContentHash) -> Result<(), SinkError> {
        self.take(path, File::Bytes(bytes.into()))
    }

    fn put_file(&self, path: &str, from: &Path, _: ContentHash, _: u64) -> Result<(), SinkError> {
        self.take(path, File::At(from.to_owned()))
    }
}
