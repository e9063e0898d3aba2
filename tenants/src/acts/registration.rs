//! Who is registered where in the whole installation: one row a person, changed by compare-and-set only (REG-01), and the facts that
//! may happen once only (REG-12).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use sea_orm::Value;
use uuid::Uuid;

use super::register::Register;
use super::words::RegistrationState;
use crate::audit::{Entry, Outcome};
use crate::error::{Error, Result};
use crate::id_number::IdNumber;
use crate::page::among;
use crate::roles::Domain;
use crate::scope::{Work, shared};

/// What may happen once only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fact {
    BirthCertificate,
    Death,
}

impl Fact {
    const fn as_str(self) -> &'static str {
        match self {
            Self::BirthCertificate => "BIRTH_CERTIFICATE",
            Self::Death => "DEATH",
        }
    }
}

/// The registrations of persons, by person; who never was registered may have none.
pub(crate) async fn of(work: &Work, persons: &[Uuid]) -> Result<BTreeMap<Uuid, row::Model>> {
    if persons.is_empty() {
        return Ok(BTreeMap::new());
    }
    let rows = work.common::<row::Entity>(among(row::Column::PersonId, persons), persons.len() as u64).await?;
    Ok(rows.into_iter().map(|row| (row.person_id, row)).collect())
}

/// Who takes over a person from whom, and in which state.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Step {
    /// The state since.
    pub(crate) state: RegistrationState,
    /// The day in law on which it began.
    pub(crate) since: NaiveDate,
}

const BEGIN: &str = "INSERT INTO registration (precinct_id, person_id, state, since, act_id, version, updated_at) \
     VALUES ($1, $2, $3, $4, $5, 1, $6) ON CONFLICT (person_id) DO NOTHING";
const STEP: &str = "UPDATE registration SET precinct_id = $1, state = $3, since = $4, act_id = $5, updated_at = $6, \
     version = version + 1 WHERE person_id = $2 AND precinct_id = $7 AND state = $8 AND version = $9";
const ONCE: &str = "INSERT INTO unique_fact (precinct_id, kind, key_hash, act_id, recorded_at) VALUES ($1, $2, $3, $4, $5) \
     ON CONFLICT (kind, key_hash) DO NOTHING";
const RELEASE: &str = "DELETE FROM unique_fact WHERE precinct_id = $1 AND kind = $2 AND key_hash = $3";
const HOLDER: &str = "SELECT i.precinct_id, i.person_id, p.short_name FROM identity i JOIN precinct p ON p.id = i.precinct_id \
     WHERE i.number_hash = $2 AND $1 IS NOT NULL";
const CLAIM: &str = "INSERT INTO identity (precinct_id, number_hash, person_id, recorded_at) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (number_hash) DO NOTHING";

impl Register<'_> {
    /// Where a person stands; [`RegistrationState::Never`] without a row.
    pub(crate) fn registration_state(&self, person: Uuid) -> Result<RegistrationState> {
        match self.registrations.get(&person) {
            Some(row) => row.state.parse().map_err(Error::internal),
            None => Ok(RegistrationState::Never),
        }
    }

    /// Writes a person's step, if nobody else took one since it was read.
    pub(super) async fn step(&self, person: Uuid, step: Step) -> Result<()> {
        let to: [Value; 5] =
            [person.into(), step.state.as_str().into(), step.since.into(), self.act.into(), self.now.into()];
        let done = match self.registrations.get(&person) {
            None => self.work.execute(BEGIN, to.into()).await?,
            Some(from) if step.since < from.since => {
                return Err(Error::invariant("REG-02", "the day lies before the person's present state began"));
            }
            Some(from) => {
                let from: [Value; 3] = [from.precinct_id.into(), from.state.as_str().into(), from.version.into()];
                self.work.execute(STEP, to.into_iter().chain(from).collect()).await?
            }
        };
        if done == 1 { Ok(()) } else { Err(Error::Contended) }
    }

    /// Whether where a person is registered since the act is as the number of open memberships here says (REG-01). A step was taken by
    /// compare-and-set, so that nothing need be read again.
    pub(super) fn is_registered_as_said(&self, person: Uuid, open: usize) -> bool {
        let (here, registered) = (self.work.scope().precinct().0, RegistrationState::Registered);
        let was_here = |row: &row::Model| row.state == registered.as_str() && row.precinct_id == here;
        let is_here = match self.writes.steps.get(&person) {
            Some(step) => step.state == registered,
            None => self.registrations.get(&person).is_some_and(was_here),
        };
        open == usize::from(is_here)
    }

    /// Takes what may happen once only; a second time is refused by its rule (REG-12).
    pub(crate) async fn once(&self, fact: Fact, value: &str) -> Result<()> {
        let hash = self.work.scope().store().keys().fact_hash(fact.as_str(), value);
        let values: [Value; 4] = [fact.as_str().into(), hash.into(), self.act.into(), self.now.into()];
        let message = match fact {
            Fact::BirthCertificate => "a person was registered by this birth certificate already",
            Fact::Death => "the death of this person was recorded already",
        };
        match self.work.execute(ONCE, values.into()).await? {
            1 => Ok(()),
            _ => Err(Error::invariant("REG-12", message)),
        }
    }

    /// Gives back what turned out not to have happened: a judgment revokes a declaration of death (R13).
    pub(crate) async fn release(&self, fact: Fact, value: &str) -> Result<()> {
        let hash = self.work.scope().store().keys().fact_hash(fact.as_str(), value);
        self.work.execute(RELEASE, vec![fact.as_str().into(), hash.into()]).await.map(drop)
    }

    /// Takes an id number for a person; one that was ever somebody else's, anywhere, is refused (IDN-05, REG-14).
    pub(crate) async fn claim_number(&self, number: &IdNumber, person: Uuid) -> Result<()> {
        let hash = self.work.scope().store().keys().number_hash(number.as_str());
        let values: [Value; 3] = [hash.clone().into(), person.into(), self.now.into()];
        if self.work.execute(CLAIM, values.into()).await? == 1 {
            return Ok(());
        }
        let rows = self.work.query(HOLDER, vec![hash.into()]).await?;
        let holder = rows.first().ok_or(Error::Contended)?;
        let (precinct, holder_id): (Uuid, Uuid) = (holder.try_get_by_index(0)?, holder.try_get_by_index(1)?);
        if holder_id == person {
            return Ok(());
        }
        if precinct == self.work.scope().precinct().0 {
            return Err(Error::invalid("IDN-05", "number", "the number is or was another person's of this register"));
        }
        Err(self.elsewhere(holder.try_get_by_index(2)?))
    }

    /// The masked pointer to another station: its name and nothing more, inside a case only, and noted (REG-14, PRV-24).
    fn elsewhere(&self, station: String) -> Error {
        let scope = self.work.scope();
        let entry = Entry::new("registeredElsewhere", Domain::Acts.as_str()).ended(Outcome::Invalid);
        scope.note(scope.precinct(), entry.why("REGISTER", self.case_number.clone()));
        match &self.case_number {
            Some(_) => Error::invariant("REG-14", format!("already registered: ask station {station}")),
            None => Error::invariant("REG-14", "already registered elsewhere; a case file is needed to be told where"),
        }
    }
}

shared!(row);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "registration")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub person_id: Uuid,
        pub precinct_id: Uuid,
        pub state: String,
        pub since: Date,
        pub act_id: Uuid,
        pub version: i32,
        pub updated_at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
