//! Puts the twin together: the whole next site beside the present one.
//!
//! In: the staging with the new files written to `new/`. Out: a twin that holds exactly the new
//! site and what others put beside the old one. Always: the target is only read and linked from; a
//! file in the twin counts only if it is the very inode of the target's file.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::ErrorKind;
use std::path::Path;

use super::error::WriteError;
use super::manifest::MANIFEST;
use super::paths::Claim;
use super::{Staging, held};
use crate::fs::{self, Entry, FileId, FileSystem, Kind};

/// Where a file of the twin comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    /// The target's file of the same name.
    Target(FileId),
    /// `new/`.
    New,
}

#[derive(Default)]
struct Plan<'a> {
    files: BTreeMap<&'a Path, From>,
    folders: BTreeSet<&'a Path>,
}

impl<'a> Plan<'a> {
    fn file(&mut self, path: &'a Path, from: From) {
        self.files.insert(path, from);
        path.parent().into_iter().for_each(|folder| self.folder(folder));
    }

    /// A folder and those above it.
    fn folder(&mut self, path: &'a Path) {
        for folder in path.ancestors().take_while(|above| !above.as_os_str().is_empty()) {
            if !self.folders.insert(folder) {
                break;
            }
        }
    }
}

pub fn assemble(staging: &Staging, files: &BTreeMap<String, Claim>, fresh_manifest: bool) -> Result<(), WriteError> {
    let (fs, place) = (staging.fs, &staging.place);
    let target = if fs.metadata(&place.target)?.is_some() { fs.walk(&place.target)? } else { Vec::new() };
    let ids: HashMap<&Path, FileId> = target.iter().map(|entry| (entry.path.as_path(), entry.meta.id)).collect();
    let from = |path: &Path, fresh| if fresh { From::New } else { From::Target(ids.get(path).copied().flatten()) };

    let mut plan = Plan::default();
    for (path, claim) in files {
        plan.file(Path::new(path), from(Path::new(path), claim.fresh));
    }
    plan.file(Path::new(MANIFEST), from(Path::new(MANIFEST), fresh_manifest));
    carry_foreign(staging, &target, &mut plan)?;

    let (new, twin) = (place.new(), place.twin());
    if fs.metadata(&twin)?.is_some() {
        clear(fs, &mut plan, &twin)?;
    } else if fs.metadata(&new)?.is_some() {
        // What was staged is where it belongs already.
        fs.rename(&new, &twin)?;
        let made = held(&staging.folders);
        plan.folders.retain(|folder| !made.contains(&new.join(folder)));
        plan.files.retain(|_, from| *from != From::New);
    } else {
        fs.create_dir_all(&twin)?;
    }
    for folder in &plan.folders {
        fs.create_dir_all(&twin.join(folder))?;
    }
    for (path, from) in &plan.files {
        match from {
            From::New => fs.rename(&new.join(path), &twin.join(path))?,
            From::Target(_) => link_or_copy(fs, &place.target.join(path), &twin.join(path))?,
        }
    }
    Ok(())
}

/// Plans to keep what is not ours; refuses, or with force drops, what is in the way of our files.
fn carry_foreign<'a>(staging: &Staging, target: &'a [Entry], plan: &mut Plan<'a>) -> Result<(), WriteError> {
    let ours: HashSet<&Path> = staging.old.files.keys().map(Path::new).chain([Path::new(MANIFEST)]).collect();
    let our_folders: HashSet<&Path> = ours.iter().flat_map(|path| path.ancestors().skip(1)).collect();
    let mut foreign = Vec::new();
    for entry in target {
        let path = entry.path.as_path();
        let is_folder = entry.meta.kind == Kind::Dir;
        if if is_folder { our_folders.contains(path) } else { ours.contains(path) } {
            continue;
        }
        let blocks = if is_folder { plan.files.contains_key(path) } else { plan.files.contains_key(path) || plan.folders.contains(path) };
        let is_below_file = path.ancestors().skip(1).any(|above| plan.files.contains_key(above));
        if !blocks && !is_below_file {
            foreign.push(entry);
        } else if !staging.force {
            return Err(WriteError::InTheWay { path: staging.place.target.join(path) });
        }
    }
    for entry in foreign {
        if entry.meta.kind == Kind::Dir {
            plan.folder(&entry.path);
        } else {
            plan.file(&entry.path, From::Target(entry.meta.id));
        }
    }
    Ok(())
}

/// Clears the twin of what does not belong, and the plan of what is in place already.
fn clear(fs: &dyn FileSystem, plan: &mut Plan, twin: &Path) -> fs::Result<()> {
    for entry in fs.walk(twin)?.iter().rev() {
        let path = entry.path.as_path();
        let is_dir = entry.meta.kind == Kind::Dir;
        match plan.files.get(path) {
            _ if is_dir && plan.folders.remove(path) => {}
            _ if is_dir => fs.remove_dir(&twin.join(path))?,
            // Renaming takes the place of what is there.
            Some(From::New) => {}
            Some(From::Target(id)) if id.is_some() && *id == entry.meta.id => {
                plan.files.remove(path);
            }
            _ => fs.remove_file(&twin.join(path))?,
        }
    }
    Ok(())
}

fn link_or_copy(fs: &dyn FileSystem, from: &Path, to: &Path) -> fs::Result<()> {
    match fs.hard_link(from, to) {
        // Some file systems know no links, some systems forbid them for files of other users.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::Unsupported | ErrorKind::PermissionDenied | ErrorKind::TooManyLinks | ErrorKind::CrossesDevices
            ) =>
        {
            fs.copy(from, to)
        }
        done => done,
    }
}
