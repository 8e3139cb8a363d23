//! Real fonts, whole and broken. The letters are those of the script's own name; tests of sets use single letters.

use std::io::Read;

use super::*;

/// Letters of Noto fonts (license: `tests/fonts/README.md`): one font whose rules the library does not follow, one whose rules it does.
const ARABIC: &[u8] = include_bytes!("../../tests/fonts/arabic.ttf");
const MONGOLIAN: &[u8] = include_bytes!("../../tests/fonts/mongolian.ttf");
const NAME: &str = "ᠮᠣᠩᠭᠣᠯ";

fn font() -> Font {
    Font::read(MONGOLIAN.to_vec()).unwrap()
}

/// The tables of a WOFF file, by tag.
fn unpacked(woff: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    assert_eq!((&woff[..4], long(woff, 8)), (&b"wOFF"[..], u32::try_from(woff.len()).ok()));
    let table_at = |n: usize| {
        let at = 44 + 20 * n;
        let number = |nth: usize| long(woff, at + 4 * nth).unwrap() as usize;
        let stored = &woff[number(1)..number(1) + number(2)];
        let mut table = Vec::new();
        if stored.len() < number(3) {
            flate2::read::ZlibDecoder::new(stored).read_to_end(&mut table).unwrap();
        } else {
            table.extend_from_slice(stored);
        }
        assert_eq!((table.len(), number(1) % 4), (number(3), 0));
        (woff[at..at + 4].to_vec(), table)
    };
    (0..usize::from(short(woff, 12).unwrap())).map(table_at).collect()
}

fn table(woff: &[u8], tag: &[u8]) -> Vec<u8> {
    unpacked(woff).into_iter().find(|(t, _)| t == tag).unwrap().1
}

/// The number of glyphs with an outline: offsets in `loca` that differ from the one before.
fn outlines(woff: &[u8]) -> usize {
    let (loca, head) = (table(woff, b"loca"), table(woff, b"head"));
    let places: Vec<u32> = match short(&head, 50) {
        Some(0) => loca.chunks(2).map(|p| u32::from(short(p, 0).unwrap())).collect(),
        _ => loca.chunks(4).map(|p| long(p, 0).unwrap()).collect(),
    };
    places.windows(2).filter(|pair| pair[0] != pair[1]).count()
}

/// The number of features of the joining rules.
fn features(woff: &[u8]) -> u16 {
    let gsub = table(woff, b"GSUB");
    short(&gsub, usize::from(short(&gsub, 6).unwrap())).unwrap()
}

#[test]
fn letters_stay_with_the_forms_in_which_they_join_and_others_go() {
    for (bytes, all, single) in [(MONGOLIAN, NAME, "ᠮ"), (ARABIC, "ئۇي", "ي")] {
        let font = Font::read(bytes.to_vec()).unwrap();
        let (woff, less) = (font.cut(&Letters::of(all)).unwrap(), font.cut(&Letters::of(single)).unwrap());
        assert!(features(&woff) >= 3 && features(&less) >= 2, "{} {}", features(&woff), features(&less));
        assert!(outlines(&less) >= 3 && outlines(&woff) > outlines(&less) + 2, "{} {}", outlines(&woff), outlines(&less));
        assert!(less.len() < woff.len() && woff.len() < bytes.len());
        let tags: Vec<Vec<u8>> = unpacked(&woff).into_iter().map(|(tag, _)| tag).collect();
        assert!(tags.is_sorted() && !tags.iter().any(|t| t == b"fpgm" || t == b"vmtx"), "{tags:?}");
        let names = table(&woff, b"name");
        assert!(String::from_utf8_lossy(&names).replace('\0', "").contains("SIL Open Font License"), "the license goes with the letters");
    }
}

#[test]
fn the_same_letters_give_the_same_bytes_and_the_same_mark() {
    let (a, b) = (Letters::of(NAME), Letters::of("ᠯᠣᠭᠩᠮ and 汉字 that it cannot draw: ཀ"));
    assert_eq!(font().cut(&a), font().cut(&b));
    assert_eq!(font().mark(&a), font().mark(&b));
    assert_ne!(font().mark(&a), font().mark(&Letters::of("ᠮ")));
}

#[test]
fn letters_are_those_that_telephones_may_lack() {
    let letters = |text: &str| Letters::of(text).iter().collect::<String>();
    for (text, expected) in [
        ("The quick, “brown” fox – naïve, Zhuàng, ŋ", ""),
        ("公示（2026年）：￥1,000　、。「」㎡ ㄅ → ■ 😀 \u{20000} \u{e000}", "ㄅ"),
        ("ᠮᠣᠩᠭᠣᠯ", "ᠣᠩᠭᠮᠯ"),
        ("ꆈꌠꉙ", "ꆈꉙꌠ"),
        ("བོད་", "་དབོ"),
        ("ئۇيغۇرچە", "ئرغيچۇە"),
        ("a\u{202f}b\u{200d}c\u{200c}\u{200b}\u{2009}", "\u{200c}\u{200d}\u{202f}"),
        ("𑄌 \u{1e900}", "𑄌\u{1e900}"),
    ] {
        assert_eq!(letters(text), expected, "{text}");
    }
    assert_eq!(Letters::of("ᠠᠡᠢᠤ").ranges(), "U+1820-1822, U+1824");
    assert!(Letters::of("plain 汉字").is_empty() && Letters::default().ranges().is_empty());
}

#[test]
fn what_is_no_truetype_font_is_said_to_be_none() {
    for (bytes, expected) in [
        (&b""[..], Unfit::Broken),
        (b"\0\x01", Unfit::Broken),
        (b"\0\x01\0\0", Unfit::Broken),
        (b"OTTO and more", Unfit::Kind),
        (b"ttcf and more", Unfit::Kind),
        (b"wOF2 and more", Unfit::Kind),
        (b"<!doctype html>", Unfit::Broken),
    ] {
        assert_eq!(Font::read(bytes.to_vec()).err(), Some(expected), "{bytes:?}");
    }
}

#[test]
fn a_font_that_is_cut_off_or_bent_never_stops_the_program() {
    for end in (0..MONGOLIAN.len()).step_by(601) {
        assert_eq!(Font::read(MONGOLIAN[..end].to_vec()).err(), Some(Unfit::Broken), "cut at {end}");
    }
    let mut state = 1u32;
    let mut dice = |n: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % n
    };
    for _ in 0..40 {
        let mut bent = MONGOLIAN.to_vec();
        for _ in 0..1 + dice(8) {
            let at = dice(bent.len());
            bent[at] = dice(256) as u8;
        }
        if let Ok(font) = Font::read(bent) {
            let _ = font.cut(&Letters::of(NAME));
        }
    }
}
