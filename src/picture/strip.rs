//! Removes from pictures all data that a screen does not need.
//!
//! In: the bytes of a JPEG, PNG, WebP or GIF file. Out: the same pixels, the colour profile and the orientation; whether the file is
//! complete. Always: a list of the parts that stay, so that unknown parts are removed (captions, places, previews, a film behind the
//! picture); nothing is unpacked beyond a bound; stripping twice changes nothing.

use std::io::Read;

use flate2::Crc;
use flate2::read::ZlibDecoder;

/// The largest colour profile.
const MAX_PROFILE: usize = 4 << 20;

/// A picture as it is published.
#[derive(Debug, PartialEq, Eq)]
pub struct Stripped {
    pub bytes: Vec<u8>,
    /// Whether the file is complete; otherwise a part of the picture is missing.
    pub is_whole: bool,
}

struct Segment<'a> {
    marker: u8,
    data: &'a [u8],
    /// The data after a start of scan.
    scan: &'a [u8],
}

/// JPEG (ITU-T T.81): tables, frames and scans up to the first end of image.
pub(super) fn jpeg(bytes: &[u8]) -> Option<Stripped> {
    let (segments, is_whole) = segments(bytes)?;
    let exif = segments.iter().find_map(|s| s.data.strip_prefix(b"Exif\0\0").filter(|_| s.marker == 0xE1));
    let has_profile = is_profile(&profile_of(&segments));
    let mut out = Vec::with_capacity(bytes.len());
    out.extend([0xFF, 0xD8]);
    if let Some(turned) = exif.and_then(orientation) {
        put_segment(&mut out, 0xE1, &[b"Exif\0\0", upright(turned).as_slice()].concat());
    }
    for segment in &segments {
        let data = segment.data;
        match segment.marker {
            // A preview in the head would show parts that were cropped.
            0xE0 if data.starts_with(b"JFIF\0") && data.len() >= 14 => put_segment(&mut out, 0xE0, &[&data[..12], &[0, 0]].concat()),
            0xE2 if has_profile && profile_part(data).is_some() => put_segment(&mut out, 0xE2, data),
            0xEE if data.starts_with(b"Adobe") && data.len() >= 12 => put_segment(&mut out, 0xEE, &data[..12]),
            // JPG extensions (C8), other applications' segments and comments are not for readers.
            0xC0..=0xC7 | 0xC9..=0xCF | 0xDA..=0xDD => put_segment(&mut out, segment.marker, data),
            _ => {}
        }
        out.extend_from_slice(segment.scan);
    }
    out.extend([0xFF, 0xD9]);
    Some(Stripped { bytes: out, is_whole })
}

fn put_segment(out: &mut Vec<u8>, marker: u8, data: &[u8]) {
    let Ok(len) = u16::try_from(data.len() + 2) else { return };
    out.extend([0xFF, marker]);
    out.extend(len.to_be_bytes());
    out.extend_from_slice(data);
}

/// The segments up to the first end of image, and whether there is one.
fn segments(bytes: &[u8]) -> Option<(Vec<Segment<'_>>, bool)> {
    let mut rest = bytes.strip_prefix(&[0xFF, 0xD8])?;
    let mut found = Vec::new();
    loop {
        let Some(at) = next_marker(rest, |m| !matches!(m, 0x00 | 0x01 | 0xD0..=0xD8 | 0xFF)) else { return Some((found, false)) };
        let marker = rest[at + 1];
        if marker == 0xD9 {
            return Some((found, true));
        }
        rest = &rest[at + 2..];
        let len = rest.get(..2).map_or(0, |l| usize::from(u16::from_be_bytes([l[0], l[1]])));
        let (Some(data), Some(after)) = (rest.get(2..len), rest.get(len..)) else { return Some((found, false)) };
        let scan = if marker == 0xDA {
            // Within a scan, FF before 00 is data, and restarts belong to the scan.
            next_marker(after, |m| !matches!(m, 0x00 | 0xD0..=0xD7 | 0xFF)).unwrap_or(after.len())
        } else {
            0
        };
        found.push(Segment { marker, data, scan: &after[..scan] });
        rest = &after[scan..];
    }
}

/// Where the next marker of this kind begins.
fn next_marker(bytes: &[u8], is_meant: impl Fn(u8) -> bool) -> Option<usize> {
    let mut from = 0;
    loop {
        from += bytes.get(from..)?.iter().position(|b| *b == 0xFF)?;
        if is_meant(*bytes.get(from + 1)?) {
            return Some(from);
        }
        from += 1;
    }
}

/// Number, count and piece of a colour profile that is spread over segments (ICC.1, B.4).
fn profile_part(data: &[u8]) -> Option<(u8, u8, &[u8])> {
    match data.strip_prefix(b"ICC_PROFILE\0")? {
        [number, count, piece @ ..] => Some((*number, *count, piece)),
        _ => None,
    }
}

fn profile_of(segments: &[Segment<'_>]) -> Vec<u8> {
    let mut parts: Vec<_> = segments.iter().filter(|s| s.marker == 0xE2).filter_map(|s| profile_part(s.data)).collect();
    crate::order::sort_by_key(&mut parts, |(number, ..)| *number);
    let is_complete =
        parts.iter().enumerate().all(|(i, (number, count, _))| usize::from(*number) == i + 1 && usize::from(*count) == parts.len());
    if is_complete { parts.iter().flat_map(|(.., piece)| piece.iter().copied()).collect() } else { Vec::new() }
}

/// Whether these bytes are exactly a colour profile: its length is at the beginning, and `acsp` at 36 (ICC.1, 7.2).
fn is_profile(bytes: &[u8]) -> bool {
    let len = bytes.first_chunk().map_or(0, |len| u32::from_be_bytes(*len) as usize);
    bytes.len() <= MAX_PROFILE && bytes.get(36..40) == Some(b"acsp".as_slice()) && len == bytes.len()
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// PNG (third edition): the picture, its colours, its frames.
pub(super) fn png(bytes: &[u8]) -> Option<Stripped> {
    let mut rest = bytes.strip_prefix(PNG)?;
    let mut out = PNG.to_vec();
    let mut is_whole = false;
    while let Some((len, kind)) = rest.first_chunk().zip(rest.get(4..8)) {
        let len = u32::from_be_bytes(*len) as usize;
        let (Some(data), Some(after)) = (rest.get(8..).and_then(|r| r.get(..len)), rest.get(12..).and_then(|r| r.get(len..))) else {
            break;
        };
        match kind {
            b"IHDR" | b"PLTE" | b"tRNS" | b"IDAT" | b"gAMA" | b"cHRM" | b"sRGB" | b"sBIT" | b"bKGD" | b"pHYs" | b"cICP" | b"mDCV"
            | b"cLLI" | b"acTL" | b"fcTL" | b"fdAT" => out.extend_from_slice(&rest[..12 + len]),
            b"iCCP" => put_chunk(&mut out, b"iCCP", &png_profile(data).unwrap_or_default()),
            b"eXIf" => put_chunk(&mut out, b"eXIf", &orientation(data).map(upright).unwrap_or_default()),
            b"IEND" => {
                is_whole = true;
                break;
            }
            _ => {}
        }
        rest = after;
    }
    let mut end = Crc::new();
    end.update(b"IEND");
    out.extend([0, 0, 0, 0]);
    out.extend(b"IEND");
    out.extend(end.sum().to_be_bytes());
    Some(Stripped { bytes: out, is_whole })
}

/// Writes nothing for empty data.
fn put_chunk(out: &mut Vec<u8>, kind: &[u8; 4], data: &[u8]) {
    let Some(len) = u32::try_from(data.len()).ok().filter(|len| *len > 0) else { return };
    let mut sum = Crc::new();
    sum.update(kind);
    sum.update(data);
    out.extend(len.to_be_bytes());
    out.extend(kind);
    out.extend_from_slice(data);
    out.extend(sum.sum().to_be_bytes());
}

/// The data of an iCCP chunk with a neutral name; `None` if the chunk has no profile of a plausible size.
fn png_profile(data: &[u8]) -> Option<Vec<u8>> {
    let name = data.iter().position(|b| *b == 0)?;
    let packed = data.get(name + 2..)?;
    let mut unpacked = Vec::new();
    let mut reader = ZlibDecoder::new(packed).take(MAX_PROFILE as u64 + 1);
    reader.read_to_end(&mut unpacked).ok()?;
    let read = usize::try_from(reader.get_ref().total_in()).ok()?;
    is_profile(&unpacked).then(|| [b"icc\0\0", packed.get(..read).unwrap_or(packed)].concat())
}

/// WebP (RFC 9649): the frames, the transparency, the colour profile.
pub(super) fn webp(bytes: &[u8]) -> Option<Stripped> {
    let head = bytes.first_chunk::<12>().filter(|h| h.starts_with(b"RIFF") && h.ends_with(b"WEBP"))?;
    let declared = u32::from_le_bytes([head[4], head[5], head[6], head[7]]) as usize + 8;
    let (chunks, is_whole) = riff(&bytes[12..declared.clamp(12, bytes.len())]);
    let profile = chunks.iter().any(|(kind, data)| *kind == b"ICCP" && is_profile(data));
    let exif = chunks.iter().find(|(kind, _)| *kind == b"EXIF").map(|(_, data)| data.strip_prefix(b"Exif\0\0").unwrap_or(data));
    let turned = exif.and_then(orientation);
    let mut out = b"RIFF\0\0\0\0WEBP".to_vec();
    for (kind, data) in &chunks {
        match *kind {
            b"VP8X" if data.len() >= 10 => {
                // Flags of the following chunks: profile, transparency, EXIF, XMP, animation.
                let flags = data[0] & 0x12 | if profile { 0x20 } else { 0 } | if turned.is_some() { 8 } else { 0 };
                put_riff(&mut out, b"VP8X", &[&[flags, 0, 0, 0], &data[4..10]].concat());
            }
            b"VP8 " | b"VP8L" | b"ALPH" | b"ANIM" => put_riff(&mut out, kind, data),
            b"ANMF" if data.len() >= 16 => {
                let mut frame = data[..16].to_vec();
                for (kind, data) in riff(&data[16..]).0.iter().filter(|(kind, _)| matches!(*kind, b"VP8 " | b"VP8L" | b"ALPH")) {
                    put_riff(&mut frame, kind, data);
                }
                put_riff(&mut out, b"ANMF", &frame);
            }
            b"ICCP" if profile => put_riff(&mut out, b"ICCP", data),
            _ => {}
        }
    }
    if let Some(turned) = turned {
        put_riff(&mut out, b"EXIF", &upright(turned));
    }
    let len = u32::try_from(out.len() - 8).ok()?;
    out[4..8].copy_from_slice(&len.to_le_bytes());
    Some(Stripped { bytes: out, is_whole: is_whole && declared <= bytes.len() + 1 })
}

type Chunks<'a> = Vec<(&'a [u8], &'a [u8])>;

/// The chunks, and whether the last one is whole.
fn riff(mut rest: &[u8]) -> (Chunks<'_>, bool) {
    let mut found = Vec::new();
    while let Some((kind, len)) = rest.get(..4).zip(rest.get(4..8)) {
        let len = u32::from_le_bytes([len[0], len[1], len[2], len[3]]) as usize;
        let Some(data) = rest.get(8..).and_then(|r| r.get(..len)) else { return (found, false) };
        found.push((kind, data));
        // An odd length is filled up.
        rest = rest[8 + len..].get(len % 2..).unwrap_or_default();
    }
    (found, true)
}

fn put_riff(out: &mut Vec<u8>, kind: &[u8], data: &[u8]) {
    let Ok(len) = u32::try_from(data.len()) else { return };
    out.extend_from_slice(kind);
    out.extend(len.to_le_bytes());
    out.extend_from_slice(data);
    if len % 2 == 1 {
        out.push(0);
    }
}

/// GIF (89a): the pictures, their duration, the number of repetitions.
pub(super) fn gif(bytes: &[u8]) -> Option<Stripped> {
    if !bytes.starts_with(b"GIF87a") && !bytes.starts_with(b"GIF89a") {
        return None;
    }
    let colours = |flags: u8| if flags & 0x80 == 0 { 0 } else { 3 << ((flags & 7) + 1) };
    let head = 13 + colours(*bytes.get(10)?);
    let mut out = bytes.get(..head)?.to_vec();
    let mut rest = &bytes[head..];
    let is_whole = loop {
        let (len, stays) = match rest {
            [0x3B, ..] => break true,
            [0x2C, ..] => {
                let Some(flags) = rest.get(9) else { break false };
                let data = 10 + colours(*flags) + 1;
                let Some(len) = rest.get(data..).and_then(blocks) else { break false };
                (data + len, true)
            }
            [0x21, label, ..] => {
                let Some(len) = blocks(&rest[2..]) else { break false };
                // Only the extension with the number of repetitions; others have comments and XMP.
                let loops = rest[2..].starts_with(b"\x0BNETSCAPE2.0\x03\x01") && len == 17;
                (2 + len, *label == 0xF9 || *label == 0xFF && loops)
            }
            _ => break false,
        };
        if stays {
            out.extend_from_slice(&rest[..len]);
        }
        rest = &rest[len..];
    };
    out.push(0x3B);
    Some(Stripped { bytes: out, is_whole })
}

/// The length of a run of sub-blocks, including the empty one at its end.
fn blocks(bytes: &[u8]) -> Option<usize> {
    let mut at = 0;
    loop {
        let len = usize::from(*bytes.get(at)?);
        at += 1 + len;
        if len == 0 {
            return (at <= bytes.len()).then_some(at);
        }
    }
}

/// The orientation of a TIFF block: tag 0x0112 in the first directory (EXIF 2.32, 4.6.4), if it is not the normal one.
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
        .filter(|o| (2..=8).contains(o))
}

/// A TIFF block with the orientation and nothing else.
fn upright(orientation: u16) -> Vec<u8> {
    let mut block = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    block.extend_from_slice(&orientation.to_be_bytes());
    block.extend_from_slice(&[0, 0, 0, 0, 0, 0]);
    block
}

#[cfg(test)]
mod tests;
