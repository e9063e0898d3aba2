//! What happened to families: former heads who died, children who left, names and numbers that were changed.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::families::Place;
use super::households::{Interval, years_after};
use super::making::{Being, FormerNumber, Home, Making, opened};
use super::people;
use super::rows;
use crate::codes::Sex;
use crate::masking;
use crate::names::NameKeys;

impl Making {
    /// Draws the past of a family household; returns how many acts changed it since it was established.
    pub(super) fn past(&mut self, household: Uuid, home: &Home, established: NaiveDate, beings: &[Being]) -> i32 {
        let Some(head) = beings.first() else { return 0 };
        let settled = established < opened();
        let mut changes = 0;
        if settled && self.draw.chance(20) {
            changes += self.child_left(household, home, established, head);
        }
        if settled && beings.len() <= 2 && head.birth < years_ago(self.today, 50) && self.draw.chance(120) {
            changes += self.elder_died(household, home, established, head);
        }
        if self.draw.chance(6) {
            self.renamed(head);
        }
        if self.draw.chance(2) {
            self.renumbered(head);
        }
        changes
    }

    /// A grown child who moved out: the membership ended, the person counts nowhere here.
    fn child_left(&mut self, household: Uuid, home: &Home, established: NaiveDate, head: &Being) -> i32 {
        let age = self.draw.between(20, 34);
        let (sex, relation) = if self.draw.chance(450) { (Sex::Male, "20") } else { (Sex::Female, "30") };
        if head.birth > years_ago(self.today, age + 20) {
            return 0;
        }
        let mut child = self.being(&Place { relation, sex, age, of_the_name: false }, "", home.opening);
        let grown = years_after(child.birth, 18).max(opened() + Days::new(30));
        let on = self.draw.day(grown, self.today - Days::new(60)).min(self.today - Days::new(60));
        let (kind, reason) = self.draw.pick(&[("R05", "STUDY"), ("R06", "MARRIAGE"), ("R05", "MOVE_OUT")]);
        let act = self.act(kind, on, "Member left the household");
        child.registered_place = Some("迁出".to_owned());
        let from = child.birth.max(established);
        let interval = Interval { person: child.id, relation, reason: "OPENING", from, act: home.opening };
        self.membership(household, &interval, Some((on.max(from), reason, act)));
        self.out.beings.push(child);
        1
    }

    /// A parent of the head who lived and died in the household.
    fn elder_died(&mut self, household: Uuid, home: &Home, established: NaiveDate, head: &Being) -> i32 {
        let (sex, relation) = if self.draw.chance(500) { (Sex::Male, "51") } else { (Sex::Female, "52") };
        let age = completed_years(head.birth, self.today) + self.draw.between(20, 28);
        let mut elder = self.being(&Place { relation, sex, age: age.min(112), of_the_name: false }, "", home.opening);
        let on = self.draw.day(opened() + Days::new(60), self.today - Days::new(60));
        let act = self.act("R08", on, "Death of a member");
        elder.death_on = Some(on);
        elder.phone = None;
        let interval = Interval { person: elder.id, relation, reason: "OPENING", from: established, act: home.opening };
        self.membership(household, &interval, Some((on, "DEATH", act)));
        self.out.beings.push(elder);
        1
    }

    /// A former name, found by search like the present one (R18).
    fn renamed(&mut self, being: &Being) {
        let surname: String = being.name.chars().take(1).collect();
        let name = people::name(&mut self.draw, &surname, being.sex);
        let on = self.draw.day(opened() + Days::new(60), self.today - Days::new(60));
        let act = self.act("R18", on, "Name changed");
        let keys = NameKeys::of(&name);
        let row = rows::PersonName {
            precinct_id: self.precinct,
            id: self.id(),
            person_id: being.id,
            name_masked: masking::name(&name),
            name,
            name_key: keys.full,
            name_initials: keys.initials,
            effective_from: being.birth,
            effective_to: on.max(being.birth),
            recorded_at: act.at,
            act_id: act.id,
        };
        self.out.former_names.push(row);
    }

    /// A number that was corrected: the old one leads to the same person (IDN-06).
    fn renumbered(&mut self, being: &Being) {
        let Some(number) = self.people.number(being.birth - Days::new(1), being.sex) else { return };
        let on = self.draw.day(opened() + Days::new(60), self.today - Days::new(60));
        let act = self.act("R20", on, "Birth date and number corrected");
        let (id, from, to) = (self.id(), being.birth, on.max(being.birth));
        self.out.former_numbers.push(FormerNumber { id, person: being.id, number, from, to, act });
    }
}

fn years_ago(today: NaiveDate, years: i32) -> NaiveDate {
    years_after(today, -years)
}

fn completed_years(birth: NaiveDate, today: NaiveDate) -> i32 {
    i32::try_from(today.years_since(birth).unwrap_or(0)).unwrap_or(0)
}
