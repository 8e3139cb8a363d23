//! Files beside records: their published bytes and names.
//!
//! In: photos of every format with camera data in every place, under every name; drawings and pages with scripts; names that some
//! system does not allow. Out: a site without the camera data, or an error. Always: `check` reports what publishing would refuse.

use linli::locale::Tongue;
use linli::route::Names;
use linli::write::MANIFEST;

use crate::support::{Memory, TODAY, compile, data, lines, request};

const MARK: &[u8] = b"GPS 21.9N 100.8E";

/// The base site of the diagnostics, with one record and the files beside it.
fn site(fields: &str, body: &str, beside: &[(&str, &[u8])]) -> Memory {
    let mut site = Memory::copy_of(&data("diagnostics").join("base"));
    let text = format!("---\ntitle: 停水通知\npublished: 2026-06-16\ntype: call\n{fields}---\n{body}\n");
    site.put("content/notices/water/index.md", text);
    for (name, bytes) in beside {
        site.put(&format!("content/notices/water/{name}"), *bytes);
    }
    site
}

fn jpeg(more: &[u8], behind: &[u8]) -> Vec<u8> {
    let frame = b"\xFF\xC0\x00\x0B\x08\x00\x08\x00\x08\x01\x01\x11\x00\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00\xAB\xFF\xD9";
    [b"\xFF\xD8", more, frame, behind].concat()
}

fn segment(marker: u8, begin: &[u8]) -> Vec<u8> {
    let data = [begin, MARK].concat();
    [&[0xFF, marker], u16::try_from(data.len() + 2).expect("short").to_be_bytes().as_slice(), &data].concat()
}

fn chunk(kind: &[u8], data: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(kind);
    sum.update(data);
    [&u32::try_from(data.len()).expect("short").to_be_bytes(), kind, data, &sum.sum().to_be_bytes()].concat()
}

/// A picture for each known way of storing a location.
fn pictures() -> Vec<(&'static str, Vec<u8>)> {
    let head = [b"\x89PNG\r\n\x1a\n".as_slice(), &chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])].concat();
    let pixels = chunk(b"IDAT", b"x\x9Cc\0\0\0\x01\0\x01");
    let end = chunk(b"IEND", b"");
    let webp = |more: &[u8]| {
        let body = [b"WEBPVP8L\x08\0\0\0\x2F\0\0\0\0\x88\x88\x08".as_slice(), more].concat();
        [b"RIFF", u32::try_from(body.len()).expect("short").to_le_bytes().as_slice(), &body].concat()
    };
    let gif = |more: &[u8], behind: &[u8]| {
        [b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF".as_slice(), more, b"\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3B", behind]
            .concat()
    };
    let heif = |brand: &[u8]| [b"\0\0\0\x18ftyp", brand, b"\0\0\0\0mif1", brand, MARK].concat();
    vec![
        ("exif", jpeg(&segment(0xE1, b"Exif\0\0II*\0\x08\0\0\0\0\0"), b"")),
        ("xmp", jpeg(&segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0"), b"")),
        ("maker", jpeg(&segment(0xE5, b""), b"")),
        ("mpf", jpeg(&segment(0xE2, b"MPF\0"), &jpeg(&segment(0xE1, b"Exif\0\0"), b""))),
        ("film behind", jpeg(b"", &[b"\0\0\0\x18ftypmp42".as_slice(), MARK].concat())),
        (
            "half",
            [b"\xFF\xD8".as_slice(), &segment(0xE1, b"Exif\0\0"), b"\xFF\xC0\x00\x0B\x08\x00\x08\x00\x08\x01\x01\x11\x00\xFF\xDA\x00"]
                .concat(),
        ),
        ("png text", [head.as_slice(), &chunk(b"tEXt", MARK), &pixels, &end].concat()),
        ("png own", [head.as_slice(), &chunk(b"gpSx", MARK), &pixels, &end].concat()),
        ("png cut", [head.as_slice(), &chunk(b"eXIf", MARK), &pixels[..9]].concat()),
        ("png behind", [head.as_slice(), &pixels, &end, MARK].concat()),
        ("webp", webp(&[b"EXIF\x10\0\0\0".as_slice(), MARK].concat())),
        ("webp own", webp(&[b"gps \x10\0\0\0".as_slice(), MARK].concat())),
        ("gif", gif(&[b"\x21\xFE\x10".as_slice(), MARK, b"\0"].concat(), MARK)),
        ("heic", heif(b"heic")),
        ("avif", heif(b"avif")),
        ("tiff", [b"II*\0\x08\0\0\0".as_slice(), MARK].concat()),
        ("unknown", MARK.to_vec()),
    ]
}

#[test]
fn no_file_of_the_site_says_where_a_photo_was_taken() {
    let names = [
        "a.jpg", "a.JPEG", "a.jfif", "a.jpe", "a.png", "a.webp", "a.gif", "a.heic", "a.avif", "a.tif", "a.dng", "a.bmp", "a.svg", "a.pdf",
        "a.html",
    ];
    for (what, bytes) in pictures() {
        let mut site = Memory::copy_of(&data("diagnostics").join("base"));
        // The name of a file that is no picture does not make it one.
        let names = names.iter().filter(|name| what != "unknown" || !matches!(**name, "a.pdf" | "a.html")).enumerate();
        for (n, name) in names.clone() {
            let fields = format!("attachments: [{{ file: {name}, title: 图 }}]");
            let text = format!("---\ntitle: 第 {n} 号\npublished: 2026-06-16\ntype: call\n{fields}\n---\n![图]({name})\n");
            site.put(&format!("content/notices/n-{n}/index.md"), text);
            site.put(&format!("content/notices/n-{n}/{name}"), bytes.as_slice());
        }
        let mut request = request(&site, Memory::root(), TODAY);
        request.keep_going = true;
        let (compiled, tree) = compile(&request);
        let files = tree.into_files();
        assert!(!files.is_empty());
        for (path, bytes) in &files {
            assert!(!bytes.windows(MARK.len()).any(|w| w == MARK), "{what}: {path}");
        }
        let findings = &compiled.checked.findings;
        for (n, name) in names {
            let record = format!("content/notices/n-{n}/index.md");
            let is_told = findings.iter().any(|d| d.is_error() && *d.path == *record);
            let is_there = files.contains_key(&format!("notices/n-{n}/{name}"));
            assert_ne!(is_told, is_there, "{what} as {name}: {:#?}", lines(findings, Tongue::En));
        }
    }
}

#[test]
fn nothing_that_runs_is_published_as_a_page_of_the_site() {
    let drawing = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"><script>alert(2)</script><path d=\"M0 0\"/></svg>";
    let fields = "attachments: [{ file: s.svg, title: 图 }, { file: f.html, title: 表格 }]\n";
    let site =
        site(fields, "见[表格](f.html)和[数据](d.xml)。<b>甲</b>", &[("s.svg", drawing), ("f.html", b"<script>"), ("d.xml", b"<a/>")]);
    let (compiled, tree) = compile(&request(&site, Memory::root(), TODAY));
    let found = lines(&compiled.checked.findings, Tongue::En);
    assert_eq!(found.iter().filter(|line| line.contains("E113")).count(), 3, "{found:#?}");
    let files = tree.into_files();
    let text = |path: &str| String::from_utf8(files[path].clone()).expect("a text");
    assert_eq!(text("notices/water/s.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"M0 0\"/></svg>\n");
    for (path, bytes) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let page = String::from_utf8_lossy(bytes);
        for link in page.split("<a ").skip(1).filter_map(|rest| rest.split('>').next()) {
            let leads = link.contains("/f.html\"") || link.contains("/d.xml\"");
            assert_eq!(leads, link.contains(" download"), "{path}: {link}");
        }
    }
    let page = text("zh/notices/water/index.html");
    assert_eq!(page.matches(" download").count(), 3, "{page}");
}

/// A file that would end `build` with 5 is a finding of `check`: the sink of `build` gets each file of a site without errors.
#[test]
fn what_publishing_would_refuse_has_a_finding_before() {
    let mut refused = Vec::new();
    let mut cases: Vec<(String, Memory)> = Vec::new();
    for name in [
        "con.pdf",
        "NUL",
        "com1.txt",
        "a?.pdf",
        "a .pdf",
        "a.pdf ",
        "a.",
        "index.html",
        "shown",
        "sub/aux.pdf",
        "Sub/x.pdf",
        "甲.pdf",
        ".pdf",
    ] {
        cases.push((name.into(), site(&format!("attachments: [{{ file: \"{name}\", title: 甲 }}]\n"), "甲", &[(name, b"x")])));
    }
    let pair =
        "attachments: [{ file: A.pdf, title: 甲 }, { file: a.pdf, title: 乙 }, { file: É.pdf, title: 丙 }, { file: é.pdf, title: 丁 }]\n";
    cases.push(("pair".into(), site(pair, "甲", &[("A.pdf", b"x"), ("a.pdf", b"y"), ("É.pdf", b"z"), ("é.pdf", b"w")])));
    cases.push((
        "folder".into(),
        site("attachments: [{ file: a, title: 甲 }, { file: A/b, title: 乙 }]\n", "甲", &[("a", b"x"), ("A/b", b"y")]),
    ));
    for alias in [
        "/con/",
        "/ZH/",
        "/zh/",
        "/robots.txt",
        "/sitemap.xml",
        "/404.html",
        "/404",
        "/.git/",
        "//evil",
        "/a?/",
        "/a|b/",
        "/a./",
        "/NOTICES/WATER/",
        "/notices/water/a.pdf",
        "/notices/water/A.PDF/",
        "/notices/water/",
        "/notices",
        "/zh/font.css",
        "/index.html",
        "/INDEX.HTML",
        "/assets/",
        "/zh/notices/water/",
        "/zh/notices/water/x/",
        "/.linli-manifest.json",
        "/old/",
        "/x/../y/",
        "/lpt1.html",
        "/aux.b/c/",
    ] {
        let fields = format!("aliases: [\"{alias}\"]\nattachments: [{{ file: a.pdf, title: 甲 }}]\n");
        cases.push((alias.into(), site(&fields, "甲", &[("a.pdf", b"x")])));
    }
    cases.push(("twice".into(), site("aliases: [/old/, /OLD/, /old/index.html]\n", "甲", &[])));
    for stem in ["notices", "changes", "log", "atom", "calendar", "font", "con", "about"] {
        let mut site = site("", "甲", &[]);
        site.put(&format!("content/pages/{stem}.md"), "---\ntitle: 页\npublished: 2026-06-16\n---\n正文\n");
        cases.push((format!("pages/{stem}"), site));
    }
    for tag in ["con", "aux", "lpt9", "all"] {
        let mut site = site(&format!("tags: [{tag}]\n"), "甲", &[]);
        site.put("content/tags.yaml", format!("{tag}: {{ zh: 标签, en: Tag }}\nparking: {{ zh: 停车, en: Parking }}\n"));
        cases.push((format!("tag {tag}"), site));
    }
    for (name, site) in cases {
        let (compiled, tree) = compile(&request(&site, Memory::root(), TODAY));
        let files = tree.into_files();
        if files.is_empty() {
            refused.push(name);
            continue;
        }
        let mut names = Names::default();
        for path in files.keys() {
            let taken = names.take(path);
            assert!(taken.is_ok() && path != MANIFEST, "{name}: {path} {taken:?} {:#?}", lines(&compiled.checked.findings, Tongue::En));
        }
    }
    for sound in ["甲.pdf", "/old/", "/404", "pages/about", "tag all", "/zh/notices/water/x/"] {
        assert!(!refused.iter().any(|name| name == sound), "{sound} is refused: {refused:?}");
    }
}
