//! GraphQL over a WebSocket: the whole of `graphql-transport-ws`, with every one of its close codes.
//!
//! One task owns the socket; each subscription is a task of its own, so that none waits for another. What they send goes through one
//! short queue, which is all that is held for a client that does not read. The socket ends within a second of its owner's rights.

use std::{collections::HashMap, time::Duration};

use axum::{
    extract::{
        FromRequestParts as _,
        ws::{CloseFrame, Message as Raw, Utf8Bytes, WebSocket, WebSocketUpgrade},
    },
    http::{HeaderMap, StatusCode, header, request::Parts},
    response::Response,
};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::{
    sync::mpsc,
    task::{AbortHandle, JoinSet},
    time::{Instant, interval_at, sleep, timeout},
};

mod close;
mod subscription;

use close::Close;
use subscription::{Sent, Subscription};

use crate::{
    Gateway,
    error::Error,
    peer::Peer,
    session,
    streams::{Place, Transport},
};

/// The subprotocol we speak, and the only one.
const PROTOCOL: &str = "graphql-transport-ws";
/// How long a client may take to introduce itself.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often a client is asked whether it is there; one that has not answered by the next time is gone.
const PULSE: Duration = Duration::from_secs(15);
/// How long a client gets to take leave.
const LEAVING: Duration = Duration::from_secs(1);
/// Answers that may wait for a client that reads slowly.
const BEHIND: usize = 16;
/// The longest id of a subscription.
const ID: usize = 128;

/// What a client says.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Message {
    ConnectionInit { payload: Option<Map<String, Value>> },
    Ping { payload: Option<Value> },
    Pong {},
    Subscribe { id: String, payload: Map<String, Value> },
    Complete { id: String },
}

/// Whether a request is the handshake of a WebSocket.
pub fn wanted(headers: &HeaderMap) -> bool {
    headers.get(header::UPGRADE).is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"websocket"))
}

/// Answers the handshake. A cookie of another site's page and credentials that are no good are refused before it.
pub async fn open(gateway: &Gateway, parts: &mut Parts) -> Result<Response, Error> {
    let signed = session::at_handshake(gateway, parts).await?;
    let upgrade = WebSocketUpgrade::from_request_parts(parts, gateway)
        .await
        .map_err(|_| Error::client(StatusCode::BAD_REQUEST, "BAD_INPUT", "This is no handshake of a WebSocket."))?;
    let peer = Peer::new(gateway, parts, signed);
    let place = enter(gateway, &peer)?;
    let most = gateway.config().limits.body_bytes;
    let upgrade = upgrade.protocols([PROTOCOL]).max_message_size(most).max_frame_size(most);
    let (gateway, parts) = (gateway.clone(), parts.clone());
    Ok(upgrade.on_upgrade(move |socket| Session::run(gateway, parts, peer, place, socket)))
}

fn enter(gateway: &Gateway, peer: &Peer) -> Result<Place, Error> {
    gateway.streams().enter(peer.payer, gateway.metrics().streams(Transport::WebSocket))
}

/// One socket's life.
struct Session {
    gateway: Gateway,
    parts: Parts,
    peer: Peer,
    /// Held until the session ends.
    place: Place,
    socket: WebSocket,
    acknowledged: bool,
    /// By id: which of the subscriptions that ever had it, and how to end it.
    open: HashMap<String, (u64, AbortHandle)>,
    /// Dropped with the session, they all end.
    tasks: JoinSet<()>,
    opened: u64,
    out: mpsc::Sender<Sent>,
    answered: bool,
}

impl Session {
    async fn run(gateway: Gateway, parts: Parts, peer: Peer, place: Place, socket: WebSocket) {
        let (out, waiting) = mpsc::channel(BEHIND);
        let known = socket.protocol().is_some();
        let mut session = Self {
            gateway,
            parts,
            peer,
            place,
            socket,
            acknowledged: false,
            open: HashMap::new(),
            tasks: JoinSet::new(),
            opened: 0,
            out,
            answered: true,
        };
        let ended = if known { Box::pin(session.serve(waiting)).await } else { Err(Some(Close::Protocol)) };
        session.tasks.abort_all();
        if let Err(Some(close)) = ended {
            session.close(close).await;
        }
    }

    /// Listens and sends until the socket ends: with a code of ours, or because the client has gone.
    async fn serve(&mut self, mut waiting: mpsc::Receiver<Sent>) -> Result<(), Option<Close>> {
        let mut pulse = interval_at(Instant::now() + PULSE, PULSE);
        let introduction = sleep(PATIENCE);
        tokio::pin!(introduction);
        let gateway = self.gateway.clone();
        let stopping = gateway.streams().stopping();
        tokio::pin!(stopping);
        let peer = self.peer.clone();
        let mut ended = std::pin::pin!(watch(peer));
        loop {
            tokio::select! {
                biased;
                () = &mut stopping => return Err(Some(Close::GoingAway)),
                fault = &mut ended => return Err(Some(Close::of(&fault))),
                () = &mut introduction, if !self.acknowledged => return Err(Some(Close::InitTimeout)),
                raw = self.socket.recv() => {
                    let was = self.acknowledged;
                    match raw {
                        Some(Ok(raw)) => self.hear(raw).await?,
                        Some(Err(_)) | None => return Err(None),
                    }
                    if self.acknowledged && !was {
                        // Who he is may have come with the introduction.
                        ended.set(watch(self.peer.clone()));
                    }
                },
                Some(sent) = waiting.recv() => self.pass_on(sent).await?,
                Some(task) = self.tasks.join_next() => reap(task)?,
                _ = pulse.tick() => self.ping().await?,
            }
        }
    }

    /// Takes one frame of the client's.
    async fn hear(&mut self, raw: Raw) -> Result<(), Option<Close>> {
        self.answered = true;
        match raw {
            Raw::Text(text) => {
                let message = serde_json::from_str(&text).map_err(|_| Close::BadMessage)?;
                self.obey(message).await
            }
            Raw::Binary(_) => Err(Some(Close::BadMessage)),
            Raw::Close(_) => Err(None),
            Raw::Ping(_) | Raw::Pong(_) => Ok(()),
        }
    }

    async fn obey(&mut self, message: Message) -> Result<(), Option<Close>> {
        match message {
            Message::ConnectionInit { .. } if self.acknowledged => Err(Some(Close::TooManyInits)),
            Message::ConnectionInit { payload } => self.introduce(payload.unwrap_or_default()).await,
            Message::Ping { payload } => self.send(pong(payload).to_string().into()).await,
            Message::Pong {} => Ok(()),
            Message::Subscribe { .. } if !self.acknowledged => Err(Some(Close::Unauthorized)),
            Message::Subscribe { id, payload } => self.subscribe(id, payload).await,
            Message::Complete { id } => {
                if let Some((_, task)) = self.open.remove(&id) {
                    task.abort();
                }
                Ok(())
            }
        }
    }

    /// Finds out who it is, if the handshake did not tell: `{"authorization": "Bearer …"}`. Nobody is refused, because there is nothing
    /// to listen to for nobody.
    async fn introduce(&mut self, payload: Map<String, Value>) -> Result<(), Option<Close>> {
        let given = payload.iter().find(|(name, _)| name.eq_ignore_ascii_case("authorization"));
        if let Some((_, value)) = given {
            let value = value.as_str().ok_or(Close::BadMessage)?;
            let signed = match session::by_authorization(&self.gateway, value).await {
                Ok(signed) => signed,
                Err(Error::Internal) => return Err(Some(Close::Internal)),
                Err(Error::Client(_)) => return Err(Some(Close::Forbidden)),
            };
            self.peer = Peer::new(&self.gateway, &self.parts, Some(signed));
            // From now on it is the member's stream, and not one more of his address.
            self.place = enter(&self.gateway, &self.peer).map_err(|_| Close::TooMany)?;
        }
        if !self.peer.is_member() {
            return Err(Some(Close::Forbidden));
        }
        self.acknowledged = true;
        self.send(r#"{"type":"connection_ack"}"#.into()).await
    }

    async fn subscribe(&mut self, id: String, payload: Map<String, Value>) -> Result<(), Option<Close>> {
        if id.is_empty() || id.len() > ID {
            return Err(Some(Close::BadMessage));
        }
        if self.open.contains_key(&id) {
            return Err(Some(Close::Exists));
        }
        let call = crate::graphql::call(payload).map_err(|_| Close::BadMessage)?;
        if self.open.len() >= self.gateway.config().limits.subscriptions_per_socket {
            let error = Error::too_many("Too many subscriptions are open on this socket; complete one first.", PULSE);
            return self.send(subscription::error(&id, error.graphql(self.peer.request_id()).as_bytes())).await;
        }
        self.opened += 1;
        let subscription = Subscription {
            gateway: self.gateway.clone(),
            peer: self.peer.clone(),
            id: id.clone(),
            number: self.opened,
            out: self.out.clone(),
        };
        let task = self.tasks.spawn(subscription.run(call));
        self.open.insert(id, (self.opened, task));
        Ok(())
    }

    /// Sends what a subscription has to say, unless the client has ended it meanwhile.
    async fn pass_on(&mut self, sent: Sent) -> Result<(), Option<Close>> {
        if self.open.get(&sent.id).is_none_or(|(number, _)| *number != sent.number) {
            return Ok(());
        }
        if sent.last {
            self.open.remove(&sent.id);
        }
        self.send(sent.text).await
    }

    async fn ping(&mut self) -> Result<(), Option<Close>> {
        if !std::mem::take(&mut self.answered) {
            return Err(None);
        }
        self.write(Raw::Ping(axum::body::Bytes::new())).await
    }

    async fn send(&mut self, text: Utf8Bytes) -> Result<(), Option<Close>> {
        self.write(Raw::Text(text)).await
    }

    /// Writes, and waits no longer than a slow client may take.
    async fn write(&mut self, raw: Raw) -> Result<(), Option<Close>> {
        let stall = self.gateway.config().limits.stall();
        match timeout(stall, self.socket.send(raw)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(None),
            Err(_) => Err(Some(Close::TooSlow)),
        }
    }

    /// Says why, and gives the client a moment to hear it; a slow one, as long again as it was waited for.
    async fn close(&mut self, close: Close) {
        let frame = CloseFrame { code: close.code(), reason: close.reason().into() };
        let patience = if close == Close::TooSlow { self.gateway.config().limits.stall() } else { LEAVING };
        if matches!(timeout(patience, self.socket.send(Raw::Close(Some(frame)))).await, Ok(Ok(()))) {
            let gone = async { while let Some(Ok(_)) = self.socket.recv().await {} };
            // Whoever does not take leave is left.
            let _ = timeout(LEAVING, gone).await;
        }
    }
}

/// A subscription that panicked is a fault of ours, and its client must not wait for it.
fn reap(task: Result<(), tokio::task::JoinError>) -> Result<(), Option<Close>> {
    match task {
        Err(error) if error.is_panic() => Err(Some(Close::Internal)),
        Ok(()) | Err(_) => Ok(()),
    }
}

async fn watch(peer: Peer) -> tenants::Error {
    peer.ended().await
}

fn pong(payload: Option<Value>) -> Value {
    match payload {
        Some(payload) => json!({ "type": "pong", "payload": payload }),
        None => json!({ "type": "pong" }),
    }
}
