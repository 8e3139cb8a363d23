//! What a compilation is asked for, and how the machine may fail it.
//!
//! In: the folder of a site, a day, the options of the command line. Out: [`Request`], the input of every stage that
//! needs more than the value before it, and [`Failure`]. Always: a mistake of an author is a finding and never a failure.

use std::path::Path;

use crate::fs::{FileSystem, FsError};
use crate::lock::Scope;
use crate::sink::SinkError;
use crate::value::Date;

/// What to compile, and for which day.
#[derive(Clone)]
pub struct Request<'a> {
    pub fs: &'a dyn FileSystem,
    /// The folder that holds `site.toml`.
    pub root: &'a Path,
    /// The day the site is made for.
    pub today: Date,
    /// Show drafts and records of a later day, too.
    pub drafts: bool,
    /// Leave out records with errors and what they take with them, instead of publishing nothing.
    pub keep_going: bool,
    /// The build would not change `published.lock`, or it is an error (E110).
    pub locked: bool,
    /// Links name `index.html`, for a folder without a server.
    pub portable: bool,
    /// Instead of the settings' own.
    pub base_url: Option<String>,
}

impl Request<'_> {
    /// What is public, for the lock of published figures.
    pub fn scope(&self) -> Scope {
        Scope { today: self.today, drafts: self.drafts }
    }
}

/// The machine failed; author mistakes are findings.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    #[error(transparent)]
    Fs(#[from] FsError),
    #[error(transparent)]
    Sink(#[from] SinkError),
}
