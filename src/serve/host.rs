//! Which requests the preview answers: a foreign page must not read it through a host name that leads to this machine (DNS
//! rebinding).
//!
//! In: the `Host` of a request. Out: yes or no. Always: accepts loopback names and addresses, and the address that was bound
//! explicitly; never a name that somebody could register.

use std::net::IpAddr;

/// The accepted hosts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Hosts {
    /// Addresses besides loopback.
    bound: Vec<IpAddr>,
    /// Bound to every address of the machine: addresses cannot be checked, names still can.
    any: bool,
}

impl Hosts {
    pub(crate) fn new(bound: impl IntoIterator<Item = IpAddr>) -> Self {
        let (any, bound): (Vec<IpAddr>, Vec<IpAddr>) = bound.into_iter().partition(IpAddr::is_unspecified);
        Self { bound, any: !any.is_empty() }
    }

    pub(crate) fn allows(&self, host: &str) -> bool {
        let name = without_port(host).trim_end_matches('.').to_ascii_lowercase();
        if name == "localhost" || name.ends_with(".localhost") {
            return true;
        }
        let address = name.strip_prefix('[').and_then(|n| n.strip_suffix(']')).unwrap_or(&name);
        address.parse::<IpAddr>().is_ok_and(|ip| self.any || ip.is_loopback() || self.bound.contains(&ip))
    }
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) && (!name.contains(':') || name.ends_with(']')) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::Hosts;

    #[test]
    fn only_names_that_nobody_can_register_are_ours() {
        let bound: IpAddr = "192.168.1.5".parse().unwrap();
        let cases = [
            ("localhost", true),
            ("LOCALHOST:1111", true),
            ("demo.localhost:1111", true),
            ("127.0.0.1:1111", true),
            ("127.0.0.2", true),
            ("[::1]:1111", true),
            ("[::1]", true),
            ("192.168.1.5:1111", true),
            ("192.168.1.6:1111", false),
            ("evil.example", false),
            ("localhost.evil.example:1111", false),
            ("127.0.0.1.evil.example", false),
            ("evil-localhost", false),
            ("", false),
            (":1111", false),
        ];
        for (host, expected) in cases {
            assert_eq!(Hosts::new([bound]).allows(host), expected, "{host}");
        }
        let everywhere = Hosts::new(["0.0.0.0".parse().unwrap()]);
        assert!(everywhere.allows("192.168.1.6:1111") && !everywhere.allows("evil.example:1111"));
    }
}
