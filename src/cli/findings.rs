//! Findings for the reader: selects them, applies levels, prints them, and derives the exit code.
//!
//! In: the sorted findings of a compilation and the options of the command line. Out: text, an exit code. Always: the severity of
//! vote and money rules and of personal data cannot be lowered here either; the exit code follows the precedence 2, 3, 5, 6, 1, 4
//! whatever is shown.

use std::path::Path;

use linli::config::Level;
use linli::diagnostic::{Diagnostic, Severity, github, human, json, nearest, short};
use linli::fs::FileSystem;
use linli::locale::{Tongue, Words};
use linli::rulebook::{Rule, Subject, Weight, book};

use super::args::Format;
use super::session::Session;
use super::{Exit, Stop};

/// The exit code of a run with these findings.
pub(super) fn exit(findings: &[Diagnostic], strict: bool) -> Exit {
    let about = |d: &Diagnostic| book().rule(d.code).map_or(Subject::Content, |rule| rule.subject);
    let error = |subject: Subject| findings.iter().any(|d| d.is_error() && about(d) == subject);
    let any = |severity: Severity| findings.iter().any(|d| d.severity == severity);
    match () {
        () if error(Subject::Settings) => Exit::Settings,
        () if error(Subject::PersonalData) => Exit::Personal,
        () if any(Severity::Error) => Exit::Content,
        () if strict && any(Severity::Warning) => Exit::Strict,
        () => Exit::Fine,
    }
}

/// A rule's code as typed: `rev-01` and `rev01` are `REV-01`.
pub(super) fn code(typed: &str) -> Result<&'static str, Stop> {
    rule(typed).map(|rule| rule.code)
}

pub(super) fn rule(typed: &str) -> Result<&'static Rule, Stop> {
    book().typed(typed).ok_or_else(|| {
        let near = nearest(&typed.trim().to_uppercase(), book().rules().iter().map(|rule| rule.code)).unwrap_or("");
        let message = if near.is_empty() { "cli-unknown-rule" } else { "cli-unknown-rule-near" };
        Stop::usage(message).arg("code", typed).arg("near", near)
    })
}

/// Reads `--level RULE=warn`.
pub(super) fn levels(typed: &[String]) -> Result<Vec<(&'static str, Level)>, Stop> {
    typed.iter().map(|text| level(text)).collect()
}

fn level(text: &str) -> Result<(&'static str, Level), Stop> {
    let wrong = || Stop::usage("cli-level").arg("value", text);
    let (rule, name) = text.split_once('=').ok_or_else(wrong)?;
    let name = match name.trim() {
        "warn" => "warning",
        name => name,
    };
    let level = Level::of_name(name).ok_or_else(wrong)?;
    let rule = self::rule(rule)?;
    if rule.weight != Weight::Free && level != Level::Is(Severity::Error) {
        return Err(Stop::usage("cli-level-fixed").arg("code", rule.code));
    }
    Ok((rule.code, level))
}

/// Applies the levels of the command line.
pub(super) fn apply_levels(findings: Vec<Diagnostic>, levels: &[(&'static str, Level)]) -> Vec<Diagnostic> {
    let level = |code: &str| levels.iter().rev().find(|(c, _)| *c == code).map(|(_, level)| *level);
    findings
        .into_iter()
        .filter_map(|d| match level(d.code) {
            Some(Level::Off) => None,
            Some(Level::Is(severity)) => Some(Diagnostic { severity, ..d }),
            None => Some(d),
        })
        .collect()
}

/// The findings as text.
pub(super) fn print(session: &Session, root: &Path, findings: &[Diagnostic], format: Format, on_stdout: bool) -> String {
    let words: &Words = session.words;
    match format {
        Format::Human => human::print(findings, words, &session.screen.look(on_stdout)),
        Format::Short => short::print(findings, words, &session.screen.look(on_stdout)),
        Format::Json => json::print(findings, words, Words::of(Tongue::En), env!("CARGO_PKG_VERSION")),
        Format::Github => github::print(findings, words, &folder(session, root)),
    }
}

/// The site's folder relative to its repository, as annotations name files.
fn folder(session: &Session, root: &Path) -> String {
    let is_top = |dir: &&Path| matches!(session.fs.metadata(&dir.join(".git")), Ok(Some(_)));
    let top = root.ancestors().find(is_top);
    top.and_then(|top| linli::fs::slashes(root.strip_prefix(top).ok()?)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_kind_of_finding_decides_the_exit_code() {
        let error = |code| Diagnostic::error(code, "x", "a.md");
        let warning = Diagnostic::warning("COM-05", "x", "a.md");
        let cases = [
            (vec![], false, Exit::Fine),
            (vec![warning.clone()], false, Exit::Fine),
            (vec![warning.clone()], true, Exit::Strict),
            (vec![warning, error("REV-01")], true, Exit::Content),
            (vec![error("REV-01"), error("COM-10")], true, Exit::Personal),
            (vec![error("REV-01"), error("COM-10"), error("E108")], true, Exit::Settings),
            (vec![Diagnostic::warning("E109", "x", "a.ftl")], false, Exit::Fine),
        ];
        for (findings, strict, expected) in cases {
            assert_eq!(exit(&findings, strict), expected, "{findings:?}");
        }
    }
}
