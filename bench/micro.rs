//! Micro-benchmarks: one stage at a time, on the site of this repository.
//!
//! In: `site.toml` and `content/`, read once. Out: what each stage costs, per item where it has items.
//! Always: what a stage needs is made before its clock starts, through the public interface of the library; one
//! thread, so that a figure is work and not waiting. `cargo bench`, or `cargo bench -- parse` for some.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use linli::check::{self, Part};
use linli::fs::Disk;
use linli::markdown::{self, BodyOptions};
use linli::pages::{Inputs, RowCache};
use linli::parse::{self, Input, Parsed};
use linli::plan::{self, Content, Plan};
use linli::relate::{self, Library, Rules, Showing};
use linli::render::{self, Progress};
use linli::sink::{Sink, SinkError};
use linli::site::Site;
use linli::source::Source;
use linli::value::Date;
use linli::{Request, discover, hash::ContentHash};

fn main() {
    divan::main();
}

/// Everything up to the plan.
struct Planned {
    site: Arc<Site>,
    bundles: Vec<discover::Bundle>,
    parsed: Vec<Parsed>,
    library: Arc<Library>,
}

static MADE: LazyLock<Planned> = LazyLock::new(|| {
    let request = request();
    let linli::Checked { site, library, .. } = linli::check(&request, &()).expect("the repository can be read");
    let site = site.expect("its settings are sound");
    let paths: Vec<&str> = site.languages.iter().map(|l| l.path.as_str()).collect();
    let bundles = discover::content(&Disk, root(), &paths).expect("the repository can be read").bundles;
    let parsed = bundles.iter().map(|b| parse::bundle(&shared(&site), b, Input::Files).expect("the repository can be read").0).collect();
    Planned { site, bundles, parsed, library }
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn today() -> Date {
    Date::parse("2026-07-01").expect("a date")
}

fn request() -> Request<'static> {
    Request { fs: &Disk, root: root(), today: today(), drafts: false, keep_going: false, locked: false, portable: false, base_url: None }
}

fn shared(site: &Site) -> parse::Shared<'_> {
    parse::Shared { fs: &Disk, languages: &site.languages, join_lines: site.config.join_lines }
}

/// A sink that keeps nothing.
struct NullSink;

impl Sink for NullSink {
    fn put_hashed(&self, _: &str, bytes: &[u8], _: ContentHash) -> Result<(), SinkError> {
        black_box(bytes);
        Ok(())
    }

    fn put_file(&self, _: &str, _: &Path, _: ContentHash, _: u64) -> Result<(), SinkError> {
        Ok(())
    }
}

impl Progress for NullSink {
    fn pages(&self, _: usize, _: usize) {}
}

/// Both files of one record: YAML, fields, bodies, hash.
#[divan::bench(args = ["meetings", "revenue", "renovation", "activities", "organizations"])]
fn parse_record(bencher: Bencher<'_, '_>, folder: &str) {
    let some: Vec<_> = MADE.bundles.iter().filter(|b| b.id.folder() == folder).collect();
    bencher.counter(ItemsCount::new(some.len())).bench(|| {
        for bundle in &some {
            black_box(parse::bundle(&shared(&MADE.site), bundle, Input::Files).expect("files are there"));
        }
    });
}

/// The rules that hold inside one record, the guard of personal data and the comparison of translations among them: to be
/// held against `parse_record`.
#[divan::bench(args = ["meetings", "revenue", "renovation", "activities", "organizations"])]
fn check_record(bencher: Bencher<'_, '_>, folder: &str) {
    let site = &MADE.site;
    let request = request();
    let around = check::Surroundings::of(&request, site);
    let some: Vec<_> = MADE.parsed.iter().filter(|p| p.id.folder() == folder).collect();
    bencher.counter(ItemsCount::new(some.len())).bench(|| {
        for parsed in &some {
            black_box(check::bundle(&around, parsed, Part::All).expect("files are there"));
        }
    });
}

/// Bodies of all records, one after the other, to HTML with holes for what a page fills in.
#[divan::bench(args = ["zh", "en"])]
fn body_to_html(bencher: Bencher<'_, '_>, lang: &str) {
    let tag = if lang == "zh" { "zh-Hans" } else { "en" };
    let index = usize::from(lang == "en");
    let records = MADE.parsed.iter().filter_map(|p| p.record.as_ref());
    let bodies: Vec<_> = records.filter_map(|r| r.body_places[index].clone()).collect();
    let bytes: usize = bodies.iter().map(|(_, range)| range.len()).sum();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        for (source, range) in &bodies {
            black_box(render_body(source, range.clone(), tag));
        }
    });
}

/// A body with a table, a list, a note and a block of code.
#[divan::bench(args = ["table", "code"])]
fn body_part(bencher: Bencher<'_, '_>, part: &str) {
    let text = match part {
        "table" => format!("| 项目 | 金额 |\n|---|---:|\n{}", "| 地面停车 | 25500.00 |\n".repeat(20)),
        _ => "```yaml\nrecord: a\nrows:\n  income: 12 # 笔\n  expense: [1, 2, 3]\n```\n".to_owned(),
    };
    let source = Source::new("content/pages/part.md", text);
    let len = source.text.len();
    bencher.counter(BytesCount::new(len)).bench(|| render_body(&source, 0..len, "zh-Hans"));
}

fn render_body(source: &std::sync::Arc<Source>, range: std::ops::Range<usize>, tag: &str) -> usize {
    let options = BodyOptions { source, range, lang_tag: tag, top_level: 2, taken: &[], join_lines: false };
    markdown::render(&options).0.headings.len()
}

/// Pages from their views to bytes: those of one kind's records, lists, sheets.
#[divan::bench(args = ["meetings", "revenue", "renovation", "activities", "lists", "sheets"])]
fn render_page(bencher: Bencher<'_, '_>, which: &str) {
    let Planned { site, library, .. } = &*MADE;
    let mut plan: Plan = plan::pages(site, library, today(), false).0;
    plan.pages.retain(|page| match &page.content {
        Content::Record(index) => library.records[*index].id.folder() == which,
        Content::List(_) | Content::Year(..) | Content::Tag(_) | Content::Home => which == "lists",
        Content::Sheet(_) => which == "sheets",
        _ => false,
    });
    let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("one thread");
    let frames = render::frames(site, library, &plan).expect("the theme is sound");
    let pages: Vec<_> = plan.pages.iter().collect();
    bencher.counter(ItemsCount::new(pages.len())).bench(|| {
        pool.install(|| {
            let inputs = Inputs { site, library, plan: &plan };
            let renderer = render::Renderer { inputs, frames: &frames, row_cache: &RowCache::default() };
            renderer.pages(&pages, &NullSink, &NullSink).expect("nowhere takes all").made.len()
        });
    });
}

/// Identity, references, chains, order of the whole site.
#[divan::bench]
fn relate_all(bencher: Bencher<'_, '_>) {
    let Planned { site, parsed, .. } = &*MADE;
    let rules = Rules::of(site);
    let showing = Showing { today: today(), drafts: false };
    let parsed: Vec<&Parsed> = parsed.iter().collect();
    bencher.counter(ItemsCount::new(parsed.len())).bench(|| relate::library(&parsed, showing, &rules));
}

/// Which pages there are.
#[divan::bench]
fn plan_all(bencher: Bencher<'_, '_>) {
    let Planned { site, library, .. } = &*MADE;
    bencher.counter(ItemsCount::new(library.records.len())).bench(|| plan::pages(site, library, today(), false).0.pages.len());
}

/// Settings, theme and catalogues: what every command pays before it begins.
#[divan::bench]
fn load() -> usize {
    linli::load::site(&request()).expect("the repository can be read").findings.len()
}
