//! Settings, theme, words, fonts and rule profile → [`Site`].
//!
//! In: `site.toml`, `themes/`, `profiles/`, `content/glossary.yaml` and `content/tags.yaml` of a site's folder. Out: a site, if its
//! settings and its theme are sound, and what was found in these files. Always: no path leads out of the folder; without sound
//! settings there is no site, since its languages would be guesses.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::{self, Config};
use crate::diagnostic::Diagnostic;
use crate::font::{self, Font, Unfit};
use crate::fs::Kind;
use crate::locale::Language;
use crate::lock::{self, Lock};
use crate::profile::Profile;
use crate::request::{Failure, Request};
use crate::rulebook;
use crate::site::{Site, Texts};
use crate::source::{self, MAX_FILE, Source};
use crate::theme::{self, Theme};
use crate::value::date::Zone;

/// A site, and what was found in its own files.
#[derive(Clone, Default)]
pub struct Loaded {
    /// `None` where the settings or the theme do not allow going on.
    pub site: Option<Arc<Site>>,
    /// Settings, words, profiles and what the site's own theme publishes, as they are written, for the guard of personal data.
    pub texts: Vec<Arc<Source>>,
    pub findings: Vec<Diagnostic>,
}

/// Reads everything that all records and pages share.
pub fn site(request: &Request<'_>) -> Result<Loaded, Failure> {
    let (mut findings, mut sources) = (Vec::new(), Vec::new());
    let Some(source) = settings_source(request, &mut findings)? else { return Ok(Loaded { findings, ..Loaded::default() }) };
    let mut config = settings(&source, &mut findings);
    sources.push(source);
    if let Some(base_url) = &request.base_url {
        config.base_url.clone_from(base_url);
    }
    let own_files = own_theme(request, &config.theme, &mut findings)?;
    sources.extend(published_texts(&config.theme, &own_files));
    let Some(theme) = theme(&config, &own_files, &mut findings) else { return Ok(Loaded { site: None, texts: sources, findings }) };
    let mut texts = Texts::default();
    // Without sound settings the languages are guesses, and findings about words would be, too.
    let is_sound = are_settings_sound(&findings);
    if is_sound {
        texts.glossary = text_file(request, "content/glossary.yaml", &mut findings)?;
        texts.tags = text_file(request, "content/tags.yaml", &mut findings)?;
    }
    texts.fonts = fonts(request, &config, &mut findings)?;
    let profile = profile(request, &config, &mut sources, &mut findings)?;
    let is_sound = is_sound && are_settings_sound(&findings);
    let site = Site::assemble(config, profile, theme, &texts, &mut findings).filter(|_| is_sound).map(Arc::new);
    sources.extend([texts.glossary, texts.tags].into_iter().flatten());
    Ok(Loaded { site, texts: sources, findings })
}

fn are_settings_sound(findings: &[Diagnostic]) -> bool {
    !findings.iter().any(|d| d.is_error() && d.code == "E108")
}

/// `site.toml`; `None` where there is nothing to read.
fn settings_source(request: &Request<'_>, findings: &mut Vec<Diagnostic>) -> Result<Option<Arc<Source>>, Failure> {
    let source = text_file(request, config::FILE_NAME, findings)?;
    if source.is_none() && findings.is_empty() {
        findings.push(Diagnostic::error("E108", "e108-missing", config::FILE_NAME));
    }
    Ok(source)
}

/// The settings as far as they can be read.
fn settings(source: &Arc<Source>, findings: &mut Vec<Diagnostic>) -> Config {
    let known = config::Known {
        rules: rulebook::book(),
        is_timezone: &|name| Zone::named(name).is_some(),
        is_tag: &|tag| Language::new(tag, "x").is_ok(),
    };
    let (config, found) = config::read(source, &known);
    findings.extend(found);
    config
}

/// The embedded theme with the site's own files over it; `None` where it cannot be used.
fn theme(config: &Config, own_files: &BTreeMap<String, Vec<u8>>, findings: &mut Vec<Diagnostic>) -> Option<Theme> {
    if own_files.is_empty() && config.theme != theme::EMBEDDED {
        let finding = Diagnostic::error("E108", "e108-theme-unknown", config::FILE_NAME).arg("value", config.theme.as_str());
        findings.push(config.locate("theme", finding));
    }
    match Theme::load(&config.theme, own_files) {
        Ok(theme) => Some(theme),
        Err(found) => {
            findings.extend(found);
            None
        }
    }
}

/// Files of the site's own theme whose words stand on pages.
fn published_texts(theme: &str, own_files: &BTreeMap<String, Vec<u8>>) -> Vec<Arc<Source>> {
    let is_published = |path: &str| [".ftl", ".html", ".svg", ".txt"].iter().any(|end| path.ends_with(end));
    let published = own_files.iter().filter(|(path, _)| is_published(path));
    published.map(|(path, bytes)| Source::new(format!("themes/{theme}/{path}"), String::from_utf8_lossy(bytes))).collect()
}

/// The rule profile with all that it extends.
fn profile(
    request: &Request<'_>,
    config: &Config,
    sources: &mut Vec<Arc<Source>>,
    findings: &mut Vec<Diagnostic>,
) -> Result<Arc<Profile>, Failure> {
    let failed = RefCell::new(None);
    let found = RefCell::new(Vec::new());
    let sources = RefCell::new(sources);
    let file = |name: &str| {
        let source = if is_inside(name) { text_file(request, name, &mut found.borrow_mut()) } else { Ok(None) };
        sources.borrow_mut().extend(source.iter().flatten().cloned());
        source.unwrap_or_else(|failure| {
            failed.replace(Some(failure));
            None
        })
    };
    let before = findings.len();
    let profile = Profile::load(&config.profile, &file, rulebook::book(), findings);
    findings.extend(found.into_inner());
    let place = config.place("profile");
    // A finding without a place is about the name of the profile.
    for finding in findings[before..].iter_mut().filter(|d| d.span.is_none() && &*d.path == config::FILE_NAME) {
        finding.span.clone_from(&place);
    }
    match failed.into_inner() {
        Some(failure) => Err(failure),
        None => Ok(Arc::new(profile)),
    }
}

/// The fonts that the site brings along, by path segment of their language.
fn fonts(request: &Request<'_>, config: &Config, findings: &mut Vec<Diagnostic>) -> Result<BTreeMap<Arc<str>, Arc<Font>>, Failure> {
    let mut fonts = BTreeMap::new();
    for (language, file) in config.languages.iter().filter_map(|l| Some((l, l.font.as_ref()?))) {
        let path = request.root.join(file);
        let read = match request.fs.metadata(&path)? {
            Some(meta) if meta.kind == Kind::File && meta.len <= font::MAX_BYTES => Font::read(request.fs.read(&path, font::MAX_BYTES)?),
            Some(meta) if meta.kind == Kind::File => {
                findings.push(about_font(config, &language.path, "e108-font-size").arg("limit", font::MAX_BYTES / 1024 / 1024));
                continue;
            }
            _ => {
                findings.push(about_font(config, &language.path, "e108-font-missing"));
                continue;
            }
        };
        match read {
            Ok(font) => drop(fonts.insert(Arc::clone(&language.path), Arc::new(font))),
            Err(Unfit::Kind) => findings.push(about_font(config, &language.path, "e108-font-kind")),
            Err(Unfit::Broken) => findings.push(about_font(config, &language.path, "e108-font-broken")),
            Err(Unfit::Letters) => findings.push(about_font(config, &language.path, "e108-font-letters")),
        }
    }
    Ok(fonts)
}

/// A finding about the font of a language, where the settings name it.
pub fn about_font(config: &Config, path: &str, message: &'static str) -> Diagnostic {
    let file = config.language(path).and_then(|l| l.font.as_deref()).unwrap_or_default();
    let finding = Diagnostic::error("E108", message, config::FILE_NAME).arg("file", file).field("languages.font");
    config.locate(&format!("languages.{path}.font"), finding)
}

/// Whether a path stays in the site's folder.
fn is_inside(path: &str) -> bool {
    !path.starts_with('/') && !path.contains('\\') && !path.contains(':') && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

/// The lock of published figures, as it is; the one of before if it still has the same text.
pub fn lock(request: &Request<'_>, before: Option<&Arc<Lock>>) -> Result<Arc<Lock>, Failure> {
    let path = request.root.join(lock::FILE_NAME);
    let of = |finding: Option<Diagnostic>| Arc::new(Lock::unread(finding));
    let bytes = match request.fs.metadata(&path)? {
        None => return Ok(of(None)),
        Some(meta) if meta.kind == Kind::File && meta.len <= lock::LIMIT => request.fs.read(&path, lock::LIMIT)?,
        Some(meta) if meta.kind == Kind::File => {
            let finding = Diagnostic::error("E103", "e103-file", lock::FILE_NAME);
            return Ok(of(Some(finding.arg("limit", lock::LIMIT / 1024 / 1024))));
        }
        Some(meta) => {
            let finding = odd(meta.kind, lock::FILE_NAME.into());
            return Ok(of(Some(finding.unwrap_or_else(|| Diagnostic::error("E105", "e105-odd", lock::FILE_NAME)))));
        }
    };
    if let Some(before) = before.filter(|before| before.text().is_some_and(|text| text.as_bytes() == bytes)) {
        return Ok(Arc::clone(before));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Arc::new(Lock::read(&Source::new(lock::FILE_NAME, text)))),
        Err(error) => {
            let bytes = error.into_bytes();
            let offset = std::str::from_utf8(&bytes).map_or_else(|e| e.valid_up_to(), str::len);
            let place = source::DecodeError { offset }.place(lock::FILE_NAME, &bytes);
            Ok(of(Some(Diagnostic::error_at("E102", "e102-encoding", place))))
        }
    }
}

/// A text file of the site, decoded; `None` where it does not exist or cannot be read as text.
fn text_file(request: &Request<'_>, name: &str, findings: &mut Vec<Diagnostic>) -> Result<Option<Arc<Source>>, Failure> {
    let path = request.root.join(name);
    match request.fs.metadata(&path)? {
        Some(meta) if meta.kind == Kind::File && meta.len <= MAX_FILE => {}
        Some(meta) if meta.kind == Kind::File => {
            findings.push(Diagnostic::error("E103", "e103-file", name).arg("limit", MAX_FILE / 1024 / 1024));
            return Ok(None);
        }
        // Those in `content/` are told with all that lies there.
        Some(meta) if !name.starts_with("content/") => {
            findings.extend(odd(meta.kind, name.into()));
            return Ok(None);
        }
        _ => return Ok(None),
    }
    let bytes = request.fs.read(&path, MAX_FILE)?;
    match source::decode(&bytes) {
        Ok((text, _)) => Ok(Some(Source::new(name, text))),
        Err(error) => {
            findings.push(Diagnostic::error_at("E102", "e102-encoding", error.place(name, &bytes)));
            Ok(None)
        }
    }
}

/// What is neither a file nor a folder: a link could lead out of the site, a pipe has no end.
pub fn odd(kind: Kind, path: Arc<str>) -> Option<Diagnostic> {
    match kind {
        Kind::File | Kind::Dir => None,
        Kind::Symlink => Some(Diagnostic::error("E105", "e105-symlink", path)),
        Kind::Other => Some(Diagnostic::error("E105", "e105-odd", path)),
    }
}

/// The site's own theme files, over the embedded ones.
fn own_theme(request: &Request<'_>, name: &str, findings: &mut Vec<Diagnostic>) -> Result<BTreeMap<String, Vec<u8>>, Failure> {
    const LIMIT: u64 = 8 * 1024 * 1024;
    let folder = request.root.join("themes").join(name);
    let mut files = BTreeMap::new();
    for (path, name) in [(request.root.join("themes"), "themes".to_owned()), (folder.clone(), format!("themes/{name}"))] {
        match request.fs.metadata(&path)? {
            Some(meta) if meta.kind == Kind::Dir => {}
            other => {
                findings.extend(other.and_then(|meta| odd(meta.kind, name.into())));
                return Ok(files);
            }
        }
    }
    for entry in request.fs.walk(&folder)? {
        let Some(path) = entry.name() else { continue };
        if path.split('/').any(|part| part.starts_with('.')) {
            continue;
        }
        if entry.meta.kind != Kind::File {
            findings.extend(odd(entry.meta.kind, format!("themes/{name}/{path}").into()));
            continue;
        }
        if entry.meta.len > LIMIT {
            findings.push(Diagnostic::error("E109", "e103-file", format!("themes/{name}/{path}")).arg("limit", LIMIT / 1024 / 1024));
            continue;
        }
        files.insert(path, request.fs.read(&folder.join(&entry.path), LIMIT)?);
    }
    Ok(files)
}
