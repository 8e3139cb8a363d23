//! The facets of `page`: none, since a plain page states no facts.

use super::fields::Page;
use crate::record::envelope::Envelope;
use crate::record::facet::Facets;

pub(super) fn facets(_: &Page, _: &Envelope) -> Facets {
    Facets::default()
}
