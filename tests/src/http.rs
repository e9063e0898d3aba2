//! A client for what is served: one request, one connection, one answer. Nothing is followed, kept or retried.

use axum::body::{Body, to_bytes};
use axum::http::request::Builder;
use axum::http::{HeaderMap, Request, StatusCode, Uri, header};
use bytes::Bytes;
use hyper_util::client::legacy::Client as Connector;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};

/// The longest answer read, in bytes.
const LONGEST: usize = 64 << 20;
/// GraphQL's own media type, in which the status says what became of a request.
pub const GRAPHQL: &str = "application/graphql-response+json";

/// Speaks to one server.
#[derive(Clone, Debug)]
pub struct Client {
    base: String,
    connector: Connector<HttpConnector, Body>,
}

/// What came back.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
}

impl Client {
    /// A client of `http://host:port`.
    pub fn new(base: impl Into<String>) -> Self {
        let connector = Connector::builder(TokioExecutor::new())
            .retry_canceled_requests(false)
            .pool_max_idle_per_host(0)
            .build_http();
        Self { base: base.into(), connector }
    }

    /// Sends a request to a path of the server. Fails with the transport's word when no answer comes.
    pub async fn attempt(&self, request: Builder, body: impl Into<Body>) -> Result<Answer, String> {
        let mut request: Request<Body> = request.body(body.into()).map_err(|fault| fault.to_string())?;
        *request.uri_mut() =
            Uri::try_from(format!("{}{}", self.base, request.uri())).map_err(|fault| fault.to_string())?;
        let response = self.connector.request(request).await.map_err(|fault| format!("{fault:?}"))?;
        let (parts, body) = response.into_parts();
        let body = to_bytes(Body::new(body), LONGEST).await.map_err(|fault| fault.to_string())?;
        Ok(Answer { status: parts.status, headers: parts.headers, body })
    }

    /// The answer to a request.
    pub async fn send(&self, request: Builder, body: impl Into<Body>) -> Answer {
        self.attempt(request, body).await.expect("the server answers")
    }

    /// `GET` of a path.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path), "").await
    }

    /// A document sent as GraphQL over HTTP asks for, with a bearer token or without.
    pub async fn ask(&self, token: Option<&str>, document: &str) -> Answer {
        self.ask_with(token, &json!({ "query": document })).await
    }

    /// The same, with all parameters.
    pub async fn ask_with(&self, token: Option<&str>, parameters: &Value) -> Answer {
        self.send(asking(token), parameters.to_string()).await
    }

    /// The data answered to a holder of a token; an answer with errors fails the test.
    pub async fn data(&self, token: &str, document: &str) -> Value {
        let answer = self.ask(Some(token), document).await;
        let mut body = answer.json();
        assert!(body.get("errors").is_none(), "{document}\n{body:#}");
        body["data"].take()
    }
}

/// The head of a request that carries JSON.
pub fn posting(path: &str) -> Builder {
    Request::post(path).header(header::CONTENT_TYPE, "application/json")
}

/// The head of a GraphQL request, as it should be.
pub fn asking(token: Option<&str>) -> Builder {
    let request = posting("/graphql").header(header::ACCEPT, GRAPHQL);
    match token {
        Some(token) => request.header(header::AUTHORIZATION, format!("Bearer {token}")),
        None => request,
    }
}

impl Answer {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}: no JSON: {}", self.status, self.text()))
    }

    /// A header's text; empty when it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("a header of ours is ASCII"))
    }

    /// The status and the stable code of the first error; the code is empty when there is none.
    pub fn outcome(&self) -> (u16, String) {
        let body: Value = serde_json::from_slice(&self.body).unwrap_or_default();
        let code = body["errors"][0]["extensions"]["code"].as_str().or_else(|| body["code"].as_str());
        (self.status.as_u16(), code.unwrap_or_default().to_owned())
    }

    /// The cookie that was set, as it is to be sent back.
    pub fn cookie(&self) -> String {
        self.header("set-cookie").split(';').next().unwrap_or_default().to_owned()
    }
}
