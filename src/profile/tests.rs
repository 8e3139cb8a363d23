//! The embedded profiles, profiles of a site that extend them, and periods of days by the Civil Code.

use super::*;
use crate::source::Source;
use crate::value::{Date, Holidays};

fn site_file(text: &'static str) -> impl Fn(&str) -> Option<Arc<Source>> {
    move |name| (name == "local.toml").then(|| Source::new(name, text))
}

fn load(name: &str, text: &'static str) -> (Profile, Vec<String>) {
    let mut findings = Vec::new();
    let profile = Profile::load(name, &site_file(text), crate::rulebook::book(), &mut findings);
    let messages =
        findings.iter().map(|d| format!("{} {} {:?}", d.path, d.message, d.span.as_ref().map(crate::source::Span::text))).collect();
    (profile, messages)
}

#[test]
fn the_embedded_profiles_read_and_give_every_number_with_its_article_or_a_note() {
    for (name, _) in EMBEDDED {
        let (profile, messages) = load(name, "");
        assert!(messages.is_empty(), "{name}: {messages:?}");
        for doc in KEYS {
            let number = profile.number(doc.key).unwrap_or_else(|| panic!("{name} lacks {}", doc.path));
            assert!(number.law.is_some() != number.note.is_some(), "{name}: {} has both or neither of law and note", doc.path);
        }
    }
    assert_eq!(load("cn-hangzhou", "").0.whole(Key::PublicMonths), Some(6));
    assert_eq!(load("cn-shanghai", "").0.law(Key::PublicMonths).unwrap().zh, "《上海市住宅物业管理规定》（2020年文本）第六十六条");
    assert_eq!(load("cn-qingyuan", "").0.whole(Key::MinutesDays), Some(15), "what the city does not say is national");
}

#[test]
fn a_file_of_the_site_stands_over_what_it_extends() {
    let local = "extends = \"cn-shanghai\"\n[law.own]\nzh = \"管理规约第三条\"\n[posting]\nmin_days = { value = 20, law = \"own\" }\n\
               [revenue]\ndecision_over = 2000.50\nchange_percent = false\n[matter]\nown_hire = { quorum = \"1/2\", pass = \">2/3\" }\n\
               [severity]\nMTG-03 = \"error\"\n[severity.en]\nMTG-03 = \"off\"\n";
    let (profile, messages) = load("local.toml", local);
    assert!(messages.is_empty(), "{messages:?}");
    assert_eq!(profile.chain, ["local.toml", "cn-shanghai", "cn-national"]);
    assert_eq!((profile.whole(Key::PostingMinDays), profile.law(Key::PostingMinDays).unwrap().en.as_str()), (Some(20), "管理规约第三条"));
    assert_eq!(profile.money(Key::DecisionOver).unwrap().to_string(), "2000.50");
    assert!(!profile.is_on(Key::ChangePercent) && profile.is_on(Key::AuditYearly));
    let need = profile.requirement("own_hire");
    assert_eq!((need.quorum[0].1.to_string(), need.pass.unwrap().0.to_string(), need.by_area), ("1/2".into(), ">2/3".into(), false));
    assert_eq!(profile.requirement("own_rules").law.unwrap().zh, "《民法典》（2020年文本）第二百七十八条");
    assert_eq!(profile.levels.of("MTG-03", Some("en")), Some(crate::config::Level::Off));
}

#[test]
fn every_slip_of_a_profile_is_told_at_its_place() {
    let cases: &[(&str, &[&str])] = &[
        ("extends = \"cn-nationl\"\n", &["local.toml e108-profile-unknown Some(\"\\\"cn-nationl\\\"\")"]),
        ("extends = \"local.toml\"\n", &["local.toml e108-profile-circle Some(\"\\\"local.toml\\\"\")"]),
        ("[postng]\nmin_days = 3\n", &["local.toml e108-unknown-key-near Some(\"postng\")"]),
        ("[posting]\nmin_day = 3\n", &["local.toml e108-unknown-key-near Some(\"min_day\")"]),
        ("[posting]\nmin_days = \"3\"\n", &["local.toml e108-profile-value Some(\"\\\"3\\\"\")"]),
        ("[posting]\nmin_days = { value = 3, law = \"nowhere\" }\n", &["local.toml e108-profile-law Some(\"\\\"nowhere\\\"\")"]),
        ("[matter]\nown_hire = { quorum = \"3/2\" }\n", &["local.toml e108-profile-value Some(\"\\\"3/2\\\"\")"]),
        ("[severity]\nMTG-33 = \"error\"\n", &["local.toml e108-unknown-code-near Some(\"MTG-33\")"]),
        ("[severity]\nMTG-03 = \"loud\"\n", &["local.toml e108-level Some(\"\\\"loud\\\"\")"]),
        ("[severity]\nREV-01 = \"off\"\n", &["local.toml e108-level-fixed Some(\"\\\"off\\\"\")"]),
    ];
    for (text, expected) in cases {
        assert_eq!(load("local.toml", text).1, *expected, "{text}");
    }
    assert_eq!(load("cn-nowhere", "").1, ["site.toml e108-profile-unknown None"]);
}

#[test]
fn periods_end_as_the_civil_code_counts_them() {
    let day = |text: &str| Date::parse(text).unwrap();
    let mut calendar = DeadlineCalendar::new(Holidays::china());
    for (from, days, last) in [
        ("2026-06-01", 15, "2026-06-16"),
        // The first day does not count; June 19 to 21 are days off.
        ("2026-06-04", 15, "2026-06-22"),
        // A working Saturday is a working day.
        ("2026-05-02", 7, "2026-05-09"),
        ("2026-09-20", 15, "2026-10-08"),
        // Before the table, weekends are days off.
        ("2022-03-09", 3, "2022-03-14"),
        ("2022-12-28", 3, "2023-01-03"),
    ] {
        assert_eq!(calendar.last_day(day(from), days), day(last), "{from} + {days}");
    }
    for (from, days, last) in [("2026-04-30", 5, "2026-05-11"), ("2022-03-01", 20, "2022-03-29")] {
        assert_eq!(calendar.last_working_day(day(from), days), day(last), "{from} + {days} working days");
    }
    assert!(calendar.beyond.is_empty(), "years before the table are not announced any more");
    assert_eq!(calendar.last_day(day("2026-12-30"), 3), day("2027-01-04"));
    assert_eq!(calendar.last_working_day(day("2027-12-30"), 2), day("2028-01-03"));
    assert_eq!(calendar.beyond, [2027, 2028].into());
}

#[test]
fn shares_are_compared_exactly() {
    for (share, part, whole, expected) in [
        ("2/3", 567, 856, false),
        ("2/3", 571, 856, true),
        ("2/3", 2, 3, true),
        (">2/3", 2, 3, false),
        (">1/2", 1, 2, false),
        (">1/2", 500_001, 1_000_000, true),
        ("3/4", 3, 4, true),
        ("3/4", i64::MAX / 4, i64::MAX, false),
        ("1/1", 11, 12, false),
        ("1/1", 12, 12, true),
        (">1/2", 0, 0, false),
    ] {
        assert_eq!(Share::parse(share).unwrap().reached(part, whole), expected, "{part}/{whole} {share}");
    }
}
