//! R15 Split (分户): movers leave a household and found another, both with exactly one head.

use super::death::action_of;
use super::form::Perform;
use super::papers::Paper;
use super::register::{Register, Seen, Wanted};
use super::vocabulary::{Standing, Succession};
use super::words::PaperKind;
use crate::error::{Error, Result};
use crate::households::HouseholdKind;
use crate::ids::{DwellingId, HouseholdId};
use crate::relations::HEAD;
use crate::roles::Action;
use crate::scope::Work;

/// R15 Split.
#[derive(Clone, Debug)]
pub struct Split {
    /// The household that is split.
    pub household: Seen<HouseholdId>,
    /// Who leaves, with what each is to the new head; the new head has 02.
    pub movers: Vec<Standing>,
    /// The dwelling of the new household; the same one where the right to it is divided.
    pub dwelling: DwellingId,
    /// Who heads those who stay, where the head leaves.
    pub succession: Option<Succession>,
    /// Grounds: marriage change, divided dwelling right, court papers; guardians' consent for minors (REG-16).
    pub papers: Vec<Paper>,
}

impl Perform for Split {
    fn kind(&self) -> &'static str {
        "R15"
    }

    fn action(&self) -> Action {
        action_of(self.succession.as_ref())
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().household(self.household))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let from = self.household.id;
        self.check_movers(register)?;
        let grounds =
            &[PaperKind::DwellingTitle, PaperKind::Judgment, PaperKind::MarriageCertificate, PaperKind::Other];
        register.need_paper(&self.papers, grounds, "a split needs its grounds")?;
        let new = register.establish_household(HouseholdKind::Family, self.dwelling).await?;
        for standing in &self.movers {
            register.transfer(standing, new, "SPLIT")?;
        }
        register.settle(from, self.succession.as_ref(), "HEAD_CHANGE")?;
        register.main = Some(new.0);
        Ok("Household split".to_owned())
    }
}

impl Split {
    fn check_movers(&self, register: &mut Register<'_>) -> Result<()> {
        let members = register.members(self.household.id);
        register.active(self.household.id)?;
        let mut movers: Vec<_> = self.movers.iter().map(|standing| standing.person).collect();
        movers.sort_unstable();
        movers.dedup();
        let are_members = movers.iter().all(|person| members.contains(person));
        if movers.len() != self.movers.len() || movers.is_empty() || !are_members {
            return Err(Error::invalid("REG-05", "movers", "the list names members of the household, each once"));
        }
        if movers.len() == members.len() {
            return Err(Error::invalid("N21-17", "movers", "nobody would stay: that is an address change"));
        }
        if self.movers.iter().filter(|standing| standing.relation == HEAD).count() != 1 {
            return Err(Error::invariant("REG-03", "the new household has exactly one head"));
        }
        let consent = self.papers.iter().any(|paper| paper.kind == PaperKind::GuardianConsent);
        for person in movers {
            if register.is_minor(person)? && !consent {
                return Err(Error::invariant("REG-16", "a minor moves with a guardian's consent"));
            }
        }
        Ok(())
    }
}
