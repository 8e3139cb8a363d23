//! The severity of each rule in this site: `[severity]` and `[severity.<language path>]`.
//!
//! In: the levels of the settings. Out: findings with these levels; rules that are off are removed. Always: a rule that is
//! marked `always_error` in the rule book stays an error.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::rulebook::{self, Weight};

/// The level that a site sets for one rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Is(Severity),
    Off,
}

impl Level {
    pub const NAMES: &'static [&'static str] = &["error", "warning", "info", "off"];

    pub fn of_name(name: &str) -> Option<Self> {
        Some(match name {
            "error" => Self::Is(Severity::Error),
            "warning" => Self::Is(Severity::Warning),
            "info" => Self::Is(Severity::Info),
            "off" => Self::Off,
            _ => return None,
        })
    }
}

/// The levels of a site, by code; the level for a language takes precedence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    pub all: BTreeMap<String, Level>,
    pub by_language: BTreeMap<Arc<str>, BTreeMap<String, Level>>,
}

impl Levels {
    /// The level of a rule, optionally for a text in one language.
    pub fn of(&self, code: &str, lang: Option<&str>) -> Option<Level> {
        if rulebook::rule(code).is_some_and(|rule| rule.weight == Weight::AlwaysError) {
            return None;
        }
        let for_language = lang.and_then(|l| self.by_language.get(l)).and_then(|levels| levels.get(code));
        for_language.or_else(|| self.all.get(code)).copied()
    }

    /// Applies the levels to the findings and removes those that are off.
    pub fn apply(&self, diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
        diagnostics
            .into_iter()
            .filter_map(|d| match self.of(d.code, d.lang.as_deref()) {
                Some(Level::Off) => None,
                Some(Level::Is(severity)) => Some(Diagnostic { severity, ..d }),
                None => Some(d),
            })
            .collect()
    }
}
