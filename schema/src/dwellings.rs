//! Dwellings (住房) as GraphQL objects. The door is a C2 value: it is shown where the record is assigned to the asker (§5.2).

use async_graphql::{Context, ID, Object, Result};
use futures_util::future::BoxFuture;
use tenants::dwellings::{self as rows, DwellingFilter, DwellingUsage};
use tenants::ids::{DwellingId, PrecinctId};
use tenants::roles::{Action, Domain};

use crate::addresses::{self, Address};
use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::households::Household;
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::rentals::Rental;
use crate::words::Word;

/// What stands for a door that is not shown.
const HIDDEN: &str = "***";

/// A dwelling.
pub struct Dwelling(pub rows::Dwelling);

// The cursor holds the id alone: whoever may not see a door must not read it out of a cursor.
listed!(Dwelling, rows::Dwelling, "DwellingConnection", "DwellingEdge", |row| ("", row.id));

/// A dwelling (住房): one flat or room, which is neither a household nor a family (§2.3). Permission: PLACES SEARCH, or that
/// of the object that leads to it. Cost: 1.
#[Object]
impl Dwelling {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Dwelling, self.0.precinct, self.0.id)
    }

    /// The entrance, empty where the building has one (单元): *** where the record is not assigned to the asker.
    async fn unit(&self, ctx: &Context<'_>) -> Result<&str> {
        Ok(if self.shown(ctx)? { &self.0.unit } else { HIDDEN })
    }

    /// The room's number (房号): *** where the record is not assigned to the asker.
    async fn room(&self, ctx: &Context<'_>) -> Result<&str> {
        Ok(if self.shown(ctx)? { &self.0.room } else { HIDDEN })
    }

    /// The whole address (地址): in full where the record is assigned to the asker, else down to the estate.
    async fn label(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(if self.shown(ctx)? { self.0.label.clone() } else { tenants::masking::address(&self.0.label) })
    }

    /// What it is used for (用途).
    async fn usage(&self) -> Word<DwellingUsage> {
        Word(self.0.usage)
    }

    /// The building it is part of (楼栋).
    async fn building(&self, ctx: &Context<'_>) -> Result<Address> {
        addresses::address(ctx, self.0.precinct, self.0.building).await
    }

    /// First day in force (启用日期).
    async fn valid_from(&self) -> Date {
        Date(self.0.valid_from)
    }

    /// First day no longer in force; none while it is (停用日期).
    async fn valid_to(&self) -> Option<Date> {
        self.0.valid_to.map(Date)
    }

    /// Active households registered here; more than one is lawful (户). Permission: HOUSEHOLDS LIST. Cost: 1 each.
    async fn households(&self, ctx: &Context<'_>) -> Result<Vec<Household>> {
        let households = ctx.at(self.0.precinct)?.load.households_at.load(self.0.id).await.found(ctx)?;
        Ok(households.into_iter().map(Household).collect())
    }

    /// Its rentals, by number (出租房屋). Permission: RENTALS LIST. Cost: 1 each.
    async fn rentals(&self, ctx: &Context<'_>) -> Result<Vec<Rental>> {
        let rentals = ctx.at(self.0.precinct)?.load.rentals_at.load(self.0.id).await.found(ctx)?;
        Ok(rentals.into_iter().map(Rental).collect())
    }
}

impl Dwelling {
    fn shown(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(ctx.at(self.0.precinct)?.scope.assigned(self.0.beat))
    }
}

/// A page of a precinct's dwellings, of one building or beginning with a text.
pub(crate) async fn dwellings(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    building_id: Option<ID>,
    search: Option<String>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Dwelling>> {
    let list = List { name: "dwellings", owner: precinct.0 };
    let mut paging = paging(ctx, list, first, after.as_deref())?;
    if let Some(key) = &mut paging.after {
        key.sort = ctx.at(precinct)?.load.dwellings.load(key.id.into()).await.found(ctx)?.label;
    }
    let filter = DwellingFilter {
        building: building_id.map(|id| ctx.row_in(Kind::Address, precinct, &id)).transpose()?,
        search,
    };
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.dwellings(&filter, &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let (scope, filter) = (scope.clone(), filter.clone());
        Box::pin(async move { scope.count_dwellings(&filter).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// A dwelling that a row of the same precinct leads to.
pub(crate) async fn dwelling(ctx: &Context<'_>, precinct: PrecinctId, id: DwellingId) -> Result<Dwelling> {
    ctx.at(precinct)?.load.dwellings.load(id).await.found(ctx).map(Dwelling)
}

/// A dwelling asked for by its public id.
pub(crate) async fn by_id(ctx: &Context<'_>, precinct: PrecinctId, id: &ID) -> Result<Dwelling> {
    let id = ctx.row_in(Kind::Dwelling, precinct, id)?;
    ctx.at(precinct)?.scope.may(Domain::Places, Action::List).told(ctx)?;
    dwelling(ctx, precinct, id).await
}
