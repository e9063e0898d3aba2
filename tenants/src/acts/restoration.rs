//! R13 Restoration (恢复户口): the same person and the same number, a new membership, never a reopened one.

use super::arrival::{Arrival, Destination, Who};
use super::form::Perform;
use super::papers::{Comparison, Paper};
use super::register::{Register, Seen, Wanted};
use super::registration::Fact;
use super::words::{ActRole, PaperKind, RegistrationState, Term};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::roles::Action;
use crate::scope::Work;

/// R13 Restoration.
#[derive(Clone, Debug)]
pub struct Restoration {
    /// Whose registration.
    pub person: Seen<PersonId>,
    /// Where to.
    pub to: Destination,
    /// What he is to the head.
    pub relation: String,
    /// The comparison of identity (`[N21 §9]`).
    pub comparison: Comparison,
    /// The judgment that revokes a declaration of death, the nationality's papers, the discharge.
    pub papers: Vec<Paper>,
}

impl Restoration {
    fn arrival(&self) -> Arrival {
        Arrival { who: Who::Known(self.person), relation: self.relation.clone() }
    }
}

impl Perform for Restoration {
    fn kind(&self) -> &'static str {
        "R13"
    }

    fn action(&self) -> Action {
        Action::Approve
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().arrivals(&[self.arrival()], self.to))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let person = self.person.id;
        let kinds = &[PaperKind::Judgment, PaperKind::ForeignPapers, PaperKind::Other];
        register.need_paper(&self.papers, kinds, "a restoration needs its ground")?;
        register.compare(&self.comparison)?;
        if register.person(person)?.death_on.is_some() {
            if !self.papers.iter().any(|paper| paper.kind == PaperKind::Judgment) {
                return Err(Error::invalid("N21-37", "papers", "a declaration of death is revoked by a judgment"));
            }
            register.release(Fact::Death, &person.0.to_string()).await?;
            register.change_person(person)?.death_on = None;
        }
        let into = register.reach(self.to).await?;
        let states = [RegistrationState::Dead, RegistrationState::Departed];
        register.admit(&self.arrival(), into, "RESTORATION", &states).await?;
        register.mark(person, ActRole::Restored);
        register.count(person, Term::Restored);
        Ok("Registration restored".to_owned())
    }
}
