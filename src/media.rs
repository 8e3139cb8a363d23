//! The type of a file beside a record, and its published bytes.
//!
//! In: the name and the first bytes, then all bytes. Out: the way of publishing ([`Media`]), and the published bytes. Always: the first
//! bytes determine the type, since the name says only how a server will send the file; pictures and drawings are published without
//! invisible data; a file with such data that cannot be cleaned is refused, with the reason.

use serde::{Deserialize, Serialize};

use crate::{picture, svg};

/// The number of first bytes that determine the type.
pub const FIRST: u64 = 1024;

/// The largest picture or drawing that is cleaned, since cleaning needs the whole file in memory; larger ones are not published.
pub const MAX_CLEANED: u64 = 64 * 1024 * 1024;

/// How a file is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Media {
    /// Unchanged.
    Plain,
    /// A photo, without the camera's data.
    Photo,
    /// A drawing, without scripts.
    Drawing,
    /// Unchanged, and only for download: a script in it would run with the rights of the site.
    Download,
    /// Not at all: an error says why.
    Nothing,
}

/// Why a file cannot be published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// A picture of a format that is not cleaned.
    Format(&'static str),
    /// The name is that of a picture, but the bytes are no known picture.
    Unknown,
    /// Name and bytes are of different types, and a browser may run the file.
    Disguised,
}

/// A file as it is published.
#[derive(Debug, PartialEq, Eq)]
pub struct Cleaned {
    pub bytes: Vec<u8>,
    /// A picture of which a part is missing.
    pub is_cut: bool,
    /// A drawing that lost scripts.
    pub has_lost: bool,
}

/// Names of pictures, whether they are cleaned or refused.
const PICTURES: &[&str] = &[
    "jpg", "jpeg", "jpe", "jfif", "jfi", "pjpeg", "pjp", "png", "apng", "webp", "gif", "heic", "heif", "hif", "heics", "avif", "avifs",
    "tif", "tiff", "bmp", "dib", "jxl", "jp2", "j2k", "jpf", "jpx", "jxr", "wdp", "psd", "raw", "dng", "cr2", "cr3", "crw", "nef", "nrw",
    "arw", "srf", "sr2", "raf", "orf", "rw2", "rwl", "pef", "ptx", "x3f", "mrw", "3fr", "fff", "iiq", "kdc", "dcr", "erf", "mef", "mos",
    "srw", "gpr",
];

/// Endings that a server sends as a type that browsers run.
const ACTIVE: &[&str] = &[
    "html", "htm", "xhtml", "xht", "shtml", "mht", "mhtml", "xml", "xsl", "xslt", "rdf", "rss", "atom", "mathml", "js", "mjs", "cjs",
    "hta", "htc", "swf", "wasm", "svgz",
];

/// The type of a file. `first` are its first [`FIRST`] bytes.
pub fn of(name: &str, first: &[u8]) -> Result<Media, Refused> {
    let extension = name.rsplit('/').next().unwrap_or(name).rsplit_once('.').map_or(String::new(), |(_, e)| e.to_ascii_lowercase());
    let named = |list: &[&str]| list.contains(&extension.as_str());
    if let Some(format) = refused(&extension, first) {
        return Err(Refused::Format(format));
    }
    let is_photo = picture::format(first).is_some();
    if named(ACTIVE) {
        // A picture may contain a script that runs if the file is opened as a page.
        return if is_photo { Err(Refused::Disguised) } else { Ok(Media::Download) };
    }
    match (is_photo, written(first)) {
        (true, _) => Ok(Media::Photo),
        _ if extension == "svg" => Ok(Media::Drawing),
        _ if named(PICTURES) => Err(Refused::Unknown),
        // Servers send a file with an unknown ending without a type, and browsers then guess it from the bytes.
        (false, Some(_)) if extension.is_empty() => Err(Refused::Disguised),
        _ => Ok(Media::Plain),
    }
}

/// Whether pages link a file of this name for download only.
pub fn is_download(name: &str) -> bool {
    of(name, b"") == Ok(Media::Download)
}

/// Whether servers show a file of this name for its folder.
pub fn is_index(name: &str) -> bool {
    let name = name.rsplit('/').next().unwrap_or(name).to_ascii_lowercase();
    name.strip_prefix("index.").is_some_and(|extension| ACTIVE.contains(&extension))
}

impl Media {
    /// The published bytes; `None` if the file is not of the type of its first bytes.
    pub fn clean(self, bytes: Vec<u8>) -> Option<Cleaned> {
        match self {
            Self::Nothing => None,
            Self::Plain | Self::Download => Some(Cleaned { bytes, is_cut: false, has_lost: false }),
            Self::Photo => {
                let stripped = picture::strip(&bytes)?;
                Some(Cleaned { bytes: stripped.bytes, is_cut: !stripped.is_whole, has_lost: false })
            }
            Self::Drawing => {
                let drawing = svg::clean(&bytes)?;
                Some(Cleaned { bytes: drawing.bytes, is_cut: false, has_lost: drawing.has_lost })
            }
        }
    }

    /// Whether the published bytes differ from the file.
    pub fn is_cleaned(self) -> bool {
        matches!(self, Self::Photo | Self::Drawing)
    }
}

/// The format of a picture that is not cleaned.
fn refused(extension: &str, first: &[u8]) -> Option<&'static str> {
    let at = |from: usize, mark: &[u8]| first.get(from..).is_some_and(|rest| rest.starts_with(mark));
    if at(4, b"ftyp") {
        // The major brand and the compatible ones.
        let len = first.first_chunk().map_or(0, |len| u32::from_be_bytes(*len) as usize).clamp(12, 256);
        let is = |brands: &[&[u8]]| first[8..len.min(first.len())].chunks_exact(4).any(|brand| brands.contains(&brand));
        return if is(&[b"avif", b"avis"]) {
            Some("AVIF")
        } else if is(&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"]) {
            Some("HEIC")
        } else if is(&[b"crx "]) {
            Some("RAW")
        } else {
            None
        };
    }
    let tiff = [b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"].iter().any(|mark| at(0, *mark));
    let raw: [&[u8]; 8] = [b"FUJIFILMCCD-RAW", b"IIRO", b"IIRS", b"MMOR", b"IIU\0", b"FOVb", b"II\x1A\0\0\0HEAPCCDR", b"\0MRM"];
    let jpeg_2000: [&[u8]; 2] = [b"\0\0\0\x0CjP  ", b"\xFF\x4F\xFF\x51"];
    if tiff {
        Some(if matches!(extension, "tif" | "tiff") {
            "TIFF"
        } else if PICTURES.contains(&extension) {
            "RAW"
        } else {
            "TIFF"
        })
    } else if raw.iter().any(|mark| at(0, mark)) {
        Some("RAW")
    } else if at(0, b"BM") && at(6, &[0; 4]) && first.get(14).is_some_and(|len| matches!(len, 12 | 40 | 52 | 56 | 64 | 108 | 124)) {
        Some("BMP")
    } else if at(0, b"\xFF\x0A") || at(0, b"\0\0\0\x0CJXL ") {
        Some("JPEG XL")
    } else if jpeg_2000.iter().any(|mark| at(0, mark)) {
        Some("JPEG 2000")
    } else if at(0, b"8BPS") {
        Some("PSD")
    } else {
        None
    }
}

/// Whether a text begins as a page, a drawing or other markup does (WHATWG MIME Sniffing, 7.1).
fn written(first: &[u8]) -> Option<()> {
    // Of UTF-16 every second byte is read.
    let bytes: Vec<u8> = match first {
        [0xFE, 0xFF, rest @ ..] | [0xFF, 0xFE, rest @ ..] => rest.iter().copied().filter(|b| *b != 0).collect(),
        _ => first.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(first).to_vec(),
    };
    let text = String::from_utf8_lossy(&bytes).trim_start().to_ascii_lowercase();
    let begins = [
        "<!doctype",
        "<?xml",
        "<!--",
        "<html",
        "<svg",
        "<head",
        "<script",
        "<iframe",
        "<h1",
        "<div",
        "<font",
        "<table",
        "<a",
        "<style",
        "<title",
        "<b",
        "<p",
    ];
    begins.iter().any(|begin| text.starts_with(begin)).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_its_first_bytes_say() {
        use Media::{Download, Drawing, Photo, Plain};
        use Refused::{Disguised, Format, Unknown};
        let cases: &[(&str, &[u8], Result<Media, Refused>)] = &[
            ("a.jpg", b"\xFF\xD8\xFF\xE0", Ok(Photo)),
            ("a.jfif", b"\xFF\xD8\xFF\xE1", Ok(Photo)),
            ("a.heic", b"\xFF\xD8\xFF\xE1", Ok(Photo)),
            ("plan.pdf", b"\xFF\xD8\xFF\xE1", Ok(Photo)),
            ("a", b"\x89PNG\r\n\x1a\n", Ok(Photo)),
            ("a.JPG", b"RIFF\x10\0\0\0WEBPVP8 ", Ok(Photo)),
            ("a.gif", b"GIF89a", Ok(Photo)),
            ("a.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Err(Format("HEIC"))),
            ("film.mp4", b"\0\0\0\x18ftypmif1\0\0\0\0mif1avif", Err(Format("AVIF"))),
            ("a.cr3", b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", Err(Format("RAW"))),
            ("film.mp4", b"\0\0\0\x18ftypisom\0\0\0\x01isomavc1", Ok(Plain)),
            ("a.tif", b"II*\0\x08\0\0\0", Err(Format("TIFF"))),
            ("a.nef", b"MM\0*\0\0\0\x08", Err(Format("RAW"))),
            ("plan.pdf", b"MM\0*\0\0\0\x08", Err(Format("TIFF"))),
            ("a.bmp", b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0", Err(Format("BMP"))),
            ("a.txt", b"BMW parks here", Ok(Plain)),
            ("a.jpg", b"not a picture", Err(Unknown)),
            ("a.jpg", b"", Err(Unknown)),
            ("a.heic", b"?", Err(Unknown)),
            ("a.png", b"<svg xmlns", Err(Unknown)),
            ("a.svg", b"<svg xmlns", Ok(Drawing)),
            ("a.SVG", b"?", Ok(Drawing)),
            ("a.svg", b"\xFF\xD8\xFF\xE1", Ok(Photo)),
            ("a.html", b"<p>", Ok(Download)),
            ("a.xml", b"<svg xmlns", Ok(Download)),
            ("a.xhtml", b"\xFF\xD8\xFF\xE1", Err(Disguised)),
            ("page", b" \n<script>", Err(Disguised)),
            ("page", b"\xFF\xFE<\0s\0v\0g\0", Err(Disguised)),
            ("LICENSE", b"Free for all", Ok(Plain)),
            ("old.doc", b"<html xmlns:w=\"urn:schemas-microsoft-com\">", Ok(Plain)),
            ("plan.pdf", b"%PDF-1.7", Ok(Plain)),
            ("sub.svg/plan", b"%PDF-1.7", Ok(Plain)),
        ];
        for (name, first, expected) in cases {
            assert_eq!(of(name, first), *expected, "{name} {first:?}");
        }
    }
}
