//! Dates, numbers, money, lists and sorting in a language (ICU4X). The only file that names `icu` and `icu_experimental`.
//!
//! In: a language tag and plain values (numbers, decimal text in plain digits). Out: text.
//! Always: a [`Formatter`] is built once per language and shared between threads; nothing is rounded except to the digits of a
//! currency; an unreadable value is returned unchanged.
//! Calendars are Gregorian whatever the language prefers, and no time zone is ever applied.
//!
//! Cost in an unoptimized build (the test `cost` measures it): 0.7 ms for a formatter, 5 to 30 µs for a value. Formatters are
//! therefore built once per run and never in a loop.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use icu::calendar::{Date, Gregorian};
use icu::collator::preferences::CollationNumericOrdering;
use icu::collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu::datetime::fieldsets::{E, M, MD, MDE, T, Y, YM, YMD, YMDE};
use icu::datetime::input::Time;
use icu::datetime::{FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::Decimal;
use icu::list::ListFormatter;
use icu::locale::{Direction, Locale, LocaleCanonicalizer, LocaleDirectionality, LocaleExpander};
use icu_experimental::dimension::currency::formatter::CurrencyFormatter;
use icu_experimental::dimension::percent::formatter::PercentFormatter;
use icu_experimental::dimension::units::categorized_formatter::CategorizedFormatter;
use icu_experimental::dimension::units::options::{UnitsFormatterOptions, Width};
use icu_experimental::measure::category::Area;

use crate::hash::QuickMap;

/// A calendar day: year, month (from 1), day (from 1), as `jiff` counts them.
pub type Day = (i16, i8, i8);

/// A time of day: hour (0 to 23), minute.
pub type Clock = (i8, i8);

/// How a list ends: "a, b and c" or "a, b or c".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Join {
    And,
    Or,
}

/// What ICU's data has about a tag.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The canonical BCP 47 tag.
    pub tag: String,
    /// Language, script and region alone, without extensions.
    pub base: String,
    /// The language subtag.
    pub language: String,
    /// ISO 15924 code of the script, written or likely; empty if it is not known.
    pub script: String,
    pub territory: String,
    pub rtl: bool,
}

/// Reads a tag; `None` if it is not BCP 47 or names no language.
pub(super) fn identify(tag: &str) -> Option<Identity> {
    let mut locale: Locale = tag.parse().ok()?;
    LocaleCanonicalizer::new_extended().canonicalize(&mut locale);
    if locale.id.language.is_unknown() {
        return None;
    }
    let script = LocaleExpander::new_extended().get_likely_script(&locale.id);
    let rtl = LocaleDirectionality::new_extended().get(&locale.id) == Some(Direction::RightToLeft);
    let mut likely = locale.id.clone();
    LocaleExpander::new_extended().maximize(&mut likely);
    Some(Identity {
        territory: likely.region.map(|r| r.to_string()).unwrap_or_default(),
        tag: locale.to_string(),
        base: locale.id.to_string(),
        language: locale.id.language.to_string(),
        script: script.map(|s| s.to_string()).unwrap_or_default(),
        rtl,
    })
}

/// The pattern of date ranges; ICU has no stable formatter for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// 2026年6月18日至20日
    Han,
    /// June 18–20, 2026 or 18–20 June 2026
    English,
    /// Both ends in full, with a dash.
    Plain,
}

type Fixed<F> = FixedCalendarDateTimeFormatter<Gregorian, F>;
type Money = CurrencyFormatter<DecimalFormatter>;

/// The date formatters; absent where ICU has only its root data (`2026 M06 18`).
struct Dates {
    long: Fixed<YMD>,
    weekday_date: Fixed<YMDE>,
    month_day: Fixed<MD>,
    month_day_weekday: Fixed<MDE>,
    month: Fixed<YM>,
    month_name: Fixed<M>,
    year: Fixed<Y>,
    weekday: Fixed<E>,
    weekday_short: Fixed<E>,
}

/// Grouped digits alone, for catalogues.
pub(super) struct Digits(DecimalFormatter);

impl Digits {
    pub(super) fn new(tag: &str) -> Option<Self> {
        let locale: Locale = tag.parse().ok()?;
        DecimalFormatter::try_new((&locale).into(), Default::default()).ok().map(Self)
    }

    pub(super) fn write(&self, figure: &str) -> String {
        decimal(figure).map_or_else(|| figure.to_owned(), |d| self.0.format(&d).to_string())
    }
}

/// Writes values in one language.
pub struct Formatter {
    locale: Locale,
    manner: Manner,
    /// Between the items of a list that has no pattern of its own.
    comma: &'static str,
    dates: Option<Dates>,
    time: NoCalendarFormatter<T>,
    decimal: DecimalFormatter,
    percent: PercentFormatter<DecimalFormatter>,
    area: CategorizedFormatter<Area>,
    and: Option<ListFormatter>,
    or: Option<ListFormatter>,
    collator: CollatorBorrowed<'static>,
    /// By currency, with the symbol and without; a site uses one or two.
    money: RwLock<BTreeMap<String, Arc<[Money; 2]>>>,
    /// Cache of formatted dates: pages show the same few thousand days.
    written: RwLock<QuickMap<Day, String>>,
}

impl Formatter {
    /// Builds the formatters of a canonical tag; the error says what the data lacks.
    pub fn new(identity: &Identity) -> Result<Self, String> {
        let locale: Locale = identity.tag.parse().map_err(|e| format!("{e}"))?;
        Self::build(locale, identity).map_err(|e| e.to_string())
    }

    fn build(locale: Locale, identity: &Identity) -> Result<Self, Box<dyn std::error::Error>> {
        let l = &locale;
        let mut unit = UnitsFormatterOptions::default();
        unit.width = Width::Short;
        let mut order = CollatorPreferences::from(l);
        order.numeric_ordering = Some(CollationNumericOrdering::True);
        let dates = Dates {
            long: Fixed::try_new(l.into(), YMD::long())?,
            weekday_date: Fixed::try_new(l.into(), YMDE::long())?,
            month_day: Fixed::try_new(l.into(), MD::long())?,
            month_day_weekday: Fixed::try_new(l.into(), MDE::long())?,
            month: Fixed::try_new(l.into(), YM::long())?,
            month_name: Fixed::try_new(l.into(), M::medium())?,
            year: Fixed::try_new(l.into(), Y::long())?,
            weekday: Fixed::try_new(l.into(), E::long())?,
            weekday_short: Fixed::try_new(l.into(), E::short())?,
        };
        let dates = Some(dates).filter(|dates| sample(dates) != ROOT_SAMPLE);
        let manner = match identity.language.as_str() {
            "zh" | "yue" if dates.is_some() && matches!(identity.script.as_str(), "Hans" | "Hant") => Manner::Han,
            "en" => Manner::English,
            _ => Manner::Plain,
        };
        // Where CLDR has no list patterns, ICU uses English ones.
        let own_words = |list: &ListFormatter| {
            let text = list.format_to_string(["1", "2", "3"].iter());
            identity.language == "en" || !(text.contains(" and ") || text.contains(" or "))
        };
        Ok(Self {
            manner,
            comma: match identity.script.as_str() {
                "Hans" | "Hant" | "Yiii" => "、",
                "Arab" => "، ",
                _ => ", ",
            },
            dates,
            time: NoCalendarFormatter::try_new(l.into(), T::hm())?,
            decimal: DecimalFormatter::try_new(l.into(), Default::default())?,
            percent: PercentFormatter::try_new(l.into(), Default::default())?,
            area: CategorizedFormatter::try_new_core(l.into(), Area::square_meter(), unit)?,
            and: Some(ListFormatter::try_new_and(l.into(), Default::default())?).filter(own_words),
            or: Some(ListFormatter::try_new_or(l.into(), Default::default())?).filter(own_words),
            collator: Collator::try_new(order, Default::default())?,
            money: RwLock::default(),
            written: RwLock::default(),
            locale,
        })
    }

    /// Whether dates are written in the language; otherwise they are ISO 8601.
    pub fn has_data(&self) -> bool {
        self.dates.is_some()
    }

    /// 2026年6月18日 · June 18, 2026
    pub fn date(&self, day: Day) -> String {
        if let Some(text) = self.written.read().unwrap_or_else(PoisonError::into_inner).get(&day) {
            return text.clone();
        }
        let text = self.day(day, |d, date| d.long.format(&date).to_string());
        self.written.write().unwrap_or_else(PoisonError::into_inner).insert(day, text.clone());
        text
    }

    /// 2026年6月18日星期四 · Thursday, June 18, 2026
    pub fn date_weekday(&self, day: Day) -> String {
        self.day(day, |d, date| d.weekday_date.format(&date).to_string())
    }

    /// 6月18日 · June 18
    pub fn month_day(&self, day: Day) -> String {
        match (&self.dates, gregorian(day)) {
            (Some(d), Some(date)) => d.month_day.format(&date).to_string(),
            _ => format!("{:02}-{:02}", day.1, day.2),
        }
    }

    /// 6月18日星期四 · Thursday, June 18
    pub fn month_day_weekday(&self, day: Day) -> String {
        match (&self.dates, gregorian(day)) {
            (Some(d), Some(date)) => d.month_day_weekday.format(&date).to_string(),
            _ => format!("{:02}-{:02}", day.1, day.2),
        }
    }

    /// 2026年6月 · June 2026
    pub fn month(&self, year: i16, month: i8) -> String {
        match (&self.dates, gregorian((year, month, 1))) {
            (Some(d), Some(date)) => d.month.format(&date).to_string(),
            _ => format!("{year:04}-{month:02}"),
        }
    }

    /// 6月 · Jun
    pub fn month_name(&self, month: i8) -> String {
        match (&self.dates, gregorian((2000, month, 1))) {
            (Some(d), Some(date)) => d.month_name.format(&date).to_string(),
            _ => format!("{month:02}"),
        }
    }

    /// For narrow places, on one line: 2026.06 · Jun 2026
    pub fn month_short(&self, year: i16, month: i8) -> String {
        match self.manner {
            Manner::English => format!("{} {year}", self.month_name(month)),
            _ => format!("{year:04}.{month:02}"),
        }
    }

    /// For narrow places: 2026.06.18 · 18 Jun 2026
    pub fn date_short(&self, (year, month, day): Day) -> String {
        match self.manner {
            Manner::English => format!("{day} {}", self.month_short(year, month)),
            _ => format!("{}.{day:02}", self.month_short(year, month)),
        }
    }

    /// Whole months of one year: 2026年1–3月 · Jan–Mar 2026
    pub fn months(&self, year: i16, from: i8, to: i8) -> String {
        match self.manner {
            Manner::Han => format!("{year}年{}", self.month_names(from, to)),
            Manner::English => format!("{} {year}", self.month_names(from, to)),
            Manner::Plain => format!("{} – {}", self.month(year, from), self.month(year, to)),
        }
    }

    /// 1–3月 · Jan–Mar
    pub fn month_names(&self, from: i8, to: i8) -> String {
        match self.manner {
            Manner::Han => format!("{from}–{to}月"),
            _ => format!("{}–{}", self.month_name(from), self.month_name(to)),
        }
    }

    /// 2026年 · 2026
    pub fn year(&self, year: i16) -> String {
        match (&self.dates, gregorian((year, 1, 1))) {
            (Some(d), Some(date)) => d.year.format(&date).to_string(),
            _ => format!("{year:04}"),
        }
    }

    /// 星期四 · Thursday; Monday is 1. The number alone where the language has no data.
    pub fn weekday(&self, n: i8) -> String {
        self.weekday_of(n, |d, date| d.weekday.format(&date).to_string())
    }

    /// 周四 · Thu
    pub fn weekday_short(&self, n: i8) -> String {
        self.weekday_of(n, |d, date| d.weekday_short.format(&date).to_string())
    }

    /// 19:30 · 7:30 PM
    pub fn time(&self, clock: Clock) -> String {
        let (hour, minute) = (u8::try_from(clock.0).unwrap_or(u8::MAX), u8::try_from(clock.1).unwrap_or(u8::MAX));
        match Time::try_new(hour, minute, 0, 0) {
            Ok(time) => self.time.format(&time).to_string(),
            Err(_) => format!("{:02}:{:02}", clock.0, clock.1),
        }
    }

    /// 2026年6月18日 19:30 · June 18, 2026, 7:30 PM
    pub fn datetime(&self, day: Day, clock: Clock) -> String {
        self.dated(self.date(day), self.time(clock))
    }

    /// 2026年6月18日星期四 19:30 · Thursday, June 18, 2026, 7:30 PM
    pub fn datetime_weekday(&self, day: Day, clock: Clock) -> String {
        self.dated(self.date_weekday(day), self.time(clock))
    }

    /// 2026年6月18日至20日 · June 18–20, 2026
    pub fn date_range(&self, from: Day, to: Day) -> String {
        let (start, end) = (self.date(from), self.date(to));
        if from == to {
            return start;
        }
        let (same_year, same_month) = (from.0 == to.0, (from.0, from.1) == (to.0, to.1));
        match self.manner {
            Manner::Han if same_month => format!("{start}至{}日", to.2),
            Manner::Han if same_year => format!("{start}至{}", self.month_day(to)),
            Manner::Han => format!("{start}至{end}"),
            Manner::English if start.starts_with(|c: char| c.is_ascii_digit()) => match (same_month, same_year) {
                (true, _) => format!("{}–{end}", from.2),
                (_, true) => format!("{} – {end}", self.month_day(from)),
                _ => format!("{start} – {end}"),
            },
            Manner::English if same_month => format!("{}–{}, {}", self.month_day(from), to.2, to.0),
            Manner::English if same_year => format!("{} – {end}", self.month_day(from)),
            _ => format!("{start} – {end}"),
        }
    }

    /// 14:00–20:00 · 2:00–8:00 PM
    pub fn time_range(&self, from: Clock, to: Clock) -> String {
        let (start, end) = (self.time(from), self.time(to));
        if from == to {
            return start;
        }
        if self.manner == Manner::English {
            // Written once if both times are in the same half of the day.
            let half = |text: &str| text.rsplit_once(char::is_whitespace).map(|(clock, half)| (clock.to_owned(), half.to_owned()));
            return match (half(&start), half(&end)) {
                (Some((clock, a)), Some((_, b))) if a == b => format!("{clock}–{end}"),
                (Some(_), Some(_)) => format!("{start} – {end}"),
                _ => format!("{start}–{end}"),
            };
        }
        if start.contains(' ') { format!("{start} – {end}") } else { format!("{start}–{end}") }
    }

    /// 2026年6月18日 14:00–20:00 · June 18, 2026, 2:00–8:00 PM
    pub fn datetime_range(&self, from: (Day, Clock), to: (Day, Clock)) -> String {
        if from.0 == to.0 {
            return self.dated(self.date(from.0), self.time_range(from.1, to.1));
        }
        let start = self.datetime(from.0, from.1);
        match self.manner {
            Manner::Han if from.0.0 == to.0.0 => format!("{start} 至 {} {}", self.month_day(to.0), self.time(to.1)),
            Manner::Han => format!("{start} 至 {}", self.datetime(to.0, to.1)),
            _ => format!("{start} – {}", self.datetime(to.0, to.1)),
        }
    }

    /// 1,234,567
    pub fn integer(&self, n: i64) -> String {
        self.decimal.format(&Decimal::from(n)).to_string()
    }

    /// Plain decimal digits, grouped; fraction digits stay as written: `1234.10` is 1,234.10.
    pub fn decimal(&self, figure: &str) -> String {
        decimal(figure).map_or_else(|| figure.to_owned(), |d| self.decimal.format(&d).to_string())
    }

    /// `1234.1`, `CNY`: ¥1,234.10, with as many fraction digits as the currency has.
    pub fn money(&self, figure: &str, currency: &str) -> String {
        self.amount_with(figure, currency, 0)
    }

    /// As [`Formatter::money`] without the symbol, for columns that name their currency in the head.
    pub fn amount(&self, figure: &str, currency: &str) -> String {
        self.amount_with(figure, currency, 1)
    }

    /// `60.5`: 60.5%
    pub fn percent(&self, figure: &str) -> String {
        decimal(figure).map_or_else(|| figure.to_owned(), |d| self.percent.format(&d).to_string())
    }

    /// `78120.50`: 78,120.50平方米 · 78,120.50 m²
    pub fn area(&self, figure: &str) -> String {
        decimal(figure).map_or_else(|| figure.to_owned(), |d| self.area.format_fixed_decimal(&d).to_string())
    }

    /// 512 B · 1.2 MB, in steps of 1,024, with one digit after the point where the number is short.
    pub fn bytes(&self, n: u64) -> String {
        let units = ["KB", "MB", "GB", "TB", "PB", "EB"];
        if n < 1024 {
            return format!("{} B", self.integer(n.cast_signed()));
        }
        // The first unit in which the rounded number is short; the last takes whatever is left.
        let (unit, tenths) = units
            .into_iter()
            .zip(1u32..)
            .map(|(unit, step)| (unit, (u128::from(n) * 10 + (1 << (10 * step - 1))) >> (10 * step)))
            .find(|&(_, tenths)| tenths < 10_235)
            .unwrap_or(("B", u128::from(n) * 10));
        let text = if tenths >= 100 || tenths.is_multiple_of(10) {
            ((tenths + 5) / 10).to_string()
        } else {
            format!("{}.{}", tenths / 10, tenths % 10)
        };
        format!("{} {unit}", self.decimal(&text))
    }

    /// 甲、乙和丙 · a, b, and c
    pub fn list<S: AsRef<str>>(&self, items: &[S], join: Join) -> String {
        let list = match join {
            Join::And => &self.and,
            Join::Or => &self.or,
        };
        match list {
            Some(list) => list.format_to_string(items.iter().map(AsRef::as_ref)),
            None => items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(self.comma),
        }
    }

    /// The order of the language (Chinese by pinyin), numbers by value; never equal for unequal texts.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b).then_with(|| a.cmp(b))
    }

    /// Bytes that sort as [`Formatter::compare`] does; for long lists.
    pub fn sort_key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.collator.write_sort_key_to(text, &mut key);
        key.push(0);
        key.extend_from_slice(text.as_bytes());
        key
    }

    fn day(&self, day: Day, write: impl Fn(&Dates, Date<Gregorian>) -> String) -> String {
        match (&self.dates, gregorian(day)) {
            (Some(dates), Some(date)) => write(dates, date),
            _ => format!("{:04}-{:02}-{:02}", day.0, day.1, day.2),
        }
    }

    fn weekday_of(&self, n: i8, write: impl Fn(&Dates, Date<Gregorian>) -> String) -> String {
        // 2026-06-01 is a Monday.
        match (&self.dates, gregorian((2026, 6, n))) {
            (Some(dates), Some(date)) if n <= 7 => write(dates, date),
            _ => n.to_string(),
        }
    }

    fn dated(&self, date: String, time: String) -> String {
        if self.manner == Manner::English { format!("{date}, {time}") } else { format!("{date} {time}") }
    }

    fn amount_with(&self, figure: &str, currency: &str, form: usize) -> String {
        let Some(value) = decimal(figure) else { return figure.to_owned() };
        let known = self.money.read().unwrap_or_else(PoisonError::into_inner).get(currency).cloned();
        let built = known.or_else(|| {
            let code = currency.parse().ok()?;
            let narrow = Money::try_new_symbol_narrow((&self.locale).into(), code, Default::default()).ok()?;
            let bare = Money::try_new_no_currency((&self.locale).into(), code, Default::default()).ok()?;
            let pair = Arc::new([narrow, bare]);
            self.money.write().unwrap_or_else(PoisonError::into_inner).insert(currency.to_owned(), Arc::clone(&pair));
            Some(pair)
        });
        match built {
            Some(pair) => pair[form].format_fixed_decimal(&value).to_string(),
            None if form == 0 => format!("{} {currency}", self.decimal(figure)),
            None => self.decimal(figure),
        }
    }
}

impl std::fmt::Debug for Formatter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Formatter({})", self.locale)
    }
}

/// ICU's output from root data; ICU does not report that it has no other.
const ROOT_SAMPLE: &str = "2026 M06 18";

fn sample(dates: &Dates) -> String {
    gregorian((2026, 6, 18)).map(|date| dates.long.format(&date).to_string()).unwrap_or_default()
}

fn gregorian((year, month, day): Day) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(year.into(), month.try_into().ok()?, day.try_into().ok()?).ok()
}

/// Plain digits only: ICU would also read `1e400`.
fn decimal(figure: &str) -> Option<Decimal> {
    let plain = figure.len() <= 64 && figure.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'+' | b'.'));
    if plain { figure.parse().ok() } else { None }
}

/// CLDR's name of a language in that language: of the whole tag, and of the language alone.
#[cfg(test)]
pub(super) fn own_names(tag: &str) -> [Option<String>; 2] {
    use icu_experimental::displaynames::multi::{LanguageDisplayNames, LocaleDisplayNamesFormatter};
    let locale: Locale = tag.parse().expect("a tag");
    let whole = LocaleDisplayNamesFormatter::try_new((&locale).into(), Default::default());
    let language = LanguageDisplayNames::try_new((&locale).into(), Default::default());
    [whole.ok().map(|f| f.of(&locale).into_owned()), language.ok().and_then(|n| n.of(locale.id.language).map(str::to_owned))]
}
