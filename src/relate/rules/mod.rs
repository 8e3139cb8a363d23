//! The rules between records, by topic; each sees records through their envelope and facets only.

pub mod common;
pub mod names;
