//! Opening a document: a reveal, asked for with its purpose, and entered in the trail each time the content leaves.

use sea_orm::ColumnTrait;

use crate::audit::{Entry, Outcome};
use crate::error::{Error, Result};
use crate::files::{Content, Link, Name, Verb, What};
use crate::ids::DocumentId;
use crate::purposes::Purpose;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};
use crate::words::words;

use super::{DocumentState, row};

words! {
    /// What of a document is opened.
    pub enum DocumentPart {
        /// The paper itself.
        Content = "CONTENT",
        /// Its small picture; a PDF has none.
        Preview = "PREVIEW",
    }
}

impl Scope<Precinct> {
    /// A link by which the asker may open a document for some minutes. A refusal is noted too (SEC-04).
    pub async fn open_document(&self, id: DocumentId, part: DocumentPart, purpose: Purpose) -> Result<Link> {
        let found = self.revealed(id, purpose).await;
        self.link_of_opening("openDocument", (id, part, purpose), found)
    }

    /// The same of what a resident uploaded himself.
    pub async fn open_my_paper(&self, id: DocumentId, part: DocumentPart) -> Result<Link> {
        let found = self.own_document(id).await;
        self.link_of_opening("openMyPaper", (id, part, Purpose::RegisterService), found)
    }

    fn link_of_opening(
        &self,
        function: &'static str,
        (id, part, purpose): (DocumentId, DocumentPart, Purpose),
        found: Result<row::Model>,
    ) -> Result<Link> {
        let row = self.noted_opening(function, (id, part, purpose), found)?;
        let verb = match part {
            DocumentPart::Content => Verb::Content,
            DocumentPart::Preview => Verb::Preview,
        };
        Link::new(self, verb, row.id, row.size.unsigned_abs(), purpose)
    }

    /// The content of a document, about to leave: rights, case and state are asked anew, and the opening is noted.
    pub async fn document_content(&self, id: DocumentId, part: DocumentPart, purpose: Purpose) -> Result<Content> {
        let is_resident = self.resident().is_ok();
        let found = if is_resident { self.own_document(id).await } else { self.revealed(id, purpose).await };
        let row = self.noted_opening("documentContent", (id, part, purpose), found)?;
        // His own scan is no sight of somebody (PRV-10).
        if let Some(person) = row.person_id.filter(|_| !is_resident) {
            self.sight(self.precinct(), &[person.into()]).await?;
        }
        let (what, length, media_type) = match part {
            DocumentPart::Content => (What::Content, row.size, row.media_type.unwrap_or_default()),
            DocumentPart::Preview => (What::Preview, row.preview_size.unwrap_or_default(), "image/jpeg".to_owned()),
        };
        Ok(Content {
            name: format!("{}.{}", row.number, ending(&media_type)),
            media_type,
            length: length.unsigned_abs(),
            files: self.store().files().clone(),
            key: self.store().data_key(self.precinct()).await?,
            object: Name { what, precinct: self.precinct(), id: row.id },
        })
    }

    fn noted_opening(
        &self,
        function: &'static str,
        (id, part, purpose): (DocumentId, DocumentPart, Purpose),
        found: Result<row::Model>,
    ) -> Result<row::Model> {
        let found = found.and_then(|row| row.with(part));
        let case_ref = found.as_ref().ok().and_then(|row| row.case_ref.clone());
        let entry = Entry::new(function, Domain::Documents.as_str()).on("document", id).when(part.as_str());
        let entry = entry.why(purpose.as_str(), case_ref);
        let entry = match &found {
            Ok(row) => entry.showing(vec![row.person_id.unwrap_or(row.id)]),
            Err(error) => entry.ended(Outcome::of(error)),
        };
        self.note(self.precinct(), entry);
        found
    }

    /// A document to whoever the role table lets reveal it, for what it belongs to: closed, that is served by nothing any more (PRV-02).
    async fn revealed(&self, id: DocumentId, purpose: Purpose) -> Result<row::Model> {
        self.may(Domain::Documents, Action::Reveal)?;
        self.serves(purpose)?;
        let row = self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?;
        if let Some(number) = &row.case_ref {
            self.usable_case(number).await?;
        }
        if let Some(application) = row.application_id {
            self.must_handle_application(application.into()).await?;
        }
        Ok(row)
    }

    /// What a resident uploaded himself, for an application that is still his.
    async fn own_document(&self, id: DocumentId) -> Result<row::Model> {
        let account = self.resident()?;
        let rows = self.rows::<row::Entity>().filter(row::Column::UploadedBy.eq(account.0));
        let row = rows.get(id).await?.ok_or(Error::NotFound)?;
        let application = row.application_id.ok_or(Error::NotFound)?;
        if self.owns_application(application.into()).await? { Ok(row) } else { Err(Error::NotFound) }
    }
}

impl row::Model {
    /// The document, if it was taken and has this part.
    fn with(self, part: DocumentPart) -> Result<Self> {
        if self.state != DocumentState::Ready.as_str() {
            return Err(Error::invalid("DOCUMENT_NOT_READY", "documentId", "this document cannot be opened"));
        }
        if part == DocumentPart::Preview && self.preview_size.is_none() {
            return Err(Error::invalid("DOCUMENT_PREVIEW", "part", "this document has no small picture"));
        }
        Ok(self)
    }
}

fn ending(media_type: &str) -> &'static str {
    match media_type {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "application/pdf" => "pdf",
        _ => "bin",
    }
}
