//! Standard addresses (标准地址): estates, zones, buildings and sites, each with the time it was valid.

use chrono::NaiveDate;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Condition, ExprTrait, SimpleExpr};

use crate::error::{Error, Result};
use crate::households::after_prefix;
use crate::ids::{AddressId, CommunityId, PrecinctId};
use crate::names::place_key;
use crate::page::{Page, Paging, among};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};
use crate::words::words;

words! {
    /// What an address names.
    pub enum AddressKind {
        /// A residential estate or compound (小区).
        Estate = "ESTATE",
        /// A part of an estate (片区).
        Zone = "ZONE",
        /// A building (楼栋).
        Building = "BUILDING",
        /// A place without dwellings: a market, a school, a square (场所).
        Site = "SITE",
    }
}

/// One node of the address tree.
#[derive(Clone, Debug)]
pub struct Address {
    /// Its id.
    pub id: AddressId,
    /// The precinct it lies in.
    pub precinct: PrecinctId,
    /// The community it lies in.
    pub community: CommunityId,
    /// What it is part of.
    pub parent: Option<AddressId>,
    /// What it names.
    pub kind: AddressKind,
    /// Its own name, such as the building's number.
    pub name: String,
    /// Its name from the street down, by which lists are sorted.
    pub full_name: String,
    /// First day.
    pub valid_from: NaiveDate,
    /// First day no longer.
    pub valid_to: Option<NaiveDate>,
}

impl TryFrom<row::Model> for Address {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: AddressId(row.id),
            precinct: PrecinctId(row.precinct_id),
            community: CommunityId(row.community_id),
            parent: row.parent_id.map(AddressId),
            kind: row.kind.parse().map_err(Error::internal)?,
            name: row.name,
            full_name: row.full_name,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
        })
    }
}

/// Which buildings a list holds; every part narrows it.
#[derive(Clone, Debug, Default)]
pub struct BuildingFilter {
    /// Of a community.
    pub community: Option<CommunityId>,
    /// Whose full name begins so, in characters or in pinyin without spaces.
    pub search: Option<String>,
}

impl Scope<Precinct> {
    /// A page of buildings in force, by full name.
    pub async fn buildings(&self, filter: &BuildingFilter, paging: &Paging) -> Result<Page<Address>> {
        let page = self.listed_buildings(filter)?.page(row::Column::FullName, paging).await?;
        let items = page.items.into_iter().map(Address::try_from).collect::<Result<_>>()?;
        Ok(Page { items, more: page.more })
    }

    /// How many buildings a list holds.
    pub async fn count_buildings(&self, filter: &BuildingFilter) -> Result<u64> {
        self.listed_buildings(filter)?.count().await
    }

    /// One address of any kind, in force or not.
    pub async fn address(&self, id: AddressId) -> Result<Address> {
        self.may(Domain::Places, Action::List)?;
        self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?.try_into()
    }

    /// Addresses by id, in no order, for objects that lead to them.
    pub async fn addresses_by_id(&self, ids: &[AddressId]) -> Result<Vec<Address>> {
        let rows = self.rows::<row::Entity>().filter(among(row::Column::Id, ids)).list(ids.len() as u64).await?;
        rows.into_iter().map(Address::try_from).collect()
    }

    fn listed_buildings(&self, filter: &BuildingFilter) -> Result<Rows<'_, row::Entity, Precinct>> {
        self.may(Domain::Places, Action::List)?;
        let search = filter.search.as_deref().map(str::trim).filter(|text| !text.is_empty());
        if search.is_some() {
            self.may(Domain::Places, Action::Search)?;
        }
        let today = self.store().clock().today();
        let rows = self
            .rows::<row::Entity>()
            .filter(row::Column::Kind.eq(AddressKind::Building.as_str()))
            .filter(in_force(row::Column::ValidFrom, row::Column::ValidTo, today));
        Ok(rows
            .filter_some(filter.community, |id| row::Column::CommunityId.eq(id))
            .filter_some(search, |text| begins(row::Column::FullName, row::Column::FullKey, text)))
    }
}

/// Places whose name begins with a text: in characters by the name itself, in letters by its pinyin. Ranges, not LIKE,
/// because row-level security keeps LIKE from using an index.
pub(crate) fn begins<C: ColumnTrait>(name: C, key: C, text: &str) -> SimpleExpr {
    let (column, prefix) = if text.is_ascii() { (key, place_key(text)) } else { (name, text.to_owned()) };
    column.gte(prefix.as_str()).and(column.lt(after_prefix(&prefix)))
}

/// Places that are there on a day: the end of a period is its first day no longer.
pub(crate) fn in_force<C: ColumnTrait>(from: C, to: C, day: NaiveDate) -> Condition {
    let open = Condition::any().add(to.is_null()).add(to.gt(day));
    Condition::all().add(from.lte(day)).add(open)
}

owned!(row, AddressId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "address")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub community_id: Uuid,
        pub parent_id: Option<Uuid>,
        pub area_id: Option<Uuid>,
        pub kind: String,
        pub name: String,
        pub full_name: String,
        pub full_key: String,
        pub ordinal: i32,
        pub valid_from: Date,
        pub valid_to: Option<Date>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
