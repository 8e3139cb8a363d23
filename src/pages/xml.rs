//! XML documents: Atom feeds and the sitemap. The only folder that uses the XML library.
//!
//! In: a function that builds a document. Out: bytes. Always: UTF-8, with a declaration.

pub(super) mod atom;
pub(super) mod sitemap;

use std::io::Write as _;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::locale::foreign;

use super::PageWriter;

type Xml<'b> = Writer<&'b mut Vec<u8>>;

/// How a document is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// One element per line, nested elements indented.
    Indented,
    /// No spaces, for documents that consist mostly of markup.
    Dense,
}

/// Writing to memory cannot fail; if it did, the document would end there.
fn document(out: &mut PageWriter<'_>, layout: Layout, build: impl FnOnce(&mut Xml<'_>) -> std::io::Result<()>) {
    let buffer = out.buffer();
    let mut xml = match layout {
        Layout::Indented => Writer::new_with_indent(&mut *buffer, b' ', 1),
        Layout::Dense => Writer::new(&mut *buffer),
    };
    let made = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).and_then(|()| build(&mut xml));
    drop(made);
    let _ = buffer.write_all(b"\n");
}

fn text(xml: &mut Xml<'_>, name: &str, text: &str) -> std::io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&foreign::bare(text))).map(|_| ())
}
