//! Rentals (出租房屋) and who stays in them, as GraphQL objects.

mod changes;
mod papers;
mod tasks;

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::ids::{PrecinctId, RentalId};
use tenants::rentals::{self as rows, LandlordKind, LettingKind, RentalState};
use tenants::roles::{Action, Domain};

use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::dwellings::{self, Dwelling};
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::persons::Person;
use crate::words::Word;

pub use changes::RentalMutations;
pub use papers::{RentalCheck, RentalDefect, RentalFiling, TenantReport};
pub(crate) use tasks::tasks;
pub use tasks::{RentalTask, RentalTaskFilter};

/// A rental.
pub struct Rental(pub rows::Rental);

listed!(Rental, rows::Rental, "RentalConnection", "RentalEdge", |row| (row.number, row.id));

/// A rental (出租房屋): a dwelling let to somebody, its landlord masked (§5.2). Permission: RENTALS LIST. Cost: 1.
#[Object]
impl Rental {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Rental, self.0.precinct, self.0.id)
    }

    /// Its registration number, unique in the precinct (登记编号).
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// Where it is in its life (状态).
    async fn state(&self) -> Word<RentalState> {
        Word(self.0.state)
    }

    /// How it is let (出租方式).
    async fn letting_kind(&self) -> Word<LettingKind> {
        Word(self.0.letting_kind)
    }

    /// Who lets (出租人类型).
    async fn landlord_kind(&self) -> Word<LandlordKind> {
        Word(self.0.landlord_kind)
    }

    /// The landlord: a person's name masked, a company's as it is (出租人).
    async fn landlord_name(&self) -> &str {
        &self.0.landlord_name
    }

    /// The landlord's telephone number, masked (出租人电话).
    async fn landlord_phone(&self) -> Option<&str> {
        self.0.landlord_phone.as_deref()
    }

    /// First day of the lease (租期起).
    async fn lease_from(&self) -> Option<Date> {
        self.0.lease_from.map(Date)
    }

    /// Last day of the lease (租期止).
    async fn lease_to(&self) -> Option<Date> {
        self.0.lease_to.map(Date)
    }

    /// The day it was last inspected (最近检查日期).
    async fn last_checked_on(&self) -> Option<Date> {
        self.0.last_checked_on.map(Date)
    }

    /// The dwelling that is let (住房).
    async fn dwelling(&self, ctx: &Context<'_>) -> Result<Dwelling> {
        dwellings::dwelling(ctx, self.0.precinct, self.0.dwelling).await
    }

    /// Everybody who stays or stayed in it, the latest first (承租人). Cost: 1 each; the persons count against the day's limit
    /// (PRV-10).
    async fn tenants(&self, ctx: &Context<'_>) -> Result<Vec<RentalTenant>> {
        let tenants = ctx.at(self.0.precinct)?.load.tenants_of.load(self.0.id).await.found(ctx)?;
        Ok(tenants.into_iter().map(|row| RentalTenant { precinct: self.0.precinct, row }).collect())
    }

    /// The paper by which the landlord registered it; rentals taken over from elsewhere have none (出租登记).
    async fn filing(&self, ctx: &Context<'_>) -> Result<Option<RentalFiling>> {
        Ok(ctx.at(self.0.precinct)?.load.filings_of.load(self.0.id).await.told(ctx)?.map(RentalFiling))
    }

    /// The landlord's reports of tenants, the latest first (承租人申报). Cost: 1 each.
    async fn reports(&self, ctx: &Context<'_>) -> Result<Vec<TenantReport>> {
        let reports = ctx.at(self.0.precinct)?.load.reports_of.load(self.0.id).await.found(ctx)?;
        Ok(reports.into_iter().map(|row| TenantReport { precinct: self.0.precinct, row }).collect())
    }

    /// Checks of the building, the latest first (安全检查). Cost: 1 each.
    async fn checks(&self, ctx: &Context<'_>) -> Result<Vec<RentalCheck>> {
        let checks = ctx.at(self.0.precinct)?.load.checks_of.load(self.0.id).await.found(ctx)?;
        Ok(checks.into_iter().map(RentalCheck).collect())
    }

    /// Defects that checks found, mended or not, the latest first (安全隐患). Cost: 1 each.
    async fn defects(&self, ctx: &Context<'_>) -> Result<Vec<RentalDefect>> {
        let defects = ctx.at(self.0.precinct)?.load.defects_of.load(self.0.id).await.found(ctx)?;
        Ok(defects.into_iter().map(|row| RentalDefect { precinct: self.0.precinct, row }).collect())
    }

    /// Counts its changes; sent back as `expectedVersion` (REG-19).
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }
}

/// One person's stay in a rental.
pub struct RentalTenant {
    precinct: PrecinctId,
    row: rows::RentalTenant,
}

/// One person's stay in a rental (承租人). Permission: RENTALS LIST. Cost: 1.
#[Object]
impl RentalTenant {
    /// Opaque id; ends the tenancy.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::RentalTenant, self.precinct, self.row.id)
    }

    /// Who stays, masked (人员). Permission: PERSONS LIST. Cost: 1.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        let opened = ctx.at(self.precinct)?;
        opened.scope.may(Domain::Persons, Action::List).told(ctx)?;
        opened.load.persons.load(self.row.person).await.found(ctx).map(Person)
    }

    /// First day (入住日期).
    async fn stay_from(&self) -> Date {
        Date(self.row.stay_from)
    }

    /// First day no longer; none while the stay lasts (离开日期).
    async fn stay_to(&self) -> Option<Date> {
        self.row.stay_to.map(Date)
    }
}

/// Which rentals a list holds; every part narrows it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct RentalFilter {
    /// Of a beat (警务区).
    pub beat_id: Option<ID>,
    /// Of a community (社区).
    pub community_id: Option<ID>,
    /// In a state (状态).
    pub state: Option<Word<RentalState>>,
    /// Let in a way (出租方式).
    pub letting_kind: Option<Word<LettingKind>>,
}

impl RentalFilter {
    fn read(&self, ctx: &Context<'_>, precinct: PrecinctId) -> Result<rows::RentalFilter> {
        Ok(rows::RentalFilter {
            beat: self.beat_id.as_ref().map(|id| ctx.row_in(Kind::Beat, precinct, id)).transpose()?,
            community: self.community_id.as_ref().map(|id| ctx.row_in(Kind::Community, precinct, id)).transpose()?,
            state: self.state.map(|word| word.0),
            letting_kind: self.letting_kind.map(|word| word.0),
        })
    }
}

/// A page of a precinct's rentals.
pub(crate) async fn rentals(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    filter: Option<RentalFilter>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Rental>> {
    let list = List { name: "rentals", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let filter = filter.unwrap_or_default().read(ctx, precinct)?;
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.rentals(&filter, &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let (scope, filter) = (scope.clone(), filter.clone());
        Box::pin(async move { scope.count_rentals(&filter).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// One rental of a precinct.
pub(crate) async fn rental(ctx: &Context<'_>, precinct: PrecinctId, id: RentalId) -> Result<Rental> {
    ctx.at(precinct)?.scope.rental(id).await.told(ctx).map(Rental)
}

/// A rental asked for by its public id.
pub(crate) async fn by_id(ctx: &Context<'_>, precinct: PrecinctId, id: &ID) -> Result<Rental> {
    rental(ctx, precinct, ctx.row_in(Kind::Rental, precinct, id)?).await
}
