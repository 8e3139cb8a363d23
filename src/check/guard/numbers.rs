//! What a row of digits is: an identity number, a card, a mobile number.
//!
//! In: ASCII digits, perhaps with a final `X`. Out: whether they are a number of that kind. Always: only the digits decide, by
//! check figure, region, birthday and the prefixes that banks and networks use; what stands beside them is for others to read.
//! Sources: GB 11643-1999 (mod 11-2), GB/T 2260 (provinces), ISO/IEC 7812 (Luhn) and the lists of issuers, the numbering plan for
//! mobile telephones.

use std::ops::Range;

use crate::value::Date;

/// GB/T 2260: the first two digits name a province.
fn is_province(digits: &[u8]) -> bool {
    let region = (digits[0] - b'0') * 10 + (digits[1] - b'0');
    matches!(region, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83)
}

fn birthday(digits: &[u8]) -> Option<Date> {
    let number = |range: Range<usize>| digits[range].iter().fold(0i16, |n, d| n * 10 + i16::from(d - b'0'));
    Date::new(number(0..4), number(4..6) as i8, number(6..8) as i8).filter(|d| (1900..2100).contains(&d.year()))
}

/// The birthday in eighteen characters of the form of an identity number, and whether the check character is right.
pub(super) fn identity(digits: &[u8]) -> Option<(Date, bool)> {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECK: &[u8; 11] = b"10X98765432";
    if digits.len() != 18 || digits[..17].contains(&b'X') || !is_province(digits) {
        return None;
    }
    let born = birthday(&digits[6..14])?;
    let sum: u32 = digits[..17].iter().zip(WEIGHTS).map(|(d, w)| u32::from(d - b'0') * w).sum();
    Some((born, digits[17] == CHECK[(sum % 11) as usize]))
}

/// The form before 1999: fifteen digits, the year in two.
pub(super) fn is_old_identity(digits: &[u8]) -> bool {
    if digits.len() != 15 || digits.contains(&b'X') {
        return false;
    }
    let mut long = *b"19000000";
    long[2..].copy_from_slice(&digits[6..12]);
    is_province(digits) && birthday(&long).is_some()
}

/// A prefix that banks use, a length that goes with it, and a valid Luhn sum.
pub(super) fn is_card(digits: &[u8]) -> bool {
    let d = digits;
    if !(16..=19).contains(&d.len()) || d.contains(&b'X') {
        return false;
    }
    let prefix = |n: usize| d[..n].iter().fold(0u32, |p, x| p * 10 + u32::from(x - b'0'));
    let fits = match (prefix(2), d.len()) {
        // UnionPay.
        (62, _) => true,
        // Cards of Chinese banks from before: Construction Bank, Bank of China, Communications, Merchants, Industrial and Agricultural.
        (43 | 45, 19) => matches!(prefix(6), 436_742 | 456_351),
        (40 | 60, 17) => matches!(prefix(6), 405_512 | 601_428),
        (60, 19) => prefix(6) == 601_382,
        (69, 18) => prefix(6) == 690_755,
        (95, 19) => prefix(3) == 955,
        (68, 16 | 19) => prefix(4) == 6858,
        // Visa, Mastercard, JCB, Discover.
        (40..=49 | 51..=55, 16) => true,
        (22..=27, 16) => (2221..=2720).contains(&prefix(4)),
        (35, 16) => (3528..=3589).contains(&prefix(4)),
        (60, 16) => prefix(4) == 6011 || prefix(3) == 603,
        (64 | 65, 16) => (644..=659).contains(&prefix(3)),
        _ => false,
    };
    let luhn = || -> u32 {
        let doubled = |(i, x): (usize, &u8)| {
            let x = u32::from(x - b'0');
            if i % 2 == 1 { if x > 4 { x * 2 - 9 } else { x * 2 } } else { x }
        };
        d.iter().rev().enumerate().map(doubled).sum()
    };
    fits && luhn().is_multiple_of(10)
}

/// A mobile number of the mainland.
pub(super) fn is_mobile(digits: &[u8]) -> bool {
    let shape = digits.len() == 11 && !digits.contains(&b'X');
    shape
        && match (digits[0], digits[1], digits[2]) {
            (b'1', b'3' | b'8', _) => true,
            (b'1', b'4', last) => last >= b'5',
            (b'1', b'5' | b'9', last) => last != b'4',
            (b'1', b'6', last) => matches!(last, b'2' | b'5' | b'6' | b'7'),
            (b'1', b'7', last) => last != b'9',
            _ => false,
        }
}

/// How the number should be shown: first six, last four.
pub(super) fn masked(digits: &[u8]) -> String {
    let text = String::from_utf8_lossy(digits);
    format!("{}{}{}", &text[..6], "*".repeat(text.len() - 10), &text[text.len() - 4..])
}

/// How an answer names the number.
pub(super) fn named(digits: &[u8]) -> String {
    let text = String::from_utf8_lossy(digits);
    format!("{}…{}", &text[..6], &text[text.len() - 4..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_number_has_a_province_a_birthday_and_a_check_character() {
        for (digits, expected) in [
            ("11010519491231002X", Some(("1949-12-31", true))),
            ("110105194912310021", Some(("1949-12-31", false))),
            ("44010619900307001X", Some(("1990-03-07", true))),
            ("20010519491231002X", None),
            ("110105194913310029", None),
            ("110105189912310029", None),
            ("110105210012310029", None),
            ("1101051949123100X1", None),
        ] {
            let found = identity(digits.as_bytes()).map(|(born, right)| (born.to_string(), right));
            assert_eq!(found, expected.map(|(born, right)| (born.to_owned(), right)), "{digits}");
        }
    }

    #[test]
    fn the_length_of_a_card_goes_with_its_prefix() {
        let with_check = |start: &str, length: usize| {
            let body = format!("{start}{}", "0".repeat(length - 1 - start.len()));
            (0..10).map(|d| format!("{body}{d}")).find(|card| is_card(card.as_bytes()))
        };
        for (start, lengths) in [
            ("6222", &[16, 17, 18, 19][..]),
            ("4111", &[16]),
            ("5311", &[16]),
            ("2221", &[16]),
            ("2220", &[]),
            ("436742", &[16, 19]),
            ("955880", &[19]),
            ("3501", &[]),
            ("3528", &[16]),
            ("690755", &[18]),
            ("7712", &[]),
        ] {
            let fit: Vec<usize> = (16..=19).filter(|length| with_check(start, *length).is_some()).collect();
            assert_eq!(fit, lengths, "{start}");
        }
    }
}
