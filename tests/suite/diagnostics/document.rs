//! A document of mistakes: reading it, comparing it with findings, writing it.
//!
//! In: Markdown with fenced blocks whose info string is a path. Out: sections, each a small site with expectations at their lines.
//! Always: all other text is prose; expectations are removed before compiling, so that lines and columns are right; blessing keeps
//! the wording of expectations that still hold.

use linli::diagnostic::{Diagnostic, Severity};
use linli::locale::{Tongue, Words};

use crate::support::memory::Thing;
use crate::support::{TODAY, plain};

pub(super) struct Document {
    /// Folder below `tests`.
    pub folder: &'static str,
    pub name: String,
    pub text: String,
    pub sections: Vec<Section>,
}

/// The text below one heading, which is one site.
pub(super) struct Section {
    /// The heading; empty before the first one.
    pub title: String,
    pub line: usize,
    pub today: String,
    pub drafts: bool,
    pub locked: bool,
    pub files: Vec<File>,
}

pub(super) struct File {
    pub path: String,
    /// `None`: the file of the base site is removed.
    pub thing: Option<Thing>,
    pub expected: Vec<Expected>,
    /// Line of the fence in the document.
    pub document_line: usize,
    /// The lines of the block, without expectations.
    lines: Vec<String>,
}

impl File {
    /// Whether one of the lines has this text.
    pub(super) fn contains_text(&self, text: &str) -> bool {
        self.lines.iter().any(|line| line.contains(text))
    }
}

/// One expected finding.
#[derive(Debug, Clone)]
pub(super) struct Expected {
    severity: Severity,
    code: String,
    /// Line in the file; 0 means the file as a whole.
    line: usize,
    columns: String,
    zh: String,
    en: String,
    pub document_line: usize,
    /// The expectation as written.
    pub text: String,
}

const MARKS: [(&str, Severity); 3] = [("#! ", Severity::Error), ("#? ", Severity::Warning), ("#. ", Severity::Info)];

impl Document {
    pub(super) fn read(folder: &'static str, name: &str, text: &str) -> Self {
        let section = |title: &str, line| Section {
            title: title.trim().to_owned(),
            line,
            today: TODAY.to_owned(),
            drafts: false,
            locked: false,
            files: Vec::new(),
        };
        let mut sections = vec![section("", 1)];
        let mut lines = text.lines().enumerate();
        while let Some((index, line)) = lines.next() {
            let line_number = index + 1;
            if let Some(title) = line.strip_prefix("## ") {
                sections.push(section(title, line_number));
                continue;
            }
            let open = sections.last_mut().expect("there is a first section");
            if let Some(options) = line.strip_prefix("<!--").and_then(|l| l.strip_suffix("-->")) {
                open.options(options, name, line_number);
            } else if let Some((fence, info)) = opening(line) {
                let block: Vec<(usize, &str)> =
                    lines.by_ref().take_while(|(_, l)| l.trim_end() != fence).map(|(i, l)| (i + 1, l)).collect();
                if is_file(info) {
                    open.files.push(File::read(name, info, line_number, &block));
                }
            }
        }
        Self { folder, name: name.to_owned(), text: text.to_owned(), sections }
    }

    /// The document with the findings as expectations.
    pub(super) fn blessed(&self, findings: &[&[Diagnostic]]) -> String {
        let mut out: Vec<String> = Vec::new();
        let mut files = self.sections.iter().zip(findings).flat_map(|(s, f)| s.files.iter().map(move |file| (file, *f)));
        let mut lines = self.text.lines();
        while let Some(line) = lines.next() {
            out.push(line.to_owned());
            let Some((fence, info)) = opening(line) else { continue };
            let block: Vec<&str> = lines.by_ref().take_while(|l| l.trim_end() != fence).collect();
            if is_file(info) {
                let (file, findings) = files.next().expect("blocks are read in the same order");
                out.extend(file.blessed(findings));
            } else {
                out.extend(block.into_iter().map(str::to_owned));
            }
            out.push(fence.to_owned());
        }
        out.join("\n") + "\n"
    }
}

/// The backticks of an opening fence, and its info string.
fn opening(line: &str) -> Option<(&str, &str)> {
    let ticks = line.len() - line.trim_start_matches('`').len();
    (ticks >= 3).then(|| (&line[..ticks], line[ticks..].trim()))
}

/// Whether the info string is a path of the site.
fn is_file(info: &str) -> bool {
    info.split(' ').next().is_some_and(|path| path.contains(['/', '.']) || path == "content")
}

impl Section {
    fn options(&mut self, options: &str, name: &str, line: usize) {
        for option in options.split_whitespace() {
            match option.split_once('=') {
                Some(("today", day)) => self.today = day.to_owned(),
                None if option == "drafts" => self.drafts = true,
                None if option == "locked" => self.locked = true,
                _ => panic!("{name}:{line}: unknown option {option}"),
            }
        }
    }
}

impl File {
    fn read(name: &str, info: &str, document_line: usize, block: &[(usize, &str)]) -> Self {
        let mut words = info.split_whitespace();
        let path = words.next().expect("the info string starts with the path").to_owned();
        let mut lines: Vec<String> = Vec::new();
        let mut expected = Vec::new();
        for (number, line) in block {
            match MARKS.iter().find(|(mark, _)| line.starts_with(mark)) {
                Some((mark, severity)) => {
                    expected.push(Expected::read(&line[mark.len()..], *severity, lines.len(), *number, line));
                }
                None => lines.push((*line).to_owned()),
            }
        }
        let attributes: Vec<&str> = words.collect();
        let text: String = lines.iter().map(|l| format!("{l}\n")).collect();
        let thing = thing(&attributes, &text).unwrap_or_else(|a| panic!("{name}:{document_line}: unknown attribute {a}"));
        Self { path, thing, expected, document_line, lines }
    }

    fn blessed(&self, findings: &[Diagnostic]) -> Vec<String> {
        let mut open: Vec<&Expected> = self.expected.iter().collect();
        let mut below: Vec<Vec<String>> = vec![Vec::new(); self.lines.len() + 1];
        for d in findings.iter().filter(|d| *d.path == *self.path) {
            let kept = open.iter().position(|e| matches(e, d)).map(|i| open.remove(i));
            let (line, _) = place(d);
            below[line.min(self.lines.len())].push(notation(d, kept));
        }
        let mut out = std::mem::take(&mut below[0]);
        for (line, under) in self.lines.iter().zip(below.into_iter().skip(1)) {
            out.push(line.clone());
            out.extend(under);
        }
        out
    }
}

/// The bytes of the block's file.
fn thing<'a>(attributes: &[&'a str], text: &str) -> Result<Option<Thing>, &'a str> {
    let mut bytes = text.as_bytes().to_vec();
    for attribute in attributes {
        match attribute.split_once('=') {
            None if *attribute == "absent" => return Ok(None),
            None if *attribute == "symlink" => return Ok(Some(Thing::Symlink)),
            None if *attribute == "pipe" => return Ok(Some(Thing::Pipe)),
            Some(("padded", n)) => bytes.resize(n.parse().map_err(|_| *attribute)?, 0),
            Some(("size", n)) => return Ok(Some(Thing::Long(n.parse().map_err(|_| *attribute)?))),
            None if *attribute == "gbk" => bytes = encoding_rs::GB18030.encode(text).0.into_owned(),
            None if *attribute == "utf16" => {
                bytes = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
            }
            None if *attribute == "bom" => bytes = [b"\xEF\xBB\xBF", bytes.as_slice()].concat(),
            None if *attribute == "crlf" => bytes = text.replace('\n', "\r\n").into_bytes(),
            None if *attribute == "escaped" => bytes = unescape(text),
            None if *attribute == "repeat" => bytes = repeated(text).into_bytes(),
            // As left by a program that was stopped while saving.
            None if *attribute == "cut" => drop(bytes.pop()),
            None if *attribute == "empty" => bytes.clear(),
            _ => return Err(attribute),
        }
    }
    Ok(Some(Thing::File(bytes)))
}

/// `\xNN` stands for a byte.
fn unescape(text: &str) -> Vec<u8> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find("\\x") {
        out.extend_from_slice(&rest.as_bytes()[..at]);
        out.push(u8::from_str_radix(&rest[at + 2..at + 4], 16).expect("two hex digits after \\x"));
        rest = &rest[at + 4..];
    }
    out.extend_from_slice(rest.as_bytes());
    out
}

/// `«text×N»` stands for N times the text.
fn repeated(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, inner)) = rest.split_once('«') {
        let (inner, after) = inner.split_once('»').expect("« is closed by »");
        let (what, times) = inner.rsplit_once('×').expect("«text×N»");
        out.push_str(before);
        out.push_str(&what.repeat(times.parse().expect("a number of times")));
        rest = after;
    }
    out + rest
}

impl Expected {
    fn read(rest: &str, severity: Severity, line: usize, document_line: usize, text: &str) -> Self {
        let mut parts = rest.splitn(3, ' ');
        let code = parts.next().unwrap_or("").to_owned();
        let columns = parts.next().unwrap_or("").to_owned();
        let (zh, en) = parts.next().map_or(("", ""), |words| words.split_once(" | ").unwrap_or((words, "")));
        // `-` means the file as a whole; such an expectation is above its first line.
        let line = if columns == "-" { 0 } else { line };
        let (zh, en) = (zh.trim().to_owned(), en.trim().to_owned());
        Self { severity, code, line, columns, zh, en, document_line, text: text.to_owned() }
    }
}

/// Line (0 for the whole file) and columns of a finding, in the notation of documents.
fn place(d: &Diagnostic) -> (usize, String) {
    let Some(span) = &d.span else { return (0, "-".to_owned()) };
    let (start, end) = (span.start_position(), span.end_position());
    let text = &span.source.text;
    let last = text.lines().count();
    if start.line > last {
        return (last, "end".to_owned());
    }
    let columns = match () {
        () if end == start => format!("{}", start.column),
        () if end.line == start.line => format!("{}-{}", start.column, end.column - 1),
        () => format!("{}-{}:{}", start.column, end.line - start.line, end.column - 1),
    };
    (start.line, columns)
}

pub(super) fn matches(expected: &Expected, d: &Diagnostic) -> bool {
    let contains_text = |tongue: Tongue, part: &str| part.is_empty() || plain(&Words::of(tongue).message(d)).contains(part);
    (expected.line, &expected.columns) == (place(d).0, &place(d).1)
        && expected.code == d.code
        && expected.severity == d.severity
        && contains_text(Tongue::Zh, &expected.zh)
        && contains_text(Tongue::En, &expected.en)
}

/// A finding as an expectation; keeps the wording of an earlier one.
pub(super) fn notation(d: &Diagnostic, kept: Option<&Expected>) -> String {
    if let Some(kept) = kept {
        return kept.text.clone();
    }
    let mark = MARKS.iter().find(|(_, s)| *s == d.severity).map_or("", |(m, _)| *m);
    let (_, columns) = place(d);
    let [zh, en] = [Tongue::Zh, Tongue::En].map(|t| plain(&Words::of(t).message(d)).replace('\n', " "));
    format!("{mark}{} {columns} {zh} | {en}", d.code)
}
