//! Drawings from figures: bars, time lines, balances, as SVG made at build time.
//!
//! In: whole numbers and words. Out: SVG, escaped, for a page to place whole. Always: the same figures give the same
//! bytes (no floats); nothing is told by color alone: strokes differ in pattern or shape, and the figures stand beside
//! in words. Classes carry the look (`board.css`): `a` solid, `b` striped, `c` dotted; `p` planned, `d` done, `f` expected.

use std::fmt::Write as _;

use super::html::escape;

/// The length of a strip, in its own units.
const WHOLE: i64 = 1000;

/// `part` of `whole` in units of a strip, kept inside it.
pub fn units(part: i64, whole: i64) -> i64 {
    if whole <= 0 {
        return 0;
    }
    let units = (i128::from(part) * i128::from(WHOLE) * 2 + i128::from(whole)) / (i128::from(whole) * 2);
    i64::try_from(units).unwrap_or(WHOLE).clamp(0, WHOLE)
}

/// Strokes of constant thickness on a strip that is as long as there is room.
#[derive(Debug, Default)]
pub struct Strip {
    paths: String,
}

impl Strip {
    /// A strip `lines` strokes high.
    fn finish(self, class: &str, height: i64) -> String {
        let mut svg = format!("<svg class=\"strip{class}\" viewBox=\"0 0 {WHOLE} {height}\" preserveAspectRatio=\"none\"");
        svg.push_str(" aria-hidden=\"true\" focusable=\"false\">");
        svg.push_str(&self.paths);
        svg.push_str("</svg>");
        svg
    }

    fn path(&mut self, class: &str, d: std::fmt::Arguments<'_>) {
        let _ = write!(self.paths, "<path class=\"{class}\" d=\"{d}\"/>");
    }
}

/// One bar under another: each class with its length in units.
pub fn bars(bars: &[(&str, i64)]) -> String {
    let mut strip = Strip::default();
    for (at, (class, length)) in (0i64..).zip(bars).filter(|(_, (_, length))| *length > 0) {
        strip.path(class, format_args!("M0 {}H{length}", at * 10 + 5));
    }
    let class = if bars.len() > 1 { " two" } else { "" };
    strip.finish(class, 10 * (bars.len() as i64).max(1))
}

/// One bar of several parts, with marks where the shares needed lie; each part and mark by the class of its stroke.
pub fn parts(parts: &[(&str, i64)], marks: &[(&str, i64)]) -> String {
    let mut strip = Strip::default();
    // The whole is outlined, so that what the parts leave open is seen.
    strip.path("g", format_args!("M0 4H{WHOLE}V16H0Z"));
    let mut from = 0;
    for (class, length) in parts {
        // The last one may be short of a unit by rounding.
        let to = (from + length).min(WHOLE);
        if to > from {
            strip.path(class, format_args!("M{from} 10H{to}"));
        }
        from = to;
    }
    for (class, at) in marks {
        strip.path(class, format_args!("M{at} 0V20"));
    }
    strip.finish(" parts", 20)
}

/// When something was planned, is expected, was done: in units of the whole time.
#[derive(Debug, Clone, Copy, Default)]
pub struct Dates {
    pub planned: i64,
    pub expected: Option<i64>,
    pub done: Option<i64>,
}

/// One line of a time line, with fine rules at `ticks`.
pub fn dates(dates: Dates, ticks: &[i64]) -> String {
    let mut strip = Strip::default();
    if !ticks.is_empty() {
        let rules: String = ticks.iter().map(|at| format!("M{at} 0V20")).collect();
        strip.path("g", format_args!("{rules}"));
    }
    let Dates { planned, expected, done } = dates;
    match (done, expected) {
        (Some(done), _) if done != planned => strip.path("k", format_args!("M{planned} 10H{done}")),
        (None, Some(expected)) if expected != planned => strip.path("w", format_args!("M{planned} 10H{expected}")),
        _ => {}
    }
    strip.path("p", format_args!("M{planned} 2V18"));
    match (done, expected) {
        (Some(at), _) => strip.path("d", format_args!("M{at} 10h0")),
        (None, Some(at)) => {
            strip.path("f", format_args!("M{at} 10h0"));
            strip.path("o", format_args!("M{at} 10h0"));
        }
        (None, None) => {}
    }
    strip.finish(" dates", 20)
}

/// The stroke of one class by itself, for a key.
pub fn key(class: &str) -> String {
    let d = match class {
        "p" => "M12 2V18",
        "d" | "f" | "o" => "M12 10h0",
        "m" => "M12 0V20",
        _ => "M0 10H24",
    };
    let ring = if class == "f" { format!("<path class=\"o\" d=\"{d}\"/>") } else { String::new() };
    format!(
        "<svg class=\"strip key\" viewBox=\"0 0 24 20\" aria-hidden=\"true\" focusable=\"false\"><path class=\"{class}\" d=\"{d}\"/>{ring}</svg>"
    )
}

/// One column of a chart of balances.
#[derive(Debug, Clone)]
pub struct Column {
    /// Under the axis, in two lines.
    pub label: String,
    pub year: String,
    /// In hundredths.
    pub value: i64,
}

// A phone's width of text; CSS sets the size of letters for wider screens.
const WIDTH: i64 = 360;
const TOP: i64 = 14;
const PLOT: i64 = 130;
const HEIGHT: i64 = TOP + PLOT + 50;
/// What a label under the axis needs, and a digit of the scale.
const LABEL: i64 = 68;
const DIGIT: i64 = 9;

/// Balances as columns from zero, the last one being the page's own. `scale` words a whole number of the currency.
pub fn columns(columns: &[Column], said: &str, scale: &dyn Fn(i64) -> String) -> String {
    let highest = columns.iter().map(|c| c.value).max().unwrap_or(0).max(0);
    let lowest = columns.iter().map(|c| c.value).min().unwrap_or(0).min(0);
    let step = step(highest - lowest);
    let (top, bottom) = (-(-highest).div_euclid(step), lowest.div_euclid(step));
    let rules: Vec<(i64, String)> = (bottom..=top).map(|n| (n * step, scale(n * step / 100))).collect();
    let left = rules.iter().map(|(_, text)| text.chars().count() as i64).max().unwrap_or(0) * DIGIT + 8;
    let height = |value: i64| TOP + PLOT - scaled(value - bottom * step, (top - bottom).max(1) * step, PLOT);
    let mut svg = format!("<svg class=\"columns-chart\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" focusable=\"false\" aria-label=\"");
    escape(&mut svg, said);
    svg.push_str("\">");
    for (value, text) in &rules {
        let (y, class) = (height(*value), if *value == 0 { "axis" } else { "g" });
        let _ = write!(svg, "<path class=\"{class}\" d=\"M{left} {y}H{WIDTH}\"/><text class=\"e\" x=\"{}\" y=\"{}\">", left - 6, y + 5);
        escape(&mut svg, text);
        svg.push_str("</text>");
    }
    let room = WIDTH - left;
    let n = columns.len().max(1) as i64;
    let wide = (room * 6 / (n * 10)).clamp(4, 44);
    // Every so many labels, counted back from the page's own period.
    let every = (n * LABEL).div_euclid(room) + 1;
    for (at, column) in (0i64..).zip(columns) {
        let middle = left + (room * (2 * at + 1)) / (2 * n);
        let (y, zero) = (height(column.value), height(0));
        let own = at == n - 1;
        let class = if own { "own" } else { "past" };
        let (from, tall) = if y < zero { (y, zero - y) } else { (zero, (y - zero).max(1)) };
        let _ = write!(svg, "<rect class=\"{class}\" x=\"{}\" y=\"{from}\" width=\"{wide}\" height=\"{tall}\"/>", middle - wide / 2);
        if (n - 1 - at) % every != 0 {
            continue;
        }
        // Where letters are set large, every other label steps back.
        let less = if ((n - 1 - at) / every) % 2 == 1 { " less" } else { "" };
        let class = if own { "m own" } else { "m" };
        for (line, text) in [(22, &*column.label), (42, &*column.year)] {
            if !text.is_empty() {
                let x = middle.min(WIDTH - 34);
                let _ = write!(svg, "<text class=\"{class}{less}\" x=\"{x}\" y=\"{}\">", TOP + PLOT + line);
                escape(&mut svg, text);
                svg.push_str("</text>");
            }
        }
    }
    svg.push_str("</svg>");
    svg
}

fn scaled(part: i64, whole: i64, to: i64) -> i64 {
    i64::try_from(i128::from(part) * i128::from(to) / i128::from(whole.max(1))).unwrap_or(to)
}

/// A round step (1, 2 or 5 of a power of ten, in whole units of the currency) that parts a range into two to four.
fn step(range: i64) -> i64 {
    let mut unit = 100i64;
    loop {
        for factor in [1, 2, 5] {
            let step = unit.saturating_mul(factor);
            if range / step < 4 || step == i64::MAX {
                return step;
            }
        }
        unit = unit.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_has_few_round_steps() {
        for (range, expected) in [
            (0, 100),
            (399, 100),
            (400, 200),
            (13_536_000, 5_000_000),
            (2_770_300, 1_000_000),
            (310_521_680, 100_000_000),
            (i64::MAX, 5_000_000_000_000_000_000),
        ] {
            let step = step(range);
            assert_eq!(step, expected, "{range}");
            assert!(range / step < 4, "{range}: {step}");
        }
    }

    #[test]
    fn what_is_left_of_a_vote_never_leaves_the_bar() {
        let svg = parts(&[("a", 784), ("b", 147), ("c", 70)], &[("m", 750)]);
        assert!(svg.contains("M931 10H1000") && svg.contains("class=\"m\" d=\"M750 0V20\""), "{svg}");
        assert_eq!((units(3, 0), units(-5, 10), units(20, 10), units(1, 3)), (0, 0, 1000, 333));
    }

    #[test]
    fn labels_are_thinned_and_the_last_one_stays() {
        let many: Vec<Column> =
            (1..=13).map(|n| Column { label: format!("{n}月"), year: "2026".to_owned(), value: n * 1_000_000 }).collect();
        let svg = columns(&many, "a < b", &|n| n.to_string());
        assert!(svg.contains("13月") && !svg.contains(">12月"), "{svg}");
        assert!(svg.contains("aria-label=\"a &lt; b\"") && svg.matches("<rect").count() == 13);
    }

    #[test]
    fn debts_hang_below_the_axis() {
        let two = [("1月", 50_000), ("2月", -20_000)].map(|(l, value)| Column { label: l.to_owned(), year: String::new(), value });
        let svg = columns(&two, "", &|n| n.to_string());
        assert!(svg.contains(">-200<") && svg.contains("class=\"axis\""), "{svg}");
    }
}
