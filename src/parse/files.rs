//! Attachments: every file a record names must lie beside it (COM-09).
//!
//! In: the names in the record's fields, the files found beside it. Out: [`FileInfo`]s with hash and length as published (pictures
//! without their metadata, drawings without scripts), findings. Always: pictures and links of the body count as naming; what cannot be
//! published as it should is named and left out (E113).

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::discover::{Bundle, File};
use crate::fs::{FileSystem, FsError};
use crate::hash::ContentHash;
use crate::markdown::{Chunk, Target};
use crate::media::{self, Media, Refused};
use crate::picture::{self, Head};
use crate::record::field::{Leaf, nearest};
use crate::record::{FileInfo, Record};
use crate::route;
use crate::source::Span;

use super::Locator;

/// All files the record names, in order of name.
pub(super) fn collect(
    fs: &dyn FileSystem,
    bundle: &Bundle,
    record: &Record,
    findings: &mut Vec<Diagnostic>,
) -> Result<Vec<FileInfo>, FsError> {
    let mut named: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    record.walk(&mut |path, _, leaf| {
        if let Leaf::File(file) = leaf {
            named.entry(file.0.to_string()).or_default().push(Place::Field(path.locator()));
        }
    });
    for (lang, body) in record.bodies.iter().enumerate() {
        for chunk in body.iter().flat_map(|b| &b.chunks) {
            match chunk {
                Chunk::Link(link) => {
                    if let Target::File(file) = &link.target {
                        named.entry(file.clone()).or_default().push(Place::Body(lang, link.place.clone()));
                    }
                }
                Chunk::Image(image) => named.entry(image.file.clone()).or_default().push(Place::Body(lang, image.place.clone())),
                _ => {}
            }
        }
    }
    let mut locator = None;
    let mut files = Vec::new();
    for (name, places) in named {
        let Some(file) = bundle.beside.get(&name) else {
            let near = nearest(&name, bundle.beside.keys().map(String::as_str)).unwrap_or("").to_owned();
            for place in places {
                let finding = Diagnostic::error("COM-09", "com-09-missing", Arc::clone(&record.source.path));
                let finding = finding.arg("file", name.as_str()).arg("near", near.as_str());
                findings.push(match place.span(record, &mut locator) {
                    Some(span) => Diagnostic { path: Arc::clone(&span.source.path), ..finding }.at(span),
                    None => finding,
                });
            }
            continue;
        };
        if !route::is_sound(&route::file(&record.id, &name)) || media::is_index(&name) {
            for place in places {
                let finding = Diagnostic::error("E105", "e105-file-name", Arc::clone(&record.source.path)).arg("file", name.as_str());
                findings.push(match place.span(record, &mut locator) {
                    Some(span) => Diagnostic { path: Arc::clone(&span.source.path), ..finding }.at(span),
                    None => finding,
                });
            }
            files.push(withheld(&name, file));
            continue;
        }
        let first = places.first();
        let mut tell = |finding: Diagnostic| {
            let finding = finding.arg("file", name.as_str());
            findings.push(match first.and_then(|place| place.span(record, &mut locator)) {
                Some(span) => Diagnostic { path: Arc::clone(&span.source.path), ..finding }.at(span),
                None => finding,
            });
        };
        files.push(published(fs, &name, file, &record.source.path, &mut tell)?);
    }
    Ok(files)
}

/// A file that is not published; an error says so.
fn withheld(name: &str, file: &File) -> FileInfo {
    FileInfo { name: name.to_owned(), path: Arc::clone(&file.path), len: 0, hash: ContentHash::of(b""), media: Media::Nothing, size: None }
}

/// A file as it is published, or why it cannot be.
fn published(
    fs: &dyn FileSystem,
    name: &str,
    file: &File,
    record: &Arc<str>,
    tell: &mut dyn FnMut(Diagnostic),
) -> Result<FileInfo, FsError> {
    let error = |message| Diagnostic::error("E113", message, Arc::clone(record));
    let media = match media::of(name, &fs.first(&file.disk, media::FIRST)?) {
        Ok(media) => media,
        Err(why) => {
            tell(match why {
                Refused::Format(format) => error("e113-picture-format").arg("format", format),
                Refused::Unknown => error("e113-picture-unknown"),
                Refused::Disguised => error("e113-disguised"),
            });
            return Ok(withheld(name, file));
        }
    };
    let info = |hash, len, size| FileInfo { name: name.to_owned(), path: Arc::clone(&file.path), len, hash, media, size };
    if !media.is_cleaned() {
        if media == Media::Download {
            tell(Diagnostic::warning("E113", "e113-download", Arc::clone(record)));
        }
        let (hash, len) = fs.hash(&file.disk)?;
        return Ok(info(hash, len, None));
    }
    if file.len > media::MAX_CLEANED {
        tell(error("e113-large").arg("limit", media::MAX_CLEANED / 1024 / 1024));
        return Ok(withheld(name, file));
    }
    let Some(cleaned) = media.clean(fs.read(&file.disk, media::MAX_CLEANED)?) else {
        tell(error("e113-drawing-unreadable"));
        return Ok(withheld(name, file));
    };
    if cleaned.has_lost {
        tell(Diagnostic::warning("E113", "e113-drawing-cleaned", Arc::clone(record)));
    }
    let mut size = None;
    if media == Media::Photo {
        match picture::head(&cleaned.bytes) {
            Head::Size(width, height) => size = Some((width, height)),
            fault => tell(unfit(fault, record)),
        }
        if cleaned.is_cut && size.is_some() {
            tell(Diagnostic::warning("COM-09", "com-09-picture-cut", Arc::clone(record)));
        }
    }
    Ok(info(ContentHash::of(&cleaned.bytes), cleaned.bytes.len() as u64, size))
}

/// A picture that no page can show.
fn unfit(fault: Head, record: &Arc<str>) -> Diagnostic {
    let path = Arc::clone(record);
    match fault {
        Head::TooLarge(width, height) => Diagnostic::error("COM-09", "com-09-picture-large", path)
            .arg("width", width)
            .arg("height", height)
            .arg("side", picture::MAX_SIDE)
            .arg("pixels", picture::MAX_PIXELS),
        Head::TooHeavy(bytes) => Diagnostic::error("COM-09", "com-09-picture-heavy", path)
            .arg("size", bytes / 1024 / 1024)
            .arg("limit", picture::MAX_UNPACKED / 1024 / 1024),
        Head::Size(..) | Head::Unreadable => Diagnostic::warning("COM-09", "com-09-picture-unreadable", path),
    }
}

enum Place {
    Field(String),
    /// In the text of a language.
    Body(usize, Range<u32>),
}

impl Place {
    fn span(&self, record: &Record, locator: &mut Option<Locator>) -> Option<Span> {
        match self {
            Self::Field(at) => locator.get_or_insert_with(|| Locator::new(record)).place(at),
            Self::Body(lang, at) => {
                let (source, _) = record.body_places.get(*lang)?.as_ref()?;
                Some(Span::new(source, at.start as usize..at.end as usize))
            }
        }
    }
}
