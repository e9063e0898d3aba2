//! Appointments (预约) at a station's window (§3.8): when it is open, which places are free, who holds them, and what became of it.
//!
//! When a station is open is data: a weekly pattern (`patterns.rs`), dated exceptions (`exceptions.rs`) and the calendar of working days,
//! which together are the slots of a day (`opening.rs`). Taking a place (`booking.rs`) and changing the hours (`recheck.rs`) hold the
//! station's book, one row, so that neither overlooks the other. The role of a resident is granted nothing here: what is his own follows
//! from his account.

mod booking;
mod exceptions;
mod lists;
mod opening;
mod patterns;
mod recheck;
mod reveal;
mod slots;
mod states;
mod steps;

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::audit::{Entry, Outcome};
use crate::calendar::Calendar;
use crate::clock::instant;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::ids::{AppointmentId, PrecinctId};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work, owned};
use crate::words::words;

pub use booking::{Errand, HELD, Visitor};
pub use exceptions::{NewException, OpeningException};
pub use lists::AppointmentFilter;
pub(crate) use opening::written;
pub use opening::{Day, OpeningBasis, OpeningDay, Window};
pub use patterns::{NewPattern, OpeningPattern};
pub use reveal::ClearVisitor;
pub use slots::FreeSlot;
pub use states::{AppointmentState, AppointmentStep};

/// The most days that are looked at in one go.
pub const DAYS: u64 = 14;

words! {
    /// How somebody came by a place (预约方式).
    pub enum AppointmentKind {
        /// Booked before (预约).
        Booked = "BOOKED",
        /// Came without (现场取号).
        WalkIn = "WALK_IN",
    }
}

words! {
    /// What somebody comes for (预约事项).
    pub enum AppointmentMatter {
        /// The household register (户籍业务).
        Register = "REGISTER",
        /// A temporary registration or a residence permit (暂住登记、居住证).
        Residence = "RESIDENCE",
        /// A certificate (户籍证明).
        Certificate = "CERTIFICATE",
        /// One application to several offices (联办).
        JointService = "JOINT_SERVICE",
        /// Something else (其他).
        Other = "OTHER",
    }
}

words! {
    /// Whether a booking fits the opening hours (是否有效, APT-02).
    pub enum AppointmentFit {
        /// There is a place for it (有效).
        Fits = "FITS",
        /// The hours have changed, and there is none any more (须改约).
        Unfit = "UNFIT",
    }
}

/// An appointment, name and telephone masked.
#[derive(Clone, Debug)]
pub struct Appointment {
    /// Its id.
    pub id: AppointmentId,
    /// Where.
    pub precinct: PrecinctId,
    /// The number that is called.
    pub number: String,
    /// The day.
    pub day: NaiveDate,
    /// When its slot begins.
    pub starts_at: DateTime<Utc>,
    /// When its slot ends.
    pub ends_at: DateTime<Utc>,
    /// How the visitor came by it.
    pub kind: AppointmentKind,
    /// Where it is.
    pub state: AppointmentState,
    /// Since when there is no place for it any more (APT-02).
    pub unfit_since: Option<DateTime<Utc>>,
    /// What he comes for.
    pub matter: AppointmentMatter,
    /// What else is to be known, numbers masked.
    pub note: Option<String>,
    /// Whether a resident booked it himself.
    pub is_own: bool,
    /// The visitor's name, masked; of a resident only when his record is linked.
    pub name: Option<String>,
    /// His telephone, masked.
    pub phone: Option<String>,
    /// Who made it.
    pub made_by: String,
    /// When.
    pub made_at: DateTime<Utc>,
    /// When he came.
    pub checked_in_at: Option<DateTime<Utc>>,
    /// Who closed it.
    pub closed_by: Option<String>,
    /// When.
    pub closed_at: Option<DateTime<Utc>>,
    /// Why it was given back, numbers masked.
    pub reason: Option<String>,
    /// Where it stands in the list.
    pub queue_key: String,
    /// Counts its changes (REG-19).
    pub version: i32,
}

impl TryFrom<row::Model> for Appointment {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: AppointmentId(row.id),
            precinct: PrecinctId(row.precinct_id),
            number: row.number,
            day: row.day,
            starts_at: instant(row.day, row.begins),
            ends_at: instant(row.day, row.ends),
            kind: row.kind.parse().map_err(Error::internal)?,
            state: row.state.parse().map_err(Error::internal)?,
            unfit_since: row.unfit_since,
            matter: row.matter.parse().map_err(Error::internal)?,
            note: row.note,
            is_own: row.account_id.is_some(),
            name: row.name_masked,
            phone: row.phone_masked,
            made_by: row.made_by_name,
            made_at: row.made_at,
            checked_in_at: row.checked_in_at,
            closed_by: row.closed_by_name,
            closed_at: row.closed_at,
            reason: row.reason,
            queue_key: row.queue_key,
            version: row.version,
        })
    }
}

impl Scope<Precinct> {
    /// Refuses whoever is neither staff with appointments nor a resident: when a station is open is for both to see.
    fn may_see_opening(&self) -> Result<()> {
        self.resident().map(drop).or_else(|_| self.may(Domain::Appointments, Action::List))
    }

    /// The calendar, read before a work is opened.
    async fn appointment_calendar(&self) -> Result<Calendar> {
        Calendar::around(self.store(), self.store().clock().today()).await
    }

    /// Opens a work that holds the station's book: the first row of its pattern stands for all of it, because no row is ever taken away.
    async fn appointment_work(&self) -> Result<Work> {
        let first = self.rows::<patterns::row::Entity>().ascending(patterns::row::Column::Id).look(1).await?;
        let work = self.work().await?;
        if let Some(first) = first.first() {
            work.lock::<patterns::row::Entity>(&[first.id]).await?;
        }
        Ok(work)
    }

    /// Notes a refusal (SEC-04).
    fn refused_appointment<T>(
        &self,
        function: &'static str,
        id: Option<AppointmentId>,
        result: Result<T>,
    ) -> Result<T> {
        result.inspect_err(|error| {
            let entry = entry(function).ended(Outcome::of(error));
            self.note(self.precinct(), id.map_or(entry.clone(), |id| entry.on("appointment", id)));
        })
    }
}

impl opening::Opening {
    fn of(
        patterns: Vec<patterns::row::Model>,
        exceptions: Vec<exceptions::row::Model>,
        calendar: Calendar,
    ) -> Result<Self> {
        let patterns = patterns.into_iter().map(OpeningPattern::try_from).collect::<Result<_>>()?;
        let exceptions = exceptions.into_iter().map(OpeningException::try_from).collect::<Result<_>>()?;
        Ok(Self { patterns, exceptions, calendar })
    }
}

/// The days from one to another, both included; refused when they are too many or none (`SPAN`).
fn span(from: NaiveDate, to: NaiveDate) -> Result<impl Iterator<Item = NaiveDate>> {
    if to < from || from.checked_add_days(Days::new(DAYS - 1)).is_none_or(|last| last < to) {
        return Err(Error::invalid("SPAN", "to", format!("ask for 1 to {DAYS} days")));
    }
    Ok(from.iter_days().take_while(move |day| *day <= to))
}

/// Refuses a day that is past.
fn not_past(scope: &Scope<Precinct>, day: NaiveDate, field: &'static str) -> Result<()> {
    if day >= scope.store().clock().today() {
        return Ok(());
    }
    Err(Error::invalid("OPENING", field, "the hours of a day that is past are not changed"))
}

/// Where an appointment stands in a list: by its slot.
fn queue_key(day: NaiveDate, begins: i16) -> String {
    format!("{day} {begins:04}")
}

/// What the trail says.
fn entry(function: &'static str) -> Entry {
    Entry::new(function, Domain::Appointments.as_str())
}

/// What is heard of it.
fn changed(id: AppointmentId, version: i32, state: AppointmentState) -> NewEvent {
    NewEvent::new(EventKind::AppointmentChanged, "appointment", id).version(version).saying(state)
}

owned!(row, AppointmentId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "appointment")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub day: Date,
        pub begins: i16,
        pub ends: i16,
        pub kind: String,
        pub seat: Option<i16>,
        pub state: String,
        pub matter: String,
        pub note: Option<String>,
        pub account_id: Option<Uuid>,
        pub name_sealed: Option<Vec<u8>>,
        pub name_masked: Option<String>,
        pub phone_sealed: Option<Vec<u8>>,
        pub phone_masked: Option<String>,
        pub unfit_since: Option<DateTimeUtc>,
        pub queue_key: String,
        pub made_by: Uuid,
        pub made_by_name: String,
        pub made_at: DateTimeUtc,
        pub checked_in_at: Option<DateTimeUtc>,
        pub closed_by_name: Option<String>,
        pub closed_at: Option<DateTimeUtc>,
        pub reason: Option<String>,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
