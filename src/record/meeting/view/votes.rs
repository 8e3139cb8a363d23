//! Votes on a meeting's page: the counts, one bar each, and every test in one sentence.
//!
//! In: a [`Meeting`], the counts of a matter weighed. Out: words, bars, facts. Always: the figures stand beside every share;
//! a sentence speaks by the figures given, says the share needed, the share there was, and whether it was reached.

use super::super::fields::{Meeting, Vote};
use crate::locale::Given;
use crate::profile::Whole;
use crate::record::decision::{Counts, Matter, Test, Verdict, Weighed};
use crate::record::view::{self, BarPart, Fact, Inline, chart};
use crate::record::view_cx::ViewCx;
use crate::value::{Area, Percent};

/// For, against, abstentions, spoilt ones if there are any.
pub(super) fn counted(vote: &Vote, cx: &ViewCx<'_>) -> String {
    let [in_favor, against, abstain, invalid] = vote.heads();
    let spoilt = if invalid == 0 { "no" } else { "yes" };
    cx.say(
        "meeting_votes",
        &[
            ("for", in_favor.into()),
            ("against", against.into()),
            ("abstain", abstain.into()),
            ("invalid", invalid.into()),
            ("spoilt", spoilt.into()),
        ],
    )
}

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
const STROKES: [&str; 3] = ["a", "b", "c"];

/// The bars of a vote, by head and by area; each part of those who took part, with a mark at the share needed.
pub(super) fn bars(meeting: &Meeting, matter: Option<Matter>, vote: &Vote, cx: &ViewCx<'_>) -> Vec<view::Vote> {
    let pass = matter.and_then(|matter| cx.profile.requirement(matter.code()).pass);
    let bar = |label: &str, parts: [(i64, String); 4], counts: Counts| {
        let cast = parts.iter().map(|(n, _)| n).sum();
        let whole = counts.present.filter(|n| *n >= cast && *n > 0).unwrap_or(cast);
        let lengths: Vec<(&str, i64)> = STROKES.into_iter().zip(parts.iter().map(|(n, _)| chart::units(*n, whole))).collect();
        let needed = pass.and_then(|(share, of)| {
            let of = match of {
                Whole::Eligible => counts.eligible?,
                Whole::Present => counts.present?,
                Whole::Votes => cast,
            };
            let needed = i64::try_from(i128::from(of) * i128::from(share.num) / i128::from(share.den)).ok()?;
            (needed <= whole).then(|| chart::units(needed, whole))
        });
        let part = |(name, (n, text)): (&str, (i64, String))| BarPart {
            label: cx.label(name),
            text: cx.say("meeting_vote_part", &[("n", text.into()), ("share", share(n, whole, cx).into())]),
            percent: Percent::of(n, whole, 1).map_or_else(|| "0".to_owned(), |p| p.to_string()),
        };
        // Spoilt votes are told where there are any.
        let told = PARTS.into_iter().zip(parts).filter(|(name, (n, _))| *n > 0 || *name != PARTS[3]);
        let mark = pass.filter(|_| needed.is_some()).map(|(share, _)| cx.say("meeting_vote_needed", &[("need", cx.share(share).into())]));
        let svg = chart::parts(&lengths, needed);
        view::Vote { label: cx.word(label), svg, mark: mark.unwrap_or_default(), parts: told.map(part).collect() }
    };
    let heads = vote.heads().map(|n| (n, cx.language().format().integer(n)));
    let mut bars = vec![bar("meeting_by_heads", heads, meeting.heads(Some(vote)))];
    if vote.areas().iter().any(Option::is_some) {
        let areas = vote.areas().map(Option::unwrap_or_default).map(|a| (a.hundredths(), area(a, cx)));
        bars.push(bar("meeting_by_area", areas, meeting.area(Some(vote))));
    }
    bars
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
