//! Which addresses are allowed in the output, and that no two files claim the same one.
//!
//! In: addresses in any order, from any thread. Out: accepted, or the reason why not. Always: an accepted address is relative,
//! stays inside the output, and is a distinct name on every common file system, including those that ignore case.

use std::collections::{BTreeMap, HashSet};

use super::manifest::{FileInfo, MANIFEST};
use crate::hash::QuickMap;
use crate::sink::SinkError;

/// Names that Windows reserves for devices, with any extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// Whether the address is allowed in the output.
pub fn is_sound(path: &str) -> bool {
    path.len() <= 1024 && path != MANIFEST && path.split('/').all(is_sound_name)
}

fn is_sound_name(name: &str) -> bool {
    let forbidden = |c: char| c.is_control() || matches!(c, '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|');
    // `.` and `..` end in a dot; Windows drops dots and spaces at the end.
    if name.is_empty() || name.len() > 255 || name.ends_with(['.', ' ']) || name.contains(forbidden) {
        return false;
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let numbered = |prefix| {
        stem.strip_prefix(prefix)
            .is_some_and(|n: &str| n.chars().count() == 1 && n.contains(|c: char| c.is_ascii_digit() || "¹²³".contains(c)))
    };
    !DEVICES.contains(&stem.as_str()) && !numbered("com") && !numbered("lpt")
}

/// One file of the new output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    pub info: FileInfo,
    /// Its bytes were staged by this run; otherwise the file of the present site is kept.
    pub fresh: bool,
}

/// The addresses claimed so far.
#[derive(Debug, Default)]
pub struct Claims {
    pub files: BTreeMap<String, Claim>,
    /// Folders above the files.
    folders: HashSet<String>,
    /// Lower-case form of every file and folder, to its own form.
    folded: QuickMap<String, String>,
}

impl Claims {
    /// Claims an address; each can be claimed once.
    pub fn claim(&mut self, path: &str, claim: Claim) -> Result<(), SinkError> {
        if !is_sound(path) {
            return Err(SinkError::Path { path: path.to_owned() });
        }
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.claim_folder(folder, path)?;
        }
        if let Some(other) = self.folded.insert(path.to_lowercase(), path.to_owned()) {
            return Err(SinkError::Clash { path: path.to_owned(), other });
        }
        self.files.insert(path.to_owned(), claim);
        Ok(())
    }

    fn claim_folder(&mut self, folder: &str, path: &str) -> Result<(), SinkError> {
        if self.folders.contains(folder) {
            return Ok(());
        }
        if let Some((above, _)) = folder.rsplit_once('/') {
            self.claim_folder(above, path)?;
        }
        if let Some(other) = self.folded.insert(folder.to_lowercase(), folder.to_owned()) {
            return Err(SinkError::Clash { path: path.to_owned(), other });
        }
        self.folders.insert(folder.to_owned());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::ContentHash;

    fn claim_all(paths: &[&str]) -> Result<(), SinkError> {
        let mut claims = Claims::default();
        let claim = Claim { info: FileInfo { hash: ContentHash::of(b""), len: 0 }, fresh: true };
        paths.iter().try_for_each(|path| claims.claim(path, claim))
    }

    #[test]
    fn addresses_that_lead_out_or_cannot_stand_everywhere_are_refused() {
        let bad = [
            "",
            "/",
            "/etc/passwd",
            "a//b",
            "a/",
            ".",
            "..",
            "../a",
            "a/../b",
            "a/./b",
            "a\\b",
            "C:/a",
            "a:b",
            "a?",
            "a\0b",
            "a\nb",
            "con",
            "CON.html",
            "zh/Aux.txt",
            "nul.tar.gz",
            "com1",
            "LPT9.pdf",
            "com¹.txt",
            "con .txt",
            "dot.",
            "space ",
            MANIFEST,
        ];
        for path in bad {
            assert!(!is_sound(path), "{path:?}");
        }
        assert!(!is_sound(&"a".repeat(256)));
        for path in [
            "index.html",
            "zh/notices/2026-06-water/附件 一.pdf",
            ".well-known/x",
            "com10",
            "console/index.html",
            "a..b",
            &format!("zh/{MANIFEST}"),
        ] {
            assert!(is_sound(path), "{path:?}");
        }
    }

    #[test]
    fn two_files_never_want_the_same_place() {
        for (paths, sound) in [
            (&["a/b", "a/c", "b"][..], true),
            (&["a/b", "a/b"], false),
            (&["a/b", "A/c"], false),
            (&["a/b", "a/B"], false),
            (&["a", "a/b"], false),
            (&["a/b", "a"], false),
            (&["A", "a/b/c"], false),
            (&["zh/É", "zh/é"], false),
        ] {
            assert_eq!(claim_all(paths).is_ok(), sound, "{paths:?}");
        }
    }
}
