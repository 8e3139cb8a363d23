//! Languages: tags, scripts, own names, formatting, order, catalogues of words.
//!
//! In: a BCP 47 tag and plain values. Out: text in that language, and whether ICU has data for it. Always: no other module needs a
//! type of ICU or Fluent; a [`Language`] is built once per run and shared; a text is always returned with its language.

mod catalog;
mod choose;
pub mod foreign;
mod format;
mod profile;
#[cfg(test)]
mod tests;
mod words;

use std::fmt;
use std::sync::Arc;

#[cfg(test)]
pub use catalog::Difference;
pub use catalog::{Args, Catalog, Given};
pub use choose::{Tongue, choose};
pub use format::{Clock, Day, Formatter, Join};
pub use profile::Profile;
pub use words::Words;

/// The direction of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dir {
    Ltr,
    Rtl,
}

impl Dir {
    /// The value of HTML's `dir`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

impl fmt::Display for Dir {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One language of the site.
#[derive(Debug, Clone)]
pub struct Language {
    /// Canonical BCP 47 tag, for `lang` and `hreflang`.
    pub tag: String,
    /// The path segment, which also keys localized text (`zh`).
    pub path: String,
    pub dir: Dir,
    /// ISO 3166 code of the territory where the language is mostly written, empty if unknown.
    territory: String,
    /// ISO 15924 code, empty if unknown.
    pub script: String,
    /// The language's name in itself, or the tag if the name is not known.
    pub name: String,
    pub profile: Profile,
    /// Tag without extensions; it selects catalogues.
    base: String,
    known: bool,
    format: Arc<Formatter>,
}

/// Why a language cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LanguageError {
    #[error("`{0}` is not a BCP 47 language tag")]
    Tag(String),
    #[error("`{0}` is not a path segment of small ASCII letters, digits and hyphens")]
    Path(String),
    #[error("no usable locale data for `{tag}`: {reason}")]
    Data { tag: String, reason: String },
}

impl Language {
    /// Reads the tag and builds the formatters, which takes up to a millisecond: once per language and run.
    pub fn new(tag: &str, path: &str) -> Result<Self, LanguageError> {
        let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if path.is_empty() || !path.bytes().all(letter) || path.starts_with('-') || path.ends_with('-') {
            return Err(LanguageError::Path(path.to_owned()));
        }
        let identity = format::identify(tag).ok_or_else(|| LanguageError::Tag(tag.to_owned()))?;
        let format = Formatter::new(&identity).map_err(|reason| LanguageError::Data { tag: tag.to_owned(), reason })?;
        Ok(Self {
            path: path.to_owned(),
            dir: if identity.rtl { Dir::Rtl } else { Dir::Ltr },
            name: profile::name(&identity.language, &identity.script).map_or_else(|| identity.tag.clone(), str::to_owned),
            profile: profile::of(&identity.script),
            known: format.has_data() || format::identify(&identity.language).is_some_and(|i| !i.script.is_empty()),
            tag: identity.tag,
            script: identity.script,
            territory: identity.territory,
            base: identity.base,
            format: Arc::new(format),
        })
    }

    /// Writes dates, figures and lists in this language.
    pub fn format(&self) -> &Formatter {
        &self.format
    }

    /// The locale of link previews: `zh_CN`, or the bare language if no territory is known.
    pub fn og_locale(&self) -> String {
        let language = self.base.split('-').next().unwrap_or_default();
        if self.territory.is_empty() { language.to_owned() } else { format!("{language}_{}", self.territory) }
    }

    /// Whether ICU has date formats of the language; otherwise dates are ISO 8601, and figures follow root data.
    pub fn has_data(&self) -> bool {
        self.format.has_data()
    }

    /// Whether the language subtag is known; otherwise the tag is probably mistyped.
    pub fn is_known(&self) -> bool {
        self.known
    }

    /// Written in Han characters, without spaces between words and at soft line breaks.
    pub fn is_han(&self) -> bool {
        matches!(self.script.as_str(), "Hans" | "Hant" | "Hani" | "Jpan")
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag && self.path == other.path
    }
}

/// The languages of a site, in order; the first is the primary.
#[derive(Debug, Clone, PartialEq)]
pub struct Languages(Vec<Arc<Language>>);

/// Why a set of languages cannot be used; the number is the position of the wrong language.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LanguagesError {
    #[error("a site needs at least one language")]
    None,
    #[error("language {0} repeats the tag or path segment of an earlier one")]
    Repeated(usize),
}

impl Languages {
    pub fn new(languages: Vec<Language>) -> Result<Self, LanguagesError> {
        if languages.is_empty() {
            return Err(LanguagesError::None);
        }
        for (i, language) in languages.iter().enumerate() {
            if languages[..i].iter().any(|l| l.tag == language.tag || l.path == language.path) {
                return Err(LanguagesError::Repeated(i));
            }
        }
        Ok(Self(languages.into_iter().map(Arc::new).collect()))
    }

    /// The language of the originals.
    pub fn primary(&self) -> &Arc<Language> {
        &self.0[0]
    }

    /// All but the primary.
    pub fn others(&self) -> &[Arc<Language>] {
        &self.0[1..]
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Arc<Language>> {
        self.0.iter()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Always false: a site has a language.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'a> IntoIterator for &'a Languages {
    type Item = &'a Arc<Language>;
    type IntoIter = std::slice::Iter<'a, Arc<Language>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}
