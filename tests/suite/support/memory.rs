//! A disk and an output folder in memory.
//!
//! In: paths and bytes. Out: the same through [`FileSystem`] and [`Sink`]. Always: the disk is read-only, and its walk has the order
//! of the real one: parents first, names in byte order.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use linli::fs::{Entry, FileSystem, FsError, Guard, Kind, Metadata, Op, Result};
use linli::hash::ContentHash;
use linli::sink::{Sink, SinkError};

/// An entry of the disk.
#[derive(Debug, Clone)]
pub(crate) enum Thing {
    File(Vec<u8>),
    /// A file of so many line breaks, too long to store.
    Long(u64),
    Symlink,
    Pipe,
}

/// Files by absolute path; the site's folder is `/site`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Memory {
    things: BTreeMap<PathBuf, Thing>,
    /// Modification times, in steps of the disk's own clock.
    times: BTreeMap<PathBuf, u64>,
    now: u64,
}

impl Memory {
    pub(crate) const ROOT: &'static str = "/site";

    pub(crate) fn root() -> &'static Path {
        Path::new(Self::ROOT)
    }

    /// A site with the files of a folder on the real disk.
    pub(crate) fn copy_of(folder: &Path) -> Self {
        Self::copy_below(folder, "")
    }

    /// The same, below a folder of the site.
    pub(crate) fn copy_below(folder: &Path, below: &str) -> Self {
        let mut memory = Self::default();
        for entry in linli::fs::Disk.walk(folder).expect("a folder of the project") {
            if entry.meta.kind == Kind::File {
                let bytes = std::fs::read(folder.join(&entry.path)).expect("a file of the project");
                let name = entry.name().expect("project files have plain names");
                memory.put(Path::new(below).join(name).to_str().expect("project files have plain names"), bytes);
            }
        }
        memory
    }

    /// `path` is relative to the site's folder.
    pub(crate) fn put(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.place(path, Thing::File(bytes.into()));
    }

    pub(crate) fn place(&mut self, path: &str, thing: Thing) {
        let path = Path::new(Self::ROOT).join(path);
        self.now += 1;
        self.times.insert(path.clone(), self.now);
        self.things.insert(path, thing);
    }

    pub(crate) fn remove(&mut self, path: &str) {
        self.things.remove(&Path::new(Self::ROOT).join(path));
    }

    /// The files below a folder of the site, relative to the site.
    pub(crate) fn below(&self, folder: &str) -> Vec<String> {
        let folder = Path::new(Self::ROOT).join(folder);
        let inside = self.things.keys().filter(|path| path.starts_with(&folder));
        inside.filter_map(|path| Some(path.strip_prefix(Self::ROOT).ok()?.to_str()?.to_owned())).collect()
    }

    /// Whether the path is a record or a file beside one. All others are settings, theme, words, profiles and fonts.
    pub(crate) fn is_of_records(path: &str) -> bool {
        path.starts_with("content/") && !matches!(path, "content/glossary.yaml" | "content/tags.yaml")
    }

    /// A hash of all files outside records, with their paths.
    pub(crate) fn surroundings(&self) -> ContentHash {
        let others = self.below("").into_iter().filter(|path| !Self::is_of_records(path));
        let lines: String = others.map(|path| format!("{} {path}\n", ContentHash::of(&self.bytes(&path)))).collect();
        ContentHash::of(lines.as_bytes())
    }

    /// The text of a file.
    pub(crate) fn text(&self, path: &str) -> String {
        match self.things.get(&Path::new(Self::ROOT).join(path)) {
            Some(Thing::File(bytes)) => String::from_utf8(bytes.clone()).expect("samples are UTF-8"),
            _ => panic!("there is no {path}"),
        }
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, path: &str) -> Vec<u8> {
        match self.things.get(&Path::new(Self::ROOT).join(path)) {
            Some(Thing::File(bytes)) => bytes.clone(),
            _ => panic!("there is no {path}"),
        }
    }

    fn thing(&self, op: Op, path: &Path) -> Result<&Thing> {
        self.things.get(path).ok_or_else(|| FsError::new(op, path, io::ErrorKind::NotFound.into()))
    }

    fn meta(&self, path: &Path, thing: Option<&Thing>) -> Metadata {
        let modified = self.times.get(path).map(|step| SystemTime::UNIX_EPOCH + Duration::from_secs(*step));
        let (kind, len) = match thing {
            None => (Kind::Dir, 0),
            Some(Thing::File(bytes)) => (Kind::File, bytes.len() as u64),
            Some(Thing::Long(len)) => (Kind::File, *len),
            Some(Thing::Symlink) => (Kind::Symlink, 0),
            Some(Thing::Pipe) => (Kind::Other, 0),
        };
        Metadata { kind, len, id: None, modified: modified.or(Some(SystemTime::UNIX_EPOCH)) }
    }
}

fn refused<T>(op: Op, path: &Path) -> Result<T> {
    Err(FsError::new(op, path, io::ErrorKind::ReadOnlyFilesystem.into()))
}

impl FileSystem for Memory {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>> {
        match self.thing(Op::Read, path)? {
            Thing::File(bytes) if bytes.len() as u64 <= limit => Ok(bytes.clone()),
            Thing::Long(len) if *len <= limit => Ok(vec![b'\n'; *len as usize]),
            Thing::File(_) | Thing::Long(_) => Err(FsError::new(Op::Read, path, io::ErrorKind::FileTooLarge.into())),
            Thing::Symlink | Thing::Pipe => Err(FsError::new(Op::Read, path, io::ErrorKind::InvalidInput.into())),
        }
    }

    fn first(&self, path: &Path, len: u64) -> Result<Vec<u8>> {
        let len = usize::try_from(len).expect("a few bytes");
        match self.thing(Op::Read, path)? {
            Thing::File(bytes) => Ok(bytes[..bytes.len().min(len)].to_vec()),
            Thing::Long(all) => Ok(vec![b'\n'; len.min(usize::try_from(*all).unwrap_or(len))]),
            Thing::Symlink | Thing::Pipe => Err(FsError::new(Op::Read, path, io::ErrorKind::InvalidInput.into())),
        }
    }

    fn hash(&self, path: &Path) -> Result<(ContentHash, u64)> {
        match self.thing(Op::Read, path)? {
            Thing::File(bytes) => Ok((ContentHash::of(bytes), bytes.len() as u64)),
            Thing::Long(len) => Ok((ContentHash::of(&len.to_le_bytes()), *len)),
            Thing::Symlink | Thing::Pipe => Err(FsError::new(Op::Read, path, io::ErrorKind::InvalidInput.into())),
        }
    }

    fn walk(&self, dir: &Path) -> Result<Vec<Entry>> {
        let mut found: BTreeMap<PathBuf, Metadata> = BTreeMap::new();
        for (path, thing) in &self.things {
            let Ok(inside) = path.strip_prefix(dir) else { continue };
            for folder in inside.ancestors().skip(1).filter(|p| *p != Path::new("")) {
                found.insert(folder.to_owned(), self.meta(&dir.join(folder), None));
            }
            found.insert(inside.to_owned(), self.meta(path, Some(thing)));
        }
        Ok(found.into_iter().map(|(path, meta)| Entry { path, meta }).collect())
    }

    fn metadata(&self, path: &Path) -> Result<Option<Metadata>> {
        match self.things.get(path) {
            Some(thing) => Ok(Some(self.meta(path, Some(thing)))),
            None => Ok(self.things.keys().any(|p| p.starts_with(path)).then(|| self.meta(path, None))),
        }
    }

    fn resolve(&self, path: &Path) -> Result<PathBuf> {
        Ok(path.to_owned())
    }

    fn create_dir_all(&self, path: &Path) -> Result<()> {
        refused(Op::CreateDir, path)
    }

    fn write_new(&self, path: &Path, _: &[u8]) -> Result<()> {
        refused(Op::Write, path)
    }

    fn hard_link(&self, _: &Path, to: &Path) -> Result<()> {
        refused(Op::Link, to)
    }

    fn copy(&self, _: &Path, to: &Path) -> Result<()> {
        refused(Op::Copy, to)
    }

    fn rename(&self, _: &Path, to: &Path) -> Result<()> {
        refused(Op::Rename, to)
    }

    fn exchange(&self, _: &Path, b: &Path) -> Result<()> {
        refused(Op::Exchange, b)
    }

    fn remove_file(&self, path: &Path) -> Result<()> {
        refused(Op::Remove, path)
    }

    fn remove_dir(&self, path: &Path) -> Result<()> {
        refused(Op::Remove, path)
    }

    fn sync(&self, _: &Path) -> Result<()> {
        Ok(())
    }

    fn lock(&self, path: &Path) -> Result<Box<dyn Guard>> {
        refused(Op::Lock, path)
    }
}

/// The output in memory. Files from elsewhere are stored as their hash.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    /// Addresses that were put twice, which the contract of [`Sink`] forbids.
    pub twice: Mutex<Vec<String>>,
}

impl Tree {
    pub(crate) fn into_files(self) -> BTreeMap<String, Vec<u8>> {
        let twice = self.twice.into_inner().expect("no thread died");
        assert!(twice.is_empty(), "written twice: {twice:?}");
        self.files.into_inner().expect("no thread died")
    }

    fn take(&self, path: &str, bytes: Vec<u8>) {
        if self.files.lock().expect("no thread died").insert(path.to_owned(), bytes).is_some() {
            self.twice.lock().expect("no thread died").push(path.to_owned());
        }
    }
}

/// An output that is kept from one compilation to the next.
#[derive(Debug, Default)]
pub(crate) struct KeptOutput {
    files: Mutex<BTreeMap<String, Vec<u8>>>,
    /// In a new process, the files put or kept so far; no others stay.
    mentioned: Mutex<Option<BTreeSet<String>>>,
}

impl KeptOutput {
    /// Begins the compilation of a new process, which finds the output of the last one.
    pub(crate) fn begin_process(&self) {
        *self.mentioned.lock().expect("no thread died") = Some(BTreeSet::new());
    }

    /// Ends a full compilation: files that it neither put nor kept are removed.
    pub(crate) fn remove_unmentioned(&self) {
        if let Some(mentioned) = self.mentioned.lock().expect("no thread died").take() {
            self.files.lock().expect("no thread died").retain(|path, _| mentioned.contains(path));
        }
    }

    fn mention(&self, path: &str) {
        if let Some(mentioned) = &mut *self.mentioned.lock().expect("no thread died") {
            mentioned.insert(path.to_owned());
        }
    }

    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        self.files.lock().expect("no thread died").clone()
    }

    pub(crate) fn remove(&self, gone: &[String]) {
        let mut files = self.files.lock().expect("no thread died");
        gone.iter().for_each(|path| drop(files.remove(path)));
    }
}

impl Sink for KeptOutput {
    fn put_hashed(&self, path: &str, bytes: &[u8], _: ContentHash) -> std::result::Result<(), SinkError> {
        self.mention(path);
        self.files.lock().expect("no thread died").insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn keep(&self, path: &str, hash: ContentHash, len: u64) -> std::result::Result<bool, SinkError> {
        let holds = |bytes: &Vec<u8>| ContentHash::of(bytes) == hash || *bytes == format!("file of {len} bytes, {hash}").into_bytes();
        let is_there = self.files.lock().expect("no thread died").get(path).is_some_and(holds);
        if is_there {
            self.mention(path);
        }
        Ok(is_there)
    }

    fn keeps_output(&self) -> bool {
        self.mentioned.lock().expect("no thread died").is_none()
    }

    fn put_file(&self, path: &str, _: &Path, hash: ContentHash, len: u64) -> std::result::Result<(), SinkError> {
        self.put(path, format!("file of {len} bytes, {hash}").as_bytes())
    }
}

impl Sink for Tree {
    fn put_hashed(&self, path: &str, bytes: &[u8], _: ContentHash) -> std::result::Result<(), SinkError> {
        self.take(path, bytes.to_vec());
        Ok(())
    }

    fn put_file(&self, path: &str, _: &Path, hash: ContentHash, len: u64) -> std::result::Result<(), SinkError> {
        self.take(path, format!("file of {len} bytes, {hash}").into_bytes());
        Ok(())
    }
}
