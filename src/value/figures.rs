//! The figures of a running text, in Chinese or English, in a comparable form: 万 and 亿, thousands separators, full-width
//! digits, times of day, words for numbers.
//!
//! In: a text, Markdown or not. Out: its figures in order, with their places. Always: one pass over the text; targets of links,
//! tags and `{{ fig … }}` are not read; a number written in words is `soft`: it may match a number in the other language, and
//! is never reported as missing.

use std::ops::Range;

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    pub value: Figured,
    /// Byte range in the text.
    pub range: Range<usize>,
    /// Written in words, or in a form that may mean something else.
    pub soft: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Figured {
    /// `digits × 10^-scale`, without zeros at the end of the fraction.
    Number { digits: u64, scale: u8 },
    /// Minutes after noon or midnight, without the half of the day: texts often name the half once for two times.
    Clock(u16),
}

impl Figured {
    pub fn whole(n: u64) -> Self {
        Self::Number { digits: n, scale: 0 }
    }

    /// The whole number, if it is one.
    pub fn as_whole(self) -> Option<u64> {
        match self {
            Self::Number { digits, scale: 0 } => Some(digits),
            _ => None,
        }
    }

    fn decimal(digits: u64, scale: u8) -> Self {
        let (mut digits, mut scale) = (digits, scale);
        while scale > 0 && digits.is_multiple_of(10) {
            digits /= 10;
            scale -= 1;
        }
        Self::Number { digits, scale }
    }

    fn times(self, zeros: u8) -> Self {
        match self {
            Self::Number { digits, scale } if scale >= zeros => Self::decimal(digits, scale - zeros),
            Self::Number { digits, scale } => {
                let factor = 10_u64.checked_pow(u32::from(zeros - scale)).unwrap_or(1);
                Self::decimal(digits.saturating_mul(factor), 0)
            }
            clock => clock,
        }
    }
}

/// All figures of a text.
pub fn figures(text: &str) -> Vec<Figure> {
    // The reader looks up characters by number many times, and a table is the fastest way.
    let mut chars = vec![(0, '\0'); text.len()];
    let mut count = 0;
    for ((at, c), place) in text.char_indices().zip(&mut chars) {
        *place = (at as u32, plain(c));
        count += 1;
    }
    chars.truncate(count);
    let mut reader = Reader { text, chars, at: 0, found: Vec::new() };
    reader.run();
    reader.found
}

/// Full-width and Arabic forms as ASCII.
fn plain(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let digit = |zero: u32| char::from_digit(c as u32 - zero, 10).unwrap_or(c);
    match c {
        '０'..='９' => digit('０' as u32),
        '\u{660}'..='\u{669}' => digit(0x660),
        '\u{6F0}'..='\u{6F9}' => digit(0x6F0),
        '．' => '.',
        '：' => ':',
        _ => c,
    }
}

const NUMERALS: &str = "零〇一二两三四五六七八九十百千万亿";

fn is_numeral(c: char) -> bool {
    // 〇 has the lowest code of these characters, so one comparison excludes most others.
    c >= '〇'
        && matches!(c, '零' | '〇' | '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千' | '万' | '亿')
}

struct Reader<'t> {
    text: &'t str,
    chars: Vec<(u32, char)>,
    at: usize,
    found: Vec<Figure>,
}

impl Reader<'_> {
    fn char(&self, at: usize) -> char {
        self.chars.get(at).map_or('\0', |(_, c)| *c)
    }

    fn offset(&self, at: usize) -> usize {
        self.chars.get(at).map_or(self.text.len(), |(i, _)| *i as usize)
    }

    fn rest(&self, at: usize) -> &str {
        &self.text[self.offset(at)..]
    }

    fn is_digit(&self, at: usize) -> bool {
        self.char(at).is_ascii_digit()
    }

    fn push(&mut self, value: Figured, from: usize, soft: bool) {
        let range = self.offset(from)..self.offset(self.at);
        self.found.push(Figure { value, range, soft });
    }

    fn run(&mut self) {
        while self.at < self.chars.len() {
            let c = self.char(self.at);
            let skipped = if matches!(c, '{' | ']' | '<' | 'h' | '+') { self.skipped() } else { 0 };
            if skipped > 0 {
                self.at += skipped;
            } else if c.is_ascii_digit() {
                self.number();
            } else if is_numeral(c) {
                self.chinese();
            } else if c.is_ascii_alphabetic() {
                // Only these letters begin a number word; this excludes most words.
                if matches!(c.to_ascii_lowercase(), 'e' | 'f' | 'h' | 'm' | 'n' | 'o' | 's' | 't' | 'z') {
                    self.word();
                } else {
                    while self.char(self.at).is_ascii_alphabetic() {
                        self.at += 1;
                    }
                }
            } else if c == '半' {
                self.at += 1;
                self.half();
            } else {
                self.at += 1;
            }
        }
    }

    /// The number of characters at this place that are not running text.
    fn skipped(&self) -> usize {
        let until = |close: &str, open: usize| {
            // Markup that is not closed within 400 characters is none: a long line must not be read again at each opening.
            let rest: String = self.chars[(self.at + open).min(self.chars.len())..].iter().take(400).map(|(_, c)| *c).collect();
            let line = rest.find('\n').unwrap_or(rest.len());
            rest[..line].find(close).map_or(0, |end| open + rest[..end].chars().count() + close.chars().count())
        };
        match (self.char(self.at), self.char(self.at + 1)) {
            ('{', '{') => until("}}", 2),
            (']', '(') => until(")", 2),
            ('<', c) if c.is_ascii_alphabetic() || c == '/' || c == '!' => until(">", 1),
            ('h', 't') if ["http://", "https://"].iter().any(|w| self.rest(self.at).starts_with(w)) => {
                let word = |c: &char| !c.is_whitespace() && !matches!(c, ')' | '>' | '，' | '。' | '）');
                self.rest(self.at).chars().take_while(word).count()
            }
            // The country code is written for readers abroad only.
            ('+', '8') if self.char(self.at + 2) == '6' => 3,
            _ => 0,
        }
    }

    fn digits(&mut self) -> (u64, usize) {
        let (mut n, from) = (0_u64, self.at);
        while let Some(d) = self.char(self.at).to_digit(10) {
            n = n.saturating_mul(10).saturating_add(u64::from(d));
            self.at += 1;
        }
        (n, self.at - from)
    }

    fn number(&mut self) {
        let from = self.at;
        let (mut n, mut len) = self.digits();
        let leading = len;
        while leading <= 3 && self.char(self.at) == ',' && (1..4).all(|i| self.is_digit(self.at + i)) && !self.is_digit(self.at + 4) {
            self.at += 1;
            let (group, _) = self.digits();
            n = n.saturating_mul(1000).saturating_add(group);
            len += 3;
        }
        if self.clock(from, n, len) {
            return;
        }
        let mut value = Figured::whole(n);
        if self.char(self.at) == '.' && self.is_digit(self.at + 1) {
            let whole_end = self.at;
            self.at += 1;
            let (fraction, places) = self.digits();
            // A third part makes it a date or a version: each part is a number.
            if self.char(self.at) == '.' && self.is_digit(self.at + 1) {
                self.at = whole_end;
                self.push(value, from, false);
                while self.char(self.at) == '.' && self.is_digit(self.at + 1) {
                    self.at += 1;
                    let part = self.at;
                    let (n, _) = self.digits();
                    self.push(Figured::whole(n), part, false);
                }
                return;
            }
            if places <= 9 && n <= 1_000_000_000 {
                value = Figured::decimal(n * 10_u64.pow(places as u32) + fraction, places as u8);
            }
            if places == 2 && n <= 24 && fraction < 60 && self.noon() {
                self.push(clock(n, fraction), from, false);
                return;
            }
        }
        if self.noon() {
            self.range_of_hours(from);
            self.push(clock(n, 0), from, false);
            return;
        }
        let (zeros, word) = self.multiplier();
        self.at += word;
        value = value.times(zeros);
        if let Some(whole) = value.as_whole() {
            if len == 2 && (20..100).contains(&whole) && self.char(self.at) == '年' && self.char(self.at + 1) == '代' {
                return self.push(Figured::whole(1900 + whole), from, true);
            }
            if let Some(year) = self.short_year(from, whole, len) {
                return self.push(Figured::whole(year), from, true);
            }
        }
        self.push(value, from, false);
    }

    /// `14:00`, `14点30分`, `14时`.
    fn clock(&mut self, from: usize, hour: u64, len: usize) -> bool {
        if hour > 24 || len > 2 {
            return false;
        }
        if self.char(self.at) == ':' && self.is_digit(self.at + 1) && self.is_digit(self.at + 2) && !self.is_digit(self.at + 3) {
            self.at += 1;
            let (minute, _) = self.digits();
            if minute < 60 {
                self.noon();
                self.push(clock(hour, minute), from, false);
                return true;
            }
            self.at -= 3;
            return false;
        }
        let word = self.char(self.at);
        if !matches!(word, '点' | '时') || matches!(self.char(self.at + 1), '意' | '建' | '要' | '间' | '段' | '经' | '做') {
            return false;
        }
        let certain = ["午", "上", "晨", "早", "晚"].iter().any(|w| self.text[..self.offset(from)].trim_end().ends_with(w));
        self.at += 1;
        let mut minute = 0;
        if self.char(self.at) == '半' {
            minute = 30;
            self.at += 1;
        } else if self.is_digit(self.at) {
            minute = self.digits().0.min(59);
            if self.char(self.at) == '分' {
                self.at += 1;
            }
        }
        self.push(clock(hour, minute), from, !certain && minute == 0);
        true
    }

    /// Takes `am`, `p.m.`, `o'clock` after a number.
    fn noon(&mut self) -> bool {
        let rest = self.rest(self.at);
        let word = rest.trim_start_matches([' ', '\u{a0}']);
        if !word.starts_with(['a', 'p', 'o', 'A', 'P', 'O']) {
            return false;
        }
        let is = |w: &str| {
            word.get(..w.len()).is_some_and(|head| head.eq_ignore_ascii_case(w))
                && !word[w.len()..].starts_with(|c: char| c.is_ascii_alphanumeric())
        };
        let found = ["a.m.", "p.m.", "am", "pm", "o'clock", "o’clock"].into_iter().find(|w| is(w));
        let taken = found.map(|w| rest[..rest.len() - word.len()].chars().count() + w.chars().count());
        self.at += taken.unwrap_or(0);
        taken.is_some()
    }

    /// `2–4 pm`: the hour before the dash is a time as well.
    fn range_of_hours(&mut self, from: usize) {
        let start = self.offset(from);
        if let Some(last) = self.found.last_mut() {
            let between = self.text[last.range.end.min(start)..start].trim();
            if let (true, Some(hour @ 0..=24)) = (matches!(between, "–" | "-" | "—" | "to" | "until"), last.value.as_whole()) {
                last.value = clock(hour, 0);
            }
        }
    }

    /// The zeros that a word after the number adds, and the word's length in characters.
    fn multiplier(&self) -> (u8, usize) {
        let rest = self.rest(self.at);
        let word = rest.trim_start_matches([' ', '\u{a0}']);
        let space = rest[..rest.len() - word.len()].chars().count();
        for (name, zeros) in [("万亿", 12), ("亿", 8), ("万", 4)] {
            if word.starts_with(name) {
                return (zeros, space + name.chars().count());
            }
        }
        if word.starts_with('千') && !["千米", "千克", "千瓦"].iter().any(|w| word.starts_with(w)) {
            return (3, space + 1);
        }
        if word.starts_with('成') && !["成员", "成立", "成果", "成功", "成为"].iter().any(|w| word.starts_with(w)) {
            return (1, space + 1);
        }
        for (name, zeros) in [("thousand", 3), ("million", 6), ("billion", 9)] {
            if word.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name)) {
                return (zeros, space + name.len());
            }
        }
        (0, 0)
    }

    /// `2024–28` is 2028.
    fn short_year(&self, from: usize, n: u64, len: usize) -> Option<u64> {
        let last = self.found.last()?;
        let year = last.value.as_whole().filter(|y| (1900..2100).contains(y))?;
        let between = &self.text[last.range.end.min(self.offset(from))..self.offset(from)];
        let joined = matches!(between, "–" | "-" | "—") && !matches!(self.char(self.at), '-' | '–' | '.');
        (joined && len == 2 && n > 12 && n > year % 100).then_some(year - year % 100 + n)
    }

    /// `三百二十`, `二〇二六`, `八成`.
    fn chinese(&mut self) {
        let from = self.at;
        let (mut total, mut section, mut digit, mut plain, mut units) = (0_u64, 0_u64, 0_u64, 0_u64, false);
        while let Some(position) = NUMERALS.chars().position(|n| n == self.char(self.at)) {
            let value = match position {
                0 | 1 => 0,
                2..=3 => position as u64 - 1,
                4 => 2,
                5..=11 => position as u64 - 2,
                _ => {
                    let unit = [10, 100, 1000, 10_000, 100_000_000][position - 12];
                    units = true;
                    if unit < 10_000 {
                        section = section.saturating_add(if digit == 0 { unit } else { digit * unit });
                    } else {
                        total = total.saturating_add((section + digit).max(1).saturating_mul(unit));
                        section = 0;
                    }
                    digit = 0;
                    self.at += 1;
                    continue;
                }
            };
            plain = plain.saturating_mul(10).saturating_add(value);
            digit = value;
            self.at += 1;
        }
        let mut n = if units { total.saturating_add(section + digit) } else { plain };
        match self.char(self.at) {
            '成' => n = n.saturating_mul(10),
            '刻' => n = n.saturating_mul(15),
            _ => {}
        }
        self.push(Figured::whole(n), from, true);
    }

    /// `两个半小时` may be 2.5 hours, or 150 minutes; `一年半` 18 months.
    fn half(&mut self) {
        let from = self.at - 1;
        self.push(Figured::Number { digits: 5, scale: 1 }, from, true);
        for n in [18, 30, 50, 90, 150] {
            self.push(Figured::whole(n), from, true);
        }
    }

    /// `twenty-one`, `two hundred and six`.
    fn word(&mut self) {
        let from = self.at;
        let (mut total, mut section, mut seen) = (0_u64, 0_u64, false);
        loop {
            let start = self.at;
            while self.char(self.at).is_ascii_alphabetic() {
                self.at += 1;
            }
            let word = &self.text[self.offset(start)..self.offset(self.at)];
            match value_of(word) {
                Some(100) => section = section.max(1) * 100,
                Some(unit) if unit >= 1000 => {
                    total = total.saturating_add(section.max(1) * unit);
                    section = 0;
                }
                Some(n) => section = section.saturating_add(n),
                None if word.eq_ignore_ascii_case("and")
                    && (section >= 100 || total > 0)
                    && self.char(self.at + 1).is_ascii_alphabetic() => {}
                None => {
                    let is_half = word.eq_ignore_ascii_case("half");
                    if start > from {
                        self.at = start;
                    }
                    if is_half {
                        self.half();
                    }
                    break;
                }
            }
            seen = true;
            let joined = matches!(self.char(self.at), '-' | ' ') && self.char(self.at + 1).is_ascii_alphabetic();
            if !joined {
                break;
            }
            self.at += 1;
        }
        if seen {
            self.push(Figured::whole(total.saturating_add(section)), from, true);
        }
    }
}

/// The number that a word names, in any case.
fn value_of(word: &str) -> Option<u64> {
    let mut lower = [0; 9];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    Some(match &*lower {
        b"zero" => 0,
        b"one" => 1,
        b"two" => 2,
        b"three" => 3,
        b"four" => 4,
        b"five" => 5,
        b"six" => 6,
        b"seven" => 7,
        b"eight" => 8,
        b"nine" => 9,
        b"ten" => 10,
        b"eleven" => 11,
        b"twelve" => 12,
        b"thirteen" => 13,
        b"fourteen" => 14,
        b"fifteen" => 15,
        b"sixteen" => 16,
        b"seventeen" => 17,
        b"eighteen" => 18,
        b"nineteen" => 19,
        b"twenty" => 20,
        b"thirty" => 30,
        b"forty" => 40,
        b"fifty" => 50,
        b"sixty" => 60,
        b"seventy" => 70,
        b"eighty" => 80,
        b"ninety" => 90,
        b"hundred" => 100,
        b"thousand" => 1000,
        b"million" => 1_000_000,
        _ => return None,
    })
}

fn clock(hour: u64, minute: u64) -> Figured {
    Figured::Clock((hour % 12 * 60 + minute) as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(text: &str) -> String {
        let figure = |f: &Figure| {
            let soft = if f.soft { "~" } else { "" };
            match f.value {
                Figured::Number { digits, scale: 0 } => format!("{soft}{digits}"),
                Figured::Number { digits, scale } => format!("{soft}{digits}e-{scale}"),
                Figured::Clock(m) => format!("{soft}{}:{:02}", m / 60, m % 60),
            }
        };
        figures(text).iter().map(figure).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn both_languages_come_to_the_same_figures() {
        for (zh, en, expected) in [
            ("共 12.5 万元", "CNY 125,000", "125000"),
            ("3亿", "300 million", "300000000"),
            ("１，２３４户", "1 and 234", "1 234"),
            ("1,234.50 元", "1,234.5 yuan", "12345e-1"),
            ("占60.68％", "60.68 %", "6068e-2"),
            ("14:00至20:00", "2 pm to 8 pm", "2:00 8:00"),
            ("下午2点", "2 p.m.", "2:00"),
            ("上午9点半", "9.30 am", "9:30"),
            ("{{ fig a.b2 }}元，[见](notices/2026-06)", "[See](notices/2026-06) {{ fig a.b2 }}", ""),
            ("电话 0691-000-0000", "+86 691-000-0000", "691 0 0"),
            ("PM2.5", "PM2.5", "25e-1"),
            ("2024—2028", "2024–2028", "2024 2028"),
        ] {
            assert_eq!(listed(zh), expected, "{zh}");
            assert_eq!(listed(en), expected, "{en}");
        }
    }

    #[test]
    fn words_are_soft_and_odd_forms_do_not_break() {
        for (text, expected) in [
            ("三百二十户", "~320"),
            ("一万二千", "~12000"),
            ("二〇二六年", "~2026"),
            ("十五户", "~15"),
            ("两个", "~2"),
            ("八成", "~80"),
            ("two hundred and six homes", "~206"),
            ("twenty-one and more", "~21"),
            ("one of them", "~1"),
            ("2–4 pm", "2:00 4:00"),
            ("2024–28", "2024 ~2028"),
            ("2026-06-18", "2026 6 18"),
            ("2026.6.18", "2026 6 18"),
            ("90年代", "~1990"),
            ("提 3 点意见", "3"),
            ("3点意见", "3"),
            ("99999999999999999999999999", "18446744073709551615"),
            ("<a href=\"x12\">13</a> https://x.org/14", "13"),
            ("{{ 15", "15"),
            ("", ""),
        ] {
            assert_eq!(listed(text), expected, "{text}");
        }
    }
}
