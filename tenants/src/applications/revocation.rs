//! Taking back what an application brought into the register (撤销): on the district's level, for a proven error or fraud, by an act
//! of its own that undoes the first (§2.7). The application was done and stays so; no row of either act is ever deleted (REG-09).

use sea_orm::ActiveValue::Set;

use super::execution::Execution;
use super::hand::{Hand, Said};
use super::{Application, ApplicationState as S, ApplicationStep as T, row, some_words, words_of};
use crate::acts::undoes;
use crate::application_types::ApprovalLevel;
use crate::error::{Error, Result};
use crate::ids::{ActId, ApplicationId};
use crate::roles::{Action, Domain, Role};
use crate::scope::{Precinct, Scope};
use crate::words::words;

/// The longest reason, in characters.
const REASON: usize = 500;

words! {
    /// Why what an application led to is undone (撤销事由).
    pub enum RevocationGround {
        /// The office erred (登记错误).
        Error = "ERROR",
        /// It was obtained by fraud (弄虚作假).
        Fraud = "FRAUD",
    }
}

/// Why what followed an application is undone.
#[derive(Clone, Debug)]
pub struct Revocation {
    /// The ground.
    pub ground: RevocationGround,
    /// What was proven, in words.
    pub reason: String,
    /// The number of the decision, where there is one on paper.
    pub reference: Option<String>,
}

impl Scope<Precinct> {
    /// Revokes an application that is done, with the act that undoes what followed: both in one commit, or neither.
    pub async fn revoke_application(
        &self,
        (id, seen): (ApplicationId, i32),
        revocation: &Revocation,
        by: Execution,
    ) -> Result<Application> {
        let revoked = async {
            self.may(Domain::Applications, Action::Approve)?;
            self.must_be_a_person()?;
            if self.member().role != Role::DistrictApprover {
                return Err(Error::invalid("LEVEL", "applicationId", "the district level revokes"));
            }
            let mut hand = Hand::take_of(self.openable_applications(), self, id, Some(seen)).await?;
            hand.revoke(revocation, by).await?;
            hand.finish(&["revokeApplication"]).await
        };
        self.refused("revokeApplication", id, revoked.await)
    }
}

impl Hand {
    async fn revoke(&mut self, revocation: &Revocation, by: Execution) -> Result<()> {
        self.must_lead(T::Revoke, S::Done)?;
        let Some(done) = self.row.act_id.map(ActId).filter(|_| self.row.revoking_act_id.is_none()) else {
            return Err(Error::invalid("TRANSITION", "applicationId", "what followed is revoked already"));
        };
        let reason = words_of(&revocation.reason, "reason", REASON)?;
        let reference = some_words(revocation.reference.as_deref(), "reference", 60)?;
        let act = match by {
            Execution::Perform(form, on) => self.perform(&form, on).await?,
            Execution::Recorded(act) => act,
        };
        if !undoes(&self.work, act, done).await? {
            let words = "the act does not undo the one that followed the application: it is of another kind, earlier, or of others";
            return Err(Error::invalid("ACT_KIND", "by", words));
        }
        let said = Said {
            level: Some(ApprovalLevel::District),
            reason_code: Some(revocation.ground.as_str()),
            reason: Some(reason),
            reference,
            ..Said::default()
        };
        let change = row::ActiveModel { revoking_act_id: Set(Some(act.0)), ..Default::default() };
        self.step(T::Revoke, S::Done, change, said).await
    }
}
