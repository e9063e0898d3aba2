//! The one door of every step: an application in hand, its row locked, its version compared, its steps written.

use chrono::NaiveDate;
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};
use uuid::Uuid;

use super::history::row as event_row;
use super::papers::row as paper_row;
use super::states::leads;
use super::{Application, ApplicationState, ApplicationStep, Book, Gap, place, row};
use crate::application_types::{self, ApplicationType, ApprovalLevel};
use crate::audit::{Entry, Outcome};
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::ids::{AccountId, ApplicationId};
use crate::members::Kind;
use crate::roles::Domain;
use crate::scope::{Precinct, Rows, Scope, Work};

/// More papers than a checklist has.
const PAPERS: u64 = 200;

/// What a step says beside its states.
#[derive(Default)]
pub(super) struct Said {
    pub(super) level: Option<ApprovalLevel>,
    pub(super) reason_code: Option<&'static str>,
    pub(super) reason: Option<String>,
    pub(super) gaps: Vec<Gap>,
    pub(super) missing: Vec<String>,
    pub(super) fault: bool,
    pub(super) reference: Option<String>,
}

/// An application in hand.
pub(super) struct Hand {
    pub(super) work: Work,
    pub(super) row: row::Model,
    pub(super) kind: ApplicationType,
    pub(super) book: Book,
    account: Option<AccountId>,
}

impl Hand {
    /// Takes an application of those that whoever works at the counter sees, as its version `seen` or as it is. Nobody works at the
    /// counter on what he filed himself from his telephone.
    pub(super) async fn take(scope: &Scope<Precinct>, id: ApplicationId, seen: Option<i32>) -> Result<Self> {
        let hand = Self::take_of(scope.visible_applications(), scope, id, seen).await?;
        if hand.account.is_some_and(|account| hand.row.is_filed_by(account)) {
            let words = "another officer handles one's own application";
            return Err(Error::invalid("OWN_APPLICATION", "applicationId", words));
        }
        Ok(hand)
    }

    /// Takes an application of those that its taker has to do with. The day, the calendar and the type are read before the work is
    /// opened.
    pub(super) async fn take_of(
        those: Rows<'_, row::Entity, Precinct>,
        scope: &Scope<Precinct>,
        id: ApplicationId,
        seen: Option<i32>,
    ) -> Result<Self> {
        let found = those.get_now(id).await?.ok_or(Error::NotFound)?;
        let kind = application_types::version(scope.store(), &found.type_code, found.type_from).await?;
        let book = Book::open(scope.store()).await?;
        let work = scope.work().await?;
        let row = work.lock::<row::Entity>(&[found.id]).await?.into_iter().next().ok_or(Error::NotFound)?;
        if let Some(seen) = seen {
            Error::unless_seen(seen, row.version)?;
        }
        if (&row.type_code, row.type_from) != (&found.type_code, found.type_from) {
            return Err(Error::Contended);
        }
        Ok(Self { work, row, kind, book, account: scope.member().account })
    }

    /// One made this moment, in a work that is open already.
    pub(super) fn made(work: Work, row: row::Model, kind: ApplicationType, book: Book) -> Self {
        let account = work.scope().member().account;
        Self { work, row, kind, book, account }
    }

    pub(super) fn id(&self) -> ApplicationId {
        ApplicationId(self.row.id)
    }

    pub(super) fn state(&self) -> Result<ApplicationState> {
        self.row.state.parse().map_err(Error::internal)
    }

    /// Whoever acts; a command line does not.
    pub(super) fn account(&self) -> Result<AccountId> {
        self.account.ok_or(Error::Denied)
    }

    /// Refuses where the table has no such step from here.
    pub(super) fn must_lead(&self, step: ApplicationStep, to: ApplicationState) -> Result<()> {
        let from = self.state()?;
        if leads(from, step, to) {
            return Ok(());
        }
        Err(Error::invalid("TRANSITION", "applicationId", format!("{step} does not lead on from {from}")))
    }

    pub(super) async fn papers(&self) -> Result<Vec<paper_row::Model>> {
        let of = Condition::all().add(paper_row::Column::ApplicationId.eq(self.row.id));
        self.work.list::<paper_row::Entity>(of, PAPERS).await
    }

    /// Makes a step: the row with `change`, the step's own row, and the word to whoever listens.
    pub(super) async fn step(
        &mut self,
        step: ApplicationStep,
        to: ApplicationState,
        change: row::ActiveModel,
        said: Said,
    ) -> Result<()> {
        self.must_lead(step, to)?;
        let from = self.state()?;
        self.change(row::ActiveModel { state: Set(to.as_str().to_owned()), ..change }).await?;
        if to.is_final() {
            self.call_off().await?;
        }
        self.write(step, from, to, said).await?;
        let event = NewEvent::new(EventKind::ApplicationChanged, "application", self.row.id);
        self.work.emit(event.version(self.row.version).saying(to));
        Ok(())
    }

    /// Saves a change, counts it, and keeps the place in the queue.
    pub(super) async fn change(&mut self, change: row::ActiveModel) -> Result<()> {
        let new = |value: &sea_orm::ActiveValue<Option<NaiveDate>>, old| match value {
            Set(value) => *value,
            _ => old,
        };
        let (needed, due) = (new(&change.needed_by, self.row.needed_by), new(&change.due_on, self.row.due_on));
        let (priority, queue_key) = place(needed, due);
        self.work
            .save(row::ActiveModel {
                id: Set(self.row.id),
                version: Set(self.row.version + 1),
                updated_at: Set(self.book.now),
                priority: Set(priority),
                queue_key: Set(queue_key),
                ..change
            })
            .await?;
        self.row = self.work.get::<row::Entity>(self.id()).await?;
        Ok(())
    }

    async fn write(
        &self,
        step: ApplicationStep,
        from: ApplicationState,
        to: ApplicationState,
        said: Said,
    ) -> Result<()> {
        let member = self.work.scope().member();
        let gaps = (!said.gaps.is_empty()).then(|| serde_json::to_string(&said.gaps)).transpose();
        let is_person = step.needs().is_some() || step == ApplicationStep::Execute;
        self.work
            .add(event_row::ActiveModel {
                id: Set(self.work.new_id()),
                application_id: Set(self.row.id),
                seq: Set(self.row.version),
                step: Set(step.as_str().to_owned()),
                from_state: Set(Some(from.as_str().to_owned())),
                to_state: Set(to.as_str().to_owned()),
                level: Set(said.level.map(|level| level.as_str().to_owned())),
                account_id: Set(member.account.filter(|_| is_person).map(Uuid::from)),
                account_name: Set(member.name.clone()),
                account_role: Set(member.role.as_str().to_owned()),
                unit_id: Set(member.precinct.0),
                at: Set(self.book.now),
                reason_code: Set(said.reason_code.map(str::to_owned)),
                reason: Set(said.reason),
                gaps: Set(gaps.map_err(Error::internal)?),
                missing: Set((step == ApplicationStep::Return).then(|| said.missing.join(","))),
                fault: Set(said.fault),
                reference: Set(said.reference),
                ..Default::default()
            })
            .await
    }

    /// Commits everything with its entries, one a step.
    pub(super) async fn finish(self, functions: &[&'static str]) -> Result<Application> {
        let Self { work, row, book, .. } = self;
        let entries = functions.iter().map(|function| entry(function, ApplicationId(row.id)).rows(1)).collect();
        work.commit_all(entries).await?;
        Application::told(row, &book)
    }
}

/// What the trail says of an application.
pub(super) fn entry(function: &'static str, id: ApplicationId) -> Entry {
    Entry::new(function, Domain::Applications.as_str()).on("application", id)
}

impl Scope<Precinct> {
    /// Notes a refusal (SEC-04).
    pub(super) fn refused<T>(&self, function: &'static str, id: ApplicationId, result: Result<T>) -> Result<T> {
        result.inspect_err(|error| self.note(self.precinct(), entry(function, id).ended(Outcome::of(error))))
    }

    /// Refuses whoever is not a person at work: a token decides nothing (PRV-09).
    pub(crate) fn must_be_a_person(&self) -> Result<()> {
        match self.member().kind {
            Kind::Session { .. } => Ok(()),
            Kind::Token { .. } | Kind::Operator => Err(Error::Denied),
        }
    }
}
