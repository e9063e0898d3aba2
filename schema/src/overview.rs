//! The overview (概览): counts of a community, a beat, a precinct or the district, each saying which population it is (§2.1).

use async_graphql::{Context, Object, Result};
use chrono::{DateTime, Utc};
use tenants::ids::{BeatId, CommunityId, PrecinctId};
use tenants::persons::PopulationCategory;
use tenants::tallies::Tally;

use crate::context::{Doorway, Found, Told};
use crate::words::Word;

/// Counts.
pub struct Overview(Tally);

/// Counts of a community, a beat, a precinct or the district (概览), without any record. Permission: OVERVIEW LIST. Cost: 1.
#[Object]
impl Overview {
    /// When the youngest of these counts changed.
    async fn as_of(&self) -> Option<DateTime<Utc>> {
        self.0.as_of
    }

    /// Communities (社区数).
    async fn communities(&self) -> i64 {
        self.0.communities
    }

    /// Active households (户数).
    async fn households(&self) -> i64 {
        self.0.households
    }

    /// Dwellings in use (住房数).
    async fn dwellings(&self) -> i64 {
        self.0.dwellings
    }

    /// Everyone registered here, wherever they live (户籍人口).
    async fn registered_population(&self) -> i64 {
        self.0.registered()
    }

    /// Everyone living here, wherever they are registered (实有人口).
    async fn actual_population(&self) -> i64 {
        self.0.actual()
    }

    /// The five categories of the population (人口类别).
    async fn by_category(&self) -> Vec<CategoryCount> {
        use PopulationCategory as C;
        let count = |category| match category {
            C::RegisteredResident => self.0.registered_resident,
            C::RegisteredAway => self.0.registered_away,
            C::CitySeparated => self.0.city_separated,
            C::Floating => self.0.floating,
            C::Overseas => self.0.overseas,
        };
        C::ALL.iter().map(|category| CategoryCount { category: *category, count: count(*category) }).collect()
    }

    /// Active rentals (在租房屋数).
    async fn active_rentals(&self) -> i64 {
        self.0.rentals_active
    }
}

/// A category and its count.
pub struct CategoryCount {
    category: PopulationCategory,
    count: i64,
}

/// How many persons are of a category (人口类别计数). Permission: OVERVIEW LIST. Cost: 1.
#[Object]
impl CategoryCount {
    /// The category.
    async fn category(&self) -> Word<PopulationCategory> {
        Word(self.category)
    }

    /// How many.
    async fn count(&self) -> i64 {
        self.count
    }
}

/// The whole precinct's counts: one statement for all precincts of a district when it is the district that asks.
pub(crate) async fn of_precinct(ctx: &Context<'_>, precinct: PrecinctId) -> Result<Overview> {
    if ctx.member()?.reads_district() {
        return ctx
            .district()?
            .load
            .tallies
            .load(precinct)
            .await
            .told(ctx)
            .map(|tally| Overview(tally.unwrap_or_default()));
    }
    let all = ctx.at(precinct)?.load.tallies.load(precinct).await.found(ctx)?;
    Ok(Overview(Tally::sum(all.iter().map(|one| &one.tally))))
}

/// A beat's counts.
pub(crate) async fn of_beat(ctx: &Context<'_>, precinct: PrecinctId, beat: BeatId) -> Result<Overview> {
    let all = ctx.at(precinct)?.load.tallies.load(precinct).await.found(ctx)?;
    Ok(Overview(Tally::sum(all.iter().filter(|one| one.beat == Some(beat)).map(|one| &one.tally))))
}

/// A community's counts.
pub(crate) async fn of_community(ctx: &Context<'_>, precinct: PrecinctId, community: CommunityId) -> Result<Overview> {
    let all = ctx.at(precinct)?.load.tallies.load(precinct).await.found(ctx)?;
    Ok(Overview(Tally::sum(all.iter().filter(|one| one.community == community).map(|one| &one.tally))))
}

/// The district's counts.
pub(crate) async fn of_district(ctx: &Context<'_>) -> Result<Overview> {
    let opened = ctx.district()?;
    let all = opened.scope.tallies_by_precinct().await.told(ctx)?;
    Ok(Overview(Tally::sum(all.iter().map(|(_, tally)| tally))))
}
