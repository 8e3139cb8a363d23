//! COM-20: texts spell the name of a place or organization as its record does.
//!
//! In: the titles of places and organizations, the texts of all records. Out: a warning where a text writes a name that no record
//! has and that differs from a known name in one character. Always: the texts are searched once, for the last word of names (`社区`,
//! `小区`); names that differ in a direction or a number are different names.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use rayon::prelude::*;

use super::RelateCx;
use crate::diagnostic::Diagnostic;
use crate::record::Record;
use crate::relate::Library;
use crate::source::Span;

/// Last words of names.
const SUFFIXES: &[&str] =
    &["社区", "小区", "街道", "新村", "花园", "家园", "公寓", "广场", "物业", "村委会", "居委会", "工程队", "志愿队", "服务站"];
static FINDER: LazyLock<AhoCorasick> = LazyLock::new(|| AhoCorasick::new(SUFFIXES).expect("fourteen words make a small automaton"));

/// Characters that distinguish similar names: the east gate and the west gate.
const DISTINGUISHING: &str = "东西南北中前后左右上下内外大小新老旧本各该全一二三四五六七八九十甲乙丙丁零〇首次两我你他它";

/// Names with the same last word.
#[derive(Default)]
struct Names<'t> {
    stems: BTreeSet<&'t str>,
    lengths: BTreeSet<usize>,
    /// The stem by each of its forms with one character replaced by the wildcard.
    open: BTreeMap<String, &'t str>,
}

/// A wildcard for one character.
const ANY: char = '*';

pub(crate) fn com_20(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    let known = known(library);
    let of_each = library.records.par_iter().flat_map_iter(|record| {
        let mut placed = Vec::new();
        of_record(&known, record, &mut placed);
        placed
    });
    cx.placed.par_extend(of_each);
}

/// Whether a text of this record misspells a name: if so, the records are related again when it is read again.
pub fn misnames(library: &Library, record: &Record) -> bool {
    let mut placed = Vec::new();
    of_record(&known(library), record, &mut placed);
    !placed.is_empty()
}

type Known<'t> = BTreeMap<&'t str, Names<'t>>;

fn known(library: &Library) -> Known<'_> {
    let named = library.records.iter().filter(|r| r.facets.named);
    let titles: BTreeSet<&str> = named.map(|r| r.envelope.title.primary()).collect();
    // By last word: the names, and their forms with one wildcard.
    let mut known = Known::new();
    for title in &titles {
        for suffix in SUFFIXES {
            let Some(stem) = title.find(suffix).map(|end| &title[..end]) else { continue };
            let length = stem.chars().count();
            if !(2..=5).contains(&length) || !stem.chars().all(is_han) {
                continue;
            }
            let names = known.entry(suffix).or_default();
            names.stems.insert(stem);
            names.lengths.insert(length);
            for at in 0..length {
                names.open.insert(with_any(stem, at), stem);
            }
        }
    }
    known
}

fn of_record(known: &Known<'_>, record: &Record, placed: &mut Vec<Diagnostic>) {
    let text = &record.source.text;
    let mut reported: BTreeSet<&str> = BTreeSet::new();
    // One pass for all names, since every text of the site is searched.
    for found in FINDER.find_overlapping_iter(text) {
        let (suffix, end) = (SUFFIXES[found.pattern().as_usize()], found.start());
        let Some(names) = known.get(suffix) else { continue };
        let before = &text[..end];
        let is_known = |length: &usize| last_chars(before, *length).is_some_and(|stem| names.stems.contains(stem));
        if names.lengths.iter().any(is_known) {
            continue;
        }
        let slip = names.lengths.iter().rev().find_map(|&length| {
            let written = last_chars(before, length)?;
            let right = (0..length).find_map(|at| {
                let right = names.open.get(&with_any(written, at))?;
                is_slip(written.chars().nth(at)?, right.chars().nth(at)?).then_some(*right)
            })?;
            Some((written, right))
        });
        let Some((written, right)) = slip else { continue };
        if reported.insert(written) {
            let span = Span::new(&record.source, end - written.len()..end + suffix.len());
            let finding = Diagnostic::warning_at("COM-20", "com-20-name", span);
            let mut finding = finding.arg("written", format!("{written}{suffix}")).arg("known", format!("{right}{suffix}"));
            crate::record::locate::answer(record, &mut finding);
            placed.push(finding);
        }
    }
}

/// Whether one character can stand for the other by mistake.
fn is_slip(written: char, right: char) -> bool {
    is_han(written) && !DISTINGUISHING.contains(written) && !DISTINGUISHING.contains(right)
}

fn with_any(stem: &str, at: usize) -> String {
    stem.chars().enumerate().map(|(i, c)| if i == at { ANY } else { c }).collect()
}

/// The last characters of a text, if they are Han.
fn last_chars(text: &str, count: usize) -> Option<&str> {
    let start = text.char_indices().rev().take(count).last()?.0;
    let last = &text[start..];
    (last.chars().count() == count && last.chars().all(is_han)).then_some(last)
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}
