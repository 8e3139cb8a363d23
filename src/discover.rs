//! Finds the bundles: the files that exist, and the records that they belong to by name.
//!
//! In: the files in `content/`. Out: [`Bundle`]s in order of id, the data files, findings. Always: no file
//! is opened here; the kind comes from the top folder, the id from folder and stem; nothing outside the
//! folder is reachable (no symlinks).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::diagnostic::Diagnostic;
use crate::fs::{Entry, FileSystem, FsError, Kind as EntryKind, slashes};
use crate::hash::short_hash;
use crate::load::odd;
use crate::record::field::nearest;
use crate::record::{KINDS, Kind};
use crate::value::reference::is_slug;
use crate::value::{LangId, RecordId};

/// The folder of the records.
pub const CONTENT: &str = "content";

/// Stems that would collide with the site's own addresses or cannot be file names on Windows.
const RESERVED: &[&str] = &[
    "all", "tags", "search", "data", "index", "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Addresses of the site's own pages at the root of a language, beside the folders of kinds, including planned ones.
const OF_THE_SITE: &[&str] = &["changes", "promises", "funds", "week", "threads", "questions", "data", "log", "all", "tags", "search"];

/// A file as found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Relative to the site, forward slashes.
    pub path: Arc<str>,
    /// The path for opening the file.
    pub disk: PathBuf,
    pub len: u64,
    pub modified: Option<SystemTime>,
}

/// The files of one record.
#[derive(Debug, Clone)]
pub struct Bundle {
    pub id: RecordId,
    pub kind: &'static Kind,
    pub primary: File,
    pub sidecars: Vec<(LangId, File)>,
    /// Files in the place of attachments, by the name that the record would use.
    pub beside: Arc<BTreeMap<String, File>>,
    /// A hash of the names, lengths and times of those files; `None` if the disk has no times.
    pub beside_fingerprint: Option<u64>,
    /// The last change of these files; `None` if there are none.
    pub beside_changed: Option<SystemTime>,
}

/// The contents of `content/`.
#[derive(Debug, Default)]
pub struct Found {
    pub bundles: Vec<Bundle>,
    pub glossary: Option<File>,
    pub tags: Option<File>,
    /// Files other than texts of records; they are read if a record names them.
    pub others: Vec<Arc<str>>,
    pub findings: Vec<Diagnostic>,
}

impl Bundle {
    /// The text files, the primary first.
    pub fn texts(&self) -> impl Iterator<Item = &File> {
        std::iter::once(&self.primary).chain(self.sidecars.iter().map(|(_, file)| file))
    }

    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut File> {
        std::iter::once(&mut self.primary).chain(self.sidecars.iter_mut().map(|(_, file)| file))
    }
}

/// The part of `content/` to look at again; paths are relative to it.
#[derive(Debug, Clone, Copy)]
pub enum Extent<'p> {
    Everything,
    /// These paths and everything below them.
    Below(&'p [&'p str]),
    /// Only these files, which existed before.
    Files(&'p [&'p str]),
}

/// The files beside the records of a folder.
#[derive(Debug, Clone)]
struct Beside {
    files: Arc<BTreeMap<String, File>>,
    fingerprint: Option<u64>,
    /// The last change of these files.
    changed: Option<SystemTime>,
}

fn beside_of(files: BTreeMap<String, File>) -> Beside {
    let states = files.iter().map(|(name, file)| Some((name, file.len, file.modified?))).collect::<Option<Vec<_>>>();
    let changed = files.values().filter_map(|file| file.modified).max();
    Beside { fingerprint: states.map(|states| short_hash(&states)), changed, files: Arc::new(files) }
}

/// A Markdown file with the parts of its name.
struct Page<'a> {
    dir: &'a str,
    stem: &'a str,
    suffix: Option<&'a str>,
    file: File,
}

/// Walks `content/`. `languages` are the path segments, the primary first.
pub fn content(fs: &dyn FileSystem, root: &Path, languages: &[&str]) -> Result<Found, FsError> {
    Ok(Listing::walk(fs, root)?.bundles(languages))
}

/// Updates the files of `content/`. `false` if one of [`Extent::Files`] is no longer a file; the caller must then use
/// [`Extent::Below`].
pub fn look(listing: &mut Listing, fs: &dyn FileSystem, root: &Path, extent: Extent<'_>) -> Result<bool, FsError> {
    match extent {
        Extent::Everything => *listing = Listing::walk(fs, root)?,
        Extent::Below(paths) => {
            for path in paths {
                listing.look_below(fs, root, path)?;
            }
        }
        Extent::Files(paths) => {
            for path in paths {
                if !listing.look_at_file(fs, path)? {
                    return Ok(false);
                }
            }
        }
    }
    Ok(true)
}

/// The files of `content/`, by relative path.
#[derive(Debug, Default)]
pub struct Listing {
    /// Reads the folder; empty if it does not exist.
    top: Option<EntryKind>,
    files: BTreeMap<String, File>,
    /// Findings about entries that are not plain files.
    not_files: BTreeMap<String, Diagnostic>,
}

impl Listing {
    /// A file by its path relative to `content/`.
    pub fn file(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    fn walk(fs: &dyn FileSystem, root: &Path) -> Result<Self, FsError> {
        let mut listing = Self::default();
        let base = root.join(CONTENT);
        listing.top = fs.metadata(&base)?.map(|meta| meta.kind);
        if listing.top == Some(EntryKind::Dir) {
            for entry in fs.walk(&base)? {
                listing.add(&base, "", entry);
            }
        }
        Ok(listing)
    }

    /// Updates a path and everything below it.
    fn look_below(&mut self, fs: &dyn FileSystem, root: &Path, path: &str) -> Result<(), FsError> {
        let base = root.join(CONTENT);
        self.top = fs.metadata(&base)?.map(|meta| meta.kind);
        let below = format!("{path}/");
        self.files.retain(|known, _| known != path && !known.starts_with(&below));
        self.not_files.retain(|known, _| known != path && !known.starts_with(&below));
        let disk = base.join(path);
        let Some(meta) = fs.metadata(&disk)? else { return Ok(()) };
        let is_dir = meta.kind == EntryKind::Dir;
        self.add(&base, "", Entry { path: PathBuf::from(path), meta });
        if is_dir {
            for entry in fs.walk(&disk)? {
                self.add(&base, &below, entry);
            }
        }
        Ok(())
    }

    /// Updates length and time of a known file; returns whether it still exists.
    fn look_at_file(&mut self, fs: &dyn FileSystem, path: &str) -> Result<bool, FsError> {
        let Some(file) = self.files.get_mut(path) else { return Ok(false) };
        match fs.metadata(&file.disk)? {
            Some(meta) if meta.kind == EntryKind::File => {
                (file.len, file.modified) = (meta.len, meta.modified);
                Ok(true)
            }
            _ => Ok(false),
        }
    }

    /// Adds a plain file with a readable name; anything else gives a finding.
    fn add(&mut self, base: &Path, below: &str, entry: Entry) {
        let Some(name) = slashes(&entry.path) else {
            let path = format!("{CONTENT}/{below}{}", entry.path.to_string_lossy());
            self.not_files.insert(path.clone(), Diagnostic::error("E105", "e105-name", path));
            return;
        };
        let relative = format!("{below}{name}");
        if relative.split('/').any(is_noise) {
            return;
        }
        let path: Arc<str> = format!("{CONTENT}/{relative}").into();
        match entry.meta.kind {
            EntryKind::Dir => {}
            EntryKind::File => {
                let disk = base.join(&relative);
                self.files.insert(relative, File { path, disk, len: entry.meta.len, modified: entry.meta.modified });
            }
            EntryKind::Symlink | EntryKind::Other => {
                self.not_files.extend(odd(entry.meta.kind, path).map(|finding| (relative, finding)));
            }
        }
    }

    /// The bundles that the files form. `languages` are the path segments, the primary first.
    pub fn bundles(&self, languages: &[&str]) -> Found {
        let mut found = Found::default();
        match self.top {
            Some(EntryKind::Dir) => {}
            Some(kind @ (EntryKind::Symlink | EntryKind::Other)) => {
                found.findings.extend(odd(kind, CONTENT.into()));
                return found;
            }
            None | Some(EntryKind::File) => {
                found.findings.push(Diagnostic::error("E105", "e105-no-content", CONTENT));
                return found;
            }
        }
        found.findings.extend(self.not_files.values().cloned());
        // The order of a walk: by folder, names in byte order.
        assemble(self.files.iter().map(|(path, file)| (path.clone(), file.clone())).collect(), languages, &mut found);
        found.bundles.sort_by(|a, b| a.id.cmp(&b.id));
        found
    }
}

/// Whether the file is a temporary file of editors, office programs or systems.
fn is_noise(name: &str) -> bool {
    let small = name.to_lowercase();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(small.as_str(), "thumbs.db" | "ehthumbs.db" | "desktop.ini" | "icon\r" | "__macosx" | "@eadir" | "$recycle.bin")
        || [".tmp", ".swp", ".bak", ".crdownload", ".part"].iter().any(|end| small.ends_with(end))
}

/// The path without its `.md`, which Windows may write in capitals.
fn without_md(path: &str) -> Option<&str> {
    let at = path.len().checked_sub(3)?;
    path.get(at..)?.eq_ignore_ascii_case(".md").then(|| &path[..at])
}

/// Endings of text files that are not `.md`, as people mistakenly use them.
const LIKE_RECORDS: &[&str] = &["txt", "md", "markdown", "doc", "docx", "wps", "rtf", "html", "htm"];

/// E112: files of `content/` that are not used. `named` are the paths that records name, `broken` the folders of unreadable records,
/// whose names of files are unknown.
pub fn unread(others: &[Arc<str>], named: &dyn Fn(&str) -> bool, broken: &dyn Fn(&str) -> bool) -> Vec<Diagnostic> {
    let one = |path: &&Arc<str>| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let extension = name.rsplit_once('.').map_or(String::new(), |(_, e)| e.to_lowercase());
        let stem = name.split('.').next().unwrap_or(name);
        if LIKE_RECORDS.contains(&extension.as_str()) {
            Diagnostic::warning("E112", "e112-record", Arc::clone(path)).arg("file", name).arg("stem", stem)
        } else {
            Diagnostic::new(crate::diagnostic::Severity::Info, "E112", "e112-unlisted", Arc::clone(path)).arg("file", name)
        }
    };
    others.iter().filter(|path| !named(path) && !broken(path)).map(|path| one(&path)).collect()
}

fn assemble(files: Vec<(String, File)>, languages: &[&str], found: &mut Found) {
    let bundle_dirs: std::collections::BTreeSet<String> = files
        .iter()
        .filter_map(|(path, _)| without_md(path)?.strip_suffix("/index"))
        .filter(|dir| dir.contains('/'))
        .map(str::to_owned)
        .collect();
    // The outermost folder with an `index.md` is the bundle; deeper files belong to it.
    let bundle_of = |path: &str| {
        let mut dir = path;
        let mut outermost = None;
        while let Some((parent, _)) = dir.rsplit_once('/') {
            if bundle_dirs.contains(parent) {
                outermost = Some(parent.to_owned());
            }
            dir = parent;
        }
        outermost
    };
    let mut beside: BTreeMap<String, BTreeMap<String, File>> = BTreeMap::new();
    let mut pages: Vec<(String, File)> = Vec::new();
    for (path, file) in files {
        match path.as_str() {
            "glossary.yaml" => found.glossary = Some(file),
            "tags.yaml" => found.tags = Some(file),
            _ => {
                let bundle = bundle_of(&path);
                let dir = bundle.clone().unwrap_or_else(|| path.rsplit_once('/').map_or(String::new(), |(d, _)| d.to_owned()));
                let name = path[dir.len()..].trim_start_matches('/').to_owned();
                let is_page = without_md(&name)
                    .is_some_and(|stem| bundle.is_none() || stem == "index" || (stem.starts_with("index.") && !stem.contains('/')));
                if is_page {
                    pages.push((path, file));
                } else {
                    found.others.push(Arc::clone(&file.path));
                    beside.entry(dir).or_default().insert(name, file);
                }
            }
        }
    }
    let beside: BTreeMap<String, Beside> = beside.into_iter().map(|(dir, files)| (dir, beside_of(files))).collect();
    let mut primaries: BTreeMap<(String, String), Bundle> = BTreeMap::new();
    let mut sidecars: Vec<(String, String, String, File)> = Vec::new();
    let mut ids: BTreeMap<RecordId, Arc<str>> = BTreeMap::new();
    for (path, file) in &pages {
        let page = take_apart(path, file.clone());
        match page.suffix {
            None => {
                if let Some(bundle) = bundle(&page, &beside, &mut found.findings) {
                    let key = (page.dir.to_owned(), page.stem.to_owned());
                    if let Some(first) = ids.get(&bundle.id) {
                        let finding = Diagnostic::error("COM-01", "com-01-id-twice", Arc::clone(&bundle.primary.path));
                        found.findings.push(finding.arg("id", bundle.id.as_str()).arg("other", &**first));
                    } else {
                        ids.insert(bundle.id.clone(), Arc::clone(&bundle.primary.path));
                        primaries.insert(key, bundle);
                    }
                }
            }
            Some(suffix) => sidecars.push((page.dir.to_owned(), page.stem.to_owned(), suffix.to_owned(), page.file)),
        }
    }
    for (dir, stem, suffix, file) in sidecars {
        let lang = languages.iter().position(|l| *l == suffix);
        match (lang, primaries.get_mut(&(dir, stem))) {
            (Some(0), _) => {
                found.findings.push(Diagnostic::error("E106", "e106-primary-suffix", Arc::clone(&file.path)).arg("suffix", suffix));
            }
            (None, _) => {
                let near = nearest(&suffix, languages.iter().skip(1).copied()).unwrap_or("").to_owned();
                let known: Vec<String> = languages.iter().skip(1).map(|l| (*l).to_owned()).collect();
                let finding =
                    Diagnostic::error("E106", "e106-unknown-language", Arc::clone(&file.path)).arg("suffix", suffix).arg("near", near);
                let finding = finding.arg("others", known.len());
                found.findings.push(finding.arg("known", crate::diagnostic::Arg::OneOf(known)));
            }
            (Some(_), None) => found.findings.push(Diagnostic::error("E106", "e106-orphan", Arc::clone(&file.path))),
            (Some(lang), Some(bundle)) => bundle.sidecars.push((LangId(lang as u8), file)),
        }
    }
    for bundle in primaries.values_mut() {
        crate::order::sort_by_key(&mut bundle.sidecars, |(lang, _)| *lang);
    }
    found.bundles = primaries.into_values().collect();
}

/// Whether the site itself has a page of this name at the root of a language.
fn is_taken(stem: &str) -> bool {
    OF_THE_SITE.contains(&stem) || KINDS.iter().any(|kind| kind.folder == stem)
}

fn take_apart(path: &str, file: File) -> Page<'_> {
    let (dir, name) = path.rsplit_once('/').unwrap_or(("", path));
    let name = without_md(name).unwrap_or(name);
    let (stem, suffix) = name.split_once('.').map_or((name, None), |(stem, suffix)| (stem, Some(suffix)));
    Page { dir, stem, suffix, file }
}

fn bundle(page: &Page<'_>, beside: &BTreeMap<String, Beside>, findings: &mut Vec<Diagnostic>) -> Option<Bundle> {
    let path = Arc::clone(&page.file.path);
    let folder = page.dir.split('/').next().unwrap_or("");
    let Some(kind) = Kind::of_folder(folder) else {
        let near = nearest(folder, KINDS.iter().map(|k| k.folder)).unwrap_or("");
        let known = KINDS.iter().map(|k| k.folder.to_owned()).collect();
        let finding = Diagnostic::error("COM-03", "com-03-unknown-folder", path).arg("folder", folder).arg("near", near);
        findings.push(finding.arg("known", crate::diagnostic::Arg::OneOf(known)));
        return None;
    };
    let is_folder_bundle = page.stem == "index" && page.dir.contains('/');
    let stem = if is_folder_bundle { page.dir.rsplit('/').next().unwrap_or("") } else { page.stem };
    if !is_slug(stem) {
        findings.push(Diagnostic::error("COM-01", "com-01-stem", path).arg("stem", stem));
        return None;
    }
    if RESERVED.contains(&stem) || (kind.folder == "pages" && is_taken(stem)) {
        findings.push(Diagnostic::error("COM-01", "com-01-reserved", path).arg("stem", stem));
        return None;
    }
    let nothing = Beside { files: Arc::default(), fingerprint: Some(0), changed: None };
    let beside = beside.get(page.dir).cloned().unwrap_or(nothing);
    Some(Bundle {
        id: RecordId::new(kind.folder, stem),
        kind,
        primary: page.file.clone(),
        sidecars: Vec::new(),
        beside: beside.files,
        beside_fingerprint: beside.fingerprint,
        beside_changed: beside.changed,
    })
}
