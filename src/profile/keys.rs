//! The numbers of a profile, each documented where it is declared. This table drives the reader, the suggestions
//! "did you mean" and the guide.

/// The unit of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Days,
    WorkingDays,
    Months,
    Years,
    Count,
    Percent,
    Money,
    Share,
    Switch,
}

/// One number, for reading and for the guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyDoc {
    pub key: Key,
    /// Dotted: `posting.min_days`.
    pub path: &'static str,
    pub unit: Unit,
    pub zh: &'static str,
    pub en: &'static str,
}

macro_rules! numbers {
    ($($key:ident $path:literal $unit:ident $en:literal / $zh:literal;)+) => {
        /// A number that rules use.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Key { $($key),+ }

        /// All numbers, in the order of the guide.
        pub const KEYS: &[KeyDoc] = &[$(KeyDoc { key: Key::$key, path: $path, unit: Unit::$unit, zh: $zh, en: $en }),+];
    };
}

numbers! {
    PostingMinDays "posting.min_days" Days "Shortest posting on the board." / "公示栏张贴的最少天数";
    OwnersNoticeDays "meeting.owners_notice_days" Days "Notice before an owners' assembly." / "业主大会会议提前通知的天数";
    ResidentsNoticeDays "meeting.residents_notice_days" Days "Notice before a residents' assembly." / "居民会议提前通知的天数";
    VillagersNoticeDays "meeting.villagers_notice_days" Days "Notice before a villagers' assembly." / "村民会议提前通知的天数";
    CollectiveNoticeDays "meeting.collective_notice_days" Days "Notice before a meeting of collective members." / "集体经济组织成员大会提前通知的天数";
    MinutesDays "meeting.minutes_days" Days "Minutes published after the meeting." / "会后公布纪要的天数";
    ResidentsRepsMonths "meeting.residents_reps_months" Months "Residents' representatives meet at least every." / "居民代表会议至少多少个月开一次";
    VillagersRepsMonths "meeting.villagers_reps_months" Months "Villagers' representatives meet at least every." / "村民代表会议至少多少个月开一次";
    VillagersAssemblyMonths "meeting.villagers_assembly_months" Months "Villagers' assembly meets at least every." / "村民会议至少多少个月开一次";
    OwnersAssemblyMonths "meeting.owners_assembly_months" Months "Owners' assembly meets at least every." / "业主大会至少多少个月开一次";
    RepsResidentsShare "meeting.reps_residents_share" Share "Residents' representatives among the members of their meeting." / "居民代表占居民代表会议组成人员的比例";
    RepsWomenShare "meeting.reps_women_share" Share "Women among villagers' representatives." / "妇女占村民代表的比例";
    PublishDays "revenue.publish_days" Days "Accounts published after the period's end." / "账期结束后公布收支的天数";
    PublicMonths "revenue.public_months" Months "Longest period of public revenue." / "公共收益每期最长的月数";
    MaintenanceMonths "revenue.maintenance_months" Months "Longest period of the maintenance fund." / "专项维修资金每期最长的月数";
    DecisionOver "revenue.decision_over" Money "Spending above this names the decision." / "超过这个金额的支出要写明会议决定";
    TopupShare "revenue.topup_share" Share "Public revenue that goes to the maintenance fund." / "公共收益补充专项维修资金的比例";
    PaysDays "revenue.pays_days" Days "Days between a payment and its line in the account." / "工程付款和账上支出相隔的最多天数";
    AuditYearly "revenue.audit_yearly" Switch "Public revenue is audited every year." / "公共收益每年审计";
    AuditPostingDays "revenue.audit_posting_days" Days "Posting of an audit." / "审计报告公示的天数";
    ChangePercent "revenue.change_percent" Percent "Change against the year before that asks for a note." / "与上年同期相比，变化超过多少要说明";
    PeriodsSeen "revenue.periods_seen" Count "An income seen in so many periods is missed." / "连续出现多少期的收入不见了要说明";
    EstimatePercent "project.estimate_percent" Percent "A plan above the earlier one by more asks for a new approval." / "方案总额超过原方案多少要重新批准";
    StatedPoints "project.stated_points" Percent "Stated progress may differ from the milestones by." / "填报进度和节点进度相差的最大百分点";
    ProgressDays "project.progress_days" Days "Progress told during the works at least every." / "施工期间至少多少天报一次进度";
    FindingDays "project.finding_days" Days "A finding is closed within." / "发现的问题多少天内整改";
    RoofYears "project.roof_years" Years "Warranty of roof and waterproofing." / "屋面防水保修的最少年数";
    FittingsYears "project.fittings_years" Years "Warranty of pipes, electrics and fit-out." / "管线、电气、装修保修的最少年数";
    HeatingSeasons "project.heating_seasons" Count "Warranty of heating, in seasons." / "供热保修的最少采暖期数";
    ObjectionDefaultDays "objection.default_days" Days "Time for objections." / "异议期的最少天数";
    ObjectionVotersDays "objection.voters_days" Days "Time for objections to a list of voters." / "选民名单的异议期天数";
    ObjectionReplyDays "objection.reply_days" Days "Reply to objections to a list of voters." / "选民名单异议的答复天数";
    ObjectionCandidatesDays "objection.candidates_days" Days "Time for objections to candidates." / "候选人公示的天数";
    ObjectionResultsDays "objection.results_days" Days "Time for objections to a result." / "表决结果公示的天数";
    ObjectionAuditDays "objection.audit_days" Days "Time for objections to an audit." / "审计结果公示的天数";
    GovernmentWorkingDays "disclosure.government_working_days" WorkingDays "Government information published within." / "政府信息多少个工作日内公开";
    DecisionDays "disclosure.decision_days" Days "Owners' decisions published within." / "业主共同决定的事项多少天内公布";
    FilingDays "organization.filing_days" Days "An owners' committee is filed within." / "业主委员会多少天内备案";
    DueSoonDays "report.due_soon_days" Days "Deadlines of so many days ahead are told in the report." / "报告里提前多少天提示到期事项";
}

/// The number declared under a dotted path.
pub(super) fn find(path: &str) -> Option<&'static KeyDoc> {
    KEYS.iter().find(|k| k.path == path)
}

/// Declaration of a number.
pub fn doc(key: Key) -> &'static KeyDoc {
    KEYS.iter().find(|k| k.key == key).expect("every key is declared in the table that makes them")
}
