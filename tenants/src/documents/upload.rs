//! How a document comes in: announced, received part by part where the last one ended, then looked at and taken or refused.
//!
//! A part is there whole or not at all: its object is put first, its row and the count of what has arrived follow in one
//! transaction, and of two that begin at the same place the database takes one.

use sea_orm::{ActiveValue::Set, ColumnTrait};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::content::{Clean, clean};
use super::{Document, DocumentRefusal, DocumentState, part_row, row};
use crate::audit::Entry;
use crate::clock::day_of;
use crate::codes;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::files::{Link, Name, Verb, Verdict, What};
use crate::ids::{ApplicationId, DocumentId, PersonId};
use crate::purposes::Purpose;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope};

/// The least a part brings unless it is the last: a file is not to become thousands of objects.
const LEAST_PART: u64 = 64 << 10;

/// A document about to be sent.
#[derive(Clone, Debug)]
pub struct NewDocument {
    /// What paper it is: a code of the set `document_kind` in force.
    pub kind: String,
    /// Its length in bytes.
    pub size: u64,
    /// The application it belongs to.
    pub application: Option<ApplicationId>,
    /// Which paper of that application's checklist it is, by code.
    pub paper: Option<String>,
    /// The number of the open case file it belongs to.
    pub case_ref: Option<String>,
    /// The person it is about.
    pub person: Option<PersonId>,
}

/// An announced document and where its content is to be sent.
#[derive(Clone, Debug)]
pub struct Prepared {
    /// The document.
    pub document: Document,
    /// The link.
    pub link: Link,
}

impl Scope<Precinct> {
    /// Announces a document; its content may follow.
    pub async fn prepare_upload(&self, new: NewDocument) -> Result<Prepared> {
        self.may(Domain::Documents, Action::Manage)?;
        self.announce("prepareUpload", new).await
    }

    /// The same for whoever was let in, under the name that the trail has for it.
    pub(crate) async fn announce(&self, function: &'static str, new: NewDocument) -> Result<Prepared> {
        let uploader = self.member().account.ok_or(Error::Denied)?;
        self.check_new(&new).await?;
        let (work, now) = (self.work().await?, self.store().clock().now());
        let id = work.new_id();
        work.add(row::ActiveModel {
            id: Set(id),
            number: Set(format!("CL{}{:08}", day_of(now).format("%Y%m%d"), id.as_u128() % 100_000_000)),
            kind: Set(new.kind),
            state: Set(DocumentState::Uploading.as_str().to_owned()),
            size: Set(whole(new.size)?),
            received: Set(0),
            application_id: Set(new.application.map(Uuid::from)),
            paper_code: Set(new.paper),
            case_ref: Set(new.case_ref.map(|number| number.trim().to_owned())),
            person_id: Set(new.person.map(Uuid::from)),
            uploaded_by: Set(uploader.0),
            uploaded_by_name: Set(self.member().name.clone()),
            created_at: Set(now),
            version: Set(1),
            ..Default::default()
        })
        .await?;
        let announced = work.get::<row::Entity>(DocumentId(id)).await?;
        work.commit(entry(function, id)).await?;
        Ok(Prepared { document: announced.try_into()?, link: self.upload_link(id, new.size)? })
    }

    async fn check_new(&self, new: &NewDocument) -> Result<()> {
        let today = self.store().clock().today();
        if codes::code_value("document_kind", &new.kind).is_none_or(|kind| !kind.in_force(today)) {
            return Err(Error::invalid("DOCUMENT_KIND", "kind", "a code of the set document_kind is needed"));
        }
        let most = self.store().files().most_bytes();
        if new.size == 0 || new.size > most {
            return Err(Error::invalid("DOCUMENT_SIZE", "size", format!("a document has 1 to {most} bytes")));
        }
        if new.application.is_none() && new.case_ref.is_none() && new.person.is_none() {
            let message = "a document belongs to an application, a case file or a person";
            return Err(Error::invalid("DOCUMENT_OWNER", "caseRef", message));
        }
        if let Some(number) = &new.case_ref {
            self.usable_case(number).await?;
        }
        Ok(())
    }

    /// A link to go on with an upload.
    pub async fn resume_upload(&self, id: DocumentId) -> Result<Prepared> {
        self.may(Domain::Documents, Action::Manage)?;
        self.resumed(id).await
    }

    /// The same for whoever was let in.
    pub(crate) async fn resumed(&self, id: DocumentId) -> Result<Prepared> {
        let row = self.uploading(id).await?;
        let link = self.upload_link(row.id, row.size.unsigned_abs())?;
        Ok(Prepared { document: row.try_into()?, link })
    }

    fn upload_link(&self, id: Uuid, size: u64) -> Result<Link> {
        Link::new(self, Verb::Upload, id, size, Purpose::RegisterService)
    }

    /// The asker's own document that is still uploaded; as it is now, whatever the operation's snapshot holds.
    async fn uploading(&self, id: DocumentId) -> Result<row::Model> {
        let found = self.rows::<row::Entity>().filter(row::Column::Id.eq(id)).look(1).await?.pop();
        let row = found.ok_or(Error::NotFound)?;
        if Some(row.uploaded_by) != self.member().account.map(Uuid::from) {
            return Err(Error::NotFound);
        }
        match row.state.as_str() {
            "UPLOADING" => Ok(row),
            _ => Err(Error::invalid("UPLOAD_OVER", "documentId", "this upload is over")),
        }
    }

    /// Lets in whoever hands papers in: by the role table, or as a resident for what he announced himself.
    fn may_send(&self) -> Result<()> {
        self.may(Domain::Documents, Action::Manage).or_else(|_| self.resident().map(drop))
    }

    /// How much of an upload has arrived.
    pub async fn upload_offset(&self, id: DocumentId) -> Result<u64> {
        self.may_send()?;
        Ok(self.uploading(id).await?.received.unsigned_abs())
    }

    /// Takes the part of an upload that begins at `offset`; answers how much has arrived then.
    pub async fn receive_part(&self, id: DocumentId, offset: u64, bytes: &[u8]) -> Result<u64> {
        self.may_send()?;
        let row = self.uploading(id).await?;
        let arrived = fits(&row, offset, bytes.len() as u64)?;
        let (key, part) = (self.store().data_key(self.precinct()).await?, self.new_name(What::Part));
        let files = self.store().files();
        files.put(&key, self.store().ids(), part, bytes).await?;
        let taken = self.take_part(id, part.id, offset, bytes.len()).await;
        match taken {
            Ok(()) => Ok(arrived),
            // Whether a commit that was not answered was made is not known: its object stays, and tidying finds it if it is nobody's.
            Err(unknown @ (Error::Unavailable(_) | Error::Internal(_))) => Err(unknown),
            Err(refused) => {
                files.remove(part).await?;
                Err(refused)
            }
        }
    }

    async fn take_part(&self, id: DocumentId, part: Uuid, offset: u64, length: usize) -> Result<()> {
        let work = self.work().await?;
        let now = work.get::<row::Entity>(id).await?;
        if now.received != whole(offset)? || now.state != DocumentState::Uploading.as_str() {
            return Err(misplaced(now.received.unsigned_abs()));
        }
        let (begins_at, length) = (whole(offset)?, i32::try_from(length).map_err(Error::internal)?);
        let row = part_row::ActiveModel {
            id: Set(part),
            document_id: Set(id.0),
            begins_at: Set(begins_at),
            length: Set(length),
            ..Default::default()
        };
        work.add(row).await.map_err(|error| match error {
            Error::Conflict(_) => misplaced(offset),
            other => other,
        })?;
        let received = Set(begins_at + i64::from(length));
        work.save(row::ActiveModel { id: Set(id.0), received, ..Default::default() }).await?;
        work.commit(entry("receiveDocumentPart", id.0)).await
    }

    fn new_name(&self, what: What) -> Name {
        let id = self.store().ids().next(self.store().clock().now());
        Name { what, precinct: self.precinct(), id }
    }

    /// Looks at what has arrived and takes or refuses it. A document that was refused says why; its content is gone.
    pub async fn complete_upload(&self, id: DocumentId, expected_version: i32) -> Result<Document> {
        self.may(Domain::Documents, Action::Manage)?;
        self.completed(id, expected_version).await
    }

    /// The same for whoever was let in.
    pub(crate) async fn completed(&self, id: DocumentId, expected_version: i32) -> Result<Document> {
        let row = self.uploading(id).await?;
        if row.version != expected_version {
            return Err(Error::Stale { seen: expected_version, now: row.version });
        }
        if row.received != row.size {
            let message = format!("{} of {} bytes have arrived", row.received, row.size);
            return Err(Error::invalid("UPLOAD_INCOMPLETE", "documentId", message));
        }
        let parts = self.parts_of(id).await?;
        let judged = {
            let _hand = self.store().files().hand().await?;
            let bytes = self.assembled(&parts).await?;
            self.judged(id, bytes).await?
        };
        let done = self.settle(&row, judged).await?;
        for part in parts {
            self.store().files().remove(self.part_name(part.id)).await?;
        }
        done.try_into()
    }

    fn part_name(&self, id: Uuid) -> Name {
        Name { what: What::Part, precinct: self.precinct(), id }
    }

    async fn parts_of(&self, id: DocumentId) -> Result<Vec<part_row::Model>> {
        use part_row::Column as C;
        let rows = self.rows::<part_row::Entity>().filter(C::DocumentId.eq(id)).ascending(C::BeginsAt);
        rows.look(1 << 16).await
    }

    async fn assembled(&self, parts: &[part_row::Model]) -> Result<Vec<u8>> {
        let (key, files) = (self.store().data_key(self.precinct()).await?, self.store().files());
        let mut bytes = Vec::new();
        for part in parts {
            let length = u64::from(part.length.unsigned_abs());
            bytes.extend(files.read(&key, self.part_name(part.id), length).await?);
        }
        Ok(bytes)
    }

    /// What is kept of the bytes, put where it is kept; or why they are not.
    async fn judged(&self, id: DocumentId, bytes: Vec<u8>) -> Result<Result<Kept, DocumentRefusal>> {
        let files = self.store().files();
        if files.scan(&bytes).await? == Verdict::Infected {
            return Ok(Err(DocumentRefusal::Infected));
        }
        let cleaned = tokio::task::spawn_blocking(move || clean(bytes)).await.map_err(Error::internal)?;
        let Clean { media_type, bytes, preview } = match cleaned {
            Ok(kept) => kept,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let (key, ids) = (self.store().data_key(self.precinct()).await?, self.store().ids());
        let name = |what| Name { what, precinct: self.precinct(), id: id.0 };
        files.put(&key, ids, name(What::Content), &bytes).await?;
        if let Some(preview) = &preview {
            files.put(&key, ids, name(What::Preview), preview).await?;
        }
        Ok(Ok(Kept {
            media_type,
            size: whole(bytes.len() as u64)?,
            sha256: Sha256::digest(&bytes).to_vec(),
            preview_size: preview.map(|preview| whole(preview.len() as u64)).transpose()?,
        }))
    }

    /// Writes what became of an upload, and forgets its parts.
    pub(super) async fn settle(&self, was: &row::Model, judged: Result<Kept, DocumentRefusal>) -> Result<row::Model> {
        let (work, id) = (self.work().await?, DocumentId(was.id));
        if work.get::<row::Entity>(id).await?.state != DocumentState::Uploading.as_str() {
            return Err(Error::Conflict("this upload is over"));
        }
        let (version, now) = (was.version + 1, self.store().clock().now());
        let mut change = row::ActiveModel {
            id: Set(id.0),
            completed_at: Set(Some(now)),
            version: Set(version),
            ..Default::default()
        };
        let (state, condition) = match judged {
            Ok(kept) => (kept.tell(&mut change), kept.media_type),
            Err(refusal) => {
                change.refusal = Set(Some(refusal.as_str().to_owned()));
                (DocumentState::Refused, refusal.as_str())
            }
        };
        change.state = Set(state.as_str().to_owned());
        work.save(change).await?;
        work.execute("DELETE FROM document_part WHERE precinct_id = $1 AND document_id = $2", vec![id.0.into()])
            .await?;
        let done = work.get::<row::Entity>(id).await?;
        // What is uploaded for a draft is nobody else's to hear of; the station hears of the application when it is filed.
        if done.paper_code.is_none() {
            work.emit(NewEvent::new(EventKind::DocumentChanged, "document", id).version(version).saying(state));
        }
        work.commit(entry("completeUpload", id.0).when(condition)).await?;
        Ok(done)
    }
}

/// What is kept of an upload.
pub(super) struct Kept {
    media_type: &'static str,
    size: i64,
    sha256: Vec<u8>,
    preview_size: Option<i64>,
}

impl Kept {
    fn tell(&self, change: &mut row::ActiveModel) -> DocumentState {
        change.media_type = Set(Some(self.media_type.to_owned()));
        change.size = Set(self.size);
        change.received = Set(self.size);
        change.sha256 = Set(Some(self.sha256.clone()));
        change.preview_size = Set(self.preview_size);
        DocumentState::Ready
    }
}

/// Whether a part may follow what is there; answers how much has arrived after it.
fn fits(row: &row::Model, offset: u64, length: u64) -> Result<u64> {
    let (received, size) = (row.received.unsigned_abs(), row.size.unsigned_abs());
    if offset != received {
        return Err(misplaced(received));
    }
    let arrived = received.saturating_add(length);
    if arrived > size {
        return Err(Error::invalid("UPLOAD_SIZE", "", format!("{size} bytes were announced, and no more are taken")));
    }
    if length == 0 || (arrived < size && length < LEAST_PART) {
        let message = format!("a part that is not the last has {LEAST_PART} bytes at least");
        return Err(Error::invalid("UPLOAD_PART", "", message));
    }
    Ok(arrived)
}

fn misplaced(received: u64) -> Error {
    Error::invalid("UPLOAD_OFFSET", "", format!("the upload stands at {received}"))
}

fn whole(number: u64) -> Result<i64> {
    i64::try_from(number).map_err(Error::internal)
}

fn entry(function: &'static str, id: Uuid) -> Entry {
    Entry::new(function, Domain::Documents.as_str()).on("document", id).rows(1)
}
