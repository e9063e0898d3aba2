//! Case files (案卷) as GraphQL objects.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use tenants::case_files::{self as rows, CaseFileKind, CaseFileState};
use tenants::ids::PrecinctId;

use crate::context::{Doorway, Told};
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::page::{Connection, List, listed, paging};
use crate::words::Word;

/// A case file.
pub struct CaseFile {
    /// Its precinct.
    pub precinct: PrecinctId,
    /// The row.
    pub row: rows::CaseFile,
}

/// A row of the list, with its precinct.
pub type CaseFileRow = (PrecinctId, rows::CaseFile);

#[expect(non_snake_case, reason = "a node is made by its name, as tuple nodes are")]
fn CaseFile((precinct, row): CaseFileRow) -> CaseFile {
    CaseFile { precinct, row }
}

listed!(CaseFile, CaseFileRow, "CaseFileConnection", "CaseFileEdge", |of| (of.1.number, of.1.id));

/// A case file (案卷): the open matter that a reading in clear must serve (PRV-02).
/// Permission: CASE_FILES LIST. Cost: 1.
#[Object]
impl CaseFile {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::CaseFile, self.precinct, self.row.id)
    }

    /// Its number, unique in the precinct: what a reveal names as caseRef (案卷号).
    async fn number(&self) -> &str {
        &self.row.number
    }

    /// What it is about (类别).
    async fn kind(&self) -> Word<CaseFileKind> {
        Word(self.row.kind)
    }

    /// A title without personal values: numbers and phones in it are masked (标题).
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// Whether it is open (状态).
    async fn state(&self) -> Word<CaseFileState> {
        Word(self.row.state)
    }

    /// Who opened it.
    async fn opened_by(&self) -> &str {
        &self.row.opened_by
    }

    /// When.
    async fn opened_at(&self) -> DateTime<Utc> {
        self.row.opened_at
    }

    /// When it was closed.
    async fn closed_at(&self) -> Option<DateTime<Utc>> {
        self.row.closed_at
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// A page of a precinct's case files.
pub(crate) async fn case_files(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    state: Option<CaseFileState>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<CaseFile>> {
    let list = List { name: "caseFiles", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.case_files(state, &paging).await.told(ctx)?.map(|row| (precinct, row));
    let count = Box::new(move || {
        let scope = scope.clone();
        Box::pin(async move { scope.count_case_files(state).await }) as futures_util::future::BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// A case file to open.
#[derive(InputObject)]
pub struct OpenCaseFileInput {
    /// What it is about.
    pub kind: Word<CaseFileKind>,
    /// A title of 1 to 200 characters, without personal values.
    pub title: String,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A case file to close.
#[derive(InputObject)]
pub struct CloseCaseFileInput {
    /// Which case file.
    pub case_file_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// A case file opened or closed.
#[derive(SimpleObject)]
pub struct CaseFilePayload {
    /// The case file, unless refused.
    pub case_file: Option<CaseFile>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What changes case files.
#[derive(Default)]
pub struct CaseFileMutations;

#[Object]
impl CaseFileMutations {
    /// Opens a case file in the asker's precinct (立卷). Permission: CASE_FILES MANAGE. Cost: 10.
    async fn open_case_file(&self, ctx: &Context<'_>, input: OpenCaseFileInput) -> Result<CaseFilePayload> {
        let opened = ctx.home()?;
        let result = opened.scope.open_case_file(input.kind.0, &input.title).await;
        payload(ctx, opened.scope.precinct(), result)
    }

    /// Closes a case file: nothing can be revealed by it any more (结卷). Permission: CASE_FILES MANAGE. Cost: 10.
    async fn close_case_file(&self, ctx: &Context<'_>, input: CloseCaseFileInput) -> Result<CaseFilePayload> {
        let (precinct, id) = ctx.row(Kind::CaseFile, &input.case_file_id)?;
        let result = ctx.at(precinct)?.scope.close_case_file(id, input.expected_version).await;
        payload(ctx, precinct, result)
    }
}

fn payload(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    result: tenants::Result<rows::CaseFile>,
) -> Result<CaseFilePayload> {
    let (case_file, user_errors) = outcome(result, ctx.asking().language())?;
    Ok(CaseFilePayload { case_file: case_file.map(|row| CaseFile { precinct, row }), user_errors })
}
