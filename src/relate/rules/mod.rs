//! Rules between records, by topic.
//!
//! In: the library with its references, chains and order. Out: findings. Always: neutral facets only, and at most
//! n·log n: ten thousand records are checked faster than they are read.

pub mod meetings;
pub mod notices;
pub mod rooms;
