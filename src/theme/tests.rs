//! Finding files, places of mistakes, marks of fallback words, hashed names.

use super::*;

fn theme_files(files: &[(&str, &str)]) -> BTreeMap<String, Vec<u8>> {
    files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect()
}

fn mistakes(files: &[(&str, &str)]) -> Vec<(String, usize, usize, &'static str)> {
    let found = Theme::load("plum", &theme_files(files)).err().expect("a broken theme");
    found.iter().map(|d| (d.path.to_string(), d.position().line, d.position().column, d.message)).collect()
}

fn files_below(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files_below(&path, found) } else { found.push(path) }
    }
}

#[test]
fn every_file_of_the_folder_is_embedded() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/board");
    let mut found = Vec::new();
    files_below(&root, &mut found);
    let mut found: Vec<_> = found.iter().map(|p| p.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/")).collect();
    found.sort();
    let listed: Vec<_> = embedded::FILES.iter().map(|(path, _)| (*path).to_owned()).collect();
    assert_eq!(found, listed, "build.rs lists the files of themes/board, sorted");
}

#[test]
fn a_file_of_the_site_lies_over_the_embedded_one() {
    let theme = Theme::load(
        "plum",
        &theme_files(&[("templates/alias.html", "{{ target }} {{ assets[\"plum.css\"] }}"), ("assets/plum.css", "a {}")]),
    )
    .unwrap();
    let shared = theme.share(&Words::new(&BTreeMap::new()), "zh", &BTreeMap::from([("lang", "zh")])).unwrap();
    let page = theme.render("alias.html", &shared, &BTreeMap::from([("target", "<新>")])).unwrap();
    assert_eq!(String::from_utf8(page).unwrap(), "&lt;新&gt; assets/plum.e911f569.css\n");
    assert!(theme.assets().iter().any(|a| a.path.starts_with("assets/board.") && a.path.ends_with(".css")));
    assert_ne!(theme.fingerprint(), Theme::load("board", &BTreeMap::new()).unwrap().fingerprint());
}

#[test]
fn a_kind_without_a_template_of_its_own_takes_the_common_one() {
    let theme = Theme::load("board", &theme_files(&[("templates/record/wells.html", "井")])).unwrap();
    assert_eq!(theme.record_template("wells"), "record/wells.html");
    assert_eq!(theme.record_template("bridges"), "record.html");
}

#[test]
fn all_mistakes_of_a_theme_come_out_at_their_places() {
    let found = mistakes(&[("templates/home.html", "标题\n{% if x %}"), ("templates/list.html", "中文 {{ 甲 }}")]);
    assert_eq!(
        found,
        [
            ("themes/plum/templates/home.html".to_owned(), 2, 9, "e109-template-syntax"),
            ("themes/plum/templates/list.html".to_owned(), 1, 7, "e109-template-syntax"),
        ]
    );
    assert_eq!(
        mistakes(&[("templates/x.html", "公示 {{ a | nonsense }}")]),
        [("themes/plum/templates/x.html".to_owned(), 1, 11, "e109-template-syntax")]
    );
    assert_eq!(mistakes(&[("templates/x.html", "{% extends \"y.html\" %}")])[0].3, "e109-template-parent");
    assert_eq!(mistakes(&[("templates/x.html", "{% extends \"x.html\" %}")])[0].3, "e109-template-circle");
    let bytes = BTreeMap::from([("templates/x.html".to_owned(), vec![0xff])]);
    assert_eq!(Theme::load("plum", &bytes).err().unwrap()[0].message, "e109-not-utf8");
}

#[test]
fn a_page_that_does_not_fit_names_the_place_in_the_template() {
    let theme = Theme::load("plum", &theme_files(&[("templates/alias.html", "去\n新 {{ page.titel }}")])).unwrap();
    let shared = theme.share(&Words::new(&BTreeMap::new()), "zh", &BTreeMap::from([("lang", "zh")])).unwrap();
    let view = BTreeMap::from([("page", BTreeMap::from([("title", "x")]))]);
    let found = theme.render("alias.html", &shared, &view).unwrap_err();
    assert_eq!(
        (found.code, &*found.path, found.position().line, found.position().column),
        ("E109", "themes/plum/templates/alias.html", 2, 11)
    );
    assert!(matches!(found.args.get("reason"), Some(crate::diagnostic::Arg::Text(t)) if t.contains("Available fields: title")));
    assert_eq!(theme.render("nothing.html", &shared, &view).unwrap_err().message, "e109-template-missing");
}

#[test]
fn a_word_that_fell_back_is_marked_in_content_and_bare_in_attributes() {
    let theme =
        Theme::load("plum", &theme_files(&[("templates/alias.html", "<a title=\"{{ attr.seal }}\">{{ t.seal }}</a>{{ words.ug.seal }}")]))
            .unwrap();
    let word = Word { id: "seal".to_owned(), text: "盖<章>".to_owned(), fallback: Some(("zh-Hans".to_owned(), "ltr")) };
    let words = Words::new(&BTreeMap::from([("ug".to_owned(), vec![word])]));
    let shared = theme.share(&words, "ug", &BTreeMap::from([("lang", "ug")])).unwrap();
    let page = String::from_utf8(theme.render("alias.html", &shared, &BTreeMap::<&str, &str>::new()).unwrap()).unwrap();
    let marked = "<span lang=\"zh-Hans\" dir=\"ltr\">盖&lt;章&gt;</span>";
    assert_eq!(page, format!("<a title=\"盖&lt;章&gt;\">{marked}</a>{marked}\n"));
}

#[test]
fn catalogues_have_equal_keys_and_hold_every_word_that_templates_use() {
    let theme = Theme::load("board", &BTreeMap::new()).unwrap();
    let keys = |language: &str| -> Vec<String> {
        let lines = theme.catalogues()[language].iter().flat_map(|c| c.text.lines());
        let mut keys: Vec<_> = lines
            .filter(|l| l.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|l| Some(l.split_once(" =")?.0.to_owned()))
            .collect();
        keys.sort();
        keys
    };
    let zh = keys("zh");
    assert_eq!(zh, keys("en"));
    assert!(zh.windows(2).all(|pair| pair[0] != pair[1]), "no word stands twice");
    for (name, source) in &theme.sources {
        for start in ["t.", "attr.", "w.", "path]."] {
            for (at, _) in source.text.match_indices(start) {
                let before = source.text[..at].chars().next_back();
                let word: String = source.text[at + start.len()..].chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                if before.is_some_and(|c| c == ' ' || c == '{' || c == '.') && !word.is_empty() {
                    assert!(zh.binary_search(&word).is_ok(), "{name}: {start}{word} is in no catalogue");
                }
            }
        }
    }
}

#[test]
fn comments_of_a_style_sheet_stay_at_home() {
    for (sheet, published) in [
        ("/* why */\na { color: red } /* b */ c {}\n", "a { color: red }  c {}\n"),
        ("/*! license */a{}", "/*! license */a{}"),
        ("a::after { content: \"/* no \\\" comment */\" }", "a::after { content: \"/* no \\\" comment */\" }"),
        ("a {} /* never ends", "a {} /* never ends"),
        ("a { content: \"", "a { content: \""),
        ("/**//*x*/", ""),
    ] {
        assert_eq!(String::from_utf8(super::without_comments(sheet.as_bytes().to_vec())).unwrap(), published, "{sheet}");
    }
}
