//! Laws of finished pages: no broken links, languages are marked, nothing is loaded from outside.

use std::collections::{BTreeMap, BTreeSet};

use linli::locale::Language;

use super::{MADE, Made, hold, sites};
use crate::support::html::{Element, Html};
use crate::support::{Memory, Quiet, TODAY, request};

/// The file that an address on a page names, with the fragment; `None` for addresses outside the site.
fn target(made: &Made, page: &str, address: &str) -> Option<(String, Option<String>)> {
    let (address, fragment) = address.split_once('#').map_or((address, None), |(a, f)| (a, Some(decoded(f))));
    let inside = match address.strip_prefix(made.base_url.as_str()) {
        Some(inside) => format!("/{inside}"),
        None if has_scheme(address) => return None,
        None => address.to_owned(),
    };
    let mut parts: Vec<&str> = Vec::new();
    if !inside.starts_with('/') {
        parts.extend(page.split('/'));
        if !inside.is_empty() {
            parts.pop();
        }
    }
    for part in inside.split('/') {
        match part {
            ".." => drop(parts.pop()),
            "." | "" => {}
            part => parts.push(part),
        }
    }
    let mut path = decoded(&parts.join("/"));
    if inside.ends_with('/') || (inside.is_empty() && path.is_empty()) || inside.ends_with("..") || inside == "." {
        path = if path.is_empty() { "index.html".to_owned() } else { format!("{path}/index.html") };
    }
    Some((path, fragment))
}

fn has_scheme(address: &str) -> bool {
    ["http:", "https:", "mailto:", "tel:", "data:", "webcal:"].iter().any(|s| address.starts_with(s))
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = (first == b'%').then(|| after.get(..2)).flatten().and_then(|h| u8::from_str_radix(std::str::from_utf8(h).ok()?, 16).ok());
        match hex {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).expect("addresses are UTF-8")
}

/// Visits each page of each site, with a function that notes violations.
fn each(mut look: impl FnMut(&Made, &str, &Html, &mut Vec<String>)) {
    let (mut breaches, mut of) = (Vec::new(), 0);
    for made in MADE.iter() {
        for (path, page) in &made.pages {
            let mut found = Vec::new();
            look(made, path, page, &mut found);
            breaches.extend(found.into_iter().map(|what| format!("{}: {path}: {what}", made.name)));
            of += 1;
        }
    }
    hold(&breaches, of);
}

#[test]
fn every_internal_link_and_fragment_lands() {
    let mut ids: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    for made in MADE.iter() {
        for (path, page) in &made.pages {
            ids.insert((made.name, path), page.elements.iter().filter_map(|e| e.get("id")).collect());
        }
    }
    each(|made, path, page, found| {
        for element in &page.elements {
            for address in ["href", "src", "srcset", "poster", "data", "action"].iter().filter_map(|a| element.get(a)) {
                let Some((to, fragment)) = target(made, path, address) else { continue };
                if !made.files.contains_key(&to) {
                    found.push(format!("<{}> leads to {address}, which is not there ({to})", element.name));
                } else if let Some(fragment) = fragment.filter(|f| !f.is_empty())
                    && let Some(known) = ids.get(&(made.name, to.as_str()))
                    && !known.contains(fragment.as_str())
                {
                    found.push(format!("{address}: there is no #{fragment} in {to}"));
                }
            }
        }
    });
}

#[test]
fn ids_are_unique_in_a_page() {
    each(|_, _, page, found| {
        let mut seen = BTreeSet::new();
        found.extend(page.elements.iter().filter_map(|e| e.get("id")).filter(|id| !seen.insert(*id)).map(|id| format!("#{id} twice")));
    });
}

#[test]
fn nothing_is_inline_and_nothing_comes_from_outside() {
    each(|made, path, page, found| {
        for e in &page.elements {
            let data = e.name == "script" && e.get("type") == Some("application/ld+json");
            if e.name == "style" || (e.name == "script" && !data && e.get("src").is_none()) {
                found.push(format!("an inline <{}>", e.name));
            }
            found.extend(e.attributes.keys().filter(|a| a.starts_with("on") || *a == "style").map(|a| format!("<{} {a}>", e.name)));
            let loads = match e.name.as_str() {
                "a" | "area" | "base" => None,
                "link" => e.get("href").filter(|_| matches!(e.get("rel"), Some("stylesheet" | "icon" | "preload" | "manifest"))),
                _ => e.get("src").or_else(|| e.get("href")).or_else(|| e.get("srcset")),
            };
            if let Some(address) = loads
                && target(made, path, address).is_none()
            {
                found.push(format!("<{}> loads {address}", e.name));
            }
            if let Some(address) =
                e.get("href").filter(|a| a.split(['/', '#', '?']).next().is_some_and(|s| s.contains(':')) && !has_scheme(a))
            {
                found.push(format!("<{}> leads to {address}", e.name));
            }
        }
    });
}

#[test]
fn every_language_is_a_known_one_with_its_own_direction() {
    each(|made, _, page, found| {
        let root = page.named("html").next().expect("a page has a root");
        if root.get("lang").is_none() || root.get("dir").is_none() {
            found.push("<html> does not say its language and direction".into());
        }
        for e in &page.elements {
            for attribute in ["lang", "hreflang"] {
                let Some(tag) = e.get(attribute).filter(|t| *t != "x-default") else { continue };
                let Ok(language) = Language::new(tag, "x") else {
                    found.push(format!("<{} {attribute}={tag}>", e.name));
                    continue;
                };
                let is_ours = made.languages.iter().any(|(_, t)| t == tag);
                if attribute == "hreflang" && !is_ours {
                    found.push(format!("hreflang={tag} is no language of the site"));
                }
                if let Some(dir) = e.get("dir").filter(|d| attribute == "lang" && *d != "auto")
                    && dir != language.dir.as_str()
                {
                    found.push(format!("<{} lang={tag} dir={dir}>", e.name));
                }
            }
        }
    });
}

#[test]
fn han_text_stands_in_chinese_and_arabic_script_in_its_own_language() {
    each(|_, _, page, found| {
        for words in &page.words {
            let has = |range: std::ops::RangeInclusive<char>| words.text.chars().any(|c| range.contains(&c));
            // Code and numbers have no language.
            if has('\u{4E00}'..='\u{9FFF}') && !words.lang.starts_with("zh") && !matches!(words.inside.as_str(), "title" | "code") {
                found.push(format!("“{}” stands in lang={}", words.text.trim(), words.lang));
            }
            // A sentence in a fallback language may contain an isolated word of the page's language.
            if has('\u{0600}'..='\u{06FF}') && words.lang != "ug" && !words.text.contains('\u{2068}') {
                found.push(format!("“{}” stands in lang={}", words.text.trim(), words.lang));
            }
        }
    });
}

#[test]
fn no_page_shows_the_name_of_a_message() {
    each(|_, _, page, found| {
        for words in &page.words {
            let shown = ["field_", "code_", "section_", "kind_", "{$", "\u{FFFC}"];
            found.extend(shown.iter().filter(|p| words.text.contains(**p)).map(|_| words.text.clone()));
        }
    });
    // Neither do machine-readable files: data of pages, calendars, feeds, segments of the search.
    let mut found = Vec::new();
    for made in MADE.iter() {
        for (path, bytes) in made.files.iter().filter(|(path, _)| !path.starts_with("assets/")) {
            let text = String::from_utf8_lossy(bytes);
            for name in ["field_", "code_", "section_", "kind_"] {
                found.extend(
                    text.find(name).map(|at| format!("{} {path}: {:?}", made.name, text[at..].chars().take(40).collect::<String>())),
                );
            }
        }
    }
    hold(&found, MADE.len());
}

/// The language of a page by its path, and the address below that path.
fn in_language<'p>(made: &Made, path: &'p str) -> Option<(usize, &'p str)> {
    let (first, rest) = path.split_once('/')?;
    Some((made.languages.iter().position(|(p, _)| p == first)?, rest))
}

#[test]
fn every_page_has_its_counterpart_in_each_language() {
    each(|made, path, _, found| {
        let Some((_, rest)) = in_language(made, path) else { return };
        for (language, _) in &made.languages {
            if !made.pages.contains_key(&format!("{language}/{rest}")) {
                found.push(format!("there is no {language}/{rest}"));
            }
        }
    });
}

fn alternates(page: &Html) -> BTreeMap<&str, &str> {
    let links = page.named("link").filter(|l| l.get("rel") == Some("alternate"));
    links.filter_map(|l| Some((l.get("hreflang")?, l.get("href")?))).collect()
}

fn canonical(page: &Html) -> Option<&str> {
    page.named("link").find(|l| l.get("rel") == Some("canonical")).and_then(|l| l.get("href"))
}

fn is_hidden(page: &Html) -> bool {
    page.named("meta").any(|m: &Element| m.get("name") == Some("robots") && m.get("content").is_some_and(|c| c.contains("noindex")))
}

#[test]
fn hreflang_is_mutual_and_only_between_true_translations() {
    each(|made, path, page, found| {
        for (tag, address) in alternates(page) {
            let Some((to, _)) = target(made, path, address) else {
                found.push(format!("hreflang={tag} leads out of the site: {address}"));
                continue;
            };
            let Some(other) = made.pages.get(&to) else {
                found.push(format!("hreflang={tag}: there is no {to}"));
                continue;
            };
            if tag != "x-default" && other.named("html").next().and_then(|h| h.get("lang")) != Some(tag) {
                found.push(format!("hreflang={tag}: {to} is in another language"));
            }
            if is_hidden(other) {
                found.push(format!("hreflang={tag}: {to} is a fallback"));
            }
            let back = alternates(other).values().any(|a| target(made, &to, a).is_some_and(|(t, _)| t == *path));
            // The front page links to the home pages, which need not link back.
            if path != "index.html" && !back {
                found.push(format!("hreflang={tag}: {to} does not lead back"));
            }
        }
    });
}

#[test]
fn a_fallback_says_so_and_leaves_the_address_to_the_original() {
    let mut fallbacks = 0;
    each(|made, path, page, found| {
        let Some((language, rest)) = in_language(made, path) else { return };
        let Some((to, _)) = canonical(page).and_then(|c| target(made, path, c)) else {
            found.push("there is no canonical address".into());
            return;
        };
        if to == *path {
            return;
        }
        fallbacks += 1;
        if !made.languages.iter().any(|(l, _)| to == format!("{l}/{rest}")) {
            found.push(format!("the canonical address is another record: {to}"));
        }
        if !is_hidden(page) || !alternates(page).is_empty() {
            found.push("a fallback is offered to search engines".into());
        }
        let tag = &made.languages[language].1;
        if page.named("html").next().and_then(|h| h.get("lang")) != Some(tag) {
            found.push("a fallback is not in the reader's language".into());
        }
        if !page.words.iter().any(|w| w.lang != *tag && w.inside != "title") {
            found.push("the foreign text is not marked".into());
        }
        if !page.elements.iter().any(|e| e.get("class").is_some_and(|c| c.split(' ').any(|c| c == "note"))) {
            found.push("there is no notice to the reader".into());
        }
    });
    assert!(fallbacks > 5, "{fallbacks}");
}

#[test]
fn feeds_and_the_sitemap_name_pages_that_are_there() {
    let (mut breaches, mut of) = (Vec::new(), 0);
    for made in MADE.iter() {
        for (path, bytes) in made.files.iter().filter(|(p, _)| p.ends_with(".xml")) {
            let text = std::str::from_utf8(bytes).expect("feeds are UTF-8");
            for piece in text.split(made.base_url.as_str()).skip(1) {
                let address = format!("{}{}", made.base_url, piece.split(['"', '<']).next().unwrap_or(""));
                of += 1;
                let (to, _) = target(made, "index.html", &address).expect("an address of the site");
                match made.files.get(&to) {
                    None => breaches.push(format!("{}: {path}: {address} is not there", made.name)),
                    Some(_) if path == "sitemap.xml" && made.pages.get(&to).is_some_and(is_hidden) => {
                        breaches.push(format!("{}: {path}: {address} is not for search engines", made.name));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    hold(&breaches, of);
}

#[test]
fn a_file_is_named_as_its_format_ends_and_the_sitemap_lists_pages_of_html_alone() {
    for (name, fs) in sites() {
        let request = request(&fs, Memory::root(), TODAY);
        let checked = linli::check(&request, &Quiet).expect("nothing of the machine fails here");
        let site = checked.site.expect("the settings are sound");
        let plan = linli::plan::pages(&site, &checked.library, request.today, false).0;
        let made = MADE.iter().find(|made| made.name == name).expect("every site was made");
        let sitemap = std::str::from_utf8(&made.files["sitemap.xml"]).expect("XML is UTF-8");
        for page in &plan.pages {
            let (path, format) = (page.output(), page.content.format());
            assert!(path.ends_with(&format!(".{}", format.extension())), "{name}: {path} is {format:?}");
            let address = format!("<loc>{}</loc>", site.config.address(&linli::route::encode_path(&page.address)));
            assert!(format.html().is_some() || !sitemap.contains(&address), "{name}: {path} is in the sitemap");
        }
    }
}
