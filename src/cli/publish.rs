//! Publishing, as `build` and `watch` do it with a compiled site.
//!
//! In: the site, the output folder, a function that compiles into it. Out: the compiled site and the result of publishing. Always:
//! the site published before stays complete unless everything succeeded; a published record never disappears without a message.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use linli::diagnostic::{Diagnostic, sort};
use linli::lock::Scope;
use linli::record::envelope::Status;
use linli::sink::Sink;
use linli::value::{Date, RecordId};
use linli::write::{self, Options, PublishInfo, Shown, Staging, Standing, Summary};
use linli::{Checked, Compiled, Failure, config, discover, lock, route};

use super::session::{Session, SiteLocation};
use super::{Exit, Stop, findings};

/// The output folder, and the options of publishing.
pub(super) struct Order<'a> {
    pub output: &'a Path,
    pub force: bool,
    pub strict: bool,
    pub keep_going: bool,
    /// The output is the site's own, so `published.lock` belongs to it.
    pub own: bool,
    /// This run writes `published.lock`, as of this scope.
    pub lock: Option<Scope>,
    /// This run will publish again.
    pub again: bool,
}

/// The result of publishing.
pub(super) struct Published {
    pub compiled: Compiled,
    /// `None`: nothing was published, the site before is unchanged.
    pub summary: Option<Summary>,
    pub exit: Exit,
}

/// Compiles into the output folder, and publishes if the findings allow it. `standing` is the state after the last publish of this
/// run; without it everything is looked at.
pub(super) fn publish(
    session: &Session,
    place: &SiteLocation,
    order: &Order<'_>,
    standing: &mut Option<Standing>,
    compile: impl FnOnce(&dyn Sink) -> Result<Compiled, Failure>,
) -> Result<Published, Stop> {
    let stop = |e: &write::WriteError| Stop::write(e, &place.root);
    let inputs = [discover::CONTENT, "themes", "profiles", "fonts", config::FILE_NAME].map(|name| place.root.join(name)).to_vec();
    let options = Options { force: order.force, inputs, lock: order.own.then(|| place.root.join(lock::FILE_NAME)) };
    let staging = Staging::resume(&session.fs, order.output, options, standing.take()).map_err(|e| stop(&e))?;
    let mut compiled = compile(&staging).map_err(|f| Stop::failure(f, &place.root))?;
    let mut shown = BTreeMap::new();
    // If errors prevent rendering nothing is published, so no record disappears.
    if !compiled.tree.is_empty() {
        shown = compiled.shown();
        let previous = staging.previous().records.len();
        let gone = match shown.is_empty() && previous > 0 {
            // One message instead of one per record: most likely this is not the folder that was meant.
            true if order.force => Vec::new(),
            true => vec![write::emptied_finding(previous)],
            false => vanished(&staging, &compiled, &shown),
        };
        compiled.checked.findings.extend(gone);
        sort(&mut compiled.checked.findings);
    }

    let exit = findings::exit(&compiled.checked.findings, order.strict);
    let allowed = match exit {
        Exit::Fine | Exit::Strict => true,
        Exit::Content => order.keep_going && !compiled.checked.findings.iter().any(is_vanished),
        _ => false,
    };
    let summary = if allowed {
        let records = remembered(&compiled, shown, staging.previous().records.keys(), place.today);
        let info = PublishInfo { records, lock: order.lock.map(|scope| next_lock(&compiled, scope)) };
        let (summary, left) = match order.again {
            true => staging.publish_on(info, &compiled.tree),
            false => staging.publish(info).map(|summary| (summary, None)),
        }
        .map_err(|e| stop(&e))?;
        *standing = left;
        Some(summary)
    } else {
        // The staged files are dropped, the site before stays. Pages that were rendered but not published are not on disk.
        *standing = staging.abandon().filter(|_| compiled.tree.is_empty());
        None
    };
    Ok(Published { compiled, summary, exit })
}

/// The figures that are public after this publish.
fn next_lock(compiled: &Compiled, scope: Scope) -> String {
    let Checked { lock, library, .. } = &compiled.checked;
    lock::next(lock, &library.records, &|id| library.is_broken(id), scope).text
}

fn is_vanished(finding: &Diagnostic) -> bool {
    matches!(finding.message, "com-01-vanished" | "com-01-emptied")
}

/// Published ids that the new site would not have, each at the file that has or had it.
fn vanished(staging: &Staging<'_>, compiled: &Compiled, shown: &BTreeMap<String, Shown>) -> Vec<Diagnostic> {
    let mut gone = write::vanished(staging.previous(), shown);
    gone.retain(|id| !leads_on(compiled, id));
    let path = |id: &str| {
        let record = RecordId::parse(id).and_then(|id| compiled.checked.library.get(&id));
        record.map_or_else(|| format!("{}/{id}.md", discover::CONTENT).into(), |r| Arc::clone(&r.source.path))
    };
    let finding = |id: &String| {
        let address = address(compiled, id).unwrap_or_default();
        Diagnostic { path: path(id), ..write::vanished_finding(id, &format!("/{address}")) }
    };
    // The lock may have missed it already.
    gone.iter().map(finding).filter(|finding| !compiled.checked.findings.contains(finding)).collect()
}

/// The address of a record's page in the first language, by its id.
fn address(compiled: &Compiled, id: &str) -> Option<String> {
    let language = compiled.checked.site.as_ref()?.languages.first()?;
    Some(route::record(&RecordId::parse(id)?, &language.path))
}

/// Whether a page of the new site stands at the address of an id that no record has: the record was renamed, and its new file names
/// the old address.
fn leads_on(compiled: &Compiled, id: &str) -> bool {
    address(compiled, id).is_some_and(|address| compiled.tree.contains_key(&route::output(&address)))
}

/// The records that must not disappear from now on. Records that only a preview shows (drafts, records of a later day) may
/// disappear again, and so may samples. An id whose address leads on stays, so that the line that leads on stays as well.
fn remembered<'a>(
    compiled: &Compiled,
    mut shown: BTreeMap<String, Shown>,
    before: impl Iterator<Item = &'a String>,
    today: Date,
) -> BTreeMap<String, Shown> {
    for record in &compiled.checked.library.records {
        if matches!(record.envelope.status(), Status::Draft | Status::Sample) || record.envelope.published > today {
            shown.remove(record.id.as_str());
        }
    }
    for id in before {
        if !shown.contains_key(id) && leads_on(compiled, id) {
            shown.insert(id.clone(), Shown::default());
        }
    }
    shown
}
