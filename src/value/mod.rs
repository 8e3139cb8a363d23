//! Value types: each parses itself from the text that a person typed, or returns what is wrong with the text.
//!
//! In: a scalar's source text. Out: a typed value, or a [`ValueError`] naming a catalogue message.
//! Always: money, area and percent are exact decimals; dates exist in the calendar; other notations are accepted where their
//! meaning is certain (`2026年3月12日`, full-width digits), and an error where it is not.

mod capitals;
pub mod date;
pub mod decimal;
pub mod figures;
pub mod holidays;
pub mod reference;
pub mod repeat;
pub mod text;

pub use date::{DailyHours, Date, DatePeriod, DateTime, Moment, MomentPeriod, OpenPeriod, Time, TimeRange, Weekday};
pub use decimal::{Area, Money, Percent};
pub use holidays::Holidays;
pub use reference::{FileName, RecordId, Ref, Slug};
pub use repeat::{Every, On, Repeat};
pub use text::{LangId, Text};

use crate::diagnostic::Arg;

/// Why a scalar is no value of its field's type.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueError {
    /// Catalogue message id.
    pub message: &'static str,
    pub args: Vec<(&'static str, Arg)>,
}

impl ValueError {
    pub fn new(message: &'static str) -> Self {
        Self { message, args: Vec::new() }
    }

    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The plain figure that is proposed instead.
    pub fn plain(&self) -> Option<&str> {
        self.args.iter().find_map(|(name, value)| match value {
            Arg::Text(text) if *name == "plain" && !text.is_empty() => Some(text.as_str()),
            _ => None,
        })
    }
}

/// Turns full-width digits, signs and spaces, as input methods produce them, into half-width ones.
pub fn half_width(text: &str) -> String {
    text.trim()
        .chars()
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            '\u{3000}' => ' ',
            '。' => '.',
            _ => c,
        })
        .collect()
}

macro_rules! figure_args {
    ($($ty:ty),*) => {$(
        impl From<$ty> for Arg {
            fn from(value: $ty) -> Self {
                Self::Figure(value.to_string())
            }
        }
    )*};
}
figure_args!(Money, Area, Percent);

macro_rules! text_args {
    ($($ty:ty),*) => {$(
        impl From<$ty> for Arg {
            fn from(value: $ty) -> Self {
                Self::Text(value.to_string())
            }
        }
    )*};
}
text_args!(Date, DateTime, Moment, Time, TimeRange, RecordId, &RecordId, Ref, &Ref, Slug, &Slug);
