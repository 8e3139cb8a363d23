//! A disk that fails at a given operation.
//!
//! In: operations on real files, a number, and a way to fail. Out: the results, until the operation of that number fails. Always:
//! operations are counted from 0, and each is one call of the trait, so that a test can let each of them fail.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use linli::fs::{Disk, Entry, FileSystem, FsError, Guard, Metadata, Op, Result};
use linli::hash::ContentHash;

/// The way of failing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// An input/output error, once.
    Io,
    /// From now on the disk is full; a file being written stays truncated.
    Full,
    /// The process is killed: this operation and all later ones do not happen. Files being written stay truncated.
    Kill,
}

/// The atomic operations that the disk supports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ability {
    All,
    /// No exchange, as on systems other than Linux.
    NoExchange,
    /// Neither exchange nor hard links.
    Plain,
    /// The same on a share, which says so with an error of its own.
    Share,
}

pub(crate) struct Faulty {
    ability: Ability,
    fault: Fault,
    at: usize,
    count: AtomicUsize,
    /// Links and copies made.
    placed: AtomicUsize,
    /// A file that another program has open, and how many attempts to move or remove it fail.
    held: Option<PathBuf>,
    refusals: AtomicUsize,
}

impl Faulty {
    pub(crate) fn new(ability: Ability, fault: Fault, at: usize) -> Self {
        let zero = || AtomicUsize::new(0);
        Self { ability, fault, at, count: zero(), placed: zero(), held: None, refusals: zero() }
    }

    /// Only counts, and never fails.
    pub(crate) fn counting(ability: Ability) -> Self {
        Self::new(ability, Fault::Io, usize::MAX)
    }

    /// Never fails but where another program has the file open: neither it nor a folder above it is moved or removed, so many times.
    pub(crate) fn holding(ability: Ability, path: &Path, times: usize) -> Self {
        Self { held: Some(path.to_owned()), refusals: AtomicUsize::new(times), ..Self::counting(ability) }
    }

    /// How many links and copies were made.
    pub(crate) fn placed(&self) -> usize {
        self.placed.load(Ordering::SeqCst)
    }

    fn free(&self, op: Op, path: &Path) -> Result<()> {
        let is_held = self.held.as_ref().is_some_and(|held| held.starts_with(path) && held.exists());
        let less = |left: usize| left.checked_sub(1);
        if is_held && self.refusals.fetch_update(Ordering::SeqCst, Ordering::SeqCst, less).is_ok() {
            return Err(FsError::new(op, path, io::ErrorKind::ResourceBusy.into()));
        }
        Ok(())
    }

    pub(crate) fn count(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }

    fn gate(&self, op: Op, path: &Path) -> Result<()> {
        let n = self.count.fetch_add(1, Ordering::SeqCst);
        let needs_space = matches!(op, Op::CreateDir | Op::Write | Op::Link | Op::Copy | Op::Rename | Op::Exchange);
        let error = match self.fault {
            Fault::Io if n == self.at => io::Error::from_raw_os_error(5),
            Fault::Full if n >= self.at && needs_space => io::ErrorKind::StorageFull.into(),
            Fault::Kill if n >= self.at => io::Error::other("killed"),
            _ => return Ok(()),
        };
        Err(FsError::new(op, path, error))
    }

    /// Like [`Self::gate`], but a file being written stays, truncated.
    fn gate_write(&self, op: Op, path: &Path, bytes: impl FnOnce() -> Option<Vec<u8>>) -> Result<()> {
        let is_first = self.count.load(Ordering::SeqCst) == self.at;
        self.gate(op, path).inspect_err(|_| {
            if is_first && let Some(bytes) = bytes() {
                let _ = Disk.write_new(path, &bytes[..bytes.len() / 2]);
            }
        })
    }
}

fn unsupported(op: Op, path: &Path) -> FsError {
    FsError::new(op, path, io::ErrorKind::Unsupported.into())
}

impl FileSystem for Faulty {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>> {
        self.gate(Op::Read, path)?;
        Disk.read(path, limit)
    }

    fn first(&self, path: &Path, len: u64) -> Result<Vec<u8>> {
        self.gate(Op::Read, path)?;
        Disk.first(path, len)
    }

    fn hash(&self, path: &Path) -> Result<(ContentHash, u64)> {
        self.gate(Op::Read, path)?;
        Disk.hash(path)
    }

    fn walk(&self, dir: &Path) -> Result<Vec<Entry>> {
        self.gate(Op::Walk, dir)?;
        Disk.walk(dir)
    }

    fn metadata(&self, path: &Path) -> Result<Option<Metadata>> {
        self.gate(Op::Metadata, path)?;
        Disk.metadata(path)
    }

    fn resolve(&self, path: &Path) -> Result<PathBuf> {
        self.gate(Op::Resolve, path)?;
        Disk.resolve(path)
    }

    fn create_dir_all(&self, path: &Path) -> Result<()> {
        self.gate(Op::CreateDir, path)?;
        Disk.create_dir_all(path)
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.gate_write(Op::Write, path, || Some(bytes.to_vec()))?;
        Disk.write_new(path, bytes)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> Result<()> {
        self.gate(Op::Link, to)?;
        self.placed.fetch_add(1, Ordering::SeqCst);
        match self.ability {
            Ability::Plain => Err(unsupported(Op::Link, to)),
            Ability::Share => Err(FsError::new(Op::Link, to, io::Error::from_raw_os_error(5))),
            Ability::All | Ability::NoExchange => Disk.hard_link(from, to),
        }
    }

    fn copy(&self, from: &Path, to: &Path) -> Result<()> {
        self.gate_write(Op::Copy, to, || Disk.read(from, u64::MAX).ok())?;
        Disk.copy(from, to)
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        self.gate(Op::Rename, to)?;
        self.free(Op::Rename, from)?;
        Disk.rename(from, to)
    }

    fn exchange(&self, a: &Path, b: &Path) -> Result<()> {
        self.gate(Op::Exchange, b)?;
        self.free(Op::Exchange, b)?;
        if self.ability == Ability::All { Disk.exchange(a, b) } else { Err(unsupported(Op::Exchange, b)) }
    }

    fn remove_file(&self, path: &Path) -> Result<()> {
        self.gate(Op::Remove, path)?;
        self.free(Op::Remove, path)?;
        Disk.remove_file(path)
    }

    fn remove_dir(&self, path: &Path) -> Result<()> {
        self.gate(Op::Remove, path)?;
        Disk.remove_dir(path)
    }

    fn sync(&self, path: &Path) -> Result<()> {
        // Only counted: flushing all disks thousands of times would take long and test nothing.
        self.gate(Op::Sync, path)
    }

    fn lock(&self, path: &Path) -> Result<Box<dyn Guard>> {
        self.gate(Op::Lock, path)?;
        Disk.lock(path)
    }
}
