//! linli 邻里: a compiler for public accountability.
//!
//! This is the hall: the way through the house, stage by stage, and nothing else.
//!
//! ```text
//! discover → parse → check → relate → plan → pages → render → write
//! ```
//!
//! - [`discover`]: folders → bundles. Which files exist and what they claim to be.
//! - [`parse`]: bundle → record. Text to typed values, one bundle at a time, side by side.
//! - [`mod@check`]: records → findings. Rules that hold inside one record.
//! - [`relate`]: records → library. Identity, references, chains, order; rules between records.
//! - [`plan`]: library → plan. Which pages exist, at which address. The date ends here.
//! - [`pages`]: a page of the plan → bytes. What stands on each page, and a note of all that it read.
//! - [`render`]: the queue of pages, each handed to a [`sink::Sink`] as it is made.
//! - [`mod@write`]: the sink of `build`: all or nothing; untouched files stay untouched.
//!
//! Always: each stage takes a finished value and returns a finished value with findings; what an author
//! got wrong is a finding, `Err` is for the machine; files are reached through [`fs::FileSystem`] only,
//! and the date is an input.

pub mod check;
pub mod config;
pub mod deps;
pub mod diagnostic;
pub mod discover;
pub mod font;
pub mod fs;
pub mod hash;
mod incremental;
pub mod locale;
pub mod markdown;
pub mod office;
pub mod pages;
pub mod parse;
pub mod picture;
pub mod plan;
pub mod profile;
pub mod qr;
pub mod record;
pub mod relate;
pub mod render;
pub mod route;
pub mod rulebook;
pub mod sink;
pub mod site;
pub mod source;
pub mod theme;
pub mod value;
pub mod write;
pub mod yaml;

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use diagnostic::Diagnostic;
use fs::{FileSystem, FsError};
use hash::ContentHash;
use incremental::{Analysis, Files};
use parse::Parsed;
use relate::{Library, Showing, Unpublished};
use render::OutputTree;
use sink::{Sink, SinkError};
use site::{Site, Texts};
use source::Source;
use value::date::Zone;
use value::{Date, DateTime, RecordId};

pub use incremental::{Cache, Changes, Incremental};
pub use render::{Progress, Step};

/// What to compile, and for which day.
#[derive(Clone)]
pub struct Request<'a> {
    pub fs: &'a dyn FileSystem,
    /// The folder that holds `site.toml`.
    pub root: &'a Path,
    /// The day the site is made for.
    pub today: Date,
    /// Show drafts and records of a later day, too.
    pub drafts: bool,
    /// Leave out records with errors and what they take with them, instead of publishing nothing.
    pub keep_going: bool,
    /// Links name `index.html`, for a folder without a server.
    pub portable: bool,
    /// Instead of the settings' own.
    pub base_url: Option<String>,
}

/// The machine failed; author mistakes are findings.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Fs(#[from] FsError),
    #[error(transparent)]
    Sink(#[from] SinkError),
}

/// All records checked, nothing rendered.
#[derive(Default)]
pub struct Checked {
    /// `None` where the settings or the theme do not allow going on.
    pub site: Option<Arc<Site>>,
    pub library: Arc<Library>,
    /// Sorted, each with the severity the site gives it.
    pub findings: Vec<Diagnostic>,
    /// Findings that will stand from a later day on if nothing is done, by that day. [`check()`] tells
    /// them; after a compilation [`Incremental::coming`] does, for whoever wants to know.
    pub coming: Vec<Diagnostic>,
}

/// A site made.
pub struct Compiled {
    pub checked: Checked,
    /// Path → hash and length of every file handed to the sink; empty where nothing was rendered.
    pub tree: Arc<OutputTree>,
    /// Files of it that were made now, in order; the others stay as they were made before.
    pub made: Vec<String>,
    /// Files of the compilation before with the same incremental that are no more.
    pub gone: Vec<String>,
    /// Pages in the tree.
    pub pages: usize,
    /// Records not shown, with the reason, in order of id.
    pub held: Vec<(RecordId, Unpublished)>,
    /// When the site will say something else.
    pub next_change: Option<DateTime>,
}

impl Compiled {
    /// Records shown, for the manifest.
    pub fn shown(&self) -> BTreeMap<String, write::Shown> {
        let library = &self.checked.library;
        let one = |&index: &usize| {
            let record = &library.records[index];
            let tombstone = record.envelope.status() == record::envelope::Status::Withdrawn;
            (record.id.to_string(), write::Shown { aliases: record.envelope.aliases.clone(), tombstone })
        };
        library.newest.iter().map(one).collect()
    }
}

/// The rule book's ids, whose weight a site may change; the codes of reading (`E1xx`) are not
/// among them. A site may speak of a rule before this version checks it.
pub const CODES: &[&str] = &[
    "COM-01", "COM-02", "COM-03", "COM-04", "COM-05", "COM-06", "COM-07", "COM-08", "COM-09", "COM-10", "COM-11", "COM-12", "COM-13",
    "COM-14", "COM-15", "COM-16", "COM-17", "COM-18", "COM-19", "COM-20", "COM-21", "MTG-01", "MTG-02", "MTG-03", "MTG-04", "MTG-05",
    "MTG-06", "MTG-07", "MTG-08", "MTG-09", "MTG-10", "MTG-11", "MTG-12", "REV-01", "REV-02", "REV-03", "REV-04", "REV-05", "REV-06",
    "REV-07", "REV-08", "REV-09", "REV-10", "REV-11", "REV-12", "REV-13", "REV-14", "REV-15", "REV-16", "REV-17", "PRJ-01", "PRJ-02",
    "PRJ-03", "PRJ-04", "PRJ-05", "PRJ-06", "PRJ-07", "PRJ-08", "PRJ-09", "PRJ-10", "PRJ-11", "PRJ-12", "PRJ-13", "PRJ-14", "PRJ-15",
    "ACT-01", "ACT-02", "ACT-03", "ACT-04", "ACT-05", "ACT-06", "ACT-07", "ACT-08", "ACT-09", "ACT-10", "ACT-11", "NOT-01", "NOT-02",
    "NOT-03", "NOT-04", "NOT-05", "ORG-01", "ORG-02",
];

/// Settings, theme and catalogues.
pub fn load(request: &Request<'_>) -> Result<(Option<Site>, Vec<Diagnostic>), Failure> {
    let mut findings = Vec::new();
    let Some(source) = text_file(request, config::FILE_NAME, &mut findings)? else {
        if findings.is_empty() {
            findings.push(Diagnostic::error("E108", "e108-missing", config::FILE_NAME));
        }
        return Ok((None, findings));
    };
    let known = config::Known {
        codes: CODES,
        is_timezone: &|name| Zone::named(name).is_some(),
        is_tag: &|tag| locale::Language::new(tag, "x").is_ok(),
    };
    let (mut config, found) = config::read(&source, &known);
    findings.extend(found);
    findings.extend(check::scan_source(&source));
    if let Some(base_url) = &request.base_url {
        config.base_url.clone_from(base_url);
    }
    let own = own_theme(request, &config.theme, &mut findings)?;
    findings.extend(own.iter().filter(|(path, _)| is_published_text(path)).flat_map(|(path, bytes)| {
        let text = String::from_utf8_lossy(bytes);
        check::scan_source(&Source::new(format!("themes/{}/{path}", config.theme), text))
    }));
    if own.is_empty() && config.theme != theme::EMBEDDED {
        let finding = Diagnostic::error("E108", "e108-theme-unknown", config::FILE_NAME).arg("value", config.theme.as_str());
        findings.push(match config.place("theme") {
            Some(span) => finding.at(span),
            None => finding,
        });
    }
    let theme = match theme::Theme::load(&config.theme, &own) {
        Ok(theme) => theme,
        Err(found) => {
            findings.extend(found);
            return Ok((None, findings));
        }
    };
    let sound = !findings.iter().any(|d| d.is_error() && d.code == "E108");
    let mut texts = Texts::default();
    // Without sound settings the languages are guesses, and so would be what is said about words.
    if sound {
        for (name, slot) in [("content/glossary.yaml", &mut texts.glossary), ("content/tags.yaml", &mut texts.tags)] {
            *slot = text_file(request, name, &mut findings)?;
            findings.extend(slot.iter().flat_map(check::scan_source));
        }
    }
    texts.fonts = fonts(request, &config, &mut findings)?;
    let profile = profile(request, &config, &mut findings)?;
    let sound = sound && !findings.iter().any(|d| d.is_error() && d.code == "E108");
    let site = Site::assemble(config, profile, theme, &texts, &mut findings).filter(|_| sound);
    Ok((site, findings))
}

/// Everything up to the library: all findings, nothing rendered.
pub fn check(request: &Request<'_>, progress: &dyn Progress) -> Result<Checked, Failure> {
    let mut incremental = Incremental::default();
    let mut analysis = incremental.analyze(request, &Changes::Unknown, progress)?;
    let mut checked = apply_levels(request, &mut analysis);
    checked.coming = incremental.coming(request.today);
    Ok(checked)
}

/// All stages. Nothing is rendered where an error forbids it; the caller decides whether to publish.
pub fn compile(request: &Request<'_>, sink: &dyn Sink, progress: &dyn Progress) -> Result<Compiled, Failure> {
    compile_again(request, &mut Incremental::default(), &Changes::Unknown, sink, progress)
}

/// The same, doing again only what the changes since the last compilation with this incremental ask for.
pub fn compile_again(
    request: &Request<'_>,
    incremental: &mut Incremental,
    changes: &Changes,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<Compiled, Failure> {
    let mut analysis = incremental.analyze(request, changes, progress)?;
    let mut checked = apply_levels(request, &mut analysis);
    let has_errors = checked.findings.iter().any(Diagnostic::is_error);
    let blocked = has_errors && (!request.keep_going || checked.findings.iter().any(is_fatal));
    let mut compiled = Compiled {
        tree: Arc::default(),
        made: Vec::new(),
        gone: Vec::new(),
        pages: 0,
        held: held(&checked.library),
        next_change: None,
        checked: Checked::default(),
    };
    if let Some(site) = checked.site.clone().filter(|_| !blocked) {
        let mut alone = Incremental::default();
        let incremental = if has_errors {
            // Without the broken records it is another site, of which nothing is remembered.
            analysis.go_on(&site, &checked.library, request);
            &mut alone
        } else {
            incremental
        };
        let rendered = incremental.render(request, &analysis, &site, sink, progress)?;
        compiled.tree = rendered.tree;
        compiled.made = rendered.made;
        compiled.gone = rendered.gone;
        compiled.pages = analysis.plan.pages.iter().filter(|p| p.is_html()).count();
        compiled.next_change = analysis.plan.next_change;
        checked.findings.extend(site.config.levels.apply(rendered.findings));
        diagnostic::sort(&mut checked.findings);
    }
    compiled.checked = checked;
    Ok(compiled)
}

/// The posting sheets of records as one page that needs nothing beside it: the records chosen by `choose`, in its order.
/// `None` where it chose none, or an error forbids it, as in [`compile`]: the paper is to be what the site says.
pub fn sheets(
    request: &Request<'_>,
    choose: &mut dyn FnMut(&Library) -> Option<Vec<relate::Index>>,
    title: &str,
) -> Result<(Checked, Option<Vec<u8>>), Failure> {
    let mut incremental = Incremental::default();
    let mut analysis = incremental.analyze(request, &Changes::Unknown, &())?;
    let mut checked = apply_levels(request, &mut analysis);
    let blocked = checked.findings.iter().any(Diagnostic::is_error);
    let Some(site) = checked.site.clone().filter(|_| !blocked) else { return Ok((checked, None)) };
    let Some(records) = choose(&checked.library) else { return Ok((checked, None)) };
    let inputs = pages::Inputs { site: &site, library: &checked.library, plan: &analysis.plan };
    match render::sheets(inputs, &records, title) {
        Ok(page) => Ok((checked, Some(page))),
        Err(finding) => {
            checked.findings.push(*finding);
            Ok((checked, None))
        }
    }
}

/// Gives each finding its weight in this site, and keeps those of later days apart.
fn apply_levels(request: &Request<'_>, analysis: &mut Analysis) -> Checked {
    let mut findings = std::mem::take(&mut analysis.findings);
    let Some(site) = &analysis.site else {
        diagnostic::sort(&mut findings);
        return Checked { findings, ..Checked::default() };
    };
    let mut findings = site.apply_levels(findings);
    let sound = if request.keep_going { without_broken(request, site, &analysis.parsed, &findings) } else { None };
    diagnostic::sort(&mut findings);
    let library = sound.map_or_else(|| Arc::clone(&analysis.library), Arc::new);
    Checked { site: Some(Arc::clone(site)), library, findings, coming: Vec::new() }
}

/// Deadlines in years whose holidays are not decreed yet are counted without them; that is said once a year.
fn beyond_the_table<'a>(years: impl Iterator<Item = &'a i16>) -> Vec<Diagnostic> {
    let years: std::collections::BTreeSet<i16> = years.copied().collect();
    let one = |year: i16| {
        Diagnostic::new(diagnostic::Severity::Info, "E108", "e108-holidays-beyond", config::FILE_NAME).arg("year", year.to_string())
    };
    years.into_iter().map(one).collect()
}

/// The rule profile with all that it extends.
fn profile(request: &Request<'_>, config: &config::Config, findings: &mut Vec<Diagnostic>) -> Result<Arc<profile::Profile>, Failure> {
    let failed = std::cell::RefCell::new(None);
    let found = std::cell::RefCell::new(Vec::new());
    let file = |name: &str| {
        let source = if is_inside(name) { text_file(request, name, &mut found.borrow_mut()) } else { Ok(None) };
        found.borrow_mut().extend(source.iter().flatten().flat_map(check::scan_source));
        source.unwrap_or_else(|failure| {
            failed.replace(Some(failure));
            None
        })
    };
    let before = findings.len();
    let profile = profile::Profile::load(&config.profile, &file, CODES, findings);
    findings.extend(found.into_inner());
    let place = config.place("profile");
    for finding in findings[before..].iter_mut().filter(|d| d.span.is_none() && &*d.path == config::FILE_NAME) {
        finding.span.clone_from(&place);
    }
    match failed.into_inner() {
        Some(failure) => Err(failure),
        None => Ok(Arc::new(profile)),
    }
}

/// The fonts that the site brings along, by path segment of their language.
fn fonts(
    request: &Request<'_>,
    config: &config::Config,
    findings: &mut Vec<Diagnostic>,
) -> Result<BTreeMap<Arc<str>, Arc<font::Font>>, Failure> {
    let mut fonts = BTreeMap::new();
    for (language, file) in config.languages.iter().filter_map(|l| Some((l, l.font.as_ref()?))) {
        let path = request.root.join(file);
        let read = match request.fs.metadata(&path)? {
            Some(meta) if meta.kind == fs::Kind::File && meta.len <= font::MAX_BYTES => {
                font::Font::read(request.fs.read(&path, font::MAX_BYTES)?)
            }
            Some(meta) if meta.kind == fs::Kind::File => {
                findings.push(about_font(config, &language.path, "e108-font-size").arg("limit", font::MAX_BYTES / 1024 / 1024));
                continue;
            }
            _ => {
                findings.push(about_font(config, &language.path, "e108-font-missing"));
                continue;
            }
        };
        match read {
            Ok(font) => drop(fonts.insert(Arc::clone(&language.path), Arc::new(font))),
            Err(font::Unfit::Kind) => findings.push(about_font(config, &language.path, "e108-font-kind")),
            Err(font::Unfit::Broken) => findings.push(about_font(config, &language.path, "e108-font-broken")),
            Err(font::Unfit::Letters) => findings.push(about_font(config, &language.path, "e108-font-letters")),
        }
    }
    Ok(fonts)
}

/// A finding about the font of a language, where the settings name it.
fn about_font(config: &config::Config, path: &str, message: &'static str) -> Diagnostic {
    let file = config.language(path).and_then(|l| l.font.as_deref()).unwrap_or_default();
    let finding = Diagnostic::error("E108", message, config::FILE_NAME).arg("file", file).field("languages.font");
    match config.place(&format!("languages.{path}.font")) {
        Some(span) => finding.at(span),
        None => finding,
    }
}

/// Whether a path stays in the site's folder.
fn is_inside(path: &str) -> bool {
    !path.starts_with('/') && !path.contains('\\') && !path.contains(':') && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// What even `--keep-going` does not go past: settings, theme, personal data.
fn is_fatal(finding: &Diagnostic) -> bool {
    finding.is_error() && matches!(finding.code, "E108" | "E109" | "COM-10" | "COM-12")
}

/// Theme files, and files of shown records, each at its address; what the sink holds already stays.
fn attachments(request: &Request<'_>, site: &Site, library: &Library, before: &OutputTree, sink: &dyn Sink) -> Result<Files, SinkError> {
    let mut files = Files { tree: OutputTree::new(), made: Vec::new(), findings: Vec::new() };
    let mut smaller: Vec<(String, &record::Record, &record::FileInfo)> = Vec::new();
    let stays = |path: &str, info: (ContentHash, u64)| -> Result<bool, SinkError> {
        Ok(before.get(path) == Some(&info) && (sink.remembers() || sink.keep(path, info.0, info.1)?))
    };
    for asset in site.theme.assets() {
        let info = (ContentHash::of(&asset.bytes), asset.bytes.len() as u64);
        if !stays(&asset.path, info)? {
            sink.put_hashed(&asset.path, &asset.bytes, info.0)?;
            files.made.push(asset.path.clone());
        }
        files.tree.insert(asset.path.clone(), info);
    }
    for &index in &library.newest {
        let record = &library.records[index];
        if record.envelope.status() == record::envelope::Status::Withdrawn {
            continue;
        }
        for file in &record.files {
            if file.only_shown(&record.envelope, site.config.originals).is_none() {
                let path = route::file(&record.id, &file.name);
                let info = (file.hash, file.len);
                if !stays(&path, info)? {
                    let from = request.root.join(&*file.path);
                    // The picture as published was hashed without its metadata; a large file is copied as it is.
                    if picture::is_picture(&file.name) && file.len <= parse::MAX_PICTURE {
                        let bytes = picture::clean(request.fs.read(&from, parse::MAX_PICTURE)?);
                        sink.put(&path, &bytes)?;
                    } else {
                        sink.put_file(&path, &from, file.hash, file.len)?;
                    }
                    files.made.push(path.clone());
                }
                files.tree.insert(path, info);
            }
            if let Some(name) = file.shown() {
                let path = route::shown(&record.id, &name);
                // Its name says what it was made from: one that is there is the right one.
                match before.get(&path).copied().or_else(|| sink.holds(&path)) {
                    Some(info) if (before.contains_key(&path) && sink.remembers()) || sink.keep(&path, info.0, info.1)? => {
                        files.tree.insert(path, info);
                    }
                    _ => smaller.push((path, record, file)),
                }
            }
        }
    }
    pictures(request, smaller, sink, &mut files)?;
    Ok(files)
}

/// Pictures as pages show them, side by side; one that cannot be unpacked is a finding, and tried again each time.
fn pictures(
    request: &Request<'_>,
    smaller: Vec<(String, &record::Record, &record::FileInfo)>,
    sink: &dyn Sink,
    files: &mut Files,
) -> Result<(), SinkError> {
    let one = |(path, record, file): (String, &record::Record, &record::FileInfo)| {
        let bytes = picture::clean(request.fs.read(&request.root.join(&*file.path), parse::MAX_PICTURE)?);
        let Some(small) = picture::shown(&bytes) else {
            let finding = Diagnostic::error("COM-09", "com-09-picture-broken", Arc::clone(&record.source.path));
            return Ok(Err(finding.arg("file", file.name.as_str())));
        };
        let info = (ContentHash::of(&small), small.len() as u64);
        sink.put_hashed(&path, &small, info.0)?;
        Ok(Ok((path, info)))
    };
    let made: Vec<Result<_, Diagnostic>> = smaller.into_par_iter().map(one).collect::<Result<_, SinkError>>()?;
    for one in made {
        match one {
            Ok((path, info)) => {
                files.made.push(path.clone());
                files.tree.insert(path, info);
            }
            Err(finding) => files.findings.push(finding),
        }
    }
    Ok(())
}

fn held(library: &Library) -> Vec<(RecordId, Unpublished)> {
    library.held.iter().map(|(index, held)| (library.records[*index].id.clone(), *held)).collect()
}

/// COM-18: where a site speaks Chinese, that text comes first.
fn chinese_first(site: &Site) -> Option<Diagnostic> {
    let is_chinese = |tag: &str| tag.split('-').next() == Some("zh");
    let at = site.languages.iter().position(|l| is_chinese(&l.tag)).filter(|at| *at > 0)?;
    let finding = Diagnostic::warning("COM-18", "com-18-order", config::FILE_NAME);
    let finding = finding.arg("first", site.languages[0].name.as_str()).arg("chinese", site.languages[at].name.as_str());
    Some(match site.config.place("languages") {
        Some(span) => finding.at(span),
        None => finding,
    })
}

/// The site's default issuer must be a record.
fn publisher(site: &Site, library: &Library) -> Option<Diagnostic> {
    let publisher = site.config.publisher.as_deref()?;
    let known = RecordId::parse(publisher).is_some_and(|id| library.find(&id).is_some());
    let finding = Diagnostic::error("E108", "e108-publisher-unknown", config::FILE_NAME).arg("target", publisher);
    let finding = match site.config.place("publisher") {
        Some(span) => finding.at(span),
        None => finding,
    };
    (!known).then_some(finding)
}

/// The library without the records that errors stand in. They are known to exist, so what refers to them stays;
/// its links to them lead nowhere.
fn without_broken(request: &Request<'_>, site: &Site, parsed: &[Arc<Parsed>], findings: &[Diagnostic]) -> Option<Library> {
    let broken: HashSet<&str> = findings.iter().filter(|d| d.is_error()).map(|d| &*d.path).collect();
    if broken.is_empty() {
        return None;
    }
    let sound = |p: &Parsed| !p.sources.iter().any(|s| broken.contains(&*s.path));
    let kept: Vec<Parsed> = parsed
        .iter()
        .map(|p| Parsed {
            id: p.id.clone(),
            record: p.record.clone().filter(|_| sound(p)),
            sources: Vec::new(),
            loose: parse::PartialRecord::default(),
            findings: Vec::new(),
        })
        .collect();
    let kept: Vec<&Parsed> = kept.iter().collect();
    let languages: Vec<String> = site.languages.iter().map(|l| l.path.clone()).collect();
    let tags = site.tags.keys().cloned().collect();
    let showing = Showing { today: request.today, drafts: request.drafts };
    let rules = relate::Rules { profile: &site.profile, holidays: site.holidays, languages: &languages, tags: &tags };
    Some(relate::library(&kept, showing, &rules).0)
}

/// A text file of the site, decoded; `None` where it does not exist or cannot be read as text.
fn text_file(request: &Request<'_>, name: &str, findings: &mut Vec<Diagnostic>) -> Result<Option<Arc<Source>>, Failure> {
    let path = request.root.join(name);
    match request.fs.metadata(&path)? {
        Some(meta) if meta.kind == fs::Kind::File && meta.len <= parse::MAX_FILE => {}
        Some(meta) if meta.kind == fs::Kind::File => {
            findings.push(Diagnostic::error("E103", "e103-file", name).arg("limit", parse::MAX_FILE / 1024 / 1024));
            return Ok(None);
        }
        _ => return Ok(None),
    }
    let bytes = request.fs.read(&path, parse::MAX_FILE)?;
    match source::decode(&bytes) {
        Ok((text, _)) => Ok(Some(Source::new(name, text))),
        Err(error) => {
            findings.push(Diagnostic::error_at("E102", "e102-encoding", error.place(name, &bytes)));
            Ok(None)
        }
    }
}

/// Files of a theme whose words stand on pages.
fn is_published_text(path: &str) -> bool {
    [".ftl", ".html", ".svg", ".txt"].iter().any(|end| path.ends_with(end))
}

/// The site's own theme files, over the embedded ones.
fn own_theme(request: &Request<'_>, name: &str, findings: &mut Vec<Diagnostic>) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    const LIMIT: u64 = 8 * 1024 * 1024;
    let folder = request.root.join("themes").join(name);
    let mut files = BTreeMap::new();
    if request.fs.metadata(&folder)?.is_none_or(|m| m.kind != fs::Kind::Dir) {
        return Ok(files);
    }
    for entry in request.fs.walk(&folder)? {
        let (Some(path), fs::Kind::File) = (entry.name(), entry.meta.kind) else { continue };
        if path.split('/').any(|part| part.starts_with('.')) {
            continue;
        }
        if entry.meta.len > LIMIT {
            findings.push(Diagnostic::error("E109", "e103-file", format!("themes/{name}/{path}")).arg("limit", LIMIT / 1024 / 1024));
            continue;
        }
        files.insert(path, request.fs.read(&folder.join(&entry.path), LIMIT)?);
    }
    Ok(files)
}
