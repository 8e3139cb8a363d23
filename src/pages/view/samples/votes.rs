//! A sample decision with its vote.
//!
//! In: a language. Out: a [`Decision`] with every part that a vote has. Always: the figures are those of one fictional meeting.

use super::{L, fact, tag, text};
use crate::record::view::{BarPart, Decision, Vote, chart};

/// One part of a bar, in Chinese and English.
pub(super) fn part(l: L, stroke: &'static str, [zh, en]: [&str; 2], n: &str, percent: &str) -> BarPart {
    BarPart { stroke, label: l.say(zh, en), text: n.into(), percent: percent.into() }
}

pub(super) fn decision(l: L) -> Decision {
    let votes = |zh: &str, en: &str| Vote {
        label: l.say(zh, en),
        svg: chart::parts(&[("a", 784), ("b", 147), ("c", 69)], &[("m", 667)]),
        turnout: String::new(),
        mark: l.say("需要三分之二", "needed: two thirds"),
        parts: vec![
            part(l, "a", ["赞成", "for"], "480", "78.4"),
            part(l, "b", ["反对", "against"], "90", "14.7"),
            part(l, "c", ["弃权", "abstained"], "42", "6.9"),
        ],
    };
    Decision {
        id: "agenda-plan".into(),
        no: "1".into(),
        title: vec![text(l.say("地面停车位改造方案", "Plan for the parking spaces"))],
        outcome: Some(tag("done", l.say("通过", "adopted"))),
        text: vec![text(l.say("同意按第二版方案实施。", "The second version is to be carried out."))],
        facts: vec![fact(l.say("事项", "Matter"), vec![text(l.say("改变共有部分用途", "Changed use of common parts"))])],
        short: String::new(),
        votes: vec![votes("按人数", "Persons"), votes("按面积（m²）", "Area (m²)")],
        ballot: None,
        tests: vec![fact(
            l.say("参加", "Taking part"),
            vec![text(l.say("需要三分之二以上，实到 71.5%", "Needs two thirds; there was 71.5%"))],
        )],
        notes: vec![l.say("所列数字：参加表决 612 人，赞成 480 人。", "By the figures given: 612 voted, 480 in favor.")],
    }
}
