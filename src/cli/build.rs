//! `linli build`: compiles the content and publishes the site.
//!
//! In: the site, the output folder. Out: the published site, the findings, a summary, a report. Always: the site published before
//! stays complete unless everything succeeded; a published record never disappears without a message.

use std::path::Path;

use linli::diagnostic::Diagnostic;
use linli::diagnostic::report::{Page, Published};
use linli::fs::FileSystem;
use linli::hash::ContentHash;
use linli::relate::Unpublished;
use linli::write::{MANIFEST, Summary};
use linli::{Changes, Compiled, Progress as _, Step};

use super::args::{Build, Format};
use super::cache;
use super::publish::{self, Order, Published as Made};
use super::screen::Meter;
use super::session::{self, Session, SiteLocation};
use super::{Exit, Stop, findings, report};

/// Unpublished records listed one by one; further ones are counted.
const NAMED: usize = 10;
/// A manifest is only hashed here; a larger file than this is not linli's.
const MANIFEST_BYTES: u64 = 256 << 20;

pub(super) fn run(session: &Session, args: &Build) -> Result<Exit, Stop> {
    session::jobs(args.jobs)?;
    let base_url = session::base_url(args.base_url.as_deref())?;
    let place = session.place(args.today.as_deref())?;
    let output = place.output(session, args.output_dir.as_deref());

    let mut request = place.request(session);
    (request.drafts, request.portable, request.base_url) = (args.drafts, args.portable, base_url);
    request.keep_going = args.keep_going;
    request.locked = args.locked;
    // Only what everybody sees is locked: the site's own output, under its own address, whole and without drafts.
    let own = output == place.output(session, None);
    let writes = own && !args.drafts && !args.keep_going && !args.locked && request.base_url.is_none();
    let lock = writes.then(|| request.scope());
    let meter = session.screen.meter(session.words);
    let order = Order { output: &output, force: args.force, strict: args.strict, keep_going: args.keep_going, own, lock, again: false };
    let mut incremental = cache::open(session, &place.root);
    let mut published = publish::publish(session, &place, &order, &mut None, |sink| {
        let compiled = linli::compile_again(&request, &mut incremental, &Changes::Unknown, sink, &meter);
        meter.clear();
        meter.step(Step::Publish);
        compiled
    })?;
    published.compiled.checked.coming =
        if args.report.is_some() || args.report_html.is_some() { incremental.coming(place.today) } else { Vec::new() };
    if published.summary.is_some() {
        cache::keep(session, &place.root, &incremental);
    }
    meter.tell_timings();
    let Made { compiled, summary, exit } = published;
    print(session, args, &place, &compiled, summary.as_ref(), &meter)?;
    reports(session, args, &place, &compiled, summary.is_some(), &output)?;
    // The program ends here, so the site is not freed: that would take longer than checking a page.
    std::mem::forget((incremental, compiled));
    Ok(exit)
}

/// Prints the findings, the unpublished records, and the last line.
fn print(
    session: &Session,
    args: &Build,
    place: &SiteLocation,
    compiled: &Compiled,
    summary: Option<&Summary>,
    meter: &Meter,
) -> Result<(), Stop> {
    let (screen, words) = (&session.screen, session.words);
    let all = &compiled.checked.findings;
    let shown: Vec<Diagnostic> = all.iter().filter(|d| !screen.is_quiet() || d.is_error()).cloned().collect();
    match args.format {
        // Text for people goes to stderr; output that a program asked for goes to stdout.
        Format::Human if shown.is_empty() => {}
        Format::Human => screen.say_always(findings::print(session, &place.root, &shown, args.format, false).trim_end()),
        _ => screen.out(&findings::print(session, &place.root, all, args.format, true))?,
    }
    list_unpublished(session, compiled);
    let Some(summary) = summary else {
        screen.say_always(&words.say("write-old-stands", &[]));
        return Ok(());
    };
    let seconds = format!("{:.2}", meter.elapsed().as_secs_f64());
    let changes = if summary.new + summary.changed + summary.removed == 0 { "cli-build-no-changes" } else { "cli-build-changes" };
    let counts = [("new", summary.new.into()), ("changed", summary.changed.into()), ("removed", summary.removed.into())];
    let languages = compiled.checked.site.as_ref().map_or(0, |s| s.languages.len());
    let changes = words.say(changes, &counts);
    let line = [
        ("count", compiled.pages.into()),
        ("languages", languages.into()),
        ("seconds", linli::diagnostic::Arg::Figure(seconds)),
        ("changes", changes.into()),
    ];
    screen.say(&words.say("cli-build-done", &line));
    if all.iter().any(Diagnostic::is_error) {
        screen.say_always(&words.say("cli-build-sound-only", &[]));
    }
    Ok(())
}

/// Lists the unpublished records.
fn list_unpublished(session: &Session, compiled: &Compiled) {
    let named = |ids: Vec<String>| {
        let more = ids.len().saturating_sub(NAMED);
        let names = session.words.format().list(&ids[..ids.len() - more], linli::locale::Join::And);
        (names, more)
    };
    let drafts: Vec<String> =
        compiled.unpublished.iter().filter(|(_, why)| *why == Unpublished::Draft).map(|(id, _)| id.to_string()).collect();
    let waiting: Vec<String> = compiled
        .unpublished
        .iter()
        .filter_map(|(id, why)| match why {
            Unpublished::Until(date) => {
                let args = [("id", id.to_string().into()), ("date", date.to_string().into())];
                Some(session.words.say("cli-build-held-until", &args))
            }
            Unpublished::Draft => None,
        })
        .collect();
    for (id, ids) in [("cli-build-held-waiting", waiting), ("cli-build-held-drafts", drafts)] {
        if !ids.is_empty() {
            let count = ids.len();
            let (names, more) = named(ids);
            let names =
                if more == 0 { names } else { session.words.say("cli-and-more", &[("names", names.into()), ("more", more.into())]) };
            session.screen.say(&session.words.say(id, &[("count", count.into()), ("names", names.into())]));
        }
    }
}

/// Writes the result of the build: a file for programs, pages for people.
fn reports(session: &Session, args: &Build, place: &SiteLocation, compiled: &Compiled, published: bool, output: &Path) -> Result<(), Stop> {
    if args.report.is_none() && args.report_html.is_none() {
        return Ok(());
    }
    let mut report = report::assemble(session, place, &compiled.checked);
    report.published = match (published, compiled.checked.findings.iter().any(Diagnostic::is_error)) {
        (true, false) => Published::Yes,
        (true, true) => Published::SoundRecordsOnly,
        (false, _) => Published::No,
    };
    report.counts.pages = compiled.pages;
    report.counts.files = compiled.tree.len();
    let pages = compiled.tree.iter().filter(|(path, _)| path.ends_with(".html"));
    report.pages = pages.map(|(path, (_, len))| Page { path: path.clone(), bytes: *len }).collect();
    report.next_change_at = compiled.next_change.map(|at| at.rfc3339(&place.zone));
    let manifest = output.join(MANIFEST);
    if published {
        let bytes = session.fs.read(&manifest, MANIFEST_BYTES).map_err(|e| Stop::files(&e, &place.root))?;
        report.manifest_blake3 = Some(ContentHash::of(&bytes).to_string());
    }
    if let Some(file) = &args.report {
        session.replace(&session.cwd.join(file), report.to_json().as_bytes())?;
    }
    match &args.report_html {
        Some(folder) => report::write(session, place, &compiled.checked, &report, Some(folder)),
        None => Ok(()),
    }
}
