//! The fields of `place`, and what they say together.
//!
//! In: front matter. Out: the types of a record's fields, read. Always: a value is kept as written; what can be derived
//! from other fields is a method, not a field.

use crate::codes;
use crate::fields;
use crate::record::field::{Field, FieldSpec, Leaf, NonEmpty, Path, Reader, Shape, Visit};
use crate::value::{Area, Date, Money, Ref, Slug, Text, TimeRange, ValueError, Weekday, half_width};
use crate::yaml::Node;

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
pub(super) struct Degrees<const MAX: u8>(pub String);

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
        lat "纬度": Degrees<90> = "Latitude in degrees, WGS-84." / "纬度（WGS-84 坐标，度）";
        lon "经度": Degrees<180> = "Longitude in degrees, WGS-84." / "经度（WGS-84 坐标，度）";
    }
}

fields! {
    /// Counts of a place, taken on a day.
    Profile {
        [; moving] date "日期": Date = "Day the counts were taken." / "统计日期";
        [; moving] households "户数": Option<u32> = "Households." / "户数";
        [; moving] people "人口": Option<u32> = "People." / "人口";
        [; moving] buildings "栋数": Option<u32> = "Buildings." / "楼栋数";
        [; moving] built "建成年份": Option<u32> = "Year built." / "建成年份";
        [; moving] area "面积": Option<Area> = "Area in m²." / "面积（平方米）";
    }
}

fields! {
    /// When it is open.
    Hours {
        days "日子": NonEmpty<Weekday> = "Days of the week." / "星期几";
        [; moving] time "时间": TimeRange = "From when to when." / "起止时间";
    }
}

fields! {
    /// A service offered at a place.
    Service keyed id titled name {
        id "编号": Slug = "Item id." / "条目编号";
        name "名称": Text = "What is offered." / "服务名称";
        category "类别": Option<ServiceCategory> = "What kind of service." / "服务类别";
        audience "对象": Vec<ServiceAudience> = "For whom." / "面向谁";
        age_min "最小年龄": Option<u32> = "From which age." / "多少岁以上";
        fee "费用": Option<Money> = "Fee; 0 for free." / "费用，免费写 0";
        hours "时间": Vec<Hours> = "When." / "服务时间";
        ["organizations"] provider "提供单位": Option<Ref> = "Who provides it." / "由谁提供";
        languages "语言": Vec<String> = "BCP 47 tags of the languages spoken." / "可以使用的语言（BCP 47 标签）";
        how "办法": Option<Text> = "What to bring and what to do." / "带什么、怎么办";
        phone "电话": Option<String> = "Office telephone." / "办公电话";
    }
}

fields! {
    /// A place.
    Place {
        kind as "type" "类型": PlaceType = "What kind of place." / "小区、楼栋、活动室、公示栏等";
        ["places"] parent "所在": Option<Ref> = "The place it lies in." / "在哪个场所里面";
        address "地址": Option<Text> = "Address." / "地址";
        geo "坐标": Option<Geo> = "Position, WGS-84." / "坐标（WGS-84）";
        profile "概况": Option<Profile> = "Counts with their day." / "户数、人口等，写明统计日期";
        management_mode "管理方式": Option<ManagementMode> = "How it is managed." / "专业物业、居民自管、代管托管或一体融入";
        hours "开放时间": Vec<Hours> = "When it is open." / "开放时间";
        [; moving] capacity "容纳人数": Option<u32> = "How many people it holds." / "能容纳多少人";
        access "无障碍设施": Vec<Access> = "What makes it usable for all." / "坡道、电梯等";
        services "服务": Vec<Service> = "Services offered there." / "提供的服务";
    }
}
