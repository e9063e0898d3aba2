//! Register acts (登记行为) as GraphQL objects.

use async_graphql::{Context, ID, Object};
use chrono::{DateTime, Utc};
use tenants::acts as rows;
use tenants::ids::PrecinctId;

use crate::context::Doorway;
use crate::dates::Date;
use crate::id::Kind;

/// One approved act (登记行为): the only way the register changes, append-only (REG-08, REG-09).
/// Permission: HOUSEHOLDS LIST. Cost: 1.
pub struct Act {
    /// The precinct whose act it is.
    pub precinct: PrecinctId,
    /// The act.
    pub row: rows::Act,
}

/// One approved act (登记行为): the only way the register changes, append-only (REG-08, REG-09).
/// Permission: HOUSEHOLDS LIST. Cost: 1.
#[Object]
impl Act {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Act, self.precinct, self.row.id)
    }

    /// Its number, unique in the precinct (编号).
    async fn number(&self) -> &str {
        &self.row.number
    }

    /// Its kind: a code of the code set `act_kind`.
    async fn kind(&self) -> &str {
        &self.row.kind
    }

    /// The day from which it holds in law (生效日期, REG-10).
    async fn effective_on(&self) -> Date {
        Date(self.row.effective_on)
    }

    /// The instant the system learned it (登记时间, REG-10).
    async fn recorded_at(&self) -> DateTime<Utc> {
        self.row.recorded_at
    }

    /// The officer's name then (承办人).
    async fn officer(&self) -> &str {
        &self.row.officer
    }

    /// The officer's role then.
    async fn role(&self) -> &str {
        &self.row.role
    }

    /// What was done, without personal values.
    async fn summary(&self) -> &str {
        &self.row.summary
    }
}
