//! Moves between stations (迁移) as GraphQL objects (§2.9).

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::acts::{Destination, MoveReason, Seen};
use tenants::ids::{PersonId, PrecinctId, TransferId};
use tenants::scope::{self, Scope};
use tenants::transfers::{
    self as rows, Certificate, DeathOnTheWay, Handover, Mover, NewDeparture, NewTransfer, TransferKind, TransferSide,
    TransferState,
};

use crate::acts::Act;
use crate::acts::arrivals::DestinationInput;
use crate::acts::input::{PaperInput, PersonSeenInput, SuccessionInput};
use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::error::{UserError, outcome};
use crate::households::Household;
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::words::Word;

/// A move, as one of its stations has it.
pub struct Transfer(pub rows::Transfer);

listed!(Transfer, rows::Transfer, "TransferConnection", "TransferEdge", |row| (row.number, row.id));

/// A move between stations (迁移), as one of its two stations has it: both read the same state (MOV-11).
/// Permission: TRANSFERS LIST. Cost: 1.
#[Object]
impl Transfer {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Transfer, self.0.precinct, self.0.id)
    }

    /// Its number, the same at both stations (编号).
    async fn number(&self) -> &str {
        &self.0.number
    }

    /// Which side this station is (迁移方).
    async fn side(&self) -> Word<TransferSide> {
        Word(self.0.side)
    }

    /// Between whom (类型).
    async fn kind(&self) -> Word<TransferKind> {
        Word(self.0.kind)
    }

    /// Where it stands (状态).
    async fn state(&self) -> Word<TransferState> {
        Word(self.0.state)
    }

    /// Why somebody moves (迁移原因).
    async fn ground(&self) -> Word<MoveReason> {
        Word(self.0.ground)
    }

    /// The other station's short name, where it is one of the installation (对方单位).
    async fn other_station(&self) -> Option<&str> {
        self.0.other.map(|_| self.0.other_name.as_str())
    }

    /// The place outside, where the other side is not of the installation (外地).
    async fn outside_place(&self) -> Option<&str> {
        if self.0.other.is_some() { None } else { Some(&self.0.other_name) }
    }

    /// The household joined, or the one left (户). Permission: HOUSEHOLDS LIST. Cost: 1.
    async fn household(&self, ctx: &Context<'_>) -> Option<Result<Household>> {
        let id = self.0.household?;
        let found = async { ctx.at(self.0.precinct)?.load.households.load(id).await.found(ctx) }.await;
        Some(found.map(Household))
    }

    /// Who moves, masked (迁移人). Cost: 1 each.
    async fn persons(&self, ctx: &Context<'_>) -> Result<Vec<TransferPerson>> {
        let persons = ctx.at(self.0.precinct)?.load.transfer_persons.load(self.0.id).await.told(ctx)?;
        let of = |row| TransferPerson { precinct: self.0.precinct, row };
        Ok(persons.unwrap_or_default().into_iter().map(of).collect())
    }

    /// Who filed it (申请受理人).
    async fn applied_by(&self) -> &str {
        &self.0.applied_by
    }

    /// When it was filed (申请时间).
    async fn applied_at(&self) -> DateTime<Utc> {
        self.0.applied_at
    }

    /// Who permitted it (审批人).
    async fn permitted_by(&self) -> Option<&str> {
        self.0.permitted_by.as_deref()
    }

    /// The permit's number (准迁证编号).
    async fn permit_number(&self) -> Option<&str> {
        self.0.permit.as_ref().map(|(number, _)| number.as_str())
    }

    /// The permit's last day (准迁证有效期至).
    async fn permit_until(&self) -> Option<Date> {
        self.0.permit.as_ref().map(|(_, until)| Date(*until))
    }

    /// The transfer certificate's number (迁移证编号).
    async fn certificate_number(&self) -> Option<&str> {
        self.0.certificate.as_ref().map(|(number, _)| number.as_str())
    }

    /// The transfer certificate's last day (迁移证有效期至).
    async fn certificate_until(&self) -> Option<Date> {
        self.0.certificate.as_ref().map(|(_, until)| Date(*until))
    }

    /// Why it was refused, sent back or given up (理由).
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// The act of this station: by which the persons left here, or came (登记行为). Cost: 1.
    async fn act(&self, ctx: &Context<'_>) -> Option<Result<Act>> {
        let id = self.0.in_act.or(self.0.out_act)?;
        let found = ctx.at(self.0.precinct).ok()?.load.acts.load(id).await.found(ctx);
        Some(found.map(|row| Act { precinct: self.0.precinct, row }))
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.0.version
    }

    /// When it last changed (更新时间).
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }
}

/// A person of a move.
pub struct TransferPerson {
    precinct: PrecinctId,
    row: rows::TransferPerson,
}

/// A person of a move (迁移人), masked. Permission: TRANSFERS LIST. Cost: 1.
#[Object]
impl TransferPerson {
    /// The name, masked (姓名).
    async fn name(&self) -> &str {
        &self.row.name
    }

    /// The citizen id number, masked (公民身份号码).
    async fn id_number(&self) -> Option<&str> {
        self.row.id_number.as_deref()
    }

    /// What he is, or is to be, to the head at the destination: a code of GB/T 4761 (与户主关系).
    async fn relation_code(&self) -> &str {
        &self.row.relation
    }

    /// The person's entry here, once there is one (人员). Cost: 1.
    async fn person_id(&self, ctx: &Context<'_>) -> Option<ID> {
        Some(ctx.id(Kind::Person, self.precinct, self.row.person?))
    }
}

/// Which moves are listed.
#[derive(Default, InputObject)]
pub struct TransferFilter {
    /// In this state (状态).
    pub state: Option<Word<TransferState>>,
    /// On this side (迁移方).
    pub side: Option<Word<TransferSide>>,
    /// Only open ones that nobody has touched for longer than the limit in force (MOV-10).
    #[graphql(default)]
    pub still: bool,
}

/// A page of a precinct's moves, by number.
pub(crate) async fn transfers(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    filter: Option<TransferFilter>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Transfer>> {
    let list = List { name: "transfers", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.at(precinct)?.scope.clone();
    let filter = kept(ctx, &scope, filter.unwrap_or_default()).await?;
    let page = scope.transfers(&filter, &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let (scope, filter) = (scope.clone(), filter.clone());
        Box::pin(async move { scope.count_transfers(&filter).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

async fn kept(
    ctx: &Context<'_>,
    scope: &Scope<scope::Precinct>,
    filter: TransferFilter,
) -> Result<rows::TransferFilter> {
    let still = if filter.still { scope.still_transfers().await.told(ctx)? } else { rows::TransferFilter::default() };
    Ok(rows::TransferFilter { state: filter.state.map(|word| word.0), side: filter.side.map(|word| word.0), ..still })
}

/// One move.
pub(crate) async fn by_id(ctx: &Context<'_>, precinct: PrecinctId, id: &ID) -> Result<Transfer> {
    let row: TransferId = ctx.row_in(Kind::Transfer, precinct, id)?;
    ctx.at(precinct)?.scope.transfer(row).await.told(ctx).map(Transfer)
}

/// Somebody who is to move.
#[derive(InputObject)]
pub struct MoverInput {
    /// The name, as the register he comes from has it (姓名).
    pub name: String,
    /// The citizen id number, in clear (公民身份号码).
    pub id_number: String,
    /// The telephone number, of somebody from outside (联系电话).
    pub phone: Option<String>,
    /// What he is to be to the head at the destination: a code of GB/T 4761 (与户主关系).
    pub relation: String,
}

/// A move to be filed at the destination.
#[derive(InputObject)]
pub struct ApplyForTransferInput {
    /// Who moves: all of them, or nobody (MOV-07).
    pub movers: Vec<MoverInput>,
    /// Where to (迁入地址).
    pub into: DestinationInput,
    /// Why (迁移原因).
    pub ground: Word<MoveReason>,
    /// From which place outside; needed where no register of the installation has the movers (迁出地).
    pub outside_place: Option<String>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A step of a move.
#[derive(InputObject)]
pub struct TransferStepInput {
    /// Which move.
    pub transfer_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// The end of a move, with its reason.
#[derive(InputObject)]
pub struct EndTransferInput {
    /// Which move.
    pub transfer_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Why: 1 to 200 characters, without personal values.
    pub reason: String,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// The origin's agreement.
#[derive(InputObject)]
pub struct HandOverTransferInput {
    /// Which move.
    pub transfer_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Who heads those who stay, where the head leaves (新户主, MOV-06).
    pub succession: Option<SuccessionInput>,
    /// The booklet, and the guardians' consent for minors (凭证, REG-16).
    #[graphql(default)]
    pub papers: Vec<PaperInput>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A station outside has sent its transfer certificate.
#[derive(InputObject)]
pub struct ReceiveTransferInput {
    /// Which move.
    pub transfer_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// The certificate's number (迁移证编号).
    pub certificate_number: String,
    /// The day it was issued (签发日期).
    pub issued_on: Date,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// Somebody died on the way to the asker's station (R09).
#[derive(InputObject)]
pub struct RecordDeathInTransitInput {
    /// Which move.
    pub transfer_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// The certificate's number (迁移证编号).
    pub certificate_number: String,
    /// The day it was issued (签发日期).
    pub issued_on: Date,
    /// Which of the movers, counted from 0 in the order they were filed.
    pub mover: u32,
    /// The day of the death (死亡日期).
    pub died_on: Date,
    /// The death proof (死亡证明).
    pub papers: Vec<PaperInput>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// Members who leave for a station outside.
#[derive(InputObject)]
pub struct RecordDepartureInput {
    /// Who leaves: members of one household, all of them or nobody (MOV-07).
    pub persons: Vec<PersonSeenInput>,
    /// Where to, in words (迁往地).
    pub to_place: String,
    /// Why (迁移原因).
    pub ground: Word<MoveReason>,
    /// The permit from there, a student's paper, guardians' consent (凭证).
    pub papers: Vec<PaperInput>,
    /// Who heads those who stay, where the head leaves (新户主, MOV-06).
    pub succession: Option<SuccessionInput>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A move filed or changed.
#[derive(SimpleObject)]
pub struct TransferPayload {
    /// The move, unless refused.
    pub transfer: Option<Transfer>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What changes moves.
#[derive(Default)]
pub struct TransferMutations;

#[Object]
impl TransferMutations {
    /// Files a move to the asker's station; where the movers are registered at another station of the installation, that station has it
    /// before it at once (申请迁入, R04, R06). Permission: TRANSFERS MANAGE. Cost: 10.
    async fn apply_for_transfer(&self, ctx: &Context<'_>, input: ApplyForTransferInput) -> Result<TransferPayload> {
        let opened = ctx.home()?;
        let movers = input.movers.into_iter().map(|mover| Mover {
            name: mover.name,
            number: mover.id_number,
            phone: mover.phone,
            relation: mover.relation,
        });
        let new = NewTransfer {
            movers: movers.collect(),
            into: destination(ctx, opened.scope.precinct(), input.into)?,
            ground: input.ground.0,
            outside_place: input.outside_place,
        };
        payload(ctx, opened.scope.apply_for_transfer(&new).await)
    }

    /// The destination permits a move until a day; not by the officer who filed it (准予迁入). Permission: TRANSFERS APPROVE. Cost: 10.
    async fn permit_transfer(&self, ctx: &Context<'_>, input: TransferStepInput) -> Result<TransferPayload> {
        let (scope, id) = opened(ctx, &input.transfer_id)?;
        payload(ctx, scope.permit_transfer(id, input.expected_version).await)
    }

    /// The destination does not permit a move (不予准迁). Permission: TRANSFERS APPROVE. Cost: 10.
    async fn refuse_transfer(&self, ctx: &Context<'_>, input: EndTransferInput) -> Result<TransferPayload> {
        let (scope, id) = opened(ctx, &input.transfer_id)?;
        payload(ctx, scope.refuse_transfer(id, input.expected_version, &input.reason).await)
    }

    /// The origin agrees: the members leave and arrive in one commit; sent again, it changes nothing more (一站式迁移, MOV-02, MOV-04).
    /// Permission: TRANSFERS MANAGE. Cost: 10.
    async fn hand_over_transfer(&self, ctx: &Context<'_>, input: HandOverTransferInput) -> Result<TransferPayload> {
        let (scope, id) = opened(ctx, &input.transfer_id)?;
        let handover = Handover {
            succession: input.succession.map(|succession| succession.read(ctx, scope.precinct())).transpose()?,
            papers: input.papers.into_iter().map(Into::into).collect(),
        };
        payload(ctx, scope.hand_over(id, input.expected_version, &handover).await)
    }

    /// The movers of a station outside come in with their certificate (迁入登记, R04). Permission: TRANSFERS MANAGE. Cost: 10.
    async fn receive_transfer(&self, ctx: &Context<'_>, input: ReceiveTransferInput) -> Result<TransferPayload> {
        let (scope, id) = opened(ctx, &input.transfer_id)?;
        let certificate = Certificate { number: input.certificate_number, issued_on: input.issued_on.day() };
        payload(ctx, scope.receive_transfer(id, input.expected_version, &certificate).await)
    }

    /// Somebody died on the way: moved in and dead, both recorded here in one commit (途中死亡, R09). Permission: TRANSFERS MANAGE. Cost: 10.
    async fn record_death_in_transit(
        &self,
        ctx: &Context<'_>,
        input: RecordDeathInTransitInput,
    ) -> Result<TransferPayload> {
        let (scope, id) = opened(ctx, &input.transfer_id)?;
        let certificate = Certificate { number: input.certificate_number, issued_on: input.issued_on.day() };
        let death = DeathOnTheWay {
            mover: input.mover as usize,
            died_on: input.died_on.day(),
            papers: input.papers.into_iter().map(Into::into).collect(),
        };
        payload(ctx, scope.record_death_in_transit((id, input.expected_version), &certificate, &death).await)
    }

    /// Members leave for a station outside, and are on the way until it has them (迁出登记, R05, MOV-03). Permission: TRANSFERS MANAGE. Cost: 10.
    async fn record_departure(&self, ctx: &Context<'_>, input: RecordDepartureInput) -> Result<TransferPayload> {
        let opened = ctx.home()?;
        let precinct = opened.scope.precinct();
        let new = NewDeparture {
            persons: persons(ctx, precinct, &input.persons)?,
            to_place: input.to_place,
            ground: input.ground.0,
            papers: input.papers.into_iter().map(Into::into).collect(),
            succession: input.succession.map(|succession| succession.read(ctx, precinct)).transpose()?,
        };
        payload(ctx, opened.scope.record_departure(&new).await)
    }

    /// The station outside says that they arrived (确认迁入). Permission: TRANSFERS MANAGE. Cost: 10.
    async fn confirm_arrival(&self, ctx: &Context<'_>, input: TransferStepInput) -> Result<TransferPayload> {
        let (scope, id) = opened(ctx, &input.transfer_id)?;
        payload(ctx, scope.confirm_arrival(id, input.expected_version).await)
    }

    /// The origin does not agree: the move is before the destination again (退回). Permission: TRANSFERS MANAGE. Cost: 10.
    async fn decline_transfer(&self, ctx: &Context<'_>, input: EndTransferInput) -> Result<TransferPayload> {
        let (scope, id) = opened(ctx, &input.transfer_id)?;
        payload(ctx, scope.decline_transfer(id, input.expected_version, &input.reason).await)
    }

    /// Gives a move up before anybody left (撤销申请). Permission: TRANSFERS MANAGE. Cost: 10.
    async fn cancel_transfer(&self, ctx: &Context<'_>, input: EndTransferInput) -> Result<TransferPayload> {
        let (scope, id) = opened(ctx, &input.transfer_id)?;
        payload(ctx, scope.cancel_transfer(id, input.expected_version, &input.reason).await)
    }
}

/// The persons named, all of the asker's own precinct.
fn persons(ctx: &Context<'_>, precinct: PrecinctId, list: &[PersonSeenInput]) -> Result<Vec<Seen<PersonId>>> {
    list.iter().map(|seen| seen.read_in(ctx, precinct)).collect()
}

fn opened(ctx: &Context<'_>, id: &ID) -> Result<(Scope<scope::Precinct>, TransferId)> {
    let (precinct, id) = ctx.row(Kind::Transfer, id)?;
    Ok((ctx.at(precinct)?.scope.clone(), id))
}

/// Where movers go, which lies in the asker's own precinct.
fn destination(ctx: &Context<'_>, precinct: PrecinctId, into: DestinationInput) -> Result<Destination> {
    let (of, into) = into.read(ctx)?;
    if of == precinct { Ok(into) } else { Err(ctx.fail(&tenants::Error::NotFound)) }
}

fn payload(ctx: &Context<'_>, result: tenants::Result<rows::Transfer>) -> Result<TransferPayload> {
    let (transfer, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(TransferPayload { transfer: transfer.map(Transfer), user_errors })
}
