//! Public answers to findings, as the page of a record shows them.
//!
//! In: the `explain` entries of a record. Out: a section: the rule in plain words, the answer, the article. Always: the rule
//! book speaks Chinese and English; other languages are lent the one or the other, and say so.

use crate::record::envelope::Explanation;
use crate::record::view::{Block, Fact, Section, Step};
use crate::relate::Index;
use crate::rulebook;

use super::Desk;

impl Desk<'_> {
    /// One step an answer: title and code of the rule, what it asks, what is answered, on what it rests.
    pub(super) fn explanations(&self, index: Index) -> Section {
        let cx = self.cx(index);
        let one = |answer: &Explanation| {
            let entry = rulebook::find(&answer.rule);
            let fact = |label: &str, line| Fact { label: self.word(label), lines: vec![vec![line]] };
            let said = |both: &rulebook::Both| cx.plain(cx.zh_or_en(&both.zh, &both.en));
            let asked = entry.map(|e| fact("explain_rule", said(&e.what)));
            let law = entry.and_then(|e| e.law.as_ref()).map(|law| fact("explain_law", cx.plain(cx.law(law))));
            let facts = asked.into_iter().chain([fact("explain_answer", cx.text(&answer.text))]).chain(law).collect();
            let title = entry.map_or_else(|| cx.plain(answer.rule.clone()), |e| said(&e.title));
            let mut tag = if entry.is_some() { answer.rule.clone() } else { String::new() };
            // An answer about a number says which.
            if let Some(number) = answer.at.as_ref().filter(|at| at.starts_with(|c: char| c.is_ascii_digit())) {
                tag = format!("{tag} {number}").trim_start().to_owned();
            }
            Step { id: String::new(), state: "plain", tag, title: vec![title], facts }
        };
        let steps = self.peek(index).envelope.explain.iter().map(one).collect();
        Section { id: "explain", title: self.word("explanation"), blocks: vec![Block::Steps { steps }] }
    }
}
