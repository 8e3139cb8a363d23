//! `activity`: a class, a clinic, a duty: once or by a rule.
//!
//! In: the declared fields. Out: findings, a schedule as a facet, a page with the next dates.
//! Always: dates are never written out one by one: the rule and its exceptions are; names of people on duty
//! are shown only with `consent: true`.

mod rules;
#[cfg(test)]
mod tests;
mod view;

use crate::codes;
use crate::fields;
use crate::record::cx::{CheckCx, ViewCx};
use crate::record::envelope::Envelope;
use crate::record::facet::{Charge, Deadline, Facets, Schedule, Session};
use crate::record::field::{Field, FieldSpec, Leaf, Path, Reader, Shape, Visit};
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::{KindView, Summary};
use crate::record::{Fields, Kind, piece};
use crate::value::{Date, DateTime, Every, Money, On, Ref, Repeat, Slug, Text, TimeRange, ValueError, Weekday};
use crate::yaml::Node;

/// Longer steps are a slip of the pen; expansion stays bounded.
const MAX_INTERVAL: u32 = 100;

codes! {
    /// What kind of activity.
    Category "activity_category" {
        Class = "class" "课程", Talk = "talk" "讲座", Clinic = "clinic" "义诊", ServiceDay = "service_day" "便民服务日",
        Volunteer = "volunteer" "志愿服务", Duty = "duty" "值班", Festival = "festival" "节庆", Meal = "meal" "聚餐",
        Check = "check" "体检", Performance = "performance" "演出", Competition = "competition" "比赛",
    }
}

codes! {
    /// For whom it is.
    Audience "activity_audience" {
        Everyone = "everyone" "所有人", Children = "children" "儿童", Teenagers = "teenagers" "青少年", Elders = "elders" "老人",
        Women = "women" "妇女", Families = "families" "家庭", Disabled = "disabled" "残疾人", Seasonal = "seasonal" "候鸟居民",
        NewWorkers = "new_workers" "新就业群体", Volunteers = "volunteers" "志愿者",
    }
}

codes! {
    /// Whether it takes place.
    State "activity_state" { Confirmed = "confirmed" "确定", Tentative = "tentative" "待定", Cancelled = "cancelled" "取消" }
}

codes! {
    /// What became of one date.
    SessionState "activity_session_state" {
        Confirmed = "confirmed" "照常", Tentative = "tentative" "待定", Cancelled = "cancelled" "取消", Moved = "moved" "改期",
    }
}

codes! {
    /// The step of a rule.
    Step "activity_every" { Day = "day" "天", Week = "week" "周", Month = "month" "月", Year = "year" "年" }
}

fields! {
    /// A rule of recurrence.
    Rule {
        [C] every "周期": Step = "day, week, month or year." / "每天、每周、每月或每年";
        [N] interval "间隔": Option<u32> = "Every how many; 1 if absent." / "每隔几个周期一次，不写就是 1";
        [N] on "日子": Vec<On> = "Days: `mon`, `2sat` (second Saturday), `-1fri` (last Friday), `15`." / "哪些日子：mon、2sat（第二个星期六）、-1fri（最后一个星期五）、15（15 日）";
        [N] until "截止": Option<Date> = "Last day; not together with `count`." / "到哪一天为止，不和 count 同时写";
        [N] count "次数": Option<u32> = "How many times; not together with `until`." / "一共几次，不和 until 同时写";
        [N] except "除外": Vec<Date> = "Dates left out." / "不办的日期";
        [N] extra "加办": Vec<Date> = "Dates added." / "另外加办的日期";
        [N] skip_holidays "节假日停": Option<bool> = "Not on statutory holidays; `false` says that it takes place on them." / "法定节假日不办；照办的写 false";
        [N] follow_makeup_days "调休照办": Option<bool> = "Also on weekend days worked in exchange; `false` says that it does not." / "调休上班的周末照办；不办的写 false";
    }
}

fields! {
    /// A single date that differs from the rule.
    SessionItem keyed date {
        [N] date "日期": Date = "The date the rule gives." / "按规律本来的日期";
        [C] state "情况": Option<SessionState> = "What became of it." / "照常、取消或改期";
        [N] moved_to "改到": Option<DateTime> = "The new date and time." / "改到的日期和时间";
        [T] note "备注": Option<Text> = "Why." / "原因";
        [N] attended "到场人数": Option<u32> = "How many came." / "到场人数";
    }
}

fields! {
    /// How to sign up.
    Signup {
        [N] until "截止日期": Option<Date> = "Last day." / "报名截止日期";
        [T] how "方式": Option<Text> = "How." / "怎么报名";
        [R "organizations"] contact "联系": Option<Ref> = "Whom to ask." / "问谁";
    }
}

fields! {
    /// Who is on duty when.
    RosterItem keyed id {
        [N] id "编号": Slug = "Item id." / "条目编号";
        [N] slot "班次": Slot = "A weekday, or a date." / "星期几，或日期";
        [N] time "时间": Option<TimeRange> = "From when to when." / "起止时间";
        [R "organizations"] team "队伍": Option<Ref> = "The team." / "哪个队伍";
        [N] people "人数": Option<u32> = "How many people." / "几个人";
        [T] task "任务": Option<Text> = "What they do." / "做什么";
        [P] names "姓名": Vec<String> = "Names; shown only with `consent: true`." / "姓名，写明 consent: true 才公开";
        [N] consent "本人同意": bool = "They agreed to have their names published." / "本人同意公开姓名";
    }
}

fields! {
    /// An activity.
    Activity {
        [C] cat "类别": Category = "What kind of activity." / "课程、讲座、义诊、值班等";
        [R "organizations"] organizer "主办单位": Ref = "Who organizes it." / "由谁主办";
        [R "places"] room "地点": Ref = "The room; two activities cannot share it." / "在哪里办，同一时间只能办一个";
        [N] start "开始": DateTime = "Start of the first time." / "第一次开始的日期和时间";
        [N] end "结束": DateTime = "End of the first time." / "第一次结束的日期和时间";
        [N] repeat "重复": Option<Rule> = "How it returns." / "怎样重复";
        [N] sessions "单次变动": Vec<SessionItem> = "Single dates that differ." / "个别日期的变动";
        [N] capacity "名额": Option<u32> = "Places." / "名额";
        [N] enrolled "已报名": Option<u32> = "Places taken." / "已报名人数";
        [N] fee "费用": Option<Money> = "Fee; free if absent." / "费用，不写就是免费";
        [C] audience "对象": Vec<Audience> = "For whom." / "面向谁";
        [N] age_min "最小年龄": Option<u32> = "Youngest age." / "最小年龄";
        [N] age_max "最大年龄": Option<u32> = "Oldest age." / "最大年龄";
        [N] spoken "使用语言": Vec<String> = "BCP 47 tags of the languages spoken there." / "现场使用的语言（BCP 47 标签）";
        [N] signup "报名": Option<Signup> = "How to sign up." / "怎么报名";
        [N] roster "值班表": Vec<RosterItem> = "Who is on duty." / "值班安排";
        [C] state "举办情况": State = "confirmed, tentative or cancelled." / "确定、待定或取消";
    }
}

/// A slot of a roster: a weekday, or one date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slot {
    Weekday(Weekday),
    Date(Date),
}

impl Field for Slot {
    const SHAPE: Shape = Shape::Either(&Shape::Date, &Shape::Weekday);

    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let Some(text) = node.scalar() else { return Date::read(node, at).map(Self::Date) };
        let slot = Weekday::parse(text).map(Self::Weekday).or_else(|| Date::parse(text).ok().map(Self::Date));
        if slot.is_none() {
            let span = at.span(node);
            at.value_error("COM-03", ValueError::new("slot-unreadable").arg("text", text.trim()), span);
        }
        slot
    }

    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        visit(
            path,
            spec,
            match self {
                Self::Weekday(day) => Leaf::Weekday(*day),
                Self::Date(date) => Leaf::Date(*date),
            },
        );
    }
}

impl Rule {
    fn repeat(&self) -> Repeat {
        Repeat {
            every: match self.every {
                Step::Day => Every::Day,
                Step::Week => Every::Week,
                Step::Month => Every::Month,
                Step::Year => Every::Year,
            },
            interval: self.interval.unwrap_or(1).clamp(1, MAX_INTERVAL),
            on: self.on.clone(),
            until: self.until,
            count: self.count,
            except: self.except.clone(),
            extra: self.extra.clone(),
            skip_holidays: self.skip_holidays == Some(true),
            follow_makeup_days: self.follow_makeup_days == Some(true),
        }
    }
}

impl SessionItem {
    /// What is stated; a date with a new date was moved; else the state of the whole.
    fn state(&self, whole: State) -> &'static str {
        match (self.state, self.moved_to) {
            (Some(state), _) => state.code(),
            (None, Some(_)) => SessionState::Moved.code(),
            (None, None) => whole.code(),
        }
    }
}

pub const KIND: Kind = Kind {
    folder: "activities",
    name: "activity",
    aliases: &["活动", "课程", "值班"],
    spec: &Activity::SPEC,
    read: |node, at| Some(Box::new(Activity::read_fields(node, at)?)),
    money_code: "COM-03",
    sample: &[
        ("cat", "class"),
        ("organizer", "organizations/committee"),
        ("room", "places/hall"),
        ("start", "2026-03-02 16:30"),
        ("end", "2026-03-02 18:00"),
        ("repeat", "{ every: week, on: [mon, wed], until: 2026-07-03, skip_holidays: true }"),
        ("signup", "{ until: 2026-02-28, how: 到社区窗口登记, contact: organizations/committee }"),
        ("state", "confirmed"),
    ],
    listed: true,
};

impl Fields for Activity {
    fn check(&self, cx: &mut CheckCx<'_>) {
        rules::RULES.iter().for_each(|rule| rule(self, cx));
    }

    fn facets(&self, envelope: &Envelope) -> Facets {
        let session = |s: &SessionItem| Session {
            date: s.date,
            state: s.state(self.state),
            moved_to: s.moved_to,
            note: s.note.clone(),
            attended: s.attended,
        };
        let signup = self.signup.as_ref().and_then(|s| {
            Some(Deadline { what: "signup", at: "signup.until".to_owned(), from: None, until: s.until?, contact: s.contact.clone() })
        });
        Facets {
            schedule: Some(Schedule {
                place: Some(self.room.clone()),
                start: self.start,
                end: Some(self.end),
                repeat: self.repeat.as_ref().map(Rule::repeat),
                state: self.state.code(),
                sessions: self.sessions.iter().map(session).collect(),
                overlap: "ACT-04",
                closed: Some("ACT-07"),
            }),
            charge: self.fee.filter(|fee| !fee.is_zero()).map(|fee| Charge { at: "fee", fee, provider: self.organizer.clone() }),
            deadlines: signup.into_iter().chain(piece::posting(envelope)).collect(),
            ..Facets::default()
        }
    }

    fn summary(&self, cx: &ViewCx<'_>) -> Summary {
        view::summary(self, cx)
    }

    fn view(&self, cx: &ViewCx<'_>) -> KindView {
        view::view(self, cx)
    }

    fn linked(&self, cx: &ViewCx<'_>) -> StructuredData {
        let Some(schedule) = self.facets(cx.envelope).schedule else { return StructuredData::default() };
        let fee = self.fee.filter(|fee| !fee.is_zero());
        let offer = |fee: Money| Thing::new("Offer").with("price", fee.to_string()).with("priceCurrency", cx.currency);
        let ages = match (self.age_min, self.age_max) {
            (None, None) => None,
            (min, max) => Some(format!("{}-{}", min.unwrap_or(0), max.map(|n| n.to_string()).unwrap_or_default())),
        };
        let event = structured_data::event(cx, &schedule, &self.organizer)
            .with("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode")
            .with("isAccessibleForFree", fee.is_none())
            .maybe("offers", fee.map(offer))
            .maybe("maximumAttendeeCapacity", self.capacity)
            .maybe("typicalAgeRange", ages)
            .with("inLanguage", self.spoken.clone());
        StructuredData { main: Some(event), mentions: Vec::new() }
    }

    fn walk<'a>(&'a self, visit: &mut Visit<'_, 'a>) {
        self.walk_fields(&mut Path::default(), visit);
    }
}
