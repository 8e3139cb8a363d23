//! Hostile input gives a clear finding, in little time and memory.
//!
//! In: hostile sites. Out: the finding, with time and memory: each case has a process of its own, so that its peak memory can be
//! measured. Always: under 2 s and 500 MB in a release build; a debug build on a busy machine may take ten times as long, but not
//! more memory.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use linli::fs::Disk;
use linli::locale::Tongue;

use crate::support::{Quiet, TODAY, Tree, lines, request};

const SETTINGS: &str = "base_url = \"https://example.org/\"\ntimezone = \"Asia/Shanghai\"\nname = { zh = \"小院\" }\nlanguages = [{ tag = \"zh-Hans\", path = \"zh\" }]\n";
const CASE: &str = "LINLI_HOSTILE_CASE";
const MEGABYTES: u64 = 500;

/// Name, function that writes the site, and the expected code; empty if the site has no errors.
type Case = (&'static str, fn(&Path), &'static str);

const CASES: &[Case] = &[
    ("alias_bomb", alias_bomb, "E103"),
    ("deep_flow", |root| notice(root, &format!("tags: {}\n", "[".repeat(100_000)), ""), "E103"),
    ("deep_block", |root| notice(root, &deep_block(), ""), "E103"),
    ("deep_settings", |root| put(root, "site.toml", format!("{SETTINGS}x = {}\n", "[".repeat(100_000)).as_bytes()), "E103"),
    ("sparse_record", |root| sparse(root, "content/notices/huge.md"), "E103"),
    ("sparse_settings", |root| sparse(root, "site.toml"), "E103"),
    ("sparse_tags", |root| sparse(root, "content/tags.yaml"), "E103"),
    ("sparse_template", |root| sparse(root, "themes/board/templates/home.html"), "E109"),
    ("sparse_attachment", sparse_attachment, "COM-09"),
    ("way_out_by_name", |root| notice(root, "attachments: [{ file: ../../../../etc/passwd, title: 口令 }]\n", ""), "E105"),
    ("way_out_by_link", |root| notice(root, "", "[口令](../../../../etc/passwd)\n"), "COM-02"),
    ("symlink_to_file", |root| link(root, "/etc/passwd", "content/notices/passwd.md"), "E105"),
    ("symlink_to_folder", |root| link(root, "/etc", "content/notices/etc"), "E105"),
    ("symlink_to_itself", |root| link(root, ".", "content/notices/here"), "E105"),
    ("symlinked_attachment", symlinked_attachment, "E105"),
    ("script", |root| notice(root, "", "<script>alert(1)</script>\n"), "E107"),
    ("javascript", |root| notice(root, "", "[点](javascript:alert(1))\n"), "E107"),
    ("bytes", |root| put(root, "content/notices/bytes.md", b"---\ntitle: \xFF\xFE\x00\x80\n---\n"), "E102"),
    ("bytes_in_name", bytes_in_name, "E105"),
    ("huge_table", |root| notice(root, "", &huge_table()), "E103"),
    ("many_quotes", |root| notice(root, "", &format!("{}\n", "> ".repeat(100_000))), "E103"),
    ("many_brackets", |root| notice(root, "", &format!("{}\n", "[".repeat(200_000))), ""),
    ("many_links", |root| notice(root, "", &"[a](x) ".repeat(50_000)), "COM-02"),
    ("many_stars", |root| notice(root, "", &"*a **b ".repeat(100_000)), ""),
    ("many_ticks", |root| notice(root, "", &(1..800).map(|n| format!("{} ", "`".repeat(n))).collect::<String>()), ""),
    ("many_footnotes", |root| notice(root, "", &(0..5000).map(|n| format!("[^{n}]\n\n[^{n}]: x\n\n")).collect::<String>()), ""),
    ("many_braces", |root| notice(root, "", &"{{ fig ".repeat(100_000)), "COM-02"),
    ("one_long_line_of_code", |root| notice(root, "", &format!("```rust\n{}\n```\n", "(".repeat(1_000_000))), ""),
    ("much_code", |root| notice(root, "", &format!("```c\n{}```\n", "int x = /* a */ 1; // b\n".repeat(50_000))), ""),
    ("raw_html", |root| notice(root, "", &"<div><b><i>".repeat(50_000)), "E103"),
    ("unknown_keys", |root| notice(root, &(0..4000).map(|n| format!("k{n}: 1\n")).collect::<String>(), ""), "COM-03"),
    ("long_repeat", long_repeat, "E103"),
    ("wide_table", |root| notice(root, "", &wide_table()), "E103"),
    ("many_languages", many_languages, "E103"),
    ("long_chain", long_chain, "E103"),
    ("profile_bomb", profile_bomb, ""),
    (
        "template_loop",
        |root| {
            put(
                root,
                "themes/board/templates/404.html",
                b"{% for a in range(end=100000000) %}{% for b in range(end=100000000) %}x{% endfor %}{% endfor %}",
            )
        },
        "E109",
    ),
    ("template_includes_itself", |root| put(root, "themes/board/templates/404.html", b"{% include \"404.html\" %}"), "E109"),
    ("deep_catalogue", |root| put(root, "themes/board/i18n/zh.ftl", format!("a = {}\n", "{".repeat(100_000)).as_bytes()), "E109"),
];

#[test]
fn hostile_input_ends_in_a_clear_finding_in_bounded_time_and_memory() {
    let exe = std::env::current_exe().expect("this test has a name");
    let only = std::env::var("HOSTILE").ok();
    let limit = if cfg!(debug_assertions) { Duration::from_secs(20) } else { Duration::from_secs(2) };
    let mut failures = Vec::new();
    for (name, ..) in CASES.iter().filter(|(name, ..)| only.as_ref().is_none_or(|o| name.contains(o.as_str()))) {
        let begun = Instant::now();
        let mut child = Command::new(&exe)
            .args(["--exact", "hostile::one_hostile_site", "--ignored", "--nocapture"])
            .env(CASE, name)
            .stdout(std::process::Stdio::piped())
            .stderr(std::process::Stdio::piped())
            .spawn()
            .expect("this test can be started again");
        while begun.elapsed() < limit * 2 && child.try_wait().expect("a child of ours").is_none() {
            std::thread::sleep(Duration::from_millis(5));
        }
        if child.try_wait().expect("a child of ours").is_none() {
            child.kill().expect("a child of ours");
            child.wait().expect("a child of ours");
            failures.push(format!("{name}: does not end"));
            continue;
        }
        let output = child.wait_with_output().expect("a child of ours");
        let output_text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        if !output.status.success() {
            failures.push(format!("{name}: {}", output_text.lines().filter(|l| !l.trim().is_empty()).collect::<Vec<_>>().join("\n    ")));
            continue;
        }
        let value = |key: &str| output_text.lines().find_map(|l| l.split_once(key)?.1.trim().parse::<u64>().ok());
        let took = Duration::from_millis(value("hostile-milliseconds:").unwrap_or(u64::MAX));
        let peak = value("hostile-megabytes:").unwrap_or(0);
        println!("{name}: {} ms, {peak} MB", took.as_millis());
        if took > limit {
            failures.push(format!("{name}: took {took:?}"));
        }
        if peak > MEGABYTES {
            failures.push(format!("{name}: {peak} MB"));
        }
    }
    assert!(failures.is_empty(), "{} cases:\n  {}", failures.len(), failures.join("\n  "));
}

#[test]
#[ignore = "the child of the test above: it makes one case and tells what it took"]
fn one_hostile_site() {
    let Ok(wanted) = std::env::var(CASE) else { return };
    let (_, lay_out, code) = CASES.iter().find(|(name, ..)| *name == wanted).expect("a case of the table");
    let home = tempfile::tempdir().expect("a folder");
    put(home.path(), "site.toml", SETTINGS.as_bytes());
    put(home.path(), "content/pages/about.md", "---\ntitle: 关于\npublished: 2026-01-01\n---\n".as_bytes());
    lay_out(home.path());
    let begun = Instant::now();
    let compiled = linli::compile(&request(&Disk, home.path(), TODAY), &Tree::default(), &Quiet);
    let took = begun.elapsed();
    let findings = compiled.expect("an author's mistake is no failure of the machine").checked.findings;
    let output_text = lines(&findings, Tongue::En);
    let shown = output_text.iter().take(3).cloned().collect::<Vec<_>>().join("\n");
    if code.is_empty() {
        assert!(!findings.iter().any(|d| d.is_error()), "an error where none is needed:\n{shown}");
    } else {
        assert!(findings.iter().any(|d| d.code == *code), "no {code} among:\n{shown}");
    }
    assert!(findings.len() <= 10_000, "{} findings", findings.len());
    // The message must be printable, too.
    let words = linli::locale::Words::of(Tongue::Zh);
    let printed = linli::diagnostic::human::print(&findings, words, &linli::diagnostic::Look::default());
    assert!(printed.len() < 20_000_000 && !printed.contains("root:x:0"), "{} bytes are printed", printed.len());
    println!("\nhostile-milliseconds: {}", took.as_millis());
    println!("hostile-megabytes: {}", peak_megabytes());
}

/// Peak resident memory of this process; 0 on systems that do not report it.
fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap_or("0");
    line.trim().trim_end_matches("kB").trim().parse::<u64>().map_or(0, |kb| kb / 1024)
}

fn put(root: &Path, path: &str, bytes: &[u8]) {
    let path = root.join(path);
    std::fs::create_dir_all(path.parent().expect("it has one")).expect("a temporary folder");
    std::fs::write(path, bytes).expect("a temporary file");
}

fn notice(root: &Path, fields: &str, body: &str) {
    let text = format!("---\ntitle: 通知\npublished: 2026-06-01\ntype: call\n{fields}---\n{body}");
    put(root, "content/notices/hostile.md", text.as_bytes());
}

fn alias_bomb(root: &Path) {
    let mut fields = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..30 {
        let items = vec![format!("*a{}", n - 1); 10].join(", ");
        fields += &format!("a{n}: &a{n} [{items}]\n");
    }
    notice(root, &fields, "");
}

fn deep_block() -> String {
    let depth = 700;
    (0..depth).map(|n| format!("{}a:\n", " ".repeat(n))).collect()
}

fn sparse(root: &Path, path: &str) {
    put(root, path, b"");
    let file = std::fs::OpenOptions::new().write(true).open(root.join(path)).expect("a temporary file");
    file.set_len(200 * 1024 * 1024).expect("a sparse file");
}

fn sparse_attachment(root: &Path) {
    put(
        root,
        "content/notices/hostile/index.md",
        "---\ntitle: 通知\npublished: 2026-06-01\ntype: call\nattachments: [{ file: a.jpg, title: 图 }, { file: b.csv, title: 表 }]\n---\n"
            .as_bytes(),
    );
    sparse(root, "content/notices/hostile/a.jpg");
    sparse(root, "content/notices/hostile/b.csv");
}

#[cfg(unix)]
fn link(root: &Path, to: &str, at: &str) {
    put(root, "content/notices/.keep", b"");
    std::os::unix::fs::symlink(to, root.join(at)).expect("a link");
}

fn symlinked_attachment(root: &Path) {
    notice(root, "attachments: [{ file: passwd.txt, title: 口令 }]\n", "");
    link(root, "/etc/passwd", "content/notices/passwd.txt");
}

#[cfg(unix)]
fn bytes_in_name(root: &Path) {
    use std::os::unix::ffi::OsStrExt as _;
    let name = std::ffi::OsStr::from_bytes(b"\xFF\xFE.md");
    std::fs::create_dir_all(root.join("content/notices")).expect("a temporary folder");
    std::fs::write(root.join("content/notices").join(name), "x").expect("a temporary file");
}

fn huge_table() -> String {
    let columns = 50;
    let row = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(columns));
    row("甲") + &row("---") + &row("1").repeat(10_000)
}

fn wide_table() -> String {
    let row = |cell: &str| format!("|{}\n", format!("{cell}|").repeat(1_000));
    row("甲") + &row("---") + &row("1").repeat(1_000)
}

fn many_languages(root: &Path) {
    let letters = || (b'a'..=b'z').map(char::from);
    let codes = letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| format!("{a}{b}{c}"))));
    let languages: String = codes.take(5_000).map(|code| format!("[[languages]]\ntag = \"{code}\"\npath = \"{code}\"\n")).collect();
    let settings = format!("base_url = \"https://example.org/\"\ntimezone = \"Asia/Shanghai\"\nname = \"小院\"\n{languages}");
    put(root, "site.toml", settings.as_bytes());
}

/// A long chain of places within places.
fn long_chain(root: &Path) {
    for n in 0..2_000 {
        let parent = if n == 0 { String::new() } else { format!("parent: places/p-{}\n", n - 1) };
        let text = format!("---\ntitle: 第 {n} 处\npublished: 2026-01-01\ntype: room\n{parent}---\n");
        put(root, &format!("content/places/p-{n}.md"), text.as_bytes());
    }
}

/// A picture whose colour profile unpacks to 600 MB.
fn profile_bomb(root: &Path) {
    use std::io::Write as _;
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    for _ in 0..600 {
        packed.write_all(&vec![0; 1 << 20]).expect("memory takes all");
    }
    let data = [b"icc\0\0", packed.finish().expect("memory takes all").as_slice()].concat();
    let chunk = |kind: &[u8], data: &[u8]| {
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(data);
        [&u32::try_from(data.len()).expect("less").to_be_bytes(), kind, data, &sum.sum().to_be_bytes()].concat()
    };
    let head = chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
    let picture =
        [b"\x89PNG\r\n\x1a\n", head.as_slice(), &chunk(b"iCCP", &data), &chunk(b"IDAT", b"x\x9Cc\0\0\0\x01\0\x01"), &chunk(b"IEND", b"")]
            .concat();
    put(
        root,
        "content/notices/n/index.md",
        "---\ntitle: 通知\npublished: 2026-06-16\ntype: call\nattachments: [{ file: a.png, title: 甲 }]\n---\n".as_bytes(),
    );
    put(root, "content/notices/n/a.png", &picture);
}

/// A daily activity over centuries.
fn long_repeat(root: &Path) {
    put(
        root,
        "content/organizations/committee.md",
        "---\ntitle: 居委会\npublished: 2026-01-01\ntype: residents_committee\ncontact: { phone: 0691-000-0000 }\n---\n".as_bytes(),
    );
    put(root, "content/places/hall.md", "---\ntitle: 会堂\npublished: 2026-01-01\ntype: room\n---\n".as_bytes());
    for n in 0..20 {
        let text = format!(
            "---\ntitle: 值班\npublished: 2026-01-01\ncat: duty\norganizer: organizations/committee\nroom: places/hall\nstart: 1900-01-01 00:00\nend: 1900-01-01 01:00\nrepeat: {{ every: day }}\nstate: confirmed\n---\n{n}\n"
        );
        put(root, &format!("content/activities/long-{n}.md"), text.as_bytes());
    }
}
