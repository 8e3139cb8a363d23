//! Votes on a meeting's page: the counts, one bar each, and every test in one sentence.
//!
//! In: a [`Meeting`], the counts of a matter weighed. Out: words, bars, facts. Always: the figures stand beside every share;
//! a sentence speaks by the figures given, says the share needed, the share there was, and whether it was reached.

use super::super::fields::{AgendaItem, Meeting, State, Vote};
use crate::locale::Given;
use crate::profile::Whole;
use crate::record::codelists::Outcome;
use crate::record::decision::{Counts, Matter, Measure, Test, Verdict, Weighed};
use crate::record::view::{self, BarPart, Fact, Inline, chart};
use crate::record::view_cx::ViewCx;
use crate::value::{Area, Percent};

pub(super) fn share(part: i64, whole: i64, cx: &ViewCx<'_>) -> String {
    Percent::of(part, whole, 1).map_or_else(|| "–".to_owned(), |p| cx.language().format().percent(&p.to_string()))
}

pub(super) fn area(area: Area, cx: &ViewCx<'_>) -> String {
    cx.language().format().area(&area.to_string())
}

/// Too few took part in any of the votes.
pub(super) fn is_quorum_missed(meeting: &Meeting, cx: &ViewCx<'_>) -> bool {
    let of = |item: &super::AgendaItem| Some(meeting.weigh(item.matter?, item.vote.as_ref(), cx.profile).took_part);
    meeting.agenda.iter().filter_map(of).any(|took_part| took_part == Verdict::NotReached)
}

const PARTS: [&str; 4] = ["agenda_vote_for", "agenda_vote_against", "agenda_vote_abstain", "agenda_vote_invalid"];
const STROKES: [&str; 4] = ["a", "b", "c", "x"];

/// The counts of a vote in one measure, with their words.
struct Counted<'a> {
    label: &'a str,
    parts: [(i64, String); 4],
    /// Which parts are listed: what was counted, and spoilt votes where there are any.
    listed: [bool; 4],
    counts: Counts,
    measure: Measure,
}

/// The bars of a vote, by head and by area. A bar is as long as all who were entitled, so that a vote in which few took part does not
/// look like one in which many agreed; marks stand at the turnout and at the consent needed.
pub(super) fn bars(meeting: &Meeting, matter: Option<Matter>, vote: &Vote, cx: &ViewCx<'_>) -> Vec<view::Vote> {
    let parts = vote.heads().map(|n| (n, cx.language().format().integer(n)));
    let written = vote.written().map(|n| n.is_some());
    let listed = |parts: &[(i64, String); 4], written: [bool; 4]| [0, 1, 2, 3].map(|i| parts[i].0 > 0 || (written[i] && i < 3));
    let heads = Counted {
        label: "meeting_by_heads",
        listed: listed(&parts, written),
        parts,
        counts: meeting.heads(Some(vote)),
        measure: Measure::Heads,
    };
    let mut bars = vec![bar(&heads, matter, cx)];
    if vote.areas().iter().any(Option::is_some) {
        let parts = vote.areas().map(Option::unwrap_or_default).map(|a| (a.hundredths(), area(a, cx)));
        let written = vote.areas().map(|a| a.is_some());
        let area = Counted {
            label: "meeting_by_area",
            listed: listed(&parts, written),
            parts,
            counts: meeting.area(Some(vote)),
            measure: Measure::Area,
        };
        bars.push(bar(&area, matter, cx));
    }
    bars
}

fn bar(counted: &Counted<'_>, matter: Option<Matter>, cx: &ViewCx<'_>) -> view::Vote {
    let Counted { label, parts, listed, counts, measure } = counted;
    let requirement = matter.map(|matter| cx.profile.requirement(matter.code()));
    let cast = parts.iter().map(|(n, _)| n).sum();
    let known = |n: Option<i64>| n.filter(|n| *n >= cast && *n > 0);
    let (whole, of) = match (known(counts.eligible), known(counts.present)) {
        (Some(eligible), _) => (eligible, "eligible"),
        (None, Some(present)) => (present, "present"),
        (None, None) => (cast, "votes"),
    };
    let lengths: Vec<(&str, i64)> = STROKES.into_iter().zip(parts.iter().map(|(n, _)| chart::units(*n, whole))).collect();
    let quorum = requirement.as_ref().and_then(|r| r.quorum.iter().map(|(_, share)| *share).min_by_key(|share| share.least(1_000_000)));
    let quorum = quorum.filter(|_| of == "eligible").map(|share| (share, share.least(whole)));
    let pass = requirement.as_ref().and_then(|r| r.pass).and_then(|(share, of)| {
        let base = match of {
            Whole::Eligible => counts.eligible?,
            Whole::Present => counts.present?,
            Whole::Votes => cast,
        };
        Some((share, of, share.least(base))).filter(|(.., least)| *least <= whole)
    });
    let marks = [quorum.map(|(_, least)| ("q", least)), pass.map(|(.., least)| ("m", least))];
    let marks: Vec<(&str, i64)> = marks.into_iter().flatten().map(|(class, least)| (class, chart::units(least, whole))).collect();
    let part = |((name, stroke), (n, text)): ((&str, &'static str), &(i64, String))| BarPart {
        stroke,
        label: cx.label(name),
        text: cx.say("meeting_vote_part", &[("n", text.as_str().into()), ("share", share(*n, whole, cx).into())]),
        percent: Percent::of(*n, whole, 1).map_or_else(|| "0".to_owned(), |p| p.to_string()),
    };
    let listed = PARTS.into_iter().zip(STROKES).zip(parts).zip(listed).filter(|(_, listed)| **listed).map(|(part, _)| part);
    let whole_text = figure(*measure, whole, cx);
    let turnout = quorum.map(|(share, least)| {
        cx.say("meeting_mark_turnout", &[("least", figure(*measure, least, cx).into()), ("need", cx.share(share).into())])
    });
    let mark = pass.map(|(share, of, least)| {
        let least = figure(*measure, least, cx);
        cx.say("meeting_mark_consent", &[("least", least.into()), ("of", of.code().into()), ("need", cx.share(share).into())])
    });
    view::Vote {
        label: cx.say("meeting_vote_bar", &[("by", cx.word(label).into()), ("of", of.into()), ("whole", whole_text.into())]),
        svg: chart::parts(&lengths, &marks),
        turnout: turnout.unwrap_or_default(),
        mark: mark.unwrap_or_default(),
        parts: listed.map(part).collect(),
    }
}

/// A count of persons, or an area in hundredths of a square metre, in words.
fn figure(measure: Measure, n: i64, cx: &ViewCx<'_>) -> String {
    match measure {
        Measure::Heads => cx.say("meeting_persons", &[("n", n.into())]),
        Measure::Area => area(Area::from_hundredths(n), cx),
    }
}

/// By how much a vote fell short, in one sentence; nothing where it did not, and before it was counted.
pub(super) fn short(meeting: &Meeting, item: &AgendaItem, cx: &ViewCx<'_>) -> Option<String> {
    let weighed = meeting.weigh(item.matter?, item.vote.as_ref(), cx.profile);
    let missed = weighed.missed().filter_map(|(what, test)| {
        let ((part, _), least) = (test.figures?, test.least()?);
        let [short, least, part] = [least - part, least, part].map(|n| match test.measure {
            Measure::Heads => cx.language().format().integer(n),
            Measure::Area => area(Area::from_hundredths(n), cx),
        });
        let message = format!("meeting_short_{what}_{}", test.measure.code());
        Some(cx.say(&message, &[("short", short.into()), ("least", least.into()), ("part", part.into())]))
    });
    let missed: Vec<String> = missed.collect();
    if missed.is_empty() || meeting.state != State::Held {
        return None;
    }
    let frame = if item.outcome == Some(Outcome::Rejected) { "meeting_not_passed" } else { "meeting_short_by_figures" };
    Some(cx.say(frame, &[("why", missed.join(&cx.word("meeting_semicolon")).into())]))
}

/// What the matter asked for and what there was, one sentence a test; the article once. Nothing where nothing is asked.
pub(super) fn tests(matter: Matter, weighed: &Weighed, cx: &ViewCx<'_>) -> Vec<Fact> {
    let need = cx.profile.requirement(matter.code());
    if need.quorum.is_empty() && need.pass.is_none() {
        return Vec::new();
    }
    let mut forms: Vec<Vec<&Test>> = Vec::new();
    for test in &weighed.quorum {
        match forms.iter_mut().find(|form| form[0].who == test.who) {
            Some(form) => form.push(test),
            None => forms.push(vec![test]),
        }
    }
    let mut facts = Vec::new();
    if !forms.is_empty() {
        let lines = forms.iter().map(|form| sentence("decision_quorum", form, cx)).collect();
        facts.push(Fact { label: cx.word("decision_took_part"), lines });
    }
    if !weighed.pass.is_empty() {
        let lines = vec![sentence("decision_pass", &weighed.pass.iter().collect::<Vec<_>>(), cx)];
        facts.push(Fact { label: cx.word("decision_in_favor"), lines });
    }
    let law = need.law.map(|law| cx.say("decision_law", &[("law", cx.law(&law).into())]));
    facts.push(Fact {
        label: cx.word("decision_basis"),
        lines: vec![vec![cx.plain(law.unwrap_or_else(|| cx.word("decision_by_figures")))]],
    });
    facts
}

/// One test by head and, for owners, by area: `需要三分之二以上，实到 66.2%  未达到`.
fn sentence(message: &str, tests: &[&Test], cx: &ViewCx<'_>) -> Vec<Inline> {
    let Some(first) = tests.first() else { return Vec::new() };
    let verdicts: Vec<Verdict> = tests.iter().map(|t| t.verdict()).collect();
    // By head and by area may differ: then each says so itself.
    let differ = verdicts.windows(2).any(|pair| pair[0] != pair[1]);
    let said = |test: &&Test| {
        let measure = ("measure", if tests.len() > 1 { test.measure.code() } else { "only" }.into());
        let Some(percent) = test.percent() else { return cx.say("decision_no_figures", &[measure]) };
        let verdict = if differ { test.verdict().code() } else { "said" };
        let shown = cx.language().format().percent(&percent.to_string());
        cx.say("decision_reached_share", &[measure, ("share", shown.into()), ("verdict", verdict.into())])
    };
    let shares: Vec<String> = tests.iter().map(said).collect();
    let shares = match cx.list(&shares) {
        Inline::Text { text, .. } => text,
        _ => String::new(),
    };
    let args: [(&str, Given<'_>); 4] = [
        ("need", cx.share(first.need).into()),
        ("who", first.who.as_str().into()),
        ("of", first.whole.code().into()),
        ("shares", shares.into()),
    ];
    let overall = if verdicts.contains(&Verdict::NotReached) {
        Verdict::NotReached
    } else if verdicts.contains(&Verdict::Open) {
        Verdict::Open
    } else {
        Verdict::Reached
    };
    let tone = match overall {
        Verdict::Reached => "done",
        Verdict::NotReached => "waiting",
        Verdict::Open | Verdict::NotAsked => "closed",
    };
    let tag = Inline::Tag { tone, text: cx.word(&format!("decision_{}", overall.code())) };
    vec![cx.plain(cx.say(message, &args)), cx.plain(" "), tag]
}
