//! Case files (案卷): the open matter a clear read must serve (PRV-02).

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait};

use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::ids::{BeatId, CaseFileId, paper_number};
use crate::page::{Page, Paging, among};
use crate::roles::{Action, Domain, Reach};
use crate::scope::{Precinct, Scope, owned};
use crate::words::words;

words! {
    /// What a case file is about.
    pub enum CaseFileKind {
        /// An application to the register (户籍业务).
        Application = "APPLICATION",
        /// An incident (警情).
        Incident = "INCIDENT",
        /// A verification of who lives where (核查).
        Verification = "VERIFICATION",
        /// Help to a household in need (帮扶).
        Assistance = "ASSISTANCE",
    }
}

words! {
    /// Whether a case file can still be referred to.
    pub enum CaseFileState {
        /// Yes.
        Open = "OPEN",
        /// No.
        Closed = "CLOSED",
    }
}

/// One case file.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// Its id.
    pub id: CaseFileId,
    /// Its number, unique in the precinct: what a reveal names.
    pub number: String,
    /// What it is about.
    pub kind: CaseFileKind,
    /// A title without C2 or C3 values.
    pub title: String,
    /// Whether it is open.
    pub state: CaseFileState,
    /// The beat it concerns; none means the whole precinct.
    pub beat: Option<BeatId>,
    /// Who opened it.
    pub opened_by: String,
    /// When.
    pub opened_at: DateTime<Utc>,
    /// When it was closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// Counts its changes (REG-19).
    pub version: i32,
}

impl CaseFile {
    /// Whether it can be referred to.
    pub fn is_open(&self) -> bool {
        self.state == CaseFileState::Open
    }
}

impl TryFrom<row::Model> for CaseFile {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: CaseFileId(row.id),
            number: row.number,
            kind: row.kind.parse().map_err(Error::internal)?,
            title: row.title,
            state: row.state.parse().map_err(Error::internal)?,
            beat: row.beat_id.map(BeatId),
            opened_by: row.opened_by_name,
            opened_at: row.opened_at,
            closed_at: row.closed_at,
            version: row.version,
        })
    }
}

impl Scope<Precinct> {
    /// A page of case files by number.
    pub async fn case_files(&self, state: Option<CaseFileState>, paging: &Paging) -> Result<Page<CaseFile>> {
        self.may(Domain::CaseFiles, Action::List)?;
        let page = self.case_rows(state).page(row::Column::Number, paging).await?;
        let items: Vec<CaseFile> = page.items.into_iter().map(CaseFile::try_from).collect::<Result<_>>()?;
        Ok(Page { items, more: page.more })
    }

    /// How many case files there are in a state.
    pub async fn count_case_files(&self, state: Option<CaseFileState>) -> Result<u64> {
        self.may(Domain::CaseFiles, Action::List)?;
        self.case_rows(state).count().await
    }

    fn case_rows(&self, state: Option<CaseFileState>) -> crate::scope::Rows<'_, row::Entity, Precinct> {
        self.rows::<row::Entity>().filter_some(state, |state| row::Column::State.eq(state.as_str()))
    }

    /// One case file.
    pub async fn case_file(&self, id: CaseFileId) -> Result<CaseFile> {
        self.may(Domain::CaseFiles, Action::List)?;
        self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?.try_into()
    }

    /// Case files by id, for approvals that lead to them.
    pub async fn case_files_by_id(&self, ids: &[CaseFileId]) -> Result<Vec<CaseFile>> {
        let rows = self.rows::<row::Entity>().filter(among(row::Column::Id, ids)).list(ids.len() as u64).await?;
        rows.into_iter().map(CaseFile::try_from).collect()
    }

    /// The case file of this number.
    pub(crate) async fn case_file_by_number(&self, number: &str) -> Result<Option<CaseFile>> {
        let found = self.rows::<row::Entity>().filter(row::Column::Number.eq(number.trim())).one().await?;
        found.map(CaseFile::try_from).transpose()
    }

    /// The same as it is this instant, for whoever is about to write: the operation's snapshot is not opened, so that the answer
    /// shows what was written.
    pub(crate) async fn case_file_now(&self, number: &str) -> Result<Option<CaseFile>> {
        let found = self.rows::<row::Entity>().filter(row::Column::Number.eq(number.trim())).look(1).await?;
        found.into_iter().next().map(CaseFile::try_from).transpose()
    }

    /// Opens a case file; an officer's is his beat's when he has one beat.
    pub async fn open_case_file(&self, kind: CaseFileKind, title: &str) -> Result<CaseFile> {
        self.may(Domain::CaseFiles, Action::Manage)?;
        let opener = self.member().account.ok_or(Error::Denied)?;
        let title = title.trim();
        if title.is_empty() || title.chars().count() > 200 {
            return Err(Error::invalid("TITLE", "title", "a title has 1 to 200 characters"));
        }
        let (work, now) = (self.work().await?, self.store().clock().now());
        let id = work.new_id();
        work.add(row::ActiveModel {
            id: Set(id),
            number: Set(paper_number("AJ", now, id)),
            kind: Set(kind.as_str().to_owned()),
            title: Set(crate::masking::free_text(title)),
            state: Set(CaseFileState::Open.as_str().to_owned()),
            beat_id: Set(self.own_beat()),
            opened_by: Set(opener.0),
            opened_by_name: Set(self.member().name.clone()),
            opened_at: Set(now),
            version: Set(1),
            ..Default::default()
        })
        .await?;
        let opened = work.get::<row::Entity>(CaseFileId(id)).await?;
        work.emit(NewEvent::new(EventKind::CaseFileChanged, "case_file", id).version(1).saying(CaseFileState::Open));
        work.commit(Entry::new("openCaseFile", Domain::CaseFiles.as_str()).on("case_file", id).rows(1)).await?;
        opened.try_into()
    }

    fn own_beat(&self) -> Option<uuid::Uuid> {
        match (self.member().role.reach(), self.member().beats.as_slice()) {
            (Reach::OwnBeats, [beat]) => Some(beat.0),
            _ => None,
        }
    }

    /// Closes a case file: nothing can be revealed by it any more.
    pub async fn close_case_file(&self, id: CaseFileId, expected_version: i32) -> Result<CaseFile> {
        self.may(Domain::CaseFiles, Action::Manage)?;
        let work = self.work().await?;
        let case = work.get::<row::Entity>(id).await?;
        Error::unless_seen(expected_version, case.version)?;
        if case.state != CaseFileState::Open.as_str() {
            return Err(Error::Conflict("the case file is closed already"));
        }
        work.save(row::ActiveModel {
            id: Set(id.0),
            state: Set(CaseFileState::Closed.as_str().to_owned()),
            closed_at: Set(Some(self.store().clock().now())),
            version: Set(case.version + 1),
            ..Default::default()
        })
        .await?;
        let closed = work.get::<row::Entity>(id).await?;
        let closing = NewEvent::new(EventKind::CaseFileChanged, "case_file", id);
        work.emit(closing.version(case.version + 1).saying(CaseFileState::Closed));
        work.commit(Entry::new("closeCaseFile", Domain::CaseFiles.as_str()).on("case_file", id).rows(1)).await?;
        closed.try_into()
    }
}

owned!(row, CaseFileId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "case_file")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub kind: String,
        pub title: String,
        pub state: String,
        pub beat_id: Option<Uuid>,
        pub opened_by: Uuid,
        pub opened_by_name: String,
        pub opened_at: DateTimeUtc,
        pub closed_at: Option<DateTimeUtc>,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
