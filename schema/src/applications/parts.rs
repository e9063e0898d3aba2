//! What an application is made of: its steps, papers, gaps, and what other offices are asked.

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use tenants::application_types::{ApplicationType, ApprovalLevel};
use tenants::applications::{
    self as rows, ApplicationState, ApplicationStep, AssistOffice, AssistState, PaperSource, PaperState,
};
use tenants::ids::PrecinctId;

use crate::context::Doorway;
use crate::dates::Date;
use crate::id::Kind;
use crate::words::Word;

/// Something missing or wrong (补正事项). Permission: that of the application. Cost: 1.
#[derive(Clone, Debug, SimpleObject)]
pub struct Gap {
    /// A paper of the checklist, or a field of the form (事项).
    pub code: String,
    /// What is wrong with it (说明).
    pub note: Option<String>,
    /// Whether it arose from what was changed since it was returned before (新出现).
    pub arose_since: bool,
}

impl From<&rows::Gap> for Gap {
    fn from(gap: &rows::Gap) -> Self {
        Self { code: gap.code.clone(), note: gap.note.clone(), arose_since: gap.arose_since }
    }
}

/// One step.
pub struct ApplicationEvent {
    pub(super) precinct: PrecinctId,
    pub(super) row: rows::ApplicationEvent,
}

/// One step of an application, with the person, the unit and the role at that time (办理环节). Permission: APPLICATIONS LIST. Cost: 1.
#[Object]
impl ApplicationEvent {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::ApplicationEvent, self.precinct, self.row.id)
    }

    /// Its place among the steps (序号).
    async fn seq(&self) -> i32 {
        self.row.seq
    }

    /// What was done (环节).
    async fn step(&self) -> Word<ApplicationStep> {
        Word(self.row.step)
    }

    /// From which state (原状态).
    async fn from_state(&self) -> Option<Word<ApplicationState>> {
        self.row.from.map(Word)
    }

    /// To which state (现状态).
    async fn to_state(&self) -> Word<ApplicationState> {
        Word(self.row.to)
    }

    /// On which level it was decided (层级).
    async fn level(&self) -> Option<Word<ApprovalLevel>> {
        self.row.level.map(Word)
    }

    /// Who did it (经办人).
    async fn by(&self) -> &str {
        &self.row.by
    }

    /// As what, then (当时岗位).
    async fn role(&self) -> &str {
        &self.row.role
    }

    /// The id of the unit, then (当时单位).
    async fn unit_id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Precinct, self.row.unit, self.row.unit)
    }

    /// When (时间).
    async fn at(&self) -> DateTime<Utc> {
        self.row.at
    }

    /// Why: a code (原因代码).
    async fn reason_code(&self) -> Option<&str> {
        self.row.reason_code.as_deref()
    }

    /// Why, in words; numbers in it are masked (原因).
    async fn reason(&self) -> Option<&str> {
        self.row.reason.as_deref()
    }

    /// What was named as missing or wrong (补正事项). Cost: 1 each.
    async fn gaps(&self) -> Vec<Gap> {
        self.row.gaps.iter().map(Gap::from).collect()
    }

    /// Whether it should have been named when the application was returned before (未一次性告知).
    async fn is_fault(&self) -> bool {
        self.row.is_fault
    }

    /// The number of the written decision it records (批文号).
    async fn reference(&self) -> Option<&str> {
        self.row.reference.as_deref()
    }
}

/// A paper.
pub struct ApplicationPaper {
    pub(super) precinct: PrecinctId,
    pub(super) row: rows::ApplicationPaper,
}

/// A paper of an application (材料). Permission: APPLICATIONS LIST. Cost: 1.
#[Object]
impl ApplicationPaper {
    /// Its code in the checklist (材料代码).
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// Where it is (状态).
    async fn state(&self) -> Word<PaperState> {
        Word(self.row.state)
    }

    /// Where it comes from (来源).
    async fn source(&self) -> Word<PaperSource> {
        Word(self.row.source)
    }

    /// Whether it is kept as a document (有电子件).
    async fn has_document(&self) -> bool {
        self.row.document.is_some()
    }

    /// The document it is kept as (电子件).
    async fn document_id(&self, ctx: &Context<'_>) -> Option<ID> {
        Some(ctx.id(Kind::Document, self.precinct, self.row.document?))
    }

    /// When it came (收到时间).
    async fn received_at(&self) -> Option<DateTime<Utc>> {
        self.row.received_at
    }

    /// Who took it (接收人).
    async fn received_by(&self) -> Option<&str> {
        self.row.received_by.as_deref()
    }

    /// When it was compared (核对时间).
    async fn checked_at(&self) -> Option<DateTime<Utc>> {
        self.row.checked_at
    }

    /// By whom (核对人).
    async fn checked_by(&self) -> Option<&str> {
        self.row.checked_by.as_deref()
    }
}

/// One line of a checklist, with what has come (清单项). Permission: that of the application. Cost: 1.
#[derive(Clone, Debug, SimpleObject)]
pub struct ChecklistItem {
    /// The paper's code (材料代码).
    pub code: String,
    /// The paper's name (材料名称).
    pub label: String,
    /// The paper's name in English.
    pub label_en: String,
    /// Whether the circumstances ask for it (必需).
    pub is_required: bool,
    /// Where it is; nothing when it was not declared (状态).
    pub state: Option<Word<PaperState>>,
}

impl ChecklistItem {
    pub(crate) fn all(
        kind: &ApplicationType,
        circumstances: &[String],
        papers: &[rows::ApplicationPaper],
    ) -> Vec<Self> {
        let required: Vec<&str> = kind.required(circumstances).map(|paper| paper.code.as_str()).collect();
        let state = |code: &str| papers.iter().find(|paper| paper.code == code).map(|paper| Word(paper.state));
        let item = |paper: &tenants::application_types::RequiredPaper| Self {
            code: paper.code.clone(),
            label: paper.zh.clone(),
            label_en: paper.en.clone(),
            is_required: required.contains(&paper.code.as_str()),
            state: state(&paper.code),
        };
        kind.papers.iter().map(item).collect()
    }
}

/// A task of another office.
pub struct AssistTask {
    pub(super) precinct: PrecinctId,
    pub(super) row: rows::AssistTask,
}

/// What another office is asked for an application (协助事项): with a state, a clock and an answer of its own (JNT-02). Permission:
/// APPLICATIONS LIST. Cost: 1.
#[Object]
impl AssistTask {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::AssistTask, self.precinct, self.row.id)
    }

    /// Which office (协助单位).
    async fn office(&self) -> Word<AssistOffice> {
        Word(self.row.office)
    }

    /// For what; numbers in it are masked (请求).
    async fn request(&self) -> &str {
        &self.row.request
    }

    /// The paper it is to bring (材料代码).
    async fn paper_code(&self) -> Option<&str> {
        self.row.paper_code.as_deref()
    }

    /// Where it is (状态).
    async fn state(&self) -> Word<AssistState> {
        Word(self.row.state)
    }

    /// By when (期限).
    async fn due(&self) -> Date {
        Date(self.row.due_on)
    }

    /// Who asked (发起人).
    async fn asked_by(&self) -> &str {
        &self.row.asked_by
    }

    /// When (发起时间).
    async fn asked_at(&self) -> DateTime<Utc> {
        self.row.asked_at
    }

    /// The answer; numbers in it are masked (答复).
    async fn answer(&self) -> Option<&str> {
        self.row.answer.as_deref()
    }

    /// Who took the answer down (登记人).
    async fn answered_by(&self) -> Option<&str> {
        self.row.answered_by.as_deref()
    }

    /// When (答复时间).
    async fn answered_at(&self) -> Option<DateTime<Utc>> {
        self.row.answered_at
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.row.version
    }
}
