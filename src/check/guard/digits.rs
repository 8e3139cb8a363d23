//! Digits as readers see them, however they are written.
//!
//! In: a text of the site, Markdown, YAML or plain. Out: regions: groups of digits that readers would put together, with what
//! stands between them. Always: digits of any width and script count, written as themselves, as entity, as percent sign or as
//! escape; what nobody sees joins, what people put between digits separates; a region ends where words or cells begin; linear
//! in the text.

use std::ops::Range;

/// What stands between two groups of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing that a reader sees: the groups are one.
    Join,
    /// One sign as people put it between digits.
    Plain,
    /// One sign that comes by copying from elsewhere.
    Odd,
    /// Several signs, a comma of Chinese, a line break that was asked for.
    Wide,
    /// The end of a line.
    Line,
}

/// Digits that belong together.
#[derive(Debug, Clone)]
pub(super) struct Group {
    pub start: usize,
    pub end: usize,
    /// ASCII digits, and a final `X`.
    pub digits: Vec<u8>,
    /// What stands before it; of no meaning for the first.
    pub gap: Gap,
}

/// How a text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Sentences: line ends and commas may stand within a number.
    Running,
    /// Cells between commas, tabs and line ends.
    Cells,
}

/// What lies between two digits of one number, in bytes; longer tags are no slip of the hand.
const LONGEST_GAP: usize = 128;

/// Chinese digits of a number stand without gaps, this many bytes at least: looking at every so manieth finds one of them.
pub(super) const HAN_STEP: usize = 30;

/// The digit that begins at a byte, and its length; Chinese digits only where asked for.
fn digit_at(text: &str, at: usize, han: bool) -> Option<(u8, usize)> {
    let bytes = text.as_bytes();
    match *bytes.get(at)? {
        d @ b'0'..=b'9' => (!han).then_some((d, 1)),
        b'&' | b'%' | b'\\' => {
            let (c, length) = written(text, at)?;
            Some((digit(c)?, length))
        }
        0..0x80 => None,
        _ => {
            let c = text[at..].chars().next()?;
            let digit = if han { han_digit(c) } else { digit(c) };
            Some((digit?, c.len_utf8()))
        }
    }
}

/// Where the digit really begins whose code an ASCII digit is part of: `&#52;`, `%34`, `\x34`, `\u0034`.
fn beginning(text: &str, at: usize) -> usize {
    let bytes = &text.as_bytes()[..at];
    let back = match bytes {
        [.., b'%'] => 1,
        [.., b'&', b'#'] | [.., b'\\', b'x' | b'u' | b'U'] => 2,
        [.., b'&', b'#', b'x' | b'X'] => 3,
        _ => return at,
    };
    if digit_at(text, at - back, false).is_some() { at - back } else { at }
}

/// The sign that is written as entity, percent sign or escape, and how long that is.
pub(super) fn written(text: &str, at: usize) -> Option<(char, usize)> {
    let rest = &text.as_bytes()[at..];
    let number = |from: usize, most: usize, radix: u32| {
        let digits = rest[from.min(rest.len())..].iter().take(most).take_while(|b| char::from(**b).is_digit(radix)).count();
        let value = std::str::from_utf8(&rest[from.min(rest.len())..][..digits]).ok().and_then(|t| u32::from_str_radix(t, radix).ok());
        Some((char::from_u32(value?)?, from + digits))
    };
    match rest {
        [b'&', b'#', b'x' | b'X', ..] | [b'&', b'#', ..] => {
            let is_hex = matches!(rest[2..].first(), Some(b'x' | b'X'));
            let (c, end) = if is_hex { number(3, 8, 16)? } else { number(2, 8, 10)? };
            Some((c, end + usize::from(rest.get(end) == Some(&b';'))))
        }
        [b'&', ..] => NAMED.iter().find(|(name, _)| rest[1..].starts_with(name.as_bytes())).map(|(name, c)| (*c, name.len() + 1)),
        [b'%', ..] => number(1, 2, 16).filter(|(c, length)| *length == 3 && c.is_ascii()),
        [b'\\', b'x', ..] => number(2, 2, 16).filter(|(_, length)| *length == 4),
        [b'\\', b'u', ..] => number(2, 4, 16).filter(|(_, length)| *length == 6),
        [b'\\', b'U', ..] => number(2, 8, 16).filter(|(_, length)| *length == 10),
        _ => None,
    }
}

/// Entities that stand between digits.
const NAMED: &[(&str, char)] = &[
    ("nbsp;", '\u{A0}'),
    ("ensp;", '\u{2002}'),
    ("emsp;", '\u{2003}'),
    ("thinsp;", '\u{2009}'),
    ("hairsp;", '\u{200A}'),
    ("shy;", '\u{AD}'),
    ("zwj;", '\u{200D}'),
    ("zwnj;", '\u{200C}'),
    ("ZeroWidthSpace;", '\u{200B}'),
    ("NoBreak;", '\u{2060}'),
    ("lrm;", '\u{200E}'),
    ("rlm;", '\u{200F}'),
    ("hyphen;", '\u{2010}'),
    ("ndash;", '\u{2013}'),
    ("mdash;", '\u{2014}'),
    ("middot;", '\u{B7}'),
    ("sol;", '/'),
    ("period;", '.'),
    ("comma;", ','),
    ("Tab;", '\t'),
    ("NewLine;", '\n'),
];

/// The digit that a sign is in any of the scripts of the region, plain or in a circle (what NFKC makes of it).
fn digit(c: char) -> Option<u8> {
    const ZEROS: &[u32] = &[
        0x30, 0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x19D0, 0x1A80, 0x1A90, 0x2070, 0x2080,
        0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7E2, 0x1D7EC, 0x1D7F6, 0x1FBF0,
    ];
    const ONES: &[u32] = &[0x2460, 0x2474, 0x2488, 0x2776, 0x2780, 0x278A, 0x24F5];
    let code = u32::from(c);
    let from = |base: u32, first: u8, count: u32| (base..base + count).contains(&code).then(|| first + (code - base) as u8);
    match c {
        '¹' => Some(b'1'),
        '²' => Some(b'2'),
        '³' => Some(b'3'),
        '⓪' | '⓿' => Some(b'0'),
        // Letters that stand where the block of superscripts would have them.
        '\u{2071}'..='\u{2073}' => None,
        _ => ZEROS.iter().find_map(|z| from(*z, b'0', 10)).or_else(|| ONES.iter().find_map(|o| from(*o, b'1', 9))),
    }
}

/// The digit that a Chinese sign is.
pub(super) fn han_digit(c: char) -> Option<u8> {
    Some(match c {
        '〇' | '零' | '○' | '◯' => b'0',
        '一' | '壹' | '幺' => b'1',
        '二' | '贰' => b'2',
        '三' | '叁' => b'3',
        '四' | '肆' => b'4',
        '五' | '伍' => b'5',
        '六' | '陆' => b'6',
        '七' | '柒' => b'7',
        '八' | '捌' => b'8',
        '九' | '玖' => b'9',
        _ => return None,
    })
}

/// The length of a check character X, in any of the shapes that people find for it.
fn x_at(text: &str, at: usize) -> Option<usize> {
    let (c, length) = match text.as_bytes().get(at)? {
        b'&' | b'%' | b'\\' => written(text, at)?,
        _ => text[at..].chars().next().map(|c| (c, c.len_utf8()))?,
    };
    matches!(c, 'x' | 'X' | 'Ｘ' | 'ｘ' | 'Ⅹ' | 'ⅹ' | '×' | 'Х' | 'х' | 'Χ' | 'χ').then_some(length)
}

/// What stands between the digit that ends here and the next one, if that belongs to it.
fn gap_at(text: &str, from: usize, (layout, han): (Layout, bool)) -> Option<(usize, Gap)> {
    let (mut at, mut gap) = (from, Gap::Join);
    while at - from <= LONGEST_GAP {
        if at > from && digit_at(text, at, han).is_some() {
            return Some((at - from, gap));
        }
        let (mark, length) = mark_at(text, at, layout)?;
        gap = together(gap, mark)?;
        at += length;
    }
    None
}

/// Two marks beside each other; an empty line is no gap.
fn together(a: Gap, b: Gap) -> Option<Gap> {
    Some(match (a, b) {
        (Gap::Line, Gap::Line) => return None,
        (Gap::Join, other) | (other, Gap::Join) => other,
        (Gap::Wide, _) | (_, Gap::Wide) => Gap::Wide,
        (Gap::Line, _) | (_, Gap::Line) => Gap::Line,
        (Gap::Plain | Gap::Odd, Gap::Plain | Gap::Odd) => Gap::Wide,
    })
}

fn mark_at(text: &str, at: usize, layout: Layout) -> Option<(Gap, usize)> {
    let rest = &text.as_bytes()[at..];
    Some(match *rest.first()? {
        b',' | b'\n' | b'\t' if layout == Layout::Cells => return None,
        b' ' | b'-' | b'/' | b'.' | b',' => (Gap::Plain, 1),
        b'\n' => (Gap::Line, 1),
        b'\r' | b'`' => (Gap::Join, 1),
        b'\t' => {
            let (before, after) = (&text.as_bytes()[..at], &rest[1..]);
            let is_tab = |near: &mut dyn Iterator<Item = &u8>| near.take(LONGEST_GAP).take_while(|b| **b != b'\n').any(|b| *b == b'\t');
            let is_table = is_tab(&mut before.iter().rev()) || is_tab(&mut after.iter());
            return (!is_table).then_some((Gap::Wide, 1));
        }
        b'_' if rest.starts_with(b"__") => (Gap::Join, 2),
        b'_' => (Gap::Plain, 1),
        b'~' if rest.starts_with(b"~~") => (Gap::Join, 2),
        // Three stars hide something.
        b'*' => match rest.iter().take_while(|b| **b == b'*').count() {
            stars @ 1..=2 => (Gap::Join, stars),
            _ => return None,
        },
        b'\\' => match rest.get(1)? {
            b'\n' => (Gap::Wide, 2),
            b'\r' => (Gap::Wide, if rest.get(2) == Some(&b'\n') { 3 } else { 2 }),
            b't' => (Gap::Wide, 2),
            b'n' | b'N' | b'L' | b'P' => (Gap::Line, 2),
            b if b.is_ascii_punctuation() => (Gap::Odd, 2),
            _ => of_sign(written(text, at)?)?,
        },
        b'<' => tag(text, at)?,
        b'&' | b'%' => of_sign(written(text, at)?)?,
        0..0x80 => return None,
        _ => {
            let c = text[at..].chars().next()?;
            of_sign((c, c.len_utf8()))?
        }
    })
}

fn of_sign((c, length): (char, usize)) -> Option<(Gap, usize)> {
    let gap = match c {
        ' ' | '-' | '/' | '.' | ',' | '_' | '·' | '•' | '‧' | '・' | '⋅' | '∙' | '．' | '／' | '＿' | '⁄' | '∕' | '\u{3000}' => {
            Gap::Plain
        }
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => Gap::Odd,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => Gap::Odd,
        '，' | '、' | '﹐' | '､' | '،' | '\t' => Gap::Wide,
        '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Gap::Line,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => Gap::Join,
        '\u{2060}'..='\u{206F}' | '\u{20E3}' | '\u{300}'..='\u{36F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => Gap::Join,
        '\u{FFF9}'..='\u{FFFB}' | '\u{E0100}'..='\u{E01EF}' => Gap::Join,
        c if c.is_control() && c != '\r' => Gap::Join,
        _ => return None,
    };
    Some((gap, length))
}

/// A tag or comment of HTML between digits: most show nothing.
fn tag(text: &str, at: usize) -> Option<(Gap, usize)> {
    let rest = &text.as_bytes()[at..];
    let rest = &rest[..rest.len().min(LONGEST_GAP)];
    if rest.starts_with(b"<!--") {
        let end = rest[4..].windows(3).position(|w| w == b"-->")?;
        return Some((Gap::Join, end + 7));
    }
    let end = rest.iter().position(|b| *b == b'>')?;
    let inner = rest[1..end].strip_prefix(b"/").unwrap_or(&rest[1..end]);
    let length = inner.iter().take_while(|b| b.is_ascii_alphanumeric()).count();
    if length == 0 || inner.contains(&b'<') {
        return None;
    }
    let gap = match inner[..length].to_ascii_lowercase().as_slice() {
        b"td" | b"th" | b"tr" | b"table" => return None,
        b"br" => Gap::Wide,
        b"p" | b"div" | b"li" | b"ul" | b"ol" | b"dd" | b"dt" | b"hr" | b"blockquote" | b"section" | b"pre" => Gap::Line,
        _ => Gap::Join,
    };
    Some((gap, end + 1))
}

/// Where a region begins and ends, and how many digits are in it.
pub(super) struct Extent {
    pub start: usize,
    pub end: usize,
    pub digits: usize,
}

/// The region that an ASCII digit or a sign at this place begins, if there is one.
pub(super) fn extent(text: &str, at: usize, layout: Layout) -> Option<Extent> {
    let start = if text.as_bytes()[at].is_ascii() { beginning(text, at) } else { at };
    measure(text, start, (layout, false))
}

/// The same for Chinese digits around a place.
pub(super) fn han_extent(text: &str, at: usize, layout: Layout) -> Option<Extent> {
    let is_digit = |c: char| han_digit(c).is_some();
    let before = text[..at].trim_end_matches(is_digit);
    measure(text, before.len(), (layout, true))
}

fn measure(text: &str, start: usize, how: (Layout, bool)) -> Option<Extent> {
    let (mut end, mut digits) = (start, 0);
    loop {
        while let Some((_, length)) = digit_at(text, end, how.1) {
            end += length;
            digits += 1;
        }
        match gap_at(text, end, how).filter(|_| digits > 0) {
            Some((length, _)) => end += length,
            None => return (digits > 0).then_some(Extent { start, end, digits }),
        }
    }
}

/// The groups of a region; a check character X belongs to the last.
pub(super) fn groups(text: &str, region: &Extent, layout: Layout) -> Vec<Group> {
    let han = text[region.start..].chars().next().is_some_and(|c| han_digit(c).is_some());
    let mut groups: Vec<Group> = Vec::new();
    let (mut at, mut gap) = (region.start, Gap::Plain);
    loop {
        let start = at;
        let mut digits = Vec::new();
        while let Some((d, length)) = digit_at(text, at, han) {
            digits.push(d);
            at += length;
        }
        match groups.last_mut().filter(|_| gap == Gap::Join) {
            Some(last) => {
                last.digits.append(&mut digits);
                last.end = at;
            }
            None => groups.push(Group { start, end: at, digits, gap }),
        }
        let Some((length, next)) = gap_at(text, at, (layout, han)).filter(|_| at < region.end) else { break };
        (at, gap) = (at + length, next);
    }
    // Markup may stand between the last digit and its check character.
    let mut end = at;
    while let Some((Gap::Join, length)) = mark_at(text, end, layout).filter(|_| end - at < LONGEST_GAP) {
        end += length;
    }
    // It belongs to a number of exactly seventeen digits, with or without the prefix of the country.
    let sums = groups.iter().rev().scan(0, |sum, group| {
        *sum += group.digits.len();
        Some(*sum)
    });
    let is_long = sums.take_while(|sum| *sum <= 21).any(|sum| matches!(sum, 17 | 21));
    if let Some(last) = groups.last_mut().filter(|_| is_long)
        && let Some(end) = x_at(text, at).map(|x| at + x).or_else(|| x_at(text, end).map(|x| end + x))
    {
        last.digits.push(b'X');
        last.end = end;
    }
    groups
}

/// Digits between which stand single spaces and hyphens only, as doors and dates are written.
pub(super) fn simple(text: &str, start: usize, end: usize, mut visit: impl FnMut(Range<usize>)) {
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    let is_gap = |c: char| matches!(c, ' ' | '-' | '\u{A0}' | '－' | '\u{3000}');
    let mut open: Option<Range<usize>> = None;
    let mut gaps = 0;
    for (i, c) in text[start..end].char_indices().map(|(i, c)| (start + i, c)) {
        let end = i + c.len_utf8();
        if is_digit(c) {
            match &mut open {
                Some(range) if gaps <= 1 => range.end = end,
                _ => open.replace(i..end).into_iter().for_each(&mut visit),
            }
            gaps = 0;
        } else if is_gap(c) {
            gaps += 1;
        } else {
            open.take().into_iter().for_each(&mut visit);
            gaps = 0;
        }
    }
    open.into_iter().for_each(visit);
}
