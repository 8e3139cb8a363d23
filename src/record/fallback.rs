//! Words for a language that lacks them.
//!
//! In: the languages that lend words, in order, and the term base. Out: a word of the first language that has it.
//! Always: a word of another language is marked with its language.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::locale::{Args, Catalog, Language, foreign};
use crate::value::LangId;

/// A language that lends words to those that lack them.
pub struct FallbackLanguage {
    pub language: Arc<Language>,
    pub words: Arc<Catalog>,
}

/// The first of these words that somebody has, marked as foreign to the borrower.
pub fn fallback_word(fallbacks: &[FallbackLanguage], ids: &[&str], args: &Args<'_>, borrower: &Language) -> Option<String> {
    fallbacks.iter().find_map(|lender| {
        let text = ids.iter().find_map(|id| lender.words.get(id, args))?;
        Some(if lender.language.tag == borrower.tag { text } else { foreign::mark(&text, &lender.language) })
    })
}

/// The term base `content/glossary.yaml`: a label's words by language.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Glossary {
    pub terms: BTreeMap<String, BTreeMap<LangId, String>>,
}
