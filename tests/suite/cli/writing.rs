//! Commands that write files of a site: init, new, stamp; and list, which reads them.

use linli::record::KINDS;

use super::{Site, TODAY, linli};

#[test]
fn a_new_site_has_no_findings_and_builds_at_once() {
    for args in [&["init", "--yes"][..], &["--lang", "en", "init", "--yes", "--name", "a: \"b\" #c"], &["init", "--yes", "--no-samples"]] {
        for second in ["en", "none", "ug", "zh-Hant"] {
            let folder = tempfile::tempdir().unwrap();
            linli(folder.path(), &[args, &["--lang2", second, "--address", "rongyin.example.org"]].concat()).ends(0);
            let run = linli(folder.path(), &["check"]).ends(0);
            assert!(!run.out.contains("错误"), "{args:?} {second}: {}", run.out);
            assert!(second != "en" || run.out.contains("没有发现问题"), "{args:?}: {}", run.out);
            linli(folder.path(), &["build"]).ends(0);
            assert!(folder.path().join("public/zh/index.html").exists());
            assert_eq!(folder.path().join("content/notices/water.en.md").exists(), second == "en" && !args.contains(&"--no-samples"));
        }
    }
}

#[test]
fn samples_are_sound_on_any_day() {
    for day in ["2026-01-01", "2028-02-29", "2026-12-31", "2026-03-31"] {
        let folder = tempfile::tempdir().unwrap();
        linli(folder.path(), &["init", "--yes", "--today", day, "--address", "rongyin.example.org"]).ends(0);
        linli(folder.path(), &["check", "--strict", "--today", day]).ends(0);
    }
}

#[test]
fn a_site_without_an_address_of_its_own_prints_none_on_paper() {
    let folder = tempfile::tempdir().unwrap();
    linli(folder.path(), &["init", "--yes", "--lang2", "英语"]).ends(0);
    linli(folder.path(), &["check"]).ends(0).says("提醒[E108]").says("张贴件上先不印网址和二维码").says("site.toml:");
    linli(folder.path(), &["build"]).ends(0).says("提醒[E108]");
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let year = &TODAY[..4];
    let sheet = read(&format!("public/{year}-001/index.html"));
    assert!(!sheet.contains("class=\"qr\"") && !sheet.contains("check-address") && sheet.contains("check-code"), "{sheet}");
    let (_, shared) =
        read("public/zh/notices/water/index.html").split_once("share-text").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let (shared, _) = shared.split_once("</p>").unwrap();
    assert!(!shared.contains("example.org") && shared.contains("核对码"), "{shared}");

    let settings = read("site.toml").replace("https://example.org/", "https://rongyin.example.org/");
    std::fs::write(folder.path().join("site.toml"), settings).unwrap();
    linli(folder.path(), &["check", "--strict"]).ends(0).says("没有发现问题");
    linli(folder.path(), &["build"]).ends(0);
    assert!(read(&format!("public/{year}-001/index.html")).contains("class=\"qr\""));
}

#[test]
fn init_spoils_nothing() {
    let site = Site::new();
    let before = site.read("site.toml");
    site.run(&["init", "--yes"]).ends(2).says("已经在一个网站里");
    site.run(&["init", "sub", "--yes"]).ends(2);
    site.run(&["init", "--yes", "--force", "--name", "别的"]).ends(0).says("没有动它");
    assert_eq!(site.read("site.toml"), before);

    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("mine.txt"), "mine").unwrap();
    linli(folder.path(), &["init", "--yes"]).ends(2).says("已经有东西");
    linli(folder.path(), &["init"]).ends(2).says("--yes");
    linli(folder.path(), &["init", "mine.txt", "--yes"]).ends(2).says("是一个文件");
    linli(folder.path(), &["init", "--yes", "--lang2", "klingon!"]).ends(2);
    linli(folder.path(), &["init", "新的", "--yes", "--address", "榕荫 社区"]).ends(2).says("写完整的网址");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    linli(folder.path(), &["init", "--yes", "--force"]).ends(0);
    linli(folder.path(), &["init", "我们的 网站", "--yes"]).ends(2);
    assert_eq!(std::fs::read_to_string(folder.path().join("mine.txt")).unwrap(), "mine");
}

#[test]
fn new_knows_kinds_by_both_names_and_counts_numbers() {
    let site = Site::new();
    // The samples have the numbers 001 to 003.
    let cases: &[(&[&str], &str, &str)] = &[
        (&["通知", "关于临时停水的通知"], "content/notices/2026-004.md", "number: 2026-004"),
        (&["notice", "Temporary water cut"], "content/notices/2026-06-20-temporary-water-cut.md", "number: 2026-005"),
        (&["meetings", "业主大会：停车"], "content/meetings/2026-006.md", "title: 业主大会：停车"),
        (&["会议"], "content/meetings/2026-007.md", "title:\n"),
        (&["收支", "2026年第二季度", "--number", "2026-050"], "content/revenue/2026-050.md", "title: \"2026年第二季度\""),
        (&["改造", "车库照明"], "content/renovation/2026-051.md", "status: draft"),
        (&["活动", "端午包粽子"], "content/activities/2026-052.md", "published: 2026-06-20"),
        (&["组织", "志愿服务队"], "content/organizations/2026-053.md", "contact:"),
        (&["场所", "公示栏"], "content/places/2026-054.md", "type:"),
        (&["page", "About us"], "content/pages/about-us.md", "title: About us"),
    ];
    for kind in KINDS {
        assert!(cases.iter().any(|(_, path, _)| path.starts_with(&format!("content/{}/", kind.folder))), "no case for {}", kind.folder);
    }
    for (args, path, expected) in cases {
        let run = site.run(&[&["new"], *args].concat()).ends(0);
        assert!(run.out.contains(path), "{args:?}: {}", run.out);
        let text = site.read(path);
        assert!(text.contains(expected) && text.contains("status: draft"), "{args:?}: {text}");
        assert!(text.contains("# 标题"), "the comments are Chinese: {text}");
    }
    site.run(&["new", "notice", "Temporary water cut"]).ends(2).says("没有动它");
    site.run(&["new", "通知", "x", "--number", "2026-050"]).ends(2).says("已经用过");
    site.run(&["new", "通知", "x", "--number", "50"]).ends(2).says("2026-011");
    site.run(&["new", "通知", "明年的", "--today", "2027-01-02"]).ends(0).says("2027-001");
    let english = site.run(&["--lang", "en", "new", "会议", "Parking"]).ends(0);
    assert!(english.out.contains("fields still empty: type, organ"), "{}", english.out);
    assert!(site.read("content/meetings/2026-06-20-parking.md").contains("# Heading"));
}

#[test]
fn an_unfinished_draft_does_not_stop_the_site() {
    let site = Site::new();
    site.run(&["new", "通知", "还没写完"]).ends(0);
    for kind in KINDS {
        site.run(&["new", kind.aliases[0], "也没写完"]).ends(0);
    }
    site.run(&["check"]).ends(0).says("提醒[COM-03]");
    site.run(&["build"]).ends(0);
    site.run(&["list"]).ends(0);
    site.edit("content/notices/2026-004.md", "status: draft", "status: published");
    site.run(&["build"]).ends(1).says("类型");
}

#[test]
fn a_filled_template_is_a_sound_record() {
    let site = Site::new();
    site.run(&["new", "通知", "关于停水的通知"]).ends(0);
    let file = "content/notices/2026-004.md";
    site.edit(file, "type:\n", "type: disruption\n");
    site.edit(file, "# effective: ", "effective: ");
    site.edit(file, "status: draft", "status: published");
    site.run(&["check"]).ends(0);
    site.run(&["build"]).ends(0);
    assert!(site.at("public/zh/notices/2026-004/index.html").exists());
}

#[test]
fn a_stamp_keeps_every_other_byte_and_is_given_once() {
    let site = Site::new();
    let (primary, sidecar) = ("content/notices/water.md", "content/notices/water.en.md");
    site.edit(primary, "各位居民", "各位邻居");
    site.run(&["check"]).ends(0).says("COM-06");
    site.run(&["stamp", "notices/water", "--today", "2026-06-21"]).ends(0).says(sidecar);
    site.run(&["check"]).ends(0).says("没有发现问题");
    let stamped = site.read(sidecar);
    assert!(stamped.contains("translated: 2026-06-21\n"), "{stamped}");
    let before = site.files("content");
    for name in ["notices/water", primary, sidecar, "--all"] {
        site.run(&["stamp", name, "--today", "2026-06-22"]).ends(0).says("没有要改的");
    }
    assert!(site.files("content") == before);

    // As old editors save it: with byte order mark and CRLF.
    let windows = |text: &str| format!("\u{FEFF}{}", text.replace('\n', "\r\n"));
    let bare = stamped.lines().filter(|l| !l.starts_with("based_on") && !l.starts_with("translated")).collect::<Vec<_>>().join("\n") + "\n";
    site.write(sidecar, &windows(&bare));
    site.run(&["stamp", "notices/water", "--today", "2026-06-21"]).ends(0);
    assert_eq!(site.read(sidecar), windows(&stamped));

    site.edit(primary, "type: disruption", "type: [");
    site.run(&["stamp", "notices/water"]).ends(1).says("linli check");
    site.run(&["stamp", "notices/nothing"]).ends(2);
}

#[test]
fn a_list_is_a_table_json_or_csv() {
    let site = Site::new();
    site.own("content/notices/water.md");
    site.edit("content/notices/water.md", "各位居民", "各位邻居");
    std::fs::remove_file(site.at("content/places/hall.en.md")).unwrap();
    site.run(&["new", "通知", "关于停水的通知"]).ends(0);
    site.edit("content/notices/2026-004.md", "type:\n", "type: call\n");

    let table = site.run(&["list"]).ends(0);
    assert!(table.err.contains("共 8 条"), "{}", table.err);
    // The same column in cells: `zh` begins where `原文` does.
    let cells = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
    let head = table.out.lines().next().unwrap();
    let column = cells(&head[..head.find("zh").unwrap()]);
    for line in table.out.lines().skip(1) {
        let at = line.find("原文").unwrap_or_else(|| panic!("{line}"));
        assert_eq!(cells(&line[..at]), column, "{}", table.out);
    }
    let ids = |args: &[&str]| {
        let json: serde_json::Value = serde_json::from_str(&site.run(&[&["list", "--format", "json"], args].concat()).ends(0).out).unwrap();
        json["records"].as_array().unwrap().iter().map(|r| r["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(ids(&["--missing"]), "notices/2026-004 places/hall");
    assert_eq!(ids(&["--stale"]), "notices/water");
    assert_eq!(ids(&["--drafts"]), "notices/2026-004");
    assert_eq!(ids(&["--missing", "--kind", "场所"]), "places/hall");
    assert_eq!(ids(&["--missing", "--content-lang", "zh"]), "");
    assert_eq!(ids(&["--stale", "--missing"]), "notices/2026-004 notices/water places/hall");

    let csv = site.run(&["list", "--format", "csv", "--kind", "notice"]).ends(0).out;
    let expected = "\u{FEFF}id,kind,number,title,published,status,zh,en\r\n\
        notices/2026-004,notice,2026-004,关于停水的通知,2026-06-20,draft,original,missing\r\n\
        notices/water,notice,2026-001,关于检修水管临时停水的通知（示例）,2026-06-20,published,original,stale\r\n";
    assert_eq!(csv, expected);
    assert_eq!(site.run(&["--lang", "en", "list", "--format", "csv", "--kind", "notice"]).out, csv);

    site.edit("content/notices/water.md", "type: disruption", "type: nonsense");
    site.run(&["list", "--today", TODAY]).ends(1).says("没有列入");
}
