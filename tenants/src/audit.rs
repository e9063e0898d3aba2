//! The audit trail: append-only, hash-chained per precinct, of changes and of reads (SEC-04…SEC-07).
//!
//! A change's entry is written in the change's own transaction. A read's entry goes through a group commit: answers wait for
//! the batch that holds their entry, and an entry that cannot be written fails the read (SEC-07).

mod trail;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{ConnectionTrait, Statement, Value};
use sha2::{Digest, Sha256};
use tokio::sync::{mpsc, oneshot};
use uuid::Uuid;

use crate::error::{Error, Result};
use crate::ids::{AccountId, PrecinctId};
use crate::masking;
use crate::transaction::{Meter, Mode, Pool, Tx};
use crate::words::words;

pub use trail::{AuditEntry, AuditFilter, Seen, Seq, Sighting, Verdict};

words! {
    /// How an operation ended (结果).
    pub enum Outcome as AuditResult {
        /// Answered or done.
        Ok = "OK",
        /// Refused by the role table, a quota or for want of a purpose.
        Denied = "DENIED",
        /// Nothing there for this asker.
        NotFound = "NOT_FOUND",
        /// Refused by a rule.
        Invalid = "INVALID",
        /// Broke off.
        Failed = "FAILED",
    }
}

impl Outcome {
    /// What an error means for the trail.
    pub fn of(error: &Error) -> Self {
        match error {
            Error::NotFound => Self::NotFound,
            Error::Denied
            | Error::PurposeRequired(_)
            | Error::ApprovalRequired
            | Error::Suspended
            | Error::Quota { .. } => Self::Denied,
            Error::Invalid { .. }
            | Error::Conflict(_)
            | Error::Stale { .. }
            | Error::Overtaken { .. }
            | Error::Contended
            | Error::Invariant { .. }
            | Error::Repeated => Self::Invalid,
            Error::StorageFull | Error::Unavailable(_) | Error::Internal(_) => Self::Failed,
        }
    }
}

/// Who did it, from where: fixed for a whole operation (SEC-06).
#[derive(Clone, Debug)]
pub struct Who {
    /// None for the operator's command line and for unknown logins.
    pub account: Option<AccountId>,
    /// The account's display name then.
    pub name: String,
    /// The role then.
    pub role: String,
    /// From which terminal: class and network address.
    pub terminal: String,
    /// The request's id, also in the answer and the logs.
    pub request_id: String,
}

/// What was done to what, and why (SEC-06). Made with [`Entry::new`] and its builders.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Which function, e.g. `personSearch`.
    pub function: &'static str,
    /// Which domain of the role table, e.g. `PERSONS`.
    pub domain: &'static str,
    /// On which object: kind and id.
    pub object: Option<(&'static str, Uuid)>,
    /// With which condition, in words that hold no C2 or C3 value.
    pub condition: Option<String>,
    /// With which result.
    pub outcome: Outcome,
    /// How many rows were shown or changed.
    pub rows: usize,
    /// The purpose stated.
    pub purpose: Option<String>,
    /// The case file referred to.
    pub case_ref: Option<String>,
    /// The rows shown: persons, or the households of a list whose members follow from the register.
    pub subjects: Vec<Uuid>,
}

impl Entry {
    /// An entry with a result of [`Outcome::Ok`] and nothing else said.
    pub fn new(function: &'static str, domain: &'static str) -> Self {
        Self {
            function,
            domain,
            object: None,
            condition: None,
            outcome: Outcome::Ok,
            rows: 0,
            purpose: None,
            case_ref: None,
            subjects: Vec::new(),
        }
    }

    /// Names the object.
    #[must_use]
    pub fn on(mut self, kind: &'static str, id: impl Into<Uuid>) -> Self {
        self.object = Some((kind, id.into()));
        self
    }

    /// Names the condition.
    #[must_use]
    pub fn when(mut self, condition: impl Into<String>) -> Self {
        let condition: String = condition.into();
        self.condition = Some(condition.replace(char::is_control, ""));
        self
    }

    /// Names what was shown; the count follows.
    #[must_use]
    pub fn showing(mut self, subjects: Vec<Uuid>) -> Self {
        self.rows = subjects.len();
        self.subjects = subjects;
        self
    }

    /// States the purpose and, for C3, the case.
    #[must_use]
    pub fn why(mut self, purpose: impl Into<String>, case_ref: Option<String>) -> Self {
        self.purpose = Some(purpose.into());
        self.case_ref = case_ref.map(|typed| masking::reference(&typed));
        self
    }

    /// Sets the number of rows.
    #[must_use]
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// Sets how it ended.
    #[must_use]
    pub fn ended(mut self, outcome: Outcome) -> Self {
        self.outcome = outcome;
        self
    }
}

/// An entry with its time and author, ready for a chain.
#[derive(Clone, Debug)]
pub(crate) struct Stamped {
    pub(crate) at: DateTime<Utc>,
    pub(crate) who: Arc<Who>,
    pub(crate) entry: Entry,
}

/// A person shown to an account on a day for the first time (PRV-10).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sighted {
    pub(crate) account: AccountId,
    pub(crate) day: NaiveDate,
    pub(crate) person: Uuid,
}

const COLUMNS: [&str; 20] = [
    "precinct_id",
    "seq",
    "at",
    "account_id",
    "account_name",
    "role",
    "terminal",
    "request_id",
    "function",
    "domain",
    "object_kind",
    "object_id",
    "condition",
    "result",
    "row_count",
    "purpose",
    "case_ref",
    "subjects",
    "prev_hash",
    "hash",
];
/// Rows of one INSERT at most; each smaller number has a statement of its own, so that a batch is one as a rule.
const ROWS: usize = 32;

/// Where a chain ends: the last entry's number and hash.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    seq: i64,
    hash: Vec<u8>,
}

/// Where the chains ended when this process wrote them last. What stands here is compared when it is used, so that it may be old.
#[derive(Debug, Default)]
pub(crate) struct Heads(std::sync::Mutex<HashMap<PrecinctId, Head>>);

impl Heads {
    fn of(&self, precinct: PrecinctId) -> Option<Head> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&precinct).cloned()
    }

    /// Says where a chain ends since what was written to it is committed.
    pub(crate) fn ends(&self, precinct: PrecinctId, head: Head) {
        let mut heads = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if heads.get(&precinct).is_none_or(|known| known.seq < head.seq) {
            heads.insert(precinct, head);
        }
    }

    fn forget(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

/// Appends entries to a precinct's chain inside `tx`, which must be open for that precinct; answers where it ends since. Where the chain
/// still ends where this process wrote last, a statement is spared.
pub(crate) async fn append(tx: &Tx, precinct: PrecinctId, heads: &Heads, entries: &[Stamped]) -> Result<Head> {
    if let Some(head) = heads.of(precinct) {
        let (values, end) = chained(precinct, &head, entries);
        if advance(tx, precinct, &head, &end).await? {
            insert(tx, values).await?;
            return Ok(end);
        }
    }
    let head = lock_head(tx, precinct).await?;
    let (values, end) = chained(precinct, &head, entries);
    if !advance(tx, precinct, &head, &end).await? {
        return Err(Error::internal("the audit chain's head moved under its lock"));
    }
    insert(tx, values).await?;
    Ok(end)
}

/// The rows of entries chained to a head, and the head after them.
fn chained(precinct: PrecinctId, head: &Head, entries: &[Stamped]) -> (Vec<Value>, Head) {
    let (mut seq, mut hash) = (head.seq, head.hash.clone());
    let mut values = Vec::with_capacity(entries.len() * COLUMNS.len());
    for stamped in entries {
        seq += 1;
        let subjects = packed(&stamped.entry.subjects);
        let next = link(&hash, precinct, seq, &stamped.facts(subjects.as_deref()));
        row_values(&mut values, (precinct, seq), stamped, subjects, [&hash, &next]);
        hash = next;
    }
    (values, Head { seq, hash })
}

/// Moves the chain's head, if it still stands where it is said to; locks it either way.
async fn advance(tx: &Tx, precinct: PrecinctId, from: &Head, to: &Head) -> Result<bool> {
    let sql = "UPDATE audit_head SET seq = $2, hash = $3 WHERE precinct_id = $1 AND seq = $4 AND hash = $5";
    let values: [Value; 5] =
        [precinct.into(), to.seq.into(), to.hash.clone().into(), from.seq.into(), from.hash.clone().into()];
    let moved = tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    Ok(moved.rows_affected() == 1)
}

/// Takes the chain's head; PostgreSQL locks the row, SQLite has one writer anyway.
async fn lock_head(tx: &Tx, precinct: PrecinctId) -> Result<Head> {
    let sql = match tx.get_database_backend() {
        sea_orm::DbBackend::Postgres => "SELECT seq, hash FROM audit_head WHERE precinct_id = $1 FOR UPDATE",
        _ => "SELECT seq, hash FROM audit_head WHERE precinct_id = $1",
    };
    let row =
        tx.query_one_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, [precinct.into()])).await?;
    let row = row.ok_or_else(|| Error::internal("a precinct without an audit chain"))?;
    Ok(Head { seq: row.try_get_by_index(0)?, hash: row.try_get_by_index(1)? })
}

fn row_values(
    values: &mut Vec<Value>,
    (precinct, seq): (PrecinctId, i64),
    stamped: &Stamped,
    subjects: Option<Vec<u8>>,
    [prev, hash]: [&[u8]; 2],
) {
    let Stamped { at, who, entry } = stamped;
    values.extend([
        precinct.into(),
        seq.into(),
        (*at).into(),
        who.account.map(Uuid::from).into(),
        who.name.as_str().into(),
        who.role.as_str().into(),
        who.terminal.as_str().into(),
        who.request_id.as_str().into(),
        entry.function.into(),
        entry.domain.into(),
        entry.object.map(|(kind, _)| kind.to_owned()).into(),
        entry.object.map(|(_, id)| id).into(),
        entry.condition.clone().into(),
        entry.outcome.as_str().into(),
        count(entry.rows).into(),
        entry.purpose.clone().into(),
        entry.case_ref.clone().into(),
        subjects.into(),
        prev.to_vec().into(),
        hash.to_vec().into(),
    ]);
}

fn count(rows: usize) -> i32 {
    i32::try_from(rows).unwrap_or(i32::MAX)
}

/// Subjects as they are stored: their 16 bytes one after the other, none as NULL.
fn packed(subjects: &[Uuid]) -> Option<Vec<u8>> {
    (!subjects.is_empty()).then(|| subjects.iter().flat_map(|id| *id.as_bytes()).collect())
}

/// Inserts the rows of entries.
async fn insert(tx: &Tx, values: Vec<Value>) -> Result<()> {
    let mut values = values.into_iter();
    while values.len() > 0 {
        let rows = ROWS.min(values.len() / COLUMNS.len());
        let chunk: Vec<Value> = values.by_ref().take(rows * COLUMNS.len()).collect();
        tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), insert_sql(rows), chunk)).await?;
    }
    Ok(())
}

fn insert_sql(rows: usize) -> &'static str {
    static TEXTS: OnceLock<Vec<String>> = OnceLock::new();
    &TEXTS.get_or_init(|| (1..=ROWS).map(|rows| insert_text("audit_entry", &COLUMNS, rows, "")).collect())[rows - 1]
}

/// `INSERT INTO table (…) VALUES ($1, …), (…) suffix`.
fn insert_text(table: &str, columns: &[&str], rows: usize, suffix: &str) -> String {
    let row = |row: usize| {
        let places: Vec<String> =
            (1..=columns.len()).map(|column| format!("${}", row * columns.len() + column)).collect();
        format!("({})", places.join(", "))
    };
    format!(
        "INSERT INTO {table} ({}) VALUES {}{suffix}",
        columns.join(", "),
        (0..rows).map(row).collect::<Vec<_>>().join(", ")
    )
}

/// An entry's stored fields, as the chain hashes them: made from what is written, and again from what is read.
pub(crate) struct Facts<'a> {
    at: DateTime<Utc>,
    account: Option<Uuid>,
    texts: [&'a str; 7],
    object_kind: Option<&'a str>,
    object_id: Option<Uuid>,
    condition: Option<&'a str>,
    purpose: Option<&'a str>,
    case_ref: Option<&'a str>,
    rows: i32,
    subjects: Option<&'a [u8]>,
}

impl Stamped {
    fn facts<'a>(&'a self, subjects: Option<&'a [u8]>) -> Facts<'a> {
        let Self { at, who, entry } = self;
        Facts {
            at: *at,
            account: who.account.map(Uuid::from),
            texts: [
                &who.name,
                &who.role,
                &who.terminal,
                &who.request_id,
                entry.function,
                entry.domain,
                entry.outcome.as_str(),
            ],
            object_kind: entry.object.map(|(kind, _)| kind),
            object_id: entry.object.map(|(_, id)| id),
            condition: entry.condition.as_deref(),
            purpose: entry.purpose.as_deref(),
            case_ref: entry.case_ref.as_deref(),
            rows: count(entry.rows),
            subjects,
        }
    }
}

/// The hash of an entry: over its predecessor's hash and every stored field, each with its length before it; a field that is
/// not there has a length that no field has.
pub(crate) fn link(prev: &[u8], precinct: PrecinctId, seq: i64, facts: &Facts<'_>) -> Vec<u8> {
    let mut hash = Sha256::new();
    let mut field = |bytes: Option<&[u8]>| {
        hash.update(bytes.map_or(u64::MAX, |bytes| bytes.len() as u64).to_be_bytes());
        hash.update(bytes.unwrap_or_default());
    };
    field(Some(prev));
    field(Some(precinct.0.as_bytes()));
    field(Some(&seq.to_be_bytes()));
    field(Some(&facts.at.timestamp_micros().to_be_bytes()));
    for id in [&facts.account, &facts.object_id] {
        field(id.as_ref().map(|id| id.as_bytes().as_slice()));
    }
    for text in facts.texts {
        field(Some(text.as_bytes()));
    }
    for text in [facts.object_kind, facts.condition, facts.purpose, facts.case_ref] {
        field(text.map(str::as_bytes));
    }
    field(Some(&facts.rows.to_be_bytes()));
    field(facts.subjects);
    hash.finalize().to_vec()
}

/// A new precinct's empty chain.
pub(crate) fn genesis(precinct: PrecinctId) -> Vec<u8> {
    Sha256::digest(precinct.0.as_bytes()).to_vec()
}

/// The way into the group commit. Cheap to clone; the writer ends when the last clone is dropped.
#[derive(Clone, Debug)]
pub(crate) struct Trail {
    sender: mpsc::Sender<Pending>,
    heads: Arc<Heads>,
}

struct Pending {
    precinct: PrecinctId,
    entries: Vec<Stamped>,
    sighted: Vec<Sighted>,
    done: oneshot::Sender<Result<(), String>>,
}

impl Trail {
    /// Starts the writer.
    pub(crate) fn start(pool: Pool, meter: Arc<Meter>) -> Self {
        let (sender, receiver) = mpsc::channel(4096);
        let heads = Arc::new(Heads::default());
        tokio::spawn(write_batches(pool, meter, receiver, Arc::clone(&heads)));
        Self { sender, heads }
    }

    /// Where the chains end as far as this process knows.
    pub(crate) fn heads(&self) -> &Heads {
        &self.heads
    }

    /// Writes entries and first sights, and returns when they are committed.
    pub(crate) async fn record(
        &self,
        precinct: PrecinctId,
        entries: Vec<Stamped>,
        sighted: Vec<Sighted>,
    ) -> Result<()> {
        if entries.is_empty() && sighted.is_empty() {
            return Ok(());
        }
        let (done, written) = oneshot::channel();
        let gone = |_| Error::Unavailable("the audit trail has stopped".into());
        self.sender
            .send(Pending { precinct, entries, sighted, done })
            .await
            .map_err(|_| Error::Unavailable("the audit trail has stopped".into()))?;
        written.await.map_err(gone)?.map_err(Error::Unavailable)
    }
}

async fn write_batches(pool: Pool, meter: Arc<Meter>, mut receiver: mpsc::Receiver<Pending>, heads: Arc<Heads>) {
    let mut batch = Vec::new();
    while receiver.recv_many(&mut batch, 256).await > 0 {
        // Sorted by precinct: chains are locked in one order, so that two processes cannot wait for each other.
        batch.sort_by_key(|pending| pending.precinct);
        let outcome = write_batch(&pool, &meter, &batch, &heads).await.map_err(|error| error.to_string());
        if let Err(error) = &outcome {
            // What stands there now is for the database to say.
            heads.forget();
            tracing::error!(error, entries = batch.len(), "audit batch failed");
        }
        for pending in batch.drain(..) {
            // A reader that has gone away needs no answer.
            let _ = pending.done.send(outcome.clone());
        }
    }
}

async fn write_batch(pool: &Pool, meter: &Arc<Meter>, batch: &[Pending], heads: &Heads) -> Result<()> {
    let Some(first) = batch.first() else { return Ok(()) };
    let tx = pool.begin(Mode::Write, &enter(first.precinct), Arc::clone(meter)).await?;
    let mut ends = Vec::new();
    for group in batch.chunk_by(|a, b| a.precinct == b.precinct) {
        let precinct = group[0].precinct;
        if precinct != first.precinct && pool.backend() == sea_orm::DbBackend::Postgres {
            tx.execute_unprepared(&enter(precinct)).await?;
        }
        ends.extend(write_group(&tx, precinct, group, heads).await?.map(|head| (precinct, head)));
    }
    tx.commit().await?;
    for (precinct, head) in ends {
        heads.ends(precinct, head);
    }
    Ok(())
}

/// The statement that tells PostgreSQL's policies which precinct this transaction is for.
pub(crate) fn enter(precinct: PrecinctId) -> String {
    format!("SET LOCAL app.precinct_id = '{}'", precinct.0)
}

async fn write_group(tx: &Tx, precinct: PrecinctId, group: &[Pending], heads: &Heads) -> Result<Option<Head>> {
    let sighted: Vec<Sighted> = group.iter().flat_map(|pending| pending.sighted.iter().copied()).collect();
    insert_sighted(tx, precinct, sighted).await?;
    let entries: Vec<Stamped> = group.iter().flat_map(|pending| pending.entries.iter().cloned()).collect();
    if entries.is_empty() { Ok(None) } else { append(tx, precinct, heads, &entries).await.map(Some) }
}

const SIGHTED: [&str; 4] = ["precinct_id", "account_id", "day", "person_id"];
const SIGHTED_ROWS: usize = 32;

/// The text for a power of two of rows.
fn sighted_sql(rows: usize) -> &'static str {
    static TEXTS: OnceLock<Vec<String>> = OnceLock::new();
    let text = |power: u32| insert_text("sighting", &SIGHTED, 1 << power, " ON CONFLICT DO NOTHING");
    &TEXTS.get_or_init(|| (0..=SIGHTED_ROWS.ilog2()).map(text).collect())[rows.ilog2() as usize]
}

/// First sights in chunks of 32. A chunk repeats its last row, which `DO NOTHING` swallows, up to a power of two, so that there are
/// few texts to prepare. Whoever writes them writes them before he locks a head, and in the order of the persons: two processes that
/// show an account the same persons wait for each other one way only.
pub(crate) async fn insert_sighted(tx: &Tx, precinct: PrecinctId, mut sighted: Vec<Sighted>) -> Result<()> {
    sighted.sort_unstable_by_key(|one| (one.account, one.person));
    for chunk in sighted.chunks(SIGHTED_ROWS) {
        let Some(last) = chunk.last() else { break };
        let length = chunk.len().next_power_of_two();
        let rows = chunk.iter().chain(std::iter::repeat(last)).take(length);
        let values: Vec<Value> =
            rows.flat_map(|row| [precinct.into(), row.account.into(), row.day.into(), row.person.into()]).collect();
        let sql = sighted_sql(length);
        tx.execute_raw(Statement::from_sql_and_values(tx.get_database_backend(), sql, values)).await?;
    }
    Ok(())
}
