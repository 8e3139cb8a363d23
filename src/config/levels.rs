//! How much a rule weighs in this site: `[severity]` and `[severity.<language path>]`.
//!
//! In: the levels a site gives. Out: findings with these levels, without those switched off. Always: a rule whose row says
//! that it is always an error stays one.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::rulebook::{self, Weight};

/// What a site says about one rule.
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

/// The levels of a site, by code; a language's own win over those for all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    pub all: BTreeMap<String, Level>,
    pub by_language: BTreeMap<Arc<str>, BTreeMap<String, Level>>,
}

impl Levels {
    /// The level a site gives a rule, for a text in a language where one is meant.
    pub fn of(&self, code: &str, lang: Option<&str>) -> Option<Level> {
        if rulebook::rule(code).is_some_and(|rule| rule.weight == Weight::AlwaysError) {
            return None;
        }
        let own = lang.and_then(|l| self.by_language.get(l)).and_then(|levels| levels.get(code));
        own.or_else(|| self.all.get(code)).copied()
    }

    /// Gives every finding its level and drops those switched off.
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
