//! Search without a server: segments that the script loads, and the page that holds its form.
//!
//! In: the library, by year; the page context. Out: segments of titles and facts and segments of texts, as scripts that hand over
//! plain data; the view of the search page. Always: which segment a record is in follows from the dates and ids of its
//! year alone, oldest first, so that an edit of a text rewrites one segment and a new record the last of its year.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use crate::deps::{DepKey, Id};
use crate::hash::short_hash;
use crate::locale::{Given, foreign};
use crate::record::envelope::Status;
use crate::record::view::words;
use crate::record::{KINDS, Translation};
use crate::relate::{Index, Library};
use crate::route;
use crate::value::LangId;

use super::{Content, PageCx, view};

/// What a segment is of, with the number of records in one: both stay well below 40 KB packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IndexPart {
    Titles,
    Texts,
}

impl IndexPart {
    const ALL: [Self; 2] = [Self::Titles, Self::Texts];

    pub fn name(self) -> &'static str {
        match self {
            Self::Titles => "titles",
            Self::Texts => "texts",
        }
    }

    fn size(self) -> usize {
        match self {
            Self::Titles => 512,
            Self::Texts => 64,
        }
    }
}

/// Shown records by year, oldest first; plain pages, too.
#[derive(Debug, Default)]
pub struct SearchIndex(BTreeMap<i16, Vec<Index>>);

impl SearchIndex {
    pub fn of(library: &Library) -> Self {
        let mut years: BTreeMap<i16, Vec<Index>> = BTreeMap::new();
        for &index in library.newest.iter().rev() {
            years.entry(library.records[index].envelope.published.year()).or_default().push(index);
        }
        Self(years)
    }

    /// Addresses below a language, and contents, of all files of the search.
    pub fn pages(&self) -> Vec<(String, Content)> {
        let mut pages = vec![("search/".to_owned(), Content::Search)];
        for (&year, records) in &self.0 {
            for index_part in IndexPart::ALL {
                for part in 1..=records.len().div_ceil(index_part.size()) {
                    pages.push((format!("search/{}-{year}-{part}.js", index_part.name()), Content::Segment(index_part, year, part)));
                }
            }
        }
        pages
    }

    /// What the segments are made from.
    pub fn deps<'s>(&'s self, library: &'s Library) -> impl Iterator<Item = (Id, u64)> + 's {
        let counts: Vec<(i16, usize)> = self.0.iter().map(|(year, records)| (*year, records.len())).collect();
        let segments = self.0.iter().flat_map(move |(&year, records)| {
            IndexPart::ALL.into_iter().flat_map(move |index_part| {
                let part = move |(at, records): (usize, &[Index])| {
                    let ids: Vec<&str> = records.iter().map(|&i| library.records[i].id.as_str()).collect();
                    (DepKey::Segment(index_part.name(), year, at + 1).id(), short_hash(&ids))
                };
                records.chunks(index_part.size()).enumerate().map(part)
            })
        });
        std::iter::once((DepKey::Segments.id(), short_hash(&counts))).chain(segments)
    }

    fn part(&self, index_part: IndexPart, year: i16, part: usize) -> &[Index] {
        let records = self.0.get(&year).and_then(|records| records.chunks(index_part.size()).nth(part.saturating_sub(1)));
        records.unwrap_or_default()
    }

    /// How many segments each year has, newest first: `2026:2 2025:1`.
    fn counts(&self, index_part: IndexPart) -> String {
        let years = self.0.iter().rev().map(|(year, records)| format!("{year}:{}", records.len().div_ceil(index_part.size())));
        years.collect::<Vec<_>>().join(" ")
    }
}

/// What the script is handed of one segment of titles.
#[derive(Serialize)]
struct Titles<'a> {
    path: &'a str,
    lang: &'a str,
    dir: &'a str,
    year: i16,
    part: usize,
    /// Names of kinds, by the first step of an address.
    kinds: BTreeMap<&'a str, String>,
    /// The language that lends titles which this one lacks.
    lender: Lender<'a>,
    records: Vec<Title>,
}

#[derive(Serialize)]
struct Lender<'a> {
    lang: &'a str,
    dir: &'a str,
}

/// Address below the language, title, date, facts of the list, whether the title is lent.
#[derive(Serialize)]
struct Title(String, String, String, String, u8);

#[derive(Serialize)]
struct Texts<'a> {
    path: &'a str,
    #[serde(serialize_with = "in_order")]
    records: Vec<(String, String)>,
}

fn in_order<S: Serializer>(records: &[(String, String)], to: S) -> Result<S::Ok, S::Error> {
    let mut map = to.serialize_map(Some(records.len()))?;
    for (address, text) in records {
        map.serialize_entry(address, text)?;
    }
    map.end()
}

impl PageCx<'_> {
    /// Template `search`.
    pub fn search_page(&self) -> view::SearchPage {
        self.note(DepKey::Segments);
        let title = view::Text::plain(self.word("search"));
        let mut page = self.page(title, "search/", "search", vec![self.home_crumb()]);
        page.description = self.say("search_described", &[("site", Given::Text(self.site_name().text.into()))]);
        let own = std::iter::once(self.lang).chain(self.site.lang_ids().filter(|l| *l != self.lang));
        let search = view::Search {
            titles: self.plan.search_index.counts(IndexPart::Titles),
            texts: self.plan.search_index.counts(IndexPart::Texts),
            languages: own.map(|l| self.site.lang(l).path.clone()).collect::<Vec<_>>().join(" "),
            index: if self.plan.portable { "index.html" } else { "" },
            years: self.years(None, None),
        };
        page.data = self.data_of_page(&page);
        view::SearchPage { page, search }
    }

    /// One segment, as a script.
    pub fn segment(&self, index_part: IndexPart, year: i16, part: usize) -> Vec<u8> {
        self.note(DepKey::Segment(index_part.name(), year, part));
        let records = self.plan.search_index.part(index_part, year, part);
        let language = self.language();
        let json = match index_part {
            IndexPart::Titles => {
                let kinds = KINDS.iter().map(|kind| (if kind.listed { kind.folder } else { "" }, self.kind_word(kind)));
                let lender = self.site.lang(LangId::PRIMARY);
                serde_json::to_string(&Titles {
                    path: &language.path,
                    lang: &language.tag,
                    dir: language.dir.as_str(),
                    year,
                    part,
                    kinds: kinds.collect(),
                    lender: Lender { lang: &lender.tag, dir: lender.dir.as_str() },
                    records: records.iter().map(|&index| self.found_as(index)).collect(),
                })
            }
            IndexPart::Texts => {
                let texts = records.iter().filter_map(|&index| Some((self.address_below(index), self.read_aloud(index)?)));
                serde_json::to_string(&Texts { path: &language.path, records: texts.collect() })
            }
        };
        // Strings and numbers alone cannot fail. Two signs of JSON were line ends to older browsers.
        let json = foreign::bare(&json.unwrap_or_default()).replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
        format!("linli.{}({json});\n", index_part.name()).into_bytes()
    }

    /// `notices/x`, or `about` for a plain page.
    fn address_below(&self, index: Index) -> String {
        route::record(&self.peek(index).id, "").trim_matches('/').to_owned()
    }

    fn found_as(&self, index: Index) -> Title {
        let card = self.card(index, false);
        let number = self.peek(index).envelope.number.as_ref().map(|n| n.0.clone());
        let tags = card.tags.iter().map(|tag| words(std::slice::from_ref(tag)));
        let facts: Vec<String> = tags.chain(number).chain([words(&card.fact)]).filter(|part| !part.is_empty()).collect();
        Title(self.address_below(index), card.title.text, card.date.text, facts.join(" · "), u8::from(card.title.lang.is_some()))
    }

    /// Summary and text in this very language, on one line.
    fn read_aloud(&self, index: Index) -> Option<String> {
        let record = self.record(index);
        if record.envelope.status() == Status::Withdrawn || matches!(self.translation(index, self.lang), Translation::NotNeeded) {
            return None;
        }
        let summary = record.envelope.summary.as_ref().and_then(|s| s.in_language(self.lang)).unwrap_or_default();
        let body = record.bodies.get(self.lang.index()).and_then(Option::as_ref);
        let body = body.map(|body| self.plain_body(index, body)).unwrap_or_default();
        let mut text = String::with_capacity(summary.len() + body.len() + 1);
        for word in summary.split_whitespace().chain(body.split_whitespace()) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(word);
        }
        (!text.is_empty()).then_some(text)
    }
}
