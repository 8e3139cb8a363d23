//! A font of the site's own, cut down to the letters that pages show.
//!
//! In: the bytes of a TrueType font; letters. Out: a WOFF file that holds these letters with all forms in which they join,
//! and nothing else; where none can be made, why. Always: Han, Latin and common punctuation are never in it, for every
//! telephone has them; the same font and letters give the same bytes. The only file that knows the font libraries.

use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use fontcull_klippa::{DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use fontcull_write_fonts::read::collections::IntSet;
use fontcull_write_fonts::read::{FontRef, TableProvider};
use fontcull_write_fonts::types::{GlyphId, NameId, Tag};

use crate::hash::ContentHash;

/// Longer is no font of one script.
pub const MAX_BYTES: u64 = 8 * 1024 * 1024;

/// Changes with everything that changes the bytes of a font cut down.
const MANNER: u8 = 1;

/// What a page needs of a font. Everything else (hints, signatures, other ways to draw, vertical metrics: what stands
/// upright in columns lies on its side there) stays behind; a font with axes shows its usual weight.
const TABLES: &[&[u8; 4]] =
    &[b"cmap", b"glyf", b"loca", b"head", b"hhea", b"hmtx", b"maxp", b"name", b"OS/2", b"post", b"GDEF", b"GSUB", b"GPOS"];

/// By which rules letters join and where their marks stand.
const LAYOUT: &[&[u8; 4]] = &[b"GDEF", b"GSUB", b"GPOS"];

/// Copyright, license and where to read it: those stay. A font cut down is not the one that bears the name.
const NAMES: [u16; 3] = [0, 13, 14];

/// Planes in which there are letters that are not Han.
const SPAN: u32 = 0x20000;

/// A set of letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letters(Box<[u64]>);

/// A font that was read and found usable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Font {
    bytes: Vec<u8>,
    hash: ContentHash,
    /// Letters it can draw.
    letters: Letters,
}

/// Why a file is no font for pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// Not TrueType: OpenType with other outlines, a collection, a web font.
    Kind,
    /// Cut off, or not what it says.
    Broken,
    /// It draws no letters but those that every telephone has.
    Letters,
}

impl Default for Letters {
    fn default() -> Self {
        Self(vec![0; SPAN as usize / 64].into())
    }
}

impl Letters {
    /// Those of a text.
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

    /// What both have.
    fn common(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&*other.0).map(|(a, b)| a & b).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// In order.
    pub fn iter(&self) -> impl Iterator<Item = char> + '_ {
        let words = self.0.iter().enumerate().filter(|(_, word)| **word != 0);
        words.flat_map(|(at, word)| {
            (0..64).filter(move |bit| word >> bit & 1 == 1).filter_map(move |bit| char::from_u32(at as u32 * 64 + bit))
        })
    }

    /// As a style sheet writes them: `U+1820-1823, U+182D`.
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

/// Whether a font of the site's may be asked for this character. A joiner belongs to the letters it joins, and so does the
/// narrow space before a Mongolian suffix, which decides on forms.
fn is_letter(c: char) -> bool {
    !matches!(u32::from(c),
        // Latin with its marks and sounds, and what stands among them.
        0..=0x2AF | 0x1E00..=0x1EFF | 0x2C60..=0x2C7F | 0xA720..=0xA7FF | 0xAB30..=0xAB6F
        // Punctuation, figures, arrows, symbols, shapes; but for the joiners and the narrow space.
        | 0x2000..=0x200B | 0x200E..=0x202E | 0x2030..=0x2BFF | 0x2E00..=0x2E7F
        // Han with its strokes, radicals, punctuation and what is as wide as it.
        | 0x2E80..=0x303F | 0x3190..=0x319F | 0x31C0..=0x31EF | 0x3200..=0x9FFF | 0xF900..=0xFAFF | 0xFE10..=0xFE4F | 0xFF00..=0xFFEF
        // No characters by themselves, and nobody's.
        | 0xD800..=0xF8FF | 0xFE00..=0xFE0F | 0xFEFF | 0xFFF0..=0xFFFF
        // Pictures.
        | 0x1F000..=0x1FFFF | SPAN..)
}

impl Font {
    /// Reads a font, and tries it with one letter.
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

    /// Changes with the bytes of the file.
    pub fn hash(&self) -> &ContentHash {
        &self.hash
    }

    /// Those of these letters that it can draw.
    pub fn of(&self, letters: &Letters) -> Letters {
        self.letters.common(letters)
    }

    /// Tells what is cut from it for these letters from anything else: part of the file's name, so that one made once
    /// need not be made again.
    pub fn mark(&self, letters: &Letters) -> String {
        let mut made_from = self.hash.as_bytes().to_vec();
        made_from.push(MANNER);
        made_from.extend(self.of(letters).ranges().into_bytes());
        ContentHash::of(&made_from).to_string().chars().take(8).collect()
    }

    /// The font with these letters alone, as WOFF; `None` where it is too broken for that.
    pub fn cut(&self, letters: &Letters) -> Option<Vec<u8>> {
        let letters = self.of(letters);
        guarded(|| cut(&self.bytes, &letters)).and_then(|(sfnt, kept)| packed(&sfnt, &tables_of(&self.bytes, kept)?))
    }
}

/// The libraries check what they read, but a font is made by strangers, and what they did not think of must not end the
/// program: it is a broken font.
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

/// The tables of a font (OpenType, "Table Directory"); `None` where one lies beyond the end.
fn tables(bytes: &[u8]) -> Option<Vec<Table<'_>>> {
    let count = usize::from(short(bytes, 4)?);
    let one = |n: usize| {
        let at = 12 + 16 * n;
        let (start, len) = (long(bytes, at + 8)? as usize, long(bytes, at + 12)? as usize);
        Some((bytes.get(at..at + 4)?, long(bytes, at + 4)?, bytes.get(start..start.checked_add(len)?)?))
    };
    (0..count).map(one).collect()
}

/// Whether every table lies in the file, and those are there without which nothing is drawn.
fn is_whole(bytes: &[u8]) -> bool {
    const NEEDED: [&[u8]; 8] = [b"cmap", b"glyf", b"loca", b"head", b"hhea", b"hmtx", b"maxp", b"OS/2"];
    tables(bytes).is_some_and(|tables| NEEDED.iter().all(|tag| tables.iter().any(|(t, _, body)| t == tag && !body.is_empty())))
}

/// The letters that a font has an outline for.
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

/// The font with these letters, and the tables that are to be taken from the whole font instead of from this one.
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
    // A table of positions without positions, as some fonts have it, cannot be cut.
    let places = font.gpos().ok().and_then(|table| table.feature_list().ok()).map_or(0, |list| list.feature_count());
    if places == 0 {
        left.insert(Tag::new(b"GPOS"));
    }
    let mut names = IntSet::empty();
    names.extend(NAMES.iter().map(|id| NameId::new(*id)));
    let mut languages = IntSet::empty();
    languages.insert(0x409);
    let flags = match forms {
        // What is taken whole names forms by their number in the whole font.
        Some(_) => SubsetFlags::SUBSET_FLAGS_NO_HINTING | SubsetFlags::SUBSET_FLAGS_RETAIN_GIDS,
        None => SubsetFlags::SUBSET_FLAGS_NO_HINTING,
    };
    let forms = forms.unwrap_or_else(IntSet::empty);
    let plan = Plan::new(&forms, &wanted, &font, flags, &left, &IntSet::all(), &features, &names, &languages);
    Some((subset_font(&font, &plan).ok()?, kept))
}

/// All forms of these letters, where the library loses its way among the rules by which they join (it gives up at a rule
/// set that is empty, as Mongolian fonts have them, and would leave the rules out). Each rule is followed by itself,
/// whatever stands around it, so these are rather too many than too few. `None` where the library finds its way.
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
            // One that calls others may fail; those that it calls come by themselves.
            let _ = gsub.closure_glyphs(&alone, &mut forms);
        }
        if forms.len() == before {
            return Some(forms);
        }
    }
}

/// A font as WOFF 1.0: each table packed by itself, where that makes it smaller.
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
    // Version 1.0 of this file, and neither metadata nor private data.
    out.extend_from_slice(&[0, 1, 0, 0]);
    out.resize(HEAD, 0);
    out.extend_from_slice(&directory);
    out.extend_from_slice(&body);
    Some(out)
}

#[cfg(test)]
mod tests;
