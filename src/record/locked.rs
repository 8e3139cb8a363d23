//! The values of a record that `published.lock` holds.
//!
//! In: a record and the day. Out: each value with its public path (`lines.x-light.amount`), in the form of the check code. Always:
//! figures, dates, times and a few codes; no texts, nothing personal, and nothing that its declaration says moves
//! ([`super::field::Locking`]).

use std::collections::HashSet;
use std::fmt::Write as _;

use super::Record;
use super::check_code::write_value;
use super::envelope::Envelope;
use super::field::{Declared, FieldSpec, Leaf, Locking, Path, Shape, StructSpec, chinese, declared};
use crate::value::{Area, DailyHours, Date, DateTime, Moment, Money, Percent, Time, TimeRange, half_width, text::nfc};

/// Fields that hold a code and are locked: what was decided, whose money it is, which way it went.
const CODES: [&str; 3] = ["outcome", "fund", "dir"];

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locked {
    pub path: String,
    pub value: String,
    /// It may be locked on this day; otherwise only a value that is locked already is compared.
    pub settled: bool,
}

/// The values of a record, in order of path.
pub fn values(record: &Record, today: Date) -> Vec<Locked> {
    let mut found: Vec<Locked> = Vec::with_capacity(32);
    // Values that wait for a sibling, and the path of the sibling.
    let mut waiting: Vec<(usize, String)> = Vec::new();
    record.walk(&mut |path, spec, leaf| {
        if !is_locked(path, spec, &leaf) {
            return;
        }
        let at = path.public();
        let settled = match spec.locking {
            Locking::MovingEnd if is_end(path, spec) => day(&leaf).is_none_or(|day| day < today),
            Locking::MovingUntil(sibling) => {
                let above = at.rsplit_once('.').map_or("", |(above, _)| above);
                waiting.push((found.len(), if above.is_empty() { sibling.to_owned() } else { format!("{above}.{sibling}") }));
                true
            }
            _ => true,
        };
        let mut value = String::with_capacity(16);
        write_value(&mut value, &leaf);
        found.push(Locked { path: at, value: one_line(value), settled });
    });
    if !waiting.is_empty() {
        let written: HashSet<&str> = found.iter().map(|v| v.path.as_str()).collect();
        let open: Vec<usize> = waiting.iter().filter(|(_, sibling)| !written.contains(sibling.as_str())).map(|(at, _)| *at).collect();
        open.into_iter().for_each(|at| found[at].settled = false);
    }
    found.sort_unstable_by(|a, b| a.path.cmp(&b.path));
    found
}

fn is_locked(path: &Path<'_>, spec: &FieldSpec, leaf: &Leaf<'_>) -> bool {
    let by_type = match leaf {
        Leaf::Money(_) | Leaf::Area(_) | Leaf::Percent(_) | Leaf::Int(_) => true,
        Leaf::Date(_) | Leaf::DateTime(_) | Leaf::Moment(_) | Leaf::Time(_) | Leaf::TimeRange(_) | Leaf::DailyHours(_) => true,
        Leaf::Code(..) => CODES.contains(&path.list()),
        Leaf::Line(_) => spec.locking == Locking::Figure,
        Leaf::Text(_) | Leaf::Item(_) | Leaf::Ref(_) | Leaf::File(_) | Leaf::Weekday(_) | Leaf::On(_) | Leaf::Bool(_) => false,
    };
    by_type && spec.locking != Locking::Moving && !spec.personal
}

/// Of a period only its end moves.
fn is_end(path: &Path<'_>, spec: &FieldSpec) -> bool {
    !matches!(spec.shape, Shape::Struct(period) if period.is_period()) || path.list() == "to"
}

fn day(leaf: &Leaf<'_>) -> Option<Date> {
    match leaf {
        Leaf::Date(date) => Some(*date),
        Leaf::DateTime(at) => Some(at.date),
        Leaf::Moment(Moment::Day(date)) => Some(*date),
        Leaf::Moment(Moment::Minute(at)) => Some(at.date),
        _ => None,
    }
}

/// A line of the lock is one line.
fn one_line(value: String) -> String {
    if value.contains(char::is_control) { value.split(char::is_control).collect::<Vec<_>>().join(" ") } else { value }
}

impl Record {
    fn specs(&self) -> [&'static StructSpec; 2] {
        [&Envelope::SPEC, self.kind.spec]
    }

    /// The field that a public path leads to; `None` where no such field is declared.
    pub fn declared(&self, path: &str) -> Option<Declared> {
        declared(&self.specs(), path)
    }

    /// A public path with the Chinese names of its fields.
    pub fn chinese_path(&self, path: &str) -> String {
        chinese(&self.specs(), path)
    }

    /// The locator of the value at a public path; where it is not written, of the item or the field above it.
    pub fn locator(&self, public: &str) -> String {
        let mut found = (0, public.split('.').next().unwrap_or(public).to_owned());
        self.walk(&mut |path, _, _| {
            let at = path.public();
            let leads = public.strip_prefix(at.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
            if leads && at.len() > found.0 {
                found = (at.len(), path.locator());
            }
        });
        found.1
    }
}

/// A value as an author writes it, in the form of the check code; what is no such value stays as it is.
pub fn canonical(shape: &Shape, written: &str) -> String {
    read(shape, written).unwrap_or_else(|| one_line(nfc(written.trim()).into_owned()))
}

fn read(shape: &Shape, written: &str) -> Option<String> {
    let leaf = match shape {
        Shape::Money => Leaf::Money(money(written)?),
        Shape::Area => Leaf::Area(Area::parse(written).ok()?),
        Shape::Percent => Leaf::Percent(Percent::parse(written).ok()?),
        Shape::Int => Leaf::Int(half_width(written).replace(',', "").parse::<u32>().ok()?.into()),
        Shape::Date => Leaf::Date(Date::parse(written).ok()?),
        Shape::DateTime => Leaf::DateTime(DateTime::parse(written).ok()?),
        Shape::Moment => Leaf::Moment(Moment::parse(written).ok()?),
        Shape::Time => Leaf::Time(Time::parse(written).ok()?),
        Shape::TimeRange => Leaf::TimeRange(TimeRange::parse(written).ok()?),
        Shape::DailyHours => Leaf::DailyHours(DailyHours::parse(written).ok()?),
        Shape::Code(list) => {
            let word = written.trim();
            Leaf::Code(list.name, list.codes.iter().find(|(code, zh)| *code == word || *zh == word)?.0)
        }
        Shape::Either(a, b) => return read(a, written).or_else(|| read(b, written)),
        Shape::List(inner) => return read(inner, written),
        _ => return None,
    };
    let mut value = String::new();
    write_value(&mut value, &leaf);
    Some(value)
}

/// Also one whose plain figure the reader of amounts only proposes: `18,640元`, `1.2万`.
fn money(written: &str) -> Option<Money> {
    Money::parse(written).map_or_else(|error| Money::parse(error.plain()?).ok(), Some)
}

/// A value of the lock as an author writes it: a date and an hour have a space between them.
pub fn as_written(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let is_moment = value.len() == 16 && value.as_bytes()[10] == b'T' && value.starts_with(|c: char| c.is_ascii_digit());
    let _ = if is_moment { write!(out, "{} {}", &value[..10], &value[11..]) } else { write!(out, "{value}") };
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::KINDS;
    use crate::record::codelists::Fund;

    #[test]
    fn a_value_as_written_is_brought_to_the_form_of_the_check_code() {
        for (shape, written, expected) in [
            (Shape::Money, "18,640元", "18640.00"),
            (Shape::Money, "1.864万元", "18640.00"),
            (Shape::Percent, "65.0", "65"),
            (Shape::Int, "１２", "12"),
            (Shape::Date, "2026年3月12日", "2026-03-12"),
            (Shape::DateTime, "2026-03-12 19:30", "2026-03-12T19:30"),
            (Shape::Code(&Fund::LIST), "公共收益", "public_revenue"),
            (Shape::Line, "a\tb", "a b"),
            (Shape::Money, "约两万", "约两万"),
        ] {
            assert_eq!(canonical(&shape, written), expected, "{written}");
        }
        assert_eq!(as_written("2026-03-12T19:30"), "2026-03-12 19:30");
        assert_eq!(as_written("18640.00"), "18640.00");
    }

    #[test]
    fn a_path_leads_to_its_declaration_and_has_a_chinese_form() {
        let of = |folder: &str| [&Envelope::SPEC, KINDS.iter().find(|k| k.folder == folder).unwrap().spec];
        for (folder, path, shape, zh) in [
            ("revenue", "lines.x-light.amount", "shape-money", "明细.x-light.金额"),
            ("revenue", "period.to", "shape-date", "期间.止"),
            ("revenue", "published", "shape-date", "公布日期"),
            ("renovation", "consent.for", "shape-int", "居民同意.同意"),
            ("activities", "repeat.on.0", "shape-on", "重复.日子.0"),
        ] {
            let found = declared(&of(folder), path).unwrap_or_else(|| panic!("{path}"));
            assert_eq!(found.shape.word(), shape, "{path}");
            assert_eq!(chinese(&of(folder), path), zh);
        }
        assert!(declared(&of("revenue"), "lines.x.nothing").is_none());
        // An end of a period is the period's: there it says whether it moves.
        let [envelope, notice] = of("notices");
        assert_eq!(declared(&[envelope, notice], "effective.to").unwrap().spec.locking, Locking::MovingEnd);
        assert_eq!(declared(&[envelope, notice], "posting.to").unwrap().spec.locking, Locking::Moving);
    }
}
