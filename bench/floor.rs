//! The floor of a build: the files of a site from memory to the disk, and nothing else.
//!
//! In: `floor SOURCE TARGET THREADS`, a finished site and a folder that does not exist. Out: the seconds it
//! took to write the same files there, on stdout; reading them before is not counted, nor is one pass to
//! warm up. Always: folders first, then files, each created, written in one call and closed; nothing is
//! compared or synced.
//!
//! With `floor --read SOURCE`, the seconds to read all files once, and their bytes.
//! One file without dependencies: `rustc -O floor.rs`.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

fn main() -> io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["--read", source] => {
            let mut names = (Vec::new(), Vec::new());
            walk(Path::new(source), Path::new(""), &mut names)?;
            let start = Instant::now();
            let mut bytes = 0;
            for name in &names.1 {
                bytes += fs::read(Path::new(source).join(name))?.len();
            }
            println!("{:.6} {bytes}", start.elapsed().as_secs_f64());
            Ok(())
        }
        [source, target, threads] => {
            let threads = threads.parse().map_err(|_| io::Error::other("THREADS is a number"))?;
            println!("{:.6}", write(Path::new(source), Path::new(target), threads)?);
            Ok(())
        }
        _ => Err(io::Error::other("usage: floor SOURCE TARGET THREADS | floor --read SOURCE")),
    }
}

fn write(source: &Path, target: &Path, threads: usize) -> io::Result<f64> {
    let mut names = (Vec::new(), Vec::new());
    walk(source, Path::new(""), &mut names)?;
    let (folders, files) = names;
    let files: Vec<(PathBuf, Vec<u8>)> =
        files.into_iter().map(|name| Ok((target.join(&name), fs::read(source.join(&name))?))).collect::<io::Result<_>>()?;
    let start = Instant::now();
    fs::create_dir(target)?;
    for folder in folders {
        fs::create_dir(target.join(folder))?;
    }
    let next = AtomicUsize::new(0);
    // Whoever is free takes the next few files, which mostly lie in neighboring folders.
    const STEP: usize = 16;
    let work = || -> io::Result<()> {
        loop {
            let from = next.fetch_add(STEP, Ordering::Relaxed);
            let Some(some) = files.get(from..files.len().min(from + STEP)).filter(|some| !some.is_empty()) else { return Ok(()) };
            for (path, bytes) in some {
                File::create_new(path)?.write_all(bytes)?;
            }
        }
    };
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
        all.into_iter().map(|one| one.join().unwrap_or_else(|_| Err(io::Error::other("a thread died")))).collect::<io::Result<()>>()
    })?;
    Ok(start.elapsed().as_secs_f64())
}

/// Folders (above before below) and files, by their path below the root.
fn walk(root: &Path, below: &Path, found: &mut (Vec<PathBuf>, Vec<PathBuf>)) -> io::Result<()> {
    for entry in fs::read_dir(root.join(below))? {
        let entry = entry?;
        let path = below.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            found.0.push(path.clone());
            walk(root, &path, found)?;
        } else {
            found.1.push(path);
        }
    }
    Ok(())
}
