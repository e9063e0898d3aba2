//! Dwellings (住房): flats and rooms, which are neither households nor families (§2.3).

use chrono::NaiveDate;
use sea_orm::ColumnTrait;

use crate::addresses::{begins, in_force};
use crate::error::{Error, Result};
use crate::ids::{AddressId, BeatId, CommunityId, DwellingId, PrecinctId};
use crate::page::{Page, Paging, among};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};
use crate::words::words;

words! {
    /// What a dwelling is used for.
    pub enum DwellingUsage {
        /// Living (住宅).
        Residential = "RESIDENTIAL",
        /// Trade (商用).
        Commercial = "COMMERCIAL",
        /// Beds of a unit's staff or students (集体宿舍).
        Dormitory = "DORMITORY",
        /// Rooms of the public (公共用房).
        Public = "PUBLIC",
    }
}

/// One dwelling.
#[derive(Clone, Debug)]
pub struct Dwelling {
    /// Its id.
    pub id: DwellingId,
    /// The precinct it lies in.
    pub precinct: PrecinctId,
    /// The community it lies in.
    pub community: CommunityId,
    /// The beat it lies in.
    pub beat: Option<BeatId>,
    /// The building it is part of.
    pub building: AddressId,
    /// The entrance (单元); empty where a building has one.
    pub unit: String,
    /// The room's number.
    pub room: String,
    /// The whole address down to the door; masked before it is shown to whoever is not assigned the record (§5.2).
    pub label: String,
    /// What it is used for.
    pub usage: DwellingUsage,
    /// First day.
    pub valid_from: NaiveDate,
    /// First day no longer.
    pub valid_to: Option<NaiveDate>,
}

impl TryFrom<row::Model> for Dwelling {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: DwellingId(row.id),
            precinct: PrecinctId(row.precinct_id),
            community: CommunityId(row.community_id),
            beat: row.beat_id.map(BeatId),
            building: AddressId(row.building_id),
            unit: row.unit,
            room: row.room,
            label: row.label,
            usage: row.usage.parse().map_err(Error::internal)?,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
        })
    }
}

/// Which dwellings a list holds; every part narrows it.
#[derive(Clone, Debug, Default)]
pub struct DwellingFilter {
    /// Of a building.
    pub building: Option<AddressId>,
    /// Whose address begins so, in characters or in pinyin without spaces.
    pub search: Option<String>,
}

impl Scope<Precinct> {
    /// A page of dwellings in force, by address. Doors are for whoever may search places: volunteers see none (TEAM-02).
    pub async fn dwellings(&self, filter: &DwellingFilter, paging: &Paging) -> Result<Page<Dwelling>> {
        let page = self.listed_dwellings(filter)?.page(row::Column::Label, paging).await?;
        let items = page.items.into_iter().map(Dwelling::try_from).collect::<Result<_>>()?;
        Ok(Page { items, more: page.more })
    }

    /// How many dwellings a list holds.
    pub async fn count_dwellings(&self, filter: &DwellingFilter) -> Result<u64> {
        self.listed_dwellings(filter)?.count().await
    }

    /// One dwelling, in force or not.
    pub async fn dwelling(&self, id: DwellingId) -> Result<Dwelling> {
        self.may(Domain::Places, Action::Search)?;
        self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?.try_into()
    }

    /// Dwellings by id, in no order, for objects that lead to them.
    pub async fn dwellings_by_id(&self, ids: &[DwellingId]) -> Result<Vec<Dwelling>> {
        let rows = self.rows::<row::Entity>().filter(among(row::Column::Id, ids)).list(ids.len() as u64).await?;
        rows.into_iter().map(Dwelling::try_from).collect()
    }

    fn listed_dwellings(&self, filter: &DwellingFilter) -> Result<Rows<'_, row::Entity, Precinct>> {
        self.may(Domain::Places, Action::Search)?;
        let search = filter.search.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let today = self.store().clock().today();
        let rows = self.rows::<row::Entity>().filter(in_force(row::Column::ValidFrom, row::Column::ValidTo, today));
        Ok(rows
            .filter_some(filter.building, |id| row::Column::BuildingId.eq(id))
            .filter_some(search, |text| begins(row::Column::Label, row::Column::LabelKey, text)))
    }
}

owned!(row, DwellingId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "dwelling")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub community_id: Uuid,
        pub beat_id: Option<Uuid>,
        pub building_id: Uuid,
        pub unit: String,
        pub room: String,
        pub label: String,
        pub label_key: String,
        pub usage: String,
        pub ordinal: i32,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
