//! The context of views: what a kind is given to show its record in one language.
//!
//! In: the record's envelope and files, the language and its words, [`Records`]. Out: pieces of a view. Always: text in
//! another language than the page's is marked with its language; what a page asks for is noted as a dependency.

use std::sync::Arc;

use super::FileInfo;
use super::codelists::Outcome;
use super::envelope::Envelope;
use super::facet::{Action, Balance, Decision, Occurrence, Whereabouts};
use super::fallback::{FallbackLanguage, Glossary, fallback_word};
use super::field::{CodeList, RefOrText};
use super::view::grid::Week;
use super::view::{Fact, Inline, Picture};
use crate::deps::{DepKey, DepRecorder};
use crate::diagnostic::Law;
use crate::locale::{Args, Catalog, Given, Join, Language, foreign};
use crate::profile::{Profile, Share};
use crate::value::date::Zone;
use crate::value::{
    Area, DailyHours, Date, DatePeriod, DateTime, FileName, Holidays, LangId, Moment, MomentPeriod, Money, OpenPeriod, Percent, RecordId,
    Ref, Text, Time, TimeRange, Weekday,
};

/// What a view may ask about other records.
pub trait Records: Sync {
    /// The title of a record, or of the item a fragment names.
    fn title(&self, target: &Ref) -> Option<Text>;
    /// The decision that a fragment names.
    fn decision(&self, target: &Ref) -> Option<Decision>;
    /// Address of the page (`zh/meetings/x/`), with the fragment; `None` where it has none.
    fn address(&self, target: &Ref, lang: LangId) -> Option<String>;
    /// Periods of the chain this record belongs to up to its own, oldest first, with their records: the
    /// newest dozen of them, so that a page does not grow with the chain.
    fn chain(&self, id: &RecordId) -> Vec<(RecordId, Balance)>;
    /// Records whose parent this is, in the order of their names.
    fn children(&self, id: &RecordId) -> Vec<RecordId>;
    /// Records that name this one in such a field (`place`, `covers`, `organ`, …), newest first.
    fn referring(&self, id: &RecordId, fields: &[&str]) -> Vec<RecordId>;
    /// Occurrences of a record from today on, cancelled ones included.
    fn upcoming(&self, id: &RecordId) -> Vec<Occurrence>;
    /// Where a place is.
    fn whereabouts(&self, place: &Ref) -> Option<Whereabouts>;
    /// What takes place at a place in the coming weeks, a table for each; empty where nothing does.
    fn timetable(&self, id: &RecordId) -> Vec<Week>;
    /// Actions of other records that carry this one on, oldest first.
    fn carried(&self, action: &Ref) -> Vec<(RecordId, Action)>;
}

/// Handed to [`super::Fields::view`].
pub struct ViewCx<'a> {
    pub id: &'a RecordId,
    /// Name of the kind, for labels.
    pub kind: &'static str,
    pub envelope: &'a Envelope,
    /// Files beside the record.
    pub files: &'a [FileInfo],
    /// The originals of photos are published.
    pub originals: bool,
    pub lang: LangId,
    pub languages: &'a [Arc<Language>],
    /// Words of the page's language.
    pub words: &'a Catalog,
    /// Who lends the words that it lacks, in order.
    pub fallbacks: &'a [FallbackLanguage],
    pub glossary: &'a Glossary,
    pub currency: &'a str,
    pub zone: &'a Zone,
    /// Absolute address of the site's root.
    pub base: &'a str,
    /// The day the site is made for; ask [`Self::today`], which notes it.
    pub build_date: Date,
    /// Notes what the page looks at.
    pub recorder: &'a DepRecorder,
    pub profile: &'a Profile,
    pub holidays: &'a Holidays,
    pub records: &'a dyn Records,
    /// Address of the page being made (`zh/meetings/x/`), for relative links.
    pub from: &'a str,
    /// Links name `index.html`.
    pub portable: bool,
}

impl ViewCx<'_> {
    pub fn language(&self) -> &Language {
        &self.languages[self.lang.index().min(self.languages.len() - 1)]
    }

    /// The day the site is made for; the page depends on it from now on.
    pub fn today(&self) -> Date {
        self.recorder.note(DepKey::Today);
        self.build_date
    }

    // ---- words ----

    /// A word of the catalogue; the id itself where no catalogue has it.
    pub fn word(&self, id: &str) -> String {
        self.say(id, &[])
    }

    /// A sentence of the catalogue with arguments.
    pub fn say(&self, id: &str, args: &[(&str, Given<'_>)]) -> String {
        let args: Args<'_> = args.iter().cloned().collect();
        self.words.get(id, &args).or_else(|| fallback_word(self.fallbacks, &[id], &args, self.language())).unwrap_or_else(|| id.to_owned())
    }

    /// The label of a field of this kind (`field_meeting_scope`), else of the envelope (`field_scope`).
    pub fn label(&self, field: &str) -> String {
        let none = Args::new();
        let specific = format!("field_{}_{field}", self.kind);
        if let Some(found) = self.words.get(&specific, &none) {
            return found;
        }
        let common = format!("field_{field}");
        let found = self.words.get(&common, &none);
        found.or_else(|| fallback_word(self.fallbacks, &[specific.as_str(), common.as_str()], &none, self.language())).unwrap_or(common)
    }

    /// The word of a code (`code_meeting_type_joint`).
    pub fn code_word(&self, list: &CodeList, code: &str) -> String {
        self.word(&format!("code_{}_{code}", list.name))
    }

    /// An article in the page's language; other languages than Chinese and English get one of the two.
    pub fn law(&self, law: &Law) -> String {
        self.zh_or_en(&law.zh, &law.en)
    }

    /// What the program says in Chinese and English only.
    pub fn zh_or_en(&self, zh: &str, en: &str) -> String {
        let in_tongue = |tag: &str| match tag.split('-').next() {
            Some("zh") => Some(zh.to_owned()),
            Some("en") => Some(en.to_owned()),
            _ => None,
        };
        let fallback_word = || self.fallbacks.iter().find_map(|l| Some(foreign::mark(&in_tongue(&l.language.tag)?, &l.language)));
        in_tongue(&self.language().tag).or_else(fallback_word).unwrap_or_else(|| zh.to_owned())
    }

    /// A share in words.
    pub fn share(&self, share: Share) -> String {
        match share.word() {
            Some(word) => self.word(word),
            None => {
                let over = if share.over { "yes" } else { "no" };
                self.say(
                    "decision_share",
                    &[("num", i64::from(share.num).into()), ("den", i64::from(share.den).into()), ("over", over.into())],
                )
            }
        }
    }

    // ---- inlines ----

    pub fn plain(&self, text: impl Into<String>) -> Inline {
        Inline::Text { text: text.into(), lang: None, dir: None }
    }

    pub fn code(&self, list: &CodeList, code: &str) -> Inline {
        self.plain(self.code_word(list, code))
    }

    pub fn tag(&self, tone: &'static str, list: &CodeList, code: &str) -> Inline {
        Inline::Tag { tone, text: self.code_word(list, code) }
    }

    /// A text in the page's language: sidecar, glossary, else the primary marked with its language.
    pub fn words_of<'t>(&'t self, text: &'t Text) -> (&'t str, LangId) {
        if let Some(own) = text.in_language(self.lang) {
            return (own, self.lang);
        }
        let term = self.glossary.terms.get(text.primary()).and_then(|t| t.get(&self.lang));
        term.map_or((text.primary(), LangId::PRIMARY), |t| (t.as_str(), self.lang))
    }

    pub fn text(&self, text: &Text) -> Inline {
        let (words, lang) = self.words_of(text);
        let (lang, dir) = self.marks(lang);
        Inline::Text { text: words.to_owned(), lang, dir }
    }

    /// `lang` and `dir` for text in a language: nothing where it is the page's.
    pub fn marks(&self, lang: LangId) -> (Option<String>, Option<&'static str>) {
        if lang == self.lang {
            return (None, None);
        }
        let foreign = &self.languages[lang.index().min(self.languages.len() - 1)];
        (Some(foreign.tag.clone()), Some(foreign.dir.as_str()))
    }

    pub fn link(&self, target: &Ref) -> Inline {
        let title = self.records.title(target);
        let (text, (lang, dir)) = match &title {
            Some(title) => {
                let (words, lang) = self.words_of(title);
                (words.to_owned(), self.marks(lang))
            }
            None => (target.to_string(), (None, None)),
        };
        match self.records.address(target, self.lang) {
            Some(address) => Inline::Link { url: self.url(&address), text, lang, dir },
            None => Inline::Text { text, lang, dir },
        }
    }

    /// A link; to a decision with what became of it and the votes, so that a refusal does not read as consent.
    pub fn link_with_outcome(&self, target: &Ref) -> Vec<Inline> {
        let mut line = vec![self.link(target)];
        let Some(decision) = self.records.decision(target) else { return line };
        if let Some(outcome) = decision.outcome {
            line.extend([self.plain(" "), self.tag(outcome.tone(), &Outcome::LIST, outcome.code())]);
        }
        if !decision.chosen.is_empty() {
            let chosen: Vec<String> = decision.chosen.iter().map(|t| self.words_of(t).0.to_owned()).collect();
            line.extend([self.plain(" "), self.list(&chosen)]);
        }
        if let Some(votes) = decision.votes {
            line.extend([self.plain(" "), self.plain(self.votes(votes))]);
        }
        line
    }

    /// Votes for, against, abstentions, as far as they were counted, and spoilt ones if there are any, in words.
    pub fn votes(&self, [in_favor, against, abstain, invalid]: [Option<i64>; 4]) -> String {
        let shown = [("for", in_favor), ("against", against), ("abstain", abstain), ("invalid", invalid.filter(|n| *n > 0))];
        let said = shown.into_iter().filter_map(|(what, n)| Some(self.say(&format!("meeting_votes_{what}"), &[("n", n?.into())])));
        said.collect::<Vec<_>>().join(&self.word("meeting_comma"))
    }

    pub fn link_to(&self, id: &RecordId) -> Inline {
        self.link(&Ref { id: id.clone(), fragment: None })
    }

    pub fn ref_or_text(&self, value: &RefOrText) -> Inline {
        match value {
            RefOrText::Ref(r) => self.link(r),
            RefOrText::Text(t) => self.text(t),
        }
    }

    /// A relative link to an address of the site.
    pub fn url(&self, address: &str) -> String {
        crate::route::relative(self.from, address, self.portable)
    }

    /// An absolute address, for what is read away from the page.
    pub fn absolute(&self, address: &str) -> String {
        format!("{}{}", self.base, crate::route::encode_path(address))
    }

    /// A file beside this record.
    pub fn file(&self, file: &FileName, text: impl Into<String>) -> Inline {
        self.file_in(file, text.into(), (None, None))
    }

    /// The same in the words of a language.
    pub fn file_in(&self, file: &FileName, text: String, (lang, dir): (Option<String>, Option<&'static str>)) -> Inline {
        let url = self.file_url(file);
        if crate::media::is_download(&file.0) { Inline::Download { url, text, lang, dir } } else { Inline::Link { url, text, lang, dir } }
    }

    pub fn file_url(&self, file: &FileName) -> String {
        match self.files.iter().find(|f| *f.name == *file.0).and_then(|f| f.only_shown(self.envelope, self.originals)) {
            Some(name) => self.url(&crate::route::shown(self.id, &name)),
            None => self.url(&crate::route::file(self.id, &file.0)),
        }
    }

    /// A picture beside this record as a page shows it.
    pub fn picture(&self, file: &FileName) -> Picture {
        let original = self.file_url(file);
        let Some((info, size)) = self.files.iter().find(|f| *f.name == *file.0).and_then(|f| Some((f, f.size?))) else {
            return Picture { url: original, ..Picture::default() };
        };
        let size = Some(crate::picture::shown_size(size));
        match info.shown() {
            Some(name) => {
                let url = self.url(&crate::route::shown(self.id, &name));
                let original = if original == url { String::new() } else { original };
                Picture { url, size, original }
            }
            None => Picture { url: original, size, original: String::new() },
        }
    }

    pub fn tel(&self, phone: &str) -> Inline {
        Inline::tel(phone)
    }

    pub fn date(&self, date: Date) -> Inline {
        Inline::Time { iso: date.to_string(), text: self.language().format().date(day(date)) }
    }

    /// A date with its weekday, for things people must come to.
    pub fn date_weekday(&self, date: Date) -> Inline {
        Inline::Time { iso: date.to_string(), text: self.language().format().date_weekday(day(date)) }
    }

    pub fn datetime(&self, at: DateTime) -> Inline {
        Inline::Time { iso: at.iso(), text: self.language().format().datetime_weekday(day(at.date), clock(at.time)) }
    }

    pub fn moment(&self, moment: Moment) -> Inline {
        match moment {
            Moment::Day(date) => self.date(date),
            Moment::Minute(at) => self.datetime(at),
        }
    }

    pub fn period(&self, period: DatePeriod) -> Inline {
        Inline::Time { iso: String::new(), text: self.language().format().date_range(day(period.from), day(period.to)) }
    }

    /// A span of days that may have no end: `2026年6月16日起`.
    pub fn open_period(&self, period: OpenPeriod) -> Inline {
        match period.closed() {
            Some(period) => self.period(period),
            None => self.onwards(&self.date(period.from)),
        }
    }

    /// From a moment on, without an end.
    fn onwards(&self, from: &Inline) -> Inline {
        let text = match from {
            Inline::Time { text, .. } => text.clone(),
            _ => String::new(),
        };
        Inline::Time { iso: String::new(), text: self.say("period_onwards", &[("from", Given::from(text))]) }
    }

    /// A period in few words where it is whole months of one year: `2026年1–3月`, `2026年`; others as they are.
    pub fn period_short(&self, period: DatePeriod) -> Inline {
        let (from, to) = (period.from, period.to);
        let whole = from.day() == 1 && to.day() == to.days_in_month() && from.year() == to.year() && from <= to;
        let format = self.language().format();
        let text = match (from.month(), to.month()) {
            _ if !whole => return self.period(period),
            (1, 12) => format.year(from.year()),
            (first, last) if first == last => format.month(from.year(), first),
            (first, last) => format.months(from.year(), first, last),
        };
        Inline::Time { iso: String::new(), text }
    }

    pub fn datetime_range(&self, from: DateTime, to: Option<DateTime>) -> Inline {
        match to {
            None => self.datetime(from),
            Some(to) => {
                let format = self.language().format();
                let text = format.datetime_range((day(from.date), clock(from.time)), (day(to.date), clock(to.time)));
                Inline::Time { iso: String::new(), text }
            }
        }
    }

    pub fn moment_period(&self, period: MomentPeriod) -> Inline {
        match (period.from, period.to) {
            (from, None) => self.onwards(&self.moment(from)),
            (Moment::Day(from), Some(Moment::Day(to))) => self.period(DatePeriod { from, to }),
            (from, Some(to)) => self.datetime_range(from.start(), Some(to.end())),
        }
    }

    pub fn time_range(&self, range: TimeRange) -> Inline {
        Inline::Time { iso: String::new(), text: self.language().format().time_range(clock(range.from), clock(range.to)) }
    }

    /// 每天 0:00–5:00 · 每天 22:00 至次日 5:00
    pub fn daily_hours(&self, hours: DailyHours) -> Inline {
        let format = self.language().format();
        let text = if hours.is_overnight() {
            let time = |at| Given::from(format.time(clock(at)));
            self.say("daily_overnight", &[("from", time(hours.from)), ("to", time(hours.to))])
        } else {
            self.say("daily_hours", &[("hours", Given::from(format.time_range(clock(hours.from), clock(hours.to))))])
        };
        Inline::Time { iso: String::new(), text }
    }

    pub fn weekday_word(&self, weekday: Weekday) -> String {
        self.language().format().weekday(weekday.number() as i8)
    }

    pub fn money_text(&self, money: Money) -> String {
        self.language().format().money(&money.to_string(), self.currency)
    }

    pub fn money(&self, money: Money) -> Inline {
        Inline::Num { value: money.to_string(), text: self.money_text(money) }
    }

    /// The bare grouped figure, where the currency stands in the table's caption.
    pub fn figure(&self, money: Money) -> Inline {
        Inline::Num { value: money.to_string(), text: self.language().format().decimal(&money.to_string()) }
    }

    pub fn percent(&self, percent: Percent) -> Inline {
        Inline::Num { value: percent.to_string(), text: self.language().format().percent(&percent.to_string()) }
    }

    pub fn area(&self, area: Area) -> Inline {
        Inline::Num { value: area.to_string(), text: self.language().format().area(&area.to_string()) }
    }

    pub fn int(&self, n: u32) -> Inline {
        Inline::Num { value: n.to_string(), text: self.language().format().integer(i64::from(n)) }
    }

    /// Words joined as the language joins them.
    pub fn list(&self, words: &[String]) -> Inline {
        self.plain(self.language().format().list(words, Join::And))
    }

    // ---- facts, cells ----

    /// A fact of one line, under the label of a field.
    pub fn fact(&self, field: &str, line: impl Into<Vec<Inline>>) -> Fact {
        Fact { label: self.label(field), lines: vec![line.into()] }
    }

    /// A fact of several lines.
    pub fn fact_lines(&self, field: &str, lines: Vec<Vec<Inline>>) -> Fact {
        Fact { label: self.label(field), lines }
    }
}

fn day(date: Date) -> crate::locale::Day {
    (date.year(), date.month(), date.day())
}

fn clock(time: Time) -> crate::locale::Clock {
    (time.hour() as i8, time.minute() as i8)
}
