//! The fields of `renovation`, in the order of the Open Contracting for Infrastructure Data Standard (OC4IDS 0.9.5).
//!
//! In: nothing (declarations only). Always: `original` of a contract and the points of `progress` are never
//! edited; current value, percent done and percent paid are derived and so no fields.

use crate::codes;
use crate::fields;
use crate::record::codelists::ProjectStage;
use crate::record::envelope::Envelope;
use crate::record::field::{Field, FieldSpec, NonEmpty, Path, Reader, Shape, Visit};
use crate::value::{Area, Date, DatePeriod, FileName, Money, Percent, Ref, Slug, Text};
use crate::yaml::{Node, Value};

codes! {
    /// One work, or a programme of several.
    Level "renovation_level" { Project = "project" "项目", Programme = "programme" "计划" }
}

codes! {
    /// The three classes of the renewal of old estates.
    WorksClass "renovation_works" { Basic = "basic" "基础类", Improvement = "improvement" "完善类", Enhancement = "enhancement" "提升类" }
}

codes! {
    /// What a party does in the works.
    PartyRole "renovation_party_role" {
        Owner = "owner" "建设单位", Designer = "designer" "设计单位", Contractor = "contractor" "施工单位",
        Supervisor = "supervisor" "监理单位", Monitor = "monitor" "居民监督",
    }
}

codes! {
    /// Where a version of the plan stands.
    PlanState "renovation_plan_state" {
        Draft = "draft" "草案", Consultation = "consultation" "征求意见", Approved = "approved" "通过", Replaced = "replaced" "已替换",
        Rejected = "rejected" "未通过",
    }
}

codes! {
    /// Who gives the money.
    FundSource "renovation_fund_source" {
        Central = "central" "中央资金", Provincial = "provincial" "省级资金", Municipal = "municipal" "市级资金",
        County = "county" "县级资金", Owners = "owners" "居民出资", MaintenanceFund = "maintenance_fund" "维修资金",
        PublicRevenue = "public_revenue" "公共收益", Pipeline = "pipeline" "管线单位", Enterprise = "enterprise" "企业出资",
        Donation = "donation" "捐赠", Collective = "collective" "集体资金",
    }
}

codes! {
    /// What a change of a contract alters.
    ChangeType "renovation_change_type" { Duration = "duration" "工期", Value = "value" "价款", Scope = "scope" "内容" }
}

codes! {
    /// How grave a problem is.
    Severity "renovation_severity" { Low = "low" "轻微", Medium = "medium" "一般", High = "high" "严重" }
}

codes! {
    /// What a warranty covers.
    WarrantyItem "renovation_warranty_item" {
        Roof = "roof" "屋面防水", Pipes = "pipes" "管道", Electric = "electric" "电气线路", FitOut = "fit_out" "装修",
        Heating = "heating" "供热供冷", Structure = "structure" "主体结构", Equipment = "equipment" "设备", Other = "other" "其他",
    }
}

fields! {
    /// What residents asked for, with how many did.
    NeedItem keyed id titled text {
        id "编号": Slug = "Item id." / "条目编号";
        text "内容": Text = "What is asked for." / "居民的需求，如停车难、排水难";
        count "人数": Option<u32> = "How many asked for it." / "提出的户数或人数";
    }
}

fields! {
    /// Consent stated as a count, where there is no meeting record.
    ConsentCount {
        eligible "应表决": u32 = "Households or owners asked." / "应当表决的户数";
        in_favor as "for" "同意": u32 = "Those in favor." / "同意的户数";
    }
}

fields! {
    /// Who takes part.
    Party {
        role "角色": PartyRole = "What they do." / "承担什么";
        ["organizations"] org "单位": Ref = "The organization." / "单位的记录";
    }
}

fields! {
    /// A version of the plan.
    PlanVersion keyed no titled change {
        no "版次": u32 = "Number of the version, from 1." / "第几版";
        date "日期": Date = "Day of the version." / "日期";
        state "状态": PlanState = "Where it stands." / "草案、征求意见、通过、已替换或未通过";
        total "总价": Option<Money> = "Total of the version." / "这一版的总价";
        change "改动": Option<Text> = "What changed against the version before." / "与上一版相比改了什么";
        reason "原因": Option<Text> = "Why." / "为什么改";
        comments_received "收到意见": Option<u32> = "Comments received." / "收到的意见条数";
        comments_adopted "采纳意见": Option<u32> = "Comments adopted." / "采纳的意见条数";
        file "文件": Option<FileName> = "The plan, beside the record." / "方案文件，与记录放在一起";
    }
}

fields! {
    /// A source of money.
    Funding keyed id {
        id "编号": Slug = "Item id." / "条目编号";
        source "来源": FundSource = "Where the money comes from." / "资金来源";
        ["organizations"] party "出资方": Option<Ref> = "Who gives it." / "出资的单位";
        committed "承诺金额": Money = "Amount promised." / "承诺的金额";
        [; moving] received "到账金额": Option<Money> = "Amount received so far." / "已经到账的金额";
    }
}

fields! {
    /// A change of a contract.
    ContractChange keyed id {
        id "编号": Slug = "Item id." / "条目编号";
        date "日期": Date = "Day agreed." / "变更日期";
        kind as "type" "类别": ChangeType = "duration, value or scope." / "工期、价款或内容";
        [; figure] old "原值": Option<String> = "As it stood: an amount for `value`." / "变更前；价款变更写金额";
        [; figure] new "新值": Option<String> = "As it stands now: an amount for `value`." / "变更后；价款变更写金额";
        reason "原因": Option<Text> = "Why." / "变更原因";
    }
}

fields! {
    /// A contract. Its first value is never edited: changes are added.
    Contract keyed id titled title {
        id "编号": Slug = "Item id." / "条目编号";
        title "名称": Text = "What it is for." / "合同名称";
        ["organizations"] supplier "承包方": Ref = "Who won it." / "中标或承包的单位";
        signed "签订日期": Date = "Day signed." / "签订日期";
        original "合同价": Money = "Value as signed; never edited." / "签订时的合同价，以后不改";
        period "工期": Option<DatePeriod> = "First and last day." / "起止日期";
        changes "变更": Vec<ContractChange> = "Changes, oldest first." / "合同变更，从早到晚";
    }
}

fields! {
    /// A payment.
    Payment keyed id {
        id "编号": Slug = "Item id." / "条目编号";
        contract "合同": Option<Slug> = "Id of the contract paid." / "付的是哪份合同（合同的编号）";
        date "日期": Date = "Day paid." / "付款日期";
        amount "金额": Money = "Amount." / "金额";
        milestone "节点": Option<Slug> = "Id of the milestone it was due for." / "对应的节点编号";
    }
}

fields! {
    /// A milestone. Its status is derived from the dates.
    Milestone keyed id titled title {
        id "编号": Slug = "Item id." / "条目编号";
        title "名称": Text = "What will be reached." / "节点名称";
        weight "权重": Option<Percent> = "Share of the whole in percent; all or none have one." / "占全部工程的百分比，要么都写，要么都不写";
        [; moving until done] planned "计划日期": Date = "Day planned." / "计划日期";
        [; moving] forecast "预计日期": Option<Date> = "Day now expected." / "现在预计的日期";
        done "完成日期": Option<Date> = "Day reached." / "实际完成日期";
        note "备注": Option<Text> = "Why it moved." / "推迟的原因等";
        evidence "佐证": Vec<FileName> = "Photos or papers beside the record." / "照片或文件，与记录放在一起";
    }
}

fields! {
    /// A dated point of progress, never overwritten.
    ProgressPoint keyed date titled note {
        date "日期": Date = "Day of the point." / "日期";
        physical "形象进度": Option<Percent> = "Percent of the works done." / "工程完成的百分比";
        note "备注": Option<Text> = "What was done." / "做了什么";
        photos "照片": Vec<FileName> = "Photos beside the record." / "照片，与记录放在一起";
    }
}

fields! {
    /// A problem found by the residents' monitors.
    Problem keyed id titled text {
        id "编号": Slug = "Item id." / "条目编号";
        date "日期": Date = "Day found." / "发现日期";
        ["organizations"] by "发现单位": Option<Ref> = "Who found it." / "谁发现的";
        text "问题": Text = "What is wrong." / "什么问题";
        severity "程度": Option<Severity> = "How grave." / "轻微、一般或严重";
        action "处理": Option<Text> = "What was done about it." / "怎么处理的";
        closed "销号日期": Option<Date> = "Day settled." / "整改完成的日期";
    }
}

fields! {
    /// How it ended.
    Completion {
        accepted "验收日期": Option<Date> = "Day of acceptance." / "竣工验收日期";
        final_cost "决算": Option<Money> = "Final cost." / "决算金额";
        reason "说明": Option<Text> = "Why it differs from the budget." / "与预算不同的原因";
        file "文件": Option<FileName> = "The certificate, beside the record." / "验收文件，与记录放在一起";
    }
}

fields! {
    /// A warranty.
    Warranty {
        item "项目": WarrantyItem = "What is covered." / "保修什么";
        until "保修至": Date = "Last day." / "保修到哪一天";
    }
}

fields! {
    /// How many works a programme counts, where it says so.
    Counts {
        [; moving] started "已开工": u32 = "Works begun, finished ones included." / "已经开工的个数，含完工的";
        [; moving] finished "已完工": u32 = "Works finished." / "已经完工的个数";
    }
}

fields! {
    /// Works: a renewal, a repair, a purchase.
    Renovation {
        level "层级": Level = "project, or programme for the parent of several." / "项目，或包含多个项目的计划";
        ["renovation"] parent "所属计划": Option<Ref> = "The programme it belongs to." / "属于哪个计划";
        counts "个数": Option<Counts> = "A programme: works begun and finished; compared with its projects." / "计划：已开工、已完工的个数，与所属项目核对";
        ["places"] place "地点": Ref = "Estate or building." / "小区或楼栋";
        stage "阶段": ProjectStage = "How far it is." / "立项、准备、施工、完工、保修或取消";
        works "改造类别": Vec<WorksClass> = "Basic, improvement, enhancement." / "基础类、完善类、提升类";
        built "建成年份": Option<u32> = "Year the houses were built." / "房屋建成年份";
        households "户数": Option<u32> = "Households served." / "受益户数";
        buildings "栋数": Option<u32> = "Buildings." / "楼栋数";
        floor_area "建筑面积": Option<Area> = "Floor area in m²." / "建筑面积（平方米）";
        needs "居民需求": Vec<NeedItem> = "What the survey found." / "入户调查的结果";
        ["meetings#agenda"] consent "居民同意": Option<Consent> = "The decision (`meetings/x#item`), or `{ eligible, for }`." / "会议决议（如 meetings/x#plan），或 { eligible, for } 户数";
        [if stage in implementation | completion | maintenance unless level is programme] parties "参建单位": Vec<Party> = "Who takes part." / "参与的单位";
        plan_versions "方案版本": NonEmpty<PlanVersion> = "Every version of the plan, oldest first." / "方案的每一版，从早到晚";
        [if stage in preparation | implementation | completion | maintenance unless level is programme] budget "预算": Option<Money> = "Approved total." / "批准的总预算";
        [if stage in preparation | implementation | completion | maintenance unless level is programme] budget_date "预算批准日期": Option<Date> = "Day of approval." / "预算批准日期";
        [if stage in preparation | implementation | completion | maintenance unless level is programme] funding "资金来源": Vec<Funding> = "Sources; together the budget." / "各项资金，合计等于预算";
        contracts "合同": Vec<Contract> = "Contracts; expected from the works on." / "合同，开工以后要有";
        payments "付款": Vec<Payment> = "Payments." / "付款记录";
        [if stage in implementation | completion | maintenance unless level is programme] milestones "节点": Vec<Milestone> = "Milestones in planned order." / "工程节点，按计划先后";
        progress "进度": Vec<ProgressPoint> = "Dated points, never overwritten." / "每次的进度，只增不改";
        findings "监督发现": Vec<Problem> = "Problems found by the residents' monitors." / "居民监督发现的问题";
        completion "竣工": Option<Completion> = "Acceptance and final cost; expected from completion on." / "验收和决算，完工以后要有";
        warranty "保修": Vec<Warranty> = "What is covered until when; expected from maintenance on." / "保修项目和期限，保修阶段要有";
    }
}

/// Residents' approval: the decision of a meeting, or a count.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Consent {
    Meeting(Ref),
    Count(ConsentCount),
}

impl Field for Consent {
    const SHAPE: Shape = Shape::Either(&Shape::Struct(&ConsentCount::SPEC), &Shape::Ref);

    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            Value::Map(_) => ConsentCount::read(node, at).map(Self::Count),
            _ => Ref::read(node, at).map(Self::Meeting),
        }
    }

    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        match self {
            Self::Meeting(meeting) => meeting.walk(path, spec, visit),
            Self::Count(count) => count.walk_fields(path, visit),
        }
    }
}

/// Words of a title that speak of rebuilding, or of another use of what belongs to all owners.
const COMMON_CHANGES: &[&str] =
    &["改建", "重建", "扩建", "加建", "加装电梯", "增设电梯", "增设停车", "增加停车", "停车位改造", "改变用途", "占用绿地"];

impl ContractChange {
    /// The amounts before and after, of a change of the value that states both.
    pub(super) fn amounts(&self) -> Option<(Money, Money)> {
        let parse = |text: &Option<String>| text.as_deref().and_then(|t| Money::parse(t).ok());
        if self.kind == ChangeType::Value { parse(&self.old).zip(parse(&self.new)) } else { None }
    }
}

impl Contract {
    /// What the contract is worth now: the original and all changes of its value.
    pub(super) fn current(&self) -> Money {
        self.changes.iter().rev().find_map(ContractChange::amounts).map_or(self.original, |(_, new)| new)
    }
}

impl Renovation {
    pub(super) fn contracts_total(&self) -> Money {
        self.contracts.iter().map(Contract::current).sum()
    }

    pub(super) fn paid(&self) -> Money {
        self.payments.iter().map(|p| p.amount).sum()
    }

    pub(super) fn paid_of(&self, contract: &Slug) -> Money {
        self.payments.iter().filter(|p| p.contract.as_ref() == Some(contract)).map(|p| p.amount).sum()
    }

    /// Percent done: the weights of the milestones reached; by count where no weights are given.
    pub(super) fn done(&self) -> Option<Percent> {
        let reached = self.milestones.iter().filter(|m| m.done.is_some());
        if self.milestones.iter().all(|m| m.weight.is_some()) && !self.milestones.is_empty() {
            return Some(reached.filter_map(|m| m.weight).sum());
        }
        Percent::of(reached.count() as i64, self.milestones.len() as i64, 0)
    }

    /// The words of the title by which the record says that it changes what belongs to all owners.
    pub(super) fn common_change(&self, envelope: &Envelope) -> Option<&'static str> {
        let early = matches!(self.stage, ProjectStage::Identification | ProjectStage::Cancelled);
        let title = envelope.title.primary();
        COMMON_CHANGES.iter().copied().find(|words| title.contains(words)).filter(|_| self.level == Level::Project && !early)
    }
}
