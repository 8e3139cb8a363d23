//! Source texts and places in them.
//!
//! In: the bytes of one file. Out: a [`Source`] (text, path) and [`Span`]s that point into it.
//! `signs.rs` lists the characters that no text may contain.
//! Always: a path is relative to the site's folder and written with `/`; offsets are bytes of the
//! decoded text at character boundaries; columns count characters and start at 1.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

pub mod signs;

/// One decoded text file of the site.
pub struct Source {
    /// Relative to the site's folder, with forward slashes.
    pub path: Arc<str>,
    /// The decoded text, without a byte order mark. Line ends are kept as written.
    pub text: String,
    /// Number of lines before this text, if the text is a part of a long file.
    lines_before: usize,
    line_starts: OnceLock<Vec<u32>>,
    /// Number of characters before each block of bytes. A single line may be as long as the file and contain thousands of positions.
    blocks: OnceLock<Vec<u32>>,
}

/// A text file longer than this is refused before it is read.
pub const MAX_FILE: u64 = 4 * 1024 * 1024;

/// Bytes of a block.
const BLOCK: usize = 1024;

/// A line and a column, both from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// How the bytes of a file were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    /// UTF-16 with a byte order mark, as old editors on Windows save "Unicode".
    Utf16,
    /// GBK and its superset, as Chinese Windows programs save by default.
    Gb18030,
}

/// The bytes are in none of the supported encodings; `offset` is the first byte that is not UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecodeError {
    pub offset: usize,
}

impl DecodeError {
    /// The place of the first byte that is not text, in the part that can be shown.
    pub fn place(self, path: impl Into<Arc<str>>, bytes: &[u8]) -> Span {
        // The valid part is the same in the lossy text, so the offset still holds.
        let source = Source::new(path, String::from_utf8_lossy(bytes));
        Span::new(&source, self.offset..self.offset)
    }
}

impl Source {
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<String>) -> Arc<Self> {
        Self::part(path, text, 0)
    }

    /// A part of a file; `lines` lines come before it.
    pub fn part(path: impl Into<Arc<str>>, text: impl Into<String>, lines_before: usize) -> Arc<Self> {
        Arc::new(Self { path: path.into(), text: text.into(), lines_before, line_starts: OnceLock::new(), blocks: OnceLock::new() })
    }

    /// Line and column of a byte offset. An offset past the end counts as the end.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let starts = self.line_starts();
        let line = starts.partition_point(|&start| start as usize <= offset);
        let start = starts[line - 1] as usize;
        Position { line: line + self.lines_before, column: self.chars_before(offset) - self.chars_before(start) + 1 }
    }

    /// Characters that begin before the offset.
    fn chars_before(&self, offset: usize) -> usize {
        let begins = |bytes: &[u8]| bytes.iter().filter(|b| **b & 0xC0 != 0x80).count();
        let text = self.text.as_bytes();
        let blocks = self.blocks.get_or_init(|| {
            let mut sum = 0;
            let before = text.chunks(BLOCK).map(|block| {
                let before = sum;
                sum += begins(block) as u32;
                before
            });
            before.collect()
        });
        let block = offset / BLOCK;
        let before = blocks.get(block).copied().map_or(0, |n| n as usize);
        if block < blocks.len() { before + begins(&text[block * BLOCK..offset]) } else { begins(text) }
    }

    /// The text of a line (from 1) without its line end; empty if there is no such line.
    pub fn line(&self, line: usize) -> &str {
        let starts = self.line_starts();
        let Some(line) = line.checked_sub(self.lines_before + 1) else { return "" };
        let Some(&start) = starts.get(line) else { return "" };
        let end = starts.get(line + 1).map_or(self.text.len(), |&e| e as usize);
        self.text[start as usize..end].trim_end_matches(['\n', '\r'])
    }

    /// The byte range of a line (from 1) without its line end.
    pub fn line_range(&self, line: usize) -> Range<usize> {
        let text = self.line(line);
        let start = self.line_starts().get(line.saturating_sub(self.lines_before + 1)).map_or(self.text.len(), |&s| s as usize);
        start..start + text.len()
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|&(_, b)| b == b'\n');
            std::iter::once(0).chain(ends.map(|(i, _)| i as u32 + 1)).collect()
        })
    }
}

impl fmt::Debug for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Source({})", self.path)
    }
}

/// A range of bytes in one source.
#[derive(Clone)]
pub struct Span {
    pub source: Arc<Source>,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(source: &Arc<Source>, range: Range<usize>) -> Self {
        Self { source: Arc::clone(source), start: range.start as u32, end: range.end as u32 }
    }

    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    pub fn text(&self) -> &str {
        self.source.text.get(self.range()).unwrap_or("")
    }

    pub fn start_position(&self) -> Position {
        self.source.position(self.start as usize)
    }

    pub fn end_position(&self) -> Position {
        self.source.position(self.end as usize)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let p = self.start_position();
        write!(f, "{}:{}:{}", self.source.path, p.line, p.column)
    }
}

impl PartialEq for Span {
    fn eq(&self, other: &Self) -> bool {
        self.source.path == other.source.path && self.start == other.start && self.end == other.end
    }
}

/// Reads bytes as text: by the byte order mark if there is one, else as strict UTF-8, else as GB18030.
///
/// GB18030 maps nearly every byte sequence to a text, so a result with control characters or
/// replacement characters counts as undecodable.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), DecodeError> {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest).map_err(|e| DecodeError { offset: e.offset + 3 });
    }
    for (mark, encoding) in [(b"\xFF\xFE", encoding_rs::UTF_16LE), (b"\xFE\xFF", encoding_rs::UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let (text, bad) = encoding.decode_without_bom_handling(rest);
            return if bad { Err(DecodeError { offset: 0 }) } else { Ok((text.into_owned(), Encoding::Utf16)) };
        }
    }
    utf8(bytes).or_else(|error| {
        let (text, bad) = encoding_rs::GB18030.decode_without_bom_handling(bytes);
        let plausible =
            !bad && !text.chars().any(|c| (c.is_control() && !matches!(c, '\n' | '\r' | '\t')) || ('\u{E000}'..='\u{F8FF}').contains(&c));
        if plausible { Ok((text.into_owned(), Encoding::Gb18030)) } else { Err(error) }
    })
}

/// Reads a long file as text, piece by piece. The first piece decides the encoding; bytes that are not text become `\u{FFFD}`.
#[derive(Default)]
pub struct Decoder(Option<encoding_rs::Decoder>);

impl Decoder {
    /// The text of the next bytes; `last` if no bytes follow.
    pub fn text(&mut self, bytes: &[u8], last: bool) -> String {
        let decoder = self.0.get_or_insert_with(|| {
            // A character may be cut at the end of the piece.
            let is_utf8 = std::str::from_utf8(bytes).map_or_else(|e| e.error_len().is_none(), |_| true);
            let encoding = if is_utf8 { encoding_rs::UTF_8 } else { encoding_rs::GB18030 };
            encoding_rs::Encoding::for_bom(bytes).map_or(encoding, |(marked, _)| marked).new_decoder()
        });
        let room = decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len() * 3);
        let mut text = String::with_capacity(room);
        let _ = decoder.decode_to_string(bytes, &mut text, last);
        text
    }
}

fn utf8(bytes: &[u8]) -> Result<(String, Encoding), DecodeError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
        Err(e) => Err(DecodeError { offset: e.valid_up_to() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let source = Source::new("a.md", "标题: 停水\n日期: 2026");
        let at = source.text.find("2026").unwrap();
        assert_eq!(source.position(at), Position { line: 2, column: 5 });
        assert_eq!(source.line(1), "标题: 停水");
        assert_eq!(source.line(3), "");
    }

    #[test]
    fn columns_are_right_however_long_the_line() {
        let source = Source::new("a.md", "首\n".to_owned() + &"停a".repeat(3000));
        for (offset, _) in source.text.char_indices().chain([(source.text.len(), ' ')]) {
            let line = source.text[..offset].rfind('\n').map_or(0, |i| i + 1);
            assert_eq!(source.position(offset).column, source.text[line..offset].chars().count() + 1, "{offset}");
        }
    }

    #[test]
    fn a_part_of_a_file_knows_its_lines() {
        let part = Source::part("a.csv", "乙,2\n丙,3\n", 41);
        assert_eq!(part.position(part.text.find('3').unwrap()), Position { line: 43, column: 3 });
        assert_eq!((part.line(43), part.line(1), part.line_range(42)), ("丙,3", "", 0..5));
    }

    #[test]
    fn a_long_file_is_decoded_piece_by_piece() {
        for text in ["停水通知", "\u{FEFF}停水通知"] {
            let mut decoder = Decoder::default();
            let bytes = text.as_bytes();
            let read = decoder.text(&bytes[..4], false) + &decoder.text(&bytes[4..], true);
            assert_eq!(read, "停水通知");
        }
        let gbk = encoding_rs::GB18030.encode("停电通知，请储水").0;
        let mut decoder = Decoder::default();
        assert_eq!(decoder.text(&gbk[..11], false) + &decoder.text(&gbk[11..], true), "停电通知，请储水");
    }

    #[test]
    fn windows_files_are_read() {
        let gbk = encoding_rs::GB18030.encode("标题: 停水通知").0;
        assert_eq!(decode(&gbk), Ok(("标题: 停水通知".into(), Encoding::Gb18030)));
        assert_eq!(decode("\u{FEFF}标题".as_bytes()), Ok(("标题".into(), Encoding::Utf8)));
        assert_eq!(decode(b"ok \x00\xFF\xFE\x80"), Err(DecodeError { offset: 4 }));
    }
}
