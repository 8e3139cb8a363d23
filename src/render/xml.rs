//! Atom feeds (RFC 4287) and the sitemap with alternates. The only file that knows the XML library.
//!
//! In: the page context. Out: bytes. Always: entries carry dates of their records, never the clock; addresses are absolute.

use std::io::Write as _;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::deps::DepKey;
use crate::locale::foreign;
use crate::plan::{self, Content, NEWEST, Page, PageCx, of_kind};
use crate::record::Kind;
use crate::record::envelope::Status;
use crate::relate::Index;
use crate::route;
use crate::value::{Date, Moment};

type Xml = Writer<Vec<u8>>;

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Writing to memory cannot fail; should it, the document ends where it stands.
fn document(build: impl FnOnce(&mut Xml) -> std::io::Result<()>) -> Vec<u8> {
    written(Writer::new_with_indent(Vec::new(), b' ', 1), build)
}

fn written(mut xml: Xml, build: impl FnOnce(&mut Xml) -> std::io::Result<()>) -> Vec<u8> {
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
pub fn feed(page_cx: &PageCx<'_>, kind: Option<&'static Kind>) -> Vec<u8> {
    page_cx.note(DepKey::Newest(kind.map_or("", |k| k.folder)));
    let entries: Vec<Index> = match kind {
        Some(kind) => of_kind(page_cx.library, kind).take(NEWEST).collect(),
        None => page_cx.library.newest.iter().copied().filter(|&i| page_cx.peek(i).kind.listed).take(NEWEST).collect(),
    };
    let updated = entries.iter().map(|&i| page_cx.record(i).envelope.changed()).max().unwrap_or_else(|| page_cx.today());
    let at = |date: Date| Moment::Day(date).start().rfc3339(&page_cx.site.zone);
    let home = kind.map_or(String::new(), |k| format!("{}/", k.folder));
    let page = page_cx.absolute(&format!("{}/{home}", page_cx.language().path));
    document(|xml| {
        let feed = xml
            .create_element("feed")
            .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", page_cx.language().tag.as_str())]);
        feed.write_inner_content(|xml| {
            text(xml, "id", &page_cx.absolute(page_cx.from))?;
            text(xml, "title", &page_cx.feed_title(kind))?;
            text(xml, "updated", &at(updated))?;
            xml.create_element("link")
                .with_attributes([("rel", "self"), ("type", "application/atom+xml"), ("href", page_cx.absolute(page_cx.from).as_str())])
                .write_empty()?;
            xml.create_element("link")
                .with_attributes([("rel", "alternate"), ("type", "text/html"), ("href", page.as_str())])
                .write_empty()?;
            for lang in page_cx.site.lang_ids().filter(|l| *l != page_cx.lang) {
                let other = page_cx.site.lang(lang);
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
    })
}

fn entry(xml: &mut Xml, page_cx: &PageCx<'_>, index: Index, at: &dyn Fn(Date) -> String) -> std::io::Result<()> {
    let record = page_cx.record(index);
    let address = page_cx.absolute(&page_cx.record_address(index));
    let title = page_cx.text(&record.envelope.title);
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
            _ => page_cx.description(record),
        };
        if !summary.is_empty() {
            text(xml, "summary", &summary)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Every page worth finding, with its true translations; of a large site one file that names the others.
pub fn sitemap(page_cx: &PageCx<'_>, part: Option<usize>) -> Vec<u8> {
    page_cx.note(DepKey::Sitemap(usize::MAX));
    let files = &page_cx.plan.sitemaps;
    if part.is_none() && files.len() > 1 {
        return document(|xml| {
            xml.create_element("sitemapindex").with_attribute(("xmlns", SITEMAP)).write_inner_content(|xml| {
                for n in 1..=files.len() {
                    let address = page_cx.absolute(&format!("sitemap-{n}.xml"));
                    xml.create_element("sitemap").write_inner_content(|xml| text(xml, "loc", &address))?;
                }
                Ok(())
            })?;
            Ok(())
        });
    }
    let n = part.unwrap_or(0);
    page_cx.note(DepKey::Sitemap(n));
    let range = files.get(n).cloned().unwrap_or(0..0);
    let attributes = [("xmlns", SITEMAP), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    // Most of such a file is markup: spaces are left out.
    written(Writer::new(Vec::new()), |xml| {
        xml.create_element("urlset").with_attributes(attributes).write_inner_content(|xml| {
            for (page, changed) in plan::sitemap::listed(page_cx.library, page_cx.plan).skip(range.start).take(range.len()) {
                xml.write_event(Event::Text(BytesText::new("\n")))?;
                url(xml, page_cx, page, changed)?;
            }
            Ok(())
        })?;
        Ok(())
    })
}

fn url(xml: &mut Xml, page_cx: &PageCx<'_>, page: &Page, modified: Option<Date>) -> std::io::Result<()> {
    xml.create_element("url").write_inner_content(|xml| {
        text(xml, "loc", &page_cx.absolute(&page.address))?;
        if let Some(date) = modified {
            text(xml, "lastmod", &date.to_string())?;
        }
        let below = page.address.split_once('/').map(|(_, rest)| rest);
        let Some(below) = below.filter(|_| page.content != Content::Front) else { return Ok(()) };
        for lang in page_cx.site.lang_ids() {
            let language = page_cx.site.lang(lang);
            let address = match &page.content {
                Content::Record(index) if !page_cx.library.has_language(*index, lang) => continue,
                Content::Record(index) => route::record(&page_cx.peek(*index).id, &language.path),
                _ => format!("{}/{below}", language.path),
            };
            let address = page_cx.absolute(&address);
            let attributes = [("rel", "alternate"), ("hreflang", language.tag.as_str()), ("href", address.as_str())];
            xml.create_element("xhtml:link").with_attributes(attributes).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
