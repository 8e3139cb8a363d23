//! Records: the envelope, the table of kinds, and what a kind must offer.
//!
//! In: a bundle read by `parse`. Out: [`Record`]. Always: the kind is known from the folder; the folder of a kind holds
//! everything about it (fields, rules, facets, view, tests) and names no other kind.

/// Implements [`Fields`] by the files of a kind's folder, so that all kinds have the same shape: `fields.rs` has the type,
/// `rules.rs` has `RULES`, `facets.rs` has `facets`, `view.rs` has `summary`, `view` and `structured_data`.
macro_rules! impl_fields {
    ($fields:ty) => {
        impl $crate::record::Fields for $fields {
            fn check(&self, cx: &mut $crate::record::check_cx::CheckCx<'_>) {
                rules::RULES.iter().for_each(|rule| rule(self, cx));
            }

            fn facets(&self, envelope: &$crate::record::envelope::Envelope) -> $crate::record::facet::Facets {
                facets::facets(self, envelope)
            }

            fn summary(&self, cx: &$crate::record::view_cx::ViewCx<'_>) -> $crate::record::view::Summary {
                view::summary(self, cx)
            }

            fn view(&self, cx: &$crate::record::view_cx::ViewCx<'_>) -> $crate::record::view::KindView {
                view::view(self, cx)
            }

            fn structured_data(&self, cx: &$crate::record::view_cx::ViewCx<'_>) -> $crate::record::structured_data::StructuredData {
                view::structured_data(self, cx)
            }

            fn walk<'a>(&'a self, visit: &mut $crate::record::field::Visit<'_, 'a>) {
                self.walk_fields(&mut $crate::record::field::Path::default(), visit);
            }
        }
    };
}

pub mod activity;
pub mod ballot;
pub mod check_code;
pub mod check_cx;
pub mod codelists;
pub mod decision;
pub mod envelope;
pub mod facet;
pub mod fallback;
pub mod field;
pub mod finding;
pub mod locate;
pub mod locked;
pub mod meeting;
pub mod notice;
pub mod organization;
pub mod page;
pub mod place;
pub mod renovation;
pub mod revenue;
pub mod structured_data;
#[cfg(test)]
pub mod test_support;
#[cfg(test)]
mod tests;
pub mod view;
pub mod view_cx;

use std::any::Any;
use std::borrow::Cow;
use std::fmt::Debug;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::markdown::Body;
use crate::source::Source;
use crate::value::{LangId, RecordId};
use crate::yaml::Node;

use check_cx::CheckCx;
use envelope::Envelope;
use facet::Facets;
use field::{Leaf, Reader, Step, StructSpec, Visit};
use structured_data::StructuredData;
use view::{KindView, Summary};
use view_cx::ViewCx;

/// What each kind offers.
pub trait Fields: Any + Debug + Send + Sync {
    /// Rules that hold inside one record.
    fn check(&self, cx: &mut CheckCx<'_>);

    /// What it offers to rules and pages beyond its kind.
    fn facets(&self, envelope: &Envelope) -> Facets;

    /// How lists show it; computed often, since many lists show one record.
    fn summary(&self, cx: &ViewCx<'_>) -> Summary;

    /// What its page shows in one language.
    fn view(&self, cx: &ViewCx<'_>) -> KindView;

    /// Its description for search engines (schema.org), in one language.
    fn structured_data(&self, cx: &ViewCx<'_>) -> StructuredData;

    /// Every leaf, for references, texts, files and figures.
    fn walk<'a>(&'a self, visit: &mut Visit<'_, 'a>);
}

/// One kind of record.
#[derive(Debug)]
pub struct Kind {
    /// The folder under `content/`, and the segment in addresses.
    pub folder: &'static str,
    /// The name in codes and templates.
    pub name: &'static str,
    /// Names accepted by `new`.
    pub aliases: &'static [&'static str],
    pub spec: &'static StructSpec,
    pub read: fn(&Node, &mut Reader<'_>) -> Option<Box<dyn Fields>>,
    /// Code of a malformed amount.
    pub money_code: &'static str,
    /// Keys that `new` writes, required ones first, with an example value each.
    pub sample: &'static [(&'static str, &'static str)],
    /// Whether the kind has a section of its own in the navigation, lists and feeds.
    pub listed: bool,
}

/// One record, sound in itself.
#[derive(Debug)]
pub struct Record {
    pub id: RecordId,
    pub kind: &'static Kind,
    pub envelope: Envelope,
    pub fields: Box<dyn Fields>,
    pub facets: Facets,
    /// The primary file.
    pub source: Arc<Source>,
    /// Where its front matter stands.
    pub front: Range<usize>,
    /// By language; `None` where there is no body in it.
    pub bodies: Vec<Option<Body>>,
    /// Where each body stands, for pages that show several bodies and need other ids.
    pub body_places: Vec<Option<(Arc<Source>, Range<usize>)>>,
    /// By language, the primary first.
    pub languages: Vec<Translation>,
    /// Files beside the record that it names, in order of name.
    pub files: Vec<FileInfo>,
    /// First 8 hex digits of the hash of the primary's words: what `based_on` must equal.
    pub words_hash: String,
    /// 核对码: a digest of the facts, the same on paper and on the site.
    pub check_code: String,
    pub hashes: Hashes,
}

/// Hashes of a record's parts, for telling what changed between two readings of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hashes {
    /// Everything that other pages may show of it: facts, words, files, which texts there are.
    pub facts_hash: u64,
    /// Everything that rules between records and links of other records go by: facts without the words of title and summary
    /// (where no rule reads them), and anchors and links of bodies.
    pub interface_hash: u64,
    /// By language: the body and how far the translation is.
    pub bodies: Vec<u64>,
}

/// A file that a record publishes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileInfo {
    /// As the record names it.
    pub name: String,
    /// Where it lies, relative to the site.
    pub path: Arc<str>,
    /// As published: pictures without their metadata.
    pub len: u64,
    pub hash: crate::hash::ContentHash,
    pub media: crate::media::Media,
    /// Width and height of a picture, the right way up.
    pub size: Option<(u32, u32)>,
}

impl FileInfo {
    /// The name of the smaller picture that pages show; `None` where they show the file itself.
    pub fn shown(&self) -> Option<String> {
        crate::picture::shown_name(&self.name, self.len, self.size?, &self.hash)
    }

    /// The name of the smaller picture where it alone is published: the site keeps originals back, and the record does not
    /// list this one as an attachment.
    pub fn only_shown(&self, envelope: &Envelope, originals: bool) -> Option<String> {
        let is_listed = || envelope.attachments.iter().any(|a| *a.file.0 == *self.name);
        if originals || is_listed() { None } else { self.shown() }
    }
}

/// How a record stands in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Translation {
    /// The original.
    Original,
    Translated,
    /// The original's words changed after it. `on` is the day the translation was made, if stamped.
    Stale {
        on: Option<crate::value::Date>,
    },
    Missing,
    /// The record says that this language is not needed.
    NotNeeded,
}

impl Translation {
    /// Whether there is a real text in this language.
    pub fn exists(&self) -> bool {
        matches!(self, Self::Original | Self::Translated | Self::Stale { .. })
    }
}

impl Record {
    /// Every leaf of envelope and fields, with its path.
    pub fn walk<'a>(&'a self, visit: &mut Visit<'_, 'a>) {
        self.envelope.walk_fields(&mut field::Path::default(), visit);
        self.fields.walk(visit);
    }

    /// The path of a field as [`field::Path::public`] has it, from what an author wrote: fields may have their Chinese names, items
    /// of a list may be named by a text of theirs that no other has.
    pub fn path_of<'p>(&self, written: &'p str) -> Cow<'p, str> {
        if written.is_ascii() {
            return Cow::Borrowed(written);
        }
        let mut path = String::with_capacity(written.len());
        for step in field::steps(&[&Envelope::SPEC, self.kind.spec], written) {
            let part = match step {
                Step::Field(name) => Cow::Borrowed(name),
                Step::Item(key) if key.is_ascii() => Cow::Borrowed(key),
                Step::Item(name) => self.item_named(&path, name),
                Step::Unknown(part) => Cow::Borrowed(part),
            };
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(&part);
        }
        Cow::Owned(path)
    }

    /// The key of the one item in a list that has this text; else the text itself.
    fn item_named<'p>(&self, list: &str, name: &'p str) -> Cow<'p, str> {
        let mut keys: Vec<String> = Vec::new();
        self.walk(&mut |path, _, leaf| {
            let text = match leaf {
                Leaf::Text(text) => text.primary(),
                Leaf::Item(key) if *key == *name && path.public() == format!("{list}.{name}") => return keys.push(key.into_owned()),
                _ => return,
            };
            if text == name
                && let Some((above, key)) = path.item_above()
                && above == list
                && !keys.iter().any(|k| k == key)
            {
                keys.push(key.to_owned());
            }
        });
        match keys.pop() {
            Some(key) if keys.is_empty() => Cow::Owned(key),
            _ => Cow::Borrowed(name),
        }
    }

    pub fn translation(&self, lang: LangId) -> &Translation {
        self.languages.get(lang.index()).unwrap_or(&Translation::Missing)
    }

    /// The body for a reader of this language and the language it is in.
    pub fn body(&self, lang: LangId) -> Option<(&Body, LangId)> {
        let own = self.bodies.get(lang.index()).and_then(Option::as_ref).map(|b| (b, lang));
        own.or_else(|| self.bodies.first().and_then(Option::as_ref).map(|b| (b, LangId::PRIMARY)))
    }
}

/// All kinds, in the order of navigation. No other place lists them.
pub const KINDS: &[&Kind] =
    &[&meeting::KIND, &revenue::KIND, &renovation::KIND, &activity::KIND, &notice::KIND, &organization::KIND, &place::KIND, &page::KIND];

impl Kind {
    pub fn of_folder(folder: &str) -> Option<&'static Kind> {
        KINDS.iter().copied().find(|k| k.folder == folder)
    }

    /// Finds a kind by any of its names, Chinese or English.
    pub fn named(name: &str) -> Option<&'static Kind> {
        let name = name.trim().to_lowercase();
        KINDS.iter().copied().find(|k| k.folder == name || k.name == name || k.aliases.contains(&name.as_str()))
    }
}
