//! What is urgent can be read by everybody (NOT-05).
//!
//! In: the library. Out: findings. Always: a picture or a scan is no text: screen readers and small phones get nothing of it.

use crate::diagnostic::Severity;
use crate::record::cx::Finding;
use crate::record::envelope::Status;
use crate::relate::{Index, Library};

pub fn check(library: &Library, found: &mut Vec<(Index, Finding)>) {
    for (index, record) in library.records.iter().enumerate() {
        let Some(at) = record.facets.told_in_body else { continue };
        let counts = library.is_shown(index) && record.envelope.status() == Status::Published;
        let words = record.bodies.iter().flatten().any(|body| !body.plain.trim().is_empty());
        if counts && !words && !record.envelope.attachments.is_empty() {
            let mut finding = Finding::new(Severity::Warning, "NOT-05", "not-05-no-text", at);
            finding.arg("count", record.envelope.attachments.len());
            found.push((index, finding));
        }
    }
}
