//! The pages that the sitemap lists, and the number of its files.
//!
//! In: the library and the plan. Out: the listed addresses, with the day of their last change, and the range of each file. Always:
//! no file is longer than the protocol allows (50,000 addresses, 50 MB); a file is unchanged while its entries are.

use std::ops::Range;

use crate::deps::{DepKey, Id};
use crate::hash::short_hash;
use crate::record::Translation;
use crate::relate::Library;
use crate::site::Site;
use crate::value::{Date, LangId, RecordId};

use super::Plan;
use super::content::InSitemap;

/// Below the limits of the protocol, with a reserve for parts that are not counted here.
const ADDRESSES: usize = 45_000;
const BYTES: usize = 45_000_000;
/// Bytes of the markup around each address of an entry.
const AROUND: usize = 96;

/// An address of the sitemap.
pub struct Entry<'p> {
    pub address: &'p str,
    /// The record that the page is of.
    pub record: Option<Listed<'p>>,
}

/// The part of a record that the sitemap uses; it must not contain anything else of the record.
#[derive(Clone, Copy)]
pub struct Listed<'p> {
    pub id: &'p RecordId,
    /// The day of the last public change.
    pub changed: Date,
    languages: &'p [Translation],
}

impl Listed<'_> {
    pub fn has_language(&self, lang: LangId) -> bool {
        self.languages.get(lang.index()).is_some_and(Translation::exists)
    }
}

/// Pages that search engines should find, in order of address.
pub fn entries<'p>(library: &'p Library, plan: &'p Plan) -> impl Iterator<Item = Entry<'p>> {
    plan.pages.iter().filter_map(|page| {
        let address = page.address.as_str();
        match page.content.format().html()?.sitemap {
            InSitemap::No => None,
            InSitemap::Yes => Some(Entry { address, record: None }),
            InSitemap::Record(index) => {
                let record = &library.records[index];
                let listed = Listed { id: &record.id, changed: record.envelope.changed(), languages: &record.languages };
                listed.has_language(page.lang).then_some(Entry { address, record: Some(listed) })
            }
        }
    })
}

/// The files, as ranges of the entries: one, unless it would be too long.
pub fn files(site: &Site, library: &Library, plan: &Plan) -> Vec<Range<usize>> {
    let base = site.config.base_url.len() + AROUND;
    // The page's own address, and that of each language.
    let times = 1 + if site.languages.len() > 1 { site.languages.len() } else { 0 };
    cut(entries(library, plan).map(|entry| (entry.address.len() + base) * times), ADDRESSES, BYTES)
}

/// Splits a list of sizes into ranges of at most so many entries and bytes; an entry longer than that gets a range of its own.
fn cut(sizes: impl Iterator<Item = usize>, most_entries: usize, most_bytes: usize) -> Vec<Range<usize>> {
    let mut files = Vec::new();
    let (mut from, mut bytes, mut at) = (0, 0, 0);
    for size in sizes {
        if at > from && (at - from == most_entries || bytes + size > most_bytes) {
            files.push(from..at);
            (from, bytes) = (at, 0);
        }
        bytes += size;
        at += 1;
    }
    files.push(from..at);
    files
}

/// A hash of the contents of each file.
pub fn fingerprints(library: &Library, plan: &Plan) -> Vec<(Id, u64)> {
    let record = |listed: Listed<'_>| (listed.changed, listed.languages.iter().map(Translation::exists).collect::<Vec<_>>());
    let all: Vec<_> = entries(library, plan).map(|entry| (entry.address, entry.record.map(record))).collect();
    let fingerprint = |(n, file): (usize, &Range<usize>)| (DepKey::Sitemap(n).id(), short_hash(all.get(file.clone()).unwrap_or(&[])));
    let mut hashes: Vec<(Id, u64)> = plan.sitemaps.iter().enumerate().map(fingerprint).collect();
    hashes.push((DepKey::Sitemap(usize::MAX).id(), short_hash(&plan.sitemaps.len())));
    hashes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_ends_before_it_would_be_too_long() {
        // Several cases in one: an array of a single range reads like a slip for its numbers.
        let short = [cut([].into_iter(), 3, 10), cut([1; 3].into_iter(), 3, 10)].concat();
        assert_eq!(short, [0..0, 0..3]);
        assert_eq!(cut([1; 7].into_iter(), 3, 10), [0..3, 3..6, 6..7]);
        assert_eq!(cut([4, 4, 4, 99, 1].into_iter(), 9, 10), [0..2, 2..3, 3..4, 4..5]);
    }
}
