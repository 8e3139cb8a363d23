//! `linli clean`: takes the published pages away, and nothing that linli did not write.
//!
//! In: the output folder. Out: the folder without the files of its manifest.

use linli::write;

use super::args::Clean;
use super::desk::Desk;
use super::{Exit, Stop};

pub fn run(desk: &Desk, args: &Clean) -> Result<Exit, Stop> {
    let place = desk.place(None)?;
    let output = place.output(desk, args.output_dir.as_deref());
    let cleaned = write::clean(&desk.fs, &output).map_err(|e| Stop::write(&e, &place.root))?;
    let id = match (cleaned.removed, cleaned.kept) {
        (0, 0) => "cli-clean-nothing",
        (_, 0) => "cli-clean-done",
        _ => "cli-clean-kept",
    };
    desk.screen.say(&desk.words.say(id, &[("removed", cleaned.removed.into()), ("kept", cleaned.kept.into())]));
    Ok(Exit::Fine)
}
