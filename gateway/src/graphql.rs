//! GraphQL over HTTP, to the letter of its specification: one operation a request, POST with JSON or GET for queries.

use axum::{
    body::{Body, Bytes},
    extract::{Query, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use schema::engine::{Answer, AnswerKind, Call, Refusal};
use serde_json::{Map, Value};

use crate::{
    Gateway,
    error::Error,
    limits,
    media::{self, Media},
    peer::Peer,
    session::{self, SignedIn},
    socket, sse,
};

/// How a call is to be answered.
enum Reply {
    Once(Media),
    Stream,
}

impl Reply {
    fn wanted(headers: &HeaderMap) -> Result<Self, Error> {
        if sse::wanted(headers) { Ok(Self::Stream) } else { Media::accepted(headers).map(Self::Once) }
    }
}

/// `POST /graphql`.
pub async fn post(State(gateway): State<Gateway>, request: Request) -> Result<Response, Error> {
    let reply = Reply::wanted(request.headers())?;
    media::require_json(request.headers())?;
    let (parts, body) = request.into_parts();
    let signed = session::signed_in(&gateway, &parts).await?;
    let call = posted(body, gateway.config().limits.body_bytes).await?;
    respond_to(&gateway, &parts, signed, reply, call).await
}

/// `GET /graphql`: queries, subscriptions as a stream of events, and the handshake of a WebSocket.
pub async fn get(State(gateway): State<Gateway>, request: Request) -> Result<Response, Error> {
    let (mut parts, _) = request.into_parts();
    if socket::wanted(&parts.headers) {
        return socket::open(&gateway, &mut parts).await;
    }
    let reply = Reply::wanted(&parts.headers)?;
    let signed = session::signed_in(&gateway, &parts).await?;
    let call = asked(&parts)?;
    respond_to(&gateway, &parts, signed, reply, call).await
}

async fn respond_to(
    gateway: &Gateway,
    parts: &Parts,
    signed: Option<SignedIn>,
    reply: Reply,
    call: Call,
) -> Result<Response, Error> {
    match reply {
        Reply::Stream => sse::answer(gateway, parts, signed, call).await,
        Reply::Once(media) => answer(gateway, parts, signed, media, call).await,
    }
}

/// Any other method.
pub async fn other() -> Error {
    Error::method("GET, POST")
}

async fn answer(
    gateway: &Gateway,
    parts: &Parts,
    signed: Option<SignedIn>,
    media: Media,
    call: Call,
) -> Result<Response, Error> {
    let peer = Peer::new(gateway, parts, signed);
    let budget = peer.budget().await?;
    let answer = gateway.engine().execute(peer.caller(budget), call).await;
    peer.pay_for(&answer).await;
    gateway.metrics().operation(&answer);
    tracing::info!(
        document = answer.skeleton.map(hex),
        cost = answer.cost,
        code = answer.code.as_deref().unwrap_or("OK"),
        "answered"
    );
    Ok(respond(media, answer))
}

/// Which document it was, without a value of it.
fn hex(skeleton: [u8; 8]) -> String {
    format!("{:016x}", u64::from_be_bytes(skeleton))
}

fn respond(media: Media, answer: Answer) -> Response {
    let limited = answer.code.as_deref() == Some("RATE_LIMITED");
    let status = match answer.kind {
        AnswerKind::Refused(Refusal::MutationByGet) => StatusCode::METHOD_NOT_ALLOWED,
        AnswerKind::Refused(_) if limited => StatusCode::TOO_MANY_REQUESTS,
        AnswerKind::Refused(Refusal::BadRequest) if media == Media::GraphqlResponse => StatusCode::BAD_REQUEST,
        AnswerKind::Refused(_) | AnswerKind::Executed { .. } => StatusCode::OK,
    };
    let mut response = (status, answer.body).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media.content_type()));
    headers.insert(header::VARY, HeaderValue::from_static("accept"));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(header::ALLOW, HeaderValue::from_static("POST"));
    }
    if limited {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    }
    response
}

async fn posted(body: Body, most: usize) -> Result<Call, Error> {
    let bytes: Bytes = limits::body(body, most).await?;
    // The parser's own message would repeat a piece of the body, which may be personal (PRV-26).
    let value = serde_json::from_slice(&bytes).map_err(|error| {
        Error::bad_request(format!("The body is no JSON: line {}, column {}.", error.line(), error.column()))
    })?;
    match value {
        Value::Object(parameters) => call(parameters),
        Value::Array(_) => Err(Error::bad_request("One operation a request: batches are not taken.")),
        _ => Err(Error::bad_request("The body must be a JSON object.")),
    }
}

/// Reads the parameters of a POST; those the specification does not know are let be.
pub(crate) fn call(mut parameters: Map<String, Value>) -> Result<Call, Error> {
    object(parameters.remove("extensions"), "extensions")?;
    Ok(Call {
        document: text(parameters.remove("query"), "query")?.ok_or_else(no_query)?,
        operation_name: text(parameters.remove("operationName"), "operationName")?,
        variables: object(parameters.remove("variables"), "variables")?,
        ..Call::default()
    })
}

/// Reads the parameters of a GET, where objects are JSON inside of text.
fn asked(parts: &Parts) -> Result<Call, Error> {
    let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri)
        .map_err(|_| Error::bad_request("The parameters are not URL-encoded UTF-8."))?;
    let mut parameters = Map::new();
    for (name, value) in pairs {
        let value = match name.as_str() {
            "query" | "operationName" => Value::String(value),
            "variables" | "extensions" if value.is_empty() => Value::Null,
            "variables" | "extensions" => serde_json::from_str(&value)
                .map_err(|_| Error::bad_request(format!("{name} must be a JSON object.")))?,
            _ => continue,
        };
        if parameters.insert(name.clone(), value).is_some() {
            return Err(Error::bad_request(format!("{name} must be given once.")));
        }
    }
    Ok(Call { get: true, ..call(parameters)? })
}

fn no_query() -> Error {
    Error::bad_request("The parameter query, the text of a document, is missing.")
}

fn text(value: Option<Value>, name: &str) -> Result<Option<String>, Error> {
    match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Error::bad_request(format!("{name} must be a text."))),
    }
}

fn object(value: Option<Value>, name: &str) -> Result<Map<String, Value>, Error> {
    match value {
        None | Some(Value::Null) => Ok(Map::new()),
        Some(Value::Object(object)) => Ok(object),
        Some(_) => Err(Error::bad_request(format!("{name} must be an object."))),
    }
}
