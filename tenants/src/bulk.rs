//! Many rows at once: `COPY … FROM STDIN` on PostgreSQL, many-row inserts on SQLite.
//!
//! For the owner's role only (seeds, later restores): nothing here is stamped with a scope, and what is loaded is what the
//! rows say. Serving code has no way to a [`Bulk`], which is opened by URL and not by the store.

mod copy;
mod insert;

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection, SqliteConnection};
use uuid::Uuid;

use crate::error::{Error, Result};

/// One value on its way into a column.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Cell<'a> {
    Null,
    Uuid(Uuid),
    Text(&'a str),
    Bytes(&'a [u8]),
    Int(i64),
    Bool(bool),
    Date(NaiveDate),
    Time(DateTime<Utc>),
}

/// What a field of a row holds.
pub(crate) trait Value {
    /// The value as a cell.
    fn cell(&self) -> Cell<'_>;
}

macro_rules! values {
    ($($type:ty, $value:ident => $cell:expr;)+) => { $(
        impl Value for $type {
            fn cell(&self) -> Cell<'_> {
                let $value = self;
                $cell
            }
        }
    )+ };
}

values! {
    Uuid, value => Cell::Uuid(*value);
    String, value => Cell::Text(value);
    &'static str, value => Cell::Text(value);
    Vec<u8>, value => Cell::Bytes(value);
    i16, value => Cell::Int(i64::from(*value));
    i32, value => Cell::Int(i64::from(*value));
    i64, value => Cell::Int(*value);
    bool, value => Cell::Bool(*value);
    NaiveDate, value => Cell::Date(*value);
    DateTime<Utc>, value => Cell::Time(*value);
}

impl<T: Value> Value for Option<T> {
    fn cell(&self) -> Cell<'_> {
        self.as_ref().map_or(Cell::Null, T::cell)
    }
}

/// A row of a table.
pub(crate) trait Row {
    /// The table's name.
    const TABLE: &'static str;
    /// Its columns, in the order of the cells.
    const COLUMNS: &'static [&'static str];

    /// Appends the row's cells.
    fn cells<'a>(&'a self, out: &mut Vec<Cell<'a>>);
}

/// Declares a row type: its fields are the table's columns.
macro_rules! row {
    ($(#[$doc:meta])* $table:literal $name:ident { $($field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub(crate) struct $name { $(pub(crate) $field: $type,)+ }

        impl $crate::bulk::Row for $name {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];

            fn cells<'a>(&'a self, out: &mut Vec<$crate::bulk::Cell<'a>>) {
                $(out.push($crate::bulk::Value::cell(&self.$field));)+
            }
        }
    };
}
pub(crate) use row;

/// A connection of the owner's role.
pub(crate) enum Bulk {
    Postgres(PgConnection),
    Sqlite(SqliteConnection),
}

impl Bulk {
    /// Connects by URL; [`Error::Invalid`] when it is no database's, [`Error::Unavailable`] when nothing answers.
    pub(crate) async fn open(url: &str) -> Result<Self> {
        if url.starts_with("sqlite:") {
            let options = SqliteConnectOptions::from_str(url).map_err(|_| bad_url())?;
            // Pages of a whole load stay in memory; the file is synchronised at each commit all the same.
            let options =
                options.foreign_keys(true).journal_mode(SqliteJournalMode::Wal).pragma("cache_size", "-400000");
            return Ok(Self::Sqlite(SqliteConnection::connect_with(&options).await?));
        }
        if !url.starts_with("postgres") {
            return Err(bad_url());
        }
        Ok(Self::Postgres(PgConnection::connect(url).await?))
    }

    /// Begins a transaction that [`Bulk::commit`] ends; dropped before, nothing stays.
    pub(crate) async fn begin(&mut self) -> Result<()> {
        match self {
            Self::Postgres(_) => self.run("BEGIN").await,
            Self::Sqlite(_) => self.run("BEGIN IMMEDIATE").await,
        }
    }

    /// Makes what was loaded stand.
    pub(crate) async fn commit(&mut self) -> Result<()> {
        self.run("COMMIT").await
    }

    /// Lets the planner see what was loaded.
    pub(crate) async fn analyze(&mut self) -> Result<()> {
        self.run("ANALYZE").await
    }

    async fn run(&mut self, sql: &'static str) -> Result<()> {
        match self {
            Self::Postgres(connection) => connection.execute(sql).await.map(drop)?,
            Self::Sqlite(connection) => connection.execute(sql).await.map(drop)?,
        }
        Ok(())
    }

    /// Loads rows of one table.
    pub(crate) async fn load<R: Row>(&mut self, rows: &[R]) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        match self {
            Self::Postgres(connection) => copy::load(connection, rows).await,
            Self::Sqlite(connection) => insert::load(connection, rows).await,
        }
    }

    /// The id of the row of a shared table with this code, if there is one.
    pub(crate) async fn id_of(&mut self, table: &'static str, code: &str) -> Result<Option<Uuid>> {
        let sql = AssertSqlSafe(format!("SELECT id FROM {table} WHERE code = $1"));
        Ok(match self {
            Self::Postgres(connection) => sqlx::query_scalar(sql).bind(code).fetch_optional(connection).await?,
            Self::Sqlite(connection) => sqlx::query_scalar(sql).bind(code).fetch_optional(connection).await?,
        })
    }
}

fn bad_url() -> Error {
    Error::invalid("DATABASE_URL", "databaseUrl", "the database URL must begin with sqlite:// or postgres://")
}

/// `"a", "b"`: names quoted, because a column may be called like a keyword.
fn quoted(columns: &[&str]) -> String {
    columns.iter().map(|column| format!("\"{column}\"")).collect::<Vec<_>>().join(", ")
}
