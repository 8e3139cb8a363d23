//! The check code 核对码: a short digest of a record's figures and facts, the same on paper and on the site.
//!
//! In: a record's envelope and fields. Out: twelve characters in groups of four, `7K3F-9QPD-M2XA`. Always: words do not count,
//! in no language; a field that was not written does not, either, so that a new version with more fields gives old records
//! the code they had. The canonical form is a promise (`docs/*/paper.md` states it): change it and [`FORM`] together.

use std::fmt::Write as _;

use super::Fields;
use super::envelope::Envelope;
use super::field::{Leaf, Path};
use crate::hash::sha256;
use crate::value::{RecordId, text::nfc};

/// The first line of the canonical form.
pub const FORM: &str = "linli-check-1";

/// Fields that say how the site goes about a record, not what it says; what happened to the paper itself; and what is
/// laid beside the record later, such as the scan of the paper with its seal.
const LEFT_OUT: &[&str] =
    &["status", "tags", "explain", "languages", "revised", "aliases", "sort_key", "posted_at", "attachments", "related"];

/// Crockford's letters: none that is taken for another, read or heard.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Characters of a code: 60 bits.
const LENGTH: usize = 12;

/// The code of a record.
pub fn of(id: &RecordId, envelope: &Envelope, fields: &dyn Fields) -> String {
    spell(&sha256(form(id, envelope, fields).as_bytes()))
}

/// The canonical form: the first line, the id, then `path=value` of each fact, in order of bytes; each ends in `\n`.
pub fn form(id: &RecordId, envelope: &Envelope, fields: &dyn Fields) -> String {
    let mut lines: Vec<String> = Vec::with_capacity(64);
    {
        let mut note = |path: &Path<'_>, _: &'static super::field::FieldSpec, leaf: Leaf<'_>| {
            if matches!(leaf, Leaf::Text(_) | Leaf::Item(_) | Leaf::Bool(false)) || LEFT_OUT.contains(&path.top()) {
                return;
            }
            let mut line = path.public();
            line.push('=');
            write_value(&mut line, &leaf);
            lines.push(line);
        };
        envelope.walk_fields(&mut Path::default(), &mut note);
        fields.walk(&mut note);
    }
    lines.sort_unstable();
    let mut out = String::with_capacity(lines.iter().map(|l| l.len() + 1).sum::<usize>() + 64);
    let _ = writeln!(out, "{FORM}\nid={id}");
    for line in lines {
        out.push_str(&line);
        out.push('\n');
    }
    out
}

/// A value in the canonical form; `published.lock` has it, too.
pub fn write_value(to: &mut String, leaf: &Leaf<'_>) {
    // Writing to memory does not fail.
    let _ = match leaf {
        Leaf::Money(v) => write!(to, "{v}"),
        Leaf::Area(v) => hundredths(to, v.hundredths()),
        Leaf::Percent(v) => plain(to, &v.to_string()),
        Leaf::Int(v) => write!(to, "{v}"),
        Leaf::Date(v) => write!(to, "{v}"),
        Leaf::DateTime(v) => write!(to, "{}", v.iso()),
        Leaf::Moment(v) => write!(to, "{}", v.iso()),
        Leaf::Time(v) => write!(to, "{v}"),
        Leaf::TimeRange(v) => write!(to, "{v}"),
        Leaf::DailyHours(v) => write!(to, "{v}"),
        Leaf::Weekday(v) => write!(to, "{}", v.code()),
        Leaf::On(v) => write!(to, "{v}"),
        Leaf::Ref(v) => write!(to, "{v}"),
        Leaf::File(v) => write!(to, "{}", nfc(&v.0)),
        Leaf::Line(v) => write!(to, "{}", nfc(v)),
        Leaf::Code(_, code) => write!(to, "{code}"),
        Leaf::Bool(v) => write!(to, "{v}"),
        Leaf::Text(_) | Leaf::Item(_) => Ok(()),
    };
}

fn hundredths(out: &mut String, n: i64) -> std::fmt::Result {
    write!(out, "{}.{:02}", n / 100, n % 100)
}

/// A share as stated, without zeros at its end.
fn plain(out: &mut String, figure: &str) -> std::fmt::Result {
    let tidy = if figure.contains('.') { figure.trim_end_matches('0').trim_end_matches('.') } else { figure };
    out.write_str(tidy)
}

/// The first bits of a digest, five a letter, in groups of four.
fn spell(digest: &[u8; 32]) -> String {
    let mut out = String::with_capacity(LENGTH + LENGTH / 4);
    for at in 0..LENGTH {
        if at > 0 && at % 4 == 0 {
            out.push('-');
        }
        let bit = at * 5;
        let two = u16::from_be_bytes([digest[bit / 8], digest[bit / 8 + 1]]);
        out.push(char::from(LETTERS[usize::from(two >> (11 - bit % 8) & 31)]));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{LENGTH, LETTERS, spell};

    #[test]
    fn letters_are_those_that_cannot_be_mistaken() {
        assert_eq!(LETTERS.len(), 32);
        assert!(LETTERS.iter().all(|l| l.is_ascii_digit() || l.is_ascii_uppercase()));
        assert!(!LETTERS.iter().any(|l| b"ILOU".contains(l)));
    }

    #[test]
    fn bits_are_read_from_the_front() {
        let mut digest = [0; 32];
        assert_eq!(spell(&digest), "0000-0000-0000");
        digest[0] = 0b0000_1000;
        assert_eq!(spell(&digest), "1000-0000-0000");
        digest[0] = 0b0000_0111;
        digest[1] = 0b1100_0000;
        assert_eq!(spell(&digest), "0Z00-0000-0000");
        assert_eq!(spell(&[255; 32]), "ZZZZ-ZZZZ-ZZZZ");
        // The long way: all bits as one number.
        let digest: [u8; 32] = std::array::from_fn(|i| (i * 37 + 11) as u8);
        let number = digest[..8].iter().fold(0u64, |n, b| n << 8 | u64::from(*b));
        let slow: Vec<char> = (0..LENGTH).map(|at| char::from(LETTERS[(number >> (59 - at * 5) & 31) as usize])).collect();
        assert_eq!(spell(&digest).replace('-', ""), slow.into_iter().collect::<String>());
    }
}
