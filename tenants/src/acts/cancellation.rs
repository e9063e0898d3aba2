//! R10, R11, R12 Cancellations that are no death (注销): ex officio, settlement abroad or loss of nationality, enlistment.

use super::death::action_of;
use super::form::Perform;
use super::papers::Paper;
use super::register::{Register, Seen, Wanted};
use super::vocabulary::Succession;
use super::words::{ActRole, PaperKind, RegistrationState, Term};
use crate::error::Result;
use crate::ids::PersonId;
use crate::roles::Action;
use crate::scope::Work;
use crate::words::words;

words! {
    /// Why a registration is cancelled (注销原因).
    pub enum CancellationGround {
        /// By the station, after notice or public announcement (依职权, R10).
        ExOfficio = "EX_OFFICIO",
        /// Settled in Hong Kong, Macau, Taiwan or abroad (定居境外, R11).
        SettledAbroad = "SETTLED_ABROAD",
        /// Nationality lost (丧失国籍, R11).
        NationalityLost = "NATIONALITY_LOST",
        /// Enlisted (入伍, R12).
        Enlisted = "ENLISTED",
    }
}

impl CancellationGround {
    /// The act's kind, the reason of the membership's end, the paper it needs, and what is said without it.
    const fn rule(self) -> (&'static str, &'static str, PaperKind, &'static str) {
        match self {
            Self::ExOfficio => {
                ("R10", "EX_OFFICIO", PaperKind::Notice, "a cancellation ex officio needs the evidence of its notice")
            }
            Self::SettledAbroad | Self::NationalityLost => {
                ("R11", "SETTLED_ABROAD", PaperKind::ForeignPapers, "the foreign or border papers are needed")
            }
            Self::Enlisted => ("R12", "ENLISTMENT", PaperKind::Conscription, "the conscription notice is needed"),
        }
    }
}

/// R10, R11 or R12.
#[derive(Clone, Debug)]
pub struct Cancellation {
    /// Whose registration.
    pub person: Seen<PersonId>,
    /// Why.
    pub ground: CancellationGround,
    /// Who heads those who stay, where the head goes (REG-06).
    pub succession: Option<Succession>,
    /// The evidence.
    pub papers: Vec<Paper>,
}

impl Perform for Cancellation {
    fn kind(&self) -> &'static str {
        self.ground.rule().0
    }

    fn action(&self) -> Action {
        if self.ground == CancellationGround::ExOfficio { Action::Approve } else { action_of(self.succession.as_ref()) }
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().person(self.person))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let (person, (_, reason, paper, message)) = (self.person.id, self.ground.rule());
        let from = register.home(person)?;
        register.need_paper(&self.papers, &[paper], message)?;
        register.close_membership(person, reason, Some(RegistrationState::Departed))?;
        register.leave_places(person, None)?;
        register.mark(person, ActRole::Cancelled);
        register.count(person, Term::OtherCancellation);
        register.settle(from, self.succession.as_ref(), "HEAD_CHANGE")?;
        register.main = Some(from.0);
        Ok(format!("Registration cancelled: {}", self.ground))
    }
}
