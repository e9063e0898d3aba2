//! A resident's own applications (本人申请) as GraphQL objects: where each is, what is missing, and what he said. Officers' names are in
//! none of them, and neither is what officers write for each other.

use async_graphql::{Context, ID, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::application_types::{self, About};
use tenants::applications::{self as rows, ApplicationState, ApplicationStep, PaperState};

use super::papers::MyPaper;
use crate::application_types::ApplicationType;
use crate::applications::{ChecklistItem, Gap, kind_of};
use crate::context::{Doorway, Found, Told};
use crate::dates::Date;
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::precincts::Precinct;
use crate::words::Word;

/// An application of the resident who asks.
pub struct MyApplication(pub(crate) rows::Application);

listed!(MyApplication, rows::Application, "MyApplicationConnection", "MyApplicationEdge", |row| ("", row.id));

/// An application that the resident who asks filed from his telephone (本人申请, §2.7). Permission: one's own. Cost: 1.
#[Object]
impl MyApplication {
    /// Opaque id; it names nothing to anybody else (申请).
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Application, self.0.precinct, self.0.id)
    }

    /// The number it is followed by; a draft has none (受理编号).
    async fn tracking_number(&self) -> Option<&str> {
        self.0.number.as_deref()
    }

    /// Its type, as it was in force when it was last saved (业务事项). Cost: 1.
    async fn matter(&self, ctx: &Context<'_>) -> Result<ApplicationType> {
        kind_of(ctx, &self.0).await.map(ApplicationType)
    }

    /// The kind of act it asks for (登记行为).
    async fn act_kind(&self) -> &str {
        &self.0.act_kind
    }

    /// About whom it is (申请对象).
    async fn about(&self) -> Word<About> {
        Word(self.0.applicant_kind.about())
    }

    /// The name of the person it is about, masked; of a child ** (当事人姓名).
    async fn subject_name(&self) -> Option<&str> {
        self.0.subject_name.as_deref()
    }

    /// Where it is (状态).
    async fn state(&self) -> Word<ApplicationState> {
        Word(self.0.state)
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

    /// Everything that is missing or wrong while it is returned, at once (补正事项). Cost: 1 each.
    async fn gaps(&self, ctx: &Context<'_>) -> Result<Vec<Gap>> {
        if self.0.state != ApplicationState::Returned {
            return Ok(Vec::new());
        }
        let steps = self.told_steps(ctx).await?;
        let last = steps.iter().rfind(|step| step.step == ApplicationStep::Return);
        Ok(last.map(|step| step.gaps.iter().map(Gap::from).collect()).unwrap_or_default())
    }

    /// Its steps, the earliest first (办理过程). Cost: 1 each.
    async fn steps(&self, ctx: &Context<'_>) -> Result<Vec<MyStep>> {
        Ok(self.told_steps(ctx).await?.iter().map(MyStep::from).collect())
    }

    /// Its checklist under its circumstances, with what was declared and has come (材料清单). Cost: 1 each.
    async fn checklist(&self, ctx: &Context<'_>) -> Result<Vec<ChecklistItem>> {
        let kind = kind_of(ctx, &self.0).await?;
        Ok(ChecklistItem::all(&kind, &self.0.circumstances, &self.papers_of(ctx).await?))
    }

    /// The papers declared, by code, each with what was uploaded for it last (本人材料). Cost: 1 each.
    async fn papers(&self, ctx: &Context<'_>) -> Result<Vec<MyPaper>> {
        let uploads = ctx.at(self.0.precinct)?.load.my_uploads.load(self.0.id).await.found(ctx)?;
        let last = |code: &str| uploads.iter().rfind(|upload| upload.paper.as_deref() == Some(code)).cloned();
        let papers = self.papers_of(ctx).await?.into_iter();
        Ok(papers.map(|row| MyPaper { precinct: self.0.precinct, upload: last(&row.code), row }).collect())
    }

    /// What the resident said, in clear; noted in the trail (填报内容). Cost: 1.
    async fn words(&self, ctx: &Context<'_>) -> Result<MyWords> {
        let words = ctx.at(self.0.precinct)?.load.my_words.load(self.0.id).await.found(ctx)?;
        Ok(MyWords {
            child_name: words.child_name,
            child_birth_date: words.child_birth.map(Date),
            circumstances: words.circumstances,
            form: words.form.to_string(),
        })
    }

    /// A remark; numbers in it are masked (备注).
    async fn note(&self) -> Option<&str> {
        self.0.note.as_deref()
    }

    /// The day by which it is needed (需用日期).
    async fn needed_by(&self) -> Option<Date> {
        self.0.needed_by.map(Date)
    }

    /// What it is needed for (需用事由).
    async fn needed_for(&self) -> Option<&str> {
        self.0.needed_for.as_deref()
    }

    /// Why it was not accepted or suspended: a code (原因代码).
    async fn reason_code(&self) -> Option<&str> {
        self.0.reason_code.as_deref()
    }

    /// Why it was not accepted or rejected, in words (原因).
    async fn reason(&self) -> Option<&str> {
        self.0.reason.as_deref()
    }

    /// Which office is competent instead (应受理单位).
    async fn redirect_to(&self) -> Option<&str> {
        self.0.redirect_to.as_deref()
    }

    /// That it was received; none of a draft (收件回执). Cost: 1.
    async fn acknowledgement(&self, ctx: &Context<'_>) -> Result<Option<Acknowledgement>> {
        let (Some(number), Some(at)) = (&self.0.number, self.0.submitted_at) else { return Ok(None) };
        let came = |paper: &rows::ApplicationPaper| paper.state != PaperState::Declared;
        let papers = self.papers_of(ctx).await?.into_iter().filter(came).map(|paper| paper.code).collect();
        let precinct = crate::precincts::precinct(ctx, self.0.precinct)?;
        Ok(Some(Acknowledgement { tracking_number: number.clone(), received_at: at, precinct, papers }))
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

impl MyApplication {
    async fn papers_of(&self, ctx: &Context<'_>) -> Result<Vec<rows::ApplicationPaper>> {
        ctx.at(self.0.precinct)?.load.my_papers.load(self.0.id).await.found(ctx)
    }

    async fn told_steps(&self, ctx: &Context<'_>) -> Result<Vec<rows::ApplicationEvent>> {
        ctx.at(self.0.precinct)?.load.my_steps.load(self.0.id).await.found(ctx)
    }
}

/// One step of one's own application (办理环节). Permission: one's own. Cost: 1.
#[derive(SimpleObject)]
pub struct MyStep {
    /// What was done (环节).
    step: Word<ApplicationStep>,
    /// To which state (现状态).
    to_state: Word<ApplicationState>,
    /// When (时间).
    at: DateTime<Utc>,
    /// Why: a code (原因代码).
    reason_code: Option<String>,
    /// Why, where it is an answer to the applicant (原因).
    reason: Option<String>,
    /// What was named as missing or wrong (补正事项). Cost: 1 each.
    gaps: Vec<Gap>,
}

impl From<&rows::ApplicationEvent> for MyStep {
    fn from(row: &rows::ApplicationEvent) -> Self {
        Self {
            step: Word(row.step),
            to_state: Word(row.to),
            at: row.at,
            reason_code: row.reason_code.clone(),
            reason: row.reason.clone(),
            gaps: row.gaps.iter().map(Gap::from).collect(),
        }
    }
}

/// What a resident said in an application, in clear (填报内容). Permission: one's own. Cost: 1.
#[derive(SimpleObject)]
pub struct MyWords {
    /// The child's name, where it is about one (子女姓名).
    child_name: Option<String>,
    /// The child's birth date, where it is about one (子女出生日期).
    child_birth_date: Option<Date>,
    /// The circumstances (情形).
    circumstances: Vec<String>,
    /// The form, as JSON (表单).
    form: String,
}

/// That an application was received (收件回执). Permission: one's own. Cost: 1.
#[derive(SimpleObject)]
pub struct Acknowledgement {
    /// The number it is followed by (受理编号).
    tracking_number: String,
    /// When it was received last (收件时间).
    received_at: DateTime<Utc>,
    /// By which station (收件单位).
    precinct: Precinct,
    /// The papers that came, by code (已收材料).
    papers: Vec<String>,
}

/// What residents may file on this day, by code.
pub(super) async fn matters(ctx: &Context<'_>) -> Result<Vec<ApplicationType>> {
    let store = ctx.asking().store();
    let all = application_types::all(store, store.clock().today()).await.told(ctx)?;
    Ok(all.into_iter().filter(|kind| !kind.online_for.is_empty()).map(ApplicationType).collect())
}

/// A page of the resident's own applications.
pub(super) async fn applications(
    ctx: &Context<'_>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<MyApplication>> {
    let member = ctx.member()?;
    let list = List { name: "myApplications", owner: member.account.map_or(member.precinct.0, uuid::Uuid::from) };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.home()?.scope.clone();
    let page = scope.my_applications(&paging).await.told(ctx)?;
    let count = Box::new(move || {
        let scope = scope.clone();
        Box::pin(async move { scope.count_my_applications().await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// The resident's own application of a number.
pub(super) async fn application(ctx: &Context<'_>, number: &str) -> Result<MyApplication> {
    ctx.home()?.scope.my_application(number).await.told(ctx).map(MyApplication)
}
