//! Publishing: whole or not at all, whatever fails.

mod faults;
#[path = "../support/faulty.rs"]
mod faulty;
mod kill;
mod speed;
mod standing;
mod tree;
mod update;
