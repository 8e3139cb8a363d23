//! Ids of records and references to them.
//!
//! In: `places/dongmen`, `renovation/lights#p1`. Out: [`RecordId`], [`Ref`]. Always: an id is
//! `<folder>/<stem>` with an ASCII stem `[a-z0-9-]`; a reference may name an item by `#id`.

use std::fmt;
use std::sync::Arc;

use super::ValueError;

/// `<folder>/<stem>`: stable, never reused.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(Arc<str>);

impl RecordId {
    pub fn new(folder: &str, stem: &str) -> Self {
        Self(format!("{folder}/{stem}").into())
    }

    /// Reads `folder/stem`; `None` for any other shape.
    pub fn parse(text: &str) -> Option<Self> {
        let (folder, stem) = text.split_once('/')?;
        (is_slug(folder) && is_slug(stem)).then(|| Self(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn folder(&self) -> &str {
        self.0.split('/').next().unwrap_or("")
    }

    pub fn stem(&self) -> &str {
        self.0.split('/').nth(1).unwrap_or("")
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A reference to a record or to one of its items.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref {
    pub id: RecordId,
    /// Item id inside the record.
    pub fragment: Option<Box<str>>,
}

impl Ref {
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let tidy = super::half_width(text);
        let bare = tidy.trim_start_matches('/').trim_end_matches('/');
        let (id, fragment) = bare.split_once('#').map_or((bare, None), |(i, f)| (i, Some(f)));
        let fragment_ok = fragment.is_none_or(is_item_id);
        match RecordId::parse(id).filter(|_| fragment_ok) {
            Some(id) => Ok(Self { id, fragment: fragment.map(Into::into) }),
            None => Err(ValueError::new("ref-shape").arg("text", text.trim())),
        }
    }
}

impl fmt::Display for Ref {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.fragment {
            Some(fragment) => write!(f, "{}#{fragment}", self.id),
            None => self.id.fmt(f),
        }
    }
}

/// An item id: ASCII `[a-z0-9-]`, at most 60 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(pub Box<str>);

impl Slug {
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        if is_slug(text) { Ok(Self(text.into())) } else { Err(ValueError::new("slug-shape").arg("text", text)) }
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A file beside the record, by its bare name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileName(pub Box<str>);

impl FileName {
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        let outside = text.starts_with('/') || text.contains('\\') || text.contains(':') || text.split('/').any(|p| p == ".." || p == ".");
        if outside {
            return Err(ValueError::new("file-outside").arg("text", text));
        }
        if text.is_empty() { Err(ValueError::new("file-shape").arg("text", text)) } else { Ok(Self(text.into())) }
    }
}

/// Ids and stems: ASCII `[a-z0-9-]`, 1 to 60 characters, no hyphen at an end.
pub fn is_slug(text: &str) -> bool {
    (1..=60).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
}

/// Fragments may also be natural keys: a number, a date, a file name, a rule.
fn is_item_id(text: &str) -> bool {
    !text.is_empty() && text.len() <= 120 && !text.contains(['#', '/', ' ', '<', '>', '"'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_ids_with_an_optional_item() {
        let r = Ref::parse("renovation/lights#p1").unwrap();
        assert_eq!((r.id.folder(), r.id.stem(), r.fragment.as_deref()), ("renovation", "lights", Some("p1")));
        assert_eq!(Ref::parse("/notices/2026-06-water/").unwrap().to_string(), "notices/2026-06-water");
        for bad in ["places", "Places/a", "a/b/c", "places/东门", "a/b#", "../x"] {
            assert_eq!(Ref::parse(bad).unwrap_err().message, "ref-shape", "{bad}");
        }
        for bad in ["../a.pdf", "/etc/passwd", "C:\\a.pdf", "a/../../b"] {
            assert_eq!(FileName::parse(bad).unwrap_err().message, "file-outside", "{bad}");
        }
    }
}
