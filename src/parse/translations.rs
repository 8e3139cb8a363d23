//! Which languages a record can be read in, and which translations are out of date (COM-05, COM-06).
//!
//! In: a record and the headers of its sidecars. Out: its state in each language, findings.

use std::sync::Arc;

use super::sidecar::Header;
use super::{Locator, Shared, Texts};
use crate::diagnostic::Diagnostic;
use crate::locale::Language;
use crate::record::{Record, Translation};
use crate::source::Span;
use crate::value::LangId;

/// The state of the record in each language of the site, the primary first. `headers` are in the order of the sidecars.
pub(super) fn states(
    shared: &Shared<'_>,
    record: &Record,
    texts: &Texts,
    headers: &[Header],
    findings: &mut Vec<Diagnostic>,
) -> Vec<Translation> {
    let state = |(index, language): (usize, &Arc<Language>)| {
        let lang = LangId(index as u8);
        let sidecar = texts.sidecars.iter().zip(headers).find(|((l, _), _)| *l == lang);
        if index == 0 {
            return Translation::Original;
        }
        let has_title = record.envelope.title.in_language(lang).is_some();
        let has_body = record.bodies[index].is_some() || record.bodies[0].is_none();
        if !(has_title && has_body) {
            let needed = &record.envelope.languages;
            if !needed.is_empty() && !needed.contains(&language.path) && sidecar.is_none() {
                return Translation::NotNeeded;
            }
            findings.push(missing(record, language, has_title));
            return Translation::Missing;
        }
        let Some(((_, opened), header)) = sidecar else { return Translation::Translated };
        let (translation, finding) = match &header.based_on {
            None => {
                let first_line = Span::new(&opened.source, opened.source.line_range(1));
                (Translation::Translated, Some(Diagnostic::warning_at("COM-06", "com-06-no-base", first_line)))
            }
            Some((base, span)) if *base != record.words_hash => {
                let finding = Diagnostic::warning_at("COM-06", "com-06-stale", span.clone()).arg("base", base.as_str());
                (Translation::Stale { on: header.translated }, Some(finding))
            }
            Some(_) => (Translation::Translated, None),
        };
        findings.extend(finding.map(|finding| {
            let finding = finding.arg("now", record.words_hash.as_str()).arg("record", record.id.as_str());
            finding.arg("file", &*opened.source.path).lang(&language.path)
        }));
        translation
    };
    shared.languages.iter().enumerate().map(state).collect()
}

/// COM-05: the title or the text is not translated.
fn missing(record: &Record, language: &Language, has_title: bool) -> Diagnostic {
    let message = if has_title { "com-05-body" } else { "com-05-missing" };
    let finding = Diagnostic::warning("COM-05", message, Arc::clone(&record.source.path)).arg("language", language.name.as_str());
    let finding = finding.arg("lang", language.path.as_str()).lang(&language.path);
    match Locator::new(record).place("title") {
        Some(span) => finding.at(span),
        None => finding,
    }
}
