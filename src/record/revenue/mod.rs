//! `revenue` 公共收益 / 资金公示: one period of one fund, every line of it.
//!
//! In: front matter. Out: [`Revenue`], its findings (REV-…), facets and view. Always: a published period
//! adds up to the fen; amounts are positive and their sign comes from `dir`.

mod chart;
mod rules;
mod view;

use crate::codes;
use crate::fields;
use crate::record::cx::{CheckCx, ViewCx};
use crate::record::envelope::Envelope;
use crate::record::facet::{Balance, Deadline, DecisionClaim, Facets, LedgerEntry};
use crate::record::field::{Explicit, Path, RefOrText, Visit};
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::{KindView, Summary};
use crate::record::{Fields, Kind, piece};
use crate::value::{Date, DatePeriod, FileName, Money, Ref, Slug, Text};

codes! {
    /// Which money: one chain of periods for each scope and fund.
    Fund "fund" {
        PublicRevenue = "public_revenue" "公共收益", MaintenanceFund = "maintenance_fund" "专项维修资金", Committee = "committee" "工作经费",
        Donations = "donations" "捐赠", Grant = "grant" "拨付", Canteen = "canteen" "食堂", Project = "project" "项目",
        Collective = "collective" "集体",
    }
}

codes! {
    /// Whether money comes in or goes out.
    Dir "dir" { Income = "income" "收入", Expense = "expense" "支出" }
}

codes! {
    /// What money comes from or goes to.
    Category "revenue_cat" {
        Parking = "parking" "停车", Advertising = "advertising" "广告", SiteRent = "site_rent" "场地", Telecom = "telecom" "通信设施",
        Charging = "charging" "充电", RoomRent = "room_rent" "共有用房", Interest = "interest" "利息",
        Compensation = "compensation" "赔偿补偿", Grant = "grant" "拨款", Donation = "donation" "捐赠", Fee = "fee" "收费",
        Repair = "repair" "维修", FundTopup = "fund_topup" "补充维修资金", Committee = "committee" "业委会经费", Audit = "audit" "审计",
        Activity = "activity" "活动", Incentive = "incentive" "激励", Cost = "cost" "合理成本", Tax = "tax" "税费", Food = "food" "食材",
        Other = "other" "其他",
    }
}

codes! {
    /// What an auditor says.
    Opinion "audit_opinion" {
        Unqualified = "unqualified" "无保留意见", Qualified = "qualified" "保留意见", Adverse = "adverse" "否定意见",
        Disclaimer = "disclaimer" "无法表示意见",
    }
}

fields! {
    /// The account, masked.
    Account {
        [T] bank "开户行": Text = "Bank and branch." / "开户银行";
        [N] last4 "尾号": Option<String> = "Last four digits only." / "账号末四位，只写四位";
    }
}

fields! {
    /// One line of the account.
    Line keyed id {
        [N] id "编号": Slug = "Id of the line." / "这一笔的编号";
        [C] dir "收支": Dir = "income or expense." / "收入或支出";
        [C] cat "类别": Category = "Category." / "收支类别";
        [T] item "项目": Text = "What it is." / "项目";
        [N] amount "金额": Money = "Amount, always positive." / "金额，一律写正数";
        [N] date "日期": Option<Date> = "Day, inside the period." / "发生日期";
        [R "organizations"] party "对方": Option<RefOrText> = "Lessee, contractor; natural persons masked." / "对方单位；个人姓名要隐去";
        [T] contract "合同": Option<Text> = "The contract: an attachment's name, or words." / "合同：附件的文件名，或文字说明";
        [R "meetings#agenda"] decision "决定": Option<Ref> = "The decision that allowed it." / "同意这笔收支的会议决定";
        [R "renovation#payments"] pays "付款": Option<Ref> = "The payment of a project that this line pays." / "对应的工程付款";
        [N] vouchers "凭证": Option<u32> = "Number of vouchers." / "凭证张数";
    }
}

fields! {
    /// Totals as printed on the paper form.
    Stated {
        [N] income "收入": Option<Money> = "Total income as printed." / "表上写的收入合计";
        [N] expense "支出": Option<Money> = "Total spending as printed." / "表上写的支出合计";
    }
}

fields! {
    /// An audit.
    Audit {
        [R "organizations"] by "审计单位": RefOrText = "Who audited." / "审计单位";
        [N] date "日期": Date = "Day of the report." / "报告日期";
        [C] opinion "意见": Option<Opinion> = "The opinion." / "审计意见";
        [N] file "文件": Option<FileName> = "The report, beside the record." / "审计报告文件";
    }
}

fields! {
    /// Until when and where to object.
    Objection {
        [N] until "截止": Date = "Last day for questions and objections." / "提出疑问和异议的最后一天";
        [R "organizations"] contact "受理": Option<Ref> = "Who takes them." / "受理的单位";
    }
}

fields! {
    /// An opening that differs from the closing before.
    Restated {
        [N] opening "原期末": Money = "The closing balance of the period before, as published." / "上期公布的期末余额";
        [T] reason "原因": Text = "Why the opening differs." / "期初与上期期末不同的原因";
    }
}

fields! {
    /// One period of a fund.
    Revenue {
        [R "places|organizations"] scope "范围": Ref = "Whose money it is." / "属于哪个小区、楼栋或组织";
        [C] fund "资金": Fund = "Which fund." / "哪一种资金";
        [N] period "期间": DatePeriod = "The period, both days included." / "起止日期（含当天）";
        [R "organizations"] holder "账户保管": Ref = "Who keeps the account." / "保管账户的单位";
        [N] account "账户": Option<Account> = "The account, masked." / "账户（隐去账号）";
        [N] opening "期初": Money = "Balance at the start." / "期初余额";
        [N] lines "明细": Explicit<Line> = "Every line; [] where there was none." / "收支明细；没有收支写 []";
        [N] closing "期末": Money = "Balance at the end." / "期末余额";
        [N] stated "表列合计": Option<Stated> = "Totals as printed on paper; checked." / "纸质表上的合计数，用来核对";
        [N] restated "期初调整": Option<Restated> = "Where the opening differs from the closing before." / "期初与上期期末不同时填写";
        [T] note "备注": Option<Text> = "What a reader should know." / "备注";
        [N] audit "审计": Option<Audit> = "The audit." / "审计";
        [N] objection "异议": Option<Objection> = "Until when and where to object." / "异议期和受理单位";
    }
}

pub const KIND: Kind = Kind {
    folder: "revenue",
    name: "revenue",
    aliases: &["收支", "公共收益", "账目", "财务"],
    spec: &Revenue::SPEC,
    read: |node, at| Some(Box::new(Revenue::read_fields(node, at)?)),
    money_code: "REV-04",
    sample: &[
        ("scope", "places/community"),
        ("fund", "public_revenue"),
        ("period", "{ from: 2026-01-01, to: 2026-03-31 }"),
        ("holder", "organizations/property"),
        ("opening", "0.00"),
        ("lines", "\n  - { id: i-park, dir: income, cat: parking, item: 地面停车, amount: 100.00 }"),
        ("closing", "100.00"),
        ("prepared_by", "organizations/property#accountant"),
        ("reviewed_by", "organizations/supervision#head"),
    ],
    listed: true,
};

impl Fields for Revenue {
    fn check(&self, cx: &mut CheckCx<'_>) {
        rules::RULES.iter().for_each(|rule| rule(self, cx));
    }

    fn facets(&self, envelope: &Envelope) -> Facets {
        let objection = self.objection.as_ref().map(|o| Deadline {
            what: "objection",
            at: "objection.until".to_owned(),
            from: Some(envelope.published),
            until: o.until,
            contact: o.contact.clone(),
        });
        let lines = || self.lines.iter().enumerate();
        Facets {
            balance: Some(self.balance()),
            amounts: vec![
                ("revenue_income", self.total(Dir::Income)),
                ("revenue_expense", self.total(Dir::Expense)),
                ("field_revenue_closing", self.closing),
            ],
            ledger_entries: lines().filter_map(|(i, line)| self.ledger_entry(i, line)).collect(),
            decision_claims: lines().filter_map(|(i, line)| line.decision_claim(i)).collect(),
            deadlines: objection.into_iter().chain(piece::posting(envelope)).collect(),
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
        let figures = [
            (cx.label("opening"), self.opening),
            (cx.word("income"), self.total(Dir::Income)),
            (cx.word("expense"), self.total(Dir::Expense)),
            (cx.label("closing"), self.closing),
        ];
        let measured = figures.map(|(name, money)| structured_data::amount(cx, name, money));
        let data = Thing::new("Dataset")
            .with("name", structured_data::words(cx, &cx.envelope.title))
            .with("description", cx.envelope.summary.as_ref().map(|s| structured_data::words(cx, s)).unwrap_or_default())
            .with("temporalCoverage", format!("{}/{}", self.period.from, self.period.to))
            .with("spatialCoverage", structured_data::place(cx, &self.scope))
            .with("creator", structured_data::other(cx, "Organization", &self.holder))
            .with("isAccessibleForFree", true)
            .with("variableMeasured", measured.to_vec());
        StructuredData { main: Some(data), mentions: Vec::new() }
    }

    fn walk<'a>(&'a self, visit: &mut Visit<'_, 'a>) {
        self.walk_fields(&mut Path::default(), visit);
    }
}

impl Revenue {
    fn total(&self, dir: Dir) -> Money {
        self.lines.iter().filter(|line| line.dir == dir).map(|line| line.amount).sum()
    }

    /// What the lines lead to from the opening.
    fn computed_closing(&self) -> Money {
        self.opening + self.total(Dir::Income) - self.total(Dir::Expense)
    }

    /// Totals by category, income first, as the codelist orders them; empty ones left out.
    fn by_category(&self) -> Vec<(Dir, Category, Money)> {
        let mut totals: std::collections::BTreeMap<(Dir, Category), Money> = std::collections::BTreeMap::new();
        for line in self.lines.iter() {
            let total = totals.entry((line.dir, line.cat)).or_default();
            *total = *total + line.amount;
        }
        totals.into_iter().map(|((dir, cat), total)| (dir, cat, total)).collect()
    }

    fn balance(&self) -> Balance {
        Balance {
            scope: self.scope.clone(),
            fund: self.fund.code(),
            period: self.period,
            opening: self.opening,
            income: self.total(Dir::Income),
            expense: self.total(Dir::Expense),
            closing: self.closing,
            by_category: self.by_category().into_iter().map(|(dir, cat, total)| (dir.code(), cat.code(), total)).collect(),
            restated: self.restated.as_ref().map(|r| r.opening),
            audited: self.audit.as_ref().map(|a| a.date),
            noted: self.note.is_some(),
        }
    }

    /// What another book may have to match: payments of works, and what the maintenance fund is given.
    fn ledger_entry(&self, index: usize, line: &Line) -> Option<LedgerEntry> {
        let what = match (line.dir, &line.pays, self.fund) {
            (_, Some(_), _) => "pays",
            (Dir::Expense, _, Fund::PublicRevenue) if line.cat == Category::FundTopup => "topup",
            (Dir::Income, _, Fund::MaintenanceFund) => "income",
            _ => return None,
        };
        Some(LedgerEntry {
            fragment: line.id.0.clone(),
            at: format!("lines[{index}].amount"),
            what,
            date: line.date,
            amount: line.amount,
            counterpart: line.pays.clone(),
        })
    }
}

impl Line {
    /// Use of what belongs to all owners is theirs to decide.
    fn is_common_use(&self) -> bool {
        matches!(self.cat, Category::Advertising | Category::SiteRent)
    }

    fn decision_claim(&self, index: usize) -> Option<DecisionClaim> {
        let decision = self.decision.clone().filter(|_| self.is_common_use() && self.contract.is_none())?;
        let at = format!("lines[{index}].decision");
        Some(DecisionClaim { at, decision, matters: &["own_common_use"], code: "REV-08", message: "rev-08-other-matter" })
    }
}

impl Category {
    /// Where the category belongs; `None` for both.
    fn dir(self) -> Option<Dir> {
        match self {
            Self::Other => None,
            cat if cat < Self::Repair => Some(Dir::Income),
            _ => Some(Dir::Expense),
        }
    }
}

#[cfg(test)]
mod tests;
