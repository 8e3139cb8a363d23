//! The facets of `organization`: what its records offer to rules and pages beyond the kind.
//!
//! In: the fields and the envelope. Out: [`Facets`]. Always: each facet names the field it comes from.

use super::fields::{Organization, Role, RoleCode};
use crate::record::codelists::DeadlineKind;
use crate::record::envelope::Envelope;
use crate::record::facet::{Deadline, Facets};

pub(super) fn facets(organization: &Organization, envelope: &Envelope) -> Facets {
    let term = |(i, role): (usize, &Role)| {
        let term = role.term?;
        let at = format!("roles[{i}].term.to");
        Some(Deadline { what: DeadlineKind::Term, at, from: Some(term.from), until: term.to?, contact: None })
    };
    Facets {
        parent: organization.parent.clone(),
        deadlines: organization.roles.iter().enumerate().filter_map(term).chain(Deadline::posting(envelope)).collect(),
        organization_type: Some(organization.kind),
        phone: Some(organization.contact.phone.clone()),
        named: true,
        overseers: organization.roles.iter().filter(|r| r.role == RoleCode::Supervisor).map(|r| r.id.0.clone()).collect(),
        ..Facets::default()
    }
}
