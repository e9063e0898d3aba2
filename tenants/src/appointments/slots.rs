//! Which places are free (余号). Counted from the seats that are held, never stored.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};

use super::{opening::Slot, span};
use crate::error::Result;
use crate::scope::{Precinct, Scope};

/// A slot that is still to come, and what is free in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FreeSlot {
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it ends.
    pub ends_at: DateTime<Utc>,
    /// How many can be served in it.
    pub capacity: i16,
    /// How many of them are kept for those who come without an appointment.
    pub walk_ins: i16,
    /// How many places can still be booked.
    pub free: i16,
}

const HELD: &str = "SELECT day, begins, seat FROM appointment WHERE precinct_id = $1 AND day BETWEEN $2 AND $3 \
     AND kind = 'BOOKED' AND seat IS NOT NULL";

impl Scope<Precinct> {
    /// The slots of the days from `from` to `to`, both included, that have not begun and can be booked by now, the earliest first.
    ///
    /// Refused: a span that is too long or ends before it begins (`SPAN`).
    pub async fn appointment_slots(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<FreeSlot>> {
        self.may_see_opening()?;
        let (days, last) = (span(from, to)?, self.appointment_horizon().await?);
        let opening = self.opening(from, to).await?;
        let now = self.store().clock().now();
        let slots = days.take_while(|day| *day <= last).flat_map(|day| opening.slots(day));
        let held = self.held_between(from, to).await?;
        Ok(slots.filter(|slot| slot.starts_at() > now).map(|slot| free_in(&slot, &held)).collect())
    }

    /// The numbers of the booked seats by day and minute.
    async fn held_between(&self, from: NaiveDate, to: NaiveDate) -> Result<HashMap<(NaiveDate, i16), Vec<i16>>> {
        let mut held: HashMap<(NaiveDate, i16), Vec<i16>> = HashMap::new();
        for row in self.query(HELD, vec![from.into(), to.into()]).await? {
            let slot = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            held.entry(slot).or_default().push(row.try_get_by_index(2)?);
        }
        Ok(held)
    }
}

fn free_in(slot: &Slot, held: &HashMap<(NaiveDate, i16), Vec<i16>>) -> FreeSlot {
    let seats = held.get(&(slot.day, slot.begins)).map_or(&[][..], Vec::as_slice);
    let taken = seats.iter().filter(|seat| **seat <= slot.bookable()).count();
    FreeSlot {
        starts_at: slot.starts_at(),
        ends_at: slot.ends_at(),
        capacity: slot.capacity,
        walk_ins: slot.walk_ins,
        free: slot.bookable() - i16::try_from(taken).unwrap_or(i16::MAX),
    }
}
