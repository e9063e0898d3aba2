//! A resident's own papers (本人材料): uploaded by the same signed links as at the counter.

use async_graphql::{Context, ID, InputObject, Object, Result, SimpleObject};
use chrono::{DateTime, Utc};
use tenants::applications::{self, PaperState};
use tenants::documents::{self as rows, DocumentPart, DocumentRefusal, DocumentState, Prepared};
use tenants::ids::PrecinctId;

use crate::context::Doorway;
use crate::documents::{FileLink, OpenDocumentPayload, told, whole};
use crate::error::{UserError, outcome};
use crate::id::Kind;
use crate::words::Word;

/// A paper that the resident declared.
pub struct MyPaper {
    pub(super) precinct: PrecinctId,
    pub(super) row: applications::ApplicationPaper,
    pub(super) upload: Option<rows::Document>,
}

/// A paper of one's own application (本人材料). Permission: one's own. Cost: 1.
#[Object]
impl MyPaper {
    /// Its code in the checklist (材料代码).
    async fn code(&self) -> &str {
        &self.row.code
    }

    /// Where it is (状态).
    async fn state(&self) -> Word<PaperState> {
        Word(self.row.state)
    }

    /// When it came (收到时间).
    async fn received_at(&self) -> Option<DateTime<Utc>> {
        self.row.received_at
    }

    /// What was uploaded for it last; it comes with the application when it is filed (电子件). Cost: 1.
    async fn upload(&self) -> Option<MyUpload> {
        self.upload.clone().map(|row| MyUpload { precinct: self.precinct, row })
    }
}

/// Something that the resident uploaded.
pub struct MyUpload {
    precinct: PrecinctId,
    row: rows::Document,
}

/// What was uploaded for a paper of one's own (电子件). Permission: one's own. Cost: 1.
#[Object]
impl MyUpload {
    /// Opaque id.
    async fn id(&self, ctx: &Context<'_>) -> ID {
        ctx.id(Kind::Document, self.precinct, self.row.id)
    }

    /// For which paper of the checklist (材料代码).
    async fn code(&self) -> Option<&str> {
        self.row.paper.as_deref()
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

    /// Whether it has a small picture (缩略图).
    async fn has_preview(&self) -> bool {
        self.row.preview_size.is_some()
    }

    /// When it was announced (登记时间).
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// Counts its changes; sent back as expectedVersion (REG-19).
    async fn version(&self) -> i32 {
        self.row.version
    }
}

/// A paper about to be uploaded.
#[derive(InputObject)]
pub struct PrepareMyPaperInput {
    /// For which of one's own applications, a draft or returned (申请).
    pub application_id: ID,
    /// For which paper that was declared, by its code in the checklist (材料代码).
    pub code: String,
    /// Its length in bytes.
    pub size: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An upload of one's own to go on with.
#[derive(InputObject)]
pub struct ResumeMyPaperInput {
    /// Which upload (电子件).
    pub upload_id: ID,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An upload of one's own that has arrived.
#[derive(InputObject)]
pub struct CompleteMyPaperInput {
    /// Which upload (电子件).
    pub upload_id: ID,
    /// The version seen (REG-19).
    pub expected_version: i32,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An upload of one's own to look at.
#[derive(InputObject)]
pub struct OpenMyPaperInput {
    /// Which upload (电子件).
    pub upload_id: ID,
    /// What of it.
    pub part: Word<DocumentPart>,
    /// A key of the client's own: sent again, the request changes nothing more and gets the same answer (幂等键).
    pub idempotency_key: Option<String>,
}

/// An upload announced, with the link for its content.
#[derive(SimpleObject)]
pub struct MyUploadPayload {
    /// The upload, unless refused; REFUSED when its content was not taken.
    pub upload: Option<MyUpload>,
    /// Where its content is to be sent, in parts if need be, while it is on its way.
    pub link: Option<FileLink>,
    /// Why it was refused.
    pub user_errors: Vec<UserError>,
}

/// What brings a resident's papers in.
#[derive(Default)]
pub struct MyPaperMutations;

#[Object]
impl MyPaperMutations {
    /// Announces an upload for a paper declared, and says where its content is to be sent (上传材料). Permission: residents only. Cost: 10.
    async fn prepare_my_paper(&self, ctx: &Context<'_>, input: PrepareMyPaperInput) -> Result<MyUploadPayload> {
        let (precinct, id) = ctx.row(Kind::Application, &input.application_id)?;
        let size = u64::try_from(input.size).unwrap_or(0);
        uploading(ctx, precinct, ctx.at(precinct)?.scope.prepare_my_paper(id, &input.code, size).await)
    }

    /// A new link for one's own upload that broke off (续传). Permission: residents only. Cost: 10.
    async fn resume_my_paper(&self, ctx: &Context<'_>, input: ResumeMyPaperInput) -> Result<MyUploadPayload> {
        let (precinct, id) = ctx.row(Kind::Document, &input.upload_id)?;
        uploading(ctx, precinct, ctx.at(precinct)?.scope.resume_my_paper(id).await)
    }

    /// Looks at what has arrived and takes it or refuses it (收取材料). Permission: residents only. Cost: 50.
    async fn complete_my_paper(&self, ctx: &Context<'_>, input: CompleteMyPaperInput) -> Result<MyUploadPayload> {
        let (precinct, id) = ctx.row(Kind::Document, &input.upload_id)?;
        let result = ctx.at(precinct)?.scope.complete_my_paper(id, input.expected_version).await;
        let (row, mut user_errors) = outcome(result, ctx.asking().language())?;
        user_errors.extend(row.as_ref().and_then(|row| row.refusal).map(|refusal| told(ctx, refusal)));
        Ok(MyUploadPayload { upload: row.map(|row| MyUpload { precinct, row }), link: None, user_errors })
    }

    /// A link by which the resident looks at what he uploaded, for five minutes; noted in the trail (查看本人材料). Permission: residents
    /// only. Cost: 20.
    async fn open_my_paper(&self, ctx: &Context<'_>, input: OpenMyPaperInput) -> Result<OpenDocumentPayload> {
        let (precinct, id) = ctx.row(Kind::Document, &input.upload_id)?;
        let result = ctx.at(precinct)?.scope.open_my_paper(id, input.part.0).await;
        let (link, user_errors) = outcome(result, ctx.asking().language())?;
        Ok(OpenDocumentPayload { link: link.map(|link| FileLink::new(ctx, &link)), user_errors })
    }
}

fn uploading(ctx: &Context<'_>, precinct: PrecinctId, result: tenants::Result<Prepared>) -> Result<MyUploadPayload> {
    let (prepared, user_errors) = outcome(result, ctx.asking().language())?;
    let (row, link) = prepared.map(|prepared| (prepared.document, prepared.link)).unzip();
    Ok(MyUploadPayload {
        upload: row.map(|row| MyUpload { precinct, row }),
        link: link.map(|link| FileLink::new(ctx, &link)),
        user_errors,
    })
}
