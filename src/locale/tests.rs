//! The output of each language, as data. Text in scripts other than Han and Latin is ICU's output, not written by hand.

use std::collections::BTreeSet;

use super::words::PARTS;
use super::*;
use crate::diagnostic::{Arg, Diagnostic};
use crate::source::Source;

fn language(tag: &str) -> Language {
    Language::new(tag, "x").unwrap()
}

const JUNE_18: Day = (2026, 6, 18);

#[test]
fn dates_read_as_each_language_writes_them() {
    type Write = fn(&Formatter) -> String;
    let forms: [Write; 8] = [
        |f| f.date(JUNE_18),
        |f| f.date_weekday(JUNE_18),
        |f| f.month_day(JUNE_18),
        |f| f.month(2026, 6),
        |f| f.year(2026),
        |f| f.weekday(1),
        |f| f.weekday_short(4),
        |f| f.datetime(JUNE_18, (19, 30)),
    ];
    let expected = [
        ("zh-Hans", ["2026年6月18日", "2026年6月18日星期四", "6月18日", "2026年6月", "2026年", "星期一", "周四", "2026年6月18日 19:30"]),
        (
            "en",
            ["June 18, 2026", "Thursday, June 18, 2026", "June 18", "June 2026", "2026", "Monday", "Thu", "June 18, 2026, 7:30\u{202f}PM"],
        ),
        ("en-GB", ["18 June 2026", "Thursday, 18 June 2026", "18 June", "June 2026", "2026", "Monday", "Thu", "18 June 2026, 19:30"]),
        ("ug", ["2026 18-ئىيۇن", "2026 18-ئىيۇن، پەيشەنبە", "18-ئىيۇن", "2026 ئىيۇن", "2026", "دۈشەنبە", "پە", "2026 18-ئىيۇن 7:30 چ.ك"]),
        // No data: ISO 8601, and weekdays as numbers.
        ("bo", ["2026-06-18", "2026-06-18", "06-18", "2026-06", "2026", "1", "4", "2026-06-18 19:30"]),
        ("mn-Mong", ["2026-06-18", "2026-06-18", "06-18", "2026-06", "2026", "1", "4", "2026-06-18 19:30"]),
    ];
    for (tag, texts) in expected {
        let language = language(tag);
        let got: Vec<String> = forms.iter().map(|form| form(language.format())).collect();
        assert_eq!(got, texts, "{tag}");
    }
    assert!(language("th").format().date(JUNE_18).ends_with("2026"), "Gregorian, not Buddhist");
}

#[test]
fn ranges_say_what_is_common_once() {
    let days: [(Day, Day); 4] = [(JUNE_18, (2026, 6, 20)), (JUNE_18, (2026, 7, 1)), (JUNE_18, (2027, 1, 2)), (JUNE_18, JUNE_18)];
    let expected = [
        ("zh-Hans", ["2026年6月18日至20日", "2026年6月18日至7月1日", "2026年6月18日至2027年1月2日", "2026年6月18日"]),
        ("en", ["June 18–20, 2026", "June 18 – July 1, 2026", "June 18, 2026 – January 2, 2027", "June 18, 2026"]),
        ("en-GB", ["18–20 June 2026", "18 June – 1 July 2026", "18 June 2026 – 2 January 2027", "18 June 2026"]),
        ("ug", ["2026 18-ئىيۇن – 2026 20-ئىيۇن", "2026 18-ئىيۇن – 2026 1-ئىيۇل", "2026 18-ئىيۇن – 2027 2-يانۋار", "2026 18-ئىيۇن"]),
        ("khb", ["2026-06-18 – 2026-06-20", "2026-06-18 – 2026-07-01", "2026-06-18 – 2027-01-02", "2026-06-18"]),
    ];
    for (tag, texts) in expected {
        let language = language(tag);
        assert_eq!(days.map(|(from, to)| language.format().date_range(from, to)), texts, "{tag}");
    }
    let (zh, en) = (language("zh-Hans"), language("en"));
    let noon = ((14, 0), (20, 0));
    assert_eq!(zh.format().time_range(noon.0, noon.1), "14:00–20:00");
    assert_eq!(en.format().time_range(noon.0, noon.1), "2:00–8:00\u{202f}PM");
    assert_eq!(en.format().time_range((9, 0), noon.1), "9:00\u{202f}AM – 8:00\u{202f}PM");
    let same_day = ((JUNE_18, noon.0), (JUNE_18, noon.1));
    let other_day = ((JUNE_18, noon.0), ((2026, 6, 20), noon.1));
    assert_eq!(zh.format().datetime_range(same_day.0, same_day.1), "2026年6月18日 14:00–20:00");
    assert_eq!(zh.format().datetime_range(other_day.0, other_day.1), "2026年6月18日 14:00 至 6月20日 20:00");
    assert_eq!(en.format().datetime_range(same_day.0, same_day.1), "June 18, 2026, 2:00–8:00\u{202f}PM");
}

#[test]
fn figures_keep_their_digits() {
    type Write = fn(&Formatter) -> String;
    let forms: [Write; 8] = [
        |f| f.integer(-1_234_567),
        |f| f.decimal("1234.10"),
        |f| f.decimal("98765432109876543.21"),
        |f| f.money("1234.1", "CNY"),
        |f| f.money("-1260.50", "CNY"),
        |f| f.amount("1234.1", "CNY"),
        |f| f.percent("60.5"),
        |f| f.area("78120.50"),
    ];
    let expected = [
        (
            "zh-Hans",
            ["-1,234,567", "1,234.10", "98,765,432,109,876,543.21", "¥1,234.10", "-¥1,260.50", "1,234.10", "60.5%", "78,120.50平方米"],
        ),
        ("en", ["-1,234,567", "1,234.10", "98,765,432,109,876,543.21", "¥1,234.10", "-¥1,260.50", "1,234.10", "60.5%", "78,120.50 m²"]),
        ("ug", ["-1,234,567", "1,234.10", "98,765,432,109,876,543.21", "¥1,234.10", "-¥1,260.50", "1,234.10", "60.5%", "78,120.50 m²"]),
        (
            "vi",
            [
                "-1.234.567",
                "1.234,10",
                "98.765.432.109.876.543,21",
                "1.234,10\u{a0}¥",
                "-1.260,50\u{a0}¥",
                "1.234,10",
                "60,5%",
                "78.120,50 m²",
            ],
        ),
    ];
    for (tag, texts) in expected {
        let language = language(tag);
        let got: Vec<String> = forms.iter().map(|form| form(language.format())).collect();
        assert_eq!(got, texts, "{tag}");
    }
    let zh = language("zh");
    for odd in ["", "12元", "1e400", "1,234", "--1", "１２３", &"9".repeat(500)] {
        assert_eq!(zh.format().decimal(odd), odd);
        assert_eq!(zh.format().money(odd, "CNY"), odd);
    }
    assert_eq!(zh.format().money("5.00", "no currency"), "5.00 no currency");
}

#[test]
fn sizes_are_short() {
    let zh = language("zh");
    let cases = [
        (0, "0 B"),
        (1023, "1,023 B"),
        (1024, "1 KB"),
        (1536, "1.5 KB"),
        (80 * 1024, "80 KB"),
        (1_048_575, "1 MB"),
        (2_621_440, "2.5 MB"),
        (u64::MAX, "16 EB"),
    ];
    for (n, text) in cases {
        assert_eq!(zh.format().bytes(n), text);
    }
}

#[test]
fn lists_never_borrow_another_languages_words() {
    let cases = [
        ("zh-Hans", "甲、乙和丙", "甲或乙"),
        ("en", "甲, 乙, and 丙", "甲 or 乙"),
        // CLDR has no list patterns for Uyghur, and ICU would use English ones.
        ("ug", "甲، 乙، 丙", "甲، 乙"),
        ("bo", "甲, 乙, 丙", "甲, 乙"),
    ];
    for (tag, and, or) in cases {
        let language = language(tag);
        assert_eq!(language.format().list(&["甲", "乙", "丙"], Join::And), and, "{tag}");
        assert_eq!(language.format().list(&["甲", "乙"], Join::Or), or, "{tag}");
    }
    assert_eq!(language("zh").format().list::<&str>(&[], Join::And), "");
}

#[test]
fn chinese_sorts_by_pinyin_and_numbers_by_value() {
    let zh = language("zh-Hans");
    let mut names = ["张", "10号", "王", "3号", "李"];
    names.sort_by(|a, b| zh.format().compare(a, b));
    assert_eq!(names, ["3号", "10号", "李", "王", "张"]);
    let mut by_key = names;
    by_key.reverse();
    by_key.sort_by_key(|name| zh.format().sort_key(name));
    assert_eq!(by_key, names);
    assert_ne!(zh.format().compare("a", "a\u{200b}"), std::cmp::Ordering::Equal);
}

#[test]
fn tags_are_read_and_told_apart() {
    let cases = [
        ("ZH-hans", "zh-Hans", "Hans", Dir::Ltr, "简体中文", true),
        ("zh", "zh", "Hans", Dir::Ltr, "简体中文", true),
        ("zh-HK", "zh-HK", "Hant", Dir::Ltr, "繁體中文", true),
        ("en", "en", "Latn", Dir::Ltr, "English", true),
        ("ug", "ug", "Arab", Dir::Rtl, "ئۇيغۇرچە", true),
        ("kk-Arab", "kk-Arab", "Arab", Dir::Rtl, "قازاق ءتىلى", true),
        ("bo", "bo", "Tibt", Dir::Ltr, "bo", false),
        ("khb", "khb", "Talu", Dir::Ltr, "khb", false),
        ("mn-Mong", "mn-Mong", "Mong", Dir::Ltr, "mn-Mong", false),
    ];
    for (tag, canonical, script, dir, name, data) in cases {
        let l = language(tag);
        assert_eq!((l.tag.as_str(), l.script.as_str(), l.dir, l.name.as_str(), l.has_data()), (canonical, script, dir, name, data));
        assert!(l.is_known(), "{tag}");
    }
    assert!(language("zh").is_han() && !language("en").is_han());
    assert!(language("mn-Mong").profile.vertical && !language("mn").profile.vertical);
    assert!(!language("xx").is_known());
    for bad in ["", "中文", "z", "und", "en--US", "und-Hans"] {
        assert_eq!(Language::new(bad, "x").unwrap_err(), LanguageError::Tag(bad.into()));
    }
    for bad in ["", "ZH", "z/h", "-zh", "中文", ".."] {
        assert_eq!(Language::new("zh", bad).unwrap_err(), LanguageError::Path(bad.into()));
    }
}

#[test]
fn a_site_has_each_language_once() {
    let set = |pairs: &[(&str, &str)]| Languages::new(pairs.iter().map(|(tag, path)| Language::new(tag, path).unwrap()).collect());
    assert_eq!(set(&[]).unwrap_err(), LanguagesError::None);
    assert_eq!(set(&[("zh-Hans", "zh"), ("en", "zh")]).unwrap_err(), LanguagesError::Repeated(1));
    assert_eq!(set(&[("zh-Hans", "zh"), ("ZH-hans", "cn")]).unwrap_err(), LanguagesError::Repeated(1));
    let two = set(&[("zh-Hans", "zh"), ("en", "en")]).unwrap();
    assert_eq!((two.primary().path.as_str(), two.others().len()), ("zh", 1));
}

#[test]
fn own_names_are_those_of_cldr() {
    for (key, name) in profile::names() {
        let cldr = format::own_names(key);
        assert!(cldr.iter().flatten().any(|n| n == name), "{key}: {name}, CLDR {cldr:?}");
    }
}

fn catalog(tag: &str, texts: &[&str]) -> (Catalog, Vec<Diagnostic>) {
    let sources: Vec<_> = texts.iter().enumerate().map(|(i, text)| Source::new(format!("i18n/{i}.ftl"), *text)).collect();
    Catalog::load(&language(tag), &sources)
}

#[test]
fn messages_choose_plurals_and_group_their_numbers() {
    let text = "votes = { $n ->\n    [0] none\n    [one] one vote\n   *[other] { $n } votes\n }\n    .label = in { $place }";
    let (en, findings) = catalog("en", &[text]);
    assert_eq!(findings, []);
    let given = |n: Given<'static>| Args::from([("n", n), ("place", "东门".into())]);
    for (n, expected) in [
        (Given::Int(0), "none"),
        (Given::Int(1), "one vote"),
        (Given::Int(12345), "12,345 votes"),
        (Given::Int(i64::MAX), "9,223,372,036,854,775,807 votes"),
        (Given::Figure("1234.50".into()), "1,234.50 votes"),
        (Given::Figure("98765432109876543.21".into()), "98,765,432,109,876,543.21 votes"),
    ] {
        assert_eq!(en.get("votes", &given(n)).unwrap(), expected);
    }
    assert_eq!(en.attr("votes", "label", &given(Given::Int(1))).unwrap(), "in 东门");
    assert_eq!((en.get("nothing", &Args::new()), en.attr("votes", "help", &Args::new())), (None, None));
    // Chinese has one plural form, also under its full tag.
    let (zh, _) = catalog("zh-Hans", &[text]);
    assert_eq!(zh.get("votes", &given(Given::Int(1))).unwrap(), "1 votes");
    let (named, _) = catalog("en", &["state = { $s ->\n   [done] finished\n  *[other] { NUMBER($n) } open\n }"]);
    assert_eq!(named.get("state", &Args::from([("s", "done".into())])).unwrap(), "finished");
    assert_eq!(named.get("state", &Args::from([("s", "late".into()), ("n", 1000i64.into())])).unwrap(), "1,000 open");
}

#[test]
fn marks_stand_only_where_directions_mix() {
    let text = "hello = A { $x } B";
    let latin = Args::from([("x", "1–6".into())]);
    let date = language("ug").format().date(JUNE_18);
    let uyghur = Args::from([("x", date.clone().into())]);
    assert_eq!(catalog("en", &[text]).0.get("hello", &latin).unwrap(), "A 1–6 B");
    assert_eq!(catalog("en", &[text]).0.get("hello", &uyghur).unwrap(), format!("A \u{2068}{date}\u{2069} B"));
    assert_eq!(catalog("ug", &[text]).0.get("hello", &latin).unwrap(), "A \u{2068}1–6\u{2069} B");
}

#[test]
fn later_catalogues_override_message_by_message() {
    let (c, findings) = catalog("zh", &["a = 甲\nb = 乙 { $x }\nc = 丙\n    .short = 短\nd = { a }之后", "a = 新"]);
    assert_eq!(findings, []);
    let plain: Vec<_> = c.plain().into_iter().collect();
    let expected = [("a", "新"), ("c", "丙"), ("c.short", "短"), ("d", "新之后")].map(|(k, v)| (k.to_owned(), v.to_owned()));
    assert_eq!(plain, expected);
    assert_eq!(c.variables("b"), BTreeSet::from(["x".to_owned()]));
}

#[test]
fn catalogues_are_compared_key_by_key_and_variable_by_variable() {
    let (zh, _) = catalog("zh", &["a = 甲\nb = { $x }\nc = { b }\n    .l = 丁"]);
    let (en, _) = catalog("en", &["a = A { $y }\nb = { $x }\nc = { $x }\nd = D"]);
    assert_eq!(zh.differences(&en), [Difference::Lacking("c.l".into()), Difference::Extra("d".into()), Difference::Variables("a".into())]);
}

#[test]
fn bad_catalogues_are_findings_with_a_place() {
    let cases = [
        ("a = 甲\nb 乙\n", "e109-ftl-token", (2, 3)),
        ("a =\n", "e109-ftl-no-value", (1, 1)),
        ("a = { $n ->\n    [one] 一\n }\n", "e109-ftl-no-default", (3, 2)),
        ("a = 甲 }\n", "e109-ftl-open", (1, 7)),
        ("a = 甲\nb = 乙\na = 丙\n", "e109-ftl-repeated", (3, 1)),
        ("a = 甲 { nothing }\n", "e109-ftl-unknown-reference", (1, 9)),
        ("a = 甲\nb = { a.short }\n", "e109-ftl-unknown-reference", (2, 7)),
        ("a = { -term }\n", "e109-ftl-unknown-reference", (1, 8)),
        ("a = { DATETIME($d) }\n", "e109-ftl-function", (1, 7)),
    ];
    for (text, message, (line, column)) in cases {
        let (_, findings) = catalog("zh", &[text]);
        let got: Vec<_> = findings.iter().map(|f| (f.message, f.position().line, f.position().column)).collect();
        assert_eq!(got, [(message, line, column)], "{text:?}");
        assert_eq!((findings[0].code, findings[0].path.as_ref()), ("E109", "i18n/0.ftl"));
    }
    let (c, findings) = catalog("zh", &["a = 甲\nb 乙\nc = 丙\n"]);
    assert_eq!((findings.len(), c.plain().len()), (1, 2), "the rest is used");
}

#[test]
fn hostile_catalogues_end_in_a_finding() {
    let deep = ["{", "{\n", "{ $n ->\n *[a] ", "{ F(", "{ -t(x: "].map(|unit| format!("a = {}", unit.repeat(100_000)));
    for text in &deep {
        let (c, findings) = catalog("zh", &[text, "b = 乙"]);
        assert_eq!((findings[0].message, c.plain().len()), ("e109-ftl-deep", 1));
    }
    let fine = "# {{{ \na = { \"{\" }\n".repeat(100);
    assert!(catalog("zh", &[&fine]).1.iter().all(|f| f.message == "e109-ftl-repeated"));
    let circle = catalog("zh", &["a = { b }\nb = { a }{ b }"]).0;
    assert!(circle.get("a", &Args::new()).is_some() && circle.variables("a").is_empty());
    let laughs: String = (1..60).map(|i| format!("m{i} = {{ m{0} }}{{ m{0} }}{{ m{0} }}\n", i - 1)).collect();
    assert!(catalog("zh", &[&format!("m0 = 哈\n{laughs}")]).0.get("m59", &Args::new()).unwrap().len() < 10_000);
}

#[test]
fn the_programs_words_agree_in_both_languages() {
    let ((zh, zh_findings), (en, en_findings)) = (Words::load(Tongue::Zh), Words::load(Tongue::En));
    assert_eq!((zh_findings, en_findings), (vec![], vec![]));
    assert_eq!(zh.catalog().differences(en.catalog()), []);
    let mut seen = BTreeSet::new();
    for [(path, text), _] in PARTS {
        let (part, _) = catalog("zh", &[text]);
        for key in part.keys() {
            assert!(seen.insert(key.clone()), "{key} of {path} stands in another catalogue too");
        }
    }
}

#[test]
fn every_catalogue_of_the_folder_is_listed() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let listed: BTreeSet<String> = PARTS.iter().flatten().map(|(path, _)| (*path).to_owned()).collect();
    let found = ["src/messages", "src/messages/parts"].iter().flat_map(|folder| {
        let names = std::fs::read_dir(root.join(folder)).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.ends_with(".ftl")).map(move |name| format!("{folder}/{name}"))
    });
    assert_eq!(found.collect::<BTreeSet<_>>(), listed);
}

#[test]
fn findings_are_said_in_the_readers_language() {
    let finding = Diagnostic::error("E109", "e109-ftl-repeated", "i18n/zh.ftl").arg("key", "nav-home");
    let (zh, en) = (Words::of(Tongue::Zh), Words::of(Tongue::En));
    assert_eq!(zh.message(&finding), "“nav-home”在同一个文件里写了两次");
    assert_eq!(en.message(&finding), "“nav-home” stands twice in the same file");
    assert_eq!((zh.label(&finding).unwrap(), en.label(&finding).unwrap()), ("重复".into(), "repeated".into()));
    assert!(zh.help(&finding).is_some());
    assert_eq!(zh.say("cli-build-no-changes", &[]), "没有变化");
    assert_eq!(zh.say("not-there", &[("n", Arg::Number(3))]), "not-there (n=Number(3))");
    let brace = Diagnostic::error("E109", "e109-ftl-open", "a.ftl");
    assert_eq!(en.help(&brace).unwrap(), "To show a brace itself, write { \"{\" }");
}

#[test]
fn languages_are_shared_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Language>();
    shared::<Catalog>();
    shared::<Words>();
}

/// A measurement, not a check: `cargo test --release -- --ignored --nocapture cost`.
#[test]
#[ignore = "a measurement"]
fn cost() {
    let time = |what: &str, times: u32, f: &mut dyn FnMut()| {
        let start = std::time::Instant::now();
        (0..times).for_each(|_| f());
        println!("{what}: {:?} each", start.elapsed() / times);
    };
    time("language", 20, &mut || drop(language("zh-Hans")));
    let zh = language("zh-Hans");
    let f = zh.format();
    time("date", 10_000, &mut || drop(f.date(JUNE_18)));
    time("datetime_range", 10_000, &mut || drop(f.datetime_range((JUNE_18, (14, 0)), (JUNE_18, (20, 0)))));
    time("money", 10_000, &mut || drop(f.money("18640.00", "CNY")));
    time("decimal", 10_000, &mut || drop(f.decimal("18640.00")));
    time("compare", 10_000, &mut || assert!(f.compare("李家", "王家").is_lt()));
    let (c, _) = catalog("zh", &["a = 共 { $n } 条，{ $x }"]);
    let args = Args::from([("n", 1234i64.into()), ("x", "甲".into())]);
    time("message", 10_000, &mut || drop(c.get("a", &args)));
    time("words", 5, &mut || drop(Words::load(Tongue::Zh)));
}
