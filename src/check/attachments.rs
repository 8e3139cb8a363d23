//! What stands in the files beside a record: personal data (COM-10…14) in texts, sheets and papers.
//!
//! In: a file that a record names. Out: findings in its lines, or in the rows of its sheets. Always: a text of any length is
//! read, piece by piece where it is long; a sheet or paper is unpacked within bounds, and one that cannot be looked into is told.

use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use super::Surroundings;
use super::guard::{self, Layout};
use crate::diagnostic::Diagnostic;
use crate::fs::FsError;
use crate::office::{self, PartKind, Refused};
use crate::record::FileInfo;
use crate::source::{Decoder, Source, decode};

/// Longer texts are read piece by piece.
const LONG: u64 = 8 * 1024 * 1024;
/// Text looked at in one go.
const PIECE: usize = 1024 * 1024;
/// What is known of the text around a piece: longer than any number with all that may stand in it, and the words beside it.
const AROUND: usize = 4096;
/// Findings in one file; whoever has so many does not need more.
const MOST: usize = 200;

/// How a text is laid out, by its extension; `None` for what is no text.
fn layout(extension: &str) -> Option<Layout> {
    Some(match extension {
        "csv" | "tsv" => Layout::Cells,
        "txt" | "md" | "html" | "htm" | "json" | "xml" | "svg" | "ics" | "vcf" | "yaml" | "yml" | "log" | "geojson" | "kml" | "rtf" => {
            Layout::Running
        }
        _ => return None,
    })
}

/// Everything found in one file.
pub(super) fn scan(around: &Surroundings<'_>, file: &FileInfo, extension: &str) -> Result<Vec<Diagnostic>, FsError> {
    let mut found = look(around, file, extension)?;
    // A file is handed on as it is: its signs are its own.
    found.retain(|finding| finding.code != "E102");
    found.truncate(MOST);
    Ok(found)
}

fn look(around: &Surroundings<'_>, file: &FileInfo, extension: &str) -> Result<Vec<Diagnostic>, FsError> {
    let disk = around.root.join(&*file.path);
    match layout(extension) {
        Some(layout) if file.len <= LONG => {
            let bytes = around.fs.read(&disk, LONG)?;
            let text = decode(&bytes).map_or_else(|_| String::from_utf8_lossy(&bytes).into_owned(), |(text, _)| text);
            Ok(guard::scan_as(&Source::new(Arc::clone(&file.path), text), layout))
        }
        Some(layout) => long(around, file, disk, layout),
        None if matches!(extension, "xlsx" | "xlsm" | "docx" | "docm" | "pptx" | "ods" | "odt") => packed(around, file, disk),
        None => Ok(Vec::new()),
    }
}

/// A text that nobody wants to hold whole.
fn long(around: &Surroundings<'_>, file: &FileInfo, disk: PathBuf, layout: Layout) -> Result<Vec<Diagnostic>, FsError> {
    let mut pieces = Pieces { path: &file.path, layout, held: String::new(), from: 0, lines: 0, found: Vec::new() };
    let mut decoder = Decoder::default();
    around.fs.read_in_pieces(&disk, &mut |bytes| {
        pieces.held.push_str(&decoder.text(bytes, false));
        while pieces.held.len() - pieces.from >= PIECE + AROUND {
            pieces.look(pieces.from + PIECE);
        }
    })?;
    pieces.held.push_str(&decoder.text(&[], true));
    pieces.look(pieces.held.len());
    Ok(pieces.found)
}

struct Pieces<'a> {
    path: &'a Arc<str>,
    layout: Layout,
    held: String,
    /// Where what was not looked at begins.
    from: usize,
    /// Lines before what is held.
    lines: usize,
    found: Vec<Diagnostic>,
}

impl Pieces<'_> {
    /// Looks at what is held up to a place, and lets go of what is no longer needed.
    fn look(&mut self, to: usize) {
        let floor = |text: &str, at: usize| (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let to = floor(&self.held, to);
        let end = floor(&self.held, (to + AROUND).min(self.held.len()));
        let part: Range<usize> = self.from..to;
        let found = guard::scan_part(self.path, &self.held[..end], (part, self.lines), self.layout);
        self.found.extend(found.into_iter().take(MOST - self.found.len().min(MOST)));
        let gone = floor(&self.held, to.saturating_sub(AROUND));
        self.lines += self.held[..gone].bytes().filter(|b| *b == b'\n').count();
        self.held.drain(..gone);
        self.from = to - gone;
    }
}

/// A sheet or a paper: the lines told are rows of the sheet, paragraphs of the paper.
fn packed(around: &Surroundings<'_>, file: &FileInfo, disk: PathBuf) -> Result<Vec<Diagnostic>, FsError> {
    let told = |finding: Diagnostic| vec![finding.arg("file", file.name.as_str())];
    let path = || Arc::clone(&file.path);
    let too_large = || told(Diagnostic::error("E103", "e103-office", path()).arg("limit", office::MAX_PACKED / 1024 / 1024));
    if file.len > office::MAX_PACKED {
        return Ok(too_large());
    }
    let bytes = around.fs.read(&disk, office::MAX_PACKED)?;
    let parts = match office::parts(&bytes) {
        Ok(parts) => parts,
        Err(Refused::Limit) => return Ok(too_large()),
        // Another kind of file with this name is none that a program for sheets opens.
        Err(Refused::Kind) => return Ok(Vec::new()),
        Err(Refused::Broken | Refused::Locked) => return Ok(told(Diagnostic::warning("COM-09", "com-09-office-closed", path()))),
    };
    let mut found = Vec::new();
    for part in parts {
        let layout = if part.kind == PartKind::Sheet { Layout::Cells } else { Layout::Running };
        let text = part.text();
        found.extend(guard::scan_part(&file.path, &text, (0..text.len(), 0), layout));
    }
    Ok(found)
}
