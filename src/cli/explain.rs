//! `linli explain CODE…`: the meaning of a code, its reason, its article, its numbers in this site's profile, and a wrong and a
//! right example.
//!
//! In: codes as typed, the rule book, the profile of the current site (else the national one). Out: text on stdout; without a code
//! the list of all codes. Always: works without a site; an unknown code ends with 2.

use linli::diagnostic::{Arg, cells, nearest};
use linli::profile::{Key, KeyDoc, Number, Profile, Unit, Value};
use linli::rulebook::{Both, Entry, Example, book};

use super::args::Explain;
use super::session::Session;
use super::{Exit, Stop};

pub(super) fn run(session: &Session, args: &Explain) -> Result<Exit, Stop> {
    let entries = args.codes.iter().map(|typed| entry(typed)).collect::<Result<Vec<_>, _>>()?;
    if entries.is_empty() {
        session.screen.out(&list(session))?;
        return Ok(Exit::Fine);
    }
    let profile = profile(session);
    let texts: Vec<String> = entries.iter().map(|entry| explanation(session, entry, &profile)).collect();
    session.screen.out(&texts.join("\n"))?;
    Ok(Exit::Fine)
}

fn entry(typed: &str) -> Result<&'static Entry, Stop> {
    book().find(typed).ok_or_else(|| {
        let tidy = typed.trim().to_uppercase();
        let near = nearest(&tidy, book().entries().iter().map(|e| e.code)).unwrap_or("");
        let message = if near.is_empty() { "cli-unknown-rule" } else { "cli-unknown-rule-near" };
        Stop::usage(message).arg("code", typed).arg("near", near)
    })
}

/// The profile of the current site; without one the national profile.
fn profile(session: &Session) -> Profile {
    let site = session.place(None).ok().and_then(|place| {
        let loaded = linli::load::site(&place.request(session)).ok()?;
        loaded.site.map(|site| (*site.profile).clone())
    });
    site.unwrap_or_else(Profile::national)
}

fn list(session: &Session) -> String {
    let mut out = String::new();
    for entry in book().entries() {
        out += &format!("{:8}{}\n", entry.code, in_language(session, &entry.title));
    }
    out + "\n" + &session.text("cli-explain-more") + "\n"
}

fn explanation(session: &Session, entry: &Entry, profile: &Profile) -> String {
    let mut out = format!("{}  {}\n\n", entry.code, in_language(session, &entry.title));
    let weights: Vec<String> = entry.severities.iter().map(|s| session.words.say(&format!("cli-{}", s.name()), &[])).collect();
    if !weights.is_empty() {
        out += &labeled(session, "cli-explain-weight", &weights.join(" / "));
    }
    if let Some(law) = &entry.law {
        out += &labeled(session, "cli-explain-law", if chinese(session) { &law.zh } else { &law.en });
    }
    out += "\n";
    for text in [&entry.what, &entry.why] {
        out += &wrapped(in_language(session, text), 2);
        out += "\n";
    }
    let numbers: Vec<String> = entry.numbers.iter().filter_map(|path| number(session, path, profile)).collect();
    if !numbers.is_empty() {
        let chain = profile.chain.join(" → ");
        out += &format!("{}\n{}\n", session.words.say("cli-explain-numbers", &[("chain", chain.into())]), numbers.concat());
    }
    for (title, examples) in [("cli-explain-wrong", &entry.wrong), ("cli-explain-right", &entry.right)] {
        if !examples.is_empty() {
            out += &format!("{}\n", session.text(title));
            examples.iter().for_each(|e| out += &example(e));
        }
    }
    out.trim_end().to_owned() + "\n"
}

fn labeled(session: &Session, id: &'static str, text: &str) -> String {
    wrapped(&format!("{}{text}", session.text(id)), 2)
}

/// `meeting.minutes_days = 15 days: minutes published…` with the article, or the reason why there is none.
fn number(session: &Session, path: &str, profile: &Profile) -> Option<String> {
    let doc = linli::profile::KEYS.iter().find(|k| k.path == path)?;
    let key: Key = doc.key;
    let number = profile.number(key);
    let value = number.map_or_else(|| session.text("cli-explain-off"), |n| value(session, doc, n));
    let about = if chinese(session) { doc.zh } else { doc.en.trim_end_matches('.') };
    let mut out = wrapped(&format!("{path} = {value} · {about}"), 2);
    let why = number.and_then(|n| match (&n.law, &n.note) {
        (Some(law), _) => Some(if chinese(session) { law.zh.clone() } else { law.en.clone() }),
        // The notes of the built-in profiles are in English.
        (None, Some(note)) if chinese(session) && note.is_ascii() => Some(session.text("cli-explain-proposal")),
        (None, Some(note)) => Some(note.clone()),
        (None, None) => None,
    });
    out += &why.map(|why| wrapped(&why, 6)).unwrap_or_default();
    Some(out)
}

/// A number with its unit.
fn value(session: &Session, doc: &KeyDoc, number: &Number) -> String {
    let n = match number.value {
        Value::Off => return session.text("cli-explain-off"),
        Value::On => return session.text("cli-explain-on"),
        Value::Whole(n) => Arg::from(n),
        Value::Money(money) => Arg::from(money),
        Value::Share(share) => Arg::from(share.to_string()),
    };
    let unit = match doc.unit {
        Unit::Days => "days",
        Unit::WorkingDays => "working-days",
        Unit::Months => "months",
        Unit::Years => "years",
        Unit::Percent => "percent",
        Unit::Money => "money",
        Unit::Count | Unit::Share | Unit::Switch => "plain",
    };
    session.words.say("cli-explain-value", &[("unit", unit.into()), ("n", n)])
}

fn example(example: &Example) -> String {
    let lines: String = example.text.lines().map(|l| format!("    {l}\n").replace("    \n", "\n")).collect();
    format!("  {}\n{lines}\n", example.path)
}

fn in_language<'t>(session: &Session, both: &'t Both) -> &'t str {
    if chinese(session) { &both.zh } else { &both.en }
}

fn chinese(session: &Session) -> bool {
    session.tongue == linli::locale::Tongue::Zh
}

/// Lines of a readable length; a line may break after a Han character, but not inside a Latin word.
fn wrapped(text: &str, indent: usize) -> String {
    const WIDTH: usize = 78;
    const NEVER_FIRST: &str = "，。；：、！？）》”」』,.;:!?)…";
    let mut out = String::new();
    for paragraph in text.split("\n\n") {
        let mut line = String::new();
        let mut pieces: Vec<String> = Vec::new();
        for c in paragraph.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
            let narrow = c.is_ascii() && c != ' ';
            match pieces.last_mut() {
                Some(last) if (narrow && last.chars().all(|l| l.is_ascii() && l != ' ')) || NEVER_FIRST.contains(c) => last.push(c),
                _ => pieces.push(c.to_string()),
            }
        }
        for piece in pieces {
            if cells(&line) + cells(&piece) + indent > WIDTH {
                out += &format!("{:indent$}{}\n", "", line.trim_end());
                line.clear();
            }
            if !(line.is_empty() && piece == " ") {
                line += &piece;
            }
        }
        out += &format!("{:indent$}{}\n", "", line.trim_end());
    }
    out
}
