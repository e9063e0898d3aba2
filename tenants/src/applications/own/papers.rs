//! A resident's papers (上传材料): uploaded for a paper that he declared, while the application is his to change, by the same signed and
//! resumable links as at the counter. They come with the application when it is filed, and nobody else sees them before.

use sea_orm::ColumnTrait;

use super::super::papers::{PaperState, row as paper_row};
use super::super::{ApplicationState, row};
use crate::application_types;
use crate::codes;
use crate::documents::{Document, NewDocument, Prepared, row as document_row};
use crate::error::{Error, Result};
use crate::ids::{ApplicationId, DocumentId};
use crate::scope::{Precinct, Scope};

/// Uploads of one application, those included that were refused or replaced.
const UPLOADS: u64 = 40;

/// What the papers of checklists are called among the kinds of documents, where the two differ.
const KINDS: [(&str, &str); 8] = [
    ("BOOKLET", "HOUSEHOLD_BOOKLET"),
    ("PARENT_BOOKLET", "HOUSEHOLD_BOOKLET"),
    ("DWELLING_TITLE", "DWELLING_PROOF"),
    ("STUDY_PAPER", "STUDY_PROOF"),
    ("BIRTH_STATEMENT", "STATEMENT"),
    ("NAME_STATEMENT", "STATEMENT"),
    ("GUARDIAN_CONSENT", "STATEMENT"),
    ("PERSONNEL_LETTER", "LETTER"),
];

impl Scope<Precinct> {
    /// Announces an upload for a paper that the resident declared.
    ///
    /// Refused: a paper that is not declared (`PAPER`), a length (`DOCUMENT_SIZE`), too many uploads (`UPLOAD_LIMIT`), an application that is no
    /// longer his to change (`TRANSITION`).
    pub async fn prepare_my_paper(&self, id: ApplicationId, code: &str, size: u64) -> Result<Prepared> {
        let prepared = async {
            let row = self.changeable(id).await?;
            let kind = application_types::version(self.store(), &row.type_code, row.type_from).await?;
            if !kind.knows_paper(code) || !self.is_declared(id, code).await? {
                return Err(Error::invalid("PAPER", "code", "declare the paper in the draft first"));
            }
            self.must_have_room_for_papers(id).await?;
            let new = NewDocument {
                kind: kind_of(code).to_owned(),
                size,
                application: Some(id),
                paper: Some(code.to_owned()),
                case_ref: None,
                person: row.subject_id.map(Into::into),
            };
            self.announce("prepareMyPaper", new).await
        };
        self.refused("prepareMyPaper", id, prepared.await)
    }

    /// A link to go on with an upload of the resident's.
    pub async fn resume_my_paper(&self, id: DocumentId) -> Result<Prepared> {
        self.must_be_changing(id).await?;
        self.resumed(id).await
    }

    /// Looks at what the resident uploaded and takes it, or refuses it and says why.
    pub async fn complete_my_paper(&self, id: DocumentId, expected_version: i32) -> Result<Document> {
        self.must_be_changing(id).await?;
        self.completed(id, expected_version).await
    }

    /// The resident's own application, if it is a draft or was returned.
    async fn changeable(&self, id: ApplicationId) -> Result<row::Model> {
        self.must_be_linked().await?;
        let found = self.own_applications()?.filter(row::Column::Id.eq(id)).look(1).await?.pop();
        let row = found.ok_or(Error::NotFound)?;
        let state: ApplicationState = row.state.parse().map_err(Error::internal)?;
        if matches!(state, ApplicationState::Draft | ApplicationState::Returned) {
            return Ok(row);
        }
        Err(Error::invalid("TRANSITION", "applicationId", "it is neither a draft nor returned"))
    }

    /// Refuses an upload of another, and one for an application that is no longer the resident's to change.
    async fn must_be_changing(&self, id: DocumentId) -> Result<()> {
        let account = self.resident()?;
        let own = self.rows::<document_row::Entity>().filter(document_row::Column::UploadedBy.eq(account.0));
        let found = own.filter(document_row::Column::Id.eq(id)).look(1).await?.pop().ok_or(Error::NotFound)?;
        let application = found.application_id.ok_or(Error::NotFound)?;
        self.changeable(ApplicationId(application)).await.map(drop)
    }

    async fn is_declared(&self, id: ApplicationId, code: &str) -> Result<bool> {
        use paper_row::Column as C;
        let rows = self.rows::<paper_row::Entity>().filter(C::ApplicationId.eq(id)).filter(C::Code.eq(code));
        Ok(!rows.filter(C::State.ne(PaperState::Dropped.as_str())).look(1).await?.is_empty())
    }

    async fn must_have_room_for_papers(&self, id: ApplicationId) -> Result<()> {
        let rows = self.rows::<document_row::Entity>().filter(document_row::Column::ApplicationId.eq(id));
        if rows.count().await? < UPLOADS {
            return Ok(());
        }
        Err(Error::invalid("UPLOAD_LIMIT", "applicationId", format!("an application has at most {UPLOADS} uploads")))
    }
}

/// The kind of document that a paper of a checklist is.
fn kind_of(code: &str) -> &str {
    let named = KINDS.iter().find(|(paper, _)| *paper == code).map(|(_, kind)| *kind);
    named.or_else(|| codes::code_value("document_kind", code).map(|_| code)).unwrap_or("OTHER")
}
