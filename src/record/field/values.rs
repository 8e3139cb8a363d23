//! How each value type is read from a scalar, and lists and options of them.
//!
//! Always: the value type parses itself; here stands only what a field adds.

use super::walk::Segment;
use super::{Field, FieldSpec, Leaf, Path, Reader, Shape, Visit};
use crate::diagnostic::{Code, Diagnostic};
use crate::value::{
    Area, DailyHours, Date, DateTime, FileName, Moment, Money, On, Percent, Ref, Slug, Text, Time, TimeRange, ValueError, Weekday,
};
use crate::yaml::Node;

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
    DailyHours, DailyHours, DailyHours, |v| *v;
    Area, Area, Area, |v| *v;
    Percent, Percent, Percent, |v| *v;
    Slug, Slug, Line, |v| &v.0;
    FileName, File, File, |v| v;
}

impl Field for Ref {
    const SHAPE: Shape = Shape::Ref;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        let reference = scalar(node, at, "COM-03", &Self::SHAPE, Self::parse)?;
        at.refers(&reference, node);
        Some(reference)
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        visit(path, spec, Leaf::Ref(self));
    }
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
            if let Some(value) = unquoted(text).and_then(|inner| parse(inner).ok()) {
                at.findings.push(Diagnostic::warning_at("COM-03", "com-03-curly-quotes", span));
                return Some(value);
            }
            at.value_error(code, error, span);
            None
        }
    }
}

/// What stands within the quotation marks of Chinese: no value but a text is written with them.
pub(super) fn unquoted(text: &str) -> Option<&str> {
    let text = text.trim();
    let pairs = [('“', '”'), ('‘', '’'), ('「', '」'), ('『', '』'), ('＂', '＂'), ('”', '”'), ('“', '“')];
    pairs.into_iter().find_map(|(open, close)| text.strip_prefix(open)?.strip_suffix(close)).map(str::trim)
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
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        visit(path, spec, Leaf::On(*self));
    }
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
        if node.is_plain() {
            at.lost_comment(node.range(), false);
        }
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
        if node.is_plain() {
            at.lost_comment(node.range(), true);
        }
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
            Some(Ok(reference)) => {
                at.refers(&reference, node);
                Some(Self::Ref(reference))
            }
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

/// A value about a person, such as a name: published only with `consent: true` or in a public office.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Personal<T>(pub T);

impl<T> std::ops::Deref for Personal<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Field> Field for Personal<T> {
    const SHAPE: Shape = T::SHAPE;
    const REQUIRED: bool = T::REQUIRED;
    const PERSONAL: bool = true;
    fn read(node: &Node, at: &mut Reader<'_>) -> Option<Self> {
        T::read(node, at).map(Self)
    }
    fn absent() -> Option<Self> {
        T::absent().map(Self)
    }
    fn walk<'a>(&'a self, path: &mut Path<'a>, spec: &'static FieldSpec, visit: &mut Visit<'_, 'a>) {
        self.0.walk(path, spec, visit);
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
pub struct Explicit<T>(pub Vec<T>);

/// A list that must have an item.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NonEmpty<T>(pub Vec<T>);

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
    Explicit, |_| true;
    NonEmpty, |items| !items.is_empty();
}
