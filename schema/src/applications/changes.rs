//! What changes an application, and what is heard of it.

use async_graphql::{Context, ID, Object, Result, SimpleObject, Subscription};
use futures_util::{Stream, StreamExt as _};
use tenants::applications::{self as rows, Acceptance};
use tenants::events::{EventKind, Hearing};
use tenants::ids::{ApplicationId, HouseholdId, PersonId, PrecinctId};
use uuid::Uuid;

use super::inputs::{
    AcceptApplicationInput, AddAssistTaskInput, ApplicationInput, ApproveApplicationInput, CompleteAssistTaskInput,
    ExecuteApplicationInput, GapInput, HandleOnTheSpotInput, ReceivePaperInput, RefuseApplicationInput,
    RejectApplicationInput, ReturnApplicationInput, RevealApplicationInput, ReviewApplicationInput,
    RevokeApplicationInput, SaveDraftInput, SuspendApplicationInput, WithdrawApplicationInput,
};
use super::offices::{AnswerOfficeTaskInput, AnswerOfficeTaskPayload};
use super::{Application, OfficeTask};
use crate::context::{Doorway, Opened, Told};
use crate::dates::Date;
use crate::error::{UserError, outcome};
use crate::events::Event;
use crate::id::Kind;
use crate::live;

/// An application changed.
#[derive(SimpleObject)]
pub struct ApplicationPayload {
    /// The application as it is now, unless refused.
    pub application: Option<Application>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What an application says, in clear.
#[derive(SimpleObject)]
pub struct ClearApplication {
    /// The kind of act it asks for (登记行为).
    pub act_kind: String,
    /// The form of the act, as JSON (表单).
    pub form: String,
    /// The applicant's name (申请人姓名).
    pub applicant_name: String,
    /// The applicant's citizen id number (申请人公民身份号码).
    pub applicant_id_number: Option<String>,
    /// The applicant's telephone number (申请人电话).
    pub applicant_phone: Option<String>,
    /// The name of the person it is about (当事人姓名).
    pub subject_name: Option<String>,
    /// That person's citizen id number (当事人公民身份号码).
    pub subject_id_number: Option<String>,
}

/// What a reveal brought.
#[derive(SimpleObject)]
pub struct RevealApplicationPayload {
    /// The clear values, unless refused.
    pub revealed: Option<ClearApplication>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

fn payload(ctx: &Context<'_>, result: tenants::Result<rows::Application>) -> Result<ApplicationPayload> {
    let (application, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(ApplicationPayload { application: application.map(Application), user_errors })
}

/// An application with the version seen, and the precinct opened for it.
fn which(ctx: &Context<'_>, id: &ID, seen: i32) -> Result<(std::sync::Arc<Opened>, (ApplicationId, i32))> {
    let (precinct, application) = ctx.row(Kind::Application, id)?;
    Ok((ctx.at(precinct)?, (application, seen)))
}

impl SaveDraftInput {
    fn draft(self, ctx: &Context<'_>, precinct: PrecinctId) -> Result<rows::Draft> {
        let person = |id: &ID| ctx.row_in::<PersonId>(Kind::Person, precinct, id);
        let household = |id: &ID| ctx.row_in::<HouseholdId>(Kind::Household, precinct, id);
        Ok(rows::Draft {
            subject: rows::Subject {
                person: self.subject_id.as_ref().map(person).transpose()?,
                name: self.subject_name,
                id_number: self.subject_id_number,
                birth: self.subject_birth_date.map(Date::day),
            },
            household: self.household_id.as_ref().map(household).transpose()?,
            type_code: self.type_code,
            act_kind: self.act_kind,
            applicant: rows::Applicant {
                kind: self.applicant_kind.0,
                name: self.applicant_name,
                id_number: self.applicant_id_number,
                phone: self.applicant_phone,
            },
            circumstances: self.circumstances.unwrap_or_default(),
            papers: self.papers.unwrap_or_default(),
            form: self.form.unwrap_or_else(|| "{}".to_owned()),
            note: self.note,
            needed_by: self.needed_by.map(Date::day),
            needed_for: self.needed_for,
        })
    }
}

fn gap(gap: GapInput) -> rows::Gap {
    rows::Gap { code: gap.code, note: gap.note, arose_since: gap.arose_since.unwrap_or_default() }
}

/// What changes applications.
#[derive(Default)]
pub struct ApplicationMutations;

#[Object]
impl ApplicationMutations {
    /// Takes an application down in the asker's precinct, or changes a draft of his or a returned one (登记申请). Permission:
    /// APPLICATIONS PREPARE. Cost: 10.
    async fn save_draft(&self, ctx: &Context<'_>, input: SaveDraftInput) -> Result<ApplicationPayload> {
        let seen = input.expected_version.unwrap_or_default();
        let saved =
            input.application_id.as_ref().map(|id| ctx.row::<ApplicationId>(Kind::Application, id)).transpose()?;
        let precinct = saved.map_or(ctx.member()?.precinct, |(precinct, _)| precinct);
        let draft = input.draft(ctx, precinct)?;
        let saved = saved.map(|(_, id)| (id, seen));
        payload(ctx, ctx.at(precinct)?.scope.save_application(saved, draft).await)
    }

    /// Files an application, again if it was returned (提交). Permission: APPLICATIONS PREPARE. Cost: 10.
    async fn submit_application(&self, ctx: &Context<'_>, input: ApplicationInput) -> Result<ApplicationPayload> {
        let (opened, (id, seen)) = which(ctx, &input.application_id, input.expected_version)?;
        payload(ctx, opened.scope.submit_application(id, seen).await)
    }

    /// Accepts an application: the clock starts, the due date is fixed (受理). Permission: APPLICATIONS MANAGE. Cost: 10.
    async fn accept_application(&self, ctx: &Context<'_>, input: AcceptApplicationInput) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        let AcceptApplicationInput { identity_checked, jurisdiction_confirmed, .. } = input;
        let acceptance = Acceptance { identity_checked, jurisdiction_confirmed };
        payload(ctx, opened.scope.accept_application(which, acceptance).await)
    }

    /// Gives an application back with every gap named at once; a gap that could have been named before counts as a fault (退回补正).
    /// Permission: APPLICATIONS MANAGE. Cost: 10.
    async fn return_application(&self, ctx: &Context<'_>, input: ReturnApplicationInput) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        let gaps = input.gaps.into_iter().map(gap).collect();
        payload(ctx, opened.scope.return_application(which, gaps).await)
    }

    /// Does not accept an application, and says who is competent where another office is (不予受理). Permission: APPLICATIONS MANAGE.
    /// Cost: 10.
    async fn refuse_application(&self, ctx: &Context<'_>, input: RefuseApplicationInput) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        let redirect = input.redirect_to.as_deref();
        payload(ctx, opened.scope.refuse_application(which, input.reason_code.0, &input.reason, redirect).await)
    }

    /// Reviews an application: papers compared, duplicates looked for, the proposal fixed; where a second officer is needed, not by who
    /// accepted it (审核). Permission: APPLICATIONS MANAGE. Cost: 10.
    async fn review_application(&self, ctx: &Context<'_>, input: ReviewApplicationInput) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        payload(ctx, opened.scope.review_application(which, input.review()).await)
    }

    /// Approves an application on the level whose turn it is; never by a machine (审批, PRV-09). Permission: APPLICATIONS APPROVE. Cost: 10.
    async fn approve_application(
        &self,
        ctx: &Context<'_>,
        input: ApproveApplicationInput,
    ) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        let approval = rows::Approval { reason: input.reason, reference: input.reference };
        payload(ctx, opened.scope.approve_application(which, approval).await)
    }

    /// Decides against an application, with written reasons (不予批准). Permission: APPLICATIONS APPROVE. Cost: 10.
    async fn reject_application(&self, ctx: &Context<'_>, input: RejectApplicationInput) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        payload(ctx, opened.scope.reject_application(which, &input.reason).await)
    }

    /// Brings an approved application into the register, by a form performed now or by an act recorded for it, and closes it: both in
    /// one commit, or neither (办结). Permission: APPLICATIONS MANAGE or APPROVE. Cost: 30.
    async fn execute_application(
        &self,
        ctx: &Context<'_>,
        input: ExecuteApplicationInput,
    ) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        let execution = input.by.read(ctx, opened.scope.precinct(), input.effective_on)?;
        payload(ctx, opened.scope.execute_application(which, execution).await)
    }

    /// Revokes an application after it was done, for a proven error or fraud, with the act that undoes what followed: both in one commit,
    /// or neither. The application stays done, and no old row is deleted (撤销, §2.7). Permission: APPLICATIONS APPROVE, as the district's
    /// approver. Cost: 30.
    async fn revoke_application(&self, ctx: &Context<'_>, input: RevokeApplicationInput) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        let by = input.by.read(ctx, opened.scope.precinct(), input.effective_on)?;
        let revocation = rows::Revocation { ground: input.ground.0, reason: input.reason, reference: input.reference };
        payload(ctx, opened.scope.revoke_application(which, &revocation, by).await)
    }

    /// Stops the clock for an investigation, another station or an appraisal (中止). Permission: APPLICATIONS MANAGE. Cost: 10.
    async fn suspend_application(
        &self,
        ctx: &Context<'_>,
        input: SuspendApplicationInput,
    ) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        payload(ctx, opened.scope.suspend_application(which, input.reason_code.0, &input.reason).await)
    }

    /// Lets the clock run on; the due date moves by the working days it stood (恢复). Permission: APPLICATIONS MANAGE. Cost: 10.
    async fn resume_application(&self, ctx: &Context<'_>, input: ApplicationInput) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        payload(ctx, opened.scope.resume_application(which).await)
    }

    /// Takes an application back for who asked, before it is approved (撤回). Permission: APPLICATIONS PREPARE. Cost: 10.
    async fn withdraw_application(
        &self,
        ctx: &Context<'_>,
        input: WithdrawApplicationInput,
    ) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        payload(ctx, opened.scope.withdraw_application(which, input.reason.as_deref()).await)
    }

    /// Accepts, reviews and approves at the window what is handled on the spot (当场办结). Permission: APPLICATIONS MANAGE. Cost: 10.
    async fn handle_on_the_spot(&self, ctx: &Context<'_>, input: HandleOnTheSpotInput) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        let HandleOnTheSpotInput { identity_checked, jurisdiction_confirmed, .. } = input;
        let acceptance = Acceptance { identity_checked, jurisdiction_confirmed };
        let review = rows::Review {
            documents_compared: input.documents_compared,
            duplicates_checked: input.duplicates_checked,
            ..rows::Review::default()
        };
        payload(ctx, opened.scope.handle_on_the_spot(which, acceptance, &review).await)
    }

    /// Takes a paper of the checklist (接收材料). Permission: APPLICATIONS PREPARE. Cost: 10.
    async fn receive_paper(&self, ctx: &Context<'_>, input: ReceivePaperInput) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        payload(ctx, opened.scope.receive_paper(which, &input.code, None::<Uuid>).await)
    }

    /// Asks another office for an open application (发起协助). Permission: APPLICATIONS PREPARE. Cost: 10.
    async fn add_assist_task(&self, ctx: &Context<'_>, input: AddAssistTaskInput) -> Result<ApplicationPayload> {
        let (opened, which) = which(ctx, &input.application_id, input.expected_version)?;
        let new = rows::NewAssistTask { office: input.office.0, request: input.request, paper_code: input.paper_code };
        payload(ctx, opened.scope.add_assist_task(which, new).await)
    }

    /// Takes down what an office answered; a paper that it brings has come (答复协助, JNT-03). Permission: APPLICATIONS PREPARE. Cost: 10.
    async fn complete_assist_task(
        &self,
        ctx: &Context<'_>,
        input: CompleteAssistTaskInput,
    ) -> Result<ApplicationPayload> {
        let (precinct, task) = ctx.row(Kind::AssistTask, &input.assist_task_id)?;
        let which = (task, input.expected_version);
        payload(ctx, ctx.at(precinct)?.scope.complete_assist_task(which, input.state.0, &input.answer).await)
    }

    /// Answers a task that is addressed to the asker's own office, or refuses it; what others answered stays as it is (办理协助事项, JNT-01,
    /// JNT-02). Permission: ASSIST_TASKS MANAGE. Cost: 10.
    async fn answer_office_task(
        &self,
        ctx: &Context<'_>,
        input: AnswerOfficeTaskInput,
    ) -> Result<AnswerOfficeTaskPayload> {
        let (precinct, task) = ctx.row(Kind::AssistTask, &input.assist_task_id)?;
        let which = (task, input.expected_version);
        let result = ctx.at(precinct)?.scope.answer_office_task(which, input.state.0, &input.answer).await;
        let (task, user_errors) = outcome(result, ctx.asking().language())?;
        Ok(AnswerOfficeTaskPayload { office_task: task.map(OfficeTask), user_errors })
    }

    /// Shows an open application in clear to who handles it, for a purpose, audited (查看申请明文, PRV-02, PRV-07). Permission: APPLICATIONS
    /// PREPARE and PERSONS REVEAL. Cost: 30.
    async fn reveal_application(
        &self,
        ctx: &Context<'_>,
        input: RevealApplicationInput,
    ) -> Result<RevealApplicationPayload> {
        let (precinct, id) = ctx.row(Kind::Application, &input.application_id)?;
        let result = ctx.at(precinct)?.scope.reveal_application(id, input.purpose.0).await;
        let (clear, user_errors) = outcome(result, ctx.asking().language())?;
        let revealed = clear.map(|clear| ClearApplication {
            act_kind: clear.act_kind,
            form: clear.form.to_string(),
            applicant_name: clear.applicant_name,
            applicant_id_number: clear.applicant_number,
            applicant_phone: clear.applicant_phone,
            subject_name: clear.subject_name,
            subject_id_number: clear.subject_number,
        });
        Ok(RevealApplicationPayload { revealed, user_errors })
    }
}

/// What is heard of applications.
#[derive(Default)]
pub struct ApplicationSubscriptions;

#[Subscription]
impl ApplicationSubscriptions {
    /// The steps of one application the asker sees, after a cursor or from now on (申请状态订阅); a resident hears those of his own and
    /// nothing else. Permission: APPLICATIONS LIST, or one's own. Cost: 10, and 1 an event.
    async fn application_status_changed(
        &self,
        ctx: &Context<'_>,
        application_id: ID,
        after: Option<String>,
    ) -> Result<impl Stream<Item = Result<Event>>> {
        let (precinct, id) = ctx.row::<ApplicationId>(Kind::Application, &application_id)?;
        let hearing = ctx.at(precinct)?.scope.hears_of_application(id).await.told(ctx)?;
        let precinct = ctx.id(Kind::Precinct, precinct, precinct);
        let events = live::events(ctx, Some(&precinct), after.as_deref(), hearing).await?;
        let its =
            move |event: &Result<tenants::events::Event>| event.as_ref().map_or(true, |event| event.subject.1 == id.0);
        Ok(events.filter(move |event| std::future::ready(its(event))).map(|event| event.map(Event)))
    }

    /// What other offices are asked in the asker's precinct, and what they answer, after a cursor or from now on (协助事项订阅). Permission:
    /// APPLICATIONS LIST. Cost: 10, and 1 an event.
    async fn assist_task_changed(
        &self,
        ctx: &Context<'_>,
        after: Option<String>,
    ) -> Result<impl Stream<Item = Result<Event>>> {
        let hearing = Hearing::Kinds(Some(vec![EventKind::AssistTaskChanged]));
        Ok(live::events(ctx, None, after.as_deref(), hearing).await?.map(|event| event.map(Event)))
    }

    /// Whatever moves in the queues of the asker's precinct, after a cursor or from now on (工作清单订阅). Permission: APPLICATIONS LIST.
    /// Cost: 10, and 1 an event.
    async fn worklist_changed(
        &self,
        ctx: &Context<'_>,
        after: Option<String>,
    ) -> Result<impl Stream<Item = Result<Event>>> {
        let hearing = Hearing::Kinds(Some(vec![EventKind::ApplicationChanged]));
        Ok(live::events(ctx, None, after.as_deref(), hearing).await?.map(|event| event.map(Event)))
    }
}
