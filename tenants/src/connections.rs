//! Connections to PostgreSQL, kept open between transactions (docs/decisions/0011).
//!
//! sqlx's own pool asks each connection a question of its own when it comes back; here what ends the transaction is that question. A
//! statement that is an operation's only one needs no transaction at all (docs/decisions/0015).

use std::ops::{Deref, DerefMut};
use std::time::Duration;

use deadpool::managed::{self, Metrics, Object, PoolError, RecycleResult};
use sea_orm::Values;
use sea_query_sqlx::SqlxValues;
use sqlx::postgres::{PgConnectOptions, PgConnection, PgRow};
use sqlx::{AssertSqlSafe, Connection as _, Executor};

use crate::ids::PrecinctId;

/// The connections of one purpose.
pub(crate) type Connections = managed::Pool<Opener>;

/// A connection, and the precinct whose rows its session shows outside of a transaction: none of them until it is told.
#[derive(Debug)]
pub(crate) struct Kept {
    connection: PgConnection,
    shows: Option<PrecinctId>,
}

impl Deref for Kept {
    type Target = PgConnection;

    fn deref(&self) -> &PgConnection {
        &self.connection
    }
}

impl DerefMut for Kept {
    fn deref_mut(&mut self) -> &mut PgConnection {
        &mut self.connection
    }
}

/// Opens connections.
#[derive(Debug)]
pub(crate) struct Opener(PgConnectOptions);

impl managed::Manager for Opener {
    type Type = Kept;
    type Error = sqlx::Error;

    async fn create(&self) -> Result<Kept, sqlx::Error> {
        Ok(Kept { connection: PgConnection::connect_with(&self.0).await?, shows: None })
    }

    // A connection comes back only after its transaction has ended well; whether it is alive still, its next BEGIN will tell.
    async fn recycle(&self, _: &mut Kept, _: &Metrics) -> RecycleResult<sqlx::Error> {
        Ok(())
    }
}

/// At most `size` connections, each opened when it is first needed.
pub(crate) fn connections(options: PgConnectOptions, size: u32) -> Result<Connections, managed::BuildError> {
    Connections::builder(Opener(options))
        .max_size(size as usize)
        // The one used last has the statements of now prepared.
        .queue_mode(managed::QueueMode::Lifo)
        .wait_timeout(Some(Duration::from_secs(5)))
        .create_timeout(Some(Duration::from_secs(5)))
        .runtime(deadpool::Runtime::Tokio1)
        .build()
}

/// A connection inside a transaction. Dropped, it rolls back off the caller's path and goes back to the others.
pub(crate) struct Held(Option<Object<Opener>>);

impl Held {
    /// Begins on a connection that is alive. One that died while nobody used it (the server was restarted, a firewall forgot it)
    /// shows by its first statement, which has done nothing then: the next one is taken, until none is left that is older than this.
    ///
    /// In a task of its own: a caller who gives up between BEGIN and its answer would leave the connection inside a transaction
    /// that nobody ends, with another's role, for whoever comes next.
    pub(crate) async fn begin(connections: &Connections, begin: String) -> Result<Self, sqlx::Error> {
        let connections = connections.clone();
        tokio::spawn(async move { Self::begin_alive(&connections, begin).await })
            .await
            .map_err(|_| sqlx::Error::WorkerCrashed)?
    }

    async fn begin_alive(connections: &Connections, begin: String) -> Result<Self, sqlx::Error> {
        for _ in 0..connections.status().max_size {
            match Self::begin_once(connections, &begin).await {
                Err(error) if has_died(&error) => {}
                outcome => return outcome,
            }
        }
        Self::begin_once(connections, &begin).await
    }

    async fn begin_once(connections: &Connections, begin: &str) -> Result<Self, sqlx::Error> {
        let mut connection = connections.get().await.map_err(from_pool)?;
        match connection.connection.execute(AssertSqlSafe(begin)).await {
            Ok(_) => Ok(Self(Some(connection))),
            Err(error) => {
                // What it is in now nobody knows.
                drop(Object::take(connection));
                Err(error)
            }
        }
    }

    /// The connection.
    pub(crate) fn connection(&mut self) -> Result<&mut PgConnection, sqlx::Error> {
        self.0.as_deref_mut().map(|kept| &mut kept.connection).ok_or(sqlx::Error::WorkerCrashed)
    }

    /// Commits. Given up in the middle, the connection is closed, and the server rolls back what it has not committed.
    pub(crate) async fn commit(mut self) -> Result<(), sqlx::Error> {
        match self.0.take() {
            Some(connection) => end(connection, "COMMIT").await,
            None => Err(sqlx::Error::WorkerCrashed),
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let (Some(connection), Ok(runtime)) = (self.0.take(), tokio::runtime::Handle::try_current()) {
            runtime.spawn(async move { end(connection, "ROLLBACK").await });
        }
    }
}

/// Ends the transaction, and with it the connection when that fails.
async fn end(connection: Object<Opener>, word: &'static str) -> Result<(), sqlx::Error> {
    let mut leaving = Leaving(Some(connection));
    let outcome = match leaving.0.as_deref_mut() {
        Some(kept) => kept.connection.execute(word).await.map(drop),
        None => Err(sqlx::Error::WorkerCrashed),
    };
    if outcome.is_ok() {
        drop(leaving.0.take());
    }
    outcome
}

/// One statement by itself, of a connection that shows the precinct's rows and no others. A connection that died while nobody used it
/// shows by it, and the next one is taken.
pub(crate) async fn glance(
    connections: &Connections,
    precinct: PrecinctId,
    sql: &str,
    values: &Values,
) -> Result<Vec<PgRow>, sqlx::Error> {
    for _ in 0..connections.status().max_size {
        match glance_once(connections, precinct, sql, values).await {
            Err(error) if has_died(&error) => {}
            outcome => return outcome,
        }
    }
    glance_once(connections, precinct, sql, values).await
}

async fn glance_once(
    connections: &Connections,
    precinct: PrecinctId,
    sql: &str,
    values: &Values,
) -> Result<Vec<PgRow>, sqlx::Error> {
    let mut leaving = Leaving(Some(connections.get().await.map_err(from_pool)?));
    let kept = leaving.0.as_deref_mut().ok_or(sqlx::Error::WorkerCrashed)?;
    kept.show(precinct).await?;
    let rows = sqlx::query_with(AssertSqlSafe(sql), SqlxValues(values.clone())).fetch_all(&mut kept.connection).await?;
    drop(leaving.0.take());
    Ok(rows)
}

impl Kept {
    /// Tells the session which precinct it shows, unless it was told so last.
    async fn show(&mut self, precinct: PrecinctId) -> Result<(), sqlx::Error> {
        if self.shows != Some(precinct) {
            self.connection.execute(AssertSqlSafe(format!("SET app.precinct_id = '{}'", precinct.0))).await?;
            self.shows = Some(precinct);
        }
        Ok(())
    }
}

/// A connection that is about to be done with: it goes back only when that was heard, and is closed otherwise.
struct Leaving(Option<Object<Opener>>);

impl Drop for Leaving {
    fn drop(&mut self) {
        if let Some(connection) = self.0.take() {
            drop(Object::take(connection));
        }
    }
}

fn from_pool(error: PoolError<sqlx::Error>) -> sqlx::Error {
    match error {
        PoolError::Backend(error) => error,
        PoolError::Closed => sqlx::Error::PoolClosed,
        _ => sqlx::Error::PoolTimedOut,
    }
}

/// Whether a connection ended rather than a statement: by the network, or by the server's word that it stops.
fn has_died(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_) => true,
        sqlx::Error::Database(said) => matches!(said.code().as_deref(), Some("57P01" | "57P02")),
        _ => false,
    }
}
