//! The files of `themes/board` inside the binary.
//!
//! In: the list that `build.rs` makes of the folder. Out: path and bytes of each file, sorted by path. Always: every file of the
//! folder is listed (a test checks it).

/// Paths are relative to the theme's folder.
pub(super) const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/theme.rs"));
