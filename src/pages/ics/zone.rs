//! The VTIMEZONE of the site's time zone.
//!
//! In: a zone. Out: its component. Always: the same for every calendar of the site; transitions of one sort are grouped.

use std::collections::BTreeMap;

use super::lines::Lines;
use crate::value::date::{Clocks, DateTime, Zone};

/// Transitions before the first year concern no event; those after the second are not decided yet.
const YEARS: (i16, i16) = (2000, 2040);

pub(super) fn write(lines: &mut Lines, zone: &Zone) {
    let clocks = zone.clocks(YEARS.1);
    let (past, coming): (Vec<&Clocks>, Vec<&Clocks>) = clocks.iter().partition(|c| c.local.date.year() < YEARS.0);
    // The offset at the beginning, then each sort of transition with all its dates.
    let mut sorts: BTreeMap<(i32, i32, &str, bool), Vec<DateTime>> = BTreeMap::new();
    for change in coming {
        sorts.entry((change.before, change.after, &change.name, change.summer)).or_default().push(change.local);
    }
    lines.begin("VTIMEZONE");
    lines.raw("TZID", zone.name());
    if let (Some(first), Some(now)) = (clocks.first(), past.last()) {
        observance(lines, now.summer, now.after, now.after, &now.name, &[first.local]);
    }
    for ((before, after, name, summer), dates) in sorts {
        observance(lines, summer, before, after, name, &dates);
    }
    lines.end("VTIMEZONE");
}

fn observance(lines: &mut Lines, summer: bool, before: i32, after: i32, name: &str, dates: &[DateTime]) {
    let component = if summer { "DAYLIGHT" } else { "STANDARD" };
    let Some((first, others)) = dates.split_first() else { return };
    lines.begin(component);
    lines.raw("DTSTART", &first.basic());
    if !others.is_empty() {
        lines.raw("RDATE", &others.iter().map(|d| d.basic()).collect::<Vec<_>>().join(","));
    }
    lines.raw("TZOFFSETFROM", &offset(before));
    lines.raw("TZOFFSETTO", &offset(after));
    lines.text("TZNAME", name);
    lines.end(component);
}

/// `+0800`, with seconds if there are any.
fn offset(seconds: i32) -> String {
    let (sign, s) = if seconds < 0 { ('-', -seconds) } else { ('+', seconds) };
    let rest = if s % 60 == 0 { String::new() } else { format!("{:02}", s % 60) };
    format!("{sign}{:02}{:02}{rest}", s / 3600, s / 60 % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str) -> String {
        let mut lines = Lines::default();
        write(&mut lines, &Zone::named(name).unwrap());
        String::from_utf8(lines.into_bytes()).unwrap().replace("\r\n ", "").replace("\r\n", "\n")
    }

    #[test]
    fn a_zone_without_summer_time_is_one_observance() {
        let expected = "BEGIN:VTIMEZONE\nTZID:Asia/Shanghai\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0800\n\
                        TZOFFSETTO:+0800\nTZNAME:CST\nEND:STANDARD\nEND:VTIMEZONE\n";
        assert_eq!(written("Asia/Shanghai"), expected);
        assert!(written("Asia/Kathmandu").contains("TZOFFSETTO:+0545"));
    }

    #[test]
    fn a_zone_with_summer_time_names_every_change() {
        let berlin = written("Europe/Berlin");
        for part in ["BEGIN:DAYLIGHT\nDTSTART:20000326T020000\nRDATE:20010325T020000,", "TZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nTZNAME:CET"]
        {
            assert!(berlin.contains(part), "{part} in\n{berlin}");
        }
        assert_eq!(berlin.matches("BEGIN:STANDARD").count(), 2, "to begin with, and each autumn");
    }
}
