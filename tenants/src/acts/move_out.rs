//! R05 Move-out to a register outside the installation (迁出登记), on the origin's side; all who go or none (MOV-06, MOV-07).

use super::arrival::checked_place;
use super::death::action_of;
use super::form::Perform;
use super::move_in::MoveReason;
use super::papers::Paper;
use super::register::{Register, Seen, Wanted};
use super::vocabulary::Succession;
use super::words::{ActRole, PaperKind, RegistrationState, Term};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::roles::Action;
use crate::scope::Work;

/// R05 Move-out.
#[derive(Clone, Debug)]
pub struct MoveOut {
    /// Who goes; members of one household.
    pub persons: Vec<Seen<PersonId>>,
    /// Where to, in words.
    pub to_place: String,
    /// Why.
    pub reason: MoveReason,
    /// Whether the other register has confirmed already; else they are in transit until it does (MOV-03).
    pub confirmed: bool,
    /// Who heads those who stay, where the head goes (MOV-06).
    pub succession: Option<Succession>,
    /// The permit to move in there, or a student's paper (`[N21 §41]`); guardians' consent for minors (REG-16).
    pub papers: Vec<Paper>,
}

impl Perform for MoveOut {
    fn kind(&self) -> &'static str {
        "R05"
    }

    fn action(&self) -> Action {
        action_of(self.succession.as_ref())
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(self.persons.iter().fold(Wanted::default(), |wanted, seen| wanted.person(*seen)))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let first = self.persons.first().ok_or_else(|| Error::invalid("MOV-07", "persons", "somebody moves"))?;
        let from = register.home(first.id)?;
        let place = checked_place(&self.to_place, "toPlace")?;
        let kinds = &[PaperKind::MovePermit, PaperKind::StudyPaper];
        register.need_paper(&self.papers, kinds, "a move-out needs the permit to move in, or a student's paper")?;
        let persons: Vec<PersonId> = self.persons.iter().map(|seen| seen.id).collect();
        register.consent_of_guardians(&persons, &self.papers)?;
        let state = if self.confirmed { RegistrationState::Departed } else { RegistrationState::InTransit };
        for person in &persons {
            if register.home(*person)? != from {
                return Err(Error::invalid("MOV-07", "persons", "those who move in one act are of one household"));
            }
            register.close_membership(*person, self.reason.code("MOVE_OUT"), Some(state))?;
            register.leave_places(*person, Some(&place))?;
            register.mark(*person, ActRole::Left);
            register.count(*person, Term::ExternalOut);
        }
        register.settle(from, self.succession.as_ref(), "HEAD_CHANGE")?;
        register.main = Some(from.0);
        Ok(format!("Move-out of {} persons", persons.len()))
    }
}
