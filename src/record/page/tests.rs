//! Plain pages as written: the envelope is enough, and a key of another kind is a slip.

use super::KIND;
use crate::record::test_support::{Stub, sample};
use crate::value::LangId;

const ABOUT: &str = "title: 关于本站\npublished: 2026-01-05\n";

#[test]
fn a_plain_page_needs_the_envelope_only() {
    let page = sample(&KIND, ABOUT);
    assert_eq!(page.findings, Vec::<String>::new());
    assert_eq!(page.text(LangId::PRIMARY, &Stub::default()).trim(), "tags: \nheadline:");
}

#[test]
fn a_field_of_another_kind_is_unknown() {
    let page = sample(&KIND, &format!("{ABOUT}opening: 0.00\n"));
    assert_eq!(page.findings, ["error COM-03 opening com-03-unknown-key"]);
}
