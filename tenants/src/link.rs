//! The one link to Redis: what several gateways of one installation share, and how each goes on alone without it.
//!
//! Nothing is only in Redis (docs/decisions/0009). A command that fails or takes longer than [`PATIENCE`] opens a circuit: from then
//! on callers are answered `None` at once and use what they keep in their own process, while one task asks in the background until
//! Redis answers again. A caller never sees an error and never waits for a dead server twice.
//!
//! Every key is `huji:{owner}:what`. The owner is a precinct's id, or a keyed hash of an account, a network address or a login, so that
//! no key tells which person it is about (IDN-10); it is the cluster's hash tag, so that one owner's keys lie on one shard.

mod counts;
mod kept;
mod wake;

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, Weak};
use std::time::Duration;

use redis::aio::{ConnectionLike, ConnectionManager, ConnectionManagerConfig};
use redis::cluster::ClusterClient;
use redis::cluster_async::ClusterConnection;
use redis::{Client, Cmd, FromRedisValue, Pipeline, RedisError, RedisFuture, RedisResult, ScriptInvocation, Value};
use tokio::sync::Notify;

use crate::error::{Error, Result};
use crate::ids::AccountId;
use crate::keys::Keys;

pub use counts::Rate;
pub(crate) use wake::{Ears, Heard};

/// The longest wait for one answer: far more than a healthy server takes, and no longer than a caller bears once.
const PATIENCE: Duration = Duration::from_millis(500);

/// The longest wait for a connection.
const CONNECTING: Duration = Duration::from_secs(1);

/// How long a process waits for Redis when it starts, before it goes on alone.
const STARTING: Duration = Duration::from_secs(2);

/// Between two questions whether a dead server is back.
const ASKING: Duration = Duration::from_millis(250);

/// The least version: sharded publish and subscribe came with it.
const LEAST_VERSION: u32 = 7;

/// Whether there is a Redis and whether it answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkState {
    /// None is configured: this process must be the only one.
    Unset,
    /// It answers; what is shared is shared.
    Up,
    /// It does not answer; this process counts by itself until it does.
    Down,
}

/// The link, or none. Cheap to clone.
#[derive(Clone)]
pub struct Link(Option<Arc<Inner>>);

struct Inner {
    server: Server,
    connection: RwLock<Option<Connection>>,
    up: AtomicBool,
    broken: Notify,
    failures: AtomicU64,
    keys: Keys,
}

impl std::fmt::Debug for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Link").field(&self.state()).finish()
    }
}

/// Where Redis is.
#[derive(Clone)]
enum Server {
    One(Client),
    Cluster(Arc<str>),
}

/// A connection to one server or to a cluster.
#[derive(Clone)]
enum Connection {
    One(ConnectionManager),
    Cluster(ClusterConnection),
}

impl ConnectionLike for Connection {
    fn req_packed_command<'a>(&'a mut self, command: &'a Cmd) -> RedisFuture<'a, Value> {
        match self {
            Self::One(connection) => connection.req_packed_command(command),
            Self::Cluster(connection) => connection.req_packed_command(command),
        }
    }

    fn req_packed_commands<'a>(
        &'a mut self,
        pipeline: &'a Pipeline,
        offset: usize,
        count: usize,
    ) -> RedisFuture<'a, Vec<Value>> {
        match self {
            Self::One(connection) => connection.req_packed_commands(pipeline, offset, count),
            Self::Cluster(connection) => connection.req_packed_commands(pipeline, offset, count),
        }
    }

    fn get_db(&self) -> i64 {
        match self {
            Self::One(connection) => connection.get_db(),
            Self::Cluster(connection) => connection.get_db(),
        }
    }
}

impl Server {
    /// Reads `redis://host` or `redis://host?cluster=true`.
    #[expect(clippy::disallowed_methods, reason = "the one place where a Redis client is made")]
    fn read(url: &str) -> Result<Self> {
        let unreadable = |_| Error::invalid("REDIS_URL", "redisUrl", "the Redis URL cannot be read");
        let (plain, cluster) = without_cluster(url);
        let client = Client::open(plain.as_str()).map_err(unreadable)?;
        Ok(if cluster { Self::Cluster(plain.into()) } else { Self::One(client) })
    }

    async fn connect(&self) -> RedisResult<Connection> {
        match self {
            Self::One(client) => {
                let config = ConnectionManagerConfig::new()
                    .set_number_of_retries(0)
                    .set_connection_timeout(Some(CONNECTING))
                    .set_response_timeout(Some(PATIENCE))
                    .set_pipeline_buffer_size(1_024);
                ConnectionManager::new_with_config(client.clone(), config).await.map(Connection::One)
            }
            Self::Cluster(url) => {
                let builder = ClusterClient::builder([url.to_string()])
                    .retries(2)
                    .connection_timeout(CONNECTING)
                    .response_timeout(PATIENCE)
                    .overall_response_timeout(Some(PATIENCE * 2));
                builder.build()?.get_async_connection().await.map(Connection::Cluster)
            }
        }
    }
}

/// The URL without our own parameter, and whether it said that there is a cluster.
fn without_cluster(url: &str) -> (String, bool) {
    let Some((front, query)) = url.split_once('?') else { return (url.to_owned(), false) };
    let (ours, rest): (Vec<&str>, Vec<&str>) = query.split('&').partition(|pair| pair.starts_with("cluster="));
    let plain = if rest.is_empty() { front.to_owned() } else { format!("{front}?{}", rest.join("&")) };
    (plain, ours.contains(&"cluster=true"))
}

impl Link {
    /// No Redis.
    pub fn unset() -> Self {
        Self(None)
    }

    /// Opens the link; an empty URL is none. A server that does not answer is no error: it is asked again in the background.
    pub(crate) async fn open(url: &str, keys: Keys) -> Result<Self> {
        if url.is_empty() {
            return Ok(Self::unset());
        }
        let inner = Arc::new(Inner {
            server: Server::read(url)?,
            connection: RwLock::default(),
            up: AtomicBool::new(false),
            broken: Notify::new(),
            failures: AtomicU64::new(0),
            keys,
        });
        match tokio::time::timeout(STARTING, inner.raise()).await {
            Ok(Ok(())) => tracing::info!("Redis answers"),
            Ok(Err(cause)) => tracing::warn!(%cause, "Redis does not answer; this process counts by itself"),
            Err(_) => tracing::warn!("Redis does not answer in time; this process counts by itself"),
        }
        tokio::spawn(mend(Arc::downgrade(&inner)));
        Ok(Self(Some(inner)))
    }

    /// Whether there is a Redis and whether it answers, as of the last command.
    pub fn state(&self) -> LinkState {
        match &self.0 {
            None => LinkState::Unset,
            Some(inner) if inner.up.load(Ordering::Acquire) => LinkState::Up,
            Some(_) => LinkState::Down,
        }
    }

    /// How many commands failed since the process began; each opened the circuit or met it opening.
    pub fn failures(&self) -> u64 {
        self.0.as_ref().map_or(0, |inner| inner.failures.load(Ordering::Relaxed))
    }

    /// Runs a script; `None` when there is no Redis or it is down, and then the caller uses its own.
    async fn run<T: FromRedisValue>(&self, script: &ScriptInvocation<'_>) -> Option<T> {
        let inner = self.0.as_ref()?;
        let mut connection = inner.connection()?;
        let answer = script.invoke_async(&mut connection).await;
        inner.believe(answer)
    }

    /// Sends one command; `None` as for a script.
    async fn ask<T: FromRedisValue>(&self, command: &Cmd) -> Option<T> {
        let inner = self.0.as_ref()?;
        let mut connection = inner.connection()?;
        let answer = command.query_async(&mut connection).await;
        inner.believe(answer)
    }

    /// Sends one command whose answer does not matter.
    async fn send(&self, command: &Cmd) -> Option<()> {
        self.ask(command).await
    }
}

impl Inner {
    /// The connection, unless the circuit is open.
    fn connection(&self) -> Option<Connection> {
        if !self.up.load(Ordering::Acquire) {
            return None;
        }
        self.connection.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The answer, or nothing and an open circuit.
    fn believe<T>(&self, answer: RedisResult<T>) -> Option<T> {
        answer.map_err(|cause| self.fall(&cause)).ok()
    }

    fn fall(&self, cause: &RedisError) {
        self.failures.fetch_add(1, Ordering::Relaxed);
        if self.up.swap(false, Ordering::AcqRel) {
            tracing::warn!(%cause, "Redis does not answer; this process counts by itself until it does");
            self.broken.notify_one();
        }
    }

    /// Connects afresh, and closes the circuit when the server answers.
    async fn raise(&self) -> RedisResult<()> {
        let mut connection = self.server.connect().await?;
        redis::cmd("PING").query_async::<()>(&mut connection).await?;
        *self.connection.write().unwrap_or_else(PoisonError::into_inner) = Some(connection);
        self.up.store(true, Ordering::Release);
        Ok(())
    }
}

/// Asks a dead server until it is back; ends with the last clone of the link.
async fn mend(link: Weak<Inner>) {
    loop {
        let Some(inner) = link.upgrade() else { return };
        if inner.up.load(Ordering::Acquire) {
            // Woken by the next failure; now and then to see whether anybody still holds the link.
            let _ = tokio::time::timeout(Duration::from_secs(5), inner.broken.notified()).await;
            continue;
        }
        if inner.raise().await.is_ok() {
            tracing::info!("Redis answers again");
            continue;
        }
        drop(inner);
        tokio::time::sleep(ASKING).await;
    }
}

/// Which person a key is about.
#[derive(Clone, Copy, Debug)]
pub enum Whose<'a> {
    /// An account's.
    Account(AccountId),
    /// A caller's without an account, known by a network address.
    Address(&'a str),
    /// A login's that no account has.
    Login(&'a str),
}

impl Inner {
    /// A person's key: the owner is a keyed hash (IDN-10).
    fn key(&self, whose: Whose<'_>, what: &str) -> String {
        let owner = match whose {
            Whose::Account(account) => format!("account {}", account.0),
            Whose::Address(address) => format!("address {address}"),
            Whose::Login(login) => format!("login {login}"),
        };
        tagged(&hex::encode(self.keys.shared_hash(&owner)), what)
    }
}

/// `huji:{owner}:what`.
fn tagged(owner: &str, what: &str) -> String {
    format!("huji:{{{owner}}}:{what}")
}

/// What answers at a Redis URL, for the operator: `huji doctor`.
#[derive(Clone, Debug)]
pub struct Answering {
    /// Its version.
    pub version: String,
    /// Whether it is a cluster.
    pub cluster: bool,
}

/// Asks what answers at `url`. Refused when it cannot be read, is too old, or is a cluster where one server was named.
pub async fn ask(url: &str) -> Result<Answering> {
    let server = Server::read(url)?;
    let gone = |cause: RedisError| Error::Unavailable(cause.to_string());
    let mut connection = server.connect().await.map_err(gone)?;
    let info: redis::InfoDict = match &mut connection {
        Connection::One(one) => redis::cmd("INFO").query_async(one).await.map_err(gone)?,
        Connection::Cluster(cluster) => {
            use redis::cluster_routing::{RoutingInfo, SingleNodeRoutingInfo};
            let any = RoutingInfo::SingleNode(SingleNodeRoutingInfo::Random);
            let value = cluster.route_command(redis::cmd("INFO"), any).await.map_err(gone)?;
            FromRedisValue::from_redis_value(value).map_err(Error::internal)?
        }
    };
    let version: String = info.get("redis_version").unwrap_or_default();
    let is_cluster = info.get::<u8>("cluster_enabled") == Some(1);
    let major: u32 = version.split('.').next().and_then(|major| major.parse().ok()).unwrap_or(0);
    match (major < LEAST_VERSION, is_cluster, &server) {
        (true, ..) => {
            Err(Error::invalid("REDIS_URL", "redisUrl", format!("Redis {version} is older than {LEAST_VERSION}.0")))
        }
        (false, true, Server::One(_)) => {
            Err(Error::invalid("REDIS_URL", "redisUrl", "this is a cluster: add ?cluster=true to the URL"))
        }
        (false, ..) => Ok(Answering { version, cluster: is_cluster }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_about_a_cluster_is_ours_and_the_rest_is_the_clients() {
        assert_eq!(without_cluster("redis://h:1"), ("redis://h:1".to_owned(), false));
        assert_eq!(without_cluster("redis://h:1/?cluster=true"), ("redis://h:1/".to_owned(), true));
        let both = without_cluster("redis://h?cluster=true&protocol=resp3");
        assert_eq!(both, ("redis://h?protocol=resp3".to_owned(), true));
        assert_eq!(without_cluster("redis://h?cluster=false"), ("redis://h".to_owned(), false));
    }

    #[test]
    fn a_url_that_is_none_is_refused() {
        assert!(matches!(Server::read("http://h"), Err(Error::Invalid { code: "REDIS_URL", .. })));
    }
}
