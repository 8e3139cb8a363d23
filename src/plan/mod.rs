//! Library → plan: which pages exist, at which address, in which format.
//!
//! In: the site, the library, the build date. Out: a [`Plan`]: all pages in order of address; everything that depends on the build
//! date (next dates, months, when the site changes by itself); and a fingerprint of everything that pages read
//! ([`fingerprints()`]). Always: every record has a page in every language; two pages never share an address; this module renders
//! no page (`pages` does).

pub mod agenda;
pub mod content;
mod fingerprints;
mod places;
mod search_index;
pub mod sitemap;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Severity};
use crate::hash::QuickMap;
use crate::record::facet::Occurrence;
use crate::record::finding::Finding;
use crate::record::{KINDS, Kind};
use crate::relate::{Index, Library};
use crate::site::Site;
use crate::value::repeat::MAX_OCCURRENCES;
use crate::value::{Date, DateTime, LangId};

pub use agenda::{Agenda, Calendar, Month};
pub use content::{Content, Format, Page};
pub use fingerprints::{RecordsHash, fingerprints, of_record};
pub use search_index::{IndexPart, SearchIndex};

/// How many records a kind's first page shows.
pub const NEWEST: usize = 20;

/// How far ahead recurring dates are expanded.
pub const WINDOW_DAYS: i64 = 366;

/// Dates of all schedules together.
const MOST_DATES: usize = 1_000_000;

/// All pages of the site, without their bytes.
#[derive(Debug)]
pub struct Plan {
    pub today: Date,
    pub portable: bool,
    pub pages: Vec<Page>,
    /// Occurrences of each record with a schedule, from its first date on.
    pub occurrences: BTreeMap<Index, Vec<Occurrence>>,
    /// The contents of calendars, month pages and timetables.
    pub agenda: Agenda,
    /// The files of the sitemap: ranges of `sitemap::listed`.
    pub sitemaps: Vec<std::ops::Range<usize>>,
    /// The earliest moment at which the site changes by itself.
    pub next_change: Option<DateTime>,
    /// Tags that records use, with the records, newest first.
    pub tags: BTreeMap<String, Vec<Index>>,
    /// Older and newer record of the same kind.
    pub neighbors: QuickMap<Index, (Option<Index>, Option<Index>)>,
    /// Years with records, newest first.
    pub years: Vec<i16>,
    /// Kinds, by folder, whose records form a tree: they are looked up by name, not by date.
    pub trees: BTreeSet<&'static str>,
    /// The search index.
    pub search_index: SearchIndex,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            today: Date::FIRST,
            portable: false,
            pages: Vec::new(),
            occurrences: BTreeMap::new(),
            agenda: Agenda::default(),
            sitemaps: Vec::new(),
            next_change: None,
            tags: BTreeMap::new(),
            neighbors: QuickMap::default(),
            years: Vec::new(),
            trees: BTreeSet::new(),
            search_index: SearchIndex::default(),
        }
    }
}

/// Plans the site.
pub fn pages(site: &Site, library: &Library, today: Date, portable: bool) -> (Plan, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let mut plan = Plan { today, portable, occurrences: occurrences(site, library, today, &mut findings), ..Plan::default() };
    plan.agenda = Agenda::new(library, &plan.occurrences, today);
    for &index in &library.newest {
        for tag in &library.records[index].envelope.tags {
            plan.tags.entry(tag.0.to_string()).or_default().push(index);
        }
    }
    for kind in KINDS.iter().filter(|k| k.listed) {
        let records: Vec<Index> = of_kind(library, kind).collect();
        if is_tree(library, &records) {
            plan.trees.insert(kind.folder);
        }
        for (place, &index) in records.iter().enumerate() {
            let newer = place.checked_sub(1).map(|p| records[p]);
            plan.neighbors.insert(index, (records.get(place + 1).copied(), newer));
        }
    }
    let years: BTreeSet<i16> = listed(library).map(|i| library.records[i].envelope.published.year()).collect();
    plan.years = years.into_iter().rev().collect();
    plan.search_index = SearchIndex::of(library);
    plan.next_change = next_change(library, &plan);
    let mut pages = content::pages(site, library, &plan);
    by_address(&mut pages);
    plan.pages = pages;
    plan.sitemaps = sitemap::files(site, library, &plan);
    if plan.sitemaps.len() > 1 {
        let part = |n| Page { address: format!("sitemap-{}.xml", n + 1), lang: LangId::PRIMARY, content: Content::Sitemap(Some(n)) };
        plan.pages.extend((0..plan.sitemaps.len()).map(part));
        by_address(&mut plan.pages);
    }
    places::give(site, library, &mut plan.pages, &mut findings);
    (plan, findings)
}

fn by_address(pages: &mut [Page]) {
    pages.sort_by(|a, b| a.address.cmp(&b.address));
}

/// Whether the records of a kind form a tree and have no dates of their own.
fn is_tree(library: &Library, records: &[Index]) -> bool {
    let facets = |i: &Index| &library.records[*i].facets;
    records.iter().any(|i| facets(i).parent.is_some())
        && !records.iter().any(|i| facets(i).schedule.is_some() || facets(i).project_status.is_some())
}

/// Shown records of kinds that have lists, newest first.
pub fn listed(library: &Library) -> impl Iterator<Item = Index> + '_ {
    library.newest.iter().copied().filter(|&i| library.records[i].kind.listed)
}

/// Shown records of a kind, newest first.
pub fn of_kind<'l>(library: &'l Library, kind: &'static Kind) -> impl Iterator<Item = Index> + 'l {
    library.newest.iter().copied().filter(move |&i| library.records[i].kind.folder == kind.folder)
}

/// The dates of each schedule. One that lasts for years, or has more dates than can be listed, is told and not expanded (E103).
fn occurrences(site: &Site, library: &Library, today: Date, findings: &mut Vec<Diagnostic>) -> BTreeMap<Index, Vec<Occurrence>> {
    let end = today.plus_days(WINDOW_DAYS);
    let mut all: BTreeMap<Index, Vec<Occurrence>> = BTreeMap::new();
    let mut dates = 0;
    for (index, schedule) in library.newest.iter().filter_map(|&i| Some((i, library.records[i].facets.schedule.as_ref()?))) {
        let mut report = |message: &'static str, at: &str, limit: i64| {
            let mut finding = Finding::new(Severity::Error, "E103", message, at.to_owned());
            finding.arg("limit", limit.to_string());
            findings.extend(crate::record::locate::place(&library.records[index], &[finding]));
        };
        if schedule.end.is_some_and(|last| schedule.start.date.days_to(last.date) > WINDOW_DAYS) {
            report("e103-years", "end", WINDOW_DAYS);
            continue;
        }
        let occurrences = schedule.expand(end, site.holidays);
        dates += occurrences.len();
        if occurrences.len() >= MAX_OCCURRENCES || dates > MOST_DATES {
            report("e103-dates", "repeat", if dates > MOST_DATES { MOST_DATES } else { MAX_OCCURRENCES } as i64);
            continue;
        }
        all.insert(index, occurrences);
    }
    all
}

/// The site changes when an event begins or ends, a period ends, or the day of an unpublished record comes.
fn next_change(library: &Library, plan: &Plan) -> Option<DateTime> {
    let midnight = |date: Date| crate::value::Moment::Day(date).start();
    let now = midnight(plan.today.plus_days(1));
    let mut moments: Vec<DateTime> = plan.agenda_changes().collect();
    for occurrence in plan.occurrences.values().flatten() {
        moments.push(midnight(occurrence.end.unwrap_or(occurrence.start).date.plus_days(1)));
    }
    for &index in &library.newest {
        let facets = &library.records[index].facets;
        moments.extend(facets.deadlines.iter().flat_map(|d| d.from.map(midnight).into_iter().chain([midnight(d.until.plus_days(1))])));
        if let Some(urgent) = &facets.urgent {
            moments.push(urgent.from.start());
            moments.push(urgent.until.end());
        }
    }
    for reason in library.unpublished.values() {
        if let crate::relate::Unpublished::Until(date) = reason {
            moments.push(midnight(*date));
        }
    }
    moments.into_iter().filter(|m| *m >= now || m.date == plan.today).min()
}

impl Plan {
    /// Occurrences from today on.
    pub fn upcoming(&self, index: Index) -> impl Iterator<Item = &Occurrence> {
        let today = self.today;
        self.occurrences.get(&index).into_iter().flatten().filter(move |o| o.end.unwrap_or(o.start).date >= today)
    }
}
