//! COM-17 and COM-21: when something was published, and when it should have been.
//!
//! In: the library, the day. Out: findings at `published`. Always: what a site holds back on purpose is a note, not a
//! warning; days count as the Civil Code counts them.

use crate::diagnostic::Severity;
use crate::profile::{self, Key};
use crate::record::cx::Finding;
use crate::record::envelope::Status;
use crate::relate::{Index, Library, Rules, Unpublished};
use crate::value::Date;

/// A day of publication further ahead is a slip of the pen.
const A_YEAR: i64 = 366;

pub fn check(library: &Library, today: Date, rules: &Rules<'_>, found: &mut Vec<(Index, Finding)>) {
    com_17(library, today, found);
    for (index, record) in library.records.iter().enumerate() {
        if library.is_shown(index) && record.envelope.status() == Status::Published {
            com_21(library, index, rules, found);
        }
    }
}

/// What is held back is named; a year that cannot be meant is a warning.
fn com_17(library: &Library, today: Date, found: &mut Vec<(Index, Finding)>) {
    for (&index, held) in &library.held {
        let mut finding = match held {
            Unpublished::Draft => Finding::new(Severity::Info, "COM-17", "com-17-draft", "status"),
            Unpublished::Until(day) if *day > today.plus_days(A_YEAR) => {
                Finding::new(Severity::Warning, "COM-17", "com-17-far", "published")
            }
            Unpublished::Until(_) => Finding::new(Severity::Info, "COM-17", "com-17-future", "published"),
        };
        finding.arg("date", library.records[index].envelope.published);
        found.push((index, finding));
    }
}

/// Published in time: government information within working days, owners' decisions within days.
fn com_21(library: &Library, index: Index, rules: &Rules<'_>, found: &mut Vec<(Index, Finding)>) {
    let record = &library.records[index];
    let published = record.envelope.published;
    let facets = &record.facets;
    let decided = facets.decisions.iter().any(|d| d.adopted && d.matter.is_some_and(|m| m.starts_with("own_") || m == "committee"));
    let held = facets.schedule.as_ref().filter(|s| !facets.decisions.is_empty() && s.state == "confirmed").map(|s| s.start.date);
    if let (true, Some(event), Some(days)) = (decided, held, rules.profile.whole(Key::DecisionDays)) {
        let last = or_plain(profile::last_day(event, days, rules.holidays));
        if published > last {
            found.push((index, late("com-21-decision", Key::DecisionDays, (event, days, last), published, rules)));
        }
        return;
    }
    let issuer = record.envelope.issuer.as_ref().and_then(|r| library.get(&r.id));
    let government = issuer.is_some_and(|i| i.facets.organization_type == Some("government"));
    // Of what happened before the publication the last is what it was made for.
    let happened = facets.happened.iter().map(|h| h.date).chain(held).filter(|day| *day <= published).max();
    if let (true, Some(event), Some(days)) = (government, happened, rules.profile.whole(Key::GovernmentWorkingDays)) {
        let last = or_plain(profile::plus_working_days(event, days, rules.holidays));
        if published > last {
            found.push((index, late("com-21-government", Key::GovernmentWorkingDays, (event, days, last), published, rules)));
        }
    }
}

fn late(message: &'static str, key: Key, (event, days, last): (Date, u32, Date), published: Date, rules: &Rules<'_>) -> Finding {
    let mut finding = Finding::new(Severity::Info, "COM-21", message, "published");
    finding.arg("event", event).arg("days", days).arg("last", last).arg("published", published).law(rules.profile.law(key));
    finding
}

fn or_plain(last: Result<Date, profile::NoTable>) -> Date {
    last.unwrap_or_else(|beyond| beyond.plain)
}
