//! Readings of an earlier run: what need not be read and checked again.
//!
//! In: the bundles as the disk lists them now, a [`Cache`] with what was read before. Out: each bundle, read or remembered; the
//! cache with what is new. Always: a bundle whose files may have changed is read; where reading found something it is read
//! again, where checking did it is checked again, so that nothing found is lost; a shard that is not whole is as good as empty.

use std::collections::BTreeMap;
use std::ops::Range;
use std::time::{Duration, SystemTime};

use rayon::prelude::*;

use super::{Kept, fingerprint};
use crate::Failure;
use crate::check::{self, Surroundings};
use crate::deps::{number, take};
use crate::discover::Bundle;
use crate::hash::{ContentHash, short_hash};
use crate::parse::{self, CachedBundle, Shared};

/// Where readings lie between two runs, in shards by number.
pub trait Cache: Send + Sync {
    /// What was stored there last.
    fn load(&self, shard: u64) -> Option<Vec<u8>>;
    fn store(&self, shard: u64, bytes: &[u8]);
    /// When this run began to look at files; `None` where no clock is needed to tell two states of a file apart.
    fn begun(&self) -> Option<SystemTime>;
}

/// So many that an edit rewrites little, so few that each is worth opening.
const SHARDS: u64 = 64;

/// Clocks of disks tick slowly: what was changed this shortly before a run may change again without showing it.
const TICK: Duration = Duration::from_millis(100);

/// What a shard begins with.
const MAGIC: &[u8; 8] = b"linli\0r2";

/// Where checking found something: there it is checked again, so that the findings have their words and places.
enum Found {
    /// Nowhere; the years that the holiday table does not reach.
    Nothing(Vec<i16>),
    /// As a rule what a later day will tell.
    InFacts,
    InTexts,
}

/// One bundle of a shard.
struct Entry {
    fingerprint: u64,
    found: Found,
    bytes: Range<usize>,
}

/// Reads all bundles, or remembers them. `key` tells apart settings that reading depends on.
pub fn read_all(
    cache: &dyn Cache,
    key: u64,
    (shared, around): (&Shared<'_>, &Surroundings<'_>),
    bundles: &[Bundle],
) -> Result<Vec<Kept>, Failure> {
    let mut shards: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, bundle) in bundles.iter().enumerate() {
        shards.entry(short_hash(bundle.id.as_str()) % SHARDS).or_default().push(at);
    }
    let shards: Vec<(u64, Vec<usize>)> = shards.into_iter().collect();
    let one = |(number, inside): &(u64, Vec<usize>)| shard(cache, (*number, key), (shared, around), bundles, inside);
    let read: Vec<Vec<(usize, Kept)>> = shards.par_iter().map(one).collect::<Result<_, Failure>>()?;
    let mut read: Vec<(usize, Kept)> = read.into_iter().flatten().collect();
    read.sort_unstable_by_key(|(at, _)| *at);
    Ok(read.into_iter().map(|(_, kept)| kept).collect())
}

fn shard(
    cache: &dyn Cache,
    (number, key): (u64, u64),
    (shared, around): (&Shared<'_>, &Surroundings<'_>),
    bundles: &[Bundle],
    inside: &[usize],
) -> Result<Vec<(usize, Kept)>, Failure> {
    let old = cache.load(number).unwrap_or_default();
    let entries = open(&old, key).unwrap_or_default();
    let mut out = Vec::with_capacity(old.len().max(64));
    out.extend_from_slice(MAGIC);
    out.extend_from_slice(&key.to_le_bytes());
    let (mut kept, mut remembered, mut written) = (Vec::new(), 0, 0);
    for &at in inside {
        let bundle = &bundles[at];
        let fingerprint = fingerprint(bundle);
        let known = entries.get(bundle.id.as_str()).filter(|entry| Some(entry.fingerprint) == fingerprint);
        if let Some(entry) = known
            && let Some(cached) = CachedBundle::from_bytes(&old[entry.bytes.clone()])
            && let Some(parsed) = parse::bundle_again(shared, bundle, cached)?
        {
            put(&mut out, bundle.id.as_str(), entry.fingerprint, &entry.found, &old[entry.bytes.clone()]);
            remembered += 1;
            let checked = match &entry.found {
                Found::Nothing(beyond) => check::Checked { findings: Vec::new(), beyond: beyond.iter().copied().collect() },
                Found::InFacts => check::facts(around, &parsed)?,
                Found::InTexts => check::bundle(around, &parsed)?,
            };
            kept.push((at, Kept { fingerprint, parsed: parsed.into(), checked }));
            continue;
        }
        let (parsed, bytes) = parse::bundle_to_keep(shared, bundle)?;
        let mut checked = check::facts(around, &parsed)?;
        let in_texts = check::texts(around, &parsed);
        let found = match (checked.findings.is_empty(), in_texts.is_empty()) {
            (true, true) => Found::Nothing(checked.beyond.iter().copied().collect()),
            (false, true) => Found::InFacts,
            _ => Found::InTexts,
        };
        checked.findings.extend(in_texts);
        if let (Some(fingerprint), Some(bytes), true) = (fingerprint, bytes, is_settled(bundle, cache.begun())) {
            put(&mut out, bundle.id.as_str(), fingerprint, &found, &bytes);
            written += 1;
        }
        kept.push((at, Kept { fingerprint, parsed: parsed.into(), checked }));
    }
    if written > 0 || remembered != entries.len() {
        let seal = ContentHash::of(&out);
        out.extend_from_slice(seal.as_bytes());
        cache.store(number, &out);
    }
    Ok(kept)
}

/// Whether a later change of a file would show in its time.
fn is_settled(bundle: &Bundle, begun: Option<SystemTime>) -> bool {
    let Some(before) = begun.and_then(|begun| begun.checked_sub(TICK)) else { return true };
    let mut texts = std::iter::once(&bundle.primary).chain(bundle.sidecars.iter().map(|(_, file)| file));
    texts.all(|file| file.modified.is_some_and(|at| at < before)) && bundle.beside_changed.is_none_or(|at| at < before)
}

/// Stand for the number of years where checking found something.
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

/// What lies in a shard, if it is whole and was stored under the same key.
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
