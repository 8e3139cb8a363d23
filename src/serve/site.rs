//! A compiled site in memory.
//!
//! In: rendered files; requests of browsers. Out: the file at a path, and the pages that browsers wait for. Always: only files that
//! were handed in can be requested; a request for a page that is out of date waits for the new one; if rendering fails, nothing of
//! the new site stays; attachments stay on the disk and are read when requested.

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
pub(crate) enum File {
    Bytes(Arc<[u8]>),
    /// The file is on the disk.
    At(PathBuf),
}

/// Number of pages that count as open in a browser: those requested last.
const OPEN: usize = 8;

/// The site that is shown, and the changes that the next one will show.
#[derive(Debug, Default)]
pub(crate) struct Site {
    shown: RwLock<Shown>,
    next: Mutex<NextSite>,
    /// The changes since; `None` for removed files.
    waiting: Mutex<BTreeMap<String, Option<(File, u64)>>>,
}

#[derive(Debug, Default)]
struct Shown {
    files: BTreeMap<String, (File, u64)>,
    base: String,
    /// A hash over all files, independent of their order.
    id: u64,
}

/// The next site, while its pages are rendered.
#[derive(Debug, Default)]
struct NextSite {
    /// Pages still to be rendered; `None` if no rendering is under way.
    pages: Option<HashSet<String>>,
    base: String,
    /// Pages that a browser waits for and that no thread has begun, in the order of rendering.
    wanted: VecDeque<String>,
    /// Pages that a browser waits for and that are not ready.
    awaited: HashSet<String>,
    /// A counter that distinguishes the states of an unfinished site for those who wait.
    steps: u64,
    /// Pages requested lately, the last one first.
    open: VecDeque<String>,
}

impl NextSite {
    fn want(&mut self, path: &str) {
        if self.pages.as_ref().is_some_and(|pages| pages.contains(path)) && self.awaited.insert(path.to_owned()) {
            self.wanted.push_back(path.to_owned());
        }
    }
}

/// Marks that pages are being rendered; when it is dropped they are shown, or waiting requests are released.
pub(crate) struct Rendering<'a>(&'a Site);

impl Drop for Rendering<'_> {
    fn drop(&mut self) {
        let mut next = self.0.next();
        *next = NextSite { open: std::mem::take(&mut next.open), ..NextSite::default() };
    }
}

impl Site {
    /// Held while the next site is rendered.
    pub(crate) fn rendering(&self) -> Rendering<'_> {
        Rendering(self)
    }

    fn next(&self) -> MutexGuard<'_, NextSite> {
        self.next.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// These pages are about to be rendered; those open in a browser come first.
    pub(crate) fn expect(&self, base_url: &str, paths: &[String]) {
        let mut next = self.next();
        let open = std::mem::take(&mut next.open);
        *next = NextSite { pages: Some(paths.iter().cloned().collect()), base: base(base_url), ..NextSite::default() };
        open.iter().for_each(|path| next.want(path));
        next.open = open;
    }

    /// The page to render first.
    pub(crate) fn wanted(&self) -> Option<String> {
        self.next().wanted.pop_front()
    }

    /// Notes that a browser requests this page. Returns whether the request has to wait because the page is still to be rendered.
    pub(crate) fn ask(&self, path: &str) -> bool {
        let mut next = self.next();
        if next.open.front().is_none_or(|last| last != path) {
            next.open.retain(|open| open != path);
            next.open.push_front(path.to_owned());
            next.open.truncate(OPEN);
        }
        next.want(path);
        next.awaited.contains(path)
    }

    /// Shows the changes. `base_url` is absolute and gives the site's path; `tree` lists all its files.
    pub(crate) fn show(&self, base_url: &str, tree: &OutputTree) {
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
        // After a bug the compiler may have dropped its earlier results.
        if shown.files.len() != tree.len() {
            let idle: Vec<String> = shown.files.keys().filter(|path| !tree.contains_key(*path)).cloned().collect();
            for path in idle {
                let mark = shown.files.remove(&path).map_or(0, |(_, mark)| mark);
                shown.id ^= mark;
            }
        }
        shown.base = base(base_url);
    }

    /// Drops removed files, without showing the change yet.
    pub(crate) fn forget(&self, gone: &[String]) {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        gone.iter().for_each(|path| drop(waiting.insert(path.clone(), None)));
    }

    fn shown(&self) -> RwLockReadGuard<'_, Shown> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// `/` or `/a/b/`, encoded as in the address.
    pub(crate) fn base(&self) -> String {
        let shown = self.shown();
        let base = if shown.files.is_empty() { self.next().base.clone() } else { shown.base.clone() };
        if base.is_empty() { "/".to_owned() } else { base }
    }

    /// Empty before there is a site.
    pub(crate) fn id(&self) -> String {
        let shown = self.shown();
        let next = self.next();
        let step = next.pages.is_some().then_some(next.steps);
        if shown.files.is_empty() && step.is_none() {
            return String::new();
        }
        format!("{:016x}", shown.id ^ short_hash(&shown.base) ^ step.map_or(0, |step| short_hash(&(1, step))))
    }

    /// The present file: during rendering, the new one as soon as it is ready.
    pub(crate) fn get(&self, path: &str) -> Option<File> {
        if self.next().pages.is_some() {
            let waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            if let Some(file) = waiting.get(path) {
                return file.as_ref().map(|(file, _)| file.clone());
            }
        }
        self.shown().files.get(path).map(|(file, _)| file.clone())
    }

    /// Stores a file. Returns whether it was the last that a browser waited for.
    pub(crate) fn take(&self, path: &str, file: File, hash: ContentHash) -> Result<bool, SinkError> {
        if !is_sound_path(path) {
            return Err(SinkError::Path { path: path.to_owned() });
        }
        let mark = short_hash(&(path, hash.as_bytes()));
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned(), Some((file, mark)));
        let mut next = self.next();
        if let Some(pages) = &mut next.pages {
            pages.remove(path);
        }
        let is_last = next.awaited.remove(path) && next.awaited.is_empty();
        next.steps += u64::from(is_last);
        Ok(is_last)
    }
}

/// The path of the site's address, as browsers request it; percent-encoding stays.
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
