//! The part of the register that an act works on: read and locked, changed in memory by a small vocabulary, then written in one pass.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ColumnTrait;
use sea_orm::sea_query::{Condition, Expr, SelectStatement, UnionType};
use uuid::Uuid;

use super::papers::Paper;
use super::registration;
use super::subjects::{self, Marks};
use super::words::Term;
use crate::error::{Error, Result};
use crate::households::{address_row, row as household};
use crate::ids::{ActId, HouseholdId, PersonId};
use crate::keys::DataKey;
use crate::memberships::row as membership;
use crate::page::among;
use crate::persons::{name_row, number_row, row as person};
use crate::scope::{Owned, Work};

/// More memberships than an act reads: no household has twenty thousand members.
const MOST: u64 = 100_000;

/// A record that an asker saw, and in which version (REG-19).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen<I> {
    /// Which.
    pub id: I,
    /// The version he saw; none where what he saw was checked by somebody else, such as an application's review.
    pub version: Option<i32>,
}

impl<I> From<I> for Seen<I> {
    fn from(id: I) -> Self {
        Self { id, version: None }
    }
}

/// What an act is about to read and lock.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    households: BTreeMap<Uuid, Option<i32>>,
    persons: BTreeMap<Uuid, Option<i32>>,
}

impl Wanted {
    pub(crate) fn household(mut self, seen: Seen<HouseholdId>) -> Self {
        self.households.insert(seen.id.0, seen.version);
        self
    }

    pub(crate) fn person(mut self, seen: Seen<PersonId>) -> Self {
        self.persons.insert(seen.id.0, seen.version);
        self
    }

    pub(crate) fn persons(self, ids: impl IntoIterator<Item = PersonId>) -> Self {
        ids.into_iter().fold(
            self,
            |wanted, id| {
                if wanted.persons.contains_key(&id.0) { wanted } else { wanted.person(id.into()) }
            },
        )
    }
}

/// A row as it was and as it is to be.
#[derive(Clone, Debug)]
pub(crate) struct Draft<M> {
    pub(super) before: Option<M>,
    pub(super) now: M,
}

impl<M: Clone + PartialEq> Draft<M> {
    fn read(row: M) -> Self {
        Self { before: Some(row.clone()), now: row }
    }

    pub(super) fn new(row: M) -> Self {
        Self { before: None, now: row }
    }

    pub(super) fn has_changed(&self) -> bool {
        self.before.as_ref() != Some(&self.now)
    }
}

impl Draft<person::Model> {
    /// Whether a list shows the person otherwise than before.
    pub(super) fn is_shown_otherwise(&self) -> bool {
        self.before
            .as_ref()
            .is_none_or(|before| (&before.name, before.birth_date) != (&self.now.name, self.now.birth_date))
    }
}

/// An open membership.
#[derive(Clone, Debug)]
pub(crate) struct Tie {
    pub(super) row: membership::Model,
    /// Whether the row is in the database; one that this act made is still in the making.
    pub(super) stored: bool,
}

/// Rows of a household or person that an act closes and writes anew.
#[derive(Debug, Default)]
pub(crate) struct Writes {
    pub(super) superseded: Vec<Uuid>,
    pub(super) ended: Vec<membership::Model>,
    /// Households that go to another dwelling, or to none.
    pub(super) homes: Vec<(Option<Uuid>, HouseholdId)>,
    pub(super) addresses: Vec<address_row::Model>,
    pub(super) addresses_superseded: Vec<Uuid>,
    pub(super) names: Vec<name_row::Model>,
    pub(super) names_superseded: Vec<Uuid>,
    pub(super) numbers: Vec<number_row::Model>,
    pub(super) items: Vec<super::items::row::Model>,
    pub(super) items_superseded: Vec<Uuid>,
    pub(super) steps: BTreeMap<Uuid, registration::Step>,
    pub(super) terms: BTreeMap<Term, i32>,
    pub(super) papers: Vec<Paper>,
}

/// What an act reads, locks and changes. Its fields are the vocabulary's; forms speak its methods.
pub(crate) struct Register<'w> {
    pub(super) work: &'w Work,
    pub(super) key: DataKey,
    pub(super) act: Uuid,
    pub(super) kind: &'static str,
    /// After every lock, so that nothing is superseded before it was recorded.
    pub(super) now: DateTime<Utc>,
    pub(super) today: NaiveDate,
    /// The day from which the act holds in law.
    pub(super) on: NaiveDate,
    /// The day that was asked for, if one was.
    pub(super) asked_for: Option<NaiveDate>,
    pub(super) case_number: Option<String>,
    /// The act that this one repairs (REG-09).
    pub(super) repairs: Option<ActId>,
    pub(super) exception: Option<String>,
    pub(super) households: BTreeMap<Uuid, Draft<household::Model>>,
    pub(super) persons: BTreeMap<Uuid, Draft<person::Model>>,
    pub(super) ties: BTreeMap<Uuid, Tie>,
    pub(super) ties_before: BTreeMap<Uuid, membership::Model>,
    pub(super) registrations: BTreeMap<Uuid, registration::row::Model>,
    pub(super) writes: Writes,
    pub(super) marks: Marks,
    /// The household the act is about, for the answer.
    pub(super) main: Option<Uuid>,
}

impl<'w> Register<'w> {
    /// Reads and locks what is wanted: the households and those of the persons, in the order of their ids, then their members and the
    /// persons, then who belongs where, which nobody else can change any more. A version that is no longer the one seen is refused with
    /// what happened since (REG-19).
    pub(crate) async fn open(work: &'w Work, kind: &'static str, wanted: &Wanted) -> Result<Self> {
        let store = work.scope().store();
        let key = store.data_key(work.scope().precinct()).await?;
        let asked: Vec<Uuid> = wanted.persons.keys().copied().collect();
        let households = lock_households(work, wanted, &asked).await?;
        let ids: Vec<Uuid> = households.keys().copied().collect();
        let persons = lock_persons(work, &asked, &ids).await?;
        let theirs = open().add(Condition::any().add(members(&ids)).add(of_persons(&asked)));
        let ties = work.list::<membership::Entity>(theirs, MOST).await?;
        // Who came or went before the locks were ours is not in what they hold.
        let is_held = |tie: &membership::Model| {
            households.contains_key(&tie.household_id) && persons.contains_key(&tie.person_id)
        };
        if !ties.iter().all(is_held) {
            return Err(Error::Contended);
        }
        let people: Vec<Uuid> = persons.keys().copied().collect();
        let registrations = registration::of(work, &people).await?;
        let clock = store.clock();
        let ties_before: BTreeMap<Uuid, membership::Model> = ties.into_iter().map(|row| (row.person_id, row)).collect();
        let ties = ties_before.iter().map(|(id, row)| (*id, Tie { row: row.clone(), stored: true })).collect();
        let mut register = Self {
            key,
            act: work.new_id(),
            kind,
            now: clock.now(),
            today: clock.today(),
            on: clock.today(),
            asked_for: None,
            case_number: None,
            repairs: None,
            exception: None,
            households: households.into_iter().map(|(id, row)| (id, Draft::read(row))).collect(),
            persons: persons.into_iter().map(|(id, row)| (id, Draft::read(row))).collect(),
            ties,
            ties_before,
            registrations,
            writes: Writes::default(),
            marks: Marks::default(),
            main: wanted.households.keys().next().copied(),
            work,
        };
        register.now = Ord::max(register.now, register.latest());
        register.check_versions(wanted).await?;
        Ok(register)
    }

    /// When the youngest of the rows read was written: another process's clock may be ahead of ours.
    fn latest(&self) -> DateTime<Utc> {
        let households = self.households.values().map(|draft| draft.now.updated_at);
        let persons = self.persons.values().map(|draft| draft.now.updated_at);
        let ties = self.ties_before.values().map(|row| row.recorded_at);
        households.chain(persons).chain(ties).max().unwrap_or(self.now)
    }

    async fn check_versions(&self, wanted: &Wanted) -> Result<()> {
        for (id, seen) in &wanted.households {
            let now = self.household(HouseholdId(*id))?.version;
            self.check_version(subjects::Of::Household(*id), *seen, now).await?;
        }
        for (id, seen) in &wanted.persons {
            let now = self.person(PersonId(*id))?.version;
            self.check_version(subjects::Of::Person(*id), *seen, now).await?;
        }
        Ok(())
    }

    async fn check_version(&self, of: subjects::Of, seen: Option<i32>, now: i32) -> Result<()> {
        match seen {
            Some(seen) if seen != now => {
                let acts = subjects::since(self.work, of, seen).await?;
                Err(Error::Overtaken { seen, now, acts })
            }
            _ => Ok(()),
        }
    }

    /// A household that was read.
    pub(crate) fn household(&self, id: HouseholdId) -> Result<&household::Model> {
        self.households.get(&id.0).map(|draft| &draft.now).ok_or(Error::NotFound)
    }

    /// A household that is not closed (REG-07).
    pub(crate) fn active(&self, id: HouseholdId) -> Result<&household::Model> {
        let household = self.household(id)?;
        if household.state == "ACTIVE" {
            Ok(household)
        } else {
            Err(Error::invariant("REG-07", "the household is closed and never reopens"))
        }
    }

    /// A person who was read.
    pub(crate) fn person(&self, id: PersonId) -> Result<&person::Model> {
        self.persons.get(&id.0).map(|draft| &draft.now).ok_or(Error::NotFound)
    }

    /// A person who lives (REG-11).
    pub(crate) fn alive(&self, id: PersonId) -> Result<&person::Model> {
        let person = self.person(id)?;
        match person.death_on {
            None => Ok(person),
            Some(_) => Err(Error::invariant("REG-11", "a dead person joins, moves and heads nothing")),
        }
    }

    /// The household a person belongs to now.
    pub(crate) fn home(&self, id: PersonId) -> Result<HouseholdId> {
        let tie = self.ties.get(&id.0);
        tie.map(|tie| HouseholdId(tie.row.household_id))
            .ok_or_else(|| Error::invariant("REG-01", "the person is registered in no household of this precinct"))
    }

    /// Who belongs to a household now, by id.
    pub(crate) fn members(&self, household: HouseholdId) -> Vec<PersonId> {
        let of = self.ties.values().filter(|tie| tie.row.household_id == household.0);
        of.map(|tie| PersonId(tie.row.person_id)).collect()
    }

    /// Who heads a household now.
    pub(crate) fn head(&self, household: HouseholdId) -> Option<PersonId> {
        let mut of = self.ties.values().filter(|tie| tie.row.household_id == household.0);
        of.find(|tie| tie.row.relation == crate::relations::HEAD).map(|tie| PersonId(tie.row.person_id))
    }

    /// Whether a person is a minor on the day of the act.
    pub(crate) fn is_minor(&self, id: PersonId) -> Result<bool> {
        Ok(crate::clock::younger_than(self.person(id)?.birth_date, crate::persons::ADULT_AGE, self.on))
    }
}

/// The households asked for and those of the persons asked for, in the order of their ids.
async fn lock_households(work: &Work, wanted: &Wanted, asked: &[Uuid]) -> Result<BTreeMap<Uuid, household::Model>> {
    let ids: Vec<Uuid> = wanted.households.keys().copied().collect();
    if ids.is_empty() && asked.is_empty() {
        return Ok(BTreeMap::new());
    }
    let homes = work.column::<membership::Entity>(membership::Column::HouseholdId, open().add(of_persons(asked)));
    let rows = lock_with::<household::Entity>(work, &ids, homes).await?;
    let rows: BTreeMap<Uuid, household::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
    if ids.iter().all(|id| rows.contains_key(id)) { Ok(rows) } else { Err(Error::NotFound) }
}

/// The persons asked for and the members of the households, in the order of their ids.
async fn lock_persons(work: &Work, asked: &[Uuid], households: &[Uuid]) -> Result<BTreeMap<Uuid, person::Model>> {
    if households.is_empty() && asked.is_empty() {
        return Ok(BTreeMap::new());
    }
    let members = work.column::<membership::Entity>(membership::Column::PersonId, open().add(members(households)));
    let rows = lock_with::<person::Entity>(work, asked, members).await?;
    let rows: BTreeMap<Uuid, person::Model> = rows.into_iter().map(|row| (row.id, row)).collect();
    if asked.iter().all(|id| rows.contains_key(id)) { Ok(rows) } else { Err(Error::NotFound) }
}

/// Locks the rows with these ids and those that others name. One list of ids made of both is looked up in the key; of two conditions
/// with an "or" between them every row of the precinct would be asked.
async fn lock_with<E: Owned>(work: &Work, ids: &[Uuid], mut others: SelectStatement) -> Result<Vec<E::Model>> {
    if !ids.is_empty() {
        others.union(UnionType::Distinct, work.column::<E>(E::ID, among(E::ID, ids)));
    }
    work.lock_where::<E>(E::ID.in_subquery(others)).await
}

fn open() -> Condition {
    use membership::Column as C;
    Condition::all().add(C::EffectiveTo.is_null()).add(C::SupersededAt.is_null())
}

fn of_persons(persons: &[Uuid]) -> Expr {
    among(membership::Column::PersonId, persons)
}

fn members(households: &[Uuid]) -> Expr {
    among(membership::Column::HouseholdId, households)
}

/// The open memberships of these households, and every membership of these persons that is still believed.
pub(super) async fn written_ties(work: &Work, households: &[Uuid], persons: &[Uuid]) -> Result<Vec<membership::Model>> {
    use membership::Column as C;
    let now = Condition::all().add(members(households)).add(C::EffectiveTo.is_null());
    let either = Condition::any().add(now).add(of_persons(persons));
    work.list::<membership::Entity>(Condition::all().add(C::SupersededAt.is_null()).add(either), MOST).await
}
