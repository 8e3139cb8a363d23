//! Every leaf of a record, with the path that leads to it.
//!
//! Always: a path can be written with positions (to find the place) and with keys (as people write it).

use std::borrow::Cow;
use std::fmt::Write as _;

use super::FieldSpec;
use crate::value::{Area, DailyHours, Date, DateTime, FileName, Moment, Money, On, Percent, Ref, Text, Time, TimeRange, Weekday};

/// One leaf of a record, as the walker meets it.
#[derive(Debug, Clone)]
pub enum Leaf<'a> {
    Text(&'a Text),
    Line(&'a str),
    Ref(&'a Ref),
    File(&'a FileName),
    Money(Money),
    Area(Area),
    Percent(Percent),
    Int(i64),
    Date(Date),
    DateTime(DateTime),
    Moment(Moment),
    Time(Time),
    TimeRange(TimeRange),
    DailyHours(DailyHours),
    Weekday(Weekday),
    /// When something recurs.
    On(On),
    Bool(bool),
    Code(&'static str, &'static str),
    /// A list item begins; its key.
    Item(Cow<'a, str>),
}

/// Where the walker stands.
#[derive(Debug, Clone, Default)]
pub struct Path<'a> {
    pub(super) segments: Vec<Segment<'a>>,
}

#[derive(Debug, Clone)]
pub(super) enum Segment<'a> {
    Field(&'static str),
    Item(usize, Cow<'a, str>),
}

impl Path<'_> {
    /// With positions, for finding the place: `lines[3].amount`.
    pub fn locator(&self) -> String {
        self.written(|out, index, _| {
            // Writing to memory does not fail.
            let _ = write!(out, "[{index}]");
        })
    }

    /// With keys, as people write it in `fig` and `explain`: `lines.x-light.amount`.
    pub fn public(&self) -> String {
        self.written(|out, index, key| {
            out.push('.');
            if key.is_empty() {
                let _ = write!(out, "{index}");
            } else {
                out.push_str(key);
            }
        })
    }

    /// Of a field of a list item: the list as people write it, and the item's key.
    pub fn item_above(&self) -> Option<(String, &str)> {
        let [above @ .., Segment::Item(_, key), Segment::Field(_)] = self.segments.as_slice() else { return None };
        Some((Path { segments: above.to_vec() }.public(), key.as_ref()))
    }

    /// How many fields and items lead here.
    pub fn depth(&self) -> usize {
        self.segments.len()
    }

    /// The innermost list's name.
    pub fn list(&self) -> &'static str {
        self.segments.iter().rev().find_map(|s| if let Segment::Field(name) = s { Some(*name) } else { None }).unwrap_or("")
    }

    /// The first field's name.
    pub fn top(&self) -> &'static str {
        match self.segments.first() {
            Some(Segment::Field(name)) => name,
            _ => "",
        }
    }

    fn written(&self, item: impl Fn(&mut String, usize, &str)) -> String {
        let mut out = String::with_capacity(48);
        for segment in &self.segments {
            match segment {
                Segment::Field(name) => {
                    if !out.is_empty() {
                        out.push('.');
                    }
                    out.push_str(name);
                }
                Segment::Item(index, key) => item(&mut out, *index, key),
            }
        }
        out
    }
}

/// What the walker calls for each leaf.
pub type Visit<'v, 'a> = dyn FnMut(&Path<'a>, &'static FieldSpec, Leaf<'a>) + 'v;

impl<'a> Path<'a> {
    pub fn enter(&mut self, field: &'static str) {
        self.segments.push(Segment::Field(field));
    }

    pub fn leave(&mut self) {
        self.segments.pop();
    }
}
