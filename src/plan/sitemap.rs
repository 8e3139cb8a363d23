//! Which pages search engines are told of, and in how many files.
//!
//! In: the library and the plan. Out: the pages listed, with the day of their last change, and where each file begins and
//! ends. Always: no file is longer than the protocol allows (50,000 addresses, 50 MB); one that nothing of has changed stays.

use std::ops::Range;

use crate::deps::{DepKey, Id};
use crate::hash::short_hash;
use crate::relate::Library;
use crate::site::Site;
use crate::value::Date;

use super::{Content, Page, Plan};

/// Below the limits of the protocol, with room for what is not counted here.
const ADDRESSES: usize = 45_000;
const BYTES: usize = 45_000_000;
/// Bytes of the markup around each address of an entry.
const AROUND: usize = 96;

/// Pages worth finding, in order of address, with the last public change of their record.
pub fn listed<'p>(library: &'p Library, plan: &'p Plan) -> impl Iterator<Item = (&'p Page, Option<Date>)> {
    plan.pages.iter().filter(|p| p.is_html()).filter_map(|page| match &page.content {
        Content::Record(index) if library.has_language(*index, page.lang) => Some((page, Some(library.records[*index].envelope.changed()))),
        Content::Record(_) | Content::Tombstone(_) | Content::Sheet(_) | Content::Alias(_) | Content::NotFound => None,
        _ => Some((page, None)),
    })
}

/// The files: ranges of what is listed. One, unless that would be too long.
pub fn files(site: &Site, library: &Library, plan: &Plan) -> Vec<Range<usize>> {
    let base = site.config.base_url.len() + AROUND;
    // Its own address, and that of each language.
    let times = 1 + if site.languages.len() > 1 { site.languages.len() } else { 0 };
    cut(listed(library, plan).map(|(page, _)| (page.address.len() + base) * times), ADDRESSES, BYTES)
}

fn cut(sizes: impl Iterator<Item = usize>, most: usize, bytes: usize) -> Vec<Range<usize>> {
    let mut files = Vec::new();
    let (mut from, mut held, mut at) = (0, 0, 0);
    for size in sizes {
        if at > from && (at - from == most || held + size > bytes) {
            files.push(from..at);
            (from, held) = (at, 0);
        }
        held += size;
        at += 1;
    }
    files.push(from..at);
    files
}

/// A hash of what each file says.
pub fn things(library: &Library, plan: &Plan) -> Vec<(Id, u64)> {
    let all: Vec<(&str, Option<Date>)> = listed(library, plan).map(|(page, changed)| (page.address.as_str(), changed)).collect();
    let one = |(n, file): (usize, &Range<usize>)| (DepKey::Sitemap(n).id(), short_hash(all.get(file.clone()).unwrap_or(&[])));
    let mut things: Vec<(Id, u64)> = plan.sitemaps.iter().enumerate().map(one).collect();
    things.push((DepKey::Sitemap(usize::MAX).id(), short_hash(&plan.sitemaps.len())));
    things
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
