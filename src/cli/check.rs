//! `linli check`: checks everything and writes nothing.
//!
//! In: the site, and the files or rules of interest. Out: the findings on stdout. Always: the whole site is read even if one file
//! is asked for, since rules compare records.

use linli::diagnostic::Diagnostic;
use linli::{Checked, config, discover};

use super::args::{Check, Format};
use super::session::{self, Session, SiteLocation};
use super::{Exit, Stop, findings};

pub(super) fn run(session: &Session, args: &Check) -> Result<Exit, Stop> {
    let only = args.only.iter().map(|c| findings::code(c)).collect::<Result<Vec<_>, _>>()?;
    let lang = args.content_lang.as_deref();
    let levels = findings::levels(&args.level)?;
    session::jobs(args.jobs)?;
    let place = session.place(args.today.as_deref())?;
    let wanted = args.files.iter().map(|file| {
        let name = place.inside(session, file);
        name.ok_or_else(|| Stop::usage("cli-file-outside").arg("path", file.display().to_string()))
    });
    let mut wanted = wanted.collect::<Result<Vec<String>, _>>()?;
    for (file, name) in args.files.iter().zip(&mut wanted) {
        let missing = || Stop::usage("cli-file-missing").arg("path", file.display().to_string());
        *name = place.spelled(session, name)?.ok_or_else(missing)?;
    }

    place.knows(lang)?;
    let mut request = place.request(session);
    request.drafts = args.drafts;
    let meter = session.screen.meter(session.words);
    let checked = linli::check(&request, &meter).map_err(|f| Stop::failure(f, &place.root))?;
    meter.tell_timings();
    for (file, name) in args.files.iter().zip(&wanted) {
        if !covers(session, &place, &checked, name)? {
            return Err(Stop::usage("cli-file-unread").arg("path", file.display().to_string()));
        }
    }
    let is_wanted = |d: &Diagnostic| {
        (wanted.is_empty() || wanted.iter().any(|name| is_below(&d.path, name)))
            && (only.is_empty() || only.contains(&d.code))
            && lang.is_none_or(|lang| d.lang.as_deref().is_none_or(|l| l == lang))
    };
    // Without settings nothing else was checked, which must not look like a file without findings.
    let broken = checked.site.is_none();
    let mut found = findings::apply_levels(checked.findings, &levels);
    found.retain(|d| is_wanted(d) || (broken && d.is_error()));
    let exit = findings::exit(&found, args.strict);
    if session.screen.is_quiet() {
        found.retain(Diagnostic::is_error);
    }
    if !(session.screen.is_quiet() && found.is_empty() && args.format == Format::Human) {
        session.screen.out(&findings::print(session, &place.root, &found, args.format, true))?;
    }
    Ok(exit)
}

/// Whether a path is this file or folder, or lies in it.
fn is_below(path: &str, name: &str) -> bool {
    name.is_empty() || path.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a file at or below the path was read. No findings about a file that is not read would be mistaken for a correct file.
fn covers(session: &Session, place: &SiteLocation, checked: &Checked, name: &str) -> Result<bool, Stop> {
    let is_settings = |name: &str| name == config::FILE_NAME || ["themes", "profiles", "fonts"].iter().any(|top| is_below(name, top));
    let with_findings = checked.findings.iter().filter(|d| d.code != "E112").map(|d| &*d.path);
    let named = checked.library.records.iter().flat_map(|r| &r.files).map(|f| &*f.path);
    if name.is_empty() || is_settings(name) || checked.site.is_none() || with_findings.chain(named).any(|path| is_below(path, name)) {
        return Ok(true);
    }
    let languages: Vec<&str> = checked.site.iter().flat_map(|s| &s.languages).map(|l| l.path.as_str()).collect();
    let found = discover::content(&session.fs, &place.root, &languages).map_err(|e| Stop::files(&e, &place.root))?;
    let texts = found.bundles.iter().flat_map(|b| std::iter::once(&b.primary).chain(b.sidecars.iter().map(|(_, file)| file)));
    Ok(texts.chain(&found.glossary).chain(&found.tags).any(|file| is_below(&file.path, name)))
}
