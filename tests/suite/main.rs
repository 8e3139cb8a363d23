//! The suite: one binary for every test that looks at the program from outside.
//!
//! `tidy` holds the house rules: which room may use which, where outside crates may be named, how
//! long a file may be, that both languages say the same. Each rule is one test with a sentence for
//! a name, and a failure names file and line and says what to do. `docs` makes the tables of the guide
//! and runs its examples.

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
mod slips;
mod support;
mod tidy;
