//! The personal-data guard: identity and bank-card numbers by checksum, never by shape alone.
//!
//! In: any text that would be published. Out: COM-10 and COM-12 errors at the very digits. Always:
//! linear in the text; full-width digits count; a longer run of digits is no card and no identity number.
//! Sources: GB 11643-1999 (mod 11-2 check character), ISO/IEC 7812 (Luhn).

use std::sync::Arc;

use crate::diagnostic::Diagnostic;
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

/// Everything wrong in one text.
pub fn scan_source(source: &Arc<Source>) -> Vec<Diagnostic> {
    runs(&source.text)
        .into_iter()
        .filter_map(|run| {
            let (code, message) = judge(&run)?;
            let shown = masked(&run.digits);
            Some(Diagnostic::error_at(code, message, Span::new(source, run.start..run.end)).arg("masked", shown))
        })
        .collect()
}

/// The same in the name of a file.
pub fn scan_name(path: &Arc<str>, name: &str) -> Vec<Diagnostic> {
    let found = runs(name).into_iter().filter_map(|run| Some((judge(&run)?, masked(&run.digits))));
    found.map(|((code, message), shown)| Diagnostic::error(code, message, Arc::clone(path)).arg("masked", shown)).collect()
}

fn judge(run: &Run) -> Option<(&'static str, &'static str)> {
    if is_identity_number(&run.digits) {
        Some(("COM-10", "com-10-identity"))
    } else if is_card(run) {
        Some(("COM-12", "com-12-card"))
    } else {
        None
    }
}

/// How the number should be shown: first six, last four.
fn masked(digits: &[u8]) -> String {
    let text = String::from_utf8_lossy(digits);
    format!("{}{}{}", &text[..6], "*".repeat(text.len() - 10), &text[text.len() - 4..])
}

fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8),
        '０'..='９' => Some((c as u32 - '０' as u32) as u8 + b'0'),
        _ => None,
    }
}

fn runs(text: &str) -> Vec<Run> {
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((start, c)) = chars.next() {
        let Some(first) = digit(c) else {
            before = c;
            continue;
        };
        let mut run = Run { start, end: start + c.len_utf8(), digits: vec![first], grouped: false };
        let mut gap = false;
        while let Some(&(at, c)) = chars.peek() {
            if let Some(d) = digit(c) {
                run.digits.push(d);
                run.end = at + c.len_utf8();
                run.grouped |= gap;
                gap = false;
            } else if matches!(c, ' ' | '-') && !gap {
                gap = true;
            } else {
                break;
            }
            chars.next();
        }
        // A check character X belongs to a run of exactly seventeen digits.
        let mut after = if gap { ' ' } else { chars.peek().map_or(' ', |&(_, c)| c) };
        if run.digits.len() == 17 && !gap && matches!(after, 'x' | 'X' | 'Ｘ' | 'ｘ') {
            if let Some((at, c)) = chars.next() {
                run.digits.push(b'X');
                run.end = at + c.len_utf8();
            }
            after = chars.peek().map_or(' ', |&(_, c)| c);
        }
        let joined = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let alone = !joined(before) && !joined(after);
        before = if gap { ' ' } else { '0' };
        if alone && (16..=19).contains(&run.digits.len()) {
            found.push(run);
        }
    }
    found
}

/// Eighteen characters, a region of the table, a date that exists, and the check character of GB 11643.
fn is_identity_number(digits: &[u8]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECK: &[u8; 11] = b"10X98765432";
    if digits.len() != 18 || !(b'1'..=b'9').contains(&digits[0]) {
        return false;
    }
    let number = |range: std::ops::Range<usize>| digits[range].iter().fold(0i16, |n, d| n * 10 + i16::from(d - b'0'));
    let date = Date::new(number(6..10), number(10..12) as i8, number(12..14) as i8);
    let sum: u32 = digits[..17].iter().zip(WEIGHTS).map(|(d, w)| u32::from(d - b'0') * w).sum();
    date.is_some_and(|d| d.year() >= 1900) && digits[17] == CHECK[(sum % 11) as usize]
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
            ("110105194912310021", ""),
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
