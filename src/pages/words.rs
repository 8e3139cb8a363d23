//! Words, dates and links of a page, in its language and relative to its address.
//!
//! In: the page context. Out: pieces of views. Always: a link is relative to the page; text in another language than the page's is
//! marked.

use crate::locale::{Args, Given};
use crate::plan::Calendar;
use crate::record::Kind;
use crate::record::view::Inline;
use crate::relate::Index;
use crate::route;
use crate::value::{Date, LangId, Text};

use super::{PageCx, view};

impl PageCx<'_> {
    // ---- words ----

    pub fn word(&self, id: &str) -> String {
        self.site().word(self.lang(), id)
    }

    pub fn say(&self, id: &str, args: &[(&str, Given<'_>)]) -> String {
        let args: Args<'_> = args.iter().cloned().collect();
        self.site().say(self.lang(), id, &args)
    }

    pub fn kind_word(&self, kind: &Kind) -> String {
        self.word(&format!("kind_{}", kind.folder))
    }

    /// `12 条`.
    pub fn count(&self, n: usize) -> String {
        self.say("count_records", &[("n", Given::Int(n as i64))])
    }

    /// A text for this page, marked if it is in another language.
    pub fn text(&self, text: &Text) -> view::Text {
        let (words, lang) = text.get(self.lang());
        self.text_in(words, lang)
    }

    pub fn text_in(&self, words: &str, lang: LangId) -> view::Text {
        if lang == self.lang() {
            return view::Text::plain(words);
        }
        let language = self.site().lang(lang);
        view::Text::foreign(words, language.tag.clone(), language.dir.as_str())
    }

    /// The name of the site in the page's language.
    pub fn site_name(&self) -> view::Text {
        let (name, path) = self.site().config.name(&self.language().path);
        let lang = self.site().languages.iter().position(|l| l.path == path).map_or(LangId::PRIMARY, |i| LangId(i as u8));
        self.text_in(name, lang)
    }

    pub fn tag_name(&self, tag: &str) -> view::Text {
        let names = self.site().tags.get(tag);
        let own = names.and_then(|n| n.get(&self.lang())).map(|name| (name, self.lang()));
        let primary = || names.and_then(|n| n.get(&LangId::PRIMARY)).map(|name| (name, LangId::PRIMARY));
        own.or_else(primary).map_or_else(|| view::Text::plain(tag), |(name, lang)| self.text_in(name, lang))
    }

    pub fn date(&self, date: Date) -> view::Date {
        view::Date { iso: date.to_string(), text: self.language().format().date((date.year(), date.month(), date.day())) }
    }

    pub fn time_inline(&self, date: Date) -> Inline {
        let date = self.date(date);
        Inline::Time { iso: date.iso, text: date.text }
    }

    // ---- links ----

    /// The relative link to an address.
    pub fn url(&self, address: &str) -> String {
        route::relative(self.from(), address, self.is_portable())
    }

    /// The relative link to an address below the root of the language.
    pub fn local(&self, address: &str) -> String {
        self.url(&format!("{}/{address}", self.language().path))
    }

    /// The absolute link to an address, for what is read outside the site.
    pub fn absolute(&self, address: &str) -> String {
        self.site().config.address(&route::encode_path(address))
    }

    pub fn record_address(&self, index: Index) -> String {
        route::record(self.record(index).id, &self.language().path)
    }

    pub fn record_link(&self, index: Index) -> view::Link {
        view::Link { url: self.url(&self.record_address(index)), title: self.text(&self.record(index).envelope.title) }
    }

    /// The day on which it takes place (the next one, else the first) or begins to apply; `None` for what is merely published.
    pub fn day(&self, index: Index) -> Option<Date> {
        let facets = self.record(index).facets;
        let first = facets.schedule.as_ref().map(|s| s.start.date);
        first.map_or(facets.applies_from, |first| self.next_day(index).or(Some(first)))
    }

    /// A short link to another record with the day of what it tells, else with the day of publication, which is named.
    pub fn dated_link(&self, index: Index) -> view::RecordLink {
        let link = self.record_link(index);
        let (date, label) = match self.day(index) {
            Some(day) => (day, String::new()),
            None => (self.record(index).envelope.published, self.word("published_on")),
        };
        view::RecordLink { url: link.url, title: link.title, date: self.date(date), label }
    }

    pub fn calendar_link(&self, calendar: &Calendar) -> String {
        self.url(&self.calendar_address(calendar))
    }

    /// Records in the order of their names: pinyin for Chinese, `sort_key` first.
    pub fn by_name(&self, mut records: Vec<Index>) -> Vec<Index> {
        let format = self.language().format();
        let name = |i: Index| {
            let envelope = self.record(i).envelope;
            envelope.sort_key.clone().unwrap_or_else(|| envelope.title.get(self.lang()).0.to_owned())
        };
        records.sort_by_cached_key(|&i| (format.sort_key(&name(i)), self.record(i).id.clone()));
        records
    }
}
