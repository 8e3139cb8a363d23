//! A segment of the search index: a script that only assigns data.
//!
//! In: the page context and the segment. Out: a script: titles and facts, or texts, of its records. Always: the script contains
//! strings and numbers only, in one language.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use crate::locale::foreign;
use crate::plan::IndexPart;
use crate::record::envelope::Status;
use crate::record::view::words;
use crate::record::{KINDS, Translation};
use crate::relate::Index;
use crate::route;
use crate::value::LangId;

use super::card::KindLabel;
use super::{PageCx, PageWriter, Written, body, card};

/// A segment of titles, as the script receives it.
#[derive(Serialize)]
struct Titles<'a> {
    path: &'a str,
    lang: &'a str,
    dir: &'a str,
    year: i16,
    part: usize,
    /// Names of kinds, by the first segment of an address.
    kinds: BTreeMap<&'a str, String>,
    /// What names the day of publication.
    published: String,
    /// The fallback language of titles that have no translation.
    lender: FallbackLanguage<'a>,
    records: Vec<Title>,
}

#[derive(Serialize)]
struct FallbackLanguage<'a> {
    lang: &'a str,
    dir: &'a str,
}

/// Address below the language, title, day of what it tells (empty for none, or where the facts say it), day of publication, facts for the list, whether the
/// title is in the fallback language.
#[derive(Serialize)]
struct Title(String, String, String, String, String, u8);

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

/// `part` counts the segments of the year from 1.
pub(super) fn write(page_cx: &PageCx<'_>, index_part: IndexPart, year: i16, part: usize, out: &mut PageWriter<'_>) -> Written {
    let records = page_cx.segment(index_part, year, part);
    let language = page_cx.language();
    let json = match index_part {
        IndexPart::Titles => {
            let kinds = KINDS.iter().map(|kind| (if kind.listed { kind.folder } else { "" }, page_cx.kind_word(kind)));
            let fallback = page_cx.site().lang(LangId::PRIMARY);
            serde_json::to_string(&Titles {
                path: &language.path,
                lang: &language.tag,
                dir: language.dir.as_str(),
                year,
                part,
                kinds: kinds.collect(),
                published: page_cx.word("published_on"),
                lender: FallbackLanguage { lang: &fallback.tag, dir: fallback.dir.as_str() },
                records: records.iter().map(|&index| title(page_cx, index)).collect(),
            })
        }
        IndexPart::Texts => {
            let texts = records.iter().filter_map(|&index| Some((address_below(page_cx, index), plain_text(page_cx, index)?)));
            serde_json::to_string(&Texts { path: &language.path, records: texts.collect() })
        }
    };
    // Serializing strings and numbers cannot fail. Older browsers take two characters of JSON for line ends.
    let json = foreign::bare(&json.unwrap_or_default()).replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    out.bytes(format!("linli.{}({json});\n", index_part.name()).into_bytes());
    Ok(())
}

/// `notices/x`, or `about` for a plain page.
fn address_below(page_cx: &PageCx<'_>, index: Index) -> String {
    route::record(page_cx.record(index).id, "").trim_matches('/').to_owned()
}

/// The part of a record that the script shows in results.
fn title(page_cx: &PageCx<'_>, index: Index) -> Title {
    let card = card::card(page_cx, index, KindLabel::Hidden);
    let number = page_cx.record(index).envelope.number.as_ref().map(|n| n.0.clone());
    let tags = card.tags.iter().map(|tag| words(std::slice::from_ref(tag)));
    let facts: Vec<String> = tags.chain(number).chain([words(&card.fact)]).filter(|part| !part.is_empty()).collect();
    let facts = facts.join(" · ");
    let day = card.day.map(|day| day.date.text).filter(|day| !facts.contains(day)).unwrap_or_default();
    let is_lent = u8::from(card.title.lang.is_some());
    Title(address_below(page_cx, index), card.title.text, day, card.published.text, facts, is_lent)
}

/// Summary and text in this language (no fallback), without markup and on one line.
fn plain_text(page_cx: &PageCx<'_>, index: Index) -> Option<String> {
    let record = page_cx.record(index);
    if record.envelope.status() == Status::Withdrawn || matches!(page_cx.translation(index, page_cx.lang()), Translation::NotNeeded) {
        return None;
    }
    let summary = record.envelope.summary.as_ref().and_then(|s| s.in_language(page_cx.lang())).unwrap_or_default();
    let body = page_cx.body(index, page_cx.lang());
    let body = body.map(|body| body::plain(page_cx, index, body)).unwrap_or_default();
    let mut text = String::with_capacity(summary.len() + body.len() + 1);
    for word in summary.split_whitespace().chain(body.split_whitespace()) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    (!text.is_empty()).then_some(text)
}
