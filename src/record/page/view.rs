//! What a plain page shows beside its body: nothing.

use super::fields::Page;
use crate::record::structured_data::StructuredData;
use crate::record::view::{KindView, Summary};
use crate::record::view_cx::ViewCx;

pub(super) fn summary(_: &Page, _: &ViewCx<'_>) -> Summary {
    Summary::default()
}

pub(super) fn view(_: &Page, _: &ViewCx<'_>) -> KindView {
    KindView::default()
}

pub(super) fn structured_data(_: &Page, _: &ViewCx<'_>) -> StructuredData {
    StructuredData::default()
}
