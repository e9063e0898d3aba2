//! What stands behind a rental: the landlord's filing and reports, checks of the building and their defects.

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use tenants::ids::PrecinctId;
use tenants::rentals::{self as rows, BuildingPart, CheckOutcome, TitlePaper};

use crate::context::Doorway;
use crate::dates::Date;
use crate::id::Kind;
use crate::words::Word;

/// The paper behind a rental.
pub struct RentalFiling(pub(crate) rows::RentalFiling);

/// The paper by which a landlord registered a letting (出租登记). Permission: RENTALS LIST. Cost: 1.
#[Object]
impl RentalFiling {
    /// The agent, masked (代理人).
    async fn agent_name(&self) -> Option<&str> {
        self.0.agent_name.as_deref()
    }

    /// The agent's telephone number, masked (代理人电话).
    async fn agent_phone(&self) -> Option<&str> {
        self.0.agent_phone.as_deref()
    }

    /// The title shown (权属证明).
    async fn title(&self) -> Word<TitlePaper> {
        Word(self.0.title)
    }

    /// The day on which the responsibility statement was signed (治安责任书).
    async fn statement_on(&self) -> Date {
        Date(self.0.statement_on)
    }

    /// Who took it in (经办人).
    async fn filed_by(&self) -> &str {
        &self.0.filed_by
    }

    /// The day of the deregistration (注销日期).
    async fn deregistered_on(&self) -> Option<Date> {
        self.0.deregistered_on.map(Date)
    }
}

/// A landlord's report of a tenant.
pub struct TenantReport {
    pub(crate) precinct: PrecinctId,
    pub(crate) row: rows::TenantReport,
}

/// A landlord's report of a tenant (承租人申报), every personal value masked. Permission: RENTALS LIST. Cost: 1.
#[Object]
impl TenantReport {
    /// Opaque id; ends the tenancy of somebody whom the precinct does not know.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::TenantReport, self.precinct, self.row.id)
    }

    /// The tenancy of a person whom the precinct knows (承租登记).
    async fn tenancy_id(&self, ctx: &Context<'_>) -> Option<ID> {
        Some(ctx.id(Kind::RentalTenant, self.precinct, self.row.tenant?))
    }

    /// The name, masked, of somebody whom the precinct does not know (姓名).
    async fn name(&self) -> Option<&str> {
        self.row.name.as_deref()
    }

    /// The id number, masked, of somebody whom the precinct does not know (公民身份号码).
    async fn id_number(&self) -> Option<&str> {
        self.row.id_number.as_deref()
    }

    /// The telephone number, masked (电话).
    async fn phone(&self) -> Option<&str> {
        self.row.phone.as_deref()
    }

    /// First day (入住日期).
    async fn stay_from(&self) -> Date {
        Date(self.row.from)
    }

    /// First day no longer (离开日期).
    async fn stay_to(&self) -> Option<Date> {
        self.row.to.map(Date)
    }

    /// The last day on which it was to be reported (申报期限).
    async fn due_on(&self) -> Date {
        Date(self.row.due_on)
    }

    /// When it was reported (申报时间).
    async fn reported_at(&self) -> DateTime<Utc> {
        self.row.reported_at
    }
}

/// A check of a let building.
pub struct RentalCheck(pub(crate) rows::RentalCheck);

/// A check of a let building (安全检查): of the building, never of who stays there (RNT-03). Permission: RENTALS LIST. Cost: 1.
#[Object]
impl RentalCheck {
    /// The day (检查日期).
    async fn checked_on(&self) -> Date {
        Date(self.0.on)
    }

    /// What was left to mend (检查结果).
    async fn outcome(&self) -> Word<CheckOutcome> {
        Word(self.0.outcome)
    }

    /// Who checked (检查人).
    async fn checked_by(&self) -> &str {
        &self.0.by
    }
}

/// A defect of a let building.
pub struct RentalDefect {
    pub(crate) precinct: PrecinctId,
    pub(crate) row: rows::RentalDefect,
}

/// A defect of a let building (安全隐患). Permission: RENTALS LIST. Cost: 1.
#[Object]
impl RentalDefect {
    /// Opaque id; a later check names it as mended.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::RentalDefect, self.precinct, self.row.id)
    }

    /// Of which part of the building (部位).
    async fn part(&self) -> Word<BuildingPart> {
        Word(self.row.part)
    }

    /// What it is (说明).
    async fn note(&self) -> &str {
        &self.row.note
    }

    /// When it was found (发现日期).
    async fn found_on(&self) -> Date {
        Date(self.row.found_on)
    }

    /// When it was mended (整改日期).
    async fn mended_on(&self) -> Option<Date> {
        self.row.mended_on.map(Date)
    }
}
