//! linli 邻里: a compiler for public accountability.

pub mod diagnostic;
pub mod fs;
pub mod hash;
pub mod sink;
pub mod source;
pub mod write;
