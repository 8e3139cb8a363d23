//! Links in bodies: record ids, with or without slash, and site addresses in any language.
//!
//! In: the link placeholders of rendered bodies. Out: the target of each link; COM-02 for a link without one.

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::markdown::{Body, Chunk, Target};
use crate::parse::{PartialRecord, Place};
use crate::record::KINDS;
use crate::source::{Source, Span};
use crate::value::{LangId, RecordId};

use super::{Backlink, Index, Library};

/// The target of a link inside the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    Record(Index),
    /// The list of a kind, by folder.
    List(&'static str),
    /// The home page of a language.
    Home,
    /// The front page.
    Front,
    /// The posting sheet of a record with a document number.
    Sheet(Index),
}

/// Follows an address or id as people write it.
pub fn resolve_link(library: &Library, languages: &[String], path: &str) -> Option<LinkTarget> {
    let bare = path.trim_start_matches("./").trim_matches('/').trim_end_matches("index.html").trim_end_matches('/');
    if bare.is_empty() {
        return Some(LinkTarget::Front);
    }
    let (first, rest) = bare.split_once('/').unwrap_or((bare, ""));
    let inside = if languages.iter().any(|l| l == first) {
        if rest.is_empty() {
            return Some(LinkTarget::Home);
        }
        rest
    } else {
        bare
    };
    if let Some(&index) = library.numbers.get(inside) {
        return Some(LinkTarget::Sheet(index));
    }
    if let Some(kind) = KINDS.iter().find(|k| k.folder == inside && k.listed) {
        return Some(LinkTarget::List(kind.folder));
    }
    let id = RecordId::parse(inside).or_else(|| RecordId::parse(&format!("pages/{inside}")))?;
    library.find(&id).map(LinkTarget::Record)
}

/// The target of a link without its language prefix: a record id, a number, a kind, the stem of a plain page.
pub fn link_subject<'p>(languages: &[String], path: &'p str) -> &'p str {
    let bare = path.trim_start_matches("./").trim_matches('/').trim_end_matches("index.html").trim_end_matches('/');
    match bare.split_once('/') {
        Some((first, rest)) if languages.iter().any(|l| l == first) => rest,
        _ => bare,
    }
}

/// A body with more findings than this is not a text that a person wrote.
const MOST_FINDINGS: usize = 200;

/// Checks every link of every body, and collects the references between records.
pub(super) fn check(library: &mut Library, languages: &[String], findings: &mut Vec<Diagnostic>) {
    let mut backlinks: Vec<(Index, Backlink)> = Vec::new();
    for (from, record) in library.records.iter().enumerate() {
        for (lang, body, source) in texts(&record.bodies, &record.body_places) {
            let targets = of_body(library, languages, (lang, body, source), library.is_shown(from), findings);
            backlinks.extend(targets.into_iter().map(|to| (to, Backlink { from, field: "body" })));
        }
    }
    for (to, link) in backlinks {
        library.backlinks.entry(to).or_default().push(link);
    }
}

/// Checks the links of a record whose facts could not be read, which is not in the library.
pub(super) fn check_partial(library: &Library, languages: &[String], partial: &PartialRecord, findings: &mut Vec<Diagnostic>) {
    for text in texts(&partial.bodies, &partial.places) {
        of_body(library, languages, text, false, findings);
    }
}

/// Says once how many texts have the line breaks of an editor that wraps, at the first of them.
pub(super) fn wrapped(library: &Library, findings: &mut Vec<Diagnostic>) {
    let shown = library.records.iter().enumerate().filter(|(index, _)| library.is_shown(*index));
    let all = shown.flat_map(|(_, record)| record.bodies.iter().zip(&record.body_places));
    let mut wrapped = all.filter_map(|(body, place)| Some((body.as_ref().filter(|b| b.is_wrapped)?, place.as_ref()?)));
    let Some((_, (source, range))) = wrapped.next() else { return };
    let blank = source.text[range.clone()].len() - source.text[range.clone()].trim_start().len();
    let line = source.line_range(source.position(range.start + blank).line);
    let finding = Diagnostic::note_at("COM-03", "com-03-wrapped", Span::new(source, line));
    findings.push(finding.arg("count", 1 + wrapped.count()));
}

/// A text, and the file it stands in.
type InSource<'l> = (LangId, &'l Body, &'l Arc<Source>);

fn texts<'l>(bodies: &'l [Option<Body>], places: &'l [Option<Place>]) -> impl Iterator<Item = InSource<'l>> {
    let both = bodies.iter().zip(places).enumerate();
    both.filter_map(|(i, (body, place))| Some((LangId(i as u8), body.as_ref()?, &place.as_ref()?.0)))
}

/// The records that a text links to. An unpublished record may link to another unpublished record.
fn of_body(
    library: &Library,
    languages: &[String],
    (lang, body, source): InSource<'_>,
    is_shown: bool,
    findings: &mut Vec<Diagnostic>,
) -> Vec<Index> {
    let mut targets = Vec::new();
    let most = findings.len() + MOST_FINDINGS;
    for chunk in &body.chunks {
        let Chunk::Link(hole) = chunk else { continue };
        let Target::Page { path, fragment } = &hole.target else { continue };
        if findings.len() >= most {
            break;
        }
        let finding = |message: &'static str| {
            let at = hole.place.start as usize..hole.place.end as usize;
            Diagnostic::error_at("COM-02", message, Span::new(source, at)).arg("target", path.as_str())
        };
        match resolve_link(library, languages, path) {
            None => {
                let id = RecordId::parse(path.trim_matches('/'));
                if id.as_ref().is_some_and(|id| library.broken.contains(id)) {
                    continue;
                }
                let near = id.map(|id| library.nearest_id(&id)).unwrap_or_default();
                findings.push(finding("com-02-link").arg("near", near));
            }
            Some(LinkTarget::Record(to) | LinkTarget::Sheet(to)) if !library.is_shown(to) => {
                if is_shown {
                    findings.push(finding("com-02-held"));
                }
            }
            Some(LinkTarget::Record(to)) => {
                targets.push(to);
                if let Some(fragment) = fragment
                    && !lands(library, to, lang, fragment)
                {
                    let id = library.records[to].id.to_string();
                    findings.push(finding("com-02-fragment").arg("fragment", fragment.as_str()).arg("near", "").arg("id", id));
                }
            }
            Some(_) => {}
        }
    }
    targets
}

/// Whether the page has such an anchor: an item, or a heading of the text shown in that language.
fn lands(library: &Library, to: Index, lang: LangId, fragment: &str) -> bool {
    let in_body = library.records[to].body(lang).is_some_and(|(body, _)| body.headings.iter().any(|h| h.id == fragment));
    in_body || library.has_item(to, fragment)
}
