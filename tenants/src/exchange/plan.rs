//! What a file would change, once its rows are held against each other and against the register.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::Refused;
use super::rows::{HouseholdRow, Parsed, PersonRow};
use crate::clock::younger_than;
use crate::codes::Sex;
use crate::masking::ADULT_AGE;
use crate::relations::{self, Finding, HEAD};

/// What the register says of the file's keys, read before the check.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Dwellings by label.
    pub(super) dwellings: HashMap<String, Dwelling>,
    /// Households of the register by number, also closed ones.
    pub(super) households: HashMap<String, Standing>,
    /// Where the bearer of an id number is registered already, in words (REG-14).
    pub(super) registered: HashMap<String, String>,
}

/// A dwelling that a household may be registered at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dwelling {
    pub(super) id: Uuid,
    pub(super) building: Uuid,
    pub(super) community: Uuid,
    pub(super) beat: Option<Uuid>,
}

/// A household that stands in the register.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) id: Uuid,
    pub(super) active: bool,
    pub(super) established_on: NaiveDate,
    pub(super) dwelling: Dwelling,
    /// Its present members: relation code, sex, birth date, name.
    pub(super) members: Vec<(String, Sex, NaiveDate, String)>,
}

/// A household to make, or an existing one to add to, with the members to add.
#[derive(Debug)]
pub(super) struct Change {
    /// The new household's row; `None` when the members join one of the register.
    pub(super) new: Option<HouseholdRow>,
    pub(super) number: String,
    pub(super) dwelling: Dwelling,
    pub(super) established_on: NaiveDate,
    /// The existing household's id.
    pub(super) existing: Option<Uuid>,
    pub(super) members: Vec<PersonRow>,
}

/// What may be written, and what was refused.
#[derive(Debug, Default)]
pub(super) struct Plan {
    pub(super) changes: Vec<Change>,
    pub(super) refused: Vec<Refused>,
}

/// The names of the two tables, for messages.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    pub(super) households: String,
    pub(super) persons: String,
}

/// Holds the rows against each other and against the register.
pub(super) fn plan(
    names: &Names,
    households: Parsed<HouseholdRow>,
    persons: Parsed<PersonRow>,
    facts: &Facts,
    today: NaiveDate,
) -> Plan {
    let mut check = Check { names, facts, today, plan: Plan::default() };
    let lost_heads: HashSet<_> = persons.lost.into_iter().collect();
    let lost_households: HashSet<_> = households.lost.iter().cloned().collect();
    check.plan.refused.extend(households.refused.into_iter().chain(persons.refused));
    let mut members = check.members_by_household(persons.good);
    for household in check.first_of_each_number(households.good) {
        let own = members.remove(&household.number).unwrap_or_default();
        check.establish(household, own, &lost_heads);
    }
    for (number, own) in members {
        check.join(&number, own, &lost_households);
    }
    check.plan.refused.sort_by(|a, b| (&a.table, a.row, a.column).cmp(&(&b.table, b.row, b.column)));
    check.plan
}

struct Check<'c> {
    names: &'c Names,
    facts: &'c Facts,
    today: NaiveDate,
    plan: Plan,
}

impl Check<'_> {
    fn refuse_household(&mut self, row: u32, column: &'static str, rule: &'static str, reason: impl Into<String>) {
        let table = self.names.households.clone();
        self.plan.refused.push(Refused { table, row, column, rule, reason: reason.into() });
    }

    fn refuse_person(&mut self, row: u32, column: &'static str, rule: &'static str, reason: impl Into<String>) {
        let table = self.names.persons.clone();
        self.plan.refused.push(Refused { table, row, column, rule, reason: reason.into() });
    }

    /// Persons by household, without those whose id number stands earlier in the file or in a register.
    fn members_by_household(&mut self, persons: Vec<PersonRow>) -> BTreeMap<String, Vec<PersonRow>> {
        let mut seen = HashMap::new();
        let mut by_household = BTreeMap::<String, Vec<PersonRow>>::new();
        for person in persons {
            let number = person.number.as_ref().map(|number| number.as_str().to_owned());
            if let Some(earlier) = number.as_ref().and_then(|number| seen.insert(number.clone(), person.row)) {
                self.refuse_person(
                    person.row,
                    "id_number",
                    "IDN-05",
                    format!("the same number stands in row {earlier}"),
                );
            } else if let Some(place) = number.and_then(|number| self.facts.registered.get(&number)) {
                self.refuse_person(person.row, "id_number", "REG-14", format!("already registered, ask {place}"));
            } else {
                by_household.entry(person.household.clone()).or_default().push(person);
            }
        }
        by_household
    }

    fn first_of_each_number(&mut self, households: Vec<HouseholdRow>) -> Vec<HouseholdRow> {
        let mut seen = HashMap::new();
        let mut first = Vec::new();
        for household in households {
            match seen.insert(household.number.clone(), household.row) {
                Some(earlier) => self.refuse_household(
                    household.row,
                    "household_number",
                    "REG-15",
                    format!("the same number stands in row {earlier}"),
                ),
                None => first.push(household),
            }
        }
        first
    }

    /// A new household with its members, or a refusal of them all.
    fn establish(&mut self, household: HouseholdRow, members: Vec<PersonRow>, lost: &HashSet<String>) {
        let members = self.fitting(&[], members, household.established_on);
        let dwelling = self.facts.dwellings.get(&household.address).copied();
        let fault = self.household_fault(&household, dwelling, &members, lost.contains(&household.number));
        let (Some(dwelling), None) = (dwelling, fault) else {
            if let Some((column, rule, reason)) = fault {
                self.refuse_household(household.row, column, rule, reason);
            }
            return self.refuse_all(&members);
        };
        let (number, established_on) = (household.number.clone(), household.established_on);
        self.plan.changes.push(Change {
            new: Some(household),
            number,
            dwelling,
            established_on,
            existing: None,
            members,
        });
    }

    fn household_fault(
        &self,
        household: &HouseholdRow,
        dwelling: Option<Dwelling>,
        members: &[PersonRow],
        lost: bool,
    ) -> Option<(&'static str, &'static str, &'static str)> {
        if self.facts.households.contains_key(&household.number) {
            return Some(("household_number", "REG-15", "the register has a household of this number"));
        }
        if dwelling.is_none() {
            return Some(("address", "REG-13", "the precinct's register has no dwelling of this label"));
        }
        let Some(head) = members.iter().find(|member| member.relation == HEAD) else {
            let reason =
                if lost { "no head is left: a member's row was refused" } else { "the file has no head (02) for it" };
            return Some(("household_number", "REG-03", reason));
        };
        let minor = younger_than(head.birth, ADULT_AGE, self.today);
        (minor && household.kind == "FAMILY").then_some((
            "household_number",
            "REG-04",
            "the head of a family household must be an adult",
        ))
    }

    fn refuse_all(&mut self, members: &[PersonRow]) {
        for member in members {
            self.refuse_person(member.row, "household_number", "REG-03", "the household's own row was refused");
        }
    }

    /// Members who join a household of the register.
    fn join(&mut self, number: &str, members: Vec<PersonRow>, lost: &HashSet<String>) {
        let Some(standing) = self.facts.households.get(number).filter(|standing| standing.active) else {
            let (rule, reason) = match (self.facts.households.contains_key(number), lost.contains(number)) {
                (true, _) => ("REG-07", "the household is closed"),
                (false, true) => ("REG-03", "the household's own row was refused"),
                (false, false) => ("REG-03", "no household of this number is in the file or in the register"),
            };
            return members.iter().for_each(|member| self.refuse_person(member.row, "household_number", rule, reason));
        };
        let members = self.fitting(&standing.members, members, standing.established_on);
        if !members.is_empty() {
            let Standing { id, dwelling, established_on, .. } = *standing;
            self.plan.changes.push(Change {
                new: None,
                number: number.to_owned(),
                dwelling,
                established_on,
                existing: Some(id),
                members,
            });
        }
    }

    /// Those who may stand beside each other and beside the members already there.
    fn fitting(
        &mut self,
        there: &[(String, Sex, NaiveDate, String)],
        mut members: Vec<PersonRow>,
        established_on: NaiveDate,
    ) -> Vec<PersonRow> {
        members.retain(|member| {
            let early = member.from.is_some_and(|from| from < established_on);
            if early {
                self.refuse_person(member.row, "member_from", "REG-02", "the household was established later");
            }
            !early
        });
        self.without_doubles(there, &mut members);
        for finding in relation_findings(there, &members).into_iter().rev() {
            let (at, reason) = match finding {
                Finding::SecondHead(at) => (at, "the household has a head already"),
                Finding::SecondSpouse(at) => (at, "the head has a spouse already"),
                Finding::SexDisagrees(at) => (at, "the relation is of the other sex"),
                Finding::UnknownCode(at) => (at, "is no relation to the head"),
                Finding::NoHead | Finding::AgeOrder(_) => continue,
            };
            if at >= there.len() {
                let member = members.remove(at - there.len());
                self.refuse_person(member.row, "relation", finding.rule(), reason);
            }
        }
        members
    }

    /// REG-15: the same name and nearly the same birth date in one household, where no number tells two people apart.
    fn without_doubles(&mut self, there: &[(String, Sex, NaiveDate, String)], members: &mut Vec<PersonRow>) {
        let mut known: Vec<(String, NaiveDate, bool)> =
            there.iter().map(|(_, _, birth, name)| (name.clone(), *birth, false)).collect();
        members.retain(|member| {
            let near = |birth: NaiveDate| birth <= member.birth + Days::new(3) && member.birth <= birth + Days::new(3);
            let double = known.iter().any(|(name, birth, numbered)| {
                *name == member.name && near(*birth) && !(*numbered && member.number.is_some())
            });
            if double {
                self.refuse_person(
                    member.row,
                    "name",
                    "REG-15",
                    "somebody of this name and birth date is a member already",
                );
            }
            known.push((member.name.clone(), member.birth, member.number.is_some()));
            !double
        });
    }
}

/// Findings by ascending place, one a member.
fn relation_findings(there: &[(String, Sex, NaiveDate, String)], members: &[PersonRow]) -> Vec<Finding> {
    let standing =
        there.iter().map(|(relation, sex, birth, _)| relations::Member { relation, sex: *sex, birth: *birth });
    let joining = members.iter().map(|member| relations::Member {
        relation: member.relation,
        sex: member.sex,
        birth: member.birth,
    });
    let place = |finding: &Finding| match finding {
        Finding::UnknownCode(at) | Finding::SecondHead(at) | Finding::SecondSpouse(at) | Finding::SexDisagrees(at) => {
            Some(*at)
        }
        Finding::NoHead | Finding::AgeOrder(_) => None,
    };
    let mut found: Vec<_> = relations::check(&standing.chain(joining).collect::<Vec<_>>())
        .into_iter()
        .filter(|finding| place(finding).is_some())
        .collect();
    found.sort_by_key(place);
    found.dedup_by_key(|finding| place(finding));
    found
}
