//! Bundle → [`Record`]: text to typed values, one bundle at a time, so that all may run at once.
//!
//! In: the files of one bundle. Out: a record, if its facts could be read, and every mistake of its
//! files at once. Always: facts come from the primary alone, words from the primary and its sidecars;
//! what one bundle yields depends on that bundle and the languages only, so it may be remembered.

mod cached;
mod files;
mod locate;
mod sidecar;

use std::ops::Range;
use std::sync::Arc;

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::discover::{Bundle, File};
use crate::fs::{FileSystem, FsError};
use crate::hash::{ContentHash, short_hash};
use crate::locale::Language;
use crate::markdown::{self, Body, BodyOptions};
use crate::record::check_code;
use crate::record::cx::Finding;
use crate::record::envelope::{Envelope, Status};
use crate::record::field::{FieldSpec, Leaf, Path, Reader, Reference, SidecarTexts};
use crate::record::{FileInfo, Hashes, Record, Translation};
use crate::source::{self, Source, Span};
use crate::value::{LangId, RecordId, Text, text};
use crate::yaml::{self, Node};

pub use cached::CachedBundle;
pub use locate::{Locator, answer, place};

/// A content file longer than this is refused before it is read.
pub const MAX_FILE: u64 = 4 * 1024 * 1024;

/// A picture is read whole to take its metadata out; no camera makes larger ones.
pub const MAX_PICTURE: u64 = 64 * 1024 * 1024;

/// What one bundle yields.
#[derive(Debug)]
pub struct Parsed {
    pub id: RecordId,
    /// `None` where the facts could not be read: rules and pages do without it, references to it do not fail again.
    pub record: Option<Arc<Record>>,
    /// The text files read, for the personal-data guard.
    pub sources: Vec<Arc<Source>>,
    /// What else there is where the facts could not be read.
    pub loose: PartialRecord,
    pub findings: Vec<Diagnostic>,
}

/// References and texts of a file whose record does not exist for a mistake elsewhere in it.
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
}

/// A file's text with its front matter and body told apart.
struct Opened {
    source: Arc<Source>,
    /// The YAML between the fences; empty where there is none.
    front: Range<usize>,
    body: Range<usize>,
    root: Option<Node>,
}

/// Reads one bundle.
pub fn bundle(shared: &Shared<'_>, bundle: &Bundle) -> Result<Parsed, FsError> {
    Ok(read_bundle(shared, bundle, false)?.0)
}

/// Reads one bundle, and says what a later run needs to have it again; nothing where something was found.
pub fn bundle_to_keep(shared: &Shared<'_>, bundle: &Bundle) -> Result<(Parsed, Option<Vec<u8>>), FsError> {
    read_bundle(shared, bundle, true)
}

fn read_bundle(shared: &Shared<'_>, bundle: &Bundle, keep: bool) -> Result<(Parsed, Option<Vec<u8>>), FsError> {
    let mut findings = Vec::new();
    let specs = [&Envelope::SPEC, bundle.kind.spec];
    let known = |key: &str| specs.iter().any(|s| s.field(key).is_some());
    let primary = open(shared.fs, &bundle.primary, &known, true, &mut findings)?;
    let mut sidecars: Vec<(LangId, Opened)> = Vec::new();
    for (lang, file) in &bundle.sidecars {
        let sidecar_key = |key: &str| known(key) || sidecar::OWN_KEYS.contains(&key);
        let path = &shared.languages[lang.index()].path;
        let before = findings.len();
        if let Some(opened) = open(shared.fs, file, &sidecar_key, false, &mut findings)? {
            sidecars.push((*lang, opened));
        }
        findings[before..].iter_mut().for_each(|d| d.lang = Some(path.as_str().into()));
    }
    let parsed = take_together(shared, bundle, (primary.as_ref(), &sidecars), None, findings)?;
    let sound = parsed.record.as_ref().filter(|_| keep && parsed.findings.is_empty());
    let cached = sound.and_then(|record| cached::to_bytes(primary.iter().chain(sidecars.iter().map(|(_, opened)| opened)), record));
    Ok((parsed, cached))
}

/// The same bundle again, from what reading it came to; `None` where that does not fit.
pub fn bundle_again(shared: &Shared<'_>, bundle: &Bundle, cached: CachedBundle) -> Result<Option<Parsed>, FsError> {
    let CachedBundle { texts, bodies, files, words_hash, check_code, hashes } = cached;
    if texts.len() != bundle.sidecars.len() + 1 || bodies.len() != shared.languages.len() {
        return Ok(None);
    }
    let paths = std::iter::once(&bundle.primary).chain(bundle.sidecars.iter().map(|(_, file)| file));
    let mut opened = texts.into_iter().zip(paths).map(|(t, file)| {
        let source = Source::new(Arc::clone(&file.path), t.text);
        Opened { source, front: t.front, body: t.body, root: t.root }
    });
    let primary = opened.next();
    let sidecars: Vec<(LangId, Opened)> = bundle.sidecars.iter().map(|(lang, _)| *lang).zip(opened).collect();
    let parsed = take_together(
        shared,
        bundle,
        (primary.as_ref(), &sidecars),
        Some(Ready { bodies, files, words_hash, check_code, hashes }),
        Vec::new(),
    )?;
    Ok(Some(parsed).filter(|p| p.record.is_some() && p.findings.is_empty()))
}

/// What need not be made again.
struct Ready {
    bodies: Vec<Option<Body>>,
    files: Vec<FileInfo>,
    words_hash: String,
    check_code: String,
    hashes: Hashes,
}

fn take_together(
    shared: &Shared<'_>,
    bundle: &Bundle,
    (primary, sidecars): (Option<&Opened>, &[(LangId, Opened)]),
    ready: Option<Ready>,
    mut findings: Vec<Diagnostic>,
) -> Result<Parsed, FsError> {
    let mut sources = Vec::new();
    sources.extend(primary.map(|p| Arc::clone(&p.source)));
    sources.extend(sidecars.iter().map(|(_, s)| Arc::clone(&s.source)));
    let mut loose = PartialRecord::default();
    let record = match primary {
        Some(primary) => read(shared, bundle, (primary, sidecars), ready, &mut loose, &mut findings)?,
        None => None,
    };
    Ok(Parsed { id: bundle.id.clone(), record: record.map(Arc::new), sources, loose, findings })
}

fn read(
    shared: &Shared<'_>,
    bundle: &Bundle,
    (primary, sidecars): (&Opened, &[(LangId, Opened)]),
    mut ready: Option<Ready>,
    loose: &mut PartialRecord,
    findings: &mut Vec<Diagnostic>,
) -> Result<Option<Record>, FsError> {
    let specs = [&Envelope::SPEC, bundle.kind.spec];
    let empty = Node { start: 0, end: 0, value: yaml::Value::Map(Vec::new()) };
    let mut headers: Vec<sidecar::Header> = Vec::new();
    for (lang, opened) in sidecars {
        let root = opened.root.as_ref().unwrap_or(&empty);
        let path = &shared.languages[lang.index()].path;
        let before = findings.len();
        headers.push(sidecar::screen(&opened.source, root, primary.root.as_ref(), &specs, findings));
        findings[before..].iter_mut().for_each(|d| d.lang = Some(path.as_str().into()));
    }
    let mut facts = None;
    if let Some(root) = &primary.root {
        let texts: Vec<SidecarTexts<'_>> =
            sidecars.iter().filter_map(|(lang, s)| Some(SidecarTexts { lang: *lang, root: s.root.as_ref()? })).collect();
        let before = findings.len();
        let mut reader = Reader::new(&primary.source, &texts, bundle.kind.money_code, findings);
        reader.unknown_keys(root, &specs);
        let envelope = Envelope::read_fields(root, &mut reader);
        let fields = (bundle.kind.read)(root, &mut reader);
        loose.references = std::mem::take(&mut reader.references);
        facts = envelope.zip(fields);
        // What `new` has just made must not stop the site: in a draft a field may still be open.
        if is_draft(root) {
            let open = findings[before..].iter_mut().filter(|d| d.message == "com-03-missing-field");
            open.for_each(|d| d.severity = Severity::Warning);
        }
    }
    let mut ids: Vec<String> = Vec::new();
    let mut twice: Vec<Finding> = Vec::new();
    if let Some((envelope, fields)) = &facts {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        let mut note = |path: &Path<'_>, spec: &'static FieldSpec, leaf: Leaf<'_>| {
            let Leaf::Item(key) = leaf else { return };
            // Natural keys (dates, numbers) are unique in their list only.
            if spec.shape.inner_struct().is_some_and(|s| s.key == "id") {
                if let Some(first) = seen.get(&*key) {
                    let mut finding = Finding::new(Severity::Error, "COM-01", "com-01-item-across", path.locator());
                    finding.arg("id", key.as_ref()).arg("other", first.as_str());
                    twice.push(finding);
                } else {
                    seen.insert(key.to_string(), path.public());
                }
            }
            ids.push(key.into_owned());
        };
        envelope.walk_fields(&mut Path::default(), &mut note);
        fields.walk(&mut note);
    }
    let mut bodies: Vec<Option<Body>> = match &mut ready {
        Some(ready) => std::mem::take(&mut ready.bodies),
        None => vec![None; shared.languages.len()],
    };
    let mut body_places = vec![None; shared.languages.len()];
    let files = std::iter::once((LangId::PRIMARY, primary)).chain(sidecars.iter().map(|(l, s)| (*l, s)));
    for (lang, opened) in files {
        let language = &shared.languages[lang.index()];
        let before = findings.len();
        if ready.is_none() {
            bodies[lang.index()] = body(opened, &language.tag, &ids, findings);
        }
        body_places[lang.index()] = Some((Arc::clone(&opened.source), opened.body.clone()));
        if lang != LangId::PRIMARY {
            findings[before..].iter_mut().for_each(|d| d.lang = Some(language.path.as_str().into()));
        }
    }
    let Some((envelope, fields)) = facts else {
        (loose.bodies, loose.places) = (bodies, body_places);
        return Ok(None);
    };
    // Nothing is kept of it, not even the room: there is one for each record.
    loose.references = Vec::new();
    let facets = fields.facets(&envelope);
    let words_hash = match &mut ready {
        Some(ready) => std::mem::take(&mut ready.words_hash),
        None => words_hash(&envelope, &*fields, &primary.source.text[primary.body.clone()]),
    };
    let check_code = match &mut ready {
        Some(ready) => std::mem::take(&mut ready.check_code),
        None => check_code::of(&bundle.id, &envelope, &*fields),
    };
    let mut record = Record {
        id: bundle.id.clone(),
        kind: bundle.kind,
        envelope,
        fields,
        facets,
        source: Arc::clone(&primary.source),
        front: primary.front.clone(),
        bodies,
        body_places,
        languages: Vec::new(),
        files: Vec::new(),
        words_hash,
        check_code,
        hashes: Hashes::default(),
    };
    findings.extend(place(&record, &twice));
    record.languages = translations(shared, &record, sidecars, &headers, findings);
    match ready {
        Some(ready) => (record.files, record.hashes) = (ready.files, ready.hashes),
        None => {
            record.files = files::collect(shared.fs, bundle, &record, findings)?;
            record.hashes = hashes(&record, primary, sidecars);
        }
    }
    Ok(Some(record))
}

fn hashes(record: &Record, primary: &Opened, sidecars: &[(LangId, Opened)]) -> Hashes {
    let front = |opened: &Opened| short_hash(&opened.source.text[opened.front.clone()]);
    let front_without_titles = |opened: &Opened| if names_others(record) { front(opened) } else { without_words(opened) };
    let sidecar = |lang: usize| sidecars.iter().find(|(l, _)| l.index() == lang).map(|(_, opened)| opened);
    let state = |t: &Translation| match t {
        // Stale or not is told on the record's own page only.
        Translation::Original | Translation::Translated | Translation::Stale { .. } => 0u8,
        Translation::Missing => 1,
        Translation::NotNeeded => 2,
    };
    let files: Vec<_> = record.files.iter().map(|f| (&f.name, *f.hash.as_bytes(), f.len)).collect();
    let states: Vec<u8> = record.languages.iter().map(state).collect();
    let bodies: Vec<bool> = record.bodies.iter().map(Option::is_some).collect();
    let of_all = |hash: &dyn Fn(&Opened) -> u64| {
        let sidecars: Vec<_> = sidecars.iter().map(|(lang, opened)| (lang.index(), hash(opened))).collect();
        short_hash(&(record.id.as_str(), hash(primary), sidecars, &files, &states, &bodies))
    };
    let (facts_hash, front_without_titles) = (of_all(&front), of_all(&front_without_titles));
    let anchors_and_links: Vec<_> = record
        .bodies
        .iter()
        .flatten()
        .map(|body| {
            let anchors: Vec<&str> = body.headings.iter().map(|h| h.id.as_str()).collect();
            let links = body.chunks.iter().filter_map(|chunk| match chunk {
                markdown::Chunk::Link(link) => match &link.target {
                    markdown::Target::Page { path, fragment } => Some((path.as_str(), fragment.as_deref())),
                    markdown::Target::File(_) => None,
                },
                _ => None,
            });
            (anchors, links.collect::<Vec<_>>())
        })
        .collect();
    let text = |lang: usize| {
        let opened = if lang == 0 { Some(primary) } else { sidecar(lang) };
        opened.map_or(0, |o| short_hash(&o.source.text[o.body.clone()]))
    };
    let on = |t: &Translation| if let Translation::Stale { on } = t { (1u8, *on) } else { (0, None) };
    let bodies = record.languages.iter().enumerate().map(|(lang, t)| short_hash(&(text(lang), on(t), state(t))));
    Hashes { facts_hash, interface_hash: short_hash(&(front_without_titles, anchors_and_links)), bodies: bodies.collect() }
}

/// Whether more than pages that ask for it reads this record's title: names that other texts must spell alike (COM-20), what
/// a fee is asked for (ACT-11), what stands below every page.
fn names_others(record: &Record) -> bool {
    record.facets.named || record.facets.charge.is_some() || !record.kind.listed
}

/// A hash of the front matter but for the words of title and summary.
fn without_words(opened: &Opened) -> u64 {
    let text = &opened.source.text;
    let words = opened.root.iter().flat_map(|root| {
        let specs = ["title", "summary"].into_iter().filter_map(|name| Envelope::SPEC.field(name));
        let nodes = specs.filter_map(|spec| root.entries().iter().find(|e| e.key == spec.name || e.key == spec.zh));
        nodes.map(|e| &e.value).filter(|node| !node.is_empty() && node.scalar().is_some()).map(Node::range)
    });
    let mut words: Vec<Range<usize>> = words.collect();
    words.sort_by_key(|range| range.start);
    let mut rest: Vec<&str> = Vec::with_capacity(3);
    let mut from = opened.front.start;
    for range in words {
        rest.push(&text[from..range.start.max(from)]);
        from = range.end.max(from);
    }
    rest.push(&text[from..opened.front.end.max(from)]);
    short_hash(&rest)
}

fn body(opened: &Opened, tag: &str, ids: &[String], findings: &mut Vec<Diagnostic>) -> Option<Body> {
    if opened.source.text[opened.body.clone()].trim().is_empty() {
        return None;
    }
    let taken: Vec<&str> = ids.iter().map(String::as_str).collect();
    let options = BodyOptions { source: &opened.source, range: opened.body.clone(), lang_tag: tag, top_level: 2, taken: &taken };
    let (body, found) = markdown::render(&options);
    findings.extend(found);
    Some(body)
}

/// Whether the front matter says so, readable as a whole or not.
fn is_draft(root: &Node) -> bool {
    let status = Envelope::SPEC.field("status").and_then(|f| root.get(f.name).or_else(|| root.get(f.zh)));
    let text = status.and_then(Node::scalar).map(str::trim);
    text.is_some_and(|text| Status::LIST.codes.first().is_some_and(|(code, zh)| text == *code || text == *zh))
}

/// Opens a text file: size, encoding, fences, screening. `None` where there is nothing to go on with.
fn open(
    fs: &dyn FileSystem,
    file: &File,
    known: &dyn Fn(&str) -> bool,
    front_needed: bool,
    findings: &mut Vec<Diagnostic>,
) -> Result<Option<Opened>, FsError> {
    if file.len > MAX_FILE {
        findings.push(Diagnostic::error("E103", "e103-file", Arc::clone(&file.path)).arg("limit", MAX_FILE / 1024 / 1024));
        return Ok(None);
    }
    let bytes = fs.read(&file.disk, MAX_FILE)?;
    let text = match source::decode(&bytes) {
        Ok((text, _)) => text,
        Err(error) => {
            findings.push(Diagnostic::error_at("E102", "e102-encoding", error.place(Arc::clone(&file.path), &bytes)));
            return Ok(None);
        }
    };
    let source = Source::new(Arc::clone(&file.path), text);
    let Some((front, body)) = fences(&source.text) else {
        let message = match (source.text.trim().is_empty(), source.text.starts_with("---")) {
            (true, _) => "e101-empty-file",
            (_, true) => "e101-unclosed-front",
            _ if !front_needed => {
                let all = 0..source.text.len();
                return Ok(Some(Opened { source, front: 0..0, body: all, root: None }));
            }
            _ => "e101-no-front",
        };
        let at = Span::new(&source, source.line_range(1));
        findings.push(Diagnostic::error_at("E101", message, at));
        return Ok(None);
    };
    let root = yaml::read(&source, front.clone(), known, findings);
    let root = root.filter(|root| {
        let is_map = matches!(root.value, yaml::Value::Map(_)) || root.is_empty();
        if !is_map {
            findings.push(Diagnostic::error_at(
                "E101",
                "e101-not-a-map",
                Span::new(&source, source.line_range(source.position(root.start as usize).line)),
            ));
        }
        is_map
    });
    Ok(Some(Opened { source, front, body, root }))
}

/// Front matter between `---` lines and the rest.
fn fences(text: &str) -> Option<(Range<usize>, Range<usize>)> {
    let first = text.lines().next()?;
    if first.trim_end() != "---" {
        return None;
    }
    let start = first.len() + text[first.len()..].find('\n')? + 1;
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((start..at, at + line.len()..text.len()));
        }
        at += line.len();
    }
    None
}

/// First 8 hex digits over the primary's translatable words and body, in NFC with `\n`: what makes a
/// translation stale. Figures do not count.
fn words_hash(envelope: &Envelope, fields: &dyn crate::record::Fields, body: &str) -> String {
    let mut words = String::new();
    {
        let mut note = |path: &crate::record::field::Path<'_>, _: &_, leaf: Leaf<'_>| {
            if let Leaf::Text(text) = leaf {
                words.push_str(&path.public());
                words.push('\n');
                words.push_str(text.primary());
                words.push('\n');
            }
        };
        envelope.walk_fields(&mut crate::record::field::Path::default(), &mut note);
        fields.walk(&mut note);
    }
    let body = body.trim();
    if body.contains('\r') {
        words.push_str(&body.replace("\r\n", "\n"))
    } else {
        words.push_str(body)
    }
    ContentHash::of(text::nfc(&words).as_bytes()).to_string()[..8].to_owned()
}

/// How the record stands in each language, with the warnings that follow (COM-05, COM-06).
fn translations(
    shared: &Shared<'_>,
    record: &Record,
    sidecars: &[(LangId, Opened)],
    headers: &[sidecar::Header],
    findings: &mut Vec<Diagnostic>,
) -> Vec<Translation> {
    let needed = &record.envelope.languages;
    let title: &Text = &record.envelope.title;
    shared
        .languages
        .iter()
        .enumerate()
        .map(|(index, language)| {
            let lang = LangId(index as u8);
            if index == 0 {
                return Translation::Original;
            }
            let sidecar = sidecars.iter().position(|(l, _)| *l == lang);
            let has_title = title.in_language(lang).is_some();
            let has_body = record.bodies[index].is_some() || record.bodies[0].is_none();
            if !(has_title && has_body) {
                if !needed.is_empty() && !needed.contains(&language.path) && sidecar.is_none() {
                    return Translation::NotNeeded;
                }
                let message = if has_title { "com-05-body" } else { "com-05-missing" };
                let at = Locator::new(record).place("title");
                let finding =
                    Diagnostic::warning("COM-05", message, Arc::clone(&record.source.path)).arg("language", language.name.as_str());
                let finding = finding.arg("lang", language.path.as_str()).lang(&language.path);
                findings.push(match at {
                    Some(span) => finding.at(span),
                    None => finding,
                });
                return Translation::Missing;
            }
            let Some(position) = sidecar else { return Translation::Translated };
            let (opened, header) = (&sidecars[position].1, &headers[position]);
            let finding = match &header.based_on {
                None => Some(Diagnostic::warning_at("COM-06", "com-06-no-base", Span::new(&opened.source, opened.source.line_range(1)))),
                Some((base, span)) if *base != record.words_hash => {
                    Some(Diagnostic::warning_at("COM-06", "com-06-stale", span.clone()).arg("base", base.as_str()))
                }
                Some(_) => None,
            };
            let stale = finding.as_ref().is_some_and(|f| f.message == "com-06-stale");
            let shown = &*opened.source.path;
            findings.extend(finding.map(|f| {
                f.arg("now", record.words_hash.as_str()).arg("record", record.id.as_str()).arg("file", shown).lang(&language.path)
            }));
            if stale { Translation::Stale { on: header.translated } } else { Translation::Translated }
        })
        .collect()
}

impl Parsed {
    pub fn file(&self, name: &str) -> Option<&FileInfo> {
        self.record.as_ref()?.files.iter().find(|f| f.name == name)
    }
}
