//! What a declaration of fields says, as data: names, needs, shapes, documentation.
//!
//! Always: the Chinese key and the English key mean the same field.

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
    DailyHours,
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

/// Whether `published.lock` holds the value of a field, once published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locking {
    /// By its type: figures, dates and times are held, texts are not.
    ByType,
    /// Although it is a text.
    Figure,
    /// Never: it changes as a matter of course.
    Moving,
    /// Only once this sibling is written.
    MovingUntil(&'static str),
    /// Only once the day is over; of a period only its last day moves.
    MovingEnd,
    /// It may change where this sibling keeps the value of before.
    KeptIn(&'static str),
}

/// One declared field.
#[derive(Debug, PartialEq)]
pub struct FieldSpec {
    pub name: &'static str,
    /// The Chinese key that may be typed instead.
    pub zh: &'static str,
    /// Personal: published only with `consent: true` or in a public office.
    pub personal: bool,
    pub need: Need,
    pub shape: Shape,
    /// Kinds (folders) a reference may name, separated by `|`; `*` for any; `#list` asks for an item of that list.
    pub refs: &'static str,
    pub locking: Locking,
    pub doc_en: &'static str,
    pub doc_zh: &'static str,
}

/// The fields of one struct.
#[derive(Debug, PartialEq)]
pub struct StructSpec {
    /// The natural or given key of list items (`id`, `no`, `date`, `file`, `rule`); empty for none.
    pub key: &'static str,
    /// The text by which other pages call an item; empty for none.
    pub title: &'static str,
    pub fields: &'static [FieldSpec],
}

impl StructSpec {
    /// A span of days or of time: `from` and `to` alone.
    pub fn is_period(&self) -> bool {
        matches!(self.fields, [from, to] if from.name == "from" && to.name == "to")
    }

    pub fn field(&self, key: &str) -> Option<&'static FieldSpec> {
        self.fields.iter().find(|f| f.name == key || f.zh == key)
    }
}

/// A field at the end of a path.
#[derive(Debug, Clone, Copy)]
pub struct Declared {
    /// As the walk gives it; of an end of a period, that of the period.
    pub spec: &'static FieldSpec,
    /// What stands there.
    pub shape: &'static Shape,
}

/// The field that a public path (English names, keys of items) leads to.
pub fn declared(specs: &[&'static StructSpec], path: &str) -> Option<Declared> {
    let mut specs = specs.to_vec();
    let mut found: Option<Declared> = None;
    let mut in_list = false;
    for part in path.split('.') {
        if std::mem::take(&mut in_list) {
            continue;
        }
        let spec = specs.iter().find_map(|s| s.field(part))?;
        let outer = found.map(|f| f.spec).filter(|f| matches!(f.shape, Shape::Struct(inner) if inner.is_period()));
        found = Some(Declared { spec: outer.unwrap_or(spec), shape: spec.shape.item() });
        in_list = spec.shape.has_items();
        specs = spec.shape.inner_struct().into_iter().collect();
    }
    found
}

/// A public path with the Chinese names of its fields.
pub fn chinese(specs: &[&'static StructSpec], path: &str) -> String {
    let mut specs = specs.to_vec();
    let mut in_list = false;
    let mut out = String::with_capacity(path.len() * 2);
    for part in path.split('.') {
        let spec = if std::mem::take(&mut in_list) { None } else { specs.iter().find_map(|s| s.field(part)) };
        if !out.is_empty() {
            out.push('.');
        }
        out.push_str(spec.map_or(part, |s| s.zh));
        if let Some(spec) = spec {
            in_list = spec.shape.has_items();
            specs = spec.shape.inner_struct().into_iter().collect();
        }
    }
    out
}

/// A step of a written path: a field by its English name, or an item of a list as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step<'p> {
    Field(&'static str),
    Item(&'p str),
    /// Nothing of that name is declared.
    Unknown(&'p str),
}

/// A path as people write it, its fields under either of their names.
pub fn steps<'p>(specs: &[&'static StructSpec], written: &'p str) -> Vec<Step<'p>> {
    let mut specs = specs.to_vec();
    let mut in_list = false;
    let mut steps = Vec::new();
    for part in written.split('.') {
        if std::mem::take(&mut in_list) {
            steps.push(Step::Item(part));
            continue;
        }
        let Some(spec) = specs.iter().find_map(|s| s.field(part)) else {
            steps.push(Step::Unknown(part));
            specs.clear();
            continue;
        };
        in_list = spec.shape.has_items();
        specs = spec.shape.inner_struct().into_iter().collect();
        steps.push(Step::Field(spec.name));
    }
    steps
}

impl Shape {
    /// Whether a path leads on through an item.
    fn has_items(&self) -> bool {
        match self {
            Self::List(_) => true,
            Self::Either(a, b) => a.has_items() || b.has_items(),
            _ => false,
        }
    }

    /// The struct inside, through lists and alternatives.
    pub fn inner_struct(&self) -> Option<&'static StructSpec> {
        match self {
            Self::Struct(spec) => Some(spec),
            Self::List(inner) => inner.inner_struct(),
            Self::Either(a, b) => a.inner_struct().or_else(|| b.inner_struct()),
            _ => None,
        }
    }

    /// What stands in a list, else the shape itself.
    fn item(&'static self) -> &'static Self {
        match self {
            Self::List(inner) => inner.item(),
            other => other,
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
            Self::TimeRange | Self::DailyHours => "shape-time-range",
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
