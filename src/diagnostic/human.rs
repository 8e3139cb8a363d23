//! The findings as a secretary reads them: what is wrong, where, the line with carets under the wrong
//! characters, what to do. The only file that uses annotate-snippets.
//!
//! In: sorted findings and the words of a language. Out: text for a terminal. Always: content of
//! files is escaped; line and column are those of the file, even if the line is
//! cut; only the needed lines are read, for files of any length.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Color, Diagnostic, Look, Severity, Words, display, summary};
use crate::source::Span;

/// Related places at most this many lines away are drawn together with the main place.
const NEAR: usize = 30;

/// A place with the text beside its caret.
struct Mark<'a> {
    span: &'a Span,
    kind: AnnotationKind,
    label: Option<String>,
}

pub fn print(diagnostics: &[Diagnostic], words: &dyn Words, look: &Look) -> String {
    let (selected, left_out) = summary::select(diagnostics, look.warnings_per_rule);
    let mut out = String::new();
    for d in selected {
        out += &one(d, words, look);
        out.push('\n');
    }
    let more = summary::more(&left_out, words);
    if !more.is_empty() {
        out += &more;
        out.push('\n');
    }
    // Printed once, not below each finding: how to read the explanation of a code.
    if let Some(first) = diagnostics.iter().find(|d| d.severity != Severity::Info) {
        out += &words.word("cli-explain-hint", &[("code", first.code.into())]);
        out.push('\n');
    }
    out + &summary::closing(diagnostics, words) + "\n"
}

/// One finding, ending in a line break.
pub fn one(d: &Diagnostic, words: &dyn Words, look: &Look) -> String {
    let (level, name) = match d.severity {
        Severity::Error => (Level::ERROR, "cli-error"),
        Severity::Warning => (Level::WARNING, "cli-warning"),
        Severity::Info => (Level::INFO, "cli-info"),
    };
    let title = level.with_name(words.word(name, &[])).primary_title(display::one_line(&words.message(d))).id(d.code);
    let mut group = Group::with_title(title);
    let width = look.width.clamp(40, 400);
    let groups = grouped(d, words);
    if d.span.is_none() {
        group = group.element(Origin::path(display::one_line(&d.path)));
    }
    for (i, marks) in groups.iter().enumerate() {
        group = group.element(snippet(marks, width).path(token(i)));
    }
    if let Some(help) = words.help(d) {
        group = group.element(Level::HELP.with_name(words.word("cli-help", &[])).message(display::lines(&help)));
    }
    if let Some(law) = words.law(d) {
        group = group.element(Level::NOTE.with_name(words.word("cli-law", &[])).message(display::lines(&law)));
    }
    // Lines are already cut around the caret; the renderer must not cut them again.
    let renderer = match look.color {
        Color::Plain => Renderer::plain(),
        Color::Ansi => Renderer::styled(),
    };
    let drawn = renderer.decor_style(DecorStyle::Ascii).term_width(10_000).render(&[group]) + "\n";
    if groups.is_empty() {
        // Without a line number the renderer draws no gutter; the arrow is drawn at its usual column.
        return drawn.replace('\n', "\n ").trim_end().to_owned() + "\n";
    }
    groups.iter().enumerate().fold(drawn, |drawn, (i, marks)| with_place(&drawn, &token(i), marks[0].span))
}

/// A placeholder for the path of a place while the renderer draws: the renderer would print the column of the
/// shown line, which differs from the file's column if the line is cut. The noncharacters around the token are
/// escaped in all outside text.
fn token(i: usize) -> String {
    format!("\u{FDD0}{i}\u{FDD1}")
}

/// Replaces a token and the numbers drawn after it by the true `path:line:col`.
fn with_place(drawn: &str, token: &str, span: &Span) -> String {
    let Some((before, after)) = drawn.split_once(token) else { return drawn.to_owned() };
    let after = after.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
    let at = span.start_position();
    format!("{before}{}:{}:{}{after}", display::one_line(&span.source.path), at.line, at.column)
}

/// First the main place with its neighbours, then every other related place separately.
fn grouped<'a>(d: &'a Diagnostic, words: &dyn Words) -> Vec<Vec<Mark<'a>>> {
    let label = words.label(d).map(|l| display::one_line(&l));
    let mut groups: Vec<Vec<Mark<'a>>> = Vec::new();
    if let Some(span) = &d.span {
        groups.push(vec![Mark { span, kind: AnnotationKind::Primary, label }]);
    }
    for (span, id) in &d.related {
        let label = Some(display::one_line(&words.related(id, d)));
        let mark = Mark { span, kind: AnnotationKind::Context, label };
        let near =
            |main: &Span| main.source.path == span.source.path && main.start_position().line.abs_diff(span.start_position().line) <= NEAR;
        match groups.first_mut() {
            Some(main) if d.span.as_ref().is_some_and(near) => main.push(mark),
            _ => groups.push(vec![mark]),
        }
    }
    groups
}

fn snippet<'a>(marks: &[Mark<'_>], width: usize) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let source = &marks[0].span.source;
    let line_of = |m: &Mark<'_>| m.span.start_position().line;
    let first = marks.iter().map(line_of).min().unwrap_or(1);
    let last = marks.iter().map(line_of).max().unwrap_or(1);
    let room = width.saturating_sub(last.to_string().len() + 3);
    let (mut text, mut annotations) = (String::new(), Vec::new());
    for line in first..=last {
        let start = source.line_range(line).start;
        let here: Vec<&Mark<'_>> = marks.iter().filter(|m| line_of(m) == line).collect();
        let ranges: Vec<_> =
            here.iter().map(|m| m.span.range().start - start..m.span.range().end.max(m.span.range().start) - start).collect();
        let excerpt = display::excerpt(source.line(line), &ranges, room);
        for (mark, range) in here.into_iter().zip(excerpt.marks) {
            let range = text.len() + range.start..text.len() + range.end;
            annotations.push(mark.kind.span(range).label(mark.label.clone()));
        }
        text += &excerpt.text;
        text.push('\n');
    }
    Snippet::source(text).line_start(first).annotations(annotations)
}
