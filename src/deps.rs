//! Dependencies of finished pages, so that a page whose dependencies are unchanged need not be made again.
//!
//! In: the key of everything a page looked at while it was made ([`DepRecorder`]), and a hash of each key as it is now
//! ([`Fingerprints`]). Out: which pages are out of date. Always: what a page did not look at cannot change it; a key that is
//! gone, or new, counts as changed.

use std::sync::Mutex;

use crate::hash::{ContentHash, QuickMap, short_hash};

/// The hash of a [`DepKey`].
pub type Id = u64;

/// Something that pages are made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DepKey<'a> {
    /// All facts and words of a record but its body, and whether it is shown; by id.
    Facts(&'a str),
    /// A record's text in one language, and how far that translation is.
    Body(&'a str, u8),
    /// What leads to a record and from it: who names it, what stands below it, its chain, its neighbors, its next dates.
    Ties(&'a str),
    /// The newest records, of one kind (by folder) or of all (empty).
    Newest(&'a str),
    /// The records of a year, of one kind or of all.
    Year(&'a str, i16),
    /// The years that have records, with their number, of one kind or of all.
    Years(&'a str),
    /// How many records of each kind a year has.
    Kinds(i16),
    /// Whether the records of a kind (by folder) stand below each other.
    Tree(&'a str),
    /// The records with a tag.
    Tag(&'a str),
    /// The records of a segment of the search: of titles or texts, year, part.
    Segment(&'a str, i16, usize),
    /// How many records the search has of each year.
    Segments,
    /// All tags with the number of their records.
    Tags,
    /// The records with dates in the calendar of all (empty), of a kind (by folder), of a place or of itself (by id).
    Agenda(&'a str),
    /// The months in which a kind has dates, and the week that its page shows.
    Months(&'a str),
    /// What takes place in a month, of a kind.
    Month(&'a str, i16, i8),
    /// What takes place at a place in these weeks.
    Timetable(&'a str),
    /// One of the files that list the addresses of all pages.
    Sitemap(usize),
    /// The record that has a document number.
    Number(&'a str),
    /// Everything about all records: for the few pages that look through all of them.
    All,
    /// The day the site is made for.
    Today,
}

impl DepKey<'_> {
    pub fn id(&self) -> Id {
        short_hash(self)
    }
}

/// Notes what one page looks at.
#[derive(Debug, Default)]
pub struct DepRecorder(Mutex<Vec<Id>>);

impl DepRecorder {
    pub fn note(&self, key: DepKey<'_>) {
        let id = key.id();
        let mut ids = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        // Most things are looked at several times in a row.
        if ids.last() != Some(&id) {
            ids.push(id);
        }
    }

    /// Notes several keys at once.
    pub fn add(&self, more: &[Id]) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend_from_slice(more);
    }

    /// What was noted, in order, each key once.
    pub fn close(self) -> Box<[Id]> {
        let mut ids = self.0.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        ids.sort_unstable();
        ids.dedup();
        ids.into_boxed_slice()
    }
}

/// A hash of each key as it is now, in order of id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fingerprints(Vec<(Id, u64)>);

impl Fingerprints {
    pub fn new(mut things: Vec<(Id, u64)>) -> Self {
        things.sort_unstable();
        // Two keys of one id make one that changes with either.
        things.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 = short_hash(&(first.1, later.1));
            }
            same
        });
        Self(things)
    }

    /// The keys that differ or are missing in one of the two, in order of id.
    pub fn changed(&self, before: &Self) -> Vec<Id> {
        let (mut new, mut old) = (self.0.iter().peekable(), before.0.iter().peekable());
        let mut changed = Vec::new();
        loop {
            match (new.peek(), old.peek()) {
                (Some(n), Some(o)) if n.0 == o.0 => {
                    if n.1 != o.1 {
                        changed.push(n.0);
                    }
                    new.next();
                    old.next();
                }
                (Some(n), o) if o.is_none_or(|o| n.0 < o.0) => {
                    changed.push(n.0);
                    new.next();
                }
                (_, Some(o)) => {
                    changed.push(o.0);
                    old.next();
                }
                (_, None) => return changed,
            }
        }
    }

    /// Replaces the hashes of single keys, and adds keys that are not there yet.
    pub fn replace(&mut self, things: &[(Id, u64)]) {
        for thing in things {
            match self.0.binary_search_by_key(&thing.0, |t| t.0) {
                Ok(at) => self.0[at].1 = thing.1,
                Err(at) => self.0.insert(at, *thing),
            }
        }
    }

    pub fn get(&self, id: Id) -> Option<u64> {
        self.0.binary_search_by_key(&id, |t| t.0).ok().map(|at| self.0[at].1)
    }
}

/// A finished file of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CachedPage {
    pub deps: Box<[Id]>,
    pub hash: ContentHash,
    pub len: u64,
    /// Letters in it that a font of the site may be asked for; empty where it has no such font.
    pub letters: Box<str>,
}

/// The finished files of a site, by path in the output.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    pub made: QuickMap<String, CachedPage>,
    pub fingerprints: Fingerprints,
    /// A hash of what every page is made from: settings, theme, words, program.
    pub base: u64,
}

impl Pages {
    /// The file as it was made, if none of its dependencies is among the changed keys (in order of id).
    pub fn stays(&self, path: &str, changed: &[Id]) -> Option<&CachedPage> {
        self.made.get(path).filter(|made| !meets(&made.deps, changed))
    }
}

/// The first bytes of the stored form.
const MAGIC: &[u8; 8] = b"linli\0p2";

impl Pages {
    /// Stores the pages for the next run of this very program; another version may make other pages from the same records.
    pub fn to_bytes(&self, program: u64) -> Vec<u8> {
        let mut out = Vec::with_capacity(64 + self.fingerprints.0.len() * 16 + self.made.len() * 256);
        out.extend_from_slice(MAGIC);
        let mut put = |n: u64| out.extend_from_slice(&n.to_le_bytes());
        [program, self.base, self.fingerprints.0.len() as u64].into_iter().for_each(&mut put);
        self.fingerprints.0.iter().for_each(|(id, hash)| [*id, *hash].into_iter().for_each(&mut put));
        put(self.made.len() as u64);
        let mut paths: Vec<&String> = self.made.keys().collect();
        paths.sort_unstable();
        for path in paths {
            let made = &self.made[path];
            out.extend_from_slice(&(path.len() as u64).to_le_bytes());
            out.extend_from_slice(path.as_bytes());
            out.extend_from_slice(made.hash.as_bytes());
            out.extend_from_slice(&made.len.to_le_bytes());
            out.extend_from_slice(&(made.deps.len() as u64).to_le_bytes());
            made.deps.iter().for_each(|id| out.extend_from_slice(&id.to_le_bytes()));
            out.extend_from_slice(&(made.letters.len() as u64).to_le_bytes());
            out.extend_from_slice(made.letters.as_bytes());
        }
        let seal = ContentHash::of(&out);
        out.extend_from_slice(seal.as_bytes());
        out
    }

    /// Reads what the same program stored; `None` if it was another one, or if a byte differs.
    pub fn from_bytes(bytes: &[u8], program: u64) -> Option<Self> {
        let (body, seal) = bytes.split_at_checked(bytes.len().checked_sub(32)?)?;
        if ContentHash::of(body).as_bytes() != seal {
            return None;
        }
        let mut rest = body.strip_prefix(MAGIC)?;
        let rest = &mut rest;
        if number(rest)? != program {
            return None;
        }
        let base = number(rest)?;
        let things = number(rest)?;
        let fingerprints = (0..things).map(|_| Some((number(rest)?, number(rest)?))).collect::<Option<Vec<_>>>()?;
        let count = number(rest)?;
        let mut made = QuickMap::default();
        for _ in 0..count {
            let len = number(rest)? as usize;
            let path = String::from_utf8(take(rest, len)?.to_vec()).ok()?;
            let hash = ContentHash::from_bytes(take(rest, 32)?.try_into().ok()?);
            let len = number(rest)?;
            let ids = number(rest)?;
            let deps = (0..ids).map(|_| number(rest)).collect::<Option<Box<[Id]>>>()?;
            let letters = number(rest)? as usize;
            let letters = std::str::from_utf8(take(rest, letters)?).ok()?.into();
            made.insert(path, CachedPage { deps, hash, len, letters });
        }
        rest.is_empty().then_some(Self { made, fingerprints: Fingerprints(fingerprints), base })
    }
}

/// Takes the first bytes of the rest.
pub fn take<'b>(rest: &mut &'b [u8], len: usize) -> Option<&'b [u8]> {
    let (taken, after) = rest.split_at_checked(len)?;
    *rest = after;
    Some(taken)
}

/// Takes the number that the rest begins with.
pub fn number(rest: &mut &[u8]) -> Option<u64> {
    take(rest, 8).map(|bytes| u64::from_le_bytes(bytes.try_into().expect("eight bytes were taken")))
}

/// Whether two sorted lists have something in common.
pub fn meets(deps: &[Id], changed: &[Id]) -> bool {
    // Few things change at once, and a page has few deps or a great many.
    if changed.len() * 8 < deps.len() {
        return changed.iter().any(|id| deps.binary_search(id).is_ok());
    }
    if deps.len() * 8 < changed.len() {
        return deps.iter().any(|id| changed.binary_search(id).is_ok());
    }
    let (mut a, mut b) = (deps.iter().peekable(), changed.iter().peekable());
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => drop(a.next()),
            std::cmp::Ordering::Greater => drop(b.next()),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_new_gone_or_other_has_changed() {
        let before = Fingerprints::new(vec![(1, 10), (2, 20), (3, 30), (9, 90)]);
        let after = Fingerprints::new(vec![(9, 90), (2, 21), (1, 10), (4, 40)]);
        assert_eq!(after.changed(&before), [2, 3, 4]);
        assert!(before.changed(&before).is_empty());
        assert_eq!(Fingerprints::default().changed(&before), [1, 2, 3, 9]);
        let mut patched = before.clone();
        patched.replace(&[(2, 21), (4, 40)]);
        assert_eq!(patched.changed(&before), [2, 4]);
    }

    #[test]
    fn pages_are_read_back_by_the_same_program_only_and_only_whole() {
        let made = CachedPage { deps: Box::new([3, 5, 9]), hash: ContentHash::of(b"x"), len: 7, letters: "ꆈꌠ".into() };
        let pages = Pages {
            made: [("zh/a/index.html".to_owned(), made)].into_iter().collect(),
            fingerprints: Fingerprints::new(vec![(3, 1), (5, 2)]),
            base: 8,
        };
        let bytes = pages.to_bytes(42);
        let back = Pages::from_bytes(&bytes, 42).expect("it is as it was written");
        assert_eq!((back.made, back.fingerprints, back.base), (pages.made, pages.fingerprints, pages.base));
        assert!(Pages::from_bytes(&bytes, 43).is_none(), "another program");
        for end in 0..bytes.len() {
            assert!(Pages::from_bytes(&bytes[..end], 42).is_none(), "cut at {end}");
        }
        for at in 0..bytes.len() {
            let mut bent = bytes.clone();
            bent[at] ^= 1;
            assert!(Pages::from_bytes(&bent, 42).is_none(), "bent at {at}");
        }
    }

    #[test]
    fn a_page_stays_while_its_dependencies_do() {
        let recorder = DepRecorder::default();
        for key in [DepKey::Facts("notices/a"), DepKey::Today, DepKey::Facts("notices/a")] {
            recorder.note(key);
        }
        let made = CachedPage { deps: recorder.close(), hash: ContentHash::of(b""), len: 0, letters: "".into() };
        assert_eq!(made.deps.len(), 2);
        let mut pages = Pages::default();
        pages.made.insert("a.html".into(), made);
        let stays = |key: DepKey<'_>| pages.stays("a.html", &[key.id()]).is_some();
        assert!(stays(DepKey::Facts("notices/b")) && stays(DepKey::Body("notices/a", 0)));
        assert!(!stays(DepKey::Facts("notices/a")) && !stays(DepKey::Today));
        let many: Vec<Id> = (0..1000).map(|i| DepKey::Year("", i).id()).chain([DepKey::Today.id()]).collect();
        let mut many = many;
        many.sort_unstable();
        assert!(pages.stays("a.html", &many).is_none() && pages.stays("b.html", &[]).is_none());
    }
}
