//! Which bundles have to be read again.
//!
//! In: the changes, the files as they are now. Out: every bundle, parsed and checked; unchanged bundles are taken from the last
//! compilation. Always: a bundle is unchanged if names, lengths and times of its files are the same and no change names one of
//! them.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::{Changes, Incremental, cache};
use crate::check::{self, Part};
use crate::diagnostic::Diagnostic;
use crate::discover::{self, Bundle, CONTENT, Extent, Listing};
use crate::fs::FsError;
use crate::hash::short_hash;
use crate::parse::{Input, Origin, Parsed};
use crate::site::Site;
use crate::value::RecordId;

/// Lists the files in `content/` again.
type Discover<'a> = &'a dyn Fn(&mut Listing, Extent<'_>) -> Result<bool, FsError>;

type Parse<'a> = &'a (dyn Fn(&Bundle, Input) -> Result<(Parsed, Origin), FsError> + Sync);
type Check<'a> = &'a (dyn Fn(&Parsed, Part) -> Result<check::Checked, FsError> + Sync);

/// The stages that work on a single bundle.
pub struct Stages<'a> {
    pub parse: Parse<'a>,
    pub check: Check<'a>,
}

/// One bundle, parsed and checked.
pub(super) struct ReadBundle {
    /// A hash of its files' names, lengths and times; `None` where the file system has no times.
    pub fingerprint: Option<u64>,
    pub parsed: Arc<Parsed>,
    pub checked: check::Checked,
}

/// A bundle that was read again, with its earlier state.
pub(super) type Reread = (RecordId, Option<Arc<Parsed>>);

impl Incremental {
    /// Lists the bundles, and notes which of them have to be read.
    pub fn discover(&mut self, changes: &Changes, site: &Site, look: Discover<'_>) -> Result<(), FsError> {
        self.is_half_done = true;
        let languages: Vec<&str> = site.languages.iter().map(|l| l.path.as_str()).collect();
        let changed = match changes {
            Changes::Paths(paths) if !self.owners.is_empty() && !paths.contains(CONTENT) => {
                let below: Vec<&str> = paths.iter().filter_map(|path| path.strip_prefix("content/")).collect();
                if let Some(to_read) = self.known_texts(&below, look)? {
                    (self.run.to_read, self.run.is_same_list) = (to_read, true);
                    return Ok(());
                }
                look(&mut self.listing, Extent::Below(&below))?;
                Some(paths)
            }
            _ => {
                look(&mut self.listing, Extent::Everything)?;
                match changes {
                    Changes::Paths(paths) => Some(paths),
                    Changes::Unknown => None,
                }
            }
        };
        let before: Vec<RecordId> = self.found.bundles.iter().map(|b| b.id.clone()).collect();
        self.found = self.listing.bundles(&languages);
        self.owners = owners(&self.found.bundles);
        self.run.is_same_list = before.iter().eq(self.found.bundles.iter().map(|b| &b.id));
        let listed: HashSet<&RecordId> = self.found.bundles.iter().map(|b| &b.id).collect();
        self.bundles.retain(|id, _| listed.contains(id));
        let must_be_read = |bundle: &Bundle| {
            let is_named = changed.is_some_and(|paths| paths.iter().any(|path| concerns(path, bundle)));
            is_named
                || self.bundles.get(&bundle.id).is_none_or(|read| read.fingerprint.is_none() || read.fingerprint != fingerprint(bundle))
        };
        let must_be_read: Vec<bool> = self.found.bundles.par_iter().map(must_be_read).collect();
        self.run.to_read = must_be_read.into_iter().enumerate().filter(|(_, must)| *must).map(|(at, _)| at).collect();
        Ok(())
    }

    /// The bundles of the changed paths, if the paths are texts of known bundles and all of them still exist. Then no other file in
    /// `content/` needs to be looked at.
    fn known_texts(&mut self, below: &[&str], look: Discover<'_>) -> Result<Option<Vec<usize>>, FsError> {
        let texts: Vec<&str> = below.iter().copied().filter(|path| !matches!(*path, "glossary.yaml" | "tags.yaml")).collect();
        let owner = |path: &&str| self.owners.get(format!("{CONTENT}/{path}").as_str()).copied();
        let Some(owners) = texts.iter().map(owner).collect::<Option<Vec<usize>>>() else { return Ok(None) };
        if !look(&mut self.listing, Extent::Files(&texts))? {
            return Ok(None);
        }
        for (path, at) in texts.iter().zip(&owners) {
            let Some(now) = self.listing.file(path) else { return Ok(None) };
            self.found.bundles[*at].texts_mut().filter(|file| file.path == now.path).for_each(|file| file.clone_from(now));
        }
        Ok(Some(BTreeSet::from_iter(owners).into_iter().collect()))
    }

    /// Parses and checks, in parallel, the bundles that have to be read.
    pub fn read(&mut self, stages: &Stages<'_>) -> Result<(), FsError> {
        let read = |at: &usize| -> Result<(RecordId, ReadBundle), FsError> {
            let bundle = &self.found.bundles[*at];
            let (parsed, _) = (stages.parse)(bundle, Input::Files)?;
            let checked = (stages.check)(&parsed, Part::All)?;
            Ok((bundle.id.clone(), ReadBundle { fingerprint: fingerprint(bundle), parsed: Arc::new(parsed), checked }))
        };
        let reading_key = self.loaded.as_ref().and_then(|loaded| loaded.site.as_ref()).map(|site| site.reading_key);
        let read: Vec<(RecordId, ReadBundle)> = match (&self.cache, reading_key) {
            // This run has read nothing yet, so every bundle has to be read.
            (Some((cache, program)), Some(reading_key)) if self.bundles.is_empty() => {
                let key = short_hash(&(program, reading_key));
                let read = cache::read_all(&**cache, key, stages, &self.found.bundles)?;
                self.found.bundles.iter().map(|b| b.id.clone()).zip(read).collect()
            }
            _ => self.run.to_read.par_iter().map(read).collect::<Result<_, _>>()?,
        };
        let reread = read.into_iter().map(|(id, read)| {
            let before = self.bundles.insert(id.clone(), read);
            (id, before.map(|before| before.parsed))
        });
        self.run.reread = reread.collect();
        Ok(())
    }

    pub(super) fn read_bundles(&self) -> impl Iterator<Item = &ReadBundle> {
        self.found.bundles.iter().filter_map(|b| self.bundles.get(&b.id))
    }

    /// All parsed bundles, in order of id.
    pub fn parsed(&self) -> Vec<&Parsed> {
        self.read_bundles().map(|read| &*read.parsed).collect()
    }

    /// E112: files of `content/` that no record names.
    pub fn unread(&self) -> Vec<Diagnostic> {
        if self.found.others.is_empty() {
            return Vec::new();
        }
        let folder = |bundle: &Bundle| bundle.primary.path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let (mut named, mut broken) = (HashSet::new(), BTreeSet::new());
        for bundle in &self.found.bundles {
            match self.bundles.get(&bundle.id).and_then(|read| read.parsed.record.as_ref()) {
                Some(record) => named.extend(record.files.iter().map(|file| Arc::clone(&file.path))),
                None => _ = broken.insert(folder(bundle)),
            }
        }
        let is_broken = |path: &str| broken.iter().any(|folder| path.starts_with(folder.as_str()));
        discover::unread(&self.found.others, &|path| named.contains(path), &is_broken)
    }

    /// The years that a deadline falls into and that the holiday table does not cover.
    pub fn years_without_holidays(&self) -> BTreeSet<i16> {
        self.read_bundles().flat_map(|read| &read.checked.beyond).chain(&self.related.library.beyond).copied().collect()
    }
}

fn owners(bundles: &[Bundle]) -> HashMap<Arc<str>, usize> {
    let mut owners = HashMap::with_capacity(bundles.len() * 2);
    for (at, bundle) in bundles.iter().enumerate() {
        owners.extend(bundle.texts().map(|file| (Arc::clone(&file.path), at)));
    }
    owners
}

/// Whether a change at this path may concern a bundle: one of its texts, a folder above it, or a file beside it.
fn concerns(path: &str, bundle: &Bundle) -> bool {
    let folder = bundle.primary.path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let is_at_or_below = |file: &str, path: &str| file.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    bundle.texts().any(|file| is_at_or_below(&file.path, path)) || (!path.ends_with(".md") && is_at_or_below(path, folder))
}

/// A hash of names, lengths and times of a bundle's files; `None` where the file system has no times.
pub(super) fn fingerprint(bundle: &Bundle) -> Option<u64> {
    let texts: Vec<_> = bundle.texts().map(|file| Some((&*file.path, file.len, file.modified?))).collect::<Option<_>>()?;
    Some(short_hash(&(texts, bundle.beside_fingerprint?)))
}
