//! `linli completions SHELL`: prints the script with which a shell completes words after `linli`.
//!
//! In: the command line's definition. Out: the script on stdout.

use super::args::Completions;
use super::session::Session;
use super::{Exit, Stop};

pub(super) fn run(session: &Session, args: &Completions, mut surface: clap::Command) -> Result<Exit, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut surface, "linli", &mut script);
    session.screen.out(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Fine)
}
