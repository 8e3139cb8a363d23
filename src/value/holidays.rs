//! Statutory holidays and the working days exchanged for them (调休), as shipped data.
//!
//! In: `holidays-cn.yaml`. Out: answers about a day. Always: a year outside the table is distinguished from a year without
//! holidays.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::Date;

/// The holiday table.
#[derive(Debug, Default)]
pub struct Holidays {
    years: BTreeMap<i16, Year>,
}

#[derive(Debug, Default)]
struct Year {
    off: Vec<(Date, Date)>,
    work: Vec<Date>,
}

#[derive(Deserialize)]
struct YearFile {
    off: Vec<RunFile>,
    work: Vec<String>,
}

#[derive(Deserialize)]
struct RunFile {
    from: String,
    to: String,
}

static CHINA: LazyLock<Holidays> = LazyLock::new(|| Holidays::read(include_str!("holidays-cn.yaml")).unwrap_or_default());

impl Holidays {
    /// The shipped table of mainland China; a test checks that it can be read.
    pub fn china() -> &'static Self {
        &CHINA
    }

    fn read(text: &str) -> Result<Self, String> {
        let file: BTreeMap<String, YearFile> = crate::yaml::typed(text)?;
        let date = |t: &str| Date::parse(t).map_err(|_| format!("not a date: {t}"));
        let years = file
            .into_iter()
            .map(|(year, y)| {
                let off = y.off.iter().map(|r| Ok((date(&r.from)?, date(&r.to)?))).collect::<Result<_, String>>()?;
                let work = y.work.iter().map(|d| date(d)).collect::<Result<_, String>>()?;
                Ok((year.parse().map_err(|_| format!("not a year: {year}"))?, Year { off, work }))
            })
            .collect::<Result<_, String>>()?;
        Ok(Self { years })
    }

    /// Whether the table has this year.
    pub fn covers(&self, year: i16) -> bool {
        self.years.contains_key(&year)
    }

    /// The last year of the table.
    pub fn last_year(&self) -> Option<i16> {
        self.years.keys().next_back().copied()
    }

    /// A day off by decree (weekends inside a holiday included, ordinary weekends not).
    pub fn is_holiday(&self, date: Date) -> bool {
        self.years.get(&date.year()).is_some_and(|y| y.off.iter().any(|&(from, to)| from <= date && date <= to))
    }

    /// A weekend day that is a working day in exchange (调休上班日).
    pub fn is_makeup_day(&self, date: Date) -> bool {
        self.years.get(&date.year()).is_some_and(|y| y.work.contains(&date))
    }

    /// Weekend days within a span that are working days in exchange.
    pub fn makeup_days(&self, from: Date, to: Date) -> impl Iterator<Item = Date> {
        self.years
            .range(from.year()..=to.year().max(from.year()))
            .flat_map(|(_, y)| y.work.iter().copied())
            .filter(move |&d| from <= d && d <= to)
    }

    pub fn is_working_day(&self, date: Date) -> bool {
        self.is_makeup_day(date) || (!date.weekday().is_weekend() && !self.is_holiday(date))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_table_reads_and_its_makeup_days_are_weekend_days() {
        let table = Holidays::read(include_str!("holidays-cn.yaml")).unwrap();
        assert!(table.covers(2026) && !table.covers(2027));
        for year in table.years.values() {
            assert!(year.work.iter().all(|d| d.weekday().is_weekend() && !table.is_holiday(*d)));
            assert!(year.off.len() >= 6 && year.off.iter().all(|(from, to)| from <= to));
        }
        assert!(table.is_holiday(Date::parse("2026-06-19").unwrap()));
        assert!(table.is_working_day(Date::parse("2026-05-09").unwrap()));
        assert!(!table.is_working_day(Date::parse("2026-05-10").unwrap()));
    }
}
