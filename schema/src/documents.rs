//! Documents (材料) as GraphQL objects. Their content goes by signed links, never through GraphQL.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use futures_util::future::BoxFuture;
use tenants::documents::{self as rows, DocumentPart, DocumentRefusal, DocumentState};
use tenants::files::Link;
use tenants::ids::{DocumentId, PersonId, PrecinctId};
use tenants::purposes::Purpose;

use crate::context::{Doorway, Told};
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::messages::message;
use crate::page::{Connection, List, listed, paging};
use crate::words::Word;

/// A document.
pub struct Document {
    /// Its precinct.
    pub precinct: PrecinctId,
    /// The row.
    pub row: rows::Document,
}

/// A row of the list, with its precinct.
pub type DocumentRow = (PrecinctId, rows::Document);

#[expect(non_snake_case, reason = "a node is made by its name, as tuple nodes are")]
fn Document((precinct, row): DocumentRow) -> Document {
    Document { precinct, row }
}

listed!(Document, DocumentRow, "DocumentConnection", "DocumentEdge", |of| (of.1.number, of.1.id));

/// A document (材料): a paper handed in. It says what the paper is, not what is in it. Permission: DOCUMENTS LIST. Cost: 1.
#[Object]
impl Document {
    /// Opaque id.
    pub(crate) async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Document, self.precinct, self.row.id)
    }

    /// Its number, unique in the precinct (材料编号).
    async fn number(&self) -> &str {
        &self.row.number
    }

    /// What paper it is: a code of the set document_kind (材料种类).
    async fn kind(&self) -> &str {
        &self.row.kind
    }

    /// Where it is in its life (状态).
    async fn state(&self) -> Word<DocumentState> {
        Word(self.row.state)
    }

    /// Why its content was not taken (拒收原因).
    async fn refusal(&self) -> Option<Word<DocumentRefusal>> {
        self.row.refusal.map(Word)
    }

    /// What was found in it: image/jpeg, image/png or application/pdf (文件类型).
    async fn media_type(&self) -> Option<&str> {
        self.row.media_type.as_deref()
    }

    /// Its length in bytes: as announced while it is uploaded, as kept afterwards (大小).
    async fn size(&self) -> i32 {
        whole(self.row.size)
    }

    /// How many bytes have arrived (已接收).
    async fn received(&self) -> i32 {
        whole(self.row.received)
    }

    /// The SHA-256 of what is kept, in hexadecimal (摘要).
    async fn sha256(&self) -> Option<String> {
        self.row.sha256.as_deref().map(hex)
    }

    /// Whether it has a small picture (缩略图).
    async fn has_preview(&self) -> bool {
        self.row.preview_size.is_some()
    }

    /// The id of the application it belongs to (所属申请).
    async fn application_id(&self, ctx: &Context<'_>) -> Option<ID> {
        Some(ctx.id(Kind::Application, self.precinct, self.row.application?))
    }

    /// Which paper of that application's checklist it is (材料代码).
    async fn paper_code(&self) -> Option<&str> {
        self.row.paper.as_deref()
    }

    /// The number of the case file it belongs to (案卷号).
    async fn case_ref(&self) -> Option<&str> {
        self.row.case_ref.as_deref()
    }

    /// The person it is about, by id (所属人员).
    async fn person_id(&self, ctx: &Context<'_>) -> Option<ID> {
        self.row.person.map(|person| ctx.id(Kind::Person, self.precinct, person))
    }

    /// Who handed it in (上传人).
    async fn uploaded_by(&self) -> &str {
        &self.row.uploaded_by
    }

    /// When it was announced (登记时间).
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// When it was taken or refused (收取时间).
    async fn completed_at(&self) -> Option<DateTime<Utc>> {
        self.row.completed_at
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// A length as GraphQL's Int, whose end no file of ours reaches.
pub(crate) fn whole(bytes: u64) -> i32 {
    i32::try_from(bytes).unwrap_or(i32::MAX)
}

/// Bytes as hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Which documents; every part narrows the list.
#[derive(Default, InputObject)]
pub struct DocumentFilter {
    /// Of an application.
    pub application_id: Option<ID>,
    /// Of a case file, by its number.
    pub case_ref: Option<String>,
    /// About a person.
    pub person_id: Option<ID>,
    /// In a state.
    pub state: Option<Word<DocumentState>>,
}

/// A page of a precinct's documents.
pub(crate) async fn documents(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    filter: Option<DocumentFilter>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<Connection<Document>> {
    let list = List { name: "documents", owner: precinct.0 };
    let paging = paging(ctx, list, first, after.as_deref())?;
    let filter = filter.unwrap_or_default();
    let person: Option<PersonId> = filter.person_id.map(|id| ctx.row_in(Kind::Person, precinct, &id)).transpose()?;
    let application = filter.application_id.map(|id| ctx.row_in(Kind::Application, precinct, &id)).transpose()?;
    let filter =
        rows::DocumentFilter { application, case_ref: filter.case_ref, person, state: filter.state.map(|word| word.0) };
    let scope = ctx.at(precinct)?.scope.clone();
    let page = scope.documents(&filter, &paging).await.told(ctx)?.map(|row| (precinct, row));
    let count = Box::new(move || {
        let (scope, filter) = (scope.clone(), filter.clone());
        Box::pin(async move { scope.count_documents(&filter).await }) as BoxFuture<'static, _>
    });
    Ok(Connection::new(list, &paging, page, count))
}

/// One document of a precinct.
pub(crate) async fn document(ctx: &Context<'_>, precinct: PrecinctId, id: &ID) -> Result<Document> {
    let id: DocumentId = ctx.row_in(Kind::Document, precinct, id)?;
    let row = ctx.at(precinct)?.scope.document(id).await.told(ctx)?;
    Ok(Document { precinct, row })
}

/// Where a file goes or comes from, for some minutes and for the asker alone.
#[derive(SimpleObject)]
pub struct FileLink {
    /// The address, below this server's own: PUT to it what is uploaded, GET from it what is opened (链接).
    pub url: String,
    /// Until when it can be used (有效期).
    pub expires_at: DateTime<Utc>,
}

impl FileLink {
    pub(crate) fn new(ctx: &Context<'_>, link: &Link) -> Self {
        let text = link.text(ctx.asking().store().keys());
        Self { url: format!("/files/{text}"), expires_at: link.expires_at }
    }
}

/// A document about to be sent.
#[derive(InputObject)]
pub struct PrepareUploadInput {
    /// What paper it is: a code of the set document_kind (材料种类).
    pub kind: String,
    /// Its length in bytes.
    pub size: i32,
    /// The number of the open case file it belongs to (案卷号).
    pub case_ref: Option<String>,
    /// The person it is about (所属人员).
    pub person_id: Option<ID>,
    /// Names this attempt, so that it is done once however often it is sent.
    pub idempotency_key: Option<String>,
}

/// An upload to go on with.
#[derive(InputObject)]
pub struct ResumeUploadInput {
    /// Which document.
    pub document_id: ID,
    /// Names this attempt, so that it is done once however often it is sent.
    pub idempotency_key: Option<String>,
}

/// An upload that has arrived.
#[derive(InputObject)]
pub struct CompleteUploadInput {
    /// Which document.
    pub document_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// Names this attempt, so that it is done once however often it is sent.
    pub idempotency_key: Option<String>,
}

/// A document to open.
#[derive(InputObject)]
pub struct OpenDocumentInput {
    /// Which document.
    pub document_id: ID,
    /// What of it.
    pub part: Word<DocumentPart>,
    /// For which purpose (用途, PRV-02).
    pub purpose: Word<Purpose>,
    /// Names this attempt, so that it is done once however often it is sent.
    pub idempotency_key: Option<String>,
}

/// A document announced, with the link for its content.
#[derive(SimpleObject)]
pub struct UploadPayload {
    /// The document, unless refused.
    pub document: Option<Document>,
    /// Where its content is to be sent, in parts if need be.
    pub link: Option<FileLink>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// A document taken or refused.
#[derive(SimpleObject)]
pub struct DocumentPayload {
    /// The document; REFUSED when its content was not taken.
    pub document: Option<Document>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// A document to be opened by a link.
#[derive(SimpleObject)]
pub struct OpenDocumentPayload {
    /// Where it can be fetched, unless refused.
    pub link: Option<FileLink>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What brings documents in and opens them.
#[derive(Default)]
pub struct DocumentMutations;

#[Object]
impl DocumentMutations {
    /// Announces a document and says where its content is to be sent (登记材料). Permission: DOCUMENTS MANAGE. Cost: 10.
    async fn prepare_upload(&self, ctx: &Context<'_>, input: PrepareUploadInput) -> Result<UploadPayload> {
        let opened = ctx.home()?;
        let precinct = opened.scope.precinct();
        let person = input.person_id.map(|id| ctx.row_in(Kind::Person, precinct, &id)).transpose()?;
        let new = rows::NewDocument {
            kind: input.kind,
            size: u64::try_from(input.size).unwrap_or(0),
            application: None,
            paper: None,
            case_ref: input.case_ref,
            person,
        };
        uploading(ctx, precinct, opened.scope.prepare_upload(new).await)
    }

    /// A new link for one's own upload that broke off (续传). Permission: DOCUMENTS MANAGE. Cost: 10.
    async fn resume_upload(&self, ctx: &Context<'_>, input: ResumeUploadInput) -> Result<UploadPayload> {
        let (precinct, id) = ctx.row(Kind::Document, &input.document_id)?;
        uploading(ctx, precinct, ctx.at(precinct)?.scope.resume_upload(id).await)
    }

    /// Looks at what has arrived and takes it or refuses it (收取材料). Permission: DOCUMENTS MANAGE. Cost: 50.
    async fn complete_upload(&self, ctx: &Context<'_>, input: CompleteUploadInput) -> Result<DocumentPayload> {
        let (precinct, id) = ctx.row(Kind::Document, &input.document_id)?;
        let result = ctx.at(precinct)?.scope.complete_upload(id, input.expected_version).await;
        let (row, mut user_errors) = outcome(result, ctx.asking().language())?;
        user_errors.extend(row.as_ref().and_then(|row| row.refusal).map(|refusal| told(ctx, refusal)));
        Ok(DocumentPayload { document: row.map(|row| Document { precinct, row }), user_errors })
    }

    /// A link by which the asker may open a document for five minutes; each opening is written in the audit trail (调阅材料).
    /// Permission: DOCUMENTS REVEAL. Cost: 20.
    async fn open_document(&self, ctx: &Context<'_>, input: OpenDocumentInput) -> Result<OpenDocumentPayload> {
        let (precinct, id) = ctx.row(Kind::Document, &input.document_id)?;
        let result = ctx.at(precinct)?.scope.open_document(id, input.part.0, input.purpose.0).await;
        let (link, user_errors) = outcome(result, ctx.asking().language())?;
        Ok(OpenDocumentPayload { link: link.map(|link| FileLink::new(ctx, &link)), user_errors })
    }
}

fn uploading(
    ctx: &Context<'_>,
    precinct: PrecinctId,
    result: tenants::Result<rows::Prepared>,
) -> Result<UploadPayload> {
    let (prepared, user_errors) = outcome(result, ctx.asking().language())?;
    let (row, link) = prepared.map(|prepared| (prepared.document, prepared.link)).unzip();
    Ok(UploadPayload {
        document: row.map(|row| Document { precinct, row }),
        link: link.map(|link| FileLink::new(ctx, &link)),
        user_errors,
    })
}

/// Why a content was not taken, in the asker's language.
pub(crate) fn told(ctx: &Context<'_>, refusal: DocumentRefusal) -> UserError {
    let code = refusal.as_str();
    let sentence = message(code, ctx.asking().language()).unwrap_or_default();
    UserError { code: code.to_owned(), field: None, message: sentence.to_owned() }
}
