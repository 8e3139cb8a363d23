//! Organizations as written and as shown: the sample has no findings, and each slip is found where it stands.

use super::KIND;
use super::rules::uscc_check;
use crate::record::test_support::{EN, Stub, date, sample};
use crate::value::{LangId, RecordId};

const ZH: LangId = LangId::PRIMARY;

const COMMITTEE: &str = "\
title: 榕荫社区居民委员会
published: 2025-05-01
type: residents_committee
parent: organizations/subdistrict
covers: [places/rongyin]
roles: [{ id: director, role: director, name: 岩温, term: { from: 2024-01-01, to: 2028-12-31 }, public: true }]
member_count: [{ date: 2025-05-01, n: 7 }]
contact: { phone: 0691-000-0000, hours: 工作日 8:30–17:30, address: 榕荫路 8 号 }
";

fn with(changes: &[(&str, &str)]) -> String {
    changes.iter().fold(COMMITTEE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "the sample does not say {from}");
        text.replacen(from, to, 1)
    })
}

#[test]
fn the_sample_of_the_contracts_is_read_without_findings() {
    assert_eq!(sample(&KIND, COMMITTEE).findings, Vec::<String>::new());
}

#[test]
fn the_check_character_follows_the_standard() {
    // The worked example of GB 32100-2015, and it with one character changed.
    assert_eq!(uscc_check("91350100M000100Y4"), Some('3'));
    assert_eq!(uscc_check("91350100M000100Y5"), Some('6'));
    assert_eq!(uscc_check("9135010OM000100Y4"), None);
}

#[test]
fn each_slip_is_named_at_its_figure() {
    let code = |text: &str| with(&[("covers:", &format!("uscc: \"{text}\"\ncovers:"))]);
    let cases: Vec<(String, &[&str])> = vec![
        (code("91350100M000100Y43"), &[]),
        (code("91350100M000100Y44"), &["error ORG-01 uscc org-01-check"]),
        (code("91350100M000100Y4"), &["error ORG-01 uscc org-01-shape"]),
        (code("91350100m000100Y43"), &["error ORG-01 uscc org-01-shape"]),
        (code("9135010OM000100Y43"), &["error ORG-01 uscc org-01-shape"]),
        (code("九一三五零零"), &["error ORG-01 uscc org-01-shape"]),
        (with(&[("type: residents_committee\n", "")]), &["error COM-03 type com-03-missing-field"]),
        (with(&[("type: residents_committee", "type: 居委会")]), &[]),
        (with(&[("type: residents_committee", "type: club")]), &["error COM-03 type com-03-unknown-code"]),
        (with(&[("phone: 0691-000-0000, ", "")]), &["error COM-03 contact.phone com-03-missing-field"]),
        (with(&[("contact: {", "contacts: {")]), &["error COM-03 contacts com-03-unknown-key"]),
        (with(&[("to: 2028-12-31", "to: 2023-12-31")]), &["error COM-03 roles.director.term com-03-period-order"]),
        (with(&[("n: 7", "n: seven")]), &["error COM-03 member_count.0.n int-unreadable"]),
        (with(&[("parent: organizations/subdistrict", "parent: 街道办")]), &["error COM-03 parent ref-shape"]),
    ];
    for (front, expected) in cases {
        assert_eq!(sample(&KIND, &front).findings, expected, "{front}");
    }
}

#[test]
fn names_are_shown_in_public_office_or_with_consent_only() {
    let page = |front: &str| sample(&KIND, front).text(ZH, &Stub::default());
    assert!(page(COMMITTEE).contains("负责人: 岩温 · 主任"));
    let private = with(&[(", public: true", "")]);
    assert!(!page(&private).contains("岩温"), "{}", page(&private));
    assert!(page(&private).contains("#director 主任 | — |  | 2024年1月1日至2028年12月31日"));
    assert!(page(&with(&[("public: true", "consent: true")])).contains("岩温"));
}

#[test]
fn the_page_says_who_how_to_reach_and_where_it_stands() {
    let mut records = Stub::default().title("organizations/subdistrict", "榕城街道办事处", "Rongcheng Subdistrict Office");
    records.children = vec![RecordId::new("organizations", "volunteers"), RecordId::new("organizations", "sample")];
    let committee = sample(&KIND, COMMITTEE);
    let zh = committee.text(ZH, &records);
    for line in [
        "tags: 居民委员会",
        "headline: 0691-000-0000<tel:06910000000>",
        "办公时间: 工作日 8:30–17:30",
        "上级: 榕城街道办事处<../subdistrict/>",
        "成员人数: 7 人 · 2025年5月1日",
        "* 榕城街道办事处<../subdistrict/>",
        "    * organizations/volunteers<../volunteers/>",
    ] {
        assert!(zh.lines().any(|l| l == line), "no line {line} in\n{zh}");
    }
    assert!(committee.text(EN, &records).contains("Office hours: [zh-Hans]工作日 8:30–17:30"));
}

#[test]
fn a_term_without_an_end_is_not_over_and_is_no_deadline() {
    let open = sample(&KIND, &with(&[("term: { from: 2024-01-01, to: 2028-12-31 }", "term: 自2024年1月1日起")]));
    assert_eq!(open.findings, Vec::<String>::new());
    assert_eq!(open.facets().deadlines, Vec::new());
    let page = open.text(ZH, &Stub::default());
    assert!(page.contains("负责人: 岩温 · 主任") && page.contains("| 2024年1月1日起"), "{page}");
}

#[test]
fn terms_of_office_are_deadlines() {
    let facets = sample(&KIND, COMMITTEE).facets();
    let terms: Vec<_> = facets.deadlines.iter().map(|d| (d.what.code(), d.at.as_str(), d.until)).collect();
    assert_eq!(terms, [("term", "roles[0].term.to", date("2028-12-31"))]);
}
