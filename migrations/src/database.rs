//! One connection to the database being changed.

use std::str::FromStr;
use std::time::Duration;

use sea_orm_migration::prelude::{ConnectionTrait, MigratorTrait};
use sea_orm_migration::sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sea_orm_migration::sea_orm::{self, ConnectOptions, DatabaseConnection, DbBackend, QueryResult, Statement};
use url::Url;

use crate::{Error, Migrator};

/// Held while the tables change; any number will do, as long as every version of this crate takes the same.
const LOCK: i64 = 0x6875_6A69;

/// A single connection, so that a session's lock and settings hold for every statement.
pub(crate) struct Database {
    pub(crate) connection: DatabaseConnection,
}

/// Opens the database named by `url`; a SQLite file is created when missing, with its journal in WAL mode.
#[expect(clippy::disallowed_methods, reason = "migrations hold their own connection under the owner's role")]
pub(crate) async fn open(url: &str) -> Result<Database, Error> {
    let place = place(url)?;
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(1)
        .sqlx_logging(false)
        .connect_timeout(Duration::from_secs(10))
        .acquire_timeout(Duration::from_secs(10))
        .map_sqlx_sqlite_opts(|sqlite| {
            sqlite.create_if_missing(true).journal_mode(SqliteJournalMode::Wal).busy_timeout(Duration::from_secs(10))
        });
    let connection = sea_orm::Database::connect(options).await;
    let connection = connection.map_err(|source| Error::Unreachable { place, source })?;
    Ok(Database { connection })
}

/// Whether `url` names a SQLite file that is not there; asking must not create it.
pub(crate) fn is_missing_file(url: &str) -> Result<bool, Error> {
    place(url)?;
    if !url.starts_with("sqlite:") {
        return Ok(false);
    }
    let options = SqliteConnectOptions::from_str(url).map_err(|fault| Error::Url(fault.to_string()))?;
    Ok(!url.contains(":memory:") && !options.get_filename().exists())
}

/// The database as it may be shown: without the password, and without the query that may hold one.
pub(crate) fn place(url: &str) -> Result<String, Error> {
    if url.starts_with("sqlite:") {
        return Ok(url.split('?').next().unwrap_or(url).to_owned());
    }
    let mut parsed = Url::parse(url).map_err(|fault| Error::Url(fault.to_string()))?;
    if !matches!(parsed.scheme(), "postgres" | "postgresql") {
        return Err(Error::Url(format!("{}: is neither sqlite: nor postgres:", parsed.scheme())));
    }
    // Both setters refuse only URLs without a host, where there is no password either.
    let _ = parsed.set_password(None);
    parsed.set_query(None);
    Ok(parsed.to_string())
}

impl Database {
    pub(crate) fn is_postgres(&self) -> bool {
        self.connection.get_database_backend() == DbBackend::Postgres
    }

    /// Waits until no other process changes the tables; released with the connection.
    pub(crate) async fn alone(&self) -> Result<(), Error> {
        if self.is_postgres() {
            self.run(&format!("SELECT pg_advisory_lock({LOCK})"), "waiting for another migration").await?;
        }
        Ok(())
    }

    /// Runs SQL that is made of our own words only.
    pub(crate) async fn run(&self, sql: &str, act: &'static str) -> Result<(), Error> {
        self.connection.execute_unprepared(sql).await.map(drop).map_err(Error::during(act))
    }

    /// The rows of a catalogue query.
    pub(crate) async fn rows<const N: usize>(
        &self,
        sql: &str,
        values: [sea_orm::Value; N],
        act: &'static str,
    ) -> Result<Vec<QueryResult>, Error> {
        let statement = Statement::from_sql_and_values(self.connection.get_database_backend(), sql, values);
        self.connection.query_all_raw(statement).await.map_err(Error::during(act))
    }

    /// The first column of a catalogue query that answers with text.
    pub(crate) async fn texts<const N: usize>(
        &self,
        sql: &str,
        values: [sea_orm::Value; N],
        act: &'static str,
    ) -> Result<Vec<String>, Error> {
        let rows = self.rows(sql, values, act).await?;
        rows.iter().map(|row| row.try_get_by_index(0).map_err(Error::during(act))).collect()
    }

    /// The changes the database says it has seen; none when it has never been migrated.
    pub(crate) async fn names_of_changes(&self) -> Result<Vec<String>, Error> {
        const ACT: &str = "reading which changes were made";
        let table = Migrator::migration_table_name().to_string();
        let find = if self.is_postgres() {
            "SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1"
        } else {
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name = $1"
        };
        if self.texts(find, [table.clone().into()], ACT).await?.is_empty() {
            return Ok(Vec::new());
        }
        self.texts(&format!("SELECT version FROM {table} ORDER BY version"), [], ACT).await
    }

    pub(crate) async fn close(self) -> Result<(), Error> {
        self.connection.close().await.map_err(Error::during("closing the connection"))
    }
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_password_is_never_shown() {
        let shown = place("postgres://owner:p%40ss@db.example/huji?password=p%40ss").expect("a good URL");
        assert_eq!(shown, "postgres://owner@db.example/huji");
        for bad in ["mysql://a:secret@b/c", "not a url: secret", "postgres://a:secret@b:port/c"] {
            let fault = place(bad).expect_err("a bad URL").to_string();
            assert!(!fault.contains("secret"), "{fault}");
        }
    }
}
