pub mod diagnostic;
pub mod source;
pub mod value;
pub mod yaml;
