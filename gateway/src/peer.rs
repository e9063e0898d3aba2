//! Who is at the other end of a call or a stream: who asks, who pays, and for how long his rights last.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::http::{header, request::Parts};
use schema::{
    engine::{Answer, Caller},
    live::Opening,
    messages::Language,
};
use tenants::members::Standing;

use crate::{
    Gateway,
    error::Error,
    limits::{self, Payer},
    request_id::RequestId,
    session::{self, SignedIn},
};

/// What any request costs beside its document: reading it, finding out who asks, writing the answer.
const REQUEST: u64 = 1;

/// Who is at the other end.
#[derive(Clone, Debug)]
pub struct Peer {
    gateway: Gateway,
    signed: Option<SignedIn>,
    /// Who pays.
    pub payer: Payer,
    request_id: String,
    terminal: String,
    language: Language,
}

impl Peer {
    /// Whoever sent a request.
    pub fn new(gateway: &Gateway, parts: &Parts, signed: Option<SignedIn>) -> Self {
        let address =
            limits::address(&gateway.config().server.client_address_header, &parts.headers, &parts.extensions);
        let member = signed.as_ref().map(|signed| &signed.member);
        let language = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Self {
            payer: Payer::of(member, address),
            request_id: parts.extensions.get::<RequestId>().cloned().unwrap_or_default().0,
            terminal: member.map_or_else(String::new, |member| session::terminal_of(gateway, member, parts)),
            language: Language::accepted(language),
            gateway: gateway.clone(),
            signed,
        }
    }

    /// The id of the request that opened the stream.
    pub fn request_id(&self) -> &str {
        &self.request_id
    }

    /// Whether it is somebody.
    pub fn is_member(&self) -> bool {
        self.signed.is_some()
    }

    /// The caller of one operation.
    pub fn caller(&self, budget: Option<u64>) -> Caller {
        Caller {
            member: self.signed.as_ref().map(|signed| Arc::clone(&signed.member)),
            request_id: self.request_id.clone(),
            terminal: self.terminal.clone(),
            language: self.language,
            budget,
        }
    }

    /// How he opens a stream.
    pub fn opening(&self, resume: Option<String>) -> Opening {
        Opening { standing: self.standing(), resume }
    }

    /// His rights for as long as they last.
    fn standing(&self) -> Option<Standing> {
        let signed = self.signed.as_ref()?;
        Some(self.gateway.store().members().standing(Arc::clone(&signed.member), Some(signed.pass)))
    }

    /// Resolves within a second of the end of his rights, with the reason; never for whoever has none.
    pub async fn ended(&self) -> tenants::Error {
        match self.standing() {
            Some(standing) => standing.ended().await,
            None => std::future::pending().await,
        }
    }

    /// The points he has; refused when there is none.
    pub async fn budget(&self) -> Result<Option<u64>, Error> {
        self.gateway.buckets().left(self.payer, Instant::now()).await
    }

    /// Takes points for an answered call.
    pub async fn pay_for(&self, answer: &Answer) {
        self.pay(answer.cost.saturating_add(REQUEST)).await;
    }

    /// Takes points.
    pub async fn pay(&self, cost: u64) {
        self.gateway.buckets().spend(self.payer, Instant::now(), cost).await;
    }

    /// Waits until he has points again: a stream that is too fast for its reader's points is slowed down and loses nothing.
    pub async fn solvent(&self) {
        while self.budget().await.is_err() {
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
    }
}
