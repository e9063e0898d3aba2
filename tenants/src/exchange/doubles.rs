//! Who of a file is, or likely is, in the register already (IDN-05, REG-14, REG-15).

use std::collections::{HashMap, HashSet};

use super::decisions::{Decision, Judgement};
use super::index::{Fate, Index};
use super::persons::{Kin, Known, Likely, days_apart, is_likely, mother_of};
use super::plan::{Check, Decided};
use super::report::{Duplicate, Side};
use super::rows::PersonRow;
use crate::id_number::IdNumber;
use crate::masking;

/// What became of a row's likely duplicates.
enum Verdict {
    /// There is none, or every one was decided to be somebody else.
    New,
    /// One was decided to be the same person.
    Same,
    /// One at least is not decided yet.
    Held,
}

impl Check<'_> {
    /// The persons whom the register does not have, and an index of all of the file.
    pub(super) fn undoubled(&mut self, persons: Vec<PersonRow>, decisions: &[Decision]) -> (Vec<PersonRow>, Index) {
        let kin = self.kin(&persons);
        let (mut seen, mut met) = (HashMap::new(), HashSet::new());
        let (mut new, mut index) = (Vec::new(), Index::default());
        for person in persons {
            if self.is_numbered_already(&person, &mut seen) {
                continue;
            }
            let own = person.place().and_then(|place| kin.get(&place.household)).map_or(&[][..], Vec::as_slice);
            match self.verdict(&person, own, decisions, &mut met) {
                Verdict::New => {
                    index.add(&person, Fate::Kept);
                    new.push(person);
                }
                Verdict::Same => index.add(&person, Fate::Same),
                Verdict::Held => {
                    let reason = "held: likely somebody of the register; decide whether they are the same";
                    self.refuse_person(person.row, ("name", "REG-15", reason));
                    index.add(&person, Fate::Held);
                }
            }
        }
        for decision in decisions.iter().filter(|one| !met.contains(&(one.row, one.pair.as_str()))) {
            let reason = "no row of the file is held for this pair";
            self.refuse(&decision.table, decision.line, ("pair", "REG-15"), reason);
        }
        (new, index)
    }

    /// Whether the number stands earlier in the file or in a register; refuses the row then.
    fn is_numbered_already(&mut self, person: &PersonRow, seen: &mut HashMap<String, u32>) -> bool {
        let Some(number) = person.number.as_ref().map(IdNumber::as_str) else { return false };
        let (rule, reason) = if let Some(earlier) = seen.insert(number.to_owned(), person.row) {
            ("IDN-05", format!("the same number stands in row {earlier}"))
        } else if let Some(place) = self.facts.registered.get(number) {
            ("REG-14", format!("already registered, ask {place}"))
        } else {
            return false;
        };
        self.refuse(&self.names.persons, person.row, ("id_number", rule), &reason);
        true
    }

    /// The members of each household that the file names, those of the register included.
    fn kin(&self, persons: &[PersonRow]) -> HashMap<String, Vec<Kin>> {
        let mut kin = HashMap::<String, Vec<Kin>>::new();
        for person in persons {
            let Some(place) = person.place() else { continue };
            let there = || self.facts.households.get(&place.household).map(|home| home.members.clone());
            let members = kin.entry(place.household.clone()).or_insert_with(|| there().unwrap_or_default());
            // A file that is handed in again tells members whom the register has by now.
            if !members.iter().any(|one| (&one.name, one.birth) == (&person.name, person.birth)) {
                members.push(Kin {
                    relation: place.relation.to_owned(),
                    sex: person.sex,
                    birth: person.birth,
                    name: person.name.clone(),
                });
            }
        }
        kin
    }

    fn verdict<'d>(
        &mut self,
        person: &PersonRow,
        kin: &[Kin],
        decisions: &'d [Decision],
        met: &mut HashSet<(u32, &'d str)>,
    ) -> Verdict {
        let mother = person.place().and_then(|place| mother_of(place.relation, person.sex, kin));
        let facts = self.facts;
        let (mut is_same, mut open) = (false, Vec::new());
        for likely in facts.likely.get(&person.row).map_or(&[][..], Vec::as_slice) {
            let mothers = [mother, likely.mother.as_deref()];
            if !is_likely(mothers, [person.number.is_some(), likely.numbered]) {
                continue;
            }
            let pair = self.pair(person, &likely.known);
            if let Some(decision) = decisions.iter().find(|one| one.row == person.row && one.pair == pair) {
                met.insert((decision.row, decision.pair.as_str()));
                self.decided(decision, &likely.known);
                is_same |= decision.judgement == Judgement::Same;
            } else {
                let same_mother = mothers.iter().all(Option::is_some);
                open.push((likely.known.id, self.duplicate(person, likely, pair, same_mother)));
            }
        }
        if is_same {
            return Verdict::Same;
        }
        let is_new = open.is_empty();
        for (shown, duplicate) in open {
            self.plan.shown.push(shown);
            self.plan.duplicates.push(duplicate);
        }
        if is_new { Verdict::New } else { Verdict::Held }
    }

    fn decided(&mut self, decision: &Decision, known: &Known) {
        self.plan.decided.push(Decided {
            row: decision.row,
            person: known.id,
            pair: decision.pair.clone(),
            judgement: decision.judgement,
            reason: masking::free_text(&decision.reason),
        });
    }

    /// A name for two who are held against each other, so that a decision is about these two and no others. The letter keeps a
    /// spreadsheet from reading a number.
    fn pair(&self, person: &PersonRow, known: &Known) -> String {
        let number = person.number.as_ref().map_or("", IdNumber::as_str);
        let household = person.place().map_or("", |place| place.household.as_str());
        let PersonRow { name, birth, sex, .. } = person;
        let text = format!("{name}/{birth}/{}/{number}/{household}/{}/{}", sex.code(), known.id, known.version);
        format!("P{}", hex::encode(&(self.means.hash)(&text)[..6]))
    }

    fn duplicate(&self, person: &PersonRow, likely: &Likely, pair: String, same_mother: bool) -> Duplicate {
        let today = self.means.today;
        let file = Side {
            household_number: person.place().map(|place| place.household.clone()).unwrap_or_default(),
            name: masking::person_name(&person.name, person.birth, today),
            sex: person.sex.code().to_string(),
            birth: masking::birth(person.birth, today),
            id_number: person.number.as_ref().map(|number| masking::id_number(number.as_str())).unwrap_or_default(),
            phone: person.phone.as_deref().map(masking::phone).unwrap_or_default(),
        };
        Duplicate {
            row: person.row,
            pair,
            file,
            register: likely.side.clone(),
            status: likely.status,
            days_apart: days_apart(person.birth, likely.known.birth),
            same_mother,
            table: self.names.persons.clone(),
        }
    }
}
