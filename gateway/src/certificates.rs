//! Checking a certificate: a page for whoever is handed one, which says whether it holds, and JSON for programs.

use axum::{
    Json,
    extract::{Query, Request, State},
    http::{HeaderValue, header, request::Parts},
    response::{IntoResponse, Response},
};
use serde_json::json;
use tenants::{certificates::Verified, store::Origin};

use crate::{Gateway, error::Error, files, limits, peer::Peer};

/// What a look costs whoever looks, in points: as things stand by default, one in a second or so goes on and on.
const LOOK: u64 = 50;

/// `GET /certificates/{number}?code=…`: whether it holds, what it certifies, when and by which station. Anybody may ask; a wrong number
/// and a wrong code are the same answer.
pub async fn verify(State(gateway): State<Gateway>, request: Request) -> Result<Response, Error> {
    let (parts, _) = request.into_parts();
    let peer = Peer::new(&gateway, &parts, None);
    peer.budget().await?;
    peer.pay(LOOK).await;
    let address = limits::address(&gateway.config().server.client_address_header, &parts.headers, &parts.extensions);
    let terminal = format!("PUBLIC {}", address.map_or_else(String::new, |address| address.to_string()));
    let origin = Origin { request_id: peer.request_id().to_owned(), terminal };
    let number = parts.uri.path().strip_prefix("/certificates/").unwrap_or_default();
    let code = code(&parts).ok_or_else(files::nothing)?;
    match gateway.store().verify_certificate(number, &code, &origin).await {
        Ok(found) => Ok(shown(&parts, number, &found)),
        Err(tenants::Error::NotFound) => Err(files::nothing()),
        Err(error) => Err(error.into()),
    }
}

fn code(parts: &Parts) -> Option<String> {
    let Query(pairs) = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri).ok()?;
    pairs.into_iter().find_map(|(name, value)| (name == "code").then_some(value))
}

fn shown(parts: &Parts, number: &str, found: &Verified) -> Response {
    let wanted = parts.headers.get(header::ACCEPT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut response = if wanted.contains("text/html") {
        let html = HeaderValue::from_static("text/html; charset=utf-8");
        ([(header::CONTENT_TYPE, html)], page(number, found)).into_response()
    } else {
        let Verified { valid, kind, issued_on, station } = found;
        let kind = kind.as_str();
        Json(json!({ "valid": valid, "kind": kind, "issuedOn": issued_on, "station": station })).into_response()
    };
    response.headers_mut().insert(header::VARY, HeaderValue::from_static("accept"));
    response
}

/// Nothing in it is the asker's: the number passed its code before, so it is one that we wrote.
fn page(number: &str, found: &Verified) -> String {
    let (word, colour) = if found.valid { ("有效", "#237804") } else { ("已撤销", "#a8071a") };
    format!(
        "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <title>户籍证明查验</title><body style=\"font: 1.1rem/1.8 sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem\">\
         <h1>户籍证明查验</h1><p style=\"color: {colour}; font-size: 2rem\">{word}</p>\
         <p>编号：{number}<br>种类：{}<br>签发日期：{}<br>签发单位：{}</p></body></html>\n",
        found.kind.title(),
        found.issued_on,
        escaped(&found.station),
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
