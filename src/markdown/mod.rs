//! Running text: the body of a record, from Markdown to HTML with holes.
//!
//! In: the body's place in its source. Out: a [`Body`]: HTML in chunks, the headings, the plain text,
//! and findings with positions in the source.
//! Always: a body is rendered once, whatever pages show it. What depends on the page (addresses,
//! figures, pictures, words of the theme) is a hole that [`Body::html`] fills. The HTML holds no script,
//! no inline style and no address with an unknown scheme, and loads nothing from outside.
//!
//! - `lines.rs` and `marks.rs` make CommonMark of what people type (line by line, and within a line); `edits.rs` knows the way back
//! - `render.rs` walks the events of pulldown-cmark and writes the chunks; `inline.rs` the running text;
//!   `finish.rs` puts them together
//! - `cjk.rs` says where a line break vanishes; `wrapped.rs` whether lines were wrapped by hand
//! - `lost.rs` finds what was written and is not shown
//! - `links.rs` says what a link points to; `figures.rs` finds `{{ fig … }}`
//! - `raw.rs` takes raw HTML apart and says what was left out; `sanitize.rs` (ammonia) is the second filter
//! - `prefix_ids.rs` keeps the ids of bodies on one page apart
//! - `highlight.rs` (syntect) colors code; `text.rs` escapes and makes ids

use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::source::{Source, Span};

mod cjk;
mod edits;
mod figures;
mod finish;
mod highlight;
mod inline;
mod lines;
mod links;
mod lost;
mod marks;
mod prefix_ids;
mod raw;
mod render;
mod sanitize;
#[cfg(test)]
mod tests;
mod text;
mod wrapped;

pub use text::escaped;

pub use highlight::code_css;
pub use render::render;

/// Stands in [`Body::plain`] and in heading texts where a figure is shown.
pub const FIGURE_MARK: char = '\u{FFFC}';

/// What to render, and how.
pub struct BodyOptions<'a> {
    pub source: &'a Arc<Source>,
    /// The body within the source.
    pub range: Range<usize>,
    /// BCP 47 tag of the language the body is written in.
    pub lang_tag: &'a str,
    /// Level that the highest headings get: 2 below a page's title.
    pub top_level: u8,
    /// Ids that the page uses already: sections, items of the record. Links within the page may name them.
    pub taken: &'a [&'a str],
    /// A line break is only a matter of how the file was typed, as CommonMark has it; else it is one that readers see.
    pub join_lines: bool,
}

/// A rendered body.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Body {
    pub chunks: Vec<Chunk>,
    /// In the order of the text.
    pub headings: Vec<Heading>,
    /// A block of code stands in it, so its pages load [`code_css`].
    pub has_code: bool,
    /// Its line breaks are those of an editor that wraps.
    pub is_wrapped: bool,
    /// The text without markup, a line for each block, for summaries and search; figures stand as
    /// [`FIGURE_MARK`], see [`Body::plain_text`].
    pub plain: String,
}

/// A heading as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heading {
    pub level: u8,
    pub id: String,
    pub text: String,
}

/// A piece of a body. Most are HTML, and a site holds them all, so the others lie prefix_ids.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Chunk {
    /// Finished HTML; a tag may begin in one chunk and end in another.
    Html(String),
    /// The ` href="…"` of a link: nothing where the target does not exist.
    Link(Box<LinkHole>),
    /// A figure of the record's own facts.
    Figure(Box<FigureHole>),
    /// A whole picture.
    Image(Box<ImageHole>),
    /// A word of the theme; stands in text or within a quoted attribute.
    Word(Word),
}

/// A link inside the site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LinkHole {
    pub target: Target,
    /// The whole link, in bytes of the source.
    pub place: Range<u32>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// A record id with or without leading slash, or an address of the site with or without language
    /// segment, as written. May hold anything, also `..`: it is for looking up, not for opening.
    Page { path: String, fragment: Option<String> },
    /// A file beside the record; stays in its folder.
    File(String),
}

/// `{{ fig lines.x-light.amount }}`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureHole {
    pub path: String,
    /// In bytes of the source.
    pub place: Range<u32>,
}

/// `![alt](file "title")`
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImageHole {
    /// A file beside the record; stays in its folder.
    pub file: String,
    pub alt: String,
    /// Empty for none.
    pub title: String,
    /// It is a paragraph by itself, so a `<figure>` may be written.
    pub alone: bool,
    /// In bytes of the source.
    pub place: Range<u32>,
}

/// Words that the HTML needs in the page's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Word {
    /// Name of the scroll region around a table, with the number of the table in this body.
    Table(usize),
    TaskDone,
    TaskOpen,
    /// Heading of the footnotes.
    Footnotes,
    /// Name of the link from a footnote back to the text, with the number of the note.
    FootnoteBack(usize),
    AlertNote,
    AlertTip,
    AlertImportant,
    AlertWarning,
    AlertCaution,
}

impl Word {
    /// Message id in the theme's catalogue; numbered words take `{ $n }`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Table(_) => "body-table",
            Self::TaskDone => "body-task-done",
            Self::TaskOpen => "body-task-open",
            Self::Footnotes => "body-footnotes",
            Self::FootnoteBack(_) => "body-footnote-back",
            Self::AlertNote => "body-alert-note",
            Self::AlertTip => "body-alert-tip",
            Self::AlertImportant => "body-alert-important",
            Self::AlertWarning => "body-alert-warning",
            Self::AlertCaution => "body-alert-caution",
        }
    }

    pub fn number(self) -> Option<usize> {
        match self {
            Self::Table(n) | Self::FootnoteBack(n) => Some(n),
            _ => None,
        }
    }
}

/// Fills the holes of a body for one page.
pub trait Fill {
    /// The address, relative to the page; `None` leaves a link that leads nowhere.
    fn link(&mut self, link: &LinkHole) -> Option<String>;
    /// HTML.
    fn figure(&mut self, figure: &FigureHole) -> String;
    /// HTML; [`ImageHole::img`] writes the element.
    fn image(&mut self, image: &ImageHole) -> String;
    /// Text.
    fn word(&mut self, word: Word) -> String;
}

impl ImageHole {
    /// The element, loaded when the reader comes near; `size` is width and height in pixels.
    pub fn img(&self, address: &str, size: Option<(u32, u32)>) -> String {
        let size = size.map(|(w, h)| format!(" width=\"{w}\" height=\"{h}\"")).unwrap_or_default();
        let title = if self.title.is_empty() { String::new() } else { format!(" title=\"{}\"", text::escaped(&self.title)) };
        format!("<img src=\"{}\" alt=\"{}\"{title}{size} loading=\"lazy\">", text::escaped(address), text::escaped(&self.alt))
    }
}

impl Body {
    /// The HTML for one page.
    pub fn html(&self, fill: &mut impl Fill) -> String {
        let written = |chunk: &Chunk| if let Chunk::Html(html) = chunk { html.len() } else { 64 };
        let mut out = String::with_capacity(self.chunks.iter().map(written).sum());
        for chunk in &self.chunks {
            match chunk {
                Chunk::Html(html) => out.push_str(html),
                Chunk::Link(link) => {
                    if let Some(address) = fill.link(link) {
                        out.push_str(" href=\"");
                        text::escape(&mut out, &address);
                        out.push('"');
                    }
                }
                Chunk::Figure(figure) => out.push_str(&fill.figure(figure)),
                Chunk::Image(image) => out.push_str(&fill.image(image)),
                Chunk::Word(word) => text::escape(&mut out, &fill.word(*word)),
            }
        }
        out
    }

    /// The HTML for a page on which other bodies stand: ids get a prefix, and links within the page follow them.
    pub fn html_apart(&self, prefix: &str, fill: &mut impl Fill) -> String {
        prefix_ids::prefix_ids(&self.html(fill), prefix)
    }

    /// The plain text with figures in words.
    pub fn plain_text(&self, mut figure: impl FnMut(&FigureHole) -> String) -> String {
        let mut parts = self.plain.split(FIGURE_MARK);
        let mut out = parts.next().unwrap_or("").to_owned();
        let mut figures = self.figures();
        for part in parts {
            out.push_str(&figures.next().map(&mut figure).unwrap_or_default());
            out.push_str(part);
        }
        out
    }

    pub fn is_empty(&self) -> bool {
        self.chunks.is_empty()
    }

    pub fn links(&self) -> impl Iterator<Item = &LinkHole> {
        self.chunks.iter().filter_map(|chunk| if let Chunk::Link(link) = chunk { Some(&**link) } else { None })
    }

    pub fn figures(&self) -> impl Iterator<Item = &FigureHole> {
        self.chunks.iter().filter_map(|chunk| if let Chunk::Figure(figure) = chunk { Some(&**figure) } else { None })
    }
}

/// Collects the findings of one body, up to a number that a person can read.
struct Reports<'a> {
    source: &'a Arc<Source>,
    found: Vec<Diagnostic>,
}

/// More findings in one body help nobody and could fill the memory.
const MOST_FINDINGS: usize = 200;

impl Reports<'_> {
    fn push(&mut self, finding: Diagnostic) {
        if self.found.len() < MOST_FINDINGS {
            self.found.push(finding);
        }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, range)
    }
}
