//! GraphQL over server-sent events, in the mode of one connection an operation: `next` for each answer, `complete` at the end.
//!
//! The `id` of an event is its cursor, so that a client that comes back with `Last-Event-ID` goes on where it was.

use std::{convert::Infallible, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, header, request::Parts},
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt as _, stream};
use schema::{
    engine::Call,
    live::{Frame, Frames, Opened},
};
use tokio::sync::mpsc;

use crate::{
    Gateway,
    error::Error,
    peer::Peer,
    session::SignedIn,
    streams::{Place, Transport},
};

/// What a reader may be behind, in answers, before the next is waited for.
const BEHIND: usize = 8;
/// How often a silent stream shows that it lives, for the proxies in between.
const PULSE: Duration = Duration::from_secs(12);
const TRANSPORT: Transport = Transport::EventStream;

/// Whether the caller asks for a stream of events.
pub fn wanted(headers: &HeaderMap) -> bool {
    let values = headers.get_all(header::ACCEPT).iter().filter_map(|value| value.to_str().ok());
    let mut names = values.flat_map(|value| value.split(',')).map(|range| range.split(';').next().unwrap_or_default());
    names.any(|name| name.trim().eq_ignore_ascii_case("text/event-stream"))
}

/// Answers a call as a stream.
pub async fn answer(gateway: &Gateway, parts: &Parts, signed: Option<SignedIn>, call: Call) -> Result<Response, Error> {
    let peer = Peer::new(gateway, parts, signed);
    let budget = peer.budget().await?;
    let place = gateway.streams().enter(peer.payer, gateway.metrics().streams(TRANSPORT))?;
    let resume = parts.headers.get("last-event-id").and_then(|value| value.to_str().ok()).map(str::to_owned);
    match gateway.engine().open(peer.caller(budget), peer.opening(resume), call).await {
        Opened::Once(answer) => {
            peer.pay_for(&answer).await;
            gateway.metrics().operation(&answer);
            let all = [next(None, &answer.body), complete()].concat();
            Ok(respond(Body::from(all)))
        }
        Opened::Stream(frames) => {
            let (sender, receiver) = mpsc::channel(BEHIND);
            tokio::spawn(pump(gateway.clone(), peer, place, frames, sender));
            let chunks = stream::unfold(receiver, |mut receiver| async move {
                receiver.recv().await.map(|chunk| (Ok::<_, Infallible>(chunk), receiver))
            });
            Ok(respond(Body::from_stream(chunks)))
        }
    }
}

fn respond(body: Body) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/event-stream; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (header::VARY, HeaderValue::from_static("accept")),
        // Proxies that gather answers would hold back what should arrive now.
        (header::HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no")),
    ];
    (headers, body).into_response()
}

/// Sends the answers of a stream until it ends, its reader goes or stalls, his rights end, or the process stops.
async fn pump(gateway: Gateway, peer: Peer, place: Place, frames: Frames, sender: mpsc::Sender<Bytes>) {
    let ended = tokio::select! {
        () = send_all(&gateway, &peer, frames, &sender) => None,
        () = sender.closed() => None,
        fault = peer.ended() => Some(fault),
        () = gateway.streams().stopping() => None,
    };
    if let Some(fault) = ended {
        let error = Error::from(fault);
        // There is room for one more, or the reader has stalled and learns it when he comes back.
        let _ = sender.try_send(next(None, error.graphql(peer.request_id()).as_bytes()));
        let _ = sender.try_send(complete());
    }
    drop(place);
}

async fn send_all(gateway: &Gateway, peer: &Peer, mut frames: Frames, sender: &mpsc::Sender<Bytes>) {
    loop {
        let chunk = match tokio::time::timeout(PULSE, frames.next()).await {
            Ok(Some(frame)) => paid(gateway, peer, &frame).await,
            Ok(None) => complete(),
            Err(_) => Bytes::from_static(b":\n\n"),
        };
        let last = chunk == complete();
        let sent = tokio::time::timeout(gateway.config().limits.stall(), sender.send(chunk)).await;
        if last || !matches!(sent, Ok(Ok(()))) {
            return;
        }
        peer.solvent().await;
    }
}

async fn paid(gateway: &Gateway, peer: &Peer, frame: &Frame) -> Bytes {
    peer.pay(frame.cost).await;
    gateway.metrics().frame(TRANSPORT, frame.code.as_deref());
    next(frame.cursor.as_deref(), &frame.body)
}

/// An answer is one line of JSON: its writer escapes line breaks.
fn next(cursor: Option<&str>, body: &[u8]) -> Bytes {
    let mut chunk = b"event: next\n".to_vec();
    if let Some(cursor) = cursor {
        chunk.extend_from_slice(format!("id: {cursor}\n").as_bytes());
    }
    chunk.extend_from_slice(b"data: ");
    chunk.extend_from_slice(body);
    chunk.extend_from_slice(b"\n\n");
    chunk.into()
}

fn complete() -> Bytes {
    Bytes::from_static(b"event: complete\ndata:\n\n")
}
