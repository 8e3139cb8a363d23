//! `page`: plain pages at the language root, such as "about".

use crate::record::cx::{CheckCx, ViewCx};
use crate::record::envelope::Envelope;
use crate::record::facet::Facets;
use crate::record::field::{Reader, StructSpec, Visit};
use crate::record::view::{KindView, Summary};
use crate::record::{Fields, Kind};
use crate::yaml::Node;

/// A plain page has the envelope and a body, no facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Page;

pub const KIND: Kind = Kind {
    folder: "pages",
    name: "page",
    aliases: &["页面", "网页"],
    spec: &StructSpec { key: "", fields: &[] },
    read: |_: &Node, _: &mut Reader<'_>| Some(Box::new(Page)),
    money_code: "COM-03",
    sample: &[],
    listed: false,
};

impl Fields for Page {
    fn check(&self, _: &mut CheckCx<'_>) {}

    fn facets(&self, _: &Envelope) -> Facets {
        Facets::default()
    }

    fn summary(&self, _: &ViewCx<'_>) -> Summary {
        Summary::default()
    }

    fn view(&self, _: &ViewCx<'_>) -> KindView {
        KindView::default()
    }

    fn walk<'a>(&'a self, _: &mut Visit<'_, 'a>) {}
}
