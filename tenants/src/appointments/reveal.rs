//! Whom staff booked for, in clear: to call him when the hours have changed (APT-02, APT-03), with a purpose, while the place is held.

use super::{AppointmentState, entry, row};
use crate::audit::Outcome;
use crate::error::{Error, Result};
use crate::ids::AppointmentId;
use crate::purposes::Purpose;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};

/// A visitor in clear.
#[derive(Clone)]
pub struct ClearVisitor {
    /// His name.
    pub name: Option<String>,
    /// A telephone number at which he is reached; none of a resident, who hears by his own.
    pub phone: Option<String>,
}

impl std::fmt::Debug for ClearVisitor {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ClearVisitor(hidden)")
    }
}

impl Scope<Precinct> {
    /// Reveals the visitor of an appointment that is open; noted, and so is a refusal (SEC-04).
    pub async fn reveal_appointment(&self, id: AppointmentId, purpose: Purpose) -> Result<ClearVisitor> {
        let found = self.try_reveal_appointment(id, purpose).await;
        let entry = entry("revealAppointment").on("appointment", id);
        let entry = match &found {
            Ok((row, _)) => entry.why(purpose.as_str(), Some(row.number.clone())).rows(1),
            Err(error) => entry.why(purpose.as_str(), None).ended(Outcome::of(error)),
        };
        self.note(self.precinct(), entry);
        found.map(|(_, clear)| clear)
    }

    async fn try_reveal_appointment(&self, id: AppointmentId, purpose: Purpose) -> Result<(row::Model, ClearVisitor)> {
        self.may(Domain::Appointments, Action::Prepare)?;
        self.may(Domain::Persons, Action::Reveal)?;
        self.serves(purpose)?;
        let row = self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?;
        let state: AppointmentState = row.state.parse().map_err(Error::internal)?;
        if state.is_final() {
            return Err(Error::PurposeRequired("an appointment that is over serves no purpose"));
        }
        let key = self.store().data_key(self.precinct()).await?;
        let open = |sealed: &Option<Vec<u8>>| sealed.as_deref().map(|sealed| key.open_text(sealed)).transpose();
        let clear = ClearVisitor { name: open(&row.name_sealed)?, phone: open(&row.phone_sealed)? };
        Ok((row, clear))
    }
}
