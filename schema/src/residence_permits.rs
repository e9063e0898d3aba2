//! Residence permits (居住证) as GraphQL objects.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::ids::{PrecinctId, ResidencePermitId};
use tenants::residence_permits::{self as rows, PermitApplicant, PermitEnd, PermitGround, PermitState, PermitStep};

use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::dwellings::{self, Dwelling};
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::persons::Person;
use crate::stays::person;
use crate::words::Word;

/// A residence permit.
pub struct ResidencePermit(pub rows::ResidencePermit);

listed!(ResidencePermit, rows::ResidencePermit, "ResidencePermitConnection", "ResidencePermitEdge", |row| (
    row.number, row.id
));

/// A residence permit (居住证): one a person and city, endorsed yearly (§2.10, PMT-01 to PMT-04). Permission: PERMITS LIST. Cost: 1.
#[Object]
impl ResidencePermit {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::ResidencePermit, self.0.precinct, self.0.id)
    }

    /// Its number, unique in the precinct (证件编号).
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// Where it is in its life (状态).
    async fn state(&self) -> Word<PermitState> {
        Word(self.0.state)
    }

    /// The holder, masked (持证人). Permission: PERSONS LIST. Cost: 1.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.precinct, self.0.person).await
    }

    /// Where the holder lives (居住地址).
    async fn dwelling(&self, ctx: &Context<'_>) -> Result<Dwelling> {
        dwellings::dwelling(ctx, self.0.precinct, self.0.dwelling).await
    }

    /// The city it is for, as the division code names it (居住地城市代码).
    async fn city(&self) -> &str {
        &self.0.city
    }

    /// The ground beside half a year of residence (申领条件).
    async fn ground(&self) -> Word<PermitGround> {
        Word(self.0.ground)
    }

    /// Who applied (申领人).
    async fn applied_by(&self) -> Word<PermitApplicant> {
        Word(self.0.applied_by)
    }

    /// Since when the holder resides here, by registered stays (居住起始日).
    async fn resident_since(&self) -> Date {
        Date(self.0.resident_since)
    }

    /// When it was applied for (申请日期).
    async fn applied_on(&self) -> Date {
        Date(self.0.applied_on)
    }

    /// When it was accepted (受理日期).
    async fn accepted_on(&self) -> Option<Date> {
        self.0.accepted_on.map(Date)
    }

    /// The last day on which it is to be issued (制发期限).
    async fn due_on(&self) -> Option<Date> {
        self.0.due_on.map(Date)
    }

    /// Whether that day was moved, which is done once at most (已延长).
    async fn extended(&self) -> bool {
        self.0.extended
    }

    /// Whether it should have been issued already (已超期).
    async fn overdue(&self, ctx: &Context<'_>) -> bool {
        self.0.is_overdue(ctx.asking().store().clock().today())
    }

    /// When it was issued (签发日期).
    async fn issued_on(&self) -> Option<Date> {
        self.0.issued_on.map(Date)
    }

    /// Full years of continuous residence; after a suspension they count anew, and while it is suspended there are none (PMT-03,
    /// 连续居住年限).
    async fn residence_years(&self, ctx: &Context<'_>) -> i32 {
        let years = self.0.residence_years(ctx.asking().store().clock().today());
        i32::try_from(years).unwrap_or(i32::MAX)
    }

    /// From which day those years count (年限起算日).
    async fn counted_from(&self) -> Option<Date> {
        self.0.counted_from.map(Date)
    }

    /// The day until which it is to be endorsed; of 29 February the 28th in common years (PMT-04, 签注期限).
    async fn endorse_by(&self) -> Option<Date> {
        self.0.endorse_by.map(Date)
    }

    /// Since when its functions are suspended (中止日期).
    async fn suspended_on(&self) -> Option<Date> {
        self.0.suspended_on.map(Date)
    }

    /// When it was cancelled (注销日期).
    async fn cancelled_on(&self) -> Option<Date> {
        self.0.cancelled_on.map(Date)
    }

    /// Why it was cancelled (注销原因).
    async fn cancel_reason(&self) -> Option<Word<PermitEnd>> {
        self.0.cancel_reason.map(Word)
    }

    /// All that happened to it, the first first (办理记录). Cost: 1 each.
    async fn events(&self, ctx: &Context<'_>) -> Result<Vec<PermitEvent>> {
        let events = ctx.at(self.0.precinct)?.load.permit_events.load(self.0.id).await.found(ctx)?;
        Ok(events.into_iter().map(PermitEvent).collect())
    }

    /// Counts its changes; sent back as `expectedVersion` (REG-19).
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it last changed (更新时间).
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }
}

/// Something that happened to a permit.
pub struct PermitEvent(rows::PermitEvent);

/// Something that happened to a residence permit, append-only (办理记录). Permission: PERMITS LIST. Cost: 1.
#[Object]
impl PermitEvent {
    /// What (事项).
    async fn step(&self) -> Word<PermitStep> {
        Word(self.0.step)
    }

    /// The state since (状态).
    async fn state(&self) -> Word<PermitState> {
        Word(self.0.state)
    }

    /// On which day (日期).
    async fn on(&self) -> Date {
        Date(self.0.on)
    }

    /// By whom (经办人).
    async fn by(&self) -> &str {
        &self.0.by
    }

    /// When it was recorded (记录时间).
    async fn at(&self) -> DateTime<Utc> {
        self.0.at
    }
}

/// The permit of a person that is not cancelled, if any.
pub(crate) async fn of_person(ctx: &Context<'_>, person: &tenants::persons::Person) -> Result<Option<ResidencePermit>> {
    let permits = ctx.at(person.precinct)?.load.permits_of.load(person.id).await.told(ctx)?;
    Ok(permits.unwrap_or_default().into_iter().next().map(ResidencePermit))
}

/// Which permits a list holds; every part narrows it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ResidencePermitFilter {
    /// Of a beat (警务区).
    pub beat_id: Option<ID>,
    /// In a state (状态).
    pub state: Option<Word<PermitState>>,
    /// Accepted, and not issued in time (超期未制发).
    pub overdue: Option<bool>,
}

/// A page of a precinct's permits.
pub(crate) async fn permits(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    filter: Option<ResidencePermitFilter>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<ResidencePermit>> {
    let filter = filter.unwrap_or_default();
    let today = ctx.asking().store().clock().today();
    let filter = rows::PermitFilter {
        beat: filter.beat_id.as_ref().map(|id| ctx.row_in(Kind::Beat, precinct, id)).transpose()?,
        state: filter.state.map(|word| word.0),
        endorse_by: None,
        due_before: filter.overdue.unwrap_or(false).then_some(today),
    };
    let list = List { name: "residencePermits", owner: precinct.0 };
    listed_permits(ctx, list, precinct, filter, (first, after)).await
}

/// A page of the permits whose holders are to be reminded.
pub(crate) async fn reminders(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<ResidencePermit>> {
    let filter = ctx.at(precinct)?.scope.reminder_filter().await.told(ctx)?;
    let list = List { name: "permitReminders", owner: precinct.0 };
    listed_permits(ctx, list, precinct, filter, (first, after)).await
}

async fn listed_permits(
    ctx: &Context<'_>,
    list: List,
    precinct: PrecinctId,
    filter: rows::PermitFilter,
    (first, after): (Option<i32>, Option<String>),
) -> Result<Connection<ResidencePermit>> {
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.residence_permits(&filter, &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let (scope, filter) = (scope.clone(), filter.clone());
        Box::pin(async move { scope.count_residence_permits(&filter).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// One permit of a precinct.
pub(crate) async fn permit(ctx: &Context<'_>, precinct: PrecinctId, id: ResidencePermitId) -> Result<ResidencePermit> {
    ctx.at(precinct)?.scope.residence_permit(id).await.told(ctx).map(ResidencePermit)
}

/// A permit to be applied for.
#[derive(InputObject)]
pub struct ApplyForResidencePermitInput {
    /// For whom (申请人).
    pub person_id: ID,
    /// Where the person lives by a registered stay (居住地址).
    pub dwelling_id: ID,
    /// The ground beside half a year of residence (申领条件).
    pub ground: Word<PermitGround>,
    /// Who applies: under 16 a guardian (申领人).
    pub applied_by: Word<PermitApplicant>,
    /// The guardian or near relative, where one applies (代为申领人).
    pub applicant_id: Option<ID>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A step of a permit's life.
#[derive(InputObject)]
pub struct ResidencePermitStepInput {
    /// Which permit (居住证).
    pub residence_permit_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An endorsement.
#[derive(InputObject)]
pub struct EndorseResidencePermitInput {
    /// Which permit (居住证).
    pub residence_permit_id: ID,
    /// The ground that holds now, where it is another one (申领条件).
    pub ground: Option<Word<PermitGround>>,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A holder's new address.
#[derive(InputObject)]
pub struct ChangePermitAddressInput {
    /// Which permit (居住证).
    pub residence_permit_id: ID,
    /// Where the holder lives now (居住地址).
    pub dwelling_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A permit to be cancelled.
#[derive(InputObject)]
pub struct CancelResidencePermitInput {
    /// Which permit (居住证).
    pub residence_permit_id: ID,
    /// Why (注销原因).
    pub reason: Word<PermitEnd>,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A permit applied for or changed.
#[derive(SimpleObject)]
pub struct ResidencePermitPayload {
    /// The permit, unless refused.
    pub residence_permit: Option<ResidencePermit>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What changes permits.
#[derive(Default)]
pub struct ResidencePermitMutations;

#[Object]
impl ResidencePermitMutations {
    /// Applies for a permit: half a year of registered residence and one ground, registered in another city, one a city (申领居住证,
    /// PMT-01, PMT-02). Permission: PERMITS MANAGE. Cost: 10.
    async fn apply_for_residence_permit(
        &self,
        ctx: &Context<'_>,
        input: ApplyForResidencePermitInput,
    ) -> Result<ResidencePermitPayload> {
        let (precinct, person) = ctx.row(Kind::Person, &input.person_id)?;
        let new = rows::NewPermit {
            person,
            dwelling: ctx.row_in(Kind::Dwelling, precinct, &input.dwelling_id)?,
            ground: input.ground.0,
            applied_by: input.applied_by.0,
            applicant: input.applicant_id.as_ref().map(|id| ctx.row_in(Kind::Person, precinct, id)).transpose()?,
        };
        payload(ctx, ctx.at(precinct)?.scope.apply_for_residence_permit(&new).await)
    }

    /// Accepts an application: the time to issue the permit runs (受理). Permission: PERMITS MANAGE. Cost: 10.
    async fn accept_residence_permit(
        &self,
        ctx: &Context<'_>,
        input: ResidencePermitStepInput,
    ) -> Result<ResidencePermitPayload> {
        let (precinct, id) = ctx.row(Kind::ResidencePermit, &input.residence_permit_id)?;
        payload(ctx, ctx.at(precinct)?.scope.accept_residence_permit(id, input.expected_version).await)
    }

    /// Extends the time to issue a permit, once, to the longest the law allows (延长制发期限). Permission: PERMITS MANAGE. Cost: 10.
    async fn extend_residence_permit(
        &self,
        ctx: &Context<'_>,
        input: ResidencePermitStepInput,
    ) -> Result<ResidencePermitPayload> {
        let (precinct, id) = ctx.row(Kind::ResidencePermit, &input.residence_permit_id)?;
        payload(ctx, ctx.at(precinct)?.scope.extend_residence_permit(id, input.expected_version).await)
    }

    /// Issues a permit; the years of residence count from today (签发). Permission: PERMITS MANAGE. Cost: 10.
    async fn issue_residence_permit(
        &self,
        ctx: &Context<'_>,
        input: ResidencePermitStepInput,
    ) -> Result<ResidencePermitPayload> {
        let (precinct, id) = ctx.row(Kind::ResidencePermit, &input.residence_permit_id)?;
        payload(ctx, ctx.at(precinct)?.scope.issue_residence_permit(id, input.expected_version).await)
    }

    /// Endorses a permit in the month before its full year; late, its functions are restored and the years count anew (签注, PMT-03).
    /// Permission: PERMITS MANAGE. Cost: 10.
    async fn endorse_residence_permit(
        &self,
        ctx: &Context<'_>,
        input: EndorseResidencePermitInput,
    ) -> Result<ResidencePermitPayload> {
        let (precinct, id) = ctx.row(Kind::ResidencePermit, &input.residence_permit_id)?;
        let ground = input.ground.map(|word| word.0);
        payload(ctx, ctx.at(precinct)?.scope.endorse_residence_permit(id, ground, input.expected_version).await)
    }

    /// Registers the holder's new address in the city; the permit stays the same (住址变更). Permission: PERMITS MANAGE. Cost: 10.
    async fn change_permit_address(
        &self,
        ctx: &Context<'_>,
        input: ChangePermitAddressInput,
    ) -> Result<ResidencePermitPayload> {
        let (precinct, id) = ctx.row(Kind::ResidencePermit, &input.residence_permit_id)?;
        let dwelling = ctx.row_in(Kind::Dwelling, precinct, &input.dwelling_id)?;
        payload(ctx, ctx.at(precinct)?.scope.change_permit_address(id, dwelling, input.expected_version).await)
    }

    /// Cancels a permit for good (注销居住证). Permission: PERMITS MANAGE. Cost: 10.
    async fn cancel_residence_permit(
        &self,
        ctx: &Context<'_>,
        input: CancelResidencePermitInput,
    ) -> Result<ResidencePermitPayload> {
        let (precinct, id) = ctx.row(Kind::ResidencePermit, &input.residence_permit_id)?;
        let scope = &ctx.at(precinct)?.scope;
        payload(ctx, scope.cancel_residence_permit(id, input.reason.0, input.expected_version).await)
    }
}

fn payload(ctx: &Context<'_>, result: tenants::Result<rows::ResidencePermit>) -> Result<ResidencePermitPayload> {
    let (permit, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(ResidencePermitPayload { residence_permit: permit.map(ResidencePermit), user_errors })
}
