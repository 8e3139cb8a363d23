//! Publishing: whole or not at all, whatever fails.
//!
//! In: small sites, a file system that fails when it is told to, a process that is killed. Out: what stands in the folder
//! afterwards. Always: the old site or the new one, and the next publish gives exactly the new one.

mod faults;
mod kill;
mod speed;
mod standing;
mod tree;
mod update;
