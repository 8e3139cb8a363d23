//! The site: everything that all records and pages share.
//!
//! In: the settings, the theme's catalogues, `content/glossary.yaml` and `content/tags.yaml`. Out: a [`Site`]. Always: languages,
//! catalogues and names are in the order of `site.toml`; a word that a language lacks comes from the primary language (then
//! Chinese, then English) and is marked.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::font::Font;
use crate::hash::short_hash;
use crate::locale::{Args, Catalog, Language};
use crate::profile::Profile;
use crate::record::fallback::{FallbackLanguage, Glossary, fallback_word};
use crate::record::field::{comment, lost_text};
use crate::source::{Source, Span};
use crate::theme::{self, Theme};
use crate::value::date::Zone;
use crate::value::reference::is_slug;
use crate::value::{Holidays, LangId};
use crate::yaml::{self, Value};

/// The data that all records and pages share.
pub struct Site {
    pub config: Config,
    /// The rule profile.
    pub profile: Arc<Profile>,
    pub languages: Vec<Arc<Language>>,
    /// By language.
    pub catalogs: Vec<Arc<Catalog>>,
    /// The fallback languages for missing words: the primary language, then Chinese and English of the theme.
    pub fallbacks: Vec<FallbackLanguage>,
    pub zone: Zone,
    pub holidays: &'static Holidays,
    pub glossary: Glossary,
    /// Names of tags by language.
    pub tags: BTreeMap<String, BTreeMap<LangId, String>>,
    /// By language: the font that the site brings for it.
    pub fonts: Vec<Option<Arc<Font>>>,
    pub theme: Theme,
    pub words: theme::Words,
    /// A hash of all of the above.
    pub key: u64,
    /// A hash of the parts that reading and checking records depend on.
    pub reading_key: u64,
}

/// The texts that belong to the site as a whole, decoded.
#[derive(Default)]
pub struct Texts {
    pub glossary: Option<Arc<Source>>,
    pub tags: Option<Arc<Source>>,
    /// Fonts by path segment of their language; no texts, but read with them.
    pub fonts: BTreeMap<Arc<str>, Arc<Font>>,
}

impl Site {
    /// Applies the levels of the profile and then of the site; findings that are switched off are left out.
    pub fn apply_levels(&self, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        self.config.levels.apply(self.profile.levels.apply(findings))
    }

    /// Puts the parts together; findings are about the settings, the theme and the two data files.
    pub fn assemble(config: Config, profile: Arc<Profile>, theme: Theme, texts: &Texts, findings: &mut Vec<Diagnostic>) -> Option<Self> {
        let mut languages = Vec::new();
        for setting in &config.languages {
            match Language::new(&setting.tag, &setting.path) {
                Ok(mut language) => {
                    if let Some(name) = &setting.name {
                        language.name.clone_from(name);
                    }
                    languages.push(Arc::new(language));
                }
                Err(_) => {
                    findings.push(Diagnostic::error("E108", "e108-language", crate::config::FILE_NAME).arg("tag", setting.tag.as_str()))
                }
            }
        }
        if languages.len() != config.languages.len() {
            return None;
        }
        let zone = Zone::named(&config.timezone)?;
        let catalogs: Vec<Arc<Catalog>> = languages
            .iter()
            .map(|language| {
                let (catalog, found) = Catalog::load(language, &catalogue_sources(&theme, language));
                findings.extend(found);
                Arc::new(catalog)
            })
            .collect();
        let fallbacks = fallbacks(&theme, &languages, &catalogs);
        let words = words(&languages, &catalogs, &fallbacks);
        let glossary = Glossary { terms: texts.glossary.as_ref().map(|s| terms(s, &languages, true, findings)).unwrap_or_default() };
        let tags = texts.tags.as_ref().map(|s| terms(s, &languages, false, findings)).unwrap_or_default();
        // The values of the settings; places in the file do not count.
        let settings = format!("{:?}", Config { places: BTreeMap::new(), ..config.clone() });
        let law = format!("{profile:?}");
        let fonts: Vec<_> = config.languages.iter().map(|l| texts.fonts.get(&l.path).cloned()).collect();
        let marks: Vec<_> = fonts.iter().flatten().map(|font| font.hash().to_string()).collect();
        let texts = [&texts.glossary, &texts.tags].map(|s| s.as_ref().map_or("", |s| s.text.as_str()));
        let catalogues: Vec<_> = theme.catalogues().values().flatten().map(|c| (&c.path, &c.text)).collect();
        let key = short_hash(&(env!("CARGO_PKG_VERSION"), theme.fingerprint(), catalogues, &settings, &law, texts, marks));
        let reading_key = short_hash(&(format!("{:?} {:?} {}", config.languages, config.limits, config.join_lines), &law));
        Some(Self {
            key,
            reading_key,
            config,
            profile,
            languages,
            catalogs,
            fallbacks,
            zone,
            holidays: Holidays::china(),
            glossary,
            tags,
            fonts,
            theme,
            words,
        })
    }

    pub fn lang(&self, lang: LangId) -> &Arc<Language> {
        &self.languages[lang.index().min(self.languages.len() - 1)]
    }

    pub fn lang_ids(&self) -> impl Iterator<Item = LangId> + use<> {
        (0..self.languages.len()).map(|i| LangId(i as u8))
    }

    /// A word in a language, or in the first fallback language that has it, or else the id.
    pub fn say(&self, lang: LangId, id: &str, args: &Args<'_>) -> String {
        let own = self.catalogs[lang.index()].get(id, args);
        own.or_else(|| fallback_word(&self.fallbacks, &[id], args, self.lang(lang))).unwrap_or_else(|| id.to_owned())
    }

    pub fn word(&self, lang: LangId, id: &str) -> String {
        self.say(lang, id, &Args::new())
    }
}

/// The theme's catalogue files that serve a language: by path segment, by tag, by the bare language.
fn catalogue_sources(theme: &Theme, language: &Language) -> Vec<Arc<Source>> {
    let bare = language.tag.split('-').next().unwrap_or("");
    let mut names = vec![bare, language.tag.as_str(), language.path.as_str()];
    names.dedup();
    let mut seen = std::collections::BTreeSet::new();
    names
        .into_iter()
        .filter(|name| seen.insert(*name))
        .filter_map(|name| theme.catalogues().get(name))
        .flatten()
        .map(|catalogue| Source::new(catalogue.path.as_str(), catalogue.text.as_ref()))
        .collect()
}

fn fallbacks(theme: &Theme, languages: &[Arc<Language>], catalogs: &[Arc<Catalog>]) -> Vec<FallbackLanguage> {
    let mut fallbacks = vec![FallbackLanguage { language: Arc::clone(&languages[0]), words: Arc::clone(&catalogs[0]) }];
    // The embedded Chinese catalogue has all words.
    for (tag, path) in [("zh-Hans", "zh"), ("en", "en")] {
        if languages[0].tag == tag {
            continue;
        }
        if let Ok(language) = Language::new(tag, path) {
            let (catalog, _) = Catalog::load(&language, &catalogue_sources(theme, &language));
            fallbacks.push(FallbackLanguage { language: Arc::new(language), words: Arc::new(catalog) });
        }
    }
    fallbacks
}

/// All plain words for the templates; those of a fallback language are marked with the language.
fn words(languages: &[Arc<Language>], catalogs: &[Arc<Catalog>], fallbacks: &[FallbackLanguage]) -> theme::Words {
    let by_language = languages
        .iter()
        .zip(catalogs)
        .map(|(language, own)| {
            let chain = std::iter::once((language, own)).chain(fallbacks.iter().map(|l| (&l.language, &l.words)));
            let mut found: BTreeMap<String, theme::Word> = BTreeMap::new();
            for (from, catalog) in chain {
                for (id, text) in catalog.plain() {
                    let foreign = from.tag != language.tag;
                    let fallback = foreign.then(|| (from.tag.clone(), from.dir.as_str()));
                    found.entry(id.clone()).or_insert(theme::Word { id, text, fallback });
                }
            }
            (language.path.clone(), found.into_values().collect())
        })
        .collect();
    theme::Words::new(&by_language)
}

/// A file of terms, each with its words by language. Keys are words (glossary) or slugs (tags).
fn terms(
    source: &Arc<Source>,
    languages: &[Arc<Language>],
    any_key: bool,
    findings: &mut Vec<Diagnostic>,
) -> BTreeMap<String, BTreeMap<LangId, String>> {
    let Some(root) = yaml::read(source, 0..source.text.len(), &|_| false, findings) else { return BTreeMap::new() };
    if root.is_empty() {
        return BTreeMap::new();
    }
    let mut out = BTreeMap::new();
    if !matches!(root.value, Value::Map(_)) {
        findings.push(Diagnostic::error_at("COM-03", "com-03-terms-shape", Span::new(source, source.line_range(1))));
    }
    for entry in root.entries() {
        let at = Span::new(source, entry.key_range());
        if !any_key && !is_slug(&entry.key) {
            findings.push(Diagnostic::error_at("COM-03", "slug-shape", at).arg("text", entry.key.as_str()));
            continue;
        }
        if !matches!(entry.value.value, Value::Map(_)) {
            findings.push(Diagnostic::error_at("COM-03", "com-03-terms-shape", at));
            continue;
        }
        let mut words = BTreeMap::new();
        for translation in entry.value.entries() {
            let at = Span::new(source, translation.key_range());
            let Some(lang) = languages.iter().position(|l| l.path == translation.key) else {
                let known = languages.iter().map(|l| l.path.clone()).collect();
                let finding = Diagnostic::error_at("COM-03", "com-03-terms-language", at).arg("lang", translation.key.as_str());
                findings.push(finding.arg("known", crate::diagnostic::Arg::OneOf(known)));
                continue;
            };
            match translation.value.scalar() {
                Some(text) if !translation.value.is_empty() => {
                    let lost = comment(source, translation.value.range().end).filter(|_| translation.value.is_plain());
                    findings.extend(lost.map(|lost| lost_text(source, lost)));
                    words.insert(LangId(lang as u8), text.trim().to_owned());
                }
                Some(_) => {}
                None => findings.push(Diagnostic::error_at("COM-03", "com-03-terms-shape", at)),
            }
        }
        out.insert(entry.key.clone(), words);
    }
    out
}
