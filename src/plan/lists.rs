//! Views of lists: the newest of a kind, a whole year, a tag.
//!
//! In: the page context. Out: complete views. Always: a list is the same in every language; records without a
//! translation stand in it with a mark.

use crate::deps::DepKey;
use crate::locale::Given;
use crate::record::Kind;
use crate::record::view::TreeNode;
use crate::relate::Index;
use crate::value::Date;

use super::{NEWEST, PageCx, view};

impl PageCx<'_> {
    /// Template `list`: the newest of a kind, and ways to the years.
    pub fn list_page(&self, kind: &'static Kind) -> view::ListPage {
        self.note(DepKey::Newest(kind.folder));
        self.note(DepKey::Years(kind.folder));
        let all: Vec<Index> = super::of_kind(self.library, kind).collect();
        let title = view::Text::plain(self.kind_word(kind));
        let mut page = self.page(title.clone(), &format!("{}/", kind.folder), kind.folder, vec![self.home_crumb()]);
        page.feeds.push(self.feed_link(Some(kind)));
        page.description = self.list_described(&page.title.text, all.len());
        let tree = self.tree(&all);
        // Kinds that form a tree are looked up by name, not by date.
        let (lead, cards) = if tree.is_empty() {
            let lead = if all.len() > NEWEST {
                let args = [("n", Given::Int(NEWEST as i64)), ("total", Given::Int(all.len() as i64))];
                self.say("latest_of_total", &args)
            } else {
                self.count(all.len())
            };
            (lead, view::cards::html(&all.iter().take(NEWEST).map(|&i| self.card(i, false)).collect::<Vec<_>>()))
        } else {
            (self.count(all.len()), String::new())
        };
        let groups = if tree.is_empty() { vec![view::Group { cards, ..view::Group::default() }] } else { Vec::new() };
        let calendar = self.calendar_part(kind);
        let listing = view::Listing { title, lead, calendar, groups, years: self.years(Some(kind), None), kinds: Vec::new(), tree };
        page.data = self.data_of_list(&page);
        view::ListPage { page, list: listing }
    }

    /// Template `year`: everything of a year, by month.
    pub fn year_page(&self, kind: Option<&'static Kind>, year: i16) -> view::ListPage {
        let folder = kind.map_or("", |k| k.folder);
        self.note(DepKey::Year(folder, year));
        self.note(DepKey::Kinds(year));
        let in_year = |i: &Index| self.peek(*i).envelope.published.year() == year;
        let all: Vec<Index> = match kind {
            Some(kind) => super::of_kind(self.library, kind).filter(in_year).collect(),
            None => super::listed(self.library).filter(in_year).collect(),
        };
        let shown = || ("year", Given::Text(year.to_string().into()));
        let title = match kind {
            Some(kind) => self.say("year_of_kind", &[shown(), ("kind", Given::Text(self.kind_word(kind).into()))]),
            None => self.say("year_all", &[shown()]),
        };
        let below = kind.map_or(format!("all/{year}/"), |k| format!("{}/all/{year}/", k.folder));
        let mut breadcrumb = vec![self.home_crumb()];
        breadcrumb.extend(kind.map(|k| self.kind_crumb(k)));
        let section = kind.map_or("home", |k| k.folder);
        let mut page = self.page(view::Text::plain(title.clone()), &below, section, breadcrumb);
        page.description = self.list_described(&title, all.len());
        let month = |i: &Index| self.peek(*i).envelope.published.month();
        let groups = grouped(&all, month).into_iter().map(|(month, records)| view::Group {
            id: format!("m-{month:02}"),
            title: self.language().format().month(year, month),
            count: self.count(records.len()),
            cards: match kind {
                Some(_) => view::cards::html(&records.iter().map(|&i| self.card(i, false)).collect::<Vec<_>>()),
                None => self.rows(records.into_iter()),
            },
        });
        let mut kinds = Vec::new();
        for other in crate::record::KINDS.iter().filter(|k| k.listed) {
            let n = super::of_kind(self.library, other).filter(in_year).count();
            if n > 0 {
                kinds.push(view::CountLink {
                    url: self.local(&format!("{}/all/{year}/", other.folder)),
                    title: view::Text::plain(self.kind_word(other)),
                    count: self.count(n),
                    current: kind.is_some_and(|k| k.folder == other.folder),
                });
            }
        }
        let listing = view::Listing {
            title: view::Text::plain(title),
            lead: self.count(all.len()),
            calendar: None,
            groups: groups.collect(),
            years: self.years(kind, Some(year)),
            kinds,
            tree: Vec::new(),
        };
        page.data = self.data_of_list(&page);
        view::ListPage { page, list: listing }
    }

    /// Template `tag`: all records with a tag, by year.
    pub fn tag_page(&self, tag: &str) -> view::ListPage {
        self.note(DepKey::Tag(tag));
        let all = self.plan.tags.get(tag).map_or(&[][..], |t| t);
        let name = self.tag_name(tag);
        let title = self.say("topic", &[("topic", Given::Text(name.text.clone().into()))]);
        let crumb = view::Link { url: self.local("tags/"), title: view::Text::plain(self.word("all_topics")) };
        let mut page = self.page(view::Text::plain(title.clone()), &format!("tags/{tag}/"), "tags", vec![self.home_crumb(), crumb]);
        page.description = self.list_described(&title, all.len());
        let year = |i: &Index| self.peek(*i).envelope.published.year();
        let groups = grouped(all, year).into_iter().map(|(year, records)| view::Group {
            id: format!("y-{year}"),
            title: self.language().format().year(year),
            count: self.count(records.len()),
            cards: self.rows(records.into_iter()),
        });
        let listing = view::Listing {
            title: view::Text::plain(title),
            lead: self.count(all.len()),
            groups: groups.collect(),
            ..view::Listing::default()
        };
        page.data = self.data_of_list(&page);
        view::ListPage { page, list: listing }
    }

    /// Template `tags`: all tags by name.
    pub fn tags_page(&self) -> view::TagsPage {
        self.note(DepKey::Tags);
        let title = view::Text::plain(self.word("all_topics"));
        let format = self.language().format();
        let mut tags: Vec<view::CountLink> = self
            .plan
            .tags
            .iter()
            .map(|(tag, records)| view::CountLink {
                url: self.local(&format!("tags/{tag}/")),
                title: self.tag_name(tag),
                count: self.count(records.len()),
                current: false,
            })
            .collect();
        tags.sort_by_cached_key(|t| (format.sort_key(&t.title.text), t.url.clone()));
        let mut page = self.page(title.clone(), "tags/", "tags", vec![self.home_crumb()]);
        page.data = self.data_of_list(&page);
        view::TagsPage { page, title, tags }
    }

    /// One sentence for search engines.
    fn list_described(&self, title: &str, n: usize) -> String {
        let site = Given::Text(self.site_name().text.into());
        let args = [("site", site), ("title", Given::Text(title.into())), ("count", Given::Text(self.count(n).into()))];
        self.say("list_described", &args)
    }

    /// `12 条`.
    pub fn count(&self, n: usize) -> String {
        self.say("count_records", &[("n", Given::Int(n as i64))])
    }

    pub(super) fn years(&self, kind: Option<&'static Kind>, current: Option<i16>) -> Vec<view::CountLink> {
        self.note(DepKey::Years(kind.map_or("", |k| k.folder)));
        let mut years: Vec<(i16, usize)> = Vec::new();
        let dates: Box<dyn Iterator<Item = Date>> = match kind {
            Some(kind) => Box::new(super::of_kind(self.library, kind).map(|i| self.peek(i).envelope.published)),
            None => Box::new(super::listed(self.library).map(|i| self.peek(i).envelope.published)),
        };
        for date in dates {
            match years.last_mut() {
                Some((year, n)) if *year == date.year() => *n += 1,
                _ => years.push((date.year(), 1)),
            }
        }
        let link = |(year, n): (i16, usize)| view::CountLink {
            url: self.local(&kind.map_or(format!("all/{year}/"), |k| format!("{}/all/{year}/", k.folder))),
            title: view::Text::plain(self.language().format().year(year)),
            count: self.count(n),
            current: current == Some(year),
        };
        years.into_iter().map(link).collect()
    }

    /// The forest of a kind whose records stand below each other; empty where none does.
    fn tree(&self, all: &[Index]) -> Vec<TreeNode> {
        let parented = |i: &Index| self.peek(*i).facets.parent.is_some();
        if !all.iter().any(parented)
            || all.iter().any(|&i| self.peek(i).facets.schedule.is_some() || self.peek(i).facets.project_status.is_some())
        {
            return Vec::new();
        }
        // A tree is made from all its records; the kinds that form one have few.
        self.note(DepKey::All);
        let shown: std::collections::BTreeSet<Index> = all.iter().copied().collect();
        let is_root = |i: &Index| {
            let parent = self.record(*i).facets.parent.as_ref().and_then(|p| self.library.find(&p.id));
            !parent.is_some_and(|p| shown.contains(&p) && self.library.children.get(&p).is_some_and(|c| c.contains(i)))
        };
        let roots: Vec<Index> = all.iter().copied().filter(is_root).collect();
        self.by_name(roots).into_iter().map(|i| self.node(i, 0)).collect()
    }

    fn node(&self, index: Index, depth: usize) -> TreeNode {
        let record = self.record(index);
        let cx = self.cx(index);
        let mut content = vec![cx.link_to(&record.id)];
        let seen = record.fields.summary(&cx);
        if !seen.headline.is_empty() {
            content.push(cx.plain(" "));
            content.extend(seen.headline);
        }
        let children = self.library.children.get(&index).cloned().unwrap_or_default();
        // Circles are errors and cut before; the bound only keeps a broken preview finite.
        let children = if depth < 32 { self.by_name(children) } else { Vec::new() };
        TreeNode { content, children: children.into_iter().map(|i| self.node(i, depth + 1)).collect() }
    }
}

/// Neighbors with the same key, together.
fn grouped<K: PartialEq + Copy>(all: &[Index], key: impl Fn(&Index) -> K) -> Vec<(K, Vec<Index>)> {
    let mut groups: Vec<(K, Vec<Index>)> = Vec::new();
    for &index in all {
        let k = key(&index);
        match groups.last_mut() {
            Some((last, records)) if *last == k => records.push(index),
            _ => groups.push((k, vec![index])),
        }
    }
    groups
}
