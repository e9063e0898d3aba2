//! What happened in a precinct, in the order it was committed: the outbox that every live delivery reads.
//!
//! An event is written in the transaction of the change it tells of, by [`Work::emit`](crate::scope), and holds no personal value: it
//! says that something of a kind happened to a row, and whoever wants to know more asks for the row, under his own rights. Cursors
//! of a precinct are gapless and in commit order, because the head is locked from their drawing to the commit; so a reader that
//! remembers the last one misses nothing. The row is the truth; wake-ups (`hub.rs`) only say when to look.

mod feed;
mod hub;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, IntoActiveModel, Statement};
use uuid::Uuid;

use crate::clock::Ids;
use crate::error::{Error, Result};
use crate::ids::{ActId, ApplicationId, EventId, PrecinctId};
use crate::members::Member;
use crate::page::{Page, Paging};
use crate::roles::{Action, Domain};
use crate::scope::{Precinct, Rows, Scope, owned};
use crate::transaction::Tx;
use crate::words::{Words, words};

pub use feed::{Batch, Feed, Hearing};
pub(crate) use hub::{Following, Hub};

words! {
    /// What happened (事件类型). A new domain adds its word here, and in `EventKind::domain` whose right to list lets it be heard.
    pub enum EventKind {
        /// A register act was recorded (登记行为).
        ActRecorded = "ACT_RECORDED",
        /// A household changed by an act (户变动).
        HouseholdChanged = "HOUSEHOLD_CHANGED",
        /// A person's entry changed by an act (人员变动).
        PersonChanged = "PERSON_CHANGED",
        /// A move was filed, or went a step (迁移变动).
        TransferChanged = "TRANSFER_CHANGED",
        /// An application was filed, or made a step (业务变动).
        ApplicationChanged = "APPLICATION_CHANGED",
        /// A case file was opened or closed (案卷变动).
        CaseFileChanged = "CASE_FILE_CHANGED",
        /// An approval to reveal was asked for or decided (审批变动).
        RevealApprovalChanged = "REVEAL_APPROVAL_CHANGED",
        /// A temporary registration was made, extended or ended (暂住登记变动).
        StayChanged = "STAY_CHANGED",
        /// A residence permit changed its state, address or endorsement, or its holder is to be reminded (居住证变动).
        ResidencePermitChanged = "RESIDENCE_PERMIT_CHANGED",
        /// A rental, its tenants or its checks changed (出租房屋变动).
        RentalChanged = "RENTAL_CHANGED",
        /// A document was received whole, or refused (材料变动).
        DocumentChanged = "DOCUMENT_CHANGED",
        /// A certificate was issued or revoked (户籍证明变动).
        CertificateChanged = "CERTIFICATE_CHANGED",
        /// A resident said who he is, or the window looked at it (居民身份核对变动).
        ResidentConfirmationChanged = "RESIDENT_CONFIRMATION_CHANGED",
        /// A resident's request about his own data was handed in or dealt with (权利请求变动).
        RightsRequestChanged = "RIGHTS_REQUEST_CHANGED",
        /// An appointment was made, made a step, or lost its place by a change of the hours (预约变动).
        AppointmentChanged = "APPOINTMENT_CHANGED",
        /// Another office was asked for an application, or answered (协助事项变动).
        AssistTaskChanged = "ASSIST_TASK_CHANGED",
    }
}

impl EventKind {
    /// Whoever may list this domain hears of the kind.
    pub const fn domain(self) -> Domain {
        match self {
            Self::ActRecorded | Self::HouseholdChanged => Domain::Households,
            Self::PersonChanged => Domain::Persons,
            Self::TransferChanged => Domain::Transfers,
            Self::ApplicationChanged | Self::AssistTaskChanged => Domain::Applications,
            Self::CaseFileChanged => Domain::CaseFiles,
            Self::RevealApprovalChanged => Domain::Approvals,
            Self::StayChanged => Domain::Stays,
            Self::ResidencePermitChanged => Domain::Permits,
            Self::RentalChanged => Domain::Rentals,
            Self::DocumentChanged => Domain::Documents,
            Self::CertificateChanged => Domain::Certificates,
            Self::ResidentConfirmationChanged | Self::RightsRequestChanged => Domain::Residents,
            Self::AppointmentChanged => Domain::Appointments,
        }
    }

    /// The kinds a member hears of.
    pub fn heard_by(member: &Member) -> Vec<Self> {
        Self::ALL.iter().copied().filter(|kind| member.may(kind.domain(), Action::List)).collect()
    }
}

/// An event about to be written.
#[derive(Clone, Debug)]
pub struct NewEvent {
    kind: EventKind,
    subject: (&'static str, Uuid),
    version: Option<i32>,
    fact: Option<&'static str>,
    act: Option<ActId>,
}

impl NewEvent {
    /// Something of a kind happened to a row, named by its table and id.
    pub fn new(kind: EventKind, table: &'static str, id: impl Into<Uuid>) -> Self {
        Self { kind, subject: (table, id.into()), version: None, fact: None, act: None }
    }

    /// The row's version since.
    #[must_use]
    pub fn version(mut self, version: i32) -> Self {
        self.version = Some(version);
        self
    }

    /// What became of it: a word of a closed set, so that no personal value can be meant.
    #[must_use]
    pub fn saying<W: Words>(mut self, word: W) -> Self {
        self.fact = Some(word.word());
        self
    }

    /// By which register act.
    #[must_use]
    pub fn of_act(mut self, act: ActId) -> Self {
        self.act = Some(act);
        self
    }
}

/// An event (事件).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The event.
    pub id: EventId,
    /// Where it happened.
    pub precinct: PrecinctId,
    /// Its place among the precinct's events, from 1 without a gap.
    pub cursor: i64,
    /// What happened.
    pub kind: EventKind,
    /// To which row: its table and id.
    pub subject: (String, Uuid),
    /// The row's version since.
    pub version: Option<i32>,
    /// What became of it, a word of a closed set.
    pub fact: Option<String>,
    /// By which register act.
    pub act: Option<ActId>,
    /// When.
    pub at: DateTime<Utc>,
}

impl TryFrom<row::Model> for Event {
    type Error = Error;

    fn try_from(row: row::Model) -> Result<Self> {
        Ok(Self {
            id: EventId(row.id),
            precinct: PrecinctId(row.precinct_id),
            cursor: row.cursor,
            kind: row.kind.parse().map_err(Error::internal)?,
            subject: (row.subject_kind, row.subject_id),
            version: row.version,
            fact: row.fact,
            act: row.act_id.map(ActId),
            at: row.at,
        })
    }
}

/// What follows a cursor.
#[derive(Clone, Debug)]
pub struct Tail {
    /// The events the asker may hear of, oldest first.
    pub events: Vec<Event>,
    /// The last cursor looked at, heard of or not: where to go on.
    pub cursor: i64,
}

impl Scope<Precinct> {
    /// The next events after a cursor, at most `limit` looked at; those the asker may not hear of are passed over.
    pub async fn events_after(&self, cursor: i64, limit: u64) -> Result<Tail> {
        let heard = EventKind::heard_by(self.member());
        let rows = self.rows::<row::Entity>().filter(row::Column::Cursor.gt(cursor));
        let rows = rows.ascending(row::Column::Cursor).list(limit).await?;
        let last = rows.last().map_or(cursor, |row| row.cursor);
        let heard = rows.into_iter().filter(|row| heard.iter().any(|kind| kind.as_str() == row.kind));
        Ok(Tail { events: heard.map(Event::try_from).collect::<Result<_>>()?, cursor: last })
    }

    /// The steps of an application among the next events after a cursor, at most `limit` looked at; whose it is, the caller asks.
    pub(crate) async fn steps_after(&self, application: ApplicationId, cursor: i64, limit: u64) -> Result<Tail> {
        let rows = self.rows::<row::Entity>().filter(row::Column::Cursor.gt(cursor));
        let rows = rows.ascending(row::Column::Cursor).list(limit).await?;
        let last = rows.last().map_or(cursor, |row| row.cursor);
        let kind = EventKind::ApplicationChanged.as_str();
        let its = rows.into_iter().filter(|row| row.kind == kind && row.subject_id == application.0);
        Ok(Tail { events: its.map(Event::try_from).collect::<Result<_>>()?, cursor: last })
    }

    /// The next events of the resident's own appointments after a cursor, at most `limit` looked at; all others are passed over.
    pub(crate) async fn own_appointments_after(&self, cursor: i64, limit: u64) -> Result<Tail> {
        let account = self.resident()?;
        let rows = self.rows::<row::Entity>().filter(row::Column::Cursor.gt(cursor));
        let rows = rows.ascending(row::Column::Cursor).list(limit).await?;
        let last = rows.last().map_or(cursor, |row| row.cursor);
        let told = |row: &row::Model| row.kind == EventKind::AppointmentChanged.as_str();
        let ids: Vec<Uuid> = rows.iter().filter(|row| told(row)).map(|row| row.subject_id).collect();
        let own = if ids.is_empty() { Vec::new() } else { self.own_among(account, &ids).await? };
        let heard = rows.into_iter().filter(|row| told(row) && own.contains(&row.subject_id));
        Ok(Tail { events: heard.map(Event::try_from).collect::<Result<_>>()?, cursor: last })
    }

    /// A page of events after a cursor, oldest first, of these kinds or of every kind the asker may hear of.
    pub async fn event_page(&self, kinds: Option<&[EventKind]>, paging: &Paging) -> Result<Page<Event>> {
        let after = match &paging.after {
            Some(key) => key.sort.parse().map_err(Error::internal)?,
            None => 0_i64,
        };
        let rows = self.heard(kinds)?.filter(row::Column::Cursor.gt(after)).ascending(row::Column::Cursor);
        let page = Page::cut(rows.list(u64::from(paging.first) + 1).await?, paging.first);
        let items = page.items.into_iter().map(Event::try_from).collect::<Result<_>>()?;
        Ok(Page { items, more: page.more })
    }

    /// How many events of these kinds there are.
    pub async fn count_events(&self, kinds: Option<&[EventKind]>) -> Result<u64> {
        self.heard(kinds)?.count().await
    }

    /// The number of the last event; 0 before the first.
    pub async fn last_event(&self) -> Result<i64> {
        let rows = self.query("SELECT cursor FROM outbox_head WHERE precinct_id = $1", Vec::new()).await?;
        rows.first().map_or(Ok(0), |row| Ok(row.try_get_by_index(0)?))
    }

    /// Events of these kinds; a kind that may not be heard of is refused, and without any nothing can be asked.
    fn heard(&self, kinds: Option<&[EventKind]>) -> Result<Rows<'_, row::Entity, Precinct>> {
        let may = EventKind::heard_by(self.member());
        let kinds = kinds.unwrap_or(&may);
        if kinds.is_empty() || kinds.iter().any(|kind| !may.contains(kind)) {
            return Err(Error::Denied);
        }
        Ok(self.rows::<row::Entity>().filter(row::Column::Kind.is_in(kinds.iter().map(|kind| kind.as_str()))))
    }
}

/// Writes events into a precinct's outbox inside `tx`, which must be open for that precinct; answers the last one's cursor, or
/// nothing when there is none to write. The head stays locked until the commit, which is what makes cursors gapless and ordered.
pub(crate) async fn append(
    tx: &Tx,
    (precinct, at): (PrecinctId, DateTime<Utc>),
    ids: &Ids,
    events: &[NewEvent],
) -> Result<Option<i64>> {
    let Some(last) = draw(tx, precinct, events.len()).await? else { return Ok(None) };
    let first = last - i64::try_from(events.len()).map_err(Error::internal)? + 1;
    let rows = (first..=last).zip(events).map(|(cursor, event)| row::Model {
        precinct_id: precinct.0,
        cursor,
        id: ids.next(at),
        kind: event.kind.as_str().to_owned(),
        subject_kind: event.subject.0.to_owned(),
        subject_id: event.subject.1,
        version: event.version,
        fact: event.fact.map(str::to_owned),
        act_id: event.act.map(Uuid::from),
        at,
    });
    let rows: Vec<row::ActiveModel> = rows.map(|row| row.into_active_model().reset_all()).collect();
    tx.insert_all(&rows).await?;
    Ok(Some(last))
}

/// Draws as many cursors as there are events, and answers the last.
async fn draw(tx: &Tx, precinct: PrecinctId, events: usize) -> Result<Option<i64>> {
    if events == 0 {
        return Ok(None);
    }
    let count = i64::try_from(events).map_err(Error::internal)?;
    let sql = "INSERT INTO outbox_head (precinct_id, cursor) VALUES ($1, $2) \
               ON CONFLICT (precinct_id) DO UPDATE SET cursor = outbox_head.cursor + excluded.cursor RETURNING cursor";
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, [precinct.into(), count.into()]);
    let row = tx.query_one_raw(statement).await?.ok_or_else(|| Error::internal("an outbox without a head"))?;
    Ok(Some(row.try_get_by_index(0)?))
}

owned!(row, EventId);

pub(crate) mod row {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "outbox")]
    pub struct Model {
        pub precinct_id: Uuid,
        pub cursor: i64,
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub kind: String,
        pub subject_kind: String,
        pub subject_id: Uuid,
        pub version: Option<i32>,
        pub fact: Option<String>,
        pub act_id: Option<Uuid>,
        pub at: DateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}
