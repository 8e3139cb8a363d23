//! Names: identifiers are standard terms, not private words of the project.
//!
//! In: all Rust code. Out: identifiers that tell a newcomer nothing, with the name to use. Always: only whole identifiers count.
//! Everyday words of the domain (a meeting that was held, a room, a posting) are not in the table.

use super::{Breach, all_code, hold};

/// An identifier, and the names that say what it is.
const FORBIDDEN: &[(&str, &str)] = &[
    ("AtLeastOne", "NonEmpty"),
    ("Deck", "RowCache"),
    ("Desk", "PageCx, Session"),
    ("Filler", "BodyFiller"),
    ("Ingredient", "DepKey"),
    ("Lender", "FallbackLanguage"),
    ("Loose", "PartialRecord"),
    ("Remains", "CachedBundle"),
    ("Rests", "DecisionClaim"),
    ("Reviewed", "Analysis"),
    ("Shelf", "Records, IndexPart"),
    ("Sitting", "MeetingOccurrence"),
    ("Told", "Notifications, or what the findings are"),
    ("bones", "front_without_titles"),
    ("desk", "page_cx, session"),
    ("judge", "resolve"),
    ("lent", "fallback_word"),
    ("remains", "cached"),
    ("settle", "the operation: resolve_…, remove_…"),
    ("shelf", "records"),
];

#[test]
fn identifiers_are_standard_terms() {
    let mut breaches = Vec::new();
    for file in all_code() {
        for (name, better) in FORBIDDEN {
            breaches.extend(file.finds_words(name).map(|at| Breach::at(file, at, format!("`{name}`: such as {better}"))));
        }
    }
    hold(breaches, "name the thing as other programs of its kind do; comments and ARCHITECTURE.md may use a picture, names may not.");
}
