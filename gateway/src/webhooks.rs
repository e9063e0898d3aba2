//! The courier: takes hold of the webhooks that are to be delivered, opens each one's subscription under its token's rights, and sends
//! every answer to its URL, in order, one at a time, until the receiver has it.
//!
//! Which webhook is whose, and how far it is, stands in the database (`tenants::webhooks`); what is kept here can be lost at any time.
//! See docs/live.md and docs/decisions/0012.

mod address;
mod post;
mod rules;

use std::{
    collections::HashMap,
    sync::Arc,
    time::{Duration, Instant},
};

use futures_util::StreamExt as _;
use schema::{
    engine::{Call, Caller},
    live::{Frame, Frames, Opened, Opening},
    messages::Language,
};
use tenants::{
    ids::{LeaseId, WebhookId},
    members::{Member, Standing},
    webhooks::{Claim, LEASE, Waiting},
};
use tokio::task::JoinSet;

pub use address::{NoRange, Range};
pub use post::{Failure, Post};
pub use rules::{Destination, Rules};

use crate::{Gateway, limits::Payer};

/// How often a courier looks for what there is to do. A webhook that was paused or removed is let go of within it.
const TURN: Duration = Duration::from_secs(1);
/// How long to wait for a database or for points.
const WAIT: Duration = Duration::from_secs(1);

/// Delivers webhooks until the process stops.
pub async fn run(gateway: Gateway) {
    if !gateway.config().webhooks.enabled {
        return;
    }
    let mut courier = Courier { gateway: gateway.clone(), held: HashMap::new() };
    while !gateway.streams().are_stopping() {
        if let Err(error) = courier.turn().await {
            tracing::debug!(%error, "the webhooks were not looked at");
        }
        tokio::select! {
            () = gateway.streams().stopping() => {}
            () = tokio::time::sleep(TURN) => {}
        }
    }
    courier.finish().await;
}

struct Courier {
    gateway: Gateway,
    held: HashMap<WebhookId, Held>,
}

/// A webhook that is ours; dropped, it is delivered no more.
struct Held {
    lease: LeaseId,
    task: JoinSet<()>,
}

impl Courier {
    async fn turn(&mut self) -> tenants::Result<()> {
        let webhooks = self.gateway.store().webhooks();
        let waiting = webhooks.waiting().await?;
        self.forget(&waiting);
        let now = self.gateway.store().clock().now();
        self.gateway.metrics().webhooks_waiting(waiting.iter().filter(|one| one.next_at > now).count());
        for one in &waiting {
            match self.held.get(&one.id) {
                Some(held) if one.held_until.is_none_or(|until| until - now < LEASE * 2 / 3) => {
                    webhooks.renew(one.id, held.lease).await?;
                }
                None if one.is_free(now) => self.take(one.id).await?,
                _ => {}
            }
        }
        Ok(())
    }

    /// Lets go of what has ended, and of what is ours no more.
    fn forget(&mut self, waiting: &[Waiting]) {
        self.held.retain(|id, held| {
            let ours = waiting.iter().any(|one| one.id == *id && one.lease == Some(held.lease));
            let ended = held.task.try_join_next().is_some();
            ours && !ended
        });
    }

    async fn take(&mut self, id: WebhookId) -> tenants::Result<()> {
        let Some(claim) = self.gateway.store().webhooks().claim(id).await? else { return Ok(()) };
        let (lease, mut task) = (claim.lease, JoinSet::new());
        task.spawn(Delivery { gateway: self.gateway.clone(), claim }.run());
        self.held.insert(id, Held { lease, task });
        Ok(())
    }

    /// Waits until every delivery has ended, as they do when the process stops.
    async fn finish(self) {
        for mut held in self.held.into_values() {
            while held.task.join_next().await.is_some() {}
        }
    }
}

/// One webhook being delivered.
struct Delivery {
    gateway: Gateway,
    claim: Claim,
}

/// Why a delivery ended.
enum End {
    /// It may go well later.
    Failed(String),
    /// It will not go well any more.
    Over(String),
    /// Nothing happened to it: somebody shall go on.
    Stopped,
    /// It is somebody else's, or nobody's.
    Lost,
}

impl Delivery {
    async fn run(self) {
        let end = self.deliver().await;
        let webhooks = self.gateway.store().webhooks();
        let webhook = self.claim.id.0;
        let noted = match &end {
            End::Failed(why) => {
                tracing::info!(%webhook, why, "a webhook was not delivered");
                webhooks.failed(&self.claim, why).await
            }
            End::Over(why) => {
                tracing::warn!(%webhook, why, "a webhook is given up");
                webhooks.give_up(&self.claim, why).await
            }
            End::Stopped => webhooks.release(&self.claim).await,
            End::Lost => Ok(()),
        };
        if let Err(error) = noted {
            tracing::debug!(%error, "a webhook stays held until its lease lapses");
        }
    }

    async fn deliver(&self) -> End {
        let standing = match self.gateway.store().members().standing_by(self.claim.pass).await {
            Ok(Some(standing)) => standing,
            Ok(None) => return End::Over("UNAUTHENTICATED".to_owned()),
            Err(fault) => return ended(&fault),
        };
        let payer = Payer::of(Some(standing.member()), None);
        self.solvent(payer).await;
        match self.open(&standing).await {
            Opened::Once(answer) => because(answer.code),
            Opened::Stream(frames) => tokio::select! {
                fault = standing.ended() => ended(&fault),
                end = self.send_all(frames, payer) => end,
            },
        }
    }

    async fn open(&self, standing: &Standing) -> Opened {
        let store = self.gateway.store();
        let caller = Caller {
            member: Some(Arc::clone(standing.member())),
            request_id: store.ids().next(store.clock().now()).simple().to_string(),
            terminal: terminal(standing.member()),
            language: Language::default(),
            budget: None,
        };
        let opening = Opening { standing: Some(standing.clone()), resume: Some(self.claim.cursor.clone()) };
        let call = Call { document: self.claim.document.clone(), live: true, ..Call::default() };
        self.gateway.engine().open(caller, opening, call).await
    }

    async fn send_all(&self, mut frames: Frames, payer: Payer) -> End {
        loop {
            let frame = tokio::select! {
                () = self.gateway.streams().stopping() => return End::Stopped,
                frame = frames.next() => frame,
            };
            let Some(frame) = frame else { return End::Stopped };
            let Some(cursor) = frame.cursor.clone() else { return because(frame.code) };
            let sent = self.send(frame, &cursor, payer).await;
            self.gateway.metrics().webhook(sent.map_or_else(Failure::as_str, |()| "OK"));
            if let Err(failure) = sent {
                return End::Failed(failure.to_string());
            }
            if !self.note(&cursor).await {
                return End::Lost;
            }
            self.solvent(payer).await;
        }
    }

    async fn send(&self, frame: Frame, cursor: &str, payer: Payer) -> Result<(), Failure> {
        self.gateway.buckets().spend(payer, Instant::now(), frame.cost).await;
        let id = self.claim.message_id(cursor);
        let timestamp = self.gateway.store().clock().now().timestamp();
        let signature = self.claim.key.sign(&id, timestamp, &frame.body);
        let message = post::Message { id, timestamp, signature, body: frame.body };
        self.gateway.post().send(&self.claim.url, message).await
    }

    /// Notes what the receiver has, however long the database takes: what is not noted is sent again. False when the webhook is ours no
    /// more.
    async fn note(&self, cursor: &str) -> bool {
        loop {
            match self.gateway.store().webhooks().delivered(&self.claim, cursor).await {
                Ok(ours) => return ours,
                Err(error) => tracing::debug!(%error, "a delivery is not noted yet"),
            }
            tokio::time::sleep(WAIT).await;
        }
    }

    /// Waits until the token's account has points: a webhook costs what any stream costs.
    async fn solvent(&self, payer: Payer) {
        while self.gateway.buckets().left(payer, Instant::now()).await.is_err() {
            tokio::time::sleep(WAIT).await;
        }
    }
}

/// Where the trail says that a webhook was read for.
fn terminal(member: &Member) -> String {
    format!("{} webhook", member.terminal())
}

/// What became of a delivery whose rights could not be had.
fn ended(fault: &tenants::Error) -> End {
    match schema::error::code(fault) {
        "FORBIDDEN" => End::Over("UNAUTHENTICATED".to_owned()),
        code => because(Some(code.to_owned())),
    }
}

/// What became of a delivery whose subscription ended with a code: what is no fault of ours or of the moment will not go well later.
fn because(code: Option<String>) -> End {
    let code = code.unwrap_or_else(|| "INTERNAL".to_owned());
    match code.as_str() {
        "INTERNAL" | "UNAVAILABLE" | "SUSPENDED" | "RATE_LIMITED" => End::Failed(code),
        _ => End::Over(code),
    }
}
