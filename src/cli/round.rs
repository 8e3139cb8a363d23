//! The loop of `watch` and `serve`: wait for a change or for the clock, rebuild the site, print the result in a line.
//!
//! In: the site, the watcher, an [implementation](Show) that shows the site. Out: lines on stderr; the loop ends with the program.
//! Always: no mistake of an author and no failure of the machine ends it: the failure is printed with its time, the last good site
//! stays, and the next change is tried again.

use std::collections::HashSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use linli::diagnostic::{Arg, Diagnostic};
use linli::value::DateTime;
use linli::{Compiled, Progress as _, Request, Step};

use crate::watch::{Changes, Rebuilder, Watcher};

use super::args::{Again, Format};
use super::screen::Meter;
use super::session::{Session, SiteLocation};
use super::{Exit, Stop, cache, findings};

/// The result of a round.
pub(super) struct RoundResult {
    pub compiled: Compiled,
    /// Whether the new site is the one that readers see now.
    pub is_shown: bool,
}

/// Shows a site: `watch` publishes it, `serve` answers requests with it.
pub(super) trait Show {
    /// Builds the site and shows it if it has no errors.
    fn make(&mut self, session: &Session, place: &SiteLocation, work: &mut RoundInputs<'_>) -> Result<RoundResult, Stop>;
    /// Reports a failure of the machine; the last site stays.
    fn failed(&mut self, _session: &Session, _stop: &Stop) {}
    /// Called after the first round: whether to continue, and the line to print.
    fn ready(&mut self, session: &Session, first: Result<&RoundResult, Stop>) -> Result<(), Stop>;
}

/// The inputs of one rebuild.
pub(super) struct RoundInputs<'a> {
    rebuilder: &'a mut Rebuilder,
    changes: &'a Changes,
    meter: &'a Meter,
}

impl RoundInputs<'_> {
    pub(super) fn rebuild(&mut self, request: &Request<'_>, sink: &dyn linli::sink::Sink) -> Result<Compiled, linli::Failure> {
        let compiled = self.rebuilder.rebuild(request, self.changes, sink, self.meter);
        self.meter.clear();
        self.meter.step(Step::Publish);
        compiled
    }
}

/// The reason for a round.
enum Cause {
    Start,
    Files(Changes),
    /// Midnight, or a moment at which the site changes by itself.
    Clock,
}

/// Loops until the program is ended.
pub(super) fn run(session: &Session, mut place: SiteLocation, again: &Again, show: &mut dyn Show) -> Result<Exit, Stop> {
    let every = again.poll.map(|seconds| Duration::from_secs(seconds.into()));
    // Watching starts before the first round, so that no change during it is missed.
    let mut watcher = Watcher::new(&session.fs, &place.root, every);
    let mut rebuilder = Rebuilder::new(cache::with_readings(linli::Incremental::default(), &place.root));
    let mut printed = Printed::default();
    let mut cause = Cause::Start;
    // The changes of a failed round, which the next one needs as well.
    let mut pending = Changes::none();
    // The last failure, while its cause may still end by itself: then the round is tried again without a further save.
    let mut passing: Option<Stop> = None;
    loop {
        let changes = pending.and(match &cause {
            Cause::Files(changes) => changes.clone(),
            Cause::Clock => Changes::none(),
            Cause::Start => Changes::Everything,
        });
        let meter = session.screen.meter(session.words);
        let mut work = RoundInputs { rebuilder: &mut rebuilder, changes: &changes, meter: &meter };
        let made = catch_unwind(AssertUnwindSafe(|| show.make(session, &place, &mut work))).unwrap_or_else(|_| {
            // A bug of linli; the next save is tried all the same, without results of this round.
            rebuilder = Rebuilder::default();
            Err(Stop { exit: Exit::Files, ..Stop::usage("cli-round-broken") })
        });
        meter.tell_timings();
        pending = if made.is_ok() { Changes::none() } else { changes };
        let is_first = matches!(cause, Cause::Start);
        match made {
            Ok(made) => {
                printed.print(session, &place, &cause, &made, &meter);
                printed.next_change = made.compiled.next_change;
                if is_first {
                    show.ready(session, Ok(&made))?;
                }
                printed.remember(made);
                passing = None;
            }
            Err(stop) if is_first => {
                show.failed(session, &stop);
                show.ready(session, Err(stop))?;
            }
            // A file that disappeared while it was read either comes back or is gone for good: the next round sees which.
            Err(_) if watcher.has_pending() => {}
            Err(stop) => {
                show.failed(session, &stop);
                let is_known = passing.as_ref().is_some_and(|last| (last.message, &last.args) == (stop.message, &stop.args));
                if !is_known {
                    printed.stopped(session, &place, &stop);
                }
                passing = Some(stop).filter(|stop| stop.passes);
            }
        }
        if is_first && let Some(every) = watcher.poll_interval() {
            session.screen.say(&session.words.say("round-polls", &[("seconds", every.as_secs().into())]));
        }
        let (next, why) = wait(session, place, again, &mut watcher, printed.next_change, passing.is_some());
        (place, cause) = (next, why);
    }
}

/// Waits for a reason for another round, and returns the site at that moment.
fn wait(
    session: &Session,
    mut place: SiteLocation,
    again: &Again,
    watcher: &mut Watcher<'_>,
    next_change: Option<DateTime>,
    tries_again: bool,
) -> (SiteLocation, Cause) {
    loop {
        let changes = watcher.wait();
        // Without a clock the day stays the same.
        let Ok(now) = session.place_again(&place, again.today.as_deref()) else { continue };
        let is_due = is_due(&place, &now, next_change);
        if let Some(changes) = changes {
            return (now, Cause::Files(changes));
        }
        if is_due || tries_again {
            return (now, Cause::Clock);
        }
        place.now = now.now;
    }
}

/// Whether the clock alone is a reason to rebuild.
fn is_due(before: &SiteLocation, now: &SiteLocation, next_change: Option<DateTime>) -> bool {
    now.today != before.today || next_change.is_some_and(|at| before.now < at && at <= now.now)
}

/// Identifies a finding. The place is its text, not its line: a finding that an edit above it moved is not printed again.
type Key = (Arc<str>, &'static str, &'static str, String);

fn key(d: &Diagnostic) -> Key {
    (Arc::clone(&d.path), d.code, d.message, d.span.as_ref().map_or(String::new(), |span| span.text().to_owned()))
}

/// The findings printed so far, so that none is printed twice.
#[derive(Default)]
struct Printed {
    findings: HashSet<Key>,
    next_change: Option<DateTime>,
}

impl Printed {
    fn print(&self, session: &Session, place: &SiteLocation, cause: &Cause, made: &RoundResult, meter: &Meter) {
        let (words, screen) = (session.words, &session.screen);
        let found = &made.compiled.checked.findings;
        let errors: Vec<&Diagnostic> = found.iter().filter(|d| d.is_error()).collect();
        let time = session.clock(&place.zone).map(|(_, time)| time).unwrap_or_default();
        if made.is_shown {
            let pages = redone(&made.compiled);
            let line = match (cause, pages) {
                (Cause::Start, _) => "round-first",
                (_, 0) => "round-same",
                _ => "round-done",
            };
            let args = [
                ("what", what(session, place, cause).into()),
                ("seconds", Arg::Figure(format!("{:.2}", meter.elapsed().as_secs_f64()))),
                ("pages", pages.into()),
                ("count", made.compiled.pages.into()),
            ];
            screen.event(&time, &words.say(line, &args), false);
        } else {
            let line = match errors[..] {
                [one] if one.span.is_some() => {
                    let line = one.position().line.to_string();
                    words.say("round-wrong-line", &[("path", (&*one.path).into()), ("line", line.into())])
                }
                [one] => words.say("round-wrong-file", &[("path", (&*one.path).into())]),
                _ => words.say("round-wrong", &[("count", errors.len().into())]),
            };
            screen.event(&time, &line, true);
        }
        // Errors are printed each time, since they block publishing; other findings once.
        let is_new = |d: &&Diagnostic| d.is_error() || (!screen.is_quiet() && !self.findings.contains(&key(d)));
        let fresh: Vec<Diagnostic> = found.iter().filter(is_new).cloned().collect();
        if !fresh.is_empty() {
            screen.say_always(findings::print(session, &place.root, &fresh, Format::Human, false).trim_end());
        }
    }

    fn remember(&mut self, made: RoundResult) {
        self.findings = made.compiled.checked.findings.iter().map(key).collect();
    }

    fn stopped(&self, session: &Session, place: &SiteLocation, stop: &Stop) {
        let time = session.clock(&place.zone).map(|(_, time)| time).unwrap_or_default();
        session.screen.event(&time, &session.text("round-stopped"), true);
        session.screen.stop(session.words, stop.message, &stop.args);
    }
}

/// Number of pages that were rendered again or removed.
fn redone(compiled: &Compiled) -> usize {
    compiled.made.iter().chain(&compiled.gone).filter(|path| path.ends_with(".html")).count()
}

fn what(session: &Session, place: &SiteLocation, cause: &Cause) -> String {
    let words = session.words;
    match cause {
        Cause::Files(Changes::Files(files)) => match (files.iter().next(), files.len()) {
            (Some(path), 1) => words.say("round-file", &[("path", path.as_str().into())]),
            (Some(path), count) => words.say("round-files", &[("path", path.as_str().into()), ("count", count.into())]),
            (None, _) => words.say("round-everything", &[]),
        },
        Cause::Files(Changes::Everything) | Cause::Start => words.say("round-everything", &[]),
        Cause::Clock => words.say("round-clock", &[("now", place.now.to_string().into())]),
    }
}

#[cfg(test)]
mod tests {
    use linli::value::date::Zone;

    use super::*;

    fn at(text: &str) -> SiteLocation {
        let now = DateTime::parse(text).unwrap();
        SiteLocation { root: "/site".into(), settings: None, zone: Zone::named("Asia/Shanghai").unwrap(), now, today: now.date }
    }

    #[test]
    fn midnight_and_the_next_change_of_the_site_are_reasons_by_themselves() {
        let change = DateTime::parse("2026-06-18 20:00").ok();
        let cases = [
            ("2026-06-18 19:58", "2026-06-18 19:59", change, false),
            ("2026-06-18 19:59", "2026-06-18 20:00", change, true),
            ("2026-06-18 20:00", "2026-06-18 20:01", change, false),
            ("2026-06-18 19:00", "2026-06-18 23:00", change, true),
            ("2026-06-18 19:00", "2026-06-18 23:00", None, false),
            ("2026-06-18 23:59", "2026-06-19 00:00", None, true),
            ("2026-06-18 12:00", "2026-06-21 12:00", None, true),
        ];
        for (before, now, next, expected) in cases {
            assert_eq!(is_due(&at(before), &at(now), next), expected, "{before} {now}");
        }
    }
}
