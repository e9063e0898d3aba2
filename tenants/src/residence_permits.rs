//! Residence permits (居住证): one a person and city, endorsed yearly, suspended when that is late (§2.10, PMT-01…04).

mod apply;
mod city;
mod endorse;
mod nightly;
mod steps;

use chrono::{DateTime, Days, NaiveDate, Utc};
use sea_orm::ColumnTrait;

use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::{BeatId, DwellingId, PermitEventId, PersonId, PrecinctId, ResidencePermitId};
use crate::limits;
use crate::page::{Page, Paging, among};
use crate::roles::{self, Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};
use crate::words::words;

pub(crate) use apply::cancel_in;
pub use apply::{NewPermit, PermitApplicant};
pub(crate) use city::city_of;
pub use nightly::PermitNight;
pub use steps::{PermitState, PermitStep, anniversary, full_years};

/// The most permits, and the most events, that objects lead to at once.
const MOST: u64 = 2_000;

words! {
    /// The ground beside half a year of residence (申领条件).
    pub enum PermitGround {
        /// A stable job (合法稳定就业).
        Job = "JOB",
        /// A stable home (合法稳定住所).
        Home = "HOME",
        /// Continuous study (连续就读).
        Study = "STUDY",
    }
}

words! {
    /// Why a permit was cancelled (注销原因).
    pub enum PermitEnd {
        /// The holder died (死亡).
        Died = "DIED",
        /// The holder was registered in the city (在居住地落户).
        LocalRegistration = "LOCAL_REGISTRATION",
        /// It was obtained by fraud (骗领).
        Fraud = "FRAUD",
        /// The holder left the city (离开居住地).
        Left = "LEFT",
    }
}

/// One residence permit as it stands.
#[derive(Clone, Debug)]
pub struct ResidencePermit {
    /// Its id.
    pub id: ResidencePermitId,
    /// The precinct that issues it.
    pub precinct: PrecinctId,
    /// Its number, unique in the precinct.
    pub number: String,
    /// The holder.
    pub person: PersonId,
    /// Where the holder lives.
    pub dwelling: DwellingId,
    /// The city it is for, as the division code names it.
    pub city: String,
    /// The ground it stands on.
    pub ground: PermitGround,
    /// Where it is in its life.
    pub state: PermitState,
    /// Who applied.
    pub applied_by: PermitApplicant,
    /// Since when the holder resides, by his registered stays.
    pub resident_since: NaiveDate,
    /// When it was applied for.
    pub applied_on: NaiveDate,
    /// When it was accepted.
    pub accepted_on: Option<NaiveDate>,
    /// The last day on which it is to be issued.
    pub due_on: Option<NaiveDate>,
    /// Whether that day was moved, once.
    pub extended: bool,
    /// When it was issued.
    pub issued_on: Option<NaiveDate>,
    /// From which day the years of continuous residence count (PMT-03).
    pub counted_from: Option<NaiveDate>,
    /// The day until which it is to be endorsed.
    pub endorse_by: Option<NaiveDate>,
    /// Since when its functions are suspended.
    pub suspended_on: Option<NaiveDate>,
    /// When it was cancelled.
    pub cancelled_on: Option<NaiveDate>,
    /// Why.
    pub cancel_reason: Option<PermitEnd>,
    /// Counts its changes (REG-19).
    pub version: i32,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl ResidencePermit {
    /// Full years of continuous residence on a day: none unless the permit is valid, and since a suspension anew (PMT-03).
    pub fn residence_years(&self, on: NaiveDate) -> u32 {
        match self.counted_from {
            Some(from) if self.state == PermitState::Valid => full_years(from, on),
            _ => 0,
        }
    }

    /// Whether it should have been issued before this day.
    pub fn is_overdue(&self, on: NaiveDate) -> bool {
        self.state == PermitState::Accepted && self.due_on.is_some_and(|due| due < on)
    }
}

impl TryFrom<row::Model> for ResidencePermit {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: ResidencePermitId(row.id),
            precinct: PrecinctId(row.precinct_id),
            number: row.number,
            person: PersonId(row.person_id),
            dwelling: DwellingId(row.dwelling_id),
            city: row.city,
            ground: row.ground.parse().map_err(Error::internal)?,
            state: row.state.parse().map_err(Error::internal)?,
            applied_by: row.applied_by.parse().map_err(Error::internal)?,
            resident_since: row.resident_since,
            applied_on: row.applied_on,
            accepted_on: row.accepted_on,
            due_on: row.due_on,
            extended: row.extended,
            issued_on: row.issued_on,
            counted_from: row.counted_from,
            endorse_by: row.endorse_by,
            suspended_on: row.suspended_on,
            cancelled_on: row.cancelled_on,
            cancel_reason: row.cancel_reason.map(|word| word.parse().map_err(Error::internal)).transpose()?,
            version: row.version,
            updated_at: row.updated_at,
        })
    }
}

/// Something that happened to a permit, append-only.
#[derive(Clone, Debug)]
pub struct PermitEvent {
    /// To which permit.
    pub permit: ResidencePermitId,
    /// What.
    pub step: PermitStep,
    /// The state since.
    pub state: PermitState,
    /// On which day.
    pub on: NaiveDate,
    /// By whom.
    pub by: String,
    /// When it was recorded.
    pub at: DateTime<Utc>,
}

impl TryFrom<event_row::Model> for PermitEvent {
    type Error = Error;

    fn try_from(row: event_row::Model) -> Result<Self> {
        Ok(Self {
            permit: ResidencePermitId(row.permit_id),
            step: row.step.parse().map_err(Error::internal)?,
            state: row.state.parse().map_err(Error::internal)?,
            on: row.on_day,
            by: row.account_name,
            at: row.recorded_at,
        })
    }
}

/// Which permits a list holds; every part narrows it.
#[derive(Clone, Debug, Default)]
pub struct PermitFilter {
    /// Of a beat.
    pub beat: Option<BeatId>,
    /// In a state.
    pub state: Option<PermitState>,
    /// To be endorsed by this day, and valid.
    pub endorse_by: Option<NaiveDate>,
    /// Accepted, and to be issued before this day.
    pub due_before: Option<NaiveDate>,
}

impl Scope<Precinct> {
    /// A page of permits by number, within the role's reach; noted in the trail.
    pub async fn residence_permits(&self, filter: &PermitFilter, paging: &Paging) -> Result<Page<ResidencePermit>> {
        self.may(Domain::Permits, Action::List)?;
        let page = self.listed_permits(filter).page(row::Column::Number, paging).await?;
        Ok(Page { items: self.shown_permits("residencePermits", page.items)?, more: page.more })
    }

    /// How many permits a list holds.
    pub async fn count_residence_permits(&self, filter: &PermitFilter) -> Result<u64> {
        self.may(Domain::Permits, Action::List)?;
        self.listed_permits(filter).count().await
    }

    /// The filter of whom to remind today: valid, and to be endorsed within the limit's days (PMT-04).
    pub async fn reminder_filter(&self) -> Result<PermitFilter> {
        let today = self.store().clock().today();
        let days = limits::in_force(self.store(), "permit.reminder", today).await?.value;
        Ok(PermitFilter { endorse_by: Some(today + Days::new(u64::from(days))), ..PermitFilter::default() })
    }

    /// One permit; noted in the trail.
    pub async fn residence_permit(&self, id: ResidencePermitId) -> Result<ResidencePermit> {
        self.may(Domain::Permits, Action::List)?;
        let row = self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?;
        self.note(
            self.precinct(),
            Entry::new("residencePermit", Domain::Permits.as_str()).on("residence_permit", id).rows(1),
        );
        row.try_into()
    }

    /// The permits of these persons that are not cancelled, at most one each; noted in the trail.
    pub async fn live_permits_of(&self, persons: &[PersonId]) -> Result<Vec<ResidencePermit>> {
        self.may(Domain::Permits, Action::List)?;
        let rows = self.rows::<row::Entity>().filter(among(row::Column::PersonId, persons));
        let rows = rows.filter(row::Column::State.ne(PermitState::Cancelled.as_str())).list(MOST).await?;
        self.shown_permits("residencePermitsOf", rows)
    }

    /// All that happened to these permits, the first first.
    pub async fn permit_events(&self, permits: &[ResidencePermitId]) -> Result<Vec<PermitEvent>> {
        self.may(Domain::Permits, Action::List)?;
        let rows = self.rows::<event_row::Entity>().filter(among(event_row::Column::PermitId, permits));
        let rows = rows.ascending(event_row::Column::PermitId).ascending(event_row::Column::Version);
        rows.list(MOST).await?.into_iter().map(PermitEvent::try_from).collect()
    }

    fn listed_permits(&self, filter: &PermitFilter) -> Rows<'_, row::Entity, Precinct> {
        use row::Column as C;
        let rows = self
            .rows::<row::Entity>()
            .filter_some(filter.beat, |id| C::BeatId.eq(id))
            .filter_some(filter.state, |state| C::State.eq(state.as_str()))
            .filter_some(filter.endorse_by, |day| C::EndorseBy.lte(day))
            .filter_some(filter.endorse_by, |_| C::State.eq(PermitState::Valid.as_str()))
            .filter_some(filter.due_before, |day| C::DueOn.lt(day))
            .filter_some(filter.due_before, |_| C::State.eq(PermitState::Accepted.as_str()));
        match self.member().role.reach() {
            roles::Reach::Precinct => rows,
            roles::Reach::OwnBeats => rows.filter(among(C::BeatId, &self.member().beats)),
        }
    }

    fn shown_permits(&self, function: &'static str, rows: Vec<row::Model>) -> Result<Vec<ResidencePermit>> {
        let permits: Vec<ResidencePermit> = rows.into_iter().map(ResidencePermit::try_from).collect::<Result<_>>()?;
        let persons = permits.iter().map(|permit| permit.person.0).collect();
        self.note(self.precinct(), Entry::new(function, Domain::Permits.as_str()).showing(persons));
        Ok(permits)
    }
}

owned!(row, ResidencePermitId);
owned!(event_row, PermitEventId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "residence_permit")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub person_id: Uuid,
        pub dwelling_id: Uuid,
        pub community_id: Uuid,
        pub beat_id: Option<Uuid>,
        pub city: String,
        pub ground: String,
        pub state: String,
        pub applied_by: String,
        pub applicant_id: Option<Uuid>,
        pub resident_since: Date,
        pub applied_on: Date,
        pub accepted_on: Option<Date>,
        pub due_on: Option<Date>,
        pub extended: bool,
        pub issued_on: Option<Date>,
        pub counted_from: Option<Date>,
        pub endorsements: i32,
        pub endorse_by: Option<Date>,
        pub reminded_for: Option<Date>,
        pub suspended_on: Option<Date>,
        pub cancelled_on: Option<Date>,
        pub cancel_reason: Option<String>,
        pub version: i32,
        pub recorded_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod event_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "permit_event")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub permit_id: Uuid,
        pub step: String,
        pub state: String,
        pub version: i32,
        pub on_day: Date,
        pub dwelling_id: Option<Uuid>,
        pub ground: Option<String>,
        pub reason: Option<String>,
        pub account_id: Option<Uuid>,
        pub account_name: String,
        pub account_role: String,
        pub recorded_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
