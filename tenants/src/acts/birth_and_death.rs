//! R02 Birth and death before registration (出生后死亡登记): both in one transaction; the person ends with no membership (`[N21 §25]`).

use chrono::NaiveDate;

use super::birth::Birth;
use super::death::PROOFS;
use super::form::Perform;
use super::papers::Paper;
use super::register::{Register, Wanted};
use super::words::{ActRole, Term};
use crate::error::{Error, Result};
use crate::scope::Work;

/// R02 Birth and death.
#[derive(Clone, Debug)]
pub struct BirthAndDeath {
    /// The birth.
    pub birth: Birth,
    /// The day of the death.
    pub died_on: NaiveDate,
    /// The death proof.
    pub papers: Vec<Paper>,
}

impl Perform for BirthAndDeath {
    fn kind(&self) -> &'static str {
        "R02"
    }

    async fn wanted(&self, work: &Work) -> Result<Wanted> {
        self.birth.wanted(work).await
    }

    async fn change(&self, register: &mut Register<'_>) -> Result<String> {
        let followed = self.birth.followed(register)?;
        let begins = self.birth.begins(register, followed)?;
        if self.died_on < begins {
            return Err(Error::invalid("DEATH-DATE", "diedOn", "nobody dies before his birth"));
        }
        register.holds_from(self.died_on)?;
        register.on = begins;
        let child = self.birth.register(register, followed).await?;
        register.on = self.died_on;
        register.need_paper(&self.papers, PROOFS, "a death needs a proof")?;
        register.mark(child, ActRole::Born);
        register.count(child, Term::Birth);
        register.die(child, self.died_on).await?;
        Ok("Birth and death before registration".to_owned())
    }
}
