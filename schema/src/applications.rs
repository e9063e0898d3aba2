//! Applications (业务申请) as GraphQL objects: the queue, an application with its steps, papers and clock.

mod changes;
mod inputs;
mod offices;
mod parts;
mod worklist;

use async_graphql::{Context, ID, InputObject, Object, Result};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::application_types::ApprovalLevel;
use tenants::applications::{self as rows, ApplicantKind, ApplicationPriority, ApplicationState, Channel};
use tenants::ids::PrecinctId;

use crate::application_types::ApplicationType;
use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::words::Word;

pub use changes::{ApplicationMutations, ApplicationSubscriptions};
pub use offices::OfficeTask;
pub(crate) use offices::office_tasks;
pub use parts::{ApplicationEvent, ApplicationPaper, AssistTask, ChecklistItem, Gap};
pub use worklist::Worklist;
pub(crate) use worklist::of as worklist;

/// An application.
pub struct Application(pub rows::Application);

listed!(Application, rows::Application, "ApplicationConnection", "ApplicationEdge", |row| (row.queue_key, row.id));

/// An application (业务申请): what somebody asks of the register, its persons masked (§2.7). Permission: APPLICATIONS LIST. Cost: 1.
#[Object]
impl Application {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Application, self.0.precinct, self.0.id)
    }

    /// The number it is followed by; a draft has none (受理编号).
    async fn number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }

    /// Its type, as it was in force when it was taken down (业务事项). Cost: 1.
    async fn matter(&self, ctx: &Context<'_>) -> Result<ApplicationType> {
        kind_of(ctx, &self.0).await.map(ApplicationType)
    }

    /// The kind of act it asks for (登记行为).
    async fn act_kind(&self) -> &str {
        &self.0.act_kind
    }

    /// By which way it came (申请渠道).
    async fn channel(&self) -> Word<Channel> {
        Word(self.0.channel)
    }

    /// Where it is (状态).
    async fn state(&self) -> Word<ApplicationState> {
        Word(self.0.state)
    }

    /// The highest level that has to decide (审批层级).
    async fn level(&self) -> Word<ApprovalLevel> {
        Word(self.0.level)
    }

    /// The highest level that has approved (已批层级).
    async fn approved_level(&self) -> Option<Word<ApprovalLevel>> {
        self.0.approved_level.map(Word)
    }

    /// The level whose decision is next (待批层级).
    async fn next_level(&self) -> Option<Word<ApprovalLevel>> {
        self.0.next_level().map(Word)
    }

    /// The id of the person it is about, if registered here (当事人).
    async fn subject_id(&self, ctx: &Context<'_>) -> Option<ID> {
        Some(ctx.id(Kind::Person, self.0.precinct, self.0.subject?))
    }

    /// The name of the person it is about, masked; of a minor, and of whose age is not known, ** (当事人姓名).
    async fn subject_name(&self) -> Option<&str> {
        self.0.subject_name.as_deref()
    }

    /// That person's citizen id number, masked (当事人公民身份号码).
    async fn subject_id_number(&self) -> Option<&str> {
        self.0.subject_number.as_deref()
    }

    /// What the applicant is to that person (申请人身份).
    async fn applicant_kind(&self) -> Word<ApplicantKind> {
        Word(self.0.applicant_kind)
    }

    /// The applicant's name, masked (申请人姓名).
    async fn applicant_name(&self) -> &str {
        &self.0.applicant_name
    }

    /// The applicant's citizen id number, masked (申请人公民身份号码).
    async fn applicant_id_number(&self) -> Option<&str> {
        self.0.applicant_number.as_deref()
    }

    /// The applicant's telephone number, masked (申请人电话).
    async fn applicant_phone(&self) -> Option<&str> {
        self.0.applicant_phone.as_deref()
    }

    /// The id of the household it concerns (户).
    async fn household_id(&self, ctx: &Context<'_>) -> Option<ID> {
        Some(ctx.id(Kind::Household, self.0.precinct, self.0.household?))
    }

    /// The id of the beat it concerns (警务区).
    async fn beat_id(&self, ctx: &Context<'_>) -> Option<ID> {
        Some(ctx.id(Kind::Beat, self.0.precinct, self.0.beat?))
    }

    /// The circumstances that its checklist asks about (情形).
    async fn circumstances(&self) -> &[String] {
        &self.0.circumstances
    }

    /// A remark; numbers in it are masked (备注).
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// The day by which it is needed; it raises the priority (需用日期).
    async fn needed_by(&self) -> Option<Date> {
        self.0.needed_by.map(Date)
    }

    /// What it is needed for (需用事由).
    async fn needed_for(&self) -> Option<&str> {
        self.0.needed_for.as_deref()
    }

    /// How urgent it is (优先级).
    async fn priority(&self) -> Word<ApplicationPriority> {
        Word(self.0.priority)
    }

    /// The last day of the limit, fixed when it was accepted (办理期限).
    async fn due(&self) -> Option<Date> {
        self.0.due_on.map(Date)
    }

    /// Working days until it is due, below zero when it is overdue; while the clock stands, as many as when it was stopped (剩余工作日).
    async fn remaining_working_days(&self) -> Option<i64> {
        self.0.remaining_working_days
    }

    /// Whether it is overdue today (逾期, OPS-03).
    async fn is_overdue(&self) -> bool {
        self.0.is_overdue
    }

    /// Since when the clock stands (中止日期).
    async fn paused_since(&self) -> Option<Date> {
        self.0.paused_on.map(Date)
    }

    /// The last day on which a returned one can be completed (补正期限).
    async fn returned_until(&self) -> Option<Date> {
        self.0.returned_until.map(Date)
    }

    /// How often it was returned (退回次数).
    async fn returns(&self) -> i32 {
        self.0.returns
    }

    /// How often it was returned for what could have been named before: a fault of the office (未一次性告知次数).
    async fn faults(&self) -> i32 {
        self.0.faults
    }

    /// Who took it down (登记人).
    async fn made_by(&self) -> &str {
        &self.0.made_by
    }

    /// Whether a comparison of identity was recorded (人像比对).
    async fn identity_compared(&self) -> bool {
        self.0.identity_compared
    }

    /// Why it was not accepted or suspended: a code (原因代码).
    async fn reason_code(&self) -> Option<&str> {
        self.0.reason_code.as_deref()
    }

    /// Why it was not accepted, rejected or suspended, in words (原因).
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// Which office is competent instead (应受理单位).
    async fn redirect_to(&self) -> Option<&str> {
        self.0.redirect_to.as_deref()
    }

    /// The id of the act that followed (登记行为).
    async fn act_id(&self, ctx: &Context<'_>) -> Option<ID> {
        Some(ctx.id(Kind::Act, self.0.precinct, self.0.act?))
    }

    /// The id of the act that undid what followed, where that was revoked (撤销登记).
    async fn revoking_act_id(&self, ctx: &Context<'_>) -> Option<ID> {
        Some(ctx.id(Kind::Act, self.0.precinct, self.0.revoking_act?))
    }

    /// Its checklist under its circumstances, with what has come (材料清单). Cost: 1 each.
    async fn checklist(&self, ctx: &Context<'_>) -> Result<Vec<ChecklistItem>> {
        let kind = kind_of(ctx, &self.0).await?;
        let papers = ctx.at(self.0.precinct)?.load.papers_of.load(self.0.id).await.found(ctx)?;
        Ok(ChecklistItem::all(&kind, &self.0.circumstances, &papers))
    }

    /// Its papers, by code (材料). Cost: 1 each.
    async fn papers(&self, ctx: &Context<'_>) -> Result<Vec<ApplicationPaper>> {
        let papers = ctx.at(self.0.precinct)?.load.papers_of.load(self.0.id).await.found(ctx)?;
        Ok(papers.into_iter().map(|row| ApplicationPaper { precinct: self.0.precinct, row }).collect())
    }

    /// Its steps, the earliest first (办理过程). Cost: 1 each.
    async fn events(&self, ctx: &Context<'_>) -> Result<Vec<ApplicationEvent>> {
        let events = ctx.at(self.0.precinct)?.load.steps_of.load(self.0.id).await.found(ctx)?;
        Ok(events.into_iter().map(|row| ApplicationEvent { precinct: self.0.precinct, row }).collect())
    }

    /// What other offices were asked for it, the earliest first (协助事项). Cost: 1 each.
    async fn assist_tasks(&self, ctx: &Context<'_>) -> Result<Vec<AssistTask>> {
        let tasks = ctx.at(self.0.precinct)?.load.assist_of.load(self.0.id).await.found(ctx)?;
        Ok(tasks.into_iter().map(|row| AssistTask { precinct: self.0.precinct, row }).collect())
    }

    /// When it was first taken down (登记时间).
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it was last filed (提交时间).
    async fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.0.submitted_at
    }

    /// When it was accepted (受理时间).
    async fn accepted_at(&self) -> Option<DateTime<Utc>> {
        self.0.accepted_at
    }

    /// When it was closed (办结时间).
    async fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.0.closed_at
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.0.version
    }
}

/// The version of an application's type, loaded once for all applications of an answer.
pub(crate) async fn kind_of(
    ctx: &Context<'_>,
    of: &rows::Application,
) -> Result<tenants::application_types::ApplicationType> {
    let of_day = ctx.at(of.precinct)?.load.application_types.load(of.type_from).await.found(ctx)?;
    let found = of_day.into_iter().find(|kind| kind.code == of.type_code);
    found.ok_or_else(|| ctx.fail(&tenants::Error::NotFound))
}

/// Which applications a list holds; every part narrows it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ApplicationFilter {
    /// In one of these states (状态).
    pub states: Option<Vec<Word<ApplicationState>>>,
    /// Of a type, by its code (业务事项).
    pub type_code: Option<String>,
    /// Taken down, accepted or reviewed by the asker (我的).
    pub mine: Option<bool>,
    /// Whose limit is over (逾期).
    pub overdue: Option<bool>,
    /// Due or needed soon, or overdue (临期).
    pub at_risk: Option<bool>,
    /// Needed before a day (需用日期早于).
    pub needed_before: Option<Date>,
}

impl ApplicationFilter {
    fn read(self) -> rows::ApplicationFilter {
        rows::ApplicationFilter {
            states: self.states.unwrap_or_default().into_iter().map(|word| word.0).collect(),
            type_code: self.type_code,
            mine: self.mine.unwrap_or_default(),
            overdue: self.overdue.unwrap_or_default(),
            at_risk: self.at_risk.unwrap_or_default(),
            needed_before: self.needed_before.map(Date::day),
        }
    }
}

/// A page of a precinct's applications.
pub(crate) async fn applications(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    filter: Option<ApplicationFilter>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Application>> {
    page(ctx, precinct, ("applications", filter.unwrap_or_default().read()), first, after).await
}

/// A page of those at risk.
pub(crate) async fn at_risk(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Application>> {
    let filter = rows::ApplicationFilter { at_risk: true, ..rows::ApplicationFilter::default() };
    page(ctx, precinct, ("applicationsAtRisk", filter), first, after).await
}

async fn page(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    (name, filter): (&'static str, rows::ApplicationFilter),
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Application>> {
    let list = List { name, owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.applications(&filter, &paging).await.told(ctx)?;
    let count = Box::new(move || {
        let (scope, filter) = (scope.clone(), filter.clone());
        Box::pin(async move { scope.count_applications(&filter).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// An application asked for by its public id.
pub(crate) async fn by_id(ctx: &Context<'_>, precinct: PrecinctId, id: &ID) -> Result<Application> {
    let row = ctx.row_in(Kind::Application, precinct, id)?;
    ctx.at(precinct)?.scope.application(row).await.told(ctx).map(Application)
}
