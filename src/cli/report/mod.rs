//! `linli report`: findings, deadlines, translations, coverage of statutory heads and open actions, as pages for the office and as
//! JSON.
//!
//! In: the checked site. Out: a [`Report`], and a self-contained folder of pages. Always: the pages are outside the published site
//! unless the user names a folder in it; the same content on the same day gives the same bytes.

mod coverage;
mod gather;
mod html;
mod lists;
mod pages;

use std::path::{Path, PathBuf};

use linli::Checked;
use linli::diagnostic::report::Report;
use linli::locale::{Tongue, Words};

use super::args::{self, Format};
use super::session::{Session, SiteLocation};
use super::{Exit, Stop, findings};

/// The default folder of the pages.
const FOLDER: &str = ".linli/report";

pub(super) fn run(session: &Session, args: &args::Report) -> Result<Exit, Stop> {
    let place = session.place(args.today.as_deref())?;
    let mut request = place.request(session);
    request.drafts = args.drafts;
    let checked = linli::check(&request, &()).map_err(|f| Stop::failure(f, &place.root))?;
    if checked.site.is_none() {
        let text = findings::print(session, &place.root, &checked.findings, Format::Human, false);
        session.screen.say_always(text.trim_end());
        return Ok(findings::exit(&checked.findings, false));
    }
    let report = assemble(session, &place, &checked);
    write(session, &place, &checked, &report, args.output_dir.as_deref())?;
    // Findings in the report do not make the command fail.
    Ok(Exit::Fine)
}

/// The parts of the report that need no rendering; the caller adds the result of a build.
pub(super) fn assemble(session: &Session, place: &SiteLocation, checked: &Checked) -> Report {
    let (found, today) = (&checked.findings, place.today);
    let built_at = place.now.rfc3339(&place.zone);
    let mut report = Report::new(env!("CARGO_PKG_VERSION"), &built_at, &today.to_string(), found, session.words, Words::of(Tongue::En));
    report.counts.records = checked.library.records.len();
    if let Some(site) = &checked.site {
        let namer = gather::Namer::new(site, &checked.library, session.tongue);
        (report.overdue, report.due_soon) = gather::due(checked, site, today, session.words, &namer);
        report.languages = gather::languages(site, &checked.library, &namer);
        report.coverage = coverage::coverage(&checked.library, today, session.tongue, &namer);
        report.actions = gather::actions(&checked.library, today, &namer);
    }
    report
}

/// Writes the pages to the folder, relative to the working folder, and prints where they are.
pub(super) fn write(
    session: &Session,
    place: &SiteLocation,
    checked: &Checked,
    report: &Report,
    folder: Option<&Path>,
) -> Result<(), Stop> {
    let Some(site) = &checked.site else { return Ok(()) };
    let folder = folder.map_or_else(|| place.root.join(FOLDER), |dir| session.cwd.join(dir));
    let name = gather::Namer::new(site, &checked.library, session.tongue).site();
    for (file, text) in pages::all(session, &name, &checked.findings, report) {
        session.replace(&folder.join(file), text.as_bytes())?;
    }
    let index: PathBuf = folder.join(pages::INDEX);
    session.screen.say(&session.words.say("cli-report-done", &[("path", index.display().to_string().into())]));
    Ok(())
}
