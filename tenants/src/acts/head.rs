//! R17 Change of head (户主变更), with what everybody is to the new one; and R21 for relations that were recorded wrongly.

use super::death::action_of;
use super::form::Perform;
use super::papers::Paper;
use super::register::{Register, Seen, Wanted};
use super::vocabulary::{Standing, Succession};
use super::words::PaperKind;
use crate::error::{Error, Result};
use crate::ids::HouseholdId;
use crate::roles::Action;
use crate::scope::Work;

/// R17 Change of head.
#[derive(Clone, Debug)]
pub struct HeadChange {
    /// The household.
    pub household: Seen<HouseholdId>,
    /// The new head, and what everybody else is to him.
    pub succession: Succession,
    /// The statement of the old and the new head, or of all adults.
    pub papers: Vec<Paper>,
}

impl Perform for HeadChange {
    fn kind(&self) -> &'static str {
        "R17"
    }

    fn action(&self) -> Action {
        action_of(Some(&self.succession))
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().household(self.household))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        register.active(self.household.id)?;
        if register.head(self.household.id) == Some(self.succession.head) {
            return Err(Error::invalid("REG-03", "head", "this member is the head already"));
        }
        register.need_paper(
            &self.papers,
            &[PaperKind::Consent],
            "a change of head needs the statement of those concerned",
        )?;
        register.succeed(self.household.id, &self.succession, "HEAD_CHANGE")?;
        Ok("Head of household changed".to_owned())
    }
}

/// R21 for relations that were recorded wrongly from the beginning.
#[derive(Clone, Debug)]
pub struct RelationCorrection {
    /// The household.
    pub household: Seen<HouseholdId>,
    /// The members whose relation is another; the head's is changed by R17.
    pub relations: Vec<Standing>,
    /// Proofs.
    pub papers: Vec<Paper>,
}

impl Perform for RelationCorrection {
    fn kind(&self) -> &'static str {
        "R21"
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().household(self.household))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        register.active(self.household.id)?;
        let members = register.members(self.household.id);
        if self.relations.is_empty() || self.relations.iter().any(|standing| !members.contains(&standing.person)) {
            return Err(Error::invalid("REG-05", "relations", "the list names members of the household"));
        }
        let head = register.head(self.household.id);
        if self.relations.iter().any(|standing| Some(standing.person) == head) {
            return Err(Error::invalid("REG-03", "relations", "the head's relation changes by a change of head"));
        }
        self.papers.iter().try_for_each(|paper| register.paper(paper))?;
        self.relations.iter().try_for_each(|standing| register.correct_relation(standing))?;
        Ok("Relations to the head corrected".to_owned())
    }
}
