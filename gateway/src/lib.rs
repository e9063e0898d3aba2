//! The process people talk to: HTTP, sessions, limits, telemetry, and the web console it serves.
//!
//! [`app::app`] is the table of contents. A request passes its layers, [`session`] finds out who asks, [`graphql`] reads the
//! call and hands it to [`schema::engine::Engine`]. Nothing here knows a table or a query.

pub mod app;
pub mod certificates;
pub mod config;
pub mod console;
pub mod error;
pub mod explorer;
pub mod files;
pub mod graphql;
pub mod headers;
pub mod health;
pub mod limits;
pub mod media;
pub mod metrics;
pub mod peer;
pub mod request_id;
pub mod residents;
pub mod sender;
pub mod server;
pub mod session;
pub mod socket;
pub mod sse;
pub mod streams;
pub mod telemetry;
pub mod webhooks;

use std::sync::Arc;

use schema::engine::Engine;
use tenants::Store;
use tokio::sync::Semaphore;

pub use app::app;
pub use config::Config;
pub use server::{asked_to_stop, bind, serve};

/// Why a gateway could not be put together.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// Our own schema does not parse.
    #[error("the schema: {0}")]
    Schema(#[from] schema::engine::SchemaError),
    /// Two metrics have one name.
    #[error("the metrics: {0}")]
    Metrics(#[from] prometheus::Error),
    /// The file of `[webhooks] authorities` cannot be used.
    #[error("webhooks.authorities: {0}")]
    Authorities(String),
    /// The relay of the codes is no URL of one.
    #[error(transparent)]
    Hook(#[from] sender::Unsent),
}

/// Everything a handler needs. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Gateway(Arc<Parts>);

#[derive(Debug)]
struct Parts {
    config: Config,
    store: Store,
    engine: Engine,
    sdl: String,
    metrics: metrics::Metrics,
    buckets: limits::Buckets,
    places: Arc<Semaphore>,
    streams: streams::Streams,
    post: webhooks::Post,
    sender: Option<Arc<dyn sender::Sender>>,
}

impl Gateway {
    /// A gateway over an open store; codes go to the relay of the settings, or nowhere.
    pub fn new(config: Config, store: Store) -> Result<Self, Unfit> {
        let url = &config.residents.sms_hook;
        let sender: Option<Arc<dyn sender::Sender>> =
            if url.is_empty() { None } else { Some(Arc::new(sender::Hook::new(url)?)) };
        Self::sending(config, store, sender)
    }

    /// A gateway whose codes go by this sender.
    pub fn sending(config: Config, store: Store, sender: Option<Arc<dyn sender::Sender>>) -> Result<Self, Unfit> {
        let limits = &config.limits;
        let post = webhooks::Post::new(&config.webhooks)?;
        let mut engine = Engine::new(store.clone(), limits.documents(), limits.document_cache_bytes)?;
        if config.webhooks.enabled {
            engine = engine.delivering_to(Arc::new(post.rules().clone()));
        }
        Ok(Self(Arc::new(Parts {
            engine,
            post,
            sdl: schema::sdl(),
            metrics: metrics::Metrics::new()?,
            buckets: limits::Buckets::new(limits, store.link().clone()),
            places: Arc::new(Semaphore::new(limits.concurrent_requests.min(Semaphore::MAX_PERMITS))),
            streams: streams::Streams::new(limits),
            sender,
            config,
            store,
        })))
    }

    /// The settings.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The store, for who asks and whether it is there; everything else goes through [`Gateway::engine`].
    pub fn store(&self) -> &Store {
        &self.0.store
    }

    /// What answers GraphQL.
    pub fn engine(&self) -> &Engine {
        &self.0.engine
    }

    /// The schema as text.
    pub fn sdl(&self) -> &str {
        &self.0.sdl
    }

    /// What is counted.
    pub fn metrics(&self) -> &metrics::Metrics {
        &self.0.metrics
    }

    /// The callers' points.
    pub fn buckets(&self) -> &limits::Buckets {
        &self.0.buckets
    }

    /// How codes are sent, if they are.
    pub fn sender(&self) -> Option<Arc<dyn sender::Sender>> {
        self.0.sender.clone()
    }

    fn places(&self) -> Arc<Semaphore> {
        Arc::clone(&self.0.places)
    }

    /// The streams that are open.
    pub fn streams(&self) -> &streams::Streams {
        &self.0.streams
    }

    /// What carries webhooks out.
    pub(crate) fn post(&self) -> &webhooks::Post {
        &self.0.post
    }

    /// Says that the process is stopping: [`health::ready`] then turns new requests away, and streams end.
    pub fn drain(&self) {
        self.0.streams.stop();
    }

    fn is_draining(&self) -> bool {
        self.0.streams.are_stopping()
    }
}
