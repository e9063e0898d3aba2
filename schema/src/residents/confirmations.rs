//! The window's queue of residents who said who they are (居民身份核对).

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::ids::PrecinctId;
use tenants::residents::{self as rows, BindingMethod, ConfirmResident, ConfirmationState};

use crate::context::{Doorway, Told};
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::words::Word;

/// A resident's word on who he is.
pub struct ResidentConfirmation {
    precinct: PrecinctId,
    row: rows::ResidentConfirmation,
}

/// A row of the list, with its precinct.
pub type ResidentConfirmationRow = (PrecinctId, rows::ResidentConfirmation);

#[expect(non_snake_case, reason = "a node is made by its name, as tuple nodes are")]
fn ResidentConfirmation((precinct, row): ResidentConfirmationRow) -> ResidentConfirmation {
    ResidentConfirmation { precinct, row }
}

listed!(
    ResidentConfirmation,
    ResidentConfirmationRow,
    "ResidentConfirmationConnection",
    "ResidentConfirmationEdge",
    |of| (of.1.number, of.1.id)
);

/// A resident's word on who he is (居民身份核对): masked, for the document at the window has it in clear. Permission: RESIDENTS LIST.
/// Cost: 1.
#[Object]
impl ResidentConfirmation {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::ResidentConfirmation, self.precinct, self.row.id)
    }

    /// The telephone he signed in with, masked (手机号码).
    async fn phone(&self) -> &str {
        &self.row.phone
    }

    /// The name he gave, masked (姓名).
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// The citizen id number he gave, masked (公民身份号码).
    async fn id_number(&self) -> &str {
        &self.row.id_number
    }

    /// Where it stands (状态).
    async fn state(&self) -> Word<ConfirmationState> {
        Word(self.row.state)
    }

    /// How it was checked (核对方式).
    async fn method(&self) -> Option<Word<BindingMethod>> {
        self.row.method.map(Word)
    }

    /// The record that is linked: whoever reads it states a purpose (登记人员).
    async fn person_id(&self, ctx: &Context<'_>) -> Option<ID> {
        self.row.person.map(|person| ctx.id(Kind::Person, self.precinct, person))
    }

    /// When he said it (申报时间).
    async fn requested_at(&self) -> DateTime<Utc> {
        self.row.requested_at
    }

    /// Who decided at the window (经办人).
    async fn decided_by(&self) -> Option<&str> {
        self.row.decided_by.as_deref()
    }

    /// When (经办时间).
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.row.decided_at
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// A page of a precinct's queue.
pub(crate) async fn confirmations(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    state: Option<ConfirmationState>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<ResidentConfirmation>> {
    let list = List { name: "residentConfirmations", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.resident_confirmations(state, &paging).await.told(ctx)?.map(|row| (precinct, row));
    let count = Box::new(move || {
        let scope = scope.clone();
        Box::pin(async move { scope.count_resident_confirmations(state).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// One of them, for `node`.
pub(crate) async fn confirmation(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    id: tenants::ids::ResidentConfirmationId,
) -> Result<ResidentConfirmation> {
    let row = ctx.at(precinct)?.scope.resident_confirmation(id).await.told(ctx)?;
    Ok(ResidentConfirmation { precinct, row })
}

/// What the window found.
#[derive(InputObject)]
pub struct ConfirmResidentInput {
    /// Of whom (核对事项).
    pub resident_confirmation_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Whether it is he (是否通过).
    pub confirm: bool,
    /// How it was checked (核对方式).
    pub method: Word<BindingMethod>,
    /// The citizen id number, read from the document and typed again; needed to confirm (公民身份号码).
    pub id_number: Option<String>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A resident confirmed, or not.
#[derive(SimpleObject)]
pub struct ConfirmResidentPayload {
    /// As it is now, unless refused.
    pub resident_confirmation: Option<ResidentConfirmation>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What the window does.
#[derive(Default)]
pub struct ConfirmationMutations;

#[Object]
impl ConfirmationMutations {
    /// Confirms who a resident is, after a look at a document, or does not (核实居民身份, IDN-11). Permission: RESIDENTS MANAGE. Cost: 10.
    async fn confirm_resident(&self, ctx: &Context<'_>, input: ConfirmResidentInput) -> Result<ConfirmResidentPayload> {
        let (precinct, id) = ctx.row(Kind::ResidentConfirmation, &input.resident_confirmation_id)?;
        let confirm = ConfirmResident {
            id,
            expected_version: input.expected_version,
            confirm: input.confirm,
            method: input.method.0,
            id_number: input.id_number,
        };
        let result = ctx.at(precinct)?.scope.confirm_resident(&confirm).await;
        let (row, user_errors) = outcome(result, ctx.asking().language())?;
        let resident_confirmation = row.map(|row| ResidentConfirmation { precinct, row });
        Ok(ConfirmResidentPayload { resident_confirmation, user_errors })
    }
}
