//! Opening a document: a reveal, asked for with its purpose, and entered in the trail each time the content leaves.

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
        let row = self.noted_opening("openDocument", id, part, purpose).await?;
        let verb = match part {
            DocumentPart::Content => Verb::Content,
            DocumentPart::Preview => Verb::Preview,
        };
        Link::new(self, verb, row.id, row.size.unsigned_abs(), purpose)
    }

    /// The content of a document, about to leave: rights, case and state are asked anew, and the opening is noted.
    pub async fn document_content(&self, id: DocumentId, part: DocumentPart, purpose: Purpose) -> Result<Content> {
        let row = self.noted_opening("documentContent", id, part, purpose).await?;
        if let Some(person) = row.person_id {
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

    async fn noted_opening(
        &self,
        function: &'static str,
        id: DocumentId,
        part: DocumentPart,
        purpose: Purpose,
    ) -> Result<row::Model> {
        let found = self.may_open(id, part, purpose).await;
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

    async fn may_open(&self, id: DocumentId, part: DocumentPart, purpose: Purpose) -> Result<row::Model> {
        self.may(Domain::Documents, Action::Reveal)?;
        self.serves(purpose)?;
        let row = self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?;
        if row.state != DocumentState::Ready.as_str() {
            return Err(Error::invalid("DOCUMENT_NOT_READY", "documentId", "this document cannot be opened"));
        }
        if part == DocumentPart::Preview && row.preview_size.is_none() {
            return Err(Error::invalid("DOCUMENT_PREVIEW", "part", "this document has no small picture"));
        }
        // A closed case is served by nothing any more (PRV-02).
        if let Some(number) = &row.case_ref {
            self.usable_case(number).await?;
        }
        Ok(row)
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
