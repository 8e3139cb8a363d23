//! Attachments: every file a record names must lie beside it (COM-09).
//!
//! In: the names in the record's fields, the files found beside it. Out: [`FileInfo`]s with hash and
//! length as published (pictures without their metadata), findings. Always: pictures and links of the body count as naming; hidden ways out do not exist.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::discover::Bundle;
use crate::fs::{FileSystem, FsError};
use crate::hash::ContentHash;
use crate::markdown::{Chunk, Target};
use crate::picture::{self, Head, is_picture};
use crate::record::field::{Leaf, nearest};
use crate::record::{FileInfo, Record};
use crate::source::Span;

use super::{Locator, MAX_PICTURE};

/// All files the record names, in order of name.
pub fn collect(fs: &dyn FileSystem, bundle: &Bundle, record: &Record, findings: &mut Vec<Diagnostic>) -> Result<Vec<FileInfo>, FsError> {
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
        let mut size = None;
        let (hash, len) = if is_picture(&name) && file.len <= MAX_PICTURE {
            let cleaned = picture::clean(fs.read(&file.disk, MAX_PICTURE)?);
            match picture::head(&cleaned) {
                Head::Size(width, height) => size = Some((width, height)),
                fault => findings.extend(places.first().map(|place| unfit(fault, &name, place.span(record, &mut locator), record))),
            }
            (ContentHash::of(&cleaned), cleaned.len() as u64)
        } else {
            fs.hash(&file.disk)?
        };
        files.push(FileInfo { name, path: Arc::clone(&file.path), len, hash, size });
    }
    Ok(files)
}

/// A picture that no page can show.
fn unfit(fault: Head, name: &str, span: Option<Span>, record: &Record) -> Diagnostic {
    let path = Arc::clone(&record.source.path);
    let finding = match fault {
        Head::TooLarge(width, height) => Diagnostic::error("COM-09", "com-09-picture-large", path)
            .arg("width", width)
            .arg("height", height)
            .arg("side", picture::MAX_SIDE)
            .arg("pixels", picture::MAX_PIXELS / 10_000),
        Head::Size(..) | Head::Unreadable => Diagnostic::warning("COM-09", "com-09-picture-unreadable", path),
    };
    let finding = finding.arg("file", name);
    match span {
        Some(span) => Diagnostic { path: Arc::clone(&span.source.path), ..finding }.at(span),
        None => finding,
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
