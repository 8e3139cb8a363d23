//! A compiled site in memory.
//!
//! In: files as rendering makes them, those that changed; what browsers ask for. Out: the file at a path, and which pages
//! somebody waits for. Always: nothing but what was handed in can be got out; a page that is out of date is waited for
//! rather than shown, and of what is being made nothing stays if it does not become whole; attachments stay where
//! they are on the disk and are read when asked for.

use std::collections::{BTreeMap, HashSet, VecDeque};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};

use linli::hash::ContentHash;
use linli::hash::short_hash;
use linli::render::OutputTree;
use linli::sink::SinkError;
use linli::write::is_sound_path;

/// A file of the site.
#[derive(Debug, Clone)]
pub enum File {
    Bytes(Arc<[u8]>),
    /// Stands on the disk.
    At(PathBuf),
}

/// So many pages are taken to be open in a browser: those asked for last.
const OPEN: usize = 8;

/// A site that is shown, and what waits to be shown with the next one.
#[derive(Debug, Default)]
pub struct Site {
    shown: RwLock<Shown>,
    coming: Mutex<Coming>,
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

/// The next site, while its pages are made.
#[derive(Debug, Default)]
struct Coming {
    /// Pages that are still to be made; `None` where none are being made.
    pages: Option<HashSet<String>>,
    base: String,
    /// Those that somebody waits for and nobody has begun, in the order of making.
    wanted: VecDeque<String>,
    /// … and those that are not there yet.
    awaited: HashSet<String>,
    /// How often it became another one for those who wait: tells the states of a site on its way apart.
    steps: u64,
    /// Pages asked for lately, the last one first.
    open: VecDeque<String>,
}

impl Coming {
    fn want(&mut self, path: &str) {
        if self.pages.as_ref().is_some_and(|pages| pages.contains(path)) && self.awaited.insert(path.to_owned()) {
            self.wanted.push_back(path.to_owned());
        }
    }
}

/// Pages are being made; when this ends they are shown, or forgotten by those who waited for them.
pub struct Making<'a>(&'a Site);

impl Drop for Making<'_> {
    fn drop(&mut self) {
        let mut coming = self.0.coming();
        *coming = Coming { open: std::mem::take(&mut coming.open), ..Coming::default() };
    }
}

impl Site {
    /// To be held while the next site is made.
    pub fn making(&self) -> Making<'_> {
        Making(self)
    }

    fn coming(&self) -> MutexGuard<'_, Coming> {
        self.coming.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// These pages are made now; those that are open in a browser are wanted first.
    pub fn expect(&self, base_url: &str, paths: &[String]) {
        let mut coming = self.coming();
        let open = std::mem::take(&mut coming.open);
        *coming = Coming { pages: Some(paths.iter().cloned().collect()), base: base(base_url), ..Coming::default() };
        open.iter().for_each(|path| coming.want(path));
        coming.open = open;
    }

    /// What to make first.
    pub fn wanted(&self) -> Option<String> {
        self.coming().wanted.pop_front()
    }

    /// Takes note that a browser asks for this page. Whether it has to wait: the page is still to be made.
    pub fn ask(&self, path: &str) -> bool {
        let mut coming = self.coming();
        if coming.open.front().is_none_or(|last| last != path) {
            coming.open.retain(|open| open != path);
            coming.open.push_front(path.to_owned());
            coming.open.truncate(OPEN);
        }
        coming.want(path);
        coming.awaited.contains(path)
    }

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
        let base = if shown.files.is_empty() { self.coming().base.clone() } else { shown.base.clone() };
        if base.is_empty() { "/".to_owned() } else { base }
    }

    /// Empty before there is a site.
    pub fn id(&self) -> String {
        let shown = self.shown();
        let coming = self.coming();
        let step = coming.pages.is_some().then_some(coming.steps);
        if shown.files.is_empty() && step.is_none() {
            return String::new();
        }
        format!("{:016x}", shown.id ^ short_hash(&shown.base) ^ step.map_or(0, |step| short_hash(&(1, step))))
    }

    /// The file as it is now: while pages are made, a new one as soon as it is there.
    pub fn get(&self, path: &str) -> Option<File> {
        if self.coming().pages.is_some() {
            let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(file) = waiting.get(path) {
                return file.as_ref().map(|(file, _)| file.clone());
            }
        }
        self.shown().files.get(path).map(|(file, _)| file.clone())
    }

    /// Takes a file. Whether it was the last that somebody waited for.
    pub fn take(&self, path: &str, file: File, hash: ContentHash) -> Result<bool, SinkError> {
        if !is_sound_path(path) {
            return Err(SinkError::Path { path: path.to_owned() });
        }
        let mark = short_hash(&(path, hash.as_bytes()));
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), Some((file, mark)));
        let mut coming = self.coming();
        if let Some(pages) = &mut coming.pages {
            pages.remove(path);
        }
        let is_last = coming.awaited.remove(path) && coming.awaited.is_empty();
        coming.steps += u64::from(is_last);
        Ok(is_last)
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
