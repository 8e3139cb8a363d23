//! COM-19: a percentage agrees with the counts beside it.
//!
//! In: a text. Out: a warning at a percentage that is a little off the ratio of two counts of its sentence. Always:
//! exact arithmetic; a percentage that any pair of counts explains is right, and one that no pair comes near to
//! speaks of something else; `约`, `over` and the like make no promise. Two numbers about a stroke are a ratio only where the
//! percentage stands right beside them: elsewhere they are a date, a range, a score, a number of a list.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Arg, Diagnostic};
use crate::source::{Source, Span};
use crate::value::figures::{Figure, figures};

/// Counts before a percentage that may belong to it.
const NEAR: usize = 6;
/// Of fewer than so many a percentage says little, and near misses are chance.
const FEWEST: u64 = 20;
/// What goes on longer without an end, in bytes, is no sentence.
const LONGEST: usize = 2000;

/// Everything in one text.
pub(super) fn check(source: &Arc<Source>, findings: &mut Vec<Diagnostic>) {
    let text = &source.text;
    let mut from = 0;
    // Sentences without a percent sign are not read.
    while let Some(found) = next_sign(text, from) {
        let start = text[from..found].rfind(is_end).map_or(from, |i| from + i);
        let end = text[found..].find(is_end).map_or(text.len(), |i| found + i);
        if end - start <= LONGEST {
            sentence(source, start..end, findings);
        }
        from = end;
    }
}

/// Where the next percent sign stands, of either width.
fn next_sign(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find(|&at| bytes[at] == b'%' || (bytes[at] == 0xEF && bytes[at..].starts_with("％".as_bytes())))
}

fn is_end(c: char) -> bool {
    matches!(c, '。' | '\n' | '；' | ';' | '！' | '？' | '|')
}

/// A percentage as written: hundredths of its last digit are exact.
struct Percentage {
    digits: u64,
    places: u32,
}

fn sentence(source: &Arc<Source>, range: Range<usize>, findings: &mut Vec<Diagnostic>) {
    let text = &source.text[range.clone()];
    let all = figures(text);
    let is_percent = |f: &Figure| text[f.range.end..].trim_start_matches(' ').starts_with(['%', '％']);
    let counts: Vec<&Figure> = all.iter().filter(|f| !is_percent(f) && is_count(f, text)).collect();
    for figure in all.iter().filter(|f| !f.soft && is_percent(f)) {
        if hedged(text, figure) {
            continue;
        }
        let Some(stated) = percentage(&text[figure.range.clone()]) else { continue };
        let before = counts.iter().filter(|c| c.range.end <= figure.range.start).rev().take(NEAR);
        let after = counts.iter().filter(|c| c.range.start >= figure.range.end).take(2);
        let near: Vec<&Figure> = before.chain(after).copied().collect();
        let mut pairs: Vec<(u64, u64, bool)> = Vec::new();
        for part in &near {
            for whole in &near {
                let (Some(a), Some(b)) = (part.value.as_whole(), whole.value.as_whole()) else { continue };
                if a <= b && b > 0 && part.range != whole.range {
                    pairs.push((a, b, belong(text, part, whole, figure)));
                }
            }
        }
        if pairs.iter().any(|(a, b, _)| stated.is(*a, *b)) {
            continue;
        }
        let off = pairs.iter().find(|(a, b, belong)| *belong && *b >= FEWEST && stated.is_within_a_point(*a, *b));
        if let Some((a, b, _)) = off {
            let span = Span::new(source, range.start + figure.range.start..range.start + figure.range.end);
            let figures = [("stated", stated.text()), ("computed", stated.of(*a, *b).text())];
            let mut finding = Diagnostic::warning_at("COM-19", "com-19-percent", span);
            for (name, value) in figures {
                finding = finding.arg(name, Arg::Figure(value));
            }
            findings.push(finding.arg("part", *a).arg("whole", *b));
        }
    }
}

/// A whole number that counts something: no date, no money, no number of a document.
fn is_count(figure: &Figure, text: &str) -> bool {
    let (before, after) = (&text[..figure.range.start], text[figure.range.end..].trim_start_matches(' '));
    let other = ["年", "月", "日", "号", "元", "万元", "点", "时", "分", "届", "期", "楼", "栋", "第"];
    !figure.soft
        && figure.value.as_whole().is_some()
        && !before.ends_with(['-', '.', '第', '¥', '￥', '$'])
        && !after.starts_with(['-', '–'])
        && !other.iter().any(|w| after.starts_with(w))
}

/// Whether two counts are said of each other: `773/1274`, `109 of 202`, the same unit, the percentage beside.
fn belong(text: &str, part: &Figure, whole: &Figure, percent: &Figure) -> bool {
    let (first, second) = if part.range.start < whole.range.start { (part, whole) } else { (whole, part) };
    let between = text[first.range.end..second.range.start].trim();
    let beside = if second.range.end <= percent.range.start {
        text.get(second.range.end..percent.range.start)
    } else {
        // Behind the sign.
        text.get(percent.range.end..first.range.start).map(|words| words.trim_start_matches([' ', '%', '％']))
    };
    if matches!(between, "/" | "／") {
        let is_alone = !text[..first.range.start].ends_with(['/', '／']) && !text[second.range.end..].starts_with(['/', '／']);
        return first.range == part.range && is_alone && beside.is_some_and(is_right_beside);
    }
    if matches!(between, "of" | "out of" | "of the") {
        return first.range == part.range && beside.is_some_and(is_one_clause);
    }
    let unit = |f: &Figure| text[f.range.end..].trim_start_matches(' ').chars().next().filter(|c| !c.is_ascii() && c.is_alphabetic());
    let last = part.range.end.max(whole.range.end).min(percent.range.start);
    let words = text.get(last..percent.range.start).unwrap_or("");
    let said = ["占", "为", "达", "率", "比例", "即", "（", "("].iter().any(|w| words.contains(w));
    unit(part).is_some() && unit(part) == unit(whole) && said && words.chars().count() <= 12 && whole.range.end <= percent.range.start
}

/// Nothing but signs and a word for "that is" stands between two counts and their percentage; a unit may follow the counts.
fn is_right_beside(words: &str) -> bool {
    let words = words.trim_matches(|c: char| c.is_whitespace() || "（(）)，,：:=＝≈—–-、[]".contains(c));
    let rest = words.trim_start_matches(['户', '人', '票', '份', '名', '个']).trim_start_matches(['，', ',', '（', '(', ' ']);
    matches!(rest, "" | "即" | "占" | "为" | "达" | "率" | "到会率" | "参与率" | "同意率" | "or" | "i.e." | "that is")
}

/// The percentage follows in the same clause, or in brackets behind it.
fn is_one_clause(words: &str) -> bool {
    words.chars().count() <= LONGEST_CLAUSE
        && !words.contains([';', '/'])
        && !words.contains(". ")
        && !words.contains(|c: char| c.is_ascii_digit())
}

/// Characters between `109 of 202` and its percentage.
const LONGEST_CLAUSE: usize = 40;

/// A number that is said to be about so much.
fn hedged(text: &str, figure: &Figure) -> bool {
    let before = text[..figure.range.start].trim_end().trim_end_matches(['占', '为', '达']).to_lowercase();
    let after = text[figure.range.end..].trim_start_matches([' ', '%', '％']);
    let vague =
        ["约", "近", "超过", "超", "不足", "不到", "大约", "左右", "about", "over", "nearly", "almost", "around", "some", "under", "than"];
    vague.iter().any(|w| before.ends_with(w)) || ["以上", "左右", "以下", "多", "的"].iter().any(|w| after.starts_with(w))
}

fn percentage(written: &str) -> Option<Percentage> {
    let (whole, fraction) = written.split_once(['.', '．']).unwrap_or((written, ""));
    let number =
        |s: &str| s.chars().filter_map(|c| crate::value::half_width(&c.to_string()).parse::<u64>().ok()).fold(0, |n, d| n * 10 + d);
    let places = fraction.chars().count() as u32;
    (places <= 4 && whole.chars().count() <= 3)
        .then(|| Percentage { digits: number(whole) * 10_u64.pow(places) + number(fraction), places })
}

impl Percentage {
    /// The ratio of two counts at the same precision, rounded half up.
    fn of(&self, a: u64, b: u64) -> Self {
        let scale = 100 * 10_u128.pow(self.places);
        let digits = (u128::from(a) * scale * 2 + u128::from(b)) / (u128::from(b) * 2);
        Self { digits: digits as u64, places: self.places }
    }

    /// Twice the distance to the exact ratio, in the last digit times the whole.
    fn distance(&self, a: u64, b: u64) -> u128 {
        let scale = 100 * 10_u128.pow(self.places);
        (u128::from(a) * scale).abs_diff(u128::from(self.digits) * u128::from(b)) * 2
    }

    /// Right to half of its last digit.
    fn is(&self, a: u64, b: u64) -> bool {
        self.distance(a, b) <= u128::from(b)
    }

    fn is_within_a_point(&self, a: u64, b: u64) -> bool {
        self.distance(a, b) <= 2 * u128::from(b) * 10_u128.pow(self.places)
    }

    fn text(&self) -> String {
        let scale = 10_u64.pow(self.places);
        match self.places {
            0 => self.digits.to_string(),
            places => format!("{}.{:0width$}", self.digits / scale, self.digits % scale, width = places as usize),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_a_little_off_its_counts_is_told_and_everything_else_is_not() {
        for (text, expected) in [
            ("1,274人，其中党员773人，占60.66%", "60.66→60.68"),
            ("1,274人，其中党员773人，占60.68%", ""),
            ("到会 773/1274（60.66%）", "60.66→60.68"),
            ("773 of 1,274 (60.66 %) took part", "60.66→60.68"),
            ("773 of 1,274 took part, 60.68 per cent", ""),
            ("109 of 202 homes agreed, 54.5%", "54.5→54.0"),
            ("54.5% (109 of 202) agreed", "54.5→54.0"),
            ("到会 773/1274 户，60.66%", "60.66→60.68"),
            ("On 10/28 the works stood at 35.2%", ""),
            ("From 8/21 on, occupancy rose to 38.5%", ""),
            ("10/28/2026 (35.2%)", ""),
            ("Score 92/100, satisfaction 92.4%", ""),
            ("第 3/24 号楼，完成 12.9%", ""),
            ("Item 5 of 24 was closed. Progress is 20.4%", ""),
            ("10/28 (35.2%)", "35.2→35.7"),
            ("202 户中 109 户同意，占 54.0%", ""),
            ("202 户中 109 户同意，占 54.5%", "54.5→54.0"),
            ("49+31=80，24+56=80，参与率 80%", ""),
            ("发放 138 份，收回 111 份，要求不低于 80%", ""),
            ("同意 49 户（61%），反对 31 户（39%），共 80 户", ""),
            ("共 856 户，685 户同意，约占 79.5%", ""),
            ("2026年6月18日，完成 60%", ""),
            ("收入 500 元，比上年 505 元减少 1%", ""),
            ("１２７４人，党员７７３人，占６０．６６％", "60.66→60.68"),
            ("100%", ""),
        ] {
            let mut found = Vec::new();
            check(&Source::new("a.md", text), &mut found);
            let shown = |d: &Diagnostic| {
                let figure = |name| if let Some(Arg::Figure(f)) = d.args.get(name) { f.clone() } else { String::new() };
                format!("{}→{}", figure("stated"), figure("computed"))
            };
            assert_eq!(found.iter().map(shown).collect::<Vec<_>>().join(", "), expected, "{text}");
        }
    }
}
