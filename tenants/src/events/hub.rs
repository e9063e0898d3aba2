//! Who is told what happens where: a wake-up a precinct, in this process at once and in the others over Redis.
//!
//! A wake-up carries the number of the last event and nothing else. It may be lost (a process dies between commit and wake-up, Redis
//! is away), so the head of every outbox that somebody listens to is also read now and then: rarely while wake-ups come, often while
//! they cannot. One task reads for all listeners of a precinct, and ends with the last of them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use sea_orm::{ConnectionTrait, Statement};
use tokio::sync::{mpsc, watch};

use crate::audit;
use crate::error::Result;
use crate::ids::PrecinctId;
use crate::link::{Ears, Heard, Link, LinkState};
use crate::transaction::{Meter, Mode, Pool};

/// How often a head is read while wake-ups come from everywhere; also without Redis, for the operator's command line writes too.
pub(super) const RARELY: Duration = Duration::from_secs(1);

/// How often while Redis is away.
const OFTEN: Duration = Duration::from_millis(200);

/// Tells of events. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Hub(Arc<Inner>);

struct Inner {
    pool: Pool,
    meter: Arc<Meter>,
    link: Link,
    ears: Ears,
    heads: Mutex<HashMap<PrecinctId, watch::Sender<i64>>>,
}

/// A listener's place; the precinct is listened to for as long as somebody holds one.
#[derive(Debug)]
pub(crate) struct Following(watch::Receiver<i64>);

impl Following {
    /// The last event known of.
    pub(crate) fn head(&self) -> i64 {
        *self.0.borrow()
    }

    /// Waits until there is an event after `cursor`; for ever when the store is gone.
    pub(crate) async fn beyond(&mut self, cursor: i64) {
        if self.0.wait_for(|head| *head > cursor).await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

impl Hub {
    /// Starts listening to what other processes tell.
    pub(crate) fn start(pool: Pool, meter: Arc<Meter>, link: Link) -> Self {
        let (ears, heard) = link.listen();
        let inner = Arc::new(Inner { pool, meter, link, ears, heads: Mutex::default() });
        tokio::spawn(hear(Arc::downgrade(&inner), heard));
        Self(inner)
    }

    /// Tells that a precinct's events up to `cursor` are committed.
    pub(crate) fn committed(&self, precinct: PrecinctId, cursor: i64) {
        self.0.told(precinct, cursor);
        if self.0.link.state() == LinkState::Up {
            let link = self.0.link.clone();
            tokio::spawn(async move { link.wake(precinct, cursor).await });
        }
    }

    /// Listens to a precinct.
    pub(crate) fn follow(&self, precinct: PrecinctId) -> Following {
        let mut heads = self.0.heads();
        let head = heads.entry(precinct).or_insert_with(|| {
            self.0.ears.follow(precinct);
            tokio::spawn(keep(Arc::downgrade(&self.0), precinct));
            watch::Sender::new(0)
        });
        Following(head.subscribe())
    }
}

impl Inner {
    fn heads(&self) -> MutexGuard<'_, HashMap<PrecinctId, watch::Sender<i64>>> {
        self.heads.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn told(&self, precinct: PrecinctId, cursor: i64) {
        if let Some(head) = self.heads().get(&precinct) {
            head.send_if_modified(|known| {
                let newer = cursor > *known;
                *known = cursor.max(*known);
                newer
            });
        }
    }

    /// Forgets a precinct that nobody listens to any more.
    fn abandoned(&self, precinct: PrecinctId) -> bool {
        let mut heads = self.heads();
        let nobody = heads.get(&precinct).is_none_or(|head| head.receiver_count() == 0);
        if nobody && heads.remove(&precinct).is_some() {
            self.ears.leave(precinct);
        }
        nobody
    }

    fn pace(&self) -> Duration {
        match self.link.state() {
            LinkState::Unset => RARELY,
            LinkState::Up if self.ears.hearing() => RARELY,
            LinkState::Up | LinkState::Down => OFTEN,
        }
    }

    /// Reads the head; a database that does not answer is asked again at the next turn.
    async fn look(&self, precinct: PrecinctId) {
        match self.head(precinct).await {
            Ok(cursor) => self.told(precinct, cursor),
            Err(error) => tracing::debug!(%error, "an outbox's head was not read"),
        }
    }

    async fn head(&self, precinct: PrecinctId) -> Result<i64> {
        let tx = self.pool.begin(Mode::Look, &audit::enter(precinct), Arc::clone(&self.meter)).await?;
        let sql = "SELECT cursor FROM outbox_head WHERE precinct_id = $1";
        let statement = Statement::from_sql_and_values(self.pool.backend(), sql, [precinct.into()]);
        tx.query_one_raw(statement).await?.map_or(Ok(0), |row| Ok(row.try_get_by_index(0)?))
    }
}

/// Reads a precinct's head now and then, for as long as somebody listens.
async fn keep(hub: Weak<Inner>, precinct: PrecinctId) {
    loop {
        let Some(inner) = hub.upgrade().filter(|inner| !inner.abandoned(precinct)) else { return };
        inner.look(precinct).await;
        let pace = inner.pace();
        drop(inner);
        tokio::time::sleep(pace).await;
    }
}

/// Passes on what other processes tell.
async fn hear(hub: Weak<Inner>, mut heard: mpsc::UnboundedReceiver<Heard>) {
    while let Some(news) = heard.recv().await {
        let Some(inner) = hub.upgrade() else { return };
        match news {
            Heard::Head(precinct, cursor) => inner.told(precinct, cursor),
            // Whatever was told before we listened was told to nobody.
            Heard::Listening => {
                let followed: Vec<PrecinctId> = inner.heads().keys().copied().collect();
                for precinct in followed {
                    inner.look(precinct).await;
                }
            }
        }
    }
}
