//! The fields of `organization`, and what they say together.
//!
//! In: front matter. Out: the types of a record's fields, read. Always: a value is kept as written; what can be derived
//! from other fields is a method, not a field.

use crate::codes;
use crate::fields;
use crate::record::codelists::OrganizationType;
use crate::record::field::Personal;
use crate::value::{Date, OpenPeriod, Ref, Slug, Text};

codes! {
    /// A post.
    RoleCode "organization_role" {
        Director = "director" "主任", Deputy = "deputy" "副主任", Secretary = "secretary" "书记", Chair = "chair" "会长",
        Member = "member" "委员", Head = "head" "组长", Captain = "captain" "队长", Convener = "convener" "召集人",
        Accountant = "accountant" "会计", Cashier = "cashier" "出纳", Manager = "manager" "经理", Mediator = "mediator" "调解员",
        GridWorker = "grid_worker" "网格员", BuildingHead = "building_head" "楼栋长", Representative = "representative" "代表",
        Supervisor = "supervisor" "监督员", Other = "other" "其他",
    }
}

fields! {
    /// Filing with an authority.
    Filing {
        date "日期": Date = "Day filed." / "备案日期";
        authority "备案机关": Text = "With whom." / "向谁备案";
    }
}

fields! {
    /// A post and who holds it.
    Role keyed id {
        id "编号": Slug = "Item id." / "条目编号";
        role "职务": RoleCode = "The post." / "职务";
        name "姓名": Personal<Option<Text>> = "Name; shown only with `public: true` or `consent: true`." / "姓名，写明 public 或 consent 才公开";
        duty "分工": Option<Text> = "What the post looks after." / "负责什么";
        [; moving end] term "任期": Option<OpenPeriod> = "Term of office; may have no end yet." / "任期起止；没有定止期的只写起";
        public "公开职务": bool = "A public office: the name is public by law." / "依法公开的职务";
        consent "本人同意": bool = "The person agreed to have the name published." / "本人同意公开姓名";
    }
}

fields! {
    /// How many members on a day.
    MemberCount {
        date "日期": Date = "Day counted." / "统计日期";
        n "人数": u32 = "Members." / "人数";
    }
}

fields! {
    /// Office lines only, never a person's own.
    Contact {
        phone "电话": String = "Office telephone." / "办公电话，不写个人手机";
        hours "办公时间": Option<Text> = "Office hours." / "办公时间";
        address "地址": Option<Text> = "Office address." / "办公地址";
        email "邮箱": Option<String> = "Office e-mail." / "办公邮箱";
    }
}

fields! {
    /// An organization.
    Organization {
        kind as "type" "类型": OrganizationType = "What kind of organization." / "居委会、业委会、物业公司等";
        ["organizations"] parent "上级": Option<Ref> = "The organization above." / "上级组织";
        ["places"] covers "覆盖范围": Vec<Ref> = "Places it looks after." / "负责的小区、楼栋等";
        founded "成立日期": Option<Date> = "Day founded." / "成立日期";
        ended "终止日期": Option<Date> = "Day it ended." / "终止日期";
        filed "备案": Option<Filing> = "Filing with the authority." / "备案";
        uscc "统一社会信用代码": Option<String> = "Unified social credit code, 18 characters." / "统一社会信用代码，18 位";
        roles "职务": Vec<Role> = "Posts and who holds them." / "职务和任职的人";
        member_count "成员人数": Vec<MemberCount> = "Members, by day counted." / "每次统计的人数";
        contact "联系方式": Contact = "Office lines." / "办公电话、时间、地址";
    }
}

impl Role {
    /// The name, where it may be shown.
    pub(super) fn shown_name(&self) -> Option<&Text> {
        self.name.as_ref().filter(|_| self.public || self.consent)
    }
}
