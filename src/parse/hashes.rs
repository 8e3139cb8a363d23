//! Hashes of a record's text: what a change of it can reach, and when a translation is stale.
//!
//! In: a record and the files it was read from. Out: [`Hashes`], the words hash. Always: a part of the text that is in no hash
//! changes no page.

use std::ops::Range;

use super::Texts;
use super::open::Opened;
use crate::hash::{ContentHash, short_hash};
use crate::markdown::{Body, Chunk, Target};
use crate::record::envelope::Envelope;
use crate::record::field::{Leaf, Path};
use crate::record::{Fields, Hashes, Record, Translation};
use crate::value::text;
use crate::yaml::Node;

/// Everything that pages and rules tell two states of a record apart by.
pub(super) fn of_record(record: &Record, texts: &Texts) -> Hashes {
    let front = |opened: &Opened| short_hash(opened.front_text());
    let front_without_titles = |opened: &Opened| if title_is_read_elsewhere(record) { front(opened) } else { without_titles(opened) };
    let files: Vec<_> = record.files.iter().map(|f| (&f.name, *f.hash.as_bytes(), f.len)).collect();
    let states: Vec<u8> = record.languages.iter().map(state).collect();
    let has_body: Vec<bool> = record.bodies.iter().map(Option::is_some).collect();
    let of_all_files = |hash: &dyn Fn(&Opened) -> u64| {
        let sidecars: Vec<_> = texts.sidecars.iter().map(|(lang, opened)| (lang.index(), hash(opened))).collect();
        short_hash(&(record.id.as_str(), hash(&texts.primary), sidecars, &files, &states, &has_body))
    };
    let (facts_hash, front_without_titles) = (of_all_files(&front), of_all_files(&front_without_titles));
    let anchors_and_links: Vec<_> = record.bodies.iter().flatten().map(|body| (anchors_and_links(body), body.is_wrapped)).collect();
    let text = |lang: usize| texts.in_language(lang).map_or(0, |opened| short_hash(opened.body_text()));
    let staleness = |t: &Translation| if let Translation::Stale { on } = t { (1u8, *on) } else { (0, None) };
    let bodies = record.languages.iter().enumerate().map(|(lang, t)| short_hash(&(text(lang), staleness(t), state(t))));
    Hashes { facts_hash, interface_hash: short_hash(&(front_without_titles, anchors_and_links)), bodies: bodies.collect() }
}

/// How far a translation is, as far as other pages than the record's own show it.
fn state(translation: &Translation) -> u8 {
    match translation {
        Translation::Original | Translation::Translated | Translation::Stale { .. } => 0,
        Translation::Missing => 1,
        Translation::NotNeeded => 2,
    }
}

/// The anchors of a text, and the pages it links to.
fn anchors_and_links(body: &Body) -> (Vec<&str>, Vec<(&str, Option<&str>)>) {
    let anchors = body.headings.iter().map(|heading| heading.id.as_str());
    let links = body.chunks.iter().filter_map(|chunk| match chunk {
        Chunk::Link(link) => match &link.target {
            Target::Page { path, fragment } => Some((path.as_str(), fragment.as_deref())),
            Target::File(_) => None,
        },
        _ => None,
    });
    (anchors.collect(), links.collect())
}

/// Whether rules or the page footer read this title, so that a changed title reaches more than the pages that show it: names that
/// other texts must spell alike (COM-20), what a fee is asked for (ACT-11), the plain pages linked below every page.
fn title_is_read_elsewhere(record: &Record) -> bool {
    record.facets.named || record.facets.charge.is_some() || !record.kind.listed
}

/// A hash of the front matter but for the words of title and summary.
fn without_titles(opened: &Opened) -> u64 {
    let text = &opened.source.text;
    let words = opened.root.iter().flat_map(|root| {
        let specs = ["title", "summary"].into_iter().filter_map(|name| Envelope::SPEC.field(name));
        let nodes = specs.filter_map(|spec| root.entries().iter().find(|e| e.key == spec.name || e.key == spec.zh));
        nodes.map(|e| &e.value).filter(|node| !node.is_empty() && node.scalar().is_some()).map(Node::range)
    });
    let mut words: Vec<Range<usize>> = words.collect();
    crate::order::sort_by_key(&mut words, |range| range.start);
    let mut rest: Vec<&str> = Vec::with_capacity(3);
    let mut from = opened.front.start;
    for range in words {
        rest.push(&text[from..range.start.max(from)]);
        from = range.end.max(from);
    }
    rest.push(&text[from..opened.front.end.max(from)]);
    short_hash(&rest)
}

/// First 8 hex digits over the primary's translatable words and body, in NFC with `\n`: a
/// translation made from words of another hash is stale. Figures do not count.
pub(super) fn of_words(envelope: &Envelope, fields: &dyn Fields, body: &str) -> String {
    let mut words = String::new();
    let mut note = |path: &Path<'_>, _: &_, leaf: Leaf<'_>| {
        if let Leaf::Text(text) = leaf {
            words.push_str(&path.public());
            words.push('\n');
            words.push_str(text.primary());
            words.push('\n');
        }
    };
    envelope.walk_fields(&mut Path::default(), &mut note);
    fields.walk(&mut note);
    let body = body.trim();
    if body.contains('\r') {
        words.push_str(&body.replace("\r\n", "\n"))
    } else {
        words.push_str(body)
    }
    ContentHash::of(text::nfc(&words).as_bytes()).to_string()[..8].to_owned()
}
