//! What the hall remembers from one compilation to the next.
//!
//! In: a request, and what changed since the last one. Out: the same as a compilation from nothing, byte for byte and
//! finding for finding (a law that random edits test). Always: what is remembered is the work of pure functions
//! (reading a bundle, checking it, relating records, rendering a page), each with everything it was made from; when in
//! doubt the work is done again.

mod cache;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use crate::check::{self, Surroundings};
use crate::deps::{self, Id};
use crate::diagnostic::{self, Diagnostic};
use crate::discover::{self, Bundle, Found, Listing};
use crate::hash::short_hash;
use crate::pages;
use crate::parse::{self, Parsed};
use crate::plan::{self, Page, Plan};
use crate::record::cx::Finding;
use crate::relate::{self, Index, Library, Showing};
use crate::render::{self, Frames, OutputTree};
use crate::sink::Sink;
use crate::site::Site;
use crate::value::{Date, RecordId};
pub use cache::Cache;

use crate::{Failure, Progress, Request, Step, about_font, attachments, beyond_the_table, chinese_first, load, publisher};

/// What changed since the last compilation with the same memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changes {
    /// Nobody knows: every file is looked at, though not read.
    Unknown,
    /// These paths, relative to the site, with forward slashes; of folders everything below them.
    Paths(BTreeSet<String>),
}

/// Everything remembered. A new one remembers nothing.
#[derive(Default)]
pub struct Incremental {
    options: Option<Options>,
    site: Option<Loaded>,
    listing: Listing,
    found: Found,
    /// Bundle by path of its Markdown files.
    owners: HashMap<Arc<str>, usize>,
    bundles: HashMap<RecordId, Kept>,
    related: Related,
    pages: deps::Pages,
    /// Rows of lists.
    row_cache: pages::RowCache,
    /// All records of the fingerprints that the pages know.
    records_hash: plan::RecordsHash,
    /// Theme files and attachments.
    files: OutputTree,
    /// Fonts cut down to the letters of the pages, and the style sheets that name them.
    web_fonts: OutputTree,
    frames: Option<Frames>,
    tree: Arc<OutputTree>,
    /// The pages are those of what was related last.
    is_in_step: bool,
    /// Readings of earlier runs, and the key of this program.
    cache: Option<(Arc<dyn Cache>, u64)>,
}

/// What a request asks for, as far as everything depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Options {
    root: PathBuf,
    drafts: bool,
    portable: bool,
    base_url: Option<String>,
}

/// Settings, theme and words.
struct Loaded {
    site: Option<Arc<Site>>,
    findings: Vec<Diagnostic>,
}

/// One bundle, read and checked.
struct Kept {
    fingerprint: Option<u64>,
    parsed: Arc<Parsed>,
    checked: check::Checked,
}

/// A bundle that was read again, with what it was before.
type Reread = (RecordId, Option<Arc<Parsed>>);

/// What lies between records.
#[derive(Default)]
struct Related {
    today: Option<Date>,
    library: Arc<Library>,
    plan: Arc<Plan>,
    /// Output path → place in the plan.
    places: HashMap<String, usize>,
    /// What rules between records found, and the same with its places.
    found: BTreeMap<Index, (Vec<Finding>, Vec<Diagnostic>)>,
    /// What was found in texts, and what the settings are told.
    findings: Vec<Diagnostic>,
}

/// A checked site, before its findings are weighed.
pub struct Analysis {
    pub site: Option<Arc<Site>>,
    pub library: Arc<Library>,
    pub plan: Arc<Plan>,
    /// What stands on the day of the request.
    pub findings: Vec<Diagnostic>,
    /// All bundles as read, for those who go on without some of them.
    pub parsed: Vec<Arc<Parsed>>,
    /// Ingredients that changed, where no more than that did.
    touched: Option<Vec<(Id, u64)>>,
}

/// What rendering did.
pub struct Rendered {
    pub tree: Arc<OutputTree>,
    pub findings: Vec<Diagnostic>,
    /// Files made anew.
    pub made: Vec<String>,
    /// Files of before that are no more.
    pub gone: Vec<String>,
}

impl Incremental {
    /// One that remembers the pages of an earlier run.
    pub fn of_pages(pages: deps::Pages) -> Self {
        Self { pages, ..Self::default() }
    }

    /// Reads with the help of what an earlier run of the same program read.
    pub fn with_cache(self, cache: Arc<dyn Cache>, program: u64) -> Self {
        Self { cache: Some((cache, program)), ..self }
    }

    /// The pages as they were made last, for a later run.
    pub fn pages(&self) -> &deps::Pages {
        &self.pages
    }

    /// Everything up to the plan; only what changed is read.
    pub fn analyze(&mut self, request: &Request<'_>, changes: &Changes, progress: &dyn Progress) -> Result<Analysis, Failure> {
        let options = Options {
            root: request.root.to_owned(),
            drafts: request.drafts,
            portable: request.portable,
            base_url: request.base_url.clone(),
        };
        if self.options.as_ref() != Some(&options) {
            // Pages say by themselves what they were made from.
            let pages = std::mem::take(&mut self.pages);
            *self = Self { options: Some(options), pages, cache: self.cache.take(), ..Self::default() };
        }
        progress.step(Step::Load);
        let is_new_site = self.settle_site(request, changes)?;
        let loaded = self.site.as_ref().map(|l| (l.site.clone(), l.findings.clone()));
        let (Some(site), findings) = loaded.unwrap_or_default() else {
            let findings = self.site.as_ref().map(|l| l.findings.clone()).unwrap_or_default();
            return Ok(Analysis { site: None, library: Arc::default(), plan: Arc::default(), findings, parsed: Vec::new(), touched: None });
        };
        let done = self.read(request, &site, changes, progress);
        let (reread, is_same_list) = match done {
            Ok(done) => done,
            Err(failure) => {
                // Half of it is remembered: begin anew next time.
                *self = Self { cache: self.cache.take(), ..Self::of_pages(std::mem::take(&mut self.pages)) };
                return Err(failure);
            }
        };
        progress.step(Step::Relate);
        let touched = self.relate(request, &site, &reread, is_same_list && !is_new_site, progress);
        // Until the pages are made again they are behind; if an error forbids that, the next time must know.
        let touched = touched.filter(|_| std::mem::take(&mut self.is_in_step));
        self.is_in_step = false;
        progress.step(Step::Weigh);
        let day = request.today.to_string();
        let mut all: Vec<Diagnostic> = findings.into_iter().filter(|d| !is_later(d, &day)).collect();
        all.extend(publisher(&site, &self.related.library));
        all.extend(chinese_first(&site));
        all.extend(self.found.findings.iter().cloned());
        all.extend(beyond_the_table(self.kept().flat_map(|k| &k.checked.beyond)));
        // A large site has thousands that only later days will tell.
        all.extend(self.told().filter(|d| !is_later(d, &day)).cloned());
        let parsed = if request.keep_going { self.kept().map(|k| Arc::clone(&k.parsed)).collect() } else { Vec::new() };
        Ok(Analysis {
            site: Some(site),
            library: Arc::clone(&self.related.library),
            plan: Arc::clone(&self.related.plan),
            findings: all,
            parsed,
            touched,
        })
    }

    /// What was found that will stand from a later day on if nothing is done, by that day.
    pub fn coming(&self, today: Date) -> Vec<Diagnostic> {
        let Some(site) = self.site.as_ref().and_then(|loaded| loaded.site.as_ref()) else { return Vec::new() };
        let day = today.to_string();
        // A birthday that lies ahead is nobody's, and no date to keep.
        let is_birthday = |d: &&Diagnostic| matches!(d.code, "COM-10" | "COM-11");
        let later = self.told().filter(|d| is_later(d, &day) && !is_birthday(d)).cloned().collect();
        let mut coming = site.apply_levels(later);
        diagnostic::sort(&mut coming);
        coming.sort_by(|a, b| a.since.cmp(&b.since));
        coming
    }

    fn kept(&self) -> impl Iterator<Item = &Kept> {
        self.found.bundles.iter().filter_map(|b| self.bundles.get(&b.id))
    }

    /// All that was found in and between records.
    fn told(&self) -> impl Iterator<Item = &Diagnostic> {
        let inside = self.kept().flat_map(|k| k.parsed.findings.iter().chain(&k.checked.findings));
        let between = self.related.found.values().flat_map(|(_, placed)| placed);
        inside.chain(&self.related.findings).chain(between)
    }

    /// Loads settings, theme and words again where one of their files may have changed; whether anything did.
    fn settle_site(&mut self, request: &Request<'_>, changes: &Changes) -> Result<bool, Failure> {
        let is_theirs =
            |path: &String| !path.starts_with("content/") || matches!(path.as_str(), "content/glossary.yaml" | "content/tags.yaml");
        if let (Some(_), Changes::Paths(paths)) = (&self.site, changes)
            && !paths.iter().any(|p| is_theirs(p) || p == discover::CONTENT)
        {
            return Ok(false);
        }
        let (site, findings) = load(request)?;
        let key = |site: &Option<Arc<Site>>| site.as_ref().map(|s| s.key);
        let site = site.map(Arc::new);
        let before = self.site.as_ref();
        let same = before.is_some_and(|b| key(&b.site) == key(&site) && site.is_some());
        if same {
            // It may say the same at other places of its files.
            self.site = Some(Loaded { site, findings });
            return Ok(false);
        }
        let reading = |site: &Option<Arc<Site>>| site.as_ref().map(|s| s.reading_key);
        if before.is_none_or(|b| reading(&b.site) != reading(&site)) {
            self.bundles.clear();
            self.found = Found::default();
            self.owners.clear();
        }
        self.site = Some(Loaded { site, findings });
        Ok(true)
    }

    /// Reads and checks the bundles that changed. Out: which those are, and whether the list of bundles stayed.
    fn read(
        &mut self,
        request: &Request<'_>,
        site: &Site,
        changes: &Changes,
        progress: &dyn Progress,
    ) -> Result<(Vec<Reread>, bool), Failure> {
        progress.step(Step::Discover);
        let (dirty, is_same_list) = self.look(request, site, changes)?;
        progress.step(Step::Read);
        let shared = parse::Shared { fs: request.fs, languages: &site.languages };
        let around = Surroundings {
            fs: request.fs,
            root: request.root,
            profile: &site.profile,
            holidays: site.holidays,
            languages: &site.languages,
            attachment_bytes: site.config.limits.attachment_bytes,
        };
        let read = |at: &usize| -> Result<(RecordId, Kept), Failure> {
            let bundle = &self.found.bundles[*at];
            let parsed = parse::bundle(&shared, bundle)?;
            let checked = check::bundle(&around, &parsed)?;
            Ok((bundle.id.clone(), Kept { fingerprint: fingerprint(bundle), parsed: Arc::new(parsed), checked }))
        };
        let read: Vec<(RecordId, Kept)> = match &self.cache {
            // Everything is to be read: nothing was, in this run.
            Some((cache, program)) if self.bundles.is_empty() => {
                let key = short_hash(&(program, site.reading_key));
                let kept = cache::read_all(&**cache, key, (&shared, &around), &self.found.bundles)?;
                self.found.bundles.iter().map(|b| b.id.clone()).zip(kept).collect()
            }
            _ => dirty.par_iter().map(read).collect::<Result<_, _>>()?,
        };
        let again = read.into_iter().map(|(id, kept)| {
            let before = self.bundles.insert(id.clone(), kept);
            (id, before.map(|k| k.parsed))
        });
        Ok((again.collect(), is_same_list))
    }

    /// Finds the bundles to read, by their place in the list.
    fn look(&mut self, request: &Request<'_>, site: &Site, changes: &Changes) -> Result<(Vec<usize>, bool), Failure> {
        let languages: Vec<&str> = site.languages.iter().map(|l| l.path.as_str()).collect();
        if let (Changes::Paths(paths), false) = (changes, self.owners.is_empty()) {
            let below: Vec<&str> = paths.iter().filter_map(|p| p.strip_prefix("content/")).collect();
            let whole = paths.contains(discover::CONTENT);
            if let (Some(dirty), false) = (self.known_texts(request, &below)?, whole) {
                return Ok((dirty, true));
            }
            if whole {
                self.listing = Listing::walk(request.fs, request.root)?;
            } else {
                for path in &below {
                    self.listing.look(request.fs, request.root, path)?;
                }
            }
        } else {
            self.listing = Listing::walk(request.fs, request.root)?;
        }
        let before: Vec<RecordId> = self.found.bundles.iter().map(|b| b.id.clone()).collect();
        self.found = self.listing.bundles(&languages);
        self.owners = owners(&self.found.bundles);
        let named: HashSet<&RecordId> = self.found.bundles.iter().map(|b| &b.id).collect();
        self.bundles.retain(|id, _| named.contains(id));
        let told = match changes {
            Changes::Paths(paths) => Some(paths),
            Changes::Unknown => None,
        };
        let is_dirty = |bundle: &Bundle| {
            let is_told = told.is_some_and(|paths| paths.iter().any(|path| concerns(path, bundle)));
            is_told || self.bundles.get(&bundle.id).is_none_or(|kept| kept.fingerprint.is_none() || kept.fingerprint != fingerprint(bundle))
        };
        let dirty: Vec<bool> = self.found.bundles.par_iter().map(is_dirty).collect();
        let dirty = dirty.into_iter().enumerate().filter(|(_, dirty)| *dirty).map(|(at, _)| at).collect();
        let is_same_list = before.iter().eq(self.found.bundles.iter().map(|b| &b.id));
        Ok((dirty, is_same_list))
    }

    /// The quick way: only texts of known bundles changed, and all are still there.
    fn known_texts(&mut self, request: &Request<'_>, below: &[&str]) -> Result<Option<Vec<usize>>, Failure> {
        let mut dirty = BTreeSet::new();
        for path in below.iter().filter(|p| !matches!(**p, "glossary.yaml" | "tags.yaml")) {
            let full = format!("{}/{path}", discover::CONTENT);
            let Some(&at) = self.owners.get(full.as_str()) else { return Ok(None) };
            let Some(now) = self.listing.look_at_file(request.fs, path)?.cloned() else { return Ok(None) };
            let bundle = &mut self.found.bundles[at];
            let texts = std::iter::once(&mut bundle.primary).chain(bundle.sidecars.iter_mut().map(|(_, file)| file));
            texts.filter(|file| file.path == now.path).for_each(|file| file.clone_from(&now));
            dirty.insert(at);
        }
        Ok(Some(dirty.into_iter().collect()))
    }

    /// Relates the records anew, or puts those that were read again in their places where nothing else can have changed.
    fn relate(
        &mut self,
        request: &Request<'_>,
        site: &Site,
        reread: &[Reread],
        is_same_list: bool,
        progress: &dyn Progress,
    ) -> Option<Vec<(Id, u64)>> {
        if is_same_list
            && self.related.today == Some(request.today)
            && let Some(touched) = self.replace(reread)
        {
            return Some(touched);
        }
        self.frames = None;
        let parsed: Vec<&Parsed> = self.found.bundles.iter().filter_map(|b| self.bundles.get(&b.id)).map(|k| &*k.parsed).collect();
        let languages: Vec<String> = site.languages.iter().map(|l| l.path.clone()).collect();
        let tags: HashSet<String> = site.tags.keys().cloned().collect();
        let showing = Showing { today: request.today, drafts: request.drafts };
        let rules = relate::Rules { profile: &site.profile, holidays: site.holidays, languages: &languages, tags: &tags };
        let (library, found, mut findings) = relate::library(&parsed, showing, &rules);
        let placed = |(at, found): (Index, Vec<Finding>)| {
            let placed = parse::place(&library.records[at], &found);
            (at, (found, placed))
        };
        let found = found.into_iter().map(placed).collect();
        progress.step(Step::Plan);
        let (plan, notes) = plan::pages(site, &library, request.today, request.portable);
        findings.extend(notes);
        let places = plan.pages.iter().enumerate().map(|(at, page)| (page.output(), at)).collect();
        self.related = Related { today: Some(request.today), library: Arc::new(library), plan: Arc::new(plan), places, found, findings };
        None
    }

    /// Puts records in the place of those of before that they are like in all that others go by.
    fn replace(&mut self, reread: &[Reread]) -> Option<Vec<(Id, u64)>> {
        let mut places = Vec::new();
        for (id, before) in reread {
            let now = self.bundles.get(id)?.parsed.record.as_ref()?;
            let before = before.as_ref()?.record.as_ref()?;
            let told = |d: &Diagnostic| *d.path == *now.source.path || before.body_places.iter().flatten().any(|(s, _)| s.path == d.path);
            let news = || relate::misnames(&self.related.library, now);
            if now.hashes.interface_hash != before.hashes.interface_hash || self.related.findings.iter().any(told) || news() {
                return None;
            }
            places.push((self.related.library.find(id)?, Arc::clone(now)));
        }
        if places.is_empty() {
            return Some(Vec::new());
        }
        // Whoever still holds the library of before keeps it as it was.
        let library = Arc::get_mut(&mut self.related.library)?;
        let mut touched = Vec::new();
        for (at, record) in places {
            let own = plan::of_record(&record, library.is_shown(at));
            if self.pages.fingerprints.get(own[0].0) != Some(own[0].1) {
                touched.extend(self.records_hash.replace(&self.pages.fingerprints, record.id.as_str(), own[0]));
            }
            touched.extend(own);
            // What its rules said of it still holds, at other places of its text.
            if let Some((found, placed)) = self.related.found.get_mut(&at) {
                *placed = parse::place(&record, found);
            }
            library.records[at] = record;
        }
        Some(touched)
    }

    /// Renders what is out of date into the sink.
    pub fn render(
        &mut self,
        request: &Request<'_>,
        analysis: &Analysis,
        site: &Site,
        sink: &dyn Sink,
        progress: &dyn Progress,
    ) -> Result<Rendered, Failure> {
        let (library, plan) = (&*analysis.library, &*analysis.plan);
        if self.frames.is_none() {
            match render::frames(site, library, plan) {
                Ok(frames) => self.frames = Some(frames),
                Err(finding) => return Ok(Rendered { tree: Arc::default(), findings: vec![finding], made: Vec::new(), gone: Vec::new() }),
            }
        }
        let Some(frames) = &self.frames else { return Ok(Rendered::nothing()) };
        progress.step(Step::Compare);
        let base = short_hash(&(site.key, frames.hash, request.portable));
        let quick = analysis.touched.as_ref().filter(|_| self.pages.base == base);
        let is_same_base = self.pages.base == base;
        self.pages.base = base;
        let mut todo: Vec<&Page> = Vec::new();
        let mut gone = Vec::new();
        let mut files_made = Vec::new();
        let mut unfit = Vec::new();
        match quick {
            Some(touched) if sink.remembers() => {
                let changed: Vec<Id> =
                    sorted(touched.iter().filter(|(id, hash)| self.pages.fingerprints.get(*id) != Some(*hash)).map(|(id, _)| *id));
                self.row_cache.forget(&changed);
                let stale = self.pages.made.par_iter().filter(|(_, made)| deps::meets(&made.deps, &changed));
                let stale: Vec<&String> = stale.map(|(path, _)| path).collect();
                let mut places: Vec<usize> = stale.iter().filter_map(|path| self.related.places.get(*path).copied()).collect();
                places.sort_unstable();
                todo.extend(places.into_iter().map(|at| &plan.pages[at]));
                self.pages.fingerprints.replace(touched);
            }
            _ => {
                let (fingerprints, records_hash) = plan::fingerprints(library, plan);
                let changed = fingerprints.changed(&self.pages.fingerprints);
                if is_same_base {
                    self.row_cache.forget(&changed);
                } else {
                    self.row_cache.clear();
                }
                for page in &plan.pages {
                    let path = page.output();
                    let kept = match self.pages.stays(&path, &changed).filter(|_| is_same_base) {
                        Some(_) if sink.remembers() => true,
                        Some(made) => sink.keep(&path, made.hash, made.len)?,
                        None => false,
                    };
                    if !kept {
                        todo.push(page);
                    }
                }
                (self.pages.fingerprints, self.records_hash) = (fingerprints, records_hash);
                let places = &self.related.places;
                gone = self.pages.made.keys().filter(|path| !places.contains_key(*path)).cloned().collect();
                gone.iter().for_each(|path| drop(self.pages.made.remove(path)));
                let files = attachments(request, site, library, &self.files, sink)?;
                gone.extend(self.files.keys().filter(|path| !files.tree.contains_key(*path)).cloned());
                self.files = files.tree;
                files_made = files.made;
                unfit = files.findings;
            }
        }
        progress.step(Step::Render);
        // What is being made is not remembered until it is: a failure on the way leaves it to the next time.
        for page in &todo {
            self.pages.made.remove(&page.output());
        }
        let inputs = pages::Inputs { site, library, plan };
        let renderer = render::Renderer { inputs, frames, row_cache: &self.row_cache };
        let render::Batch { made, mut findings } = renderer.pages(&todo, sink, progress)?;
        findings.append(&mut unfit);
        let mut names: Vec<String> = made.iter().map(|(path, _)| path.clone()).collect();
        if quick.is_some() {
            Arc::make_mut(&mut self.tree).extend(made.iter().map(|(path, file)| (path.clone(), (file.hash, file.len))));
        }
        self.pages.made.extend(made);
        if quick.is_none() {
            let pages = self.pages.made.iter().map(|(path, file)| (path.clone(), (file.hash, file.len)));
            self.tree = Arc::new(pages.chain(self.files.iter().map(|(path, info)| (path.clone(), *info))).collect());
        }
        let web_fonts = render::web_fonts(site, &self.pages.made, &self.web_fonts, sink)?;
        let before = std::mem::replace(&mut self.web_fonts, web_fonts.tree);
        if !before.is_empty() || !self.web_fonts.is_empty() {
            let tree = Arc::make_mut(&mut self.tree);
            for path in before.into_keys().filter(|path| !self.web_fonts.contains_key(path)) {
                tree.remove(&path);
                gone.push(path);
            }
            tree.extend(self.web_fonts.iter().map(|(path, info)| (path.clone(), *info)));
        }
        findings.extend(web_fonts.broken.iter().map(|path| about_font(&site.config, path, "e108-font-broken")));
        names.extend(web_fonts.made);
        names.extend(files_made);
        names.sort_unstable();
        gone.sort_unstable();
        // What could not be made is tried again each time, and told again.
        self.is_in_step = findings.is_empty();
        Ok(Rendered { tree: Arc::clone(&self.tree), findings, made: names, gone })
    }
}

impl Analysis {
    /// Goes on with another library: that without the broken records.
    pub fn go_on(&mut self, site: &Site, library: &Arc<Library>, request: &Request<'_>) {
        self.plan = Arc::new(plan::pages(site, library, request.today, request.portable).0);
        self.library = Arc::clone(library);
        self.touched = None;
    }
}

impl Rendered {
    fn nothing() -> Self {
        Self { tree: Arc::default(), findings: Vec::new(), made: Vec::new(), gone: Vec::new() }
    }
}

fn sorted(ids: impl Iterator<Item = Id>) -> Vec<Id> {
    let mut ids: Vec<Id> = ids.collect();
    ids.sort_unstable();
    ids
}

/// Whether it will stand on a later day only, unless something is done.
fn is_later(finding: &Diagnostic, today: &str) -> bool {
    finding.since.as_ref().is_some_and(|day| **day > *today)
}

fn owners(bundles: &[Bundle]) -> HashMap<Arc<str>, usize> {
    let mut owners = HashMap::with_capacity(bundles.len() * 2);
    for (at, bundle) in bundles.iter().enumerate() {
        owners.insert(Arc::clone(&bundle.primary.path), at);
        owners.extend(bundle.sidecars.iter().map(|(_, file)| (Arc::clone(&file.path), at)));
    }
    owners
}

/// Whether a change at this path may concern a bundle: one of its texts, a folder above one, a file beside it.
fn concerns(path: &str, bundle: &Bundle) -> bool {
    let mut texts = std::iter::once(&bundle.primary).chain(bundle.sidecars.iter().map(|(_, file)| file));
    let folder = bundle.primary.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_at_or_below = |file: &str, path: &str| file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    texts.any(|file| is_at_or_below(&file.path, path)) || (!path.ends_with(".md") && is_at_or_below(path, folder))
}

/// Tells two states of a bundle's files apart without reading them; `None` where the disk knows no times.
fn fingerprint(bundle: &Bundle) -> Option<u64> {
    let texts = std::iter::once(&bundle.primary).chain(bundle.sidecars.iter().map(|(_, file)| file));
    let texts: Vec<_> = texts.map(|file| Some((&*file.path, file.len, file.modified?))).collect::<Option<_>>()?;
    Some(short_hash(&(texts, bundle.beside_fingerprint?)))
}

/// What can be told of the files that are no pages.
pub struct Files {
    pub tree: OutputTree,
    pub made: Vec<String>,
    /// Pictures that could not be made smaller.
    pub findings: Vec<Diagnostic>,
}
