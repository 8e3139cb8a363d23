//! The answers of the preview.
//!
//! In: the site and a request. Out: status, headers, bytes. Always: an address is looked up in the site and never in a file system,
//! so no path leads out of the site; there is no listing of folders; the only addition to a page is one script from a reserved
//! path, which the pages' own policy allows.

use linli::fs::FileSystem;

use super::site::{File, Site};

/// Path of the preview's own files. No address of a site begins with it.
const OWN: &str = "/.linli/";
const SCRIPT: &str = include_str!("client/live.js");
const STYLE: &str = include_str!("client/live.css");
/// Shown while there is no site yet.
const WAITING: &str = include_str!("client/waiting.html");

/// A larger file is not served as an attachment.
const LARGEST: u64 = 1 << 30;

/// The policy of a careful host: pages that break under it break in the preview first.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; \
                      connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// A request.
pub(super) struct PageRequest<'a> {
    /// The path as in the request, encoded.
    pub path: &'a str,
    pub query: Option<&'a str>,
    pub range: Option<&'a str>,
    /// Whether pages get the script that reloads them.
    pub follows: bool,
}

/// A response.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Reply {
    pub status: u16,
    pub headers: Vec<(&'static str, String)>,
    pub body: Vec<u8>,
}

impl Reply {
    pub(super) fn new(status: u16, kind: &str, body: Vec<u8>) -> Self {
        let headers = [
            ("Content-Type", kind),
            // The next save changes the page.
            ("Cache-Control", "no-store"),
            ("Content-Security-Policy", POLICY),
            ("X-Content-Type-Options", "nosniff"),
            // Other pages of the browser cannot load what is not published yet.
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Referrer-Policy", "no-referrer"),
        ];
        Self { status, headers: headers.map(|(name, value)| (name, value.to_owned())).into(), body }
    }

    pub(super) fn text(status: u16, text: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", text.into())
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

pub(super) fn answer(site: &Site, fs: &dyn FileSystem, request: &PageRequest<'_>) -> Reply {
    if request.follows && request.path.starts_with(OWN) {
        return match &request.path[OWN.len()..] {
            "live.js" => Reply::new(200, "text/javascript; charset=utf-8", SCRIPT.into()),
            "live.css" => Reply::new(200, "text/css; charset=utf-8", STYLE.into()),
            _ => Reply::text(404, ""),
        };
    }
    if site.id().is_empty() {
        // The page may exist in a moment.
        return Reply::new(503, "text/html; charset=utf-8", page(WAITING.into(), site, request));
    }
    if request.path == "/favicon.ico" && site.get("favicon.ico").is_none() {
        // Browsers request it by themselves; its absence is nobody's mistake.
        return Reply { body: Vec::new(), ..Reply::text(204, "") };
    }
    let base = site.base();
    let base = base.as_str();
    let Some(inside) = request.path.strip_prefix(base) else {
        // The root of the server, and the base without its slash, lead to the site.
        let is_front = request.path == "/" || format!("{}/", request.path) == base;
        return if is_front { moved(base, request) } else { lost(site, fs, request) };
    };
    let Some(path) = file_of(inside) else { return Reply::text(400, "") };
    if let Some(file) = site.get(&path) {
        return found(&path, &file, site, fs, request);
    }
    if site.get(&format!("{path}/index.html")).is_some() {
        return moved(&format!("{}/", request.path), request);
    }
    lost(site, fs, request)
}

/// The page of the site that an address means, if it means one.
pub(super) fn page_of(site: &Site, path: &str) -> Option<String> {
    file_of(path.strip_prefix(site.base().as_str())?).filter(|path| path.ends_with(".html"))
}

/// The file at an address below the site's own.
fn file_of(inside: &str) -> Option<String> {
    let inside = decoded(inside)?;
    Some(if inside.is_empty() || inside.ends_with('/') { format!("{inside}index.html") } else { inside })
}

fn found(path: &str, file: &File, site: &Site, fs: &dyn FileSystem, request: &PageRequest<'_>) -> Reply {
    let kind = kind(path);
    let Some(body) = bytes(file, fs) else { return Reply::text(404, "") };
    let body = if kind.starts_with("text/html") { page(body, site, request) } else { body };
    let len = body.len();
    let reply = |status, body| Reply::new(status, kind, body).with("Accept-Ranges", "bytes");
    match request.range.map(|range| range_of(range, len)) {
        None | Some(Range::Whole) => reply(200, body),
        Some(Range::Part(from, to)) => reply(206, body[from..=to].to_vec()).with("Content-Range", format!("bytes {from}-{to}/{len}")),
        Some(Range::Outside) => Reply::text(416, "").with("Content-Range", format!("bytes */{len}")),
    }
}

/// The site's own 404 page.
fn lost(site: &Site, fs: &dyn FileSystem, request: &PageRequest<'_>) -> Reply {
    match site.get("404.html").and_then(|file| bytes(&file, fs)) {
        Some(body) => Reply::new(404, "text/html; charset=utf-8", page(body, site, request)),
        None => Reply::text(404, ""),
    }
}

/// A temporary redirect: another site may be served here tomorrow.
fn moved(to: &str, request: &PageRequest<'_>) -> Reply {
    let query = request.query.map(|query| format!("?{query}")).unwrap_or_default();
    Reply::text(307, "").with("Location", format!("{to}{query}"))
}

fn bytes(file: &File, fs: &dyn FileSystem) -> Option<Vec<u8>> {
    match file {
        File::Bytes(bytes) => Some(bytes.to_vec()),
        File::At(path) => fs.read(path, LARGEST).ok(),
    }
}

/// A page with the script that reloads it; the script receives the hash of the site.
fn page(html: Vec<u8>, site: &Site, request: &PageRequest<'_>) -> Vec<u8> {
    if !request.follows {
        return html;
    }
    let script = format!("<script src=\"{OWN}live.js\" data-site=\"{}\" defer></script>\n", site.id());
    let at = html.windows(7).position(|w| w == b"</head>").unwrap_or(html.len());
    [&html[..at], script.as_bytes(), &html[at..]].concat()
}

/// Percent-decoded; `None` if the result is not text.
fn decoded(path: &str) -> Option<String> {
    let mut out = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, tail @ ..] = rest {
        if *first == b'%' {
            let digits = tail.get(..2).filter(|d| d.iter().all(u8::is_ascii_hexdigit))?;
            out.push(u8::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?);
            rest = &tail[2..];
        } else {
            out.push(*first);
            rest = tail;
        }
    }
    String::from_utf8(out).ok()
}

#[derive(Debug, PartialEq, Eq)]
enum Range {
    Whole,
    /// First and last byte.
    Part(usize, usize),
    Outside,
}

/// A single range; several ranges, or anything else, mean the whole file.
fn range_of(header: &str, len: usize) -> Range {
    let Some((from, to)) = header.strip_prefix("bytes=").and_then(|r| r.trim().split_once('-')) else { return Range::Whole };
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().unwrap_or(usize::MAX));
    match (from, to) {
        ("", "") => Range::Whole,
        ("", last) => match number(last) {
            Some(0) => Range::Outside,
            Some(_) if len == 0 => Range::Outside,
            Some(n) => Range::Part(len.saturating_sub(n), len - 1),
            None => Range::Whole,
        },
        (from, to) => match (number(from), if to.is_empty() { Some(usize::MAX) } else { number(to) }) {
            (Some(from), Some(to)) if from <= to && from < len => Range::Part(from, to.min(len - 1)),
            (Some(from), Some(to)) if from <= to => Range::Outside,
            _ => Range::Whole,
        },
    }
}

/// Extension and content type.
const KINDS: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("mjs", "text/javascript; charset=utf-8"),
    ("json", "application/json; charset=utf-8"),
    ("webmanifest", "application/manifest+json; charset=utf-8"),
    ("xml", "application/xml; charset=utf-8"),
    ("ics", "text/calendar; charset=utf-8"),
    ("txt", "text/plain; charset=utf-8"),
    ("md", "text/markdown; charset=utf-8"),
    ("csv", "text/csv; charset=utf-8"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("gif", "image/gif"),
    ("ico", "image/x-icon"),
    ("woff2", "font/woff2"),
    ("woff", "font/woff"),
    ("pdf", "application/pdf"),
    ("ofd", "application/ofd"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("zip", "application/zip"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
];

fn kind(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let end = name.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    KINDS.iter().find(|(e, _)| *e == end).map_or("application/octet-stream", |(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use linli::fs::Disk;
    use linli::hash::ContentHash;

    use super::*;

    fn put(site: &Site, path: &str, text: &str) -> bool {
        site.take(path, File::Bytes(text.as_bytes().into()), ContentHash::of(text.as_bytes())).unwrap()
    }

    fn site(base_url: &str) -> Site {
        let site = Site::default();
        for (path, text) in [("index.html", "<head></head>front"), ("zh/平面图/index.html", "<head></head>map"), ("404.html", "lost")] {
            put(&site, path, text);
        }
        put(&site, "notices/water/表.pdf", "0123456789");
        let tree = ["index.html", "zh/平面图/index.html", "404.html", "notices/water/表.pdf"]
            .map(|path| (path.to_owned(), (ContentHash::of(b""), 0)));
        site.show(base_url, &tree.into());
        site
    }

    fn ask(site: &Site, path: &str, range: Option<&str>) -> (u16, String, String) {
        let reply = answer(site, &Disk, &PageRequest { path, query: None, range, follows: false });
        let header = |name| reply.headers.iter().find(|(n, _)| *n == name).map(|(_, v)| v.clone());
        let detail = header("Location").or_else(|| header("Content-Range")).unwrap_or_default();
        (reply.status, detail, String::from_utf8(reply.body).unwrap())
    }

    #[test]
    fn addresses_lead_into_the_site_and_nowhere_else() {
        let plan = "%E5%B9%B3%E9%9D%A2%E5%9B%BE";
        let cases = [
            ("/a/b/", 200, "", "<head></head>front"),
            ("/a/b/index.html", 200, "", "<head></head>front"),
            ("/", 307, "/a/b/", ""),
            ("/a/b", 307, "/a/b/", ""),
            (&format!("/a/b/zh/{plan}"), 307, &format!("/a/b/zh/{plan}/"), ""),
            (&format!("/a/b/zh/{plan}/"), 200, "", "<head></head>map"),
            ("/a/b/zh/", 404, "", "lost"),
            ("/a/b/notices/water/", 404, "", "lost"),
            ("/index.html", 404, "", "lost"),
            ("/a/b/../../etc/passwd", 404, "", "lost"),
            ("/a/b/%2e%2e/%2e%2e/etc/passwd", 404, "", "lost"),
            ("/a/b/..%5c..%5cx", 404, "", "lost"),
            ("/a/b//etc/passwd", 404, "", "lost"),
            ("/a/b/%00", 404, "", "lost"),
            ("/a/b/%zz", 400, "", ""),
            ("/a/b/%ff", 400, "", ""),
            ("/.linli/live.js", 404, "", "lost"),
        ];
        for (path, status, detail, body) in cases {
            assert_eq!(ask(&site("https://x.example/a/b/"), path, None), (status, detail.to_owned(), body.to_owned()), "{path}");
        }
        assert_eq!(ask(&site("https://x.example/"), "/", None).0, 200);
        assert_eq!(ask(&Site::default(), "/", None).0, 503);
    }

    #[test]
    fn one_range_is_answered_and_one_outside_refused() {
        let cases = [
            ("bytes=0-3", 206, "bytes 0-3/10", "0123"),
            ("bytes=7-", 206, "bytes 7-9/10", "789"),
            ("bytes=-2", 206, "bytes 8-9/10", "89"),
            ("bytes=-99", 206, "bytes 0-9/10", "0123456789"),
            ("bytes=5-99999999999999999999", 206, "bytes 5-9/10", "56789"),
            ("bytes=10-", 416, "bytes */10", ""),
            ("bytes=-0", 416, "bytes */10", ""),
            ("bytes=3-1", 200, "", "0123456789"),
            ("bytes=0-1,3-4", 200, "", "0123456789"),
            ("lines=1-2", 200, "", "0123456789"),
            ("bytes=a-b", 200, "", "0123456789"),
        ];
        for (range, status, detail, body) in cases {
            let answered = ask(&site("https://x.example/"), "/notices/water/%E8%A1%A8.pdf", Some(range));
            assert_eq!(answered, (status, detail.to_owned(), body.to_owned()), "{range}");
        }
    }

    #[test]
    fn the_script_is_added_to_pages_when_they_follow() {
        let site = site("https://x.example/");
        let request = |path| PageRequest { path, query: None, range: None, follows: true };
        let text = |path| String::from_utf8(answer(&site, &Disk, &request(path)).body).unwrap();
        let script = format!("<script src=\"/.linli/live.js\" data-site=\"{}\" defer></script>\n", site.id());
        assert_eq!(text("/"), format!("<head>{script}</head>front"));
        assert_eq!(text("/lost"), format!("lost{script}"));
        assert_eq!(text("/notices/water/%E8%A1%A8.pdf"), "0123456789");
        assert_eq!(text("/.linli/live.js"), SCRIPT);
        assert!(text("/.linli/live.css").contains(":host"));
    }

    #[test]
    fn a_page_that_is_being_made_is_waited_for_and_seen_as_soon_as_it_is_there() {
        let site = site("https://x.example/");
        let html =
            |path| String::from_utf8(answer(&site, &Disk, &PageRequest { path, query: None, range: None, follows: false }).body).unwrap();
        let before = site.id();
        let page = page_of(&site, "/").unwrap();
        assert!(!site.ask(&page), "nothing is being made");
        {
            let _rendering = site.rendering();
            site.expect("https://x.example/", &["index.html".to_owned(), "404.html".to_owned(), "zh/index.html".to_owned()]);
            // It was asked for last, so a browser shows it.
            assert_eq!((site.wanted().as_deref(), site.wanted()), (Some("index.html"), None));
            assert!(site.ask("zh/index.html"));
            assert_eq!(site.wanted().as_deref(), Some("zh/index.html"));
            assert!(!site.ask("zh/平面图/index.html"), "it stays as it is");
            let underway = site.id();
            assert!(!put(&site, "404.html", "new lost"));
            assert!(!put(&site, "index.html", "new front"));
            assert!(put(&site, "zh/index.html", "new home"), "nobody waits any more");
            assert!(!site.ask("index.html"));
            assert_eq!((html("/"), html("/zh/"), html("/x")), ("new front".into(), "new home".into(), "new lost".into()));
            assert!(site.id() != underway && site.id() != before);
        }
        // The site was not completed.
        assert_eq!((html("/"), html("/zh/"), site.id()), ("<head></head>front".into(), "lost".into(), before));
    }
}
