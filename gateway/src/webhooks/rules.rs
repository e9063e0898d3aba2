//! Where a webhook may lead. A URL is read once and its host is looked up by us; every address it has must be admitted, and it is
//! to these very addresses that the connection goes, so that a name cannot mean something else a moment later.

use std::{
    net::{IpAddr, SocketAddr},
    time::Duration,
};

use schema::webhooks::Destinations;
use url::{Host, Position, Url};

use super::address::{Range, is_public};
use super::post::Failure;

/// The longest a name is looked up while somebody waits for his webhook to be made.
const PATIENCE: Duration = Duration::from_secs(3);

/// What the settings say.
#[derive(Clone, Debug)]
pub struct Rules {
    allow: Vec<Range>,
    allow_http: bool,
}

/// A URL that may be tried, in the parts that a request needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// Whether it is reached by TLS.
    pub tls: bool,
    /// Its name, for the certificate.
    pub name: String,
    /// Its name and port, for the header.
    pub authority: String,
    /// Path and query.
    pub target: String,
    host: Host,
    port: u16,
}

impl Rules {
    /// The rules of some settings.
    pub fn new(settings: &crate::config::Webhooks) -> Self {
        Self { allow: settings.allow.clone(), allow_http: settings.allow_http }
    }

    /// Whether an address may be reached.
    pub fn admits(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        is_public(address) || self.allow.iter().any(|range| range.holds(address))
    }

    /// Reads a URL; whatever is no plain web address, or names an address that may not be reached, is refused. All spellings of an
    /// address are one to the URL standard.
    pub fn read(&self, url: &str) -> Result<Destination, Failure> {
        let url = Url::parse(url).map_err(|_| Failure::Address)?;
        let tls = url.scheme() == "https";
        let plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
        if !plain || !(tls || (url.scheme() == "http" && self.allow_http)) {
            return Err(Failure::Address);
        }
        let (Some(host), Some(port)) = (url.host(), url.port_or_known_default()) else { return Err(Failure::Address) };
        let (host, name) = (host.to_owned(), bare(&host));
        if port == 0 || literal(&host).is_some_and(|address| !self.admits(address)) {
            return Err(Failure::Address);
        }
        let authority = url[Position::BeforeHost..Position::AfterPort].to_owned();
        let target = url[Position::BeforePath..Position::AfterQuery].to_owned();
        Ok(Destination { tls, name, authority, target, host, port })
    }

    /// The addresses of a destination, all of them admitted.
    pub async fn look_up(&self, to: &Destination) -> Result<Vec<SocketAddr>, Failure> {
        let found: Vec<SocketAddr> = match (literal(&to.host), &to.host) {
            (Some(address), _) => vec![SocketAddr::new(address, to.port)],
            (None, Host::Domain(name)) => {
                tokio::net::lookup_host((name.as_str(), to.port)).await.map_err(|_| Failure::Dns)?.collect()
            }
            (None, _) => Vec::new(),
        };
        if found.is_empty() {
            return Err(Failure::Dns);
        }
        if found.iter().all(|address| self.admits(address.ip())) { Ok(found) } else { Err(Failure::Address) }
    }
}

/// A host as a certificate names it: IPv6 without its brackets.
fn bare(host: &Host<&str>) -> String {
    match host {
        Host::Ipv6(address) => address.to_string(),
        other => other.to_string(),
    }
}

fn literal(host: &Host) -> Option<IpAddr> {
    match host {
        Host::Domain(_) => None,
        Host::Ipv4(address) => Some(IpAddr::V4(*address)),
        Host::Ipv6(address) => Some(IpAddr::V6(*address)),
    }
}

#[async_trait::async_trait]
impl Destinations for Rules {
    async fn admit(&self, url: &str) -> tenants::Result<()> {
        let refused = || {
            let message = "the url must be an https address that may be reached from here";
            tenants::Error::invalid("WEBHOOK_URL", "url", message)
        };
        let destination = self.read(url).map_err(|_| refused())?;
        // A name that cannot be looked up now may be known when there is something to deliver; it is checked again then.
        match tokio::time::timeout(PATIENCE, self.look_up(&destination)).await {
            Ok(Err(Failure::Address)) => Err(refused()),
            Ok(_) | Err(_) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(allow: &[&str], allow_http: bool) -> Rules {
        Rules { allow: allow.iter().map(|range| range.parse().expect("a range")).collect(), allow_http }
    }

    #[test]
    fn a_plain_https_url_is_read_into_its_parts() {
        let read = rules(&[], false).read("https://Hooks.Example:8443/in/%E6%88%B7?a=b").expect("good");
        assert_eq!((read.tls, read.port, read.name.as_str()), (true, 8443, "hooks.example"));
        assert_eq!((read.authority.as_str(), read.target.as_str()), ("hooks.example:8443", "/in/%E6%88%B7?a=b"));
        let read = rules(&["fd00::/8"], false).read("https://[FD00::1]").expect("good");
        assert_eq!((read.name.as_str(), read.authority.as_str(), read.target.as_str()), ("fd00::1", "[fd00::1]", "/"));
    }

    #[test]
    fn what_is_no_plain_https_url_is_refused() {
        for wrong in [
            "",
            "/in",
            "hooks.example",
            "http://hooks.example/",
            "ftp://hooks.example/",
            "file:///etc/passwd",
            "https://user@hooks.example/",
            "https://user:word@hooks.example/",
            "https://hooks.example/#part",
            "https://hooks.example:0/",
            "https://hooks.example:99999/",
            "https://",
            "unix:/run/socket",
        ] {
            assert!(rules(&[], false).read(wrong).is_err(), "{wrong}");
        }
        assert!(rules(&[], true).read("http://hooks.example/").is_ok());
    }

    #[test]
    fn every_spelling_of_a_private_address_is_that_address() {
        for url in [
            "https://127.0.0.1/",
            "https://127.1/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://0177.0.0.1/",
            "https://0x7f.0.0.1/",
            "https://127.0.0.1./",
            "https://\u{ff11}27.0.0.1/",
            "https://127\u{3002}0.0.1/",
            "https:\\\\127.0.0.1\\",
            "https://%31%32%37.0.0.1/",
            "https://[::1]/",
            "https://[::ffff:127.0.0.1]/",
            "https://[::ffff:7f00:1]/",
            "https://0/",
            "https://10.0.0.1/",
            "https://169.254.169.254/latest/meta-data/",
        ] {
            assert_eq!(rules(&[], false).read(url).err(), Some(Failure::Address), "{url}");
        }
        let open = rules(&["127.0.0.0/8"], false);
        assert!(open.read("https://2130706433/").is_ok() && open.read("https://[::ffff:127.0.0.1]/").is_ok());
        assert!(open.read("https://10.0.0.1/").is_err());
    }

    #[tokio::test]
    async fn a_name_is_as_good_as_its_addresses() {
        let to = rules(&[], false).read("https://localhost/").expect("a name says nothing yet");
        assert_eq!(rules(&[], false).look_up(&to).await, Err(Failure::Address));
        let open = rules(&["127.0.0.0/8", "::1"], false);
        assert!(open.look_up(&to).await.expect("allowed").iter().all(|address| address.ip().is_loopback()));
        assert!(rules(&[], false).admit("https://localhost/").await.is_err());
        assert!(open.admit("https://localhost/").await.is_ok());
    }
}
