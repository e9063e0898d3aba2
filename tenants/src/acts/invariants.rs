//! The register's invariants, asked of the households an act touched, after it wrote and before it commits (domain §2.12).

use std::collections::BTreeSet;

use chrono::NaiveDate;
use uuid::Uuid;

use super::register::{Register, written_ties};
use crate::clock::younger_than;
use crate::codes::Sex;
use crate::error::{Error, Result};
use crate::memberships::row as membership;
use crate::persons::ADULT_AGE;
use crate::relations::{self, HEAD, Member};

/// A household with its members as they were written.
#[derive(Debug)]
struct View<'r> {
    is_family: bool,
    is_active: bool,
    /// Relation, sex, birth date and day of death of each member.
    members: Vec<(&'r str, Sex, NaiveDate, Option<NaiveDate>)>,
}

/// What an act changed that decides which rules are asked.
#[derive(Clone, Copy, Debug)]
struct Changed {
    /// The household has another head than before, or is new.
    head: bool,
    /// Members left it, by somebody else's act.
    left: bool,
    /// The chief's exception stands (REG-04).
    excepted: bool,
}

fn refuse(rule: &'static str, message: &str) -> Result<()> {
    Err(Error::invariant(rule, message))
}

/// The first rule that a household breaks.
fn check(view: &View<'_>, changed: Changed, today: NaiveDate) -> Result<()> {
    if !view.is_active {
        return if view.members.is_empty() { Ok(()) } else { refuse("REG-07", "a closed household has no members") };
    }
    if view.members.is_empty() {
        return refuse("REG-03", "an active household has at least one member");
    }
    if view.members.iter().any(|(.., death)| death.is_some()) {
        return refuse("REG-11", "a dead person belongs to no household");
    }
    check_relations(view)?;
    let is_minor = |birth: NaiveDate| younger_than(birth, ADULT_AGE, today);
    let minors = view.members.iter().filter(|(_, _, birth, _)| is_minor(*birth)).count();
    if view.is_family && changed.left && minors == view.members.len() && !changed.excepted {
        return refuse("REG-16", "minors are not left alone in a household");
    }
    let head_is_minor = view.members.iter().any(|(relation, _, birth, _)| *relation == HEAD && is_minor(*birth));
    if view.is_family && changed.head && head_is_minor && !changed.excepted {
        return refuse(
            "REG-04",
            "the head of a family household is an adult; an exception is the chief's act, with reason",
        );
    }
    Ok(())
}

fn check_relations(view: &View<'_>) -> Result<()> {
    let members: Vec<Member<'_>> =
        view.members.iter().map(|(relation, sex, birth, _)| Member { relation, sex: *sex, birth: *birth }).collect();
    let found = relations::check(&members);
    let Some(finding) = found.into_iter().find(|finding| finding.is_error()) else { return Ok(()) };
    let message = match finding {
        relations::Finding::NoHead => "the household has no head",
        relations::Finding::SecondHead(_) => "the household has two heads",
        relations::Finding::SecondSpouse(_) => "the head has two spouses",
        relations::Finding::SexDisagrees(_) => "a relation is of the other sex",
        relations::Finding::UnknownCode(_) | relations::Finding::AgeOrder(_) => "a relation is none of GB/T 4761",
    };
    refuse(finding.rule(), message)
}

/// Whether intervals, each `from` inclusive and `to` exclusive, overlap anywhere (REG-02).
fn overlap(mut intervals: Vec<(NaiveDate, Option<NaiveDate>)>) -> bool {
    intervals.retain(|(from, to)| *to != Some(*from));
    intervals.sort_unstable();
    intervals.windows(2).any(|pair| pair[0].1.is_none_or(|end| end > pair[1].0))
}

impl Register<'_> {
    /// Reads what was written and refuses the act if a rule is broken.
    pub(super) async fn verify(&self, households: &BTreeSet<Uuid>, persons: &BTreeSet<Uuid>) -> Result<()> {
        // A member whose sex or birth date changed can break a rule of a household whose own row did not change.
        let homes = persons.iter().filter_map(|person| self.ties.get(person)).map(|tie| tie.row.household_id);
        let households: BTreeSet<Uuid> = households.iter().copied().chain(homes).collect();
        let ids: Vec<Uuid> = households.iter().copied().collect();
        let people: Vec<Uuid> = persons.iter().copied().collect();
        let written = written_ties(self.work, &ids, &people).await?;
        for id in &households {
            let is_member = |tie: &&membership::Model| tie.household_id == *id && tie.effective_to.is_none();
            let members: Vec<&membership::Model> = written.iter().filter(is_member).collect();
            check(&self.view(*id, &members)?, self.changed(*id), self.today)?;
        }
        persons.iter().try_for_each(|id| self.verify_person(*id, &written))
    }

    fn view<'r>(&'r self, id: Uuid, members: &[&'r membership::Model]) -> Result<View<'r>> {
        let household = &self.households.get(&id).ok_or(Error::NotFound)?.now;
        let member = |tie: &&'r membership::Model| {
            let person = &self.persons.get(&tie.person_id).ok_or(Error::Contended)?.now;
            let sex = Sex::from_code(person.sex).unwrap_or(Sex::Unknown);
            Ok((tie.relation.as_str(), sex, person.birth_date, person.death_on))
        };
        Ok(View {
            is_family: household.kind == "FAMILY",
            is_active: household.state == "ACTIVE",
            members: members.iter().map(member).collect::<Result<_>>()?,
        })
    }

    fn changed(&self, id: Uuid) -> Changed {
        let before = self.ties_before.values().filter(|tie| tie.household_id == id);
        let head = before.clone().find(|tie| tie.relation == HEAD).map(|tie| tie.person_id);
        let now = self.head(crate::ids::HouseholdId(id)).map(|person| person.0);
        let stays = |person: &Uuid| self.ties.get(person).is_some_and(|tie| tie.row.household_id == id);
        let is_new = self.households.get(&id).is_some_and(|draft| draft.before.is_none());
        let left = is_new || before.map(|tie| tie.person_id).any(|person| !stays(&person));
        Changed { head: head != now, left, excepted: self.exception.is_some() }
    }

    /// One open membership a registered person, no interval over another, whatever the installation's row says (REG-01, REG-02).
    fn verify_person(&self, id: Uuid, written: &[membership::Model]) -> Result<()> {
        let rows = written.iter().filter(|row| row.person_id == id);
        let open = rows.clone().filter(|row| row.effective_to.is_none()).count();
        if !self.is_registered_as_said(id, open) {
            return refuse("REG-01", "a registered person belongs to exactly one household");
        }
        if overlap(rows.map(|row| (row.effective_from, row.effective_to)).collect()) {
            return refuse("REG-02", "the membership would overlap another one of the person");
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Changed = Changed { head: false, left: false, excepted: false };

    fn day(year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, 1, 1).unwrap()
    }

    fn view(members: &[(&'static str, i32)]) -> View<'static> {
        let member = |(relation, year): &(&'static str, i32)| (*relation, Sex::Unknown, day(*year), None);
        View { is_family: true, is_active: true, members: members.iter().map(member).collect() }
    }

    fn rule(view: &View<'_>, changed: Changed) -> &'static str {
        match check(view, changed, day(2026)) {
            Ok(()) => "",
            Err(Error::Invariant { rule, .. }) => rule,
            Err(error) => panic!("{error}"),
        }
    }

    #[test]
    fn reg_03_an_active_household_has_members_and_one_head() {
        assert_eq!(rule(&view(&[]), NOTHING), "REG-03");
        assert_eq!(rule(&view(&[("20", 2000)]), NOTHING), "REG-03");
        assert_eq!(rule(&view(&[("02", 1980), ("02", 1981)]), NOTHING), "REG-03");
        assert_eq!(rule(&view(&[("02", 1980), ("20", 2000)]), NOTHING), "");
    }

    #[test]
    fn reg_04_a_minor_heads_no_family_household_without_an_exception() {
        let changed = Changed { head: true, ..NOTHING };
        let minor = view(&[("02", 2015), ("51", 1980)]);
        assert_eq!(rule(&minor, changed), "REG-04");
        assert_eq!(rule(&minor, Changed { excepted: true, ..changed }), "");
        assert_eq!(rule(&View { is_family: false, ..minor }, changed), "");
    }

    #[test]
    fn reg_07_and_reg_11_the_closed_have_no_members_and_the_dead_no_household() {
        let mut closed = view(&[("02", 1980)]);
        closed.is_active = false;
        assert_eq!(rule(&closed, NOTHING), "REG-07");
        let mut dead = view(&[("02", 1980)]);
        dead.members[0].3 = Some(day(2020));
        assert_eq!(rule(&dead, NOTHING), "REG-11");
    }

    #[test]
    fn reg_16_minors_are_not_left_alone() {
        let minors = view(&[("02", 2012), ("73", 2014)]);
        assert_eq!(rule(&minors, Changed { left: true, ..NOTHING }), "REG-16");
        assert_eq!(rule(&minors, NOTHING), "");
    }

    #[test]
    fn reg_02_intervals_touch_and_do_not_overlap() {
        assert!(!overlap(vec![(day(2000), Some(day(2010))), (day(2010), None)]));
        assert!(overlap(vec![(day(2000), Some(day(2011))), (day(2010), None)]));
        assert!(overlap(vec![(day(2000), None), (day(2010), None)]));
        assert!(!overlap(vec![(day(2010), Some(day(2010))), (day(2000), None)]));
    }
}
