//! Subsets of a site's own font, with the letters that pages show.
//!
//! In: the bytes of a TrueType font; letters. Out: a WOFF file of these letters with all their joining forms, or why none can be
//! made. Always: Han, Latin and common punctuation are left out, since every telephone has them; the same font and letters give
//! the same bytes. Only this file names the font libraries.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use fontcull_klippa::{DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use fontcull_write_fonts::read::collections::IntSet;
use fontcull_write_fonts::read::{FontRef, TableProvider};
use fontcull_write_fonts::types::{GlyphId, NameId, Tag};

use crate::hash::ContentHash;

/// The largest font file; a font of one script is smaller.
pub const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// Version of the subsetting; raised by every change that gives other bytes for the same font and letters.
const VERSION: u8 = 1;

/// The tables that a page needs. All others (hints, signatures, other outlines, vertical metrics, which would turn letters in
/// columns) are dropped; a variable font keeps its default weight.
const TABLES: &[&[u8; 4]] =
    &[b"cmap", b"glyf", b"loca", b"head", b"hhea", b"hmtx", b"maxp", b"name", b"OS/2", b"post", b"GDEF", b"GSUB", b"GPOS"];

/// The rules for joining letters and placing their marks.
const LAYOUT: &[&[u8; 4]] = &[b"GDEF", b"GSUB", b"GPOS"];

/// The names that are kept: copyright, license and its address. The font's own name is dropped, since a subset is another font.
const NAMES: [u16; 3] = [0, 13, 14];

/// End of the planes with letters other than Han.
const SPAN: u32 = 0x20000;

/// A set of letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letters(Box<[u64]>);

/// A font that was read and is usable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Font {
    bytes: Vec<u8>,
    hash: ContentHash,
    /// The letters that the font can draw.
    letters: Letters,
}

/// Why a file is no font for pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Not TrueType but OpenType with other outlines, a collection or a web font.
    Kind,
    /// Truncated or malformed.
    Broken,
    /// The font has no letters beyond those that every telephone has.
    Letters,
}

impl Default for Letters {
    fn default() -> Self {
        Self(vec![0; SPAN as usize / 64].into())
    }
}

impl Letters {
    /// The letters of a text.
    pub fn of(text: &str) -> Self {
        let mut letters = Self::default();
        letters.add(text);
        letters
    }

    pub fn add(&mut self, text: &str) {
        for c in text.chars().filter(|c| !c.is_ascii() && is_letter(*c)) {
            self.insert(u32::from(c));
        }
    }

    fn insert(&mut self, c: u32) {
        if let Some(word) = self.0.get_mut(c as usize / 64) {
            *word |= 1 << (c % 64);
        }
    }

    /// The letters that both sets have.
    fn common(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&*other.0).map(|(a, b)| a & b).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// The letters in order.
    pub fn iter(&self) -> impl Iterator<Item = char> + '_ {
        let words = self.0.iter().enumerate().filter(|(_, word)| **word != 0);
        words.flat_map(|(at, word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).filter_map(move |bit| char::from_u32(at as u32 * 64 + bit))
        })
    }

    /// The `unicode-range` of a style sheet: `U+1820-1823, U+182D`.
    pub fn ranges(&self) -> String {
        let mut ranges: Vec<(u32, u32)> = Vec::new();
        for c in self.iter().map(u32::from) {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == c => *last = c,
                _ => ranges.push((c, c)),
            }
        }
        let range = |(first, last): &(u32, u32)| if first == last { format!("U+{first:X}") } else { format!("U+{first:X}-{last:X}") };
        ranges.iter().map(range).collect::<Vec<_>>().join(", ")
    }
}

/// Whether a site's own font may serve this character. Joiners belong to the letters that they join, and so does the narrow
/// space before a Mongolian suffix, which selects forms.
fn is_letter(c: char) -> bool {
    !matches!(u32::from(c),
        // Latin with its marks and phonetic letters, and the characters among them.
        0..=0x2AF | 0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF | 0xAB30..=0xAB6F
        // Punctuation, figures, arrows, symbols and shapes, without the joiners and the narrow space.
        | 0x2000..=0x200B | 0x200E..=0x202E | 0x2030..=0x2BFF | 0x2E00..=0x2E7F
        // Han with its strokes, radicals, punctuation and full-width characters.
        | 0x2E80..=0x303F | 0x3190..=0x319F | 0x31C0..=0x31EF | 0x3200..=0x9FFF | 0xF900..=0xFAFF | 0xFE10..=0xFE4F | 0xFF00..=0xFFEF
        // Surrogates, private use, variation selectors and noncharacters.
        | 0xD800..=0xF8FF | 0xFE00..=0xFE0F | 0xFEFF | 0xFFF0..=0xFFFF
        // Pictures.
        | 0x1F000..=0x1FFFF | SPAN..)
}

impl Font {
    /// Reads a font and makes a subset of one letter to test it.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Unfit> {
        match bytes.get(..4) {
            Some(b"\0\x01\0\0" | b"true") => {}
            Some(b"OTTO" | b"ttcf" | b"wOFF" | b"wOF2") => return Err(Unfit::Kind),
            _ => return Err(Unfit::Broken),
        }
        if !is_whole(&bytes) {
            return Err(Unfit::Broken);
        }
        let letters = guarded(|| drawn(&bytes)).ok_or(Unfit::Broken)?;
        let first = letters.iter().next().ok_or(Unfit::Letters)?;
        let font = Self { hash: ContentHash::of(&bytes), bytes, letters };
        let tried = font.cut(&Letters::of(first.encode_utf8(&mut [0; 4])));
        if tried.is_some() { Ok(font) } else { Err(Unfit::Broken) }
    }

    /// Hash of the file's bytes.
    pub fn hash(&self) -> &ContentHash {
        &self.hash
    }

    /// The letters among these that the font can draw.
    pub fn of(&self, letters: &Letters) -> Letters {
        self.letters.common(letters)
    }

    /// Identifies the subset of these letters. The mark is part of the file's name, so that an existing subset need not be made
    /// again.
    pub fn mark(&self, letters: &Letters) -> String {
        let mut made_from = self.hash.as_bytes().to_vec();
        made_from.push(VERSION);
        made_from.extend(self.of(letters).ranges().into_bytes());
        ContentHash::of(&made_from).to_string().chars().take(8).collect()
    }

    /// The subset of these letters as WOFF; `None` if the font is too broken.
    pub fn cut(&self, letters: &Letters) -> Option<Vec<u8>> {
        let letters = self.of(letters);
        guarded(|| cut(&self.bytes, &letters)).and_then(|(sfnt, kept)| packed(&sfnt, &tables_of(&self.bytes, kept)?))
    }
}

/// Turns a panic of the font libraries into `None`: a hostile font must not end the program.
fn guarded<T>(work: impl FnOnce() -> Option<T>) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok().flatten()
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

/// Tag, checksum and body.
type Table<'b> = (&'b [u8], u32, &'b [u8]);

/// The tables of a font (OpenType, "Table Directory"); `None` if one ends beyond the file.
fn tables(bytes: &[u8]) -> Option<Vec<Table<'_>>> {
    let count = usize::from(short(bytes, 4)?);
    let table = |n: usize| {
        let at = 12 + 16 * n;
        let (start, len) = (long(bytes, at + 8)? as usize, long(bytes, at + 12)? as usize);
        Some((bytes.get(at..at + 4)?, long(bytes, at + 4)?, bytes.get(start..start.checked_add(len)?)?))
    };
    (0..count).map(table).collect()
}

/// Whether every table is within the file and the tables needed for drawing exist.
fn is_whole(bytes: &[u8]) -> bool {
    const NEEDED: [&[u8]; 8] = [b"cmap", b"glyf", b"loca", b"head", b"hhea", b"hmtx", b"maxp", b"OS/2"];
    tables(bytes).is_some_and(|tables| NEEDED.iter().all(|tag| tables.iter().any(|(t, _, body)| t == tag && !body.is_empty())))
}

/// The letters with an outline in the font.
fn drawn(bytes: &[u8]) -> Option<Letters> {
    let cmap = FontRef::new(bytes).ok()?.cmap().ok()?;
    let mut letters = Letters::default();
    let is_drawn = |c: &u32| char::from_u32(*c).is_some_and(is_letter) && cmap.map_codepoint(*c).is_some_and(|glyph| glyph.to_u32() != 0);
    (0..SPAN).filter(is_drawn).for_each(|c| letters.insert(c));
    Some(letters)
}

/// The tables with these tags.
fn tables_of<'b>(bytes: &'b [u8], tags: &[&[u8; 4]]) -> Option<Vec<Table<'b>>> {
    Some(tables(bytes)?.into_iter().filter(|(tag, ..)| tags.iter().any(|t| &t[..] == *tag)).collect())
}

/// The subset of these letters, and the tables that must be copied from the whole font instead.
fn cut(bytes: &[u8], letters: &Letters) -> Option<(Vec<u8>, &'static [&'static [u8; 4]])> {
    let font = FontRef::new(bytes).ok()?;
    let mut wanted = IntSet::empty();
    letters.iter().for_each(|c| _ = wanted.insert(u32::from(c)));
    let mut features = IntSet::empty();
    features.extend(DEFAULT_LAYOUT_FEATURES.iter().copied());
    let forms = forms(&font, letters, &features);
    let kept: &[&[u8; 4]] = if forms.is_some() { LAYOUT } else { &[] };
    let mut left = IntSet::empty();
    for record in font.table_directory().table_records() {
        let is = |tags: &[&[u8; 4]]| tags.iter().any(|tag| Tag::new(tag) == record.tag());
        if !is(TABLES) || is(kept) {
            left.insert(record.tag());
        }
    }
    // Some fonts have a GPOS table without features, which the library cannot subset.
    let places = font.gpos().ok().and_then(|table| table.feature_list().ok()).map_or(0, |list| list.feature_count());
    if places == 0 {
        left.insert(Tag::new(b"GPOS"));
    }
    let mut names = IntSet::empty();
    names.extend(NAMES.iter().map(|id| NameId::new(*id)));
    let mut languages = IntSet::empty();
    languages.insert(0x409);
    let flags = match forms {
        // Copied tables name glyphs by their number in the whole font.
        Some(_) => SubsetFlags::SUBSET_FLAGS_NO_HINTING | SubsetFlags::SUBSET_FLAGS_RETAIN_GIDS,
        None => SubsetFlags::SUBSET_FLAGS_NO_HINTING,
    };
    let forms = forms.unwrap_or_else(IntSet::empty);
    let plan = Plan::new(&forms, &wanted, &font, flags, &left, &IntSet::all(), &features, &names, &languages);
    Some((subset_font(&font, &plan).ok()?, kept))
}

/// All forms of these letters, for fonts whose joining rules the library does not follow (it stops at an empty rule set, as in
/// Mongolian fonts, and would drop the rules). Each rule is followed alone, without its context, so the result may have more
/// glyphs than needed, never fewer. `None` if the library follows the rules.
fn forms(font: &FontRef<'_>, letters: &Letters, features: &IntSet<Tag>) -> Option<IntSet<GlyphId>> {
    let (gsub, cmap) = (font.gsub().ok()?, font.cmap().ok()?);
    let mut first = IntSet::empty();
    letters.iter().filter_map(|c| cmap.map_codepoint(c)).for_each(|glyph| _ = first.insert(glyph));
    let found = gsub.collect_features(&IntSet::all(), &IntSet::all(), features).and_then(|features| gsub.collect_lookups(&features));
    let is_found = found.is_ok_and(|mut rules| {
        let mut forms = first.clone();
        gsub.closure_glyphs(&rules, &mut forms).is_ok() && gsub.closure_lookups(&forms, &mut rules).is_ok()
    });
    if is_found {
        return None;
    }
    let rules = gsub.lookup_list().ok()?.lookup_count();
    let mut forms = first;
    loop {
        let before = forms.len();
        for rule in 0..rules {
            let mut alone = IntSet::empty();
            alone.insert(rule);
            // A rule that calls others may fail; the called rules are followed by themselves.
            let _ = gsub.closure_glyphs(&alone, &mut forms);
        }
        if forms.len() == before {
            return Some(forms);
        }
    }
}

/// A font as WOFF 1.0: each table is compressed if that makes it smaller.
fn packed(sfnt: &[u8], more: &[Table<'_>]) -> Option<Vec<u8>> {
    const HEAD: usize = 44;
    let mut tables = tables(sfnt)?;
    tables.extend_from_slice(more);
    crate::order::sort_by_key(&mut tables, |(tag, ..)| *tag);
    let mut directory = Vec::new();
    let mut body = Vec::new();
    let mut whole = 12 + 16 * tables.len();
    for (tag, checksum, table) in &tables {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
        // Writing to memory does not fail.
        packer.write_all(table).ok()?;
        let small = packer.finish().ok()?;
        let stored: &[u8] = if small.len() < table.len() { &small } else { table };
        let start = HEAD + 20 * tables.len() + body.len();
        directory.extend_from_slice(tag);
        for number in [start, stored.len(), table.len()] {
            directory.extend_from_slice(&u32::try_from(number).ok()?.to_be_bytes());
        }
        directory.extend_from_slice(&checksum.to_be_bytes());
        body.extend_from_slice(stored);
        body.resize(body.len().next_multiple_of(4), 0);
        whole += table.len().next_multiple_of(4);
    }
    let mut out = b"wOFF".to_vec();
    out.extend_from_slice(sfnt.get(..4)?);
    out.extend_from_slice(&u32::try_from(HEAD + directory.len() + body.len()).ok()?.to_be_bytes());
    out.extend_from_slice(&u16::try_from(tables.len()).ok()?.to_be_bytes());
    out.extend_from_slice(&[0, 0]);
    out.extend_from_slice(&u32::try_from(whole).ok()?.to_be_bytes());
    // Version 1.0, without metadata and private data.
    out.extend_from_slice(&[0, 1, 0, 0]);
    out.resize(HEAD, 0);
    out.extend_from_slice(&directory);
    out.extend_from_slice(&body);
    Some(out)
}

#[cfg(test)]
mod tests;
