//! Requests of residents about their own data (个人信息权利请求): a copy, a correction, deletion, restriction; received, worked on, and
//! answered or refused with a reason before a day that is data (PRV-16).
//!
//! What the law requires to be kept is not deleted: the refusal says so, and restricts the processing of the record instead (PRV-17).

mod answer;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ActiveValue::Set, ColumnTrait};

use crate::audit::Entry;
use crate::error::{Error, Result};
use crate::events::{EventKind, NewEvent};
use crate::ids::{AccountId, PersonId, RightsRequestId, paper_number};
use crate::keys::DataKey;
use crate::limits;
use crate::masking;
use crate::page::{Page, Paging};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};
use crate::words::words;

pub use answer::AnswerRights;

/// The longest text of a request or an answer.
const TEXT: usize = 2_000;

/// Requests of one account that may be open at once.
const OPEN: u64 = 10;

words! {
    /// What a resident asks for (请求类型, PIPL §45–47).
    pub enum RightsKind {
        /// A copy of his data (查阅、复制).
        Copy = "COPY",
        /// That something wrong be put right (更正、补充).
        Correct = "CORRECT",
        /// That something be deleted (删除).
        Delete = "DELETE",
        /// That processing be restricted (限制处理).
        Restrict = "RESTRICT",
    }
}

words! {
    /// Where a request is (办理状态).
    pub enum RightsState {
        /// Handed in (已收到).
        Received = "RECEIVED",
        /// Somebody works on it (办理中).
        InWork = "IN_WORK",
        /// Answered (已答复).
        Answered = "ANSWERED",
        /// Refused, with a reason (已拒绝).
        Refused = "REFUSED",
    }
}

words! {
    /// Why a request is refused (拒绝理由).
    pub enum RightsRefusal {
        /// The law requires the data to be kept; its processing is restricted instead (依法必须保存, PRV-17).
        KeptByLaw = "KEPT_BY_LAW",
        /// Another office has the data (不属本单位).
        NotOurs = "NOT_OURS",
        /// What is said is not so (理由不成立).
        Unfounded = "UNFOUNDED",
        /// It would touch the rights of others (涉及他人权益).
        OthersRights = "OTHERS_RIGHTS",
    }
}

/// A request.
#[derive(Clone)]
pub struct RightsRequest {
    /// Its id.
    pub id: RightsRequestId,
    /// Its number, which the resident quotes.
    pub number: String,
    /// The record it is about, if the resident's was linked when he asked.
    pub person: Option<PersonId>,
    /// What is asked for.
    pub kind: RightsKind,
    /// Where it is.
    pub state: RightsState,
    /// In the resident's words; for anybody but him with numbers masked.
    pub text: String,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// By which day it is to be answered.
    pub due_on: NaiveDate,
    /// Whether that day has passed without an answer.
    pub overdue: bool,
    /// The answer.
    pub answer: Option<String>,
    /// Why it was refused.
    pub reason: Option<RightsRefusal>,
    /// Who works on it or answered.
    pub handled_by: Option<String>,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
    /// Counts changes (REG-19).
    pub version: i32,
}

impl std::fmt::Debug for RightsRequest {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RightsRequest").field("number", &self.number).finish_non_exhaustive()
    }
}

/// Who reads: the resident reads his own words, staff reads them with numbers masked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reader {
    Resident,
    Staff,
}

impl Scope<Precinct> {
    /// Hands in a request. Refused: no text or too much (`LENGTH`), too many that are open (`RIGHTS_LIMIT`).
    pub async fn request_right(&self, kind: RightsKind, text: &str) -> Result<RightsRequest> {
        let account = self.resident()?;
        let text = length("text", text)?;
        let open = self.rights_of(account).filter(row::Column::AnsweredAt.is_null());
        if open.count().await? >= OPEN {
            return Err(Error::invalid("RIGHTS_LIMIT", "", format!("at most {OPEN} requests are open at once")));
        }
        let person = self.linked_person().await?.map(|person| person.id);
        let now = self.store().clock().now();
        let due_on = self.rights_due().await?;
        let sealed = self.rights_key().await?.seal(self.store().ids(), text.as_bytes())?;
        let work = self.work().await?;
        let id = RightsRequestId(work.new_id());
        work.add(row::ActiveModel {
            id: Set(id.0),
            number: Set(paper_number("QL", now, id.0)),
            account_id: Set(account.0),
            person_id: Set(person),
            kind: Set(kind.as_str().to_owned()),
            text_sealed: Set(sealed),
            state: Set(RightsState::Received.as_str().to_owned()),
            received_at: Set(now),
            due_on: Set(due_on),
            version: Set(1),
            ..Default::default()
        })
        .await?;
        let handed_in = work.get::<row::Entity>(id).await?;
        work.emit(changed(id, 1, RightsState::Received));
        let entry = Entry::new("requestRight", Domain::Residents.as_str()).on("rights_request", id);
        work.commit(entry.when(kind.as_str()).rows(1)).await?;
        self.read_right(handed_in, Reader::Resident).await
    }

    /// A page of the resident's own requests, by number.
    pub async fn my_rights_requests(&self, paging: &Paging) -> Result<Page<RightsRequest>> {
        let account = self.resident()?;
        let page = self.rights_of(account).page(row::Column::Number, paging).await?;
        self.read_rights(page, Reader::Resident).await
    }

    /// How many requests the resident has made.
    pub async fn count_my_rights_requests(&self) -> Result<u64> {
        let account = self.resident()?;
        self.rights_of(account).count().await
    }

    /// A page of the station's requests, by number; noted.
    pub async fn rights_requests(&self, state: Option<RightsState>, paging: &Paging) -> Result<Page<RightsRequest>> {
        self.may(Domain::Residents, Action::List)?;
        let page = self.rights_in_state(state).page(row::Column::Number, paging).await?;
        let subjects = page.items.iter().filter_map(|row| row.person_id).collect();
        let rows = page.items.len();
        self.note(
            self.precinct(),
            Entry::new("rightsRequests", Domain::Residents.as_str()).showing(subjects).rows(rows),
        );
        self.read_rights(page, Reader::Staff).await
    }

    /// How many there are in a state.
    pub async fn count_rights_requests(&self, state: Option<RightsState>) -> Result<u64> {
        self.may(Domain::Residents, Action::List)?;
        self.rights_in_state(state).count().await
    }

    /// One of the station's requests; noted.
    pub async fn rights_request(&self, id: RightsRequestId) -> Result<RightsRequest> {
        self.may(Domain::Residents, Action::List)?;
        let found = self.rows::<row::Entity>().get(id).await?.ok_or(Error::NotFound)?;
        self.note(
            self.precinct(),
            Entry::new("rightsRequest", Domain::Residents.as_str()).on("rights_request", id).rows(1),
        );
        self.read_right(found, Reader::Staff).await
    }

    fn rights_in_state(&self, state: Option<RightsState>) -> Rows<'_, row::Entity, Precinct> {
        self.rows::<row::Entity>().filter_some(state, |state| row::Column::State.eq(state.as_str()))
    }

    fn rights_of(&self, account: AccountId) -> Rows<'_, row::Entity, Precinct> {
        self.rows::<row::Entity>().filter(row::Column::AccountId.eq(account.0))
    }

    /// The day by which a request of today is answered.
    async fn rights_due(&self) -> Result<NaiveDate> {
        let today = self.store().clock().today();
        let limit = limits::in_force(self.store(), "rights.answer", today).await?;
        limit.last_day(today).ok_or_else(|| Error::internal("rights.answer is not counted by the calendar"))
    }

    async fn rights_key(&self) -> Result<DataKey> {
        self.store().data_key(self.precinct()).await
    }

    async fn read_rights(&self, page: Page<row::Model>, reader: Reader) -> Result<Page<RightsRequest>> {
        let key = self.rights_key().await?;
        let today = self.store().clock().today();
        let opened = page.items.into_iter().map(|row| opened(row, &key, today, reader));
        Ok(Page { items: opened.collect::<Result<_>>()?, more: page.more })
    }

    async fn read_right(&self, row: row::Model, reader: Reader) -> Result<RightsRequest> {
        opened(row, &self.rights_key().await?, self.store().clock().today(), reader)
    }
}

fn opened(row: row::Model, key: &DataKey, today: NaiveDate, reader: Reader) -> Result<RightsRequest> {
    let shown = |text: String| if reader == Reader::Resident { text } else { masking::free_text(&text) };
    Ok(RightsRequest {
        id: RightsRequestId(row.id),
        number: row.number,
        person: row.person_id.map(PersonId),
        kind: row.kind.parse().map_err(Error::internal)?,
        state: row.state.parse().map_err(Error::internal)?,
        text: shown(key.open_text(&row.text_sealed)?),
        received_at: row.received_at,
        due_on: row.due_on,
        overdue: row.answered_at.is_none() && row.due_on < today,
        answer: row.answer_sealed.as_deref().map(|sealed| key.open_text(sealed)).transpose()?.map(shown),
        reason: row.reason.as_deref().map(str::parse).transpose().map_err(Error::internal)?,
        handled_by: row.handled_by_name,
        answered_at: row.answered_at,
        version: row.version,
    })
}

fn length<'t>(field: &'static str, text: &'t str) -> Result<&'t str> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > TEXT {
        return Err(Error::invalid("LENGTH", field, format!("1 to {TEXT} characters are needed here")));
    }
    Ok(text)
}

/// What is heard of it.
fn changed(id: RightsRequestId, version: i32, state: RightsState) -> NewEvent {
    NewEvent::new(EventKind::RightsRequestChanged, "rights_request", id).version(version).saying(state)
}

owned!(row, RightsRequestId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "rights_request")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub precinct_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub number: String,
        pub account_id: Uuid,
        pub person_id: Option<Uuid>,
        pub kind: String,
        pub text_sealed: Vec<u8>,
        pub state: String,
        pub received_at: DateTimeUtc,
        pub due_on: Date,
        pub answer_sealed: Option<Vec<u8>>,
        pub reason: Option<String>,
        pub handled_by: Option<Uuid>,
        pub handled_by_name: Option<String>,
        pub answered_at: Option<DateTimeUtc>,
        pub version: i32,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
