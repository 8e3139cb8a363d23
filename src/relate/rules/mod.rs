//! Rules between records, by topic.
//!
//! In: the library with its references, chains and order, the profile. Out: findings at a field of one of the records.
//! Always: neutral facets only, and only records that are shown; linear, or a sort.

pub mod meetings;
pub mod money;
pub mod notices;
pub mod rooms;
pub mod works;
