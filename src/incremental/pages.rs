//! Which pages have to be rendered again.
//!
//! In: the library, the plan, fingerprints of all dependencies of pages. Out: the pages that are out of date; after rendering, the
//! files of the output. Always: a page that is being rendered counts as missing, so that a failure leaves it to the next
//! compilation.

use std::sync::Arc;

use rayon::prelude::*;

use super::Incremental;
use crate::deps::{self, Id};
use crate::diagnostic::Diagnostic;
use crate::pages::RowCache;
use crate::plan::{self, Page, Plan};
use crate::relate::Library;
use crate::render::{Batch, Files, Frames, OutputTree, WebFonts};
use crate::sink::{Sink, SinkError};

/// The files to make.
pub struct Stale<'p> {
    pub pages: Vec<&'p Page>,
    /// Whether theme files and attachments have to be looked at as well.
    pub with_files: bool,
}

/// The result of rendering.
#[derive(Default)]
pub struct Rendered {
    pub tree: Arc<OutputTree>,
    pub findings: Vec<Diagnostic>,
    /// Files that were made now.
    pub made: Vec<String>,
    /// Files of the last compilation that no longer exist.
    pub gone: Vec<String>,
}

impl Incremental {
    /// The frames of the pages, if they were rendered since the records were related.
    pub fn frames(&self) -> Option<Arc<Frames>> {
        self.frames.clone()
    }

    pub fn keep_frames(&mut self, frames: Frames) -> Arc<Frames> {
        Arc::clone(self.frames.insert(Arc::new(frames)))
    }

    pub fn row_cache(&self) -> &RowCache {
        &self.row_cache
    }

    /// Theme files and attachments as last handed to the sink.
    pub fn files(&self) -> &OutputTree {
        &self.files
    }

    /// Fonts and their style sheets, as last made.
    pub fn web_fonts(&self) -> &OutputTree {
        &self.web_fonts
    }

    /// Compares pages and dependencies. `base` is the hash of what every page depends on.
    pub fn compare<'p>(&mut self, base: u64, library: &Library, plan: &'p Plan, sink: &dyn Sink) -> Result<Stale<'p>, SinkError> {
        let touched = self.run.touched.take().filter(|_| self.pages.base == base);
        self.run.is_patch = touched.is_some();
        let stale = match touched {
            Some(touched) if sink.keeps_output() => Stale { pages: self.touched_pages(&touched, plan), with_files: false },
            _ => Stale { pages: self.changed_pages(base, library, plan, sink)?, with_files: true },
        };
        for page in &stale.pages {
            self.pages.made.remove(&page.output());
        }
        Ok(stale)
    }

    /// The pages that depend on one of a few keys.
    fn touched_pages<'p>(&mut self, touched: &[(Id, u64)], plan: &'p Plan) -> Vec<&'p Page> {
        let changed = touched.iter().filter(|(id, hash)| self.pages.fingerprints.get(*id) != Some(*hash)).map(|(id, _)| *id);
        let mut changed: Vec<Id> = changed.collect();
        changed.sort_unstable();
        self.row_cache.forget(&changed);
        let stale = self.pages.made.par_iter().filter(|(_, made)| deps::meets(&made.deps, &changed));
        let stale: Vec<&String> = stale.map(|(path, _)| path).collect();
        let mut places: Vec<usize> = stale.iter().filter_map(|path| self.related.page_places.get(*path).copied()).collect();
        places.sort_unstable();
        self.pages.fingerprints.replace(touched);
        places.into_iter().map(|at| &plan.pages[at]).collect()
    }

    /// Of all pages, those that the sink does not have in their present state.
    fn changed_pages<'p>(&mut self, base: u64, library: &Library, plan: &'p Plan, sink: &dyn Sink) -> Result<Vec<&'p Page>, SinkError> {
        let (fingerprints, records_hash) = plan::fingerprints(library, plan);
        let changed = fingerprints.changed(&self.pages.fingerprints);
        let is_same_base = self.pages.base == base;
        if is_same_base {
            self.row_cache.forget(&changed);
        } else {
            self.row_cache.clear();
        }
        let mut stale = Vec::new();
        for page in &plan.pages {
            let path = page.output();
            let stays = match self.pages.stays(&path, &changed).filter(|_| is_same_base) {
                Some(_) if sink.keeps_output() => true,
                Some(made) => sink.keep(&path, made.hash, made.len)?,
                None => false,
            };
            if !stays {
                stale.push(page);
            }
        }
        (self.pages.base, self.pages.fingerprints, self.records_hash) = (base, fingerprints, records_hash);
        let places = &self.related.page_places;
        let gone: Vec<String> = self.pages.made.keys().filter(|path| !places.contains_key(*path)).cloned().collect();
        gone.iter().for_each(|path| drop(self.pages.made.remove(path)));
        self.run.rendered.gone.extend(gone);
        Ok(stale)
    }

    /// Stores the theme files and attachments.
    pub fn keep_files(&mut self, files: Files) {
        let before = std::mem::replace(&mut self.files, files.tree);
        let rendered = &mut self.run.rendered;
        rendered.gone.extend(before.into_keys().filter(|path| !self.files.contains_key(path)));
        rendered.made.extend(files.made);
        rendered.findings.extend(files.findings);
    }

    /// Stores the rendered pages.
    pub fn keep_pages(&mut self, Batch { made, findings }: Batch) {
        self.run.rendered.made.extend(made.iter().map(|(path, _)| path.clone()));
        self.run.rendered.findings.extend(findings);
        if self.run.is_patch {
            Arc::make_mut(&mut self.tree).extend(made.iter().map(|(path, file)| (path.clone(), (file.hash, file.len))));
            self.pages.made.extend(made);
        } else {
            self.pages.made.extend(made);
            let pages = self.pages.made.iter().map(|(path, file)| (path.clone(), (file.hash, file.len)));
            self.tree = Arc::new(pages.chain(self.files.iter().map(|(path, info)| (path.clone(), *info))).collect());
        }
    }

    /// Stores the fonts of the pages, and findings about fonts that could not be made.
    pub fn keep_web_fonts(&mut self, web_fonts: WebFonts, findings: Vec<Diagnostic>) {
        let before = std::mem::replace(&mut self.web_fonts, web_fonts.tree);
        let rendered = &mut self.run.rendered;
        if !before.is_empty() || !self.web_fonts.is_empty() {
            let tree = Arc::make_mut(&mut self.tree);
            for path in before.into_keys().filter(|path| !self.web_fonts.contains_key(path)) {
                tree.remove(&path);
                rendered.gone.push(path);
            }
            tree.extend(self.web_fonts.iter().map(|(path, info)| (path.clone(), *info)));
        }
        rendered.made.extend(web_fonts.made);
        rendered.findings.extend(findings);
    }

    /// Ends a compilation: everything that [`Self::compare`] asked for has been made.
    pub fn finish(&mut self) -> Rendered {
        let mut rendered = std::mem::take(&mut self.run.rendered);
        rendered.tree = Arc::clone(&self.tree);
        rendered.made.sort_unstable();
        rendered.gone.sort_unstable();
        // A font that could not be made is tried and reported again each time.
        self.is_in_step = rendered.findings.is_empty();
        rendered
    }
}
