//! `build` and `clean`: their effect on the published site.

use super::{Site, TODAY};

#[test]
fn a_second_build_touches_no_file() {
    let site = Site::new();
    let first = site.run(&["build"]).ends(0);
    assert!(first.err.contains("完成：") && first.err.contains("2 种语言") && first.out.is_empty(), "{}", first.all());
    let before = site.files("public");
    assert!(before.keys().any(|p| p.ends_with("zh/notices/water/index.html")));
    site.run(&["build"]).ends(0).says("没有变化");
    assert!(site.files("public") == before);
    site.edit("content/places/hall.md", "下棋", "下象棋");
    site.run(&["build"]).ends(0).says("改动");
    let after = site.files("public");
    assert!(after != before && after.keys().eq(before.keys()));
}

#[test]
fn quiet_says_nothing_and_reports_all() {
    let site = Site::new();
    let run = site.run(&["build", "-q", "--report", "out/report.json"]).ends(0);
    assert_eq!(run.all(), "");
    let report: serde_json::Value = serde_json::from_str(&site.read("out/report.json")).unwrap();
    assert_eq!((&report["today"], &report["published"]), (&TODAY.into(), &"yes".into()));
    assert_eq!(report["languages"][1]["translated"], 7);
    assert!(report["next_change_at"].as_str().is_some_and(|at| at.starts_with("2026-06-2")), "{report}");
    let manifest = std::fs::read(site.at("public/.linli-manifest.json")).unwrap();
    assert_eq!(report["manifest_blake3"].as_str().unwrap().len(), 64);
    assert!(report["pages"].as_array().unwrap().len() > 20 && !manifest.is_empty());
    // Replaced in one step, with the same bytes on the same day.
    let before = site.read("out/report.json");
    site.run(&["build", "-q", "--report", "out/report.json"]).ends(0);
    assert_eq!(site.read("out/report.json"), before);

    site.edit("content/notices/water.md", "type: disruption", "type: nonsense");
    let run = site.run(&["build", "-q", "--report", "out/report.json"]).ends(1);
    assert!(run.err.contains("COM-03") && run.out.is_empty(), "{}", run.all());
    let report: serde_json::Value = serde_json::from_str(&site.read("out/report.json")).unwrap();
    assert_eq!((&report["published"], &report["counts"]["errors"]), (&"no".into(), &1.into()));
}

#[test]
fn an_error_leaves_the_site_of_before() {
    let site = Site::new();
    site.own("content/notices/water.md");
    site.run(&["build"]).ends(0);
    let before = site.files("public");
    for (from, to, code) in [("type: disruption", "type: nonsense", 1), ("各位居民", "11010519491231002X", 6)] {
        let text = site.read("content/notices/water.md");
        site.edit("content/notices/water.md", from, to);
        for args in [&["build"][..], &["build", "--keep-going"]] {
            site.run(args).ends(code).says("已发布的网站没有改动");
            assert!(site.files("public") == before, "{args:?} {to}");
        }
        site.write("content/notices/water.md", &text);
    }
}

#[test]
fn keep_going_publishes_the_sound_records_of_a_new_site() {
    let site = Site::new();
    site.edit("content/notices/water.md", "type: disruption", "type: nonsense");
    site.run(&["build", "--keep-going"]).ends(1).says("有错误的记录这一次没有公开");
    assert!(site.at("public/zh/places/hall/index.html").exists());
    assert!(!site.at("public/zh/notices/water").exists());
}

#[test]
fn a_published_record_never_vanishes_without_a_word() {
    let site = Site::new();
    site.own("content/notices/water.md");
    site.run(&["build"]).ends(0);
    let before = site.files("public");
    let text = site.read("content/notices/water.md");
    let gone: [&dyn Fn(); 2] = [
        &|| {
            std::fs::remove_file(site.at("content/notices/water.md")).unwrap();
            std::fs::remove_file(site.at("content/notices/water.en.md")).unwrap();
        },
        &|| site.write("content/notices/water.md", &text.replace("type: disruption", "type: disruption\nstatus: draft")),
    ];
    for go in gone {
        go();
        for args in [&["build"][..], &["build", "--keep-going"], &["build", "--force"]] {
            site.run(args).ends(1).says("notices/water").says("status: withdrawn");
            assert!(site.files("public") == before, "{args:?}");
        }
    }
    let withdrawn = "type: disruption\nstatus: withdrawn\nwithdrawn: { date: 2026-06-20, reason: 改期 }";
    site.write("content/notices/water.md", &text.replace("type: disruption", withdrawn));
    site.run(&["build"]).ends(0);
    assert!(site.at("public/zh/notices/water/index.html").exists());
}

#[test]
fn a_renamed_record_is_still_found_at_its_old_address() {
    let site = Site::new();
    site.own("content/notices/water.md");
    site.run(&["build"]).ends(0);
    for end in ["md", "en.md"] {
        std::fs::rename(site.at(&format!("content/notices/water.{end}")), site.at(&format!("content/notices/cut.{end}"))).unwrap();
    }
    site.run(&["build"]).ends(1).says("notices/water").says("旧地址: [/zh/notices/water/]");
    // As the message says it, word for word.
    site.edit("content/notices/cut.md", "type: disruption", "type: disruption\n旧地址: [/zh/notices/water/]");
    site.run(&["check"]).ends(0);
    for _ in 0..2 {
        site.run(&["build"]).ends(0);
        for lang in ["zh", "en"] {
            let page = site.read(&format!("public/{lang}/notices/water/index.html"));
            assert!(page.contains(&format!("{lang}/notices/cut/\"")) && page.contains(&format!("lang=\"{lang}")), "{page}");
        }
    }
    // The line that leads on is not taken away without a word either.
    site.edit("content/notices/cut.md", "旧地址: [/zh/notices/water/]\n", "");
    site.run(&["build"]).ends(1).says("notices/water");
    // Who refers to the old name is told the new one.
    site.edit("content/notices/cut.md", "type: disruption", "type: disruption\naliases: [/zh/notices/water/]");
    site.write(
        "content/notices/more.md",
        "---\ntitle: 补充\npublished: 2026-06-16\ntype: call\nrelated: [{ rel: follows, to: notices/water }]\n---\n正文\n",
    );
    site.run(&["check"]).ends(1).says("COM-02").says("notices/cut");
}

#[test]
fn samples_may_be_deleted_after_they_were_published() {
    let site = Site::new();
    site.run(&["build"]).ends(0);
    let page = site.read("public/zh/notices/water/index.html");
    assert!(page.contains("这一条是建站时附带的示例"), "{page}");
    let content = site.at("content");
    for kind in ["notices", "meetings", "activities", "revenue", "places", "organizations"] {
        std::fs::remove_dir_all(content.join(kind)).unwrap();
    }
    site.write("content/notices/first.md", "---\ntitle: 第一条通知\npublished: 2026-06-16\ntype: call\n---\n正文\n");
    // The one thing that is left says what to do.
    site.run(&["build"]).ends(3).says("删掉 publisher 这一行");
    let settings = site.read("site.toml");
    let kept: Vec<&str> = settings.lines().filter(|line| !line.starts_with("publisher")).collect();
    site.write("site.toml", &kept.join("\n"));
    site.run(&["build"]).ends(0);
    assert!(!site.at("public/zh/notices/water").exists() && site.at("public/zh/notices/first/index.html").exists());
}

#[test]
fn records_that_wait_are_named_and_a_preview_of_them_may_go_again() {
    let site = Site::new();
    site.write("content/notices/later.md", "---\ntitle: 以后的事\npublished: 2026-07-01\ntype: call\n---\n正文\n");
    site.write("content/notices/draft.md", "---\ntitle: 还没写好\npublished: 2026-06-01\ntype: call\nstatus: draft\n---\n正文\n");
    let page = site.at("public/zh/notices/draft/index.html");
    let run = site.run(&["build"]).ends(0).says("1 条还没到公开时间：notices/later（2026-07-01）");
    run.says("1 条是草稿，没有公开：notices/draft");
    assert!(!page.exists());
    site.run(&["build", "--drafts"]).ends(0);
    assert!(page.exists());
    site.run(&["build"]).ends(0);
    assert!(!page.exists());
    site.run(&["build", "--today", "2026-07-01"]).ends(0);
    assert!(site.at("public/zh/notices/later/index.html").exists());
}

#[test]
fn a_folder_of_others_is_used_only_when_forced_and_cleaned_with_care() {
    let site = Site::new();
    site.write("www/mine.txt", "mine");
    site.run(&["build", "-o", "www"]).ends(5).says("--force");
    assert_eq!(site.files("www").len(), 1);
    site.run(&["build", "-o", "www", "--force"]).ends(0);
    assert!(site.at("www/index.html").exists());
    site.run(&["clean", "-o", "www"]).ends(0).says("没有动");
    assert_eq!(site.read("www/mine.txt"), "mine");
    assert_eq!(site.files("www").len(), 1);
    site.run(&["build"]).ends(0);
    site.run(&["clean"]).ends(0).says("已清理");
    assert!(!site.at("public").exists());
    site.run(&["clean"]).ends(0).says("没有要清理的网页");
}

#[test]
fn address_links_and_threads_follow_the_command_line() {
    let site = Site::new();
    site.run(&["build", "-u", "https://other.example/x", "--portable", "-j", "1", "-o", "one"]).ends(0);
    let home = site.read("one/zh/index.html");
    assert!(home.contains("https://other.example/x/zh/"), "{home}");
    assert!(home.contains("index.html\""), "{home}");
    site.run(&["build", "-j", "1", "-o", "two"]).ends(0);
    site.run(&["build", "-j", "4", "-o", "four"]).ends(0);
    let bytes = |folder: &str| site.files(folder).into_values().map(|(bytes, _)| bytes).collect::<Vec<_>>();
    assert_eq!(bytes("two"), bytes("four"));
}

#[test]
fn an_empty_site_takes_the_place_of_a_former_one_only_if_forced() {
    let site = Site::new();
    site.own("content/notices/water.md");
    site.run(&["build"]).ends(0);
    std::fs::remove_dir_all(site.path().join("content")).unwrap();
    std::fs::create_dir(site.path().join("content")).unwrap();
    site.edit("site.toml", "publisher", "# publisher");
    site.run(&["build"]).ends(1).says("--force");
    assert!(site.path().join("public/zh/notices/index.html").exists());
    site.run(&["build", "--force"]).ends(0);
    assert!(!site.path().join("public/zh/notices/index.html").exists());
}
