//! From cookie or bearer token to a member: the only place that reads credentials.
//!
//! A browser sends the session's cookie by itself, so a request that uses it must prove that a page of ours sent it: by a
//! header no other site can set, and by `Origin` and `Sec-Fetch-Site` where the browser says them. A bearer token is never
//! sent by itself and needs no such proof.

use std::sync::Arc;

use axum::{
    Json,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::json;
use tenants::{
    members::{Member, Pass},
    sessions::{ABSOLUTE, NewSession, SignIn, SignInRefusal, Terminal},
    store::Origin,
};

use crate::{
    Gateway,
    error::Error,
    limits::{self, Payer},
    media,
    request_id::RequestId,
};

/// The cookie of a session.
pub const COOKIE: &str = "huji_session";
/// The header that only a page of ours can send.
pub const GUARD: &str = "x-huji-csrf";
/// What an attempt to sign in costs a stranger, in points.
const SIGN_IN: u64 = 100;

/// Somebody who is signed in, and by what: a stream asks again and again whether it still counts.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who.
    pub member: Arc<Member>,
    /// By what.
    pub pass: Pass,
}

/// Who sent a request, and by what. Refused when credentials are there and not good: a caller who thinks he is somebody must not be
/// answered as nobody.
pub async fn signed_in(gateway: &Gateway, parts: &Parts) -> Result<Option<SignedIn>, Error> {
    presented(gateway, parts, guard).await
}

/// Who opens a WebSocket, and by what. A browser cannot add our header there, but it always says where the page comes from: a
/// cookie counts only from our own pages.
pub async fn at_handshake(gateway: &Gateway, parts: &Parts) -> Result<Option<SignedIn>, Error> {
    let ours = |gateway: &Gateway, headers: &HeaderMap| {
        if headers.contains_key(header::ORIGIN) { same_site(gateway, headers) } else { Err(foreign()) }
    };
    presented(gateway, parts, ours).await
}

/// Who follows a signed link, and by what. A browser cannot add our header to a link; that somebody of ours was handed it is what
/// the link itself proves.
pub async fn at_link(gateway: &Gateway, parts: &Parts) -> Result<Option<SignedIn>, Error> {
    presented(gateway, parts, same_site).await
}

async fn presented(
    gateway: &Gateway,
    parts: &Parts,
    guard: impl Fn(&Gateway, &HeaderMap) -> Result<(), Error>,
) -> Result<Option<SignedIn>, Error> {
    if let Some(value) = parts.headers.get(header::AUTHORIZATION) {
        let value = value.to_str().map_err(|_| Error::unauthenticated())?;
        return by_authorization(gateway, value).await.map(Some);
    }
    let Some(secret) = cookie(&parts.headers) else { return Ok(None) };
    guard(gateway, &parts.headers)?;
    let member = gateway.store().members().by_session(secret).await?;
    member.zip(Pass::session(secret)).map(SignedIn::from).map(Some).ok_or_else(Error::unauthenticated)
}

/// Who presents `Bearer …`.
pub async fn by_authorization(gateway: &Gateway, value: &str) -> Result<SignedIn, Error> {
    let token = bearer(value)?;
    let member = gateway.store().members().by_token(token).await?;
    member.zip(Pass::token(token)).map(SignedIn::from).ok_or_else(Error::unauthenticated)
}

impl From<(Arc<Member>, Pass)> for SignedIn {
    fn from((member, pass): (Arc<Member>, Pass)) -> Self {
        Self { member, pass }
    }
}

fn bearer(value: &str) -> Result<&str, Error> {
    let (scheme, token) = value.split_once(' ').ok_or_else(Error::unauthenticated)?;
    if scheme.eq_ignore_ascii_case("bearer") { Ok(token.trim()) } else { Err(Error::unauthenticated()) }
}

fn cookie(headers: &HeaderMap) -> Option<&str> {
    let values = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = values.flat_map(|value| value.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).map(|(_, value)| value)
}

/// Refuses what another site may have made a browser send.
fn guard(gateway: &Gateway, headers: &HeaderMap) -> Result<(), Error> {
    if headers.contains_key(GUARD) { same_site(gateway, headers) } else { Err(foreign()) }
}

/// What the browser itself says of the sender; silence is fine, for programs are no browsers.
pub(crate) fn same_site(gateway: &Gateway, headers: &HeaderMap) -> Result<(), Error> {
    let site = headers.get("sec-fetch-site").map(HeaderValue::as_bytes);
    if !matches!(site, None | Some(b"same-origin" | b"none")) {
        return Err(foreign());
    }
    let Some(origin) = headers.get(header::ORIGIN) else { return Ok(()) };
    let public = &gateway.config().server.public_url;
    let ours = match (origin.to_str().ok(), headers.get(header::HOST).and_then(|host| host.to_str().ok())) {
        (Some(origin), _) if !public.is_empty() => origin == public.trim_end_matches('/'),
        (Some(origin), Some(host)) => origin.strip_prefix("http://") == Some(host),
        _ => false,
    };
    if ours { Ok(()) } else { Err(foreign()) }
}

fn foreign() -> Error {
    let message =
        format!("A request with the session's cookie must come from our own page and carry the header {GUARD}: 1.");
    Error::client(StatusCode::FORBIDDEN, "CSRF", message)
}

/// What `POST /session` takes.
#[derive(Deserialize)]
struct Credentials {
    login: String,
    password: String,
    #[serde(default)]
    totp: Option<String>,
    /// `DESKTOP` or `MOBILE`: an account has one session in each.
    #[serde(default)]
    terminal: Option<String>,
}

/// Opens a session: `{login, password, totp?, terminal?}` is answered by the cookie, or by 401 and a code.
pub async fn sign_in(State(gateway): State<Gateway>, request: Request) -> Result<Response, Error> {
    let (parts, body) = request.into_parts();
    same_site(&gateway, &parts.headers)?;
    let address = limits::address(&gateway.config().server.client_address_header, &parts.headers, &parts.extensions);
    let (payer, now) = (Payer::Stranger(address), std::time::Instant::now());
    gateway.buckets().left(payer, now).await?;
    gateway.buckets().spend(payer, now, SIGN_IN).await;
    let credentials = credentials(&gateway, &parts.headers, body).await?;
    let attempt = SignIn {
        terminal: terminal(credentials.terminal.as_deref())?,
        login: credentials.login,
        password: credentials.password,
        totp: credentials.totp.filter(|code| !code.trim().is_empty()),
        address: address.map_or_else(String::new, |address| address.to_string()),
        user_agent: text(&parts.headers, header::USER_AGENT.as_str()),
        request_id: parts.extensions.get::<RequestId>().cloned().unwrap_or_default().0,
    };
    match gateway.store().members().sign_in(attempt).await {
        Ok(session) => Ok(opened(&gateway, &session)),
        Err(refusal) => Err(refused(refusal)),
    }
}

async fn credentials(gateway: &Gateway, headers: &HeaderMap, body: Body) -> Result<Credentials, Error> {
    media::require_json(headers)?;
    let bytes = limits::body(body, gateway.config().limits.body_bytes.min(8_192)).await?;
    // The parser's own message would repeat a piece of the body, which is a password.
    serde_json::from_slice(&bytes).map_err(|_| {
        Error::bad_request("The body must be a JSON object with the texts login and password, and totp if asked.")
    })
}

fn terminal(class: Option<&str>) -> Result<Terminal, Error> {
    class.map_or(Ok(Terminal::Desktop), |class| {
        // A resident's own telephone comes in by its own door (residents.rs).
        let known = class.parse::<Terminal>().ok().filter(|class| *class != Terminal::Phone);
        known.ok_or_else(|| Error::bad_request("terminal must be DESKTOP or MOBILE."))
    })
}

pub(crate) fn text(headers: &HeaderMap, name: &str) -> String {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned()
}

pub(crate) fn opened(gateway: &Gateway, session: &NewSession) -> Response {
    let member = &session.member;
    let body = Json(json!({ "name": member.name, "role": member.role.as_str() }));
    let cookie = set_cookie(gateway, &session.secret, ABSOLUTE.num_seconds());
    ([(header::SET_COOKIE, cookie)], body).into_response()
}

fn refused(refusal: SignInRefusal) -> Error {
    let code = refusal.code();
    match refusal {
        SignInRefusal::Failed(error) => error.into(),
        SignInRefusal::NoPosting => Error::client(StatusCode::FORBIDDEN, code, "This account has no posting now."),
        other => Error::client(StatusCode::UNAUTHORIZED, code, capitalised(&other.to_string())),
    }
}

pub(crate) fn capitalised(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

/// Ends the session of this terminal.
pub async fn sign_out(State(gateway): State<Gateway>, request: Request) -> Result<Response, Error> {
    let (parts, _) = request.into_parts();
    guard(&gateway, &parts.headers)?;
    let forget = [(header::SET_COOKIE, set_cookie(&gateway, "", 0))];
    // A session that is over already is signed out: the browser only needs to forget it.
    let signed = match signed_in(&gateway, &parts).await {
        Ok(signed) => signed,
        Err(error) if error == Error::unauthenticated() => None,
        Err(error) => return Err(error),
    };
    if let Some(SignedIn { member, .. }) = signed {
        let request_id = parts.extensions.get::<RequestId>().cloned().unwrap_or_default().0;
        let origin = Origin { request_id, terminal: terminal_of(&gateway, &member, &parts) };
        gateway.store().members().sign_out(&member, &origin).await?;
    }
    Ok((StatusCode::NO_CONTENT, forget).into_response())
}

/// Any other method.
pub async fn other() -> Error {
    Error::method("POST, DELETE")
}

/// From which terminal, for the audit trail: its class and its network address (SEC-06).
pub fn terminal_of(gateway: &Gateway, member: &Member, parts: &Parts) -> String {
    let header = &gateway.config().server.client_address_header;
    match limits::address(header, &parts.headers, &parts.extensions) {
        Some(address) => format!("{} {address}", member.terminal()),
        None => member.terminal().to_owned(),
    }
}

/// Out of reach of scripts, never sent for another site, gone with the session.
fn set_cookie(gateway: &Gateway, secret: &str, seconds: i64) -> HeaderValue {
    let secure = if gateway.config().server.https() { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={secret}; Path=/; HttpOnly; SameSite=Strict; Max-Age={seconds}{secure}");
    HeaderValue::try_from(cookie).unwrap_or_else(|_| HeaderValue::from_static(""))
}
