//! Text that exists in several languages.
//!
//! In: the words of the primary language and of the sidecars. Out: words together with their language. Always: the primary
//! language is [`LangId::PRIMARY`]; a request for a language that lacks the text returns the primary words *with their language*.

use std::borrow::Cow;
use std::sync::Arc;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// The composed form (NFC), in which equal words are equal bytes.
pub fn nfc(text: &str) -> Cow<'_, str> {
    // Nearly all text is composed already, and one comparison per character finds that: no character before the first combining
    // mark and no Chinese character combines with the character before it.
    let stands_alone = |c: char| c < '\u{300}' || matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3000}'..='\u{3029}' | '\u{FF01}'..='\u{FF5E}');
    if text.chars().all(stands_alone) {
        return Cow::Borrowed(text);
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => Cow::Borrowed(text),
        _ => Cow::Owned(text.nfc().collect()),
    }
}

/// Position of a language in `site.toml`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct LangId(pub u8);

impl LangId {
    pub const PRIMARY: Self = Self(0);

    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One text in the primary language, with its translations. Clones share the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(Arc<Words>);

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Words {
    primary: Box<str>,
    translations: Vec<(LangId, Box<str>)>,
}

impl Text {
    pub fn new(primary: impl Into<Box<str>>) -> Self {
        Self(Arc::new(Words { primary: primary.into(), translations: Vec::new() }))
    }

    pub fn with(mut self, lang: LangId, text: impl Into<Box<str>>) -> Self {
        let words = Arc::make_mut(&mut self.0);
        // Most sites have two languages, and very many texts.
        words.translations.reserve_exact(1);
        words.translations.push((lang, text.into()));
        self
    }

    pub fn primary(&self) -> &str {
        &self.0.primary
    }

    /// The words in this language, without fallback.
    pub fn in_language(&self, lang: LangId) -> Option<&str> {
        if lang == LangId::PRIMARY {
            return Some(&self.0.primary);
        }
        self.0.translations.iter().find(|(l, _)| *l == lang).map(|(_, t)| &**t)
    }

    /// The words for a reader of this language, with the language that they are in.
    pub fn get(&self, lang: LangId) -> (&str, LangId) {
        self.in_language(lang).map_or((&self.0.primary, LangId::PRIMARY), |t| (t, lang))
    }

    /// All languages present, primary first.
    pub fn all(&self) -> impl Iterator<Item = (LangId, &str)> {
        std::iter::once((LangId::PRIMARY, &*self.0.primary)).chain(self.0.translations.iter().map(|(l, t)| (*l, &**t)))
    }
}
