//! On-disk cache of parsed bundles: one bundle as bytes, and back.
//!
//! In: the texts with their YAML as trees, the rendered bodies, what is known of the files beside them. Out: bytes, and all of that
//! again. Always: only bundles in which nothing was found are stored, so that no finding is lost; bytes that are not whole are
//! refused. The only file that names postcard.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::markdown::Body;
use crate::record::{FileInfo, Hashes, Record};
use crate::yaml::Node;

use super::open::Opened;

/// A bundle as an earlier run read it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CachedBundle {
    /// The primary, then the sidecars in their order.
    pub texts: Vec<CachedText>,
    pub derived: Derived,
}

/// One file, decoded and screened.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct CachedText {
    pub text: String,
    pub front: Range<usize>,
    pub body: Range<usize>,
    pub root: Option<Node>,
}

/// The parts of a record that are made from its texts and from files beside them, and take longest to make.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Derived {
    /// By language.
    pub bodies: Vec<Option<Body>>,
    pub files: Vec<FileInfo>,
    pub words_hash: String,
    pub check_code: String,
    pub hashes: Hashes,
}

/// [`CachedBundle`] to be written, field for field.
#[derive(Serialize)]
struct Stored<'a> {
    texts: Vec<StoredText<'a>>,
    derived: StoredParts<'a>,
}

#[derive(Serialize)]
struct StoredText<'a> {
    text: &'a str,
    front: &'a Range<usize>,
    body: &'a Range<usize>,
    root: &'a Option<Node>,
}

#[derive(Serialize)]
struct StoredParts<'a> {
    bodies: &'a [Option<Body>],
    files: &'a [FileInfo],
    words_hash: &'a str,
    check_code: &'a str,
    hashes: &'a Hashes,
}

pub(super) fn to_bytes<'a>(texts: impl Iterator<Item = &'a Opened>, record: &'a Record) -> Option<Vec<u8>> {
    let text = |o: &'a Opened| StoredText { text: &o.source.text, front: &o.front, body: &o.body, root: &o.root };
    let Record { bodies, files, words_hash, check_code, hashes, .. } = record;
    let derived = StoredParts { bodies, files, words_hash, check_code, hashes };
    postcard::to_allocvec(&Stored { texts: texts.map(text).collect(), derived }).ok()
}

impl CachedBundle {
    /// `None` where the bytes are not a whole bundle.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (cached, rest): (Self, _) = postcard::take_from_bytes(bytes).ok()?;
        let fits = |t: &CachedText, range: &Range<usize>| t.text.get(range.clone()).is_some();
        let is_whole = rest.is_empty() && cached.texts.iter().all(|t| fits(t, &t.front) && fits(t, &t.body));
        is_whole.then_some(cached)
    }
}
