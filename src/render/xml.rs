//! Atom feeds (RFC 4287) and the sitemap with alternates. The only file that knows the XML library.
//!
//! In: the desk. Out: bytes. Always: entries carry dates of their records, never the clock; addresses are absolute.

use std::io::Write as _;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::locale::foreign;
use crate::memo::Ingredient;
use crate::plan::{Content, Desk, NEWEST, of_kind};
use crate::record::Kind;
use crate::record::envelope::Status;
use crate::relate::Index;
use crate::route;
use crate::value::{Date, Moment};

type Xml = Writer<Vec<u8>>;

/// Writing to memory cannot fail; should it, the document ends where it stands.
fn document(build: impl FnOnce(&mut Xml) -> std::io::Result<()>) -> Vec<u8> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let made = xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None))).and_then(|()| build(&mut xml));
    drop(made);
    let mut bytes = xml.into_inner();
    let _ = bytes.write_all(b"\n");
    bytes
}

fn text(xml: &mut Xml, name: &str, text: &str) -> std::io::Result<()> {
    xml.create_element(name).write_text_content(BytesText::new(&foreign::bare(text))).map(|_| ())
}

/// The newest records of a language, of one kind or of all.
pub fn feed(desk: &Desk<'_>, kind: Option<&'static Kind>) -> Vec<u8> {
    desk.note(Ingredient::Newest(kind.map_or("", |k| k.folder)));
    let entries: Vec<Index> = match kind {
        Some(kind) => of_kind(desk.library, kind).take(NEWEST).collect(),
        None => desk.library.newest.iter().copied().filter(|&i| desk.peek(i).kind.listed).take(NEWEST).collect(),
    };
    let updated = entries.iter().map(|&i| changed(desk, i)).max().unwrap_or_else(|| desk.today());
    let at = |date: Date| Moment::Day(date).start().rfc3339(&desk.site.zone);
    let home = kind.map_or(String::new(), |k| format!("{}/", k.folder));
    let page = desk.absolute(&format!("{}/{home}", desk.language().path));
    document(|xml| {
        let feed = xml
            .create_element("feed")
            .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", desk.language().tag.as_str())]);
        feed.write_inner_content(|xml| {
            text(xml, "id", &desk.absolute(desk.from))?;
            text(xml, "title", &desk.feed_title(kind))?;
            text(xml, "updated", &at(updated))?;
            xml.create_element("link")
                .with_attributes([("rel", "self"), ("type", "application/atom+xml"), ("href", desk.absolute(desk.from).as_str())])
                .write_empty()?;
            xml.create_element("link")
                .with_attributes([("rel", "alternate"), ("type", "text/html"), ("href", page.as_str())])
                .write_empty()?;
            xml.create_element("author").write_inner_content(|xml| text(xml, "name", &desk.site_name().text))?;
            for &index in &entries {
                entry(xml, desk, index, &at)?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

fn changed(desk: &Desk<'_>, index: Index) -> Date {
    let envelope = &desk.record(index).envelope;
    let corrected = envelope.corrections.iter().map(|c| c.date);
    let withdrawn = envelope.withdrawn.as_ref().map(|w| w.date);
    corrected.chain(envelope.revised).chain(withdrawn).fold(envelope.published, Date::max)
}

fn entry(xml: &mut Xml, desk: &Desk<'_>, index: Index, at: &dyn Fn(Date) -> String) -> std::io::Result<()> {
    let record = desk.record(index);
    let address = desk.absolute(&desk.record_address(index));
    let title = desk.text(&record.envelope.title);
    xml.create_element("entry").write_inner_content(|xml| {
        text(xml, "id", &address)?;
        let element = xml.create_element("title");
        let element = match &title.lang {
            Some(lang) => element.with_attribute(("xml:lang", lang.as_str())),
            None => element,
        };
        element.write_text_content(BytesText::new(&title.text))?;
        text(xml, "updated", &at(changed(desk, index)))?;
        text(xml, "published", &at(record.envelope.published))?;
        xml.create_element("link")
            .with_attributes([("rel", "alternate"), ("type", "text/html"), ("href", address.as_str())])
            .write_empty()?;
        xml.create_element("category")
            .with_attributes([("term", record.kind.folder), ("label", foreign::bare(&desk.kind_word(record.kind)).as_str())])
            .write_empty()?;
        let summary = match record.envelope.status() {
            Status::Withdrawn => desk.word("withdrawn"),
            _ => desk.description(record),
        };
        if !summary.is_empty() {
            text(xml, "summary", &summary)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Every page worth finding, with its true translations.
pub fn sitemap(desk: &Desk<'_>) -> Vec<u8> {
    let attributes = [("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    desk.note(Ingredient::All);
    desk.note(Ingredient::Pages);
    document(|xml| {
        xml.create_element("urlset").with_attributes(attributes).write_inner_content(|xml| {
            for page in desk.plan.pages.iter().filter(|p| p.is_html()) {
                let modified = match &page.content {
                    Content::Record(index) if desk.library.has_language(*index, page.lang) => Some(changed(desk, *index)),
                    Content::Record(_) | Content::Tombstone(_) | Content::Sheet(_) | Content::Alias(_) | Content::NotFound => continue,
                    _ => None,
                };
                url(xml, desk, page, modified)?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

fn url(xml: &mut Xml, desk: &Desk<'_>, page: &crate::plan::Page, modified: Option<Date>) -> std::io::Result<()> {
    xml.create_element("url").write_inner_content(|xml| {
        text(xml, "loc", &desk.absolute(&page.address))?;
        if let Some(date) = modified {
            text(xml, "lastmod", &date.to_string())?;
        }
        let below = page.address.split_once('/').map(|(_, rest)| rest);
        let Some(below) = below.filter(|_| page.content != Content::Front) else { return Ok(()) };
        for lang in desk.site.lang_ids() {
            let language = desk.site.lang(lang);
            let address = match &page.content {
                Content::Record(index) if !desk.library.has_language(*index, lang) => continue,
                Content::Record(index) => route::record(&desk.record(*index).id, &language.path),
                _ => format!("{}/{below}", language.path),
            };
            let address = desk.absolute(&address);
            let attributes = [("rel", "alternate"), ("hreflang", language.tag.as_str()), ("href", address.as_str())];
            xml.create_element("xhtml:link").with_attributes(attributes).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
