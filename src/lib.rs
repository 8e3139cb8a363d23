//! The hall: the rooms of the house.

pub mod diagnostic;
pub mod hash;
pub mod source;
pub mod theme;
pub mod record {
    pub mod view;
}
pub mod plan {
    pub mod view;
}
