//! Addresses (地址) as GraphQL objects: estates, zones, buildings, sites, each with the days it was in force.

use async_graphql::{Context, ID, Object, Result};
use futures_util::future::BoxFuture;
use tenants::addresses::{self as rows, AddressKind, BuildingFilter};
use tenants::ids::{AddressId, CommunityId, PrecinctId};
use tenants::roles::{Action, Domain};

use crate::communities::{self, Community};
use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::words::Word;

/// An address.
pub struct Address(pub rows::Address);

listed!(Address, rows::Address, "AddressConnection", "AddressEdge", |row| (row.full_name, row.id));

/// A node of the address tree (地址): an estate, a zone, a building or a site; doors are dwellings.
/// Permission: PLACES LIST. Cost: 1.
#[Object]
impl Address {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Address, self.0.precinct, self.0.id)
    }

    /// What it names (类型).
    async fn kind(&self) -> Word<AddressKind> {
        Word(self.0.kind)
    }

    /// Its own name, such as the building's number (名称).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its name from the estate down (全称).
    async fn full_name(&self) -> &str {
        &self.0.full_name
    }

    /// What it is part of (上级地址).
    async fn parent(&self, ctx: &Context<'_>) -> Option<Result<Address>> {
        Some(address(ctx, self.0.precinct, self.0.parent?).await)
    }

    /// The community it lies in (社区).
    async fn community(&self, ctx: &Context<'_>) -> Result<Community> {
        communities::community(ctx, self.0.precinct, self.0.community).await
    }

    /// First day in force (启用日期).
    async fn valid_from(&self) -> Date {
        Date(self.0.valid_from)
    }

    /// First day no longer in force; none while it is (停用日期).
    async fn valid_to(&self) -> Option<Date> {
        self.0.valid_to.map(Date)
    }
}

/// A page of a precinct's buildings, of one community or beginning with a text.
pub(crate) async fn buildings(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    community_id: Option<ID>,
    search: Option<String>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Address>> {
    let community = community_id.map(|id| ctx.row_in(Kind::Community, precinct, &id)).transpose()?;
    page(ctx, precinct, community, search, first, after).await
}

/// The same, of a community already known.
pub(crate) async fn page(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    community: Option<CommunityId>,
    search: Option<String>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Address>> {
    let list = List { name: "buildings", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let filter = BuildingFilter { community, search };
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.buildings(&filter, &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let (scope, filter) = (scope.clone(), filter.clone());
        Box::pin(async move { scope.count_buildings(&filter).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// An address that a row of the same precinct leads to.
pub(crate) async fn address(ctx: &Context<'_>, precinct: PrecinctId, id: AddressId) -> Result<Address> {
    ctx.at(precinct)?.load.addresses.load(id).await.found(ctx).map(Address)
}

/// An address asked for by its public id.
pub(crate) async fn by_id(ctx: &Context<'_>, precinct: PrecinctId, id: &ID) -> Result<Address> {
    let id = ctx.row_in(Kind::Address, precinct, id)?;
    ctx.at(precinct)?.scope.may(Domain::Places, Action::List).told(ctx)?;
    address(ctx, precinct, id).await
}
