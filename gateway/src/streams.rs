//! What WebSockets and event streams have in common: how many there may be, and how they end when the process does.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use prometheus::IntGauge;
use tokio::sync::watch;

use crate::{config::Guards, error::Error, limits::Payer};

/// How an answer travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Transport {
    /// A WebSocket of `graphql-transport-ws`.
    WebSocket,
    /// Server-sent events.
    EventStream,
}

impl Transport {
    /// The word for it in the metrics.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::WebSocket => "websocket",
            Self::EventStream => "sse",
        }
    }
}

/// The streams that are open in this process.
#[derive(Debug)]
pub struct Streams {
    most: usize,
    most_each: usize,
    open: Arc<Mutex<HashMap<Payer, usize>>>,
    total: watch::Sender<usize>,
    stopping: watch::Sender<bool>,
}

/// A stream's place; given back when it is dropped.
#[derive(Debug)]
pub struct Place {
    payer: Payer,
    open: Arc<Mutex<HashMap<Payer, usize>>>,
    total: watch::Sender<usize>,
    gauge: IntGauge,
}

impl Streams {
    /// None yet.
    pub fn new(limits: &Guards) -> Self {
        Self {
            most: limits.streams,
            most_each: limits.streams_per_member,
            open: Arc::default(),
            total: watch::Sender::new(0),
            stopping: watch::Sender::new(false),
        }
    }

    /// A place for one more; refused when this process or the payer has enough.
    pub fn enter(&self, payer: Payer, gauge: IntGauge) -> Result<Place, Error> {
        let wait = Duration::from_secs(5);
        if self.are_stopping() {
            return Err(Error::unavailable("The service is stopping; open the stream again shortly.", wait));
        }
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if *self.total.borrow() >= self.most {
            return Err(Error::unavailable("Too many streams are open; try again shortly.", wait));
        }
        let his = open.entry(payer).or_default();
        if *his >= self.most_each {
            return Err(Error::too_many("You have too many streams open; close one first.", wait));
        }
        *his += 1;
        self.total.send_modify(|total| *total += 1);
        gauge.inc();
        Ok(Place { payer, open: Arc::clone(&self.open), total: self.total.clone(), gauge })
    }

    /// Ends all streams, and lets none in any more.
    pub fn stop(&self) {
        self.stopping.send_replace(true);
    }

    /// Whether they are ending.
    pub fn are_stopping(&self) -> bool {
        *self.stopping.borrow()
    }

    /// Resolves when they are told to end.
    pub async fn stopping(&self) {
        let mut told = self.stopping.subscribe();
        // The sender lives as long as we are borrowed, so there is an answer.
        let _ = told.wait_for(|stopping| *stopping).await;
    }

    /// Resolves when none is open.
    pub async fn all_ended(&self) {
        let mut told = self.total.subscribe();
        let _ = told.wait_for(|total| *total == 0).await;
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(his) = open.get_mut(&self.payer) {
            *his -= 1;
            if *his == 0 {
                open.remove(&self.payer);
            }
        }
        self.total.send_modify(|total| *total -= 1);
        self.gauge.dec();
    }
}
