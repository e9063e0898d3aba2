//! Documents (材料): papers handed in with an application or for a case, photographed or as PDF.
//!
//! The row says what a paper is and whose; the content is elsewhere, sealed ([`crate::files`]). Papers are full of class C3
//! values: lists hold none of them, and every opening is a reveal with its purpose and its own entry in the trail.

mod content;
mod opening;
mod tidy;
mod upload;

use chrono::{DateTime, Utc};
use sea_orm::ColumnTrait;
use uuid::Uuid;

use crate::applications::{ApplicationState, row as application_row};
use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::ids::{ApplicationId, DocumentId, DocumentPartId, PersonId};
use crate::page::{Page, Paging, among};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};
use crate::words::words;

pub use opening::DocumentPart;
pub use upload::{NewDocument, Prepared};

words! {
    /// Where a document is in its life.
    pub enum DocumentState {
        /// Its content is still on its way (上传中).
        Uploading = "UPLOADING",
        /// It can be opened (已收取).
        Ready = "READY",
        /// Its content was not taken and is gone (已拒收).
        Refused = "REFUSED",
    }
}

words! {
    /// Why a document's content was not taken.
    pub enum DocumentRefusal {
        /// It is neither JPEG nor PNG nor PDF, whatever its name says.
        MediaType = "DOCUMENT_MEDIA_TYPE",
        /// An image that cannot be read.
        Broken = "DOCUMENT_BROKEN",
        /// An image that unpacks to more than can be looked at.
        TooLarge = "DOCUMENT_TOO_LARGE",
        /// The virus scanner found something in it.
        Infected = "DOCUMENT_INFECTED",
        /// It did not arrive within a day.
        Abandoned = "DOCUMENT_ABANDONED",
    }
}

/// One document.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// Its number, unique in the precinct.
    pub number: String,
    /// What paper it is: a code of the set `document_kind`.
    pub kind: String,
    /// Where it is in its life.
    pub state: DocumentState,
    /// Why it was not taken.
    pub refusal: Option<DocumentRefusal>,
    /// What was found in it.
    pub media_type: Option<String>,
    /// Its length in bytes: as announced while it is uploaded, as kept afterwards.
    pub size: u64,
    /// How much of it has arrived.
    pub received: u64,
    /// The SHA-256 of what is kept.
    pub sha256: Option<Vec<u8>>,
    /// The length of its small picture, if it has one.
    pub preview_size: Option<u64>,
    /// The application it belongs to.
    pub application: Option<ApplicationId>,
    /// Which paper of that application's checklist it is, by code.
    pub paper: Option<String>,
    /// The number of the case file it belongs to.
    pub case_ref: Option<String>,
    /// The person it is about.
    pub person: Option<PersonId>,
    /// Who handed it in.
    pub uploaded_by: String,
    /// When it was announced.
    pub created_at: DateTime<Utc>,
    /// When it was taken or refused.
    pub completed_at: Option<DateTime<Utc>>,
    /// Counts its changes (REG-19).
    pub version: i32,
}

impl TryFrom<row::Model> for Document {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: DocumentId(row.id),
            number: row.number,
            kind: row.kind,
            state: row.state.parse().map_err(Error::internal)?,
            refusal: row.refusal.map(|word| word.parse().map_err(Error::internal)).transpose()?,
            media_type: row.media_type,
            size: row.size.unsigned_abs(),
            received: row.received.unsigned_abs(),
            sha256: row.sha256,
            preview_size: row.preview_size.map(i64::unsigned_abs),
            application: row.application_id.map(ApplicationId),
            paper: row.paper_code,
            case_ref: row.case_ref,
            person: row.person_id.map(PersonId),
            uploaded_by: row.uploaded_by_name,
            created_at: row.created_at,
            completed_at: row.completed_at,
            version: row.version,
        })
    }
}

/// Which documents a list holds; every part narrows it.
#[derive(Clone, Debug, Default)]
pub struct DocumentFilter {
    /// Of an application.
    pub application: Option<ApplicationId>,
    /// Of a case file, by its number.
    pub case_ref: Option<String>,
    /// About a person.
    pub person: Option<PersonId>,
    /// In a state.
    pub state: Option<DocumentState>,
}

impl Scope<Precinct> {
    /// A page of documents by number: what papers there are, not what is in them.
    pub async fn documents(&self, filter: &DocumentFilter, paging: &Paging) -> Result<Page<Document>> {
        self.may(Domain::Documents, Action::List)?;
        let page = self.document_rows(filter).page(row::Column::Number, paging).await?;
        let items: Vec<Document> = page.items.into_iter().map(Document::try_from).collect::<Result<_>>()?;
        let subjects = items.iter().map(|document| document.id.0).collect();
        self.note(self.precinct(), Entry::new("documents", Domain::Documents.as_str()).showing(subjects));
        Ok(Page { items, more: page.more })
    }

    /// How many documents a list holds.
    pub async fn count_documents(&self, filter: &DocumentFilter) -> Result<u64> {
        self.may(Domain::Documents, Action::List)?;
        self.document_rows(filter).count().await
    }

    /// One document.
    pub async fn document(&self, id: DocumentId) -> Result<Document> {
        self.may(Domain::Documents, Action::List)?;
        self.handed_in().get(id).await?.ok_or(Error::NotFound)?.try_into()
    }

    /// Documents by id, in no order, for whatever leads to them.
    pub async fn documents_by_id(&self, ids: &[DocumentId]) -> Result<Vec<Document>> {
        self.may(Domain::Documents, Action::List)?;
        let rows = self.handed_in().filter(among(row::Column::Id, ids)).list(ids.len() as u64).await?;
        rows.into_iter().map(Document::try_from).collect()
    }

    /// What was handed in: a draft and its papers are seen by their maker alone (§2.7).
    fn handed_in(&self) -> Rows<'_, row::Entity, Precinct> {
        use application_row::Column as A;
        let me = self.member().account.map_or(Uuid::nil(), |account| account.0);
        let drafts = self.rows::<application_row::Entity>().filter(A::State.eq(ApplicationState::Draft.as_str()));
        let others = drafts.filter(A::MakerId.ne(me));
        self.rows::<row::Entity>().but_of(row::Column::ApplicationId, others, A::Id)
    }

    fn document_rows(&self, filter: &DocumentFilter) -> Rows<'_, row::Entity, Precinct> {
        use row::Column as C;
        self.handed_in()
            .filter_some(filter.application, |id| C::ApplicationId.eq(id))
            .filter_some(filter.case_ref.as_deref(), |number| C::CaseRef.eq(number.trim()))
            .filter_some(filter.person, |id| C::PersonId.eq(id))
            .filter_some(filter.state, |state| C::State.eq(state.as_str()))
    }
}

owned!(row, DocumentId);
owned!(part_row, DocumentPartId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "document")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub kind: String,
        pub state: String,
        pub refusal: Option<String>,
        pub media_type: Option<String>,
        pub size: i64,
        pub received: i64,
        pub sha256: Option<Vec<u8>>,
        pub preview_size: Option<i64>,
        pub application_id: Option<Uuid>,
        pub case_ref: Option<String>,
        pub person_id: Option<Uuid>,
        pub uploaded_by: Uuid,
        pub uploaded_by_name: String,
        pub created_at: DateTimeUtc,
        pub completed_at: Option<DateTimeUtc>,
        pub version: i32,
        pub paper_code: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(crate) mod part_row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "document_part")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub document_id: Uuid,
        pub begins_at: i64,
        pub length: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
