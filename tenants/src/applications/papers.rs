//! Papers (材料): what the checklist asks for, what is declared, what has come, what was compared.

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};
use uuid::Uuid;

use super::hand::Hand;
use super::{Application, listed};
use crate::documents::{DocumentState, row as document_row};
use crate::error::{Error, Result};
use crate::ids::{ApplicationId, ApplicationPaperId};
use crate::page::among;
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Scope, owned};
use crate::words::words;

/// More papers than a page of applications has.
const MOST: u64 = 5_000;

words! {
    /// Where a paper is (材料状态).
    pub enum PaperState {
        /// The applicant says that he has it.
        Declared = "DECLARED",
        /// It lies before us.
        Received = "RECEIVED",
        /// It was compared by who reviewed.
        Checked = "CHECKED",
        /// No longer declared.
        Dropped = "DROPPED",
    }
}

words! {
    /// Where a paper comes from (材料来源).
    pub enum PaperSource {
        /// From the applicant.
        Applicant = "APPLICANT",
        /// From another office, which was asked for it instead of the applicant (JNT-03).
        Office = "OFFICE",
    }
}

/// A paper of an application.
#[derive(Clone, Debug)]
pub struct ApplicationPaper {
    /// Its id.
    pub id: ApplicationPaperId,
    /// Of which application.
    pub application: ApplicationId,
    /// Its code in the checklist.
    pub code: String,
    /// Where it is.
    pub state: PaperState,
    /// Where it comes from.
    pub source: PaperSource,
    /// The document it was kept as.
    pub document: Option<Uuid>,
    /// When it came.
    pub received_at: Option<DateTime<Utc>>,
    /// Who took it.
    pub received_by: Option<String>,
    /// When it was compared.
    pub checked_at: Option<DateTime<Utc>>,
    /// By whom.
    pub checked_by: Option<String>,
}

impl TryFrom<row::Model> for ApplicationPaper {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: ApplicationPaperId(row.id),
            application: ApplicationId(row.application_id),
            code: row.code,
            state: row.state.parse().map_err(Error::internal)?,
            source: row.source.parse().map_err(Error::internal)?,
            document: row.document_id,
            received_at: row.received_at,
            received_by: row.received_by,
            checked_at: row.checked_at,
            checked_by: row.checked_by,
        })
    }
}

impl row::Model {
    fn has_come(&self) -> bool {
        self.state == PaperState::Received.as_str() || self.state == PaperState::Checked.as_str()
    }
}

impl Scope<Precinct> {
    /// The papers of these applications by code, those no longer declared left out.
    pub async fn application_papers(&self, applications: &[ApplicationId]) -> Result<Vec<ApplicationPaper>> {
        use row::Column as C;
        self.may(Domain::Applications, Action::List)?;
        let rows = self.rows::<row::Entity>().filter(among(C::ApplicationId, applications));
        let rows =
            rows.filter(C::State.ne(PaperState::Dropped.as_str())).ascending(C::ApplicationId).ascending(C::Code);
        rows.list(MOST).await?.into_iter().map(ApplicationPaper::try_from).collect()
    }

    /// Takes a paper of the checklist, with the document it is kept as if there is one. Auxiliaries may.
    pub async fn receive_paper(
        &self,
        (id, seen): (ApplicationId, i32),
        code: &str,
        document: Option<Uuid>,
    ) -> Result<Application> {
        self.may(Domain::Applications, Action::Prepare)?;
        let mut hand = Hand::take(self, id, Some(seen)).await?;
        if hand.state()?.is_final() {
            return Err(Error::invalid("TRANSITION", "applicationId", "the application is closed"));
        }
        hand.receive(code, PaperSource::Applicant, document).await?;
        hand.change(super::row::ActiveModel::default()).await?;
        hand.finish(&["receivePaper"]).await
    }
}

impl Hand {
    /// Keeps the papers declared: new ones are added, and those that have not come and are no longer named are dropped.
    pub(super) async fn declare(&self, codes: &[String]) -> Result<()> {
        let there = self.papers().await?;
        for code in codes.iter().filter(|code| !there.iter().any(|paper| paper.code == **code)) {
            self.add_paper(code, PaperState::Declared, PaperSource::Applicant, None).await?;
        }
        for paper in there.iter().filter(|paper| !paper.has_come()) {
            let state = if codes.contains(&paper.code) { PaperState::Declared } else { PaperState::Dropped };
            let change = row::ActiveModel { state: Set(state.as_str().to_owned()), ..Default::default() };
            self.save_paper(paper, change).await?;
        }
        Ok(())
    }

    pub(super) async fn receive(&self, code: &str, source: PaperSource, document: Option<Uuid>) -> Result<()> {
        if !self.kind.knows_paper(code) {
            return Err(Error::invalid("PAPER", "code", "the checklist has no such paper"));
        }
        let of = Condition::all().add(row::Column::ApplicationId.eq(self.row.id)).add(row::Column::Code.eq(code));
        let Some(paper) = self.work.find::<row::Entity>(of).await? else {
            return self.add_paper(code, PaperState::Received, source, document).await;
        };
        let change = row::ActiveModel {
            state: Set(PaperState::Received.as_str().to_owned()),
            source: Set(source.as_str().to_owned()),
            document_id: Set(document.or(paper.document_id)),
            received_at: Set(Some(self.book.now)),
            received_by: Set(Some(self.name())),
            ..Default::default()
        };
        self.save_paper(&paper, change).await
    }

    /// Takes in, as it is filed, what was uploaded for the papers declared: the last upload of each that was taken.
    pub(super) async fn take_in_uploads(&self) -> Result<()> {
        let uploads = self.uploads().await?;
        for paper in self.papers().await?.iter().filter(|paper| paper.state != PaperState::Dropped.as_str()) {
            let last = uploads
                .iter()
                .filter(|upload| upload.paper_code.as_ref() == Some(&paper.code))
                .map(|upload| upload.id)
                .max();
            if last.is_some() && last != paper.document_id {
                self.receive(&paper.code, PaperSource::Applicant, last).await?;
            }
        }
        Ok(())
    }

    /// Every document that was taken for a paper of this application. Ids tell when they were made, so that the largest is the last.
    async fn uploads(&self) -> Result<Vec<document_row::Model>> {
        use document_row::Column as C;
        let of = Condition::all()
            .add(C::ApplicationId.eq(self.row.id))
            .add(C::State.eq(DocumentState::Ready.as_str()))
            .add(C::PaperCode.is_not_null());
        self.work.list::<document_row::Entity>(of, MOST).await
    }

    async fn add_paper(
        &self,
        code: &str,
        state: PaperState,
        source: PaperSource,
        document: Option<Uuid>,
    ) -> Result<()> {
        let came = state == PaperState::Received;
        self.work
            .add(row::ActiveModel {
                id: Set(self.work.new_id()),
                application_id: Set(self.row.id),
                code: Set(code.to_owned()),
                state: Set(state.as_str().to_owned()),
                source: Set(source.as_str().to_owned()),
                document_id: Set(document),
                received_at: Set(came.then_some(self.book.now)),
                received_by: Set(came.then(|| self.name())),
                ..Default::default()
            })
            .await
    }

    async fn save_paper(&self, paper: &row::Model, change: row::ActiveModel) -> Result<()> {
        self.work.save(row::ActiveModel { id: Set(paper.id), ..change }).await
    }

    fn name(&self) -> String {
        self.work.scope().member().name.clone()
    }

    /// The codes of the papers that the checklist asks for under these circumstances and that have not come.
    pub(super) async fn missing_papers(&self) -> Result<Vec<String>> {
        let there = self.papers().await?;
        let circumstances = listed(&self.row.circumstances);
        let came = |code: &str| there.iter().any(|paper| paper.code == code && paper.has_come());
        Ok(self
            .kind
            .required(&circumstances)
            .filter(|paper| !came(&paper.code))
            .map(|paper| paper.code.clone())
            .collect())
    }

    /// Refuses while a paper is missing, naming every one of them at once.
    pub(super) async fn must_be_complete(&self) -> Result<()> {
        let missing = self.missing_papers().await?;
        if missing.is_empty() {
            return Ok(());
        }
        Err(Error::invalid("CHECKLIST", "papers", format!("papers are missing / 缺少材料: {}", missing.join(", "))))
    }

    /// Marks every paper that has come as compared.
    pub(super) async fn check_papers(&self) -> Result<()> {
        for paper in self.papers().await?.iter().filter(|paper| paper.state == PaperState::Received.as_str()) {
            let change = row::ActiveModel {
                state: Set(PaperState::Checked.as_str().to_owned()),
                checked_at: Set(Some(self.book.now)),
                checked_by: Set(Some(self.name())),
                ..Default::default()
            };
            self.save_paper(paper, change).await?;
        }
        Ok(())
    }
}

owned!(row, ApplicationPaperId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "application_paper")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub application_id: Uuid,
        pub code: String,
        pub state: String,
        pub source: String,
        pub document_id: Option<Uuid>,
        pub received_at: Option<DateTimeUtc>,
        pub received_by: Option<String>,
        pub checked_at: Option<DateTimeUtc>,
        pub checked_by: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
