//! The other side of a joint application (联办) as GraphQL objects: what the clerk of an office sees and answers.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::applications::{self as rows, AssistOffice, AssistState};
use tenants::ids::PrecinctId;

use crate::application_types::ApplicationType;
use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::error::UserError;
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::words::Word;

/// A task as the office it is addressed to sees it.
pub struct OfficeTask(pub rows::OfficeTask);

listed!(OfficeTask, rows::OfficeTask, "OfficeTaskConnection", "OfficeTaskEdge", |row| (row.office, row.id));

/// What a station asks the asker's office for a joint application (协助事项), with the shared minimum and nothing more: not the form, not
/// the papers, not what other offices are asked (JNT-01). Permission: ASSIST_TASKS LIST. Cost: 1.
#[Object]
impl OfficeTask {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::AssistTask, self.0.precinct, self.0.id)
    }

    /// The number the application is followed by; one that is not filed yet has none (受理编号).
    async fn number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }

    /// What is applied for (业务事项). Cost: 1.
    async fn matter(&self, ctx: &Context<'_>) -> Result<ApplicationType> {
        let of_day = ctx.at(self.0.precinct)?.load.application_types.load(self.0.type_from).await.found(ctx)?;
        let found = of_day.into_iter().find(|kind| kind.code == self.0.type_code);
        found.map(ApplicationType).ok_or_else(|| ctx.fail(&tenants::Error::NotFound))
    }

    /// The applicant's name, masked (申请人姓名).
    async fn applicant_name(&self) -> &str {
        &self.0.applicant_name
    }

    /// The asker's office (协助单位).
    async fn office(&self) -> Word<AssistOffice> {
        Word(self.0.office)
    }

    /// For what; numbers in it are masked (请求).
    async fn request(&self) -> &str {
        &self.0.request
    }

    /// The paper it is to bring (材料代码).
    async fn paper_code(&self) -> Option<&str> {
        self.0.paper_code.as_deref()
    }

    /// Where it is (状态).
    async fn state(&self) -> Word<AssistState> {
        Word(self.0.state)
    }

    /// By when (期限).
    async fn due(&self) -> Date {
        Date(self.0.due_on)
    }

    /// When it was asked (发起时间).
    async fn asked_at(&self) -> DateTime<Utc> {
        self.0.asked_at
    }

    /// The answer; numbers in it are masked (答复).
    async fn answer(&self) -> Option<&str> {
        self.0.answer.as_deref()
    }

    /// When it was answered (答复时间).
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.0.answered_at
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// A page of the tasks of the asker's office.
pub(crate) async fn office_tasks(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    state: Option<AssistState>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<OfficeTask>> {
    let list = List { name: "officeTasks", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.office_tasks(state, &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let scope = scope.clone();
        Box::pin(async move { scope.count_office_tasks(state).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// What the asker's office answers.
#[derive(InputObject)]
pub struct AnswerOfficeTaskInput {
    /// Which task (协助事项).
    pub assist_task_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// DONE or REFUSED (结果).
    pub state: Word<AssistState>,
    /// The answer, or why it is refused, in 1 to 300 characters and without personal values (答复).
    pub answer: String,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A task answered or refused.
#[derive(SimpleObject)]
pub struct AnswerOfficeTaskPayload {
    /// The task as it is now, unless refused.
    pub office_task: Option<OfficeTask>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}
