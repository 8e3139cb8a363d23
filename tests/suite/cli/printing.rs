//! `print`: posting sheets of many records in one file.

use super::Site;

/// A picture wider than pages show it.
const BOARD: &[u8] = include_bytes!("../../../themes/board/assets/share.png");

/// A picture of one pixel.
const PIXEL: &[u8] = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;";

#[test]
fn sheets_are_put_into_one_file_that_needs_nothing_beside_it() {
    let site = Site::new();
    let text = site.read("content/notices/water.md");
    std::fs::create_dir_all(site.at("content/notices/water")).unwrap();
    std::fs::write(site.at("content/notices/water/valve.gif"), PIXEL).unwrap();
    std::fs::write(site.at("content/notices/water/board.png"), BOARD).unwrap();
    site.write("content/notices/water/index.md", &format!("{text}\n![阀门](valve.gif)\n\n![公示栏](board.png)\n\n[会堂](places/hall)\n"));
    let english = site.read("content/notices/water.en.md");
    site.write("content/notices/water/index.en.md", &english);
    std::fs::remove_file(site.at("content/notices/water.md")).unwrap();
    std::fs::remove_file(site.at("content/notices/water.en.md")).unwrap();

    site.run(&["print", "2026-001..2026-003", "2026-002", "-o", "paper/all.html", "-u", "https://rongyin.example.org"])
        .ends(0)
        .says("3 张");
    let page = site.read("paper/all.html");
    assert_eq!(page.matches("<div class=\"paper ").count(), 3, "each once");
    let order: Vec<usize> = ["2026-001</bdi>", "2026-002</bdi>", "2026-003</bdi>"].iter().map(|n| page.find(n).expect(n)).collect();
    assert!(order.is_sorted(), "in order of numbers");
    assert_eq!(page.matches("<svg class=\"qr\"").count(), 3);
    assert!(page.contains("人民币大写") && page.contains("元整"));
    assert!(page.contains("src=\"data:image/gif;base64,R0lGODlhAQAB"), "the picture is inside");
    assert!(page.contains("src=\"data:image/jpeg;base64,/9j/"), "… and of the size that pages show");
    assert!(page.contains("href=\"https://rongyin.example.org/zh/places/hall/\""), "links are whole");
    assert!(page.contains("@page") && page.contains("break-before: page"), "the style is inside");
    for outside in ["src=\"..", "href=\"..", "<link", "<script"] {
        assert!(!page.contains(outside), "{outside}");
    }
    let ids: Vec<&str> = page.match_indices(" id=\"").map(|(at, _)| page[at + 5..].split('"').next().unwrap()).collect();
    assert_eq!(ids.len(), ids.iter().collect::<std::collections::BTreeSet<_>>().len(), "{ids:?}");

    // The sheets must agree with the site.
    site.run(&["build"]).ends(0);
    let on_site = site.read("public/zh/meetings/parking/index.html");
    let code = on_site.split("check-code\" dir=\"ltr\">").nth(1).and_then(|rest| rest.split('<').next()).expect("a check code");
    assert!(page.contains(&format!(">{code}<")), "{code}");

    site.run(&["打印", "２０２６-００１"]).ends(0).says("2026-001.html");
    assert_eq!(site.read("2026-001.html").matches("<div class=\"paper ").count(), 1);
}

#[test]
fn nothing_is_printed_that_the_site_does_not_say() {
    let site = Site::new();
    site.own("content/notices/water.md");
    site.edit("content/notices/water.md", "title:", "status: draft\ntitle:");
    site.run(&["print", "2026-001", "-o", "x.html"]).ends(2).says("--drafts");
    site.run(&["print", "2026-001", "-o", "draft.html", "--drafts"]).ends(0);
    site.run(&["print", "2026-001..2026-002", "-o", "rest.html"]).ends(0).says("1 张");
    site.edit("content/notices/water.md", "status: draft", "status: withdrawn\nwithdrawn: { date: 2026-06-20, reason: 写错了 }");
    site.run(&["print", "2026-001", "-o", "x.html"]).ends(2).says("撤回");
    site.edit("content/meetings/parking.md", "title:", "titel:");
    site.run(&["print", "2026-003", "-o", "x.html"]).ends(1).says("COM-03");
    assert!(!site.at("x.html").exists());
}
