//! Pictures with data in every place that cameras use: the parts that stay, and those that are removed.

use super::*;

const MARK: &[u8] = b"GPS 21.9N 100.8E";

fn has_mark(bytes: &[u8]) -> bool {
    bytes.windows(MARK.len()).any(|w| w == MARK)
}

/// A directory of one entry, the orientation.
fn turned(to: u8) -> Vec<u8> {
    [b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", &[to, 0, 0, 0][..], b"\0\0\0\0", MARK].concat()
}

/// A colour profile of no colours.
fn profile(len: usize) -> Vec<u8> {
    let mut bytes = vec![0; len];
    bytes[..4].copy_from_slice(&(len as u32).to_be_bytes());
    bytes[36..40].copy_from_slice(b"acsp");
    bytes
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    put_segment(&mut out, marker, data);
    out
}

const FRAME: &[u8] = b"\xFF\xC0\x00\x0B\x08\x00\x08\x00\x08\x01\x01\x11\x00";
const SCAN: &[u8] = b"\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00\xAB\xFF\x00\xFF\xD0\xCD";

fn photo(more: &[u8], behind: &[u8]) -> Vec<u8> {
    [b"\xFF\xD8", more, FRAME, SCAN, b"\xFF\xD9", behind].concat()
}

/// All data that a camera, a phone or a program puts beside the pixels is removed, wherever it is.
#[test]
fn a_photo_keeps_its_pixels_and_nothing_of_the_camera() {
    let jfif = segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    let plain = photo(&jfif, b"");
    assert_eq!(jpeg(&plain), Some(Stripped { bytes: plain.clone(), is_whole: true }));
    let with = |begin: &[u8]| [begin, MARK].concat();
    let film = [b"\0\0\0\x18ftypmp42", MARK].concat();
    for (more, behind) in [
        (segment(0xE1, &with(b"Exif\0\0II*\0\x08\0\0\0\0\0")), vec![]),
        (segment(0xE1, &with(b"http://ns.adobe.com/xap/1.0/\0")), vec![]),
        (segment(0xE1, &with(b"http://ns.adobe.com/xmp/extension/\0")), vec![]),
        (segment(0xED, &with(b"Photoshop 3.0\0")), vec![]),
        (segment(0xFE, MARK), vec![]),
        (segment(0xE2, &with(b"MPF\0")), vec![]),
        (segment(0xE2, &with(b"ICC_PROFILE\0\x01\x01")), vec![]),
        (segment(0xE2, &with(b"FPXR\0")), vec![]),
        (segment(0xE3, &with(b"Meta\0")), vec![]),
        (segment(0xE4, MARK), vec![]),
        (segment(0xEB, &with(b"JP")), vec![]),
        (segment(0xEF, MARK), vec![]),
        (segment(0xC8, MARK), vec![]),
        (segment(0xE0, &with(b"JFXX\0\x10")), vec![]),
        (MARK.to_vec(), vec![]),
        (vec![], film),
        (vec![], photo(&segment(0xE1, MARK), b"")),
        (vec![], [b"SEFH", MARK].concat()),
    ] {
        let built = photo(&[jfif.as_slice(), &more].concat(), &behind);
        assert!(has_mark(&built));
        let stripped = jpeg(&built).unwrap();
        assert_eq!((stripped.bytes, stripped.is_whole), (plain.clone(), true));
    }
    // A preview in the head is removed too, and so is the data after the eight fields of Adobe.
    let preview = segment(0xE0, &[b"JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01".as_slice(), MARK].concat());
    assert_eq!(jpeg(&photo(&preview, b"")).unwrap().bytes, plain);
    let adobe = photo(&segment(0xEE, &[b"Adobe\0\x64\0\0\0\0\x01".as_slice(), MARK].concat()), b"");
    assert_eq!(jpeg(&adobe).unwrap().bytes, photo(&segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01"), b""));
}

#[test]
fn the_way_up_and_the_colours_stay() {
    let colours = profile(64);
    let icc = |number: u8, count: u8, piece: &[u8]| segment(0xE2, &[b"ICC_PROFILE\0", &[number, count][..], piece].concat());
    let built = photo(
        &[segment(0xE1, &[b"Exif\0\0".as_slice(), &turned(6)].concat()), icc(1, 2, &colours[..40]), icc(2, 2, &colours[40..])].concat(),
        b"",
    );
    let stripped = jpeg(&built).unwrap();
    assert!(!has_mark(&stripped.bytes));
    assert_eq!(jpeg(&stripped.bytes).as_ref(), Some(&stripped), "stripping twice changes nothing");
    let (kept, _) = segments(&stripped.bytes).unwrap();
    assert_eq!(orientation(&kept[0].data[6..]), Some(6));
    assert_eq!(profile_of(&kept), colours);
    for (to, stays) in [(1, None), (8, Some(8)), (9, None)] {
        assert_eq!(orientation(&turned(to)), stays);
    }
    assert_eq!(orientation(b"II*\0\xFF\xFF\xFF\xFF"), None);
}

#[test]
fn half_a_picture_is_told() {
    let whole = photo(b"", b"");
    for end in [whole.len() - 1, whole.len() - 2, whole.len() - 5, 6] {
        let stripped = jpeg(&whole[..end]).unwrap();
        assert!(!stripped.is_whole && stripped.bytes.ends_with(b"\xFF\xD9"), "{end}");
    }
    let png_bytes = built_png(&[]);
    assert!(png(&png_bytes).unwrap().is_whole);
    assert!(!png(&png_bytes[..png_bytes.len() - 13]).unwrap().is_whole);
    let still = built_webp(&[]);
    assert!(webp(&still).unwrap().is_whole);
    assert!(!webp(&still[..still.len() - 3]).unwrap().is_whole);
    let still = built_gif(b"", b"");
    assert!(gif(&still).unwrap().is_whole);
    assert!(!gif(&still[..still.len() - 3]).unwrap().is_whole);
    for strip in [jpeg, png, webp, gif] {
        assert_eq!(strip(b"not a picture"), None);
        assert_eq!(strip(b""), None);
    }
}

fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    put_chunk(&mut out, kind, data);
    out
}

fn built_png(more: &[u8]) -> Vec<u8> {
    let head = chunk(b"IHDR", b"\0\0\0\x01\0\0\0\x01\x08\0\0\0\0");
    [PNG, &head, more, &chunk(b"IDAT", b"x\x9Cc\0\0\0\x01\0\x01"), b"\0\0\0\0IEND\xAEB\x60\x82"].concat()
}

#[test]
fn a_png_keeps_the_chunks_that_are_seen() {
    let plain = built_png(&[]);
    assert_eq!(png(&plain), Some(Stripped { bytes: plain.clone(), is_whole: true }));
    for kind in [b"tEXt", b"zTXt", b"iTXt", b"tIME", b"caBX", b"prVW", b"mkBS", b"vpAg", b"iDOT", b"sPLT", b"hIST", b"xxXx"] {
        assert_eq!(png(&built_png(&chunk(kind, MARK))).unwrap().bytes, plain);
    }
    // Without orientation and profile, neither block is written.
    for more in [chunk(b"eXIf", &turned(1)), chunk(b"iCCP", &[b"icc\0\0", MARK].concat()), chunk(b"iCCP", MARK)] {
        assert_eq!(png(&built_png(&more)).unwrap().bytes, plain);
    }
    let behind = [plain.as_slice(), MARK].concat();
    assert_eq!(png(&behind), Some(Stripped { bytes: plain, is_whole: true }));
    let stripped = png(&built_png(&chunk(b"eXIf", &turned(3)))).unwrap().bytes;
    assert!(!has_mark(&stripped) && stripped.windows(4).any(|w| w == b"eXIf"));
    assert_eq!(png(&stripped).unwrap().bytes, stripped);
}

#[test]
fn a_profile_is_packed_anew_under_no_name_and_a_bomb_is_none() {
    use std::io::Write as _;
    let packed = |bytes: &[u8]| {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    let of = |bytes: &[u8]| png(&built_png(&chunk(b"iCCP", &[b"made here\0\0", bytes, MARK].concat()))).unwrap().bytes;
    let kept = of(&packed(&profile(200)));
    assert!(!has_mark(&kept) && kept.windows(9).any(|w| w == b"iCCPicc\0\0"));
    assert_eq!(png(&kept).unwrap().bytes, kept);
    assert_eq!(of(&packed(&profile(MAX_PROFILE * 4))), built_png(&[]));
}

fn built_webp(more: &[u8]) -> Vec<u8> {
    let mut body = Vec::new();
    put_riff(&mut body, b"VP8X", &[0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    put_riff(&mut body, b"VP8L", b"\x2F\0\0\0\0\x88\x88\x08");
    body.extend_from_slice(more);
    [b"RIFF", (body.len() as u32 + 4).to_le_bytes().as_slice(), b"WEBP", &body].concat()
}

#[test]
fn a_webp_keeps_its_frames() {
    let plain = webp(&built_webp(&[])).unwrap().bytes;
    assert_eq!(plain[20], 0, "nothing is said to follow");
    let riffed = |kind: &[u8], data: &[u8]| {
        let mut out = Vec::new();
        put_riff(&mut out, kind, data);
        out
    };
    for more in [riffed(b"XMP ", MARK), riffed(b"EXIF", &turned(1)), riffed(b"META", MARK), riffed(b"ICCP", MARK), riffed(b"xxxx", MARK)] {
        assert_eq!(webp(&built_webp(&more)), Some(Stripped { bytes: plain.clone(), is_whole: true }));
    }
    assert_eq!(webp(&[built_webp(&[]).as_slice(), MARK].concat()).unwrap().bytes, plain);
    let stripped = webp(&built_webp(&riffed(b"EXIF", &turned(6)))).unwrap().bytes;
    assert!(!has_mark(&stripped) && stripped[20] == 8 && stripped.windows(4).any(|w| w == b"EXIF"));
    assert_eq!(webp(&stripped).unwrap().bytes, stripped);
    let frame = [vec![0; 16], riffed(b"VP8L", b"\x2F\0\0\0\0\x88\x88\x08"), riffed(b"hide", MARK)].concat();
    let stripped = webp(&built_webp(&riffed(b"ANMF", &frame))).unwrap().bytes;
    assert!(!has_mark(&stripped) && stripped.windows(4).any(|w| w == b"ANMF"));
}

fn built_gif(more: &[u8], behind: &[u8]) -> Vec<u8> {
    let head = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF";
    [head.as_slice(), more, b"\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0\x3B", behind].concat()
}

#[test]
fn a_gif_keeps_its_frames() {
    let plain = built_gif(b"", b"");
    assert_eq!(gif(&plain), Some(Stripped { bytes: plain.clone(), is_whole: true }));
    let block = |begin: &[u8]| [begin, &[MARK.len() as u8], MARK, b"\0"].concat();
    for more in
        [block(b"\x21\xFE"), block(b"\x21\xFF\x0BXMP DataXMP"), block(b"\x21\xFF\x0BNETSCAPE2.0"), block(b"\x21\x01"), block(b"\x21\xAA")]
    {
        assert_eq!(gif(&built_gif(&more, MARK)).unwrap().bytes, plain);
    }
    let moving = built_gif(b"\x21\xFF\x0BNETSCAPE2.0\x03\x01\0\0\0\x21\xF9\x04\0\0\0\0\0", b"");
    assert_eq!(gif(&moving).unwrap().bytes, moving);
}

/// Any bytes give a picture or none, without a panic.
#[test]
fn damaged_pictures_break_nothing() {
    let mut state = 7_u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 16
    };
    for base in [
        photo(&segment(0xE1, &[b"Exif\0\0".as_slice(), &turned(6)].concat()), MARK),
        built_png(&chunk(b"eXIf", &turned(6))),
        built_webp(&[]),
        built_gif(b"", b""),
    ] {
        for _ in 0..500 {
            let mut bytes = base.clone();
            for _ in 0..=next() % 4 {
                let at = next() as usize % bytes.len();
                bytes[at] = next() as u8;
            }
            bytes.truncate(next() as usize % (bytes.len() + 1));
            for strip in [jpeg, png, webp, gif] {
                if let Some(once) = strip(&bytes) {
                    assert_eq!(strip(&once.bytes).map(|s| s.bytes), Some(once.bytes));
                }
            }
        }
    }
}
