//! linli 邻里: a compiler for public accountability.

pub mod check;
pub mod config;
pub mod diagnostic;
pub mod discover;
pub mod fs;
pub mod hash;
pub mod locale;
pub mod markdown;
pub mod parse;
pub mod plan;
pub mod record;
pub mod relate;
pub mod route;
pub mod sink;
pub mod site;
pub mod source;
pub mod theme;
pub mod value;
pub mod write;
pub mod yaml;
