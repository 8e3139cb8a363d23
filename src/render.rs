//! Pages → bytes: views through the theme, feeds and the sitemap, side by side.
//!
//! In: the plan. Out: each file, handed to the sink as it is made; an [`OutputTree`] of path, hash and
//! length. Always: the same plan gives the same bytes at any number of threads; a page is made from its
//! view alone.

mod xml;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::hash::ContentHash;
use crate::locale::foreign;
use crate::plan::{Content, Desk, Page, Plan};
use crate::relate::Library;
use crate::sink::{Sink, SinkError};
use crate::site::Site;
use crate::theme::Shared;
use crate::value::LangId;

/// What was made: path → hash and length.
pub type OutputTree = BTreeMap<String, (ContentHash, u64)>;

/// Told while pages are made.
pub trait Progress: Sync {
    fn pages(&self, done: usize, of: usize);
}

/// Renders everything into the sink.
pub fn site(
    site: &Site,
    library: &Library,
    plan: &Plan,
    sink: &dyn Sink,
    progress: &dyn Progress,
) -> Result<(OutputTree, Vec<Diagnostic>), SinkError> {
    let shared = match frames(site, library, plan) {
        Ok(shared) => shared,
        Err(finding) => return Ok((OutputTree::new(), vec![finding])),
    };
    let room = Room { site, library, plan, shared };
    let tree = Mutex::new(OutputTree::new());
    let findings = Mutex::new(Vec::new());
    let done = AtomicUsize::new(0);
    let keep = |path: &str, bytes: &[u8]| -> Result<(), SinkError> {
        sink.put(path, bytes)?;
        lock(&tree).insert(path.to_owned(), (ContentHash::of(bytes), bytes.len() as u64));
        Ok(())
    };
    plan.pages.par_iter().try_for_each(|page| -> Result<(), SinkError> {
        match room.page(page) {
            Ok(bytes) => keep(&page.output(), &bytes)?,
            Err(finding) => lock(&findings).push(*finding),
        }
        progress.pages(done.fetch_add(1, Ordering::Relaxed) + 1, plan.pages.len());
        Ok(())
    })?;
    for asset in site.theme.assets() {
        keep(&asset.path, &asset.bytes)?;
    }
    Ok((into_inner(tree), into_inner(findings)))
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn into_inner<T>(mutex: Mutex<T>) -> T {
    mutex.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// What all pages of each language share.
fn frames(site: &Site, library: &Library, plan: &Plan) -> Result<Vec<Shared>, Diagnostic> {
    let frame = |lang: LangId| {
        let desk = Desk { site, library, plan, lang, from: "" };
        site.theme.share(&site.words, &site.lang(lang).path, &desk.shared())
    };
    site.lang_ids().map(frame).collect()
}

struct Room<'a> {
    site: &'a Site,
    library: &'a Library,
    plan: &'a Plan,
    shared: Vec<Shared>,
}

impl Room<'_> {
    fn page(&self, page: &Page) -> Result<Vec<u8>, Box<Diagnostic>> {
        let desk = Desk { site: self.site, library: self.library, plan: self.plan, lang: page.lang, from: &page.address };
        let theme = &self.site.theme;
        let shared = &self.shared[page.lang.index()];
        let made = match &page.content {
            Content::Front => theme.render("front.html", shared, &desk.front_page()),
            Content::Home => theme.render("home.html", shared, &desk.home_page()),
            Content::List(kind) => {
                let view = desk.list_page(kind);
                let template = if view.list.tree.is_empty() { "list.html" } else { "organizations.html" };
                theme.render(template, shared, &view)
            }
            Content::Year(kind, year) => theme.render("year.html", shared, &desk.year_page(*kind, *year)),
            Content::Tags => theme.render("tags.html", shared, &desk.tags_page()),
            Content::Tag(tag) => theme.render("tag.html", shared, &desk.tag_page(tag)),
            Content::Record(index) => {
                let record = desk.record(*index);
                let template = if record.kind.listed { theme.record_template(record.kind.folder) } else { "page.html".to_owned() };
                theme.render(&template, shared, &desk.record_page(*index)).map_err(|d| d.arg("record", record.id.as_str()))
            }
            Content::Tombstone(index) => theme.render("tombstone.html", shared, &desk.tombstone(*index)),
            Content::Sheet(index) => theme.render("sheet.html", shared, &desk.sheet(*index)),
            Content::Alias(index) => theme.render("alias.html", shared, &desk.alias_page(*index)),
            Content::NotFound => theme.render("404.html", shared, &desk.not_found_page()),
            Content::Feed(kind) => return Ok(xml::feed(&desk, *kind)),
            Content::Sitemap => return Ok(xml::sitemap(&desk)),
            Content::Robots => return Ok(robots(&desk)),
        };
        made.map(foreign::settle).map_err(Box::new)
    }
}

fn robots(desk: &Desk<'_>) -> Vec<u8> {
    format!("User-agent: *\nAllow: /\nSitemap: {}\n", desk.absolute("sitemap.xml")).into_bytes()
}
