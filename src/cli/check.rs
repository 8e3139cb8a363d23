//! `linli check`: checks everything and writes nothing.
//!
//! In: the site, and the files or rules of interest. Out: the findings on stdout. Always: the whole site is read even if one file
//! is asked for, since rules compare records.

use linli::diagnostic::Diagnostic;

use super::args::{Check, Format};
use super::session::{self, Session};
use super::{Exit, Stop, findings};

pub fn run(session: &Session, args: &Check) -> Result<Exit, Stop> {
    let only = args.only.iter().map(|c| findings::code(c)).collect::<Result<Vec<_>, _>>()?;
    let lang = args.content_lang.as_deref();
    let levels = findings::levels(&args.level)?;
    session::jobs(args.jobs)?;
    let place = session.place(args.today.as_deref())?;
    let wanted = args.files.iter().map(|file| {
        let name = place.inside(session, file);
        name.ok_or_else(|| Stop::usage("cli-file-outside").arg("path", file.display().to_string()))
    });
    let wanted = wanted.collect::<Result<Vec<String>, _>>()?;
    for (file, name) in args.files.iter().zip(&wanted) {
        let there = linli::fs::FileSystem::metadata(&session.fs, &place.root.join(name)).map_err(|e| Stop::files(&e, &place.root))?;
        there.ok_or_else(|| Stop::usage("cli-file-missing").arg("path", file.display().to_string()))?;
    }

    place.knows(lang)?;
    let mut request = place.request(session);
    request.drafts = args.drafts;
    let meter = session.screen.meter(session.words);
    let checked = linli::check(&request, &meter).map_err(|f| Stop::failure(f, &place.root))?;
    meter.tell_timings();
    let is_wanted = |d: &Diagnostic| {
        let below = |name: &String| {
            name.is_empty() || d.path.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        (wanted.is_empty() || wanted.iter().any(below))
            && (only.is_empty() || only.contains(&d.code))
            && lang.is_none_or(|lang| d.lang.as_deref().is_none_or(|l| l == lang))
    };
    // Without settings nothing else was checked: that must not look like a file without findings.
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
