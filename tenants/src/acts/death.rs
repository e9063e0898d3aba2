//! R08 Death (死亡注销): the membership ends, the household gets a head or closes in the same act (REG-06), and nobody dies twice.

use chrono::NaiveDate;

use super::form::Perform;
use super::papers::Paper;
use super::register::{Register, Seen, Wanted};
use super::registration::Fact;
use super::vocabulary::Succession;
use super::words::{ActRole, PaperKind, RegistrationState, Term};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::roles::Action;
use crate::scope::Work;

/// Papers that prove a death (`[N21 §31]`).
pub(super) const PROOFS: &[PaperKind] =
    &[PaperKind::MedicalDeathProof, PaperKind::PoliceDeathProof, PaperKind::Judgment, PaperKind::Other];

/// R08 Death.
#[derive(Clone, Debug)]
pub struct Death {
    /// Who died.
    pub person: Seen<PersonId>,
    /// The day.
    pub died_on: NaiveDate,
    /// The death proof and the other papers.
    pub papers: Vec<Paper>,
    /// Who is the head now, where the dead one was.
    pub succession: Option<Succession>,
}

/// What a succession asks of the role table: a minor head is the chief's exception (REG-04).
pub(super) fn action_of(succession: Option<&Succession>) -> Action {
    match succession {
        Some(Succession { exception: Some(_), .. }) => Action::Approve,
        _ => Action::Manage,
    }
}

impl Perform for Death {
    fn kind(&self) -> &'static str {
        "R08"
    }

    fn action(&self) -> Action {
        action_of(self.succession.as_ref())
    }

    async fn wanted(&self, _: &Work) -> Result<Wanted> {
        Ok(Wanted::default().person(self.person))
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let person = self.person.id;
        if register.person(person)?.death_on.is_some() {
            return Err(Error::invariant("REG-12", "the death of this person was recorded already"));
        }
        let home = register.home(person)?;
        register.main = Some(home.0);
        register.holds_from(self.died_on)?;
        register.need_paper(&self.papers, PROOFS, "a death needs a proof")?;
        register.die(person, self.died_on).await?;
        register.settle(home, self.succession.as_ref(), "HEAD_CHANGE")?;
        Ok("Death of a member".to_owned())
    }
}

impl Register<'_> {
    /// Ends everything that ends with a life.
    pub(super) async fn die(&mut self, person: PersonId, on: NaiveDate) -> Result<()> {
        if on < self.person(person)?.birth_date {
            return Err(Error::invalid("DEATH-DATE", "diedOn", "nobody dies before his birth"));
        }
        self.once(Fact::Death, &person.0.to_string()).await?;
        self.close_membership(person, "DEATH", Some(RegistrationState::Dead))?;
        self.bury(person, on)?;
        self.mark(person, ActRole::Deceased);
        self.count(person, Term::Death);
        Ok(())
    }
}
