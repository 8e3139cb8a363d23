//! On-disk cache of parsed bundles, reused while their files are unchanged.
//!
//! In: the bundles as the disk lists them now, a [`Cache`] with the results of earlier runs. Out: each bundle, parsed or from the
//! cache; the cache with the new bundles. Always: a bundle whose files may have changed is parsed again; a bundle with parse
//! findings is not stored, and one with check findings is checked again, so that no finding is lost; a damaged shard counts as
//! empty.

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

/// Parsed bundles between two runs, in numbered shards.
pub trait Cache: Send + Sync {
    /// The bytes last stored in a shard.
    fn load(&self, shard: u64) -> Option<Vec<u8>>;
    fn store(&self, shard: u64, bytes: &[u8]);
    /// When this run began to look at files; `None` where file times are exact enough without it.
    fn begun(&self) -> Option<SystemTime>;
}

/// Number of shards: enough that an edit rewrites little, few enough that opening each is worth it.
const SHARDS: u64 = 64;

/// File clocks are coarse: a file changed this shortly before a run may change again without a new time.
const TICK: Duration = Duration::from_millis(100);

/// What a shard begins with.
const MAGIC: &[u8; 8] = b"linli\0r3";

/// The part of a bundle with check findings. That part is checked again, so that the findings have their places.
enum Found {
    /// No findings; with the years that the holiday table does not cover.
    Nothing(Vec<i16>),
    /// Mostly findings that hold from a later day.
    InFacts,
    InTexts,
}

/// One bundle of a shard.
struct Entry {
    fingerprint: u64,
    found: Found,
    bytes: Range<usize>,
}

/// Parses all bundles, or takes them from the cache. `key` is a hash of the settings that parsing depends on.
pub(super) fn read_all(cache: &dyn Cache, key: u64, stages: &Stages<'_>, bundles: &[Bundle]) -> Result<Vec<ReadBundle>, FsError> {
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

/// The inputs that all shards share.
struct ShardReader<'a> {
    cache: &'a dyn Cache,
    key: u64,
    stages: &'a Stages<'a>,
    bundles: &'a [Bundle],
}

impl ShardReader<'_> {
    /// The bundles at these positions, which belong to one shard.
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

    /// Checks a bundle, and returns the part with findings.
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

    /// Checks again only the part that had findings.
    fn check_again(&self, parsed: &Parsed, found: &Found) -> Result<Checked, FsError> {
        match found {
            Found::Nothing(beyond) => Ok(Checked { findings: Vec::new(), beyond: beyond.iter().copied().collect() }),
            Found::InFacts => (self.stages.check)(parsed, Part::Facts),
            Found::InTexts => (self.stages.check)(parsed, Part::All),
        }
    }

    /// Whether a later change of a file would change its time.
    fn is_settled(&self, bundle: &Bundle) -> bool {
        let Some(before) = self.cache.begun().and_then(|begun| begun.checked_sub(TICK)) else { return true };
        bundle.texts().all(|file| file.modified.is_some_and(|at| at < before)) && bundle.beside_changed.is_none_or(|at| at < before)
    }
}

/// Stored instead of the number of years for a bundle with check findings.
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

/// The entries of a shard, if it is undamaged and was stored under the same key.
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
