//! What is open at a precinct's rentals, as GraphQL objects.

use async_graphql::{Context, ID, InputObject, Object, Result};
use futures_util::future::BoxFuture;
use tenants::ids::PrecinctId;
use tenants::rentals::{self as rows, RentalTaskKind};

use super::Rental;
use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::persons::Person;
use crate::stays::{self, Stay};
use crate::words::Word;

/// Something to be done at a rental.
pub struct RentalTask(pub rows::RentalTask);

listed!(RentalTask, rows::RentalTask, "RentalTaskConnection", "RentalTaskEdge", |row| (row.since, row.id));

/// Something to be done at a rental (待办): there as long as what makes it is (RNT-01, RNT-02). Permission: RENTALS LIST. Cost: 1.
#[Object]
impl RentalTask {
    /// What (类型).
    async fn kind(&self) -> Word<RentalTaskKind> {
        Word(self.0.kind)
    }

    /// At which rental (出租房屋).
    async fn rental(&self, ctx: &Context<'_>) -> Result<Rental> {
        ctx.at(self.0.precinct)?.load.rentals.load(self.0.rental).await.found(ctx).map(Rental)
    }

    /// Concerning whom, masked, where the precinct knows the person (人员). Permission: PERSONS LIST. Cost: 1.
    async fn person(&self, ctx: &Context<'_>) -> Option<Result<Person>> {
        Some(stays::person(ctx, self.0.precinct, self.0.person?).await)
    }

    /// Concerning which report of somebody whom the precinct does not know (承租人申报).
    async fn report_id(&self, ctx: &Context<'_>) -> Option<ID> {
        Some(ctx.id(Kind::TenantReport, self.0.precinct, self.0.report?))
    }

    /// Concerning which stay (暂住登记). Permission: STAYS LIST. Cost: 1.
    async fn stay(&self, ctx: &Context<'_>) -> Option<Result<Stay>> {
        Some(stays::loaded(ctx, self.0.precinct, self.0.stay?).await)
    }

    /// Since when (起始日期).
    async fn since(&self) -> Date {
        Date(self.0.since)
    }

    /// Until when, where a limit of the city runs (期限).
    async fn due_on(&self) -> Option<Date> {
        self.0.due_on.map(Date)
    }

    /// Whether that day is over (已超期).
    async fn overdue(&self) -> bool {
        self.0.overdue
    }
}

/// Which tasks a list holds; every part narrows it.
#[derive(Clone, Copy, Debug, Default, InputObject)]
pub struct RentalTaskFilter {
    /// Of a kind (类型).
    pub kind: Option<Word<RentalTaskKind>>,
    /// Those whose limit is over (已超期).
    pub overdue: Option<bool>,
}

/// A page of a precinct's tasks.
pub(crate) async fn tasks(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    filter: Option<RentalTaskFilter>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<RentalTask>> {
    let list = List { name: "rentalTasks", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let filter = filter.unwrap_or_default();
    let filter = rows::TaskFilter { kind: filter.kind.map(|word| word.0), overdue: filter.overdue.unwrap_or(false) };
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.rental_tasks(filter, &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let scope = scope.clone();
        Box::pin(async move { scope.count_rental_tasks(filter).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}
