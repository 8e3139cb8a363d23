//! The data block of each page: the page, the way to it, its translations, and what it is about, as JSON-LD.
//!
//! In: the page context and the page's head. Out: JSON, safe inside a script element. Always: made from what the page shows;
//! a page that asks not to be found has none.

use crate::locale::foreign;
use crate::record::Record;
use crate::record::structured_data::{StructuredData, Thing, Value};
use crate::relate::Index;
use crate::route;
use crate::value::LangId;

use super::{PageCx, view};

/// JSON that no reader of HTML can mistake for the end of its element.
fn block(thing: &Thing) -> String {
    let json = serde_json::to_string(thing).unwrap_or_default();
    let json = json.replacen('{', "{\"@context\":\"https://schema.org\",", 1);
    foreign::bare(&json).replace('<', "\\u003c")
}

impl PageCx<'_> {
    /// A page that lists records, or shows what there is.
    pub fn data_of_list(&self, page: &view::Page) -> String {
        block(&self.page_thing(page, "CollectionPage"))
    }

    /// A page that is itself all there is.
    pub fn data_of_page(&self, page: &view::Page) -> String {
        block(&self.page_thing(page, "WebPage"))
    }

    /// A home, or the front door.
    pub fn data_of_site(&self, page: &view::Page) -> String {
        let names: Vec<String> = self.site.lang_ids().map(|l| self.in_language(l).site_name().text).collect();
        let mut others: Vec<String> = names.into_iter().filter(|n| *n != page.title.text).collect();
        others.dedup();
        let languages: Vec<String> = self.site.languages.iter().map(|l| l.tag.clone()).collect();
        let languages = if self.from.is_empty() { Value::from(languages) } else { Value::from(self.language().tag.clone()) };
        let site = Thing::new("WebSite")
            .with("url", page.canonical.clone())
            .with("name", page.title.text.clone())
            .with("alternateName", others)
            .with("description", page.description.clone())
            .with("inLanguage", languages);
        block(&site)
    }

    /// A record's page. `kind` is what its kind says of it.
    pub fn data_of_record(&self, index: Index, page: &view::Page, kind: StructuredData) -> String {
        let record = self.record(index);
        if page.noindex {
            return String::new();
        }
        let envelope = &record.envelope;
        let corrections: Vec<Thing> = envelope
            .corrections
            .iter()
            .map(|c| Thing::new("CorrectionComment").with("text", self.text(&c.reason).text).with("datePublished", c.date))
            .collect();
        let revised = envelope.corrections.iter().map(|c| c.date).chain(envelope.revised).max();
        let publisher = self.publisher(record).map(|p| crate::record::structured_data::other(&self.cx(index), "Organization", &p));
        let thing = self
            .page_thing(page, "WebPage")
            .with("datePublished", envelope.published)
            .maybe("dateModified", revised)
            .maybe("publisher", publisher)
            .with("correction", corrections);
        let thing = self.translations(record, thing);
        block(&thing.maybe("mainEntity", kind.main).with("mentions", kind.mentions))
    }

    /// The page itself and the way to it.
    fn page_thing(&self, page: &view::Page, kind: &'static str) -> Thing {
        Thing::new(kind)
            .with("url", page.canonical.clone())
            .with("name", page.title.text.clone())
            .with("description", page.description.clone())
            .with("inLanguage", page.title.lang.clone().unwrap_or_else(|| self.language().tag.clone()))
            .maybe("breadcrumb", self.way(page))
    }

    /// The bread crumbs, this page last.
    fn way(&self, page: &view::Page) -> Option<Thing> {
        if page.breadcrumb.is_empty() {
            return None;
        }
        let above = page.breadcrumb.iter().map(|link| (self.absolute(&route::resolve(self.from, &link.url)), link.title.text.clone()));
        let steps = above.chain([(page.canonical.clone(), page.title.text.clone())]).enumerate();
        let item = |(n, (url, name)): (usize, (String, String))| {
            Thing::new("ListItem").with("position", n as u32 + 1).with("name", name).with("item", Value::Address(url))
        };
        Some(Thing::new("BreadcrumbList").with("itemListElement", steps.map(item).collect::<Vec<_>>()))
    }

    /// The original names its translations, a translation its original.
    fn translations(&self, record: &Record, thing: Thing) -> Thing {
        let page = |lang: LangId| {
            let language = self.site.lang(lang);
            let url = self.absolute(&route::record(&record.id, &language.path));
            Thing::new("WebPage").with("url", url).with("inLanguage", language.tag.clone())
        };
        if self.lang != LangId::PRIMARY {
            return thing.with("translationOfWork", page(LangId::PRIMARY));
        }
        let others = self.site.lang_ids().filter(|l| *l != LangId::PRIMARY && record.translation(*l).exists());
        thing.with("workTranslation", others.map(page).collect::<Vec<_>>())
    }
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
