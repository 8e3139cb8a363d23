//! The fields of `notice`, and what they say together.
//!
//! In: front matter. Out: the types of a record's fields, read. Always: a value is kept as written; what can be derived
//! from other fields is a method, not a field.

use crate::codes;
use crate::fields;
use crate::record::facet::UrgentUntil;
use crate::value::{DailyHours, Date, FileName, Moment, MomentPeriod, Ref, Slug, Text};

codes! {
    /// What kind of notice.
    NoticeType "notice_type" {
        Announcement = "announcement" "公告", Publicity = "publicity" "公示", Call = "call" "通知", Result = "result" "结果",
        Candidates = "candidates" "候选人", Disruption = "disruption" "停水停电交通", Safety = "safety" "安全",
    }
}

codes! {
    /// What works interrupt.
    EffectType "effect_type" {
        Water = "water" "停水", LowPressure = "low_pressure" "降压", Power = "power" "停电", Gas = "gas" "停气",
        Heating = "heating" "停暖", Lift = "lift" "电梯停运", Traffic = "traffic" "交通", Noise = "noise" "噪声",
        Other = "other" "其他",
    }
}

fields! {
    /// How to object, and what came of it.
    Objection {
        until "截止": Date = "Last day for objections." / "提出异议的最后一天";
        ["organizations"] contact "受理": Option<Ref> = "Who takes them." / "受理异议的单位";
        [; moving] received "收到": Option<u32> = "Objections received." / "收到的异议件数";
        [; moving] upheld "采纳": Option<u32> = "Of these, upheld." / "其中采纳的件数";
        reply "答复": Option<Text> = "Public reply." / "公开的答复";
        [; moving] replied "答复日期": Option<Date> = "Day of the reply." / "答复日期";
    }
}

fields! {
    /// What is interrupted, when and where.
    Effect keyed id {
        id "编号": Slug = "Id of the row." / "编号";
        effect_type as "type" "类型": EffectType = "Water, low water pressure, power, gas, heating, lift, traffic, noise or other." / "停水、降压、停电、停气、停暖、电梯停运、交通、噪声或其他";
        from "起": Moment = "From." / "开始";
        [; moving end] to "止": Option<Moment> = "To; none where it is not known." / "结束；不知道的不写";
        daily "每天": Option<DailyHours> = "Hours of each day, such as 00:00-05:00, also over midnight." / "每天的时段，如 00:00-05:00，可以跨过半夜";
        area "区域": Option<Text> = "Where." / "影响的区域";
    }
}

fields! {
    /// A paper board it hangs on.
    PostedAt {
        ["places"] place "地点": Ref = "The board." / "公示栏";
        [; moving] date "日期": Date = "Day it was put up." / "张贴日期";
        photo "照片": Option<FileName> = "Photo of the board." / "张贴照片";
    }
}

fields! {
    /// A notice.
    Notice {
        notice_type as "type" "类型": NoticeType = "What kind of notice." / "公告类型";
        ["*"] about "事由": Vec<Ref> = "The records it is about; publicity names them." / "所公示的记录；公示要写";
        [; moving end] effective "时间": Option<MomentPeriod> = "When it applies; without an end it goes on." / "起止时间；没有定结束的只写起";
        objection "异议": Option<Objection> = "How to object; publicity says so." / "异议期和受理单位；公示要写";
        effects "影响": Vec<Effect> = "What is interrupted." / "停水、停电、交通等影响";
        posted_at "张贴": Vec<PostedAt> = "Paper boards it hangs on." / "张贴的公示栏";
        [; moving] review "下次更新": Option<Moment> = "Where the end is not known: when the notice is brought up to date." / "结束时间未定的，写最迟什么时候更新通知";
        urgent "紧急": bool = "Shown above every page while it applies." / "紧急通知，有效期内显示在首页最上面";
    }
}

/// How long the banner of an urgent notice stays that says neither its end nor when it is reviewed.
const BANNER_DAYS: i64 = 7;

impl Effect {
    pub(super) fn span(&self) -> MomentPeriod {
        MomentPeriod { from: self.from, to: self.to }
    }
}

impl Notice {
    /// When it applies: what it says, else from the first effect to the end of the last.
    pub(super) fn span(&self) -> Option<MomentPeriod> {
        let effects = || {
            let from = self.effects.iter().map(|e| e.from).min_by_key(|from| from.start())?;
            let ends: Option<Vec<Moment>> = self.effects.iter().map(|e| e.to).collect();
            Some(MomentPeriod { from, to: ends.and_then(|ends| ends.into_iter().max_by_key(|to| to.end())) })
        };
        self.effective.or_else(effects)
    }

    /// When it is over; `None` where that is not known.
    pub(super) fn end(&self) -> Option<Moment> {
        self.span().and_then(|span| span.to)
    }

    /// Until when its banner stays, if it is urgent.
    pub(super) fn urgent_until(&self, published: Date) -> (Moment, UrgentUntil) {
        match (self.end(), self.review) {
            (Some(end), _) => (end, UrgentUntil::Over),
            (None, Some(review)) => (review, UrgentUntil::Review),
            (None, None) => (Moment::Day(published.plus_days(BANNER_DAYS)), UrgentUntil::Assumed),
        }
    }
}
