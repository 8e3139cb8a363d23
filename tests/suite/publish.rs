//! Publishing: all files or none, whatever fails.
//!
//! In: small sites, a file system that fails at a given operation, a process that is killed. Out: the folder afterwards. Always: the
//! old site or the new one, and the next publish gives exactly the new one.

mod faults;
mod held;
mod kill;
mod speed;
mod standing;
mod tree;
mod update;
