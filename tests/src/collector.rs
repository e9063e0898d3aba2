//! A collector of traces that keeps the bytes it is sent: what left the process, as it left.

use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::routing::post;
use tokio::net::TcpListener;

/// Listens where OTLP over HTTP is sent to.
#[derive(Clone, Debug)]
pub struct Collector {
    /// What to set as `telemetry.otlp_endpoint`.
    pub endpoint: String,
    kept: Arc<Mutex<Vec<u8>>>,
}

impl Collector {
    /// A collector on a free port of loopback.
    pub async fn start() -> Self {
        let kept = Arc::<Mutex<Vec<u8>>>::default();
        let keep = |State(kept): State<Arc<Mutex<Vec<u8>>>>, body: Bytes| async move {
            kept.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(&body);
        };
        let app = Router::new().route("/v1/traces", post(keep)).with_state(Arc::clone(&kept));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { endpoint, kept }
    }

    /// Everything sent so far. Protocol buffers hold texts as they are, so a value that left is found in here.
    pub fn bytes(&self) -> Vec<u8> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}
