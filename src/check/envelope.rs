//! The rules of what every record carries: names of persons (COM-15), time on the board (COM-16).
//!
//! In: a record whose own rules have spoken already. Out: findings at the field. Always: a name that the kind's own
//! rules have found is not told again.

use std::collections::BTreeSet;

use crate::diagnostic::Severity;
use crate::profile::Key;
use crate::record::Record;
use crate::record::check_cx::CheckCx;
use crate::record::field::Leaf;
use crate::record::finding::Finding;

pub(super) fn check(record: &Record, cx: &mut CheckCx<'_>) {
    com_15(record, cx);
    com_16(record, cx);
}

/// A name needs consent, or a public office. Rosters are the kind's own affair (ACT-09: an error where children take turns).
fn com_15(record: &Record, cx: &mut CheckCx<'_>) {
    let mut names: Vec<(String, String)> = Vec::new();
    let mut allowed: BTreeSet<String> = BTreeSet::new();
    record.walk(&mut |path, spec, leaf| match leaf {
        Leaf::Bool(true) if matches!(spec.name, "consent" | "public") => drop(allowed.insert(item_of(&path.locator(), spec.name))),
        Leaf::Text(_) | Leaf::Line(_) if spec.personal => {
            let at = path.locator();
            names.push((item_of(&at, spec.name), at));
        }
        _ => {}
    });
    // A field that a missing word was told of is not a name that was found.
    let told_by_kind = cx.findings.iter().filter(|f| f.code != "COM-03");
    let known: BTreeSet<String> = told_by_kind.filter_map(|f| Some(f.at[..=f.at.find(']')?].to_owned())).collect();
    let mut told: Option<String> = None;
    for (item, at) in names {
        if allowed.contains(&item) || known.contains(&item) || told.as_ref() == Some(&item) {
            continue;
        }
        cx.findings.push(Finding::new(Severity::Warning, "COM-15", "com-15-name", at));
        told = Some(item);
    }
}

/// `roles[0]` of `roles[0].name`.
fn item_of(locator: &str, field: &str) -> String {
    locator.rfind(&format!(".{field}")).map_or("", |end| &locator[..end]).to_owned()
}

/// A posting hangs as long as the law asks, counted from the day after it was published and hung.
fn com_16(record: &Record, cx: &mut CheckCx<'_>) {
    let posting = record.envelope.posting.and_then(crate::value::OpenPeriod::closed);
    let (Some(posting), Some(days)) = (posting, cx.profile.whole(Key::PostingMinDays)) else { return };
    let from = posting.from.max(record.envelope.published);
    let last = cx.last_day(from, days);
    if posting.to < last {
        let law = cx.profile.law(Key::PostingMinDays);
        let finding = cx.warning("COM-16", "com-16-short", "posting.to");
        finding.arg("days", days).arg("from", from).arg("last", last).arg("to", posting.to).law(law);
    }
}
