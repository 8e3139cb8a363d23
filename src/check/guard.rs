//! The personal-data guard: identity and bank-card numbers by check figure, mobile numbers and dwellings by shape and
//! what stands beside them; and signs that no text may hold.
//!
//! In: any text that would be published, and names of files. Out: COM-10 and COM-12 errors, COM-11, COM-13 and COM-14 warnings,
//! E102 errors at the very characters. Always: a text is read as readers see it, in one pass; nothing is copied where fewer
//! digits stand together than a number has; a longer run of digits is no number of these; a number of a thing is none of a person.
//!
//! - `digits.rs` says which digits readers put together, `numbers.rs` what these are, `words.rs` what stands beside them

use std::ops::Range;
use std::sync::Arc;

use super::dwelling;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::signs::{self, Unfit};
use crate::source::{Source, Span};
use crate::value::Date;

mod digits;
mod numbers;
mod words;

pub(super) use digits::Layout;
use digits::{Extent, Gap, Group};

/// Nobody builds a site before this program was written: births before are past on any day.
const WRITTEN: i16 = 2026;

/// What was found at some characters.
struct Hit {
    range: Range<usize>,
    code: &'static str,
    severity: Severity,
    message: &'static str,
    /// How it should be written, or what it is called.
    shown: (&'static str, String),
    /// How an answer names the number.
    named: Option<String>,
    /// The birthday that makes it a number, where that may lie ahead.
    since: Option<Date>,
}

impl Hit {
    fn new(range: Range<usize>, code: &'static str, severity: Severity, message: &'static str) -> Self {
        Self { range, code, severity, message, shown: ("masked", String::new()), named: None, since: None }
    }

    fn masked(self, masked: String) -> Self {
        Self { shown: ("masked", masked), ..self }
    }

    /// Of an identity or card number.
    fn number(self, digits: &[u8]) -> Self {
        Self { named: Some(numbers::named(digits)), ..self.masked(numbers::masked(digits)) }
    }
}

/// Everything wrong in one text.
pub fn scan_source(source: &Arc<Source>) -> Vec<Diagnostic> {
    scan_as(source, Layout::Running)
}

/// The same of a text that is laid out in a way.
pub(super) fn scan_as(source: &Arc<Source>, layout: Layout) -> Vec<Diagnostic> {
    let mut hits = hits(&source.text, layout);
    hits.retain(|hit| hit.code != "COM-13" || !is_office_line(source, hit.range.start));
    hits.into_iter().map(|hit| diagnostic(hit, Arc::clone(&source.path), Some(source))).collect()
}

/// The same of what begins within a part of a text, the rest of which says what stands around; each finding holds its own line.
pub(super) fn scan_part(path: &Arc<str>, text: &str, (part, lines_before): (Range<usize>, usize), layout: Layout) -> Vec<Diagnostic> {
    // A file beside a record is handed on as it is: its signs are its own.
    let hits = hits(text, layout).into_iter().filter(|hit| hit.code != "E102" && part.contains(&hit.range.start));
    let one = |mut hit: Hit| {
        let floor = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let start = text[..hit.range.start].rfind('\n').map_or(0, |i| i + 1).max(floor(hit.range.start.saturating_sub(LONGEST_LINE)));
        let end = text[hit.range.end..].find('\n').map_or(text.len(), |i| hit.range.end + i).min(floor(hit.range.end + LONGEST_LINE));
        let lines = lines_before + text[..start].bytes().filter(|b| *b == b'\n').count();
        let line = Source::part(Arc::clone(path), &text[start..end], lines);
        hit.range = hit.range.start - start..hit.range.end - start;
        diagnostic(hit, Arc::clone(path), Some(&line))
    };
    hits.map(one).collect()
}

/// What is kept around a number of a long file, in bytes.
const LONGEST_LINE: usize = 2000;

/// The same in the name of a file.
pub(super) fn scan_name(path: &Arc<str>, name: &str) -> Vec<Diagnostic> {
    hits(name, Layout::Running).into_iter().map(|hit| diagnostic(hit, Arc::clone(path), None)).collect()
}

fn diagnostic(hit: Hit, path: Arc<str>, source: Option<&Arc<Source>>) -> Diagnostic {
    let mut finding = Diagnostic::new(hit.severity, hit.code, hit.message, path).arg(hit.shown.0, hit.shown.1);
    if let Some(named) = hit.named {
        finding = finding.arg("at", named);
    }
    finding.since = hit.since.map(|day| day.to_string());
    finding.span = source.map(|source| Span::new(source, hit.range));
    finding
}

/// Whether a number stands as the value of a field for office telephones, in front matter or settings.
fn is_office_line(source: &Source, at: usize) -> bool {
    let text = &source.text;
    let line = &text[text[..at].rfind('\n').map_or(0, |i| i + 1)..at];
    if source.path.ends_with(".toml") {
        return line.split('=').next().is_some_and(|key| key.trim() == "phone");
    }
    let front = text.starts_with("---") && text.find("\n---").is_some_and(|end| at < end);
    let key = line.rfind(": ").map(|colon| line[..colon].rsplit(['{', ',', ' ', '"', '\'']).next().unwrap_or(""));
    front && key.is_some_and(|key| matches!(key, "phone" | "电话"))
}

/// What a byte may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Nothing,
    Digit,
    Control,
    /// A sign that is more than one byte long.
    Sign,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Nothing; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'0'..=b'9' => Class::Digit,
            b'\n' | b'\r' | b'\t' => Class::Nothing,
            0..0x20 | 0x7F => Class::Control,
            0xC2 | 0xD9 | 0xDB | 0xE0 | 0xE1 | 0xE2 | 0xEF | 0xF0..=0xF4 => Class::Sign,
            _ => Class::Nothing,
        };
        byte += 1;
    }
    classes
};

/// Unfit signs told of one text; a file that is no text is full of them.
const MOST_SIGNS: usize = 100;

fn hits(text: &str, layout: Layout) -> Vec<Hit> {
    let mut found = Vec::new();
    let mut signs_left = MOST_SIGNS;
    let mut isolates = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = (at..bytes.len()).find(|&i| CLASSES[usize::from(bytes[i])] != Class::Nothing) {
        at = start + 1;
        let is_digit = match CLASSES[usize::from(bytes[start])] {
            Class::Digit => true,
            Class::Control => {
                if signs_left > 0 {
                    found.push(unfit(start..start + 1, char::from(bytes[start]), Unfit::Control));
                    signs_left -= 1;
                }
                false
            }
            _ => match sign(text, start) {
                Some(c) if signs::is_isolate(c) => {
                    isolates.push((start..start + c.len_utf8(), c));
                    false
                }
                Some(c) => match signs::unfit(c) {
                    Some(why) => {
                        if signs_left > 0 {
                            found.push(unfit(start..start + c.len_utf8(), c, why));
                            signs_left -= 1;
                        }
                        false
                    }
                    None => true,
                },
                None => false,
            },
        };
        if is_digit && let Some(extent) = digits::extent(text, start, layout) {
            at = extent.end.max(at);
            written_sign(text, start, &mut found);
            region(text, &extent, layout, &mut found);
        }
    }
    let mut from = 0;
    for line in isolates.chunk_by(|a, b| !text[a.0.end..b.0.start].contains('\n')) {
        found.extend(signs::unpaired(line).into_iter().map(|(at, c)| unfit(at, c, Unfit::Direction)));
    }
    let before = found.len();
    while from < bytes.len() {
        let at = (0..=from).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        from += digits::HAN_STEP;
        if text[at..].chars().next().is_some_and(|c| digits::han_digit(c).is_some())
            && let Some(extent) = digits::han_extent(text, at, layout)
        {
            from = from.max(extent.end);
            if extent.digits >= 11 {
                judge_region(text, &extent, layout, &mut found);
            }
        }
    }
    if found.len() > before || !isolates.is_empty() {
        crate::order::sort_by_key(&mut found, |hit| hit.range.start);
    }
    found
}

/// A sign of several bytes that is a digit or none that a text may hold.
fn sign(text: &str, at: usize) -> Option<char> {
    let bytes = &text.as_bytes()[at..];
    // Most signs that begin so are neither, and a second look tells.
    let may_be = match bytes {
        [0xC2, 0x80..=0x9F | 0xB2 | 0xB3 | 0xB9, ..] | [0xD9, 0xA0..=0xA9, ..] | [0xDB, 0xB0..=0xB9, ..] => true,
        [0xEF, 0xBC, last, ..] => (0x90..=0x99).contains(last),
        [0xEF, 0xB7 | 0xBF, ..] | [0xE0 | 0xE1, ..] | [0xF0..=0xF4, ..] => true,
        [0xE2, 0x80, last, ..] => (0xAA..=0xAE).contains(last),
        [0xE2, 0x81 | 0x82 | 0x91..=0x93 | 0x9D | 0x9E, ..] => true,
        _ => false,
    };
    let c = text[at..].chars().next().filter(|_| may_be)?;
    (signs::is_isolate(c) || signs::unfit(c).is_some() || c.is_numeric()).then_some(c)
}

fn unfit(range: Range<usize>, c: char, why: Unfit) -> Hit {
    let message = match why {
        Unfit::Control => "e102-control",
        Unfit::Direction => "e102-direction",
    };
    Hit { shown: ("sign", signs::name(c)), ..Hit::new(range, "E102", Severity::Error, message) }
}

/// A sign that no text may hold, as an entity: its number begins here.
fn written_sign(text: &str, at: usize, found: &mut Vec<Hit>) {
    let back = match &text.as_bytes()[..at] {
        [.., b'&', b'#'] => 2,
        [.., b'&', b'#', b'x' | b'X'] => 3,
        _ => return,
    };
    if let Some((c, length)) = digits::written(text, at - back)
        && let Some(why) = signs::unfit(c)
    {
        found.push(unfit(at - back..at - back + length, c, why));
    }
}

fn region(text: &str, extent: &Extent, layout: Layout, found: &mut Vec<Hit>) {
    if extent.digits < 3 {
        return;
    }
    let before = found.len();
    if extent.digits >= 11 {
        judge_region(text, extent, layout, found);
    }
    digits::simple(text, extent.start, extent.end, |range| {
        let count = text[range.clone()].chars().filter(|c| c.is_numeric()).count();
        let is_told = found[before..].iter().any(|hit| hit.range.start < range.end && range.start < hit.range.end);
        if (3..11).contains(&count)
            && !is_told
            && let Some(range) = dwelling::at(text, range)
        {
            let masked = dwelling::masked(&text[range.clone()]);
            found.push(Hit::new(range, "COM-14", Severity::Warning, "com-14-dwelling").masked(masked));
        }
    });
}

/// Numbers among the groups of a region.
fn judge_region(text: &str, extent: &Extent, layout: Layout, found: &mut Vec<Hit>) {
    let mut groups = digits::groups(text, extent, layout);
    read_backwards(text, &mut groups);
    for group in &mut groups {
        // The way to dial into the country.
        if group.digits.len() >= 15 && group.digits.starts_with(b"0086") {
            group.digits.drain(..4);
        }
    }
    let before = found.len();
    let mut rest: &[Group] = &groups;
    while !rest.is_empty() {
        let (from, to) = next_identity(rest).unwrap_or((rest.len(), rest.len()));
        let (others, number) = (&rest[..from], &rest[from..to]);
        let apart = |a: &Group, b: &Group| is_border(b.gap) && a.end <= b.start;
        others.chunk_by(|a, b| !apart(a, b)).for_each(|segment| judge_segment(text, segment, found));
        if !number.is_empty() {
            found.extend(identity(text, number));
        }
        rest = &rest[to..];
    }
    // Half of a number before a comma or at the end of a line.
    if let [a, b] = groups.as_slice()
        && is_border(b.gap)
        && found.len() == before
    {
        found.extend(in_two(text, a, b));
    }
    crate::order::sort_by_key(&mut found[before..], |hit| hit.range.start);
}

fn is_border(gap: Gap) -> bool {
    matches!(gap, Gap::Wide | Gap::Line)
}

/// What an override of the direction turned is turned again.
fn read_backwards(text: &str, groups: &mut Vec<Group>) {
    let (Some(start), Some(end)) = (groups.first().map(|g| g.start), groups.last().map(|g| g.end)) else { return };
    let before = &text[..start];
    let after_x = before.strip_suffix(['X', 'x']);
    if !after_x.unwrap_or(before).ends_with('\u{202E}') {
        return;
    }
    let mut digits = all_digits(groups);
    digits.reverse();
    digits.extend(after_x.map(|_| b'X'));
    let start = start - usize::from(after_x.is_some());
    *groups = vec![Group { start, end, digits, gap: Gap::Plain }];
}

fn all_digits(groups: &[Group]) -> Vec<u8> {
    groups.iter().flat_map(|g| g.digits.iter().copied()).collect()
}

fn range(groups: &[Group]) -> Range<usize> {
    groups.first().map_or(0, |g| g.start)..groups.last().map_or(0, |g| g.end)
}

/// The first groups that make an identity number together, with one wide gap at most.
fn next_identity(groups: &[Group]) -> Option<(usize, usize)> {
    for from in 0..groups.len() {
        let (mut digits, mut wide) = (0, 0);
        for (to, group) in groups.iter().enumerate().skip(from) {
            wide += usize::from(to > from && is_border(group.gap));
            digits += group.digits.len();
            if wide > 1 || digits > 18 {
                break;
            }
            if digits == 18 && numbers::identity(&all_digits(&groups[from..=to])).is_some_and(|(_, right)| right) {
                return Some((from, to + 1));
            }
        }
    }
    None
}

fn identity(text: &str, groups: &[Group]) -> Option<Hit> {
    let (digits, range) = (all_digits(groups), range(groups));
    let (born, right) = numbers::identity(&digits)?;
    let beside = words::beside(text, &range);
    if beside.other && !beside.identity {
        return None;
    }
    let hit = match right {
        true => Hit::new(range, "COM-10", Severity::Error, "com-10-identity"),
        false => Hit::new(range, "COM-11", Severity::Warning, "com-11-identity-like"),
    };
    Some(Hit { since: (born.year() >= WRITTEN).then_some(born), ..hit.number(&digits) })
}

/// Groups with single signs between them: one number as people group it, else each by itself.
fn judge_segment(text: &str, groups: &[Group], found: &mut Vec<Hit>) {
    if groups.len() > 1
        && let Some(hit) = card(text, groups).or_else(|| mobile(text, groups))
    {
        found.push(hit);
        return;
    }
    for group in groups {
        let group = std::slice::from_ref(group);
        found.extend(card(text, group).or_else(|| identity(text, group)).or_else(|| old_identity(group)).or_else(|| mobile(text, group)));
    }
}

fn sizes(groups: &[Group]) -> Vec<usize> {
    groups.iter().map(|g| g.digits.len()).collect()
}

fn card(text: &str, groups: &[Group]) -> Option<Hit> {
    let sizes = sizes(groups);
    let is_written_so = matches!(sizes.as_slice(), [16..=19] | [4, 4, 4, 4] | [4, 4, 4, 4, 1..=3] | [6, 10 | 12 | 13]);
    let digits = if is_written_so { all_digits(groups) } else { return None };
    if !numbers::is_card(&digits) {
        return None;
    }
    let range = range(groups);
    let beside = words::beside(text, &range);
    let in_fours = sizes == [4, 4, 4, 4];
    if !beside.banking && (beside.other || beside.numbered || (in_fours && is_series(groups))) {
        return None;
    }
    // So are rows of rooms, readings and years written, and one row in ten has a right check digit.
    let hit = match in_fours && !beside.banking {
        true => Hit::new(range, "COM-12", Severity::Warning, "com-12-card-like"),
        false => Hit::new(range, "COM-12", Severity::Error, "com-12-card"),
    };
    Some(hit.number(&digits))
}

/// Four numbers of four digits that count something: doors that all differ, or a climb within a thousand.
fn is_series(groups: &[Group]) -> bool {
    let numbers: Vec<u32> = groups.iter().map(|g| g.digits.iter().fold(0, |n, d| n * 10 + u32::from(d - b'0'))).collect();
    let is_door = |n: &u32| (1..=60).contains(&(n / 100)) && (1..=40).contains(&(n % 100));
    let differ = numbers.iter().enumerate().all(|(i, n)| !numbers[..i].contains(n));
    let climbs = numbers.is_sorted_by(|a, b| a < b) && numbers[numbers.len() - 1] - numbers[0] < 1000;
    differ && (climbs || numbers.iter().all(is_door))
}

fn old_identity(groups: &[Group]) -> Option<Hit> {
    let [group] = groups else { return None };
    let hit = || Hit::new(range(groups), "COM-11", Severity::Warning, "com-11-old-identity");
    numbers::is_old_identity(&group.digits).then(|| hit().number(&group.digits))
}

/// With or without the country's prefix, grouped as people do or not at all.
fn mobile(text: &str, groups: &[Group]) -> Option<Hit> {
    let is_prefix = |g: &Group| matches!(g.digits.as_slice(), b"86" | b"0086");
    let own = if groups.len() > 1 && groups.first().is_some_and(is_prefix) { &groups[1..] } else { groups };
    let mut digits = all_digits(own);
    let is_odd = own.iter().skip(1).all(|g| g.gap != Gap::Plain);
    match sizes(own).as_slice() {
        [11] | [3, 4, 4] | [3, 8] | [4, 3, 4] | [4, 4, 3] | [7, 4] => {}
        [13] if digits.starts_with(b"86") => drop(digits.drain(..2)),
        [15] if digits.starts_with(b"0086") => drop(digits.drain(..4)),
        [6, 5] if is_odd && !is_counted(text, own) => {}
        _ => return None,
    }
    let range = range(groups);
    if !numbers::is_mobile(&digits) || is_in_code(text, &range) || words::is_of_a_thing(text, range.start) {
        return None;
    }
    let shown = String::from_utf8_lossy(&digits);
    let shown = format!("{}****{}", &shown[..3], &shown[7..]);
    Some(Hit::new(range, "COM-13", Severity::Warning, "com-13-mobile").masked(shown))
}

/// A card or mobile number of two groups far from each other.
fn in_two(text: &str, a: &Group, b: &Group) -> Option<Hit> {
    let groups = [a.clone(), b.clone()];
    match sizes(&groups).as_slice() {
        [6, 10 | 12 | 13] => card(text, &groups),
        // A column of figures has line ends between them, too.
        [6, 5] if b.gap == Gap::Wide => mobile(text, &groups),
        _ => None,
    }
}

/// Whether the last of several numbers is an amount or counts something.
fn is_counted(text: &str, groups: &[Group]) -> bool {
    let after = text[range(groups).end..].trim_start_matches(' ');
    after.starts_with(['元', '万', '亿', '人', '户', '份', '张', '次', '㎡', '%', '％', '平', '个', '件', '盏', '吨', '度'])
}

/// Whether the digits are a part of a longer word, such as a digest, that is no number of a person with some letters beside it.
fn is_in_code(text: &str, range: &Range<usize>) -> bool {
    let is_word = |b: &&u8| b.is_ascii_alphanumeric();
    let bytes = text.as_bytes();
    let before = bytes[..range.start].iter().rev().take(8).take_while(is_word).count();
    let after = bytes[range.end..].iter().take(8).take_while(is_word).count();
    before + after >= 6 || (before > 0 && after > 0)
}

#[cfg(test)]
mod tests;
