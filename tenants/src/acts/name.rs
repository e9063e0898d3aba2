//! R18 Name change (姓名变更): the old name goes to history and is still found.

use super::form::Perform;
use super::papers::{Comparison, Paper};
use super::register::{Register, Seen, Wanted};
use super::words::PaperKind;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::scope::Work;

/// R18 Name change.
#[derive(Clone, Debug)]
pub struct NameChange {
    /// Who.
    pub person: Seen<PersonId>,
    /// The new name.
    pub name: String,
    /// The comparison of identity (`[N21 §9]`).
    pub comparison: Comparison,
    /// For a minor the parents' consent (`[R58 §18]`); grounds.
    pub papers: Vec<Paper>,
}

impl Perform for NameChange {
    fn kind(&self) -> &'static str {
        "R18"
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().person(self.person))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let person = self.person.id;
        let home = register.home(person)?;
        let consent = self.papers.iter().any(|paper| paper.kind == PaperKind::GuardianConsent);
        if register.is_minor(person)? && !consent {
            return Err(Error::invalid(
                "R58-18",
                "papers",
                "a minor's name is changed by the parents, with their consent",
            ));
        }
        register.compare(&self.comparison)?;
        self.papers.iter().try_for_each(|paper| register.paper(paper))?;
        register.rename(person, &self.name).await?;
        register.main = Some(home.0);
        Ok("Name changed".to_owned())
    }
}
