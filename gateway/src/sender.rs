//! How a one-time code reaches a telephone.
//!
//! The service hands it to a relay on the same machine or network by plain HTTP; what the relay does with it, and TLS to the outside, is
//! the relay's business. A demonstration prints it. Neither a number nor a code is ever in a log line or a span of ours (PRV-26).

use std::time::Duration;

use axum::body::Body;
use axum::http::{Request, Uri, header, uri::Scheme};
use futures_util::future::BoxFuture;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::json;
use tenants::residents::Text;

/// The longest wait for the relay.
const PATIENCE: Duration = Duration::from_secs(10);

/// Why a code was not sent, in words without number and code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unsent(pub String);

/// Sends codes.
pub trait Sender: std::fmt::Debug + Send + Sync {
    /// Sends one.
    fn send(&self, text: Text) -> BoxFuture<'static, Result<(), Unsent>>;
}

/// Prints codes to standard output: for `huji demo` on one's own machine, and nowhere else.
#[derive(Clone, Copy, Debug)]
pub struct Console;

impl Sender for Console {
    fn send(&self, text: Text) -> BoxFuture<'static, Result<(), Unsent>> {
        Box::pin(async move {
            println!("  code for {}: {}", text.phone, text.code);
            Ok(())
        })
    }
}

/// Posts codes to a relay as `{"phone", "code", "minutes"}`; anything but a 2xx is a failure.
#[derive(Clone)]
pub struct Hook {
    to: Uri,
    client: Client<HttpConnector, Body>,
}

impl std::fmt::Debug for Hook {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The URL may hold a secret of the relay's.
        f.debug_struct("Hook").finish_non_exhaustive()
    }
}

impl Hook {
    /// A relay at a URL; refused unless it is plain HTTP with a host.
    pub fn new(url: &str) -> Result<Self, Unsent> {
        let unfit =
            || Unsent("the SMS hook must be an http:// URL of a relay nearby, which speaks TLS to the outside".into());
        let to: Uri = url.parse().map_err(|_| unfit())?;
        if to.scheme() != Some(&Scheme::HTTP) || to.host().is_none() {
            return Err(unfit());
        }
        let client = Client::builder(TokioExecutor::new()).build_http();
        Ok(Self { to, client })
    }
}

impl Sender for Hook {
    fn send(&self, text: Text) -> BoxFuture<'static, Result<(), Unsent>> {
        let (client, to) = (self.client.clone(), self.to.clone());
        Box::pin(async move {
            let minutes = tenants::residents::GOOD_FOR.num_minutes();
            let body = json!({ "phone": text.phone, "code": text.code, "minutes": minutes }).to_string();
            let request = Request::post(to).header(header::CONTENT_TYPE, "application/json").body(Body::from(body));
            let request = request.map_err(|_| Unsent("the request could not be made".into()))?;
            let answer = tokio::time::timeout(PATIENCE, client.request(request)).await;
            let answer = answer.map_err(|_| Unsent("the SMS relay did not answer in time".into()))?;
            let status = answer.map_err(|_| Unsent("the SMS relay cannot be reached".into()))?.status();
            if status.is_success() {
                Ok(())
            } else {
                Err(Unsent(format!("the SMS relay answered {}", status.as_u16())))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hook_is_plain_http_to_a_host_and_does_not_print_its_url() {
        for wrong in ["", "sms", "https://relay.example/sms", "ftp://relay", "/sms"] {
            assert!(Hook::new(wrong).is_err(), "{wrong}");
        }
        let hook = Hook::new("http://127.0.0.1:9/sms?key=hunter2").expect("a URL");
        assert!(!format!("{hook:?}").contains("hunter2"));
    }
}
