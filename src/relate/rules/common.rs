//! Dates of events and of publication: dates in the future, COM-17 and COM-21.
//!
//! In: the library, the build date. Out: findings at dates. Always: a record left unpublished on purpose gives a note, not a
//! warning.

use super::RelateCx;
use crate::profile::Key;
use crate::record::codelists::{OccurrenceState, OrganizationType};
use crate::record::decision::Matter;
use crate::relate::Unpublished;

/// A publication date further in the future than this is a typing mistake.
const A_YEAR: i64 = 366;

/// An event in the past tense cannot be dated after the build date.
pub(super) fn ahead(cx: &mut RelateCx<'_>) {
    let (library, today) = (cx.library, cx.today);
    for (index, record) in library.records.iter().enumerate() {
        for happened in record.facets.happened.iter().filter(|h| h.date > today) {
            cx.warning(index, happened.code, happened.message, happened.at.as_str()).arg("date", happened.date);
        }
    }
}

/// A note for each unpublished record; a warning if its year cannot be meant.
pub(super) fn com_17(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    for (&index, unpublished) in &library.unpublished {
        let finding = match unpublished {
            Unpublished::Draft => cx.info(index, "COM-17", "com-17-draft", "status"),
            Unpublished::Until(day) if *day > cx.today.plus_days(A_YEAR) => cx.warning(index, "COM-17", "com-17-far", "published"),
            Unpublished::Until(_) => cx.info(index, "COM-17", "com-17-future", "published"),
        };
        finding.arg("date", library.records[index].envelope.published);
    }
}

/// Government bodies publish within working days, owners' decisions are published within calendar days.
pub(super) fn com_21(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    for index in cx.published() {
        let record = &library.records[index];
        let (facets, published) = (&record.facets, record.envelope.published);
        let met = facets
            .schedule
            .as_ref()
            .filter(|s| !facets.decisions.is_empty() && s.state == OccurrenceState::Confirmed)
            .map(|s| s.start.date);
        let decided = facets.decisions.iter().any(|d| d.is_adopted() && d.matter.is_some_and(Matter::is_owners));
        let (message, key, event) = match met {
            Some(met) if decided && cx.rules.profile.whole(Key::DecisionDays).is_some() => ("com-21-decision", Key::DecisionDays, met),
            _ => {
                let issuer = record.envelope.issuer.as_ref().and_then(|r| library.get(&r.id));
                let government = issuer.is_some_and(|i| i.facets.organization_type == Some(OrganizationType::Government));
                // The publication refers to the last event before it.
                let happened = facets.happened.iter().map(|h| h.date).chain(met).filter(|day| *day <= published).max();
                let Some(event) = happened.filter(|_| government) else { continue };
                ("com-21-government", Key::GovernmentWorkingDays, event)
            }
        };
        let Some(days) = cx.rules.profile.whole(key) else { continue };
        let last = match key {
            Key::GovernmentWorkingDays => cx.calendar.last_working_day(event, days),
            _ => cx.calendar.last_day(event, days),
        };
        if published > last {
            let law = cx.rules.profile.law(key);
            let finding = cx.info(index, "COM-21", message, "published");
            finding.arg("event", event).arg("days", days).arg("last", last).arg("published", published).law(law);
        }
    }
}
