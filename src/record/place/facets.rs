//! The facets of `place`: what its records offer to rules and pages beyond the kind.
//!
//! In: the fields and the envelope. Out: [`Facets`]. Always: each facet names the field it comes from.

use super::fields::{Place, Service};
use crate::record::envelope::Envelope;
use crate::record::facet::{Deadline, Facets, Offer, OpeningHours, Whereabouts};

pub(super) fn facets(place: &Place, envelope: &Envelope) -> Facets {
    let open = place.hours.iter().flat_map(|h| h.days.iter().map(|day| OpeningHours { day: *day, time: h.time }));
    let offer = |s: &Service| Offer { name: s.name.clone(), provider: s.provider.clone(), fee: s.fee };
    Facets {
        parent: place.parent.clone(),
        deadlines: Deadline::posting(envelope).into_iter().collect(),
        opening_hours: open.collect(),
        location: Some(Whereabouts {
            address: place.address.clone(),
            position: place.geo.as_ref().map(|geo| (geo.lat.0.clone(), geo.lon.0.clone())),
        }),
        offers: place.services.iter().map(offer).collect(),
        named: true,
        ..Facets::default()
    }
}
