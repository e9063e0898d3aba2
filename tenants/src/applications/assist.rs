//! What other offices are asked for an application (协助事项): a sub-task with its own state, its own clock and its own answer. A paper
//! another office can supply is fetched and not asked from the applicant (JNT-03); one refusal hides no other answer (JNT-02).

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};

use super::hand::Hand;
use super::{Application, PaperSource, words_of};
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::ids::{ApplicationId, AssistTaskId};
use crate::page::among;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, owned};
use crate::words::words;

/// More tasks than a page of applications has.
const MOST: u64 = 2_000;

words! {
    /// Which office is asked (协助单位).
    pub enum AssistOffice {
        /// Housing (住建房管).
        Housing = "HOUSING",
        /// Civil affairs (民政).
        CivilAffairs = "CIVIL_AFFAIRS",
        /// Health (卫健).
        Health = "HEALTH",
        /// Education (教育).
        Education = "EDUCATION",
        /// Social security (人社).
        SocialSecurity = "SOCIAL_SECURITY",
        /// Another police station (外所).
        OtherStation = "OTHER_STATION",
        /// Another office.
        Other = "OTHER",
    }
}

words! {
    /// Where a task is (协助状态).
    pub enum AssistState {
        /// Asked.
        Open = "OPEN",
        /// Answered.
        Done = "DONE",
        /// The office cannot.
        Refused = "REFUSED",
        /// No longer needed.
        Cancelled = "CANCELLED",
    }
}

/// What another office is asked.
#[derive(Clone, Debug)]
pub struct AssistTask {
    /// Its id.
    pub id: AssistTaskId,
    /// For which application.
    pub application: ApplicationId,
    /// Which office.
    pub office: AssistOffice,
    /// For what, numbers masked.
    pub request: String,
    /// The paper it is to bring.
    pub paper_code: Option<String>,
    /// Where it is.
    pub state: AssistState,
    /// By when.
    pub due_on: NaiveDate,
    /// Who asked.
    pub asked_by: String,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// The answer, numbers masked.
    pub answer: Option<String>,
    /// Who took the answer down.
    pub answered_by: Option<String>,
    /// When.
    pub answered_at: Option<DateTime<Utc>>,
    /// Counts its changes (REG-19).
    pub version: i32,
}

impl TryFrom<row::Model> for AssistTask {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: AssistTaskId(row.id),
            application: ApplicationId(row.application_id),
            office: row.office.parse().map_err(Error::internal)?,
            request: row.request,
            paper_code: row.paper_code,
            state: row.state.parse().map_err(Error::internal)?,
            due_on: row.due_on,
            asked_by: row.asked_by_name,
            asked_at: row.asked_at,
            answer: row.answer,
            answered_by: row.answered_by_name,
            answered_at: row.answered_at,
            version: row.version,
        })
    }
}

/// What is to be asked.
#[derive(Clone, Debug)]
pub struct NewAssistTask {
    /// Which office.
    pub office: AssistOffice,
    /// For what.
    pub request: String,
    /// The paper it is to bring.
    pub paper_code: Option<String>,
}

impl Scope<Precinct> {
    /// What was asked for these applications, the earliest first.
    pub async fn assist_tasks(&self, applications: &[ApplicationId]) -> Result<Vec<AssistTask>> {
        use row::Column as C;
        self.may(Domain::Applications, Action::List)?;
        let rows = self.rows::<row::Entity>().filter(among(C::ApplicationId, applications));
        let rows = rows.ascending(C::ApplicationId).ascending(C::AskedAt).ascending(C::Id).list(MOST).await?;
        rows.into_iter().map(AssistTask::try_from).collect()
    }

    /// Asks another office for an application that is open.
    pub async fn add_assist_task(&self, (id, seen): (ApplicationId, i32), new: NewAssistTask) -> Result<Application> {
        let added = async {
            self.may(Domain::Applications, Action::Prepare)?;
            let mut hand = Hand::take(self, id, Some(seen)).await?;
            hand.ask(&new).await?;
            hand.finish(&["addAssistTask"]).await
        };
        self.refused("addAssistTask", id, added.await)
    }

    /// Takes down what an office answered. A paper that it brings has come, from the office.
    pub async fn complete_assist_task(
        &self,
        (id, seen): (AssistTaskId, i32),
        state: AssistState,
        answer: &str,
    ) -> Result<Application> {
        self.may(Domain::Applications, Action::Prepare)?;
        let task = self.rows::<row::Entity>().get_now(id).await?.ok_or(Error::NotFound)?;
        let mut hand = Hand::take(self, ApplicationId(task.application_id), None).await?;
        hand.answer((id, seen), state, answer).await?;
        hand.finish(&["completeAssistTask"]).await
    }
}

impl Hand {
    async fn ask(&mut self, new: &NewAssistTask) -> Result<()> {
        if !self.state()?.is_open() {
            return Err(Error::invalid(
                "TRANSITION",
                "applicationId",
                "nobody is asked for an application that is not open",
            ));
        }
        if new.paper_code.as_ref().is_some_and(|code| !self.kind.knows_paper(code)) {
            return Err(Error::invalid("PAPER", "paperCode", "the checklist has no such paper"));
        }
        let id = AssistTaskId(self.work.new_id());
        self.work
            .add(row::ActiveModel {
                id: Set(id.0),
                application_id: Set(self.row.id),
                office: Set(new.office.as_str().to_owned()),
                request: Set(words_of(&new.request, "request", 300)?),
                paper_code: Set(new.paper_code.clone()),
                state: Set(AssistState::Open.as_str().to_owned()),
                due_on: Set(self.book.due("application.assist")?),
                asked_by: Set(self.account()?.0),
                asked_by_name: Set(self.work.scope().member().name.clone()),
                asked_at: Set(self.book.now),
                version: Set(1),
                ..Default::default()
            })
            .await?;
        self.work.emit(changed(id, 1, AssistState::Open));
        self.change(super::row::ActiveModel::default()).await
    }

    pub(super) async fn answer(
        &mut self,
        (id, seen): (AssistTaskId, i32),
        state: AssistState,
        answer: &str,
    ) -> Result<()> {
        let task = self.work.lock::<row::Entity>(&[id.0]).await?.into_iter().next().ok_or(Error::NotFound)?;
        Error::unless_seen(seen, task.version)?;
        if task.state != AssistState::Open.as_str() || state == AssistState::Open {
            return Err(Error::invalid("TRANSITION", "state", "an open task is answered once"));
        }
        self.work
            .save(row::ActiveModel {
                id: Set(id.0),
                state: Set(state.as_str().to_owned()),
                answer: Set(Some(words_of(answer, "answer", 300)?)),
                answered_by_name: Set(Some(self.work.scope().member().name.clone())),
                answered_at: Set(Some(self.book.now)),
                version: Set(task.version + 1),
                ..Default::default()
            })
            .await?;
        self.work.emit(changed(id, task.version + 1, state));
        if let (AssistState::Done, Some(code)) = (state, &task.paper_code) {
            self.receive(code, PaperSource::Office, None).await?;
        }
        self.change(super::row::ActiveModel::default()).await
    }

    /// Refuses to go on while an office has still to answer: a joint application is done when all of it is done (§3.8).
    pub(super) async fn must_be_answered(&self) -> Result<()> {
        use row::Column as C;
        let open = Condition::all().add(C::ApplicationId.eq(self.row.id)).add(C::State.eq(AssistState::Open.as_str()));
        match self.work.find::<row::Entity>(open).await? {
            None => Ok(()),
            Some(_) => {
                Err(Error::invalid("OPEN_TASKS", "applicationId", "an office that was asked has not answered yet"))
            }
        }
    }

    /// Nobody works for an application that is over.
    pub(super) async fn call_off(&self) -> Result<()> {
        let sql = "UPDATE assist_task SET state = 'CANCELLED', version = version + 1 \
                   WHERE precinct_id = $1 AND application_id = $2 AND state = 'OPEN'";
        self.work.execute(sql, vec![self.row.id.into()]).await.map(drop)
    }
}

/// What is heard of it.
fn changed(id: AssistTaskId, version: i32, state: AssistState) -> NewEvent {
    NewEvent::new(EventKind::AssistTaskChanged, "assist_task", id).version(version).saying(state)
}

owned!(row, AssistTaskId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "assist_task")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub application_id: Uuid,
        pub office: String,
        pub request: String,
        pub paper_code: Option<String>,
        pub state: String,
        pub due_on: Date,
        pub asked_by: Uuid,
        pub asked_by_name: String,
        pub asked_at: DateTimeUtc,
        pub answer: Option<String>,
        pub answered_by_name: Option<String>,
        pub answered_at: Option<DateTimeUtc>,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
