//! Files that are no pages: assets of the theme, attachments, and smaller copies of pictures for pages.
//!
//! In: the site, the shown records, the files as they were made `before`. Out: each file, handed to the sink at its address.
//! Always: what the sink holds already is not handed over again; pictures go out without the metadata of the camera.

use std::sync::Arc;

use rayon::prelude::*;

use super::OutputTree;
use crate::diagnostic::Diagnostic;
use crate::hash::ContentHash;
use crate::media::{MAX_CLEANED, Media};
use crate::picture;
use crate::record::envelope::Status;
use crate::record::{FileInfo, Record};
use crate::relate::Library;
use crate::request::Request;
use crate::route;
use crate::sink::{Sink, SinkError};
use crate::site::Site;

/// The files of a site that are no pages.
#[derive(Default)]
pub struct Files {
    pub tree: OutputTree,
    /// Files of it that were made now.
    pub made: Vec<String>,
    /// Pictures that could not be made smaller.
    pub findings: Vec<Diagnostic>,
}

/// A picture to be made smaller: the address of the copy, the record that shows it, the file.
type ToShrink<'l> = (String, &'l Record, &'l FileInfo);

/// Hands over the files of the theme and of shown records, each at its address; what the sink holds already stays.
pub fn attachments(
    request: &Request<'_>,
    site: &Site,
    library: &Library,
    before: &OutputTree,
    sink: &dyn Sink,
) -> Result<Files, SinkError> {
    let mut files = Files::default();
    let mut smaller: Vec<ToShrink<'_>> = Vec::new();
    let stays = |path: &str, info: (ContentHash, u64)| -> Result<bool, SinkError> {
        Ok(before.get(path) == Some(&info) && (sink.keeps_output() || sink.keep(path, info.0, info.1)?))
    };
    for asset in site.theme.assets() {
        let info = (ContentHash::of(&asset.bytes), asset.bytes.len() as u64);
        if !stays(&asset.path, info)? {
            sink.put_hashed(&asset.path, &asset.bytes, info.0)?;
            files.made.push(asset.path.clone());
        }
        files.tree.insert(asset.path.clone(), info);
    }
    for &index in &library.newest {
        let record = &library.records[index];
        if record.envelope.status() == Status::Withdrawn {
            continue;
        }
        for file in record.files.iter().filter(|file| file.media != Media::Nothing) {
            if file.only_shown(&record.envelope, site.config.originals).is_none() {
                let path = route::file(&record.id, &file.name);
                let info = (file.hash, file.len);
                if !stays(&path, info)? {
                    if file.media.is_cleaned() {
                        sink.put_hashed(&path, &cleaned(request, file)?, file.hash)?;
                    } else {
                        sink.put_file(&path, &request.root.join(&*file.path), file.hash, file.len)?;
                    }
                    files.made.push(path.clone());
                }
                files.tree.insert(path, info);
            }
            if let Some(name) = file.shown() {
                let path = route::shown(&record.id, &name);
                // Its name changes with the picture, so a file of that name is the right one.
                match before.get(&path).copied().or_else(|| sink.holds(&path)) {
                    Some(info) if (before.contains_key(&path) && sink.keeps_output()) || sink.keep(&path, info.0, info.1)? => {
                        files.tree.insert(path, info);
                    }
                    _ => smaller.push((path, record, file)),
                }
            }
        }
    }
    pictures(request, smaller, sink, &mut files)?;
    Ok(files)
}

/// A picture or drawing as it is published, and as it was hashed.
fn cleaned(request: &Request<'_>, file: &FileInfo) -> Result<Vec<u8>, SinkError> {
    let from = request.root.join(&*file.path);
    let cleaned = file.media.clean(request.fs.read(&from, MAX_CLEANED)?).map(|c| c.bytes);
    cleaned.filter(|bytes| ContentHash::of(bytes) == file.hash).ok_or(SinkError::Changed { path: from })
}

/// Makes the copies of pictures that pages show, side by side. A picture that cannot be decoded is a finding, and is tried again each time.
fn pictures(request: &Request<'_>, smaller: Vec<ToShrink<'_>>, sink: &dyn Sink, files: &mut Files) -> Result<(), SinkError> {
    let shrink = |(path, record, file): ToShrink<'_>| {
        let Some(small) = picture::shown(&cleaned(request, file)?) else {
            let finding = Diagnostic::error("COM-09", "com-09-picture-broken", Arc::clone(&record.source.path));
            return Ok(Err(finding.arg("file", file.name.as_str())));
        };
        let info = (ContentHash::of(&small), small.len() as u64);
        sink.put_hashed(&path, &small, info.0)?;
        Ok(Ok((path, info)))
    };
    let made: Vec<Result<_, Diagnostic>> = smaller.into_par_iter().map(shrink).collect::<Result<_, SinkError>>()?;
    for picture in made {
        match picture {
            Ok((path, info)) => {
                files.made.push(path.clone());
                files.tree.insert(path, info);
            }
            Err(finding) => files.findings.push(finding),
        }
    }
    Ok(())
}
