//! Files by signed links: `PUT` and `HEAD` for what is uploaded part by part, `GET` for what is opened (L22).
//!
//! Of the tus protocol this takes what a window with a poor line needs: `HEAD` tells how much has arrived (`Upload-Offset`), `PUT`
//! with the same header brings what follows, whole or not at all. A link is good for its own account only, which presents itself
//! as everywhere; its rights are asked anew each time, so that a link outlives no posting.

use std::sync::Arc;

use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use futures_util::stream;
use tenants::{
    Scope,
    documents::DocumentPart,
    files::{Content, Link, Verb},
    ids::DocumentId,
    scope::Precinct,
    store::Origin,
};

use crate::{Gateway, error::Error, limits, peer::Peer, session};

/// The most one part brings: it is held in memory until it is sealed. A poor line sends smaller ones.
const PART: usize = 4 << 20;
/// What a file costs its account, in points, on either way.
const FILE: u64 = 10;
/// How much of an upload has arrived, or where a part begins.
const OFFSET: &str = "upload-offset";

/// An account with a link of its own.
struct Visit {
    link: Link,
    scope: Scope<Precinct>,
}

impl Visit {
    async fn of(gateway: &Gateway, parts: &Parts) -> Result<Self, Error> {
        let signed = session::at_link(gateway, parts).await?.ok_or_else(Error::unauthenticated)?;
        let member = Arc::clone(&signed.member);
        let peer = Peer::new(gateway, parts, Some(signed));
        peer.budget().await?;
        peer.pay(FILE).await;
        let text = parts.uri.path().strip_prefix("/files/").unwrap_or_default();
        let link = gateway.store().link_to(text, member.account).map_err(refused)?;
        let origin = Origin {
            request_id: peer.request_id().to_owned(),
            terminal: session::terminal_of(gateway, &member, parts),
        };
        let scope = gateway.store().precinct_of(&member, link.precinct, &origin).map_err(refused)?;
        Ok(Self { link, scope })
    }

    /// The document that is uploaded by this link.
    fn upload(&self) -> Result<DocumentId, Error> {
        if self.link.verb == Verb::Upload { Ok(self.link.row.into()) } else { Err(nothing()) }
    }
}

/// `GET`: the file itself, entered in the trail before its first byte leaves.
pub async fn get(State(gateway): State<Gateway>, request: Request) -> Result<Response, Error> {
    let (parts, _) = request.into_parts();
    let Visit { link, scope } = Visit::of(&gateway, &parts).await?;
    let found = match link.verb {
        Verb::Upload => return Err(nothing()),
        Verb::Content => scope.document_content(link.row.into(), DocumentPart::Content, link.purpose).await,
        Verb::Preview => scope.document_content(link.row.into(), DocumentPart::Preview, link.purpose).await,
        Verb::Certificate => scope.certificate_content(link.row.into()).await,
    };
    // A refusal is written as well; an opening that cannot be written does not happen (SEC-07).
    scope.finish().await?;
    let content = found.map_err(refused)?;
    // Looked at before the head is sent, so that a file that does not open is an error and not half a file.
    let first = content.chunk(0).await.transpose().map_err(refused)?.unwrap_or_default();
    Ok(sent(content, first, link.verb))
}

fn sent(content: Content, first: Vec<u8>, verb: Verb) -> Response {
    let how = if verb == Verb::Preview { "inline" } else { "attachment" };
    let text = |value: String| HeaderValue::try_from(value).unwrap_or(HeaderValue::from_static(""));
    let headers = [
        (header::CONTENT_TYPE, text(content.media_type.clone())),
        (header::CONTENT_LENGTH, HeaderValue::from(content.length)),
        (header::CONTENT_DISPOSITION, text(format!("{how}; filename=\"{}\"", content.name))),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-store")),
        (header::ACCEPT_RANGES, HeaderValue::from_static("none")),
    ];
    let rest = stream::unfold((content, 1), |(content, at)| async move {
        let chunk = content.chunk(at).await?;
        Some((chunk.map(Bytes::from), (content, at + 1)))
    });
    let body = futures_util::StreamExt::chain(stream::iter([Ok(Bytes::from(first))]), rest);
    (headers, Body::from_stream(body)).into_response()
}

/// `HEAD`: how much of an upload has arrived.
pub async fn head(State(gateway): State<Gateway>, request: Request) -> Result<Response, Error> {
    let (parts, _) = request.into_parts();
    let visit = Visit::of(&gateway, &parts).await?;
    let offset = visit.scope.upload_offset(visit.upload()?).await.map_err(refused)?;
    let length = ("upload-length", HeaderValue::from(visit.link.most));
    Ok((StatusCode::NO_CONTENT, [(OFFSET, HeaderValue::from(offset)), length]).into_response())
}

/// `PUT`: the part of an upload that begins at `Upload-Offset`.
pub async fn put(State(gateway): State<Gateway>, request: Request) -> Result<Response, Error> {
    let (parts, body) = request.into_parts();
    let visit = Visit::of(&gateway, &parts).await?;
    let (document, offset) = (visit.upload()?, offset(&parts.headers)?);
    // A part that breaks off on its way is an error here, and nothing of it was kept.
    let bytes = limits::body(body, PART).await?;
    let arrived = visit.scope.receive_part(document, offset, &bytes).await.map_err(refused)?;
    Ok((StatusCode::NO_CONTENT, [(OFFSET, HeaderValue::from(arrived))]).into_response())
}

fn offset(headers: &HeaderMap) -> Result<u64, Error> {
    let offset = headers.get(OFFSET).and_then(|value| value.to_str().ok()?.parse().ok());
    offset.ok_or_else(|| Error::bad_request("The header Upload-Offset must say where this part begins."))
}

/// Any other method.
pub async fn other() -> Error {
    Error::method("GET, HEAD, PUT")
}

/// A link that is forged, another's, for something else, or to nothing: one answer (PRV-24).
pub(crate) fn nothing() -> Error {
    Error::client(StatusCode::NOT_FOUND, "NOT_FOUND", "There is nothing at this address.")
}

fn refused(error: tenants::Error) -> Error {
    use tenants::Error as Fault;
    match error {
        Fault::NotFound => nothing(),
        Fault::Denied => Error::client(StatusCode::FORBIDDEN, "FORBIDDEN", "Your role may not do this."),
        Fault::PurposeRequired(why) => Error::client(StatusCode::FORBIDDEN, "PURPOSE_REQUIRED", sentence(why)),
        Fault::Quota { .. } => Error::client(StatusCode::FORBIDDEN, "QUOTA", "Today's limit of persons is reached."),
        Fault::StorageFull => {
            tracing::error!("no room is left where files are kept");
            let message = "No room is left for files; an administrator must make some.";
            Error::client(StatusCode::INSUFFICIENT_STORAGE, "STORAGE_FULL", message)
        }
        Fault::Invalid { code, message, .. } => Error::client(status(code), code, sentence(&message)),
        other => other.into(),
    }
}

fn status(code: &str) -> StatusCode {
    match code {
        "LINK_EXPIRED" => StatusCode::GONE,
        "UPLOAD_SIZE" => StatusCode::PAYLOAD_TOO_LARGE,
        "UPLOAD_PART" => StatusCode::BAD_REQUEST,
        _ => StatusCode::CONFLICT,
    }
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}
