//! Pictures: removes the camera's data (place, device, owner), and makes smaller copies for pages.
//!
//! In: the bytes of a JPEG, PNG, WebP or GIF file. Out: the same picture without metadata, its pixels untouched (only the way up and
//! the colour profile stay); its size; a smaller JPEG of it for pages. Always: a picture whose head names a size above the limits is
//! refused before anything is unpacked; the same bytes give the same picture. Only this file names the picture library.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageReader, RgbImage};

mod strip;

pub use strip::Stripped;

/// The greatest width or height; more is a mistake or an attack.
pub const MAX_SIDE: u32 = 12_000;

/// More pixels than this would take too much memory: four bytes each, twice.
pub const MAX_PIXELS: u64 = 64_000_000;

/// Pixels of more than four bytes are counted by their bytes.
pub const MAX_UNPACKED: u64 = MAX_PIXELS * 4;

/// The largest picture on a page, in pixels and bytes.
const SHOWN_WIDTH: u32 = 1_000;
const SHOWN_HEIGHT: u32 = 1_400;
pub const SHOWN_BYTES: u64 = 80 * 1024;

/// Version of the method; raised by every change that gives other bytes for the same picture.
const VERSION: u8 = 1;

/// The head of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// Width and height after rotation.
    Size(u32, u32),
    TooLarge(u32, u32),
    /// The picture's bytes when unpacked.
    TooHeavy(u64),
    Unreadable,
}

/// Reads the head of a picture; nothing is unpacked.
pub fn head(bytes: &[u8]) -> Head {
    let Some((mut decoder, (width, height))) = decoder(bytes) else { return Head::Unreadable };
    if width == 0 || height == 0 {
        return Head::Unreadable;
    }
    if width > MAX_SIDE || height > MAX_SIDE || u64::from(width) * u64::from(height) > MAX_PIXELS {
        return Head::TooLarge(width, height);
    }
    if decoder.total_bytes() > MAX_UNPACKED {
        return Head::TooHeavy(decoder.total_bytes());
    }
    if is_on_its_side(decoder.orientation().unwrap_or(Orientation::NoTransforms)) {
        Head::Size(height, width)
    } else {
        Head::Size(width, height)
    }
}

fn decoder(bytes: &[u8]) -> Option<(impl ImageDecoder + '_, (u32, u32))> {
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(MAX_PIXELS * 8);
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    reader.limits(limits);
    let decoder = reader.into_decoder().ok()?;
    let size = decoder.dimensions();
    Some((decoder, size))
}

fn is_on_its_side(orientation: Orientation) -> bool {
    matches!(orientation, Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH)
}

/// The size on a page for a picture of this size; never larger than the picture.
pub fn shown_size((width, height): (u32, u32)) -> (u32, u32) {
    let scaled = |a: u32, of: u32, to: u32| {
        u32::try_from((u64::from(a) * u64::from(to) * 2 + u64::from(of)) / (u64::from(of) * 2)).unwrap_or(a).max(1)
    };
    let (width, height) = if width > SHOWN_WIDTH { (SHOWN_WIDTH, scaled(height, width, SHOWN_WIDTH)) } else { (width, height) };
    if height > SHOWN_HEIGHT { (scaled(width, height, SHOWN_HEIGHT), SHOWN_HEIGHT) } else { (width, height) }
}

/// The name of the smaller picture of a file; `None` if the file itself is small enough for a page. The name changes with the
/// original, so that an existing picture never has to be made again.
pub fn shown_name(file: &str, len: u64, size: (u32, u32), hash: &crate::hash::ContentHash) -> Option<String> {
    if len <= SHOWN_BYTES && size == shown_size(size) {
        return None;
    }
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let mut made_from = hash.as_bytes().to_vec();
    made_from.push(VERSION);
    let mark: String = crate::hash::ContentHash::of(&made_from).to_string().chars().take(8).collect();
    Some(format!("{stem}-{mark}.jpg"))
}

/// The smaller picture for pages; `None` if the data cannot be unpacked.
pub fn shown(bytes: &[u8]) -> Option<Vec<u8>> {
    let Head::Size(width, height) = head(bytes) else { return None };
    let (mut decoder, _) = decoder(bytes)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut whole = DynamicImage::from_decoder(decoder).ok()?;
    whole.apply_orientation(orientation);
    let (mut width, mut height) = shown_size((width, height));
    // A coarse step first, since the cost of the fine one grows with the pixels.
    if whole.width() / 2 > width && whole.height() / 2 > height {
        whole = whole.thumbnail_exact(width * 2, height * 2);
    }
    loop {
        let small = on_paper(&whole.resize_exact(width, height, FilterType::Triangle));
        for quality in [82, 74, 66, 58, 50] {
            let mut out = Vec::new();
            JpegEncoder::new_with_quality(&mut out, quality).encode_image(&small).ok()?;
            if out.len() as u64 <= SHOWN_BYTES {
                return Some(out);
            }
        }
        if width < 100 || height < 100 {
            return None;
        }
        (width, height) = (width * 4 / 5, height * 4 / 5);
    }
}

/// Transparency becomes white, as on paper.
fn on_paper(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let mut paper = image::RgbaImage::from_pixel(picture.width(), picture.height(), image::Rgba([255; 4]));
    imageops::overlay(&mut paper, &picture.to_rgba8(), 0, 0);
    DynamicImage::ImageRgba8(paper).to_rgb8()
}

/// The name of a format that can be stripped, by the first bytes.
pub fn format(first: &[u8]) -> Option<&'static str> {
    const MARKS: [(&[u8], &str); 4] = [(b"\xFF\xD8", "jpeg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF87a", "gif"), (b"GIF89a", "gif")];
    if first.starts_with(b"RIFF") && first.get(8..12) == Some(b"WEBP".as_slice()) {
        return Some("webp");
    }
    MARKS.iter().find(|(mark, _)| first.starts_with(mark)).map(|(_, format)| *format)
}

/// The picture without invisible data; `None` for an unknown format.
pub fn strip(bytes: &[u8]) -> Option<Stripped> {
    strip::jpeg(bytes).or_else(|| strip::png(bytes)).or_else(|| strip::webp(bytes)).or_else(|| strip::gif(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(picture: DynamicImage) -> Vec<u8> {
        let mut out = Cursor::new(Vec::new());
        picture.write_to(&mut out, image::ImageFormat::Png).unwrap();
        out.into_inner()
    }

    /// A picture that compresses badly: no two pixels are equal.
    fn noise(width: u32, height: u32) -> DynamicImage {
        let mut state = 1u32;
        DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |_, _| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            image::Rgb([(state >> 24) as u8, (state >> 16) as u8, (state >> 8) as u8])
        }))
    }

    #[test]
    fn a_page_shows_no_picture_of_more_than_80_kb() {
        let bytes = png(noise(1200, 300));
        assert_eq!(head(&bytes), Head::Size(1200, 300));
        let small = shown(&bytes).unwrap();
        assert!(small.len() as u64 <= SHOWN_BYTES, "{}", small.len());
        assert_eq!(shown(&bytes).unwrap(), small, "the same bytes give the same picture");
        let Head::Size(width, height) = head(&small) else { panic!("a picture") };
        assert!(width <= SHOWN_WIDTH && width.abs_diff(height * 4) <= 4, "{width} × {height}");
    }

    #[test]
    fn what_can_be_seen_through_is_white() {
        let clear = DynamicImage::ImageRgba8(image::RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0])));
        let shown = image::load_from_memory(&shown(&png(clear)).unwrap()).unwrap().to_rgb8();
        assert!(shown.pixels().all(|p| p.0.iter().all(|c| *c > 250)));
    }

    #[test]
    fn a_bomb_is_refused_by_its_head() {
        let mut bytes = png(noise(2, 2));
        // Width and height of IHDR; the sum over the chunk must fit.
        bytes[16..24].copy_from_slice(&[0, 0, 0x4E, 0x20, 0, 0, 0x4E, 0x20]);
        let sum = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        assert_eq!(head(&bytes), Head::TooLarge(20_000, 20_000));
        assert_eq!(shown(&bytes), None);
        assert_eq!(head(b"not a picture"), Head::Unreadable);
        let cut = png(noise(60, 60));
        assert_eq!(shown(&cut[..cut.len() / 2]), None);
    }

    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0u32, |sum, b| (0..8).fold(sum ^ u32::from(*b), |s, _| if s & 1 == 1 { s >> 1 ^ 0xEDB8_8320 } else { s >> 1 }))
    }

    /// An opened picture reports its size before it is read.
    #[test]
    fn sixteen_bits_a_colour_count_by_what_they_take() {
        let mut bytes = png(DynamicImage::ImageRgba16(image::ImageBuffer::new(2, 2)));
        bytes[16..24].copy_from_slice(&[0, 0, 0x1F, 0x40, 0, 0, 0x1F, 0x40]);
        let sum = crc32(&bytes[12..29]);
        bytes[29..33].copy_from_slice(&sum.to_be_bytes());
        assert_eq!(head(&bytes), Head::TooHeavy(8_000 * 8_000 * 8));
        assert_eq!(shown(&bytes), None);
    }

    /// A rotated photo is upright on pages, although the camera's data is removed.
    #[test]
    fn the_way_up_is_kept_when_all_else_goes() {
        let mut photo = Vec::new();
        JpegEncoder::new_with_quality(&mut photo, 80).encode_image(&noise(160, 120)).unwrap();
        let turned = b"\xFF\xE1\x00\x2AExif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0GPS 21.9N ";
        photo.splice(2..2, turned.iter().copied());
        let stripped = strip(&photo).unwrap();
        assert!(stripped.is_whole && !stripped.bytes.windows(3).any(|w| w == b"GPS"));
        assert_eq!(head(&stripped.bytes), Head::Size(120, 160));
        let Head::Size(width, height) = head(&shown(&stripped.bytes).unwrap()) else { panic!("a picture") };
        assert!(width < height, "{width} × {height}");
    }

    #[test]
    fn a_first_picture_of_a_film_is_shown() {
        let mut out = Cursor::new(Vec::new());
        noise(60, 30).write_to(&mut out, image::ImageFormat::Gif).unwrap();
        let bytes = strip(out.get_ref()).unwrap().bytes;
        assert_eq!(head(&bytes), Head::Size(60, 30));
        assert!(shown(&bytes).is_some());
    }

    #[test]
    fn a_picture_keeps_its_shape() {
        for (size, expected) in [
            ((640, 480), (640, 480)),
            ((4000, 3000), (1000, 750)),
            ((3000, 4000), (1000, 1333)),
            ((1000, 9000), (156, 1400)),
            ((12000, 1), (1000, 1)),
        ] {
            assert_eq!(shown_size(size), expected);
        }
        let hash = crate::hash::ContentHash::of(b"x");
        assert_eq!(shown_name("a.png", 10_000, (640, 480), &hash), None);
        let name = shown_name("a.b.png", 90_000, (640, 480), &hash).unwrap();
        assert!(name.starts_with("a.b-") && name.ends_with(".jpg"), "{name}");
    }
}
