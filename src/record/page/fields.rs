//! The fields of `page`: none beside the envelope.
//!
//! In: front matter. Out: [`Page`]. Always: what a plain page says is in its body.

use crate::record::field::{Path, Reader, StructSpec, Visit};
use crate::yaml::Node;

/// A plain page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Page;

impl Page {
    pub(super) const SPEC: StructSpec = StructSpec { key: "", title: "", fields: &[] };

    pub(super) fn read_fields(_: &Node, _: &mut Reader<'_>) -> Option<Self> {
        Some(Self)
    }

    pub(super) fn walk_fields<'a>(&'a self, _: &mut Path<'a>, _: &mut Visit<'_, 'a>) {}
}
