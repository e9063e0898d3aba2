//! The few words by which forms change memberships and households; nothing else in the house writes them (REG-08).

use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::register::{Draft, Register, Tie};
use super::registration::Step;
use super::words::{ActRole, RegistrationState, Term};
use crate::dwellings::row as dwelling;
use crate::error::{Error, Result};
use crate::households::{HouseholdKind, address_row, row as household};
use crate::ids::{DwellingId, HouseholdId, PersonId};
use crate::memberships::row as membership;
use crate::relations::{self, HEAD};

/// A person as a member: the relation to the head that is true, and the one that is printed where the family asks for another (§2.4).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub person: PersonId,
    /// The relation to the head: a code of GB/T 4761.
    pub relation: String,
    /// The relation that is printed, where it differs from the true one; only for adopted children (`[N21 §26]`).
    pub printed: Option<String>,
}

/// Who follows a head that leaves, and what everybody who stays is to him (REG-06).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Succession {
    /// The new head.
    pub head: PersonId,
    /// Everybody else who stays, each exactly once.
    pub relations: Vec<Standing>,
    /// Why a minor or somebody without capacity is the head: for the chief alone (REG-04).
    pub exception: Option<String>,
}

/// The code, if it may stand in a household.
pub(super) fn code(relation: &str) -> Result<&'static str> {
    let known = relations::relation(relation.trim());
    known
        .map(|relation| relation.code)
        .ok_or_else(|| Error::invalid("REG-05", "relation", "is no relation to the head of GB/T 4761"))
}

impl Register<'_> {
    /// Begins a person's membership on the day of the act, or on `from` where the law counts from an earlier day.
    pub(crate) fn open_membership(
        &mut self,
        standing: &Standing,
        household: HouseholdId,
        reason: &'static str,
    ) -> Result<()> {
        self.alive(standing.person)?;
        let established = self.active(household)?.established_on;
        if self.on < established {
            return Err(Error::invariant("REG-02", "the household was established later"));
        }
        if self.ties.contains_key(&standing.person.0) {
            return Err(Error::invariant("REG-01", "the person belongs to a household already"));
        }
        let row = membership::Model {
            precinct_id: self.work.scope().precinct().0,
            id: self.work.new_id(),
            household_id: household.0,
            person_id: standing.person.0,
            relation: code(&standing.relation)?.to_owned(),
            printed_relation: standing.printed.as_deref().map(code).transpose()?.map(str::to_owned),
            reason: reason.to_owned(),
            effective_from: self.on,
            effective_to: None,
            recorded_at: self.now,
            superseded_at: None,
            act_id: self.act,
        };
        self.ties.insert(standing.person.0, Tie { row, stored: false });
        self.reside(standing.person, household)
    }

    /// Ends a person's membership on the day of the act. What the person is in the installation since then is `after`; none where
    /// the same act opens another membership.
    pub(crate) fn close_membership(
        &mut self,
        person: PersonId,
        reason: &'static str,
        after: Option<RegistrationState>,
    ) -> Result<()> {
        self.home(person)?;
        let Some(tie) = self.ties.remove(&person.0) else { return Err(Error::NotFound) };
        self.not_before(&tie)?;
        if tie.stored {
            self.writes.superseded.push(tie.row.id);
        }
        self.end(tie, reason);
        if let Some(state) = after {
            self.writes.steps.insert(person.0, Step { state, since: self.on });
        }
        Ok(())
    }

    fn not_before(&self, tie: &Tie) -> Result<()> {
        if self.on < tie.row.effective_from {
            return Err(Error::invariant("REG-02", "the day lies before the membership began"));
        }
        Ok(())
    }

    /// The interval as it is known since: over, by this act.
    fn end(&mut self, tie: Tie, reason: &'static str) {
        let id = if tie.stored { self.work.new_id() } else { tie.row.id };
        self.writes.ended.push(membership::Model {
            id,
            reason: reason.to_owned(),
            effective_to: Some(self.on),
            recorded_at: self.now,
            act_id: self.act,
            ..tie.row
        });
    }

    /// Ends one membership and begins another in the same breath: there is no moment with two or none (REG-01).
    pub(crate) fn transfer(&mut self, standing: &Standing, into: HouseholdId, reason: &'static str) -> Result<()> {
        self.close_membership(standing.person, reason, None)?;
        self.open_membership(standing, into, reason)?;
        self.mark(standing.person, ActRole::Moved);
        Ok(())
    }

    /// Gives a member another relation from the day of the act on; the same relation changes nothing.
    pub(crate) fn change_relation(&mut self, standing: &Standing, reason: &'static str) -> Result<()> {
        let (relation, printed) = (code(&standing.relation)?, standing.printed.as_deref().map(code).transpose()?);
        self.home(standing.person)?;
        let Some(mut tie) = self.ties.remove(&standing.person.0) else { return Err(Error::NotFound) };
        let is_same = tie.row.relation == relation && tie.row.printed_relation.as_deref() == printed;
        if !is_same {
            self.not_before(&tie)?;
            if tie.stored {
                self.writes.superseded.push(tie.row.id);
                if self.on > tie.row.effective_from {
                    self.end(tie.clone(), reason);
                }
            }
            tie = self.renewed(tie, relation, printed);
            (tie.row.effective_from, tie.row.reason) = (self.on, reason.to_owned());
            self.mark(standing.person, if relation == HEAD { ActRole::Head } else { ActRole::Relation });
        }
        self.ties.insert(standing.person.0, tie);
        Ok(())
    }

    /// Corrects a member's relation from the beginning of the membership on: it was recorded wrongly (REG-09).
    pub(crate) fn correct_relation(&mut self, standing: &Standing) -> Result<()> {
        let (relation, printed) = (code(&standing.relation)?, standing.printed.as_deref().map(code).transpose()?);
        self.home(standing.person)?;
        let Some(tie) = self.ties.remove(&standing.person.0) else { return Err(Error::NotFound) };
        if tie.row.relation == relation && tie.row.printed_relation.as_deref() == printed {
            self.ties.insert(standing.person.0, tie);
            return Ok(());
        }
        if tie.stored {
            self.writes.superseded.push(tie.row.id);
        }
        let tie = self.renewed(tie, relation, printed);
        self.ties.insert(standing.person.0, tie);
        self.mark(standing.person, ActRole::Relation);
        Ok(())
    }

    /// The same membership with another relation, still to be written.
    pub(super) fn renewed(&self, tie: Tie, relation: &str, printed: Option<&str>) -> Tie {
        let row = membership::Model {
            id: self.work.new_id(),
            relation: relation.to_owned(),
            printed_relation: printed.map(str::to_owned),
            recorded_at: self.now,
            act_id: self.act,
            ..tie.row
        };
        Tie { row, stored: false }
    }

    /// Makes a member the head, with a complete list of what everybody else is to him (REG-04, REG-05, REG-06).
    pub(crate) fn succeed(
        &mut self,
        household: HouseholdId,
        succession: &Succession,
        reason: &'static str,
    ) -> Result<()> {
        let others: Vec<PersonId> =
            self.members(household).into_iter().filter(|person| *person != succession.head).collect();
        if !self.members(household).contains(&succession.head) {
            return Err(Error::invalid("REG-03", "head", "the new head is a member of the household"));
        }
        complete(&others, &succession.relations)?;
        if succession.relations.iter().any(|standing| standing.relation == HEAD) {
            return Err(Error::invariant("REG-03", "a household has exactly one head"));
        }
        self.exception = self.exception.take().or_else(|| succession.exception.clone());
        for standing in &succession.relations {
            self.change_relation(standing, reason)?;
        }
        let head = Standing { person: succession.head, relation: HEAD.to_owned(), printed: None };
        self.change_relation(&head, reason)
    }

    /// After members left a household: it closes when nobody stays, and needs a successor when its head is gone (REG-06).
    pub(crate) fn settle(
        &mut self,
        household: HouseholdId,
        succession: Option<&Succession>,
        reason: &'static str,
    ) -> Result<()> {
        let stays = !self.members(household).is_empty();
        match (stays, self.head(household), succession) {
            (false, ..) => self.close_household(household),
            (true, Some(_), None) => Ok(()),
            (true, Some(_), Some(_)) => {
                Err(Error::invalid("REG-06", "succession", "the head stays: a change of head is an act of its own"))
            }
            (true, None, Some(succession)) => self.succeed(household, succession, reason),
            (true, None, None) => Err(Error::invariant(
                "REG-06",
                "the head leaves and others stay: name a successor, with what everybody is to him",
            )),
        }
    }

    /// Closes a household without members; it never reopens (REG-07).
    pub(crate) fn close_household(&mut self, id: HouseholdId) -> Result<()> {
        self.active(id)?;
        if !self.members(id).is_empty() {
            return Err(Error::invariant("REG-07", "a household with members does not close"));
        }
        let (on, address) = (self.on, (None, id));
        if let Some(draft) = self.households.get_mut(&id.0) {
            (draft.now.state, draft.now.closed_on) = ("CLOSED".to_owned(), Some(on.max(draft.now.established_on)));
        }
        self.writes.homes.push(address);
        Ok(())
    }

    /// A new household at a dwelling of the precinct; more than one at an address is lawful (§2.3).
    pub(crate) async fn establish_household(&mut self, kind: HouseholdKind, at: DwellingId) -> Result<HouseholdId> {
        let home = self.dwelling(at).await?;
        let id = self.work.new_id();
        let row = household::Model {
            precinct_id: self.work.scope().precinct().0,
            id,
            number: household_number(self.today, id),
            kind: kind.as_str().to_owned(),
            state: "ACTIVE".to_owned(),
            dwelling_id: home.id,
            building_id: home.building_id,
            community_id: home.community_id,
            beat_id: home.beat_id,
            head_name_masked: String::new(),
            member_count: 0,
            established_on: self.on,
            closed_on: None,
            act_id: self.act,
            version: 1,
            recorded_at: self.now,
            updated_at: self.now,
        };
        self.households.insert(id, Draft::new(row));
        self.writes.addresses.push(self.address(id, home.id));
        Ok(HouseholdId(id))
    }

    /// Registers a household at another dwelling of the precinct, with all who live where they are registered.
    pub(crate) async fn move_household(&mut self, id: HouseholdId, to: DwellingId) -> Result<()> {
        if self.active(id)?.dwelling_id == to.0 {
            return Err(Error::invalid("REG-13", "dwellingId", "the household is registered at this dwelling already"));
        }
        let home = self.dwelling(to).await?;
        self.writes.homes.push((Some(home.id), id));
        self.settle_at(id, &home)
    }

    /// Writes a household's place over, and that of its members.
    pub(super) fn settle_at(&mut self, id: HouseholdId, home: &dwelling::Model) -> Result<()> {
        if let Some(draft) = self.households.get_mut(&id.0) {
            (draft.now.dwelling_id, draft.now.building_id) = (home.id, home.building_id);
            (draft.now.community_id, draft.now.beat_id) = (home.community_id, home.beat_id);
        }
        for member in self.members(id) {
            self.reside(member, id)?;
        }
        Ok(())
    }

    pub(super) fn address(&self, household: Uuid, dwelling: Uuid) -> address_row::Model {
        address_row::Model {
            precinct_id: self.work.scope().precinct().0,
            id: self.work.new_id(),
            household_id: household,
            dwelling_id: dwelling,
            effective_from: self.on,
            effective_to: None,
            recorded_at: self.now,
            superseded_at: None,
            act_id: self.act,
        }
    }

    /// A dwelling of this precinct that stands on the day of the act (REG-13).
    pub(crate) async fn dwelling(&self, id: DwellingId) -> Result<dwelling::Model> {
        let row = self.work.find::<dwelling::Entity>(dwelling::Column::Id.eq(id)).await?.ok_or(Error::NotFound)?;
        if row.valid_from > self.on || row.valid_to.is_some_and(|end| end <= self.on) {
            return Err(Error::invalid("REG-13", "dwellingId", "the dwelling does not stand on that day"));
        }
        Ok(row)
    }

    /// Counts a person in a term of the conservation law (MOV-09).
    pub(crate) fn count(&mut self, person: PersonId, term: Term) {
        *self.writes.terms.entry(term).or_default() += 1;
        self.marks.count(person, term);
    }

    /// Says as what a person took part; the first word stays.
    pub(crate) fn mark(&mut self, person: PersonId, role: ActRole) {
        self.marks.mark(person, role);
    }
}

/// Refuses a list that does not name exactly these persons, each once (REG-05).
pub(super) fn complete(persons: &[PersonId], list: &[Standing]) -> Result<()> {
    let mut named: Vec<PersonId> = list.iter().map(|standing| standing.person).collect();
    let mut wanted = persons.to_vec();
    named.sort_unstable();
    wanted.sort_unstable();
    if named == wanted {
        return Ok(());
    }
    Err(Error::invalid(
        "REG-05",
        "relations",
        "the list names everybody who is in the household but the head, each once",
    ))
}

/// The day and eight digits of the id: in the alphabet that sorts alike everywhere, and never used again.
fn household_number(today: chrono::NaiveDate, id: Uuid) -> String {
    format!("{}{:08}", today.format("%Y%m%d"), id.as_u128() % 100_000_000)
}
