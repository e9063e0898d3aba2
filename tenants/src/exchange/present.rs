//! Households and their present members: who may stand beside whom (REG-03, REG-04, REG-05, REG-07, REG-13, REG-15).

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::facts::Dwelling;
use super::persons::{Kin, is_near};
use super::plan::{Change, Check, Fault, Member};
use super::rows::HouseholdRow;
use crate::clock::younger_than;
use crate::masking::ADULT_AGE;
use crate::relations::{self, Finding, HEAD};

const OWN_ROW: Fault = ("household_number", "REG-03", "the household's own row was refused");
const CLOSED: Fault = ("household_number", "REG-07", "the household is closed");

impl Check<'_> {
    pub(super) fn first_of_each_number(&mut self, households: Vec<HouseholdRow>) -> Vec<HouseholdRow> {
        let mut seen = HashMap::new();
        let mut first = Vec::new();
        for household in households {
            if let Some(earlier) = seen.get(&household.number) {
                let reason = format!("the same number stands in row {earlier}");
                self.refuse(&self.names.households, household.row, ("household_number", "REG-15"), &reason);
            } else {
                seen.insert(household.number.clone(), household.row);
                first.push(household);
            }
        }
        first
    }

    /// A new household with its members, or a refusal of them all. The members of one that the register has just so join it: a
    /// file may be handed in again for the rows that were held.
    pub(super) fn establish(&mut self, household: HouseholdRow, members: Vec<Member>, lost_heads: &HashSet<String>) {
        let dwelling = self.facts.dwellings.get(&household.address).copied();
        if self.is_there(&household, dwelling) {
            self.refuse_household(household.row, THERE);
            return self.join(&household.number, members);
        }
        let is_closed = household.closed_on.is_some();
        if is_closed {
            for member in &members {
                self.refuse_member(member, CLOSED);
            }
        }
        let members = if is_closed { Vec::new() } else { self.fitting(&[], members, household.established_on) };
        let fault = self.household_fault(&household, dwelling, &members, lost_heads.contains(&household.number));
        let (Some(dwelling), None) = (dwelling, fault) else {
            if let Some(fault) = fault {
                self.refuse_household(household.row, fault);
            }
            self.lost.insert(household.number);
            return members.iter().for_each(|member| self.refuse_member(member, OWN_ROW));
        };
        self.plan.changes.push(Change {
            id: (self.means.new_id)(),
            number: household.number.clone(),
            established_on: household.established_on,
            new: Some(household),
            dwelling,
            members,
            last_head: None,
        });
    }

    /// Whether the register has this very household.
    fn is_there(&self, household: &HouseholdRow, dwelling: Option<Dwelling>) -> bool {
        self.facts.households.get(&household.number).is_some_and(|home| {
            home.kind == household.kind
                && (home.established_on, home.closed_on) == (household.established_on, household.closed_on)
                && dwelling.is_some_and(|dwelling| dwelling.id == home.dwelling.id)
        })
    }

    fn household_fault(
        &self,
        household: &HouseholdRow,
        dwelling: Option<Dwelling>,
        members: &[Member],
        is_head_lost: bool,
    ) -> Option<Fault> {
        if self.facts.households.contains_key(&household.number) {
            return Some(THERE);
        }
        let Some(dwelling) = dwelling else {
            return Some(("address", "REG-13", "the precinct's register has no dwelling of this label"));
        };
        if dwelling.until.is_some_and(|until| household.closed_on.is_none_or(|closed| closed > until)) {
            return Some(("address", "REG-13", "the dwelling does not stand any more"));
        }
        if household.closed_on.is_some() {
            return None;
        }
        let Some(head) = members.iter().find(|member| member.place.relation == HEAD) else {
            let reason = if is_head_lost {
                "no head is left: a member's row was refused"
            } else {
                "the file has no head (02) for it"
            };
            return Some(("household_number", "REG-03", reason));
        };
        let minor = younger_than(head.row.birth, ADULT_AGE, self.means.today);
        let rule = ("household_number", "REG-04", "the head of a family household must be an adult");
        (minor && household.kind == "FAMILY").then_some(rule)
    }

    /// Members who join a household of the register.
    pub(super) fn join(&mut self, number: &str, members: Vec<Member>) {
        let facts = self.facts;
        let Some(home) = facts.households.get(number).filter(|home| home.active) else {
            let fault = match (facts.households.contains_key(number), self.lost.contains(number)) {
                (true, _) => CLOSED,
                (false, true) => OWN_ROW,
                (false, false) => NOWHERE,
            };
            return members.iter().for_each(|member| self.refuse_member(member, fault));
        };
        let members = self.fitting(&home.members, members, home.established_on);
        if !members.is_empty() {
            self.plan.changes.push(Change {
                id: home.id,
                new: None,
                number: number.to_owned(),
                dwelling: home.dwelling,
                established_on: home.established_on,
                members,
                last_head: None,
            });
        }
    }

    /// Those who may stand beside each other and beside the members already there.
    fn fitting(&mut self, there: &[Kin], mut members: Vec<Member>, established_on: NaiveDate) -> Vec<Member> {
        members.retain(|member| {
            let early = member.place.from.is_some_and(|from| from < established_on);
            if early {
                self.refuse_member(member, ("member_from", "REG-02", "the household was established later"));
            }
            !early
        });
        self.without_doubles(&mut members);
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
                self.refuse_member(&member, ("relation", finding.rule(), reason));
            }
        }
        members
    }

    /// REG-15: the same name and nearly the same birth date twice in one household of the file, where no number tells two people
    /// apart. The household's members in the register were asked before, as everybody there was.
    fn without_doubles(&mut self, members: &mut Vec<Member>) {
        let mut known: Vec<(String, NaiveDate, bool)> = Vec::new();
        members.retain(|member| {
            let (name, birth, numbered) = (&member.row.name, member.row.birth, member.row.number.is_some());
            let double =
                known.iter().any(|(other, born, has)| other == name && is_near(*born, birth) && !(*has && numbered));
            if double {
                let reason = "somebody of this name and birth date is a member already";
                self.refuse_member(member, ("name", "REG-15", reason));
            }
            known.push((name.clone(), birth, numbered));
            !double
        });
    }
}

const THERE: Fault = ("household_number", "REG-15", "the register has a household of this number");
/// Why whoever belongs to an unknown household is refused.
pub(super) const NOWHERE: Fault =
    ("household_number", "REG-03", "no household of this number is in the file or in the register");

/// Findings by ascending place, one a member.
fn relation_findings(there: &[Kin], members: &[Member]) -> Vec<Finding> {
    let standing =
        there.iter().map(|kin| relations::Member { relation: &kin.relation, sex: kin.sex, birth: kin.birth });
    let joining = members.iter().map(|member| relations::Member {
        relation: member.place.relation,
        sex: member.row.sex,
        birth: member.row.birth,
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
