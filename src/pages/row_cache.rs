//! Cached rows of lists: a record has the same row on the page of its year and of each of its tags.
//!
//! In: rows as they are rendered. Out: the same rows again, with their dependencies. Always: a row is dropped when one of its
//! dependencies changes; a page that takes a row takes over its dependencies.

use std::sync::{Arc, PoisonError, RwLock};

use rayon::prelude::*;

use crate::deps::{Id, meets};
use crate::hash::QuickMap;
use crate::value::LangId;

/// A row as HTML.
#[derive(Debug)]
pub struct CachedRow {
    pub html: Box<str>,
    pub deps: Box<[Id]>,
}

/// Rows by language and by their link, which identifies the record and the depth of the page.
#[derive(Debug, Default)]
pub struct RowCache(RwLock<QuickMap<(LangId, String), Arc<CachedRow>>>);

impl RowCache {
    pub fn row(&self, lang: LangId, url: String, write: impl FnOnce() -> CachedRow) -> Arc<CachedRow> {
        let key = (lang, url);
        if let Some(row) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(row);
        }
        // Two threads may render the same row at once; the result is the same.
        let row = Arc::new(write());
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&row));
        row
    }

    /// Drops the rows that depend on one of these keys (in order of id).
    pub fn forget(&mut self, changed: &[Id]) {
        let rows = self.0.get_mut().unwrap_or_else(PoisonError::into_inner);
        let stale: Vec<_> = rows.par_iter().filter(|(_, row)| meets(&row.deps, changed)).map(|(key, _)| key.clone()).collect();
        for key in stale {
            rows.remove(&key);
        }
    }

    pub fn clear(&mut self) {
        self.0.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
