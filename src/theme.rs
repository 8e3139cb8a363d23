//! The theme: templates, assets and catalogues, from the binary and from the site's own folder.
//!
//! In: the site's own theme files (path → bytes, relative to `themes/<name>/`), which override the embedded ones file by file;
//! words and views to render. Out: pages as bytes, assets under hashed names, catalogue texts; a broken theme gives E109 at its
//! place in the template. Always: only this file names tera; it reads no file; the same theme and view give the same bytes.

mod embedded;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, ErrorKind, ReportError, Tera, Value};

use crate::diagnostic::Diagnostic;
use crate::hash::ContentHash;
use crate::source::{Source, Span};

/// The embedded theme.
pub const EMBEDDED: &str = "board";

/// The code of all findings of this module.
const CODE: &str = "E109";

/// A theme, compiled once and used by all threads.
pub struct Theme {
    tera: Tera,
    /// Template name (`record.html`) → its text, for places in messages.
    sources: BTreeMap<String, Arc<Source>>,
    assets: Vec<Asset>,
    catalogues: BTreeMap<String, Vec<Catalogue>>,
    fingerprint: String,
}

/// A file that pages load, under a name with a hash of its bytes.
#[derive(Debug, Clone)]
pub struct Asset {
    /// From the site's root: `assets/board.1a2b3c4d.css`.
    pub path: String,
    pub bytes: Cow<'static, [u8]>,
}

/// A picture among the assets, with its size in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picture<'a> {
    pub path: &'a str,
    pub width: u32,
    pub height: u32,
}

/// One Fluent file; a later one of the same language overrides messages of an earlier one.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// `themes/board/i18n/zh.ftl`.
    pub path: String,
    pub text: Cow<'static, str>,
}

/// A word of the catalogue as shown in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// `open_for_objection`.
    pub id: String,
    pub text: String,
    /// Tag and direction of the fallback language, if the word is from one.
    pub fallback: Option<(String, &'static str)>,
}

/// The words of all languages, as templates see them: `words.zh.latest`, `attrs.zh.latest`.
pub struct Words {
    content: Value,
    attributes: Value,
}

impl Words {
    /// Keys are path segments of languages. In content, a word from a fallback language has its `lang` and `dir`; in attributes,
    /// which allow no markup, it is the bare word.
    pub fn new(by_language: &BTreeMap<String, Vec<Word>>) -> Self {
        let of = |value: fn(&Word) -> Value| {
            let words = |list: &Vec<Word>| map(list.iter().map(|word| (word.id.as_str(), value(word))));
            map(by_language.iter().map(|(language, list)| (language.as_str(), words(list))))
        };
        Self { content: of(marked), attributes: of(|word| Value::normal_string(&word.text)) }
    }
}

/// Built without serialization, which would lose the mark that a value is safe HTML.
fn map<'a>(entries: impl Iterator<Item = (&'a str, Value)>) -> Value {
    Value::from(entries.map(|(key, value)| (key.to_owned(), value)).collect::<BTreeMap<_, _>>())
}

fn marked(word: &Word) -> Value {
    let Some((tag, dir)) = &word.fallback else { return Value::normal_string(&word.text) };
    let mut html = format!("<span lang=\"{tag}\" dir=\"{dir}\">").into_bytes();
    // Writing to memory does not fail.
    let _ = tera::escape_html(&word.text, &mut html);
    html.extend_from_slice(b"</span>");
    Value::safe_string(&String::from_utf8_lossy(&html))
}

/// The data that all pages of one language share, converted once.
#[derive(Clone)]
pub struct Shared(Context);

impl Theme {
    /// Compiles the theme `name`: the embedded files, and `overrides` of the site (relative to `themes/<name>/`).
    pub fn load(name: &str, overrides: &BTreeMap<String, Vec<u8>>) -> Result<Self, Vec<Diagnostic>> {
        let mut files: BTreeMap<Cow<'_, str>, (String, Cow<'static, [u8]>)> = BTreeMap::new();
        let mut catalogues: BTreeMap<String, Vec<Catalogue>> = BTreeMap::new();
        let mut found = Vec::new();
        let mut add = |key: Cow<'static, str>, path: String, bytes: Cow<'static, [u8]>| {
            if let Some(language) = catalogue_language(&key) {
                match text_of(&path, bytes) {
                    Ok(text) => catalogues.entry(language.to_owned()).or_default().push(Catalogue { path, text }),
                    Err(diagnostic) => found.push(diagnostic),
                }
            } else {
                files.insert(key, (path, bytes));
            }
        };
        for &(path, bytes) in embedded::FILES {
            add(Cow::Borrowed(path), format!("themes/{EMBEDDED}/{path}"), Cow::Borrowed(bytes));
        }
        for (path, bytes) in overrides {
            add(Cow::Owned(path.clone()), format!("themes/{name}/{path}"), Cow::Owned(bytes.clone()));
        }

        let fingerprint = fingerprint(files.iter().map(|(key, (_, bytes))| (key.as_ref(), bytes.as_ref())));
        let mut sources = BTreeMap::new();
        let mut assets = Vec::new();
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for (key, (path, bytes)) in files {
            if let Some(template) = key.strip_prefix("templates/").filter(|t| t.ends_with(".html")) {
                match text_of(&path, bytes) {
                    Ok(text) => drop(sources.insert(template.to_owned(), Source::new(path, text.into_owned()))),
                    Err(diagnostic) => found.push(diagnostic),
                }
            } else if let Some(asset) = key.strip_prefix("assets/") {
                let bytes = if asset.ends_with(".css") { Cow::Owned(without_comments(bytes.into_owned())) } else { bytes };
                let path = hashed_name(asset, &bytes);
                names.insert(asset.to_owned(), path.clone());
                assets.push(Asset { path, bytes });
            }
        }
        let mut tera = Tera::new();
        if let Err(error) = tera.add_raw_templates(sources.iter().map(|(name, source)| (name.as_str(), source.text.as_str()))) {
            found.extend(compile_errors(&sources, &error));
        }
        if !found.is_empty() {
            crate::diagnostic::sort(&mut found);
            return Err(found);
        }
        tera.global_context().insert("assets", &names);
        Ok(Self { tera, sources, assets, catalogues, fingerprint })
    }

    /// The files that pages load.
    pub fn assets(&self) -> &[Asset] {
        &self.assets
    }

    /// An asset by the name it has in the theme.
    pub fn asset(&self, name: &str) -> Option<&Asset> {
        self.assets.iter().find(|a| a.path == hashed_name(name, &a.bytes))
    }

    /// A PNG among the assets.
    pub fn picture(&self, name: &str) -> Option<Picture<'_>> {
        let asset = self.asset(name)?;
        let header = asset.bytes.strip_prefix(b"\x89PNG\r\n\x1a\n\0\0\0\x0DIHDR")?;
        let number = |at: usize| Some(u32::from_be_bytes(header.get(at..at + 4)?.try_into().ok()?));
        Some(Picture { path: &asset.path, width: number(0)?, height: number(4)? })
    }

    /// Catalogue files by language (the path segment or tag in the file's name), embedded ones first.
    pub fn catalogues(&self) -> &BTreeMap<String, Vec<Catalogue>> {
        &self.catalogues
    }

    /// A hash of all templates and assets; it is part of each page's key.
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// The template of a kind's records: `record/<folder>.html`, or the common one.
    pub fn record_template(&self, folder: &str) -> String {
        let name = format!("record/{folder}.html");
        if self.sources.contains_key(&name) { name } else { "record.html".to_owned() }
    }

    /// Converts the shared data of a language's pages; `shared` is a `pages::view::Shared`, `language` a path segment.
    pub fn share(&self, words: &Words, language: &str, shared: &impl Serialize) -> Result<Shared, Diagnostic> {
        let mut context = Context::from_serialize(shared).map_err(|e| self.render_error("base.html", &e))?;
        let in_language = |words: &Value| words.get_from_path(language).cloned().unwrap_or_else(|| map(std::iter::empty()));
        context.insert_value("t", in_language(&words.content));
        context.insert_value("attr", in_language(&words.attributes));
        context.insert_value("words", words.content.clone());
        context.insert_value("attrs", words.attributes.clone());
        Ok(Shared(context))
    }

    /// Renders one page. `template` is a name such as `record.html`, `view` a page of `pages::view`.
    pub fn render(&self, template: &str, shared: &Shared, view: &impl Serialize) -> Result<Vec<u8>, Diagnostic> {
        let error = |e: tera::Error| self.render_error(template, &e);
        let mut context = shared.0.clone();
        context.extend(Context::from_serialize(view).map_err(error)?);
        let mut page = Vec::with_capacity(16 * 1024);
        self.tera.render_to(template, &context, &mut page).map_err(error)?;
        page.push(b'\n');
        Ok(page)
    }

    fn render_error(&self, template: &str, error: &tera::Error) -> Diagnostic {
        match error.kind() {
            ErrorKind::RenderingError(report) | ErrorKind::SyntaxError(report) => at_report(&self.sources, "e109-template-failed", report),
            ErrorKind::TemplateNotFound(name) => at_template(&self.sources, name, "e109-template-missing").arg("name", name.as_str()),
            _ => at_template(&self.sources, template, "e109-template-failed").arg("reason", error.to_string()),
        }
    }
}

/// `zh` for `i18n/zh.ftl` and `i18n/parts/notices.zh.ftl`.
fn catalogue_language(path: &str) -> Option<&str> {
    let file = path.strip_prefix("i18n/")?.strip_suffix(".ftl")?;
    let file = file.rsplit('/').next().unwrap_or(file);
    Some(file.rsplit('.').next().unwrap_or(file))
}

fn text_of(path: &str, bytes: Cow<'static, [u8]>) -> Result<Cow<'static, str>, Diagnostic> {
    let text = match bytes {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
        Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(|text| match text.strip_prefix('\u{feff}') {
            Some(rest) => Cow::Owned(rest.to_owned()),
            None => Cow::Owned(text),
        }),
    };
    text.ok_or_else(|| Diagnostic::error(CODE, "e109-not-utf8", path))
}

/// A style sheet without its comments, which are a tenth of its size. `/*!` is kept, since it marks licences; a sheet with an
/// unclosed comment or string stays unchanged.
fn without_comments(bytes: Vec<u8>) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'"' | b'\'') => {
                let mut end = at + 1;
                while end < bytes.len() && bytes[end] != quote {
                    end += if bytes[end] == b'\\' { 2 } else { 1 };
                }
                if end >= bytes.len() {
                    return bytes;
                }
                out.extend_from_slice(&bytes[at..=end]);
                at = end + 1;
            }
            b'/' if bytes[at..].starts_with(b"/*") && !bytes[at..].starts_with(b"/*!") => {
                let Some(end) = bytes[at + 2..].windows(2).position(|w| w == b"*/") else { return bytes };
                at += end + 4;
                // The line break after a comment on lines of its own is removed too.
                if out.last().is_none_or(|b| *b == b'\n') && bytes.get(at) == Some(&b'\n') {
                    at += 1;
                }
            }
            byte => {
                out.push(byte);
                at += 1;
            }
        }
    }
    out
}

/// `board.css` → `assets/board.1a2b3c4d.css`.
fn hashed_name(asset: &str, bytes: &[u8]) -> String {
    let hash = ContentHash::of(bytes).to_string();
    let hash = &hash[..8];
    let (folder, file) = asset.rsplit_once('/').map_or(("", asset), |(folder, file)| (folder, file));
    let slash = if folder.is_empty() { "" } else { "/" };
    match file.rsplit_once('.') {
        Some((stem, extension)) => format!("assets/{folder}{slash}{stem}.{hash}.{extension}"),
        None => format!("assets/{folder}{slash}{file}.{hash}"),
    }
}

fn fingerprint<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let all: String = files.map(|(key, bytes)| format!("{key} {}\n", ContentHash::of(bytes))).collect();
    ContentHash::of(all.as_bytes()).to_string()
}

type Sources = BTreeMap<String, Arc<Source>>;

/// All mistakes of the templates: the syntax errors of each one, or else errors of inheritance between them.
fn compile_errors(sources: &Sources, error: &tera::Error) -> Vec<Diagnostic> {
    let syntax: Vec<_> = sources
        .iter()
        .filter_map(|(name, source)| {
            let error = Tera::new().add_raw_template(name, &source.text).err()?;
            let ErrorKind::SyntaxError(report) = error.kind() else { return None };
            Some(at_report(sources, "e109-template-syntax", report))
        })
        .collect();
    if !syntax.is_empty() {
        return syntax;
    }
    match error.kind() {
        ErrorKind::MissingParent { current, parent } => {
            vec![at_template(sources, current, "e109-template-parent").arg("parent", parent.as_str())]
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            vec![at_template(sources, tpl, "e109-template-circle")]
        }
        ErrorKind::Msg(text) => text.split("\n\n").map(|report| at_printed_report(sources, report)).collect(),
        other => vec![Diagnostic::error(CODE, "e109-template-syntax", "templates").arg("reason", other.to_string())],
    }
}

fn at_report(sources: &Sources, message: &'static str, report: &ReportError) -> Diagnostic {
    let reason = report.message().to_owned();
    match sources.get(report.filename()) {
        Some(source) => {
            let end = source.text.len();
            let range = report.span().range.start.min(end)..report.span().range.end.min(end);
            Diagnostic::error_at(CODE, message, Span::new(source, range)).arg("reason", reason)
        }
        None => at_template(sources, report.filename(), message).arg("reason", reason),
    }
}

/// Tera returns errors of inheritance as printed text only (`error: …\n --> name:line:column\n …`).
fn at_printed_report(sources: &Sources, report: &str) -> Diagnostic {
    let reason = report.lines().next().unwrap_or(report).trim_start_matches("error: ");
    let place = report.lines().find_map(|line| line.trim_start().strip_prefix("--> ")).and_then(|place| {
        let mut parts = place.rsplitn(3, ':');
        let column: usize = parts.next()?.parse().ok()?;
        let line: usize = parts.next()?.parse().ok()?;
        let source = sources.get(parts.next()?)?;
        let range = source.line_range(line);
        let before: usize = source.line(line).chars().take(column.saturating_sub(1)).map(char::len_utf8).sum();
        Some(Span::new(source, range.start + before..range.end))
    });
    match place {
        Some(span) => Diagnostic::error_at(CODE, "e109-template-syntax", span),
        None => Diagnostic::error(CODE, "e109-template-syntax", "templates"),
    }
    .arg("reason", reason)
}

fn at_template(sources: &Sources, name: &str, message: &'static str) -> Diagnostic {
    match sources.get(name) {
        Some(source) => Diagnostic::error(CODE, message, Arc::clone(&source.path)),
        None => Diagnostic::error(CODE, message, format!("templates/{name}")),
    }
}

#[cfg(test)]
mod tests;
