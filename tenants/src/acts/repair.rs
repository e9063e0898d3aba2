//! A compensating act (更正登记): what an earlier act did wrongly is undone by an act of its own that names it; nothing is rewritten,
//! and both what was believed and what is believed since stay readable (REG-09, REG-10).

use sea_orm::ColumnTrait;
use sea_orm::sea_query::ExprTrait;

use super::form::Perform;
use super::items::{self, ItemKind};
use super::papers::Paper;
use super::register::{Register, Wanted};
use super::subjects::{self, Before};
use super::words::ActRole;
use crate::error::{Error, Result};
use crate::households::address_row;
use crate::ids::{ActId, DwellingId, HouseholdId, PersonId};
use crate::memberships::row as membership;
use crate::persons::name_row;
use crate::roles::Action;
use crate::scope::Work;

/// Subjects of one act that can be repaired; acts on whole collective households are not.
const MOST: u64 = 1_000;

/// An act that repairs another.
#[derive(Clone, Debug)]
pub struct Repair {
    /// Which act was wrong.
    pub act: ActId,
    /// By what that is known.
    pub papers: Vec<Paper>,
}

impl Perform for Repair {
    fn kind(&self) -> &'static str {
        "R20"
    }

    fn action(&self) -> Action {
        Action::Approve
    }

    async fn wanted(&self, work: &Work) -> Result<Wanted> {
        let subjects = subjects_of(work, self.act).await?;
        work.get::<super::row::Entity>(self.act).await?;
        let households = subjects.iter().filter_map(|subject| subject.household_id);
        let wanted = households.fold(Wanted::default(), |wanted, id| wanted.household(HouseholdId(id).into()));
        Ok(wanted.persons(subjects.iter().filter_map(|subject| subject.person_id.map(PersonId))))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let act = register.work.get::<super::row::Entity>(self.act).await?;
        let subjects = subjects_of(register.work, self.act).await?;
        let repaired = super::row::Column::RepairsActId.eq(self.act);
        if register.work.find::<super::row::Entity>(repaired).await?.is_some() {
            return Err(Error::invariant("REG-09", "the act was repaired already"));
        }
        self.papers.iter().try_for_each(|paper| register.paper(paper))?;
        register.repairs = Some(self.act);
        register.kind = kind_of(&act.kind);
        let relations_only = subjects.iter().all(|subject| is_about_relations(&subject.role));
        match act.kind.as_str() {
            "R17" => register.revert_relations(self.act, &subjects).await?,
            "R21" if relations_only => register.revert_relations(self.act, &subjects).await?,
            "R21" => register.revert_items(self.act, &subjects).await?,
            "R07" if !subjects.iter().any(|subject| subject.role == ActRole::Moved.as_str()) => {
                register.revert_address(self.act, &subjects).await?;
            }
            "R18" => register.revert_name(self.act, &subjects).await?,
            kind => return Err(not_repaired(kind)),
        }
        Ok(format!("Repair of {} {}", act.kind, act.number))
    }
}

async fn subjects_of(work: &Work, act: ActId) -> Result<Vec<subjects::row::Model>> {
    work.list::<subjects::row::Entity>(subjects::row::Column::ActId.eq(act), MOST).await
}

fn is_about_relations(role: &str) -> bool {
    [ActRole::Household, ActRole::Relation, ActRole::Head].iter().any(|known| known.as_str() == role)
}

fn kind_of(kind: &str) -> &'static str {
    ["R07", "R17", "R18", "R21"].into_iter().find(|known| *known == kind).unwrap_or("R21")
}

/// The acts that no act of their own kind undoes: which kinds do it instead, and how.
const INSTEAD: &[(&[&str], &[&str], &str)] = &[
    (&["R01", "R02", "R14"], &["R10"], "a registration that should not be is cancelled ex officio (R10)"),
    (&["R05", "R08", "R09", "R10", "R11", "R12"], &["R13"], "who should not have been cancelled is restored (R13)"),
    (
        &["R04", "R06", "R07", "R13"],
        &["R05", "R06", "R07", "R10"],
        "who is in a wrong household moves to the right one (R07), and is cancelled ex officio if there is none (R10)",
    ),
    (
        &["R15", "R16", "R22", "R23"],
        &["R07", "R15", "R16"],
        "a closed household does not reopen: the members move by R07, R15 or R16",
    ),
    (&["R03"], &["R07", "R10"], "an adoption is ended by a judgment: the child moves by R07"),
    (&["R19", "R20"], &["R19", "R20"], "a number is never given back: correct again (R20)"),
];

/// What is done instead, for the acts that cannot be undone by another act of their kind.
fn not_repaired(kind: &str) -> Error {
    let instead = INSTEAD.iter().find(|(kinds, ..)| kinds.contains(&kind));
    let instead = instead.map_or("it was no act of a form", |(.., words)| words);
    Error::invalid("REG-09", "actId", format!("an act {kind} is not repaired by undoing it: {instead}"))
}

/// Whether an act undoes an earlier one: as its repair, or as an act of a kind that makes it good and concerns one of the same persons or
/// households.
pub(crate) async fn undoes(work: &Work, act: ActId, done: ActId) -> Result<bool> {
    let (later, earlier) = (work.get::<super::row::Entity>(act).await?, work.get::<super::row::Entity>(done).await?);
    if later.repairs_act_id.is_some() {
        return Ok(later.repairs_act_id == Some(done.0));
    }
    let makes_good = |(kinds, instead, _): &(&[&str], &[&str], &str)| {
        kinds.contains(&earlier.kind.as_str()) && instead.contains(&later.kind.as_str())
    };
    if act == done || later.recorded_at < earlier.recorded_at || !INSTEAD.iter().any(makes_good) {
        return Ok(false);
    }
    let (of_later, of_earlier) = (subjects_of(work, act).await?, subjects_of(work, done).await?);
    let same = |one: &subjects::row::Model, other: &subjects::row::Model| {
        (one.person_id.is_some() && one.person_id == other.person_id)
            || (one.household_id.is_some() && one.household_id == other.household_id)
    };
    Ok(of_later.iter().any(|one| of_earlier.iter().any(|other| same(one, other))))
}

impl Register<'_> {
    /// The subjects' state before, refused when a later act changed the record again.
    fn unchanged<'s>(&self, subjects: &'s [subjects::row::Model]) -> Result<Vec<(&'s subjects::row::Model, Before)>> {
        let mut found = Vec::new();
        for subject in subjects {
            let household = subject.household_id.and_then(|id| self.households.get(&id)).map(|draft| draft.now.version);
            let person = subject.person_id.and_then(|id| self.persons.get(&id)).map(|draft| draft.now.version);
            if household.or(person) != subject.version {
                return Err(Error::invariant("REG-09", "later acts changed the same record: repair those first"));
            }
            let before = subject.before_sealed.as_deref().map(|sealed| self.opened(sealed)).transpose()?;
            found.push((subject, before.unwrap_or_default()));
        }
        Ok(found)
    }

    /// Believes again what the relations were before an act, from when they began.
    async fn revert_relations(&mut self, act: ActId, subjects: &[subjects::row::Model]) -> Result<()> {
        use membership::Column as C;
        for (subject, before) in self.unchanged(subjects)? {
            let (Some(person), Some(relation)) = (subject.person_id, before.relation) else { continue };
            let of_act = C::PersonId.eq(person).and(C::ActId.eq(act)).and(C::SupersededAt.is_null());
            let rows = self.work.list::<membership::Entity>(of_act, 10).await?;
            let Some(mut tie) = self.ties.remove(&person).filter(|tie| tie.row.act_id == act.0) else {
                return Err(Error::invariant("REG-09", "later acts changed the same record: repair those first"));
            };
            self.writes.superseded.extend(rows.iter().map(|row| row.id));
            let began = rows.iter().map(|row| row.effective_from).min();
            let first = self.first_reason(person, tie.row.household_id).await?;
            tie = self.renewed(tie, &relation, before.printed.as_deref());
            tie.row.effective_from = began.unwrap_or(tie.row.effective_from);
            tie.row.reason = first.unwrap_or(tie.row.reason);
            self.ties.insert(person, tie);
            self.mark(PersonId(person), ActRole::Relation);
        }
        Ok(())
    }

    /// Why the membership that is believed again began.
    async fn first_reason(&self, person: uuid::Uuid, household: uuid::Uuid) -> Result<Option<String>> {
        use membership::Column as C;
        let of = C::PersonId.eq(person).and(C::HouseholdId.eq(household)).and(C::SupersededAt.is_not_null());
        let rows = self.work.list::<membership::Entity>(of, 100).await?;
        let last = rows.into_iter().filter(|row| row.effective_to.is_none()).max_by_key(|row| row.recorded_at);
        Ok(last.map(|row| row.reason))
    }

    /// Believes again that a household never left the address it had.
    async fn revert_address(&mut self, act: ActId, subjects: &[subjects::row::Model]) -> Result<()> {
        use address_row::Column as C;
        for (subject, before) in self.unchanged(subjects)? {
            let (Some(household), Some(dwelling)) = (subject.household_id, before.dwelling) else { continue };
            let of_act = C::HouseholdId.eq(household).and(C::ActId.eq(act)).and(C::SupersededAt.is_null());
            let rows = self.work.list::<address_row::Entity>(of_act, 10).await?;
            let began = rows.iter().map(|row| row.effective_from).min().unwrap_or(self.on);
            self.writes.addresses_superseded.extend(rows.iter().map(|row| row.id));
            let row = address_row::Model { effective_from: began, ..self.address(household, dwelling) };
            self.writes.addresses.push(row);
            let home = self.dwelling(DwellingId(dwelling)).await?;
            self.settle_at(HouseholdId(household), &home)?;
        }
        Ok(())
    }

    /// Believes again the name before an act.
    async fn revert_name(&mut self, act: ActId, subjects: &[subjects::row::Model]) -> Result<()> {
        use name_row::Column as C;
        let persons: Vec<subjects::row::Model> =
            subjects.iter().filter(|subject| subject.person_id.is_some()).cloned().collect();
        for (subject, before) in self.unchanged(&persons)? {
            let (Some(person), Some(name)) = (subject.person_id, before.name) else { continue };
            let of_act = C::PersonId.eq(person).and(C::ActId.eq(act)).and(C::SupersededAt.is_null());
            let rows = self.work.list::<name_row::Entity>(of_act, 10).await?;
            self.writes.names_superseded.extend(rows.iter().map(|row| row.id));
            self.write_name(PersonId(person), name)?;
            self.mark(PersonId(person), ActRole::Renamed);
        }
        Ok(())
    }

    /// Believes again the item's value before an act, or none.
    async fn revert_items(&mut self, act: ActId, subjects: &[subjects::row::Model]) -> Result<()> {
        use items::row::Column as C;
        let persons: Vec<subjects::row::Model> =
            subjects.iter().filter(|subject| subject.person_id.is_some()).cloned().collect();
        for (subject, before) in self.unchanged(&persons)? {
            let Some(person) = subject.person_id else { continue };
            let of_act = C::PersonId.eq(person).and(C::ActId.eq(act)).and(C::SupersededAt.is_null());
            let rows = self.work.list::<items::row::Entity>(of_act, 10).await?;
            self.writes.items_superseded.extend(rows.iter().map(|row| row.id));
            if rows.iter().any(|row| row.kind == ItemKind::Phone.as_str()) {
                let mut row = self.person(PersonId(person))?.clone();
                self.write_phone(&mut row, before.phone.as_deref())?;
                *self.change_person(PersonId(person))? = row;
            }
            for old in rows.into_iter().filter(|row| row.effective_to.is_some()) {
                let (id, act_id) = (self.work.new_id(), self.act);
                let again = items::row::Model { id, effective_to: None, recorded_at: self.now, act_id, ..old };
                self.writes.items.push(again);
            }
            self.mark(PersonId(person), ActRole::Item);
            self.marks.touch(PersonId(person));
        }
        Ok(())
    }
}
