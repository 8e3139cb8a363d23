//! Text made safe for a terminal: the content of a file must not control the screen, and a caret
//! must be under the character that it marks.
//!
//! In: source lines and messages, possibly hostile. Out: text without control, bidirectional and
//! invisible characters (shown as `\u{202e}`), cut to a width in cells, with the marks adjusted.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

/// Marks a cut in a long line. ASCII, because an ellipsis is two cells wide on some consoles
/// and would shift the caret.
const CUT: &str = "...";

/// A line as shown, and the marks as byte ranges of it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub text: String,
    pub marks: Vec<Range<usize>>,
}

/// Shows a line in at most `width` cells, cut around the first mark.
///
/// Work and memory depend on the width, not on the length of the line. A mark outside the window is moved to
/// its end.
pub(super) fn excerpt(line: &str, marks: &[Range<usize>], width: usize) -> Excerpt {
    let width = width.max(20);
    let window = window(line, marks.first().cloned().unwrap_or(0..0), width);
    let mut text = String::new();
    if window.start > 0 {
        text.push_str(CUT);
    }
    let mut places = Vec::new();
    for (i, c) in line[window.clone()].char_indices() {
        places.push((window.start + i, text.len()));
        push(&mut text, c);
    }
    let end = text.len();
    if window.end < line.len() {
        text.push_str(CUT);
    }
    let place = |offset: usize| {
        let i = places.partition_point(|&(from, _)| from < offset);
        places.get(i).map_or(end, |&(_, to)| to)
    };
    let marks = marks.iter().map(|m| place(m.start)..place(m.end.max(m.start))).collect();
    Excerpt { text, marks }
}

/// The part of the line that is shown.
fn window(line: &str, focus: Range<usize>, width: usize) -> Range<usize> {
    if take(line.chars(), width).1 {
        return 0..line.len();
    }
    let width = width - 2 * CUT.len();
    let floor = floor(line, focus.start);
    let before = take(line[..floor].chars().rev(), width / 3).0;
    let after = take(line[floor - before..].chars(), width).0;
    let mut window = floor - before..floor - before + after;
    if window.end == line.len() {
        window.start = line.len() - take(line.chars().rev(), width).0;
    }
    window
}

/// How many bytes of the characters fit into `width` cells, and whether all fit.
fn take(chars: impl Iterator<Item = char>, width: usize) -> (usize, bool) {
    let (mut bytes, mut cells) = (0, 0);
    for c in chars {
        cells += cells_of(c);
        if cells > width {
            return (bytes, false);
        }
        bytes += c.len_utf8();
    }
    (bytes, true)
}

fn floor(line: &str, offset: usize) -> usize {
    let mut offset = offset.min(line.len());
    while !line.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// A message with arguments from a file, on one line. The isolating marks that
/// a catalogue puts around arguments are removed.
pub fn one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2068}' | '\u{2069}' => {}
            '\n' => out.push_str("\\n"),
            c => push(&mut out, c),
        }
    }
    out
}

/// Like `words`, with line breaks kept.
pub(super) fn lines(text: &str) -> String {
    text.lines().map(one_line).collect::<Vec<_>>().join("\n")
}

fn push(out: &mut String, c: char) {
    match c {
        '\t' => out.push_str("    "),
        c if is_hidden(c) => out.extend(c.escape_unicode()),
        c => out.push(c),
    }
}

/// The width of a text in terminal cells.
pub fn cells(text: &str) -> usize {
    text.chars().map(cells_of).sum()
}

fn cells_of(c: char) -> usize {
    match c {
        '\t' => 4,
        c if is_hidden(c) => c.escape_unicode().count(),
        c => c.width().unwrap_or(0),
    }
}

/// Characters that control a terminal, change the reading order or are invisible.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{FDD0}'..='\u{FDEF}' | '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
#[expect(clippy::single_range_in_vec_init, reason = "one mark is the usual case")]
mod tests {
    use super::*;

    #[test]
    fn a_short_line_stays_as_it_is() {
        let got = excerpt("标题: 停水", &[8..14], 40);
        assert_eq!(got, Excerpt { text: "标题: 停水".into(), marks: vec![8..14] });
    }

    #[test]
    fn a_long_line_is_cut_around_its_mark() {
        let line = format!("{}错{}", "前".repeat(500), "后".repeat(500));
        let got = excerpt(&line, &[1500..1503], 40);
        assert_eq!(&got.text[got.marks[0].clone()], "错");
        assert!(got.text.starts_with("...前") && got.text.ends_with("后..."), "{}", got.text);
        assert!(cells(&got.text) <= 40, "{}", got.text);
    }

    #[test]
    fn a_mark_at_the_end_of_a_long_line_is_shown() {
        let line = format!("{}错", "前".repeat(500));
        let got = excerpt(&line, &[1500..1503], 40);
        assert!(got.text.starts_with("...前") && got.text.ends_with("前错"), "{}", got.text);
        assert_eq!(&got.text[got.marks[0].clone()], "错");
    }

    #[test]
    fn hostile_characters_are_shown_not_sent() {
        let got = excerpt("a\u{1b}[2J\u{202e}b\tc", &[1..2], 80);
        assert_eq!(got.text, "a\\u{1b}[2J\\u{202e}b    c");
        assert_eq!(&got.text[got.marks[0].clone()], "\\u{1b}");
        assert_eq!(one_line("未知的键 \u{2068}a\u{7}\nb\u{2069}"), "未知的键 a\\u{7}\\nb");
    }

    #[test]
    fn a_mark_inside_a_character_or_past_the_end_does_no_harm() {
        assert_eq!(excerpt("停水", &[1..99], 40).marks, vec![3..6]);
        assert_eq!(excerpt("", &[0..0], 40).marks, vec![0..0]);
        let long = "停".repeat(100);
        assert_eq!(excerpt(&long, &[9999..9999], 40).marks.len(), 1);
    }
}
