//! Drawings (SVG) without scripts and outside addresses.
//!
//! In: the bytes of an SVG file. Out: the drawing with known elements only, and whether it lost something that a reader might miss;
//! nothing if it is no complete drawing. Always: no script, no handler, no foreign object, no address outside the file; embedded photos
//! lose the camera's data; comments and data of drawing programs are dropped without a message; cleaning twice changes nothing.
//! The only file besides `pages/xml` that names quick-xml.

use std::fmt::Write as _;

use quick_xml::escape::escape;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use crate::picture;

/// Limits of a drawing for a page.
const MAX_BYTES: usize = 16 << 20;
const MAX_DEPTH: usize = 256;

const SVG: Namespace<'static> = Namespace("http://www.w3.org/2000/svg");
const XLINK: Namespace<'static> = Namespace("http://www.w3.org/1999/xlink");

/// Elements that stay (SVG 2): shapes, texts, paint, filters and animation. A link stays as a group.
const ELEMENTS: &[&str] = &[
    "a",
    "animate",
    "animateMotion",
    "animateTransform",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "mpath",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "set",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tspan",
    "use",
    "view",
];

/// A drawing as it is published.
#[derive(Debug, PartialEq, Eq)]
pub struct Cleaned {
    pub bytes: Vec<u8>,
    /// Whether a script or an outside address was removed.
    pub has_lost: bool,
}

/// `None` if the bytes are no complete drawing in UTF-8.
pub fn clean(bytes: &[u8]) -> Option<Cleaned> {
    let text = std::str::from_utf8(bytes).ok().filter(|t| t.len() <= MAX_BYTES)?;
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{FEFF}'));
    let mut out = Writer { out: String::with_capacity(text.len()), open: Vec::new(), style: None, has_lost: false };
    // Open elements within a removed one.
    let mut gone = 0_usize;
    let mut is_drawn = false;
    loop {
        let (namespace, event) = reader.read_resolved_event().ok()?;
        let is_svg = namespace == ResolveResult::Bound(SVG);
        match event {
            Event::Start(_) if gone > 0 => gone += 1,
            Event::End(_) if gone > 0 => gone -= 1,
            Event::Eof => return (is_drawn && gone == 0 && out.open.is_empty()).then(|| out.done()),
            _ if gone > 0 => {}
            Event::Start(tag) | Event::Empty(tag)
                if out.open.is_empty() && (is_drawn || !is_svg || tag.local_name().into_inner() != "svg") =>
            {
                return None;
            }
            Event::Start(tag) => {
                is_drawn = true;
                if out.open.len() >= MAX_DEPTH {
                    return None;
                }
                match out.start(&reader, &tag, is_svg)? {
                    true => out.out.push('>'),
                    false => gone = 1,
                }
            }
            Event::Empty(tag) => {
                is_drawn = true;
                if out.start(&reader, &tag, is_svg)? {
                    out.out.push_str("/>");
                    out.open.pop();
                    out.style = None;
                }
            }
            Event::End(_) => out.end(),
            Event::Text(text) => out.text(&text),
            Event::CData(data) => out.text(&escape(&*data)),
            Event::GeneralRef(reference) => {
                let name = &*reference;
                // An entity of the file would be declared in a part that is removed.
                if !name.starts_with('#') && !matches!(name, "amp" | "lt" | "gt" | "quot" | "apos") {
                    return None;
                }
                out.text(&format!("&{name};"));
            }
            Event::PI(instruction) => out.has_lost |= instruction.starts_with("xml-stylesheet"),
            Event::Comment(_) | Event::Decl(_) | Event::DocType(_) => {}
        }
    }
}

struct Writer {
    out: String,
    /// Names of the elements that are open.
    open: Vec<String>,
    /// The text of a style sheet, until its end is read.
    style: Option<String>,
    has_lost: bool,
}

impl Writer {
    /// Writes the tag without its end; `Some(false)` if the element is removed.
    fn start(&mut self, reader: &NsReader<&[u8]>, tag: &BytesStart<'_>, is_svg: bool) -> Option<bool> {
        let local = tag.local_name().into_inner().to_owned();
        if !is_svg || !ELEMENTS.contains(&local.as_str()) || self.style.is_some() {
            self.has_lost |=
                is_svg && local != "metadata" || matches!(local.to_ascii_lowercase().as_str(), "script" | "iframe" | "object" | "embed");
            return Some(false);
        }
        let name = tag.name().into_inner().to_owned();
        let attributes: Vec<Attribute<'_>> = tag.attributes().collect::<Result<_, _>>().ok()?;
        let moves_address = attributes.iter().any(|a| {
            let value = a.value.to_ascii_lowercase();
            a.key.into_inner() == "attributeName" && (value.ends_with("href") || value.starts_with("on") || value.contains('&'))
        });
        if moves_address {
            self.has_lost = true;
            return Some(false);
        }
        let name = match name.rsplit_once(':') {
            _ if local != "a" => name,
            Some((prefix, _)) => format!("{prefix}:g"),
            None => "g".to_owned(),
        };
        let _ = write!(self.out, "<{name}");
        for attribute in &attributes {
            self.attribute(reader, attribute)?;
        }
        self.style = (local == "style").then(String::new);
        self.open.push(name);
        Some(true)
    }

    fn attribute(&mut self, reader: &NsReader<&[u8]>, attribute: &Attribute<'_>) -> Option<()> {
        let name = attribute.key.into_inner();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
        let local = local.into_inner();
        if name == "xmlns" || name.starts_with("xmlns:") {
            if [SVG, XLINK].iter().any(|n| n.0 == value) {
                let _ = write!(self.out, " {name}=\"{}\"", escape(value.as_ref()));
            }
            return Some(());
        }
        let is_plain = namespace == ResolveResult::Unbound && !name.contains(':');
        let is_link = local == "href" && (is_plain || namespace == ResolveResult::Bound(XLINK));
        let value = if is_link {
            inside(&value)
        } else if is_plain && local.to_ascii_lowercase().starts_with("on") || !is_closed(&value, local == "style") {
            None
        } else if is_plain && !local.starts_with("data-") && local != "ping" || matches!(name, "xml:lang" | "xml:space") {
            Some(value.into_owned())
        } else {
            // Data of a drawing program.
            return Some(());
        };
        match value {
            // Escaped as the value of an attribute, so that line ends written as numbers stay line ends.
            Some(value) => _ = write!(self.out, " {name}=\"{}\"", Attribute::from((name, value.as_str())).value),
            None => self.has_lost = true,
        }
        Some(())
    }

    fn end(&mut self) {
        if let Some(style) = self.style.take() {
            if is_closed(&style, true) {
                self.out.push_str(&style);
            } else {
                self.has_lost = true;
            }
        }
        if let Some(name) = self.open.pop() {
            let _ = write!(self.out, "</{name}>");
        }
    }

    /// Text as in the file, escaped.
    fn text(&mut self, text: &str) {
        match &mut self.style {
            Some(style) => style.push_str(text),
            None if !self.open.is_empty() => self.out.push_str(text),
            None => {}
        }
    }

    fn done(mut self) -> Cleaned {
        self.out.push('\n');
        Cleaned { bytes: self.out.into_bytes(), has_lost: self.has_lost }
    }
}

/// A link that stays: to an element of the drawing, or an embedded photo without the camera's data.
fn inside(address: &str) -> Option<String> {
    let address = address.trim();
    if address.starts_with('#') {
        return Some(address.to_owned());
    }
    let (kind, data) = address.strip_prefix("data:")?.split_once(";base64,")?;
    if !matches!(kind, "image/png" | "image/jpeg" | "image/jpg" | "image/gif" | "image/webp") {
        return None;
    }
    let photo = picture::strip(&from_base64(data)?)?;
    Some(format!("data:{kind};base64,{}", to_base64(&photo.bytes)))
}

/// Whether a value or a style sheet names nothing outside the file.
fn is_closed(css: &str, is_style: bool) -> bool {
    if !is_style && !css.contains('(') {
        return true;
    }
    let css = css.to_ascii_lowercase();
    let opens = ["\\", "&#", "@import", "image(", "image-set(", "src(", "expression(", "javascript:", "behavior", "-moz-binding"];
    // A font may be embedded in the file.
    let stays = ["#", "data:font/", "data:application/font", "data:application/x-font"];
    !opens.iter().any(|word| css.contains(word))
        && css.split("url(").skip(1).all(|rest| {
            let target = rest.trim_start().trim_start_matches(['"', '\'']).trim_start_matches("&quot;").trim_start_matches("&apos;");
            stays.iter().any(|begin| target.starts_with(begin))
        })
}

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn to_base64(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let three = chunk.iter().fold(0_u32, |n, b| n << 8 | u32::from(*b)) << (8 * (3 - chunk.len()));
        for digit in 0..4 {
            let at = (three >> (18 - 6 * digit) & 63) as usize;
            out.push(if digit <= chunk.len() { char::from(DIGITS[at]) } else { '=' });
        }
    }
    out
}

/// Ignores spaces and line ends.
fn from_base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in text.bytes().filter(|b| !b.is_ascii_whitespace()).take_while(|b| *b != b'=') {
        held = held << 6 | u32::try_from(DIGITS.iter().position(|d| *d == byte)?).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits & 0xFF) as u8);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(inner: &str) -> (String, bool) {
        let whole = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">{inner}</svg>"
        );
        let once = clean(whole.as_bytes()).expect(inner);
        assert_eq!(clean(&once.bytes).map(|c| (c.bytes, c.has_lost)), Some((once.bytes.clone(), false)), "cleaning twice: {inner}");
        let text = String::from_utf8(once.bytes).unwrap();
        let from = text.find('>').unwrap() + 1;
        (text[from..].trim_end().trim_end_matches("</svg>").to_owned(), once.has_lost)
    }

    #[test]
    fn a_drawing_stays_as_it_is() {
        for same in [
            "<path d=\"M0 0L9 9\" fill=\"url(#a)\" style=\"stroke:#000;fill:url('#b')\"/>",
            "<style>.a{fill:#fff}</style><g class=\"a\"><text x=\"1\">水 &amp; 电 &#169; <tspan>停</tspan></text></g>",
            "<use xlink:href=\"#a\"/><use href=\"#a\"/>",
            "<text aria-label=\"水&#10;电\"/>",
            "<linearGradient id=\"a\"><stop offset=\"0\"/></linearGradient>",
            "<rect width=\"9\"><animate attributeName=\"x\" from=\"0\" to=\"9\" dur=\"1s\"/></rect>",
        ] {
            assert_eq!(cleaned(same), (same.replace('\'', "&apos;"), false));
        }
    }

    #[test]
    fn what_runs_or_reaches_out_is_lost_and_said() {
        for (bad, left) in [
            ("<script>alert(1)</script><g/>", "<g/>"),
            ("<script href=\"https://x.example/a.js\"/><g/>", "<g/>"),
            ("<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script><g/>", "<g/>"),
            ("<g onload=\"alert(1)\" OnClick=\"x()\"/>", "<g/>"),
            ("<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><b>x</b></body></foreignObject>", ""),
            ("<a href=\"javascript:alert(1)\"><text>点</text></a>", "<g><text>点</text></g>"),
            ("<image href=\"https://x.example/pixel.png\" width=\"1\"/>", "<image width=\"1\"/>"),
            ("<image xlink:href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>", "<image/>"),
            ("<use href=\"other.svg#a\"/>", "<use/>"),
            ("<rect fill=\"url(https://x.example/a)\"/>", "<rect/>"),
            ("<rect fill=\"u\\72l(https://x.example/a)\"/>", "<rect/>"),
            ("<style>@import 'https://x.example/a.css';</style>", "<style></style>"),
            ("<style>a{fill:url(&quot;https://x.example/a&quot;)}</style>", "<style></style>"),
            ("<style>a{fill:u&#92;72l(https://x.example/a)}</style>", "<style></style>"),
            ("<style><![CDATA[@import url(//x.example)]]></style>", "<style></style>"),
            ("<set attributeName=\"href\" to=\"javascript:alert(1)\"/>", ""),
            ("<set attributeName=\"&#111;nclick\" to=\"x()\"/>", ""),
        ] {
            assert_eq!(cleaned(bad), (left.to_owned(), true), "{bad}");
        }
    }

    #[test]
    fn notes_of_drawing_programs_go_without_a_word() {
        for note in [
            "<!-- C:\\Users\\someone -->",
            "<metadata><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><a/></rdf:RDF></metadata>",
            "<n:namedview xmlns:n=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\"/>",
        ] {
            assert_eq!(cleaned(note), (String::new(), false), "{note}");
        }
        assert_eq!(cleaned("<g xmlns:i=\"http://x.example/i\" i:label=\"甲\" data-name=\"x\"/>"), ("<g/>".to_owned(), false));
    }

    #[test]
    fn what_is_no_whole_drawing_is_none() {
        let deep = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{}", "<g>".repeat(1_000));
        for bad in [
            "",
            "text",
            "<svg/>",
            "<html><svg xmlns=\"http://www.w3.org/2000/svg\"/></html>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\">",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            "<!DOCTYPE svg [<!ENTITY a \"x\">]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&a;</text></svg>",
            deep.as_str(),
        ] {
            assert_eq!(clean(bad.as_bytes()), None, "{bad}");
        }
        assert_eq!(clean(b"<svg xmlns=\"http://www.w3.org/2000/svg\">\xFF</svg>"), None);
    }

    #[test]
    fn a_photo_within_a_drawing_loses_its_place() {
        let photo = b"\xFF\xD8\xFF\xE1\x00\x0EExif\0\0GPS 21\xFF\xD9";
        let (text, lost) = cleaned(&format!("<image href=\"data:image/jpeg;base64,{}\"/>", to_base64(photo)));
        assert_eq!(
            (text.as_str(), lost),
            (format!("<image href=\"data:image/jpeg;base64,{}\"/>", to_base64(b"\xFF\xD8\xFF\xD9")).as_str(), false)
        );
        for bytes in [&b""[..], b"a", b"ab", b"abc", b"abcd"] {
            assert_eq!(from_base64(&to_base64(bytes)).as_deref(), Some(bytes));
        }
    }
}
