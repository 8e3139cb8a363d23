//! The first page of a kind: the newest records, or the tree of all of them, and links to the years.
//!
//! In: the page context and the kind. Out: template `list`, or `organizations` for kinds whose records form a tree.

use std::collections::BTreeSet;

use crate::locale::Given;
use crate::plan::NEWEST;
use crate::record::Kind;
use crate::record::view::TreeNode;
use crate::relate::Index;

use super::cx::AllRecords;
use super::{PageCx, PageWriter, Written, calendar, card, frame, listing, structured_data, view};

/// Cycles are errors and are cut before; this bound only keeps a preview with errors finite.
const DEEPEST: usize = 32;

pub(super) fn write(page_cx: &PageCx<'_>, kind: &'static Kind, out: &mut PageWriter<'_>) -> Written {
    let view = view(page_cx, kind);
    let template = if view.list.tree.is_empty() { "list.html" } else { "organizations.html" };
    out.template(template, &view)
}

fn view(page_cx: &PageCx<'_>, kind: &'static Kind) -> view::ListPage {
    let newest = page_cx.newest(Some(kind));
    let title = view::Text::plain(page_cx.kind_word(kind));
    let mut page = frame::head(page_cx, title.clone(), &format!("{}/", kind.folder), kind.folder, vec![frame::home_crumb(page_cx)]);
    page.feeds.push(frame::feed_link(page_cx, Some(kind)));
    page.description = listing::described(page_cx, &page.title.text, newest.total);
    let tree = page_cx.tree(kind).map(|all| tree(page_cx, all, kind)).unwrap_or_default();
    // Kinds that form a tree are looked up by name, not by date.
    let (lead, cards) = if tree.is_empty() {
        let lead = if newest.total > NEWEST {
            let args = [("n", Given::Int(NEWEST as i64)), ("total", Given::Int(newest.total as i64))];
            page_cx.say("latest_of_total", &args)
        } else {
            page_cx.count(newest.total)
        };
        (lead, card::rows_of_kind(page_cx, &newest.records))
    } else {
        (page_cx.count(newest.total), String::new())
    };
    let groups = if tree.is_empty() { vec![view::Group { cards, ..view::Group::default() }] } else { Vec::new() };
    let calendar = calendar::part(page_cx, kind);
    let listing =
        view::Listing { title, lead, calendar, groups, years: listing::years(page_cx, Some(kind), None), kinds: Vec::new(), tree };
    page.data = structured_data::of_list(page_cx, &page);
    view::ListPage { page, list: listing }
}

/// The tree of the records of a kind.
fn tree(page_cx: &PageCx<'_>, all: AllRecords<'_>, kind: &'static Kind) -> Vec<TreeNode> {
    let shown: BTreeSet<Index> = all.of_kind(kind).collect();
    let is_root = |i: &Index| {
        let parent = all.facets(*i).parent.as_ref().and_then(|p| all.find(&p.id));
        !parent.is_some_and(|p| shown.contains(&p) && all.children(p).contains(i))
    };
    let roots: Vec<Index> = all.of_kind(kind).filter(is_root).collect();
    page_cx.by_name(roots).into_iter().map(|i| node(page_cx, all, i, 0)).collect()
}

fn node(page_cx: &PageCx<'_>, all: AllRecords<'_>, index: Index, depth: usize) -> TreeNode {
    let record = page_cx.record(index);
    let cx = page_cx.view_cx(index);
    let mut content = vec![cx.link_to(record.id)];
    let summary = record.fields.summary(&cx);
    if !summary.headline.is_empty() {
        content.push(cx.plain(" "));
        content.extend(summary.headline);
    }
    let children = if depth < DEEPEST { page_cx.by_name(all.children(index).to_vec()) } else { Vec::new() };
    TreeNode { content, children: children.into_iter().map(|i| node(page_cx, all, i, depth + 1)).collect() }
}
