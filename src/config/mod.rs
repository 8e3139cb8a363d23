//! The settings of a site, from site.toml.
//!
//! In: the source of site.toml and facts from other modules ([`Known`]). Out: a [`Config`] and every mistake of the
//! file, with its place. Always: the config is complete and consistent, so that later stages can
//! report their own findings in the same run; a wrong value is replaced by the default or the nearest valid value. The
//! findings decide whether to publish, not the config.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::rulebook::RuleBook;
use crate::source::{Source, Span};

mod address;
mod keys;
mod levels;
mod read;
mod starter;
pub(crate) mod tree;

pub use address::base_url;
pub use keys::{KeyDoc, KeyType, keys};
pub use levels::{Level, Levels};
pub use starter::{Starter, StarterLanguage, default_toml};

/// The file's name, in the root of the site.
pub const FILE_NAME: &str = "site.toml";

/// The settings of a site.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// Absolute, with exactly one `/` at the end.
    pub base_url: String,
    pub timezone: String,
    /// Three capital letters.
    pub currency: String,
    pub theme: String,
    /// Whether the originals of photos are published beside the smaller copies that pages show.
    pub originals: bool,
    /// Whether neighbouring lines of a text are joined, as in CommonMark.
    pub join_lines: bool,
    /// A built-in profile's name, or a path to a `.toml` file of the site.
    pub profile: String,
    /// Record id of the default issuer.
    pub publisher: Option<String>,
    /// Relative to the root, forward slashes.
    pub output: String,
    pub name: Text,
    pub description: Option<Text>,
    /// At least one; the first is the primary language.
    pub languages: Vec<Language>,
    pub contact: Contact,
    pub limits: Limits,
    pub levels: Levels,
    /// Where the values stand, by dotted key, for findings of later stages (`publisher` names no record);
    /// the font of a language by its path, `languages.mn.font`.
    pub places: BTreeMap<String, Span>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// BCP 47.
    pub tag: String,
    /// Segment in addresses and file names; keys every localized text.
    pub path: Arc<str>,
    /// The language's name in that language, if the settings give one.
    pub name: Option<String>,
    /// A font file for the script of the language, below `fonts/`.
    pub font: Option<String>,
}

/// A text of the settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// One text for all languages, such as a phone number.
    Same(String),
    /// By language path; never empty.
    PerLanguage(BTreeMap<Arc<str>, String>),
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    pub phone: Option<Text>,
    pub email: Option<Text>,
    pub hours: Option<Text>,
    pub address: Option<Text>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Larger attachments get a warning; in bytes.
    pub attachment_bytes: u64,
}

/// Facts of other modules that the reader of settings needs.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// The rules whose level a site may change.
    pub rules: &'a RuleBook,
    /// Whether a time zone of this name exists.
    pub is_timezone: &'a dyn Fn(&str) -> bool,
    /// Whether a text is a well-formed language tag.
    pub is_tag: &'a dyn Fn(&str) -> bool,
}

/// Reads the settings and reports every mistake.
pub fn read(source: &Arc<Source>, known: &Known<'_>) -> (Config, Vec<Diagnostic>) {
    read::read(source, known)
}

/// The nearest folder, from `start` upwards, that contains a site.toml.
pub fn find_root(start: &Path, exists: &dyn Fn(&Path) -> bool) -> Option<PathBuf> {
    start.ancestors().find(|folder| exists(&folder.join(FILE_NAME))).map(Path::to_path_buf)
}

impl Config {
    pub fn primary(&self) -> &Language {
        &self.languages[0]
    }

    pub fn language(&self, path: &str) -> Option<&Language> {
        self.languages.iter().find(|l| &*l.path == path)
    }

    /// The site's name in a language, and the language it is in.
    pub fn name(&self, path: &str) -> (&str, &str) {
        let primary = &*self.primary().path;
        let (text, lang) = self.name.get(path, primary);
        (text, lang.unwrap_or(primary))
    }

    /// Whether the site lies at an address that readers can reach: not at that of a new site, which stands in examples only.
    pub fn has_address(&self) -> bool {
        !address::is_placeholder(&self.base_url)
    }

    /// The absolute address of a path inside the site.
    pub fn address(&self, path: &str) -> String {
        format!("{}{}", self.base_url, path.trim_start_matches('/'))
    }

    pub fn place(&self, key: &str) -> Option<Span> {
        self.places.get(key).cloned()
    }

    /// A finding at the place of a key, if the file has the key.
    pub fn locate(&self, key: &str, finding: Diagnostic) -> Diagnostic {
        match self.place(key) {
            Some(span) => finding.at(span),
            None => finding,
        }
    }
}

impl Text {
    /// The text for a language, else for the primary language, else the first, with the path of the
    /// text's language (`None`: for all languages).
    pub fn get(&self, path: &str, primary: &str) -> (&str, Option<&str>) {
        match self {
            Self::Same(text) => (text, None),
            Self::PerLanguage(texts) => {
                let found = texts.get_key_value(path).or_else(|| texts.get_key_value(primary)).or_else(|| texts.first_key_value());
                found.map_or(("", None), |(lang, text)| (text, Some(lang)))
            }
        }
    }
}

#[cfg(test)]
mod tests;
