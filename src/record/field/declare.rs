//! The macros that declare codelists and structs of fields, and what their expansions call.
//!
//! Always: a declaration is the only place where a field's name, type, need and documentation stand.

use std::borrow::Cow;

use super::{CodeList, Reader, Shape, nearest};
use crate::value::{Date, FileName, Slug};
use crate::yaml::Node;

/// Declares a codelist: `Name "list" { Variant = "code" "中文", … }`.
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident $list:literal { $($variant:ident = $code:literal $zh:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(unreachable_pub, reason = "a list may be in the module of its kind")]
        pub enum $name { $(#[doc = concat!("`", $code, "` ", $zh)] $variant),+ }

        #[allow(unreachable_pub, reason = "a list may be in the module of its kind")]
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
    let find = |text: &str| list.codes.iter().position(|(code, zh)| *code == text || *zh == text);
    let found = find(text).or_else(|| {
        let inner = super::values::unquoted(text).and_then(find)?;
        let span = at.span(node);
        at.findings.push(crate::diagnostic::Diagnostic::warning_at("COM-03", "com-03-curly-quotes", span));
        Some(inner)
    });
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

/// Declares a struct of fields: `Name (keyed id)? (titled title)? { … }`. `keyed` names the field by which an item of a list
/// is addressed, `titled` the text by which other pages call it.
///
/// Each field: `(["kinds"? need? (; locking)?])? name (as "key")? "中文键": Type = "English doc" / "中文说明";` where `"kinds"` are
/// the folders that a reference may name, need is `if sibling in a | b unless other is c`: the field is expected then; and locking
/// is `moving`, `moving until sibling`, `moving end`, `kept in sibling` or `figure` ([`super::Locking`]).
#[macro_export]
macro_rules! fields {
    ($(#[$meta:meta])* $name:ident $(keyed $key:ident)? $(titled $title:ident)? {
        $($([$($refs:literal)? $(if $sibling:ident in $($value:ident)|+ $(unless $other:ident is $excuse:ident)?)? $(; $($locking:ident)+)?])? $field:ident $(as $name_as:literal)? $zh:literal : $ty:ty = $en:literal / $doc:literal ;)+
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[allow(unreachable_pub, reason = "the fields of a kind are within its module, those of the envelope are not")]
        pub struct $name { $(#[doc = $en] pub $field: $ty),+ }

        #[allow(unreachable_pub, reason = "as for the fields")]
        impl $name {
            pub const SPEC: $crate::record::field::StructSpec = $crate::record::field::StructSpec {
                key: $crate::fields!(@key $($key)?),
                title: $crate::fields!(@key $($title)?),
                fields: &[$($crate::record::field::FieldSpec {
                    name: $crate::fields!(@name $field $($name_as)?),
                    zh: $zh,
                    personal: <$ty as $crate::record::field::Field>::PERSONAL,
                    need: $crate::fields!(@need $ty $($(, $sibling ($($value)+) ($($other $excuse)?))?)?),
                    shape: <$ty as $crate::record::field::Field>::SHAPE,
                    refs: $crate::fields!(@refs $($($refs)?)?),
                    locking: $crate::fields!(@locking $($($($locking)+)?)?),
                    doc_en: $en,
                    doc_zh: $doc,
                }),+],
            };
        }

        $(const _: fn(&$name) = |item| {
            // The title is a field of the struct.
            let _ = &item.$title;
        };)?

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

        #[allow(unreachable_pub, reason = "as for the fields")]
        impl $name {
            /// Reads the fields of a map whose keys were checked already.
            pub fn read_fields(node: &$crate::yaml::Node, at: &mut $crate::record::field::Reader<'_>) -> Option<Self> {
                let mut specs = Self::SPEC.fields.iter();
                $(let $field = specs.next().and_then(|spec| at.field::<$ty>(node, &Self::SPEC, spec));)+
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
    (@locking) => { $crate::record::field::Locking::ByType };
    (@locking figure) => { $crate::record::field::Locking::Figure };
    (@locking moving) => { $crate::record::field::Locking::Moving };
    (@locking moving end) => { $crate::record::field::Locking::MovingEnd };
    (@locking moving until $sibling:ident) => { $crate::record::field::Locking::MovingUntil(stringify!($sibling)) };
    (@locking kept in $sibling:ident) => { $crate::record::field::Locking::KeptIn(stringify!($sibling)) };
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
