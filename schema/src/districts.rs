//! The district (分局): reads across its precincts, one statement a level whatever their number.

use async_graphql::{Context, ID, Object, Result};
use tenants::ids::PrecinctId;
use tenants::precincts::{self as rows};
use tenants::purposes::Purpose;

use crate::context::{Doorway, Told};
use crate::id::Kind;
use crate::overview::Overview;
use crate::page::{Connection, List, paging};
use crate::persons::{PersonSearchInput, PersonSearchResult};
use crate::precincts::Precinct;
use crate::words::Word;

/// A district.
pub struct District(rows::District);

/// The district (分局). Permission: district roles. Cost: 1.
#[Object]
impl District {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::District, PrecinctId(self.0.id.0), self.0.id)
    }

    /// Its code (机构代码).
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Its name (名称).
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Counts over all its precincts (全区概览). Permission: OVERVIEW LIST. Cost: 10.
    async fn overview(&self, ctx: &Context<'_>) -> Result<Overview> {
        crate::overview::of_district(ctx).await
    }

    /// Its precincts, by code (派出所列表). Permission: OVERVIEW LIST. Cost: 1 each.
    async fn precincts(
        &self,
        ctx: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
    ) -> Result<Connection<Precinct>> {
        let list = List { name: "precincts", owner: self.0.id.0 };
        let paging = paging(ctx, list, first, after.as_deref())?;
        let scope = ctx.district()?.scope.clone();
        let page = scope.precinct_page(&paging).await.told(ctx)?;
        let count = scope.precincts().len() as u64;
        Ok(Connection::new(list, &paging, page, Box::new(move || Box::pin(async move { Ok(count) }))))
    }

    /// Searches persons in all precincts for a purpose and an open case file of the district's office; every precinct whose
    /// person is shown sees it in its trail (PRV-13, PRV-02). Permission: PERSONS SEARCH. Cost: 200.
    async fn person_search(
        &self,
        ctx: &Context<'_>,
        input: PersonSearchInput,
        purpose: Word<Purpose>,
        case_ref: String,
    ) -> Result<PersonSearchResult> {
        let query = input.read(ctx)?;
        let case = ctx.home()?.scope.case_for_reading(&case_ref, purpose.0).await.told(ctx)?;
        let scope = &ctx.district()?.scope;
        scope.person_search(&query, purpose.0, Some(case.number)).await.told(ctx).map(PersonSearchResult)
    }
}

/// The district.
#[derive(Default)]
pub struct DistrictQueries;

#[Object]
impl DistrictQueries {
    /// The asker's district (全区). Permission: district roles; FORBIDDEN to others. Cost: 1.
    async fn district(&self, ctx: &Context<'_>) -> Result<District> {
        ctx.district()?.scope.own_district().await.told(ctx).map(District)
    }
}
