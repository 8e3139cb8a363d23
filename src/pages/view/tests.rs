//! Every template with a rich sample view, in Chinese, English and right to left.
//!
//! With `LINLI_SAMPLES=DIR` the pages are written there, to be looked at in a browser.

use std::collections::BTreeMap;
use std::path::Path;

use super::samples::*;
use super::*;
use crate::theme::{Shared as Ready, Theme};

fn page_of(theme: &Theme, shared: &Ready, template: &str, view: &impl Serialize) -> String {
    let bytes = theme.render(template, shared, view).unwrap_or_else(|d| panic!("{template}: {d:?}"));
    String::from_utf8(bytes).unwrap()
}

/// Path and text of a page.
type Sample = (String, String);

fn samples() -> Vec<Sample> {
    let theme = Theme::load("board", &BTreeMap::new()).unwrap();
    let words = words();
    let first = theme.share(&words, "zh", &shared(Zh)).unwrap();
    let mut pages = Vec::new();
    for l in [Zh, En, Ug] {
        let ready = theme.share(&words, &l.lang().path, &shared(l)).unwrap();
        lists(l, &theme, &ready, &mut pages);
        records(l, &theme, &ready, &mut pages);
        in_two_languages(l, &theme, &first, &mut pages);
    }
    if let Some(folder) = std::env::var_os("LINLI_SAMPLES") {
        write_into(Path::new(&folder), &theme, &pages);
    }
    pages
}

/// Pages that list records, with home, month, topics and search.
fn lists(l: L, theme: &Theme, ready: &Ready, pages: &mut Vec<Sample>) {
    let p = l.lang().path;
    let mut put = |path: &str, text: String| pages.push((format!("{p}/{path}"), text));
    put("index.html", page_of(theme, ready, "home.html", &HomePage { page: page(l, 1, name(l), "home"), home: home(l) }));
    let list = ListPage { page: page(l, 2, l.text("会议", "Meetings"), "meetings"), list: listing(l) };
    for template in ["list", "year", "tag", "organizations"] {
        put(&format!("{template}/index.html"), page_of(theme, ready, &format!("{template}.html"), &list));
    }
    let shown = MonthView {
        title: l.text("2026年6月活动", "Activities: June 2026"),
        grid: month(l),
        file: "../../calendar.ics".into(),
        before: None,
        after: Some(Link { url: "../2026-07/".into(), title: l.text("2026年7月", "July 2026") }),
        others: listing(l).years,
    };
    put(
        "month/index.html",
        page_of(theme, ready, "month.html", &MonthPage { page: page(l, 4, shown.title.clone(), "activities"), month: shown }),
    );
    let tags = TagsPage {
        page: page(l, 2, l.text("全部主题", "All topics"), "tags"),
        title: l.text("全部主题", "All topics"),
        tags: listing(l).years,
    };
    put("tags/index.html", page_of(theme, ready, "tags.html", &tags));
    let search = Search {
        titles: "2026:1".into(),
        texts: "2026:1".into(),
        languages: format!("{p} {}", if l == En { "zh" } else { "en" }),
        index: "",
        years: listing(l).years,
    };
    let view = SearchPage { page: page(l, 2, l.text("搜索", "Search"), "search"), search };
    put("search/index.html", page_of(theme, ready, "search.html", &view));
}

/// Pages of one record, with those of withdrawn and of moved records.
fn records(l: L, theme: &Theme, ready: &Ready, pages: &mut Vec<Sample>) {
    let p = l.lang().path;
    let mut put = |path: &str, text: String| pages.push((format!("{p}/{path}"), text));
    for (kind, ..) in KINDS {
        let view = RecordPage { page: page(l, 3, record(l).title, kind), record: record(l) };
        put(&format!("{kind}/sample/index.html"), page_of(theme, ready, &theme.record_template(kind), &view));
    }
    let plain =
        RecordView { built: Some(home(l).built), view: KindView::default(), kind: "pages".into(), number: None, sheet: None, ..record(l) };
    put(
        "about/index.html",
        page_of(theme, ready, "page.html", &RecordPage { page: page(l, 2, l.text("关于本站", "About"), "about"), record: plain }),
    );
    let bare = RecordView { title: l.text("空白", "Bare"), ..RecordView::default() };
    put("bare/index.html", page_of(theme, ready, "record.html", &RecordPage { page: page(l, 2, bare.title.clone(), ""), record: bare }));
    let day = date(l, "2026-05-01", "2026年5月1日", "1 May 2026");
    let gone = Tombstone {
        title: record(l).title,
        number: Some("2026-009".into()),
        kind_label: l.say("通知公告", "Notice"),
        published: day.clone(),
        withdrawn: day,
        reason: l.text("内容有误，重新发布。", "It held a mistake and was published anew."),
    };
    put(
        "gone/index.html",
        page_of(theme, ready, "tombstone.html", &TombstonePage { page: page(l, 2, l.text("已撤回", "Withdrawn"), ""), record: gone }),
    );
    let alias = AliasPage {
        page: page(l, 2, l.text("地址变了", "New address"), ""),
        target: Link { url: "../".into(), title: record(l).title },
    };
    put("old/index.html", page_of(theme, ready, "alias.html", &alias));
}

/// Pages in Chinese and a second language: sheets for the notice board, the front page, the page for lost readers.
fn in_two_languages(l: L, theme: &Theme, ready: &Ready, pages: &mut Vec<Sample>) {
    let p = l.lang().path;
    let second = if l == Zh { En } else { l };
    let sheet = SheetPage { page: page(Zh, 1, Zh.text("关于临时停水的通知", ""), ""), sheet: self::sheet(Zh, second) };
    pages.push((format!("sheet-{p}/index.html"), page_of(theme, ready, "sheet.html", &sheet)));
    let many = SheetsPage { title: "2026-021".into(), style: "/* none */".into(), sheets: vec![self::sheet(Zh, second)] };
    pages.push((format!("sheets-{p}.html"), page_of(theme, ready, "sheets.html", &many)));
    let half = |l: L| FrontHalf {
        lang: l.lang(),
        name: name(l),
        url: format!("./{}/", l.lang().path),
        urgent: urgent(l),
        latest: (0..5).map(|n| card(l, n)).collect(),
        contact: contact(l),
    };
    let front = FrontPage {
        page: page(Zh, 0, Text::plain("榕荫社区 Rongyin Community"), ""),
        halves: vec![half(Zh), half(second)],
        built: home(Zh).built,
    };
    pages.push((if l == Zh { "index.html".into() } else { format!("front-{p}.html") }, page_of(theme, ready, "front.html", &front)));
    let lost = |l: L| NotFoundHalf { lang: l.lang(), name: name(l), url: format!("./{}/", l.lang().path) };
    let lost = NotFoundPage {
        page: Page { noindex: true, switch: vec![], ..page(Zh, 0, Text::plain("没有找到 Not found"), "") },
        halves: vec![lost(Zh), lost(second)],
    };
    pages.push((format!("404-{p}.html"), page_of(theme, ready, "404.html", &lost)));
}

fn write_into(folder: &Path, theme: &Theme, pages: &[Sample]) {
    let assets = theme.assets().iter().map(|a| (a.path.clone(), a.bytes.to_vec()));
    for (path, bytes) in assets.chain(pages.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()))) {
        let path = folder.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}

#[test]
fn every_template_renders_in_every_direction() {
    for (path, text) in samples() {
        assert!(text.starts_with("<!doctype html>\n<html lang=\""), "{path}");
        assert_eq!(text.matches("<h1").count(), 1, "{path}: one h1");
        assert_eq!(text.matches("<main ").count(), 1, "{path}: one main");
        let alone = path.starts_with("sheets-");
        let without_files = text.replace("<script src=", "");
        assert!(!text.contains(" style=") && !without_files.contains("<script"), "{path}: nothing inline");
        assert_eq!(text.contains("<style"), alone, "{path}: a style only where the file stands alone");
        assert!(text.contains("default-src 'none'"), "{path}: policy");
        assert!(!text.contains("href=\"\"") && !text.contains("undefined"), "{path}: no empty link");
        let loads_outside = text.match_indices("src=\"").any(|(at, _)| text[at + 5..].starts_with("http"));
        assert!(!loads_outside, "{path}: loads nothing from outside");
    }
}

#[test]
fn the_theme_has_a_color_for_every_class_of_code() {
    let theme = Theme::load("board", &BTreeMap::new()).unwrap();
    let css = theme.assets().iter().find(|a| a.path.starts_with("assets/code.")).expect("a style for code");
    assert_eq!(std::str::from_utf8(&css.bytes).unwrap(), crate::markdown::code_css());
}
