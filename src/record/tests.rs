//! What holds for every kind of the table: a kind that is added is tested by being there.

use std::collections::BTreeSet;

use super::KINDS;
use super::envelope::Envelope;
use super::field::StructSpec;
use super::test_support::{missing_words, sample};

/// The structs of all records, each with the path that leads to it.
fn structs() -> Vec<(String, &'static StructSpec)> {
    let mut all: Vec<(String, &StructSpec)> = KINDS.iter().map(|kind| (kind.name.to_owned(), kind.spec)).collect();
    all.push(("envelope".to_owned(), &Envelope::SPEC));
    let mut at = 0;
    while at < all.len() {
        let (path, spec) = all[at].clone();
        all.extend(spec.fields.iter().filter_map(|field| Some((format!("{path}.{}", field.name), field.shape.inner_struct()?))));
        at += 1;
    }
    all
}

#[test]
fn what_new_writes_is_read_without_findings() {
    for kind in KINDS {
        let fields: String = kind.sample.iter().map(|(key, value)| format!("{key}: {value}\n")).collect();
        let front = format!("title: 标题\npublished: 2026-04-01\n{fields}");
        assert_eq!(sample(kind, &front).findings, Vec::<String>::new(), "{}", kind.name);
    }
}

#[test]
fn every_label_and_code_has_its_word_in_both_languages() {
    for kind in KINDS {
        assert_eq!(missing_words(kind), Vec::<String>::new(), "{}", kind.name);
    }
}

#[test]
fn a_key_and_a_title_are_fields_and_a_title_has_a_key() {
    for (path, spec) in structs() {
        for name in [spec.key, spec.title].into_iter().filter(|name| !name.is_empty()) {
            assert!(spec.field(name).is_some(), "{path} has no field {name}");
        }
        assert!(spec.title.is_empty() || !spec.key.is_empty(), "{path} has a title and no key: nothing can name its items");
    }
}

#[test]
fn a_personal_field_is_no_title() {
    for (path, spec) in structs() {
        let personal = spec.fields.iter().any(|field| field.personal && field.name == spec.title);
        assert!(!personal, "{path}: other pages would show {} without asking for consent", spec.title);
    }
}

#[test]
fn names_of_kinds_and_fields_are_told_apart() {
    let names: Vec<&str> = KINDS.iter().flat_map(|k| k.aliases.iter().copied().chain([k.folder, k.name])).collect();
    let both = KINDS.iter().filter(|k| k.folder == k.name).count();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len() + both, names.len(), "{names:?}");
    for kind in KINDS {
        for field in kind.spec.fields {
            for name in [field.name, field.zh] {
                assert!(Envelope::SPEC.field(name).is_none(), "{}: the envelope has a field {name}", kind.name);
            }
        }
    }
}
