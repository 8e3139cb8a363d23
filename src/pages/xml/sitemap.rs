//! The sitemap with the translations of each page.
//!
//! In: the page context, and which of the files. Out: XML. Always: lists every page that search engines should find, each with its
//! true translations; on a large site one file lists the others.

use quick_xml::events::{BytesText, Event};

use crate::plan::sitemap::Entry;
use crate::route;

use super::{Layout, Xml, document, text};
use crate::pages::{PageCx, PageWriter, Written};

const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// `file` is `None` for the file whose address search engines are given.
pub(crate) fn write(page_cx: &PageCx<'_>, file: Option<usize>, out: &mut PageWriter<'_>) -> Written {
    let files = page_cx.sitemap_files();
    if file.is_none() && files > 1 {
        index(page_cx, files, out);
    } else {
        entries(page_cx, file.unwrap_or(0), out);
    }
    Ok(())
}

/// The file that lists the others.
fn index(page_cx: &PageCx<'_>, files: usize, out: &mut PageWriter<'_>) {
    document(out, Layout::Indented, |xml| {
        xml.create_element("sitemapindex").with_attribute(("xmlns", SITEMAP)).write_inner_content(|xml| {
            for n in 1..=files {
                let address = page_cx.absolute(&format!("sitemap-{n}.xml"));
                xml.create_element("sitemap").write_inner_content(|xml| text(xml, "loc", &address))?;
            }
            Ok(())
        })?;
        Ok(())
    });
}

fn entries(page_cx: &PageCx<'_>, file: usize, out: &mut PageWriter<'_>) {
    let attributes = [("xmlns", SITEMAP), ("xmlns:xhtml", "http://www.w3.org/1999/xhtml")];
    document(out, Layout::Dense, |xml| {
        xml.create_element("urlset").with_attributes(attributes).write_inner_content(|xml| {
            for entry in page_cx.sitemap(file) {
                xml.write_event(Event::Text(BytesText::new("\n")))?;
                url(xml, page_cx, &entry)?;
            }
            Ok(())
        })?;
        Ok(())
    });
}

fn url(xml: &mut Xml<'_>, page_cx: &PageCx<'_>, entry: &Entry<'_>) -> std::io::Result<()> {
    xml.create_element("url").write_inner_content(|xml| {
        text(xml, "loc", &page_cx.absolute(entry.address))?;
        if let Some(record) = entry.record {
            text(xml, "lastmod", &record.changed.to_string())?;
        }
        // The front page is not a translation of another page.
        let Some((_, below)) = entry.address.split_once('/') else { return Ok(()) };
        for lang in page_cx.site().lang_ids() {
            let language = page_cx.site().lang(lang);
            let address = match entry.record {
                Some(record) if !record.has_language(lang) => continue,
                Some(record) => route::record(record.id, &language.path),
                None => format!("{}/{below}", language.path),
            };
            let address = page_cx.absolute(&address);
            let attributes = [("rel", "alternate"), ("hreflang", language.tag.as_str()), ("href", address.as_str())];
            xml.create_element("xhtml:link").with_attributes(attributes).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
