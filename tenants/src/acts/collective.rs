//! R22 A collective household opened or closed (集体户设立与撤销), and R23 relocation after a sale (房屋交易后户口移出).

use super::death::action_of;
use super::form::Perform;
use super::papers::Paper;
use super::register::{Register, Seen, Wanted};
use super::vocabulary::{Standing, Succession};
use super::words::PaperKind;
use crate::error::{Error, Result};
use crate::households::HouseholdKind;
use crate::ids::{DwellingId, HouseholdId, PersonId};
use crate::relations::HEAD;
use crate::roles::Action;
use crate::scope::Work;

/// The code of a member who is no relative, as all are in a collective household.
const NO_KIN: &str = "99";

/// R22 Opening: the head is there from the first moment (REG-03).
#[derive(Clone, Debug)]
pub struct CollectiveOpening {
    /// A unit's, or the community's public one.
    pub kind: HouseholdKind,
    /// Where.
    pub dwelling: DwellingId,
    /// The head whom the unit or the community names.
    pub head: Seen<PersonId>,
    /// Who heads the household that the head leaves, where he headed it.
    pub succession: Option<Succession>,
    /// The unit's request, the district's check (`[N21 §18]`).
    pub papers: Vec<Paper>,
}

impl Perform for CollectiveOpening {
    fn kind(&self) -> &'static str {
        "R22"
    }

    fn action(&self) -> Action {
        Action::Approve
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().person(self.head))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        if self.kind == HouseholdKind::Family {
            return Err(Error::invalid("R22", "kind", "a family household is founded by its members"));
        }
        register.need_paper(&self.papers, &[PaperKind::Other, PaperKind::Notice], "the unit's request is needed")?;
        let from = register.home(self.head.id)?;
        let new = register.establish_household(self.kind, self.dwelling).await?;
        let head = Standing { person: self.head.id, relation: HEAD.to_owned(), printed: None };
        register.transfer(&head, new, "MOVE_WITHIN")?;
        register.settle(from, self.succession.as_ref(), "HEAD_CHANGE")?;
        register.main = Some(new.0);
        Ok("Collective household opened".to_owned())
    }
}

/// R22 Closing: the last members go to another collective household in the same act.
#[derive(Clone, Debug)]
pub struct CollectiveClosing {
    /// The household.
    pub household: Seen<HouseholdId>,
    /// Where its members go.
    pub into: Seen<HouseholdId>,
    /// The unit's request.
    pub papers: Vec<Paper>,
}

impl Perform for CollectiveClosing {
    fn kind(&self) -> &'static str {
        "R22"
    }

    fn action(&self) -> Action {
        Action::Approve
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().household(self.household).household(self.into))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        if register.active(self.household.id)?.kind == HouseholdKind::Family.as_str() {
            return Err(Error::invalid("R22", "household", "a family household closes when its last member leaves"));
        }
        register.need_paper(&self.papers, &[PaperKind::Other, PaperKind::Notice], "the unit's request is needed")?;
        let moved = register.relocate(self.household.id, self.into.id, "MOVE_WITHIN")?;
        Ok(format!("Collective household closed, {moved} members moved"))
    }
}

/// R23 Relocation of former occupants after a sale (`[N21 §46]`).
#[derive(Clone, Debug)]
pub struct Relocation {
    /// The former occupants' household.
    pub household: Seen<HouseholdId>,
    /// The community's public collective household.
    pub into: Seen<HouseholdId>,
    /// The new owner's title, and the notice to the old occupants.
    pub papers: Vec<Paper>,
}

impl Perform for Relocation {
    fn kind(&self) -> &'static str {
        "R23"
    }

    fn action(&self) -> Action {
        action_of(None)
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().household(self.household).household(self.into))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        if register.active(self.into.id)?.kind != HouseholdKind::PublicCollective.as_str() {
            return Err(Error::invalid(
                "N21-46",
                "into",
                "former occupants go to the community's public collective household",
            ));
        }
        for (kind, message) in [
            (PaperKind::Notice, "the notice to the former occupants is needed"),
            (PaperKind::DwellingTitle, "the new owner's title is needed"),
        ] {
            if !self.papers.iter().any(|paper| paper.kind == kind) {
                return Err(Error::invalid("PAPER", "papers", message));
            }
        }
        self.papers.iter().try_for_each(|paper| register.paper(paper))?;
        let moved = register.relocate(self.household.id, self.into.id, "RELOCATION")?;
        Ok(format!("Former occupants relocated after a sale: {moved}"))
    }
}

impl Register<'_> {
    /// Moves every member of a household to a collective one, where nobody is kin, and closes it.
    fn relocate(&mut self, from: HouseholdId, into: HouseholdId, reason: &'static str) -> Result<usize> {
        self.active(from)?;
        if from == into || self.active(into)?.kind == HouseholdKind::Family.as_str() {
            return Err(Error::invalid("R22", "into", "the members go to another, collective household"));
        }
        let members = self.members(from);
        for person in &members {
            let standing = Standing { person: *person, relation: NO_KIN.to_owned(), printed: None };
            self.transfer(&standing, into, reason)?;
        }
        self.close_household(from)?;
        self.main = Some(into.0);
        Ok(members.len())
    }
}
