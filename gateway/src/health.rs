//! Whether the process lives, and whether it should be sent requests.

use std::time::Duration;

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;
use tenants::link::LinkState;

use crate::Gateway;

/// How long the database may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// The process answers: nothing else is asked, so that a broken database does not get a healthy process killed.
pub async fn alive() -> Json<serde_json::Value> {
    Json(json!({ "status": "alive" }))
}

/// Whether requests can be served now, and if not why.
pub async fn ready(State(gateway): State<Gateway>) -> Response {
    let mut reasons = Vec::new();
    if gateway.is_draining() {
        reasons.push("stopping: open requests are ending");
    }
    match tokio::time::timeout(PATIENCE, gateway.store().ping()).await {
        Ok(Ok(())) => {}
        Ok(Err(cause)) => {
            tracing::warn!(%cause, "the database is not ready");
            reasons.push("database: not reachable");
        }
        Err(_) => reasons.push("database: no answer in two seconds"),
    }
    if reasons.is_empty() {
        return Json(well(gateway.store().link().state())).into_response();
    }
    (StatusCode::SERVICE_UNAVAILABLE, Json(json!({ "status": "not ready", "reasons": reasons }))).into_response()
}

/// Ready; without Redis this process goes on by itself, and says so.
fn well(link: LinkState) -> serde_json::Value {
    match link {
        LinkState::Unset | LinkState::Up => json!({ "status": "ready" }),
        LinkState::Down => {
            json!({ "status": "ready", "reasons": ["redis: not reachable; this process counts by itself"] })
        }
    }
}
