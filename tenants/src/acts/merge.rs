//! R16 Merge (并户): all members of a household enter another at the same dwelling; it closes.

use super::form::Perform;
use super::papers::Paper;
use super::register::{Register, Seen, Wanted};
use super::vocabulary::{Standing, complete};
use super::words::PaperKind;
use crate::error::{Error, Result};
use crate::ids::HouseholdId;
use crate::scope::Work;

/// The code of a member who is no relative.
const NO_KIN: &str = "99";

/// R16 Merge.
#[derive(Clone, Debug)]
pub struct Merge {
    /// The household that closes.
    pub from: Seen<HouseholdId>,
    /// The household that receives.
    pub into: Seen<HouseholdId>,
    /// What each member of the closing household is to the receiving one's head.
    pub relations: Vec<Standing>,
    /// Both heads' consent, proof of kinship.
    pub papers: Vec<Paper>,
}

impl Perform for Merge {
    fn kind(&self) -> &'static str {
        "R16"
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().household(self.from).household(self.into))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let (from, into) = (self.from.id, self.into.id);
        if from == into {
            return Err(Error::invalid("R16", "into", "a household is merged with another one"));
        }
        let (a, b) = (register.active(from)?.clone(), register.active(into)?.clone());
        if a.dwelling_id != b.dwelling_id || a.kind != b.kind {
            return Err(Error::invalid("R16", "into", "households of one kind at the same dwelling are merged"));
        }
        complete(&register.members(from), &self.relations)?;
        let head = register.head(from);
        if self.relations.iter().any(|one| Some(one.person) == head && one.relation == NO_KIN) {
            return Err(Error::invalid("R16", "relations", "the heads of merged households are kin"));
        }
        let consents = self.papers.iter().filter(|paper| paper.kind == PaperKind::Consent).count();
        if consents < 2 {
            return Err(Error::invalid("PAPER", "papers", "a merge needs the consent of both heads"));
        }
        self.papers.iter().try_for_each(|paper| register.paper(paper))?;
        for standing in &self.relations {
            register.transfer(standing, into, "MERGE")?;
        }
        register.close_household(from)?;
        register.main = Some(into.0);
        Ok("Households merged".to_owned())
    }
}
