//! Incremental compilation: which results of earlier compilations are still valid.
//!
//! In: what changed since the last compilation, and the results of the stages as `compile` hands them over. Out: which bundles to
//! read, whether to relate the records, which pages to render. Always: this module calls no stage except through what `compile`
//! passes in; the result equals that of a compilation from nothing, byte for byte and finding for finding (a test with random edits
//! checks it); only results of pure functions are kept, each with its dependencies; in doubt the work is done again.

mod bundles;
mod cache;
mod pages;
mod records;

use std::collections::{BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::Arc;

use crate::deps::{self, Id};
use crate::diagnostic::Diagnostic;
use crate::discover::{CONTENT, Found, Listing};
use crate::load::Loaded;
use crate::lock::{self, Lock};
use crate::pages::RowCache;
use crate::plan::RecordsHash;
use crate::render::{Frames, OutputTree};
use crate::request::Request;
use crate::route;
use crate::site::Site;
use crate::value::RecordId;

use bundles::{ReadBundle, Reread};
use records::RelatedRecords;

pub(crate) use bundles::Stages;
pub use cache::Cache;
pub(crate) use pages::Rendered;

/// What changed since the last compilation with the same [`Incremental`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// Not known: every file is looked at, though not read.
    Unknown,
    /// These paths, relative to the site, with forward slashes; a folder means everything below it.
    Paths(BTreeSet<String>),
}

/// The results of earlier compilations. A new one has none.
#[derive(Default)]
pub struct Incremental {
    options: Option<Options>,
    /// The last analysis failed halfway, so the results kept here belong to two states of the site.
    is_half_done: bool,
    loaded: Option<Loaded>,
    /// `loaded` comes from another [`Incremental`] and is never loaded again.
    is_site_given: bool,
    listing: Listing,
    found: Found,
    /// Position of a bundle in the list, by the paths of its Markdown files.
    owners: HashMap<Arc<str>, usize>,
    bundles: HashMap<RecordId, ReadBundle>,
    related: RelatedRecords,
    pages: deps::Pages,
    row_cache: RowCache,
    lock: Option<Arc<Lock>>,
    lock_memo: lock::Memo,
    /// The hash over all records that is part of the fingerprints in `pages`.
    records_hash: RecordsHash,
    /// Theme files and attachments.
    files: OutputTree,
    /// Fonts subset to the letters of the pages, and the style sheets that name them.
    web_fonts: OutputTree,
    frames: Option<Arc<Frames>>,
    tree: Arc<OutputTree>,
    /// The pages match the records as last related.
    is_in_step: bool,
    /// Bundles parsed by earlier runs, and the key of this program.
    cache: Option<(Arc<dyn Cache>, u64)>,
    run: Run,
}

/// The options of a request that every result depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Options {
    root: PathBuf,
    drafts: bool,
    portable: bool,
    base_url: Option<String>,
}

/// The state of the present compilation.
#[derive(Default)]
struct Run {
    /// Settings, theme or words differ from those of the last compilation.
    is_new_site: bool,
    /// The bundles are the same as in the last compilation.
    is_same_list: bool,
    /// Bundles to read, by position in the list.
    to_read: Vec<usize>,
    reread: Vec<Reread>,
    /// The keys with a new fingerprint, if nothing else changed.
    touched: Option<Vec<(Id, u64)>>,
    /// Only pages that were in the output before have changed.
    is_patch: bool,
    rendered: Rendered,
}

impl Incremental {
    /// Starts with the pages of an earlier run.
    pub fn of_pages(pages: deps::Pages) -> Self {
        Self { pages, ..Self::default() }
    }

    /// Starts with the settings, the theme and the words that another one loaded, and never loads them itself: for many sites that
    /// differ in their records only.
    pub fn with_site_of(other: &Self) -> Self {
        Self { loaded: other.loaded.clone(), is_site_given: other.loaded.is_some(), ..Self::default() }
    }

    /// Starts with the bundles that an earlier run of the same program parsed.
    pub fn with_cache(self, cache: Arc<dyn Cache>, program: u64) -> Self {
        Self { cache: Some((cache, program)), ..self }
    }

    /// The pages as last rendered, for a later run.
    pub fn pages(&self) -> &deps::Pages {
        &self.pages
    }

    /// Begins a compilation. Drops results that were made with other options.
    pub fn begin(&mut self, request: &Request<'_>) {
        let options = Options {
            root: request.root.to_owned(),
            drafts: request.drafts,
            portable: request.portable,
            base_url: request.base_url.clone(),
        };
        if self.is_half_done || self.options.as_ref() != Some(&options) {
            // Pages are kept: each has the hashes of its dependencies.
            let pages = std::mem::take(&mut self.pages);
            let given = if self.is_site_given { Self::with_site_of(self) } else { Self::default() };
            *self = Self { options: Some(options), pages, cache: self.cache.take(), ..given };
            self.run.is_new_site = self.is_site_given;
        } else {
            self.run = Run::default();
        }
    }

    /// Whether a file of the settings, the theme or the words may have changed.
    pub fn must_load(&self, changes: &Changes) -> bool {
        let is_of_site =
            |path: &String| !path.starts_with("content/") || matches!(path.as_str(), "content/glossary.yaml" | "content/tags.yaml");
        match (&self.loaded, changes) {
            _ if self.is_site_given => false,
            (Some(_), Changes::Paths(paths)) => paths.iter().any(|path| is_of_site(path) || path == CONTENT),
            _ => true,
        }
    }

    /// Whether the lock of published figures may have changed.
    pub fn must_read_lock(&self, changes: &Changes) -> bool {
        match changes {
            Changes::Paths(paths) if self.lock.is_some() => paths.contains(lock::FILE_NAME),
            _ => true,
        }
    }

    pub fn keep_lock(&mut self, lock: Arc<Lock>) {
        self.lock = Some(lock);
    }

    pub fn lock(&self) -> Option<&Arc<Lock>> {
        self.lock.as_ref()
    }

    /// What differs between the records and the lock.
    pub fn compare_lock(&mut self, lock: &Arc<Lock>, language: &str, scope: lock::Scope) -> Vec<Diagnostic> {
        let library = self.library();
        let known = lock::Known { is_broken: &|id| library.is_broken(id), address: &|id| route::record(id, language) };
        lock::compare(lock, &library.records, &known, scope, &mut self.lock_memo)
    }

    /// Stores the loaded site. Drops the bundles if they have to be read again for it.
    pub fn keep_loaded(&mut self, loaded: Loaded) {
        let keys = |loaded: &Loaded| loaded.site.as_ref().map(|site| (site.key, site.reading_key));
        let (before, now) = (self.loaded.as_ref().map(keys), keys(&loaded));
        // The same site may have findings at other places of its files.
        self.loaded = Some(loaded);
        if now.is_some() && before == Some(now) {
            return;
        }
        self.run.is_new_site = true;
        let reading_key = |keys: Option<(u64, u64)>| keys.map(|(_, reading)| reading);
        if before.map(reading_key) != Some(reading_key(now)) {
            self.bundles.clear();
            self.found = Found::default();
            self.owners.clear();
        }
    }

    /// The site; if it could not be loaded, the findings.
    pub fn site(&self) -> Result<Arc<Site>, Vec<Diagnostic>> {
        match &self.loaded {
            Some(Loaded { site: Some(site), .. }) => Ok(Arc::clone(site)),
            Some(loaded) => Err(loaded.findings.clone()),
            None => Err(Vec::new()),
        }
    }
}
