//! One transaction over either home, opened in one round trip and handed to sea-orm as a connection.
//!
//! sea-orm's own transactions cannot send `BEGIN` and `SET LOCAL` together nor begin a SQLite write with `BEGIN IMMEDIATE`;
//! sqlx's can, and sea-orm reads its rows (docs/decisions/0004). Nothing outside this crate can name a [`Tx`].

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use sea_orm::{
    ActiveModelTrait, ConnectionTrait, DbBackend, DbErr, EntityTrait, ExecResult, QueryResult, RuntimeErr, Statement,
    Value, Values,
};
use sea_query_sqlx::SqlxValues;
use sqlx::{AssertSqlSafe, Executor, Sqlite, SqlitePool};
use tokio::sync::Mutex;

use crate::connections::{self, Connections, Held};
use crate::error::{Error, Result};
use crate::ids::PrecinctId;

/// The connections of one home.
///
/// Reads have connections of their own: an operation keeps one while its answer waits for what others write (the audit trail)
/// or looks up (accounts, precincts), so those must never queue behind the operations that wait for them.
#[derive(Clone, Debug)]
pub(crate) enum Pool {
    Postgres {
        readers: Connections,
        /// For lone statements, outside of any transaction: their sessions, and only theirs, remember a precinct. None where what a session
        /// was told does not reach every server that answers (Citus).
        glances: Option<Connections>,
        others: Connections,
    },
    /// SQLite has one writer; readers see a snapshot beside it.
    Sqlite { readers: SqlitePool, others: SqlitePool, writer: SqlitePool },
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// A consistent snapshot that writes nothing, kept by one operation until its answer.
    Read,
    /// A short look at shared tables, possibly while an operation keeps its snapshot.
    Look,
    /// A change.
    Write,
}

/// Counts statements, and keeps their text when a test asks for it.
#[derive(Debug, Default)]
pub struct Meter {
    statements: AtomicU64,
    keeping: AtomicBool,
    kept: std::sync::Mutex<Vec<String>>,
}

impl Meter {
    /// Statements sent since the process began; transaction control is not counted.
    pub fn statements(&self) -> u64 {
        self.statements.load(Ordering::Relaxed)
    }

    /// Keeps the text of every statement from now on, and returns and forgets what was kept before.
    pub fn keep(&self) -> Vec<String> {
        self.keeping.store(true, Ordering::Relaxed);
        std::mem::take(&mut *self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    fn count(&self, sql: &str) {
        self.statements.fetch_add(1, Ordering::Relaxed);
        if self.keeping.load(Ordering::Relaxed) {
            self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push(sql.to_owned());
        }
    }
}

impl Pool {
    pub(crate) fn backend(&self) -> DbBackend {
        match self {
            Self::Postgres { .. } => DbBackend::Postgres,
            Self::Sqlite { .. } => DbBackend::Sqlite,
        }
    }

    /// Opens a transaction; `settings` are `SET LOCAL` statements that only PostgreSQL needs.
    pub(crate) async fn begin(&self, mode: Mode, settings: &str, meter: Arc<Meter>) -> Result<Tx> {
        let inner = match self {
            Self::Postgres { readers, others, .. } => {
                let (pool, begin) = match mode {
                    Mode::Read => (readers, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"),
                    Mode::Look => (others, "BEGIN READ ONLY"),
                    Mode::Write => (others, "BEGIN"),
                };
                Inner::Postgres(Held::begin(pool, format!("{begin}; {settings}")).await?)
            }
            Self::Sqlite { readers, others, writer } => Inner::Sqlite(match mode {
                Mode::Read => readers.begin().await?,
                Mode::Look => others.begin().await?,
                Mode::Write => writer.begin_with("BEGIN IMMEDIATE").await?,
            }),
        };
        Ok(Tx { backend: self.backend(), inner: Mutex::new(inner), meter })
    }
}

impl Pool {
    /// One statement by itself: it reads a precinct's rows and needs no snapshot beside its own. Nothing where only a transaction can
    /// say which precinct that is.
    pub(crate) async fn glance(
        &self,
        precinct: PrecinctId,
        statement: &Statement,
        meter: &Meter,
    ) -> Result<Option<Vec<QueryResult>>, DbErr> {
        let values = bound(statement)?;
        let rows = match self {
            Self::Postgres { glances: None, .. } => return Ok(None),
            Self::Postgres { glances: Some(glances), .. } => {
                meter.count(&statement.sql);
                let rows = connections::glance(glances, precinct, &statement.sql, &values.0).await;
                rows.map(|rows| rows.into_iter().map(QueryResult::from).collect())
            }
            Self::Sqlite { readers, .. } => {
                meter.count(&statement.sql);
                let rows = sqlx::query_with(AssertSqlSafe(statement.sql.as_str()), values).fetch_all(readers).await;
                rows.map(|rows| rows.into_iter().map(QueryResult::from).collect())
            }
        };
        rows.map(Some).map_err(failed)
    }
}

/// An open transaction. Dropped without [`Tx::commit`], it rolls back, off the caller's path.
pub(crate) struct Tx {
    backend: DbBackend,
    inner: Mutex<Inner>,
    meter: Arc<Meter>,
}

enum Inner {
    Postgres(Held),
    Sqlite(sqlx::Transaction<'static, Sqlite>),
}

/// Rows of one statement: no table has so many columns that more values were bound than SQLite takes.
pub(crate) const AT_ONCE: usize = 500;

impl Tx {
    /// Inserts rows of one table, in as few statements as they fit into.
    pub(crate) async fn insert_all<A: ActiveModelTrait>(&self, rows: &[A]) -> Result<()> {
        for some in rows.chunks(AT_ONCE) {
            A::Entity::insert_many(some.iter().cloned()).exec_without_returning(self).await?;
        }
        Ok(())
    }

    pub(crate) async fn commit(self) -> Result<()> {
        match self.inner.into_inner() {
            Inner::Postgres(tx) => tx.commit().await,
            Inner::Sqlite(tx) => tx.commit().await,
        }
        .map_err(Error::from)
    }
}

/// The values to bind. A text with U+0000, which PostgreSQL cannot hold and SQLite would, is refused alike on both.
fn bound(statement: &Statement) -> Result<SqlxValues, DbErr> {
    let values = statement.values.clone().unwrap_or(Values(Vec::new()));
    let is_foul = |value: &Value| matches!(value, Value::String(Some(text)) if text.contains('\0'));
    if values.0.iter().any(is_foul) { Err(DbErr::Type(NUL.to_owned())) } else { Ok(SqlxValues(values)) }
}

/// What a statement that would hold such a text fails with.
pub(crate) const NUL: &str = "a text holds the character U+0000";

fn failed(error: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(Arc::new(error)))
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.backend
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.meter.count(&statement.sql);
        let sql = AssertSqlSafe(statement.sql.as_str());
        match &mut *self.inner.lock().await {
            Inner::Postgres(tx) => {
                let connection = tx.connection().map_err(failed)?;
                sqlx::query_with(sql, bound(&statement)?).execute(connection).await.map(ExecResult::from)
            }
            Inner::Sqlite(tx) => {
                sqlx::query_with(sql, bound(&statement)?).execute(&mut **tx).await.map(ExecResult::from)
            }
        }
        .map_err(failed)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.meter.count(sql);
        match &mut *self.inner.lock().await {
            Inner::Postgres(tx) => {
                tx.connection().map_err(failed)?.execute(AssertSqlSafe(sql)).await.map(ExecResult::from)
            }
            Inner::Sqlite(tx) => tx.execute(AssertSqlSafe(sql)).await.map(ExecResult::from),
        }
        .map_err(failed)
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.meter.count(&statement.sql);
        let sql = AssertSqlSafe(statement.sql.as_str());
        match &mut *self.inner.lock().await {
            Inner::Postgres(tx) => sqlx::query_with(sql, bound(&statement)?)
                .fetch_optional(tx.connection().map_err(failed)?)
                .await
                .map(|row| row.map(QueryResult::from)),
            Inner::Sqlite(tx) => sqlx::query_with(sql, bound(&statement)?)
                .fetch_optional(&mut **tx)
                .await
                .map(|row| row.map(QueryResult::from)),
        }
        .map_err(failed)
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.meter.count(&statement.sql);
        let sql = AssertSqlSafe(statement.sql.as_str());
        match &mut *self.inner.lock().await {
            Inner::Postgres(tx) => sqlx::query_with(sql, bound(&statement)?)
                .fetch_all(tx.connection().map_err(failed)?)
                .await
                .map(|rows| rows.into_iter().map(QueryResult::from).collect()),
            Inner::Sqlite(tx) => sqlx::query_with(sql, bound(&statement)?)
                .fetch_all(&mut **tx)
                .await
                .map(|rows| rows.into_iter().map(QueryResult::from).collect()),
        }
        .map_err(failed)
    }
}
