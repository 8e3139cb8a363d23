//! Public explanations of findings, as the page of a record shows them.
//!
//! In: the `explain` entries of a record. Out: a section: the rule in plain words, the explanation, the article. Always: the rule
//! book is in Chinese and English; readers of other languages get one of the two, marked with its language.

use crate::record::envelope::Explanation;
use crate::record::view::{Block, Fact, Section, Step};
use crate::relate::Index;
use crate::rulebook;

use super::PageCx;

/// One step per explanation: title and code of the rule, what it requires, the explanation, the article.
pub(super) fn section(page_cx: &PageCx<'_>, index: Index) -> Section {
    let cx = page_cx.view_cx(index);
    let step = |answer: &Explanation| {
        let entry = rulebook::book().find(&answer.rule);
        let fact = |label: &str, line| Fact { label: page_cx.word(label), lines: vec![vec![line]] };
        let worded = |both: &rulebook::Both| cx.plain(cx.zh_or_en(&both.zh, &both.en));
        let asked = entry.map(|e| fact("explain_rule", worded(&e.what)));
        let law = entry.and_then(|e| e.law.as_ref()).map(|law| fact("explain_law", cx.plain(cx.law(law))));
        let facts = asked.into_iter().chain([fact("explain_answer", cx.text(&answer.text))]).chain(law).collect();
        let title = entry.map_or_else(|| cx.plain(answer.rule.clone()), |e| worded(&e.title));
        let mut tag = if entry.is_some() { answer.rule.clone() } else { String::new() };
        // An explanation that lifts a single number says which.
        if let Some(number) = answer.at.as_ref().filter(|at| at.starts_with(|c: char| c.is_ascii_digit())) {
            tag = format!("{tag} {number}").trim_start().to_owned();
        }
        Step { id: String::new(), state: "plain", tag, title: vec![title], facts }
    };
    let steps = page_cx.record(index).envelope.explain.iter().map(step).collect();
    Section { id: "explain", title: page_cx.word("explanation"), blocks: vec![Block::Steps { steps }], repeats: false }
}
