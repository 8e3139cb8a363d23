//! `linli report`: what is found, due, untranslated, disclosed and still to do, as pages for the office; the same facts as JSON.
//!
//! In: the checked site. Out: a [`Report`], and a folder of pages that need nothing beside them. Always: the pages lie outside the
//! published site unless a folder in it was named; the same content on the same day gives the same bytes.

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
use super::desk::{Desk, Place};
use super::{Exit, Stop, findings};

/// Where the pages lie unless another folder is named.
const FOLDER: &str = ".linli/report";

pub fn run(desk: &Desk, args: &args::Report) -> Result<Exit, Stop> {
    let place = desk.place(args.today.as_deref())?;
    let mut request = place.request(desk);
    request.drafts = args.drafts;
    let checked = linli::check(&request, &()).map_err(|f| Stop::failure(f, &place.root))?;
    if checked.site.is_none() {
        let text = findings::print(desk, &place.root, &checked.findings, Format::Human, false);
        desk.screen.tell(text.trim_end());
        return Ok(findings::exit(&checked.findings, false));
    }
    let report = assemble(desk, &place, &checked);
    write(desk, &place, &checked, &report, args.output_dir.as_deref())?;
    // A report of mistakes is no mistake.
    Ok(Exit::Fine)
}

/// All that can be said without rendering; the caller adds what became of a build.
pub fn assemble(desk: &Desk, place: &Place, checked: &Checked) -> Report {
    let (found, today) = (&checked.findings, place.today);
    let built_at = place.now.rfc3339(&place.zone);
    let mut report = Report::new(env!("CARGO_PKG_VERSION"), &built_at, &today.to_string(), found, desk.words, Words::of(Tongue::En));
    report.counts.records = checked.library.records.len();
    if let Some(site) = &checked.site {
        let namer = gather::Namer::new(site, &checked.library, desk.tongue);
        (report.overdue, report.due_soon) = gather::due(checked, site, today, desk.words, &namer);
        report.languages = gather::languages(site, &checked.library, &namer);
        report.coverage = coverage::coverage(&checked.library, today, desk.tongue, &namer);
        report.actions = gather::actions(&checked.library, today, &namer);
    }
    report
}

/// Writes the pages, to the folder as seen from where the user stands, and says where they are.
pub fn write(desk: &Desk, place: &Place, checked: &Checked, report: &Report, folder: Option<&Path>) -> Result<(), Stop> {
    let Some(site) = &checked.site else { return Ok(()) };
    let folder = folder.map_or_else(|| place.root.join(FOLDER), |dir| desk.cwd.join(dir));
    let name = gather::Namer::new(site, &checked.library, desk.tongue).site();
    for (file, text) in pages::all(desk, &name, &checked.findings, report) {
        desk.replace(&folder.join(file), text.as_bytes())?;
    }
    let index: PathBuf = folder.join(pages::INDEX);
    desk.screen.say(&desk.words.say("cli-report-done", &[("path", index.display().to_string().into())]));
    Ok(())
}
