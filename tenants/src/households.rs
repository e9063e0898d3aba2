//! Households (户): legal registration units, which are neither families nor dwellings (§2.3).

mod joined;
mod moment;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ColumnTrait;
use sea_orm::sea_query::ExprTrait;

use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::{ActId, AddressId, BeatId, CommunityId, DwellingId, HouseholdAddressId, HouseholdId, PrecinctId};
use crate::memberships::{Moment, held};
use crate::page::{Page, Paging, among};
use crate::roles::{self, Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};
use crate::words::words;

pub use joined::{Depth, Joined};

words! {
    /// What kind of household it is (§2.3).
    pub enum HouseholdKind {
        /// Close relatives living together (家庭户).
        Family = "FAMILY",
        /// Staff or students of a unit, enterprise or school (集体户).
        Collective = "COLLECTIVE",
        /// People with no dwelling to register in, named by the community (公共集体户).
        PublicCollective = "PUBLIC_COLLECTIVE",
    }
}

words! {
    /// Where a household is in its life (§2.3).
    pub enum HouseholdState {
        /// Has members and one head (REG-03).
        Active = "ACTIVE",
        /// Ended; never reopens, its number is never used again (REG-07).
        Closed = "CLOSED",
    }
}

/// One household as it stands.
#[derive(Clone, Debug)]
pub struct Household {
    /// Its id.
    pub id: HouseholdId,
    /// The precinct that registers it.
    pub precinct: PrecinctId,
    /// The household number, unique in the precinct (户号).
    pub number: String,
    /// What kind it is.
    pub kind: HouseholdKind,
    /// Where it is in its life.
    pub state: HouseholdState,
    /// The dwelling it is registered at.
    pub dwelling: DwellingId,
    /// The building of the dwelling.
    pub building: AddressId,
    /// The community of the dwelling.
    pub community: CommunityId,
    /// The beat of the dwelling.
    pub beat: Option<BeatId>,
    /// The head's name, masked.
    pub head_name: String,
    /// Members with an open membership.
    pub member_count: i32,
    /// The day it was established.
    pub established_on: NaiveDate,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Counts its changes (REG-19).
    pub version: i32,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
}

impl TryFrom<row::Model> for Household {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: HouseholdId(row.id),
            precinct: PrecinctId(row.precinct_id),
            kind: row.kind.parse().map_err(Error::internal)?,
            state: row.state.parse().map_err(Error::internal)?,
            number: row.number,
            dwelling: DwellingId(row.dwelling_id),
            building: AddressId(row.building_id),
            community: CommunityId(row.community_id),
            beat: row.beat_id.map(BeatId),
            head_name: row.head_name_masked,
            member_count: row.member_count,
            established_on: row.established_on,
            closed_on: row.closed_on,
            version: row.version,
            updated_at: row.updated_at,
        })
    }
}

/// Which households a list holds; every part narrows it.
#[derive(Clone, Debug, Default)]
pub struct HouseholdFilter {
    /// Of a beat.
    pub beat: Option<BeatId>,
    /// Of a community.
    pub community: Option<CommunityId>,
    /// Of a building.
    pub building: Option<AddressId>,
    /// Whose number begins so.
    pub number_prefix: Option<String>,
    /// Of a kind.
    pub kind: Option<HouseholdKind>,
    /// In a state.
    pub state: Option<HouseholdState>,
}

/// One interval of a household's registered address (REG-10, REG-13).
#[derive(Clone, Debug)]
pub struct HouseholdAddress {
    /// The household.
    pub household: HouseholdId,
    /// The dwelling.
    pub dwelling: DwellingId,
    /// First day in law.
    pub effective_from: NaiveDate,
    /// First day no longer in law.
    pub effective_to: Option<NaiveDate>,
    /// When the system learned it.
    pub recorded_at: DateTime<Utc>,
    /// The act it came from.
    pub act: ActId,
}

impl Scope<Precinct> {
    /// A page of households by number, within the role's reach; noted in the trail.
    pub async fn households(&self, filter: &HouseholdFilter, paging: &Paging) -> Result<Page<Household>> {
        self.may(Domain::Households, Action::List)?;
        let page = self.listed(filter).page(row::Column::Number, paging).await?;
        let items: Vec<Household> = page.items.into_iter().map(Household::try_from).collect::<Result<_>>()?;
        self.note_households(&items);
        Ok(Page { items, more: page.more })
    }

    /// How many households a list holds.
    pub async fn count_households(&self, filter: &HouseholdFilter) -> Result<u64> {
        self.may(Domain::Households, Action::List)?;
        self.listed(filter).count().await
    }

    /// The household with this number or id.
    pub async fn household(&self, find: &FindHousehold) -> Result<Household> {
        self.may(Domain::Households, Action::List)?;
        let rows = self.rows::<row::Entity>();
        let found = match find {
            FindHousehold::Id(id) => rows.get(*id).await?,
            FindHousehold::Number(number) => rows.filter(row::Column::Number.eq(number)).one().await?,
        };
        let household = Household::try_from(found.ok_or(Error::NotFound)?)?;
        self.note(
            self.precinct(),
            Entry::new("household", Domain::Households.as_str())
                .on("household", household.id)
                .showing(vec![household.id.0]),
        );
        Ok(household)
    }

    /// Households by id, in no order, for objects that lead to them.
    pub async fn households_by_id(&self, ids: &[HouseholdId]) -> Result<Vec<Household>> {
        self.may(Domain::Households, Action::List).or_else(|_| self.may(Domain::Households, Action::Search))?;
        let rows = self.rows::<row::Entity>().filter(among(row::Column::Id, ids));
        rows.list(ids.len() as u64).await?.into_iter().map(Household::try_from).collect()
    }

    /// Active households registered at these dwellings; more than one each is lawful (§2.3).
    pub async fn households_at(&self, dwellings: &[DwellingId]) -> Result<Vec<Household>> {
        self.may(Domain::Households, Action::List)?;
        let rows =
            self.rows::<row::Entity>().filter(among(row::Column::DwellingId, dwellings)).ascending(row::Column::Number);
        let found: Vec<Household> =
            rows.list(1_000).await?.into_iter().map(Household::try_from).collect::<Result<_>>()?;
        self.note_households(&found);
        Ok(found)
    }

    /// Every registered address these households had, the latest first.
    pub async fn addresses_of(
        &self,
        households: &[HouseholdId],
        moment: Option<Moment>,
    ) -> Result<Vec<HouseholdAddress>> {
        use address_row::Column as C;
        let rows = self.rows::<address_row::Entity>().filter(among(C::HouseholdId, households));
        let axes = |moment| {
            held(
                C::EffectiveFrom.into_expr(),
                C::EffectiveTo.into_expr(),
                C::RecordedAt.into_expr(),
                C::SupersededAt.into_expr(),
                moment,
            )
        };
        let rows = match moment {
            Some(moment) => rows.filter(axes(moment)),
            None => rows,
        };
        Ok(rows.descending(C::EffectiveFrom).list(1_000).await?.into_iter().map(HouseholdAddress::from).collect())
    }

    /// The filter of a list, within the beats of a role that sees only its own.
    fn listed(&self, filter: &HouseholdFilter) -> Rows<'_, row::Entity, Precinct> {
        use row::Column as C;
        let rows = self
            .rows::<row::Entity>()
            .filter_some(filter.beat, |id| C::BeatId.eq(id))
            .filter_some(filter.community, |id| C::CommunityId.eq(id))
            .filter_some(filter.building, |id| C::BuildingId.eq(id))
            .filter_some(filter.number_prefix.as_deref(), |prefix| {
                C::Number.gte(prefix).and(C::Number.lt(after_prefix(prefix)))
            })
            .filter_some(filter.kind, |kind| C::Kind.eq(kind.as_str()))
            .filter_some(filter.state, |state| C::State.eq(state.as_str()));
        match self.member().role.reach() {
            roles::Reach::Precinct => rows,
            roles::Reach::OwnBeats => rows.filter(among(C::BeatId, &self.member().beats)),
        }
    }

    pub(crate) fn note_households(&self, households: &[Household]) {
        let subjects = households.iter().map(|household| household.id.0).collect();
        self.note(self.precinct(), Entry::new("households", Domain::Households.as_str()).showing(subjects));
    }

    /// Whether a household's record is assigned to the asker, so that its address is shown in full (§5.2).
    ///
    /// Nothing is assigned to a machine, nor to somebody of the district's office or of another station.
    pub fn assigned(&self, beat: Option<BeatId>) -> bool {
        let member = self.member();
        if member.precinct != self.precinct() || member.role.is_machine() {
            return false;
        }
        match member.role.reach() {
            roles::Reach::Precinct => true,
            roles::Reach::OwnBeats => beat.is_some_and(|beat| member.beats.contains(&beat)),
        }
    }
}

/// How a household is asked for.
#[derive(Clone, Debug)]
pub enum FindHousehold {
    /// By id.
    Id(HouseholdId),
    /// By its number.
    Number(String),
}

/// The least text after every text that begins with `prefix`: its last character moved one on, which holds in any
/// collation for the digits and small letters that our sort columns are made of.
pub(crate) fn after_prefix(prefix: &str) -> String {
    let mut chars: Vec<char> = prefix.chars().collect();
    if let Some(last) = chars.last_mut() {
        *last = char::from_u32(*last as u32 + 1).unwrap_or(char::MAX);
    }
    chars.into_iter().collect()
}

impl From<address_row::Model> for HouseholdAddress {
    fn from(row: address_row::Model) -> Self {
        Self {
            household: HouseholdId(row.household_id),
            dwelling: DwellingId(row.dwelling_id),
            effective_from: row.effective_from,
            effective_to: row.effective_to,
            recorded_at: row.recorded_at,
            act: ActId(row.act_id),
        }
    }
}

owned!(row, HouseholdId);
owned!(address_row, HouseholdAddressId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "household")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub kind: String,
        pub state: String,
        pub dwelling_id: Uuid,
        pub building_id: Uuid,
        pub community_id: Uuid,
        pub beat_id: Option<Uuid>,
        pub head_name_masked: String,
        pub member_count: i32,
        pub established_on: Date,
        pub closed_on: Option<Date>,
        pub act_id: Uuid,
        pub version: i32,
        pub recorded_at: DateTimeUtc,
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod address_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "household_address")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub household_id: Uuid,
        pub dwelling_id: Uuid,
        pub effective_from: Date,
        pub effective_to: Option<Date>,
        pub recorded_at: DateTimeUtc,
        pub superseded_at: Option<DateTimeUtc>,
        pub act_id: Uuid,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
