//! What a resident reads of his own applications (办理进度): where each is, what is missing, what was done and when; not by whom, and not
//! what officers wrote for each other.

use sea_orm::ColumnTrait;

use super::super::hand::entry;
use super::super::history::{ApplicationEvent, row as event_row};
use super::super::papers::{ApplicationPaper, PaperState, row as paper_row};
use super::super::{Application, ApplicationState, ApplicationStep, Book, row};
use crate::audit::{Entry, Outcome};
use crate::documents::{Document, row as document_row};
use crate::error::{Error, Result};
use crate::ids::ApplicationId;
use crate::page::{Page, Paging, among};
use crate::roles::Domain;
use crate::scope::{Precinct, Rows, Scope};

/// More steps, papers or uploads than the applications of a page have.
const MOST: u64 = 5_000;

impl Scope<Precinct> {
    /// A page of the resident's own applications, the newest first; none without a linked record. Noted.
    pub async fn my_applications(&self, paging: &Paging) -> Result<Page<Application>> {
        let Some(rows) = self.linked_applications().await? else { return Ok(Page { items: Vec::new(), more: false }) };
        // Ids tell when they were made.
        let rows = rows.filter_some(paging.after.as_ref(), |key| row::Column::Id.lt(key.id)).backwards(row::Column::Id);
        let page = Page::cut(rows.list(u64::from(paging.first) + 1).await?, paging.first);
        let subjects = page.items.iter().filter_map(|row| row.subject_id).collect();
        let noted =
            Entry::new("myApplications", Domain::Applications.as_str()).showing(subjects).rows(page.items.len());
        self.note(self.precinct(), noted);
        let book = Book::open(self.store()).await?;
        let items = page.items.into_iter().map(|row| told(row, &book)).collect::<Result<_>>()?;
        Ok(Page { items, more: page.more })
    }

    /// How many applications the resident has made.
    pub async fn count_my_applications(&self) -> Result<u64> {
        match self.linked_applications().await? {
            Some(rows) => rows.count().await,
            None => Ok(0),
        }
    }

    /// The resident's own application of this number. Noted, also where there is none (SEC-04).
    pub async fn my_application(&self, number: &str) -> Result<Application> {
        let found = match self.linked_applications().await? {
            Some(rows) => rows.filter(row::Column::Number.eq(number.trim())).one().await?,
            None => None,
        };
        let Some(row) = found else {
            let noted = Entry::new("myApplication", Domain::Applications.as_str());
            self.note(self.precinct(), noted.ended(Outcome::NotFound));
            return Err(Error::NotFound);
        };
        let subjects = row.subject_id.into_iter().collect();
        self.note(self.precinct(), entry("myApplication", ApplicationId(row.id)).showing(subjects).rows(1));
        told(row, &Book::open(self.store()).await?)
    }

    /// Refuses an application that is not the resident's own, as it is this instant.
    pub(super) async fn must_own_application(&self, id: ApplicationId) -> Result<row::Model> {
        let rows = self.linked_applications().await?.ok_or(Error::NotFound)?;
        rows.filter(row::Column::Id.eq(id)).look(1).await?.pop().ok_or(Error::NotFound)
    }

    /// Whether the resident still owns an application: for whoever tells him of it.
    pub(crate) async fn owns_application(&self, id: ApplicationId) -> Result<bool> {
        match self.must_own_application(id).await {
            Ok(_) => Ok(true),
            Err(Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The resident's own applications, while a record is linked to his account.
    async fn linked_applications(&self) -> Result<Option<Rows<'_, row::Entity, Precinct>>> {
        let rows = self.own_applications()?;
        Ok(self.linked_person().await?.map(|_| rows))
    }

    /// The papers of these applications of the resident, by code.
    pub async fn my_papers(&self, applications: &[ApplicationId]) -> Result<Vec<ApplicationPaper>> {
        use paper_row::Column as C;
        let rows = self.rows::<paper_row::Entity>().filter(among(C::ApplicationId, applications));
        let rows = rows.whose(C::ApplicationId, self.own_applications()?, row::Column::Id);
        let rows = rows.filter(C::State.ne(PaperState::Dropped.as_str())).ascending(C::Code);
        rows.list(MOST).await?.into_iter().map(ApplicationPaper::try_from).collect()
    }

    /// What the resident uploaded for these applications of his, the earliest first.
    pub async fn my_uploads(&self, applications: &[ApplicationId]) -> Result<Vec<Document>> {
        use document_row::Column as C;
        let account = self.resident()?;
        let rows = self.rows::<document_row::Entity>().filter(among(C::ApplicationId, applications));
        let rows = rows.filter(C::UploadedBy.eq(account.0)).ascending(C::Id);
        rows.list(MOST).await?.into_iter().map(Document::try_from).collect()
    }

    /// The steps of these applications of the resident, the earliest first, with what he is told of each.
    pub async fn my_steps(&self, applications: &[ApplicationId]) -> Result<Vec<ApplicationEvent>> {
        use event_row::Column as C;
        let rows = self.rows::<event_row::Entity>().filter(among(C::ApplicationId, applications));
        let rows = rows.whose(C::ApplicationId, self.own_applications()?, row::Column::Id).ascending(C::Seq);
        let steps = rows.list(MOST).await?.into_iter().map(ApplicationEvent::try_from);
        steps.map(|step| step.map(ApplicationEvent::for_applicant)).collect()
    }
}

/// An application as its applicant is told of it: while it is suspended he learns by which code, and not what is being looked into.
fn told(row: row::Model, book: &Book) -> Result<Application> {
    let told = Application::told(row, book)?;
    let reason = told.reason.filter(|_| told.state != ApplicationState::Suspended);
    Ok(Application { reason, ..told })
}

impl ApplicationEvent {
    /// Without who did it, and without what is no answer to the applicant: a proposal, a remark, what is being looked into.
    fn for_applicant(self) -> Self {
        use ApplicationStep::{Refuse, Reject, Withdraw};
        let is_answer = matches!(self.step, Refuse | Reject | Withdraw);
        Self {
            by: String::new(),
            role: String::new(),
            reason: self.reason.filter(|_| is_answer),
            is_fault: false,
            ..self
        }
    }
}
