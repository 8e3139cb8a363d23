//! `linli completions SHELL`: the script that lets a shell finish words after `linli`.
//!
//! In: the argument surface. Out: the script on stdout.

use super::args::Completions;
use super::desk::Desk;
use super::{Exit, Stop};

pub fn run(desk: &Desk, args: &Completions, mut surface: clap::Command) -> Result<Exit, Stop> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut surface, "linli", &mut script);
    desk.screen.out(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Fine)
}
