//! Somebody's way through a precinct's events: a batch at a time, under his rights as they are then.

use std::sync::Arc;

use super::hub::Following;
use super::{Event, EventKind};
use crate::error::{Error, Result};
use crate::ids::PrecinctId;
use crate::members::{Member, Standing};
use crate::scope::{Precinct, Scope};
use crate::store::{Origin, Store};

/// The most events of one batch: what a stream that nobody reads holds in memory.
const BATCH: u64 = 50;

/// What somebody follows.
#[derive(Clone, Debug)]
pub enum Heard {
    /// Events of these kinds, or of every kind he may list.
    Kinds(Option<Vec<EventKind>>),
    /// What happens to a resident's own appointments, and nothing else (APT-02).
    Own,
}

/// Some events, and under whose rights they were read.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The member as he was when they were read.
    pub member: Arc<Member>,
    /// The events, oldest first; at least one.
    pub events: Vec<Event>,
}

/// Follows a precinct's events from a cursor on. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct Feed {
    standing: Standing,
    store: Store,
    origin: Origin,
    precinct: PrecinctId,
    heard: Heard,
    cursor: i64,
    following: Following,
}

impl Scope<Precinct> {
    /// Follows the events of these kinds, or of every kind the asker may hear of, or of a resident's own appointments, after a cursor or
    /// from now on, for as long as his standing lasts. Refused when he may not hear of one of them.
    pub async fn follow(&self, standing: Standing, origin: Origin, heard: Heard, after: Option<i64>) -> Result<Feed> {
        self.may_hear(&heard)?;
        // Before the head is read, so that nothing falls between the two.
        let following = self.store().hub().follow(self.precinct());
        let last = self.last_event().await?;
        let cursor = after.unwrap_or(last);
        if !(0..=last).contains(&cursor) {
            return Err(Error::invalid("CURSOR", "after", "there is no such event"));
        }
        Ok(Feed { standing, store: self.store().clone(), origin, precinct: self.precinct(), heard, cursor, following })
    }

    fn may_hear(&self, heard: &Heard) -> Result<()> {
        let may = EventKind::heard_by(self.member());
        let is_refused = match heard {
            Heard::Kinds(None) => may.is_empty(),
            Heard::Kinds(Some(kinds)) => kinds.is_empty() || kinds.iter().any(|kind| !may.contains(kind)),
            Heard::Own => return self.resident().map(drop),
        };
        if is_refused { Err(Error::Denied) } else { Ok(()) }
    }
}

impl Feed {
    /// The last event heard of or passed over.
    pub fn cursor(&self) -> i64 {
        self.cursor
    }

    /// Waits for the next events. Rights are asked for anew before each batch: fails with [`Error::Denied`] when they have ended, with
    /// [`Error::Suspended`] when the precinct is suspended. A database that does not answer is waited for.
    pub async fn next(&mut self) -> Result<Batch> {
        loop {
            match self.read().await {
                Ok(Some(batch)) => return Ok(batch),
                Ok(None) => self.following.beyond(self.cursor).await,
                Err(Error::Unavailable(cause)) => {
                    tracing::debug!(cause, "a feed waits for the database");
                    tokio::time::sleep(super::hub::RARELY).await;
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Reads what there is: nothing, when the asker has heard everything.
    async fn read(&mut self) -> Result<Option<Batch>> {
        let member = self.standing.now().await?;
        loop {
            // Known before the rows are looked at: whatever it counts is among them.
            let known = self.following.head();
            let scope = self.store.precinct_of(&member, self.precinct, &self.origin).map_err(|_| Error::Denied)?;
            let before = self.cursor;
            let tail = match &self.heard {
                Heard::Kinds(_) => scope.events_after(before, BATCH).await?,
                Heard::Own => scope.own_events_after(before, BATCH).await?,
            };
            self.cursor = tail.cursor;
            let wanted = |event: &Event| match &self.heard {
                Heard::Kinds(Some(kinds)) => kinds.contains(&event.kind),
                Heard::Kinds(None) | Heard::Own => true,
            };
            let events: Vec<Event> = tail.events.into_iter().filter(wanted).collect();
            if !events.is_empty() {
                return Ok(Some(Batch { member, events }));
            }
            if self.cursor == before {
                self.cursor = before.max(known);
                return Ok(None);
            }
        }
    }
}
