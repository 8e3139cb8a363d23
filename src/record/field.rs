//! Fields, declared once: one declaration makes the struct, the reader, the walker, the table behind the
//! docs, the sidecar whitelist and the templates of `new`.
//!
//! In: a YAML tree with places, and the trees of the sidecars. Out: typed structs, and every mistake of
//! the file at once. Always: a struct exists only when all it must have was read; nothing stops early.

use std::borrow::Cow;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic};
use crate::source::{Source, Span};
use crate::value::{
    Area, Date, DatePeriod, DateTime, FileName, LangId, Moment, MomentPeriod, Money, On, Percent, Ref, Slug, Text, Time, TimeRange,
    ValueError, Weekday,
};
use crate::yaml::{Node, Value};

/// The language column of the field tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Col {
    /// Language-neutral, written once.
    N,
    /// Translatable text.
    T,
    /// A code; its label lives in the theme's catalogue.
    C,
    /// A reference to another record.
    R,
    /// Personal: published only with `consent: true` or in a public office.
    P,
}

/// Whether a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    Optional,
    Required,
    /// Expected once a sibling code has one of these values, unless another has a certain one; a warning,
    /// since records grow.
    When(&'static str, &'static [&'static str], Option<(&'static str, &'static str)>),
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    Text,
    Slug,
    Line,
    File,
    Date,
    DateTime,
    Moment,
    Time,
    TimeRange,
    Weekday,
    Money,
    Area,
    Percent,
    Int,
    Bool,
    On,
    Language,
    Code(&'static CodeList),
    Ref,
    /// A reference, or plain text where there is no record.
    RefOrText,
    List(&'static Shape),
    Struct(&'static StructSpec),
    /// One of two forms.
    Either(&'static Shape, &'static Shape),
}

/// A codelist: each code with the Chinese word that may be typed instead.
#[derive(Debug, PartialEq)]
pub struct CodeList {
    pub name: &'static str,
    pub codes: &'static [(&'static str, &'static str)],
}

/// One declared field.
#[derive(Debug, PartialEq)]
pub struct FieldSpec {
    pub name: &'static str,
    /// The Chinese key that may be typed instead.
    pub zh: &'static str,
    pub col: Col,
    pub need: Need,
    pub shape: Shape,
    /// Kinds (folders) a reference may name, separated by `|`; `*` for any; `#list` asks for an item of that list.
    pub refs: &'static str,
    pub doc_en: &'static str,
    pub doc_zh: &'static str,
}

/// The fields of one struct.
#[derive(Debug, PartialEq)]
pub struct StructSpec {
    /// The natural or given key of list items (`id`, `no`, `date`, `file`, `rule`); empty for none.
    pub key: &'static str,
    pub fields: &'static [FieldSpec],
}

impl StructSpec {
    pub fn field(&self, key: &str) -> Option<&'static FieldSpec> {
        self.fields.iter().find(|f| f.name == key || f.zh == key)
    }
}

impl Shape {
    /// The struct inside, through lists and alternatives.
    pub fn inner_struct(&self) -> Option<&'static StructSpec> {
        match self {
            Self::Struct(spec) => Some(spec),
            Self::List(inner) => inner.inner_struct(),
            Self::Either(a, b) => a.inner_struct().or_else(|| b.inner_struct()),
            _ => None,
        }
    }

    pub fn is_list(&self) -> bool {
        matches!(self, Self::List(_))
    }

    /// Catalogue id of the word for this shape (`shape-date`).
    pub fn word(&self) -> &'static str {
        match self {
            Self::Text | Self::Line => "shape-text",
            Self::Slug => "shape-slug",
            Self::File => "shape-file",
            Self::Date => "shape-date",
            Self::DateTime => "shape-datetime",
            Self::Moment => "shape-moment",
            Self::Time => "shape-time",
            Self::TimeRange => "shape-time-range",
            Self::Weekday => "shape-weekday",
            Self::Money => "shape-money",
            Self::Area => "shape-area",
            Self::Percent => "shape-percent",
            Self::Int => "shape-int",
            Self::Bool => "shape-bool",
            Self::On => "shape-on",
            Self::Language => "shape-language",
            Self::Code(_) => "shape-code",
            Self::Ref => "shape-ref",
            Self::RefOrText => "shape-ref-or-text",
            Self::List(_) => "shape-list",
            Self::Struct(_) => "shape-map",
            Self::Either(_, b) => b.word(),
        }
    }
}

/// One leaf of a record, as the walker meets it.
#[derive(Debug, Clone)]
pub enum Leaf<'a> {
    Text(&'a Text),
    Line(&'a str),
    Ref(&'a Ref),
    File(&'a FileName),
    Money(Money),
    Area(Area),
    Percent(Percent),
    Int(i64),
    Date(Date),
    DateTime(DateTime),
    Moment(Moment),
    Time(Time),
    TimeRange(TimeRange),
    Weekday(Weekday),
    Bool(bool),
    Code(&'static str, &'static str),
    /// A list item begins; its key.
    Item(Cow<'a, str>),
}

/// Where the walker stands.
#[derive(Debug, Clone, Default)]
pub struct Path<'a> {
    segments: Vec<Segment<'a>>,
}

#[derive(Debug, Clone)]
enum Segment<'a> {
    Field(&'static str),
    Item(usize, Cow<'a, str>),
}

impl Path<'_> {
    /// With positions, for finding the place: `lines[3].amount`.
    pub fn locator(&self) -> String {
        self.written(|index, _| format!("[{index}]"))
    }

    /// With keys, as people write it in `fig` and `explain`: `lines.x-light.amount`.
    pub fn public(&self) -> String {
        self.written(|index, key| if key.is_empty() { format!(".{index}") } else { format!(".{key}") })
    }

    /// The innermost list's name.
    pub fn list(&self) -> &'static str {
        let fields = self.segments.iter().rev().filter_map(|s| if let Segment::Field(name) = s { Some(*name) } else { None });
        let mut fields = fields;
        fields.next().unwrap_or("")
    }

    /// The first field's name.
    pub fn top(&self) -> &'static str {
        match self.segments.first() {
            Some(Segment::Field(name)) => name,
            _ => "",
        }
    }

    fn written(&self, item: impl Fn(usize, &str) -> String) -> String {
        let mut out = String::new();
        for segment in &self.segments {
            match segment {
                Segment::Field(name) => {
                    if !out.is_empty() {
                        out.push('.');
                    }
                    out.push_str(name);
                }
                Segment::Item(index, key) => out.push_str(&item(*index, key)),
            }
        }
        out
    }
}

/// What the walker calls for each leaf.
pub type Visit<'v, 'a> = dyn FnMut(&Path<'a>, &'static FieldSpec, Leaf<'a>) + 'v;

/// A value that a field can hold.
pub trait Field: Sized {
    const SHAPE: Shape;
    /// Whether a record without the field is wrong.
    const REQUIRED: bool = true;

    /// Reads the node; on a mistake reports it and gives `None`.
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self>;

    /// The value of a field that was not written; `None` where it must be.
    fn absent() -> Option<Self> {
        None
    }

    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>);

    /// The key of a list item.
    fn key(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }
}

/// The texts of one sidecar while its record is read.
pub struct SidecarTexts<'n> {
    pub lang: LangId,
    pub root: &'n Node,
}

/// Reads one file: where we are, what went wrong.
pub struct Reader<'n> {
    pub source: &'n Arc<Source>,
    pub findings: &'n mut Vec<Diagnostic>,
    /// Code of a malformed amount: `REV-04` in revenue, else `COM-03`.
    pub money_code: Code,
    path: Vec<String>,
    /// For each sidecar, the node that answers the place where we are.
    sidecars: Vec<(LangId, Option<&'n Node>)>,
}

impl<'n> Reader<'n> {
    pub fn new(source: &'n Arc<Source>, sidecars: &[SidecarTexts<'n>], money_code: Code, findings: &'n mut Vec<Diagnostic>) -> Self {
        Self { source, findings, money_code, path: Vec::new(), sidecars: sidecars.iter().map(|s| (s.lang, Some(s.root))).collect() }
    }

    pub fn span(&self, node: &Node) -> Span {
        let first_line_end = self.source.line_range(self.source.position(node.start as usize).line).end;
        let end = if node.scalar().is_some() { node.range().end } else { node.range().end.min(first_line_end) };
        Span::new(self.source, node.start as usize..end.max(node.start as usize))
    }

    pub fn error(&mut self, code: Code, message: &'static str, span: Span) -> &mut Diagnostic {
        let field = self.path.join(".");
        self.findings.push(Diagnostic::error_at(code, message, span).field(field));
        self.findings.last_mut().expect("just pushed")
    }

    pub fn value_error(&mut self, code: Code, error: ValueError, span: Span) {
        let mut finding = Diagnostic::error_at(code, error.message, span).field(self.path.join("."));
        finding.args.extend(error.args);
        self.findings.push(finding);
    }

    fn wrong_shape(&mut self, node: &Node, wanted: &Shape) {
        let span = self.span(node);
        let found = match node.value {
            Value::Scalar { .. } => "shape-text",
            Value::List(_) => "shape-list",
            Value::Map(_) => "shape-map",
        };
        let finding = self.error("COM-03", "com-03-wrong-shape", span);
        finding.args.insert("wanted", crate::diagnostic::Arg::Term(wanted.word().to_owned()));
        finding.args.insert("found", crate::diagnostic::Arg::Term(found.to_owned()));
    }

    /// The map of a struct with its unknown keys reported; `None` where it is no map.
    pub fn map(&mut self, node: &Node, spec: &'static StructSpec) -> bool {
        if !matches!(node.value, Value::Map(_)) {
            self.wrong_shape(node, &Shape::Struct(spec));
            return false;
        }
        self.unknown_keys(node, &[spec]);
        true
    }

    /// Reports keys that none of the specs knows, and keys written both in Chinese and English.
    pub fn unknown_keys(&mut self, node: &Node, specs: &[&'static StructSpec]) {
        let mut seen: Vec<(&str, Span)> = Vec::new();
        for entry in node.entries() {
            let span = Span::new(self.source, entry.key_range());
            match specs.iter().find_map(|s| s.field(&entry.key)) {
                Some(spec) => {
                    if let Some((_, first)) = seen.iter().find(|(name, _)| *name == spec.name) {
                        let first = first.clone();
                        self.findings.push(
                            Diagnostic::error_at("E104", "e104-duplicate-key", span).arg("key", entry.key.as_str()).related(first, "first"),
                        );
                    } else {
                        seen.push((spec.name, span));
                    }
                }
                None => {
                    let known = specs.iter().flat_map(|s| s.fields.iter());
                    let nearest = nearest(&entry.key, known.flat_map(|f| [f.name, f.zh]));
                    let finding = Diagnostic::error_at("COM-03", "com-03-unknown-key", span).arg("key", entry.key.as_str());
                    let finding = if let Some(near) = nearest { finding.arg("near", near) } else { finding.arg("near", "") };
                    let path = if self.path.is_empty() { entry.key.clone() } else { format!("{}.{}", self.path.join("."), entry.key) };
                    self.findings.push(finding.field(path));
                }
            }
        }
    }

    /// One field of a map: read, or absent, or reported.
    pub fn field<T: Field>(&mut self, map: &Node, spec: &'static FieldSpec) -> Option<T> {
        let entry = map.entries().iter().find(|e| e.key == spec.name || e.key == spec.zh);
        let written = entry.filter(|e| !e.value.is_empty());
        let Some(entry) = written else {
            return self.absent(map, spec, entry.map(|e| e.key_range()));
        };
        let saved: Vec<Option<&'n Node>> = self.sidecars.iter().map(|(_, node)| *node).collect();
        for (_, cursor) in &mut self.sidecars {
            *cursor = cursor.and_then(|node| {
                node.entries().iter().find(|e| e.key == spec.name || e.key == spec.zh).map(|e| &e.value).filter(|n| !n.is_empty())
            });
        }
        self.path.push(spec.name.to_owned());
        let value = T::read(&entry.value, self);
        self.path.pop();
        self.restore(saved);
        value
    }

    fn absent<T: Field>(&mut self, map: &Node, spec: &'static FieldSpec, key: Option<std::ops::Range<usize>>) -> Option<T> {
        let at = key.or_else(|| map.entries().first().map(|e| e.key_range())).unwrap_or_else(|| map.range());
        let span = Span::new(self.source, at);
        let field = if self.path.is_empty() { spec.name.to_owned() } else { format!("{}.{}", self.path.join("."), spec.name) };
        match (T::absent(), spec.need) {
            (Some(value), Need::When(sibling, values, unless)) => {
                let actual = |key: &str| map.entries().iter().find(|e| e.key == key).and_then(|e| e.value.scalar());
                let excused = unless.is_some_and(|(key, value)| actual(key) == Some(value));
                if let Some(state) = actual(sibling).filter(|a| values.contains(a) && !excused) {
                    let finding =
                        Diagnostic::warning_at("COM-03", "com-03-expected-field", span).arg("key", spec.name).arg("key_zh", spec.zh);
                    self.findings.push(finding.arg("state", state).field(field));
                }
                Some(value)
            }
            (Some(value), Need::Optional) => Some(value),
            _ => {
                let finding = Diagnostic::error_at("COM-03", "com-03-missing-field", span).arg("key", spec.name).arg("key_zh", spec.zh);
                self.findings.push(finding.field(field));
                None
            }
        }
    }

    fn restore(&mut self, saved: Vec<Option<&'n Node>>) {
        for ((_, cursor), old) in self.sidecars.iter_mut().zip(saved) {
            *cursor = old;
        }
    }

    /// The items of a list; a single value is read as a list of one, since that is surely meant.
    fn items<T: Field>(&mut self, node: &Node) -> Option<Vec<T>> {
        let single;
        let nodes: &[Node] = match &node.value {
            Value::List(items) => items,
            Value::Scalar { .. } if !matches!(T::SHAPE, Shape::Struct(_)) => {
                single = [node.clone()];
                &single
            }
            _ => {
                self.wrong_shape(node, &Shape::List(&Shape::Text));
                return None;
            }
        };
        let key_field = T::SHAPE.inner_struct().filter(|_| !T::SHAPE.is_list()).map(|s| s.key).filter(|k| !k.is_empty());
        let mut keys: Vec<(String, Span)> = Vec::new();
        let mut items = Vec::with_capacity(nodes.len());
        let mut sound = true;
        for (index, item) in nodes.iter().enumerate() {
            let key = key_field.and_then(|name| {
                let spec = T::SHAPE.inner_struct()?.field(name)?;
                item.entries().iter().find(|e| e.key == spec.name || e.key == spec.zh).map(|e| &e.value)
            });
            let key_text = key.and_then(Node::scalar).unwrap_or("").to_owned();
            if let Some(key) = key.filter(|_| !key_text.is_empty()) {
                let span = self.span(key);
                if let Some((_, first)) = keys.iter().find(|(k, _)| *k == key_text).filter(|_| !matches!(key_field, Some("rule" | "field")))
                {
                    let finding = Diagnostic::error_at("COM-01", "com-01-item-twice", span).arg("id", key_text.as_str());
                    self.findings.push(finding.related(first.clone(), "first").field(self.path.join(".")));
                    sound = false;
                } else {
                    keys.push((key_text.clone(), span));
                }
            }
            let saved: Vec<Option<&'n Node>> = self.sidecars.iter().map(|(_, node)| *node).collect();
            for (_, cursor) in &mut self.sidecars {
                *cursor = cursor.and_then(|node| match &node.value {
                    Value::List(list) => list.get(index),
                    _ => node.get(&key_text),
                });
            }
            self.path.push(if key_text.is_empty() { index.to_string() } else { key_text });
            match T::read(item, self) {
                Some(value) => items.push(value),
                None => sound = false,
            }
            self.path.pop();
            self.restore(saved);
        }
        sound.then_some(items)
    }

    /// The words of the sidecars that answer this very place.
    fn translations(&self) -> impl Iterator<Item = (LangId, &str)> {
        self.sidecars.iter().filter_map(|(lang, node)| Some((*lang, node.as_ref()?.scalar()?)))
    }
}

/// The nearest known word, if one is near enough to be meant.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (word.chars().count() / 3).clamp(1, 3);
    known.map(|k| (strsim::osa_distance(word, k), k)).filter(|(d, _)| *d <= limit).min_by_key(|(d, _)| *d).map(|(_, k)| k)
}

macro_rules! scalar_fields {
    ($($ty:ty, $shape:ident, $leaf:ident, |$v:ident| $borrow:expr;)*) => {$(
        impl Field for $ty {
            const SHAPE: Shape = Shape::$shape;
            fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
                scalar(node, at, "COM-03", &Self::SHAPE, <$ty>::parse)
            }
            fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
                let $v = self;
                visit(path, spec, Leaf::$leaf($borrow));
            }
        }
    )*};
}

scalar_fields! {
    Date, Date, Date, |v| *v;
    DateTime, DateTime, DateTime, |v| *v;
    Moment, Moment, Moment, |v| *v;
    Time, Time, Time, |v| *v;
    TimeRange, TimeRange, TimeRange, |v| *v;
    Area, Area, Area, |v| *v;
    Percent, Percent, Percent, |v| *v;
    Ref, Ref, Ref, |v| v;
    Slug, Slug, Line, |v| &v.0;
    FileName, File, File, |v| v;
}

fn scalar<T>(node: &Node, at: &mut Reader<'_>, code: Code, shape: &Shape, parse: impl Fn(&str) -> Result<T, ValueError>) -> Option<T> {
    let Some(text) = node.scalar() else {
        at.wrong_shape(node, shape);
        return None;
    };
    match parse(text) {
        Ok(value) => Some(value),
        Err(error) => {
            let span = at.span(node);
            at.value_error(code, error, span);
            None
        }
    }
}

impl Field for Money {
    const SHAPE: Shape = Shape::Money;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let code = at.money_code;
        scalar(node, at, code, &Shape::Money, Self::parse)
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        visit(path, spec, Leaf::Money(*self));
    }
}

impl Field for Weekday {
    const SHAPE: Shape = Shape::Weekday;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let parse = |t: &str| Self::parse(t).ok_or_else(|| ValueError::new("weekday-unreadable").arg("text", t));
        scalar(node, at, "COM-03", &Self::SHAPE, parse)
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        visit(path, spec, Leaf::Weekday(*self));
    }
}

impl Field for On {
    const SHAPE: Shape = Shape::On;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        scalar(node, at, "COM-03", &Self::SHAPE, Self::parse)
    }
    fn walk<'a>(&'a self, _: &mut Path<'a>, _: &'static FieldSpec, _: &mut Visit<'_, 'a>) {}
}

impl Field for bool {
    const SHAPE: Shape = Shape::Bool;
    const REQUIRED: bool = false;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        scalar(node, at, "COM-03", &Self::SHAPE, |text| match text.trim() {
            "true" | "yes" | "是" => Ok(true),
            "false" | "no" | "否" => Ok(false),
            other => Err(ValueError::new("bool-unreadable").arg("text", other)),
        })
    }
    fn absent() -> Option<Self> {
        Some(false)
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        visit(path, spec, Leaf::Bool(*self));
    }
}

impl Field for u32 {
    const SHAPE: Shape = Shape::Int;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        scalar(node, at, "COM-03", &Self::SHAPE, |text| {
            let tidy = crate::value::half_width(text);
            let plain = tidy == "0" || (!tidy.starts_with('0') && tidy.bytes().all(|b| b.is_ascii_digit()));
            let number = tidy.parse().ok().filter(|_| plain);
            number.ok_or_else(|| ValueError::new("int-unreadable").arg("text", text.trim()))
        })
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        visit(path, spec, Leaf::Int(i64::from(*self)));
    }
}

/// A line of language-neutral text: an account, a name in a register.
impl Field for String {
    const SHAPE: Shape = Shape::Line;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        scalar(node, at, "COM-03", &Self::SHAPE, |text| Ok(text.trim().to_owned()))
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        visit(path, spec, Leaf::Line(self));
    }
}

impl Field for Text {
    const SHAPE: Shape = Shape::Text;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let text = scalar(node, at, "COM-03", &Self::SHAPE, |text| Ok(Text::new(text.trim())))?;
        Some(at.translations().fold(text, |text, (lang, words)| text.with(lang, words.trim())))
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        visit(path, spec, Leaf::Text(self));
    }
}

/// A reference, or text where there is no record to point to.
#[derive(Debug, Clone, PartialEq)]
pub enum RefOrText {
    Ref(Ref),
    Text(Text),
}

impl Field for RefOrText {
    const SHAPE: Shape = Shape::RefOrText;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        match node.scalar().map(Ref::parse) {
            Some(Ok(reference)) => Some(Self::Ref(reference)),
            _ => Text::read(node, at).map(Self::Text),
        }
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        match self {
            Self::Ref(r) => r.walk(path, spec, visit),
            Self::Text(t) => t.walk(path, spec, visit),
        }
    }
}

impl<T: Field> Field for Option<T> {
    const SHAPE: Shape = T::SHAPE;
    const REQUIRED: bool = false;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        T::read(node, at).map(Some)
    }
    fn absent() -> Option<Self> {
        Some(None)
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        if let Some(value) = self {
            value.walk(path, spec, visit);
        }
    }
}

impl<T: Field> Field for Vec<T> {
    const SHAPE: Shape = Shape::List(&T::SHAPE);
    const REQUIRED: bool = false;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        at.items(node)
    }
    fn absent() -> Option<Self> {
        Some(Vec::new())
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        for (index, item) in self.iter().enumerate() {
            let key = item.key();
            path.segments.push(Segment::Item(index, key.clone()));
            if T::SHAPE.inner_struct().is_some() {
                visit(path, spec, Leaf::Item(key));
            }
            item.walk(path, spec, visit);
            path.segments.pop();
        }
    }
}

/// A list that must be written, if only as `[]`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Written<T>(pub Vec<T>);

/// A list that must have an item.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AtLeastOne<T>(pub Vec<T>);

macro_rules! list_wrappers {
    ($($name:ident, $keep:expr;)*) => {$(
        impl<T> std::ops::Deref for $name<T> {
            type Target = [T];
            fn deref(&self) -> &[T] {
                &self.0
            }
        }
        impl<T: Field> Field for $name<T> {
            const SHAPE: Shape = Shape::List(&T::SHAPE);
            fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
                let items = Vec::read(node, at)?;
                let keep: fn(&[T]) -> bool = $keep;
                if keep(&items) {
                    return Some(Self(items));
                }
                let span = at.span(node);
                at.error("COM-03", "com-03-empty-list", span);
                None
            }
            fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
                self.0.walk(path, spec, visit);
            }
        }
    )*};
}
list_wrappers! {
    Written, |_| true;
    AtLeastOne, |items| !items.is_empty();
}

/// Declares a codelist: `Name "list" { Variant = "code" "中文", … }`.
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident $list:literal { $($variant:ident = $code:literal $zh:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = concat!("`", $code, "` ", $zh)] $variant),+ }

        impl $name {
            pub const LIST: $crate::record::field::CodeList =
                $crate::record::field::CodeList { name: $list, codes: &[$(($code, $zh)),+] };

            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl $crate::record::field::Field for $name {
            const SHAPE: $crate::record::field::Shape = $crate::record::field::Shape::Code(&Self::LIST);
            fn read(node: &$crate::yaml::Node, at: &mut $crate::record::field::Reader<'_>) -> Option<Self> {
                let index = $crate::record::field::read_code(node, at, &Self::LIST)?;
                [$(Self::$variant),+].get(index).copied()
            }
            fn walk<'a>(
                &'a self,
                path: &mut $crate::record::field::Path<'a>,
                spec: &'static $crate::record::field::FieldSpec,
                visit: &mut $crate::record::field::Visit<'_, 'a>,
            ) {
                visit(path, spec, $crate::record::field::Leaf::Code($list, self.code()));
            }
        }
    };
}

/// Position of the code (or its Chinese word) in its list.
pub fn read_code(node: &Node, at: &mut Reader<'_>, list: &'static CodeList) -> Option<usize> {
    let Some(text) = node.scalar() else {
        at.wrong_shape(node, &Shape::Code(list));
        return None;
    };
    let text = text.trim();
    let found = list.codes.iter().position(|(code, zh)| *code == text || *zh == text);
    if found.is_none() {
        let span = at.span(node);
        let near = nearest(text, list.codes.iter().flat_map(|(code, zh)| [*code, *zh])).unwrap_or("");
        let finding = at.error("COM-03", "com-03-unknown-code", span);
        finding.args.insert("text", text.into());
        finding.args.insert("near", near.into());
        finding.args.insert("codes", crate::diagnostic::Arg::OneOf(list.codes.iter().map(|(code, _)| (*code).to_owned()).collect()));
    }
    found
}

/// Declares a struct of fields. Each field: `[COL "kinds"? need?] name (as "key")? "中文键": Type = "English doc" / "中文说明";`
/// where COL is N, T, C, R or P, and need is `if sibling in a | b unless other is c` (expected then).
#[macro_export]
macro_rules! fields {
    ($(#[$meta:meta])* $name:ident $(keyed $key:ident)? {
        $([$col:ident $($refs:literal)? $(if $sibling:ident in $($value:ident)|+ $(unless $other:ident is $excuse:ident)?)?] $field:ident $(as $name_as:literal)? $zh:literal : $ty:ty = $en:literal / $doc:literal ;)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        pub struct $name { $(#[doc = $en] pub $field: $ty),+ }

        impl $name {
            pub const SPEC: $crate::record::field::StructSpec = $crate::record::field::StructSpec {
                key: $crate::fields!(@key $($key)?),
                fields: &[$($crate::record::field::FieldSpec {
                    name: $crate::fields!(@name $field $($name_as)?),
                    zh: $zh,
                    col: $crate::record::field::Col::$col,
                    need: $crate::fields!(@need $ty $(, $sibling ($($value)+) ($($other $excuse)?))?),
                    shape: <$ty as $crate::record::field::Field>::SHAPE,
                    refs: $crate::fields!(@refs $($refs)?),
                    doc_en: $en,
                    doc_zh: $doc,
                }),+],
            };
        }

        impl $crate::record::field::Field for $name {
            const SHAPE: $crate::record::field::Shape = $crate::record::field::Shape::Struct(&Self::SPEC);

            fn read(node: &$crate::yaml::Node, at: &mut $crate::record::field::Reader<'_>) -> Option<Self> {
                if !at.map(node, &Self::SPEC) {
                    return None;
                }
                Self::read_fields(node, at)
            }

            fn walk<'a>(
                &'a self,
                path: &mut $crate::record::field::Path<'a>,
                _: &'static $crate::record::field::FieldSpec,
                visit: &mut $crate::record::field::Visit<'_, 'a>,
            ) {
                self.walk_fields(path, visit);
            }

            $crate::fields!(@keyfn $($key)?);
        }

        impl $name {
            /// Reads the fields of a map whose keys were checked already.
            pub fn read_fields(node: &$crate::yaml::Node, at: &mut $crate::record::field::Reader<'_>) -> Option<Self> {
                let mut specs = Self::SPEC.fields.iter();
                $(let $field = specs.next().and_then(|spec| at.field::<$ty>(node, spec));)+
                Some(Self { $($field: $field?),+ })
            }

            /// Calls `visit` for every leaf in order of declaration.
            pub fn walk_fields<'a>(&'a self, path: &mut $crate::record::field::Path<'a>, visit: &mut $crate::record::field::Visit<'_, 'a>) {
                let mut specs = Self::SPEC.fields.iter();
                $(if let Some(spec) = specs.next() {
                    path.enter(spec.name);
                    $crate::record::field::Field::walk(&self.$field, path, spec, visit);
                    path.leave();
                })+
            }
        }
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
    (@key) => { "" };
    (@key $key:ident) => { stringify!($key) };
    (@refs) => { "" };
    (@refs $refs:literal) => { $refs };
    (@need $ty:ty) => {
        if <$ty as $crate::record::field::Field>::REQUIRED {
            $crate::record::field::Need::Required
        } else {
            $crate::record::field::Need::Optional
        }
    };
    (@need $ty:ty, $sibling:ident ($($value:ident)+) ()) => {
        $crate::record::field::Need::When(stringify!($sibling), &[$(stringify!($value)),+], None)
    };
    (@need $ty:ty, $sibling:ident ($($value:ident)+) ($other:ident $excuse:ident)) => {
        $crate::record::field::Need::When(stringify!($sibling), &[$(stringify!($value)),+], Some((stringify!($other), stringify!($excuse))))
    };
    (@keyfn) => {};
    (@keyfn $key:ident) => {
        fn key(&self) -> std::borrow::Cow<'_, str> {
            $crate::record::field::AsKey::as_key(&self.$key)
        }
    };
}

/// Values that can key a list item.
pub trait AsKey {
    fn as_key(&self) -> Cow<'_, str>;
}

impl AsKey for Slug {
    fn as_key(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
}

impl AsKey for FileName {
    fn as_key(&self) -> Cow<'_, str> {
        Cow::Borrowed(&self.0)
    }
}

impl AsKey for String {
    fn as_key(&self) -> Cow<'_, str> {
        Cow::Borrowed(self)
    }
}

impl AsKey for Date {
    fn as_key(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

impl AsKey for u32 {
    fn as_key(&self) -> Cow<'_, str> {
        Cow::Owned(self.to_string())
    }
}

impl<T: AsKey> AsKey for Option<T> {
    fn as_key(&self) -> Cow<'_, str> {
        self.as_ref().map_or(Cow::Borrowed(""), AsKey::as_key)
    }
}

impl<'a> Path<'a> {
    pub fn enter(&mut self, field: &'static str) {
        self.segments.push(Segment::Field(field));
    }

    pub fn leave(&mut self) {
        self.segments.pop();
    }
}

crate::fields! {
    /// A span of days, both included.
    DayFields {
        [N] from "起": Date = "First day." / "第一天";
        [N] to "止": Date = "Last day, included." / "最后一天（含当天）";
    }
}

crate::fields! {
    /// A span of time; days count whole.
    MomentFields {
        [N] from "起": Moment = "Start, a day or a minute." / "开始（日期，或日期加时间）";
        [N] to "止": Option<Moment> = "End, a day or a minute." / "结束（日期，或日期加时间）";
    }
}

/// `起 到 止` on one line means the same as `{ from, to }`.
fn two_ends(node: &Node) -> Option<(String, String)> {
    let text = node.scalar()?;
    let (from, to) = text.split_once(['到', '至', '~', '～'])?;
    Some((from.trim().to_owned(), to.trim().to_owned()))
}

impl Field for DatePeriod {
    const SHAPE: Shape = Shape::Struct(&DayFields::SPEC);
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let span = at.span(node.get("to").or_else(|| node.get("止")).unwrap_or(node));
        let (from, to) = match two_ends(node) {
            Some((from, to)) => match (Date::parse(&from), Date::parse(&to)) {
                (Ok(from), Ok(to)) => (from, to),
                (Err(error), _) | (_, Err(error)) => {
                    at.value_error("COM-03", error, span);
                    return None;
                }
            },
            None => DayFields::read(node, at).map(|f| (f.from, f.to))?,
        };
        if from > to {
            at.error("COM-03", "com-03-period-order", span);
            return None;
        }
        Some(Self { from, to })
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        for (name, date) in [("from", self.from), ("to", self.to)] {
            path.enter(name);
            visit(path, spec, Leaf::Date(date));
            path.leave();
        }
    }
}

impl Field for MomentPeriod {
    const SHAPE: Shape = Shape::Struct(&MomentFields::SPEC);
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let span = at.span(node.get("to").or_else(|| node.get("止")).unwrap_or(node));
        let period = match two_ends(node) {
            Some((from, to)) => {
                let from = Moment::parse(&from);
                // `2026-06-18 14:00 到 20:00`: the same day is surely meant.
                let to = Moment::parse(&to).or_else(|error| match (&from, Time::parse(&to)) {
                    (Ok(Moment::Minute(start)), Ok(time)) => Ok(Moment::Minute(DateTime { date: start.date, time })),
                    _ => Err(error),
                });
                match (from, to) {
                    (Ok(from), Ok(to)) => Self { from, to: Some(to) },
                    (Err(error), _) | (_, Err(error)) => {
                        at.value_error("COM-03", error, span);
                        return None;
                    }
                }
            }
            None => MomentFields::read(node, at).map(|f| Self { from: f.from, to: f.to })?,
        };
        if period.to.is_some_and(|to| to.end() < period.from.start()) {
            at.error("COM-03", "com-03-period-order", span);
            return None;
        }
        Some(period)
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        for (name, moment) in [("from", Some(self.from)), ("to", self.to)] {
            if let Some(moment) = moment {
                path.enter(name);
                visit(path, spec, Leaf::Moment(moment));
                path.leave();
            }
        }
    }
}
