//! `linli clean`: removes the published pages, and no file that linli did not write.
//!
//! In: the output folder. Out: the folder without the files of its manifest.

use linli::write;

use super::args::Clean;
use super::session::Session;
use super::{Exit, Stop};

pub(super) fn run(session: &Session, args: &Clean) -> Result<Exit, Stop> {
    let place = session.place(None)?;
    let output = place.output(session, args.output_dir.as_deref());
    let cleaned = write::clean(&session.fs, &output).map_err(|e| Stop::write(&e, &place.root))?;
    let id = match (cleaned.removed, cleaned.kept) {
        (0, 0) => "cli-clean-nothing",
        (_, 0) => "cli-clean-done",
        _ => "cli-clean-kept",
    };
    session.screen.say(&session.words.say(id, &[("removed", cleaned.removed.into()), ("kept", cleaned.kept.into())]));
    Ok(Exit::Fine)
}
