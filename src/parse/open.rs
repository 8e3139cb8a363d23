//! Opens one text file of a bundle: size, encoding, the fences of the front matter, YAML.
//!
//! In: a file as found. Out: [`Opened`], its text with front matter and body told apart, or findings. Always: a file that is
//! too long is not read.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::discover::File;
use crate::fs::{FileSystem, FsError};
use crate::source::{self, MAX_FILE, Source, Span};
use crate::yaml::{self, Node, Value};

/// A file's text with its front matter and body told apart.
pub(super) struct Opened {
    pub source: Arc<Source>,
    /// The YAML between the fences; empty where there is none.
    pub front: Range<usize>,
    pub body: Range<usize>,
    pub root: Option<Node>,
}

/// Whether a file without front matter is a mistake.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FrontMatter {
    Required,
    Optional,
}

impl Opened {
    pub(super) fn front_text(&self) -> &str {
        &self.source.text[self.front.clone()]
    }

    pub(super) fn body_text(&self) -> &str {
        &self.source.text[self.body.clone()]
    }
}

/// Opens a text file. `known` are the keys that front matter may have. `None` where no text could be read.
pub(super) fn open(
    fs: &dyn FileSystem,
    file: &File,
    known: &dyn Fn(&str) -> bool,
    front_matter: FrontMatter,
    findings: &mut Vec<Diagnostic>,
) -> Result<Option<Opened>, FsError> {
    if file.len > MAX_FILE {
        findings.push(Diagnostic::error("E103", "e103-file", Arc::clone(&file.path)).arg("limit", MAX_FILE / 1024 / 1024));
        return Ok(None);
    }
    let bytes = fs.read(&file.disk, MAX_FILE)?;
    let text = match source::decode(&bytes) {
        Ok((text, _)) => text,
        Err(error) => {
            findings.push(Diagnostic::error_at("E102", "e102-encoding", error.place(Arc::clone(&file.path), &bytes)));
            return Ok(None);
        }
    };
    let source = Source::new(Arc::clone(&file.path), text);
    let Some((front, body)) = fences(&source.text) else {
        let message = match (source.text.trim().is_empty(), source.text.starts_with("---")) {
            (true, _) => "e101-empty-file",
            (_, true) => "e101-unclosed-front",
            _ if front_matter == FrontMatter::Optional => {
                let all = 0..source.text.len();
                return Ok(Some(Opened { source, front: 0..0, body: all, root: None }));
            }
            _ => "e101-no-front",
        };
        let at = Span::new(&source, source.line_range(1));
        findings.push(Diagnostic::error_at("E101", message, at));
        return Ok(None);
    };
    let root = yaml::read(&source, front.clone(), known, findings);
    let root = root.filter(|root| {
        let is_map = matches!(root.value, Value::Map(_)) || root.is_empty();
        if !is_map {
            let line = source.position(root.start as usize).line;
            findings.push(Diagnostic::error_at("E101", "e101-not-a-map", Span::new(&source, source.line_range(line))));
        }
        is_map
    });
    Ok(Some(Opened { source, front, body, root }))
}

/// The front matter between two `---` lines, and the text after it.
fn fences(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let first = text.lines().next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let start = first.len() + text[first.len()..].find('\n')? + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((start..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    None
}
