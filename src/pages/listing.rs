//! Parts that pages of lists share: the description, links to the years, groups.
//!
//! In: the page context. Out: pieces of views.

use crate::locale::Given;
use crate::record::Kind;
use crate::relate::Index;

use super::{PageCx, view};

/// One sentence for search engines.
pub(super) fn described(page_cx: &PageCx<'_>, title: &str, n: usize) -> String {
    let site = Given::Text(page_cx.site_name().text.into());
    let args = [("site", site), ("title", Given::Text(title.into())), ("count", Given::Text(page_cx.count(n).into()))];
    page_cx.say("list_described", &args)
}

/// How many records a list has that is in groups of the day of publication.
pub(super) fn counted(page_cx: &PageCx<'_>, n: usize) -> String {
    page_cx.say("count_by_publication", &[("count", Given::Text(page_cx.count(n).into()))])
}

/// Links to the pages of the years, of one kind or of all.
pub(super) fn years(page_cx: &PageCx<'_>, kind: Option<&'static Kind>, current: Option<i16>) -> Vec<view::CountLink> {
    let link = |(year, n): (i16, usize)| view::CountLink {
        url: page_cx.local(&kind.map_or(format!("all/{year}/"), |k| format!("{}/all/{year}/", k.folder))),
        title: view::Text::plain(page_cx.language().format().year(year)),
        count: page_cx.count(n),
        current: current == Some(year),
    };
    page_cx.years(kind).into_iter().map(link).collect()
}

/// Groups neighbours with the same key.
pub(super) fn grouped<K: PartialEq>(records: impl Iterator<Item = (K, Index)>) -> Vec<(K, Vec<Index>)> {
    let mut groups: Vec<(K, Vec<Index>)> = Vec::new();
    for (key, index) in records {
        match groups.last_mut() {
            Some((last, group)) if *last == key => group.push(index),
            _ => groups.push((key, vec![index])),
        }
    }
    groups
}
