//! Kept answers (缓存): counts that every dashboard asks for again and again, until something happens in their precinct.
//!
//! A field opts in by asking here first. What is kept carries the number of the last event that its precinct was known to have before it
//! was read, and holds while the hub knows of no later one: at once in the process that wrote it, as soon as the wake-up comes in the
//! others, and within a second where none comes. Other gateways take it over Redis; without Redis each keeps its own. What changes
//! without an event, as a recount by the operator, shows when the answer has lived its life.
//!
//! Rights are looked at before an answer is asked for here, every time, so that none depends on who asks and none outlives a right. No
//! value of a person may be kept: what lies in Redis is not sealed.

use std::sync::Arc;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::events::{Following, Hub};
use crate::ids::PrecinctId;
use crate::link::Link;

/// How many answers a process keeps.
const MOST: u64 = 20_000;

/// How long a precinct is listened to after somebody asked last.
const IDLE: Duration = Duration::from_mins(1);

/// The answers of one process, and its way to those of the others.
pub(crate) struct Kept {
    life: Duration,
    hub: Hub,
    link: Link,
    answers: moka::sync::Cache<(PrecinctId, &'static str), Arc<Answer>>,
    followed: moka::sync::Cache<PrecinctId, Arc<Following>>,
}

/// An answer, and up to which event it is true.
#[derive(serde::Serialize, serde::Deserialize)]
struct Answer {
    head: i64,
    json: String,
}

/// Up to which event of its precinct an answer is true that is read after this was taken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark(i64);

impl Kept {
    /// Keeps nothing yet, and each answer for `life`; nothing at all when that is zero.
    pub(crate) fn new(life: Duration, hub: Hub, link: Link) -> Self {
        let answers = moka::sync::Cache::builder().max_capacity(MOST).time_to_live(life.max(Duration::from_millis(1)));
        let followed = moka::sync::Cache::builder().max_capacity(MOST).time_to_idle(IDLE);
        Self { life, hub, link, answers: answers.build(), followed: followed.build() }
    }

    /// To be taken before an answer is read that shall be kept; nothing where none are. What is read must be read afresh: an
    /// operation's snapshot may be older than the mark.
    pub(crate) fn mark(&self, precinct: PrecinctId) -> Option<Mark> {
        (!self.life.is_zero()).then(|| Mark(self.head(precinct)))
    }

    fn head(&self, precinct: PrecinctId) -> i64 {
        self.followed.get_with(precinct, || Arc::new(self.hub.follow(precinct))).head()
    }

    /// A precinct's answer to a field, if one is kept and holds.
    pub(crate) async fn get<T: DeserializeOwned>(&self, precinct: PrecinctId, field: &'static str) -> Option<T> {
        let Mark(head) = self.mark(precinct)?;
        let answer = match self.answers.get(&(precinct, field)) {
            Some(answer) if answer.head == head => answer,
            _ => self.fetch(precinct, field, head).await?,
        };
        serde_json::from_str(&answer.json).ok()
    }

    /// What another process kept. A head of nought may be one that is not known yet, and proves nothing about another's answer.
    async fn fetch(&self, precinct: PrecinctId, field: &'static str, head: i64) -> Option<Arc<Answer>> {
        if head == 0 {
            return None;
        }
        let text = self.link.kept(precinct, field).await?;
        let answer: Arc<Answer> = Arc::new(serde_json::from_str(&text).ok()?);
        if answer.head != head {
            return None;
        }
        self.answers.insert((precinct, field), Arc::clone(&answer));
        Some(answer)
    }

    /// Keeps an answer that was read after `mark` was taken.
    pub(crate) async fn put(&self, precinct: PrecinctId, field: &'static str, mark: Mark, answer: impl Serialize) {
        let Ok(json) = serde_json::to_string(&answer) else { return };
        let answer = Arc::new(Answer { head: mark.0, json });
        if mark.0 > 0
            && let Ok(text) = serde_json::to_string(&*answer)
        {
            self.link.keep(precinct, field, text, self.life).await;
        }
        self.answers.insert((precinct, field), answer);
    }
}
