//! R04 Move-in from outside the installation (迁入登记), on the destination's side; all who come or none (MOV-07).

use super::arrival::{Arrival, Destination, Who, checked_place};
use super::form::Perform;
use super::papers::Paper;
use super::register::{Register, Wanted};
use super::words::{ActRole, PaperKind, RegistrationState, Term};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::scope::Work;
use crate::words::words;

words! {
    /// Why somebody moves (迁移原因).
    pub enum MoveReason {
        /// To live with relatives or in a dwelling of one's own (投靠、购房).
        Home = "HOME",
        /// Marriage (婚迁).
        Marriage = "MARRIAGE",
        /// Study (入学).
        Study = "STUDY",
        /// End of study (毕业).
        Graduation = "GRADUATION",
        /// Employment (录用).
        Employment = "EMPLOYMENT",
    }
}

impl MoveReason {
    /// The code of the set `membership_reason`.
    pub(super) const fn code(self, home: &'static str) -> &'static str {
        match self {
            Self::Home => home,
            Self::Marriage => "MARRIAGE",
            Self::Study => "STUDY",
            Self::Graduation => "GRADUATION",
            Self::Employment => "EMPLOYMENT",
        }
    }
}

/// R04 Move-in.
#[derive(Clone, Debug)]
pub struct MoveIn {
    /// Who comes, each with what he is to the head; of a new household one has 02.
    pub arrivals: Vec<Arrival>,
    /// Where to.
    pub to: Destination,
    /// Where from, in words.
    pub from_place: String,
    /// Why.
    pub reason: MoveReason,
    /// The permit, the certificate of transfer, consents.
    pub papers: Vec<Paper>,
}

impl Perform for MoveIn {
    fn kind(&self) -> &'static str {
        "R04"
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().arrivals(&self.arrivals, self.to))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        if self.arrivals.is_empty() || self.arrivals.len() > 50 {
            return Err(Error::invalid("MOV-07", "arrivals", "one to fifty persons move in one act"));
        }
        checked_place(&self.from_place, "fromPlace")?;
        let kinds = &[PaperKind::MovePermit, PaperKind::TransferCertificate];
        register.need_paper(&self.papers, kinds, "a move-in needs the permit or the certificate of transfer")?;
        let into = register.reach(self.to).await?;
        let states = [RegistrationState::Never, RegistrationState::Departed, RegistrationState::InTransit];
        let mut persons: Vec<PersonId> = Vec::with_capacity(self.arrivals.len());
        for arrival in &self.arrivals {
            let person = register.admit(arrival, into, self.reason.code("MOVE_IN"), &states).await?;
            register.mark(person, ActRole::Joined);
            register.count(person, Term::ExternalIn);
            persons.push(person);
        }
        register.consent_of_guardians(&persons, &self.papers)?;
        let known = self.arrivals.iter().filter(|arrival| matches!(arrival.who, Who::Known(_))).count();
        Ok(format!("Move-in of {} persons, {known} of them known", persons.len()))
    }
}
