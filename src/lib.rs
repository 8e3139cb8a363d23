#![allow(dead_code)]
pub mod diagnostic;
pub mod markdown;
pub mod source;
