//! Beats (警务区) as GraphQL objects.

use async_graphql::{Context, ID, Object, Result};
use chrono::{DateTime, Utc};
use tenants::beats as rows;
use tenants::ids::{BeatId, PrecinctId};
use tenants::roles::{Action, Domain, Role};

use crate::communities::Community;
use crate::context::{Doorway, Found, Told};
use crate::direct::Hot;
use crate::households::{self, AskHouseholds, HouseholdFilter};
use crate::id::Kind;
use crate::overview::Overview;
use crate::page::Connection;
use crate::rentals::{self, Rental, RentalFilter};
use crate::words::Word;

/// A beat.
pub struct Beat(pub rows::Beat);

/// A beat (警务区): the communities one or a few community officers answer for. Permission: PLACES LIST. Cost: 1.
#[Object]
impl Beat {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Beat, self.0.precinct, self.0.id)
    }

    /// Its code, unique in the precinct (编码).
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Its name (名称).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its communities in force, by code (社区). Permission: PLACES LIST. Cost: 1 each.
    async fn communities(&self, ctx: &Context<'_>) -> Result<Vec<Community>> {
        let communities = ctx.at(self.0.precinct)?.load.communities_of.load(self.0.id).await.found(ctx)?;
        Ok(communities.into_iter().map(Community).collect())
    }

    /// Its counts (概览). Permission: OVERVIEW LIST. Cost: 1.
    async fn overview(&self, ctx: &Context<'_>) -> Result<Overview> {
        crate::overview::of_beat(ctx, self.0.precinct, self.0.id).await
    }

    /// Who is posted to it now, the longest there first (责任民警). Permission: PLACES LIST. Cost: 1 each.
    async fn officers(&self, ctx: &Context<'_>) -> Result<Vec<Officer>> {
        let officers = ctx.at(self.0.precinct)?.load.officers.load(self.0.id).await.found(ctx)?;
        Ok(officers.into_iter().map(Officer).collect())
    }

    /// Its households, by number (户列表). Permission: HOUSEHOLDS LIST. Cost: 1 each.
    async fn households(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Hot<AskHouseholds>> {
        let beat_id = Some(ctx.id(Kind::Beat, self.0.precinct, self.0.id));
        households::households(
            ctx,
            self.0.precinct,
            Some(HouseholdFilter { beat_id, ..HouseholdFilter::default() }),
            first,
            after.as_deref(),
        )
    }

    /// Its rentals, by number (出租房屋). Permission: RENTALS LIST. Cost: 1 each.
    async fn rentals(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Rental>> {
        let beat_id = Some(ctx.id(Kind::Beat, self.0.precinct, self.0.id));
        rentals::rentals(ctx, self.0.precinct, Some(RentalFilter { beat_id, ..RentalFilter::default() }), first, after)
            .await
    }
}

/// Somebody posted to a beat.
pub struct Officer(rows::Officer);

/// Somebody posted to a beat now (责任民警); the name is no secret, it hangs on the community's notice board.
/// Permission: PLACES LIST. Cost: 1.
#[Object]
impl Officer {
    /// The name (姓名).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// As what (岗位).
    async fn role(&self) -> Word<Role> {
        Word(self.0.role)
    }

    /// Since when (任职时间).
    async fn since(&self) -> DateTime<Utc> {
        self.0.since
    }
}

/// A precinct's beats, by code.
pub(crate) async fn beats(ctx: &Context<'_>, precinct: PrecinctId) -> Result<Vec<Beat>> {
    let beats = ctx.at(precinct)?.scope.beats().await.told(ctx)?;
    Ok(beats.into_iter().map(Beat).collect())
}

/// The beats of a posting, in the posting's order.
pub(crate) async fn of_posting(ctx: &Context<'_>, precinct: PrecinctId, ids: &[BeatId]) -> Result<Vec<Beat>> {
    futures_util::future::try_join_all(ids.iter().map(|id| beat(ctx, precinct, *id))).await
}

/// A beat that a row of the same precinct leads to.
pub(crate) async fn beat(ctx: &Context<'_>, precinct: PrecinctId, id: BeatId) -> Result<Beat> {
    ctx.at(precinct)?.load.beats.load(id).await.found(ctx).map(Beat)
}

/// A beat asked for by its public id.
pub(crate) async fn by_id(ctx: &Context<'_>, precinct: PrecinctId, id: &ID) -> Result<Beat> {
    let id = ctx.row_in(Kind::Beat, precinct, id)?;
    ctx.at(precinct)?.scope.may(Domain::Places, Action::List).told(ctx)?;
    beat(ctx, precinct, id).await
}
