//! Running text within a block: words, figures, links, raw tags.
//!
//! In: runs of text with their places. Out: pieces in the writer's buffer.
//! Always: what the author typed passes through `escape` or `raw`; positions are of the source as
//! written, though the parser saw it with guards.

use std::ops::Range;

use super::figures::{self, Part};
use super::finish::Piece;
use super::links::{self, Destination};
use super::render::{MOST_LEVELS, Open, Writer};
use super::text::{clean, escape};
use super::{Chunk, FIGURE_MARK, FigureHole, ImageHole, LinkHole, Target, raw};
use crate::diagnostic::Diagnostic;

/// A file is no longer than 4 MB.
fn small(range: Range<usize>) -> Range<u32> {
    range.start as u32..range.end as u32
}

/// Text put together from several events, which remembers where each part stands in the source.
#[derive(Default)]
pub(super) struct Run {
    pub text: String,
    parts: Vec<RunPart>,
}

struct RunPart {
    at: usize,
    source: Range<usize>,
    /// The text stands in the source as it is, so offsets within it count.
    verbatim: bool,
    escaped: bool,
}

impl Run {
    pub(super) fn push(&mut self, text: &str, source: Range<usize>, escaped: bool) {
        let verbatim = source.len() == text.len();
        self.parts.push(RunPart { at: self.text.len(), source, verbatim, escaped });
        self.text.push_str(text);
    }

    pub(super) fn append(&mut self, other: &Run) {
        let shift = self.text.len();
        self.text.push_str(&other.text);
        self.parts.extend(other.parts.iter().map(|part| RunPart { at: part.at + shift, source: part.source.clone(), ..*part }));
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.parts.clear();
    }

    /// The place of a part of the text in the source.
    pub(super) fn place(&self, range: Range<usize>) -> Range<usize> {
        let part = |offset: usize| self.parts[..self.parts.partition_point(|p| p.at <= offset)].last();
        let start = part(range.start).map_or(0, |p| if p.verbatim { p.source.start + range.start - p.at } else { p.source.start });
        let last = range.end.saturating_sub(1).max(range.start);
        let end = part(last).map_or(start, |p| if p.verbatim { p.source.start + range.end - p.at } else { p.source.end });
        start..end.max(start)
    }

    /// Whether the character at this offset was written with a backslash.
    pub(super) fn is_escaped(&self, offset: usize) -> bool {
        self.parts.binary_search_by_key(&offset, |p| p.at).is_ok_and(|i| self.parts[i].escaped)
    }
}

/// What an image gathers until its end.
pub(super) struct Picture {
    pub address: String,
    pub title: String,
    pub alone: bool,
    pub alt: Run,
    pub place: Range<usize>,
}

impl Writer<'_> {
    /// Writes text with figures and bare addresses.
    pub(super) fn run(&mut self, run: &Run) {
        if self.muted.is_some() {
            return;
        }
        if run.text.contains("[^") {
            self.find_missing_notes(run);
        }
        if !run.text.as_bytes().contains(&b'{') {
            return if self.in_link > 0 { self.words(&run.text) } else { self.words_and_addresses(&run.text) };
        }
        for part in figures::scan(&run.text, |at| run.is_escaped(at)) {
            match part {
                Part::Text(range) if self.in_link > 0 => self.words(&run.text[range]),
                Part::Text(range) => self.words_and_addresses(&run.text[range]),
                Part::Figure(path, range) => {
                    let place = small(run.place(range));
                    self.say(&FIGURE_MARK.to_string());
                    self.last = None;
                    self.out.piece(Piece::Atom(vec![Chunk::Figure(FigureHole { path, place }.into())]));
                }
                Part::Malformed(range) => {
                    self.report_figure("com-02-fig-form", &run.text[range.clone()], run.place(range.clone()));
                    self.words(&run.text[range]);
                }
            }
        }
    }

    fn report_figure(&mut self, message: &'static str, text: &str, place: Range<usize>) {
        let shown: String = text.chars().take(60).collect();
        self.reports.push(Diagnostic::error_at("COM-02", message, self.reports.span(place)).arg("text", shown));
    }

    fn words_and_addresses(&mut self, text: &str) {
        if !text.as_bytes().contains(&b'/') {
            return self.words(text);
        }
        let mut from = 0;
        for range in links::bare_addresses(text) {
            self.words(&text[from..range.start]);
            from = range.end;
            let address = &text[range];
            if let Destination::Outside(href) = links::classify(address) {
                self.outside(&href, "");
                self.words(address);
                self.out.push("</a>");
            } else {
                self.words(address);
            }
        }
        self.words(&text[from..]);
    }

    /// Writes plain words, escaped.
    pub(super) fn words(&mut self, text: &str) {
        escape(&mut self.out.html, text);
        self.say(&clean(text));
    }

    /// Adds to what is read aloud: the plain text and, within one, the heading's.
    pub(super) fn say(&mut self, text: &str) {
        self.last = text.chars().next_back().or(self.last);
        self.out.plain.push_str(text);
        if let Some(heading) = &mut self.heading_text {
            heading.push_str(text);
        }
    }

    fn outside(&mut self, href: &str, title: &str) {
        self.out.push("<a href=\"");
        escape(&mut self.out.html, href);
        let web = href.get(..4).is_some_and(|s| s.eq_ignore_ascii_case("http"));
        self.out.push(if web { "\" rel=\"noopener\"" } else { "\"" });
        self.link_end(title);
    }

    fn link_end(&mut self, title: &str) {
        if !title.is_empty() {
            self.out.push(" title=\"");
            escape(&mut self.out.html, title);
            self.out.push("\"");
        }
        self.out.push(">");
    }

    /// Writes the start tag of a link; false where only its text is to be shown.
    pub(super) fn link(&mut self, written: &str, title: &str, place: Range<usize>) -> bool {
        if self.in_link > 0 {
            return false;
        }
        let at = small(place.clone());
        let span = self.reports.span(place);
        let target = match links::classify(written) {
            Destination::Outside(href) => {
                self.outside(&href, title);
                return true;
            }
            Destination::Here(fragment) => {
                self.out.push("<a");
                self.out.piece(Piece::Here(fragment, span));
                self.link_end(title);
                return true;
            }
            Destination::Empty => {
                self.reports.push(Diagnostic::error_at("COM-02", "com-02-link-empty", span));
                return false;
            }
            Destination::Unsafe => {
                self.reports.push(Diagnostic::warning_at("E107", "e107-link-dropped", span).arg("address", shorten(written)));
                return false;
            }
            Destination::Page { path, fragment } => Target::Page { path, fragment },
            Destination::File(name) => Target::File(name),
        };
        self.out.push("<a");
        let is_download = matches!(&target, Target::File(name) if crate::media::is_download(name));
        self.out.piece(Piece::Href(LinkHole { target, place: at }));
        if is_download {
            self.out.push(" download");
        }
        self.link_end(title);
        true
    }

    /// Writes a picture: a hole for a file beside the record, a link for one outside.
    pub(super) fn picture(&mut self, picture: Picture) {
        if self.muted.is_some() {
            return;
        }
        let Picture { address, title, alone, alt: run, place } = picture;
        for part in figures::scan(&run.text, |at| run.is_escaped(at)) {
            if let Part::Figure(_, range) | Part::Malformed(range) = part {
                self.report_figure("com-02-fig-place", &run.text[range.clone()], run.place(range));
            }
        }
        let alt = clean(&run.text).trim().to_owned();
        let span = self.reports.span(place.clone());
        if alt.is_empty() {
            self.reports.push(Diagnostic::error_at("COM-03", "com-03-image-alt", span.clone()));
        }
        match links::classify(&address) {
            Destination::File(file) => {
                self.say(&alt);
                self.out.piece(Piece::Atom(vec![Chunk::Image(Box::new(ImageHole {
                    file,
                    alt,
                    title: clean(&title).into_owned(),
                    alone,
                    place: small(place),
                }))]));
            }
            destination @ (Destination::Outside(_) | Destination::Unsafe) => {
                self.reports.push(Diagnostic::warning_at("E107", "e107-image-outside", span).arg("address", shorten(&address)));
                let words = if alt.is_empty() { shorten(&address) } else { alt };
                match destination {
                    Destination::Outside(href) if self.in_link == 0 => {
                        self.outside(&href, "");
                        self.words(&words);
                        self.out.push("</a>");
                    }
                    _ => self.words(&words),
                }
            }
            _ => {
                self.reports.push(Diagnostic::error_at("COM-02", "com-02-image-file", span).arg("address", shorten(&address)));
                self.words(&alt);
            }
        }
    }

    /// Writes what is allowed of raw HTML and reports the rest.
    pub(super) fn raw(&mut self, run: &Run) {
        for piece in raw::pieces(&run.text) {
            match piece {
                raw::Piece::Close(name) if self.muted.as_ref() == Some(&name) => self.muted = None,
                raw::Piece::Removed(what, range) => {
                    let span = self.reports.span(run.place(range));
                    let (code, message) = if raw::is_active(&what) { ("E107", "e107-html-removed") } else { ("E111", "e111-html") };
                    self.reports.push(Diagnostic::warning_at(code, message, span).arg("what", shorten(&what)));
                }
                _ if self.muted.is_some() => {}
                raw::Piece::Mute(name) => self.muted = Some(name),
                raw::Piece::Close(name) => self.close_raw(&name),
                raw::Piece::Text(text, at) => {
                    if let Some(start) = text.find("{{") {
                        let end = text[start..].find("}}").map_or(text.len(), |i| start + i + 2);
                        self.report_figure("com-02-fig-place", &text[start..end], run.place(at + start..at + end));
                    }
                    self.raw_seen = true;
                    self.out.push(&raw::markup(text));
                    self.say(&clean(text));
                }
                raw::Piece::Open { name, attributes, href, void, range } => {
                    self.open_raw(name, &attributes, href.as_deref(), void, run.place(range))
                }
            }
        }
    }

    fn open_raw(&mut self, name: String, attributes: &str, href: Option<&str>, void: bool, place: Range<usize>) {
        if self.stack.len() >= MOST_LEVELS {
            return self.report_depth(place.start..place.start);
        }
        if name == "a" && self.in_link > 0 {
            return;
        }
        self.raw_seen = true;
        if let Some(written) = href {
            // An address with entities in it could hide its scheme: it is treated as unsafe.
            let address = raw::address(written).unwrap_or_else(|| "unsafe:".into());
            if self.link(&address, "", place) {
                self.in_link += 1;
                self.stack.push(Open::Raw(name));
            }
            return;
        }
        self.out.push(&format!("<{name}{attributes}>"));
        if !void {
            self.in_link += usize::from(name == "a");
            self.stack.push(Open::Raw(name));
        }
    }

    /// Closes a raw tag and those within it; an end tag without a start tag in this block is dropped.
    fn close_raw(&mut self, name: &str) {
        let mine = self.stack.iter().rev().map_while(|open| if let Open::Raw(tag) = open { Some(tag) } else { None });
        let Some(count) = mine.enumerate().find(|(_, tag)| *tag == name).map(|(i, _)| i + 1) else { return };
        for _ in 0..count {
            self.pop_raw();
        }
    }

    /// Closes the innermost open tag if it is a raw one.
    pub(super) fn pop_raw(&mut self) -> bool {
        if !matches!(self.stack.last(), Some(Open::Raw(_))) {
            return false;
        }
        if let Some(Open::Raw(name)) = self.stack.pop() {
            self.in_link -= usize::from(name == "a");
            self.out.push(&format!("</{name}>"));
        }
        true
    }
}

/// Source text short enough for a message.
fn shorten(text: &str) -> String {
    let mut short: String = clean(text).chars().take(60).collect();
    if short.len() < text.len() && text.chars().count() > 60 {
        short.push('…');
    }
    short
}
