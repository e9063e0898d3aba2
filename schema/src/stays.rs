//! Temporary registrations (暂住登记) as GraphQL objects.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::ids::{PrecinctId, StayId};
use tenants::roles::{Action, Domain};
use tenants::stays::{
    self as rows, Newcomer, StayEnd, StayExemption, StayGround, StayOutcome, StayReason, Stayer, TakenAt,
};

use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::dwellings::{self, Dwelling};
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::page::{Connection, List, bad, listed, paging};
use crate::persons::Person;
use crate::words::Word;

/// A temporary registration.
pub struct Stay(pub rows::Stay);

listed!(Stay, rows::Stay, "StayConnection", "StayEdge", |row| (row.number, row.id));

/// A temporary registration (暂住登记): who of another city stays where (§2.10). An ended one is kept. Permission: STAYS LIST.
/// Cost: 1.
#[Object]
impl Stay {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Stay, self.0.precinct, self.0.id)
    }

    /// The voucher's number, unique in the precinct (凭证编号).
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// Who stays, masked (人员). Permission: PERSONS LIST. Cost: 1.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0.precinct, self.0.person).await
    }

    /// Where (暂住地址).
    async fn dwelling(&self, ctx: &Context<'_>) -> Result<Dwelling> {
        dwellings::dwelling(ctx, self.0.precinct, self.0.dwelling).await
    }

    /// Why (暂住事由).
    async fn reason(&self) -> Word<StayReason> {
        Word(self.0.reason)
    }

    /// Where it was registered (受理地点).
    async fn taken_at(&self) -> Word<TakenAt> {
        Word(self.0.taken_at)
    }

    /// First day (来本地日期).
    async fn from(&self) -> Date {
        Date(self.0.from)
    }

    /// The last day as stated (拟暂住至).
    async fn until(&self) -> Date {
        Date(self.0.until)
    }

    /// First day no longer; none while it lasts (注销日期).
    async fn ended_on(&self) -> Option<Date> {
        self.0.ended_on.map(Date)
    }

    /// Why it ended (注销原因).
    async fn end_reason(&self) -> Option<Word<StayEnd>> {
        self.0.end_reason.map(Word)
    }

    /// Who registered it (经办人).
    async fn registered_by(&self) -> &str {
        &self.0.registered_by
    }

    /// When (登记时间).
    async fn registered_at(&self) -> DateTime<Utc> {
        self.0.registered_at
    }

    /// Counts its changes; sent back as `expectedVersion` (REG-19).
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// A person that a stay, a permit or a task leads to.
pub(crate) async fn person(ctx: &Context<'_>, precinct: PrecinctId, person: tenants::ids::PersonId) -> Result<Person> {
    let opened = ctx.at(precinct)?;
    opened.scope.may(Domain::Persons, Action::List).told(ctx)?;
    opened.load.persons.load(person).await.found(ctx).map(Person)
}

/// A stay that another object leads to.
pub(crate) async fn loaded(ctx: &Context<'_>, precinct: PrecinctId, id: StayId) -> Result<Stay> {
    ctx.at(precinct)?.load.stays.load(id).await.found(ctx).map(Stay)
}

/// The stay of a person that lasts, if any.
pub(crate) async fn of_person(ctx: &Context<'_>, person: &tenants::persons::Person) -> Result<Option<Stay>> {
    let stays = ctx.at(person.precinct)?.load.stays_of.load(person.id).await.told(ctx)?;
    Ok(stays.unwrap_or_default().into_iter().next().map(Stay))
}

/// A decision whether a stay is to be registered.
pub struct StayDecision(PrecinctId, rows::StayDecision);

/// A decision whether a stay is to be registered (登记决定, RNT-01). Permission: STAYS MANAGE. Cost: 1.
#[Object]
impl StayDecision {
    /// What was decided (决定).
    async fn outcome(&self) -> Word<StayOutcome> {
        Word(self.1.outcome)
    }

    /// By what (依据).
    async fn ground(&self) -> Word<StayGround> {
        Word(self.1.ground)
    }

    /// Of whom, masked (人员). Permission: PERSONS LIST. Cost: 1.
    async fn person(&self, ctx: &Context<'_>) -> Result<Person> {
        person(ctx, self.0, self.1.person).await
    }

    /// On which day (决定日期).
    async fn decided_on(&self) -> Date {
        Date(self.1.decided_on)
    }

    /// By whom (决定人).
    async fn decided_by(&self) -> &str {
        &self.1.decided_by
    }
}

/// Which stays a list holds; every part narrows it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct StayFilter {
    /// Of a beat (警务区).
    pub beat_id: Option<ID>,
    /// Of a community (社区).
    pub community_id: Option<ID>,
    /// Those that last (true) or have ended (false) (是否有效).
    pub open: Option<bool>,
    /// Those that last although the day stated is over (已到期未注销).
    pub lapsed: Option<bool>,
}

/// A page of a precinct's stays.
pub(crate) async fn stays(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    filter: Option<StayFilter>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Stay>> {
    let list = List { name: "stays", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.at(precinct)?.scope.clone();
    let filter = filter.unwrap_or_default();
    let filter = rows::StayFilter {
        beat: filter.beat_id.as_ref().map(|id| ctx.row_in(Kind::Beat, precinct, id)).transpose()?,
        community: filter.community_id.as_ref().map(|id| ctx.row_in(Kind::Community, precinct, id)).transpose()?,
        open: filter.open,
        lapsed_by: filter.lapsed.unwrap_or(false).then(|| scope.store().clock().today()),
    };
    let page = scope.stays(&filter, &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let (scope, filter) = (scope.clone(), filter.clone());
        Box::pin(async move { scope.count_stays(&filter).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// One stay of a precinct.
pub(crate) async fn stay(ctx: &Context<'_>, precinct: PrecinctId, id: StayId) -> Result<Stay> {
    ctx.at(precinct)?.scope.stay(id).await.told(ctx).map(Stay)
}

/// A person whom the precinct does not know yet (新来人员).
#[derive(InputObject)]
pub struct NewInhabitantInput {
    /// The name (姓名).
    pub name: String,
    /// The citizen id number, which says sex and birth date (公民身份号码).
    pub id_number: String,
    /// The telephone number (电话).
    pub phone: Option<String>,
    /// Where registered, as the papers say (户籍地).
    pub registered_place: String,
    /// Whether that place is in this very city (是否本市户籍).
    #[graphql(default)]
    pub in_this_city: bool,
}

/// A stay to be registered.
#[derive(InputObject)]
pub struct RegisterStayInput {
    /// Who stays: a person whom the precinct knows (人员). Either this or `newcomer`.
    pub person_id: Option<ID>,
    /// Who stays: somebody new (新来人员).
    pub newcomer: Option<NewInhabitantInput>,
    /// Where (暂住地址).
    pub dwelling_id: ID,
    /// Why (暂住事由).
    pub reason: Word<StayReason>,
    /// Where it is registered (受理地点).
    pub taken_at: Word<TakenAt>,
    /// First day, not in the future (来本地日期).
    pub from: Date,
    /// The last day as stated (拟暂住至).
    pub until: Date,
    /// A lodging that records its guests itself (免予登记情形).
    pub exemption: Option<Word<StayExemption>>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A stay to be extended.
#[derive(InputObject)]
pub struct ExtendStayInput {
    /// Which stay.
    pub stay_id: ID,
    /// The new last day (拟暂住至).
    pub until: Date,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A stay to be ended.
#[derive(InputObject)]
pub struct EndStayInput {
    /// Which stay.
    pub stay_id: ID,
    /// First day no longer (注销日期).
    pub ended_on: Date,
    /// Why (注销原因).
    pub reason: Word<StayEnd>,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// What came of a registration.
#[derive(SimpleObject)]
pub struct RegisterStayPayload {
    /// The stay with its voucher number; none where none is needed, or when refused.
    pub stay: Option<Stay>,
    /// What was decided, unless refused.
    pub decision: Option<StayDecision>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// A stay extended or ended.
#[derive(SimpleObject)]
pub struct StayPayload {
    /// The stay, unless refused.
    pub stay: Option<Stay>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What changes stays.
#[derive(Default)]
pub struct StayMutations;

#[Object]
impl StayMutations {
    /// Registers a stay on the spot and gives its voucher number; of whom none is needed or who is exempt, the decision alone is
    /// written (暂住登记, §2.10, RNT-01). Permission: STAYS MANAGE. Cost: 10.
    async fn register_stay(&self, ctx: &Context<'_>, input: RegisterStayInput) -> Result<RegisterStayPayload> {
        let (precinct, dwelling) = ctx.row(Kind::Dwelling, &input.dwelling_id)?;
        let who = match (input.person_id, input.newcomer) {
            (Some(id), None) => Stayer::Known(ctx.row_in(Kind::Person, precinct, &id)?),
            (None, Some(new)) => Stayer::New(Newcomer {
                name: new.name,
                id_number: new.id_number,
                phone: new.phone,
                registered_place: new.registered_place,
                in_this_city: new.in_this_city,
            }),
            _ => return Err(bad(ctx, "ONE_OF", "personId")),
        };
        let new = rows::NewStay {
            who,
            dwelling,
            reason: input.reason.0,
            taken_at: input.taken_at.0,
            from: input.from.0,
            until: input.until.0,
            exemption: input.exemption.map(|word| word.0),
        };
        let result = ctx.at(precinct)?.scope.register_stay(&new).await;
        let (taken, user_errors) = outcome(result, ctx.asking().language())?;
        let (stay, decision) = taken.map_or((None, None), |taken| (taken.stay, Some(taken.decision)));
        let decision = decision.map(|row| StayDecision(precinct, row));
        Ok(RegisterStayPayload { stay: stay.map(Stay), decision, user_errors })
    }

    /// Moves the last day of a stay that lasts (延期). Permission: STAYS MANAGE. Cost: 10.
    async fn extend_stay(&self, ctx: &Context<'_>, input: ExtendStayInput) -> Result<StayPayload> {
        let (precinct, id) = ctx.row(Kind::Stay, &input.stay_id)?;
        payload(ctx, ctx.at(precinct)?.scope.extend_stay(id, input.until.0, input.expected_version).await)
    }

    /// Ends a stay; it is kept. Whoever leaves the city, dies or is registered in it holds no permit from then on (注销暂住登记).
    /// Permission: STAYS MANAGE. Cost: 10.
    async fn end_stay(&self, ctx: &Context<'_>, input: EndStayInput) -> Result<StayPayload> {
        let (precinct, id) = ctx.row(Kind::Stay, &input.stay_id)?;
        let scope = &ctx.at(precinct)?.scope;
        payload(ctx, scope.end_stay(id, input.ended_on.0, input.reason.0, input.expected_version).await)
    }
}

fn payload(ctx: &Context<'_>, result: tenants::Result<rows::Stay>) -> Result<StayPayload> {
    let (stay, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(StayPayload { stay: stay.map(Stay), user_errors })
}
