//! The fields of `activity`, and what they say together.
//!
//! In: front matter. Out: the types of a record's fields, read. Always: a value is kept as written; what can be derived
//! from other fields is a method, not a field.

use crate::codes;
use crate::fields;
use crate::record::field::{Field, FieldSpec, Leaf, Path, Personal, Reader, Shape, Visit};
use crate::value::{Date, DateTime, Every, Money, On, Ref, Repeat, Slug, Text, TimeRange, ValueError, Weekday};
use crate::yaml::Node;

/// Longer steps are a slip of the pen; expansion stays bounded.
pub(super) const MAX_INTERVAL: u32 = 100;

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
        every "周期": Step = "day, week, month or year." / "每天、每周、每月或每年";
        interval "间隔": Option<u32> = "Every how many; 1 if absent." / "每隔几个周期一次，不写就是 1";
        on "日子": Vec<On> = "Days: `mon`, `2sat` (second Saturday), `-1fri` (last Friday), `15`." / "哪些日子：mon、2sat（第二个星期六）、-1fri（最后一个星期五）、15（15 日）";
        [; moving end] until "截止": Option<Date> = "Last day; not together with `count`." / "到哪一天为止，不和 count 同时写";
        [; moving] count "次数": Option<u32> = "How many times; not together with `until`." / "一共几次，不和 until 同时写";
        [; moving] except "除外": Vec<Date> = "Dates left out." / "不办的日期";
        [; moving] extra "加办": Vec<Date> = "Dates added." / "另外加办的日期";
        skip_holidays "节假日停": Option<bool> = "Not on statutory holidays; `false` says that it takes place on them." / "法定节假日不办；照办的写 false";
        follow_makeup_days "调休照办": Option<bool> = "Also on weekend days worked in exchange; `false` says that it does not." / "调休上班的周末照办；不办的写 false";
    }
}

fields! {
    /// A single date that differs from the rule.
    SessionItem keyed date titled note {
        date "日期": Date = "The date the rule gives." / "按规律本来的日期";
        state "情况": Option<SessionState> = "What became of it." / "照常、取消或改期";
        moved_to "改到": Option<DateTime> = "The new date and time." / "改到的日期和时间";
        note "备注": Option<Text> = "Why." / "原因";
        [; moving] attended "到场人数": Option<u32> = "How many came." / "到场人数";
    }
}

fields! {
    /// How to sign up.
    Signup {
        [; moving end] until "截止日期": Option<Date> = "Last day." / "报名截止日期";
        how "方式": Option<Text> = "How." / "怎么报名";
        ["organizations"] contact "联系": Option<Ref> = "Whom to ask." / "问谁";
    }
}

fields! {
    /// Who is on duty when.
    RosterItem keyed id titled task {
        id "编号": Slug = "Item id." / "条目编号";
        [; moving] slot "班次": Slot = "A weekday, or a date." / "星期几，或日期";
        [; moving] time "时间": Option<TimeRange> = "From when to when." / "起止时间";
        ["organizations"] team "队伍": Option<Ref> = "The team." / "哪个队伍";
        [; moving] people "人数": Option<u32> = "How many people." / "几个人";
        task "任务": Option<Text> = "What they do." / "做什么";
        names "姓名": Personal<Vec<String>> = "Names; shown only with `consent: true`." / "姓名，写明 consent: true 才公开";
        consent "本人同意": bool = "They agreed to have their names published." / "本人同意公开姓名";
    }
}

fields! {
    /// An activity.
    Activity {
        cat "类别": Category = "What kind of activity." / "课程、讲座、义诊、值班等";
        ["organizations"] organizer "主办单位": Ref = "Who organizes it." / "由谁主办";
        ["places"] room "地点": Ref = "The room; two activities cannot share it." / "在哪里办，同一时间只能办一个";
        start "开始": DateTime = "Start of the first time." / "第一次开始的日期和时间";
        end "结束": DateTime = "End of the first time." / "第一次结束的日期和时间";
        repeat "重复": Option<Rule> = "How it returns." / "怎样重复";
        sessions "单次变动": Vec<SessionItem> = "Single dates that differ." / "个别日期的变动";
        [; moving] capacity "名额": Option<u32> = "Places." / "名额";
        [; moving] enrolled "已报名": Option<u32> = "Places taken." / "已报名人数";
        fee "费用": Option<Money> = "Fee; free if absent." / "费用，不写就是免费";
        audience "对象": Vec<Audience> = "For whom." / "面向谁";
        age_min "最小年龄": Option<u32> = "Youngest age." / "最小年龄";
        age_max "最大年龄": Option<u32> = "Oldest age." / "最大年龄";
        spoken "使用语言": Vec<String> = "BCP 47 tags of the languages spoken there." / "现场使用的语言（BCP 47 标签）";
        signup "报名": Option<Signup> = "How to sign up." / "怎么报名";
        roster "值班表": Vec<RosterItem> = "Who is on duty." / "值班安排";
        state "举办情况": State = "confirmed, tentative or cancelled." / "确定、待定或取消";
    }
}

/// A slot of a roster: a weekday, or one date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
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
    pub(super) fn repeat(&self) -> Repeat {
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
