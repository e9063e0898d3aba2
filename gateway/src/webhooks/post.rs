//! One message to one receiver: a connection of its own to an address that was checked, a POST, a status. No proxy, no redirect, no
//! second look at the name, and nothing kept of what the receiver says.

use std::{fmt, sync::Arc, time::Duration};

use axum::{
    body::{Body, Bytes, to_bytes},
    http::{Request, StatusCode, header},
};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::TcpStream,
    sync::OnceCell,
    task::JoinSet,
};
use tokio_rustls::{
    TlsConnector,
    rustls::{
        ClientConfig, RootCertStore,
        crypto::ring,
        pki_types::{CertificateDer, ServerName, pem::PemObject as _},
    },
};

use super::rules::{Destination, Rules};
use crate::{Unfit, config::Webhooks};

/// The longest an attempt takes, from looking up the name to the status.
const PATIENCE: Duration = Duration::from_secs(10);
/// The longest we listen to what follows the status, and how much of it, so as not to hang up in the middle of a word.
const COURTESY: (Duration, usize) = (Duration::from_secs(1), 65_536);
/// The longest head of an answer, in bytes.
const HEAD: usize = 16_384;

/// Why a message was not delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The name has no address.
    Dns,
    /// The URL leads where nothing is delivered.
    Address,
    /// Nobody takes the connection.
    Connect,
    /// The receiver's certificate or protocol is no good.
    Tls,
    /// It took too long.
    Timeout,
    /// The connection broke, or what came was no answer.
    Broken,
    /// The receiver answered, and not with success.
    Status(StatusCode),
}

impl Failure {
    /// The word for it in the metrics.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dns => "DNS",
            Self::Address => "ADDRESS",
            Self::Connect => "CONNECT",
            Self::Tls => "TLS",
            Self::Timeout => "TIMEOUT",
            Self::Broken => "BROKEN",
            Self::Status(_) => "STATUS",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => f.write_str(status.as_str()),
            other => f.write_str(other.as_str()),
        }
    }
}

/// A message, signed.
#[derive(Clone, Debug)]
pub struct Message {
    /// The same however often it is sent.
    pub id: String,
    /// The second in which it is sent.
    pub timestamp: i64,
    /// Over id, timestamp and body.
    pub signature: String,
    /// JSON.
    pub body: Bytes,
}

/// What carries messages out.
pub struct Post {
    rules: Rules,
    authorities: Vec<CertificateDer<'static>>,
    tls: OnceCell<TlsConnector>,
}

impl fmt::Debug for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Post").field("rules", &self.rules).finish_non_exhaustive()
    }
}

impl Post {
    /// Reads the authorities of the settings; those of the system are read when they are first needed.
    pub fn new(settings: &Webhooks) -> Result<Self, Unfit> {
        Ok(Self { rules: Rules::new(settings), authorities: read(&settings.authorities)?, tls: OnceCell::new() })
    }

    /// Where messages may go.
    pub fn rules(&self) -> &Rules {
        &self.rules
    }

    /// Sends a message; anything but a status of success within ten seconds is a failure.
    pub async fn send(&self, url: &str, message: Message) -> Result<(), Failure> {
        let status = tokio::time::timeout(PATIENCE, self.attempt(url, message)).await;
        match status.unwrap_or(Err(Failure::Timeout))? {
            status if status.is_success() => Ok(()),
            status => Err(Failure::Status(status)),
        }
    }

    async fn attempt(&self, url: &str, message: Message) -> Result<StatusCode, Failure> {
        let to = self.rules.read(url)?;
        let request = request(&to, message)?;
        let addresses = self.rules.look_up(&to).await?;
        let stream = TcpStream::connect(&addresses[..]).await.map_err(|_| Failure::Connect)?;
        if !to.tls {
            return exchange(stream, request).await;
        }
        let name = ServerName::try_from(to.name).map_err(|_| Failure::Tls)?;
        let tls = self.tls.get_or_try_init(|| self.connector()).await?;
        exchange(tls.connect(name, stream).await.map_err(|_| Failure::Tls)?, request).await
    }

    async fn connector(&self) -> Result<TlsConnector, Failure> {
        let found = tokio::task::spawn_blocking(rustls_native_certs::load_native_certs).await;
        let mut roots = RootCertStore::empty();
        roots.add_parsable_certificates(found.map_err(|_| Failure::Tls)?.certs);
        roots.add_parsable_certificates(self.authorities.iter().cloned());
        if roots.is_empty() {
            tracing::error!("no authority is trusted, so no webhook can be delivered by https");
        }
        let settings = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|_| Failure::Tls)?;
        Ok(TlsConnector::from(Arc::new(settings.with_root_certificates(roots).with_no_client_auth())))
    }
}

/// The certificates of a PEM file; none when no file is named.
fn read(file: &str) -> Result<Vec<CertificateDer<'static>>, Unfit> {
    if file.is_empty() {
        return Ok(Vec::new());
    }
    let certificates = CertificateDer::pem_file_iter(file).and_then(Iterator::collect::<Result<Vec<_>, _>>);
    match certificates {
        Ok(found) if !found.is_empty() => Ok(found),
        Ok(_) => Err(Unfit::Authorities(format!("{file} holds no certificate"))),
        Err(cause) => Err(Unfit::Authorities(format!("{file}: {cause}"))),
    }
}

fn request(to: &Destination, message: Message) -> Result<Request<Body>, Failure> {
    Request::post(&to.target)
        .header(header::HOST, &to.authority)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::USER_AGENT, "huji")
        .header(header::CONNECTION, "close")
        .header("webhook-id", message.id)
        .header("webhook-timestamp", message.timestamp)
        .header("webhook-signature", message.signature)
        .body(Body::from(message.body))
        .map_err(|_| Failure::Address)
}

async fn exchange<S>(stream: S, request: Request<Body>) -> Result<StatusCode, Failure>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let handshake = http1::Builder::new().max_buf_size(HEAD).handshake(TokioIo::new(stream)).await;
    let (mut sender, connection) = handshake.map_err(|_| Failure::Broken)?;
    // Dropped with this function, and the connection with it.
    let mut driver = JoinSet::new();
    driver.spawn(connection);
    let response = sender.send_request(request).await.map_err(|_| Failure::Broken)?;
    let (head, rest) = response.into_parts();
    let _ = tokio::time::timeout(COURTESY.0, to_bytes(Body::new(rest), COURTESY.1)).await;
    Ok(head.status)
}
