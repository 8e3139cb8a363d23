//! Pieces of facets and views that several kinds share.
//!
//! In: an envelope, what a view is handed. Out: deadlines, links, sections. Always: neutral, no kind is
//! named; an empty part makes no section.

use crate::record::cx::ViewCx;
use crate::record::envelope::Envelope;
use crate::record::facet::Deadline;
use crate::record::view::{Block, Figure, Inline, Section};
use crate::value::{FileName, Ref};

/// The end of the time on the notice board, which every kind may have.
pub fn posting(envelope: &Envelope) -> Option<Deadline> {
    let period = envelope.posting?;
    Some(Deadline { what: "posting", at: "posting.to".to_owned(), from: Some(period.from), until: period.to, contact: None })
}

/// A section with its title from the catalogue (`revenue_section_lines`); none without blocks.
pub fn section(cx: &ViewCx<'_>, id: &'static str, mut blocks: Vec<Block>) -> Option<Section> {
    let title = cx.word(&format!("{}_section_{id}", cx.kind));
    for block in &mut blocks {
        // A table named as its section is, is not named again.
        if let Block::Table { table } = block
            && table.caption == title
        {
            *block = Block::Figure { figure: Figure { table: std::mem::take(table), ..Figure::default() } };
        }
    }
    (!blocks.is_empty()).then_some(Section { id, title, blocks })
}

/// A file beside the record, by the title the record gives it, else by its name.
pub fn file_link(cx: &ViewCx<'_>, file: &FileName) -> Inline {
    match cx.envelope.attachments.iter().find(|a| a.file == *file) {
        None => cx.file(file, file.0.to_string()),
        Some(attachment) => {
            let (words, lang) = cx.words_of(&attachment.title);
            cx.file_in(file, words.to_owned(), cx.marks(lang))
        }
    }
}

/// A link to an item by the title of the record it stands in.
pub fn link_into(cx: &ViewCx<'_>, target: &Ref) -> Inline {
    let mut link = cx.link_to(&target.id);
    if let (Inline::Link { url, .. }, Some(address)) = (&mut link, cx.records.address(target, cx.lang)) {
        *url = cx.url(&address);
    }
    link
}

/// Runs of inlines on one line, parted by a middle dot.
pub fn dotted(parts: impl IntoIterator<Item = Vec<Inline>>) -> Vec<Inline> {
    let mut out = Vec::new();
    for part in parts {
        if !out.is_empty() {
            out.push(Inline::Text { text: " · ".to_owned(), lang: None, dir: None });
        }
        out.extend(part);
    }
    out
}
