//! Taking an application down, and filing it.

use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::hand::{Hand, Said};
use super::{ApplicantKind, Application, ApplicationState, ApplicationStep, Book, Channel, place, row};
use crate::application_types::{self, ApplicationType};
use crate::error::{Error, Result};
use crate::ids::{ApplicationId, HouseholdId, PersonId, paper_number};
use crate::masking;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};

/// Who asks.
#[derive(Clone, Debug)]
pub struct Applicant {
    /// What he is to the person the application is about.
    pub kind: ApplicantKind,
    /// The name.
    pub name: String,
    /// The id number.
    pub id_number: Option<String>,
    /// The telephone number.
    pub phone: Option<String>,
}

/// Whom it is about: somebody registered here, or somebody told by name and number.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// Who, if registered here.
    pub person: Option<PersonId>,
    /// The name.
    pub name: Option<String>,
    /// The id number; a newborn has none.
    pub id_number: Option<String>,
    /// The birth date.
    pub birth: Option<NaiveDate>,
}

/// An application as it is taken down.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The code of its type.
    pub type_code: String,
    /// The kind of act, where the type leads to several.
    pub act_kind: Option<String>,
    /// Whom it is about.
    pub subject: Subject,
    /// Who asks.
    pub applicant: Applicant,
    /// The household it concerns.
    pub household: Option<HouseholdId>,
    /// The circumstances its checklist asks about.
    pub circumstances: Vec<String>,
    /// The papers declared, by code.
    pub papers: Vec<String>,
    /// What the act is to be made of: a JSON object.
    pub form: String,
    /// A remark.
    pub note: Option<String>,
    /// The day by which it is needed.
    pub needed_by: Option<NaiveDate>,
    /// What for.
    pub needed_for: Option<String>,
}

impl Scope<Precinct> {
    /// Takes an application down, or changes one that is a draft of the asker's or was returned. Auxiliaries may.
    pub async fn save_application(&self, saved: Option<(ApplicationId, i32)>, draft: Draft) -> Result<Application> {
        self.may(Domain::Applications, Action::Prepare)?;
        let book = Book::open(self.store()).await?;
        let kind = application_types::in_force(self.store(), &draft.type_code, book.today).await?;
        self.keep_draft(Channel::Counter, saved, (draft, kind, book)).await
    }

    /// The same for whoever was let in at the door of a channel.
    pub(super) async fn keep_draft(
        &self,
        channel: Channel,
        saved: Option<(ApplicationId, i32)>,
        (draft, kind, book): (Draft, ApplicationType, Book),
    ) -> Result<Application> {
        let maker = self.member().account.ok_or(Error::Denied)?;
        draft.check(&kind)?;
        let content = self.content(&draft, &kind, &book).await?;
        match saved {
            None => Box::pin(self.add_draft((maker.0, channel), content, (draft, kind, book))).await,
            Some(which) => Box::pin(self.change_draft(channel, which, content, draft)).await,
        }
    }

    async fn add_draft(
        &self,
        (maker, channel): (Uuid, Channel),
        content: row::ActiveModel,
        (draft, kind, book): (Draft, ApplicationType, Book),
    ) -> Result<Application> {
        let work = self.work().await?;
        let id = ApplicationId(work.new_id());
        let (priority, queue_key) = place(draft.needed_by, None);
        work.add(row::ActiveModel {
            id: Set(id.0),
            state: Set(ApplicationState::Draft.as_str().to_owned()),
            maker_id: Set(maker),
            maker_name: Set(self.member().name.clone()),
            channel: Set(Some(channel.as_str().to_owned())),
            returns: Set(0),
            faults: Set(0),
            identity_compared: Set(false),
            priority: Set(priority),
            queue_key: Set(queue_key),
            created_at: Set(book.now),
            updated_at: Set(book.now),
            version: Set(1),
            ..content
        })
        .await
        .map_err(one_open)?;
        let row = work.get::<row::Entity>(id).await?;
        let hand = Hand::made(work, row, kind, book);
        hand.declare(&draft.papers).await?;
        hand.finish(&[channel.saves()]).await
    }

    async fn change_draft(
        &self,
        channel: Channel,
        (id, seen): (ApplicationId, i32),
        content: row::ActiveModel,
        draft: Draft,
    ) -> Result<Application> {
        let mut hand = match channel {
            Channel::Counter => Hand::take(self, id, Some(seen)).await?,
            Channel::Phone => Hand::take_of(self.own_applications()?, self, id, Some(seen)).await?,
        };
        let state = hand.state()?;
        match state {
            ApplicationState::Draft => {}
            ApplicationState::Returned if hand.row.type_code == draft.type_code => {}
            _ => return Err(Error::invalid("TRANSITION", "applicationId", "it is neither a draft nor returned")),
        }
        if state == ApplicationState::Returned && channel == Channel::Phone {
            hand.must_stay_about(&content)?;
        }
        hand.change(content).await.map_err(one_open)?;
        hand.declare(&draft.papers).await?;
        hand.finish(&[channel.saves()]).await
    }

    /// Files an application, again if it was returned: it gets the number it is followed by.
    pub async fn submit_application(&self, id: ApplicationId, seen: i32) -> Result<Application> {
        let filed = self.try_submit(id, seen).await;
        self.refused("submitApplication", id, filed)
    }

    async fn try_submit(&self, id: ApplicationId, seen: i32) -> Result<Application> {
        self.may(Domain::Applications, Action::Prepare)?;
        let hand = Hand::take(self, id, Some(seen)).await?;
        hand.filed("submitApplication").await
    }
}

impl Channel {
    /// What the trail calls the saving of a draft.
    const fn saves(self) -> &'static str {
        match self {
            Self::Counter => "saveApplication",
            Self::Phone => "saveMyDraft",
        }
    }
}

impl Hand {
    /// Refuses to make a returned application into one about somebody else: a new one is filed for that.
    fn must_stay_about(&self, content: &row::ActiveModel) -> Result<()> {
        if content.subject_key == Set(self.row.subject_key.clone()) {
            return Ok(());
        }
        Err(Error::invalid("SUBJECT", "about", "a returned application stays about whom it was"))
    }

    /// Files what is in hand and lets go of it.
    pub(super) async fn filed(mut self, function: &'static str) -> Result<Application> {
        self.file().await?;
        self.finish(&[function]).await
    }

    async fn file(&mut self) -> Result<()> {
        self.must_lead(ApplicationStep::Submit, ApplicationState::Submitted)?;
        self.take_in_uploads().await?;
        let declared = self.papers().await?.iter().any(|paper| paper.state != "DROPPED");
        if !declared && !self.kind.papers.is_empty() {
            return Err(Error::invalid("CHECKLIST", "papers", "declare at least one paper / 请至少填报一份材料"));
        }
        let number = self.row.number.clone().unwrap_or_else(|| paper_number("YW", self.book.now, self.row.id));
        let change = row::ActiveModel {
            number: Set(Some(number)),
            submitted_at: Set(Some(self.book.now)),
            returned_until: Set(None),
            ..Default::default()
        };
        self.step(ApplicationStep::Submit, ApplicationState::Submitted, change, Said::default()).await.map_err(one_open)
    }
}

impl Draft {
    fn check(&self, kind: &ApplicationType) -> Result<()> {
        if let Some(code) = self.papers.iter().find(|code| !kind.knows_paper(code)) {
            return Err(Error::invalid(
                "PAPER",
                "papers",
                format!("the checklist has no paper {}", masking::reference(code)),
            ));
        }
        if self.circumstances.iter().any(|circumstance| !kind.knows_circumstance(circumstance)) {
            return Err(Error::invalid("CIRCUMSTANCE", "circumstances", "the checklist does not ask about that"));
        }
        if self.subject.person.is_none()
            && self.subject.name.is_none()
            && self.subject.id_number.is_none()
            && self.household.is_none()
        {
            return Err(Error::invalid("SUBJECT", "subjectName", "say whom or which household it is about"));
        }
        Ok(())
    }
}

/// What a second open application or draft of the same person and type is refused as (REG-12).
fn one_open(error: Error) -> Error {
    match error {
        Error::Conflict(_) => {
            Error::invalid("REG-12", "type", "an application of this person and type is open already")
        }
        other => other,
    }
}
