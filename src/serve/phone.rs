//! The preview on a telephone: the address under which other devices on the network reach this machine, as a square code.
//!
//! In: an address. Out: characters for a terminal. Always: two rows of modules a line.

use std::net::{IpAddr, Ipv4Addr, UdpSocket};

use linli::qr::Code;

/// Light modules around the code, which a camera needs to find it.
const QUIET: usize = 2;

/// The address for other devices on the network; `None` without a network.
pub(crate) fn outward() -> Option<IpAddr> {
    // Nothing is sent: connecting makes the system choose the route. The address is reserved for documentation.
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    Some(socket.local_addr().ok()?.ip()).filter(|ip| !ip.is_loopback() && !ip.is_unspecified())
}

/// The code, two modules a character; light ones are drawn, since most terminals are dark. `colored`: black
/// on white whatever the terminal's colors are.
pub(crate) fn qr(text: &str, colored: bool) -> Option<String> {
    let code = Code::of(text)?;
    let is_light = |x: usize, y: usize| !code.is_dark(x.wrapping_sub(QUIET), y.wrapping_sub(QUIET));
    let side = code.width() + 2 * QUIET;
    let mut out = String::new();
    for y in (0..side).step_by(2) {
        if colored {
            out += "\x1b[97;40m";
        }
        for x in 0..side {
            out.push(match (is_light(x, y), y + 1 < side && is_light(x, y + 1)) {
                (true, true) => '█',
                (true, false) => '▀',
                (false, true) => '▄',
                (false, false) => ' ',
            });
        }
        out += if colored { "\x1b[0m\n" } else { "\n" };
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::qr;

    #[test]
    fn a_code_is_square_and_has_its_corners() {
        let code = qr("http://192.168.1.5:1111/", false).unwrap();
        let lines: Vec<&str> = code.lines().collect();
        let side = lines[0].chars().count();
        // 25 modules and the quiet zone, two rows a line.
        assert_eq!((side, lines.len()), (29, 15));
        assert!(lines.iter().all(|line| line.chars().count() == side));
        assert_eq!(lines[0], "█".repeat(side));
        assert!(lines[1].starts_with("██ ▄▄▄▄▄ █") && lines[1].ends_with("█ ▄▄▄▄▄ ██"), "{code}");
    }
}
