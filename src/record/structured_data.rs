//! A record for machines that read pages: JSON-LD in the words of schema.org.
//!
//! In: what a view is handed. Out: [`StructuredData`], a tree of things. Always: addresses are absolute; what is unknown is left
//! out; each kind says what it is itself, the page around it says the rest.

use serde::ser::{Serialize, SerializeMap as _, SerializeSeq as _, Serializer};

use crate::record::codelists::OccurrenceState;
use crate::record::facet::Schedule;
use crate::record::view_cx::ViewCx;
use crate::value::{Date, DateTime, Every, Money, On, Ref, Text, Weekday, date::Zone};

/// What a page is about.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StructuredData {
    /// The thing itself; the page alone where there is none.
    pub main: Option<Thing>,
    /// Other things that the page speaks of.
    pub mentions: Vec<Thing>,
}

/// A thing of a type, with what is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    kind: &'static str,
    properties: Vec<(&'static str, Value)>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    /// A thing of which only the address is said.
    Address(String),
    Whole(i64),
    Flag(bool),
    Thing(Thing),
    List(Vec<Value>),
}

impl Thing {
    pub fn new(kind: &'static str) -> Self {
        Self { kind, properties: Vec::new() }
    }

    /// Says something, unless it is empty.
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        let value = value.into();
        let empty = match &value {
            Value::Text(text) => text.is_empty(),
            Value::List(list) => list.is_empty(),
            _ => false,
        };
        if !empty {
            self.properties.push((name, value));
        }
        self
    }

    /// Says what is known.
    pub fn maybe(self, name: &'static str, value: Option<impl Into<Value>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}

impl Serialize for Thing {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("@type", self.kind)?;
        for (name, value) in &self.properties {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => to.serialize_str(text),
            Self::Address(address) => {
                let mut map = to.serialize_map(Some(1))?;
                map.serialize_entry("@id", address)?;
                map.end()
            }
            Self::Whole(n) => to.serialize_i64(*n),
            Self::Flag(flag) => to.serialize_bool(*flag),
            Self::Thing(thing) => thing.serialize(to),
            Self::List(list) => {
                let mut seq = to.serialize_seq(Some(list.len()))?;
                list.iter().try_for_each(|value| seq.serialize_element(value))?;
                seq.end()
            }
        }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<Thing> for Value {
    fn from(thing: Thing) -> Self {
        Self::Thing(thing)
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<u32> for Value {
    fn from(n: u32) -> Self {
        Self::Whole(n.into())
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Text(date.to_string())
    }
}

impl<V: Into<Value>> From<Vec<V>> for Value {
    fn from(list: Vec<V>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

/// The words of a text for this page.
pub fn words(cx: &ViewCx<'_>, text: &Text) -> String {
    cx.words_of(text).0.to_owned()
}

/// The title of the record as other pages call it.
pub fn title(cx: &ViewCx<'_>) -> String {
    let title = cx.records.title(&Ref { id: cx.id.clone(), fragment: None });
    words(cx, title.as_ref().unwrap_or(&cx.envelope.title))
}

/// Another record by its name and address.
pub fn other(cx: &ViewCx<'_>, kind: &'static str, target: &Ref) -> Thing {
    let name = cx.records.title(target).map_or_else(|| target.to_string(), |title| words(cx, &title));
    let url = cx.records.address(target, cx.lang).map(|address| cx.absolute(&address));
    Thing::new(kind).with("name", name).maybe("url", url)
}

/// A place with what is known of where it is.
pub fn place(cx: &ViewCx<'_>, target: &Ref) -> Thing {
    let site = cx.records.whereabouts(target);
    let address = site.and_then(|s| s.address).map(|a| words(cx, &a));
    other(cx, "Place", target).maybe("address", address)
}

/// An amount as a named figure.
pub fn amount(cx: &ViewCx<'_>, name: String, money: Money) -> Thing {
    Thing::new("PropertyValue").with("name", name).with("value", money.to_string()).with("unitText", cx.currency)
}

/// Something with a time and a place. Words and place of the record's page are the page's.
pub fn event(cx: &ViewCx<'_>, schedule: &Schedule, organizer: &Ref) -> Thing {
    let status = match schedule.state {
        OccurrenceState::Cancelled => "https://schema.org/EventCancelled",
        OccurrenceState::Confirmed | OccurrenceState::Tentative | OccurrenceState::Moved => "https://schema.org/EventScheduled",
    };
    Thing::new("Event")
        .with("name", words(cx, &cx.envelope.title))
        .with("startDate", schedule.start.rfc3339(cx.zone))
        .maybe("endDate", schedule.end.filter(|_| schedule.repeat.is_none()).map(|end| end.rfc3339(cx.zone)))
        .with("eventStatus", status)
        .maybe("location", schedule.place.as_ref().map(|p| place(cx, p)))
        .with("organizer", other(cx, "Organization", organizer))
        .maybe("eventSchedule", recurrence(schedule, cx.zone))
}

/// A series as a `Schedule`.
fn recurrence(schedule: &Schedule, zone: &Zone) -> Option<Thing> {
    let repeat = schedule.repeat.as_ref()?;
    let unit = match repeat.every {
        Every::Day => 'D',
        Every::Week => 'W',
        Every::Month => 'M',
        Every::Year => 'Y',
    };
    let mut by_day: Vec<String> = Vec::new();
    let mut by_month_day: Vec<u32> = Vec::new();
    for on in &repeat.on {
        match on {
            On::Weekday(day) => by_day.push(format!("https://schema.org/{}", weekday(*day))),
            On::Nth(n, day) => by_day.push(format!("{n}{}", day.code()[..2].to_uppercase())),
            On::MonthDay(day) => by_month_day.push(day.unsigned_abs().into()),
        }
    }
    let clock = |at: DateTime| format!("{}:00", at.time);
    Some(
        Thing::new("Schedule")
            .with("repeatFrequency", format!("P{}{unit}", repeat.interval.max(1)))
            .with("byDay", by_day)
            .with("byMonthDay", by_month_day)
            .with("startDate", schedule.start.date)
            .maybe("endDate", repeat.until)
            .maybe("repeatCount", repeat.count)
            .with("startTime", clock(schedule.start))
            .maybe("endTime", schedule.end.filter(|end| end.time.hour() < 24).map(clock))
            .with("exceptDate", repeat.except.clone())
            .with("scheduleTimezone", zone.name()),
    )
}

/// The name of a day in the vocabulary.
pub fn weekday(day: Weekday) -> &'static str {
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][usize::from(day.number() - 1)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_not_said() {
        let thing = Thing::new("Event")
            .with("name", "")
            .with("byDay", Vec::<String>::new())
            .maybe("url", None::<String>)
            .with("isAccessibleForFree", true)
            .with("location", Thing::new("Place").with("name", "会堂").with("n", 3u32));
        let text = serde_json::to_string(&thing).unwrap();
        assert_eq!(text, r#"{"@type":"Event","isAccessibleForFree":true,"location":{"@type":"Place","name":"会堂","n":3}}"#);
    }
}
