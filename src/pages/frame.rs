//! The frame of a page: the parts that all pages of a language share, and the head of each page.
//!
//! In: the page context. Out: views. Always: addresses in shared parts start at the root of the site; addresses in a head are
//! relative to the page, or absolute where machines read them.

use crate::locale::Given;
use crate::record::view::{Fact, Inline};
use crate::record::{KINDS, Kind};
use crate::relate::Index;
use crate::route;
use crate::value::LangId;

use super::{PageCx, view};

/// The parts that all pages of the language share.
pub fn shared(page_cx: &PageCx<'_>) -> view::Shared {
    let index = if page_cx.is_portable() { "index.html" } else { "" };
    let path = &page_cx.language().path;
    let link = |key: &str, address: &str, title: view::Text| view::PathLink {
        key: key.to_owned(),
        path: format!("{path}/{address}{}", if address.is_empty() || address.ends_with('/') { index } else { "" }),
        title,
    };
    let all = page_cx.all_records();
    let mut nav = vec![link("home", "", view::Text::plain(page_cx.word("home")))];
    for kind in KINDS.iter().filter(|k| k.listed && all.of_kind(k).next().is_some()) {
        nav.push(link(kind.folder, &format!("{}/", kind.folder), view::Text::plain(page_cx.kind_word(kind))));
    }
    let mut footer = Vec::new();
    let mut pages: Vec<Index> = all.unlisted().collect();
    crate::order::sort_by(&mut pages, |&a, &b| page_cx.record(a).id.cmp(page_cx.record(b).id));
    for index in pages {
        let record = page_cx.record(index);
        footer.push(link(record.id.stem(), &format!("{}/", record.id.stem()), page_cx.text(&record.envelope.title)));
    }
    if all.has_tags() {
        footer.push(link("tags", "tags/", view::Text::plain(page_cx.word("all_topics"))));
    }
    footer.push(link("calendar", "calendar.ics", view::Text::plain(page_cx.word("calendar_all"))));
    footer.push(link("feed", "atom.xml", view::Text::plain(page_cx.word("feed"))));
    let search_path = format!("{path}/search/{index}");
    view::Shared { site: site_view(page_cx), lang: lang_view(page_cx, page_cx.lang()), nav, footer, search_path }
}

/// The names and codes of a language.
pub(super) fn lang_view(page_cx: &PageCx<'_>, lang: LangId) -> view::Lang {
    let language = page_cx.site().lang(lang);
    view::Lang {
        tag: language.tag.clone(),
        path: language.path.clone(),
        dir: language.dir.as_str(),
        og: language.og_locale(),
        name: language.name.clone(),
        primary: lang == LangId::PRIMARY,
        home: format!("{}/{}", language.path, if page_cx.is_portable() { "index.html" } else { "" }),
    }
}

fn site_view(page_cx: &PageCx<'_>) -> view::Site {
    let name = page_cx.site_name();
    let names = page_cx.site().lang_ids().filter(|l| *l != page_cx.lang()).map(|lang| {
        let (other, path) = page_cx.site().config.name(&page_cx.site().lang(lang).path);
        (path == page_cx.site().lang(lang).path).then(|| page_cx.text_in(other, lang))
    });
    view::Site {
        names: names.flatten().filter(|n| n.text != name.text).collect(),
        name,
        languages: page_cx.site().lang_ids().map(|l| lang_view(page_cx, l)).collect(),
        contact: contact(page_cx),
        share: page_cx.site().theme.picture("share.png").map(|p| view::SharePicture {
            url: page_cx.absolute(p.path),
            width: p.width,
            height: p.height,
        }),
        generator: page_cx.say("generated_by", &[("version", Given::Text(concat!("linli ", env!("CARGO_PKG_VERSION")).into()))]),
    }
}

/// The contact of the community.
pub(super) fn contact(page_cx: &PageCx<'_>) -> Vec<Fact> {
    let contact = &page_cx.site().config.contact;
    let primary = &page_cx.site().config.primary().path;
    let fields = [("phone", &contact.phone), ("email", &contact.email), ("hours", &contact.hours), ("address", &contact.address)];
    let fact = |(label, text): (&str, &Option<crate::config::Text>)| {
        let (words, lang) = text.as_ref()?.get(&page_cx.language().path, primary);
        let inline = match label {
            "phone" => Inline::tel(words),
            "email" => Inline::Link { url: format!("mailto:{words}"), text: words.to_owned(), lang: None, dir: None },
            _ => {
                let lang = lang.and_then(|l| page_cx.site().languages.iter().position(|x| x.path == l)).map(|i| LangId(i as u8));
                let marked = page_cx.text_in(words, lang.unwrap_or(page_cx.lang()));
                Inline::Text { text: marked.text, lang: marked.lang, dir: marked.dir }
            }
        };
        Some(Fact { label: page_cx.word(label), lines: vec![vec![inline]] })
    };
    fields.into_iter().filter_map(fact).collect()
}

/// The telephone of the community.
pub(super) fn phone(page_cx: &PageCx<'_>) -> Option<Inline> {
    let config = &page_cx.site().config;
    let (phone, _) = config.contact.phone.as_ref()?.get(&page_cx.language().path, &config.primary().path);
    Some(Inline::tel(phone))
}

/// The head of a page that exists in every language; `below` is its address under `zh/`.
pub(super) fn head(page_cx: &PageCx<'_>, title: view::Text, below: &str, section: &str, breadcrumb: Vec<view::Link>) -> view::Page {
    let alternates = page_cx.site().lang_ids().map(|lang| view::Alternate {
        tag: page_cx.site().lang(lang).tag.clone(),
        url: page_cx.absolute(&format!("{}/{below}", page_cx.site().lang(lang).path)),
        og: page_cx.site().lang(lang).og_locale(),
    });
    let alternates: Vec<_> = alternates.collect();
    view::Page {
        title,
        description: String::new(),
        root: root(page_cx),
        canonical: page_cx.absolute(page_cx.from()),
        alternates: if alternates.len() > 1 { alternates } else { Vec::new() },
        switch: switch(page_cx, below),
        noindex: false,
        breadcrumb,
        feeds: vec![feed_link(page_cx, None)],
        code_css: false,
        fonts: font_sheets(page_cx, [page_cx.lang()]),
        data: String::new(),
        section: section.to_owned(),
    }
}

/// The style sheets that name the fonts of these languages, if they have one.
pub(super) fn font_sheets(page_cx: &PageCx<'_>, languages: impl IntoIterator<Item = LangId>) -> Vec<String> {
    let has_font = |lang: &LangId| page_cx.site().fonts.get(lang.index()).is_some_and(Option::is_some);
    languages.into_iter().filter(has_font).map(|lang| route::font_sheet(&page_cx.site().lang(lang).path)).collect()
}

/// The relative path to the root of the site.
fn root(page_cx: &PageCx<'_>) -> String {
    let root = route::root(page_cx.from());
    if root.is_empty() { "./".to_owned() } else { root }
}

/// Links to the same page in each language.
fn switch(page_cx: &PageCx<'_>, below: &str) -> Vec<view::Switch> {
    let link = |lang: LangId| {
        let language = page_cx.site().lang(lang);
        view::Switch {
            name: language.name.clone(),
            tag: language.tag.clone(),
            dir: language.dir.as_str(),
            url: page_cx.url(&format!("{}/{below}", language.path)),
            current: lang == page_cx.lang(),
        }
    };
    page_cx.site().lang_ids().map(link).collect()
}

pub(super) fn feed_link(page_cx: &PageCx<'_>, kind: Option<&Kind>) -> view::Link {
    let title = feed_title(page_cx, kind);
    let address = kind.map_or("atom.xml".to_owned(), |k| format!("{}/atom.xml", k.folder));
    view::Link { url: page_cx.local(&address), title: view::Text::plain(title) }
}

pub(super) fn feed_title(page_cx: &PageCx<'_>, kind: Option<&Kind>) -> String {
    let site = Given::Text(page_cx.site_name().text.into());
    match kind {
        None => page_cx.say("atom_all", &[("site", site)]),
        Some(kind) => page_cx.say("atom_of_kind", &[("site", site), ("kind", Given::Text(page_cx.kind_word(kind).into()))]),
    }
}

pub(super) fn home_crumb(page_cx: &PageCx<'_>) -> view::Link {
    view::Link { url: page_cx.local(""), title: view::Text::plain(page_cx.word("home")) }
}

pub(super) fn kind_crumb(page_cx: &PageCx<'_>, kind: &Kind) -> view::Link {
    view::Link { url: page_cx.local(&format!("{}/", kind.folder)), title: view::Text::plain(page_cx.kind_word(kind)) }
}
