//! COM-07: a translation names the same figures as its original.
//!
//! In: a record with its translations. Out: a warning at the first figure that has no partner. Always: no word is
//! translated here; a small number may be a digit in one language and a word in the other; years count once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::locale::Language;
use crate::record::Record;
use crate::record::field::Leaf;
use crate::source::{Source, Span};
use crate::value::LangId;
use crate::value::figures::{Figure, Figured, figures};

/// Up to here either language may write a word, or leave it out (“一份”, “a copy”).
const SMALL: u64 = 12;
/// From here on it is no figure but a number of something or somebody, which no message repeats.
const LONG: u64 = 10_000_000_000;

pub(super) fn check(record: &Record, languages: &[Arc<Language>], findings: &mut Vec<Diagnostic>) {
    for (index, language) in languages.iter().enumerate().skip(1) {
        let lang = LangId(index as u8);
        let Some(Some((source, body))) = record.body_places.get(index) else { continue };
        let mut told = Vec::new();
        record.walk(&mut |path, _, leaf| {
            if let Leaf::Text(text) = leaf
                && let Some(own) = text.in_language(lang)
                && let Some(difference) = compare(record, text.primary(), own)
            {
                told.push((path.locator(), place(source, own, &difference), difference));
            }
        });
        if let Some((primary, range)) = record.body_places.first().and_then(Option::as_ref)
            && !source.text[body.clone()].trim().is_empty()
            && !primary.text[range.clone()].trim().is_empty()
            && let Some(difference) = compare(record, &primary.text[range.clone()], &source.text[body.clone()])
        {
            let text = &source.text[body.clone()];
            let start = body.start + text.len() - text.trim_start().len();
            let at = difference.at.clone().map_or(start..start, |at| body.start + at.start..body.start + at.end);
            told.push(("body".to_owned(), at, difference));
        }
        for (_, at, difference) in told {
            let which = match (difference.extra.is_empty(), difference.missing.is_empty()) {
                (false, false) => "both",
                (false, true) => "extra",
                _ => "missing",
            };
            let finding = Diagnostic::warning_at("COM-07", "com-07-figures", Span::new(source, at)).lang(&language.path);
            findings.push(finding.arg("which", which).arg("extra", difference.extra).arg("missing", difference.missing));
        }
    }
}

/// Figures without a partner, as written.
struct Difference {
    extra: String,
    missing: String,
    /// The first one in the translation.
    at: Option<Range<usize>>,
}

fn compare(record: &Record, primary: &str, own: &str) -> Option<Difference> {
    if primary == own {
        return None;
    }
    let has_digit = |text: &str| {
        text.bytes().any(|b| b.is_ascii_digit()) || text.contains(['０', '１', '２', '３', '４', '５', '６', '７', '８', '９'])
    };
    if !has_digit(primary) && !has_digit(own) {
        return None;
    }
    let (here, there) = (figures(own), figures(primary));
    let published = record.envelope.published.year().unsigned_abs();
    let counts = |figures: &[Figure]| {
        let mut counts: BTreeMap<Figured, usize> = BTreeMap::new();
        figures.iter().filter(|f| !f.soft).for_each(|f| *counts.entry(f.value).or_default() += 1);
        counts
    };
    let (here_counts, there_counts) = (counts(&here), counts(&there));
    let half = Figured::Number { digits: 5, scale: 1 };
    let alone = |figure: &Figure, others: &BTreeSet<Figured>| {
        let harmless = match figure.value {
            Figured::Number { digits, scale: 0 } => digits <= SMALL || digits == u64::from(published) || digits >= LONG,
            Figured::Number { digits, scale } => scale == 1 && digits % 10 == 5 && others.contains(&half),
            Figured::Clock(_) => false,
        };
        !figure.soft && !harmless && !others.contains(&figure.value)
    };
    let values = |figures: &[Figure]| figures.iter().map(|f| f.value).collect::<BTreeSet<_>>();
    let (here_values, there_values) = (values(&here), values(&there));
    let mut extra: Vec<&Figure> = here.iter().filter(|f| alone(f, &there_values)).collect();
    if !extra.is_empty() {
        // A translation may name what the fields say: the day in a title.
        let facts = facts(record);
        extra.retain(|f| !facts.contains(&f.value));
    }
    let mut missing: Vec<&Figure> = there.iter().filter(|f| alone(f, &here_values)).collect();
    if extra.is_empty() && missing.is_empty() {
        // One figure put for another that stands elsewhere in the text as well.
        let more = |a: &BTreeMap<Figured, usize>, b: &BTreeMap<Figured, usize>, figure: &&Figure| {
            let counts = figure.value.as_whole().is_none_or(|n| (SMALL + 1..LONG).contains(&n) && !(1900..2100).contains(&n));
            counts && !figure.soft && matches!(figure.value, Figured::Number { .. }) && a.get(&figure.value) > b.get(&figure.value)
        };
        let surplus = here.iter().rfind(|f| more(&here_counts, &there_counts, f));
        let deficit = there.iter().rfind(|f| more(&there_counts, &here_counts, f));
        let (surplus, deficit) = (surplus?, deficit?);
        extra.push(surplus);
        missing.push(deficit);
    }
    let list = |figures: &[&Figure], text: &str| {
        let mut shown: Vec<&str> = figures.iter().map(|f| text[f.range.clone()].trim()).collect();
        shown.dedup();
        shown.truncate(5);
        shown.join(", ")
    };
    Some(Difference { extra: list(&extra, own), missing: list(&missing, primary), at: extra.first().map(|f| f.range.clone()) })
}

/// The figures of the record's own fields.
fn facts(record: &Record) -> BTreeSet<Figured> {
    let mut facts = BTreeSet::new();
    record.walk(&mut |_, _, leaf| {
        let written = match leaf {
            Leaf::Money(v) => v.to_string(),
            Leaf::Area(v) => v.to_string(),
            Leaf::Percent(v) => v.to_string(),
            Leaf::Int(v) => v.to_string(),
            Leaf::Date(v) => v.to_string(),
            Leaf::DateTime(v) => v.to_string(),
            Leaf::Moment(v) => v.to_string(),
            Leaf::Time(v) => v.to_string(),
            Leaf::TimeRange(v) => v.to_string(),
            Leaf::DailyHours(v) => v.to_string(),
            _ => return,
        };
        facts.extend(figures(&written).into_iter().map(|f| f.value));
    });
    facts
}

/// Where a text of the front matter stands; the value is found by its words.
fn place(source: &Arc<Source>, own: &str, difference: &Difference) -> Range<usize> {
    let whole = source.text.find(own).map(|start| start..start + own.len());
    match (whole, &difference.at) {
        (Some(whole), Some(at)) => whole.start + at.start..whole.start + at.end,
        (Some(whole), None) => whole,
        (None, _) => source.line_range(1),
    }
}
