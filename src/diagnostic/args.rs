//! The arguments of one message.
//!
//! Always: in the order of their names, each name once. A message has few arguments, so a sorted list is enough.

use std::fmt;

use super::Arg;

type Pair = (&'static str, Arg);

/// Named arguments of a message.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Args(Vec<Pair>);

impl Args {
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Sets the argument of this name.
    #[inline(never)]
    pub fn insert(&mut self, name: &'static str, value: Arg) {
        match self.0.binary_search_by(|(known, _)| (*known).cmp(name)) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (name, value)),
        }
    }

    pub fn get(&self, name: &str) -> Option<&Arg> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(name)).ok()?;
        Some(&self.0[at].1)
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Pair> {
        self.0.iter()
    }
}

impl Extend<Pair> for Args {
    fn extend<I: IntoIterator<Item = Pair>>(&mut self, pairs: I) {
        pairs.into_iter().for_each(|(name, value)| self.insert(name, value));
    }
}

impl FromIterator<Pair> for Args {
    fn from_iter<I: IntoIterator<Item = Pair>>(pairs: I) -> Self {
        let mut args = Self::new();
        args.extend(pairs);
        args
    }
}

impl<const N: usize> From<[Pair; N]> for Args {
    fn from(pairs: [Pair; N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<'a> IntoIterator for &'a Args {
    type Item = &'a Pair;
    type IntoIter = std::slice::Iter<'a, Pair>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// Formatted like a map: findings at one place are sorted by this text.
impl fmt::Debug for Args {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.0.iter().map(|(name, value)| (name, value))).finish()
    }
}
