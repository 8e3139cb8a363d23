//! Support for the tests of the kinds: a record from its YAML, a stand-in for the other records, the theme's words.
//!
//! In: the front matter of one record as text, and of its sidecars. Out: findings in one line each, and a
//! view as plain text. Always: no file but the catalogues is read, and the day is 2026-07-01.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path as FilePath;
use std::sync::{Arc, LazyLock};

use crate::diagnostic::{Arg, Diagnostic};
use crate::locale::{Catalog, Difference, Language, Tongue, Words};
use crate::record::check_cx::CheckCx;
use crate::record::envelope::Envelope;
use crate::record::facet::{Action, Balance, Decision, Facets, Occurrence, Whereabouts};
use crate::record::fallback::Glossary;
use crate::record::field::{FieldSpec, Leaf, Path, Reader, Shape, SidecarTexts};
use crate::record::view::grid::Week;
use crate::record::view::{Block, Fact, Inline, KindView, Row, Step, Table, TreeNode};
use crate::record::view_cx::{Records, ViewCx};
use crate::record::{Fields, Kind};
use crate::source::Source;
use crate::value::{Date, Holidays, LangId, Money, RecordId, Ref, Text};
use crate::yaml;

pub const EN: LangId = LangId(1);
pub const TODAY: &str = "2026-07-01";

/// The front matter of one record, read as `<folder>/sample`.
#[derive(Debug)]
pub struct Sample {
    pub kind: &'static Kind,
    pub id: RecordId,
    pub record: Option<(Envelope, Box<dyn Fields>)>,
    /// One line each: `error CODE place message`, where the place is the reader's path or the rule's locator.
    pub findings: Vec<String>,
    /// As the rules gave them, for their arguments.
    pub checked: Vec<crate::record::finding::Finding>,
}

/// Reads and checks a record.
pub fn sample(kind: &'static Kind, front: &str) -> Sample {
    translated(kind, front, "")
}

/// Reads and checks a record with an English sidecar.
pub fn translated(kind: &'static Kind, front: &str, english: &str) -> Sample {
    let mut diagnostics = Vec::new();
    let source = Source::new(format!("content/{}/sample.md", kind.folder), front);
    let sidecar = Source::new(format!("content/{}/sample.en.md", kind.folder), english);
    let root = yaml::read(&source, 0..front.len(), &|_| false, &mut diagnostics);
    let english = yaml::read(&sidecar, 0..english.len(), &|_| false, &mut diagnostics);
    let record = root.and_then(|root| {
        let texts: Vec<SidecarTexts<'_>> = english.iter().map(|root| SidecarTexts { lang: EN, root }).collect();
        let mut reader = Reader::new(&source, &texts, kind.money_code, &mut diagnostics);
        reader.unknown_keys(&root, &[&Envelope::SPEC, kind.spec]);
        let envelope = Envelope::read_fields(&root, &mut reader);
        let fields = (kind.read)(&root, &mut reader);
        envelope.zip(fields)
    });
    let mut checked = Vec::new();
    let profile = crate::profile::Profile::national();
    let id = RecordId::new(kind.folder, "sample");
    if let Some((envelope, fields)) = &record {
        let mut cx = CheckCx {
            id: &id,
            envelope,
            profile: &profile,
            holidays: Holidays::china(),
            calendar: crate::profile::DeadlineCalendar::new(Holidays::china()),
            findings: Vec::new(),
        };
        fields.check(&mut cx);
        checked = cx.findings;
        // Dates to keep are no findings yet.
        checked.retain(|f| f.since.is_none_or(|day| day.to_string().as_str() <= TODAY));
    }
    let read = diagnostics.iter().map(|d| line(d.severity, d.code, d.field.as_deref().unwrap_or(""), d.message));
    let ruled = checked.iter().map(|f| line(f.severity, f.code, &f.at, f.message));
    let findings = read.chain(ruled).collect();
    let sample = Sample { kind, id: RecordId::new(kind.folder, "sample"), record, findings, checked };
    sample.messages();
    sample.locators();
    sample
}

fn line(severity: crate::diagnostic::Severity, code: &str, at: &str, message: &str) -> String {
    format!("{} {code} {at} {message}", format!("{severity:?}").to_lowercase())
}

impl Sample {
    pub fn envelope(&self) -> &Envelope {
        &self.record.as_ref().unwrap_or_else(|| panic!("not read: {:#?}", self.findings)).0
    }

    pub fn fields(&self) -> &dyn Fields {
        &*self.record.as_ref().unwrap_or_else(|| panic!("not read: {:#?}", self.findings)).1
    }

    pub fn facets(&self) -> Facets {
        self.fields().facets(self.envelope())
    }

    /// What the rules said, in one language: message, label and help of each finding, a line each.
    pub fn said(&self, tongue: Tongue) -> Vec<String> {
        let words = Words::of(tongue);
        let text = |f: &crate::record::finding::Finding| {
            let mut d = Diagnostic::error(f.code, f.message, "content/sample.md");
            d.args = f.args.clone();
            let parts = [Some(words.message(&d)), words.label(&d), words.help(&d)];
            let related = f.related.iter().map(|(_, message)| words.text(message, &d.args));
            parts.into_iter().flatten().chain(related).collect::<Vec<_>>().join(" | ")
        };
        self.checked.iter().map(text).collect()
    }

    /// Every finding of a rule has its words in both languages, with all arguments given.
    fn messages(&self) {
        for tongue in [Tongue::Zh, Tongue::En] {
            for (said, finding) in self.said(tongue).iter().zip(&self.checked) {
                assert!(!said.starts_with(finding.message), "no {tongue:?} words for {}", finding.message);
                assert!(!said.contains("{$"), "an argument is missing: {said}");
                finding.related.iter().for_each(|(_, id)| assert!(!said.contains(id), "no {tongue:?} words for {id}"));
                let terms = finding.args.iter().filter_map(|(_, a)| if let Arg::Term(id) = a { Some(id) } else { None });
                terms.for_each(|id| assert!(!said.contains(id.as_str()), "no word for the term {id}: {said}"));
            }
        }
    }

    /// Every finding of a rule is placed at a field that is there.
    fn locators(&self) {
        let mut known = std::collections::BTreeSet::new();
        if let Some((envelope, fields)) = &self.record {
            let mut note = |path: &Path<'_>, _: &'static FieldSpec, _: Leaf<'_>| {
                let mut at = path.locator();
                known.insert(at.clone());
                while let Some(cut) = at.rfind(['.', '[']) {
                    at.truncate(cut);
                    known.insert(at.clone());
                }
            };
            envelope.walk_fields(&mut Path::default(), &mut note);
            fields.walk(&mut note);
        }
        for f in &self.checked {
            for at in std::iter::once(&f.at).chain(f.related.iter().map(|(at, _)| at)) {
                assert!(known.contains(at), "{} points at `{at}`, which is not there", f.message);
            }
        }
    }

    /// The view in one language; panics where a word lacks in its catalogue.
    pub fn view(&self, lang: LangId, records: &Stub) -> KindView {
        let (languages, words) = (&*LANGUAGES, &*WORDS);
        let profile = crate::profile::Profile::national();
        let recorder = crate::deps::DepRecorder::default();
        let cx = ViewCx {
            id: &self.id,
            kind: self.kind.name,
            envelope: self.envelope(),
            files: &[],
            originals: true,
            lang,
            languages,
            words: &words[lang.index()],
            fallbacks: &[],
            glossary: &records.glossary,
            currency: "CNY",
            zone: &crate::value::date::Zone::named("Asia/Shanghai").expect("a zone"),
            base: "https://rongyin.example.org/",
            build_date: Date::parse(TODAY).expect("a date"),
            recorder: &recorder,
            profile: &profile,
            holidays: Holidays::china(),
            records,
            from: &crate::route::record(&self.id, &languages[lang.index()].path),
            portable: false,
        };
        self.fields().view(&cx)
    }

    /// The view as plain text, one line a fact, row, cell run or sentence.
    pub fn text(&self, lang: LangId, records: &Stub) -> String {
        let lines = lines(&self.view(lang, records));
        for text in lines.iter().flat_map(|l| l.split([' ', '|', ':'])) {
            let id =
                ["field_", "code_", "section_"].iter().any(|p| text.starts_with(p)) || text.starts_with(&format!("{}_", self.kind.name));
            assert!(!id, "no word in language {lang:?} for {text}");
        }
        lines.join("\n")
    }
}

/// Words that a kind needs in both languages and that are missing: labels of its top fields, names of its codes.
pub fn missing_words(kind: &Kind) -> Vec<String> {
    fn codes(shape: &Shape, out: &mut Vec<String>) {
        match shape {
            Shape::Code(list) => out.extend(list.codes.iter().map(|(code, _)| format!("code_{}_{code}", list.name))),
            Shape::List(inner) => codes(inner, out),
            Shape::Struct(spec) => spec.fields.iter().for_each(|f| codes(&f.shape, out)),
            Shape::Either(a, b) => {
                codes(a, out);
                codes(b, out);
            }
            _ => {}
        }
    }
    let mut wanted: Vec<String> = kind.spec.fields.iter().map(|f| format!("field_{}_{}", kind.name, f.name)).collect();
    kind.spec.fields.iter().for_each(|f| codes(&f.shape, &mut wanted));
    let lacks = |id: &String| WORDS.iter().any(|w| !w.contains(id));
    wanted.retain(lacks);
    wanted
}

static LANGUAGES: LazyLock<Vec<Arc<Language>>> = LazyLock::new(|| {
    let language = |tag, path| Arc::new(Language::new(tag, path).expect("compiled data"));
    vec![language("zh-Hans", "zh"), language("en", "en")]
});

/// The theme's catalogues as they lie in the repository: the main file and all parts.
static WORDS: LazyLock<[Catalog; 2]> = LazyLock::new(|| {
    ["zh", "en"].map(|lang| {
        let folder = FilePath::new(env!("CARGO_MANIFEST_DIR")).join("themes/board/i18n");
        let files = |dir: &FilePath| fs::read_dir(dir).map(|d| d.flatten().map(|e| e.path()).collect::<Vec<_>>()).unwrap_or_default();
        let mut paths = [files(&folder), files(&folder.join("parts"))].concat();
        paths.retain(|p| {
            p.file_name().is_some_and(|n| n.to_string_lossy().rsplit('.').nth(1) == Some(lang) && n.to_string_lossy().ends_with("ftl"))
        });
        paths.sort();
        let read = |p: &std::path::PathBuf| Source::new(p.to_string_lossy().into_owned(), fs::read_to_string(p).expect("a catalogue"));
        let sources: Vec<Arc<Source>> = paths.iter().map(read).collect();
        let (catalog, findings) = Catalog::load(&LANGUAGES[usize::from(lang == "en")], &sources);
        assert!(findings.is_empty(), "{findings:#?}");
        catalog
    })
});

/// How the Chinese and the English words differ in keys or variables; empty if they do not.
pub fn word_differences() -> Vec<Difference> {
    WORDS[0].differences(&WORDS[1])
}

/// A records with what a test puts on it. Titles default to the reference itself; every target has a page.
#[derive(Debug, Default)]
pub struct Stub {
    pub titles: BTreeMap<String, Text>,
    pub chain: Vec<(RecordId, Balance)>,
    pub children: Vec<RecordId>,
    pub referring: Vec<RecordId>,
    pub upcoming: Vec<Occurrence>,
    /// By the reference of the action carried on.
    pub carried: BTreeMap<String, Vec<(RecordId, Action)>>,
    /// By the reference of the decision.
    pub decisions: BTreeMap<String, Decision>,
    pub glossary: Glossary,
}

impl Stub {
    pub fn title(mut self, target: &str, zh: &str, en: &str) -> Self {
        self.titles.insert(target.to_owned(), Text::new(zh).with(EN, en));
        self
    }
}

impl Records for Stub {
    fn title(&self, target: &Ref) -> Option<Text> {
        self.titles.get(&target.to_string()).cloned()
    }

    fn decision(&self, target: &Ref) -> Option<Decision> {
        self.decisions.get(&target.to_string()).cloned()
    }

    fn address(&self, target: &Ref, lang: LangId) -> Option<String> {
        let fragment = target.fragment.as_deref().map(|f| format!("#{f}")).unwrap_or_default();
        Some(crate::route::record(&target.id, &LANGUAGES[lang.index()].path) + &fragment)
    }

    fn chain(&self, _: &RecordId) -> Vec<(RecordId, Balance)> {
        self.chain.clone()
    }

    fn children(&self, _: &RecordId) -> Vec<RecordId> {
        self.children.clone()
    }

    fn referring(&self, _: &RecordId, _: &[&str]) -> Vec<RecordId> {
        self.referring.clone()
    }

    fn upcoming(&self, _: &RecordId) -> Vec<Occurrence> {
        self.upcoming.clone()
    }

    fn whereabouts(&self, _: &Ref) -> Option<Whereabouts> {
        None
    }

    fn timetable(&self, _: &RecordId) -> Vec<Week> {
        Vec::new()
    }

    fn carried(&self, action: &Ref) -> Vec<(RecordId, Action)> {
        self.carried.get(&action.to_string()).cloned().unwrap_or_default()
    }
}

pub fn money(text: &str) -> Money {
    Money::parse(text).expect("an amount")
}

pub fn date(text: &str) -> Date {
    Date::parse(text).expect("a date")
}

/// A view as plain text.
pub fn lines(view: &KindView) -> Vec<String> {
    let mut out = vec![format!("tags: {}", inlines(&view.tags)), format!("headline: {}", inlines(&view.headline))];
    facts(&view.facts, &mut out);
    for section in &view.sections {
        out.push(format!("## {} {}", section.id, section.title));
        section.blocks.iter().for_each(|b| block(b, &mut out));
    }
    out
}

fn block(block: &Block, out: &mut Vec<String>) {
    match block {
        Block::Facts { facts: list } => facts(list, out),
        Block::Table { table: of } => table(of, out),
        Block::Figure { figure } => {
            let keys: Vec<&str> = figure.keys.iter().map(|(_, label)| label.as_str()).collect();
            if !figure.title.is_empty() {
                out.push(format!("figure: {} ({}) [{}]", figure.title, figure.unit, keys.join(", ")));
            }
            table(&figure.table, out);
        }
        Block::List { rows } => out.extend(rows.iter().map(|r| format!("- {}", inlines(r)))),
        Block::Note { tone, lines } => out.extend(lines.iter().map(|l| format!("note {tone}: {}", inlines(l)))),
        Block::Bar { label, parts } => {
            out.push(format!("bar: {label}"));
            out.extend(parts.iter().map(|p| format!("{}: {} ({}%)", p.label, p.text, p.percent)));
        }
        Block::Steps { steps } => steps.iter().for_each(|s| step(s, out)),
        Block::Decisions { decisions } => {
            for d in decisions {
                let outcome = d.outcome.iter().cloned().collect::<Vec<_>>();
                out.push(format!("#{} {} {} [{}]", d.id, d.no, inlines(&d.title), inlines(&outcome)));
                if !d.short.is_empty() {
                    out.push(d.short.clone());
                }
                out.push(inlines(&d.text));
                facts(&d.facts, out);
                for v in &d.votes {
                    out.push(format!("vote: {}", v.label));
                    out.extend([&v.turnout, &v.mark].into_iter().filter(|mark| !mark.is_empty()).cloned());
                    out.extend(v.parts.iter().map(|p| format!("{}: {} ({}%)", p.label, p.text, p.percent)));
                }
                if let Some(figure) = &d.ballot {
                    table(&figure.table, out);
                }
                facts(&d.tests, out);
                out.extend(d.notes.iter().cloned());
            }
        }
        Block::Photos { photos, pair } => {
            let name = if *pair { "pair" } else { "photo" };
            out.extend(photos.iter().map(|p| format!("{name}: {}{} {} {}", p.label, p.picture.url, p.alt, inlines(&p.caption))));
        }
        Block::Tree { nodes } => nodes.iter().for_each(|n| node(n, 0, out)),
        Block::Week { week } => {
            out.push(format!("week: {}", week.caption));
            for day in &week.days {
                let id = |id: &str| if id.is_empty() { String::new() } else { format!("#{id} ") };
                let entries: Vec<String> = day.entries.iter().map(|e| format!("{}{} {}", id(&e.id), e.time, inlines(&e.what))).collect();
                out.push(format!("{}: {}", day.text, if entries.is_empty() { "—".to_owned() } else { entries.join(" / ") }));
            }
        }
    }
}

fn table(table: &Table, out: &mut Vec<String>) {
    out.push(format!("table: {} ({})", table.caption, table.unit));
    out.push(cells(&Row { id: String::new(), cells: table.head.clone() }));
    out.extend(table.rows.iter().map(cells));
    out.extend(table.foot.iter().map(|r| format!("= {}", cells(r))));
}

fn step(step: &Step, out: &mut Vec<String>) {
    out.push(format!("#{} {} [{}] {}", step.id, step.state, step.tag, inlines(&step.title)));
    facts(&step.facts, out);
}

fn node(n: &TreeNode, depth: usize, out: &mut Vec<String>) {
    out.push(format!("{}* {}", "  ".repeat(depth), inlines(&n.content)));
    n.children.iter().for_each(|c| node(c, depth + 1, out));
}

fn facts(list: &[Fact], out: &mut Vec<String>) {
    for fact in list {
        let said: Vec<String> = fact.lines.iter().map(|l| inlines(l)).collect();
        out.push(format!("{}: {}", fact.label, said.join(" / ")));
    }
}

fn cells(row: &Row) -> String {
    let text: Vec<String> = row.cells.iter().map(|c| inlines(&c.content)).collect();
    if row.id.is_empty() { text.join(" | ") } else { format!("#{} {}", row.id, text.join(" | ")) }
}

/// Inlines as plain text; links show their address in `<>`, foreign text its language in `[]`.
pub fn inlines(list: &[Inline]) -> String {
    list.iter()
        .map(|inline| match inline {
            Inline::Text { text, lang: Some(lang), .. } => format!("[{lang}]{text}"),
            Inline::Text { text, .. }
            | Inline::Time { text, .. }
            | Inline::Num { text, .. }
            | Inline::Tag { text, .. }
            | Inline::Code { text } => text.clone(),
            Inline::Link { url, text, .. } | Inline::Download { url, text, .. } | Inline::Tel { url, text } => format!("{text}<{url}>"),
            Inline::Drawing { .. } => "~".to_owned(),
        })
        .collect()
}

mod tests {
    use super::*;

    #[test]
    fn the_themes_words_agree_in_both_languages() {
        assert_eq!(word_differences(), []);
    }

    #[test]
    fn no_key_means_two_things() {
        for kind in crate::record::KINDS {
            for field in kind.spec.fields {
                for key in [field.name, field.zh] {
                    assert_eq!(Envelope::SPEC.field(key), None, "{key} of {} is a field of every record too", kind.name);
                    let same = kind.spec.fields.iter().filter(|f| f.name == key || f.zh == key).count();
                    assert_eq!(same, 1, "{key} of {}", kind.name);
                }
            }
        }
    }

    #[test]
    fn a_plain_page_is_read_without_findings() {
        let page = sample(&crate::record::page::KIND, "title: 关于本站\npublished: 2026-01-01\n");
        assert_eq!(page.findings, Vec::<String>::new());
        assert_eq!(page.text(EN, &Stub::default()), "tags: \nheadline: ");
    }
}
