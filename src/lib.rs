//! linli 邻里: a compiler for public accountability.
//!
//! [`compile`] calls the stages in order:
//!
//! ```text
//! load → discover → parse → check → relate → plan → pages → render → write
//! ```
//!
//! - [`load`]: settings, theme, words → site. What all records and pages share.
//! - [`discover`]: folders → bundles. Which files exist and what they claim to be.
//! - [`parse`]: bundle → record. Text to typed values, one bundle at a time, in parallel.
//! - [`mod@check`]: records → findings. Rules that hold inside one record.
//! - [`relate`]: records → library. Identity, references, chains, order; rules between records.
//! - [`plan`]: library → plan. Which pages exist, at which address. The date ends here.
//! - [`pages`]: a page of the plan → bytes. What each page shows, and a record of its dependencies.
//! - [`render`]: renders the pages in parallel and hands each to a [`sink::Sink`].
//! - [`mod@write`]: the sink of `build`: publishes all files or none; unchanged files are not touched.
//!
//! Always: each stage takes a finished value and returns a finished value with findings; a mistake of an author is a finding, `Err`
//! is a failure of the machine; files are reached through [`fs::FileSystem`] only, and the date is an input. [`Incremental`]
//! decides which results of an earlier compilation are still valid.

pub mod check;
pub mod config;
pub mod deps;
pub mod diagnostic;
pub mod discover;
pub mod font;
pub mod fs;
pub mod hash;
mod incremental;
pub mod load;
pub mod locale;
pub mod lock;
pub mod markdown;
pub mod media;
pub mod office;
pub mod order;
pub mod pages;
pub mod parse;
pub mod picture;
pub mod plan;
pub mod profile;
pub mod qr;
pub mod record;
pub mod relate;
pub mod render;
pub mod request;
pub mod route;
pub mod rulebook;
pub mod sink;
pub mod site;
pub mod source;
pub mod svg;
pub mod theme;
pub mod value;
pub mod write;
pub mod yaml;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use check::{Part, Surroundings};
use diagnostic::Diagnostic;
use discover::{Bundle, Extent, Listing};
use hash::short_hash;
use incremental::{Rendered, Stages};
use lock::Lock;
use parse::{Input, Parsed, PartialRecord};
use plan::Plan;
use relate::{Library, Rules, Showing, Unpublished};
use render::OutputTree;
use sink::Sink;
use site::Site;
use value::{DateTime, RecordId};

pub use incremental::{Cache, Changes, Incremental};
pub use render::{Progress, Step};
pub use request::{Failure, Request};

/// All records checked, nothing rendered.
#[derive(Default)]
pub struct Checked {
    /// `None` where the settings or the theme do not allow going on.
    pub site: Option<Arc<Site>>,
    pub library: Arc<Library>,
    /// Sorted, each with the severity the site gives it.
    pub findings: Vec<Diagnostic>,
    /// The figures published before.
    pub lock: Arc<Lock>,
    /// Findings that will hold from a later day if nothing is done, by that day. Filled by [`check()`] only; after a compilation
    /// ask [`Incremental::coming`].
    pub coming: Vec<Diagnostic>,
}

/// The result of a compilation.
pub struct Compiled {
    pub checked: Checked,
    /// Path → hash and length of every file handed to the sink; empty where nothing was rendered.
    pub tree: Arc<OutputTree>,
    /// Files of the tree that were made now, in order; the others are unchanged.
    pub made: Vec<String>,
    /// Files of the last compilation with the same [`Incremental`] that no longer exist.
    pub gone: Vec<String>,
    /// Number of HTML pages in the tree.
    pub pages: usize,
    /// Records not shown, with the reason, in order of id.
    pub unpublished: Vec<(RecordId, Unpublished)>,
    /// When the site changes by itself.
    pub next_change: Option<DateTime>,
}

impl Checked {
    fn has_errors(&self) -> bool {
        self.findings.iter().any(Diagnostic::is_error)
    }

    /// The site, if its pages may be rendered in spite of the findings.
    fn renderable(&self, request: &Request<'_>) -> Option<Arc<Site>> {
        let is_blocked = self.has_errors() && (!request.keep_going || self.findings.iter().any(is_fatal));
        self.site.clone().filter(|_| !is_blocked)
    }
}

impl Compiled {
    /// Nothing rendered.
    fn without_pages(checked: Checked) -> Self {
        let library = &checked.library;
        let unpublished = library.unpublished.iter().map(|(index, reason)| (library.records[*index].id.clone(), *reason)).collect();
        Self { tree: Arc::default(), made: Vec::new(), gone: Vec::new(), pages: 0, unpublished, next_change: None, checked }
    }

    fn with_pages(checked: Checked, plan: &Plan, rendered: Rendered) -> Self {
        let mut compiled = Self::without_pages(checked);
        (compiled.tree, compiled.made, compiled.gone) = (rendered.tree, rendered.made, rendered.gone);
        compiled.pages = plan.pages.iter().filter(|page| page.is_html()).count();
        compiled.next_change = plan.next_change;
        let checked = &mut compiled.checked;
        let levels = checked.site.as_ref().map(|site| &site.config.levels);
        checked.findings.extend(levels.map(|levels| levels.apply(rendered.findings)).unwrap_or_default());
        diagnostic::sort(&mut checked.findings);
        compiled
    }

    /// Records shown, for the manifest.
    pub fn shown(&self) -> BTreeMap<String, write::Shown> {
        let library = &self.checked.library;
        let entry = |&index: &usize| {
            let record = &library.records[index];
            let tombstone = record.envelope.status() == record::envelope::Status::Withdrawn;
            (record.id.to_string(), write::Shown { aliases: record.envelope.aliases.clone(), tombstone })
        };
        library.newest.iter().map(entry).collect()
    }
}

/// All stages but publishing: the pages are handed to the sink. An error among the findings prevents rendering; the caller decides
/// whether to publish.
pub fn compile(request: &Request<'_>, sink: &dyn Sink, progress: &dyn Progress) -> Result<Compiled, Failure> {
    compile_again(request, &mut Incremental::default(), &Changes::Unknown, sink, progress)
}

/// [`compile`], but reusing the results of the last compilation with this [`Incremental`] where they are still valid.
pub fn compile_again(
    request: &Request<'_>,
    incremental: &mut Incremental,
    changes: &Changes,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<Compiled, Failure> {
    let (checked, plan) = analyze(request, incremental, changes, progress)?;
    let Some(site) = checked.renderable(request) else { return Ok(Compiled::without_pages(checked)) };
    let library = Arc::clone(&checked.library);
    // Without the broken records it is another site, of which no page exists yet.
    let mut of_sound_records = Incremental::default();
    let incremental = if checked.has_errors() { &mut of_sound_records } else { incremental };

    let frames = match incremental.frames() {
        Some(frames) => frames,
        None => match render::frames(&site, &library, &plan) {
            Ok(frames) => incremental.keep_frames(frames),
            Err(finding) => return Ok(Compiled::with_pages(checked, &plan, Rendered { findings: vec![finding], ..Rendered::default() })),
        },
    };
    progress.step(Step::Compare);
    let base = short_hash(&(site.key, frames.hash, request.portable));
    let stale = incremental.compare(base, &library, &plan, sink)?;
    if stale.with_files {
        incremental.keep_files(render::attachments(request, &site, &library, incremental.files(), sink)?);
    }

    progress.step(Step::Render);
    let inputs = pages::Inputs { site: &site, library: &library, plan: &plan };
    let renderer = render::Renderer { inputs, frames: &frames, row_cache: incremental.row_cache() };
    let batch = renderer.pages(&stale.pages, sink, progress)?;
    incremental.keep_pages(batch);
    let web_fonts = render::web_fonts(&site, &incremental.pages().made, incremental.web_fonts(), sink)?;
    let broken = web_fonts.broken.iter().map(|language| load::about_font(&site.config, language, "e108-font-broken")).collect();
    incremental.keep_web_fonts(web_fonts, broken);
    Ok(Compiled::with_pages(checked, &plan, incremental.finish()))
}

/// The stages up to the plan. With `keep_going`, library and plan are those of the records without errors.
fn analyze(
    request: &Request<'_>,
    incremental: &mut Incremental,
    changes: &Changes,
    progress: &dyn Progress,
) -> Result<(Checked, Arc<Plan>), Failure> {
    incremental.begin(request);
    progress.step(Step::Load);
    if incremental.must_load(changes) {
        let mut loaded = load::site(request)?;
        loaded.findings.extend(check::site_texts(&loaded.texts));
        incremental.keep_loaded(loaded);
    }
    let site = match incremental.site() {
        Ok(site) => site,
        Err(mut findings) => {
            diagnostic::sort(&mut findings);
            return Ok((Checked { findings, ..Checked::default() }, Arc::default()));
        }
    };

    progress.step(Step::Discover);
    let look = |listing: &mut Listing, extent: Extent<'_>| discover::look(listing, request.fs, request.root, extent);
    incremental.discover(changes, &site, &look)?;

    progress.step(Step::Read);
    let shared = parse::Shared { fs: request.fs, languages: &site.languages, join_lines: site.config.join_lines };
    let around = Surroundings::of(request, &site);
    let parse = |bundle: &Bundle, input: Input| parse::bundle(&shared, bundle, input);
    let check = |parsed: &Parsed, part: Part| check::bundle(&around, parsed, part);
    incremental.read(&Stages { parse: &parse, check: &check })?;

    progress.step(Step::Relate);
    let showing = Showing { today: request.today, drafts: request.drafts };
    let rules = Rules::of(&site);
    if !incremental.replace_records(request.today) {
        let related = relate::library(&incremental.parsed(), showing, &rules);
        progress.step(Step::Plan);
        let planned = plan::pages(&site, &related.library, request.today, request.portable);
        incremental.keep_related(request.today, related, planned);
    }

    progress.step(Step::ApplyLevels);
    let (mut library, mut plan) = (incremental.library(), incremental.plan());
    let mut findings = check::settings(&site, |id| library.find(id).is_some(), &incremental.years_without_holidays());
    findings.extend(incremental.findings(request.today));
    if incremental.must_read_lock(changes) {
        incremental.keep_lock(load::lock(request, incremental.lock())?);
    }
    let lock = incremental.lock().cloned().unwrap_or_default();
    findings.extend(published_figures(request, &site, incremental, &lock));
    let mut findings = site.apply_levels(findings);
    if request.keep_going && findings.iter().any(Diagnostic::is_error) {
        let sound = without_broken(&incremental.parsed(), &findings);
        library = Arc::new(relate::library(&sound.iter().collect::<Vec<_>>(), showing, &rules).library);
        plan = Arc::new(plan::pages(&site, &library, request.today, request.portable).0);
    }
    diagnostic::sort(&mut findings);
    Ok((Checked { site: Some(site), library, findings, lock, coming: Vec::new() }, plan))
}

/// COM-08, and E110 where it is asked for: the records beside the lock.
fn published_figures(request: &Request<'_>, site: &Site, incremental: &mut Incremental, lock: &Arc<Lock>) -> Vec<Diagnostic> {
    let scope = request.scope();
    let mut found = incremental.compare_lock(lock, site.languages.first().map_or("", |l| l.path.as_str()), scope);
    if request.locked && found.is_empty() {
        let library = incremental.library();
        let next = lock::next(lock, &library.records, &|id| library.is_broken(id), scope);
        found.extend(next.tally.finding());
    }
    found
}

/// The stages up to the plan, and the findings of later days; nothing is rendered.
pub fn check(request: &Request<'_>, progress: &dyn Progress) -> Result<Checked, Failure> {
    let mut incremental = Incremental::default();
    let (mut checked, _) = analyze(request, &mut incremental, &Changes::Unknown, progress)?;
    checked.coming = incremental.coming(request.today);
    Ok(checked)
}

/// The posting sheets of some records as one self-contained page: the records chosen by `choose`, in its order. `None` if it chose
/// none, or if an error prevents rendering, as in [`compile`]: paper must say what the site says.
pub fn sheets(
    request: &Request<'_>,
    choose: &mut dyn FnMut(&Library) -> Option<Vec<relate::Index>>,
    title: &str,
) -> Result<(Checked, Option<Vec<u8>>), Failure> {
    let (mut checked, plan) = analyze(request, &mut Incremental::default(), &Changes::Unknown, &())?;
    let Some(site) = checked.site.clone().filter(|_| !checked.has_errors()) else { return Ok((checked, None)) };
    let Some(records) = choose(&checked.library) else { return Ok((checked, None)) };
    let inputs = pages::Inputs { site: &site, library: &checked.library, plan: &plan };
    match render::sheets(inputs, &records, title) {
        Ok(page) => Ok((checked, Some(page))),
        Err(finding) => {
            checked.findings.push(*finding);
            Ok((checked, None))
        }
    }
}

/// Errors that `--keep-going` does not skip: errors of settings and theme, personal data.
fn is_fatal(finding: &Diagnostic) -> bool {
    // Settings too large or too deep to be read (E103) are broken settings as well.
    finding.is_error() && (&*finding.path == config::FILE_NAME || rulebook::rule(finding.code).is_some_and(rulebook::Rule::is_fatal))
}

/// The bundles, without the records that have an error. Such a record is known to exist, so a reference to it is no further
/// mistake, but a link to it leads nowhere.
fn without_broken(parsed: &[&Parsed], findings: &[Diagnostic]) -> Vec<Parsed> {
    let broken: HashSet<&str> = findings.iter().filter(|d| d.is_error()).map(|d| &*d.path).collect();
    let is_sound = |p: &Parsed| !p.sources.iter().any(|source| broken.contains(&*source.path));
    let without_broken = |p: &&Parsed| Parsed {
        id: p.id.clone(),
        record: p.record.clone().filter(|_| is_sound(p)),
        sources: Vec::new(),
        partial: PartialRecord::default(),
        findings: Vec::new(),
    };
    parsed.iter().map(without_broken).collect()
}
