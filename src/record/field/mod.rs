//! Fields, declared once: one declaration makes the struct, the reader, the walker, the table behind the
//! docs, the sidecar whitelist and the templates of `new`.
//!
//! In: a YAML tree with places, and the trees of the sidecars. Out: typed structs, and every mistake of
//! the file at once. Always: a struct exists only when all it must have was read; nothing stops early.
//!
//! - `table.rs`: what a declaration says, as data
//! - `walk.rs`: every leaf of a record with its path
//! - `reader.rs`: reads maps and lists, and says what is wrong
//! - `values.rs`, `periods.rs`: how each value type is read
//! - `declare.rs`: the macros `codes!` and `fields!`

mod declare;
mod periods;
mod reader;
mod table;
mod values;
mod walk;

use std::borrow::Cow;

use crate::yaml::Node;

pub use crate::diagnostic::nearest;
pub use declare::{AsKey, read_code};
pub use reader::{Reader, Reference, SidecarTexts, comment, hangs, lost_text};
pub use table::{CodeList, Declared, FieldSpec, Locking, Need, Shape, Step, StructSpec, chinese, declared, steps};
pub use values::{Explicit, NonEmpty, Personal, RefOrText};
pub use walk::{Leaf, Path, Visit};

/// A value that a field can hold.
pub trait Field: Sized {
    const SHAPE: Shape;
    /// Whether a record without the field is wrong.
    const REQUIRED: bool = true;
    /// Whether it is published only with `consent: true` or in a public office.
    const PERSONAL: bool = false;

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
