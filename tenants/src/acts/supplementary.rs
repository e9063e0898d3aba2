//! R14 Supplementary registration (补录户口): somebody who was never registered, after a joint investigation.

use super::arrival::{Arrival, Destination};
use super::form::Perform;
use super::papers::{Comparison, Paper};
use super::register::{Register, Wanted};
use super::words::{ActRole, PaperKind, RegistrationState, Term};
use crate::error::Result;
use crate::roles::Action;
use crate::scope::Work;

/// R14 Supplementary registration.
#[derive(Clone, Debug)]
pub struct Supplementary {
    /// Who, and as what.
    pub arrival: Arrival,
    /// Where to.
    pub to: Destination,
    /// The comparison of identity, which must be recorded.
    pub comparison: Comparison,
    /// The report of the joint investigation (`[N21 §30]`).
    pub papers: Vec<Paper>,
}

impl Perform for Supplementary {
    fn kind(&self) -> &'static str {
        "R14"
    }

    fn action(&self) -> Action {
        Action::Approve
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().arrivals(std::slice::from_ref(&self.arrival), self.to))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let needed = "a supplementary registration needs the report of the investigation";
        register.need_paper(&self.papers, &[PaperKind::Investigation], needed)?;
        register.compare(&self.comparison)?;
        let into = register.reach(self.to).await?;
        let person = register.admit(&self.arrival, into, "SUPPLEMENTARY", &[RegistrationState::Never]).await?;
        register.consent_of_guardians(&[person], &self.papers)?;
        register.mark(person, ActRole::Supplemented);
        register.count(person, Term::Supplementary);
        Ok("Supplementary registration".to_owned())
    }
}
