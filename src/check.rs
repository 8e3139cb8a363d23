//! Records → findings: rules that hold inside one record.
//!
//! In: parsed bundles; the settings. Out: findings with places. Always: the rules of one kind are in that kind's module; here
//! are the rules that all records share, and the findings of the kinds get their places.
//!
//! - `guard.rs`, `dwelling.rs`: personal data (COM-10…14), `attachments.rs`: the same in files; `envelope.rs`: names, time on the board (COM-15, COM-16)
//! - `script.rs`: simplified characters (COM-18); `translation.rs`: figures of translations (COM-07); `ratio.rs`:
//!   percentages (COM-19); `settings.rs`: the settings and the words of the site; here: attachments (COM-09) and figures in bodies (COM-02)

mod attachments;
mod dwelling;
mod envelope;
mod guard;
mod ratio;
mod script;
mod settings;
mod translation;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::fs::{FileSystem, FsError};
use crate::locale::Language;
use crate::media::Media;
use crate::parse::Parsed;
use crate::profile::{DeadlineCalendar, Profile};
use crate::record::check_cx::CheckCx;
use crate::record::field::{Leaf, nearest};
use crate::record::locate::{Locator, answer, place};
use crate::record::{FileInfo, Record};
use crate::request::Request;
use crate::site::Site;
use crate::source::Span;
use crate::value::Holidays;

pub use guard::scan_source;
pub use settings::{settings, texts as site_texts};

/// File types that old phones open.
const PLAIN_TYPES: &[&str] = &["pdf", "jpg", "jpeg", "png", "csv", "xlsx"];

/// What the rules of one record need besides it.
pub struct Surroundings<'a> {
    pub fs: &'a dyn FileSystem,
    pub root: &'a std::path::Path,
    pub profile: &'a Profile,
    pub holidays: &'a Holidays,
    /// The site's languages, the primary first.
    pub languages: &'a [Arc<Language>],
    /// Attachments of more bytes get a warning.
    pub attachment_bytes: u64,
}

/// What checking one bundle gives.
#[derive(Debug, Clone, Default)]
pub struct Checked {
    pub findings: Vec<Diagnostic>,
    /// Years that a deadline falls into and the holiday table does not reach.
    pub beyond: BTreeSet<i16>,
}

/// Which rules to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    All,
    /// The rules between the fields of a bundle, and those about the files beside it.
    Facts,
    /// The rules about the texts as they are written. They take ten times as long, and find something ten times as rarely.
    Texts,
}

impl<'a> Surroundings<'a> {
    pub fn of(request: &Request<'a>, site: &'a Site) -> Self {
        Self {
            fs: request.fs,
            root: request.root,
            profile: &site.profile,
            holidays: site.holidays,
            languages: &site.languages,
            attachment_bytes: site.config.limits.attachment_bytes,
        }
    }
}

/// Checks one bundle, for whatever day: a finding that stands from a day on names the day (`since`).
pub fn bundle(around: &Surroundings<'_>, parsed: &Parsed, part: Part) -> Result<Checked, FsError> {
    let mut checked = if part == Part::Texts { Checked::default() } else { facts(around, parsed)? };
    if part != Part::Facts {
        checked.findings.extend(texts(around, parsed));
    }
    Ok(checked)
}

fn facts(around: &Surroundings<'_>, parsed: &Parsed) -> Result<Checked, FsError> {
    let Some(record) = &parsed.record else { return Ok(Checked::default()) };
    let mut cx = CheckCx {
        id: &record.id,
        envelope: &record.envelope,
        profile: around.profile,
        holidays: around.holidays,
        calendar: DeadlineCalendar::new(around.holidays),
        findings: Vec::new(),
    };
    record.fields.check(&mut cx);
    envelope::check(record, &mut cx);
    let mut findings = place(record, &cx.findings);
    files(around, record, &mut findings)?;
    findings.iter_mut().for_each(|finding| answer(record, finding));
    Ok(Checked { findings, beyond: cx.calendar.beyond })
}

fn texts(around: &Surroundings<'_>, parsed: &Parsed) -> Vec<Diagnostic> {
    let mut findings: Vec<Diagnostic> = parsed.sources.iter().flat_map(guard::scan_source).collect();
    // Sidecars have the name of their record.
    findings.extend(parsed.sources.first().into_iter().flat_map(|source| guard::scan_name(&source.path, parsed.id.as_str())));
    parsed.sources.iter().for_each(|source| ratio::check(source, &mut findings));
    if let Some(record) = &parsed.record {
        figures(record, &mut findings);
        if around.languages.first().is_some_and(|l| is_simplified(&l.tag)) {
            findings.extend(script::check(&record.source));
        }
        translation::check(record, around.languages, &mut findings);
        findings.iter_mut().for_each(|finding| answer(record, finding));
    }
    findings
}

/// Whether a language is written in simplified Chinese characters.
pub fn is_simplified(tag: &str) -> bool {
    let mut parts = tag.split('-');
    parts.next() == Some("zh") && !parts.any(|p| matches!(p, "Hant" | "TW" | "HK" | "MO"))
}

/// `{{ fig … }}` names a figure of the record's own facts (COM-02).
fn figures(record: &Record, findings: &mut Vec<Diagnostic>) {
    let texts = record.bodies.iter().zip(&record.body_places).filter_map(|(body, place)| Some((body.as_ref()?, &place.as_ref()?.0)));
    let holes: Vec<_> = texts.flat_map(|(body, source)| body.figures().map(move |hole| (hole, source))).collect();
    if holes.is_empty() {
        return;
    }
    let mut known: Vec<String> = Vec::new();
    record.walk(&mut |path, _, leaf| {
        if is_figure(&leaf) {
            known.push(path.public());
        }
    });
    for (hole, source) in holes {
        let path = record.path_of(&hole.path);
        if !known.iter().any(|k| *k == path) {
            let near = nearest(&path, known.iter().map(String::as_str)).unwrap_or("").to_owned();
            let at = hole.place.start as usize..hole.place.end as usize;
            let finding = Diagnostic::error_at("COM-02", "com-02-figure", Span::new(source, at));
            findings.push(finding.arg("path", hole.path.as_str()).arg("near", near));
        }
    }
}

/// What `fig` may show.
pub fn is_figure(leaf: &Leaf<'_>) -> bool {
    matches!(
        leaf,
        Leaf::Money(_)
            | Leaf::Area(_)
            | Leaf::Percent(_)
            | Leaf::Int(_)
            | Leaf::Date(_)
            | Leaf::DateTime(_)
            | Leaf::Moment(_)
            | Leaf::Time(_)
            | Leaf::TimeRange(_)
            | Leaf::DailyHours(_)
    )
}

/// COM-09: size and type of attachments; COM-10 and COM-12 in their names and in tables.
fn files(around: &Surroundings<'_>, record: &Record, findings: &mut Vec<Diagnostic>) -> Result<(), FsError> {
    let mut locator = None;
    for file in &record.files {
        findings.extend(guard::scan_name(&file.path, &file.name));
        let extension = file.name.rsplit_once('.').map_or(String::new(), |(_, e)| e.to_ascii_lowercase());
        findings.extend(attachments::scan(around, file, &extension)?);
        let mut warn = |message: &'static str, args: &[(&'static str, crate::diagnostic::Arg)]| {
            let span = locator.get_or_insert_with(|| Locator::new(record)).place(&file_locator(record, file));
            let mut finding = Diagnostic::warning("COM-09", message, Arc::clone(&record.source.path)).arg("file", file.name.as_str());
            finding.args.extend(args.iter().cloned());
            finding.span = span;
            findings.push(finding);
        };
        if file.len > around.attachment_bytes {
            let megabytes = |bytes: u64| crate::diagnostic::Arg::Figure(format!("{:.1}", bytes as f64 / 1_000_000.0));
            warn("com-09-large", &[("size", megabytes(file.len)), ("limit", megabytes(around.attachment_bytes))]);
        }
        // Of those that are not opened, or not published at all, E113 speaks.
        if !PLAIN_TYPES.contains(&extension.as_str()) && !matches!(file.media, Media::Nothing | Media::Download) {
            warn("com-09-type", &[("type", extension.as_str().into())]);
        }
    }
    Ok(())
}

/// Where the record first names a file.
pub fn file_locator(record: &Record, file: &FileInfo) -> String {
    let mut found = None;
    record.walk(&mut |path, _, leaf| {
        if let Leaf::File(name) = leaf
            && *name.0 == *file.name
            && found.is_none()
        {
            found = Some(path.locator());
        }
    });
    found.unwrap_or_else(|| "title".to_owned())
}
