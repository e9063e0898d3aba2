//! The residents' door (光谷微警务): what to read and choose first, a code to the telephone, and a session for whoever types it.
//!
//! Whether a number is known shows in no answer and in no time: a code is asked for and sent alike, and sent after the answer (PRV-24).

use std::net::IpAddr;
use std::time::{Duration, Instant};

use axum::{
    Json,
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, StatusCode, request::Parts},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::json;
use tenants::residents::{BETWEEN, CodeRequest, GOOD_FOR, PhoneRefusal, PhoneSignIn, Text};

use crate::{
    Gateway,
    error::Error,
    limits::{self, Payer},
    media,
    request_id::RequestId,
    sender::Sender,
    session,
};

/// What either step costs a stranger, in points.
const STEP: u64 = 100;

/// What is read before anybody signs in: the notice in force and the stations to choose from (PRV-28).
pub async fn welcome(State(gateway): State<Gateway>, request: Request) -> Result<Response, Error> {
    let (parts, _) = request.into_parts();
    admitted(&gateway, &parts).await?;
    let (notice, stations) = gateway.store().members().welcome().await?;
    let stations: Vec<_> =
        stations.iter().map(|station| json!({ "code": station.code, "name": station.name })).collect();
    let notice = json!({
        "version": notice.version,
        "textZh": notice.text_zh,
        "textEn": notice.text_en,
        "validFrom": notice.valid_from.to_string(),
    });
    Ok(Json(json!({ "notice": notice, "stations": stations })).into_response())
}

#[derive(Deserialize)]
struct Wanted {
    phone: String,
}

/// Sends a code: `{phone}` is answered by 202 and the same words, whatever becomes of it.
pub async fn code(State(gateway): State<Gateway>, request: Request) -> Result<Response, Error> {
    let (parts, body) = request.into_parts();
    session::same_site(&gateway, &parts.headers)?;
    let address = admitted(&gateway, &parts).await?;
    let sender = gateway
        .sender()
        .ok_or_else(|| Error::unavailable("Signing in by telephone is not set up here.", Duration::from_hours(1)))?;
    let wanted: Wanted = json_of(&gateway, &parts.headers, body).await?;
    let request = CodeRequest { phone: wanted.phone, address: shown(address), request_id: request_id(&parts) };
    let text = gateway.store().members().request_code(&request).await.map_err(refused_code)?;
    if let Some(text) = text {
        send(sender.as_ref(), text);
    }
    let told = json!({ "expiresInSeconds": GOOD_FOR.num_seconds(), "againInSeconds": BETWEEN.num_seconds() });
    Ok((StatusCode::ACCEPTED, Json(told)).into_response())
}

/// Sends beside the answer, so that no time tells whether anything was sent.
fn send(sender: &dyn Sender, text: Text) {
    let sending = sender.send(text);
    tokio::spawn(async move {
        if let Err(cause) = sending.await {
            tracing::error!(%cause, "a code was not sent");
        }
    });
}

fn refused_code(error: tenants::Error) -> Error {
    match error {
        tenants::Error::Invalid { code: code @ "PHONE", message, .. } => {
            Error::client(StatusCode::BAD_REQUEST, code, session::capitalised(&message))
        }
        tenants::Error::Invalid { code: "TOO_MANY_CODES", .. } => {
            Error::too_many("Too many codes were asked for from this address.", Duration::from_hours(1))
        }
        other => other.into(),
    }
}

#[derive(Deserialize)]
struct Credentials {
    phone: String,
    code: String,
    /// The code of a station: needed the first time.
    #[serde(default)]
    station: Option<String>,
    /// The version of the notice that was accepted: needed the first time and after each new one.
    #[serde(default)]
    notice: Option<i32>,
}

/// Opens a session: `{phone, code, station?, notice?}` is answered by the cookie, or by 401 and a code.
pub async fn sign_in(State(gateway): State<Gateway>, request: Request) -> Result<Response, Error> {
    let (parts, body) = request.into_parts();
    session::same_site(&gateway, &parts.headers)?;
    let address = admitted(&gateway, &parts).await?;
    let credentials: Credentials = json_of(&gateway, &parts.headers, body).await?;
    let attempt = PhoneSignIn {
        phone: credentials.phone,
        code: credentials.code,
        station: credentials.station,
        notice: credentials.notice,
        address: shown(address),
        user_agent: session::text(&parts.headers, "user-agent"),
        request_id: request_id(&parts),
    };
    match gateway.store().members().sign_in_by_phone(&attempt).await {
        Ok(opened) => Ok(session::opened(&gateway, &opened)),
        Err(PhoneRefusal::Failed(error)) => Err(refused_code(error)),
        Err(refusal) => {
            let sentence = session::capitalised(&refusal.to_string());
            Err(Error::client(StatusCode::UNAUTHORIZED, refusal.code(), sentence))
        }
    }
}

/// The address a stranger comes from, once he has paid.
async fn admitted(gateway: &Gateway, parts: &Parts) -> Result<Option<IpAddr>, Error> {
    let address = limits::address(&gateway.config().server.client_address_header, &parts.headers, &parts.extensions);
    let (payer, now) = (Payer::Stranger(address), Instant::now());
    gateway.buckets().left(payer, now).await?;
    gateway.buckets().spend(payer, now, STEP).await;
    Ok(address)
}

/// A small JSON body; the parser's own message would repeat a piece of it, which is a number or a code.
async fn json_of<T: DeserializeOwned>(gateway: &Gateway, headers: &HeaderMap, body: Body) -> Result<T, Error> {
    media::require_json(headers)?;
    let bytes = limits::body(body, gateway.config().limits.body_bytes.min(8_192)).await?;
    serde_json::from_slice(&bytes)
        .map_err(|_| Error::bad_request("The body must be a JSON object with the text phone, and code to sign in."))
}

fn shown(address: Option<IpAddr>) -> String {
    address.map_or_else(String::new, |address| address.to_string())
}

fn request_id(parts: &Parts) -> String {
    parts.extensions.get::<RequestId>().cloned().unwrap_or_default().0
}

/// Any other method where something is handed in.
pub async fn posts_only() -> Error {
    Error::method("POST")
}
