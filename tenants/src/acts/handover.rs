//! R06 Move between two precincts of the installation (市内迁移): the side that gives and the side that receives, each an act of its own
//! precinct, performed by `transfers` in one transaction (MOV-02). Neither is offered alone: no committed moment has one of them.

use std::collections::HashSet;

use chrono::NaiveDate;
use sea_orm::ColumnTrait;
use sea_orm::sea_query::ExprTrait;
use uuid::Uuid;

use super::arrival::Destination;
use super::form::Perform;
use super::items::row as item;
use super::move_in::MoveReason;
use super::papers::Paper;
use super::register::{Draft, Register, Wanted};
use super::registration::Step;
use super::vocabulary::{Standing, Succession};
use super::words::{ActRole, RegistrationState, Term};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::persons::{PopulationCategory, name_row, number_row, row as person};
use crate::scope::Work;

/// More names or numbers than anybody had.
const MOST: u64 = 200;

/// A former name, number or an item, in clear, with the days it held.
#[derive(Clone)]
struct Former<T> {
    value: T,
    from: NaiveDate,
    to: Option<NaiveDate>,
}

/// A person's whole entry in clear, on its way from one precinct's keys to another's; never stored and never shown.
#[derive(Clone)]
pub(crate) struct Carried {
    id: PersonId,
    row: person::Model,
    number: Option<String>,
    phone: Option<String>,
    names: Vec<Former<name_row::Model>>,
    numbers: Vec<Former<String>>,
    items: Vec<(Former<String>, String, String)>,
}

impl std::fmt::Debug for Carried {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Carried({})", self.id.0)
    }
}

impl Carried {
    /// Reads and opens an entry at the side that gives.
    pub(crate) async fn of(work: &Work, id: PersonId) -> Result<Self> {
        let key = work.scope().store().data_key(work.scope().precinct()).await?;
        let row = work.get::<person::Entity>(id).await?;
        let clear = |sealed: &Option<Vec<u8>>| sealed.as_deref().map(|sealed| key.open_text(sealed)).transpose();
        let names = name_row::Column::PersonId.eq(id).and(name_row::Column::SupersededAt.is_null());
        let names = work.list::<name_row::Entity>(names, MOST).await?;
        let numbers = number_row::Column::PersonId.eq(id).and(number_row::Column::SupersededAt.is_null());
        let numbers = work.list::<number_row::Entity>(numbers, MOST).await?;
        let items = item::Column::PersonId.eq(id).and(item::Column::SupersededAt.is_null());
        let items = work.list::<item::Entity>(items, MOST).await?;
        let number = |row: number_row::Model| {
            Ok(Former { value: key.open_text(&row.number_sealed)?, from: row.effective_from, to: row.effective_to })
        };
        let item = |row: item::Model| {
            let value = key.open_text(&row.value_sealed)?;
            Ok((Former { value, from: row.effective_from, to: row.effective_to }, row.kind, row.basis))
        };
        Ok(Self {
            id,
            number: clear(&row.number_sealed)?,
            phone: clear(&row.phone_sealed)?,
            names: names
                .into_iter()
                .map(|row| Former { from: row.effective_from, to: row.effective_to, value: row })
                .collect(),
            numbers: numbers.into_iter().map(number).collect::<Result<_>>()?,
            items: items.into_iter().map(item).collect::<Result<_>>()?,
            row,
        })
    }
}

/// The side that gives.
#[derive(Clone, Debug)]
pub(crate) struct GivingUp {
    /// Who leaves: members of one household (MOV-07).
    pub(crate) movers: Vec<PersonId>,
    /// The station they go to, by its short name.
    pub(crate) station: String,
    /// Why.
    pub(crate) reason: MoveReason,
    /// Who heads those who stay, where the head leaves (MOV-06).
    pub(crate) succession: Option<Succession>,
    /// The booklet, consents.
    pub(crate) papers: Vec<Paper>,
}

impl Perform for GivingUp {
    fn kind(&self) -> &'static str {
        "R06"
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().persons(self.movers.iter().copied()))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let first = self.movers.first().copied().ok_or_else(|| Error::internal("a move of nobody"))?;
        let home = register.home(first)?;
        register.main = Some(home.0);
        register.consent_of_guardians(&self.movers, &self.papers)?;
        for mover in &self.movers {
            register.alive(*mover)?;
            if register.home(*mover)? != home {
                return Err(Error::invariant("MOV-07", "the movers belong to one household"));
            }
            register.close_membership(*mover, self.reason.code("MOVE_OUT"), Some(RegistrationState::InTransit))?;
            register.leave_places(*mover, Some(&self.station))?;
            register.mark(*mover, ActRole::Left);
            register.count(*mover, Term::InternalOut);
        }
        self.papers.iter().try_for_each(|paper| register.paper(paper))?;
        register.settle(home, self.succession.as_ref(), "HEAD_CHANGE")?;
        Ok("Members moved to another station of the district".to_owned())
    }
}

/// The side that receives.
#[derive(Clone, Debug)]
pub(crate) struct TakingOver {
    /// Who comes, with what each is to the head of the household they join.
    pub(crate) movers: Vec<(Carried, String)>,
    /// Where to.
    pub(crate) into: Destination,
    /// Why.
    pub(crate) reason: MoveReason,
}

impl Perform for TakingOver {
    fn kind(&self) -> &'static str {
        "R06"
    }

    async fn wanted(&self, work: &Work) -> Result<Wanted> {
        let mut wanted = Wanted::default().arrivals(&[], self.into);
        // Who was here before has an entry already.
        for (carried, _) in &self.movers {
            if work.find::<person::Entity>(person::Column::Id.eq(carried.id)).await?.is_some() {
                wanted = wanted.persons([carried.id]);
            }
        }
        Ok(wanted)
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        for (carried, _) in &self.movers {
            register.receive(carried).await?;
        }
        let household = register.reach(self.into).await?;
        for (carried, relation) in &self.movers {
            let standing = Standing { person: carried.id, relation: relation.clone(), printed: None };
            register.open_membership(&standing, household, self.reason.code("MOVE_IN"))?;
            register.mark(carried.id, ActRole::Joined);
            register.count(carried.id, Term::InternalIn);
        }
        Ok("Members moved in from another station of the district".to_owned())
    }
}

/// R05, the last word: the other register has those who left; they are no longer on the way (MOV-03).
#[derive(Clone, Debug)]
pub(crate) struct Arrived {
    /// Who arrived.
    pub(crate) persons: Vec<PersonId>,
}

impl Perform for Arrived {
    fn kind(&self) -> &'static str {
        "R05"
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().persons(self.persons.iter().copied()))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        for person in &self.persons {
            if register.registration_state(person.0)? != RegistrationState::InTransit {
                return Err(Error::invariant("MOV-03", "the person is not on the way"));
            }
            register.writes.steps.insert(person.0, Step { state: RegistrationState::Departed, since: register.on });
            register.mark(*person, ActRole::Left);
        }
        Ok("Arrival in the other register confirmed".to_owned())
    }
}

impl Register<'_> {
    /// Writes a carried entry under this precinct's key: a new row under the same id, or the one that stayed here when the person left.
    async fn receive(&mut self, carried: &Carried) -> Result<()> {
        self.registrations.extend(super::registration::of(self.work, &[carried.id.0]).await?);
        if self.registration_state(carried.id.0)? != RegistrationState::InTransit {
            return Err(Error::invariant("REG-01", "the person has not left the other register"));
        }
        let before = self.persons.get(&carried.id.0).and_then(|draft| draft.before.clone());
        let row = self.rewritten(carried, before.as_ref()).await?;
        self.take_numbers(carried, &row).await?;
        self.persons.insert(carried.id.0, Draft { before, now: row });
        self.bring_names(carried).await?;
        self.bring_numbers(carried).await?;
        self.bring_items(carried).await
    }

    async fn rewritten(&self, carried: &Carried, before: Option<&person::Model>) -> Result<person::Model> {
        let seal = |clear: &Option<String>| clear.as_deref().map(|clear| self.seal(clear)).transpose();
        let guardian = match carried.row.guardian_id {
            Some(guardian) if self.knows(guardian).await? => Some(guardian),
            _ => None,
        };
        Ok(person::Model {
            precinct_id: self.work.scope().precinct().0,
            number_sealed: seal(&carried.number)?,
            phone_sealed: seal(&carried.phone)?,
            category: PopulationCategory::RegisteredResident.as_str().to_owned(),
            registered_place: None,
            community_id: None,
            beat_id: None,
            dwelling_id: None,
            guardian_id: guardian,
            act_id: self.act,
            version: before.map_or(1, |row| row.version),
            recorded_at: before.map_or(self.now, |row| row.recorded_at),
            updated_at: before.map_or(self.now, |row| row.updated_at),
            ..carried.row.clone()
        })
    }

    /// Whether a person has an entry here, or is about to.
    async fn knows(&self, id: Uuid) -> Result<bool> {
        let is_here = self.persons.contains_key(&id);
        Ok(is_here || self.work.find::<person::Entity>(person::Column::Id.eq(id)).await?.is_some())
    }

    /// Says that the numbers, the present one and the former ones, are found here from now on (IDN-06).
    async fn take_numbers(&self, carried: &Carried, row: &person::Model) -> Result<()> {
        const MOVE: &str = "UPDATE identity SET precinct_id = $1 WHERE number_hash = $2 AND person_id = $3";
        let keys = self.work.scope().store().keys();
        let former = carried.numbers.iter().map(|former| keys.number_hash(&former.value));
        let hashes: HashSet<Vec<u8>> = row.number_hash.iter().cloned().chain(former).collect();
        for hash in hashes {
            self.work.execute(MOVE, vec![hash.into(), carried.id.into()]).await?;
        }
        Ok(())
    }

    async fn bring_names(&mut self, carried: &Carried) -> Result<()> {
        let here = name_row::Column::PersonId.eq(carried.id).and(name_row::Column::SupersededAt.is_null());
        let known = self.work.list::<name_row::Entity>(here, MOST).await?;
        for Former { value, from, to } in &carried.names {
            if known.iter().any(|row| row.name == value.name && row.effective_from == *from) {
                continue;
            }
            self.writes.names.push(name_row::Model {
                precinct_id: self.work.scope().precinct().0,
                id: self.work.new_id(),
                effective_from: *from,
                effective_to: *to,
                recorded_at: self.now,
                superseded_at: None,
                act_id: self.act,
                ..value.clone()
            });
        }
        Ok(())
    }

    async fn bring_numbers(&mut self, carried: &Carried) -> Result<()> {
        let here = number_row::Column::PersonId.eq(carried.id).and(number_row::Column::SupersededAt.is_null());
        let known = self.work.list::<number_row::Entity>(here, MOST).await?;
        for Former { value, from, to } in &carried.numbers {
            let hash = self.work.scope().store().keys().number_hash(value);
            if known.iter().any(|row| row.number_hash == hash && row.effective_from == *from) {
                continue;
            }
            self.writes.numbers.push(number_row::Model {
                precinct_id: self.work.scope().precinct().0,
                id: self.work.new_id(),
                person_id: carried.id.0,
                number_sealed: self.seal(value)?,
                number_hash: hash,
                number_masked: crate::masking::id_number(value),
                effective_from: *from,
                effective_to: *to,
                recorded_at: self.now,
                superseded_at: None,
                act_id: self.act,
            });
        }
        Ok(())
    }

    /// Items as they are known at the other side; those of an earlier stay here give way.
    async fn bring_items(&mut self, carried: &Carried) -> Result<()> {
        let here = item::Column::PersonId.eq(carried.id).and(item::Column::SupersededAt.is_null());
        let known = self.work.list::<item::Entity>(here, MOST).await?;
        self.writes.items_superseded.extend(known.iter().map(|row| row.id));
        for (Former { value, from, to }, kind, basis) in &carried.items {
            let value_sealed = self.seal(value)?;
            self.writes.items.push(item::Model {
                precinct_id: self.work.scope().precinct().0,
                id: self.work.new_id(),
                person_id: carried.id.0,
                kind: kind.clone(),
                value_sealed,
                basis: basis.clone(),
                effective_from: *from,
                effective_to: *to,
                recorded_at: self.now,
                superseded_at: None,
                act_id: self.act,
            });
        }
        Ok(())
    }
}
