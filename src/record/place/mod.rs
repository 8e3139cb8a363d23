//! `place`: an estate, a room, a canteen, a notice board; what it offers and what happens there.
//!
//! In: front matter. Out: a page with hours, services and the next dates. Always: positions are WGS-84; a count names the day
//! on which it was taken.

mod facets;
mod fields;
mod rules;
#[cfg(test)]
mod tests;
mod view;

use fields::Place;

use crate::record::Kind;

pub const KIND: Kind = Kind {
    folder: "places",
    name: "place",
    aliases: &["场所", "地点"],
    spec: &Place::SPEC,
    read: |node, at| Some(Box::new(Place::read_fields(node, at)?)),
    money_code: "COM-03",
    sample: &[
        ("type", "room"),
        ("parent", "places/rongyin"),
        ("address", "榕荫路 8 号一楼"),
        ("hours", "[{ days: [mon, tue, wed, thu, fri], time: \"08:30-20:00\" }]"),
    ],
    listed: true,
};

impl_fields!(Place);
