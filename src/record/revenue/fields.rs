//! The fields of `revenue`, and what they say together.
//!
//! In: front matter. Out: the types of a record's fields, read. Always: a value is kept as written; what can be derived
//! from other fields is a method, not a field.

use crate::codes;
use crate::fields;
use crate::record::codelists::{Direction, Fund, LedgerCategory};
use crate::record::field::{Explicit, RefOrText};
use crate::value::{Date, DatePeriod, FileName, Money, Ref, Slug, Text};

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
        bank "开户行": Text = "Bank and branch." / "开户银行";
        last4 "尾号": Option<String> = "Last four digits only." / "账号末四位，只写四位";
    }
}

fields! {
    /// One line of the account.
    Line keyed id titled item {
        id "编号": Slug = "Id of the line." / "这一笔的编号";
        dir "收支": Direction = "income or expense." / "收入或支出";
        cat "类别": LedgerCategory = "Category." / "收支类别";
        item "项目": Text = "What it is." / "项目";
        amount "金额": Money = "Amount, always positive." / "金额，一律写正数";
        date "日期": Option<Date> = "Day, inside the period." / "发生日期";
        ["organizations"] party "对方": Option<RefOrText> = "Lessee, contractor; natural persons masked." / "对方单位；个人姓名要隐去";
        contract "合同": Option<Text> = "The contract: an attachment's name, or words." / "合同：附件的文件名，或文字说明";
        ["meetings#agenda"] decision "决定": Option<Ref> = "The decision that allowed it." / "同意这笔收支的会议决定";
        ["renovation#payments"] pays "付款": Option<Ref> = "The payment of a project that this line pays." / "对应的工程付款";
        vouchers "凭证": Option<u32> = "Number of vouchers." / "凭证张数";
    }
}

fields! {
    /// Totals as printed on the paper form.
    Stated {
        income "收入": Option<Money> = "Total income as printed." / "表上写的收入合计";
        expense "支出": Option<Money> = "Total spending as printed." / "表上写的支出合计";
    }
}

fields! {
    /// An audit.
    Audit {
        ["organizations"] by "审计单位": RefOrText = "Who audited." / "审计单位";
        date "日期": Date = "Day of the report." / "报告日期";
        opinion "意见": Option<Opinion> = "The opinion." / "审计意见";
        file "文件": Option<FileName> = "The report, beside the record." / "审计报告文件";
    }
}

fields! {
    /// Until when and where to object.
    Objection {
        until "截止": Date = "Last day for questions and objections." / "提出疑问和异议的最后一天";
        ["organizations"] contact "受理": Option<Ref> = "Who takes them." / "受理的单位";
    }
}

fields! {
    /// An opening that differs from the closing before.
    Restated {
        opening "原期末": Money = "The closing balance of the period before, as published." / "上期公布的期末余额";
        reason "原因": Text = "Why the opening differs." / "期初与上期期末不同的原因";
    }
}

fields! {
    /// One period of a fund.
    Revenue {
        ["places|organizations"] scope "范围": Ref = "Whose money it is." / "属于哪个小区、楼栋或组织";
        fund "资金": Fund = "Which fund." / "哪一种资金";
        budget "预算": bool = "A plan and no accounts: what is to come in and go out." / "这是预算，不是已经发生的收支";
        period "期间": DatePeriod = "The period, both days included." / "起止日期（含当天）";
        ["organizations"] holder "账户保管": Ref = "Who keeps the account." / "保管账户的单位";
        account "账户": Option<Account> = "The account, masked." / "账户（隐去账号）";
        [required unless budget in true] opening "期初": Option<Money> = "Balance at the start." / "期初余额";
        lines "明细": Explicit<Line> = "Every line; [] where there was none." / "收支明细；没有收支写 []";
        [required unless budget in true] closing "期末": Option<Money> = "Balance at the end." / "期末余额";
        stated "表列合计": Option<Stated> = "Totals as printed on paper; checked." / "纸质表上的合计数，用来核对";
        restated "期初调整": Option<Restated> = "Where the opening differs from the closing before." / "期初与上期期末不同时填写";
        note "备注": Option<Text> = "What a reader should know." / "备注";
        audit "审计": Option<Audit> = "The audit." / "审计";
        objection "异议": Option<Objection> = "Until when and where to object." / "异议期和受理单位";
    }
}

impl Revenue {
    pub(super) fn total(&self, dir: Direction) -> Money {
        self.lines.iter().filter(|line| line.dir == dir).map(|line| line.amount).sum()
    }

    /// Opening and closing, where both are stated: accounts have them, a budget may have none.
    pub(super) fn balances(&self) -> Option<(Money, Money)> {
        self.opening.zip(self.closing)
    }

    /// What the lines lead to from an opening.
    pub(super) fn computed_closing(&self, opening: Money) -> Money {
        opening + self.total(Direction::Income) - self.total(Direction::Expense)
    }

    /// The words that name income, spending and closing balance: those of a plan say so.
    pub(super) fn labels(&self) -> (&'static str, &'static str, &'static str) {
        match self.budget {
            true => ("revenue_budget_income", "revenue_budget_expense", "revenue_budget_closing"),
            false => ("revenue_income", "revenue_expense", "field_revenue_closing"),
        }
    }

    pub(super) fn opening_label(&self) -> &'static str {
        if self.budget { "revenue_budget_opening" } else { "field_revenue_opening" }
    }

    pub(super) fn total_label(&self) -> &'static str {
        if self.budget { "revenue_budget_total" } else { "revenue_total" }
    }

    /// The words for a side without a line.
    pub(super) fn none_label(&self, dir: Direction) -> String {
        format!("revenue_{}no_{}", if self.budget { "budget_" } else { "" }, dir.code())
    }

    /// Totals by category, income first, as the codelist orders them; empty ones left out.
    pub(super) fn by_category(&self) -> Vec<(Direction, LedgerCategory, Money)> {
        let mut totals: std::collections::BTreeMap<(Direction, LedgerCategory), Money> = std::collections::BTreeMap::new();
        for line in self.lines.iter() {
            let total = totals.entry((line.dir, line.cat)).or_default();
            *total = *total + line.amount;
        }
        totals.into_iter().map(|((dir, cat), total)| (dir, cat, total)).collect()
    }
}

impl Line {
    /// Use of what belongs to all owners is theirs to decide.
    pub(super) fn is_common_use(&self) -> bool {
        matches!(self.cat, LedgerCategory::Advertising | LedgerCategory::SiteRent)
    }
}
