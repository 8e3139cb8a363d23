//! The terminal: results, messages, questions and the progress line.
//!
//! In: finished text, with escape sequences for colour. Out: bytes on stdout and stderr. Always: a closed pipe is not an error;
//! colour and redrawing are used only where a terminal or the user asks for them.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use anstream::{AutoStream, ColorChoice};
use linli::diagnostic::{Args, Color, Diagnostic, Look};
use linli::fs::{FsError, Op};
use linli::locale::Words;
use linli::{Step, source};

use super::Stop;
use super::args::{Global, When};

const RED: &str = "\x1b[1;31m";
const DIM: &str = "\x1b[2m";
const RESET: &str = "\x1b[0m";

/// The progress line appears only after this time: most builds have ended by then.
const PATIENCE: Duration = Duration::from_millis(500);
const REDRAW: Duration = Duration::from_millis(100);

#[derive(Debug, Clone, Copy)]
pub(super) struct Screen {
    out: ColorChoice,
    err: ColorChoice,
    width: usize,
    quiet: bool,
    verbose: bool,
    timings: bool,
    progress: bool,
}

impl Screen {
    pub(super) fn new(color: When) -> Self {
        let choice = |auto: ColorChoice| match color {
            When::Auto => auto,
            When::Always => ColorChoice::Always,
            When::Never => ColorChoice::Never,
        };
        let width = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok()).unwrap_or(100);
        Self {
            out: choice(AutoStream::choice(&io::stdout())),
            err: choice(AutoStream::choice(&io::stderr())),
            width,
            quiet: false,
            verbose: false,
            timings: false,
            progress: io::stderr().is_terminal(),
        }
    }

    pub(super) fn with(mut self, global: &Global) -> Self {
        (self.quiet, self.verbose, self.timings) = (global.quiet, global.verbose, global.timings);
        self.progress &= !(global.no_progress || global.quiet);
        self
    }

    pub(super) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Whether results may be coloured.
    pub(super) fn has_color(&self) -> bool {
        self.out != ColorChoice::Never
    }

    /// Whether a person can be asked.
    pub(super) fn can_ask(&self) -> bool {
        io::stdin().is_terminal() && io::stderr().is_terminal()
    }

    /// Writes a result to stdout.
    pub(super) fn out(&self, text: &str) -> Result<(), Stop> {
        let mut stream = AutoStream::new(io::stdout().lock(), self.out);
        match stream.write_all(text.as_bytes()).and_then(|()| stream.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                let path = Path::new("stdout");
                Err(Stop::files(&FsError::new(Op::Write, path, error), path))
            }
            _ => Ok(()),
        }
    }

    /// Prints a message on stderr, even with `--quiet`.
    pub(super) fn say_always(&self, text: &str) {
        // If stderr is closed, nobody reads it.
        let _ = writeln!(AutoStream::new(io::stderr().lock(), self.err), "{text}");
    }

    /// Prints a message on stderr, unless `--quiet`.
    pub(super) fn say(&self, text: &str) {
        if !self.quiet {
            self.say_always(text);
        }
    }

    /// Prints an event with its time; even with `--quiet` if it is bad.
    pub(super) fn event(&self, time: &str, text: &str, is_bad: bool) {
        let mark = if is_bad { format!("{RED}✗{RESET} ") } else { String::new() };
        if is_bad || !self.quiet {
            self.say_always(&format!("  {DIM}{time}{RESET}  {mark}{text}"));
        }
    }

    /// Prints a message only with `--verbose`.
    pub(super) fn detail(&self, text: &str) {
        if self.verbose {
            self.say_always(&format!("{DIM}{text}{RESET}"));
        }
    }

    /// Prints why a command cannot continue, and what to do.
    pub(super) fn stop(&self, words: &Words, message: &'static str, args: &Args) {
        let finding = Diagnostic { args: args.clone(), ..Diagnostic::error("", message, "") };
        self.say_always(&format!("{RED}{}{RESET}: {}", words.say("cli-error", &[]), words.message(&finding)));
        if let Some(help) = words.help(&finding) {
            for line in help.lines() {
                self.say_always(&format!("  {line}"));
            }
        }
    }

    /// The style of findings on stdout (`true`) or stderr.
    pub(super) fn look(&self, on_stdout: bool) -> Look {
        let choice = if on_stdout { self.out } else { self.err };
        let color = if choice == ColorChoice::Never { Color::Plain } else { Color::Ansi };
        Look { color, width: self.width, ..Look::default() }
    }

    /// Asks and reads a line; `None` at the end of input.
    pub(super) fn ask(&self, question: &str) -> Option<String> {
        let mut stream = AutoStream::new(io::stderr().lock(), self.err);
        let _ = write!(stream, "{question}").and_then(|()| stream.flush());
        let mut line = Vec::new();
        match io::stdin().lock().read_until(b'\n', &mut line) {
            Ok(n) if n > 0 => {
                let text = source::decode(&line).map_or_else(|_| String::from_utf8_lossy(&line).into_owned(), |(text, _)| text);
                Some(text.trim().to_owned())
            }
            _ => None,
        }
    }

    /// The progress of a long build, if a terminal can show it.
    pub(super) fn meter(&self, words: &'static Words) -> Meter {
        Meter { screen: *self, words, started: Instant::now(), drawn: Mutex::new(None), steps: Mutex::default() }
    }
}

/// One line on the terminal that is redrawn.
pub(super) struct Meter {
    screen: Screen,
    words: &'static Words,
    started: Instant,
    /// When the line was last drawn; `None` if it is not on the screen.
    drawn: Mutex<Option<Instant>>,
    /// The steps begun so far, with their times.
    steps: Mutex<Vec<(Step, Instant)>>,
}

impl Meter {
    pub(super) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    fn draw(&self, done: usize, total: usize) {
        if !self.screen.progress || self.started.elapsed() < PATIENCE {
            return;
        }
        // A thread that cannot draw now leaves it to the next page.
        let Ok(mut drawn) = self.drawn.try_lock() else { return };
        if drawn.is_some_and(|at| at.elapsed() < REDRAW) {
            return;
        }
        *drawn = Some(Instant::now());
        let line = self.words.say("cli-progress", &[("done", done.into()), ("total", total.into())]);
        let mut stream = io::stderr().lock();
        let _ = write!(stream, "\r{line}\x1b[K").and_then(|()| stream.flush());
    }

    /// The duration of each step, for `--timings`; a step that ran twice is listed once.
    pub(super) fn tell_timings(&self) {
        if !self.screen.timings {
            return;
        }
        let now = Instant::now();
        let steps = std::mem::take(&mut *self.steps.lock().unwrap_or_else(PoisonError::into_inner));
        let ends = steps.iter().skip(1).map(|(_, at)| *at).chain([now]);
        let mut took: Vec<(Step, Duration)> = Vec::new();
        for ((step, begun), end) in steps.iter().zip(ends) {
            let time = end.saturating_duration_since(*begun);
            match took.iter_mut().find(|(s, _)| s == step) {
                Some((_, sum)) => *sum += time,
                None => took.push((*step, time)),
            }
        }
        let name = |step: Step| match step {
            Step::Load => "cli-step-load",
            Step::Discover => "cli-step-discover",
            Step::Read => "cli-step-read",
            Step::Relate => "cli-step-relate",
            Step::Plan => "cli-step-plan",
            Step::ApplyLevels => "cli-step-apply-levels",
            Step::Compare => "cli-step-compare",
            Step::Render => "cli-step-render",
            Step::Publish => "cli-step-publish",
        };
        let line = |step: String, time: Duration| format!("  {:>10.1} ms  {step}", time.as_secs_f64() * 1000.0);
        for (step, time) in &took {
            self.screen.say_always(&line(self.words.say(name(*step), &[]), *time));
        }
        self.screen.say_always(&line(self.words.say("cli-step-sum", &[]), took.iter().map(|(_, time)| *time).sum()));
    }

    /// Clears the line.
    pub(super) fn clear(&self) {
        if self.drawn.lock().is_ok_and(|mut drawn| drawn.take().is_some()) {
            let mut stream = io::stderr().lock();
            let _ = write!(stream, "\r\x1b[K").and_then(|()| stream.flush());
        }
    }
}

impl linli::render::Progress for Meter {
    fn pages(&self, done: usize, of: usize) {
        self.draw(done, of);
    }

    fn step(&self, step: Step) {
        if self.screen.timings {
            self.steps.lock().unwrap_or_else(PoisonError::into_inner).push((step, Instant::now()));
        }
    }
}
