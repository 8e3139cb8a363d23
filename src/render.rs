//! The queue of pages: side by side, through the theme, into a sink.
//!
//! In: the plan, and which of its pages. Out: each file, handed to the sink as it is made; its hash, its length and what it
//! was made from. Always: the same plan gives the same bytes at any number of threads; a page that somebody waits for comes first.

mod files;
mod fonts;

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use crate::deps::{CachedPage, DepRecorder};
use crate::diagnostic::Diagnostic;
use crate::hash::{ContentHash, short_hash};
use crate::pages::{self, Inputs, PageCx, PageWriter, RowCache};
use crate::plan::{Page, Plan};
use crate::relate::{Index, Library};
use crate::sink::{Sink, SinkError};
use crate::site::Site;
use crate::theme::Shared;
use crate::value::LangId;

pub use files::{Files, attachments};
pub use fonts::{WebFonts, web_fonts};

/// What was made: path → hash and length.
pub type OutputTree = BTreeMap<String, (ContentHash, u64)>;

/// Is told what is being done. Listeners may look at a clock; this program's stages do not.
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
    let inputs = Inputs { site, library, plan };
    let mut written = String::new();
    let mut shared = Vec::new();
    for lang in site.lang_ids() {
        let recorder = DepRecorder::default();
        let view = pages::shared(&PageCx::new(inputs, lang, "", &recorder, &RowCache::default()));
        written.push_str(&serde_json::to_string(&view).unwrap_or_default());
        shared.push(site.theme.share(&site.words, &site.lang(lang).path, &view)?);
    }
    Ok(Frames { shared, hash: short_hash(written.as_str()) })
}

/// The posting sheets of some records in one page, with the style sheets inside.
pub fn sheets(inputs: Inputs<'_>, records: &[Index], title: &str) -> Result<Vec<u8>, Box<Diagnostic>> {
    let Inputs { site, library, plan } = inputs;
    let frames = frames(site, library, plan)?;
    let (recorder, row_cache) = (DepRecorder::default(), RowCache::default());
    // Links are relative to an address of the same depth as the sheets' own.
    let page_cx = PageCx::new(inputs, LangId::PRIMARY, "print/", &recorder, &row_cache);
    let sheet = |name: &str| site.theme.asset(name).map(|a| String::from_utf8_lossy(&a.bytes).into_owned()).unwrap_or_default();
    // Nothing in a style sheet closes the element it stands in.
    let style = format!("{}\n{}", sheet("board.css"), sheet("code.css")).replace("</", "<\\/");
    let mut out = PageWriter::new(&site.theme, &frames.shared[LangId::PRIMARY.index()]);
    pages::write_sheets(&page_cx, records, title, style, &mut out)?;
    Ok(out.into_bytes())
}

/// What pages are rendered from.
#[derive(Clone, Copy)]
pub struct Renderer<'a> {
    pub inputs: Inputs<'a>,
    pub frames: &'a Frames,
    pub row_cache: &'a RowCache,
}

/// What was rendered.
pub struct Batch {
    /// By path in the output.
    pub made: Vec<(String, CachedPage)>,
    /// What went wrong with others.
    pub findings: Vec<Diagnostic>,
}

impl Renderer<'_> {
    /// Renders these pages into the sink; first those that somebody waits for.
    pub fn pages(self, pages: &[&Page], sink: &dyn Sink, progress: &dyn Progress) -> Result<Batch, SinkError> {
        let queue = Queue::new(&self.inputs.site.config.base_url, pages, sink);
        let findings = Mutex::new(Vec::new());
        let done = AtomicUsize::new(0);
        let make = |at: usize| -> Result<Option<(String, CachedPage)>, SinkError> {
            let recorder = DepRecorder::default();
            let made = match self.page(pages[at], &recorder) {
                Ok(bytes) => {
                    let path = pages[at].output();
                    let hash = ContentHash::of(&bytes);
                    sink.put_hashed(&path, &bytes, hash)?;
                    let letters = fonts::letters(self.inputs.site, pages[at], &bytes);
                    Some((path, CachedPage { deps: recorder.close(), hash, len: bytes.len() as u64, letters }))
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
        let findings = findings.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(Batch { made: made.into_iter().flatten().collect(), findings })
    }

    fn page(self, page: &Page, recorder: &DepRecorder) -> Result<Vec<u8>, Box<Diagnostic>> {
        let page_cx = PageCx::new(self.inputs, page.lang, &page.address, recorder, self.row_cache);
        let mut out = PageWriter::new(&self.inputs.site.theme, &self.frames.shared[page.lang.index()]);
        pages::write(page, &page_cx, &mut out)?;
        Ok(out.into_bytes())
    }
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
