//! The law of rebuilding: after any edits in any order, an incremental compilation gives the same bytes and findings as one from
//! nothing.
//!
//! In: golden sites, and random edits from a fixed seed. Out: the first step that breaks the law, with the edits before it. Always:
//! the seed decides everything; `EDITS=20000 cargo test --release --test suite edits` makes more edits, `EDITS_SEED=7` others.

mod edit;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use linli::deps::Pages;
use linli::hash::ContentHash;
use linli::sink::{Sink, SinkError};
use linli::value::Date;
use linli::{Changes, Request};
use rayon::prelude::*;

use crate::support::memory::KeptOutput;
use crate::support::{Memory, Quiet, Tree, data, request};
use edit::{Rng, Site};

/// Edits of a normal run, over all walks.
const STEPS: usize = 2000;
/// Edits of one walk: enough for states that need many edits.
const WALK: usize = 40;

fn number(name: &str, otherwise: usize) -> usize {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

/// Findings and files of a compilation.
#[derive(Debug, PartialEq)]
struct Outcome {
    findings: Vec<String>,
    coming: Vec<String>,
    unpublished: String,
    next_change: String,
    pages: usize,
    /// `None` if errors prevented rendering.
    files: Option<BTreeMap<String, Vec<u8>>>,
}

fn outcome(compiled: &linli::Compiled, files: impl FnOnce() -> BTreeMap<String, Vec<u8>>) -> Outcome {
    let shown_as = |d: &linli::diagnostic::Diagnostic| {
        let place = d.span.as_ref().map(|s| (s.start_position(), s.text().to_owned()));
        format!("{} {} {} {:?} {:?} {:?} {:?}", d.path, d.code, d.message, d.severity, place, d.args, d.since)
    };
    Outcome {
        findings: compiled.checked.findings.iter().map(shown_as).collect(),
        coming: compiled.checked.coming.iter().map(shown_as).collect(),
        unpublished: format!("{:?}", compiled.unpublished),
        next_change: format!("{:?}", compiled.next_change),
        pages: compiled.pages,
        files: (compiled.pages > 0 && !compiled.checked.findings.iter().any(linli::diagnostic::Diagnostic::is_error)).then(files),
    }
}

/// Compiles from nothing, except that the theme is loaded once for many compilations: its result depends on no record.
#[derive(Default)]
struct FromNothing {
    loaded: Option<(ContentHash, linli::Incremental)>,
}

impl FromNothing {
    fn build(&mut self, fs: &Memory, request: &Request<'_>) -> Outcome {
        let surroundings = fs.surroundings();
        let loaded = self.loaded.as_ref().filter(|(of, _)| *of == surroundings);
        let mut incremental = loaded.map_or_else(linli::Incremental::default, |(_, other)| linli::Incremental::with_site_of(other));
        let tree = Tree::default();
        let made = linli::compile_again(request, &mut incremental, &Changes::Unknown, &tree, &Quiet);
        let compiled = made.expect("nothing of the machine fails here");
        self.loaded = Some((surroundings, incremental));
        outcome(&compiled, || tree.into_files())
    }
}

/// Shards in memory.
#[derive(Default)]
struct Shards(Mutex<BTreeMap<u64, Vec<u8>>>);

impl linli::Cache for Shards {
    fn load(&self, shard: u64) -> Option<Vec<u8>> {
        self.0.lock().expect("no thread died").get(&shard).cloned()
    }

    fn store(&self, shard: u64, bytes: &[u8]) {
        self.0.lock().expect("no thread died").insert(shard, bytes.to_vec());
    }

    /// The files of these tests never change twice within one tick of their clock.
    fn begun(&self) -> Option<std::time::SystemTime> {
        None
    }
}

/// One walk of edits; returns the edits so far and the differences if the law is broken.
fn walk(name: &str, start: &Memory, seed: u64, steps: usize) -> Result<usize, String> {
    let mut rng = Rng::new(seed);
    let mut site = Site::new(start.clone());
    let mut incremental = linli::Incremental::default();
    let sink = KeptOutput::default();
    let cache = Arc::new(Shards::default());
    let mut from_nothing = FromNothing::default();
    let mut done: Vec<String> = Vec::new();
    let mut changes = Changes::Unknown;
    let mut made = 0;
    for step in 0..=steps {
        let mut request = request(&site.fs, Memory::root(), "2026-06-16");
        request.today = Date::parse("2026-06-16").expect("a date").plus_days(site.day);
        request.drafts = site.drafts;
        let again = linli::compile_again(&request, &mut incremental, &changes, &sink, &Quiet).expect("nothing of the machine fails here");
        sink.remove(&again.gone);
        if again.pages > 0 {
            sink.remove_unmentioned();
            made += 1;
        }
        let is_broken = again.pages == 0 || again.checked.findings.iter().any(linli::diagnostic::Diagnostic::is_error);
        let warm = outcome(&again, || sink.files());
        // The next compilation must not depend on whether the last result still exists.
        drop(again);
        let expected = from_nothing.build(&site.fs, &request);
        if warm != expected {
            return Err(format!("{name}, seed {seed}, step {step}: {}\n{}", difference(&warm, &expected), done.join("\n")));
        }
        let (description, paths) = edit::any(&mut site, &mut rng, is_broken);
        // A new process has the cached pages and bundles, and nothing else.
        if rng.below(6) == 0 {
            let pages = Pages::from_bytes(&incremental.pages().to_bytes(7), 7).expect("it was written a moment ago");
            incremental = linli::Incremental::of_pages(pages).with_cache(Arc::clone(&cache) as Arc<dyn linli::Cache>, 7);
            sink.begin_process();
            changes = Changes::Unknown;
            done.push(format!("  {step}: {description} (a new process)"));
            continue;
        }
        changes = match rng.below(6) {
            0 => Changes::Unknown,
            // A watcher may name more files than have changed.
            1 => Changes::Paths(paths.into_iter().flat_map(|p| [p.rsplit_once('/').map_or(p.clone(), |(f, _)| f.to_owned()), p]).collect()),
            _ => Changes::Paths(paths.into_iter().collect::<BTreeSet<_>>()),
        };
        done.push(format!("  {step}: {description} ({changes:?})"));
    }
    Ok(made)
}

fn difference(warm: &Outcome, cold: &Outcome) -> String {
    let lines = |name: &str, warm: &[String], cold: &[String]| {
        let only = |a: &[String], b: &[String]| a.iter().filter(|x| !b.contains(x)).cloned().collect::<Vec<_>>().join("\n      ");
        (warm != cold).then(|| format!("{name}\n    only incremental: {}\n    only from nothing: {}", only(warm, cold), only(cold, warm)))
    };
    let mut differences: Vec<String> = lines("findings", &warm.findings, &cold.findings).into_iter().collect();
    differences.extend(lines("coming", &warm.coming, &cold.coming));
    if (&warm.unpublished, &warm.next_change, warm.pages) != (&cold.unpublished, &cold.next_change, cold.pages) {
        differences.push(format!(
            "{} {} {} / {} {} {}",
            warm.unpublished, warm.next_change, warm.pages, cold.unpublished, cold.next_change, cold.pages
        ));
    }
    if let (Some(warm), Some(cold)) = (&warm.files, &cold.files) {
        let paths: BTreeSet<&String> = warm.keys().chain(cold.keys()).collect();
        for path in paths.into_iter().filter(|p| warm.get(*p) != cold.get(*p)).take(5) {
            let line = |files: &BTreeMap<String, Vec<u8>>, at: usize| {
                files.get(path).map_or("(no such file)".to_owned(), |b| String::from_utf8_lossy(b).lines().nth(at).unwrap_or("").to_owned())
            };
            let count = warm.get(path).map_or(0, |b| String::from_utf8_lossy(b).lines().count());
            let at = (0..count).find(|&at| line(warm, at) != line(cold, at)).unwrap_or(0);
            differences.push(format!("{path}:{}\n    incremental:   {}\n    from nothing: {}", at + 1, line(warm, at), line(cold, at)));
        }
    }
    differences.join("\n  ")
}

/// A sink that refuses attachments while `refuses` is set, as a full disk would.
#[derive(Default)]
struct RefusingSink {
    sink: KeptOutput,
    refuses: AtomicBool,
}

impl Sink for RefusingSink {
    fn put_hashed(&self, path: &str, bytes: &[u8], hash: ContentHash) -> Result<(), SinkError> {
        self.sink.put_hashed(path, bytes, hash)
    }

    fn keep(&self, path: &str, hash: ContentHash, len: u64) -> Result<bool, SinkError> {
        self.sink.keep(path, hash, len)
    }

    fn keeps_output(&self) -> bool {
        self.sink.keeps_output()
    }

    fn put_file(&self, path: &str, from: &Path, hash: ContentHash, len: u64) -> Result<(), SinkError> {
        if self.refuses.load(Ordering::Relaxed) {
            return Err(SinkError::Changed { path: from.to_owned() });
        }
        self.sink.put_file(path, from, hash, len)
    }
}

#[test]
fn a_build_after_one_that_failed_makes_what_that_one_did_not() {
    let record = "content/pages/about.md";
    let mut fs = Memory::copy_of(&data("golden").join("minimal").join("site"));
    let text = "---\ntitle: 关于\npublished: 2026-01-01\n---\n\n";
    let edit = |fs: &mut Memory, number: &str| {
        fs.put(record, format!("{text}[表{number}](table.pdf)\n"));
        fs.put("content/pages/table.pdf", format!("%PDF {number}"));
    };
    let (sink, mut incremental) = (RefusingSink::default(), linli::Incremental::default());
    let mut build = |fs: &Memory, changes: &Changes| {
        linli::compile_again(&request(fs, Memory::root(), "2026-06-16"), &mut incremental, changes, &sink, &Quiet)
    };
    edit(&mut fs, "一");
    build(&fs, &Changes::Unknown).expect("nothing is refused yet");
    edit(&mut fs, "之二");
    let changes = Changes::Paths([record.to_owned(), "content/pages/table.pdf".to_owned()].into());
    sink.refuses.store(true, Ordering::Relaxed);
    assert!(build(&fs, &changes).is_err(), "the attachment was refused");
    sink.refuses.store(false, Ordering::Relaxed);
    build(&fs, &changes).expect("nothing is refused any more");
    let cold = FromNothing::default().build(&fs, &request(&fs, Memory::root(), "2026-06-16")).files.expect("the site is sound");
    let warm = sink.sink.files();
    let differing: Vec<&String> = cold.keys().filter(|path| cold.get(*path) != warm.get(*path)).collect();
    assert!(differing.is_empty(), "{differing:?}");
}

#[test]
fn a_rebuild_equals_a_build_from_nothing_after_any_edits() {
    let seed = number("EDITS_SEED", 1) as u64;
    let walks = number("EDITS", STEPS).div_ceil(WALK);
    let sites: Vec<(&str, Memory)> =
        ["contracts", "minimal", "rtl"].into_iter().map(|name| (name, Memory::copy_of(&data("golden").join(name).join("site")))).collect();
    let sites = [sites, vec![("with a font", crate::fonts::site())]].concat();
    let results: Vec<Result<usize, String>> = (0..walks)
        .into_par_iter()
        .map(|walk_number| {
            // Most faults are between records, so the site with the most relations gets the most edits.
            let (name, start) = &sites[[0, 3, 0, 1, 0, 2][walk_number % 6]];
            walk(name, start, seed.wrapping_mul(1_000_003).wrapping_add(walk_number as u64), WALK)
        })
        .collect();
    let broken: Vec<&String> = results.iter().filter_map(|r| r.as_ref().err()).collect();
    assert!(broken.is_empty(), "{} of {walks} walks break the law; the first:\n{}", broken.len(), broken[0]);
    let made: usize = results.into_iter().flatten().sum();
    // A walk with nothing but errors would prove nothing.
    assert!(made * 3 > walks * WALK, "only {made} of {} steps made a site", walks * WALK);
}

#[test]
fn a_list_becomes_a_tree_when_an_old_record_gets_a_parent() {
    let mut fs = Memory::copy_of(&data("golden").join("minimal").join("site"));
    let group = |n: usize, parent: &str| {
        format!(
            "---\ntitle: 第{n}楼栋小组\npublished: 2025-01-{n:02}\ntype: building_group\ncontact: {{ phone: 0691-000-0000 }}\n{parent}---\n"
        )
    };
    // More records than the first page of a kind shows.
    for n in 1..=25 {
        fs.put(&format!("content/organizations/group-{n}.md"), group(n, ""));
    }
    let (mut incremental, sink) = (linli::Incremental::default(), KeptOutput::default());
    let mut compile = |fs: &Memory, changes: &Changes| {
        let request = request(fs, Memory::root(), "2026-06-16");
        let again = linli::compile_again(&request, &mut incremental, changes, &sink, &Quiet).expect("nothing of the machine fails here");
        let warm = outcome(&again, || sink.files());
        drop(again);
        assert_eq!(difference(&warm, &FromNothing::default().build(fs, &request)), "");
        warm.files.expect("no error forbids it")["zh/organizations/index.html"].clone()
    };
    let list = compile(&fs, &Changes::Unknown);
    let oldest = "content/organizations/group-1.md";
    fs.put(oldest, group(1, "parent: organizations/committee\n"));
    let tree = compile(&fs, &Changes::Paths([oldest.to_owned()].into()));
    assert_ne!(list, tree);
}
