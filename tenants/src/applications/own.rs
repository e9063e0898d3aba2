//! What a resident files from his own telephone (本人申请): the same steps as at the counter, through the same door, under another
//! permission. The role of a resident is granted nothing; whose application it is follows from the account and from the record that is
//! linked to it. Another's, a forged and a missing id are one answer.

mod papers;
mod read;
mod subject;
mod words;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use sea_orm::ColumnTrait;

use super::form::LONGEST_BY_PHONE;
use super::hand::Hand;
use super::{Application, ApplicationState, Book, Channel, row};
use crate::application_types::{self, About, ApplicationType};
use crate::error::{Error, Result};
use crate::ids::{AccountId, ApplicationId};
use crate::persons::row as person_row;
use crate::scope::{Precinct, Rows, Scope};

pub use words::MyWords;

/// Applications of one account that may be drafts or open at once.
const OPEN: u64 = 10;

/// The circumstance under which a checklist asks for a guardian's consent; of a child it is not asked but known.
const MINOR: &str = "MINOR";

/// An application as a resident takes it down.
#[derive(Clone)]
pub struct MyDraft {
    /// The code of its type.
    pub type_code: String,
    /// The kind of act, where the type leads to several.
    pub act_kind: Option<String>,
    /// About whom it is.
    pub about: About,
    /// The child's name, where it is about one.
    pub child_name: Option<String>,
    /// The child's birth date, where it is about one.
    pub child_birth: Option<NaiveDate>,
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

impl std::fmt::Debug for MyDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MyDraft")
            .field("type_code", &self.type_code)
            .field("about", &self.about)
            .finish_non_exhaustive()
    }
}

impl row::Model {
    /// Whether an account filed it from its own telephone.
    pub(super) fn is_filed_by(&self, account: AccountId) -> bool {
        self.maker_id == account.0 && self.channel.as_deref() == Some(Channel::Phone.as_str())
    }
}

impl Scope<Precinct> {
    /// The applications that the resident who asks filed from his telephone; anybody else is refused.
    pub(super) fn own_applications(&self) -> Result<Rows<'_, row::Entity, Precinct>> {
        let account = self.resident()?;
        let rows = self.rows::<row::Entity>().filter(row::Column::MakerId.eq(account.0));
        Ok(rows.filter(row::Column::Channel.eq(Channel::Phone.as_str())))
    }

    /// The record that is linked to the resident; without one he files nothing (`NOT_LINKED`).
    pub(super) async fn must_be_linked(&self) -> Result<person_row::Model> {
        let unlinked = || Error::invalid("NOT_LINKED", "", "say who you are first, or have it confirmed at the window");
        self.linked_person().await?.ok_or_else(unlinked)
    }

    /// Takes down an application of the resident, or changes one that is a draft of his or was returned.
    ///
    /// Refused: without a linked record (`NOT_LINKED`), a type that is filed at the window or not about such a person (`NOT_ONLINE`), a child
    /// that is not his (`MY_CHILD`), too many at once (`APPLICATION_LIMIT`), a second one of the person and type (`REG-12`).
    pub async fn save_my_draft(&self, saved: Option<(ApplicationId, i32)>, draft: MyDraft) -> Result<Application> {
        let kept = self.try_save_mine(saved, draft).await;
        match saved {
            Some((id, _)) => self.refused("saveMyDraft", id, kept),
            None => kept,
        }
    }

    async fn try_save_mine(&self, saved: Option<(ApplicationId, i32)>, draft: MyDraft) -> Result<Application> {
        let book = Book::open(self.store()).await?;
        let before = self.beforehand();
        let person = before.must_be_linked().await?;
        let kind = application_types::in_force(self.store(), &draft.type_code, book.today).await?;
        draft.must_fit(&kind)?;
        if saved.is_none() {
            before.must_have_room().await?;
        }
        let draft = before.drawn_up(&person, draft, (&kind, &book)).await?;
        drop(before);
        self.keep_draft(Channel::Phone, saved, (draft, kind, book)).await
    }

    async fn must_have_room(&self) -> Result<()> {
        let states = ApplicationState::OPEN.iter().chain(&[ApplicationState::Draft]).map(|state| state.as_str());
        let open = self.own_applications()?.filter(row::Column::State.is_in(states)).count().await?;
        if open < OPEN {
            return Ok(());
        }
        Err(Error::invalid("APPLICATION_LIMIT", "", format!("at most {OPEN} applications are drafts or open at once")))
    }

    /// Files an application of the resident, again if it was returned: what he uploaded for the papers declared comes with it.
    pub async fn submit_my_application(&self, (id, seen): (ApplicationId, i32)) -> Result<Application> {
        let filed = async { self.own_hand(id, seen).await?.filed("submitMyApplication").await };
        self.refused("submitMyApplication", id, filed.await)
    }

    /// Takes an application of the resident back, any time before it is approved.
    pub async fn withdraw_my_application(
        &self,
        (id, seen): (ApplicationId, i32),
        words: Option<&str>,
    ) -> Result<Application> {
        let withdrawn = async { self.own_hand(id, seen).await?.withdrawn("withdrawMyApplication", words).await };
        self.refused("withdrawMyApplication", id, withdrawn.await)
    }

    async fn own_hand(&self, id: ApplicationId, seen: i32) -> Result<Hand> {
        self.beforehand().must_be_linked().await?;
        Hand::take_of(self.own_applications()?, self, id, Some(seen)).await
    }
}

impl MyDraft {
    /// Refuses a type that residents do not file, or not about such a person, and a form that is too long.
    fn must_fit(&self, kind: &ApplicationType) -> Result<()> {
        if kind.online_for.is_empty() {
            return Err(Error::invalid("NOT_ONLINE", "typeCode", "this is filed at the window"));
        }
        if !kind.online_for.contains(&self.about) {
            return Err(Error::invalid("NOT_ONLINE", "about", "this is not filed online about such a person"));
        }
        if self.form.len() > LONGEST_BY_PHONE {
            let message = format!("a form from a telephone has at most {LONGEST_BY_PHONE} bytes");
            return Err(Error::invalid("FORM_SIZE", "form", message));
        }
        Ok(())
    }

    /// Its circumstances, each once; that a child is a minor need not be said.
    fn circumstances(&self, kind: &ApplicationType) -> Vec<String> {
        let mut said: BTreeSet<String> = self.circumstances.iter().cloned().collect();
        if self.about == About::Child && kind.knows_circumstance(MINOR) {
            said.insert(MINOR.to_owned());
        }
        said.into_iter().collect()
    }

    /// Its papers, each once.
    fn papers(&self) -> Vec<String> {
        self.papers.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect()
    }
}
