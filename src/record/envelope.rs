//! The envelope: the fields that every kind shares.
//!
//! In: front matter. Out: [`Envelope`]. Always: a record of any kind has these fields; their names are no fields of a kind.

use crate::codes;
use crate::fields;
use crate::record::field::{AsKey, Field, FieldSpec, Leaf, Path, Reader, RefOrText, Shape, Visit};
use crate::value::{Date, FileName, OpenPeriod, Ref, Slug, Text, ValueError};
use crate::yaml::Node;

codes! {
    /// Whether the record is shown.
    Status "status" { Draft = "draft" "草稿", Published = "published" "发布", Withdrawn = "withdrawn" "撤回", Sample = "sample" "示例" }
}

codes! {
    /// What an attachment is.
    AttachmentKind "attachment_kind" {
        Minutes = "minutes" "纪要", SignIn = "sign_in" "签到表", Photo = "photo" "照片", Voucher = "voucher" "凭证",
        Contract = "contract" "合同", Plan = "plan" "方案", Report = "report" "报告", Data = "data" "数据", Form = "form" "表格",
        Scan = "scan" "扫描件", Other = "other" "其他",
    }
}

codes! {
    /// How two records belong together.
    Relation "relation" {
        About = "about" "关于", Follows = "follows" "后续", Implements = "implements" "落实", Replaces = "replaces" "替代",
        Decision = "decision" "决定", Evidence = "evidence" "依据", See = "see" "另见",
    }
}

/// A document number 文号 `YYYY-NNN`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Number(pub String);

impl Number {
    pub fn parse(text: &str) -> Result<Self, ValueError> {
        let tidy = crate::value::half_width(text);
        let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        match tidy.split_once('-') {
            Some((year, n)) if year.len() == 4 && digits(year) && (3..=6).contains(&n.len()) && digits(n) => Ok(Self(tidy)),
            _ => Err(ValueError::new("number-shape").arg("text", text.trim())),
        }
    }

    pub fn year(&self) -> &str {
        &self.0[..4]
    }
}

impl Field for Number {
    const SHAPE: Shape = Shape::Line;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let text = String::read(node, at)?;
        match Self::parse(&text) {
            Ok(number) => Some(number),
            Err(error) => {
                let span = at.span(node);
                at.value_error("COM-03", error, span);
                None
            }
        }
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        visit(path, spec, Leaf::Line(&self.0));
    }
}

fields! {
    /// Why and when a record was withdrawn.
    Withdrawal {
        date "日期": Date = "Day of withdrawal." / "撤回日期";
        reason "原因": Text = "Why it was withdrawn." / "撤回原因";
    }
}

fields! {
    /// A public erratum.
    Correction keyed field {
        [; moving] date "日期": Date = "Day of the correction." / "更正日期";
        field "字段": String = "The field corrected, such as `lines.x-light.amount`." / "更正的字段，如 lines.x-light.amount";
        old "原值": Option<String> = "The figure as published before." / "原来公布的值";
        new "新值": Option<String> = "The figure as it stands now." / "更正后的值";
        reason "原因": Text = "Why." / "更正原因";
        ["organizations"] approved_by "批准": Option<RefOrText> = "Who approved it." / "批准的组织或职务";
    }
}

fields! {
    /// A file beside the record.
    Attachment keyed file titled title {
        file "文件": FileName = "File name, beside the record." / "文件名，与记录放在一起";
        title "标题": Text = "What the file is." / "文件标题";
        lang "语言": Option<String> = "BCP 47 tag of the file's language." / "文件所用语言（BCP 47 标签）";
        kind "类别": Option<AttachmentKind> = "What kind of paper it is." / "文件类别";
    }
}

fields! {
    /// A typed link to another record.
    RelatedLink {
        rel "关系": Option<Relation> = "How the two belong together." / "关系";
        ["*"] to "记录": Ref = "The other record." / "相关的记录";
    }
}

fields! {
    /// A public answer to a warning.
    Explanation keyed rule titled text {
        rule "规则": String = "Rule id, such as PRJ-03." / "规则编号，如 PRJ-03";
        at "位置": Option<String> = "The field meant, such as `contracts.c1`." / "所指的字段，如 contracts.c1";
        text "说明": Text = "The answer, shown on the page." / "公开的说明";
    }
}

fields! {
    /// What every record carries.
    Envelope {
        number "编号": Option<Number> = "Document number `YYYY-NNN`, unique in the site." / "文号，形如 2026-011，全站不重复";
        title "标题": Text = "Heading." / "标题";
        summary "摘要": Option<Text> = "One sentence for lists, feeds and paper." / "一句话摘要，用于列表、订阅和张贴";
        ["organizations"] issuer "发布单位": Option<Ref> = "Who publishes; the site's `publisher` if absent." / "公开主体；不写就用网站的 publisher";
        basis "公开依据": Vec<Text> = "The law or rule that asks for publication." / "公开依据";
        published "公布日期": Date = "Day first published." / "首次公布的日期";
        [; moving] posting "公布期限": Option<OpenPeriod> = "How long it hangs on the notice board; without an end it hangs on." / "在公示栏张贴的起止日期；不写止就是一直张贴";
        status "状态": Option<Status> = "draft, published (default), withdrawn, or sample: shown as such, counted nowhere, and free to be deleted." / "草稿、发布（默认）、撤回，或示例：页面注明是示例，不计入任何统计，可以直接删掉";
        [if status in withdrawn] withdrawn "撤回": Option<Withdrawal> = "Day and reason; makes the tombstone page." / "撤回的日期和原因，页面只保留说明";
        ["organizations#roles"] prepared_by "制表": Option<Ref> = "Who prepared it." / "制表人（职务）";
        ["organizations#roles"] reviewed_by "审核": Option<Ref> = "Who reviewed it." / "审核人（职务）";
        corrections "更正": Vec<Correction> = "Public errata." / "公开的更正";
        attachments "附件": Vec<Attachment> = "Files beside the record." / "附件";
        related "相关": Vec<RelatedLink> = "Typed links to other records." / "相关记录";
        tags "标签": Vec<Slug> = "Tags; their names stand in content/tags.yaml." / "标签，名称写在 content/tags.yaml";
        explain "说明": Vec<Explanation> = "Public answers to warnings." / "对提醒的公开说明";
        languages "语言": Vec<String> = "Languages the record needs; others are not missed." / "需要的语言；没列出的不算缺译";
        [; moving] revised "修订日期": Option<Date> = "Day of the last change of the text." / "文字最近修订的日期";
        aliases "旧地址": Vec<String> = "Old addresses that lead here." / "旧地址，会转到这里";
        sort_key "排序": Option<String> = "Pinyin to sort by, where a character has several readings." / "排序用的拼音（多音字时）";
    }
}

impl Envelope {
    pub fn status(&self) -> Status {
        self.status.unwrap_or(Status::Published)
    }

    /// The day of the last public change: published, revised, corrected or withdrawn.
    pub fn changed(&self) -> Date {
        let corrected = self.corrections.iter().map(|c| c.date);
        corrected.chain(self.revised).chain(self.withdrawn.as_ref().map(|w| w.date)).fold(self.published, Date::max)
    }
}

impl AsKey for Number {
    fn as_key(&self) -> std::borrow::Cow<'_, str> {
        std::borrow::Cow::Borrowed(&self.0)
    }
}
