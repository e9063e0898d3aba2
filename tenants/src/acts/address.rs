//! R07 Address change within the precinct (辖区内住址变动): a household to another dwelling, or a person to another household.

use super::death::action_of;
use super::form::Perform;
use super::papers::Paper;
use super::register::{Register, Seen, Wanted};
use super::vocabulary::{Standing, Succession};
use super::words::PaperKind;
use crate::error::{Error, Result};
use crate::ids::{DwellingId, HouseholdId, PersonId};
use crate::roles::Action;
use crate::scope::Work;

/// R07 for a whole household.
#[derive(Clone, Debug)]
pub struct HouseholdAddressChange {
    /// The household.
    pub household: Seen<HouseholdId>,
    /// The dwelling it is registered at from now on.
    pub dwelling: DwellingId,
    /// Title to the dwelling, the booklet.
    pub papers: Vec<Paper>,
}

impl Perform for HouseholdAddressChange {
    fn kind(&self) -> &'static str {
        "R07"
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().household(self.household))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let proofs = &[PaperKind::DwellingTitle, PaperKind::Judgment, PaperKind::Other];
        register.need_paper(&self.papers, proofs, "an address change needs a proof of the dwelling")?;
        register.move_household(self.household.id, self.dwelling).await?;
        Ok("Household's address changed within the precinct".to_owned())
    }
}

/// R07 for one person.
#[derive(Clone, Debug)]
pub struct PersonAddressChange {
    /// Who.
    pub person: Seen<PersonId>,
    /// The household he joins.
    pub into: Seen<HouseholdId>,
    /// What he is to its head.
    pub relation: String,
    /// Who is the head of the household he leaves, where he was.
    pub succession: Option<Succession>,
    /// Consents and proofs; a minor moves with a guardian's consent (REG-16).
    pub papers: Vec<Paper>,
}

impl Perform for PersonAddressChange {
    fn kind(&self) -> &'static str {
        "R07"
    }

    fn action(&self) -> Action {
        action_of(self.succession.as_ref())
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().person(self.person).household(self.into))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let (person, into) = (self.person.id, self.into.id);
        let from = register.home(person)?;
        if from == into {
            return Err(Error::invalid("REG-01", "into", "the person belongs to this household already"));
        }
        register.papers_of_mover(person, &self.papers)?;
        let standing = Standing { person, relation: self.relation.clone(), printed: None };
        register.transfer(&standing, into, "MOVE_WITHIN")?;
        register.settle(from, self.succession.as_ref(), "HEAD_CHANGE")?;
        register.main = Some(into.0);
        Ok("Person moved to another household of the precinct".to_owned())
    }
}

impl Register<'_> {
    /// Notes a mover's papers; a minor needs a guardian's consent (REG-16).
    pub(super) fn papers_of_mover(&mut self, person: PersonId, papers: &[Paper]) -> Result<()> {
        if self.is_minor(person)? && !papers.iter().any(|paper| paper.kind == PaperKind::GuardianConsent) {
            return Err(Error::invariant("REG-16", "a minor moves with a guardian's consent"));
        }
        papers.iter().try_for_each(|paper| self.paper(paper))
    }
}
