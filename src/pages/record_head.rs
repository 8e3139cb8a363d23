//! Parts that all pages of one record share: the head, the description, the publisher, notices about the translation.
//!
//! In: the page context and the record. Out: pieces of views. Always: `hreflang` names true translations only; a page that falls back to
//! the original points to it.

use std::borrow::Cow;

use crate::locale::Given;
use crate::record::Translation;
use crate::record::envelope::Status;
use crate::relate::Index;
use crate::route;
use crate::value::{LangId, Ref};

use super::cx::RecordFacts;
use super::{PageCx, frame, view};

/// Maximum length of a description taken from a body, in characters.
const DESCRIPTION: usize = 80;

/// Whether a notice links to the page of the original; paper has no links.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OriginalLink {
    Shown,
    Hidden,
}

/// The head of a record's page.
pub(super) fn head(page_cx: &PageCx<'_>, index: Index) -> view::Page {
    let record = page_cx.record(index);
    let below = route::record(record.id, "");
    let below = below.trim_start_matches('/');
    let mut breadcrumb = vec![frame::home_crumb(page_cx)];
    let section = if record.kind.listed {
        breadcrumb.push(frame::kind_crumb(page_cx, record.kind));
        record.kind.folder
    } else {
        record.id.stem()
    };
    let mut page = frame::head(page_cx, page_cx.title(index), below, section, breadcrumb);
    let is_translated = record.has_language(page_cx.lang());
    let languages: Vec<LangId> = page_cx.site().lang_ids().filter(|l| record.has_language(*l)).collect();
    page.alternates = if languages.len() > 1 && is_translated {
        languages
            .iter()
            .map(|&lang| view::Alternate {
                tag: page_cx.site().lang(lang).tag.clone(),
                url: page_cx.absolute(&route::record(record.id, &page_cx.site().lang(lang).path)),
                og: page_cx.site().lang(lang).og_locale(),
            })
            .collect()
    } else {
        Vec::new()
    };
    if !is_translated {
        page.noindex = true;
        page.canonical = page_cx.absolute(&route::record(record.id, &page_cx.site().lang(LangId::PRIMARY).path));
    }
    if record.kind.listed {
        page.feeds.push(frame::feed_link(page_cx, Some(record.kind)));
    }
    page.description = description(page_cx, index);
    if page.description.is_empty() {
        let args = [
            ("site", Given::Text(page_cx.site_name().text.into())),
            ("kind", Given::Text(page_cx.kind_word(record.kind).into())),
            ("title", Given::Text(page.title.text.as_str().into())),
            ("date", Given::Text(page_cx.date(record.envelope.published).text.into())),
        ];
        page.description = page_cx.say("record_described", &args);
    }
    page
}

/// The summary, else the beginning of the text up to a full stop.
pub(super) fn description(page_cx: &PageCx<'_>, index: Index) -> String {
    if let Some(summary) = &page_cx.record(index).envelope.summary
        && let Some(words) = summary.in_language(page_cx.lang())
    {
        return words.to_owned();
    }
    let Some(body) = page_cx.body(index, page_cx.lang()) else { return String::new() };
    let plain = match body.figures().next() {
        Some(_) => Cow::Owned(super::body::plain(page_cx, index, body)),
        None => Cow::Borrowed(body.plain.as_str()),
    };
    let line = beginning(&plain);
    if line.chars().count() <= DESCRIPTION {
        return line;
    }
    let cut: String = line.chars().take(DESCRIPTION).collect();
    let stop = cut.rfind(['。', '！', '？', '；', '.', '!', '?']).map(|i| i + cut[i..].chars().next().map_or(1, char::len_utf8));
    let space = || cut.rfind(' ').filter(|_| !page_cx.language().is_han());
    match stop.filter(|i| *i > 20) {
        Some(end) => cut[..end].to_owned(),
        None => format!("{}…", &cut[..space().unwrap_or(cut.len())]),
    }
}

/// The first line of a text, and the next where it only announces that: `各位居民：`.
fn beginning(plain: &str) -> String {
    let mut out = String::new();
    for line in plain.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if out.ends_with(':') {
            out.push(' ');
        }
        out.push_str(line);
        if !line.ends_with(['：', ':']) || out.chars().count() > DESCRIPTION {
            break;
        }
    }
    out
}

/// What a reader must know before the text.
pub(super) fn notices(page_cx: &PageCx<'_>, index: Index, original_link: OriginalLink) -> Vec<view::Notice> {
    let record = page_cx.record(index);
    let address = route::record(record.id, &page_cx.site().lang(LangId::PRIMARY).path);
    let language = page_cx.site().lang(LangId::PRIMARY);
    let link = match original_link {
        OriginalLink::Shown => Some(view::Link { url: page_cx.url(&address), title: page_cx.text_in(&language.name, LangId::PRIMARY) }),
        OriginalLink::Hidden => None,
    };
    let mut notices = Vec::new();
    if record.envelope.status() == Status::Sample {
        notices.push(view::Notice { tone: "waiting", text: page_cx.word("sample_notice"), link: None });
    }
    match page_cx.translation(index, page_cx.lang()) {
        Translation::Missing | Translation::NotNeeded => {
            notices.push(view::Notice { tone: "waiting", text: page_cx.word("missing_notice"), link });
        }
        Translation::Stale { .. } => {
            let text = match record.envelope.revised {
                Some(date) => page_cx.say("stale_notice", &[("date", Given::Text(page_cx.date(date).text.into()))]),
                None => page_cx.word("stale_notice_undated"),
            };
            notices.push(view::Notice { tone: "waiting", text, link });
        }
        Translation::Original | Translation::Translated => {}
    }
    notices
}

/// The publisher: the record's issuer, else the site's.
pub(super) fn publisher(page_cx: &PageCx<'_>, record: RecordFacts<'_>) -> Option<Ref> {
    let default = || page_cx.site().config.publisher.as_deref().and_then(|p| Ref::parse(p).ok());
    record.envelope.issuer.clone().or_else(default)
}
