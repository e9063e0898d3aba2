//! The one or two stations a move is at, changed in one transaction; and the handover, in which one gives and the other receives.

use sea_orm::ActiveValue::Set;
use sea_orm::ColumnTrait;

use super::filing::news;
use super::rows::{open, person_row, row};
use super::states::{Step, TransferSide, TransferState, after};
use super::{Destination, MOST_MOVERS, MoveReason, Transfer};
use crate::acts::{Carried, GivingUp, Order, Paper, Perform as _, Succession, TakingOver};
use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::{ActId, DwellingId, HouseholdId, PersonId, PrecinctId, TransferId};
use crate::precincts::row as station;
use crate::roles::{Action, Domain};
use crate::scope::{Crossing, Precinct, Scope, Work};

/// The works of a move's stations.
pub(super) struct Sides {
    pub(super) here: Work,
    pub(super) there: Option<Work>,
}

/// What the origin says when it agrees.
#[derive(Clone, Debug, Default)]
pub struct Handover {
    /// Who heads those who stay, where the head leaves (MOV-06).
    pub succession: Option<Succession>,
    /// The booklet, and the guardians' consent for minors (REG-16).
    pub papers: Vec<Paper>,
}

impl Sides {
    /// Opens them: this station's, and the other one's where it is ours.
    pub(super) async fn open(scope: &Scope<Precinct>, other: Option<PrecinctId>) -> Result<Self> {
        if let Some(other) = other {
            let Crossing { here, there } = scope.crossing(other).await?;
            return Ok(Self { here, there: Some(there) });
        }
        scope.store().data_key(scope.precinct()).await?;
        Ok(Self { here: scope.work().await?, there: None })
    }

    fn works(&self) -> impl Iterator<Item = &Work> {
        std::iter::once(&self.here).chain(&self.there)
    }

    /// The move as it is here, locked at both stations, the destination first.
    async fn locked(&self, id: TransferId) -> Result<row::Model> {
        let mut rows = Vec::new();
        let mut works: Vec<&Work> = self.works().collect();
        let mine = self.here.get::<row::Entity>(id).await?;
        if mine.side == TransferSide::Origin.as_str() {
            works.reverse();
        }
        for work in works {
            rows.extend(work.lock::<row::Entity>(&[id.0]).await?);
        }
        let here = self.here.scope().precinct().0;
        rows.into_iter().find(|row| row.precinct_id == here).ok_or(Error::NotFound)
    }

    /// Writes the same change at every station of the move; `here` is this station's side.
    async fn write(
        &self,
        id: TransferId,
        here: TransferSide,
        change: impl Fn(TransferSide) -> row::ActiveModel,
    ) -> Result<()> {
        for (work, side) in self.works().zip([here, here.other()]) {
            work.save(row::ActiveModel { id: Set(id.0), ..change(side) }).await?;
        }
        Ok(())
    }

    /// The work of the station that receives; of an outbound move, of the one that gives.
    fn destination(&self, side: TransferSide) -> &Work {
        match (&self.there, side) {
            (Some(there), TransferSide::Origin) => there,
            _ => &self.here,
        }
    }

    /// Tells of the move's new state at every station, and commits.
    pub(super) async fn finish(
        self,
        function: &'static str,
        id: TransferId,
        state: TransferState,
        version: i32,
    ) -> Result<Transfer> {
        for work in self.works() {
            work.emit(news(id, version, state));
        }
        let told = self.here.get::<row::Entity>(id).await?;
        let entry = || Entry::new(function, Domain::Transfers.as_str()).on("transfer", id).rows(1);
        match self.there {
            Some(there) => Crossing { here: self.here, there }.commit(entry(), entry()).await?,
            None => self.here.commit(entry()).await?,
        }
        told.try_into()
    }
}

/// One step of a move, at whichever station it is taken.
pub(super) struct Taken {
    pub(super) sides: Sides,
    pub(super) row: row::Model,
    pub(super) next: TransferState,
}

impl Taken {
    /// Opens a move for a step; refused when another side is asked, another version was seen, or the state does not know the step.
    pub(super) async fn open(
        scope: &Scope<Precinct>,
        (id, seen): (TransferId, i32),
        side: TransferSide,
        step: Step,
    ) -> Result<Self> {
        let known = scope.rows::<row::Entity>().get_now(id).await?.ok_or(Error::NotFound)?;
        let sides = Sides::open(scope, known.other_precinct_id.map(PrecinctId)).await?;
        let row = sides.locked(id).await?;
        if row.side != side.as_str() {
            return Err(Error::Conflict("this is for the other station to do"));
        }
        Error::unless_seen(seen, row.version)?;
        let (kind, state) = (row.kind.parse().map_err(Error::internal)?, row.state.parse().map_err(Error::internal)?);
        Ok(Self { next: after(kind, state, step)?, sides, row })
    }

    /// Writes the step at every station and commits. A move that is over leaves its persons free for another one (MOV-01).
    pub(super) async fn finish(
        self,
        function: &'static str,
        change: impl Fn(TransferSide) -> row::ActiveModel,
    ) -> Result<Transfer> {
        let (id, version) = (TransferId(self.row.id), self.row.version + 1);
        let now = self.sides.here.scope().store().clock().now();
        let step = |side| row::ActiveModel {
            state: Set(self.next.as_str().to_owned()),
            version: Set(version),
            updated_at: Set(now),
            ..change(side)
        };
        let side: TransferSide = self.row.side.parse().map_err(Error::internal)?;
        self.sides.write(id, side, step).await?;
        if !self.next.is_open() {
            self.sides.destination(side).execute(open::END, vec![id.into()]).await?;
        }
        self.sides.finish(function, id, self.next, version).await
    }

    /// The persons of the move, as the station here has them.
    pub(super) async fn persons(&self) -> Result<Vec<person_row::Model>> {
        let of = person_row::Column::TransferId.eq(self.row.id);
        let mut persons = self.sides.here.list::<person_row::Entity>(of, MOST_MOVERS as u64).await?;
        persons.sort_by_key(|person| person.place);
        Ok(persons)
    }

    /// The order under which the move's acts stand: its own number is the case.
    pub(super) fn order(&self) -> Order {
        Order { case_number: Some(self.row.number.clone()), ..Order::default() }
    }
}

/// Where the movers go, as the destination's row says.
pub(super) fn destination(row: &row::Model) -> Result<Destination> {
    match (row.household_id, row.dwelling_id) {
        (Some(household), _) => Ok(Destination::Household(HouseholdId(household).into())),
        (None, Some(dwelling)) => Ok(Destination::Dwelling(DwellingId(dwelling))),
        (None, None) => Err(Error::internal("a move without a destination")),
    }
}

impl Scope<Precinct> {
    /// The origin agrees: the members leave here and arrive there, in one commit (MOV-02). A repeated message changes nothing more and
    /// gets the same answer (MOV-04).
    pub async fn hand_over(&self, id: TransferId, seen: i32, handover: &Handover) -> Result<Transfer> {
        self.may(Domain::Transfers, Action::Manage)?;
        let known = self.rows::<row::Entity>().get_now(id).await?.ok_or(Error::NotFound)?;
        if known.state == TransferState::Done.as_str() && known.side == TransferSide::Origin.as_str() {
            return known.try_into();
        }
        let taken = Taken::open(self, (id, seen), TransferSide::Origin, Step::Handover).await?;
        taken.in_time(self.store().clock().today())?;
        let (out, into) = taken.both(handover).await?;
        taken
            .finish("handOverTransfer", |side| match side {
                TransferSide::Origin => row::ActiveModel { out_act_id: Set(Some(out.0)), ..Default::default() },
                TransferSide::Destination => row::ActiveModel { in_act_id: Set(Some(into.0)), ..Default::default() },
            })
            .await
    }
}

impl Taken {
    /// Refuses what comes after the permit's last day (MOV-05).
    pub(super) fn in_time(&self, today: chrono::NaiveDate) -> Result<()> {
        match self.row.permit_until {
            Some(until) if until < today => {
                Err(Error::invariant("MOV-05", "the permit has run out: it changes nothing"))
            }
            _ => Ok(()),
        }
    }

    /// Performs both acts: out of this register, and into the other one.
    async fn both(&self, handover: &Handover) -> Result<(ActId, ActId)> {
        let (here, id) = (&self.sides.here, TransferId(self.row.id));
        let there = self.sides.there.as_ref().ok_or_else(|| Error::internal("a handover to nobody"))?;
        let (mut carried, mut movers) = (Vec::new(), Vec::new());
        for person in self.persons().await? {
            let mover = PersonId(person.person_id.ok_or_else(|| Error::internal("a mover without an entry"))?);
            carried.push((Carried::of(here, mover).await?, person.relation));
            movers.push(mover);
        }
        let station = name_of(there).await?;
        let reason: MoveReason = self.row.ground.parse().map_err(Error::internal)?;
        let giving = GivingUp {
            movers,
            station,
            reason,
            succession: handover.succession.clone(),
            papers: handover.papers.clone(),
        };
        let out = giving.perform(here, &self.order()).await?;
        let theirs = there.get::<row::Entity>(id).await?;
        let taking = TakingOver { movers: carried, into: destination(&theirs)?, reason };
        let into = taking.perform(there, &self.order()).await?;
        Ok((out.act.id, into.act.id))
    }
}

/// The short name of a work's station.
pub(super) async fn name_of(work: &Work) -> Result<String> {
    let own = station::Column::Id.eq(work.scope().precinct().0);
    let found = work.common::<station::Entity>(own, 1).await?.pop().ok_or(Error::NotFound)?;
    Ok(found.short_name)
}
