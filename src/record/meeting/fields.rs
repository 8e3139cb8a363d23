//! The fields of `meeting`, and what they say together.
//!
//! In: front matter. Out: the types of a record's fields, read. Always: a value is kept as written; what can be derived
//! from other fields is a method, not a field.

use crate::codes;
use crate::fields;
use crate::profile::{Key, Profile};
use crate::record::ballot::Ballot;
use crate::record::codelists::{ActionState, Outcome};
use crate::record::decision::{Counts, Matter, Weighed};
use crate::record::field::NonEmpty;
use crate::value::{Area, Date, DatePeriod, DateTime, FileName, Ref, Slug, Text};

codes! {
    /// Which body meets: picks the rule set.
    MeetingType "meeting_type" {
        ResidentsAssembly = "residents_assembly" "居民会议", ResidentsReps = "residents_reps" "居民代表会议",
        VillagersAssembly = "villagers_assembly" "村民会议", VillagersReps = "villagers_reps" "村民代表会议",
        OwnersAssembly = "owners_assembly" "业主大会", OwnersCommittee = "owners_committee" "业委会会议",
        Joint = "joint" "联席会议", Deliberation = "deliberation" "议事会", Hearing = "hearing" "听证会",
        Supervision = "supervision" "监督会", CollectiveMembers = "collective_members" "集体经济组织成员大会",
    }
}

codes! {
    /// How it was held.
    Mode "meeting_mode" { InPerson = "in_person" "现场", Written = "written" "书面", Online = "online" "线上", Mixed = "mixed" "现场和书面" }
}

codes! {
    /// Whether it took place.
    State "meeting_state" { Planned = "planned" "计划", Held = "held" "已召开", Cancelled = "cancelled" "取消", Moved = "moved" "改期" }
}

codes! {
    /// How far the minutes are.
    MinutesState "minutes_state" { Draft = "draft" "草稿", Confirmed = "confirmed" "已确认" }
}

fields! {
    /// Who counted.
    Attendance {
        eligible "应到": u32 = "Persons entitled to take part." / "应到人数";
        present "实到": u32 = "Persons who took part, proxies included." / "实到（参加）人数，含委托";
        by_proxy "委托": Option<u32> = "Of these, by proxy." / "其中委托他人参加的人数";
        eligible_area "总面积": Option<Area> = "Exclusive area of all owners, m²." / "全体业主专有部分面积（平方米）";
        present_area "参加面积": Option<Area> = "Exclusive area of the owners who took part, m²." / "参加业主的专有部分面积（平方米）";
    }
}

fields! {
    /// Representatives, where they meet.
    Representatives {
        total "总数": u32 = "Members of the representatives' meeting." / "代表会议组成人员总数";
        residents "居民代表": Option<u32> = "Of these, residents' representatives." / "其中居民（村民）代表人数";
        women "妇女": Option<u32> = "Of these, women." / "其中妇女人数";
    }
}

fields! {
    /// The counts of one vote; for owners also by area.
    Vote {
        votes_for as "for" "同意": u32 = "Votes in favor." / "同意票数";
        against "反对": u32 = "Votes against." / "反对票数";
        abstain "弃权": Option<u32> = "Abstentions." / "弃权票数";
        invalid "无效": Option<u32> = "Spoilt votes." / "无效票数";
        for_area "同意面积": Option<Area> = "Area in favor, m²." / "同意的面积（平方米）";
        against_area "反对面积": Option<Area> = "Area against, m²." / "反对的面积（平方米）";
        abstain_area "弃权面积": Option<Area> = "Area abstaining, m²." / "弃权的面积（平方米）";
        invalid_area "无效面积": Option<Area> = "Area of spoilt votes, m²." / "无效票的面积（平方米）";
        preliminary "初步结果": bool = "The result is not final yet." / "结果还没有确定";
        objection "异议期": Option<DatePeriod> = "When objections are taken." / "提出异议的起止日期";
    }
}

fields! {
    /// One item of the agenda.
    AgendaItem keyed id titled title {
        id "编号": Slug = "Id of the item: small ASCII letters, digits, hyphens." / "议题的编号：小写字母、数字、连字符";
        no "序号": u32 = "Number on the agenda." / "议程上的序号";
        title "标题": Text = "What it is about." / "议题";
        ["*"] docs "材料": Vec<Ref> = "Papers: other records." / "相关材料（其他记录）";
        outcome "结果": Option<Outcome> = "What became of it; expected once held." / "结果；会议召开后填写";
        [if outcome in adopted] resolution "决议": Option<Text> = "Words of the resolution." / "决议内容";
        matter "事项": Option<Matter> = "What is decided; picks quorum and threshold. Expected with a vote." / "表决事项的类别，决定参加和同意的比例；有表决时填写";
        vote "表决": Option<Vote> = "Counts of a yes/no vote." / "同意、反对的票数";
        ballot "选票": Option<Ballot> = "Counts of a ballot by candidates or several options; no outcome beside it." / "按候选人或多个选项计票；不再写结果";
        added_late "临时增加": bool = "Added after the agenda was published." / "公布议程以后临时增加的议题";
    }
}

fields! {
    /// Something promised at the meeting.
    ActionItem keyed id titled text {
        id "编号": Slug = "Id of the action." / "落实事项的编号";
        text "内容": Text = "What will be done." / "要落实的事";
        ["organizations"] owner "责任": Option<Ref> = "Who will do it." / "责任单位";
        [; moving] due "期限": Option<Date> = "By when." / "完成期限";
        state "状态": Option<ActionState> = "open (default), done or dropped." / "待办（默认）、完成或不再办理";
        [if state in done] done_on "完成日期": Option<Date> = "Day it was done." / "完成日期";
        ["meetings#actions"] from "接续": Option<Ref> = "The action of an earlier meeting that this one carries on." / "接续以前哪次会议的落实事项";
    }
}

fields! {
    /// The minutes.
    Minutes {
        state "状态": MinutesState = "draft or confirmed." / "草稿或已确认";
        published "公布日期": Option<Date> = "Day they were published." / "公布日期";
        file "文件": Option<FileName> = "File beside the record." / "与记录放在一起的文件";
    }
}

fields! {
    /// A meeting.
    Meeting {
        meeting_type as "type" "类型": MeetingType = "Which body meets." / "会议类型";
        ["organizations"] organ "召集": Ref = "Who convenes it." / "召集的组织";
        ["places"] scope "范围": Ref = "For which building, compound or community." / "涉及的楼栋、小区或社区";
        [; kept in moved_from] start "开始": DateTime = "Start." / "开始时间";
        [; moving end] end "结束": Option<DateTime> = "End." / "结束时间";
        mode "方式": Mode = "In person, in writing, online or mixed." / "现场、书面、线上或现场和书面";
        ["places" if mode in in_person] place "地点": Option<Ref> = "Where it meets." / "开会地点";
        state "会议状态": State = "planned, held, cancelled or moved; cancelled meetings stay visible." / "计划、已召开、取消或改期；取消的也保留";
        moved_from "原定时间": Option<DateTime> = "The time it was first called for; a moved meeting has one." / "改期前的时间；改期的会议要写";
        reason "原因": Option<Text> = "Why it was cancelled or moved." / "取消或改期的原因";
        [if type in owners_assembly | residents_assembly | villagers_assembly | collective_members]
            notified "通知日期": Option<Date> = "Day the call was posted." / "会议通知张贴的日期";
        special "临时会议": bool = "Called at short notice for a special reason." / "因特殊原因临时召集";
        [if state in held] attendance "出席": Option<Attendance> = "How many could take part and did." / "应到和实到";
        representatives "代表": Option<Representatives> = "How the representatives' meeting is made up." / "代表会议的组成";
        ["organizations"] parties "参会单位": Vec<Ref> = "Organizations that took part in a joint meeting." / "联席会议的参会单位";
        agenda "议程": NonEmpty<AgendaItem> = "What is dealt with, at least one item." / "议题，至少一项";
        actions "落实": Vec<ActionItem> = "What was promised." / "落实事项";
        minutes "纪要": Option<Minutes> = "The minutes." / "会议纪要";
        [; moving] next "下次会议": Option<DateTime> = "Next meeting." / "下次会议时间";
    }
}

impl MeetingType {
    /// The number of the profile that says how often this body meets.
    pub(super) fn every(self) -> Option<Key> {
        match self {
            Self::ResidentsReps => Some(Key::ResidentsRepsMonths),
            Self::VillagersReps => Some(Key::VillagersRepsMonths),
            Self::VillagersAssembly => Some(Key::VillagersAssemblyMonths),
            Self::OwnersAssembly => Some(Key::OwnersAssemblyMonths),
            _ => None,
        }
    }

    /// The number of the profile that says how long before the meeting it is called.
    pub(super) fn notice(self) -> Option<Key> {
        match self {
            Self::OwnersAssembly => Some(Key::OwnersNoticeDays),
            Self::ResidentsAssembly => Some(Key::ResidentsNoticeDays),
            Self::VillagersAssembly => Some(Key::VillagersNoticeDays),
            Self::CollectiveMembers => Some(Key::CollectiveNoticeDays),
            _ => None,
        }
    }
}

impl Meeting {
    /// Votes were cast on paper or by machine: each ballot handed in is one that took part.
    pub(super) fn by_ballot(&self) -> bool {
        matches!(self.mode, Mode::Written | Mode::Online | Mode::Mixed)
    }

    /// What a matter's vote weighs by the figures of this meeting; where no vote was counted, only who took part.
    pub(super) fn weigh(&self, matter: Matter, vote: Option<&Vote>, profile: &Profile) -> Weighed {
        matter.weigh(profile, &self.heads(vote), &self.area(vote))
    }

    pub(super) fn heads(&self, vote: Option<&Vote>) -> Counts {
        let attendance = self.attendance.as_ref();
        Counts {
            eligible: attendance.map(|a| i64::from(a.eligible)),
            present: attendance.map(|a| i64::from(a.present)),
            in_favor: vote.map(|v| i64::from(v.votes_for)),
            cast: vote.map(|v| v.heads().iter().sum()),
        }
    }

    pub(super) fn area(&self, vote: Option<&Vote>) -> Counts {
        let hundredths = |area: Option<Area>| area.map(Area::hundredths);
        let attendance = self.attendance.as_ref();
        Counts {
            eligible: hundredths(attendance.and_then(|a| a.eligible_area)),
            present: hundredths(attendance.and_then(|a| a.present_area)),
            in_favor: hundredths(vote.and_then(|v| v.for_area)),
            cast: hundredths(vote.filter(|v| v.for_area.is_some()).map(|v| v.areas().into_iter().flatten().sum())),
        }
    }
}

impl AgendaItem {
    /// The result is not final, and when objections to it are taken.
    pub(super) fn preliminary(&self) -> Option<Option<DatePeriod>> {
        let of_vote = self.vote.as_ref().filter(|v| v.preliminary).map(|v| v.objection);
        of_vote.or_else(|| self.ballot.as_ref().filter(|b| b.preliminary).map(|b| b.objection))
    }

    /// A vote was counted, or something was decided.
    pub(super) fn is_counted(&self) -> bool {
        self.vote.is_some() || self.ballot.is_some()
    }
}

impl Vote {
    /// For, against, abstentions, spoilt; not written means none.
    pub(super) fn heads(&self) -> [i64; 4] {
        [self.votes_for, self.against, self.abstain.unwrap_or(0), self.invalid.unwrap_or(0)].map(i64::from)
    }

    /// The same as far as written: what was not counted is not shown as none.
    pub(super) fn written(&self) -> [Option<i64>; 4] {
        [Some(self.votes_for), Some(self.against), self.abstain, self.invalid].map(|n| n.map(i64::from))
    }

    pub(super) fn areas(&self) -> [Option<Area>; 4] {
        [self.for_area, self.against_area, self.abstain_area, self.invalid_area]
    }
}

impl ActionItem {
    pub(super) fn state(&self) -> ActionState {
        self.state.unwrap_or(ActionState::Open)
    }
}
