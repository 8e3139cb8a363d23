//! Shares of votes and days of periods, compared with a second implementation.
//!
//! In: counts around each boundary and random ones; every day of ten years. Out: differences. Always: the second implementation
//! compares continued fractions and counts days one by one, unlike the program.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use linli::profile::{DeadlineCalendar, Profile};
use linli::record::decision::{Counts, Matter, Verdict};
use linli::value::{Date, Holidays};
use proptest::prelude::*;

use super::config;

/// Compares a/b with c/d without multiplication: first the whole parts, then the reciprocals of the rests.
fn compare((mut a, mut b): (i128, i128), (mut c, mut d): (i128, i128)) -> Ordering {
    let mut turned = false;
    loop {
        let whole = (a / b).cmp(&(c / d));
        let (rest, other) = (a % b, c % d);
        let result = match (whole, rest, other) {
            (Ordering::Equal, 0, 0) => Ordering::Equal,
            (Ordering::Equal, 0, _) => Ordering::Less,
            (Ordering::Equal, _, 0) => Ordering::Greater,
            (Ordering::Equal, ..) => {
                (a, b, c, d) = (b, rest, d, other);
                turned = !turned;
                continue;
            }
            (unequal, ..) => unequal,
        };
        return if turned { result.reverse() } else { result };
    }
}

fn reaches(part: i64, whole: i64, (num, den, over): (i128, i128, bool)) -> bool {
    match compare((part.into(), whole.into()), (num, den)) {
        Ordering::Greater => true,
        Ordering::Equal => !over,
        Ordering::Less => false,
    }
}

type Share = (i128, i128, bool);
const HALF: Share = (1, 2, true);
const TWO_THIRDS: Share = (2, 3, false);
const THREE_QUARTERS: Share = (3, 4, false);

/// A quorum of those entitled, and votes of those present.
const MATTERS: &[(Matter, Share, Share)] = &[
    (Matter::OwnHire, TWO_THIRDS, HALF),
    (Matter::OwnRebuild, TWO_THIRDS, THREE_QUARTERS),
    (Matter::ResAssembly, HALF, HALF),
    (Matter::ResReps, TWO_THIRDS, HALF),
    (Matter::VilGroup, TWO_THIRDS, HALF),
];

fn holds(profile: &Profile, eligible: i64, present: i64, in_favor: i64) {
    let verdict = |reached: bool| if reached { Verdict::Reached } else { Verdict::NotReached };
    let heads = Counts { eligible: Some(eligible), present: Some(present), in_favor: Some(in_favor), cast: Some(present) };
    for (matter, quorum, pass) in MATTERS {
        // For owners the figures by area are the same, so that both measures give the same result.
        let weighed = matter.weigh(profile, &heads, &heads);
        assert_eq!(weighed.took_part, verdict(reaches(present, eligible, *quorum)), "{matter:?}: {present} of {eligible}");
        let expected = if present == 0 { Verdict::Open } else { verdict(reaches(in_favor, present, *pass)) };
        assert_eq!(weighed.in_favor, expected, "{matter:?}: {in_favor} of {present}");
    }
}

#[test]
fn shares_agree_with_exact_fractions_at_every_boundary() {
    let profile = Profile::national();
    assert_eq!(compare((567, 856), (2, 3)), Ordering::Less);
    assert_eq!(compare((2, 3), (4, 6)), Ordering::Equal);
    assert!(reaches(571, 856, TWO_THIRDS) && !reaches(570, 856, TWO_THIRDS) && reaches(2, 3, TWO_THIRDS) && !reaches(1, 2, HALF));
    for whole in (1..=1200).chain([3_000_000, 7_812_050, 1_000_000_007]) {
        for (num, den) in [(1, 2), (2, 3), (3, 4)] {
            let at = whole * num / den;
            for part in (at - 1..=at + 1).filter(|p| (0..=whole).contains(p)) {
                holds(&profile, whole, part, part);
                holds(&profile, whole, whole, part);
            }
        }
    }
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn shares_agree_with_exact_fractions(eligible in 1i64..2_000_000_000_000, present in 0f64..=1.0, favor in 0f64..=1.0) {
        let present = ((eligible as f64) * present) as i64;
        holds(&Profile::national(), eligible, present, ((present as f64) * favor) as i64);
    }
}

/// Days off, makeup days and years of the table, read without the program's own reader.
fn table() -> (BTreeSet<String>, BTreeSet<String>, BTreeSet<i16>) {
    let (mut off, mut work, mut years) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for line in include_str!("../../../src/value/holidays-cn.yaml").lines().map(str::trim).filter(|l| !l.starts_with('#')) {
        if let Some(year) = line.strip_prefix('"').and_then(|l| l.strip_suffix("\":")) {
            years.insert(year.parse().expect("a year"));
        } else if let Some(run) = line.strip_prefix("- { from: ") {
            let (from, rest) = run.split_once(", to: ").expect("a run of days");
            let mut day: Date = from.parse().expect("a date");
            while day.to_string().as_str() <= &rest[..10] {
                off.insert(day.to_string());
                day = day.plus_days(1);
            }
        } else if let Some(days) = line.strip_prefix("work: [") {
            work.extend(days.trim_end_matches(']').split(", ").map(str::to_owned));
        }
    }
    (off, work, years)
}

#[test]
fn periods_agree_with_a_count_day_by_day_over_ten_years() {
    let (off, work, years) = table();
    assert!(!years.is_empty() && off.contains("2026-06-19") && work.contains("2026-05-09"));
    let first: Date = "2020-01-01".parse().expect("a date");
    // A Wednesday.
    let calendar: Vec<(Date, String, bool)> = (0..3700)
        .map(|n| {
            let date = first.plus_days(n);
            let text = date.to_string();
            let weekend = (n + 2) % 7 >= 5;
            let works = work.contains(&text) || (!weekend && !off.contains(&text));
            (date, text, works)
        })
        .collect();
    let last_year = years.iter().max().copied();
    let mut counted = DeadlineCalendar::new(Holidays::china());
    let mut ends = BTreeSet::new();
    for start in 0..3650 - 60 {
        for days in [0u32, 1, 2, 3, 5, 7, 10, 15, 20, 30] {
            let from = calendar[start].0;
            let mut last = start + days as usize;
            while !calendar[last].2 {
                last += 1;
            }
            assert_eq!(counted.last_day(from, days), calendar[last].0, "{days} days from {from}");

            let (mut at, mut left) = (start, days);
            while left > 0 {
                at += 1;
                left -= u32::from(calendar[at].2);
            }
            assert_eq!(counted.last_working_day(from, days), calendar[at].0, "{days} working days from {from}");
            ends.extend([last, at].map(|end| calendar[end].0.year()));
        }
    }
    assert_eq!(counted.beyond, ends.into_iter().filter(|year| Some(*year) > last_year).collect());
}
