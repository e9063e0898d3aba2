//! What a resident does with his own applications (网上申请): takes one down, files it, takes it back.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use tenants::application_types::About;
use tenants::applications as rows;
use tenants::ids::ApplicationId;

use super::applications::MyApplication;
use crate::context::Doorway;
use crate::dates::Date;
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::words::Word;

/// An application as a resident takes it down. Whose it is, is not said here: it follows from the account; a child is told by name and
/// birth date, and looked for among one's own alone.
#[derive(InputObject)]
pub struct SaveMyDraftInput {
    /// The draft, or the returned application, to change; a new one without (申请).
    pub application_id: Option<ID>,
    /// The version seen, where one is changed (REG-19).
    pub expected_version: Option<i32>,
    /// The code of its type, among me { matters } (业务事项).
    pub type_code: String,
    /// The kind of act, where the type leads to several (登记行为).
    pub act_kind: Option<String>,
    /// About whom it is (申请对象).
    pub about: Word<About>,
    /// The child's name, where it is about one (子女姓名).
    pub child_name: Option<String>,
    /// The child's birth date, where it is about one (子女出生日期).
    pub child_birth_date: Option<Date>,
    /// The circumstances its checklist asks about (情形).
    pub circumstances: Option<Vec<String>>,
    /// The papers declared, by code (材料).
    pub papers: Option<Vec<String>>,
    /// What the act is to be made of: a JSON object of at most 8 KB (表单).
    pub form: Option<String>,
    /// A remark (备注).
    pub note: Option<String>,
    /// The day by which it is needed (需用日期).
    pub needed_by: Option<Date>,
    /// What it is needed for (需用事由).
    pub needed_for: Option<String>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// One's own application as it was seen.
#[derive(InputObject)]
pub struct MyApplicationInput {
    /// Which of one's own applications (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// One's own application to take back.
#[derive(InputObject)]
pub struct WithdrawMyApplicationInput {
    /// Which of one's own applications (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Why (原因).
    pub reason: Option<String>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// One's own application changed.
#[derive(SimpleObject)]
pub struct MyApplicationPayload {
    /// The application as it is now, unless refused.
    pub application: Option<MyApplication>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

impl SaveMyDraftInput {
    fn draft(self) -> rows::MyDraft {
        rows::MyDraft {
            type_code: self.type_code,
            act_kind: self.act_kind,
            about: self.about.0,
            child_name: self.child_name,
            child_birth: self.child_birth_date.map(Date::day),
            circumstances: self.circumstances.unwrap_or_default(),
            papers: self.papers.unwrap_or_default(),
            form: self.form.unwrap_or_else(|| "{}".to_owned()),
            note: self.note,
            needed_by: self.needed_by.map(Date::day),
            needed_for: self.needed_for,
        }
    }
}

fn payload(ctx: &Context<'_>, result: tenants::Result<rows::Application>) -> Result<MyApplicationPayload> {
    let (application, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(MyApplicationPayload { application: application.map(MyApplication), user_errors })
}

/// What a resident does with his applications.
#[derive(Default)]
pub struct MyApplicationMutations;

#[Object]
impl MyApplicationMutations {
    /// Takes down an application about oneself or one's child, or changes a draft of one's own or a returned one; nobody else sees a draft
    /// (填报申请, §2.7). Permission: residents only, linked. Cost: 10.
    async fn save_my_draft(&self, ctx: &Context<'_>, input: SaveMyDraftInput) -> Result<MyApplicationPayload> {
        let seen = input.expected_version.unwrap_or_default();
        let saved =
            input.application_id.as_ref().map(|id| ctx.row::<ApplicationId>(Kind::Application, id)).transpose()?;
        let precinct = saved.map_or(ctx.member()?.precinct, |(precinct, _)| precinct);
        let saved = saved.map(|(_, id)| (id, seen));
        payload(ctx, ctx.at(precinct)?.scope.save_my_draft(saved, input.draft()).await)
    }

    /// Files one's own application, again if it was returned: it gets its number, and what was uploaded comes with it (提交申请).
    /// Permission: residents only, linked. Cost: 10.
    async fn submit_my_application(
        &self,
        ctx: &Context<'_>,
        input: MyApplicationInput,
    ) -> Result<MyApplicationPayload> {
        let (precinct, id) = ctx.row(Kind::Application, &input.application_id)?;
        payload(ctx, ctx.at(precinct)?.scope.submit_my_application((id, input.expected_version)).await)
    }

    /// Takes one's own application back, before it is approved (撤回申请). Permission: residents only, linked. Cost: 10.
    async fn withdraw_my_application(
        &self,
        ctx: &Context<'_>,
        input: WithdrawMyApplicationInput,
    ) -> Result<MyApplicationPayload> {
        let (precinct, id) = ctx.row(Kind::Application, &input.application_id)?;
        let which = (id, input.expected_version);
        payload(ctx, ctx.at(precinct)?.scope.withdraw_my_application(which, input.reason.as_deref()).await)
    }
}
