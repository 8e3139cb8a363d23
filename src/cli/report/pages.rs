//! The pages of the report: the overview, and the frame of every page.
//!
//! In: the report and the findings. Out: file names and texts. Always: each page links the others and the one style sheet beside
//! it, nothing else.

use linli::diagnostic::Diagnostic;
use linli::diagnostic::report::Report;

use super::super::session::Session;
use super::html::Html;
use super::lists;

pub(super) const INDEX: &str = "index.html";
const STYLE: &str = "report.css";

/// Name of a page, and the message that is its title.
const PAGES: &[(&str, &str)] = &[
    (INDEX, "report-overview"),
    ("findings.html", "report-findings"),
    ("due.html", "report-due"),
    ("translations.html", "report-translations"),
    ("coverage.html", "report-coverage"),
    ("actions.html", "report-actions"),
];

/// All files of the report.
pub(super) fn all(session: &Session, name: &str, found: &[Diagnostic], report: &Report) -> Vec<(&'static str, String)> {
    let mut files: Vec<(&'static str, String)> = PAGES
        .iter()
        .map(|(file, title)| {
            let mut html = Html::new(session.words, session.tongue);
            head(&mut html, name, report, file, title);
            match *file {
                "findings.html" => lists::findings(&mut html, found),
                "due.html" => lists::due(&mut html, report),
                "translations.html" => lists::translations(&mut html, report),
                "coverage.html" => lists::coverage(&mut html, report),
                "actions.html" => lists::actions(&mut html, report),
                _ => overview(&mut html, report),
            }
            html.raw("</main>\n<footer class=\"foot wrap\"><p class=\"small\">");
            html.say("report-foot", &[("version", env!("CARGO_PKG_VERSION").into())]).raw("</p></footer>\n</body>\n</html>\n");
            (*file, html.finish())
        })
        .collect();
    files.push((STYLE, include_str!("report.css").to_owned()));
    files
}

fn head(html: &mut Html<'_>, name: &str, report: &Report, file: &str, title: &str) {
    let tag = html.tongue.tag();
    html.raw("<!doctype html>\n<html lang=\"").raw(tag).raw("\">\n<head>\n<meta charset=\"utf-8\">\n");
    html.raw(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"robots\" content=\"noindex\">\n<title>",
    );
    html.word(title).text(" · ").text(name).raw("</title>\n<link rel=\"stylesheet\" href=\"").raw(STYLE).raw("\">\n</head>\n<body>\n");
    html.raw("<a class=\"skip\" href=\"#main\">")
        .word("report-skip")
        .raw("</a>\n<header class=\"band\"><div class=\"wrap\"><p class=\"site\">");
    html.site_text(name).raw("</p><p class=\"what\">").word("report-name").raw("</p></div></header>\n<nav class=\"nav\" aria-label=\"");
    html.word("report-nav").raw("\"><ul class=\"wrap\">");
    for (other, title) in PAGES {
        let here = if *other == file { " aria-current=\"page\"" } else { "" };
        html.raw("<li><a href=\"").raw(other).raw("\"").raw(here).raw(">").word(title).raw("</a></li>");
    }
    html.raw("</ul></nav>\n<main class=\"wrap\" id=\"main\">\n")
        .heading(1, title)
        .raw("\n<p class=\"small\">")
        .word("report-as-of")
        .text(" ");
    html.date(&report.today).text(" · ").word("report-inside").raw("</p>\n");
}

/// The message of a count, the count, and its tone where it is not zero.
type Counted = (&'static str, usize, &'static str);

/// The counts, each with the page that has the details.
fn overview(html: &mut Html<'_>, report: &Report) {
    let counts = &report.counts.findings;
    let heads = || report.coverage.groups.iter().flat_map(|g| &g.heads);
    let overdue = report.actions.iter().filter(|a| a.overdue).count();
    let carried = report.actions.iter().filter(|a| a.carried > 0).count();
    let rows: [(usize, &[Counted]); 4] = [
        (
            1,
            &[
                ("report-errors", counts.errors, "urgent"),
                ("report-warnings", counts.warnings, "waiting"),
                ("report-infos", counts.infos, ""),
            ],
        ),
        (2, &[("report-overdue", report.overdue.len(), "urgent"), ("report-due-soon", report.due_soon.len(), "waiting")]),
        (
            4,
            &[
                ("report-heads-found", heads().filter(|h| !h.records.is_empty()).count(), "done"),
                ("report-heads-none", heads().filter(|h| h.records.is_empty()).count(), ""),
            ],
        ),
        (
            5,
            &[
                ("report-actions-open", report.actions.len(), ""),
                ("report-actions-overdue", overdue, "urgent"),
                ("report-actions-carried", carried, "waiting"),
            ],
        ),
    ];
    html.raw("<div class=\"tiles\">\n");
    for (page, counts) in rows {
        tile(html, page, |html| {
            for (id, count, tone) in counts {
                html.raw("<li><b class=\"n ").raw(if *count > 0 { tone } else { "" }).raw("\">").text(&count.to_string());
                html.raw("</b> ").word(id).raw("</li>");
            }
        });
        if page == 2 {
            tile(html, 3, |html| {
                for language in &report.languages {
                    let open = language.missing + language.stale;
                    html.raw("<li><b class=\"n ").raw(if open > 0 { "waiting" } else { "" }).raw("\">").text(&open.to_string());
                    html.raw("</b> ").say("report-texts-open", &[("language", language.code.as_str().into())]).raw("</li>");
                }
            });
        }
    }
    html.raw("</div>\n<p class=\"small\">").say("report-records", &[("count", report.counts.records.into())]).raw("</p>\n");
}

fn tile(html: &mut Html<'_>, page: usize, fill: impl FnOnce(&mut Html<'_>)) {
    let (file, title) = PAGES[page];
    html.raw("<section class=\"tile\"><h2><a href=\"").raw(file).raw("\">").word(title).raw("</a></h2><ul>");
    fill(html);
    html.raw("</ul></section>\n");
}
