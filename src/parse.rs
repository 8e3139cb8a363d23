//! Bundle → [`Record`]: text to typed values, one bundle at a time, so that all may run at once.
//!
//! In: the files of one bundle, or what an earlier run stored of them. Out: a record, if its facts could be read, and every
//! mistake of its files at once. Always: facts come from the primary file alone, words from the primary and its sidecars; the
//! result depends on that bundle and the languages only, so it may be reused while its files are unchanged.

mod cached;
mod files;
mod hashes;
mod open;
mod sidecar;
mod translations;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Severity};
use crate::discover::Bundle;
use crate::fs::{FileSystem, FsError};
use crate::locale::Language;
use crate::markdown::{self, Body, BodyOptions};
use crate::record::check_code;
use crate::record::envelope::{Envelope, Status};
use crate::record::field::{FieldSpec, Leaf, Path, Reader, Reference, SidecarTexts, StructSpec};
use crate::record::finding::Finding;
use crate::record::locate::{self, Locator};
use crate::record::{Fields, FileInfo, Hashes, Record};
use crate::source::Source;
use crate::value::{LangId, RecordId};
use crate::yaml::{self, Node};

use open::{FrontMatter, Opened};

pub use crate::source::MAX_FILE;
pub use cached::{CachedBundle, Derived};

/// One bundle, read.
#[derive(Debug)]
pub struct Parsed {
    pub id: RecordId,
    /// `None` where the facts could not be read: rules and pages do without it, references to it do not fail again.
    pub record: Option<Arc<Record>>,
    /// The text files read, for the personal-data guard.
    pub sources: Vec<Arc<Source>>,
    /// What else there is where the facts could not be read.
    pub partial: PartialRecord,
    pub findings: Vec<Diagnostic>,
}

/// References and texts of a file whose record does not exist because of a mistake elsewhere in it.
#[derive(Debug, Default)]
pub struct PartialRecord {
    pub references: Vec<Reference>,
    pub bodies: Vec<Option<Body>>,
    pub places: Vec<Option<Place>>,
}

/// Where a body stands.
pub type Place = (Arc<Source>, Range<usize>);

/// What all bundles share.
pub struct Shared<'a> {
    pub fs: &'a dyn FileSystem,
    pub languages: &'a [Arc<Language>],
    /// Neighboring lines of a text are run together.
    pub join_lines: bool,
}

/// What a bundle is read from.
pub enum Input {
    Files,
    /// The files; a later run is to have the same without reading them.
    FilesForCache,
    /// What an earlier run stored of the same files. If it does not fit, the files are read for the cache.
    Cached(Box<CachedBundle>),
}

/// What a bundle was read from in the end.
pub enum Origin {
    /// The files; with bytes for a cache if these were asked for and nothing was found in the bundle.
    Files(Option<Vec<u8>>),
    Cache,
}

/// The text files of a bundle.
struct Texts {
    primary: Opened,
    sidecars: Vec<(LangId, Opened)>,
}

impl Texts {
    /// All of them with their languages, the primary first.
    fn all(&self) -> impl Iterator<Item = (LangId, &Opened)> {
        std::iter::once((LangId::PRIMARY, &self.primary)).chain(self.sidecars.iter().map(|(lang, opened)| (*lang, opened)))
    }

    fn in_language(&self, lang: usize) -> Option<&Opened> {
        self.all().find(|(l, _)| l.index() == lang).map(|(_, opened)| opened)
    }
}

/// Reads one bundle.
pub fn bundle(shared: &Shared<'_>, bundle: &Bundle, input: Input) -> Result<(Parsed, Origin), FsError> {
    let is_for_cache = !matches!(input, Input::Files);
    if let Input::Cached(cached) = input
        && let Some(parsed) = from_cache(shared, bundle, *cached)?
    {
        return Ok((parsed, Origin::Cache));
    }
    let mut findings = Vec::new();
    let (primary, sidecars) = open_files(shared, bundle, &mut findings)?;
    let Some(primary) = primary else {
        let sources = sidecars.into_iter().map(|(_, opened)| opened.source).collect();
        let parsed = Parsed { id: bundle.id.clone(), record: None, sources, partial: PartialRecord::default(), findings };
        return Ok((parsed, Origin::Files(None)));
    };
    let texts = Texts { primary, sidecars };
    let parsed = read(shared, bundle, &texts, None, findings)?;
    let sound = parsed.record.as_ref().filter(|_| is_for_cache && parsed.findings.is_empty());
    let for_cache = sound.and_then(|record| cached::to_bytes(texts.all().map(|(_, opened)| opened), record));
    Ok((parsed, Origin::Files(for_cache)))
}

type OpenedFiles = (Option<Opened>, Vec<(LangId, Opened)>);

fn open_files(shared: &Shared<'_>, bundle: &Bundle, findings: &mut Vec<Diagnostic>) -> Result<OpenedFiles, FsError> {
    let specs = [&Envelope::SPEC, bundle.kind.spec];
    let is_key = |key: &str| specs.iter().any(|s| s.field(key).is_some());
    let is_sidecar_key = |key: &str| is_key(key) || sidecar::OWN_KEYS.contains(&key);
    let primary = open::open(shared.fs, &bundle.primary, &is_key, FrontMatter::Required, findings)?;
    let mut sidecars: Vec<(LangId, Opened)> = Vec::new();
    for (lang, file) in &bundle.sidecars {
        let before = findings.len();
        let opened = open::open(shared.fs, file, &is_sidecar_key, FrontMatter::Optional, findings)?;
        sidecars.extend(opened.map(|opened| (*lang, opened)));
        mark_language(&mut findings[before..], &shared.languages[lang.index()]);
    }
    Ok((primary, sidecars))
}

/// Notes that findings are about a translation, so that a site may weigh them by language.
fn mark_language(findings: &mut [Diagnostic], language: &Language) {
    findings.iter_mut().for_each(|finding| finding.lang = Some(language.path.as_str().into()));
}

/// The bundle from what an earlier run stored; `None` where that does not fit.
fn from_cache(shared: &Shared<'_>, bundle: &Bundle, cached: CachedBundle) -> Result<Option<Parsed>, FsError> {
    let CachedBundle { texts, derived } = cached;
    if texts.len() != bundle.sidecars.len() + 1 || derived.bodies.len() != shared.languages.len() {
        return Ok(None);
    }
    let mut opened = texts.into_iter().zip(bundle.texts()).map(|(text, file)| {
        let source = Source::new(Arc::clone(&file.path), text.text);
        Opened { source, front: text.front, body: text.body, root: text.root }
    });
    let Some(primary) = opened.next() else { return Ok(None) };
    let sidecars = bundle.sidecars.iter().map(|(lang, _)| *lang).zip(opened).collect();
    let parsed = read(shared, bundle, &Texts { primary, sidecars }, Some(derived), Vec::new())?;
    Ok(Some(parsed).filter(|p| p.record.is_some() && p.findings.is_empty()))
}

type Specs = [&'static StructSpec; 2];
type Facts = (Envelope, Box<dyn Fields>);

/// Texts → record. `derived` is what an earlier run stored and what then need not be made again.
fn read(
    shared: &Shared<'_>,
    bundle: &Bundle,
    texts: &Texts,
    mut derived: Option<Derived>,
    mut findings: Vec<Diagnostic>,
) -> Result<Parsed, FsError> {
    let specs = [&Envelope::SPEC, bundle.kind.spec];
    let headers = screen_sidecars(shared, texts, &specs, &mut findings);
    let (facts, references) = read_facts(bundle, texts, &specs, &mut findings);
    let items = facts.as_ref().map(item_ids).unwrap_or_default();
    let bodies = match &mut derived {
        Some(derived) => std::mem::take(&mut derived.bodies),
        None => render_bodies(shared, texts, &items.ids, &mut findings),
    };
    let mut body_places = vec![None; shared.languages.len()];
    for (lang, opened) in texts.all() {
        body_places[lang.index()] = Some((Arc::clone(&opened.source), opened.body.clone()));
    }
    let sources = texts.all().map(|(_, opened)| Arc::clone(&opened.source)).collect();
    let id = bundle.id.clone();
    let Some((envelope, fields)) = facts else {
        let partial = PartialRecord { references, bodies, places: body_places };
        return Ok(Parsed { id, record: None, sources, partial, findings });
    };
    let (words_hash, check_code) = match &mut derived {
        Some(derived) => (std::mem::take(&mut derived.words_hash), std::mem::take(&mut derived.check_code)),
        None => (hashes::of_words(&envelope, &*fields, texts.primary.body_text()), check_code::of(&id, &envelope, &*fields)),
    };
    let mut record = Record {
        id: id.clone(),
        kind: bundle.kind,
        facets: fields.facets(&envelope),
        envelope,
        fields,
        source: Arc::clone(&texts.primary.source),
        front: texts.primary.front.clone(),
        bodies,
        body_places,
        languages: Vec::new(),
        files: Vec::new(),
        words_hash,
        check_code,
        hashes: Hashes::default(),
    };
    findings.extend(locate::place(&record, &items.repeated));
    record.languages = translations::states(shared, &record, texts, &headers, &mut findings);
    match derived {
        Some(derived) => (record.files, record.hashes) = (derived.files, derived.hashes),
        None => {
            record.files = files::collect(shared.fs, bundle, &record, &mut findings)?;
            record.hashes = hashes::of_record(&record, texts);
        }
    }
    Ok(Parsed { id, record: Some(Arc::new(record)), sources, partial: PartialRecord::default(), findings })
}

/// Holds each sidecar against the primary; their headers, in their order.
fn screen_sidecars(shared: &Shared<'_>, texts: &Texts, specs: &Specs, findings: &mut Vec<Diagnostic>) -> Vec<sidecar::Header> {
    let empty = Node { start: 0, end: 0, value: yaml::Value::Map(Vec::new()) };
    let mut headers = Vec::new();
    for (lang, opened) in &texts.sidecars {
        let before = findings.len();
        let root = opened.root.as_ref().unwrap_or(&empty);
        headers.push(sidecar::screen(&opened.source, root, texts.primary.root.as_ref(), specs, findings));
        mark_language(&mut findings[before..], &shared.languages[lang.index()]);
    }
    headers
}

/// Envelope and fields, if all that they must have could be read; and every reference that could.
fn read_facts(bundle: &Bundle, texts: &Texts, specs: &Specs, findings: &mut Vec<Diagnostic>) -> (Option<Facts>, Vec<Reference>) {
    let Some(root) = &texts.primary.root else { return (None, Vec::new()) };
    let words = texts.sidecars.iter().filter_map(|(lang, s)| Some(SidecarTexts { lang: *lang, root: s.root.as_ref()? }));
    let words: Vec<SidecarTexts<'_>> = words.collect();
    let before = findings.len();
    let mut reader = Reader::new(&texts.primary.source, &words, bundle.kind.money_code, findings);
    reader.unknown_keys(root, specs);
    let envelope = Envelope::read_fields(root, &mut reader);
    let fields = (bundle.kind.read)(root, &mut reader);
    let references = std::mem::take(&mut reader.references);
    // A record that `new` has just made must not stop the site: in a draft a field may still be missing.
    if is_draft(root) {
        let missing = findings[before..].iter_mut().filter(|d| d.message == "com-03-missing-field");
        missing.for_each(|finding| finding.severity = Severity::Warning);
    }
    (envelope.zip(fields), references)
}

/// Ids of the items of a record, and where one stands a second time (COM-01).
#[derive(Default)]
struct ItemIds {
    ids: Vec<String>,
    repeated: Vec<Finding>,
}

fn item_ids((envelope, fields): &Facts) -> ItemIds {
    let mut items = ItemIds::default();
    let mut first_places: BTreeMap<String, String> = BTreeMap::new();
    let mut note = |path: &Path<'_>, spec: &'static FieldSpec, leaf: Leaf<'_>| {
        let Leaf::Item(key) = leaf else { return };
        // Natural keys (dates, numbers) are unique in their list only.
        if spec.shape.inner_struct().is_some_and(|s| s.key == "id") {
            if let Some(first) = first_places.get(&*key) {
                let mut finding = Finding::new(Severity::Error, "COM-01", "com-01-item-across", path.locator());
                finding.arg("id", key.as_ref()).arg("other", first.as_str());
                items.repeated.push(finding);
            } else {
                first_places.insert(key.to_string(), path.public());
            }
        }
        items.ids.push(key.into_owned());
    };
    envelope.walk_fields(&mut Path::default(), &mut note);
    fields.walk(&mut note);
    items
}

/// The bodies by language, as HTML. Headings get ids that no item has.
fn render_bodies(shared: &Shared<'_>, texts: &Texts, item_ids: &[String], findings: &mut Vec<Diagnostic>) -> Vec<Option<Body>> {
    let mut bodies = vec![None; shared.languages.len()];
    let taken: Vec<&str> = item_ids.iter().map(String::as_str).collect();
    for (lang, opened) in texts.all().filter(|(_, opened)| !opened.body_text().trim().is_empty()) {
        let language = &shared.languages[lang.index()];
        let (range, lang_tag) = (opened.body.clone(), language.tag.as_str());
        let join_lines = shared.join_lines;
        let options = BodyOptions { source: &opened.source, range, lang_tag, top_level: 2, taken: &taken, join_lines };
        let (body, mut found) = markdown::render(&options);
        if lang != LangId::PRIMARY {
            mark_language(&mut found, language);
        }
        findings.extend(found);
        bodies[lang.index()] = Some(body);
    }
    bodies
}

/// Whether the front matter says that the record is a draft, even if it cannot be read as a whole.
fn is_draft(root: &Node) -> bool {
    let status = Envelope::SPEC.field("status").and_then(|f| root.get(f.name).or_else(|| root.get(f.zh)));
    let text = status.and_then(Node::scalar).map(str::trim);
    text.is_some_and(|text| Status::LIST.codes.first().is_some_and(|(code, zh)| text == *code || text == *zh))
}

impl Parsed {
    /// A file of the record, by the name that the record uses.
    pub fn file(&self, name: &str) -> Option<&FileInfo> {
        self.record.as_ref()?.files.iter().find(|f| f.name == name)
    }
}
