//! A change of the opening hours looks at every booking again (APT-02): what has a place keeps it, what has none any more is marked, listed
//! for staff, and said by an event, which is what the resident hears.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};

use super::exceptions::row as exception_row;
use super::opening::Opening;
use super::patterns::{not_over, row as pattern_row};
use super::{AppointmentFit, AppointmentKind, AppointmentState, row};
use crate::calendar::Calendar;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::scope::Work;

/// More bookings than a change of the hours can look at in one go.
const MOST: u64 = 20_000;

/// The opening hours as they are inside a work, from a day on.
pub(super) async fn opening_in(work: &Work, calendar: Calendar, from: NaiveDate) -> Result<Opening> {
    let patterns = work.list::<pattern_row::Entity>(not_over(from), super::patterns::MOST).await?;
    let exceptions =
        work.list::<exception_row::Entity>(exception_row::Column::Day.gte(from), super::exceptions::MOST).await?;
    Opening::of(patterns, exceptions, calendar)
}

/// Looks at every booking from a day on by the hours as this work leaves them; says how many do not fit any more.
pub(super) async fn recheck(work: &Work, calendar: Calendar, from: NaiveDate) -> Result<usize> {
    use row::Column as C;
    let opening = opening_in(work, calendar, from).await?;
    let held = Condition::all().add(C::Day.gte(from)).add(C::Seat.is_not_null());
    let held = held.add(C::Kind.eq(AppointmentKind::Booked.as_str()));
    let rows = work.list::<row::Entity>(held, MOST + 1).await?;
    if rows.len() as u64 > MOST {
        return Err(Error::invalid("OPENING", "from", format!("more than {MOST} bookings would have to be looked at")));
    }
    let mut slots: BTreeMap<(NaiveDate, i16), Vec<row::Model>> = BTreeMap::new();
    for row in rows {
        slots.entry((row.day, row.begins)).or_default().push(row);
    }
    let mut unfit = 0;
    for ((day, begins), mut held) in slots {
        let slot = opening.slots(day).into_iter().find(|slot| slot.begins == begins);
        held.sort_by_key(|row| (row.seat, row.id));
        for (row, seat) in seated(held, slot.map_or(0, |slot| slot.bookable())) {
            unfit += usize::from(seat.is_none());
            settle(work, row, seat).await?;
        }
    }
    Ok(unfit)
}

/// Which seat everybody who is still to come has when a slot has so many: his own if it is still there, or else a free one, in the order
/// of seats. Whoever is here already keeps his.
fn seated(held: Vec<row::Model>, places: i16) -> Vec<(row::Model, Option<i16>)> {
    let still = |row: &row::Model| row.seat.filter(|seat| *seat <= places);
    let taken: BTreeSet<i16> = held.iter().filter_map(still).collect();
    let mut free = (1..=places).filter(|seat| !taken.contains(seat)).collect::<Vec<_>>().into_iter();
    let to_come = held.into_iter().filter(|row| row.state == AppointmentState::Booked.as_str());
    to_come.map(|row| (still(&row).or_else(|| free.next()), row)).map(|(seat, row)| (row, seat)).collect()
}

/// Writes what became of a booking, if anything did. One without a place keeps its seat's number until somebody decides: it is beyond
/// those that can be booked.
async fn settle(work: &Work, row: row::Model, seat: Option<i16>) -> Result<()> {
    let (was_fit, is_fit) = (row.unfit_since.is_none(), seat.is_some());
    let moved = seat.is_some() && seat != row.seat;
    if was_fit == is_fit && !moved {
        return Ok(());
    }
    let now = work.scope().store().clock().now();
    let version = row.version + 1;
    work.save(row::ActiveModel {
        id: Set(row.id),
        seat: Set(seat.or(row.seat)),
        unfit_since: Set((!is_fit).then(|| row.unfit_since.unwrap_or(now))),
        version: Set(version),
        ..Default::default()
    })
    .await?;
    if was_fit != is_fit {
        let fit = if is_fit { AppointmentFit::Fits } else { AppointmentFit::Unfit };
        work.emit(NewEvent::new(EventKind::AppointmentChanged, "appointment", row.id).version(version).saying(fit));
    }
    Ok(())
}
