//! What goes wrong before or outside of GraphQL: one type, one envelope, written in one place.
//!
//! A handler answers an [`Error`]; [`envelope`], the outermost layer but one, turns it into a body that fits the route and
//! carries the request id. Nothing internal is ever in it (PRV-24).

use std::time::Duration;

use axum::{
    body::Body,
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::request_id::RequestId;

/// A request that gets no ordinary answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The caller's doing, or a limit: said as it is.
    Client(Client),
    /// Ours: one sentence and the request id.
    Internal,
}

/// A refusal the caller can act upon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Client {
    /// The HTTP status.
    pub status: StatusCode,
    /// The stable code.
    pub code: &'static str,
    /// One sentence.
    pub message: String,
    /// When to ask again.
    pub retry_after: Option<Duration>,
    /// The methods that would do, for 405.
    pub allow: Option<&'static str>,
}

impl Error {
    /// A refusal.
    pub fn client(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self::Client(Client { status, code, message: message.into(), retry_after: None, allow: None })
    }

    /// A request that is not what the route takes.
    pub fn bad_request(message: impl Into<String>) -> Self {
        Self::client(StatusCode::BAD_REQUEST, "BAD_INPUT", message)
    }

    /// No valid credentials.
    pub fn unauthenticated() -> Self {
        Self::client(StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", "The session or token is not valid, or no longer.")
    }

    /// The service cannot do it now.
    pub fn unavailable(message: impl Into<String>, retry_after: Duration) -> Self {
        let mut error = Self::client(StatusCode::SERVICE_UNAVAILABLE, "UNAVAILABLE", message);
        if let Self::Client(client) = &mut error {
            client.retry_after = Some(retry_after);
        }
        error
    }

    /// Too much was asked for in too short a time.
    pub fn too_many(message: impl Into<String>, retry_after: Duration) -> Self {
        let mut error = Self::client(StatusCode::TOO_MANY_REQUESTS, "RATE_LIMITED", message);
        if let Self::Client(client) = &mut error {
            client.retry_after = Some(retry_after);
        }
        error
    }

    /// A method the route does not have.
    pub fn method(allow: &'static str) -> Self {
        let message = format!("This address takes {allow}.");
        let mut error = Self::client(StatusCode::METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", message);
        if let Self::Client(client) = &mut error {
            client.allow = Some(allow);
        }
        error
    }

    /// The body in GraphQL's shape, as a stream carries it too.
    pub fn graphql(&self, request_id: &str) -> String {
        let (code, message) = self.told(request_id);
        json!({ "errors": [{ "message": message, "extensions": { "code": code, "requestId": request_id } }] })
            .to_string()
    }

    /// The code and the sentence for the caller.
    fn told(&self, request_id: &str) -> (&'static str, String) {
        match self {
            Self::Client(client) => (client.code, client.message.clone()),
            Self::Internal => ("INTERNAL", schema::answer::internal(request_id)),
        }
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Client(client) => client.status,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<tenants::Error> for Error {
    fn from(error: tenants::Error) -> Self {
        match error {
            tenants::Error::Unavailable(cause) => {
                tracing::error!(%cause, "the database does not answer");
                Self::unavailable("The register cannot be reached now; ask again shortly.", Duration::from_secs(2))
            }
            tenants::Error::Internal(cause) => {
                tracing::error!(%cause, "a request failed");
                Self::Internal
            }
            tenants::Error::Suspended => {
                Self::client(StatusCode::FORBIDDEN, "SUSPENDED", "This precinct is suspended.")
            }
            _ => Self::unauthenticated(),
        }
    }
}

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        let headers = response.headers_mut();
        if let Self::Client(client) = &self {
            if let Some(wait) = client.retry_after {
                headers.insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs().max(1)));
            }
            if let Some(allow) = client.allow {
                headers.insert(header::ALLOW, HeaderValue::from_static(allow));
            }
            if client.status == StatusCode::UNAUTHORIZED {
                headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            }
        }
        response.extensions_mut().insert(self);
        response
    }
}

/// Any method but reading, where there is only something to read.
pub async fn read_only() -> Error {
    Error::method("GET,HEAD")
}

/// Writes the body of every [`Error`]: GraphQL's shape on `/graphql`, a flat object elsewhere.
pub async fn envelope(request: Request, next: Next) -> Response {
    let id = request.extensions().get::<RequestId>().cloned().unwrap_or_default();
    let graphql = request.uri().path() == "/graphql";
    let mut response = next.run(request).await;
    let Some(error) = response.extensions_mut().remove::<Error>() else { return response };
    let body = if graphql {
        error.graphql(&id.0)
    } else {
        let (code, message) = error.told(&id.0);
        json!({ "code": code, "message": message, "requestId": id.0 }).to_string()
    };
    let json = HeaderValue::from_static("application/json; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response.headers_mut().remove(header::CONTENT_LENGTH);
    *response.body_mut() = Body::from(body);
    response
}
