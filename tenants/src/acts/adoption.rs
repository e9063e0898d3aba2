//! R03 Adoption (收养登记): the child joins the adopter's household; what is printed may differ from what is true (`[N21 §26]`).

use super::form::Perform;
use super::papers::Paper;
use super::register::{Register, Seen, Wanted};
use super::vocabulary::Standing;
use super::words::PaperKind;
use crate::error::{Error, Result};
use crate::ids::{HouseholdId, PersonId};
use crate::scope::Work;

/// R03 Adoption.
#[derive(Clone, Debug)]
pub struct Adoption {
    /// The child, who is registered already.
    pub child: Seen<PersonId>,
    /// The adopter's household.
    pub into: Seen<HouseholdId>,
    /// Who adopts.
    pub adopter: PersonId,
    /// What the child truly is to the head, such as 27.
    pub relation: String,
    /// What is printed at the family's request, such as 20.
    pub printed: Option<String>,
    /// The certificate of adoption and other papers.
    pub papers: Vec<Paper>,
}

impl Perform for Adoption {
    fn kind(&self) -> &'static str {
        "R03"
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().person(self.child).household(self.into).persons([self.adopter]))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let (child, into) = (self.child.id, self.into.id);
        register.need_paper(&self.papers, &[PaperKind::AdoptionCertificate], "an adoption needs its certificate")?;
        if register.home(self.adopter)? != into || self.adopter == child {
            return Err(Error::invalid(
                "N21-26",
                "adopterId",
                "the adopter is a member of the household the child joins",
            ));
        }
        if register.person(self.adopter)?.birth_date >= register.person(child)?.birth_date {
            return Err(Error::invalid("N21-26", "adopterId", "the adopter is older than the child"));
        }
        let standing = Standing { person: child, relation: self.relation.clone(), printed: self.printed.clone() };
        let from = register.home(child)?;
        if from == into {
            register.change_relation(&standing, "ADOPTION")?;
        } else {
            register.transfer(&standing, into, "ADOPTION")?;
            register.settle(from, None, "HEAD_CHANGE")?;
        }
        register.change_person(child)?.guardian_id = Some(self.adopter.0);
        register.main = Some(into.0);
        Ok("Adoption".to_owned())
    }
}
