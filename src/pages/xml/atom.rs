//! Atom feeds (RFC 4287): the newest records, of one kind or of all.
//!
//! In: the page context and the kind. Out: XML. Always: entries carry dates of their records, never the clock; addresses are absolute.

use quick_xml::events::BytesText;

use crate::locale::foreign;
use crate::record::Kind;
use crate::record::envelope::Status;
use crate::relate::Index;
use crate::value::{Date, Moment};

use super::{Layout, Xml, document, text};
use crate::pages::{PageCx, PageWriter, Written, frame, record_head};

/// The newest records of a language, of one kind or of all.
pub(crate) fn write(page_cx: &PageCx<'_>, kind: Option<&'static Kind>, out: &mut PageWriter<'_>) -> Written {
    let entries = page_cx.newest(kind).records;
    let updated = entries.iter().map(|&i| page_cx.record(i).envelope.changed()).max().unwrap_or_else(|| page_cx.today());
    let at = |date: Date| Moment::Day(date).start().rfc3339(&page_cx.site().zone);
    let home = kind.map_or(String::new(), |k| format!("{}/", k.folder));
    let page = page_cx.absolute(&format!("{}/{home}", page_cx.language().path));
    document(out, Layout::Indented, |xml| {
        let feed = xml
            .create_element("feed")
            .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", page_cx.language().tag.as_str())]);
        feed.write_inner_content(|xml| {
            text(xml, "id", &page_cx.absolute(page_cx.from()))?;
            text(xml, "title", &frame::feed_title(page_cx, kind))?;
            text(xml, "updated", &at(updated))?;
            xml.create_element("link")
                .with_attributes([("rel", "self"), ("type", "application/atom+xml"), ("href", page_cx.absolute(page_cx.from()).as_str())])
                .write_empty()?;
            xml.create_element("link")
                .with_attributes([("rel", "alternate"), ("type", "text/html"), ("href", page.as_str())])
                .write_empty()?;
            for lang in page_cx.site().lang_ids().filter(|l| *l != page_cx.lang()) {
                let other = page_cx.site().lang(lang);
                let address = page_cx.absolute(&format!("{}/{home}atom.xml", other.path));
                let attributes = [("rel", "alternate"), ("type", "application/atom+xml"), ("hreflang", other.tag.as_str())];
                xml.create_element("link").with_attributes(attributes).with_attribute(("href", address.as_str())).write_empty()?;
            }
            xml.create_element("author").write_inner_content(|xml| text(xml, "name", &page_cx.site_name().text))?;
            for &index in &entries {
                entry(xml, page_cx, index, &at)?;
            }
            Ok(())
        })?;
        Ok(())
    });
    Ok(())
}

fn entry(xml: &mut Xml<'_>, page_cx: &PageCx<'_>, index: Index, at: &dyn Fn(Date) -> String) -> std::io::Result<()> {
    let record = page_cx.record(index);
    let address = page_cx.absolute(&page_cx.record_address(index));
    let title = page_cx.title(index);
    xml.create_element("entry").write_inner_content(|xml| {
        text(xml, "id", &address)?;
        let element = xml.create_element("title");
        let element = match &title.lang {
            Some(lang) => element.with_attribute(("xml:lang", lang.as_str())),
            None => element,
        };
        element.write_text_content(BytesText::new(&title.text))?;
        text(xml, "updated", &at(record.envelope.changed()))?;
        text(xml, "published", &at(record.envelope.published))?;
        xml.create_element("link")
            .with_attributes([("rel", "alternate"), ("type", "text/html"), ("href", address.as_str())])
            .write_empty()?;
        xml.create_element("category")
            .with_attributes([("term", record.kind.folder), ("label", &*foreign::bare(&page_cx.kind_word(record.kind)))])
            .write_empty()?;
        let summary = match record.envelope.status() {
            Status::Withdrawn => page_cx.word("withdrawn"),
            _ => record_head::description(page_cx, index),
        };
        if !summary.is_empty() {
            text(xml, "summary", &summary)?;
        }
        Ok(())
    })?;
    Ok(())
}
