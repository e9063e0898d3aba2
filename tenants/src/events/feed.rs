//! Somebody's way through a precinct's events: a batch at a time, under his rights as they are then.

use std::sync::Arc;

use super::hub::Following;
use super::{Event, EventKind};
use crate::error::{Error, Result};
use crate::ids::{ApplicationId, PrecinctId};
use crate::members::{Member, Standing};
use crate::scope::{Precinct, Scope};
use crate::store::{Origin, Store};

/// The most events of one batch: what a stream that nobody reads holds in memory.
const BATCH: u64 = 50;

/// Some events, and under whose rights they were read.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The member as he was when they were read.
    pub member: Arc<Member>,
    /// The events, oldest first; at least one.
    pub events: Vec<Event>,
}

/// What somebody follows.
#[derive(Clone, Debug)]
pub enum Hearing {
    /// Events of these kinds, or of every kind he may hear of.
    Kinds(Option<Vec<EventKind>>),
    /// The steps of an application that is a resident's own, and nothing else.
    Own(ApplicationId),
}

/// Follows a precinct's events from a cursor on. Dropped, it leaves nothing behind.
#[derive(Debug)]
pub struct Feed {
    standing: Standing,
    store: Store,
    origin: Origin,
    precinct: PrecinctId,
    hearing: Hearing,
    cursor: i64,
    following: Following,
}

impl Scope<Precinct> {
    /// Follows what is to be heard after a cursor, or from now on, for as long as the asker's standing lasts. Refused when he may not hear
    /// of a kind, or the application is not his own.
    pub async fn follow(
        &self,
        standing: Standing,
        origin: Origin,
        hearing: Hearing,
        after: Option<i64>,
    ) -> Result<Feed> {
        match &hearing {
            Hearing::Kinds(kinds) => self.must_hear(kinds.as_deref())?,
            Hearing::Own(id) if self.owns_application(*id).await? => {}
            Hearing::Own(_) => return Err(Error::NotFound),
        }
        // Before the head is read, so that nothing falls between the two.
        let following = self.store().hub().follow(self.precinct());
        let last = self.last_event().await?;
        let cursor = after.unwrap_or(last);
        if !(0..=last).contains(&cursor) {
            return Err(Error::invalid("CURSOR", "after", "there is no such event"));
        }
        Ok(Feed {
            standing,
            store: self.store().clone(),
            origin,
            precinct: self.precinct(),
            hearing,
            cursor,
            following,
        })
    }

    /// Refuses kinds of which one may not be heard of, and whoever may hear of none.
    fn must_hear(&self, kinds: Option<&[EventKind]>) -> Result<()> {
        let heard = EventKind::heard_by(self.member());
        let refused = |kinds: &[EventKind]| kinds.is_empty() || kinds.iter().any(|kind| !heard.contains(kind));
        if heard.is_empty() || kinds.is_some_and(refused) { Err(Error::Denied) } else { Ok(()) }
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
            let (events, cursor) = self.hearing.after(&scope, before).await?;
            self.cursor = cursor;
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

impl Hearing {
    /// What is heard after a cursor, and the last cursor looked at. A resident who does not own the application any more is refused.
    async fn after(&self, scope: &Scope<Precinct>, cursor: i64) -> Result<(Vec<Event>, i64)> {
        match self {
            Self::Kinds(kinds) => {
                let tail = scope.events_after(cursor, BATCH).await?;
                let wanted = |event: &Event| kinds.as_ref().is_none_or(|kinds| kinds.contains(&event.kind));
                Ok((tail.events.into_iter().filter(wanted).collect(), tail.cursor))
            }
            Self::Own(id) => {
                let tail = scope.steps_after(*id, cursor, BATCH).await?;
                if !tail.events.is_empty() && !scope.owns_application(*id).await? {
                    return Err(Error::Denied);
                }
                Ok((tail.events, tail.cursor))
            }
        }
    }
}
