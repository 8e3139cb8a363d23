//! NOT-05: everybody can read an urgent notice.
//!
//! In: the library. Out: findings. Always: a picture or a scan does not count as text, since screen readers and small phones cannot
//! read it.

use super::RelateCx;

pub(super) fn not_05(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    for index in cx.published() {
        let record = &library.records[index];
        let Some(at) = record.facets.told_in_body else { continue };
        let has_text = record.bodies.iter().flatten().any(|body| !body.plain.trim().is_empty());
        if !has_text && !record.envelope.attachments.is_empty() {
            cx.warning(index, "NOT-05", "not-05-no-text", at).arg("count", record.envelope.attachments.len());
        }
    }
}
