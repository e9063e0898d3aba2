//! What the owner of a database can do past the store: change what is there, and hold what others wait for.

use sqlx::{AssertSqlSafe, Connection as _, Executor as _, PgConnection, SqliteConnection};

/// A connection under the owner's role.
enum Line {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

impl Line {
    async fn open(url: &str) -> Self {
        if url.starts_with("sqlite:") {
            Self::Sqlite(SqliteConnection::connect(url).await.expect("the file opens"))
        } else {
            Self::Postgres(PgConnection::connect(url).await.expect("the server answers"))
        }
    }

    async fn run(&mut self, sql: &str) {
        let sql = AssertSqlSafe(sql.to_owned());
        let done = match self {
            Self::Sqlite(line) => line.execute(sql).await.map(drop),
            Self::Postgres(line) => line.execute(sql).await.map(drop),
        };
        done.expect("the owner may do anything");
    }
}

/// Runs a statement as the owner of the database at `url`.
pub async fn alter(url: &str, sql: &str) {
    Line::open(url).await.run(sql).await;
}

/// A lock that whoever writes to any trail waits for.
pub struct Held(Line);

impl Held {
    /// Takes the only writer's place on SQLite, and the heads of the trails on PostgreSQL.
    pub async fn writer(url: &str) -> Self {
        let mut line = Line::open(url).await;
        match line {
            Line::Sqlite(_) => line.run("BEGIN IMMEDIATE").await,
            Line::Postgres(_) => line.run("BEGIN; LOCK TABLE audit_head IN EXCLUSIVE MODE").await,
        }
        Self(line)
    }

    /// Lets the others go on.
    pub async fn release(mut self) {
        self.0.run("ROLLBACK").await;
    }
}

/// The first column of a query's rows, as texts.
pub async fn texts(url: &str, sql: &str) -> Vec<String> {
    let sql = AssertSqlSafe(sql.to_owned());
    let rows = match Line::open(url).await {
        Line::Sqlite(mut line) => sqlx::query_scalar(sql).fetch_all(&mut line).await,
        Line::Postgres(mut line) => sqlx::query_scalar(sql).fetch_all(&mut line).await,
    };
    rows.expect("the owner may read anything")
}
