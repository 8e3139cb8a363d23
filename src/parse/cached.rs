//! What reading a bundle came to, in bytes, for a later run that finds its files as they are now.
//!
//! In: the texts with their YAML as trees, the rendered bodies, what is known of the files beside them. Out: bytes, and all
//! that again. Always: only of bundles in which nothing was found, so that no finding can be lost; bytes that are not
//! whole are nothing. The only file that names postcard.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::markdown::Body;
use crate::record::{FileInfo, Hashes, Record};
use crate::yaml::Node;

use super::Opened;

/// A bundle as it was read.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CachedBundle {
    /// The primary, then the sidecars in their order.
    pub texts: Vec<OneText>,
    /// By language.
    pub bodies: Vec<Option<Body>>,
    pub files: Vec<FileInfo>,
    pub words_hash: String,
    pub check_code: String,
    pub hashes: Hashes,
}

/// One file, decoded and screened.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct OneText {
    pub text: String,
    pub front: Range<usize>,
    pub body: Range<usize>,
    pub root: Option<Node>,
}

/// The same to be written, field for field.
#[derive(Serialize)]
struct Written<'a> {
    texts: Vec<WrittenText<'a>>,
    bodies: &'a [Option<Body>],
    files: &'a [FileInfo],
    words_hash: &'a str,
    check_code: &'a str,
    hashes: &'a Hashes,
}

#[derive(Serialize)]
struct WrittenText<'a> {
    text: &'a str,
    front: &'a Range<usize>,
    body: &'a Range<usize>,
    root: &'a Option<Node>,
}

pub(super) fn to_bytes<'a>(texts: impl Iterator<Item = &'a Opened>, record: &'a Record) -> Option<Vec<u8>> {
    let text = |o: &'a Opened| WrittenText { text: &o.source.text, front: &o.front, body: &o.body, root: &o.root };
    let Record { bodies, files, words_hash, check_code, hashes, .. } = record;
    postcard::to_allocvec(&Written { texts: texts.map(text).collect(), bodies, files, words_hash, check_code, hashes }).ok()
}

impl CachedBundle {
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (cached, rest): (Self, _) = postcard::take_from_bytes(bytes).ok()?;
        let fits = |t: &OneText, range: &Range<usize>| t.text.get(range.clone()).is_some();
        let is_whole = rest.is_empty() && cached.texts.iter().all(|t| fits(t, &t.front) && fits(t, &t.body));
        is_whole.then_some(cached)
    }
}
