//! What the page of a place shows: hours, services, the next dates there, what lies inside.
//!
//! In: the fields and the view's context. Out: a [`KindView`]. Always: closed days are shown too; a count names its day.

use super::fields::{Access, Hours, ManagementMode, Place, PlaceType, Service, ServiceAudience, ServiceCategory};
use crate::locale::Given;
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::{Block, Fact, Inline, KindView, Section, Step, Summary, Table, cell, pieces, row};
use crate::record::view_cx::ViewCx;
use crate::value::{TimeRange, Weekday};

pub(super) fn summary(place: &Place, cx: &ViewCx<'_>) -> Summary {
    let tags = vec![cx.tag("plain", &PlaceType::LIST, place.kind.code())];
    Summary { tags, headline: place.address.as_ref().map(|t| cx.text(t)).into_iter().collect() }
}

pub(super) fn view(place: &Place, cx: &ViewCx<'_>) -> KindView {
    let Summary { tags, headline } = summary(place, cx);
    let here = cx.records.referring(cx.id, &["room", "place", "scope"]);
    let inside: Vec<Vec<Inline>> = cx.records.children(cx.id).iter().map(|id| vec![cx.link_to(id)]).collect();
    let list = |rows: Vec<Vec<Inline>>| if rows.is_empty() { vec![] } else { vec![Block::List { rows }] };
    let timetable = cx.records.timetable(cx.id).into_iter().map(|week| Block::Week { week }).collect();
    let sections: [Option<Section>; 6] = [
        pieces::section(cx, "hours", place.week(cx)),
        pieces::section(cx, "services", place.service_steps(cx)),
        pieces::section(cx, "timetable", timetable),
        pieces::repeating(pieces::section(cx, "happens", pieces::happens(cx, here))),
        pieces::section(cx, "inside", list(inside)),
        pieces::section(cx, "profile", place.profile_facts(cx)),
    ];
    KindView { tags, facts: place.facts_list(cx), headline, sections: sections.into_iter().flatten().collect() }
}

pub(super) fn structured_data(place: &Place, cx: &ViewCx<'_>) -> StructuredData {
    let hours = |h: &Hours| {
        let days = h.days.iter().map(|d| format!("https://schema.org/{}", structured_data::weekday(*d))).collect::<Vec<_>>();
        // Midnight at the end of the day is written so, too.
        let clock = |t: crate::value::Time| if t.hour() == 24 { "23:59".to_owned() } else { t.to_string() };
        Thing::new("OpeningHoursSpecification").with("dayOfWeek", days).with("opens", clock(h.time.from)).with("closes", clock(h.time.to))
    };
    let name = structured_data::words(cx, &cx.envelope.title);
    let geo = place.geo.as_ref();
    let main = Thing::new("Place")
        .with("name", name.clone())
        .maybe("address", place.address.as_ref().map(|a| structured_data::words(cx, a)))
        .maybe("geo", geo.map(|g| Thing::new("GeoCoordinates").with("latitude", g.lat.0.clone()).with("longitude", g.lon.0.clone())))
        .with("openingHoursSpecification", place.hours.iter().map(hours).collect::<Vec<_>>())
        .maybe("maximumAttendeeCapacity", place.capacity)
        .maybe("containedInPlace", place.parent.as_ref().map(|p| structured_data::other(cx, "Place", p)));
    let channel = || Thing::new("ServiceChannel").with("serviceLocation", Thing::new("Place").with("name", name.clone()));
    let service = |s: &Service| {
        Thing::new("GovernmentService")
            .with("name", structured_data::words(cx, &s.name))
            .maybe("provider", s.provider.as_ref().map(|p| structured_data::other(cx, "Organization", p)))
            .with("hoursAvailable", s.hours.iter().map(hours).collect::<Vec<_>>())
            .with("availableChannel", channel())
    };
    StructuredData { main: Some(main), mentions: place.services.iter().map(service).collect() }
}

impl Place {
    fn facts_list(&self, cx: &ViewCx<'_>) -> Vec<Fact> {
        let mut facts = Vec::new();
        facts.extend(self.address.as_ref().map(|t| cx.fact("address", cx.text(t))));
        if !self.hours.is_empty() {
            facts.push(cx.fact_lines("hours", self.hours.iter().map(|h| hours_line(h, cx)).collect()));
        }
        facts.extend(self.capacity.map(|n| cx.fact("capacity", cx.plain(cx.say("place_people", &[("n", Given::Int(n.into()))])))));
        if !self.access.is_empty() {
            facts.push(cx.fact("access", pieces::codes(cx, &Access::LIST, self.access.iter().map(|a| a.code()))));
        }
        facts.push(cx.fact("type", cx.code(&PlaceType::LIST, self.kind.code())));
        facts.extend(self.parent.as_ref().map(|p| cx.fact("parent", cx.link(p))));
        facts.extend(self.management_mode.map(|m| cx.fact("management_mode", cx.code(&ManagementMode::LIST, m.code()))));
        if let Some(geo) = &self.geo {
            let text = format!("{}, {}", geo.lat.0, geo.lon.0);
            facts.push(cx.fact("geo", vec![Inline::Code { text }, cx.plain(" WGS-84")]));
        }
        facts
    }

    /// Monday to Sunday, closed days too.
    fn week(&self, cx: &ViewCx<'_>) -> Vec<Block> {
        let day = |day: &Weekday| {
            let mut times: Vec<TimeRange> = self.hours.iter().filter(|h| h.days.contains(day)).map(|h| h.time).collect();
            times.sort_unstable();
            let open = pieces::dotted(times.iter().map(|t| vec![cx.time_range(*t)]));
            let open = if open.is_empty() { vec![cx.plain(cx.word("place_closed"))] } else { open };
            row(vec![cell(cx.plain(cx.weekday_word(*day))), cell(open)])
        };
        let rows = Weekday::ALL.iter().map(day).collect();
        let table = Table { caption: cx.label("hours"), unit: String::new(), head: pieces::head(cx, &["day", "open"]), rows, foot: vec![] };
        if self.hours.is_empty() { vec![] } else { vec![Block::Table { table }] }
    }

    fn service_steps(&self, cx: &ViewCx<'_>) -> Vec<Block> {
        let steps: Vec<Step> = self.services.iter().map(|s| service_step(s, cx)).collect();
        if steps.is_empty() { vec![] } else { vec![Block::Steps { steps }] }
    }

    fn profile_facts(&self, cx: &ViewCx<'_>) -> Vec<Block> {
        let Some(profile) = &self.profile else { return Vec::new() };
        let mut facts = vec![cx.fact("counted", cx.date(profile.date))];
        facts.extend(profile.households.map(|n| cx.fact("households", cx.int(n))));
        facts.extend(profile.people.map(|n| cx.fact("people", cx.int(n))));
        facts.extend(profile.buildings.map(|n| cx.fact("buildings", cx.int(n))));
        facts.extend(profile.built.and_then(|y| i16::try_from(y).ok()).map(|y| cx.fact("built", cx.plain(cx.language().format().year(y)))));
        facts.extend(profile.area.map(|a| cx.fact("area", cx.area(a))));
        vec![Block::Facts { facts }]
    }
}

/// For whom, what to bring, when, how much, who, by phone.
fn service_step(s: &Service, cx: &ViewCx<'_>) -> Step {
    let mut facts = Vec::new();
    let age = s.age_min.map(|n| cx.plain(cx.say("place_age_from", &[("min", Given::Int(n.into()))])));
    let audience = (!s.audience.is_empty()).then(|| pieces::codes(cx, &ServiceAudience::LIST, s.audience.iter().map(|a| a.code())));
    let whom = pieces::dotted(audience.into_iter().chain(age));
    if !whom.is_empty() {
        facts.push(cx.fact("audience", whom));
    }
    facts.extend(s.how.as_ref().map(|t| cx.fact("how", cx.text(t))));
    if !s.hours.is_empty() {
        facts.push(cx.fact_lines("service_hours", s.hours.iter().map(|h| hours_line(h, cx)).collect()));
    }
    facts.extend(s.fee.map(|fee| {
        let fee = if fee.is_zero() { cx.plain(cx.word("place_free")) } else { cx.money(fee) };
        cx.fact("fee", fee)
    }));
    facts.extend(s.provider.as_ref().map(|p| cx.fact("provider", cx.link(p))));
    facts.extend(s.phone.as_ref().map(|p| cx.fact("phone", cx.tel(p))));
    if !s.languages.is_empty() {
        facts.push(cx.fact("languages", pieces::spoken(cx, &s.languages)));
    }
    let tag = s.category.map(|c| cx.code_word(&ServiceCategory::LIST, c.code())).unwrap_or_default();
    Step { id: s.id.to_string(), state: "plain", tag, title: vec![cx.text(&s.name)], facts }
}

/// "Monday to Friday 08:30–20:00": days in their order, neighbors as a span.
fn hours_line(hours: &Hours, cx: &ViewCx<'_>) -> Vec<Inline> {
    let mut days: Vec<Weekday> = hours.days.to_vec();
    days.sort_unstable();
    days.dedup();
    if days.len() == Weekday::ALL.len() {
        return vec![cx.plain(cx.word("place_every_day")), cx.plain(" "), cx.time_range(hours.time)];
    }
    let words: Vec<String> = days
        .chunk_by(|a, b| b.number() == a.number() + 1)
        .flat_map(|run| match run {
            [first, _, .., last] => {
                let (from, to) = (cx.weekday_word(*first), cx.weekday_word(*last));
                vec![cx.say("place_day_span", &[("from", Given::from(from)), ("to", Given::from(to))])]
            }
            few => few.iter().map(|day| cx.weekday_word(*day)).collect(),
        })
        .collect();
    vec![cx.list(&words), cx.plain(" "), cx.time_range(hours.time)]
}
