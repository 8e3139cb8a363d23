//! `place`: an estate, a room, a canteen, a notice board; what it offers and what happens there.
//!
//! In: the declared fields. Out: a page with hours, services and the next dates. Always: positions
//! are WGS-84; a count says on which day it was taken.

use crate::codes;
use crate::fields;
use crate::locale::Given;
use crate::record::cx::{CheckCx, ViewCx, cell, row};
use crate::record::envelope::Envelope;
use crate::record::facet::{Facets, Offer, OpeningHours, Whereabouts};
use crate::record::field::{Field, FieldSpec, Leaf, NonEmpty, Path, Reader, Shape, Visit};
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::{Block, Fact, Inline, KindView, Section, Step, Summary, Table};
use crate::record::{Fields, Kind};
use crate::record::{piece, show};
use crate::value::{Area, Date, Money, Ref, Slug, Text, TimeRange, ValueError, Weekday, half_width};
use crate::yaml::Node;

#[cfg(test)]
#[path = "place_tests.rs"]
mod tests;

codes! {
    /// What kind of place.
    PlaceType "place_type" {
        Community = "community" "社区", Estate = "estate" "小区", Building = "building" "楼栋", Grid = "grid" "网格", Room = "room" "活动室",
        ServicePoint = "service_point" "服务点", Canteen = "canteen" "食堂", Clinic = "clinic" "卫生站", Mediation = "mediation" "调解室",
        Board = "board" "公示栏",
    }
}

codes! {
    /// How an estate is managed.
    ManagementMode "place_management_mode" {
        Professional = "professional" "专业物业", SelfManaged = "self_managed" "居民自管", Custodial = "custodial" "代管托管",
        Integrated = "integrated" "一体融入",
    }
}

codes! {
    /// What makes a place usable for all.
    Access "place_access" {
        StepFree = "step_free" "无台阶", Ramp = "ramp" "坡道", Lift = "lift" "电梯", AccessibleToilet = "accessible_toilet" "无障碍厕所",
        Wheelchair = "wheelchair" "轮椅", AccessibleParking = "accessible_parking" "无障碍车位", Tactile = "tactile" "盲道",
        HearingLoop = "hearing_loop" "助听设备", SignLanguage = "sign_language" "手语", NursingRoom = "nursing_room" "母婴室",
    }
}

codes! {
    /// What kind of service.
    ServiceCategory "place_service_category" {
        Meal = "meal" "助餐", Health = "health" "健康", Care = "care" "照护", Mediation = "mediation" "调解",
        Certificate = "certificate" "证明办理", Information = "information" "咨询", Errand = "errand" "代办", Repair = "repair" "维修",
        Education = "education" "教育", Culture = "culture" "文体", Legal = "legal" "法律", Employment = "employment" "就业",
        Other = "other" "其他",
    }
}

codes! {
    /// For whom a service is.
    ServiceAudience "place_service_audience" {
        Everyone = "everyone" "所有人", Children = "children" "儿童", Teenagers = "teenagers" "青少年", Elders = "elders" "老人",
        Women = "women" "妇女", Families = "families" "家庭", Disabled = "disabled" "残疾人", Seasonal = "seasonal" "候鸟居民",
        NewWorkers = "new_workers" "新就业群体", Owners = "owners" "业主",
    }
}

/// A latitude or longitude in degrees, kept as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Degrees<const MAX: u8>(String);

impl<const MAX: u8> Degrees<MAX> {
    fn parse(text: &str) -> Result<Self, ValueError> {
        let tidy = half_width(text);
        let digits = tidy.strip_prefix('-').unwrap_or(&tidy);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let figures = |s: &str, most: usize| (1..=most).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        let (limit, degrees) = (u32::from(MAX), whole.parse::<u32>().unwrap_or(u32::MAX));
        let inside = degrees < limit || (degrees == limit && fraction.bytes().all(|b| b == b'0'));
        if figures(whole, 3) && figures(fraction, 8) && inside {
            return Ok(Self(tidy));
        }
        Err(ValueError::new("degrees-unreadable").arg("text", text.trim()).arg("limit", limit))
    }
}

impl<const MAX: u8> Field for Degrees<MAX> {
    const SHAPE: Shape = Shape::Line;

    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let text = String::read(node, at)?;
        match Self::parse(&text) {
            Ok(degrees) => Some(degrees),
            Err(error) => {
                let span = at.span(node);
                at.value_error("COM-03", error, span);
                None
            }
        }
    }

    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        visit(path, spec, Leaf::Line(&self.0));
    }
}

fields! {
    /// A position, WGS-84.
    Geo {
        [N] lat "纬度": Degrees<90> = "Latitude in degrees, WGS-84." / "纬度（WGS-84 坐标，度）";
        [N] lon "经度": Degrees<180> = "Longitude in degrees, WGS-84." / "经度（WGS-84 坐标，度）";
    }
}

fields! {
    /// Counts of a place, taken on a day.
    Profile {
        [N] date "日期": Date = "Day the counts were taken." / "统计日期";
        [N] households "户数": Option<u32> = "Households." / "户数";
        [N] people "人口": Option<u32> = "People." / "人口";
        [N] buildings "栋数": Option<u32> = "Buildings." / "楼栋数";
        [N] built "建成年份": Option<u32> = "Year built." / "建成年份";
        [N] area "面积": Option<Area> = "Area in m²." / "面积（平方米）";
    }
}

fields! {
    /// When it is open.
    Hours {
        [N] days "日子": NonEmpty<Weekday> = "Days of the week." / "星期几";
        [N] time "时间": TimeRange = "From when to when." / "起止时间";
    }
}

fields! {
    /// A service offered at a place.
    Service keyed id {
        [N] id "编号": Slug = "Item id." / "条目编号";
        [T] name "名称": Text = "What is offered." / "服务名称";
        [C] category "类别": Option<ServiceCategory> = "What kind of service." / "服务类别";
        [C] audience "对象": Vec<ServiceAudience> = "For whom." / "面向谁";
        [N] age_min "最小年龄": Option<u32> = "From which age." / "多少岁以上";
        [N] fee "费用": Option<Money> = "Fee; 0 for free." / "费用，免费写 0";
        [N] hours "时间": Vec<Hours> = "When." / "服务时间";
        [R "organizations"] provider "提供单位": Option<Ref> = "Who provides it." / "由谁提供";
        [N] languages "语言": Vec<String> = "BCP 47 tags of the languages spoken." / "可以使用的语言（BCP 47 标签）";
        [T] how "办法": Option<Text> = "What to bring and what to do." / "带什么、怎么办";
        [N] phone "电话": Option<String> = "Office telephone." / "办公电话";
    }
}

fields! {
    /// A place.
    Place {
        [C] kind as "type" "类型": PlaceType = "What kind of place." / "小区、楼栋、活动室、公示栏等";
        [R "places"] parent "所在": Option<Ref> = "The place it lies in." / "在哪个场所里面";
        [T] address "地址": Option<Text> = "Address." / "地址";
        [N] geo "坐标": Option<Geo> = "Position, WGS-84." / "坐标（WGS-84）";
        [N] profile "概况": Option<Profile> = "Counts with their day." / "户数、人口等，写明统计日期";
        [C] management_mode "管理方式": Option<ManagementMode> = "How it is managed." / "专业物业、居民自管、代管托管或一体融入";
        [N] hours "开放时间": Vec<Hours> = "When it is open." / "开放时间";
        [N] capacity "容纳人数": Option<u32> = "How many people it holds." / "能容纳多少人";
        [C] access "无障碍设施": Vec<Access> = "What makes it usable for all." / "坡道、电梯等";
        [N] services "服务": Vec<Service> = "Services offered there." / "提供的服务";
    }
}

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

impl Fields for Place {
    fn check(&self, _: &mut CheckCx<'_>) {}

    fn facets(&self, envelope: &Envelope) -> Facets {
        let open = self.hours.iter().flat_map(|h| h.days.iter().map(|day| OpeningHours { day: *day, time: h.time }));
        let offer = |s: &Service| Offer { name: s.name.clone(), provider: s.provider.clone(), fee: s.fee };
        Facets {
            parent: self.parent.clone(),
            deadlines: piece::posting(envelope).into_iter().collect(),
            opening_hours: open.collect(),
            location: Some(Whereabouts {
                address: self.address.clone(),
                position: self.geo.as_ref().map(|geo| (geo.lat.0.clone(), geo.lon.0.clone())),
            }),
            offers: self.services.iter().map(offer).collect(),
            named: true,
            ..Facets::default()
        }
    }

    fn summary(&self, cx: &ViewCx<'_>) -> Summary {
        let tags = vec![cx.tag("plain", &PlaceType::LIST, self.kind.code())];
        Summary { tags, headline: self.address.as_ref().map(|t| cx.text(t)).into_iter().collect() }
    }

    fn view(&self, cx: &ViewCx<'_>) -> KindView {
        let Summary { tags, headline } = self.summary(cx);
        let here = cx.records.referring(cx.id, &["room", "place", "scope"]);
        let inside: Vec<Vec<Inline>> = cx.records.children(cx.id).iter().map(|id| vec![cx.link_to(id)]).collect();
        let list = |rows: Vec<Vec<Inline>>| if rows.is_empty() { vec![] } else { vec![Block::List { rows }] };
        let timetable = cx.records.timetable(cx.id).into_iter().map(|week| Block::Week { week }).collect();
        let sections: [Option<Section>; 6] = [
            piece::section(cx, "hours", self.week(cx)),
            piece::section(cx, "services", self.service_steps(cx)),
            piece::section(cx, "timetable", timetable),
            piece::section(cx, "happens", show::happens(cx, here)),
            piece::section(cx, "inside", list(inside)),
            piece::section(cx, "profile", self.profile_facts(cx)),
        ];
        KindView { tags, facts: self.facts_list(cx), headline, sections: sections.into_iter().flatten().collect() }
    }

    fn linked(&self, cx: &ViewCx<'_>) -> StructuredData {
        let hours = |h: &Hours| {
            let days = h.days.iter().map(|d| format!("https://schema.org/{}", structured_data::weekday(*d))).collect::<Vec<_>>();
            // Midnight at the end of the day is written so, too.
            let clock = |t: crate::value::Time| if t.hour() == 24 { "23:59".to_owned() } else { t.to_string() };
            Thing::new("OpeningHoursSpecification")
                .with("dayOfWeek", days)
                .with("opens", clock(h.time.from))
                .with("closes", clock(h.time.to))
        };
        let name = structured_data::words(cx, &cx.envelope.title);
        let geo = self.geo.as_ref();
        let place = Thing::new("Place")
            .with("name", name.clone())
            .maybe("address", self.address.as_ref().map(|a| structured_data::words(cx, a)))
            .maybe("geo", geo.map(|g| Thing::new("GeoCoordinates").with("latitude", g.lat.0.clone()).with("longitude", g.lon.0.clone())))
            .with("openingHoursSpecification", self.hours.iter().map(hours).collect::<Vec<_>>())
            .maybe("maximumAttendeeCapacity", self.capacity)
            .maybe("containedInPlace", self.parent.as_ref().map(|p| structured_data::other(cx, "Place", p)));
        let channel = || Thing::new("ServiceChannel").with("serviceLocation", Thing::new("Place").with("name", name.clone()));
        let service = |s: &Service| {
            Thing::new("GovernmentService")
                .with("name", structured_data::words(cx, &s.name))
                .maybe("provider", s.provider.as_ref().map(|p| structured_data::other(cx, "Organization", p)))
                .with("hoursAvailable", s.hours.iter().map(hours).collect::<Vec<_>>())
                .with("availableChannel", channel())
        };
        StructuredData { main: Some(place), mentions: self.services.iter().map(service).collect() }
    }

    fn walk<'a>(&'a self, visit: &mut Visit<'_, 'a>) {
        self.walk_fields(&mut Path::default(), visit);
    }
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
            facts.push(cx.fact("access", show::codes(cx, &Access::LIST, self.access.iter().map(|a| a.code()))));
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
            let open = piece::dotted(times.iter().map(|t| vec![cx.time_range(*t)]));
            let open = if open.is_empty() { vec![cx.plain(cx.word("place_closed"))] } else { open };
            row(vec![cell(cx.plain(cx.weekday_word(*day))), cell(open)])
        };
        let rows = Weekday::ALL.iter().map(day).collect();
        let table = Table { caption: cx.label("hours"), unit: String::new(), head: show::head(cx, &["day", "open"]), rows, foot: vec![] };
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
    let audience = (!s.audience.is_empty()).then(|| show::codes(cx, &ServiceAudience::LIST, s.audience.iter().map(|a| a.code())));
    let whom = show::dotted(audience.into_iter().chain(age));
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
        facts.push(cx.fact("languages", show::spoken(cx, &s.languages)));
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
