//! Square codes that cameras read.
//!
//! In: a text, usually an address. Out: [`Code`]: its dark and light modules, also as one path for an SVG. Always: only this file
//! names qrcode; the same text gives the same picture.

use qrcode::canvas::{Canvas, MaskPattern};
use qrcode::types::{Color, EcLevel};
use qrcode::{bits, ec};

/// Light modules around a printed code; the standard asks for four.
const QUIET: usize = 4;

/// About a seventh of the code may be unreadable.
const LEVEL: EcLevel = EcLevel::M;

/// A code: a square of modules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    width: usize,
    dark: Vec<bool>,
}

impl Code {
    /// The smallest code of medium redundancy; `None` if the text is too long for any.
    pub fn of(text: &str) -> Option<Self> {
        let bits = bits::encode_auto(text.as_bytes(), LEVEL).ok()?;
        let version = bits.version();
        let (data, redundancy) = ec::construct_codewords(&bits.into_bytes(), version, LEVEL).ok()?;
        let mut canvas = Canvas::new(version, LEVEL);
        canvas.draw_all_functional_patterns();
        canvas.draw_data(&data, &redundancy);
        // Readers accept every mask. Comparing all eight, as the standard advises, takes 2 to 3 ms per code, all the rest 0.05: with
        // 50,000 records that is minutes. The first mask is good enough for addresses.
        canvas.apply_mask(MaskPattern::Checkerboard);
        let width = usize::try_from(version.width()).ok()?;
        Some(Self { width, dark: canvas.into_colors().into_iter().map(|c| c == Color::Dark).collect() })
    }

    /// Modules per side.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Whether a module is dark; outside of the square all is light.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        x < self.width && y < self.width && self.dark[y * self.width + x]
    }

    /// Units of the SVG per side, the quiet zone included.
    pub fn side(&self) -> usize {
        self.width + 2 * QUIET
    }

    /// Data of a path whose stroke, one unit wide, draws the dark modules row by row.
    pub fn path(&self) -> String {
        let mut out = String::with_capacity(1400);
        for y in 0..self.width {
            // The stroke of a row is at the middle of its modules.
            let mut at = 0;
            let mut x = 0;
            while x < self.width {
                if !self.is_dark(x, y) {
                    x += 1;
                    continue;
                }
                let end = (x..self.width).find(|x| !self.is_dark(*x, y)).unwrap_or(self.width);
                if at == 0 {
                    number(number(&mut out, 'M', x + QUIET), ' ', y + QUIET).push_str(".5");
                } else {
                    number(&mut out, 'm', x - at).push_str(" 0");
                }
                number(&mut out, 'h', end - x);
                (at, x) = (end, end);
            }
        }
        out
    }
}

/// Writes a command with a small number; a record's page has hundreds of them, and formatting takes ten times as long.
fn number(out: &mut String, sign: char, n: usize) -> &mut String {
    let digit = |n: usize| char::from(b'0' + (n % 10) as u8);
    out.push(sign);
    if n >= 100 {
        out.push(digit(n / 100));
    }
    if n >= 10 {
        out.push(digit(n / 10));
    }
    out.push(digit(n));
    out
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn an_address_of_capitals_and_digits_takes_less_room() {
        let width = |text: &str| Code::of(text).map(|c| c.width());
        assert_eq!(width("HTTPS://LINLI.EXAMPLE.CN/2026-011/"), Some(25));
        assert_eq!(width("https://linli.example.cn/2026-011/"), Some(29));
        assert_eq!(width(&"x".repeat(4000)), None);
    }

    #[test]
    fn the_path_draws_the_modules_and_nothing_else() {
        let code = Code::of("HTTPS://RONGYIN.EXAMPLE.ORG/2026-021/").expect("short enough");
        let path = code.path();
        assert!(path.len() < 1800, "{} bytes", path.len());
        // Read back: rows begin with M, runs go on with m.
        let mut drawn = vec![vec![false; code.side()]; code.side()];
        for row in path.split('M').skip(1) {
            let (mut x, mut y) = (0usize, 0usize);
            for (n, run) in row.split('m').enumerate() {
                let (go, len) = run.split_once('h').expect("a run");
                let (dx, dy) = go.split_once(' ').expect("two numbers");
                x += dx.parse::<usize>().expect("whole");
                if n == 0 {
                    y = dy.strip_suffix(".5").expect("a middle").parse().expect("whole");
                }
                for _ in 0..len.parse::<usize>().expect("whole") {
                    drawn[y][x] = true;
                    x += 1;
                }
            }
        }
        for (y, row) in drawn.iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                let expected = x.checked_sub(4).zip(y.checked_sub(4)).is_some_and(|(x, y)| code.is_dark(x, y));
                assert_eq!(*dark, expected, "{x} {y}");
            }
        }
    }
}
