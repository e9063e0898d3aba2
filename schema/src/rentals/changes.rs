//! What changes rentals: registration, reports of tenants, checks, and the end.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use tenants::ids::{PrecinctId, RentalDefectId, RentalId};
use tenants::rentals::{self as rows, BuildingPart, LandlordKind, LettingKind, Tenancy, TitlePaper, WhoStays};

use super::Rental;
use crate::context::Doorway;
use crate::dates::Date;
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::page::bad;
use crate::words::Word;

/// Somebody who lets for the landlord (代理人).
#[derive(InputObject)]
pub struct RentalAgentInput {
    /// His or the company's name (名称).
    pub name: String,
    /// His telephone number (电话).
    pub phone: String,
}

/// A letting to be registered.
#[derive(InputObject)]
pub struct RegisterRentalInput {
    /// What is let (住房).
    pub dwelling_id: ID,
    /// Who lets (出租人类型).
    pub landlord_kind: Word<LandlordKind>,
    /// The landlord's name (出租人).
    pub landlord_name: String,
    /// The landlord's telephone number (出租人电话).
    pub landlord_phone: Option<String>,
    /// The landlord, where the precinct knows him as a person (出租人员).
    pub landlord_id: Option<ID>,
    /// Who lets for him (代理人).
    pub agent: Option<RentalAgentInput>,
    /// How it is let (出租方式).
    pub letting_kind: Word<LettingKind>,
    /// First day of the lease (租期起).
    pub lease_from: Option<Date>,
    /// Last day of the lease (租期止).
    pub lease_to: Option<Date>,
    /// By what the landlord shows his title (权属证明).
    pub title: Word<TitlePaper>,
    /// The day on which the responsibility statement was signed (治安责任书签订日期).
    pub statement_on: Date,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// Somebody whom the precinct does not know, by the least that names him (承租人).
#[derive(InputObject)]
pub struct NamedTenantInput {
    /// The name (姓名).
    pub name: String,
    /// The citizen id number: without valid papers nobody is taken in (公民身份号码).
    pub id_number: String,
    /// The telephone number (电话).
    pub phone: Option<String>,
}

/// A tenant to be reported.
#[derive(InputObject)]
pub struct ReportTenantInput {
    /// Of which rental (出租房屋).
    pub rental_id: ID,
    /// A person whom the precinct knows (人员). Either this or `named`.
    pub person_id: Option<ID>,
    /// Somebody else (承租人).
    pub named: Option<NamedTenantInput>,
    /// First day (入住日期).
    pub from: Date,
    /// The rental's version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A tenancy that ends.
#[derive(InputObject)]
pub struct EndTenancyInput {
    /// Of which rental (出租房屋).
    pub rental_id: ID,
    /// Which tenancy: a `RentalTenant.id`, or the `TenantReport.id` of somebody whom the precinct does not know (承租登记).
    pub tenancy_id: ID,
    /// First day no longer (离开日期).
    pub ended_on: Date,
    /// The rental's version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A defect just found.
#[derive(InputObject)]
pub struct RentalDefectInput {
    /// Of which part of the building (部位).
    pub part: Word<BuildingPart>,
    /// What it is: 1 to 200 characters about the building only (说明).
    pub note: String,
}

/// A check to be recorded: of the building, never of who stays there (RNT-03).
#[derive(InputObject)]
pub struct RecordRentalCheckInput {
    /// Of which rental (出租房屋).
    pub rental_id: ID,
    /// The day (检查日期).
    pub checked_on: Date,
    /// What was found (隐患).
    #[graphql(default)]
    pub defects: Vec<RentalDefectInput>,
    /// What earlier checks found and is mended (已整改隐患).
    #[graphql(default)]
    pub mended_ids: Vec<ID>,
    /// The rental's version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A letting that ends for good.
#[derive(InputObject)]
pub struct DeregisterRentalInput {
    /// Which rental (出租房屋).
    pub rental_id: ID,
    /// The last day (注销日期).
    pub on: Date,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A rental registered or changed.
#[derive(SimpleObject)]
pub struct RentalPayload {
    /// The rental, unless refused.
    pub rental: Option<Rental>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What changes rentals.
#[derive(Default)]
pub struct RentalMutations;

#[Object]
impl RentalMutations {
    /// Registers a letting, with the landlord's title and responsibility statement (出租登记, §2.11). Permission: RENTALS MANAGE.
    /// Cost: 10.
    async fn register_rental(&self, ctx: &Context<'_>, input: RegisterRentalInput) -> Result<RentalPayload> {
        let (precinct, dwelling) = ctx.row(Kind::Dwelling, &input.dwelling_id)?;
        let new = rows::NewRental {
            dwelling,
            landlord_kind: input.landlord_kind.0,
            landlord_name: input.landlord_name,
            landlord_phone: input.landlord_phone,
            landlord: input.landlord_id.as_ref().map(|id| ctx.row_in(Kind::Person, precinct, id)).transpose()?,
            agent: input.agent.map(|agent| rows::NewAgent { name: agent.name, phone: agent.phone }),
            letting_kind: input.letting_kind.0,
            lease_from: input.lease_from.map(Date::day),
            lease_to: input.lease_to.map(Date::day),
            title: input.title.0,
            statement_on: input.statement_on.0,
        };
        payload(ctx, ctx.at(precinct)?.scope.register_rental(&new).await)
    }

    /// Reports a tenant; the rental is let from then on, and his stay is to be decided on within the city's limit (承租人申报, RNT-01).
    /// Permission: RENTALS MANAGE. Cost: 10.
    async fn report_tenant(&self, ctx: &Context<'_>, input: ReportTenantInput) -> Result<RentalPayload> {
        let (precinct, id) = ctx.row(Kind::Rental, &input.rental_id)?;
        let who = match (input.person_id, input.named) {
            (Some(person), None) => WhoStays::Known(ctx.row_in(Kind::Person, precinct, &person)?),
            (None, Some(named)) => WhoStays::Named { name: named.name, id_number: named.id_number, phone: named.phone },
            _ => return Err(bad(ctx, "ONE_OF", "personId")),
        };
        let new = rows::NewTenant { who, from: input.from.0 };
        payload(ctx, ctx.at(precinct)?.scope.report_tenant(id, &new, input.expected_version).await)
    }

    /// Ends a tenancy: what becomes of the tenant's stay is prompted for, never deleted (退租, RNT-02). Permission: RENTALS MANAGE.
    /// Cost: 10.
    async fn end_tenancy(&self, ctx: &Context<'_>, input: EndTenancyInput) -> Result<RentalPayload> {
        let (precinct, id) = ctx.row(Kind::Rental, &input.rental_id)?;
        let tenancy = tenancy(ctx, precinct, &input.tenancy_id)?;
        let scope = &ctx.at(precinct)?.scope;
        payload(ctx, scope.end_tenancy(id, tenancy, input.ended_on.0, input.expected_version).await)
    }

    /// Records a check of the building and its defects (安全检查, RNT-03). Permission: RENTALS MANAGE. Cost: 10.
    async fn record_rental_check(&self, ctx: &Context<'_>, input: RecordRentalCheckInput) -> Result<RentalPayload> {
        let (precinct, id): (PrecinctId, RentalId) = ctx.row(Kind::Rental, &input.rental_id)?;
        let mended: Vec<RentalDefectId> =
            input.mended_ids.iter().map(|id| ctx.row_in(Kind::RentalDefect, precinct, id)).collect::<Result<_>>()?;
        let found = |defect: RentalDefectInput| rows::NewDefect { part: defect.part.0, note: defect.note };
        let defects = input.defects.into_iter().map(found).collect();
        let new = rows::NewCheck { on: input.checked_on.0, defects, mended };
        payload(ctx, ctx.at(precinct)?.scope.record_rental_check(id, &new, input.expected_version).await)
    }

    /// Ends a letting for good; whoever still stays has left by then (注销出租登记, RNT-02). Permission: RENTALS MANAGE. Cost: 10.
    async fn deregister_rental(&self, ctx: &Context<'_>, input: DeregisterRentalInput) -> Result<RentalPayload> {
        let (precinct, id) = ctx.row(Kind::Rental, &input.rental_id)?;
        payload(ctx, ctx.at(precinct)?.scope.deregister_rental(id, input.on.0, input.expected_version).await)
    }
}

/// A tenancy by either of its ids.
fn tenancy(ctx: &Context<'_>, precinct: PrecinctId, id: &ID) -> Result<Tenancy> {
    match ctx.row_in(Kind::RentalTenant, precinct, id) {
        Ok(tenant) => Ok(Tenancy::Known(tenant)),
        Err(_) => ctx.row_in(Kind::TenantReport, precinct, id).map(Tenancy::Reported),
    }
}

fn payload(ctx: &Context<'_>, result: tenants::Result<rows::Rental>) -> Result<RentalPayload> {
    let (rental, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(RentalPayload { rental: rental.map(Rental), user_errors })
}
