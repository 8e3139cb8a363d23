//! Rows of lists that were written before: a record stands in the same words on the page of its year and of each of its tags.
//!
//! In: the rows as they are written. Out: the same rows again, with what they were made from. Always: a row is forgotten when
//! one of its deps changes; whoever takes a row looks at all that it was made from.

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

/// Rows by language and by the link they lead with, which names the record and the depth of the page.
#[derive(Debug, Default)]
pub struct RowCache(RwLock<QuickMap<(LangId, String), Arc<CachedRow>>>);

impl RowCache {
    pub fn row(&self, lang: LangId, url: String, write: impl FnOnce() -> CachedRow) -> Arc<CachedRow> {
        let key = (lang, url);
        if let Some(row) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
            return Arc::clone(row);
        }
        // Two may write the same row at once; it comes out the same.
        let row = Arc::new(write());
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key, Arc::clone(&row));
        row
    }

    /// Forgets what is made from these things, in order of name.
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
