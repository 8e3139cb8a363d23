//! The command line: turns arguments into a request, and the result into text.
//!
//! In: the command line, the environment, the clock. Out: text on stdout (results) and stderr (messages), and an exit code. Always:
//! one file per command; this is the only module that asks for the time, the language and the terminal; nothing here knows how a
//! site is compiled.

mod args;
mod build;
mod cache;
mod check;
mod clean;
mod completions;
mod explain;
mod findings;
mod help;
mod init;
mod list;
mod lock;
mod new;
mod print;
mod publish;
mod report;
mod round;
mod screen;
mod serve;
mod session;
mod stamp;
mod watch;

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{FromArgMatches, Parser};
use linli::diagnostic::{Arg, Args};
use linli::fs::FsError;
use linli::write::{self, WriteError};

use args::{Cli, Command};
use session::Session;

/// The exit code of a run; scripts rely on the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Exit {
    Fine = 0,
    Content = 1,
    Usage = 2,
    Settings = 3,
    Strict = 4,
    Files = 5,
    Personal = 6,
}

/// Why a command cannot continue: the message, and the exit code.
#[derive(Debug)]
pub(crate) struct Stop {
    pub exit: Exit,
    pub message: &'static str,
    pub args: Args,
}

impl Stop {
    /// A mistake in the command line.
    pub(crate) fn usage(message: &'static str) -> Self {
        Self { exit: Exit::Usage, message, args: Args::new() }
    }

    pub(crate) fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.insert(name, value.into());
        self
    }

    /// A file operation failed; `base` is the folder that paths are shown from.
    pub(crate) fn files(error: &FsError, base: &Path) -> Self {
        let (message, args) = write::fs_message(error, base);
        Self { exit: Exit::Files, message, args }
    }

    pub(crate) fn write(error: &WriteError, base: &Path) -> Self {
        let (message, args) = error.message(base);
        Self { exit: Exit::Files, message, args }
    }

    pub(crate) fn failure(failure: linli::Failure, base: &Path) -> Self {
        match failure {
            linli::Failure::Fs(error) => Self::files(&error, base),
            linli::Failure::Sink(error) => Self::write(&WriteError::Sink(error), base),
        }
    }
}

/// Runs the program.
pub(crate) fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    ExitCode::from(run(&arguments) as u8)
}

fn run(arguments: &[OsString]) -> Exit {
    let startup = session::startup(arguments);
    // Texts are added only where somebody will read them: that takes a third of the start-up time.
    let surface = || help::surface(startup.words());
    if arguments.len() < 2 {
        return help::without_arguments(surface(), &startup);
    }
    let in_words = || surface().try_get_matches_from(arguments).and_then(|found| Cli::from_arg_matches(&found));
    let parsed = Cli::try_parse_from(arguments).or_else(|bare| match bare.kind() {
        ErrorKind::DisplayVersion => Err(bare),
        _ => in_words(),
    });
    let cli = match parsed {
        Ok(cli) => cli,
        Err(error) => return help::answer(&error, &surface, &startup),
    };
    let words = startup.words();
    let session = Session::new(&cli.global, words, startup);
    let Some(command) = cli.command else { return help::without_arguments(surface(), &session.startup) };
    let ended = match &command {
        Command::Init(args) => init::run(&session, args),
        Command::New(args) => new::run(&session, args),
        Command::Check(args) => check::run(&session, args),
        Command::Build(args) => build::run(&session, args),
        Command::Watch(args) => watch::run(&session, args),
        Command::Serve(args) => serve::run(&session, args),
        Command::List(args) => list::run(&session, args),
        Command::Report(args) => report::run(&session, args),
        Command::Print(args) => print::run(&session, args),
        Command::Stamp(args) => stamp::run(&session, args),
        Command::Lock(args) => lock::run(&session, args),
        Command::Clean(args) => clean::run(&session, args),
        Command::Completions(args) => completions::run(&session, args, surface()),
        Command::Explain(args) => explain::run(&session, args),
        Command::Help(args) => help::run(&session, args, surface()),
    };
    match ended {
        Ok(exit) => exit,
        Err(stop) => {
            session.screen.stop(words, stop.message, &stop.args);
            stop.exit
        }
    }
}
