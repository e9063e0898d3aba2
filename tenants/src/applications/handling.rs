//! What the window does with an application: accept it, give it back, not accept it, stop and start the clock; and what the applicant
//! does with it, take it back.

use std::collections::BTreeSet;

use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::hand::{Hand, Said};
use super::history::row as event_row;
use super::{Application, ApplicationState as S, ApplicationStep as T, listed, row, some_words, words_of};
use crate::error::{Error, Result};
use crate::ids::ApplicationId;
use crate::masking;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};
use crate::words::words;

/// More steps back than an application takes.
const RETURNS: u64 = 100;
/// The longest reason, in characters.
const REASON: usize = 500;
/// The most gaps named at once.
const GAPS: usize = 30;

/// What was seen to before an application is accepted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Acceptance {
    /// The applicant's identity was checked.
    pub identity_checked: bool,
    /// The matter is this station's.
    pub jurisdiction_confirmed: bool,
}

/// Something missing or wrong (补正事项).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    /// A paper of the checklist, or a field of the form.
    pub code: String,
    /// What is wrong with it, numbers masked.
    pub note: Option<String>,
    /// Whether it arose from what was changed since it was returned before.
    pub arose_since: bool,
}

words! {
    /// Why an application is not accepted (不予受理原因).
    pub enum RefusalReason {
        /// Another office is competent.
        OtherOffice = "NOT_OURS",
        /// The applicant cannot have it.
        Ineligible = "NOT_ELIGIBLE",
        /// It is nothing that is decided on application.
        NotAnItem = "NOT_AN_ITEM",
    }
}

words! {
    /// Why the clock stands (中止原因).
    pub enum SuspensionReason {
        /// An investigation (调查).
        Investigation = "INVESTIGATION",
        /// Another station has to answer (外所核查).
        OtherStation = "OTHER_STATION",
        /// An appraisal (鉴定).
        Appraisal = "APPRAISAL",
    }
}

impl Scope<Precinct> {
    /// Takes an application to handle it.
    async fn handled(&self, (id, seen): (ApplicationId, i32)) -> Result<Hand> {
        self.may(Domain::Applications, Action::Manage)?;
        Hand::take(self, id, Some(seen)).await
    }

    /// Accepts an application: the clock starts, and the due date is fixed by the limit in force.
    pub async fn accept_application(&self, which: (ApplicationId, i32), acceptance: Acceptance) -> Result<Application> {
        let accepted = async {
            let mut hand = self.handled(which).await?;
            hand.accept(acceptance).await?;
            hand.finish(&["acceptApplication"]).await
        };
        self.refused("acceptApplication", which.0, accepted.await)
    }

    /// Gives an application back. Every paper that is missing must be among the gaps: they are named once.
    pub async fn return_application(&self, which: (ApplicationId, i32), gaps: Vec<Gap>) -> Result<Application> {
        let returned = async {
            let mut hand = self.handled(which).await?;
            hand.give_back(gaps).await?;
            hand.finish(&["returnApplication"]).await
        };
        self.refused("returnApplication", which.0, returned.await)
    }

    /// Does not accept an application, and says who is competent where another office is.
    pub async fn refuse_application(
        &self,
        which: (ApplicationId, i32),
        reason: RefusalReason,
        words: &str,
        redirect_to: Option<&str>,
    ) -> Result<Application> {
        let refused = async {
            let mut hand = self.handled(which).await?;
            hand.refuse(reason, words, redirect_to).await?;
            hand.finish(&["refuseApplication"]).await
        };
        self.refused("refuseApplication", which.0, refused.await)
    }

    /// Stops the clock: what is investigated or appraised meanwhile is not counted in the limit.
    pub async fn suspend_application(
        &self,
        which: (ApplicationId, i32),
        reason: SuspensionReason,
        words: &str,
    ) -> Result<Application> {
        let suspended = async {
            let mut hand = self.handled(which).await?;
            hand.suspend(reason, words).await?;
            hand.finish(&["suspendApplication"]).await
        };
        self.refused("suspendApplication", which.0, suspended.await)
    }

    /// Lets the clock run on; the due date moves by the working days it stood.
    pub async fn resume_application(&self, which: (ApplicationId, i32)) -> Result<Application> {
        let resumed = async {
            let mut hand = self.handled(which).await?;
            hand.resume().await?;
            hand.finish(&["resumeApplication"]).await
        };
        self.refused("resumeApplication", which.0, resumed.await)
    }

    /// Takes an application back for who asked, any time before it is approved.
    pub async fn withdraw_application(
        &self,
        (id, seen): (ApplicationId, i32),
        words: Option<&str>,
    ) -> Result<Application> {
        let withdrawn = async {
            self.may(Domain::Applications, Action::Prepare)?;
            Hand::take(self, id, Some(seen)).await?.withdrawn("withdrawApplication", words).await
        };
        self.refused("withdrawApplication", id, withdrawn.await)
    }
}

impl Hand {
    /// Takes back what is in hand and lets go of it.
    pub(super) async fn withdrawn(mut self, function: &'static str, words: Option<&str>) -> Result<Application> {
        let reason = some_words(words, "reason", REASON)?;
        let change = row::ActiveModel { closed_at: Set(Some(self.book.now)), ..Default::default() };
        self.step(T::Withdraw, S::Withdrawn, change, Said { reason, ..Said::default() }).await?;
        self.finish(&[function]).await
    }

    pub(super) async fn accept(&mut self, acceptance: Acceptance) -> Result<()> {
        self.must_lead(T::Accept, S::Accepted)?;
        if !acceptance.identity_checked {
            return Err(Error::invalid("IDENTITY", "identityChecked", "the applicant's identity is checked first"));
        }
        if !acceptance.jurisdiction_confirmed {
            return Err(Error::invalid("JURISDICTION", "jurisdictionConfirmed", "only what is ours is accepted"));
        }
        self.must_be_complete().await?;
        let change = row::ActiveModel {
            due_on: Set(Some(self.book.due(&self.kind.limit_key)?)),
            accepted_by: Set(Some(self.account()?.0)),
            accepted_at: Set(Some(self.book.now)),
            ..Default::default()
        };
        self.step(T::Accept, S::Accepted, change, Said::default()).await
    }

    async fn give_back(&mut self, gaps: Vec<Gap>) -> Result<()> {
        self.must_lead(T::Return, S::Returned)?;
        let gaps = gaps.into_iter().map(Gap::tidy).collect::<Result<Vec<_>>>()?;
        if gaps.is_empty() || gaps.len() > GAPS {
            return Err(Error::invalid("GAPS", "gaps", format!("name 1 to {GAPS} gaps / 请列明补正事项")));
        }
        let missing = self.missing_papers().await?;
        let unnamed: Vec<&str> =
            missing.iter().filter(|code| !gaps.iter().any(|gap| gap.code == **code)).map(String::as_str).collect();
        if !unnamed.is_empty() {
            let unnamed = unnamed.join(", ");
            return Err(Error::invalid(
                "GAPS",
                "gaps",
                format!("every gap is named at once / 须一次性告知: {unnamed}"),
            ));
        }
        let fault = self.seen_before(&gaps).await?;
        let change = row::ActiveModel {
            returned_until: Set(Some(self.book.due("application.returned")?)),
            returns: Set(self.row.returns + 1),
            faults: Set(self.row.faults + i32::from(fault)),
            ..Default::default()
        };
        self.step(T::Return, S::Returned, change, Said { gaps, missing, fault, ..Said::default() }).await
    }

    /// Whether a gap could have been named when the application was returned before, and was not: a fault of the office.
    async fn seen_before(&self, gaps: &[Gap]) -> Result<bool> {
        let of = Condition::all()
            .add(event_row::Column::ApplicationId.eq(self.row.id))
            .add(event_row::Column::Step.eq(T::Return.as_str()));
        let before = self.work.list::<event_row::Entity>(of, RETURNS).await?;
        if before.is_empty() {
            return Ok(false);
        }
        let mut named = BTreeSet::new();
        for event in &before {
            let gaps: Vec<Gap> =
                serde_json::from_str(event.gaps.as_deref().unwrap_or("[]")).map_err(Error::internal)?;
            named.extend(gaps.into_iter().map(|gap| gap.code));
        }
        let missing: BTreeSet<String> =
            before.iter().flat_map(|event| listed(event.missing.as_deref().unwrap_or(""))).collect();
        let visible = |gap: &Gap| !named.contains(&gap.code) && (!gap.arose_since || missing.contains(&gap.code));
        Ok(gaps.iter().any(visible))
    }

    async fn refuse(&mut self, reason: RefusalReason, words: &str, redirect_to: Option<&str>) -> Result<()> {
        let redirect = some_words(redirect_to, "redirectTo", 100)?;
        if reason == RefusalReason::OtherOffice && redirect.is_none() {
            return Err(Error::invalid("REDIRECT", "redirectTo", "say which office is competent"));
        }
        let words = words_of(words, "reason", REASON)?;
        let change = row::ActiveModel {
            reason_code: Set(Some(reason.as_str().to_owned())),
            reason: Set(Some(words.clone())),
            redirect_to: Set(redirect),
            closed_at: Set(Some(self.book.now)),
            ..Default::default()
        };
        let said = Said { reason_code: Some(reason.as_str()), reason: Some(words), ..Said::default() };
        self.step(T::Refuse, S::NotAccepted, change, said).await
    }

    async fn suspend(&mut self, reason: SuspensionReason, words: &str) -> Result<()> {
        let words = words_of(words, "reason", REASON)?;
        let change = row::ActiveModel {
            resumes_to: Set(Some(self.row.state.clone())),
            paused_on: Set(Some(self.book.today)),
            reason_code: Set(Some(reason.as_str().to_owned())),
            reason: Set(Some(words.clone())),
            ..Default::default()
        };
        let said = Said { reason_code: Some(reason.as_str()), reason: Some(words), ..Said::default() };
        self.step(T::Suspend, S::Suspended, change, said).await
    }

    async fn resume(&mut self) -> Result<()> {
        let to = self.row.resumes_to.as_deref().unwrap_or(S::Accepted.as_str()).parse().map_err(Error::internal)?;
        let due = match (self.row.due_on, self.row.paused_on) {
            (Some(due), Some(paused)) => Some(self.book.calendar.resumed(due, paused, self.book.today)),
            (due, _) => due,
        };
        let change = row::ActiveModel {
            resumes_to: Set(None),
            paused_on: Set(None),
            due_on: Set(due),
            reason_code: Set(None),
            reason: Set(None),
            ..Default::default()
        };
        self.step(T::Resume, to, change, Said::default()).await
    }

    /// Refuses whoever accepted the application, where a second officer is needed.
    pub(super) fn must_be_another(&self, account: Uuid) -> Result<()> {
        if self.kind.second_officer && self.row.accepted_by == Some(account) {
            return Err(Error::invalid(
                "SECOND_OFFICER",
                "applicationId",
                "another officer than who accepted it does this",
            ));
        }
        Ok(())
    }
}

impl Gap {
    fn tidy(self) -> Result<Self> {
        let code = masking::reference(&self.code);
        if code.is_empty() {
            return Err(Error::invalid("GAPS", "gaps", "a gap has a code / 补正事项须有代码"));
        }
        Ok(Self { code, note: some_words(self.note.as_deref(), "gaps", 200)?, ..self })
    }
}
