//! Month grids and week tables as HTML: as many small parts as a page of facts, so they are written like those.
//!
//! In: days with what takes place on them. Out: tables that read well aloud (each day says its whole date) and that a
//! style sheet can turn into a list on a phone. Always: a month is whole weeks from Monday on; a day of another month is
//! an empty cell.

use serde::Serializer;

use super::Inline;
use super::html::{attribute, element, escape, run};

/// One thing on one day.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// Address of the entry on the page; empty for none.
    pub id: String,
    /// From when (and to when), empty where it goes on from the day before.
    pub time: String,
    /// What, as a link; where, and what is the matter.
    pub what: Vec<Inline>,
    /// Cancelled.
    pub off: bool,
}

/// A day of a grid or of a week.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Day {
    /// Empty for a day of every week.
    pub iso: String,
    pub number: i8,
    /// `6月18日 星期四`.
    pub text: String,
    pub entries: Vec<Entry>,
    /// Of the month before or after.
    pub outside: bool,
}

/// Whole weeks, Monday first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Month {
    pub caption: String,
    /// Short and full names of the days, Monday first.
    pub heads: Vec<(String, String)>,
    pub days: Vec<Day>,
}

/// Days under each other.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Week {
    pub caption: String,
    /// Heads of the two columns.
    pub heads: [String; 2],
    pub days: Vec<Day>,
}

fn entries(out: &mut String, entries: &[Entry]) {
    out.push_str("<ul>");
    for entry in entries {
        out.push_str("<li");
        if !entry.id.is_empty() {
            attribute(out, "id", &entry.id);
        }
        out.push_str(if entry.off { " class=\"off\">" } else { ">" });
        if !entry.time.is_empty() {
            element(out, "bdi", &entry.time, |o| o.push_str(" class=\"n\""));
            out.push(' ');
        }
        run(out, &entry.what);
        out.push_str("</li>");
    }
    out.push_str("</ul>");
}

/// The grid of a month.
pub fn month<S: Serializer>(month: &Month, to: S) -> Result<S::Ok, S::Error> {
    let mut out = String::with_capacity(4096);
    // The heading above says the same to those who see.
    out.push_str("<table class=\"month\">\n<caption class=\"hidden\">");
    escape(&mut out, &month.caption);
    out.push_str("</caption>\n<thead><tr>");
    for (short, full) in &month.heads {
        out.push_str("<th scope=\"col\">");
        element(&mut out, "abbr", short, |o| attribute(o, "title", full));
        out.push_str("</th>");
    }
    out.push_str("</tr></thead>\n<tbody>");
    for week in month.days.chunks(7) {
        out.push_str("\n<tr>");
        for day in week {
            if day.outside {
                out.push_str("<td class=\"out\"></td>");
                continue;
            }
            out.push_str(if day.entries.is_empty() { "<td class=\"none\">" } else { "<td>" });
            out.push_str("<time");
            attribute(&mut out, "datetime", &day.iso);
            out.push_str("><b aria-hidden=\"true\">");
            out.push_str(&day.number.to_string());
            out.push_str("</b><span>");
            escape(&mut out, &day.text);
            out.push_str("</span></time>");
            if !day.entries.is_empty() {
                entries(&mut out, &day.entries);
            }
            out.push_str("</td>");
        }
        out.push_str("</tr>");
    }
    out.push_str("\n</tbody></table>");
    to.serialize_str(&out)
}

/// A week, or some, day by day.
pub fn week<S: Serializer>(week: &Week, to: S) -> Result<S::Ok, S::Error> {
    let mut out = String::with_capacity(2048);
    out.push_str("<table class=\"week\">\n<caption>");
    escape(&mut out, &week.caption);
    out.push_str("</caption>\n<thead><tr>");
    for head in &week.heads {
        element(&mut out, "th", head, |o| o.push_str(" scope=\"col\""));
    }
    out.push_str("</tr></thead>\n<tbody>");
    for day in &week.days {
        out.push_str("\n<tr><th scope=\"row\">");
        if day.iso.is_empty() {
            escape(&mut out, &day.text);
        } else {
            element(&mut out, "time", &day.text, |o| attribute(o, "datetime", &day.iso));
        }
        out.push_str("</th><td>");
        if day.entries.is_empty() {
            out.push('—');
        } else {
            entries(&mut out, &day.entries);
        }
        out.push_str("</td></tr>");
    }
    out.push_str("\n</tbody></table>");
    to.serialize_str(&out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i8, entries: Vec<Entry>) -> Day {
        Day { iso: format!("2026-06-{number:02}"), number, text: format!("6月{number}日"), entries, outside: false }
    }

    fn class() -> Entry {
        let what = vec![Inline::Link { url: "../a/".into(), text: "<太极>".into(), lang: None, dir: None }];
        Entry { time: "07:10".into(), what, off: true, ..Entry::default() }
    }

    #[test]
    fn each_day_says_its_whole_date_and_what_is_on() {
        let days = vec![Day { outside: true, ..Day::default() }, day(1, vec![]), day(2, vec![class()])];
        let grid = Month { caption: "2026年6月".into(), heads: vec![("一".into(), "星期一".into())], days };
        let html = month(&grid, serde_json::value::Serializer).unwrap();
        let html = html.as_str().unwrap();
        for part in [
            "<caption class=\"hidden\">2026年6月</caption>",
            "<th scope=\"col\"><abbr title=\"星期一\">一</abbr></th>",
            "<td class=\"out\"></td>",
            "<td class=\"none\"><time datetime=\"2026-06-01\"><b aria-hidden=\"true\">1</b><span>6月1日</span></time></td>",
            "<ul><li class=\"off\"><bdi class=\"n\">07:10</bdi> <a href=\"../a/\">&lt;太极&gt;</a></li></ul></td>",
        ] {
            assert!(html.contains(part), "{part}\n{html}");
        }
        let table =
            Week { caption: "x".into(), heads: ["日期".into(), "安排".into()], days: vec![day(1, vec![]), day(2, vec![class()])] };
        let html = week(&table, serde_json::value::Serializer).unwrap();
        assert!(html.as_str().unwrap().contains("<tr><th scope=\"row\"><time datetime=\"2026-06-01\">6月1日</time></th><td>—</td></tr>"));
    }
}
