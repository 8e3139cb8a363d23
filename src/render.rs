//! Pages → bytes: views through the theme, feeds, calendars and the sitemap, side by side.
//!
//! In: the plan, and which of its pages. Out: each file, handed to the sink as it is made; its hash, its length and what it
//! was made from. Always: the same plan gives the same bytes at any number of threads; a page is made from its
//! view alone.

mod files;
mod fonts;
mod ics;
mod xml;

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::deps::{CachedPage, DepRecorder};
use crate::diagnostic::Diagnostic;
use crate::hash::{ContentHash, short_hash};
use crate::locale::foreign;
use crate::plan::{Content, Page, PageCx, Plan, RowCache};
use crate::relate::Library;
use crate::sink::{Sink, SinkError};
use crate::site::Site;
use crate::theme::Shared;
use crate::value::LangId;

pub use files::{Files, attachments};
pub use fonts::{WebFonts, web_fonts};

/// What was made: path → hash and length.
pub type OutputTree = BTreeMap<String, (ContentHash, u64)>;

/// Told what is being done. Whoever listens may look at a clock; nobody here does.
pub trait Progress: Sync {
    fn pages(&self, done: usize, of: usize);
    /// This begins, and what went on before is over.
    fn step(&self, _step: Step) {}
}

/// Nobody listens.
impl Progress for () {
    fn pages(&self, _done: usize, _of: usize) {}
}

/// What a compilation does, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Settings, theme, words.
    Load,
    /// Which files there are.
    Discover,
    /// Reading what changed, and the rules inside one record.
    Read,
    /// References, chains, order; the rules between records.
    Relate,
    /// Which pages there are.
    Plan,
    /// Findings and their weight.
    Weigh,
    /// What changed since the pages were made.
    Compare,
    /// Pages that are out of date.
    Render,
    /// The exchange of what readers see.
    Publish,
}

/// What all pages of each language share, made once.
pub struct Frames {
    shared: Vec<Shared>,
    /// Changes whenever one of them does.
    pub hash: u64,
}

/// Makes the frames; a theme that cannot make them is a finding.
pub fn frames(site: &Site, library: &Library, plan: &Plan) -> Result<Frames, Diagnostic> {
    let mut written = String::new();
    let mut shared = Vec::new();
    for lang in site.lang_ids() {
        let recorder = DepRecorder::default();
        let view = PageCx { site, library, plan, lang, from: "", recorder: &recorder, row_cache: &RowCache::default() }.shared();
        written.push_str(&serde_json::to_string(&view).unwrap_or_default());
        shared.push(site.theme.share(&site.words, &site.lang(lang).path, &view)?);
    }
    Ok(Frames { shared, hash: short_hash(written.as_str()) })
}

/// The posting sheets of some records in one page, with the style sheets inside.
pub fn sheets(
    (site, library, plan): (&Site, &Library, &Plan),
    records: &[crate::relate::Index],
    title: &str,
) -> Result<Vec<u8>, Box<Diagnostic>> {
    let frames = frames(site, library, plan)?;
    let recorder = DepRecorder::default();
    // Links are relative to an address of the same depth as the sheets' own.
    let page_cx =
        PageCx { site, library, plan, lang: LangId::PRIMARY, from: "print/", recorder: &recorder, row_cache: &RowCache::default() };
    let sheet = |name: &str| site.theme.asset(name).map(|a| String::from_utf8_lossy(&a.bytes).into_owned()).unwrap_or_default();
    // Nothing in a style sheet closes the element it stands in.
    let style = format!("{}\n{}", sheet("board.css"), sheet("code.css")).replace("</", "<\\/");
    let view = page_cx.sheets(records, title.to_owned(), style);
    let page = site.theme.render("sheets.html", &frames.shared[LangId::PRIMARY.index()], &view)?;
    Ok(foreign::resolve_language_marks(page))
}

/// Pages made, by path, and what went wrong with others.
pub type Batch = (Vec<(String, CachedPage)>, Vec<Diagnostic>);

/// Renders these pages into the sink; first those that somebody waits for.
pub fn pages(
    (site, library, plan, frames): (&Site, &Library, &Plan, &Frames),
    row_cache: &RowCache,
    pages: &[&Page],
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<Batch, SinkError> {
    let renderer = PageRenderer { site, library, plan, shared: &frames.shared, row_cache };
    let queue = Queue::new(&site.config.base_url, pages, sink);
    let findings = Mutex::new(Vec::new());
    let done = AtomicUsize::new(0);
    let make = |at: usize| -> Result<Option<(String, CachedPage)>, SinkError> {
        let recorder = DepRecorder::default();
        let made = match renderer.page(pages[at], &recorder) {
            Ok(bytes) => {
                let path = pages[at].output();
                let hash = ContentHash::of(&bytes);
                sink.put_hashed(&path, &bytes, hash)?;
                Some((
                    path,
                    CachedPage { deps: recorder.close(), hash, len: bytes.len() as u64, letters: fonts::letters(site, pages[at], &bytes) },
                ))
            }
            Err(finding) => {
                findings.lock().unwrap_or_else(PoisonError::into_inner).push(*finding);
                None
            }
        };
        progress.pages(done.fetch_add(1, Ordering::Relaxed) + 1, pages.len());
        Ok(made)
    };
    let turn = |at: usize| -> Result<Vec<(String, CachedPage)>, SinkError> {
        let mut made = Vec::new();
        while let Some(first) = queue.wanted() {
            made.extend(make(first)?);
        }
        if queue.take(at) {
            made.extend(make(at)?);
        }
        Ok(made)
    };
    let made: Vec<Vec<(String, CachedPage)>> = (0..pages.len()).into_par_iter().map(turn).collect::<Result<_, _>>()?;
    Ok((made.into_iter().flatten().collect(), findings.into_inner().unwrap_or_else(PoisonError::into_inner)))
}

/// Whose turn it is among the pages to make. Each is made once.
struct Queue<'a> {
    sink: &'a dyn Sink,
    /// Path → place; `None` where nobody waits.
    places: Option<HashMap<String, usize>>,
    taken: Vec<AtomicBool>,
}

impl<'a> Queue<'a> {
    fn new(base_url: &str, pages: &[&Page], sink: &'a dyn Sink) -> Self {
        let paths: Vec<String> = pages.iter().map(|page| page.output()).collect();
        let places = sink.expects(base_url, &paths).then(|| paths.into_iter().zip(0..).collect());
        Self { sink, places, taken: pages.iter().map(|_| AtomicBool::new(false)).collect() }
    }

    fn take(&self, at: usize) -> bool {
        !self.taken[at].swap(true, Ordering::Relaxed)
    }

    /// A page that somebody waits for, if it was nobody's turn yet.
    fn wanted(&self) -> Option<usize> {
        let places = self.places.as_ref()?;
        std::iter::from_fn(|| self.sink.wanted()).filter_map(|path| places.get(&path).copied()).find(|at| self.take(*at))
    }
}

struct PageRenderer<'a> {
    site: &'a Site,
    library: &'a Library,
    plan: &'a Plan,
    shared: &'a [Shared],
    row_cache: &'a RowCache,
}

impl PageRenderer<'_> {
    fn page(&self, page: &Page, recorder: &DepRecorder) -> Result<Vec<u8>, Box<Diagnostic>> {
        let page_cx = PageCx {
            site: self.site,
            library: self.library,
            plan: self.plan,
            lang: page.lang,
            from: &page.address,
            recorder,
            row_cache: self.row_cache,
        };
        let theme = &self.site.theme;
        let shared = &self.shared[page.lang.index()];
        let made = match &page.content {
            Content::Front => theme.render("front.html", shared, &page_cx.front_page()),
            Content::Home => theme.render("home.html", shared, &page_cx.home_page()),
            Content::List(kind) => {
                let view = page_cx.list_page(kind);
                let template = if view.list.tree.is_empty() { "list.html" } else { "organizations.html" };
                theme.render(template, shared, &view)
            }
            Content::Year(kind, year) => theme.render("year.html", shared, &page_cx.year_page(*kind, *year)),
            Content::Tags => theme.render("tags.html", shared, &page_cx.tags_page()),
            Content::Search => theme.render("search.html", shared, &page_cx.search_page()),
            Content::Segment(index_part, year, part) => return Ok(page_cx.segment(*index_part, *year, *part)),
            Content::Tag(tag) => theme.render("tag.html", shared, &page_cx.tag_page(tag)),
            Content::Record(index) => {
                let record = page_cx.record(*index);
                let template = if record.kind.listed { theme.record_template(record.kind.folder) } else { "page.html".to_owned() };
                theme.render(&template, shared, &page_cx.record_page(*index)).map_err(|d| d.arg("record", record.id.as_str()))
            }
            Content::Tombstone(index) => theme.render("tombstone.html", shared, &page_cx.tombstone(*index)),
            Content::Sheet(index) => theme.render("sheet.html", shared, &page_cx.sheet(*index)),
            Content::Alias(index) => theme.render("alias.html", shared, &page_cx.alias_page(*index)),
            Content::NotFound => theme.render("404.html", shared, &page_cx.not_found_page()),
            Content::Month(kind, month) => theme.render("month.html", shared, &page_cx.month_page(kind, *month)),
            Content::Calendar(calendar) => return Ok(ics::calendar(&page_cx, calendar)),
            Content::Feed(kind) => return Ok(xml::feed(&page_cx, *kind)),
            Content::Sitemap(part) => return Ok(xml::sitemap(&page_cx, *part)),
            Content::Robots => return Ok(robots(&page_cx)),
        };
        made.map(foreign::resolve_language_marks).map_err(Box::new)
    }
}

fn robots(page_cx: &PageCx<'_>) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\nSitemap: {}\n", page_cx.absolute("sitemap.xml")).into_bytes()
}
