//! Reviewing, and deciding level by level (§2.7). No machine decides (PRV-09), and where a second officer is needed, not who accepted.

use sea_orm::ActiveValue::Set;

use super::hand::{Hand, Said};
use super::{Application, ApplicationState as S, ApplicationStep as T, row, some_words, words_of};
use crate::application_types::ApprovalLevel;
use crate::error::{Error, Result};
use crate::ids::ApplicationId;
use crate::roles::{Action, Domain, Role};
use crate::scope::{Precinct, Scope};

/// The longest reason, in characters.
const REASON: usize = 500;

/// What was seen to when an application was reviewed.
#[derive(Clone, Debug, Default)]
pub struct Review {
    /// The papers were compared with the form.
    pub documents_compared: bool,
    /// It was looked whether the person is registered already (REG-15).
    pub duplicates_checked: bool,
    /// The identity was compared, where the type asks for it.
    pub identity_compared: bool,
    /// What is proposed.
    pub proposal: Option<String>,
}

/// What an approval says.
#[derive(Clone, Debug, Default)]
pub struct Approval {
    /// Remarks.
    pub reason: Option<String>,
    /// The number of the city's written decision; needed where the city decides.
    pub reference: Option<String>,
}

impl Scope<Precinct> {
    /// Reviews an application: what is proposed stands from then on.
    pub async fn review_application(&self, (id, seen): (ApplicationId, i32), review: Review) -> Result<Application> {
        let reviewed = async {
            self.may(Domain::Applications, Action::Manage)?;
            let mut hand = Hand::take(self, id, Some(seen)).await?;
            hand.must_be_another(hand.account()?.0)?;
            hand.review(&review).await?;
            hand.finish(&["reviewApplication"]).await
        };
        self.refused("reviewApplication", id, reviewed.await)
    }

    /// Approves an application on the level whose turn it is; the last one makes it approved.
    pub async fn approve_application(&self, which: (ApplicationId, i32), approval: Approval) -> Result<Application> {
        let approved = async {
            let mut hand = self.decided(which).await?;
            hand.approve(&approval).await?;
            hand.finish(&["approveApplication"]).await
        };
        self.refused("approveApplication", which.0, approved.await)
    }

    /// Decides against an application, with written reasons.
    pub async fn reject_application(&self, which: (ApplicationId, i32), words: &str) -> Result<Application> {
        let rejected = async {
            let mut hand = self.decided(which).await?;
            hand.reject(words).await?;
            hand.finish(&["rejectApplication"]).await
        };
        self.refused("rejectApplication", which.0, rejected.await)
    }

    /// Takes an application to decide it: by a person, of the level whose turn it is, who did not accept it.
    async fn decided(&self, (id, seen): (ApplicationId, i32)) -> Result<Hand> {
        self.may(Domain::Applications, Action::Approve)?;
        self.must_be_a_person()?;
        let hand = Hand::take(self, id, Some(seen)).await?;
        hand.must_lead(T::Reject, S::Rejected)?;
        self.must_be_of(hand.turn()?)?;
        hand.must_be_another(hand.account()?.0)?;
        Ok(hand)
    }

    /// A station's level is decided in the station, the others by the district's approver.
    fn must_be_of(&self, level: ApprovalLevel) -> Result<()> {
        let is_district = self.member().role == Role::DistrictApprover;
        if is_district == (level != ApprovalLevel::Station) {
            return Ok(());
        }
        Err(Error::invalid("LEVEL", "applicationId", format!("the {level} level decides now")))
    }
}

impl Hand {
    /// The level whose turn it is.
    pub(super) fn turn(&self) -> Result<ApprovalLevel> {
        let done = self.row.approved_level.as_deref().map(str::parse).transpose().map_err(Error::internal)?;
        let highest = self.row.level.parse().map_err(Error::internal)?;
        ApprovalLevel::next(done, highest).ok_or_else(|| Error::internal("an application without a level to decide"))
    }

    pub(super) async fn review(&mut self, review: &Review) -> Result<()> {
        self.must_lead(T::Review, S::Reviewed)?;
        if !(review.documents_compared && review.duplicates_checked) {
            let words = "papers are compared and duplicates looked for first";
            return Err(Error::invalid("REVIEW", "documentsCompared", words));
        }
        if self.kind.identity_comparison && !review.identity_compared {
            return Err(Error::invalid("COMPARISON", "identityCompared", "a comparison of identity must be recorded"));
        }
        self.must_be_complete().await?;
        self.check_papers().await?;
        let reason = some_words(review.proposal.as_deref(), "proposal", REASON)?;
        let change = row::ActiveModel {
            reviewed_by: Set(Some(self.account()?.0)),
            identity_compared: Set(review.identity_compared),
            ..Default::default()
        };
        self.step(T::Review, S::Reviewed, change, Said { reason, ..Said::default() }).await
    }

    pub(super) async fn approve(&mut self, approval: &Approval) -> Result<()> {
        self.must_be_answered().await?;
        let level = self.turn()?;
        let reference = some_words(approval.reference.as_deref(), "reference", 60)?;
        if level == ApprovalLevel::City && reference.is_none() {
            return Err(Error::invalid("REFERENCE", "reference", "the number of the city's decision is recorded"));
        }
        let highest = self.row.level.parse().map_err(Error::internal)?;
        let is_last = ApprovalLevel::next(Some(level), highest).is_none();
        let to = if is_last { S::Approved } else { S::Reviewed };
        let change = row::ActiveModel { approved_level: Set(Some(level.as_str().to_owned())), ..Default::default() };
        let reason = some_words(approval.reason.as_deref(), "reason", REASON)?;
        self.step(T::Approve, to, change, Said { level: Some(level), reason, reference, ..Said::default() }).await
    }

    async fn reject(&mut self, words: &str) -> Result<()> {
        let level = Some(self.turn()?);
        let words = words_of(words, "reason", REASON)?;
        let change = row::ActiveModel {
            reason: Set(Some(words.clone())),
            closed_at: Set(Some(self.book.now)),
            ..Default::default()
        };
        self.step(T::Reject, S::Rejected, change, Said { level, reason: Some(words), ..Said::default() }).await
    }
}
