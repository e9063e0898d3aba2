//! The counts that follow a change: tallies by what was and what is, and the terms of the conservation law by day (MOV-09, REG-17).

use std::collections::BTreeMap;

use sea_orm::Value;
use uuid::Uuid;

use super::register::Register;
use crate::households::row as household;
use crate::persons::{PopulationCategory, row as person};

/// What a community gains: households, then persons by category in the order of [`PopulationCategory::ALL`].
type Gain = [i32; 6];

const TALLY: &str = "INSERT INTO tally (precinct_id, id, households, registered_resident, registered_away, city_separated, floating, \
     overseas, dwellings, rentals_active, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 0, 0, $9) \
     ON CONFLICT (precinct_id, id) DO UPDATE SET households = tally.households + excluded.households, \
     registered_resident = tally.registered_resident + excluded.registered_resident, \
     registered_away = tally.registered_away + excluded.registered_away, \
     city_separated = tally.city_separated + excluded.city_separated, floating = tally.floating + excluded.floating, \
     overseas = tally.overseas + excluded.overseas, updated_at = excluded.updated_at";
const COUNT: &str = "INSERT INTO act_count (precinct_id, day, term, persons) VALUES ($1, $2, $3, $4) \
     ON CONFLICT (precinct_id, day, term) DO UPDATE SET persons = act_count.persons + excluded.persons";

fn place_of(household: &household::Model) -> Option<(Uuid, usize)> {
    (household.state == "ACTIVE").then_some((household.community_id, 0))
}

fn place_of_person(person: &person::Model) -> Option<(Uuid, usize)> {
    let category = PopulationCategory::ALL.iter().position(|category| category.as_str() == person.category)?;
    let community = person.community_id.filter(|_| person.death_on.is_none())?;
    Some((community, category + 1))
}

/// Takes what was away and adds what is.
fn gains(changes: impl Iterator<Item = (Option<(Uuid, usize)>, Option<(Uuid, usize)>)>) -> BTreeMap<Uuid, Gain> {
    let mut gains: BTreeMap<Uuid, Gain> = BTreeMap::new();
    for (was, is) in changes.filter(|(was, is)| was != is) {
        for ((community, place), by) in was.map(|at| (at, -1)).into_iter().chain(is.map(|at| (at, 1))) {
            gains.entry(community).or_default()[place] += by;
        }
    }
    gains
}

impl Register<'_> {
    /// Brings tallies and terms up, at the commit: every act of a community changes the same rows.
    pub(super) fn count_all(&self) {
        let households =
            self.households.values().map(|draft| (draft.before.as_ref().and_then(place_of), place_of(&draft.now)));
        let persons = self
            .persons
            .values()
            .map(|draft| (draft.before.as_ref().and_then(place_of_person), place_of_person(&draft.now)));
        for (community, gain) in gains(households.chain(persons)).into_iter().filter(|(_, gain)| *gain != [0; 6]) {
            let counts = gain.map(Value::from);
            let values = std::iter::once(community.into()).chain(counts).chain([self.now.into()]).collect();
            self.work.at_last(format!("tally {community}"), TALLY, values);
        }
        let day = crate::clock::day_of(self.now);
        for (term, persons) in &self.writes.terms {
            let values = vec![day.into(), term.as_str().into(), (*persons).into()];
            self.work.at_last(format!("term {day} {term}"), COUNT, values);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reg_17_what_stays_where_it_was_changes_no_count() {
        let (a, b) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let changes =
            [(Some((a, 1)), Some((a, 1))), (Some((a, 1)), Some((b, 1))), (Some((a, 2)), None), (None, Some((b, 0)))];
        let gains = gains(changes.into_iter());
        assert_eq!(gains[&a], [0, -1, -1, 0, 0, 0]);
        assert_eq!(gains[&b], [1, 1, 0, 0, 0, 0]);
    }
}
