//! Whether the records have to be related and planned again.
//!
//! In: the bundles that were read again, the records as last related. Out: the library, the plan and the findings. Always: a record
//! replaces its earlier state without relating all records again only if nothing changed that rules between records and links of
//! other records use (`interface_hash`).

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Incremental;
use crate::deps::Id;
use crate::diagnostic::{self, Diagnostic};
use crate::plan::{self, Plan};
use crate::record::finding::Finding;
use crate::record::locate;
use crate::relate::{self, Index, Library, Related};
use crate::value::Date;

/// The records as last related and planned.
#[derive(Default)]
pub(super) struct RelatedRecords {
    pub today: Option<Date>,
    pub library: Arc<Library>,
    pub plan: Arc<Plan>,
    /// Position of a page in the plan, by its path in the output.
    pub page_places: HashMap<String, usize>,
    /// Findings of the rules between records, by record.
    in_facts: BTreeMap<Index, InRecord>,
    /// Findings in texts, and about addresses.
    placed: Vec<Diagnostic>,
}

/// Findings in one record, before and after they have places in its text.
struct InRecord {
    found: Vec<Finding>,
    placed: Vec<Diagnostic>,
}

impl Incremental {
    /// Replaces the records that were read again, if no other record is affected. Otherwise returns `false`: the records have to be
    /// related and planned again.
    pub fn replace_records(&mut self, today: Date) -> bool {
        if !self.run.is_same_list || self.run.is_new_site || self.related.today != Some(today) {
            return false;
        }
        let Some(touched) = self.replace_reread() else { return false };
        // If the pages are out of date already, more than these records has to be compared.
        self.run.touched = Some(touched).filter(|_| self.is_in_step);
        self.end_analysis();
        true
    }

    fn replace_reread(&mut self) -> Option<Vec<(Id, u64)>> {
        let mut places = Vec::new();
        for (id, before) in &self.run.reread {
            let now = self.bundles.get(id)?.parsed.record.as_ref()?;
            let before = before.as_ref()?.record.as_ref()?;
            let is_in_its_texts =
                |d: &Diagnostic| *d.path == *now.source.path || before.body_places.iter().flatten().any(|(s, _)| s.path == d.path);
            let has_findings = || self.related.placed.iter().any(is_in_its_texts);
            let misnames = || relate::misnames(&self.related.library, now);
            if now.hashes.interface_hash != before.hashes.interface_hash || has_findings() || misnames() {
                return None;
            }
            places.push((self.related.library.find(id)?, Arc::clone(now)));
        }
        if places.is_empty() {
            return Some(Vec::new());
        }
        // Other holders of the earlier library keep it unchanged.
        let library = Arc::get_mut(&mut self.related.library)?;
        let mut touched = Vec::new();
        for (at, record) in places {
            let own = plan::of_record(&record, library.is_shown(at));
            if self.pages.fingerprints.get(own[0].0) != Some(own[0].1) {
                touched.extend(self.records_hash.replace(&self.pages.fingerprints, record.id.as_str(), own[0]));
            }
            touched.extend(own);
            // The findings of the rules still hold, at other places of the record's text.
            if let Some(in_record) = self.related.in_facts.get_mut(&at) {
                in_record.placed = locate::place(&record, &in_record.found);
            }
            library.records[at] = record;
        }
        Some(touched)
    }

    /// Stores the records as related and planned for a day.
    pub fn keep_related(&mut self, today: Date, related: Related, (plan, about_addresses): (Plan, Vec<Diagnostic>)) {
        let Related { library, in_facts, in_texts: mut placed } = related;
        placed.extend(about_addresses);
        let in_record = |(at, found): (Index, Vec<Finding>)| {
            let placed = locate::place(&library.records[at], &found);
            (at, InRecord { found, placed })
        };
        let in_facts = in_facts.into_iter().map(in_record).collect();
        let page_places = plan.pages.iter().enumerate().map(|(at, page)| (page.output(), at)).collect();
        self.related =
            RelatedRecords { today: Some(today), library: Arc::new(library), plan: Arc::new(plan), page_places, in_facts, placed };
        self.frames = None;
        self.end_analysis();
    }

    /// From here on the pages are out of date until they are rendered. If an error prevents that, the next compilation knows.
    fn end_analysis(&mut self) {
        self.is_half_done = false;
        self.is_in_step = false;
    }

    pub fn library(&self) -> Arc<Library> {
        Arc::clone(&self.related.library)
    }

    pub fn plan(&self) -> Arc<Plan> {
        Arc::clone(&self.related.plan)
    }

    /// All findings up to the plan that hold on this day.
    pub fn findings(&self, today: Date) -> Vec<Diagnostic> {
        let day = today.to_string();
        let of_site = self.loaded.iter().flat_map(|loaded| &loaded.findings).chain(&self.found.findings);
        // A large site has thousands that stand from a later day on.
        let found = of_site.chain(self.findings_in_records()).filter(|d| !is_later(d, &day)).cloned();
        found.chain(self.unread()).collect()
    }

    /// Findings that will hold from a later day if nothing is done, by that day.
    pub fn coming(&self, today: Date) -> Vec<Diagnostic> {
        let Ok(site) = self.site() else { return Vec::new() };
        let day = today.to_string();
        // A birthday that lies ahead is nobody's, and no date to keep.
        let is_birthday = |d: &Diagnostic| matches!(d.code, "COM-10" | "COM-11");
        let later = self.findings_in_records().filter(|d| is_later(d, &day) && !is_birthday(d)).cloned().collect();
        let mut coming = site.apply_levels(later);
        diagnostic::sort(&mut coming);
        crate::order::sort_by(&mut coming, |a, b| a.since.cmp(&b.since));
        coming
    }

    /// All findings in and between records.
    fn findings_in_records(&self) -> impl Iterator<Item = &Diagnostic> {
        let inside = self.read_bundles().flat_map(|read| read.parsed.findings.iter().chain(&read.checked.findings));
        let between = self.related.in_facts.values().flat_map(|in_record| &in_record.placed);
        inside.chain(&self.related.placed).chain(between)
    }
}

/// Whether a finding holds only from a later day.
fn is_later(finding: &Diagnostic, today: &str) -> bool {
    finding.since.as_ref().is_some_and(|day| **day > *today)
}
