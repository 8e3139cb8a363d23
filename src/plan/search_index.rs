//! The search index: the records of each segment.
//!
//! In: the library. Out: segments of titles and segments of texts, by year, with their addresses and fingerprints. Always: the
//! segment of a record depends only on the dates and ids of its year, oldest first, so that editing a text rewrites one segment and
//! a new record rewrites the last one of its year.

use std::collections::BTreeMap;

use crate::deps::{DepKey, Id};
use crate::hash::short_hash;
use crate::relate::{Index, Library};

use super::Content;

/// The sort of a segment, with the number of records in one: both sorts stay well below 40 KB compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexPart {
    Titles,
    Texts,
}

impl IndexPart {
    const ALL: [Self; 2] = [Self::Titles, Self::Texts];

    pub fn name(self) -> &'static str {
        match self {
            Self::Titles => "titles",
            Self::Texts => "texts",
        }
    }

    fn size(self) -> usize {
        match self {
            Self::Titles => 512,
            Self::Texts => 64,
        }
    }
}

/// Shown records by year, oldest first; plain pages, too.
#[derive(Debug, Default)]
pub struct SearchIndex(BTreeMap<i16, Vec<Index>>);

impl SearchIndex {
    pub fn of(library: &Library) -> Self {
        let mut years: BTreeMap<i16, Vec<Index>> = BTreeMap::new();
        for &index in library.newest.iter().rev() {
            years.entry(library.records[index].envelope.published.year()).or_default().push(index);
        }
        Self(years)
    }

    /// Addresses below a language, and contents, of all files of the search.
    pub fn pages(&self) -> Vec<(String, Content)> {
        let mut pages = vec![("search/".to_owned(), Content::Search)];
        for (&year, records) in &self.0 {
            for index_part in IndexPart::ALL {
                for part in 1..=records.len().div_ceil(index_part.size()) {
                    pages.push((format!("search/{}-{year}-{part}.js", index_part.name()), Content::Segment(index_part, year, part)));
                }
            }
        }
        pages
    }

    /// A hash of the contents of each segment.
    pub fn fingerprints<'s>(&'s self, library: &'s Library) -> impl Iterator<Item = (Id, u64)> + 's {
        let of_years: Vec<(i16, usize)> = self.0.iter().map(|(year, records)| (*year, records.len())).collect();
        let segments = self.0.iter().flat_map(move |(&year, records)| {
            IndexPart::ALL.into_iter().flat_map(move |index_part| {
                let part = move |(at, records): (usize, &[Index])| {
                    let ids: Vec<&str> = records.iter().map(|&i| library.records[i].id.as_str()).collect();
                    (DepKey::Segment(index_part.name(), year, at + 1).id(), short_hash(&ids))
                };
                records.chunks(index_part.size()).enumerate().map(part)
            })
        });
        std::iter::once((DepKey::Segments.id(), short_hash(&of_years))).chain(segments)
    }

    /// The records of a segment.
    pub fn part(&self, index_part: IndexPart, year: i16, part: usize) -> &[Index] {
        let records = self.0.get(&year).and_then(|records| records.chunks(index_part.size()).nth(part.saturating_sub(1)));
        records.unwrap_or_default()
    }

    /// How many segments each year has, newest first: `2026:2 2025:1`.
    pub fn counts(&self, index_part: IndexPart) -> String {
        let years = self.0.iter().rev().map(|(year, records)| format!("{year}:{}", records.len().div_ceil(index_part.size())));
        years.collect::<Vec<_>>().join(" ")
    }
}
