//! Marks within a line as people type them: what is meant as markup becomes it, what is not stays text.
//!
//! In: a line of running text. Out: changes to it. Always: nothing is changed within inline code or a tag; each byte is
//! looked at a bounded number of times.
//!
//! - `**` is strong anywhere. CommonMark decides by spaces whether a mark opens or closes, and Chinese has none:
//!   `**注意。**请看` would stay asterisks. Mending the parser's events is not enough, because in `**“甲”**乙**“丙”**丁`
//!   the wrong marks are already paired; a guard (a noncharacter that the text itself does not hold) makes both sides of the
//!   mark look like words before pairing begins.
//! - One `*` between letters or digits (张*明, 3*4), a row of them (138****0000), a line to be filled in (`____`) and `~~`
//!   between times are text.
//! - `｛｛ fig … ｝｝`, `＊＊…＊＊` and `［…］（…）` are read as their narrow forms.

use std::ops::Range;

use super::cjk::{is_cjk, is_cjk_language, is_shared};
use super::edits::Edits;

/// How far the other half of a mark is looked for.
const NEAR: usize = 600;

/// What was read as meant, for a note.
pub(super) struct Meant {
    pub message: &'static str,
    pub place: Range<usize>,
}

/// What all lines of a body share.
pub(super) struct Marks {
    guard: Option<String>,
    shared_is_wide: bool,
    pub meant: Vec<Meant>,
}

impl Marks {
    pub(super) fn new(text: &str, lang_tag: &str) -> Self {
        let guard = ('\u{FDD0}'..='\u{FDEF}').find(|&c| !text.contains(c)).map(String::from);
        Self { guard, shared_is_wide: is_cjk_language(lang_tag), meant: Vec::new() }
    }

    /// Changes what stands between two places of a line.
    pub(super) fn line(&mut self, edits: &mut Edits<'_>, text: &str, range: Range<usize>) {
        if has_marks(&text.as_bytes()[range.clone()]) {
            Line { marks: self, edits, text: &text[..range.end], first: range.start, due: Vec::new() }.read();
        }
    }

    fn is_wide(&self, c: Option<char>) -> bool {
        c.is_some_and(|c| is_cjk(c) || (self.shared_is_wide && is_shared(c)))
    }
}

/// Whether a line holds anything that [`Line`] may change. Most lines do not: commas of Chinese begin with the same byte as
/// its wide marks, so the next two are looked at as well.
fn has_marks(line: &[u8]) -> bool {
    const CANDIDATE: [bool; 256] = {
        let mut candidate = [false; 256];
        let mut at = 0;
        while at < 6 {
            candidate[[b'*', b'~', b'_', b'[', b'{', 0xEF][at] as usize] = true;
            at += 1;
        }
        candidate
    };
    let is_mark = |(at, &byte): (usize, &u8)| {
        CANDIDATE[usize::from(byte)] && (byte != 0xEF || matches!(line[at + 1..], [0xBC, 0x8A | 0xBB, ..] | [0xBD, 0x9B, ..]))
    };
    line.iter().enumerate().any(is_mark)
}

/// What a due place becomes.
enum Due {
    Text(&'static str),
    Strong,
}

struct Line<'m, 'e, 'a, 't> {
    marks: &'m mut Marks,
    edits: &'e mut Edits<'a>,
    /// Up to the end of the line.
    text: &'t str,
    first: usize,
    /// The other halves of what was read as meant, last first.
    due: Vec<(Range<usize>, Due)>,
}

impl Line<'_, '_, '_, '_> {
    fn read(mut self) {
        let bytes = self.text.as_bytes();
        let mut at = self.first;
        while at < bytes.len() {
            if let Some((place, due)) = self.due.pop_if(|(place, _)| place.start <= at) {
                at = place.end.max(at);
                match due {
                    Due::Text(new) => self.edits.replace(place, new),
                    Due::Strong => self.strong(place, Some("**")),
                }
                continue;
            }
            let byte = bytes[at];
            let row = || bytes[at..].iter().take_while(|&&b| b == byte).count();
            at += match byte {
                b'\\' => 1 + self.text[at + 1..].chars().next().map_or(0, char::len_utf8),
                b'`' => self.code(at, row()),
                b'<' => self.tag(at),
                b'*' => self.stars(at, row()),
                b'_' => self.blank(at, row()),
                b'~' => self.tildes(at, row()),
                b'{' => self.braces(at),
                b'[' => self.brackets(at),
                0xEF => match bytes.get(at + 1..at + 3) {
                    Some([0xBC, 0x8A]) => self.wide_stars(at),
                    Some([0xBC, 0xBB]) => self.brackets(at),
                    Some([0xBD, 0x9B]) => self.braces(at),
                    _ => 3,
                },
                _ => 1,
            };
        }
    }

    fn before(&self, at: usize) -> Option<char> {
        self.text[self.first..at].chars().next_back()
    }

    fn after(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// The text from a place on, as far as is looked.
    fn near(&self, at: usize) -> &str {
        let mut end = (at + NEAR).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        &self.text[at.min(end)..end]
    }

    /// Length of inline code, else of the row of backticks.
    fn code(&self, at: usize, row: usize) -> usize {
        let rest = self.near(at + row).as_bytes();
        let mut from = 0;
        while let Some(found) = rest[from..].iter().position(|&b| b == b'`').map(|i| from + i) {
            let other = rest[found..].iter().take_while(|&&b| b == b'`').count();
            if other == row {
                return row + found + other;
            }
            from = found + other;
        }
        row
    }

    fn tag(&self, at: usize) -> usize {
        let is_tag = self.text.as_bytes().get(at + 1).is_some_and(|b| b.is_ascii_alphabetic() || matches!(b, b'/' | b'!'));
        if is_tag { self.near(at).find('>').map_or(1, |i| i + 1) } else { 1 }
    }

    fn escape(&mut self, range: Range<usize>) {
        range.for_each(|at| self.edits.insert(at, "\\"));
    }

    fn stars(&mut self, at: usize, row: usize) -> usize {
        let (before, after) = (self.before(at), self.after(at + row));
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let between_digits = is_digit(before) && is_digit(after);
        match row {
            1 if is_word(before) && is_word(after) => self.escape(at..at + 1),
            1 if !is_digit(before) && !is_digit(after) => self.guarded(at..at + 1),
            1 => {}
            // A name or a number with its middle hidden.
            2.. if between_digits || row > 3 => self.escape(at..at + row),
            _ => self.strong(at..at + row, None),
        }
        row
    }

    /// Two stars, made to open and to close as they are meant to.
    fn strong(&mut self, place: Range<usize>, new: Option<&str>) {
        let (before, after) = (self.before(place.start), self.after(place.end));
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let closes = is_word(before) && after.is_some_and(|c| CLOSING.contains(c));
        let opens = is_word(after) && before.is_some_and(|c| OPENING.contains(c));
        let spaced = new.is_none() && after == Some(' ') && self.is_spaced_pair(place.end);
        let spaced_end = new.is_none() && before == Some(' ') && self.is_spaced_end(place.clone());
        let one_word = is_word(before) != is_word(after);
        let guard_before = spaced_end || (one_word && !opens && before.is_some_and(is_mark));
        let guard_after = spaced || (one_word && !closes && after.is_some_and(is_mark));
        self.put_guards(place, new, guard_before, guard_after);
    }

    /// `** 重要 **`: the next stars of the line close.
    fn is_spaced_pair(&self, from: usize) -> bool {
        let rest = self.near(from);
        rest.find("**").is_some_and(|i| i > 2 && rest[..i].ends_with(' ') && !rest[..i].trim().is_empty())
    }

    fn is_spaced_end(&self, place: Range<usize>) -> bool {
        let mut start = place.start.saturating_sub(NEAR).max(self.first);
        while !self.text.is_char_boundary(start) {
            start += 1;
        }
        let head = &self.text[start..place.start];
        head.rfind("**").is_some_and(|i| head[i + 2..].starts_with(' ') && !head[i + 2..].trim().is_empty())
    }

    /// The guard beside one star, or two tildes, where a wide character stands beside them.
    fn guarded(&mut self, place: Range<usize>) {
        let (before, after) = (self.before(place.start), self.after(place.end));
        let is_wide = self.marks.is_wide(before) || self.marks.is_wide(after);
        self.put_guards(place, None, is_wide && before.is_some_and(is_mark), is_wide && after.is_some_and(is_mark));
    }

    fn put_guards(&mut self, place: Range<usize>, new: Option<&str>, before: bool, after: bool) {
        let guard = self.marks.guard.as_deref();
        if let Some(guard) = guard.filter(|_| before) {
            self.edits.insert(place.start, guard);
        }
        if let Some(new) = new {
            self.edits.replace(place.clone(), new);
        }
        if let Some(guard) = guard.filter(|_| after) {
            self.edits.insert(place.end, guard);
        }
    }

    /// A line to be filled in.
    fn blank(&mut self, at: usize, row: usize) -> usize {
        if row > 2 {
            self.escape(at..at + row);
        }
        row
    }

    fn tildes(&mut self, at: usize, row: usize) -> usize {
        if row == 2 {
            if is_time_end(&self.text[self.first..at]) && is_time(&self.text[at + 2..]) {
                self.escape(at..at + 2);
            } else {
                self.guarded(at..at + 2);
            }
        }
        row
    }

    fn is_wide_at(&self, at: usize) -> bool {
        self.text.as_bytes().get(at) == Some(&0xEF)
    }

    fn meant(&mut self, message: &'static str, place: Range<usize>) {
        self.marks.meant.push(Meant { message, place });
    }

    fn later(&mut self, place: Range<usize>, due: Due) {
        self.due.push((place, due));
        crate::order::sort_by_key(&mut self.due, |(place, _)| std::cmp::Reverse(place.start));
    }

    /// `｛｛ fig 期末 ｝｝`, also half wide.
    fn braces(&mut self, at: usize) -> usize {
        let one = self.after(at).map_or(1, char::len_utf8);
        let rest = self.near(at);
        let mut open = rest.char_indices().take_while(|(_, c)| matches!(c, '{' | '｛'));
        let (Some((_, first)), Some((_, second)), None) = (open.next(), open.next(), open.next()) else { return one };
        let inner = first.len_utf8() + second.len_utf8();
        let Some(end) = rest[inner..].find(['}', '｝', '{', '｛']).map(|i| inner + i) else { return one };
        let mut close = rest[end..].chars();
        let (Some(third @ ('}' | '｝')), Some(fourth @ ('}' | '｝'))) = (close.next(), close.next()) else { return one };
        if [first, second, third, fourth].iter().all(char::is_ascii) || !rest[inner..end].trim_start().starts_with("fig") {
            return one;
        }
        let ends = [(at + end, third, "}"), (at + end + third.len_utf8(), fourth, "}")];
        self.meant("com-03-wide-braces", at..ends[1].0 + fourth.len_utf8());
        for (place, c, new) in [(at, first, "{"), (at + first.len_utf8(), second, "{")] {
            self.edits.replace(place..place + c.len_utf8(), new);
        }
        for (place, c, new) in ends {
            self.later(place..place + c.len_utf8(), Due::Text(new));
        }
        inner
    }

    /// `＊＊重要＊＊`
    fn wide_stars(&mut self, at: usize) -> usize {
        const STAR: &str = "＊";
        let row = self.text[at..].chars().take_while(|&c| c == '＊').count();
        let length = row * STAR.len();
        let inner = at + length;
        let opens = self.after(inner).is_some_and(|c| !c.is_whitespace() && !CLOSING.contains(c));
        if row != 2 || !opens {
            return length;
        }
        let rest = self.near(inner);
        let Some(end) = rest.find("＊＊").filter(|&i| i > 0 && !rest[..i].ends_with([' ', '　'])) else { return length };
        if rest[end + length..].starts_with(STAR) {
            return length;
        }
        let end = inner + end;
        self.meant("com-03-wide-stars", at..end + length);
        self.strong(at..inner, Some("**"));
        self.later(end..end + length, Due::Strong);
        length
    }

    /// `［停水通知］（notices/water）`, also half wide.
    fn brackets(&mut self, at: usize) -> usize {
        let one = if self.is_wide_at(at) { 3 } else { 1 };
        let rest = self.near(at + one);
        let end = rest.find(['[', '［', ']', '］']).filter(|&i| i > 0 && rest[i..].starts_with([']', '］']));
        let Some(end) = end else { return one };
        let close = rest[end..].chars().next().map_or(1, char::len_utf8);
        let address = &rest[end + close..];
        let Some(paren) = address.chars().next().filter(|c| matches!(c, '(' | '（')) else { return one };
        let written = &address[paren.len_utf8()..];
        let Some(stop) = written.find([')', '）']) else { return one };
        let last = written[stop..].chars().next().map_or(1, char::len_utf8);
        let is_wide = one == 3 || close == 3 || paren != '(' || last == 3;
        if !is_wide || !is_address(written[..stop].trim()) {
            return one;
        }
        let close = at + one + end..at + one + end + close;
        let open = close.end..close.end + paren.len_utf8();
        let stop = open.end + stop..open.end + stop + last;
        self.meant("com-03-wide-brackets", at..stop.end);
        if self.text[self.first..at].ends_with('！') {
            let mark = at - '！'.len_utf8();
            self.edits.replace(mark..at, "!");
        }
        self.edits.replace(at..at + one, "[");
        self.later(close, Due::Text("]"));
        self.later(open, Due::Text("("));
        self.later(stop, Due::Text(")"));
        one
    }
}

/// What ends a phrase: behind a word and before one of these, stars do not open.
const CLOSING: &str = "，。、；：！？）》」』】〕〉”’,.;:!?)]}";
/// What begins one.
const OPENING: &str = "（《「『【〔〈“‘([{";

/// What a link in running text may lead to, as far as its letters tell: `notices/water`, `plan.pdf`, `#when`.
fn is_address(text: &str) -> bool {
    let is_file = text
        .rsplit_once('.')
        .is_some_and(|(name, end)| !name.is_empty() && (2..=5).contains(&end.len()) && end.bytes().all(|b| b.is_ascii_alphanumeric()));
    !text.is_empty()
        && !text.contains(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '<' | '>' | '\\' | '`' | '*'))
        && (is_file || (text.is_ascii() && text.contains(['/', '#', ':'])))
}

/// Whether a text ends in a time or a day: `8:00`, `9时`, `18日`, `周一`.
fn is_time_end(text: &str) -> bool {
    let mut back = text.chars().rev();
    match back.next() {
        Some(c) if c.is_ascii_digit() || matches!(c, '时' | '点' | '分' | '号' | '月' | '年' | '０'..='９') => true,
        Some('一' | '二' | '三' | '四' | '五' | '六' | '日' | '天') => {
            let unit = back.next();
            unit.is_some_and(|c| matches!(c, '周' | '期') || c.is_ascii_digit())
        }
        _ => false,
    }
}

/// Whether a text begins with one.
fn is_time(text: &str) -> bool {
    let words = ["上午", "下午", "晚", "中午", "凌晨", "次日", "周", "星期"];
    text.starts_with(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c)) || words.iter().any(|w| text.starts_with(w))
}

/// Punctuation or symbol. Saying yes too often (combining marks) changes nothing.
fn is_mark(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !c.is_control()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::Cow;

    fn changed(text: &str) -> String {
        let mut edits = Edits::new(text);
        Marks::new(text, "zh-Hans").line(&mut edits, text, 0..text.len());
        edits.finish().text.replace('\u{FDD0}', "·")
    }

    #[test]
    fn marks_are_read_as_meant() {
        for (text, expected) in [
            ("张*明、3*4", "张\\*明、3\\*4"),
            ("每人*限2份*，", "每人\\*限2份*·，"),
            ("3*（4+5）*6", "3*（4+5）*6"),
            ("138****0000、139****1111", "138\\*\\*\\*\\*0000、139\\*\\*\\*\\*1111"),
            ("张**、李**", "张**、李**"),
            ("**注意。**请看", "**注意。·**请看"),
            ("**foo.**bar", "**foo.·**bar"),
            ("** 重要 ** 通知", "**· 重要 ·** 通知"),
            ("** 甲", "** 甲"),
            ("8:00~~11:30，~~旧~~", "8:00\\~\\~11:30，·~~旧~~"),
            ("周一~~周五", "周一\\~\\~周五"),
            ("签字：____（章）____", "签字：\\_\\_\\_\\_（章）\\_\\_\\_\\_"),
            ("`张*明` <b title=\"3*4\">", "`张*明` <b title=\"3*4\">"),
            ("余额 ｛｛ fig 期末 ｝｝，{｛fig a.b｝}", "余额 {{ fig 期末 }}，{{fig a.b}}"),
            ("｛｛ 甲 ｝｝", "｛｛ 甲 ｝｝"),
            ("＊＊重要。＊＊通知", "**重要。·**通知"),
            ("张＊＊、李＊＊", "张＊＊、李＊＊"),
            ("见［停水*通*知］（notices/water）", "见[停水\\*通\\*知](notices/water)"),
            ("[表]（plan.pdf） ！［图］（图.jpg）", "[表](plan.pdf) ![图](图.jpg)"),
            ("［2026］（3）号，[注]（见下）", "［2026］（3）号，[注]（见下）"),
            ("［点］（javascript:alert(1)）", "［点］（javascript:alert(1)）"),
        ] {
            assert_eq!(changed(text), expected, "{text}");
        }
    }

    #[test]
    fn a_text_that_holds_the_guard_keeps_it() {
        let own = "\u{FDD0}**甲。**乙";
        assert_eq!(changed(own).replace('\u{FDD1}', "|"), "·|**甲。|**乙");
        let all: String = ('\u{FDD0}'..='\u{FDEF}').chain("**甲。**乙".chars()).collect();
        let mut edits = Edits::new(&all);
        Marks::new(&all, "zh").line(&mut edits, &all, 0..all.len());
        assert!(matches!(edits.finish().text, Cow::Borrowed(_)));
    }
}
