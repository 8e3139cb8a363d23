//! The facets of `notice`: what its records offer to rules and pages beyond the kind.
//!
//! In: the fields and the envelope. Out: [`Facets`]. Always: each facet names the field it comes from.

use super::fields::Notice;
use crate::record::codelists::DeadlineKind;
use crate::record::envelope::Envelope;
use crate::record::facet::{Deadline, Facets, Urgent};
use crate::value::Moment;

pub(super) fn facets(notice: &Notice, envelope: &Envelope) -> Facets {
    let objection = notice.objection.as_ref().map(|o| Deadline {
        what: DeadlineKind::Objection,
        at: "objection.until".to_owned(),
        from: Some(envelope.posting.map_or(envelope.published, |p| p.from)),
        until: o.until,
        contact: o.contact.clone(),
    });
    let urgent = notice.urgent.then(|| {
        let (until, why) = notice.urgent_until(envelope.published);
        Urgent { from: notice.span().map_or(Moment::Day(envelope.published), |span| span.from), until, why }
    });
    let is_stated = !notice.urgent || !notice.effects.is_empty() || envelope.summary.is_some();
    Facets {
        deadlines: objection.into_iter().chain(Deadline::posting(envelope)).collect(),
        urgent,
        applies_from: notice.span().map(|span| span.from.date()),
        told_in_body: (!is_stated).then_some("attachments"),
        ..Facets::default()
    }
}
