//! Which addresses are allowed in the output, and that no two files claim the same one.
//!
//! In: addresses in any order, from any thread. Out: accepted, or the reason why not. Always: an accepted address is relative,
//! stays inside the output, and is a distinct name on every common file system, including those that ignore case.

use std::collections::BTreeMap;

use super::manifest::{FileInfo, MANIFEST};
use crate::route::{self, Names, Refused};
use crate::sink::SinkError;

/// Whether the address is allowed in the output.
pub fn is_sound(path: &str) -> bool {
    path != MANIFEST && route::is_sound(path)
}

/// One file of the new output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Claim {
    pub info: FileInfo,
    /// Its bytes were staged by this run; otherwise the file of the present site is kept.
    pub fresh: bool,
}

/// The addresses claimed so far.
#[derive(Debug, Default)]
pub(super) struct Claims {
    pub files: BTreeMap<String, Claim>,
    names: Names,
}

impl Claims {
    /// Claims an address; each can be claimed once.
    pub(super) fn claim(&mut self, path: &str, claim: Claim) -> Result<(), SinkError> {
        if path == MANIFEST {
            return Err(SinkError::Path { path: path.to_owned() });
        }
        self.names.take(path).map_err(|refused| match refused {
            Refused::Unsound => SinkError::Path { path: path.to_owned() },
            Refused::Taken(other) => SinkError::Clash { path: path.to_owned(), other },
        })?;
        self.files.insert(path.to_owned(), claim);
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
