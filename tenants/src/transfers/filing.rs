//! Filing a move at the destination (迁入申请): who it is about is found by their numbers, here or in another register of the installation.

use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, Value};
use uuid::Uuid;

use super::rows::{open, person_row, row};
use super::sides::{Sides, name_of};
use super::states::{TransferKind, TransferSide, TransferState};
use super::{Destination, MOST_MOVERS, MoveReason, Transfer};
use crate::acts::RegistrationState;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::households::row as household;
use crate::id_number::IdNumber;
use crate::ids::{HouseholdId, PersonId, PrecinctId, TransferId, paper_number};
use crate::masking;
use crate::memberships::row as membership;
use crate::persons::row as person;
use crate::relations::{self, HEAD};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, Work};
use crate::transaction::Mode;

/// The longest name of a place outside, in characters.
const PLACE: usize = 60;

/// Somebody who is to move, as the applicant names him.
#[derive(Clone, PartialEq, Eq)]
pub struct Mover {
    /// The name.
    pub name: String,
    /// The citizen id number.
    pub number: String,
    /// The telephone number, of somebody from outside.
    pub phone: Option<String>,
    /// What he is to be to the head at the destination.
    pub relation: String,
}

impl std::fmt::Debug for Mover {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Mover(hidden)")
    }
}

/// A move to be filed (MOV-07: all of the movers, or none).
#[derive(Clone, Debug)]
pub struct NewTransfer {
    /// Who moves.
    pub movers: Vec<Mover>,
    /// Where to.
    pub into: Destination,
    /// Why.
    pub ground: MoveReason,
    /// From which place outside; needed where no register of the installation has the movers.
    pub outside_place: Option<String>,
}

/// A mover as the register he comes from has him.
struct Found {
    id: PersonId,
    name_masked: String,
    number_masked: Option<String>,
    household: HouseholdId,
}

impl NewTransfer {
    fn check(&self) -> Result<()> {
        if self.movers.is_empty() || self.movers.len() > MOST_MOVERS {
            return Err(Error::invalid("MOV-07", "movers", format!("a move is of 1 to {MOST_MOVERS} persons")));
        }
        for mover in &self.movers {
            if relations::relation(mover.relation.trim()).is_none() {
                return Err(Error::invalid("REG-05", "relation", "is no relation to the head of GB/T 4761"));
            }
        }
        let heads = self.movers.iter().filter(|mover| mover.relation == HEAD).count();
        match self.into {
            Destination::Household(_) if heads > 0 => {
                Err(Error::invariant("REG-03", "the household has a head already"))
            }
            Destination::Dwelling(_) if heads != 1 => {
                Err(Error::invariant("REG-03", "the new household has exactly one head"))
            }
            _ => Ok(()),
        }
    }

    /// The place outside, trimmed.
    fn outside(&self) -> Result<String> {
        let place = self.outside_place.as_deref().map(str::trim).unwrap_or_default();
        if place.is_empty() || place.chars().count() > PLACE {
            let message = "the movers are in no register of the district: say from which place they come";
            return Err(Error::invalid("MOV-03", "outsidePlace", message));
        }
        Ok(masking::free_text(place))
    }
}

impl Scope<Precinct> {
    /// Files a move to this station. Where the movers are registered in another station of the installation, that station has it
    /// before it at once (MOV-11).
    pub async fn apply_for_transfer(&self, new: &NewTransfer) -> Result<Transfer> {
        self.may(Domain::Transfers, Action::Manage)?;
        new.check()?;
        let today = self.store().clock().today();
        let numbers = new.movers.iter().map(|mover| IdNumber::parse(&mover.number, today));
        let numbers: Vec<IdNumber> = numbers.collect::<Result<_, _>>().map_err(|fault| fault.refusal("number"))?;
        match self.origin(&numbers).await? {
            Some((origin, persons)) => self.apply_between(new, origin, &persons).await,
            None => self.apply_inbound(new, &numbers).await,
        }
    }

    /// The one station that has all these persons registered, and who they are; nothing when none has any of them.
    async fn origin(&self, numbers: &[IdNumber]) -> Result<Option<(PrecinctId, Vec<PersonId>)>> {
        let commons = self.store().commons(Mode::Look).await?;
        let mut found = Vec::new();
        for number in numbers {
            let hash = self.store().keys().number_hash(number.as_str());
            let rows = commons.query(WHERE_REGISTERED, vec![hash.into()]).await?;
            let Some(row) = rows.first() else { continue };
            let state: String = row.try_get_by_index(2)?;
            if state == RegistrationState::Registered.as_str() {
                found.push((PrecinctId(row.try_get_by_index(0)?), PersonId(row.try_get_by_index(1)?)));
            }
        }
        let Some((origin, _)) = found.first().copied() else { return Ok(None) };
        if found.len() < numbers.len() || found.iter().any(|(of, _)| *of != origin) {
            return Err(Error::invalid("MOV-07", "movers", "the movers are not registered at one station"));
        }
        if origin == self.precinct() {
            return Err(Error::invalid("R07", "movers", "the movers are registered here: this is a change of address"));
        }
        Ok(Some((origin, found.into_iter().map(|(_, person)| person).collect())))
    }

    async fn apply_between(&self, new: &NewTransfer, origin: PrecinctId, persons: &[PersonId]) -> Result<Transfer> {
        let sides = Sides::open(self, Some(origin)).await?;
        let there = sides.there.as_ref().ok_or_else(|| Error::internal("a move between stations with one side"))?;
        let mut found = Vec::new();
        for (mover, id) in new.movers.iter().zip(persons) {
            found.push(at_origin(there, mover, *id).await?);
        }
        let left = found[0].household;
        if found.iter().any(|one| one.household != left) {
            return Err(Error::invariant("MOV-07", "the movers belong to one household"));
        }
        let id = TransferId(sides.here.new_id());
        let row = self.new_row(new, id, TransferKind::Between);
        let here = row::ActiveModel {
            other_precinct_id: Set(Some(origin.0)),
            other_name: Set(name_of(there).await?),
            ..row.clone()
        };
        add(&sides.here, here, new, TransferSide::Destination).await?;
        let other = row::ActiveModel {
            other_precinct_id: Set(Some(self.precinct().0)),
            other_name: Set(name_of(&sides.here).await?),
            household_id: Set(Some(left.0)),
            dwelling_id: Set(None),
            side: Set(TransferSide::Origin.as_str().to_owned()),
            ..row
        };
        there.add(other).await?;
        for (place, (mover, one)) in new.movers.iter().zip(&found).enumerate() {
            begin(&sides.here, one.id.0, id).await?;
            for work in [&sides.here, there] {
                work.add(person_of(work, id, place, mover, Some(one))?).await?;
            }
        }
        sides.finish("applyForTransfer", id, TransferState::Applied, 1).await
    }

    async fn apply_inbound(&self, new: &NewTransfer, numbers: &[IdNumber]) -> Result<Transfer> {
        let place = new.outside()?;
        let key = self.store().data_key(self.precinct()).await?;
        let sides = Sides::open(self, None).await?;
        let id = TransferId(sides.here.new_id());
        let row = row::ActiveModel { other_name: Set(place), ..self.new_row(new, id, TransferKind::Inbound) };
        add(&sides.here, row, new, TransferSide::Destination).await?;
        for (at, (mover, number)) in new.movers.iter().zip(numbers).enumerate() {
            let hash = self.store().keys().number_hash(number.as_str());
            begin(&sides.here, Uuid::from_slice(&hash).map_err(Error::internal)?, id).await?;
            let told = serde_json::to_vec(&(mover.name.trim(), number.as_str(), mover.phone.as_deref()));
            let sealed = key.seal(self.store().ids(), &told.map_err(Error::internal)?)?;
            let row = person_row::ActiveModel {
                newcomer_sealed: Set(Some(sealed)),
                number_masked: Set(Some(masking::id_number(number.as_str()))),
                ..person_of(&sides.here, id, at, mover, None)?
            };
            sides.here.add(row).await?;
        }
        sides.finish("applyForTransfer", id, TransferState::Applied, 1).await
    }

    /// The row of a new move at the destination.
    pub(super) fn new_row(&self, new: &NewTransfer, id: TransferId, kind: TransferKind) -> row::ActiveModel {
        let now = self.store().clock().now();
        let (household, dwelling) = match new.into {
            Destination::Household(seen) => (Some(seen.id.0), None),
            Destination::Dwelling(dwelling) => (None, Some(dwelling.0)),
        };
        row::ActiveModel {
            id: Set(id.0),
            number: Set(paper_number("QY", now, id.0)),
            side: Set(TransferSide::Destination.as_str().to_owned()),
            kind: Set(kind.as_str().to_owned()),
            state: Set(TransferState::Applied.as_str().to_owned()),
            ground: Set(new.ground.as_str().to_owned()),
            household_id: Set(household),
            dwelling_id: Set(dwelling),
            applied_by: Set(self.member().account.map(Uuid::from)),
            applied_by_name: Set(self.member().name.clone()),
            applied_at: Set(now),
            version: Set(1),
            updated_at: Set(now),
            ..Default::default()
        }
    }
}

const WHERE_REGISTERED: &str = "SELECT r.precinct_id, r.person_id, r.state FROM identity i \
     JOIN registration r ON r.person_id = i.person_id WHERE i.number_hash = $1";

/// Adds the destination's row, after a look at where the movers go.
async fn add(work: &Work, row: row::ActiveModel, new: &NewTransfer, side: TransferSide) -> Result<()> {
    if let Destination::Household(seen) = new.into {
        let household = work.get::<household::Entity>(seen.id).await?;
        if household.state != "ACTIVE" {
            return Err(Error::invariant("REG-07", "the household is closed and never reopens"));
        }
    }
    work.add(row::ActiveModel { side: Set(side.as_str().to_owned()), ..row }).await
}

/// A mover as the origin has him: the number's bearer, of this name, alive and in a household.
async fn at_origin(there: &Work, mover: &Mover, id: PersonId) -> Result<Found> {
    use membership::Column as C;
    use sea_orm::sea_query::ExprTrait as _;
    let row = there.get::<person::Entity>(id).await?;
    if row.name != mover.name.trim() {
        return Err(Error::invalid("IDN-11", "name", "the register has another name for this number"));
    }
    if row.death_on.is_some() {
        return Err(Error::invariant("REG-11", "a dead person joins, moves and heads nothing"));
    }
    let open = C::PersonId.eq(id).and(C::EffectiveTo.is_null()).and(C::SupersededAt.is_null());
    let tie = there.find::<membership::Entity>(open).await?;
    let tie = tie.ok_or_else(|| Error::invariant("REG-01", "the person is registered in no household there"))?;
    Ok(Found {
        id,
        name_masked: masking::person_name(&row.name, row.birth_date, there.scope().store().clock().today()),
        number_masked: row.number_masked,
        household: HouseholdId(tie.household_id),
    })
}

/// Says that somebody is on the move; the second time is refused (MOV-01).
pub(super) async fn begin(work: &Work, key: Uuid, id: TransferId) -> Result<()> {
    let now = work.scope().store().clock().now();
    let values: Vec<Value> = vec![key.into(), id.into(), now.into()];
    match work.execute(open::BEGIN, values).await? {
        1 => Ok(()),
        _ => Err(Error::invariant("MOV-01", "the person is on the move already")),
    }
}

fn person_of(
    work: &Work,
    transfer: TransferId,
    place: usize,
    mover: &Mover,
    found: Option<&Found>,
) -> Result<person_row::ActiveModel> {
    Ok(person_row::ActiveModel {
        id: Set(work.new_id()),
        transfer_id: Set(transfer.0),
        place: Set(i16::try_from(place).map_err(Error::internal)?),
        person_id: Set(found.map(|one| one.id.0)),
        relation: Set(mover.relation.trim().to_owned()),
        name_masked: Set(found.map_or_else(|| masking::name(mover.name.trim()), |one| one.name_masked.clone())),
        number_masked: Set(found.and_then(|one| one.number_masked.clone())),
        newcomer_sealed: Set(None),
        ..Default::default()
    })
}

/// What is heard of a move.
pub(super) fn news(id: TransferId, version: i32, state: TransferState) -> NewEvent {
    NewEvent::new(EventKind::TransferChanged, "transfer", id).version(version).saying(state)
}
