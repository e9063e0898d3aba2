//! What an application's mutations are told.

use async_graphql::{Context, ID, InputObject, OneofObject, Result};
use tenants::applications::{
    self as rows, ApplicantKind, AssistOffice, AssistState, RefusalReason, RevocationGround, SuspensionReason,
};
use tenants::ids::PrecinctId;
use tenants::purposes::Purpose;

use crate::acts::RegisterFormInput;
use crate::context::Doorway;
use crate::dates::Date;
use crate::id::Kind;
use crate::words::Word;

/// An application as it is taken down.
#[derive(InputObject)]
pub struct SaveDraftInput {
    /// The draft, or the returned application, to change; a new one without (申请).
    pub application_id: Option<ID>,
    /// The version seen, where one is changed (REG-19).
    pub expected_version: Option<i32>,
    /// The code of its type (业务事项).
    pub type_code: String,
    /// The kind of act, where the type leads to several (登记行为).
    pub act_kind: Option<String>,
    /// The person it is about, if registered here (当事人).
    pub subject_id: Option<ID>,
    /// Otherwise that person's name (当事人姓名).
    pub subject_name: Option<String>,
    /// And citizen id number (当事人公民身份号码).
    pub subject_id_number: Option<String>,
    /// And birth date (当事人出生日期).
    pub subject_birth_date: Option<Date>,
    /// What the applicant is to that person (申请人身份).
    pub applicant_kind: Word<ApplicantKind>,
    /// The applicant's name (申请人姓名).
    pub applicant_name: String,
    /// The applicant's citizen id number (申请人公民身份号码).
    pub applicant_id_number: Option<String>,
    /// The applicant's telephone number (申请人电话).
    pub applicant_phone: Option<String>,
    /// The household it concerns (户).
    pub household_id: Option<ID>,
    /// The circumstances its checklist asks about (情形).
    pub circumstances: Option<Vec<String>>,
    /// The papers declared, by code (材料).
    pub papers: Option<Vec<String>>,
    /// What the act is to be made of: a JSON object, with the fields of the act's form (表单).
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

/// An application as it was seen.
#[derive(InputObject)]
pub struct ApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An application to accept.
#[derive(InputObject)]
pub struct AcceptApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// The applicant's identity was checked (已核验身份).
    pub identity_checked: bool,
    /// The matter is this station's (属本所管辖).
    pub jurisdiction_confirmed: bool,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// Something missing or wrong.
#[derive(InputObject)]
pub struct GapInput {
    /// A paper of the checklist, or a field of the form (事项).
    pub code: String,
    /// What is wrong with it (说明).
    pub note: Option<String>,
    /// Whether it arose from what was changed since it was returned before (新出现).
    pub arose_since: Option<bool>,
}

/// An application to give back.
#[derive(InputObject)]
pub struct ReturnApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Every gap, at once (补正事项).
    pub gaps: Vec<GapInput>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An application not to accept.
#[derive(InputObject)]
pub struct RefuseApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Why (原因代码).
    pub reason_code: Word<RefusalReason>,
    /// Why, in words (原因).
    pub reason: String,
    /// Which office is competent instead; needed for NOT_OURS (应受理单位).
    pub redirect_to: Option<String>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// What was seen to when an application was reviewed.
#[derive(InputObject)]
pub struct ReviewApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// The papers were compared with the form (已核对材料).
    pub documents_compared: bool,
    /// It was looked whether the person is registered already (已查重, REG-15).
    pub duplicates_checked: bool,
    /// The identity was compared, where the type asks for it (已比对身份).
    pub identity_compared: Option<bool>,
    /// What is proposed (审核意见).
    pub proposal: Option<String>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

impl ReviewApplicationInput {
    pub(super) fn review(&self) -> rows::Review {
        rows::Review {
            documents_compared: self.documents_compared,
            duplicates_checked: self.duplicates_checked,
            identity_compared: self.identity_compared.unwrap_or_default(),
            proposal: self.proposal.clone(),
        }
    }
}

/// An application to approve.
#[derive(InputObject)]
pub struct ApproveApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Remarks (审批意见).
    pub reason: Option<String>,
    /// The number of the city's written decision; needed where the city decides (批文号).
    pub reference: Option<String>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An application to decide against.
#[derive(InputObject)]
pub struct RejectApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// The written reasons (不予批准理由).
    pub reason: String,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An application whose clock is to stand.
#[derive(InputObject)]
pub struct SuspendApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Why (原因代码).
    pub reason_code: Word<SuspensionReason>,
    /// Why, in words (原因).
    pub reason: String,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An application to take back.
#[derive(InputObject)]
pub struct WithdrawApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Why, if the applicant says (原因).
    pub reason: Option<String>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An application to handle at the window.
#[derive(InputObject)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that the law wants seen to")]
pub struct HandleOnTheSpotInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// The applicant's identity was checked (已核验身份).
    pub identity_checked: bool,
    /// The matter is this station's (属本所管辖).
    pub jurisdiction_confirmed: bool,
    /// The papers were compared with the form (已核对材料).
    pub documents_compared: bool,
    /// It was looked whether the person is registered already (已查重, REG-15).
    pub duplicates_checked: bool,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A paper that has come.
#[derive(InputObject)]
pub struct ReceivePaperInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// The paper, by its code in the checklist (材料代码).
    pub code: String,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// What another office is to be asked.
#[derive(InputObject)]
pub struct AddAssistTaskInput {
    /// For which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Which office (协助单位).
    pub office: Word<AssistOffice>,
    /// For what, without personal values (请求).
    pub request: String,
    /// The paper it is to bring (材料代码).
    pub paper_code: Option<String>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// What an office answered.
#[derive(InputObject)]
pub struct CompleteAssistTaskInput {
    /// Which task (协助事项).
    pub assist_task_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// How it ended (结果).
    pub state: Word<AssistState>,
    /// The answer, without personal values (答复).
    pub answer: String,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An application to see in clear.
#[derive(InputObject)]
pub struct RevealApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// For which purpose (用途, PRV-02).
    pub purpose: Word<Purpose>,
}

/// By what an approved application comes into the register: exactly one.
#[derive(OneofObject)]
pub enum ExecutionInput {
    /// This form, performed now (登记表).
    Form(Box<RegisterFormInput>),
    /// An act that was recorded for it already, such as a move's (已办登记).
    ActId(ID),
}

impl ExecutionInput {
    /// Reads it for a precinct, to hold from a day; a form of another precinct does not exist.
    pub(super) fn read(self, ctx: &Context<'_>, precinct: PrecinctId, on: Option<Date>) -> Result<rows::Execution> {
        match self {
            Self::Form(form) => {
                let (of, form) = form.read(ctx)?;
                if of != precinct {
                    return Err(ctx.fail(&tenants::Error::NotFound));
                }
                Ok(rows::Execution::Perform(Box::new(form), on.map(Date::day)))
            }
            Self::ActId(id) => Ok(rows::Execution::Recorded(ctx.row_in(Kind::Act, precinct, &id)?)),
        }
    }
}

/// An application to be revoked after it was done.
#[derive(InputObject)]
pub struct RevokeApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Why (撤销事由).
    pub ground: Word<RevocationGround>,
    /// What was proven, in words, without personal values; numbers in it are masked (撤销理由).
    pub reason: String,
    /// The number of the written decision (决定文号).
    pub reference: Option<String>,
    /// By which act what followed is undone: a repair of it, or an act that makes it good and concerns one of the same (REG-09).
    pub by: ExecutionInput,
    /// The day from which that act holds in law; today, or the form's own day, if not given (生效日期).
    pub effective_on: Option<Date>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An approved application to be brought into the register.
#[derive(InputObject)]
pub struct ExecuteApplicationInput {
    /// Which application (申请).
    pub application_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// By what (办理方式).
    pub by: ExecutionInput,
    /// The day from which the act holds in law; today, or the form's own day, if not given (生效日期).
    pub effective_on: Option<Date>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}
