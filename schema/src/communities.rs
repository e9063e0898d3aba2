//! Communities (社区) as GraphQL objects.

use async_graphql::{Context, ID, Object, Result};
use tenants::communities as rows;
use tenants::ids::{CommunityId, PrecinctId};
use tenants::roles::{Action, Domain};

use crate::addresses::{self, Address};
use crate::beats::{self, Beat};
use crate::context::{Doorway, Found, Told};
use crate::id::Kind;
use crate::overview::Overview;
use crate::page::Connection;

/// A community.
pub struct Community(pub rows::Community);

/// A community (社区): what a beat is made of, and what a residents' committee looks after. Permission: PLACES LIST. Cost: 1.
#[Object]
impl Community {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Community, self.0.precinct, self.0.id)
    }

    /// Its code, unique in the precinct (编码).
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Its name (名称).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its division code: 12 digits, opaque here (区划代码).
    async fn division_code(&self) -> &str {
        &self.0.division_code
    }

    /// Its residents' committee (居委会).
    async fn committee(&self) -> Option<&str> {
        self.0.committee.as_deref()
    }

    /// The beat it is part of (警务区).
    async fn beat(&self, ctx: &Context<'_>) -> Option<Result<Beat>> {
        Some(beats::beat(ctx, self.0.precinct, self.0.beat?).await)
    }

    /// Its counts (概览). Permission: OVERVIEW LIST. Cost: 1.
    async fn overview(&self, ctx: &Context<'_>) -> Result<Overview> {
        crate::overview::of_community(ctx, self.0.precinct, self.0.id).await
    }

    /// Its buildings, by full name (楼栋). Permission: PLACES LIST. Cost: 1 each.
    async fn buildings(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Address>> {
        addresses::page(ctx, self.0.precinct, Some(self.0.id), None, first, after).await
    }
}

/// A precinct's communities, by code.
pub(crate) async fn communities(ctx: &Context<'_>, precinct: PrecinctId) -> Result<Vec<Community>> {
    let communities = ctx.at(precinct)?.scope.communities().await.told(ctx)?;
    Ok(communities.into_iter().map(Community).collect())
}

/// A community that a row of the same precinct leads to.
pub(crate) async fn community(ctx: &Context<'_>, precinct: PrecinctId, id: CommunityId) -> Result<Community> {
    ctx.at(precinct)?.load.communities.load(id).await.found(ctx).map(Community)
}

/// A community asked for by its public id.
pub(crate) async fn by_id(ctx: &Context<'_>, precinct: PrecinctId, id: &ID) -> Result<Community> {
    let id = ctx.row_in(Kind::Community, precinct, id)?;
    ctx.at(precinct)?.scope.may(Domain::Places, Action::List).told(ctx)?;
    community(ctx, precinct, id).await
}
