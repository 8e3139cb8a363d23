//! Paper and sharing: the posting sheet, the check code with the square code beside it, the text for a chat group.
//!
//! In: the page context and a record. Out: complete views. Always: the code on paper is that of the page; what is meant to be typed,
//! read out or scanned is the short address where there is one.

use crate::locale::{Given, foreign};
use crate::qr;
use crate::record::view::{Block, Figure, Inline, Section, words};
use crate::record::{Record, Translation};
use crate::relate::Index;
use crate::value::LangId;

use super::{PageCx, view};

/// Longest text for a chat group, in characters.
pub const SHARED: usize = 300;

/// Of these, the longest title.
const SHARED_TITLE: usize = 80;

/// Amounts have words in capitals in this currency only.
const YUAN: &str = "CNY";

impl PageCx<'_> {
    /// Template `sheet`: all languages on one page, the primary first.
    pub fn sheet(&self, index: Index) -> view::SheetPage {
        let record = self.record(index);
        let mut page = self.page(self.text(&record.envelope.title), "", record.kind.folder, Vec::new());
        page.alternates = Vec::new();
        page.switch = Vec::new();
        page.canonical = self.absolute(&self.record_address(index));
        page.noindex = true;
        page.description = self.description(record);
        page.code_css =
            self.site.lang_ids().any(|lang| self.text_of(index, lang).bodies[lang.index()].as_ref().is_some_and(|b| b.has_code));
        page.fonts = self.font_sheets(self.site.lang_ids().filter(|l| *record.translation(*l) != Translation::NotNeeded));
        view::SheetPage { page, sheet: self.posting(index, "") }
    }

    /// Template `sheets`: many in one file.
    pub fn sheets(&self, records: &[Index], title: String, style: String) -> view::SheetsPage {
        let one = |&index: &Index| {
            let number = self.record(index).envelope.number.as_ref();
            self.posting(index, &number.map_or_else(String::new, |n| format!("n{}-", n.0)))
        };
        view::SheetsPage { title, style, sheets: records.iter().map(one).collect() }
    }

    /// One sheet; `prefix` keeps its ids apart from those of others on the page.
    fn posting(&self, index: Index, prefix: &str) -> view::Sheet {
        let record = self.record(index);
        let halves = self.site.lang_ids().filter(|l| *record.translation(*l) != Translation::NotNeeded);
        view::Sheet {
            number: record.envelope.number.as_ref().map_or_else(String::new, |n| n.0.clone()),
            kind: record.kind.folder.to_owned(),
            code: self.code_box(index, true),
            halves: halves.map(|lang| self.in_language(lang).half(index, prefix)).collect(),
        }
    }

    fn half(&self, index: Index, prefix: &str) -> view::SheetHalf {
        let record = self.record(index);
        let cx = self.cx(index);
        let seen = record.fields.view(&cx);
        let own = record.translation(self.lang).exists();
        let publisher = self.publisher(record);
        view::SheetHalf {
            lang: self.lang_view(self.lang),
            name: self.site_name(),
            kind_label: self.kind_word(record.kind),
            title: self.text(&record.envelope.title),
            tags: seen.tags,
            facts: seen.facts,
            capitals: self.capitals(index),
            notices: self.notices(index, false),
            body: if own { self.body(index, &format!("{prefix}{}-", self.language().path)) } else { None },
            sections: if own { seen.sections.into_iter().map(without_ids).collect() } else { Vec::new() },
            publisher: publisher.map(|p| vec![cx.link(&p)]).unwrap_or_default(),
            published: self.date(record.envelope.published),
            posting: record.envelope.posting.map(|p| vec![cx.period(p)]).unwrap_or_default(),
            url: self.url(&self.record_address(index)),
        }
    }

    /// The main amounts in capitals, for readers of Chinese.
    fn capitals(&self, index: Index) -> Vec<view::InCapitals> {
        if self.site.config.currency != YUAN || !self.language().tag.starts_with("zh") {
            return Vec::new();
        }
        let record = self.record(index);
        let cx = self.cx(index);
        let one = |(word, amount): &(&str, crate::value::Money)| {
            Some(view::InCapitals { label: self.word(word), amount: vec![cx.money(*amount)], words: amount.in_capitals()? })
        };
        record.facets.amounts.iter().filter_map(one).collect()
    }

    /// The check code; with the square code where paper is meant.
    pub(super) fn code_box(&self, index: Index, with_qr: bool) -> view::CodeBox {
        let record = self.record(index);
        let address = self.short_address(record);
        let qr = with_qr.then(|| qr::Code::of(&scannable(&address))).flatten();
        view::CodeBox {
            code: record.check_code.clone(),
            address: address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).to_owned(),
            qr: qr.map(|code| view::Qr { side: code.side(), path: code.path() }),
        }
    }

    /// The short address of a record with a number, else that of its page in this language.
    fn short_address(&self, record: &Record) -> String {
        match &record.envelope.number {
            Some(number) => self.absolute(&format!("{}/", number.0)),
            None => self.absolute(&crate::route::record(&record.id, &self.language().path)),
        }
    }

    /// The text to pass on: what it is, the one fact that stands in lists, the first sentence, how long it is posted; then
    /// where to read it whole. What does not fit is left out whole.
    pub(super) fn share(&self, index: Index, headline: &[Inline]) -> view::Text {
        let record = self.record(index);
        if !record.translation(self.lang).exists() && self.lang != LangId::PRIMARY {
            let page_cx = self.in_language(LangId::PRIMARY);
            let headline = record.fields.summary(&page_cx.cx(index)).headline;
            let text = page_cx.share(index, &headline);
            return self.text_in(&text.text, LangId::PRIMARY);
        }
        let mut title = self.text(&record.envelope.title).text;
        if title.chars().count() > SHARED_TITLE {
            title = title.chars().take(SHARED_TITLE - 1).chain(['…']).collect();
        }
        let text = |t: String| Given::Text(t.into());
        let head = self.say("share_head", &[("kind", text(self.kind_word(record.kind))), ("title", text(title))]);
        let end = self.say("share_end", &[("url", text(self.short_address(record))), ("code", text(record.check_code.clone()))]);
        let posting = record.envelope.posting.map(|p| format!("{} {}", self.word("posting_period"), words(&[self.cx(index).period(p)])));
        // What has no words in this language yet is not passed on in another.
        let headline = headline.iter().all(|i| !is_foreign(i)).then(|| words(headline));
        let middle = [headline, Some(self.description(record)), posting];
        // Lent words carry marks, which the page makes into markup; nobody counts them.
        let length = |line: &str| foreign::bare(line).chars().count();
        let mut lines = vec![head];
        let mut room = SHARED.saturating_sub(length(&lines[0]) + length(&end) + 2);
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
}

/// In another language than its surroundings.
fn is_foreign(inline: &Inline) -> bool {
    matches!(inline, Inline::Text { lang: Some(_), .. } | Inline::Link { lang: Some(_), .. })
}

/// An address as it is put into a square code. Scheme and host are the same in capitals, and capitals and digits take less
/// room; a path with letters is not.
fn scannable(address: &str) -> String {
    let path = address.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    let plain = path.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.'));
    if plain && address.is_ascii() { address.to_ascii_uppercase() } else { address.to_owned() }
}

/// Ids stand once on a page: on the sheet, where each section comes in every language, none does.
fn without_ids(mut section: Section) -> Section {
    for block in &mut section.blocks {
        match block {
            Block::Table { table } | Block::Figure { figure: Figure { table, .. } } => {
                table.rows.iter_mut().chain(&mut table.foot).for_each(|row| row.id.clear());
            }
            Block::Week { week } => week.days.iter_mut().flat_map(|d| &mut d.entries).for_each(|entry| entry.id.clear()),
            Block::Steps { steps } => steps.iter_mut().for_each(|step| step.id.clear()),
            Block::Decisions { decisions } => decisions.iter_mut().for_each(|decision| decision.id.clear()),
            _ => {}
        }
    }
    section
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
