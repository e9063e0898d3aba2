//! What a file would change, once its rows are held against each other and against the register.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use uuid::Uuid;

use super::decisions::{Decision, Judgement};
use super::facts::{Dwelling, Facts};
use super::report::{Duplicate, Refused};
use super::rows::{HouseholdRow, PersonRow, Place};
use super::tables::{Names, Records};

/// A household to make, or one of the register to add to, with the members to add.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) id: Uuid,
    /// The new household's row; `None` when the members join one of the register.
    pub(super) new: Option<HouseholdRow>,
    pub(super) number: String,
    pub(super) dwelling: Dwelling,
    pub(super) established_on: NaiveDate,
    pub(super) members: Vec<Member>,
    /// The masked name of who headed it last, where it is closed.
    pub(super) last_head: Option<String>,
}

/// Somebody who is registered in a household.
#[derive(Debug)]
pub(super) struct Member {
    pub(super) id: Uuid,
    pub(super) row: PersonRow,
    pub(super) place: Place,
    /// The row of the table of memberships that tells the same membership.
    pub(super) opened: Option<u32>,
    pub(super) reason: &'static str,
}

impl Member {
    /// His first day in a household that was established then.
    pub(super) fn begins(&self, established_on: NaiveDate) -> NaiveDate {
        self.place.from.unwrap_or_else(|| established_on.max(self.row.birth))
    }
}

/// What is over in somebody's life, and he himself where the register does not know him.
#[derive(Debug)]
pub(super) struct Life {
    pub(super) person: Uuid,
    /// His row, of who is no longer registered.
    pub(super) newcomer: Option<PersonRow>,
    /// The version of his entry, where the register has one (REG-19).
    pub(super) version: Option<i32>,
    pub(super) past: Vec<Past>,
}

/// A membership that is over.
#[derive(Debug)]
pub(super) struct Past {
    pub(super) row: u32,
    pub(super) household: Uuid,
    /// The household was in the register before the file.
    pub(super) stands: bool,
    pub(super) relation: &'static str,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) reason_in: &'static str,
    pub(super) reason_out: &'static str,
}

/// A decision that was applied to a row.
#[derive(Clone, Debug)]
pub(super) struct Decided {
    pub(super) row: u32,
    /// The person of the register.
    pub(super) person: Uuid,
    pub(super) pair: String,
    pub(super) judgement: Judgement,
    pub(super) reason: String,
}

/// What may be written, and what was refused.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) changes: Vec<Change>,
    pub(super) lives: Vec<Life>,
    pub(super) decided: Vec<Decided>,
    pub(super) duplicates: Vec<Duplicate>,
    /// Persons of the register who are shown beside rows of the file.
    pub(super) shown: Vec<Uuid>,
    pub(super) refused: Vec<Refused>,
}

/// What a check is handed in.
pub(super) struct Means<'m> {
    pub(super) today: NaiveDate,
    pub(super) new_id: &'m dyn Fn() -> Uuid,
    /// A keyed hash that tells nothing of the text.
    pub(super) hash: &'m dyn Fn(&str) -> Vec<u8>,
}

/// Holds the rows against each other and against the register.
pub(super) fn plan(file: Records, decisions: &[Decision], facts: &Facts, means: &Means<'_>) -> Plan {
    let Records { names, households, persons, memberships } = file;
    let lost = households.lost.iter().cloned().collect();
    let mut check = Check { names: &names, facts, means, lost, plan: Plan::default() };
    check.plan.refused.extend(households.refused);
    check.plan.refused.extend(persons.refused.into_iter().chain(memberships.refused));
    let lost_heads: HashSet<String> = persons.lost.into_iter().collect();
    let (people, index) = check.undoubled(persons.good, decisions);
    let (open, past) = check.attributed(memberships.good, &index);
    let (members, former) = check.standing(people, open);
    let mut by_household = BTreeMap::<String, Vec<Member>>::new();
    for member in members {
        by_household.entry(member.place.household.clone()).or_default().push(member);
    }
    for household in check.first_of_each_number(households.good) {
        let own = by_household.remove(&household.number).unwrap_or_default();
        check.establish(household, own, &lost_heads);
    }
    for (number, own) in by_household {
        check.join(&number, own);
    }
    check.lives(former, past);
    let mut plan = check.plan;
    plan.refused.sort_by(|a, b| (&a.table, a.row, a.column).cmp(&(&b.table, b.row, b.column)));
    plan
}

/// A fault of a row: the column, the rule and why.
pub(super) type Fault = (&'static str, &'static str, &'static str);

pub(super) struct Check<'c> {
    pub(super) names: &'c Names,
    pub(super) facts: &'c Facts,
    pub(super) means: &'c Means<'c>,
    /// Numbers of households whose own row was refused.
    pub(super) lost: HashSet<String>,
    pub(super) plan: Plan,
}

impl Check<'_> {
    pub(super) fn refuse(&mut self, table: &str, row: u32, (column, rule): (&'static str, &'static str), reason: &str) {
        self.plan.refused.push(Refused { table: table.to_owned(), row, column, rule, reason: reason.to_owned() });
    }

    pub(super) fn refuse_household(&mut self, row: u32, (column, rule, reason): Fault) {
        self.refuse(&self.names.households, row, (column, rule), reason);
    }

    pub(super) fn refuse_person(&mut self, row: u32, (column, rule, reason): Fault) {
        self.refuse(&self.names.persons, row, (column, rule), reason);
    }

    pub(super) fn refuse_membership(&mut self, row: u32, (column, rule, reason): Fault) {
        self.refuse(&self.names.memberships, row, (column, rule), reason);
    }

    /// Refuses a member, and with him the row that tells the same membership.
    pub(super) fn refuse_member(&mut self, member: &Member, fault: Fault) {
        self.refuse_person(member.row.row, fault);
        if let Some(row) = member.opened {
            self.refuse_membership(row, ("household_number", "REG-01", NOT_TAKEN));
        }
    }
}

/// Why a membership falls with its person.
pub(super) const NOT_TAKEN: &str = "the person's own row was not taken over";
