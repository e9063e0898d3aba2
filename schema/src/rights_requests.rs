//! Requests about one's own data (个人信息权利请求, PRV-16) as GraphQL objects: for the resident who made them, and for the station.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::ids::PrecinctId;
use tenants::rights_requests::{self as rows, AnswerRights, RightsKind, RightsRefusal, RightsState};
use tenants::roles::Role;

use crate::context::{Doorway, Told};
use crate::dates::Date;
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::words::Word;

/// A request about one's own data.
pub struct RightsRequest {
    precinct: PrecinctId,
    row: rows::RightsRequest,
}

/// A row of the list, with its precinct.
pub type RightsRequestRow = (PrecinctId, rows::RightsRequest);

#[expect(non_snake_case, reason = "a node is made by its name, as tuple nodes are")]
fn RightsRequest((precinct, row): RightsRequestRow) -> RightsRequest {
    RightsRequest { precinct, row }
}

listed!(RightsRequest, RightsRequestRow, "RightsRequestConnection", "RightsRequestEdge", |of| (of.1.number, of.1.id));

/// A request about one's own data (个人信息权利请求). Permission: one's own; the station's RESIDENTS LIST. Cost: 1.
#[Object]
impl RightsRequest {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::RightsRequest, self.precinct, self.row.id)
    }

    /// Its number (编号).
    async fn number(&self) -> &str {
        &self.row.number
    }

    /// What is asked for (请求类型).
    async fn kind(&self) -> Word<RightsKind> {
        Word(self.row.kind)
    }

    /// Where it is (状态).
    async fn state(&self) -> Word<RightsState> {
        Word(self.row.state)
    }

    /// In the resident's words; for the station with numbers masked (请求内容).
    async fn text(&self) -> &str {
        &self.row.text
    }

    /// When it was received (收到时间).
    async fn received_at(&self) -> DateTime<Utc> {
        self.row.received_at
    }

    /// By which day it is to be answered (答复期限).
    async fn due_on(&self) -> Date {
        Date(self.row.due_on)
    }

    /// Whether that day has passed without an answer (是否超期).
    async fn overdue(&self) -> bool {
        self.row.overdue
    }

    /// The answer (答复).
    async fn answer(&self) -> Option<&str> {
        self.row.answer.as_deref()
    }

    /// Why it was refused (拒绝理由).
    async fn reason(&self) -> Option<Word<RightsRefusal>> {
        self.row.reason.map(Word)
    }

    /// When it was answered (答复时间).
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.row.answered_at
    }

    /// Who works on it or answered; for the station only (经办人).
    async fn handled_by(&self, ctx: &Context<'_>) -> Result<Option<&str>> {
        let shown = ctx.member()?.role != Role::Resident;
        Ok(self.row.handled_by.as_deref().filter(|_| shown))
    }

    /// The record it is about, for the station only: whoever reads it states a purpose (登记人员).
    async fn person_id(&self, ctx: &Context<'_>) -> Result<Option<ID>> {
        let shown = ctx.member()?.role != Role::Resident;
        let person = self.row.person.filter(|_| shown);
        Ok(person.map(|person| ctx.id(Kind::Person, self.precinct, person)))
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// A page of the asker's own requests.
pub(crate) async fn my_requests(
    ctx: &Context<'_>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<RightsRequest>> {
    let member = ctx.member()?;
    let list = List { name: "myRightsRequests", owner: member.account.map_or(member.precinct.0, uuid::Uuid::from) };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.home()?.scope.clone();
    let precinct = scope.precinct();
    let page = scope.my_rights_requests(&paging).await.told(ctx)?.map(|row| (precinct, row));
    let count = Box::new(move || {
        let scope = scope.clone();
        Box::pin(async move { scope.count_my_rights_requests().await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// A page of a station's requests.
pub(crate) async fn rights_requests(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    state: Option<RightsState>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<RightsRequest>> {
    let list = List { name: "rightsRequests", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.rights_requests(state, &paging).await.told(ctx)?.map(|row| (precinct, row));
    let count = Box::new(move || {
        let scope = scope.clone();
        Box::pin(async move { scope.count_rights_requests(state).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// One of them, for `node`.
pub(crate) async fn rights_request(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    id: tenants::ids::RightsRequestId,
) -> Result<RightsRequest> {
    let row = ctx.at(precinct)?.scope.rights_request(id).await.told(ctx)?;
    Ok(RightsRequest { precinct, row })
}

/// A request to hand in.
#[derive(InputObject)]
pub struct RequestRightInput {
    /// What is asked for (请求类型).
    pub kind: Word<RightsKind>,
    /// In 1 to 2000 characters: what, and why (请求内容).
    pub text: String,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A request to work on.
#[derive(InputObject)]
pub struct TakeRightsRequestInput {
    /// Which request (请求).
    pub rights_request_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// The answer to a request.
#[derive(InputObject)]
pub struct AnswerRightsRequestInput {
    /// Which request (请求).
    pub rights_request_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// What the resident reads, in 1 to 2000 characters (答复).
    pub answer: String,
    /// Why it is refused, if it is; KEPT_BY_LAW in answer to a deletion restricts the record instead (拒绝理由, PRV-17).
    pub refuse: Option<Word<RightsRefusal>>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A request handed in, taken or answered.
#[derive(SimpleObject)]
pub struct RightsRequestPayload {
    /// The request as it is now, unless refused.
    pub rights_request: Option<RightsRequest>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What is done about requests.
#[derive(Default)]
pub struct RightsRequestMutations;

#[Object]
impl RightsRequestMutations {
    /// Hands in a request about one's own data (提出权利请求, PRV-16). Permission: residents only. Cost: 10.
    async fn request_right(&self, ctx: &Context<'_>, input: RequestRightInput) -> Result<RightsRequestPayload> {
        let opened = ctx.home()?;
        let result = opened.scope.request_right(input.kind.0, &input.text).await;
        payload(ctx, opened.scope.precinct(), result)
    }

    /// Says that somebody works on a request (受理权利请求). Permission: RESIDENTS MANAGE. Cost: 10.
    async fn take_rights_request(
        &self,
        ctx: &Context<'_>,
        input: TakeRightsRequestInput,
    ) -> Result<RightsRequestPayload> {
        let (precinct, id) = ctx.row(Kind::RightsRequest, &input.rights_request_id)?;
        let result = ctx.at(precinct)?.scope.take_rights_request(id, input.expected_version).await;
        payload(ctx, precinct, result)
    }

    /// Answers a request, or refuses it with a reason (答复权利请求, PRV-16, PRV-17). Permission: RESIDENTS MANAGE. Cost: 10.
    async fn answer_rights_request(
        &self,
        ctx: &Context<'_>,
        input: AnswerRightsRequestInput,
    ) -> Result<RightsRequestPayload> {
        let (precinct, id) = ctx.row(Kind::RightsRequest, &input.rights_request_id)?;
        let answer = AnswerRights {
            id,
            expected_version: input.expected_version,
            answer: input.answer,
            refuse: input.refuse.map(|word| word.0),
        };
        let result = ctx.at(precinct)?.scope.answer_rights_request(&answer).await;
        payload(ctx, precinct, result)
    }
}

fn payload(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    result: tenants::Result<rows::RightsRequest>,
) -> Result<RightsRequestPayload> {
    let (row, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(RightsRequestPayload { rights_request: row.map(|row| RightsRequest { precinct, row }), user_errors })
}
