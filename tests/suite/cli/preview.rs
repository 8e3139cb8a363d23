//! `serve`: the answers to browsers, over a plain connection.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use super::Site;
use super::running::Running;

/// Longer than any answer takes.
const PATIENCE: Duration = Duration::from_secs(90);

struct Answer {
    status: u16,
    head: String,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        let named = |line: &&str| line.split_once(':').is_some_and(|(n, _)| n.eq_ignore_ascii_case(name));
        self.head.lines().find(named).and_then(|line| line.split_once(':')).map_or("", |(_, value)| value.trim())
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// A running preview and its address.
struct Preview {
    running: Running,
    port: u16,
}

impl Preview {
    fn start(site: &Site, args: &[&str]) -> Self {
        let mut running = Running::ready(site, &[&["serve", "-p", "0"], args].concat());
        // The address is printed on another stream.
        running.until("the address", |r| r.output().contains("http://127.0.0.1:"));
        let output = running.output();
        let (_, rest) = output.split_once("http://127.0.0.1:").expect("the address is told");
        let port = rest.split('/').next().and_then(|port| port.parse().ok()).expect("the address has a port");
        Self { running, port }
    }

    fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    fn ask(&self, method: &str, path: &str, headers: &str) -> Answer {
        let mut stream = self.connect();
        write!(stream, "{method} {path} HTTP/1.1\r\nConnection: close\r\n{headers}\r\n").unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let cut = bytes.windows(4).position(|w| w == b"\r\n\r\n").expect("an answer has a head");
        let head = String::from_utf8_lossy(&bytes[..cut]).into_owned();
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).expect("an answer has a status");
        Answer { status, head, body: bytes[cut + 4..].to_vec() }
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "Host: localhost\r\n")
    }

    /// Repeats a request until the answer is as expected.
    fn until(&mut self, path: &str, is_so: impl Fn(&Answer) -> bool) -> Answer {
        let end = Instant::now() + PATIENCE;
        loop {
            let answer = self.get(path);
            if is_so(&answer) {
                return answer;
            }
            assert!(Instant::now() < end, "{path}: {} {}\n{}", answer.status, answer.text(), self.running.output());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn listen(&self) -> EventStream {
        let mut stream = self.connect();
        write!(stream, "GET /.linli/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        EventStream { stream, text: Vec::new() }
    }
}

/// An open stream of events.
struct EventStream {
    stream: TcpStream,
    text: Vec<u8>,
}

impl EventStream {
    /// Reads until an event contains all of these words; panics if none does.
    fn until(&mut self, words: &[&str]) {
        let end = Instant::now() + PATIENCE;
        loop {
            let text = String::from_utf8_lossy(&self.text).into_owned();
            if text.lines().any(|line| line.starts_with("data:") && words.iter().all(|word| line.contains(word))) {
                self.text.clear();
                return;
            }
            let mut piece = [0; 1 << 14];
            let n = self.stream.read(&mut piece).expect("news before patience ends");
            assert!(n > 0 && Instant::now() < end, "no news of {words:?}: {text}");
            self.text.extend(&piece[..n]);
        }
    }
}

#[test]
fn the_site_is_answered_as_a_server_would() {
    let site = Site::new();
    site.write(
        "content/notices/map/index.md",
        "---\ntitle: 图\npublished: 2026-06-01\ntype: call\nattachments: [{ file: sheet.txt, title: 表 }]\n---\n正文\n",
    );
    site.write("content/notices/map/sheet.txt", "0123456789");
    let preview = Preview::start(&site, &[]);
    let front = preview.get("/");
    assert_eq!((front.status, front.header("content-type")), (200, "text/html; charset=utf-8"));
    assert!(front.text().contains("<script src=\"/.linli/live.js\" data-site=\""), "{}", front.text());
    assert!(front.header("content-security-policy").contains("default-src 'none'"));
    assert_eq!(preview.get("/zh/places").header("location"), "/zh/places/");
    for (path, kind) in [
        ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/.linli/live.js", "text/javascript; charset=utf-8"),
        ("/.linli/live.css", "text/css; charset=utf-8"),
        ("/zh/atom.xml", "application/xml; charset=utf-8"),
    ] {
        let answer = preview.get(path);
        assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{path}");
    }
    let lost = preview.get("/zh/nothing/");
    assert_eq!((lost.status, lost.header("content-type")), (404, "text/html; charset=utf-8"));
    assert!(lost.text().contains("<main"), "{}", lost.text());
    // There is no listing, so a folder without a page does not exist.
    assert_eq!(preview.get("/assets/").status, 404);

    let file = "/notices/map/sheet.txt";
    assert_eq!(preview.get(file).text(), "0123456789");
    let part = preview.ask("GET", file, "Host: localhost\r\nRange: bytes=2-4\r\n");
    assert_eq!((part.status, part.header("content-range"), &*part.text()), (206, "bytes 2-4/10", "234"));
    let outside = preview.ask("GET", file, "Host: localhost\r\nRange: bytes=20-\r\n");
    assert_eq!((outside.status, outside.header("content-range")), (416, "bytes */10"));
    let head = preview.ask("HEAD", file, "Host: localhost\r\n");
    assert_eq!((head.status, head.header("content-length"), head.body.len()), (200, "10", 0));
    assert_eq!(preview.ask("POST", "/", "Host: localhost\r\nContent-Length: 0\r\n").status, 405);
}

#[test]
fn strangers_and_ways_out_are_refused() {
    let site = Site::new();
    let preview = Preview::start(&site, &[]);
    for (host, status) in [
        ("Host: localhost\r\n", 200),
        ("Host: 127.0.0.1:1111\r\n", 200),
        ("Host: [::1]:1111\r\n", 200),
        ("Host: evil.example\r\n", 403),
        ("Host: localhost.evil.example\r\n", 403),
        ("Host: 192.168.1.5\r\n", 403),
        ("Host: \r\n", 403),
    ] {
        for path in ["/", "/.linli/live.js"] {
            assert_eq!(preview.ask("GET", path, host).status, status, "{host}");
        }
    }
    assert_eq!(preview.ask("GET", "/.linli/events", "Host: evil.example\r\n").status, 403);
    assert!(matches!(preview.ask("GET", "/", "").status, 400 | 403));
    for path in
        ["/../site.toml", "/%2e%2e/site.toml", "/zh/../../site.toml", "/..%2fsite.toml", "/..%5csite.toml", "//site.toml", "/site.toml"]
    {
        let answer = preview.get(path);
        assert!(matches!(answer.status, 400 | 404) && !answer.text().contains("base_url"), "{path}: {}", answer.status);
    }
}

#[test]
fn a_save_is_news_and_a_mistake_too() {
    let site = Site::new();
    let record = "content/notices/water.md";
    let sound = site.read(record);
    let mut preview = Preview::start(&site, &[]);
    let mut news = preview.listen();
    news.until(&["\"site\":\"", "\"findings\":[]"]);
    site.write(record, &sound.replacen("各位居民", "改过了，各位居民", 1));
    news.until(&["COM-06"]);
    let page = preview.get("/zh/notices/water/");
    assert!(page.text().contains("改过了"), "{}", page.text());

    site.write(record, &sound.replace("type: disruption", "type: disrupton"));
    let line = sound.lines().position(|l| l.starts_with("type:")).unwrap() + 1;
    let place = format!("\"place\":\"{record}:{line}:7\"");
    news.until(&[&place, "\"at\":\"disrupton\"", "\"is_old\":true", "网页保持上一次的样子"]);
    assert!(preview.get("/zh/notices/water/").text().contains("改过了"));
    // A new client gets the state at once.
    preview.listen().until(&[&place]);

    site.write(record, &sound);
    news.until(&["\"findings\":[]", "\"is_old\":false"]);
    preview.until("/zh/notices/water/", |page| !page.text().contains("改过了"));
    assert!(!site.at("public").exists(), "a preview writes nothing");
    site.run(&["build"]).ends(0);
    assert!(!site.read("public/zh/notices/water/index.html").contains(".linli"), "the script is never published");
}

#[test]
fn drafts_are_seen_unless_they_are_not_wanted() {
    let site = Site::new();
    site.write("content/notices/draft.md", "---\ntitle: 还没写好\npublished: 2026-06-01\ntype: call\nstatus: draft\n---\n正文\n");
    site.write("content/notices/later.md", "---\ntitle: 以后的事\npublished: 2026-07-01\ntype: call\n---\n正文\n");
    let preview = Preview::start(&site, &[]);
    assert_eq!((preview.get("/zh/notices/draft/").status, preview.get("/zh/notices/later/").status), (200, 200));
    preview.listen().until(&["\"/zh/notices/draft/\"", "\"/en/notices/draft/\"", "\"/zh/notices/later/\""]);
    let public = Preview::start(&site, &["--no-drafts"]);
    assert_eq!((public.get("/zh/notices/draft/").status, public.get("/zh/notices/later/").status), (404, 404));
}

#[test]
fn the_site_lies_under_the_path_of_its_own_address() {
    let site = Site::new();
    let settings = site.read("site.toml");
    let line = settings.lines().find(|l| l.starts_with("base_url")).expect("a site has an address");
    site.edit("site.toml", line, "base_url = \"https://rongyin.example.org/a/b/\"");
    let mut preview = Preview::start(&site, &["--no-reload"]);
    assert!(preview.running.output().contains(&format!("http://127.0.0.1:{}/a/b/", preview.port)));
    assert_eq!(preview.get("/").header("location"), "/a/b/");
    assert_eq!(preview.get("/zh/").status, 404);
    let home = preview.get("/a/b/zh/");
    assert!(home.status == 200 && !home.text().contains(".linli"), "{}", home.text());
    assert_eq!(preview.get("/.linli/events").status, 404);
    // A site at another address has another path.
    site.edit("site.toml", "/a/b/", "/c/");
    preview.until("/c/zh/", |answer| answer.status == 200);
}

#[test]
fn a_site_that_begins_with_mistakes_is_waited_for() {
    let site = Site::new();
    site.edit("content/notices/water.md", "type: disruption", "type: disrupton");
    let mut preview = Preview::start(&site, &[]);
    let page = preview.get("/zh/");
    assert!(page.status == 503 && page.text().contains("/.linli/live.js"), "{}", page.text());
    preview.listen().until(&["网页还没有做成", "COM-03"]);
    site.edit("content/notices/water.md", "type: disrupton", "type: disruption");
    preview.until("/zh/", |page| page.status == 200);
}

#[test]
fn a_port_that_was_asked_for_is_taken_or_refused() {
    let site = Site::new();
    let other = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let port = other.local_addr().unwrap().port().to_string();
    site.run(&["serve", "-p", &port]).ends(5).says("已被占用");
    site.run(&["preview", "-i", "here"]).ends(2);
}

#[test]
fn a_phone_is_given_an_address_a_code_and_a_warning() {
    let site = Site::new();
    let preview = Preview::start(&site, &["--phone", "-i", "127.0.0.1"]);
    let output = preview.running.output();
    let address = format!("手机上打开：http://127.0.0.1:{}/", preview.port);
    for part in [&address, "看到草稿", "██ ▄▄▄▄▄ █"] {
        assert!(output.contains(part), "no `{part}` in:\n{output}");
    }
}

#[cfg(unix)]
#[test]
fn it_ends_when_told_to_whoever_still_listens() {
    let site = Site::new();
    let preview = Preview::start(&site, &[]);
    let mut news = preview.listen();
    news.until(&["\"site\""]);
    // So is a client that requests and never reads.
    let _silent = preview.connect();
    assert_eq!(preview.running.interrupt(), Some(0));
    let mut rest = Vec::new();
    news.stream.read_to_end(&mut rest).expect("the stream ends well");
}
