//! Wake-ups between processes: sharded publish and subscribe, on a connection of its own.
//!
//! A subscriber waits for as long as nothing happens, and commands have a short patience, so the two cannot share a connection. When
//! it breaks, it is made again with every subscription, and whoever listens is told to look for himself.

use std::collections::HashMap;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use redis::aio::MultiplexedConnection;
use redis::cluster::ClusterClient;
use redis::cluster_async::ClusterConnection;
use redis::{
    AsyncConnectionConfig, Client, FromRedisValue as _, ProtocolVersion, PushInfo, PushKind, RedisResult, Value,
};
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};

use super::{ASKING, CONNECTING, Link, PATIENCE, Server, tagged};
use crate::ids::PrecinctId;

/// How often a silent connection is asked whether it is still one.
const PULSE: Duration = Duration::from_secs(1);

/// What a process hears from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    /// A precinct's events up to this one are committed.
    Head(PrecinctId, i64),
    /// From now on nothing is missed: what happened before must be looked for.
    Listening,
}

#[derive(Debug)]
enum Order {
    Follow(PrecinctId),
    Leave(PrecinctId),
}

/// Says which precincts to listen to.
#[derive(Clone, Debug)]
pub(crate) struct Ears {
    orders: UnboundedSender<Order>,
    hearing: Arc<AtomicBool>,
}

impl Ears {
    /// Listens to a precinct.
    pub(crate) fn follow(&self, precinct: PrecinctId) {
        // Without Redis nobody takes orders, and none are needed.
        let _ = self.orders.send(Order::Follow(precinct));
    }

    /// Listens to it no longer.
    pub(crate) fn leave(&self, precinct: PrecinctId) {
        let _ = self.orders.send(Order::Leave(precinct));
    }

    /// Whether wake-ups come in now.
    pub(crate) fn hearing(&self) -> bool {
        self.hearing.load(Ordering::Acquire)
    }
}

impl Link {
    /// Wakes whoever listens to a precinct in another process; a wake-up that is lost is made up for by reading the outbox.
    pub(crate) async fn wake(&self, precinct: PrecinctId, cursor: i64) {
        self.send(redis::cmd("SPUBLISH").arg(channel(precinct)).arg(cursor)).await;
    }

    /// Starts to listen, to no precinct yet.
    pub(crate) fn listen(&self) -> (Ears, UnboundedReceiver<Heard>) {
        let (orders, taken) = mpsc::unbounded_channel();
        let (heard, told) = mpsc::unbounded_channel();
        let hearing = Arc::<AtomicBool>::default();
        if let Some(inner) = &self.0 {
            let listener = Listener {
                server: inner.server.clone(),
                orders: taken,
                heard,
                hearing: hearing.clone(),
                followed: HashMap::new(),
            };
            tokio::spawn(listener.run());
        }
        (Ears { orders, hearing }, told)
    }
}

/// The channel of a precinct's wake-ups.
fn channel(precinct: PrecinctId) -> String {
    tagged(&precinct.0.to_string(), "wake")
}

struct Listener {
    server: Server,
    orders: UnboundedReceiver<Order>,
    heard: UnboundedSender<Heard>,
    hearing: Arc<AtomicBool>,
    followed: HashMap<String, PrecinctId>,
}

impl Listener {
    /// Listens until nobody gives orders any more.
    async fn run(mut self) {
        loop {
            let ended = self.session().await;
            self.hearing.store(false, Ordering::Release);
            match ended {
                Ok(ControlFlow::Break(())) => return,
                Ok(ControlFlow::Continue(())) => {}
                Err(cause) => tracing::debug!(%cause, "wake-ups do not come in"),
            }
            if self.orders.is_closed() {
                return;
            }
            tokio::time::sleep(ASKING).await;
        }
    }

    /// One connection's life.
    async fn session(&mut self) -> RedisResult<ControlFlow<()>> {
        let (pushes, mut pushed) = mpsc::unbounded_channel();
        let mut line = self.server.listen(pushes).await?;
        for channel in self.followed.keys() {
            line.subscribe(channel).await?;
        }
        self.listening();
        let mut pulse = tokio::time::interval(PULSE);
        loop {
            tokio::select! {
                push = pushed.recv() => match push {
                    Some(push) if push.kind == PushKind::SMessage => self.pass_on(&push),
                    Some(push) if push.kind != PushKind::Disconnection => {}
                    Some(_) | None => return Ok(ControlFlow::Continue(())),
                },
                order = self.orders.recv() => match order {
                    Some(Order::Follow(precinct)) => {
                        let channel = channel(precinct);
                        line.subscribe(&channel).await?;
                        self.followed.insert(channel, precinct);
                        self.listening();
                    }
                    Some(Order::Leave(precinct)) => {
                        let channel = channel(precinct);
                        self.followed.remove(&channel);
                        line.unsubscribe(&channel).await?;
                    }
                    None => return Ok(ControlFlow::Break(())),
                },
                _ = pulse.tick() => line.ping().await?,
            }
        }
    }

    fn listening(&self) {
        self.hearing.store(true, Ordering::Release);
        // Whoever listened has gone; the orders' end will be noticed next.
        let _ = self.heard.send(Heard::Listening);
    }

    fn pass_on(&self, push: &PushInfo) {
        let [channel, payload] = push.data.as_slice() else { return };
        let text = |value: &Value| String::from_redis_value_ref(value).ok();
        let precinct = text(channel).and_then(|channel| self.followed.get(&channel).copied());
        let cursor = text(payload).and_then(|cursor| cursor.parse().ok());
        if let (Some(precinct), Some(cursor)) = (precinct, cursor) {
            let _ = self.heard.send(Heard::Head(precinct, cursor));
        }
    }
}

/// A connection that pushes.
enum Line {
    One(MultiplexedConnection),
    Cluster(ClusterConnection),
}

impl Server {
    #[expect(clippy::disallowed_methods, reason = "the same server, asked in the protocol that pushes")]
    async fn listen(&self, pushes: UnboundedSender<PushInfo>) -> RedisResult<Line> {
        match self {
            Self::One(client) => {
                let info = client.get_connection_info().clone();
                let pushing = info.redis_settings().clone().set_protocol(ProtocolVersion::RESP3);
                let config = AsyncConnectionConfig::new()
                    .set_connection_timeout(Some(CONNECTING))
                    .set_response_timeout(Some(PATIENCE * 4))
                    .set_push_sender(pushes);
                let client = Client::open(info.set_redis_settings(pushing))?;
                client.get_multiplexed_async_connection_with_config(&config).await.map(Line::One)
            }
            Self::Cluster(url) => {
                let builder = ClusterClient::builder([url.to_string()])
                    .use_protocol(ProtocolVersion::RESP3)
                    .connection_timeout(CONNECTING)
                    .response_timeout(PATIENCE * 4)
                    .push_sender(pushes);
                builder.build()?.get_async_connection().await.map(Line::Cluster)
            }
        }
    }
}

impl Line {
    async fn subscribe(&mut self, channel: &str) -> RedisResult<()> {
        match self {
            Self::One(line) => redis::cmd("SSUBSCRIBE").arg(channel).query_async(line).await,
            Self::Cluster(line) => line.ssubscribe(channel).await,
        }
    }

    async fn unsubscribe(&mut self, channel: &str) -> RedisResult<()> {
        match self {
            Self::One(line) => redis::cmd("SUNSUBSCRIBE").arg(channel).query_async(line).await,
            Self::Cluster(line) => line.sunsubscribe(channel).await,
        }
    }

    async fn ping(&mut self) -> RedisResult<()> {
        match self {
            Self::One(line) => redis::cmd("PING").query_async(line).await,
            Self::Cluster(line) => redis::cmd("PING").query_async(line).await,
        }
    }
}
