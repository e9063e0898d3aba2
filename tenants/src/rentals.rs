//! Rentals (出租房屋): dwellings let to somebody, their landlords, who stays in them, and what checks of the building found (§2.11).

mod checks;
mod filing;
mod tasks;
mod tenancies;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ColumnTrait;

use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::{BeatId, CommunityId, DwellingId, PersonId, PrecinctId, RentalId, RentalTenantId};
use crate::page::{Page, Paging, among};
use crate::roles::{self, Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};
use crate::words::words;

pub use checks::{BuildingPart, CheckOutcome, NewCheck, NewDefect, RentalCheck, RentalDefect};
pub use filing::{NewAgent, NewRental, RentalFiling, TitlePaper};
pub use tasks::{RentalTask, RentalTaskKind, TaskFilter};
pub use tenancies::{NewTenant, Tenancy, TenantReport, WhoStays};

/// The most rentals, and the most stays, that objects lead to at once.
const MOST: u64 = 2_000;

words! {
    /// Who lets.
    pub enum LandlordKind {
        /// A person (个人).
        Person = "PERSON",
        /// A company (单位).
        Company = "COMPANY",
    }
}

words! {
    /// How a dwelling is let.
    pub enum LettingKind {
        /// To one household (整租).
        Whole = "WHOLE",
        /// Room by room (合租).
        Shared = "SHARED",
        /// Bed by bed (群租宿舍).
        Dormitory = "DORMITORY",
        /// By the day or week (短租).
        ShortStay = "SHORT_STAY",
    }
}

words! {
    /// Where a rental is in its life.
    pub enum RentalState {
        /// Registered, nobody in it yet (已登记).
        Registered = "REGISTERED",
        /// Let (在租).
        Active = "ACTIVE",
        /// Empty for now (空置).
        Vacant = "VACANT",
        /// No longer let (已注销).
        Deregistered = "DEREGISTERED",
    }
}

/// What happens to a rental.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RentalStep {
    /// Somebody moves in.
    Let,
    /// The last one has moved out.
    Empty,
    /// It is let no longer, for good.
    Deregister,
}

impl RentalState {
    /// The state after a step; none where the step is not to be taken (§2.11).
    pub const fn after(self, step: RentalStep) -> Option<Self> {
        Some(match (self, step) {
            (Self::Registered | Self::Active | Self::Vacant, RentalStep::Let) => Self::Active,
            (Self::Active, RentalStep::Empty) => Self::Vacant,
            (Self::Registered | Self::Active | Self::Vacant, RentalStep::Deregister) => Self::Deregistered,
            _ => return None,
        })
    }
}

/// One rental.
#[derive(Clone, Debug)]
pub struct Rental {
    /// Its id.
    pub id: RentalId,
    /// The precinct it is registered in.
    pub precinct: PrecinctId,
    /// Its registration number, unique in the precinct.
    pub number: String,
    /// The dwelling that is let.
    pub dwelling: DwellingId,
    /// The community of the dwelling.
    pub community: CommunityId,
    /// The beat of the dwelling.
    pub beat: Option<BeatId>,
    /// Who lets.
    pub landlord_kind: LandlordKind,
    /// The landlord: a person's name masked, a company's as it is (§5.2).
    pub landlord_name: String,
    /// The landlord's telephone number, masked.
    pub landlord_phone: Option<String>,
    /// How it is let.
    pub letting_kind: LettingKind,
    /// Where it is in its life.
    pub state: RentalState,
    /// First day of the lease.
    pub lease_from: Option<NaiveDate>,
    /// Last day of the lease.
    pub lease_to: Option<NaiveDate>,
    /// The day it was last inspected.
    pub last_checked_on: Option<NaiveDate>,
    /// Counts its changes (REG-19).
    pub version: i32,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl TryFrom<row::Model> for Rental {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: RentalId(row.id),
            precinct: PrecinctId(row.precinct_id),
            number: row.number,
            dwelling: DwellingId(row.dwelling_id),
            community: CommunityId(row.community_id),
            beat: row.beat_id.map(BeatId),
            landlord_kind: row.landlord_kind.parse().map_err(Error::internal)?,
            landlord_name: row.landlord_name_masked,
            landlord_phone: row.landlord_phone_masked,
            letting_kind: row.letting_kind.parse().map_err(Error::internal)?,
            state: row.state.parse().map_err(Error::internal)?,
            lease_from: row.lease_from,
            lease_to: row.lease_to,
            last_checked_on: row.last_checked_on,
            version: row.version,
            updated_at: row.updated_at,
        })
    }
}

/// One person's stay in a rental.
#[derive(Clone, Debug)]
pub struct RentalTenant {
    /// Its id.
    pub id: RentalTenantId,
    /// The rental.
    pub rental: RentalId,
    /// Who stays.
    pub person: PersonId,
    /// First day.
    pub stay_from: NaiveDate,
    /// First day no longer.
    pub stay_to: Option<NaiveDate>,
}

/// Which rentals a list holds; every part narrows it.
#[derive(Clone, Debug, Default)]
pub struct RentalFilter {
    /// Of a beat.
    pub beat: Option<BeatId>,
    /// Of a community.
    pub community: Option<CommunityId>,
    /// In a state.
    pub state: Option<RentalState>,
    /// Let in a way.
    pub letting_kind: Option<LettingKind>,
}

impl Scope<Precinct> {
    /// A page of rentals by number, within the role's reach; noted in the trail.
    pub async fn rentals(&self, filter: &RentalFilter, paging: &Paging) -> Result<Page<Rental>> {
        self.may(Domain::Rentals, Action::List)?;
        let page = self.listed_rentals(filter).page(row::Column::Number, paging).await?;
        Ok(Page { items: self.shown_rentals("rentals", page.items)?, more: page.more })
    }

    /// How many rentals a list holds.
    pub async fn count_rentals(&self, filter: &RentalFilter) -> Result<u64> {
        self.may(Domain::Rentals, Action::List)?;
        self.listed_rentals(filter).count().await
    }

    /// One rental; noted in the trail.
    pub async fn rental(&self, id: RentalId) -> Result<Rental> {
        self.may(Domain::Rentals, Action::List)?;
        let row = self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?;
        let rental = Rental::try_from(row)?;
        self.note(self.precinct(), Entry::new("rental", Domain::Rentals.as_str()).on("rental", id).rows(1));
        Ok(rental)
    }

    /// Rentals by id, in no order, for objects that lead to them; noted in the trail.
    pub async fn rentals_by_id(&self, ids: &[RentalId]) -> Result<Vec<Rental>> {
        self.may(Domain::Rentals, Action::List)?;
        let rows = self.rows::<row::Entity>().filter(among(row::Column::Id, ids)).list(ids.len() as u64).await?;
        self.shown_rentals("rentalsById", rows)
    }

    /// The rentals of these dwellings, by number; noted in the trail.
    pub async fn rentals_at(&self, dwellings: &[DwellingId]) -> Result<Vec<Rental>> {
        self.may(Domain::Rentals, Action::List)?;
        let rows =
            self.rows::<row::Entity>().filter(among(row::Column::DwellingId, dwellings)).ascending(row::Column::Number);
        self.shown_rentals("rentalsAt", rows.list(MOST).await?)
    }

    /// Everybody who stays or stayed in these rentals, the latest first. Showing the persons is `persons_by_id`'s to count.
    pub async fn rental_tenants(&self, rentals: &[RentalId]) -> Result<Vec<RentalTenant>> {
        self.may(Domain::Rentals, Action::List)?;
        let rows = self.rows::<tenant_row::Entity>().filter(among(tenant_row::Column::RentalId, rentals));
        let rows = rows.descending(tenant_row::Column::StayFrom).ascending(tenant_row::Column::Id).list(MOST).await?;
        Ok(rows.into_iter().map(RentalTenant::from).collect())
    }

    /// The filter of a list, within the beats of a role that sees only its own.
    fn listed_rentals(&self, filter: &RentalFilter) -> Rows<'_, row::Entity, Precinct> {
        use row::Column as C;
        let rows = self
            .rows::<row::Entity>()
            .filter_some(filter.beat, |id| C::BeatId.eq(id))
            .filter_some(filter.community, |id| C::CommunityId.eq(id))
            .filter_some(filter.state, |state| C::State.eq(state.as_str()))
            .filter_some(filter.letting_kind, |kind| C::LettingKind.eq(kind.as_str()));
        match self.member().role.reach() {
            roles::Reach::Precinct => rows,
            roles::Reach::OwnBeats => rows.filter(among(C::BeatId, &self.member().beats)),
        }
    }

    fn shown_rentals(&self, function: &'static str, rows: Vec<row::Model>) -> Result<Vec<Rental>> {
        let rentals: Vec<Rental> = rows.into_iter().map(Rental::try_from).collect::<Result<_>>()?;
        self.note(self.precinct(), Entry::new(function, Domain::Rentals.as_str()).rows(rentals.len()));
        Ok(rentals)
    }
}

impl From<tenant_row::Model> for RentalTenant {
    fn from(row: tenant_row::Model) -> Self {
        Self {
            id: RentalTenantId(row.id),
            rental: RentalId(row.rental_id),
            person: PersonId(row.person_id),
            stay_from: row.stay_from,
            stay_to: row.stay_to,
        }
    }
}

owned!(row, RentalId);
owned!(tenant_row, RentalTenantId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "rental")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub dwelling_id: Uuid,
        pub community_id: Uuid,
        pub beat_id: Option<Uuid>,
        pub landlord_kind: String,
        pub landlord_name: String,
        pub landlord_name_masked: String,
        pub landlord_phone_sealed: Option<Vec<u8>>,
        pub landlord_phone_masked: Option<String>,
        pub letting_kind: String,
        pub state: String,
        pub lease_from: Option<Date>,
        pub lease_to: Option<Date>,
        pub last_checked_on: Option<Date>,
        pub version: i32,
        pub recorded_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod tenant_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "rental_tenant")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub rental_id: Uuid,
        pub person_id: Uuid,
        pub stay_from: Date,
        pub stay_to: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domain_2_11_a_rental_is_let_emptied_and_in_the_end_deregistered() {
        let steps = [RentalStep::Let, RentalStep::Empty, RentalStep::Deregister];
        let after = |state: RentalState| steps.map(|step| state.after(step).map(RentalState::as_str));
        assert_eq!(after(RentalState::Registered), [Some("ACTIVE"), None, Some("DEREGISTERED")]);
        assert_eq!(after(RentalState::Active), [Some("ACTIVE"), Some("VACANT"), Some("DEREGISTERED")]);
        assert_eq!(after(RentalState::Vacant), [Some("ACTIVE"), None, Some("DEREGISTERED")]);
        assert_eq!(after(RentalState::Deregistered), [None, None, None]);
    }
}
