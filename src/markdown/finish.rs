//! From pieces to a body: footnotes, links within the page, and raw HTML through the second filter.
//!
//! In: the pieces that the walk left. Out: the chunks of a [`Body`].
//! Always: what the author wrote as raw HTML leaves through `sanitize`; a body without any does not pay
//! for that.

use std::collections::BTreeSet;

use super::render::Writer;
use super::sanitize::{attribute_token, sanitize, text_token};
use super::text::{escaped, slug};
use super::{Body, Chunk, LinkHole, Word};
use crate::diagnostic::{Arg, Diagnostic};
use crate::source::Span;

/// A part of the output before links within the page are known and holes are sorted out.
pub(super) enum Piece {
    Html(String),
    /// Finished chunks that raw HTML cannot touch.
    Atom(Vec<Chunk>),
    /// The `href` of a link inside the site.
    Href(LinkHole),
    /// The `href` of a link inside the page.
    Here(String, Span),
    /// The start tag of a heading, by number.
    Heading(usize),
    /// The value of an attribute.
    Label(Word),
}

#[derive(Default)]
pub(super) struct Out {
    pieces: Vec<Piece>,
    /// HTML behind the last piece.
    pub html: String,
    pub plain: String,
}

impl Out {
    pub(super) fn push(&mut self, html: &str) {
        self.html.push_str(html);
    }

    pub(super) fn piece(&mut self, piece: Piece) {
        if !self.html.is_empty() {
            self.pieces.push(Piece::Html(std::mem::take(&mut self.html)));
        }
        self.pieces.push(piece);
    }

    /// Adds what another buffer holds, and its plain text on a line of its own.
    fn append(&mut self, other: Out) {
        self.pieces.push(Piece::Html(std::mem::take(&mut self.html)));
        self.pieces.extend(other.pieces);
        self.html = other.html;
        self.line();
        self.plain.push_str(&other.plain);
    }

    pub(super) fn line(&mut self) {
        if !self.plain.is_empty() && !self.plain.ends_with('\n') {
            self.plain.push('\n');
        }
    }
}

/// One footnote: its number, how often it was referred to, its content.
#[derive(Default)]
pub(super) struct Note {
    pub number: usize,
    references: usize,
    pub content: Option<Out>,
}

impl Writer<'_> {
    pub(super) fn note_reference(&mut self, label: &str) {
        let label = label.to_lowercase();
        let note = self.notes.entry(label.clone()).or_default();
        if note.number == 0 {
            self.note_order.push(label);
            note.number = self.note_order.len();
        }
        note.references += 1;
        let n = note.number;
        let again = if note.references > 1 { format!(":{}", note.references) } else { String::new() };
        let html = format!("<sup class=\"footnote-ref\"><a href=\"#fn:{n}\" id=\"fnref:{n}{again}\" role=\"doc-noteref\">{n}</a></sup>");
        self.out.piece(Piece::Atom(vec![Chunk::Html(html)]));
    }

    /// The notes in the order of their numbers; those that nothing refers to come last.
    fn write_notes(&mut self) {
        let unread: Vec<_> = self.notes.iter().filter(|(_, note)| note.number == 0).map(|(label, _)| label.clone()).collect();
        self.note_order.extend(unread);
        if self.note_order.is_empty() {
            return;
        }
        self.out.push("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"");
        self.out.piece(Piece::Label(Word::Footnotes));
        self.out.push("\"><ol>\n");
        for (i, label) in std::mem::take(&mut self.note_order).iter().enumerate() {
            let note = self.notes.remove(label).unwrap_or_default();
            let (n, mut content) = (i + 1, note.content.unwrap_or_default());
            self.out.push(&format!("<li id=\"fn:{n}\">"));
            let closing = if content.html.ends_with("</p>\n") { "</p>\n" } else { "" };
            content.html.truncate(content.html.len() - closing.len());
            self.out.append(content);
            if note.references > 0 {
                let start = format!(" <a class=\"footnote-back\" href=\"#fnref:{n}\" role=\"doc-backlink\" aria-label=\"");
                self.out.piece(Piece::Atom(vec![Chunk::Html(start), Chunk::Word(Word::FootnoteBack(n)), Chunk::Html("\">↩</a>".into())]));
            }
            self.out.push(closing);
            self.out.push("</li>\n");
        }
        self.out.push("</ol></section>\n");
    }

    pub(super) fn finish(mut self) -> (Body, Vec<Diagnostic>) {
        while self.pop_raw() {}
        self.report_lost_notes();
        self.write_notes();
        let mut pieces = std::mem::take(&mut self.out.pieces);
        pieces.push(Piece::Html(std::mem::take(&mut self.out.html)));
        let here = self.resolve_here(&pieces);
        let tag = |n: usize| self.headings.get(n).map(|h| format!("<h{} id=\"{}\">", h.level, escaped(&h.id))).unwrap_or_default();
        let mut here = here.into_iter();
        let mut address = || here.next().flatten().map(|id| format!(" href=\"#{}\"", escaped(&id))).unwrap_or_default();
        let chunks = if self.raw_seen {
            let (mut html, mut holes) = (String::new(), Vec::new());
            for piece in pieces {
                let mut token = |chunks: Vec<Chunk>, write: fn(usize) -> String| {
                    holes.push(chunks);
                    write(holes.len() - 1)
                };
                match piece {
                    Piece::Html(text) => html.push_str(&text),
                    Piece::Heading(n) => html.push_str(&tag(n)),
                    Piece::Here(..) => html.push_str(&address()),
                    Piece::Atom(chunks) => html.push_str(&token(chunks, text_token)),
                    Piece::Label(word) => html.push_str(&token(vec![Chunk::Word(word)], attribute_token)),
                    Piece::Href(link) => html.push_str(&format!(" href=\"{}\"", token(vec![Chunk::Link(link.into())], attribute_token))),
                }
            }
            sanitize(&html, holes)
        } else {
            let mut chunks = Vec::with_capacity(pieces.len());
            for piece in pieces {
                match piece {
                    Piece::Html(text) => chunks.push(Chunk::Html(text)),
                    Piece::Heading(n) => chunks.push(Chunk::Html(tag(n))),
                    Piece::Here(..) => chunks.push(Chunk::Html(address())),
                    Piece::Atom(more) => chunks.extend(more),
                    Piece::Label(word) => chunks.push(Chunk::Word(word)),
                    Piece::Href(link) => chunks.push(Chunk::Link(link.into())),
                }
            }
            chunks
        };
        let plain = self.out.plain.trim_end().to_owned();
        let is_wrapped = self.wrapped.is_by_hand();
        (Body { chunks: joined(chunks), headings: self.headings, has_code: self.has_code, is_wrapped, plain }, self.reports.found)
    }

    /// The ids that links within the page lead to, in the order of the links.
    fn resolve_here(&mut self, pieces: &[Piece]) -> Vec<Option<String>> {
        let ours: BTreeSet<&str> = self.headings.iter().map(|h| h.id.as_str()).collect();
        let mut found = Vec::new();
        for piece in pieces {
            let Piece::Here(fragment, span) = piece else { continue };
            let made = slug(fragment);
            let id = if let Some(id) = [fragment.as_str(), &made].into_iter().find(|id| ours.contains(id)) {
                Some(id.to_owned())
            } else if self.options.taken.contains(&fragment.as_str()) {
                Some(fragment.clone())
            } else {
                None
            };
            if id.is_none() {
                let known: Vec<_> = self.headings.iter().take(6).map(|h| format!("#{}", h.id)).collect();
                let message = if known.is_empty() { "com-02-heading-none" } else { "com-02-heading-missing" };
                let finding = Diagnostic::error_at("COM-02", message, span.clone());
                self.reports.push(finding.arg("id", fragment.as_str()).arg("known", Arg::OneOf(known)));
            }
            found.push(id);
        }
        found
    }
}

/// The chunks with neighboring HTML merged. They exist as long as the site does, so they have no spare capacity.
fn joined(chunks: Vec<Chunk>) -> Vec<Chunk> {
    let is_html = |chunk: &Chunk| matches!(chunk, Chunk::Html(_));
    let filled = |chunk: &&Chunk| !matches!(chunk, Chunk::Html(html) if html.is_empty());
    let runs = || chunks.chunk_by(|a, b| is_html(a) && is_html(b));
    let wanted = runs().map(|run| run.iter().filter(filled).count().min(1)).sum();
    let mut out: Vec<Chunk> = Vec::with_capacity(wanted);
    for run in runs() {
        let pieces = run.iter().map(|chunk| if let Chunk::Html(html) = chunk { html.as_str() } else { "" });
        match run.first() {
            Some(Chunk::Html(_)) => {
                let html = pieces.collect::<Vec<_>>().concat();
                out.extend((!html.is_empty()).then_some(Chunk::Html(html)));
            }
            Some(hole) => out.push(hole.clone()),
            None => {}
        }
    }
    out
}
