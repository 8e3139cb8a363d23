//! Pictures lose what the camera wrote into them (place, device, owner) before they are published.
//!
//! In: the bytes of a JPEG, PNG or WebP file. Out: the same picture without metadata; a JPEG keeps only
//! which way up it is. Always: the pixels are untouched; bytes that are no such picture come back as they
//! are. The only file that knows the picture library.

use img_parts::jpeg::{Jpeg, JpegSegment, markers};
use img_parts::png::Png;
use img_parts::webp::WebP;
use img_parts::{Bytes, ImageEXIF};

/// Whether a file name says that it is a picture we clean.
pub fn is_picture(name: &str) -> bool {
    let extension = name.rsplit_once('.').map_or("", |(_, e)| e).to_ascii_lowercase();
    matches!(extension.as_str(), "jpg" | "jpeg" | "png" | "webp")
}

/// The picture without its metadata.
pub fn clean(bytes: Vec<u8>) -> Vec<u8> {
    let bytes = Bytes::from(bytes);
    if let Ok(mut jpeg) = Jpeg::from_bytes(bytes.clone()) {
        let turned = jpeg.exif().as_deref().and_then(orientation);
        // APP1 holds EXIF and XMP, APP13 the captions of picture agencies; comments may hold anything.
        jpeg.segments_mut().retain(|s| !matches!(s.marker(), markers::APP1 | markers::APP13 | markers::COM));
        if let Some(turned) = turned.filter(|t| *t != 1) {
            jpeg.segments_mut().insert(0, JpegSegment::new_with_contents(markers::APP1, Bytes::from(upright(turned))));
        }
        return jpeg.encoder().bytes().to_vec();
    }
    if let Ok(mut png) = Png::from_bytes(bytes.clone()) {
        png.chunks_mut().retain(|c| !matches!(&c.kind(), b"eXIf" | b"tEXt" | b"zTXt" | b"iTXt" | b"tIME"));
        return png.encoder().bytes().to_vec();
    }
    if let Ok(mut webp) = WebP::from_bytes(bytes.clone()) {
        webp.set_exif(None);
        webp.remove_chunks_by_id(*b"XMP ");
        return webp.encoder().bytes().to_vec();
    }
    bytes.to_vec()
}

/// The value of tag 0x0112 in the first directory of a TIFF block (EXIF 2.32, 4.6.4).
fn orientation(tiff: &[u8]) -> Option<u16> {
    let little = match tiff.get(..4)? {
        b"II*\0" => true,
        b"MM\0*" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let two: [u8; 2] = tiff.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if little { u16::from_le_bytes(two) } else { u16::from_be_bytes(two) })
    };
    let long = |at: usize| {
        let (high, low) = (u32::from(short(if little { at + 2 } else { at })?), u32::from(short(if little { at } else { at + 2 })?));
        Some(high << 16 | low)
    };
    let directory = long(4)? as usize;
    let entries = usize::from(short(directory)?);
    (0..entries)
        .map(|i| directory + 2 + i * 12)
        .find(|&at| short(at) == Some(0x0112))
        .and_then(|at| short(at + 8))
        .filter(|o| (1..=8).contains(o))
}

/// An EXIF block that says which way up the picture is and nothing else.
fn upright(orientation: u16) -> Vec<u8> {
    let mut block = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    block.extend_from_slice(&orientation.to_be_bytes());
    block.extend_from_slice(&[0, 0, 0, 0, 0, 0]);
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A JPEG frame without pixels: enough for what reads segments.
    fn jpeg(exif: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xE1];
        bytes.extend_from_slice(&u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
        bytes.extend_from_slice(exif);
        bytes.extend_from_slice(&[0xFF, 0xFE, 0, 6, b'n', b'o', b't', b'e', 0xFF, 0xD9]);
        bytes
    }

    #[test]
    fn place_and_comments_go_and_the_way_up_stays() {
        let mut exif = upright(6);
        exif.extend_from_slice(b"GPS 21.9N 100.8E");
        let cleaned = clean(jpeg(&exif));
        let text = String::from_utf8_lossy(&cleaned);
        assert!(!text.contains("GPS") && !text.contains("note"), "{text}");
        let kept = Jpeg::from_bytes(Bytes::from(cleaned.clone())).unwrap().exif().unwrap();
        assert_eq!(orientation(&kept), Some(6));
        assert_eq!(clean(cleaned.clone()), cleaned, "cleaning twice changes nothing");
    }

    #[test]
    fn what_is_no_picture_stays_as_it_is() {
        assert_eq!(clean(b"not a picture".to_vec()), b"not a picture");
        assert!(orientation(b"II*\0\xFF\xFF\xFF\xFF").is_none());
    }
}
