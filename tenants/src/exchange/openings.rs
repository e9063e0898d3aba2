//! Rows of memberships given to those whose they are, and what they say of present ones.

use std::collections::HashMap;

use super::index::{Index, Whose};
use super::plan::{Check, Fault, Member};
use super::rows::{IMPORT, MembershipRow, PersonRow, Standing};

/// A membership's row, and whose it is.
pub(super) type Told<'c> = (MembershipRow, Whose<'c>);

impl<'c> Check<'c> {
    /// Rows with whom they mean: those that last, and those that are over. Rows of who is left out are left out with him.
    pub(super) fn attributed(&mut self, rows: Vec<MembershipRow>, index: &Index) -> (Vec<Told<'c>>, Vec<Told<'c>>) {
        let (mut open, mut past) = (Vec::new(), Vec::new());
        for row in rows {
            match index.whose(&row.who, self.facts) {
                Ok(Some(whose)) if row.to.is_none() => open.push((row, whose)),
                Ok(Some(whose)) => past.push((row, whose)),
                Ok(None) => {}
                Err(fault) => self.refuse_membership(row.row, fault),
            }
        }
        (open, past)
    }

    /// Who is registered, since when and why as their open membership says, and who is no longer. Where two tables contradict each
    /// other, neither is believed.
    pub(super) fn standing(&mut self, people: Vec<PersonRow>, open: Vec<Told<'c>>) -> (Vec<Member>, Vec<PersonRow>) {
        let mut openings = HashMap::<u32, Vec<MembershipRow>>::new();
        for (row, whose) in open {
            match whose {
                Whose::Row(person) => openings.entry(person).or_default().push(row),
                Whose::Known(_) => {
                    let reason = "somebody of the register joins a household by an act, not by a file";
                    self.refuse_membership(row.row, ("member_to", "REG-01", reason));
                }
            }
        }
        let (mut members, mut former) = (Vec::new(), Vec::new());
        for person in people {
            let own = openings.remove(&person.row).unwrap_or_default();
            if let Some(fault) = contradiction(&person, &own) {
                for row in &own {
                    self.refuse_membership(row.row, fault);
                }
                self.refuse_person(person.row, ("status", fault.1, "the table of memberships says otherwise"));
                continue;
            }
            let Standing::Registered(mut place) = person.standing.clone() else {
                former.push(person);
                continue;
            };
            let opening = own.first();
            place.from = place.from.or(opening.map(|row| row.from));
            members.push(Member {
                id: (self.means.new_id)(),
                row: person,
                place,
                opened: opening.map(|row| row.row),
                reason: opening.map_or(IMPORT, |row| row.reason_in),
            });
        }
        (members, former)
    }
}

/// How open memberships contradict their person's row.
fn contradiction(person: &PersonRow, open: &[MembershipRow]) -> Option<Fault> {
    let row = open.first()?;
    let Some(place) = person.place() else {
        return Some(("member_to", "REG-01", "who is no longer registered has no open membership"));
    };
    if open.len() > 1 {
        return Some(("member_to", "REG-01", "a person has one open membership"));
    }
    if row.household != place.household {
        return Some(("household_number", "REG-01", "the person's own row names another household"));
    }
    if row.relation != place.relation {
        return Some(("relation", "REG-05", "the person's own row says another relation"));
    }
    let days_differ = place.from.is_some_and(|from| from != row.from);
    if days_differ || row.from < person.birth {
        return Some(("member_from", "REG-02", "the person's own row says another day, or a later birth"));
    }
    None
}
