//! Temporary registrations (暂住登记): who of another city stays where, from when to when (§2.10).
//!
//! Whoever stays and is registered in another city is registered on the spot and given a voucher; that none is needed, or that a
//! kind of lodging is exempt, is a decision of its own (`need.rs`). An ended stay is kept.

mod need;
mod newcomer;
mod register;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ColumnTrait;

use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::{BeatId, CommunityId, DwellingId, PersonId, PrecinctId, StayDecisionId, StayId};
use crate::page::{Page, Paging, among};
use crate::roles::{self, Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};
use crate::words::words;

pub use need::{StayDecision, StayExemption, StayGround, StayOutcome};
pub use newcomer::{Newcomer, Stayer};
pub(crate) use register::end_in;
pub use register::{NewStay, StayTaken};

/// The most stays that objects lead to at once.
const MOST: u64 = 2_000;

words! {
    /// Why somebody stays (暂住事由).
    pub enum StayReason {
        /// Work (务工).
        Work = "WORK",
        /// A business of one's own (经商).
        Business = "BUSINESS",
        /// Study (学习).
        Study = "STUDY",
        /// Family (投靠亲属).
        Family = "FAMILY",
        /// Treatment, outside of a hospital (就医).
        Medical = "MEDICAL",
        /// Anything else (其他).
        Other = "OTHER",
    }
}

words! {
    /// Where a stay was registered (受理地点).
    pub enum TakenAt as StayPlace {
        /// At the station (派出所).
        Station = "STATION",
        /// At a community's desk that the station commissioned (社区受理点).
        CommunityDesk = "COMMUNITY_DESK",
    }
}

words! {
    /// Why a stay ended (注销原因).
    pub enum StayEnd {
        /// The person left the city (离开).
        Left = "LEFT",
        /// The person moved to another dwelling (变更住址).
        Moved = "MOVED",
        /// The person was registered in this city (落户, MOV-08).
        Registered = "REGISTERED",
        /// The person died (死亡).
        Died = "DIED",
        /// The time stated was over and nobody extended it (到期).
        Lapsed = "LAPSED",
    }
}

/// One temporary registration.
#[derive(Clone, Debug)]
pub struct Stay {
    /// Its id.
    pub id: StayId,
    /// The precinct that registered it.
    pub precinct: PrecinctId,
    /// The voucher's number, unique in the precinct.
    pub number: String,
    /// Who stays.
    pub person: PersonId,
    /// Where.
    pub dwelling: DwellingId,
    /// The beat of the dwelling.
    pub beat: Option<BeatId>,
    /// Why.
    pub reason: StayReason,
    /// Where it was registered.
    pub taken_at: TakenAt,
    /// First day.
    pub from: NaiveDate,
    /// The last day as stated.
    pub until: NaiveDate,
    /// First day no longer.
    pub ended_on: Option<NaiveDate>,
    /// Why it ended.
    pub end_reason: Option<StayEnd>,
    /// Who registered it.
    pub registered_by: String,
    /// When.
    pub registered_at: DateTime<Utc>,
    /// Counts its changes (REG-19).
    pub version: i32,
}

impl TryFrom<row::Model> for Stay {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: StayId(row.id),
            precinct: PrecinctId(row.precinct_id),
            number: row.number,
            person: PersonId(row.person_id),
            dwelling: DwellingId(row.dwelling_id),
            beat: row.beat_id.map(BeatId),
            reason: row.reason.parse().map_err(Error::internal)?,
            taken_at: row.taken_at.parse().map_err(Error::internal)?,
            from: row.stay_from,
            until: row.stay_until,
            ended_on: row.ended_on,
            end_reason: row.end_reason.map(|word| word.parse().map_err(Error::internal)).transpose()?,
            registered_by: row.registered_by_name,
            registered_at: row.recorded_at,
            version: row.version,
        })
    }
}

/// Which stays a list holds; every part narrows it.
#[derive(Clone, Debug, Default)]
pub struct StayFilter {
    /// Of a beat.
    pub beat: Option<BeatId>,
    /// Of a community.
    pub community: Option<CommunityId>,
    /// Those that last (true) or have ended (false).
    pub open: Option<bool>,
    /// Those that last although the time stated is over by this day.
    pub lapsed_by: Option<NaiveDate>,
}

impl Scope<Precinct> {
    /// A page of stays by number, within the role's reach; noted in the trail.
    pub async fn stays(&self, filter: &StayFilter, paging: &Paging) -> Result<Page<Stay>> {
        self.may(Domain::Stays, Action::List)?;
        let page = self.listed_stays(filter).page(row::Column::Number, paging).await?;
        Ok(Page { items: self.shown_stays("stays", page.items)?, more: page.more })
    }

    /// How many stays a list holds.
    pub async fn count_stays(&self, filter: &StayFilter) -> Result<u64> {
        self.may(Domain::Stays, Action::List)?;
        self.listed_stays(filter).count().await
    }

    /// One stay; noted in the trail.
    pub async fn stay(&self, id: StayId) -> Result<Stay> {
        self.may(Domain::Stays, Action::List)?;
        let row = self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?;
        self.note(self.precinct(), Entry::new("stay", Domain::Stays.as_str()).on("stay", id).rows(1));
        row.try_into()
    }

    /// Stays by id, in no order, for objects that lead to them; noted in the trail.
    pub async fn stays_by_id(&self, ids: &[StayId]) -> Result<Vec<Stay>> {
        self.may(Domain::Stays, Action::List)?;
        let rows = self.rows::<row::Entity>().filter(among(row::Column::Id, ids)).list(ids.len() as u64).await?;
        self.shown_stays("staysById", rows)
    }

    /// The stays of these persons that last, at most one each; noted in the trail.
    pub async fn open_stays_of(&self, persons: &[PersonId]) -> Result<Vec<Stay>> {
        self.may(Domain::Stays, Action::List)?;
        let rows = self.rows::<row::Entity>().filter(among(row::Column::PersonId, persons));
        let rows = rows.filter(row::Column::EndedOn.is_null()).list(MOST).await?;
        self.shown_stays("staysOf", rows)
    }

    /// The filter of a list, within the beats of a role that sees only its own.
    fn listed_stays(&self, filter: &StayFilter) -> Rows<'_, row::Entity, Precinct> {
        use row::Column as C;
        let rows = self
            .rows::<row::Entity>()
            .filter_some(filter.beat, |id| C::BeatId.eq(id))
            .filter_some(filter.community, |id| C::CommunityId.eq(id))
            .filter_some(filter.open, |open| if open { C::EndedOn.is_null() } else { C::EndedOn.is_not_null() })
            .filter_some(filter.lapsed_by, |day| C::StayUntil.lt(day))
            .filter_some(filter.lapsed_by, |_| C::EndedOn.is_null());
        match self.member().role.reach() {
            roles::Reach::Precinct => rows,
            roles::Reach::OwnBeats => rows.filter(among(C::BeatId, &self.member().beats)),
        }
    }

    fn shown_stays(&self, function: &'static str, rows: Vec<row::Model>) -> Result<Vec<Stay>> {
        let stays: Vec<Stay> = rows.into_iter().map(Stay::try_from).collect::<Result<_>>()?;
        let persons = stays.iter().map(|stay| stay.person.0).collect();
        self.note(self.precinct(), Entry::new(function, Domain::Stays.as_str()).showing(persons));
        Ok(stays)
    }

    /// Refuses a change at a door of another beat to whoever keeps his own beats only.
    pub(crate) fn keeps(&self, beat: Option<BeatId>) -> Result<()> {
        if self.assigned(beat) { Ok(()) } else { Err(Error::Denied) }
    }
}

owned!(row, StayId);
owned!(decision_row, StayDecisionId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "stay")]
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
        pub reason: String,
        pub taken_at: String,
        pub stay_from: Date,
        pub ended_on: Option<Date>,
        pub stay_until: Date,
        pub end_reason: Option<String>,
        pub registered_by: Option<Uuid>,
        pub registered_by_name: String,
        pub version: i32,
        pub recorded_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod decision_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "stay_decision")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub person_id: Uuid,
        pub dwelling_id: Uuid,
        pub outcome: String,
        pub ground: String,
        pub stay_id: Option<Uuid>,
        pub decided_on: Date,
        pub decided_by: Option<Uuid>,
        pub decided_by_name: String,
        pub recorded_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
