//! Rules about the settings and the words of the site as a whole.
//!
//! In: the site, and what of the records these rules need. Out: findings placed in `site.toml` and in the two files of words.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::site::Site;
use crate::source::Source;
use crate::value::RecordId;

/// Personal data in settings, words, profiles and the site's own theme (COM-10…14).
pub fn texts(sources: &[Arc<Source>]) -> Vec<Diagnostic> {
    sources.iter().flat_map(super::scan_source).collect()
}

/// Checks the settings against the records. `years_without_holidays` are those that a deadline fell into.
pub fn settings(site: &Site, is_record: impl Fn(&RecordId) -> bool, years_without_holidays: &BTreeSet<i16>) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = publisher(site, is_record).into_iter().collect();
    findings.extend(chinese_first(site));
    findings.extend(no_address(site));
    findings.extend(years_without_holidays.iter().map(|year| holidays_unknown(*year)));
    findings
}

/// E108: the site's default issuer is a record.
fn publisher(site: &Site, is_record: impl Fn(&RecordId) -> bool) -> Option<Diagnostic> {
    let publisher = site.config.publisher.as_deref()?;
    if RecordId::parse(publisher).is_some_and(|id| is_record(&id)) {
        return None;
    }
    let finding = Diagnostic::error("E108", "e108-publisher-unknown", config::FILE_NAME).arg("target", publisher);
    Some(site.config.locate("publisher", finding))
}

/// E108: the address of the site is that of a new one, so paper carries neither address nor square code.
fn no_address(site: &Site) -> Option<Diagnostic> {
    site.config.place("base_url").filter(|_| !site.config.has_address())?;
    let finding = Diagnostic::warning("E108", "e108-no-address", config::FILE_NAME).arg("address", site.config.base_url.as_str());
    Some(site.config.locate("base_url", finding))
}

/// COM-18: on a site with Chinese, the Chinese text comes first.
fn chinese_first(site: &Site) -> Option<Diagnostic> {
    let is_chinese = |tag: &str| tag.split('-').next() == Some("zh");
    let at = site.languages.iter().position(|l| is_chinese(&l.tag)).filter(|at| *at > 0)?;
    let finding = Diagnostic::warning("COM-18", "com-18-order", config::FILE_NAME);
    let finding = finding.arg("first", site.languages[0].name.as_str()).arg("chinese", site.languages[at].name.as_str());
    Some(site.config.locate("languages", finding))
}

/// E108: the holidays of a year are not decreed yet, so its deadlines are counted without them. Said once a year.
fn holidays_unknown(year: i16) -> Diagnostic {
    Diagnostic::new(Severity::Info, "E108", "e108-holidays-beyond", config::FILE_NAME).arg("year", year.to_string())
}
