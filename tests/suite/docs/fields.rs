//! `fields.md`: every field of the envelope and of each kind, generated from the declarations.
//!
//! In: `Envelope::SPEC` and `KINDS`. Out: one section per kind, one table per struct, the codes at the end of a section.

use std::collections::BTreeMap;

use linli::record::envelope::Envelope;
use linli::record::field::{CodeList, Field, FieldSpec, Locking, Need, Shape, StructSpec};
use linli::record::{KINDS, Kind};
use linli::value::{DatePeriod, MomentPeriod, OpenPeriod};

use super::{Guide, compare, guides, table};
use crate::tidy::texts;

#[test]
fn docs_field_tables_match_the_code() {
    for guide in guides() {
        let body = Page { guide, labels: labels(guide) }.body();
        compare(guide, "fields", guide.say("字段表", "Fields"), &body);
    }
}

#[test]
fn every_field_is_described_in_both_languages() {
    let specs = std::iter::once(&Envelope::SPEC).chain(KINDS.iter().map(|k| k.spec));
    let mut open: Vec<&StructSpec> = specs.collect();
    while let Some(spec) = open.pop() {
        for field in spec.fields {
            assert!(!field.doc_zh.is_empty() && !field.doc_en.is_empty() && !field.zh.is_empty(), "{}", field.name);
            open.extend(field.shape.inner_struct());
        }
    }
}

/// English words of codes (`code_LIST_CODE`) from the theme.
fn labels(guide: Guide) -> BTreeMap<String, String> {
    let ending = format!(".{}.ftl", guide.folder);
    let files = texts("themes/board/i18n", &["ftl"]).into_iter().filter(|(path, _)| path.ends_with(&ending));
    let lines: Vec<String> = files.flat_map(|(_, text)| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect();
    let pairs = lines.iter().filter_map(|l| l.split_once(" = ")).filter(|(id, text)| id.starts_with("code_") && !text.contains('{'));
    pairs.map(|(id, text)| (id.to_owned(), text.to_owned())).collect()
}

struct Page {
    guide: Guide,
    labels: BTreeMap<String, String>,
}

/// The contents of one section: tables of structs, and codelists in order of first use.
#[derive(Default)]
struct Section {
    tables: String,
    codes: Vec<(String, &'static CodeList)>,
}

impl Page {
    fn say<'a>(&self, zh: &'a str, en: &'a str) -> &'a str {
        self.guide.say(zh, en)
    }

    fn body(&self) -> String {
        let mut out = self.preface();
        out += &format!("## {}\n\n", self.say("通用字段", "Common fields"));
        out += self.say("每一类记录都可以写。\n\n", "Every kind of record may carry them.\n\n");
        out += &self.section(&Envelope::SPEC);
        for kind in KINDS {
            out += &self.kind(kind);
        }
        out
    }

    fn preface(&self) -> String {
        self.say(
            "一条记录写在两条 `---` 之间的内容叫字段。字段名写英文、中文都可以，同一个字段不要写两次。\n\n\
             - **必填**：“是”，不写就报错（COM-03）；“到时写”，写明的情况下应当有，没有会提醒，不影响发布。小表里的“是”指写了上一级就要写。\n\
             - **可译**：原文写一次，译文写在 `名字.语言.md` 里；其余字段只写在原文里，译文里写了就报错（COM-04）。\n\
             - **个人信息**：写明 `public: true`（依法公开的职务）或 `consent: true`（本人同意）才显示。\n\
             - **会变**：公布以后可以直接改。其余的金额、面积、百分比、人数、日期、时间，以及 `outcome`、`fund`、`dir`，公布过就记在 `published.lock` 里，改动、删去要在 `corrections` 里写明（COM-08）。\n\
             - 列表里的每一项用表上写的“键”区分，译文和 `{{ fig … }}` 按它对应。\n\n",
            "What stands between the two lines of `---` are fields. Keys may be English or Chinese; write none twice.\n\n\
             - **Required**: “yes”, an error without it (COM-03); “then”, expected in the state named, a warning without it. In the smaller tables “yes” means once the field above is written.\n\
             - **Translatable**: written once in the original, translated in `name.LANGUAGE.md`; all other fields stand in the original only, and in a translation they are an error (COM-04).\n\
             - **Personal**: shown only with `public: true` (a public office) or `consent: true`.\n\
             - **Moves**: may change after publication. All other amounts, areas, percentages, counts, dates and times, and `outcome`, `fund` and `dir`, stand in `published.lock` once they are published; changing or deleting one needs an entry in `corrections` (COM-08).\n\
             - Items of a list are told apart by the key named; translations and `{{ fig … }}` follow it.\n\n",
        )
        .to_owned()
    }

    fn kind(&self, kind: &Kind) -> String {
        let name = kind.aliases.first().copied().filter(|_| self.guide.chinese).unwrap_or(kind.name);
        let mut out = format!("## {name} `content/{}/`\n\n", kind.folder);
        let names: Vec<String> = [kind.name].iter().chain(kind.aliases).map(|n| format!("`{n}`")).collect();
        out += &format!(
            "{}{}\n\n",
            self.say("`linli new` 认得的名字：", "Names that `linli new` understands: "),
            names.join(self.say("、", ", "))
        );
        if kind.spec.fields.is_empty() {
            out += self.say("只有通用字段和正文。\n\n", "Common fields and text only.\n\n");
        }
        out + &self.section(kind.spec)
    }

    fn section(&self, spec: &'static StructSpec) -> String {
        let mut section = Section::default();
        self.struct_table("", spec, &mut section);
        let mut out = section.tables;
        if !section.codes.is_empty() {
            out += &format!("### {}\n\n", self.say("可以写的代码", "Codes"));
            for (path, list) in &section.codes {
                let codes: Vec<String> = list.codes.iter().map(|(code, zh)| self.code(list, code, zh)).collect();
                out += &format!("- `{path}`{}{}\n", self.say("：", ": "), codes.join(self.say("、", ", ")));
            }
            out.push('\n');
        }
        out
    }

    fn code(&self, list: &CodeList, code: &str, zh: &str) -> String {
        match self.labels.get(&format!("code_{}_{code}", list.name)).filter(|_| !self.guide.chinese) {
            Some(label) => format!("`{code}` {label} ({zh})"),
            None => format!("`{code}` {zh}"),
        }
    }

    fn struct_table(&self, path: &str, spec: &'static StructSpec, section: &mut Section) {
        let heads = [
            self.say("字段", "Field"),
            self.say("中文", "Chinese"),
            self.say("必填", "Required"),
            self.say("写什么", "Value"),
            self.say("说明", "Meaning"),
        ];
        let rows: Vec<Vec<String>> = spec.fields.iter().map(|f| self.row(f)).collect();
        if !rows.is_empty() {
            section.tables += &table(&heads, &rows);
            section.tables.push('\n');
        }
        for field in spec.fields {
            let path = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
            if let Some(list) = code_list(&field.shape) {
                section.codes.push((path.clone(), list));
            }
            let Some(inner) = field.shape.inner_struct().filter(|_| !is_period(&field.shape)) else { continue };
            let dots = if field.shape.is_list() { "[]" } else { "" };
            section.tables += &format!("### `{path}{dots}` {}\n\n", self.say(field.zh, field.doc_en.trim_end_matches('.')));
            self.struct_table(&path, inner, section);
        }
    }

    fn row(&self, field: &FieldSpec) -> Vec<String> {
        let need = match field.need {
            Need::Required => self.say("是", "yes").to_owned(),
            Need::Optional => String::new(),
            Need::When(sibling, values, _) => {
                let values: Vec<String> = values.iter().map(|v| format!("`{v}`")).collect();
                let or = self.say("、", ", ");
                format!("{}`{sibling}` = {}", self.say("到时写：", "then: "), values.join(or))
            }
        };
        let mut value = self.shape(&field.shape, field.refs);
        if field.personal {
            value += self.say("；个人信息", "; personal");
        }
        value += &match field.locking {
            Locking::ByType | Locking::Figure => String::new(),
            Locking::Moving => self.say("；会变", "; moves").to_owned(),
            Locking::MovingEnd => self.say("；过去以前会变", "; moves until it is past").to_owned(),
            Locking::MovingUntil(sibling) => format!("{} `{sibling}`", self.say("；会变，直到写上", "; moves until there is")),
            Locking::KeptIn(sibling) => {
                format!("{} `{sibling}`", self.say("；改期的原值写在", "; when it changes, the value of before stands in"))
            }
        };
        vec![format!("`{}`", field.name), field.zh.to_owned(), need, value, self.say(field.doc_zh, field.doc_en).to_owned()]
    }

    fn shape(&self, shape: &Shape, refs: &str) -> String {
        if is_open_period(shape) {
            return self.say("`{ from, to }`、`起 到 止` 或 `… 起`", "`{ from, to }` or `{ from }`").to_owned();
        }
        if is_period(shape) {
            return self.say("`{ from, to }` 或 `起 到 止`", "`{ from, to }`").to_owned();
        }
        match shape {
            Shape::Text => self.say("文字，可译", "text, translatable").to_owned(),
            Shape::Ref => self.refs(refs),
            Shape::RefOrText => format!("{}{}", self.refs(refs), self.say("，或文字（可译）", ", or text (translatable)")),
            Shape::Code(_) => self.say("代码", "code").to_owned(),
            Shape::Struct(_) => self.say("一组字段，见下", "fields, see below").to_owned(),
            Shape::Either(a, b) => {
                let (a, b) = (self.shape(a, refs), self.shape(b, refs));
                let space = if b.starts_with('`') { " " } else { "" };
                format!("{a}{}{b}", self.say(&format!("，或{space}"), ", or "))
            }
            Shape::List(inner) => match inner.inner_struct().filter(|_| !is_period(inner)) {
                Some(spec) if spec.key.is_empty() => self.say("列表，见下", "list, see below").to_owned(),
                Some(spec) => format!("{} `{}`", self.say("列表，见下；键", "list, see below; key"), spec.key),
                None => format!("{}{}", self.say("列表：", "list: "), self.shape(inner, refs)),
            },
            plain => self.guide.words.say(plain.word(), &[]),
        }
    }

    fn refs(&self, refs: &str) -> String {
        if refs.is_empty() || refs == "*" {
            return self.say("任何记录的编号", "id of any record").to_owned();
        }
        let reference_text = |r: &str| match r.split_once('#') {
            Some((folder, list)) => {
                format!("`{folder}/…#…`{}", self.say(&format!("（{list} 里的一项）"), &format!(" (an item of {list})")))
            }
            None => format!("`{r}/…`"),
        };
        refs.split('|').map(reference_text).collect::<Vec<_>>().join(self.say(" 或 ", " or "))
    }
}

fn is_period(shape: &Shape) -> bool {
    *shape == <DatePeriod as Field>::SHAPE || is_open_period(shape)
}

fn is_open_period(shape: &Shape) -> bool {
    *shape == <OpenPeriod as Field>::SHAPE || *shape == <MomentPeriod as Field>::SHAPE
}

fn code_list(shape: &Shape) -> Option<&'static CodeList> {
    match shape {
        Shape::Code(list) => Some(list),
        Shape::List(inner) => code_list(inner),
        _ => None,
    }
}
