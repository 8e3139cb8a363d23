//! The suite: one binary with all integration tests.
//!
//! `tidy` checks the rules of the code: which modules a module may use, where outside crates may be named, how long a file may be, that
//! both languages have the same messages. Each rule is one test whose name is a sentence; a failure names file and line and says what
//! to do. `docs` generates the tables of the guide and runs its examples. `cases` builds papers of the trade as small sites.

mod cases;
mod cli;
mod diagnostics;
mod docs;
mod edits;
mod faults;
mod fonts;
mod golden;
mod hostile;
mod laws;
mod media;
mod properties;
mod publish;
mod slips;
mod support;
mod tidy;
