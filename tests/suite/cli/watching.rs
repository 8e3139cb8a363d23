//! `watch`: every way of saving a file causes a rebuild, and nothing else does.

use std::fs;

use super::Site;
use super::running::Running;

const RECORD: &str = "content/notices/water.md";
const PAGE: &str = "public/zh/notices/water/index.html";

/// The record with a text that identifies a save.
fn saying(sound: &str, text: &str) -> String {
    sound.replacen("各位居民", &format!("{text}，各位居民"), 1)
}

#[test]
fn every_way_of_saving_leads_to_the_new_page() {
    let site = Site::new();
    let sound = site.read(RECORD);
    assert!(sound.contains("各位居民"), "{sound}");
    let path = site.at(RECORD);
    let beside = |name: &str| path.with_file_name(name);
    type Way<'a> = (&'a str, Box<dyn Fn(&str) + 'a>);
    let ways: Vec<Way<'_>> = vec![
        ("在原处写", Box::new(|text| fs::write(&path, text).unwrap())),
        ("清空再写", {
            Box::new(|text| {
                fs::write(&path, "").unwrap();
                fs::write(&path, text).unwrap();
            })
        }),
        ("写好改名", {
            Box::new(|text| {
                fs::write(beside(".water.md.tmp-1"), text).unwrap();
                fs::rename(beside(".water.md.tmp-1"), &path).unwrap();
            })
        }),
        ("先删再写", {
            Box::new(|text| {
                fs::remove_file(&path).unwrap();
                fs::write(&path, text).unwrap();
            })
        }),
        // Vim: 4913, a backup, a swap file.
        ("留下备份", {
            Box::new(|text| {
                fs::write(beside("4913"), "").unwrap();
                fs::remove_file(beside("4913")).unwrap();
                fs::write(beside(".water.md.swp"), "swap").unwrap();
                fs::rename(&path, beside("water.md~")).unwrap();
                fs::write(&path, text).unwrap();
                fs::remove_file(beside("water.md~")).unwrap();
                fs::remove_file(beside(".water.md.swp")).unwrap();
            })
        }),
        // Word and WPS: a lock file beside, a new file under another name, the old one deleted.
        ("办公软件", {
            Box::new(|text| {
                fs::write(beside("~$water.md"), "lock").unwrap();
                fs::write(beside("~WRD0001.tmp"), text).unwrap();
                fs::rename(&path, beside("~WRL0002.tmp")).unwrap();
                fs::rename(beside("~WRD0001.tmp"), &path).unwrap();
                fs::remove_file(beside("~WRL0002.tmp")).unwrap();
                fs::remove_file(beside("~$water.md")).unwrap();
            })
        }),
    ];
    let mut watch = Running::ready(&site, &["watch"]);
    for (text, save) in &ways {
        save(&saying(&sound, text));
        watch.sees(&site, PAGE, text);
    }
    let rebuilds = watch.rebuilds();
    assert!(rebuilds.iter().all(|line| !line.contains('✗') && line.contains("改了 content/notices/water.md ")), "{rebuilds:#?}");
}

#[test]
fn a_thousand_files_at_once_are_one_rebuild() {
    let site = Site::new();
    let sound = site.read(RECORD);
    let mut watch = Running::ready(&site, &["watch"]);
    for n in 0..1000 {
        site.write(&format!("content/notices/sheet-{n:04}.txt"), "x");
    }
    site.write(RECORD, &saying(&sound, "一千个"));
    watch.sees(&site, PAGE, "一千个");
    watch.until("the rebuild is told", |w| !w.rebuilds().is_empty());
    let rebuilds = watch.rebuilds();
    assert!(rebuilds.iter().any(|line| line.contains("个文件")), "{rebuilds:#?}");
    // On a machine that stops for half a second in between there are two rebuilds.
    assert!(rebuilds.len() <= 3, "{rebuilds:#?}");
}

#[test]
fn folders_may_go_and_come() {
    let site = Site::new();
    let mut watch = Running::ready(&site, &["watch"]);
    // A folder with files, moved in from elsewhere.
    site.write("aside/index.md", "---\ntitle: 搬进来的\npublished: 2026-06-01\ntype: call\n---\n正文\n");
    fs::rename(site.at("aside"), site.at("content/notices/moved")).unwrap();
    watch.sees(&site, "public/zh/notices/moved/index.html", "搬进来的");
    site.edit("content/notices/moved/index.md", "正文", "搬进来以后改的");
    watch.sees(&site, "public/zh/notices/moved/index.html", "搬进来以后改的");

    // A folder that did not exist when the watch began.
    assert!(!site.at("themes").exists());
    site.write("themes/board/i18n/zh.ftl", "skip_to_content = 直接看正文\n");
    watch.sees(&site, PAGE, "直接看正文");
    fs::remove_dir_all(site.at("themes")).unwrap();
    watch.sees(&site, PAGE, "跳到正文");
    site.write("themes/board/i18n/zh.ftl", "skip_to_content = 直接看正文\n");
    watch.sees(&site, PAGE, "直接看正文");

    // All content is removed: an error is printed, and the last site stays. Then the folder is created again, with another identity.
    fs::rename(site.at("content"), site.at("elsewhere")).unwrap();
    watch.until("the missing folder is told", |w| w.output().contains("E105"));
    assert!(site.at(PAGE).exists());
    fs::rename(site.at("elsewhere"), site.at("content")).unwrap();
    site.edit(RECORD, "各位居民", "回来以后，各位居民");
    watch.sees(&site, PAGE, "回来以后");
    site.edit(RECORD, "回来以后", "回来以后又改");
    watch.sees(&site, PAGE, "回来以后又改");
}

#[test]
fn a_mistake_is_told_with_its_place_and_the_next_save_is_tried_again() {
    let site = Site::new();
    let sound = site.read(RECORD);
    let mut watch = Running::ready(&site, &["watch"]);
    let before = site.files("public");
    site.write(RECORD, &sound.replace("type: disruption", "type: disrupton"));
    watch.until("the mistake", |w| w.output().contains("COM-03"));
    let line = sound.lines().position(|l| l.starts_with("type:")).unwrap() + 1;
    assert!(watch.output().contains(&format!("✗ {RECORD} 第 {line} 行有错误，网页保持上一次的样子（见下）")), "{}", watch.output());
    assert!(watch.output().contains(&format!("{RECORD}:{line}:7")), "{}", watch.output());
    assert!(site.files("public") == before);
    // Half a file, then no file, then invalid settings: none of them ends the program.
    site.write(RECORD, "---\ntitle: [");
    watch.until("half a file", |w| w.rebuilds().len() >= 2);
    fs::remove_file(site.at(RECORD)).unwrap();
    watch.until("no file", |w| w.output().contains("E106"));
    let settings = site.read("site.toml");
    site.write("site.toml", "base_url = [\n");
    watch.until("broken settings", |w| w.output().contains("E108"));
    assert!(site.files("public") == before);
    site.write("site.toml", &settings);
    site.write(RECORD, &saying(&sound, "改好了"));
    watch.sees(&site, PAGE, "改好了");
    watch.until("the mended line", |w| w.rebuilds().last().is_some_and(|l| l.contains("重做") && !l.contains('✗')));
}

#[test]
fn the_output_and_what_editors_leave_behind_make_no_work() {
    let site = Site::new();
    let sound = site.read(RECORD);
    let mut watch = Running::ready(&site, &["watch"]);
    let noise = ["public/mine.txt", ".public.linli/x", ".linli/x", ".git/index", "notes.md", "content/notices/.water.md.swp"];
    let beside = ["content/notices/water.md~", "content/notices/~$water.docx", "content/notices/x.tmp", "content/notices/4913"];
    for round in ["一", "二", "三"] {
        for name in noise.iter().chain(&beside) {
            site.write(name, round);
        }
        // The files that a rebuild writes must not cause another: each save gives one line.
        site.write(RECORD, &saying(&sound, round));
        watch.sees(&site, PAGE, &format!("{round}，各位居民"));
    }
    watch.until("three rebuilds", |w| w.rebuilds().len() >= 3);
    let rebuilds = watch.rebuilds();
    assert!(rebuilds.len() == 3 && rebuilds.iter().all(|line| line.contains("改了 content/notices/water.md ")), "{rebuilds:#?}");
}

#[test]
fn network_folders_are_looked_at() {
    let site = Site::new();
    let sound = site.read(RECORD);
    let mut watch = Running::ready(&site, &["watch", "--poll", "1"]);
    watch.until("how often it looks", |w| w.output().contains("每 1 秒看一遍文件"));
    for text in ["看到了", "又看到了"] {
        site.write(RECORD, &saying(&sound, text));
        watch.sees(&site, PAGE, text);
    }
    site.write("themes/board/i18n/zh.ftl", "skip_to_content = 直接看正文\n");
    watch.sees(&site, PAGE, "直接看正文");
    fs::rename(site.at("content"), site.at("elsewhere")).unwrap();
    watch.until("the missing folder is told", |w| w.output().contains("E105"));
    fs::rename(site.at("elsewhere"), site.at("content")).unwrap();
    site.write(RECORD, &saying(&sound, "回来了"));
    watch.sees(&site, PAGE, "回来了");
}

#[test]
fn what_is_wrong_with_the_command_ends_it() {
    let site = Site::new();
    site.write("www/mine.txt", "mine");
    site.run(&["watch", "-o", "www"]).ends(5).says("--force");
    site.run(&["watch", "-o", "content/out"]).ends(5);
    site.run(&["watch", "--poll", "0"]).ends(2);
    assert_eq!(site.files("www").len(), 1);
}
