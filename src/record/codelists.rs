//! Codelists that kinds share with rules and pages: a facet holds a code of these lists, never a string.
//!
//! In: nothing (declarations only). Out: enums that fields read and facets hold. Always: no kind is named; a list that only
//! one kind reads, and no facet holds, stands with that kind.

use crate::codes;

codes! {
    /// Which money: one chain of periods for each scope and fund.
    Fund "fund" {
        PublicRevenue = "public_revenue" "公共收益", MaintenanceFund = "maintenance_fund" "专项维修资金", Committee = "committee" "工作经费",
        Donations = "donations" "捐赠", Grant = "grant" "拨付", Canteen = "canteen" "食堂", Project = "project" "项目",
        Collective = "collective" "集体",
    }
}

impl Fund {
    /// Whether money comes in regularly; donations, grants and projects have no next period.
    pub fn is_regular(self) -> bool {
        !matches!(self, Self::Donations | Self::Grant | Self::Project)
    }
}

codes! {
    /// Whether money comes in or goes out.
    Direction "dir" { Income = "income" "收入", Expense = "expense" "支出" }
}

codes! {
    /// What became of an item that a body dealt with.
    Outcome "outcome" {
        Noted = "noted" "知悉", Agreed = "agreed" "商定", Adopted = "adopted" "通过", Rejected = "rejected" "未通过",
        Deferred = "deferred" "暂缓",
    }
}

impl Outcome {
    /// Tone of its tag.
    pub fn tone(self) -> &'static str {
        match self {
            Self::Adopted | Self::Agreed => "done",
            Self::Rejected => "closed",
            Self::Deferred => "waiting",
            Self::Noted => "plain",
        }
    }
}

codes! {
    /// What money comes from or goes to.
    LedgerCategory "revenue_cat" {
        Parking = "parking" "停车", Advertising = "advertising" "广告", SiteRent = "site_rent" "场地", Telecom = "telecom" "通信设施",
        Charging = "charging" "充电", RoomRent = "room_rent" "共有用房", Interest = "interest" "利息",
        Compensation = "compensation" "赔偿补偿", Grant = "grant" "拨款", Donation = "donation" "捐赠", Fee = "fee" "收费",
        Repair = "repair" "维修", FundTopup = "fund_topup" "补充维修资金", Committee = "committee" "业委会经费", Audit = "audit" "审计",
        Activity = "activity" "活动", Incentive = "incentive" "激励", Cost = "cost" "合理成本", Tax = "tax" "税费", Food = "food" "食材",
        Other = "other" "其他",
    }
}

impl LedgerCategory {
    /// Where the category belongs; `None` for both.
    pub fn direction(self) -> Option<Direction> {
        match self {
            Self::Other => None,
            cat if cat < Self::Repair => Some(Direction::Income),
            _ => Some(Direction::Expense),
        }
    }
}

codes! {
    /// How far works are.
    ProjectStage "renovation_stage" {
        Identification = "identification" "立项", Preparation = "preparation" "准备", Implementation = "implementation" "施工",
        Completion = "completion" "完工", Maintenance = "maintenance" "保修", Cancelled = "cancelled" "取消",
    }
}

impl ProjectStage {
    /// Works are under way or done.
    pub fn is_begun(self) -> bool {
        matches!(self, Self::Implementation | Self::Completion | Self::Maintenance)
    }

    pub fn is_finished(self) -> bool {
        matches!(self, Self::Completion | Self::Maintenance)
    }
}

codes! {
    /// What kind of organization.
    OrganizationType "organization_type" {
        ResidentsCommittee = "residents_committee" "居委会", SupervisionCommittee = "supervision_committee" "居务监督委员会",
        OwnersCommittee = "owners_committee" "业委会", PropertyCommittee = "property_committee" "物管会",
        PropertyCompany = "property_company" "物业公司", PartyOrg = "party_org" "党组织", BuildingGroup = "building_group" "楼栋小组",
        CoopUnit = "coop_unit" "共建单位", Team = "team" "队伍", Alliance = "alliance" "联盟", WorkingGroup = "working_group" "专班",
        SupervisionGroup = "supervision_group" "监督小组", Mediation = "mediation" "调解组织", Government = "government" "政府部门",
    }
}

impl OrganizationType {
    pub fn supervises(self) -> bool {
        matches!(self, Self::SupervisionCommittee | Self::SupervisionGroup)
    }
}

codes! {
    /// How far an action is.
    ActionState "action_state" { Open = "open" "待办", Done = "done" "完成", Dropped = "dropped" "不再办理" }
}

/// What becomes of something on one of its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OccurrenceState {
    Confirmed,
    Tentative,
    Cancelled,
    Moved,
}

impl OccurrenceState {
    /// The end of the words' ids (`occurrence_cancelled`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Tentative => "tentative",
            Self::Cancelled => "cancelled",
            Self::Moved => "moved",
        }
    }
}

/// What ends on a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineKind {
    /// The time to object.
    Objection,
    /// The time on the notice board.
    Posting,
    Signup,
    /// A term of office.
    Term,
    Milestone,
    Warranty,
}

impl DeadlineKind {
    /// The end of the words' ids (`calendar_objection`).
    pub fn code(self) -> &'static str {
        match self {
            Self::Objection => "objection",
            Self::Posting => "posting",
            Self::Signup => "signup",
            Self::Term => "term",
            Self::Milestone => "milestone",
            Self::Warranty => "warranty",
        }
    }
}

/// What a line of an account, or a payment, is to other records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// Works: a payment made.
    Payment,
    /// An account: the line pays such a payment.
    Pays,
    /// An account of public revenue: money given to the maintenance fund.
    TopUp,
    /// An account of the maintenance fund: money that came in.
    Income,
}
