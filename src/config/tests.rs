//! site.toml as data: a sound file, and files with mistakes beside the finding that each must give.

use super::*;

const SOUND: &str = r#"base_url  = "https://rongyin.example.org"
timezone  = "Asia/Shanghai"
currency  = "CNY"
theme     = "board"
profile   = "cn-national"
publisher = "organizations/committee"
[name]
zh = "榕荫社区"
en = "Rongyin Community"
[[languages]]
tag = "zh-Hans"
path = "zh"
[[languages]]
tag = "en"
path = "en"
[contact]
phone = "0691-000-0000"
hours = { zh = "工作日", en = "Weekdays" }
[severity]
MTG-03 = "error"
[severity.en]
COM-05 = "off"
"#;

const KNOWN: fn() -> Known<'static> = || Known {
    rules: crate::rulebook::book(),
    is_timezone: &|name| name == "Asia/Shanghai",
    is_tag: &|tag| !tag.is_empty() && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'),
};

/// `message line:col text`, one a finding.
fn findings(text: &str) -> Vec<String> {
    let source = Source::new(FILE_NAME, text);
    let (_, found) = read(&source, &KNOWN());
    found
        .iter()
        .map(|d| {
            assert!(d.is_error());
            let at = d.position();
            let text = d.span.as_ref().map_or("", |s| s.text());
            format!("{} {}:{} {text}", d.message, at.line, at.column).trim_end().to_owned()
        })
        .collect()
}

/// The sound file with one piece of text changed.
fn with(from: &str, to: &str) -> String {
    assert!(SOUND.contains(from), "{from}");
    SOUND.replacen(from, to, 1)
}

#[test]
fn a_sound_file_gives_a_typed_config() {
    let source = Source::new(FILE_NAME, SOUND);
    let (config, found) = read(&source, &KNOWN());
    assert_eq!(found, vec![]);
    assert_eq!(config.base_url, "https://rongyin.example.org/");
    assert_eq!(config.address("/zh/about/"), "https://rongyin.example.org/zh/about/");
    assert_eq!(config.languages.iter().map(|l| (&*l.tag, &*l.path)).collect::<Vec<_>>(), [("zh-Hans", "zh"), ("en", "en")]);
    assert_eq!(config.name("en"), ("Rongyin Community", "en"));
    assert_eq!(config.name("ug"), ("榕荫社区", "zh"));
    assert_eq!(config.contact.phone.as_ref().map(|t| t.get("en", "zh")), Some(("0691-000-0000", None)));
    assert_eq!(config.contact.hours.as_ref().map(|t| t.get("en", "zh")), Some(("Weekdays", Some("en"))));
    assert_eq!(config.levels.of("MTG-03", Some("en")), Some(Level::Is(crate::diagnostic::Severity::Error)));
    assert_eq!(config.levels.of("COM-05", Some("en")), Some(Level::Off));
    assert_eq!(config.levels.of("COM-05", Some("zh")), None);
    assert_eq!((config.output.as_str(), config.limits.attachment_bytes), ("public", 10 * 1024 * 1024));
    assert_eq!(config.place("publisher").expect("a place").text(), "\"organizations/committee\"");
}

#[test]
fn every_mistake_is_found_at_its_own_characters() {
    let cases: &[(&str, &str, &[&str])] = &[
        // Keys.
        ("base_url", "baseurl", &["e108-unknown-key-near 1:1 baseurl"]),
        ("theme ", "colour", &["e108-unknown-key 4:1 colour"]),
        ("theme     =", "phone =", &["e108-unknown-key-near 4:1 phone"]),
        ("phone =", "phnoe =", &["e108-unknown-key-near 17:1 phnoe"]),
        ("tag = \"en\"", "tags = \"en\"", &["e108-unknown-key-near 14:1 tags"]),
        ("timezone  = \"Asia/Shanghai\"\n", "", &["e108-missing-key 1:1"]),
        ("[name]\nzh", "[name]\ntheme = \"x\"\nzh", &["e108-below-section 8:1 theme"]),
        ("phone =", "base_url = \"https://x.example\"\nphone =", &["e108-below-section 17:1 base_url"]),
        // Types.
        ("\"CNY\"", "156", &["e108-wrong-type 3:13 156"]),
        ("\"board\"", "\"\"", &["e108-empty 4:13 \"\""]),
        ("\"Rongyin Community\"", "12", &["e108-wrong-type 9:6 12"]),
        ("\"榕荫社区\"", "\" \"", &["e108-empty 8:6 \" \""]),
        ("[contact]", "[limits]\nattachment_mb = \"big\"\n[contact]", &["e108-wrong-type 17:17 \"big\""]),
        ("[contact]", "[limits]\nattachment_mb = 0\n[contact]", &["e108-range 17:17 0"]),
        // Values.
        ("https://rongyin", "rongyin", &["e108-url-not-absolute 1:13 \"rongyin.example.org\""]),
        ("example.org", "example.org/?a=1", &["e108-url-query 1:42 ?a=1"]),
        ("example.org", "example.org/a b", &["e108-url-character 1:43"]),
        ("Asia/Shanghai", "Asia/Beijing", &["e108-timezone 2:13 \"Asia/Beijing\""]),
        ("CNY", "cny", &["e108-currency-case 3:13 \"cny\""]),
        ("CNY", "RMB元", &["e108-currency 3:13 \"RMB元\""]),
        ("\"board\"", "\"../board\"", &["e108-theme-name 4:13 \"../board\""]),
        ("\"cn-national\"", "\"../x.toml\"", &["e108-profile-name 5:13 \"../x.toml\""]),
        ("organizations/committee", "committee", &["e108-publisher 6:13 \"committee\""]),
        ("publisher =", "output = \"../www\"\npublisher =", &["e108-output-outside 6:10 \"../www\""]),
        ("phone = ", "email = \"office at example\"\nphone = ", &["e108-email 17:9 \"office at example\""]),
        // Languages.
        ("\"zh-Hans\"", "\"zh Hans\"", &["e108-tag 11:7 \"zh Hans\""]),
        ("\"en\"\npath", "\"ZH-hans\"\npath", &["e108-tag-twice 14:7 \"ZH-hans\""]),
        ("path = \"en\"", "path = \"EN\"", &["e108-path-shape 15:8 \"EN\""]),
        ("path = \"en\"", "path = \"zh\"", &["e108-path-twice 15:8 \"zh\""]),
        ("path = \"en\"", "path = \"en\"\n[[languages]]\ntag = \"ug\"\npath = \"2026-011\"", &["e108-path-reserved 18:8 \"2026-011\""]),
        ("en = \"Rongyin", "zh-Hans = \"Rongyin", &["e108-unknown-language-near 9:1 zh-Hans"]),
        ("zh = \"榕荫社区\"\n", "", &["e108-name-primary 7:2 name"]),
        // Weights.
        ("MTG-03", "MTG-33", &["e108-unknown-code-near 20:1 MTG-33"]),
        ("MTG-03", "停车", &["e108-key-letters 20:1 停车"]),
        ("\"off\"", "\"silent\"", &["e108-level 22:10 \"silent\""]),
        ("\"off\"", "false", &["e108-level 22:10 false"]),
        ("COM-05", "REV-01", &["e108-level-fixed 22:10 \"off\""]),
        ("COM-05", "COM-10", &["e108-level-fixed 22:10 \"off\""]),
        ("[severity.en]", "[severity.fr]", &["e108-unknown-language 21:11 fr"]),
        // Writing.
        ("\"CNY\"", "CNY", &["e108-no-quotes 3:13 CNY"]),
        ("\"榕荫社区\"", "“榕荫社区”", &["e108-sign 8:6 “"]),
        ("theme     =", "theme：", &["e108-sign 4:6 ："]),
        ("currency  = ", "currency ＝ ", &["e108-sign 3:10 ＝"]),
        ("= \"CNY\"", "=", &["e108-no-value 3:12"]),
        ("\"CNY\"", "\"CNY", &["e108-open-quote 3:17"]),
        ("currency  =", "currency", &["e108-no-equals 3:10"]),
        ("[name]", "[name", &["e108-open-header 7:6"]),
        ("currency  =", "base_url  =", &["e108-duplicate-key 3:1 base_url"]),
        ("\"CNY\"", "\"\\q\"", &["e108-escape 3:15"]),
    ];
    for (from, to, expected) in cases {
        assert_eq!(findings(&with(from, to)), *expected, "{from} -> {to}");
    }
}

#[test]
fn all_mistakes_come_out_in_one_run() {
    let text = "base_url = \"rongyin\"\ntimezone = CNY\ncurrency = \"yuan\"\n[naem]\n[severity]\nREV-01 = \"off\"\nXYZ-99 = \"error\"\n";
    let expected = [
        "e108-missing-key 1:1",
        "e108-url-not-absolute 1:12 \"rongyin\"",
        "e108-no-quotes 2:12 CNY",
        "e108-currency 3:12 \"yuan\"",
        "e108-unknown-key-near 4:2 naem",
        "e108-level-fixed 6:10 \"off\"",
        "e108-unknown-code 7:1 XYZ-99",
    ];
    assert_eq!(findings(text), expected);
}

#[test]
fn an_empty_file_names_all_that_is_needed() {
    let source = Source::new(FILE_NAME, "");
    let (config, found) = read(&source, &KNOWN());
    let mut missing: Vec<_> = found.iter().filter_map(|d| d.field.as_deref()).collect();
    missing.sort();
    assert_eq!(missing, ["base_url", "languages", "name", "timezone"]);
    assert_eq!(&*config.primary().path, "zh");
}

#[test]
fn hostile_files_end_in_a_finding() {
    let files =
        ["[".repeat(100_000), format!("a = {}", "[".repeat(100_000)), format!("{}a = 1", "a.".repeat(100_000)), "x".repeat(3_000_000)];
    for text in files {
        assert!(!findings(&text).is_empty());
    }
    for text in [
        "\u{0}",
        "[[languages]]\n[[languages]]",
        "languages = [1, \"x\", {}]",
        "name = []",
        "severity = { en = { en = { en = 1 } } }",
        "= \"x\"",
        "\"\" = 1",
    ] {
        assert!(!findings(text).is_empty(), "{text}");
    }
}

#[test]
fn what_init_writes_reads_back_without_a_finding() {
    let language = |tag: &str, path: &str, site: Option<&str>| StarterLanguage {
        tag: tag.into(),
        path: path.into(),
        own_name: None,
        site_name: site.map(str::to_owned),
    };
    for comments in ["zh", "en"] {
        let starter = Starter {
            comments: comments.into(),
            base_url: "https://rongyin.example.org".into(),
            timezone: "Asia/Shanghai".into(),
            currency: "CNY".into(),
            publisher: None,
            languages: vec![language("zh-Hans", "zh", Some("榕荫\"社区\"\\\u{7}")), language("en", "en", None)],
            phone: Some("0691-000-0000".into()),
            email: None,
        };
        let text = default_toml(&starter);
        assert_eq!(findings(&text), Vec::<String>::new(), "{text}");
        let (config, _) = read(&Source::new(FILE_NAME, &*text), &KNOWN());
        assert_eq!(config.name("en"), ("榕荫\"社区\"\\\u{7}", "zh"));
        assert_eq!(text.contains("Settings of this site"), comments == "en");
    }
}

#[test]
fn examples_and_defaults_of_the_key_table_are_sound() {
    for key in keys() {
        assert!(!key.zh.is_empty() && !key.en.is_empty() && !key.example.is_empty(), "{}", key.path);
        assert!(!(key.required && key.default.is_some()), "{}", key.path);
    }
    let text = keys().iter().filter(|k| !k.path.contains('.')).map(|k| format!("{} = {}\n", k.path, k.example)).collect::<String>();
    assert_eq!(findings(&text), Vec::<String>::new(), "{text}");
}

#[test]
fn levels_change_and_drop_findings() {
    let (config, _) = read(&Source::new(FILE_NAME, SOUND), &KNOWN());
    let found = ["MTG-03", "COM-05", "COM-09"].map(|code| Diagnostic::warning(code, "x", "a.md").lang("en"));
    let left = config.levels.apply(found.to_vec());
    assert_eq!(left.iter().map(|d| (d.code, d.is_error())).collect::<Vec<_>>(), [("MTG-03", true), ("COM-09", false)]);
}

#[test]
fn the_root_is_the_nearest_folder_upwards_with_settings() {
    let exists = |path: &Path| [Path::new("/a/site.toml"), Path::new("/a/b/site.toml")].contains(&path);
    assert_eq!(find_root(Path::new("/a/b/content/notices"), &exists), Some(PathBuf::from("/a/b")));
    assert_eq!(find_root(Path::new("/a/c"), &exists), Some(PathBuf::from("/a")));
    assert_eq!(find_root(Path::new("/x"), &exists), None);
}

#[test]
fn every_message_stands_in_both_catalogues() {
    let code = [include_str!("read.rs"), include_str!("tree.rs"), include_str!("address.rs"), include_str!("keys.rs")].concat();
    let used = code.split('"').filter(|t| ["e103-", "e108-", "config-type-"].iter().any(|p| t.starts_with(p)));
    let catalogues = [
        [include_str!("../messages/parts/config.zh.ftl"), include_str!("../messages/parts/e1.zh.ftl")].concat(),
        [include_str!("../messages/parts/config.en.ftl"), include_str!("../messages/parts/e1.en.ftl")].concat(),
    ];
    let mut n = 0;
    for id in used {
        n += 1;
        for catalogue in &catalogues {
            assert!(catalogue.lines().any(|l| l.strip_prefix(id).is_some_and(|rest| rest.starts_with(" ="))), "{id}");
        }
    }
    assert!(n > 50);
    let ids = |c: &str| {
        c.lines().filter_map(|l| l.split_once(" = ")).map(|(id, _)| id.trim().to_owned()).filter(|id| !id.contains('[')).collect::<Vec<_>>()
    };
    let plain = |c: &str| ids(c).into_iter().filter(|id| !id.starts_with("cli-")).collect::<Vec<_>>();
    assert_eq!(plain(&catalogues[0]), plain(&catalogues[1]));
}
