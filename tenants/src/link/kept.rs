//! Answers that one gateway read and all may use (see [`crate::kept`]).

use std::time::Duration;

use super::{Link, tagged};
use crate::ids::PrecinctId;

impl Link {
    /// What is kept of a precinct under a name.
    pub(crate) async fn kept(&self, precinct: PrecinctId, name: &str) -> Option<String> {
        self.ask(redis::cmd("GET").arg(key(precinct, name))).await?
    }

    /// Keeps a text of a precinct under a name for a while.
    pub(crate) async fn keep(&self, precinct: PrecinctId, name: &str, text: String, life: Duration) {
        let life = u64::try_from(life.as_millis()).unwrap_or(u64::MAX);
        self.send(redis::cmd("SET").arg(key(precinct, name)).arg(text).arg("PX").arg(life)).await;
    }
}

fn key(precinct: PrecinctId, name: &str) -> String {
    tagged(&precinct.0.to_string(), &format!("kept:{name}"))
}
