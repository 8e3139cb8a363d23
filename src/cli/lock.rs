//! `linli lock`: shows the figures that are published and how the next build changes them, checks or writes `published.lock`.
//!
//! In: the site. Out: one line a figure that differs, and a summary; with `--write` the file. Always: nothing is written where a
//! published figure differs without a correction.

use std::cmp::Ordering;

use linli::diagnostic::Diagnostic;
use linli::lock::{self, Entry, Lock as Published};

use super::args::{Format, Lock};
use super::session::Session;
use super::{Exit, Stop, findings};

/// Lines that are shown; further ones are counted.
const SHOWN: usize = 100;

pub(super) fn run(session: &Session, args: &Lock) -> Result<Exit, Stop> {
    let place = session.place(args.today.as_deref())?;
    let request = place.request(session);
    let checked = linli::check(&request, &()).map_err(|f| Stop::failure(f, &place.root))?;
    let blocking: Vec<Diagnostic> = checked.findings.iter().filter(|d| d.is_error()).cloned().collect();
    if !blocking.is_empty() {
        let text = findings::print(session, &place.root, &blocking, Format::Human, false);
        session.screen.say_always(text.trim_end());
        session.screen.say_always(&session.text("cli-lock-errors"));
        return Ok(findings::exit(&blocking, false));
    }
    let (before, library) = (&checked.lock, &checked.library);
    let next = lock::next(before, &library.records, &|id| library.is_broken(id), request.scope());
    let now = Published::of_text(next.text.clone());
    let lines = differences(before, &now);
    let mut out: String = lines.iter().take(SHOWN).map(|line| format!("{line}\n")).collect();
    if lines.len() > SHOWN {
        out += &(session.words.say("cli-lock-more", &[("count", (lines.len() - SHOWN).into())]) + "\n");
    }
    let counts = [
        ("figures", now.len().into()),
        ("records", now.ids().count().into()),
        ("new", (next.tally.new + next.tally.ended).into()),
        ("changed", next.tally.changed.into()),
        ("gone", next.tally.gone.into()),
    ];
    let differs = next.differs(before);
    let summary = match (differs, args.write) {
        (false, _) => "cli-lock-same",
        (true, false) => "cli-lock-differs",
        (true, true) => "cli-lock-written",
    };
    if differs && args.write {
        session.replace(&place.root.join(lock::FILE_NAME), next.text.as_bytes())?;
    }
    session.screen.out(&(out + &session.words.say(summary, &counts) + "\n"))?;
    let is_wrong = args.check && next.tally.is_change();
    Ok(if is_wrong { Exit::Content } else { Exit::Fine })
}

/// `+` new, `-` gone, both for a value that changed.
fn differences(before: &Published, now: &Published) -> Vec<String> {
    let line = |sign: char, entry: Entry<'_>| format!("{sign} {} {} {} {}", entry.id, entry.field, entry.value, entry.first);
    let (mut old, mut new) = (before.entries().peekable(), now.entries().peekable());
    let mut lines = Vec::new();
    loop {
        let key = |entry: &Entry<'_>| (entry.id.to_owned(), entry.field.to_owned());
        let order = match (old.peek(), new.peek()) {
            (None, None) => return lines,
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(a), Some(b)) => key(a).cmp(&key(b)),
        };
        let gone = if order.is_le() { old.next() } else { None };
        let come = if order.is_ge() { new.next() } else { None };
        if gone.map(|e| e.value) != come.map(|e| e.value) {
            lines.extend(gone.map(|entry| line('-', entry)));
            lines.extend(come.map(|entry| line('+', entry)));
        }
    }
}
