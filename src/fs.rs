//! Files: every file operation goes through [`FileSystem`].
//!
//! In: paths. Out: bytes, entries, or an [`FsError`] that names the operation and the path. Always: the only file that names
//! `std::fs`, walkdir and rustix; symlinks found in a folder are reported and not followed, and no existing file is ever written
//! into.

use std::fs;
use std::io::{self, BufRead as _, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
#[cfg(target_os = "linux")]
use std::time::{Duration, UNIX_EPOCH};

use rayon::prelude::*;

use crate::hash::ContentHash;

/// A file operation, as errors name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Op {
    Read,
    Walk,
    Metadata,
    Resolve,
    CreateDir,
    Write,
    Link,
    Copy,
    Rename,
    Exchange,
    Remove,
    Sync,
    Lock,
}

impl Op {
    /// The word in the error's English text.
    pub fn name(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Walk => "list",
            Self::Metadata => "look at",
            Self::Resolve => "resolve",
            Self::CreateDir => "create the folder",
            Self::Write => "write",
            Self::Link => "link",
            Self::Copy => "copy",
            Self::Rename => "rename",
            Self::Exchange => "exchange",
            Self::Remove => "remove",
            Self::Sync => "flush",
            Self::Lock => "lock",
        }
    }
}

/// A file operation that failed.
#[derive(Debug, thiserror::Error)]
#[error("cannot {} {}: {source}", op.name(), path.display())]
pub struct FsError {
    pub op: Op,
    pub path: PathBuf,
    pub source: io::Error,
}

impl FsError {
    pub fn new(op: Op, path: &Path, source: io::Error) -> Self {
        Self { op, path: path.to_owned(), source }
    }

    pub fn kind(&self) -> io::ErrorKind {
        self.source.kind()
    }

    /// Whether another program has the file open, and the system therefore neither removes nor renames it; it may pass by itself.
    pub fn is_held(&self) -> bool {
        // Windows says so with a code that has no kind, and for a folder with an open file in it with that of a missing permission.
        let is_shared =
            cfg!(windows) && (matches!(self.source.raw_os_error(), Some(32 | 33)) || self.kind() == io::ErrorKind::PermissionDenied);
        is_shared || matches!(self.kind(), io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy)
    }
}

pub type Result<T> = std::result::Result<T, FsError>;

/// The kind of a path. Symlinks are not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    File,
    Dir,
    Symlink,
    /// A socket, a device, a pipe.
    Other,
}

/// Identity of a file (device and inode), by which two names can be compared; unknown on some systems.
pub type FileId = Option<(u64, u64)>;

/// Metadata of a path, without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    pub kind: Kind,
    pub len: u64,
    pub id: FileId,
    pub modified: Option<SystemTime>,
}

/// An entry below a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Relative to the folder walked, with forward slashes if it is Unicode.
    pub path: PathBuf,
    pub meta: Metadata,
}

impl Entry {
    /// The relative path with forward slashes; `None` if a name is not Unicode.
    pub fn name(&self) -> Option<String> {
        slashes(&self.path)
    }
}

/// A relative path as text with forward slashes; `None` if a name is not Unicode.
pub fn slashes(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    Some(parts?.join("/"))
}

/// A lock that is held until it is dropped.
pub trait Guard: Send + Sync {}

/// All file operations of linli.
pub trait FileSystem: Send + Sync {
    /// The whole file; longer than `limit` is an error of kind `FileTooLarge`.
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>>;
    /// The first bytes of a file, `len` at most.
    fn first(&self, path: &Path, len: u64) -> Result<Vec<u8>>;
    /// Hash and length of a file, in bounded memory.
    fn hash(&self, path: &Path) -> Result<(ContentHash, u64)>;
    /// The bytes of a file from its beginning, piece by piece.
    fn read_in_pieces(&self, path: &Path, take: &mut dyn FnMut(&[u8])) -> Result<()> {
        self.read(path, u64::MAX).map(|bytes| take(&bytes))
    }
    /// Everything below a folder, parents before children, names of a folder in byte order. Nothing
    /// is below a symlink or a file.
    fn walk(&self, dir: &Path) -> Result<Vec<Entry>>;
    /// The entry at the path; `None` if there is none.
    fn metadata(&self, path: &Path) -> Result<Option<Metadata>>;
    /// The modification time of each of these paths below a folder, in their order; `None` for a missing file or time.
    fn modified(&self, top: &Path, below: &[&Path]) -> Vec<Option<SystemTime>> {
        let one = |path: &&Path| self.metadata(&top.join(path)).ok().flatten().and_then(|meta| meta.modified);
        below.par_iter().map(one).collect()
    }
    /// The absolute path without symlinks and `..`; it must exist.
    fn resolve(&self, path: &Path) -> Result<PathBuf>;
    /// Creates the folder and those above it; fine if it exists.
    fn create_dir_all(&self, path: &Path) -> Result<()>;
    /// Creates a file and writes it; an error if anything has that name already.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<()>;
    /// A second name for a file. A symlink gets the name itself.
    fn hard_link(&self, from: &Path, to: &Path) -> Result<()>;
    /// Copies the bytes to a new file; an error if anything has that name already.
    fn copy(&self, from: &Path, to: &Path) -> Result<()>;
    /// Renames; replaces an existing file.
    fn rename(&self, from: &Path, to: &Path) -> Result<()>;
    /// Exchanges two paths in one step; an error of kind `Unsupported` on systems without exchange.
    fn exchange(&self, a: &Path, b: &Path) -> Result<()>;
    fn remove_file(&self, path: &Path) -> Result<()>;
    /// Removes an empty folder.
    fn remove_dir(&self, path: &Path) -> Result<()>;
    /// Flushes the files at and below the path to the disk, as far as the system can.
    fn sync(&self, path: &Path) -> Result<()>;
    /// Locks the file, created if necessary, for this process; kind `WouldBlock` if another process has it. The system releases the
    /// lock when the process ends, however it ends.
    fn lock(&self, path: &Path) -> Result<Box<dyn Guard>>;
}

/// The real files.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl FileSystem for Disk {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>> {
        let read = || {
            let file = open(path)?;
            let len = file.metadata()?.len();
            let mut bytes = Vec::with_capacity(len.min(limit) as usize);
            file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
            if bytes.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
        };
        read().map_err(|e| FsError::new(Op::Read, path, e))
    }

    fn read_in_pieces(&self, path: &Path, take: &mut dyn FnMut(&[u8])) -> Result<()> {
        let mut read = || {
            let mut file = io::BufReader::with_capacity(256 * 1024, open(path)?);
            loop {
                let length = match file.fill_buf() {
                    Ok([]) => return Ok(()),
                    Ok(bytes) => {
                        take(bytes);
                        bytes.len()
                    }
                    Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                    Err(e) => return Err(e),
                };
                file.consume(length);
            }
        };
        read().map_err(|e| FsError::new(Op::Read, path, e))
    }

    fn first(&self, path: &Path, len: u64) -> Result<Vec<u8>> {
        let read = || {
            let mut bytes = Vec::new();
            open(path)?.take(len).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        read().map_err(|e| FsError::new(Op::Read, path, e))
    }

    fn hash(&self, path: &Path) -> Result<(ContentHash, u64)> {
        open(path).and_then(ContentHash::of_reader).map_err(|e| FsError::new(Op::Read, path, e))
    }

    fn walk(&self, dir: &Path) -> Result<Vec<Entry>> {
        // One thread walks the first two levels, all threads the rest.
        let shallow = list(dir, dir, 2)?;
        let is_deep = |entry: &Entry| entry.meta.kind == Kind::Dir && entry.path.iter().count() == 2;
        let below =
            shallow.par_iter().map(|entry| if is_deep(entry) { list(dir, &dir.join(&entry.path), usize::MAX) } else { Ok(Vec::new()) });
        let below: Vec<Vec<Entry>> = below.collect::<Result<_>>()?;
        Ok(shallow.into_iter().zip(below).flat_map(|(entry, below)| std::iter::once(entry).chain(below)).collect())
    }

    fn metadata(&self, path: &Path) -> Result<Option<Metadata>> {
        match fs::symlink_metadata(path) {
            Ok(meta) => Ok(Some(describe(&meta))),
            // A file instead of a folder also means that there is nothing.
            Err(e) if matches!(e.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(None),
            Err(e) => Err(FsError::new(Op::Metadata, path, e)),
        }
    }

    /// Relative to the open folder: resolving its path for each of tens of thousands of files takes as long as all the rest.
    #[cfg(target_os = "linux")]
    fn modified(&self, top: &Path, below: &[&Path]) -> Vec<Option<SystemTime>> {
        use rustix::fs::{AtFlags, Mode, OFlags, open, statat};
        let Ok(folder) = open(top, OFlags::PATH | OFlags::DIRECTORY | OFlags::CLOEXEC, Mode::empty()) else {
            return vec![None; below.len()];
        };
        let one = |path: &&Path| {
            let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
            let stat = statat(&folder, path, AtFlags::SYMLINK_NOFOLLOW).ok()?;
            let since = Duration::new(stat.st_mtime.try_into().ok()?, stat.st_mtime_nsec.try_into().ok()?);
            Some(UNIX_EPOCH + since)
        };
        below.par_iter().map(one).collect()
    }

    fn resolve(&self, path: &Path) -> Result<PathBuf> {
        fs::canonicalize(path).map_err(|e| FsError::new(Op::Resolve, path, e))
    }

    fn create_dir_all(&self, path: &Path) -> Result<()> {
        fs::create_dir_all(path).map_err(|e| FsError::new(Op::CreateDir, path, e))
    }

    fn write_new(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let write = || create_new(path)?.write_all(bytes);
        write().map_err(|e| FsError::new(Op::Write, path, e))
    }

    fn hard_link(&self, from: &Path, to: &Path) -> Result<()> {
        fs::hard_link(from, to).map_err(|e| FsError::new(Op::Link, to, e))
    }

    fn copy(&self, from: &Path, to: &Path) -> Result<()> {
        // Not `fs::copy`: it takes the permissions along, and a draft kept private would stay
        // unreadable to the web server.
        let copy = || {
            let mut source = open(from)?;
            let mut target = create_new(to)?;
            io::copy(&mut source, &mut target)
        };
        copy().map(drop).map_err(|e| FsError::new(Op::Copy, to, e))
    }

    fn rename(&self, from: &Path, to: &Path) -> Result<()> {
        fs::rename(from, to).map_err(|e| FsError::new(Op::Rename, to, e))
    }

    fn exchange(&self, a: &Path, b: &Path) -> Result<()> {
        exchange(a, b).map_err(|e| FsError::new(Op::Exchange, b, e))
    }

    fn remove_file(&self, path: &Path) -> Result<()> {
        fs::remove_file(path).map_err(|e| FsError::new(Op::Remove, path, e))
    }

    fn remove_dir(&self, path: &Path) -> Result<()> {
        fs::remove_dir(path).map_err(|e| FsError::new(Op::Remove, path, e))
    }

    fn sync(&self, path: &Path) -> Result<()> {
        match sync(path) {
            // Some shares have nothing that could be flushed.
            Err(e) if matches!(e.kind(), io::ErrorKind::Unsupported | io::ErrorKind::InvalidInput) => Ok(()),
            other => other.map_err(|e| FsError::new(Op::Sync, path, e)),
        }
    }

    fn lock(&self, path: &Path) -> Result<Box<dyn Guard>> {
        let lock = || loop {
            let file = fs::OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path)?;
            regular(&file)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(fs::TryLockError::WouldBlock) => return Err(io::ErrorKind::WouldBlock.into()),
                Err(fs::TryLockError::Error(e)) => return Err(e),
            }
            // `clean` may have removed the file between opening and locking; then the lock would
            // hold a file that nobody else can find.
            let held = describe(&file.metadata()?);
            match fs::symlink_metadata(path) {
                Ok(named) if describe(&named).id == held.id => return Ok(FileLock(file)),
                Ok(_) => continue,
                Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
                Err(e) => return Err(e),
            }
        };
        lock().map(|held| Box::new(held) as Box<dyn Guard>).map_err(|e| FsError::new(Op::Lock, path, e))
    }
}

/// The lock is the open file; the system releases it when the file is closed.
struct FileLock(fs::File);
impl Guard for FileLock {}

impl Drop for FileLock {
    fn drop(&mut self) {
        // A process started at this moment may hold a copy of the open file for a while.
        let _ = self.0.unlock();
    }
}

fn list(root: &Path, dir: &Path, depth: usize) -> Result<Vec<Entry>> {
    let walk = walkdir::WalkDir::new(dir).min_depth(1).max_depth(depth).follow_root_links(false).sort_by_file_name();
    let entry = |found: walkdir::Result<walkdir::DirEntry>| {
        let found = found?;
        let meta = describe(&found.metadata()?);
        let path = found.path().strip_prefix(root).unwrap_or(found.path());
        // The same text on every system, so that paths can be compared as text.
        let path = if cfg!(windows) { slashes(path).map_or_else(|| path.to_owned(), PathBuf::from) } else { path.to_owned() };
        Ok(Entry { path, meta })
    };
    let failed = |error: walkdir::Error| {
        let path = error.path().unwrap_or(dir).to_owned();
        FsError::new(Op::Walk, &path, error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into()))
    };
    walk.into_iter().map(|found| entry(found).map_err(failed)).collect()
}

/// The number of files and connections that this program may have open at once; `None` if the limit does not exist or is unknown.
pub fn descriptors() -> Option<u64> {
    #[cfg(unix)]
    return rustix::process::getrlimit(rustix::process::Resource::Nofile).current;
    #[cfg(not(unix))]
    None
}

/// Opens a file for reading. Opening a pipe would block until somebody writes, so only plain files are opened.
fn open(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }
    let file = options.open(path)?;
    regular(&file)?;
    Ok(file)
}

/// Refuses everything but plain files: pipes, devices, sockets, and on some systems folders.
fn regular(file: &fs::File) -> io::Result<()> {
    match describe(&file.metadata()?).kind {
        Kind::File => Ok(()),
        Kind::Dir => Err(io::ErrorKind::IsADirectory.into()),
        _ => Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain file")),
    }
}

fn create_new(path: &Path) -> io::Result<fs::File> {
    fs::OpenOptions::new().write(true).create_new(true).open(path)
}

fn describe(meta: &fs::Metadata) -> Metadata {
    let kind = match meta.file_type() {
        t if t.is_symlink() => Kind::Symlink,
        t if t.is_dir() => Kind::Dir,
        t if t.is_file() => Kind::File,
        _ => Kind::Other,
    };
    #[cfg(unix)]
    let id = {
        use std::os::unix::fs::MetadataExt;
        Some((meta.dev(), meta.ino()))
    };
    #[cfg(not(unix))]
    let id = None;
    Metadata { kind, len: meta.len(), id, modified: meta.modified().ok() }
}

#[cfg(target_os = "linux")]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(()),
        // Old kernels do not know the call, some file systems do not know the flag.
        Err(Errno::NOSYS | Errno::INVAL | Errno::NOTSUP) => Err(io::ErrorKind::Unsupported.into()),
        Err(e) => Err(e.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// One call for the whole file system: one wait instead of thousands for thousands of small files.
#[cfg(target_os = "linux")]
fn sync(path: &Path) -> io::Result<()> {
    Ok(rustix::fs::syncfs(fs::File::open(path)?)?)
}

#[cfg(all(unix, not(target_os = "linux")))]
fn sync(path: &Path) -> io::Result<()> {
    fs::File::open(path)?.sync_all()
}

/// Folders cannot be opened for that.
#[cfg(not(unix))]
fn sync(_: &Path) -> io::Result<()> {
    Ok(())
}
