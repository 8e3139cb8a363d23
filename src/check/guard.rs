//! The personal-data guard: identity and bank-card numbers by checksum, mobile numbers and dwellings by shape and
//! what stands beside them.
//!
//! In: any text that would be published. Out: COM-10 and COM-12 errors, COM-11, COM-13 and COM-14 warnings at the very
//! characters. Always: linear in the text, and nothing is copied where fewer digits stand together than a number has;
//! full-width digits count; a longer run of digits is no number of these.
//! Sources: GB 11643-1999 (mod 11-2 check character), ISO/IEC 7812 (Luhn), the numbering plan for mobile telephones.

use std::ops::Range;
use std::sync::Arc;

use super::dwelling;
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::{Source, Span};
use crate::value::Date;

/// Tables and texts among the attachments are read up to this size.
pub const MAX_TABLE: u64 = 8 * 1024 * 1024;

/// A run of digits as written, with single spaces or hyphens inside allowed.
struct Run {
    start: usize,
    end: usize,
    /// ASCII digits, and a final `X`.
    digits: Vec<u8>,
    grouped: bool,
}

/// What was found at some characters.
struct Hit {
    range: Range<usize>,
    code: &'static str,
    severity: Severity,
    message: &'static str,
    masked: String,
}

/// Everything wrong in one text.
pub fn scan_source(source: &Arc<Source>) -> Vec<Diagnostic> {
    let mut hits = hits(&source.text);
    hits.retain(|hit| hit.code != "COM-13" || !is_office_line(&source.text, hit.range.start));
    hits.into_iter().map(|hit| diagnostic(hit, Arc::clone(&source.path), Some(source))).collect()
}

/// The same in the name of a file.
pub fn scan_name(path: &Arc<str>, name: &str) -> Vec<Diagnostic> {
    hits(name).into_iter().map(|hit| diagnostic(hit, Arc::clone(path), None)).collect()
}

fn diagnostic(hit: Hit, path: Arc<str>, source: Option<&Arc<Source>>) -> Diagnostic {
    let mut finding = Diagnostic::new(hit.severity, hit.code, hit.message, path).arg("masked", hit.masked);
    finding.span = source.map(|source| Span::new(source, hit.range));
    finding
}

/// Whether a number stands in the front matter as the value of a field for office telephones.
fn is_office_line(text: &str, at: usize) -> bool {
    let front = text.starts_with("---") && text.find("\n---").is_some_and(|end| at < end);
    let line = &text[text[..at].rfind('\n').map_or(0, |i| i + 1)..at];
    let key = line.rfind(": ").map(|colon| line[..colon].rsplit(['{', ',', ' ', '"', '\'']).next().unwrap_or(""));
    front && key.is_some_and(|key| matches!(key, "phone" | "电话"))
}

fn hits(text: &str) -> Vec<Hit> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = (at..bytes.len()).find(|&i| digit_at(bytes, i).is_some()) {
        let region = region(bytes, start);
        at = region.end;
        if region.digits >= 11 {
            judge_region(text, &region, &mut found);
        } else if region.digits >= 3
            && let Some(range) = dwelling::at(text, region.start..region.end)
        {
            let masked = dwelling::masked(&text[range.clone()]);
            found.push(Hit { range, code: "COM-14", severity: Severity::Warning, message: "com-14-dwelling", masked });
        }
    }
    found
}

/// Digits that stand together, single spaces and hyphens between them.
struct Region {
    start: usize,
    end: usize,
    digits: usize,
}

/// The digit that begins at a byte, and its length.
fn digit_at(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    match *bytes.get(at)? {
        d @ b'0'..=b'9' => Some((d, 1)),
        0xEF if bytes.get(at + 1) == Some(&0xBC) => {
            let last = *bytes.get(at + 2)?;
            (0x90..=0x99).contains(&last).then(|| (last - 0x90 + b'0', 3))
        }
        _ => None,
    }
}

/// Length of a separator within a number as people group it.
fn gap_at(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [b' ' | b'-', ..] => Some(1),
        // A hard space; a full-width hyphen and space.
        [0xC2, 0xA0, ..] => Some(2),
        [0xEF, 0xBC, 0x8D, ..] | [0xE3, 0x80, 0x80, ..] => Some(3),
        _ => None,
    }
}

fn region(bytes: &[u8], start: usize) -> Region {
    let (mut end, mut digits) = (start, 0);
    loop {
        while let Some((_, len)) = digit_at(bytes, end) {
            end += len;
            digits += 1;
        }
        match gap_at(bytes, end) {
            Some(gap) if digit_at(bytes, end + gap).is_some() => end += gap,
            _ => return Region { start, end, digits },
        }
    }
}

/// The region as one number; else the numbers between its separators.
fn judge_region(text: &str, region: &Region, found: &mut Vec<Hit>) {
    let groups = groups(text, region);
    let whole = Run {
        start: region.start,
        end: groups.last().map_or(region.end, |g| g.end),
        digits: groups.iter().flat_map(|g| g.digits.iter().copied()).collect(),
        grouped: groups.len() > 1,
    };
    let sizes: Vec<usize> = groups.iter().map(|g| g.digits.len()).collect();
    if let Some(hit) = judge(text, &whole, &sizes) {
        found.push(hit);
        return;
    }
    if groups.len() > 1 {
        found.extend(groups.iter().filter_map(|group| judge(text, group, &[group.digits.len()])));
    }
}

fn groups(text: &str, region: &Region) -> Vec<Run> {
    let bytes = text.as_bytes();
    let mut groups: Vec<Run> = Vec::new();
    let mut at = region.start;
    while at < region.end {
        let mut run = Run { start: at, end: at, digits: Vec::new(), grouped: false };
        while let Some((d, len)) = digit_at(bytes, run.end) {
            run.digits.push(d);
            run.end += len;
        }
        at = run.end + gap_at(bytes, run.end).unwrap_or(1);
        groups.push(run);
    }
    // A check character X belongs to a number of exactly seventeen digits.
    if let Some(last) = groups.last_mut()
        && let Some(x) = text[last.end..].chars().next().filter(|c| matches!(c, 'x' | 'X' | 'Ｘ' | 'ｘ'))
        && (last.digits.len() == 17 || region.digits == 17)
    {
        last.digits.push(b'X');
        last.end += x.len_utf8();
    }
    groups
}

fn judge(text: &str, run: &Run, sizes: &[usize]) -> Option<Hit> {
    let joined = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if text[..run.start].chars().next_back().is_some_and(joined) || text[run.end..].chars().next().is_some_and(joined) {
        return None;
    }
    let hit = |code, severity, message, masked| Hit { range: run.start..run.end, code, severity, message, masked };
    let digits = &run.digits;
    if is_identity_number(digits) {
        Some(hit("COM-10", Severity::Error, "com-10-identity", masked(digits)))
    } else if (16..=19).contains(&digits.len()) && is_card(run) {
        Some(hit("COM-12", Severity::Error, "com-12-card", masked(digits)))
    } else if looks_like_identity(run) {
        Some(hit("COM-11", Severity::Warning, "com-11-identity-like", masked(digits)))
    } else if digits.len() == 15 && !run.grouped && is_old_identity(digits) {
        Some(hit("COM-11", Severity::Warning, "com-11-old-identity", masked(digits)))
    } else {
        let mobile = mobile(digits, sizes)?;
        let shown = format!("{}****{}", &mobile[..3], &mobile[7..]);
        Some(hit("COM-13", Severity::Warning, "com-13-mobile", shown))
    }
}

/// How the number should be shown: first six, last four.
fn masked(digits: &[u8]) -> String {
    let text = String::from_utf8_lossy(digits);
    format!("{}{}{}", &text[..6], "*".repeat(text.len() - 10), &text[text.len() - 4..])
}

/// A mobile number of the mainland, with or without the country's prefix, grouped as people do or not at all.
fn mobile(digits: &[u8], sizes: &[usize]) -> Option<String> {
    let (own, sizes) = match (digits, sizes) {
        ([b'8', b'6', own @ ..], [13]) => (own, &[11][..]),
        ([b'8', b'6', own @ ..], [2, rest @ ..]) => (own, rest),
        (own, sizes) => (own, sizes),
    };
    let shape = own.len() == 11 && own[0] == b'1' && own[1] >= b'3' && matches!(sizes, [11] | [3, 4, 4] | [3, 8] | [4, 3, 4] | [7, 4]);
    shape.then(|| String::from_utf8_lossy(own).into_owned())
}

/// Eighteen characters with a province and a birthday that exist, whose check character is wrong: a slip, or made up.
fn looks_like_identity(run: &Run) -> bool {
    run.digits.len() == 18 && !run.grouped && is_province(&run.digits) && birthday(&run.digits[6..14]).is_some()
}

/// The form before 1999: fifteen digits, the year in two.
fn is_old_identity(digits: &[u8]) -> bool {
    let mut long = *b"19000000";
    long[2..].copy_from_slice(&digits[6..12]);
    is_province(digits) && birthday(&long).is_some()
}

/// GB/T 2260: the first two digits name a province.
fn is_province(digits: &[u8]) -> bool {
    let region = (digits[0] - b'0') * 10 + (digits[1] - b'0');
    matches!(region, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83)
}

fn birthday(digits: &[u8]) -> Option<Date> {
    let number = |range: Range<usize>| digits[range].iter().fold(0i16, |n, d| n * 10 + i16::from(d - b'0'));
    Date::new(number(0..4), number(4..6) as i8, number(6..8) as i8).filter(|d| (1900..2100).contains(&d.year()))
}

/// Eighteen characters, a region of the table, a date that exists, and the check character of GB 11643.
fn is_identity_number(digits: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECK: &[u8; 11] = b"10X98765432";
    if digits.len() != 18 || !(b'1'..=b'9').contains(&digits[0]) {
        return false;
    }
    let sum: u32 = digits[..17].iter().zip(WEIGHTS).map(|(d, w)| u32::from(d - b'0') * w).sum();
    birthday(&digits[6..14]).is_some() && digits[17] == CHECK[(sum % 11) as usize]
}

/// Sixteen to nineteen digits with a prefix that banks use and a valid Luhn sum.
fn is_card(run: &Run) -> bool {
    let d = &run.digits;
    if d.contains(&b'X') {
        return false;
    }
    let prefix = |n: usize| d[..n].iter().fold(0u32, |p, x| p * 10 + u32::from(x - b'0'));
    let known = prefix(2) == 62
        || (51..=55).contains(&prefix(2))
        || (2221..=2720).contains(&prefix(4))
        || prefix(1) == 4
        || prefix(4) == 9558
        || prefix(4) == 6011
        || matches!(prefix(2), 35 | 60 | 65 | 68 | 69);
    // A grouped run is a card only in groups as cards are written; single separators elsewhere are dates and lists.
    let plausible = !run.grouped || d.len() == 16 || d.len() == 19;
    let luhn: u32 = d
        .iter()
        .rev()
        .enumerate()
        .map(|(i, x)| {
            let x = u32::from(x - b'0');
            if i % 2 == 1 { if x > 4 { x * 2 - 9 } else { x * 2 } } else { x }
        })
        .sum();
    known && plausible && luhn.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identity_and_card_numbers_are_found_and_other_long_numbers_are_not() {
        for (text, expected) in [
            ("身份证 11010519491231002X。", "COM-10 1:5"),
            ("号码１１０１０５１９４９１２３１００２Ｘ", "COM-10 1:3"),
            ("110105194912310021", "COM-11 1:1"),
            ("130503670401001", "COM-11 1:1"),
            ("130503671301001", ""),
            ("1101051949123100 2X", "COM-10 1:1"),
            ("110105 19491231 002X", "COM-10 1:1"),
            ("身份证 110105 1949 1231 002X", "COM-10 1:5"),
            ("打 13800138000 报名", "COM-13 1:3"),
            ("打１３８００１３８０００", "COM-13 1:2"),
            ("+86 138 0013 8000", "COM-13 1:2"),
            ("+8613800138000", "COM-13 1:2"),
            ("2026 13800138000", "COM-13 1:6"),
            ("138-0013-8000", "COM-13 1:1"),
            ("138****8000", ""),
            ("12800138000", ""),
            ("113800138000", ""),
            ("SF13800138000", ""),
            ("(2026)云0102民初13800138000123号", ""),
            ("0691-000-0000", ""),
            ("3-1802 业主李某", "COM-14 1:1"),
            ("案号 1101051949123100219", ""),
            ("A11010519491231002X", ""),
            ("卡号6222 0200 0000 0000 003", ""),
            ("卡号 4111 1111 1111 1111", "COM-12 1:4"),
            ("4111111111111111", "COM-12 1:1"),
            ("41111111111111112222", ""),
            ("统一社会信用代码 91110000100003962T", ""),
            ("运单 7712345678901234", ""),
            ("2026-03-12 2026-03-14", ""),
        ] {
            let found = scan_source(&Source::new("a.md", text));
            let shown: Vec<String> = found.iter().map(|d| format!("{} {}:{}", d.code, d.position().line, d.position().column)).collect();
            assert_eq!(shown.join(", "), expected, "{text}");
        }
    }

    #[test]
    fn the_message_never_repeats_the_number() {
        let found = scan_source(&Source::new("a.md", "11010519491231002X"));
        assert_eq!(found[0].args.get("masked"), Some(&"110105********002X".into()));
    }
}
