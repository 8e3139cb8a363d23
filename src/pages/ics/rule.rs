//! A recurrence in the terms of RFC 5545: RRULE, EXDATE, RDATE.
//!
//! In: a rule of ours and the holidays. Out: a [`Recurrence`] that means the same dates. Always: dates that depend on the holiday
//! table are listed; a rule that RRULE cannot express is listed completely.

use std::collections::BTreeSet;

use crate::value::{Date, DateTime, Every, Holidays, On, Repeat, date::Zone};

/// A rule in the terms of a calendar file.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Recurrence {
    /// The first instance.
    pub first: Option<Date>,
    /// `FREQ=WEEKLY;…`; `None` if the dates are listed one by one.
    pub rule: Option<String>,
    pub except: Vec<Date>,
    pub extra: Vec<Date>,
}

/// `known` are the dates that our pages use; they are listed for a rule that RRULE cannot express.
pub(super) fn recurrence(repeat: &Repeat, start: DateTime, known: &[Date], holidays: &Holidays, zone: &Zone) -> Recurrence {
    let Some(rule) = rule(repeat, start, zone).filter(|_| repeat.matches_start(start.date)) else {
        let mut dates: Vec<Date> = known.to_vec();
        dates.sort_unstable();
        dates.dedup();
        return Recurrence { first: dates.first().copied(), rule: None, except: Vec::new(), extra: dates.into_iter().skip(1).collect() };
    };
    // After this day only the rule counts: the holidays are not known yet, and no date is listed.
    let decreed = holidays.last_year().and_then(|year| Date::new(year, 12, 31));
    let named = repeat.except.iter().chain(&repeat.extra).copied();
    let last = named.chain(decreed).fold(start.date, Date::max);
    let ruled = repeat.ruled(start.date, last);
    let real: BTreeSet<Date> = repeat.expand(start.date, last, holidays).into_iter().collect();
    Recurrence {
        first: Some(start.date),
        rule: Some(rule),
        except: ruled.difference(&real).copied().collect(),
        extra: real.difference(&ruled).copied().collect(),
    }
}

/// The rule itself, if RRULE has the same meaning.
fn rule(repeat: &Repeat, start: DateTime, zone: &Zone) -> Option<String> {
    let mut weekdays: Vec<String> = Vec::new();
    let mut days: Vec<i8> = Vec::new();
    for on in &repeat.on {
        match (on, repeat.every) {
            (On::Weekday(day), _) => weekdays.push(day.code()[..2].to_uppercase()),
            // The n-th Friday or the 15th of a month does not depend on weeks.
            (_, Every::Day | Every::Week) => {}
            (On::Nth(n, day), _) => weekdays.push(format!("{n}{}", day.code()[..2].to_uppercase())),
            (On::MonthDay(day), _) => days.push(*day),
        }
    }
    // RRULE requires both parts to match, our rules either of them.
    if !weekdays.is_empty() && !days.is_empty() {
        return None;
    }
    let of_start = || start.date.weekday().code()[..2].to_uppercase();
    let (freq, by) = match repeat.every {
        Every::Day if weekdays.is_empty() && !repeat.on.is_empty() => return None,
        Every::Day if weekdays.is_empty() => ("DAILY", String::new()),
        Every::Day => ("DAILY", format!(";BYDAY={}", weekdays.join(","))),
        Every::Week if weekdays.is_empty() => ("WEEKLY", format!(";BYDAY={}", of_start())),
        Every::Week => ("WEEKLY", format!(";BYDAY={}", weekdays.join(","))),
        Every::Month | Every::Year => {
            if weekdays.is_empty() && days.is_empty() {
                days.push(start.date.day());
            }
            let days: Vec<String> = days.iter().map(i8::to_string).collect();
            let by = if weekdays.is_empty() { format!(";BYMONTHDAY={}", days.join(",")) } else { format!(";BYDAY={}", weekdays.join(",")) };
            match repeat.every {
                Every::Year => ("YEARLY", format!(";BYMONTH={}{by}", start.date.month())),
                _ => ("MONTHLY", by),
            }
        }
    };
    let interval = repeat.interval.clamp(1, 1_000);
    let mut rule = format!("FREQ={freq}");
    if interval > 1 {
        rule.push_str(&format!(";INTERVAL={interval}"));
    }
    rule.push_str(&by);
    if repeat.every == Every::Week && interval > 1 {
        rule.push_str(";WKST=MO");
    }
    // At most one of the two: `until` ends what `count` would continue.
    match (repeat.count, repeat.until) {
        (Some(_), Some(until)) => {
            let count = repeat.ruled(start.date, until).len();
            rule.push_str(&format!(";COUNT={count}"));
        }
        (Some(count), None) => rule.push_str(&format!(";COUNT={count}")),
        (None, Some(until)) => {
            let last = DateTime { date: until, time: start.time };
            rule.push_str(&format!(";UNTIL={}", last.basic_utc(zone)));
        }
        (None, None) => {}
    }
    Some(rule)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    fn recurrence_of(repeat: &Repeat, start: &str) -> Recurrence {
        let start = DateTime::parse(start).unwrap();
        let known = repeat.expand(start.date, date("2027-06-30"), Holidays::china());
        recurrence(repeat, start, &known, Holidays::china(), &Zone::named("Asia/Shanghai").unwrap())
    }

    #[test]
    fn each_form_of_a_rule_has_its_rrule() {
        use Every::{Day, Month, Week, Year};
        let by = |interval: u32, every: Every, on: &[&str]| Repeat { interval, ..Repeat::simple(every, on) };
        for (rule, start, expected) in [
            (Repeat::simple(Day, &[]), "2026-03-02 07:00", "FREQ=DAILY"),
            (Repeat::simple(Day, &["mon", "fri"]), "2026-03-02 07:00", "FREQ=DAILY;BYDAY=MO,FR"),
            (by(3, Day, &[]), "2026-03-02 07:00", "FREQ=DAILY;INTERVAL=3"),
            (Repeat::simple(Week, &[]), "2026-03-04 16:30", "FREQ=WEEKLY;BYDAY=WE"),
            (Repeat::simple(Week, &["mon", "wed"]), "2026-03-02 16:30", "FREQ=WEEKLY;BYDAY=MO,WE"),
            (by(2, Week, &["sun", "mon"]), "2026-03-02 16:30", "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=MO"),
            (Repeat::simple(Month, &[]), "2026-01-31 10:00", "FREQ=MONTHLY;BYMONTHDAY=31"),
            (Repeat::simple(Month, &["1", "15"]), "2026-01-15 10:00", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
            (Repeat::simple(Month, &["2sat", "-1fri"]), "2026-03-14 10:00", "FREQ=MONTHLY;BYDAY=2SA,-1FR"),
            (Repeat::simple(Year, &[]), "2024-02-29 10:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29"),
            (Repeat::simple(Year, &["-1sun"]), "2026-05-31 10:00", "FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU"),
            (Repeat { count: Some(5), ..Repeat::simple(Week, &["mon"]) }, "2026-03-02 10:00", "FREQ=WEEKLY;BYDAY=MO;COUNT=5"),
            (
                Repeat { until: Some(date("2026-07-03")), ..Repeat::simple(Week, &["mon"]) },
                "2026-03-02 07:30",
                "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260702T233000Z",
            ),
            (
                Repeat { until: Some(date("2026-03-17")), count: Some(9), ..Repeat::simple(Week, &["mon"]) },
                "2026-03-02 07:30",
                "FREQ=WEEKLY;BYDAY=MO;COUNT=3",
            ),
        ] {
            let result = recurrence_of(&rule, start);
            assert_eq!(result.rule.as_deref(), Some(expected), "{start}");
            assert_eq!((result.except.len(), result.extra.len()), (0, 0), "{expected}");
            assert_eq!(result.first, Some(date(&start[..10])));
        }
    }

    #[test]
    fn holidays_and_single_dates_are_written_out() {
        let school = Repeat {
            skip_holidays: true,
            follow_makeup_days: true,
            except: vec![date("2026-04-30")],
            extra: vec![date("2026-05-24")],
            until: Some(date("2026-05-31")),
            ..Repeat::simple(Every::Week, &["mon", "tue", "wed", "thu", "fri"])
        };
        let result = recurrence_of(&school, "2026-04-27 16:30");
        assert_eq!(result.except, ["2026-04-30", "2026-05-01", "2026-05-04", "2026-05-05"].map(date));
        // Swapped working days, and added dates.
        assert_eq!(result.extra, ["2026-05-09", "2026-05-24"].map(date));
    }

    /// An independent expander: tests for each day whether the parts of the RRULE match it.
    fn dates(result: &Recurrence, start: Date, last: Date) -> BTreeSet<Date> {
        let mut found = BTreeSet::new();
        match &result.rule {
            None => found.extend(result.first),
            Some(rule) => {
                let part = |name: &str| rule.split(';').find_map(|p| p.strip_prefix(name)).map(|p| p.strip_prefix('=').unwrap_or(p));
                let number = |name: &str| part(name).and_then(|n| n.parse::<i64>().ok());
                let (freq, interval) = (part("FREQ").unwrap(), number("INTERVAL").unwrap_or(1));
                let until = part("UNTIL").map(|u| u[..8].to_owned());
                let months = |d: Date| i64::from(d.year()) * 12 + i64::from(d.month());
                let takes = |d: Date| {
                    let steps = match freq {
                        "DAILY" => start.days_to(d),
                        "WEEKLY" => start.monday().days_to(d.monday()) / 7,
                        "MONTHLY" => months(d) - months(start),
                        _ => i64::from(d.year() - start.year()),
                    };
                    let day = d.weekday().code()[..2].to_uppercase();
                    let nth = [(d.day() - 1) / 7 + 1, (d.day() - d.days_in_month()) / 7 - 1];
                    let by_day = |list: &str| list.split(',').any(|t| t == day || nth.iter().any(|n| t == format!("{n}{day}")));
                    steps % interval == 0
                        && part("BYDAY").is_none_or(by_day)
                        && part("BYMONTHDAY").is_none_or(|list| list.split(',').any(|t| t == d.day().to_string()))
                        && number("BYMONTH").is_none_or(|m| m == i64::from(d.month()))
                };
                let days = (0..=start.days_to(last)).map(|n| start.plus_days(n)).filter(|d| takes(*d));
                found.extend(
                    days.take(number("COUNT").unwrap_or(9_999) as usize).filter(|d| until.as_ref().is_none_or(|u| d.basic() <= *u)),
                );
            }
        }
        found.extend(result.extra.iter().filter(|d| **d <= last));
        found.retain(|d| !result.except.contains(d));
        found
    }

    #[test]
    fn a_recurrence_means_the_dates_that_our_pages_show() {
        let zone = Zone::named("Asia/Shanghai").unwrap();
        let (start, last) = (DateTime::parse("2026-01-14 10:00").unwrap(), date("2027-01-15"));
        let tokens: [&[&str]; 8] = [
            &[],
            &["wed"],
            &["mon", "wed", "sun"],
            &["mon", "tue", "wed", "thu", "fri"],
            &["2wed", "-1fri"],
            &["14", "31"],
            &["14", "-1fri"],
            &["wed", "3sat"],
        ];
        let ends = [(None, None), (Some(date("2026-10-10")), None), (None, Some(7)), (Some(date("2026-10-10")), Some(40))];
        let mut compared = 0;
        for every in [Every::Day, Every::Week, Every::Month, Every::Year] {
            for (on, (until, count)) in tokens.iter().flat_map(|on| ends.map(|end| (on, end))) {
                for (interval, skip_holidays) in [(1, false), (1, true), (2, true), (3, false)] {
                    let rule = Repeat {
                        interval,
                        until,
                        count,
                        skip_holidays,
                        follow_makeup_days: skip_holidays,
                        except: vec![date("2026-01-28"), date("2026-02-02")],
                        extra: vec![date("2026-03-07"), date("2026-01-14")],
                        ..Repeat::simple(every, on)
                    };
                    let known = rule.expand(start.date, last, Holidays::china());
                    let result = recurrence(&rule, start, &known, Holidays::china(), &zone);
                    let expected: BTreeSet<Date> = known.into_iter().collect();
                    assert_eq!(dates(&result, start.date, last), expected, "{rule:?}\n{result:?}");
                    compared += expected.len();
                }
            }
        }
        assert!(compared > 10_000, "{compared}");
    }

    #[test]
    fn what_rrule_cannot_say_is_written_out_whole() {
        // The 15th, or the last Friday: RRULE would take the days that are both.
        let mixed = Repeat { until: Some(date("2026-05-31")), ..Repeat::simple(Every::Month, &["15", "-1fri"]) };
        let all = recurrence_of(&mixed, "2026-03-15 10:00");
        assert_eq!((all.rule, all.first), (None, Some(date("2026-03-15"))));
        assert_eq!(all.extra, ["2026-03-27", "2026-04-15", "2026-04-24", "2026-05-15", "2026-05-29"].map(date));
        // The first day does not match the rule.
        let off = recurrence_of(&Repeat::simple(Every::Week, &["mon"]), "2026-03-03 10:00");
        assert_eq!((off.rule, off.first), (None, Some(date("2026-03-09"))));
    }
}
