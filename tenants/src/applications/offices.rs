//! The other side of a joint application (联办): the clerk of an office sees the tasks addressed to his office and the shared minimum of the
//! application, answers or refuses them, and knows nothing of what other offices were asked (JNT-01, JNT-02).

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::assist::row;
use super::hand::Hand;
use super::{AssistOffice, AssistState, row as application_row};
use crate::audit::{Entry, Outcome};
use crate::error::{Error, Result};
use crate::ids::{ApplicationId, AssistTaskId, PrecinctId};
use crate::page::{Page, Paging, among};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope};

/// A task as the office it is addressed to sees it.
#[derive(Clone, Debug)]
pub struct OfficeTask {
    /// Its id.
    pub id: AssistTaskId,
    /// Which station asks.
    pub precinct: PrecinctId,
    /// Where it stands in the list: the office it is addressed to.
    pub office: AssistOffice,
    /// The number the application is followed by.
    pub number: Option<String>,
    /// The code of the application's type.
    pub type_code: String,
    /// The day from which its type's version was in force.
    pub type_from: NaiveDate,
    /// The applicant's name, masked.
    pub applicant_name: String,
    /// For what, numbers masked.
    pub request: String,
    /// The paper it is to bring.
    pub paper_code: Option<String>,
    /// Where it is.
    pub state: AssistState,
    /// By when.
    pub due_on: NaiveDate,
    /// When it was asked.
    pub asked_at: DateTime<Utc>,
    /// The answer, numbers masked.
    pub answer: Option<String>,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// Counts its changes (REG-19).
    pub version: i32,
}

impl OfficeTask {
    fn told(task: row::Model, application: &application_row::Model) -> Result<Self> {
        Ok(Self {
            id: AssistTaskId(task.id),
            precinct: PrecinctId(task.precinct_id),
            office: task.office.parse().map_err(Error::internal)?,
            number: application.number.clone(),
            type_code: application.type_code.clone(),
            type_from: application.type_from,
            applicant_name: application.applicant_name_masked.clone(),
            request: task.request,
            paper_code: task.paper_code,
            state: task.state.parse().map_err(Error::internal)?,
            due_on: task.due_on,
            asked_at: task.asked_at,
            answer: task.answer,
            answered_at: task.answered_at,
            version: task.version,
        })
    }
}

impl Scope<Precinct> {
    /// A page of the tasks addressed to the asker's office, in the order in which they were asked; noted.
    pub async fn office_tasks(&self, state: Option<AssistState>, paging: &Paging) -> Result<Page<OfficeTask>> {
        let page = self.tasks_of_office(state, Action::List)?.page(row::Column::Office, paging).await?;
        let more = page.more;
        let applications = self.applications_of(&page.items).await?;
        let told = page.items.into_iter().filter_map(|task| {
            let application = applications.get(&task.application_id)?;
            Some(OfficeTask::told(task, application))
        });
        let items = told.collect::<Result<Vec<_>>>()?;
        self.note(self.precinct(), entry("officeTasks").rows(items.len()));
        Ok(Page { items, more })
    }

    /// How many there are in a state.
    pub async fn count_office_tasks(&self, state: Option<AssistState>) -> Result<u64> {
        self.tasks_of_office(state, Action::List)?.count().await
    }

    /// Answers a task of the asker's own office, or refuses it; what other offices answered stays as it is (JNT-02). A paper that it brings
    /// has come, from the office (JNT-03).
    ///
    /// Refused: anything but an answer or a refusal of an open task (`TRANSITION`), no words (`WORDS`).
    pub async fn answer_office_task(
        &self,
        (id, seen): (AssistTaskId, i32),
        state: AssistState,
        answer: &str,
    ) -> Result<OfficeTask> {
        let answered = self.try_answer_office_task((id, seen), state, answer).await;
        answered.inspect_err(|error| {
            let entry = entry("answerOfficeTask").on("assist_task", id);
            self.note(self.precinct(), entry.ended(Outcome::of(error)));
        })
    }

    async fn try_answer_office_task(
        &self,
        (id, seen): (AssistTaskId, i32),
        state: AssistState,
        answer: &str,
    ) -> Result<OfficeTask> {
        let own = self.tasks_of_office(None, Action::Manage)?;
        self.must_be_a_person()?;
        if !matches!(state, AssistState::Done | AssistState::Refused) {
            return Err(Error::invalid("TRANSITION", "state", "a task is answered or refused"));
        }
        let task = own.get_now(id).await?.ok_or(Error::NotFound)?;
        let mut hand = Hand::take_of(self.rows(), self, ApplicationId(task.application_id), None).await?;
        hand.answer((id, seen), state, answer).await?;
        let Hand { work, row: application, .. } = hand;
        let told = OfficeTask::told(work.get::<row::Entity>(id).await?, &application)?;
        work.commit(entry("answerOfficeTask").on("assist_task", id).when(state.as_str()).rows(1)).await?;
        Ok(told)
    }

    /// The tasks addressed to the office that the asker is posted for.
    fn tasks_of_office(&self, state: Option<AssistState>, action: Action) -> Result<Rows<'_, row::Entity, Precinct>> {
        self.may(Domain::AssistTasks, action)?;
        let office = self.member().office.ok_or(Error::Denied)?;
        let rows = self.rows::<row::Entity>().filter(row::Column::Office.eq(office.as_str()));
        Ok(rows.filter_some(state, |state| row::Column::State.eq(state.as_str())))
    }

    async fn applications_of(&self, tasks: &[row::Model]) -> Result<HashMap<Uuid, application_row::Model>> {
        let ids: Vec<ApplicationId> = tasks.iter().map(|task| ApplicationId(task.application_id)).collect();
        if ids.is_empty() {
            return Ok(HashMap::new());
        }
        let rows = self.rows::<application_row::Entity>().filter(among(application_row::Column::Id, &ids));
        Ok(rows.list(ids.len() as u64).await?.into_iter().map(|row| (row.id, row)).collect())
    }
}

fn entry(function: &'static str) -> Entry {
    Entry::new(function, Domain::AssistTasks.as_str())
}
