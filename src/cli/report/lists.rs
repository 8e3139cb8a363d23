//! The contents of each page of the report.
//!
//! In: the report, the findings. Out: markup. Always: lists are complete, since an incomplete report is useless; a line that
//! contains personal data is never quoted.

use std::collections::BTreeMap;

use linli::diagnostic::report::{Due, Head, Named, Report};
use linli::diagnostic::{Diagnostic, Severity};
use linli::locale::Tongue;
use linli::rulebook;

use super::html::Html;

/// Records of a statutory head shown unfolded; further ones are folded.
const NEWEST: usize = 5;
/// Length of a quoted line around the place, in characters.
const BEFORE: usize = 60;
const AFTER: usize = 100;

/// By rule, errors first.
pub(super) fn findings(html: &mut Html<'_>, findings: &[Diagnostic]) {
    let mut rules: BTreeMap<(Severity, &str), Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        rules.entry((finding.severity, finding.code)).or_default().push(finding);
    }
    if rules.is_empty() {
        html.raw("<p class=\"lead\">").word("report-no-findings").raw("</p>\n");
    }
    for ((severity, code), found) in rules {
        let entry = rulebook::book().find(code);
        let title = entry.map_or("", |e| both(html.tongue, &e.title));
        html.raw("<section class=\"part\">\n<h2>")
            .element("span class=\"code\"", code)
            .text(" ")
            .text(title)
            .raw("</h2>\n<p class=\"small\">");
        tag(html, severity);
        html.say("report-times", &[("count", found.len().into())]).raw("</p>\n");
        if let Some(entry) = entry {
            html.element("p", both(html.tongue, &entry.what)).raw("\n");
        }
        // A number of the profile may have another article than the rule.
        let mut laws: Vec<String> = found.iter().filter_map(|d| linli::diagnostic::Words::law(html.words, d)).collect();
        laws.sort();
        laws.dedup();
        for law in laws {
            html.raw("<p class=\"small\">").say("report-law", &[("law", law.into())]).raw("</p>\n");
        }
        html.raw("<ol class=\"rows\">\n");
        for finding in found {
            finding_item(html, finding);
        }
        html.raw("</ol>\n</section>\n");
    }
}

fn both(tongue: Tongue, words: &rulebook::Both) -> &str {
    match tongue {
        Tongue::Zh => &words.zh,
        Tongue::En => &words.en,
    }
}

fn tag(html: &mut Html<'_>, severity: Severity) {
    match severity {
        Severity::Error => html.tag("urgent", "report-error", &[]),
        Severity::Warning => html.tag("waiting", "report-warning", &[]),
        Severity::Info => html.tag("plain", "report-info", &[]),
    };
}

fn finding_item(html: &mut Html<'_>, finding: &Diagnostic) {
    let message = html.words.message(finding);
    html.raw("<li><p class=\"message\">").site_text(&message).raw("</p><p class=\"small\">");
    let at = finding.span.as_ref().map(|_| finding.position());
    place(html, &finding.path, at.map(|at| (at.line, at.column)));
    html.raw("</p>");
    excerpt(html, finding);
    if let Some(help) = html.words.help(finding) {
        for line in help.lines().filter(|l| !l.trim().is_empty()) {
            html.raw("<p class=\"help\">").site_text(line).raw("</p>");
        }
    }
    html.raw("</li>\n");
}

fn place(html: &mut Html<'_>, file: &str, at: Option<(usize, usize)>) {
    let place = at.map_or_else(|| file.to_owned(), |(line, column)| format!("{file}:{line}:{column}"));
    html.element("code", &place);
}

/// The source line, with the characters of the finding marked.
fn excerpt(html: &mut Html<'_>, finding: &Diagnostic) {
    let Some(span) = finding.span.as_ref().filter(|_| !rulebook::rule(finding.code).is_some_and(|rule| rule.hidden)) else { return };
    let (start, end) = (span.start_position(), span.end_position());
    let Some(line) = span.source.text.lines().nth(start.line - 1) else { return };
    let chars: Vec<char> = line.chars().collect();
    let from = (start.column - 1).min(chars.len());
    let to = if end.line == start.line { end.column - 1 } else { chars.len() }.clamp(from, chars.len());
    let (first, last) = (from.saturating_sub(BEFORE), chars.len().min(to.min(from + AFTER) + BEFORE));
    let to = to.min(last);
    let piece = |range: std::ops::Range<usize>| chars[range].iter().collect::<String>();
    html.raw("<pre translate=\"no\">").element("span class=\"no\"", &start.line.to_string()).text(if first > 0 { "…" } else { "" });
    html.text(&piece(first..from)).element("mark", &piece(from..to)).text(&piece(to..last));
    html.text(if last < chars.len() { "…" } else { "" }).raw("</pre>");
}

pub(super) fn due(html: &mut Html<'_>, report: &Report) {
    for (title, none, tone, list) in [
        ("report-overdue", "report-overdue-none", "urgent", &report.overdue),
        ("report-due-soon", "report-due-soon-none", "waiting", &report.due_soon),
    ] {
        html.raw("<section class=\"part\">\n").heading(2, title).raw("\n");
        if list.is_empty() {
            html.raw("<p>").word(none).raw("</p>\n");
        }
        html.raw("<ol class=\"rows\">\n");
        for due in list {
            one_due(html, due, tone);
        }
        html.raw("</ol>\n</section>\n");
    }
}

fn one_due(html: &mut Html<'_>, due: &Due, tone: &str) {
    let issue = &due.issue;
    html.raw("<li><p class=\"message\">");
    match rulebook::book().find(&issue.code) {
        Some(entry) => html.text(both(html.tongue, &entry.title)),
        None => html.site_text(&issue.message),
    };
    html.raw("</p><p>");
    days(html, tone, Some(&due.deadline), Some(due.days));
    if let Some(record) = &due.record {
        html.site_text(&record.title);
    }
    html.raw("</p><p class=\"small\">");
    if due.days >= 0 {
        html.word("report-will-be-said");
    }
    html.site_text(&issue.message).raw("</p><p class=\"small\">").element("span class=\"code\"", &issue.code).text(" · ");
    place(html, &issue.file, Some((issue.line, issue.column)));
    html.raw("</p>");
    if let Some(law) = &issue.law {
        html.raw("<p class=\"small\">").say("report-law", &[("law", law.as_str().into())]).raw("</p>");
    }
    html.raw("</li>\n");
}

/// A date and its distance in days.
fn days(html: &mut Html<'_>, tone: &str, date: Option<&str>, days: Option<i64>) {
    let (Some(date), Some(days)) = (date, days) else {
        html.tag("plain", "report-no-date", &[]);
        return;
    };
    let id = match days {
        0 => "report-days-today",
        1.. => "report-days-left",
        _ => "report-days-over",
    };
    html.date(date).text(" ").tag(tone, id, &[("count", days.abs().into())]);
}

pub(super) fn translations(html: &mut Html<'_>, report: &Report) {
    for language in &report.languages {
        html.raw("<section class=\"part\">\n<h2>").say("report-language", &[("language", language.code.as_str().into())]).raw("</h2>\n");
        html.raw("<table><thead><tr><th scope=\"col\">").word("report-kind").raw("</th>");
        for id in ["report-translated", "report-stale", "report-missing", "report-not-needed"] {
            html.raw("<th scope=\"col\" class=\"n\">").word(id).raw("</th>");
        }
        html.raw("</tr></thead>\n<tbody>\n");
        for kind in &language.kinds {
            html.raw("<tr><th scope=\"row\">").word(&format!("report-kind-{}", kind.kind)).raw("</th>");
            figures(html, [kind.translated, kind.stale, kind.missing, kind.not_needed]);
        }
        html.raw("</tbody>\n<tfoot><tr><th scope=\"row\">").word("report-all").raw("</th>");
        figures(html, [language.translated, language.stale, language.missing, language.not_needed]);
        html.raw("</tfoot></table>\n");
        if !language.open.is_empty() {
            html.raw("<ul class=\"rows\">\n");
            for open in &language.open {
                html.raw("<li>").tag(if open.state == "stale" { "waiting" } else { "plain" }, &format!("report-{}", open.state), &[]);
                named(html, &open.record);
                html.raw("</li>\n");
            }
            html.raw("</ul>\n");
        }
        html.raw("</section>\n");
    }
}

fn figures(html: &mut Html<'_>, counts: [usize; 4]) {
    for count in counts {
        html.element("td class=\"n\"", &count.to_string());
    }
    html.raw("</tr>\n");
}

fn named(html: &mut Html<'_>, record: &Named) {
    html.site_text(&record.title)
        .raw(" <span class=\"small\">")
        .element("code", &record.id)
        .text(" · ")
        .date(&record.published)
        .raw("</span>");
}

pub(super) fn coverage(html: &mut Html<'_>, report: &Report) {
    html.raw("<p class=\"note\">").word("report-coverage-note").raw("</p>\n<p class=\"small\">");
    html.date(&report.coverage.from).text(" – ").date(&report.coverage.to).raw("</p>\n");
    for group in &report.coverage.groups {
        html.raw("<section class=\"part\">\n").element("h2", &group.title).raw("\n");
        for head in &group.heads {
            one_head(html, head);
        }
        html.raw("</section>\n");
    }
}

fn one_head(html: &mut Html<'_>, head: &Head) {
    html.raw("<article id=\"").text(&head.id).raw("\">\n").element("h3", &head.title).raw("\n<p class=\"small\">");
    html.say("report-law", &[("law", head.law.as_str().into())]).raw("</p>\n<p>");
    match head.records.len() {
        0 => html.tag("plain", "report-nothing", &[]),
        count => html.tag("done", "report-head-records", &[("count", count.into())]),
    };
    if let Some(day) = &head.newest {
        html.word("report-newest").text(" ").date(day);
    }
    html.raw("</p>\n");
    if let (Some(months), Some(spans)) = (head.every_months, head.spans) {
        let args = [("months", months.into()), ("with", spans.with_records.into()), ("all", spans.all.into())];
        html.raw("<p class=\"small\">").say("report-spans", &args).raw("</p>\n");
    }
    let (first, more) = head.records.split_at(head.records.len().min(NEWEST));
    records(html, first);
    if !more.is_empty() {
        html.raw("<details><summary>").say("report-which", &[("count", more.len().into())]).raw("</summary>");
        records(html, more);
        html.raw("</details>\n");
    }
    html.raw("</article>\n");
}

fn records(html: &mut Html<'_>, list: &[Named]) {
    if list.is_empty() {
        return;
    }
    html.raw("<ul class=\"rows\">\n");
    for record in list {
        html.raw("<li>");
        named(html, record);
        html.raw("</li>\n");
    }
    html.raw("</ul>");
}

pub(super) fn actions(html: &mut Html<'_>, report: &Report) {
    if report.actions.is_empty() {
        html.raw("<p class=\"lead\">").word("report-no-actions").raw("</p>\n");
        return;
    }
    html.raw("<ol class=\"rows\">\n");
    for action in &report.actions {
        html.raw("<li><p class=\"message\">").site_text(&action.text).raw("</p>\n<dl class=\"facts\">\n");
        html.fact("report-due-by", |html| {
            days(html, if action.overdue { "urgent" } else { "waiting" }, action.due.as_deref(), action.days);
        });
        html.fact("report-owner", |html| match &action.owner {
            Some(owner) => drop(html.site_text(&owner.name)),
            None => drop(html.word("report-no-owner")),
        });
        html.fact("report-agreed", |html| {
            html.date(&action.agreed).text(" ").site_text(&action.record.title);
        });
        if action.carried > 0 {
            html.fact("report-carried", |html| {
                html.say("report-carried-times", &[("count", action.carried.into())]).text(" ").date(&action.first_agreed);
            });
        }
        html.raw("</dl><p class=\"small\">").element("code", &action.id).raw("</p></li>\n");
    }
    html.raw("</ol>\n");
}
