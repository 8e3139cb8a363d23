//! The structured data of each page, as JSON-LD: the page, its breadcrumb, its translations, and its subject.
//!
//! In: the page context and the page's head. Out: JSON, safe inside a script element. Always: contains only what the page shows; a
//! page that asks not to be indexed has none.

use crate::locale::foreign;
use crate::record::structured_data::{self, StructuredData, Thing, Value};
use crate::relate::Index;
use crate::route;
use crate::value::LangId;

use super::cx::RecordFacts;
use super::{PageCx, record_head, view};

/// JSON in which no HTML parser finds the end of the element.
fn block(thing: &Thing) -> String {
    let json = serde_json::to_string(thing).unwrap_or_default();
    let json = json.replacen('{', "{\"@context\":\"https://schema.org\",", 1);
    foreign::bare(&json).replace('<', "\\u003c")
}

/// The data of a page that lists records.
pub(super) fn of_list(page_cx: &PageCx<'_>, page: &view::Page) -> String {
    block(&page_thing(page_cx, page, "CollectionPage"))
}

/// The data of a page that lists nothing.
pub(super) fn of_page(page_cx: &PageCx<'_>, page: &view::Page) -> String {
    block(&page_thing(page_cx, page, "WebPage"))
}

/// The data of a home page, or the front page.
pub(super) fn of_site(page_cx: &PageCx<'_>, page: &view::Page) -> String {
    let names: Vec<String> = page_cx.site().lang_ids().map(|l| page_cx.in_language(l).site_name().text).collect();
    let mut others: Vec<String> = names.into_iter().filter(|n| *n != page.title.text).collect();
    others.dedup();
    let languages: Vec<String> = page_cx.site().languages.iter().map(|l| l.tag.clone()).collect();
    let languages = if page_cx.from().is_empty() { Value::from(languages) } else { Value::from(page_cx.language().tag.clone()) };
    let site = Thing::new("WebSite")
        .with("url", page.canonical.clone())
        .with("name", page.title.text.clone())
        .with("alternateName", others)
        .with("description", page.description.clone())
        .with("inLanguage", languages);
    block(&site)
}

/// The data of a record's page. `data` is the part of the kind.
pub(super) fn of_record(page_cx: &PageCx<'_>, index: Index, page: &view::Page, data: StructuredData) -> String {
    let record = page_cx.record(index);
    if page.noindex {
        return String::new();
    }
    let envelope = record.envelope;
    let corrections: Vec<Thing> = envelope
        .corrections
        .iter()
        .map(|c| Thing::new("CorrectionComment").with("text", page_cx.text(&c.reason).text).with("datePublished", c.date))
        .collect();
    let revised = envelope.corrections.iter().map(|c| c.date).chain(envelope.revised).max();
    let publisher = record_head::publisher(page_cx, record).map(|p| structured_data::other(&page_cx.view_cx(index), "Organization", &p));
    let thing = page_thing(page_cx, page, "WebPage")
        .with("datePublished", envelope.published)
        .maybe("dateModified", revised)
        .maybe("publisher", publisher)
        .with("correction", corrections);
    let thing = translations(page_cx, record, thing);
    block(&thing.maybe("mainEntity", data.main).with("mentions", data.mentions))
}

/// The page itself and its breadcrumb.
fn page_thing(page_cx: &PageCx<'_>, page: &view::Page, kind: &'static str) -> Thing {
    Thing::new(kind)
        .with("url", page.canonical.clone())
        .with("name", page.title.text.clone())
        .with("description", page.description.clone())
        .with("inLanguage", page.title.lang.clone().unwrap_or_else(|| page_cx.language().tag.clone()))
        .maybe("breadcrumb", breadcrumb(page_cx, page))
}

/// The breadcrumb, this page last.
fn breadcrumb(page_cx: &PageCx<'_>, page: &view::Page) -> Option<Thing> {
    if page.breadcrumb.is_empty() {
        return None;
    }
    let above = page.breadcrumb.iter().map(|link| (page_cx.absolute(&route::resolve(page_cx.from(), &link.url)), link.title.text.clone()));
    let steps = above.chain([(page.canonical.clone(), page.title.text.clone())]).enumerate();
    let item = |(n, (url, name)): (usize, (String, String))| {
        Thing::new("ListItem").with("position", n as u32 + 1).with("name", name).with("item", Value::Address(url))
    };
    Some(Thing::new("BreadcrumbList").with("itemListElement", steps.map(item).collect::<Vec<_>>()))
}

/// Links from the original to its translations, and from a translation to its original.
fn translations(page_cx: &PageCx<'_>, record: RecordFacts<'_>, thing: Thing) -> Thing {
    let page = |lang: LangId| {
        let language = page_cx.site().lang(lang);
        let url = page_cx.absolute(&route::record(record.id, &language.path));
        Thing::new("WebPage").with("url", url).with("inLanguage", language.tag.clone())
    };
    if page_cx.lang() != LangId::PRIMARY {
        return thing.with("translationOfWork", page(LangId::PRIMARY));
    }
    let others = page_cx.site().lang_ids().filter(|l| *l != LangId::PRIMARY && record.has_language(*l));
    thing.with("workTranslation", others.map(page).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_end_the_script_element() {
        let block = block(&Thing::new("Event").with("name", "</script><!-- a\u{FDD4}en ltr\u{FDD5}b\u{FDD6}"));
        assert_eq!(block, r#"{"@context":"https://schema.org","@type":"Event","name":"\u003c/script>\u003c!-- ab"}"#);
    }
}
