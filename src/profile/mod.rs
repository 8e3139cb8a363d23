//! The rule profile: law as data. The numbers that rules use, quorum and majority of each matter, and the article of each number.
//!
//! In: profile files (TOML), the embedded ones and the site's own, each extending another. Out: a [`Profile`]. Always: a number of
//! a file overrides that of the file that it extends, together with its article; a number that no file gives switches off the
//! rules that need it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Levels;
use crate::diagnostic::Law;
use crate::rulebook::RuleBook;
use crate::value::Money;

mod deadline;
mod keys;
mod read;
mod share;

pub use deadline::DeadlineCalendar;
pub use keys::{KEYS, Key, KeyDoc, Unit, doc};
pub use read::{Given, Layer, layer};
pub use share::{Share, Whole};

/// The profiles that come with the program, by name.
pub const EMBEDDED: &[(&str, &str)] = &[
    ("cn-national", include_str!("../../profiles/cn-national.toml")),
    ("cn-shanghai", include_str!("../../profiles/cn-shanghai.toml")),
    ("cn-hangzhou", include_str!("../../profiles/cn-hangzhou.toml")),
    ("cn-qingyuan", include_str!("../../profiles/cn-qingyuan.toml")),
];

/// The longest chain of profiles; a longer one is circular or a mistake.
pub const MAX_CHAIN: usize = 8;

/// The numbers that the rules use.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    numbers: BTreeMap<Key, Number>,
    matters: BTreeMap<String, Requirement>,
    /// Severities of the profile; the site's own override them.
    pub levels: Levels,
    /// Names of the files, the site's own first: `["profiles/local.toml", "cn-national"]`.
    pub chain: Vec<String>,
}

/// One number with its article.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    pub value: Value,
    pub law: Option<Arc<Law>>,
    /// Why there is no article.
    pub note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    Off,
    On,
    Whole(u32),
    Money(Money),
    Share(Share),
}

/// The requirements of a matter that is put to a vote.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Requirement {
    /// The share of those entitled who must take part, by who is counted (`""` if the profile does not name them). There are
    /// several where the statute allows others to meet instead (households instead of persons).
    pub quorum: Vec<(String, Share)>,
    pub pass: Option<(Share, Whole)>,
    /// For owners, whether the same shares must be reached by exclusive area.
    pub by_area: bool,
    pub law: Option<Arc<Law>>,
}

impl Profile {
    /// The national profile, as embedded.
    pub fn national() -> Self {
        let mut findings = Vec::new();
        let profile = Self::load("cn-national", &|_| None, crate::rulebook::book(), &mut findings);
        debug_assert!(findings.is_empty(), "{findings:?}");
        profile
    }

    /// The profile of a name or file with the profiles that it extends; `file` reads a file of the site.
    pub fn load(
        name: &str,
        file: &dyn Fn(&str) -> Option<Arc<crate::source::Source>>,
        rules: &RuleBook,
        findings: &mut Vec<crate::diagnostic::Diagnostic>,
    ) -> Self {
        let mut layers: Vec<Layer> = Vec::new();
        let mut next = Some((name.to_owned(), None));
        let mut profile = Self::default();
        while let Some((name, asked)) = next.take() {
            let circle = profile.chain.contains(&name) || profile.chain.len() >= MAX_CHAIN;
            let source = read::source(&name, file);
            let (Some(source), false) = (source, circle) else {
                findings.push(read::unknown(&name, circle, asked));
                break;
            };
            let (layer, found) = read::layer(&source, rules);
            findings.extend(found);
            profile.chain.push(name);
            next = layer.extends.clone().map(|(name, at)| (name, Some(at)));
            layers.push(layer);
        }
        let mut laws = BTreeMap::new();
        for layer in layers.iter().rev() {
            laws.extend(layer.laws.iter().map(|(name, law)| (name.clone(), Arc::clone(law))));
        }
        for layer in layers.into_iter().rev() {
            profile.add(layer, &laws, findings);
        }
        profile
    }

    fn add(&mut self, layer: Layer, laws: &BTreeMap<String, Arc<Law>>, findings: &mut Vec<crate::diagnostic::Diagnostic>) {
        for (key, given) in layer.numbers {
            let law = given.law(laws, findings);
            self.numbers.insert(key, Number { value: given.value, law, note: given.note });
        }
        for (matter, given) in layer.matters {
            let law = given.law(laws, findings);
            self.matters.insert(matter, Requirement { law, ..given.value });
        }
        self.levels.all.extend(layer.levels.all);
        for (lang, levels) in layer.levels.by_language {
            self.levels.by_language.entry(lang).or_default().extend(levels);
        }
    }

    pub fn number(&self, key: Key) -> Option<&Number> {
        self.numbers.get(&key)
    }

    /// Days, months, a percentage or a count; `None` if the profile does not give the number.
    pub fn whole(&self, key: Key) -> Option<u32> {
        match self.numbers.get(&key)?.value {
            Value::Whole(n) => Some(n),
            _ => None,
        }
    }

    pub fn money(&self, key: Key) -> Option<Money> {
        match self.numbers.get(&key)?.value {
            Value::Money(amount) => Some(amount),
            _ => None,
        }
    }

    pub fn share(&self, key: Key) -> Option<Share> {
        match self.numbers.get(&key)?.value {
            Value::Share(share) => Some(share),
            _ => None,
        }
    }

    pub fn is_on(&self, key: Key) -> bool {
        self.numbers.get(&key).is_some_and(|n| n.value != Value::Off)
    }

    /// The article that a number comes from.
    pub fn law(&self, key: Key) -> Option<Arc<Law>> {
        self.numbers.get(&key)?.law.clone()
    }

    /// The requirement of a matter, by its code; an empty one if the profile does not have the matter.
    pub fn requirement(&self, matter: &str) -> Requirement {
        self.matters.get(matter).cloned().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
