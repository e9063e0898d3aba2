//! Where somebody from outside a household goes, and who he is: what moves in, supplements and restorations have in common.

use super::people::Newcomer;
use super::register::{Register, Seen, Wanted};
use super::vocabulary::Standing;
use super::words::{PaperKind, RegistrationState};
use crate::error::{Error, Result};
use crate::households::HouseholdKind;
use crate::ids::{DwellingId, HouseholdId, PersonId};

/// Who comes.
#[derive(Clone, Debug)]
pub enum Who {
    /// Somebody the register does not know.
    New(Newcomer),
    /// Somebody with an entry in this precinct who is registered nowhere: an inhabitant, or one who left.
    Known(Seen<PersonId>),
}

/// Somebody who comes, and as what.
#[derive(Clone, Debug)]
pub struct Arrival {
    /// Who.
    pub who: Who,
    /// What he is to the head: a code of GB/T 4761.
    pub relation: String,
}

/// Where to.
#[derive(Clone, Copy, Debug)]
pub enum Destination {
    /// A household that is there.
    Household(Seen<HouseholdId>),
    /// A family household that is founded at a dwelling.
    Dwelling(DwellingId),
}

impl Wanted {
    pub(super) fn arrivals(self, arrivals: &[Arrival], to: Destination) -> Self {
        let wanted = match to {
            Destination::Household(seen) => self.household(seen),
            Destination::Dwelling(_) => self,
        };
        arrivals.iter().fold(wanted, |wanted, arrival| match &arrival.who {
            Who::Known(seen) => wanted.person(*seen),
            Who::New(_) => wanted,
        })
    }
}

impl Register<'_> {
    /// The household somebody goes to, founded where it is not there.
    pub(super) async fn reach(&mut self, to: Destination) -> Result<HouseholdId> {
        let household = match to {
            Destination::Household(seen) => {
                self.active(seen.id)?;
                seen.id
            }
            Destination::Dwelling(dwelling) => self.establish_household(HouseholdKind::Family, dwelling).await?,
        };
        self.main = Some(household.0);
        Ok(household)
    }

    /// Lets somebody into a household who is registered nowhere; whoever is in another state than these is refused.
    pub(super) async fn admit(
        &mut self,
        arrival: &Arrival,
        into: HouseholdId,
        reason: &'static str,
        states: &[RegistrationState],
    ) -> Result<PersonId> {
        let person = match &arrival.who {
            Who::New(newcomer) => {
                if self.is_double(newcomer, Some(into), &[]).await? {
                    return Err(Error::invariant("REG-15", "somebody of this name and birth date is a member already"));
                }
                self.add_person(newcomer, None).await?
            }
            Who::Known(seen) => {
                if !states.contains(&self.registration_state(seen.id.0)?) {
                    return Err(Error::invariant("REG-01", "the person's registration does not allow this act"));
                }
                seen.id
            }
        };
        let standing = Standing { person, relation: arrival.relation.clone(), printed: None };
        self.open_membership(&standing, into, reason)?;
        Ok(person)
    }

    /// A minor who comes without an adult needs a guardian's consent (REG-16).
    pub(super) fn consent_of_guardians(&self, persons: &[PersonId], papers: &[super::papers::Paper]) -> Result<()> {
        let mut minors = 0;
        for person in persons {
            minors += usize::from(self.is_minor(*person)?);
        }
        let consent = papers.iter().any(|paper| paper.kind == PaperKind::GuardianConsent);
        if minors > 0 && minors == persons.len() && !consent {
            return Err(Error::invariant("REG-16", "a minor moves with a guardian's consent"));
        }
        Ok(())
    }
}

/// A place outside in words: 1 to 100 characters.
pub(super) fn checked_place(text: &str, field: &'static str) -> Result<String> {
    let place = text.trim();
    let fits = (1..=100).contains(&place.chars().count()) && !place.chars().any(char::is_control);
    if fits { Ok(place.to_owned()) } else { Err(Error::invalid("PLACE", field, "a place has 1 to 100 characters")) }
}
