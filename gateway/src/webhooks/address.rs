//! Which addresses a webhook may reach: the public internet, and what the settings open beside it. Everything else is somebody's
//! intranet, this machine, or a cloud's own metadata, which a URL from outside must not make us ask.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
    str::FromStr,
};

use serde::Deserialize;

/// A range of addresses, such as `10.0.0.0/8`; an address alone is a range of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Range {
    network: IpAddr,
    prefix: u32,
}

/// A text that is no range.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is no range of addresses such as 10.0.0.0/8")]
pub struct NoRange(String);

impl FromStr for Range {
    type Err = NoRange;

    fn from_str(text: &str) -> Result<Self, NoRange> {
        let wrong = || NoRange(text.to_owned());
        let (network, prefix) = text.split_once('/').map_or((text, None), |(network, prefix)| (network, Some(prefix)));
        let network: IpAddr = network.parse().map_err(|_| wrong())?;
        let most = if network.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Ok(most), str::parse).map_err(|_| wrong())?;
        if prefix <= most { Ok(Self { network, prefix }) } else { Err(wrong()) }
    }
}

impl TryFrom<String> for Range {
    type Error = NoRange;

    fn try_from(text: String) -> Result<Self, NoRange> {
        text.parse()
    }
}

impl Range {
    const fn v4(network: [u8; 4], prefix: u32) -> Self {
        Self { network: IpAddr::V4(Ipv4Addr::from_octets(network)), prefix }
    }

    const fn v6(network: [u16; 8], prefix: u32) -> Self {
        Self { network: IpAddr::V6(Ipv6Addr::from_segments(network)), prefix }
    }

    /// Whether an address is of this range.
    pub fn holds(&self, address: IpAddr) -> bool {
        match (self.network, address) {
            (IpAddr::V4(network), IpAddr::V4(address)) => {
                let apart = u32::from(network) ^ u32::from(address);
                apart.checked_shr(32 - self.prefix).unwrap_or(0) == 0
            }
            (IpAddr::V6(network), IpAddr::V6(address)) => {
                let apart = u128::from(network) ^ u128::from(address);
                apart.checked_shr(128 - self.prefix).unwrap_or(0) == 0
            }
            _ => false,
        }
    }
}

/// What is not of the public internet, after IANA's registries of special-purpose addresses.
const CLOSED: &[Range] = &[
    Range::v4([0, 0, 0, 0], 8),                       // this network
    Range::v4([10, 0, 0, 0], 8),                      // private
    Range::v4([100, 64, 0, 0], 10),                   // shared behind a carrier's NAT
    Range::v4([127, 0, 0, 0], 8),                     // loopback
    Range::v4([169, 254, 0, 0], 16),                  // link-local, with the clouds' metadata
    Range::v4([172, 16, 0, 0], 12),                   // private
    Range::v4([192, 0, 0, 0], 24),                    // IETF protocols
    Range::v4([192, 0, 2, 0], 24),                    // documentation
    Range::v4([192, 88, 99, 0], 24),                  // 6to4 relays
    Range::v4([192, 168, 0, 0], 16),                  // private
    Range::v4([198, 18, 0, 0], 15),                   // benchmarks
    Range::v4([198, 51, 100, 0], 24),                 // documentation
    Range::v4([203, 0, 113, 0], 24),                  // documentation
    Range::v4([224, 0, 0, 0], 4),                     // multicast
    Range::v4([240, 0, 0, 0], 4),                     // reserved, and broadcast
    Range::v6([0x2001, 0, 0, 0, 0, 0, 0, 0], 23),     // IETF protocols, with Teredo, which holds an IPv4 address
    Range::v6([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0], 32), // documentation
    Range::v6([0x2002, 0, 0, 0, 0, 0, 0, 0], 16),     // 6to4, which holds an IPv4 address
    Range::v6([0x3fff, 0, 0, 0, 0, 0, 0, 0], 20),     // documentation
];

/// Where IPv6 is public at all: unspecified, loopback, mapped, NAT64, unique-local, link-local and multicast all lie outside.
const GLOBAL: Range = Range::v6([0x2000, 0, 0, 0, 0, 0, 0, 0], 3);

/// Whether an address is of the public internet.
pub fn is_public(address: IpAddr) -> bool {
    let address = address.to_canonical();
    (address.is_ipv4() || GLOBAL.holds(address)) && !CLOSED.iter().any(|range| range.holds(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn public(text: &str) -> bool {
        is_public(text.parse().expect("an address"))
    }

    #[test]
    fn the_ends_of_every_closed_range_are_closed_and_their_neighbours_open() {
        for (closed, open) in [
            ("0.0.0.0", None),
            ("0.255.255.255", Some("1.0.0.0")),
            ("10.0.0.0", Some("9.255.255.255")),
            ("10.255.255.255", Some("11.0.0.0")),
            ("100.64.0.0", Some("100.63.255.255")),
            ("100.127.255.255", Some("100.128.0.0")),
            ("127.0.0.1", Some("126.255.255.255")),
            ("127.255.255.255", Some("128.0.0.0")),
            ("169.254.0.0", Some("169.253.255.255")),
            ("169.254.169.254", Some("169.255.0.0")),
            ("172.16.0.0", Some("172.15.255.255")),
            ("172.31.255.255", Some("172.32.0.0")),
            ("192.0.0.0", Some("191.255.255.255")),
            ("192.0.2.1", Some("192.0.3.0")),
            ("192.88.99.1", Some("192.88.100.0")),
            ("192.168.0.0", Some("192.167.255.255")),
            ("192.168.255.255", Some("192.169.0.0")),
            ("198.18.0.0", Some("198.17.255.255")),
            ("198.19.255.255", Some("198.20.0.0")),
            ("198.51.100.9", Some("198.51.101.0")),
            ("203.0.113.9", Some("203.0.114.0")),
            ("224.0.0.1", Some("223.255.255.255")),
            ("239.255.255.255", None),
            ("240.0.0.0", None),
            ("255.255.255.255", None),
            ("::", None),
            ("::1", None),
            ("::ffff:127.0.0.1", Some("::ffff:8.8.8.8")),
            ("::ffff:10.0.0.1", None),
            ("::ffff:169.254.169.254", None),
            ("::127.0.0.1", None),
            ("64:ff9b::a00:1", None),
            ("100::1", None),
            ("1fff:ffff::", Some("2000::")),
            ("2001::1", Some("2000:ffff::")),
            ("2001:1ff:ffff::", Some("2001:200::")),
            ("2001:db8::1", Some("2001:db9::")),
            ("2002:7f00:1::", Some("2003::")),
            ("3fff::1", Some("3fff:1000::")),
            ("4000::", None),
            ("fc00::1", None),
            ("fdff:ffff::1", None),
            ("fe80::1", None),
            ("fec0::1", None),
            ("ff02::1", None),
        ] {
            assert!(!public(closed), "{closed} is open");
            assert!(open.is_none_or(public), "{open:?} is closed");
        }
    }

    #[test]
    fn a_range_holds_what_shares_its_prefix() {
        for (range, inside, outside) in [
            ("10.0.0.0/8", "10.255.0.1", "11.0.0.0"),
            ("10.1.2.3/8", "10.9.9.9", "::ffff:10.0.0.1"),
            ("192.0.2.7", "192.0.2.7", "192.0.2.8"),
            ("192.0.2.6/31", "192.0.2.7", "192.0.2.8"),
            ("0.0.0.0/0", "255.255.255.255", "::"),
            ("fd00::/8", "fd12::1", "fe00::1"),
            ("::/0", "ffff::", "10.0.0.0"),
            ("fd00::1", "fd00::1", "fd00::2"),
        ] {
            let range: Range = range.parse().expect("a range");
            assert!(range.holds(inside.parse().expect("an address")), "{range:?} lacks {inside}");
            assert!(!range.holds(outside.parse().expect("an address")), "{range:?} holds {outside}");
        }
    }

    #[test]
    fn what_is_no_range_is_refused() {
        for wrong in ["", "10.0.0.0/33", "::/129", "10.0.0/8", "10.0.0.0/", "10.0.0.0/-1", "localhost", "10.0.0.0/8/8"]
        {
            assert!(wrong.parse::<Range>().is_err(), "{wrong}");
        }
    }
}
