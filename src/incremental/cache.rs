//! Bundles that an earlier run read, on disk: which of them need not be read and checked again.
//!
//! In: the bundles as the disk lists them now, a [`Cache`] with what was stored before. Out: each bundle, read or from the cache;
//! the cache with what is new. Always: a bundle whose files may have changed is read; a bundle in which parsing found something
//! is not stored, one in which checking found something is checked again, so that no finding is lost; a shard that is not whole
//! counts as empty.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use super::bundles::{ReadBundle, Stages, fingerprint};
use crate::check::{Checked, Part};
use crate::deps::{number, take};
use crate::discover::Bundle;
use crate::fs::FsError;
use crate::hash::{ContentHash, short_hash};
use crate::parse::{CachedBundle, Input, Origin, Parsed};

/// Where bundles that were read lie between two runs, in shards by number.
pub trait Cache: Send + Sync {
    /// What was stored in a shard last.
    fn load(&self, shard: u64) -> Option<Vec<u8>>;
    fn store(&self, shard: u64, bytes: &[u8]);
    /// When this run began to look at files; `None` where no clock is needed to tell two states of a file apart.
    fn begun(&self) -> Option<SystemTime>;
}

/// Number of shards: so many that an edit rewrites little, so few that each is worth opening.
const SHARDS: u64 = 64;

/// Clocks of disks tick slowly: what was changed this shortly before a run may change again without showing it.
const TICK: Duration = Duration::from_millis(100);

/// What a shard begins with.
const MAGIC: &[u8; 8] = b"linli\0r3";

/// In which part of a bundle checking found something. That part is checked again, so that findings have their places.
enum Found {
    /// In none; with the years that the holiday table does not reach.
    Nothing(Vec<i16>),
    /// Mostly findings that stand from a later day on.
    InFacts,
    InTexts,
}

/// One bundle of a shard.
struct Entry {
    fingerprint: u64,
    found: Found,
    bytes: Range<usize>,
}

/// Reads all bundles, or takes them from the cache. `key` tells apart settings that reading depends on.
pub fn read_all(cache: &dyn Cache, key: u64, stages: &Stages<'_>, bundles: &[Bundle]) -> Result<Vec<ReadBundle>, FsError> {
    let mut shards: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, bundle) in bundles.iter().enumerate() {
        shards.entry(short_hash(bundle.id.as_str()) % SHARDS).or_default().push(at);
    }
    let shards: Vec<(u64, Vec<usize>)> = shards.into_iter().collect();
    let reader = ShardReader { cache, key, stages, bundles };
    let read: Vec<Vec<(usize, ReadBundle)>> =
        shards.par_iter().map(|(number, places)| reader.shard(*number, places)).collect::<Result<_, FsError>>()?;
    let mut read: Vec<(usize, ReadBundle)> = read.into_iter().flatten().collect();
    read.sort_unstable_by_key(|(at, _)| *at);
    Ok(read.into_iter().map(|(_, read)| read).collect())
}

/// What all shards share.
struct ShardReader<'a> {
    cache: &'a dyn Cache,
    key: u64,
    stages: &'a Stages<'a>,
    bundles: &'a [Bundle],
}

impl ShardReader<'_> {
    /// The bundles at these places, which belong to one shard.
    fn shard(&self, number: u64, places: &[usize]) -> Result<Vec<(usize, ReadBundle)>, FsError> {
        let old = self.cache.load(number).unwrap_or_default();
        let entries = open(&old, self.key).unwrap_or_default();
        let mut new = Vec::with_capacity(old.len().max(64));
        new.extend_from_slice(MAGIC);
        new.extend_from_slice(&self.key.to_le_bytes());
        let (mut read, mut reused, mut stored) = (Vec::new(), 0, 0);
        for &at in places {
            let bundle = &self.bundles[at];
            let (id, fingerprint) = (bundle.id.as_str(), fingerprint(bundle));
            let entry = entries.get(id).filter(|entry| Some(entry.fingerprint) == fingerprint);
            let cached = entry.and_then(|entry| CachedBundle::from_bytes(&old[entry.bytes.clone()]));
            let input = cached.map_or(Input::FilesForCache, |cached| Input::Cached(Box::new(cached)));
            let (parsed, checked) = match ((self.stages.parse)(bundle, input)?, entry) {
                ((parsed, Origin::Cache), Some(entry)) => {
                    put(&mut new, id, entry.fingerprint, &entry.found, &old[entry.bytes.clone()]);
                    reused += 1;
                    let checked = self.check_again(&parsed, &entry.found)?;
                    (parsed, checked)
                }
                ((parsed, origin), _) => {
                    let (checked, found) = self.check(&parsed)?;
                    if let (Origin::Files(Some(bytes)), Some(fingerprint), true) = (origin, fingerprint, self.is_settled(bundle)) {
                        put(&mut new, id, fingerprint, &found, &bytes);
                        stored += 1;
                    }
                    (parsed, checked)
                }
            };
            read.push((at, ReadBundle { fingerprint, parsed: Arc::new(parsed), checked }));
        }
        if stored > 0 || reused != entries.len() {
            let seal = ContentHash::of(&new);
            new.extend_from_slice(seal.as_bytes());
            self.cache.store(number, &new);
        }
        Ok(read)
    }

    /// Checks a bundle, and says in which part of it something was found.
    fn check(&self, parsed: &Parsed) -> Result<(Checked, Found), FsError> {
        let mut checked = (self.stages.check)(parsed, Part::Facts)?;
        let in_texts = (self.stages.check)(parsed, Part::Texts)?.findings;
        let found = match (checked.findings.is_empty(), in_texts.is_empty()) {
            (true, true) => Found::Nothing(checked.beyond.iter().copied().collect()),
            (false, true) => Found::InFacts,
            _ => Found::InTexts,
        };
        checked.findings.extend(in_texts);
        Ok((checked, found))
    }

    /// Checks only what something was found in before.
    fn check_again(&self, parsed: &Parsed, found: &Found) -> Result<Checked, FsError> {
        match found {
            Found::Nothing(beyond) => Ok(Checked { findings: Vec::new(), beyond: beyond.iter().copied().collect() }),
            Found::InFacts => (self.stages.check)(parsed, Part::Facts),
            Found::InTexts => (self.stages.check)(parsed, Part::All),
        }
    }

    /// Whether a later change of a file would show in its time.
    fn is_settled(&self, bundle: &Bundle) -> bool {
        let Some(before) = self.cache.begun().and_then(|begun| begun.checked_sub(TICK)) else { return true };
        bundle.texts().all(|file| file.modified.is_some_and(|at| at < before)) && bundle.beside_changed.is_none_or(|at| at < before)
    }
}

/// Written instead of the number of years where checking found something.
const FACTS_AGAIN: u64 = u64::MAX - 1;
const ALL_AGAIN: u64 = u64::MAX;

fn put(out: &mut Vec<u8>, id: &str, fingerprint: u64, found: &Found, bytes: &[u8]) {
    let mut number = |n: u64| out.extend_from_slice(&n.to_le_bytes());
    number(fingerprint);
    match found {
        Found::Nothing(beyond) => {
            number(beyond.len() as u64);
            beyond.iter().for_each(|year| number(year.unsigned_abs().into()));
        }
        Found::InFacts => number(FACTS_AGAIN),
        Found::InTexts => number(ALL_AGAIN),
    }
    [id.len() as u64, bytes.len() as u64].into_iter().for_each(&mut number);
    out.extend_from_slice(id.as_bytes());
    out.extend_from_slice(bytes);
}

/// The entries of a shard, if it is whole and was stored under the same key.
fn open(bytes: &[u8], key: u64) -> Option<BTreeMap<String, Entry>> {
    let (body, seal) = bytes.split_at_checked(bytes.len().checked_sub(32)?)?;
    if ContentHash::of(body).as_bytes() != seal {
        return None;
    }
    let mut rest = body.strip_prefix(MAGIC)?;
    let rest = &mut rest;
    if number(rest)? != key {
        return None;
    }
    let mut entries = BTreeMap::new();
    while !rest.is_empty() {
        let fingerprint = number(rest)?;
        let found = match number(rest)? {
            ALL_AGAIN => Found::InTexts,
            FACTS_AGAIN => Found::InFacts,
            years => Found::Nothing((0..years).map(|_| i16::try_from(number(rest)?).ok()).collect::<Option<Vec<_>>>()?),
        };
        let (id, len) = (number(rest)? as usize, number(rest)? as usize);
        let id = String::from_utf8(take(rest, id)?.to_vec()).ok()?;
        let start = body.len() - rest.len();
        take(rest, len)?;
        entries.insert(id, Entry { fingerprint, found, bytes: start..start + len });
    }
    Some(entries)
}
