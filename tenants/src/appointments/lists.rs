//! Who reads appointments: staff the day's list, a resident his own.

use chrono::NaiveDate;
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::{Appointment, AppointmentState, entry, row};
use crate::error::{Error, Result};
use crate::ids::{AccountId, AppointmentId};
use crate::page::{Page, Paging, among};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope};

/// Which appointments a list holds; every part narrows it.
#[derive(Clone, Debug, Default)]
pub struct AppointmentFilter {
    /// Of a day.
    pub day: Option<NaiveDate>,
    /// In one of these states.
    pub states: Vec<AppointmentState>,
    /// Booked, and without a place since the hours changed (APT-02).
    pub unfit: bool,
}

impl Scope<Precinct> {
    /// A page of the station's appointments by slot; noted.
    pub async fn appointments(&self, filter: &AppointmentFilter, paging: &Paging) -> Result<Page<Appointment>> {
        self.may(Domain::Appointments, Action::List)?;
        let page = self.listed_appointments(filter).page(row::Column::QueueKey, paging).await?;
        self.note(self.precinct(), entry("appointments").rows(page.items.len()));
        told(page)
    }

    /// How many a list holds.
    pub async fn count_appointments(&self, filter: &AppointmentFilter) -> Result<u64> {
        self.may(Domain::Appointments, Action::List)?;
        self.listed_appointments(filter).count().await
    }

    /// A page of the resident's own appointments by slot.
    pub async fn my_appointments(&self, paging: &Paging) -> Result<Page<Appointment>> {
        let account = self.resident()?;
        told(self.own_appointments(account).page(row::Column::QueueKey, paging).await?)
    }

    /// How many the resident ever made.
    pub async fn count_my_appointments(&self) -> Result<u64> {
        let account = self.resident()?;
        self.own_appointments(account).count().await
    }

    /// One appointment: of a resident his own and no other; noted for staff.
    pub async fn appointment(&self, id: AppointmentId) -> Result<Appointment> {
        if let Ok(account) = self.resident() {
            return self.own_appointments(account).get(id).await?.ok_or(Error::NotFound)?.try_into();
        }
        self.may(Domain::Appointments, Action::List)?;
        let found = self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?;
        self.note(self.precinct(), entry("appointment").on("appointment", id).rows(1));
        found.try_into()
    }

    /// Which of these appointments are a resident's own.
    pub(crate) async fn own_among(&self, account: AccountId, ids: &[Uuid]) -> Result<Vec<Uuid>> {
        let own = self.own_appointments(account).filter(among(row::Column::Id, ids)).list(ids.len() as u64).await?;
        Ok(own.into_iter().map(|row| row.id).collect())
    }

    fn own_appointments(&self, account: AccountId) -> Rows<'_, row::Entity, Precinct> {
        self.rows::<row::Entity>().filter(row::Column::AccountId.eq(account.0))
    }

    fn listed_appointments(&self, filter: &AppointmentFilter) -> Rows<'_, row::Entity, Precinct> {
        use row::Column as C;
        let mut rows = self.rows::<row::Entity>().filter_some(filter.day, |day| C::Day.eq(day));
        if !filter.states.is_empty() {
            rows = rows.filter(C::State.is_in(filter.states.iter().map(|state| state.as_str())));
        }
        if filter.unfit {
            rows = rows.filter(C::UnfitSince.is_not_null()).filter(C::State.eq(AppointmentState::Booked.as_str()));
        }
        rows
    }
}

fn told(page: Page<row::Model>) -> Result<Page<Appointment>> {
    let items = page.items.into_iter().map(Appointment::try_from).collect::<Result<_>>()?;
    Ok(Page { items, more: page.more })
}
