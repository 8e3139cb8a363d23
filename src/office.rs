//! Office files (`.xlsx`, `.docx`, `.pptx`, `.ods`, `.odt`) as cells and paragraphs.
//!
//! In: the bytes of a file. Out: [`Part`]s, each a list of rows of cells; a paragraph is a row of one cell. Always: nothing is
//! unpacked to the disk; entries, unpacked bytes, their ratio to what was packed, depth of the markup and length of the words
//! have bounds, and a file beyond one is refused as a whole; entities that a file declares are not expanded. Only this file names
//! zip. `readings.rs` makes rows of elements.

use std::io::{self, BufReader, Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

mod readings;

use readings::{Open, Shared, Sheet, Words};

/// The largest compressed file that is opened.
pub const MAX_PACKED: u64 = 64 * 1024 * 1024;
/// The most entries; a document with a picture on each of a thousand pages has fewer.
const MAX_ENTRIES: usize = 10_000;
const MAX_UNPACKED: u64 = 256 * 1024 * 1024;
/// The highest compression ratio; sheets of empty cells have a hundred to one.
const MAX_RATIO: u64 = 400;
/// The size that may be unpacked at any ratio.
const SMALL: u64 = 1024 * 1024;
const MAX_DEPTH: usize = 200;
/// Cells refer to texts by number, so few bytes can mean many.
const MAX_WORDS: usize = 64 * 1024 * 1024;
/// Rows and columns of the largest sheets.
const MAX_ROWS: usize = 1_048_576;
const MAX_COLUMNS: usize = 16_384;

/// Why a file cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// No file of these kinds.
    Kind,
    /// The file ends early, or a part is not XML.
    Broken,
    /// The file has a password.
    Locked,
    /// The unpacked file is larger than any that people work with.
    Limit,
}

/// A part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    Sheet,
    Words,
}

/// A sheet, or the text, notes or properties of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The name of the part inside the file.
    pub name: String,
    pub kind: PartKind,
    /// The rows, at their numbers; missing rows are empty.
    pub rows: Vec<Vec<String>>,
}

impl Part {
    /// A line for each row, a tab between cells.
    pub fn text(&self) -> String {
        let line = |row: &Vec<String>| row.iter().map(|cell| cell.replace(['\n', '\r', '\t'], " ")).collect::<Vec<_>>().join("\t") + "\n";
        self.rows.iter().map(line).collect()
    }
}

/// The part with the texts that cells refer to by number.
const SHARED: &str = "xl/sharedStrings.xml";

/// Whether the bytes begin like such a file.
pub fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// All texts of a file.
pub fn parts(bytes: &[u8]) -> Result<Vec<Part>, Refused> {
    if !is_packed(bytes) {
        return Err(Refused::Kind);
    }
    let mut package = Package::open(bytes)?;
    let names = package.names()?;
    let mut shared = Vec::new();
    if names.iter().any(|name| name == SHARED) {
        shared = package.part(SHARED, PartKind::Words, Shared::default())?.rows.into_iter().flatten().collect();
    }
    let mut parts = Vec::new();
    for name in &names {
        let part = match role(name) {
            Some(Role::Sheet) => package.part(name, PartKind::Sheet, Sheet::new(&shared))?,
            Some(Role::Open) => package.part(name, PartKind::Words, Open::default())?,
            Some(Role::Words) => package.part(name, PartKind::Words, Words::default())?,
            Some(Role::All) => package.part(name, PartKind::Words, Words::everywhere())?,
            None => continue,
        };
        parts.push(part);
    }
    if parts.is_empty() { Err(Refused::Kind) } else { Ok(parts) }
}

/// How an entry is read.
enum Role {
    Sheet,
    Open,
    /// The text of text elements.
    Words,
    /// The text of all elements.
    All,
}

fn role(name: &str) -> Option<Role> {
    const STYLES: &[&str] = &["styles.xml", "settings.xml", "fontTable.xml", "numbering.xml", "webSettings.xml", "stylesWithEffects.xml"];
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    if !file.ends_with(".xml") {
        return None;
    }
    match folder {
        "" if matches!(file, "content.xml" | "styles.xml") => Some(Role::Open),
        "" if file == "meta.xml" => Some(Role::All),
        "docProps" | "customXml" | "xl/comments" | "xl/threadedComments" | "xl/persons" => Some(Role::All),
        "xl" if file.starts_with("comments") => Some(Role::All),
        "xl" if file == "workbook.xml" => Some(Role::All),
        "xl/worksheets" => Some(Role::Sheet),
        "word" if STYLES.contains(&file) => None,
        "word" | "word/charts" | "xl/drawings" | "xl/charts" | "ppt/slides" | "ppt/notesSlides" | "ppt/comments" => Some(Role::Words),
        _ => None,
    }
}

struct Package<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    packed: u64,
    unpacked: u64,
    words: usize,
}

impl<'a> Package<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, Refused> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refused::Broken)?;
        if zip.len() > MAX_ENTRIES {
            return Err(Refused::Limit);
        }
        Ok(Self { zip, packed: bytes.len() as u64, unpacked: 0, words: 0 })
    }

    /// The entries, sheets in the order of their numbers.
    fn names(&self) -> Result<Vec<String>, Refused> {
        let names = self.zip.file_names().map(|name| name.map(|n| n.into_owned()));
        let mut names: Vec<String> = names.collect::<Result<_, _>>().map_err(|_| Refused::Broken)?;
        crate::order::sort_by_key(&mut names, |name| (name.len(), name.clone()));
        names.dedup();
        Ok(names)
    }

    fn part(&mut self, name: &str, kind: PartKind, mut reading: impl Reading) -> Result<Part, Refused> {
        self.walk(name, &mut reading)?;
        Ok(Part { name: name.to_owned(), kind, rows: reading.rows() })
    }

    /// Reads the XML of an entry, event by event.
    fn walk(&mut self, name: &str, reading: &mut impl Reading) -> Result<(), Refused> {
        let most = MAX_UNPACKED.min((self.packed * MAX_RATIO).max(SMALL));
        let entry = self.zip.by_name(name).map_err(|e| match e {
            zip::result::ZipError::UnsupportedArchive(_) | zip::result::ZipError::InvalidPassword => Refused::Locked,
            _ => Refused::Broken,
        })?;
        let counted = Counted { inner: entry, count: self.unpacked, most };
        let mut xml = Reader::from_reader(BufReader::new(counted));
        let mut buffer = Vec::new();
        let mut depth = 0_usize;
        let mut walk = || -> Result<(), Refused> {
            loop {
                buffer.clear();
                match xml.read_event_into(&mut buffer).map_err(|e| refusal(&e))? {
                    Event::Start(element) => {
                        depth += 1;
                        if depth > MAX_DEPTH {
                            return Err(Refused::Limit);
                        }
                        reading.start(&element);
                    }
                    Event::Empty(element) => {
                        reading.start(&element);
                        reading.end(element.local_name().as_ref());
                    }
                    Event::End(element) => {
                        depth = depth.saturating_sub(1);
                        reading.end(element.local_name().as_ref());
                    }
                    Event::Text(text) => reading.text(&text),
                    Event::CData(text) => reading.text(&text),
                    Event::GeneralRef(entity) => {
                        let name: &str = &entity;
                        let c = entity.resolve_char_ref().map_err(|_| Refused::Broken)?;
                        let known = || quick_xml::escape::resolve_xml_entity(name).map(str::to_owned);
                        reading.text(&c.map(String::from).or_else(known).unwrap_or_default());
                    }
                    Event::Eof => return Ok(()),
                    _ => {}
                }
                if self.words + reading.words() > MAX_WORDS {
                    return Err(Refused::Limit);
                }
            }
        };
        walk()?;
        self.unpacked = xml.into_inner().into_inner().count;
        self.words += reading.words();
        Ok(())
    }
}

fn refusal(error: &quick_xml::Error) -> Refused {
    match error {
        quick_xml::Error::Io(e) if e.kind() == io::ErrorKind::FileTooLarge => Refused::Limit,
        _ => Refused::Broken,
    }
}

/// Counts unpacked bytes, and fails at the limit.
struct Counted<R> {
    inner: R,
    count: u64,
    most: u64,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.count += read as u64;
        if self.count > self.most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(read) }
    }
}

/// Makes rows of the elements of one kind of entry.
trait Reading {
    fn start(&mut self, element: &BytesStart<'_>);
    fn end(&mut self, name: &str);
    fn text(&mut self, text: &str);
    /// Bytes of text so far.
    fn words(&self) -> usize;
    fn rows(self) -> Vec<Vec<String>>;
}

#[cfg(test)]
mod tests;
