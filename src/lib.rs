pub mod diagnostic;
pub mod locale;
pub mod source;
pub mod value;
pub mod yaml;
