//! One operation on a socket: its answers, in the messages of the protocol.

use axum::extract::ws::Utf8Bytes;
use schema::{
    engine::{AnswerKind, Call},
    live::{Frames, Opened},
};
use serde::Deserialize;
use serde_json::value::RawValue;
use tokio::sync::mpsc;

use crate::{Gateway, peer::Peer, streams::Transport};

/// A message on its way to the client.
pub(super) struct Sent {
    pub(super) id: String,
    /// Which of the operations that ever had this id.
    pub(super) number: u64,
    pub(super) text: Utf8Bytes,
    /// Whether the operation ends with it.
    pub(super) last: bool,
}

/// An operation that runs.
pub(super) struct Subscription {
    pub(super) gateway: Gateway,
    pub(super) peer: Peer,
    pub(super) id: String,
    pub(super) number: u64,
    pub(super) out: mpsc::Sender<Sent>,
}

impl Subscription {
    /// Runs it to its end.
    pub(super) async fn run(self, call: Call) {
        let budget = match self.peer.budget().await {
            Ok(budget) => budget,
            Err(refusal) => {
                let body = refusal.graphql(self.peer.request_id());
                return self.say(error(&self.id, body.as_bytes()), true).await;
            }
        };
        match self.gateway.engine().open(self.peer.caller(budget), self.peer.opening(None), call).await {
            Opened::Once(answer) => {
                self.peer.pay_for(&answer).await;
                self.gateway.metrics().operation(&answer);
                if matches!(answer.kind, AnswerKind::Refused(_)) {
                    return self.say(error(&self.id, &answer.body), true).await;
                }
                self.say(next(&self.id, &answer.body), false).await;
                self.say(complete(&self.id), true).await;
            }
            Opened::Stream(frames) => self.stream(frames).await,
        }
    }

    async fn stream(&self, mut frames: Frames) {
        use futures_util::StreamExt as _;
        while let Some(frame) = frames.next().await {
            self.peer.pay(frame.cost).await;
            self.gateway.metrics().frame(Transport::WebSocket, frame.code.as_deref());
            if frame.cursor.is_none() {
                return self.say(error(&self.id, &frame.body), true).await;
            }
            self.say(next(&self.id, &frame.body), false).await;
            self.peer.solvent().await;
        }
        self.say(complete(&self.id), true).await;
    }

    /// Waits for a place in the queue; a socket that is gone has ended this task already.
    async fn say(&self, text: Utf8Bytes, last: bool) {
        let sent = Sent { id: self.id.clone(), number: self.number, text, last };
        let _ = self.out.send(sent).await;
    }
}

fn next(id: &str, body: &[u8]) -> Utf8Bytes {
    message(id, "next", &String::from_utf8_lossy(body))
}

/// The protocol carries the errors alone.
pub(super) fn error(id: &str, body: &[u8]) -> Utf8Bytes {
    #[derive(Deserialize)]
    struct Errors<'a> {
        #[serde(borrow)]
        errors: &'a RawValue,
    }
    let errors = serde_json::from_slice::<Errors<'_>>(body).map_or("[]", |body| body.errors.get());
    message(id, "error", errors)
}

fn complete(id: &str) -> Utf8Bytes {
    format!(r#"{{"id":{},"type":"complete"}}"#, quoted(id)).into()
}

fn message(id: &str, kind: &str, payload: &str) -> Utf8Bytes {
    format!(r#"{{"id":{},"type":"{kind}","payload":{payload}}}"#, quoted(id)).into()
}

fn quoted(id: &str) -> String {
    serde_json::Value::from(id).to_string()
}
