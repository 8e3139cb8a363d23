//! The input of a compilation, and failures of the machine.
//!
//! In: the folder of a site, a day, the options of the command line. Out: [`Request`], the input of every stage that
//! needs more than the value before it, and [`Failure`]. Always: a mistake of an author is a finding and never a failure.

use std::path::Path;

use crate::fs::{FileSystem, FsError};
use crate::sink::SinkError;
use crate::value::Date;

/// The site to compile, and the day.
#[derive(Clone)]
pub struct Request<'a> {
    pub fs: &'a dyn FileSystem,
    /// The folder of `site.toml`.
    pub root: &'a Path,
    /// The day that the site is compiled for.
    pub today: Date,
    /// Show drafts and records of a later day, too.
    pub drafts: bool,
    /// Leave out records with errors, and records that depend on them, instead of publishing nothing.
    pub keep_going: bool,
    /// Links name `index.html`, for a folder without a server.
    pub portable: bool,
    /// Replaces the address in the settings.
    pub base_url: Option<String>,
}

/// A failure of the machine; mistakes of authors are findings.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Fs(#[from] FsError),
    #[error(transparent)]
    Sink(#[from] SinkError),
}
