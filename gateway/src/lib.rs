//! The process people talk to: HTTP, sessions, limits, telemetry, and the web console it serves.
//!
//! [`app::app`] is the table of contents. A request passes its layers, [`session`] finds out who asks, [`graphql`] reads the
//! call and hands it to [`schema::engine::Engine`]. Nothing here knows a table or a query.

pub mod app;
pub mod config;
pub mod console;
pub mod error;
pub mod explorer;
pub mod graphql;
pub mod headers;
pub mod health;
pub mod limits;
pub mod media;
pub mod metrics;
pub mod peer;
pub mod request_id;
pub mod server;
pub mod session;
pub mod socket;
pub mod sse;
pub mod streams;
pub mod telemetry;

use std::sync::Arc;

use schema::engine::Engine;
use tenants::Store;
use tokio::sync::Semaphore;

pub use app::app;
pub use config::Config;
pub use server::{asked_to_stop, bind, serve};

/// Why a gateway could not be put together. Both are faults of the build, not of its settings.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// Our own schema does not parse.
    #[error("the schema: {0}")]
    Schema(#[from] schema::engine::SchemaError),
    /// Two metrics have one name.
    #[error("the metrics: {0}")]
    Metrics(#[from] prometheus::Error),
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
}

impl Gateway {
    /// A gateway over an open store.
    pub fn new(config: Config, store: Store) -> Result<Self, Unfit> {
        let limits = &config.limits;
        Ok(Self(Arc::new(Parts {
            engine: Engine::new(store.clone(), limits.documents(), limits.document_cache_bytes)?,
            sdl: schema::sdl(),
            metrics: metrics::Metrics::new()?,
            buckets: limits::Buckets::new(limits, store.link().clone()),
            places: Arc::new(Semaphore::new(limits.concurrent_requests.min(Semaphore::MAX_PERMITS))),
            streams: streams::Streams::new(limits),
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

    fn places(&self) -> Arc<Semaphore> {
        Arc::clone(&self.0.places)
    }

    /// The streams that are open.
    pub fn streams(&self) -> &streams::Streams {
        &self.0.streams
    }

    /// Says that the process is stopping: [`health::ready`] then turns new requests away, and streams end.
    pub fn drain(&self) {
        self.0.streams.stop();
    }

    fn is_draining(&self) -> bool {
        self.0.streams.are_stopping()
    }
}
