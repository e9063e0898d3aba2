//! Taking a place (APT-01). A place is a seat with a number: the database has a key over the slot and the seat, and whoever takes one holds
//! the station's book while he looks for a free number, so that nobody is turned away for a race.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};

use super::opening::Slot;
use super::recheck::opening_in;
use super::{Appointment, AppointmentKind, AppointmentMatter, AppointmentState, changed, entry, queue_key, row};
use crate::applications::{name_of, some_words};
use crate::clock::{day_of, minute_of};
use crate::error::{Error, Result};
use crate::ids::{AccountId, AppointmentId, paper_number};
use crate::keys::DataKey;
use crate::limits;
use crate::masking;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work};
use crate::telephones;

/// How many places one resident may hold that are still to come.
pub const HELD: usize = 3;
/// More than the seats of a slot.
const SEATS: u64 = 1_000;
/// The longest note, in characters.
const NOTE: usize = 200;

/// A person for whom staff books (APT-03).
#[derive(Clone)]
pub struct Visitor {
    /// His name.
    pub name: String,
    /// A telephone number at which he or somebody of his is reached.
    pub phone: Option<String>,
}

impl std::fmt::Debug for Visitor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Visitor(hidden)")
    }
}

/// What an appointment is made for.
#[derive(Clone, Debug)]
pub struct Errand {
    /// What he comes for.
    pub matter: AppointmentMatter,
    /// What else is to be known, numbers masked when it is written.
    pub note: Option<String>,
    /// For whom, when staff books; a resident books for himself.
    pub visitor: Option<Visitor>,
}

/// Who comes, sealed and masked.
#[derive(Default)]
struct Known {
    account: Option<AccountId>,
    name: Option<(Vec<u8>, String)>,
    phone_sealed: Option<Vec<u8>>,
    phone_masked: Option<String>,
}

/// A seat that was found.
struct Seat {
    slot: Slot,
    kind: AppointmentKind,
    number: i16,
}

impl Scope<Precinct> {
    /// Takes a place in the slot that begins at an instant: a resident for himself, staff for somebody without a telephone (APT-03).
    ///
    /// Refused: a slot that there is not, that has begun, or that lies too far ahead (`SLOT`), one that is full (`SLOT_FULL`), a resident's
    /// place beyond those he may hold (`APPOINTMENT_LIMIT`) or beside one he has in the slot (`APPOINTMENT_TWICE`), nobody named by
    /// staff or somebody by a resident (`VISITOR`).
    pub async fn book_appointment(&self, starts_at: DateTime<Utc>, errand: &Errand) -> Result<Appointment> {
        let booked = self.try_book(starts_at, errand).await;
        self.refused_appointment("bookAppointment", None, booked)
    }

    async fn try_book(&self, starts_at: DateTime<Utc>, errand: &Errand) -> Result<Appointment> {
        let known = self.who_comes(errand).await?;
        let (day, _) = minute_of(starts_at).ok_or_else(no_slot)?;
        if starts_at <= self.store().clock().now() || day > self.appointment_horizon().await? {
            return Err(no_slot());
        }
        let calendar = self.appointment_calendar().await?;
        let work = self.appointment_work().await?;
        let slot = opening_in(&work, calendar, day).await?.slot_at(starts_at).ok_or_else(no_slot)?;
        if let Some(account) = known.account {
            may_hold_another(&work, account, &slot).await?;
        }
        let held = held(&work, &slot).await?;
        let number = free(&held, AppointmentKind::Booked, slot.bookable()).ok_or_else(full)?;
        self.take(work, Seat { slot, kind: AppointmentKind::Booked, number }, known, errand).await
    }

    /// Gives whoever comes without an appointment a place of today: one kept for walk-ins, or, once a slot has begun, one that nobody
    /// booked. By default in the first slot that is not over and has one.
    ///
    /// Refused: no such slot today (`SLOT`), none with a place (`SLOT_FULL`).
    pub async fn take_walk_in(&self, starts_at: Option<DateTime<Utc>>, errand: &Errand) -> Result<Appointment> {
        let taken = self.try_walk_in(starts_at, errand).await;
        self.refused_appointment("takeWalkIn", None, taken)
    }

    async fn try_walk_in(&self, starts_at: Option<DateTime<Utc>>, errand: &Errand) -> Result<Appointment> {
        self.may(Domain::Appointments, Action::Prepare)?;
        let known = self.who_comes(errand).await?;
        let now = self.store().clock().now();
        let calendar = self.appointment_calendar().await?;
        let work = self.appointment_work().await?;
        let mut slots = opening_in(&work, calendar, day_of(now)).await?.slots(day_of(now));
        slots.retain(|slot| slot.ends_at() > now && starts_at.is_none_or(|at| slot.starts_at() == at));
        if slots.is_empty() {
            return Err(no_slot());
        }
        for slot in slots {
            let held = held(&work, &slot).await?;
            let unbooked = slot.bookable() - count(&held, AppointmentKind::Booked);
            let places = slot.walk_ins + if slot.starts_at() <= now { unbooked.max(0) } else { 0 };
            if let Some(number) = free(&held, AppointmentKind::WalkIn, places) {
                return self.take(work, Seat { slot, kind: AppointmentKind::WalkIn, number }, known, errand).await;
            }
        }
        Err(full())
    }

    /// Who comes: the resident who asks, or the person whom staff names.
    async fn who_comes(&self, errand: &Errand) -> Result<Known> {
        let key = self.store().data_key(self.precinct()).await?;
        if let Ok(account) = self.resident() {
            if errand.visitor.is_some() {
                return Err(Error::invalid("VISITOR", "visitor", "a resident books for himself"));
            }
            let phone_masked = Some(self.known_resident(account).await?.phone_masked);
            let person = self.linked_person().await?;
            let name = person.map(|person| self.sealed(&key, &person.name, masking::name)).transpose()?;
            return Ok(Known { account: Some(account), name, phone_masked, ..Known::default() });
        }
        self.may(Domain::Appointments, Action::Prepare)?;
        let Some(Visitor { name, phone }) = &errand.visitor else {
            return Err(Error::invalid("VISITOR", "visitor", "say for whom the place is"));
        };
        let name = name_of(name, "visitor")?;
        let phone = phone.as_deref().map(|phone| telephones::read(phone, "visitor")).transpose()?;
        let phone = phone.map(|phone| self.sealed(&key, &phone, masking::phone)).transpose()?;
        let (phone_sealed, phone_masked) = phone.unzip();
        let name = Some(self.sealed(&key, &name, masking::name)?);
        Ok(Known { account: None, name, phone_sealed, phone_masked })
    }

    fn sealed(&self, key: &DataKey, clear: &str, mask: fn(&str) -> String) -> Result<(Vec<u8>, String)> {
        Ok((key.seal(self.store().ids(), clear.as_bytes())?, mask(clear)))
    }

    /// Writes the appointment and commits. A seat that is taken all the same is refused by the database.
    async fn take(&self, work: Work, seat: Seat, known: Known, errand: &Errand) -> Result<Appointment> {
        let (id, now) = (AppointmentId(work.new_id()), self.store().clock().now());
        let is_here = seat.kind == AppointmentKind::WalkIn;
        let state = if is_here { AppointmentState::CheckedIn } else { AppointmentState::Booked };
        let (name_sealed, name_masked) = known.name.unzip();
        work.add(row::ActiveModel {
            id: Set(id.0),
            number: Set(paper_number("YY", now, id.0)),
            day: Set(seat.slot.day),
            begins: Set(seat.slot.begins),
            ends: Set(seat.slot.ends),
            kind: Set(seat.kind.as_str().to_owned()),
            seat: Set(Some(seat.number)),
            state: Set(state.as_str().to_owned()),
            matter: Set(errand.matter.as_str().to_owned()),
            note: Set(some_words(errand.note.as_deref(), "note", NOTE)?),
            account_id: Set(known.account.map(|account| account.0)),
            name_sealed: Set(name_sealed),
            name_masked: Set(name_masked),
            phone_sealed: Set(known.phone_sealed),
            phone_masked: Set(known.phone_masked),
            queue_key: Set(queue_key(seat.slot.day, seat.slot.begins)),
            made_by: Set(self.member().account.ok_or(Error::Denied)?.0),
            made_by_name: Set(self.member().name.clone()),
            made_at: Set(now),
            checked_in_at: Set(is_here.then_some(now)),
            version: Set(1),
            ..Default::default()
        })
        .await?;
        let taken = work.get::<row::Entity>(id).await?;
        work.emit(changed(id, 1, state));
        let function = if is_here { "takeWalkIn" } else { "bookAppointment" };
        work.commit(entry(function).on("appointment", id).rows(1)).await?;
        taken.try_into()
    }

    /// The last day on which a place can be taken.
    pub(super) async fn appointment_horizon(&self) -> Result<chrono::NaiveDate> {
        let today = self.store().clock().today();
        let limit = limits::in_force(self.store(), "appointment.horizon", today).await?;
        limit.last_day(today).ok_or_else(|| Error::internal("appointment.horizon is not counted by the calendar"))
    }
}

fn no_slot() -> Error {
    Error::invalid("SLOT", "startsAt", "there is no such slot that can still be booked")
}

fn full() -> Error {
    Error::invalid("SLOT_FULL", "startsAt", "no place is left in this slot")
}

/// Refuses a resident who holds as many places as he may, or one in this very slot.
async fn may_hold_another(work: &Work, account: AccountId, slot: &Slot) -> Result<()> {
    use row::Column as C;
    let open = AppointmentState::OPEN.map(AppointmentState::as_str);
    let own =
        Condition::all().add(C::AccountId.eq(account.0)).add(C::State.is_in(open)).add(C::Day.gte(work_day(work)));
    let own = work.list::<row::Entity>(own, SEATS).await?;
    if own.iter().any(|row| (row.day, row.begins) == (slot.day, slot.begins)) {
        return Err(Error::invalid("APPOINTMENT_TWICE", "startsAt", "a place in this slot is held already"));
    }
    if own.len() >= HELD {
        return Err(Error::invalid("APPOINTMENT_LIMIT", "startsAt", format!("at most {HELD} places are held at once")));
    }
    Ok(())
}

fn work_day(work: &Work) -> chrono::NaiveDate {
    work.scope().store().clock().today()
}

/// Everybody who has a seat in a slot.
async fn held(work: &Work, slot: &Slot) -> Result<Vec<row::Model>> {
    use row::Column as C;
    let here = Condition::all().add(C::Day.eq(slot.day)).add(C::Begins.eq(slot.begins)).add(C::Seat.is_not_null());
    work.list::<row::Entity>(here, SEATS).await
}

fn seats(held: &[row::Model], kind: AppointmentKind) -> impl Iterator<Item = i16> {
    held.iter().filter(move |row| row.kind == kind.as_str()).filter_map(|row| row.seat)
}

fn count(held: &[row::Model], kind: AppointmentKind) -> i16 {
    i16::try_from(seats(held, kind).count()).unwrap_or(i16::MAX)
}

/// The lowest number among so many that nobody has.
fn free(held: &[row::Model], kind: AppointmentKind, places: i16) -> Option<i16> {
    let taken: BTreeSet<i16> = seats(held, kind).collect();
    (1..=places).find(|number| !taken.contains(number))
}
