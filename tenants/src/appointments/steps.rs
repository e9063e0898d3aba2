//! From a booked place to its end: the visitor comes, is served, or is not there (§3.8). A place that is given back is free at once, and
//! nothing else follows (APT-04).

use sea_orm::ActiveValue::Set;

use super::{Appointment, AppointmentState, AppointmentStep, changed, entry, row};
use crate::applications::some_words;
use crate::error::{Error, Result};
use crate::ids::{AccountId, AppointmentId};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};

/// The longest reason, in characters.
const REASON: usize = 200;

/// An appointment as its version was seen.
type Which = (AppointmentId, i32);

impl Scope<Precinct> {
    /// Says that the visitor has come, on the day of his place.
    pub async fn check_in_appointment(&self, which: Which) -> Result<Appointment> {
        self.staff_step("checkInAppointment", which, AppointmentStep::CheckIn).await
    }

    /// Says that the visitor was served.
    pub async fn serve_appointment(&self, which: Which) -> Result<Appointment> {
        self.staff_step("serveAppointment", which, AppointmentStep::Serve).await
    }

    /// Says that the visitor did not come, once his slot has begun, or did not wait: the place is free (APT-04).
    pub async fn miss_appointment(&self, which: Which) -> Result<Appointment> {
        self.staff_step("missAppointment", which, AppointmentStep::Miss).await
    }

    /// Gives a place back: a resident his own, staff anybody's.
    pub async fn cancel_appointment(&self, which: Which, reason: Option<&str>) -> Result<Appointment> {
        let cancelled = async {
            let owner = self.resident().ok();
            if owner.is_none() {
                self.may(Domain::Appointments, Action::Prepare)?;
            }
            let reason = some_words(reason, "reason", REASON)?;
            self.step(("cancelAppointment", AppointmentStep::Cancel), which, owner, reason).await
        };
        self.refused_appointment("cancelAppointment", Some(which.0), cancelled.await)
    }

    async fn staff_step(&self, function: &'static str, which: Which, step: AppointmentStep) -> Result<Appointment> {
        let stepped = async {
            self.may(Domain::Appointments, Action::Prepare)?;
            self.step((function, step), which, None, None).await
        };
        self.refused_appointment(function, Some(which.0), stepped.await)
    }

    /// Makes a step; of an `owner`, on nothing but his own.
    async fn step(
        &self,
        (function, step): (&'static str, AppointmentStep),
        (id, seen): Which,
        owner: Option<AccountId>,
        reason: Option<String>,
    ) -> Result<Appointment> {
        let work = self.work().await?;
        let row = work.lock::<row::Entity>(&[id.0]).await?.into_iter().next();
        let row = row.filter(|row| owner.is_none_or(|owner| row.account_id == Some(owner.0))).ok_or(Error::NotFound)?;
        Error::unless_seen(seen, row.version)?;
        let from: AppointmentState = row.state.parse().map_err(Error::internal)?;
        let not_now = || Error::invalid("TRANSITION", "appointmentId", format!("{step} does not lead on from {from}"));
        let to = from.after(step).filter(|_| self.is_time(step, &row)).ok_or_else(not_now)?;
        work.save(self.change(&row, to, reason)).await?;
        let row = work.get::<row::Entity>(id).await?;
        work.emit(changed(id, row.version, to));
        work.commit(entry(function).on("appointment", id).rows(1)).await?;
        row.try_into()
    }

    /// Whether a step can be made at this moment: nobody comes on another day, or is missed before his slot has begun.
    fn is_time(&self, step: AppointmentStep, row: &row::Model) -> bool {
        let clock = self.store().clock();
        match step {
            AppointmentStep::CheckIn => row.day == clock.today(),
            AppointmentStep::Miss => crate::clock::instant(row.day, row.begins) <= clock.now(),
            AppointmentStep::Serve | AppointmentStep::Cancel => true,
        }
    }

    fn change(&self, row: &row::Model, to: AppointmentState, reason: Option<String>) -> row::ActiveModel {
        let now = self.store().clock().now();
        let is_here = to == AppointmentState::CheckedIn;
        row::ActiveModel {
            id: Set(row.id),
            state: Set(to.as_str().to_owned()),
            seat: Set(row.seat.filter(|_| to.holds_a_place())),
            checked_in_at: Set(if is_here { Some(now) } else { row.checked_in_at }),
            closed_by_name: Set((!is_here).then(|| self.member().name.clone())),
            closed_at: Set((!is_here).then_some(now)),
            reason: Set(reason),
            version: Set(row.version + 1),
            ..Default::default()
        }
    }
}
