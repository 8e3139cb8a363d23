//! The check code with the square code beside it, and the text for a chat group.
//!
//! In: the page context and a record. Out: pieces of views. Always: the code on paper is that of the page; an address to be typed,
//! read out or scanned is the short one if there is one.

use crate::locale::{Given, foreign};
use crate::qr;
use crate::record::view::{Inline, words};
use crate::relate::Index;
use crate::route;
use crate::value::LangId;

use super::cx::RecordFacts;
use super::{PageCx, record_head, view};

/// Maximum length of a text for a chat group, in characters.
const LONGEST: usize = 300;

/// Maximum length of the title in it.
const LONGEST_TITLE: usize = 80;

/// Whether the square code is beside the check code: on pages meant for paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SquareCode {
    Shown,
    Hidden,
}

/// The check code, and where to compare it.
pub(super) fn code_box(page_cx: &PageCx<'_>, index: Index, square_code: SquareCode) -> view::CodeBox {
    let record = page_cx.record(index);
    let address = short_address(page_cx, record);
    let qr = match square_code {
        SquareCode::Shown => address.as_deref().and_then(|address| qr::Code::of(&scannable(address))),
        SquareCode::Hidden => None,
    };
    let bare = |address: String| address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).to_owned();
    view::CodeBox {
        code: record.check_code.to_owned(),
        address: address.map(bare).unwrap_or_default(),
        qr: qr.map(|code| view::Qr { side: code.side(), path: code.path() }),
    }
}

/// The short address of a record with a number, else that of its page in this language; `None` while the site has no address.
fn short_address(page_cx: &PageCx<'_>, record: RecordFacts<'_>) -> Option<String> {
    let path = match &record.envelope.number {
        Some(number) => format!("{}/", number.0),
        None => route::record(record.id, &page_cx.language().path),
    };
    page_cx.site().config.has_address().then(|| page_cx.absolute(&path))
}

/// The text to pass on: what the record is, the fact shown in lists, the first sentence, the posting period; then the address of
/// the full text. A part that does not fit is left out completely.
pub(super) fn share(page_cx: &PageCx<'_>, index: Index, headline: &[Inline]) -> view::Text {
    let record = page_cx.record(index);
    if !record.has_language(page_cx.lang()) && page_cx.lang() != LangId::PRIMARY {
        let original = page_cx.in_language(LangId::PRIMARY);
        let headline = record.fields.summary(&original.view_cx(index)).headline;
        let text = share(&original, index, &headline);
        return page_cx.text_in(&text.text, LangId::PRIMARY);
    }
    let mut title = page_cx.title(index).text;
    if title.chars().count() > LONGEST_TITLE {
        title = title.chars().take(LONGEST_TITLE - 1).chain(['…']).collect();
    }
    let text = |t: String| Given::Text(t.into());
    let head = page_cx.say("share_head", &[("kind", text(page_cx.kind_word(record.kind))), ("title", text(title))]);
    let code = ("code", text(record.check_code.to_owned()));
    let end = match short_address(page_cx, record) {
        Some(address) => page_cx.say("share_end", &[("url", text(address)), code]),
        None => page_cx.say("share_code", &[code]),
    };
    let posting =
        record.envelope.posting.map(|p| format!("{} {}", page_cx.word("posting_period"), words(&[page_cx.view_cx(index).open_period(p)])));
    // A fact that is not in this language is left out.
    let headline = headline.iter().all(|i| !is_foreign(i)).then(|| words(headline));
    let middle = [headline, Some(record_head::description(page_cx, index)), posting];
    // Words of a fallback language contain marks, which the page turns into markup: they do not count.
    let length = |line: &str| foreign::bare(line).chars().count();
    let mut lines = vec![head];
    let mut room = LONGEST.saturating_sub(length(&lines[0]) + length(&end) + 2);
    for line in middle.into_iter().flatten().filter(|l| !l.trim().is_empty()) {
        let takes = length(&line) + 1;
        if takes <= room && !lines.iter().any(|l| l.contains(&line)) {
            room -= takes;
            lines.push(line);
        }
    }
    lines.push(end);
    view::Text::plain(lines.join("\n"))
}

/// Whether the text is in another language than its surroundings.
fn is_foreign(inline: &Inline) -> bool {
    matches!(inline, Inline::Text { lang: Some(_), .. } | Inline::Link { lang: Some(_), .. } | Inline::Download { lang: Some(_), .. })
}

/// The address in a square code. Scheme and host are case-insensitive, and capitals and digits take less space; a path with letters
/// is case-sensitive.
fn scannable(address: &str) -> String {
    let path = address.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let plain = path.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.'));
    if plain && address.is_ascii() { address.to_ascii_uppercase() } else { address.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::scannable;

    #[test]
    fn an_address_is_scanned_in_capitals_where_case_does_not_count() {
        for (address, code) in [
            ("https://rongyin.example.org/2026-011/", "HTTPS://RONGYIN.EXAMPLE.ORG/2026-011/"),
            ("http://localhost:1111/2026-011/", "HTTP://LOCALHOST:1111/2026-011/"),
            ("https://street.example.org/rongyin/2026-011/", "https://street.example.org/rongyin/2026-011/"),
            ("https://rongyin.example.org/zh/notices/water/", "https://rongyin.example.org/zh/notices/water/"),
            ("https://榕荫.example/2026-011/", "https://榕荫.example/2026-011/"),
        ] {
            assert_eq!(scannable(address), code);
        }
    }
}
