//! Content lines of RFC 5545.
//!
//! In: names, parameters and values. Out: bytes. Always: lines end in CRLF and are folded at 75 octets, never inside a character;
//! text is escaped; control characters, which no text may contain, are left out.

/// Maximum length of a line in octets, without its end.
const LONGEST: usize = 75;

/// The buffer of a calendar.
#[derive(Default)]
pub(super) struct Lines(String);

impl Lines {
    /// `NAME:value`, the value as it is.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// `NAME:text`, the text escaped.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.fold(&format!("{name}:{}", escaped(text)));
    }

    /// Text with its language: `NAME;LANGUAGE=en:text`.
    pub(super) fn text_in(&mut self, name: &str, language: &str, text: &str) {
        self.text(&format!("{name};LANGUAGE={language}"), text);
    }

    pub(super) fn begin(&mut self, component: &str) {
        self.raw("BEGIN", component);
    }

    pub(super) fn end(&mut self, component: &str) {
        self.raw("END", component);
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    fn fold(&mut self, line: &str) {
        let mut rest = line;
        // The space before a continued line counts.
        let mut room = LONGEST;
        while rest.len() > room {
            let mut cut = room;
            while !rest.is_char_boundary(cut) {
                cut -= 1;
            }
            self.0.push_str(&rest[..cut]);
            self.0.push_str("\r\n ");
            rest = &rest[cut..];
            room = LONGEST - 1;
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}

/// Escapes backslash, semicolon, comma and line breaks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(name: &str, text: &str) -> String {
        let mut lines = Lines::default();
        lines.text(name, text);
        String::from_utf8(lines.into_bytes()).unwrap()
    }

    #[test]
    fn text_is_escaped() {
        for (text, expected) in [
            ("停水，1–6 栋", "停水，1–6 栋"),
            ("a,b;c\\d", "a\\,b\\;c\\\\d"),
            ("one\r\ntwo\nthree", "one\\ntwo\\nthree"),
            ("a\tb\u{7}c\u{85}", "a bc"),
            ("16:30 \"quoted\"", "16:30 \"quoted\""),
        ] {
            assert_eq!(written("SUMMARY", text), format!("SUMMARY:{expected}\r\n"), "{text:?}");
        }
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_never_inside_a_character() {
        for text in ["x".repeat(300), "停".repeat(120), "🀄a".repeat(60), "é".repeat(33), "y".repeat(67), "y".repeat(68)] {
            let written = written("SUMMARY", &text);
            for line in written.strip_suffix("\r\n").unwrap().split("\r\n") {
                assert!(line.len() <= 75, "{} octets: {line}", line.len());
                // A character takes at most four octets, so no line is folded much earlier than necessary.
                assert!(line.len() > 71 || written.ends_with(&format!("{line}\r\n")), "{line}");
            }
            assert_eq!(written.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }
    }
}
